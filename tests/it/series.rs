//! A meeting's life from its head, and series: made, belonged to, the next one by its rule.

use crate::support::{Setup, Window, open};
use eframe::egui::{Key, Role};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{Meeting, MeetingPage, RecordPage};
use tansiq::store::{Edit, Store};

fn scheduled(store: &Store) {
    let values = vec![
        ("title", "الاجتماع التنسيقي".into()),
        ("date", "2026-11-23".into()),
        ("status", MeetingStatus::Scheduled.into()),
    ];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
    let configure = Edit::Configure { key: "coordinator".to_owned(), value: "سالم الغافي".to_owned() };
    store.apply(configure).expect("a setting");
}

fn opened(fill: impl FnOnce(&Store)) -> Window {
    let mut window = open(&Setup::default(), fill);
    window.click_role(Role::Row, "الاجتماع التنسيقي");
    window
}

fn meeting(window: &Window, id: i64) -> Meeting {
    window.state().store().read(MeetingPage { id: MeetingId(id) }).expect("the meeting").meeting
}

#[test]
fn a_meeting_is_put_off_with_its_reason_and_the_move_is_kept() {
    let mut window = opened(scheduled);
    window.click("حالة الاجتماع");
    assert!(!window.find("انعقد"), "only what may follow is offered");
    window.click_role(Role::MenuItem, "مؤجل");
    window.type_into("السبب", "سفر رئيس الاجتماع");
    window.press_ctrl(Key::Enter);
    assert_eq!(meeting(&window, 1).status, MeetingStatus::Postponed);
    let page = window.state().store().read(RecordPage { record: MeetingId(1).record() }).expect("its page");
    let [step] = page.progress.try_into().expect("one move");
    assert_eq!(step.to_label.as_deref(), Some("meeting-status-postponed"));
    assert_eq!((step.text.as_str(), step.person.as_str()), ("سفر رئيس الاجتماع", "سالم الغافي"));
    window.press_ctrl(Key::Z);
    assert_eq!(meeting(&window, 1).status, MeetingStatus::Scheduled);
}

#[test]
fn what_a_move_needs_is_said() {
    let mut window = opened(|store| {
        let values = vec![("title", "الاجتماع التنسيقي".into())];
        store.apply(Edit::NewMeeting { values, parties: Vec::new(), agenda: Vec::new() }).expect("a meeting");
    });
    window.click("حالة الاجتماع");
    window.click_role(Role::MenuItem, "مجدول");
    assert!(window.shows("أكمل «التاريخ» أولًا"));
    assert_eq!(meeting(&window, 1).status, MeetingStatus::Draft);
}

#[test]
fn a_series_is_made_from_a_meeting_and_makes_the_next_one() {
    let mut window = opened(|store| {
        scheduled(store);
        let add = |entity, values| store.apply(Edit::Add { entity, values }).expect("added").record.expect("it");
        let guest = add(Entity::Person, vec![("name", "نورة العتيبي".into()), ("post", "مديرة البرامج".into())]);
        let values = vec![
            ("title", "اللقاء الدوري".into()),
            ("kind", "regular".into()),
            ("repeats", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO".into()),
            ("organisation", Value::Number(1)),
        ];
        let series = add(Entity::Series, values);
        add(Entity::Link, vec![("source", series.into()), ("kind", "invites".into()), ("target", guest.into())]);
        let values = vec![("series", Value::Number(series.id))];
        let record = MeetingId(1).record();
        store.apply(Edit::Set { record, values, session: None, based_on: None }).expect("it belongs to it");
    });
    window.click("أوامر أخرى للاجتماع");
    window.click("الاجتماع التالي في السلسلة");
    assert_eq!(window.state().route(), Route::Meeting(MeetingId(2)));
    // The page of the meeting that was just made is on its way.
    window.settle();
    let next = meeting(&window, 2);
    assert_eq!((next.title.as_str(), next.kind), ("اللقاء الدوري", MeetingKind::Regular));
    // The meeting was on Monday the 23rd: two weeks on.
    assert_eq!(next.date.map(|date| date.iso()).as_deref(), Some("2026-12-07"));
    assert_eq!(next.status, MeetingStatus::Scheduled);
    let view = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the meeting");
    assert_eq!(view.parties[0].name, "أمانة الواحة");
    assert_eq!(view.attendance[0].post, "مديرة البرامج");
    window.click("أوامر أخرى للاجتماع");
    window.click("صفحة السلسلة");
    assert!(window.shows("كل أسبوعين يوم الاثنين"));
    assert!(window.shows("الاجتماع التنسيقي") && window.shows("اجتماعات السلسلة"));
}

#[test]
fn a_series_is_made_with_its_rule_and_the_days_it_leads_to() {
    let mut window = open(&Setup::default(), scheduled);
    window.click("السلاسل");
    window.click_role(Role::MenuItem, "سلسلة جديدة…");
    window.type_into("اسم السلسلة", "اللقاء الشهري");
    window.click_role(Role::ComboBox, "التكرار");
    window.click_role(Role::MenuItem, "بالأشهر");
    window.click_role(Role::ComboBox, "أيّها");
    window.click_role(Role::MenuItem, "ثاني");
    assert!(window.shows("ثاني أحد من كل شهر"));
    assert!(window.shows("القادم:"), "with the days it leads to");
    window.press_ctrl(Key::Enter);
    window.click("السلاسل");
    window.click_role(Role::MenuItem, "اللقاء الشهري");
    assert!(window.shows("ثاني أحد من كل شهر"), "its page says the rule");
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "الاجتماع التالي في السلسلة");
    let next = meeting(&window, 2);
    assert_eq!(next.date.map(|date| date.iso()).as_deref(), Some("2026-12-13"));
    assert_eq!(next.status, MeetingStatus::Draft, "without a host it is no more than a draft");
}
