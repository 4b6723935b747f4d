//! Finding: the newest candidates of each register from the index, scored and cut here.

use super::words::Asked;
use super::{feed, score, snippet};
use crate::arabic;
use crate::domain::fields::Searched;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::Reader;
use rusqlite::{Connection, OptionalExtension, params};

/// How many candidates of each register are looked at: 700 in all. The newest, never the best by the index: ranking every
/// match of a common word takes too long between two keys.
const CANDIDATES: [(Entity, i64); 14] = [
    (Entity::Meeting, 120),
    (Entity::Outcome, 120),
    (Entity::Block, 120),
    (Entity::Person, 50),
    (Entity::Organisation, 40),
    (Entity::Alias, 20),
    (Entity::Link, 20),
    (Entity::Regulation, 40),
    (Entity::Partnership, 40),
    (Entity::AgendaItem, 30),
    (Entity::Document, 40),
    (Entity::Attendance, 20),
    (Entity::Reservation, 20),
    (Entity::Addendum, 20),
];

/// A record that was found.
#[derive(Clone, Debug)]
pub(in crate::store) struct Found {
    pub record: Record,
    pub snippet: snippet::Snippet,
}

/// The best finds, best first.
pub(in crate::store) fn find(reader: &Reader<'_>, text: &str, limit: usize) -> Result<Vec<Found>> {
    let sql = reader.sql;
    let asked = Asked::new(text);
    if asked.words.is_empty() {
        return Ok(Vec::new());
    }
    let expression = asked.expression();
    let mut scored = Vec::new();
    for (entity, count) in CANDIDATES {
        for (place, record) in candidates(sql, entity, &expression, count)?.into_iter().enumerate() {
            if reader.is_called_off() {
                return Ok(Vec::new());
            }
            let Some(texts) = Texts::load(sql, record)? else { continue };
            let (title, body) = (arabic::analyse(&texts.title), arabic::analyse(&texts.body));
            let Some(score) = score::score(&asked, &title, &body) else { continue };
            // Of equals the newer, whichever register they are from.
            scored.push((score, std::cmp::Reverse(place), record, texts));
        }
    }
    scored.sort_by_key(|(score, place, ..)| std::cmp::Reverse((*score, *place)));
    scored.truncate(limit);
    let found = scored.into_iter().map(|(_, _, record, texts)| Found { record, snippet: texts.snippet(&asked) });
    Ok(found.collect())
}

fn candidates(sql: &Connection, entity: Entity, expression: &str, count: i64) -> Result<Vec<Record>> {
    let rows = Record::keys_of(entity);
    let mut statement = sql.prepare_cached(
        "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4",
    )?;
    let found = statement.query_map(params![expression, rows.start(), rows.end(), count], |row| row.get(0))?;
    let ids: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
    Ok(ids.into_iter().filter_map(Record::from_key).collect())
}

/// A record's searched texts, as they were typed.
struct Texts {
    title: String,
    body: String,
    parts: Vec<String>,
}

impl Texts {
    fn load(sql: &Connection, record: Record) -> Result<Option<Self>> {
        let found = sql.prepare_cached(&feed::select_sql(record.entity))?.query_row([record.id], |row| {
            let mut texts = Self { title: String::new(), body: String::new(), parts: Vec::new() };
            for (column, field) in feed::searched(record.entity).enumerate() {
                let Some(text) = row.get::<_, Option<String>>(column)? else { continue };
                let whole = if field.searched == Searched::Title { &mut texts.title } else { &mut texts.body };
                whole.push_str(&text);
                whole.push('\n');
                texts.parts.push(text);
            }
            Ok(texts)
        });
        Ok(found.optional()?)
    }

    /// From the field that holds most of what was asked, the first of equals.
    fn snippet(&self, asked: &Asked) -> snippet::Snippet {
        let snippets = self.parts.iter().map(|part| snippet::snippet(&asked.words, part));
        snippets.rev().max_by_key(|snippet| snippet.marks.len()).unwrap_or_default()
    }
}
