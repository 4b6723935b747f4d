//! What a register asks beside its fields: figures, letters in one field, what approved minutes hold, where a body stands;
//! and what a step over several records is called.

use super::*;
use crate::calendar::Date;
use crate::domain::{MeetingStatus, OrganisationId, OutcomeStatus, PartnershipId, PersonId, Priority};
use crate::store::query::{Condition, Locked, RecordList, RecordRow, RecordRows, Sort, Standing, UndoState, Which};

fn today() -> Date {
    Date::from_iso("2026-11-22").unwrap()
}

fn add(tried: &Tried, entity: Entity, values: Vec<FieldValue>) -> Record {
    tried.apply(Edit::Add { entity, values }).record.unwrap()
}

fn body(tried: &Tried, name: &str) -> Record {
    add(tried, Entity::Organisation, vec![("name", name.into())])
}

fn task(tried: &Tried, text: &str, organisation: Record) -> Record {
    let values = vec![
        ("kind", OutcomeKind::FollowUp.into()),
        ("text", text.into()),
        ("organisation", Value::Number(organisation.id)),
    ];
    add(tried, Entity::Outcome, values)
}

fn bodies(tried: &Tried, conditions: Vec<Condition>, order: Vec<Sort>, columns: Vec<&'static str>) -> RecordRows {
    let which = Which {
        entity: Entity::Organisation,
        kinds: Vec::new(),
        conditions,
        containing: String::new(),
        order,
        today: today(),
    };
    tried.store.read(RecordList { which, columns, first: 0, count: 100 }).unwrap()
}

fn titles(found: &RecordRows) -> Vec<&str> {
    found.rows.iter().map(|row| row.title.as_str()).collect()
}

#[test]
fn a_register_is_sorted_and_narrowed_by_what_no_field_holds() {
    let tried = Tried::new();
    let [idle, busy] = ["جمعية أولى", "جمعية ثانية"].map(|name| body(&tried, name));
    task(&tried, "أولى", busy);
    let done = task(&tried, "ثانية", busy);
    tried.apply(Edit::Move { record: done, to: OutcomeStatus::Done, reason: String::new() });
    let salem = add(&tried, Entity::Person, vec![("name", "سالم".into()), ("organisation", Value::Number(idle.id))]);
    let most = vec![Sort { field: "open_tasks", is_descending: true }];
    let found = bodies(&tried, Vec::new(), most, vec!["open_tasks", "people", "meetings"]);
    assert_eq!(titles(&found), ["جمعية ثانية", "جمعية أولى"]);
    let figures: Vec<Option<i64>> = found.rows[0].cells.iter().map(|cell| cell.number()).collect();
    assert_eq!(figures, [Some(1), Some(0), Some(0)], "what is done is not owed any more");
    // What somebody owes is open with their own body, where no other one is named, and goes with them to another one.
    let open = |tried: &Tried| {
        let found = bodies(tried, Vec::new(), Vec::new(), vec!["open_tasks"]);
        let open = |row: &RecordRow| (row.title.clone(), row.cells[0].number().unwrap_or_default());
        let mut all: Vec<(String, i64)> = found.rows.iter().map(open).collect();
        all.sort();
        all.into_iter().map(|(_, count)| count).collect::<Vec<_>>()
    };
    let own =
        vec![("kind", OutcomeKind::FollowUp.into()), ("text", "ثالثة".into()), ("person", Value::Number(salem.id))];
    add(&tried, Entity::Outcome, own);
    assert_eq!(open(&tried), [1, 1]);
    let values = vec![("organisation", Value::Number(busy.id))];
    tried.apply(Edit::Set { record: salem, values, session: None, based_on: None });
    assert_eq!(open(&tried), [0, 2]);
    tried.apply(Edit::Undo);
    assert_eq!(open(&tried), [1, 1]);
    let some = Condition::Within("people", Value::Number(1), Value::Empty);
    assert_eq!(titles(&bodies(&tried, vec![some], Vec::new(), Vec::new())), ["جمعية أولى"]);
}

#[test]
fn letters_of_one_field_are_found_however_they_are_spelt() {
    let tried = Tried::new();
    for (name, city) in [("جمعية الإحسان", "الدمام"), ("الدمام الأهلية", "الخبر")] {
        add(&tried, Entity::Organisation, vec![("name", name.into()), ("city", city.into())]);
    }
    let check = |field: &'static str, letters: &str, expected: &[&str]| {
        let condition = Condition::Containing(field, letters.to_owned());
        assert_eq!(titles(&bodies(&tried, vec![condition], Vec::new(), Vec::new())), expected, "{field} {letters}");
    };
    check("name", "احسان", &["جمعية الإحسان"]);
    check("city", "الدمام", &["جمعية الإحسان"]);
    check("name", "الاهليه", &["الدمام الأهلية"]);
    check("notes", "شيء", &[]);
}

