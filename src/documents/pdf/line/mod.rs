//! Makes a text fit for the page: cleaned, in glyphs our fonts have, isolated, and breakable where a word is too long.
//!
//! What [`isolate`] marks becomes a box with its own direction instead of the marks themselves: marks would turn up in
//! what people copy out of the PDF, and a box also keeps a date or phone on one line.

mod breaks;
mod natural;
mod paragraph;
#[cfg(test)]
mod tests;

use crate::arabic::isolate::{LTR_ISOLATE, POP_ISOLATE, RTL_ISOLATE};
use crate::documents::clean::is_isolate;
use crate::documents::direction::{is_right_to_left, leans_right_to_left};
use crate::documents::kept::KEPT;
use crate::documents::{clean, isolate, with_usual_spaces};
use breaks::{breakable, is_joiner};
pub(super) use paragraph::Paragraph;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::HashSet;
use unicode_normalization::char::is_combining_mark;

/// A base letter can carry this many marks; more are somebody's joke and would climb over other lines.
const MOST_MARKS: usize = 4;

/// One line of text, as the template draws it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Line {
    /// The line as a whole runs from left to right.
    ltr: bool,
    runs: Vec<Run>,
}

impl Line {
    /// Its text, where nothing in it is set apart.
    fn plain_text(&self) -> Option<&str> {
        if let [Run::Text(text)] = self.runs.as_slice() { Some(text) } else { None }
    }
}

/// A piece of a line.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Run {
    Text(String),
    /// Kept on one line, in its own direction.
    Box {
        ltr: bool,
        runs: Vec<Run>,
    },
}

impl Run {
    fn length(&self) -> usize {
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Box { runs, .. } => runs.iter().map(Self::length).sum(),
        }
    }

    /// Is it of words, which may stand on several lines?
    fn is_of_words(&self) -> bool {
        match self {
            Self::Text(text) => text.contains(char::is_alphabetic) && text.contains(' '),
            Self::Box { runs, .. } => runs.iter().any(Self::is_of_words),
        }
    }

    /// Its text with marks of direction in place of boxes: what is long keeps its order and goes on over several lines.
    fn marked(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Box { ltr, runs } => {
                let inner: String = runs.into_iter().map(Self::marked).collect();
                let opens = if ltr { LTR_ISOLATE } else { RTL_ISOLATE };
                format!("{opens}{inner}{POP_ISOLATE}")
            }
        }
    }

    /// Its text without boxes, for what is too long to stay on one line.
    fn flat(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Box { runs, .. } => runs.into_iter().map(Self::flat).collect(),
        }
    }
}

/// What a template can draw: those that documents were kept with before can do less, and are given what they were given then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TemplateCan {
    /// Cells that are one paragraph.
    pub draw_paragraphs: bool,
    /// A line that stands alone in its own direction.
    pub keep_directions: bool,
    /// Long names that go on over several lines, and columns of text as wide as they are.
    pub flow_names: bool,
}

