//! People's names as they are printed: post, then title, then name.

use super::{Choices, Gender, Value};
use crate::arabic::{fold, is_title};

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

    /// The name without its short title, as «م. سالم الدوسري» has it where a link leads to him.
    pub fn bare(self, named: &str) -> &str {
        named.strip_prefix(self.short()).map_or(named, str::trim_start)
    }

    /// The same title of a woman, where it has another form.
    #[must_use]
    pub fn of_woman(self) -> Self {
        let code = match self.0 {
            "mr" => "mrs",
            "dr" => "dr-f",
            "eng" => "eng-f",
            other => other,
        };
        Self::from_code(code).unwrap_or(self)
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

/// A sort of document that names people in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// A letter.
    Letter,
    /// Minutes.
    Minutes,
    /// A news item.
    Press,
}

/// How a document names people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// «سعادة وكيل الأمين للخدمات»: the rank's form tied to the post, as official letters have it, and no name.
    RankAndPost,
    /// The same, and the title and the name after it.
    RankPostAndName,
    /// «وكيل الأمين للخدمات الأستاذ محمود …»: post, title, name.
    PostTitleAndName,
    /// Post and name.
    PostAndName,
}

impl Naming {
    /// All of them, in the order of the settings' screen.
    pub const ALL: [Self; 3] = [Self::Letter, Self::Minutes, Self::Press];

    /// The setting that holds its choice, and the key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Letter => "address-letter",
            Self::Minutes => "address-minutes",
            Self::Press => "address-press",
        }
    }

    /// How it names people where nobody chose: words of veneration are no part of official correspondence beyond the rank's
    /// form before a post; minutes and news have the title alone.
    pub const fn usual(self) -> Address {
        match self {
            Self::Letter => Address::RankAndPost,
            Self::Minutes | Self::Press => Address::PostTitleAndName,
        }
    }
}

impl Address {
    /// All of them, in the order of a pick list.
    pub const ALL: [Self; 4] = [Self::RankAndPost, Self::RankPostAndName, Self::PostTitleAndName, Self::PostAndName];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RankAndPost => "rank-and-post",
            Self::RankPostAndName => "rank-post-and-name",
            Self::PostTitleAndName => "post-title-and-name",
            Self::PostAndName => "post-and-name",
        }
    }

    /// The key of its label.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::RankAndPost => "address-rank-and-post",
            Self::RankPostAndName => "address-rank-post-and-name",
            Self::PostTitleAndName => "address-post-title-and-name",
            Self::PostAndName => "address-post-and-name",
        }
    }

    /// The way a stored code stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|address| address.code() == code)
    }

    /// Somebody named so. `rank` is the form that goes with the post («سعادة»); what is not known is left out, and a rank
    /// without a post stands before the name.
    pub fn written(self, rank: &str, post: &str, title: Option<Honorific>, name: &str) -> String {
        let (rank, post, name) = (rank.trim(), post.trim(), name.trim());
        let title = title.map_or("", Honorific::printed);
        let parts: &[&str] = match self {
            Self::RankAndPost if post.is_empty() => &[rank, title, name],
            Self::RankAndPost => &[rank, post],
            Self::RankPostAndName => &[rank, post, title, name],
            Self::PostTitleAndName => &[post, title, name],
            Self::PostAndName => &[post, name],
        };
        let given: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        given.join(" ")
    }

    /// Has a name its title before it?
    pub const fn has_title(self) -> bool {
        match self {
            Self::RankPostAndName | Self::PostTitleAndName | Self::RankAndPost => true,
            Self::PostAndName => false,
        }
    }
}

/// Does a sentence about somebody speak of a woman? As somebody said, else by the title.
pub fn is_female(gender: Option<Gender>, honorific: Option<Honorific>) -> bool {
    match gender {
        Some(gender) => gender == Gender::Female,
        None => honorific.map(Honorific::code).is_some_and(|code| code == "mrs" || code.ends_with("-f")),
    }
}

/// Two letters for a person's round mark: the first of the first and of the last name; titles, «بن» and «ال» passed over.
pub fn initials(name: &str) -> String {
    let letters: Vec<char> = name
        .split_whitespace()
        .skip_while(|word| is_title(&fold(word)))
        // «م.» and «د.» are titles.
        .filter(|word| !matches!(*word, "بن" | "ابن" | "بنت") && !word.ends_with('.'))
        .filter_map(|word| {
            // «البلديات والإسكان» goes by the noun.
            let bare = word.strip_prefix("وال").or_else(|| word.strip_prefix("ال"));
            bare.filter(|rest| rest.chars().count() > 1).unwrap_or(word).chars().next()
        })
        .collect();
    match letters.as_slice() {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first} {last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_document_names_people_in_its_own_order() {
        let mr = Honorific::from_code("mr");
        let check = |address: Address, post: &str, title, name: &str, expected: &str| {
            assert_eq!(address.written("سعادة", post, title, name), expected, "{address:?}");
        };
        let (post, name) = ("وكيل الأمين للخدمات", "محمود بن حسن الرتوعي");
        check(Naming::Letter.usual(), post, mr, name, "سعادة وكيل الأمين للخدمات");
        check(Naming::Minutes.usual(), post, mr, name, "وكيل الأمين للخدمات الأستاذ محمود بن حسن الرتوعي");
        check(Naming::Press.usual(), post, mr, name, "وكيل الأمين للخدمات الأستاذ محمود بن حسن الرتوعي");
        check(Address::RankPostAndName, post, mr, name, "سعادة وكيل الأمين للخدمات الأستاذ محمود بن حسن الرتوعي");
        check(Address::PostAndName, post, mr, name, "وكيل الأمين للخدمات محمود بن حسن الرتوعي");
        // What is not known is left out.
        check(Address::PostTitleAndName, "", None, name, name);
        check(Address::RankAndPost, " ", mr, name, "سعادة الأستاذ محمود بن حسن الرتوعي");
        check(Address::RankAndPost, "", None, "", "سعادة");
    }

    #[test]
    fn a_round_mark_has_the_first_letters_of_the_names_and_of_no_title() {
        let check = |name: &str, expected: &str| assert_eq!(initials(name), expected, "{name}");
        check("الشيخ عبد الله بن محمد الدوسري", "ع د");
        check("د. هند العبيد", "ه ع");
        check("محمد آل الشيخ", "م ش");
        check("سالم", "س");
    }

    #[test]
    fn a_stored_way_is_read_back() {
        for address in Address::ALL {
            assert_eq!(Address::from_code(address.code()), Some(address));
        }
    }
}
