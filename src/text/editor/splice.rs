//! An edit lays out the lines that it touches, and not the paragraph around them.
//!
//! The layout of a paragraph is one: its letters' directions, shapes and lines depend on each other. But where a line
//! begins with a letter of the paragraph's own direction, behind a space and outside all brackets, nothing before that
//! place depends on what comes after it, and the other way round. Between two such seams lines are taken out and laid
//! out alone, with the word that stood first on the next line behind them: if a line ends again where they end, all
//! others are what they were. Where one does not, the whole is laid out (see [`super::chunk::Unfinished::finish`]).

use std::ops::Range;

use unicode_bidi::{BidiClass, bidi_class};

use super::chunk::{Broken, Chunk, LONGEST_CHUNK};
use super::paragraph::Paragraph;
use crate::text::bidi::Direction;
use crate::text::scripts::{is_of_a_script, pair};

/// More than this is laid out with its whole paragraph, in bytes: it would not end where it did anyway.
const LONGEST: usize = 2_000;

/// A line that is laid out: its chunk, its number there, its bytes in the paragraph.
struct Line {
    chunk: usize,
    number: usize,
    bytes: Range<usize>,
}

impl Paragraph {
    /// Before `range` gives way to `with`: lets go of the layout of only those lines that this touches, where they can
    /// be laid out alone. `false` where they cannot; nothing is done then.
    pub(super) fn part_lines(&mut self, range: &Range<usize>, with: &str) -> bool {
        self.parted(range, with).is_some_and(|(chunks, parts)| {
            self.chunks.splice(chunks, parts);
            true
        })
    }

    /// Chunks, and what comes into their place.
    fn parted(&self, range: &Range<usize>, with: &str) -> Option<(Range<usize>, Vec<Chunk>)> {
        if self.preedit.is_some() || !self.inline.is_empty() || self.is_atom() || with.len() > LONGEST {
            return None;
        }
        let (chunks, bytes) = self.chunks_around(range)?;
        let lines = self.lines_of(&chunks, bytes.start)?;
        let touched = touched(&lines, range, self.text(), self.direction())?;
        if touched == (0..lines.len()) {
            return None;
        }
        let first = lines.get(touched.start)?.bytes.start;
        let end = lines.get(touched.end - 1)?.bytes.end;
        let is_last = touched.end == lines.len();
        let text = self.text();
        let [before, start, removed, rest] =
            [bytes.start..first, first..range.start, range.clone(), range.end..end].map(|bytes| text.get(bytes));
        let (start, rest) = (start?, rest?);
        let length = start.len() + with.len() + rest.len();
        let is_possible = (1..=LONGEST).contains(&length)
            && bytes.len() + with.len() <= LONGEST_CHUNK
            && is_plain(text.get(bytes)?.chars().chain(with.chars()))
            && are_apart(before?, [start, removed?, rest], is_last)
            && are_apart(before?, [start, with, rest], is_last)
            // a text without letters is set in the script of what follows
            && [start, with, rest].into_iter().flat_map(str::chars).any(is_of_a_script);
        if !is_possible {
            return None;
        }
        let mut parts = self.views(&lines, 0..touched.start)?;
        parts.push(Chunk { goes_on: true, is_trial: true, ..Chunk::new(length) });
        parts.extend(self.views(&lines, touched.end..lines.len())?);
        parts.last_mut()?.goes_on = false;
        Some((chunks, parts))
    }

    /// The chunks that go on with each other around some bytes, and what they hold; `None` where the edit reaches
    /// further, or touches where others begin.
    fn chunks_around(&self, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let (mut first, mut from, mut start) = (0, 0, 0);
        for (index, chunk) in self.chunks.iter().enumerate() {
            start += chunk.length;
            if chunk.goes_on {
                continue;
            }
            let is_behind = from < range.start || first == 0;
            let is_before = range.end < start || index + 1 == self.chunks.len();
            if is_behind && is_before {
                return Some((first..index + 1, from..start));
            }
            (first, from) = (index + 1, start);
        }
        None
    }