/// How the texts of one document are made fit.
pub(super) struct Lines<'a> {
    glyphs: &'a HashSet<char>,
    is_rtl: bool,
    template_can: TemplateCan,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(glyphs: &'a HashSet<char>, is_rtl: bool, template_can: TemplateCan) -> Self {
        Self { glyphs, is_rtl, template_can }
    }

    /// Was the document kept with a template of before? Then its file has to stay what it was, to the byte.
    pub(super) const fn is_kept_before(&self) -> bool {
        !self.template_can.keep_directions
    }

    /// Does what is set apart and long go on over several lines, and is a column of text taken for as wide as it is?
    pub(super) const fn flow_names(&self) -> bool {
        self.template_can.flow_names
    }

    /// For a text in the document's second language.
    pub(super) const fn in_other_direction(&self) -> Self {
        Self { is_rtl: !self.is_rtl, ..*self }
    }

    /// The text's lines that show something; a word longer than `longest` characters may be broken.
    pub(super) fn fit(&self, text: &str, longest: usize) -> Vec<Line> {
        let cleaned = clean(text);
        let shown = cleaned.lines().map(|line| self.shown(line));
        shown.filter(|line| !line.is_empty()).map(|line| self.line(&loosened(&line, longest), longest)).collect()
    }

    /// The text on one line, or none.
    pub(super) fn fit_one(&self, text: &str, longest: usize) -> Vec<Line> {
        self.fit(&clean(text).replace('\n', " "), longest)
    }

    /// The text for metadata, which has neither boxes nor breaks.
    pub(super) fn plain(&self, text: &str) -> String {
        self.shown(&clean(text).replace('\n', " ")).replace(is_isolate, "")
    }

    /// In characters that our fonts have; a letter they lack leaves a question mark, a picture nothing.
    fn shown(&self, line: &str) -> String {
        let mut marks = 0;
        let glyph = |character: char| {
            marks = if is_combining_mark(character) { marks + 1 } else { 0 };
            if marks > MOST_MARKS {
                None
            } else if self.glyphs.contains(&character) || is_isolate(character) || is_joiner(character) {
                Some(character)
            } else if character.is_whitespace() {
                Some(' ')
            } else if character.is_alphanumeric() {
                Some('?')
            } else {
                None
            }
        };
        let shown: String = line.chars().filter_map(glyph).collect();
        shown.trim().to_owned()
    }

    fn line(&self, line: &str, longest: usize) -> Line {
        // A line mostly in the other script, from its first letter, runs in that script's direction.
        let ltr = match leans_right_to_left(line) {
            Some(is_rtl) if is_rtl != self.is_rtl => !is_rtl,
            Some(_) | None => !self.is_rtl,
        };
        let marked = isolate(line);
        let marked = if self.flow_names() { natural::without_needless(marked, !ltr) } else { marked };
        // A line of its own direction is a paragraph of it.
        let is_own = ltr != self.is_rtl || self.template_can.keep_directions;
        let natural = is_own.then(|| natural::without_marks(&marked, !ltr)).flatten();
        let marked = natural.unwrap_or(marked);
        let is_plain = !marked.contains(is_isolate);
        // Where it looks the same both ways it need not be set apart.
        let is_same = self.template_can.keep_directions && is_plain && natural::is_same_both_ways(&marked);
        let ltr = if is_same { !self.is_rtl } else { ltr };
        let runs = if is_plain {
            vec![Run::Text(marked)]
        } else {
            let room = Room { longest, flows: self.flow_names() };
            words_kept(boxes(&mut marked.chars(), 0, self.flow_names()), ltr, room)
        };
        let runs = runs.into_iter().map(|run| match run {
            Run::Text(text) => Run::Text(breakable(&text, longest)),
            boxed @ Run::Box { .. } => boxed,
        });
        Line { ltr, runs: runs.collect() }
    }
}

/// Words that stay together, where there is room for them beside each other: otherwise they would stand out of their place.
fn loosened(line: &str, longest: usize) -> Cow<'_, str> {
    let is_too_long = |words: &str| words.contains(KEPT) && words.chars().count() > longest;
    if !line.split(' ').any(is_too_long) {
        return Cow::Borrowed(line);
    }
    let words =
        line.split(' ').map(|words| if is_too_long(words) { with_usual_spaces(words) } else { words.to_owned() });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Turns direction marks into boxes, up to the mark that ends this one.
fn boxes(characters: &mut std::str::Chars<'_>, depth: usize, by_own_letters: bool) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut text = String::new();
    while let Some(character) = characters.next() {
        let ltr = match character {
            '\u{2066}' => true,
            '\u{2067}' => false,
            // An override: each group of digits becomes a box, which no neighbour can pull over.
            '\u{202D}' => {
                text.extend(characters.by_ref().take_while(|inner| *inner != '\u{202C}'));
                runs.extend(digit_boxes(&std::mem::take(&mut text)));
                continue;
            }
            '\u{2068}' => {
                let own = if by_own_letters { first_own_letter(characters.as_str()) } else { None };
                let first = own.or_else(|| characters.as_str().chars().find(|inner| inner.is_alphabetic()));
                !first.is_some_and(is_right_to_left)
            }
            '\u{2069}' if depth > 0 => break,
            // An isolate that nobody began.
            '\u{2069}' => continue,
            shown => {
                text.push(shown);
                continue;
            }
        };
        if !text.is_empty() {
            runs.push(Run::Text(std::mem::take(&mut text)));
        }
        runs.push(Run::Box { ltr, runs: boxes(characters, depth + 1, by_own_letters) });
    }
    if !text.is_empty() {
        runs.push(Run::Text(text));
    }
    runs
}

