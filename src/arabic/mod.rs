//! Pure Arabic text: folding, search tokens and stems, digits, lists, sort order, isolates.
//!
//! Everything here is a function of its text alone: no language setting, no file, no clock. What is folded is for
//! finding and comparing only; what people typed is stored and shown as they typed it.

mod analyse;
mod bodies;
mod case;
mod collate;
mod digits;
mod email;
mod fold;
pub mod isolate;
mod joining;
mod keys;
mod number;
mod phone;
mod plurals;
mod stem;

pub use analyse::{
    ANALYSER_VERSION, Find, IndexTerms, Token, analyse, find, found_in, index_terms, matches, query, tokens,
    word_ranges,
};
pub use bodies::{BodyName, is_generic};
pub use case::{at, genitive, is_people};
pub use collate::Collator;
pub use digits::{Digits, percent, to_ascii_digits, to_digits};
pub use email::is_email;
pub use fold::{find_folded, fold, fold_char};
pub use isolate::{isolate, isolate_ltr};
pub use joining::{JOINER, is_joined_at};
pub use keys::{begins_two_halves, body_key, halves_together, is_title, name_key, without_article};
pub use number::{format_number, parse_number};
pub use phone::{format_phone, parse_phone};

/// What people put between the things of a list.
pub const fn is_list_sign(letter: char) -> bool {
    matches!(letter, ',' | '،' | ';' | '؛' | '\n' | '\t')
}

/// What ends a clause, and with it a name in it.
pub const fn ends_clause(letter: char) -> bool {
    matches!(letter, '،' | '؛' | '.' | ':' | '!' | '؟' | '?')
}

/// Is it nothing but letters that are written as one with the word behind them: «و», «وَ», «لـ», «وبـ»?
pub fn is_joined_before(letters: &str) -> bool {
    let folded = fold(letters);
    (1..=3).contains(&folded.chars().count()) && folded.chars().all(|letter| "وفبلك".contains(letter))
}

/// Does a folded word, with its article or without, begin with what was typed, folded?
pub fn begins_with(word: &str, typed: &str) -> bool {
    word.starts_with(typed) || word.strip_prefix("ال").is_some_and(|word| word.starts_with(typed))
}

/// A list as Arabic writes it: «، و» before every later element.
pub fn join_list<Item: AsRef<str>>(items: &[Item]) -> String {
    let mut list = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            list.push_str("، و");
        }
        list.push_str(item.as_ref());
    }
    list
}

#[cfg(test)]
mod tests {
    use super::{begins_with, ends_clause, is_list_sign, join_list};

    #[test]
    fn a_list_repeats_its_conjunction() {
        assert_eq!(join_list::<&str>(&[]), "");
        assert_eq!(join_list(&["الأمانة"]), "الأمانة");
        assert_eq!(join_list(&["الأمانة", "الوزارة", "الجمعيات"]), "الأمانة، والوزارة، والجمعيات");
    }

    #[test]
    fn an_article_is_passed_over() {
        assert!(begins_with("الامانه", "امان") && begins_with("الامانه", "الام"));
        assert!(!begins_with("امانه", "مان"));
    }

    #[test]
    fn a_clause_ends_with_a_sign_of_its_own() {
        assert!("،؛.:!؟?".chars().all(ends_clause));
        assert!(!"-ا 1".chars().any(ends_clause));
    }

    #[test]
    fn a_list_is_parted_by_commas_and_lines() {
        assert!("، ,؛;\n".chars().filter(|letter| *letter != ' ').all(is_list_sign));
        assert!(!is_list_sign('.') && !is_list_sign(' '));
    }
}
