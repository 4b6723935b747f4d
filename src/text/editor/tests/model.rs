//! The model that the document is held against: a plain `String`, the ranges over each of its bytes, and the rules of
//! editing written down once more over nothing but that.
#![expect(clippy::string_slice, reason = "the model's places are between letters, or the test fails as it should")]

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::edits::is_emoji;
use super::*;
use crate::text::bidi::{direction_mark, leading_mark};

/// Added to the kind of a range that is an atom: even, so that nothing grows it.
pub(super) const ATOM: u8 = 100;

/// Added to the kind of a range that is an inline atom.
pub(super) const INLINE: u8 = 50;

/// A text and, for each of its bytes, the ranges over it: by a name that a new line renews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Model {
    pub(super) text: String,
    pub(super) over: Vec<Vec<u32>>,
    /// The kind of each name.
    pub(super) kinds: BTreeMap<u32, u8>,
}

impl Model {
    /// Puts text in the place of some bytes, and nothing else.
    fn replace(&mut self, from: usize, to: usize, with: &str) {
        if from == to && with.is_empty() {
            return;
        }
        let lengths = self.atom_lengths();
        // an inline atom has all of its letters and no others, or is none any more
        for (name, bytes) in self.inline_atoms() {
            if to > bytes.start && from < bytes.end {
                self.over.iter_mut().for_each(|names| names.retain(|other| *other != name));
            }
        }
        self.text.replace_range(from..to, with);
        self.over.drain(from..to);
        let before = from.checked_sub(1).and_then(|byte| self.over.get(byte)).cloned().unwrap_or_default();
        let after = self.over.get(from).cloned().unwrap_or_default();
        let within: Vec<u32> =
            before.into_iter().filter(|name| after.contains(name) || self.kinds[name] % 2 == 1).collect();
        self.over.splice(from..from, std::iter::repeat_n(within, with.len()));
        // a range holds no newline: what comes after one goes by another name
        let mut at = from;
        while let Some(line) = self.text[at..(from + with.len()).max(at)].find('\n').map(|found| at + found) {
            for name in std::mem::take(&mut self.over[line]) {
                let renamed = self.new_name(self.kinds[&name]);
                for over in self.over.iter_mut().skip(line + 1) {
                    over.iter_mut().filter(|other| **other == name).for_each(|other| *other = renamed);
                }
            }
            at = line + 1;
        }
        // an atom is its whole line, or none any more
        for (name, length) in lengths {
            let bytes: Vec<usize> = (0..self.over.len()).filter(|byte| self.over[*byte].contains(&name)).collect();
            let is_whole = bytes.first().is_some_and(|first| self.line(*first) == (*first..first + length));
            if bytes.len() != length || !is_whole {
                self.over.iter_mut().for_each(|names| names.retain(|other| *other != name));
            }
        }
    }

    fn atom_lengths(&self) -> Vec<(u32, usize)> {
        let atoms = self.kinds.iter().filter(|(_, kind)| **kind >= ATOM).map(|(name, _)| *name);
        atoms.map(|name| (name, self.over.iter().filter(|names| names.contains(&name)).count())).collect()
    }

    fn inline_atoms(&self) -> Vec<(u32, Range<usize>)> {
        let atoms = self.kinds.iter().filter(|(_, kind)| (INLINE..ATOM).contains(*kind)).map(|(name, _)| *name);
        let bytes = |name: u32| {
            let start = self.over.iter().position(|names| names.contains(&name))?;
            let end = self.over.iter().rposition(|names| names.contains(&name))? + 1;
            Some((name, start..end))
        };
        atoms.filter_map(bytes).collect()
    }

    /// The inline atom that a place is at the end of, at the start of, or within.
    fn inline(&self, is_it: impl Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
        self.inline_atoms().into_iter().map(|(_, bytes)| bytes).find(is_it)
    }

