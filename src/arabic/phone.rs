//! Phone numbers: read as people write them, kept as E.164, shown in groups.
//!
//! A number without a country is a Saudi one. What is shown is for reading from left to right: whoever puts it into a
//! sentence isolates it.

use super::digits::to_ascii_digits;
use super::fold::is_mark;

/// The country of a number that names none.
const COUNTRY: &str = "966";

/// Reads a phone number and answers its E.164 form, `+9665XXXXXXXX`. Mobiles and land lines are taken with the country
/// (`+966`, `00966`, `966`), with the 0 of the trunk, or bare; so are unified numbers (`9200…`, `800…`) and those of
/// other countries with their `+` or `00`.
pub fn parse_phone(text: &str) -> Option<String> {
    let ascii = to_ascii_digits(text);
    let mut letters = String::with_capacity(ascii.len());
    for letter in ascii.chars().filter(|&letter| !is_mark(letter)) {
        match letter {
            '0'..='9' => letters.push(letter),
            // A plus sign typed after its digits, as a line that runs from the right may show it.
            '+' if !letters.contains('+') => letters.push(letter),
            ' ' | '\u{00A0}' | '\u{202F}' | '-' | '\u{2010}'..='\u{2015}' | '.' | '(' | ')' | '/' => {}
            _ => return None,
        }
    }
    let has_plus = letters.starts_with('+') || letters.ends_with('+');
    let digits = letters.trim_matches('+');
    if digits.contains('+') {
        return None;
    }
    let (abroad, rest) = match digits.strip_prefix("00") {
        Some(rest) => (true, rest),
        None => (has_plus, digits),
    };
    if let Some(national) = rest.strip_prefix(COUNTRY) {
        // «+966 05…» is often written and always meant so.
        let national = national.strip_prefix('0').unwrap_or(national);
        if is_national(national) {
            return Some(format!("+{COUNTRY}{national}"));
        }
        if abroad {
            return None;
        }
    } else if abroad {
        let is_possible = (8..=15).contains(&rest.len()) && !rest.starts_with('0');
        return is_possible.then(|| format!("+{rest}"));
    }
    let national = digits.strip_prefix('0').unwrap_or(digits);
    is_national(national).then(|| format!("+{COUNTRY}{national}"))
}

/// A number inside the country, without the 0 of the trunk.
fn is_national(digits: &str) -> bool {
    match digits.as_bytes() {
        // A mobile.
        [b'5', rest @ ..] => rest.len() == 8,
        // A land line: its region is 11 to 17.
        [b'1', b'1'..=b'7', rest @ ..] => rest.len() == 7,
        // A unified number, and a free one.
        [b'9', b'2', b'0', rest @ ..] => rest.len() == 6,
        [b'8', b'0', b'0', rest @ ..] => rest.len() == 7,
        _ => false,
    }
}

/// A number in groups, `+966 5X XXX XXXX`; what is no E.164 number stays as it is.
pub fn format_phone(number: &str) -> String {
    let Some(digits) = number.strip_prefix('+').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())) else {
        return number.to_owned();
    };
    let Some(national) = digits.strip_prefix(COUNTRY) else { return number.to_owned() };
    let groups: &[usize] = match national.as_bytes() {
        [b'5' | b'1', ..] => &[2, 3, 4],
        [b'9', ..] => &[4, 5],
        [b'8', ..] => &[3, 3, 4],
        _ => return number.to_owned(),
    };
    let mut written = format!("+{COUNTRY}");
    let mut rest = national;
    for &group in groups {
        let (part, after) = rest.split_at_checked(group).unwrap_or((rest, ""));
        written.push(' ');
        written.push_str(part);
        rest = after;
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(typed: &str, stored: &str) {
        assert_eq!(parse_phone(typed).as_deref(), Some(stored), "{typed:?}");
    }

    #[test]
    fn a_mobile_is_read_however_it_is_written() {
        for typed in [
            "0551234567",
            "551234567",
            "966551234567",
            "00966551234567",
            "+966551234567",
            "+966 55 123 4567",
            "+966 0551234567",
            "055-123-4567",
            "(055) 123 4567",
            "٠٥٥١٢٣٤٥٦٧",
            "۰۵۵۱۲۳۴۵۶۷",
            "966551234567+",
            "\u{2066}+966 55 123 4567\u{2069}",
        ] {
            check(typed, "+966551234567");
        }
    }

    #[test]
    fn other_numbers_are_read_too() {
        check("013 834 5678", "+966138345678");
        check("138345678", "+966138345678");
        check("+966 13 834 5678", "+966138345678");
        check("920012345", "+966920012345");
        check("800 123 4567", "+9668001234567");
        check("+973 1712 3456", "+97317123456");
        check("0097317123456", "+97317123456");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in
            ["", "12345", "055123456", "05512345678", "هاتف", "055 123 456x", "+966 22 123 4567", "++", "0188345678"]
        {
            assert_eq!(parse_phone(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn numbers_are_shown_in_groups() {
        let check = |number: &str, shown: &str| assert_eq!(format_phone(number), shown);
        check("+966551234567", "+966 55 123 4567");
        check("+966138345678", "+966 13 834 5678");
        check("+966920012345", "+966 9200 12345");
        check("+9668001234567", "+966 800 123 4567");
        check("+97317123456", "+97317123456");
        check("تحويلة 12", "تحويلة 12");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(digits in "5[0-9]{8}|1[1-7][0-9]{7}|920[0-9]{6}") {
            let stored = format!("+966{digits}");
            prop_assert_eq!(parse_phone(&format_phone(&stored)), Some(stored));
        }

        #[test]
        fn no_text_makes_reading_stop(text in ".{0,20}") {
            parse_phone(&text);
        }
    }
}
