//! Keys that move the focus get a frame of their own.
//!
//! A frame on a busy machine brings several presses at once, and a widget hears all of them. Whoever presses Enter to
//! begin a new line and types on means the new line, which is there only in the next frame: the letters would go into the
//! line before. So a frame ends after such a key, and begins before one; what was typed behind it comes in the next
//! frame, in the order in which it was typed.

use egui::{Context, Event, FullOutput, Key, Plugin, RawInput};

/// Holds back what was typed behind a key that moves the focus.
#[derive(Default)]
pub(crate) struct KeyOrder {
    held: Vec<Event>,
}

impl Plugin for KeyOrder {
    fn debug_name(&self) -> &'static str {
        "key order"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        if !self.held.is_empty() {
            input.events.splice(0..0, self.held.drain(..));
        }
        if let Some(end) = end_of_frame(&input.events) {
            self.held = input.events.split_off(end);
        }
    }

    fn output_hook(&mut self, ctx: &Context, _output: &mut FullOutput) {
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// How many of these events belong in one frame, where not all do.
fn end_of_frame(events: &[Event]) -> Option<usize> {
    // An input method hands out its word behind the key that ended it, and the editor puts the two in order.
    if events.iter().any(|event| matches!(event, Event::Ime(_))) {
        return None;
    }
    let at = events.iter().position(moves_focus)?;
    let types = |events: &[Event]| events.iter().any(is_typed);
    let (before, onwards) = events.split_at_checked(at)?;
    if types(before) {
        return Some(at);
    }
    types(onwards.get(1..)?).then_some(at + 1)
}

/// Is it a key behind which others go to another widget?
const fn moves_focus(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter | Key::Tab | Key::Escape, pressed: true, .. })
}

/// Does somebody mean it for what has the focus?
const fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. } | Event::Text(_) | Event::Paste(_) | Event::Copy | Event::Cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{ImeEvent, Modifiers};

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    /// The frames in which these events come, each as its letters and keys.
    fn check(events: Vec<Event>, expected: &[&str]) {
        let mut order = KeyOrder::default();
        let mut frames = Vec::new();
        let ctx = Context::default();
        let mut input = RawInput { events, ..RawInput::default() };
        loop {
            order.input_hook(&ctx, &mut input);
            let told = |event: &Event| {
                if let Event::Text(text) = event {
                    return text.clone();
                }
                if let Event::Ime(ImeEvent::Commit(word)) = event {
                    return format!("[{word}]");
                }
                let Event::Key { key, pressed: true, .. } = event else { return String::new() };
                format!("<{}>", key.name())
            };
            frames.push(input.take().events.iter().map(told).collect::<String>());
            if order.held.is_empty() {
                break;
            }
        }
        assert_eq!(frames, expected);
    }

    #[test]
    fn what_is_typed_behind_a_key_that_moves_the_focus_comes_in_the_next_frame() {
        let text = |text: &str| Event::Text(text.to_owned());
        check(vec![], &[""]);
        check(vec![text("ا"), text("ب")], &["اب"]);
        check(vec![text("ا"), key(Key::Enter, true), key(Key::Enter, false), text("ب")], &["ا", "<Enter>", "ب"]);
        check(vec![key(Key::Enter, true), key(Key::Enter, false)], &["<Enter>"]);
        check(vec![key(Key::Tab, true), key(Key::Tab, true), text("ت")], &["<Tab>", "<Tab>", "ت"]);
        check(
            vec![key(Key::ArrowDown, true), key(Key::ArrowDown, true), key(Key::Enter, true)],
            &["<Down><Down>", "<Enter>"],
        );
    }

    #[test]
    fn a_word_of_an_input_method_stays_with_the_key_that_ended_it() {
        let word = Event::Ime(ImeEvent::Commit("مرحبا".to_owned()));
        check(vec![key(Key::Enter, true), word], &["<Enter>[مرحبا]"]);
    }
}
