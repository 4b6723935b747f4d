//! The order of Tab on a meeting's page is the order in which one sees things: the notes, what stands below, what beyond.

use super::*;

/// What Tab leads to from the notes, in turn.
fn stops(window: &mut Window, count: usize) -> Vec<String> {
    last_notes(window).click();
    window.settle();
    let step = |_| {
        window.press(Key::Tab);
        window.focused_name().unwrap_or_default()
    };
    (0..count).map(step).collect()
}

#[test]
fn tab_leads_from_the_notes_to_the_buttons_below_them_and_then_to_what_came_out() {
    for (language, below, beyond) in
        [(Language::Arabic, "مقترح", "إرفاق ملف"), (Language::English, "Proposal", "Attach a file")]
    {
        let mut window = workspace(language);
        let stops = stops(&mut window, 12);
        let place = |name: &str| stops.iter().position(|stop| stop.contains(name));
        let (below, beyond) = (place(below), place(beyond));
        assert!(below == Some(0) && beyond > below, "{stops:?}");
    }
}
