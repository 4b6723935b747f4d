//! A register of outcomes in any order without weighing each of its rows.
//!
//! Of most registers everything is asked for, or all in some statuses. Sorted at once, every row would be compared before
//! the first can be shown. Here an order is taken apart instead: by status, by what is open, by the contents of a field
//! that has few, and what is not given after what is. Each stretch is a walk along an index, and the walks end when the
//! window is full. What stands in which status is told by the tally.

use super::asked::{Asked, Term, key_order, keys, ordered, plain_order, ranks};
use super::by_its_meeting;
use super::by_name::{self, ByName};
use super::stretch::{Rank, Stretch, holds, indexed_by, is_closed, is_one_of, kinds, literal, rank};
use super::{Condition, Sort, Which, declared};
use crate::domain::{Entity, FieldKind, Value};
use crate::error::Result;
use crate::store::Reader;
use crate::store::query::figures::{IS_CLOSED, content};
use crate::store::query::tally::{self, Tallied};
use crate::store::query::words::{Parameter, Words};
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeSet;

/// What is walked.
pub(super) const TABLE: &str = "outcome";
const STATUS: &str = "status";
const KIND: &str = "kind";
const DUE: &str = "due";

// Each walk names its index: what SQLite would choose depends on what it last counted, and one that it has not counted yet
// looks better to it than any other.
const BY_KIND: &str = "outcome_by_kind";
const BY_STATE: &str = "outcome_by_state";
const BY_TITLE: &str = "outcome_by_title";
/// All that a register is sorted by; read whole, for what has no index of its own.
const FACETS: &str = "outcome_facets";
/// A part that holds one of so many of its kinds' records, or fewer, is sorted rather than looked for among all.
const FEW: usize = 100;

/// The index of a field of few contents, which has the kind, the status and the day beside them.
fn contents_index(field: &str) -> Option<&'static str> {
    match field {
        "priority" => Some("outcome_by_priority"),
        "severity" => Some("outcome_by_severity"),
        "percent" => Some("outcome_by_percent"),
        _ => None,
    }
}

/// The index of a field, which has the kind beside it.
fn field_index(field: &str) -> Option<&'static str> {
    match field {
        "number" => Some("outcome_by_number"),
        "done_on" => Some("outcome_by_day_done"),
        "minutes_number" => Some("outcome_by_minutes_number"),
        "met_on" => Some("outcome_by_met_on"),
        "updated_on" => Some("outcome_by_updated_on"),
        "evidence" => Some("outcome_by_evidence"),
        _ => None,
    }
}

/// A question that can be walked.
#[derive(Clone)]
pub(super) struct Walk<'w> {
    pub which: &'w Which,
    /// All there is, whatever is asked for.
    all: Vec<Tallied>,
    /// The places of what is asked for.
    scope: Vec<usize>,
    /// What has to hold of the day; begins with ` AND` when there is anything.
    days: String,
    words: &'w Words,
    pub parameters: Vec<Parameter>,
}

