//! What people type, on Monday 2026-11-23, 13 Jumada al-Akhirah 1448.

use super::{Term, parse, term};
use crate::calendar::Date;
use crate::error::ErrorKind;

fn today() -> Date {
    Date::from_iso("2026-11-23").expect("a day")
}

fn check(typed: &str, iso: &str) {
    let read = parse(typed, today()).map(Date::iso).map_err(|error| error.to_string());
    assert_eq!(read.as_deref(), Ok(iso), "{typed}");
}

fn check_hijri(typed: &str, hijri: &str) {
    let read = parse(typed, today()).map(|date| date.hijri().to_string()).map_err(|error| error.to_string());
    assert_eq!(read.as_deref(), Ok(hijri), "{typed}");
}

#[test]
fn days_are_read_by_name_in_either_calendar() {
    check_hijri("15 رجب 1448", "1448-07-15");
    check_hijri("15 رجب 1448هـ", "1448-07-15");
    check_hijri("١٥ رجب ١٤٤٨ هـ", "1448-07-15");
    check_hijri("۱۵ رجب ۱۴۴۸", "1448-07-15");
    check_hijri("الخميس 15 رجب 1448هـ", "1448-07-15");
    check_hijri("يوم الخميس 15 من شهر رجب 1448", "1448-07-15");
    check_hijri("رجب 15", "1448-07-15");
    check_hijri("12 جمادى الآخرة 1447", "1447-06-12");
    check_hijri("12 جمادى الثانية 1447", "1447-06-12");
    check_hijri("12 جمادي الاخره 1447", "1447-06-12");
    check_hijri("6 ربيع الثاني 1443", "1443-04-06");
    check_hijri("6 ربيع الآخر 1443", "1443-04-06");
    check_hijri("1 ذي القعدة 1447", "1447-11-01");
    check_hijri("1 ذوالحجة 1447", "1447-12-01");
    check_hijri("1 محرّم 1448", "1448-01-01");
    check_hijri("15 Rajab 1448 AH", "1448-07-15");
    check_hijri("6 Rabi al-Thani 1443", "1443-04-06");
    check_hijri("6 Rabi' II 1443", "1443-04-06");
    check_hijri("12 Jumādā al-Ākhirah 1447", "1447-06-12");
    check_hijri("1 Dhul-Hijjah 1447", "1447-12-01");
    check("3 ديسمبر 2025", "2025-12-03");
    check("3 ديسمبر 2025م", "2025-12-03");
    check("3 Dec 2025", "2025-12-03");
    check("December 3rd, 2025", "2025-12-03");
    check("3rd of December 2025", "2025-12-03");
    check("2025 Dec 3", "2025-12-03");
    check("3-Dec-2025", "2025-12-03");
    check("3 كانون الأول 2025", "2025-12-03");
}

#[test]
fn days_are_read_by_number_and_the_year_says_the_calendar() {
    check_hijri("12/06/1447", "1447-06-12");
    check_hijri("12/6/1447هـ", "1447-06-12");
    check_hijri("12-6-1447", "1447-06-12");
    check_hijri("12.6.1447", "1447-06-12");
    check_hijri("12 6 1447", "1447-06-12");
    check_hijri("١٢/٠٦/١٤٤٧هـ", "1447-06-12");
    check_hijri("1447/06/12", "1447-06-12");
    check_hijri("1447-06-12", "1447-06-12");
    check("2025-12-03", "2025-12-03");
    check("2025/12/3", "2025-12-03");
    check("03/12/2025", "2025-12-03");
    check("3.12.2025م", "2025-12-03");
    check("بتاريخ 3/12/2025", "2025-12-03");
}

#[test]
fn two_digit_years_need_their_calendar_said() {
    check_hijri("15 رجب 48", "1448-07-15");
    check_hijri("12/06/47هـ", "1447-06-12");
    check("3 Dec 25", "2025-12-03");
    check("3/12/25 م", "2025-12-03");
    refuse("12/06/47", unreadable);
    refuse("3/12/25", unreadable);
}

