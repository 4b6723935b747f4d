//! Agendas, reports, letters and press items: asked for in the window, and written by the command line.

use crate::support::{Setup, Window, app, open, pages, until};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::{Finished, Task};
use tansiq::domain::*;
use tansiq::screens::{LetterAsk, Route};
use tansiq::store::query::{Documents, MeetingPage, Publishable};
use tansiq::store::{Edit, Store};
use tansiq::strings::Language;

mod as_told;
mod command_line;

/// The last report that was asked for.
fn report(window: &Window) -> ReportAsked {
    let asked = |task| if let Task::WriteReport(asked) = task { Some(asked) } else { None };
    window.tasks().into_iter().rev().find_map(asked).expect("a report was asked for")
}

/// The last letter that was asked for.
fn letter(window: &Window) -> Box<LetterAsk> {
    let asked = |task| if let Task::WriteLetter(ask) = task { Some(ask) } else { None };
    window.tasks().into_iter().rev().find_map(asked).expect("a letter was asked for")
}

const fn paper(format: PaperFormat) -> SheetFormat {
    SheetFormat::Paper(format)
}

/// The page of the charity of the sample, and its number.
fn charity(window: &mut Window) -> OrganisationId {
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "جمعية العمل التطوعي");
    window.press(Key::Enter);
    let tansiq::screens::Route::Record(record) = window.state().route() else { panic!("its page") };
    OrganisationId(record.id)
}

fn choose(window: &mut Window, list: &str, entry: &str) {
    let field = window.query_all_by_role(Role::ComboBox);
    field.filter(|node| node.accesskit_node().label().is_some_and(|label| label == list)).for_each(|node| node.click());
    window.settle();
    window.click_role(Role::MenuItem, entry);
}

fn with_shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
    window.settle();
}

/// Types over what stands in a field.
fn type_over(window: &mut Window, field: &str, text: &str) {
    window.field(field).click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field(field).type_text(text);
    window.settle();
}

#[test]
fn a_body_has_its_profile_on_paper_from_its_page() {
    let mut window = app(Language::Arabic);
    let body = charity(&mut window);
    let forms = ["PDF", "Word", "صفحة ويب", "Markdown", "نص", "JSON"];
    for (form, format) in forms.into_iter().zip(PaperFormat::OF_PAPERS) {
        let entry = format!("ملف الجهة ({form})");
        window.click("أوامر أخرى للسجل");
        window.click_plain(Role::MenuItem, &entry);
        assert_eq!(report(&window), ReportAsked { report: Report::Profile(body), format: paper(format) });
    }
    window.finish(Finished::PaperWritten("/srv/documents/ملف.pdf".into()));
    assert!(window.shows("كُتب: ملف.pdf"));
}

#[test]
fn the_report_of_a_body_begins_with_its_name() {
    let mut window = app(Language::Arabic);
    let body = charity(&mut window);
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "تقرير دوري…");
    assert_eq!(window.field("جهة بعينها (اختياري)").value().as_deref(), Some("جمعية العمل التطوعي"));
    window.click("اكتب التقرير");
    let Report::Period(period) = report(&window).report else { panic!("a period") };
    // 23 November 2026 is 13 Jumada II 1448: the month before it is Jumada I.
    assert_eq!(
        (period.from.iso(), period.until.iso(), period.body),
        ("2026-10-12".into(), "2026-11-10".into(), Some(body))
    );
    assert!(window.query_by_role(Role::Dialog).is_none(), "the window is done with");
}

#[test]
fn a_partnership_has_its_record_on_paper_from_its_page() {
    let mut window = open(&Setup::default(), |store| {
        let values = vec![("title", "حدائق الأحياء".into())];
        store.apply(Edit::Add { entity: Entity::Partnership, values }).expect("a partnership");
    });
    window.press_ctrl(Key::Num5);
    window.click_role(Role::Row, "حدائق الأحياء");
    window.press(Key::Enter);
    window.click("أوامر أخرى للسجل");
    window.click_plain(Role::MenuItem, "سجل الشراكة (Word)");
    let asked = ReportAsked { report: Report::Partnership(PartnershipId(1)), format: paper(PaperFormat::Docx) };
    assert_eq!(report(&window), asked);
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "معاينة سجل الشراكة");
    until(&mut window, "its first page", |window| pages(window) > 0);
}

