//! A piece of a paragraph with its layout: the unit that is shaped and broken into lines at once.
//!
//! Apart from the paragraph, which is text and only looks at these. A chunk knows how long it is and nothing of where it
//! stands, so that an edit before it costs it nothing.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use parley::{Alignment, Layout, Line};
use unicode_segmentation::UnicodeSegmentation;

use super::LayoutStyle;
use super::held::Held;
use super::inline::{InlineAtom, inline_within};
use super::ranges::{ink, kinds};
use super::room::Room;
use crate::text::bidi::Direction;
use crate::text::paint::{Ink, Painted};
use crate::text::scripts::{LeftOut, Marks};
use crate::text::shaper::{Shaped, Shaper, Span, break_lines};

/// Longer than this and a chunk is split, in bytes: about 8,000 Arabic letters.
pub(super) const LONGEST_CHUNK: usize = 16_000;

/// What a split aims for: about a screenful, so that a key in it costs little, and it takes long to grow too long.
pub(super) const CHUNK: usize = 3_000;

/// The ink of text that an input method is still composing.
pub(crate) const PREEDIT: Ink = Ink(1);

impl Chunk {
    /// Without a layout.
    pub(super) const fn new(length: usize) -> Self {
        Self { length, shaped: None, goes_on: false, is_trial: false }
    }

    /// Has to be laid out anew, with all that it goes on with.
    pub(super) fn forget(&mut self) {
        self.shaped = None;
        self.is_trial = false;
    }

    /// Is it laid out for this style, in this room?
    pub(super) fn is_done(&self, style: &LayoutStyle, room: &Room) -> bool {
        let shaped = self.shaped.as_ref();
        let width_px = room.width_px(style);
        shaped.is_some_and(|shaped| shaped.width_px == width_px && shaped.alignment == style.alignment)
    }

    /// In pixels; nothing where it is not shaped.
    pub(super) fn height_px(&self) -> f32 {
        self.shaped.as_ref().map_or(0.0, Broken::height_px)
    }
}

/// A piece of the text with its layout.
#[derive(Default)]
pub(super) struct Chunk {
    pub(super) length: usize,
    pub(super) shaped: Option<Broken>,
    /// It ends where a line ends, and the next chunk is the next line of the same text.
    pub(super) goes_on: bool,
    /// Only its own lines are laid out anew, and have to end where it ends: see [`super::splice`].
    pub(super) is_trial: bool,
}

/// A shaped text broken into lines, or some of these lines.
pub(super) struct Broken {
    /// Several chunks may show lines of the same one.
    layout: Arc<Layout<Ink>>,
    pub(super) marks: Marks,
    /// Those that are the chunk's.
    lines: Range<usize>,
    /// Where the first of them begins in the text that was laid out.
    pub(super) text_start: usize,
    width_px: Option<f32>,
    alignment: Alignment,
    /// What it looked like in the last frame.
    pub(super) painted: RefCell<Painted>,
}

impl Broken {
    /// How many lines it has.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn line(&self, index: usize) -> Option<Line<'_, Ink>> {
        self.layout.get(self.lines.start + index).filter(|_| index < self.len())
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_, Ink>> {
        self.lines.clone().filter_map(|index| self.layout.get(index))
    }

    /// Where the first line begins in its layout, in pixels.
    pub(super) fn top_px(&self) -> f32 {
        if self.lines.start == 0 { 0.0 } else { self.line(0).map_or(0.0, |line| line.metrics().block_min_coord) }
    }

    pub(super) fn height_px(&self) -> f32 {
        if self.lines.len() == self.layout.len() {
            return self.layout.height();
        }
        let last = self.lines.end.checked_sub(1).and_then(|last| self.layout.get(last));
        last.map_or(0.0, |line| line.metrics().block_max_coord) - self.top_px()
    }

    /// The widest line, in pixels.
    pub(super) fn full_width_px(&self) -> f32 {
        if self.lines.len() == self.layout.len() {
            return self.layout.full_width();
        }
        self.lines().map(|line| line.metrics().inline_min_coord + line.metrics().advance).fold(0.0, f32::max)
    }

    /// Only some of its lines, by their numbers.
    pub(super) fn part(&self, lines: Range<usize>) -> Self {
        let first = self.line(lines.start).map_or(0..0, |line| self.marks.range_to_text(line.text_range()));
        Self {
            layout: self.layout.clone(),
            marks: self.marks.clone(),
            lines: self.lines.start + lines.start..self.lines.start + lines.end,
            text_start: first.start,
            painted: RefCell::default(),
            ..*self
        }
    }

