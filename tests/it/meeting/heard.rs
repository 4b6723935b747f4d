//! What somebody hears who does not see the page: where the focus is after each step, what became of it, and what stands
//! beside the letters.

use super::*;
use crate::support::{heard, plain};
use eframe::egui::accesskit::Live;

/// What is said of it behind its name.
fn description(window: &Window, role: Role, name: &str) -> String {
    let mut all = window.query_all_by_role(role);
    let node = all.find(|node| node.accesskit_node().label().is_some_and(|label| plain(&label) == name));
    let node = node.unwrap_or_else(|| panic!("no «{name}»"));
    plain(&node.accesskit_node().description().unwrap_or_default())
}

fn invite(window: &mut Window, name: &str) {
    window.type_into("إضافة إلى الحضور", name);
    window.press(Key::Enter);
}

fn says(said: &[String], words: &str) -> bool {
    said.iter().any(|said| said.contains(words))
}

/// Presses Enter on what has that name.
fn enter(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).focus();
    window.settle();
    window.press(Key::Enter);
}

/// Runs what the search finds under these words.
fn run(window: &mut Window, words: &str) {
    window.press_ctrl(Key::K);
    window.event(Event::Text(words.to_owned()));
    window.settle();
    window.press(Key::Enter);
}

#[test]
fn who_was_not_noted_is_led_to_on_the_list_and_without_anybody_to_the_field() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    enter(&mut window, "إنهاء الاجتماع");
    enter(&mut window, "إكمال: لم يُسجَّل حضور أحد");
    assert!(window.field("إضافة إلى الحضور").is_focused());
    let mut window = workspace(Language::Arabic);
    invite(&mut window, "ماجد");
    window.click("بدء الاجتماع");
    enter(&mut window, "إنهاء الاجتماع");
    enter(&mut window, "إكمال: مدعو واحد لم يُسجَّل حضوره");
    assert_eq!(window.focused_name().as_deref(), Some("ماجد بن سعد الدوسري"));
    window.press(Key::Enter);
    run(&mut window, ">إنهاء الاجتماع");
    assert!(window.shows("قبل إنهاء الاجتماع") && !window.shows("لم يُسجَّل حضوره"));
}

#[test]
fn a_sheet_that_the_search_opened_gives_the_focus_back_to_where_one_was() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.type_into(NOTES, "قبل ");
    run(&mut window, ">إنهاء الاجتماع");
    assert!(window.shows("قبل إنهاء الاجتماع"));
    window.press(Key::Escape);
    assert_eq!(window.focused_name().as_deref(), Some(NOTES));
    window.event(Event::Text("وبعد".to_owned()));
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل وبعد"]);
}

#[test]
fn an_answered_gap_gives_the_focus_to_the_next_and_what_is_left_is_said() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    enter(&mut window, "إنهاء الاجتماع");
    enter(&mut window, "نوقش: المبادرات والمقترحات");
    assert!(says(&heard(&mut window), "المتبقي: 5"));
    assert_eq!(window.focused_name().as_deref(), Some("نوقش: التوصيات"));
    window.press(Key::Enter);
    assert!(says(&heard(&mut window), "المتبقي: 4"));
    assert_eq!(window.focused_name().as_deref(), Some("إكمال: موعد الاجتماع القادم: غير محدد"));
}

/// What is said, and every description that the notes of an item have meanwhile.
fn heard_beside_notes(window: &mut Window, title: &str) -> (Vec<String>, Vec<String>) {
    let (mut said, mut abouts): (Vec<String>, Vec<String>) = <(Vec<String>, Vec<String>)>::default();
    for frame in 0..60 {
        window.step();
        let now = window.query_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label());
        said.extend(now.map(|words| plain(&words)).filter(|words| !said.contains(words)).collect::<Vec<_>>());
        let name = format!("ملاحظات: {title}");
        let notes = window.query_all_by(|node| node.label().is_some_and(|label| plain(&label) == name));
        let about = notes.filter_map(|node| node.accesskit_node().description()).next().map(|about| plain(&about));
        abouts.extend(about.filter(|about| abouts.last() != Some(about)));
        if frame == 30 {
            window.settle();
        }
    }
    (said, abouts)
}

