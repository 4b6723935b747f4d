//! What of a meeting may be told to everybody: the outcomes that may be published, and those present who may be named.

use super::Query;
use crate::domain::{Entity, MeetingId, OutcomeId, PersonId};
use crate::error::Result;
use crate::store::{Changes, Reader};
use std::collections::BTreeSet;

/// What of a meeting may be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Publishable {
    /// Which meeting.
    pub meeting: MeetingId,
}

/// What may be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MayBeTold {
    /// Outcomes that may be published.
    pub outcomes: BTreeSet<OutcomeId>,
    /// People of its list who may be named.
    pub people: BTreeSet<PersonId>,
}

impl Query for Publishable {
    type Output = MayBeTold;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting, Entity::Outcome, Entity::Attendance, Entity::Person]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let ids = |sql: &str| -> Result<Vec<i64>> {
            let mut statement = reader.sql.prepare_cached(sql)?;
            let found = statement.query_map([self.meeting.0], |row| row.get(0))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        };
        let outcomes = ids("SELECT id FROM outcome WHERE meeting = ?1 AND deleted = 0 AND may_be_published = 1")?;
        let people = ids("SELECT person.id FROM attendance JOIN person ON person.id = attendance.person
             WHERE attendance.meeting = ?1 AND attendance.deleted = 0 AND person.may_be_named = 1")?;
        Ok(MayBeTold {
            outcomes: outcomes.into_iter().map(OutcomeId).collect(),
            people: people.into_iter().map(PersonId).collect(),
        })
    }
}
