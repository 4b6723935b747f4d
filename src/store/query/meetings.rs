//! A meeting wherever one is told in a line, with what the store keeps of it besides its fields; and all of them, for
//! whoever has no register before them.

use super::figures::HAS_DAY;
use super::{Query, RecordList, Sort, Which, rows};
use crate::calendar::{Date, Time};
use crate::domain::{Entity, MeetingId, MeetingKind, MeetingStatus};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, Row};

/// The meetings whose title, number, place or bodies hold the words: what has no day yet, then the newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingList {
    /// Words to find; empty lists all.
    pub containing: String,
    /// At most so many rows.
    pub count: usize,
}

impl MeetingList {
    /// All that hold the words.
    pub const fn all(containing: String) -> Self {
        Self { containing, count: usize::MAX }
    }
}

/// The first rows, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeetingRows {
    /// How many there are in all.
    pub total: usize,
    /// The first of them.
    pub rows: Vec<MeetingRow>,
}

/// A row of the meetings' list.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingRow {
    /// The meeting.
    pub id: MeetingId,
    /// «تن-1448-004»
    pub number: String,
    /// Its title.
    pub title: String,
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// Its day, if that is known.
    pub date: Option<Date>,
    /// When it begins.
    pub start: Option<Time>,
    /// Where.
    pub venue: String,
    /// Where it stands.
    pub status: MeetingStatus,
    /// Are the minutes approved?
    pub approved: bool,
    /// The hosting body's name.
    pub host: String,
    /// How many were there; a group counts as many as it has.
    pub attended: i64,
    /// How many are on the list.
    pub attendance: i64,
    /// Proposals and initiatives.
    pub proposals: i64,
    /// Follow-ups.
    pub follow_ups: i64,
    /// Decisions and recommendations.
    pub decisions: i64,
}

const DEPENDS_ON: Changes =
    Changes::of(&[Entity::Meeting, Entity::Party, Entity::Attendance, Entity::Outcome, Entity::Organisation]);
const SELECT: &str = "SELECT meeting.id AS id, meeting.number, meeting.title, meeting.kind, meeting.date,
         meeting.start_time, meeting.venue, meeting.status, meeting.approved_on,
         (SELECT body.name FROM organisation AS body WHERE body.id = meeting.host) AS host,
         meeting.attended, meeting.listed, meeting.proposals, meeting.follow_ups, meeting.decisions
     FROM meeting WHERE meeting.id = ?1";

impl Query for MeetingList {
    type Output = MeetingRows;
    const DEPENDS_ON: Changes = DEPENDS_ON;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let by = |field, is_descending| Sort { field, is_descending };
        let which = Which {
            entity: Entity::Meeting,
            kinds: Vec::new(),
            conditions: Vec::new(),
            containing: self.containing.clone(),
            order: vec![by(HAS_DAY, false), by("date", true), by("start_time", true)],
            // Nothing of a meeting is late.
            today: Date::at_unix(0),
        };
        let (total, ids) = RecordList { which, columns: Vec::new(), first: 0, count: self.count }.window(reader)?;
        let mut statement = reader.sql.prepare_cached(SELECT)?;
        let found = ids.into_iter().map(|id| statement.query_row([id], read));
        Ok(MeetingRows { total, rows: found.collect::<rusqlite::Result<_>>()? })
    }
}

/// One of them.
pub(super) fn one(sql: &Connection, id: i64) -> Result<Option<MeetingRow>> {
    Ok(sql.prepare_cached(SELECT)?.query_row([id], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<MeetingRow> {
    Ok(MeetingRow {
        id: MeetingId(row.get("id")?),
        number: rows::text(row, "number")?,
        title: rows::text(row, "title")?,
        kind: rows::choice(row, "kind", MeetingKind::from_code)?.unwrap_or(MeetingKind::Other),
        date: rows::date(row, "date")?,
        start: rows::time(row, "start_time")?,
        venue: rows::text(row, "venue")?,
        status: rows::choice(row, "status", MeetingStatus::from_code)?.unwrap_or(MeetingStatus::Draft),
        approved: !rows::text(row, "approved_on")?.is_empty(),
        host: rows::text(row, "host")?,
        attended: rows::number(row, "attended")?,
        attendance: rows::number(row, "listed")?,
        proposals: rows::number(row, "proposals")?,
        follow_ups: rows::number(row, "follow_ups")?,
        decisions: rows::number(row, "decisions")?,
    })
}
