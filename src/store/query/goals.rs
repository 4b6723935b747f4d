//! The goals of the Vision that a meeting and what came out of it serve: entries of the list, tied either way.

use crate::domain::{Entity, EntryList, LinkId, MeetingId, Record};
use crate::error::Result;
use rusqlite::{Connection, params};

/// A goal that a record serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalOf {
    /// The meeting, or an outcome of it.
    pub record: Record,
    /// The tie between the two.
    pub link: LinkId,
    /// «جودة الحياة».
    pub name: String,
}

/// Those of a meeting and of its outcomes, in the order of the list.
pub(super) fn of_meeting(sql: &Connection, meeting: MeetingId) -> Result<Vec<GoalOf>> {
    let of = |own: &str, goal: &str| {
        format!(
            "SELECT link.{own} AS own, link.id AS link, entry.name AS name, entry.position AS position FROM link
                 JOIN entry ON entry.id = link.{goal} - ?2 AND entry.list = '{}' AND entry.deleted = 0
             WHERE link.deleted = 0 AND link.{own} IN (
                 SELECT ?1 UNION ALL SELECT ?3 + id FROM outcome WHERE meeting = ?4 AND deleted = 0)",
            EntryList::Goal.code()
        )
    };
    let select = format!("{} UNION {} ORDER BY position, name", of("source", "target"), of("target", "source"));
    let first = |entity: Entity| *Record::keys_of(entity).start();
    let parameters = params![meeting.record().key(), first(Entity::Entry), first(Entity::Outcome), meeting.0];
    let mut statement = sql.prepare_cached(&select)?;
    let found = statement
        .query_map(parameters, |row| {
            Ok((row.get::<_, i64>("own")?, LinkId(row.get("link")?), row.get::<_, Option<String>>("name")?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found
        .into_iter()
        .filter_map(|(own, link, name)| Some(GoalOf { record: Record::from_key(own)?, link, name: name? }))
        .collect())
}
