//! What is open from before and may be talked about in a meeting that is being prepared.

use super::before::{self, Before, Chain, Found};
use super::outcomes::{self, OutcomeRow};
use super::owner::ids_of;
use super::{Query, naming, rows};
use crate::calendar::Date;
use crate::domain::{Entity, Further, MeetingId, OrganisationId, OutcomeId, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, Row};
use std::collections::BTreeSet;

/// What is open from before and what was closed since, as its minutes would tell it, and what the bodies that it invites owe
/// besides; what its agenda has already is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The meeting that is being prepared.
    pub meeting: MeetingId,
}

/// What is offered, those that are due first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfferedRows {
    /// Of very much a part.
    pub rows: Vec<OfferedRow>,
    /// How much more is open from before.
    pub left: Further,
    /// How much more is owed by the bodies that are invited, and not from before.
    pub left_of_bodies: Further,
    /// Those bodies.
    pub bodies: Vec<(OrganisationId, String)>,
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
    /// It came out of an earlier meeting with the same host.
    Host,
    /// A body that is invited owes it.
    Body,
    /// It was closed since the meeting before: it is shown once more.
    Done,
}

/// So many are offered, those that are due first.
const MOST: usize = 200;
/// More of one body is not counted.
const MOST_COUNTED: usize = 1_000;

impl Query for Offered {
    type Output = OfferedRows;
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
        Entity::Progress,
    ]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        let listed = listed(sql, self.meeting)?;
        let mut found: Vec<(OutcomeId, Because, Option<Date>)> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut take = |ids: Vec<Found>, because: Because| {
            for (id, due) in ids {
                if !listed.contains(&id) && seen.insert(id) {
                    found.push((id, because, due));
                }
            }
        };
        let before = Before::of(sql, self.meeting)?;
        let because = if before.chain == Chain::Series { Because::Series } else { Because::Host };
        let open = before.open(sql)?;
        let mut is_part = before.is_full(&open);
        take(open, because);
        let bodies = bodies(sql, self.meeting)?;
        for body in &bodies {
            let owed = of_body(sql, self.meeting, *body, MOST)?;
            is_part |= owed.len() >= MOST;
            take(owed, Because::Body);
        }
        take(before.closed(sql)?, Because::Done);
        // What is late or due first comes first; what was closed stands last.
        found.sort_by_key(|(id, because, due)| (*because == Because::Done, due.is_none(), *due, *id));
        is_part |= found.len() > MOST;
        found.truncate(MOST);
        let mut rows = Vec::with_capacity(found.len());
        for (id, because, _) in found {
            rows.extend(outcomes::one(sql, id)?.map(|outcome| OfferedRow { outcome, because }));
        }
        let mut offered = OfferedRows { rows, ..OfferedRows::default() };
        if is_part {
            let told: BTreeSet<OutcomeId> =
                offered.rows.iter().map(|row| row.outcome.id).chain(listed.iter().copied()).collect();
            let left = before.untold(sql, &told)?;
            let mut of_bodies = BTreeSet::new();
            let is_left = |id: &OutcomeId| left.as_ref().is_some_and(|left| left.contains(id));
            let mut is_counted = true;
            for body in &bodies {
                let owed = of_body(sql, self.meeting, *body, MOST_COUNTED)?;
                is_counted &= owed.len() < MOST_COUNTED;
                of_bodies.extend(owed.into_iter().map(|(id, _)| id).filter(|id| !told.contains(id) && !is_left(id)));
                let name = naming::named(sql, OrganisationId(*body).record())?.map(|named| named.name);
                offered.bodies.push((OrganisationId(*body), name.unwrap_or_default()));
            }
            offered.left = Further::of(left.as_ref().map(BTreeSet::len));
            offered.left_of_bodies = Further::of(is_counted.then_some(of_bodies.len()));
        }
        Ok(offered)
    }
}

/// What the meeting's own items are about.
pub(super) fn listed(sql: &Connection, meeting: MeetingId) -> Result<BTreeSet<OutcomeId>> {
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

/// What a body owes, those that are due first; so much of it.
fn of_body(sql: &Connection, meeting: MeetingId, body: i64, most: usize) -> Result<Vec<Found>> {
    let select = format!(
        "SELECT id, due FROM outcome
         WHERE id IN ({}) AND deleted = 0 AND kind IN ({}) AND status IN ({})
             AND outcome.meeting IS NOT ?1 ORDER BY due IS NULL, due, id LIMIT {most}",
        ids_of("?2"),
        before::owed(),
        rows::open_codes()
    );
    let mut statement = sql.prepare_cached(&select)?;
    let read = |row: &Row<'_>| Ok((OutcomeId(row.get("id")?), rows::date(row, "due")?));
    let found = statement.query_map([meeting.0, body], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
