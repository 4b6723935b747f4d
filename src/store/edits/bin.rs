//! Into the bin, with all that belongs to a record; undo brings it back whole.

use super::{Outcome, guard};
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::transaction::Transaction;

/// Puts a record and what belongs to it into the bin.
pub(super) fn remove(transaction: &mut Transaction<'_>, record: Record) -> Result<Outcome> {
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    for (entity, sql) in belongings(record.entity) {
        for id in transaction.ids(sql, record.id)? {
            transaction.set_deleted(Record { entity: *entity, id }, true)?;
        }
    }
    transaction.set_deleted(record, true)?;
    Ok(Outcome::of(record))
}

/// What goes with an entity. A line of the notes and the outcome it became go together, either way.
const fn belongings(entity: Entity) -> &'static [(Entity, &'static str)] {
    match entity {
        Entity::Meeting => &[
            (Entity::Block, "SELECT id FROM block WHERE meeting = ?1 AND deleted = 0"),
            (Entity::Outcome, "SELECT id FROM outcome WHERE meeting = ?1 AND deleted = 0"),
            (Entity::Attendance, "SELECT id FROM attendance WHERE meeting = ?1 AND deleted = 0"),
            (Entity::AgendaItem, "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0"),
            (Entity::Party, "SELECT id FROM party WHERE meeting = ?1 AND deleted = 0"),
        ],
        Entity::AgendaItem => &[
            (Entity::Outcome, "SELECT id FROM outcome WHERE agenda_item = ?1 AND deleted = 0"),
            (Entity::Block, "SELECT id FROM block WHERE agenda_item = ?1 AND deleted = 0"),
        ],
        Entity::Outcome => &[(Entity::Block, "SELECT id FROM block WHERE outcome = ?1 AND deleted = 0")],
        Entity::Block => &[(
            Entity::Outcome,
            "SELECT outcome.id FROM outcome JOIN block ON block.outcome = outcome.id WHERE block.id = ?1 AND outcome.deleted = 0",
        )],
        Entity::Party | Entity::Attendance | Entity::Person | Entity::Organisation | Entity::Setting => &[],
    }
}
