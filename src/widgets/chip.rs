//! Chips: a word on a coloured ground, plain, as a counter, or as a button that opens a menu.
//!
//! # Keyboard
//! One that can be pressed is reached by Tab and pressed by Enter and Space; the others are only heard.
//!
//! # Example
//! ```no_run
//! # fn row(ui: &mut egui::Ui) {
//! use tansiq::widgets::{Chip, Icon, Tone};
//! ui.add(Chip::new("Overdue", Tone::Red).icon(Icon::Warning));
//! if ui.add(Chip::new("Under study", Tone::Amber).menu("Status")).clicked() {
//!     // Its list opens.
//! }
//! # }
//! ```

use super::button::focus_ring;
use super::direction::UiExt;
use super::icon::Icon;
use super::paint;
use super::theme::{Tone, Type};
use crate::text::Weight;
use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, vec2};

/// A word on a coloured ground.
#[must_use = "add it to a Ui"]
pub struct Chip<'a> {
    text: &'a str,
    tone: Tone,
    icon: Option<Icon>,
    name: Option<&'a str>,
    opens: bool,
    clickable: bool,
    selected: Option<bool>,
    is_outlined: bool,
}

impl<'a> Chip<'a> {
    /// It only says something.
    pub const fn new(text: &'a str, tone: Tone) -> Self {
        Self { text, tone, icon: None, name: None, opens: false, clickable: false, selected: None, is_outlined: false }
    }

    /// An icon before the word.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// It can be pressed.
    pub const fn clickable(mut self) -> Self {
        self.clickable = true;
        self
    }

    /// It can be pressed and a list opens; `name` says of what.
    pub const fn menu(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self.clickable = true;
        self.opens = true;
        self
    }

    /// A name for screen readers and tests.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// It can be chosen among its neighbours, and is so now or not: a screen reader hears which, where it can be pressed.
    pub const fn selected(mut self, is_selected: bool) -> Self {
        self.selected = Some(is_selected);
        self
    }

    /// An outline in its colour in place of the ground: it tells apart two that share a colour.
    pub const fn outlined(mut self, is_outlined: bool) -> Self {
        self.is_outlined = is_outlined;
        self
    }

    /// How wide it will be.
    pub fn width(&self, ui: &Ui) -> f32 {
        let icons = f32::from(u8::from(self.icon.is_some()) + u8::from(self.opens)) * 15.0;
        paint::width_of(ui, self.text, Type::Caption, Weight::Medium) + icons + 20.0
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let width = self.width(ui).min(ui.available_width());
        let sense = if self.clickable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, ui.metrics().chip), sense);
        let kind = if self.clickable { Role::Button } else { Role::Label };
        response.widget_info(|| {
            let name = self.name.unwrap_or(self.text);
            let mut info = WidgetInfo::labeled(kind, ui.is_enabled(), name);
            info.selected = self.selected.filter(|_| self.clickable);
            if self.name.is_some() && self.clickable {
                info.current_text_value = Some(self.text.to_owned());
            }
            info
        });
        focus_ring(ui, &response, 11);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let colors = ui.tokens().tone(self.tone);
        let direction = ui.direction();
        let is_hot = self.clickable && response.hovered();
        let frame = match (is_hot || (self.selected == Some(true)), self.is_outlined) {
            (true, _) => Stroke::new(1.0, colors.ink),
            (false, true) => Stroke::new(1.0, colors.bar),
            (false, false) => Stroke::NONE,
        };
        let ground = if self.is_outlined { ui.tokens().surface } else { colors.wash };
        ui.painter().rect(rect, ui.metrics().chip / 2.0, ground, frame, StrokeKind::Inside);
        let mut content = rect.shrink2(vec2(10.0, 0.0));
        if let Some(icon) = self.icon {
            let place = direction.take_start(&mut content, 11.0);
            icon.paint(
                ui.painter(),
                Rect::from_center_size(place.center(), Vec2::splat(11.0)),
                colors.ink,
                direction.is_rtl(),
            );
            direction.take_start(&mut content, 4.0);
        }
        if self.opens {
            let place = direction.take_end(&mut content, 11.0);
            Icon::Down.paint(
                ui.painter(),
                Rect::from_center_size(place.center(), Vec2::splat(10.0)),
                colors.ink,
                false,
            );
            direction.take_end(&mut content, 4.0);
        }
        paint::line_in(ui, content, direction.start_center(), self.text, (Type::Caption, Weight::Medium), colors.ink);
        response
    }
}
