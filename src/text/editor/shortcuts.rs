//! Which key is meant: on layouts without Latin letters, and of the two Shift keys.
//!
//! Apart from what the keys do, because it is about keyboards and knows no editor.

use egui::{Key, Modifiers};

use crate::text::bidi::Direction;

/// Ctrl with one Shift, let go with nothing in between, sets the direction: the right one right to left, the left one
/// left to right, as on the keyboards of all systems that have Arabic. It counts when the keys are let go, so that
/// Ctrl+Shift+Z is still what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DirectionKeys {
    #[default]
    Up,
    /// A Shift key is held down, and nothing else was pressed since.
    Shift(Direction),
    /// And Ctrl with it.
    Armed(Direction),
}

impl DirectionKeys {
    /// Takes a key; answers the direction that was asked for.
    pub(super) fn key(&mut self, key: Key, pressed: bool, modifiers: Modifiers) -> Option<Direction> {
        let held = *self;
        *self = match (key, pressed, held) {
            // the modifiers of a press may or may not count the key itself: Ctrl is told by its own event too
            (Key::ShiftRight, true, Self::Up) => Self::shift(Direction::RightToLeft, modifiers),
            (Key::ShiftLeft, true, Self::Up) => Self::shift(Direction::LeftToRight, modifiers),
            (Key::ControlLeft | Key::ControlRight, true, Self::Shift(direction)) => Self::Armed(direction),
            // of both Shift keys the later one counts
            (Key::ShiftRight, true, Self::Shift(_)) => Self::Shift(Direction::RightToLeft),
            (Key::ShiftLeft, true, Self::Shift(_)) => Self::Shift(Direction::LeftToRight),
            (Key::ShiftRight, true, Self::Armed(_)) => Self::Armed(Direction::RightToLeft),
            (Key::ShiftLeft, true, Self::Armed(_)) => Self::Armed(Direction::LeftToRight),
            // a key that is held down repeats
            (Key::ControlLeft | Key::ControlRight, true, held) => held,
            (
                Key::ShiftLeft | Key::ShiftRight | Key::ControlLeft | Key::ControlRight,
                false,
                Self::Armed(direction),
            ) => {
                *self = Self::Up;
                return Some(direction);
            }
            // what was pressed before comes up
            (_, false, held) if !matches!(key, Key::ShiftLeft | Key::ShiftRight) => held,
            _ => Self::Up,
        };
        None
    }

    const fn shift(direction: Direction, modifiers: Modifiers) -> Self {
        if modifiers.ctrl || modifiers.command { Self::Armed(direction) } else { Self::Shift(direction) }
    }

    /// A button of the mouse, a lost focus: it was no direction.
    pub(super) const fn interrupt(&mut self) {
        *self = Self::Up;
    }
}

/// The key that a shortcut means: the letter on it, or, where the layout writes no Latin, the one that a Latin
/// layout has in its place.
pub(crate) fn shortcut_key(key: Key, physical: Option<Key>, modifiers: Modifiers) -> Key {
    let is_letter = |key: Key| matches!(key.name().as_bytes(), [b'A'..=b'Z']);
    match physical {
        Some(physical) if modifiers.command && is_letter(physical) && !is_letter(key) && !is_control(key) => physical,
        _ => key,
    }
}

/// Keys that mean the same on every layout.
const fn is_control(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::Backspace
            | Key::Delete
            | Key::End
            | Key::Enter
            | Key::Escape
            | Key::Home
            | Key::Insert
            | Key::PageDown
            | Key::PageUp
            | Key::Space
            | Key::Tab
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcuts_follow_latin_letters_and_else_the_keyboards_places() {
        let check = |key, physical, expected| {
            assert_eq!(
                shortcut_key(key, physical, Modifiers::CTRL | Modifiers::COMMAND),
                expected,
                "{key:?} {physical:?}"
            );
        };
        // an Arabic layout, where winit knows no key for the letter
        check(Key::Z, Some(Key::Z), Key::Z);
        // a layout that has a bracket in the place of C
        check(Key::CloseCurlyBracket, Some(Key::C), Key::C);
        // Dvorak: the letter counts
        check(Key::Semicolon, Some(Key::Z), Key::Z);
        check(Key::Y, Some(Key::T), Key::Y);
        check(Key::Enter, Some(Key::Enter), Key::Enter);
    }

    #[test]
    fn ctrl_with_either_shift_asks_for_a_direction_when_let_go() {
        let check = |keys: &[(Key, bool, Modifiers)], expected: Option<Direction>| {
            let mut held = DirectionKeys::default();
            let asked: Vec<Direction> =
                keys.iter().filter_map(|(key, pressed, modifiers)| held.key(*key, *pressed, *modifiers)).collect();
            assert_eq!(asked, expected.into_iter().collect::<Vec<_>>(), "{keys:?}");
        };
        let (none, ctrl, both) = (Modifiers::NONE, Modifiers::CTRL, Modifiers::CTRL | Modifiers::SHIFT);
        let (rtl, ltr) = (Some(Direction::RightToLeft), Some(Direction::LeftToRight));
        check(&[(Key::ControlLeft, true, none), (Key::ShiftRight, true, ctrl), (Key::ShiftRight, false, ctrl)], rtl);
        check(&[(Key::ControlLeft, true, none), (Key::ShiftLeft, true, both), (Key::ControlLeft, false, both)], ltr);
        check(&[(Key::ShiftRight, true, none), (Key::ControlRight, true, both), (Key::ControlRight, false, both)], rtl);
        check(
            &[
                (Key::ControlLeft, true, none),
                (Key::ShiftLeft, true, ctrl),
                (Key::ShiftRight, true, both),
                (Key::ShiftLeft, false, both),
                (Key::ShiftRight, false, both),
            ],
            rtl,
        );
        // Ctrl+Shift+Z, and Shift alone
        check(
            &[
                (Key::ControlLeft, true, none),
                (Key::ShiftLeft, true, ctrl),
                (Key::Z, true, both),
                (Key::Z, false, both),
                (Key::ShiftLeft, false, both),
            ],
            None,
        );
        check(&[(Key::ShiftLeft, true, none), (Key::ShiftLeft, false, none), (Key::ControlLeft, true, none)], None);
        check(&[(Key::A, true, none), (Key::ShiftLeft, true, none), (Key::A, false, none)], None);
    }
}
