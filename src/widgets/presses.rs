//! Keys in the order in which they were pressed.
//!
//! A frame on a busy machine brings several presses at once. [`egui::InputState::consume_key`] takes all of one key and
//! says only that there were some: Down pressed three times would go one step.

use egui::{Event, InputState, Key, Modifiers};

/// Takes the first press of one of these keys, held with nothing; answers what stands beside it.
pub(super) fn next<T: Copy>(input: &mut InputState, keys: &[(Key, T)]) -> Option<T> {
    let meaning = |event: &Event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
        let of_key = keys.iter().find(|(wanted, _)| wanted == key).map(|(_, meaning)| *meaning);
        of_key.filter(|_| modifiers.matches_logically(Modifiers::NONE))
    };
    let (at, meaning) = input.events.iter().enumerate().find_map(|(at, event)| Some((at, meaning(event)?)))?;
    input.events.remove(at);
    Some(meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_come_one_by_one_in_their_order() {
        let press = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let mut input = InputState::default();
        input.events = vec![
            press(Key::ArrowDown, Modifiers::NONE),
            press(Key::ArrowDown, Modifiers::COMMAND),
            press(Key::ArrowDown, Modifiers::NONE),
            press(Key::Enter, Modifiers::NONE),
        ];
        let keys = [(Key::Enter, "choose"), (Key::ArrowDown, "down")];
        assert_eq!(next(&mut input, &keys), Some("down"));
        assert_eq!(next(&mut input, &keys), Some("down"));
        assert_eq!(next(&mut input, &keys), Some("choose"));
        assert_eq!(next(&mut input, &keys), None);
        assert_eq!(input.events.len(), 1, "what is held with Ctrl is another's");
    }
}
