//! The goals of the Vision that a meeting, and what came out of it, serve: chips that come and go, each a step.

use crate::preparing::fill;
use crate::support::{Setup, Window, open};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, RecordPage};
use tansiq::store::{Edit, Store};

const FIELD: &str = "مستهدفات رؤية 2030";
const MEETING: MeetingId = MeetingId(2);

fn with_goals(store: &Store) {
    fill(store);
    for name in ["حياة المدينة", "خدمات الأحياء"] {
        let values = vec![("list", EntryList::Goal.into()), ("name", name.into())];
        store.apply(Edit::Add { entity: Entity::Entry, values }).expect("a goal");
    }
}

fn prepared() -> Window {
    let mut window = open(&Setup::default(), with_goals);
    window.click_role(Role::Row, "لقاء الجمعيات");
    window.click("التحضير");
    window
}

fn goals(window: &Window) -> Vec<String> {
    let view = window.state().store().read(MeetingPage { id: MEETING }).expect("the meeting");
    view.goals.into_iter().filter(|goal| goal.record == MEETING.record()).map(|goal| goal.name).collect()
}

/// Types into the field and takes what the list stands at.
fn add(window: &mut Window, typed: &str) {
    window.type_into(FIELD, typed);
    window.press(Key::Enter);
}

#[test]
fn a_meeting_gets_its_goals_where_it_is_prepared_however_they_are_spelt() {
    let mut window = prepared();
    add(&mut window, "حياه");
    add(&mut window, "الاحياء");
    assert_eq!(goals(&window), ["حياة المدينة", "خدمات الأحياء"]);
    window.click("إزالة حياة المدينة");
    assert_eq!(goals(&window), ["خدمات الأحياء"]);
    window.press_ctrl(Key::Z);
    assert_eq!(goals(&window), ["حياة المدينة", "خدمات الأحياء"], "each chip is a step of its own");
    assert!(window.find("إزالة حياة المدينة"), "and stands there again");
}

#[test]
fn a_goal_that_no_list_knows_is_not_made_by_typing() {
    let mut window = prepared();
    add(&mut window, "زحل");
    assert!(goals(&window).is_empty());
}

#[test]
fn a_records_page_has_its_goals_apart_from_other_ties() {
    let mut window = prepared();
    add(&mut window, "حياة");
    window.click("أوامر أخرى للاجتماع");
    window.click("سجل الاجتماع وتغييراته");
    assert_eq!(window.state().route(), Route::Record(MEETING.record()));
    assert!(window.find("إزالة حياة المدينة"));
    add(&mut window, "خدمات");
    assert_eq!(goals(&window).len(), 2);
    let page = RecordPage { record: MEETING.record() };
    let ties = window.state().store().read(page).expect("its page").ties;
    assert!(ties.iter().all(|tie| tie.kind == LinkKind::Serves));
    assert!(window.query_by_label("حذف الرابط مع «حياة المدينة»").is_none(), "it is not told twice");
}
