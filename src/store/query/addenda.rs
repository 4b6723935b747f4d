//! What comes with the minutes of a meeting: reservations on its decisions, what adds to them once they are approved, and
//! what they said at each step of their review.

use super::registers::{self, PersonRow};
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{AddendumId, AddendumKind, Entity, MeetingId, MinutesState, OutcomeId, Record, ReservationId};
use crate::error::{Error, ErrorKind, Result};
use crate::store::frozen;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, Row};

/// Somebody's reservation on a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct ReservationView {
    /// Which one.
    pub id: ReservationId,
    /// The decision.
    pub outcome: OutcomeId,
    /// Whose.
    pub person: Option<PersonRow>,
    /// Why.
    pub text: String,
}

/// What adds to approved minutes, or corrects them.
#[derive(Clone, Debug, PartialEq)]
pub struct AddendumView {
    /// Which one.
    pub id: AddendumId,
    /// For the next `based_on`.
    pub version: i64,
    /// Does it add or correct?
    pub kind: AddendumKind,
    /// What it says.
    pub text: String,
    /// From its first approval on.
    pub number: String,
    /// The day it was approved.
    pub approved_on: Option<Date>,
    /// Names what it says once it is approved.
    pub content_hash: String,
    /// Where it stands.
    pub state: MinutesState,
    /// What is to be changed, while it is returned.
    pub remark: String,
}

pub(super) fn reservations(sql: &Connection, meeting: MeetingId) -> Result<Vec<ReservationView>> {
    let mut statement = sql.prepare_cached(
        "SELECT reservation.id, reservation.outcome, reservation.person, reservation.text
         FROM reservation JOIN outcome ON outcome.id = reservation.outcome AND outcome.deleted = 0
         WHERE outcome.meeting = ?1 AND reservation.deleted = 0 ORDER BY reservation.id",
    )?;
    let found = statement.query_map([meeting.0], |row| {
        Ok(ReservationView {
            id: ReservationId(row.get("id")?),
            outcome: OutcomeId(row.get("outcome")?),
            person: registers::person(sql, row.get("person")?)?,
            text: rows::text(row, "text")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn of_meeting(sql: &Connection, meeting: MeetingId) -> Result<Vec<AddendumView>> {
    let mut statement = sql.prepare_cached(
        "SELECT id, version, kind, text, number, approved_on, content_hash, review
         FROM addendum WHERE meeting = ?1 AND deleted = 0 ORDER BY id",
    )?;
    let found = statement.query_map([meeting.0], |row| {
        let id = AddendumId(row.get("id")?);
        let state = state(sql, row, id.record())?;
        Ok(AddendumView {
            id,
            version: row.get("version")?,
            kind: rows::choice(row, "kind", AddendumKind::from_code)?.unwrap_or(AddendumKind::Addendum),
            text: rows::text(row, "text")?,
            number: rows::text(row, "number")?,
            approved_on: rows::date(row, "approved_on")?,
            content_hash: rows::text(row, "content_hash")?,
            state,
            remark: if state == MinutesState::Returned { remark(sql, id.record())? } else { String::new() },
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Where minutes, or what adds to them, stand: what is approved, and what is signed, follows from the rest.
pub(super) fn state(sql: &Connection, row: &Row<'_>, record: Record) -> rusqlite::Result<MinutesState> {
    if rows::text(row, "approved_on")?.is_empty() {
        return Ok(rows::choice(row, "review", MinutesState::from_code)?.unwrap_or(MinutesState::Draft));
    }
    let is_signed = frozen::is_signed(sql, record)?;
    Ok(if is_signed { MinutesState::Signed } else { MinutesState::Approved })
}

/// What they were last returned with.
pub(super) fn remark(sql: &Connection, record: Record) -> rusqlite::Result<String> {
    let found = sql
        .prepare_cached(
            "SELECT text FROM progress WHERE subject = ?1 AND to_status = 'minutes-state-returned' AND deleted = 0
             ORDER BY id DESC LIMIT 1",
        )?
        .query_row([record.key()], |row| rows::text(row, "text"))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// The meeting whose minutes an addendum adds to.
#[derive(Clone, Debug, PartialEq)]
pub struct AddendumOf {
    /// Which one.
    pub id: AddendumId,
}

impl Query for AddendumOf {
    type Output = MeetingId;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Addendum]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let found = reader
            .sql
            .prepare_cached("SELECT meeting FROM addendum WHERE id = ?1 AND meeting IS NOT NULL")?
            .query_row([self.id.0], |row| Ok(MeetingId(row.get("meeting")?)))
            .optional()?;
        found.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{:?}", self.id)))
    }
}

/// What the minutes of a meeting, or what adds to them, said at each step of their review, the newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct MinutesVersions {
    /// Whose.
    pub subject: Record,
}

/// What was said at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionRow {
    /// Names the content ([`super::FrozenMinutes`]).
    pub content: String,
    /// The day.
    pub day: Option<Date>,
    /// When, in Unix seconds.
    pub at: i64,
    /// Where they went: handed on, returned, approved.
    pub state: MinutesState,
    /// What was said of it.
    pub remark: String,
}

impl Query for MinutesVersions {
    type Output = Vec<VersionRow>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Progress]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT content, day, created_at, to_status, text FROM progress
             WHERE subject = ?1 AND content IS NOT NULL AND deleted = 0 ORDER BY id DESC",
        )?;
        let state = |label: &str| MinutesState::ALL.iter().copied().find(|state| state.label_key() == label);
        let found = statement.query_map([self.subject.key()], |row| {
            Ok(VersionRow {
                content: rows::text(row, "content")?,
                day: rows::date(row, "day")?,
                at: row.get("created_at")?,
                state: state(&rows::text(row, "to_status")?).unwrap_or(MinutesState::Draft),
                remark: rows::text(row, "text")?,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
