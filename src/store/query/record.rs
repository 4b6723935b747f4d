//! One record as a page shows it: its fields, what it is tied to, how work on it went on.

use super::naming::{self, Named};
use super::owner::{OWNER, ids_of};
use super::records::{Cell, RecordRow};
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{DocumentId, Entity, FieldKind, LinkId, LinkKind, OutcomeStatus, PersonId, ProgressId, Record};
use crate::error::{Error, ErrorKind, Result};
use crate::store::{Changes, Reader};
use rusqlite::{Connection, Row};

/// The page of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordPage {
    /// Which one.
    pub record: Record,
}

/// A record with what hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordView {
    /// Which one.
    pub record: Record,
    /// For the next `based_on`.
    pub version: i64,
    /// What it is called.
    pub title: String,
    /// Its kind's code, where its entity has kinds.
    pub kind: String,
    /// When it was made, in Unix seconds.
    pub created_at: i64,
    /// It is in the bin.
    pub is_deleted: bool,
    /// Each declared field and what it holds.
    pub cells: Vec<(&'static str, Cell)>,
    /// What it is tied to, seen from it.
    pub ties: Vec<Tie>,
    /// What happened to it, newest first.
    pub progress: Vec<ProgressRow>,
}

/// A tie, seen from one of its ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The tie itself.
    pub link: LinkId,
    /// What it means.
    pub kind: LinkKind,
    /// The other record says it of this one.
    pub is_backward: bool,
    /// The other end.
    pub other: Named,
    /// The other's kind, where its entity has kinds.
    pub other_kind: String,
    /// The other's status, where it has one.
    pub other_status: String,
    /// A remark.
    pub note: String,
}

impl Tie {
    /// The key of its words, as this end reads it.
    pub const fn label_key(&self) -> &'static str {
        if self.is_backward { self.kind.backward_key() } else { self.kind.label_key() }
    }
}

/// A step of the work on a record.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressRow {
    /// Which one.
    pub id: ProgressId,
    /// When.
    pub day: Option<Date>,
    /// What was done, or why it moved.
    pub text: String,
    /// Who did it; where nobody is named, who wrote it down.
    pub person: String,
    /// The one who is named.
    pub by: Option<PersonId>,
    /// Where it stood.
    pub from_status: Option<OutcomeStatus>,
    /// Where it stands since.
    pub to_status: Option<OutcomeStatus>,
    /// The key of the words for where it stands since, whatever kind of record it is.
    pub to_label: Option<String>,
    /// How much was done then.
    pub percent: Option<i64>,
    /// What stood in the way then.
    pub obstacles: String,
    /// The files that witness it, with their names.
    pub files: Vec<(DocumentId, String)>,
}

