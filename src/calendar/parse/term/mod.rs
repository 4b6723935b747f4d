//! The term a sentence sets: «يُعدّ الدراسة قبل 15 رجب»، «خلال أسبوعين»، «في موعد أقصاه نهاية الشهر»، `by 3 December`.
//!
//! A term is claimed only where the words leave no doubt. Days that are told of something else («بعد أسبوعين من الاعتماد»،
//! «لورشة الخميس»), that have passed, or of which two are named, are pointed at and left to a person.
//!
//! - «خلال» and «في» end a period: «خلال الأسبوع القادم» is its Thursday, «خلال رجب» its last day; «قبل» ends the day
//!   before it: «قبل رمضان» is the last of Shaaban. A day that is named is the term itself, also after «قبل», as
//!   people write deadlines.
//! - Working days pass over Friday and Saturday; hours are rounded up to days.

mod said;

use super::scan::{Piece, pieces};
use crate::arabic::tokens;
use crate::calendar::Date;
use crate::calendar::words::{self, Edge};
use said::said;
use std::ops::Range;

/// What a sentence says of when something is due. Ranges are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Nothing.
    Unsaid,
    /// A day, and where the words stand that say it.
    Day(Date, Range<usize>),
    /// The next meeting, whenever that is.
    NextMeeting(Range<usize>),
    /// Something that gives no day for sure.
    Unsure(Range<usize>),
}

/// What stands before a day and says what it is to the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signal {
    /// «قبل»
    Before,
    /// «حتى»، «في موعد أقصاه»، «الموعد:»
    Until,
    /// «خلال»، «في غضون»
    Within,
    /// «بعد»
    After,
    /// «في»، «يوم», or nothing: it may be the day of anything.
    On,
}

/// What one place of the sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Day(Date),
    NextMeeting,
    Unsure,
    /// A day that was, or one from which something holds: it sets no term.
    Past,
}

/// A place that says something of a term.
struct Found {
    said: Said,
    is_strong: bool,
    range: Range<usize>,
}

/// The longest way of naming a day, in words.
const LONGEST: usize = 9;

/// Words that may stand between a signal and its day: «في مدة لا تتجاوز أسبوعين»، «في موعد أقصاه يوم الخميس».
const FILLERS: &str = "\
    ظهر صباح عصر مساء دوام مده فتره مهله موعد حلول لا تتجاوز يتجاوز تزيد يزيد عن علي اقصاها اقصاه اقصي قدرها \
    غايته هو يوم تاريخ the of";

/// What happens on a day of its own: a day after its name is that day, not a term.
const EVENTS: &str = "\
    ورشه اجتماع لقاء فعاليه زياره حفل ملتقي معرض حمله موتمر ندوه جلسه مهرجان دوره افتتاح workshop";

