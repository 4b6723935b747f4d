//! What came out of a meeting, and what is still open from earlier ones.

use super::{rows, tally};
use crate::calendar::Date;
use crate::domain::{
    Entity, Honorific, MeetingId, OrganisationId, OutcomeId, OutcomeKind, OutcomeStatus, PersonId, Priority, lifecycle,
};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, Row};

/// An outcome wherever it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow {
    /// The outcome.
    pub id: OutcomeId,
    /// For the next `based_on`.
    pub version: i64,
    /// What it is.
    pub kind: OutcomeKind,
    /// «ت-1448-004-07»
    pub number: String,
    /// What it says.
    pub text: String,
    /// More about it.
    pub details: String,
    /// Who owes it, or raised it.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: String,
    /// The title before it.
    pub person_honorific: Option<Honorific>,
    /// Their post.
    pub person_post: String,
    /// Which body.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: String,
    /// What it is about.
    pub area: String,
    /// Until when.
    pub due: Option<Date>,
    /// Where it stands.
    pub status: OutcomeStatus,
    /// How much it presses.
    pub priority: Option<Priority>,
    /// How much of it is done.
    pub percent: i64,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// Where it came up.
    pub meeting: Option<MeetingId>,
    /// That meeting's number.
    pub meeting_number: String,
    /// That meeting's title.
    pub meeting_title: String,
    /// In how many later meetings it was brought up again.
    pub carried: i64,
    /// Unix seconds.
    pub created_at: i64,
}

const SELECT: &str = "SELECT outcome.id, outcome.version, outcome.kind, outcome.number, outcome.text, outcome.details,
         outcome.person, person.name AS person_name, person.honorific AS person_honorific,
         person.post AS person_post, outcome.organisation, organisation.name AS organisation_name,
         outcome.area, outcome.due, outcome.status, outcome.priority, outcome.percent, outcome.done_on, outcome.meeting,
         meeting.number AS meeting_number, meeting.title AS meeting_title, outcome.carried, outcome.created_at
     FROM outcome
     LEFT JOIN person ON person.id = outcome.person
     LEFT JOIN organisation ON organisation.id = outcome.organisation
     LEFT JOIN meeting ON meeting.id = outcome.meeting";

/// A meeting's own, in the order they were made.
pub(super) fn of_meeting(sql: &Connection, meeting: MeetingId) -> Result<Vec<OutcomeRow>> {
    let statement = format!("{SELECT} WHERE outcome.meeting = ?1 AND outcome.deleted = 0 ORDER BY outcome.id");
    list(sql, &statement, meeting)
}

/// So many are offered.
const OFFERED: usize = 50;
/// With a host of so many meetings nearly all that is open is from one of them; the tests' hosts are all of few.
const OFTEN: i64 = if cfg!(test) { 3 } else { 500 };

/// What binds and is still open from earlier meetings of the same series or with the same host: oldest due first, at most 50.
pub(super) fn earlier(sql: &Connection, meeting: MeetingId) -> Result<Vec<OutcomeRow>> {
    let hosted: i64 = sql
        .prepare_cached(
            "SELECT coalesce(sum(took_part), 0) FROM organisation WHERE id IN (
                 SELECT organisation FROM party WHERE meeting = ?1 AND deleted = 0 AND side = 'host')",
        )?
        .query_row([meeting.0], |row| row.get(0))?;
    let ids = if hosted > OFTEN { walked(sql)? } else { of_few() };
    let statement = format!("{SELECT} WHERE outcome.id IN ({ids}) ORDER BY {OLDEST} LIMIT {OFFERED}");
    list(sql, &statement, meeting)
}

/// One, unless it is in the bin.
pub(super) fn one(sql: &Connection, id: OutcomeId) -> Result<Option<OutcomeRow>> {
    let statement = format!("{SELECT} WHERE outcome.id = ?1 AND outcome.deleted = 0");
    Ok(sql.prepare_cached(&statement)?.query_row([id.0], read).optional()?)
}

const OLDEST: &str = "outcome.due IS NULL, outcome.due, outcome.id";
const BEFORE: &str = "outcome.meeting <> ?1
    AND (coalesce(came.date, ''), came.id) < (coalesce(this.date, '9999'), this.id)";
const BINDING: [OutcomeKind; 3] = [OutcomeKind::FollowUp, OutcomeKind::Recommendation, OutcomeKind::Decision];

