//! What a meeting has from earlier ones: what is still open, and what was closed since, which is told once. One answer for
//! the notes, for the agenda that is being prepared and for the minutes.
//!
//! Earlier are the meetings of its series. A meeting without a series takes what is open from all meetings with its host,
//! and what was closed from those of them that have no series either: in a series it is told there.

use super::outcomes::{self, OutcomeRow};
use super::{rows, tally};
use crate::calendar::Date;
use crate::domain::{
    Entity, Further, LinkKind, MeetingId, MinutesState, OutcomeId, OutcomeKind, OutcomeStatus, Record, lifecycle,
};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// What is owed by somebody, and therefore asked for again.
const OWED: [OutcomeKind; 4] =
    [OutcomeKind::FollowUp, OutcomeKind::Recommendation, OutcomeKind::Decision, OutcomeKind::Obligation];
/// So much of a series is asked for, and so much of all that a host is owed.
const OF_SERIES: usize = 200;
const OF_HOST: usize = 50;
/// From so many meetings nearly all that is open is from one of them: it is walked by its day. The tests' hosts and series
/// are all of few.
const OFTEN: i64 = if cfg!(test) { 3 } else { 500 };

/// The outcome stands in an earlier meeting than this one; what has no day stands before all, and meets after all.
const IS_EARLIER: &str =
    "came.id <> this.id AND (coalesce(came.date, ''), came.id) < (coalesce(this.date, '9999'), this.id)";
const OLDEST: &str = "outcome.due IS NULL, outcome.due, outcome.id";

/// One of them, with the day it is due.
pub(super) type Found = (OutcomeId, Option<Date>);

/// What binds a meeting to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Chain {
    /// They are of one series.
    Series,
    /// They have no series, and the same host.
    Host,
}

/// A meeting, as one that others come before.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Before {
    meeting: MeetingId,
    /// What binds it to those.
    pub chain: Chain,
    /// There are so many of them that they are not looked through one by one.
    is_long: bool,
}

