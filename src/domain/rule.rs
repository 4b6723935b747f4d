//! When the meetings of a series come again: every so many weeks on a weekday, or every so many months on the first, the
//! second … or the last such weekday. Weeks begin on Sunday, months are Gregorian ones, as deadlines are counted.
//!
//! Stored as a part of iCalendar's recurrence rules (`FREQ=MONTHLY;INTERVAL=2;BYDAY=2SU`), so that a calendar reads it too.

use crate::calendar::{Date, Weekday};

/// A series' rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Every so many weeks or months; at least 1.
    pub every: u8,
    /// What is counted.
    pub beat: Beat,
    /// The day of the week.
    pub weekday: Weekday,
}

/// What a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// Weeks, from Sunday to Saturday.
    Weeks,
    /// Months; which of its weekdays: 1 to 4, or 5 for the last.
    Months(u8),
}

/// The last of a month's weekdays.
pub const LAST: u8 = 5;

/// The days of the week from Sunday on, as rules write them.
const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Sunday, "SU"),
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
];

/// How rules were stored before they named a day: a word, and how many weeks or months it stands for.
const WORDS: [(&str, u8, bool); 6] = [
    ("weekly", 1, true),
    ("fortnightly", 2, true),
    ("monthly", 1, false),
    ("quarterly", 3, false),
    ("half-yearly", 6, false),
    ("yearly", 12, false),
];

impl Rule {
    /// The longest way from one meeting to the next, in weeks or months.
    pub const MOST: u8 = 52;

    /// Reads a stored rule; `None` for none and for what makes no sense.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, every, is_weeks)) = WORDS.iter().find(|(word, ..)| *word == text) {
            let beat = if *is_weeks { Beat::Weeks } else { Beat::Months(1) };
            return Some(Self { every: *every, beat, weekday: Weekday::Sunday });
        }
        let part = |name: &str| {
            text.split(';')
                .find_map(|part| part.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
        };
        let every: u8 = part("INTERVAL").map_or(Some(1), |every| every.parse().ok())?;
        let day = part("BYDAY")?;
        let (weekday, code) = DAYS.iter().find(|(_, code)| day.ends_with(code))?;
        let place = day.strip_suffix(code)?;
        let beat = match (part("FREQ")?, place) {
            ("WEEKLY", "") => Beat::Weeks,
            ("MONTHLY", "-1") => Beat::Months(LAST),
            ("MONTHLY", place) => Beat::Months(place.parse().ok().filter(|place| (1..LAST).contains(place))?),
            _ => return None,
        };
        (1..=Self::MOST).contains(&every).then_some(Self { every, beat, weekday: *weekday })
    }

    /// As it is stored.
    pub fn stored(self) -> String {
        let day = DAYS.iter().find(|(weekday, _)| *weekday == self.weekday).map_or("SU", |(_, code)| code);
        let every = self.every;
        match self.beat {
            Beat::Weeks => format!("FREQ=WEEKLY;INTERVAL={every};BYDAY={day}"),
            Beat::Months(LAST) => format!("FREQ=MONTHLY;INTERVAL={every};BYDAY=-1{day}"),
            Beat::Months(place) => format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={place}{day}"),
        }
    }

    /// The day of the next meeting: counted from the last one, and never before `from`. `None` beyond the calendar.
    pub fn next(self, last: Option<Date>, from: Date) -> Option<Date> {
        let mut day = match last {
            Some(last) => self.after(last)?,
            None => self.first(from)?,
        };
        while day < from {
            day = self.after(day)?;
        }
        Some(day)
    }

    /// The first one on a day or after it.
    fn first(self, from: Date) -> Option<Date> {
        match self.beat {
            Beat::Weeks => {
                let day = self.in_week_of(from)?;
                if day < from { day.add_days(7).ok() } else { Some(day) }
            }
            Beat::Months(place) => {
                let day = self.in_month_of(from, place)?;
                if day < from { self.in_month_of(first_of_month(from)?.add_months(1).ok()?, place) } else { Some(day) }
            }
        }
    }

    /// The one after a meeting, whatever day of its week or month that was on.
    fn after(self, day: Date) -> Option<Date> {
        let every = i64::from(self.every);
        match self.beat {
            Beat::Weeks => self.in_week_of(day.add_days(7 * every).ok()?),
            Beat::Months(place) => self.in_month_of(first_of_month(day)?.add_months(every).ok()?, place),
        }
    }

    fn in_week_of(self, day: Date) -> Option<Date> {
        day.add_days(place_in_week(self.weekday) - place_in_week(day.weekday())).ok()
    }

    fn in_month_of(self, day: Date, place: u8) -> Option<Date> {
        let start = first_of_month(day)?;
        let ahead = (place_in_week(self.weekday) - place_in_week(start.weekday())).rem_euclid(7);
        let first = start.add_days(ahead).ok()?;
        let wanted = first.add_days(7 * (i64::from(place) - 1)).ok()?;
        // The last one is the fourth where there is no fifth.
        if wanted.month() == start.month() { Some(wanted) } else { wanted.add_days(-7).ok() }
    }
}

