//! What went into the bin in one step, told apart: each record that somebody chose, with what went along with it.
//!
//! The log needs no word for it. What belongs to a record goes before it and is of another sort, so the last that a step
//! put away was chosen, and so was each of its sort before it.

use crate::domain::{Entity, OutcomeKind, Record};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// How many of one sort went along with what somebody put into the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Along {
    /// What they are.
    pub entity: Entity,
    /// Of which kind, where they are outcomes.
    pub kind: Option<OutcomeKind>,
    /// How many.
    pub count: i64,
}

/// Counts what went along, in the order in which it is told: what came of the work first, ties last.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<(usize, Entity, Option<&'static str>), i64>);

impl Tally {
    /// One more.
    pub fn add(&mut self, entity: Entity, kind: Option<OutcomeKind>) {
        let place = TOLD.iter().position(|told| *told == entity).unwrap_or(TOLD.len());
        *self.0.entry((place, entity, kind.map(OutcomeKind::code))).or_default() += 1;
    }

    /// What was counted.
    pub fn along(&self) -> Vec<Along> {
        let along = |(&(_, entity, kind), &count): (&(usize, Entity, Option<&str>), &i64)| Along {
            entity,
            kind: kind.and_then(OutcomeKind::from_code),
            count,
        };
        self.0.iter().map(along).collect()
    }
}

/// Sorts of parts in the order in which they are told.
const TOLD: [Entity; 12] = [
    Entity::AgendaItem,
    Entity::Outcome,
    Entity::Regulation,
    Entity::Attendance,
    Entity::Party,
    Entity::Alias,
    Entity::Post,
    Entity::Block,
    Entity::Document,
    Entity::Progress,
    Entity::Reservation,
    Entity::Link,
];

/// The kind of an outcome, by the name that it has everywhere.
pub(super) fn kind_of(sql: &Connection, entity: Entity, uid: &str) -> Result<Option<OutcomeKind>> {
    if entity != Entity::Outcome {
        return Ok(None);
    }
    let kind: Option<Option<String>> =
        sql.prepare_cached("SELECT kind FROM outcome WHERE uid = ?1")?.query_row([uid], |row| row.get(0)).optional()?;
    Ok(kind.flatten().as_deref().and_then(OutcomeKind::from_code))
}

/// What went along with those that were chosen, of all that a step put away in that order.
pub(super) fn along(sql: &Connection, put_away: &[(Record, String)]) -> Result<Vec<Along>> {
    let mut tally = Tally::default();
    let Some(chosen) = put_away.last().map(|(record, _)| record.entity) else { return Ok(Vec::new()) };
    for (record, uid) in put_away.iter().filter(|(record, _)| record.entity != chosen) {
        tally.add(record.entity, kind_of(sql, record.entity, uid)?);
    }
    Ok(tally.along())
}

/// A change of the log that put a record away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PutAway {
    /// The code of what it is.
    pub entity: String,
    /// Its name everywhere.
    pub uid: String,
}

/// The step in which a record was put away last.
#[derive(Debug, Default)]
pub(super) struct GoneStep {
    /// All that went in it, in that order.
    all: Vec<PutAway>,
    /// Those that went with the record, and the record that was chosen last of them.
    share: std::ops::Range<usize>,
}

impl GoneStep {
    /// Reads it; empty for what was never put away.
    pub fn of(sql: &Connection, record: Record, uid: &str) -> Result<Self> {
        let all = sql
            .prepare_cached(
                "SELECT change.entity, change.uid FROM change
                     JOIN step ON step.site = change.site AND step.id = change.step
                 WHERE change.field = 'deleted' AND change.value = 1 AND (change.site, change.step) = (
                     SELECT last.site, last.step FROM field_version JOIN change AS last
                         ON last.site = field_version.site AND last.seq = field_version.seq
                     WHERE field_version.entity = ?1 AND field_version.record = ?2 AND field_version.field = 'deleted')
                 AND change.seq BETWEEN step.id AND step.last ORDER BY change.seq",
            )?
            .query_map(params![record.entity.code(), record.id], |row| {
                Ok(PutAway { entity: row.get(0)?, uid: row.get(1)? })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let share = share_of(&all, uid);
        Ok(Self { all, share })
    }

    /// What went with the record, the one that was chosen first.
    pub fn share(&self) -> impl Iterator<Item = &PutAway> {
        self.all.get(self.share.clone()).unwrap_or_default().iter().rev()
    }

    /// What went in the same step with others.
    pub fn others(&self) -> impl Iterator<Item = &PutAway> {
        let is_other = |(place, _): &(usize, &PutAway)| !self.share.contains(place);
        self.all.iter().enumerate().filter(is_other).map(|(_, gone)| gone)
    }
}

/// Where those stand that went with a record: from behind the one that was chosen before to the one that was chosen.
fn share_of(all: &[PutAway], uid: &str) -> std::ops::Range<usize> {
    let Some(chosen) = all.last().map(|gone| gone.entity.as_str()) else { return 0..0 };
    let is_chosen = |gone: &PutAway| gone.entity == chosen;
    let Some(at) = all.iter().position(|gone| gone.uid == uid) else { return 0..0 };
    let start = all.iter().take(at).rposition(is_chosen).map_or(0, |before| before + 1);
    let end = all.iter().skip(at).position(is_chosen).map_or(all.len(), |further| at + further + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(uid: &str, expected: &[&str]) {
        let gone = |(entity, uid): (&str, &str)| PutAway { entity: entity.to_owned(), uid: uid.to_owned() };
        let all: Vec<PutAway> =
            [("block", "a1"), ("link", "a2"), ("meeting", "a"), ("meeting", "b"), ("block", "c1"), ("meeting", "c")]
                .map(gone)
                .to_vec();
        let step = GoneStep { share: share_of(&all, uid), all };
        assert_eq!(step.share().map(|gone| gone.uid.as_str()).collect::<Vec<_>>(), expected, "{uid}");
        assert_eq!(step.others().count(), 6 - expected.len(), "{uid}");
    }

    #[test]
    fn each_chosen_record_has_its_own_parts_of_what_went_together() {
        check("a", &["a", "a2", "a1"]);
        check("a1", &["a", "a2", "a1"]);
        check("b", &["b"]);
        check("c", &["c", "c1"]);
        check("never", &[]);
    }

    #[test]
    fn what_went_along_is_told_in_the_order_of_its_weight() {
        let mut tally = Tally::default();
        let parts = [
            (Entity::Link, None),
            (Entity::Outcome, Some(OutcomeKind::FollowUp)),
            (Entity::AgendaItem, None),
            (Entity::Outcome, Some(OutcomeKind::FollowUp)),
        ];
        parts.into_iter().for_each(|(entity, kind)| tally.add(entity, kind));
        let told: Vec<(Entity, i64)> = tally.along().iter().map(|along| (along.entity, along.count)).collect();
        assert_eq!(told, [(Entity::AgendaItem, 1), (Entity::Outcome, 2), (Entity::Link, 1)]);
    }
}
