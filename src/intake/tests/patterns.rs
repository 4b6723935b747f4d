//! Patterns of names, bodies and tasks that texts are full of, one by one.

use super::*;
use crate::domain::MeetingKind;

#[test]
fn words_of_posts_and_titles_are_names_too() {
    let names = |text: &str| -> Vec<String> { found(text).people.into_iter().map(|person| person.name).collect() };
    assert_eq!(names("حضر اللقاء الأستاذ مساعد بن عبدالعزيز الراسي."), ["مساعد بن عبدالعزيز الراسي"]);
    assert_eq!(names("حضر اللقاء م. عادل الراسي مدير الخدمات و أ. سمر القاضي"), ["عادل الراسي", "سمر القاضي"]);
    assert_eq!(names("حضر اللقاء القاضي سعد الراسي."), ["سعد الراسي"]);
    assert_eq!(names("سنلتقي غدًا في مقر الجمعية.\nأخوك سعد الراسي"), ["سعد الراسي"]);
    let intake = found("حضر اللقاء م. عادل الراسي مدير الخدمات و أ. سمر القاضي");
    assert_eq!(people(&intake)[0], "المهندس عادل الراسي | مدير الخدمات | -");
    let intake = found("وأعلنت عميدة كلية المجتمع الدكتورة ابتسام الراسي إطلاق البرنامج في اللقاء.");
    assert_eq!(people(&intake), ["الدكتورة ابتسام الراسي | عميدة كلية المجتمع | كلية المجتمع"]);
}

#[test]
fn a_body_takes_its_place_along_and_a_committee_of_what_is_none() {
    let intake = found("محضر الاجتماع الثالث للجنة التنسيقية\nالحضور:\n1. أ. نوال الراسي – جمعية فتاة تبوك");
    assert_eq!(bodies(&intake), ["جمعية فتاة تبوك"]);
    assert_eq!(people(&intake), ["الأستاذة نوال الراسي | - | جمعية فتاة تبوك"]);
}

#[test]
fn who_is_told_to_do_something_does_it() {
    let intake = found(
        "[22/11/2026، 9:14:02 م] منيرة الراسي: اجتماع جمعية طهور بيكون يوم الاثنين الجاي الساعة 1 الظهر
[22/11/2026، 9:15:40 م] فهد الجبري: تم
[22/11/2026، 9:18:30 م] منيرة الراسي: فهد جهّز العرض قبل الأحد لو سمحت",
    );
    assert_eq!(tasks(&intake), ["فهد جهّز العرض قبل الأحد لو سمحت | فهد الجبري | 2026-11-29"]);
    let intake = found("خلاصة لقاء أمس:\nالدكتورة أمل الراسي بتكتب لهم خطاب رسمي قبل 10 ديسمبر");
    assert_eq!(tasks(&intake), ["الدكتورة أمل الراسي بتكتب لهم خطاب رسمي قبل 10 ديسمبر | أمل الراسي | 2026-12-10"]);
    let intake = found("عقدت أمانة منطقة تبوك لقاءً، ووجّه الأمين بتشكيل فريق عمل على أن يرفع تقريره خلال أسبوعين.");
    assert_eq!(intake.follow_ups.len(), 1, "{:?}", intake.follow_ups);
    // What was is no task, and who holds a meeting on a day is not asked for anything.
    let intake = found("وصل فهد الجبري قبل الأحد. The Oasis Society will hold a meeting on 3 December 2026.");
    assert!(intake.follow_ups.is_empty(), "{:?}", tasks(&intake));
}

#[test]
fn a_reception_and_a_signing_have_their_day() {
    let intake = found("استقبل أمين منطقة تبوك أمس رئيس مجلس إدارة جمعية نماء الشيخ صالح بن سعد الراسي.");
    assert_eq!(date(&intake).as_deref(), Some("2026-11-22"));
    let intake = found("وقّعت أمانة منطقة تبوك وجمعية نماء يوم الأحد 12/6/1448هـ مذكرة تفاهم.");
    assert_eq!(date(&intake).as_deref(), Some("2026-11-22"));
}