    /// The layout and which of its lines are the chunk's.
    pub(super) fn drawing(&self) -> (&Layout<Ink>, Range<usize>) {
        (&self.layout, self.lines.clone())
    }

    /// Does something end its lines?
    pub(super) const fn is_wrapped(&self) -> bool {
        self.width_px.is_some()
    }
}

/// A chunk without a layout, or with one for another width.
pub(crate) struct Unfinished<'a> {
    /// The chunk's, and behind it the word that has to stand on the next line.
    text: &'a str,
    /// How much of it is the chunk's.
    length: usize,
    shaped: &'a mut Option<Broken>,
    goes_on: bool,
    is_trial: &'a mut bool,
    /// How far below the paragraph's top it begins, where all before it is finished.
    top_px: f32,
    direction: Direction,
    preedit: Option<(usize, &'a str)>,
    /// Its letters below ranges, from its start.
    stretches: Vec<(Range<usize>, Ink)>,
    /// Its inline atoms and how wide they are.
    inline: Vec<(Range<usize>, f32)>,
    room: Room,
}

/// What a paragraph's chunks have in common.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub(super) text: &'a str,
    pub(super) direction: Direction,
    pub(super) preedit: Option<&'a (usize, String)>,
    pub(super) ranges: &'a [Held],
    pub(super) inline: &'a [InlineAtom],
    pub(super) room: Room,
}

impl<'a> Surroundings<'a> {
    /// The chunks that have to be shaped or broken into lines.
    pub(super) fn unfinished(
        self,
        chunks: &'a mut [Chunk],
        style: &LayoutStyle,
    ) -> impl Iterator<Item = Unfinished<'a>> {
        let with_starts = chunks.iter_mut().scan((0, 0.0), |(start, top_px), chunk| {
            let from = (*start, *top_px);
            *start += chunk.length;
            *top_px += chunk.height_px();
            Some((from, chunk))
        });
        with_starts.filter_map(move |((start, top_px), chunk)| {
            if chunk.is_done(style, &self.room) {
                return None;
            }
            let end = start + chunk.length;
            let preedit = self.preedit.filter(|(at, _)| (start..=end).contains(at));
            let is_among = chunk.is_trial && chunk.goes_on;
            let ahead = if is_among { first_word(self.text.get(end..).unwrap_or_default()).len() } else { 0 };
            let (length, end) = (chunk.length, end + ahead);
            Some(Unfinished {
                text: self.text.get(start..end).unwrap_or_default(),
                length,
                shaped: &mut chunk.shaped,
                goes_on: chunk.goes_on,
                is_trial: &mut chunk.is_trial,
                top_px,
                direction: self.direction,
                preedit: preedit.map(|(at, preedit)| (at - start, preedit.as_str())),
                stretches: stretches(self.ranges, &(start..end)),
                inline: inline_within(
                    self.ranges,
                    self.inline,
                    &(start..end),
                    self.room.style.unwrap_or(style.style).size * style.pixels_per_point,
                    self.room.width_px(style),
                ),
                room: self.room,
            })
        })
    }
}

/// The letters of a chunk that lie below ranges, cut where ranges begin and end.
fn stretches(ranges: &[Held], chunk: &Range<usize>) -> Vec<(Range<usize>, Ink)> {
    let mut edges: Vec<usize> = ranges
        .iter()
        .filter(|held| held.bytes.start < chunk.end && chunk.start < held.bytes.end && !held.is_inline)
        .flat_map(|held| [held.bytes.start.max(chunk.start), held.bytes.end.min(chunk.end)])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let pairs = edges.iter().zip(edges.iter().skip(1));
    pairs
        .map(|(&from, &to)| {
            let over = ranges.iter().filter(|held| held.bytes.start <= from && to <= held.bytes.end && !held.is_inline);
            (from - chunk.start..to - chunk.start, ink(over.map(|held| held.range.kind)))
        })
        .filter(|(_, ink)| *ink != Ink::default())
        .collect()
}

