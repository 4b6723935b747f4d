//! What the items of an agenda are about.

use super::naming::{self, Named};
use super::rows;
use crate::domain::{AgendaItemId, Entity, LinkId, MeetingId, Record};
use crate::error::Result;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// A record that an agenda item is about.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemLink {
    /// The tie.
    pub link: LinkId,
    /// The record, its name and its number.
    pub named: Named,
    /// The code of its kind, where it has kinds.
    pub kind: String,
}

/// Those of a meeting, in the order in which they were tied.
pub(super) fn of_meeting(sql: &Connection, meeting: MeetingId) -> Result<BTreeMap<AgendaItemId, Vec<ItemLink>>> {
    let mut statement = sql.prepare_cached(
        "SELECT link.id, agenda_item.id AS item, link.target FROM agenda_item
             JOIN link ON link.source = ?2 + agenda_item.id AND link.deleted = 0 AND link.kind = 'related'
         WHERE agenda_item.meeting = ?1 AND agenda_item.deleted = 0 ORDER BY link.id",
    )?;
    let first = *Record::keys_of(Entity::AgendaItem).start();
    let found = statement
        .query_map([meeting.0, first], |row| Ok((row.get("id")?, row.get("item")?, row.get("target")?)))?
        .collect::<rusqlite::Result<Vec<(i64, i64, i64)>>>()?;
    let mut links: BTreeMap<AgendaItemId, Vec<ItemLink>> = BTreeMap::new();
    for (link, item, target) in found {
        let Some(record) = Record::from_key(target) else { continue };
        let Some(named) = naming::named(sql, record)?.filter(|named| !named.is_deleted) else { continue };
        let link = ItemLink { link: LinkId(link), kind: kind_of(sql, record)?, named };
        links.entry(AgendaItemId(item)).or_default().push(link);
    }
    Ok(links)
}

fn kind_of(sql: &Connection, record: Record) -> Result<String> {
    if record.entity.field("kind").is_none() {
        return Ok(String::new());
    }
    let select = format!("SELECT kind FROM {} WHERE id = ?1", record.entity.code());
    Ok(sql.prepare_cached(&select)?.query_row([record.id], |row| rows::text(row, "kind"))?)
}
