//! Something new from anywhere, and the way to what the search finds.

use crate::support::{app, empty};
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::strings::Language;

#[test]
fn a_proposal_is_added_over_another_screen_without_leaving_it() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    window.settle();
    window.event(Event::Text("مقتر".to_owned()));
    window.settle();
    window.press(Key::Enter);
    window.type_into("النص", "ملاعب للأحياء");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), Route::People, "the screen is the one it was");
    assert!(window.shows("أُضيف: مقترح"));
    window.click_role(Role::Button, "فتح");
    let Route::Record(record) = window.state().route() else { panic!("{:?}", window.state().route()) };
    assert_eq!(record.entity, Entity::Outcome);
    assert!(window.shows("ملاعب للأحياء"));
}

#[test]
fn the_search_also_begins_something_new() {
    let mut window = empty(Language::English);
    window.press_ctrl(Key::K);
    window.event(Event::Text("+ person".to_owned()));
    window.settle();
    window.click_plain(Role::ListBoxOption, "+ Person");
    window.type_into("Name", "Sara Nasser");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("Added: Person"));
    assert_eq!(window.state().route(), Route::Meetings);
}

#[test]
fn every_kind_has_a_form_that_can_be_filled_in() {
    let mut window = empty(Language::English);
    for place in 0..12 {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
        window.settle();
        for _ in 0..place {
            window.press(Key::ArrowDown);
        }
        window.press(Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_some(), "kind {place}");
        window.event(Event::Text(format!("Something {place}")));
        window.settle();
        window.press_ctrl(Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_none(), "kind {place} was saved");
    }
}

#[test]
fn a_find_is_opened_on_its_page_and_a_part_of_a_meeting_in_its_meeting() {
    let mut window = app(Language::English);
    let body = window
        .state()
        .store()
        .apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", "Green charity".into())] });
    let body = body.expect("added").record.expect("its record");
    let values = vec![("organisation", Value::Number(body.id)), ("name", "Friends of trees".into())];
    window.state().store().apply(Edit::Add { entity: Entity::Alias, values }).expect("a name");
    window.settle();
    let mut check = |words: &str, expected: &dyn Fn(Route) -> bool| {
        window.press_ctrl(Key::K);
        window.event(Event::Text(words.to_owned()));
        window.settle();
        window.press(Key::Enter);
        assert!(expected(window.state().route()), "{words}: {:?}", window.state().route());
    };
    check("القصيبي", &|route| matches!(route, Route::Record(record) if record.entity == Entity::Person));
    check("تشجير", &|route| matches!(route, Route::Record(record) if record.entity == Entity::Outcome));
    // Another name of a body leads to the body.
    check("Friends of trees", &|route| route == Route::Record(body));
    check("الافتتاح", &|route| matches!(route, Route::Meeting(_)));
}

#[test]
fn one_key_opens_the_form_of_what_a_register_lists_and_what_was_added_is_the_row_one_is_at() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num7);
    window.press_ctrl(Key::N);
    window.type_into("Name", "Palm Growers");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), Route::Organisations);
    let rows = window.query_all_by_role(Role::Row);
    let chosen: Vec<String> = rows
        .map(|row| row.accesskit_node())
        .filter(|row| row.is_selected() == Some(true))
        .filter_map(|row| row.label())
        .collect();
    assert!(matches!(chosen.as_slice(), [one] if one.contains("Palm Growers")), "{chosen:?}");
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Record(_)), "the keys go on from it");
    window.press_ctrl(Key::Num9);
    window.press_ctrl(Key::N);
    assert_eq!(window.state().route(), Route::Meetings, "where nothing is listed it is a meeting");
    assert!(window.find("New meeting"));
}
