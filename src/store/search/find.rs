//! Finding: the newest candidates of each register from the index, scored and cut here.

use super::narrow::Narrowed;
use super::score::Scorer;
use super::words::Asked;
use super::{feed, file_text, snippet, words};
use crate::domain::fields::Searched;
use crate::domain::{Entity, Record, SearchFilter};
use crate::error::Result;
use crate::store::Reader;
use rusqlite::{Connection, OptionalExtension, params};
use std::borrow::Cow;

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

/// Entities of which the newest are told where nothing but narrowing was asked for. A line of attendance or a tie is only
/// told when it is asked for by words, or its sort by name.
const TELL_THEMSELVES: [Entity; 10] = [
    Entity::Meeting,
    Entity::Outcome,
    Entity::Block,
    Entity::AgendaItem,
    Entity::Person,
    Entity::Organisation,
    Entity::Partnership,
    Entity::Regulation,
    Entity::Document,
    Entity::Addendum,
];

/// So many candidates are looked at in all where the sorts are chosen.
const OF_CHOSEN: i64 = 500;

/// A record with a number of this sort is looked for by it before the newest that only begin so.
const NUMBERED: [Entity; 5] =
    [Entity::Meeting, Entity::Outcome, Entity::Partnership, Entity::Regulation, Entity::Addendum];

/// At most so many of each sort by their numbers, which have no more parts than these.
const BY_NUMBER: i64 = 20;
const NUMBER_PARTS: usize = 4;

/// What was found.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Answer {
    /// The best finds, best first.
    pub found: Vec<Found>,
    /// How many were found among those that were looked at.
    pub count: usize,
    /// There are more than were looked at: those were the newest.
    pub are_newest: bool,
}

/// The best finds.
pub(in crate::store) fn find(reader: &Reader<'_>, text: &str, filter: &SearchFilter, limit: usize) -> Result<Answer> {
    let sql = reader.sql;
    let asked = Asked::new(text);
    if asked.words.is_empty() && filter.is_open() {
        return Ok(Answer::default());
    }
    let narrowed = Narrowed::new(sql, filter)?;
    let mut conditions = Vec::new();
    for (entity, count) in CANDIDATES {
        // Another name of a body is told by the body, unless it is that name that is looked for.
        let is_chosen = narrowed.names_kinds() && entity != Entity::Alias;
        let is_told = !asked.words.is_empty() || is_chosen || TELL_THEMSELVES.contains(&entity);
        if let Some(condition) = narrowed.condition(entity).filter(|_| is_told) {
            conditions.push((entity, count, condition));
        }
    }
    if narrowed.names_kinds() {
        let each = OF_CHOSEN / i64::try_from(conditions.len().max(1)).unwrap_or(1);
        conditions.iter_mut().for_each(|(_, count, _)| *count = each.max(*count));
    }
    let expression = asked.expression(sql)?;
    let is_walked =
        !asked.words.is_empty() && conditions.iter().filter(|(.., condition)| condition.is_empty()).count() > 1;
    let walk = if is_walked { Some(Walk::new(sql, &expression)?) } else { None };
    let mut answer = Answer::default();
    let mut scorer = Scorer::new(&asked);
    let mut scored = Vec::new();
    for (entity, count, condition) in conditions {
        let records = if asked.words.is_empty() {
            newest(sql, entity, &condition, count)?
        } else {
            let mut records = by_number(sql, entity, &asked, &condition)?;
            let walked = walk.as_ref().and_then(|walk| walk.newest(entity, count)).filter(|_| condition.is_empty());
            let newest = match walked {
                Some(newest) => newest,
                None => candidates(sql, entity, &expression, &condition, count)?,
            };
            answer.are_newest |= newest.len() >= usize::try_from(count).unwrap_or(usize::MAX);
            let known = records.clone();
            records.extend(newest.into_iter().filter(|record| !known.contains(record)));
            records
        };
        if asked.words.is_empty() {
            answer.are_newest |= records.len() >= usize::try_from(count).unwrap_or(usize::MAX);
        }
        for (place, record) in records.into_iter().enumerate() {
            if reader.is_called_off() {
                return Ok(Answer::default());
            }
            let Some(texts) = Texts::load(sql, record)? else { continue };
            let score = if asked.words.is_empty() {
                (!texts.is_blank()).then_some(0)
            } else {
                // What its file says is looked through for words that have to stand side by side; that it holds them is known.
                let whole = if entity == Entity::Document && !asked.phrases.is_empty() {
                    let file = file_text::text_of(sql, record)?.unwrap_or_default();
                    Cow::Owned(format!("{}{file}", texts.body))
                } else {
                    Cow::Borrowed(texts.body.as_str())
                };
                scorer.score(&texts.title, &whole)
            };
            // Of equals the newer, whichever register they are from.
            scored.extend(score.map(|score| (score, std::cmp::Reverse(place), record, texts)));
        }
    }
    answer.count = scored.len();
    scored.sort_by_key(|(score, place, ..)| std::cmp::Reverse((*score, *place)));
    scored.truncate(limit);
    for (_, _, record, texts) in scored {
        if reader.is_called_off() {
            return Ok(Answer::default());
        }
        answer.found.push(Found { record, snippet: shown(sql, record, &texts, &mut scorer)? });
    }
    Ok(answer)
}

