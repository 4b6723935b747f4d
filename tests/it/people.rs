//! People and bodies stay clean: who may be kept already is offered while one types, and choosing makes no second one.

use crate::support::{Window, app, empty, open, organisations};
use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
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

#[test]
fn a_phone_is_taken_in_every_shape_and_kept_in_one_through_the_form() {
    let mut window = empty(Language::Arabic);
    let shapes = [
        "0555550001",
        "٠٥٥٥٥٥٠٠٠٢",
        "555550003",
        "966555550004",
        "00966555550005",
        "+966 55 555 0006",
        "055-555-0007",
        "۰۵۵۵۵۵۰۰۰۸",
    ];
    window.press_ctrl(Key::Num8);
    for (at, shape) in shapes.iter().enumerate() {
        window.click_first("شخص");
        window.type_into("الاسم", &format!("شخص رقم {}", ["أ", "ب", "ج", "د", "هـ", "و", "ز", "ح"][at]));
        window.type_into("الجوال", shape);
        window.press_ctrl(Key::Enter);
    }
    let mut phones: Vec<String> = people(&window).into_iter().map(|row| row.phone).collect();
    phones.sort();
    let expected: Vec<String> = (1..=8).map(|at| format!("+96655555000{at}")).collect();
    assert_eq!(phones, expected);
}

/// Types into a field that a scroll may hide, in place of what stands there.
fn type_below(window: &mut Window, name: &str, text: &str) {
    window.field(name).focus();
    window.settle();
    window.press_ctrl(Key::A);
    window.field(name).type_text(text);
    window.settle();
}

/// What stands in a field of the first person.
fn value(window: &Window, field: &'static str) -> Value {
    let which = tansiq::store::query::RecordPage { record: PersonId(1).record() };
    let view = window.state().store().read(which).expect("the page");
    view.cells.into_iter().find(|(name, _)| *name == field).expect("the field").1.value
}

#[test]
fn consent_and_the_days_of_keeping_and_of_the_post_are_given_in_either_calendar_through_the_form() {
    let mut window = open(&crate::support::Setup::default(), |store| {
        let values = vec![("name", "نورة العتيبي".into()), ("post", "مديرة إدارة".into())];
        store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
    });
    window.press_ctrl(Key::Num8);
    window.click_role(eframe::egui::Role::Row, "نورة العتيبي");
    window.press(Key::Enter);
    assert!(window.shows("بدايته غير محددة"), "the present post stands among the posts");
    window.click("تعديل");
    type_below(&mut window, "تاريخ الموافقة", "15 رجب 1447");
    type_below(&mut window, "تُحفظ بياناته إلى", "2030-01-01");
    type_below(&mut window, "في المنصب منذ", "1 محرم 1447");
    window.press_ctrl(Key::Enter);
    assert_eq!(value(&window, "consented_on"), "2026-01-04".into());
    assert_eq!(value(&window, "keep_until"), "2030-01-01".into());
    assert_eq!(value(&window, "post_since"), "2025-06-26".into());
    assert!(window.shows("منذ محرم 1447هـ"), "the present post says since when");
    // A day that is none keeps the form open, and what was kept stays.
    window.click("تعديل");
    type_below(&mut window, "تاريخ الموافقة", "30 جمادى الأولى 1446");
    window.press_ctrl(Key::Enter);
    assert!(window.query_by_role(eframe::egui::Role::Dialog).is_some());
    assert_eq!(value(&window, "consented_on"), "2026-01-04".into());
}

#[test]
fn minutes_name_people_and_print_neither_phone_nor_e_mail() {
    let window = app(Language::Arabic);
    let store = window.state().store();
    let values = vec![("phone", "+966555550001".into()), ("email", "salem@example.org".into())];
    let all = store.read(PeopleList { containing: String::new() }).expect("the people");
    for row in &all {
        let edit = Edit::Set { record: row.id.record(), values: values.clone(), session: None, based_on: None };
        store.apply(edit).expect("set");
    }
    let line = vec![("meeting", MeetingId(1).into()), ("person", all[0].id.into())];
    store.apply(Edit::Add { entity: Entity::Attendance, values: line }).expect("on the list");
    let meeting = store.read(tansiq::store::query::MeetingPage { id: MeetingId(1) }).expect("the meeting");
    assert!(meeting.attendance.iter().any(|line| line.person.is_some()), "somebody is named in them");
    let tr = tansiq::strings::Tr::new(tansiq::strings::Language::Arabic, tansiq::arabic::Digits::Latin);
    let facts = tansiq::jobs::facts(&meeting, (window.state().settings(), &tr), window.folder());
    let printed = format!("{facts:?}");
    assert!(!printed.contains("555550001") && !printed.contains("salem@example.org"));
}