#[test]
fn each_step_of_a_meeting_is_said_and_the_next_one_has_the_focus() {
    let mut window = workspace(Language::Arabic);
    window.get_by_label("بدء الاجتماع").focus();
    window.settle();
    window.key_press(Key::Enter);
    let said = heard(&mut window);
    assert!(says(&said, "الاجتماع جارٍ الآن") && says(&said, "البند 1 قيد النقاش"), "{said:?}");
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    let (said, abouts) = heard_beside_notes(&mut window, "المبادرات والمقترحات");
    assert_eq!(abouts, ["البند 2 من 3"], "the clock is on its way and runs nowhere else");
    assert!(says(&said, "نوقش البند 1") && !says(&said, "قيد النقاش"), "{said:?}");
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowUp);
    let (said, abouts) = heard_beside_notes(&mut window, "الافتتاح");
    assert_eq!((abouts, said), (vec!["البند 1 من 3".to_owned()], Vec::new()));
    for _ in 0..3 {
        window.press_ctrl(Key::ArrowDown);
    }
    assert!(says(&heard(&mut window), "لا بند بعده"));
    invite(&mut window, "ماجد");
    enter(&mut window, "إنهاء الاجتماع");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    let said = heard(&mut window);
    assert!(says(&said, "انتهى الاجتماع"), "{said:?}");
    assert_eq!(window.focused_name().as_deref(), Some("اعتماد المحضر"));
    window.press(Key::Enter);
    // Nobody leads it: it is refused, and the first that is needed has the focus.
    window.press_ctrl(Key::Enter);
    assert!(says(&heard(&mut window), "لا يُعتمد محضر بلا رئيس"));
    let needed = "إكمال: رئيس الاجتماع: غير محدد";
    assert_eq!(window.focused_name().as_deref(), Some(needed));
    assert_eq!(description(&window, Role::Button, needed), "لا يُعتمد المحضر قبلها");
    window.press(Key::Escape);
    crate::support::lead(window.state().store(), MeetingId(1));
    window.settle();
    window.click("اعتماد المحضر");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    let said = heard(&mut window);
    assert!(says(&said, "اعتُمد المحضر"), "{said:?}");
}

#[test]
fn shift_tab_leads_out_of_the_list_of_attendance_to_what_stands_before_it() {
    let mut window = workspace(Language::Arabic);
    invite(&mut window, "ماجد");
    invite(&mut window, "سارة");
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.settle();
    assert!(says(&heard(&mut window), "مفتاح الاسم يسجّل حضوره"), "what the keys do is seen below the list");
    assert_eq!(window.focused_name().as_deref(), Some("ماجد بن سعد الدوسري"));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.settle();
    assert_eq!(window.focused_name().as_deref(), Some("الترتيب حسب البروتوكول"));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.settle();
    assert!(window.field("بند جديد").is_focused(), "and on to the agenda");
}

#[test]
fn who_is_added_or_removed_is_said_and_the_focus_stays_in_the_list() {
    let mut window = workspace(Language::Arabic);
    invite(&mut window, "ماجد");
    assert!(says(&heard(&mut window), "أُضيف إلى الحضور: ماجد بن سعد الدوسري، والعدد 1"));
    invite(&mut window, "سارة");
    window.get_by_role_and_label(Role::CheckBox, "سارة العنزي").focus();
    window.settle();
    window.press(Key::Delete);
    assert!(window.shows("أُزيل من الحضور: سارة العنزي"));
    assert_eq!(window.focused_name().as_deref(), Some("ماجد بن سعد الدوسري"), "the line above the last");
    window.press(Key::Delete);
    assert!(stored(&window).attendance.is_empty());
    assert!(window.field("إضافة إلى الحضور").is_focused(), "nobody is left");
    window.press(Key::F8);
    window.press(Key::Enter);
    assert_eq!(stored(&window).attendance.len(), 1);
}

#[test]
fn without_the_last_item_the_field_for_a_new_one_has_the_focus() {
    let mut window = workspace(Language::Arabic);
    window.get_by_role_and_label(Role::ListItem, "البند 3: التوصيات").focus();
    window.settle();
    for _ in 0..3 {
        window.press(Key::Delete);
    }
    assert!(stored(&window).agenda.is_empty());
    assert!(window.field("بند جديد").is_focused());
}