#[test]
fn without_a_year_the_sensible_one_is_taken() {
    check("15 رجب", "2026-12-24");
    check("قبل 15 رجب", "2026-12-24");
    check("3 نوفمبر", "2026-11-03");
    check("قبل 3 نوفمبر", "2027-11-03");
    check("1 مارس", "2027-03-01");
    check("24/12", "2026-12-24");
    check_hijri("15/7هـ", "1448-07-15");
    check("29 فبراير", "2028-02-29");
}

#[test]
fn both_calendars_together_must_say_the_same_day() {
    check("الأربعاء 12 جمادى الآخرة 1447هـ الموافق 3 ديسمبر 2025م", "2025-12-03");
    check("12/06/1447هـ – 03/12/2025م", "2025-12-03");
    check("12/06/1447هـ الموافق 03/12/2025م", "2025-12-03");
    check("3 December 2025 (12 Jumada al-Akhirah 1447 AH)", "2025-12-03");
    refuse("12 جمادى الآخرة 1447هـ الموافق 4 ديسمبر 2025م", impossible);
    refuse("الاثنين 3 ديسمبر 2025", impossible);
    refuse("15 رجب 2026", impossible);
    refuse("3 ديسمبر 2025هـ", impossible);
}

#[test]
fn near_days_and_spans_count_from_today() {
    check("اليوم", "2026-11-23");
    check("غدًا", "2026-11-24");
    check("غدا", "2026-11-24");
    check("بكرة", "2026-11-24");
    check("بعد غد", "2026-11-25");
    check("أمس", "2026-11-22");
    check("أول أمس", "2026-11-21");
    check("بعد يومين", "2026-11-25");
    check("بعد 3 أيام", "2026-11-26");
    check("بعد ٣ أيام", "2026-11-26");
    check("بعد ثلاثة أيام", "2026-11-26");
    check("بعد 30 يومًا", "2026-12-23");
    check("بعد أسبوع", "2026-11-30");
    check("بعد أسبوعين", "2026-12-07");
    check("خلال أسبوعين", "2026-12-07");
    check("في غضون أسبوعين", "2026-12-07");
    check("خلال 5 أيام", "2026-11-28");
    check("بعد شهر", "2026-12-23");
    check("بعد شهرين", "2027-01-23");
    check("بعد 3 أشهر", "2027-02-23");
    check("بعد سنة", "2027-11-23");
    check("قبل يومين", "2026-11-21");
    check("منذ أسبوع", "2026-11-16");
    check("today", "2026-11-23");
    check("Tomorrow", "2026-11-24");
    check("yesterday", "2026-11-22");
    check("the day after tomorrow", "2026-11-25");
    check("in 2 weeks", "2026-12-07");
    check("in a month", "2026-12-23");
    check("within three days", "2026-11-26");
    check("2 weeks from now", "2026-12-07");
    check("3 days ago", "2026-11-20");
}

#[test]
fn days_of_the_week_are_the_next_ones() {
    check("الأحد", "2026-11-29");
    check("الأحد القادم", "2026-11-29");
    check("الأحد المقبل", "2026-11-29");
    check("يوم الأحد القادم", "2026-11-29");
    check("الأحد بعد القادم", "2026-12-06");
    check("الاثنين", "2026-11-30");
    check("الخميس", "2026-11-26");
    check("قبل الخميس", "2026-11-26");
    check("الأحد الماضي", "2026-11-22");
    check("الاثنين الماضي", "2026-11-16");
    check("next Sunday", "2026-11-29");
    check("Thursday", "2026-11-26");
    check("by Thursday", "2026-11-26");
    check("last Sunday", "2026-11-22");
}

#[test]
fn edges_of_named_months_are_of_that_months_calendar() {
    check_hijri("نهاية رجب", "1448-07-30");
    check_hijri("آخر رجب", "1448-07-30");
    check_hijri("نهاية شهر رجب", "1448-07-30");
    check_hijri("بنهاية رجب", "1448-07-30");
    check_hijri("قبل نهاية رجب", "1448-07-30");
    check_hijri("منتصف شعبان", "1448-08-15");
    check_hijri("بداية رمضان", "1448-09-01");
    check_hijri("غرة رمضان", "1448-09-01");
    check_hijri("نهاية جمادى الأولى 1446", "1446-05-29");
    check_hijri("نهاية رجب 1447", "1447-07-30");
    check_hijri("نهاية رجب 1447هـ", "1447-07-30");
    check_hijri("end of Rajab", "1448-07-30");
    check_hijri("the middle of Shaban", "1448-08-15");
    check("نهاية ديسمبر", "2026-12-31");
    check("منتصف يناير 2027", "2027-01-15");
    check("end of February", "2027-02-28");
}

