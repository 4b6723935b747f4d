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
    /// Where the line's chunk begins in the paragraph: what its byte ranges count from.
    chunk_start: usize,
    marks: &'a Marks,
    /// The top of its chunk, in pixels from the paragraph's.
    pub(crate) chunk_top_px: f32,
    /// Where the paragraph's lines begin, in pixels from the text's left: what the layout counts from.
    pub(crate) left_px: f32,
}

impl LineAt<'_> {
    /// The bytes of the paragraph on this line.
    pub(crate) fn bytes(&self) -> Range<usize> {
        self.text_bytes(self.line.text_range())
    }

    /// Bytes of the layout as those of the paragraph.
    pub(crate) fn text_bytes(&self, range: Range<usize>) -> Range<usize> {
        let range = self.marks.range_to_text(range);
        self.chunk_start + range.start..self.chunk_start + range.end
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
        let widest = widths.map(|shaped| shaped.layout.full_width()).fold(0.0, f32::max);
        self.atom_width_px().unwrap_or(widest)
    }

    /// The chunks that are drawn: none of an atom.
    fn shown_chunks(&self) -> std::slice::Iter<'_, Chunk> {
        if self.is_atom() { [].iter() } else { self.chunks.iter() }
    }

    /// The layouts with their tops, in pixels from the paragraph's top.
    pub(crate) fn layouts(&self) -> impl Iterator<Item = (&Layout<Ink>, f32)> {
        self.shown_chunks().filter_map(|chunk| chunk.shaped.as_ref()).scan(self.room().above_px, |top, shaped| {
            let at = *top;
            *top += shaped.layout.height();
            Some((&shaped.layout, at))
        })
    }

    /// The same, with what they looked like in the last frame.
    pub(crate) fn drawings(&self) -> impl Iterator<Item = (&Layout<Ink>, &RefCell<Painted>, f32)> {
        self.shown_chunks().filter_map(|chunk| chunk.shaped.as_ref()).scan(self.room().above_px, |top, shaped| {
            let at = *top;
            *top += shaped.layout.height();
            Some((&shaped.layout, &shaped.painted, at))
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
            *number += chunk.shaped.as_ref().map_or(0, |shaped| shaped.layout.len());
            Some((at, chunk))
        });
        places
            // what is being composed makes a chunk longer than its text
            .filter(move |((start, _, _), chunk)| *start <= bytes.end && bytes.start <= start + chunk.length + composed)
            .flat_map(move |((chunk_start, chunk_top_px, first), chunk)| {
                chunk.shaped.iter().flat_map(move |Broken { layout, marks, .. }| {
                    let lines = layout.lines().enumerate();
                    lines.map(move |(number, line)| {
                        (first + number, LineAt { line, chunk_start, marks, chunk_top_px, left_px })
                    })
                })
            })
    }

    /// How many lines there are; an atom is one.
    pub(crate) fn line_count(&self) -> usize {
        if self.is_atom() { 1 } else { self.layouts().map(|(layout, _)| layout.len()).sum() }
    }

    /// A line of letters by its number.
    pub(crate) fn line(&self, index: usize) -> Option<LineAt<'_>> {
        let mut index = index;
        let mut chunk_start = 0;
        let mut chunk_top_px = self.room().above_px;
        let left_px = self.room().left_px;
        for chunk in self.shown_chunks() {
            let Broken { layout, marks, .. } = chunk.shaped.as_ref()?;
            if let Some(line) = layout.get(index) {
                return Some(LineAt { line, chunk_start, marks, chunk_top_px, left_px });
            }
            index -= layout.len();
            chunk_start += chunk.length;
            chunk_top_px += layout.height();
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
