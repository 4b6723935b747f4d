//! The rows a register shows: one list, or a list for each group, of which only those one looks at are read.

use super::headings::{Heading, headings};
use super::kinds::Register;
use crate::domain::{Field, Value};
use crate::screens::Cx;
use crate::store::query::{Reach, RecordGroups, RecordList, RecordRow, RecordRows, Which};
use crate::store::{Changes, Live, Store};
use std::collections::{BTreeMap, BTreeSet};

/// So many rows are read at first, of a list and of a group.
const PAGE: usize = 200;
/// A list of so many rows is read as a whole when one goes to its end.
const WHOLE: usize = 10_000;
/// So many times more where they are not enough.
const MORE: usize = 4;
/// So many groups are asked for at first.
const GROUPS: usize = 300;
/// So many lines beyond those one sees are read before they are seen.
const AHEAD: usize = 40;
/// Far down a long list so many rows are read around those one sees, and none of those above them.
const AROUND: usize = 4 * PAGE;

/// What is asked.
pub(super) struct Asked {
    pub(super) which: Which,
    pub(super) columns: Vec<&'static str>,
    /// By which field they are grouped.
    pub(super) group: Option<&'static Field>,
    /// Is every group looked at, and not only those in sight?
    pub(super) is_whole: bool,
}

/// What stands in a line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A heading.
    Heading(usize),
    /// A row of [`Listing::rows`].
    Row(usize),
    /// A row that has not been read yet.
    Waiting,
}

/// The rows of one group.
struct Part {
    list: Live<RecordList>,
    count: usize,
}

/// The rows, and what is known of them.
#[derive(Default)]
pub(super) struct Listing {
    flat: Live<RecordList>,
    /// How many rows come before those that are read: none, until one goes to the end of a long list.
    first: usize,
    count: usize,
    /// The end was read and is scrolled to: the lines one sees until then are those of before.
    is_led_to_end: bool,
    groups: Live<RecordGroups>,
    /// How many groups are asked for.
    most_groups: usize,
    /// Groups that come are shut, as all were.
    are_all_folded: bool,
    grouped_by: Option<&'static str>,
    headings: Vec<Heading>,
    parts: BTreeMap<i64, Part>,
    folded: BTreeSet<i64>,
    /// What the headings and lines were made from.
    made_from: (u64, u64, bool),
    asked: Option<Which>,
    rows: RecordRows,
    lines: Vec<Place>,
    /// The line of each heading.
    starts: Vec<usize>,
    revision: u64,
    /// The first and the last line that was drawn.
    seen: (usize, usize),
}

impl Listing {
    pub(super) fn note(&mut self, changes: Changes) {
        self.flat.note(changes);
        self.groups.note(changes);
        self.parts.values_mut().for_each(|part| part.list.note(changes));
    }

    /// Begins at the first rows again: the list holds others now.
    pub(super) fn rewind(&mut self) {
        (self.first, self.count) = (0, PAGE);
        self.is_led_to_end = false;
        self.seen = (0, 0);
        self.parts.clear();
    }

    /// Asks for what is to be shown; answers whether there is an answer.
    pub(super) fn update(&mut self, cx: &Cx<'_>, register: &'static Register, asked: &Asked) -> bool {
        match asked.group {
            None => {
                self.grouped_by = None;
                self.count = self.count.max(PAGE);
                let asked = RecordList { first: self.first, ..list(asked.which.clone(), asked, self.count) };
                self.flat.get(cx.store, asked);
                self.flat.last().is_some()
            }
            Some(field) => self.update_groups(cx, register, asked, field),
        }
    }

    fn update_groups(
        &mut self,
        cx: &Cx<'_>,
        register: &'static Register,
        asked: &Asked,
        field: &'static Field,
    ) -> bool {
        if self.grouped_by != Some(field.name) || self.asked.as_ref() != Some(&asked.which) {
            if self.grouped_by != Some(field.name) {
                self.folded.clear();
                self.are_all_folded = false;
                self.headings.clear();
                self.groups = Live::default();
            }
            self.grouped_by = Some(field.name);
            self.asked = Some(asked.which.clone());
            self.seen = (0, 0);
            self.most_groups = GROUPS;
            self.parts.clear();
            self.made_from = (0, 0, false);
        }
        let which = Which { order: Vec::new(), ..asked.which.clone() };
        let sort = asked.which.order.first().filter(|sort| sort.field == field.name);
        let is_descending = sort.is_some_and(|sort| sort.is_descending);
        // More groups where the last one is in sight.
        let is_part = self.groups.last().is_some_and(|groups| !groups.are_all) && !self.groups.is_loading();
        if is_part && (asked.is_whole || self.seen.1 + AHEAD >= self.lines.len()) && !self.lines.is_empty() {
            self.most_groups = if asked.is_whole { usize::MAX } else { self.most_groups.saturating_mul(MORE) };
        }
        let reach = Reach::First { count: self.most_groups, is_descending };
        self.groups.get(cx.store, RecordGroups { which, by: field.name, reach });
        let Some(groups) = self.groups.last() else { return false };
        if (self.groups.revision(), is_descending) != (self.made_from.0, self.made_from.2) {
            self.headings = headings(register, field, &groups.found, is_descending, cx);
            if self.are_all_folded {
                self.folded.extend(self.headings.iter().map(Heading::key));
            }
        }
        self.read_parts(cx.store, asked);
        let read = self.parts.values().map(|part| part.list.revision()).sum::<u64>();
        let folded = u64::try_from(self.folded.len()).unwrap_or_default() << 32;
        let now = (self.groups.revision(), read + folded, is_descending);
        if now != self.made_from {
            self.made_from = now;
            self.arrange(asked);
        }
        true
    }

