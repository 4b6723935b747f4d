//! Which records belong to approved minutes, so that nobody offers to change what can't be changed.

use super::Query;
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};

/// Of these records, those whose minutes are approved: outcomes of such meetings, and the meetings.
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
        let mut approved =
            reader.sql.prepare_cached("SELECT 1 FROM meeting WHERE id = ?1 AND approved_on IS NOT NULL")?;
        let mut locked = Vec::new();
        for record in &self.records {
            let statement = if record.entity == Entity::Meeting { &mut approved } else { &mut statement };
            if matches!(record.entity, Entity::Outcome | Entity::Meeting) && statement.exists([record.id])? {
                locked.push(*record);
            }
        }
        Ok(locked)
    }
}
