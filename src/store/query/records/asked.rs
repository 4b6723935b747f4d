//! A register's question as SQL: what has to hold, and in which order.

use super::{Condition, Sort, Which, declared};
use crate::domain::{Entity, Field, FieldKind, OutcomeStatus, Record, Value, lifecycle};
use crate::error::Result;
use crate::store::Reader;
use crate::store::query::figures::{content, is_always_given, of_its_meeting};
use crate::store::query::naming::{self, NAME_ORDER};
use crate::store::query::rows;
use crate::store::query::words::{Parameter, Words};
use crate::store::search::order;
use rusqlite::{Row, params_from_iter};

/// A question as SQL, but for what is selected.
pub(super) struct Asked {
    pub table: &'static str,
    /// The index to read it from, where that must not be left to chance.
    pub index: &'static str,
    pub conditions: String,
    pub order: Vec<Term>,
    pub parameters: Vec<Parameter>,
}

/// One term of an order.
pub(super) struct Term {
    /// What is compared.
    pub value: String,
    /// How: collation, direction, where nothing stands.
    pub way: String,
}

impl Asked {
    pub fn new(which: &Which, words: &Words) -> Result<Self> {
        let table = which.entity.code();
        let mut asked = Self {
            table,
            index: "",
            conditions: format!("{table}.deleted = 0"),
            order: Vec::new(),
            parameters: words.parameters.clone(),
        };
        if !which.kinds.is_empty() {
            let codes = rows::code_list(which.kinds.iter().copied());
            asked.and(&format!("{table}.kind IN ({codes})"));
        }
        for condition in &which.conditions {
            asked.add(which, condition)?;
        }
        asked.conditions.push_str(&words.sql);
        if words.is_set && which.entity == Entity::Outcome && !which.kinds.is_empty() {
            asked.index = " INDEXED BY outcome_facets";
        }
        if which.entity == Entity::Meeting
            && !which.conditions.is_empty()
            && which.conditions.iter().all(is_of_no_index)
        {
            asked.index = " NOT INDEXED";
        }
        asked.order = ordered(which, &which.order)?;
        Ok(asked)
    }

    fn and(&mut self, condition: &str) {
        self.conditions.push_str(" AND ");
        self.conditions.push_str(condition);
    }

    /// The number of a new parameter, as SQL names it.
    fn parameter(&mut self, value: Value) -> String {
        self.parameters.push(value.into());
        format!("?{}", self.parameters.len())
    }

