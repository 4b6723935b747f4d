//! Typed text cut into what dates are made of: numbers, words, and the signs between numbers.

use crate::arabic::fold;

/// A piece of a typed date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A number, and how many digits it was typed with: «07» is no year, «1448» no day.
    Number { value: i32, digits: usize },
    /// A folded word.
    Word(String),
    /// `/`, `-`, `.` or a dash between two pieces of a date.
    Sign,
}

/// Cuts a text. `None` when something stands in it that no date has.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    let folded = fold(text);
    let mut pieces = Vec::new();
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() {
            let mut number = String::from(letter);
            while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                number.push(digit);
            }
            // Longer numbers are phones, not dates.
            let digits = number.len();
            pieces.push(Piece::Number { value: number.parse().ok().filter(|_| digits <= 4)?, digits });
        } else if letter.is_alphabetic() {
            let mut word = String::from(plain(letter));
            while let Some(next) = letters.next_if(|next| next.is_alphabetic() || is_apostrophe(*next)) {
                if !is_apostrophe(next) {
                    word.push(plain(next));
                }
            }
            pieces.push(Piece::Word(word));
        } else if matches!(letter, '/' | '-' | '.' | '–' | '—' | '−' | '\\') {
            pieces.push(Piece::Sign);
        } else if !(letter.is_whitespace()
            || is_apostrophe(letter)
            || matches!(letter, ',' | '،' | '(' | ')' | '·' | '؛'))
        {
            return None;
        }
    }
    Some(pieces)
}

/// Transliterated names come with and without these.
const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`' | 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ')
}

/// The letter without the dots and macrons of transliteration.
const fn plain(letter: char) -> char {
    match letter {
        'ā' | 'á' | 'à' => 'a',
        'ī' => 'i',
        'ū' => 'u',
        'ḥ' => 'h',
        'ḍ' | 'ḏ' => 'd',
        'ṣ' => 's',
        'ṭ' => 't',
        _ => letter,
    }
}
