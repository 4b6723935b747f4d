//! What ends does not end before it begins, where a person says so.

use super::*;
use crate::domain::{ImportTo, Imported, ImportedRow};

const TOO_EARLY: &str = "field-partnership-ends_on";

fn days(starts: &str, ends: &str) -> Vec<FieldValue> {
    vec![("title", "مذكرة".into()), ("starts_on", starts.into()), ("ends_on", ends.into())]
}

fn refused(tried: &Tried, edit: Edit) {
    assert_eq!(tried.refused(edit), ErrorKind::EndsTooEarly(TOO_EARLY.to_owned()));
}

#[test]
fn a_new_record_does_not_end_before_it_begins() {
    let tried = Tried::new();
    let add = |starts, ends| Edit::Add { entity: Entity::Partnership, values: days(starts, ends) };
    refused(&tried, add("2026-12-10", "2026-11-10"));
    refused(&tried, Edit::Together(vec![add("2026-12-10", "2026-11-10")]));
    tried.apply(add("2026-12-10", "2026-12-10"));
    assert_eq!(tried.count("SELECT count(*) FROM partnership"), 1);
}

#[test]
fn neither_day_of_a_record_is_moved_beyond_the_other() {
    let tried = Tried::new();
    let record = tried.add(Entity::Partnership, days("2026-11-10", "2026-12-10"));
    refused(&tried, set(record, vec![("ends_on", "2026-11-09".into())]));
    refused(&tried, set(record, vec![("starts_on", "2026-12-11".into())]));
    tried.apply(set(record, vec![("starts_on", "2027-01-01".into()), ("ends_on", "2027-12-31".into())]));
    tried.apply(set(record, vec![("ends_on", Value::Empty)]));
    tried.apply(set(record, vec![("starts_on", "2028-01-01".into())]));
}

#[test]
fn what_is_stored_the_wrong_way_round_is_in_nobodys_way() {
    let tried = Tried::new();
    // A list says what it says.
    let values = days("2026-11-10", "2026-01-01");
    let row = ImportedRow { to: ImportTo::New, values, links: Vec::new(), staff: Vec::new() };
    let imported = Imported { entity: Entity::Partnership, names: Vec::new(), rows: vec![row] };
    let edit = Edit::Import { imported: imported.into(), watch: ImportWatch::default() };
    let record = tried.apply(edit).record.unwrap();
    tried.apply(set(record, vec![("title", "مذكرة أخرى".into())]));
    let same = vec![("starts_on", "2026-11-10".into()), ("ends_on", "2026-01-01".into()), ("sponsor", "س".into())];
    tried.apply(set(record, same));
    refused(&tried, set(record, vec![("ends_on", "2026-01-02".into())]));
}

#[test]
fn a_meeting_may_end_beyond_midnight() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let times = vec![("start_time", "22:00".into()), ("end_time", "00:30".into())];
    tried.apply(set(meeting.record(), times));
}
