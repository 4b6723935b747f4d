//! Keys that write two letters, pressed for a shortcut.
//!
//! The Arabic layout of X11 has lam-alef on a key, which its compose table writes as two letters; they come as an input
//! method's word, and the key itself is never told. Held together with Ctrl or Alt it is a shortcut on every other layout:
//! the word becomes the key that it was.

use egui::{Context, Event, ImeEvent, Key, Plugin, RawInput};

/// Gives shortcuts back the keys that write lam-alef.
#[derive(Default)]
pub(crate) struct LigatureKeys;

/// What these keys write, and with Shift.
const WRITTEN: [(&str, Key, bool); 4] = [
    ("\u{0644}\u{0627}", Key::B, false),
    ("\u{0644}\u{0622}", Key::B, true),
    ("\u{0644}\u{0623}", Key::G, true),
    ("\u{0644}\u{0625}", Key::T, true),
];

impl Plugin for LigatureKeys {
    fn debug_name(&self) -> &'static str {
        "ligature keys"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let mut modifiers = ctx.input(|before| before.modifiers);
        for event in &mut input.events {
            if let Event::ModifiersChanged(now) = event {
                modifiers = *now;
            }
            let Event::Ime(ImeEvent::Commit(word)) = &*event else { continue };
            let written = WRITTEN.iter().find(|(letters, _, shift)| letters == word && *shift == modifiers.shift);
            // Ctrl with Alt is the third level of some layouts: it writes.
            if let Some((_, key, _)) = written.filter(|_| modifiers.command ^ modifiers.alt) {
                *event = Event::Key { key: *key, physical_key: Some(*key), pressed: true, repeat: false, modifiers };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn check(word: &str, modifiers: Modifiers, expected: Option<Key>) {
        let commit = Event::Ime(ImeEvent::Commit(word.to_owned()));
        let events = vec![Event::ModifiersChanged(modifiers), commit.clone()];
        let mut input = RawInput { events, ..RawInput::default() };
        LigatureKeys.input_hook(&Context::default(), &mut input);
        let key = match input.events.last() {
            Some(Event::Key { key, pressed: true, .. }) => Some(*key),
            event => {
                assert_eq!(event, Some(&commit));
                None
            }
        };
        assert_eq!(key, expected, "{word} {modifiers:?}");
    }

    #[test]
    fn a_shortcut_on_a_key_that_writes_lam_alef_writes_nothing() {
        check("\u{0644}\u{0627}", Modifiers::COMMAND, Some(Key::B));
        check("\u{0644}\u{0627}", Modifiers::ALT, Some(Key::B));
        check("لأ", Modifiers::COMMAND | Modifiers::SHIFT, Some(Key::G));
        check("لإ", Modifiers::COMMAND | Modifiers::SHIFT, Some(Key::T));
    }

    #[test]
    fn what_is_written_stays_written() {
        check("لا", Modifiers::NONE, None);
        check("لأ", Modifiers::SHIFT, None);
        check("مرحبا", Modifiers::COMMAND, None);
        check("لا", Modifiers::COMMAND | Modifiers::ALT, None);
    }
}