/// The first letter of what is set apart here that is not set apart in it once more: a sentence runs as its own words do,
/// whoever it begins with.
fn first_own_letter(text: &str) -> Option<char> {
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '\u{2069}' if depth == 0 => return None,
            '\u{2069}' => depth -= 1,
            opens if is_isolate(opens) => depth += 1,
            letter if depth == 0 && letter.is_alphabetic() => return Some(letter),
            _ => {}
        }
    }
    None
}

fn digit_boxes(text: &str) -> Vec<Run> {
    let groups = text.split_inclusive(|character: char| !character.is_numeric());
    groups
        .flat_map(|group| {
            let digits = group.trim_end_matches(|character: char| !character.is_numeric());
            let sign = group.strip_prefix(digits).unwrap_or_default();
            let boxed = (!digits.is_empty()).then(|| Run::Box { ltr: true, runs: vec![Run::Text(digits.to_owned())] });
            boxed.into_iter().chain((!sign.is_empty()).then(|| Run::Text(sign.to_owned())))
        })
        .collect()
}

/// The room of a line in characters, and whether what has none there goes on over several lines.
#[derive(Clone, Copy)]
struct Room {
    longest: usize,
    flows: bool,
}

impl Room {
    /// A name that would take most of a line leaves a hole behind the one before it.
    fn has_none_for(self, boxed: &Run) -> bool {
        let length = boxed.length();
        length > self.longest || self.flows && length > self.longest / 2 && boxed.is_of_words()
    }
}

/// Does the last word of a text have a mark of direction in it?
fn ends_in_mark(text: &str) -> bool {
    text.chars().rev().take_while(|letter| !letter.is_whitespace()).any(is_isolate)
}

/// Keeps what stands right before and after a box with it: «(2025-09-30)»، «13/06/1448هـ».
fn words_kept(runs: Vec<Run>, ltr: bool, room: Room) -> Vec<Run> {
    let Room { longest, flows } = room;
    let mut kept: Vec<Run> = Vec::new();
    let mut rest = runs.into_iter().peekable();
    while let Some(run) = rest.next() {
        let boxed = match run {
            Run::Text(text) => {
                push_text(&mut kept, text);
                continue;
            }
            boxed @ Run::Box { .. } if room.has_none_for(&boxed) => {
                push_text(&mut kept, if flows { boxed.marked() } else { boxed.flat() });
                continue;
            }
            boxed @ Run::Box { .. } => boxed,
        };
        let before = match kept.last_mut() {
            // What goes on over several lines is not torn from its marks.
            Some(Run::Text(text)) if !ends_in_mark(text) => take_end(text),
            Some(Run::Text(_)) => String::new(),
            Some(Run::Box { .. }) | None => String::new(),
        };
        let after = match rest.peek_mut() {
            Some(Run::Text(text)) => take_start(text),
            Some(Run::Box { .. }) | None => String::new(),
        };
        let around = before.chars().count() + after.chars().count();
        if around == 0 {
            kept.push(boxed);
        } else if around + boxed.length() > longest {
            push_text(&mut kept, before);
            kept.push(boxed);
            push_text(&mut kept, after);
        } else {
            let parts = [Run::Text(before), boxed, Run::Text(after)];
            let runs = parts.into_iter().filter(|part| *part != Run::Text(String::new())).collect();
            kept.push(Run::Box { ltr, runs });
        }
    }
    kept.retain(|run| *run != Run::Text(String::new()));
    kept
}

fn push_text(runs: &mut Vec<Run>, text: String) {
    match runs.last_mut() {
        Some(Run::Text(last)) => last.push_str(&text),
        Some(Run::Box { .. }) | None => runs.push(Run::Text(text)),
    }
}

/// Takes the characters after the last space.
fn take_end(text: &mut String) -> String {
    let end = text
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + text.get(space..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    text.split_off(end)
}

/// Takes the characters before the first space.
fn take_start(text: &mut String) -> String {
    let rest = text.split_off(text.find(char::is_whitespace).unwrap_or(text.len()));
    std::mem::replace(text, rest)
}
