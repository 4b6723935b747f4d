//! What an input method composes, and the keys that come while it does or just after.
//!
//! Apart from the other keys because systems differ in what they hand out when a composition ends, and in which order.

use egui::{ImeEvent, Key, Modifiers};

use super::edits::clean;
use super::history::Kind;
use super::keys::Keyboard;

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
        self.editor.awaits_commit = FRAMES_TO_COMMIT;
    }

    /// Is a commit the key that ended a composition, and not what was composed? On X11 a space after `việt` comes as
    ///
    /// ```text
    /// Preedit("việt"), Preedit(""), Commit(" "), Preedit(""), Preedit("việt"), Preedit(""), Commit("việt")
    /// ```
    ///
    /// in one frame or in several, and Enter as `Commit("\r")`: Xlib hands out the key that the method passes on before
    /// what the method committed, and winit makes a commit of every key that comes while something is composed.
    fn is_passed_on(&self, text: &str) -> bool {
        let is_ended = self.editor.is_composing() || self.editor.awaits_commit > 0;
        let mut letters = text.chars();
        let is_key = match (letters.next(), letters.next()) {
            (Some('\r' | '\n'), None) => true,
            // letters that a method does not compose it commits itself, in their order
            (Some(letter), None) => !letter.is_control() && !letter.is_alphabetic(),
            _ => false,
        };
        is_ended && is_key && text != self.editor.last_composed
    }

    /// What was typed at a composition's end comes after what was composed.
    fn type_held(&mut self) {
        self.editor.awaits_commit = 0;
        self.editor.last_composed.clear();
        if !self.editor.after_composition.is_empty() {
            let text = std::mem::take(&mut self.editor.after_composition);
            for (index, text) in text.split('\n').enumerate() {
                if index > 0 {
                    self.editor.end_composition();
                    self.key(Key::Enter, Modifiers::NONE);
                }
                if !text.is_empty() {
                    self.insert(text, Kind::Typing);
                }
            }
        }
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
                    self.hold(&clean(text));
                    return true;
                }
                self.editor.end_composition();
                // an Enter that ended nothing is no text
                if text != "\n" && text != "\r" {
                    self.insert(text, Kind::Typing);
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
