//! What every field has around its contents: the label above, the frame, what is wrong or helpful below, and how a screen
//! reader hears all of that.
//!
//! Apart because fields of one line, of several and of tokens differ only in what stands in the frame.

use super::cut::fade;
use super::direction::UiExt;
use super::icon::Icon;
use super::paint::{self, Line};
use super::scroll::bring_into_sight;
use super::theme::{RADIUS_CONTROL, Tone, Type};
use crate::text::{self, Label, Weight};
use egui::{Color32, Direction, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};
use std::time::Duration;

/// The height of a label, and of what stands below a field.
pub(super) const LABEL: f32 = 18.0;
/// Between the label, the frame and what stands below it.
pub(super) const GAP: f32 = 4.0;
/// Between a frame and the text in it.
pub(super) const INSIDE: f32 = 12.0;
/// From a frame's end to the middle of the sign that stands there: an arrow, a cross, a calendar.
pub(super) const SIGN: f32 = 20.0;
/// How much of what is within a frame such a sign takes.
pub(super) const SIGN_ROOM: f32 = 18.0;

/// The place of the sign at the end of a frame, that large.
pub(super) fn sign_place(ui: &Ui, frame: Rect, size: f32) -> Rect {
    let direction = ui.direction();
    let at = egui::pos2(direction.end_x(frame) - direction.forward(SIGN), frame.center().y);
    Rect::from_center_size(at, Vec2::splat(size))
}

/// The builders that every field with a `surround` has.
macro_rules! surround_builders {
    () => {
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

        /// Can it be changed now?
        pub const fn enabled(mut self, enabled: bool) -> Self {
            self.surround.enabled = enabled;
            self
        }

        /// Pale words in the empty field.
        pub const fn hint(mut self, hint: &'a str) -> Self {
            self.hint = hint;
            self
        }
    };
}
pub(super) use surround_builders;

/// What all fields have around their contents.
#[derive(Clone, Copy)]
pub(super) struct Surround<'a> {
    pub(super) label: &'a str,
    pub(super) name: Option<&'a str>,
    pub(super) error: Option<&'a str>,
    pub(super) help: Option<&'a str>,
    /// Said below the field at its end: its words, and whether they tell of too much.
    pub(super) aside: Option<(&'a str, bool)>,
    pub(super) width: f32,
    pub(super) label_shown: bool,
    pub(super) enabled: bool,
    /// A list or a month of its own is open below: the ring stays around it wherever the focus is, and what is said below
    /// gives way, or scraps of it would be seen beside the popup's corners.
    pub(super) is_open: bool,
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
            is_open: false,
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
            let has_focus = response.has_focus() || self.is_open;
            ui.painter().set(background, frame_shape(ui, frame, has_focus, self.error.is_some()));
            self.announce(ui, response.id);
            let below = response.id.with("below");
            if has_below && self.is_open {
                // What is below the field stays where it is.
                ui.add_space(ui.data(|data| data.get_temp(below)).unwrap_or(LABEL));
            } else if has_below {
                let top = ui.cursor().top();
                self.below_ui(ui);
                let tall = ui.cursor().top() - GAP - top;
                ui.data_mut(|data| data.insert_temp(below, tall));
            } else if let Some(error) = self.error {
                response = text::tooltip(response, error);
            }
            (frame, response, value)
        });
        // Tab may lead to a field that is scrolled out of sight.
        if shown.inner.1.gained_focus() {
            bring_into_sight(ui, shown.response.rect);
        }
        shown.inner
    }

    /// Tells screen readers what is wrong or helpful.
    fn announce(&self, ui: &Ui, editor: Id) {
        if !ui.ctx().has_accesskit_node(editor) {
            return;
        }
        let is_told = self.error.is_none_or(|error| has_rested(ui, editor, error));
        let about = self.error.or(self.help).filter(|_| is_told);
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
        let layout = ui.direction().row().with_cross_align(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), LABEL), layout, |ui| {
            ui.set_min_height(LABEL);
            let aside_width =
                self.aside.map_or(0.0, |(aside, _)| paint::width_of(ui, aside, Type::Caption, Weight::Regular));
            let gap = if self.aside.is_some() { 2.0 * INSIDE } else { 0.0 };
            let room = ui.available_width() - aside_width - gap;
            // level with the first line of a cause that has several
            let mut first_line = ui.available_rect_before_wrap();
            first_line.max.y = first_line.min.y + LABEL;
            if let Some(error) = self.error {
                error_line(ui, error, room);
            } else if let Some(help) = self.help {
                below_line(ui, help, room, help_ink(ui));
            }
            if let Some((aside, is_over)) = self.aside {
                let place = ui.direction().take_end(&mut first_line, aside_width.ceil());
                let ink = if is_over { ui.tokens().tone(Tone::Red).ink } else { ui.tokens().ink_weak };
                ui.row_within(place, "aside", |ui| ui.add(Line::new(aside).size(Type::Caption).color(ink)));
            }
        });
    }
}

