//! A register of outcomes in the order of what their meetings lead to: by the host, or the series, of the meeting that each
//! came out of.
//!
//! The names are walked in their order, each with the outcomes of its meetings, until the window is full. Of a name that
//! many of the meetings lead to, what is asked for is walked in the order that it has among those of one name, and soon
//! enough of it is found; of any other it is looked up meeting by meeting.

use super::asked::{ordered, plain_order};
use super::stretch::Stretch;
use super::walk::{TABLE, Walk};
use super::{Sort, Which};
use crate::domain::{Entity, FieldKind};
use crate::error::Result;
use crate::store::Reader;
use crate::store::query::figures::{field_or_figure, of_its_meeting};
use crate::store::query::{naming, words::Parameter};
use rusqlite::types::Value as SqlValue;

/// One in so many meetings leads to a name of many.
const MANY: i64 = 20;

/// The order by which the names are walked.
pub(super) struct ByItsMeeting<'w> {
    first: &'w Sort,
    /// The order among those of one name.
    rest: &'w [Sort],
    /// The meeting's column that leads to the name.
    column: &'static str,
    target: Entity,
}

/// The walk for a question, where it pays: a question that leaves rows out is better sorted after them.
pub(super) fn asks_for(which: &Which) -> Option<ByItsMeeting<'_>> {
    let (first, rest) = which.order.split_first()?;
    let column = of_its_meeting(which.entity, first.field)?;
    let FieldKind::Link(target) = field_or_figure(which.entity, first.field)?.kind else { return None };
    let is_whole = which.conditions.is_empty() && which.containing.trim().is_empty();
    is_whole.then_some(ByItsMeeting { first, rest, column, target })
}

/// The ids of the first rows.
pub(super) fn ids(walk: &Walk<'_>, reader: &Reader<'_>, by: &ByItsMeeting<'_>, until: usize) -> Result<Vec<i64>> {
    let ByItsMeeting { rest, column, target, .. } = by;
    let led =
        format!("(SELECT came.{column} FROM meeting AS came WHERE came.id = {TABLE}.meeting AND came.deleted = 0)");
    let names = names(reader, by)?;
    let all: i64 = names.iter().map(|(_, meetings)| meetings).sum();
    let mut found = Vec::new();
    for (name, meetings) in names {
        if found.len() >= until {
            return Ok(found);
        }
        let wanted = until - found.len();
        if name == SqlValue::Null {
            let and = format!(" AND {led} IS NOT NULL AND {} IS NULL", naming::order_of(*target, &led));
            found.extend(walk.walk(reader.sql, &stretch(walk, and), rest, wanted)?);
            continue;
        }
        let mut of_name = walk.clone();
        of_name.parameters.push(Parameter::from(name));
        let named = format!("IN (SELECT id FROM {} WHERE title_order = ?{})", target.code(), of_name.parameters.len());
        if meetings * MANY > all {
            found.extend(of_name.walk(reader.sql, &stretch(&of_name, format!(" AND {led} {named}")), rest, wanted)?);
        } else {
            found.extend(by_meeting(&of_name, reader, by, &named, wanted)?);
        }
    }
    if found.len() < until {
        let not_given = stretch(walk, format!(" AND {led} IS NULL"));
        found.extend(walk.walk(reader.sql, &not_given, rest, until - found.len())?);
    }
    Ok(found)
}

/// What the meetings lead to in the order of the names, and how many do; what has no name among them.
fn names(reader: &Reader<'_>, by: &ByItsMeeting<'_>) -> Result<Vec<(SqlValue, i64)>> {
    let ByItsMeeting { first, column, target, .. } = by;
    let way = if first.is_descending { " DESC" } else { "" };
    let select = format!(
        "SELECT named.title_order, sum(held.meetings) FROM (
             SELECT {column} AS id, count(*) AS meetings FROM meeting INDEXED BY meeting_by_{column}
             WHERE deleted = 0 AND {column} IS NOT NULL GROUP BY {column}) AS held
         JOIN {} AS named ON named.id = held.id GROUP BY 1 ORDER BY 1{way}",
        target.code()
    );
    let mut statement = reader.sql.prepare_cached(&select)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What is asked for, of those of which this holds too.
fn stretch<'s>(walk: &'s Walk<'_>, and: String) -> Stretch<'s> {
    Stretch { scope: walk.scope(), and, index: None }
}

/// The outcomes of a name's meetings, found by these.
fn by_meeting(
    walk: &Walk<'_>,
    reader: &Reader<'_>,
    by: &ByItsMeeting<'_>,
    named: &str,
    wanted: usize,
) -> Result<Vec<i64>> {
    let column = by.column;
    let select = format!(
        "SELECT {TABLE}.id FROM meeting INDEXED BY meeting_by_{column}
             CROSS JOIN {TABLE} INDEXED BY outcome_by_meeting ON {TABLE}.meeting = meeting.id
         WHERE meeting.{column} {named} AND meeting.deleted = 0 AND {} ORDER BY {} LIMIT {wanted}",
        walk.within(&walk.scope(), ""),
        plain_order(TABLE, &ordered(walk.which, by.rest)?)
    );
    walk.read(reader.sql, &select)
}
