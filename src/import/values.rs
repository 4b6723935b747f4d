//! A cell's text becomes what a field holds: days of both calendars and as Excel counts them, phones in all their forms,
//! shares, choices by their labels. Whom a cell names is found out by [`super::verdict`].

use super::vocabulary::Vocabulary;
use crate::arabic::{fold, is_email, parse_number, parse_phone, to_ascii_digits};
use crate::calendar::{self, Date, Time};
use crate::domain::{Choices, Field, FieldKind, OutcomeKind, OutcomeStatus, Value, lifecycle};
use crate::error::ErrorKind;

/// What a cell says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// Nothing.
    Nothing,
    /// This.
    Value(Value),
    /// This, and it is not as the field would have it: a phone or an address that is none.
    Doubtful(Value),
    /// This, and more of the same kind that the field has no room for.
    First(Value, String),
    /// A name of somebody, of a body, of an entry.
    Name(String),
    /// What no field of its kind holds.
    Unread,
    /// A day that no calendar has.
    NoDay,
}

/// What reading depends on besides the cell.
pub(super) struct Reading<'a> {
    pub words: &'a Vocabulary,
    pub today: Date,
    /// What the row is, where kinds have statuses of their own.
    pub kind: Option<OutcomeKind>,
    /// The column holds shares of one, as Excel keeps what it shows as percent.
    pub is_of_one: bool,
}

/// Reads a cell.
pub(super) fn read(field: &Field, text: &str, reading: &Reading<'_>) -> Read {
    let text = plain(text);
    if field.kind != FieldKind::Flag && reading.words.is_nothing(&fold(&text)) {
        return Read::Nothing;
    }
    let known = |value: Option<Value>| value.map_or(Read::Unread, Read::Value);
    match field.kind {
        FieldKind::Line => Read::Value(undrawn(&one_line(&text)).into()),
        FieldKind::Prose => Read::Value(text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned().into()),
        FieldKind::Code if field.is_email() => email(&text),
        FieldKind::Code => Read::Value(to_ascii_digits(&one_line(&text)).into()),
        FieldKind::Phone => phone(&text),
        FieldKind::Date => match day(&text, reading.today) {
            Some(day) => Read::Value(day.into()),
            None if is_no_day(&text, reading.today) => Read::NoDay,
            None => Read::Unread,
        },
        FieldKind::Time => known(Time::parse(&text).map(Value::from)),
        FieldKind::Number => known(rounded(&text, 1).map(Value::Number)),
        FieldKind::Percent => known(share(&text, reading.is_of_one).map(Value::Number)),
        FieldKind::Flag if text.is_empty() => Read::Nothing,
        FieldKind::Flag => known(reading.words.flag(&text).map(Value::from)),
        FieldKind::Choice(choices) => known(choice(choices, &text, reading)),
        FieldKind::Entry(_) | FieldKind::Link(_) => Read::Name(undrawn(&one_line(&text))),
        FieldKind::Any | FieldKind::Position => Read::Nothing,
    }
}

/// A cell without the marks of direction that programs put around what they show.
fn plain(text: &str) -> String {
    let is_mark = |letter: char| matches!(letter, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let kept: String = text.chars().filter(|letter| !is_mark(*letter)).collect();
    kept.trim().to_owned()
}

/// «جمعيـــة» is «جمعية»: strokes that fill a cell are no letters. One between figures or behind «هـ» stays.
fn undrawn(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphabetic());
    let kept = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| **letter != TATWEEL || !(is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))));
    kept.map(|(_, letter)| *letter).collect()
}

/// The stroke that makes a word longer.
const TATWEEL: char = '\u{0640}';

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn choice(choices: &Choices, text: &str, reading: &Reading<'_>) -> Option<Value> {
    let codes = choices.codes.iter().chain(choices.keys).copied();
    let code = match reading.kind.filter(|_| *choices == OutcomeStatus::CHOICES) {
        Some(kind) => {
            let may = lifecycle::statuses(kind);
            let codes = codes.filter(|code| may.iter().any(|status| status.code() == *code));
            reading.words.choice(choices, codes, text)
        }
        None => reading.words.choice(choices, codes, text),
    };
    code.map(Value::from)
}

