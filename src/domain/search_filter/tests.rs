//! What is read from what is typed into the search.

use super::*;

/// 23 November 2026, 13 Jumada II 1448.
fn today() -> Date {
    Date::from_iso("2026-11-23").unwrap()
}

fn read(text: &str) -> SearchText {
    SearchText::read(text, today())
}

fn parts(text: &str) -> Vec<FilterPart> {
    read(text).parts.into_iter().map(|read| read.part).collect()
}

fn kind(text: &str) -> Option<SearchKind> {
    match parts(text).as_slice() {
        [FilterPart::Kind(kind)] => Some(*kind),
        _ => None,
    }
}

fn check_days(text: &str, expected: &[&str]) {
    let days: Vec<String> = parts(text)
        .into_iter()
        .filter_map(|part| match part {
            FilterPart::Before(day) | FilterPart::After(day) => Some(day.iso()),
            FilterPart::Kind(_) | FilterPart::Body(_) => None,
        })
        .collect();
    assert_eq!(days, expected, "{text}");
}

#[test]
fn a_sort_is_read_in_any_form_and_either_language() {
    for (text, expected) in [
        ("نوع:متابعة", SearchKind::Outcome(OutcomeKind::FollowUp)),
        ("نوع:المتابعات", SearchKind::Outcome(OutcomeKind::FollowUp)),
        ("النوع:قرارات", SearchKind::Outcome(OutcomeKind::Decision)),
        ("نوع: مقترح", SearchKind::Outcome(OutcomeKind::Proposal)),
        ("نوع:اجتم", SearchKind::Of(Entity::Meeting)),
        ("نوع:تحدٍّ", SearchKind::Outcome(OutcomeKind::Challenge)),
        ("نوع:لوائح", SearchKind::Of(Entity::Regulation)),
        ("kind:meetings", SearchKind::Of(Entity::Meeting)),
        ("Kind:Bodies", SearchKind::Of(Entity::Organisation)),
        ("type:follow-up", SearchKind::Outcome(OutcomeKind::FollowUp)),
    ] {
        assert_eq!(kind(text), Some(expected), "{text}");
    }
    assert_eq!(kind("نوع:فيل"), None);
}

#[test]
fn a_body_is_a_word_or_what_stands_in_quotes() {
    let body = |name: &str| vec![FilterPart::Body(name.to_owned())];
    assert_eq!(parts("جهة:ب"), []);
    assert_eq!(parts("جهة:بيئة تراخيص"), body("بيئة"));
    assert_eq!(parts("تراخيص جهة:\"جمعية بيئة\" الحدائق"), body("جمعية بيئة"));
    assert_eq!(parts("body:«جمعية بيئة»"), body("جمعية بيئة"));
    assert_eq!(read("تراخيص جهة:\"جمعية بيئة\" الحدائق").words, "تراخيص الحدائق");
}

#[test]
fn days_are_read_in_either_calendar_and_as_one_says_them() {
    check_days("قبل:2026-10-01", &["2026-10-01"]);
    check_days("قبل:1448/01/01", &["2026-06-16"]);
    check_days("قبل:15 رجب تراخيص", &["2026-12-24"]);
    check_days("قبل:\"15 رجب\"", &["2026-12-24"]);
    check_days("before:yesterday", &["2026-11-22"]);
    check_days("قبل:أسبوعين", &["2026-11-09"]);
    check_days("بعد:أمس قبل:غدًا", &["2026-11-22", "2026-11-24"]);
    check_days("قبل:1448 بعد:2025", &["2026-06-16", "2025-12-31"]);
    check_days("قبل:2026-02 بعد:1447/12", &["2026-02-01", "2026-06-15"]);
    check_days("قبل:شيء", &[]);
}

#[test]
fn a_month_is_before_its_first_day_and_after_its_last() {
    let read = parts("قبل:رجب بعد:رجب");
    let [FilterPart::Before(first), FilterPart::After(last)] = read.as_slice() else { panic!("{read:?}") };
    assert_eq!((first.hijri().month, first.hijri().day), (7, 1));
    assert_eq!(last.hijri().month, 7);
    assert!(last.hijri().day >= 29);
}

#[test]
fn what_is_no_filter_stays_with_the_words() {
    for text in ["الساعة 10:30", "نوع:فيل قط", "رابط https://example.org", "تراخيص"] {
        assert_eq!((read(text).words.as_str(), parts(text)), (text, vec![]), "{text}");
    }
}

#[test]
fn a_value_that_is_being_typed_is_not_looked_for_and_a_finished_one_is_done() {
    let begun = read("تراخيص نوع:");
    assert_eq!((begun.words.as_str(), begun.begun.unwrap().filter), ("تراخيص", Some(FilterWord::Kind)));
    let is_done = |text: &str| read(text).parts.first().map(|part| part.is_done);
    assert_eq!(is_done("نوع:قرار"), Some(false));
    assert_eq!(is_done("نوع:قرار "), Some(true));
    assert_eq!(is_done("جهة:\"جمعية بيئة"), Some(false));
    assert_eq!(is_done("جهة:\"جمعية بيئة\""), Some(true));
    // «قبل:15 رجب» may go on with a year.
    assert_eq!(is_done("قبل:15 رجب "), Some(false));
    assert_eq!(is_done("قبل:15 رجب تر"), Some(true));
}

#[test]
fn a_filter_word_that_is_begun_is_known() {
    let words = |text: &str| read(text).begun.map(|begun| begun.words().collect::<Vec<_>>()).unwrap_or_default();
    assert_eq!(words("تراخيص نو"), [FilterWord::Kind]);
    assert_eq!(words("bef"), [FilterWord::Before]);
    assert_eq!(words("قبل"), [FilterWord::Before]);
    assert_eq!(words("قبل "), []);
    assert_eq!(words("ن"), []);
}

#[test]
fn several_sorts_are_any_of_them_and_several_days_the_narrowest() {
    let mut filter = SearchFilter::default();
    assert!(filter.is_open());
    for part in parts("نوع:قرار نوع:توصية نوع:قرار قبل:2026-10-01 قبل:2026-09-01 بعد:2026-01-01 بعد:2025-01-01")
    {
        filter.add(part);
    }
    assert_eq!(filter.kinds.len(), 2);
    assert_eq!(filter.before.map(Date::iso).as_deref(), Some("2026-09-01"));
    assert_eq!(filter.after.map(Date::iso).as_deref(), Some("2026-01-01"));
    assert!(!filter.is_open());
}
