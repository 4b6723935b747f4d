//! What a search is narrowed to, and how that is read from what is typed: «نوع:متابعة جهة:"جمعية بيئة" قبل:رجب تراخيص».
//!
//! The filter words are read in both languages whatever the window's is, for people type what they are used to. A value
//! is the next word, or what stands in quotes; a day may take several words without them («قبل:15 رجب»).

use super::{Entity, OutcomeKind};
use crate::arabic::{self, Find};
use crate::calendar::{self, Date, Hijri};
use std::ops::Range;

/// A sort of record that one can narrow a search to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchKind {
    /// All rows of an entity.
    Of(Entity),
    /// Outcomes of a kind.
    Outcome(OutcomeKind),
}

/// The words for each sort, singular; the first of them in either language is the one that is offered.
const KINDS: [(SearchKind, &[&str]); 19] = [
    (SearchKind::Of(Entity::Meeting), &["اجتماع", "لقاء", "محضر", "meeting", "minutes"]),
    (SearchKind::Outcome(OutcomeKind::FollowUp), &["متابعة", "تكليف", "follow-up", "followup", "task"]),
    (SearchKind::Outcome(OutcomeKind::Proposal), &["مقترح", "proposal"]),
    (SearchKind::Outcome(OutcomeKind::Initiative), &["مبادرة", "initiative"]),
    (SearchKind::Outcome(OutcomeKind::Decision), &["قرار", "decision"]),
    (SearchKind::Outcome(OutcomeKind::Recommendation), &["توصية", "recommendation"]),
    (SearchKind::Outcome(OutcomeKind::Challenge), &["تحد", "تحدي", "challenge"]),
    (SearchKind::Outcome(OutcomeKind::Opportunity), &["فرصة", "opportunity"]),
    (SearchKind::Outcome(OutcomeKind::Obligation), &["التزام", "obligation", "commitment"]),
    (SearchKind::Of(Entity::Outcome), &["مخرج", "نتيجة", "outcome", "result"]),
    (SearchKind::Of(Entity::Block), &["ملاحظة", "ملاحظات", "note"]),
    (SearchKind::Of(Entity::AgendaItem), &["بند", "item"]),
    (SearchKind::Of(Entity::Organisation), &["جهة", "جمعية", "body", "organisation", "organization"]),
    (SearchKind::Of(Entity::Person), &["شخص", "person", "people"]),
    (SearchKind::Of(Entity::Partnership), &["شراكة", "اتفاقية", "partnership", "agreement"]),
    (SearchKind::Of(Entity::Regulation), &["نظام", "لائحة", "regulation"]),
    (SearchKind::Of(Entity::Document), &["مرفق", "ملف", "وثيقة", "attachment", "file", "document"]),
    (SearchKind::Of(Entity::Reservation), &["تحفظ", "reservation"]),
    (SearchKind::Of(Entity::Addendum), &["ملحق", "addendum"]),
];

impl SearchKind {
    /// All sorts, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        KINDS.into_iter().map(|(kind, _)| kind)
    }

    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Of(entity) => hit_key(entity),
            Self::Outcome(kind) => kind.label_key(),
        }
    }

    /// The sort that a word means, in any form, or begins to say.
    fn from_word(typed: &str) -> Option<Self> {
        let (asked, folded) = (arabic::query(typed), arabic::fold(typed));
        let find = |how: &dyn Fn(&str) -> bool| {
            KINDS.into_iter().find(|(_, words)| words.iter().any(|word| how(word))).map(|(kind, _)| kind)
        };
        let is_word = |word: &str| {
            let is_plural = folded.strip_suffix('s').is_some_and(|singular| singular == word)
                || folded.strip_suffix("ies").zip(word.strip_suffix('y')).is_some_and(|(typed, word)| typed == word);
            is_plural || folded == arabic::fold(word)
        };
        let is_form = |word: &str| arabic::matches(&asked, &arabic::analyse(word)) >= Some(Find::Related);
        let begins = |word: &str| folded.chars().count() > 1 && arabic::begins_with(&arabic::fold(word), &folded);
        if asked.is_empty() {
            return None;
        }
        find(&is_word).or_else(|| find(&is_form)).or_else(|| find(&begins))
    }
}

