//! Civil dates: Gregorian is stored and counted on, Umm al-Qura is derived; typed and relative dates; formats; working week.
//!
//! Official deadlines are counted on the Gregorian calendar, so that is what is kept; the Hijri day is worked out when it
//! is shown. The published Umm al-Qura tables end with 1300 and 1600 AH: a day outside is refused, never guessed.

mod format;
mod grid;
mod holiday;
mod parse;
mod time;
mod words;

pub use format::{DateStyle, Description, describe};
pub use grid::{Cell, MonthGrid};
pub use holiday::Holiday;
pub use parse::{Term, parse, term};
pub use time::Time;

use crate::error::{Error, ErrorKind, Result};
use icu_calendar::Date as IcuDate;
use icu_calendar::cal::hijri::UmmAlQura;
use icu_calendar::cal::{Hijri as HijriCalendar, Iso};
use jiff::civil::Date as CivilDate;
use jiff::{Span, Unit};

/// A civil day, between 1300-01-01 and the last day of 1600 AH.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(CivilDate);

/// The same day in the Umm al-Qura calendar; `Display` writes `1448-06-13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hijri {
    /// 1300–1600.
    pub year: i32,
    /// 1–12.
    pub month: u8,
    /// 1–30.
    pub day: u8,
}

/// A day of the week; the week starts on Sunday, the weekend is Friday and Saturday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weekday {
    /// الأحد
    Sunday,
    /// الاثنين
    Monday,
    /// الثلاثاء
    Tuesday,
    /// الأربعاء
    Wednesday,
    /// الخميس
    Thursday,
    /// الجمعة
    Friday,
    /// السبت
    Saturday,
}

/// Which calendars are shown, and which comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendars {
    /// Both, Hijri first: the official order.
    #[default]
    HijriFirst,
    /// Both, Gregorian first.
    GregorianFirst,
    /// Hijri only.
    Hijri,
    /// Gregorian only.
    Gregorian,
}

/// One of the two calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Umm al-Qura.
    Hijri,
    /// Gregorian.
    Gregorian,
}

/// The years whose months are published.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1300..=1600;
/// The civil day 1 Muharram 1300.
const FIRST: CivilDate = CivilDate::constant(1882, 11, 12);
/// The civil day on which 1600 AH ends.
const LAST: CivilDate = CivilDate::constant(2174, 11, 25);

impl Date {
    /// The first day the program can hold.
    pub const MIN: Self = Self(FIRST);
    /// The last day the program can hold.
    pub const MAX: Self = Self(LAST);

