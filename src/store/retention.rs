//! Which automatic backups are kept: pure, so that years of them can be tried in a test.

use std::collections::BTreeSet;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
/// Days are counted at UTC+3.
const OFFSET: i64 = 3 * HOUR;

const PREFIX: &str = "tansiq-";
const SUFFIX: &str = ".db";
const FORM: &str = "%Y%m%d-%H%M%S";

/// The file name of a backup made at that time (Unix seconds).
pub(super) fn name(made_at: i64) -> String {
    let civil = civil(made_at);
    format!("{PREFIX}{}{SUFFIX}", civil.strftime(FORM))
}

/// When the backup of that name was made; `None` for any other file.
pub(super) fn made_at(name: &str) -> Option<i64> {
    let stamp = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let civil = jiff::civil::DateTime::strptime(FORM, stamp).ok()?;
    Some(jiff::tz::TimeZone::UTC.to_timestamp(civil).ok()?.as_second() - OFFSET)
}

/// The backups to keep: the newest; of the last 24 hours one an hour, then the last of 14 days, of 8 weeks, of 12
/// months. Those from the future (a clock that was wrong) are kept.
pub(super) fn kept(times: &[i64], now: i64) -> BTreeSet<i64> {
    let mut newest_first: Vec<i64> = times.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept: BTreeSet<i64> = newest_first.iter().copied().filter(|time| *time > now).collect();
    kept.extend(newest_first.first());
    let past: Vec<i64> = newest_first.into_iter().filter(|time| *time <= now).collect();
    let last_day = past.iter().copied().filter(|time| now - time <= DAY);
    keep_newest_of_each(last_day, |time| (time + OFFSET).div_euclid(HOUR), 25, &mut kept);
    keep_newest_of_each(past.iter().copied(), day, 14, &mut kept);
    // Weeks begin on Sunday; day 0 was a Thursday.
    keep_newest_of_each(past.iter().copied(), |time| (day(time) + 4).div_euclid(7), 8, &mut kept);
    keep_newest_of_each(past.iter().copied(), month, 12, &mut kept);
    kept
}

fn day(time: i64) -> i64 {
    (time + OFFSET).div_euclid(DAY)
}

fn month(time: i64) -> i64 {
    let civil = civil(time);
    i64::from(civil.year()) * 12 + i64::from(civil.month())
}

fn civil(time: i64) -> jiff::civil::DateTime {
    let shifted = jiff::Timestamp::from_second(time.saturating_add(OFFSET)).unwrap_or_default();
    jiff::tz::TimeZone::UTC.to_datetime(shifted)
}

/// Of times that run backwards: the first in each of the first `count` periods.
fn keep_newest_of_each(
    times: impl Iterator<Item = i64>,
    period: impl Fn(i64) -> i64,
    count: usize,
    kept: &mut BTreeSet<i64>,
) {
    let mut seen = BTreeSet::new();
    for time in times {
        if seen.insert(period(time)) {
            if seen.len() > count {
                return;
            }
            kept.insert(time);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_790_000_000;

    #[test]
    fn a_name_says_when_its_backup_was_made() {
        assert_eq!(made_at(&name(NOW)), Some(NOW));
        assert_eq!(made_at("before-migration-from-1.db"), None);
        assert_eq!(made_at("tansiq-20260101-000000.db.part"), None);
    }

    #[test]
    fn a_year_of_half_hours_thins_to_hours_days_weeks_and_months() {
        let mut files: BTreeSet<i64> = BTreeSet::new();
        for half_hour in 0..(400 * 48) {
            let now = NOW + half_hour * HOUR / 2;
            files.insert(now);
            files = kept(&files.iter().copied().collect::<Vec<_>>(), now);
            assert!(files.contains(&now));
        }
        let now = NOW + (400 * 48 - 1) * HOUR / 2;
        let within = |from: i64, to: i64| files.iter().filter(|time| (from..to).contains(&(now - **time))).count();
        assert!((24..=26).contains(&within(0, DAY + 1)), "{}", within(0, DAY + 1));
        assert!((12..=14).contains(&within(DAY + 1, 14 * DAY)), "{}", within(DAY + 1, 14 * DAY));
        assert!((5..=8).contains(&within(14 * DAY, 8 * 7 * DAY)), "{}", within(14 * DAY, 8 * 7 * DAY));
        assert!((9..=11).contains(&within(8 * 7 * DAY, 370 * DAY)), "{}", within(8 * 7 * DAY, 370 * DAY));
    }

    #[test]
    fn the_newest_stays_however_old_and_the_future_stays() {
        assert_eq!(kept(&[NOW - 3000 * DAY], NOW), BTreeSet::from([NOW - 3000 * DAY]));
        assert!(kept(&[NOW, NOW + 900 * DAY, NOW + 901 * DAY], NOW).len() == 3);
        assert!(kept(&[], NOW).is_empty());
    }
}
