//! Sort order of names and titles, Arabic letters before Latin ones.

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale::locale;
use std::cmp::Ordering;

/// Compares as a reader of Arabic expects. It tells فاطمة from فاطمه: it sorts, it does not search.
pub struct Collator(Option<CollatorBorrowed<'static>>);

impl Collator {
    /// The order of Arabic; Latin words stand after it in their own order.
    pub fn new() -> Self {
        // The data is compiled in; should it ever be missing, code point order still gives a stable list.
        Self(CollatorBorrowed::try_new(locale!("ar").into(), CollatorOptions::default()).ok())
    }

    /// Bytes that compare as the texts do.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let Some(collator) = &self.0 else { return text.as_bytes().to_vec() };
        let mut key = Vec::with_capacity(text.len() * 2);
        let Ok(()) = collator.write_sort_key_to(text, &mut key);
        key
    }

    /// Which of the two comes first.
    pub fn compare(&self, first: &str, second: &str) -> Ordering {
        match &self.0 {
            Some(collator) => collator.compare(first, second),
            None => first.cmp(second),
        }
    }
}

impl Default for Collator {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Collator;

    #[test]
    fn names_sort_as_a_reader_expects() {
        let collator = Collator::new();
        let mut names = ["Zain", "يوسف", "إبراهيم", "أحمد", "بدر", "آمنة", "Ali"];
        names.sort_by(|first, second| collator.compare(first, second));
        assert_eq!(names, ["آمنة", "إبراهيم", "أحمد", "بدر", "يوسف", "Ali", "Zain"]);
        let keys = names.map(|name| collator.sort_key(name));
        assert!(keys.is_sorted());
    }
}
