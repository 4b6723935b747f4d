//! Both calendars against the published days, and every format against its own reading.

use super::{Calendars, Date, DateStyle, Hijri, Holiday, Weekday, describe, parse};
use crate::arabic::Digits;
use crate::error::ErrorKind;
use crate::strings::{Language, Tr};
use proptest::prelude::*;

fn date(iso: &str) -> Date {
    Date::from_iso(iso).expect("a day")
}

fn hijri(year: i32, month: u8, day: u8) -> Hijri {
    Hijri { year, month, day }
}

#[test]
fn the_published_days_agree_in_both_directions() {
    for (gregorian, weekday, (year, month, day)) in [
        ("2018-12-08", "السبت", (1440, 4, 1)),
        ("2021-11-11", "الخميس", (1443, 4, 6)),
        ("2024-01-30", "الثلاثاء", (1445, 7, 18)),
        ("2024-12-01", "الأحد", (1446, 5, 29)),
        ("2025-06-26", "الخميس", (1447, 1, 1)),
        ("2025-08-29", "الجمعة", (1447, 3, 6)),
        ("2025-12-03", "الأربعاء", (1447, 6, 12)),
        ("2026-02-18", "الأربعاء", (1447, 9, 1)),
        ("2026-03-20", "الجمعة", (1447, 10, 1)),
        ("2026-06-16", "الثلاثاء", (1448, 1, 1)),
        ("2026-11-23", "الاثنين", (1448, 6, 13)),
    ] {
        assert_eq!(date(gregorian).hijri(), hijri(year, month, day), "{gregorian}");
        assert_eq!(Date::from_hijri(hijri(year, month, day)).expect("a day").iso(), gregorian);
        let described = describe(date(gregorian));
        assert_eq!((described.gregorian.as_str(), described.weekday), (gregorian, weekday));
        assert_eq!(described.hijri, format!("{year}-{month:02}-{day:02}"));
    }
}

#[test]
fn every_day_from_1300_to_1600_goes_to_hijri_and_back() {
    let mut day = Date::MIN;
    let mut expected = hijri(1300, 1, 1);
    loop {
        let shown = day.hijri();
        assert_eq!(shown, expected, "{day}");
        assert_eq!(Date::from_hijri(shown).expect("a day"), day);
        let Ok(next) = day.add_days(1) else { break };
        let length = Hijri::days_in_month(shown.year, shown.month).expect("a month");
        expected = if shown.day < length {
            hijri(shown.year, shown.month, shown.day + 1)
        } else if shown.month < 12 {
            hijri(shown.year, shown.month + 1, 1)
        } else {
            hijri(shown.year + 1, 1, 1)
        };
        day = next;
    }
    assert_eq!((day, expected.year, expected.month), (Date::MAX, 1600, 12));
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let kind = |result: crate::error::Result<Date>| result.expect_err("no such day").kind().clone();
    assert!(matches!(kind(Date::from_hijri(hijri(1446, 5, 30))), ErrorKind::DateImpossible(_)));
    assert!(matches!(kind(Date::from_hijri(hijri(1446, 13, 1))), ErrorKind::DateImpossible(_)));
    assert!(matches!(kind(Date::gregorian(2026, 2, 29)), ErrorKind::DateImpossible(_)));
    assert!(matches!(kind(Date::gregorian(2026, 0, 1)), ErrorKind::DateImpossible(_)));
    assert!(matches!(kind(Date::from_iso("2026-2-9")), ErrorKind::DateUnreadable(_)));
    assert!(matches!(kind(Date::from_iso("+026-02-09")), ErrorKind::DateUnreadable(_)));
}

