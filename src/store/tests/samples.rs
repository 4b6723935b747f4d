//! The sample stores: in step in every part, the same for the same seed.

use super::*;
use crate::calendar::Date;
use crate::domain::MeetingStatus;
use crate::store::query::{
    Counts, FindMeeting, MeetingList, MeetingNamed, OrganisationList, PeopleList, Search, UndoState, UndoView,
};

fn today() -> Date {
    Date::from_iso("2026-11-22").unwrap()
}

#[test]
fn the_demo_shows_a_bit_of_everything() {
    let tried = Tried::new();
    sample::demo(&tried.store, today()).unwrap();
    let report = tried.store.check().unwrap();
    assert!(report.is_sound(), "{report:?}");

    let meetings = tried.store.read(MeetingList::all(String::new())).unwrap().rows;
    let statuses: Vec<MeetingStatus> = meetings.iter().map(|row| row.status).collect();
    assert_eq!(statuses, [MeetingStatus::Invited, MeetingStatus::Held, MeetingStatus::Held, MeetingStatus::Held]);
    assert_eq!(meetings[0].date, Some(today()));
    tried.apply(Edit::MoveMeeting { meeting: meetings[0].id, to: MeetingStatus::InProgress, reason: String::new() });

    let counts = tried.store.read(Counts { today: today() }).unwrap();
    assert_eq!((counts.people, counts.organisations, counts.meetings), (15, 12, 4));
    assert!(counts.overdue >= 2 && counts.follow_ups > counts.overdue && counts.proposals >= 3, "{counts:?}");

    let last = tried.view(tried.store.read(FindMeeting { named: MeetingNamed::Last }).unwrap()[0].id);
    let parties: Vec<Side> = last.parties.iter().map(|party| party.side).collect();
    assert_eq!(parties, [Side::Host, Side::CoHost]);
    let officials: Vec<_> = last.attendance.iter().filter_map(|line| line.person.as_ref()).collect();
    assert_eq!(officials.len(), 4);
    assert!(officials.iter().all(|person| person.honorific.is_some() && !person.post.is_empty()));
    let group = last.attendance.iter().find(|line| line.person.is_none()).unwrap();
    assert!(!group.group_name.is_empty() && group.group_count.is_none());
    assert_eq!(last.agenda.len(), 2);
    let kinds = |kind: OutcomeKind| last.outcomes.iter().filter(|row| row.kind == kind).count();
    assert_eq!([OutcomeKind::Proposal, OutcomeKind::Recommendation, OutcomeKind::FollowUp].map(kinds), [2, 1, 3]);
    assert!(!last.earlier.is_empty());
    assert!(last.meeting.ran_seconds > 3600 && last.meeting.approved_on.is_none());
    assert!(!tried.store.read(Search::new("الجمعيات الاهليه", 5)).unwrap().hits.is_empty());
}

#[test]
fn the_demo_is_written_once_and_is_not_undone() {
    let tried = Tried::new();
    sample::demo(&tried.store, today()).unwrap();
    let before = tried.content();
    sample::demo(&tried.store, today()).unwrap();
    assert_eq!(tried.content(), before);
    assert_eq!(tried.store.read(UndoState).unwrap(), UndoView::default());
    assert_eq!(tried.refused(Edit::Undo), ErrorKind::NothingToUndo);
}

#[test]
fn a_generated_store_is_in_step_and_the_same_for_the_same_seed() {
    let generated = |seed| {
        let tried = Tried::new();
        sample::generate(&tried.store, 120, seed, today()).unwrap();
        tried
    };
    let (first, second, other) = (generated(7), generated(7), generated(8));
    assert_eq!(first.content(), second.content());
    assert_ne!(first.content(), other.content());
    let report = first.store.check().unwrap();
    assert!(report.is_sound(), "{report:?}");
    let meetings = first.store.read(MeetingList::all(String::new())).unwrap().rows;
    assert_eq!(meetings.len(), 120);
    assert_eq!(meetings.iter().filter(|row| row.status == MeetingStatus::Scheduled).count(), 12);
    assert!(meetings.iter().filter(|row| row.approved).count() > 60);
    let people = first.store.read(PeopleList { containing: "محمد".to_owned() }).unwrap();
    let bodies = first.store.read(OrganisationList { containing: String::new() }).unwrap();
    let tasks = first.listed(OutcomeKind::FollowUp, Vec::new());
    assert!(people.len() < 20 && bodies.len() == 12 && tasks.total > 100);
    // Edits go on from there.
    let made = first.apply(Edit::Add { entity: Entity::Meeting, values: vec![("title", "جديد".into())] });
    first.apply(Edit::Remove(made.record.unwrap()));
    assert!(first.store.check().unwrap().is_sound());
}

#[test]
fn a_generated_store_has_about_as_many_records_as_one_wishes() {
    for (meetings, wished) in [(150, 1_500), (100, 2_000), (60, 3_600)] {
        let tried = Tried::new();
        let shipped = tried.store.check().unwrap().records;
        sample::generate_records(&tried.store, meetings, Some(wished), 3, today()).unwrap();
        let report = tried.store.check().unwrap();
        assert!(report.is_sound(), "{report:?}");
        let made = report.records - shipped;
        assert!((made - i64::from(wished)).abs() * 50 <= i64::from(wished), "{made} of {wished}");
        assert_eq!(tried.count("SELECT count(*) FROM meeting"), i64::from(meetings));
        // What one wishes for is spread over all that were held.
        let of = |which: &str| {
            tried.count(&format!(
                "SELECT count(*) FROM block WHERE meeting IN (
                     SELECT id FROM meeting WHERE status = 'held' ORDER BY id {which} LIMIT 25)"
            ))
        };
        let (first, last) = (of("ASC"), of("DESC"));
        assert!(last * 3 > first && first * 4 > last, "{first} {last}");
    }
}
