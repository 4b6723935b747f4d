//! Patterns of names, bodies and tasks that texts are full of, one by one.

use super::*;

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
