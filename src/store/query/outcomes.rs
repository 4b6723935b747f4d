//! What came out of a meeting, and an outcome as it stands wherever one is listed.

use super::rows;
use crate::calendar::Date;
use crate::domain::assignment;
use crate::domain::{Honorific, MeetingId, OrganisationId, OutcomeId, OutcomeKind, OutcomeStatus, PersonId, Priority};
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
    /// The body they belong to.
    pub person_body: String,
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
    /// What was done for it last, in words.
    pub last_action: String,
    /// Unix seconds.
    pub created_at: i64,
    /// How many bytes of the text are its title: read once, for a list shows it in every frame.
    pub(super) title_ends: usize,
}

impl OutcomeRow {
    /// What is to be done, without who does it and by when where those stand behind it and the record says the same.
    pub fn title(&self) -> &str {
        self.text.get(..self.title_ends).unwrap_or(&self.text)
    }

    /// The same with its title read.
    pub(super) fn titled(mut self) -> Self {
        let owners = [self.person_name.as_str(), self.organisation_name.as_str()];
        let title = || assignment::title(&self.text, &owners, self.due, Date::at_unix(self.created_at)).len();
        self.title_ends = if self.kind.is_task() { title() } else { self.text.len() };
        self
    }
}

const SELECT: &str = "SELECT outcome.id, outcome.version, outcome.kind, outcome.number, outcome.text, outcome.details,
         outcome.person, person.name AS person_name, person.honorific AS person_honorific,
         person.post AS person_post,
         (SELECT body.name FROM organisation AS body WHERE body.id = person.organisation) AS person_body, outcome.organisation, organisation.name AS organisation_name,
         outcome.area, outcome.due, outcome.status, outcome.priority, outcome.percent, outcome.done_on, outcome.meeting,
         meeting.number AS meeting_number, meeting.title AS meeting_title, outcome.carried, outcome.last_action,
         outcome.created_at
     FROM outcome
     LEFT JOIN person ON person.id = outcome.person
     LEFT JOIN organisation ON organisation.id = outcome.organisation
     LEFT JOIN meeting ON meeting.id = outcome.meeting";

/// A meeting's own, in the order they were made.
pub(super) fn of_meeting(sql: &Connection, meeting: MeetingId) -> Result<Vec<OutcomeRow>> {
    let statement = format!("{SELECT} WHERE outcome.meeting = ?1 AND outcome.deleted = 0 ORDER BY outcome.id");
    list(sql, &statement, meeting)
}

/// One, unless it is in the bin.
pub(super) fn one(sql: &Connection, id: OutcomeId) -> Result<Option<OutcomeRow>> {
    let statement = format!("{SELECT} WHERE outcome.id = ?1 AND outcome.deleted = 0");
    Ok(sql.prepare_cached(&statement)?.query_row([id.0], read).optional()?)
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
        person_body: rows::text(row, "person_body")?,
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
        last_action: rows::text(row, "last_action")?,
        created_at: row.get("created_at")?,
        title_ends: 0,
    }
    .titled())
}
