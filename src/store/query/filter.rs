//! The words of a list's filter, as conditions: each word must be in the record itself or in what it refers to by name.

use super::hits::Hits;
use crate::arabic;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::search::words;
use rusqlite::{Connection, ToSql, params};

/// Conditions and their parameters.
pub(super) struct Filter {
    /// To be put after `WHERE … `; begins with ` AND` when there are any.
    pub sql: String,
    /// For the numbered places, from `?1` on.
    pub parameters: Vec<String>,
    /// So much may hold a word that looking every row over is quicker than looking each of them up.
    pub is_broad: bool,
    entity: Entity,
    words: Vec<Word>,
}

/// One word, and where it stands.
struct Word {
    expression: String,
    /// Conditions on the record, by what it refers to; those that hold of none are left out.
    references: Vec<String>,
}

/// Where a word may stand besides the record itself: a condition on the record with `{}` for the finds of that entity.
pub(super) type Reference<'a> = (Entity, &'a str);

/// A word of fewer letters that may be a beginning stands in too much to be looked for twice.
const TELLING: usize = 2;
/// So many finds of a word are many: records themselves, and those that each bring records of their own.
const MANY: i64 = 2000;
const MANY_REFERRED_TO: i64 = 50;

impl Filter {
    /// The filter of `containing` on rows of `entity` (aliased by its table's name). The first parameter is `first`.
    pub fn new(
        sql: &Connection,
        entity: Entity,
        containing: &str,
        references: &[Reference<'_>],
        first: usize,
    ) -> Result<Self> {
        let found = arabic::query(containing);
        let mut filter = Self {
            sql: String::new(),
            parameters: Vec::with_capacity(found.len()),
            is_broad: false,
            entity,
            words: Vec::with_capacity(found.len()),
        };
        if found.is_empty() {
            return Ok(filter);
        }
        let own = |place| format!("{}.id IN ({})", entity.code(), finds(entity, place));
        if references.is_empty() {
            // One question to the index, which knows best how to bring its words together.
            filter.parameters.push(words::all_of(sql, &found)?);
            filter.sql = format!(" AND {}", own(first));
            return Ok(filter);
        }
        for ((place, expression), word) in (first..).zip(words::expressions(sql, &found)?).zip(&found) {
            let mut either = vec![own(place)];
            let mut word_of = Word { expression: expression.clone(), references: Vec::new() };
            // Nobody counts what a letter finds: that alone takes as long as the answer.
            let is_telling = word.norm.chars().count() >= TELLING;
            filter.is_broad |= !is_telling || count(sql, entity, &expression, MANY)? >= MANY;
            for (other, condition) in references {
                let found = if is_telling { count(sql, *other, &expression, MANY_REFERRED_TO)? } else { 1 };
                filter.is_broad |= found >= MANY_REFERRED_TO;
                // What none holds need not be asked of every row.
                if found > 0 {
                    either.push(condition.replace("{}", &finds(*other, place)));
                    word_of.references.push(condition.replace("{}", &finds(*other, 1)));
                }
            }
            filter.words.push(word_of);
            filter.parameters.push(expression);
            filter.sql.push_str(&format!(" AND ({})", either.join(" OR ")));
        }
        Ok(filter)
    }

    /// All that hold the words.
    pub fn hits(&self, sql: &Connection) -> Result<Hits> {
        let table = self.entity.code();
        let mut all: Option<Hits> = None;
        for word in &self.words {
            let mut hits = Hits::default();
            // What names the records themselves is asked for them; other conditions find them in their table.
            let ids = format!("{table}.id IN (");
            let of_others = word.references.iter().map(|condition| {
                let own = condition.strip_prefix(&ids).and_then(|rest| rest.strip_suffix(')'));
                own.map_or_else(|| format!("SELECT {table}.id FROM {table} WHERE {condition}"), str::to_owned)
            });
            for select in std::iter::once(finds(self.entity, 1)).chain(of_others) {
                let mut statement = sql.prepare_cached(&select)?;
                let mut found = statement.query([&word.expression])?;
                while let Some(row) = found.next()? {
                    if let Some(id) = row.get(0)? {
                        hits.insert(id);
                    }
                }
            }
            match &mut all {
                Some(all) => all.keep(&hits),
                None => all = Some(hits),
            }
        }
        Ok(all.unwrap_or_default())
    }

    /// The parameters as SQLite takes them.
    pub fn parameters(&self) -> Vec<&dyn ToSql> {
        self.parameters.iter().map(|text| text as &dyn ToSql).collect()
    }
}

/// The ids of an entity that hold the word of a place.
fn finds(entity: Entity, place: usize) -> String {
    let rows = Record::keys_of(entity);
    let (first, last) = (rows.start(), rows.end());
    format!("SELECT rowid - {first} FROM search WHERE search MATCH ?{place} AND rowid BETWEEN {first} AND {last}")
}

/// How many records of an entity hold a word, as far as one cares.
fn count(sql: &Connection, entity: Entity, expression: &str, most: i64) -> Result<i64> {
    let rows = Record::keys_of(entity);
    let mut statement = sql.prepare_cached(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?4)",
    )?;
    Ok(statement.query_row(params![expression, rows.start(), rows.end(), most], |row| row.get(0))?)
}
