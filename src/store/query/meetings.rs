//! The list of meetings.

use super::filter::Filter;
use super::{Query, rows};
use crate::calendar::{Date, Time};
use crate::domain::{AttendanceStatus, Entity, MeetingId, MeetingKind, MeetingStatus};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::Row;

/// The meetings, newest first; those whose title, number, place or bodies hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingList {
    /// Words to find; empty lists all.
    pub containing: String,
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

impl Query for MeetingList {
    type Output = Vec<MeetingRow>;
    const DEPENDS_ON: Changes =
        Changes::of(&[Entity::Meeting, Entity::Party, Entity::Attendance, Entity::Outcome, Entity::Organisation]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let by_party = (
            Entity::Organisation,
            "meeting.id IN (SELECT party.meeting FROM party WHERE party.deleted = 0 AND party.organisation IN ({}))",
        );
        let filter = Filter::new(reader.sql, Entity::Meeting, &self.containing, &[by_party], 1)?;
        let attended = rows::code_list(
            AttendanceStatus::ALL.iter().filter(|status| status.attended()).map(|status| status.code()),
        );
        let sql = format!(
            "SELECT meeting.id, number, title, kind, date, start_time, venue, status, approved_on,
                 (SELECT organisation.name FROM party JOIN organisation ON organisation.id = party.organisation
                  WHERE party.meeting = meeting.id AND party.deleted = 0 AND party.side = 'host'
                  ORDER BY party.position LIMIT 1) AS host,
                 attended, attendance, proposals, follow_ups, decisions
             FROM meeting
             LEFT JOIN (
                 SELECT meeting, sum(coalesce(group_count, 1)) AS attendance,
                     sum(coalesce(group_count, 1)) FILTER (WHERE status IN ({attended})) AS attended
                 FROM attendance WHERE deleted = 0 GROUP BY meeting) AS present ON present.meeting = meeting.id
             LEFT JOIN (
                 SELECT meeting, count(*) FILTER (WHERE kind IN ('proposal', 'initiative')) AS proposals,
                     count(*) FILTER (WHERE kind = 'follow-up') AS follow_ups,
                     count(*) FILTER (WHERE kind IN ('decision', 'recommendation')) AS decisions
                 FROM outcome WHERE deleted = 0 GROUP BY meeting) AS results ON results.meeting = meeting.id
             WHERE meeting.deleted = 0{}
             ORDER BY date IS NOT NULL, date DESC, start_time DESC, meeting.id DESC",
            filter.sql
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let found = statement.query_map(filter.parameters().as_slice(), read)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
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
        attendance: rows::number(row, "attendance")?,
        proposals: rows::number(row, "proposals")?,
        follow_ups: rows::number(row, "follow_ups")?,
        decisions: rows::number(row, "decisions")?,
    })
}
