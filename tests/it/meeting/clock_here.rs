//! Where the clock runs: on the item whose notes are open when the meeting starts, and where one press moves it.

use super::*;
use tansiq::domain::AgendaState::{self, Discussed, Discussing, Listed};

fn states(window: &Window) -> Vec<AgendaState> {
    stored(window).agenda.iter().map(|item| item.state).collect()
}

fn open_item(window: &mut Window, number: usize, title: &str) {
    window.click_role(Role::ListItem, &format!("البند {number}: {title}"));
}

#[test]
fn the_meeting_starts_on_the_item_whose_notes_are_open() {
    let mut window = workspace(Language::Arabic);
    window.press_ctrl(Key::ArrowDown);
    window.click("بدء الاجتماع");
    assert_eq!(states(&window), [Listed, Discussing, Listed]);
    let view = stored(&window);
    assert!(view.agenda[1].running_since.is_some() && view.agenda[0].running_since.is_none());
    assert_eq!(view.meeting.status, MeetingStatus::InProgress);
}

#[test]
fn notes_of_another_item_say_where_the_clock_runs_and_one_press_moves_it_here() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    assert_eq!(states(&window), [Discussing, Listed, Listed]);
    assert!(!window.shows("المؤقت يعمل على البند"), "it runs where the notes are");
    window.press_ctrl(Key::ArrowDown);
    window.press_ctrl(Key::ArrowUp);
    assert_eq!(states(&window)[0], Discussing, "the two go together by these keys");
    let third = "التوصيات";
    open_item(&mut window, 3, third);
    assert!(window.shows("المؤقت يعمل على البند"), "looking something up stops no clock");
    assert_eq!(states(&window)[0], Discussing);
    window.click(&format!("ملاحظات: {third}"));
    window.press_ctrl(Key::Enter);
    assert_eq!(states(&window), [Discussed, Listed, Discussing]);
    assert!(!window.shows("المؤقت يعمل على البند"));
}

#[test]
fn escape_in_the_notes_leaves_the_caret_where_it_is() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "قبل ");
    window.press(Key::Escape);
    window.event(Event::Text("وبعد".to_owned()));
    window.settle();
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل وبعد"]);
}

/// The meeting was held, and its minutes are approved or wait for it.
fn after_it(is_approved: bool) -> Window {
    let mut window = open(&Setup::default(), |store| {
        with_meeting(store);
        let meeting = MeetingId(1);
        crate::support::lead(store, meeting);
        let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: None };
        store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("there");
        for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
            store.apply(Edit::MoveMeeting { meeting, to, reason: String::new() }).expect("moved");
        }
        if is_approved {
            store.apply(Edit::ApproveMinutes(meeting)).expect("approved");
        }
    });
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    window
}

#[test]
fn notes_that_nobody_can_write_in_tell_no_keys_for_writing() {
    let signs = "لذكر شخص";
    assert!(after_it(false).shows(signs));
    assert!(!after_it(true).shows(signs));
}

#[test]
fn after_the_minutes_are_approved_the_focus_goes_on_in_the_head() {
    let mut window = after_it(false);
    window.click("اعتماد المحضر");
    if window.shows("اعتماد مع هذا النقص") {
        window.click("اعتماد مع هذا النقص");
    }
    pause(&mut window);
    assert!(stored(&window).meeting.approved_on.is_some(), "approved");
    assert_eq!(window.focused_name().as_deref(), Some("المحضر"));
}

#[test]
fn an_item_has_its_menu_by_key_and_by_right_click_and_escape_comes_back_to_it() {
    let mut window = workspace(Language::Arabic);
    let name = "البند 2: ".to_owned() + &stored(&window).agenda[1].title;
    let item = |window: &Window| window.get_by_role_and_label(Role::ListItem, &name).is_focused();
    window.get_by_role_and_label(Role::ListItem, &name).focus();
    window.settle();
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    window.settle();
    assert!(window.get_by_role_and_label(Role::MenuItem, "حذف البند").rect().is_positive());
    window.press(Key::Escape);
    assert!(window.query_by_role(Role::MenuItem).is_none() && item(&window), "Escape comes back to it");
    window.get_by_role_and_label(Role::ListItem, &name).click_secondary();
    window.settle();
    window.click_role(Role::MenuItem, "إلى أعلى");
    pause(&mut window);
    assert!(
        stored(&window).agenda[0].title.ends_with(name.trim_start_matches("البند 2: ")),
        "it stands before the other"
    );
}

#[test]
fn an_item_that_is_deleted_comes_back_with_all_that_was_in_it_by_one_button() {
    let mut window = workspace(Language::Arabic);
    let name = "البند 1: ".to_owned() + &stored(&window).agenda[0].title;
    window.type_into(NOTES, "ما قيل في البند");
    pause(&mut window);
    let before = stored(&window).agenda;
    window.get_by_role_and_label(Role::ListItem, &name).click_secondary();
    window.settle();
    window.click_role(Role::MenuItem, "حذف البند");
    assert_eq!(stored(&window).agenda.len(), before.len() - 1);
    assert!(window.shows("حُذف البند"));
    window.click_role(Role::Button, "تراجع");
    assert_eq!(stored(&window).agenda[0].blocks.len(), before[0].blocks.len());
    window.get_by_role_and_label(Role::ListItem, &name).focus();
    window.settle();
    window.press(Key::Delete);
    assert_eq!(stored(&window).agenda.len(), before.len() - 1, "and its key does the same");
    let below = "البند 1: ".to_owned() + &before[1].title;
    assert!(window.get_by_role_and_label(Role::ListItem, &below).is_focused(), "one is at the item below it");
}
