//! What is done to every record of a list, read or not: all of them are read first, with no more of each than the work
//! needs, and then it is done as it is to several that were chosen one by one.

use super::bulk::Change;
use crate::domain::Record;
use crate::screens::Cx;
use crate::store::query::{Locked, RecordList, RecordRows, Which};
use crate::store::{Changes, Live};

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Work {
    Change(Change),
    /// The columns one sees, for the clipboard.
    Copy,
}

/// Work that waits for all its records.
#[derive(Default)]
pub(super) struct Whole {
    work: Option<(Work, RecordList)>,
    rows: Live<RecordList>,
    locked: Live<Locked>,
}

impl Whole {
    /// Begins to read all records for some work; what was begun before is dropped.
    pub(super) fn begin(&mut self, work: Work, which: Which, columns: Vec<&'static str>, total: usize) {
        *self = Self { work: Some((work, RecordList { which, columns, first: 0, count: total })), ..Self::default() };
    }

    /// Is something being read?
    pub(super) const fn is_busy(&self) -> bool {
        self.work.is_some()
    }

    pub(super) const fn note(&mut self, changes: Changes) {
        self.rows.note(changes);
        self.locked.note(changes);
    }

    /// The work with its records, and those of them that belong to approved minutes; once, when all is read.
    pub(super) fn take(&mut self, cx: &Cx<'_>) -> Option<(Work, RecordRows, Vec<Record>)> {
        let (_, asked) = self.work.as_ref()?;
        let records: Vec<Record> = self.rows.get(cx.store, asked.clone())?.rows.iter().map(|row| row.record).collect();
        if self.rows.is_loading() {
            return None;
        }
        let locked = self.locked.get(cx.store, Locked { records })?.clone();
        if self.locked.is_loading() {
            return None;
        }
        let found = self.rows.last()?.clone();
        let (work, _) = std::mem::take(self).work?;
        Some((work, found, locked))
    }
}
