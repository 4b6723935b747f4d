//! Marked stretches of the text: mentions, links, captured lines. The caller says what they are and how they look.
//!
//! Apart from the text because they are the caller's. A range stands in one paragraph, follows every edit (the rules
//! stand in `follow`) and comes back with undo.

use std::ops::Range;

use egui::Color32;

use super::held::{Alteration, Altered, Held};
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
    /// It is one thing to the caret within its line: see [`Editor::insert_inline_atom`].
    pub is_inline: bool,
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

    pub(super) fn new_held(
        &mut self,
        paragraph: usize,
        bytes: Range<usize>,
        range: TextRange,
        is_atom: bool,
    ) -> Option<Held> {
        let start = self.offset(Caret { paragraph, ..Caret::default() });
        let text = self.paragraphs.get(paragraph)?.text();
        let bytes = text.floor_char_boundary(bytes.start)..text.ceil_char_boundary(bytes.end).min(text.len());
        if bytes.start >= bytes.end {
            return None;
        }
        self.last_range += 1;
        Some(Held { id: self.last_range, bytes, range, is_atom, is_inline: false }.moved(start))
    }

    pub(super) fn held(&self, id: u64) -> Option<Held> {
        let placed = self.range(id)?;
        let start = self.offset(Caret { paragraph: placed.paragraph, ..Caret::default() });
        let PlacedRange { bytes, range, is_atom, is_inline, .. } = placed;
        Some(Held { id, bytes, range, is_atom, is_inline }.moved(start))
    }

    pub(super) fn record_ranges(&mut self, altered: Alteration) {
        let at = altered.before.iter().chain(&altered.after).map(|held| held.bytes.start).min().unwrap_or_default();
        let selection = (self.offset(self.anchor), self.offset(self.caret));
        self.history.record_ranges(at, Altered(vec![altered]), selection);
        self.revision += 1;
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
