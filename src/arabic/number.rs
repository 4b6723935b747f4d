//! Numbers as people type and read them: both digit systems, thousands, a decimal sign.
//!
//! A number is kept as a whole one, scaled by its decimals: 12.5 with two decimals is 1250. Nothing is ever rounded on
//! the way in, so that what is stored is what was typed.

use super::digits::{Digits, to_ascii_digits, to_digits};
use super::fold::is_mark;

/// The decimal sign of Arabic-Indic digits.
const DECIMAL: char = '\u{066B}';
/// The sign between their thousands.
const THOUSANDS: char = '\u{066C}';

/// Reads a number with at most so many decimals, scaled by them: `٬` or `,` or a blank between thousands, `٫` or `.`
/// before decimals, a sign before or behind. A single comma that can't be between thousands is a decimal sign.
pub fn parse_number(text: &str, decimals: u8) -> Option<i64> {
    let text = to_ascii_digits(text);
    let mut plain: String = text.chars().filter(|&letter| !is_mark(letter)).collect();
    plain = plain.trim().to_owned();
    let is_minus = |letter: char| matches!(letter, '-' | '\u{2212}' | '\u{2013}');
    let is_negative = plain.starts_with(is_minus) || plain.ends_with(is_minus);
    let unsigned = plain.trim_matches(|letter: char| is_minus(letter) || letter == '+').trim();
    let (whole, fraction) = match unsigned.split_once(['.', DECIMAL]) {
        Some((whole, fraction)) => (whole, fraction),
        None => match unsigned.split_once(is_comma) {
            // «12,5»: a comma where thousands can't be.
            Some((whole, fraction)) if fraction.len() != 3 && all_digits(fraction) => (whole, fraction),
            _ => (unsigned, ""),
        },
    };
    let whole = without_thousands(whole)?;
    let fraction = fraction.trim_end_matches('0');
    if (whole.is_empty() && fraction.is_empty()) && !unsigned.contains('0') {
        return None;
    }
    if !all_digits(&whole) || !(fraction.is_empty() || all_digits(fraction)) || fraction.len() > usize::from(decimals) {
        return None;
    }
    let scaled = format!("{whole}{fraction:0<width$}", width = usize::from(decimals));
    let number: i64 = if scaled.is_empty() { 0 } else { scaled.parse().ok()? };
    Some(if is_negative { -number } else { number })
}

/// Writes a scaled number, with a sign between its thousands and no needless zeros: 12,500.5 or ١٢٬٥٠٠٫٥.
pub fn format_number(number: i64, decimals: u8, digits: Digits) -> String {
    let scale = 10_u64.pow(u32::from(decimals.min(18)));
    let size = number.unsigned_abs();
    let (whole, fraction) = (size / scale, size % scale);
    let (thousands, decimal) = match digits {
        Digits::Latin => (',', '.'),
        Digits::ArabicIndic => (THOUSANDS, DECIMAL),
    };
    let whole = whole.to_string();
    let mut written = String::with_capacity(whole.len() * 2);
    if number < 0 {
        written.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(thousands);
        }
        written.push(digit);
    }
    if fraction > 0 {
        written.push(decimal);
        written.push_str(format!("{fraction:0width$}", width = usize::from(decimals)).trim_end_matches('0'));
    }
    to_digits(&written, digits)
}

const fn is_comma(letter: char) -> bool {
    matches!(letter, ',' | '،' | THOUSANDS)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits alone, when what parts them parts thousands: the first group has one to three, all others three.
fn without_thousands(text: &str) -> Option<String> {
    let is_sign = |letter: char| is_comma(letter) || letter.is_whitespace() || letter == '\'';
    if !text.contains(is_sign) {
        return Some(text.to_owned());
    }
    let mut groups = text.split(is_sign);
    let first = groups.next()?;
    let is_whole = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    is_whole.then(|| text.chars().filter(|&letter| !is_sign(letter)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, decimals: u8, expected: i64) {
        assert_eq!(parse_number(text, decimals), Some(expected), "{text:?}");
    }

    #[test]
    fn numbers_are_read_in_all_digits() {
        check("42", 0, 42);
        check("٤٢", 0, 42);
        check("۴۲", 0, 42);
        check(" ٤2 ", 0, 42);
        check("\u{2067}٤٢\u{2069}", 0, 42);
        check("0", 0, 0);
        check("007", 0, 7);
    }

    #[test]
    fn thousands_are_parted_by_many_signs() {
        check("12,500", 0, 12_500);
        check("١٢٬٥٠٠", 0, 12_500);
        check("١٢،٥٠٠", 0, 12_500);
        check("1 250 000", 0, 1_250_000);
        check("12\u{00A0}500", 0, 12_500);
        check("1,234.5", 1, 12_345);
    }

    #[test]
    fn decimals_follow_a_sign() {
        check("12.5", 2, 1250);
        check("١٢٫٥", 2, 1250);
        check("12,5", 2, 1250);
        check("12,50", 2, 1250);
        check(".5", 1, 5);
        check("5.", 1, 50);
        check("5.00", 0, 5);
    }

    #[test]
    fn a_sign_stands_before_or_behind() {
        check("-5", 0, -5);
        check("\u{2212}٥", 0, -5);
        check("٥-", 0, -5);
        check("+5", 0, 5);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", " ", "خمسة", "1a", "1,25,000", "12,5000", "1..2", "-", ".", "1.2.3", "99999999999999999999"]
        {
            assert_eq!(parse_number(text, 0), None, "{text:?}");
        }
        assert_eq!(parse_number("1.25", 1), None, "more decimals than are kept");
        assert_eq!(parse_number("1.5", 0), None, "a part where only whole ones are kept");
    }

    #[test]
    fn numbers_are_written_with_their_signs() {
        let check = |number, decimals, digits, expected: &str| {
            assert_eq!(format_number(number, decimals, digits), expected);
        };
        check(0, 0, Digits::Latin, "0");
        check(999, 0, Digits::Latin, "999");
        check(12_500, 0, Digits::Latin, "12,500");
        check(-1_250_000, 0, Digits::Latin, "-1,250,000");
        check(1250, 2, Digits::Latin, "12.5");
        check(1_250_005, 2, Digits::ArabicIndic, "١٢٬٥٠٠٫٠٥");
        check(5, 2, Digits::Latin, "0.05");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(number in -1_000_000_000_000i64..1_000_000_000_000, decimals in 0u8..4, indic: bool) {
            let digits = if indic { Digits::ArabicIndic } else { Digits::Latin };
            prop_assert_eq!(parse_number(&format_number(number, decimals, digits), decimals), Some(number));
        }

        #[test]
        fn no_text_makes_reading_stop(text in ".{0,20}", decimals in 0u8..4) {
            parse_number(&text, decimals);
        }
    }
}
