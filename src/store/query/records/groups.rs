//! How many records of a register hold each content of a field: the columns of a board, the headings of groups.

use super::asked::Asked;
use super::walk::Walk;
use super::{Which, declared};
use crate::domain::{Entity, Field, Value};
use crate::error::Result;
use crate::store::query::figures::content;
use crate::store::query::tally::Tallied;
use crate::store::query::{Query, naming, rows};
use crate::store::search::order;
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
    /// Which groups.
    pub reach: Reach,
}

/// Which groups are asked for: of a link there may be as many as there are meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All.
    All,
    /// Of a link, so many or a few more by the names it leads to, what leads nowhere last; of other fields all.
    First {
        /// At least so many, if there are.
        count: usize,
        /// The last name first.
        is_descending: bool,
    },
    /// Those of most records, so many, and what is not given.
    Most(usize),
}

/// The groups that were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// Each with its count.
    pub found: Vec<Group>,
    /// Are these all?
    pub are_all: bool,
    /// How many records there are, those of groups that were not asked for among them.
    pub total: usize,
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
        "met_on" => Some("outcome_by_met_on"),
        "updated_on" => Some("outcome_by_updated_on"),
        "done_on" => Some("outcome_by_day_done"),
        _ => None,
    }
}

/// Does the meetings' index that holds what they are narrowed by hold the field too? All of them are then counted along it,
/// a third of what their table takes to read.
fn is_facet(entity: Entity, field: &str) -> bool {
    let held = ["kind", "series", "host", "mode", "city", "venue", "chair", "secretary", "confidentiality"];
    entity == Entity::Meeting && held.contains(&field)
}

/// The index of all meetings by a field alone, and what it holds where nothing is given.
fn meetings_by(entity: Entity, field: &str) -> Option<(&'static str, &'static str)> {
    match field {
        _ if entity != Entity::Meeting => None,
        "kind" => Some(("meeting_kinds", "''")),
        "mode" => Some(("meeting_modes", "''")),
        "chair" => Some(("meeting_chairs", "0")),
        _ => None,
    }
}

/// A register of fewer records is grouped as a whole sooner than name by name; the tests' registers are all small.
const WALKED: usize = if cfg!(test) { 40 } else { 5_000 };

impl Query for RecordGroups {
    type Output = Groups;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let field = declared(self.which.entity, self.by)?;
        let words = self.which.words(reader)?;
        let walk = Walk::asked(reader, &self.which, &words)?;
        let tallied = walk.as_ref().and_then(Walk::tallied);
        let total = tallied.as_ref().map(|tallied| tallied.iter().map(|one| one.count).sum::<usize>());
        if let Reach::First { count, is_descending } = self.reach
            && let (Some(target), Some(total)) = (field.kind.target(), total)
            && target == Entity::Meeting
            && self.which.conditions.is_empty()
            && total >= WALKED
        {
            let found = self.first(reader, &Asked::new(&self.which, &words)?, target, (count, is_descending))?;
            let counted = found.iter().map(|group| group.count).sum::<usize>();
            if found.len() >= count {
                return Ok(Groups { found, are_all: counted == total, total });
            }
            let left = total.saturating_sub(counted);
            return Ok(Groups { found: found.into_iter().chain(not_given(left)).collect(), are_all: true, total });
        }
        let mut found = self.counts(reader, field, &Asked::new(&self.which, &words)?, tallied.as_deref())?;
        let total = found.iter().map(|(_, count)| count).sum();
        let are_all = match self.reach {
            Reach::Most(most) if found.len() > most => {
                // What is not given is asked for beside them. Of equals the first content, so that the same are left out.
                found.sort_by_key(|(value, count)| (*value != Value::Empty, std::cmp::Reverse(*count)));
                let empty = usize::from(found.first().is_some_and(|(value, _)| *value == Value::Empty));
                found.truncate(most + empty);
                false
            }
            Reach::Most(_) | Reach::All | Reach::First { .. } => true,
        };
        Ok(Groups { found: self.named(reader, field, found)?, are_all, total })
    }
}

/// The group of what is not given, where there is any.
fn not_given(count: usize) -> Option<Group> {
    (count > 0).then(|| Group { value: Value::Empty, name: String::new(), count })
}

