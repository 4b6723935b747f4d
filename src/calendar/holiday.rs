//! The official holidays of Saudi Arabia, so that a day on which nobody works is said to be one.
//!
//! What is off for everybody follows article 24 of the executive regulations of the labour law: the two national days, Eid
//! al-Fitr from the day after 29 Ramadan, Eid al-Adha from the day of Arafah. Public bodies are off for longer, by a
//! decision of each year; those days are not known ahead and are not told. The article counts four days of each Eid; as a
//! month may be a day longer than its table says, the days up to 4 Shawwal and 13 Dhu al-Hijja are told. The Hijri days are
//! those of the Umm al-Qura calendar: the sighting of the moon may move them, so they are called expected. A day off that
//! is given because a national day meets a weekend is announced, and not told.

use super::{Date, Hijri};
use crate::strings::Tr;
use crate::tr;

/// An official holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// يوم التأسيس, 22 February, since 2022.
    FoundingDay,
    /// اليوم الوطني, 23 September; off since 2005.
    NationalDay,
    /// عيد الفطر
    EidAlFitr,
    /// عيد الأضحى, with the day of Arafah.
    EidAlAdha,
}

/// Since when the two national days are off.
const FOUNDING_DAY_SINCE: i32 = 2022;
const NATIONAL_DAY_SINCE: i32 = 2005;

impl Holiday {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::FoundingDay, Self::NationalDay, Self::EidAlFitr, Self::EidAlAdha];

    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::FoundingDay => "holiday-founding-day",
            Self::NationalDay => "holiday-national-day",
            Self::EidAlFitr => "holiday-eid-al-fitr",
            Self::EidAlAdha => "holiday-eid-al-adha",
        }
    }

    /// Does the moon decide about its days?
    pub const fn is_expected(self) -> bool {
        matches!(self, Self::EidAlFitr | Self::EidAlAdha)
    }

    /// «عيد الفطر، إجازة متوقعة بتقويم أم القرى», «اليوم الوطني، إجازة رسمية»
    pub fn words(self, tr: &Tr) -> String {
        let key = if self.is_expected() { "holiday-expected" } else { "holiday-official" };
        tr!(tr, key, holiday = tr!(tr, self.label_key()))
    }
}

impl Date {
    /// The official holiday that the day is, or is expected to be.
    pub fn holiday(self) -> Option<Holiday> {
        match (self.month(), self.day()) {
            (2, 22) if self.year() >= FOUNDING_DAY_SINCE => return Some(Holiday::FoundingDay),
            (9, 23) if self.year() >= NATIONAL_DAY_SINCE => return Some(Holiday::NationalDay),
            _ => {}
        }
        let Hijri { month, day, .. } = self.hijri();
        match (month, day) {
            (9, 30) | (10, 1..=4) => Some(Holiday::EidAlFitr),
            (12, 9..=13) => Some(Holiday::EidAlAdha),
            _ => None,
        }
    }
}
