//! Days that are named: `15 رجب 1448`, `12/06/1447هـ`, `2026-11-23`, `Dec 3, 2025`, alone or in both calendars.

use super::scan::Piece;
use super::{Leaning, Reading, Refusal};
use crate::calendar::{Calendar, Date, Hijri, Weekday, words};
use crate::error::ErrorKind;

/// A date as it was written, before a calendar is chosen.
#[derive(Clone, Copy, Debug, Default)]
struct Written {
    calendar: Option<Calendar>,
    /// The value and how many digits it was typed with.
    year: Option<(i32, usize)>,
    month: Option<i32>,
    day: Option<i32>,
}

/// Reads one named day, or the same day written in both calendars.
pub(super) fn read(pieces: &[Piece], today: Date, leaning: Leaning) -> Reading {
    let (weekday, pieces) = leading_weekday(pieces);
    let (first, mut rest) = take(pieces)?;
    let mut dates = vec![match first.resolve(today, leaning) {
        Ok(date) => date,
        Err(refusal) => return Some(Err(refusal)),
    }];
    if !rest.is_empty() {
        rest = skip_connector(rest);
        let (second, end) = take(rest)?;
        if !end.is_empty() {
            return None;
        }
        match second.resolve(today, leaning) {
            Ok(date) => dates.push(date),
            Err(refusal) => return Some(Err(refusal)),
        }
    }
    let date = dates.first().copied()?;
    let agree = dates.iter().all(|other| *other == date) && weekday.is_none_or(|weekday| weekday == date.weekday());
    Some(if agree { Ok(date) } else { Err(Refusal::Impossible) })
}

/// «الأربعاء» or «يوم الأربعاء» in front.
fn leading_weekday(pieces: &[Piece]) -> (Option<Weekday>, &[Piece]) {
    match pieces {
        [Piece::Word(word), rest @ ..] => match words::weekday(word) {
            Some(weekday) => (Some(weekday), rest),
            None => (None, pieces),
        },
        _ => (None, pieces),
    }
}

/// What stands between the two calendars' forms of a day.
fn skip_connector(mut pieces: &[Piece]) -> &[Piece] {
    while let [first, rest @ ..] = pieces {
        let connects = match first {
            Piece::Sign => true,
            Piece::Word(word) => {
                matches!(word.as_str(), "الموافق" | "الموافقه" | "ل" | "corresponding" | "to" | "or" | "او")
            }
            Piece::Number { .. } => false,
        };
        if !connects {
            break;
        }
        pieces = rest;
    }
    pieces
}

/// Takes one date from the front.
fn take(pieces: &[Piece]) -> Option<(Written, &[Piece])> {
    let (mut written, rest) = numbers(pieces).or_else(|| day_first(pieces)).or_else(|| month_first(pieces))?;
    let (suffix, rest) = suffix(rest);
    // «1448هـ» after «رجب» says the same; after «ديسمبر» it is a contradiction, which no calendar resolves.
    match (written.calendar, suffix) {
        (Some(named), Some(said)) if named != said => written.day = None,
        (None, Some(said)) => written.calendar = Some(said),
        (None | Some(_), _) => {}
    }
    Some((written, rest))
}

/// `15/07/1448`, `1448-07-15`, `15 7 1448`, `15/7`.
fn numbers(pieces: &[Piece]) -> Option<(Written, &[Piece])> {
    let (first, rest) = number(pieces)?;
    let (second, rest) = number(skip_sign(rest))?;
    let third = number(skip_sign(rest));
    Some(match third {
        Some((third, rest)) if first.1 == 4 => (Written::numeric(Some(first), second.0, third.0), rest),
        Some((third, rest)) => (Written::numeric(Some(third), second.0, first.0), rest),
        // A year of four digits is no month: «15 1448» says no day.
        None if first.1 <= 2 && second.1 <= 2 => (Written::numeric(None, second.0, first.0), rest),
        None => return None,
    })
}