    /// The lines of some chunks, all of which are laid out.
    fn lines_of(&self, chunks: &Range<usize>, from: usize) -> Option<Vec<Line>> {
        let mut lines = Vec::new();
        let mut chunk_start = from;
        for index in chunks.clone() {
            let chunk = self.chunks.get(index)?;
            let broken = chunk.shaped.as_ref().filter(|broken| broken.is_wrapped())?;
            let mut start = chunk_start;
            for (number, line) in broken.lines().enumerate() {
                let shown = broken.marks.range_to_text(line.text_range());
                let end = chunk_start + shown.end.checked_sub(broken.text_start)?;
                lines.push(Line { chunk: index, number, bytes: start..end });
                start = end;
            }
            chunk_start += chunk.length;
            if start != chunk_start {
                return None;
            }
        }
        Some(lines)
    }

    /// Some of the lines, as chunks of their own that show them.
    fn views(&self, lines: &[Line], wanted: Range<usize>) -> Option<Vec<Chunk>> {
        let wanted = lines.get(wanted)?;
        let by_chunk = wanted.chunk_by(|one, other| one.chunk == other.chunk);
        by_chunk
            .map(|lines| {
                let (first, last) = (lines.first()?, lines.last()?);
                let part = |broken: &Broken| broken.part(first.number..last.number + 1);
                let shaped = self.chunks.get(first.chunk)?.shaped.as_ref().map(part);
                let length = last.bytes.end - first.bytes.start;
                Some(Chunk { shaped, goes_on: true, ..Chunk::new(length) })
            })
            .collect()
    }
}

/// Which lines an edit changes: those that it lies in; those before it, if the word that did not fit there becomes
/// another one; those after it, if what it touches reaches up to there. And those up to the next seam on both sides.
fn touched(lines: &[Line], range: &Range<usize>, text: &str, direction: Direction) -> Option<Range<usize>> {
    let last = lines.len().checked_sub(1)?;
    let start = |line: usize| lines.get(line).map(|line| line.bytes.start);
    let mut first = lines.iter().position(|line| range.start < line.bytes.end).unwrap_or(last);
    while first > 0 {
        let unbroken = unbroken(text.get(start(first)?..range.start)?);
        if unbroken.is_some() && is_seam(text, start(first)?, direction) {
            break;
        }
        first -= 1;
    }
    // the space at the end of a line belongs to where it breaks
    let mut end = lines.iter().position(|line| range.end + 1 < line.bytes.end).unwrap_or(last).max(first) + 1;
    while end < lines.len() && !is_seam(text, start(end)?, direction) {
        end += 1;
    }
    Some(first..end)
}

/// How long the piece is at a text's start that no line breaks in, as far as that is sure: up to a space between two
/// words. A quotation mark or bracket beside it can take the break away, and what comes after that give it back.
fn unbroken(text: &str) -> Option<usize> {
    text.match_indices(' ').map(|(at, _)| at).find(|&at| {
        let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
        let ends_word = |letter: char| {
            is_of_a_script(letter)
                || letter.is_numeric()
                || bidi_class(letter) == BidiClass::NSM
                || matches!(letter, '.' | ',' | '\u{060C}' | '\u{061B}')
        };
        before.ends_with(ends_word) && after.chars().nth(1).is_some_and(is_of_a_script)
    })
}

/// Does what comes before this place not depend on what comes after it, nor the other way round?
fn is_seam(text: &str, at: usize, direction: Direction) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let is_own = |letter: char| {
        let of_letter = bidi_class(letter);
        let own: &[BidiClass] = if direction.is_rtl() { &[BidiClass::R, BidiClass::AL] } else { &[BidiClass::L] };
        own.contains(&of_letter)
    };
    before.ends_with(' ') && after.starts_with(|letter: char| is_own(letter) && is_of_a_script(letter))
}

/// Is there nothing in it that gives directions to a whole stretch of text?
fn is_plain(mut text: impl Iterator<Item = char>) -> bool {
    !text.any(|letter| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}'))
}

