//! Words with what is written together with them: «وبالوزارة» is «و», «بـ», «الوزارة».

use std::borrow::Cow;

/// A preposition written together with a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Prefix {
    #[default]
    None,
    /// «بالوزارة»
    By,
    /// «للوزارة»
    To,
}

/// A folded word after some letters were cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut<'w> {
    pub rest: Cow<'w, str>,
    /// How many letters in front of it.
    pub letters: usize,
    pub prefix: Prefix,
}

/// The ways to cut a folded word, the whole first.
pub(super) fn cuts(word: &str) -> Vec<Cut<'_>> {
    let mut cuts = vec![Cut { rest: Cow::Borrowed(word), letters: 0, prefix: Prefix::None }];
    let bare = word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 2);
    for (letters, word) in [(0, Some(word)), (1, bare)] {
        let Some(word) = word else { continue };
        if letters > 0 {
            cuts.push(Cut { rest: Cow::Borrowed(word), letters, prefix: Prefix::None });
        }
        if let Some(rest) = word.strip_prefix("لل").filter(|rest| rest.chars().count() >= 2) {
            cuts.push(Cut { rest: Cow::Owned(format!("ال{rest}")), letters: letters + 1, prefix: Prefix::To });
        }
        for (letter, prefix) in [('ل', Prefix::To), ('ب', Prefix::By)] {
            if let Some(rest) = word.strip_prefix(letter).filter(|rest| rest.chars().count() >= 3) {
                cuts.push(Cut { rest: Cow::Borrowed(rest), letters: letters + 1, prefix });
            }
        }
    }
    cuts
}

/// Without «و» and «ف» in front, where a word is left.
pub(super) fn bare(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// The byte behind so many letters of a word as it is written, with the marks that belong to them.
pub(super) fn after_letters(raw: &str, letters: usize) -> usize {
    let mut left = letters;
    for (place, letter) in raw.char_indices() {
        if is_mark(letter) {
            continue;
        }
        if left == 0 {
            return place;
        }
        left -= 1;
    }
    raw.len()
}

/// A word as it is written, without so many letters; «للوزارة» gets its article back.
pub(super) fn without_letters(raw: &str, cut: &Cut<'_>) -> String {
    let rest = raw.get(after_letters(raw, cut.letters)..).unwrap_or_default();
    if matches!(cut.rest, Cow::Owned(_)) { format!("ا{rest}") } else { rest.to_owned() }
}

/// Vowel signs and the like, which are no letters.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{200B}'..='\u{200F}' | '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}')
}

/// Words without vowel signs, one blank between them: «مُحَمَّد  الشهري» is «محمد الشهري».
pub(super) fn plain(text: &str) -> String {
    let letters: String = text.chars().filter(|letter| !is_mark(*letter)).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Is a folded word one of a list, which has a blank between its words?
pub(super) fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_and_put_together_again() {
        let rests = |word| cuts(word).into_iter().map(|cut| cut.rest.into_owned()).collect::<Vec<_>>();
        assert_eq!(rests("وبالوزاره"), ["وبالوزاره", "بالوزاره", "الوزاره"]);
        assert!(rests("للوزاره").contains(&"الوزاره".to_owned()));
        let cut = cuts("للوزاره").into_iter().find(|cut| cut.rest == "الوزاره").expect("cut");
        assert_eq!(without_letters("للوزارة", &cut), "الوزارة");
        assert_eq!("وَالأمانة".get(after_letters("وَالأمانة", 1)..), Some("الأمانة"));
    }
}
