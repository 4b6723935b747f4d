//! The names that a store knows, for whoever reads a text: bodies with their other names, people, goals; and which meeting
//! a text made before.

use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{AliasKind, Entity, EntryList, MeetingId, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{OptionalExtension, params};
use std::collections::HashMap;

/// Bodies, people and goals by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownNames;

/// So many of each are enough to know most of a text; the store finds the others by their keys when they are kept.
const MOST: i64 = 20_000;

/// What a store knows by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownNamesView {
    /// The bodies.
    pub bodies: Vec<NamedBody>,
    /// The people.
    pub people: Vec<(Record, String)>,
    /// The goals.
    pub goals: Vec<(Record, String)>,
}

/// A body with its other names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedBody {
    /// Which one.
    pub record: Record,
    /// Its name.
    pub name: String,
    /// Other names, of what sort, and from when to when.
    pub aliases: Vec<(String, AliasKind, Option<Date>, Option<Date>)>,
}

impl Query for KnownNames {
    type Output = KnownNamesView;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Organisation, Entity::Alias, Entity::Person, Entity::Entry]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut bodies: Vec<NamedBody> = Vec::new();
        let mut statement = reader.sql.prepare_cached(
            "SELECT id, name, short_name FROM organisation WHERE deleted = 0 AND name <> '' ORDER BY id DESC LIMIT ?1",
        )?;
        let mut found = statement.query([MOST])?;
        while let Some(row) = found.next()? {
            let short = rows::text(row, "short_name")?;
            let aliases = (!short.is_empty()).then_some((short, AliasKind::Short, None, None)).into_iter().collect();
            let record = Record { entity: Entity::Organisation, id: row.get("id")? };
            bodies.push(NamedBody { record, name: rows::text(row, "name")?, aliases });
        }
        let places: HashMap<i64, usize> = bodies.iter().enumerate().map(|(at, body)| (body.record.id, at)).collect();
        let mut statement = reader.sql.prepare_cached(
            "SELECT organisation, name, kind, starts_on, ends_on FROM alias
             WHERE deleted = 0 AND organisation IS NOT NULL AND name <> '' ORDER BY id",
        )?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let body = places.get(&row.get("organisation")?).and_then(|at| bodies.get_mut(*at));
            let kind = rows::choice(row, "kind", AliasKind::from_code)?.unwrap_or(AliasKind::Spelling);
            let alias = (rows::text(row, "name")?, kind, rows::date(row, "starts_on")?, rows::date(row, "ends_on")?);
            body.into_iter().for_each(|body| body.aliases.push(alias.clone()));
        }
        let people = named(reader, Entity::Person, "person WHERE deleted = 0", &[])?;
        let goals = named(reader, Entity::Entry, "entry WHERE deleted = 0 AND list = ?2", &[EntryList::Goal.code()])?;
        Ok(KnownNamesView { bodies, people, goals })
    }
}

fn named(reader: &Reader<'_>, entity: Entity, of: &str, given: &[&str]) -> Result<Vec<(Record, String)>> {
    let sql = format!("SELECT id, name FROM {of} AND name <> '' ORDER BY id DESC LIMIT ?1");
    let mut statement = reader.sql.prepare_cached(&sql)?;
    let read = |row: &rusqlite::Row<'_>| Ok((Record { entity, id: row.get("id")? }, rows::text(row, "name")?));
    let found = match given.first() {
        Some(given) => statement.query_map(params![MOST, given], read)?.collect::<rusqlite::Result<_>>()?,
        None => statement.query_map(params![MOST], read)?.collect::<rusqlite::Result<_>>()?,
    };
    Ok(found)
}

/// The meeting that a text made, by what names the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingOfText {
    /// What names it.
    pub hash: String,
}

impl Query for MeetingOfText {
    type Output = Option<MeetingId>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let found = reader
            .sql
            .prepare_cached(
                "SELECT id FROM meeting WHERE source_hash = ?1 AND source_hash <> '' AND deleted = 0 LIMIT 1",
            )?
            .query_row([&self.hash], |row| row.get(0))
            .optional()?;
        Ok(found.map(MeetingId))
    }
}

/// The meeting that a text tells of, by its title and its day; where neither says the day, by its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLike {
    /// The title, however it is spelled.
    pub title: String,
    /// The day, where it is said; all that it may be, where that is left open.
    pub days: Vec<Date>,
}

/// What is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLikeView {
    /// Which one.
    pub id: MeetingId,
    /// Its number; where it has none yet, its title.
    pub name: String,
    /// Its minutes are approved: nothing is added to it.
    pub is_approved: bool,
}

impl Query for MeetingLike {
    type Output = Option<MeetingLikeView>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT id, number, title, approved_on FROM meeting
             WHERE date IS ?1 AND deleted = 0 AND title <> '' AND fold(trim(title)) = fold(?2) ORDER BY id LIMIT 1",
        )?;
        let read = |row: &rusqlite::Row<'_>| {
            let (number, title) = (rows::text(row, "number")?, rows::text(row, "title")?);
            Ok(MeetingLikeView {
                id: MeetingId(row.get("id")?),
                name: if number.is_empty() { title } else { number },
                is_approved: !rows::text(row, "approved_on")?.is_empty(),
            })
        };
        // What is not sure of its day may have been kept without one.
        let undated = (self.days.len() != 1).then_some(None);
        for day in self.days.iter().copied().map(Some).chain(undated) {
            let found = statement.query_row(params![day.map(Date::iso), self.title.trim()], read).optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}