/// `15 رجب 1448`, `15 من رجب`, `3rd of December, 2025`, `3-Dec-25`.
fn day_first(pieces: &[Piece]) -> Option<(Written, &[Piece])> {
    let (day, rest) = number(pieces).filter(|(day, _)| day.1 <= 2)?;
    let ((calendar, month), rest) = month(skip_fillers(rest))?;
    let (year, rest) = year(rest);
    Some((Written { calendar: Some(calendar), year, month: Some(month), day: Some(day.0) }, rest))
}

/// `Dec 3, 2025`, `رجب 15`, `2025 Dec 3`.
fn month_first(pieces: &[Piece]) -> Option<(Written, &[Piece])> {
    let (front, pieces) = match number(pieces) {
        Some((year, rest)) if year.1 == 4 => (Some(year), skip_sign(rest)),
        _ => (None, pieces),
    };
    let ((calendar, month), rest) = month(pieces)?;
    let (day, rest) = number(skip_sign(rest)).filter(|(day, _)| day.1 <= 2)?;
    let rest = skip_ordinal(rest);
    let (year, rest) = if front.is_some() { (front, rest) } else { year(rest) };
    Some((Written { calendar: Some(calendar), year, month: Some(month), day: Some(day.0) }, rest))
}

fn number(pieces: &[Piece]) -> Option<((i32, usize), &[Piece])> {
    match pieces {
        [Piece::Number { value, digits }, rest @ ..] => Some(((*value, *digits), rest)),
        _ => None,
    }
}

fn year(pieces: &[Piece]) -> (Option<(i32, usize)>, &[Piece]) {
    let rest = match skip_sign(pieces) {
        [Piece::Word(word), rest @ ..] if matches!(word.as_str(), "عام" | "سنه" | "لعام") => rest,
        rest => rest,
    };
    match number(rest) {
        // A dash and a day begin the other calendar's form, a year does not have one or two digits and a sign after it.
        Some((year, after)) if year.1 != 1 && !matches!(after, [Piece::Sign, Piece::Number { .. }, ..]) => {
            (Some(year), after)
        }
        _ => (None, pieces),
    }
}

fn suffix(pieces: &[Piece]) -> (Option<Calendar>, &[Piece]) {
    match pieces {
        [Piece::Word(word), rest @ ..] => match words::suffix(word) {
            // «هـ.» and «A.H.»
            Some(calendar) => (Some(calendar), rest),
            None => (None, pieces),
        },
        _ => (None, pieces),
    }
}

/// A month's name of up to four words, the longest that fits.
pub(super) fn month(pieces: &[Piece]) -> Option<((Calendar, i32), &[Piece])> {
    let pieces = match pieces {
        [Piece::Word(word), rest @ ..] if word == "شهر" => rest,
        _ => pieces,
    };
    let mut joined = String::new();
    let mut found = None;
    let mut words = 0;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Word(word) if words < 4 => {
                joined.push_str(word);
                words += 1;
            }
            // «al-Awwal» is cut at its hyphen.
            Piece::Sign if words > 0 => continue,
            // «ربيع 2», but not the year of «رجب 2»: only names that end in a number are looked up with one.
            Piece::Number { value, digits: 1 } if words == 1 => joined.push_str(&value.to_string()),
            Piece::Word(_) | Piece::Sign | Piece::Number { .. } => break,
        }
        if let Some((calendar, month)) = words::month(&joined) {
            found = Some(((calendar, i32::from(month)), index + 1));
        }
        if matches!(piece, Piece::Number { .. }) {
            break;
        }
    }
    let (month, used) = found?;
    Some((month, pieces.get(used..)?))
}

fn skip_sign(pieces: &[Piece]) -> &[Piece] {
    match pieces {
        [Piece::Sign, rest @ ..] => rest,
        _ => pieces,
    }
}

fn skip_ordinal(pieces: &[Piece]) -> &[Piece] {
    match pieces {
        [Piece::Word(word), rest @ ..] if matches!(word.as_str(), "st" | "nd" | "rd" | "th") => rest,
        _ => pieces,
    }
}