/// The key of the name of a find of an entity.
pub const fn hit_key(entity: Entity) -> &'static str {
    match entity {
        Entity::Meeting => "hit-meeting",
        Entity::Outcome => "hit-outcome",
        Entity::Block => "hit-block",
        Entity::AgendaItem => "hit-agenda-item",
        Entity::Attendance => "hit-attendance",
        Entity::Party => "hit-party",
        Entity::Person => "hit-person",
        Entity::Organisation => "hit-organisation",
        Entity::Entry => "hit-entry",
        Entity::Alias => "hit-alias",
        Entity::Post => "hit-post",
        Entity::Series => "hit-series",
        Entity::Partnership => "hit-partnership",
        Entity::Regulation => "hit-regulation",
        Entity::Progress => "hit-progress",
        Entity::Link => "hit-link",
        Entity::Document => "hit-document",
        Entity::Reservation => "hit-reservation",
        Entity::Addendum => "hit-addendum",
        Entity::Setting => "hit-setting",
    }
}

/// By what one can narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterWord {
    /// `نوع:`
    Kind,
    /// `جهة:`
    Body,
    /// `قبل:`
    Before,
    /// `بعد:`
    After,
}

impl FilterWord {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Body, Self::Before, Self::After];

    /// What may be typed for it.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Kind => &["نوع", "النوع", "kind", "type"],
            Self::Body => &["جهة", "الجهة", "body", "org"],
            Self::Before => &["قبل", "حتى", "before", "until"],
            Self::After => &["بعد", "منذ", "after", "since"],
        }
    }

    /// The key of the word as it is typed, without its colon.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Kind => "search-filter-kind",
            Self::Body => "search-filter-body",
            Self::Before => "search-filter-before",
            Self::After => "search-filter-after",
        }
    }

    fn from_word(typed: &str) -> Option<Self> {
        let folded = arabic::fold(typed);
        Self::ALL.into_iter().find(|filter| filter.words().iter().any(|word| arabic::fold(word) == folded))
    }

    /// Is it what somebody begins to type?
    fn begins_with(self, folded: &str) -> bool {
        folded.chars().count() > 1 && self.words().iter().any(|word| arabic::fold(word).starts_with(folded))
    }
}

/// One narrowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterPart {
    /// Of a sort; of any of several.
    Kind(SearchKind),
    /// Of a body whose name holds these words.
    Body(String),
    /// Of a day before this one.
    Before(Date),
    /// Of a day after this one.
    After(Date),
}

impl FilterPart {
    /// By what it narrows.
    pub const fn word(&self) -> FilterWord {
        match self {
            Self::Kind(_) => FilterWord::Kind,
            Self::Body(_) => FilterWord::Body,
            Self::Before(_) => FilterWord::Before,
            Self::After(_) => FilterWord::After,
        }
    }

    fn read(word: FilterWord, value: &str, today: Date) -> Option<Self> {
        match word {
            FilterWord::Kind => SearchKind::from_word(value).map(Self::Kind),
            // One letter begins the name of half of all bodies.
            FilterWord::Body => {
                let says_something = arabic::query(value).iter().any(|word| word.norm.chars().count() > 1);
                says_something.then(|| Self::Body(value.trim().to_owned()))
            }
            FilterWord::Before => days(word, value, today).map(|(first, _)| Self::Before(first)),
            FilterWord::After => days(word, value, today).map(|(_, last)| Self::After(last)),
        }
    }
}