impl Before {
    /// Of that meeting.
    pub fn of(sql: &Connection, meeting: MeetingId) -> Result<Self> {
        let series: Option<i64> = sql
            .prepare_cached("SELECT series FROM meeting WHERE id = ?1")?
            .query_row([meeting.0], |row| row.get(0))
            .optional()?
            .flatten();
        let (chain, count): (Chain, i64) = match series {
            Some(series) => {
                let count = "SELECT count(*) FROM meeting WHERE series = ?1 AND deleted = 0";
                (Chain::Series, sql.prepare_cached(count)?.query_row([series], |row| row.get(0))?)
            }
            None => {
                let hosted = "SELECT coalesce(sum(took_part), 0) FROM organisation WHERE id IN (
                    SELECT organisation FROM party WHERE meeting = ?1 AND deleted = 0 AND side = 'host')";
                (Chain::Host, sql.prepare_cached(hosted)?.query_row([meeting.0], |row| row.get(0))?)
            }
        };
        Ok(Self { meeting, chain, is_long: count > OFTEN })
    }

    const fn most(self) -> usize {
        match self.chain {
            Chain::Series => OF_SERIES,
            Chain::Host => OF_HOST,
        }
    }

    /// What is owed and open from them, oldest due first.
    pub fn open(self, sql: &Connection) -> Result<Vec<Found>> {
        let select = if self.is_long { self.walked(sql)? } else { self.of_few() };
        self.read(sql, &select)
    }

    /// What is told of it, as [`Self::open`] has it, and what is left; nothing in its place where that is not counted. One
    /// look at few meetings finds both.
    fn open_and_left(self, sql: &Connection) -> Result<(Vec<Found>, Option<Vec<Found>>)> {
        if self.is_long {
            let found = self.open(sql)?;
            let left = (!self.is_full(&found)).then(Vec::new);
            return Ok((found, left));
        }
        let mut found = self.read(sql, &format!("{} ORDER BY {OLDEST}", self.of_all()))?;
        let left = found.split_off(self.most().min(found.len()));
        Ok((found, Some(left)))
    }

    /// From few meetings: those are found first.
    fn of_few(self) -> String {
        format!("{} ORDER BY {OLDEST} LIMIT {}", self.of_all(), self.most())
    }

    /// All of it, however much, in no order.
    fn of_all(self) -> String {
        let came = match self.chain {
            Chain::Series => "came.series = this.series AND came.deleted = 0".to_owned(),
            Chain::Host => format!("came.id IN ({HOSTED})"),
        };
        format!(
            "SELECT outcome.id AS id, outcome.due AS due FROM meeting AS this
                 CROSS JOIN meeting AS came ON {came}
                 CROSS JOIN outcome ON outcome.meeting = came.id AND outcome.deleted = 0
             WHERE this.id = ?1 AND {IS_EARLIER} AND outcome.kind IN ({}) AND outcome.status IN ({})",
            owed(),
            rows::open_codes(),
        )
    }

    /// Is there no more than was found, or is that a part?
    pub const fn is_full(self, found: &[Found]) -> bool {
        found.len() >= self.most()
    }

    /// All that is owed and open, as far as it is not told; nothing where there are too many meetings to look through
    /// whenever a page opens.
    pub fn untold(self, sql: &Connection, told: &BTreeSet<OutcomeId>) -> Result<Option<BTreeSet<OutcomeId>>> {
        if self.is_long {
            return Ok(None);
        }
        let all = self.read(sql, &self.of_all())?;
        Ok(Some(all.into_iter().map(|(id, _)| id).filter(|id| !told.contains(id)).collect()))
    }

    /// From many meetings: what is open is walked by its day, kind by kind and status by status, until there is enough of
    /// each.
    fn walked(self, sql: &Connection) -> Result<String> {
        let is_open = |code: &str| OutcomeStatus::from_code(code).is_some_and(|status| !lifecycle::is_closed(status));
        let of_chain = match self.chain {
            Chain::Series => "came.series = this.series",
            Chain::Host => {
                "EXISTS (SELECT 1 FROM party AS theirs JOIN party AS ours ON ours.organisation = theirs.organisation
                     WHERE theirs.meeting = outcome.meeting AND theirs.deleted = 0 AND theirs.side = 'host'
                         AND ours.meeting = ?1 AND ours.deleted = 0 AND ours.side = 'host')"
            }
        };
        let most = self.most();
        let mut stretches = Vec::new();
        for one in tally::of(sql, Entity::Outcome)? {
            let kind = one.kind.as_deref().and_then(OutcomeKind::from_code).filter(|kind| OWED.contains(kind));
            let (Some(kind), Some(status)) = (kind, one.status.as_deref().filter(|code| is_open(code))) else {
                continue;
            };
            for given in ["IS NOT NULL", "IS NULL"] {
                stretches.push(format!(
                    "SELECT * FROM (SELECT outcome.id AS id, outcome.due AS due
                     FROM outcome INDEXED BY outcome_by_state CROSS JOIN meeting AS came ON came.id = outcome.meeting
                         CROSS JOIN meeting AS this ON this.id = ?1
                     WHERE outcome.kind = '{}' AND outcome.deleted = 0 AND outcome.status = '{status}'
                         AND outcome.due {given} AND {IS_EARLIER} AND {of_chain}
                     ORDER BY outcome.due, outcome.id LIMIT {most})",
                    kind.code()
                ));
            }
        }
        if stretches.is_empty() {
            return Ok("SELECT ?1 AS id, NULL AS due WHERE false".to_owned());
        }
        Ok(format!(
            "SELECT id, due FROM ({}) ORDER BY due IS NULL, due, id LIMIT {most}",
            stretches.join(" UNION ALL ")
        ))
    }

    /// What was still open on the day of a meeting that was held, and was closed before its minutes were approved: they tell
    /// of it as open, and the next ones that it was closed.
    pub fn closed_after(self, sql: &Connection) -> Result<Vec<Found>> {
        let came = match self.chain {
            Chain::Series => "came.series = this.series AND came.deleted = 0".to_owned(),
            Chain::Host => format!("came.id IN ({HOSTED})"),
        };
        let select = format!(
            "SELECT outcome.id AS id, outcome.due AS due FROM meeting AS this
                 CROSS JOIN outcome INDEXED BY outcome_by_closed_on ON outcome.closed_on > this.date
                     AND outcome.closed_on IS NOT NULL AND outcome.deleted = 0
                 CROSS JOIN meeting AS came ON came.id = outcome.meeting AND {came}
             WHERE this.id = ?1 AND {IS_EARLIER} AND outcome.kind IN ({}) AND {}
             ORDER BY {OLDEST} LIMIT {}",
            owed(),
            was_open_then(),
            self.most()
        );
        self.read(sql, &select)
    }

    /// What was closed since the meeting before it, or without being told there: each stands in one meeting of the chain,
    /// the first that is not before the day on which it was closed and whose minutes were not approved before it was.
    pub fn closed(self, sql: &Connection) -> Result<Vec<Found>> {
        let is_of = |table: &str| match self.chain {
            Chain::Series => format!("{table}.series = this.series AND {table}.deleted = 0"),
            Chain::Host => format!("{table}.host = this.host AND {table}.series IS NULL AND {table}.deleted = 0"),
        };
        let came = is_of("came");
        let tables = if self.is_long {
            // What was closed since the last of them, or came out of it. Only what somebody closed on a day before that, once
            // its minutes were approved, is not found so.
            let since = self.last_date(sql, &is_of("other"))?;
            format!(
                "meeting AS this CROSS JOIN outcome ON outcome.deleted = 0 AND outcome.id IN (
                     SELECT late.id FROM outcome AS late INDEXED BY outcome_by_closed_on
                         WHERE late.closed_on >= '{since}' AND late.closed_on <= coalesce(this.date, '9999')
                             AND late.closed_on IS NOT NULL AND late.deleted = 0
                     UNION SELECT late.id FROM meeting AS last CROSS JOIN outcome AS late ON late.meeting = last.id
                         WHERE {} AND last.date >= '{since}')
                 CROSS JOIN meeting AS came ON came.id = outcome.meeting AND {came}",
                is_of("last")
            )
        } else {
            format!(
                "meeting AS this CROSS JOIN meeting AS came ON {came}
                 CROSS JOIN outcome ON outcome.meeting = came.id AND outcome.deleted = 0"
            )
        };
        let select = format!(
            "SELECT outcome.id AS id, outcome.due AS due FROM {tables}
             WHERE this.id = ?1 AND {IS_EARLIER} AND outcome.kind IN ({}) AND outcome.status IN ({})
                 AND outcome.closed_on <= coalesce(this.date, '9999') AND {} AND NOT EXISTS (
                     SELECT 1 FROM meeting AS other
                     WHERE {} AND other.date >= outcome.closed_on AND other.id <> came.id AND {WAS_BEFORE}
                         AND (coalesce(came.date, ''), came.id) < (other.date, other.id) AND {MEETS} AND {})
             ORDER BY outcome.closed_on, outcome.id LIMIT {}",
            owed(),
            rows::closed_codes(),
            may_tell("this"),
            is_of("other"),
            may_tell("other"),
            self.most()
        );
        self.read(sql, &select)
    }

    /// The day of the meeting before it; nothing where it is the first.
    fn last_date(self, sql: &Connection, is_of: &str) -> Result<String> {
        let select = format!(
            "SELECT max(other.date) FROM meeting AS this CROSS JOIN meeting AS other ON {is_of}
             WHERE this.id = ?1 AND {WAS_BEFORE} AND {MEETS}"
        );
        let date: Option<String> = sql.prepare_cached(&select)?.query_row([self.meeting.0], |row| row.get(0))?;
        // A day that is none is not put into a question.
        Ok(date.and_then(|iso| Date::from_iso(&iso).ok()).map(Date::iso).unwrap_or_default())
    }

    fn read(self, sql: &Connection, select: &str) -> Result<Vec<Found>> {
        let read = |row: &Row<'_>| Ok((OutcomeId(row.get("id")?), rows::date(row, "due")?));
        let mut statement = sql.prepare_cached(select)?;
        Ok(statement.query_map([self.meeting.0], read)?.collect::<rusqlite::Result<_>>()?)
    }
}

