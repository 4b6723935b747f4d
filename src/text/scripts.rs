//! Which script a bracket is set in: the same at both ends of a pair (UAX #24, section 5.1).
//!
//! A font may have another bracket for Arabic than for Latin. parley gives a character without a script that of the
//! letter before it, so that in «عربي (Latin)» the two brackets would differ. It offers no way to say otherwise, but
//! heeds every letter: so a letter of the right script is put before such a bracket, too small to be seen, within an
//! isolate so that it changes no order. Everything that speaks of bytes goes through [`Marks`].

use std::ops::Range;

use swash::text::{Codepoint, Script};

/// A size at which a letter takes no room.
pub(crate) const INVISIBLE_SIZE: f32 = 0.01;

/// A runic letter, for text without letters: no font here has rules for its script, so their default ones apply.
const OF_NO_SCRIPT: char = 'ᚠ';

const ISOLATE: char = '\u{2066}';
const END_OF_ISOLATE: char = '\u{2069}';

/// Where letters were put into a text, and how many bytes each took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    put_in: Box<[(usize, usize)]>,
    /// What was left out of the text before.
    left_out: LeftOut,
}

impl Marks {
    /// The same over a text that is not whole.
    pub(crate) fn over(self, left_out: LeftOut) -> Self {
        Self { left_out, ..self }
    }

    /// A byte of the marked text as one of the text.
    pub(crate) fn to_text(&self, shown: usize) -> usize {
        let mut before = 0;
        for &(at, length) in &self.put_in {
            if shown <= at + before {
                break;
            }
            if shown < at + before + length {
                return self.left_out.to_text(at);
            }
            before += length;
        }
        self.left_out.to_text(shown - before)
    }

    /// A range of the marked text as one of the text; a mark's own is empty.
    pub(crate) fn range_to_text(&self, shown: Range<usize>) -> Range<usize> {
        let is_same = self.put_in.is_empty() && self.left_out.0.is_empty();
        if is_same { shown } else { self.to_text(shown.start)..self.to_text(shown.end) }
    }

    /// A byte of the text that was marked as one of the marked text.
    pub(crate) fn to_shown(&self, text: usize) -> usize {
        text + self.put_in.iter().take_while(|(at, _)| *at <= text).map(|(_, length)| length).sum::<usize>()
    }

    /// The marks themselves, in the marked text.
    pub(crate) fn shown(&self) -> impl Iterator<Item = Range<usize>> {
        self.put_in.iter().scan(0, |before, &(at, length)| {
            let start = at + *before;
            *before += length;
            Some(start..start + length)
        })
    }
}

/// A character of no script and no direction, part of the word it stands in, and in every font: it is shaped in the
/// place of what is drawn by somebody else.
const STAND_IN: char = '*';

/// Stretches of a text that are not shaped: each with the byte at which its stand-in stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LeftOut(Box<[(Range<usize>, usize)]>);

impl LeftOut {
    /// The text with a stand-in for each stretch; these are in order and apart.
    pub(crate) fn of(text: &str, stretches: impl Iterator<Item = Range<usize>>) -> (String, Self) {
        let mut shown = String::with_capacity(text.len());
        let mut done = 0;
        let mut left_out = Vec::new();
        for stretch in stretches {
            shown.push_str(text.get(done..stretch.start).unwrap_or_default());
            done = stretch.end;
            left_out.push((stretch, shown.len()));
            shown.push(STAND_IN);
        }
        shown.push_str(text.get(done..).unwrap_or_default());
        (shown, Self(left_out.into()))
    }

    /// The stand-ins, in the text that has them.
    pub(crate) fn stand_ins(&self) -> impl Iterator<Item = Range<usize>> {
        self.0.iter().map(|(_, at)| *at..at + STAND_IN.len_utf8())
    }

    /// A byte of the text with stand-ins as one of the whole text.
    fn to_text(&self, shown: usize) -> usize {
        match self.0.iter().rfind(|(_, at)| *at < shown) {
            Some((stretch, at)) => stretch.end + (shown - at - STAND_IN.len_utf8()),
            None => shown,
        }
    }

    /// A byte of the whole text as one of the text with stand-ins; within a stretch it is one of its ends.
    pub(crate) fn to_shown(&self, text: usize, at_end: bool) -> usize {
        match self.0.iter().rfind(|(stretch, _)| stretch.start < text) {
            Some((stretch, at)) if text >= stretch.end => at + STAND_IN.len_utf8() + (text - stretch.end),
            Some((_, at)) => at + if at_end { STAND_IN.len_utf8() } else { 0 },
            None => text,
        }
    }
}

/// Does a character belong to one script, unlike digits, signs and marks?
pub(crate) fn is_of_a_script(letter: char) -> bool {
    !matches!(letter.script(), Script::Common | Script::Inherited | Script::Unknown)
}