    /// Reads the groups one sees, and more of one whose end is in sight.
    fn read_parts(&mut self, store: &Store, asked: &Asked) {
        let until = self.seen.1.max(AHEAD) + AHEAD;
        for (at, heading) in self.headings.iter().enumerate() {
            let key = heading.key();
            let start = self.starts.get(at).copied().unwrap_or(at);
            let end = self.starts.get(at + 1).copied().unwrap_or(self.lines.len()).max(start + 1);
            let is_near = asked.is_whole || (start <= until && end + AHEAD >= self.seen.0);
            if self.folded.contains(&key) || !(is_near || self.parts.contains_key(&key)) {
                continue;
            }
            let part = self.parts.entry(key).or_insert_with(|| Part { list: Live::default(), count: PAGE });
            let read = part.list.last().map_or(0, |rows| rows.rows.len());
            if read == part.count && read < heading.count && is_near && end <= self.seen.1 + AHEAD {
                part.count *= MORE;
            }
            let mut which = asked.which.clone();
            which.conditions.push(heading.condition.clone());
            part.list.get(store, list(which, asked, part.count));
        }
    }

    /// Puts headings and rows under each other.
    fn arrange(&mut self, asked: &Asked) {
        let mut rows = Vec::new();
        self.lines.clear();
        self.starts.clear();
        for (at, heading) in self.headings.iter().enumerate() {
            let key = heading.key();
            self.starts.push(self.lines.len());
            self.lines.push(Place::Heading(at));
            if self.folded.contains(&key) {
                continue;
            }
            let part = self.parts.get(&key);
            let read = part.and_then(|part| part.list.last()).map_or(&[][..], |found| found.rows.as_slice());
            for place in 0..heading.count.min(part.map_or(PAGE, |part| part.count)) {
                match read.get(place) {
                    Some(row) => {
                        self.lines.push(Place::Row(rows.len()));
                        rows.push(row.clone());
                    }
                    None => self.lines.push(Place::Waiting),
                }
            }
        }
        let total = self.groups.last().map_or(0, |groups| groups.total);
        self.rows = RecordRows { total, first: 0, columns: asked.columns.clone(), rows };
        self.revision += 1;
    }

    /// Is there a list for each group?
    pub(super) const fn is_grouped(&self) -> bool {
        self.grouped_by.is_some()
    }

    /// What was read.
    pub(super) fn rows(&self) -> &RecordRows {
        if self.is_grouped() { &self.rows } else { self.flat.last().unwrap_or(&self.rows) }
    }

    /// Another number whenever the rows are others.
    pub(super) const fn revision(&self) -> u64 {
        if self.is_grouped() { self.revision } else { self.flat.revision() }
    }

    /// How many records there are, read or not.
    pub(super) fn total(&self) -> usize {
        self.rows().total
    }

    /// How many lines the table has.
    pub(super) fn len(&self) -> usize {
        if self.is_grouped() {
            return self.lines.len();
        }
        let found = self.rows();
        if found.first == 0 { found.rows.len() } else { found.total }
    }

    /// What stands in a line.
    pub(super) fn line(&self, at: usize) -> Place {
        if self.is_grouped() {
            return self.lines.get(at).copied().unwrap_or(Place::Waiting);
        }
        let found = self.rows();
        let read = at.checked_sub(found.first).filter(|at| *at < found.rows.len());
        read.map_or(Place::Waiting, Place::Row)
    }

    /// The row of a line, where there is one.
    pub(super) fn row(&self, at: usize) -> Option<&RecordRow> {
        match self.line(at) {
            Place::Row(row) => self.rows().rows.get(row),
            Place::Heading(_) | Place::Waiting => None,
        }
    }