/// The meetings that have a host of the meeting of number `?1`.
const HOSTED: &str = "SELECT theirs.meeting FROM party AS ours JOIN party AS theirs ON theirs.organisation = ours.organisation
     WHERE ours.meeting = ?1 AND ours.deleted = 0 AND ours.side = 'host' AND theirs.deleted = 0 AND theirs.side = 'host'";
const WAS_BEFORE: &str = "(other.date, other.id) < (coalesce(this.date, '9999'), this.id)";
/// One that does not take place has no minutes that tell anything.
const MEETS: &str = "coalesce(other.status, '') NOT IN ('cancelled', 'postponed')";

/// The kinds of what is owed, as an SQL list.
pub(super) fn owed() -> String {
    rows::code_list(OWED.into_iter().map(OutcomeKind::code))
}

/// The minutes of a meeting could tell of it: they were not approved before it was closed.
fn may_tell(meeting: &str) -> String {
    let step = |entity: Entity, id: &str, to: &str| {
        let first = *Record::keys_of(entity).start();
        format!(
            "(SELECT step.created_at, step.id FROM progress AS step
              WHERE step.subject = {first} + {id} AND step.deleted = 0 AND step.to_status = {to}
              ORDER BY step.created_at DESC, step.id DESC LIMIT 1)"
        )
    };
    let approved =
        step(Entity::Meeting, &format!("{meeting}.id"), &format!("'{}'", MinutesState::Approved.label_key()));
    let closed = step(Entity::Outcome, "outcome.id", "outcome.status");
    // Minutes that were opened again are approved anew: while they are, their last step is still the opening.
    let first = *Record::keys_of(Entity::Meeting).start();
    let is_last = format!(
        "(SELECT step.to_status = '{}' FROM progress AS step
          WHERE step.subject = {first} + {meeting}.id AND step.deleted = 0 AND step.to_status IN ('{}', '{}')
          ORDER BY step.created_at DESC, step.id DESC LIMIT 1)",
        MinutesState::Approved.label_key(),
        MinutesState::Approved.label_key(),
        MinutesState::Draft.label_key()
    );
    format!("NOT ({meeting}.approved_on IS NOT NULL AND {is_last} IS 1 AND coalesce({approved} < {closed}, 0))")
}

