//! Keys, typed text, clipboard, input methods and requests of screen readers: events in, edits out.
//!
//! Apart from the view because it can be read as one table. Letters of shortcuts are taken by their place on the
//! keyboard where the layout has no Latin letters (`shortcuts`): Ctrl with the key of Z undoes on an Arabic layout.

use egui::accesskit::{Action, ActionData, ActionRequest};
use egui::{Event, Id, Key, Modifiers};

use unicode_segmentation::UnicodeSegmentation;

use super::history::Kind;
use super::shortcuts::shortcut_key;
use super::{EdgeKey, Editor, LayoutStyle, Leave, clean, steps};
use crate::text::bidi::Direction;
use crate::text::engine::Engine;

/// What the field allows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    pub(crate) is_single_line: bool,
    pub(crate) is_read_only: bool,
    pub(crate) char_limit: usize,
    pub(crate) page_px: f32,
    /// May paragraphs have a direction of their own?
    pub(crate) has_directions: bool,
    /// Did somebody else take a key of this frame?
    pub(crate) is_shortcut: bool,
}

/// What came of the events.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) submitted: bool,
    pub(crate) leave: Option<Leave>,
    /// A key at a section's edge, and the section's tag.
    pub(crate) edge: Option<(u64, EdgeKey)>,
    /// How many `char`s had no room.
    pub(crate) left_out: usize,
}

/// Feeds events to an editor.
pub(crate) struct Keyboard<'a> {
    pub(crate) ctx: &'a egui::Context,
    pub(crate) engine: &'a mut Engine,
    pub(crate) editor: &'a mut Editor,
    pub(crate) style: &'a LayoutStyle,
    pub(crate) rules: Rules,
    pub(crate) outcome: Outcome,
}

