//! The editor's widget: lays the document out, feeds it this frame's input, paints what can be seen.

use egui::{
    Align, Color32, CursorIcon, Event, EventFilter, Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, accesskit,
    vec2,
};
use parley::Alignment;

use super::keys::{Keyboard, Outcome, Rules};
use super::layout::Progress;
use super::stops::CARET_ROOM_PX;
use super::{Editor, LayoutStyle, Paragraph, menu};
use crate::text::bidi::Direction;
use crate::text::block::Request;
use crate::text::engine::{Engine, Shared};
use crate::text::fonts::Weight;
use crate::text::shaper::Style;

/// On which side the caret wants to leave the text: for views that stand one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Above, or before.
    Start {
        /// By Backspace, with nothing before the caret: the text wants to join the one above.
        backspace: bool,
    },
    /// Below, or after.
    End,
}

/// What a frame of an editor came to.
#[derive(Debug)]
pub struct EditorOutput {
    /// The widget; `changed()` says whether the text did.
    pub response: Response,
    /// The text changed.
    pub changed: bool,
    /// Enter was pressed in a single line.
    pub submitted: bool,
    /// The caret stands at an end and was told to go on.
    pub leave: Option<Leave>,
    /// The caret on the screen.
    pub caret_rect: Rect,
}

/// Shows an [`Editor`] and edits it. Grows to its content's height; has no frame and no scroll area of its own, and
/// moves the one around it to keep the caret in sight. Make that one with `animated(false)`: egui's animation runs
/// past a place that changes while it runs (<https://github.com/emilk/egui/issues/5289>).
#[must_use = "a view shows nothing until `show` is called"]
pub struct EditorView<'a> {
    pub(super) editor: &'a mut Editor,
    pub(super) id: Id,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) style: Style,
    pub(super) color: Option<Color32>,
    pub(super) alignment: Alignment,
    pub(super) direction: Option<Direction>,
    pub(super) width: Option<f32>,
    pub(super) min_lines: usize,
    pub(super) role: Option<Role>,
    pub(super) is_single_line: bool,
    pub(super) is_read_only: bool,
    pub(super) char_limit: usize,
}

impl<'a> EditorView<'a> {
    /// `id` is where focus and screen readers find it: the same in every frame.
    pub fn new(editor: &'a mut Editor, id: Id) -> Self {
        Self {
            editor,
            id,
            label: String::new(),
            hint: String::new(),
            style: Style { size: 0.0, ..Style::default() },
            color: None,
            alignment: Alignment::Start,
            direction: None,
            width: None,
            min_lines: 1,
            role: None,
            is_single_line: false,
            is_read_only: false,
            char_limit: usize::MAX,
        }
    }

    /// The name that screen readers and tests know it by.
    pub fn label(mut self, name: impl Into<String>) -> Self {
        self.label = name.into();
        self
    }

    /// What stands there while there is no text.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// In points; the body text's size where none is given.
    pub const fn font_size(mut self, points: f32) -> Self {
        self.style.size = points;
        self
    }

    /// From line to line, in points; the font's own where none is given.
    pub const fn line_height(mut self, points: f32) -> Self {
        self.style.line_height = Some(points);
        self
    }