/// The outcome was open on the day of this meeting, which took place, and was closed before its minutes were approved.
fn was_open_then() -> String {
    format!(
        "this.status = 'held' AND outcome.closed_on > this.date AND outcome.status IN ({}) AND {}",
        rows::closed_codes(),
        may_tell("this")
    )
}

/// Was it, wherever it came from?
fn was_open(sql: &Connection, meeting: MeetingId, id: OutcomeId) -> Result<bool> {
    let select = format!(
        "SELECT 1 FROM meeting AS this, outcome WHERE this.id = ?1 AND outcome.id = ?2 AND {}",
        was_open_then()
    );
    Ok(sql.prepare_cached(&select)?.exists(params![meeting.0, id.0])?)
}

/// An outcome that was closed later, as it stood on the day of the meeting.
fn as_of_its_day(sql: &Connection, meeting: MeetingId, row: OutcomeRow) -> Result<OutcomeRow> {
    let before: Option<Option<String>> = sql
        .prepare_cached(
            "SELECT from_status FROM progress WHERE subject = ?1 AND to_status = ?2 AND deleted = 0
             ORDER BY created_at DESC, id DESC LIMIT 1",
        )?
        .query_row(params![row.id.record().key(), row.status.code()], |row| row.get(0))
        .optional()?;
    let status = before.flatten().and_then(|code| OutcomeStatus::from_code(&code));
    let told = |field: &str| {
        format!(
            "SELECT {field} FROM progress JOIN meeting ON meeting.id = ?2
             WHERE progress.subject = ?1 AND progress.deleted = 0 AND progress.day <= meeting.date
                 AND coalesce({field}, '') <> '' ORDER BY progress.created_at DESC, progress.id DESC LIMIT 1"
        )
    };
    let of = params![row.id.record().key(), meeting.0];
    let percent: Option<i64> =
        sql.prepare_cached(&told("progress.percent"))?.query_row(of, |row| row.get(0)).optional()?;
    let last_action: Option<String> =
        sql.prepare_cached(&told("progress.text"))?.query_row(of, |row| row.get(0)).optional()?;
    Ok(OutcomeRow {
        status: status.filter(|status| !lifecycle::is_closed(*status)).unwrap_or(OutcomeStatus::NotStarted),
        percent: percent.unwrap_or_default(),
        last_action: last_action.unwrap_or_default(),
        done_on: None,
        ..row
    })
}

