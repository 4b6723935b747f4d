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

/// What a key asks of a list that is walked while the focus stays in the field above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListKey {
    Choose,
    Down,
    Up,
    PageDown,
    PageUp,
    Close,
}

impl ListKey {
    /// The keys of such a list: the one that chooses first, the one that closes last.
    pub(super) const ALL: [(Key, Self); 6] = [
        (Key::Enter, Self::Choose),
        (Key::ArrowDown, Self::Down),
        (Key::ArrowUp, Self::Up),
        (Key::PageDown, Self::PageDown),
        (Key::PageUp, Self::PageUp),
        (Key::Escape, Self::Close),
    ];

    /// The same at the caret of a text, where Tab chooses too: it would lead out of the sentence with half a name in it.
    pub(super) const IN_TEXT: [(Key, Self); 7] = [
        (Key::Enter, Self::Choose),
        (Key::Tab, Self::Choose),
        (Key::ArrowDown, Self::Down),
        (Key::ArrowUp, Self::Up),
        (Key::PageDown, Self::PageDown),
        (Key::PageUp, Self::PageUp),
        (Key::Escape, Self::Close),
    ];

    /// Where it leads from an entry, `last` being the last and `page` the number of those seen at once; `None` for a key
    /// that does not walk.
    pub(super) fn walk(self, at: usize, last: usize, page: usize) -> Option<usize> {
        match self {
            Self::Down => Some(if at < last { at + 1 } else { 0 }),
            Self::Up => Some(at.checked_sub(1).unwrap_or(last)),
            Self::PageDown => Some((at + page).min(last)),
            Self::PageUp => Some(at.saturating_sub(page)),
            Self::Choose | Self::Close => None,
        }
    }
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

    #[test]
    fn a_list_is_walked_in_a_round_and_paged_to_its_ends() {
        let check = |key: ListKey, at, expected| assert_eq!(key.walk(at, 9, 4), expected, "{key:?} at {at}");
        check(ListKey::Down, 3, Some(4));
        check(ListKey::Down, 9, Some(0));
        check(ListKey::Up, 0, Some(9));
        check(ListKey::PageDown, 7, Some(9));
        check(ListKey::PageUp, 2, Some(0));
        check(ListKey::Choose, 2, None);
    }
}
