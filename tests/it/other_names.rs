//! Other names: somebody is found and offered by each of them, and the name of what was merged stays one.

use crate::support::{Window, app, open};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use tansiq::domain::*;
use tansiq::store::Edit;
use tansiq::store::query::{Condition, LikelyTwins, Names, RecordList, Search, Which};
use tansiq::strings::Language;

fn offered(window: &Window, typed: &str) -> Vec<String> {
    let query = Names { entity: Entity::Person, list: None, containing: typed.to_owned() };
    window.state().store().read(query).expect("the names").into_iter().map(|named| named.name).collect()
}

fn found(window: &Window, typed: &str) -> Vec<Record> {
    let query = Search::new(typed, 10);
    window.state().store().read(query).expect("the finds").hits.into_iter().map(|hit| hit.page).collect()
}

#[test]
fn a_person_is_found_and_offered_by_another_name() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, "م. إبراهيم القصيبي");
    window.press(Key::Enter);
    window.click_plain(Role::Button, "إضافة إلى «أسماء أخرى»");
    // Without a name there is nothing to add.
    window.press_ctrl(Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_some(), "the form says what it needs");
    window.type_into("الاسم", "أبو خالد");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("أبو خالد"), "its page lists it");
    let window = window;
    assert_eq!(offered(&window, "ابو خالد"), ["م. إبراهيم القصيبي"]);
    let likely = LikelyTwins::of_name(Entity::Person, "أبو خالد");
    let likely = window.state().store().read(likely).expect("an answer");
    assert_eq!(likely[0].named.name, "م. إبراهيم القصيبي");
    let [page] = found(&window, "أبو خالد").try_into().expect("one find");
    assert_eq!(page.entity, Entity::Person);
    let which = Which {
        entity: Entity::Person,
        kinds: Vec::new(),
        conditions: Vec::<Condition>::new(),
        containing: "أبو خالد".to_owned(),
        order: Vec::new(),
        today: tansiq::calendar::Date::from_iso(crate::support::TODAY).expect("a day"),
    };
    let listed = RecordList { which, columns: Vec::new(), first: 0, count: 10 };
    assert_eq!(window.state().store().read(listed).expect("the register").total, 1);
}

#[test]
fn several_names_stand_beside_each_other_and_go_with_undo() {
    let window = app(Language::Arabic);
    let store = window.state().store();
    let person = PersonId(1).record();
    let name = |words: &str| {
        let values = vec![("person", Value::Number(person.id)), ("name", words.into())];
        store.apply(Edit::Add { entity: Entity::Alias, values }).expect("a name");
    };
    name("أبو فهد");
    name("ماجد الدوسري");
    assert_eq!((offered(&window, "أبو فهد").len(), offered(&window, "ماجد الدوسري").len()), (1, 1));
    store.apply(Edit::Undo).expect("taken back");
    assert_eq!((offered(&window, "أبو فهد").len(), offered(&window, "ماجد الدوسري").len()), (1, 0));
}

#[test]
fn the_name_of_who_was_merged_stays_a_name() {
    let window = open(&crate::support::Setup::default(), |store| {
        let add = |name: &str| {
            let values = vec![("name", name.into())];
            store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person").record.expect("it")
        };
        let (keep, other) = (add("إبراهيم القصيبي"), add("أبو خالد المهندس"));
        store.apply(Edit::Merge { keep, other, values: Vec::new() }).expect("merged");
    });
    assert_eq!(offered(&window, "أبو خالد"), ["إبراهيم القصيبي"]);
    window.state().store().apply(Edit::Undo).expect("taken back");
    assert_eq!(offered(&window, "أبو خالد"), ["أبو خالد المهندس"]);
}

#[test]
fn a_former_name_of_a_body_with_its_days_is_given_by_keys_alone() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "وزارة تنمية المدن والقرى");
    window.press(Key::Enter);
    former_name_by_keys(&mut window);
}

#[test]
fn a_former_name_of_somebody_with_its_days_is_given_by_keys_alone() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, "م. إبراهيم القصيبي");
    window.press(Key::Enter);
    former_name_by_keys(&mut window);
}

#[test]
fn a_body_that_is_renamed_may_keep_its_former_name_with_one_press() {
    let mut window = app(Language::Arabic);
    let ministry = found(&window, "وزارة تنمية المدن والقرى")[0];
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "وزارة تنمية المدن والقرى");
    window.press(Key::Enter);
    window.click_first("تعديل");
    window.field("اسم الجهة").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("اسم الجهة").type_text("وزارة المدن");
    window.settle();
    window.press_ctrl(Key::Enter);
    assert!(window.shows("تغيّر اسم الجهة، وكان «وزارة تنمية المدن والقرى»."));
    window.click("احفظ الاسم السابق");
    assert!(window.shows("اسم سابق") && window.shows("حُفظ الاسم السابق إلى تاريخ اليوم."));
    assert_eq!(found(&window, "وزارة تنمية المدن والقرى"), [ministry], "it is found by both");
    window.press_ctrl(Key::Z);
    assert!(found(&window, "وزارة تنمية المدن والقرى").is_empty(), "the name alone is taken back");
    window.press_ctrl(Key::Z);
    assert_eq!(found(&window, "وزارة تنمية المدن والقرى"), [ministry]);
}

fn former_name_by_keys(window: &mut Window) {
    window.click_plain(Role::Button, "إضافة إلى «أسماء أخرى»");
    window.event(eframe::egui::Event::Text("وزارة الشؤون القروية".to_owned()));
    window.settle();
    window.press(Key::Tab);
    window.press(Key::ArrowDown);
    // The list opens at the present sort: the former name stands at its top.
    window.press(Key::Home);
    window.press(Key::Enter);
    window.press(Key::Tab);
    window.event(eframe::egui::Event::Text("2010-01-01".to_owned()));
    window.settle();
    window.press(Key::Tab);
    window.event(eframe::egui::Event::Text("2019-12-31".to_owned()));
    window.settle();
    window.press_ctrl(Key::Enter);
    assert!(window.shows("وزارة الشؤون القروية") && window.shows("اسم سابق"));
    assert!(window.shows("1431هـ – 1441هـ"), "with its years");
    let days = window.query_all_by(|node| node.description().is_some_and(|days| days.contains("2019")));
    assert_eq!(days.count(), 1, "and its days, for whoever asks");
}
