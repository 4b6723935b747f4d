//! Text to be shown, not edited: paragraphs laid out one below the other, shortened with «…» where they must be.
//!
//! Apart from the editor, which keeps layouts with its document. These are kept by what was asked for, and dropped
//! when nobody has asked for a while.

use std::sync::Arc;

use egui::{Vec2, vec2};
use parley::{Alignment, Layout, Line};
use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{Direction, closed, first_strong};
use super::engine::Engine;
use super::kept::{Numbered, number};
use super::paint::Ink;
use super::shaper::{Span, Style, break_lines};

/// Frames without being asked for after which a block is dropped.
const KEPT_FRAMES: u64 = 30;

/// What to lay out.
#[derive(Clone, Debug)]
pub(crate) struct Request<'a> {
    pub(crate) text: &'a str,
    pub(crate) spans: &'a [Span],
    pub(crate) style: Style,
    pub(crate) pixels_per_point: f32,
    /// The widest line, in pixels; `None` never wraps.
    pub(crate) width_px: Option<f32>,
    pub(crate) max_lines: usize,
    /// What stands for the text that was left out.
    pub(crate) ellipsis: Option<char>,
    pub(crate) alignment: Alignment,
    /// The direction of a first paragraph without strong letters.
    pub(crate) fallback: Direction,
}

impl<'a> Request<'a> {
    /// One style, no wrapping.
    pub(crate) const fn new(text: &'a str, style: Style, pixels_per_point: f32, fallback: Direction) -> Self {
        Self {
            text,
            spans: &[],
            style,
            pixels_per_point,
            width_px: None,
            max_lines: usize::MAX,
            ellipsis: Some('…'),
            alignment: Alignment::Start,
            fallback,
        }
    }

    fn key(&self) -> u64 {
        let style = self.style;
        let bits = |points: Option<f32>| points.map_or(u64::MAX, |points| u64::from(points.to_bits()));
        let mut all = number((
            self.text,
            [
                u64::from(style.size.to_bits()),
                bits(style.line_height),
                u64::from(self.pixels_per_point.to_bits()),
                bits(self.width_px),
                self.max_lines as u64,
                self.ellipsis.map_or(u64::MAX, u64::from),
            ],
            [style.weight as u8, self.alignment as u8, u8::from(self.fallback.is_rtl())],
        ));
        for span in self.spans {
            let ink = u64::from(span.ink.0);
            let place = [span.bytes.start as u64, span.bytes.end as u64];
            all = number((all, place, ink, span.size.to_bits(), span.weight as u8, bits(span.taken_px)));
        }
        all
    }
}

/// One paragraph of a block.
pub(crate) struct Part {
    pub(crate) layout: Layout<Ink>,
    pub(crate) direction: Direction,
    pub(crate) top_px: f32,
}

/// Paragraphs laid out.
pub(crate) struct Block {
    pub(crate) parts: Vec<Part>,
    width_px: f32,
    height_px: f32,
    pub(crate) pixels_per_point: f32,
    /// Some of the text is not shown.
    pub(crate) shortened: bool,
}

impl Block {
    /// In points.
    pub(crate) fn size(&self) -> Vec2 {
        vec2(self.width_px, self.height_px) / self.pixels_per_point
    }

    /// The lines from top to bottom, each with its paragraph's direction and the top of that paragraph.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (Line<'_, Ink>, &Part)> {
        self.parts.iter().flat_map(|part| part.layout.lines().map(move |line| (line, part)))
    }
}

/// The blocks of the last frames.
#[derive(Default)]
pub(crate) struct BlockCache {
    blocks: Numbered<(Arc<Block>, u64)>,
    frame: u64,
}

impl BlockCache {
    /// After a frame: forgets what nobody asks for any more.
    pub(crate) fn end_frame(&mut self) {
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT_FRAMES);
        self.blocks.retain(|_, (_, used)| *used >= oldest);
    }
}

impl Engine {
    /// The block that answers a request, from the cache where it is there.
    pub(crate) fn block(&mut self, request: &Request<'_>) -> Arc<Block> {
        let key = request.key();
        let frame = self.blocks.frame;
        if let Some((block, used)) = self.blocks.blocks.get_mut(&key) {
            *used = frame;
            return block.clone();
        }
        let block = Arc::new(self.lay_out_block(request));
        self.blocks.blocks.insert(key, (block.clone(), frame));
        block
    }

