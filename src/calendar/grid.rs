//! A month as a date popup shows it: whole weeks from Sunday, each day in both calendars.

use super::{Calendar, Date, Hijri, Weekday, format};
use crate::error::Result;
use crate::strings::Tr;
use crate::tr;

/// A month of one of the calendars, in weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthGrid {
    /// Whose month it is.
    pub calendar: Calendar,
    /// The year in that calendar.
    pub year: i32,
    /// 1–12.
    pub month: u8,
    /// Four to six weeks from Sunday; `None` for a day outside 1300–1600 AH.
    pub weeks: Vec<[Option<Cell>; 7]>,
}

/// A day of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The day.
    pub date: Date,
    /// Its number in the grid's calendar.
    pub day: u8,
    /// The month and day in the other calendar, as (month, day).
    pub other: (u8, u8),
    /// Does it belong to the grid's month, or only fill up a week?
    pub in_month: bool,
    /// Friday or Saturday.
    pub weekend: bool,
}

impl MonthGrid {
    /// The month of that calendar in which the day lies.
    pub fn around(calendar: Calendar, date: Date) -> Self {
        let (year, month, day) = date.parts(calendar);
        // The first of a month within the range may lie before the range only for its very first Gregorian month.
        let first = date.add_days(1 - i64::from(day)).unwrap_or(Date::MIN);
        let mut weeks = Vec::with_capacity(6);
        let before = Weekday::Sunday.days_until(first.weekday());
        let cell = |offset: i64| {
            let date = first.add_days(offset).ok()?;
            let (cell_year, cell_month, day) = date.parts(calendar);
            let (_, other_month, other_day) = date.parts(calendar.other());
            let in_month = (cell_year, cell_month) == (year, month);
            let weekend = date.weekday().is_weekend();
            Some(Cell { date, day, other: (other_month, other_day), in_month, weekend })
        };
        let mut offset = -before;
        loop {
            let week: [Option<Cell>; 7] = std::array::from_fn(|day| cell(offset + i64::try_from(day).unwrap_or(0)));
            if !week.iter().flatten().any(|cell| cell.in_month) {
                break;
            }
            weeks.push(week);
            offset += 7;
        }
        Self { calendar, year, month, weeks }
    }

    /// The grid so many months later; earlier when negative.
    ///
    /// # Errors
    /// When that leaves 1300–1600 AH.
    pub fn shifted(&self, months: i32) -> Result<Self> {
        let index = self.year * 12 + i32::from(self.month) - 1 + months;
        let (year, month) = (index.div_euclid(12), u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1));
        let first = match self.calendar {
            Calendar::Hijri => Date::from_hijri(Hijri { year, month, day: 1 }),
            Calendar::Gregorian => Date::gregorian(year, month, 1),
        };
        Ok(Self::around(self.calendar, first?))
    }

    /// «جمادى الآخرة 1448هـ»
    pub fn title(&self, tr: &Tr) -> String {
        let (month, year) = (format::month_name(tr, self.calendar, self.month), tr.number(self.year.into()));
        match self.calendar {
            Calendar::Hijri => tr!(tr, "date-month-hijri", month = month, year = year),
            Calendar::Gregorian => tr!(tr, "date-month-gregorian", month = month, year = year),
        }
    }

    /// «نوفمبر – ديسمبر 2026م»: the months of the other calendar that it touches, their year once where it is one.
    pub fn title_beside(&self, tr: &Tr) -> String {
        let mut days = self.weeks.iter().flatten().flatten().filter(|cell| cell.in_month).map(|cell| cell.date);
        let Some(first) = days.next() else { return String::new() };
        let last = days.next_back().unwrap_or(first);
        let other = self.calendar.other();
        let (first, last) = (Self::around(other, first), Self::around(other, last));
        if first == last {
            return last.title(tr);
        }
        let start = if first.year == last.year { format::month_name(tr, other, first.month) } else { first.title(tr) };
        tr!(tr, "date-months", first = start, last = last.title(tr))
    }
}

impl Calendar {
    /// The one beside it.
    pub const fn other(self) -> Self {
        match self {
            Self::Hijri => Self::Gregorian,
            Self::Gregorian => Self::Hijri,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MonthGrid;
    use crate::arabic::Digits;
    use crate::calendar::{Calendar, Date};
    use crate::strings::{Language, Tr};

    fn grid(calendar: Calendar, iso: &str) -> MonthGrid {
        MonthGrid::around(calendar, Date::from_iso(iso).expect("a day"))
    }

    #[test]
    fn a_month_is_whole_weeks_from_sunday_with_both_days() {
        let november = grid(Calendar::Gregorian, "2026-11-23");
        assert_eq!(november.weeks.len(), 5);
        let first = november.weeks[0][0].expect("in range");
        assert_eq!((first.date.iso().as_str(), first.day, first.in_month), ("2026-11-01", 1, true));
        let today = november.weeks[3][1].expect("in range");
        assert_eq!((today.day, today.other, today.weekend), (23, (6, 13), false));
        assert!(november.weeks.iter().flatten().flatten().filter(|cell| cell.in_month).count() == 30);
    }

    #[test]
    fn a_hijri_month_has_its_own_length() {
        let month = grid(Calendar::Hijri, "2024-12-01");
        assert_eq!((month.year, month.month), (1446, 5));
        assert_eq!(month.weeks.iter().flatten().flatten().filter(|cell| cell.in_month).count(), 29);
    }

    #[test]
    fn months_turn_over_the_year_and_end_with_the_range() {
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let month = grid(Calendar::Hijri, "2026-06-16");
        assert_eq!(month.title(&tr), "محرم 1448هـ");
        assert_eq!(month.shifted(-1).expect("in range").title(&tr), "ذو الحجة 1447هـ");
        assert!(grid(Calendar::Hijri, &Date::MAX.iso()).shifted(1).is_err());
        let check = |iso: &str, expected: &str| {
            assert_eq!(grid(Calendar::Hijri, iso).title_beside(&tr), expected, "beside the month of {iso}");
        };
        check("2026-11-23", "نوفمبر – ديسمبر 2026م");
        check("2026-12-23", "ديسمبر 2026م – يناير 2027م");
        assert_eq!(grid(Calendar::Gregorian, "2026-02-20").title_beside(&tr), "شعبان – رمضان 1447هـ");
        for calendar in [Calendar::Hijri, Calendar::Gregorian] {
            assert!(!MonthGrid::around(calendar, Date::MIN).weeks.is_empty());
            assert!(!MonthGrid::around(calendar, Date::MAX).weeks.is_empty());
        }
    }
}
