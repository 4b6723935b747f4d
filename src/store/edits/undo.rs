//! Undo and redo: the previous values, read from the change log, written as a new step. So they survive a restart, and
//! the log keeps what was taken back.

use super::{Outcome, minutes};
use crate::domain::{AliasKind, Entity, Field, FieldKind, Record, Value};
use crate::error::{Error, ErrorKind, Result};
use crate::store::edit::Label;
use crate::store::failure::internal;
use crate::store::log::{self, CREATED, DELETED, Stored};
use crate::store::transaction::{StepKind, Transaction};
use rusqlite::{Connection, OptionalExtension};

/// The step the next undo takes back.
pub(super) fn next_undo(sql: &Connection, site: i64) -> Result<(StepKind, Label)> {
    let found = sql
        .prepare_cached(
            "SELECT id, label FROM step WHERE site = ?1 AND kind = 'do' AND undone = 0 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([site], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let (step, label) = found.ok_or_else(nothing)?;
    Ok((StepKind::Undo(step), Label::read(&label)))
}

/// The step the next redo brings back: the last one taken back is the earliest of those that wait.
pub(super) fn next_redo(sql: &Connection, site: i64) -> Result<(StepKind, Label)> {
    let found = sql
        .prepare_cached(
            "SELECT id, label FROM step WHERE site = ?1 AND kind = 'do' AND undone = 1 ORDER BY id LIMIT 1",
        )?
        .query_row([site], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let (step, label) = found.ok_or_else(nothing)?;
    Ok((StepKind::Redo(step), Label::read(&label)))
}

/// Takes a step back. Approved minutes become drafts again for a reason only, as they do when they are opened again.
pub(super) fn take_back(transaction: &mut Transaction<'_>, site: i64, step: i64, reason: &str) -> Result<Outcome> {
    let approved = approved_by(transaction.sql(), site, step)?;
    if !approved.is_empty() && reason.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, "an approval is taken back"));
    }
    for record in &approved {
        minutes::is_unsigned(transaction, *record)?;
    }
    mark(transaction, site, step, 1)?;
    let done = reverse(transaction, site, step)?;
    for record in approved {
        minutes::note_taken_back(transaction, record, reason)?;
    }
    Ok(done)
}

