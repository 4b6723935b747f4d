//! A list that is pasted where one title or name is asked for.

use super::*;

fn paste(window: &mut Window, field: &str, text: &str) {
    window.click(field);
    window.event(Event::Paste(text.to_owned()));
    window.settle();
}

fn titles(window: &Window) -> Vec<String> {
    stored(window).agenda.into_iter().map(|item| item.title).collect()
}

#[test]
fn each_line_becomes_an_item_in_order_and_one_step_takes_all_back() {
    let mut window = workspace(Language::Arabic);
    paste(&mut window, "بند جديد", "1- الشراكات\n2- ما يستجد\n");
    assert_eq!(titles(&window), ["الافتتاح", "المبادرات والمقترحات", "التوصيات", "الشراكات", "ما يستجد"]);
    window.press_ctrl(Key::Z);
    window.settle();
    assert_eq!(titles(&window).len(), 3);
}

#[test]
fn one_pasted_line_waits_in_the_field() {
    let mut window = workspace(Language::Arabic);
    paste(&mut window, "بند جديد", "الشراكات");
    assert_eq!(titles(&window).len(), 3);
    window.press(Key::Enter);
    assert_eq!(titles(&window)[3], "الشراكات");
}

#[test]
fn each_line_becomes_somebody_of_the_register_or_new_to_it() {
    let mut window = workspace(Language::Arabic);
    paste(&mut window, "إضافة إلى الحضور", "ساره العنزي\nالأستاذ فهد العمري");
    let lines = stored(&window).attendance;
    let names: Vec<&str> = lines.iter().filter_map(|line| Some(line.person.as_ref()?.name.as_str())).collect();
    assert_eq!(names, ["سارة العنزي", "فهد العمري"]);
}

#[test]
fn letters_typed_behind_the_name_of_somebody_new_stand_in_the_form_that_opens() {
    let mut window = workspace(Language::Arabic);
    window.type_into("إضافة إلى الحضور", "فهد العمري");
    window.event(Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.event(Event::Text("مدير".to_owned()));
    window.settle();
    window.press_ctrl(Key::Enter);
    window.settle();
    let line = stored(&window).attendance.into_iter().next().expect("on the list");
    assert_eq!(line.post, "مدير");
}