impl<'w> Walk<'w> {
    /// The walk for a question about outcomes, their kinds, statuses and days, words that stand in much, and nothing else.
    pub fn asked(reader: &Reader<'_>, which: &'w Which, words: &'w Words) -> Result<Option<Self>> {
        if which.entity != Entity::Outcome || !(words.is_empty() || words.is_set) {
            return Ok(None);
        }
        let mut walk = Walk {
            which,
            all: tally::of(reader.sql, which.entity)?,
            scope: Vec::new(),
            days: String::new(),
            words,
            parameters: words.parameters.clone(),
        };
        let mut asked: Vec<&Tallied> = walk.all.iter().collect();
        if !which.kinds.is_empty() {
            asked.retain(|one| one.kind.as_deref().is_some_and(|kind| which.kinds.contains(&kind)));
        }
        for condition in &which.conditions {
            match condition {
                Condition::OneOf(STATUS, values) => asked.retain(|one| holds(values, one.status.as_deref())),
                Condition::OneOf(KIND, values) => asked.retain(|one| holds(values, one.kind.as_deref())),
                Condition::Open => asked.retain(|one| is_closed(one) == Some(false)),
                Condition::Overdue => {
                    asked.retain(|one| is_closed(one) == Some(false));
                    walk.parameters.push(Value::from(which.today).into());
                    walk.days.push_str(&format!(" AND {TABLE}.{DUE} < ?{}", walk.parameters.len()));
                }
                Condition::Within(DUE, from, until) => {
                    walk.days.push_str(&format!(" AND {TABLE}.{DUE} IS NOT NULL"));
                    for (value, sign) in [(from, ">="), (until, "<=")] {
                        if *value != Value::Empty {
                            walk.parameters.push(value.clone().into());
                            walk.days.push_str(&format!(" AND {TABLE}.{DUE} {sign} ?{}", walk.parameters.len()));
                        }
                    }
                }
                Condition::OneOf(..) | Condition::Within(..) | Condition::Containing(..) | Condition::TiedTo(_) => {
                    return Ok(None);
                }
            }
        }
        let scope = walk.all.iter().enumerate().filter(|(_, one)| asked.contains(one)).map(|(place, _)| place);
        walk.scope = scope.collect();
        Ok(Some(walk))
    }

    /// What stands where, of what is asked for; nothing where the day or words decide too.
    pub fn tallied(&self) -> Option<Vec<&Tallied>> {
        (self.days.is_empty() && self.words.is_empty()).then(|| self.scope())
    }

    /// What the words and the day have to be; begins with ` AND` when there is anything.
    fn decided(&self) -> String {
        format!("{}{}", self.words.sql, self.days)
    }

    pub fn scope(&self) -> Vec<&Tallied> {
        self.scope.iter().filter_map(|place| self.all.get(*place)).collect()
    }

