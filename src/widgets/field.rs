//! The field for a line of text, and what every other field shares with it: the label above, the frame, what is wrong or
//! helpful below, and how a screen reader hears all of that.
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
use super::paint::{self, Line};
use super::theme::{RADIUS_CONTROL, Tone, Type};
use crate::text::{Direction, TextField, Weight};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

/// The height of a label, and of what stands below a field.
pub(super) const LABEL: f32 = 18.0;
/// Between the label, the frame and what stands below it.
pub(super) const GAP: f32 = 4.0;
/// Between a frame and the text in it.
pub(super) const INSIDE: f32 = 12.0;

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

/// What all fields have around their contents.
#[derive(Clone, Copy)]
pub(super) struct Surround<'a> {
    pub(super) label: &'a str,
    pub(super) name: Option<&'a str>,
    pub(super) error: Option<&'a str>,
    pub(super) help: Option<&'a str>,
    pub(super) aside: Option<&'a str>,
    pub(super) width: f32,
    pub(super) label_shown: bool,
    pub(super) enabled: bool,
}

impl<'a> Surround<'a> {
    pub(super) const fn new(label: &'a str) -> Self {
        Self {
            label,
            name: None,
            error: None,
            help: None,
            aside: None,
            width: f32::INFINITY,
            label_shown: true,
            enabled: true,
        }
    }

    /// What screen readers and tests know it by.
    pub(super) fn name(&self) -> &'a str {
        self.name.unwrap_or(self.label)
    }

    /// The id of the text in it, known before it is shown: whoever takes keys from it asks whether it has the focus.
    pub(super) fn editor(&self, ui: &Ui) -> Id {
        ui.make_persistent_id(("field", self.name()))
    }

    /// Draws the label, then `contents` in a frame that is `tall`, then what stands below.
    pub(super) fn show<R>(
        self,
        ui: &mut Ui,
        tall: f32,
        contents: impl FnOnce(&mut Ui, Rect) -> (Response, R),
    ) -> (Rect, Response, R) {
        let width = self.width.min(ui.available_width());
        let layout = ui.direction().column();
        let label_room = if self.label_shown { LABEL + GAP } else { 0.0 };
        // A field without a label stands in a row of others: it stays as high as they are.
        let has_below = self.label_shown && (self.error.is_some() || self.help.is_some() || self.aside.is_some());
        let below_room = if has_below { LABEL + GAP } else { 0.0 };
        // The height is known beforehand: in a row, the whole field is centred or aligned and not its first line.
        let whole = vec2(width, label_room + tall + below_room);
        let shown = ui.allocate_ui_with_layout(whole, layout, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            ui.set_width(width);
            if !self.enabled {
                ui.disable();
            }
            if self.label_shown {
                field_label(ui, self.label);
            }
            let (frame, _) = ui.allocate_exact_size(vec2(width, tall), Sense::hover());
            let background = ui.painter().add(egui::Shape::Noop);
            let (mut response, value) = contents(ui, frame);
            let has_focus = response.has_focus();
            ui.painter().set(background, frame_shape(ui, frame, has_focus, self.error.is_some()));
            self.announce(ui, response.id);
            if has_below {
                self.below_ui(ui);
            } else if let Some(error) = self.error {
                response = response.on_hover_text(error);
            }
            (frame, response, value)
        });
        shown.inner
    }

    /// Tells screen readers what is wrong or helpful.
    fn announce(&self, ui: &Ui, editor: Id) {
        let about = self.error.or(self.help);
        ui.ctx().accesskit_node_builder(editor, |node| {
            if let Some(about) = about {
                node.set_description(about);
            }
            if self.error.is_some() {
                node.set_invalid(egui::accesskit::Invalid::True);
            }
        });
    }

    fn below_ui(&self, ui: &mut Ui) {
        ui.row_of(LABEL, |ui| {
            let aside_width =
                self.aside.map_or(0.0, |aside| paint::width_of(ui, aside, Type::Caption, Weight::Regular));
            let room = ui.available_width() - aside_width - 2.0 * INSIDE;
            if let Some(error) = self.error {
                error_line(ui, error, room);
            } else if let Some(help) = self.help {
                ui.add(Line::new(help).weak(ui).max_width(room));
            }
            if let Some(aside) = self.aside {
                ui.at_end("aside", |ui| ui.add(Line::new(aside).weak(ui)));
            }
        });
    }
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
            char_limit: usize::MAX,
        }
    }

    /// A search box: a lens at its start, a cross at its end while something stands in it (`clear` is the cross's
    /// name), and Escape empties it. Its label is only heard.
    pub const fn search(text: &'a mut String, label: &'a str, clear: &'a str) -> Self {
        Self::new(text, label).bare().hint(label).icon(Icon::Search).clears(clear).role(Role::SearchInput)
    }

    /// Pale words in the empty field.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong, below the field.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.surround.error = error;
        self
    }

    /// What helps, below the field, while nothing is wrong.
    pub const fn help(mut self, help: Option<&'a str>) -> Self {
        self.surround.help = help;
        self
    }

    /// That wide; without it as wide as the room.
    pub const fn width(mut self, width: f32) -> Self {
        self.surround.width = width;
        self
    }

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

    /// Can it be changed now?
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.surround.enabled = enabled;
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

    /// The longest text that can be typed.
    pub const fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// What stands in it.
    pub(super) fn typed(&self) -> &str {
        self.text
    }

    /// The id of its text, known before it is shown.
    pub(super) fn editor(&self, ui: &Ui) -> Id {
        self.surround.editor(ui)
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> FieldOutput {
        self.show_with(ui, 0.0, |_, _| ())
    }

    /// Shows it with `end_width` points at the end of its frame for `end` (a button, a key's name).
    pub fn show_with(self, ui: &mut Ui, end_width: f32, end: impl FnOnce(&mut Ui, Rect)) -> FieldOutput {
        let Self { text, surround, hint, icon, clear, direction: reading, role, char_limit } = self;
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
                let place = direction.take_end(&mut content, side - INSIDE / 2.0);
                let place = Rect::from_center_size(place.center(), Vec2::splat(side));
                ui.row_within(place, ("clear", editor), |ui| {
                    is_cleared |= ui.add(Button::icon_only(Icon::Close, name).small().passed_by_tab()).clicked();
                });
            }
            if is_cleared {
                text.clear();
            }
            let is_enabled = ui.is_enabled();
            let output = ui.row_within(content, ("text", editor), |ui| {
                TextField::new(text)
                    .id(editor)
                    .label(surround.name())
                    .hint(hint)
                    .width(content.width())
                    .direction(reading)
                    .char_limit(char_limit)
                    .read_only(!is_enabled)
                    .show(ui)
            });
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
    ui.memory_mut(|memory| memory.set_focus_lock_filter(editor, filter));
}