/// In how many meetings after that one it was raised: its minutes say how often it was carried until then, whenever they are
/// approved or opened again.
fn raised_later(sql: &Connection, meeting: MeetingId, outcome: OutcomeId) -> Result<i64> {
    let select = format!(
        "SELECT count(*) FROM link JOIN meeting AS came ON came.id = link.target - ?3 JOIN meeting AS this ON this.id = ?2
         WHERE link.source = ?1 AND link.kind = '{}' AND link.deleted = 0 AND came.id <> this.id AND NOT ({IS_EARLIER})",
        LinkKind::RaisedIn.code()
    );
    let first = *Record::keys_of(Entity::Meeting).start();
    let mut count = sql.prepare_cached(&select)?;
    Ok(count.query_row(params![outcome.record().key(), meeting.0, first], |row| row.get(0))?)
}

/// What is open from before and what was closed since, as a meeting's page and its minutes tell it: what is open is carried
/// into this meeting too, whether that is counted already or will be when its minutes are approved.
pub(super) fn told(sql: &Connection, meeting: MeetingId) -> Result<Told> {
    let before = Before::of(sql, meeting)?;
    let raised = raised(sql, meeting)?;
    let (found, left) = before.open_and_left(sql)?;
    let mut open = listed(sql, &found)?;
    for row in listed(sql, &before.closed_after(sql)?)? {
        open.push(as_of_its_day(sql, meeting, row)?);
    }
    // What was put on its agenda is told too, wherever it came from.
    let known: BTreeSet<OutcomeId> = open.iter().map(|row| row.id).collect();
    for id in super::offered::listed(sql, meeting)?.difference(&known) {
        let is_told = |row: &OutcomeRow| row.meeting != Some(meeting) && OWED.contains(&row.kind);
        let Some(row) = outcomes::one(sql, *id)?.filter(is_told) else { continue };
        if !lifecycle::is_closed(row.status) {
            open.push(row);
        } else if was_open(sql, meeting, *id)? {
            open.push(as_of_its_day(sql, meeting, row)?);
        }
    }
    for row in &mut open {
        let now = i64::from(!raised.contains(&row.id));
        row.carried = (row.carried - raised_later(sql, meeting, row.id)?).max(0) + now;
    }
    let told: BTreeSet<OutcomeId> = open.iter().map(|row| row.id).collect();
    let left = left.map(|left| left.iter().filter(|(id, _)| !told.contains(id)).count());
    let left = Further::of(left);
    Ok(Told { open, left, closed: listed(sql, &before.closed(sql)?)? })
}

/// What a meeting tells of those before it.
pub(super) struct Told {
    /// What is open, oldest due first; of very much a part.
    pub open: Vec<OutcomeRow>,
    /// How much more is open.
    pub left: Further,
    /// What was closed since.
    pub closed: Vec<OutcomeRow>,
}

fn listed(sql: &Connection, found: &[Found]) -> Result<Vec<OutcomeRow>> {
    let mut rows = Vec::with_capacity(found.len());
    for (id, _) in found {
        rows.extend(outcomes::one(sql, *id)?);
    }
    Ok(rows)
}

/// What is said to have been raised in a meeting.
fn raised(sql: &Connection, meeting: MeetingId) -> Result<BTreeSet<OutcomeId>> {
    let (first, last) = Record::keys_of(Entity::Outcome).into_inner();
    let mut statement = sql.prepare_cached(
        "SELECT source - ?2 FROM link
         WHERE target = ?1 AND deleted = 0 AND kind = 'raised-in' AND source BETWEEN ?2 AND ?3",
    )?;
    let found = statement.query_map(params![meeting.record().key(), first, last], |row| row.get(0).map(OutcomeId))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MeetingStatus;

    #[test]
    fn those_that_do_not_take_place_are_called_so() {
        for code in ["cancelled", "postponed"] {
            assert!(MEETS.contains(&format!("'{code}'")) && MeetingStatus::from_code(code).is_some(), "{code}");
        }
    }
}