    /// How many there are in all.
    pub fn total(&self, reader: &Reader<'_>) -> Result<usize> {
        if let Some(tallied) = self.tallied() {
            return Ok(tallied.iter().map(|one| one.count).sum());
        }
        let scope = self.scope();
        // The narrowest of those that hold all that is asked.
        let index = match (self.words.is_empty(), self.days.is_empty() && self.has_every_status(&scope)) {
            (true, _) => None,
            (false, true) => Some(BY_KIND),
            (false, false) => Some(BY_STATE),
        };
        let sql = format!(
            "SELECT count(*) FROM {TABLE}{} WHERE {}{}",
            indexed_by(index),
            self.within(&scope, ""),
            self.decided()
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(&self.parameters), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The ids of a window, in order.
    pub fn ids(&self, reader: &Reader<'_>, first: usize, count: usize) -> Result<Vec<i64>> {
        let until = first.saturating_add(count);
        let mut ids = if let Some(names) = by_name::asks_for(self.which) {
            self.ids_by_name(reader, names, until)?
        } else if let Some(by) = by_its_meeting::asks_for(self.which) {
            by_its_meeting::ids(self, reader, &by, until)?
        } else {
            let all = Stretch { scope: self.scope(), and: self.decided(), index: None };
            self.walk(reader.sql, &all, &self.which.order, until)?
        };
        ids.drain(..first.min(ids.len()));
        Ok(ids)
    }

    /// Name by name; then, those without one.
    fn ids_by_name(&self, reader: &Reader<'_>, names: ByName<'_>, until: usize) -> Result<Vec<i64>> {
        let asked = Asked::new(self.which, self.words)?;
        let mut ids = by_name::named(reader, &asked, &names, 0, until)?;
        let (column, rest) = (format!("{TABLE}.{}", names.first.field), names.rest);
        if ids.len() < until {
            let unnamed =
                Stretch { scope: self.scope(), and: format!("{} AND {column} IS NULL", self.decided()), index: None };
            ids.extend(self.walk(reader.sql, &unnamed, rest, until - ids.len())?);
        }
        Ok(ids)
    }

    /// The first ids of a part of the register, in order.
    pub fn walk(&self, sql: &Connection, part: &Stretch<'_>, order: &[Sort], wanted: usize) -> Result<Vec<i64>> {
        if wanted == 0 || part.scope.is_empty() {
            return Ok(Vec::new());
        }
        let Some((first, rest)) = order.split_first() else {
            return self.merged(sql, part, &[], wanted);
        };
        let field = declared(self.which.entity, first.field)?;
        let stretches = match first.field {
            IS_CLOSED => part.parted(first, |one| is_closed(one).map(i64::from).map(Rank::At)),
            STATUS | KIND => {
                let ranks = ranks(self.which, field);
                part.parted(first, |one| {
                    let code = if first.field == STATUS { &one.status } else { &one.kind };
                    code.as_deref().map(|code| rank(&ranks, code))
                })
            }
            name if part.index.is_none() && contents_index(name).is_some() => self.contents(sql, part, first)?,
            name => {
                let terms = ordered(self.which, order)?;
                if self.which.entity.title_field() == Some(field) {
                    return self.merged(sql, part, &terms, wanted);
                }
                let column = content(self.which.entity, field, Some(self.which.today));
                let given = part.and(&format!(" AND {column} IS NOT NULL"));
                // Given: the term that tells what is not says nothing more.
                let terms = terms.get(1..).unwrap_or_default();
                let mut ids = if name == DUE {
                    self.merged(sql, &given, terms, wanted)?
                } else {
                    self.sorted(sql, &given, terms, name, wanted)?
                };
                let not_given = part.and(&format!(" AND {column} IS NULL"));
                ids.extend(self.walk(sql, &not_given, rest, wanted - ids.len())?);
                return Ok(ids);
            }
        };
        let mut ids = Vec::new();
        for stretch in &stretches {
            ids.extend(self.walk(sql, stretch, rest, wanted - ids.len())?);
            if ids.len() >= wanted {
                break;
            }
        }
        Ok(ids)
    }

    /// A stretch for each content of a field of few: the contents are looked up one after the other in its index.
    fn contents<'s>(&self, sql: &Connection, part: &Stretch<'s>, by: &Sort) -> Result<Vec<Stretch<'s>>> {
        let field = declared(self.which.entity, by.field)?;
        let column = format!("{TABLE}.{}", field.name);
        let index = contents_index(by.field);
        let mut statement = sql.prepare_cached(&format!(
            "SELECT {column} FROM {TABLE}{} WHERE deleted = 0 AND {column} IS NOT NULL AND {column} > ?1
             ORDER BY {column} LIMIT 1",
            indexed_by(index)
        ))?;
        // Less than any number and any text.
        let mut last =
            if matches!(field.kind, FieldKind::Choice(_)) { Value::Text(String::new()) } else { i64::MIN.into() };
        let mut contents: Vec<(Rank, Value)> = Vec::new();
        let ranks = ranks(self.which, field);
        while let Some(next) = statement.query_map([&last], |row| row.get::<_, Value>(0))?.next().transpose()? {
            let rank = match &next {
                Value::Text(code) => rank(&ranks, code),
                Value::Number(number) => Rank::At(*number),
                Value::Empty => Rank::Unknown,
            };
            contents.push((rank, next.clone()));
            last = next;
        }
        contents.sort_by_key(|(rank, _)| *rank);
        if by.is_descending {
            contents.reverse();
        }
        let mut stretches: Vec<Stretch<'s>> = contents
            .chunk_by(|(one, _), (other, _)| one == other)
            .map(|equal| {
                let codes: Vec<String> = equal.iter().map(|(_, value)| literal(value)).collect();
                let and = match codes.as_slice() {
                    [code] => format!(" AND {column} = {code}"),
                    codes => format!(" AND {column} IN ({})", codes.join(", ")),
                };
                Stretch { index, ..part.and(&and) }
            })
            .collect();
        stretches.push(part.and(&format!(" AND {column} IS NULL")));
        Ok(stretches)
    }

