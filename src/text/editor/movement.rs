//! Where keys take the caret: by letter as seen, by word as read, by line and by page.
//!
//! Apart from the document because every answer needs the layout.

use unicode_segmentation::UnicodeSegmentation;

use super::stops::Spot;
use super::{Affinity, Caret, Editor, Paragraph};

impl Editor {
    /// One step of an arrow key. Past a paragraph's end it enters the neighbour; past the text it stays.
    pub(crate) fn stepped(&self, from: Caret, right: bool) -> Caret {
        let (Some(paragraph), Some(style)) = (self.paragraphs.get(from.paragraph), &self.layout) else { return from };
        match paragraph.step(from.spot(), right, style) {
            Some(spot) => Caret::at(from.paragraph, spot),
            None => self.neighbour(from, right != paragraph.direction().is_rtl()),
        }
    }

    /// The place where an arrow enters the paragraph above or below.
    fn neighbour(&self, from: Caret, forward: bool) -> Caret {
        let index = if forward { Some(from.paragraph + 1) } else { from.paragraph.checked_sub(1) };
        index.and_then(|index| Some(Caret::at(index, self.paragraphs.get(index)?.entrance(forward)))).unwrap_or(from)
    }

    /// To the next word's start, or back to this one's, in reading order.
    pub(crate) fn stepped_word(&self, from: Caret, right: bool) -> Caret {
        let Some(paragraph) = self.paragraphs.get(from.paragraph) else { return from };
        let forward = right != paragraph.direction().is_rtl();
        self.word_from(from, forward)
    }

    /// The next place that a word move goes to; one that looks the same as this is passed over.
    pub(crate) fn word_from(&self, from: Caret, forward: bool) -> Caret {
        let Some(paragraph) = self.paragraphs.get(from.paragraph) else { return from };
        let text = paragraph.text();
        let start = paragraph.content_start();
        let mut byte = from.byte;
        loop {
            let next = if forward { next_word(text, byte) } else { previous_word(text, byte).filter(|_| byte > start) };
            let Some(next) = next else { return self.neighbour(from, forward) };
            byte = next.max(start);
            if paragraph.is_atom() {
                byte = if forward { text.len() } else { 0 };
            } else if let Some(atom) = paragraph.inline_around(byte) {
                // not to a word within it, but to the one after it
                let last = text.floor_char_boundary(atom.end.saturating_sub(1));
                byte = if forward { next_word(text, last).unwrap_or(atom.end) } else { atom.start };
            }
            let affinity = if byte == text.len() { Affinity::Upstream } else { Affinity::Downstream };
            let caret = Caret::new(from.paragraph, byte, affinity);
            let Some(style) = &self.layout else { return caret };
            if !paragraph.place(caret.spot(), style).is_same(paragraph.place(from.spot(), style)) {
                return caret;
            }
        }
    }

    /// Without a selection one step; with one, its edge on the arrow's side.
    pub(crate) fn arrow(&mut self, right: bool, by_word: bool, extend: bool) {
        let to = match self.selection() {
            Some((from, to)) if !extend && !by_word => self.selection_edge(from, to, right),
            _ if by_word => self.stepped_word(self.caret, right),
            _ => self.stepped(self.caret, right),
        };
        self.move_to(to, extend);
    }

    fn selection_edge(&self, from: Caret, to: Caret, right: bool) -> Caret {
        let (Some((first, x_first)), Some((last, x_last))) = (self.line_and_x(from), self.line_and_x(to)) else {
            return to;
        };
        if first == last {
            return if (x_first < x_last) == right { to } else { from };
        }
        let is_rtl = self.paragraphs.get(from.paragraph).is_some_and(|paragraph| paragraph.direction().is_rtl());
        if right == is_rtl { from } else { to }
    }

    fn line_and_x(&self, caret: Caret) -> Option<((usize, usize), f32)> {
        let place = self.paragraphs.get(caret.paragraph)?.place(caret.spot(), self.layout.as_ref()?);
        Some(((caret.paragraph, place.line), place.x))
    }

