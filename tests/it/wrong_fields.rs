//! A form with something wrong in it: what it is comes into sight, whichever way somebody wants to be done, and an end does
//! not lie before its beginning.

use crate::support::{Setup, Window, app, open};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::RecordPage;
use tansiq::store::{Edit, Store};
use tansiq::strings::Language;

fn add(store: &Store, entity: Entity, values: Vec<FieldValue>) -> Record {
    store.apply(Edit::Add { entity, values }).expect("added").record.expect("a record")
}

fn stored(window: &Window, record: Record, name: &str) -> Value {
    let page = window.state().store().read(RecordPage { record }).expect("its page");
    page.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell.value.clone()).unwrap_or_default()
}

fn value(window: &Window, field: &str) -> String {
    window.field(field).accesskit_node().value().unwrap_or_default()
}

fn replace(window: &mut Window, field: &str, text: &str) {
    window.field(field).focus();
    window.settle();
    window.press_ctrl(Key::A);
    if text.is_empty() {
        return window.press(Key::Delete);
    }
    window.field(field).type_text(text);
    window.settle();
}

/// Does the field stand between the head of the sheet and its buttons, with room for what is said below it?
fn is_in_sight(window: &Window, field: &str) -> bool {
    let (field, buttons) = (window.field(field).rect(), window.get_by_role_and_label(Role::Button, "إلغاء").rect());
    field.top() > 60.0 && field.bottom() + 22.0 < buttons.top()
}

/// The form of a body that is there, with that in a field, and the focus back at its name.
fn body_form(field: &str, text: &str) -> (Window, Record) {
    let setup = Setup { size: [1024.0, 680.0], ..Setup::default() };
    let mut window = open(&setup, |store| {
        let kind = OrganisationKind::Ngo.into();
        let values = vec![("name", "جمعية الواحة".into()), ("kind", kind), ("email", "old address".into())];
        add(store, Entity::Organisation, values);
    });
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "جمعية الواحة");
    window.press(Key::Enter);
    let Route::Record(record) = window.state().route() else { panic!("no page is open") };
    window.click("تعديل");
    replace(&mut window, field, text);
    window.field("اسم الجهة").focus();
    window.settle();
    assert!(!is_in_sight(&window, field), "{field} is far below");
    (window, record)
}

const NO_PHONE: &str = "ليس رقم هاتف، مثل 0551234567";

fn is_led_to_the_phone(leave: impl FnOnce(&mut Window)) {
    let (mut window, record) = body_form("الهاتف", "12345");
    leave(&mut window);
    assert!(window.query_by_role(Role::Dialog).is_some(), "the form is open");
    assert_eq!(window.focused_name().as_deref(), Some("الهاتف"));
    assert!(is_in_sight(&window, "الهاتف"));
    assert!(window.shows(NO_PHONE));
    assert_eq!(stored(&window, record, "phone"), Value::Empty);
    // Out of sight again, it comes again, although it has the focus already.
    window.field("اسم الجهة").scroll_to_me();
    window.settle();
    window.press_ctrl(Key::Enter);
    assert!(is_in_sight(&window, "الهاتف"));
}

#[test]
fn ctrl_enter_leads_to_the_field_that_is_wrong() {
    is_led_to_the_phone(|window| window.press_ctrl(Key::Enter));
}

#[test]
fn the_button_leads_to_the_field_that_is_wrong() {
    is_led_to_the_phone(|window| window.click_role(Role::Button, "حفظ"));
}

#[test]
fn escape_leads_to_the_field_that_is_wrong() {
    is_led_to_the_phone(|window| window.press(Key::Escape));
}

#[test]
fn of_several_that_are_wrong_the_first_comes_into_sight() {
    let (mut window, _) = body_form("انتهاء الترخيص", "32/13/1448");
    replace(&mut window, "الهاتف", "12345");
    replace(&mut window, "اسم الجهة", "");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("اسم الجهة"));
    window.field("اسم الجهة").type_text("جمعية الواحة");
    window.settle();
    window.press_ctrl(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("الهاتف"));
    replace(&mut window, "الهاتف", "0555550009");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("انتهاء الترخيص"));
    assert!(is_in_sight(&window, "انتهاء الترخيص"));
}