/// «15 من شهر رجب», «3rd of».
fn skip_fillers(pieces: &[Piece]) -> &[Piece] {
    match skip_sign(skip_ordinal(pieces)) {
        [Piece::Word(word), rest @ ..] if matches!(word.as_str(), "من" | "of") => rest,
        rest => rest,
    }
}

impl Written {
    const fn numeric(year: Option<(i32, usize)>, month: i32, day: i32) -> Self {
        Self { calendar: None, year, month: Some(month), day: Some(day) }
    }

    /// Chooses the calendar and the year, and looks the day up.
    fn resolve(self, today: Date, leaning: Leaning) -> Result<Date, Refusal> {
        let (Some(day), Some(month)) = (self.day, self.month) else { return Err(Refusal::Impossible) };
        let (calendar, year) = match (self.calendar, self.year) {
            (calendar, None) => (calendar.unwrap_or(Calendar::Gregorian), None),
            (Some(calendar), Some((year, 1..=2))) => (calendar, Some(nearest_century(year, today.parts(calendar).0))),
            (None, Some((_, 1..=3))) => return Err(Refusal::Unreadable),
            (calendar, Some((year, _))) => {
                let by_year = if year < 1700 { Calendar::Hijri } else { Calendar::Gregorian };
                if calendar.is_some_and(|calendar| calendar != by_year) {
                    return Err(Refusal::Impossible);
                }
                (by_year, Some(year))
            }
        };
        match year {
            Some(year) => lookup(calendar, year, month, day),
            None => without_year(calendar, month, day, today, leaning),
        }
    }
}

/// The year that ends in these two digits, nearest this one.
fn nearest_century(two_digits: i32, this_year: i32) -> i32 {
    let near = this_year - this_year.rem_euclid(100) + two_digits;
    [near - 100, near, near + 100].into_iter().min_by_key(|year| (year - this_year).abs()).unwrap_or(near)
}

/// A day of a calendar, if there is one.
pub(super) fn lookup(calendar: Calendar, year: i32, month: i32, day: i32) -> Result<Date, Refusal> {
    let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else { return Err(Refusal::Impossible) };
    // An impossible day of a year outside the tables is impossible first, as far as that can be known.
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || (calendar == Calendar::Hijri && day > 30) {
        return Err(Refusal::Impossible);
    }
    let date = match calendar {
        Calendar::Hijri => Date::from_hijri(Hijri { year, month, day }),
        Calendar::Gregorian => Date::gregorian(year, month, day),
    };
    date.map_err(|error| {
        let out_of_range = matches!(error.kind(), ErrorKind::DateOutOfRange(_));
        if out_of_range { Refusal::OutOfRange } else { Refusal::Impossible }
    })
}

/// How far back a date without a year may lie.
const LOOK_BACK_DAYS: i64 = 90;

/// The sensible one of the years a day and a month could be of.
fn without_year(calendar: Calendar, month: i32, day: i32, today: Date, leaning: Leaning) -> Result<Date, Refusal> {
    let this_year = today.parts(calendar).0;
    let earliest = match leaning {
        Leaning::Nearest => -LOOK_BACK_DAYS,
        Leaning::Ahead => 0,
    };
    // 29 February and the 30th of a month can be missing from a year: a leap year is at most eight years away.
    let found = (this_year - 1..=this_year + 8)
        .filter_map(|year| lookup(calendar, year, month, day).ok())
        .find(|date| today.days_until(*date) >= earliest)
        .ok_or(Refusal::Impossible)?;
    // A day that this round of the calendar does not have was mistyped; a leap day is waited for.
    let is_leap_day = calendar == Calendar::Gregorian && (month, day) == (2, 29);
    if today.days_until(found) > earliest + 366 && !is_leap_day { Err(Refusal::Impossible) } else { Ok(found) }
}
