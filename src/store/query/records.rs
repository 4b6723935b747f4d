//! A register's rows: those of any entity, by any of its declared fields, sorted, a window at a time.
//!
//! Ids first, from an index where there is one, then the rows that are shown: so the first page of a register costs the
//! same whatever it holds.

mod asked;
mod by_figure;
mod by_its_meeting;
mod by_meeting;
mod by_name;
mod groups;
mod row;
mod stretch;
mod walk;

pub use groups::{Group, Groups, Reach, RecordGroups};
pub(super) use row::{row, select_text};

use super::figures::field_or_figure;
use super::words::Words;
use super::{Query, naming, tally};
use crate::calendar::Date;
use crate::domain::{Entity, Field, Record, Value};
use crate::error::Result;
use crate::store::failure::internal;
use crate::store::{Changes, Reader};
use asked::Asked;
use rusqlite::OptionalExtension;
use walk::Walk;

/// The rows of a register.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordList {
    /// Which rows, in which order.
    pub which: Which,
    /// The fields whose contents are shown, in the order of [`RecordRow::cells`].
    pub columns: Vec<&'static str>,
    /// How many rows come before the window.
    pub first: usize,
    /// At most so many rows.
    pub count: usize,
}

/// Which records, in which order.
#[derive(Clone, Debug, PartialEq)]
pub struct Which {
    /// What they are.
    pub entity: Entity,
    /// The codes of their `kind`; none listed: any.
    pub kinds: Vec<&'static str>,
    /// What holds of every one of them.
    pub conditions: Vec<Condition>,
    /// Words to find; empty finds all.
    pub containing: String,
    /// The first counts most; equals stand newest first.
    pub order: Vec<Sort>,
    /// The day, to tell what is late.
    pub today: Date,
}

/// What has to hold of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// A field holds one of these; [`Value::Empty`] among them: or nothing.
    OneOf(&'static str, Vec<Value>),
    /// A field holds something from one value to another, both included; [`Value::Empty`] sets no bound.
    Within(&'static str, Value, Value),
    /// A field's own text holds these letters, however they are spelt.
    Containing(&'static str, String),
    /// Something is left to do.
    Open,
    /// Open, and past its day.
    Overdue,
    /// Tied to a record, in either direction: a goal it serves, a tag, a meeting.
    TiedTo(Record),
}

/// An order by one field; what is not given comes last either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Which field.
    pub field: &'static str,
    /// The greatest first.
    pub is_descending: bool,
}

/// A window of a register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordRows {
    /// How many there are in all.
    pub total: usize,
    /// How many come before these.
    pub first: usize,
    /// The fields of the rows' cells.
    pub columns: Vec<&'static str>,
    /// Those of the window.
    pub rows: Vec<RecordRow>,
}

impl Which {
    fn words(&self, reader: &Reader<'_>) -> Result<Words> {
        let references = naming::references(self.entity);
        let references: Vec<_> = references.iter().map(|(entity, sql)| (*entity, sql.as_str())).collect();
        Words::of(reader, self.entity, &self.containing, &references)
    }
}

impl RecordRows {
    /// What a row holds in a field, if that was asked for.
    pub fn cell<'r>(&self, row: &'r RecordRow, field: &str) -> Option<&'r Cell> {
        let place = self.columns.iter().position(|column| *column == field)?;
        row.cells.get(place)
    }
}

/// A record wherever one is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    /// Which one.
    pub record: Record,
    /// For the next `based_on`.
    pub version: i64,
    /// What it is called.
    pub title: String,
    /// Its kind's code, where its entity has kinds.
    pub kind: String,
    /// Ties and files.
    pub ties: i64,
    /// The fields that were asked for.
    pub cells: Vec<Cell>,
}

/// The content of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// As it is stored.
    pub value: Value,
    /// What a linked record is called.
    pub name: String,
    /// What tells two of the same name apart: a person's body, a meeting's title.
    pub detail: String,
}

impl Cell {
    /// Its text; empty where it holds none.
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            Value::Empty | Value::Number(_) => "",
        }
    }

    /// Its number, where it holds one.
    pub const fn number(&self) -> Option<i64> {
        match &self.value {
            Value::Number(number) => Some(*number),
            Value::Empty | Value::Text(_) => None,
        }
    }

    /// Its day, where it holds one.
    pub fn date(&self) -> Option<Date> {
        Date::from_iso(self.text()).ok()
    }
}

impl Query for RecordList {
    type Output = RecordRows;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let entity = self.which.entity;
        let (total, ids) = self.window(reader)?;
        let fields: Vec<&Field> = self.columns.iter().map(|name| declared(entity, name)).collect::<Result<_>>()?;
        let select = row::select_row(entity, &fields, Some(self.which.today));
        let mut statement = reader.sql.prepare_cached(&select)?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let record = Record { entity, id };
            let row = statement.query_row([id, record.key()], |row| row::read(row, record, &fields)).optional()?;
            found.extend(row);
        }
        Ok(RecordRows { total, first: self.first, columns: self.columns.clone(), rows: found })
    }
}

impl RecordList {
    /// How many there are in all, and the ids of the window.
    pub(super) fn window(&self, reader: &Reader<'_>) -> Result<(usize, Vec<i64>)> {
        let Self { which, first, count, .. } = self;
        let words = which.words(reader)?;
        if let Some(walk) = Walk::asked(reader, which, &words)? {
            return Ok((walk.total(reader)?, walk.ids(reader, *first, *count)?));
        }
        if let Some(by) = by_meeting::asks_for(which) {
            return by_meeting::window(reader, which, &words, by, (*first, *count), self.tallied(reader)?);
        }
        let asked = Asked::new(which, &words)?;
        if words.is_set && which.conditions.is_empty() {
            return Ok((asked.count(reader)?, asked.ids(reader, *first, *count)?));
        }
        if !which.conditions.is_empty() || !words.is_empty() {
            return asked.window(reader, *first, *count);
        }
        let total = if which.kinds.is_empty() && tally::is_kept(which.entity) {
            self.tallied(reader)?
        } else {
            asked.count(reader)?
        };
        let ids = match (by_figure::asks_for(which), by_name::asks_for(which)) {
            (Some(figure), _) => by_figure::ids(reader, which, figure, *first, *count)?,
            (None, Some(names)) => by_name::ids(reader, &asked, &names, total, *first, *count)?,
            (None, None) => asked.ids(reader, *first, *count)?,
        };
        Ok((total, ids))
    }

    /// How many there are of its entity, as the store keeps it.
    fn tallied(&self, reader: &Reader<'_>) -> Result<usize> {
        Ok(tally::of(reader.sql, self.which.entity)?.iter().map(|one| one.count).sum())
    }
}

fn declared(entity: Entity, name: &str) -> Result<&'static Field> {
    field_or_figure(entity, name).ok_or_else(|| internal(format!("{} has no field {name}", entity.code())))
}
