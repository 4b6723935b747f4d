//! Where a text names a person: a title and the name behind it, or a name that begins as names do.

use super::bodies::is_head;
use super::cuts::{after_letters, cuts, is_in};
use super::gazetteer::Gazetteer;
use super::lexicon::{NOT_OF_NAMES, PLURALS, ROOMS, STOPS, STREETS};
use super::page::Page;
use crate::domain::Honorific;
use std::ops::Range;

/// A person's name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Title and name, in words.
    pub words: Range<usize>,
    /// The name alone, in words.
    pub name: Range<usize>,
    /// Title and name, in bytes.
    pub range: Range<usize>,
    pub title: Option<String>,
    pub honorific: Option<Honorific>,
}

/// Reads names.
pub(super) struct Names<'p> {
    pub page: &'p Page<'p>,
    pub gazetteer: &'p Gazetteer,
}

/// A name has no more words.
const LONGEST: usize = 8;

impl Names<'_> {
    /// A title, or several, and the name behind.
    pub fn titled(&self, at: usize, end: usize) -> Option<Named> {
        if self.is_of_place(at) {
            return None;
        }
        let (titles, letters) = self.titles(at, end)?;
        let name_at = at + titles;
        let name = name_at..self.name_end(name_at, end)?;
        let spelt: Vec<(String, Option<Honorific>, bool)> = (at..name_at)
            .filter_map(|place| {
                let title = self.title(place)?;
                Some((title.0, title.1, title.2))
            })
            .collect();
        let first = self.page.norm(name.start);
        let is_given = self.gazetteer.is_given(first);
        // «مهندس مشاريع» has no name: without its article a title needs one that is known.
        if spelt.iter().any(|(_, _, is_bare)| *is_bare) && !is_given {
            return None;
        }
        let is_woman = self.gazetteer.given_female.contains(first);
        let raw_letters = |place: usize| self.page.norm(place).chars().count() == 1;
        let printed: Vec<String> = spelt
            .iter()
            .zip(at..)
            .map(|((printed, ..), place)| match self.gazetteer.feminine.get(printed) {
                Some(feminine) if is_woman && raw_letters(place) => feminine.clone(),
                Some(_) | None => printed.clone(),
            })
            .collect();
        let honorific = spelt.iter().rev().find_map(|(_, honorific, _)| *honorific);
        let honorific = match honorific {
            Some(title) if printed.iter().any(|printed| printed != title.printed()) => Honorific::ALL
                .iter()
                .copied()
                .rev()
                .find(|title| printed.last().is_some_and(|last| last == title.printed()))
                .or(Some(title)),
            other => other,
        };
        let mut whole = self.page.bytes(at..name.end);
        whole.start += after_letters(self.page.raw(at), letters);
        let title = (!printed.is_empty()).then(|| printed.join(" "));
        Some(Named { words: at..name.end, name, range: whole, title, honorific })
    }

    /// A name without a title: it begins with a given name, and goes on.
    pub fn plain(&self, at: usize, end: usize) -> Option<Named> {
        if self.is_of_place(at) {
            return None;
        }
        let norm = self.page.norm(at);
        let is_next_son = is_in("بن ابن بنت", self.page.norm(at + 1)) && at + 2 < end;
        let cut = cuts(norm).into_iter().find(|cut| self.gazetteer.is_given(&cut.rest));
        let letters = match cut {
            Some(cut) => cut.letters,
            None if is_next_son && self.may_begin(at) => 0,
            None => return None,
        };
        let name = at..self.name_end(at, end)?;
        if name.len() < 2 {
            return None;
        }
        let mut range = self.page.bytes(name.clone());
        range.start += after_letters(self.page.raw(at), letters);
        Some(Named { words: name.clone(), name, range, title: None, honorific: None })
    }

    /// A name at the head of a letter or on a line of a list, where names stand: two words or more, and no body.
    pub fn listed(&self, at: usize, end: usize) -> Option<Named> {
        let first = self.page.norm(at);
        let is_plural = is_in("فريق اداره قسم الاخوه الزملاء الساده جميع كافه ساده اعضاء all dear the", first);
        let name = at..self.name_end(at, end).filter(|_| self.may_begin(at) && !is_plural)?;
        // `Coordination Office` writes letters too.
        let is_desk = name.clone().any(|at| {
            let desks =
                "office team department committee section unit division colleagues members group desk secretariat";
            is_in(desks, self.page.norm(at)) || super::english::head_of(self.page.norm(at)).is_some()
        });
        let is_whole = (2..=5).contains(&name.len()) && !is_desk;
        let range = self.page.bytes(name.clone());
        is_whole.then_some(Named { words: name.clone(), name, range, title: None, honorific: None })
    }

    /// «قاعة الأمير سلطان», «شارع الملك فهد»: a place is called after somebody.
    fn is_of_place(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.page.follows(at)) else { return false };
        let is_place = |word: &str| (is_in(ROOMS, word) || is_in(STREETS, word)) && word != "مجلس" && word != "مكتب";
        cuts(self.page.norm(before)).iter().any(|cut| is_place(&cut.rest))
    }

    /// The title at a word: as printed, as stored, and whether it is a noun like any other.
    fn title(&self, at: usize) -> Option<(String, Option<Honorific>, bool)> {
        let norm = self.page.norm(at);
        let cut = cuts(norm).into_iter().find(|cut| self.gazetteer.titles.contains_key(cut.rest.as_ref()))?;
        let title = self.gazetteer.titles.get(cut.rest.as_ref())?;
        if cut.rest.chars().count() == 1 {
            let after = self.page.gap(at + 1);
            let is_abbreviation = after.starts_with(['.', '/']) && cut.letters == 0;
            let after_number = at > 0 && self.page.norm(at - 1).ends_with(|last: char| last.is_ascii_digit());
            if !is_abbreviation || after_number {
                return None;
            }
        }
        Some((title.printed.clone(), title.honorific, title.is_bare))
    }

    /// How many words are titles, and how many letters stand before the first.
    fn titles(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let letters =
            cuts(self.page.norm(at)).into_iter().find(|cut| self.gazetteer.titles.contains_key(cut.rest.as_ref()));
        let letters = letters.map(|cut| cut.letters)?;
        let mut count = 0;
        while at + count < end && self.title(at + count).is_some() && (count == 0 || self.is_near(at + count)) {
            count += 1;
        }
        (count > 0).then_some((count, letters))
    }

    /// Nothing but blanks, and the point or slash of an abbreviation, before a word.
    fn is_near(&self, at: usize) -> bool {
        self.page.gap(at).chars().all(|letter| letter.is_whitespace() && letter != '\n' || matches!(letter, '.' | '/'))
    }

    fn may_begin(&self, at: usize) -> bool {
        let norm = self.page.norm(at);
        norm.chars().count() >= 3
            && norm.starts_with(|letter: char| letter.is_alphabetic())
            && !is_in(STOPS, norm)
            && !is_in(NOT_OF_NAMES, norm)
            && !is_in(PLURALS, norm)
            && !is_head(norm)
            && !self.gazetteer.kinds.contains_key(norm)
            && (!self.begins_post(at) || self.gazetteer.is_given(norm))
    }

    /// Does a post begin here? «أمين» is a name too.
    pub fn is_post(&self, at: usize) -> bool {
        self.post_letters(at).is_some()
    }

    /// Is the word itself one of a post? A name may stand before one: `Laila Hafiz CEO`.
    fn begins_post(&self, at: usize) -> bool {
        let is_english = super::english::is_english(self.page.raw(at));
        if is_english { self.gazetteer.posts.contains(self.page.norm(at)) } else { self.is_post(at) }
    }

    /// How many letters stand before the post that begins here.
    pub fn post_letters(&self, at: usize) -> Option<usize> {
        if super::english::is_english(self.page.raw(at)) {
            return self.is_english_post(at).then_some(0);
        }
        let cut = cuts(self.page.norm(at)).into_iter().find(|cut| self.gazetteer.posts.contains(cut.rest.as_ref()))?;
        let next = self.page.norm(at + 1);
        // «مساعد بن عبدالعزيز» is somebody's name.
        if is_in("بن ابن بنت", next) && self.page.follows(at + 1) {
            return None;
        }
        let is_there = match cut.rest.as_ref() {
            "امين" => {
                is_in("عام المنطقه منطقه محافظه مجلس المجلس الصندوق السر امانه الامانه العاصمه مدينه", next)
                    || self.gazetteer.place_at(|offset| Some(self.page.norm(at + 1 + offset))) > 0
            }
            "مساعد" | "كبير" | "مشرف" => self.page.follows(at + 1) && !self.gazetteer.is_given(next),
            _ => true,
        };
        is_there.then_some(cut.letters)
    }

    /// `Programme Manager`: a post, or capitals that close with one.
    fn is_english_post(&self, at: usize) -> bool {
        let is_capital = |at: usize| self.page.raw(at).starts_with(char::is_uppercase);
        let is_post = |at: usize| self.gazetteer.posts.contains(self.page.norm(at)) && is_capital(at);
        let mut place = at;
        while place < at + 4 && is_capital(place) && (place == at || self.page.gap(place) == " ") {
            if is_post(place) {
                return true;
            }
            place += 1;
        }
        false
    }

    /// One past the last word of a name that begins here.
    fn name_end(&self, at: usize, end: usize) -> Option<usize> {
        let first = self.page.norm(at);
        let is_given = cuts(first).into_iter().any(|cut| self.gazetteer.is_given(&cut.rest));
        let opens = self.page.sentence_of(at).is_some_and(|sentence| sentence.words.start == at);
        if at >= end || !(is_given || self.may_begin(at) && (opens || self.is_near(at))) {
            return None;
        }
        let is_english = first.is_ascii();
        if is_english {
            return self.english_end(at, end);
        }
        let mut place = at + 1;
        let mut has_family = first.starts_with("ال") && !is_given;
        while place < end.min(at + LONGEST) && self.page.follows(place) {
            let norm = self.page.norm(place);
            if is_in("بن ابن بنت", norm) && place + 1 < end {
                place += 2;
                continue;
            }
            if self.ends_name(place) {
                break;
            }
            let is_given = self.gazetteer.is_given(norm);
            let is_definite = norm.starts_with("ال");
            let closes = place + 1 >= end || !self.page.follows(place + 1) || self.ends_name(place + 1);
            // «طارق الحميد بإعداد …»: what is written together with a preposition is no name.
            let closes = closes || self.begins_phrase(place + 1);
            let is_part = if norm.starts_with("ابو") || norm.starts_with("عبد") {
                true
            } else if has_family {
                is_definite && norm.ends_with('ي') && closes
            } else {
                is_definite || is_given || closes || self.page.norm(place + 1).starts_with("ال") && place == at + 1
            };
            if !is_part {
                break;
            }
            has_family |= is_definite;
            place += 1;
        }
        // «الدكتور الشهيل»: a family's name alone stands by itself.
        let is_alone = first.starts_with("ال") && !is_given && place == at + 1;
        let closes = place >= end || !self.page.follows(place) || self.ends_name(place);
        (!is_alone || closes).then_some(place)
    }

    /// «بإعداد», «لتقديم»: a preposition and a noun.
    fn begins_phrase(&self, at: usize) -> bool {
        let norm = self.page.norm(at);
        norm.starts_with(['ب', 'ل']) && norm.chars().count() >= 4 && !self.gazetteer.is_given(norm)
    }

    /// Does a word end the name before it?
    fn ends_name(&self, at: usize) -> bool {
        let norm = self.page.norm(at);
        let raw = self.page.raw(at);
        if self.gazetteer.is_given(norm) && !raw.ends_with('ى') {
            return false;
        }
        norm.starts_with(|letter: char| !letter.is_alphabetic())
            || norm.is_ascii()
            || is_in(STOPS, norm)
            || is_in(NOT_OF_NAMES, norm)
            || is_in(PLURALS, norm)
            || is_head(norm)
            || self.gazetteer.titles.contains_key(norm) && !self.is_family(at)
            || norm.starts_with('و') && (norm.chars().count() > 3 || norm.chars().count() == 1)
            || norm.starts_with("بال")
            // «الأستاذ سلطان بيجهز …»: a verb of the spoken language.
            || (norm.starts_with("بي") || norm.starts_with("بت")) && norm.chars().count() >= 5 && !norm.ends_with('ي')
            || norm.starts_with("لل")
            || norm.starts_with('ل') && norm.chars().count() > 4
            || norm.ends_with("ات") && norm.starts_with("ال")
            || ["ب", "ل"]
                .iter()
                .any(|letter| norm.strip_prefix(letter).is_some_and(|rest| is_head(rest) || is_in(ROOMS, rest)))
            || self.is_post(at)
    }

    /// «سمر القاضي»: a title behind a name and before none is the family's.
    fn is_family(&self, at: usize) -> bool {
        let is_one = is_in("القاضي الشيخ الامير العميد الرايد الفريق المقدم النقيب", self.page.norm(at));
        is_one && !(self.page.follows(at + 1) && self.gazetteer.is_given(self.page.norm(at + 1)))
    }

    /// `Dr. Sara Al-Qahtani`: words that begin with a capital letter.
    fn english_end(&self, at: usize, end: usize) -> Option<usize> {
        let is_capital = |place: usize| self.page.raw(place).starts_with(|letter: char| letter.is_uppercase());
        let joins = |place: usize| matches!(self.page.gap(place), " " | "-" | "’" | "'");
        let mut place = at;
        while place < end.min(at + LONGEST)
            && (place == at || joins(place))
            && (is_capital(place) || is_in("bin al", self.page.norm(place)))
            && !self.gazetteer.posts.contains(self.page.norm(place))
        {
            place += 1;
        }
        (place > at).then_some(place)
    }
}
