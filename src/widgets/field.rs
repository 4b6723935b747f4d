//! The field for a line of text, with a label above it and what is wrong or helpful below.
//!
//! # Keyboard
//! Tab reaches it, the editor's own keys edit it, Enter submits. With [`Field::clears`] Escape empties it first; an empty
//! one leaves Escape to whoever is around it.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, name: &mut String) {
//! use tansiq::widgets::{Field, Icon};
//! let output = Field::new(name, "Venue").icon(Icon::Search).help(Some("Where it is held")).show(ui);
//! if output.submitted {
//!     // Enter was pressed in it.
//! }
//! # }
//! ```

use super::button::Button;
use super::direction::UiExt;
use super::icon::Icon;
use super::surround::{INSIDE, SIGN_ROOM, Surround, fade_edges, sign_place, surround_builders};
use crate::text::keep_keys;
use crate::text::{Direction, TextField};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Ui, Vec2, vec2};

/// What became of a field in this frame.
pub struct FieldOutput {
    /// Of the text itself: focus, rectangle.
    pub response: Response,
    /// Was anything typed?
    pub changed: bool,
    /// Enter was pressed in it.
    pub submitted: bool,
    /// The frame around the text.
    pub frame: Rect,
}

/// A field for a line of text.
#[must_use = "show it"]
pub struct Field<'a> {
    text: &'a mut String,
    surround: Surround<'a>,
    hint: &'a str,
    icon: Option<Icon>,
    clear: Option<&'a str>,
    direction: Option<Direction>,
    role: Option<Role>,
    is_selected: bool,
    char_limit: usize,
}

impl<'a> Field<'a> {
    /// `label` stands above and is its accessible name.
    pub const fn new(text: &'a mut String, label: &'a str) -> Self {
        Self {
            text,
            surround: Surround::new(label),
            hint: "",
            icon: None,
            clear: None,
            direction: None,
            role: None,
            is_selected: false,
            char_limit: usize::MAX,
        }
    }

    /// A search box: a lens at its start, a cross at its end while something stands in it (`clear` is the cross's
    /// name), and Escape empties it. Its label is only heard.
    pub const fn search(text: &'a mut String, label: &'a str, clear: &'a str) -> Self {
        Self::new(text, label).bare().hint(label).icon(Icon::Search).clears(clear).role(Role::SearchInput)
    }

    surround_builders!();

    /// An icon at its start.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A cross at its end empties it, and so does Escape; `name` is the cross's accessible name.
    pub const fn clears(mut self, name: &'a str) -> Self {
        self.clear = Some(name);
        self
    }

    /// The label is only heard, not shown: a search box.
    pub const fn bare(mut self) -> Self {
        self.surround.label_shown = false;
        self
    }

    /// Another accessible name than the label that is shown.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.surround.name = Some(name);
        self
    }

    /// One direction, whatever the letters: for phones, addresses and codes.
    pub const fn direction(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }

    /// Another role for screen readers: a search, a phone number.
    pub const fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// Selects all of its text now: who is led here again types something else, or goes on with it.
    pub const fn selects(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// The longest text that can be typed.
    pub const fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// A list or a month of its own is open below it.
    pub(super) const fn opened(mut self, is_open: bool) -> Self {
        self.surround.is_open = is_open;
        self
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        self.text
    }

    /// The id of its text, known before it is shown.
    pub fn editor(&self, ui: &Ui) -> Id {
        self.surround.editor(ui)
    }

    /// Shows it with what is wrong about its text, where something is, once one has left it: half a number is none until it
    /// is typed to its end. `is_refused` says it at once, until something else is typed.
    pub(super) fn show_once_left(self, ui: &mut Ui, wrong: Option<&'a str>, is_refused: &mut bool) -> FieldOutput {
        let editor = self.editor(ui);
        let is_typing = ui.memory(|memory| memory.has_focus(editor));
        let output = self.error(wrong.filter(|_| !is_typing || *is_refused)).show(ui);
        *is_refused &= !output.changed;
        output
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> FieldOutput {
        self.show_with(ui, 0.0, |_, _| ())
    }

    /// Shows it with `end_width` points at the end of its frame for `end` (a button, a key's name).
    pub fn show_with(self, ui: &mut Ui, end_width: f32, end: impl FnOnce(&mut Ui, Rect)) -> FieldOutput {
        let Self { text, surround, hint, icon, clear, direction: reading, role, is_selected, char_limit } = self;
        let editor = surround.editor(ui);
        let clear = clear.filter(|_| surround.enabled && ui.is_enabled() && !text.is_empty());
        let has_focus = ui.memory(|memory| memory.has_focus(editor));
        let mut is_cleared =
            clear.is_some() && has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let tall = ui.metrics().control;
        let (frame, response, (changed, submitted)) = surround.show(ui, tall, |ui, frame| {
            let direction = ui.direction();
            let mut content = frame.shrink2(vec2(INSIDE, 0.0));
            if let Some(icon) = icon {
                let place = direction.take_start(&mut content, 14.0);
                let place = Rect::from_center_size(place.center(), Vec2::splat(14.0));
                icon.paint(ui.painter(), place, ui.tokens().ink_weak, direction.is_rtl());
                direction.take_start(&mut content, 8.0);
            }
            let end_rect = direction.take_end(&mut content, end_width);
            if let Some(name) = clear {
                let side = ui.metrics().small_control;
                direction.take_end(&mut content, SIGN_ROOM);
                let mut rest = frame;
                direction.take_end(&mut rest, end_width);
                let place = sign_place(ui, rest, side);
                ui.row_within(place, ("clear", editor), |ui| {
                    is_cleared |= ui.add(Button::icon_only(Icon::Close, name).small().passed_by_tab()).clicked();
                });
            }
            let is_enabled = ui.is_enabled();
            let output = ui.row_within(content, ("text", editor), |ui| {
                TextField::new(text)
                    .id(editor)
                    .label(surround.name())
                    .hint(hint)
                    .width(content.width())
                    .direction(reading)
                    .align(reading.map(|_| direction.start()))
                    .char_limit(char_limit)
                    .read_only(!is_enabled)
                    .emptied(is_cleared)
                    .selected(is_selected)
                    .show(ui)
            });
            // While it is written in, the caret may stand at any edge.
            if !output.response.has_focus() {
                fade_edges(ui, content, output.beyond);
            }
            if let Some(role) = role {
                ui.ctx().accesskit_node_builder(editor, |node| node.set_role(role));
            }
            end(ui, end_rect);
            (output.response, (output.changed, output.submitted))
        });
        // Only now: the text gives its focus away at a click beside it.
        if is_cleared {
            response.request_focus();
        }
        if clear.is_some() && response.has_focus() && !text.is_empty() {
            keep_escape(ui, editor);
        }
        FieldOutput { response, changed: changed || is_cleared, submitted, frame }
    }
}

/// Escape is for the field in the next frame: egui would take the focus away with it.
pub(super) fn keep_escape(ui: &Ui, editor: Id) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    keep_keys(ui.ctx(), editor, filter);
}
