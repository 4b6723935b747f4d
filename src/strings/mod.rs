//! The two languages: every shown word stands in `assets/strings/{ar,en}.ftl`.
//!
//! Apart because words are the one thing translators touch. A message selects on `$<name>-category`, which is passed
//! beside every number: Fluent's own Arabic rule is wrong from 103 up. Words put into a message are isolated here, and
//! only where they could disturb their neighbours, so that labels stay as they read.

mod bundle;
#[cfg(test)]
mod tests;

use crate::arabic::isolate::{isolate_code, isolate_within};
use crate::arabic::{Digits, join_list};
use bundle::Messages;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// العربية
    #[default]
    Arabic,
    /// English
    English,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// Words, put in as they are (isolated where they could disturb their neighbours).
    Text(String),
    /// A number, shown in the interface's digits; its plural category is passed beside it.
    Number(i64),
    /// An entry of a closed list, by its code: what a message selects on. Nobody sees it.
    Code(&'static str),
}

/// The translator: a language, the digits to show, and its messages.
pub struct Tr {
    language: Language,
    digits: Digits,
    /// Read once, and shared with whoever speaks the same language.
    messages: Arc<Messages>,
    /// Arabic is the language nothing may be missing from.
    fallback: Option<Arc<Messages>>,
    /// Words that a person put in the place of what ships, by key.
    labels: Labels,
    /// The names among the labels, apart: words are looked up for every text of a frame, and names for papers alone.
    names: Arc<Labels>,
}

/// The same words at the start of a line: «Partnership». Arabic has no capitals.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words in the place of what ships, by their key: the Arabic and the English ones; an empty one stands for what ships.
/// What is called by a name in each language stands under [`name_label`].
pub type Labels = BTreeMap<String, [String; 2]>;

/// What begins the key of a name.
const NAME: char = '=';

/// The key under which a name's two languages stand.
pub fn name_label(name: &str) -> String {
    format!("{NAME}{name}")
}

impl Tr {
    /// A translator for a language, showing numbers in those digits.
    pub fn new(language: Language, digits: Digits) -> Self {
        let fallback = match language {
            Language::Arabic => None,
            Language::English => Some(Arc::new(Messages::new(Language::Arabic, digits))),
        };
        let messages = Arc::new(Messages::new(language, digits));
        Self { language, digits, messages, fallback, labels: Labels::new(), names: Arc::default() }
    }

    /// The same words, digits and labels in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        let arabic = || self.fallback.as_ref().unwrap_or(&self.messages);
        let (messages, fallback) = match language {
            _ if language == self.language => (Arc::clone(&self.messages), self.fallback.clone()),
            Language::Arabic => (Arc::clone(arabic()), None),
            Language::English => (Arc::new(Messages::new(language, self.digits)), Some(Arc::clone(arabic()))),
        };
        let (labels, names) = (self.labels.clone(), Arc::clone(&self.names));
        Self { language, digits: self.digits, messages, fallback, labels, names }
    }

    /// Shows these words from now on in the place of what ships.
    pub fn relabel(&mut self, labels: &Labels) {
        let (names, labels) = labels.clone().into_iter().partition(|(key, _): &(String, _)| key.starts_with(NAME));
        self.labels = labels;
        self.names = Arc::new(names);
    }

    /// The same with further words in the place of what ships.
    #[must_use]
    pub fn worded(mut self, words: &Labels) -> Self {
        self.labels.extend(words.iter().map(|(key, words)| (key.clone(), words.clone())));
        self
    }

    /// What a person put under a key, in this language.
    pub fn own(&self, key: &str) -> Option<&str> {
        self.of(self.labels.get(key)?)
    }

    /// Which of the two is of this language.
    fn of<'w>(&self, [arabic, english]: &'w [String; 2]) -> Option<&'w str> {
        let own = match self.language {
            Language::Arabic => arabic,
            Language::English => english,
        };
        Some(own.as_str()).filter(|words| !words.trim().is_empty())
    }

    /// What something of that Arabic name is called in this language, where that is known.
    pub fn name(&self, name: &str) -> Option<&str> {
        self.of(self.names.get(&name_label(name))?)
    }

    /// What something of that name is called in this language; that name, where no other is known.
    pub fn named<'n>(&'n self, name: &'n str) -> &'n str {
        self.name(name).unwrap_or(name)
    }

    /// Has anything a name of its own in another language?
    pub fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// The same with these words in the place of what ships.
    #[must_use]
    pub fn relabelled(mut self, labels: &Labels) -> Self {
        self.relabel(labels);
        self
    }

    /// The words that ship under a key, whatever stands in their place.
    pub fn shipped(&self, key: &str) -> String {
        self.messages.text(key, &[], self.is_rtl()).unwrap_or_else(|| key.to_owned())
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The digits numbers are shown in.
    pub const fn digits(&self) -> Digits {
        self.digits
    }

    /// Does the interface run from right to left?
    pub const fn is_rtl(&self) -> bool {
        matches!(self.language, Language::Arabic)
    }

    /// The message under a key; Arabic where it is missing, the key itself where that is missing too.
    /// Prefer [`crate::tr!`].
    pub fn text(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        if let Some(words) = self.own(key).filter(|_| arguments.is_empty()) {
            return words.to_owned();
        }
        if let Some(text) = self.messages.text(key, arguments, self.is_rtl()) {
            return text;
        }
        log::warn!("no message {key:?} in {:?}", self.language);
        let fallback = self.fallback.as_ref().and_then(|messages| messages.text(key, arguments, self.is_rtl()));
        fallback.unwrap_or_else(|| key.to_owned())
    }

    /// Is there a message under this key, in this language?
    pub fn key_exists(&self, key: &str) -> bool {
        self.messages.has(key)
    }

    /// A number in the interface's digits.
    pub fn number(&self, number: i64) -> String {
        crate::arabic::to_digits(&number.to_string(), self.digits)
    }

    /// A code, phone or e-mail: never reshaped, and in the same order everywhere.
    pub fn code(&self, code: &str) -> String {
        isolate_code(code)
    }

    /// Several things in a row: «أ، وب، وج», or «a, b and c».
    pub fn list<Item: AsRef<str>>(&self, items: &[Item]) -> String {
        let items: Vec<_> = items.iter().map(|item| isolate_within(item.as_ref(), self.is_rtl())).collect();
        match self.language {
            Language::Arabic => join_list(&items),
            Language::English => match items.split_last() {
                Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
                _ => items.concat(),
            },
        }
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Argument {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for Argument {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// `tr!(translator, "key")` or `tr!(translator, "key", count = 3, name = person)`.
#[macro_export]
macro_rules! tr {
    ($tr:expr, $key:expr) => { $tr.text($key, &[]) };
    ($tr:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $tr.text($key, &[$((stringify!($name), $crate::strings::Argument::from($value))),+])
    };
}
