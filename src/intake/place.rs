//! Where a meeting is: as it is labelled, «بمقر …», «في قاعة …», «عبر منصة …».

use super::cuts::{Prefix, after_letters, bare, cuts, is_in};
use super::find::Find;
use super::labels::Label;
use super::lexicon::{CLAUSES, HOLDING, INVITING, ROOMS, STOPS, TAKING_PART};
use super::meeting::Reader;
use super::page::Sentence;

impl Reader<'_> {
    /// Where it is: as it is labelled, or «بمقر …», «في قاعة …» beside the meeting.
    pub(super) fn place(&self, is_meeting: bool) -> Option<Find<String>> {
        if let Some(sentence) = self.page.sentences.iter().find(|sentence| sentence.label == Some(Label::Place)) {
            return Some(Find::sure(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        if !is_meeting {
            return None;
        }
        let of = |sentence: &&Sentence| {
            !matches!(
                sentence.label,
                Some(
                    Label::From
                        | Label::To
                        | Label::Tasks
                        | Label::Agenda
                        | Label::Decisions
                        | Label::Recommendations
                        | Label::Proposals
                )
            )
        };
        self.page.sentences.iter().filter(of).find_map(|sentence| {
            let tells = sentence.words.clone().any(|at| {
                let word = bare(self.page.norm(at));
                self.is_kind(word) || is_in(HOLDING, word) || is_in(INVITING, word) || is_in("نلتقي سنلتقي نجتمع", word)
            });
            sentence.words.clone().filter(|_| tells).find_map(|at| self.place_at(sentence, at))
        })
    }

    /// «استضافت جمعية … في مقرها»: the premises of the body that was named.
    fn own_place(&self, sentence: &Sentence, at: usize) -> Option<Find<String>> {
        let body = self
            .mentions
            .iter()
            .rfind(|mention| mention.words.end <= at && mention.words.start >= sentence.words.start)?;
        let raw = self.page.norm(at);
        let room =
            if raw.starts_with("مقر") { "مقر" } else { raw.trim_end_matches("تها").trim_end_matches("ها") };
        let room = if room == "قاع" {
            "قاعة"
        } else if room == "مبنا" {
            "مبنى"
        } else {
            room
        };
        Some(Find::likely(format!("{room} {}", body.surface), self.page.bytes(at..at + 1)))
    }

    /// `in the Oasis Hall, King Fahd Cultural Centre`, `at the municipality's headquarters`.
    fn english_place(&self, sentence: &Sentence, at: usize) -> Option<Find<String>> {
        let is_room = |at: usize| {
            is_in(
                "hall room headquarters auditorium theatre theater hotel centre center building office",
                self.page.norm(at),
            )
        };
        let first = at + usize::from(self.page.norm(at) == "the");
        let is_joined = |place: usize| {
            let gap = self.page.gap(place);
            matches!(gap, " " | "-" | "'" | "’") || gap == ", " && self.page.raw(place).starts_with(char::is_uppercase)
        };
        let is_over = |place: usize| {
            is_in("on at to with and from who which that by for during will is was in", self.page.norm(place))
        };
        let last = sentence.words.end.min(first + 10);
        let end = (first + 1..last).find(|place| !is_joined(*place) || is_over(*place)).unwrap_or(last);
        let room = (first..end).rev().find(|place| is_room(*place))?;
        // A number or a letter may tell the room: `Room 4`.
        let is_told = room + 1 < end && self.page.gap(room + 1) == " " && self.page.norm(room + 1).chars().count() <= 3;
        let range = self.page.bytes(first..room + 1 + usize::from(is_told));
        Some(Find::sure(self.clean(range.clone()), range))
    }

    fn place_at(&self, sentence: &Sentence, at: usize) -> Option<Find<String>> {
        let norm = self.page.norm(at);
        if is_in("in at", norm) {
            return self.english_place(sentence, at + 1);
        }
        let room = |word: &str| is_in(ROOMS, word);
        let (first, letters) = match norm {
            "عن" if self.page.norm(at + 1) == "بعد" => {
                let range = self.page.bytes(at..at + 2);
                return Some(Find::sure(self.page.slice(range.clone()).to_owned(), range));
            }
            "عبر" if is_in("منصه برنامج الاتصال تطبيق رابط زوم تيمز teams zoom", self.page.norm(at + 1)) => {
                (at, 0)
            }
            "في" | "داخل" | "علي" if room(self.page.norm(at + 1)) => (at + 1, 0),
            "في" if is_in("مقرها مقره مقرهم مبناها قاعتها", self.page.norm(at + 1)) => {
                return self.own_place(sentence, at + 1);
            }
            _ => {
                let cut = cuts(norm).into_iter().find(|cut| cut.prefix == Prefix::By && room(&cut.rest))?;
                (at, cut.letters)
            }
        };
        let last = sentence.words.end.min(first + 12);
        let mut end = first + 1;
        let is_near = |end: usize| {
            let signs = self.page.gap(end).trim();
            self.page.follows(end) || signs.chars().all(|letter| matches!(letter, '«' | '»' | '"' | '(' | ')'))
        };
        while end < last && is_near(end) {
            let norm = self.page.norm(end);
            let goes_on = norm == "في"
                && (self.gazetteer.place_at(|offset| Some(self.page.norm(end + 1 + offset))) > 0
                    || is_in("مدينه محافظه حي مقر مبني", self.page.norm(end + 1)))
                || is_in("بمقر بمبني بمدينه بمحافظه بحي", norm);
            let is_over = is_in(STOPS, norm)
                || is_in(CLAUSES, norm)
                || is_in(TAKING_PART, norm)
                || norm.starts_with("لمناقش")
                || self.is_kind(norm)
                || is_in("اليوم غدا الاحد الاثنين الثلاثاء الاربعاء الخميس الساعه", norm);
            if is_over && !goes_on {
                break;
            }
            end += 1;
        }
        let bytes = self.page.bytes(first..end);
        let start = bytes.start + after_letters(self.page.raw(first), letters);
        let said = self.clean(start..bytes.end);
        (end > first + 1 || is_in("مقر", norm)).then(|| Find::sure(said, start..bytes.end))
    }
}
