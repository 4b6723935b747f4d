//! How many records of a register hold each content of a field: the columns of a board, the headings of groups.

use super::asked::Asked;
use super::walk::Walk;
use super::{Which, declared};
use crate::domain::{Field, Value};
use crate::error::Result;
use crate::store::query::figures::content;
use crate::store::query::{Query, naming, rows};
use crate::store::{Changes, Reader};
use rusqlite::params_from_iter;
use std::collections::BTreeMap;

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

/// The index of a field that holds the kind too: the rows of each content stand together there.
fn index_of(field: &str) -> Option<&'static str> {
    match field {
        "organisation" => Some("outcome_by_organisation"),
        "person" => Some("outcome_by_person"),
        "meeting" => Some("outcome_by_meeting"),
        "priority" => Some("outcome_by_priority"),
        "severity" => Some("outcome_by_severity"),
        "percent" => Some("outcome_by_percent"),
        _ => None,
    }
}

impl Query for RecordGroups {
    type Output = Vec<Group>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let field = declared(self.which.entity, self.by)?;
        let walk = Walk::asked(reader, &self.which)?;
        let tallied = walk.as_ref().and_then(Walk::tallied);
        let asked = || Asked::new(reader, &self.which);
        match (self.by, tallied) {
            ("status", Some(tallied)) => Ok(counted(tallied.iter().map(|one| (one.status.as_deref(), one.count)))),
            ("kind", Some(tallied)) => Ok(counted(tallied.iter().map(|one| (one.kind.as_deref(), one.count)))),
            ("due", Some(_)) if self.which.conditions.is_empty() => self.days(reader, &asked()?),
            (by, Some(tallied)) if self.which.conditions.is_empty() => match index_of(by) {
                Some(index) => {
                    let total = tallied.iter().map(|one| one.count).sum();
                    self.given(reader, field, &asked()?, index, total)
                }
                None => self.all(reader, field, &asked()?),
            },
            (_, _) => self.all(reader, field, &asked()?),
        }
    }
}

impl RecordGroups {
    /// What is given, a walk along the field's index; the rest of them all is not.
    fn given(
        &self,
        reader: &Reader<'_>,
        field: &Field,
        asked: &Asked,
        index: &str,
        total: usize,
    ) -> Result<Vec<Group>> {
        let table = asked.table;
        let kind = format!("{table}.kind");
        // With a plus before it a condition asks for no index.
        let conditions = asked.conditions.replace(&kind, &format!("+{kind}"));
        let from = format!("{table} INDEXED BY {index} WHERE {conditions} AND {table}.{} IS NOT NULL", field.name);
        let given = self.grouped(reader, field, asked, &from)?;
        let left = total.saturating_sub(given.iter().map(|group| group.count).sum());
        let not_given = (left > 0).then(|| Group { value: Value::Empty, name: String::new(), count: left });
        Ok(not_given.into_iter().chain(given).collect())
    }

    /// By the day: those of each status stand by their days, so that only the days of all statuses are brought together.
    fn days(&self, reader: &Reader<'_>, asked: &Asked) -> Result<Vec<Group>> {
        // Grouped as the index has it, and by nothing that a condition has settled: SQLite would sort them otherwise.
        let table = format!("{}.", asked.table);
        let sql = format!(
            "SELECT due AS value, count(*) AS count FROM outcome INDEXED BY outcome_by_state WHERE {}
             GROUP BY kind, deleted, status, due",
            asked.conditions.replace(&table, &format!("+{table}"))
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let mut days: BTreeMap<Option<String>, usize> = BTreeMap::new();
        let mut parts = statement.query(params_from_iter(&asked.parameters))?;
        while let Some(part) = parts.next()? {
            let count: i64 = part.get("count")?;
            *days.entry(part.get("value")?).or_default() += usize::try_from(count).unwrap_or(0);
        }
        Ok(counted(days.iter().map(|(day, count)| (day.as_deref(), *count))))
    }

    fn all(&self, reader: &Reader<'_>, field: &Field, asked: &Asked) -> Result<Vec<Group>> {
        self.grouped(reader, field, asked, &format!("{} WHERE {}", asked.table, asked.conditions))
    }

    /// The groups of these rows. Each name is looked up once.
    fn grouped(&self, reader: &Reader<'_>, field: &Field, asked: &Asked, from: &str) -> Result<Vec<Group>> {
        let name = match field.kind.target() {
            Some(target) => naming::name_of(target, "value"),
            None => "NULL".to_owned(),
        };
        let sql = format!(
            "SELECT value, count, {name} AS name FROM (
                 SELECT {column} AS value, count(*) AS count FROM {from} GROUP BY 1)",
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

/// Counts by code; what has none comes first, as in a sorted index.
fn counted<'t>(tallied: impl Iterator<Item = (Option<&'t str>, usize)>) -> Vec<Group> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (code, count) in tallied {
        *counts.entry(code).or_default() += count;
    }
    let group = |(code, count): (Option<&str>, usize)| Group {
        value: code.map_or(Value::Empty, Value::from),
        name: String::new(),
        count,
    };
    counts.into_iter().map(group).collect()
}
