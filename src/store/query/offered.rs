//! What is open from before and may be talked about in a meeting that is being prepared.

use super::outcomes::{self, OutcomeRow};
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId, OutcomeId, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// What is owed and open from the earlier meetings of its series, and with the bodies it invites; what its agenda has
/// already is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The meeting that is being prepared.
    pub meeting: MeetingId,
}

/// Something that may be talked about.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedRow {
    /// What it is.
    pub outcome: OutcomeRow,
    /// Why it is offered.
    pub because: Because,
}

/// Why something is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// It came out of an earlier meeting of the series.
    Series,
    /// A body that is invited owes it.
    Body,
    /// It was done since the last meeting of the series: it is shown once more.
    Done,
}

/// So many are offered, those that are due first.
const MOST: usize = 200;

const OWED: &str = "'follow-up', 'recommendation', 'decision', 'obligation'";

impl Query for Offered {
    type Output = Vec<OfferedRow>;
    const DEPENDS_ON: Changes = Changes::of(&[
        Entity::Meeting,
        Entity::AgendaItem,
        Entity::Outcome,
        Entity::Link,
        Entity::Party,
        Entity::Attendance,
        Entity::Person,
        Entity::Organisation,
        Entity::Series,
    ]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        let listed = listed(sql, self.meeting)?;
        let mut found: Vec<(OutcomeId, Because, Option<Date>)> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut take = |ids: Vec<(i64, Option<Date>)>, because: Because| {
            for (id, due) in ids {
                if !listed.contains(&OutcomeId(id)) && seen.insert(id) {
                    found.push((OutcomeId(id), because, due));
                }
            }
        };
        let before = Before::of(sql, self.meeting)?;
        if let Some(before) = &before {
            take(before.open(sql)?, Because::Series);
        }
        for body in bodies(sql, self.meeting)? {
            take(of_body(sql, self.meeting, body)?, Because::Body);
        }
        if let Some(before) = &before {
            take(before.done(sql)?, Because::Done);
        }
        // What is late or due first comes first; what was done stands last.
        found.sort_by_key(|(id, because, due)| (*because == Because::Done, due.is_none(), *due, *id));
        found.truncate(MOST);
        let mut rows = Vec::with_capacity(found.len());
        for (id, because, _) in found {
            rows.extend(outcomes::one(sql, id)?.map(|outcome| OfferedRow { outcome, because }));
        }
        Ok(rows)
    }
}

/// What the meeting's own items are about.
fn listed(sql: &Connection, meeting: MeetingId) -> Result<BTreeSet<OutcomeId>> {
    let mut statement = sql.prepare_cached(
        "SELECT link.target - ?3 FROM agenda_item
             JOIN link ON link.source = ?2 + agenda_item.id AND link.deleted = 0 AND link.kind = 'related'
         WHERE agenda_item.meeting = ?1 AND agenda_item.deleted = 0 AND link.target BETWEEN ?3 AND ?4",
    )?;
    let items = *Record::keys_of(Entity::AgendaItem).start();
    let (first, last) = Record::keys_of(Entity::Outcome).into_inner();
    let found = statement.query_map([meeting.0, items, first, last], |row| row.get(0).map(OutcomeId))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The bodies that are invited, but for those that host: theirs is everybody's work.
fn bodies(sql: &Connection, meeting: MeetingId) -> Result<Vec<i64>> {
    let mut statement = sql.prepare_cached(
        "SELECT organisation FROM party WHERE meeting = ?1 AND deleted = 0 AND organisation IS NOT NULL AND side <> 'host'
         UNION SELECT organisation FROM attendance
             WHERE meeting = ?1 AND deleted = 0 AND organisation IS NOT NULL
                 AND organisation NOT IN (SELECT organisation FROM party
                     WHERE meeting = ?1 AND deleted = 0 AND side = 'host' AND organisation IS NOT NULL)",
    )?;
    Ok(statement.query_map([meeting.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The series of a meeting, and the meetings that come before it there.
struct Before {
    series: i64,
    date: String,
    meeting: i64,
}

/// The condition of [`Before`]: parameters 1 to 3.
const EARLIER: &str = "meeting.series = ?1 AND meeting.deleted = 0 AND meeting.date <= ?2 AND meeting.id <> ?3
     AND (meeting.date < ?2 OR meeting.id < ?3)";

impl Before {
    fn of(sql: &Connection, meeting: MeetingId) -> Result<Option<Self>> {
        let found = sql
            .prepare_cached("SELECT series, coalesce(date, '9999') AS date FROM meeting WHERE id = ?1")?
            .query_row([meeting.0], |row| Ok((row.get::<_, Option<i64>>("series")?, row.get("date")?)))
            .optional()?;
        Ok(found.and_then(|(series, date)| Some(Self { series: series?, date, meeting: meeting.0 })))
    }

    /// What is owed from these meetings and open.
    fn open(&self, sql: &Connection) -> Result<Vec<(i64, Option<Date>)>> {
        let select = format!(
            "SELECT outcome.id AS id, outcome.due AS due FROM meeting
                 CROSS JOIN outcome ON outcome.meeting = meeting.id AND outcome.deleted = 0
             WHERE {EARLIER} AND outcome.kind IN ({OWED}) AND outcome.status IN ({})",
            rows::open_codes()
        );
        let mut statement = sql.prepare_cached(&select)?;
        let found = statement.query_map(params![self.series, self.date, self.meeting], read)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// What was done since the last of them.
    fn done(&self, sql: &Connection) -> Result<Vec<(i64, Option<Date>)>> {
        let last: Option<String> = sql
            .prepare_cached(&format!("SELECT max(meeting.date) FROM meeting WHERE {EARLIER}"))?
            .query_row(params![self.series, self.date, self.meeting], |row| row.get(0))?;
        let Some(last) = last else { return Ok(Vec::new()) };
        let select = format!(
            "SELECT outcome.id AS id, outcome.due AS due FROM meeting
                 CROSS JOIN outcome ON outcome.meeting = meeting.id AND outcome.deleted = 0
             WHERE {EARLIER} AND outcome.kind IN ({OWED}) AND outcome.status = 'done' AND outcome.done_on >= ?4"
        );
        let mut statement = sql.prepare_cached(&select)?;
        let found = statement.query_map(params![self.series, self.date, self.meeting, last], read)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<(i64, Option<Date>)> {
    Ok((row.get("id")?, rows::date(row, "due")?))
}

fn of_body(sql: &Connection, meeting: MeetingId, body: i64) -> Result<Vec<(i64, Option<Date>)>> {
    let select = format!(
        "SELECT id, due FROM outcome
         WHERE organisation = ?2 AND deleted = 0 AND kind IN ({OWED}) AND status IN ({})
             AND outcome.meeting IS NOT ?1 ORDER BY due IS NULL, due, id LIMIT {MOST}",
        rows::open_codes()
    );
    let mut statement = sql.prepare_cached(&select)?;
    let found = statement.query_map([meeting.0, body], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
