//! How many records stand in each status: kept in step by the tables themselves (see the triggers of the schema), so that
//! a register knows its size without counting its rows.

use crate::domain::Entity;
use crate::error::Result;
use rusqlite::Connection;

/// The records of a kind in a status, those in the bin left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Tallied {
    /// The code of their kind; none where it is not given, or the entity's kinds are not told apart.
    pub kind: Option<String>,
    /// The code of their status; none where it is not given, or the entity has none.
    pub status: Option<String>,
    /// How many; never none.
    pub count: usize,
}

/// Are an entity's records counted so?
pub(in crate::store) const fn is_kept(entity: Entity) -> bool {
    match entity {
        Entity::Outcome
        | Entity::Partnership
        | Entity::Regulation
        | Entity::Meeting
        | Entity::Organisation
        | Entity::Person => true,
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => false,
    }
}

/// Where the records of an entity stand.
pub(in crate::store) fn of(sql: &Connection, entity: Entity) -> Result<Vec<Tallied>> {
    let mut statement = sql.prepare_cached(
        "SELECT nullif(kind, '') AS kind, nullif(status, '') AS status, count FROM tally
         WHERE entity = ?1 AND count > 0 ORDER BY kind, status",
    )?;
    let found = statement.query_map([entity.code()], |row| {
        let count: i64 = row.get("count")?;
        let count = usize::try_from(count).unwrap_or(0);
        Ok(Tallied { kind: row.get("kind")?, status: row.get("status")?, count })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Counts them anew, for whoever looks the store over.
pub(in crate::store) fn counted(sql: &Connection, entity: Entity) -> Result<Vec<Tallied>> {
    let kind = if entity == Entity::Outcome { "nullif(kind, '')" } else { "NULL" };
    let status = if entity.field("status").is_some() { "nullif(status, '')" } else { "NULL" };
    let mut statement = sql.prepare(&format!(
        "SELECT {kind} AS kind, {status} AS status, count(*) AS count FROM {} WHERE deleted = 0
         GROUP BY 1, 2 ORDER BY 1, 2",
        entity.code()
    ))?;
    let found = statement.query_map([], |row| {
        let count: i64 = row.get("count")?;
        let count = usize::try_from(count).unwrap_or(0);
        Ok(Tallied { kind: row.get("kind")?, status: row.get("status")?, count })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
