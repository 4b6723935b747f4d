//! Words anywhere.

use super::Query;
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};
use std::ops::Range;

/// Words anywhere, by the folding search.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// What was typed; words in quotes stand side by side.
    pub text: String,
    /// At most so many.
    pub limit: usize,
}

/// One find.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub record: Record,
    /// The key of its kind's label.
    pub kind_key: &'static str,
    /// Its number, or that of its meeting.
    pub number: String,
    /// Its title, or that of its meeting.
    pub title: String,
    /// The words, with what stands around them.
    pub snippet: String,
    /// Byte ranges in `snippet`.
    pub marks: Vec<Range<usize>>,
    /// Its day, or that of its meeting.
    pub date: Option<Date>,
    /// The meeting to open, if it belongs to one.
    pub meeting: Option<MeetingId>,
}

impl Query for Search {
    type Output = Vec<Hit>;
    const DEPENDS_ON: Changes = Changes::of(&[
        Entity::Meeting,
        Entity::Outcome,
        Entity::Block,
        Entity::AgendaItem,
        Entity::Attendance,
        Entity::Person,
        Entity::Organisation,
    ]);

    fn run(&self, _reader: &Reader<'_>) -> Result<Self::Output> {
        Ok(Vec::new())
    }
}
