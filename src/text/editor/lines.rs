//! The lines of a paragraph, over all its chunks: what they hold, where they stand, what they looked like.
//!
//! Apart from the paragraph because it only reads.

use std::cell::RefCell;
use std::ops::Range;

use parley::{Layout, Line};

use super::chunk::{Broken, Chunk};
use super::paragraph::Paragraph;
use crate::text::paint::{Ink, Painted};
use crate::text::scripts::Marks;

/// A line of a paragraph.
pub(crate) struct LineAt<'a> {
    pub(crate) line: Line<'a, Ink>,
    /// Where the line's chunk begins in the paragraph, and in the text that was laid out.
    chunk_start: usize,
    text_start: usize,
    marks: &'a Marks,
    /// The top of its layout, in pixels from the paragraph's.
    pub(crate) chunk_top_px: f32,
    /// Where the paragraph's lines begin, in pixels from the text's left: what the layout counts from.
    pub(crate) left_px: f32,
}

/// A layout, which of its lines are to be drawn, and where.
pub(crate) struct Drawing<'a> {
    pub(crate) layout: &'a Layout<Ink>,
    pub(crate) lines: Range<usize>,
    /// What they looked like in the last frame.
    pub(crate) painted: &'a RefCell<Painted>,
    /// The top of the text that its lines are of, in pixels from the paragraph's. It is brought to whole pixels first,
    /// and what the layout is moved by after that: so lines stand where they stood when they were laid out with others.
    pub(crate) top_px: f32,
    pub(crate) shift_px: f32,
}

impl<'a> LineAt<'a> {
    /// A line of a chunk that begins there.
    fn of(broken: &'a Broken, line: Line<'a, Ink>, chunk_start: usize, top_px: f32, left_px: f32) -> Self {
        Self {
            line,
            chunk_start,
            text_start: broken.text_start,
            marks: &broken.marks,
            chunk_top_px: top_px - broken.top_px(),
            left_px,
        }
    }

    /// The bytes of the paragraph on this line.
    pub(crate) fn bytes(&self) -> Range<usize> {
        self.text_bytes(self.line.text_range())
    }

    /// Bytes of the layout as those of the paragraph.
    pub(crate) fn text_bytes(&self, range: Range<usize>) -> Range<usize> {
        let range = self.marks.range_to_text(range);
        let place = |byte: usize| (self.chunk_start + byte).saturating_sub(self.text_start);
        place(range.start)..place(range.end)
    }

    /// Top and bottom, in pixels from the paragraph's top.
    pub(crate) fn span_px(&self) -> (f32, f32) {
        let metrics = self.line.metrics();
        (self.chunk_top_px + metrics.block_min_coord, self.chunk_top_px + metrics.block_max_coord)
    }
}

impl Paragraph {
    /// The widest line, in pixels.
    pub(crate) fn width_px(&self) -> f32 {
        if self.text().is_empty() && self.preedit.is_none() {
            // shaped with a space, to have a height
            return 0.0;
        }
        let widths = self.shown_chunks().filter_map(|chunk| chunk.shaped.as_ref());
        let widest = widths.map(Broken::full_width_px).fold(0.0, f32::max);
        self.atom_width_px().unwrap_or(widest)
    }

    /// The chunks that are drawn: none of an atom.
    fn shown_chunks(&self) -> std::slice::Iter<'_, Chunk> {
        if self.is_atom() { [].iter() } else { self.chunks.iter() }
    }

    /// What is to be drawn, from top to bottom.
    pub(crate) fn drawings(&self) -> impl Iterator<Item = Drawing<'_>> {
        let above_px = self.room().above_px;
        let shown = self.shown_chunks().filter_map(|chunk| Some((chunk.shaped.as_ref()?, chunk.goes_on)));
        shown.scan((above_px, above_px), |(top_px, next_px), (shaped, goes_on)| {
            let (layout, lines) = shaped.drawing();
            let shift_px = *next_px - *top_px - shaped.top_px();
            let drawing = Drawing { layout, lines, painted: &shaped.painted, top_px: *top_px, shift_px };
            *next_px += shaped.height_px();
            if !goes_on {
                *top_px = *next_px;
            }
            Some(drawing)
        })
    }

    /// Lets go of what it looked like: it is out of sight, and its glyphs take more room than its letters.
    pub(crate) fn forget_painted(&self) {
        for shaped in self.chunks.iter().filter_map(|chunk| chunk.shaped.as_ref()) {
            shaped.painted.borrow_mut().forget();
        }
    }

    /// The lines of letters from top to bottom, over all chunks: an atom has none.
    pub(crate) fn lines(&self) -> impl Iterator<Item = LineAt<'_>> {
        self.lines_around(0..self.len()).map(|(_, line)| line)
    }

    /// The lines of the chunks that these bytes touch, with their numbers: what lies outside is passed over at once.
    pub(crate) fn lines_around(&self, bytes: Range<usize>) -> impl Iterator<Item = (usize, LineAt<'_>)> {
        let composed = self.preedit_len();
        let left_px = self.room().left_px;
        let places = self.shown_chunks().scan((0, self.room().above_px, 0), |(start, top_px, number), chunk| {
            let at = (*start, *top_px, *number);
            *start += chunk.length;
            *top_px += chunk.height_px();
            *number += chunk.shaped.as_ref().map_or(0, Broken::len);
            Some((at, chunk))
        });
        places
            // what is being composed makes a chunk longer than its text
            .filter(move |((start, _, _), chunk)| *start <= bytes.end && bytes.start <= start + chunk.length + composed)
            .flat_map(move |((chunk_start, chunk_top_px, first), chunk)| {
                chunk.shaped.iter().flat_map(move |broken| {
                    let lines = broken.lines().enumerate();
                    lines.map(move |(number, line)| {
                        (first + number, LineAt::of(broken, line, chunk_start, chunk_top_px, left_px))
                    })
                })
            })
    }

    /// How many lines there are; an atom is one.
    pub(crate) fn line_count(&self) -> usize {
        let shaped = self.shown_chunks().filter_map(|chunk| chunk.shaped.as_ref());
        if self.is_atom() { 1 } else { shaped.map(Broken::len).sum() }
    }

    /// A line of letters by its number.
    pub(crate) fn line(&self, index: usize) -> Option<LineAt<'_>> {
        let mut index = index;
        let mut chunk_start = 0;
        let mut chunk_top_px = self.room().above_px;
        let left_px = self.room().left_px;
        for chunk in self.shown_chunks() {
            let broken = chunk.shaped.as_ref()?;
            if let Some(line) = broken.line(index) {
                return Some(LineAt::of(broken, line, chunk_start, chunk_top_px, left_px));
            }
            index -= broken.len();
            chunk_start += chunk.length;
            chunk_top_px += broken.height_px();
        }
        None
    }

    /// Top and bottom of a line, or of the atom, in pixels from the paragraph's top.
    pub(crate) fn line_span_px(&self, index: usize) -> Option<(f32, f32)> {
        match self.line(index) {
            Some(line) => Some(line.span_px()),
            None if self.is_atom() => Some((self.room().above_px, self.height_px() - self.room().below_px)),
            None => None,
        }
    }

    /// The bytes of a line, or of the atom.
    pub(crate) fn line_bytes(&self, index: usize) -> Range<usize> {
        self.line(index).map_or(0..self.len(), |line| line.bytes())
    }
}
