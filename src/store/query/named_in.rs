//! Who and what the notes of a meeting name by tying it: the tie outlives the session in which it was made.

use super::Query;
use super::naming::{self, Named};
use crate::domain::{Entity, MeetingId, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};

/// People, bodies and entries that a meeting, or a record captured in it, is tied to.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedIn {
    /// Which meeting.
    pub meeting: MeetingId,
}

impl Query for NamedIn {
    type Output = Vec<Named>;
    const DEPENDS_ON: Changes =
        Changes::of(&[Entity::Link, Entity::Outcome, Entity::Person, Entity::Organisation, Entity::Entry]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached(
            "WITH about (key) AS (
                 SELECT ?2 UNION ALL SELECT ?3 + id FROM outcome WHERE meeting = ?1 AND deleted = 0
                 UNION ALL SELECT ?4 + regulation FROM block
                     WHERE meeting = ?1 AND deleted = 0 AND regulation IS NOT NULL)
             SELECT DISTINCT link.target FROM about JOIN link ON link.source = about.key AND link.deleted = 0
             WHERE link.target IS NOT NULL ORDER BY link.target",
        )?;
        let first = |entity| *Record::keys_of(entity).start();
        let (outcomes, regulations) = (first(Entity::Outcome), first(Entity::Regulation));
        let keys: Vec<i64> = statement
            .query_map([self.meeting.0, self.meeting.record().key(), outcomes, regulations], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut found = Vec::new();
        for record in keys.into_iter().filter_map(Record::from_key) {
            if matches!(record.entity, Entity::Person | Entity::Organisation | Entity::Entry) {
                found.extend(naming::named(reader.sql, record)?.filter(|named| !named.is_deleted));
            }
        }
        Ok(found)
    }
}
