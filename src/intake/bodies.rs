//! Where a text names a body: by a name that is known, by what names of bodies begin with, or as «الوزارة».
//!
//! A name ends where its grammar does: an adjective has its article, a second noun its «و» and article, a purpose its
//! «لـ». What is not certain to belong to the name is left out of it.

use super::cuts::{Prefix, after_letters, cuts, is_in, plain, without_letters};
use super::english;
use super::gazetteer::Gazetteer;
use super::lexicon::{
    ADJECTIVES, AREAS, CARES, CHARITIES, CONSTRUCT, GENERIC, NOT_OF_NAMES, OTHERS, PLURALS, STOPS, STREETS,
};
use super::page::Page;
use crate::arabic::without_article;
use std::ops::Range;

/// A place that names a body.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its words, what is written together with the first included.
    pub words: Range<usize>,
    /// The name's bytes.
    pub range: Range<usize>,
    /// The name as written.
    pub surface: String,
    pub prefix: Prefix,
    /// Of what sort it is: «وزاره»; folded, without article. Empty for a known name of another shape.
    pub head: String,
    /// «الوزارة»: one that was named before.
    pub is_general: bool,
    /// Which of the known bodies.
    pub known: Option<usize>,
    /// Which of the bodies found, once they are told apart.
    pub body: Option<usize>,
}

/// Belong to the name of a place: «محافظة الواحة الخضراء».
const PLACE_ADJECTIVES: &str = "\
    الخضراء الخضر البيضاء الحمراء الصفراء السوداء الكبري الصغري الجديده القديمه العليا السفلي الشماليه الجنوبيه الشرقيه \
    الغربيه الوسطي المنوره المكرمه";

/// A name of a body has no more words.
const LONGEST: usize = 10;

/// Every place that names a body, in order, none overlapping another.
pub(super) fn mentions(page: &Page<'_>, gazetteer: &Gazetteer) -> Vec<Mention> {
    let mut found = Vec::new();
    for sentence in &page.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let reader = Reader { page, gazetteer, end: sentence.words.end };
            match reader.mention(at) {
                Some(mention) => {
                    at = mention.words.end;
                    found.push(mention);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The mentions that begin among some words.
pub(super) fn within<'m>(mentions: &'m [Mention], words: &Range<usize>) -> &'m [Mention] {
    let at = |word: usize| mentions.partition_point(|mention| mention.words.start < word);
    mentions.get(at(words.start)..at(words.end)).unwrap_or_default()
}

/// Is it «جمعية», «الوزارة» or another word that names of bodies begin with?
pub(super) fn is_head(word: &str) -> bool {
    let word = without_article(word);
    is_in(CHARITIES, word) || is_in(AREAS, word) || is_in(OTHERS, word)
}

struct Reader<'p> {
    page: &'p Page<'p>,
    gazetteer: &'p Gazetteer,
    end: usize,
}

