//! What one reads in one breath stays on one line: «عبد الرحمن», «أبو بكر», «الدكتور سالم», «29/05/1448 AH».
//!
//! Apart from the writers: a space that no line ends at is put between such words once, when a paper is dressed. Forms that
//! are read by programs, or copied as plain text, have an ordinary space again.

use super::clean::is_isolate;
use super::texts::{each_text, in_table};
use super::{Document, Table};
use crate::domain::Honorific;

/// A space at which no line ends.
pub(super) const KEPT: char = '\u{A0}';

/// Names of two words: what begins them.
const BEGINS_NAME: [&str; 5] = ["أبو", "أبا", "أبي", "ابو", "آل"];
/// «عبد الرحمن», and not «عبد» as a name of its own.
const SERVANT: &str = "عبد";
/// English titles.
const TITLES: [&str; 7] = ["Mr", "Mrs", "Ms", "Dr", "Eng.", "Sheikh", "Gen."];

/// Keeps together what belongs together, in all of a document.
pub fn kept_words(document: &mut Document) {
    each_text(document, &mut keep);
}

/// The same in a table.
pub(super) fn kept_table(table: &mut Table) {
    in_table(table, &mut keep);
}

/// The text with ordinary spaces.
pub fn with_usual_spaces(text: &str) -> String {
    text.replace(KEPT, " ")
}

/// Puts such spaces into a text.
fn keep(text: &mut String) {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((word, after)) = rest.split_once(' ') {
        kept.push_str(word);
        kept.push(if belong(word, after) { KEPT } else { ' ' });
        rest = after;
    }
    kept.push_str(rest);
    if kept != *text {
        *text = kept;
    }
}

/// Does a word belong to what stands behind it?
fn belong(word: &str, after: &str) -> bool {
    let is_sign = |letter: char| is_isolate(letter) || matches!(letter, '(' | '«' | '"' | '\n');
    // Of a text of several lines the word begins with the last line end.
    let word = word.rsplit('\n').next().unwrap_or(word).trim_start_matches(is_sign);
    let after = after.trim_start_matches(is_isolate);
    let is_day = |word: &str| {
        let word = word.trim_matches(is_isolate);
        word.split('/').count() == 3 && word.chars().all(|letter| letter.is_numeric() || letter == '/')
    };
    if after.starts_with("AH") {
        return is_day(word);
    }
    let is_name = after.starts_with(char::is_alphabetic);
    let bare = word.strip_prefix('و').unwrap_or(word);
    let is_any = |belongs: &dyn Fn(&str) -> bool| belongs(word) || belongs(bare);
    let begins = |word: &str| {
        word == SERVANT && (after.starts_with("ال") || after.starts_with("رب"))
            || BEGINS_NAME.contains(&word)
            || TITLES.contains(&word)
            || Honorific::ALL.iter().any(|title| title.printed() == word || title.short() == word)
    };
    is_name && is_any(&begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut kept = text.to_owned();
        keep(&mut kept);
        assert_eq!(kept.replace(KEPT, "~"), expected);
    }

    #[test]
    fn names_of_two_words_and_titles_stay_with_their_names() {
        check("أكد عبد الرحمن الشهيل ذلك", "أكد عبد~الرحمن الشهيل ذلك");
        check("الدكتور عبد الرحمن وعبد الله", "الدكتور~عبد~الرحمن وعبد~الله");
        check("حي أبو بكر، وآل سعود", "حي أبو~بكر، وآل~سعود");
        check("أ. محمد (م. سالم)", "أ.~محمد (م.~سالم)");
        check("قام\nالمهندس سالم", "قام\nالمهندس~سالم");
        check("Eng. ماجد القرني", "Eng.~ماجد القرني");
        check("due 29/05/1448 AH", "due 29/05/1448~AH");
    }

    #[test]
    fn other_words_part_as_they_did() {
        for text in ["العبد الصالح", "عبد", "كتب عبد في دفتره", "الدكتور 5", "10:00 AH", "البند أ. "]
        {
            check(text, text);
        }
    }
}