/// The meetings whose minutes a step approved, and what adds to minutes.
fn approved_by(sql: &Connection, site: i64, step: i64) -> Result<Vec<Record>> {
    let mut statement = sql.prepare_cached(
        "SELECT change.entity, change.uid FROM step JOIN change ON change.site = step.site AND change.seq BETWEEN step.id AND step.last
         WHERE step.site = ?1 AND step.id = ?2 AND change.entity IN ('meeting', 'addendum')
             AND change.field = 'approved_on'
             AND change.value IS NOT NULL ORDER BY change.seq",
    )?;
    let found: Vec<(String, String)> =
        statement.query_map([site, step], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    found.iter().map(|(entity, uid)| local(sql, entity, uid)).collect()
}

/// Brings a step back by taking its undo back.
pub(super) fn bring_back(transaction: &mut Transaction<'_>, site: i64, step: i64) -> Result<Outcome> {
    let undo: Option<i64> = transaction
        .sql()
        .prepare_cached("SELECT id FROM step WHERE site = ?1 AND of = ?2 AND kind = 'undo' ORDER BY id DESC LIMIT 1")?
        .query_row([site, step], |row| row.get(0))
        .optional()?;
    mark(transaction, site, step, 0)?;
    // A step that left everything as it was has no undo either.
    undo.map_or(Ok(Outcome { record: None, continue_in: None }), |undo| reverse(transaction, site, undo))
}

fn nothing() -> Error {
    Error::new(ErrorKind::NothingToUndo, "")
}

fn mark(transaction: &Transaction<'_>, site: i64, step: i64, undone: i64) -> Result<()> {
    transaction
        .sql()
        .prepare_cached("UPDATE step SET undone = ?3 WHERE site = ?1 AND id = ?2")?
        .execute([site, step, undone])?;
    Ok(())
}

/// Writes what the fields held before a step, latest change first. Answers the record that the step touched first.
fn reverse(transaction: &mut Transaction<'_>, site: i64, step: i64) -> Result<Outcome> {
    let records: Vec<Stored> = transaction
        .sql()
        .prepare_cached(
            "SELECT change.site, seq, clock, change.step, entity, uid, field, value, previous_site, previous_seq, hash
             FROM step JOIN change ON change.site = step.site AND change.seq BETWEEN step.id AND step.last
             WHERE step.site = ?1 AND step.id = ?2 ORDER BY seq DESC",
        )?
        .query_map([site, step], log::read)?
        .collect::<rusqlite::Result<_>>()?;
    let mut first = None;
    for stored in &records {
        let record = local(transaction.sql(), &stored.entity, &stored.uid)?;
        first = Some(record);
        match stored.field.as_str() {
            CREATED => transaction.set_deleted(record, true)?,
            DELETED => {
                let deleted = previous(transaction.sql(), stored)?.as_number() == Some(1);
                transaction.set_deleted(record, deleted)?;
            }
            name => {
                let Some(name) = called_now(record, stored, name) else { continue };
                let field = record.entity.field(name).ok_or_else(|| internal(format!("no field {name}")))?;
                let value = here(transaction.sql(), field, previous(transaction.sql(), stored)?)?;
                transaction.set(record, &[(field.name, value)])?;
            }
        }
    }
    Ok(Outcome { record: first, continue_in: None })
}

/// What the field held before a record of the log, as it travels.
pub(in crate::store) fn previous(sql: &Connection, stored: &Stored) -> Result<Value> {
    let Some((site, seq)) = stored.previous else { return Ok(Value::Empty) };
    let before = log::stored(sql, site, seq)?;
    if before.field != CREATED {
        return Ok(before.value);
    }
    let made: serde_json::Value = serde_json::from_str(before.value.as_text().unwrap_or_default()).map_err(internal)?;
    // What says that a tie is one of names is no sort of name.
    if before.entity == LINK && stored.entity != LINK && stored.field == "kind" {
        return Ok(AliasKind::Spelling.into());
    }
    let of_tie = || TIE_OF_NAMES.iter().find(|(_, now)| *now == stored.field).and_then(|(then, _)| made.get(*then));
    Ok(match made.get(&stored.field).or_else(of_tie) {
        Some(serde_json::Value::String(text)) => Value::Text(text.clone()),
        Some(serde_json::Value::Number(number)) => number.as_i64().map_or(Value::Empty, Value::Number),
        _ => Value::Empty,
    })
}

/// The local row of a travelling record.
pub(in crate::store) fn local(sql: &Connection, entity: &str, uid: &str) -> Result<Record> {
    let entity = Entity::from_code(entity).ok_or_else(|| internal(format!("no entity {entity}")))?;
    let found = |entity: Entity| {
        sql.prepare_cached(&format!("SELECT id FROM {} WHERE uid = ?1", entity.code()))?
            .query_row([uid], |row| Ok(Record { entity, id: row.get(0)? }))
    };
    match found(entity) {
        Err(rusqlite::Error::QueryReturnedNoRows) if entity == Entity::Link => Ok(found(Entity::Alias)?),
        found => Ok(found?),
    }
}

/// Somebody's other name was a tie of theirs once, its remark the name. What the log says of such a tie is about the name.
const TIE_OF_NAMES: [(&str, &str); 2] = [("note", "name"), ("source", "person")];
const LINK: &str = Entity::Link.code();

/// The field that a change in the log is about now; nothing for what a name has no more.
fn called_now<'n>(record: Record, stored: &Stored, name: &'n str) -> Option<&'n str> {
    if record.entity.code() == stored.entity {
        return Some(name);
    }
    TIE_OF_NAMES.iter().find(|(then, _)| *then == name).map(|(_, now)| *now)
}

/// A travelling value as it is held here: a link by the local id.
fn here(sql: &Connection, field: &Field, value: Value) -> Result<Value> {
    let Value::Text(uid) = &value else { return Ok(value) };
    if field.kind == FieldKind::Any {
        let (entity, uid) = uid.split_once('/').ok_or_else(|| internal(format!("not a record: {uid}")))?;
        return Ok(local(sql, entity, uid)?.into());
    }
    match field.kind.target() {
        // Of what once might point to anything, the entity stands before the uid.
        Some(target) => {
            let uid = uid.split_once('/').map_or(uid.as_str(), |(_, uid)| uid);
            Ok(Value::Number(local(sql, target.code(), uid)?.id))
        }
        None => Ok(value),
    }
}
