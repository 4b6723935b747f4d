//! Fills the editable lists with what ships: regions, governorates, amanat, classes, goals and the like, from
//! `assets/lists/lists.json`. Each entry has a name that is the same in every store, so that two machines mean the same
//! one; what a person changed or removed is never put back.

use super::failure::internal;
use super::position;
use super::sample::fill::{self, Filler};
use super::writer::Writer;
use crate::domain::{Entity, EntryList, FieldValue, Record, Value};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

const LISTS: &str = include_str!("../../assets/lists/lists.json");
/// The number of what ships; a higher one adds what is new in it.
const VERSION: &str = "1";
/// The label of the step that fills them. It can't be undone.
const LABEL: &str = "edit-sample";

#[derive(Deserialize)]
struct Shipped {
    code: String,
    name: String,
    english: String,
    parent: Option<String>,
}

/// Adds what is missing, once. A disk without room for it is no reason not to open: the next opening tries again.
pub(super) fn seed(writer: &mut Writer) {
    let seeded = is_seeded(&writer.sql).and_then(|is| if is { Ok(()) } else { fill::write(writer, LABEL, fill_in) });
    if let Err(error) = seeded {
        writer.roll_back();
        log::warn!("the lists were not filled: {error}");
    }
}

fn is_seeded(sql: &Connection) -> Result<bool> {
    let done: Option<String> =
        sql.query_row("SELECT value FROM meta WHERE key = 'lists'", [], |row| row.get(0)).optional()?;
    Ok(done.as_deref() == Some(VERSION))
}

fn fill_in(filler: &mut Filler<'_>) -> Result<()> {
    let shipped: BTreeMap<String, Vec<Shipped>> = serde_json::from_str(LISTS).map_err(internal)?;
    let mut made: HashMap<(EntryList, &str), Record> = HashMap::new();
    for list in EntryList::ALL {
        let parents = list.parents().unwrap_or(*list);
        let mut place = None;
        for entry in shipped.get(list.code()).into_iter().flatten() {
            let next = position::between(place.as_deref(), None);
            let parent = entry.parent.as_deref().and_then(|code| made.get(&(parents, code)));
            let values: Vec<FieldValue> = vec![
                ("list", (*list).into()),
                ("code", entry.code.as_str().into()),
                ("name", entry.name.as_str().into()),
                ("name_en", entry.english.as_str().into()),
                ("parent", parent.map_or(Value::Empty, |record| Value::Number(record.id))),
                ("position", next.as_str().into()),
            ];
            let record = add(filler, &format!("entry-{}-{}", list.code(), entry.code), &values)?;
            made.insert((*list, &entry.code), record);
            place = Some(next);
        }
    }
    filler
        .transaction
        .sql()
        .execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('lists', ?1)", params![VERSION])?;
    Ok(())
}

fn add(filler: &mut Filler<'_>, uid: &str, values: &[FieldValue]) -> Result<Record> {
    let sql = filler.transaction.sql();
    let there: Option<i64> =
        sql.prepare_cached("SELECT id FROM entry WHERE uid = ?1")?.query_row([uid], |row| row.get(0)).optional()?;
    match there {
        Some(id) => Ok(Record { entity: Entity::Entry, id }),
        None => filler.transaction.insert_as(Entity::Entry, uid, values),
    }
}
