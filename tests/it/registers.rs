//! The registers through the window: adding, changing, filtering, statuses, undo.

use crate::support::{Outcome, Setup, app, empty, open, organisations, outcomes};
use eframe::egui::{Event, Key, Modifiers, Pos2, Rect, Role, vec2};
use egui_kittest::kittest::Queryable;
use tansiq::arabic::Digits;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::store::query::PeopleList;
use tansiq::strings::{Language, Tr};

fn people(window: &crate::support::Window) -> Vec<tansiq::store::query::PersonRow> {
    window.state().store().read(PeopleList { containing: String::new() }).expect("the people")
}

fn follow_ups(window: &crate::support::Window) -> Vec<Outcome> {
    outcomes(window.state().store(), &[OutcomeKind::FollowUp])
}

#[test]
fn a_person_is_added_with_a_body_that_nobody_knew() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "سارة القحطاني");
    window.type_into("المنصب", "مديرة البرامج");
    window.type_into("الجهة", "جمعية إكرام");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.rows(), ["سارة القحطاني"]);
    let [person] = people(&window).try_into().expect("one person");
    assert_eq!((person.post.as_str(), person.organisation_name.as_str()), ("مديرة البرامج", "جمعية إكرام"));
    assert_eq!(organisations(window.state().store()), ["جمعية إكرام"]);
}

#[test]
fn leaving_a_form_keeps_what_was_changed_but_adds_no_half_typed_name() {
    let mut window = app(Language::Arabic);
    let before = organisations(window.state().store());
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, "أ. أسامة نجدي");
    window.press(Key::Enter);
    window.click("تعديل");
    window.type_into("الجوال", "0555550001");
    window.type_into("الجهة", " نصف اسم");
    // The first Escape closes the list, the second leaves the form.
    window.press(Key::Escape);
    window.press(Key::Escape);
    let person = people(&window).into_iter().find(|row| row.name == "أسامة نجدي").expect("the person");
    assert_eq!(person.phone, "+966555550001");
    assert_eq!(person.organisation_name, "وزارة تنمية المدن والقرى");
    assert_eq!(organisations(window.state().store()), before);
}

#[test]
fn going_to_another_screen_sends_what_is_typed_once() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "سارة القحطاني");
    window.press_ctrl(Key::Num7);
    assert_eq!(people(&window).len(), 1);
    window.press_ctrl(Key::Num8);
    assert!(window.query_by_role(Role::Dialog).is_none(), "the form has done its work");
    assert_eq!(window.rows(), ["سارة القحطاني"]);
}

#[test]
fn a_body_that_is_known_is_chosen_and_not_doubled() {
    let mut window = app(Language::Arabic);
    let before = organisations(window.state().store()).len();
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "ناصر الدوسري");
    // Typed without hamza, found all the same.
    window.type_into("الجهة", "امانة");
    window.press(Key::Enter);
    assert_eq!(window.field("الجهة").value().as_deref(), Some("أمانة منطقة الواحة"));
    window.press_ctrl(Key::Enter);
    assert_eq!(organisations(window.state().store()).len(), before);
    assert!(
        people(&window).iter().any(|row| row.name == "ناصر الدوسري" && row.organisation_name == "أمانة منطقة الواحة")
    );
}

#[test]
fn a_record_without_a_name_is_refused_where_it_is_typed() {
    let mut window = empty(Language::English);
    window.press_ctrl(Key::Num8);
    window.click_first("Person");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("This field is needed."));
    window.click("Cancel");
    assert!(people(&window).is_empty());
}

#[test]
fn an_organisation_is_added_changed_and_deleted_and_all_of_it_is_taken_back() {
    let mut window = empty(Language::English);
    window.press_ctrl(Key::Num7);
    window.click_first("Organisation");
    window.type_into("Name", "Ekram Association");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.rows(), ["Ekram Association"]);

    window.click_role(Role::Row, "Ekram Association");
    window.press(Key::Enter);
    window.click("Edit");
    window.type_into("City", "Dammam");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("Dammam"));

    window.click("Delete");
    assert_eq!(window.state().route(), Route::Organisations);
    assert!(window.rows().is_empty());
    window.click("Undo");
    assert_eq!(window.rows(), ["Ekram Association"]);
    window.press_ctrl(Key::Z);
    assert!(!window.shows("Dammam"));
    window.press_ctrl(Key::Y);
    assert!(window.shows("Dammam"));
}

#[test]
fn undo_names_what_it_took_back() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num7);
    window.click_first("جهة");
    window.type_into("اسم الجهة", "جمعية بيئة");
    window.press_ctrl(Key::Enter);
    window.press_ctrl(Key::Z);
    assert!(window.shows("تراجع عن: إضافة جهة"));
    assert!(window.rows().is_empty());
    window.click("إعادة");
    assert_eq!(window.rows(), ["جمعية بيئة"]);
}

