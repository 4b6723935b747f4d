//! One row of a register: a record's name, what hangs on it, and the fields that are shown.

use super::{Cell, RecordRow, declared};
use crate::calendar::Date;
use crate::domain::{Entity, Field, OutcomeKind, Record, assignment};
use crate::error::Result;
use crate::store::query::figures::{self, content};
use crate::store::query::{naming, rows};
use rusqlite::{Connection, OptionalExtension, Row};

/// A column of an entity that may have none of that name.
pub(in crate::store::query) fn select_text(entity: Entity, name: &str) -> String {
    entity.field(name).map_or_else(|| "NULL".to_owned(), |field| format!("{}.{}", entity.code(), field.name))
}

/// One record with some of its fields, also from the bin; nothing for one that never was.
pub(in crate::store::query) fn row(
    sql: &Connection,
    record: Record,
    columns: &[&'static str],
) -> Result<Option<RecordRow>> {
    let fields: Vec<&Field> = columns.iter().map(|name| declared(record.entity, name)).collect::<Result<_>>()?;
    let select = select_row(record.entity, &fields, None);
    let found = sql.prepare_cached(&select)?.query_row([record.id, record.key()], |row| read(row, record, &fields));
    Ok(found.optional()?)
}

/// Reads one row by its id; the second parameter is its key.
pub(super) fn select_row(entity: Entity, fields: &[&Field], today: Option<Date>) -> String {
    let table = entity.code();
    let title = naming::own_name(entity);
    let kind = select_text(entity, "kind");
    let said = said_of(entity);
    let mut select = format!(
        "SELECT {said}{table}.version AS row_version, {title} AS row_title, {kind} AS row_kind,
             (SELECT count(*) FROM link WHERE source = ?2 AND deleted = 0)
             + (SELECT count(*) FROM link WHERE target = ?2 AND deleted = 0)
             + (SELECT count(*) FROM document WHERE subject = ?2 AND deleted = 0) AS row_ties"
    );
    for (place, field) in fields.iter().enumerate() {
        let column = content(entity, field, today);
        let (name, detail) = match field.kind.target() {
            Some(target) => (naming::name_of(target, &column), naming::detail_of(target, &column)),
            None => (figures::named(entity, field.name).unwrap_or_else(|| "NULL".to_owned()), "NULL".to_owned()),
        };
        select.push_str(&format!(", {column} AS value{place}, {name} AS name{place}, {detail} AS detail{place}"));
    }
    format!("{select} FROM {table} WHERE {table}.id = ?1")
}

/// What the record of an outcome says of who does it and by when: its name says it no more.
const fn said_of(entity: Entity) -> &'static str {
    if matches!(entity, Entity::Outcome) {
        "(SELECT name FROM person WHERE id = outcome.person) AS row_person,
         (SELECT name FROM organisation WHERE id = outcome.organisation) AS row_body,
         outcome.due AS row_due, outcome.created_at AS row_created, "
    } else {
        ""
    }
}

/// What it is called.
fn title_of(row: &Row<'_>, record: Record, kind: &str) -> rusqlite::Result<String> {
    let title = rows::text(row, "row_title")?;
    if record.entity != Entity::Outcome || !OutcomeKind::from_code(kind).is_some_and(OutcomeKind::is_task) {
        return Ok(title);
    }
    let (person, body) = (rows::text(row, "row_person")?, rows::text(row, "row_body")?);
    let (due, created) = (rows::date(row, "row_due")?, row.get("row_created")?);
    Ok(assignment::title(&title, &[person.as_str(), body.as_str()], due, Date::at_unix(created)).to_owned())
}

pub(super) fn read(row: &Row<'_>, record: Record, fields: &[&Field]) -> rusqlite::Result<RecordRow> {
    let cell = |place: usize| -> rusqlite::Result<Cell> {
        Ok(Cell {
            value: row.get(format!("value{place}").as_str())?,
            name: rows::text(row, &format!("name{place}"))?,
            detail: rows::text(row, &format!("detail{place}"))?,
        })
    };
    let kind = rows::text(row, "row_kind")?;
    Ok(RecordRow {
        record,
        version: row.get("row_version")?,
        title: title_of(row, record, &kind)?,
        kind,
        ties: row.get("row_ties")?,
        cells: (0..fields.len()).map(cell).collect::<rusqlite::Result<_>>()?,
    })
}