/// The first and the last day of what a value means: a day, a month, a year of either calendar, or «أسبوعين».
fn days(word: FilterWord, value: &str, today: Date) -> Option<(Date, Date)> {
    let value = arabic::to_ascii_digits(value.trim());
    if value.len() == 4
        && let Ok(year) = value.parse::<i32>()
    {
        let first = |year| match year {
            1300..=1600 => Date::from_hijri(Hijri { year, month: 1, day: 1 }).ok(),
            _ => Date::gregorian(year, 1, 1).ok(),
        };
        return Some((first(year)?, first(year + 1)?.add_days(-1).ok()?));
    }
    if let Some(month) = month(&value) {
        return Some(month);
    }
    if let Ok(day) = calendar::parse(&value, today) {
        return Some((day, day));
    }
    // A month by its name, of the year that is nearest.
    let of_month = |edge: &str| calendar::parse(&format!("{edge} {value}"), today).ok();
    if let (Some(first), Some(last)) = (of_month("بداية"), of_month("نهاية")) {
        return Some((first, last));
    }
    // «قبل:أسبوعين» is as one says it.
    let span = match word {
        FilterWord::Before => "قبل",
        FilterWord::After | FilterWord::Kind | FilterWord::Body => "بعد",
    };
    calendar::parse(&format!("{span} {value}"), today).ok().map(|day| (day, day))
}

/// «2026-02» and «1448/7»: the first and the last day of a month.
fn month(value: &str) -> Option<(Date, Date)> {
    let (year, month) = value.split_once(['-', '/'])?;
    let (year, month) = (year.parse::<i32>().ok().filter(|_| year.len() == 4)?, month.parse::<u8>().ok()?);
    let first = |year, month| match year {
        1300..=1600 => Date::from_hijri(Hijri { year, month, day: 1 }).ok(),
        _ => Date::gregorian(year, month, 1).ok(),
    };
    let next = if month == 12 { first(year + 1, 1) } else { first(year, month + 1) };
    Some((first(year, month)?, next?.add_days(-1).ok()?))
}

/// What a search is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilter {
    /// To any of these; to none of them where it is empty.
    pub kinds: Vec<SearchKind>,
    /// To what is of each of these bodies, by words of their names.
    pub bodies: Vec<String>,
    /// To days before this one.
    pub before: Option<Date>,
    /// To days after this one.
    pub after: Option<Date>,
}

impl SearchFilter {
    /// Narrows it further.
    pub fn add(&mut self, part: FilterPart) {
        match part {
            FilterPart::Kind(kind) if self.kinds.contains(&kind) => {}
            FilterPart::Kind(kind) => self.kinds.push(kind),
            FilterPart::Body(body) => self.bodies.push(body),
            FilterPart::Before(day) => self.before = Some(self.before.map_or(day, |known| known.min(day))),
            FilterPart::After(day) => self.after = Some(self.after.map_or(day, |known| known.max(day))),
        }
    }

    /// Does it leave everything?
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// A narrowing that was read, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPart {
    /// What it says.
    pub part: FilterPart,
    /// The bytes of the text that say it.
    pub range: Range<usize>,
    /// Is nothing more to come that would change it?
    pub is_done: bool,
}

/// What is being begun at the end of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The filter whose value is being typed; none while only its word is.
    pub filter: Option<FilterWord>,
    /// What is typed of it so far.
    pub typed: String,
    /// The bytes it stands in.
    pub range: Range<usize>,
}

/// What was typed, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    /// The words to find.
    pub words: String,
    /// The narrowings among them.
    pub parts: Vec<ReadPart>,
    /// The filter that is being typed.
    pub begun: Option<Begun>,
}

