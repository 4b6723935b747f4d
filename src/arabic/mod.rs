//! Pure Arabic text: folding, search tokens and stems, digits, lists, sort order, isolates.
//!
//! Everything here is a function of its text alone: no language setting, no file, no clock. What is folded is for
//! finding and comparing only; what people typed is stored and shown as they typed it.

mod analyse;
mod collate;
mod digits;
mod fold;
pub mod isolate;
mod keys;
mod number;
mod phone;
mod plurals;
mod stem;

pub use analyse::{ANALYSER_VERSION, Find, IndexTerms, Token, analyse, find, index_terms, matches, query, tokens};
pub use collate::Collator;
pub use digits::{Digits, percent, to_ascii_digits, to_digits};
pub use fold::{fold, fold_char};
pub use isolate::{isolate, isolate_ltr};
pub use keys::{name_key, organisation_key};
pub use number::{format_number, parse_number};
pub use phone::{format_phone, parse_phone};

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
    use super::join_list;

    #[test]
    fn a_list_repeats_its_conjunction() {
        assert_eq!(join_list::<&str>(&[]), "");
        assert_eq!(join_list(&["الأمانة"]), "الأمانة");
        assert_eq!(join_list(&["الأمانة", "الوزارة", "الجمعيات"]), "الأمانة، والوزارة، والجمعيات");
    }
}
