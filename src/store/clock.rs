//! The hybrid logical clock of the change log: 48 bits of milliseconds, 16 bits of counter, in one number that sorts.

use crate::calendar::{Date, Time};
use crate::error::Result;
use std::sync::Arc;

/// Says what time it is, in Unix milliseconds; from outside so that tests choose it.
pub type WallClock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Bits of the counter.
const COUNTER_BITS: u32 = 16;
/// A stamp more than this ahead of our own clock is not believed.
const FAR_FUTURE_MS: i64 = 24 * 60 * 60 * 1000;
/// The country's only time zone, without daylight saving.
const OFFSET_SECONDS: i64 = 3 * 60 * 60;

/// The machine's clock.
pub(super) fn system() -> WallClock {
    Arc::new(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}

/// The stamp of the next local change: later than the wall, than all of ours, and than what the field holds, so that
/// what a person edits always beats what they were looking at, however the machine's clock jumps.
pub(super) fn next_stamp(wall_ms: i64, last: i64, field: i64) -> i64 {
    (wall_ms.max(0) << COUNTER_BITS).max(last.saturating_add(1)).max(field.saturating_add(1))
}

/// What becomes of our last stamp on seeing another site's: adopted, unless it is from the far future. Such a stamp is
/// still accepted where it stands; it just does not drag our clock along.
#[cfg_attr(not(test), expect(dead_code, reason = "exchange between machines comes next and must follow this rule"))]
pub(super) fn observe(wall_ms: i64, last: i64, seen: i64) -> Result<i64, FarFuture> {
    if (seen >> COUNTER_BITS) > wall_ms.saturating_add(FAR_FUTURE_MS) {
        return Err(FarFuture);
    }
    Ok(last.max(seen))
}

/// A stamp that is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FarFuture;

/// One moment, in the forms the rows hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// Unix milliseconds.
    pub ms: i64,
}

impl Moment {
    /// A time of a civil day at UTC+3.
    pub fn at(date: Date, time: Time) -> Result<Self> {
        let days = Date::gregorian(1970, 1, 1)?.days_until(date);
        let minutes = (days * 24 + i64::from(time.hour)) * 60 + i64::from(time.minute);
        Ok(Self { ms: (minutes * 60 - OFFSET_SECONDS) * 1000 })
    }

    /// Unix seconds.
    pub const fn seconds(self) -> i64 {
        self.ms.div_euclid(1000)
    }

    /// The civil day at UTC+3.
    pub fn date(self) -> Result<Date> {
        let civil = self.civil();
        Date::gregorian(i32::from(civil.year()), civil.month().unsigned_abs(), civil.day().unsigned_abs())
    }

    /// The time of day at UTC+3.
    pub fn time(self) -> Option<Time> {
        let civil = self.civil();
        Time::new(civil.hour().unsigned_abs(), civil.minute().unsigned_abs())
    }

    fn civil(self) -> jiff::civil::DateTime {
        let shifted = jiff::Timestamp::from_second(self.seconds().saturating_add(OFFSET_SECONDS)).unwrap_or_default();
        jiff::tz::TimeZone::UTC.to_datetime(shifted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    const YEAR_MS: i64 = 365 * 24 * 60 * 60 * 1000;
    const NOW_MS: i64 = 1_790_000_000_000;

    #[test]
    fn a_stamp_follows_the_wall_and_never_goes_back() {
        let first = next_stamp(NOW_MS, 0, 0);
        assert_eq!(first >> COUNTER_BITS, NOW_MS);
        let same_millisecond = next_stamp(NOW_MS, first, 0);
        assert_eq!(same_millisecond, first + 1);
        let clock_set_back = next_stamp(NOW_MS - 10 * YEAR_MS, same_millisecond, 0);
        assert_eq!(clock_set_back, same_millisecond + 1);
        let clock_set_on = next_stamp(NOW_MS + 10 * YEAR_MS, clock_set_back, 0);
        assert_eq!(clock_set_on >> COUNTER_BITS, NOW_MS + 10 * YEAR_MS);
    }

    #[test]
    fn an_edit_beats_what_the_person_was_looking_at() {
        let from_a_machine_ahead = (NOW_MS + YEAR_MS) << COUNTER_BITS;
        assert!(next_stamp(NOW_MS, 0, from_a_machine_ahead) > from_a_machine_ahead);
    }

    #[test]
    fn a_far_future_stamp_does_not_drag_our_clock_along() {
        assert_eq!(observe(NOW_MS, 5, NOW_MS << COUNTER_BITS), Ok(NOW_MS << COUNTER_BITS));
        assert_eq!(observe(NOW_MS, 5, (NOW_MS + YEAR_MS) << COUNTER_BITS), Err(FarFuture));
        assert_eq!(observe(NOW_MS, NOW_MS << COUNTER_BITS, 7), Ok(NOW_MS << COUNTER_BITS));
    }
}