/// Is the paper shown page by page?
fn is_seen(window: &Window) -> bool {
    window.query_by_role_and_label(Role::Heading, "معاينة الورقة").is_some()
}

#[test]
fn a_report_is_seen_before_it_is_written_and_may_still_be_another() {
    let mut window = app(Language::Arabic);
    with_shift(&mut window, Key::R);
    window.click("معاينة");
    until(&mut window, "the first page", |window| pages(window) > 0);
    window.press(Key::Escape);
    assert!(!is_seen(&window) && window.find("اكتب التقرير"), "what asks for the report is still there");
    choose(&mut window, "الصيغة", "JSON");
    window.press_ctrl(Key::Enter);
    assert_eq!(report(&window).format, paper(PaperFormat::Json));
}

#[test]
fn a_letter_is_seen_before_it_is_written_and_goes_on_being_typed() {
    let mut window = app(Language::Arabic);
    charity(&mut window);
    open_letter(&mut window);
    window.click("معاينة");
    assert!(window.shows("لا يُكتب الخطاب بلا هذا") && !is_seen(&window), "there is nothing to see yet");
    window.type_into("الموضوع", "استلام المواقع");
    window.type_into("نص الخطاب", "نفيدكم باكتمال المواقع.");
    window.click("معاينة");
    until(&mut window, "the letter", |window| pages(window) > 0);
    window.press(Key::Escape);
    assert!(!is_seen(&window));
    assert_eq!(window.field("الموضوع").value().as_deref(), Some("استلام المواقع"), "the form is still there");
    window.press_ctrl(Key::Enter);
    assert_eq!(letter(&window).letter.text, "نفيدكم باكتمال المواقع.");
}

#[test]
fn a_period_is_named_or_given_by_its_days_in_either_calendar() {
    let mut window = app(Language::Arabic);
    with_shift(&mut window, Key::R);
    choose(&mut window, "الفترة", "الربع الميلادي الماضي");
    choose(&mut window, "الصيغة", "للتعديل (Word)");
    window.press_ctrl(Key::Enter);
    let asked = report(&window);
    let Report::Period(period) = asked.report else { panic!("a period") };
    assert_eq!((period.from.iso(), period.until.iso(), period.body), ("2026-07-01".into(), "2026-09-30".into(), None));
    assert_eq!(asked.format, paper(PaperFormat::Docx));
    with_shift(&mut window, Key::R);
    type_over(&mut window, "من يوم", "1 محرم 1448");
    type_over(&mut window, "إلى يوم", "2026-06-30");
    window.press_ctrl(Key::Enter);
    let Report::Period(period) = report(&window).report else { panic!("a period") };
    assert_eq!((period.from.iso(), period.until.iso()), ("2026-06-16".into(), "2026-06-30".into()));
}

#[test]
fn a_period_that_ends_before_it_begins_and_a_body_that_is_not_there_are_said_at_their_fields() {
    let mut window = app(Language::Arabic);
    with_shift(&mut window, Key::R);
    type_over(&mut window, "إلى يوم", "2020-01-01");
    assert!(window.shows("الفترة تنتهي قبل أن تبدأ"));
    window.press_ctrl(Key::Enter);
    assert!(window.tasks().is_empty() && window.find("اكتب التقرير"), "it stays, with what was typed");
    type_over(&mut window, "إلى يوم", "2026-12-31");
    window.type_into("جهة بعينها (اختياري)", "جهة لا يعرفها أحد");
    assert!(window.shows("لا جهة بهذا الاسم في السجل"));
    window.press_ctrl(Key::Enter);
    assert!(window.tasks().is_empty());
}

#[test]
fn the_goals_go_out_as_a_table_too_and_the_register_of_meetings_leads_there() {
    let mut window = app(Language::Arabic);
    with_shift(&mut window, Key::G);
    choose(&mut window, "الصيغة", "Excel");
    window.press_ctrl(Key::Enter);
    assert_eq!(report(&window), ReportAsked { report: Report::Goals, format: SheetFormat::Xlsx });
    window.click("العروض");
    window.click_role(Role::MenuItem, "مصفوفة مستهدفات رؤية 2030…");
    assert!(window.find("اكتب المصفوفة"));
    window.press(Key::Escape);
    window.click("العروض");
    window.click_role(Role::MenuItem, "تقرير دوري…");
    assert!(window.find("اكتب التقرير"));
}