#[test]
fn what_approved_minutes_hold_is_told_apart() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let person = add(&tried, Entity::Person, vec![("name", "سالم".into())]);
    let values = vec![("chair", Value::Number(person.id)), ("secretary", Value::Number(person.id))];
    tried.apply(Edit::Set { record: meeting.record(), values, session: None, based_on: None });
    let attendee = Attendee::Known(PersonId(person.id));
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        tried.apply(Edit::MoveMeeting { meeting, to, reason: String::new() });
    }
    let host = body(&tried, "جهة");
    let free = task(&tried, "بلا اجتماع", host);
    let values = vec![("kind", OutcomeKind::FollowUp.into()), ("text", "منه".into()), ("meeting", meeting.into())];
    let held = add(&tried, Entity::Outcome, values);
    let locked = || tried.store.read(Locked { records: vec![free, held, host] }).unwrap();
    assert!(locked().is_empty());
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_eq!(locked(), [held]);
}

#[test]
fn where_a_body_stands_counts_meetings_proposals_and_agreements() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let edit = Edit::AddParty { meeting, organisation: "جمعية بيئة".to_owned(), side: Side::Invited };
    tried.apply(edit);
    let charity = tried.store.read(query::OrganisationList { containing: "بيئة".to_owned() }).unwrap()[0].id;
    for _ in 0..2 {
        let values =
            vec![("kind", OutcomeKind::Proposal.into()), ("text", "مقترح".into()), ("organisation", charity.into())];
        add(&tried, Entity::Outcome, values);
    }
    let values = vec![("title", "مذكرة".into()), ("ends_on", "2026-12-31".into())];
    let agreed = add(&tried, Entity::Partnership, values);
    let values = vec![("partnership", Value::Number(agreed.id)), ("organisation", charity.into())];
    add(&tried, Entity::Party, values);
    let standing = |organisation| tried.store.read(Standing { organisation, today: today() }).unwrap();
    let view = standing(charity);
    assert_eq!((view.meetings, view.last_meeting), (1, Some(today())));
    assert_eq!(view.proposals, [(OutcomeStatus::Submitted, 2)]);
    assert_eq!(view.partnerships.iter().map(|row| row.id).collect::<Vec<_>>(), [PartnershipId(agreed.id)]);
    let nobody = standing(OrganisationId(body(&tried, "غيرها").id));
    assert_eq!((nobody.meetings, nobody.proposed(), nobody.partnerships.len()), (0, 0, 0));
}

#[test]
fn a_step_over_several_records_says_how_many_also_when_it_is_taken_back_after_a_restart() {
    let tried = Tried::new();
    let host = body(&tried, "جهة");
    let tasks: Vec<Record> = (0..3).map(|number| task(&tried, &format!("عمل {number}"), host)).collect();
    let set = |record: &Record| Edit::Set {
        record: *record,
        values: vec![("priority", Priority::High.into())],
        session: None,
        based_on: None,
    };
    let done = tried.apply(Edit::Together(tasks.iter().map(set).collect()));
    assert_eq!((done.label_key, done.count), ("edit-set-several", 3));
    let tried = tried.reopen();
    assert_eq!(tried.store.read(UndoState).unwrap().undo, Some("edit-set-several"));
    let undone = tried.apply(Edit::Undo);
    assert_eq!((undone.label_key, undone.count), ("edit-set-several", 3));
    let gone = tried.apply(Edit::Together(tasks.iter().map(|task| Edit::Remove(*task)).collect()));
    assert_eq!((gone.label_key, gone.count), ("edit-remove-several", 3));
    // One alone is called what it is.
    let values = vec![("city", "الدمام".into())];
    let alone = Edit::Set { record: host, values, session: None, based_on: None };
    assert_eq!((tried.apply(alone.clone()).label_key, alone.count()), ("edit-set-organisation", 1));
}

#[test]
fn open_records_stand_before_those_that_are_over_in_every_window() {
    let tried = Tried::new();
    let host = body(&tried, "جهة");
    for number in 0..6 {
        let one = task(&tried, &format!("عمل {number}"), host);
        if number % 2 == 0 {
            tried.apply(Edit::Move { record: one, to: OutcomeStatus::Done, reason: String::new() });
        }
    }
    let all = tried.listed(OutcomeKind::FollowUp, vec!["status"]);
    let is_done: Vec<bool> = all.rows.iter().map(|row| row.cells[0].text() == OutcomeStatus::Done.code()).collect();
    assert_eq!(is_done, [false, false, false, true, true, true]);
    let window = |first: usize, count: usize| {
        let by = |field| Sort { field, is_descending: false };
        let which = Which {
            entity: Entity::Outcome,
            kinds: vec![OutcomeKind::FollowUp.code()],
            conditions: Vec::new(),
            containing: String::new(),
            order: vec![by(query::IS_CLOSED), by("due")],
            today: today(),
        };
        let found = tried.store.read(RecordList { which, columns: Vec::new(), first, count }).unwrap();
        assert_eq!(found.total, 6);
        found.rows.iter().map(|row| row.record).collect::<Vec<_>>()
    };
    let expected: Vec<Record> = all.rows.iter().map(|row| row.record).collect();
    for size in 1..6 {
        let found: Vec<Record> = (0..6).step_by(size).flat_map(|first| window(first, size)).collect();
        assert_eq!(found, expected, "windows of {size}");
    }
}
