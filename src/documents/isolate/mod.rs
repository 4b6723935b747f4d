//! Keeps dates, phones, codes and ranges in their own order inside a line of the other direction.
//!
//! The bidirectional algorithm shows «2025-09-30» after an Arabic letter as 30-09-2025, and breaks phones and ranges the
//! same way. Every writer passes its text through [`isolate`], what a person typed as well as what the program composed.

#[cfg(test)]
mod tests;

use crate::arabic::isolate::{LTR_ISOLATE, POP_ISOLATE, is_code_joiner, isolate_code, isolate_digits};

/// The letters of one part of a code, such as «مح» in «مح-1448-004»; a longer part is a word of its own.
const CODE_PART_LETTERS: usize = 4;

/// The text with direction isolates around each date, time, range, phone, address and code.
pub fn isolate(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut rest = characters.as_slice();
    let mut isolated = String::with_capacity(text.len());
    let mut previous = ' ';
    while let [first, ..] = rest {
        // What a message set apart is not set apart again.
        if let Some((digits, after)) = set_apart(rest) {
            isolated.push_str(&isolate_digits(&String::from_iter(digits)));
            previous = POP_ISOLATE;
            rest = after;
            continue;
        }
        let (length, order) = next_piece(previous, rest);
        let (piece, after) = rest.split_at(length.clamp(1, rest.len()));
        order.push(piece, &mut isolated);
        previous = piece.last().copied().unwrap_or(*first);
        rest = after;
    }
    isolated
}

/// The content of an isolate that runs from left to right and opens here, if none is in it, and what stands after it.
fn set_apart(rest: &[char]) -> Option<(&[char], &[char])> {
    let [LTR_ISOLATE, inner @ ..] = rest else { return None };
    let end = inner.iter().position(|letter| matches!(letter, LTR_ISOLATE..=POP_ISOLATE))?;
    let (digits, after) = inner.split_at_checked(end)?;
    let [POP_ISOLATE, after @ ..] = after else { return None };
    (!digits.is_empty()).then_some((digits, after))
}

/// How a piece of the text is put out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    AsItIs,
    LeftToRight,
    Code,
}

impl Order {
    fn push(self, piece: &[char], isolated: &mut String) {
        match self {
            Self::AsItIs => isolated.extend(piece),
            Self::Code => isolated.push_str(&isolate_code(&String::from_iter(piece))),
            Self::LeftToRight => isolated.push_str(&isolate_digits(&String::from_iter(piece))),
        }
    }
}

/// The length of the piece that starts here, at least one, and its order.
fn next_piece(previous: char, rest: &[char]) -> (usize, Order) {
    let at_word_start = !previous.is_alphanumeric();
    if at_word_start {
        let code = arabic_code(rest);
        if code > 0 {
            return (code, Order::Code);
        }
        let phone = phone(rest);
        if phone > 0 {
            return (phone, Order::LeftToRight);
        }
    }
    let run = run(rest);
    if run == 0 {
        return (run_of(rest, |character| character.is_alphabetic() && !is_latin(character)).max(1), Order::AsItIs);
    }
    let core = trimmed(rest.get(..run).unwrap_or_default());
    if core.length == 0 {
        return (run, Order::AsItIs);
    }
    if core.start > 0 {
        return (core.start, Order::AsItIs);
    }
    let length = with_range(rest, core.length);
    let piece = rest.get(..length).unwrap_or_default();
    if needs_order(piece) { (length, Order::LeftToRight) } else { (length, Order::AsItIs) }
}

/// Latin letters, digits and what joins them: the longest run of them here.
fn run(rest: &[char]) -> usize {
    run_of(rest, |character| is_latin(character) || is_digit(character) || is_joiner(character))
}

fn run_of(rest: &[char], belongs: impl Fn(char) -> bool) -> usize {
    rest.iter().take_while(|character| belongs(**character)).count()
}

/// Where the content of a run stands: without the punctuation of the sentence around it.
struct Core {
    start: usize,
    length: usize,
}

fn trimmed(run: &[char]) -> Core {
    let starts = |character: char| is_latin(character) || is_digit(character);
    let Some(first) = run.iter().position(|character| starts(*character)) else { return Core { start: 0, length: 0 } };
    let signed = first.checked_sub(1).filter(|before| {
        matches!(run.get(*before), Some('+' | '-' | '#' | '@' | '%' | '٪' | '~' | '\u{2212}'))
            && run.get(first).is_some_and(|character| is_digit(*character) || run.get(*before) == Some(&'@'))
    });
    let start = if run.first().is_some_and(|character| starts(*character)) { 0 } else { signed.unwrap_or(first) };
    let ends = |character: char| starts(character) || matches!(character, '%' | '٪' | '+' | '#');
    let last = run.iter().rposition(|character| ends(*character)).unwrap_or(first);
    let is_address = run.windows(3).any(|three| matches!(three, [':', '/', '/']));
    let end = if is_address && run.last() == Some(&'/') { run.len() } else { last + 1 };
    Core { start, length: end.saturating_sub(start) }
}

