//! A meeting by its number, or the last one.

use super::Query;
use crate::arabic::to_ascii_digits;
use crate::domain::{Entity, MeetingId};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::OptionalExtension;

/// The meeting with this number, or `None` for the last one held.
#[derive(Clone, Debug, PartialEq)]
pub struct FindMeeting {
    /// «تن-1448-004», in any digits.
    pub number: Option<String>,
}

impl Query for FindMeeting {
    type Output = Option<MeetingId>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Meeting]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let found: Option<i64> = match &self.number {
            Some(number) => reader
                .sql
                .prepare_cached("SELECT id FROM meeting WHERE number = ?1 AND deleted = 0 ORDER BY id LIMIT 1")?
                .query_row([to_ascii_digits(number.trim())], |row| row.get(0))
                .optional()?,
            // One that goes on, or only stands in the plan, when none was held yet.
            None => reader
                .sql
                .prepare_cached(
                    "SELECT id FROM meeting WHERE deleted = 0
                     ORDER BY CASE status WHEN 'held' THEN 0 WHEN 'in-progress' THEN 1 ELSE 2 END,
                         date DESC, start_time DESC, id DESC LIMIT 1",
                )?
                .query_row([], |row| row.get(0))
                .optional()?,
        };
        Ok(found.map(MeetingId))
    }
}
