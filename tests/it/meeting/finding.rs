//! Words looked for in the notes, with the keyboard alone.

use super::*;
use eframe::egui::OutputCommand;

const FIND: &str = "البحث في الملاحظات";

fn type_on(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

fn press_shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::SHIFT, key);
    window.settle();
}

/// What is selected where one types.
fn selected(window: &mut Window) -> String {
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text =
        commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text) } else { None });
    text.cloned().unwrap_or_default()
}

/// What stands in the bar's field; nothing where there is no bar.
fn sought(window: &Window) -> Option<String> {
    let field = window.query_all_by_role_and_label(Role::SearchInput, FIND).next()?;
    field.accesskit_node().value()
}

fn enter_notes(window: &mut Window, language: Language) {
    let name = if language == Language::Arabic { NOTES } else { "Notes: الافتتاح" };
    window.click_plain(Role::MultilineTextInput, name);
}

/// A note, a captured line, another note, and the caret at the end.
fn written(language: Language) -> Window {
    let mut window = workspace(language);
    enter_notes(&mut window, language);
    type_on(&mut window, "شكرت الإدارة الحضور");
    window.press(Key::Enter);
    type_on(&mut window, "تشجير الحدائق (Green Parks)");
    window.press_ctrl(Key::I);
    pause(&mut window);
    type_on(&mut window, "وعدت إدارة الحدائق بالمتابعة في المدينة");
    pause(&mut window);
    window
}

#[test]
fn an_empty_bar_has_nothing_in_it_that_is_heard_as_nothing() {
    let mut window = workspace(Language::Arabic);
    window.press_ctrl(Key::F);
    assert_eq!(sought(&window).as_deref(), Some(""));
    assert_eq!(window.query_all_by(|node| node.role() == Role::Unknown).count(), 0);
}

#[test]
fn a_word_typed_is_found_in_two_notes_and_enter_walks_them() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::F);
    assert_eq!(window.focused_name().as_deref(), Some(FIND));
    type_on(&mut window, "ادارة");
    assert!(window.shows("1 من 2"), "without its hamza, from the top again");
    for (with_shift, expected) in [(false, "2 من 2"), (false, "1 من 2"), (true, "2 من 2"), (true, "1 من 2")] {
        if with_shift {
            press_shift(&mut window, Key::Enter)
        } else {
            window.press(Key::Enter)
        }
        assert!(window.shows(expected), "{expected}, with Shift: {with_shift}");
        assert_eq!(window.focused_name().as_deref(), Some(FIND), "one goes on from the field");
    }
    window.press(Key::F3);
    assert!(window.shows("2 من 2"), "the keys of other programs");
}

#[test]
fn escape_closes_it_and_leaves_the_caret_at_what_was_found() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::F);
    type_on(&mut window, "ادارة");
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert_eq!(sought(&window), None);
    assert_eq!(window.focused_name().as_deref(), Some(NOTES));
    assert_eq!(selected(&mut window), "إدارة");
    type_on(&mut window, "أمانة");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[2], "وعدت أمانة الحدائق بالمتابعة في المدينة");
}

#[test]
fn captured_lines_are_looked_through_too_and_latin_letters_of_either_case() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::F);
    type_on(&mut window, "حدائق");
    assert!(window.shows("1 من 2"));
    window.press_ctrl(Key::A);
    type_on(&mut window, "green parks");
    assert!(window.shows("1 من 1"));
    window.press_ctrl(Key::A);
    type_on(&mut window, "مصعد");
    assert!(window.shows("لا نتائج"));
    window.press(Key::Enter);
    assert!(window.shows("لا نتائج"), "there is nowhere to go");
}

#[test]
fn after_the_last_place_of_an_item_comes_the_next_item_that_has_one() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::ArrowDown);
    window.press_ctrl(Key::ArrowDown);
    type_on(&mut window, "رُفعت إلى المدينة");
    pause(&mut window);
    window.press_ctrl(Key::F);
    type_on(&mut window, "المدينة");
    assert!(window.shows("2 من 2"), "one stands in the last item");
    window.press(Key::Enter);
    assert!(window.find(NOTES), "the first item is open");
    assert!(window.shows("1 من 2"));
    press_shift(&mut window, Key::Enter);
    assert!(window.find("ملاحظات: التوصيات"), "and back, over an item without one");
    window.press(Key::Escape);
    assert_eq!(selected(&mut window), "المدينة");
}

#[test]
fn what_is_selected_is_looked_for_and_the_same_keys_lead_back_to_the_field() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::F);
    type_on(&mut window, "ادارة");
    window.press(Key::Escape);
    window.press_ctrl(Key::F);
    assert_eq!(sought(&window).as_deref(), Some("إدارة"), "as it stands in the notes");
    assert!(window.shows("1 من 2"));
    window.field(NOTES).click();
    window.settle();
    assert_eq!(window.focused_name().as_deref(), Some(NOTES));
    window.press_ctrl(Key::F);
    type_on(&mut window, "متابعة");
    assert_eq!(sought(&window).as_deref(), Some("متابعة"), "it came in the place of what was there");
    window.field(NOTES).click();
    window.settle();
    window.press(Key::Escape);
    assert_eq!(sought(&window), None, "closed from the notes");
    assert_eq!(window.focused_name().as_deref(), Some(NOTES));
}

#[test]
fn what_is_typed_in_the_notes_meanwhile_is_found() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::F);
    type_on(&mut window, "المدينة");
    assert!(window.shows("1 من 1"));
    window.field(NOTES).click();
    window.settle();
    window.press_ctrl(Key::End);
    type_on(&mut window, " ثم المدينة");
    assert!(window.shows("1 من 2"));
}

