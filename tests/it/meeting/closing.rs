//! Ending a meeting: what it lacks is listed with the way to it, and the next one of the series is made with it.

use super::*;
use tansiq::domain::AgendaState;
use tansiq::store::query::AgendaView;

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
    for missing in [
        "بلا مسؤول: إعداد دليل",
        "بلا موعد: إعداد دليل",
        "رئيس الاجتماع: غير محدد",
        "لم يُناقش: المبادرات والمقترحات",
        "لم يُناقش: التوصيات",
    ] {
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
fn a_meeting_at_which_nobody_is_listed_says_so_before_it_is_ended() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.click("إنهاء الاجتماع");
    assert!(window.shows("لا يُنهى الاجتماع قبله") && window.shows("لم يُسجَّل حضور أحد"));
    window.press_ctrl(Key::Enter);
    pause(&mut window);
    assert!(window.shows("لا يُنهى الاجتماع قبله"), "the list stays");
    assert_eq!(stored(&window).meeting.status, MeetingStatus::InProgress);
    window.click("إكمال: لم يُسجَّل حضور أحد");
    window.type_into("إضافة إلى الحضور", "ماجد");
    window.press(Key::Enter);
    pause(&mut window);
    window.click("إنهاء الاجتماع");
    assert!(!window.shows("لا يُنهى الاجتماع قبله"));
    end(&mut window);
    assert_eq!(stored(&window).meeting.status, MeetingStatus::Held);
}

#[test]
fn a_meeting_to_which_nobody_came_is_asked_about_and_can_be_ended() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.type_into("إضافة إلى الحضور", "ماجد");
    window.press(Key::Enter);
    pause(&mut window);
    let record = stored(&window).attendance[0].id.record();
    let values = vec![("status", tansiq::domain::AttendanceStatus::Absent.into())];
    window.state().store().send(Edit::Set { record, values, session: None, based_on: None });
    pause(&mut window);
    window.click("إنهاء الاجتماع");
    assert!(window.shows("لم يُسجَّل حضور أحد") && !window.shows("لا يُنهى الاجتماع قبله"));
    end(&mut window);
    assert_eq!(stored(&window).meeting.status, MeetingStatus::Held);
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

/// The button goes down in one frame and up in a later one, as under a hand.
fn press_slowly(window: &mut Window, name: &str) {
    let pos = window.get_by_label(name).rect().center();
    window.hover_at(pos);
    window.step();
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.step();
        window.step();
    }
    window.settle();
}

#[test]
fn a_field_that_is_led_to_once_more_has_the_focus_under_a_hand_too() {
    let mut window = workspace(Language::Arabic);
    press_slowly(&mut window, "بدء الاجتماع");
    press_slowly(&mut window, "إنهاء الاجتماع");
    for time in 1..=3 {
        press_slowly(&mut window, "إكمال: موعد الاجتماع القادم: غير محدد");
        assert!(window.field("موعد الاجتماع القادم").is_focused(), "the {time}. time");
        window.press(Key::Escape);
        pause(&mut window);
    }
}

#[test]
fn an_item_that_was_discussed_without_its_clock_is_said_so_where_it_is_missed() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.click("إنهاء الاجتماع");
    window.click("نوقش: التوصيات");
    pause(&mut window);
    let states: Vec<AgendaState> = stored(&window).agenda.iter().map(|item| item.state).collect();
    assert_eq!(states, [AgendaState::Discussing, AgendaState::Listed, AgendaState::Discussed]);
    assert!(!window.shows("لم يُناقش: التوصيات"), "nobody misses it any more");
    assert!(window.shows("لم يُناقش: المبادرات والمقترحات"), "the list waits for the rest");
}

#[test]
fn many_items_that_nobody_came_to_are_counted_and_answered_at_once() {
    let mut window = workspace(Language::Arabic);
    for title in ["الميزانية", "الشراكات", "الأنظمة"] {
        window.type_into("بند جديد", title);
        window.press(Key::Enter);
    }
    window.click("بدء الاجتماع");
    window.click("إنهاء الاجتماع");
    window.click("نوقشت كلها: 5 بنود لم تُناقش");
    pause(&mut window);
    let is_left = |item: &AgendaView| item.state == AgendaState::Listed;
    assert!(!stored(&window).agenda.iter().any(is_left));
    assert!(!window.shows("5 بنود لم تُناقش"));
}