#[test]
fn edges_of_periods_are_gregorian_unless_they_say_otherwise() {
    check("نهاية الشهر", "2026-11-30");
    check("نهاية هذا الشهر", "2026-11-30");
    check("منتصف الشهر القادم", "2026-12-15");
    check("نهاية الشهر المقبل", "2026-12-31");
    check("نهاية العام", "2026-12-31");
    check("نهاية السنة الميلادية", "2026-12-31");
    check_hijri("نهاية الشهر الهجري", "1448-06-29");
    check("نهاية الأسبوع", "2026-11-26");
    check("نهاية الأسبوع القادم", "2026-12-03");
    check("بداية الأسبوع القادم", "2026-11-29");
    check("الأسبوع القادم", "2026-11-29");
    check("الشهر القادم", "2026-12-01");
    check("next week", "2026-11-29");
    check("end of the month", "2026-11-30");
    check("end of next month", "2026-12-31");
    check("end of the week", "2026-11-26");
    check("by the end of the year", "2026-12-31");
    let hijri_year = parse("نهاية العام الهجري", today()).expect("a day").hijri();
    assert_eq!((hijri_year.year, hijri_year.month), (1448, 12));
}

fn unreadable(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::DateUnreadable(_))
}

fn impossible(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::DateImpossible(_))
}

fn out_of_range(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::DateOutOfRange(_))
}

fn refuse(typed: &str, why: fn(&ErrorKind) -> bool) {
    let error = parse(typed, today()).expect_err(typed);
    assert!(why(error.kind()), "{typed}: {error}");
}

#[test]
fn what_is_no_day_is_refused_and_quoted() {
    for typed in
        ["", "  ", "كلام", "15", "رجب", "1448", "15 1448", "32", "+966500000000", "بعد", "قبل", "نهاية", "12/13/14/15"]
    {
        refuse(typed, unreadable);
    }
    for typed in [
        "30/5/1446",
        "1446-05-30",
        "30 جمادى الأولى 1446",
        "31 رجب 1448",
        "31/4/2026",
        "29/2/2027",
        "0/1/2026",
        "1/13/2026",
    ] {
        refuse(typed, impossible);
    }
    for typed in
        ["1/1/1299", "1/1/1601هـ", "1 محرم 1700هـ", "1/1/1650", "1/1/1700", "1/1/2175", "15 رجب 999", "بعد 9999 سنة"]
    {
        let error = parse(typed, today()).expect_err(typed);
        assert!(out_of_range(error.kind()) || typed.contains("1700هـ"), "{typed}: {error}");
    }
    let error = parse("30/5/1446", today()).expect_err("no such day");
    assert_eq!(error.kind(), &ErrorKind::DateImpossible("30/5/1446".to_owned()));
}

/// The day a sentence sets: its ISO form, `-` where it sets none, `?` where it is not sure, `+` for the next meeting.
fn check_term(sentence: &str, expected: &str) {
    let (read, range) = match term(sentence, today()) {
        Term::Unsaid => ("-".to_owned(), 0..0),
        Term::Day(date, range) => (date.iso(), range),
        Term::NextMeeting(range) => ("+".to_owned(), range),
        Term::Unsure(range) => ("?".to_owned(), range),
    };
    assert_eq!(read, expected, "{sentence}: {:?}", sentence.get(range));
}

#[test]
fn the_first_day_of_something_is_no_term() {
    check_term("تطبيق اللائحة اعتبارًا من 1/7/1448هـ", "-");
    check_term("يُعمل بالدليل ابتداءً من 15 رجب", "-");
    check_term("وبدءًا من الأحد القادم تُستقبل الطلبات", "-");
    check_term("The guide is in force effective from 3 December", "-");
    check_term("Permits open starting 3 December", "-");
    // A last day beside the first one is a term all the same.
    check_term("تُستقبل الطلبات اعتبارًا من 1/7/1448هـ وحتى 15/7/1448هـ", "2026-12-24");
    check_term("يُعمل بالدليل اعتبارًا من 1 رجب، ويُرفع تقرير خلال أسبوعين", "2026-12-07");
}

