//! A meeting as somebody names it without seeing a list: by its number or its title, the last one, or the next.

use super::{Query, rows};
use crate::arabic::{fold, to_ascii_digits};
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Row, ToSql};

/// How a meeting is named.
#[derive(Clone, Debug, PartialEq)]
pub enum MeetingNamed {
    /// The last one held.
    Last,
    /// The first from that day on that was neither held nor called off.
    NextFrom(Date),
    /// «تن-1448-004», in any digits; else the whole title, however it is spelt.
    Called(String),
}

/// The meetings that are named so: several may have the same title. The newest come first.
#[derive(Clone, Debug, PartialEq)]
pub struct FindMeeting {
    /// How it is named.
    pub named: MeetingNamed,
}

/// A meeting that was found, with what tells it from another of that title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundMeeting {
    /// Which one.
    pub id: MeetingId,
    /// Its number; a draft may have none.
    pub number: String,
    /// Its day, where it has one.
    pub date: Option<Date>,
    title: String,
}

impl Query for FindMeeting {
    type Output = Vec<FoundMeeting>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        match &self.named {
            // One that goes on, or only stands in the plan, when none was held yet.
            MeetingNamed::Last => found(
                reader,
                "ORDER BY CASE status WHEN 'held' THEN 0 WHEN 'in-progress' THEN 1 ELSE 2 END,
                     date DESC, start_time DESC, id DESC LIMIT 1",
                &[],
            ),
            MeetingNamed::NextFrom(today) => found(
                reader,
                "AND date >= ?1 AND status NOT IN ('held', 'postponed', 'cancelled')
                 ORDER BY date, start_time, id LIMIT 1",
                &[&today.iso()],
            ),
            MeetingNamed::Called(name) => {
                let number = to_ascii_digits(name.trim());
                let by_number = found(reader, "AND number = ?1 ORDER BY id LIMIT 1", &[&number])?;
                if !by_number.is_empty() {
                    return Ok(by_number);
                }
                let mut by_title = found(reader, "ORDER BY date DESC, start_time DESC, id DESC", &[])?;
                let title = fold(name.trim());
                by_title.retain(|meeting| fold(meeting.title.trim()) == title);
                Ok(by_title)
            }
        }
    }
}

fn found(reader: &Reader<'_>, which: &str, parameters: &[&dyn ToSql]) -> Result<Vec<FoundMeeting>> {
    let sql = format!("SELECT id, number, date, title FROM meeting WHERE deleted = 0 {which}");
    let meeting = |row: &Row<'_>| {
        Ok(FoundMeeting {
            id: MeetingId(row.get("id")?),
            number: row.get::<_, Option<String>>("number")?.unwrap_or_default(),
            date: rows::date(row, "date")?,
            title: row.get("title")?,
        })
    };
    let mut statement = reader.sql.prepare_cached(&sql)?;
    let found = statement.query_map(parameters, meeting)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