    fn new_name(&mut self, kind: u8) -> u32 {
        let name = self.kinds.keys().next_back().map_or(0, |last| last + 1);
        self.kinds.insert(name, kind);
        name
    }

    pub(super) fn add_range(&mut self, bytes: Range<usize>, kind: u8) {
        let name = self.new_name(kind);
        bytes.for_each(|byte| self.over[byte].push(name));
    }

    /// The names that nobody goes by any more only cost time.
    pub(super) fn forget_names(&mut self) {
        let in_use: Vec<u32> = self.over.iter().flatten().copied().collect();
        self.kinds.retain(|name, _| in_use.contains(name));
    }

    /// The kinds over each byte.
    pub(super) fn kinds(&self) -> Vec<Vec<u8>> {
        let kinds = |names: &Vec<u32>| {
            let mut kinds: Vec<u8> = names.iter().map(|name| self.kinds[name]).collect();
            kinds.sort_unstable();
            kinds
        };
        self.over.iter().map(kinds).collect()
    }

    /// The line around a byte, without its newline.
    fn line(&self, byte: usize) -> Range<usize> {
        let start = self.text[..byte].rfind('\n').map_or(0, |at| at + 1);
        start..self.text[byte..].find('\n').map_or(self.text.len(), |at| byte + at)
    }

    fn is_atom(&self, byte: usize) -> bool {
        let line = self.line(byte);
        !line.is_empty() && self.over[line.start].iter().any(|name| self.kinds[name] >= ATOM)
    }

    /// Where the letters of a line begin: behind the mark of its direction.
    fn content(&self, byte: usize) -> usize {
        let line = self.line(byte);
        let mark = leading_mark(&self.text[line.clone()]).filter(|_| !self.is_atom(byte));
        line.start + mark.map_or(0, |(_, length)| length)
    }

    fn is_empty_line(&self, byte: usize) -> bool {
        !self.is_atom(byte) && self.content(byte) == self.line(byte).end
    }

    /// What is typed, pasted and deleted: text beside an atom goes to a line of its own, and newlines there stay.
    pub(super) fn insert(&mut self, from: usize, to: usize, with: &str) {
        let (mut from, mut to, mut with) = (from, to, with.to_owned());
        let is_behind = self.is_atom(from) && from > self.line(from).start;
        let is_before = self.is_atom(to) && to == self.line(to).start;
        if is_behind && (from == to || is_before && to == from + 1) {
            if !with.is_empty() && !with.starts_with('\n') {
                with.insert(0, '\n');
            }
            return self.replace(from, from, &with);
        }
        if is_behind {
            from = self.content(from + 1);
        }
        if is_before {
            if from == to {
                if !with.is_empty() && !with.ends_with('\n') {
                    with.push('\n');
                }
            } else if with.is_empty() && from <= self.content(from) {
                from = self.line(from).start;
            } else if !with.ends_with('\n') {
                to -= 1;
            }
        }
        self.replace(from, to, &with);
    }

    /// Deletes the newline at a byte: empty lines go as a whole, and nothing is joined to an atom.
    fn join(&mut self, newline: usize) {
        let (above, below) = (self.line(newline), self.line(newline + 1));
        if self.is_empty_line(above.start) {
            self.replace(above.start, below.start, "");
        } else if self.is_empty_line(below.start) {
            self.replace(above.end, below.end, "");
        } else if !self.is_atom(above.start) && !self.is_atom(below.start) {
            self.insert(above.end, self.content(below.start), "");
        }
    }

    pub(super) fn backspace(&mut self, from: usize, to: usize) {
        let line = self.line(from);
        if from != to {
            return self.insert(from, to, "");
        }
        if self.is_atom(from) && from > line.start {
            return self.replace(line.start, line.end, "");
        }
        if from <= self.content(from) {
            if line.start > 0 {
                self.join(line.start - 1);
            }
            return;
        }
        if let Some(atom) = self.inline(|atom| atom.end == from) {
            return self.insert(atom.start, from, "");
        }
        let cluster = self.text[line.start..from].graphemes(true).next_back().unwrap_or_default();
        let letter = cluster.chars().next_back().map_or(0, char::len_utf8);
        let length = if is_emoji(cluster) { cluster.len() } else { letter };
        self.insert(from - length, from, "");
    }

