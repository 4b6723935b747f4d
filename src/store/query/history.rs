//! Who changed what of a record and of what belongs to it, when, from what: read from the change log.

use super::Query;
use super::naming;
use super::records::Cell;
use crate::domain::{Entity, Field, FieldKind, Record, Value};
use crate::error::Result;
use crate::store::edit::label_of;
use crate::store::edits::{local, previous};
use crate::store::failure::internal;
use crate::store::log::{self, CREATED, DELETED, Stored};
use crate::store::parts;
use crate::store::{Changes, Reader};
use rusqlite::Connection;
use std::collections::HashSet;

/// Changes of an item's notes within that are told as one.
const HOUR_MS: i64 = 3_600_000;
/// How a change of notes is labelled.
const NOTES_LABEL: &str = "edit-set-block";

/// The changes of a record, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Which one.
    pub record: Record,
    /// At most so many.
    pub limit: usize,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// When, in Unix milliseconds.
    pub at_ms: i64,
    /// Whose step it was.
    pub author: String,
    /// The key of the step's label.
    pub label_key: &'static str,
    /// It was taken back, or brought back.
    pub is_undo: bool,
    /// What changed.
    pub what: Changed,
}

/// What a change changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    /// The record was made.
    Made,
    /// It went into the bin.
    Removed,
    /// It came out of the bin.
    Restored,
    /// Something that belongs to it came, went or came back.
    Part {
        /// What it is.
        part: Record,
        /// As it is called now.
        name: String,
        /// Its kind, where its entity has kinds.
        kind: String,
        /// What became of it then.
        became: Became,
        /// It is in the bin now, and can come back.
        is_gone: bool,
    },
    /// A field of something that belongs to it.
    PartField {
        /// What it is.
        part: Record,
        /// As it is called now.
        name: String,
        /// Its kind, where its entity has kinds.
        kind: String,
        /// It is in the bin now.
        is_gone: bool,
        /// Which field.
        field: &'static str,
        /// What it held.
        before: Cell,
        /// What it holds since.
        after: Cell,
    },
    /// The notes of an item of a meeting, for up to an hour: each stretch of typing would be told otherwise.
    Notes {
        /// The item, as it is called now; empty for notes of none.
        item: String,
    },
    /// A field.
    Field {
        /// Which one.
        field: &'static str,
        /// What it held.
        before: Cell,
        /// What it holds since.
        after: Cell,
    },
}

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It was added.
    Added,
    /// It went into the bin.
    Removed,
    /// It came out of the bin.
    Restored,
    /// It belongs to another now: somebody works elsewhere.
    Left,
}

/// What belongs to records of an entity, or is held under their key: each by the field that says whose it is.
pub(in crate::store) fn told_parts(owner: Entity) -> impl Iterator<Item = (Entity, &'static str)> + Clone {
    parts::told_of(owner).map(|part| (part.entity, part.by)).chain(HELD)
}

/// What is held under the key of any record.
const HELD: [(Entity, &str); 4] =
    [(Entity::Progress, "subject"), (Entity::Document, "subject"), (Entity::Link, "source"), (Entity::Link, "target")];

/// The fields of a part whose changes are told of what it belongs to as well. A unit, and somebody who works there, has a
/// history of its own, which would drown that of the whole.
pub(in crate::store) fn told_fields(owner: Entity, part: Entity) -> impl Iterator<Item = &'static Field> {
    let owners = told_parts(owner);
    let says_whose = move |field: &Field| owners.clone().any(|(entity, by)| entity == part && by == field.name);
    let all: &'static [Field] = if matches!(part, Entity::Organisation | Entity::Person) { &[] } else { part.fields() };
    all.iter().filter(move |field| !field.is_kept && !says_whose(field))
}

impl Query for History {
    type Output = Vec<ChangeRow>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        let mut statement = sql.prepare_cached(&format!(
            "SELECT change.site, change.seq, change.clock, change.step, change.entity, change.uid, change.field,
                 change.value, change.previous_site, change.previous_seq, change.hash,
                 step.at AS at, step.author AS author, step.label AS label, step.kind AS kind
             FROM change JOIN step ON step.site = change.site AND step.id = change.step
             WHERE (change.uid = (SELECT uid FROM {} WHERE id = ?1) AND change.entity = ?2){}
             ORDER BY change.clock DESC, change.seq DESC LIMIT {}",
            self.record.entity.code(),
            self.of_parts(),
            self.limit
        ))?;
        let parameters = rusqlite::params![self.record.id, self.record.entity.code(), self.record.key()];
        let mut found = statement.query(parameters)?;
        let own: String = sql
            .prepare_cached(&format!("SELECT uid FROM {} WHERE id = ?1", self.record.entity.code()))?
            .query_row([self.record.id], |row| row.get(0))?;
        let mut changes = Vec::new();
        // Parts that went or came back with the record are not told one by one.
        let mut together: HashSet<(i64, i64)> = HashSet::new();
        let mut steps: Vec<(i64, i64)> = Vec::new();
        while let Some(row) = found.next()? {
            let stored = log::read(row)?;
            let what = if stored.uid == own {
                changed(sql, self.record.entity, &stored)?
            } else {
                self.part_changed(sql, &own, &stored)?
            };
            let Some(what) = what else { continue };
            if matches!(what, Changed::Removed | Changed::Restored) {
                together.insert((stored.site, stored.step));
            }
            steps.push((stored.site, stored.step));
            changes.push(ChangeRow {
                at_ms: row.get("at")?,
                author: row.get("author")?,
                label_key: label_of(&row.get::<_, String>("label")?),
                is_undo: matches!(row.get::<_, String>("kind")?.as_str(), "undo" | "redo"),
                what,
            });
        }
        let mut steps = steps.into_iter();
        changes.retain(|change| {
            let is_with_record = steps.next().is_some_and(|step| together.contains(&step));
            let is_part = matches!(change.what, Changed::Part { .. });
            !(is_part && is_with_record)
        });
        if self.record.entity == Entity::Meeting {
            changes.extend(self.notes(sql)?);
            changes.sort_by_key(|change| std::cmp::Reverse(change.at_ms));
            changes.truncate(self.limit);
        }
        Ok(changes)
    }
}

