//! Meetings that begin as others did: kept as a template, or copied; in the form, by keyboard.

use crate::support::{Setup, TODAY, Window, open, plain};
use eframe::egui::{Event, Key, Modifiers, Role};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, MeetingView, Templates};
use tansiq::store::{Attendee, Edit, Store};
use tansiq::strings::Language;

const TITLE: &str = "ورشة تنسيق الشراكات";

/// A meeting of no series, with bodies, presenters and times.
fn workshop(store: &Store) {
    let values = vec![("name", "سارة العنزي".into())];
    let presenter = store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person").record.expect("hers");
    let values = vec![
        ("title", TITLE.into()),
        ("kind", MeetingKind::Workshop.into()),
        ("date", TODAY.into()),
        ("start_time", "10:00".into()),
        ("end_time", "11:30".into()),
        ("venue", "مقر الأمانة".into()),
        ("city", "الدمام".into()),
        ("chair", Value::Number(presenter.id)),
    ];
    let parties = vec![
        ("أمانة الواحة".to_owned(), Side::Host),
        ("وزارة البلديات".to_owned(), Side::CoHost),
        ("جمعية البيئة".to_owned(), Side::Invited),
    ];
    let agenda = vec![("الافتتاح".to_owned(), Some(5)), ("عرض المبادرات".to_owned(), Some(25))];
    store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting");
    let item = read(store, MeetingId(1)).agenda[1].id.record();
    let values = vec![("presenter", Value::Number(presenter.id))];
    store.apply(Edit::Set { record: item, values, session: None, based_on: None }).expect("presented");
}

fn read(store: &Store, id: MeetingId) -> MeetingView {
    store.read(MeetingPage { id }).expect("the meeting is stored")
}

fn open_workshop(language: Language) -> Window {
    let mut window = open(&Setup { language, ..Setup::default() }, workshop);
    window.click_role(Role::Row, TITLE);
    window
}

fn type_text(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

/// All that a meeting begins with.
fn check_begun(view: &MeetingView, title: &str) {
    let meeting = &view.meeting;
    assert_eq!((meeting.title.as_str(), meeting.kind), (title, MeetingKind::Workshop));
    assert_eq!((meeting.venue.as_str(), meeting.city.as_str()), ("مقر الأمانة", "الدمام"));
    let times = [meeting.start, meeting.end].map(|time| time.expect("a time").to_string());
    assert_eq!(times, ["10:00", "11:30"]);
    assert_eq!(meeting.chair.as_ref().map(|chair| chair.name.as_str()), Some("سارة العنزي"));
    let bodies: Vec<(&str, Side)> = view.parties.iter().map(|party| (party.name.as_str(), party.side)).collect();
    let expected = [("أمانة الواحة", Side::Host), ("وزارة البلديات", Side::CoHost), ("جمعية البيئة", Side::Invited)];
    assert_eq!(bodies, expected);
    let items: Vec<(&str, Option<i64>, Option<&str>)> = view
        .agenda
        .iter()
        .map(|item| {
            let presenter = item.presenter.as_ref().map(|person| person.name.as_str());
            (item.title.as_str(), item.planned_minutes, presenter)
        })
        .collect();
    assert_eq!(items, [("الافتتاح", Some(5), None), ("عرض المبادرات", Some(25), Some("سارة العنزي"))]);
    assert_eq!((meeting.series.clone(), meeting.date), (None, None), "of no series, and on no day yet");
}

#[test]
fn a_meeting_is_kept_as_a_template_and_another_begins_from_it_by_keys_alone() {
    let mut window = open_workshop(Language::Arabic);
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "حفظ كقالب");
    assert!(window.shows(&format!("حُفظ القالب «{TITLE}»")));
    window.press_ctrl(Key::Num1);
    window.press_ctrl(Key::N);
    assert_eq!(window.focused_name().as_deref(), Some("عنوان الاجتماع"));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.settle();
    type_text(&mut window, "ورشة");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows("عرض المبادرات") || window.find("عرض المبادرات"), "the form is filled in");
    window.press_ctrl(Key::Enter);
    let Route::Meeting(made) = window.state().route() else { panic!("the new meeting is open") };
    assert_ne!(made, MeetingId(1));
    check_begun(&read(window.state().store(), made), TITLE);
}

