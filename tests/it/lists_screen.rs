//! The settings' lists, words and numbers through the window: each change holds at once, everywhere, and can be undone.

use crate::support::{Window, app, demo};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use tansiq::domain::*;
use tansiq::store::query::{Condition, Named, Names, RecordList, Sort, Which};
use tansiq::strings::Language;

fn settings(tab: &str) -> Window {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num9);
    window.click_plain(Role::Tab, tab);
    window
}

fn choose_list(window: &mut Window, field: &str, list: &str) {
    window.click_role(Role::ComboBox, field);
    window.click_role(Role::MenuItem, list);
}

/// What a form would offer of a list.
fn offered(window: &Window, list: EntryList) -> Vec<Named> {
    let query = Names { entity: Entity::Entry, list: Some(list), containing: String::new() };
    window.state().store().read(query).expect("the names")
}

fn names(window: &Window, list: EntryList) -> Vec<String> {
    offered(window, list).into_iter().map(|named| named.name).collect()
}

fn menu(window: &mut Window, entry: &str, choice: &str) {
    window.click_plain(Role::Button, &format!("أوامر «{entry}»"));
    window.click_role(Role::MenuItem, choice);
}

#[test]
fn an_entry_is_added_renamed_moved_and_retired() {
    let mut window = settings("القوائم");
    choose_list(&mut window, "القائمة", "أنواع الاتفاقيات");
    window.type_into("قيمة جديدة", "اتفاقية تمويل");
    window.press(Key::Enter);
    assert_eq!(names(&window, EntryList::Agreement).last().map(String::as_str), Some("اتفاقية تمويل"));
    window.click_plain(Role::Button, "نقل «اتفاقية تمويل» لأعلى");
    assert_eq!(names(&window, EntryList::Agreement)[5], "اتفاقية تمويل");
    menu(&mut window, "اتفاقية تمويل", "تعديل الاسم…");
    window.type_into("الاسم بالإنجليزية", "Funding agreement");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("Funding agreement"));
    menu(&mut window, "اتفاقية تمويل", "لا تُعرض بعد الآن");
    assert!(!names(&window, EntryList::Agreement).contains(&"اتفاقية تمويل".to_owned()));
    assert!(window.shows("اتفاقية تمويل"), "it stands in its list all the same");
    window.press_ctrl(Key::Z);
    assert!(names(&window, EntryList::Agreement).contains(&"اتفاقية تمويل".to_owned()));
}

#[test]
fn two_entries_become_one_and_what_had_the_other_has_the_one() {
    let mut window = settings("القوائم");
    let store = window.state().store();
    let add = |name: &str| {
        let values = vec![("list", EntryList::Tag.into()), ("name", name.into())];
        let edit = tansiq::store::Edit::Add { entity: Entity::Entry, values };
        store.apply(edit).expect("added").record.expect("it")
    };
    let (_, other) = (add("تشجير"), add("التشجير"));
    let values =
        vec![("source", OrganisationId(1).record().into()), ("target", other.into()), ("kind", "tagged".into())];
    store.apply(tansiq::store::Edit::Add { entity: Entity::Link, values }).expect("a tie");
    window.settle();
    choose_list(&mut window, "القائمة", "الوسوم");
    menu(&mut window, "تشجير", "دمج مع…");
    window.type_into("السجل الآخر", "التشجير");
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    assert_eq!(names(&window, EntryList::Tag), ["تشجير"]);
    let page = tansiq::store::query::RecordPage { record: OrganisationId(1).record() };
    let page = window.state().store().read(page).expect("its page");
    assert_eq!(page.ties[0].other.name, "تشجير");
}

#[test]
fn a_status_has_another_name_at_once_and_everywhere() {
    let mut window = demo(Language::Arabic);
    window.press_ctrl(Key::Num9);
    window.click_plain(Role::Tab, "مسميات الحالات");
    choose_list(&mut window, "المسميات", "حالات الاجتماع");
    window.type_into("انعقد", "تمّ");
    window.press(Key::Enter);
    window.press_ctrl(Key::Num1);
    assert!(window.shows("تمّ"), "the list of meetings says it");
    assert!(!window.find("انعقد"));
    window.press_ctrl(Key::Z);
    assert!(!window.shows("تمّ") && window.shows("انعقد"));
}