#[test]
fn a_mark_says_where_somebody_stands_and_nothing_of_the_mouse() {
    let mut window = workspace(Language::Arabic);
    invite(&mut window, "ماجد");
    let line = |window: &Window| {
        let line = window.get_by_role_and_label(Role::CheckBox, "ماجد بن سعد الدوسري");
        let description = line.accesskit_node().description().unwrap_or_default();
        (line.value().unwrap_or_default(), description.contains("انقر"))
    };
    assert_eq!(line(&window), ("مدعو · وكيل الخدمات".to_owned(), false));
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.settle();
    window.press(Key::Enter);
    assert_eq!(line(&window), ("حاضر · وكيل الخدمات".to_owned(), false));
    if cfg!(target_os = "linux") {
        assert!(description(&window, Role::CheckBox, "ماجد بن سعد الدوسري").contains("المفتاح 1"));
    }
}

#[test]
fn what_a_line_became_is_said_with_what_was_understood_in_it() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "يرسل الكشف");
    window.key_press_modifiers(Modifiers::COMMAND, Key::T);
    let said = heard(&mut window);
    let number = stored(&window).outcomes[0].number.clone();
    let line = format!("سطر متابعة {number}، بلا موعد، بلا مسؤول");
    assert!(says(&said, &format!("التُقط {line}")), "{said:?}");
    // At the caret the line says the same before its words.
    let runs = window.query_all_by(|node| node.role() == Role::TextRun && node.value().is_some());
    assert!(runs.into_iter().any(|run| plain(&run.value().unwrap_or_default()).contains(&line)));
    // A day is understood in it while the caret is there.
    window.press(Key::ArrowUp);
    window.press(Key::End);
    window.event(Event::Text(" غدًا".to_owned()));
    let said = heard(&mut window);
    assert!(stored(&window).outcomes[0].due.is_some());
    assert!(says(&said, "بلا مسؤول") && !says(&said, "بلا موعد"), "{said:?}");
    // Backspace before its first letter makes notes of it.
    window.press(Key::Home);
    window.press(Key::Backspace);
    assert!(says(&heard(&mut window), "عاد السطر ملاحظة"));
}

#[test]
fn a_line_that_is_notes_again_is_said_to_be_below_other_notes() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "تقدم العمل");
    window.press(Key::Enter);
    window.event(Event::Text("يرسل الكشف".to_owned()));
    window.settle();
    window.press_ctrl(Key::D);
    pause(&mut window);
    for _ in 0..2 {
        heard(&mut window);
        window.press(Key::ArrowUp);
        window.press(Key::Home);
        window.key_press(Key::Backspace);
        assert!(says(&heard(&mut window), "عاد السطر ملاحظة"));
        assert_eq!(notes(&stored(&window), 0).join("\n").trim_end(), "تقدم العمل\nيرسل الكشف");
        window.press_ctrl(Key::D);
        pause(&mut window);
    }
}

#[test]
fn who_was_understood_to_do_it_is_said_with_the_captured_line() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "يرسل ماجد بن سعد الدوسري الكشف غدًا");
    window.key_press_modifiers(Modifiers::COMMAND, Key::T);
    let said = heard(&mut window);
    assert!(stored(&window).outcomes[0].person.is_some());
    assert!(says(&said, "المسؤول ماجد بن سعد الدوسري") && !says(&said, "بلا مسؤول"), "{said:?}");
}

#[test]
fn what_is_taken_back_in_the_notes_and_brought_back_is_said() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "رحّب الرئيس");
    heard(&mut window);
    for (key, said) in [(Key::Z, "تراجع: رحّب الرئيس"), (Key::Y, "إعادة: رحّب الرئيس")] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        let heard = heard(&mut window);
        assert!(says(&heard, said), "{heard:?}");
    }
}

#[test]
fn an_item_added_to_the_agenda_is_said_with_its_place() {
    let mut window = workspace(Language::Arabic);
    window.type_into("بند جديد", "ما يستجد");
    window.key_press(Key::Enter);
    assert!(says(&heard(&mut window), "أُضيف البند 4: ما يستجد، والعدد 4"));
}

