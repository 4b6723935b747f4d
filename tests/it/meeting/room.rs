//! What the room sees, in a window of its own: never a private line, also while it is typed, and on whatever screen one is.

use super::*;
use support::plain;

/// How many lines of the room hold these words.
fn seen(window: &Window, words: &str) -> usize {
    let holds = |text: Option<String>| text.is_some_and(|text| plain(&text).contains(words));
    window.query_all_by(|node| node.role() == Role::Label && (holds(node.label()) || holds(node.value()))).count()
}

/// A meeting with a line for all, shown to the room; the caret stands in an empty line below it.
fn shown() -> Window {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "نقاش علني");
    window.press(Key::Enter);
    pause(&mut window);
    window.press(Key::F11);
    assert_eq!(seen(&window, "نقاش علني"), 1, "the room reads it");
    window
}

/// Types letter by letter; in no frame the room sees any of the words.
fn type_unseen(window: &mut Window, text: &str, words: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
        assert_eq!(seen(window, words), 0, "after «{letter}»");
    }
}

/// Waits for what is on its way; in no frame the room sees any of the words.
fn wait_unseen(window: &mut Window, words: &str) {
    for _ in 0..60 {
        window.step();
        assert_eq!(seen(window, words), 0);
    }
    window.settle();
    assert_eq!(seen(window, words), 0);
}

fn press_private(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.step();
}

#[test]
fn a_line_is_shown_once_the_caret_has_left_it() {
    let mut window = shown();
    type_unseen(&mut window, "موعد التسليم", "موعد");
    window.press(Key::Enter);
    assert_eq!(seen(&window, "موعد التسليم"), 1);
    // A word put right in a line that the room reads is there once the caret has left it again.
    window.press(Key::ArrowUp);
    assert_eq!(seen(&window, "موعد التسليم"), 1, "it stays as it was");
    window.press(Key::End);
    window.event(Event::Text(" غدا".to_owned()));
    window.settle();
    assert_eq!((seen(&window, "موعد التسليم"), seen(&window, "غدا")), (1, 0));
    window.press(Key::ArrowDown);
    assert_eq!(seen(&window, "موعد التسليم غدا"), 1);
}

#[test]
fn a_line_that_becomes_private_is_seen_in_no_frame() {
    // Private before its first word, by its keys.
    let mut window = shown();
    press_private(&mut window);
    type_unseen(&mut window, "المزايدة متوقعة", "المزايدة");
    window.press(Key::Enter);
    wait_unseen(&mut window, "المزايدة");
    // After its last word.
    let mut window = shown();
    type_unseen(&mut window, "المزايدة متوقعة", "المزايدة");
    press_private(&mut window);
    wait_unseen(&mut window, "المزايدة");
    // By the button, which takes the focus out of the line.
    let mut window = shown();
    type_unseen(&mut window, "المزايدة متوقعة", "المزايدة");
    let button = window.query_all_by_role_and_label(Role::Button, "ملاحظة خاصة").next().expect("its button");
    button.click();
    wait_unseen(&mut window, "المزايدة");
    assert!(stored(&window).agenda[0].blocks.iter().any(tansiq::store::query::BlockView::is_private));
}

#[test]
fn what_was_held_back_stays_so_when_its_line_is_joined_to_another() {
    let mut window = shown();
    type_unseen(&mut window, "المزايدة متوقعة", "المزايدة");
    window.press(Key::Home);
    window.press(Key::Backspace);
    wait_unseen(&mut window, "المزايدة");
    press_private(&mut window);
    wait_unseen(&mut window, "المزايدة");
}

#[test]
fn a_private_line_that_becomes_notes_again_is_shown_once_the_caret_has_left_it() {
    let mut window = shown();
    press_private(&mut window);
    type_unseen(&mut window, "المزايدة متوقعة", "المزايدة");
    window.press(Key::Home);
    window.press(Key::Backspace);
    wait_unseen(&mut window, "المزايدة");
    assert!(!stored(&window).agenda[0].blocks.iter().any(tansiq::store::query::BlockView::is_private));
    window.press(Key::ArrowUp);
    assert_eq!(seen(&window, "المزايدة متوقعة"), 1);
}

#[test]
fn the_room_goes_on_seeing_its_meeting_while_another_screen_is_shown() {
    let mut window = shown();
    press_private(&mut window);
    type_unseen(&mut window, "المزايدة متوقعة", "المزايدة");
    for key in [Key::Num2, Key::Num3] {
        window.press_ctrl(key);
        assert!(!matches!(window.state().route(), Route::Meeting(_)));
        assert_eq!(seen(&window, "نقاش علني"), 1, "the room still reads it");
        wait_unseen(&mut window, "المزايدة");
    }
    // Another meeting that is opened does not take its place by itself.
    let values = vec![("title", "اجتماع آخر".into())];
    let agenda = vec![("بند آخر".to_owned(), None)];
    window.state().store().send(Edit::NewMeeting { values, parties: Vec::new(), agenda });
    window.settle();
    window.press_ctrl(Key::Num1);
    let row = window
        .rows()
        .into_iter()
        .find(|row| row.contains("اجتماع آخر"))
        .unwrap_or_else(|| panic!("{:?}", window.rows()));
    // Where there is one window only, that of the room lies over the list.
    window.get_by_role_and_label(Role::Row, &row).click_accesskit();
    window.settle();
    assert_eq!(seen(&window, "نقاش علني"), 1);
    window.press(Key::F11);
    assert_eq!(seen(&window, "نقاش علني"), 0, "the room sees the meeting for which it was opened last");
    assert!(window.shows("1 · بند آخر"));
}
