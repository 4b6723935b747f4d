//! Calling the roll by the keyboard: one key a person, arrivals and departures stamped, each press taken back by itself.

use crate::support::{Setup, Window, open};
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::*;
use tansiq::store::query::{AttendanceView, MeetingPage};
use tansiq::store::{Attendee, Edit, Store};

const MEETING: MeetingId = MeetingId(1);

fn with_people(store: &Store, names: &[String]) {
    let values = vec![("title", "الاجتماع التنسيقي".into()), ("date", "2026-11-23".into())];
    let agenda = vec![("الافتتاح".to_owned(), None)];
    store.apply(Edit::NewMeeting { values, parties: Vec::new(), agenda }).expect("a meeting");
    for name in names {
        let (honorific, post, organisation) = (None, String::new(), String::new());
        let attendee = Attendee::New { name: name.clone(), honorific, post, organisation };
        let status = AttendanceStatus::Invited;
        store.apply(Edit::AddAttendee { meeting: MEETING, attendee, status }).expect("added");
    }
    let to = MeetingStatus::InProgress;
    store.apply(Edit::MoveMeeting { meeting: MEETING, to, reason: String::new() }).expect("it runs");
}

fn opened(names: &[String]) -> Window {
    let mut window = open(&Setup::default(), |store| with_people(store, names));
    window.click_role(Role::Row, "الاجتماع التنسيقي");
    window
}

fn three() -> Vec<String> {
    ["إبراهيم القصيبي", "ماجد الدوسري", "سالم الغافي"].map(str::to_owned).to_vec()
}

fn lines(window: &Window) -> Vec<AttendanceView> {
    window.state().store().read(MeetingPage { id: MEETING }).expect("the meeting").attendance
}

fn statuses(window: &Window) -> Vec<AttendanceStatus> {
    lines(window).into_iter().map(|line| line.status).collect()
}

fn call_roll(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.settle();
}

#[test]
fn one_key_a_person_says_who_is_here_and_who_has_left() {
    use AttendanceStatus::{Absent, Invited, LeftEarly, Present};
    let mut window = opened(&three());
    call_roll(&mut window);
    assert_eq!(window.focused_name().as_deref(), Some("إبراهيم القصيبي"), "the first who is not here");
    assert!(window.shows("مفتاح الاسم يسجّل حضوره"));
    window.press(Key::Num2);
    assert_eq!(statuses(&window), [Invited, Present, Invited]);
    assert_eq!(window.focused_name().as_deref(), Some("ماجد الدوسري"), "whose line is heard");
    window.press(Key::Num3);
    window.press(Key::Num2);
    assert_eq!(statuses(&window), [Invited, Absent, Present]);
    assert_eq!(lines(&window)[1].came_at, None, "who did not come has no time");
    assert_eq!(lines(&window)[2].came_at.map(|time| time.to_string()).as_deref(), Some("10:00"));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Num3);
    window.settle();
    assert_eq!(statuses(&window), [Invited, Absent, LeftEarly]);
    assert_eq!(lines(&window)[2].left_at.map(|time| time.to_string()).as_deref(), Some("10:00"));
    // Each press is a step of its own.
    window.press_ctrl(Key::Z);
    assert_eq!(statuses(&window), [Invited, Absent, Present]);
    window.press_ctrl(Key::Z);
    assert_eq!(statuses(&window), [Invited, Present, Present]);
}

#[test]
fn a_key_is_told_to_who_hears_the_list_and_escape_leads_back_to_the_notes() {
    let mut window = opened(&three());
    let key = |window: &Window| {
        let line = window.get_by_role_and_label(Role::CheckBox, "سالم الغافي");
        line.accesskit_node().data().keyboard_shortcut().map(str::to_owned)
    };
    assert_eq!(key(&window), None);
    call_roll(&mut window);
    assert_eq!(key(&window).as_deref(), Some("3"));
    window.press(Key::Escape);
    window.settle();
    window.event(Event::Text("افتتح".to_owned()));
    window.settle();
    assert!(window.shows("افتتح"), "the notes have the caret");
    assert_eq!(statuses(&window), [AttendanceStatus::Invited; 3], "letters call nobody there");
}

#[test]
fn eighty_people_are_found_by_the_beginnings_of_their_names() {
    let mut names: Vec<String> = (1..80).map(|number| format!("ضيف رقم{number}")).collect();
    names.push("إيمان الشهري".to_owned());
    let mut window = opened(&names);
    call_roll(&mut window);
    assert!(window.shows("اكتب أول الاسم"));
    for letter in ["ا", "ي", "م"] {
        window.event(Event::Text(letter.to_owned()));
        window.step();
    }
    window.settle();
    assert_eq!(window.focused_name().as_deref(), Some("إيمان الشهري"), "whatever stands on its Alif");
    window.press(Key::Enter);
    assert_eq!(lines(&window)[79].status, AttendanceStatus::Present);
    assert!(window.shows("اكتب أول الاسم"), "what the keys do stays in sight");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    window.settle();
    assert_eq!(lines(&window)[79].status, AttendanceStatus::LeftEarly);
    let others = lines(&window).into_iter().take(79);
    assert!(others.into_iter().all(|line| line.status == AttendanceStatus::Invited));
}

#[test]
fn the_blank_inside_a_name_marks_nobody_and_the_open_item_stays_in_sight() {
    let mut names: Vec<String> = (1..80).map(|number| format!("ضيف رقم{number}")).collect();
    names.push("إيمان الشهري".to_owned());
    names.push("إيمان العمري".to_owned());
    let mut window = opened(&names);
    call_roll(&mut window);
    for letter in "ايمان الع".chars() {
        if letter == ' ' {
            window.event(Event::Key {
                key: Key::Space,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            });
        }
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.settle();
    assert_eq!(window.focused_name().as_deref(), Some("إيمان العمري"));
    assert!(statuses(&window).iter().all(|status| *status == AttendanceStatus::Invited), "nobody was marked");
    let item = window.get_by_role_and_label(Role::ListItem, "البند 1: الافتتاح").rect();
    assert!(item.min.y > 0.0 && item.max.y < 400.0, "the open item is in sight: {item:?}");
    for letter in ["ظ", "ظ"] {
        window.event(Event::Text(letter.to_owned()));
        window.step();
    }
    assert!(window.shows("لا أحد في القائمة"));
}

#[test]
fn the_button_of_the_head_leads_to_the_first_who_is_not_here_by_pointer_too() {
    let mut window = opened(&three());
    window.point_and_click("الحضور 0 من 3");
    assert_eq!(
        window.focused_name().as_deref(),
        Some("إبراهيم القصيبي"),
        "the click itself takes the focus from nobody"
    );
    window.press(Key::Num2);
    assert_eq!(statuses(&window)[1], AttendanceStatus::Present);
}