/// A content, and how many hold it.
type Count = (Value, usize);

impl RecordGroups {
    /// The first groups of a link by the names it leads to: the names are walked, each with its rows, until there are enough.
    fn first(
        &self,
        reader: &Reader<'_>,
        asked: &Asked,
        target: Entity,
        (wanted, is_descending): (usize, bool),
    ) -> Result<Vec<Group>> {
        let (table, names) = (asked.table, target.code());
        let way = if is_descending { " DESC" } else { "" };
        // With a plus before it a condition asks for no index: the rows of a name are found by the name.
        let conditions = asked.conditions.replace(&format!("{table}."), &format!("+{table}."));
        let conditions = conditions.replace(&format!("+{table}.deleted"), &format!("{table}.deleted"));
        let sql = format!(
            "SELECT {names}.id AS value, {} AS name,
                 (SELECT count(*) FROM {table} WHERE {table}.{} = {names}.id AND {conditions}) AS count
             FROM {names} INDEXED BY {names}_by_title ORDER BY {names}.title_order{way} NULLS LAST, {names}.id",
            naming::own_name(target),
            self.by,
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let mut rows_found = statement.query(params_from_iter(&asked.parameters))?;
        let mut found = Vec::new();
        while found.len() < wanted
            && let Some(row) = rows_found.next()?
        {
            let count: i64 = row.get("count")?;
            if count > 0 {
                let count = usize::try_from(count).unwrap_or(0);
                found.push(Group { value: row.get("value")?, name: rows::text(row, "name")?, count });
            }
        }
        Ok(found)
    }

    /// How many hold each content, in the order of the contents.
    fn counts(
        &self,
        reader: &Reader<'_>,
        field: &Field,
        asked: &Asked,
        tallied: Option<&[&Tallied]>,
    ) -> Result<Vec<Count>> {
        let is_whole = self.which.conditions.is_empty();
        let is_all = is_whole && self.which.containing.trim().is_empty();
        if let Some((index, nothing)) = meetings_by(self.which.entity, self.by).filter(|_| is_all) {
            let held = format!("coalesce(meeting.{}, {nothing})", self.by);
            let from = format!("meeting INDEXED BY {index} WHERE {}", asked.conditions);
            return self.counted_in(reader, asked, &format!("nullif({held}, {nothing})"), &held, &from);
        }
        if is_all && is_facet(self.which.entity, self.by) {
            let from = format!("meeting INDEXED BY meeting_facets WHERE {}", asked.conditions);
            return self.grouped(reader, field, asked, &from);
        }
        match (self.by, tallied) {
            ("status", Some(tallied)) => Ok(counted(tallied.iter().map(|one| (one.status.as_deref(), one.count)))),
            ("kind", Some(tallied)) => Ok(counted(tallied.iter().map(|one| (one.kind.as_deref(), one.count)))),
            ("due", Some(_)) if is_whole => self.days(reader, asked),
            (by, Some(tallied)) if is_whole => match index_of(by) {
                Some(index) => {
                    let total = tallied.iter().map(|one| one.count).sum();
                    self.given(reader, field, asked, index, total)
                }
                None => self.all(reader, field, asked),
            },
            (_, _) => self.all(reader, field, asked),
        }
    }

    /// What is given, a walk along the field's index; the rest of them all is not.
    fn given(
        &self,
        reader: &Reader<'_>,
        field: &Field,
        asked: &Asked,
        index: &str,
        total: usize,
    ) -> Result<Vec<Count>> {
        let table = asked.table;
        let kind = format!("{table}.kind");
        // With a plus before it a condition asks for no index.
        let conditions = asked.conditions.replace(&kind, &format!("+{kind}"));
        let from = format!("{table} INDEXED BY {index} WHERE {conditions} AND {table}.{} IS NOT NULL", field.name);
        let given = self.grouped(reader, field, asked, &from)?;
        let left = total.saturating_sub(given.iter().map(|(_, count)| count).sum());
        Ok((left > 0).then_some((Value::Empty, left)).into_iter().chain(given).collect())
    }

    /// By the day: those of each status stand by their days, so that a day comes together wherever its rows do, and the
    /// days of all statuses are brought together here.
    fn days(&self, reader: &Reader<'_>, asked: &Asked) -> Result<Vec<Count>> {
        let table = format!("{}.", asked.table);
        let sql = format!(
            "SELECT due FROM outcome INDEXED BY outcome_by_state WHERE {}",
            asked.conditions.replace(&table, &format!("+{table}"))
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let mut days: BTreeMap<Option<String>, usize> = BTreeMap::new();
        let (mut last, mut run): (Option<String>, usize) = (None, 0);
        let mut found = statement.query(params_from_iter(&asked.parameters))?;
        while let Some(row) = found.next()? {
            let day = row.get_ref(0)?.as_str_or_null().unwrap_or_default();
            if day != last.as_deref() {
                let held = std::mem::replace(&mut last, day.map(str::to_owned));
                if run > 0 {
                    *days.entry(held).or_default() += std::mem::take(&mut run);
                }
            }
            run += 1;
        }
        if run > 0 {
            *days.entry(last).or_default() += run;
        }
        Ok(counted(days.iter().map(|(day, count)| (day.as_deref(), *count))))
    }

    fn all(&self, reader: &Reader<'_>, field: &Field, asked: &Asked) -> Result<Vec<Count>> {
        self.grouped(reader, field, asked, &format!("{} WHERE {}", asked.table, asked.conditions))
    }

    /// The counts of these rows.
    fn grouped(&self, reader: &Reader<'_>, field: &Field, asked: &Asked, from: &str) -> Result<Vec<Count>> {
        let column = content(self.which.entity, field, Some(self.which.today));
        self.counted_in(reader, asked, &column, &column, from)
    }

    /// The counts of these rows, by an expression of a row.
    fn counted_in(&self, reader: &Reader<'_>, asked: &Asked, value: &str, by: &str, from: &str) -> Result<Vec<Count>> {
        let sql = format!("SELECT {value} AS value, count(*) AS count FROM {from} GROUP BY {by}");
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let found = statement.query_map(params_from_iter(&asked.parameters), |row| {
            let count: i64 = row.get(1)?;
            Ok((row.get(0)?, usize::try_from(count).unwrap_or(0)))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The groups of these counts; those of a link under the names they lead to, and in the order of these where they are
    /// asked for so.
    fn named(&self, reader: &Reader<'_>, field: &Field, counts: Vec<Count>) -> Result<Vec<Group>> {
        let Some(target) = field.kind.target() else {
            let group = |(value, count)| Group { value, name: String::new(), count };
            return Ok(counts.into_iter().map(group).collect());
        };
        let by_name = match self.reach {
            Reach::First { is_descending, .. } if order::is_kept(target) => Some(is_descending),
            Reach::First { .. } | Reach::All | Reach::Most(_) => None,
        };
        let order = if by_name.is_some() { naming::order_of(target, "?1") } else { "NULL".to_owned() };
        let sql = format!("SELECT {} AS name, {order} AS place", naming::name_of(target, "?1"));
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let mut found: Vec<(Option<Vec<u8>>, Group)> = Vec::with_capacity(counts.len());
        for (value, count) in counts {
            let (name, place) =
                statement.query_row([&value], |row| Ok((rows::text(row, "name")?, row.get("place")?)))?;
            found.push((place, Group { value, name, count }));
        }
        if let Some(is_descending) = by_name {
            // What has no name comes last either way, and after that what is not given.
            found.sort_by(|(one, group), (other, another)| {
                let is_empty = |group: &Group| group.value == Value::Empty;
                let named = if is_descending { other.cmp(one) } else { one.cmp(other) };
                is_empty(group).cmp(&is_empty(another)).then(one.is_none().cmp(&other.is_none())).then(named)
            });
        }
        Ok(found.into_iter().map(|(_, group)| group).collect())
    }
}

/// Counts by code; what has none comes first, as in a sorted index.
fn counted<'t>(tallied: impl Iterator<Item = (Option<&'t str>, usize)>) -> Vec<Count> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (code, count) in tallied {
        *counts.entry(code).or_default() += count;
    }
    counts.into_iter().map(|(code, count)| (code.map_or(Value::Empty, Value::from), count)).collect()
}
