//! A list as a whole, of which only the rows one sees are read: selecting every record of it, going to its end, and what
//! is done to every record. For that all are read first, with no more of each than the work needs; then it is done as it is
//! to several that were chosen one by one.

use super::bulk::{self, BulkAct, Change};
use super::papers::{self, WantedPapers};
use super::{RegisterScreen, Wish, table};
use crate::domain::Record;
use crate::screens::Cx;
use crate::screens::reason::Move;
use crate::store::query::{Locked, RecordList, RecordRow, RecordRows};
use crate::store::{Changes, Live};
use egui::Ui;
use std::collections::HashSet;

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Work {
    Change(Change),
    /// The columns one sees, for the clipboard.
    Copy,
    /// Their papers.
    Papers(WantedPapers),
}

/// Work that waits for all its records.
#[derive(Default)]
pub(super) struct Whole {
    work: Option<(Work, RecordList)>,
    rows: Live<RecordList>,
    locked: Live<Locked>,
    /// What a person took out of the whole list.
    left_out: HashSet<i64>,
}

impl Whole {
    /// Begins to read all records for some work; what was begun before is dropped.
    pub(super) fn begin(&mut self, work: Work, asked: RecordList, left_out: HashSet<i64>) {
        *self = Self { work: Some((work, asked)), left_out, ..Self::default() };
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
        let mut found = self.rows.last()?.clone();
        found.rows.retain(|row| !self.left_out.contains(&row.record.id));
        let (work, _) = std::mem::take(self).work?;
        Some((work, found, locked))
    }
}

impl RegisterScreen {
    /// Where all rows that were read are selected, all that are not read yet are meant too.
    pub(super) fn note_all(&mut self) {
        let (read, selected) = (self.listing.rows().rows.len(), self.table.selection().len());
        if selected > 1 && selected >= read && self.listing.has_unread() {
            self.table.mean_whole();
        }
        self.has_all = self.table.selection().is_whole() && (self.has_all || self.listing.has_unread());
    }

    /// How many records are selected, read or not.
    pub(super) fn selected_count(&self) -> usize {
        if self.has_all {
            self.listing.total().saturating_sub(self.table.selection().left_out().len())
        } else {
            table::selected(&self.listing, &self.table).len()
        }
    }

    /// Where the End key led to the last row that was read, the list's own end is read. Says whether it is.
    pub(super) fn want_end(&mut self) -> bool {
        let Some(at) = self.listing.len().checked_sub(1) else { return false };
        let selected = self.table.selected();
        let last = self.listing.row(at).map(|row| row.record.id);
        let is_led = selected.is_some() && (selected == last || selected.and_then(table::waiting_place) == Some(at));
        let wants = is_led && self.listing.read_end();
        self.wants_end |= wants;
        wants
    }

    /// Carries out what waited for rows that are read now: the way to the end, and what every record is selected for.
    pub(super) fn keep_selection(&mut self) {
        let found = self.listing.rows();
        let is_at_end = !found.rows.is_empty() && found.first + found.rows.len() >= found.total;
        if self.wants_end && is_at_end {
            self.wants_end = false;
            self.table.select(found.rows.last().map(|row| row.record.id));
        }
        // A key led to a line whose row was not read then.
        let waited = self.table.selected().filter(|_| !self.listing.is_grouped()).and_then(table::waiting_place);
        if let Some(row) = waited.and_then(|place| self.listing.row(place)) {
            self.table.select(Some(row.record.id));
        }
        if self.has_all {
            // Rows that were read since are among them.
            self.table.select_further(self.listing.rows().rows.iter().map(|row| row.record.id));
        }
    }

    /// Reads every record of the list for some work.
    pub(super) fn begin_whole(&mut self, cx: &Cx<'_>, work: Work) {
        let columns = match &work {
            Work::Copy => self.register.columns_of(&self.views.now.layout, false),
            Work::Papers(_) => Vec::new(),
            Work::Change(change) => {
                let of_change = if let Change::Set(field, _) = change { Some(field.name) } else { None };
                let status = self.register.field("status").map(|field| field.name);
                let of_meetings: &[&'static str] =
                    if matches!(change, Change::MoveMeetings(_)) { &bulk::MEETING_NEEDS } else { &[] };
                let own = status.into_iter().chain(of_change.filter(|name| Some(*name) != status));
                own.chain(of_meetings.iter().copied()).collect()
            }
        };
        let asked = RecordList { which: self.which(cx), columns, first: 0, count: self.listing.total() };
        self.whole.begin(work, asked, self.table.selection().left_out().clone());
    }

    /// Does the work for which every record was read.
    pub(super) fn carry_out_whole(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let Some((work, found, locked)) = self.whole.take(cx) else { return };
        let rows: Vec<&RecordRow> = found.rows.iter().collect();
        match work {
            Work::Copy => table::copy(ui, cx, self.register, &found, &rows, &self.views.now),
            Work::Papers(wanted) => papers::ask(cx, &rows, wanted),
            Work::Change(change) => {
                let plan = bulk::plan(&change, &found, &rows, &locked, self.register, cx.tr);
                let moves = self.bulk.send(plan, cx);
                self.frame.move_all(moves, cx);
            }
        }
    }
}

/// Moves of several rows as one change of all that are selected.
pub(super) fn gathered(wishes: Vec<Wish>) -> Vec<Wish> {
    let mut moves =
        wishes.iter().filter_map(|wish| if let Wish::Move(Move { to, .. }) = wish { Some(*to) } else { None });
    let (Some(to), Some(_)) = (moves.next(), moves.next()) else { return wishes };
    let others = wishes.into_iter().filter(|wish| !matches!(wish, Wish::Move(_)));
    others.chain([Wish::Bulk(BulkAct::Change(Change::Move(to)))]).collect()
}