    /// How heavy.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.style.weight = weight;
        self
    }

    /// The text's colour; the theme's where none is given.
    pub const fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// Where lines stand: `None` (at first) by each paragraph's direction, `Some` at the left, centre or right.
    pub const fn align(mut self, align: Option<Align>) -> Self {
        self.alignment = match align {
            None => Alignment::Start,
            Some(Align::Min) => Alignment::Left,
            Some(Align::Center) => Alignment::Center,
            Some(Align::Max) => Alignment::Right,
        };
        self
    }

    /// One direction for every paragraph, whatever its letters: for e-mail addresses and the like.
    pub const fn direction(mut self, direction: Option<Direction>) -> Self {
        self.direction = direction;
        self
    }

    /// In points; all that is available where none is given.
    pub const fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// Never breaks a line: it moves sideways to keep the caret in sight. Enter submits.
    pub const fn single_line(mut self, is_single_line: bool) -> Self {
        self.is_single_line = is_single_line;
        self
    }

    /// At least this many lines high.
    pub const fn min_lines(mut self, lines: usize) -> Self {
        self.min_lines = lines;
        self
    }

    /// For reading, selecting and copying only.
    pub const fn read_only(mut self, is_read_only: bool) -> Self {
        self.is_read_only = is_read_only;
        self
    }

    /// The longest text that can be typed, in `char`s.
    pub const fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// Another role for screen readers.
    pub(crate) const fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// Adds it to the ui.
    pub fn show(mut self, ui: &mut Ui) -> EditorOutput {
        if self.style.size <= 0.0 {
            self.style.size = egui::TextStyle::Body.resolve(ui.style()).size;
        }
        let ctx = ui.ctx().clone();
        let shared = Shared::of(&ctx);
        let scale = ctx.pixels_per_point();
        let width = self.width.unwrap_or_else(|| ui.available_width()).max(4.0);
        let view_px = ((width * scale).floor() - CARET_ROOM_PX).max(1.0);
        let style = LayoutStyle {
            style: self.style,
            pixels_per_point: scale,
            width_px: (!self.is_single_line).then_some(view_px),
            alignment: if self.is_single_line { Alignment::Left } else { self.alignment },
            fallback: crate::text::interface(&ctx),
            base: self.direction,
        };
        let revision = self.editor.revision();
        let outcome = self.handle_events(ui, &shared, &style);
        let line_px = self.line_px(&shared, &style);
        let height = self.editor.height_px().max(line_px * self.min_lines.max(1) as f32) / scale;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Text);

        let mut shift_px = self.shift_px(view_px);
        // a click ends a composition, and the input method has to know
        let was_composing = self.editor.is_composing();
        if response.is_pointer_button_down_on() {
            // a drag reaches past what is seen
            self.editor.lay_out(&mut shared.lock().engine, &style);
        }
        self.handle_pointer(&response, |at| ((at - rect.min) * scale - vec2(shift_px, 0.0)).to_pos2());
        let interrupts = was_composing && !self.editor.is_composing();
        self.handle_middle_click(&response, &shared, &style, |at| {
            ((at - rect.min) * scale - vec2(shift_px, 0.0)).to_pos2()
        });
        self.handle_menu(&response, &shared, &style);
        if response.has_focus() {
            self.report_selection(&ctx);
        }
        if self.editor.progress == Progress::Stale {
            self.lay_out(ui, &mut shared.lock().engine, &style, rect.top());
        }
        if self.is_single_line {
            self.scroll_sideways(view_px);
            shift_px = self.shift_px(view_px);
        }
        let origin = rect.min + vec2(shift_px / scale, 0.0);
        let caret_rect = self.caret_rect(origin, scale, line_px);
        if ui.is_rect_visible(rect) {
            self.paint(ui, &shared, rect, origin, caret_rect);
        }
        let has_focus = response.has_focus();
        if has_focus {
            ctx.output_mut(|output| {
                output.ime = (!self.is_read_only).then_some(egui::output::IMEOutput {
                    purpose: egui::IMEPurpose::Normal,
                    rect,
                    cursor_rect: caret_rect,
                    should_interrupt_composition: interrupts,
                });
            });
        }
        if std::mem::take(&mut self.editor.reveals_caret) && has_focus {
            ui.scroll_to_rect(caret_rect.expand2(vec2(0.0, 4.0)), None);
        }
        let changed = self.editor.revision() != revision;
        if changed {
            response.mark_changed();
            ctx.request_repaint();
        }
        self.announce(&response, &shared, origin, scale, ui.clip_rect());
        EditorOutput { response, changed, submitted: outcome.submitted, leave: outcome.leave, caret_rect }
    }

    /// Keys before layout: this frame's height is the height after the edit.
    fn handle_events(&mut self, ui: &Ui, shared: &Shared, style: &LayoutStyle) -> Outcome {
        let ctx = ui.ctx();
        let has_focus = ctx.memory(|memory| memory.has_focus(self.id)) && ui.is_enabled();
        if !has_focus {
            self.editor.end_composition();
        }
        if has_focus {
            let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        }
        // taken out while they are handled: egui must not be locked then
        let events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        let mut state = shared.lock();
        let page_px = (ui.clip_rect().height() * style.pixels_per_point * 0.9).max(1.0);
        let id = self.id;
        let mut keyboard = self.keyboard(ctx, &mut state.engine, style, page_px);
        let mut events = events;
        events.retain(|event| {
            let is_for_us = keyboard.request(id, event) || has_focus && keyboard.event(event);
            !is_for_us
        });
        let outcome = keyboard.outcome;
        self.lay_out(ui, &mut state.engine, style, ui.next_widget_position().y);
        drop(state);
        ctx.input_mut(|input| input.events = events);
        outcome
    }

    /// Down to what one sees, and to the caret where one types; the rest of a long text in the next frames.
    fn lay_out(&mut self, ui: &Ui, engine: &mut Engine, style: &LayoutStyle, top: f32) {
        let depth_px = (ui.clip_rect().bottom() - top) * style.pixels_per_point;
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let with_caret = has_focus || self.editor.reveals_caret;
        if !self.editor.lay_out_down_to(engine, style, depth_px, with_caret) {
            ui.ctx().request_repaint();
        }
    }

    fn handle_pointer(&mut self, response: &Response, to_px: impl Fn(Pos2) -> Pos2) {
        if !response.enabled() {
            return;
        }
        if response.is_pointer_button_down_on() || response.clicked() {
            response.request_focus();
            self.editor.end_composition();
        }
        self.editor.point(response, to_px);
    }

    fn handle_menu(&mut self, response: &Response, shared: &Shared, style: &LayoutStyle) {
        let has_selection = self.editor.selection().is_some();
        let (undo, redo) = (self.editor.can_undo(), self.editor.can_redo());
        let mut choice = None;
        response.context_menu(|ui| choice = menu::menu_ui(ui, has_selection, self.is_read_only, undo, redo));
        let Some((key, modifiers)) = choice else { return };
        response.request_focus();
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let mut state = shared.lock();
        self.keyboard(&response.ctx, &mut state.engine, style, 1.0).event(&event);
    }

    /// On X11 and Wayland the middle button pastes what was selected last, where it clicks.
    fn handle_middle_click(
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
        self.keyboard(&response.ctx, &mut state.engine, style, 1.0).event(&Event::Paste(text));
    }

    /// Tells the system what was selected, once the mouse lets go: the middle button pastes it.
    fn report_selection(&mut self, ctx: &egui::Context) {
        let selected = self.editor.selection().map(|(from, to)| (from.spot(), to.spot(), from.paragraph, to.paragraph));
        if selected == self.editor.reported || ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        self.editor.reported = selected;
        if selected.is_some() {
            ctx.send_cmd(egui::OutputCommand::TextSelectionSettled(self.editor.selected_text()));
        }
    }

    fn keyboard<'b>(
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
        };
        Keyboard { ctx, engine, editor: self.editor, style, rules, outcome: Outcome::default() }
    }

    /// The height of one line, also of an empty text.
    fn line_px(&self, shared: &Shared, style: &LayoutStyle) -> f32 {
        match self.style.line_height {
            Some(points) => points * style.pixels_per_point,
            None => {
                let request = Request::new("", self.style, style.pixels_per_point, style.fallback);
                shared.lock().engine.block(&request).size().y * style.pixels_per_point
            }
        }
    }

    /// How far the text stands from the widget's left: a single line is aligned, then moved to show the caret.
    fn shift_px(&self, view_px: f32) -> f32 {
        if !self.is_single_line {
            return 0.0;
        }
        let room = view_px - self.content_px();
        let is_rtl = self.editor.is_rtl(0);
        let aligned = match self.alignment {
            Alignment::Center if room > 0.0 => room / 2.0,
            Alignment::Right if room > 0.0 => room,
            Alignment::Left if room > 0.0 => 0.0,
            Alignment::Start
            | Alignment::End
            | Alignment::Justify
            | Alignment::Center
            | Alignment::Left
            | Alignment::Right => {
                if is_rtl {
                    room
                } else {
                    0.0
                }
            }
        };
        aligned + self.editor.scroll_px
    }

    fn content_px(&self) -> f32 {
        self.editor.paragraphs.iter().map(Paragraph::width_px).fold(0.0, f32::max)
    }

    fn scroll_sideways(&mut self, view_px: f32) {
        let overflow = (self.content_px() - view_px).max(0.0);
        let range = if self.editor.is_rtl(0) { 0.0..=overflow } else { -overflow..=0.0 };
        let clamp = |scroll: f32| scroll.clamp(*range.start(), *range.end());
        self.editor.scroll_px = clamp(self.editor.scroll_px);
        if self.editor.reveals_caret
            && let Some(caret) = self.editor.caret_rect_px(self.editor.full_caret())
        {
            let x = caret.left() + self.shift_px(view_px);
            let back = if x < 0.0 { -x } else { (view_px - x).min(0.0) };
            self.editor.scroll_px = clamp(self.editor.scroll_px + back);
        }
    }

    fn announce(&self, response: &Response, shared: &Shared, origin: Pos2, scale: f32, clip: Rect) {
        let ctx = &response.ctx;
        let role = self.role.unwrap_or(if self.is_single_line { Role::TextInput } else { Role::MultilineTextInput });
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(role, response.enabled(), &self.label);
            info.current_text_value = Some(self.editor.text());
            info
        });
        let is_announced = ctx.accesskit_node_builder(self.id, |node| {
            node.set_role(role);
            node.set_value(self.editor.text());
            if !self.hint.is_empty() {
                node.set_placeholder(self.hint.as_str());
            }
            if self.is_read_only {
                node.set_read_only();
            } else {
                node.add_action(accesskit::Action::SetValue);
                node.add_action(accesskit::Action::ReplaceSelectedText);
            }
            node.add_action(accesskit::Action::SetTextSelection);
            let direction = if self.editor.is_rtl(0) {
                accesskit::TextDirection::RightToLeft
            } else {
                accesskit::TextDirection::LeftToRight
            };
            node.set_text_direction(direction);
        });
        if is_announced.is_some() {
            let announcement = self.editor.announcement(self.id, origin, scale, clip);
            shared.lock().announcements.push(announcement);
        }
    }
}
