//! One paragraph: its text and the layout of it, kept until the text changes.
//!
//! Apart because it is the unit of work. A key lays out one paragraph; a very long one is laid out in chunks that
//! break softly, so that a key costs the same in a note pasted without a single newline.

use std::ops::Range;

use parley::{Alignment, Layout, Line};
use unicode_segmentation::UnicodeSegmentation;

use super::LayoutStyle;
use crate::text::bidi::{Direction, first_strong};
use crate::text::paint::Ink;
use crate::text::scripts::Marks;
use crate::text::shaper::{Shaped, Shaper, Span, break_lines};

/// Longer than this and a chunk is split, in bytes: about 8,000 Arabic letters.
const LONGEST_CHUNK: usize = 16_000;

/// What a split aims for: about a screenful, so that a key in it costs little, and it takes long to grow too long.
const CHUNK: usize = 3_000;

/// The ink of text that an input method is still composing.
pub(crate) const PREEDIT: Ink = Ink(1);

/// A piece of the text with its layout.
#[derive(Default)]
struct Chunk {
    length: usize,
    shaped: Option<Broken>,
}

/// A shaped text broken into lines.
struct Broken {
    layout: Layout<Ink>,
    marks: Marks,
    width_px: Option<f32>,
    alignment: Alignment,
}

/// A chunk without a layout, or with one for another width.
pub(crate) struct Unfinished<'a> {
    text: &'a str,
    shaped: &'a mut Option<Broken>,
    /// How far below the paragraph's top it begins, where all before it is finished.
    top_px: f32,
    direction: Direction,
    preedit: Option<(usize, &'a str)>,
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
        let Self { text, shaped, direction, preedit, top_px: _ } = self;
        let broken = shaped.get_or_insert_with(|| {
            let Shaped { layout, marks } = if let Some((at, preedit)) = preedit {
                let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
                let span = Span {
                    bytes: before.len()..before.len() + preedit.len(),
                    ink: PREEDIT,
                    size: style.style.size,
                    weight: style.style.weight,
                };
                let shown = format!("{before}{preedit}{after}");
                shaper.shape(&shown, style.style, style.pixels_per_point, direction, &[span])
            } else {
                shaper.shape(text, style.style, style.pixels_per_point, direction, &[])
            };
            Broken { layout, marks, width_px: None, alignment: style.alignment }
        });
        break_lines(&mut broken.layout, style.width_px, style.alignment);
        broken.width_px = style.width_px;
        broken.alignment = style.alignment;
    }
}

/// A line of a paragraph.
pub(crate) struct LineAt<'a> {
    pub(crate) line: Line<'a, Ink>,
    /// Where the line's chunk begins in the paragraph: what its byte ranges count from.
    chunk_start: usize,
    marks: &'a Marks,
    /// The top of its chunk, in pixels from the paragraph's.
    pub(crate) chunk_top_px: f32,
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

/// Text between two newlines.
pub(crate) struct Paragraph {
    text: String,
    chunks: Vec<Chunk>,
    first_strong: Option<Direction>,
    direction: Direction,
    height_px: f32,
    /// What an input method composes, and where: shown, but not part of the text.
    preedit: Option<(usize, String)>,
}

impl Paragraph {
    pub(crate) fn new(text: String) -> Self {
        let mut paragraph = Self {
            first_strong: first_strong(&text),
            chunks: vec![Chunk { length: text.len(), shaped: None }],
            text,
            direction: Direction::RightToLeft,
            height_px: 0.0,
            preedit: None,
        };
        paragraph.split_long_chunks();
        paragraph
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) const fn len(&self) -> usize {
        self.text.len()
    }

    pub(crate) const fn direction(&self) -> Direction {
        self.direction
    }

    pub(crate) const fn height_px(&self) -> f32 {
        self.height_px
    }