    /// The groups' headings.
    pub(super) fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// Is a group shut?
    pub(super) fn is_folded(&self, heading: &Heading) -> bool {
        self.folded.contains(&heading.key())
    }

    /// Shuts a group, or opens it.
    pub(super) fn fold(&mut self, at: usize) {
        if let Some(key) = self.headings.get(at).map(Heading::key)
            && !self.folded.remove(&key)
        {
            self.folded.insert(key);
        }
        self.are_all_folded = false;
    }

    /// Shuts all groups, or opens all where none is open.
    pub(super) fn fold_all(&mut self) {
        let keys: BTreeSet<i64> = self.headings.iter().map(Heading::key).collect();
        self.are_all_folded = !keys.is_subset(&self.folded);
        self.folded = if self.are_all_folded { keys } else { BTreeSet::new() };
    }

    /// The places in [`Self::rows`] of what stands below a heading, as far as it was read.
    pub(super) fn places_below(&self, at: usize) -> Vec<usize> {
        let start = self.starts.get(at).copied().unwrap_or_default();
        let end = self.starts.get(at + 1).copied().unwrap_or(self.lines.len());
        let lines = self.lines.get(start..end).unwrap_or_default();
        let row = |line: &Place| if let Place::Row(row) = line { Some(*row) } else { None };
        lines.iter().filter_map(row).collect()
    }

    /// Tells which lines were drawn; says whether others have to be read for them.
    pub(super) fn saw(&mut self, first: usize, last: usize) -> bool {
        let is_other = self.is_grouped() && self.seen != (first, last);
        self.seen = (first, last);
        is_other
    }

    /// Reads more where the last row is in sight; says whether it does.
    pub(super) fn read_on(&mut self) -> bool {
        if self.first > 0 {
            return self.move_window();
        }
        let read = self.flat.last().map_or(0, |found| found.rows.len());
        let is_short = self.flat.last().is_some_and(|found| found.total > read);
        // What was asked for first is there at once; the next rows follow before anybody asks for them.
        let is_wanted = self.count == PAGE || self.seen.1 + AHEAD >= read;
        let reads = !self.is_grouped() && is_short && read >= self.count && is_wanted;
        if reads {
            self.count *= MORE;
        }
        reads
    }

    /// Reads more of what stands below the heading of a content; says whether it does.
    pub(super) fn read_on_below(&mut self, value: &Value) -> bool {
        let heading = self.headings.iter().find(|heading| heading.value == *value);
        let part = heading.and_then(|heading| self.parts.get_mut(&heading.key()));
        let part = part.filter(|part| part.list.last().is_some_and(|rows| rows.rows.len() == part.count));
        part.map(|part| part.count *= MORE).is_some()
    }

    /// Far down a long list, reads what stands around the lines one sees; says whether it does.
    fn move_window(&mut self) -> bool {
        let Some(found) = self.flat.last().filter(|found| found.first == self.first) else { return false };
        let end = found.first + found.rows.len();
        self.is_led_to_end &= self.seen.1 < found.first;
        if self.is_led_to_end {
            return false;
        }
        let is_above = self.seen.0 < found.first + AHEAD;
        let is_below = self.seen.1 + AHEAD >= end && end < found.total;
        if !is_above && !is_below {
            return false;
        }
        let first = self.seen.0.saturating_sub(AROUND / 2);
        let moves = first != self.first;
        // From the beginning on it is a list like any other.
        (self.first, self.count) = (first, AROUND);
        moves
    }

    /// Reads the end of the list, where more is left than was read; says whether it does.
    pub(super) fn read_end(&mut self) -> bool {
        if self.groups.last().is_some_and(|groups| self.is_grouped() && !groups.are_all) {
            // The lines that are there end before the list does.
            self.most_groups = usize::MAX;
            return false;
        }
        let found = self.rows();
        if self.is_grouped() || found.first + found.rows.len() >= found.total {
            return false;
        }
        // A list that is a few pages long is read to its end, and stands as a whole.
        let total = found.total;
        (self.first, self.count) = if total <= WHOLE { (0, total) } else { (total - AROUND, AROUND) };
        self.is_led_to_end = self.first > 0;
        true
    }

    /// Somebody has gone elsewhere than to the end.
    pub(super) const fn turned_back(&mut self) {
        self.is_led_to_end = false;
    }

    /// Were not all of its records read?
    pub(super) fn has_unread(&self) -> bool {
        !self.is_grouped() && self.rows().rows.len() < self.total()
    }
}

fn list(which: Which, asked: &Asked, count: usize) -> RecordList {
    RecordList { which, columns: asked.columns.clone(), first: 0, count }
}
