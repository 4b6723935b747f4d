//! The columns that follow from the declaration of fields: a store that lacks one is given it when it is opened.
//!
//! Apart from the migrations, which say what no declaration can: tables, indexes, what becomes of what was there. An empty
//! column takes nothing away and an earlier program does not see it, so that it needs neither a number nor a backup.

use super::migrate::{self, MIGRATIONS, Migration};
use crate::domain::{Entity, Field, FieldKind};
use crate::error::Result;
use rusqlite::Connection;
use std::collections::HashSet;

/// Adds what is declared and missing, to a store that all migrations have gone through.
pub(super) fn add_declared(connection: &Connection, migrations: &[Migration]) -> Result<()> {
    if migrate::newest(migrations) < migrate::newest(MIGRATIONS) {
        return Ok(());
    }
    for entity in Entity::ALL {
        let present = present(connection, entity)?;
        for field in entity.fields().iter().filter(|field| !present.contains(field.name)) {
            connection.execute_batch(&format!("ALTER TABLE {} ADD COLUMN {}", entity.code(), definition(field)))?;
            log::info!("{} has a new column: {}", entity.code(), field.name);
        }
    }
    Ok(())
}

/// Has the store every declared column?
pub(super) fn has_declared(connection: &Connection) -> Result<bool> {
    for entity in Entity::ALL {
        let present = present(connection, entity)?;
        if entity.fields().iter().any(|field| !present.contains(field.name)) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn present(connection: &Connection, entity: Entity) -> Result<HashSet<String>> {
    let mut names = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = names.query_map([entity.code()], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// A field's column as SQL declares it.
fn definition(field: &Field) -> String {
    let kind = match field.kind {
        FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Flag
        | FieldKind::Entry(_)
        | FieldKind::Link(_)
        | FieldKind::Any => "INTEGER",
        FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Time
        | FieldKind::Choice(_)
        | FieldKind::Position => "TEXT",
    };
    let target = field.kind.target().map(|entity| format!(" REFERENCES {} (id)", entity.code()));
    format!("{} {kind}{}", field.name, target.unwrap_or_default())
}
