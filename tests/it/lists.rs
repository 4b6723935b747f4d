//! The lists as tables: sorted, arranged and worked on several rows at a time, through the window.

use crate::support::{Outcome, Window, app, outcomes, plain};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::strings::Language;

fn follow_ups(window: &Window) -> Vec<Outcome> {
    outcomes(window.state().store(), &[OutcomeKind::FollowUp])
}

fn statuses(window: &Window) -> Vec<OutcomeStatus> {
    follow_ups(window).into_iter().map(|row| row.status).collect()
}

/// What was put on the clipboard in the last frame that did.
fn copied(window: &mut Window) -> String {
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text =
        commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text) } else { None });
    plain(text.expect("something was copied"))
}

#[test]
fn a_click_on_a_heading_sorts_every_list() {
    let mut window = app(Language::English);
    let mut check = |screen: Key, heading: &str, first: &str| {
        window.press_ctrl(screen);
        let before = window.rows();
        window.click_role(Role::ColumnHeader, heading);
        let up = window.rows();
        window.click_role(Role::ColumnHeader, heading);
        let down = window.rows();
        assert_eq!(up.first().map(String::as_str), Some(first), "{heading}");
        assert_ne!(up, down, "{heading} turned around");
        window.click_role(Role::ColumnHeader, heading);
        assert_eq!(window.rows(), before, "{heading}: as the list comes");
    };
    check(Key::Num2, "Task", "إعداد مسودة مذكرة تفاهم مع جمعية «بيئة»");
    check(Key::Num2, "Due", "توفير قاعة تدريب للجمعيات شهريًا");
    check(Key::Num3, "Status", "تشجير 12 حديقة حي");
    check(Key::Num7, "City", "جمعية «بيئة» بالواحة");
    check(Key::Num8, "Name and post", "م. إبراهيم القصيبي");
    check(Key::Num1, "Date", "الاجتماع التنسيقي الأول");
}

#[test]
fn space_marks_all_selected_follow_ups_as_done() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.settle();
    assert!(window.shows("صفان محددان"), "the footer counts them");
    window.press(Key::Space);
    assert_eq!(statuses(&window).iter().filter(|status| **status == OutcomeStatus::Done).count(), 3);
    assert!(statuses(&window).contains(&OutcomeStatus::NotStarted), "what was not selected stays");
}

#[test]
fn the_menu_of_a_row_moves_all_selected_and_opens_its_meeting() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    window.settle();
    window.click_role(Role::MenuItem, "Status");
    window.click_role(Role::MenuItem, "Stalled");
    window.type_into("Reason", "No answer yet");
    window.click("Move");
    // What is done does not stall, and is named.
    window.click("OK");
    let stalled = |status: &OutcomeStatus| *status == OutcomeStatus::Stalled;
    assert_eq!(statuses(&window).into_iter().filter(stalled).count(), 3, "{:?}", statuses(&window));
    assert!(statuses(&window).contains(&OutcomeStatus::Done));
    // One step for all of them.
    window.press_ctrl(Key::Z);
    assert!(!statuses(&window).iter().any(stalled));
    window.get_all_by_role(Role::Row).next().expect("a row").click_secondary();
    window.settle();
    window.click_role(Role::MenuItem, "Open the meeting");
    assert!(matches!(window.state().route(), Route::Meeting(_)));
}

#[test]
fn selected_rows_are_copied_as_a_spreadsheet_takes_them() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    let text = copied(&mut window);
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 4);
    // The columns one sees: name, body, phone, e-mail, meetings.
    assert!(rows.iter().all(|row| row.matches('\t').count() == 4), "{text}");
    assert!(rows.iter().any(|row| row.starts_with("أسامة نجدي\tوزارة تنمية المدن والقرى")), "{text}");
}

#[test]
fn ctrl_selects_meetings_where_a_click_would_enter_one() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num1);
    for row in window.rows() {
        window.get_by_role_and_label(Role::Row, &row).click_modifiers(Modifiers::COMMAND);
        window.settle();
    }
    assert_eq!(window.state().route(), Route::Meetings);
    let selected = window.query_all_by_role(Role::Row).filter(|row| row.accesskit_node().is_selected() == Some(true));
    assert_eq!(selected.count(), 2);
}

#[test]
fn hidden_columns_stay_hidden_when_one_comes_back_to_the_list() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num2);
    window.get_by_role_and_label(Role::ColumnHeader, "Progress").click_secondary();
    window.settle();
    window.click_role(Role::MenuItem, "Hide: Progress");
    window.press_ctrl(Key::Num7);
    window.press_ctrl(Key::Num2);
    assert!(window.query_by_role_and_label(Role::ColumnHeader, "Progress").is_none());
    assert!(window.query_by_role_and_label(Role::ColumnHeader, "Status").is_some());
}
