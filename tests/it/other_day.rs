//! A meeting that begins on another day than its own says so and is put right with one press; and what was typed for
//! somebody whom the register has goes with them.

use crate::support::{NOW, Setup, StoreOptions, TODAY, Window, app, open_on};
use eframe::egui::{Key, Role};
use std::sync::Arc;
use tansiq::domain::*;
use tansiq::store::query::{Meeting, MeetingPage, Names};
use tansiq::store::{Edit, Store};
use tansiq::strings::Language;

const SAID: &str = "بدأ الاجتماع اليوم، وتاريخه المسجَّل";
const MEETING: MeetingId = MeetingId(1);

/// A meeting of that day, opened today.
fn opened(day: &'static str) -> Window {
    planned(day, Value::Empty)
}

/// The same, at that time.
fn planned(day: &'static str, time: Value) -> Window {
    let options = StoreOptions { clock: Arc::new(|| NOW * 1000), ..StoreOptions::default() };
    let fill = |store: &Store| {
        let values = vec![("title", "الاجتماع التنسيقي".into()), ("date", day.into()), ("start_time", time)];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
        store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
    };
    let mut window = open_on(&Setup::default(), options, fill);
    window.click_role(Role::Row, "الاجتماع التنسيقي");
    window
}

fn stored(window: &Window) -> Meeting {
    window.state().store().read(MeetingPage { id: MEETING }).expect("the meeting").meeting
}

#[test]
fn a_meeting_that_begins_on_another_day_says_so_and_takes_todays_date_with_one_press() {
    let mut window = opened("2026-11-20");
    assert!(!window.shows(SAID), "nothing began yet");
    window.click("بدء الاجتماع");
    assert!(window.shows(SAID) && window.shows("20 نوفمبر 2026م"));
    assert_eq!(stored(&window).start, None, "the time of another day says nothing of its own");
    window.click("حدّث الموعد إلى اليوم، 10:00 ص");
    assert!(!window.shows(SAID));
    assert_eq!(stored(&window).date.map(|date| date.iso()).as_deref(), Some(TODAY));
    assert!(stored(&window).start.is_some(), "it began at a time of this day");
    window.press_ctrl(Key::Z);
    assert_eq!(stored(&window).date.map(|date| date.iso()).as_deref(), Some("2026-11-20"));
    assert!(window.shows(SAID));
}

#[test]
fn the_time_at_which_it_began_comes_with_todays_date_in_one_step() {
    let times = |window: &Window| {
        let meeting = stored(window);
        [meeting.start, meeting.began].map(|time| time.map(|time| time.to_string()).unwrap_or_default())
    };
    let mut window = planned("2026-11-20", "16:30".into());
    window.click("بدء الاجتماع");
    assert_eq!(times(&window), ["16:30", ""]);
    window.click("حدّث الموعد إلى اليوم، 10:00 ص");
    assert_eq!(times(&window), ["10:00", "10:00"]);
    assert!(!window.shows("4:30 م"));
    window.press_ctrl(Key::Z);
    assert_eq!(times(&window), ["16:30", ""]);
    assert_eq!(stored(&window).date.map(|date| date.iso()).as_deref(), Some("2026-11-20"));
}

#[test]
fn a_meeting_that_begins_on_its_day_says_nothing() {
    let mut window = opened(TODAY);
    window.click("بدء الاجتماع");
    assert!(!window.shows(SAID));
}

#[test]
fn a_title_typed_before_a_name_that_the_register_has_is_kept() {
    let mut window = app(Language::Arabic);
    window.click_role(Role::Row, "الاجتماع التنسيقي مع جمعيات منطقة الواحة");
    window.type_into("إضافة إلى الحضور", "الدكتور ابراهيم القصيبى");
    window.press(Key::Enter);
    window.type_into("المنصب", "مستشار");
    window.click_plain(Role::Button, "استخدم: م. إبراهيم القصيبي — مدير إدارة شؤون الجمعيات، وزارة تنمية المدن والقرى");
    let named = |window: &Window| {
        let asked = Names { entity: Entity::Person, list: None, containing: "القصيبي".to_owned() };
        window.state().store().read(asked).expect("the names")[0].name.clone()
    };
    assert_eq!(named(&window), "د. إبراهيم القصيبي");
    assert!(window.shows("صار لقبه في سجل الأشخاص: الدكتور"));
    let meeting = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the meeting");
    let line =
        meeting.attendance.iter().find(|line| line.person.as_ref().is_some_and(|one| one.name.contains("القصيبي")));
    assert_eq!(line.expect("their line").post, "مستشار", "so is the post of the day");
    window.press_ctrl(Key::Z);
    assert_eq!(named(&window), "م. إبراهيم القصيبي", "the title alone is taken back first");
}
