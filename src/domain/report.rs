//! What is written of what a store holds, besides the papers before a meeting: which, of what, in which form; and letters.

use super::{MeetingId, OrganisationId, PartnershipId, Record, SheetFormat};
use crate::calendar::{Calendar, Date, Hijri};

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Report {
    /// Everything of a body.
    Profile(OrganisationId),
    /// What was agreed in a partnership, and how it stands.
    Partnership(PartnershipId),
    /// What was done in a time.
    Period(ReportPeriod),
    /// The goals of the Vision, and what serves each of them.
    Goals,
    /// What of a meeting may be published, for that paper.
    Press {
        /// Which meeting.
        meeting: MeetingId,
        /// The paper it goes to; empty: none is named.
        outlet: String,
        /// Also what nobody has released is told, and who has not agreed is named: whoever asks so answers for it.
        tells_all: bool,
    },
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReportAsked {
    /// What is told.
    pub report: Report,
    /// In which form.
    pub format: SheetFormat,
}

/// The time that a report is of, its first and its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReportPeriod {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// Only what has to do with this body.
    pub body: Option<OrganisationId>,
}

/// A time that people name without its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NamedPeriod {
    /// From the first of this month.
    ThisMonth,
    /// The month before it.
    LastMonth,
    /// The quarter of this year in which the day lies.
    ThisQuarter,
    /// The quarter before it.
    LastQuarter,
    /// This year.
    ThisYear,
    /// The year before it.
    LastYear,
}

impl NamedPeriod {
    /// All of them, in the order of a pick list.
    pub const ALL: [Self; 6] =
        [Self::ThisMonth, Self::LastMonth, Self::ThisQuarter, Self::LastQuarter, Self::ThisYear, Self::LastYear];

    /// How it is told apart, and the end of its message's key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ThisMonth => "this-month",
            Self::LastMonth => "last-month",
            Self::ThisQuarter => "this-quarter",
            Self::LastQuarter => "last-quarter",
            Self::ThisYear => "this-year",
            Self::LastYear => "last-year",
        }
    }

    /// The key of its name in a calendar: «السنة الهجرية الحالية».
    pub fn label_key(self, calendar: Calendar) -> String {
        let calendar = match calendar {
            Calendar::Hijri => "hijri",
            Calendar::Gregorian => "gregorian",
        };
        format!("report-period-{}-{calendar}", self.code())
    }

    /// The period of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.code() == code)
    }

    /// Its first and its last day, as that calendar counts months and years; nothing outside of the calendar's range.
    pub fn days(self, today: Date, calendar: Calendar) -> Option<(Date, Date)> {
        let (year, month) = match calendar {
            Calendar::Hijri => (today.hijri().year, i32::from(today.hijri().month)),
            Calendar::Gregorian => (today.year(), i32::from(today.month())),
        };
        let (first, months) = match self {
            Self::ThisMonth => (0, 1),
            Self::LastMonth => (-1, 1),
            Self::ThisQuarter => (-((month - 1) % 3), 3),
            Self::LastQuarter => (-((month - 1) % 3) - 3, 3),
            Self::ThisYear => (-(month - 1), 12),
            Self::LastYear => (-(month - 1) - 12, 12),
        };
        let begins = |after: i32| {
            let index = year * 12 + month - 1 + after;
            let (year, month) = (index.div_euclid(12), u8::try_from(index.rem_euclid(12) + 1).ok()?);
            match calendar {
                Calendar::Hijri => Date::from_hijri(Hijri { year, month, day: 1 }).ok(),
                Calendar::Gregorian => Date::gregorian(year, month, 1).ok(),
            }
        };
        Some((begins(first)?, begins(first + months)?.add_days(-1).ok()?))
    }
}

/// A letter, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Letter {
    /// To that body, or that person.
    pub to: Record,
    /// The number the office that sends it gave; never one of ours.
    pub number: String,
    /// Its day.
    pub date: Option<Date>,
    /// What goes with it, in words; empty: nothing.
    pub attachments: String,
    /// What it is about.
    pub subject: String,
    /// What it says; each line is a paragraph.
    pub text: String,
    /// Who signs it.
    pub signatory: String,
    /// Their post.
    pub signatory_post: String,
    /// In which form.
    pub format: super::PaperFormat,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(period: NamedPeriod, today: &str, calendar: Calendar) -> (String, String) {
        let today = Date::from_iso(today).expect("a day");
        let (from, until) = period.days(today, calendar).expect("in range");
        (from.iso(), until.iso())
    }

    #[test]
    fn a_period_is_counted_by_its_calendar() {
        let check = |period, calendar, from: &str, until: &str| {
            assert_eq!(days(period, "2026-11-23", calendar), (from.to_owned(), until.to_owned()), "{period:?}");
        };
        check(NamedPeriod::ThisMonth, Calendar::Gregorian, "2026-11-01", "2026-11-30");
        check(NamedPeriod::LastMonth, Calendar::Gregorian, "2026-10-01", "2026-10-31");
        check(NamedPeriod::ThisQuarter, Calendar::Gregorian, "2026-10-01", "2026-12-31");
        check(NamedPeriod::LastQuarter, Calendar::Gregorian, "2026-07-01", "2026-09-30");
        check(NamedPeriod::LastYear, Calendar::Gregorian, "2025-01-01", "2025-12-31");
        // 1448 begins on 16 June 2026; 23 November is 13 Jumada II, the last month of the second quarter.
        check(NamedPeriod::ThisYear, Calendar::Hijri, "2026-06-16", "2027-06-05");
        check(NamedPeriod::LastYear, Calendar::Hijri, "2025-06-26", "2026-06-15");
        check(NamedPeriod::ThisMonth, Calendar::Hijri, "2026-11-11", "2026-12-09");
        check(NamedPeriod::ThisQuarter, Calendar::Hijri, "2026-09-12", "2026-12-09");
    }

    #[test]
    fn a_quarter_that_spans_a_new_year_is_the_last_of_the_old_one() {
        assert_eq!(
            days(NamedPeriod::LastQuarter, "2026-02-03", Calendar::Gregorian),
            ("2025-10-01".to_owned(), "2025-12-31".to_owned())
        );
    }
}
