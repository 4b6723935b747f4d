//! What a record is called wherever another one mentions it, as SQL: its name, and what tells it from its like.

use super::Query;
use crate::arabic;
use crate::domain::{Entity, EntryList, FieldKind, Honorific, OrganisationKind, Record};
use crate::error::Result;
use crate::store::query::filter::Filter;
use crate::store::query::rows;
use crate::store::search::feed::{self, Memo};
use crate::store::search::words::{self, Sought};
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// Texts that people read are sorted as they expect; see [`crate::store::connection`].
pub(super) const NAME_ORDER: &str = "COLLATE arabic";

/// The name of a row of an entity that is at hand: «م. سالم الدوسري», «ت-1448-004-07».
pub(super) fn own_name(entity: Entity) -> String {
    name_as(entity, entity.code())
}

/// The same of a row that stands under that name.
fn name_as(entity: Entity, table: &str) -> String {
    match entity {
        Entity::Person => {
            let titles: String = Honorific::ALL
                .iter()
                .map(|title| format!(" WHEN '{}' THEN '{} '", title.code(), title.short()))
                .collect();
            format!("CASE {table}.honorific{titles} ELSE '' END || coalesce({table}.name, '')")
        }
        Entity::Meeting => format!("coalesce({table}.title, {table}.number)"),
        Entity::Party => format!(
            "coalesce((SELECT body.name FROM organisation AS body WHERE body.id = {table}.organisation),
                 {table}.group_name)"
        ),
        Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Partnership
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Outcome
        | Entity::Block
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => match entity.title_field() {
            Some(field) => format!("{table}.{}", field.name),
            None => "NULL".to_owned(),
        },
    }
}

/// What tells a row from its like.
pub(super) fn own_detail(entity: Entity) -> String {
    detail_as(entity, entity.code())
}

/// The same of a row that stands under that name.
fn detail_as(entity: Entity, table: &str) -> String {
    match entity {
        Entity::Person => {
            format!("(SELECT body.name FROM organisation AS body WHERE body.id = {table}.organisation)")
        }
        Entity::Meeting | Entity::Outcome | Entity::Partnership | Entity::Regulation | Entity::Addendum => {
            format!("{table}.number")
        }
        // A unit is known by whose it is, a body by its town.
        Entity::Organisation => format!(
            "CASE WHEN {table}.kind = '{}' AND {table}.parent IS NOT NULL
                 THEN (SELECT whole.name FROM organisation AS whole WHERE whole.id = {table}.parent)
                 ELSE {table}.city END",
            OrganisationKind::Unit.code()
        ),
        Entity::AgendaItem | Entity::Block | Entity::Attendance | Entity::Party => {
            format!("(SELECT meeting.number FROM meeting WHERE meeting.id = {table}.meeting)")
        }
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Setting => "NULL".to_owned(),
    }
}

/// What a row is called that a column leads to: not by its table, for a unit leads to another body.
const LED_TO: &str = "led_to";

/// The name of the row whose id stands in a column.
pub(super) fn name_of(target: Entity, column: &str) -> String {
    let table = target.code();
    format!("(SELECT {} FROM {table} AS {LED_TO} WHERE {LED_TO}.id = {column})", name_as(target, LED_TO))
}

/// Where the row whose id stands in a column stands among its like, of an entity that keeps the order of its titles.
pub(super) fn order_of(target: Entity, column: &str) -> String {
    let table = target.code();
    format!("(SELECT {LED_TO}.title_order FROM {table} AS {LED_TO} WHERE {LED_TO}.id = {column})")
}

/// What tells the row whose id stands in a column from its like.
pub(super) fn detail_of(target: Entity, column: &str) -> String {
    let table = target.code();
    format!("(SELECT {} FROM {table} AS {LED_TO} WHERE {LED_TO}.id = {column})", detail_as(target, LED_TO))
}

/// Where a word may stand besides a record itself: in the names of what it links to, and in the other names of a body or
/// of somebody.
pub(super) fn references(entity: Entity) -> Vec<(Entity, String)> {
    let mut found: Vec<(Entity, String)> = Vec::new();
    if entity == Entity::Meeting {
        // Its bodies and nobody else: whoever was there would stand in too much.
        let bodies = "SELECT party.meeting FROM party WHERE party.deleted = 0 AND party.organisation IN ({})";
        return vec![(Entity::Organisation, format!("meeting.id IN ({bodies})"))];
    }
    for field in entity.fields() {
        // The names that people ask by, and of each the first: every further one would cost as much as the list itself.
        if let FieldKind::Link(target) = field.kind
            && target != entity
            && matches!(target, Entity::Person | Entity::Organisation | Entity::Meeting)
            && !found.iter().any(|(other, _)| *other == target)
        {
            found.push((target, format!("{}.{} IN ({{}})", entity.code(), field.name)));
        }
    }
    if matches!(entity, Entity::Organisation | Entity::Person) {
        let table = entity.code();
        let names =
            format!("{table}.id IN (SELECT alias.{table} FROM alias WHERE alias.deleted = 0 AND alias.id IN ({{}}))");
        found.push((Entity::Alias, names));
    }
    found
}

/// A record's name, for a link to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Which one.
    pub record: Record,
    /// What it is called.
    pub name: String,
    /// What tells it from its like.
    pub detail: String,
    /// Where it is offered by its name: the other names it goes by, each on a line.
    pub also: String,
    /// It is in the bin.
    pub is_deleted: bool,
}

