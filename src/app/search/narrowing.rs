//! What narrows the search: what was typed for it and became a chip, and what is offered to be one.

use crate::calendar::{Calendar, Calendars, Date};
use crate::domain::{Entity, FilterPart, FilterWord, SearchFilter, SearchKind, SearchText};
use crate::screens::parts;
use crate::store::query::Names;
use crate::store::{Changes, Live, Store};
use crate::strings::Tr;
use crate::tr;

/// So many are offered at once.
const OFFERED: usize = 8;

/// The chips of the open search.
#[derive(Default)]
pub(super) struct Narrowing {
    held: Vec<FilterPart>,
    bodies: Live<Names>,
}

/// A chip that is offered.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Offer {
    /// The word of a filter, to be gone on with.
    Word(FilterWord),
    /// A whole one.
    Part(FilterPart),
    /// A day by what it is called.
    Day(FilterPart, &'static str),
}

impl Offer {
    pub fn words(&self, tr: &Tr, calendars: Calendars) -> String {
        match self {
            Self::Word(word) => typed(*word, tr),
            // Its word stands in the field.
            Self::Part(part) => value(part, tr, calendars),
            Self::Day(_, key) => tr!(tr, *key),
        }
    }
}

/// A filter's word as it is typed.
fn typed(word: FilterWord, tr: &Tr) -> String {
    tr!(tr, "search-filter-word", word = tr!(tr, word.label_key()))
}

fn value(part: &FilterPart, tr: &Tr, calendars: Calendars) -> String {
    match part {
        FilterPart::Kind(kind) => tr!(tr, kind.label_key()),
        FilterPart::Body(name) => name.clone(),
        FilterPart::Before(day) | FilterPart::After(day) => parts::day(*day, tr, calendars),
    }
}

impl Narrowing {
    pub fn note(&mut self, changes: Changes) {
        self.bodies.note(changes);
    }

    /// Reads the text; what narrows and is done being typed leaves it and becomes a chip.
    pub fn take_up(&mut self, text: &mut String, today: Date) -> SearchText {
        let mut read = SearchText::read(text, today);
        if read.parts.iter().all(|read| !read.is_done) {
            return read;
        }
        for done in read.parts.drain(..).rev().filter(|read| read.is_done) {
            cut(text, done.range);
            if !self.held.contains(&done.part) {
                self.held.push(done.part);
            }
        }
        SearchText::read(text, today)
    }

    /// Everything that narrows, also what is still being typed.
    pub fn filter(&self, read: &SearchText) -> SearchFilter {
        let mut filter = SearchFilter::default();
        let typed = read.parts.iter().map(|read| &read.part);
        self.held.iter().chain(typed).for_each(|part| filter.add(part.clone()));
        filter
    }

    /// The chips, each with the name of what takes it away: those that are held, then those in the text.
    pub fn held_words(&self, read: &SearchText, tr: &Tr, calendars: Calendars) -> Vec<(String, String)> {
        let typed = read.parts.iter().map(|read| &read.part);
        let words = self.held.iter().chain(typed).map(|part| {
            let word = tr!(tr, part.word().label_key());
            let words = tr!(tr, "search-filter", word = word, value = value(part, tr, calendars));
            let remove = tr!(tr, "search-filter-remove", filter = &words);
            (words, remove)
        });
        words.collect()
    }

    /// Takes a chip away.
    pub fn remove(&mut self, at: usize, read: &SearchText, text: &mut String) {
        if at < self.held.len() {
            self.held.remove(at);
        } else if let Some(typed) = read.parts.get(at - self.held.len()) {
            cut(text, typed.range.clone());
        }
    }

