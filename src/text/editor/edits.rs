//! How the text changes: every edit is one replacement, recorded for undo, and touches as few paragraphs as it can.
//!
//! Apart from the document's questions so that what writes can be read in one place.

use unicode_segmentation::UnicodeSegmentation;

use super::history::{Edit, Kind};
use super::layout::Progress;
use super::{Affinity, Caret, Editor, Paragraph};

impl Editor {
    /// Puts another text in a paragraph's place, as one step of undo. Newlines make more paragraphs.
    pub fn replace_paragraph(&mut self, index: usize, text: &str) {
        if index < self.paragraphs.len() {
            let length = self.paragraph(index).len();
            let (from, to) = (self.caret_in(index, 0), self.caret_in(index, length));
            self.replace(from, to, &clean(text), Kind::Whole);
        }
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
        self.progress = Progress::Stale;
        self.caret = Caret { affinity: Affinity::Upstream, ..self.caret_at_offset(at + with.len()) };
        self.anchor = self.caret;
        self.goal_x = None;
        self.reveals_caret = true;
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
            self.progress = Progress::Stale;
            self.reveals_caret = true;
        }
    }

    /// Drops what was being composed.
    pub(crate) fn end_composition(&mut self) {
        if let Some(paragraph) = self.composing.take().and_then(|index| self.paragraphs.get_mut(index)) {
            paragraph.set_preedit(None);
            self.progress = Progress::Stale;
        }
    }

    pub(crate) const fn is_composing(&self) -> bool {
        self.composing.is_some()
    }
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
pub(crate) fn is_emoji(cluster: &str) -> bool {
    cluster.chars().any(|letter| matches!(letter, '\u{FE0F}' | '\u{20E3}' | '\u{1F000}'..='\u{1FAFF}'))
}
