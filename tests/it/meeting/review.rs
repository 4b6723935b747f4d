//! The minutes after the meeting: review, a remark, approval with what is still missing, reopening with its reason, the
//! signed scan.

use super::*;
use tansiq::domain::MinutesState;

/// A meeting that was held.
fn held(language: Language) -> Window {
    let mut window = workspace(language);
    let meeting = stored(&window).meeting.id;
    let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: Some(3) };
    let attends = Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present };
    let moves = [MeetingStatus::InProgress, MeetingStatus::Held];
    let moves = moves.map(|to| Edit::MoveMeeting { meeting, to, reason: String::new() });
    for edit in [attends].into_iter().chain(moves) {
        window.state().store().send(edit);
    }
    window.settle();
    pause(&mut window);
    window
}

#[test]
fn the_page_of_a_meeting_that_was_taken_back_takes_no_more_words() {
    let mut window = workspace(Language::Arabic);
    let meeting = stored(&window).meeting.id;
    window.state().store().send(Edit::Remove(meeting.record()));
    window.settle();
    assert!(window.shows("لم يعد هذا السجل موجودًا"));
    assert!(!window.find("بند جديد"));
    window.press_ctrl(Key::Z);
    assert!(window.find("بند جديد"), "it is back with its page");
}

#[test]
fn minutes_go_to_review_and_come_back_with_a_remark() {
    let mut window = held(Language::Arabic);
    window.click("إرسال للمراجعة");
    pause(&mut window);
    assert_eq!(stored(&window).meeting.minutes, MinutesState::InReview);
    assert!(window.shows("المحضر قيد المراجعة"));
    window.click("إعادة بملاحظات");
    window.type_into("ما المطلوب تعديله", "صحح رقم القرار الأول");
    window.click("أعد المحضر");
    pause(&mut window);
    assert_eq!(stored(&window).meeting.minutes, MinutesState::Returned);
    assert!(window.shows("ملاحظات المراجعة: صحح رقم القرار الأول"), "the remark stands at the head");
    window.click("إرسال للمراجعة");
    pause(&mut window);
    assert!(!window.shows("ملاحظات المراجعة"), "what was answered is not asked again");
}

#[test]
fn approval_asks_once_more_what_is_missing() {
    let mut window = held(Language::Arabic);
    window.click("اعتماد المحضر");
    assert!(window.shows("قبل اعتماد المحضر") && window.shows("رئيس الاجتماع: غير محدد"));
    window.press(Key::Escape);
    pause(&mut window);
    assert_eq!(stored(&window).meeting.minutes, MinutesState::Draft, "leaving approves nothing");
    support::lead(window.state().store(), stored(&window).meeting.id);
    pause(&mut window);
    window.click("اعتماد المحضر");
    assert!(!window.shows("لا يُعتمد المحضر قبلها"));
    window.click("اعتماد مع هذا النقص");
    pause(&mut window);
    let meeting = stored(&window).meeting;
    assert_eq!(meeting.minutes, MinutesState::Approved);
    assert_eq!(meeting.content_hash.len(), 64, "what the minutes say is kept");
}

#[test]
fn minutes_without_a_chair_are_refused_with_the_way_to_the_very_field() {
    let mut window = held(Language::Arabic);
    let meeting = stored(&window).meeting.id;
    window.click("اعتماد المحضر");
    assert!(window.shows("لا يُعتمد المحضر قبلها") && window.shows("رئيس الاجتماع: غير محدد"));
    assert!(!window.shows("اعتماد مع هذا النقص"));
    for (field, name) in [("رئيس الاجتماع", "ماجد"), ("أمين الاجتماع", "سارة")] {
        window.click(&format!("إكمال: {field}: غير محدد"));
        pause(&mut window);
        assert!(window.field(field).is_focused(), "{field}");
        window.field(field).type_text(name);
        pause(&mut window);
        window.press(Key::Enter);
        window.press_ctrl(Key::Enter);
        pause(&mut window);
    }
    assert!(!window.shows("لا يُعتمد المحضر قبلها"));
    window.press_ctrl(Key::Enter);
    pause(&mut window);
    let view = read(window.state().store(), meeting);
    assert_eq!(view.meeting.minutes, MinutesState::Approved, "the rest may be missing");
}

#[test]
fn reopening_says_why_and_is_over_once_the_scan_is_there() {
    let mut window = held(Language::English);
    support::lead(window.state().store(), stored(&window).meeting.id);
    pause(&mut window);
    window.click("Approve minutes");
    window.click("Approve as it is");
    pause(&mut window);
    window.click("More for this meeting");
    window.click("Reopen the minutes for changes");
    window.type_into("Reason", "The date is wrong");
    window.click("Reopen");
    pause(&mut window);
    let meeting = stored(&window).meeting;
    assert_eq!((meeting.minutes, meeting.content_hash.as_str()), (MinutesState::Draft, ""));
    window.click("Approve minutes");
    window.click("Approve as it is");
    pause(&mut window);
    let values = vec![("subject", meeting.id.record().into()), ("name", "scan.pdf".into()), ("kind", "scan".into())];
    window.state().store().send(Edit::Add { entity: Entity::Document, values });
    window.settle();
    pause(&mut window);
    assert!(window.shows("Signed"), "the chip says so");
    window.click("More for this meeting");
    assert!(!window.shows("Reopen the minutes"), "signed minutes are not reopened");
}

#[test]
fn every_button_of_the_head_has_room_in_the_smallest_window() {
    for language in [Language::Arabic, Language::English] {
        let mut window = open(&Setup { language, size: [1024.0, 680.0], ..Setup::default() }, |store| {
            with_meeting(store);
            let meeting = MeetingId(1);
            let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: Some(3) };
            store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("there");
            for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
                store.apply(Edit::MoveMeeting { meeting, to, reason: String::new() }).expect("moved");
            }
        });
        let row = window.rows().into_iter().next().expect("the meeting is listed");
        window.click_role(Role::Row, &row);
        pause(&mut window);
        let names = match language {
            Language::Arabic => ["أوامر أخرى للاجتماع", "اعتماد المحضر", "إرسال للمراجعة"],
            Language::English => ["More for this meeting", "Approve minutes", "Send for review"],
        };
        for name in names {
            let place = window.get_by_label(name).rect();
            assert!(place.left() >= 0.0 && place.right() <= 1024.0, "{name}: {place:?}");
        }
    }
}