    /// The first of each kind, or of each kind in each status, merged: each of them has the order in an index.
    fn merged(&self, sql: &Connection, part: &Stretch<'_>, order: &[Term], wanted: usize) -> Result<Vec<i64>> {
        let Stretch { scope, and, index } = part;
        let is_of = |column, code: &Option<String>| is_one_of("", column, &BTreeSet::from([code.as_deref()]));
        let by_title = order.first().is_some_and(|term| term.value.ends_with("title_order"));
        let are_kinds = self.has_every_status(scope) && !and.contains(DUE);
        let branches: Vec<String> = if are_kinds {
            kinds(scope).into_iter().map(|kind| is_one_of("", KIND, &BTreeSet::from([kind]))).collect()
        } else {
            let pair = |one: &&Tallied| format!("{} AND {}", is_of(KIND, &one.kind), is_of(STATUS, &one.status));
            scope.iter().map(pair).collect()
        };
        let index = index.unwrap_or(match (by_title, are_kinds) {
            (true, true) => BY_TITLE,
            (true, false) if !self.are_few(scope) => BY_TITLE,
            (false, true) => BY_KIND,
            (_, false) => BY_STATE,
        });
        let plain = plain_order(TABLE, order);
        let selects: Vec<String> = branches
            .iter()
            .map(|branch| {
                format!(
                    "SELECT * FROM (SELECT {TABLE}.id AS id{} FROM {TABLE} INDEXED BY {index}
                     WHERE {TABLE}.deleted = 0 AND {branch}{and} ORDER BY {plain} LIMIT {wanted})",
                    keys(order)
                )
            })
            .collect();
        let select =
            format!("SELECT id FROM ({}) ORDER BY {} LIMIT {wanted}", selects.join(" UNION ALL "), key_order(order));
        self.read(sql, &select)
    }

    /// The first of a part, sorted; along the field's index, where it has one.
    fn sorted(
        &self,
        sql: &Connection,
        part: &Stretch<'_>,
        order: &[Term],
        by: &str,
        wanted: usize,
    ) -> Result<Vec<i64>> {
        let Stretch { scope, and, index } = part;
        let own = field_index(by).filter(|_| index.is_none() && self.days.is_empty() && !self.are_few(scope));
        // With a plus before it a condition asks for no index. What has no kind is not found by the kind's.
        let no_index = if own.is_some() { "+" } else { "" };
        let index = own.or(*index).or((!kinds(scope).contains(&None)).then_some(FACETS));
        let select = format!(
            "SELECT {TABLE}.id FROM {TABLE}{} WHERE {}{and} ORDER BY {} LIMIT {wanted}",
            indexed_by(index),
            self.within(scope, no_index),
            plain_order(TABLE, order)
        );
        self.read(sql, &select)
    }

    pub fn read(&self, sql: &Connection, select: &str) -> Result<Vec<i64>> {
        let mut statement = sql.prepare_cached(select)?;
        // A part that depends on neither words nor the day has no parameters.
        let count = statement.parameter_count();
        let ids = statement.query_map(params_from_iter(self.parameters.iter().take(count)), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// What is not in the bin and in this part of the register.
    pub fn within(&self, scope: &[&Tallied], no_index: &str) -> String {
        let mut within = format!("{TABLE}.deleted = 0 AND {}", is_one_of(no_index, KIND, &kinds(scope)));
        if !self.has_every_status(scope) {
            let statuses = scope.iter().map(|one| one.status.as_deref()).collect();
            within.push_str(&format!(" AND {}", is_one_of(no_index, STATUS, &statuses)));
        }
        within
    }

    /// Would one look for them long among all of their kinds?
    fn are_few(&self, scope: &[&Tallied]) -> bool {
        let kinds = kinds(scope);
        let all: usize = self.all.iter().filter(|one| kinds.contains(&one.kind.as_deref())).map(|one| one.count).sum();
        scope.iter().map(|one| one.count).sum::<usize>() * FEW < all
    }

    /// Is all of its kinds in it?
    fn has_every_status(&self, scope: &[&Tallied]) -> bool {
        let kinds = kinds(scope);
        self.all.iter().filter(|one| kinds.contains(&one.kind.as_deref())).count() == scope.len()
    }
}
