//! Words anywhere.

use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId, OutcomeKind, Record, SearchFilter, hit_key};
use crate::error::Result;
use crate::store::search::find::{self, Found};
use crate::store::search::snippet::Snippet;
use crate::store::{Changes, Reader};
use rusqlite::Connection;
use std::ops::Range;
use std::time::{Duration, Instant};

/// Words anywhere, by the folding search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// What was typed; words in quotes stand side by side.
    pub text: String,
    /// What is looked through; without words, the newest of it are told.
    pub filter: SearchFilter,
    /// At most so many.
    pub limit: usize,
}

impl Search {
    /// Words anywhere in everything.
    pub fn new(text: impl Into<String>, limit: usize) -> Self {
        Self { text: text.into(), filter: SearchFilter::default(), limit }
    }
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Searched {
    /// The best finds, best first.
    pub hits: Vec<Hit>,
    /// How many there are among those that were looked at.
    pub count: usize,
    /// There are more: those that were looked at are the newest.
    pub are_newest: bool,
    /// How long it took.
    pub took: Duration,
}

/// How many records can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchedRecords;

/// One find.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub record: Record,
    /// The key of its kind's label.
    pub kind_key: &'static str,
    /// Its number, or that of its meeting.
    pub number: String,
    /// Its title, or that of its meeting.
    pub title: String,
    /// The words, with what stands around them.
    pub snippet: String,
    /// Byte ranges in `snippet`.
    pub marks: Vec<Range<usize>>,
    /// Its day, or that of its meeting.
    pub date: Option<Date>,
    /// The meeting to open, if it belongs to one.
    pub meeting: Option<MeetingId>,
    /// The record whose page shows it: itself, or whose name, post, file or step it is.
    pub page: Record,
}

const WHAT_IS_SEARCHED: Changes = Changes::of(&[
    Entity::Meeting,
    Entity::Outcome,
    Entity::Block,
    Entity::AgendaItem,
    Entity::Attendance,
    Entity::Person,
    Entity::Organisation,
    Entity::Alias,
    Entity::Link,
    Entity::Partnership,
    Entity::Regulation,
    Entity::Document,
    Entity::Reservation,
    Entity::Addendum,
    // What is of a body.
    Entity::Party,
    Entity::Post,
]);

impl Query for Search {
    type Output = Searched;
    const DEPENDS_ON: Changes = WHAT_IS_SEARCHED;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let begun = Instant::now();
        let answer = find::find(reader, &self.text, &self.filter, self.limit)?;
        let hits = answer.found.into_iter().map(|found| hit(reader.sql, found)).collect::<Result<_>>()?;
        Ok(Searched { hits, count: answer.count, are_newest: answer.are_newest, took: begun.elapsed() })
    }
}

