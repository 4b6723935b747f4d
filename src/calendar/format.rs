//! How dates are shown: three styles, in either calendar or both, in either language and digits.

use super::{Calendar, Calendars, Date, Hijri, Weekday, words};
use crate::arabic::to_digits;
use crate::strings::Tr;
use crate::tr;

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// `الأربعاء 12 جمادى الآخرة 1447هـ الموافق 3 ديسمبر 2025م`: documents.
    Long,
    /// `الاثنين 13 جمادى الآخرة 1448هـ · 23 نوفمبر 2026م`: the window.
    Medium,
    /// `12/06/1447هـ – 03/12/2025م`: tables.
    Short,
}

/// A day told to other programs.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Description {
    /// `2026-11-23`
    pub gregorian: String,
    /// `1448-06-13`
    pub hijri: String,
    /// «الاثنين», whatever the interface's language.
    pub weekday: &'static str,
}

/// A day in both calendars and its day of the week, for other programs.
pub fn describe(date: Date) -> Description {
    Description {
        gregorian: date.iso(),
        hijri: date.hijri().to_string(),
        weekday: words::arabic_weekday(date.weekday()),
    }
}

impl Date {
    /// The date as people read it.
    pub fn text(self, tr: &Tr, calendars: Calendars, style: DateStyle) -> String {
        let one = |calendar| match style {
            DateStyle::Long | DateStyle::Medium => self.words(tr, calendar),
            DateStyle::Short => self.numbers(tr, calendar),
        };
        let both = |first, second| {
            let (first, second) = (one(first), one(second));
            match style {
                DateStyle::Long => tr!(tr, "date-long-both", first = first, second = second),
                DateStyle::Medium => tr!(tr, "date-medium-both", first = first, second = second),
                DateStyle::Short => tr!(tr, "date-short-both", first = first, second = second),
            }
        };
        let date = match calendars {
            Calendars::HijriFirst => both(Calendar::Hijri, Calendar::Gregorian),
            Calendars::GregorianFirst => both(Calendar::Gregorian, Calendar::Hijri),
            Calendars::Hijri => one(Calendar::Hijri),
            Calendars::Gregorian => one(Calendar::Gregorian),
        };
        match style {
            DateStyle::Long | DateStyle::Medium => {
                tr!(tr, "date-weekday", weekday = self.weekday().name(tr), date = date)
            }
            DateStyle::Short => date,
        }
    }

    /// [`DateStyle::Long`].
    pub fn long(self, tr: &Tr, calendars: Calendars) -> String {
        self.text(tr, calendars, DateStyle::Long)
    }

    /// [`DateStyle::Medium`].
    pub fn medium(self, tr: &Tr, calendars: Calendars) -> String {
        self.text(tr, calendars, DateStyle::Medium)
    }

    /// [`DateStyle::Short`].
    pub fn short(self, tr: &Tr, calendars: Calendars) -> String {
        self.text(tr, calendars, DateStyle::Short)
    }

    /// One calendar in words, without the day of the week: `15 رجب 1448هـ`.
    pub fn words(self, tr: &Tr, calendar: Calendar) -> String {
        let (year, month, day) = self.parts(calendar);
        let (day, year) = (tr.number(day.into()), tr.number(year.into()));
        let month = month_name(tr, calendar, month);
        match calendar {
            Calendar::Hijri => tr!(tr, "date-words-hijri", day = day, month = month, year = year),
            Calendar::Gregorian => tr!(tr, "date-words-gregorian", day = day, month = month, year = year),
        }
    }

    /// One calendar in numbers: `15/07/1448هـ`.
    pub fn numbers(self, tr: &Tr, calendar: Calendar) -> String {
        let (year, month, day) = self.parts(calendar);
        let numbers = to_digits(&format!("{day:02}/{month:02}/{year:04}"), tr.digits());
        match calendar {
            Calendar::Hijri => tr!(tr, "date-numbers-hijri", numbers = numbers),
            Calendar::Gregorian => tr!(tr, "date-numbers-gregorian", numbers = numbers),
        }
    }

    /// Its month in a calendar: «رجب 1448هـ».
    pub fn month_text(self, tr: &Tr, calendar: Calendar) -> String {
        let (year, month, _) = self.parts(calendar);
        let (month, year) = (month_name(tr, calendar, month), tr.number(year.into()));
        match calendar {
            Calendar::Hijri => tr!(tr, "date-month-hijri", month = month, year = year),
            Calendar::Gregorian => tr!(tr, "date-month-gregorian", month = month, year = year),
        }
    }

    /// Its year in a calendar: «1448هـ».
    pub fn year_text(self, tr: &Tr, calendar: Calendar) -> String {
        let year = tr.number(self.parts(calendar).0.into());
        match calendar {
            Calendar::Hijri => tr!(tr, "date-year-hijri", year = year),
            Calendar::Gregorian => tr!(tr, "date-year-gregorian", year = year),
        }
    }

    /// Year, month and day in a calendar.
    pub(super) fn parts(self, calendar: Calendar) -> (i32, u8, u8) {
        match calendar {
            Calendar::Hijri => {
                let Hijri { year, month, day } = self.hijri();
                (year, month, day)
            }
            Calendar::Gregorian => (self.year(), self.month(), self.day()),
        }
    }

    /// How far from today, for a due day: «اليوم»، «غدًا»، «بعد 3 أيام»، «متأخرة يومين».
    pub fn due_text(self, tr: &Tr, today: Self) -> String {
        match today.days_until(self) {
            0 => tr!(tr, "due-today"),
            1 => tr!(tr, "due-tomorrow"),
            days if days > 0 => tr!(tr, "due-in-days", count = days),
            days => tr!(tr, "days-late", count = -days),
        }
    }
}

impl Weekday {
    /// «الأحد»
    pub fn name(self, tr: &Tr) -> String {
        tr!(tr, self.label_key())
    }

    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Sunday => "weekday-sunday",
            Self::Monday => "weekday-monday",
            Self::Tuesday => "weekday-tuesday",
            Self::Wednesday => "weekday-wednesday",
            Self::Thursday => "weekday-thursday",
            Self::Friday => "weekday-friday",
            Self::Saturday => "weekday-saturday",
        }
    }

    /// The key of its short name, for the head of a month's grid.
    pub const fn short_label_key(self) -> &'static str {
        match self {
            Self::Sunday => "weekday-short-sunday",
            Self::Monday => "weekday-short-monday",
            Self::Tuesday => "weekday-short-tuesday",
            Self::Wednesday => "weekday-short-wednesday",
            Self::Thursday => "weekday-short-thursday",
            Self::Friday => "weekday-short-friday",
            Self::Saturday => "weekday-short-saturday",
        }
    }
}

/// A month's name; `month` is 1–12.
pub(super) fn month_name(tr: &Tr, calendar: Calendar, month: u8) -> String {
    let key = match calendar {
        Calendar::Hijri => format!("hijri-month-{month}"),
        Calendar::Gregorian => format!("gregorian-month-{month}"),
    };
    tr!(tr, &key)
}