    fn lay_out_block(&mut self, request: &Request<'_>) -> Block {
        let mut block = Block {
            parts: Vec::new(),
            width_px: 0.0,
            height_px: 0.0,
            pixels_per_point: request.pixels_per_point,
            shortened: false,
        };
        let mut direction = request.fallback;
        let mut lines_left = request.max_lines;
        let mut paragraphs = request.text.split('\n').peekable();
        let mut from = 0;
        while let Some(text) = paragraphs.next() {
            direction = first_strong(text).unwrap_or(direction);
            let spans = spans_within(request.spans, from, text.len());
            let mut layout = self.shape(text, request.style, request.pixels_per_point, direction, &spans).layout;
            break_lines(&mut layout, request.width_px, request.alignment);
            let is_cut = layout.len() > lines_left
                || layout.len() == lines_left && (paragraphs.peek().is_some() || too_wide(&layout, request.width_px));
            if is_cut {
                layout = self.shorten(text, request, &spans, direction, lines_left);
                block.shortened = true;
            }
            lines_left = lines_left.saturating_sub(layout.len());
            block.width_px = block.width_px.max(layout.width());
            let top_px = block.height_px;
            block.height_px += layout.height();
            block.parts.push(Part { layout, direction, top_px });
            from += text.len() + 1;
            if is_cut || lines_left == 0 {
                break;
            }
        }
        block
    }

    /// The longest beginning of a paragraph that fits into `lines` with the ellipsis after it.
    fn shorten(
        &mut self,
        text: &str,
        request: &Request<'_>,
        spans: &[Span],
        direction: Direction,
        lines: usize,
    ) -> Layout<Ink> {
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        // one line is never broken: it is measured whole, so that the cut may fall inside a word
        let wrap = if lines <= 1 { None } else { request.width_px };
        let mut attempt = |end: usize| {
            let kept = text.get(..end).unwrap_or(text).trim_end();
            let shown: String = kept.chars().chain(closed(kept)).chain(request.ellipsis).collect();
            let mut spans = spans_within(spans, 0, kept.len());
            if let Some(last) = spans.last_mut() {
                last.bytes.end = shown.len();
            }
            let mut layout = self.shape(&shown, request.style, request.pixels_per_point, direction, &spans).layout;
            break_lines(&mut layout, wrap, request.alignment);
            let fits = layout.len() <= lines.max(1) && !too_wide(&layout, request.width_px);
            (fits, layout)
        };
        let cut = ends.partition_point(|&end| end == 0 || attempt(end).0);
        let end = ends.get(cut.saturating_sub(1)).copied().unwrap_or(0);
        let mut layout = attempt(end).1;
        if wrap.is_none() {
            let width = request.width_px.map(|width| width.max(layout.width() + 0.5));
            break_lines(&mut layout, width, request.alignment);
        }
        layout
    }
}

fn too_wide(layout: &Layout<Ink>, width_px: Option<f32>) -> bool {
    width_px.is_some_and(|width| layout.width() > width + 0.5)
}

/// The spans of a paragraph, counted from its start.
fn spans_within(spans: &[Span], from: usize, length: usize) -> Vec<Span> {
    spans
        .iter()
        .filter_map(|span| {
            let start = span.bytes.start.max(from).checked_sub(from)?;
            let end = span.bytes.end.min(from + length).checked_sub(from)?;
            (start < end).then(|| Span { bytes: start..end, ..span.clone() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str, width_px: Option<f32>, max_lines: usize) -> Arc<Block> {
        let mut request = Request::new(text, Style::default(), 1.0, Direction::RightToLeft);
        request.width_px = width_px;
        request.max_lines = max_lines;
        Engine::new().block(&request)
    }

    #[test]
    fn paragraphs_have_their_own_direction_and_inherit_it_from_above() {
        let directions =
            |text| block(text, None, usize::MAX).parts.iter().map(|part| part.direction).collect::<Vec<_>>();
        let (ltr, rtl) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(directions("2026\nabc\n12\nنص\n12"), [rtl, ltr, ltr, rtl, rtl]);
    }

    #[test]
    fn text_that_fits_is_whole_and_text_that_does_not_is_shortened() {
        let text = "اجتماع تنسيقي مع جمعيات أهلية في الدمام";
        assert!(!block(text, None, 1).shortened);
        assert!(!block(text, Some(1000.0), 1).shortened);
        let short = block(text, Some(90.0), 1);
        assert!(short.shortened);
        assert_eq!(short.lines().count(), 1);
        assert!(short.size().x <= 91.0, "{}", short.size().x);
        let two = block(text, Some(90.0), 2);
        assert!(two.shortened);
        assert_eq!(two.lines().count(), 2);
    }

    #[test]
    fn more_paragraphs_than_lines_are_shortened() {
        let block = block("first\nsecond", Some(500.0), 1);
        assert!(block.shortened);
        assert_eq!(block.lines().count(), 1);
    }

    #[test]
    fn blocks_are_dropped_when_nobody_asks() {
        let mut engine = Engine::new();
        let request = Request::new("نص", Style::default(), 1.0, Direction::RightToLeft);
        let first = engine.block(&request);
        engine.blocks.end_frame();
        assert!(Arc::ptr_eq(&first, &engine.block(&request)));
        for _ in 0..=KEPT_FRAMES + 1 {
            engine.blocks.end_frame();
        }
        assert!(engine.blocks.blocks.is_empty());
    }
}
