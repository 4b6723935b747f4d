//! A whole register in the order of a kept figure: how many meetings, how much is open.
//!
//! The figures that are held are walked one after the other, each with its rows by their names as the figure's index has
//! them, until the window is full: many rows hold the same, above all nothing, and those are never sorted for it.

use super::asked::{Asked, ordered, plain_order};
use super::{Sort, Which};
use crate::domain::{Entity, Value};
use crate::error::Result;
use crate::store::Reader;
use crate::store::query::figures;
use rusqlite::OptionalExtension;

/// The order by the figure, and that among those of the same; nothing for another order, or a question that leaves rows
/// out: those are better sorted after them.
pub(super) fn asks_for(which: &Which) -> Option<(&Sort, &[Sort])> {
    let (first, rest) = which.order.split_first()?;
    let is_whole = which.entity != Entity::Meeting
        && which.conditions.is_empty()
        && which.containing.trim().is_empty()
        && which.kinds.is_empty();
    (is_whole && figures::is_always_given(which.entity, first.field)).then_some((first, rest))
}

/// The ids of a window of the walk.
pub(super) fn ids(
    reader: &Reader<'_>,
    which: &Which,
    (by, rest): (&Sort, &[Sort]),
    first: usize,
    count: usize,
) -> Result<Vec<i64>> {
    let (table, figure) = (which.entity.code(), by.field);
    let column = format!("{table}.{figure}");
    // Named, for what SQLite would choose depends on what it last counted.
    let from = format!("{table} INDEXED BY {table}_by_{figure}");
    let (next, than) = if by.is_descending { ("max", "<") } else { ("min", ">") };
    let mut beyond = reader.sql.prepare_cached(&format!(
        "SELECT {next}({column}) FROM {from} WHERE {table}.deleted = 0 AND {column} {than} ?1"
    ))?;
    let order = plain_order(table, &ordered(which, rest)?);
    let and = format!(" AND {column} = ?1");
    let until = first.saturating_add(count);
    let mut last = if by.is_descending { i64::MAX } else { i64::MIN };
    let mut ids: Vec<i64> = Vec::new();
    while ids.len() < until {
        let Some(held) = beyond.query_row([last], |row| row.get::<_, Option<i64>>(0)).optional()?.flatten() else {
            break;
        };
        let asked = Asked {
            table,
            index: "",
            conditions: format!("{table}.deleted = 0"),
            order: Vec::new(),
            parameters: vec![Value::Number(held).into()],
        };
        // The same statement for each, so that it is prepared once: what is too much is cut off.
        ids.extend(asked.ids_from(reader, &from, &and, &order, 0, until)?);
        last = held;
    }
    ids.truncate(until);
    ids.drain(..first.min(ids.len()));
    Ok(ids)
}
