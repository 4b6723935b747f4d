//! A register's rows: those of any entity, by any of its declared fields, sorted, a window at a time.
//!
//! Ids first, from an index where there is one, then the rows that are shown: so the first page of a register costs the
//! same whatever it holds.

mod by_name;

use super::figures::{IS_CLOSED, content, field_or_figure};
use super::filter::Filter;
use super::naming::{self, NAME_ORDER};
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Entity, Field, FieldKind, OutcomeStatus, Record, Value, lifecycle};
use crate::error::Result;
use crate::store::failure::internal;
use crate::store::search::order;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use std::fmt::Write as _;

/// The rows of a register.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordList {
    /// Which rows, in which order.
    pub which: Which,
    /// The fields whose contents are shown, in the order of [`RecordRow::cells`].
    pub columns: Vec<&'static str>,
    /// How many rows come before the window.
    pub first: usize,
    /// At most so many rows.
    pub count: usize,
}

/// Which records, in which order.
#[derive(Clone, Debug, PartialEq)]
pub struct Which {
    /// What they are.
    pub entity: Entity,
    /// The codes of their `kind`; none listed: any.
    pub kinds: Vec<&'static str>,
    /// What holds of every one of them.
    pub conditions: Vec<Condition>,
    /// Words to find; empty finds all.
    pub containing: String,
    /// The first counts most; equals stand newest first.
    pub order: Vec<Sort>,
    /// The day, to tell what is late.
    pub today: Date,
}

/// What has to hold of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// A field holds one of these; [`Value::Empty`] among them: or nothing.
    OneOf(&'static str, Vec<Value>),
    /// A field holds something from one value to another, both included; [`Value::Empty`] sets no bound.
    Within(&'static str, Value, Value),
    /// A field's own text holds these letters, however they are spelt.
    Containing(&'static str, String),
    /// Something is left to do.
    Open,
    /// Open, and past its day.
    Overdue,
    /// Tied to a record, in either direction: a goal it serves, a tag, a meeting.
    TiedTo(Record),
}

/// An order by one field; what is not given comes last either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Which field.
    pub field: &'static str,
    /// The greatest first.
    pub is_descending: bool,
}

/// A window of a register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordRows {
    /// How many there are in all.
    pub total: usize,
    /// How many come before these.
    pub first: usize,
    /// The fields of the rows' cells.
    pub columns: Vec<&'static str>,
    /// Those of the window.
    pub rows: Vec<RecordRow>,
}

impl RecordRows {
    /// What a row holds in a field, if that was asked for.
    pub fn cell<'r>(&self, row: &'r RecordRow, field: &str) -> Option<&'r Cell> {
        let place = self.columns.iter().position(|column| *column == field)?;
        row.cells.get(place)
    }
}

/// A record wherever one is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    /// Which one.
    pub record: Record,
    /// For the next `based_on`.
    pub version: i64,
    /// What it is called.
    pub title: String,
    /// Its kind's code, where its entity has kinds.
    pub kind: String,
    /// Ties and files.
    pub ties: i64,
    /// The fields that were asked for.
    pub cells: Vec<Cell>,
}

/// The content of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// As it is stored.
    pub value: Value,
    /// What a linked record is called.
    pub name: String,
    /// What tells two of the same name apart: a person's body, a meeting's title.
    pub detail: String,
}

/// How many of a register hold each content of a field: the columns of a board, the headings of groups.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordGroups {
    /// Which records.
    pub which: Which,
    /// Counted by this field.
    pub by: &'static str,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they hold.
    pub value: Value,
    /// What a linked record is called.
    pub name: String,
    /// How many.
    pub count: usize,
}

impl Cell {
    /// Its text; empty where it holds none.
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            Value::Empty | Value::Number(_) => "",
        }
    }

    /// Its number, where it holds one.
    pub const fn number(&self) -> Option<i64> {
        match &self.value {
            Value::Number(number) => Some(*number),
            Value::Empty | Value::Text(_) => None,
        }
    }

    /// Its day, where it holds one.
    pub fn date(&self) -> Option<Date> {
        Date::from_iso(self.text()).ok()
    }
}