/// From few meetings: those are found first.
fn of_few() -> String {
    format!(
        "SELECT outcome.id FROM outcome JOIN meeting AS came ON came.id = outcome.meeting
             JOIN meeting AS this ON this.id = ?1
         WHERE +outcome.kind IN ({}) AND outcome.deleted = 0 AND +outcome.status IN ({}) AND {BEFORE}
             AND outcome.meeting IN (
                 SELECT theirs.meeting FROM party AS ours JOIN party AS theirs ON theirs.organisation = ours.organisation
                 WHERE ours.meeting = ?1 AND ours.deleted = 0 AND ours.side = 'host'
                     AND theirs.deleted = 0 AND theirs.side = 'host'
                 UNION SELECT meeting.id FROM meeting WHERE meeting.series = (
                     SELECT series FROM meeting AS own WHERE own.id = ?1))",
        rows::code_list(BINDING.into_iter().map(OutcomeKind::code)),
        rows::open_codes()
    )
}

/// From many meetings: what is open is walked by its day, kind by kind and status by status, until there is enough of each.
fn walked(sql: &Connection) -> Result<String> {
    let is_open = |code: &str| OutcomeStatus::from_code(code).is_some_and(|status| !lifecycle::is_closed(status));
    let mut stretches = Vec::new();
    for one in tally::of(sql, Entity::Outcome)? {
        let kind = one.kind.as_deref().and_then(OutcomeKind::from_code).filter(|kind| BINDING.contains(kind));
        let (Some(kind), Some(status)) = (kind, one.status.as_deref().filter(|code| is_open(code))) else { continue };
        for given in ["IS NOT NULL", "IS NULL"] {
            stretches.push(format!(
                "SELECT * FROM (SELECT outcome.id AS id, outcome.due AS due
                 FROM outcome INDEXED BY outcome_by_state CROSS JOIN meeting AS came ON came.id = outcome.meeting
                     CROSS JOIN meeting AS this ON this.id = ?1
                 WHERE outcome.kind = '{}' AND outcome.deleted = 0 AND outcome.status = '{status}'
                     AND outcome.due {given} AND {BEFORE}
                     AND (came.series = this.series OR EXISTS (
                         SELECT 1 FROM party AS theirs JOIN party AS ours ON ours.organisation = theirs.organisation
                         WHERE theirs.meeting = outcome.meeting AND theirs.deleted = 0 AND theirs.side = 'host'
                             AND ours.meeting = ?1 AND ours.deleted = 0 AND ours.side = 'host'))
                 ORDER BY outcome.due, outcome.id LIMIT {OFFERED})",
                kind.code()
            ));
        }
    }
    if stretches.is_empty() {
        return Ok("SELECT ?1 WHERE false".to_owned());
    }
    let all = stretches.join(" UNION ALL ");
    Ok(format!("SELECT id FROM ({all}) ORDER BY due IS NULL, due, id LIMIT {OFFERED}"))
}

fn list(sql: &Connection, statement: &str, meeting: MeetingId) -> Result<Vec<OutcomeRow>> {
    let mut statement = sql.prepare_cached(statement)?;
    let found = statement.query_map([meeting.0], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<OutcomeRow> {
    Ok(OutcomeRow {
        id: OutcomeId(row.get("id")?),
        version: row.get("version")?,
        kind: rows::choice(row, "kind", OutcomeKind::from_code)?.unwrap_or(OutcomeKind::Proposal),
        number: rows::text(row, "number")?,
        text: rows::text(row, "text")?,
        details: rows::text(row, "details")?,
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        person_name: rows::text(row, "person_name")?,
        person_honorific: rows::choice(row, "person_honorific", Honorific::from_code)?,
        person_post: rows::text(row, "person_post")?,
        organisation: row.get::<_, Option<i64>>("organisation")?.map(OrganisationId),
        organisation_name: rows::text(row, "organisation_name")?,
        area: rows::text(row, "area")?,
        due: rows::date(row, "due")?,
        status: rows::choice(row, "status", OutcomeStatus::from_code)?.unwrap_or(OutcomeStatus::NotStarted),
        priority: rows::choice(row, "priority", Priority::from_code)?,
        percent: rows::number(row, "percent")?,
        done_on: rows::date(row, "done_on")?,
        meeting: row.get::<_, Option<i64>>("meeting")?.map(MeetingId),
        meeting_number: rows::text(row, "meeting_number")?,
        meeting_title: rows::text(row, "meeting_title")?,
        carried: rows::number(row, "carried")?,
        created_at: row.get("created_at")?,
    })
}
