//! Where a record's title stands among others of its kind: the key of a collation in `title_order`, so that a sorted list
//! is a walk along an index whatever its length. A person's post and a meeting's venue have such a key too.

use super::feed::Memo;
use crate::domain::{Entity, Field, Record};
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

/// The fields of an entity whose order is kept, and the column that keeps it.
pub(in crate::store) fn kept(entity: Entity) -> impl Iterator<Item = (&'static Field, &'static str)> {
    let title = entity.title_field().filter(|_| is_kept(entity)).map(|field| (field, "title_order"));
    let further = if entity == Entity::Person {
        entity.field("post").map(|field| (field, "post_order"))
    } else if entity == Entity::Meeting {
        entity.field("venue").map(|field| (field, "venue_order"))
    } else {
        None
    };
    title.into_iter().chain(further)
}

/// The column that keeps the order of a field.
pub(in crate::store) fn column(entity: Entity, field: &Field) -> Option<&'static str> {
    kept(entity).find(|(kept, _)| *kept == field).map(|(_, column)| column)
}

/// The key a text has to have; none for a record without one.
pub(in crate::store) fn key(memo: &Memo, text: Option<&str>) -> Option<Vec<u8>> {
    let mut key = memo.collator().sort_key(text.filter(|text| !text.is_empty())?);
    key.truncate(KEY_BYTES);
    Some(key)
}

/// Brings the keys of a row in step with its texts, in the bin too: what was deleted is still named by what points to it.
pub(super) fn index(sql: &Connection, record: Record, memo: &Memo) -> Result<()> {
    let table = record.entity.code();
    for (field, column) in kept(record.entity) {
        let select = format!("SELECT {}, {column} FROM {table} WHERE id = ?1", field.name);
        let found: Option<(Option<String>, Option<Vec<u8>>)> =
            sql.prepare_cached(&select)?.query_row([record.id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((text, held)) = found else { return Ok(()) };
        let wanted = key(memo, text.as_deref());
        if wanted != held {
            sql.prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"))?
                .execute(params![record.id, wanted])?;
        }
    }
    Ok(())
}
