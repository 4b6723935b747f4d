//! Words looked for in the minutes, also in parts that are shut.

use super::*;

const FIND: &str = "البحث في المحضر";

fn type_on(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

/// The number of the texts that are seen.
fn texts(window: &Window) -> usize {
    window.query_all_by_role(Role::MultilineTextInput).count()
}

/// What is selected in the text that has the focus.
fn selected(window: &mut Window) -> String {
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        eframe::egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_default()
}

#[test]
fn words_are_found_in_every_text_and_a_part_that_is_shut_opens() {
    let mut window = page(Language::Arabic);
    let before = texts(&window);
    window.press_ctrl(Key::F);
    assert_eq!(window.focused_name().as_deref(), Some(FIND));
    type_on(&mut window, "الرييس");
    assert!(window.shows("لا نتائج"), "nothing is guessed");
    window.press_ctrl(Key::A);
    type_on(&mut window, "ترحيب");
    window.press_ctrl(Key::A);
    type_on(&mut window, "الحضور");
    let count = 1 + usize::from(window.shows("1 من 2"));
    assert!(window.shows(&format!("1 من {count}")), "however it is spelt, in what is composed as well");
    window.press(Key::Enter);
    assert!(texts(&window) >= before);
    window.press(Key::Escape);
    assert!(!window.find(FIND));
    assert_eq!(selected(&mut window), "الحضور", "one goes on in the text in which it was found");
}
