//! People and bodies stay clean: who may be kept already is offered while one types, and choosing makes no second one.

use crate::support::{Window, app, empty, open, organisations};
use eframe::egui::Key;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::store::query::{LikelyTwins, PeopleList, PersonRow};
use tansiq::strings::Language;

fn people(window: &Window) -> Vec<PersonRow> {
    window.state().store().read(PeopleList { containing: String::new() }).expect("the people")
}

fn likely(window: &Window, entity: Entity, name: &str) -> Vec<String> {
    let found = window.state().store().read(LikelyTwins::of_name(entity, name)).expect("an answer");
    found.into_iter().map(|row| row.named.name).collect()
}

#[test]
fn a_name_in_another_spelling_is_offered_with_body_and_post_and_used_instead() {
    let mut window = app(Language::Arabic);
    let before = people(&window).len();
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "عبدالرحمن الوادعى");
    assert!(window.shows("قد يكون موجودًا:"));
    window.click_plain(
        eframe::egui::Role::Button,
        "استخدم: د. عبد الرحمن الوادعي — مساعد الوكيل للشراكات، أمانة منطقة الواحة",
    );
    assert!(matches!(window.state().route(), Route::Record(record) if record.entity == Entity::Person));
    assert_eq!(people(&window).len(), before);
}

#[test]
fn a_new_name_offers_nobody() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "لطيفة المنصور");
    assert!(!window.shows("قد يكون موجودًا:"));
}

#[test]
fn a_body_behind_a_link_is_offered_by_what_its_name_has_of_its_own() {
    let mut window = app(Language::Arabic);
    let before = organisations(window.state().store()).len();
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "لطيفة المنصور");
    window.type_into("الجهة", "جمعية العمل التطوعي الخيرية بالدمام");
    window.press(Key::Escape);
    window.click_plain(eframe::egui::Role::Button, "استخدم: جمعية العمل التطوعي — الدمام");
    window.press_ctrl(Key::Enter);
    assert_eq!(organisations(window.state().store()).len(), before);
    assert!(people(&window).iter().any(|row| row.organisation_name == "جمعية العمل التطوعي"));
}

#[test]
fn the_keys_find_what_is_like_and_leave_out_what_is_not() {
    let window = app(Language::Arabic);
    let check =
        |entity, typed: &str, expected: &[&str]| assert_eq!(likely(&window, entity, typed), expected, "{typed}");
    check(Entity::Person, "سالم الغافي", &["أ. سالم بن حمد الغافي"]);
    check(Entity::Person, "المهندس ابراهيم القصيبى", &["م. إبراهيم القصيبي"]);
    check(Entity::Person, "إبراهيم القص", &["م. إبراهيم القصيبي"]);
    check(Entity::Person, "سعد", &[]);
    check(Entity::Organisation, "جمعية بيئة", &["جمعية «بيئة» بالواحة"]);
    check(Entity::Organisation, "جمعية", &[]);
    check(Entity::Organisation, "جمعية البر", &[]);
}

#[test]
fn a_phone_or_an_e_mail_tells_a_person_whatever_they_are_called() {
    let mut window = open(&crate::support::Setup::default(), |store| {
        let values = vec![("name", "نورة العتيبي".into()), ("phone", "+966555550001".into())];
        store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
    });
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "أم خالد");
    window.type_into("الجوال", "٠٥٥٥٥٥٠٠٠١");
    assert!(window.shows("نورة العتيبي — الهاتف نفسه"));
}

#[test]
fn a_licence_that_is_taken_is_said_with_whose_it_is() {
    let mut window = open(&crate::support::Setup::default(), |store| {
        let values = vec![("name", "جمعية إكرام".into()), ("kind", "ngo".into()), ("licence", "0013".into())];
        store.apply(Edit::Add { entity: Entity::Organisation, values }).expect("a body");
    });
    window.press_ctrl(Key::Num7);
    window.click_first("جهة");
    window.type_into("اسم الجهة", "جمعية نماء");
    window.type_into("رقم الترخيص", "٠٠١٣");
    assert!(window.shows("رقم الترخيص هذا لـ«جمعية إكرام»."));
}

#[test]
fn somebody_in_the_bin_is_not_offered() {
    let window = empty(Language::Arabic);
    let store = window.state().store();
    let values = vec![("name", "نورة العتيبي".into())];
    let record = store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person").record.expect("it");
    assert_eq!(likely(&window, Entity::Person, "نوره العتيبي").len(), 1);
    store.apply(Edit::Remove(record)).expect("removed");
    assert_eq!(likely(&window, Entity::Person, "نوره العتيبي").len(), 0);
    store.apply(Edit::Undo).expect("taken back");
    assert_eq!(likely(&window, Entity::Person, "نوره العتيبي").len(), 1);
}
