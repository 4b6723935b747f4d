//! People's names as they are printed: post, then title, then name.

use super::{Choices, Value};

/// A title before a name. Rank forms («معالي», «سعادة») belong to letters and come with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Honorific(&'static str, &'static str, &'static str);

/// The titles as a field declares them.
pub(super) const HONORIFICS: Choices = Choices {
    prefix: "honorific",
    codes: &["mr", "mrs", "dr", "dr-f", "eng", "eng-f", "sheikh", "general"],
    keys: &[],
};

impl Honorific {
    /// Every title: code, printed form, short form before a name in a list.
    pub const ALL: &'static [Self] = &[
        Self("mr", "الأستاذ", "أ."),
        Self("mrs", "الأستاذة", "أ."),
        Self("dr", "الدكتور", "د."),
        Self("dr-f", "الدكتورة", "د."),
        Self("eng", "المهندس", "م."),
        Self("eng-f", "المهندسة", "م."),
        Self("sheikh", "الشيخ", "الشيخ"),
        Self("general", "اللواء", "اللواء"),
    ];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// As printed in minutes: «الأستاذ».
    pub const fn printed(self) -> &'static str {
        self.1
    }

    /// As shown in lists: «أ.».
    pub const fn short(self) -> &'static str {
        self.2
    }

    /// The key of its label in the interface.
    pub fn label_key(self) -> String {
        format!("honorific-{}", self.0)
    }

    /// The title a stored code stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|title| title.0 == code)
    }
}

impl From<Honorific> for Value {
    fn from(title: Honorific) -> Self {
        Self::Text(title.0.to_owned())
    }
}

/// «الأستاذ سالم بن حمد»: title and name, as the minutes' table prints them.
pub fn person_line(honorific: Option<Honorific>, name: &str) -> String {
    match honorific {
        Some(title) => format!("{} {name}", title.printed()),
        None => name.to_owned(),
    }
}

/// Two letters for a person's round mark: the first of the first and of the last name; titles, «بن» and «ال» passed over.
pub fn initials(name: &str) -> String {
    let letters: Vec<char> = name
        .split_whitespace()
        // «م.» and «د.» are titles.
        .filter(|word| !matches!(*word, "بن" | "ابن" | "بنت") && !word.ends_with('.'))
        .filter_map(|word| word.strip_prefix("ال").filter(|rest| !rest.is_empty()).unwrap_or(word).chars().next())
        .collect();
    match letters.as_slice() {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first} {last}"),
    }
}