    /// Puts `with` in the place of `range`; only the chunks it touches are laid out again.
    pub(crate) fn replace(&mut self, range: Range<usize>, with: &str) {
        let (mut start, mut first, mut last) = (0, None, 0);
        for (index, chunk) in self.chunks.iter().enumerate() {
            let end = start + chunk.length;
            if start <= range.end && range.start <= end {
                first.get_or_insert((index, start));
                last = index;
            }
            start = end;
        }
        let (first, _) = first.unwrap_or_default();
        let touched: usize = self.chunks.iter().take(last + 1).skip(first).map(|chunk| chunk.length).sum();
        let length = (touched + with.len()).saturating_sub(range.len());
        self.chunks.splice(first..=last, [Chunk { length, shaped: None }]);
        self.text.replace_range(range, with);
        self.first_strong = first_strong(&self.text);
        self.split_long_chunks();
    }

    /// Splits what has grown too long, after a space where there is one.
    fn split_long_chunks(&mut self) {
        if self.chunks.iter().all(|chunk| chunk.length <= LONGEST_CHUNK) {
            return;
        }
        let mut start = 0;
        let mut chunks = Vec::new();
        for chunk in self.chunks.drain(..) {
            let end = start + chunk.length;
            if chunk.length <= LONGEST_CHUNK {
                chunks.push(chunk);
            } else {
                let mut rest = self.text.get(start..end).unwrap_or_default();
                while rest.len() > CHUNK * 3 / 2 {
                    let cut = cut_near(rest, CHUNK);
                    chunks.push(Chunk { length: cut, shaped: None });
                    rest = rest.get(cut..).unwrap_or_default();
                }
                chunks.push(Chunk { length: rest.len(), shaped: None });
            }
            start = end;
        }
        self.chunks = chunks;
    }

    /// Shows what an input method composes; an empty text ends it.
    pub(crate) fn set_preedit(&mut self, preedit: Option<(usize, String)>) {
        if self.preedit != preedit {
            for (at, _) in [&self.preedit, &preedit].into_iter().flatten() {
                let at = *at;
                let mut start = 0;
                for chunk in &mut self.chunks {
                    if (start..=start + chunk.length).contains(&at) {
                        chunk.shaped = None;
                    }
                    start += chunk.length;
                }
            }
            self.preedit = preedit;
        }
    }

    /// How many bytes are being composed.
    pub(crate) fn preedit_len(&self) -> usize {
        self.preedit.as_ref().map_or(0, |(_, preedit)| preedit.len())
    }

    /// Forgets every layout: the style or the scale has changed.
    pub(crate) fn forget_layout(&mut self) {
        for chunk in &mut self.chunks {
            chunk.shaped = None;
        }
    }

    /// Is every chunk shaped?
    pub(crate) fn is_shaped(&self) -> bool {
        self.chunks.iter().all(|chunk| chunk.shaped.is_some())
    }

    /// Takes the direction that its letters, the style or the paragraph above give it, and returns it for the one below.
    pub(crate) fn take_direction(&mut self, style: &LayoutStyle, inherited: Direction) -> Direction {
        let direction = style.base.or(self.first_strong).unwrap_or(inherited);
        if direction != self.direction {
            self.direction = direction;
            self.forget_layout();
        }
        direction
    }

