//! An editor for plain text that reads both ways: [`Editor`] is the document, [`EditorView`] shows it for a frame.
//!
//! The document knows no window: it holds paragraphs, caret, selection and undo, and can be edited from code. The view
//! lays it out, feeds it keys and clicks, and paints it. Between the two stands one table, the caret stops of a line
//! (`stops`), from which arrows, clicks and selections all follow.

mod announce;
mod field;
mod history;
mod inspect;
mod keys;
mod menu;
mod movement;
mod paragraph;
mod pointer;
mod stops;
mod view;

use std::cmp::Ordering;
use std::ops::Range;

use parley::Alignment;
use unicode_segmentation::UnicodeSegmentation;

pub use field::TextField;
pub use menu::Words;
pub use view::{EditorOutput, EditorView, Leave};

pub(crate) use paragraph::Paragraph;

use super::bidi::Direction;
use super::engine::{Engine, Style};
use history::{Edit, History, Kind};

/// On which side of its place the caret clings, where a line or a direction ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Affinity {
    /// To what follows.
    #[default]
    Downstream,
    /// To what comes before.
    Upstream,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Caret {
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// The byte within it; always between two letters.
    pub byte: usize,
    /// Which side it clings to.
    pub affinity: Affinity,
}

impl Caret {
    const fn new(paragraph: usize, byte: usize, affinity: Affinity) -> Self {
        Self { paragraph, byte, affinity }
    }

    const fn spot(self) -> stops::Spot {
        stops::Spot { byte: self.byte, affinity: self.affinity }
    }

    const fn at(paragraph: usize, spot: stops::Spot) -> Self {
        Self::new(paragraph, spot.byte, spot.affinity)
    }

    /// By reading order; the side does not matter.
    fn compare(&self, other: &Self) -> Ordering {
        (self.paragraph, self.byte).cmp(&(other.paragraph, other.byte))
    }
}

/// How a document is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutStyle {
    /// The letters.
    pub style: Style,
    /// The screen's scale.
    pub pixels_per_point: f32,
    /// Where lines break, in pixels; `None` never breaks them.
    pub width_px: Option<f32>,
    /// Where lines stand within the width.
    pub alignment: Alignment,
    /// The direction of a first paragraph without strong letters.
    pub fallback: Direction,
    /// One direction for every paragraph, whatever its letters: for e-mail addresses and the like.
    pub base: Option<Direction>,
}