/// Has no bracket before some lines its other half in them, and none in them after them?
fn are_apart(before: &str, lines: [&str; 3], is_last: bool) -> bool {
    let open_before = Brackets::of(before.chars()).is_open;
    let within = Brackets::of(lines.into_iter().flat_map(str::chars));
    (is_last || !within.is_open) && !(open_before && within.closes)
}

/// The brackets of a text whose other halves are not in it.
#[derive(Debug, PartialEq, Eq)]
struct Brackets {
    is_open: bool,
    closes: bool,
}

impl Brackets {
    fn of(text: impl Iterator<Item = char>) -> Self {
        let mut open = Vec::new();
        let mut closes = false;
        for (kind, opens) in text.filter_map(pair) {
            if opens {
                open.push(kind);
            } else if let Some(index) = open.iter().rposition(|opened| *opened == kind) {
                open.truncate(index);
            } else {
                closes = true;
            }
        }
        Self { is_open: !open.is_empty(), closes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seam_is_a_space_before_a_letter_of_the_own_direction() {
        let check = |before: &str, after: &str, direction: Direction, expected: bool| {
            let text = format!("{before}{after}");
            assert_eq!(is_seam(&text, before.len(), direction), expected, "{text:?}");
        };
        let (rtl, ltr) = (Direction::RightToLeft, Direction::LeftToRight);
        check("نص ", "عربي", rtl, true);
        check("in English ", "عربي", rtl, true);
        check("text ", "again", ltr, true);
        check("نص ", "Latin", rtl, false);
        check("نص ", "عربي", ltr, false);
        check("نص", "عربي", rtl, false);
        check("نص ", "12 عربي", rtl, false);
        check("نص ", "(عربي)", rtl, false);
        check("نص ", "\u{064E}", rtl, false);
    }

    #[test]
    fn brackets_are_open_or_close_where_their_other_half_is_elsewhere() {
        let check = |text: &str, is_open: bool, closes: bool| {
            assert_eq!(Brackets::of(text.chars()), Brackets { is_open, closes }, "{text:?}");
        };
        check("نص (Vision 2030) و«عربي [1]»", false, false);
        check("", false, false);
        check("نص (Vision", true, false);
        check("2030) نص", false, true);
        check("(«)»", false, true);
        check("«(»", false, false);
        check("([)", false, false);
        check("]([", true, true);
    }

    #[test]
    fn lines_are_apart_where_no_bracket_reaches_over_their_ends() {
        let check = |before: &str, lines: &str, is_last: bool, expected: bool| {
            assert_eq!(are_apart(before, [lines, "", ""], is_last), expected, "{before:?} {lines:?}");
        };
        check("(نص) ", "نص (نص) ", false, true);
        check("نص ", "(نص ", false, false);
        check("نص ", "(نص ", true, true);
        check("(نص ", "نص ", false, true);
        check("(نص ", "نص) ", false, false);
        check("نص ", "نص) ", false, true);
    }

    #[test]
    fn a_first_word_ends_where_a_line_breaks_whatever_follows() {
        let check = |text: &str, expected: Option<usize>| assert_eq!(unbroken(text), expected, "{text:?}");
        check("one two", Some(3));
        check("كلمة، أخرى", Some("كلمة،".len()));
        check("one", None);
        check("one ", None);
        check("one » two three", Some("one » two".len()));
        check("( one two", Some(5));
    }

    #[test]
    fn the_lines_that_an_edit_touches() {
        let text = "one two three four five six seven";
        let lines: Vec<Line> =
            [0..8, 8..19, 19..28, 28..33].into_iter().map(|bytes| Line { chunk: 0, number: 0, bytes }).collect();
        let check = |range: Range<usize>, expected: Range<usize>| {
            assert_eq!(touched(&lines, &range, text, Direction::LeftToRight), Some(expected), "{range:?}");
        };
        check(0..0, 0..1);
        check(15..15, 1..2);
        // at the end of the first word, in it, and where the second begins
        check(13..13, 0..2);
        check(9..9, 0..2);
        check(14..14, 0..2);
        // up to the space at the end, and over it
        check(17..17, 1..2);
        check(18..18, 1..3);
        check(15..20, 1..3);
        check(33..33, 2..4);
    }
}
