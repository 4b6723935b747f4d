//! Directions: which way a paragraph reads, and the level of each of its letters (UAX #9).
//!
//! Apart from the engine because it is pure: text in, numbers out. The engine asks [`first_strong`] for the base
//! direction and lets parley resolve the levels; [`levels`] is the same analysis with the rule that belongs to a
//! line (L1) applied, so that Unicode's own test file can be held against what is drawn.

use parley::BaseDirection;
use parley_engine::{Analysis, AnalysisOptions, Analyzer};
use unicode_bidi::{BidiClass, bidi_class};

/// Which way text reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Latin, digits, most scripts.
    LeftToRight,
    /// Arabic, Hebrew and their relatives.
    RightToLeft,
}

impl Direction {
    /// Is it right to left?
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::RightToLeft)
    }

    /// Right to left where `rtl` is true.
    pub const fn from_rtl(rtl: bool) -> Self {
        if rtl { Self::RightToLeft } else { Self::LeftToRight }
    }

    pub(crate) const fn base(self) -> BaseDirection {
        match self {
            Self::LeftToRight => BaseDirection::Ltr,
            Self::RightToLeft => BaseDirection::Rtl,
        }
    }
}

/// The direction of a paragraph's first strong letter (rules P2 and P3), or `None` where it has none: the caller
/// then inherits from the paragraph above, or from the interface.
pub fn first_strong(paragraph: &str) -> Option<Direction> {
    match unicode_bidi::get_base_direction(paragraph) {
        unicode_bidi::Direction::Ltr => Some(Direction::LeftToRight),
        unicode_bidi::Direction::Rtl => Some(Direction::RightToLeft),
        unicode_bidi::Direction::Mixed => None,
    }
}

/// The invisible letter that gives a text its direction by standing first in it.
pub(crate) const fn direction_mark(direction: Direction) -> char {
    match direction {
        Direction::LeftToRight => '\u{200E}',
        Direction::RightToLeft => '\u{200F}',
    }
}

/// The direction that such a letter at a text's start gives it, and the letter's length in bytes.
pub(crate) fn leading_mark(text: &str) -> Option<(Direction, usize)> {
    [Direction::LeftToRight, Direction::RightToLeft].into_iter().find_map(|direction| {
        let mark = direction_mark(direction);
        text.starts_with(mark).then_some((direction, mark.len_utf8()))
    })
}

/// Ends an isolate.
const POP_ISOLATE: char = '\u{2069}';

/// What closes the isolates that a text leaves open: to be put behind a text that was cut, before anything else stands there.
pub(crate) fn closed(text: &str) -> impl Iterator<Item = char> {
    let open = text.chars().fold(0_usize, |open, letter| match letter {
        '\u{2066}'..='\u{2068}' => open + 1,
        POP_ISOLATE => open.saturating_sub(1),
        _ => open,
    });
    std::iter::repeat_n(POP_ISOLATE, open)
}

/// Does the text hold anything that reads right to left? Blocks, not properties: it runs on every text of a frame.
pub fn has_rtl(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|letter| {
            matches!(u32::from(letter),
                0x0590..=0x08FF | 0x200F | 0x202B | 0x202E | 0x2067 | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE
                | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
        })
}

/// The levels of one paragraph on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The paragraph's own level: 0 left to right, 1 right to left.
    pub paragraph: u8,
    /// The level of each `char`; an odd one reads right to left.
    pub letters: Vec<u8>,
}

/// Resolves the levels of a paragraph that stands on one line. `base` `None` asks the first strong letter, and takes
/// left to right where there is none (as the standard has it).
///
/// A paragraph separator ends the paragraph: what follows one is resolved afresh, with the first paragraph's level
/// where `base` is `None`, since a caller who cares splits the text first.
pub fn levels(text: &str, base: Option<Direction>) -> Levels {
    let direction = base.or_else(|| first_strong(text)).unwrap_or(Direction::LeftToRight);
    let paragraph = u8::from(direction.is_rtl());
    let mut analyzer = Analyzer::new();
    let mut analysis = Analysis::new();
    let mut letters = Vec::new();
    for part in text.split_inclusive(|letter| bidi_class(letter) == BidiClass::B) {
        let options = AnalysisOptions { base_direction: direction.base(), ..AnalysisOptions::default() };
        analyzer.analyze(part, &options, &mut analysis);
        let from = letters.len();
        letters.extend(analysis.bidi_levels().iter().map(|level| level.to_u8()));
        // parley leaves the levels out where all are left to right
        letters.resize(from + part.chars().count(), paragraph);
        reset_whitespace(part, paragraph, letters.get_mut(from..).unwrap_or_default());
    }
    Levels { paragraph, letters }
}

/// Rule L1: separators, and white space before them or at the line's end, take the paragraph's level.
#[expect(clippy::wildcard_enum_match_arm, reason = "every class but these stays as it is, new ones too")]
fn reset_whitespace(text: &str, paragraph: u8, letters: &mut [u8]) {
    let mut at_end = true;
    for (letter, level) in text.chars().rev().zip(letters.iter_mut().rev()) {
        use BidiClass::{B, BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO, S, WS};
        match bidi_class(letter) {
            B | S => {
                at_end = true;
                *level = paragraph;
            }
            WS | FSI | LRI | RLI | PDI | BN | LRE | RLE | LRO | RLO | PDF if at_end => *level = paragraph,
            _ => at_end = false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_cut_is_closed_before_what_stands_behind_it() {
        let check = |text: &str, expected: &str| assert_eq!(closed(text).collect::<String>(), expected, "{text}");
        check("\u{2066}06/09/144", "\u{2069}");
        check("\u{2068}ت-\u{2066}1448", "\u{2069}\u{2069}");
        check("\u{2068}ت\u{2069} عام", "");
        check("\u{2069}", "");
    }

    #[test]
    fn the_first_strong_letter_decides() {
        let check = |text: &str, expected: Option<Direction>| assert_eq!(first_strong(text), expected, "{text:?}");
        check("", None);
        check("2026/11/23", None);
        check("12 جمعية", Some(Direction::RightToLeft));
        check("Vision 2030 رؤية", Some(Direction::LeftToRight));
        check("(قوس) English", Some(Direction::RightToLeft));
        check("\u{2066}abc\u{2069} عربي", Some(Direction::RightToLeft));
        check("\u{200F}abc", Some(Direction::RightToLeft));
    }

    #[test]
    fn only_text_with_right_to_left_letters_needs_the_engine() {
        let check = |text: &str, expected: bool| assert_eq!(has_rtl(text), expected, "{text:?}");
        check("plain", false);
        check("naïve – 35%", false);
        check("نص", true);
        check("a\u{200F}", true);
        check("שלום", true);
        check("ﻼ", true);
    }

    #[test]
    fn levels_follow_letters_numbers_and_trailing_space() {
        let check = |text: &str, base, expected: &[u8]| assert_eq!(levels(text, base).letters, expected, "{text:?}");
        check("ab", None, &[0, 0]);
        check("اب", None, &[1, 1]);
        check("اب 12 ", None, &[1, 1, 1, 2, 2, 1]);
        check("ab ا ", Some(Direction::RightToLeft), &[2, 2, 1, 1, 1]);
        check("ab", Some(Direction::RightToLeft), &[2, 2]);
    }
}