    /// Reads the stored form, `2026-11-23`.
    ///
    /// # Errors
    /// When it is no such form, no day of the calendar, or outside 1300–1600 AH.
    pub fn from_iso(text: &str) -> Result<Self> {
        let numbers: Vec<&str> = text.split('-').collect();
        let [year, month, day] = numbers.as_slice() else { return Err(unreadable(text)) };
        let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return Err(unreadable(text));
        }
        match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) => Self::gregorian(year, month, day),
            _ => Err(unreadable(text)),
        }
    }

    /// A Gregorian day.
    ///
    /// # Errors
    /// When there is no such day, or it is outside 1300–1600 AH.
    pub fn gregorian(year: i32, month: u8, day: u8) -> Result<Self> {
        let written = || format!("{year:04}-{month:02}-{day:02}");
        let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
        let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(impossible(&written())) };
        let civil = CivilDate::new(year, month, day).map_err(|_| impossible(&written()))?;
        Self::from_civil(civil).ok_or_else(|| out_of_range(&written()))
    }

    /// The civil day of a Hijri one.
    ///
    /// # Errors
    /// When the month has no such day, or the year is outside 1300–1600 AH.
    pub fn from_hijri(hijri: Hijri) -> Result<Self> {
        if !HIJRI_YEARS.contains(&hijri.year) {
            return Err(out_of_range(&hijri.to_string()));
        }
        let date = IcuDate::try_new_hijri_with_calendar(
            hijri.year,
            hijri.month,
            hijri.day,
            HijriCalendar(UmmAlQura::default()),
        )
        .map_err(|_| impossible(&hijri.to_string()))?;
        let iso = date.to_calendar(Iso);
        Self::gregorian(iso.era_year().year, iso.month().ordinal, iso.day_of_month().0)
    }

    /// Now, on the clock of the machine at UTC+3.
    pub fn today() -> Self {
        time::local(jiff::Timestamp::now()).map_or(Self::MIN, |now| Self::clamped(now.date()))
    }

    /// The day of a moment in Unix seconds, at UTC+3.
    pub fn at_unix(seconds: i64) -> Self {
        let moment = jiff::Timestamp::from_second(seconds).ok().and_then(time::local);
        moment.map_or(Self::MIN, |moment| Self::clamped(moment.date()))
    }

    /// The stored form, `2026-11-23`.
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// The Gregorian year.
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The Gregorian month, 1–12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the Gregorian month, 1–31.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The same day in the Umm al-Qura calendar. Cheap: a table look-up, nothing allocated.
    pub fn hijri(self) -> Hijri {
        let Ok(iso) = IcuDate::try_new_iso(self.year(), self.month(), self.day()) else {
            // Both libraries know the same civil calendar; this answers without stopping the program.
            return Hijri { year: *HIJRI_YEARS.start(), month: 1, day: 1 };
        };
        let hijri = iso.to_calendar(HijriCalendar(UmmAlQura::default()));
        Hijri { year: hijri.year().extended_year(), month: hijri.month().ordinal, day: hijri.day_of_month().0 }
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        let offset = usize::from(self.0.weekday().to_sunday_zero_offset().unsigned_abs());
        Weekday::ALL.get(offset).copied().unwrap_or(Weekday::Sunday)
    }

    /// So many days later; earlier when negative.
    ///
    /// # Errors
    /// When that leaves 1300–1600 AH.
    pub fn add_days(self, days: i64) -> Result<Self> {
        self.add(days, |span, days| span.try_days(days))
    }

    /// So many Gregorian months later, on the last day of a shorter month where there is no such day.
    ///
    /// # Errors
    /// When that leaves 1300–1600 AH.
    pub fn add_months(self, months: i64) -> Result<Self> {
        self.add(months, |span, months| span.try_months(months))
    }

    /// So many working days later: Friday and Saturday do not count.
    ///
    /// # Errors
    /// When that leaves 1300–1600 AH.
    pub fn add_working_days(self, days: u16) -> Result<Self> {
        let mut date = self;
        for _ in 0..days {
            date = date.add_days(1)?;
            while matches!(date.weekday(), Weekday::Friday | Weekday::Saturday) {
                date = date.add_days(1)?;
            }
        }
        Ok(date)
    }

    /// Days from this day until the other; negative when the other is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        // Days have no parts, so the difference is exact.
        self.0.until((Unit::Day, other.0)).map_or(0, |span| i64::from(span.get_days()))
    }

    /// The last day of its Gregorian month.
    pub fn end_of_month(self) -> Self {
        Self::clamped(self.0.last_of_month())
    }

    fn add(self, count: i64, unit: impl Fn(Span, i64) -> Result<Span, jiff::Error>) -> Result<Self> {
        let moved = unit(Span::new(), count).and_then(|span| self.0.checked_add(span)).ok().and_then(Self::from_civil);
        moved.ok_or_else(|| out_of_range(&format!("{self} {count:+}")))
    }

    fn from_civil(civil: CivilDate) -> Option<Self> {
        (FIRST..=LAST).contains(&civil).then_some(Self(civil))
    }

    fn clamped(civil: CivilDate) -> Self {
        Self(civil.clamp(FIRST, LAST))
    }
}

impl std::fmt::Display for Date {
    /// The stored form, for logs; people get [`Date::text`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Hijri {
    /// How many days a Hijri month has: 29 or 30; `None` outside 1300–1600 AH or for no month.
    pub fn days_in_month(year: i32, month: u8) -> Option<u8> {
        [30, 29].into_iter().find(|day| Date::from_hijri(Self { year, month, day: *day }).is_ok())
    }
}

impl std::fmt::Display for Hijri {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Weekday {
    /// The week, from Sunday.
    pub const ALL: [Self; 7] =
        [Self::Sunday, Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday];

    /// Friday or Saturday.
    pub const fn is_weekend(self) -> bool {
        matches!(self, Self::Friday | Self::Saturday)
    }

    /// Days from this day of the week to the next other one: 0 to 6.
    const fn days_until(self, other: Self) -> i64 {
        (other as i64 - self as i64).rem_euclid(7)
    }
}

fn unreadable(text: &str) -> Error {
    Error::new(ErrorKind::DateUnreadable(text.to_owned()), "not a date")
}

fn impossible(text: &str) -> Error {
    Error::new(ErrorKind::DateImpossible(text.to_owned()), "no such day")
}

fn out_of_range(text: &str) -> Error {
    Error::new(ErrorKind::DateOutOfRange(text.to_owned()), "outside 1300-1600 AH")
}

#[cfg(test)]
mod tests;