/// Is an error told, or is the text still being typed that it speaks of? Half a date is no date, and a screen reader said so at
/// every key. One hears it at a pause, and at once where it stood there already.
fn has_rested(ui: &Ui, editor: Id, error: &str) -> bool {
    const REST_SECONDS: f64 = 0.7;
    let now = ui.input(|input| input.time);
    let is_typing = ui.memory(|memory| memory.has_focus(editor));
    let (said, since) = (Id::unique(error), if is_typing { now } else { f64::NEG_INFINITY });
    let since = ui.data_mut(|data| {
        let kept = data.get_temp_mut_or(editor.with("said"), (said, since));
        if kept.0 != said || !is_typing {
            *kept = (said, since);
        }
        kept.1
    });
    let left = REST_SECONDS - (now - since);
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    left <= 0.0
}

/// The ink of what helps. What is disabled is drawn paler, and weak ink could not be read then.
fn help_ink(ui: &Ui) -> Color32 {
    if ui.is_enabled() { ui.tokens().ink_weak } else { ui.tokens().ink_soft }
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
    const SIGN: f32 = 13.0;
    let ink = ui.tokens().tone(Tone::Red).ink;
    ui.spacing_mut().item_spacing.x = 6.0;
    let (rect, _) = ui.allocate_exact_size(vec2(SIGN, LABEL), Sense::hover());
    let place = Rect::from_center_size(rect.center(), Vec2::splat(SIGN));
    Icon::Warning.paint(ui.painter(), place, ink, ui.direction().is_rtl());
    below_line(ui, error, width - SIGN - 6.0, ink);
}

/// Words below a field: further lines where one has no room for them, so that nothing of a cause is cut off.
fn below_line(ui: &mut Ui, words: &str, width: f32, ink: egui::Color32) {
    let layout = ui.direction().column();
    ui.allocate_ui_with_layout(vec2(width.max(1.0), LABEL), layout, |ui| {
        ui.set_width(width.max(1.0));
        ui.add(Label::new(words).size(Type::Caption.size()).line_height(LABEL).color(ink).wrap());
    });
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
    let radius = egui::CornerRadius::same(RADIUS_CONTROL);
    egui::epaint::RectShape::new(rect, radius, fill(ui), stroke, StrokeKind::Inside).into()
}

/// What the text of a field stands on.
fn fill(ui: &Ui) -> Color32 {
    let tokens = ui.tokens();
    if ui.is_enabled() { tokens.surface } else { tokens.surface_hover }
}

/// Words that go on beyond the left or the right edge of their place, by so many points, fade out before it: half a letter
/// is no letter.
pub(super) fn fade_edges(ui: &Ui, place: Rect, beyond: [f32; 2]) {
    const FADE: f32 = 20.0;
    let fill = fill(ui);
    // The frame's lines stay.
    let place = place.shrink2(vec2(0.0, 2.0));
    let [left, right] = beyond.map(|points| points.min(FADE));
    let sides = [
        (place.with_max_x(place.left() + left), Direction::LeftToRight),
        (place.with_min_x(place.right() - right), Direction::RightToLeft),
    ];
    for (side, inwards) in sides {
        if side.is_positive() {
            fade(ui, side, inwards, fill);
        }
    }
}
