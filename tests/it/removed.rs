//! A meeting that is deleted says what goes with it, and all of it comes back.

use crate::support::{Setup, Window, open};
use eframe::egui::Role;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::store::query::MeetingPage;
use tansiq::strings::Language;

/// A meeting of which so many outcomes came, opened.
fn meeting_with(count: usize, language: Language) -> Window {
    let mut window = open(&Setup { language, ..Setup::default() }, |store| {
        let values = vec![("title", "لقاء الجمعيات".into()), ("date", "2026-11-23".into())];
        store.apply(Edit::NewMeeting { values, parties: Vec::new(), agenda: Vec::new() }).expect("a meeting");
        for _ in 0..count {
            let values = vec![
                ("kind", OutcomeKind::FollowUp.into()),
                ("text", "حصر المواقع".into()),
                ("meeting", MeetingId(1).into()),
            ];
            store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("an outcome");
        }
    });
    window.click_role(Role::Row, "لقاء الجمعيات");
    window.press(eframe::egui::Key::Enter);
    assert_eq!(window.state().route(), Route::Meeting(MeetingId(1)));
    window
}

fn check(count: usize, expected: &str) {
    let mut window = meeting_with(count, Language::Arabic);
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "نقل الاجتماع إلى السلة");
    assert_eq!(window.state().route(), Route::Meetings);
    assert!(window.shows(expected), "{expected}");
    window.click_role(Role::Button, "تراجع");
    let page = window.state().store().read(MeetingPage { id: MeetingId(1) }).expect("it is back");
    assert_eq!(page.outcomes.len(), count, "with all that went");
}

#[test]
fn a_deleted_meeting_says_how_many_outcomes_went_with_it_and_all_come_back() {
    check(0, "حُذف الاجتماع");
    check(1, "حُذف الاجتماع، ومعه مخرج واحد");
    check(2, "حُذف الاجتماع، ومعه مخرجان");
    check(3, "حُذف الاجتماع، ومعه 3 مخرجات");
    check(11, "حُذف الاجتماع، ومعه 11 مخرجًا");
}