#[test]
fn letters_that_come_with_the_keys_on_a_slow_machine_reach_the_field() {
    let mut window = written(Language::Arabic);
    let modifiers = Modifiers::COMMAND;
    let ctrl_f = Event::Key { key: Key::F, physical_key: Some(Key::F), pressed: true, repeat: false, modifiers };
    window.input_mut().events.extend([ctrl_f, Event::Text("ادارة".to_owned())]);
    window.settle();
    assert_eq!(sought(&window).as_deref(), Some("ادارة"));
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[2], "وعدت إدارة الحدائق بالمتابعة في المدينة", "and none the notes");
}

#[test]
fn the_search_of_commands_and_the_menu_name_it() {
    let mut window = written(Language::Arabic);
    window.press_ctrl(Key::K);
    type_on(&mut window, ">البحث في");
    window.press(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some(FIND));
    window.press(Key::Escape);
    assert_eq!(sought(&window), None);
    window.click("أوامر أخرى للاجتماع");
    window.click(FIND);
    assert_eq!(window.focused_name().as_deref(), Some(FIND));
}

/// Does a line with this word stand between the edges of the notes?
fn sees(window: &Window, word: &str) -> bool {
    let notes = 200.0..600.0;
    let lines = window.query_all_by_role(Role::TextRun);
    lines
        .filter(|line| line.accesskit_node().value().is_some_and(|text| text.contains(word)))
        .any(|line| notes.contains(&line.rect().center().y))
}

#[test]
fn a_place_far_above_is_scrolled_to_and_so_is_one_in_minutes_that_are_approved() {
    let mut window = open(&Setup::default(), |store| {
        with_meeting(store);
        let meeting = MeetingId(1);
        let item = read(store, meeting).agenda[0].id;
        let lines = (0..120).map(|line| if line == 60 { "عند الوادي" } else { "سطر من الملاحظات" });
        let body = lines.collect::<Vec<_>>().join("\n");
        let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", body.as_str().into())];
        store.apply(Edit::Add { entity: Entity::Block, values }).expect("a block");
        support::lead(store, meeting);
        let attendee = Attendee::New {
            name: "منى الغافي".to_owned(),
            honorific: None,
            post: String::new(),
            organisation: "جمعية الأحياء".to_owned(),
        };
        let status = AttendanceStatus::Present;
        store.apply(Edit::AddAttendee { meeting, attendee, status }).expect("on the list");
        for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
            store.apply(Edit::MoveMeeting { meeting, to, reason: String::new() }).expect("it is held");
        }
        store.apply(Edit::ApproveMinutes(meeting)).expect("approved");
    });
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    assert!(!sees(&window, "الوادي"));
    window.press_ctrl(Key::F);
    type_on(&mut window, "الوادي");
    assert!(window.shows("1 من 1"));
    assert!(sees(&window, "الوادي"));
    window.press(Key::Escape);
    assert_eq!(selected(&mut window), "الوادي", "nothing can be typed, but it can be copied");
}

#[test]
fn it_speaks_english() {
    let mut window = written(Language::English);
    window.press_ctrl(Key::F);
    assert_eq!(window.focused_name().as_deref(), Some("Find in the notes"));
    type_on(&mut window, "ادارة");
    assert!(window.shows("1 of 2"));
    window.click("Next place");
    assert!(window.shows("2 of 2"));
    window.click("Previous place");
    assert!(window.shows("1 of 2"));
    window.click("Close the search");
    assert!(!window.find("Find in the notes"));
}

/// Pictures to be looked at, where a folder is asked for.
#[test]
fn pictures_of_the_bar_can_be_taken() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES").map(std::path::PathBuf::from) else { return };
    let small = [1024.0, 680.0];
    let looks = [
        ("ar", Language::Arabic, [1440.0, 900.0], 1.0, "light"),
        ("en-small", Language::English, small, 1.0, "light"),
        ("ar-dark-2", Language::Arabic, small, 2.0, "dark"),
        ("ar-narrow", Language::Arabic, [720.0, 680.0], 1.0, "light"),
    ];
    for (name, language, size, scale, theme) in looks {
        let setup = Setup { language, size, scale, has_pictures: true };
        let mut window = open(&setup, |store| {
            with_meeting(store);
            let configure = Edit::Configure { key: "theme".to_owned(), value: theme.to_owned() };
            store.apply(configure).expect("a theme");
        });
        let row = window.rows().into_iter().next().expect("the meeting is listed");
        window.click_role(Role::Row, &row);
        enter_notes(&mut window, language);
        type_on(&mut window, "شكرت الإدارة الحضور");
        window.press(Key::Enter);
        type_on(&mut window, "تشجير حدائق الإدارة (Green Parks)");
        window.press_ctrl(Key::I);
        pause(&mut window);
        type_on(&mut window, "وعدت إدارة الحدائق بالمتابعة");
        pause(&mut window);
        window.press_ctrl(Key::F);
        type_on(&mut window, "ادارة");
        window.press(Key::Enter);
        window.picture(&folder.join(format!("find-{name}.png")));
        window.press_ctrl(Key::A);
        type_on(&mut window, "مصعد");
        window.picture(&folder.join(format!("find-none-{name}.png")));
        window.press(Key::Escape);
        window.press_ctrl(Key::K);
        type_on(&mut window, if language == Language::Arabic { ">البحث في" } else { ">find" });
        window.picture(&folder.join(format!("find-palette-{name}.png")));
    }
}