#[test]
fn a_sentence_sets_a_term_by_a_named_day() {
    check_term("يُعدّ المهندس إبراهيم الدراسة قبل 15 رجب", "2026-12-24");
    check_term("رفع التقرير في موعد أقصاه 15/07/1448هـ", "2026-12-24");
    check_term("تسليم المخططات حتى الخميس، 15 رجب 1448", "2026-12-24");
    check_term("الموعد: 3 ديسمبر", "2026-12-03");
    check_term("تُحصر المواقع ويُرفع بها بيان يوم الخميس القادم", "2026-11-26");
    check_term("يرسل الخطاب غدًا", "2026-11-24");
    check_term("توقيع المذكرة في 1 شعبان 1448", "2027-01-09");
    check_term("Ibrahim prepares the study by 3 December 2026", "2026-12-03");
    check_term("Send the list no later than 15 Rajab 1448", "2026-12-24");
}

#[test]
fn a_sentence_sets_a_term_by_a_span() {
    check_term("إعداد الدراسة خلال أسبوعين", "2026-12-07");
    check_term("الرد على الطلب خلال خمسة عشر يومًا من تاريخه", "2026-12-08");
    check_term("تزويدنا بالبيان خلال مدة لا تتجاوز ثلاثين يومًا", "2026-12-23");
    check_term("أن يكون الردّ خلال 5 أيام عمل", "2026-11-30");
    check_term("معالجة البلاغ في غضون 48 ساعة", "2026-11-25");
    check_term("وخلال شهر يرفع المحضر", "2026-12-23");
    check_term("يرفع التقرير بعد أسبوعين", "2026-12-07");
    check_term("بحد أقصى عشرة أيام", "2026-12-03");
    check_term("within two weeks", "2026-12-07");
}

#[test]
fn a_period_ends_a_term_or_begins_after_it() {
    check_term("حصر الحدائق خلال الأسبوع القادم", "2026-12-03");
    check_term("حصر الحدائق هذا الأسبوع", "2026-11-26");
    check_term("إنهاء الأعمال قبل نهاية الشهر", "2026-11-30");
    check_term("إنهاء الأعمال بنهاية رجب", "2027-01-08");
    check_term("تجهيز السلال قبل رمضان", "2027-02-07");
    check_term("تدريب المتطوعين خلال شهر شعبان", "2027-02-07");
    check_term("إدراجها في خطة الربع الأول ورفعها خلال الربع الأول من عام 2027", "2027-03-31");
    check_term("اعتمادها قبل نهاية الربع الثاني", "2027-06-30");
    check_term("اعتمادها قبل الربع الثاني 2027", "2027-03-31");
    check_term("before the end of next month", "2026-12-31");
}

#[test]
fn a_term_that_hangs_on_something_else_is_left_open() {
    check_term("تُرفع النتائج خلال أسبوعين من استلام الطلب", "?");
    check_term("إرسال الدعوات قبل يومين من الفعالية", "?");
    check_term("يرفع قبل 15 رجب أو قبل 20 رجب", "?");
    check_term("يرفع قبل 31 رجب", "?");
    check_term("تجهيز القاعة لورشة يوم الخميس القادم", "?");
    check_term("عرض النتائج في الاجتماع القادم", "+");
    check_term("تُستكمل الملاحظات قبل الاجتماع القادم", "+");
}

#[test]
fn what_is_no_term_is_not_taken_for_one() {
    check_term("دراسة خطة 2027 ومواءمتها مع رؤية 2030", "-");
    check_term("مراجعة تقرير شهر رجب", "-");
    check_term("ناقش الحاضرون اليوم أثر القرار", "-");
    check_term("استكمال ما بُدئ في 1 رجب 1447", "-");
    check_term("رفع تقرير كل شهر", "-");
    check_term("زراعة 15 شجرة في 3 أحياء", "-");
    check_term("بعد اعتماد الميزانية تُطرح المنافسة", "-");
    check_term("", "-");
}
