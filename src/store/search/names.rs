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
    let columns = match record.entity {
        Entity::Person => "name, NULL",
        Entity::Organisation => "name, short_name",
        Entity::Meeting
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Party
        | Entity::Block
        | Entity::Outcome
        | Entity::Setting => return Ok(()),
    };
    let entity = record.entity.code();
    sql.prepare_cached("DELETE FROM name_key WHERE entity = ?1 AND record = ?2")?
        .execute(params![entity, record.id])?;
    let names = sql
        .prepare_cached(&format!("SELECT {columns} FROM {entity} WHERE id = ?1 AND deleted = 0"))?
        .query_row([record.id], |row| Ok([row.get::<_, Option<String>>(0)?, row.get(1)?]))
        .optional()?;
    for name in names.into_iter().flatten().flatten() {
        let key = key(record.entity, &name);
        if !key.is_empty() {
            sql.prepare_cached("INSERT OR IGNORE INTO name_key (entity, key, record) VALUES (?1, ?2, ?3)")?
                .execute(params![entity, key, record.id])?;
        }
    }
    Ok(())
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
