//! Whether a meeting was or is to come.

use super::*;
use crate::domain::MeetingStatus::{Held, Scheduled};

#[test]
fn what_was_is_held_and_what_is_to_come_is_not() {
    let check = |text: &str, day: Option<&str>, expected: Option<crate::domain::MeetingStatus>| {
        let intake = found(text);
        let status = intake.meeting.status.as_ref().map(|status| status.value);
        assert_eq!((date(&intake).as_deref(), status), (day, expected), "{text}");
    };
    check("عقدت أمانة منطقة تبوك أمس اجتماعًا مع جمعية نماء.", Some("2026-11-22"), Some(Held));
    // The day stays missing: a text that names none is no reason to guess one.
    check("عقدت أمانة منطقة تبوك اجتماعًا تنسيقيًا مع جمعية نماء لمناقشة التشجير.", None, Some(Held));
    check("اجتمع وكيل الأمين للخدمات بممثلي جمعية نماء في لقاء تعريفي.", None, Some(Held));
    check("تدعوكم أمانة منطقة تبوك لحضور ورشة عمل عن التشجير.", None, Some(Scheduled));
    check("ستعقد أمانة منطقة تبوك اجتماعًا تنسيقيًا مع جمعية نماء.", None, Some(Scheduled));
    check("يُعقد الاجتماع التنسيقي يوم 15 رجب 1448هـ بمقر الأمانة.", Some("2026-12-24"), Some(Scheduled));
    check("عقدت أمانة منطقة تبوك اجتماعًا، وستعقد اجتماعًا آخر.", None, Some(Held));
    check("عقدت الأمانة اجتماعًا مع جمعية نماء، والاجتماع القادم سيعقد في رجب.", None, Some(Held));
    check("لم تعقد أمانة منطقة تبوك اجتماعًا.", None, None);
    check("A coordination meeting was held on 3 November 2026 in Tabuk.", Some("2026-11-03"), Some(Held));
    check("Tabuk Municipality held a coordination meeting with Namaa Society.", None, Some(Held));
    check("A coordination meeting will be held with Namaa Society.", None, Some(Scheduled));
    check("جمعية نماء جمعية أهلية.", None, None);
}
