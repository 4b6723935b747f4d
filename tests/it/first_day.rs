//! What somebody meets who enters one held meeting in full: places that are silent, lists that open again and again.

use crate::support::{Setup, Window, empty, open, plain};
use eframe::egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Role, TouchPhase, vec2};
use egui_kittest::kittest::Queryable;
use tansiq::app::UiCommand;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{MeetingList, MeetingPage, OrganisationList};
use tansiq::store::{Edit, Store};
use tansiq::strings::Language;

fn undated(store: &Store) {
    let values = vec![("title", "اجتماع تنسيقي".into())];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
}

fn on_the_body(window: &mut Window) {
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "أمانة الواحة");
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Record(_)));
}

fn kinds(window: &Window) -> Vec<OrganisationKind> {
    let found = window.state().store().read(OrganisationList { containing: String::new() }).expect("the bodies");
    found.iter().map(|body| body.kind).collect()
}

fn is_told_without_a_day(window: &Window) -> bool {
    let words = |text: Option<String>| text.is_some_and(|text| plain(&text).contains("تاريخه غير محدد"));
    window.query_all_by(|node| words(node.label())).next().is_some()
}

#[test]
fn a_closed_list_in_a_form_can_be_chosen_from_each_time_the_form_is_opened() {
    let mut window = open(&Setup::default(), undated);
    on_the_body(&mut window);
    let choices = [("بلدية", OrganisationKind::Municipality), ("وزارة", OrganisationKind::Ministry)];
    for (words, kind) in choices {
        window.click_role(Role::Button, "تعديل");
        window.click_role(Role::ComboBox, "النوع");
        window.click_role(Role::MenuItem, words);
        window.press_ctrl(Key::Enter);
        assert_eq!(kinds(&window), [kind]);
    }
}

#[test]
fn a_meeting_without_a_date_is_told_as_one_and_not_as_held_when_it_was_written_down() {
    let mut window = open(&Setup::default(), undated);
    on_the_body(&mut window);
    assert!(is_told_without_a_day(&window));
    let mut window = open(&Setup::default(), |store| {
        undated(store);
        let (record, values) = (MeetingId(1).record(), vec![("date", "2026-10-14".into())]);
        store.apply(Edit::Set { record, values, session: None, based_on: None }).expect("dated");
    });
    on_the_body(&mut window);
    assert!(!is_told_without_a_day(&window));
}

#[test]
fn the_bodies_of_a_meeting_open_where_one_types_and_enter_takes_nobody_away() {
    let mut window = open(&Setup::default(), undated);
    window.click_role(Role::Row, "اجتماع تنسيقي");
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "الجهات المشاركة");
    window.press(Key::Enter);
    let sides = |window: &Window| -> Vec<Side> {
        let page = window.state().store().read(MeetingPage { id: MeetingId(1) }).expect("the meeting");
        page.parties.iter().map(|party| party.side).collect()
    };
    assert_eq!(sides(&window), [Side::Host]);
    window.type_into("إعلامية", "الحقيقة");
    window.press(Key::Enter);
    assert_eq!(sides(&window), [Side::Host, Side::Media]);
    assert_eq!(kinds(&window), [OrganisationKind::Amana, OrganisationKind::Media]);
}

#[test]
fn the_next_of_a_series_without_dates_or_a_host_of_its_own_shows_what_is_still_open() {
    let window = open(&Setup::default(), |store| {
        let values = vec![("title", "اجتماعات الشراكة".into())];
        let series = store.apply(Edit::Add { entity: Entity::Series, values }).expect("a series").record.expect("it");
        let values = vec![("title", "اجتماع تنسيقي".into()), ("series", Value::Number(series.id))];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
        store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
        let values = vec![
            ("kind", OutcomeKind::Recommendation.into()),
            ("text", "آليات تعزيز التكامل".into()),
            ("meeting", Value::Number(1)),
        ];
        store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("a recommendation");
        store.apply(Edit::NextMeeting(SeriesId(series.id))).expect("the next one");
    });
    let next = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the next one");
    let open: Vec<&str> = next.earlier.iter().map(|outcome| outcome.text.as_str()).collect();
    assert_eq!(open, ["آليات تعزيز التكامل"]);
    let hosts: Vec<&str> = next.parties.iter().map(|party| party.name.as_str()).collect();
    assert_eq!(hosts, ["أمانة الواحة"], "as the last time");
    // It is offered by the series alone too.
    window.state().store().apply(Edit::Remove(next.parties[0].id.record())).expect("removed");
    let next = window.state().store().read(MeetingPage { id: MeetingId(2) }).expect("the next one");
    assert_eq!(next.earlier.len(), 1);
}

#[test]
fn a_record_is_seen_from_its_top_wherever_another_one_was_left() {
    let mut window = open(&Setup::default(), |store| {
        undated(store);
        for name in ["وزارة الواحة", "هيئة الواحة"] {
            let values = vec![("name", name.into())];
            store.apply(Edit::Add { entity: Entity::Organisation, values }).expect("a body");
        }
    });
    let goes_to = |window: &mut Window, name: &str| {
        window.press_ctrl(Key::Num7);
        window.click_role(Role::Row, name);
        window.press(Key::Enter);
    };
    let names = |window: &Window| window.query_all_by_label("أسماء أخرى").next().expect("the names").rect();
    let top = |window: &Window| names(window).top();
    goes_to(&mut window, "وزارة الواحة");
    let first = top(&window);
    let place = names(&window).center();
    window.event(Event::PointerMoved(place));
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -120.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: MouseWheelSource::Unknown,
    });
    window.settle();
    assert!(top(&window) < first, "it is scrolled");
    goes_to(&mut window, "هيئة الواحة");
    assert_eq!(top(&window), first);
}

#[test]
fn a_meetings_place_is_suggested_by_the_list_and_may_be_another() {
    let mut window = empty(Language::Arabic);
    let values = vec![("list", EntryList::Place.into()), ("name", "مركز الحي الشمالي".into())];
    window.state().store().apply(Edit::Add { entity: Entity::Entry, values }).expect("a place");
    let mut meeting_at = |title: &str, typed: &str, is_chosen: bool, expected: &str| {
        window.press_ctrl(Key::N);
        window.settle();
        window.type_into("عنوان الاجتماع", title);
        window.type_into("مكان الانعقاد", typed);
        window.settle();
        if is_chosen {
            window.press(Key::Enter);
        }
        window.press_ctrl(Key::Enter);
        window.settle();
        let rows = window.state().store().read(MeetingList::all(String::new())).expect("the meetings").rows;
        assert!(rows.iter().any(|row| row.title == title && row.venue == expected), "{title}: {rows:?}");
        window.state_mut().command(UiCommand::GoMeetings);
        window.settle();
    };
    meeting_at("لقاء الجيران", "الشمالى", true, "مركز الحي الشمالي");
    meeting_at("لقاء المتطوعين", "خيمة الساحة", false, "خيمة الساحة");
}
