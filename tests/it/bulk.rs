//! Several records changed at once: one step of undo, and those that may not be changed named with the reason.

use crate::support::{Window, app, empty};
use eframe::egui::{Key, Modifiers, Role};
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::store::Edit;
use tansiq::store::query::{Condition, Names, RecordList, RecordRows, Which};
use tansiq::strings::Language;

/// What the follow-ups hold in a field.
fn held(window: &Window, field: &'static str) -> Vec<Value> {
    let found = listed(window, vec![field], Vec::new());
    found.rows.iter().map(|row| found.cell(row, field).expect("asked for").value.clone()).collect()
}

fn listed(window: &Window, columns: Vec<&'static str>, conditions: Vec<Condition>) -> RecordRows {
    let which = Which {
        entity: Entity::Outcome,
        kinds: vec![OutcomeKind::FollowUp.code()],
        conditions,
        containing: String::new(),
        order: Vec::new(),
        today: Date::from_iso(crate::support::TODAY).expect("a day"),
    };
    window.state().store().read(RecordList { which, columns, first: 0, count: 100 }).expect("the follow-ups")
}

/// The follow-ups with all of them selected.
fn all_selected(language: Language) -> Window {
    let mut window = app(language);
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window
}

#[test]
fn a_status_is_given_to_several_with_one_reason_and_taken_back_at_once() {
    let mut window = all_selected(Language::Arabic);
    assert!(window.shows("4 سجلات محددة"));
    window.click("الحالة…");
    window.click_role(Role::MenuItem, "قيد التعليق");
    window.type_into("السبب", "بانتظار الميزانية");
    window.click("انقل");
    let on_hold = |window: &Window| {
        held(window, "status").into_iter().filter(|status| *status == OutcomeStatus::OnHold.into()).count()
    };
    assert_eq!(on_hold(&window), 3);
    // What is done is not held up; it is named.
    assert!(window.shows("سجل واحد بقي كما هو"));
    assert!(window.shows("لا يُنتقل من «منجزة» إلى «قيد التعليق» مباشرة."));
    window.click("حسنًا");
    window.press_ctrl(Key::Z);
    assert_eq!(on_hold(&window), 0);
    assert!(window.shows("تراجع عن: تغيير حالة 3 سجلات"));
}

#[test]
fn moves_that_are_called_off_at_their_reason_are_not_said_to_be_done() {
    let mut window = all_selected(Language::Arabic);
    window.click("الحالة…");
    window.click_role(Role::MenuItem, "قيد التعليق");
    window.press(Key::Escape);
    assert!(!window.shows("بقي كما هو") && !window.shows("عُدّل"), "nothing was changed, and nobody asks why not");
    let statuses = held(&window, "status");
    assert!(statuses.iter().all(|status| *status != OutcomeStatus::OnHold.into()), "{statuses:?}");
}

#[test]
fn an_owner_a_day_and_a_priority_are_given_to_all_selected() {
    let mut window = all_selected(Language::English);
    window.click("Owner…");
    window.type_into("Owner", "سارة القحطاني");
    window.press_ctrl(Key::Enter);
    let owners = held(&window, "person");
    assert!(owners.iter().all(|owner| matches!(owner, Value::Number(_)) && *owner == owners[0]), "{owners:?}");
    window.click("Due…");
    window.type_into("Due", "2026-12-31");
    window.press_ctrl(Key::Enter);
    assert!(held(&window, "due").iter().all(|due| *due == "2026-12-31".into()));
    window.click("Priority…");
    window.click_role(Role::ComboBox, "Priority");
    window.click_role(Role::MenuItem, "Urgent");
    window.press_ctrl(Key::Enter);
    assert!(held(&window, "priority").iter().all(|priority| *priority == Priority::Urgent.into()));
    // One step each.
    window.press_ctrl(Key::Z);
    assert!(held(&window, "priority").iter().all(|priority| *priority == Value::Empty));
    assert!(held(&window, "due").iter().all(|due| *due == "2026-12-31".into()));
    assert!(window.shows("change of 4 records"));
}

#[test]
fn several_are_tagged_and_deleted_and_it_is_all_taken_back() {
    let mut window = all_selected(Language::Arabic);
    window.click("وسم…");
    window.type_into("الوسم", "الربع الأول");
    window.press_ctrl(Key::Enter);
    let tags = Names { entity: Entity::Entry, list: Some(EntryList::Tag), containing: "الربع".to_owned() };
    let tag = window.state().store().read(tags).expect("the tags")[0].record;
    assert_eq!(listed(&window, Vec::new(), vec![Condition::TiedTo(tag)]).total, 4);
    window.click_role(Role::Button, "حذف");
    assert!(window.shows("لا متابعات بعد"));
    window.press_ctrl(Key::Z);
    assert_eq!(window.rows().len(), 4);
    assert!(window.shows("تراجع عن: حذف 4 سجلات"));
}

