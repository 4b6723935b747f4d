//! Sentences of the user's own in the place of those that ship: which there are, what may stand in them, and what is
//! refused.

use super::Bilingual;
use crate::strings::Tr;
use crate::tr;

/// The slot of a paper's title.
pub const TITLE: &str = "title";

/// The longest heading, the longest sentence, and the most lines at the head.
const LONGEST_HEADING: usize = 120;
const LONGEST_WORDS: usize = 1_000;
const MOST_LINES: usize = 8;

/// What can be put into a sentence that is composed from what is known: each with the key of how it is called.
const PARTS: [(&str, &str); 5] = [
    ("chair", "template-part-chair"),
    ("time", "template-part-time"),
    ("day", "template-part-day"),
    ("place", "template-part-place"),
    ("title", "template-part-title"),
];

/// A sentence that may be another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordSlot {
    /// What it stands for: the key of a message, or a name of its own.
    pub key: &'static str,
    /// The key of its label.
    pub label_key: &'static str,
    /// What is known of the meeting can be put into it.
    pub has_parts: bool,
}

impl WordSlot {
    /// The title of the paper.
    pub(super) const fn title() -> Self {
        Self { key: TITLE, label_key: "template-words-title", has_parts: false }
    }

    /// A message that stands as it is.
    pub(super) const fn sentence(key: &'static str, label_key: &'static str) -> Self {
        Self { key, label_key, has_parts: false }
    }

    /// A sentence that is composed.
    pub(super) const fn composed(key: &'static str, label_key: &'static str) -> Self {
        Self { key, label_key, has_parts: true }
    }

    /// Is there a message under its key, which is what ships?
    pub fn is_message(&self) -> bool {
        !self.has_parts && self.key != TITLE
    }
}

/// Why a text can't stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordingRefusal {
    /// It is longer than that.
    TooLong(usize),
    /// It has more lines than that.
    TooManyLines(usize),
    /// Something stands in braces that is no part.
    UnknownPart(String),
    /// A heading is one line.
    SeveralLines,
}

impl WordingRefusal {
    /// What is said of it.
    pub fn words(&self, tr: &Tr) -> String {
        match self {
            Self::TooLong(most) => tr!(tr, "template-refused-long", count = *most),
            Self::TooManyLines(most) => tr!(tr, "template-refused-lines", count = *most),
            Self::UnknownPart(part) => {
                let known: Vec<String> = PARTS.iter().map(|(_, key)| braced(&tr!(tr, key))).collect();
                tr!(tr, "template-refused-part", part = braced(part), parts = known.join(" "))
            }
            Self::SeveralLines => tr!(tr, "template-refused-one-line"),
        }
    }
}

/// Can it be a heading?
///
/// # Errors
/// Why not.
pub fn check_heading(text: &str) -> Result<(), WordingRefusal> {
    if text.trim().lines().count() > 1 {
        return Err(WordingRefusal::SeveralLines);
    }
    if text.chars().count() > LONGEST_HEADING { Err(WordingRefusal::TooLong(LONGEST_HEADING)) } else { Ok(()) }
}

/// Can they be the lines at the head?
///
/// # Errors
/// Why not.
pub fn check_lines(text: &str) -> Result<(), WordingRefusal> {
    if text.trim().lines().filter(|line| !line.trim().is_empty()).count() > MOST_LINES {
        return Err(WordingRefusal::TooManyLines(MOST_LINES));
    }
    if text.lines().any(|line| line.chars().count() > LONGEST_HEADING) {
        return Err(WordingRefusal::TooLong(LONGEST_HEADING));
    }
    Ok(())
}

/// Can it stand in that slot? Parts are called as in that language.
///
/// # Errors
/// Why not.
pub fn check_words(slot: &WordSlot, text: &str, tr: &Tr) -> Result<(), WordingRefusal> {
    if slot.key == TITLE {
        return check_heading(text);
    }
    if text.chars().count() > LONGEST_WORDS {
        return Err(WordingRefusal::TooLong(LONGEST_WORDS));
    }
    if !slot.has_parts {
        return Ok(());
    }
    let unknown = braces(text).find(|part| PARTS.iter().all(|(_, key)| tr!(tr, key) != part.trim()));
    unknown.map_or(Ok(()), |part| Err(WordingRefusal::UnknownPart(part.to_owned())))
}

/// What stands between braces.
fn braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(part, _)| part))
}

fn braced(part: &str) -> String {
    ["{", part, "}"].concat()
}

/// A sentence with what is known put into it; `known` answers by the part's name, nothing for what nobody knows.
pub fn fill_parts(pattern: &str, tr: &Tr, known: impl Fn(&str) -> String) -> String {
    let mut filled = pattern.to_owned();
    for (part, key) in PARTS {
        let name = braced(&tr!(tr, key));
        if filled.contains(&name) {
            filled = filled.replace(&name, &known(part));
        }
    }
    filled
}

/// All parts as they are typed, for the help below a field.
pub fn part_names(tr: &Tr) -> String {
    PARTS.iter().map(|(_, key)| braced(&tr!(tr, key))).collect::<Vec<_>>().join(" ")
}

/// The text of a language, unless it says nothing.
pub fn in_language(texts: &Bilingual, is_arabic: bool) -> Option<&str> {
    let [arabic, english] = texts;
    Some(if is_arabic { arabic } else { english }.as_str()).filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::strings::Language;

    #[test]
    fn what_is_known_is_put_into_a_sentence() {
        let tr = Tr::new(Language::English, Digits::Latin);
        let known = |part: &str| if part == "chair" { "Salem".to_owned() } else { String::new() };
        assert_eq!(fill_parts("{chair} opened the meeting", &tr, known), "Salem opened the meeting");
    }

    #[test]
    fn what_cannot_stand_is_refused_with_its_reason() {
        let tr = Tr::new(Language::English, Digits::Latin);
        let slot = WordSlot::composed("minutes-opening-own", "minutes-heading-opening");
        assert_eq!(check_words(&slot, "{chair} at {time}", &tr), Ok(()));
        let unknown = Err(WordingRefusal::UnknownPart("boss".into()));
        assert_eq!(check_words(&slot, "{boss} at {time}", &tr), unknown);
        assert_eq!(check_heading(&"a".repeat(121)), Err(WordingRefusal::TooLong(120)));
        assert_eq!(check_heading("a\nb"), Err(WordingRefusal::SeveralLines));
        assert_eq!(check_lines(&"a\n".repeat(9)), Err(WordingRefusal::TooManyLines(8)));
    }
}