#[test]
fn years_outside_1300_to_1600_are_refused() {
    for year in [-1, 0, 1, 1299, 1601, 9999] {
        let error = Date::from_hijri(hijri(year, 1, 1)).expect_err("out of range");
        assert!(matches!(error.kind(), ErrorKind::DateOutOfRange(_)), "{year}");
    }
    for iso in ["1882-11-11", "2174-11-26", "0001-01-01", "9999-12-31"] {
        let error = Date::from_iso(iso).expect_err("out of range");
        assert!(matches!(error.kind(), ErrorKind::DateOutOfRange(_)), "{iso}");
    }
    assert_eq!(Date::MIN.hijri(), hijri(1300, 1, 1));
    assert_eq!(Date::MAX.hijri().year, 1600);
    assert!(Date::MAX.add_days(1).is_err() && Date::MIN.add_days(-1).is_err());
    assert!(Date::MAX.add_days(i64::MAX).is_err() && Date::MIN.add_months(i64::MIN).is_err());
}

#[test]
fn days_and_months_are_counted_on_the_gregorian_calendar() {
    assert_eq!(date("2026-11-23").days_until(date("2026-12-24")), 31);
    assert_eq!(date("2026-11-23").days_until(date("2026-11-20")), -3);
    assert_eq!(date("2026-01-31").add_months(1).expect("a day").iso(), "2026-02-28");
    assert_eq!(date("2026-11-23").add_days(-23).expect("a day").iso(), "2026-10-31");
    assert_eq!(date("2026-02-03").end_of_month().iso(), "2026-02-28");
}

#[test]
fn the_week_starts_on_sunday_and_ends_with_friday_and_saturday() {
    assert_eq!(date("2026-11-29").weekday(), Weekday::Sunday);
    let weekend: Vec<Weekday> = Weekday::ALL.into_iter().filter(|day| day.is_weekend()).collect();
    assert_eq!(weekend, [Weekday::Friday, Weekday::Saturday]);
}

#[test]
fn official_holidays_are_known_and_those_of_the_moon_are_expected() {
    let check = |iso: &str, expected: Option<Holiday>| assert_eq!(date(iso).holiday(), expected, "{iso}");
    check("2027-02-22", Some(Holiday::FoundingDay));
    check("2021-02-22", None);
    check("2026-09-23", Some(Holiday::NationalDay));
    check("2004-09-23", None);
    // Ramadan 1447 has 30 days by the table: 1 Shawwal is 20 March 2026.
    for (iso, is_off) in [("2026-03-18", false), ("2026-03-20", true), ("2026-03-23", true), ("2026-03-24", false)] {
        check(iso, is_off.then_some(Holiday::EidAlFitr));
    }
    // The day of Arafah 1447 is 26 May 2026.
    for (iso, is_off) in [("2026-05-25", false), ("2026-05-26", true), ("2026-05-30", true), ("2026-05-31", false)] {
        check(iso, is_off.then_some(Holiday::EidAlAdha));
    }
    check("2026-11-23", None);
    let arabic = Tr::new(Language::Arabic, Digits::Latin);
    assert_eq!(Holiday::EidAlFitr.words(&arabic), "عيد الفطر، إجازة متوقعة بتقويم أم القرى");
    assert_eq!(Holiday::NationalDay.words(&arabic), "اليوم الوطني، إجازة رسمية");
}

#[test]
fn the_day_after_29_ramadan_is_off_whatever_the_months_length() {
    for year in 1440..1460 {
        let last = Date::from_hijri(Hijri { year, month: 9, day: 29 }).expect("a day");
        assert_eq!(last.holiday(), None, "{year}");
        for days in 1..=4 {
            assert_eq!(last.add_days(days).expect("a day").holiday(), Some(Holiday::EidAlFitr), "{year}, {days}");
        }
        let arafah = Date::from_hijri(Hijri { year, month: 12, day: 9 }).expect("a day");
        assert_eq!(arafah.holiday(), Some(Holiday::EidAlAdha), "{year}");
    }
}

#[test]
fn a_moment_belongs_to_the_day_at_utc_plus_three() {
    assert_eq!(Date::at_unix(0).iso(), "1970-01-01");
    assert_eq!(Date::at_unix(21 * 3600).iso(), "1970-01-02");
    assert_eq!(Date::at_unix(21 * 3600 - 1).iso(), "1970-01-01");
}