impl Query for RecordList {
    type Output = RecordRows;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let asked = Asked::new(&self.which)?;
        let entity = self.which.entity;
        let total = asked.count(reader)?;
        let ids = match (self.which.order.split_first(), by_name::asks_for(&self.which)) {
            (Some((first, rest)), _) if first.field == IS_CLOSED && !first.is_descending => {
                self.open_first(reader, rest)?
            }
            (_, Some(names)) => by_name::ids(reader, &asked, names, total, self.first, self.count)?,
            (_, None) => asked.ids(reader, self.first, self.count)?,
        };
        let fields: Vec<&Field> = self.columns.iter().map(|name| declared(entity, name)).collect::<Result<_>>()?;
        let select = select_row(entity, &fields);
        let mut statement = reader.sql.prepare_cached(&select)?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let record = Record { entity, id };
            let row = statement.query_row([id, record.key()], |row| read(row, record, &fields)).optional()?;
            found.extend(row);
        }
        Ok(RecordRows { total, first: self.first, columns: self.columns.clone(), rows: found })
    }
}

impl RecordList {
    /// What is open, then what is over: two walks along the index of statuses, where one order of all would weigh each row.
    fn open_first(&self, reader: &Reader<'_>, order: &[Sort]) -> Result<Vec<i64>> {
        let part = |are_closed: bool| {
            let is_of = |status: &&OutcomeStatus| lifecycle::is_closed(**status) == are_closed;
            let mut statuses: Vec<Value> =
                OutcomeStatus::ALL.iter().filter(is_of).map(|status| (*status).into()).collect();
            statuses.extend(are_closed.then_some(Value::Empty));
            let mut which = Which { order: order.to_vec(), ..self.which.clone() };
            which.conditions.push(Condition::OneOf("status", statuses));
            Asked::new(&which)
        };
        let open = part(false)?;
        let mut ids = open.ids(reader, self.first, self.count)?;
        let left = self.count - ids.len();
        if left > 0 {
            let passed = if self.first > 0 { self.first.saturating_sub(open.count(reader)?) } else { 0 };
            ids.extend(part(true)?.ids(reader, passed, left)?);
        }
        Ok(ids)
    }
}