/// Reads the term of a sentence; `today` is what relative days count from. The module's page says what is taken for one.
///
/// ```
/// use tansiq::calendar::{Date, Term, term};
/// let monday = Date::from_iso("2026-11-23").unwrap();
/// let Term::Day(day, words) = term("يُعدّ المهندس الدراسة خلال أسبوعين", monday) else { panic!() };
/// assert_eq!(day.iso(), "2026-12-07");
/// assert_eq!(&"يُعدّ المهندس الدراسة خلال أسبوعين"[words], "خلال أسبوعين");
/// ```
pub fn term(sentence: &str, today: Date) -> Term {
    let words = tokens(sentence);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match at_word(sentence, &words, at, today) {
            Some((place, next)) => {
                found.push(place);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found.retain(|place| place.said != Said::Past);
    let is_strong = found.iter().any(|place| place.is_strong);
    found.retain(|place| place.is_strong == is_strong);
    let Some(first) = found.first() else { return Term::Unsaid };
    let range = first.range.clone();
    if found.iter().any(|other| other.said != first.said) {
        return Term::Unsure(range);
    }
    match first.said {
        Said::Day(date) => Term::Day(date, range),
        Said::NextMeeting => Term::NextMeeting(range),
        Said::Unsure | Said::Past => Term::Unsure(range),
    }
}

type Words = [(Range<usize>, String)];

/// What a sentence says of a term from this word on, and the word after it.
fn at_word(sentence: &str, words: &Words, at: usize, today: Date) -> Option<(Found, usize)> {
    let from = from_a_day(words, at);
    let (signal, length) = from.map_or_else(|| signal(words, at), |length| (Signal::On, length));
    let mut first = at + length;
    if length > 0 {
        while words.get(first).is_some_and(|(_, word)| is_in(FILLERS, word)) {
            first += 1;
        }
    }
    let last = last_of_clause(sentence, words, first);
    (first..last).rev().find_map(|end| {
        let slice = pieces(sentence.get(words.get(first)?.0.start..words.get(end)?.0.end)?)?;
        if length == 0 && !stands_alone(&slice) {
            return None;
        }
        let mut said = said(signal, &slice, today)?;
        let mut next = end + 1;
        if is_of_something(words, next) {
            match since_now(words, next) {
                Some(length) => next += length,
                None if matches!(signal, Signal::Within | Signal::After | Signal::Before) => said = Said::Unsure,
                None => {}
            }
        }
        let is_past = matches!(said, Said::Day(date) if date < today);
        if from.is_some() || is_past && signal == Signal::On {
            said = Said::Past;
        } else if is_past || signal == Signal::On && is_day_of_event(words, at) {
            said = Said::Unsure;
        }
        let range = words.get(at)?.0.start..words.get(next - 1)?.0.end;
        Some((Found { said, is_strong: signal != Signal::On || is_edge(slice.first()?), range }, next))
    })
}

/// Says a slice by itself when something is to be done? «غدًا»، «الأحد القادم»، «نهاية الشهر»، `15 رجب`, but not «اليوم»، «الأحد».
fn stands_alone(slice: &[Piece]) -> bool {
    match slice {
        [Piece::Word(word)] => matches!(word.as_str(), "غدا" | "غد" | "بكره" | "tomorrow"),
        [Piece::Word(word), ..] => !matches!(word.as_str(), "اليوم" | "الان" | "امس" | "اول" | "today" | "now"),
        _ => true,
    }
}

/// «نهاية»، «بنهاية»: the end of something is always a term.
fn is_edge(piece: &Piece) -> bool {
    let Piece::Word(word) = piece else { return false };
    words::edge(word.strip_prefix(['ب', 'ل']).unwrap_or(word)) == Some(Edge::End)
}

/// What the words from here on announce, and how many of them do.
fn signal(words: &Words, at: usize) -> (Signal, usize) {
    let word = |offset: usize| words.get(at + offset).map_or("", |(_, word)| word.as_str());
    let bare = |word: &'_ str| -> String { word.strip_prefix(['و', 'ف']).unwrap_or(word).to_owned() };
    let (first, second) = (word(0), word(1));
    // «وقبل» is «قبل»; «في» and «فترة» keep their letter.
    let first = if is_signal(first) { first.to_owned() } else { bare(first) };
    match (first.as_str(), second) {
        ("في", "غضون" | "خلال") | ("no", "later") | ("not", "later") => {
            (if first == "في" { Signal::Within } else { Signal::Until }, if first == "في" { 2 } else { 3 })
        }
        ("في", "مده" | "فتره" | "مهله") => (Signal::Within, 2),
        ("في", "موعد" | "تاريخ") | ("بحد" | "كحد" | "حد", "اقصي") | ("موعد", "اقصاه") => {
            (Signal::Until, 2)
        }
        ("قبل" | "before", _) => (Signal::Before, 1),
        (
            "حتي" | "لغايه" | "بحلول" | "الموعد" | "موعده" | "موعدها" | "الاستحقاق" | "المهله" | "by" | "until" | "till"
            | "due" | "deadline",
            _,
        ) => (Signal::Until, 1),
        ("خلال" | "ضمن" | "within" | "during", _) => (Signal::Within, 1),
        ("بعد" | "after", _) => (Signal::After, 1),
        ("في" | "يوم" | "بتاريخ" | "بيوم" | "الي" | "on" | "in", _) => (Signal::On, 1),
        _ => (Signal::On, 0),
    }
}

/// «اعتبارًا من»، «ابتداءً من»، «بدءًا من»، `effective from`: what stands behind is the first day of something, and not the
/// last. How many words say so.
fn from_a_day(words: &Words, at: usize) -> Option<usize> {
    let word = |offset: usize| words.get(at + offset).map_or("", |(_, word)| word.as_str());
    let first = word(0).strip_prefix(['و', 'ف']).unwrap_or(word(0));
    match (first, word(1), word(2)) {
        (first, "من", _) if ["اعتبار", "ابتدا", "بدء", "بدا"].iter().any(|begins| first.starts_with(begins)) => {
            Some(2)
        }
        ("with", "effect", "from") => Some(3),
        ("starting" | "beginning" | "effective" | "commencing", "from" | "on" | "as", "of") => Some(3),
        ("starting" | "beginning" | "effective" | "commencing", "from" | "on", _) | ("as", "of" | "from", _) => Some(2),
        ("starting" | "effective" | "commencing", _, _) => Some(1),
        _ => None,
    }
}

fn is_signal(word: &str) -> bool {
    matches!(word, "في" | "فتره")
}

/// One past the last word that may belong to a day which begins at `first`.
fn last_of_clause(sentence: &str, words: &Words, first: usize) -> usize {
    let most = (first + LONGEST).min(words.len());
    let ends = (first + 1..most).find(|at| {
        let [Some((before, word)), Some((after, _))] = [words.get(at - 1), words.get(*at)] else { return true };
        let between = sentence.get(before.end..after.start).unwrap_or_default();
        let comma_of_date = words::weekday(word).is_some();
        between.contains(['؛', ':', '(', ')', '\n', '!', '؟'])
            || between.contains('،') && !comma_of_date
            || between.contains(". ")
    });
    ends.unwrap_or(most)
}

/// «من» behind a day tells of what it is counted from.
fn is_of_something(words: &Words, at: usize) -> bool {
    words.get(at).is_some_and(|(_, word)| matches!(word.as_str(), "من" | "علي" | "of" | "from" | "after" | "before"))
}

/// «من تاريخه»، «من الآن»، «من تاريخ الاجتماع»: counted from today after all. How many words that takes.
fn since_now(words: &Words, at: usize) -> Option<usize> {
    let rest: Vec<&str> = words.iter().skip(at).take(4).map(|(_, word)| word.as_str()).collect();
    match rest.as_slice() {
        ["من" | "from", "تاريخه" | "الان" | "اليوم" | "now" | "today", ..] => Some(2),
        ["من", "تاريخ", "اليوم" | "الاجتماع" | "المحضر", ..] | ["من", "هذا", "الاجتماع" | "اليوم", ..] => {
            Some(3)
        }
        ["من", "تاريخ", "هذا", "الاجتماع" | "اليوم" | "المحضر", ..] => Some(4),
        ["من", "الاجتماع", ..] => Some(2),
        _ => None,
    }
}

/// «لورشة يوم الخميس»، «في ملتقى 15 رجب»: the day of the event. An event that is itself to be held has its day for a term.
fn is_day_of_event(words: &Words, at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word.as_str());
    (at.saturating_sub(3)..at).any(|place| {
        let Some(name) = event(word(place)) else { return false };
        let before = if place == 0 { "" } else { word(place - 1) };
        name == Named::OfSomething
            || matches!(before, "في" | "عن" | "من" | "قبل" | "بعد" | "حضور" | "لحضور" | "خلال" | "for")
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Plainly,
    /// «لورشة»، «بالملتقى»
    OfSomething,
}

fn event(word: &str) -> Option<Named> {
    let is_event = |word: &str| is_in(EVENTS, word) || word.strip_prefix("ال").is_some_and(|word| is_in(EVENTS, word));
    if is_event(word) {
        return Some(Named::Plainly);
    }
    let bare = word.strip_prefix("لل").or_else(|| word.strip_prefix(['ل', 'ب']))?;
    is_event(bare).then_some(Named::OfSomething)
}

/// Is a folded word one of a list, which has a blank between its words?
fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}
