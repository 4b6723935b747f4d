//! Which records belong to approved minutes, so that nobody offers to change what can't be changed.

use super::Query;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};

/// Of these records, those whose minutes are approved.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    /// Which are asked about.
    pub records: Vec<Record>,
}

impl Query for Locked {
    type Output = Vec<Record>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Outcome, Entity::Meeting]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT 1 FROM outcome JOIN meeting ON meeting.id = outcome.meeting
             WHERE outcome.id = ?1 AND meeting.approved_on IS NOT NULL",
        )?;
        let mut locked = Vec::new();
        for record in self.records.iter().filter(|record| record.entity == Entity::Outcome) {
            if statement.exists([record.id])? {
                locked.push(*record);
            }
        }
        Ok(locked)
    }
}