fn open_letter(window: &mut Window) {
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "خطاب…");
}

#[test]
fn a_letter_that_is_left_waits_also_for_the_next_start_and_goes_once_it_is_written() {
    let mut window = app(Language::Arabic);
    let body = charity(&mut window).record();
    open_letter(&mut window);
    window.press_ctrl(Key::Enter);
    assert!(window.shows("لا يُكتب الخطاب بلا هذا"), "a letter has a subject and a text");
    window.type_into("الموضوع", "استلام المواقع");
    window.type_into("نص الخطاب", "نفيدكم باكتمال المواقع.");
    window.press(Key::Escape);
    let mut window = window.reopened(&Setup::default());
    charity(&mut window);
    open_letter(&mut window);
    assert!(window.shows("خطاب لم يُكتب بعد محفوظ كما تركته"));
    assert_eq!(window.field("الموضوع").value().as_deref(), Some("استلام المواقع"));
    window.type_into("رقم الصادر (من نظام الجهة)", "4471");
    window.press_ctrl(Key::Enter);
    let ask = letter(&window);
    assert_eq!((ask.letter.to, ask.letter.number.as_str(), ask.keeps_copy), (body, "4471", true));
    assert_eq!((ask.letter.subject.as_str(), ask.letter.text.as_str()), ("استلام المواقع", "نفيدكم باكتمال المواقع."));
    assert_eq!(ask.letter.signatory, "سالم الغافي", "who uses the program signs, until somebody else is named");
    // Until it is written it is still there.
    open_letter(&mut window);
    assert_eq!(window.field("الموضوع").value().as_deref(), Some("استلام المواقع"));
    window.press(Key::Escape);
    // Its name speaks of other things; it is a letter all the same.
    let path = window.folder().join("محضر الاتفاقية.docx");
    std::fs::write(&path, b"a letter").expect("written");
    window.finish(Finished::LetterWritten { ask, path });
    assert!(window.shows("كُتب الخطاب وحُفظت نسخة منه"));
    window.settle();
    let kept = window.state().store().read(Documents { subject: body }).expect("its files");
    let kept: Vec<_> = kept.iter().map(|row| (row.file_name.as_str(), row.kind)).collect();
    assert_eq!(kept, [("محضر الاتفاقية.docx", Some(DocumentKind::Letter))]);
    open_letter(&mut window);
    assert_eq!(window.field("الموضوع").value().unwrap_or_default(), "", "it begins anew");
}

#[test]
fn who_signs_a_letter_comes_with_their_post() {
    let mut window = app(Language::Arabic);
    charity(&mut window);
    open_letter(&mut window);
    type_over(&mut window, "الموقّع", "الوادعي");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.field("منصبه").value().as_deref(), Some("مساعد الوكيل للشراكات"));
    assert_eq!(window.field("الموقّع").value().as_deref(), Some("الدكتور عبد الرحمن الوادعي"));
}

fn confide(store: &Store) {
    crate::support::sample(store);
    let values = vec![("confidentiality", Confidentiality::Confidential.into())];
    store.apply(Edit::Set { record: MeetingId(1).record(), values, session: None, based_on: None }).expect("set");
}

fn open_meeting(window: &mut Window, title: &str) {
    window.click_role(Role::Row, title);
    window.press(Key::Enter);
    window.click("أوامر أخرى للاجتماع");
}

