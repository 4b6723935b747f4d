//! Ending a meeting: what it lacks is listed with the way to it, and the next one of the series is made with it.

use super::*;

#[test]
fn what_the_minutes_lack_is_listed_and_filled_in_from_there() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.type_into("إضافة إلى الحضور", "ماجد");
    window.press(Key::Enter);
    window.type_into(NOTES, "إعداد دليل");
    window.press_ctrl(Key::T);
    pause(&mut window);
    window.click("إنهاء الاجتماع");
    for missing in ["بلا مسؤول: إعداد دليل", "بلا موعد: إعداد دليل", "رئيس الاجتماع: غير محدد", "بندان لم يُناقشا"]
    {
        assert!(window.shows(missing), "{missing}");
    }
    window.click("إكمال: بلا موعد: إعداد دليل");
    pause(&mut window);
    window.type_into("تاريخ الاستحقاق", "15 رجب 1448");
    window.press_ctrl(Key::Enter);
    pause(&mut window);
    assert!(stored(&window).outcomes[0].due.is_some());
    assert!(!window.shows("بلا موعد: إعداد دليل"), "what was filled in is no longer missing");
    assert!(window.shows("بلا مسؤول: إعداد دليل"), "the list waits for the rest");
    end(&mut window);
    assert_eq!(stored(&window).meeting.status, MeetingStatus::Held);
}

#[test]
fn escape_goes_back_to_the_meeting() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.click("إنهاء الاجتماع");
    window.press(Key::Escape);
    pause(&mut window);
    assert!(!window.shows("قبل إنهاء الاجتماع"));
    assert_eq!(stored(&window).meeting.status, MeetingStatus::InProgress);
}

#[test]
fn each_thing_that_is_missing_leads_to_the_very_field() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.type_into(NOTES, "إعداد دليل");
    window.press_ctrl(Key::T);
    pause(&mut window);
    window.click("إنهاء الاجتماع");
    for (missing, field) in [
        ("موعد الاجتماع القادم: غير محدد", "موعد الاجتماع القادم"),
        ("رئيس الاجتماع: غير محدد", "رئيس الاجتماع"),
        ("أمين الاجتماع: غير محدد", "أمين الاجتماع"),
        // Again, behind another field of the same form.
        ("موعد الاجتماع القادم: غير محدد", "موعد الاجتماع القادم"),
        ("موعد الاجتماع القادم: غير محدد", "موعد الاجتماع القادم"),
        ("بلا مسؤول: إعداد دليل", "المسؤول"),
        ("بلا موعد: إعداد دليل", "تاريخ الاستحقاق"),
    ] {
        window.click(&format!("إكمال: {missing}"));
        pause(&mut window);
        assert!(window.field(field).is_focused(), "{missing}");
        let (place, room) = (window.field(field).rect(), window.ctx.content_rect());
        assert!(room.contains_rect(place), "{missing} is in sight: {place:?}");
        window.press(Key::Escape);
        pause(&mut window);
    }
}
