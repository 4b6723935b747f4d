//! Where a record's title stands among others of its kind: the key of a collation in `title_order`, so that a sorted list
//! is a walk along an index whatever its length.

use super::feed::Memo;
use crate::domain::{Entity, Record};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};

/// Bytes of a key at most: the first forty letters or so decide.
const KEY_BYTES: usize = 120;

/// Goes up when the same title would give another key, as it may with a new release of the collation.
pub(super) const VERSION: u32 = 1;

/// Does the entity keep the order of its titles?
pub(in crate::store) const fn is_kept(entity: Entity) -> bool {
    match entity {
        Entity::Organisation
        | Entity::Person
        | Entity::Series
        | Entity::Meeting
        | Entity::Partnership
        | Entity::Outcome
        | Entity::Regulation => true,
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Party
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => false,
    }
}

/// The key a title has to have; none for a record without one.
pub(in crate::store) fn key(memo: &Memo, title: Option<&str>) -> Option<Vec<u8>> {
    let mut key = memo.collator().sort_key(title.filter(|title| !title.is_empty())?);
    key.truncate(KEY_BYTES);
    Some(key)
}

/// Brings the key of a row in step with its title, in the bin too: what was deleted is still named by what points to it.
pub(super) fn index(sql: &Connection, record: Record, memo: &Memo) -> Result<()> {
    let Some(field) = record.entity.title_field().filter(|_| is_kept(record.entity)) else { return Ok(()) };
    let table = record.entity.code();
    let select = format!("SELECT {}, title_order FROM {table} WHERE id = ?1", field.name);
    let found: Option<(Option<String>, Option<Vec<u8>>)> =
        sql.prepare_cached(&select)?.query_row([record.id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((title, held)) = found else { return Ok(()) };
    let wanted = key(memo, title.as_deref());
    if wanted != held {
        sql.prepare_cached(&format!("UPDATE {table} SET title_order = ?2 WHERE id = ?1"))?
            .execute(params![record.id, wanted])?;
    }
    Ok(())
}
