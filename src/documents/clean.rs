//! Takes out of typed and pasted text what no paper can show and what would disturb the text around it.
//!
//! Apart from [`super::isolate`], which adds direction marks: cleaning first takes away whatever marks came along.

use crate::arabic::is_joined_before;
use unicode_normalization::UnicodeNormalization;

/// The text in composed form, without control characters and marks that force a direction, its line ends as `\n`.
///
/// Joiners stay: they carry the shape of Persian and Urdu words. Isolates stay: messages put them around names, and they
/// can disturb nothing outside their own text.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.nfc().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    cleaned.push('\n');
                }
            }
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            shown if forces_direction(shown) || shown.is_control() || is_nothing(shown) => {}
            shown => cleaned.push(shown),
        }
    }
    cleaned.trim().to_owned()
}

/// Notes as they are read: «@» and «#» before an Arabic word help to write, and are no part of a name on paper. An
/// address or a handle in Latin letters keeps its sign.
pub fn without_signs(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut word = String::new();
    while let Some(letter) = letters.next() {
        // «و@محمد» names somebody too.
        let opens = word.is_empty() || is_joined_before(&word);
        let names = letters.peek().is_some_and(|next| matches!(next, '\u{621}'..='\u{64A}'));
        if !(matches!(letter, '@' | '#') && opens && names) {
            read.push(letter);
        }
        if letter.is_alphanumeric() {
            word.push(letter);
        } else {
            word.clear();
        }
    }
    read
}

/// Marks, embeddings and overrides of direction.
const fn forces_direction(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{206A}'..='\u{206F}')
}

/// Marks that keep a piece of text apart from the order of its neighbours.
pub(super) const fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

/// Characters that stand for nothing on paper: byte order marks, soft hyphens, fillers, tags, variation selectors,
/// private use and noncharacters.
const fn is_nothing(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, cleaned: &str) {
        assert_eq!(clean(typed), cleaned, "{typed:?}");
    }

    #[test]
    fn signs_that_help_to_write_are_not_printed() {
        assert_eq!(without_signs("أكدت @سارة العنزي، (#ت-12) و#جودة"), "أكدت سارة العنزي، (ت-12) وجودة");
        assert_eq!(without_signs("sara@example.org @amana #2 @"), "sara@example.org @amana #2 @");
    }

    #[test]
    fn what_no_paper_shows_goes_and_words_stay() {
        check("محضر\u{0} اجتماع\u{7}", "محضر اجتماع");
        check("\u{202E}مقلوب\u{202C} \u{2067}معزول\u{2069}\u{200F}", "مقلوب \u{2067}معزول\u{2069}");
        check("سطر\r\nسطر\rسطر\u{2029}سطر", "سطر\nسطر\nسطر\nسطر");
        check("می\u{200C}روم", "می\u{200C}روم");
        check("  #let x = [*bold*] \\ \"q\"  ", "#let x = [*bold*] \\ \"q\"");
        check("\u{FEFF}", "");
    }

    #[test]
    fn letters_written_in_two_characters_are_composed() {
        check("ا\u{654}حمد", "أحمد");
    }
}