impl SearchText {
    /// Takes apart what was typed.
    pub fn read(text: &str, today: Date) -> Self {
        let pieces = pieces(text);
        let mut read = Self::default();
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let Some((word, value_at)) = filter_word(text, piece) else {
                read.push_word(text, piece);
                at += 1;
                continue;
            };
            let next = at + 1;
            // «جهة: بيئة»: the value may stand behind a blank.
            let (mut until, value_at) = match pieces.get(next) {
                Some(value) if value_at == piece.end && filter_word(text, value).is_none() => (next + 1, value.start),
                _ => (next, value_at),
            };
            let value = |until: usize| {
                let end = pieces.get(until - 1).map_or(piece.end, |last| last.end);
                text.get(value_at..end).unwrap_or_default()
            };
            let is_quoted = value(until).starts_with(is_quote);
            let is_day = matches!(word, FilterWord::Before | FilterWord::After);
            if is_day && !is_quoted {
                let longer = (until..=pieces.len().min(until + 4)).rev().filter(|longer| {
                    pieces
                        .get(until..*longer)
                        .is_some_and(|more| more.iter().all(|more| filter_word(text, more).is_none()))
                });
                let reads = |longer: &usize| FilterPart::read(word, value(*longer), today).is_some();
                until = longer.into_iter().find(reads).unwrap_or(until);
            }
            let range = piece.start..pieces.get(until - 1).map_or(piece.end, |last| last.end);
            let typed = value(until).trim_matches(is_quote).to_owned();
            let is_last = until == pieces.len();
            let is_closed = is_quoted && value(until).chars().skip(1).any(is_quote);
            let part = FilterPart::read(word, &typed, today);
            let is_at_end = is_last && range.end == text.len() && !is_closed;
            if is_at_end {
                read.begun = Some(Begun { filter: Some(word), typed: typed.clone(), range: range.clone() });
            }
            match part {
                // A day of several words may go on.
                Some(part) => {
                    let is_done = is_closed || !is_last || (!is_day && !is_quoted && range.end < text.len());
                    read.parts.push(ReadPart { part, range, is_done });
                }
                // What is still being typed is not looked for.
                None if is_last && (is_at_end || is_day || typed.is_empty()) => {}
                None => pieces.get(at..until).into_iter().flatten().for_each(|piece| read.push_word(text, piece)),
            }
            at = until;
        }
        if let Some(last) = pieces.last().filter(|last| last.end == text.len() && read.begun.is_none()) {
            let typed = arabic::fold(text.get(last.clone()).unwrap_or_default());
            if FilterWord::ALL.into_iter().any(|filter| filter.begins_with(&typed)) {
                read.begun = Some(Begun { filter: None, typed, range: last.clone() });
            }
        }
        read
    }

    fn push_word(&mut self, text: &str, piece: &Range<usize>) {
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(text.get(piece.clone()).unwrap_or_default());
    }
}

impl Begun {
    /// The filters whose word it may become.
    pub fn words(&self) -> impl Iterator<Item = FilterWord> {
        FilterWord::ALL.into_iter().filter(|filter| self.filter.is_none() && filter.begins_with(&self.typed))
    }

    /// The sorts whose name it may become.
    pub fn kinds(&self, name: &dyn Fn(SearchKind) -> String) -> Vec<SearchKind> {
        let typed = arabic::fold(&self.typed);
        SearchKind::all().filter(|kind| arabic::begins_with(&arabic::fold(&name(*kind)), &typed)).collect()
    }
}

const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '“' | '”')
}

/// The words of a text; what stands in quotes belongs to the word that it is joined to.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = None;
    let mut is_quoted = false;
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() && !is_quoted {
            pieces.extend(start.take().map(|start| start..at));
            continue;
        }
        is_quoted ^= is_quote(letter);
        start.get_or_insert(at);
    }
    pieces.extend(start.map(|start| start..text.len()));
    pieces
}

/// The filter word a piece begins with, and where its value begins.
fn filter_word(text: &str, piece: &Range<usize>) -> Option<(FilterWord, usize)> {
    let written = text.get(piece.clone())?;
    let (colon, sign) = written.char_indices().find(|(_, letter)| matches!(letter, ':' | '：' | '﹕'))?;
    let filter = FilterWord::from_word(written.get(..colon)?)?;
    Some((filter, piece.start + colon + sign.len_utf8()))
}

#[cfg(test)]
mod tests;
