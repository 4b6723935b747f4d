//! One paragraph: its text and the layout of it, kept until the text changes.
//!
//! Apart because it is the unit of work. A key lays out one paragraph, or only those of its lines that it touches
//! ([`super::splice`]); a very long one is laid out in chunks that break softly, so that a key costs the same in a note
//! pasted without a single newline.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use super::LayoutStyle;
use super::chunk::{Broken, CHUNK, Chunk, LONGEST_CHUNK, Surroundings, Unfinished, cut_near};
use super::heard::Heard;
use super::held::Held;
use super::inline::InlineAtom;
use super::room::Room;
use crate::text::bidi::{Direction, first_strong, leading_mark};

/// Text between two newlines.
pub(crate) struct Paragraph {
    text: String,
    pub(super) chunks: Vec<Chunk>,
    first_strong: Option<Direction>,
    direction: Direction,
    height_px: f32,
    /// What an input method composes, and where: shown, but not part of the text.
    pub(super) preedit: Option<(usize, String)>,
    /// The marked stretches, the oldest first.
    ranges: Vec<Held>,
    /// Width and height of what the caller draws in its place, in pixels, where it is an atom.
    atom_px: (f32, f32),
    /// How wide its inline atoms are drawn.
    pub(super) inline: Vec<InlineAtom>,
    /// Its name among the editor's paragraphs, which none gets twice; 0 until somebody asks.
    serial: Cell<u64>,
    /// What screen readers were told of it.
    pub(super) heard: RefCell<Heard>,
    /// What is kept free around it.
    room: Room,
}

