//! What is deleted says what goes with it, by key or by button; it comes back whole, each record by itself or all at once;
//! and nothing is offered any longer than it is true.

use crate::support::{Setup, Window, app, open};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::UiCommand;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::store::query::MeetingPage;
use tansiq::strings::Language;

/// A meeting of which so many outcomes came, opened.
fn meeting_with(count: usize, language: Language) -> Window {
    let mut window = open(&Setup { language, ..Setup::default() }, |store| {
        let values = vec![("title", "لقاء الجمعيات".into()), ("date", "2026-11-23".into())];
        store.apply(Edit::NewMeeting { values, parties: Vec::new(), agenda: Vec::new() }).expect("a meeting");
        for _ in 0..count {
            let values = vec![
                ("kind", OutcomeKind::FollowUp.into()),
                ("text", "حصر المواقع".into()),
                ("meeting", MeetingId(1).into()),
            ];
            store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("an outcome");
        }
    });
    window.click_role(Role::Row, "لقاء الجمعيات");
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Meeting(MeetingId(1)));
    window
}

fn check(count: usize, expected: &str) {
    let mut window = meeting_with(count, Language::Arabic);
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "نقل الاجتماع إلى السلة");
    assert_eq!(window.state().route(), Route::Meetings);
    assert!(window.shows(expected), "{expected}");
    window.click_role(Role::Button, "تراجع");
    let page = window.state().store().read(MeetingPage { id: MeetingId(1) }).expect("it is back");
    assert_eq!(page.outcomes.len(), count, "with all that went");
}

#[test]
fn a_deleted_meeting_says_how_many_outcomes_went_with_it_and_all_come_back() {
    check(0, "حُذف الاجتماع، ومعه بند واحد");
    check(1, "حُذف الاجتماع، ومعه بند واحد، ومتابعة واحدة");
    check(2, "حُذف الاجتماع، ومعه بند واحد، ومتابعتان");
    check(3, "حُذف الاجتماع، ومعه بند واحد، و3 متابعات");
    check(11, "حُذف الاجتماع، ومعه بند واحد، و11 متابعة");
}

#[test]
fn the_message_is_answered_with_keys_and_the_search_names_the_way_to_it() {
    let offered = |window: &mut Window| {
        window.press_ctrl(Key::K);
        window.event(eframe::egui::Event::Text(">آخر رسالة".to_owned()));
        window.settle();
        let commands = window.query_all_by_role(Role::ListBoxOption);
        commands
            .filter(|command| command.accesskit_node().label().is_some_and(|name| name.contains("آخر رسالة")))
            .count()
    };
    let mut window = meeting_with(0, Language::Arabic);
    assert_eq!(offered(&mut window), 0, "there is none to go to");
    window.press(Key::Escape);
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "نقل الاجتماع إلى السلة");
    // Under the pointer it stays, however long all this takes.
    let message = window.get_by_role_and_label(Role::Button, "تراجع").rect().center();
    window.hover_at(message);
    window.settle();
    assert_eq!(offered(&mut window), 1);
    window.press(Key::Enter);
    window.settle();
    assert_eq!(window.focused_name().as_deref(), Some("تراجع"));
    window.press(Key::Enter);
    assert!(window.state().store().read(MeetingPage { id: MeetingId(1) }).is_ok(), "it is back");
    assert_eq!(window.rows(), ["لقاء الجمعيات"]);
}

/// The follow-ups, of which the first so many are chosen.
fn chosen(count: usize, language: Language) -> Window {
    let mut window = app(language);
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    for _ in 1..count {
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        window.settle();
    }
    window
}

/// The names of the rows that are selected.
fn selected(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::Row).filter(|row| row.accesskit_node().is_selected() == Some(true));
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

#[test]
fn the_delete_key_deletes_the_chosen_rows_and_the_next_one_is_worked_on() {
    for (language, removed) in [(Language::Arabic, "حُذف سجلان"), (Language::English, "Deleted 2 records")] {
        let mut window = chosen(2, language);
        let before = window.rows();
        window.press(Key::Delete);
        assert_eq!(window.rows(), before[2..]);
        assert!(window.shows(removed), "{removed}");
        assert_eq!(selected(&window), before[2..3], "the next one");
        assert_eq!(window.focused_name().as_ref(), before.get(2), "with the keys");
        window.press(Key::Delete);
        assert_eq!(window.rows(), before[3..], "one row alone goes too");
        window.press(Key::Delete);
        assert!(window.rows().is_empty());
        for count in [1, 2, 4] {
            window.press_ctrl(Key::Z);
            assert_eq!(window.rows().len(), count, "a step each");
        }
    }
}