impl History {
    /// That the notes of a meeting's items were changed: one row for what somebody did to those of an item within an hour.
    fn notes(&self, sql: &Connection) -> Result<Vec<ChangeRow>> {
        let mut statement = sql.prepare_cached(
            "SELECT max(step.at) AS at, step.author AS author, coalesce(item.title, '') AS item
             FROM block
             JOIN change ON change.uid = block.uid AND change.entity = 'block' AND change.field IN ('*', 'body')
             JOIN step ON step.site = change.site AND step.id = change.step
             LEFT JOIN agenda_item AS item ON item.id = block.agenda_item
             WHERE block.meeting = ?1
             GROUP BY block.agenda_item, step.author, step.at / ?2
             ORDER BY at DESC LIMIT ?3",
        )?;
        let limit = i64::try_from(self.limit).unwrap_or(i64::MAX);
        let found = statement.query_map(rusqlite::params![self.record.id, HOUR_MS, limit], |row| {
            Ok(ChangeRow {
                at_ms: row.get("at")?,
                author: row.get("author")?,
                label_key: label_of(NOTES_LABEL),
                is_undo: false,
                what: Changed::Notes { item: row.get("item")? },
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The uids of what belongs to it by a field. Somebody who left a body is found by the post held there.
    fn uids_of(entity: Entity, by: &str, number: &str) -> String {
        let own = format!("SELECT uid FROM {} WHERE {by} = {number}", entity.code());
        if entity != Entity::Person {
            return own;
        }
        format!(
            "{own} UNION SELECT person.uid FROM post JOIN person ON person.id = post.person
             WHERE post.{by} = {number}"
        )
    }

    /// The changes of what belongs to it: that it came, to it or at all, that it went, and what became of its fields.
    fn of_parts(&self) -> String {
        let of = |entity: Entity, by: &str, number: &str| {
            let table = entity.code();
            let told: String =
                told_fields(self.record.entity, entity).map(|field| format!(", '{}'", field.name)).collect();
            format!(
                "\n OR (change.uid IN ({}) AND change.entity = '{table}'
                     AND change.field IN ('*', '{by}', 'deleted'{told}))",
                Self::uids_of(entity, by, number)
            )
        };
        let held = HELD.iter().filter(|_| self.record.entity != Entity::Document);
        let own = parts::told_of(self.record.entity).map(|part| of(part.entity, part.by, "?1"));
        own.chain(held.map(|(entity, by)| of(*entity, by, "?3"))).collect()
    }

    /// What became of a part; nothing for a change that says nothing of whose it is.
    fn part_changed(&self, sql: &Connection, own: &str, stored: &Stored) -> Result<Option<Changed>> {
        let part = local(sql, &stored.entity, &stored.uid)?;
        let key = format!("{}/{own}", self.record.entity.code());
        let leads_here = |by: &str, value: &str| match part.entity.field(by).map(|field| field.kind) {
            Some(FieldKind::Any) => value == key,
            Some(_) => value == own,
            None => false,
        };
        let all = told_parts(self.record.entity).filter(|(entity, _)| *entity == part.entity);
        let mut fields = all.map(|(_, by)| by);
        if part.entity == Entity::Person && stored.field == DELETED && !self.works_here(sql, part)? {
            return Ok(None);
        }
        let became = match stored.field.as_str() {
            DELETED if stored.value == Value::Number(1) => Became::Removed,
            DELETED => Became::Restored,
            CREATED => {
                let made: serde_json::Value =
                    serde_json::from_str(stored.value.as_text().unwrap_or_default()).map_err(internal)?;
                let is_here =
                    |by: &str| made.get(by).and_then(|value| value.as_str()).is_some_and(|value| leads_here(by, value));
                if !fields.any(is_here) {
                    return Ok(None);
                }
                Became::Added
            }
            by if fields.any(|field| field == by) => {
                let is_here = |value: &Value| value.as_text().is_some_and(|value| leads_here(by, value));
                if is_here(&stored.value) {
                    Became::Added
                } else if part.entity == Entity::Person && is_here(&previous(sql, stored)?) {
                    Became::Left
                } else {
                    return Ok(None);
                }
            }
            name => return self.part_field(sql, part, name, stored),
        };
        let (name, kind, is_gone) = self.part_named(sql, part)?;
        // That the work was moved is told already; an update says more only where it has words.
        if part.entity == Entity::Progress && name.is_empty() {
            return Ok(None);
        }
        Ok(Some(Changed::Part { part, name, kind, became, is_gone }))
    }

    /// Is the body the one that somebody works for now?
    fn works_here(&self, sql: &Connection, person: Record) -> Result<bool> {
        let mut statement = sql.prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND organisation = ?2")?;
        Ok(statement.exists([person.id, self.record.id])?)
    }

    /// What became of a field of a part.
    fn part_field(&self, sql: &Connection, part: Record, name: &str, stored: &Stored) -> Result<Option<Changed>> {
        let Some(field) = told_fields(self.record.entity, part.entity).find(|field| field.name == name) else {
            return Ok(None);
        };
        let before = cell(sql, field, previous(sql, stored)?)?;
        let after = cell(sql, field, stored.value.clone())?;
        let (name, kind, is_gone) = self.part_named(sql, part)?;
        Ok(Some(Changed::PartField { part, name, kind, is_gone, field: field.name, before, after }))
    }

    /// How a part is called, its kind, and whether it is in the bin.
    fn part_named(&self, sql: &Connection, part: Record) -> Result<(String, String, bool)> {
        let named = naming::named(sql, part)?;
        let is_gone = named.as_ref().is_some_and(|named| named.is_deleted);
        let own_words = match part.entity {
            Entity::Attendance => {
                Some(format!("coalesce({}, group_name)", naming::name_of(Entity::Person, "attendance.person")))
            }
            Entity::Reservation => Some(naming::name_of(Entity::Person, "reservation.person")),
            Entity::Post => Some("title".to_owned()),
            Entity::Progress => Some("text".to_owned()),
            Entity::Entry
            | Entity::Organisation
            | Entity::Alias
            | Entity::Person
            | Entity::Series
            | Entity::Meeting
            | Entity::Partnership
            | Entity::Party
            | Entity::AgendaItem
            | Entity::Outcome
            | Entity::Block
            | Entity::Regulation
            | Entity::Link
            | Entity::Document
            | Entity::Addendum
            | Entity::Setting => None,
        };
        let name = match own_words {
            Some(words) => sql
                .prepare_cached(&format!("SELECT {words} FROM {} WHERE id = ?1", part.entity.code()))?
                .query_row([part.id], |row| row.get(0))?,
            // A tie is told by its other end.
            None if part.entity == Entity::Link => {
                let other: Option<i64> = sql
                    .prepare_cached("SELECT CASE source WHEN ?2 THEN target ELSE source END FROM link WHERE id = ?1")?
                    .query_row([part.id, self.record.key()], |row| row.get(0))?;
                let other = other.and_then(Record::from_key).map(|other| naming::named(sql, other)).transpose()?;
                other.flatten().map(|other| other.name)
            }
            None => named.map(|named| named.name),
        };
        let kind = match part.entity.field("kind") {
            Some(_) => sql
                .prepare_cached(&format!("SELECT kind FROM {} WHERE id = ?1", part.entity.code()))?
                .query_row([part.id], |row| row.get::<_, Option<String>>(0))?,
            None => None,
        };
        Ok((name.unwrap_or_default(), kind.unwrap_or_default(), is_gone))
    }
}

/// Nothing for a field that this program does not know.
fn changed(sql: &Connection, entity: Entity, stored: &Stored) -> Result<Option<Changed>> {
    Ok(match stored.field.as_str() {
        CREATED => Some(Changed::Made),
        DELETED if stored.value == Value::Number(1) => Some(Changed::Removed),
        DELETED => Some(Changed::Restored),
        name => match entity.field(name) {
            Some(field) => Some(Changed::Field {
                field: field.name,
                before: cell(sql, field, previous(sql, stored)?)?,
                after: cell(sql, field, stored.value.clone())?,
            }),
            None => None,
        },
    })
}

/// A travelling value, with the name of what it points to.
fn cell(sql: &Connection, field: &Field, value: Value) -> Result<Cell> {
    let target = match (&value, field.kind, field.kind.target()) {
        (Value::Text(text), FieldKind::Any, _) => text.split_once('/').map(|(entity, uid)| (entity, uid.to_owned())),
        (Value::Text(uid), _, Some(target)) => Some((target.code(), uid.clone())),
        _ => None,
    };
    let Some((entity, uid)) = target else { return Ok(Cell { value, ..Cell::default() }) };
    let record = local(sql, entity, &uid)?;
    let named = naming::named(sql, record)?;
    let value = if field.kind == FieldKind::Any { record.into() } else { Value::Number(record.id) };
    let (name, detail) = named.map(|named| (named.name, named.detail)).unwrap_or_default();
    Ok(Cell { value, name, detail })
}