#[test]
fn a_filter_finds_a_name_spelt_another_way() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.type_into("تصفية القائمة", "عبدالرحمن");
    assert_eq!(window.rows(), ["د. عبد الرحمن الوادعي"]);
    window.type_into("تصفية القائمة", "زززز");
    assert!(window.shows("لا شيء بهذه الكلمات"));
}

#[test]
fn follow_ups_stand_open_first_and_by_their_day() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    let rows = window.rows();
    assert_eq!(rows.first().map(String::as_str), Some("تزويد الجمعيات بدليل إجراءات التراخيص"));
    assert_eq!(rows.last().map(String::as_str), Some("توفير قاعة تدريب للجمعيات شهريًا"));
    window.get_by_label("متأخرة 6 أيام");
    window.get_by_label("غدًا");
    assert!(window.shows("3 مفتوحة · متأخرة واحدة"));
}

#[test]
fn a_status_is_changed_from_the_menu_of_its_row() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    let task = "تزويد الجمعيات بدليل إجراءات التراخيص";
    window.click(&format!("حالة: {task}"));
    window.click_role(Role::MenuItem, "متعثرة");
    // What stops work says why; until then nothing has moved.
    let status = |window: &crate::support::Window| {
        follow_ups(window).into_iter().find(|row| row.text == task).expect("the follow-up").status
    };
    assert_eq!(status(&window), OutcomeStatus::InProgress);
    window.type_into("السبب", "بانتظار رد البلدية");
    window.click("انقل");
    let row = follow_ups(&window).into_iter().find(|row| row.text == task).expect("the follow-up");
    assert_eq!(row.status, OutcomeStatus::Stalled);
    window.press_ctrl(Key::Z);
    let row = follow_ups(&window).into_iter().find(|row| row.text == task).expect("the follow-up");
    assert_eq!(row.status, OutcomeStatus::InProgress);
}

#[test]
fn where_a_row_stands_agrees_with_what_it_is() {
    let mut window = app(Language::Arabic);
    let add = |kind: OutcomeKind, text: &str| {
        let values = vec![("kind", kind.into()), ("text", text.into()), ("status", OutcomeStatus::NotStarted.into())];
        window.state().store().apply(Edit::Add { entity: Entity::Outcome, values }).expect("an outcome");
    };
    add(OutcomeKind::Decision, "اعتماد الدليل الموحد");
    add(OutcomeKind::FollowUp, "حصر المواقع الشاغرة");
    window.press_ctrl(Key::Num2);
    for (task, moved) in [("اعتماد الدليل الموحد", "متعثر"), ("حصر المواقع الشاغرة", "متعثرة")]
    {
        window.click(&format!("حالة: {task}"));
        assert!(window.query_by_role_and_label(Role::MenuItem, moved).is_some(), "{task}: {moved}");
        window.press(Key::Escape);
    }
    assert!(window.shows("لم يبدأ") && window.shows("لم تبدأ"), "the decision and the follow-up");
}

#[test]
fn space_marks_a_follow_up_as_done_and_back() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.press(Key::J);
    window.press(Key::Space);
    let task = "تزويد الجمعيات بدليل إجراءات التراخيص";
    let row =
        |window: &crate::support::Window| follow_ups(window).into_iter().find(|row| row.text == task).expect("it");
    assert_eq!((row(&window).status, row(&window).percent), (OutcomeStatus::Done, 100));
    assert!(row(&window).done_on.is_some());
    window.press(Key::Space);
    assert_eq!(row(&window).status, OutcomeStatus::InProgress);
}

fn check_due(typed: &str, understood: &str, stored: &str) {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.click_first("متابعة");
    window.type_into("النص", "إعداد دراسة");
    window.type_into("تاريخ الاستحقاق", typed);
    assert!(window.shows(understood), "{typed}: {understood}");
    window.press_ctrl(Key::Enter);
    let [row] = follow_ups(&window).try_into().expect("one follow-up");
    assert_eq!(row.due.map(|due| due.iso()).as_deref(), Some(stored), "{typed}");
}

#[test]
fn a_due_day_is_typed_in_either_calendar_or_as_a_phrase() {
    check_due("بعد أسبوعين", "الاثنين 27 جمادى الآخرة 1448هـ · 7 ديسمبر 2026م", "2026-12-07");
    check_due("15 رجب", "15 رجب 1448هـ · 24 ديسمبر 2026م", "2026-12-24");
    check_due("24/12/2026", "15 رجب 1448هـ", "2026-12-24");
    check_due("\u{661}\u{665} رجب", "15 رجب 1448هـ", "2026-12-24");
}

#[test]
fn a_day_that_is_none_is_refused_with_its_cause() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.click_first("متابعة");
    window.type_into("النص", "إعداد دراسة");
    window.type_into("تاريخ الاستحقاق", "يوم ما");
    assert!(window.shows("لم يُفهم التاريخ"));
    window.press_ctrl(Key::Enter);
    assert!(follow_ups(&window).is_empty(), "what is typed waits in the form");
}

