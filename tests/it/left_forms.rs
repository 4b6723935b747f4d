//! Forms that are left: what was typed is never lost, whether the writer refuses it or it turns out to be kept already.

use crate::support::{Setup, Window, app, open, open_at};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::query::{PeopleList, PersonRow};
use tansiq::store::{Edit, Store, UnsavedForms};
use tansiq::strings::Language;

fn person(window: &Window, name: &str) -> PersonRow {
    let people = window.state().store().read(PeopleList { containing: String::new() }).expect("the people");
    people.into_iter().find(|row| row.name == name).expect("the person")
}

/// Somebody who took up their present post on the first of November.
fn promoted(store: &Store) {
    let values = vec![("name", "نورة العتيبي".into()), ("post", "مديرة إدارة".into())];
    let added = store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person").record.expect("it");
    let since = Date::from_iso("2026-11-01").expect("a day");
    let values = vec![("post", "مديرة عامة".into())];
    store.apply(Edit::ChangePost { person: PersonId(added.id), values, since }).expect("another post");
}

/// The form of another post, filled in with a day on which the present one had not begun.
fn too_early() -> Window {
    let mut window = open(&Setup::default(), promoted);
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, "نورة العتيبي");
    window.press(Key::Enter);
    window.click("أوامر أخرى للسجل");
    window.click_role(Role::MenuItem, "تغيير المنصب…");
    window.field("المنصب").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("المنصب").type_text("وكيلة الأمين");
    window.settle();
    window.field("من تاريخ").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("من تاريخ").type_text("2026-10-01");
    window.settle();
    window
}

const TOO_EARLY: &str = "هذا اليوم قبل بداية المنصب الحالي أو عندها. اختر يومًا بعدها.";

#[test]
fn a_day_on_which_a_post_can_not_begin_is_said_at_its_field() {
    let mut window = too_early();
    window.press_ctrl(Key::Enter);
    assert!(window.shows(TOO_EARLY), "below the field");
    assert!(window.query_by_role(Role::Dialog).is_some(), "the form is still there");
    assert_eq!(person(&window, "نورة العتيبي").post, "مديرة عامة");
    // Another day is another question.
    window.field("من تاريخ").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("من تاريخ").type_text("2026-11-20");
    window.settle();
    assert!(!window.shows(TOO_EARLY));
    window.press_ctrl(Key::Enter);
    assert_eq!(person(&window, "نورة العتيبي").post, "وكيلة الأمين");
}

#[test]
fn what_is_refused_after_one_has_gone_elsewhere_comes_back_as_it_was_typed() {
    let mut window = too_early();
    let Route::Record(record) = window.state().route() else { panic!("no page is open") };
    window.press_ctrl(Key::Num2);
    assert_eq!(window.state().route(), Route::FollowUps);
    window.click_role(Role::Button, "العودة إلى النموذج");
    assert_eq!(window.state().route(), Route::Record(record));
    assert!(window.shows(TOO_EARLY));
    let typed = window.field("المنصب").accesskit_node().value();
    assert_eq!(typed.as_deref(), Some("وكيلة الأمين"));
    assert_eq!(person(&window, "نورة العتيبي").post, "مديرة عامة");
}

#[test]
fn a_form_that_was_refused_waits_while_another_page_is_open() {
    let mut window = too_early();
    let Route::Record(record) = window.state().route() else { panic!("no page is open") };
    let values = vec![("name", "جمعية الواحة".into())];
    window.state().store().apply(Edit::Add { entity: Entity::Organisation, values }).expect("a body");
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "جمعية الواحة");
    window.press(Key::Enter);
    assert_ne!(window.state().route(), Route::Record(record));
    window.click_role(Role::Button, "العودة إلى النموذج");
    assert_eq!(window.state().route(), Route::Record(record));
    assert_eq!(window.field("المنصب").accesskit_node().value().as_deref(), Some("وكيلة الأمين"));
}

#[test]
fn a_new_meeting_that_can_not_be_made_yet_waits_in_its_form() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("مكان الانعقاد", "قاعة النخيل");
    window.press_ctrl(Key::Num8);
    window.press_ctrl(Key::Num1);
    assert_eq!(window.field("مكان الانعقاد").accesskit_node().value().as_deref(), Some("قاعة النخيل"));
}

#[test]
fn the_way_back_to_a_new_meeting_is_offered_until_its_form_is_open() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("مكان الانعقاد", "قاعة النخيل");
    // The first closes what is suggested.
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.find("العودة إلى النموذج"));
    window.press_ctrl(Key::N);
    assert_eq!(window.field("مكان الانعقاد").accesskit_node().value().as_deref(), Some("قاعة النخيل"));
    assert!(!window.find("العودة إلى النموذج"));
}

