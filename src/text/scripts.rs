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
pub(crate) struct Marks(Vec<(usize, usize)>);

impl Marks {
    /// A byte of the marked text as one of the text.
    pub(crate) fn to_text(&self, shown: usize) -> usize {
        let mut before = 0;
        for &(at, length) in &self.0 {
            if shown <= at + before {
                break;
            }
            if shown < at + before + length {
                return at;
            }
            before += length;
        }
        shown - before
    }

    /// A range of the marked text as one of the text; a mark's own is empty.
    pub(crate) fn range_to_text(&self, shown: Range<usize>) -> Range<usize> {
        if self.0.is_empty() { shown } else { self.to_text(shown.start)..self.to_text(shown.end) }
    }

    /// A byte of the text as one of the marked text.
    pub(crate) fn to_shown(&self, text: usize) -> usize {
        text + self.0.iter().take_while(|(at, _)| *at <= text).map(|(_, length)| length).sum::<usize>()
    }

    /// The marks themselves, in the marked text.
    pub(crate) fn shown(&self) -> impl Iterator<Item = Range<usize>> {
        self.0.iter().scan(0, |before, &(at, length)| {
            let start = at + *before;
            *before += length;
            Some(start..start + length)
        })
    }
}

/// The text with marks, where it needs any.
pub(crate) fn mark(text: &str) -> Option<(String, Marks)> {
    let real = |letter: char| !matches!(letter.script(), Script::Common | Script::Inherited | Script::Unknown);
    let Some(first) = text.chars().find(|letter| real(*letter)) else {
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
        if real(letter) {
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
    (shown, Marks(marks))
}

/// Which pair a bracket or quotation mark belongs to, and whether it opens it.
const fn pair(letter: char) -> Option<(u32, bool)> {
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
            let at: Vec<usize> = marked.iter().flat_map(|(_, marks)| marks.0.iter().map(|(at, _)| *at)).collect();
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
}
