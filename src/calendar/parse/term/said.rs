//! What the words behind a signal say, where all of them say something.
//!
//! Apart from the sentence they stand in: here is only a slice, a signal and a calendar.

use super::{Said, Signal, is_edge};
use crate::calendar::parse::relative::{self, edge_of_month, edge_of_period, number, skip};
use crate::calendar::parse::scan::Piece;
use crate::calendar::parse::{Leaning, Reading, Refusal, absolute, read};
use crate::calendar::words::{self, Edge, Unit};
use crate::calendar::{Calendar, Date};

/// What a slice says after a signal, where all of it says something.
pub(super) fn said(signal: Signal, slice: &[Piece], today: Date) -> Option<Said> {
    if is_next_meeting(slice) {
        return (signal != Signal::After).then_some(Said::NextMeeting);
    }
    let reading = working_days(signal, slice, today)
        .or_else(|| hours(signal, slice, today))
        .or_else(|| period(signal, slice, today))
        .or_else(|| whole_month(signal, slice, today))
        .or_else(|| part_of_year(signal, slice, today))
        .or_else(|| plain(signal, slice, today));
    match reading? {
        Ok(date) => Some(Said::Day(date)),
        Err(Refusal::Impossible | Refusal::OutOfRange) => Some(Said::Unsure),
        Err(Refusal::Unreadable) => None,
    }
}

/// «الاجتماع القادم»، `the next meeting`.
fn is_next_meeting(pieces: &[Piece]) -> bool {
    let Some(words) = relative::all_words(pieces) else { return false };
    match words.as_slice() {
        ["الاجتماع" | "للاجتماع" | "بالاجتماع" | "اجتماعنا" | "اللقاء" | "للقاء", next] => {
            words::step(next) == Some(1)
        }
        ["next", "meeting"] | ["the", "next", "meeting"] => true,
        _ => false,
    }
}

/// «5 أيام عمل»، «يومي عمل»، `3 working days`.
fn working_days(signal: Signal, pieces: &[Piece], today: Date) -> Reading {
    if !matches!(signal, Signal::Within | Signal::After | Signal::Until) {
        return None;
    }
    let (count, rest) = match pieces {
        [Piece::Word(word), rest @ ..] if word == "يومي" => (2, rest),
        [Piece::Word(word), ..] if word == "يوم" => (1, pieces.get(1..)?),
        _ => {
            let (count, rest) = number(pieces)?;
            match rest {
                [Piece::Word(unit), rest @ ..] if matches!(unit.as_str(), "ايام" | "يوم" | "يوما") => {
                    (count, rest)
                }
                [Piece::Word(work), ..] if work == "working" || work == "business" => (count, rest),
                _ => return None,
            }
        }
    };
    let is_work = matches!(relative::all_words(rest)?.as_slice(), ["عمل"] | ["working" | "business", "day" | "days"]);
    is_work.then(|| today.add_working_days(u16::try_from(count).unwrap_or(u16::MAX)).map_err(|_| Refusal::OutOfRange))
}

/// «48 ساعة»، «ثلاث ساعات»: full days.
fn hours(signal: Signal, pieces: &[Piece], today: Date) -> Reading {
    if !matches!(signal, Signal::Within | Signal::After | Signal::Until) {
        return None;
    }
    let (hours, rest) = match pieces {
        [Piece::Word(word)] if matches!(word.as_str(), "ساعه" | "ساعتين") => (2, &[][..]),
        _ => {
            let (count, rest) = number(pieces)?;
            let [Piece::Word(unit), rest @ ..] = rest else { return None };
            if !matches!(unit.as_str(), "ساعه" | "ساعات" | "hours" | "hour") {
                return None;
            }
            (count, rest)
        }
    };
    rest.is_empty().then(|| relative::moved(today, Unit::Day, hours.div_euclid(24) + i64::from(hours % 24 != 0)))
}

/// «الأسبوع القادم»، «هذا الشهر»، «العام».
fn period(signal: Signal, pieces: &[Piece], today: Date) -> Reading {
    let words = relative::all_words(pieces)?;
    let is_period = match words.as_slice() {
        [one] => one.starts_with("ال") && words::period(one).is_some(),
        [first, second] => {
            let (period, step) = if words::period(first).is_some() { (first, second) } else { (second, first) };
            words::period(period).is_some_and(|unit| unit != Unit::Day)
                && words::step(step).is_some_and(|step| step >= 0)
        }
        _ => false,
    };
    if !is_period || words.as_slice() == ["اليوم"] {
        return None;
    }
    match signal {
        Signal::Before => Some(day_before(edge_of_period(Edge::Start, pieces, today)?)),
        Signal::Within | Signal::Until => edge_of_period(Edge::End, pieces, today),
        // «في الأسبوع القادم» is as good as its end, a bare «الشهر» is not.
        Signal::On if words.len() == 2 => edge_of_period(Edge::End, pieces, today),
        Signal::On | Signal::After => None,
    }
}

/// «رجب»، «شهر رمضان»، «شعبان 1448».
fn whole_month(signal: Signal, pieces: &[Piece], today: Date) -> Reading {
    if matches!(signal, Signal::On | Signal::After) {
        return None;
    }
    let ((calendar, month), rest) = absolute::month(pieces)?;
    let year = match skip(rest, &["عام", "سنه", "لعام", "من"]) {
        [] => None,
        [Piece::Number { value, digits: 4 }] => Some(*value),
        [Piece::Number { value, digits: 4 }, Piece::Word(suffix)] if words::suffix(suffix) == Some(calendar) => {
            Some(*value)
        }
        _ => return None,
    };
    let of_year = |year: i32| match signal {
        Signal::Before => day_before(edge_of_month(Edge::Start, calendar, year, month)),
        Signal::Until | Signal::Within | Signal::After | Signal::On => edge_of_month(Edge::End, calendar, year, month),
    };
    let Some(year) = year else {
        let this_year = today.parts(calendar).0;
        return (this_year..=this_year + 1).map(of_year).find(|date| date.as_ref().is_ok_and(|date| *date >= today));
    };
    Some(of_year(year))
}

