//! An editor for plain text that reads both ways: [`Editor`] is the document, [`EditorView`] shows it for a frame.
//!
//! The document knows no window: it holds paragraphs, caret, selection and undo, and can be edited from code. The view
//! lays it out, feeds it keys and clicks, and paints it. Between the two stands one table, the caret stops of a line
//! (`stops`), from which arrows, clicks and selections all follow.
//!
//! Beyond plain text a document holds [ranges](TextRange): stretches that the caller marks, which follow every edit,
//! and atoms that the caller draws: [paragraphs](Editor::insert_atom) and [words](Editor::insert_inline_atom). A
//! paragraph can have a direction of its own ([`Editor::set_direction`]). All of it is undone with the text. And it can
//! be several texts of the caller's at once ([`Editor::set_sections`]), which stay apart whatever is edited. Nothing is
//! ever replaced by itself: what one types is what there is.

mod announce;
mod atoms;
mod caret;
mod chunk;
mod composing;
mod direction;
mod drag;
mod draw;
mod draw_atoms;
mod draw_inline;
mod draw_sections;
mod edits;
mod field;
mod find;
mod follow;
mod heard;
mod held;
mod history;
mod inline;
mod input;
mod inspect;
mod keys;
mod layout;
mod lines;
mod marks;
mod menu;
mod movement;
mod paragraph;
mod pointer;
mod ranges;
mod room;
mod section_edits;
mod sections;
mod shortcuts;
mod show;
mod splice;
mod steps;
mod stops;
mod style;
mod view;

use std::cell::Cell;
use std::cmp::Ordering;
use std::ops::Range;

pub use caret::{Affinity, Caret};
pub use draw_atoms::AtomAt;
pub use draw_sections::SectionAt;
pub use field::TextField;
pub use find::{Fold, Hit, NextHit, find};
pub use menu::Words;
pub use pointer::RangeUnder;
pub use ranges::{PlacedRange, RangeKind, RangeLook, TextRange};
pub use sections::{EdgeKey, Section, SectionFont, SectionFrame};
pub use steps::tell_steps;
pub use style::LayoutStyle;
pub use view::{EditorOutput, EditorView, Leave};

pub(crate) use edits::clean;
pub(crate) use paragraph::Paragraph;
pub(crate) use shortcuts::shortcut_key;
pub(crate) use stops::CARET_ROOM_PX;

use super::bidi::Direction;
use history::History;

/// A text with caret, selection and undo.
pub struct Editor {
    paragraphs: Vec<Paragraph>,
    caret: Caret,
    anchor: Caret,
    /// Where Up and Down aim, in pixels: short lines do not draw the caret in.
    goal_x: Option<f32>,
    history: History,
    revision: u64,
    layout: Option<LayoutStyle>,
    progress: layout::Progress,
    /// The view should bring the caret into sight.
    reveals_caret: bool,
    /// And what was found, even while the focus is where one looks for it.
    reveals_hit: bool,
    /// How far a single line has been moved to show the caret, in pixels.
    scroll_px: f32,
    /// The selection as the system was last told of it.
    reported: Option<(stops::Spot, stops::Spot, usize, usize)>,
    /// The paragraph in which an input method is composing.
    composing: Option<usize>,
    /// What was typed while it was: it comes after what is composed.
    after_composition: String,
    /// What was held down with it.
    held_with: egui::Modifiers,
    /// What an input method showed last, until it is committed or given up.
    last_composed: String,
    /// In so many frames what was composed may still be committed.
    awaits_commit: u8,
    press: pointer::Press,
    /// The id of the newest range.
    last_range: u64,
    /// The name of the newest paragraph that a screen reader was told of.
    last_serial: Cell<u64>,
    search: find::Search,
    /// The direction of a text on a single line, where its letters do not decide.
    line_direction: Option<Direction>,
    /// Shift with Ctrl, held down.
    chord: shortcuts::DirectionKeys,
    sections: sections::Sections,
}

impl Default for Editor {
    fn default() -> Self {
        Self::new("")
    }
}

