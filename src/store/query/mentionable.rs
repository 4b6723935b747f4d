//! What «#» may name in the notes: a record of any kind that has a page, wherever in the store it is.
//!
//! Apart from the names of one register because all of them answer between two keys: of each kind the newest that hold the
//! words in their titles or numbers, however many there are.

use super::Query;
use super::naming::{self, Named};
use crate::arabic;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::search::words;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, params};

/// The records whose titles or numbers hold the words, however they are spelt: kind by kind, the newest of each first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentionable {
    /// Words to find; empty offers the newest.
    pub containing: String,
}

/// The kinds, and how many of each are offered.
const KINDS: [(Entity, usize); 5] = [
    (Entity::Outcome, 40),
    (Entity::Regulation, 20),
    (Entity::Partnership, 20),
    (Entity::Meeting, 20),
    (Entity::Series, 10),
];

/// One letter begins a word of most titles: it is looked for in so many of the newest before the index is asked.
const LOOKED_AT: usize = 300;

impl Query for Mentionable {
    type Output = Vec<Named>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let asked = arabic::query(&self.containing);
        let mut found = Vec::new();
        for (entity, most) in KINDS {
            let ids = match asked.as_slice() {
                [] => newest(reader.sql, entity, most)?,
                [only] if only.norm.chars().count() == 1 => {
                    let seen = beginning(reader.sql, entity, &only.norm, most)?;
                    if seen.len() < most {
                        indexed(reader.sql, entity, &words::all_of(reader.sql, &asked)?, most)?
                    } else {
                        seen
                    }
                }
                _ => indexed(reader.sql, entity, &words::all_of(reader.sql, &asked)?, most)?,
            };
            if reader.is_called_off() {
                return Ok(Vec::new());
            }
            for id in ids {
                let named = naming::named(reader.sql, Record { entity, id })?;
                // Its number finds it too.
                found.extend(named.filter(|named| !named.is_deleted).map(|named| {
                    let also = named.detail.clone();
                    Named { also, ..named }
                }));
            }
        }
        Ok(found)
    }
}

/// A template is no series of which anything is told.
fn is_meant(entity: Entity) -> &'static str {
    if entity == Entity::Series { " AND series.is_template IS NOT 1" } else { "" }
}

fn newest(sql: &Connection, entity: Entity, most: usize) -> Result<Vec<i64>> {
    let table = entity.code();
    let select = format!("SELECT id FROM {table} WHERE deleted = 0{} ORDER BY id DESC LIMIT {most}", is_meant(entity));
    let mut statement = sql.prepare_cached(&select)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Those among the newest of which a word of the title or the number begins so.
fn beginning(sql: &Connection, entity: Entity, letter: &str, most: usize) -> Result<Vec<i64>> {
    let table = entity.code();
    let select = format!(
        "SELECT id, {}, {} FROM {table} WHERE deleted = 0{} ORDER BY id DESC LIMIT {LOOKED_AT}",
        naming::own_name(entity),
        naming::own_detail(entity),
        is_meant(entity)
    );
    let mut statement = sql.prepare_cached(&select)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while found.len() < most
        && let Some(row) = rows.next()?
    {
        let begins = |column| -> rusqlite::Result<bool> {
            let text = row.get_ref(column)?.as_str_or_null().unwrap_or_default().unwrap_or_default();
            Ok(arabic::fold(text).split(' ').any(|word| arabic::begins_with(word, letter)))
        };
        if begins(1)? || begins(2)? {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// The newest whose titles or numbers the index finds.
fn indexed(sql: &Connection, entity: Entity, expression: &str, most: usize) -> Result<Vec<i64>> {
    let rows = Record::keys_of(entity);
    let first = *rows.start();
    let mut statement = sql.prepare_cached(
        "SELECT rowid - ?2 FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4",
    )?;
    let expression = format!("{{title title_stem}} : ({expression})");
    let found = statement
        .query_map(params![expression, first, rows.end(), i64::try_from(most).unwrap_or(i64::MAX)], |row| row.get(0))?;
    let ids: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
    if entity != Entity::Series {
        return Ok(ids);
    }
    let mut is_template = sql.prepare_cached("SELECT 1 FROM series WHERE id = ?1 AND is_template = 1")?;
    let mut meant = Vec::with_capacity(ids.len());
    for id in ids {
        if !is_template.exists([id])? {
            meant.push(id);
        }
    }
    Ok(meant)
}