#[test]
fn every_reference_list_ships_filled_and_stays_editable() {
    let mut window = settings("القوائم");
    for list in EntryList::ALL.iter().copied() {
        // What people write themselves begins empty.
        if matches!(list, EntryList::Label | EntryList::Tag | EntryList::Place) {
            continue;
        }
        let shipped = offered(&window, list);
        assert!(shipped.len() > 4, "{list:?} ships with {}", shipped.len());
        let values = vec![("name", "غيره".into())];
        let edit = tansiq::store::Edit::Set { record: shipped[0].record, values, session: None, based_on: None };
        window.state().store().apply(edit).expect("renamed");
        assert!(names(&window, list).contains(&"غيره".to_owned()), "{list:?}");
        window.state().store().apply(tansiq::store::Edit::Undo).expect("taken back");
        assert_eq!(offered(&window, list), shipped);
    }
    window.settle();
    // Each of them stands in the settings.
    window.click_role(Role::ComboBox, "القائمة");
    for list in ["المناطق", "المحافظات", "الأمانات"] {
        assert!(window.shows(list), "{list}");
    }
}

#[test]
fn the_states_of_minutes_have_other_names_too() {
    let mut window = settings("مسميات الحالات");
    choose_list(&mut window, "المسميات", "حالات المحضر");
    window.type_into("المحضر قيد المراجعة", "عند المراجع");
    window.press(Key::Enter);
    let labels = window.state().store().read(tansiq::store::query::GivenLabels).expect("the labels");
    assert_eq!(labels[MinutesState::InReview.label_key()][0], "عند المراجع");
}

#[test]
fn numbers_are_written_as_one_chooses_with_an_example_beside() {
    let mut window = settings("الترقيم والمخاطبة");
    assert!(window.shows("مثال: تن-1448-004 · مح-1448-004 · مب-1448-004"));
    let write = |window: &mut Window, field: &str, text: &str| {
        window.field(field).click();
        window.settle();
        window.press_ctrl(Key::A);
        window.field(field).type_text(text);
        window.settle();
    };
    write(&mut window, "صيغة الرقم", "{رمز}-{تسلسل}");
    assert!(window.shows("ينقصها جزء من الثلاثة أو تكرر."), "said at the field, and kept there");
    write(&mut window, "صيغة الرقم", "{سنة}/{رمز}/{تسلسل}");
    window.press(Key::Enter);
    assert!(window.shows("مثال: 1448/تن/004"));
    write(&mut window, "الاجتماعات", "اج");
    window.press(Key::Enter);
    assert!(window.shows("مثال: 1448/اج/004"));
    assert_eq!(window.state().settings().numbering.pattern(), "{year}/{code}/{seq}");
}

#[test]
fn letters_minutes_and_news_name_people_in_their_own_way() {
    let mut window = settings("الترقيم والمخاطبة");
    assert!(window.shows("مثال: سعادة وكيل الأمين للخدمات"));
    assert!(window.shows("مثال: وكيل الأمين للخدمات الأستاذ سالم الغافي"));
    let field = window.get_by_role_and_label(Role::ComboBox, "في الأخبار");
    field.scroll_to_me();
    window.settle();
    choose_list(&mut window, "في الأخبار", "المنصب + الاسم");
    assert!(window.shows("مثال: وكيل الأمين للخدمات سالم الغافي"));
    assert_eq!(window.state().settings().address(Naming::Press), Address::PostAndName);
}

#[test]
fn the_list_reads_its_entries_in_their_order() {
    let window = settings("القوائم");
    let which = Which {
        entity: Entity::Entry,
        kinds: Vec::new(),
        conditions: vec![Condition::OneOf("list", vec![EntryList::Region.into()])],
        containing: String::new(),
        order: vec![Sort { field: "position", is_descending: false }],
        today: tansiq::calendar::Date::from_iso(crate::support::TODAY).expect("a day"),
    };
    let list = RecordList { which, columns: vec!["name"], first: 0, count: 3 };
    let rows = window.state().store().read(list).expect("rows").rows;
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["الرياض", "مكة المكرمة", "المدينة المنورة"]);
    assert!(window.shows("Riyadh"));
}
