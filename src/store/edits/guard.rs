//! What refuses an edit: approved minutes, and texts that somebody changed in the meantime.

use crate::domain::lifecycle::{MAY_BE_PUBLISHED, TRACKED};
use crate::domain::{
    Entity, Field, FieldKind, FieldValue, MeetingId, MinutesState, Record, Refusal, Value, check, is_reversed,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::log;
use crate::store::transaction::Transaction;
use rusqlite::params;

/// Refuses when one of the fields was written since the version the person was looking at, by anybody but this session.
pub(super) fn not_stale(
    transaction: &Transaction<'_>,
    record: Record,
    values: &[FieldValue],
    based_on: i64,
    is_own: impl Fn(&'static str) -> bool,
) -> Result<()> {
    for (field, value) in values {
        let version = log::field_version(transaction.sql(), record, field)?.version;
        if version > based_on && !is_own(field) && transaction.value(record, field)? != *value {
            return Err(Error::new(
                ErrorKind::Stale,
                format!("{} {field}: {version} > {based_on}", record.entity.code()),
            ));
        }
    }
    Ok(())
}

/// Refuses what a field does not take, and a number that another record has.
pub(super) fn may_hold(
    transaction: &Transaction<'_>,
    record: Option<Record>,
    entity: Entity,
    values: &[FieldValue],
) -> Result<()> {
    for (name, value) in values {
        let Some(field) = entity.field(name) else { continue };
        let label = || format!("field-{}-{name}", entity.code());
        #[expect(clippy::wildcard_enum_match_arm, reason = "nothing else is approved")]
        let is_of_approval = match entity {
            Entity::Meeting => OF_APPROVAL.contains(name),
            Entity::Addendum => *name == "number" || OF_APPROVAL.contains(name),
            _ => false,
        };
        if is_of_approval {
            return Err(Error::new(ErrorKind::FieldRefused(label()), "only approval and review write it"));
        }
        match check(field, value) {
            Ok(()) => {}
            Err(Refusal::TooLong) => return Err(Error::new(ErrorKind::FieldTooLong(label()), name)),
            Err(Refusal::NotOfKind) => return Err(Error::new(ErrorKind::FieldRefused(label()), format!("{value:?}"))),
        }
        if *name == "number" && *value != Value::Empty {
            let sql = format!("SELECT id FROM {} WHERE number = ?1 AND id IS NOT ?2 LIMIT 1", entity.code());
            let own = record.map(|record| record.id);
            if transaction.sql().prepare_cached(&sql)?.exists(params![value, own])? {
                return Err(Error::new(ErrorKind::NumberTaken(value.as_text().unwrap_or_default().to_owned()), ""));
            }
        }
    }
    Ok(())
}

/// Refuses a day on which something ends before it begins, where a person gives one of the two days: what stands there already
/// is in nobody's way. A time may lie beyond midnight, and lists and pasted texts say what they say.
pub(super) fn ends_after_start(
    transaction: &Transaction<'_>,
    record: Option<Record>,
    entity: Entity,
    values: &[FieldValue],
) -> Result<()> {
    let given =
        |field: &Field| values.iter().rev().find(|(name, _)| *name == field.name).map(|(_, value)| value.clone());
    for (start, end) in entity.periods().filter(|(_, end)| end.kind == FieldKind::Date) {
        let (new_start, new_end) = (given(start), given(end));
        if new_start.is_none() && new_end.is_none() {
            continue;
        }
        let stored = |field: &Field| match record {
            Some(record) => transaction.value(record, field.name),
            None => Ok(Value::Empty),
        };
        let (old_start, old_end) = (stored(start)?, stored(end)?);
        let starts = new_start.unwrap_or_else(|| old_start.clone());
        let ends = new_end.unwrap_or_else(|| old_end.clone());
        if is_reversed(&starts, &ends) && (&starts, &ends) != (&old_start, &old_end) {
            let label = format!("field-{}-{}", entity.code(), end.name);
            return Err(Error::new(ErrorKind::EndsTooEarly(label), format!("{starts:?} {ends:?}")));
        }
    }
    Ok(())
}

/// What nobody writes by hand: it says that minutes are approved, and which.
const OF_APPROVAL: [&str; 4] = ["minutes_number", "approved_on", "content_hash", "review"];

/// Refuses to make a record part of approved minutes. What adds to them is no part of them, and comes after them.
pub(super) fn may_join(transaction: &Transaction<'_>, entity: Entity, values: &[FieldValue]) -> Result<()> {
    for (name, value) in values {
        match (*name, value.as_number()) {
            ("meeting", Some(meeting)) if entity == Entity::Addendum => is_approved(transaction, MeetingId(meeting))?,
            ("outcome", Some(outcome)) if entity == Entity::Reservation => {
                let outcome = Record { entity: Entity::Outcome, id: outcome };
                if let Some(meeting) = transaction.value(outcome, "meeting")?.as_number() {
                    is_open(transaction, MeetingId(meeting))?;
                }
            }
            ("meeting", Some(meeting)) => is_open(transaction, MeetingId(meeting))?,
            ("agenda_item", Some(item)) => {
                let item = Record { entity: Entity::AgendaItem, id: item };
                if let Some(meeting) = transaction.value(item, "meeting")?.as_number() {
                    is_open(transaction, MeetingId(meeting))?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Refuses to take out of the bin what would become part of approved minutes again.
pub(super) fn may_return(transaction: &Transaction<'_>, record: Record) -> Result<()> {
    if !matches!(
        record.entity,
        Entity::Outcome | Entity::Party | Entity::AgendaItem | Entity::Attendance | Entity::Block | Entity::Reservation
    ) {
        return Ok(());
    }
    let Some(meeting) = meeting_of(transaction, record)? else { return Ok(()) };
    // The meeting may be on its way out of the bin itself.
    if transaction.text(meeting.record(), "approved_on")?.is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::MinutesApproved, transaction.text(meeting.record(), "number")?))
}

/// Refuses what would change approved minutes.
pub(super) fn is_open(transaction: &Transaction<'_>, meeting: MeetingId) -> Result<()> {
    transaction.version(meeting.record())?;
    if transaction.text(meeting.record(), "approved_on")?.is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::MinutesApproved, transaction.text(meeting.record(), "number")?))
}

/// Refuses a change of these fields of a record that belongs to approved minutes.
pub(super) fn may_change(transaction: &Transaction<'_>, record: Record, fields: &[&str]) -> Result<()> {
    match record.entity {
        Entity::Meeting => is_open(transaction, MeetingId(record.id)),
        Entity::Outcome if fields.iter().all(|field| TRACKED.contains(field)) && !fields.is_empty() => Ok(()),
        Entity::Block if fields == [MAY_BE_PUBLISHED] => Ok(()),
        Entity::Outcome
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Reservation => match meeting_of(transaction, record)? {
            Some(meeting) => is_open(transaction, meeting),
            None => Ok(()),
        },
        Entity::Addendum => super::addendum::is_open(transaction, record),
        Entity::Progress => match step_of_minutes(transaction, record)? {
            Some(minutes) if minutes.entity == Entity::Addendum => super::addendum::is_open(transaction, minutes),
            Some(meeting) => is_open(transaction, MeetingId(meeting.id)),
            None => Ok(()),
        },
        // It goes on changing with the law, but does not go from the notes of approved minutes.
        Entity::Regulation if fields.is_empty() => {
            let meetings = "SELECT DISTINCT meeting FROM block WHERE regulation = ?1 AND deleted = 0";
            transaction.ids(meetings, record.id)?.into_iter().try_for_each(|id| is_open(transaction, MeetingId(id)))
        }
        Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Person
        | Entity::Post
        | Entity::Series
        | Entity::Partnership
        | Entity::Regulation
        | Entity::Link
        | Entity::Document
        | Entity::Setting => Ok(()),
    }
}

/// Whose minutes a step is one of: who handed them on, what was said of them and who approved them stays with them.
fn step_of_minutes(transaction: &Transaction<'_>, step: Record) -> Result<Option<Record>> {
    let to = transaction.text(step, "to_status")?;
    if !MinutesState::ALL.iter().any(|state| state.label_key() == to) {
        return Ok(None);
    }
    Ok(transaction.value(step, "subject")?.as_number().and_then(Record::from_key))
}

/// The meeting that a record is part of.
fn meeting_of(transaction: &Transaction<'_>, record: Record) -> Result<Option<MeetingId>> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "all others say it themselves")]
    let owner = match record.entity {
        Entity::Reservation => match transaction.value(record, "outcome")?.as_number() {
            Some(id) => Record { entity: Entity::Outcome, id },
            None => return Ok(None),
        },
        _ => record,
    };
    Ok(transaction.value(owner, "meeting")?.as_number().map(MeetingId))
}

/// Refuses what only approved minutes have.
fn is_approved(transaction: &Transaction<'_>, meeting: MeetingId) -> Result<()> {
    if transaction.text(meeting.record(), "approved_on")?.is_empty() {
        return Err(Error::new(ErrorKind::MoveRefused, "only approved minutes have addenda"));
    }
    Ok(())
}
