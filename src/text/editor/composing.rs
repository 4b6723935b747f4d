//! What an input method composes, and the keys that come while it does or just after.
//!
//! Apart from the other keys because systems differ in what they hand out when a composition ends, and in which order.

use egui::{Event, ImeEvent, Key, Modifiers};

use super::edits::clean;
use super::history::Kind;
use super::keys::Keyboard;
use crate::text::key_order;

/// For so many frames, a moment on a busy machine, an input method that has ended a composition may say what it comes
/// to.
const FRAMES_TO_COMMIT: u8 = 8;

impl Keyboard<'_> {
    pub(super) fn typed(&mut self, text: &str) -> bool {
        // newlines come as the Enter key
        if self.rules.is_read_only || text.is_empty() || text == "\n" || text == "\r" {
            return false;
        }
        if self.editor.is_composing() || self.editor.awaits_commit > 0 {
            self.hold(text);
        } else {
            self.insert(text, Kind::Typing);
        }
        true
    }

    /// A key that the method passes on ends the composition; X11 brings the key before what it ended. A newline is Enter.
    pub(super) fn hold(&mut self, text: &str) {
        self.editor.after_composition.push_str(text);
        self.editor.held_with = self.ctx.input(|input| input.modifiers);
        self.editor.awaits_commit = FRAMES_TO_COMMIT;
    }

    /// Is a commit the key that ended a composition, and not what was composed? On X11 a space after `việt` comes as
    ///
    /// ```text
    /// Preedit("việt"), Preedit(""), Commit(" "), Preedit(""), Preedit("việt"), Preedit(""), Commit("việt")
    /// ```
    ///
    /// in one frame or in several, Enter as `Commit("\r")`, Tab as `Commit("\t")` and Ctrl with Z as `Commit("\u{1A}")`: Xlib
    /// hands out the key that the method passes on before what the method committed, and winit makes a commit of every key
    /// that comes while something is composed.
    fn is_passed_on(&self, text: &str) -> bool {
        let is_ended = self.editor.is_composing() || self.editor.awaits_commit > 0;
        let mut letters = text.chars();
        let is_key = match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_control() => true,
            // letters that a method does not compose it commits itself, in their order
            (Some(letter), None) => !letter.is_alphabetic(),
            _ => false,
        };
        is_ended && is_key && text != self.editor.last_composed
    }

    /// What was typed at a composition's end comes after what was composed.
    fn type_held(&mut self) {
        self.editor.awaits_commit = 0;
        self.editor.last_composed.clear();
        if !self.editor.after_composition.is_empty() {
            let held = std::mem::take(&mut self.editor.after_composition);
            let modifiers = self.editor.held_with;
            let first_key = held.find(|letter| key_of(letter, modifiers).is_some()).unwrap_or(held.len());
            let (text, from_key) = held.split_at_checked(first_key).unwrap_or((&held, ""));
            for (index, text) in text.split('\n').enumerate() {
                if index > 0 {
                    self.editor.end_composition();
                    self.key(Key::Enter, Modifiers::NONE);
                }
                if !text.is_empty() {
                    self.insert(text, Kind::Typing);
                }
            }
            self.pass_on(from_key, modifiers);
        }
    }

    /// Keys that came as letters are pressed in the next frame, for whoever they are meant, and what was typed behind them
    /// comes after them.
    fn pass_on(&self, letters: &str, modifiers: Modifiers) {
        let mut events = Vec::new();
        for letter in letters.chars() {
            let plain = (letter == '\n').then_some((Key::Enter, Modifiers::NONE));
            match key_of(letter, modifiers).or(plain) {
                Some((key, modifiers)) => events.extend([true, false].map(|pressed| Event::Key {
                    key,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers,
                })),
                None => events.push(Event::Text(letter.to_string())),
            }
        }
        key_order::press_next(self.ctx, events);
    }

    /// No more events come in this frame. What is committed may still come in the next.
    pub(crate) fn end_frame(&mut self) {
        if self.editor.is_composing() {
            return;
        }
        match self.editor.awaits_commit.checked_sub(1) {
            None | Some(0) => self.type_held(),
            Some(frames) => {
                self.editor.awaits_commit = frames;
                self.ctx.request_repaint();
            }
        }
    }

    pub(super) fn ime(&mut self, event: &ImeEvent) -> bool {
        if self.rules.is_read_only {
            return false;
        }
        match event {
            ImeEvent::Preedit { text, .. } => {
                if text.is_empty() && !self.editor.is_composing() {
                    return false;
                }
                if text.is_empty() {
                    self.editor.awaits_commit = FRAMES_TO_COMMIT;
                } else if *text != self.editor.last_composed {
                    // another composition: what was held belongs before it
                    self.type_held();
                    self.editor.last_composed.clone_from(text);
                }
                self.editor.compose(clean(text).replace('\n', " "));
            }
            ImeEvent::Commit(text) => {
                if text.is_empty() && !self.editor.is_composing() {
                    return false;
                }
                if self.is_passed_on(text) {
                    self.hold(if text == "\r" { "\n" } else { text });
                    return true;
                }
                self.editor.end_composition();
                let mut letters = text.chars();
                match (letters.next(), letters.next()) {
                    // an Enter that ended nothing is no text
                    (Some('\r' | '\n'), None) => {}
                    // and any other key is the key that it is
                    (Some(letter), None) if letter.is_control() => self.hold(text),
                    _ => self.insert(text, Kind::Typing),
                }
                self.type_held();
            }
            ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
                let caret = self.editor.full_caret();
                let text = self.editor.paragraph(caret.paragraph);
                let (before, after) = text.split_at_checked(caret.byte).unwrap_or((text, ""));
                let back: usize = before.chars().rev().take(*before_chars).map(char::len_utf8).sum();
                let on: usize = after.chars().take(*after_chars).map(char::len_utf8).sum();
                let from = self.editor.caret_in(caret.paragraph, caret.byte - back);
                let to = self.editor.caret_in(caret.paragraph, caret.byte + on);
                self.editor.replace(from, to, "", Kind::Deleting);
            }
            #[expect(deprecated, reason = "still part of the enum")]
            ImeEvent::Enabled | ImeEvent::Disabled => return false,
        }
        true
    }
}

/// The key that a control letter stands for, where a key came as the letter that a terminal would get of it; `None` for a
/// letter, and for the newline of Enter alone.
fn key_of(letter: char, modifiers: Modifiers) -> Option<(Key, Modifiers)> {
    let with_shift = if modifiers.shift { Modifiers::SHIFT } else { Modifiers::NONE };
    let (is_command, with_ctrl) = (modifiers.command || modifiers.ctrl, Modifiers::CTRL | Modifiers::COMMAND);
    let key = match letter {
        '\n' if is_command => return Some((Key::Enter, with_ctrl | with_shift)),
        '\n' => return None,
        '\t' if !is_command => Key::Tab,
        '\u{8}' if !is_command => Key::Backspace,
        '\u{1B}' => Key::Escape,
        '\u{7F}' => Key::Delete,
        '\u{1}'..='\u{1A}' => {
            // The letter as it is on a keyboard stands so many places further on.
            let name = char::from_u32(u32::from(letter) + 0x40)?;
            return Some((Key::from_name(name.encode_utf8(&mut [0; 4]))?, with_ctrl | with_shift));
        }
        _ => return None,
    };
    Some((key, with_shift))
}