#[test]
fn a_day_for_another_post_that_was_left_out_is_asked_for() {
    let mut window = open(&Setup::default(), |store| {
        add(store, Entity::Person, vec![("name", "نورة العتيبي".into()), ("post", "مديرة".into())]);
    });
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, "نورة العتيبي");
    window.press(Key::Enter);
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "تغيير المنصب…");
    replace(&mut window, "من تاريخ", "");
    replace(&mut window, "المنصب", "مديرة عامة");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("من تاريخ"));
}

/// The form of a partnership that runs for a month.
fn partnership_form() -> (Window, Record) {
    let mut window = open(&Setup::default(), |store| {
        let days = [("starts_on", "2026-11-10"), ("ends_on", "2026-12-10")].map(|(name, day)| (name, day.into()));
        let values = [("title", "حدائق الأحياء".into())].into_iter().chain(days).collect();
        add(store, Entity::Partnership, values);
    });
    window.press_ctrl(Key::Num5);
    window.click_role(Role::Row, "حدائق الأحياء");
    window.press(Key::Enter);
    let Route::Record(record) = window.state().route() else { panic!("no page is open") };
    window.click("تعديل");
    (window, record)
}

const BEFORE_START: &str = "قبل «تاريخ البداية». صحّح أحد التاريخين.";

#[test]
fn an_end_before_its_beginning_is_said_at_the_end_and_not_saved() {
    let (mut window, record) = partnership_form();
    replace(&mut window, "تاريخ الانتهاء", "2026-11-01");
    assert!(window.shows(BEFORE_START));
    window.press_ctrl(Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_some());
    assert_eq!(window.focused_name().as_deref(), Some("تاريخ الانتهاء"));
    assert_eq!(stored(&window, record, "ends_on"), "2026-12-10".into());
    replace(&mut window, "تاريخ البداية", "2026-10-01");
    assert!(!window.shows(BEFORE_START));
    window.press_ctrl(Key::Enter);
    assert_eq!(stored(&window, record, "ends_on"), "2026-11-01".into());
}

#[test]
fn a_day_that_only_the_store_knows_to_be_too_early_is_said_at_its_field() {
    let (mut window, record) = partnership_form();
    // Somebody else moves the beginning meanwhile.
    let values = vec![("starts_on", "2026-12-05".into())];
    window.state().store().apply(Edit::Set { record, values, session: None, based_on: None }).expect("moved");
    replace(&mut window, "تاريخ الانتهاء", "2026-12-01");
    window.press_ctrl(Key::Enter);
    window.settle();
    assert!(window.shows("ما في «تاريخ الانتهاء» قبل البداية"));
    assert_eq!(window.focused_name().as_deref(), Some("تاريخ الانتهاء"));
    assert_eq!(stored(&window, record, "ends_on"), "2026-12-10".into());
}

#[test]
fn a_meeting_does_not_end_before_it_begins_on_its_day() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء قصير");
    window.type_into("وقت البداية", "11:00");
    window.press_ctrl(Key::Enter);
    let Route::Meeting(meeting) = window.state().route() else { panic!("the meeting was made") };
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "بيانات الاجتماع");
    replace(&mut window, "وقت الانتهاء", "10:00");
    window.press_ctrl(Key::Enter);
    assert!(window.shows("قبل «وقت البداية» في اليوم نفسه. صحّح أحد الوقتين."));
    let end = |window: &Window| {
        let page = window.state().store().read(tansiq::store::query::MeetingPage { id: meeting }).expect("it");
        page.meeting.end.map(|time| time.to_string())
    };
    assert_eq!(end(&window), None);
    replace(&mut window, "وقت الانتهاء", "12:00");
    window.press_ctrl(Key::Enter);
    assert_eq!(end(&window).as_deref(), Some("12:00"));
    // What is no time waits as it was typed.
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "بيانات الاجتماع");
    replace(&mut window, "وقت الانتهاء", "بعد الظهر");
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::Num1);
    let row = window.rows().into_iter().find(|row| row.contains("لقاء قصير")).expect("its row");
    window.click_role(Role::Row, &row);
    window.press(Key::Enter);
    window.click("أوامر أخرى للاجتماع");
    window.click_role(Role::MenuItem, "بيانات الاجتماع");
    assert_eq!(value(&window, "وقت الانتهاء"), "بعد الظهر");
}