impl Reader<'_> {
    fn mention(&self, at: usize) -> Option<Mention> {
        if at > 0 && is_in(STREETS, without_article(self.page.norm(at - 1))) && self.page.follows(at) {
            return None;
        }
        if english::is_english(self.page.raw(at)) {
            return self.english(at);
        }
        let norm = self.page.norm(at);
        let mut best: Option<Mention> = None;
        for cut in cuts(norm) {
            let word = |offset: usize| self.word(at, offset, &cut.rest);
            let known = self.gazetteer.body_at(word);
            let known_end = known.map_or(at, |(_, length)| at + length);
            let read = self.read(at, &cut.rest);
            let (end, is_general) = match read {
                Some((end, is_general)) if end > known_end => (end, is_general),
                _ if known_end > at => (known_end, false),
                _ => continue,
            };
            let known = known.filter(|_| end == known_end).map(|(body, _)| body);
            let is_better =
                best.as_ref().is_none_or(|best| (end, known.is_some()) > (best.words.end, best.known.is_some()));
            if !is_better {
                continue;
            }
            let bytes = self.page.bytes(at..end);
            let raw = self.page.raw(at);
            let start = bytes.start + after_letters(raw, cut.letters);
            let rest = self.page.slice(bytes.start + raw.len()..bytes.end);
            let head = without_article(&cut.rest);
            best = Some(Mention {
                words: at..end,
                range: start..bytes.end,
                surface: plain(&format!("{}{rest}", without_letters(raw, &cut))),
                prefix: cut.prefix,
                head: if is_head(head) { head.to_owned() } else { String::new() },
                is_general,
                known,
                body: None,
            });
        }
        best
    }

    /// `Ertiqa Charitable Society`, `the Ministry`, or a name that is known.
    fn english(&self, at: usize) -> Option<Mention> {
        // `Non-Profit` is two words and one.
        let is_near = |place: usize| self.page.follows(place) || self.page.gap(place) == "-";
        let word = |offset: usize| {
            let place = at + offset;
            (place < self.end && (at + 1..=place).all(is_near)).then(|| self.page.norm(place))
        };
        let known = self.gazetteer.body_at(word);
        let known_end = known.map_or(at, |(_, length)| at + length);
        let read = english::read(self.page, self.gazetteer, at, self.end);
        let (end, head, is_general) = match &read {
            Some(read) if read.end > known_end => (read.end, read.head, read.is_general),
            _ if known_end > at => {
                let words = at..known_end;
                let head = words.clone().find_map(|at| english::head_of(self.page.norm(at))).unwrap_or_default();
                (known_end, head, false)
            }
            _ => return None,
        };
        let range = self.page.bytes(at..end);
        Some(Mention {
            words: at..end,
            surface: plain(self.page.slice(range.clone())),
            range,
            prefix: Prefix::None,
            head: head.to_owned(),
            is_general,
            known: known.filter(|_| end == known_end).map(|(body, _)| body),
            body: None,
        })
    }

    /// The word so many places on, where nothing but blanks parts it from the first.
    fn word<'w>(&'w self, at: usize, offset: usize, first: &'w str) -> Option<&'w str> {
        if offset == 0 {
            return Some(first);
        }
        let place = at + offset;
        (place < self.end && (at + 1..=place).all(|place| self.page.follows(place))).then(|| self.page.norm(place))
    }

    fn next(&self, at: usize) -> Option<&str> {
        (at < self.end && self.page.follows(at)).then(|| self.page.norm(at))
    }

    /// One past the last word of a name that begins here, and whether it is only «الوزارة».
    fn read(&self, at: usize, first: &str) -> Option<(usize, bool)> {
        if !is_head(first) {
            return None;
        }
        let Some(head) = first.strip_prefix("ال").filter(|head| is_head(head)) else {
            return self.construct(at, first).map(|end| (end, false));
        };
        match self.next(at + 1) {
            Some(next) if is_in(ADJECTIVES, next) => match self.definite(at, head) {
                Some(end) => Some((end, false)),
                None => Some((at + 2, true)),
            },
            _ => Some((at + 1, true)),
        }
    }

    /// «المركز الوطني لتنمية القطاع غير الربحي»: an adjective, and what it is for.
    fn definite(&self, at: usize, head: &str) -> Option<usize> {
        let mut end = at + 2;
        while self.next(end).is_some_and(|next| is_in(ADJECTIVES, next)) {
            end += 1;
        }
        let purpose = self.next(end).filter(|next| next.starts_with('ل') && next.chars().count() > 3);
        let is_purpose = purpose.is_some_and(|next| next.starts_with("لل") || !is_in(STOPS, next));
        if is_purpose {
            return Some(self.rest(end + 1, head, true));
        }
        let of_place = self.rest(end, head, true);
        (of_place > end || matches!(head, "مجلس" | "غرفه") || end > at + 2).then_some(of_place)
    }

    fn construct(&self, at: usize, head: &str) -> Option<usize> {
        let first = self.next(at + 1)?;
        if is_in(AREAS, head) {
            return self.area(at + 1, head);
        }
        let is_title = self.gazetteer.titles.get(first).is_some_and(|title| !title.is_bare);
        let is_of_person = is_title && is_in("الامير الاميره الشيخ", first) || is_in("الملك الامام الملكه", first);
        let is_word = !first.starts_with(|letter: char| letter.is_numeric())
            && !is_in(STOPS, first)
            && !is_in(NOT_OF_NAMES, first)
            && !is_in(GENERIC, first)
            && !first.starts_with("وال")
            && !first.starts_with("لل")
            && (is_of_person || !is_title);
        // «للجنة التنسيقية» is of the committee, and no name.
        let is_plain = head == "لجنه" && is_in(GENERIC, without_article(first));
        if !is_word || is_plain || head == "مجلس" && is_in("اداره الاداره امناء الامناء", first)
        {
            return None;
        }
        if is_in(OTHERS, head) && is_in(PLURALS, first) && !is_in("الجمعيات الموسسات الجهات", first)
        {
            return None;
        }
        let end = if is_of_person { self.person(at + 2) } else { self.rest(at + 2, head, first.starts_with("ال")) };
        let is_definite = is_of_person
            || self.gazetteer.is_given(first)
            || (at + 1..end).any(|word| {
                let word = self.page.norm(word);
                word.starts_with("ال") || word.starts_with("لل") || word.starts_with("بال")
            })
            || (at + 1..end).any(|word| self.gazetteer.place_at(|offset| self.next(word + offset)) > 0);
        let is_named = match head {
            "وزاره" => first.starts_with("ال"),
            head if is_in(CHARITIES, head) => true,
            _ => is_definite,
        };
        is_named.then_some(end)
    }

    /// «منطقة الرياض», «الدمام», «غرب الدمام», «المنطقة الشرقية».
    fn area(&self, at: usize, head: &str) -> Option<usize> {
        let first = self.next(at)?;
        let place = |at: usize| self.gazetteer.place_at(|offset| self.next(at + offset));
        if is_in("منطقه محافظه مدينه شرق غرب شمال جنوب وسط ضاحيه مركز قريه", first)
        {
            let named = place(at + 1).max(usize::from(self.next(at + 1).is_some_and(|next| !is_in(STOPS, next))));
            let end = at + 1 + named;
            let is_told_apart = self.next(end).is_some_and(|next| is_in(PLACE_ADJECTIVES, next));
            return (named > 0).then_some(end + usize::from(is_told_apart));
        }
        if is_in("المنطقه العاصمه", first) {
            let second = self.next(at + 1).filter(|next| next.starts_with("ال") && !is_in(NOT_OF_NAMES, next));
            return second.map(|_| at + 2);
        }
        let named = place(at);
        if named > 0 {
            return Some(at + named);
        }
        let is_name = !is_in(STOPS, first) && !is_in(GENERIC, first) && !is_in(NOT_OF_NAMES, first) && !is_head(first);
        let is_plain = head == "بلديه" && !first.starts_with(['و', 'ل', 'ب']) || first.starts_with("ال");
        let is_general = is_in(ADJECTIVES, first) || is_in(PLURALS, first);
        (is_name && is_plain && !is_general && first.starts_with(|letter: char| letter.is_alphabetic()))
            .then_some(at + 1)
    }

    /// «الأمير محمد بن فهد»: the person a body is called after, and what it is for.
    fn person(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(next) = self.next(end) {
            let is_part = self.gazetteer.is_given(next) || end == at && !is_in(STOPS, next);
            match next {
                "بن" | "ابن" | "بنت" => end += 2,
                _ if is_part => end += 1,
                _ => break,
            }
        }
        self.rest(end.min(self.end), "موسسه", true)
    }

    /// How far a name goes on.
    fn rest(&self, at: usize, head: &str, is_definite: bool) -> usize {
        let is_charity = is_in(CHARITIES, head);
        let takes_purpose = is_charity || is_in("هييه مركز صندوق شركه لجنه معهد", head);
        let takes_place = is_charity || is_in("فرع جامعه مركز نادي غرفه مجلس كليه مستشفي", head);
        let mut is_definite = is_definite;
        let mut end = at;
        while let Some(next) = self.next(end)
            && end < at + LONGEST
        {
            let before = self.page.norm(end - 1);
            let after = self.next(end + 1);
            let is_area = takes_place && is_in("بمنطقه بمحافظه بمدينه", next) && after.is_some();
            let is_stop = is_in(STOPS, next) && !is_area
                || is_in(NOT_OF_NAMES, next)
                || self.gazetteer.titles.contains_key(next)
                || next.starts_with("ال") && self.gazetteer.posts.contains(next);
            if is_stop {
                break;
            }
            if next.starts_with("ال") || is_in(CONSTRUCT, before) && !next.starts_with("ول") {
                is_definite = true;
                end += 1;
            } else if is_in("غير ذوي ذوات بن", next) && after.is_some() {
                end += 2;
            } else if is_in(CONSTRUCT, next) && !is_definite && after.is_some_and(|after| after.starts_with("ال")) {
                end += 1;
            } else if let Some(second) = next.strip_prefix('و').filter(|second| second.starts_with("ال")) {
                let is_another = is_head(second) && !is_in("الصناديق", second)
                    || is_in(PLURALS, second)
                    || is_in(NOT_OF_NAMES, second)
                    || self.gazetteer.titles.contains_key(second)
                    || self.gazetteer.posts.contains(second);
                if is_another || !is_definite {
                    break;
                }
                end += 1;
            } else if takes_purpose && is_purpose(next) {
                is_definite = true;
                end += 1;
            } else if takes_place && let Some(place) = next.strip_prefix('ب') {
                let named =
                    self.gazetteer.place_at(|offset| if offset == 0 { Some(place) } else { self.next(end + offset) });
                let is_area = is_in("منطقه محافظه مدينه المنطقه حي قريه", place) && after.is_some();
                match (named, is_area) {
                    (0, false) => break,
                    (0, true) => {
                        let named = self.gazetteer.place_at(|offset| self.next(end + 1 + offset)).max(1);
                        return (end + 1 + named).min(self.end);
                    }
                    (named, _) => return end + named,
                }
            } else if is_charity && !is_definite {
                // «جمعية فتاة تبوك»: the place follows at once.
                return end + self.gazetteer.place_at(|offset| self.next(end + offset));
            } else {
                break;
            }
        }
        end
    }
}

/// «للخدمات», «لرعاية».
fn is_purpose(word: &str) -> bool {
    if is_in(STOPS, word) {
        return false;
    }
    match word.strip_prefix("لل") {
        Some(rest) => rest.chars().count() > 2 && !is_head(rest) && !is_in(NOT_OF_NAMES, &format!("ال{rest}")),
        None => word.strip_prefix('ل').is_some_and(|rest| is_in(CARES, rest)),
    }
}
