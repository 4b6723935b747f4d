//! Into the bin, with all that belongs to a record; undo brings it back whole.

use super::{Outcome, agenda, guard, undo};
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::transaction::Transaction;
use rusqlite::params;

/// Puts a record and what belongs to it into the bin.
pub(super) fn remove(transaction: &mut Transaction<'_>, record: Record) -> Result<Outcome> {
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    let mut going = vec![record];
    for (entity, sql) in belongings(record.entity) {
        let ids = transaction.ids(sql, record.id)?;
        going.extend(ids.into_iter().map(|id| Record { entity: *entity, id }));
    }
    // What would go along may stand in approved minutes, whoever's it is besides.
    for belonging in going.iter().skip(1) {
        guard::may_change(transaction, *belonging, &[])?;
    }
    for record in going.into_iter().rev() {
        for (entity, sql) in HELD {
            for id in transaction.ids(sql, record.key())? {
                let held = Record { entity, id };
                if entity == Entity::Progress {
                    // The files that witness an update go with it.
                    for id in transaction.ids(FILES, held.key())? {
                        put_away(transaction, Record { entity: Entity::Document, id })?;
                    }
                }
                put_away(transaction, held)?;
            }
        }
        put_away(transaction, record)?;
    }
    Ok(Outcome::of(record))
}

/// A tie that goes is no longer counted where it was.
fn put_away(transaction: &mut Transaction<'_>, record: Record) -> Result<()> {
    if record.entity == Entity::Link && !transaction.row(record)?.2 {
        agenda::taken_off(transaction, record)?;
        agenda::count_raised(transaction, record, -1)?;
    }
    transaction.set_deleted(record, true)
}

/// Takes a record out of the bin, with all that went into it in the same step.
pub(super) fn restore(transaction: &mut Transaction<'_>, record: Record) -> Result<Outcome> {
    let (_, _, is_deleted) = transaction.row(record)?;
    if !is_deleted {
        return Ok(Outcome::of(record));
    }
    let gone = transaction
        .sql()
        .prepare_cached(
            "SELECT change.entity, change.uid FROM change JOIN step ON step.site = change.site AND step.id = change.step
             WHERE change.field = 'deleted' AND change.value = 1 AND (change.site, change.step) = (
                 SELECT last.site, last.step FROM field_version JOIN change AS last
                     ON last.site = field_version.site AND last.seq = field_version.seq
                 WHERE field_version.entity = ?1 AND field_version.record = ?2 AND field_version.field = 'deleted')
             AND change.seq BETWEEN step.id AND step.last ORDER BY change.seq DESC",
        )?
        .query_map(params![record.entity.code(), record.id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    for (entity, uid) in gone {
        let gone = undo::local(transaction.sql(), &entity, &uid)?;
        guard::may_return(transaction, gone)?;
        transaction.set_deleted(gone, false)?;
        if gone.entity == Entity::Link {
            agenda::count_raised(transaction, gone, 1)?;
        }
    }
    guard::may_return(transaction, record)?;
    // A record that went in some other way comes back by itself.
    transaction.set_deleted(record, false)?;
    Ok(Outcome::of(record))
}

/// What belongs to a record goes with it: each by the field that says whose it is.
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
        Entity::Outcome => &[
            (Entity::Block, "SELECT id FROM block WHERE outcome = ?1 AND deleted = 0"),
            (Entity::Reservation, "SELECT id FROM reservation WHERE outcome = ?1 AND deleted = 0"),
        ],
        // A line of the notes and the record it became go together, either way.
        Entity::Block => &[
            (
                Entity::Outcome,
                "SELECT outcome.id FROM outcome JOIN block ON block.outcome = outcome.id WHERE block.id = ?1 AND outcome.deleted = 0",
            ),
            (
                Entity::Regulation,
                "SELECT regulation.id FROM regulation JOIN block ON block.regulation = regulation.id WHERE block.id = ?1 AND regulation.deleted = 0",
            ),
        ],
        Entity::Regulation => &[(Entity::Block, "SELECT id FROM block WHERE regulation = ?1 AND deleted = 0")],
        Entity::Series => &[
            (Entity::AgendaItem, "SELECT id FROM agenda_item WHERE series = ?1 AND deleted = 0"),
            (Entity::Party, "SELECT id FROM party WHERE series = ?1 AND deleted = 0"),
        ],
        Entity::Organisation => &[(Entity::Alias, "SELECT id FROM alias WHERE organisation = ?1 AND deleted = 0")],
        Entity::Person => &[
            (Entity::Post, "SELECT id FROM post WHERE person = ?1 AND deleted = 0"),
            (Entity::Alias, "SELECT id FROM alias WHERE person = ?1 AND deleted = 0"),
        ],
        Entity::Partnership => &[
            (Entity::Party, "SELECT id FROM party WHERE partnership = ?1 AND deleted = 0"),
            (Entity::Outcome, "SELECT id FROM outcome WHERE partnership = ?1 AND deleted = 0"),
        ],
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Party
        | Entity::Attendance
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    }
}

const FILES: &str = "SELECT id FROM document WHERE subject = ?1 AND deleted = 0";

/// What is held under a record's key: the work on it, its files, its ties.
const HELD: [(Entity, &str); 4] = [
    (Entity::Progress, "SELECT id FROM progress WHERE subject = ?1 AND deleted = 0"),
    (Entity::Document, FILES),
    (Entity::Link, "SELECT id FROM link WHERE source = ?1 AND deleted = 0"),
    (Entity::Link, "SELECT id FROM link WHERE target = ?1 AND deleted = 0"),
];
