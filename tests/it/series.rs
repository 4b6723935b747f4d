//! A meeting's life from its head, and series: made, belonged to, the next one by its rule.

use crate::support::{Setup, Window, open};
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{Meeting, MeetingPage, RecordPage};
use tansiq::store::{Attendee, Edit, Store};

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
    assert!(!window.find("متابعة الاجتماع من حيث توقف"), "only what may follow is offered");
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
fn of_much_that_is_open_the_rest_is_counted_and_one_press_from_its_register() {
    let mut window = open(&Setup::default(), |store| {
        scheduled(store);
        let values = vec![("title", "اللقاء الأول".into()), ("date", "2026-10-01".into())];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
        let earlier = store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
        let earlier = earlier.record.expect("it").id;
        for number in 0..53 {
            let values = vec![
                ("kind", OutcomeKind::FollowUp.into()),
                ("text", format!("مهمة {number}").into()),
                ("meeting", Value::Number(earlier)),
            ];
            store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("a task");
        }
        let values = vec![("kind", OutcomeKind::FollowUp.into()), ("text", "من لا مكان".into())];
        store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("another task");
    });
    window.click_role(Role::Row, "الاجتماع التنسيقي");
    assert!(window.shows("53 مفتوحة"), "the true count");
    // It stands below the list: the focus brings it into sight.
    window.get_by_label("و3 أخرى مفتوحة — افتح السجل").focus();
    window.settle();
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::FollowUps);
    assert!(window.shows("الجهة المنظمة للاجتماع"), "the filter says what is shown");
    assert!(window.shows("53 صفًا") && !window.shows("من لا مكان"), "{:?}", window.rows());
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
fn a_meeting_that_was_held_before_is_written_down_without_a_clock_or_a_guessed_day() {
    let mut window = opened(|store| {
        let values = vec![("title", "الاجتماع التنسيقي".into())];
        store.apply(Edit::NewMeeting { values, parties: Vec::new(), agenda: Vec::new() }).expect("a meeting");
    });
    let says_held = |window: &mut Window| {
        window.click("حالة الاجتماع");
        window.click_role(Role::MenuItem, "انعقد من قبل");
    };
    says_held(&mut window);
    assert!(window.shows("أكمل «الحضور» أولًا"));
    let (meeting, status) = (MeetingId(1), AttendanceStatus::Present);
    let attendee = Attendee::Group { name: "عدد من الجمعيات".to_owned(), count: None };
    window.state().store().apply(Edit::AddAttendee { meeting, attendee, status }).expect("on the list");
    window.settle();
    says_held(&mut window);
    let held = self::meeting(&window, 1);
    assert_eq!((held.status, held.date, held.ran_seconds), (MeetingStatus::Held, None, 0));
    assert!(window.find("اعتماد المحضر"), "its minutes are next");
}

#[test]
fn a_meeting_whose_day_is_over_is_marked_as_held_after_its_gaps_were_shown_and_its_clock_does_not_run() {
    let mut window = opened(|store| {
        scheduled(store);
        let record = MeetingId(1).record();
        let values = vec![("date", "2026-11-22".into())];
        store.apply(Edit::Set { record, values, session: None, based_on: None }).expect("yesterday");
        let attendee = Attendee::Group { name: "عدد من الجمعيات".to_owned(), count: None };
        let (meeting, status) = (MeetingId(1), AttendanceStatus::Present);
        store.apply(Edit::AddAttendee { meeting, attendee, status }).expect("on the list");
    });
    assert!(!window.find("بدء الاجتماع"), "its clock would tell of another day");
    window.click("تسجيل انعقاده");
    assert!(window.shows("قبل إنهاء الاجتماع"), "what its minutes lack is asked for first");
    window.click("إنهاء الاجتماع");
    let held = meeting(&window, 1);
    assert_eq!((held.status, held.ran_seconds), (MeetingStatus::Held, 0));
    assert_eq!(held.date.map(|day| day.iso()).as_deref(), Some("2026-11-22"));
    assert!(window.find("اعتماد المحضر"), "its minutes are next");
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
    // The search runs what the menu of the page offers.
    window.press_ctrl(Key::K);
    window.event(Event::Text(">التالي".to_owned()));
    window.settle();
    window.press(Key::Enter);
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

/// A series whose only meeting had somebody, a group and a second body; its own ties name nobody.
fn with_guests(store: &Store) {
    scheduled(store);
    let add = |entity, values| store.apply(Edit::Add { entity, values }).expect("added").record.expect("it");
    let guest = add(Entity::Person, vec![("name", "نورة العتيبي".into())]);
    let series =
        add(Entity::Series, vec![("title", "اللقاء الدوري".into()), ("repeats", "FREQ=WEEKLY;BYDAY=MO".into())]);
    let meeting = MeetingId(1);
    let values = vec![("series", Value::Number(series.id))];
    store.apply(Edit::Set { record: meeting.record(), values, session: None, based_on: None }).expect("it belongs");
    let party = Edit::AddParty { meeting, organisation: "وزارة الواحة".to_owned(), side: Side::CoHost };
    store.apply(party).expect("a body");
    let status = AttendanceStatus::Present;
    let attendees =
        [Attendee::Known(PersonId(guest.id)), Attendee::Group { name: "جمعيات أهلية".to_owned(), count: Some(7) }];
    for attendee in attendees {
        store.apply(Edit::AddAttendee { meeting, attendee, status }).expect("a line");
    }
}

#[test]
fn the_next_meeting_invites_those_of_the_last_one_and_the_page_says_so_before() {
    let mut window = opened(with_guests);
    window.click("أوامر أخرى للاجتماع");
    window.click("صفحة السلسلة");
    assert!(window.shows("المدعوون إلى الاجتماع التالي"));
    assert!(window.shows("نورة العتيبي") && window.shows("جمعيات أهلية") && window.shows("وزارة الواحة"));
    assert!(window.shows("هم من كان في آخر اجتماع"));
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "الاجتماع التالي في السلسلة");
    let view = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the next one");
    let parties: Vec<(&str, Side)> = view.parties.iter().map(|party| (party.name.as_str(), party.side)).collect();
    assert_eq!(parties, [("أمانة الواحة", Side::Host), ("وزارة الواحة", Side::CoHost)]);
    let invited: Vec<AttendanceStatus> = view.attendance.iter().map(|line| line.status).collect();
    assert_eq!(invited, [AttendanceStatus::Invited; 2]);
    assert_eq!((view.attendance[1].group_name.as_str(), view.attendance[1].group_count), ("جمعيات أهلية", Some(7)));
}