const NO_ADDRESS: &str = "العنوان ناقص: اكتبه كاملًا، مثل name@example.sa";

#[test]
fn an_address_that_is_none_is_said_and_not_saved() {
    let (mut window, record) = body_form("البريد", "not-an-email");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("البريد"));
    assert!(window.shows(NO_ADDRESS));
    assert_eq!(stored(&window, record, "email"), "old address".into());
    replace(&mut window, "البريد", "info@example.org");
    assert!(!window.shows(NO_ADDRESS));
    window.press_ctrl(Key::Enter);
    assert_eq!(stored(&window, record, "email"), "info@example.org".into());
}

#[test]
fn an_address_that_is_stored_as_it_came_stays_while_another_field_is_changed() {
    let (mut window, record) = body_form("الهاتف", "0555550009");
    window.press_ctrl(Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_none(), "it is saved");
    assert_eq!(stored(&window, record, "phone"), "+966555550009".into());
    assert_eq!(stored(&window, record, "email"), "old address".into());
}

#[test]
fn what_is_typed_and_is_no_value_comes_back_as_it_was_typed() {
    let typed = [("تاريخ البداية", "32/13/1448"), ("تاريخ الانتهاء", "بعد حين")];
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num5);
    window.click_first("شراكة");
    for (field, text) in typed {
        window.type_into(field, text);
    }
    // Nothing but what is wrong was typed, and it waits all the same, also for the next start.
    window.press(Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::Num5);
    window.click_first("شراكة");
    assert!(window.shows("هذا ما كتبته هنا ولم تحفظه"));
    for (field, text) in typed {
        assert_eq!(value(&window, field), text);
    }
    assert!(window.shows("32/13/1448"));
    replace(&mut window, "تاريخ البداية", "1/6/1448");
    window.click_role(Role::Button, "نموذج فارغ");
    assert_eq!(value(&window, "تاريخ البداية"), "");
}

#[test]
fn what_is_wrong_in_a_record_waits_for_it_when_the_window_is_closed() {
    let (mut window, record) = partnership_form();
    replace(&mut window, "تاريخ الانتهاء", "32/13/1448");
    replace(&mut window, "أيام الإشعار", "كثيرة");
    replace(&mut window, "الميزانية", "12,5 ألف");
    let mut window = window.reopened(&Setup::default());
    assert_eq!(stored(&window, record, "ends_on"), "2026-12-10".into());
    window.press_ctrl(Key::Num5);
    window.click_role(Role::Row, "حدائق الأحياء");
    window.press(Key::Enter);
    window.click("تعديل");
    assert_eq!(value(&window, "تاريخ الانتهاء"), "32/13/1448");
    assert_eq!(value(&window, "أيام الإشعار"), "كثيرة");
    assert_eq!(value(&window, "الميزانية"), "12,5 ألف");
    window.click_role(Role::Button, "العودة إلى المحفوظ");
    assert!(value(&window, "تاريخ الانتهاء").contains("1448"), "the day that is stored");
    assert_ne!(value(&window, "تاريخ الانتهاء"), "32/13/1448");
}

#[test]
fn a_share_that_is_none_comes_back_as_it_was_typed() {
    let (window, _) = body_form("درجة الحوكمة", "نصفها");
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "جمعية الواحة");
    window.press(Key::Enter);
    window.click("تعديل");
    assert_eq!(value(&window, "درجة الحوكمة"), "نصفها");
}
