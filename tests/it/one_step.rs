//! What a person does once is taken back once, under its name: a record with the new names it speaks of, several files that
//! came together.

use crate::support::{Window, app, empty, organisations};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use tansiq::domain::*;
use tansiq::store::query::{Names, PeopleList, UndoState};
use tansiq::strings::Language;

fn people(window: &Window) -> usize {
    window.state().store().read(PeopleList { containing: String::new() }).expect("the people").len()
}

fn undo(window: &Window) -> Option<&'static str> {
    window.state().store().read(UndoState).expect("readable").undo
}

#[test]
fn a_new_body_in_the_form_of_a_person_goes_with_them() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "سارة القحطاني");
    window.type_into("الجهة", "جمعية إكرام");
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    assert_eq!(organisations(window.state().store()), ["جمعية إكرام"]);
    assert_eq!(undo(&window), Some("edit-add-person"));
    window.press_ctrl(Key::Z);
    assert!(window.shows("تراجع عن: إضافة شخص"));
    assert_eq!((people(&window), organisations(window.state().store()).len()), (0, 0), "both are gone");
    window.press_ctrl(Key::Y);
    assert_eq!((people(&window), organisations(window.state().store()).len()), (1, 1), "both are back");
    window.press_ctrl(Key::Z);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.settle();
    assert_eq!(people(&window), 1, "and by the other keys that people know for it");
}

#[test]
fn a_new_owner_of_several_records_goes_with_the_change() {
    let mut window = app(Language::English);
    let before = people(&window);
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    window.click("Owner…");
    window.type_into("Owner", "Sara Nasser");
    window.press_ctrl(Key::Enter);
    assert_eq!((people(&window), undo(&window)), (before + 1, Some("edit-set-several")));
    window.press_ctrl(Key::Z);
    assert_eq!(people(&window), before);
}

#[test]
fn a_tag_that_all_selected_records_have_already_is_said() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.press(Key::ArrowDown);
    window.press_ctrl(Key::A);
    let tag = |window: &mut Window| {
        window.click("وسم…");
        window.type_into("الوسم", "أولوية الأمانة");
        window.press(Key::Enter);
        window.press_ctrl(Key::Enter);
    };
    tag(&mut window);
    assert!(window.shows("عُدِّلت 4 سجلات"));
    assert_eq!(undo(&window), Some("edit-set-several"));
    tag(&mut window);
    assert!(window.shows("الوسم موجود على ما حُدِّد كله من قبل، فلم يتغير شيء."));
    window.press_ctrl(Key::Z);
    let query = Names {
        entity: Entity::Entry, list: Some(EntryList::Tag), containing: "أولوية الأمانة".to_owned()
    };
    let tags = window.state().store().read(query).expect("the tags");
    assert!(tags.is_empty(), "the new tag went with the one step in which it was given");
}

#[test]
fn a_tag_that_is_in_the_list_already_is_not_made_twice() {
    let mut window = app(Language::Arabic);
    let tags = |window: &Window| {
        let query = Names { entity: Entity::Entry, list: Some(EntryList::Tag), containing: String::new() };
        window.state().store().read(query).expect("the tags").len()
    };
    window.press_ctrl(Key::Num9);
    window.click_plain(Role::Tab, "القوائم");
    window.click_role(Role::ComboBox, "القائمة");
    window.click_role(Role::MenuItem, "الوسوم");
    let before = tags(&window);
    window.type_into("قيمة جديدة", "أولوية الأمانة");
    window.press(Key::Enter);
    assert_eq!(tags(&window), before + 1);
    window.type_into("قيمة جديدة", "اولويه الامانه");
    assert!(window.shows("«أولوية الأمانة» في القائمة من قبل."));
    window.press(Key::Enter);
    assert_eq!(tags(&window), before + 1);
}

#[test]
fn the_keys_of_undo_in_an_empty_field_over_the_page_take_back_nothing_of_the_page() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "سارة القحطاني");
    window.press_ctrl(Key::Enter);
    assert_eq!(people(&window), 1);
    // The form of another one, and the search: each is empty.
    for opens in [Key::N, Key::K] {
        window.press_ctrl(opens);
        assert!(window.query_by_role(Role::Dialog).is_some());
        for key in [Key::Z, Key::Y] {
            window.press_ctrl(key);
            assert_eq!(people(&window), 1, "{key:?} in what {opens:?} opens");
        }
        assert!(!window.shows("تراجع عن"));
        window.press(Key::Escape);
    }
    window.press_ctrl(Key::Z);
    assert_eq!(people(&window), 0, "on the page it is taken back");
    window.press_ctrl(Key::Z);
    assert!(
        window.query_by_role_and_label(Role::Status, "لا يوجد ما يُتراجع عنه أو يُعاد.").is_some(),
        "nothing went wrong"
    );
}