#[test]
fn a_copy_of_a_meeting_begins_as_it_did_and_can_be_changed_first() {
    let mut window = open_workshop(Language::English);
    window.click("More for this meeting");
    window.click_role(Role::MenuItem, "Copy of this meeting…");
    assert_eq!(window.state().route(), Route::Meetings);
    assert_eq!(window.focused_name().as_deref(), Some("Title"));
    window.press_ctrl(Key::A);
    type_text(&mut window, "ورشة ثانية");
    window.press_ctrl(Key::Enter);
    let Route::Meeting(made) = window.state().route() else { panic!("the new meeting is open") };
    check_begun(&read(window.state().store(), made), "ورشة ثانية");
    // One step makes it, and one takes it back.
    let store = window.state().store();
    store.apply(Edit::Undo).expect("taken back");
    assert!(store.read(MeetingPage { id: made }).is_err());
}

#[test]
fn a_template_keeps_groups_without_names_as_it_keeps_people() {
    let mut window = open_workshop(Language::Arabic);
    let store = window.state().store().clone();
    let group = |name: &str, count| {
        let attendee = Attendee::Group { name: name.to_owned(), count };
        let meeting = MeetingId(1);
        store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("a group")
    };
    group("وفد هيئة السياحة", Some(5));
    group("ممثلو الجمعيات", None);
    let person = PersonId(1);
    let (meeting, attendee) = (MeetingId(1), Attendee::Known(person));
    store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("somebody");
    // Kept twice: the groups of the first time give way.
    for _ in 0..2 {
        store.send(Edit::KeepAsTemplate(MeetingId(1)));
        window.settle();
    }
    let template = store.read(Templates { containing: String::new() }).expect("the templates")[0].record;
    let values = vec![("title", "لقاء".into()), ("date", TODAY.into())];
    let begun = Edit::NewMeeting { values, parties: Vec::new(), agenda: Vec::new() };
    let made = store.apply(Edit::MeetingLike(template, Box::new(begun))).expect("a meeting").record.expect("it");
    let view = read(&store, MeetingId(made.id));
    let lines: Vec<(&str, Option<i64>, AttendanceStatus)> = view
        .attendance
        .iter()
        .map(|line| match &line.person {
            Some(person) => (person.name.as_str(), None, line.status),
            None => (line.group_name.as_str(), line.group_count, line.status),
        })
        .collect();
    let invited = AttendanceStatus::Invited;
    let expected =
        [("وفد هيئة السياحة", Some(5), invited), ("ممثلو الجمعيات", None, invited), ("سارة العنزي", None, invited)];
    assert_eq!(lines, expected);
    // The template's own page tells whom it invites.
    window.press_ctrl(Key::Num1);
    window.click("السلاسل");
    window.click_plain(Role::MenuItem, &format!("قالب: {TITLE}"));
    assert!(window.shows("وفد هيئة السياحة"), "the group stands on its page");
}

#[test]
fn a_template_is_no_series_and_is_kept_once_under_its_title() {
    let mut window = open_workshop(Language::Arabic);
    let store = window.state().store().clone();
    store.send(Edit::KeepAsTemplate(MeetingId(1)));
    window.settle();
    let item = read(&store, MeetingId(1)).agenda[0].id.record();
    store.apply(Edit::Remove(item)).expect("an item less");
    store.send(Edit::KeepAsTemplate(MeetingId(1)));
    window.settle();
    let templates = store.read(Templates { containing: String::new() }).expect("the templates");
    assert_eq!(templates.len(), 1);
    let begun =
        store.read(tansiq::store::query::Beginning { source: templates[0].record }).expect("what it begins with");
    assert_eq!(begun.agenda, [("عرض المبادرات".to_owned(), Some(25))]);
    window.press_ctrl(Key::Num1);
    // Among the series it stands as what it is, and its page begins a meeting from it.
    window.click("السلاسل");
    window.click_plain(Role::MenuItem, &format!("قالب: {TITLE}"));
    assert!(matches!(window.state().route(), Route::Record(_)));
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "اجتماع من هذا القالب…");
    let title = window.field("عنوان الاجتماع").value().expect("a title");
    assert_eq!(plain(&title), TITLE);
}