/// The words above a field.
pub fn field_label(ui: &mut Ui, label: &str) {
    let tokens = ui.tokens();
    let size = vec2(paint::width_of(ui, label, Type::Caption, Weight::Medium).min(ui.available_width()), LABEL);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint::line_in(ui, rect, ui.direction().start_center(), label, (Type::Caption, Weight::Medium), tokens.ink_soft);
}

/// What is wrong with a field, with a sign.
fn error_line(ui: &mut Ui, error: &str, width: f32) {
    let ink = ui.tokens().tone(Tone::Red).ink;
    ui.spacing_mut().item_spacing.x = 6.0;
    Icon::Warning.show(ui, 13.0, ink);
    ui.add(Line::new(error).size(Type::Caption).color(ink).max_width(width - 19.0));
}

/// The frame of a field.
pub fn field_frame(ui: &Ui, rect: Rect, has_focus: bool, has_error: bool) {
    ui.painter().add(frame_shape(ui, rect, has_focus, has_error));
}

pub(super) fn frame_shape(ui: &Ui, rect: Rect, has_focus: bool, has_error: bool) -> egui::Shape {
    let tokens = ui.tokens();
    let stroke = match (has_focus, has_error) {
        (true, _) => tokens.focus_ring(),
        (false, true) => Stroke::new(1.0, tokens.tone(Tone::Red).ink),
        (false, false) => Stroke::new(1.0, tokens.line_strong),
    };
    let fill = if ui.is_enabled() { tokens.surface } else { tokens.surface_hover };
    let radius = egui::CornerRadius::same(RADIUS_CONTROL);
    egui::epaint::RectShape::new(rect, radius, fill, stroke, StrokeKind::Inside).into()
}
