//! The parts into which a walk takes a register apart: which kinds and statuses, what else has to hold, and how that is
//! said in SQL.

use super::Sort;
use super::walk::TABLE;
use crate::domain::{OutcomeStatus, Value, lifecycle};
use crate::store::query::tally::Tallied;
use std::collections::BTreeSet;

/// A part of a register that stands together.
pub(super) struct Stretch<'s> {
    pub scope: Vec<&'s Tallied>,
    /// What else has to hold; begins with ` AND` when there is anything.
    pub and: String,
    /// The index in which it stands together.
    pub index: Option<&'static str>,
}

impl<'s> Stretch<'s> {
    /// Of this one, what this holds of as well.
    pub fn and(&self, and: &str) -> Self {
        Stretch { scope: self.scope.clone(), and: format!("{}{and}", self.and), index: self.index }
    }

    /// Parts it by a rank; what has none comes last, whichever way it is sorted.
    pub fn parted(&self, by: &Sort, rank: impl Fn(&Tallied) -> Option<Rank>) -> Vec<Self> {
        let ranks: BTreeSet<Rank> = self.scope.iter().filter_map(|one| rank(one)).collect();
        let mut present: Vec<Rank> = ranks.into_iter().collect();
        if by.is_descending {
            present.reverse();
        }
        let of = |wanted: Option<Rank>| Stretch {
            scope: self.scope.iter().copied().filter(|one| rank(one) == wanted).collect(),
            and: self.and.clone(),
            index: self.index,
        };
        present.into_iter().map(Some).chain([None]).map(of).collect()
    }
}

pub(super) fn indexed_by(index: Option<&str>) -> String {
    index.map_or(String::new(), |index| format!(" INDEXED BY {index}"))
}

/// Where a code stands in its list; one that the list does not know, before all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Unknown,
    At(i64),
}

pub(super) fn rank(ranks: &[&str], code: &str) -> Rank {
    (0..).zip(ranks).find(|(_, known)| **known == code).map_or(Rank::Unknown, |(place, _)| Rank::At(place))
}

pub(super) fn kinds<'s>(scope: &[&'s Tallied]) -> BTreeSet<Option<&'s str>> {
    scope.iter().map(|one| one.kind.as_deref()).collect()
}

/// Is nothing left to do? Not known of what has no status.
pub(super) fn is_closed(one: &Tallied) -> Option<bool> {
    let status = one.status.as_deref()?;
    Some(OutcomeStatus::from_code(status).is_some_and(lifecycle::is_closed))
}

pub(super) fn holds(values: &[Value], code: Option<&str>) -> bool {
    values.iter().any(|value| match value {
        Value::Empty => code.is_none(),
        Value::Text(text) => Some(text.as_str()) == code,
        Value::Number(_) => false,
    })
}

/// A column holds one of these codes.
pub(super) fn is_one_of(no_index: &str, column: &str, codes: &BTreeSet<Option<&str>>) -> String {
    let known: Vec<String> = codes.iter().flatten().map(|code| quoted(code)).collect();
    let column = format!("{no_index}{TABLE}.{column}");
    let listed = match known.as_slice() {
        [code] => format!("{column} = {code}"),
        codes => format!("{column} IN ({})", codes.join(", ")),
    };
    match (known.is_empty(), codes.contains(&None)) {
        (true, true) => format!("{column} IS NULL"),
        (false, true) => format!("({listed} OR {column} IS NULL)"),
        (_, false) => listed,
    }
}

pub(super) fn literal(value: &Value) -> String {
    match value {
        Value::Empty => "NULL".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => quoted(text),
    }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
