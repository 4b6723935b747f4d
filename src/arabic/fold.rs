//! Folding: one spelling for all the ways a word is written, so that what sounds the same is found.
//!
//! The order matters. Presentation forms are composed first (NFKC, and only where they occur); nothing is ever
//! decomposed, because a decomposed «أ» would lose its hamza as a mark before it could be told from «آ». Then marks go,
//! then letters that people exchange freely meet in one.

use super::digits;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;

/// Marks that change nothing in a word's identity: vowels, Qur'anic signs, tatweel, bidi controls, joiners.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{0610}'..='\u{061A}' | '\u{061C}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Compatibility forms: ligatures, presentation forms, full width.
const fn needs_composing(letter: char) -> bool {
    matches!(letter, '\u{F900}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{FF00}'..='\u{FFEF}')
}

/// Folds one character for stemming: as [`fold_char`], but every seat of a hamza inside a word is one «ء», so that
/// «مسؤول» and «مسئول», «أعضاؤه» and «أعضائه» meet.
pub(super) fn fold_char_keeping_hamza(letter: char, push: &mut impl FnMut(char)) {
    match letter {
        'ؤ' | 'ئ' => push('ء'),
        _ => fold_char(letter, push),
    }
}

/// Folds one character into none, one or (ligatures, some capitals) several.
pub fn fold_char(letter: char, push: &mut impl FnMut(char)) {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => push('ا'),
        'ى' | 'ئ' | 'ی' | 'ې' => push('ي'),
        'ؤ' => push('و'),
        'ة' | 'ە' | 'ہ' | 'ھ' => push('ه'),
        'ک' | 'ڪ' => push('ك'),
        'a'..='z' | 'ا'..='ي' if letter != '\u{0640}' => push(letter),
        _ if is_mark(letter) => {}
        _ => {
            if let Some(value) = digits::value(letter) {
                push(char::from(b'0' + value));
            } else if needs_composing(letter) {
                for composed in std::iter::once(letter).nfkc() {
                    // A form that composes to itself would come back here for ever.
                    if needs_composing(composed) {
                        push(composed);
                    } else {
                        fold_char(composed, push);
                    }
                }
            } else {
                letter.to_lowercase().for_each(push);
            }
        }
    }
}

/// The text as it is compared: folded letters, runs of white space as one blank, none at the ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_char(letter, &mut |letter| {
            if !letter.is_whitespace() {
                folded.push(letter);
            } else if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        });
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Where folded words stand in a text, however they are spelt there: the first place, in bytes, with the marks that
/// belong to its last letter.
pub fn find_folded(text: &str, folded: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = folded.chars().collect();
    let mut letters: Vec<(char, usize)> = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        fold_char(letter, &mut |letter| letters.push((if letter.is_whitespace() { ' ' } else { letter }, at)));
    }
    let found = |window: &[(char, usize)]| window.iter().map(|(letter, _)| *letter).eq(wanted.iter().copied());
    let first = (!wanted.is_empty()).then(|| letters.windows(wanted.len()).position(found)).flatten()?;
    let start = letters.get(first)?.1;
    let last = letters.get(first + wanted.len() - 1)?.1;
    let end = text.get(last..)?.char_indices().skip(1).find(|(_, letter)| !is_mark(*letter));
    Some(start..end.map_or(text.len(), |(after, _)| last + after))
}

#[cfg(test)]
mod tests {
    use super::{find_folded, fold};
    use proptest::prelude::*;

    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded, "{text:?}");
    }

    #[test]
    fn letters_people_exchange_meet_in_one() {
        check("أحمد إبراهيم آل ٱلله", "احمد ابراهيم ال الله");
        check("مصطفى، مكتبة", "مصطفي، مكتبه");
        check("مسؤول، هيئة", "مسوول، هييه");
    }

    #[test]
    fn marks_tatweel_and_controls_vanish() {
        check("مُحَمَّد", "محمد");
        check("هٰذا", "هذا");
        check("تنسيـــق", "تنسيق");
        check("\u{2067}أمانة\u{2069}\u{200F}", "امانه");
        check("لا\u{200C}يوجد", "لايوجد");
    }

    #[test]
    fn a_decomposed_hamza_folds_like_a_composed_one() {
        check("ا\u{0654}حمد", "احمد");
        check("مسو\u{0654}ول", "مسوول");
    }

    #[test]
    fn presentation_forms_are_composed() {
        check("\u{FEFB}", "لا");
        check("\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}", "محمد");
        check("ＡＢ１", "ab1");
    }

    #[test]
    fn digits_case_and_spaces_are_evened_out() {
        check("  رؤية \t ٢٠٣٠ و۲۰۳۰\n", "رويه 2030 و2030");
        check("Quality of LIFE", "quality of life");
    }

    #[test]
    fn folded_words_are_found_where_they_are_spelt_otherwise() {
        let check = |text: &str, typed: &str, expected: Option<&str>| {
            let found = find_folded(text, &fold(typed)).and_then(|range| text.get(range));
            assert_eq!(found, expected, "{typed} in {text}");
        };
        check("أمانة الواحة", "امانه", Some("أمانة"));
        check("مُحَمَّدٌ بن سالم", "محمد", Some("مُحَمَّدٌ"));
        check("Quality of Life", "LIFE", Some("Life"));
        check("خطة ٢٠٣٠", "2030", Some("٢٠٣٠"));
        check("أمانة", "وزارة", None);
        check("أمانة", "", None);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[\u{0600}-\u{06FF}a-zA-Z0-9 \u{FE70}-\u{FEFC}\u{2066}-\u{2069}]{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