fn place_in_week(weekday: Weekday) -> i64 {
    DAYS.iter().position(|(day, _)| *day == weekday).and_then(|place| i64::try_from(place).ok()).unwrap_or(0)
}

fn first_of_month(day: Date) -> Option<Date> {
    Date::gregorian(day.year(), day.month(), 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    #[track_caller]
    fn check(rule: &str, last: Option<&str>, from: &str, expected: &str) {
        let rule = Rule::parse(rule).expect("a rule");
        assert_eq!(rule.next(last.map(day), day(from)).map(Date::iso).as_deref(), Some(expected), "{rule:?}");
    }

    #[test]
    fn every_two_weeks_on_a_monday() {
        let rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO";
        check(rule, Some("2026-11-16"), "2026-11-17", "2026-11-30");
        // One that was held on the Wednesday of its week does not shift the others.
        check(rule, Some("2026-11-18"), "2026-11-19", "2026-11-30");
        // The week begins on Sunday: the Saturday before belongs to the week of the 15th.
        check(rule, Some("2026-11-21"), "2026-11-22", "2026-11-30");
        // Nobody met for long: the next of its days that is not past.
        check(rule, Some("2026-01-05"), "2026-11-23", "2026-11-23");
        check(rule, None, "2026-11-24", "2026-11-30");
        check(rule, None, "2026-11-23", "2026-11-23");
    }

    #[test]
    fn the_second_sunday_and_the_last_thursday_of_a_month() {
        check("FREQ=MONTHLY;INTERVAL=1;BYDAY=2SU", Some("2026-11-08"), "2026-11-09", "2026-12-13");
        check("FREQ=MONTHLY;INTERVAL=3;BYDAY=1SU", Some("2026-11-01"), "2026-11-02", "2027-02-07");
        check("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TH", Some("2026-11-26"), "2026-11-27", "2026-12-31");
        check("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TH", None, "2026-11-27", "2026-12-31");
        check("FREQ=MONTHLY;INTERVAL=1;BYDAY=1SU", Some("2026-01-31"), "2026-02-01", "2026-02-01");
    }

    #[test]
    fn a_rule_is_read_as_it_was_stored() {
        for every in [1, 2, 12] {
            for beat in [Beat::Weeks, Beat::Months(1), Beat::Months(4), Beat::Months(LAST)] {
                for (weekday, _) in DAYS {
                    let rule = Rule { every, beat, weekday };
                    assert_eq!(Rule::parse(&rule.stored()), Some(rule));
                }
            }
        }
        assert_eq!(Rule::parse("monthly").map(|rule| (rule.every, rule.beat)), Some((1, Beat::Months(1))));
        for nonsense in ["", "FREQ=DAILY;BYDAY=SU", "FREQ=WEEKLY;INTERVAL=0;BYDAY=SU", "FREQ=MONTHLY;BYDAY=9SU"] {
            assert_eq!(Rule::parse(nonsense), None, "{nonsense}");
        }
    }
}