    /// To the line above or below, under where the move began; `None` past the text.
    pub(crate) fn stepped_line(&mut self, down: bool) -> Option<Caret> {
        let ((index, line), x) = self.line_and_x(self.caret)?;
        let x = *self.goal_x.get_or_insert(x);
        let paragraph = self.paragraphs.get(index)?;
        let (index, line) = if down {
            if line + 1 < paragraph.line_count() { (index, line + 1) } else { (index + 1, 0) }
        } else if let Some(above) = line.checked_sub(1) {
            (index, above)
        } else {
            let above = index.checked_sub(1)?;
            (above, self.paragraphs.get(above)?.line_count().saturating_sub(1))
        };
        Some(Caret::at(index, self.paragraphs.get(index)?.hit_line(line, x)))
    }

    /// Up or down by a line; `false` where there is none, and then the caret goes to the text's end on that side.
    pub(crate) fn line_move(&mut self, down: bool, extend: bool) -> bool {
        let goal = self.goal_x.or_else(|| self.line_and_x(self.caret).map(|(_, x)| x));
        let to = self.stepped_line(down);
        let end = if down { self.end() } else { self.start() };
        self.move_to(to.unwrap_or(end), extend);
        self.goal_x = goal;
        to.is_some()
    }

    /// Up or down by a page's height.
    pub(crate) fn page_move(&mut self, height_px: f32, extend: bool) {
        let Some(rect) = self.caret_rect_px(self.caret) else { return };
        let x = self.goal_x.unwrap_or_else(|| rect.left());
        let y = rect.center().y + height_px;
        let to = if y < 0.0 {
            self.start()
        } else if y > self.height_px() {
            self.end()
        } else {
            self.hit_px(x, y)
        };
        self.move_to(to, extend);
        self.goal_x = Some(x);
    }

    /// To the start or the end of the line.
    pub(crate) fn line_end_move(&mut self, at_end: bool, extend: bool) {
        let Some(((index, line), _)) = self.line_and_x(self.caret) else { return };
        let Some(paragraph) = self.paragraphs.get(index) else { return };
        self.move_to(Caret::at(index, paragraph.line_end(line, at_end)), extend);
    }

    /// Selects the word at a place.
    pub(crate) fn select_word(&mut self, at: Caret) {
        let (from, to) = self.word_at(at);
        self.move_to(from, false);
        self.move_to(to, true);
    }

    /// From where to where the word at a place reaches.
    pub(super) fn word_at(&self, at: Caret) -> (Caret, Caret) {
        if self.is_atom(at.paragraph) {
            return self.whole_paragraph(at.paragraph);
        }
        let text = self.paragraph(at.paragraph);
        // between two words, the one that the place clings to
        let inside = match at.affinity {
            Affinity::Downstream => at.byte,
            Affinity::Upstream => text.floor_char_boundary(at.byte.saturating_sub(1)),
        };
        let inside = inside.max(self.content_start(at.paragraph));
        let paragraph = self.paragraphs.get(at.paragraph);
        if let Some(atom) =
            paragraph.and_then(|paragraph| paragraph.inline_from(inside).or(paragraph.inline_around(inside)))
        {
            return (
                Caret::new(at.paragraph, atom.start, Affinity::Downstream),
                Caret::new(at.paragraph, atom.end, Affinity::Upstream),
            );
        }
        let mut words = text.split_word_bound_indices();
        let (start, word) = words.rfind(|(start, _)| *start <= inside).unwrap_or_default();
        let end = start + word.len();
        let start = start.max(self.content_start(at.paragraph)).min(end);
        // a word that is written close to an atom ends there
        let atoms = || paragraph.into_iter().flat_map(|paragraph| paragraph.inline_atoms().map(|held| &held.bytes));
        let start = atoms().map(|atom| atom.end).filter(|edge| (start..=inside).contains(edge)).max().unwrap_or(start);
        let end = atoms().map(|atom| atom.start).filter(|edge| (inside + 1..=end).contains(edge)).min().unwrap_or(end);
        (Caret::new(at.paragraph, start, Affinity::Downstream), Caret::new(at.paragraph, end, Affinity::Upstream))
    }

