//! A paper page by page, before it is printed, copied or written.

use crate::support::{self, Window};
use eframe::egui::{Event, Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::{Finished, Task};
use tansiq::domain::{MeetingId, PaperFormat, PaperKind};
use tansiq::jobs::{Copied, Printed, Subject};
use tansiq::screens::Choice;
use tansiq::strings::Language;

fn until(window: &mut Window, what: &str, is_there: impl Fn(&Window) -> bool) {
    for _ in 0..200 {
        if is_there(window) {
            return;
        }
        window.settle();
    }
    panic!("{what} never came");
}

fn pages(window: &Window) -> usize {
    let all = window.query_all_by_role(Role::Image).filter_map(|node| node.accesskit_node().label());
    all.filter(|label| label.starts_with("صفحة")).count()
}

/// The minutes of the first meeting, page by page.
fn view() -> Window {
    let mut window = support::app(Language::Arabic);
    let row = window.rows().into_iter().last().expect("a meeting");
    window.click_role(Role::Row, &row);
    window.press_ctrl(Key::P);
    until(&mut window, "the first page", |window| pages(window) > 0);
    window
}

fn is_open(window: &Window) -> bool {
    window.query_by_role_and_label(Role::Heading, "معاينة الورقة").is_some()
}

#[test]
fn a_paper_is_printed_and_what_became_of_it_is_said() {
    let mut window = view();
    let meeting = window.state().route().meeting().expect("a meeting");
    window.press_ctrl(Key::P);
    assert_eq!(window.tasks().last(), Some(&Task::Print(Subject::Minutes(meeting))));
    window.finish(Finished::Printed(Printed::Opened));
    assert!(window.shows("فُتحت الورقة في عارض الملفات"));
    window.press(Key::Escape);
    assert!(!is_open(&window));
}

#[test]
fn a_paper_is_copied_with_its_tables_and_as_text_where_nothing_else_is_taken() {
    let mut window = view();
    window.event(Event::Copy);
    window.settle();
    let Some(Task::CopyPaper(subject)) = window.tasks().pop() else { panic!("it is not copied") };
    let made = tansiq::jobs::made(
        window.state().store(),
        &subject,
        (window.state().settings(), &tansiq::strings::Tr::new(Language::Arabic, Default::default())),
        support::NOW,
    );
    let Copied { html, text } = made.expect("made").copied();
    assert!(html.contains("<table") && html.contains("dir=\"rtl\"") && html.contains("الحضور"), "{html}");
    assert!(!text.contains('<') && text.contains("الحضور"), "{text}");
    window.finish(Finished::PaperCopied(Copied { html, text }));
    assert!(window.shows("نُسخ"), "it is said");
}

#[test]
fn a_paper_is_written_where_the_person_says() {
    let mut window = view();
    let meeting = window.state().route().meeting().expect("a meeting");
    window.press_ctrl(Key::S);
    let picked = Task::PickPaperFile(Box::new(Subject::Minutes(meeting)), PaperFormat::Pdf);
    assert_eq!(window.tasks().last(), Some(&picked));
    // A machine without dialogs: the window asks for the path itself, and nothing there is replaced unasked.
    window.finish(Finished::PickUnavailable(Choice::PaperFile(PaperFormat::Pdf)));
    window.type_into("المسار", "/srv/documents/paper.pdf");
    window.press(Key::Enter);
    let Some(Task::WriteSubject { format, to, may_replace, .. }) = window.tasks().pop() else { panic!("not written") };
    assert_eq!((format, may_replace), (PaperFormat::Pdf, false));
    assert_eq!(to, std::path::Path::new("/srv/documents/paper.pdf"));
}

#[test]
fn the_other_papers_of_the_meeting_are_one_choice_away() {
    let mut window = view();
    window.click_role(Role::Button, "ورقة الاجتماع");
    window.click_role(Role::MenuItem, "كشف الحضور والتوقيع");
    until(&mut window, "the sheet", |window| pages(window) > 0);
    window.press_ctrl(Key::P);
    let Some(Task::Print(Subject::Paper(paper))) = window.tasks().pop() else { panic!("not printed") };
    assert_eq!(paper.kind, PaperKind::SigningSheet);
}

#[test]
fn pages_are_turned_and_made_larger() {
    let mut window = view();
    let width = |window: &Window| {
        let mut all = window.query_all_by_role(Role::Image);
        let page = all.find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("صفحة")));
        page.expect("a page").rect().width()
    };
    window.click_role(Role::Button, "بعرض المكان");
    let wide = width(&window);
    window.click_role(Role::Button, "صفحة كاملة");
    assert!(width(&window) < wide, "a whole page is smaller than the room is wide");
    window.click_role(Role::Button, "أكبر");
    let larger = width(&window);
    window.click_role(Role::Button, "أصغر");
    assert!(width(&window) < larger);
    window.click_role(Role::Button, "بعرض المكان");
    assert_eq!(width(&window), wide);
}

#[test]
fn a_register_is_looked_at_as_it_is_shown() {
    let mut window = support::app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.press_ctrl(Key::P);
    until(&mut window, "the first page", |window| pages(window) > 0);
    assert!(window.query_by_role_and_label(Role::Button, "ورقة الاجتماع").is_none());
    window.press(Key::Escape);
    window.press_ctrl(Key::Num9);
    window.press_ctrl(Key::P);
    assert!(!is_open(&window) && window.shows("لا ورقة لما هو مفتوح"), "settings have no paper");
}

#[test]
fn a_meeting_that_is_gone_is_told_in_the_place_of_its_pages() {
    let window = support::app(Language::Arabic);
    let settings = window.state().settings().clone();
    let tr = tansiq::strings::Tr::new(Language::Arabic, Default::default());
    let made =
        tansiq::jobs::made(window.state().store(), &Subject::Minutes(MeetingId(4_000)), (&settings, &tr), support::NOW);
    assert!(made.is_err());
}
