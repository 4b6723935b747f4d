//! The digits numbers are written in; ASCII is what is stored.

/// Which digits are shown; both (and Persian ones) are read everywhere, ASCII is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Digits {
    /// 123
    #[default]
    Latin,
    /// ١٢٣
    ArabicIndic,
}

impl Digits {
    /// One digit in these digits; anything else stays as it is.
    pub fn show(self, letter: char) -> char {
        let Some(value) = letter.to_digit(10) else { return letter };
        match self {
            Self::Latin => letter,
            Self::ArabicIndic => char::from_u32(0x0660 + value).unwrap_or(letter),
        }
    }
}

/// The value of an ASCII, Arabic-Indic or Persian digit.
pub(super) const fn value(letter: char) -> Option<u8> {
    let value = match letter {
        '0'..='9' => letter as u32 - 0x30,
        '\u{0660}'..='\u{0669}' => letter as u32 - 0x0660,
        '\u{06F0}'..='\u{06F9}' => letter as u32 - 0x06F0,
        _ => return None,
    };
    // At most 9 by the ranges above.
    Some(value as u8)
}

/// The text with its ASCII digits shown in the chosen ones.
pub fn to_digits(text: &str, digits: Digits) -> String {
    text.chars().map(|letter| digits.show(letter)).collect()
}

/// The text with its Arabic-Indic and Persian digits as ASCII: the stored form.
pub fn to_ascii_digits(text: &str) -> String {
    text.chars().map(|letter| value(letter).map_or(letter, |value| char::from(b'0' + value))).collect()
}

/// A percentage with the sign that goes with its digits: 40% or ٤٠٪.
pub fn percent(value: i64, digits: Digits) -> String {
    let sign = match digits {
        Digits::Latin => '%',
        Digits::ArabicIndic => '\u{066A}',
    };
    format!("{}{sign}", to_digits(&value.to_string(), digits))
}

#[cfg(test)]
mod tests {
    use super::{Digits, percent, to_ascii_digits, to_digits};

    #[test]
    fn digits_are_shown_as_chosen_and_read_from_anywhere() {
        assert_eq!(to_digits("محضر 1448/017", Digits::ArabicIndic), "محضر ١٤٤٨/٠١٧");
        assert_eq!(to_digits("1448", Digits::Latin), "1448");
        assert_eq!(to_ascii_digits("١٤٤٨ و۱۴۴۸ و1448"), "1448 و1448 و1448");
    }

    #[test]
    fn the_percent_sign_follows_the_digits() {
        assert_eq!(percent(40, Digits::Latin), "40%");
        assert_eq!(percent(40, Digits::ArabicIndic), "٤٠٪");
    }
}
