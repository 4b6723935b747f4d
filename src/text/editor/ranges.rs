//! Marked stretches of the text: mentions, links, captured lines. The caller says what they are and how they look.
//!
//! Apart from the text because they are the caller's. A range stands in one paragraph, follows every edit (the rules
//! stand in `follow`) and comes back with undo.

use std::ops::Range;

use egui::Color32;

use super::follow::Replacement;
use super::history::Kind;
use super::{Caret, Editor};
use crate::text::fonts::Weight;
use crate::text::paint::Ink;

/// What a range is, as a number of the caller's own: it chooses the look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RangeKind(u8);

impl RangeKind {
    /// How many kinds there can be.
    pub const COUNT: u8 = 31;

    /// The kind with a number below [`RangeKind::COUNT`]. Where ranges overlap, the look of the higher number counts.
    pub const fn new(number: u8) -> Self {
        Self(if number < Self::COUNT { number } else { Self::COUNT - 1 })
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its bit in the ink of the letters it covers; the first bit is text that is being composed.
    const fn bit(self) -> u32 {
        2 << self.0
    }
}

/// What a caller knows about a range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRange {
    /// What it is.
    pub kind: RangeKind,
    /// Whom it is about: a number of the caller's own, such as a record's.
    pub tag: u64,
    /// Does what is typed at its end belong to it? Yes for a highlight, no for a mention or a link.
    pub grows: bool,
}

/// How the ranges of a kind look. What is `None` or `false` leaves the text's own look.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RangeLook {
    /// The letters' colour.
    pub color: Option<Color32>,
    /// What lies behind them.
    pub background: Option<Color32>,
    /// A line below them, in their colour.
    pub underline: bool,
    /// How heavy they are.
    pub weight: Option<Weight>,
}

/// A range in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedRange {
    /// Names it for as long as it is there.
    pub id: u64,
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// Its bytes within the paragraph.
    pub bytes: Range<usize>,
    /// What it is.
    pub range: TextRange,
    /// It is the whole paragraph, and one thing to the caret: see [`Editor::insert_atom`].
    pub is_atom: bool,
}

/// A range as it is kept: its bytes count from the start of its paragraph, or in the history of the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) id: u64,
    pub(crate) bytes: Range<usize>,
    pub(crate) range: TextRange,
    pub(crate) is_atom: bool,
}

impl Held {
    /// As the caller gets it.
    pub(super) fn placed(&self, paragraph: usize) -> PlacedRange {
        let (id, bytes, range, is_atom) = (self.id, self.bytes.clone(), self.range, self.is_atom);
        PlacedRange { id, paragraph, bytes, range, is_atom }
    }

