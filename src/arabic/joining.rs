//! Which letters are written joined: whoever cuts a word in two has to keep its letters' forms.
//!
//! Apart from folding because that is about which letters are the same; this is about how they look.

use super::fold::is_mark;

/// Keeps a letter in the form that it has beside another, where that other is not written.
pub const JOINER: char = '\u{200D}';

/// Are the letters on both sides of this byte of a text written joined?
pub fn is_joined_at(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    // marks stand on letters and change nothing, but a tatweel joins and a non-joiner does not
    let counts = |letter: &char| !is_mark(*letter) || matches!(letter, '\u{0640}' | '\u{200C}');
    let (before, after) = (before.chars().rev().find(counts), after.chars().find(counts));
    before.is_some_and(joins_next) && after.is_some_and(joins_previous)
}

/// Letters that take the previous one's hand.
const fn joins_previous(letter: char) -> bool {
    matches!(letter, '\u{0620}' | '\u{0622}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{06D5}' | '\u{06FA}'..='\u{06FF}')
        && !matches!(letter, '\u{0670}' | '\u{0674}')
}

/// Letters that give their hand to the next one: those that take the previous one's, but for alef, dal, ra, waw and
/// their like.
const fn joins_next(letter: char) -> bool {
    joins_previous(letter)
        && !matches!(letter,
            '\u{0622}'..='\u{0625}' | '\u{0627}' | '\u{0629}' | '\u{062F}'..='\u{0632}' | '\u{0648}'
            | '\u{0671}'..='\u{0673}' | '\u{0675}'..='\u{0677}' | '\u{0688}'..='\u{0699}' | '\u{06C0}'
            | '\u{06C3}'..='\u{06CB}' | '\u{06CD}' | '\u{06CF}' | '\u{06D2}' | '\u{06D3}' | '\u{06D5}')
}

#[cfg(test)]
mod tests {
    use super::is_joined_at;

    fn check(before: &str, after: &str, expected: bool) {
        assert_eq!(is_joined_at(&format!("{before}{after}"), before.len()), expected, "{before}|{after}");
    }

    #[test]
    fn letters_join_within_a_word_but_not_after_alef_and_its_like() {
        check("تنس", "يق", true);
        check("الشراك", "ة", true);
        check("الشرا", "كة", false);
        check("د", "ور", false);
        check("هيئ", "ة", true);
        check("شي", "ء", false);
        check("العـ", "ربية", true);
    }

    #[test]
    fn marks_are_passed_over_and_what_is_no_letter_joins_nothing() {
        check("تنْ", "سيق", true);
        check("وَ", "تنسيق", false);
        check("تنسيق", " مع", false);
        check("coord", "ination", false);
        check("می\u{200C}", "خواهم", false);
        check("", "تنسيق", false);
        check("تنسيق", "", false);
    }
}
