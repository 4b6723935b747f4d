//! Folded names, by which a typed name finds its record: «عبدالرحمن حسن» is «عبد الرحمن بن حسن».

use crate::arabic;
use crate::domain::{Entity, OrganisationKind, Record};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};

/// The key of a name. A body's is strict, for two charities of one name in two towns are two; a person's leaves titles
/// and «بن» out.
fn key(entity: Entity, name: &str) -> String {
    if entity == Entity::Person {
        return arabic::name_key(name);
    }
    arabic::tokens(name).into_iter().map(|(_, word)| word).collect()
}

/// The records of that name, the oldest first.
pub(in crate::store) fn find(sql: &Connection, entity: Entity, name: &str) -> Result<Vec<i64>> {
    let mut statement =
        sql.prepare_cached("SELECT record FROM name_key WHERE entity = ?1 AND key = ?2 ORDER BY record")?;
    let found = statement.query_map(params![entity.code(), key(entity, name)], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Brings the keys of a record in step with its row. At once, not at the end of a transaction: the same new name may be
/// typed twice in one edit.
pub(in crate::store) fn index(sql: &Connection, record: Record) -> Result<()> {
    let select = match record.entity {
        Entity::Person => "SELECT name, NULL FROM person WHERE id = ?1 AND deleted = 0",
        // Under its other names too, those of the past among them.
        Entity::Organisation => {
            "SELECT name, short_name FROM organisation WHERE id = ?1 AND deleted = 0
             UNION ALL SELECT alias.name, NULL FROM alias JOIN organisation ON organisation.id = alias.organisation
             WHERE alias.organisation = ?1 AND alias.deleted = 0 AND organisation.deleted = 0"
        }
        Entity::Alias => return index_body_of(sql, record),
        Entity::Entry
        | Entity::Post
        | Entity::Series
        | Entity::Meeting
        | Entity::Partnership
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Party
        | Entity::Block
        | Entity::Outcome
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Setting => return Ok(()),
    };
    let entity = record.entity.code();
    sql.prepare_cached("DELETE FROM name_key WHERE entity = ?1 AND record = ?2")?
        .execute(params![entity, record.id])?;
    let names: Vec<[Option<String>; 2]> = sql
        .prepare_cached(select)?
        .query_map([record.id], |row| Ok([row.get(0)?, row.get(1)?]))?
        .collect::<rusqlite::Result<_>>()?;
    for name in names.into_iter().flatten().flatten() {
        let key = key(record.entity, &name);
        if !key.is_empty() {
            sql.prepare_cached("INSERT OR IGNORE INTO name_key (entity, key, record) VALUES (?1, ?2, ?3)")?
                .execute(params![entity, key, record.id])?;
        }
    }
    Ok(())
}

/// Another name was given, changed or taken away: its body is indexed anew, and so is the one it may have been of.
fn index_body_of(sql: &Connection, alias: Record) -> Result<()> {
    let body: Option<i64> = sql
        .prepare_cached("SELECT organisation FROM alias WHERE id = ?1")?
        .query_row([alias.id], |row| row.get(0))
        .optional()?
        .flatten();
    match body {
        Some(id) => index(sql, Record { entity: Entity::Organisation, id }),
        None => Ok(()),
    }
}

/// What sort of body a new name sounds like; the person corrects it in the register.
pub(in crate::store) fn guess_kind(name: &str) -> OrganisationKind {
    let Some(first) = name.split_whitespace().next() else { return OrganisationKind::Other };
    match first {
        "أمانة" | "امانة" => OrganisationKind::Amana,
        "بلدية" => OrganisationKind::Municipality,
        "وزارة" => OrganisationKind::Ministry,
        "جمعية" => OrganisationKind::Ngo,
        "مؤسسة" => OrganisationKind::Foundation,
        "صندوق" => OrganisationKind::FamilyFund,
        "مجلس" => OrganisationKind::Council,
        "شركة" => OrganisationKind::Company,
        "هيئة" | "إدارة" | "الإدارة" | "مركز" | "المركز" => OrganisationKind::Government,
        _ => OrganisationKind::Other,
    }
}