#[test]
fn an_item_of_a_list_that_names_its_owner_is_theirs_to_do_and_says_so_once() {
    let intake = found(
        "عقدت أمانة منطقة تبوك لقاءً مع جمعية نماء الأهلية بحضور الأستاذ صالح الراسي.
القرارات:
- اعتماد النموذج الموحد
- إعداد مسودة الاتفاقية، المسؤول: صالح الراسي، قبل 20/12/2026
كما تقرر متابعة ما يلي:
- حصر المواقع خلال أسبوعين، المسؤولة: جمعية نماء الأهلية",
    );
    assert_eq!(texts(&intake.decisions), ["اعتماد النموذج الموحد"]);
    assert_eq!(
        tasks(&intake),
        ["إعداد مسودة الاتفاقية | صالح الراسي | 2026-12-20", "حصر المواقع | جمعية نماء الأهلية | 2026-12-07"]
    );
    // In a sentence both belong to it.
    let intake = found("وستتولى جمعية نماء الأهلية إعداد الدليل خلال أسبوعين.");
    assert_eq!(texts(&intake.follow_ups), ["ستتولى جمعية نماء الأهلية إعداد الدليل خلال أسبوعين"]);
}

#[test]
fn the_next_meeting_and_the_end_are_facts_of_the_meeting() {
    let intake = found(
        "عقدت أمانة منطقة تبوك لقاءً تنسيقيًا يوم الأحد 22 نوفمبر 2026م من الساعة 10:30 صباحًا حتى 12:15 ظهرًا.
واتُّفق على أن يُعقد اللقاء القادم يوم الأحد 20 ديسمبر 2026.",
    );
    let meeting = &intake.meeting;
    assert_eq!(time(&intake).as_deref(), Some("10:30"));
    assert_eq!(meeting.end.as_ref().map(|time| time.value.to_string()).as_deref(), Some("12:15"));
    assert_eq!(meeting.next_date.as_ref().map(|date| date.value.iso()).as_deref(), Some("2026-12-20"));
    assert_eq!((date(&intake).as_deref(), texts(&intake.decisions)), (Some("2026-11-22"), Vec::new()));
    assert_eq!(meeting.kind.as_ref().map(|kind| kind.value), Some(MeetingKind::Coordination));
    let intake = found("عقدت أمانة منطقة تبوك لقاءً في تمام الساعة 10 صباحًا إلى جانب جمعية نماء.");
    assert!(intake.meeting.end.is_none());
}

#[test]
fn of_two_days_that_differ_the_one_whose_day_of_the_week_is_named_is_offered_first() {
    let check = |said: &str, days: [&str; 2]| {
        let intake = found(&format!("عقدت أمانة منطقة تبوك لقاءً {said}."));
        let open = intake.meeting.unsure_dates.first().map(|dates| dates.value.clone()).unwrap_or_default();
        assert_eq!(
            (date(&intake), open.into_iter().map(Date::iso).collect::<Vec<_>>()),
            (None, days.map(str::to_owned).to_vec()),
            "{said}"
        );
    };
    check("يوم الثلاثاء 15/6/1448هـ الموافق 24 نوفمبر 2026م", ["2026-11-24", "2026-11-25"]);
    check("يوم الأربعاء 15/6/1448هـ الموافق 24 نوفمبر 2026م", ["2026-11-25", "2026-11-24"]);
    check("بتاريخ 15/6/1448هـ الموافق 24 نوفمبر 2026م", ["2026-11-25", "2026-11-24"]);
}

#[test]
fn a_place_keeps_its_adjective_and_what_only_points_on_is_no_topic() {
    let intake = found(
        "عقدت أمانة محافظة الواحة الخضراء لقاءً مع ثماني جمعيات أهلية.
وناقش المجتمعون عددًا من المحاور، منها:
- تهيئة الحدائق",
    );
    assert_eq!(bodies(&intake), ["أمانة محافظة الواحة الخضراء"]);
    assert_eq!(topics(&intake), ["تهيئة الحدائق"]);
    assert_eq!(intake.groups.first().map(|group| group.name.as_str()), Some("ثماني جمعيات أهلية"));
}
