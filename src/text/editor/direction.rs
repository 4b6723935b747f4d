//! A paragraph's own direction, where its letters should not decide it.
//!
//! It is kept in the text: a mark (U+200F or U+200E) at the paragraph's start, which is what every other program
//! understands, so that it survives being saved, copied and mailed without a format of its own. To whoever types, it is
//! no letter but a property of the paragraph: the caret stands behind it at the start of the line, and Backspace,
//! selections and words begin there. A mark anywhere else in a text is a letter like others.
//!
//! A text on a single line (a name, a number) is a value, not a document: there the direction belongs to the field and
//! leaves the text alone, as in the fields of other systems.

use super::history::Kind;
use super::layout::Progress;
use super::{Affinity, Caret, Editor};
use crate::text::bidi::{Direction, direction_mark, leading_mark};

impl Editor {
    /// The direction that a paragraph was given; `None` where its letters decide.
    pub fn paragraph_direction(&self, paragraph: usize) -> Option<Direction> {
        leading_mark(self.paragraph(paragraph)).filter(|_| !self.is_atom(paragraph)).map(|(direction, _)| direction)
    }

    /// Gives the paragraphs of the selection (or of the caret) a direction, or leaves it to their letters again: one
    /// step of undo.
    pub fn set_direction(&mut self, direction: Option<Direction>) {
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        let within =
            |editor: &Self, at: Caret| (at.paragraph, at.byte.saturating_sub(editor.content_start(at.paragraph)));
        let (anchor, caret) = (within(self, self.anchor), within(self, self.caret));
        self.as_one_step(|editor| {
            for paragraph in from.paragraph..=to.paragraph {
                if editor.is_atom(paragraph) || editor.paragraph_direction(paragraph) == direction {
                    continue;
                }
                let start = Caret::new(paragraph, 0, Affinity::Downstream);
                let content = Caret { byte: editor.content_start(paragraph), ..start };
                let mark = direction.map(direction_mark).map_or_else(String::new, String::from);
                editor.replace_raw(start, content, &mark, Kind::Whole);
            }
            let place =
                |(paragraph, byte): (usize, usize)| editor.caret_in(paragraph, editor.content_start(paragraph) + byte);
            let (anchor, caret) = (place(anchor), place(caret));
            editor.move_to(anchor, false);
            editor.move_to(caret, true);
            editor.history.settle((editor.offset(anchor), editor.offset(caret)));
        });
    }

    /// Gives a text on a single line a direction that is not part of it.
    pub(super) fn set_line_direction(&mut self, direction: Option<Direction>) {
        if self.line_direction != direction {
            self.line_direction = direction;
            self.progress = Progress::Stale;
            self.reveals_caret = true;
        }
    }

    /// Where a paragraph's letters begin: behind the mark of its direction.
    pub(crate) fn content_start(&self, paragraph: usize) -> usize {
        self.paragraphs.get(paragraph).map_or(0, super::Paragraph::content_start)
    }

    /// Ends the line at the caret; the one below goes on in the same direction. A section of a single line has none
    /// below.
    pub(super) fn break_line(&mut self) {
        let (from, _) = self.selection().unwrap_or((self.caret, self.caret));
        if self.is_in_single_line(from.paragraph) {
            return;
        }
        let mark = self.paragraph_direction(from.paragraph).map(direction_mark);
        let text: String = std::iter::once('\n').chain(mark).collect();
        self.insert_as(&text, Kind::Whole);
    }

    /// Pastes text. A mark of direction at its start belongs to a paragraph that is pasted whole, and would be a
    /// letter that nobody sees in the middle of another.
    pub(super) fn without_stray_mark<'a>(&self, text: &'a str) -> &'a str {
        let (from, _) = self.selection().unwrap_or((self.caret, self.caret));
        let is_within = from.byte > self.content_start(from.paragraph);
        match leading_mark(text) {
            Some((_, length)) if is_within && text.contains('\n') => text.get(length..).unwrap_or(text),
            _ => text,
        }
    }
}
