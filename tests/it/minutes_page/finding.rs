//! Words looked for in the minutes, also in parts that are shut.

use super::*;

const FIND: &str = "البحث في المحضر";

fn type_on(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

/// What is selected in the text that has the focus.
fn selected(window: &mut Window) -> String {
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| {
        if let eframe::egui::OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None }
    });
    text.unwrap_or_default()
}

#[test]
fn a_word_is_found_however_it_is_spelt_and_escape_leads_into_its_text() {
    let mut window = page(Language::Arabic);
    window.press_ctrl(Key::F);
    assert_eq!(window.focused_name().as_deref(), Some(FIND));
    type_on(&mut window, "اعمال الشهر");
    assert!(window.shows("1 من 1"));
    window.press(Key::Escape);
    assert!(!window.find(FIND));
    assert_eq!(window.focused_name().as_deref(), Some("البند 1: الافتتاح"));
    assert_eq!(selected(&mut window), "أعمال الشهر");
    assert_eq!(stored(&window).agenda[0].wording, "", "nothing was changed by looking for it");
}

#[test]
fn the_places_are_walked_by_keys_and_a_part_that_is_shut_opens_for_its_own() {
    let mut window = page(Language::Arabic);
    let closing = "جملة الختام";
    let is_open =
        |window: &Window| window.query_all_by_role_and_label(Role::MultilineTextInput, closing).next().is_some();
    assert!(!is_open(&window), "its part is shut");
    window.press_ctrl(Key::F);
    type_on(&mut window, "الاجتماع");
    assert!(window.shows("1 من 2"), "the opening and the closing");
    assert!(!is_open(&window));
    window.press(Key::Enter);
    assert!(window.shows("2 من 2"));
    assert!(is_open(&window));
    window.press(Key::F3);
    assert!(window.shows("1 من 2"), "round the end");
    window.key_press_modifiers(Modifiers::SHIFT, Key::F3);
    window.settle();
    window.press(Key::Escape);
    assert_eq!(window.focused_name().as_deref(), Some(closing));
    window.press_ctrl(Key::F);
    type_on(&mut window, "لا شيء كهذا");
    assert!(window.shows("لا نتائج"));
}

#[test]
fn approved_minutes_are_looked_through_too_and_the_search_of_commands_names_it() {
    let mut window = page(Language::Arabic);
    window.click("اعتماد المحضر");
    window.click("اعتماد مع هذا النقص");
    pause(&mut window);
    until(&mut window, "the pages", |window| pages(window) > 0);
    window.press_ctrl(Key::K);
    type_on(&mut window, ">البحث في");
    window.press(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some(FIND));
    type_on(&mut window, "الرئيس");
    assert!(window.shows("1 من 1"));
    window.press(Key::Escape);
    assert!(!window.find(FIND));
}

#[test]
fn it_speaks_english() {
    let mut window = page(Language::English);
    window.press_ctrl(Key::F);
    assert_eq!(window.focused_name().as_deref(), Some("Find in the minutes"));
    type_on(&mut window, "الرئيس");
    assert!(window.shows("1 of 1"));
    window.click("Close the search");
    assert!(!window.find("Find in the minutes"));
}

/// Pictures to be looked at, where a folder is asked for.
#[test]
fn pictures_of_the_bar_can_be_taken() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES").map(std::path::PathBuf::from) else { return };
    for (name, language, size, scale) in [
        ("ar", Language::Arabic, [1024.0, 680.0], 1.0),
        ("en", Language::English, [1024.0, 680.0], 1.0),
        ("ar-wide-2", Language::Arabic, [1440.0, 900.0], 2.0),
    ] {
        let mut window = page_of(&Setup { language, size, scale, has_pictures: true });
        window.press_ctrl(Key::F);
        type_on(&mut window, "الرئيس");
        window.press(Key::Enter);
        window.picture(&folder.join(format!("minutes-find-{name}.png")));
    }
}
