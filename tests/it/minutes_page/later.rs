//! What comes after the minutes are written: reservations on decisions, versions side by side, addenda.

use super::*;
use tansiq::app::Task;

/// The minutes of the meeting, approved.
fn approved(language: Language) -> Window {
    let mut window = page(language);
    window.state().store().send(Edit::ApproveMinutes(MEETING));
    window.settle();
    pause(&mut window);
    window
}

#[test]
fn an_addendum_is_written_reviewed_and_approved_on_the_page() {
    let mut window = approved(Language::Arabic);
    window.click("إضافة محضر ملحق");
    pause(&mut window);
    let name = "ملحق جديد";
    assert!(window.shows(name));
    window.type_into(&format!("النص: {name}"), "أُضيف الجدول الزمني");
    pause(&mut window);
    assert_eq!(stored(&window).addenda[0].text, "أُضيف الجدول الزمني");
    window.click(&format!("إرسال للمراجعة: {name}"));
    pause(&mut window);
    window.click(&format!("إعادة بملاحظات: {name}"));
    window.type_into("ما المطلوب تعديله", "أضف المواعيد");
    window.click("أعد المحضر");
    pause(&mut window);
    assert!(window.shows("أضف المواعيد"));
    window.click(&format!("اعتماد: {name}"));
    pause(&mut window);
    let view = stored(&window);
    let addendum = &view.addenda[0];
    assert_eq!(addendum.state, MinutesState::Approved);
    assert_eq!(addendum.number, format!("{}/م1", view.meeting.minutes_number));
    assert_eq!(addendum.content_hash.len(), 64);
    let export = window.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let export: Vec<String> = export.filter(|label| label.starts_with("PDF:")).collect();
    window.click(&export[0]);
    assert!(window.tasks().contains(&Task::ExportAddendum(MEETING, addendum.id)), "{:?}", window.tasks());
}

#[test]
fn a_new_addendum_is_written_at_once_and_a_second_one_too() {
    for (language, [ask, correct], [text, correction]) in [
        (Language::Arabic, ["إضافة محضر ملحق", "إضافة محضر تصويبي"], ["النص: ملحق جديد", "النص: تصويب جديد"]),
        (Language::English, ["Add an addendum", "Add a correction"], ["Text: New: Addendum", "Text: New: Correction"]),
    ] {
        let mut window = approved(language);
        for (button, field, words) in [(ask, text, "الجدول"), (correct, correction, "الرقم")] {
            window.click(button);
            pause(&mut window);
            assert_eq!(window.focused_name().as_deref(), Some(field));
            let (place, room) = (window.field(field).rect(), window.ctx.content_rect());
            assert!(room.contains_rect(place), "{field} is in sight: {place:?}");
            window.event(Event::Text(words.to_owned()));
            pause(&mut window);
        }
        let texts: Vec<String> = stored(&window).addenda.into_iter().map(|addendum| addendum.text).collect();
        assert_eq!(texts, ["الجدول", "الرقم"]);
    }
}

#[test]
fn the_preview_shows_the_addendum_that_is_being_written() {
    let mut window = approved(Language::English);
    until(&mut window, "the minutes", |window| pages(window) > 0 && !window.shows("Updating"));
    window.click("Add a correction");
    pause(&mut window);
    until(&mut window, "the correction", |window| window.shows("Preview: one page") && !window.shows("Updating"));
    let buttons = window.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let shown: Vec<String> = buttons.filter(|label| label.starts_with("In the preview")).collect();
    let shown = shown.last().expect("the switch").clone();
    window.click(&shown);
    until(&mut window, "the minutes again", |window| pages(window) > 0 && !window.shows("Updating"));
}

#[test]
fn two_versions_stand_side_by_side_with_the_words_that_differ() {
    let mut window = page(Language::Arabic);
    window.click("إرسال للمراجعة");
    pause(&mut window);
    window.type_into("جملة الافتتاح", " مختلفة");
    pause(&mut window);
    window.click("النسخ");
    pause(&mut window);
    until(&mut window, "the comparison", |window| window.shows("فقرة واحدة مختلفة"));
    assert!(window.shows("مختلفة"), "the words themselves are there");
    window.click_role(Role::CheckBox, "إظهار ما لم يتغيّر");
    assert!(window.shows("بيانات الاجتماع"));
    window.press(Key::Escape);
    assert!(!window.shows("فقرة واحدة مختلفة"));
}

#[test]
fn a_reservation_is_recorded_from_the_decisions_sheet_and_taken_back() {
    let mut window = open(&Setup::default(), |store| {
        held(store);
        let values = vec![("name", Value::from("سارة العنزي"))];
        store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
    });
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    pause(&mut window);
    window.click("قرار: اعتماد دليل الشراكات");
    window.click("تحفّظ على هذا القرار");
    pause(&mut window);
    window.type_into("صاحب التحفّظ", "سارة العنزي");
    window.press(Key::Enter);
    window.type_into("التحفّظ وأسبابه", "لم تُدرس التكلفة");
    window.press_ctrl(Key::Enter);
    pause(&mut window);
    let reservations = stored(&window).reservations;
    assert_eq!(reservations.len(), 1);
    assert_eq!(reservations[0].text, "لم تُدرس التكلفة");
    assert_eq!(reservations[0].person.as_ref().map(|person| person.name.as_str()), Some("سارة العنزي"));
    assert!(window.shows("تحفّظ"), "the decision's card says so");
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(stored(&window).reservations, [], "it is one step of undo");
}