    /// What has to be shaped or broken into lines.
    pub(crate) fn unfinished(&mut self, style: &LayoutStyle) -> impl Iterator<Item = Unfinished<'_>> {
        let (text, direction, preedit) = (self.text.as_str(), self.direction, self.preedit.as_ref());
        let (width_px, alignment) = (style.width_px, style.alignment);
        let with_starts = self.chunks.iter_mut().scan((0, 0.0), |(start, top_px), chunk| {
            let from = (*start, *top_px);
            *start += chunk.length;
            *top_px += chunk.shaped.as_ref().map_or(0.0, |shaped| shaped.layout.height());
            Some((from, chunk))
        });
        with_starts.filter_map(move |((start, top_px), chunk)| {
            let is_done = chunk
                .shaped
                .as_ref()
                .is_some_and(|shaped| shaped.width_px == width_px && shaped.alignment == alignment);
            let end = start + chunk.length;
            let preedit = preedit.filter(|(at, _)| (start..=end).contains(at));
            let preedit = preedit.map(|(at, preedit)| (at - start, preedit.as_str()));
            let text = text.get(start..end).unwrap_or_default();
            (!is_done).then_some(Unfinished { text, shaped: &mut chunk.shaped, top_px, direction, preedit })
        })
    }

    /// Height in pixels, lines and bytes of what is shaped, whatever width it was broken for.
    pub(crate) fn shaped_extent(&self) -> (f32, usize, usize) {
        let shaped = self.chunks.iter().filter_map(|chunk| Some((&chunk.shaped.as_ref()?.layout, chunk.length)));
        shaped.fold((0.0, 0, 0), |(height_px, lines, bytes), (layout, length)| {
            (height_px + layout.height(), lines + layout.len(), bytes + length)
        })
    }

    /// Adds up the heights of its chunks; `guess_px` tells that of so many bytes that are not shaped yet.
    pub(crate) fn settle(&mut self, guess_px: impl Fn(usize) -> f32) {
        let height =
            |chunk: &Chunk| chunk.shaped.as_ref().map_or_else(|| guess_px(chunk.length), |s| s.layout.height());
        self.height_px = self.chunks.iter().map(height).sum();
    }

    /// The widest line, in pixels.
    pub(crate) fn width_px(&self) -> f32 {
        if self.text.is_empty() && self.preedit.is_none() {
            // shaped with a space, to have a height
            return 0.0;
        }
        let widths = self.chunks.iter().filter_map(|chunk| chunk.shaped.as_ref());
        widths.map(|shaped| shaped.layout.full_width()).fold(0.0, f32::max)
    }

    /// The layouts with their tops, in pixels from the paragraph's top.
    pub(crate) fn layouts(&self) -> impl Iterator<Item = (&Layout<Ink>, f32)> {
        self.chunks.iter().filter_map(|chunk| chunk.shaped.as_ref()).scan(0.0, |top, shaped| {
            let at = *top;
            *top += shaped.layout.height();
            Some((&shaped.layout, at))
        })
    }

    /// The lines from top to bottom, over all chunks.
    pub(crate) fn lines(&self) -> impl Iterator<Item = LineAt<'_>> {
        let mut chunk_start = 0;
        let mut chunk_top_px = 0.0;
        self.chunks.iter().flat_map(move |chunk| {
            let (start, top) = (chunk_start, chunk_top_px);
            chunk_start += chunk.length;
            chunk_top_px += chunk.shaped.as_ref().map_or(0.0, |shaped| shaped.layout.height());
            chunk.shaped.iter().flat_map(move |shaped| {
                let at = move |line| LineAt { line, chunk_start: start, marks: &shaped.marks, chunk_top_px: top };
                shaped.layout.lines().map(at)
            })
        })
    }

    /// How many lines there are.
    pub(crate) fn line_count(&self) -> usize {
        self.layouts().map(|(layout, _)| layout.len()).sum()
    }

    /// A line by its number.
    pub(crate) fn line(&self, index: usize) -> Option<LineAt<'_>> {
        let mut index = index;
        let mut chunk_start = 0;
        let mut chunk_top_px = 0.0;
        for chunk in &self.chunks {
            let Broken { layout, marks, .. } = chunk.shaped.as_ref()?;
            if let Some(line) = layout.get(index) {
                return Some(LineAt { line, chunk_start, marks, chunk_top_px });
            }
            index -= layout.len();
            chunk_start += chunk.length;
            chunk_top_px += layout.height();
        }
        None
    }
}

/// A place to cut near `aim` bytes: after the last space before it, or else between two letters.
fn cut_near(text: &str, aim: usize) -> usize {
    let aim = text.floor_char_boundary(aim);
    let head = text.get(..aim).unwrap_or(text);
    if let Some((at, space)) = head.char_indices().rev().take(aim / 4).find(|(_, letter)| letter.is_whitespace()) {
        return at + space.len_utf8();
    }
    let from = text.floor_char_boundary(aim.saturating_sub(64));
    let tail = text.get(from..).unwrap_or_default();
    tail.grapheme_indices(true).map(|(at, _)| from + at).find(|&at| at >= aim).unwrap_or(aim)
}