impl Paragraph {
    pub(crate) fn new(text: String) -> Self {
        let mut paragraph = Self {
            first_strong: first_strong(&text),
            chunks: vec![Chunk::new(text.len())],
            text,
            direction: Direction::RightToLeft,
            height_px: 0.0,
            preedit: None,
            ranges: Vec::new(),
            atom_px: (0.0, 0.0),
            inline: Vec::new(),
            serial: Cell::new(0),
            heard: RefCell::default(),
            room: Room::default(),
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

    /// Its name among the paragraphs of an editor: the next one where it has none yet.
    pub(super) fn serial(&self, last: &Cell<u64>) -> u64 {
        if self.serial.get() == 0 {
            last.set(last.get() + 1);
            self.serial.set(last.get());
        }
        self.serial.get()
    }

    /// It is another from now on to who listens.
    fn sounds_different(&mut self) {
        self.heard.get_mut().key = None;
    }

    /// Puts `with` in the place of `range`; only the lines it touches are laid out again, or the chunks.
    pub(crate) fn replace(&mut self, range: Range<usize>, with: &str) {
        self.sounds_different();
        if !self.part_lines(&range, with) {
            let mut start = 0;
            let touched = self.chunks.iter().map(|chunk| {
                let end = start + chunk.length;
                let is_touched = start <= range.end && range.start <= end;
                start = end;
                is_touched
            });
            let touched: Vec<bool> = touched.collect();
            let first = touched.iter().position(|is_touched| *is_touched).unwrap_or_default();
            let last = touched.iter().rposition(|is_touched| *is_touched).unwrap_or_default();
            let chunk = self.join_chunks(first..last + 1);
            if let Some(chunk) = self.chunks.get_mut(chunk) {
                chunk.length = (chunk.length + with.len()).saturating_sub(range.len());
            }
        }
        self.text.replace_range(range, with);
        self.first_strong = first_strong(&self.text);
        self.split_long_chunks();
    }

    /// Makes one chunk of some and of what they go on with. Answers which it is.
    pub(super) fn join_chunks(&mut self, chunks: Range<usize>) -> usize {
        let before = self.chunks.iter().take(chunks.start).rev().take_while(|chunk| chunk.goes_on).count();
        let after = self.chunks.iter().skip(chunks.end.saturating_sub(1)).take_while(|chunk| chunk.goes_on).count();
        let (first, end) = (chunks.start - before, chunks.end + after);
        let length = self.chunks.iter().take(end).skip(first).map(|chunk| chunk.length).sum();
        self.chunks.splice(first..end, [Chunk::new(length)]);
        first
    }

    /// Makes one chunk of all of it: in a field of one line it stays on its line, however long it is.
    pub(super) fn join_all_chunks(&mut self) {
        if self.chunks.len() > 1 {
            self.join_chunks(0..self.chunks.len());
        }
    }

    /// What lines were taken out of, and cannot be laid out without them now, is one chunk again.
    fn join_unfinished(&mut self, style: &LayoutStyle) {
        let mut index = 0;
        while index < self.chunks.len() {
            let goes_on = self.chunks.iter().skip(index).take_while(|chunk| chunk.goes_on).count();
            let is_fine = |chunk: &Chunk| chunk.is_trial || chunk.is_done(style, &self.room);
            if goes_on > 0 && !self.chunks.iter().skip(index).take(goes_on + 1).all(is_fine) {
                self.join_chunks(index..index + 1);
            } else {
                index += goes_on;
            }
            index += 1;
        }
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
                    chunks.push(Chunk::new(cut));
                    rest = rest.get(cut..).unwrap_or_default();
                }
                chunks.push(Chunk::new(rest.len()));
            }
            start = end;
        }
        self.chunks = chunks;
    }

    /// Shows what an input method composes; an empty text ends it.
    pub(crate) fn set_preedit(&mut self, preedit: Option<(usize, String)>) {
        if self.preedit != preedit {
            self.sounds_different();
            for (at, _) in [&self.preedit, &preedit].into_iter().flatten() {
                let at = *at;
                let mut start = 0;
                for chunk in &mut self.chunks {
                    if (start..=start + chunk.length).contains(&at) {
                        chunk.forget();
                    }
                    start += chunk.length;
                }
            }
            self.preedit = preedit;
        }
    }

    /// Is an input method composing in it?
    pub(super) const fn is_composing(&self) -> bool {
        self.preedit.is_some()
    }

    /// Is there no letter to be seen, neither of the text nor of what is being composed?
    pub(crate) fn shows_nothing(&self) -> bool {
        self.text.is_empty() && self.preedit.is_none()
    }

    /// How many bytes are being composed.
    pub(crate) fn preedit_len(&self) -> usize {
        self.preedit.as_ref().map_or(0, |(_, preedit)| preedit.len())
    }

    /// Forgets every layout: the style or the scale has changed.
    pub(crate) fn forget_layout(&mut self) {
        self.sounds_different();
        self.chunks.iter_mut().for_each(Chunk::forget);
    }

    /// The marked stretches, the oldest first.
    pub(super) fn ranges(&self) -> &[Held] {
        &self.ranges
    }

    /// Takes the marked stretches out for an edit, after which they come back: what is not edited keeps its layout.
    pub(super) fn take_ranges(&mut self) -> Vec<Held> {
        self.sounds_different();
        std::mem::take(&mut self.ranges)
    }

    /// A stretch comes back, or one that an edit made of it. Letters keep their look, but those that the edit touched.
    pub(super) fn add_range(&mut self, held: Held) {
        self.sounds_different();
        self.ranges.push(held);
        self.hold_atoms_together();
    }

    /// Other marked stretches: the letters below them look different from now on.
    pub(super) fn set_ranges(&mut self, ranges: Vec<Held>) {
        self.sounds_different();
        let old = std::mem::replace(&mut self.ranges, ranges);
        let is_other = |held: &&Held| !(old.contains(held) && self.ranges.contains(held));
        let changed: Vec<Range<usize>> =
            old.iter().chain(&self.ranges).filter(is_other).map(|held| held.bytes.clone()).collect();
        changed.iter().for_each(|bytes| self.forget_layout_of(bytes));
        self.hold_atoms_together();
    }

    /// Forgets the layout of some bytes.
    pub(super) fn forget_layout_of(&mut self, bytes: &Range<usize>) {
        self.sounds_different();
        let mut start = 0;
        for chunk in &mut self.chunks {
            let end = start + chunk.length;
            if bytes.start <= end && start <= bytes.end {
                chunk.forget();
            }
            start = end;
        }
    }

    /// Is it one thing that the caller draws?
    pub(crate) fn is_atom(&self) -> bool {
        self.atom().is_some()
    }

    /// The range that makes it an atom.
    pub(super) fn atom(&self) -> Option<&Held> {
        self.ranges.iter().find(|held| held.is_atom)
    }

    /// The width and height that the caller takes for it, in pixels, where it is an atom. `true` where that is new.
    pub(super) fn set_atom_px(&mut self, room: (f32, f32)) -> bool {
        let is_new = self.atom_px != room || self.height_px != self.room.above_px + room.1 + self.room.below_px;
        if is_new {
            self.sounds_different();
        }
        self.atom_px = room;
        is_new
    }

    /// The width of what the caller draws, in pixels, where it is an atom.
    pub(super) fn atom_width_px(&self) -> Option<f32> {
        self.is_atom().then_some(self.atom_px.0)
    }

    /// Where its letters begin: behind the mark of its direction.
    pub(crate) fn content_start(&self) -> usize {
        match leading_mark(&self.text) {
            Some((_, length)) if !self.is_atom() => length,
            _ => 0,
        }
    }

    /// The nearest place for a caret: between two letters, behind the mark of direction, at an atom's ends.
    pub(crate) fn snap(&self, byte: usize) -> usize {
        if self.is_atom() {
            return if byte > self.len() / 2 { self.len() } else { 0 };
        }
        let byte = self.text.floor_char_boundary(byte).max(self.content_start());
        match self.inline_around(byte) {
            Some(atom) if byte - atom.start > atom.len() / 2 => atom.end,
            Some(atom) => atom.start,
            None => byte,
        }
    }

    /// How much of it waits to be shaped, in bytes.
    #[cfg(test)]
    pub(super) fn stale_bytes(&self) -> usize {
        self.chunks.iter().filter(|chunk| chunk.shaped.is_none()).map(|chunk| chunk.length).sum()
    }

    /// Is all of it laid out?
    pub(crate) fn is_shaped(&self) -> bool {
        self.is_atom() || self.chunks.iter().all(|chunk| chunk.shaped.is_some())
    }

    /// What is kept free around it.
    pub(super) const fn room(&self) -> Room {
        self.room
    }

    /// Keeps other room free. Its letters are shaped anew where these are of another size now.
    pub(super) fn set_room(&mut self, room: Room) {
        if self.room.style != room.style {
            self.forget_layout();
        }
        if self.room != room {
            self.sounds_different();
        }
        self.room = room;
    }

    /// Takes the direction that its letters, the style or the paragraph above give it, and returns it for the one below.
    pub(crate) fn take_direction(&mut self, style: &LayoutStyle, inherited: Direction) -> Direction {
        let inherited = if self.room.starts_section { style.fallback } else { inherited };
        // a first word that is still being composed must not jump to the other side when it is done
        let composed = || self.preedit.as_ref().and_then(|(_, preedit)| first_strong(preedit));
        let direction = style.base.or(self.first_strong).or_else(composed).unwrap_or(inherited);
        if direction != self.direction {
            self.direction = direction;
            self.forget_layout();
        }
        direction
    }

    /// What has to be shaped or broken into lines.
    pub(crate) fn unfinished(&mut self, style: &LayoutStyle) -> impl Iterator<Item = Unfinished<'_>> {
        let is_atom = self.is_atom();
        if self.chunks.len() > 1 {
            self.join_unfinished(style);
        }
        let around = Surroundings {
            text: &self.text,
            direction: self.direction,
            preedit: self.preedit.as_ref(),
            ranges: &self.ranges,
            inline: &self.inline,
            room: self.room,
        };
        // an atom is the caller's to lay out
        let chunks: &mut [Chunk] = if is_atom { &mut [] } else { &mut self.chunks };
        around.unfinished(chunks, style)
    }

    /// Height in pixels, lines and bytes of what is shaped, whatever width it was broken for.
    pub(crate) fn shaped_extent(&self) -> (f32, usize, usize) {
        let shaped = self.chunks.iter().filter_map(|chunk| Some((chunk.shaped.as_ref()?, chunk.length)));
        shaped.fold((0.0, 0, 0), |(height_px, lines, bytes), (shaped, length)| {
            (height_px + shaped.height_px(), lines + shaped.len(), bytes + length)
        })
    }

    /// Adds up the heights of its chunks; `guess_px` tells that of so many bytes that are not shaped yet.
    pub(crate) fn settle(&mut self, guess_px: impl Fn(usize) -> f32) {
        let height = |chunk: &Chunk| chunk.shaped.as_ref().map_or_else(|| guess_px(chunk.length), Broken::height_px);
        let content = if self.is_atom() { self.atom_px.1 } else { self.chunks.iter().map(height).sum() };
        self.height_px = self.room.above_px + content + self.room.below_px;
    }
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
    fn what_nothing_ends_is_one_line_however_long_it_is_and_whatever_is_typed_into_it() {
        let mut engine = Engine::new();
        let mut editor = super::super::Editor::new(&"اجتماع طويل العنوان ".repeat(2_000));
        let single_line = LayoutStyle { width_px: None, ..LayoutStyle::default() };
        editor.lay_out(&mut engine, &single_line);
        let height_px = editor.height_px();
        assert_eq!(editor.paragraphs[0].line_count(), 1);
        editor.paragraphs[0].replace(4_000..4_000, "ن");
        editor.progress = super::super::layout::Progress::Stale;
        editor.lay_out(&mut engine, &single_line);
        assert_eq!((editor.paragraphs[0].line_count(), editor.height_px()), (1, height_px));
        // Where something ends them, there are many again.
        editor.paragraphs[0].replace(0..0, "ن");
        editor.progress = super::super::layout::Progress::Stale;
        editor.lay_out(&mut engine, &style(500.0));
        assert!(editor.paragraphs[0].line_count() > 50);
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
