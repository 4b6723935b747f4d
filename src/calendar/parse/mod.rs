//! Dates as people type them, in either calendar, by name, by number or relative to today.
//!
//! How an ambiguous one is read:
//! - **Calendar.** A month's name or «هـ»/«م» says it. Otherwise the year does: up to 1699 is Hijri, from 1700 Gregorian.
//!   Numbers without a year are Gregorian, as deadlines are.
//! - **Order.** Day, month, year; a number of four digits in front is a year (`1448-07-15`).
//! - **Two-digit years** are taken only where the calendar is said («15 رجب 48», «12/06/47هـ»), as the year nearest today.
//! - **Without a year** it is the day that lies between three months ago and nine months ahead; after «قبل»، «حتى»،
//!   «نهاية» and the like, which speak of what is still to be done, it is never in the past.
//! - **A bare day of the week** is the next one after today.
//! - **Spans and periods are Gregorian** («بعد شهر»، «نهاية الشهر»، «نهاية العام»), as official periods are; a Hijri one
//!   says so («نهاية العام الهجري») or names its month («نهاية رجب»).
//! - **The week** is Sunday to Thursday: «نهاية الأسبوع» is Thursday.
//! - **What contradicts itself** (a day of the week that is not that day's) is refused, not guessed.

mod absolute;
mod relative;
mod scan;
mod term;
#[cfg(test)]
mod tests;

use super::{Date, impossible, out_of_range, unreadable};
use crate::error::Result;
use scan::{Piece, pieces};

pub use term::{Term, term};

/// Why a text gave no day; the words typed are added where it leaves this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    Unreadable,
    Impossible,
    OutOfRange,
}

/// What a part of the grammar says of a text: nothing of mine, or a day, or a refusal.
type Reading = Option<std::result::Result<Date, Refusal>>;

/// Reads a typed date; `today` is what relative ones count from. The module's page says how ambiguous ones are read.
///
/// # Errors
/// When it can't be read, names a day that does not exist, or lies outside 1300–1600 AH.
pub fn parse(text: &str, today: Date) -> Result<Date> {
    let reading = match pieces(text) {
        Some(pieces) => read(&pieces, today, Leaning::Nearest),
        None => None,
    };
    match reading.unwrap_or(Err(Refusal::Unreadable)) {
        Ok(date) => Ok(date),
        Err(Refusal::Unreadable) => Err(unreadable(text.trim())),
        Err(Refusal::Impossible) => Err(impossible(text.trim())),
        Err(Refusal::OutOfRange) => Err(out_of_range(text.trim())),
    }
}

/// Which of the possible years a date without one takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaning {
    /// Three months back, nine ahead.
    Nearest,
    /// Not before today.
    Ahead,
}

/// Reads pieces as any kind of date.
fn read(pieces: &[Piece], today: Date, leaning: Leaning) -> Reading {
    if let Some((rest, leaning)) = without_preposition(pieces, leaning) {
        // «قبل يومين» looks back, «قبل 15 رجب» sets a term: the span is tried first.
        return relative::read(pieces, today).or_else(|| read(rest, today, leaning));
    }
    relative::read(pieces, today).or_else(|| absolute::read(pieces, today, leaning))
}

/// What follows «في»، «يوم»، «قبل» and the like.
fn without_preposition(pieces: &[Piece], leaning: Leaning) -> Option<(&[Piece], Leaning)> {
    let [Piece::Word(word), rest @ ..] = pieces else { return None };
    if rest.is_empty() {
        return None;
    }
    match word.as_str() {
        "في" | "يوم" | "ليوم" | "بتاريخ" | "تاريخ" | "الموافق" | "on" | "the" => {
            Some((rest, leaning))
        }
        "قبل" | "حتي" | "الي" | "بحلول" | "خلال" | "لغايه" | "غايه" | "before" | "by" | "until" | "till" => {
            Some((rest, Leaning::Ahead))
        }
        _ => None,
    }
}
