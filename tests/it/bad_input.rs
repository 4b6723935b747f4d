//! What can't be right is said at its field, in words that tell the way out, and nothing that was typed is lost.

use crate::support::{Window, app};
use eframe::egui::Key;
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::store::Edit;
use tansiq::store::query::{PeopleList, RecordList, RecordPage, Which};
use tansiq::strings::Language;

fn people(window: &Window) -> usize {
    window.state().store().read(PeopleList { containing: String::new() }).expect("the people").len()
}

/// A form of a new person that can't be sent yet.
fn person_form(field: &str, text: &str) -> (Window, usize) {
    let mut window = app(Language::Arabic);
    let before = people(&window);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "نورة العتيبي");
    window.type_into(field, text);
    window.press_ctrl(Key::Enter);
    (window, before)
}

#[test]
fn a_phone_that_is_none_is_said_and_stays_to_be_corrected() {
    let (mut window, before) = person_form("الجوال", "12345");
    assert!(window.shows("ليس رقم هاتف، مثل 0551234567"));
    assert_eq!(people(&window), before);
    assert_eq!(window.field("الاسم").value().as_deref(), Some("نورة العتيبي"));
    window.field("الجوال").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("الجوال").type_text("0555550009");
    window.settle();
    window.press_ctrl(Key::Enter);
    assert_eq!(people(&window), before + 1);
}

#[test]
fn ten_thousand_letters_in_a_name_are_counted_and_kept() {
    let long = "ن".repeat(10_000);
    let (window, before) = person_form("المنصب", &long);
    assert!(window.shows("فيه 10000 حرف، ويتسع لـ500. اختصره."));
    assert_eq!(people(&window), before);
    assert_eq!(window.field("المنصب").value().map(|value| value.chars().count()), Some(10_000));
}

#[test]
fn ten_thousand_letters_in_a_meetings_title_are_said_at_the_title() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", &"ن".repeat(10_000));
    window.press_ctrl(Key::Enter);
    assert!(window.shows("فيه 10000 حرف، ويتسع لـ500. اختصره."));
    assert!(window.find("عنوان الاجتماع"), "the form is open, with what was typed");
}

#[test]
fn a_day_that_is_none_is_said_and_the_form_waits() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "اجتماع");
    window.type_into("التاريخ", "30/2/2026");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("ليس يومًا في التقويم"));
    assert_eq!(window.field("عنوان الاجتماع").value().as_deref(), Some("اجتماع"));
}

#[test]
fn a_number_that_is_taken_is_said_with_whose_it_is() {
    let mut window = app(Language::Arabic);
    let store = window.state().store();
    let which = Which {
        entity: Entity::Outcome,
        kinds: vec![OutcomeKind::FollowUp.code()],
        conditions: Vec::new(),
        containing: String::new(),
        order: Vec::new(),
        today: Date::today(),
    };
    let list = RecordList { which, columns: vec!["number"], first: 0, count: 2 };
    let found = store.read(list).expect("the follow-ups");
    let (first, second) = (&found.rows[0], &found.rows[1]);
    let number_of = |row| found.cell(row, "number").expect("a number").text().to_owned();
    window.press_ctrl(Key::Num2);
    window.click_role(eframe::egui::Role::Row, &second.title);
    window.press(Key::Enter);
    let page = |window: &Window| window.state().store().read(RecordPage { record: second.record }).expect("its page");
    window.click_first("تعديل");
    window.field("الرقم").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("الرقم").type_text(&number_of(first));
    window.settle();
    window.press_ctrl(Key::Enter);
    assert!(window.shows(&format!("هذا الرقم لـ«{}»", first.title)));
    assert_eq!(window.field("الرقم").value().as_deref(), Some(number_of(first).as_str()), "it stays to be corrected");
    let number = |page: &tansiq::store::query::RecordView| {
        page.cells.iter().find(|(name, _)| *name == "number").map(|(_, cell)| cell.text().to_owned())
    };
    assert_eq!(number(&page(&window)), Some(number_of(second)));
}