impl Query for RecordGroups {
    type Output = Vec<Group>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let asked = Asked::new(&self.which)?;
        let table = self.which.entity.code();
        let field = declared(self.which.entity, self.by)?;
        let name = match field.kind.target() {
            Some(target) => naming::name_of(target, &format!("{table}.{}", field.name)),
            None => "NULL".to_owned(),
        };
        let sql = format!(
            "SELECT {column} AS value, count(*) AS count, {name} AS name FROM {table} WHERE {} GROUP BY value",
            asked.conditions,
            column = content(self.which.entity, field),
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let found = statement.query_map(params_from_iter(&asked.parameters), |row| {
            let count: i64 = row.get("count")?;
            let count = usize::try_from(count).unwrap_or(0);
            Ok(Group { value: row.get("value")?, name: rows::text(row, "name")?, count })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// A question as SQL, but for what is selected.
struct Asked {
    table: &'static str,
    conditions: String,
    order: String,
    parameters: Vec<Value>,
}

impl Asked {
    fn new(which: &Which) -> Result<Self> {
        let table = which.entity.code();
        let mut asked =
            Self { table, conditions: format!("{table}.deleted = 0"), order: String::new(), parameters: Vec::new() };
        if !which.kinds.is_empty() {
            let codes = rows::code_list(which.kinds.iter().copied());
            asked.and(&format!("{table}.kind IN ({codes})"));
        }
        for condition in &which.conditions {
            asked.add(which, condition)?;
        }
        let references = naming::references(which.entity);
        let references: Vec<_> = references.iter().map(|(entity, sql)| (*entity, sql.as_str())).collect();
        let filter = Filter::new(which.entity, &which.containing, &references, asked.parameters.len() + 1);
        asked.conditions.push_str(&filter.sql);
        asked.parameters.extend(filter.parameters.into_iter().map(Value::Text));
        asked.order = ordered(which, &which.order)?;
        Ok(asked)
    }

    fn and(&mut self, condition: &str) {
        self.conditions.push_str(" AND ");
        self.conditions.push_str(condition);
    }

    /// The number of a new parameter, as SQL names it.
    fn parameter(&mut self, value: Value) -> String {
        self.parameters.push(value);
        format!("?{}", self.parameters.len())
    }

    fn add(&mut self, which: &Which, condition: &Condition) -> Result<()> {
        let table = self.table;
        match condition {
            Condition::OneOf(name, values) => {
                let column = content(which.entity, declared(which.entity, name)?);
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
                let column = content(which.entity, declared(which.entity, name)?);
                self.and(&format!("{column} IS NOT NULL"));
                for (value, sign) in [(from, ">="), (until, "<=")] {
                    if *value != Value::Empty {
                        let place = self.parameter(value.clone());
                        self.and(&format!("{column} {sign} {place}"));
                    }
                }
            }
            Condition::Containing(name, text) => {
                let column = content(which.entity, declared(which.entity, name)?);
                let place = self.parameter(text.as_str().into());
                self.and(&format!("instr(fold({column}), fold({place})) > 0"));
            }
            Condition::Open => self.and(&open(table)),
            Condition::Overdue => {
                let today = self.parameter(which.today.into());
                self.and(&format!("{} AND {table}.due < {today}", open(table)));
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

    /// The ids of a window, in order.
    fn ids(&self, reader: &Reader<'_>, first: usize, count: usize) -> Result<Vec<i64>> {
        self.ids_from(reader, self.table, "", &self.order, first, count)
    }

    /// The ids of a window of what is asked for, from these tables, if this holds as well, in this order.
    fn ids_from(
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
        let sql = format!(
            "SELECT {table}.id FROM {tables} WHERE {}{and} ORDER BY {order} LIMIT {count} OFFSET {first}",
            self.conditions,
            table = self.table,
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(&self.parameters), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    fn count(&self, reader: &Reader<'_>) -> Result<usize> {
        self.count_of(reader, "")
    }

    /// How many there are of what is asked for, if this holds as well.
    fn count_of(&self, reader: &Reader<'_>, and: &str) -> Result<usize> {
        let sql = format!("SELECT count(*) FROM {} WHERE {}{and}", self.table, self.conditions);
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(&self.parameters), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }
}

/// An order by these fields, the newest first among equals.
fn ordered(which: &Which, sorts: &[Sort]) -> Result<String> {
    let mut order = String::new();
    for sort in sorts {
        order.push_str(&order_by(which, declared(which.entity, sort.field)?, sort.is_descending));
    }
    write!(order, "{}.id DESC", which.entity.code()).map_err(internal)?;
    Ok(order)
}

fn open(table: &str) -> String {
    format!("{table}.status NOT IN ({})", rows::closed_codes())
}

/// Sorts by what a person sees: a closed list by its order, a status by the record's life, a link by the name it leads to.
fn order_by(which: &Which, field: &Field, is_descending: bool) -> String {
    let column = content(which.entity, field);
    let way = if is_descending { " DESC" } else { "" };
    if order::is_kept(which.entity) && which.entity.title_field() == Some(field) {
        // As the index has it: the list is a walk along it.
        return format!("{}.title_order{way} NULLS LAST, ", which.entity.code());
    }
    let by = match field.kind {
        FieldKind::Choice(choices) => {
            let codes: Vec<&str> = match statuses(which).filter(|_| field.name == "status") {
                Some(statuses) => statuses.iter().map(|status| status.code()).collect(),
                None => choices.codes.to_vec(),
            };
            let ranks = codes
                .iter()
                .enumerate()
                .fold(String::new(), |ranks, (rank, code)| format!("{ranks} WHEN '{code}' THEN {rank}"));
            format!("CASE {column}{ranks} END")
        }
        FieldKind::Link(target) => naming::order_of(target, &column),
        FieldKind::Entry(_) => format!("(SELECT position FROM entry WHERE entry.id = {column})"),
        FieldKind::Line | FieldKind::Prose => format!("{column} {NAME_ORDER}"),
        FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Time
        | FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Flag
        | FieldKind::Any
        | FieldKind::Position => column.clone(),
    };
    format!("{column} IS NULL, {by}{way}, ")
}

/// The statuses of the listed kinds, in the order of their lives.
fn statuses(which: &Which) -> Option<Vec<OutcomeStatus>> {
    let kind = which.kinds.first().and_then(|code| crate::domain::OutcomeKind::from_code(code));
    let cycle = lifecycle::cycle_of(which.entity, kind)?;
    Some(lifecycle::statuses_of(cycle).collect())
}

fn declared(entity: Entity, name: &str) -> Result<&'static Field> {
    field_or_figure(entity, name).ok_or_else(|| internal(format!("{} has no field {name}", entity.code())))
}

/// A column of an entity that may have none of that name.
pub(super) fn select_text(entity: Entity, name: &str) -> String {
    entity.field(name).map_or_else(|| "NULL".to_owned(), |field| format!("{}.{}", entity.code(), field.name))
}

/// One record with some of its fields, also from the bin; nothing for one that never was.
pub(super) fn row(sql: &Connection, record: Record, columns: &[&'static str]) -> Result<Option<RecordRow>> {
    let fields: Vec<&Field> = columns.iter().map(|name| declared(record.entity, name)).collect::<Result<_>>()?;
    let select = select_row(record.entity, &fields);
    let found = sql.prepare_cached(&select)?.query_row([record.id, record.key()], |row| read(row, record, &fields));
    Ok(found.optional()?)
}

/// Reads one row by its id; the second parameter is its key.
fn select_row(entity: Entity, fields: &[&Field]) -> String {
    let table = entity.code();
    let title = naming::own_name(entity);
    let kind = select_text(entity, "kind");
    let mut select = format!(
        "SELECT {table}.version AS row_version, {title} AS row_title, {kind} AS row_kind,
             (SELECT count(*) FROM link WHERE source = ?2 AND deleted = 0)
             + (SELECT count(*) FROM link WHERE target = ?2 AND deleted = 0)
             + (SELECT count(*) FROM document WHERE subject = ?2 AND deleted = 0) AS row_ties"
    );
    for (place, field) in fields.iter().enumerate() {
        let column = content(entity, field);
        let (name, detail) = match field.kind.target() {
            Some(target) => (naming::name_of(target, &column), naming::detail_of(target, &column)),
            None => ("NULL".to_owned(), "NULL".to_owned()),
        };
        select.push_str(&format!(", {column} AS value{place}, {name} AS name{place}, {detail} AS detail{place}"));
    }
    format!("{select} FROM {table} WHERE {table}.id = ?1")
}

fn read(row: &Row<'_>, record: Record, fields: &[&Field]) -> rusqlite::Result<RecordRow> {
    let cell = |place: usize| -> rusqlite::Result<Cell> {
        Ok(Cell {
            value: row.get(format!("value{place}").as_str())?,
            name: rows::text(row, &format!("name{place}"))?,
            detail: rows::text(row, &format!("detail{place}"))?,
        })
    };
    Ok(RecordRow {
        record,
        version: row.get("row_version")?,
        title: rows::text(row, "row_title")?,
        kind: rows::text(row, "row_kind")?,
        ties: row.get("row_ties")?,
        cells: (0..fields.len()).map(cell).collect::<rusqlite::Result<_>>()?,
    })
}