impl Query for SearchedRecords {
    type Output = usize;
    const DEPENDS_ON: Changes = WHAT_IS_SEARCHED;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        // What the index keeps beside its words has a row for each record.
        let count: i64 =
            reader.sql.prepare_cached("SELECT count(*) FROM search_docsize")?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

/// What is shown of a find besides its words. Lines of a meeting are shown with their meeting.
fn hit(sql: &Connection, found: Found) -> Result<Hit> {
    let Found { record, snippet: Snippet { text, marks } } = found;
    let of_meeting =
        "meeting.number AS number, meeting.title AS title, meeting.date AS date, meeting.id AS meeting, NULL AS kind";
    let columns = match record.entity {
        Entity::Meeting => format!("SELECT {of_meeting} FROM meeting WHERE id = ?1"),
        Entity::Outcome => {
            "SELECT outcome.number, outcome.text AS title, meeting.date AS date, meeting.id AS meeting, outcome.kind
             FROM outcome LEFT JOIN meeting ON meeting.id = outcome.meeting WHERE outcome.id = ?1"
                .to_owned()
        }
        Entity::Block | Entity::AgendaItem | Entity::Attendance | Entity::Party | Entity::Addendum => {
            let table = record.entity.code();
            format!(
                "SELECT {of_meeting} FROM {table} LEFT JOIN meeting ON meeting.id = {table}.meeting WHERE {table}.id = ?1"
            )
        }
        Entity::Reservation => format!(
            "SELECT {of_meeting} FROM reservation LEFT JOIN outcome ON outcome.id = reservation.outcome
             LEFT JOIN meeting ON meeting.id = outcome.meeting WHERE reservation.id = ?1"
        ),
        Entity::Person => "SELECT NULL AS number, name AS title, NULL AS date, NULL AS meeting, NULL AS kind
             FROM person WHERE id = ?1"
            .to_owned(),
        Entity::Organisation => "SELECT licence AS number, name AS title, NULL AS date, NULL AS meeting, NULL AS kind
             FROM organisation WHERE id = ?1"
            .to_owned(),
        Entity::Alias => "SELECT alias.name AS number, coalesce(organisation.name, person.name) AS title, NULL AS date,
                 NULL AS meeting, NULL AS kind
             FROM alias LEFT JOIN organisation ON organisation.id = alias.organisation
             LEFT JOIN person ON person.id = alias.person WHERE alias.id = ?1"
            .to_owned(),
        Entity::Post => "SELECT post.title AS number, person.name AS title, NULL AS date, NULL AS meeting, NULL AS kind
             FROM post LEFT JOIN person ON person.id = post.person WHERE post.id = ?1"
            .to_owned(),
        Entity::Partnership => "SELECT number, title, starts_on AS date, NULL AS meeting, NULL AS kind
             FROM partnership WHERE id = ?1"
            .to_owned(),
        Entity::Regulation => "SELECT number, title, issued_on AS date, NULL AS meeting, NULL AS kind
             FROM regulation WHERE id = ?1"
            .to_owned(),
        Entity::Document => "SELECT file_name AS number, name AS title, day AS date, NULL AS meeting, NULL AS kind
             FROM document WHERE id = ?1"
            .to_owned(),
        Entity::Series | Entity::Entry | Entity::Progress | Entity::Link => {
            let table = record.entity.code();
            let title = record.entity.title_field().map_or("NULL", |field| field.name);
            format!(
                "SELECT NULL AS number, {title} AS title, NULL AS date, NULL AS meeting, NULL AS kind
                 FROM {table} WHERE id = ?1"
            )
        }
        Entity::Setting => "SELECT NULL AS number, key AS title, NULL AS date, NULL AS meeting, NULL AS kind
             FROM setting WHERE id = ?1"
            .to_owned(),
    };
    let page = page(sql, record)?;
    let of_entity = hit_key(record.entity);
    Ok(sql.prepare_cached(&columns)?.query_row([record.id], |row| {
        let kind = rows::choice(row, "kind", OutcomeKind::from_code)?;
        let title = rows::text(row, "title")?;
        Ok(Hit {
            record,
            kind_key: kind.map_or(of_entity, OutcomeKind::label_key),
            number: rows::text(row, "number")?,
            // Without words its title says what it is.
            snippet: if text.is_empty() { title.clone() } else { text },
            title,
            marks,
            date: rows::date(row, "date")?,
            meeting: row.get::<_, Option<i64>>("meeting")?.map(MeetingId),
            page,
        })
    })?)
}

/// The record whose page shows it.
fn page(sql: &Connection, record: Record) -> Result<Record> {
    let (column, owner) = match record.entity {
        Entity::Alias => return owner_of(sql, record),
        Entity::Post => ("person", Some(Entity::Person)),
        Entity::Party => ("partnership", Some(Entity::Partnership)),
        Entity::Progress | Entity::Document => ("subject", None),
        Entity::Reservation => ("outcome", Some(Entity::Outcome)),
        Entity::Link => ("source", None),
        Entity::Entry
        | Entity::Organisation
        | Entity::Person
        | Entity::Series
        | Entity::Meeting
        | Entity::Partnership
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Outcome
        | Entity::Block
        | Entity::Regulation
        | Entity::Addendum
        | Entity::Setting => return Ok(record),
    };
    let select = format!("SELECT {column} FROM {} WHERE id = ?1", record.entity.code());
    let found: Option<i64> = sql.prepare_cached(&select)?.query_row([record.id], |row| row.get(0))?;
    let page = match owner {
        Some(entity) => found.map(|id| Record { entity, id }),
        None => found.and_then(Record::from_key),
    };
    Ok(page.unwrap_or(record))
}

/// The body or the person that another name is of.
fn owner_of(sql: &Connection, alias: Record) -> Result<Record> {
    let select = "SELECT organisation, person FROM alias WHERE id = ?1";
    let [body, person]: [Option<i64>; 2] =
        sql.prepare_cached(select)?.query_row([alias.id], |row| Ok([row.get(0)?, row.get(1)?]))?;
    let of_body = body.map(|id| Record { entity: Entity::Organisation, id });
    Ok(of_body.or(person.map(|id| Record { entity: Entity::Person, id })).unwrap_or(alias))
}