#[test]
fn a_day_is_picked_from_the_month() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.click_first("متابعة");
    window.type_into("النص", "إعداد دراسة");
    window.click("تقويم: تاريخ الاستحقاق");
    window.get_by_role_and_label(Role::Grid, "جمادى الآخرة 1448هـ");
    // From today one week on, then one day towards the end: with the keys of a right-to-left grid.
    window.press(Key::ArrowDown);
    window.press(Key::ArrowLeft);
    window.press(Key::Enter);
    // From the field itself, one more week.
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    let [row] = follow_ups(&window).try_into().expect("one follow-up");
    assert_eq!(row.due.map(|due| due.iso()).as_deref(), Some("2026-12-08"));
}

#[test]
fn a_row_leads_to_the_meeting_it_came_from() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num3);
    assert_eq!(window.rows().len(), 3);
    let number = follow_ups(&window)[0].meeting_number.clone();
    window.click_plain(Role::Button, &format!("فتح الاجتماع {number}"));
    assert!(matches!(window.state().route(), Route::Meeting(_)));
}

#[test]
fn a_hundred_thousand_rows_lay_out_only_those_one_sees() {
    // The list itself is the store's; here only the table is asked, with rows that cost nothing.
    use tansiq::widgets::{Column, RowHead, Table, TableState, Width};
    let mut drawn = 0_usize;
    let mut state = TableState::default();
    let words = Tr::new(Language::English, Digits::Latin);
    {
        let fonts = |ctx: &eframe::egui::Context| tansiq::text::install(ctx);
        let builder = egui_kittest::Harness::builder().with_size([600.0, 600.0]).with_context_setup(fonts);
        let mut harness = builder.build_ui(|ui| {
            let columns = [Column::new("number", "Number", Width::Share(1.0))];
            drawn = 0;
            let head = |row: usize| RowHead::new(row as i64, format!("row {row}"));
            Table::new(&words, "many", &columns, 100_000).show(ui, &mut state, head, |ui, row, _| {
                drawn += 1;
                ui.label(row.to_string());
            });
        });
        harness.run();
        harness.key_press(Key::End);
        harness.run();
        harness.get_by_role_and_label(Role::Row, "row 99999");
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(600.0, 600.0));
        for repeats in 1..12 {
            let (key, modifiers) = (Key::PageUp, Modifiers::NONE);
            for _ in 0..repeats {
                harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
            }
            harness.run();
            let chosen = harness.get_by(|node| node.role() == Role::Row && node.is_selected() == Some(true)).rect();
            assert!(screen.contains_rect(chosen), "a key held down keeps its row in sight: {chosen:?}");
        }
        harness.key_press(Key::End);
        harness.run();
    }
    assert!(drawn < 20, "{drawn} rows were laid out");
    assert_eq!(state.selected(), Some(99_999));
}

#[test]
fn a_row_leads_to_its_page_and_the_form_is_left_with_the_keyboard_alone() {
    let setup = Setup { language: Language::Arabic, ..Setup::default() };
    let mut window = open(&setup, |store| {
        let values = vec![("name", Value::from("جمعية بيئة"))];
        store.apply(Edit::Add { entity: Entity::Organisation, values }).expect("an addition");
    });
    window.press_ctrl(Key::Num7);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Record(_)));
    window.press_ctrl(Key::Num7);
    window.click_first("جهة");
    window.get_by_role(Role::Dialog);
    assert!(window.field("اسم الجهة").is_focused(), "the first field has the focus");
    window.press(Key::Tab);
    assert!(window.field("الاسم المختصر").is_focused(), "Tab goes on to the next field");
    window.press(Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
}

#[test]
fn each_long_list_keeps_its_own_place_and_a_filter_begins_at_the_top() {
    let mut window = open(&Setup { language: Language::English, ..Setup::default() }, |store| {
        for number in 0..120 {
            for (entity, name) in [(Entity::Organisation, "Body"), (Entity::Person, "Person")] {
                let values = vec![("name", Value::from(format!("{name} {number:03}")))];
                store.apply(Edit::Add { entity, values }).expect("added");
            }
        }
    });
    window.press_ctrl(Key::Num7);
    window.press(Key::End);
    assert_eq!(window.rows().last().map(String::as_str), Some("Body 119"));
    window.press_ctrl(Key::Num8);
    assert_eq!(window.rows().first().map(String::as_str), Some("Person 000"), "another list, another place");
    window.press_ctrl(Key::Num7);
    assert_eq!(window.rows().last().map(String::as_str), Some("Body 119"), "the place was kept");
    window.type_into("Filter the list", "Body 0");
    assert_eq!(window.rows().first().map(String::as_str), Some("Body 000"));
}
