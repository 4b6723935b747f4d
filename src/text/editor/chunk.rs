//! A piece of a paragraph with its layout: the unit that is shaped and broken into lines at once.
//!
//! Apart from the paragraph, which is text and only looks at these. A chunk knows how long it is and nothing of where it
//! stands, so that an edit before it costs it nothing.

use std::cell::RefCell;
use std::ops::Range;

use parley::{Alignment, Layout};
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
        Self { length, shaped: None }
    }

    /// Is it laid out for this style, in this room?
    fn is_done(&self, style: &LayoutStyle, room: &Room) -> bool {
        let shaped = self.shaped.as_ref();
        let width_px = room.width_px(style);
        shaped.is_some_and(|shaped| shaped.width_px == width_px && shaped.alignment == style.alignment)
    }

    /// In pixels; nothing where it is not shaped.
    pub(super) fn height_px(&self) -> f32 {
        self.shaped.as_ref().map_or(0.0, |shaped| shaped.layout.height())
    }
}

/// A piece of the text with its layout.
#[derive(Default)]
pub(super) struct Chunk {
    pub(super) length: usize,
    pub(super) shaped: Option<Broken>,
}

/// A shaped text broken into lines.
pub(super) struct Broken {
    pub(super) layout: Layout<Ink>,
    pub(super) marks: Marks,
    width_px: Option<f32>,
    alignment: Alignment,
    /// What it looked like in the last frame.
    pub(super) painted: RefCell<Painted>,
}

/// A chunk without a layout, or with one for another width.
pub(crate) struct Unfinished<'a> {
    text: &'a str,
    shaped: &'a mut Option<Broken>,
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
            Some(Unfinished {
                text: self.text.get(start..end).unwrap_or_default(),
                shaped: &mut chunk.shaped,
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

    /// Shapes it if need be, and breaks it into lines.
    pub(crate) fn finish(self, shaper: &mut Shaper, style: &LayoutStyle) {
        let (width_px, alignment) = (self.room.width_px(style), style.alignment);
        match self.shaped {
            Some(broken) => {
                break_lines(&mut broken.layout, width_px, alignment);
                broken.width_px = width_px;
                broken.alignment = alignment;
                broken.painted.take();
            }
            None => {
                let Shaped { layout, marks } = self.shape(shaper, style);
                *self.shaped = Some(Broken { layout, marks, width_px, alignment, painted: RefCell::default() });
            }
        }
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
