//! The gallery's sample words: one JSON file a page, `{"key": ["Arabic", "English"]}`.
//!
//! Apart from the program's own messages: samples are invented and nobody translates them.

use std::collections::BTreeMap;
use tansiq::strings::Language;

/// A page's words in one language.
pub struct Words {
    words: BTreeMap<String, String>,
}

impl Words {
    /// Reads a page's file.
    ///
    /// # Panics
    /// When the file is not as it should be: the gallery is made by whoever runs it.
    pub fn new(json: &str, language: Language) -> Self {
        let both: BTreeMap<String, [String; 2]> = match serde_json::from_str(json) {
            Ok(both) => both,
            Err(error) => panic!("a page's words: {error}"),
        };
        let of = |[arabic, english]: [String; 2]| if language == Language::Arabic { arabic } else { english };
        Self { words: both.into_iter().map(|(key, words)| (key, of(words))).collect() }
    }

    /// The words under a key.
    ///
    /// # Panics
    /// When there are none.
    pub fn get(&self, key: &str) -> &str {
        self.words.get(key).unwrap_or_else(|| panic!("no words under {key:?}"))
    }

    /// Words that are parted by `|`, for lists of samples.
    pub fn list(&self, key: &str) -> Vec<String> {
        self.get(key).split('|').map(str::to_owned).collect()
    }
}