/// «الربع الأول 2027»، «نهاية الربع الثاني»، «النصف الأول من عام 1449»، `Q1 2027`.
fn part_of_year(signal: Signal, pieces: &[Piece], today: Date) -> Reading {
    let (edge, edge_said, pieces) = match pieces {
        [first, rest @ ..] if is_edge(first) => (Edge::End, true, rest),
        // «قبل الربع الثاني» ends before it begins.
        _ if signal == Signal::Before => (Edge::Start, false, pieces),
        _ if signal == Signal::After => return None,
        _ => (Edge::End, false, pieces),
    };
    let (last_month, months, rest) = match pieces {
        // «نهاية 1448هـ»، «نهاية عام 2027»
        [Piece::Number { digits: 4, .. }, ..] if edge_said => (12, 12, pieces),
        [Piece::Word(year), rest @ ..] if edge_said && matches!(year.as_str(), "عام" | "سنه" | "العام") => {
            (12, 12, rest)
        }
        [Piece::Word(part), Piece::Word(which), rest @ ..] => match (part.as_str(), ordinal(which)?) {
            ("الربع" | "ربع", which) => (which * 3, 3, rest),
            ("النصف" | "نصف", which @ 1..=2) => (which * 6, 6, rest),
            _ => return None,
        },
        [Piece::Word(part), Piece::Number { value, digits: 1 }, rest @ ..] if part == "q" => (*value * 3, 3, rest),
        _ => return None,
    };
    if let Some(date) = half_of_month(edge, months, last_month, rest, today) {
        return Some(date);
    }
    let year = match skip(rest, &["من", "عام", "سنه", "العام", "لعام", "الميلادي"]) {
        [] if rest.is_empty() => None,
        [Piece::Number { value, digits: 4 }] | [Piece::Number { value, digits: 4 }, Piece::Word(_)] => Some(*value),
        _ => return None,
    };
    let calendar = if year.is_some_and(|year| year < 1700) { Calendar::Hijri } else { Calendar::Gregorian };
    let of_year = |year: i32| match edge {
        Edge::Start => day_before(edge_of_month(Edge::Start, calendar, year, last_month - months + 1)),
        Edge::Middle | Edge::End => edge_of_month(Edge::End, calendar, year, last_month),
    };
    let Some(year) = year else {
        let this_year = today.parts(calendar).0;
        return (this_year..=this_year + 1).map(of_year).find(|date| date.as_ref().is_ok_and(|date| *date >= today));
    };
    Some(of_year(year))
}

/// «النصف الأول من رجب»: its first fifteen days; the second half ends with the month.
fn half_of_month(edge: Edge, months: i32, last_month: i32, rest: &[Piece], today: Date) -> Reading {
    let ((calendar, month), rest) = absolute::month(skip(rest, &["من"]))?;
    if months != 6 || !rest.is_empty() {
        return None;
    }
    let this_year = today.parts(calendar).0;
    let is_first = last_month == 6;
    let of_year = |year: i32| match (edge, is_first) {
        (Edge::Start, true) => day_before(edge_of_month(Edge::Start, calendar, year, month)),
        (Edge::Start, false) | (Edge::Middle | Edge::End, true) => edge_of_month(Edge::Middle, calendar, year, month),
        (Edge::Middle | Edge::End, false) => edge_of_month(Edge::End, calendar, year, month),
    };
    (this_year..=this_year + 1).map(of_year).find(|date| date.as_ref().is_ok_and(|date| *date >= today))
}

fn ordinal(word: &str) -> Option<i32> {
    Some(match word {
        "الاول" | "الاولي" => 1,
        "الثاني" | "الثانيه" => 2,
        "الثالث" => 3,
        "الرابع" => 4,
        _ => return None,
    })
}

/// Whatever else the date field reads, as far as the signal goes with it.
fn plain(signal: Signal, pieces: &[Piece], today: Date) -> Reading {
    let with = |word: &str| {
        let mut whole = vec![Piece::Word(word.to_owned())];
        whole.extend_from_slice(pieces);
        relative::read(&whole, today)
    };
    // A number alone is a number of something: a day has a month, a unit or a name.
    let has_name = pieces.iter().any(|piece| matches!(piece, Piece::Word(_)));
    let has_signs = pieces.iter().filter(|piece| **piece == Piece::Sign).count() == 2;
    let numbers = pieces.iter().filter(|piece| matches!(piece, Piece::Number { .. })).count();
    let is_short_date = numbers == 2 && pieces.len() == 3 && signal != Signal::On;
    if !(has_name || has_signs || is_short_date) {
        return None;
    }
    match signal {
        // «قبل يومين» of something, or long ago.
        Signal::Before => match with("قبل") {
            Some(Ok(date)) if date < today => Some(Err(Refusal::Impossible)),
            _ => read(pieces, today, Leaning::Ahead),
        },
        Signal::Within | Signal::Until => with("خلال").or_else(|| read(pieces, today, Leaning::Ahead)),
        Signal::After => with("بعد"),
        Signal::On => read(pieces, today, Leaning::Nearest),
    }
}

fn day_before(date: Result<Date, Refusal>) -> Result<Date, Refusal> {
    date.and_then(|date| date.add_days(-1).map_err(|_| Refusal::OutOfRange))
}
