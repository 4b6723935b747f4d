//! A list of any length as a whole: every record of it is selected and changed at once, the End key leads to its last row,
//! and what is counted beside it is counted by one rule.

use crate::support::{Setup, Window, app, open};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::store::query::{Condition, RecordList, Which};
use tansiq::store::{Edit, Store};
use tansiq::strings::Language;

fn count(window: &Window, entity: Entity, conditions: Vec<Condition>) -> usize {
    let today = Date::from_iso(crate::support::TODAY).expect("a day");
    let which = Which { entity, kinds: Vec::new(), conditions, containing: String::new(), order: Vec::new(), today };
    window.state().store().read(RecordList { which, columns: Vec::new(), first: 0, count: 0 }).expect("a count").total
}

/// So many people, called by their numbers.
fn people(store: &Store, count: usize) {
    let add = |number| Edit::Add { entity: Entity::Person, values: vec![("name", format!("{number:05}").into())] };
    store.apply(Edit::Together((1..=count).map(add).collect())).expect("the people");
}

#[test]
fn every_record_of_a_long_list_is_selected_and_changed() {
    let mut window = open(&Setup::default(), |store| people(store, 1_500));
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    assert!(window.shows("1500 سجل محدد"), "all of them, and not only those that were read");
    window.click("الجهة…");
    window.type_into("الجهة", "أمانة الواحة");
    window.press_ctrl(Key::Enter);
    let given = |window: &Window| {
        let body = vec![Condition::OneOf("organisation", vec![Value::Number(1)])];
        count(window, Entity::Person, body)
    };
    assert_eq!(given(&window), 1_500);
    window.press_ctrl(Key::Z);
    assert_eq!(given(&window), 0, "as one step");
}

#[test]
fn what_a_person_takes_out_of_a_whole_list_stays_out() {
    let mut window = open(&Setup::default(), |store| people(store, 1_500));
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Space);
    window.settle();
    assert!(window.shows("1499 سجلًا محددًا"), "all the others, read or not, are still selected");
    window.click("الجهة…");
    window.type_into("الجهة", "أمانة الواحة");
    window.press_ctrl(Key::Enter);
    let body = vec![Condition::OneOf("organisation", vec![Value::Number(1)])];
    assert_eq!(count(&window, Entity::Person, body), 1_499);
    // What is chosen alone is no longer all of it.
    window.click_role(Role::Row, "00003");
    assert!(!window.shows("محددًا"));
}

#[test]
fn a_click_with_ctrl_takes_one_row_out_of_a_whole_list() {
    let mut window = open(&Setup::default(), |store| people(store, 1_500));
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.get_by_role_and_label(Role::Row, "00004").click_modifiers(Modifiers::COMMAND);
    window.settle();
    assert!(window.shows("1499 سجلًا محددًا"));
}

#[test]
fn the_end_key_leads_to_the_last_row_of_a_list_of_any_length() {
    let mut window = open(&Setup::default(), |store| people(store, 12_000));
    window.press_ctrl(Key::Num8);
    window.press(Key::ArrowDown);
    window.press(Key::End);
    window.settle();
    assert_eq!(window.rows().last().map(String::as_str), Some("12000"));
    window.press(Key::Home);
    window.settle();
    assert_eq!(window.rows().first().map(String::as_str), Some("00001"));
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows("00002"), "and the keys go on from there");
}

#[test]
fn the_list_of_meetings_is_read_as_far_as_one_goes() {
    let mut window = open(&Setup::default(), |store| {
        let add = |number: i64| {
            let day = Date::from_iso("2020-01-01").and_then(|day| day.add_days(number)).expect("a day");
            Edit::Add {
                entity: Entity::Meeting,
                values: vec![("title", format!("{number:05}").into()), ("date", day.into())],
            }
        };
        store.apply(Edit::Together((1..=1_500).map(add).collect())).expect("the meetings");
    });
    assert!(window.shows("1500 صف"), "it says how many there are, not how many were read");
    assert_eq!(window.rows().first().map(String::as_str), Some("01500"), "the newest first");
    window.press(Key::ArrowDown);
    window.press(Key::End);
    window.settle();
    assert_eq!(window.rows().last().map(String::as_str), Some("00001"));
    window.press(Key::Home);
    window.settle();
    window.click_role(Role::ColumnHeader, "الاجتماع");
    window.settle();
    assert_eq!(window.rows().first().map(String::as_str), Some("00001"), "by its heading the whole list is sorted");
    window.press_ctrl(Key::A);
    window.settle();
    assert!(window.shows("1500 في القائمة · 1500 صف محدد"), "all of them");
}

/// What the head of the register and the navigation say of what is late.
fn said(window: &Window, head: &str, beside: &str) {
    assert!(window.shows(head), "{head}");
    let link = window.get_by_role_and_label(Role::Link, "المتابعات");
    assert_eq!(link.accesskit_node().value().as_deref(), Some(beside));
}

#[test]
fn what_is_late_is_counted_by_one_rule_at_the_head_and_beside_it() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    said(&window, "3 مفتوحة · متأخرة واحدة", "متأخرة واحدة");
    // Words narrow the list, and not what there is to do.
    window.type_into("تصفية القائمة", "مذكرة");
    said(&window, "3 مفتوحة · متأخرة واحدة", "متأخرة واحدة");
    window.press_ctrl(Key::A);
    window.press(Key::Delete);
    window.press(Key::Tab);
    // While several are selected the filters are not seen, and what is counted goes on all the same.
    window.click_role(Role::Row, "حصر الفعاليات التطوعية للربع الأول 2027 (Q1)");
    window.press_ctrl(Key::A);
    window.click("الاستحقاق…");
    window.type_into("الاستحقاق", "2026-11-01");
    window.press_ctrl(Key::Enter);
    said(&window, "3 مفتوحة · 3 متأخرة", "3 متأخرة");
}
