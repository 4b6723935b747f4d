//! Atoms: paragraphs that the caller draws. The caret steps over one as over a letter.
//!
//! An atom is a [range](super::TextRange) that covers its whole paragraph and holds it together. Its text is what is
//! copied, found and read aloud in its place; text put beside it goes to a line of its own. An edit that leaves less or
//! more than the atom's text in its paragraph dissolves it into plain text; undo makes it whole again.

use std::borrow::Cow;

use super::history::Kind;
use super::{Caret, Editor, TextRange};

/// A replacement that leaves the atoms beside it alone.
pub(super) struct BesideAtoms<'a> {
    pub(super) from: Caret,
    pub(super) to: Caret,
    pub(super) with: Cow<'a, str>,
    /// How many bytes before the end of what came in the caret stands.
    pub(super) back: usize,
}

impl Editor {
    /// Puts an atom on a line of its own where the caret is, in the place of the selection, as one step of undo; the
    /// caret goes behind it. `text` stands for it wherever there is only text. Answers the range's id.
    ///
    /// An empty line becomes the atom; a caret within a line splits it. `None` where that can't be: in a section of a
    /// single line with letters in it.
    pub fn insert_atom(&mut self, text: &str, range: TextRange) -> Option<u64> {
        let text = one_line(text);
        self.as_one_step(|editor| {
            editor.delete_selection();
            let at = editor.caret;
            let is_empty = editor.paragraph(at.paragraph).len() == editor.content_start(at.paragraph);
            if !is_empty && editor.is_in_single_line(at.paragraph) {
                return None;
            }
            if is_empty && !editor.is_atom(at.paragraph) {
                return editor.make_atom(at.paragraph, Some(&text), range);
            }
            let is_at_start = at.byte <= editor.content_start(at.paragraph);
            let is_at_end = at.byte == editor.paragraph(at.paragraph).len();
            editor.break_line();
            let line = if is_at_start {
                editor.caret.paragraph - 1
            } else {
                if !is_at_end {
                    editor.break_line();
                    editor.caret = editor.caret_in(editor.caret.paragraph - 1, 0);
                }
                editor.caret.paragraph
            };
            editor.make_atom(line, Some(&text), range)
        })
    }

    /// Makes an atom of a whole paragraph, as one step of undo: of its own text, or of another. The caret goes behind
    /// it. Answers the range's id.
    pub fn make_atom(&mut self, paragraph: usize, text: Option<&str>, range: TextRange) -> Option<u64> {
        if paragraph >= self.paragraph_count() {
            return None;
        }
        self.as_one_step(|editor| {
            let (from, to) = editor.raw_paragraph(paragraph);
            let text = text.map_or_else(|| one_line(editor.paragraph(paragraph)), one_line);
            if editor.paragraph(paragraph) != text {
                editor.replace_raw(from, to, &text, Kind::Whole);
            }
            let id = editor.add_held(paragraph, 0..text.len(), range, true);
            editor.move_to(editor.caret_in(paragraph, usize::MAX), false);
            id
        })
    }

    /// Another text for an atom, as one step of undo. Answers the range's id from now on.
    pub fn set_atom_text(&mut self, id: u64, text: &str) -> Option<u64> {
        let placed = self.range(id).filter(|placed| placed.is_atom || placed.is_inline)?;
        if placed.is_inline {
            return self.set_inline_text(placed, text);
        }
        self.as_one_step(|editor| {
            let (anchor, caret) = (editor.anchor, editor.caret);
            let id = editor.make_atom(placed.paragraph, Some(text), placed.range);
            let place = |at: Caret| editor.caret_in(at.paragraph, if at.byte == 0 { 0 } else { at.byte });
            let (anchor, caret) = (place(anchor), place(caret));
            editor.move_to(anchor, false);
            editor.move_to(caret, true);
            id
        })
    }

    /// Is the paragraph an atom?
    pub fn is_atom(&self, paragraph: usize) -> bool {
        self.paragraphs.get(paragraph).is_some_and(super::Paragraph::is_atom)
    }

    /// Deletes an atom and leaves an empty line, as Backspace after it does.
    pub(super) fn delete_atom(&mut self, paragraph: usize) {
        let (from, to) = self.raw_paragraph(paragraph);
        self.replace_raw(from, to, "", Kind::Deleting);
    }

    /// The replacement as it has to be so that nothing is joined to an atom.
    pub(super) fn beside_atoms<'a>(&self, from: Caret, to: Caret, with: &'a str) -> BesideAtoms<'a> {
        let mut kept = BesideAtoms { from, to, with: Cow::Borrowed(with), back: 0 };
        let after_atom = self.is_atom(from.paragraph) && from.byte > 0;
        let before_atom = self.is_atom(to.paragraph) && to.byte == 0;
        let is_nothing = from.compare(&to).is_eq();
        if after_atom && (is_nothing || before_atom && from.paragraph + 1 == to.paragraph) {
            // nothing lies between the places but newlines, which stay
            kept.to = from;
            if !with.is_empty() && !with.starts_with('\n') {
                kept.with = Cow::Owned(format!("\n{with}"));
            }
            return kept;
        }
        if after_atom {
            kept.from = self.caret_in(from.paragraph + 1, 0);
        }
        if before_atom {
            let above = self.raw_paragraph(to.paragraph.saturating_sub(1)).1;
            if kept.from.compare(&to).is_eq() {
                if !with.is_empty() && !with.ends_with('\n') {
                    kept.with = Cow::Owned(format!("{with}\n"));
                    kept.back = 1;
                }
            } else if with.is_empty() && kept.from.byte <= self.content_start(kept.from.paragraph) {
                // whole lines go
                kept.from.byte = 0;
            } else if !with.ends_with('\n') {
                kept.to = above;
            }
        }
        kept
    }
}

/// Not empty, and without newlines: there has to be something to hold together.
pub(super) fn one_line(text: &str) -> String {
    let text = super::clean(text).replace('\n', " ");
    if text.is_empty() { "\u{FFFC}".to_owned() } else { text }
}