/// The text with marks, where it needs any.
pub(crate) fn mark(text: &str) -> Option<(String, Marks)> {
    let Some(first) = text.chars().find(|letter| is_of_a_script(*letter)) else {
        return (!text.is_empty()).then(|| insert(text, &[(0, OF_NO_SCRIPT)]));
    };
    if !text.contains(|letter| pair(letter).is_some_and(|(_, opens)| !opens)) {
        return None;
    }
    // a letter stands for its script
    let mut current = first;
    let mut open: Vec<(u32, char)> = Vec::new();
    let mut marks = Vec::new();
    for (at, letter) in text.char_indices() {
        if is_of_a_script(letter) {
            current = letter;
        } else if let Some((kind, opens)) = pair(letter) {
            if opens {
                open.push((kind, current));
            } else if let Some(index) = open.iter().rposition(|(opened, _)| *opened == kind) {
                let outside = open.get(index).map_or(current, |(_, outside)| *outside);
                open.truncate(index);
                if outside.script() != current.script() {
                    marks.push((at, outside));
                    current = outside;
                }
            }
        }
    }
    (!marks.is_empty()).then(|| insert(text, &marks))
}

/// Puts a letter, isolated, before each of the places.
fn insert(text: &str, letters: &[(usize, char)]) -> (String, Marks) {
    let mut shown = String::with_capacity(text.len() + letters.len() * 8);
    let mut marks = Vec::with_capacity(letters.len());
    let mut done = 0;
    for &(at, letter) in letters {
        shown.push_str(text.get(done..at).unwrap_or_default());
        let before = shown.len();
        shown.extend([ISOLATE, letter, END_OF_ISOLATE]);
        marks.push((at, shown.len() - before));
        done = at;
    }
    shown.push_str(text.get(done..).unwrap_or_default());
    (shown, Marks { put_in: marks.into(), left_out: LeftOut::default() })
}

/// Which pair a bracket or quotation mark belongs to, and whether it opens it.
pub(crate) const fn pair(letter: char) -> Option<(u32, bool)> {
    Some(match letter {
        '(' => (0, true),
        ')' => (0, false),
        '<' => (1, true),
        '>' => (1, false),
        '[' => (2, true),
        ']' => (2, false),
        '{' => (3, true),
        '}' => (3, false),
        '«' => (4, true),
        '»' => (4, false),
        '‘' => (5, true),
        '’' => (5, false),
        '“' => (6, true),
        '”' => (6, false),
        '‹' => (7, true),
        '›' => (7, false),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bracket_that_closes_over_another_script_is_marked() {
        let check = |text: &str, places: &[usize]| {
            let marked = mark(text);
            let at: Vec<usize> = marked.iter().flat_map(|(_, marks)| marks.put_in.iter().map(|(at, _)| *at)).collect();
            assert_eq!(at, places, "{text:?}");
        };
        check("نص (نص) نص", &[]);
        check("نص (abc) نص", &["نص (abc".len()]);
        check("نص (abc 12)", &["نص (abc 12".len()]);
        check("abc (نص) abc", &["abc (نص".len()]);
        check("نص [a (نص) b]", &["نص [a (نص".len(), "نص [a (نص) b".len()]);
        check("نص abc)", &[]);
        check("plain (text)", &[]);
        check("2026/11/23", &[0]);
        check("", &[]);
    }

    #[test]
    fn places_go_there_and_back() {
        let text = "نص [a (نص) b] تتمة";
        let (shown, marks) = mark(text).expect("marked");
        let letters: String = {
            let ranges: Vec<Range<usize>> = marks.shown().collect();
            shown
                .char_indices()
                .filter(|(at, _)| !ranges.iter().any(|range| range.contains(at)))
                .map(|(_, l)| l)
                .collect()
        };
        assert_eq!(letters, text);
        for (at, letter) in text.char_indices() {
            let there = marks.to_shown(at);
            assert_eq!(shown.get(there..).and_then(|rest| rest.chars().next()), Some(letter), "{at}");
            assert_eq!(marks.to_text(there), at);
        }
        assert_eq!(marks.to_text(shown.len()), text.len());
        for range in marks.shown() {
            assert!(marks.range_to_text(range).is_empty());
        }
    }

    #[test]
    fn what_is_left_out_is_one_place_with_two_ends() {
        let text = "إلى «هدى» و(فهد)";
        let whole = |word: &str| {
            let start = text.find(word).expect("there");
            start..start + word.len()
        };
        let (shown, left_out) = LeftOut::of(text, [whole("هدى"), whole("فهد")].into_iter());
        assert_eq!(shown, "إلى «*» و(*)");
        for (at, letter) in shown.char_indices() {
            if letter != STAND_IN {
                assert_eq!(text.get(left_out.to_text(at)..).and_then(|rest| rest.chars().next()), Some(letter), "{at}");
            }
            assert_eq!(left_out.to_shown(left_out.to_text(at), false), at);
        }
        let words: Vec<&str> = left_out
            .stand_ins()
            .filter_map(|range| text.get(left_out.to_text(range.start)..left_out.to_text(range.end)))
            .collect();
        assert_eq!(words, ["هدى", "فهد"]);
        let within = whole("هدى").start + 2;
        let ends = [false, true].map(|at_end| left_out.to_text(left_out.to_shown(within, at_end)));
        assert_eq!(ends[0]..ends[1], whole("هدى"));
        assert_eq!(left_out.to_text(shown.len()), text.len());
    }
}