#[test]
fn a_meeting_has_its_agenda_and_its_press_item_in_its_menu() {
    let mut window = app(Language::Arabic);
    open_meeting(&mut window, "الاجتماع التنسيقي الأول");
    window.click_role(Role::MenuItem, "جدول الأعمال");
    let asked = |task| if let Task::WritePaper(paper) = task { Some((paper.kind, paper.format)) } else { None };
    let paper_asked = window.tasks().into_iter().find_map(asked);
    assert_eq!(paper_asked, Some((PaperKind::Agenda, PaperFormat::Pdf)));
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "خبر صحفي…");
    window.type_into("الوسيلة الإعلامية (اختياري)", "صحيفة الواحة");
    window.press_ctrl(Key::Enter);
    let press = Report::Press { meeting: MeetingId(1), outlet: "صحيفة الواحة".into(), tells_all: false };
    assert_eq!(report(&window), ReportAsked { report: press, format: paper(PaperFormat::Docx) });
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "خبر صحفي…");
    window.click("نسخ النص");
    assert_eq!(report(&window).format, paper(PaperFormat::Text));
    window.finish(Finished::ReportCopied("خبر".to_owned()));
    assert!(window.shows("نُسخ النص"));
}

#[test]
fn the_form_of_a_press_item_says_who_is_named_and_what_is_told_and_changes_it() {
    let mut window = crate::support::demo(Language::Arabic);
    open_meeting(&mut window, "الاجتماع التنسيقي مع جمعيات منطقة الواحة");
    let Route::Meeting(meeting) = window.state().route() else { panic!("no meeting is open") };
    window.click_role(Role::MenuItem, "خبر صحفي…");
    let told = |window: &Window| window.state().store().read(Publishable { meeting }).expect("read");
    let before = told(&window);
    let ticks: Vec<String> = window
        .query_all_by_role(Role::CheckBox)
        .filter_map(|tick| tick.accesskit_node().label())
        .map(|name| crate::support::plain(&name))
        .filter(|name| name.starts_with("يُنشر: "))
        .collect();
    assert!(ticks.len() > 2, "{ticks:?}");
    window.click_plain(Role::Button, "السماح للكل: من يُذكر اسمه");
    window.settle();
    let named = told(&window).people;
    assert!(named.len() > before.people.len(), "{named:?}");
    let view = window.state().store().read(MeetingPage { id: meeting }).expect("the meeting");
    let news = view.outcomes.iter().find(|row| row.kind.is_news()).expect("something came out of it");
    window.click_plain(Role::CheckBox, &format!("يُنشر: {}", news.text));
    window.settle();
    let after = told(&window);
    assert_eq!(after.outcomes.symmetric_difference(&before.outcomes).count(), 1, "one is told, or no longer");
    assert_eq!(after.people, named);
    window.press(Key::Escape);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert_eq!(told(&window), before, "each is a step of undo");
}

#[test]
fn nothing_is_written_for_the_press_of_a_confidential_meeting() {
    let mut window = open(&Setup::default(), confide);
    open_meeting(&mut window, "الاجتماع التنسيقي الأول");
    window.click_role(Role::MenuItem, "خبر صحفي…");
    assert!(window.shows("الاجتماع محدود أو سري، فلا يُكتب عنه خبر"));
    assert!(!window.find("اكتب الخبر"));
    window.press_ctrl(Key::Enter);
    assert!(window.tasks().is_empty());
    window.click("إغلاق");
    assert!(window.query_by_role(Role::Dialog).is_none());
}

#[test]
fn the_last_entry_of_a_menu_that_is_longer_than_the_window_is_reached_by_keys() {
    let setup = Setup { size: [1024.0, 420.0], ..Setup::default() };
    let mut window = open(&setup, crate::support::sample);
    open_meeting(&mut window, "الاجتماع التنسيقي الأول");
    let place = |window: &Window| window.get_by_role_and_label(Role::MenuItem, "نقل الاجتماع إلى السلة").rect();
    assert!(place(&window).bottom() > 420.0, "it is out of sight at first");
    window.press(Key::End);
    let rect = place(&window);
    assert!(rect.top() >= 0.0 && rect.bottom() <= 420.0, "{rect:?}");
}

#[test]
fn nothing_is_written_for_the_press_of_a_meeting_that_has_not_been_held() {
    let mut window = app(Language::Arabic);
    open_meeting(&mut window, "الاجتماع التنسيقي مع جمعيات منطقة الواحة");
    window.click_role(Role::MenuItem, "خبر صحفي…");
    assert!(window.shows("لم يُعقد الاجتماع بعد، فلا خبر عنه"));
    assert!(!window.find("اكتب الخبر"));
    window.press_ctrl(Key::Enter);
    assert!(window.tasks().is_empty());
}
