//! Keys that lead elsewhere get a frame of their own.
//!
//! A frame on a busy machine brings several presses at once, and a widget hears all of them. Whoever presses Enter to
//! begin a new line and types on means the new line, which is there only in the next frame: the letters would go into the
//! line before. And whoever types the beginning of a name, Down and Enter means what the list holds then: in the same
//! frame Down would open all of it, and Enter would choose what stands first there. So a frame ends where such a key meets
//! what was typed; the rest comes in the next frame, in the order in which it was typed. Escape and
//! Tab wait a frame more: egui asks who holds them before a list is drawn that opens at what was typed, and would take the
//! focus from the text below it.

use egui::{Context, Event, FullOutput, Key, Plugin, RawInput};

/// Holds back what was typed behind a key that leads elsewhere.
#[derive(Default)]
pub(crate) struct KeyOrder {
    held: Vec<Event>,
    /// The frame before brought something typed.
    has_typed: bool,
}

/// Presses these in the next frame, before all that waits for one: they were pressed earlier, and are told only now.
pub(crate) fn press_next(ctx: &Context, events: Vec<Event>) {
    if events.is_empty() {
        return;
    }
    ctx.with_plugin(|order: &mut KeyOrder| _ = order.held.splice(0..0, events));
    ctx.request_repaint();
}

impl Plugin for KeyOrder {
    fn debug_name(&self) -> &'static str {
        "key order"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        if !self.held.is_empty() {
            input.events.splice(0..0, self.held.drain(..));
        }
        let early = self.has_typed.then(|| leaving_first(&input.events)).flatten();
        if let Some(end) = early.or_else(|| end_of_frame(&input.events)) {
            self.held = input.events.split_off(end);
        }
        self.has_typed = input.events.iter().any(|event| press(event) == Some(Press::Stays));
    }

    fn output_hook(&mut self, ctx: &Context, _output: &mut FullOutput) {
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// What a press does to those that come behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Press {
    /// Others go to another widget.
    Moves,
    /// Others find a list opened, or at another entry.
    Walks,
    /// It stays with what has the focus.
    Stays,
}

/// How many of these events belong in one frame, where not all do.
fn end_of_frame(events: &[Event]) -> Option<usize> {
    // An input method hands out its word behind the key that ended it, and the editor puts the two in order.
    if events.iter().any(|event| matches!(event, Event::Ime(_))) {
        return None;
    }
    let mut before = None;
    events.iter().position(|event| {
        let Some(press) = press(event) else { return false };
        let is_alone = press == Press::Moves || before.is_some_and(|before| before != press);
        before.replace(press).is_some() && is_alone
    })
}

/// Where Escape or Tab stands, if it is what was pressed first.
fn leaving_first(events: &[Event]) -> Option<usize> {
    let at = events.iter().position(|event| press(event).is_some())?;
    matches!(events.get(at), Some(Event::Key { key: Key::Escape | Key::Tab, .. })).then_some(at)
}

/// What somebody pressed for what has the focus.
fn press(event: &Event) -> Option<Press> {
    if let Event::Key { key, pressed: true, .. } = event {
        let moves = matches!(key, Key::Enter | Key::Tab | Key::Escape);
        let walks = WALKING.contains(key);
        return Some(if moves {
            Press::Moves
        } else if walks {
            Press::Walks
        } else {
            Press::Stays
        });
    }
    let is_typed = matches!(event, Event::Text(_) | Event::Paste(_) | Event::Copy | Event::Cut);
    is_typed.then_some(Press::Stays)
}

/// What opens lists and walks in them.
const WALKING: [Key; 6] = [Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown, Key::Home, Key::End];

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
    fn what_is_typed_behind_a_key_that_leads_elsewhere_comes_in_the_next_frame() {
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
        check(
            vec![text("ا"), text("ب"), key(Key::ArrowDown, true), key(Key::ArrowDown, false), text("ت")],
            &["اب", "<Down>", "ت"],
        );
        check(vec![text("ا"), key(Key::ArrowLeft, true), text("ب")], &["ا<Left>ب"]);
        check(vec![text("@"), key(Key::Escape, true), text("ا")], &["@", "", "<Escape>", "ا"]);
        check(vec![text("@"), key(Key::Tab, true), text("ا")], &["@", "", "<Tab>", "ا"]);
        check(vec![key(Key::Tab, true), key(Key::Escape, true)], &["<Tab>", "<Escape>"]);
    }

    #[test]
    fn a_word_of_an_input_method_stays_with_the_key_that_ended_it() {
        let word = Event::Ime(ImeEvent::Commit("مرحبا".to_owned()));
        check(vec![key(Key::Enter, true), word], &["<Enter>[مرحبا]"]);
    }
}
