//! Cards: things that belong together on a ground of their own; and the card of one figure.
//!
//! A card that can be pressed is a stop of Tab and answers to Enter and Space; any other only holds what is in it.
//!
//! ```no_run
//! use tansiq::widgets::{Card, Line, Tone, figure_card};
//! fn cards_ui(ui: &mut egui::Ui, words: [&str; 3]) {
//!     Card::new().title(words[0]).show(ui, |ui| ui.add(Line::new(words[1])));
//!     figure_card(ui, words[0], "5", words[2], Tone::Red, 240.0);
//! }
//! ```

use super::button::focus_ring;
use super::direction::UiExt;
use super::page::section_heading;
use super::paint::{self, Line};
use super::theme::{RADIUS_CARD, Tone, Type};
use crate::text::{Label, Weight};
use egui::{Frame, InnerResponse, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// A card before it is shown.
#[derive(Clone, Copy, Debug, Default)]
#[must_use = "show it"]
pub struct Card<'a> {
    title: &'a str,
    is_accent: bool,
    pressed_name: Option<&'a str>,
}

impl<'a> Card<'a> {
    /// A card without a title.
    pub const fn new() -> Self {
        Self { title: "", is_accent: false, pressed_name: None }
    }

    /// With a title above what it holds.
    pub const fn title(mut self, title: &'a str) -> Self {
        self.title = title;
        self
    }

    /// The one that matters most here.
    pub const fn accent(mut self) -> Self {
        self.is_accent = true;
        self
    }

    /// It can be pressed as a whole; `name` is what a screen reader says.
    pub const fn pressable(mut self, name: &'a str) -> Self {
        self.pressed_name = Some(name);
        self
    }

    /// Shows it, as wide as the room. The response is the whole card's.
    pub fn show<R>(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let tokens = ui.tokens();
        let (fill, line) =
            if self.is_accent { (tokens.accent_wash, tokens.accent_line) } else { (tokens.surface, tokens.line) };
        let ground = ui.painter().add(egui::Shape::Noop);
        let frame = Frame::new().inner_margin(Margin::same(16));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = ui.metrics().small;
                if !self.title.is_empty() {
                    section_heading(ui, self.title);
                }
                contents(ui)
            })
            .inner
        });
        let mut response = shown.response;
        let mut stroke = Stroke::new(1.0, line);
        if let Some(name) = self.pressed_name {
            let id = response.id.with("press");
            response = ui.interact(response.rect, id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
            if response.hovered() {
                stroke.color = tokens.line_strong;
            }
            focus_ring(ui, &response, RADIUS_CARD);
        }
        ui.painter().set(ground, shape(response.rect, fill, stroke));
        InnerResponse::new(shown.inner, response)
    }
}

fn shape(rect: Rect, fill: egui::Color32, stroke: Stroke) -> egui::epaint::RectShape {
    egui::epaint::RectShape::new(rect, egui::CornerRadius::same(RADIUS_CARD), fill, stroke, StrokeKind::Inside)
}

/// Above what a figure counts: below it there is room for the figure and two lines.
const FIGURE_TOP: f32 = 12.0;

/// One figure: what it counts, how many, and what there is to know of it. A screen reader hears them as one.
pub fn figure_card(ui: &mut Ui, label: &str, figure: &str, about: &str, tone: Tone, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 104.0), Sense::hover());
    let tokens = ui.tokens();
    ui.painter().add(shape(rect, tokens.surface, tokens.hairline()));
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(figure);
        node.set_description(about);
    });
    // Figures beside each other stand level, whether one has a second line to tell of or not.
    let mut rest = rect.shrink2(vec2(ui.metrics().large, FIGURE_TOP));
    let mut line = |size: Type| {
        let place = rest.with_max_y(rest.top() + size.line_height());
        rest.min.y = place.bottom();
        place
    };
    let start = ui.direction().start_center();
    let ink = if tone == Tone::Neutral { tokens.ink } else { tokens.tone(tone).ink };
    paint::line_in(ui, line(Type::Interface), start, label, (Type::Interface, Weight::Regular), tokens.ink_weak);
    paint::line_in(ui, line(Type::Section), start, figure, (Type::Title, Weight::Bold), ink);
    let about = Label::new(about).size(Type::Caption.size()).line_height(Type::Caption.line_height());
    let shown = ui.within(rest, "about", |ui| ui.add(about.color(tokens.ink_weak).most_lines(2)));
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_hidden());
    response
}

/// A line in a card: words at the start, and something at the end.
pub fn card_line(ui: &mut Ui, words: &str, end: impl FnOnce(&mut Ui)) {
    ui.start_end(|ui| _ = ui.add(Line::new(words)), end);
}