impl Default for LayoutStyle {
    fn default() -> Self {
        Self {
            style: Style::default(),
            pixels_per_point: 1.0,
            width_px: None,
            alignment: Alignment::Start,
            fallback: Direction::RightToLeft,
            base: None,
        }
    }
}

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
    needs_layout: bool,
    /// The view should bring the caret into sight.
    reveals_caret: bool,
    /// How far a single line has been moved to show the caret, in pixels.
    scroll_px: f32,
    /// The paragraph in which an input method is composing.
    composing: Option<usize>,
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
            needs_layout: true,
            reveals_caret: false,
            scroll_px: 0.0,
            composing: None,
        };
        editor.caret = editor.end();
        editor.anchor = editor.caret;
        editor
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.slice(Caret::default(), self.end())
    }

    /// Is this the text? Without making a copy of it.
    pub fn is(&self, text: &str) -> bool {
        let mut lines = text.split('\n');
        self.paragraphs.iter().all(|paragraph| lines.next() == Some(paragraph.text())) && lines.next().is_none()
    }

    /// Puts another text in place: the caret goes to its end, and there is nothing to undo.
    pub fn set_text(&mut self, text: &str) {
        *self = Self { revision: self.revision + 1, ..Self::new(text) };
    }

    /// Grows with every change of the text.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Is there no text at all?
    pub fn is_empty(&self) -> bool {
        matches!(self.paragraphs.as_slice(), [only] if only.text().is_empty())
    }

    /// How many paragraphs; at least one.
    pub const fn paragraph_count(&self) -> usize {
        self.paragraphs.len()
    }

    /// A paragraph's text, without its newline; empty past the last.
    pub fn paragraph(&self, index: usize) -> &str {
        self.paragraphs.get(index).map_or("", Paragraph::text)
    }

    /// Puts another text in a paragraph's place, as one step of undo. Newlines make more paragraphs.
    pub fn replace_paragraph(&mut self, index: usize, text: &str) {
        if index < self.paragraphs.len() {
            let length = self.paragraph(index).len();
            let (from, to) = (self.caret_in(index, 0), self.caret_in(index, length));
            self.replace(from, to, &clean(text), Kind::Whole);
        }
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
        self.move_to(Caret::default(), false);
    }

    /// Selects from one place to another; the caret is at the second.
    pub fn select(&mut self, anchor: (usize, usize), caret: (usize, usize)) {
        let (anchor, caret) = (self.caret_in(anchor.0, anchor.1), self.caret_in(caret.0, caret.1));
        self.move_to(anchor, false);
        self.move_to(caret, true);
    }

    /// Selects the whole text.
    pub fn select_all(&mut self) {
        self.move_to(Caret::default(), false);
        self.move_to(self.end(), true);
    }

    /// What is selected; empty where nothing is.
    pub fn selected_text(&self) -> String {
        self.selection().map_or_else(String::new, |(from, to)| self.slice(from, to))
    }

    /// Puts text in the place of the selection, or at the caret.
    pub fn insert(&mut self, text: &str) {
        self.insert_as(&clean(text), Kind::Whole);
    }

    /// Deletes what is selected.
    pub fn delete_selection(&mut self) {
        if let Some((from, to)) = self.selection() {
            self.replace(from, to, "", Kind::Whole);
        }
    }

    /// Can [`Editor::undo`] do anything?
    pub const fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Can [`Editor::redo`] do anything?
    pub const fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Takes back the last step.
    pub fn undo(&mut self) {
        if let Some(edit) = self.history.undo() {
            self.apply(edit.at, edit.inserted.len(), &edit.removed);
            self.anchor = self.caret_at_offset(edit.selection.0);
            self.caret = self.caret_at_offset(edit.selection.1);
        }
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) {
        if let Some(edit) = self.history.redo() {
            self.apply(edit.at, edit.removed.len(), &edit.inserted);
        }
    }

    /// Deletes before the caret: one `char`, so that a mark goes before its letter; an emoji as a whole.
    pub(crate) fn backspace(&mut self) {
        let Caret { paragraph, byte, .. } = self.caret;
        let from = if let Some((from, to)) = self.selection() {
            return self.replace(from, to, "", Kind::Deleting);
        } else if byte == 0 {
            let Some(above) = paragraph.checked_sub(1) else { return };
            self.caret_in(above, usize::MAX)
        } else {
            let before = self.paragraph(paragraph).get(..byte).unwrap_or_default();
            let cluster = before.graphemes(true).next_back().unwrap_or_default();
            let length =
                if is_emoji(cluster) { cluster.len() } else { cluster.chars().next_back().map_or(0, char::len_utf8) };
            Caret::new(paragraph, byte - length, Affinity::Downstream)
        };
        self.replace(from, self.caret, "", Kind::Deleting);
    }

    /// Deletes the whole cluster after the caret.
    pub(crate) fn delete(&mut self) {
        let Caret { paragraph, byte, .. } = self.caret;
        if let Some((from, to)) = self.selection() {
            return self.replace(from, to, "", Kind::Deleting);
        }
        let after = self.paragraph(paragraph).get(byte..).unwrap_or_default();
        let to = match after.graphemes(true).next() {
            Some(cluster) => Caret::new(paragraph, byte + cluster.len(), Affinity::Downstream),
            None if paragraph + 1 < self.paragraphs.len() => self.caret_in(paragraph + 1, 0),
            None => return,
        };
        self.replace(self.caret, to, "", Kind::Deleting);
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

    pub(crate) fn insert_as(&mut self, text: &str, kind: Kind) {
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        self.replace(from, to, text, kind);
    }

    /// The one way in which the text changes from outside the history.
    pub(crate) fn replace(&mut self, from: Caret, to: Caret, with: &str, kind: Kind) {
        let removed = self.slice(from, to);
        if removed.is_empty() && with.is_empty() {
            return;
        }
        let edit = Edit {
            at: self.offset(from),
            removed,
            inserted: with.to_owned(),
            kind,
            selection: (self.offset(self.anchor), self.offset(self.caret)),
        };
        let (at, length) = (edit.at, edit.removed.len());
        self.history.record(edit);
        self.apply(at, length, with);
    }

    /// Replaces bytes of the whole text; the caret goes after what came in.
    fn apply(&mut self, at: usize, length: usize, with: &str) {
        self.end_composition();
        let (from, to) = (self.caret_at_offset(at), self.caret_at_offset(at + length));
        let mut parts = with.split('\n');
        let first = parts.next().unwrap_or_default();
        let mut below: Vec<String> = parts.map(str::to_owned).collect();
        let tail = self.paragraph(to.paragraph).get(to.byte..).unwrap_or_default().to_owned();
        let in_one = from.paragraph == to.paragraph && below.is_empty();
        if let Some(paragraph) = self.paragraphs.get_mut(from.paragraph) {
            let end = if in_one { to.byte } else { paragraph.len() };
            match below.last_mut() {
                Some(last) => last.push_str(&tail),
                None if !in_one => {
                    paragraph.replace(from.byte..end, &format!("{first}{tail}"));
                }
                None => {}
            }
            if in_one || !below.is_empty() {
                paragraph.replace(from.byte..end, first);
            }
        }
        let replaced = from.paragraph + 1..to.paragraph + 1;
        self.paragraphs.splice(replaced, below.into_iter().map(Paragraph::new));
        self.revision += 1;
        self.needs_layout = true;
        self.caret = Caret { affinity: Affinity::Upstream, ..self.caret_at_offset(at + with.len()) };
        self.anchor = self.caret;
        self.goal_x = None;
        self.reveals_caret = true;
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

    /// The nearest place between two letters.
    pub(crate) fn caret_in(&self, paragraph: usize, byte: usize) -> Caret {
        let paragraph = paragraph.min(self.paragraphs.len().saturating_sub(1));
        let text = self.paragraph(paragraph);
        Caret::new(paragraph, text.floor_char_boundary(byte), Affinity::Downstream)
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
        let mut left = offset;
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            if left <= paragraph.len() {
                return self.caret_in(index, left);
            }
            left -= paragraph.len() + 1;
        }
        self.end()
    }

    /// How many `char`s there are.
    pub(crate) fn char_count(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.text().chars().count() + 1).sum::<usize>().saturating_sub(1)
    }

    /// Shows what an input method composes at the caret.
    pub(crate) fn compose(&mut self, preedit: String) {
        if preedit.is_empty() {
            return self.end_composition();
        }
        if self.selection().is_some() {
            self.insert_as("", Kind::Typing);
        }
        let Caret { paragraph: index, byte, .. } = self.caret;
        if let Some(paragraph) = self.paragraphs.get_mut(index) {
            paragraph.set_preedit(Some((byte, preedit)));
            self.composing = Some(index);
            self.needs_layout = true;
            self.reveals_caret = true;
        }
    }

    /// Drops what was being composed.
    pub(crate) fn end_composition(&mut self) {
        if let Some(paragraph) = self.composing.take().and_then(|index| self.paragraphs.get_mut(index)) {
            paragraph.set_preedit(None);
            self.needs_layout = true;
        }
    }

    pub(crate) const fn is_composing(&self) -> bool {
        self.composing.is_some()
    }

    /// Shapes and breaks what has changed since the last time: after a key, one paragraph.
    pub fn lay_out(&mut self, engine: &mut Engine, style: &LayoutStyle) {
        let is_new = self.layout.as_ref() != Some(style);
        if !is_new && !self.needs_layout {
            return;
        }
        if let Some(old) = &self.layout
            && (old.style != style.style || old.pixels_per_point != style.pixels_per_point)
        {
            self.paragraphs.iter_mut().for_each(Paragraph::forget_layout);
        }
        let mut direction = style.fallback;
        for paragraph in &mut self.paragraphs {
            direction = paragraph.lay_out(engine, style, direction);
        }
        self.layout = Some(style.clone());
        self.needs_layout = false;
    }

    /// The height of the whole text, in pixels, as last laid out.
    pub fn height_px(&self) -> f32 {
        self.paragraphs.iter().map(Paragraph::height_px).sum()
    }
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    text.split('\n').map(|paragraph| Paragraph::new(paragraph.to_owned())).collect()
}

/// One kind of newline, and no control characters but it and the tab.
pub(crate) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\n' | '\t' => clean.push(letter),
            letter if letter.is_control() => {}
            letter => clean.push(letter),
        }
    }
    clean
}

/// An emoji, alone or joined: it goes as a whole.
fn is_emoji(cluster: &str) -> bool {
    cluster.chars().any(|letter| matches!(letter, '\u{FE0F}' | '\u{20E3}' | '\u{1F000}'..='\u{1FAFF}'))
}

#[cfg(test)]
mod tests;
