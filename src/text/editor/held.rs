//! How ranges are kept, and how they are carried over an edit and back by undo.
//!
//! Apart from what callers do with ranges. A range is kept by its paragraph and holds no newline, so that an edit looks
//! at the ranges of the paragraphs it touches and at no others.

use std::ops::{Range, RangeInclusive};

use super::follow::Replacement;
use super::layout::Progress;
use super::{Caret, Editor, PlacedRange, TextRange};

/// A range as it is kept: its bytes count from the start of its paragraph, or in the history of the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) id: u64,
    pub(crate) bytes: Range<usize>,
    pub(crate) range: TextRange,
    pub(crate) is_atom: bool,
    /// It is one thing within its line.
    pub(crate) is_inline: bool,
}

impl Held {
    /// As the caller gets it.
    pub(super) fn placed(&self, paragraph: usize) -> PlacedRange {
        let Self { id, ref bytes, range, is_atom, is_inline } = *self;
        PlacedRange { id, paragraph, bytes: bytes.clone(), range, is_atom, is_inline }
    }

    pub(super) fn moved(mut self, by: usize) -> Self {
        self.bytes = self.bytes.start + by..self.bytes.end + by;
        self
    }

    /// Within something that begins at `start`.
    fn within(mut self, start: usize) -> Self {
        self.bytes = self.bytes.start.saturating_sub(start)..self.bytes.end.saturating_sub(start);
        self
    }
}

/// A range that an edit did more to than move it: as it was, and the pieces that became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alteration {
    pub(super) before: Vec<Held>,
    pub(super) after: Vec<Held>,
}

/// The ranges that an edit altered, in bytes of the whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Altered(pub(super) Vec<Alteration>);

impl Altered {
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|one| one.before.is_empty() && one.after.is_empty())
    }

    fn knows(&self, held: &Held) -> bool {
        self.0.iter().any(|one| one.before.iter().chain(&one.after).any(|other| other.id == held.id))
    }

    /// Takes in what the same edit altered now that it is made again, but for the ranges it knows: what became of those
    /// is answered, to be put right.
    pub(super) fn add_unknown(&mut self, now: Self) -> Vec<Held> {
        let (known, unknown): (Vec<_>, Vec<_>) =
            now.0.into_iter().partition(|one| one.before.iter().any(|held| self.knows(held)));
        self.0.extend(unknown);
        known.into_iter().flat_map(|one| one.after).collect()
    }

    pub(super) fn before(&self) -> Vec<Held> {
        self.0.iter().flat_map(|one| &one.before).cloned().collect()
    }

    pub(super) fn after(&self) -> Vec<Held> {
        self.0.iter().flat_map(|one| &one.after).cloned().collect()
    }

    /// The same, the other way round.
    pub(super) fn reverse(&mut self) {
        self.0.iter_mut().for_each(|one| std::mem::swap(&mut one.before, &mut one.after));
    }

    /// A range is gone for good.
    pub(super) fn forget(&mut self, id: u64) {
        for one in &mut self.0 {
            one.before.retain(|held| held.id != id);
            one.after.retain(|held| held.id != id);
        }
    }
}

impl Editor {
    /// Takes some ranges out and puts others in; all count in bytes of the whole text.
    pub(super) fn put_ranges(&mut self, out: &[Held], new: &[Held]) {
        if out.is_empty() && new.is_empty() {
            return;
        }
        let mut start = 0;
        for paragraph in &mut self.paragraphs {
            let end = start + paragraph.len();
            let is_out = |held: &Held| out.iter().chain(new).any(|other| other.id == held.id);
            let is_in = |held: &&Held| start <= held.bytes.start && held.bytes.end <= end;
            let touches = paragraph.ranges().iter().any(is_out);
            let mut coming = new.iter().filter(is_in).cloned().map(|held| held.within(start)).peekable();
            if touches || coming.peek().is_some() {
                let mut ranges: Vec<Held> = paragraph.ranges().iter().filter(|held| !is_out(held)).cloned().collect();
                ranges.extend(coming);
                ranges.sort_by_key(|held| held.id);
                paragraph.set_ranges(ranges);
            }
            start = end + 1;
        }
        self.progress = Progress::Stale;
    }

    /// Takes the ranges of some paragraphs out, counted from the start of the first of them.
    pub(super) fn take_ranges(&mut self, paragraphs: RangeInclusive<usize>) -> Vec<Held> {
        let mut start = 0;
        let mut taken = Vec::new();
        let count = paragraphs.clone().count();
        for paragraph in self.paragraphs.iter_mut().skip(*paragraphs.start()).take(count) {
            taken.extend(paragraph.take_ranges().into_iter().map(|held| held.moved(start)));
            start += paragraph.len() + 1;
        }
        taken
    }

    /// Puts ranges that were taken out before an edit where they are after it, from paragraph `first` on. Answers what
    /// became of those that did more than move.
    pub(super) fn follow(&mut self, first: usize, taken: Vec<Held>, edit: Replacement) -> Altered {
        let mut altered = Altered::default();
        if taken.is_empty() {
            return altered;
        }
        let start = self.offset(Caret { paragraph: first, ..Caret::default() });
        for held in taken {
            let pieces = edit
                .follow(&held.bytes, held.range.grows)
                .filter(|_| !held.is_inline || edit.is_beside(&held.bytes))
                .map(|bytes| self.pieces(first, bytes, held.is_atom))
                .unwrap_or_default();
            let is_moved = matches!(pieces.as_slice(),
                [(_, _, whole)] if edit.leads_back(&held.bytes, whole, held.range.grows));
            let mut after = Vec::new();
            for (number, (paragraph, bytes, whole)) in pieces.into_iter().enumerate() {
                let id = if number == 0 {
                    held.id
                } else {
                    self.last_range += 1;
                    self.last_range
                };
                let piece = Held { id, bytes, ..held.clone() };
                after.push(Held { bytes: whole, ..piece.clone() }.moved(start));
                if let Some(paragraph) = self.paragraphs.get_mut(paragraph) {
                    paragraph.add_range(piece);
                }
            }
            if !is_moved {
                altered.0.push(Alteration { before: vec![held.moved(start)], after });
            }
        }
        altered
    }

    /// Cuts bytes, counted from the start of paragraph `first`, at the newlines: paragraph, bytes within it, and bytes
    /// as given. An atom is a whole paragraph or nothing.
    fn pieces(&self, first: usize, bytes: Range<usize>, is_atom: bool) -> Vec<(usize, Range<usize>, Range<usize>)> {
        let mut start = 0;
        let mut pieces = Vec::new();
        for (index, paragraph) in self.paragraphs.iter().enumerate().skip(first) {
            let end = start + paragraph.len();
            let whole = bytes.start.max(start)..bytes.end.min(end);
            if whole.start < whole.end {
                pieces.push((index, whole.start - start..whole.end - start, whole));
            }
            if bytes.end <= end {
                break;
            }
            start = end + 1;
        }
        let is_whole = |(index, within, _): &(usize, Range<usize>, Range<usize>)| {
            self.paragraphs.get(*index).is_some_and(|paragraph| *within == (0..paragraph.len()))
        };
        if is_atom && !(pieces.len() == 1 && pieces.iter().all(is_whole)) {
            pieces.clear();
        }
        pieces
    }
}