impl Query for RecordPage {
    type Output = RecordView;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let Self { record } = *self;
        let columns: Vec<&'static str> = record.entity.fields().iter().map(|field| field.name).collect();
        let Some(row) = super::records::row(reader.sql, record, &columns)? else {
            return Err(Error::new(ErrorKind::NotFound, format!("{record:?}")));
        };
        let RecordRow { version, title, kind, cells, .. } = row;
        let (created_at, is_deleted) = reader
            .sql
            .prepare_cached(&format!("SELECT created_at, deleted FROM {} WHERE id = ?1", record.entity.code()))?
            .query_row([record.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(RecordView {
            record,
            version,
            title,
            kind,
            created_at,
            is_deleted,
            cells: columns.into_iter().zip(cells).collect(),
            ties: ties(reader.sql, record)?,
            progress: progress(reader.sql, record)?,
        })
    }
}

fn ties(sql: &Connection, record: Record) -> Result<Vec<Tie>> {
    let mut statement = sql.prepare_cached(
        "SELECT id, kind, target AS other, 0 AS is_backward, note FROM link
         WHERE source = ?1 AND deleted = 0 AND target <> source
         UNION ALL SELECT id, kind, source, 1, note FROM link
         WHERE target = ?1 AND deleted = 0 AND target <> source ORDER BY kind, id",
    )?;
    let found = statement
        .query_map([record.key()], |row| {
            let kind = rows::choice(row, "kind", LinkKind::from_code)?.unwrap_or(LinkKind::Related);
            let other: Option<i64> = row.get("other")?;
            Ok((LinkId(row.get("id")?), kind, other, row.get::<_, bool>("is_backward")?, rows::text(row, "note")?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut ties = Vec::with_capacity(found.len());
    for (link, kind, other, is_backward, note) in found {
        let Some(other) = other.and_then(Record::from_key) else { continue };
        let Some(named) = naming::named(sql, other)?.filter(|named| !named.is_deleted) else { continue };
        let of_other = |field: &str| -> Result<String> {
            let Some(field) = other.entity.field(field) else { return Ok(String::new()) };
            let select = format!("SELECT {} FROM {} WHERE id = ?1", field.name, other.entity.code());
            let text: Option<String> = sql.prepare_cached(&select)?.query_row([other.id], |row| row.get(0))?;
            Ok(text.unwrap_or_default())
        };
        let sort = if other.entity == Entity::Entry { "list" } else { "kind" };
        let (other_kind, other_status) = (of_other(sort)?, of_other("status")?);
        ties.push(Tie { link, kind, is_backward, other: named, other_kind, other_status, note });
    }
    Ok(ties)
}

fn progress(sql: &Connection, record: Record) -> Result<Vec<ProgressRow>> {
    let select = format!(
        "SELECT id, day, text, coalesce({}, (
                 SELECT step.author FROM change JOIN step ON step.site = change.site AND step.id = change.step
                 WHERE change.uid = progress.uid ORDER BY change.seq LIMIT 1)) AS person_name,
             person, from_status, to_status, percent, obstacles FROM progress
         WHERE subject = ?1 AND deleted = 0 ORDER BY id DESC",
        naming::name_of(Entity::Person, "progress.person")
    );
    let mut statement = sql.prepare_cached(&select)?;
    let moved = Entity::Progress.field("to_status").map(|field| field.kind);
    let moved = if let Some(FieldKind::Choice(choices)) = moved { Some(choices) } else { None };
    let label = |code: &str| moved.filter(|choices| choices.has(code)).map(|choices| choices.label_key(code));
    let found = statement.query_map([record.key()], |row| {
        Ok(ProgressRow {
            to_label: label(&rows::text(row, "to_status")?),
            id: ProgressId(row.get("id")?),
            day: rows::date(row, "day")?,
            text: rows::text(row, "text")?,
            person: rows::text(row, "person_name")?,
            by: row.get::<_, Option<i64>>("person")?.map(PersonId),
            from_status: rows::choice(row, "from_status", OutcomeStatus::from_code)?,
            to_status: rows::choice(row, "to_status", OutcomeStatus::from_code)?,
            percent: row.get("percent")?,
            obstacles: rows::text(row, "obstacles")?,
            files: files(sql, ProgressId(row.get("id")?).record())?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The files of an update, in the order in which they came.
fn files(sql: &Connection, update: Record) -> rusqlite::Result<Vec<(DocumentId, String)>> {
    let mut statement =
        sql.prepare_cached("SELECT id, name FROM document WHERE subject = ?1 AND deleted = 0 ORDER BY id")?;
    let read = |row: &Row<'_>| Ok((DocumentId(row.get("id")?), rows::text(row, "name")?));
    statement.query_map([update.key()], read)?.collect()
}

/// What a body owes, and what is owed to it: how much of it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitments {
    /// Which body.
    pub organisation: crate::domain::OrganisationId,
    /// The day, to tell what is late.
    pub today: Date,
}

/// Both sides of what was agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CommitmentsView {
    /// On the body.
    pub theirs: Side,
    /// On others, to the body: what came of a partnership with it, supports it, or is tied to it.
    pub ours: Side,
}

/// How one side stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// All that is not cancelled.
    pub all: i64,
    /// Done.
    pub done: i64,
    /// Past its day and open.
    pub late: i64,
}

impl Query for Commitments {
    type Output = CommitmentsView;
    const DEPENDS_ON: Changes =
        Changes::of(&[Entity::Outcome, Entity::Party, Entity::Partnership, Entity::Link, Entity::Person]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let count = |whose: &str| -> Result<Side> {
            let select = format!(
                "SELECT count(*), count(*) FILTER (WHERE status = 'done'),
                     count(*) FILTER (WHERE status NOT IN ({}) AND due < ?3)
                 FROM outcome WHERE deleted = 0 AND status <> 'cancelled'
                     AND +kind IN ('follow-up', 'recommendation', 'decision', 'obligation') AND {whose}",
                rows::closed_codes()
            );
            let key = self.organisation.record().key();
            Ok(reader
                .sql
                .prepare_cached(&select)?
                .query_row(rusqlite::params![self.organisation.0, key, self.today.iso()], |row| {
                    Ok(Side { all: row.get(0)?, done: row.get(1)?, late: row.get(2)? })
                })?)
        };
        let first = *Record::keys_of(Entity::Outcome).start();
        Ok(CommitmentsView {
            theirs: count(&format!("id IN ({}) AND ?2 IS NOT NULL", ids_of("?1")))?,
            ours: count(&format!(
                "{OWNER} IS NOT ?1 AND id IN (
                     SELECT id FROM outcome WHERE support = ?1
                     UNION SELECT outcome.id FROM party INDEXED BY party_agreed
                         JOIN outcome ON outcome.partnership = party.partnership
                         WHERE party.organisation = ?1 AND party.deleted = 0 AND party.partnership IS NOT NULL
                     UNION SELECT source - {first} FROM link WHERE target = ?2 AND deleted = 0
                     UNION SELECT target - {first} FROM link WHERE source = ?2 AND deleted = 0)"
            ))?,
        })
    }
}