fn check(style: DateStyle, calendars: Calendars, language: Language, digits: Digits, expected: &str) {
    let shown = date("2025-12-03").text(&Tr::new(language, digits), calendars, style);
    assert_eq!(shown.replace(['\u{2066}', '\u{2068}', '\u{2069}'], ""), expected);
}

#[test]
fn dates_are_shown_as_the_field_writes_them() {
    use Calendars::{Gregorian, GregorianFirst, Hijri, HijriFirst};
    use DateStyle::{Long, Medium, Short};
    use Digits::{ArabicIndic, Latin};
    use Language::{Arabic, English};
    check(Long, HijriFirst, Arabic, Latin, "الأربعاء 12 جمادى الآخرة 1447هـ الموافق 3 ديسمبر 2025م");
    check(Long, GregorianFirst, Arabic, Latin, "الأربعاء 3 ديسمبر 2025م الموافق 12 جمادى الآخرة 1447هـ");
    check(Long, HijriFirst, Arabic, ArabicIndic, "الأربعاء ١٢ جمادى الآخرة ١٤٤٧هـ الموافق ٣ ديسمبر ٢٠٢٥م");
    check(Medium, HijriFirst, Arabic, Latin, "الأربعاء 12 جمادى الآخرة 1447هـ · 3 ديسمبر 2025م");
    check(Medium, Hijri, Arabic, Latin, "الأربعاء 12 جمادى الآخرة 1447هـ");
    check(Short, HijriFirst, Arabic, Latin, "12/06/1447هـ – 03/12/2025م");
    check(Short, Gregorian, Arabic, Latin, "03/12/2025م");
    check(Long, HijriFirst, English, Latin, "Wednesday 12 Jumada al-Akhirah 1447 AH, corresponding to 3 December 2025");
    check(Medium, GregorianFirst, English, Latin, "Wednesday 3 December 2025 · 12 Jumada al-Akhirah 1447 AH");
    check(Short, HijriFirst, English, Latin, "12/06/1447 AH – 03/12/2025");
}

#[test]
fn dates_in_numbers_are_isolated_among_arabic() {
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    assert_eq!(date("2025-12-03").short(&tr, Calendars::Hijri), "\u{2066}12/06/1447\u{2069}هـ");
}

#[test]
fn a_due_day_says_how_far_it_is() {
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let today = date("2026-11-23");
    let shown = |days| today.add_days(days).expect("a day").due_text(&tr, today);
    assert_eq!(shown(0), "اليوم");
    assert_eq!(shown(1), "غدًا");
    assert_eq!(shown(2), "بعد يومين");
    assert_eq!(shown(31), "بعد 31 يومًا");
    assert_eq!(shown(-6), "متأخرة 6 أيام");
}

proptest! {
    #[test]
    fn every_format_is_read_back_as_its_day(offset in 0i64..106_664, arabic: bool, indic: bool) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let tr = Tr::new(language, if indic { Digits::ArabicIndic } else { Digits::Latin });
        let day = Date::MIN.add_days(offset).expect("a day");
        let today = date("2026-11-23");
        for calendars in [Calendars::HijriFirst, Calendars::GregorianFirst, Calendars::Hijri, Calendars::Gregorian] {
            for style in [DateStyle::Long, DateStyle::Medium, DateStyle::Short] {
                let shown = day.text(&tr, calendars, style);
                prop_assert_eq!(parse(&shown, today).map_err(|error| error.to_string()), Ok(day), "{}", shown);
            }
        }
        prop_assert_eq!(parse(&day.iso(), today).ok(), Some(day));
        prop_assert_eq!(parse(&day.hijri().to_string(), today).ok(), Some(day));
    }

    #[test]
    fn any_text_is_read_or_refused_in_words(text in "[ 0-9٠-٩/.\\-هـمرجبقبلعدنهاية]{0,24}") {
        let today = date("2026-11-23");
        if let Ok(day) = parse(&text, today) {
            prop_assert!((Date::MIN..=Date::MAX).contains(&day));
        }
    }
}
