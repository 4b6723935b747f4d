//! How the text changes: every edit is one replacement, recorded for undo, and touches as few paragraphs as it can.
//!
//! Apart from the document's questions so that what writes can be read in one place.

use unicode_segmentation::UnicodeSegmentation;

use super::follow::Replacement;
use super::held::Altered;
use super::history::{Edit, Kind};
use super::layout::Progress;
use super::{Affinity, Caret, Editor, Paragraph};

impl Editor {
    /// Puts another text in a paragraph's place, as one step of undo. Newlines make more paragraphs.
    pub fn replace_paragraph(&mut self, index: usize, text: &str) {
        if index < self.paragraphs.len() {
            let (from, to) = self.raw_paragraph(index);
            self.replace_raw(from, to, &clean(text), Kind::Whole);
        }
    }

    /// Puts another text in the whole text's place, as one step of undo: unlike [`Editor::set_text`].
    pub fn replace_all(&mut self, text: &str) {
        if !self.sections.is_empty() {
            return self.replace_differing(&clean(text));
        }
        self.replace_raw(Caret::default(), self.end(), &clean(text), Kind::Whole);
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

    /// Nothing that was done so far can be taken back: this is the text as it was opened.
    pub fn forget_steps(&mut self) {
        self.history.forget_all();
    }

    /// Takes back the last step.
    pub fn undo(&mut self) {
        let mut selection = None;
        for mut edit in self.history.undo() {
            let altered = self.apply(edit.at, edit.inserted.len(), &edit.removed);
            self.put_right(&mut edit, altered, true);
            selection = Some(edit.selection);
            self.history.undone(edit);
        }
        self.select_offsets(selection);
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) {
        let mut selection = None;
        for mut edit in self.history.redo() {
            let altered = self.apply(edit.at, edit.removed.len(), &edit.inserted);
            self.put_right(&mut edit, altered, false);
            selection = Some(edit.then);
            self.history.redone(edit);
        }
        self.select_offsets(selection);
    }

    /// Gives back the ranges as they were on the other side of an edit that was undone or redone.
    fn put_right(&mut self, edit: &mut Edit, altered: Altered, is_undo: bool) {
        if is_undo {
            edit.altered.reverse();
        }
        let mut out = edit.altered.before();
        out.extend(edit.altered.add_unknown(altered));
        self.put_ranges(&out, &edit.altered.after());
        if is_undo {
            edit.altered.reverse();
        }
    }

    fn select_offsets(&mut self, selection: Option<(usize, usize)>) {
        if let Some((anchor, caret)) = selection {
            self.anchor = self.caret_at_offset(anchor);
            self.caret = self.caret_at_offset(caret);
            if anchor == caret {
                self.caret.affinity = Affinity::Upstream;
                self.anchor = self.caret;
            }
        }
    }

    /// Deletes before the caret: one `char`, so that a mark goes before its letter; an emoji or an atom as a whole.
    pub(crate) fn backspace(&mut self) {
        let Caret { paragraph, byte, .. } = self.caret;
        if let Some((from, to)) = self.selection() {
            return self.replace(from, to, "", Kind::Deleting);
        }
        if self.is_atom(paragraph) && byte > 0 {
            return self.delete_atom(paragraph);
        }
        if byte <= self.content_start(paragraph) {
            if self.edge_at_caret(false).is_some() {
                return;
            }
            if let Some(above) = paragraph.checked_sub(1) {
                self.join(above);
            }
            return;
        }
        let before = self.paragraph(paragraph).get(..byte).unwrap_or_default();
        let cluster = before.graphemes(true).next_back().unwrap_or_default();
        let atom = self.paragraphs.get(paragraph).and_then(|at| at.inline_until(byte));
        let length = match atom {
            Some(atom) => atom.len(),
            None if is_emoji(cluster) => cluster.len(),
            None => cluster.chars().next_back().map_or(0, char::len_utf8),
        };
        let from = Caret::new(paragraph, byte - length, Affinity::Downstream);
        self.replace(from, self.caret, "", Kind::Deleting);
    }

    /// Deletes the whole cluster after the caret.
    pub(crate) fn delete(&mut self) {
        let Caret { paragraph, byte, .. } = self.caret;
        if let Some((from, to)) = self.selection() {
            return self.replace(from, to, "", Kind::Deleting);
        }
        if self.is_atom(paragraph) && byte == 0 {
            return self.delete_atom(paragraph);
        }
        let after = self.paragraph(paragraph).get(byte..).unwrap_or_default();
        let atom = self.paragraphs.get(paragraph).and_then(|at| at.inline_from(byte));
        let length = atom.map(|atom| atom.len()).or_else(|| after.graphemes(true).next().map(str::len));
        if let Some(length) = length {
            let to = Caret::new(paragraph, byte + length, Affinity::Downstream);
            self.replace(self.caret, to, "", Kind::Deleting);
        } else if paragraph + 1 < self.paragraphs.len() && !self.is_section_end(paragraph) {
            self.join(paragraph);
        }
    }

    /// Deletes to where a word move goes; over a newline or an atom it is the same as without the word.
    pub(crate) fn delete_word(&mut self, forward: bool) {
        let caret = self.caret;
        let to = self.word_from(caret, forward);
        let is_joining = to.paragraph != caret.paragraph || self.is_atom(caret.paragraph);
        match (is_joining, forward) {
            (true, true) => self.delete(),
            (true, false) => self.backspace(),
            (false, true) => self.replace(caret, to, "", Kind::Deleting),
            (false, false) => self.replace(to, caret, "", Kind::Deleting),
        }
    }

    /// Deletes the newline after a paragraph. An empty paragraph above goes as a whole, so that the one below it stays
    /// what it is (its direction, or an atom); nothing is joined to an atom, which is selected instead.
    fn join(&mut self, above: usize) {
        let below = above + 1;
        let is_empty = |index| self.paragraph(index).len() == self.content_start(index);
        let (start_above, end_above) = self.raw_paragraph(above);
        let (start_below, end_below) = self.raw_paragraph(below);
        if is_empty(above) && !self.is_atom(above) {
            self.replace_raw(start_above, start_below, "", Kind::Deleting);
        } else if is_empty(below) && !self.is_atom(below) {
            self.replace_raw(end_above, end_below, "", Kind::Deleting);
        } else if self.is_atom(above) || self.is_atom(below) {
            let was_below = self.caret.paragraph == below;
            match (was_below, self.is_atom(above), self.is_atom(below)) {
                (true, true, _) => self.select_paragraph(above),
                (false, _, true) => self.select_paragraph(below),
                // from an atom to the text on its other side
                (true, false, _) => self.move_to(self.caret_in(above, usize::MAX), false),
                (false, _, false) => self.move_to(self.caret_in(below, 0), false),
            }
        } else {
            self.replace(self.caret_in(above, usize::MAX), self.caret_in(below, 0), "", Kind::Deleting);
        }
    }

    pub(crate) fn insert_as(&mut self, text: &str, kind: Kind) {
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        self.replace(from, to, text, kind);
    }

    /// Puts `with` in the place of what stands between two places; atoms at its edges stay atoms.
    pub(crate) fn replace(&mut self, from: Caret, to: Caret, with: &str, kind: Kind) {
        let kept = self.beside_atoms(from, to, with);
        self.replace_raw(kept.from, kept.to, &kept.with, kind);
        if kept.back > 0 {
            let offset = self.offset(self.caret) - kept.back;
            self.caret = Caret { affinity: Affinity::Upstream, ..self.caret_at_offset(offset) };
            self.anchor = self.caret;
            self.history.settle((offset, offset));
        }
    }

    /// Puts `with` in the place of what stands between two places of one section.
    pub(super) fn replace_within(&mut self, from: Caret, to: Caret, with: &str, kind: Kind) {
        let removed = self.slice(from, to);
        if removed.is_empty() && with.is_empty() {
            return;
        }
        let selection = (self.offset(self.anchor), self.offset(self.caret));
        let at = self.offset(from);
        let altered = self.apply(at, removed.len(), with);
        let then = self.offset(self.caret);
        self.history.record(Edit {
            at,
            removed,
            inserted: with.to_owned(),
            kind,
            selection,
            then: (then, then),
            altered,
            is_joined: false,
        });
    }

    /// Replaces bytes of the whole text; the caret goes after what came in, ranges follow.
    pub(super) fn apply(&mut self, at: usize, length: usize, with: &str) -> Altered {
        self.end_composition();
        let (from, to) = (self.raw_at_offset(at), self.raw_at_offset(at + length));
        let ranges = self.take_ranges(from.paragraph..=to.paragraph);
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
        self.sections.edited(from.paragraph, to.paragraph - from.paragraph, below.len());
        let replaced = from.paragraph + 1..to.paragraph + 1;
        self.paragraphs.splice(replaced, below.into_iter().map(Paragraph::new));
        let edit = Replacement { at: from.byte, removed: length, inserted: with.len() };
        let altered = self.follow(from.paragraph, ranges, edit);
        self.revision += 1;
        self.progress = Progress::Stale;
        self.caret = Caret { affinity: Affinity::Upstream, ..self.caret_at_offset(at + with.len()) };
        self.anchor = self.caret;
        self.goal_x = None;
        self.reveals_caret = true;
        altered
    }

    /// Shows what an input method composes at the caret.
    pub(crate) fn compose(&mut self, preedit: String) {
        if preedit.is_empty() {
            return self.end_composition();
        }
        let gives_way = self.selection().is_some();
        if gives_way {
            self.insert_as("", Kind::Typing);
        }
        let is_beside_atom = self.is_atom(self.caret.paragraph);
        if is_beside_atom {
            // an atom has no letters to compose among: a line of its own beside it
            let before = self.caret.byte == 0;
            self.insert_as("\n", Kind::Whole);
            if before {
                self.move_to(self.caret_in(self.caret.paragraph.saturating_sub(1), 0), false);
            }
        }
        if gives_way || is_beside_atom {
            self.history.join_next();
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
