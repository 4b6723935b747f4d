//! One-line fields: the label above, the frame, what is wrong or helpful below. Text, codes and numbers.

use super::direction::UiExt;
use super::icon::Icon;
use super::paint::{self, Line};
use super::theme::{RADIUS_CONTROL, Tone, Type};
use crate::text::{TextField, Weight};
use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

/// A field for a line of text.
#[must_use = "show it"]
pub struct Field<'a> {
    text: &'a mut String,
    label: &'a str,
    name: Option<&'a str>,
    hint: &'a str,
    error: Option<&'a str>,
    help: Option<&'a str>,
    width: f32,
    icon: Option<Icon>,
    label_shown: bool,
}

/// The height of a label, and of what stands below a field.
const LABEL: f32 = 18.0;

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

impl<'a> Field<'a> {
    /// `label` stands above and is its accessible name.
    pub const fn new(text: &'a mut String, label: &'a str) -> Self {
        Self {
            text,
            label,
            name: None,
            hint: "",
            error: None,
            help: None,
            width: f32::INFINITY,
            icon: None,
            label_shown: true,
        }
    }

    /// Pale words in the empty field.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong, below the field.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// What helps, below the field, while nothing is wrong.
    pub const fn help(mut self, help: Option<&'a str>) -> Self {
        self.help = help;
        self
    }

    /// That wide; without it as wide as the room.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// An icon at its start.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The label is only heard, not shown: a search box.
    pub const fn bare(mut self) -> Self {
        self.label_shown = false;
        self
    }

    /// Another accessible name than the label that is shown.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> FieldOutput {
        self.show_with(ui, 0.0, |_, _| ())
    }

    /// Shows it with `end_width` points at the end of its frame for `end` (a button, a key's name).
    pub fn show_with(self, ui: &mut Ui, end_width: f32, end: impl FnOnce(&mut Ui, Rect)) -> FieldOutput {
        let width = self.width.min(ui.available_width());
        let name = self.name.unwrap_or(self.label);
        let layout = ui.direction().column();
        let label_room = if self.label_shown { LABEL + 4.0 } else { 0.0 };
        let below_room = if self.error.is_some() || self.help.is_some() { LABEL + 4.0 } else { 0.0 };
        // The height is known beforehand: in a row, the whole field is centred or aligned and not its first line.
        let tall = label_room + ui.metrics().control + below_room;
        let shown = ui.allocate_ui_with_layout(vec2(width, tall), layout, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.set_width(width);
            if self.label_shown {
                field_label(ui, self.label);
            }
            let (frame, _) = ui.allocate_exact_size(vec2(width, ui.metrics().control), Sense::hover());
            let background = ui.painter().add(egui::Shape::Noop);
            let direction = ui.direction();
            let mut content = frame.shrink2(vec2(12.0, 0.0));
            if let Some(icon) = self.icon {
                let place = direction.take_start(&mut content, 14.0);
                let place = Rect::from_center_size(place.center(), Vec2::splat(14.0));
                icon.paint(ui.painter(), place, ui.tokens().ink_weak, direction.is_rtl());
                direction.take_start(&mut content, 8.0);
            }
            let end_rect = direction.take_end(&mut content, end_width);
            let output = ui.row_within(content, ("text", name), |ui| {
                TextField::new(self.text).id_salt(name).label(name).hint(self.hint).width(content.width()).show(ui)
            });
            let has_focus = output.response.has_focus();
            ui.painter().set(background, frame_shape(ui, frame, has_focus, self.error.is_some()));
            end(ui, end_rect);
            let about = self.error.or(self.help);
            ui.ctx().accesskit_node_builder(output.response.id, |node| {
                if let Some(about) = about {
                    node.set_description(about);
                }
                if self.error.is_some() {
                    node.set_invalid(egui::accesskit::Invalid::True);
                }
            });
            if let Some(error) = self.error {
                error_line(ui, error);
            } else if let Some(help) = self.help {
                ui.add(Line::new(help).weak(ui));
            }
            FieldOutput { response: output.response, changed: output.changed, submitted: output.submitted, frame }
        });
        shown.inner
    }
}

