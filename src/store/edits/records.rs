//! Edits of any entity: a new record with what it starts with, new values, a setting.

use super::{Outcome, agenda, attendance, guard, moves, next_position};
use crate::calendar::Date;
use crate::domain::{
    AddendumKind, AgendaState, AliasKind, AttendanceStatus, Confidentiality, DocumentKind, Entity, FieldValue,
    LinkKind, MeetingId, MeetingKind, MeetingStatus, OrganisationKind, OutcomeKind, PersonId, Record, ReviewState,
    Side, Value, lifecycle,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::failure::internal;
use crate::store::numbers;
use crate::store::position;
use crate::store::search::names;
use crate::store::transaction::Transaction;
use rusqlite::{OptionalExtension, params};

/// A new record. What was not given starts as the entity's rules say.
pub(super) fn add(transaction: &mut Transaction<'_>, entity: Entity, mut values: Vec<FieldValue>) -> Result<Outcome> {
    if entity == Entity::Setting {
        let text = |name| given(&values, name).and_then(Value::as_text).unwrap_or_default().to_owned();
        return configure(transaction, &text("key"), &text("value"));
    }
    guard::may_join(transaction, entity, &values)?;
    guard::may_hold(transaction, None, entity, &values)?;
    if entity == Entity::Link
        && let Some(record) = same_link(transaction, &values)?
    {
        return Ok(Outcome::of(record));
    }
    if entity == Entity::Alias
        && let Some(record) = same_name(transaction, &values)?
    {
        // What is known of it now: its sort, and its days.
        transaction.set(record, &values)?;
        return Ok(Outcome::of(record));
    }
    if entity == Entity::Document {
        may_be_attached(transaction, &values)?;
    }
    let number = starting_values(transaction, entity, &mut values)?;
    let record = transaction.insert(entity, &values)?;
    if let Some(number) = number {
        number.keep(transaction, record)?;
    }
    if entity == Entity::Link {
        agenda::count_raised(transaction, record, 1)?;
    }
    Ok(Outcome::of(record))
}

/// New values for some fields.
pub(super) fn set(transaction: &mut Transaction<'_>, record: Record, values: &[FieldValue]) -> Result<Outcome> {
    transaction.version(record)?;
    let fields: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    guard::may_change(transaction, record, &fields)?;
    guard::may_join(transaction, record.entity, values)?;
    guard::may_hold(transaction, Some(record), record.entity, values)?;
    if record.entity == Entity::Person {
        attendance::keep_posts(transaction, PersonId(record.id), values, None)?;
    }
    let step = moves::noticed(transaction, record, values)?;
    transaction.set(record, values)?;
    if let Some((follows, step)) = step {
        transaction.set(record, &follows)?;
        transaction.insert(Entity::Progress, &step)?;
    }
    if record.entity == Entity::Attendance {
        let deputised = given(values, "deputises").and_then(Value::as_number);
        attendance::note_deputy(transaction, record, deputised)?;
    }
    Ok(Outcome::of(record))
}

/// A setting, by its key.
pub(super) fn configure(transaction: &mut Transaction<'_>, key: &str, value: &str) -> Result<Outcome> {
    let found: Option<i64> = transaction
        .sql()
        .prepare_cached("SELECT id FROM setting WHERE key = ?1 ORDER BY id LIMIT 1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    let values = [("key", Value::from(key)), ("value", Value::from(value))];
    let Some(id) = found else {
        return Ok(Outcome::of(transaction.insert(Entity::Setting, &values)?));
    };
    let record = Record { entity: Entity::Setting, id };
    transaction.set_deleted(record, false)?;
    transaction.set(record, &values)?;
    Ok(Outcome::of(record))
}

/// The entry of a list that is called so already, however it is spelt: it is not made twice.
pub(super) fn entry_like(
    transaction: &Transaction<'_>,
    entity: Entity,
    values: &[FieldValue],
) -> Result<Option<Record>> {
    let of = |name| given(values, name).and_then(Value::as_text).unwrap_or_default();
    if entity != Entity::Entry {
        return Ok(None);
    }
    let found = transaction
        .sql()
        .prepare_cached(
            "SELECT id FROM entry WHERE list = ?1 AND deleted = 0 AND fold(trim(name)) = fold(?2) ORDER BY id LIMIT 1",
        )?
        .query_row([of("list"), of("name").trim()], |row| row.get(0))
        .optional()?;
    Ok(found.map(|id| Record { entity, id }))
}

/// The same tie, where there is one already.
fn same_link(transaction: &Transaction<'_>, values: &[FieldValue]) -> Result<Option<Record>> {
    let of = |name| given(values, name).cloned().unwrap_or_default();
    let found = transaction
        .sql()
        .prepare_cached("SELECT id FROM link WHERE source = ?1 AND target = ?2 AND kind = ?3 AND deleted = 0")?
        .query_row(params![of("source"), of("target"), of("kind")], |row| row.get(0))
        .optional()?;
    Ok(found.map(|id| Record { entity: Entity::Link, id }))
}

/// The same other name of the same body or person, where there is one already.
fn same_name(transaction: &Transaction<'_>, values: &[FieldValue]) -> Result<Option<Record>> {
    let of = |name| given(values, name).cloned().unwrap_or_default();
    let found = transaction
        .sql()
        .prepare_cached(
            "SELECT id FROM alias WHERE organisation IS ?1 AND person IS ?2 AND name = ?3 AND deleted = 0 LIMIT 1",
        )?
        .query_row(params![of("organisation"), of("person"), of("name")], |row| row.get(0))
        .optional()?;
    Ok(found.map(|id| Record { entity: Entity::Alias, id }))
}

/// Refuses a file for a record that is gone, and one that the record has already.
fn may_be_attached(transaction: &Transaction<'_>, values: &[FieldValue]) -> Result<()> {
    let subject = given(values, "subject").and_then(Value::as_number).unwrap_or_default();
    transaction
        .version(Record::from_key(subject).ok_or_else(|| internal(format!("no record has the key {subject}")))?)?;
    let hash = given(values, "hash").and_then(Value::as_text).unwrap_or_default();
    let found: Option<Option<String>> = transaction
        .sql()
        .prepare_cached("SELECT name FROM document WHERE subject = ?1 AND hash = ?2 AND hash <> '' AND deleted = 0")?
        .query_row(params![subject, hash], |row| row.get(0))
        .optional()?;
    match found {
        Some(name) => Err(Error::new(ErrorKind::FileAttached(name.unwrap_or_default()), hash)),
        None => Ok(()),
    }
}

fn given<'v>(values: &'v [FieldValue], name: &str) -> Option<&'v Value> {
    values.iter().rev().find(|(given, _)| *given == name).map(|(_, value)| value)
}