/// The name of one record; nothing for one that never was.
pub(super) fn named(sql: &Connection, record: Record) -> rusqlite::Result<Option<Named>> {
    let table = record.entity.code();
    let select = format!(
        "SELECT {} AS name, {} AS detail, {table}.deleted AS deleted FROM {table} WHERE {table}.id = ?1",
        own_name(record.entity),
        own_detail(record.entity)
    );
    sql.prepare_cached(&select)?
        .query_row([record.id], |row| {
            Ok(Named {
                record,
                name: rows::text(row, "name")?,
                detail: rows::text(row, "detail")?,
                also: String::new(),
                is_deleted: row.get("deleted")?,
            })
        })
        .optional()
}

/// What a link's field offers: the records of an entity that hold the words, by name; of one list for entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// What they are.
    pub entity: Entity,
    /// Of entries, the list.
    pub list: Option<EntryList>,
    /// Words to find; empty offers the newest.
    pub containing: String,
}

/// So many names are offered.
const OFFERED: usize = 40;

/// A word of so few letters begins a word of most names: the first of them by name are found sooner by looking at them.
const FEW_LETTERS: usize = 2;
/// So many are looked at; where that is not enough, the index is asked after all.
const LOOKED_AT: usize = 1200;

impl Query for Names {
    type Output = Vec<Named>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        match self.first_by_name(reader)? {
            Some(ids) => {
                let named: Vec<Option<Named>> = ids
                    .into_iter()
                    .map(|id| named(reader.sql, Record { entity: self.entity, id }))
                    .collect::<rusqlite::Result<_>>()?;
                Ok(named.into_iter().flatten().collect())
            }
            None => self.by_index(reader),
        }
    }
}

impl Names {
    /// Those that hold the words among the first by name, if these are enough to fill the list.
    fn first_by_name(&self, reader: &Reader<'_>) -> Result<Option<Vec<i64>>> {
        let asked = arabic::query(&self.containing);
        let is_short = asked.last().is_some_and(|word| word.norm.chars().count() <= FEW_LETTERS);
        if self.entity != Entity::Person || !is_short {
            return Ok(None);
        }
        let sought: Vec<Sought<'_>> = words::sought(&asked).collect();
        let mut statement =
            reader.sql.prepare_cached("SELECT id FROM person WHERE deleted = 0 ORDER BY title_order, id LIMIT ?1")?;
        let mut memo = Memo::default();
        let mut found = Vec::with_capacity(OFFERED);
        let mut people = statement.query([i64::try_from(LOOKED_AT).unwrap_or(i64::MAX)])?;
        while let Some(row) = people.next()? {
            let id = row.get(0)?;
            let document = feed::document(reader.sql, Record { entity: self.entity, id }, &mut memo)?;
            if document.is_some_and(|document| sought.iter().all(|word| word.is_in(&document))) {
                found.push(id);
                if found.len() == OFFERED {
                    return Ok(Some(found));
                }
            }
        }
        Ok(None)
    }

    fn by_index(&self, reader: &Reader<'_>) -> Result<Vec<Named>> {
        let table = self.entity.code();
        let references = references(self.entity);
        // The words of what it links to would offer everybody of a body; only other names of the same thing count.
        let own_names: Vec<_> = references
            .iter()
            .filter(|(entity, _)| *entity == Entity::Alias)
            .map(|(entity, sql)| (*entity, sql.as_str()))
            .collect();
        let filter = Filter::new(reader.sql, self.entity, &self.containing, &own_names, 1)?;
        let of_list = self
            .list
            .map_or(String::new(), |list| format!(" AND entry.list = '{}' AND entry.is_hidden IS NOT 1", list.code()));
        // A template is chosen as such, and not as the series of a meeting.
        let is_series = if self.entity == Entity::Series { " AND series.is_template IS NOT 1" } else { "" };
        let order = if self.entity == Entity::Entry {
            "entry.position"
        } else if matches!(self.entity, Entity::Person | Entity::Organisation) {
            "title_order, id"
        } else {
            "id DESC"
        };
        let also = if self.entity == Entity::Person {
            "(SELECT group_concat(alias.name, char(10)) FROM alias
                 WHERE alias.person = person.id AND alias.deleted = 0)"
        } else if self.entity == Entity::Organisation {
            "(SELECT group_concat(other, char(10)) FROM (
                 SELECT organisation.short_name AS other
                 UNION ALL SELECT alias.name FROM alias WHERE alias.organisation = organisation.id AND alias.deleted = 0))"
        } else {
            "NULL"
        };
        let select = format!(
            "SELECT {table}.id AS id, {} AS name, {} AS detail, {also} AS also FROM {table} WHERE {table}.deleted = 0{of_list}{is_series}{}
             ORDER BY {order} LIMIT {OFFERED}",
            own_name(self.entity),
            own_detail(self.entity),
            filter.sql
        );
        let mut statement = reader.sql.prepare_cached(&select)?;
        let found = statement.query_map(params_from_iter(&filter.parameters), |row| {
            Ok(Named {
                record: Record { entity: self.entity, id: row.get("id")? },
                name: rows::text(row, "name")?,
                detail: rows::text(row, "detail")?,
                also: rows::text(row, "also")?,
                is_deleted: false,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