impl Keyboard<'_> {
    /// Takes an event; `true` when it was for the editor, and for nobody else.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other events are for others")]
    pub(crate) fn event(&mut self, event: &Event) -> bool {
        match event {
            Event::Text(text) => self.typed(text),
            Event::Paste(text) => self.paste(text),
            Event::Copy => self.copy(),
            Event::Cut => self.cut(),
            Event::Ime(event) => self.ime(event),
            Event::Key { key, physical_key, pressed, modifiers, .. } => {
                if self.rules.is_shortcut {
                    self.editor.chord.interrupt();
                } else if let Some(direction) = self.editor.chord.key(*key, *pressed, *modifiers) {
                    self.direct(Some(direction));
                }
                *pressed && self.key(shortcut_key(*key, *physical_key, *modifiers), *modifiers)
            }
            Event::PointerButton { .. } => {
                self.editor.chord.interrupt();
                false
            }
            _ => false,
        }
    }

    /// Takes a request of a screen reader.
    pub(crate) fn request(&mut self, id: Id, event: &Event) -> bool {
        let Event::AccessKitActionRequest(ActionRequest { action, target_node, data, .. }) = event else {
            return false;
        };
        if *target_node != id.accesskit_id() {
            return false;
        }
        match (action, data) {
            (Action::SetValue, Some(ActionData::Value(text))) if !self.rules.is_read_only => {
                let text = self.allowed(text, self.editor.char_count());
                self.editor.replace_all(&text);
                true
            }
            (Action::ReplaceSelectedText, Some(ActionData::Value(text))) if !self.rules.is_read_only => {
                self.insert(text, Kind::Whole);
                true
            }
            (Action::SetTextSelection, Some(ActionData::SetTextSelection(selection))) => {
                self.lay_out();
                if let Some((anchor, caret)) = self.editor.announced_selection(selection) {
                    self.editor.move_to(anchor, false);
                    self.editor.move_to(caret, true);
                }
                true
            }
            _ => false,
        }
    }

    /// Gives paragraphs a direction; a text on a single line keeps it beside its text.
    pub(crate) fn direct(&mut self, direction: Option<Direction>) {
        match (self.rules.has_directions, self.rules.is_single_line, self.rules.is_read_only) {
            (false, ..) | (true, false, true) => {}
            (true, true, _) => self.editor.set_line_direction(direction),
            (true, false, false) => self.editor.set_direction(direction),
        }
    }

    fn paste(&mut self, text: &str) -> bool {
        if self.rules.is_read_only {
            return false;
        }
        let text = clean(text);
        let text = self.editor.without_stray_mark(&text).to_owned();
        self.insert(&text, Kind::Whole);
        true
    }

    pub(crate) fn copy(&self) -> bool {
        let text = self.editor.copied_text();
        if !text.is_empty() {
            self.ctx.copy_text(text);
        }
        true
    }

    pub(crate) fn cut(&mut self) -> bool {
        self.copy();
        if !self.rules.is_read_only {
            self.editor.delete_copied();
        }
        true
    }

    /// Puts text at the caret as this field allows it.
    pub(crate) fn insert(&mut self, text: &str, kind: Kind) {
        let text = if self.rules.char_limit < usize::MAX {
            self.allowed(text, self.editor.selected_text().chars().count())
        } else {
            self.allowed(text, 0)
        };
        self.editor.end_composition();
        self.editor.insert_as(&text, kind);
    }

    /// As much of a text as has room once `freed` `char`s are gone, cut between two clusters; on one line where there
    /// is but one.
    fn allowed(&mut self, text: &str, freed: usize) -> String {
        let mut text = clean(text);
        if self.rules.is_single_line {
            text = text.trim_end_matches('\n').replace(['\n', '\t'], " ");
        }
        if self.rules.char_limit < usize::MAX {
            let others = self.editor.char_count().saturating_sub(freed);
            let room = self.rules.char_limit.saturating_sub(others);
            let mut count = 0;
            let fits = |cluster: &&str| {
                count += cluster.chars().count();
                count <= room
            };
            let end: usize = text.graphemes(true).take_while(fits).map(str::len).sum();
            self.outcome.left_out += text.get(end..).map_or(0, |rest| rest.chars().count());
            text.truncate(end);
        }
        text
    }

    /// Up to date before every question about places: several keys may come in one frame.
    fn lay_out(&mut self) {
        self.editor.lay_out(self.engine, self.style);
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other keys are for others")]
    pub(super) fn key(&mut self, key: Key, modifiers: Modifiers) -> bool {
        if self.editor.is_composing() {
            // the input method has these keys; what reaches us is an echo
            return false;
        }
        if key == Key::Enter && self.editor.awaits_commit > 0 && modifiers.is_none() && !self.rules.is_read_only {
            self.hold("\n");
            return true;
        }
        let Modifiers { alt, shift, command, mac_cmd, .. } = modifiers;
        let is_mac = mac_cmd || self.ctx.os().is_mac();
        let by_word = if is_mac { alt } else { command };
        // Alt with an arrow belongs to the application
        if alt && !is_mac {
            return false;
        }
        self.lay_out();
        match key {
            Key::ArrowLeft | Key::ArrowRight => self.arrow(key == Key::ArrowRight, by_word, shift),
            Key::ArrowUp | Key::ArrowDown if !command => return self.line(key == Key::ArrowDown, shift),
            Key::PageUp | Key::PageDown if !self.rules.is_single_line && !command => {
                let height = if key == Key::PageDown { self.rules.page_px } else { -self.rules.page_px };
                self.editor.page_move(height, shift);
            }
            Key::Home | Key::End if command => {
                let to = if key == Key::End { self.editor.end() } else { self.editor.start() };
                self.editor.move_to(to, shift);
            }
            Key::Home | Key::End => self.editor.line_end_move(key == Key::End, shift),
            Key::A if command && !shift => self.editor.select_all(),
            Key::C if command && !shift => return self.copy(),
            Key::Insert if command => return self.copy(),
            _ if self.rules.is_read_only => return false,
            Key::X if command && !shift => return self.cut(),
            Key::V if command && !shift => self.request_paste(),
            Key::Insert if shift => self.request_paste(),
            Key::Z if command && !shift => return self.undo(),
            Key::Z | Key::Y if command => return self.redo(),
            Key::Backspace => return self.backspace(by_word),
            Key::Delete => self.delete(by_word),
            Key::Enter if command => return false,
            Key::Enter if self.rules.is_single_line => self.outcome.submitted = true,
            Key::Enter => self.enter(),
            _ => return false,
        }
        true
    }

    /// A new line, where there is room for a letter more; from a section of a single line to the one below.
    fn enter(&mut self) {
        if let Some(tag) = self.editor.leave_single_line() {
            self.outcome.edge = Some((tag, EdgeKey::Enter));
            return;
        }
        if self.allowed("\n", self.editor.selected_text().chars().count()).is_empty() {
            return;
        }
        self.editor.end_composition();
        self.editor.break_line();
    }

    fn request_paste(&self) {
        self.ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }

    pub(crate) fn undo(&mut self) -> bool {
        let can = self.editor.can_undo();
        self.step(Editor::undo, can, 0);
        can
    }

    pub(crate) fn redo(&mut self) -> bool {
        let can = self.editor.can_redo();
        self.step(Editor::redo, can, 1);
        can
    }

    /// Takes a step, and says what it changed: a reader says nothing of letters that others than keys bring and take.
    fn step(&mut self, step: impl Fn(&mut Editor), can: bool, word: usize) {
        let words = if can { steps::words(self.ctx) } else { None };
        let before = words.is_some().then(|| self.editor.text());
        step(self.editor);
        if let (Some(words), Some(before)) = (words, before) {
            steps::say_step(self.ctx, words.get(word).map_or("", |word| word), &before, &self.editor.text());
        }
    }

    fn arrow(&mut self, right: bool, by_word: bool, shift: bool) {
        let before = self.editor.full_caret();
        self.editor.arrow(right, by_word, shift);
        let after = self.editor.full_caret();
        if before == after && !shift {
            let forward = right != self.editor.is_rtl(after.paragraph);
            self.outcome.leave = Some(if forward { Leave::End } else { Leave::Start { backspace: false } });
        }
    }

    /// Up and Down; a single line leaves these keys to whoever shows a list below it.
    fn line(&mut self, down: bool, shift: bool) -> bool {
        let moved = self.editor.line_move(down, shift);
        if !moved && !shift {
            self.outcome.leave = Some(if down { Leave::End } else { Leave::Start { backspace: false } });
        }
        !self.rules.is_single_line
    }

    fn backspace(&mut self, by_word: bool) -> bool {
        if let Some(tag) = self.editor.edge_at_caret(false) {
            self.outcome.edge = Some((tag, EdgeKey::Backspace));
            return true;
        }
        let at_start = self.editor.full_caret().compare(&self.editor.start()).is_eq();
        if at_start && self.editor.selection().is_none() {
            self.outcome.leave = Some(Leave::Start { backspace: true });
            return true;
        }
        if by_word && self.editor.selection().is_none() {
            self.editor.delete_word(false);
        } else {
            self.editor.backspace();
        }
        true
    }

    fn delete(&mut self, by_word: bool) {
        if let Some(tag) = self.editor.edge_at_caret(true) {
            self.outcome.edge = Some((tag, EdgeKey::Delete));
            return;
        }
        if by_word && self.editor.selection().is_none() {
            self.editor.delete_word(true);
        } else {
            self.editor.delete();
        }
    }
}