#[test]
fn in_the_other_language_all_that_is_heard_is_in_it() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.press_ctrl(Key::ArrowDown);
    window.get_by_role_and_label(Role::ListItem, "البند 3: التوصيات").focus();
    window.settle();
    window.press(Key::Enter);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.settle();
    assert_eq!(description(&window, Role::ListItem, "Item 1: الافتتاح"), "Discussed");
    assert_eq!(description(&window, Role::ListItem, "Item 3: التوصيات"), "15 minutes, its notes are open");
    let about = description(&window, Role::MultilineTextInput, "Notes: التوصيات");
    assert!(about.starts_with("Item 3 of 3") && about.contains("The clock runs on item 2"), "{about}");
}

#[test]
fn items_and_cards_say_where_they_stand_and_lists_how_many_they_hold() {
    let mut window = workspace(Language::Arabic);
    invite(&mut window, "ماجد");
    assert_eq!(description(&window, Role::ListItem, "البند 2: المبادرات والمقترحات"), "15 دقيقة");
    window.click("بدء الاجتماع");
    assert_eq!(description(&window, Role::ListItem, "البند 1: الافتتاح"), "قيد النقاش، لا دقائق من 15، ملاحظاته مفتوحة");
    window.press_ctrl(Key::ArrowDown);
    assert_eq!(description(&window, Role::ListItem, "البند 1: الافتتاح"), "نوقش");
    window.get_by_role_and_label(Role::ListItem, "البند 3: التوصيات").focus();
    window.settle();
    window.key_press(Key::Enter);
    assert!(says(&heard(&mut window), "فُتحت ملاحظات البند: التوصيات"), "its notes are open beside the list");
    let about = description(&window, Role::MultilineTextInput, "ملاحظات: التوصيات");
    assert!(about.starts_with("البند 3 من 3") && about.contains("المؤقت يعمل على البند 2"), "{about}");
    window.get_by_role_and_label(Role::Navigation, "الشاشات");
    for (list, count) in [("جدول الأعمال", 3), ("الحضور", 1)] {
        let list = window.get_by_role_and_label(Role::List, list);
        assert_eq!(list.accesskit_node().data().size_of_set(), Some(count));
    }
    window.type_into("ملاحظات: التوصيات", "يرسل الكشف");
    window.press_ctrl(Key::T);
    pause(&mut window);
    let number = stored(&window).outcomes[0].number.clone();
    let about = description(&window, Role::Button, "متابعة: يرسل الكشف");
    assert!(about.starts_with(&number), "{about}");
    let name = window.root().accesskit_node().label().unwrap_or_default();
    assert!(name.contains(TITLE) && name.contains("تنسيق"), "what is open names the window: {name}");
}

#[test]
fn that_it_was_saved_is_seen_and_not_said() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "رحّب الرئيس");
    pause(&mut window);
    assert!(window.shows("حُفظ الآن"));
    let live = window.query_all_by(|node| node.live() != Live::Off).count();
    assert_eq!(live, 0, "it would be said over what is news");
}

#[test]
fn what_opens_takes_the_focus_from_where_it_was_and_not_by_way_of_the_window() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.get_by_label("إنهاء الاجتماع").focus();
    window.settle();
    let mut stops: Vec<Option<String>> = Vec::new();
    for key in [Key::Enter, Key::Escape] {
        window.key_press(key);
        for _ in 0..8 {
            window.step();
            let stop = window.focused_name();
            if stops.last() != Some(&stop) {
                stops.push(stop);
            }
        }
    }
    let stops: Vec<&str> = stops.iter().map(|stop| stop.as_deref().unwrap_or("nothing")).collect();
    assert_eq!(stops, ["إكمال: لم يُسجَّل حضور أحد", "إنهاء الاجتماع"]);
}

#[test]
fn what_is_wrong_is_said_to_be() {
    if !cfg!(target_os = "linux") {
        // Elsewhere it has a state of its own.
        return;
    }
    let mut window = workspace(Language::Arabic);
    window.get_by_role_and_label(Role::ListItem, "البند 1: الافتتاح").focus();
    window.settle();
    window.click("أوامر البند: الافتتاح");
    window.click("تعديل البند");
    window.type_into("المدة", "ربع");
    window.press(Key::Tab);
    let wrong = window.query_all_by(|node| node.data().invalid().is_some());
    let about: Vec<String> = wrong.filter_map(|node| node.accesskit_node().description()).collect();
    assert!(about.iter().any(|about| about.starts_with("غير صحيح: ")), "{about:?}");
}
