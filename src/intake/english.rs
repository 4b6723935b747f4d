//! Names of bodies in English: what they begin or end with, and where they end.
//!
//! Apart from `bodies`, for nothing of Arabic's grammar holds here: a name is a run of capitals that closes with what the
//! body is («Gardens Friends Association») or opens with it («Ministry of Health», «Society for Orphans»).

use super::cuts::is_in;
use super::gazetteer::Gazetteer;
use super::page::Page;

/// What a body is, and the Arabic word of the same sort: both languages of a text name the same ones.
const HEADS: [(&str, &str); 19] = [
    ("ministry", "وزاره"),
    ("municipality", "امانه"),
    ("amanah", "امانه"),
    ("society", "جمعيه"),
    ("association", "جمعيه"),
    ("charity", "جمعيه"),
    ("cooperative", "جمعيه"),
    ("foundation", "موسسه"),
    ("endowment", "موسسه"),
    ("university", "جامعه"),
    ("council", "مجلس"),
    ("authority", "هييه"),
    ("commission", "هييه"),
    ("fund", "صندوق"),
    ("company", "شركه"),
    ("institute", "معهد"),
    ("chamber", "غرفه"),
    ("club", "نادي"),
    ("center", "مركز"),
];

/// A name has no more words.
const LONGEST: usize = 12;

/// Begin a sentence or point at something, and no name.
const POINTING: &str = "\
    the a an our your their his her its this that these those each every any some many several all both one two three other \
    another new local first dear from to on in at with for and or but following after before during while if when please \
    we they he she it i you as also monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday january \
    february march april may june july august september october november december";

/// May stand between two words of a name.
const JOINING: &str = "of for and the in on al";

/// May be meant alone, behind `the`: `the Ministry`, `the society`.
const GENERAL: &str =
    "ministry municipality society association foundation university council authority charity commission";

/// The Arabic word for what an English one says a body is.
pub(super) fn head_of(word: &str) -> Option<&'static str> {
    let word = if word == "centre" { "center" } else { word };
    HEADS.into_iter().find(|(english, _)| *english == word).map(|(_, head)| head)
}

/// Is it an English word, and not a number or a sign?
pub(super) fn is_english(raw: &str) -> bool {
    raw.is_ascii() && raw.starts_with(|letter: char| letter.is_ascii_alphabetic())
}

/// A name that was read: one past its last word, of what sort it is, and whether it is only `the Ministry`.
pub(super) struct Named {
    pub end: usize,
    pub head: &'static str,
    pub is_general: bool,
}

/// Reads the name of a body that begins at a word.
pub(super) fn read(page: &Page<'_>, gazetteer: &Gazetteer, at: usize, end: usize) -> Option<Named> {
    let reader = Reader { page, gazetteer, end };
    reader.whole(at).or_else(|| reader.general(at))
}

struct Reader<'p> {
    page: &'p Page<'p>,
    gazetteer: &'p Gazetteer,
    end: usize,
}

impl Reader<'_> {
    fn is_capital(&self, at: usize) -> bool {
        at < self.end && self.page.raw(at).is_ascii() && self.page.raw(at).starts_with(char::is_uppercase)
    }

    /// Does a word go on from the one before it?
    fn is_joined(&self, at: usize) -> bool {
        at < self.end && matches!(self.page.gap(at), " " | "-" | "'" | "’" | " & ")
    }

    /// May a name begin here?
    fn may_begin(&self, at: usize) -> bool {
        let norm = self.page.norm(at);
        self.is_capital(at)
            && !is_in(POINTING, norm)
            && !self.gazetteer.titles.contains_key(norm)
            && !self.gazetteer.posts.contains(norm)
    }

    fn whole(&self, at: usize) -> Option<Named> {
        if !self.may_begin(at) {
            return None;
        }
        let opens = head_of(self.page.norm(at)).filter(|_| self.leads_on(at + 1));
        let mut found: Option<(usize, &'static str)> = opens.map(|head| (at + 1, head));
        let mut is_for = false;
        let mut place = at + 1;
        while place < (at + LONGEST).min(self.end) && self.is_joined(place) {
            let norm = self.page.norm(place);
            if self.page.gap(place) == " & " || is_in(JOINING, norm) && !self.is_capital(place) {
                let next = if self.page.gap(place) == " & " { place } else { place + 1 };
                let next = if self.page.norm(next) == "the" { next + 1 } else { next };
                let is_over = !self.is_capital(next) || !self.is_joined(next) && next != place;
                // What stands behind `and` may be another body.
                let is_and = norm == "and" || next == place;
                let is_another = is_and && (opens.is_none() && found.is_some() || self.names_a_body(next));
                let closes = found.is_some() && opens.is_none() && !is_in("of for", norm);
                if is_over || is_another || closes {
                    break;
                }
                // `Ataa Foundation for Development`
                is_for |= found.is_some() && is_in("of for", norm);
                place = next.max(place + usize::from(next == place));
                if opens.is_some() {
                    found = found.map(|(_, head)| (place, head));
                }
                continue;
            }
            if !self.is_capital(place) || self.gazetteer.titles.contains_key(norm) {
                break;
            }
            // `Executive Director of the … Association` is a post.
            if self.gazetteer.posts.contains(norm) {
                return None;
            }
            if opens.is_some() || is_for {
                found = found.map(|(_, head)| (place + 1, head));
            } else if let Some(head) = head_of(norm) {
                found = Some((place + 1, head));
            }
            place += 1;
        }
        let (end, head) = found.filter(|(end, _)| *end > at + 1)?;
        // A cultural centre is where one meets; a national one is a body.
        let is_body = head != "مركز"
            || (at..end)
                .any(|at| is_in("national community development charity charitable research", self.page.norm(at)));
        let end = if opens.is_some() || is_for { self.last_capital(at, end) } else { end };
        is_body.then_some(Named { end, head, is_general: false })
    }

    /// `of` or `for` and what a body is of.
    fn leads_on(&self, at: usize) -> bool {
        self.is_joined(at)
            && is_in("of for", self.page.norm(at))
            && (self.is_capital(at + 1) || self.page.norm(at + 1) == "the" && self.is_capital(at + 2))
    }

    /// Does the run of capitals from here say what a body is?
    fn names_a_body(&self, at: usize) -> bool {
        let mut place = at;
        while self.is_capital(place) && (place == at || self.is_joined(place)) {
            if head_of(self.page.norm(place)).is_some() {
                return true;
            }
            place += 1;
        }
        false
    }

    fn last_capital(&self, at: usize, end: usize) -> usize {
        (at..end.min(self.end)).rev().find(|place| self.is_capital(*place)).map_or(end, |place| place + 1)
    }

    /// `the Ministry`: one that was named before.
    fn general(&self, at: usize) -> Option<Named> {
        let norm = self.page.norm(at);
        let before = at.checked_sub(1).map_or("", |before| self.page.norm(before));
        let is_meant = before == "the" && self.page.follows(at) && is_in(GENERAL, norm) && !self.leads_on(at + 1);
        let head = head_of(norm).filter(|_| is_meant)?;
        Some(Named { end: at + 1, head, is_general: true })
    }
}
