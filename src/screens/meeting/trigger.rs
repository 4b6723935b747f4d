//! A sign that opens a list while one types: «/» the kinds of records, «@» people and bodies, «#» records and tags.
//! Pure, so that what opens a list and what does not can be tested.

/// What opens a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    /// «/»
    Kind,
    /// «@»
    Name,
    /// «#»
    Record,
}

/// A sign and what was typed behind it, as far as the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trigger {
    pub sign: Sign,
    /// The sign's byte in its paragraph.
    pub start: usize,
    /// What was typed behind it.
    pub typed: String,
}

impl Sign {
    const fn of(letter: char) -> Option<Self> {
        Some(match letter {
            '/' => Self::Kind,
            '@' => Self::Name,
            '#' => Self::Record,
            _ => return None,
        })
    }

    /// The longest name that is looked for behind it, in words.
    const fn most_words(self) -> usize {
        match self {
            Self::Kind => 1,
            Self::Name | Self::Record => 5,
        }
    }
}

/// The sign that the caret stands behind: at the start of a word, with nothing but the beginning of a name after it.
/// «12/06» and an e-mail address have none.
pub(super) fn trigger(paragraph: &str, caret: usize) -> Option<Trigger> {
    let before = paragraph.get(..caret)?;
    let (start, letter) = before.char_indices().rev().find(|(_, letter)| Sign::of(*letter).is_some())?;
    let sign = Sign::of(letter)?;
    let opens = may_stand_behind(sign, before.get(..start)?);
    let typed = before.get(start + letter.len_utf8()..)?;
    let is_name = !typed.starts_with(char::is_whitespace)
        && typed.split_whitespace().count() <= sign.most_words()
        && !typed.contains(|letter: char| crate::arabic::ends_clause(letter) || letter == '\u{FFFC}')
        && (sign != Sign::Kind || !typed.contains(char::is_whitespace));
    (opens && is_name).then(|| Trigger { sign, start, typed: typed.to_owned() })
}

/// At the start of a word; a name also behind the letters that are written as one with it: «و@محمد», «لـ@محمد».
fn may_stand_behind(sign: Sign, before: &str) -> bool {
    let opens = |letter: char| letter.is_whitespace() || "(«\"[".contains(letter);
    let starts = |letter: char| opens(letter) || "—–-:".contains(letter) || crate::arabic::ends_clause(letter);
    // What gives a paragraph its direction stands at its start, and nobody sees it.
    let before = before.trim_end_matches(['\u{200E}', '\u{200F}', '\u{061C}']);
    if before.chars().next_back().is_none_or(starts) {
        return true;
    }
    let word = before.rsplit(opens).next();
    sign != Sign::Kind && word.is_some_and(crate::arabic::is_joined_before)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the caret.
    fn check(text: &str, expected: Option<(Sign, usize, &str)>) {
        let caret = text.find('|').expect("a caret");
        let found = trigger(&text.replace('|', ""), caret);
        let found = found.as_ref().map(|found| (found.sign, found.start, found.typed.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_sign_at_the_start_of_a_word_opens_a_list() {
        check("/|", Some((Sign::Kind, 0, "")));
        check("/مت|", Some((Sign::Kind, 0, "مت")));
        check("قال @أحم| شيئًا", Some((Sign::Name, 7, "أحم")));
        check("قال (@عبد الرح|", Some((Sign::Name, 8, "عبد الرح")));
        check("حضر @أحمد و@مح|", Some((Sign::Name, 19, "مح")));
        check("وَ@مح|", Some((Sign::Name, 4, "مح")));
        check("وكلفنا لـ@مح|", Some((Sign::Name, 17, "مح")));
        check("انظر و#م-1|", Some((Sign::Record, 11, "م-1")));
        check("مثل #م-10|", Some((Sign::Record, 7, "م-10")));
        check("\u{200E}/مت|", Some((Sign::Kind, 3, "مت")));
        check("\u{200F}@أحم|", Some((Sign::Name, 3, "أحم")));
    }

    #[test]
    fn what_is_no_sign_opens_none() {
        check("12/06|", None);
        check("sara@example|", None);
        check("و/أو|", None);
        check("و/|", None);
        check("قول@مح|", None);
        check("/ |", None);
        check("/متابعة ثم|", None);
        check("@أحمد، ثم|", None);
        check("|@أحمد", None);
    }
}
