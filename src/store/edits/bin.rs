//! Into the bin, with all that belongs to a record; undo brings it back whole.

use super::{Outcome, agenda, guard, undo};
use crate::domain::{Entity, Record};
use crate::error::Result;
use crate::store::gone::{GoneStep, PutAway};
use crate::store::parts::{self, Part};
use crate::store::transaction::Transaction;
use std::collections::HashSet;

/// Puts a record and what belongs to it into the bin.
pub(super) fn remove(transaction: &mut Transaction<'_>, record: Record) -> Result<Outcome> {
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    let mut going = vec![record];
    going.extend(belongings(transaction, record)?);
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

/// Takes a record out of the bin, with what belonged to it and went along. What was chosen besides it in the same step
/// stays where it is; a tie between two of them comes back with the one that comes last.
pub(super) fn restore(transaction: &mut Transaction<'_>, record: Record) -> Result<Outcome> {
    let (uid, _, is_deleted) = transaction.row(record)?;
    if !is_deleted {
        return Ok(Outcome::of(record));
    }
    let step = GoneStep::of(transaction.sql(), record, &uid)?;
    let here = |gone: &PutAway| undo::local(transaction.sql(), &gone.entity, &gone.uid);
    let (ties, own): (Vec<Record>, Vec<Record>) =
        step.share().map(here).collect::<Result<Vec<_>>>()?.into_iter().partition(is_tie);
    let others = step.others().map(here).collect::<Result<Vec<_>>>()?;
    let stays: HashSet<i64> = others.iter().filter(|other| !is_tie(other)).map(|other| other.key()).collect();
    for gone in &own {
        guard::may_return(transaction, *gone)?;
        transaction.set_deleted(*gone, false)?;
    }
    for tie in ties {
        take_up(transaction, tie, &stays)?;
    }
    let returned: HashSet<i64> = own.iter().map(|own| own.key()).collect();
    for tie in others.into_iter().filter(is_tie) {
        if ends(transaction, tie)?.iter().any(|end| returned.contains(end)) {
            take_up(transaction, tie, &stays)?;
        }
    }
    guard::may_return(transaction, record)?;
    // A record that went in some other way comes back by itself.
    transaction.set_deleted(record, false)?;
    Ok(Outcome::of(record))
}

const fn is_tie(record: &Record) -> bool {
    matches!(record.entity, Entity::Link)
}

/// The keys of what a tie ties.
fn ends(transaction: &Transaction<'_>, tie: Record) -> Result<Vec<i64>> {
    let mut keys = Vec::with_capacity(2);
    for name in ["source", "target"] {
        keys.extend(transaction.value(tie, name)?.as_number());
    }
    Ok(keys)
}

/// Brings back a tie, unless one of its ends went in the same step and is still in the bin.
fn take_up(transaction: &mut Transaction<'_>, tie: Record, stays: &HashSet<i64>) -> Result<()> {
    for end in ends(transaction, tie)?.into_iter().filter(|key| stays.contains(key)).filter_map(Record::from_key) {
        if transaction.row(end)?.2 {
            return Ok(());
        }
    }
    if transaction.row(tie)?.2 {
        transaction.set_deleted(tie, false)?;
        agenda::count_raised(transaction, tie, 1)?;
    }
    Ok(())
}

/// A line of the notes and the record it became go together, either way.
const OF_LINES: [(Entity, &str); 2] = [
    (
        Entity::Outcome,
        "SELECT outcome.id FROM outcome JOIN block ON block.outcome = outcome.id WHERE block.id = ?1 AND outcome.deleted = 0",
    ),
    (
        Entity::Regulation,
        "SELECT regulation.id FROM regulation JOIN block ON block.regulation = regulation.id WHERE block.id = ?1 AND regulation.deleted = 0",
    ),
];

/// What belongs to a record and goes with it.
fn belongings(transaction: &Transaction<'_>, owner: Record) -> Result<Vec<Record>> {
    let mut found = Vec::new();
    let mut take = |entity: Entity, sql: &str| -> Result<()> {
        found.extend(transaction.ids(sql, owner.id)?.into_iter().map(|id| Record { entity, id }));
        Ok(())
    };
    for Part { entity, by, .. } in parts::going_with(owner.entity) {
        take(entity, &format!("SELECT id FROM {} WHERE {by} = ?1 AND deleted = 0", entity.code()))?;
    }
    for (entity, sql) in OF_LINES.iter().filter(|_| owner.entity == Entity::Block) {
        take(*entity, sql)?;
    }
    Ok(found)
}

const FILES: &str = "SELECT id FROM document WHERE subject = ?1 AND deleted = 0";

/// What is held under a record's key: the work on it, its files, its ties.
const HELD: [(Entity, &str); 4] = [
    (Entity::Progress, "SELECT id FROM progress WHERE subject = ?1 AND deleted = 0"),
    (Entity::Document, FILES),
    (Entity::Link, "SELECT id FROM link WHERE source = ?1 AND deleted = 0"),
    (Entity::Link, "SELECT id FROM link WHERE target = ?1 AND deleted = 0"),
];