/// A field for text of several lines, with its frame and its label above.
pub fn prose_field(ui: &mut Ui, text: &mut String, label: &str, lines: usize) -> FieldOutput {
    let width = ui.available_width();
    let layout = ui.direction().column();
    let shown = ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.set_width(width);
        field_label(ui, label);
        let background = ui.painter().add(egui::Shape::Noop);
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 8));
        let shown = frame.show(ui, |ui| {
            let inside = width - 24.0;
            TextField::multiline(text).id_salt(label).label(label).width(inside).min_lines(lines).show(ui)
        });
        let rect = shown.response.rect.with_min_x(ui.min_rect().left()).with_max_x(ui.min_rect().right());
        let output = shown.inner;
        ui.painter().set(background, frame_shape(ui, rect, output.response.has_focus(), false));
        FieldOutput { response: output.response, changed: output.changed, submitted: output.submitted, frame: rect }
    });
    shown.inner
}

/// The words above a field.
pub fn field_label(ui: &mut Ui, label: &str) {
    let tokens = ui.tokens();
    let size = vec2(paint::width_of(ui, label, Type::Caption, Weight::Medium).min(ui.available_width()), 18.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint::line_in(ui, rect, ui.direction().start_center(), label, (Type::Caption, Weight::Medium), tokens.ink_soft);
}

/// What is wrong with a field, with a sign.
pub fn error_line(ui: &mut Ui, error: &str) {
    let ink = ui.tokens().tone(Tone::Red).ink;
    ui.row_of(18.0, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        Icon::Warning.show(ui, 13.0, ink);
        ui.add(Line::new(error).size(Type::Caption).color(ink));
    });
}

/// The frame of a field.
pub fn field_frame(ui: &Ui, rect: Rect, has_focus: bool, has_error: bool) {
    ui.painter().add(frame_shape(ui, rect, has_focus, has_error));
}

fn frame_shape(ui: &Ui, rect: Rect, has_focus: bool, has_error: bool) -> egui::Shape {
    let tokens = ui.tokens();
    let stroke = match (has_focus, has_error) {
        (true, _) => tokens.focus_ring(),
        (false, true) => Stroke::new(1.0, tokens.tone(Tone::Red).ink),
        (false, false) => Stroke::new(1.0, tokens.line_strong),
    };
    let radius = egui::CornerRadius::same(RADIUS_CONTROL);
    egui::epaint::RectShape::new(rect, radius, tokens.surface, stroke, StrokeKind::Inside).into()
}

/// What stands in a number field: the typed text and the number it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberDraft {
    text: String,
}

impl NumberDraft {
    /// Starts with a number, or with nothing.
    pub fn new(number: Option<i64>) -> Self {
        Self { text: number.map_or_else(String::new, |number| number.to_string()) }
    }

    /// The number, in whichever digits it was typed; `None` when nothing or no number stands there.
    pub fn number(&self) -> Option<i64> {
        crate::arabic::to_ascii_digits(self.text.trim()).parse().ok()
    }

    /// Nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Shows the field without its label above; `hint` stands in it while it is empty.
    pub fn show_bare(&mut self, ui: &mut Ui, label: &str, hint: &str, width: f32) -> FieldOutput {
        Field::new(&mut self.text, label).bare().hint(hint).width(width).show(ui)
    }

    /// Shows the field; `error` is said when what stands there is no number.
    pub fn show(&mut self, ui: &mut Ui, label: &str, error: &str, width: f32) -> FieldOutput {
        let wrong = !self.is_empty() && self.number().is_none();
        Field::new(&mut self.text, label).error(wrong.then_some(error)).width(width).show(ui)
    }
}