    fn add(&mut self, which: &Which, condition: &Condition) -> Result<()> {
        let table = self.table;
        match condition {
            Condition::OneOf(name, values) => {
                // The meetings are few beside what came out of them all: they are found first.
                if let Some(column) = of_its_meeting(which.entity, name).filter(|_| !values.contains(&Value::Empty)) {
                    let places: Vec<String> = values.iter().map(|value| self.parameter(value.clone())).collect();
                    let places = places.join(", ");
                    self.and(&format!(
                        "{table}.meeting IN (SELECT id FROM meeting WHERE {column} IN ({places}) AND deleted = 0)"
                    ));
                    return Ok(());
                }
                let column = content(which.entity, declared(which.entity, name)?, Some(which.today));
                let places: Vec<String> = values
                    .iter()
                    .filter(|value| **value != Value::Empty)
                    .map(|value| self.parameter(value.clone()))
                    .collect();
                let mut either = vec![format!("{column} IN ({})", places.join(", "))];
                if values.contains(&Value::Empty) {
                    either.push(format!("{column} IS NULL"));
                }
                self.and(&format!("({})", either.join(" OR ")));
            }
            Condition::Within(name, from, until) => {
                let column = content(which.entity, declared(which.entity, name)?, Some(which.today));
                self.and(&format!("{column} IS NOT NULL"));
                for (value, sign) in [(from, ">="), (until, "<=")] {
                    if *value != Value::Empty {
                        let place = self.parameter(value.clone());
                        self.and(&format!("{column} {sign} {place}"));
                    }
                }
            }
            Condition::Containing(name, text) => {
                let column = content(which.entity, declared(which.entity, name)?, Some(which.today));
                let place = self.parameter(text.as_str().into());
                self.and(&format!("holds({column}, {place})"));
            }
            Condition::Open => self.and(&format!("{table}.status IN ({})", rows::open_codes())),
            Condition::Overdue => {
                let today = self.parameter(which.today.into());
                self.and(&format!("{table}.status IN ({}) AND {table}.due < {today}", rows::open_codes()));
            }
            Condition::TiedTo(record) => {
                let place = self.parameter((*record).into());
                let first = Record::keys_of(which.entity).start().to_owned();
                self.and(&format!(
                    "{table}.id IN (SELECT source - {first} FROM link WHERE target = {place} AND deleted = 0
                         UNION SELECT target - {first} FROM link WHERE source = {place} AND deleted = 0)"
                ));
            }
        }
        Ok(())
    }

    /// How many there are in all, and the ids of a window, in order. Every row is looked at once: what holds is put aside
    /// with what it is sorted by.
    pub fn window(&self, reader: &Reader<'_>, first: usize, count: usize) -> Result<(usize, Vec<i64>)> {
        if count == 0 {
            return Ok((self.count(reader)?, Vec::new()));
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let sql = format!(
            "WITH found AS MATERIALIZED (SELECT {table}.id AS id{keys} FROM {table}{index} WHERE {})
             SELECT id, (SELECT count(*) FROM found) AS total FROM found ORDER BY {} LIMIT {count} OFFSET {first}",
            self.conditions,
            key_order(&self.order),
            table = self.table,
            index = self.index,
            keys = keys(&self.order),
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let mut total = None;
        let mut ids = Vec::new();
        let mut found = statement.query(params_from_iter(&self.parameters))?;
        while let Some(row) = found.next()? {
            ids.push(row.get("id")?);
            if total.is_none() {
                total = Some(number(row, "total")?);
            }
        }
        let total = match total {
            Some(total) => total,
            // The window lies behind the last row.
            None if first > 0 => self.count(reader)?,
            None => 0,
        };
        Ok((total, ids))
    }

    /// The ids of a window, in order: a walk along an index where one has that order.
    pub fn ids(&self, reader: &Reader<'_>, first: usize, count: usize) -> Result<Vec<i64>> {
        self.ids_from(reader, self.table, "", &plain_order(self.table, &self.order), first, count)
    }

    /// The ids of a window of what is asked for, from these tables, if this holds as well, in this order.
    pub fn ids_from(
        &self,
        reader: &Reader<'_>,
        tables: &str,
        and: &str,
        order: &str,
        first: usize,
        count: usize,
    ) -> Result<Vec<i64>> {
        if count == 0 {
            return Ok(Vec::new());
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT {table}.id FROM {tables} WHERE {}{and} ORDER BY {order} LIMIT {count} OFFSET {first}",
            self.conditions,
            table = self.table,
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(&self.parameters), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    pub fn count(&self, reader: &Reader<'_>) -> Result<usize> {
        self.count_of(reader, "")
    }

    /// How many there are of what is asked for, if this holds as well.
    pub fn count_of(&self, reader: &Reader<'_>, and: &str) -> Result<usize> {
        let sql = format!("SELECT count(*) AS count FROM {}{} WHERE {}{and}", self.table, self.index, self.conditions);
        let mut statement = reader.sql.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(&self.parameters), |row| number(row, "count"))?)
    }
}

/// Is it asked of a meeting's long texts or names, which stand in no index beside others? Rows are then read in their order.
fn is_of_no_index(condition: &Condition) -> bool {
    matches!(condition, Condition::Containing("title" | "number" | "purpose" | "other_business" | "minutes_number", _))
}

fn number(row: &Row<'_>, column: &str) -> rusqlite::Result<usize> {
    let number: i64 = row.get(column)?;
    Ok(usize::try_from(number).unwrap_or(0))
}

/// What an order compares, as further columns of a select.
pub(super) fn keys(order: &[Term]) -> String {
    order.iter().enumerate().map(|(place, term)| format!(", {} AS key{place}", term.value)).collect()
}

/// The order by those columns, the newest first among equals.
pub(super) fn key_order(order: &[Term]) -> String {
    let terms: String = order.iter().enumerate().map(|(place, term)| format!("key{place}{}, ", term.way)).collect();
    format!("{terms}id DESC")
}

/// An order of a table's rows, the newest first among equals.
pub(super) fn plain_order(table: &str, order: &[Term]) -> String {
    let terms: String = order.iter().map(|term| format!("{}{}, ", term.value, term.way)).collect();
    format!("{terms}{table}.id DESC")
}

/// An order by these fields.
pub(super) fn ordered(which: &Which, sorts: &[Sort]) -> Result<Vec<Term>> {
    let mut order = Vec::new();
    for sort in sorts {
        order_by(which, declared(which.entity, sort.field)?, sort.is_descending, &mut order);
    }
    Ok(order)
}

/// Sorts by what a person sees: a closed list by its order, a status by the record's life, a link by the name it leads to.
fn order_by(which: &Which, field: &Field, is_descending: bool, order: &mut Vec<Term>) {
    let column = content(which.entity, field, Some(which.today));
    let way = if is_descending { " DESC" } else { "" };
    if let Some(kept) = order::column(which.entity, field) {
        // As the index has it: the list is a walk along it.
        order.push(Term { value: format!("{}.{kept}", which.entity.code()), way: format!("{way} NULLS LAST") });
        return;
    }
    if is_always_given(which.entity, field.name) {
        order.push(Term { value: column, way: way.to_owned() });
        return;
    }
    let (value, collation) = match field.kind {
        FieldKind::Choice(_) => {
            let ranks = ranks(which, field)
                .iter()
                .enumerate()
                .fold(String::new(), |ranks, (rank, code)| format!("{ranks} WHEN '{code}' THEN {rank}"));
            (format!("CASE {column}{ranks} END"), "")
        }
        FieldKind::Link(target) if order::is_kept(target) => (naming::order_of(target, &column), ""),
        FieldKind::Link(target) => (naming::name_of(target, &column), NAME_ORDER),
        FieldKind::Entry(_) => (format!("(SELECT position FROM entry WHERE entry.id = {column})"), ""),
        FieldKind::Line | FieldKind::Prose => (column.clone(), NAME_ORDER),
        FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Time
        | FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Flag
        | FieldKind::Any
        | FieldKind::Position => (column.clone(), ""),
    };
    let collation = if collation.is_empty() { String::new() } else { format!(" {collation}") };
    order.push(Term { value: format!("{column} IS NULL"), way: String::new() });
    order.push(Term { value, way: format!("{collation}{way}") });
}

/// The codes of a closed list in the order in which it sorts: statuses by the lives of the listed kinds.
pub(super) fn ranks(which: &Which, field: &Field) -> Vec<&'static str> {
    let FieldKind::Choice(choices) = field.kind else { return Vec::new() };
    match statuses(which).filter(|_| field.name == "status") {
        Some(statuses) => statuses.iter().map(|status| status.code()).collect(),
        None => choices.codes.to_vec(),
    }
}

/// The statuses of the listed kinds, in the order of their lives.
fn statuses(which: &Which) -> Option<Vec<OutcomeStatus>> {
    let kind = which.kinds.first().and_then(|code| crate::domain::OutcomeKind::from_code(code));
    let cycle = lifecycle::cycle_of(which.entity, kind)?;
    Some(lifecycle::statuses_of(cycle).collect())
}
