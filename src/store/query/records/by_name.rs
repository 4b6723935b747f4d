//! A whole register in the order of the names that one of its links leads to: by person, by body, by meeting.
//!
//! Asked row by row, each of a hundred thousand rows would look its name up before the first can be shown. Here the names
//! are walked in their order instead, each with its rows, until the window is full.

use super::asked::{Asked, ordered, plain_order};
use super::{Sort, Which};
use crate::domain::{Entity, FieldKind};
use crate::error::Result;
use crate::store::Reader;
use crate::store::search::order;

/// The order by which the names are walked.
pub(super) struct ByName<'w> {
    which: &'w Which,
    /// The link.
    pub first: &'w Sort,
    /// The order among those of one name.
    pub rest: &'w [Sort],
    target: Entity,
}

/// The walk for a question, where it pays: a question that leaves most rows out is better sorted after them.
pub(super) fn asks_for(which: &Which) -> Option<ByName<'_>> {
    let (first, rest) = which.order.split_first()?;
    let FieldKind::Link(target) = which.entity.field(first.field)?.kind else { return None };
    let is_whole = which.conditions.is_empty() && which.containing.trim().is_empty();
    (is_whole && target != which.entity && order::is_kept(target)).then_some(ByName { which, first, rest, target })
}

/// The ids of a window of the walk, of so many rows in all; those without a name come last.
pub(super) fn ids(
    reader: &Reader<'_>,
    asked: &Asked,
    by: &ByName<'_>,
    total: usize,
    first: usize,
    count: usize,
) -> Result<Vec<i64>> {
    let mut ids = named(reader, asked, by, first, count)?;
    if ids.len() < count {
        let and = format!(" AND {}.{} IS NULL", asked.table, by.first.field);
        let named = if first == 0 { ids.len() } else { total.saturating_sub(asked.count_of(reader, &and)?) };
        let (skipped, wanted) = ((first + ids.len()).saturating_sub(named), count - ids.len());
        let rest = plain_order(asked.table, &ordered(by.which, by.rest)?);
        ids.extend(asked.ids_from(reader, asked.table, &and, &rest, skipped, wanted)?);
    }
    Ok(ids)
}

/// The ids of a window of the walk, as far as there are names.
pub(super) fn named(
    reader: &Reader<'_>,
    asked: &Asked,
    by: &ByName<'_>,
    first: usize,
    count: usize,
) -> Result<Vec<i64>> {
    let ByName { which, first: sort, rest, target } = by;
    let (table, names) = (asked.table, target.code());
    let column = format!("{table}.{}", sort.field);
    let rest = plain_order(table, &ordered(which, rest)?);
    let way = if sort.is_descending { " DESC" } else { "" };
    // A cross join is SQLite's word for: in this order. With a plus before it a condition chooses no index, so that the
    // rows of a name are found by the name, and not among all of their kind for each name anew.
    let walked = Asked {
        table,
        index: "",
        conditions: asked.conditions.replace(&format!("{table}."), &format!("+{table}.")),
        order: Vec::new(),
        parameters: asked.parameters.clone(),
    };
    // Named, for the walk is what all this is about.
    let has_index = matches!(target, Entity::Organisation | Entity::Person | Entity::Meeting);
    let by_title = if has_index { format!(" INDEXED BY {names}_by_title") } else { String::new() };
    let tables = format!("{names}{by_title} CROSS JOIN {table} ON {column} = {names}.id");
    let order = format!("{names}.title_order{way}, {rest}");
    walked.ids_from(reader, &tables, "", &order, first, count)
}
