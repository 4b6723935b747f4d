//! Who changed what of a record and of its files, when, from what: read from the change log.

use super::Query;
use super::naming;
use super::records::Cell;
use crate::domain::{Entity, Field, FieldKind, Record, Value};
use crate::error::Result;
use crate::store::edit::label_of;
use crate::store::edits::{local, previous};
use crate::store::log::{self, CREATED, DELETED, Stored};
use crate::store::{Changes, Reader};
use rusqlite::Connection;

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
    /// A file came to it.
    FileAdded(String),
    /// A file of it went into the bin.
    FileRemoved(String),
    /// A file of it came out of the bin.
    FileRestored(String),
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
             WHERE (change.uid = (SELECT uid FROM {} WHERE id = ?1) AND change.entity = ?2)
                 OR (change.uid IN (SELECT uid FROM document WHERE subject = ?3) AND change.entity = 'document'
                     AND change.field IN ('*', 'deleted'))
             ORDER BY change.clock DESC, change.seq DESC LIMIT {}",
            self.record.entity.code(),
            self.limit
        ))?;
        let parameters = rusqlite::params![self.record.id, self.record.entity.code(), self.record.key()];
        let mut found = statement.query(parameters)?;
        let mut changes = Vec::new();
        while let Some(row) = found.next()? {
            let stored = log::read(row)?;
            let of_file = stored.entity == Entity::Document.code() && self.record.entity != Entity::Document;
            let what =
                if of_file { Some(file_changed(sql, &stored)?) } else { changed(sql, self.record.entity, &stored)? };
            let Some(what) = what else { continue };
            changes.push(ChangeRow {
                at_ms: row.get("at")?,
                author: row.get("author")?,
                label_key: label_of(&row.get::<_, String>("label")?),
                is_undo: matches!(row.get::<_, String>("kind")?.as_str(), "undo" | "redo"),
                what,
            });
        }
        Ok(changes)
    }
}

/// A file came, went or came back; it is called as it is called now.
fn file_changed(sql: &Connection, stored: &Stored) -> Result<Changed> {
    let file = local(sql, &stored.entity, &stored.uid)?;
    let name = naming::named(sql, file)?.map(|named| named.name).unwrap_or_default();
    Ok(match stored.field.as_str() {
        CREATED => Changed::FileAdded(name),
        _ if stored.value == Value::Number(1) => Changed::FileRemoved(name),
        _ => Changed::FileRestored(name),
    })
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