impl Unfinished<'_> {
    /// The text, and what an input method composes in it.
    pub(crate) fn texts(&self) -> [&str; 2] {
        [self.text, self.preedit.map_or("", |(_, preedit)| preedit)]
    }

    /// Where it begins, in pixels from the paragraph's top, if all before it is finished.
    pub(crate) const fn top_px(&self) -> f32 {
        self.top_px
    }

    /// Shapes it if need be, and breaks it into lines. `false` where these would change what follows: it waits still.
    #[must_use]
    pub(crate) fn finish(self, shaper: &mut Shaper, style: &LayoutStyle) -> bool {
        let (width_px, alignment) = (self.room.width_px(style), style.alignment);
        if let Some(broken) = self.shaped {
            let layout = Arc::make_mut(&mut broken.layout);
            break_lines(layout, width_px, alignment);
            broken.lines = 0..layout.len();
            broken.width_px = width_px;
            broken.alignment = alignment;
            broken.painted.take();
            return true;
        }
        let Shaped { layout, marks } = self.shape(shaper, style);
        let is_among = std::mem::take(self.is_trial) && self.goes_on;
        let lines = if is_among {
            let ends_here = |line: Line<'_, Ink>| marks.range_to_text(line.text_range()).end == self.length;
            let Some(last) = layout.lines().position(ends_here) else { return false };
            0..last + 1
        } else {
            0..layout.len()
        };
        let layout = Arc::new(layout);
        let painted = RefCell::default();
        *self.shaped = Some(Broken { layout, marks, lines, text_start: 0, width_px, alignment, painted });
        true
    }

    /// Shapes it and breaks it into lines.
    fn shape(&self, shaper: &mut Shaper, style: &LayoutStyle) -> Shaped {
        let own = self.room.style.unwrap_or(style.style);
        let letters = |bytes: Range<usize>, ink: Ink| Span {
            bytes,
            ink,
            size: own.size,
            taken_px: None,
            weight: kinds(ink).filter_map(|kind| style.weight_of(kind)).last().unwrap_or(own.weight),
        };
        let (scale, direction) = (style.pixels_per_point, self.direction);
        let finish = |layout: &mut Layout<Ink>| break_lines(layout, self.room.width_px(style), style.alignment);
        let stretches = self.stretches.iter().map(|(bytes, ink)| letters(bytes.clone(), *ink));
        if self.preedit.is_none() && self.inline.is_empty() {
            let spans: Vec<Span> = stretches.collect();
            return shaper.shape_and(self.text, own, scale, direction, &spans, finish);
        }
        let (at, preedit) = self.preedit.unwrap_or((self.text.len(), ""));
        let (before, after) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let at = before.len();
        let composed = format!("{before}{preedit}{after}");
        // what is composed lies over the ranges, and moves what comes after it
        let moved = |byte: usize| if byte > at { byte + preedit.len() } else { byte };
        let moved_start = |byte: usize| if byte >= at { byte + preedit.len() } else { byte };
        let inline = self.inline.iter().map(|(bytes, _)| moved_start(bytes.start)..moved(bytes.end));
        let (shown, left_out) = LeftOut::of(&composed, inline);
        let seen = |bytes: Range<usize>| left_out.to_shown(bytes.start, false)..left_out.to_shown(bytes.end, true);
        let mut spans: Vec<Span> = stretches
            .map(|span| Span { bytes: seen(moved(span.bytes.start)..moved(span.bytes.end)), ..span })
            .collect();
        if !preedit.is_empty() {
            spans.push(letters(seen(at..at + preedit.len()), PREEDIT));
        }
        let inline = left_out.stand_ins().zip(&self.inline);
        spans.extend(
            inline.map(|(bytes, (_, width))| Span { taken_px: Some(*width), ..letters(bytes, Ink::default()) }),
        );
        let shaped = shaper.shape_and(&shown, own, scale, direction, &spans, finish);
        Shaped { marks: shaped.marks.over(left_out), ..shaped }
    }
}

/// A text up to its first space.
pub(super) fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// A place to cut near `aim` bytes: after the last space before it, or else between two letters.
pub(super) fn cut_near(text: &str, aim: usize) -> usize {
    let aim = text.floor_char_boundary(aim);
    let head = text.get(..aim).unwrap_or(text);
    if let Some((at, space)) = head.char_indices().rev().take(aim / 4).find(|(_, letter)| letter.is_whitespace()) {
        return at + space.len_utf8();
    }
    let from = text.floor_char_boundary(aim.saturating_sub(64));
    let tail = text.get(from..).unwrap_or_default();
    tail.grapheme_indices(true).map(|(at, _)| from + at).find(|&at| at >= aim).unwrap_or(aim)
}
