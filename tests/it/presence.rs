//! The attendance in full: statuses, roles, deputies, delegations, times, order, signatures.

use crate::support::{Setup, Window, open};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use tansiq::domain::*;
use tansiq::store::query::{AttendanceView, MeetingPage, MeetingView};
use tansiq::store::{Attendee, Edit, Store};

const MEETING: MeetingId = MeetingId(1);

/// A running meeting of an amana with a ministry: their people in the order in which they came.
fn running(store: &Store) {
    let values = vec![("title", "الاجتماع التنسيقي".into()), ("date", "2026-11-23".into())];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host), ("وزارة تنمية المدن".to_owned(), Side::CoHost)];
    store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
    for (name, post, body) in [
        ("إبراهيم القصيبي", "مدير إدارة الجمعيات", "وزارة تنمية المدن"),
        ("ماجد الدوسري", "وكيل مساعد للشراكات", "أمانة الواحة"),
        ("سالم الغافي", "وكيل الأمين للخدمات", "أمانة الواحة"),
    ] {
        let attendee = Attendee::New {
            name: name.to_owned(),
            honorific: None,
            post: post.to_owned(),
            organisation: body.to_owned(),
        };
        store
            .apply(Edit::AddAttendee { meeting: MEETING, attendee, status: AttendanceStatus::Invited })
            .expect("added");
    }
    let to = MeetingStatus::InProgress;
    store.apply(Edit::MoveMeeting { meeting: MEETING, to, reason: String::new() }).expect("it runs");
}

fn opened() -> Window {
    let mut window = open(&Setup::default(), running);
    window.click_role(Role::Row, "الاجتماع التنسيقي");
    window
}

fn view(window: &Window) -> MeetingView {
    window.state().store().read(MeetingPage { id: MEETING }).expect("the meeting")
}

fn line(window: &Window, name: &str) -> AttendanceView {
    let found = view(window)
        .attendance
        .into_iter()
        .find(|line| line.person.as_ref().is_some_and(|person| person.name == name) || line.group_name == name);
    found.expect("a line")
}

/// Chooses from the menu of a line, and from what opens beside an entry of it.
fn choose(window: &mut Window, name: &str, entry: &str, child: Option<&str>) {
    window.get_by_role_and_label(Role::CheckBox, name).focus();
    window.settle();
    window.click(&format!("تفاصيل حضور {name}"));
    window.click_role(Role::MenuItem, entry);
    if let Some(child) = child {
        window.click_role(Role::MenuItem, child);
    }
}

#[test]
fn the_menu_of_a_line_says_all_there_is_to_say() {
    let mut window = opened();
    choose(&mut window, "سالم الغافي", "الحضور", Some("متأخر"));
    let late = line(&window, "سالم الغافي");
    assert_eq!(late.status, AttendanceStatus::Late);
    assert_eq!(late.came_at.map(|time| time.to_string()).as_deref(), Some("10:00"), "who comes late came now");
    choose(&mut window, "سالم الغافي", "الصفة", Some("رئيس الاجتماع"));
    assert_eq!(view(&window).meeting.chair.map(|person| person.name).as_deref(), Some("سالم الغافي"));
    choose(&mut window, "ماجد الدوسري", "الصفة", Some("مقدّم"));
    assert_eq!(line(&window, "ماجد الدوسري").role, Some(tansiq::domain::Role::Presenter));
    choose(&mut window, "ماجد الدوسري", "تم التوقيع", None);
    assert!(line(&window, "ماجد الدوسري").is_signed);
    window.press_ctrl(Key::Z);
    assert!(!line(&window, "ماجد الدوسري").is_signed);
}

#[test]
fn an_apology_asks_for_its_reason() {
    let mut window = opened();
    choose(&mut window, "إبراهيم القصيبي", "الحضور", Some("معتذر"));
    window.type_into("العذر", "إجازة");
    window.press_ctrl(Key::Enter);
    let line = line(&window, "إبراهيم القصيبي");
    assert_eq!((line.status, line.excuse.as_str()), (AttendanceStatus::Apology, "إجازة"));
}

#[test]
fn who_sends_a_deputy_is_represented_and_not_counted_twice() {
    let mut window = opened();
    window.click_role(Role::CheckBox, "ماجد الدوسري");
    choose(&mut window, "ماجد الدوسري", "تفاصيل الحضور…", None);
    window.type_into("ينوب عن", "سالم");
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    assert_eq!(line(&window, "سالم الغافي").status, AttendanceStatus::Deputised);
    assert!(window.shows("نيابة عن سالم الغافي"));
    assert!(window.shows("الحضور 1 من 2، وعدد الجهات 1"));
}

#[test]
fn a_delegation_without_names_counts_as_it_is_known() {
    let mut window = opened();
    window.type_into("إضافة إلى الحضور", "وفد الجمعيات الأهلية");
    window.press(Key::Enter);
    window.click("مجموعة");
    window.press_ctrl(Key::Enter);
    let group = line(&window, "وفد الجمعيات الأهلية");
    assert_eq!((group.group_count, group.status), (None, AttendanceStatus::Present));
    assert!(window.shows("إضافة إلى ممثلين لم يُحدَّد عددهم"));
    choose(&mut window, "وفد الجمعيات الأهلية", "تفاصيل الحضور…", None);
    window.type_into("العدد", "7");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("الحضور 7 من 10، وعدد الجهات 0"));
}

#[test]
fn lines_stand_by_protocol_or_as_they_are_moved() {
    let mut window = opened();
    let names = |window: &Window| -> Vec<String> {
        view(window).attendance.iter().filter_map(|line| line.person.as_ref().map(|row| row.name.clone())).collect()
    };
    assert_eq!(names(&window), ["إبراهيم القصيبي", "ماجد الدوسري", "سالم الغافي"]);
    window.click("الترتيب حسب البروتوكول");
    assert_eq!(names(&window), ["سالم الغافي", "ماجد الدوسري", "إبراهيم القصيبي"], "host first, by level");
    window.get_by_role_and_label(Role::CheckBox, "إبراهيم القصيبي").focus();
    window.settle();
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    window.settle();
    assert_eq!(names(&window), ["سالم الغافي", "إبراهيم القصيبي", "ماجد الدوسري"]);
}

#[test]
fn a_later_post_does_not_change_an_old_list() {
    let window = opened();
    let store = window.state().store();
    store.apply(Edit::MoveMeeting { meeting: MEETING, to: MeetingStatus::Held, reason: String::new() }).expect("held");
    let person = line(&window, "سالم الغافي").person.expect("a person").id;
    let values = vec![("post", "أمين".into())];
    store.apply(Edit::Set { record: person.record(), values, session: None, based_on: None }).expect("another post");
    assert_eq!(line(&window, "سالم الغافي").post, "وكيل الأمين للخدمات");
    assert_eq!(line(&window, "سالم الغافي").person.expect("a person").post, "أمين");
}
