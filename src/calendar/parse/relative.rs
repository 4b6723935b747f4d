//! Days that are counted from today: «غدًا»، «بعد أسبوعين»، «الأحد القادم»، «نهاية رجب».

use super::absolute::{lookup, month};
use super::scan::Piece;
use super::{Reading, Refusal};
use crate::calendar::words::{self, Edge, Unit};
use crate::calendar::{Calendar, Date, Hijri, Weekday};

/// Reads a day told relative to today.
pub(super) fn read(pieces: &[Piece], today: Date) -> Reading {
    near_day(pieces, today)
        .or_else(|| span(pieces, today))
        .or_else(|| edge(pieces, today))
        .or_else(|| weekday(pieces, today))
        .or_else(|| next_period(pieces, today))
}

/// The words of a text that has nothing else in it.
pub(super) fn all_words(pieces: &[Piece]) -> Option<Vec<&str>> {
    pieces.iter().map(|piece| if let Piece::Word(word) = piece { Some(word.as_str()) } else { None }).collect()
}

/// «اليوم»، «غدًا»، «أمس».
fn near_day(pieces: &[Piece], today: Date) -> Reading {
    let days = match all_words(pieces)?.as_slice() {
        ["اليوم" | "الان" | "today" | "now"] | ["هذا", "اليوم"] => 0,
        ["غدا" | "غد" | "بكره" | "بكرا" | "باكر" | "tomorrow"] | ["يوم", "غد"] => 1,
        ["بعد", "غد" | "غدا" | "بكره" | "بكرا"]
        | ["the", "day", "after", "tomorrow"]
        | ["day", "after", "tomorrow"] => 2,
        ["امس" | "البارحه" | "yesterday"] => -1,
        ["اول", "امس" | "البارحه"] | ["قبل", "امس"] | ["امس", "الاول"] | ["day", "before", "yesterday"] => {
            -2
        }
        _ => return None,
    };
    Some(moved(today, Unit::Day, days))
}

/// «بعد أسبوعين»، «خلال 3 أيام»، «قبل يومين»، `in 2 weeks`, `3 days ago`.
fn span(pieces: &[Piece], today: Date) -> Reading {
    let (direction, rest) = match pieces {
        [Piece::Word(word), rest @ ..] => match word.as_str() {
            "بعد" | "خلال" | "ضمن" | "in" | "within" | "after" => (1, rest),
            "قبل" | "منذ" => (-1, rest),
            "في" => match rest {
                [Piece::Word(word), rest @ ..] if word == "غضون" => (1, rest),
                _ => return None,
            },
            _ => (0, pieces),
        },
        _ => (0, pieces),
    };
    let (count, rest) = match rest {
        [Piece::Word(word), ..] if words::unit(word).is_some() => (None, rest),
        _ => {
            let (count, rest) = number(rest)?;
            (Some(count), rest)
        }
    };
    let [Piece::Word(unit), rest @ ..] = rest else { return None };
    let (unit, said) = words::unit(unit)?;
    // Behind the unit: «قادمة»، «ago»، «from now».
    let direction = match (direction, all_words(rest)?.as_slice()) {
        (direction, []) if direction != 0 => direction,
        (0 | 1, ["من", "الان" | "اليوم" | "تاريخه"] | ["from", "now" | "today"] | ["later"]) => 1,
        (0, ["ago"] | ["مضت"]) => -1,
        _ => return None,
    };
    Some(moved(today, unit, direction * count.or(said)?))
}

/// A number in digits or in words: «12»، «ثلاثة»، «خمسة عشر»، «ثلاثين»، «خمسة وأربعين».
pub(super) fn number(pieces: &[Piece]) -> Option<(i64, &[Piece])> {
    let (first, rest) = match pieces {
        [Piece::Number { value, .. }, rest @ ..] => return Some((i64::from(*value), rest)),
        [Piece::Word(word), rest @ ..] => (words::number(word)?, rest),
        _ => return None,
    };
    Some(match rest {
        [Piece::Word(ten), rest @ ..] if matches!(ten.as_str(), "عشر" | "عشره") && first < 10 => {
            (first + 10, rest)
        }
        [Piece::Word(tens), rest @ ..] if first < 10 => match tens.strip_prefix('و').and_then(words::number) {
            Some(tens) if tens % 10 == 0 => (first + tens, rest),
            _ => (first, pieces.get(1..)?),
        },
        rest => (first, rest),
    })
}

/// «نهاية رجب»، «منتصف شعبان 1448»، «نهاية الشهر»، «نهاية العام الهجري», `end of next month`.
fn edge(pieces: &[Piece], today: Date) -> Reading {
    let [Piece::Word(first), rest @ ..] = pieces else { return None };
    // «بنهاية رجب»، «لنهاية الشهر».
    let edge = words::edge(first).or_else(|| first.strip_prefix(['ب', 'ل']).and_then(words::edge))?;
    let rest = skip(rest, &["of", "the", "من", "يوم"]);
    edge_of_named_month(edge, rest, today).or_else(|| edge_of_period(edge, rest, today))
}

fn edge_of_named_month(edge: Edge, pieces: &[Piece], today: Date) -> Reading {
    let ((calendar, month), rest) = month(pieces)?;
    let year = match skip(rest, &["عام", "سنه", "لعام"]) {
        [] => None,
        [Piece::Number { value, digits: 4 }] => Some(*value),
        [Piece::Number { value, digits: 4 }, Piece::Word(suffix)] if words::suffix(suffix) == Some(calendar) => {
            Some(*value)
        }
        _ => return None,
    };
    let Some(year) = year else {
        // What is planned lies ahead.
        let this_year = today.parts(calendar).0;
        let ahead = (this_year..=this_year + 1)
            .filter_map(|year| edge_of_month(edge, calendar, year, month).ok())
            .find(|date| *date >= today);
        return Some(ahead.ok_or(Refusal::OutOfRange));
    };
    Some(edge_of_month(edge, calendar, year, month))
}