#[cfg(test)]
mod tests {
    use super::super::layout::Goal;
    use super::*;
    use crate::text::engine::Engine;

    fn lay_out(paragraph: &mut Paragraph, engine: &mut Engine, style: &LayoutStyle) {
        super::super::layout::lay_out(std::slice::from_mut(paragraph), engine, style, &Goal::EVERYTHING);
    }

    fn style(width_px: f32) -> LayoutStyle {
        LayoutStyle { width_px: Some(width_px), ..LayoutStyle::default() }
    }

    #[test]
    fn chunks_always_add_up_to_the_text() {
        let check = |paragraph: &Paragraph| {
            assert_eq!(paragraph.chunks.iter().map(|chunk| chunk.length).sum::<usize>(), paragraph.text.len());
            assert!(paragraph.chunks.iter().all(|chunk| chunk.length <= LONGEST_CHUNK));
        };
        let mut paragraph = Paragraph::new("نص طويل جدا ".repeat(3_000));
        assert!(paragraph.chunks.len() > 3, "{}", paragraph.chunks.len());
        check(&paragraph);
        let middle = paragraph.text.floor_char_boundary(20_000);
        paragraph.replace(middle..middle, &"أكثر ".repeat(4_000));
        check(&paragraph);
        let end = paragraph.text.len();
        paragraph.replace(0..end, "قصير");
        check(&paragraph);
        assert_eq!(paragraph.text(), "قصير");
    }

    #[test]
    fn text_without_spaces_is_cut_between_letters() {
        let paragraph = Paragraph::new("ب".repeat(20_000));
        assert!(paragraph.chunks.len() > 1);
        let mut start = 0;
        for chunk in &paragraph.chunks {
            assert!(paragraph.text.is_char_boundary(start));
            start += chunk.length;
        }
    }

    #[test]
    fn a_key_in_a_long_paragraph_lays_out_one_chunk() {
        let mut engine = Engine::new();
        let mut paragraph = Paragraph::new("نص طويل جدا ".repeat(3_000));
        lay_out(&mut paragraph, &mut engine, &style(500.0));
        assert!(paragraph.is_shaped());
        let end = paragraph.len();
        paragraph.replace(end..end, "ب");
        assert_eq!(paragraph.chunks.iter().filter(|chunk| chunk.shaped.is_none()).count(), 1);
    }

    #[test]
    fn lines_are_found_by_number_over_all_chunks() {
        let mut engine = Engine::new();
        let mut paragraph = Paragraph::new("نص طويل جدا ".repeat(3_000));
        lay_out(&mut paragraph, &mut engine, &style(500.0));
        let mut end = 0;
        let mut bottom = 0.0;
        for (index, line) in paragraph.lines().enumerate() {
            assert_eq!(line.bytes().start, end);
            assert!(line.span_px().0 >= bottom - 0.01);
            assert_eq!(paragraph.line(index).expect("there").bytes(), line.bytes());
            end = line.bytes().end;
            bottom = line.span_px().1;
        }
        assert_eq!(end, paragraph.len());
        assert_eq!(paragraph.lines().count(), paragraph.line_count());
    }

    #[test]
    fn a_paragraph_without_text_has_a_height_and_no_width() {
        let mut paragraph = Paragraph::new(String::new());
        let single_line = LayoutStyle { width_px: None, ..LayoutStyle::default() };
        lay_out(&mut paragraph, &mut Engine::new(), &single_line);
        assert_eq!(paragraph.width_px(), 0.0);
        assert!(paragraph.height_px() > 10.0);
    }

    #[test]
    fn what_is_composed_is_shown_and_is_not_text() {
        let mut engine = Engine::new();
        let mut paragraph = Paragraph::new("نص".to_owned());
        paragraph.set_preedit(Some((2, "كتا".to_owned())));
        lay_out(&mut paragraph, &mut engine, &style(500.0));
        let shown: usize = paragraph.lines().map(|line| line.line.text_range().len()).sum();
        assert_eq!(shown, "نكتاص".len());
        assert_eq!(paragraph.text(), "نص");
    }
}