#[test]
fn a_row_that_has_only_the_focus_is_deleted_where_none_is_chosen() {
    let mut window = chosen(1, Language::Arabic);
    let before = window.rows();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Space);
    window.settle();
    assert!(selected(&window).is_empty());
    window.press(Key::Delete);
    assert_eq!(window.rows(), before[1..]);
}

#[test]
fn the_delete_key_deletes_letters_while_one_is_typing() {
    let mut window = chosen(2, Language::Arabic);
    let before = window.rows();
    window.field("تصفية القائمة").click();
    window.settle();
    window.press(Key::Delete);
    assert_eq!(window.rows(), before);
    // Nor does it do anything to rows behind a form.
    window.click_first("متابعة");
    window.press(Key::Delete);
    window.press(Key::Escape);
    assert_eq!(window.rows(), before);
}

#[test]
fn after_the_button_of_the_bar_the_keys_go_on_at_the_next_row() {
    let mut window = chosen(2, Language::Arabic);
    let before = window.rows();
    window.click_role(Role::Button, "حذف");
    assert_eq!(window.focused_name().as_ref(), before.get(2));
    assert_eq!(selected(&window), before[2..3]);
    window.press(Key::ArrowDown);
    assert_eq!(selected(&window), before[3..4]);
    // Of the last ones the row above is the next.
    window.press(Key::Delete);
    assert_eq!(selected(&window), before[2..3]);
}

#[test]
fn what_was_taken_back_is_no_longer_said_nor_offered() {
    let mut window = chosen(3, Language::Arabic);
    window.press(Key::Delete);
    assert!(window.shows("حُذفت 3 سجلات"));
    window.press_ctrl(Key::Z);
    assert!(window.shows("تراجع عن: حذف 3 سجلات"));
    assert!(!window.shows("حُذفت 3 سجلات"), "it is not true any more");
    window.press_ctrl(Key::Y);
    assert!(!window.shows("تراجع عن: حذف 3 سجلات"));
    assert!(window.find("تراجع") && !window.find("إعادة"), "one offer: the last step");
}

#[test]
fn a_message_offers_to_take_back_the_last_step_and_no_earlier_one() {
    let mut window = chosen(1, Language::Arabic);
    let count = window.rows().len();
    window.press(Key::Delete);
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press(Key::Delete);
    let offers = window.query_all_by_role_and_label(Role::Button, "تراجع").count();
    assert_eq!(offers, 1, "the button of the first message would take back the second deletion");
    window.click_role(Role::Button, "تراجع");
    window.press_ctrl(Key::Num2);
    assert_eq!(window.rows().len(), count - 1);
}

#[test]
fn a_row_of_the_bin_is_one_record_that_comes_back_alone() {
    let mut window = chosen(3, Language::Arabic);
    let before = window.rows();
    window.press(Key::Delete);
    window.state_mut().command(UiCommand::GoTidying);
    window.settle();
    for name in &before[..3] {
        assert!(window.shows(name), "{name}");
    }
    window.click_plain(Role::Button, &crate::support::plain(&format!("استعادة «{}»", before[1])));
    assert!(!window.shows(&before[1]) && window.shows(&before[0]), "the others stay in the bin");
    window.press_ctrl(Key::Num2);
    assert_eq!(window.rows(), [before[1].clone(), before[3].clone()]);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert_eq!(window.rows(), before, "undo takes back the return, and then the whole deletion");
}

#[test]
fn the_bin_says_what_went_along_with_each() {
    let mut window = meeting_with(3, Language::English);
    window.click("More for this meeting");
    window.click_role(Role::MenuItem, "Move the meeting to the bin");
    assert!(window.shows("Meeting deleted, with 1 agenda item and 3 follow-ups"));
    window.state_mut().command(UiCommand::GoTidying);
    window.settle();
    assert!(window.shows("with 1 agenda item and 3 follow-ups"));
}