#[test]
fn what_the_writer_refuses_leaves_the_form_as_it_was() {
    let mut window = app(Language::Arabic);
    let before = people(&window);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "نورة العتيبي");
    // Half of a date of the calendar's next page would do; a value of no kind is what only the writer sees.
    let store = window.state().store();
    let values = vec![("name", "س".into()), ("gender", "neither".into())];
    let refused = store.apply(Edit::Add { entity: Entity::Person, values });
    assert!(refused.is_err());
    window.settle();
    assert_eq!(window.field("الاسم").value().as_deref(), Some("نورة العتيبي"));
    window.press_ctrl(Key::Enter);
    assert_eq!(people(&window), before + 1);
}

#[test]
fn a_day_off_is_said_below_the_day_and_stands_in_nobodys_way() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء آخر الأسبوع");
    window.type_into("التاريخ", "2026-12-05");
    assert!(window.shows("يوافق السبت، يوم إجازة"));
    window.press_ctrl(Key::Enter);
    let tansiq::screens::Route::Meeting(meeting) = window.state().route() else { panic!("the meeting was made") };
    let page = window.state().store().read(tansiq::store::query::MeetingPage { id: meeting }).expect("the meeting");
    assert_eq!(page.meeting.date, Date::from_iso("2026-12-05").ok());
}

#[test]
fn an_official_holiday_is_said_below_the_day_and_one_of_the_moon_is_expected() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء في إجازة");
    window.type_into("التاريخ", "2026-09-23");
    assert!(window.shows("اليوم الوطني، إجازة رسمية"));
    window.field("التاريخ").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("التاريخ").type_text("2 شوال 1448");
    window.settle();
    assert!(window.shows("عيد الفطر، إجازة متوقعة بتقويم أم القرى"));
}

#[test]
fn a_working_day_and_a_day_that_is_no_appointment_are_not_said_to_be_off() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num2);
    window.click_first("متابعة");
    window.type_into("تاريخ الاستحقاق", "2026-12-06");
    assert!(!window.shows("يوم إجازة"));
    window.press(Key::Escape);
    let (window, _) = person_form("في المنصب منذ", "2026-12-05");
    assert!(!window.shows("يوم إجازة"));
}

#[test]
fn a_number_reads_in_its_field_as_it_does_elsewhere() {
    let mut window = app(Language::Arabic);
    let values =
        vec![("kind", OutcomeKind::Proposal.into()), ("text", "مقر مشترك".into()), ("number", "مب-1448-901".into())];
    let store = window.state().store();
    let record = store.apply(Edit::Add { entity: Entity::Outcome, values }).expect("added").record.expect("it");
    window.press_ctrl(Key::Num3);
    let row = window.rows().into_iter().find(|row| row.contains("مقر مشترك")).expect("its row");
    window.click_role(eframe::egui::Role::Row, &row);
    window.press(Key::Enter);
    assert_eq!(window.state().route(), tansiq::screens::Route::Record(record));
    window.click("تعديل");
    // Its digits stand in one run from left to right, apart from the letters, as on the page.
    let shown = window.field("الرقم").value().unwrap_or_default();
    assert_eq!(shown, tansiq::arabic::isolate::isolate_code("مب-1448-901"));
    // What is typed goes into the number itself.
    window.field("الرقم").focus();
    window.settle();
    window.press(Key::End);
    window.field("الرقم").type_text("2");
    window.settle();
    assert_eq!(window.field("الرقم").value().as_deref(), Some("مب-1448-9012"));
    window.press_ctrl(Key::Enter);
    let page = window.state().store().read(RecordPage { record }).expect("the page");
    let number = page.cells.iter().find(|(name, _)| *name == "number").map(|(_, cell)| cell.text().to_owned());
    assert_eq!(number.as_deref(), Some("مب-1448-9012"));
}
