//! What a filter that looks into one field asks of each row: does its text hold what is sought, as texts are compared?
//!
//! A field such as a city holds the same few texts in all rows: what was found of a text is remembered while the same is
//! sought, so that each is folded once.

use crate::arabic;
use rustc_hash::FxHashMap;

/// So many texts are remembered; where nearly each row has another, more would be of no use.
const REMEMBERED: usize = 1_024;

/// What is sought, and what was found of the texts so far.
#[derive(Debug, Default)]
pub(super) struct Sought {
    text: String,
    folded: String,
    found: FxHashMap<String, bool>,
}

impl Sought {
    /// Does `text` hold `sought`, whatever its marks, the forms of its letters and its digits?
    pub fn is_in(&mut self, sought: &str, text: &str) -> bool {
        if self.text != sought {
            sought.clone_into(&mut self.text);
            self.folded = arabic::fold(sought);
            self.found.clear();
        }
        if let Some(found) = self.found.get(text) {
            return *found;
        }
        let found = arabic::fold(text).contains(&self.folded);
        if self.found.len() < REMEMBERED {
            self.found.insert(text.to_owned(), found);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_what_is_sought_as_texts_are_compared() {
        let mut sought = Sought::default();
        for (text, is_found) in [("مدينة الواحة", true), ("الواحه", true), ("الرياض", false), ("", false)]
        {
            // The second time it is remembered.
            for _ in 0..2 {
                assert_eq!(sought.is_in("الواحة", text), is_found, "{text}");
            }
        }
        assert!(sought.is_in("رياض", "الرياض"), "something else is sought");
        assert!(sought.is_in("", ""), "nothing is in everything");
    }

    #[test]
    fn more_texts_than_are_remembered_are_looked_into_all_the_same() {
        let mut sought = Sought::default();
        for number in 0..REMEMBERED * 2 {
            assert!(sought.is_in("حي", &format!("حي {number}")));
        }
        assert_eq!(sought.found.len(), REMEMBERED);
        assert!(!sought.is_in("حي", "شارع"));
    }
}