/// «10:00 – 11:30»: a number, a dash with a space on both sides, a number. Returns the length of all, or of the first.
fn with_range(rest: &[char], length: usize) -> usize {
    let is_number = |piece: &[char]| {
        let belongs = |c: &char| is_digit(*c) || matches!(c, '.' | ',' | ':' | '/' | '-' | '%' | '٪' | '٫' | '٬');
        !piece.is_empty() && piece.iter().all(belongs)
    };
    let (first, after) = rest.split_at(length.min(rest.len()));
    let [' ', '-' | '–' | '—', ' ', after @ ..] = after else { return length };
    let core = trimmed(after.get(..run(after)).unwrap_or_default());
    let second = after.get(..core.length).unwrap_or_default();
    if core.start == 0 && is_number(first) && is_number(second) { length + 3 + core.length } else { length }
}

/// Would the algorithm, or a careless neighbour, reorder this run?
fn needs_order(piece: &[char]) -> bool {
    let has_digit = piece.iter().any(|character| is_digit(*character));
    let is_address = piece.contains(&'@') || piece.windows(3).any(|three| matches!(three, [':', '/', '/']));
    let is_site = matches!(piece, ['w' | 'W', 'w' | 'W', 'w' | 'W', '.', ..]);
    is_address || is_site || has_digit && piece.iter().any(|character| is_joiner(*character) || *character == ' ')
}

/// «+966 13 812 3456», «013 812 3456»: groups of digits with single spaces or dashes, 8 to 15 digits in all.
fn phone(rest: &[char]) -> usize {
    if !matches!(rest.first(), Some('+' | '0' | '٠')) {
        return 0;
    }
    let mut digits = 0;
    let mut length = 0;
    let mut gap = false;
    for (index, character) in rest.iter().enumerate().take(32) {
        match character {
            '+' if index == 0 => {}
            digit if is_digit(*digit) => {
                digits += 1;
                length = index + 1;
                gap = false;
            }
            ' ' | '-' | '\u{A0}' if !gap && digits > 0 => gap = true,
            _ => break,
        }
    }
    let plain = rest.get(length).is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '/' | ':'));
    let spaced = rest.get(..length).unwrap_or_default().iter().any(|character| !is_digit(*character));
    if (8..=15).contains(&digits) && plain && spaced { length } else { 0 }
}

/// «مح-1448-004», «1448/ت/017»: short Arabic letters and digits, joined by dashes or slashes.
fn arabic_code(rest: &[char]) -> usize {
    let (mut length, mut letters, mut digits, mut joiners) = (0, 0, 0, 0);
    loop {
        let part = rest.get(length..).unwrap_or_default();
        let count = run_of(part, is_digit);
        if count > 0 {
            digits += 1;
            length += count;
        } else {
            // «م1»: letters may be followed by their digits at once.
            let count = part.iter().take(CODE_PART_LETTERS + 1).take_while(|c| is_arabic_letter(**c)).count();
            if count == 0 || count > CODE_PART_LETTERS {
                return 0;
            }
            letters += 1;
            length += count;
            let count = run_of(rest.get(length..).unwrap_or_default(), is_digit);
            digits += usize::from(count > 0);
            length += count;
        }
        match rest.get(length..) {
            Some([joiner, next, ..]) if is_code_joiner(*joiner) && (is_digit(*next) || is_arabic_letter(*next)) => {
                joiners += 1;
                length += 1;
            }
            Some([next, ..]) if next.is_alphanumeric() => return 0,
            _ => break,
        }
    }
    if letters > 0 && digits > 0 && joiners > 0 { length } else { 0 }
}

fn is_latin(character: char) -> bool {
    character.is_alphabetic() && character < '\u{250}'
}

const fn is_arabic_digit(character: char) -> bool {
    matches!(character, '٠'..='٩' | '۰'..='۹')
}

const fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || is_arabic_digit(character)
}

const fn is_arabic_letter(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{66E}'..='\u{6D3}')
}

const fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '+' | '-'
            | '–'
            | '—'
            | '\u{2011}'
            | '\u{2212}'
            | '/'
            | '.'
            | ':'
            | ','
            | '_'
            | '@'
            | '#'
            | '%'
            | '&'
            | '='
            | '?'
            | '~'
            | '٪'
            | '٫'
            | '٬'
    )
}