    pub(super) fn delete(&mut self, from: usize, to: usize) {
        let line = self.line(from);
        if from != to {
            return self.insert(from, to, "");
        }
        if self.is_atom(from) && from == line.start {
            return self.replace(line.start, line.end, "");
        }
        if let Some(atom) = self.inline(|atom| atom.start == from) {
            return self.insert(from, atom.end, "");
        }
        match self.text[from..line.end].graphemes(true).next().map(str::len) {
            Some(length) => self.insert(from, from + length, ""),
            None if line.end < self.text.len() => self.join(line.end),
            None => {}
        }
    }

    /// A word within the line, or what the same key does without Ctrl.
    pub(super) fn delete_word(&mut self, at: usize, forward: bool) {
        let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
        let line = self.line(at);
        let content = self.content(at);
        if self.is_atom(at) || if forward { at == line.end } else { at <= content } {
            return if forward { self.delete(at, at) } else { self.backspace(at, at) };
        }
        if forward {
            let next_word = |at: usize| {
                let words = self.text[at..line.end].split_word_bound_indices().skip(1);
                words.filter(|(_, word)| is_word(word)).map(|(start, _)| at + start).next().unwrap_or(line.end)
            };
            let mut next = next_word(at);
            if let Some(atom) = self.inline(|atom| atom.start < next && next < atom.end) {
                next = next_word(self.text.floor_char_boundary(atom.end - 1));
            }
            return self.insert(at, next, "");
        }
        let mut back = at;
        for word in self.text[line.start..at].split_word_bounds().rev() {
            back -= word.len();
            if is_word(&word) {
                break;
            }
        }
        let back = back.max(content);
        let atom = self.inline(|atom| atom.start < back && back < atom.end);
        self.insert(atom.map_or(back, |atom| atom.start), at, "");
    }

    /// A new line; the one below goes on in the same direction.
    pub(super) fn enter(&mut self, from: usize, to: usize) {
        let line = self.line(from);
        let mark = leading_mark(&self.text[line]).filter(|_| !self.is_atom(from));
        let text: String = std::iter::once('\n').chain(mark.map(|(direction, _)| direction_mark(direction))).collect();
        self.insert(from, to, &text);
    }

    /// The lines from one byte to another read in a direction.
    pub(super) fn direct(&mut self, from: usize, to: usize, direction: Option<Direction>) {
        let (mut at, mut last) = (self.line(from).start, self.line(to).end);
        while at <= last {
            let content = self.content(at);
            let is_set = leading_mark(&self.text[at..content]).map(|(direction, _)| direction) == direction;
            if !self.is_atom(at) && !is_set {
                let mark = direction.map(direction_mark).map_or_else(String::new, String::from);
                last = last + mark.len() - (content - at);
                self.replace(at, content, &mark);
            }
            at = self.line(at).end + 1;
        }
    }

    /// An atom on a line of its own.
    pub(super) fn insert_atom(&mut self, at: usize, text: &str, kind: u8) {
        let mut line = self.line(at);
        if !self.is_empty_line(at) {
            let (is_start, is_end) = (at <= self.content(at), at == line.end);
            self.enter(at, at);
            if !is_start {
                let below = self.content(self.line(at).end + 1);
                if !is_end {
                    self.enter(below, below);
                }
                line = self.line(self.line(at).end + 1);
            } else {
                line = self.line(at);
            }
        }
        self.replace(line.start, line.end, text);
        self.add_range(line.start..line.start + text.len(), kind + ATOM);
    }
}