#[test]
fn what_was_typed_beside_a_name_goes_to_the_record_that_is_kept_already() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الجوال", "0555550009");
    window.type_into("المنصب", "مستشار");
    window.type_into("الاسم", "عبدالرحمن الوادعى");
    window.click_plain(Role::Button, "استخدم: د. عبد الرحمن الوادعي — مساعد الوكيل للشراكات، أمانة منطقة الواحة");
    assert!(matches!(window.state().route(), Route::Record(record) if record.entity == Entity::Person));
    let phone = window.field("الجوال").accesskit_node().value().unwrap_or_default();
    assert!(phone.replace(' ', "").contains("555550009"), "{phone}: the empty field has it");
    // The post that is kept stays until the person takes the other one.
    assert_eq!(window.field("المنصب").accesskit_node().value().as_deref(), Some("مساعد الوكيل للشراكات"));
    window.click_plain(Role::Button, "استعمل ما كتبته: مستشار");
    window.press_ctrl(Key::Enter);
    let kept = person(&window, "عبد الرحمن الوادعي");
    assert_eq!((kept.phone.as_str(), kept.post.as_str()), ("+966555550009", "مستشار"));
}

#[test]
fn something_new_that_is_left_by_escape_is_had_again_from_the_message_and_from_its_form() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "لطيفة المنصور");
    window.type_into("الجوال", "0555550009");
    window.press(Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none(), "it is left");
    assert!(window.shows("لم يُحفظ ما كتبته في «شخص جديد»"));
    window.click_role(Role::Button, "العودة إلى النموذج");
    assert_eq!(window.field("الاسم").accesskit_node().value().as_deref(), Some("لطيفة المنصور"));
    // Left again, it waits where it is opened next; the message that leads there goes.
    window.press(Key::Escape);
    assert!(window.find("العودة إلى النموذج"));
    window.click_first("شخص");
    assert!(!window.find("العودة إلى النموذج"), "one is there already");
    assert_eq!(window.field("الاسم").accesskit_node().value().as_deref(), Some("لطيفة المنصور"));
    window.press_ctrl(Key::Enter);
    assert_eq!(person(&window, "لطيفة المنصور").phone, "+966555550009");
    // What was saved does not come back.
    window.click_first("شخص");
    assert_eq!(window.field("الاسم").accesskit_node().value().unwrap_or_default(), "");
}

#[test]
fn what_waits_in_a_form_gives_way_to_an_empty_one_and_a_cancelled_one_does_not_wait() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num7);
    let value = |window: &Window| window.field("اسم الجهة").accesskit_node().value().unwrap_or_default();
    window.click_first("جهة");
    window.type_into("اسم الجهة", "جمعية نماء الأحياء");
    window.press(Key::Escape);
    window.click_first("جهة");
    assert_eq!(value(&window), "جمعية نماء الأحياء");
    window.click_role(Role::Button, "نموذج فارغ");
    assert_eq!(value(&window), "");
    window.type_into("اسم الجهة", "جمعية أخرى تمامًا");
    window.click_role(Role::Button, "إلغاء");
    window.click_first("جهة");
    assert_eq!(value(&window), "");
    // The message still leads to what was cancelled.
    window.press(Key::Escape);
    window.click_role(Role::Button, "العودة إلى النموذج");
    assert_eq!(value(&window), "جمعية أخرى تمامًا");
}

#[test]
fn a_form_that_is_left_empty_says_nothing() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.press(Key::Escape);
    assert!(!window.shows("لم يُحفظ ما كتبته في «شخص جديد»"));
}

#[test]
fn a_new_meeting_that_is_left_by_escape_is_had_again() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء الجمعيات");
    window.press(Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Button, "العودة إلى النموذج");
    assert_eq!(window.state().route(), Route::Meetings);
    assert_eq!(window.field("عنوان الاجتماع").accesskit_node().value().as_deref(), Some("لقاء الجمعيات"));
    window.click_role(Role::Button, "نموذج فارغ");
    assert_eq!(window.field("عنوان الاجتماع").accesskit_node().value().unwrap_or_default(), "");
}

/// The store as it lies on the disk while the window is open: what a killed program leaves.
fn killed(window: &Window) -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(window.folder()).expect("the folder").flatten() {
        if file.path().is_file() && file.file_name() != "store.lock" {
            std::fs::copy(file.path(), copy.path().join(file.file_name())).expect("a copy");
        }
    }
    copy
}

/// The pause after which what is typed is written down, and a moment for the writer.
fn pause(window: &mut Window) {
    window.run_steps(8);
    window.settle();
    for _ in 0..500 {
        if window.state().store().read(UnsavedForms).is_ok_and(|forms| !forms.is_empty()) {
            return;
        }
        window.run_steps(1);
        std::thread::yield_now();
    }
    panic!("nothing was written down");
}

fn unsaved(window: &Window) -> usize {
    window.state().store().read(UnsavedForms).expect("the forms").len()
}

fn value(window: &Window, field: &str) -> String {
    window.field(field).accesskit_node().value().unwrap_or_default()
}