    fn moved(mut self, by: usize) -> Self {
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
    /// Marks bytes of a paragraph, as a step of undo ([`Editor::as_one_step`] makes it part of another). Answers the
    /// range's id; `None` where there is nothing to mark.
    pub fn add_range(&mut self, paragraph: usize, bytes: Range<usize>, range: TextRange) -> Option<u64> {
        self.add_held(paragraph, bytes, range, false)
    }

    pub(super) fn add_held(
        &mut self,
        paragraph: usize,
        bytes: Range<usize>,
        range: TextRange,
        is_atom: bool,
    ) -> Option<u64> {
        let held = self.new_held(paragraph, bytes, range, is_atom)?;
        let id = held.id;
        self.record_ranges(Alteration { before: Vec::new(), after: vec![held.clone()] });
        self.put_ranges(&[], &[held]);
        Some(id)
    }

    /// Takes a range away and leaves its text, as a step of undo.
    pub fn remove_range(&mut self, id: u64) {
        if let Some(held) = self.held(id) {
            self.put_ranges(std::slice::from_ref(&held), &[]);
            self.record_ranges(Alteration { before: vec![held], after: Vec::new() });
        }
    }

    /// Marks bytes that the caller derives from the text itself, such as links found in it: no step of undo, which
    /// forgets what the mark was the moment that [`Editor::unmark`] takes it away.
    pub fn mark(&mut self, paragraph: usize, bytes: Range<usize>, range: TextRange) -> Option<u64> {
        let held = self.new_held(paragraph, bytes, range, false)?;
        self.put_ranges(&[], std::slice::from_ref(&held));
        Some(held.id)
    }

    /// Takes all ranges of a kind away, without a step of undo.
    pub fn unmark(&mut self, kind: RangeKind) {
        let gone: Vec<u64> = self.ranges().filter(|placed| placed.range.kind == kind).map(|placed| placed.id).collect();
        for id in gone {
            if let Some(held) = self.held(id) {
                self.put_ranges(&[held], &[]);
            }
            self.history.forget_range(id);
        }
    }

    /// All ranges, from top to bottom.
    pub fn ranges(&self) -> impl Iterator<Item = PlacedRange> {
        self.paragraphs
            .iter()
            .enumerate()
            .flat_map(|(paragraph, at)| at.ranges().iter().map(move |held| held.placed(paragraph)))
    }

    /// A range by its id, where it still is.
    pub fn range(&self, id: u64) -> Option<PlacedRange> {
        self.ranges().find(|placed| placed.id == id)
    }

    /// The ranges that hold the letter at a place.
    pub fn ranges_at(&self, paragraph: usize, byte: usize) -> impl Iterator<Item = PlacedRange> {
        self.ranges().filter(move |placed| placed.paragraph == paragraph && placed.bytes.contains(&byte))
    }

    /// Several changes as one step of undo.
    pub fn as_one_step<R>(&mut self, change: impl FnOnce(&mut Self) -> R) -> R {
        let is_outermost = self.history.begin_step();
        let result = change(self);
        if is_outermost {
            self.history.end_step();
        }
        result
    }

    fn new_held(&mut self, paragraph: usize, bytes: Range<usize>, range: TextRange, is_atom: bool) -> Option<Held> {
        let start = self.offset(Caret { paragraph, ..Caret::default() });
        let text = self.paragraphs.get(paragraph)?.text();
        let bytes = text.floor_char_boundary(bytes.start)..text.ceil_char_boundary(bytes.end).min(text.len());
        if bytes.start >= bytes.end {
            return None;
        }
        self.last_range += 1;
        Some(Held { id: self.last_range, bytes, range, is_atom }.moved(start))
    }

    fn held(&self, id: u64) -> Option<Held> {
        let placed = self.range(id)?;
        let start = self.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
        let PlacedRange { bytes, range, is_atom, .. } = placed;
        Some(Held { id, bytes, range, is_atom }.moved(start))
    }

    fn record_ranges(&mut self, altered: Alteration) {
        let at = altered.before.iter().chain(&altered.after).map(|held| held.bytes.start).min().unwrap_or_default();
        let selection = (self.offset(self.anchor), self.offset(self.caret));
        self.history.record_ranges(at, Altered(vec![altered]), selection);
        self.revision += 1;
    }

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
        self.progress = super::layout::Progress::Stale;
    }

    /// Takes the ranges of some paragraphs out, counted from the start of the first of them.
    pub(super) fn take_ranges(&mut self, paragraphs: std::ops::RangeInclusive<usize>) -> Vec<Held> {
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

    /// Puts text in the place of some bytes of a paragraph and marks it, as one step of undo: how a picker puts a name
    /// in the place of what was typed to find it. The caret goes behind it. Answers the range's id.
    pub fn replace_range(
        &mut self,
        paragraph: usize,
        bytes: Range<usize>,
        with: &str,
        range: Option<TextRange>,
    ) -> Option<u64> {
        let with = super::clean(with).replace('\n', " ");
        self.as_one_step(|editor| {
            let (from, to) = (editor.caret_in(paragraph, bytes.start), editor.caret_in(paragraph, bytes.end));
            editor.replace(from, to, &with, Kind::Whole);
            let range = range?;
            let end = from.byte + with.len();
            editor.add_range(from.paragraph, from.byte..end, range)
        })
    }
}

/// The ink of letters below some ranges.
pub(super) fn ink(kinds: impl Iterator<Item = RangeKind>) -> Ink {
    Ink(kinds.fold(0, |ink, kind| ink | kind.bit()))
}

/// The kinds of an ink, the one that counts most last.
pub(super) fn kinds(ink: Ink) -> impl Iterator<Item = RangeKind> {
    (0..RangeKind::COUNT).map(RangeKind).filter(move |kind| ink.0 & kind.bit() != 0)
}
