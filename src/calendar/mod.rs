//! Civil dates: Gregorian is stored and counted on, Umm al-Qura is derived; typed and relative dates; formats; working week.

use crate::error::Result;

/// A civil day, between 1300-01-01 and 1600-12-29 or -30 AH.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

/// The same day in the Umm al-Qura calendar.
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
pub enum Weekday { Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday }

/// A time of day; `Display` writes `HH:MM`, the stored form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time { pub hour: u8, pub minute: u8 }

/// Which calendars are shown, and which comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendars { #[default] HijriFirst, GregorianFirst, Hijri, Gregorian }

impl Date {
    pub fn from_iso(_text: &str) -> Result<Self> { todo!() }
    pub fn gregorian(_year: i32, _month: u8, _day: u8) -> Result<Self> { todo!() }
    pub fn from_hijri(_hijri: Hijri) -> Result<Self> { todo!() }
    /// Now, on the clock of the machine at UTC+3.
    pub fn today() -> Self { todo!() }
    pub fn iso(self) -> String { self.0.to_string() }
    pub fn year(self) -> i32 { todo!() }
    pub fn month(self) -> u8 { todo!() }
    pub fn day(self) -> u8 { todo!() }
    pub fn hijri(self) -> Hijri { todo!() }
    pub fn weekday(self) -> Weekday { todo!() }
    pub fn add_days(self, _days: i64) -> Result<Self> { todo!() }
    pub fn days_until(self, _other: Self) -> i64 { todo!() }
}
impl Time {
    pub fn new(_hour: u8, _minute: u8) -> Option<Self> { todo!() }
    pub fn from_stored(_text: &str) -> Option<Self> { todo!() }
}
impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{:02}:{:02}", self.hour, self.minute) }
}