    /// What can be added: filters while nothing is typed or one is begun, and the values of one that is.
    pub fn offers(
        &mut self,
        read: &SearchText,
        text: &str,
        store: &Store,
        tr: &Tr,
        calendars: Calendars,
        today: Date,
    ) -> Vec<Offer> {
        let Some(begun) = &read.begun else {
            if !text.trim().is_empty() {
                return Vec::new();
            }
            return FilterWord::ALL.into_iter().map(Offer::Word).collect();
        };
        match begun.filter {
            None => begun.words().map(Offer::Word).collect(),
            Some(FilterWord::Kind) => {
                let name = |kind: SearchKind| tr!(tr, kind.label_key());
                let kinds = begun.kinds(&name).into_iter().map(FilterPart::Kind);
                kinds.filter(|part| !self.held.contains(part)).take(OFFERED).map(Offer::Part).collect()
            }
            Some(FilterWord::Body) => {
                let asked = Names { entity: Entity::Organisation, list: None, containing: begun.typed.clone() };
                let names = self.bodies.get(store, asked).map(Vec::as_slice).unwrap_or_default();
                names.iter().take(OFFERED / 2).map(|named| Offer::Part(FilterPart::Body(named.name.clone()))).collect()
            }
            Some(word @ (FilterWord::Before | FilterWord::After)) if begun.typed.is_empty() => {
                let part =
                    |day| if word == FilterWord::Before { FilterPart::Before(day) } else { FilterPart::After(day) };
                let first = first_days(parts::first_calendar(calendars), today);
                let days =
                    [(Some(today), "search-day-today"), (first[0], "search-day-month"), (first[1], "search-day-year")];
                days.into_iter().filter_map(|(day, key)| Some(Offer::Day(part(day?), key))).collect()
            }
            Some(FilterWord::Before | FilterWord::After) => Vec::new(),
        }
    }

    /// Takes what was offered.
    pub fn take(&mut self, offer: &Offer, read: &SearchText, text: &mut String, tr: &Tr) {
        if let Some(begun) = &read.begun {
            cut(text, begun.range.clone());
        }
        match offer {
            Offer::Word(word) => {
                if !text.is_empty() && !text.ends_with(' ') {
                    text.push(' ');
                }
                text.push_str(&typed(*word, tr));
            }
            Offer::Part(part) | Offer::Day(part, _) => self.held.push(part.clone()),
        }
    }
}

/// The first days of this month and of this year.
fn first_days(calendar: Calendar, today: Date) -> [Option<Date>; 2] {
    match calendar {
        Calendar::Hijri => {
            let now = today.hijri();
            [now.month, 1].map(|month| Date::from_hijri(crate::calendar::Hijri { month, day: 1, ..now }).ok())
        }
        Calendar::Gregorian => {
            let iso = today.iso();
            let first = |kept: usize, rest: &str| Date::from_iso(&format!("{}{rest}", iso.get(..kept)?)).ok();
            [first(8, "01"), first(5, "01-01")]
        }
    }
}

/// Takes a piece out of a text, and the blank that would stand doubled.
fn cut(text: &mut String, range: std::ops::Range<usize>) {
    if text.get(range.clone()).is_some() {
        text.replace_range(range.clone(), "");
    }
    let is_blank = |at: Option<usize>| at.and_then(|at| text.get(at..)).is_some_and(|rest| rest.starts_with(' '));
    if is_blank(Some(range.start)) && (range.start == 0 || is_blank(range.start.checked_sub(1))) {
        text.remove(range.start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_becomes_a_chip_and_what_is_typed_stays() {
        let today = Date::from_iso("2026-11-23").unwrap();
        let mut narrowing = Narrowing::default();
        let mut text = "تراخيص نوع:قرار ".to_owned();
        let read = narrowing.take_up(&mut text, today);
        assert_eq!((text.as_str(), read.words.as_str(), narrowing.held.len()), ("تراخيص ", "تراخيص", 1));
        text.push_str("قبل:15 رجب");
        let read = narrowing.take_up(&mut text, today);
        assert_eq!((narrowing.held.len(), narrowing.filter(&read).before.is_some()), (1, true));
        narrowing.remove(1, &read, &mut text);
        assert_eq!(text, "تراخيص ");
        let read = narrowing.take_up(&mut text, today);
        narrowing.remove(0, &read, &mut text);
        assert!(narrowing.filter(&read).is_open());
    }

    #[test]
    fn the_first_days_are_of_this_month_and_this_year() {
        let today = Date::from_iso("2026-11-23").unwrap();
        let days = |calendar| first_days(calendar, today).map(|day| day.unwrap().iso());
        assert_eq!(days(Calendar::Gregorian), ["2026-11-01", "2026-01-01"]);
        assert_eq!(days(Calendar::Hijri), ["2026-11-11", "2026-06-16"]);
    }
}