/// The first of the numbers in a cell, with the others; what is none stays as it is written.
fn phone(text: &str) -> Read {
    let whole = parse_phone(text);
    // «055-222-3344 / 013-888-1234»: a hyphen parts two numbers only where nothing else does.
    let parts: Vec<&str> = text.split(['/', '\\', ',', '،', ';', '؛', '\n', '|']).collect();
    let ways = [parts, text.split(" - ").collect(), text.split(" و ").collect(), text.split('-').collect()];
    let numbers = || ways.iter().map(|parts| parts.iter().filter_map(|part| parse_phone(part)).collect::<Vec<_>>());
    let all = if whole.is_some() { None } else { numbers().find(|numbers| !numbers.is_empty()) };
    if let Some([first, rest @ ..]) = all.as_deref() {
        let rest: Vec<&str> = rest.iter().filter(|number| *number != first).map(String::as_str).collect();
        let value = Value::from(first.as_str());
        return if rest.is_empty() { Read::Value(value) } else { Read::First(value, rest.join(" / ")) };
    }
    let found = whole;
    // A spreadsheet takes the first nought for nothing, and some write a tail: 551234567.0.
    let found = found.or_else(|| text.strip_suffix(".0").and_then(parse_phone));
    found.map_or_else(|| Read::Doubtful(one_line(text).into()), |number| Read::Value(number.into()))
}

/// The address of a mailbox; what is no whole one stays as it is written.
fn email(text: &str) -> Read {
    let text = to_ascii_digits(&one_line(text));
    let is_whole = text.is_empty() || is_email(&text);
    if is_whole { Read::Value(text.into()) } else { Read::Doubtful(text.into()) }
}

/// A number without its currency; what is behind the point is rounded away.
fn rounded(text: &str, times: i64) -> Option<i64> {
    let end = text.rfind(|letter: char| letter.is_numeric())?;
    let (start, _) = text.char_indices().find(|(_, letter)| letter.is_numeric() || *letter == '-')?;
    let last = text.get(end..)?.chars().next()?.len_utf8();
    let number = text.get(start..end + last)?;
    // Words on both sides are no currency any more.
    let around = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if around > 12 {
        return None;
    }
    let hundredths = parse_number(number, 6)? / 10_000;
    Some((hundredths.checked_mul(times)? + 50).div_euclid(100))
}

fn share(text: &str, is_of_one: bool) -> Option<i64> {
    let bare = text.trim_matches(|letter: char| matches!(letter, '%' | '٪' | ' ' | '\u{A0}'));
    let times = if is_of_one && bare.len() == text.len() { 100 } else { 1 };
    rounded(bare, times).filter(|share| (0..=100).contains(share))
}

/// Are the numbers of a column shares of one: none above it, and one between?
pub(super) fn are_of_one<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let mut has_between = false;
    for cell in cells {
        let Some(millionths) = parse_number(cell.trim(), 6).or_else(|| parse_number(cell.get(..8)?, 6)) else {
            continue;
        };
        if millionths > 1_000_000 {
            return false;
        }
        has_between |= (1..1_000_000).contains(&millionths);
    }
    has_between
}

/// What Excel counts days from.
const BEFORE_FIRST: &str = "1899-12-30";
/// The days it may mean: 1954 to 2119. A smaller number is an amount, and a year is no day.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// Is it written as a day, and there is no such day: «30/02/1447»?
fn is_no_day(text: &str, today: Date) -> bool {
    let error = calendar::parse(&to_ascii_digits(&one_line(text)), today).err();
    error.is_some_and(|error| matches!(error.kind(), ErrorKind::DateImpossible(_)))
}

/// A day as lists have it: typed in either calendar, both at once, with a time behind it, or as Excel counts.
pub(super) fn day(text: &str, today: Date) -> Option<Date> {
    let text = to_ascii_digits(&one_line(text));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(whole) && is_digits(fraction) {
        let number: i64 = whole.parse().ok()?;
        if SERIALS.contains(&number) {
            return Date::from_iso(BEFORE_FIRST).ok()?.add_days(number).ok();
        }
        // 20251203
        if let (8, Some(year), Some(month), Some(day)) = (whole.len(), whole.get(..4), whole.get(4..6), whole.get(6..))
        {
            return calendar::parse(&format!("{year}-{month}-{day}"), today).ok();
        }
        return None;
    }
    if let Some((day, _)) = text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')) {
        return calendar::parse(day, today).ok();
    }
    if let Ok(day) = calendar::parse(&text, today) {
        return Some(day);
    }
    // «12/06/1447هـ – 03/12/2025م»، «… الموافق …»: both say the same day.
    let parts = text.split(['–', '—', '(', ')', '|', '=']).chain(text.split("الموافق")).chain(text.split(" - "));
    parts.map(str::trim).filter(|part| part.len() < text.len()).find_map(|part| calendar::parse(part, today).ok())
}