fn start(values: &mut Vec<FieldValue>, name: &'static str, value: impl Into<Value>) {
    if given(values, name).is_none_or(|value| *value == Value::Empty) {
        values.push((name, value.into()));
    }
}

/// Fills in what a record starts with, and finds its number.
fn starting_values(
    transaction: &Transaction<'_>,
    entity: Entity,
    values: &mut Vec<FieldValue>,
) -> Result<Option<numbers::Given>> {
    let parent = |values: &[FieldValue], name: &str| given(values, name).and_then(Value::as_number);
    let is_numbered = given(values, "number").is_some_and(|value| *value != Value::Empty);
    match entity {
        Entity::Meeting => {
            start(values, "kind", MeetingKind::Coordination);
            let date = given(values, "date").and_then(Value::as_text).and_then(|iso| Date::from_iso(iso).ok());
            // A day is what makes a plan of a draft.
            start(values, "status", if date.is_some() { MeetingStatus::Scheduled } else { MeetingStatus::Draft });
            start(values, "confidentiality", Confidentiality::Internal);
            let is_draft = given(values, "status") == Some(&MeetingStatus::Draft.into());
            if is_numbered || is_draft {
                return Ok(None);
            }
            let (number, given) = numbers::meeting(transaction, date)?;
            start(values, "number", number);
            return Ok(Some(given));
        }
        Entity::Outcome => {
            let kind = given(values, "kind").and_then(Value::as_text).and_then(OutcomeKind::from_code);
            let kind = kind.ok_or_else(|| internal("an outcome without a kind"))?;
            if let Some(first) = lifecycle::start_of(entity, Some(kind)) {
                start(values, "status", first);
            }
            if is_numbered {
                return Ok(None);
            }
            let meeting = parent(values, "meeting").map(|id| MeetingId(id).record());
            let Some((number, given)) = numbers::outcome(transaction, kind, meeting)? else { return Ok(None) };
            start(values, "number", number);
            return Ok(Some(given));
        }
        Entity::Partnership | Entity::Regulation => {
            if let Some(first) = lifecycle::start_of(entity, None) {
                start(values, "status", first);
            }
            if entity == Entity::Regulation {
                start(values, "review", ReviewState::NotShown);
            }
            if is_numbered {
                return Ok(None);
            }
            let day = if entity == Entity::Partnership { "starts_on" } else { "issued_on" };
            let day = given(values, day).and_then(Value::as_text).and_then(|iso| Date::from_iso(iso).ok());
            let (number, given) = numbers::of_register(transaction, entity, day)?;
            start(values, "number", number);
            return Ok(Some(given));
        }
        Entity::Party => {
            let partnership = parent(values, "partnership");
            let series = parent(values, "series");
            let (owner, id) = match (partnership, series) {
                (Some(_), _) => ("partnership", partnership),
                (None, Some(_)) => ("series", series),
                (None, None) => ("meeting", parent(values, "meeting")),
            };
            start(values, "side", if partnership.is_some() { Side::Other } else { Side::Invited });
            start(values, "position", next_position(transaction, entity, owner, id)?);
        }
        Entity::Entry => {
            let list = given(values, "list").and_then(Value::as_text).unwrap_or_default();
            let last: Option<String> = transaction
                .sql()
                .prepare_cached("SELECT max(position) FROM entry WHERE list = ?1 AND deleted = 0")?
                .query_row([list], |row| row.get(0))?;
            start(values, "position", position::between(last.as_deref(), None));
        }
        Entity::Progress => {
            start(values, "day", transaction.now().date()?);
        }
        Entity::Alias => start(values, "kind", AliasKind::Spelling),
        Entity::Link => start(values, "kind", LinkKind::Related),
        Entity::AgendaItem => {
            start(values, "state", AgendaState::Listed);
            let series = parent(values, "series");
            let (owner, id) = match series {
                Some(_) => ("series", series),
                None => ("meeting", parent(values, "meeting")),
            };
            start(values, "position", next_position(transaction, entity, owner, id)?);
        }
        Entity::Attendance => {
            start(values, "status", AttendanceStatus::Invited);
            start(values, "position", next_position(transaction, entity, "meeting", parent(values, "meeting"))?);
        }
        Entity::Block => {
            let item = parent(values, "agenda_item");
            start(values, "position", next_position(transaction, entity, "agenda_item", item)?);
        }
        Entity::Organisation => {
            // What stands below a body is a part of it, unless its name says more.
            let name = given(values, "name").and_then(Value::as_text).unwrap_or_default();
            let guessed = names::guess_kind(name);
            let says_nothing = matches!(guessed, OrganisationKind::Other | OrganisationKind::Government);
            let of_part = if says_nothing { OrganisationKind::Unit } else { guessed };
            let is_part = parent(values, "parent").is_some();
            start(values, "kind", if is_part { of_part } else { OrganisationKind::Other });
        }
        Entity::Document => {
            start(values, "kind", DocumentKind::Other);
            let subject = parent(values, "subject").and_then(Record::from_key);
            let of_meeting = match subject {
                // Who may read a meeting's papers is who may read of the meeting.
                Some(record) if record.entity == Entity::Meeting => transaction.text(record, "confidentiality")?,
                Some(_) | None => String::new(),
            };
            let level = Confidentiality::from_code(&of_meeting).unwrap_or(Confidentiality::Internal);
            start(values, "confidentiality", level);
        }
        Entity::Addendum => start(values, "kind", AddendumKind::Addendum),
        Entity::Person | Entity::Post | Entity::Series | Entity::Reservation | Entity::Setting => {}
    }
    Ok(None)
}