    /// Selects a whole paragraph.
    pub(crate) fn select_paragraph(&mut self, index: usize) {
        let (from, to) = self.whole_paragraph(index);
        self.move_to(from, false);
        self.move_to(to, true);
    }

    /// A paragraph's first and last place.
    pub(super) fn whole_paragraph(&self, index: usize) -> (Caret, Caret) {
        let end = self.paragraph(index).len();
        (self.caret_in(index, 0), Caret::new(index, end, Affinity::Upstream))
    }

    /// The place nearest to a point, in pixels from the text's top left.
    pub(crate) fn hit_px(&self, x: f32, y: f32) -> Caret {
        let mut top = 0.0;
        let mut last = Caret::default();
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            let bottom = top + paragraph.height_px();
            if y < bottom || index + 1 == self.paragraphs.len() {
                last = Caret::at(index, paragraph.hit(x, y - top));
                break;
            }
            top = bottom;
        }
        last
    }

    /// The caret's rectangle without width, in pixels from the text's top left.
    pub(crate) fn caret_rect_px(&self, caret: Caret) -> Option<egui::Rect> {
        let paragraph = self.paragraphs.get(caret.paragraph)?;
        let mut spot = caret.spot();
        // the caret stands after what is being composed, which the layout holds and the text does not
        if self.composing == Some(caret.paragraph) {
            spot = Spot { byte: spot.byte + paragraph.preedit_len(), affinity: Affinity::Upstream };
        }
        let place = paragraph.place(spot, self.layout.as_ref()?);
        let top: f32 = self.paragraphs.iter().take(caret.paragraph).map(Paragraph::height_px).sum();
        let (line_top, line_bottom) = paragraph.line_span_px(place.line)?;
        Some(egui::Rect::from_min_max(egui::pos2(place.x, top + line_top), egui::pos2(place.x, top + line_bottom)))
    }
}

/// The start of the word after `byte`, or the text's end; `None` at the end.
pub(crate) fn next_word(text: &str, byte: usize) -> Option<usize> {
    if byte >= text.len() {
        return None;
    }
    let window = byte..text.floor_char_boundary(byte + WINDOW);
    let rest = text.get(window)?;
    let mut words = rest.split_word_bound_indices().skip(1).filter(|(_, word)| is_word(word));
    let next = words.next().map_or(rest.len(), |(at, _)| at);
    Some(byte + next)
}

/// The start of the word before `byte`; `None` at the text's start.
pub(crate) fn previous_word(text: &str, byte: usize) -> Option<usize> {
    if byte == 0 {
        return None;
    }
    let from = text.floor_char_boundary(byte.saturating_sub(WINDOW));
    let before = text.get(from..byte)?;
    let mut words = before.split_word_bound_indices().rev().filter(|(_, word)| is_word(word));
    Some(from + words.next().map_or(0, |(at, _)| at))
}

/// How far a word is looked for, in bytes: word breaks in a very long paragraph cost no more than in a short one.
const WINDOW: usize = 4_000;

fn is_word(segment: &str) -> bool {
    segment.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_at_letters_and_numbers() {
        let starts = |text: &str| {
            let forward: Vec<usize> = std::iter::successors(Some(0), |&byte| next_word(text, byte)).collect();
            let mut back: Vec<usize> =
                std::iter::successors(Some(text.len()), |&byte| previous_word(text, byte)).collect();
            back.reverse();
            assert_eq!(forward, back, "{text:?}");
            forward
        };
        assert_eq!(starts("ab cd, ef"), [0, 3, 7, 9]);
        assert_eq!(starts("نص (Text) 35%"), [0, 6, 12, 15]);
        assert_eq!(starts("مُحَمَّدٌ رسول"), [0, 19, 27]);
        assert_eq!(starts("می\u{200C}خواهم"), [0, 17]);
        assert_eq!(starts(""), [0]);
    }
}