#[test]
fn something_new_that_was_being_typed_when_the_program_was_killed_is_offered_again() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    window.type_into("الاسم", "لطيفة المنصور");
    window.type_into("الجوال", "0555550009");
    window.type_into("الجهة", "جمعية لم تُسجّل بعد");
    pause(&mut window);
    let left = killed(&window);
    let mut window = open_at(left.path(), &Setup { language: Language::Arabic, ..Setup::default() });
    window.press_ctrl(Key::Num8);
    assert!(window.query_by_role(Role::Dialog).is_none(), "nothing opens by itself");
    window.click_first("شخص");
    assert!(window.shows("هذا ما كتبته هنا ولم تحفظه"));
    assert_eq!(value(&window, "الاسم"), "لطيفة المنصور");
    assert!(value(&window, "الجوال").replace(' ', "").contains("555550009"));
    assert_eq!(value(&window, "الجهة"), "جمعية لم تُسجّل بعد");
    // Saved, it is gone.
    window.press_ctrl(Key::Enter);
    assert_eq!(person(&window, "لطيفة المنصور").phone, "+966555550009");
    window.settle();
    assert_eq!(unsaved(&window), 0);
}

#[test]
fn what_waits_in_a_form_waits_at_the_next_start_too_until_it_is_given_up() {
    let mut window = app(Language::English);
    let setup = Setup { language: Language::English, ..Setup::default() };
    window.press_ctrl(Key::Num7);
    window.click_first("Organisation");
    window.type_into("Name", "Oasis Growth Society");
    window.press(Key::Escape);
    let mut window = window.reopened(&setup);
    window.press_ctrl(Key::Num7);
    window.click_first("Organisation");
    assert_eq!(value(&window, "Name"), "Oasis Growth Society");
    window.click_role(Role::Button, "Empty form");
    assert_eq!(value(&window, "Name"), "");
    window.press(Key::Escape);
    let mut window = window.reopened(&setup);
    window.press_ctrl(Key::Num7);
    window.click_first("Organisation");
    assert_eq!(value(&window, "Name"), "", "it was given up");
    assert_eq!(unsaved(&window), 0);
}

#[test]
fn the_open_form_of_a_record_is_there_again_after_the_program_was_killed() {
    let mut window = open(&Setup::default(), promoted);
    window.press_ctrl(Key::Num8);
    window.click_role(Role::Row, "نورة العتيبي");
    window.press(Key::Enter);
    window.click("تعديل");
    window.field("المنصب").click();
    window.settle();
    window.press_ctrl(Key::A);
    window.field("المنصب").type_text("أمينة المنطقة");
    pause(&mut window);
    let left = killed(&window);
    let mut window = open_at(left.path(), &Setup::default());
    assert_eq!(person(&window, "نورة العتيبي").post, "مديرة عامة", "nobody has saved it");
    let open_form = |window: &mut Window| {
        window.press_ctrl(Key::Num8);
        window.click_role(Role::Row, "نورة العتيبي");
        window.press(Key::Enter);
        window.click("تعديل");
    };
    open_form(&mut window);
    assert!(window.shows("هذا ما كتبته هنا ولم تحفظه"));
    assert_eq!(value(&window, "المنصب"), "أمينة المنطقة");
    window.click_role(Role::Button, "العودة إلى المحفوظ");
    assert_eq!(value(&window, "المنصب"), "مديرة عامة");
    window.press(Key::Escape);
    assert_eq!(unsaved(&window), 0);
    assert_eq!(person(&window, "نورة العتيبي").post, "مديرة عامة");
}

#[test]
fn a_new_meeting_that_was_being_typed_when_the_program_was_killed_is_offered_again() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء الجمعيات");
    window.type_into("المدينة", "الخبر");
    window.type_into("البند 1", "الافتتاح والترحيب");
    pause(&mut window);
    let left = killed(&window);
    let mut window = open_at(left.path(), &Setup::default());
    window.press_ctrl(Key::N);
    assert!(window.shows("هذا ما كتبته هنا ولم تحفظه"));
    assert_eq!(value(&window, "عنوان الاجتماع"), "لقاء الجمعيات");
    assert_eq!(value(&window, "المدينة"), "الخبر");
    assert_eq!(value(&window, "البند 1"), "الافتتاح والترحيب");
    window.press_ctrl(Key::Enter);
    assert!(matches!(window.state().route(), Route::Meeting(_)));
    assert_eq!(unsaved(&window), 0);
}

#[test]
fn a_day_that_is_none_comes_back_in_the_form_of_a_new_meeting_as_it_was_typed() {
    let typed = [("التاريخ", "32/13/1448"), ("وقت البداية", "قريبًا")];
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء الجمعيات");
    for (field, text) in typed {
        window.type_into(field, text);
    }
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::N);
    assert_eq!(value(&window, "عنوان الاجتماع"), "لقاء الجمعيات");
    for (field, text) in typed {
        assert_eq!(value(&window, field), text);
    }
}

#[test]
fn a_new_meeting_does_not_end_before_it_begins() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "لقاء الجمعيات");
    window.type_into("وقت البداية", "11:00");
    window.type_into("وقت الانتهاء", "10:00 ص");
    window.get_by_role_and_label(Role::Button, "إنشاء الاجتماع").focus();
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Meetings);
    assert!(window.shows("قبل «وقت البداية» في اليوم نفسه. صحّح أحد الوقتين."));
    assert_eq!(window.focused_name().as_deref(), Some("وقت الانتهاء"), "who makes it is led to what is wrong");
}