/// What is shown of a find: from a file's own words, where the record of it does not hold them all.
fn shown(sql: &Connection, record: Record, texts: &Texts, scorer: &mut Scorer<'_>) -> Result<snippet::Snippet> {
    let asked = scorer.asked();
    if asked.words.is_empty() {
        return Ok(snippet::Snippet::default());
    }
    let own = texts.snippet(scorer);
    if record.entity != Entity::Document || own.marks.len() >= asked.words.len() {
        return Ok(own);
    }
    let sought: Vec<words::Sought<'_>> = words::sought(&asked.words).collect();
    let within = file_text::around(sql, record, &sought)?;
    let within = within.map(|piece| snippet::snippet(scorer.marks(&piece), &piece));
    Ok(within.filter(|within| within.marks.len() > own.marks.len()).unwrap_or(own))
}

/// So many finds of all registers are walked at once, from the highest key down.
const WALKED: usize = 3_000;

/// The first finds of all registers together. Asking the index gathers every place of a word that is only begun, whatever
/// part of it is wanted: what one walk has need not be asked for again, register by register.
struct Walk {
    keys: Vec<i64>,
    /// There are no more.
    is_whole: bool,
}

impl Walk {
    fn new(sql: &Connection, expression: &str) -> Result<Self> {
        let mut statement =
            sql.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
        let most = i64::try_from(WALKED).unwrap_or(i64::MAX);
        let keys: Vec<i64> =
            statement.query_map(params![expression, most], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let is_whole = keys.len() < WALKED;
        Ok(Self { keys, is_whole })
    }

    /// The newest of an entity, where the walk came far enough.
    fn newest(&self, entity: Entity, count: i64) -> Option<Vec<Record>> {
        let rows = Record::keys_of(entity);
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let is_past = self.is_whole || self.keys.last().is_some_and(|last| last < rows.start());
        let found: Vec<Record> = self
            .keys
            .iter()
            .filter(|key| rows.contains(key))
            .take(count)
            .filter_map(|key| Record::from_key(*key))
            .collect();
        (is_past || found.len() == count).then_some(found)
    }
}

/// The newest rows of an entity that the index finds and the filter leaves.
fn candidates(sql: &Connection, entity: Entity, expression: &str, condition: &str, count: i64) -> Result<Vec<Record>> {
    let rows = Record::keys_of(entity);
    let filter = if condition.is_empty() {
        String::new()
    } else {
        let table = entity.code();
        format!(
            " AND EXISTS (SELECT 1 FROM {table} AS row WHERE row.id = search.rowid - {} AND {condition})",
            rows.start()
        )
    };
    let mut statement = sql.prepare_cached(&format!(
        "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3{filter} ORDER BY rowid DESC LIMIT ?4"
    ))?;
    let found = statement.query_map(params![expression, rows.start(), rows.end(), count], |row| row.get(0))?;
    let keys: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
    Ok(keys.into_iter().filter_map(Record::from_key).collect())
}

/// The newest rows of an entity that the filter leaves, whatever their words.
fn newest(sql: &Connection, entity: Entity, condition: &str, count: i64) -> Result<Vec<Record>> {
    let table = entity.code();
    // A line that was captured has left its words to what it became.
    let has_words = if entity == Entity::Block { " AND row.body <> '' AND row.outcome IS NULL" } else { "" };
    let narrowed = if condition.is_empty() { String::new() } else { format!(" AND {condition}") };
    let select = format!(
        "SELECT row.id FROM {table} AS row WHERE row.deleted = 0{has_words}{narrowed} ORDER BY row.id DESC LIMIT ?1"
    );
    let mut statement = sql.prepare_cached(&select)?;
    let ids: Vec<i64> = statement.query_map([count], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids.into_iter().map(|id| Record { entity, id }).collect())
}

/// The records whose number has these parts: «104» and «م-104» find «م-104» before what begins like «1041».
fn by_number(sql: &Connection, entity: Entity, asked: &Asked, condition: &str) -> Result<Vec<Record>> {
    let is_digits = |norm: &str| norm.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = asked.words.len() <= NUMBER_PARTS && asked.words.iter().any(|word| is_digits(&word.norm));
    if !is_number || !NUMBERED.contains(&entity) {
        return Ok(Vec::new());
    }
    let parts: Vec<String> = asked.words.iter().map(|word| words::quoted(&word.norm)).collect();
    candidates(sql, entity, &format!("{{title}} : ({})", parts.join(" AND ")), condition, BY_NUMBER)
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

    fn is_blank(&self) -> bool {
        self.title.trim().is_empty() && self.body.trim().is_empty()
    }

    /// From the field that holds most of what was asked, the first of equals.
    fn snippet(&self, scorer: &mut Scorer<'_>) -> snippet::Snippet {
        let snippets = self.parts.iter().map(|part| snippet::snippet(scorer.marks(part), part));
        snippets.rev().max_by_key(|snippet| snippet.marks.len()).unwrap_or_default()
    }
}
