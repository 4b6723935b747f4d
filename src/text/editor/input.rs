//! What a frame brings to an editor: keys, clicks, the context menu, the middle button.
//!
//! Apart from the view, which says what an editor looks like and what it answers.

use crate::text::focus::keep_keys;
use egui::{Event, EventFilter, Pos2, Response, Ui, vec2};

use super::keys::{Keyboard, Outcome, Rules};
use super::{EditorView, LayoutStyle, menu};
use crate::text::engine::{Engine, Shared};

impl EditorView<'_> {
    /// Keys before layout: this frame's height is the height after the edit.
    pub(super) fn handle_events(&mut self, ui: &Ui, shared: &Shared, style: &LayoutStyle) -> Outcome {
        let ctx = ui.ctx();
        let has_focus = ctx.memory(|memory| memory.has_focus(self.id)) && ui.is_enabled();
        if !has_focus {
            self.editor.end_composition();
            self.editor.chord.interrupt();
        }
        if has_focus {
            let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
            keep_keys(ctx, self.id, filter);
        }
        self.measure_atoms(style);
        self.measure_inline(ui, shared, style);
        // whoever took a shortcut took its letter, and its Ctrl and Shift ask for no direction
        let is_shortcut = ctx.input(|input| {
            let is_press = |event: &&Event| matches!(event, Event::Key { pressed: true, .. });
            input.raw.events.iter().filter(is_press).count() > input.events.iter().filter(is_press).count()
        });
        if is_shortcut {
            self.editor.chord.interrupt();
        }
        // taken out while they are handled: egui must not be locked then
        let events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        let mut state = shared.lock();
        let page_px = (ui.clip_rect().height() * style.pixels_per_point * 0.9).max(1.0);
        let id = self.id;
        let mut keyboard = self.keyboard(ctx, &mut state.engine, style, page_px);
        keyboard.rules.is_shortcut = is_shortcut;
        let mut events = events;
        events.retain(|event| {
            let is_for_us = keyboard.request(id, event) || has_focus && keyboard.event(event);
            !is_for_us
        });
        keyboard.end_frame();
        let outcome = keyboard.outcome;
        drop(state);
        self.lay_out(ui, shared, style, ui.next_widget_position().y);
        ctx.input_mut(|input| input.events = events);
        outcome
    }

    /// Down to what one sees, and to the caret where one types; the rest of a long text in the next frames.
    pub(super) fn lay_out(&mut self, ui: &Ui, shared: &Shared, style: &LayoutStyle, top: f32) {
        // the caller may ask the engine how wide a text is
        self.measure_atoms(style);
        self.measure_inline(ui, shared, style);
        let depth_px = (ui.clip_rect().bottom() - top) * style.pixels_per_point;
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let with_caret = has_focus || self.editor.reveals_caret;
        if !self.editor.lay_out_down_to(&mut shared.lock().engine, style, depth_px, with_caret) {
            ui.ctx().request_repaint();
        }
    }

    pub(super) fn handle_pointer(&mut self, ui: &Ui, response: &Response, to_px: impl Fn(Pos2) -> Pos2) {
        if !response.enabled() {
            return;
        }
        self.editor.point(ui, response, self.is_single_line, &to_px);
        self.editor.let_go_of_long_press(response, &to_px);
        if (response.is_pointer_button_down_on() || response.clicked()) && !self.editor.press.is_waiting() {
            response.request_focus();
            self.editor.end_composition();
        }
        self.begin_drag(response, &to_px);
    }

    pub(super) fn handle_menu(&mut self, response: &Response, shared: &Shared, style: &LayoutStyle, shift_px: f32) {
        let has_directions = self.direction.is_none() && (self.is_single_line || !self.is_read_only);
        let direction = if self.is_single_line {
            self.editor.line_direction
        } else {
            self.editor.paragraph_direction(self.editor.caret().0)
        };
        let can = menu::Can {
            copy: self.editor.selection().is_some(),
            edit: !self.is_read_only,
            undo: self.editor.can_undo(),
            redo: self.editor.can_redo(),
            direction: has_directions.then_some(direction),
        };
        let caret = self.editor.caret_rect_px(self.editor.full_caret()).map_or(Pos2::ZERO, |caret| caret.left_bottom());
        let below = response.rect.min + (caret.to_vec2() + vec2(shift_px, 0.0)) / style.pixels_per_point;
        let Some(choice) = menu::show(response, below, can) else { return };
        response.request_focus();
        let mut state = shared.lock();
        let mut keyboard = self.keyboard(&response.ctx, &mut state.engine, style, 1.0);
        match choice {
            menu::Choice::Direction(direction) => keyboard.direct(direction),
            menu::Choice::Key(key, modifiers) => {
                keyboard.event(&Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
            }
        }
    }

    /// On X11 and Wayland the middle button pastes what was selected last, where it clicks.
    pub(super) fn handle_middle_click(
        &mut self,
        response: &Response,
        shared: &Shared,
        style: &LayoutStyle,
        to_px: impl Fn(Pos2) -> Pos2,
    ) {
        if !response.enabled() || self.is_read_only || !response.contains_pointer() {
            return;
        }
        let pasted = response.ctx.input_mut(|input| {
            let is_paste = |event: &Event| matches!(event, Event::MiddleClickPaste { .. });
            let index = input.events.iter().position(is_paste)?;
            Some(input.events.remove(index))
        });
        let Some(Event::MiddleClickPaste { pos, text }) = pasted else { return };
        response.request_focus();
        let at = to_px(pos);
        self.editor.move_to(self.editor.hit_px(at.x, at.y.max(0.0)), false);
        let mut state = shared.lock();
        let mut keyboard = self.keyboard(&response.ctx, &mut state.engine, style, 1.0);
        keyboard.event(&Event::Paste(text));
        let left_out = keyboard.outcome.left_out;
        self.left_out += left_out;
    }

    /// Tells the system what was selected, once the mouse lets go: the middle button pastes it.
    pub(super) fn report_selection(&mut self, ctx: &egui::Context) {
        let selected = self.editor.selection().map(|(from, to)| (from.spot(), to.spot(), from.paragraph, to.paragraph));
        if selected == self.editor.reported || ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        self.editor.reported = selected;
        if selected.is_some() {
            ctx.send_cmd(egui::OutputCommand::TextSelectionSettled(self.editor.copied_text()));
        }
    }

    pub(super) fn keyboard<'b>(
        &'b mut self,
        ctx: &'b egui::Context,
        engine: &'b mut Engine,
        style: &'b LayoutStyle,
        page_px: f32,
    ) -> Keyboard<'b> {
        let rules = Rules {
            is_single_line: self.is_single_line,
            is_read_only: self.is_read_only,
            char_limit: self.char_limit,
            page_px,
            has_directions: self.direction.is_none(),
            is_shortcut: false,
        };
        Keyboard { ctx, engine, editor: self.editor, style, rules, outcome: Outcome::default() }
    }
}
