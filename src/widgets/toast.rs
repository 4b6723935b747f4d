//! Passing messages at the foot of the window, with one button at most, and gone by themselves.

use super::button::{Button, Rank};
use super::direction::UiExt;
use super::icon::Icon;
use super::paint::{self, Line};
use super::theme::{Look, RADIUS_CARD, Tone, Type};
use crate::text::Weight;
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Role, WidgetInfo, vec2};
use std::time::Duration;

/// How long a message stays; one that failed stays longer.
const STAYS_SECONDS: f64 = 6.0;
const FAILED_STAYS_SECONDS: f64 = 20.0;
/// A longer message is shortened; the whole is in its tooltip.
const MOST_WORDS: f32 = 640.0;
/// The width of the cross.
const CROSS: f32 = 26.0;
/// Above the buttons of a sheet.
const ABOVE_FOOT: f32 = 28.0;

struct Toast<A> {
    text: String,
    tone: Tone,
    button: Option<(String, A)>,
    until: Option<f64>,
}

/// The messages on show, newest below. `A` is what a button asks for.
pub struct Toasts<A> {
    shown: Vec<Toast<A>>,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self { shown: Vec::new() }
    }
}

impl<A: Clone> Toasts<A> {
    /// Says something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.push(text.into(), Tone::Neutral, None);
    }

    /// Says something that a button can answer.
    pub fn say_with(&mut self, text: impl Into<String>, button: impl Into<String>, action: A) {
        self.push(text.into(), Tone::Neutral, Some((button.into(), action)));
    }

    /// Says what went wrong and the way out.
    pub fn fail(&mut self, text: impl Into<String>) {
        self.push(text.into(), Tone::Red, None);
    }

    fn push(&mut self, text: String, tone: Tone, button: Option<(String, A)>) {
        self.shown.retain(|toast| toast.text != text);
        // Three at once are as many as one can read.
        if self.shown.len() >= 3 {
            self.shown.remove(0);
        }
        self.shown.push(Toast { text, tone, button, until: None });
    }

    /// Shows them; answers the button that was pressed. `close` is the word for the cross.
    pub fn show(&mut self, ctx: &Context, close: &str) -> Option<A> {
        let now = ctx.input(|input| input.time);
        for toast in &mut self.shown {
            let stays = if toast.tone == Tone::Red { FAILED_STAYS_SECONDS } else { STAYS_SECONDS };
            toast.until.get_or_insert(now + stays);
        }
        self.shown.retain(|toast| toast.until.is_none_or(|until| until > now));
        let next = self.shown.iter().filter_map(|toast| toast.until).fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64((next - now).max(0.0) + 0.01));
        }
        let tokens = Look::of(ctx).theme.tokens();
        let mut pressed = None;
        let mut closed = None;
        for (index, toast) in self.shown.iter().enumerate() {
            let from_below = (self.shown.len() - index) as f32;
            Area::new(Id::unique(("toast", index)))
                .order(Order::Tooltip)
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -ABOVE_FOOT - 52.0 * from_below))
                .interactable(true)
                .show(ctx, |ui| {
                    let dark = if toast.tone == Tone::Red { tokens.tone(Tone::Red).ink } else { tokens.ink_soft };
                    let frame = Frame::popup(ui.style())
                        .fill(dark)
                        .stroke(egui::Stroke::NONE)
                        .corner_radius(RADIUS_CARD)
                        .inner_margin(Margin::symmetric(14, 6));
                    // Known beforehand, so that the anchor centres what will be there and not what was.
                    let words_width =
                        paint::width_of(ui, &toast.text, Type::Interface, Weight::Regular).min(MOST_WORDS);
                    let button_width = toast.button.as_ref().map_or(0.0, |(text, _)| {
                        paint::width_of(ui, text, Type::Caption, Weight::SemiBold) + 16.0 + ui.metrics().medium
                    });
                    let width = words_width + button_width + ui.metrics().medium + CROSS + 1.0;
                    frame.show(ui, |ui| {
                        let layout = ui.direction().row();
                        ui.allocate_ui_with_layout(vec2(width, 32.0), layout, |ui| {
                            ui.set_min_size(vec2(width, 32.0));
                            ui.spacing_mut().item_spacing.x = ui.metrics().medium;
                            let words = ui.add(Line::new(&toast.text).color(tokens.on_accent).max_width(MOST_WORDS));
                            words.widget_info(|| WidgetInfo::labeled(Role::Label, true, &toast.text));
                            ui.ctx().accesskit_node_builder(words.id, |node| {
                                node.set_live(egui::accesskit::Live::Polite);
                            });
                            if let Some((text, action)) = &toast.button
                                && ui.add(Button::new(text).small()).clicked()
                            {
                                pressed = Some(action.clone());
                                closed = Some(index);
                            }
                            let mut cross = Button::icon_only(Icon::Close, close).small().rank(Rank::Secondary);
                            cross = cross.tooltip(close);
                            if ui.add(cross).clicked() {
                                closed = Some(index);
                            }
                        });
                    });
                });
        }
        if let Some(index) = closed {
            self.shown.remove(index);
        }
        pressed
    }
}
