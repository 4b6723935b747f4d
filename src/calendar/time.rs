//! Times of day: stored as `HH:MM`, shown on the 12-hour clock, read as people type them.

use crate::arabic::{fold, to_digits};
use crate::strings::Tr;
use crate::tr;

/// A time of day; `Display` writes `HH:MM`, the stored form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
}

/// The half of the day a typed time may name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

impl Time {
    /// A time of day, if there is one.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Reads the stored form.
    pub fn from_stored(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(digits(hour) && digits(minute)) {
            return None;
        }
        Self::new(hour.parse().ok()?, minute.parse().ok()?)
    }

    /// Now, on the clock of the machine at UTC+3.
    pub fn now() -> Self {
        Self::at(jiff::Timestamp::now())
    }

    /// The time of a moment in Unix seconds, at UTC+3.
    pub fn at_unix(seconds: i64) -> Self {
        jiff::Timestamp::from_second(seconds).map_or(Self { hour: 0, minute: 0 }, Self::at)
    }

    /// Reads a typed time: `10:30`, `10:30 ص`, `2:15 م`, `٣:٠٥ م`, `14:05`, `9`, `10.30`, `2:15 pm`, `1415`, `930 ص`,
    /// «4 ونصف عصرا», «5 إلا ربعا».
    ///
    /// Without «ص» or «م» it is read on the 24-hour clock.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).map(|(time, _)| time)
    }

    /// Reads a time of something that began at `since`: what names no half of the day and would lie before it is in the
    /// afternoon, if that is later: of a meeting at 10:30 ص, somebody left at «1:15».
    pub fn parse_since(text: &str, since: Option<Self>) -> Option<Self> {
        let (time, names_half) = Self::read(text)?;
        let Some(since) = since.filter(|since| !names_half && (1..12).contains(&time.hour) && time < *since) else {
            return Some(time);
        };
        let later = time.plus(12 * 60);
        Some(if later >= since { later } else { time })
    }

    /// The time, and whether the half of its day was named.
    fn read(text: &str) -> Option<(Self, bool)> {
        let folded = fold(text);
        let typed = folded.strip_prefix("الساعه").unwrap_or(&folded).trim();
        let end = typed.find(|letter: char| !letter.is_ascii_digit() && !is_separator(letter)).unwrap_or(typed.len());
        let (clock, rest) = typed.split_at_checked(end)?;
        let (part, half) = part_of_hour(rest.trim());
        let half = match half {
            "" => None,
            "ص" | "صباحا" | "صباح" | "فجرا" | "الفجر" | "ضحي" | "am" | "a.m." | "a" => {
                Some(Half::Morning)
            }
            "م" | "مساء" | "المساء" | "ظهرا" | "الظهر" | "عصرا" | "العصر" | "ليلا" | "pm" | "p.m." | "p" => {
                Some(Half::Afternoon)
            }
            _ => return None,
        };
        let together = together(clock);
        let mut parts = together.as_deref().unwrap_or(clock).split(is_separator);
        let hour: u8 = number(parts.next()?)?;
        let minute: u8 = parts.next().map_or(Some(0), |minute| (minute.len() == 2).then(|| number(minute))?)?;
        if parts.next().is_some() {
            return None;
        }
        let hour = match half {
            None => hour,
            // «12:15 ص» is a quarter past midnight.
            Some(half) if (1..=12).contains(&hour) => hour % 12 + if half == Half::Afternoon { 12 } else { 0 },
            // «14:05 م» says the same twice.
            Some(Half::Afternoon) if hour > 12 => hour,
            Some(_) => return None,
        };
        let time = match part {
            0 => Self::new(hour, minute)?,
            _ if minute == 0 => Self::new(hour, 0)?.plus(part),
            // «10:20 ونصف» says two things.
            _ => return None,
        };
        Some((time, half.is_some()))
    }

    /// The time so many minutes later, or earlier; around midnight.
    #[must_use]
    pub fn plus(self, minutes: i64) -> Self {
        let minutes = (self.minutes() + minutes).rem_euclid(24 * 60);
        let part = |number: i64| u8::try_from(number).unwrap_or(0);
        Self { hour: part(minutes / 60), minute: part(minutes % 60) }
    }

    /// On the 12-hour clock with its half of the day: `10:30 ص`, `2:15 PM`.
    pub fn text(self, tr: &Tr) -> String {
        let clock = self.clock(tr);
        if self.hour < 12 { tr!(tr, "time-am", clock = clock) } else { tr!(tr, "time-pm", clock = clock) }
    }

    /// From this time to another: `10:00 ص – 11:30 ص`, or this one alone.
    pub fn range_text(self, end: Option<Self>, tr: &Tr) -> String {
        match end {
            Some(end) => tr!(tr, "time-range", start = self.text(tr), end = end.text(tr)),
            None => self.text(tr),
        }
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> i64 {
        i64::from(self.hour) * 60 + i64::from(self.minute)
    }

    fn clock(self, tr: &Tr) -> String {
        let hour = if self.hour.is_multiple_of(12) { 12 } else { self.hour % 12 };
        to_digits(&format!("{hour}:{:02}", self.minute), tr.digits())
    }

    fn at(moment: jiff::Timestamp) -> Self {
        let local = local(moment);
        let part = |read: fn(jiff::civil::DateTime) -> i8| local.map_or(0, |local| read(local).unsigned_abs());
        Self { hour: part(jiff::civil::DateTime::hour), minute: part(jiff::civil::DateTime::minute) }
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// A moment on Riyadh's clock, which knows no summer time.
pub(super) fn local(moment: jiff::Timestamp) -> Option<jiff::civil::DateTime> {
    Some(jiff::tz::Offset::from_hours(3).ok()?.to_datetime(moment))
}

/// What is said of an hour besides its number, in minutes, and what is said after it: «ونصف», «إلا ربعا».
fn part_of_hour(text: &str) -> (i64, &str) {
    let parts = [("ونصف", 30), ("والنصف", 30), ("ونص", 30), ("وربع", 15), ("والربع", 15), ("وثلث", 20), ("والثلث", 20)];
    let before = [("الا ربعا", -15), ("الا ربع", -15), ("الا ثلثا", -20), ("الا ثلث", -20)];
    for (words, minutes) in before.into_iter().chain(parts) {
        if let Some(rest) = text.strip_prefix(words)
            && (rest.is_empty() || rest.starts_with(' '))
        {
            return (minutes, rest.trim_start());
        }
    }
    (0, text)
}

/// Hour and minute that were typed without a sign between them: «930», «1415».
fn together(clock: &str) -> Option<String> {
    let is_together = matches!(clock.len(), 3 | 4) && clock.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = clock.split_at_checked(clock.len().checked_sub(2)?)?;
    is_together.then(|| format!("{hour}:{minute}"))
}

const fn is_separator(letter: char) -> bool {
    matches!(letter, ':' | '.' | '\u{066B}' | '،')
}

fn number(text: &str) -> Option<u8> {
    if (1..=2).contains(&text.len()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::Time;
    use crate::arabic::Digits;
    use crate::strings::{Language, Tr};
    use proptest::prelude::*;

    fn check(typed: &str, stored: &str) {
        assert_eq!(Time::parse(typed).map(|time| time.to_string()).as_deref(), Some(stored), "{typed}");
    }

    #[test]
    fn times_are_read_as_they_are_typed() {
        check("10:30", "10:30");
        check("10:30 ص", "10:30");
        check("2:15 م", "14:15");
        check("2:15م", "14:15");
        check("٣:٠٥ م", "15:05");
        check("14:05", "14:05");
        check("9", "09:00");
        check("10.30", "10:30");
        check("12:15 ص", "00:15");
        check("12 م", "12:00");
        check("9 صباحًا", "09:00");
        check("الساعة 4 عصرًا", "16:00");
        check("2:15 PM", "14:15");
        check("11 am", "11:00");
        check("1415", "14:15");
        check("930 ص", "09:30");
        check("٢١٥م", "14:15");
        check("4 ونصف عصرًا", "16:30");
        check("الساعة 10 والنصف", "10:30");
        check("5 إلا ربعًا م", "16:45");
        check("1 إلا ربع ظهرا", "12:45");
        check("12 إلا ثلث ص", "23:40");
    }

    #[test]
    fn a_time_that_would_lie_before_the_beginning_is_in_the_afternoon() {
        let check = |typed: &str, since: &str, stored: &str| {
            let read = Time::parse_since(typed, Time::from_stored(since)).map(|time| time.to_string());
            assert_eq!(read.as_deref(), Some(stored), "{typed} since {since}");
        };
        check("1:15", "10:30", "13:15");
        check("4:50", "16:43", "16:50");
        check("11", "10:30", "11:00");
        check("10:30", "10:30", "10:30");
        check("9:15 ص", "10:30", "09:15");
        check("00:20", "23:30", "00:20");
        check("3", "16:00", "03:00");
        check("1:15", "", "01:15");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for typed in [
            "",
            "25",
            "10:60",
            "10:5",
            "13:00 ص",
            "0:30 م",
            "غدًا",
            "1:2:3",
            "10:30 ق",
            ":30",
            "12345",
            "960",
            "10:20 ونصف",
        ] {
            assert_eq!(Time::parse(typed), None, "{typed}");
        }
        assert_eq!(Time::from_stored("9:00"), None);
        assert_eq!(Time::new(24, 0), None);
    }

    #[test]
    fn times_are_shown_on_the_twelve_hour_clock() {
        let shown = |hour, minute, language, digits| Time { hour, minute }.text(&Tr::new(language, digits));
        assert_eq!(shown(10, 30, Language::Arabic, Digits::Latin), "10:30 ص");
        assert_eq!(shown(14, 5, Language::Arabic, Digits::ArabicIndic), "٢:٠٥ م");
        assert_eq!(shown(0, 0, Language::English, Digits::Latin), "12:00 AM");
        assert_eq!(shown(12, 0, Language::English, Digits::Latin), "12:00 PM");
    }

    #[test]
    fn a_moment_is_read_on_riyadhs_clock() {
        assert_eq!(Time::at_unix(0).to_string(), "03:00");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(hour in 0u8..24, minute in 0u8..60, arabic: bool, indic: bool) {
            let time = Time { hour, minute };
            let language = if arabic { Language::Arabic } else { Language::English };
            let tr = Tr::new(language, if indic { Digits::ArabicIndic } else { Digits::Latin });
            prop_assert_eq!(Time::parse(&time.text(&tr)), Some(time));
            prop_assert_eq!(Time::from_stored(&time.to_string()), Some(time));
        }
    }
}