pub(super) fn edge_of_period(edge: Edge, pieces: &[Piece], today: Date) -> Reading {
    let all = all_words(pieces)?;
    let mut unit = None;
    let mut steps = 0;
    let mut calendar = Calendar::Gregorian;
    for word in all {
        if let Some(period) = words::period(word)
            && unit.is_none()
        {
            unit = Some(period);
        } else if let Some(step) = words::step(word) {
            steps = step;
        } else {
            calendar = match word {
                "الهجري" | "الهجريه" | "hijri" => Calendar::Hijri,
                "الميلادي" | "الميلاديه" | "gregorian" => Calendar::Gregorian,
                _ => return None,
            };
        }
    }
    Some(match unit? {
        Unit::Day => Ok(today),
        Unit::Week => edge_of_week(edge, today, steps),
        Unit::Month => {
            let (year, month, _) = today.parts(calendar);
            let index = i64::from(year) * 12 + i64::from(month) - 1 + steps;
            let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
            edge_of_month(edge, calendar, i32::try_from(year).unwrap_or(0), i32::try_from(month).unwrap_or(0))
        }
        Unit::Year => {
            let year = today.parts(calendar).0 + i32::try_from(steps).unwrap_or(0);
            match edge {
                Edge::Start => lookup(calendar, year, 1, 1),
                Edge::Middle => edge_of_month(Edge::End, calendar, year, 6),
                Edge::End => edge_of_month(Edge::End, calendar, year, 12),
            }
        }
    })
}

/// The first, the fifteenth or the last day of a month.
pub(super) fn edge_of_month(edge: Edge, calendar: Calendar, year: i32, month: i32) -> Result<Date, Refusal> {
    match edge {
        Edge::Start => lookup(calendar, year, month, 1),
        Edge::Middle => lookup(calendar, year, month, 15),
        Edge::End => {
            let first = lookup(calendar, year, month, 1)?;
            match calendar {
                Calendar::Gregorian => Ok(first.end_of_month()),
                Calendar::Hijri => {
                    let Hijri { year, month, .. } = first.hijri();
                    let length = Hijri::days_in_month(year, month).ok_or(Refusal::OutOfRange)?;
                    first.add_days(i64::from(length) - 1).map_err(|_| Refusal::OutOfRange)
                }
            }
        }
    }
}

/// Sunday, Tuesday or Thursday. On a Friday or a Saturday the working week meant is the coming one.
fn edge_of_week(edge: Edge, today: Date, steps: i64) -> Result<Date, Refusal> {
    let sunday = -Weekday::Sunday.days_until(today.weekday()) + 7 * steps;
    let offset = match edge {
        Edge::Start => 0,
        Edge::Middle => 2,
        Edge::End => 4,
    };
    let days = sunday + offset;
    // A bare «بداية الأسبوع» that has passed is the next one.
    today.add_days(if steps == 0 && days < 0 { days + 7 } else { days }).map_err(|_| Refusal::OutOfRange)
}

/// «الأحد»، «الأحد القادم»، «يوم الخميس بعد القادم», `next Sunday`, `last Thursday`.
fn weekday(pieces: &[Piece], today: Date) -> Reading {
    let all = all_words(pieces)?;
    let all = match all.as_slice() {
        ["يوم", rest @ ..] => rest,
        all => all,
    };
    let (name, weeks) = match all {
        [name] => (*name, 0),
        [name, "بعد", next] if words::step(next) == Some(1) => (*name, 1),
        [name, step] if words::weekday(name).is_some() => (*name, words::step(step)?),
        [step, name] => (*name, words::step(step)?),
        _ => return None,
    };
    let weekday = words::weekday(name)?;
    let ahead = match today.weekday().days_until(weekday) {
        0 => 7,
        days => days,
    };
    let days = match (weeks, all.len()) {
        // «الأحد القادم» is the same as «الأحد»; «بعد القادم» a week on.
        (1, 3) => ahead + 7,
        (-1, _) => ahead - if ahead == 7 { 14 } else { 7 },
        _ => ahead,
    };
    Some(moved(today, Unit::Day, days))
}

/// «الأسبوع القادم»: its Sunday; «الشهر القادم»، «العام القادم»: the first day.
fn next_period(pieces: &[Piece], today: Date) -> Reading {
    let (period, step) = match all_words(pieces)?.as_slice() {
        [first, second] => match (words::step(first), words::step(second)) {
            (Some(step), None) => (words::period(second)?, step),
            (None, Some(step)) => (words::period(first)?, step),
            _ => return None,
        },
        _ => return None,
    };
    (step == 1 && period != Unit::Day).then(|| edge_of_period(Edge::Start, pieces, today))?
}

pub(super) fn moved(today: Date, unit: Unit, count: i64) -> Result<Date, Refusal> {
    let date = match unit {
        Unit::Day => today.add_days(count),
        Unit::Week => today.add_days(count * 7),
        Unit::Month => today.add_months(count),
        Unit::Year => today.add_months(count * 12),
    };
    date.map_err(|_| Refusal::OutOfRange)
}

pub(super) fn skip<'a>(mut pieces: &'a [Piece], words: &[&str]) -> &'a [Piece] {
    while let [Piece::Word(word), rest @ ..] = pieces
        && words.contains(&word.as_str())
    {
        pieces = rest;
    }
    pieces
}