impl std::fmt::Debug for Editor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Editor")
            .field("text", &self.text())
            .field("anchor", &self.anchor)
            .field("caret", &self.caret)
            .finish_non_exhaustive()
    }
}

impl Editor {
    /// A document with the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut editor = Self {
            paragraphs: paragraphs(&clean(text)),
            caret: Caret::default(),
            anchor: Caret::default(),
            goal_x: None,
            history: History::default(),
            revision: 0,
            layout: None,
            progress: layout::Progress::Stale,
            reveals_caret: false,
            reveals_hit: false,
            scroll_px: 0.0,
            reported: None,
            composing: None,
            after_composition: String::new(),
            held_with: egui::Modifiers::NONE,
            last_composed: String::new(),
            awaits_commit: 0,
            press: pointer::Press::default(),
            last_range: 0,
            last_serial: Cell::new(0),
            search: find::Search::default(),
            line_direction: None,
            chord: shortcuts::DirectionKeys::default(),
            sections: sections::Sections::default(),
        };
        editor.caret = editor.end();
        editor.anchor = editor.caret;
        editor
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.slice(Caret::default(), self.end())
    }

    /// What time it is, in seconds: a pause ends a step of undo. The view says so in every frame.
    pub const fn set_time(&mut self, seconds: f64) {
        self.history.set_time(seconds);
    }

    /// Is this the text? Without making a copy of it.
    pub fn is(&self, text: &str) -> bool {
        let mut lines = text.split('\n');
        self.paragraphs.iter().all(|paragraph| lines.next() == Some(paragraph.text())) && lines.next().is_none()
    }

    /// Puts another text in place: the caret goes to its end, there are no sections, and there is nothing to undo.
    pub fn set_text(&mut self, text: &str) {
        *self = Self { revision: self.revision + 1, ..Self::new(text) };
    }

    /// Grows with every change of the text.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Is there no text at all? A direction alone is none.
    pub fn is_empty(&self) -> bool {
        matches!(self.paragraphs.as_slice(), [only] if only.len() == only.content_start())
    }

    /// How many paragraphs; at least one.
    pub const fn paragraph_count(&self) -> usize {
        self.paragraphs.len()
    }

    /// A paragraph's text, without its newline; empty past the last.
    pub fn paragraph(&self, index: usize) -> &str {
        self.paragraphs.get(index).map_or("", Paragraph::text)
    }

    /// The caret: paragraph and byte.
    pub const fn caret(&self) -> (usize, usize) {
        (self.caret.paragraph, self.caret.byte)
    }

    /// Moves the caret, and selects nothing.
    pub fn set_caret(&mut self, paragraph: usize, byte: usize) {
        let caret = self.caret_in(paragraph, byte);
        self.move_to(caret, false);
    }

    /// Moves the caret after the last letter.
    pub fn caret_to_end(&mut self) {
        self.move_to(self.end(), false);
    }

    /// Moves the caret before the first letter.
    pub fn caret_to_start(&mut self) {
        self.move_to(self.start(), false);
    }

    /// Selects from one place to another; the caret is at the second.
    pub fn select(&mut self, anchor: (usize, usize), caret: (usize, usize)) {
        let (anchor, caret) = (self.caret_in(anchor.0, anchor.1), self.caret_in(caret.0, caret.1));
        self.move_to(anchor, false);
        self.move_to(caret, true);
    }

    /// Selects the whole text.
    pub fn select_all(&mut self) {
        self.move_to(self.start(), false);
        self.move_to(self.end(), true);
    }

    /// What is selected; empty where nothing is. A first paragraph that is selected whole, with its newline, brings the
    /// mark of its direction along.
    pub fn selected_text(&self) -> String {
        let Some((mut from, to)) = self.selection() else { return String::new() };
        if from.paragraph < to.paragraph && from.byte <= self.content_start(from.paragraph) {
            from.byte = 0;
        }
        self.slice(from, to)
    }

    /// Can [`Editor::undo`] do anything?
    pub const fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Can [`Editor::redo`] do anything?
    pub const fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// First and last place of the selection, in reading order.
    pub(crate) fn selection(&self) -> Option<(Caret, Caret)> {
        match self.anchor.compare(&self.caret) {
            Ordering::Less => Some((self.anchor, self.caret)),
            Ordering::Greater => Some((self.caret, self.anchor)),
            Ordering::Equal => None,
        }
    }

    /// The selected bytes of a paragraph, and whether the newline after it is selected too.
    pub(crate) fn selected_in(&self, paragraph: usize) -> Option<(Range<usize>, bool)> {
        let (from, to) = self.selection()?;
        if paragraph < from.paragraph || paragraph > to.paragraph {
            return None;
        }
        let start = if paragraph == from.paragraph { from.byte } else { 0 };
        let goes_on = paragraph < to.paragraph;
        Some((start..if goes_on { self.paragraph(paragraph).len() } else { to.byte }, goes_on))
    }

    /// The text between two places in reading order.
    pub(crate) fn slice(&self, from: Caret, to: Caret) -> String {
        let mut text = String::new();
        for index in from.paragraph..=to.paragraph {
            let paragraph = self.paragraph(index);
            let start = if index == from.paragraph { from.byte } else { 0 };
            let end = if index == to.paragraph { to.byte } else { paragraph.len() };
            text.push_str(paragraph.get(start..end).unwrap_or_default());
            if index != to.paragraph {
                text.push('\n');
            }
        }
        text
    }

    /// Moves the caret; the anchor stays where the selection is to grow.
    pub(crate) fn move_to(&mut self, caret: Caret, extend: bool) {
        self.caret = caret;
        if !extend {
            self.anchor = caret;
        }
        self.goal_x = None;
        self.reveals_caret = true;
        self.history.close();
    }

    /// The nearest place for a caret: between two letters, behind the mark of a direction, at an atom's ends.
    pub(crate) fn caret_in(&self, paragraph: usize, byte: usize) -> Caret {
        let paragraph = paragraph.min(self.paragraphs.len().saturating_sub(1));
        let byte = self.paragraphs.get(paragraph).map_or(0, |at| at.snap(byte));
        Caret::new(paragraph, byte, Affinity::Downstream)
    }

    /// Before the first letter.
    pub(crate) fn start(&self) -> Caret {
        self.caret_in(0, 0)
    }

    /// A paragraph's first and last byte, with the mark of its direction: no places for a caret, but for edits.
    fn raw_paragraph(&self, index: usize) -> (Caret, Caret) {
        let at = |byte| Caret::new(index, byte, Affinity::Downstream);
        (at(0), at(self.paragraph(index).len()))
    }

    /// After the last letter.
    pub(crate) fn end(&self) -> Caret {
        let last = self.paragraphs.len().saturating_sub(1);
        Caret::new(last, self.paragraph(last).len(), Affinity::Upstream)
    }

    /// Bytes from the start of the whole text.
    pub(crate) fn offset(&self, caret: Caret) -> usize {
        let above = self.paragraphs.iter().take(caret.paragraph);
        above.map(|paragraph| paragraph.len() + 1).sum::<usize>() + caret.byte
    }

    /// The place that many bytes from the start of the whole text.
    pub(crate) fn caret_at_offset(&self, offset: usize) -> Caret {
        let at = self.raw_at_offset(offset);
        self.caret_in(at.paragraph, at.byte)
    }

    /// The same for edits, which may reach into what is one thing to the caret.
    fn raw_at_offset(&self, offset: usize) -> Caret {
        let mut left = offset;
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            if left <= paragraph.len() {
                return Caret::new(index, paragraph.text().floor_char_boundary(left), Affinity::Downstream);
            }
            left -= paragraph.len() + 1;
        }
        self.end()
    }

    /// How many `char`s there are.
    pub(crate) fn char_count(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.text().chars().count() + 1).sum::<usize>().saturating_sub(1)
    }
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    text.split('\n').map(|paragraph| Paragraph::new(paragraph.to_owned())).collect()
}

#[cfg(test)]
mod tests;
