//! What an input method composes in the notes: at a section's start and end, beside a captured line, over a selection.

use super::*;
use eframe::egui::ImeEvent;

/// A note, a captured line, a note; the caret stands before the first letter.
fn three_sections() -> Window {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "قبل");
    window.press(Key::Enter);
    type_on(&mut window, "السطر");
    window.press_ctrl(Key::I);
    pause(&mut window);
    type_on(&mut window, "بعد");
    pause(&mut window);
    window.press_ctrl(Key::Home);
    window
}

fn type_on(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.settle();
}

fn preedit(window: &mut Window, text: &str) {
    window.event(Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None }));
    window.settle();
}

fn compose(window: &mut Window, text: &str) {
    preedit(window, text);
    pause(window);
    window.event(Event::Ime(ImeEvent::Commit(text.into())));
    pause(window);
}

/// Where the method is told that the foot of the caret stands, from the top of the window.
fn caret_foot(window: &Window) -> f32 {
    window.output().platform_output.ime.expect("while focused").cursor_rect.bottom()
}

#[test]
fn what_is_composed_stands_in_the_section_it_was_composed_in() {
    let mut window = three_sections();
    let mut check = |keys: &[Key], expected: [&str; 3]| {
        window.press_ctrl(Key::Home);
        for key in keys {
            window.press(*key);
        }
        let foot = caret_foot(&window);
        preedit(&mut window, "كتا");
        assert!((caret_foot(&window) - foot).abs() < 1.0, "the list of choices opens beside it");
        let before = notes(&stored(&window), 0);
        assert_eq!(before, ["قبل", "[proposal] السطر", "بعد"], "nothing composed is stored");
        window.event(Event::Ime(ImeEvent::Commit("كتاب".into())));
        pause(&mut window);
        assert_eq!(notes(&stored(&window), 0), expected, "{keys:?}");
        window.press_ctrl(Key::Z);
        pause(&mut window);
        assert_eq!(notes(&stored(&window), 0), before, "undone after {keys:?}");
    };
    check(&[], ["كتابقبل", "[proposal] السطر", "بعد"]);
    check(&[Key::End], ["قبلكتاب", "[proposal] السطر", "بعد"]);
    check(&[Key::ArrowDown, Key::Home], ["قبل", "[proposal] كتابالسطر", "بعد"]);
    check(&[Key::ArrowDown, Key::End], ["قبل", "[proposal] السطركتاب", "بعد"]);
    check(&[Key::ArrowDown, Key::ArrowDown, Key::Home], ["قبل", "[proposal] السطر", "كتاببعد"]);
    check(&[Key::ArrowDown, Key::ArrowDown, Key::End], ["قبل", "[proposal] السطر", "بعدكتاب"]);
}

#[test]
fn a_selection_over_a_captured_line_gives_way_to_what_is_composed() {
    let mut window = three_sections();
    window.press_ctrl(Key::A);
    compose(&mut window, "نص");
    assert_eq!(notes(&stored(&window), 0), ["نص", "[proposal] ", ""]);
    // what was composed, and with it what gave way to it
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل", "[proposal] السطر", "بعد"]);
}

#[test]
fn a_composition_that_is_given_up_leaves_every_section_as_it_was() {
    let mut window = three_sections();
    window.press(Key::ArrowDown);
    preedit(&mut window, "كتا");
    preedit(&mut window, "");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["قبل", "[proposal] السطر", "بعد"]);
    compose(&mut window, "نعم ");
    window.press_ctrl(Key::T);
    assert!(window.shows("هذا السطر ملتقط من قبل"), "keys go to the screen again");
}

#[test]
fn a_capture_that_ends_a_composition_captures_what_was_composed() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "يرسل ");
    preedit(&mut window, "كشف");
    let ime = |text: &str, is_commit: bool| {
        let text = text.to_owned();
        Event::Ime(if is_commit {
            ImeEvent::Commit(text)
        } else {
            ImeEvent::Preedit { text, active_range_chars: None }
        })
    };
    for event in [ime("", false), ime("\u{4}", true), ime("كشف", false), ime("", false), ime("كشف", true)] {
        window.event(event);
    }
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["[decision] يرسل كشف", ""]);
}