#[test]
fn a_series_that_names_its_own_invites_them_alone() {
    let mut window = opened(with_guests);
    window.click("أوامر أخرى للاجتماع");
    window.click("صفحة السلسلة");
    window.click("دعوة إلى السلسلة");
    window.type_into("السجل", "نورة");
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    assert!(window.shows("هم مدعوو السلسلة"));
    // The same tie again is said.
    window.click("دعوة إلى السلسلة");
    window.type_into("السجل", "نورة");
    window.press(Key::Enter);
    assert!(window.shows("الرابط مع «نورة العتيبي» موجود بهذا المعنى من قبل."));
    window.press(Key::Escape);
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "الاجتماع التالي في السلسلة");
    let view = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the next one");
    assert_eq!((view.parties.len(), view.attendance.len()), (1, 1));
}

#[test]
fn the_key_that_made_the_next_meeting_puts_nothing_on_its_agenda() {
    let mut window = opened(with_guests);
    window.click("أوامر أخرى للاجتماع");
    for _ in 0..9 {
        if window.focused_name().as_deref() == Some("الاجتماع التالي في السلسلة") {
            break;
        }
        window.press(Key::ArrowDown);
    }
    // Held down for a while, as a hand does.
    let held =
        |repeat| Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat, modifiers: Modifiers::NONE };
    window.event(held(false));
    window.settle();
    assert_eq!(window.state().route(), Route::Meeting(MeetingId(2)));
    for _ in 0..5 {
        window.event(held(true));
        window.settle();
    }
    window.event(Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: false,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.settle();
    let view = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the next one");
    assert!(view.agenda.is_empty(), "{:?}", view.agenda);
}

#[test]
fn a_new_meeting_takes_its_series_and_its_host_by_any_name() {
    let mut window = open(&Setup::default(), |store| {
        with_guests(store);
        let values =
            vec![("organisation", Value::Number(1)), ("name", "بلدية الواحة الكبرى".into()), ("kind", "former".into())];
        store.apply(Edit::Add { entity: Entity::Alias, values }).expect("another name");
    });
    window.press_ctrl(Key::N);
    window.type_into("السلسلة", "الدوري");
    window.press(Key::Enter);
    window.type_into("الجهة المنظمة", "بلدية الواحة الكبرى");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    let view = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the meeting");
    assert_eq!(view.meeting.series.map(|(_, title)| title).as_deref(), Some("اللقاء الدوري"));
    assert_eq!(view.meeting.title, "اللقاء الدوري", "a meeting without a title takes that of its series");
    assert_eq!(view.parties[0].name, "أمانة الواحة");
}

#[test]
fn a_meetings_page_leads_back_to_the_meeting() {
    let mut window = opened(scheduled);
    window.click("أوامر أخرى للاجتماع");
    window.click("سجل الاجتماع وتغييراته");
    assert_eq!(window.state().route(), Route::Record(MeetingId(1).record()));
    window.click("فتح الاجتماع");
    assert_eq!(window.state().route(), Route::Meeting(MeetingId(1)));
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