#[test]
fn a_tag_says_how_many_got_it_and_how_many_had_it() {
    let mut window = all_selected(Language::Arabic);
    let tag = |window: &mut Window| {
        window.click("وسم…");
        window.type_into("الوسم", "الربع الأول");
        window.press_ctrl(Key::Enter);
    };
    tag(&mut window);
    assert!(window.shows("عُدِّلت 4 سجلات"));
    tag(&mut window);
    assert!(window.shows("الوسم موجود على ما حُدِّد كله من قبل"));
    // One of them has a tag of the same name that the others have not.
    let store = window.state().store().clone();
    store.apply(Edit::Undo).expect("taken back");
    let first = listed(&window, Vec::new(), Vec::new()).rows[0].record;
    let values = vec![("list", EntryList::Tag.into()), ("name", "الربع الأول".into())];
    let entry = store.apply(Edit::Add { entity: Entity::Entry, values }).expect("a tag").record.expect("it");
    let values = vec![("source", first.into()), ("kind", LinkKind::Tagged.into()), ("target", entry.into())];
    store.apply(Edit::Add { entity: Entity::Link, values }).expect("tagged");
    window.settle();
    tag(&mut window);
    assert!(window.shows("عُدِّلت 3 سجلات؛ والوسم موجود من قبل على سجل واحد"));
}

#[test]
fn what_approved_minutes_hold_stays_and_is_named_while_the_rest_changes() {
    let mut window = app(Language::English);
    let meeting = listed(&window, vec!["meeting"], Vec::new());
    let id = meeting.rows.iter().find_map(|row| meeting.cell(row, "meeting")?.number()).expect("their meeting");
    let store = window.state().store().clone();
    let values = vec![("kind", OutcomeKind::FollowUp.into()), ("text", "Of no meeting".into())];
    store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("added");
    let person = Names { entity: Entity::Person, list: None, containing: String::new() };
    let person = store.read(person).expect("people")[0].record;
    let values = vec![("chair", Value::Number(person.id)), ("secretary", Value::Number(person.id))];
    let record = MeetingId(id).record();
    store.apply(Edit::Set { record, values, session: None, based_on: None }).expect("set");
    store.apply(Edit::ApproveMinutes(MeetingId(id))).expect("approved");
    window.settle();
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.click("Due…");
    window.type_into("Due", "2026-12-31");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("4 records stay as they are"));
    assert!(window.shows("The minutes of its meeting are approved"));
    let due: Vec<Value> = held(&window, "due").into_iter().filter(|due| *due == "2026-12-31".into()).collect();
    assert_eq!(due.len(), 1);
}

#[test]
fn a_field_that_some_kinds_lack_is_given_to_those_that_have_it() {
    let mut window = empty(Language::English);
    for (kind, text) in [(OutcomeKind::Challenge, "Slow permits"), (OutcomeKind::Opportunity, "Empty hall")] {
        let values = vec![("kind", kind.into()), ("text", text.into())];
        window.state().store().apply(Edit::Add { entity: Entity::Outcome, values }).expect("added");
    }
    window.press_ctrl(Key::Num4);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.click("Another field…");
    window.click_role(Role::MenuItem, "Severity");
    window.click_role(Role::ComboBox, "Severity");
    window.click_role(Role::MenuItem, "High");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("There is no “Severity” in: Opportunity."));
    assert!(window.shows("Empty hall"));
    assert!(window.shows("High"));
}

#[test]
fn rows_that_are_not_read_yet_are_selected_with_the_others() {
    let mut window = empty(Language::English);
    let body = |number: i32| {
        let values = vec![("name", format!("Body {number:04}").into())];
        Edit::Add { entity: Entity::Organisation, values }
    };
    window.state().store().apply(Edit::Together((0..1200).map(body).collect())).expect("added");
    window.press_ctrl(Key::Num7);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    // So many take longer to be read than a window is waited for.
    for _ in 0..100 {
        if !window.shows("1200 selected") {
            window.settle();
        }
    }
    assert!(window.shows("1200 selected"), "all there are");
    window.key_press_modifiers(Modifiers::NONE, Key::Escape);
    window.settle();
    assert!(!window.shows("1200 selected"));
}
