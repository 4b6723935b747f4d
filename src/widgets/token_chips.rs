//! The chips of a token field: where each stands, line below line, and how it looks.
//!
//! Apart from the field, which says what keys and clicks do with them.

use super::button::focus_ring;
use super::direction::{Direction, UiExt};
use super::icon::Icon;
use super::paint;
use super::surround::INSIDE;
use super::theme::{Tone, Type};
use crate::text::Weight;
use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

/// The least room for typing behind the last chip.
const TYPING: f32 = 48.0;
/// Before a chip's words, the room of its cross, and behind the cross, which is smaller than its room.
const PADDING: f32 = 10.0;
const CROSS: f32 = 16.0;
const BEHIND: f32 = PADDING - 3.5;

/// Where the chips and the text stand, measured from the frame's start.
pub(super) struct Flow {
    chips: Vec<Rect>,
    /// Room for the text.
    pub(super) typing: Rect,
    /// How high the frame is.
    pub(super) tall: f32,
}

impl Flow {
    pub(super) fn new(ui: &Ui, tokens: &[String], width: f32, can_type: bool) -> Self {
        let metrics = ui.metrics();
        let (chip, control) = (metrics.chip + 2.0, metrics.control);
        let gap = 4.0;
        let line = chip + gap;
        let edge = (control - chip) / 2.0;
        let room = (width - 2.0 * INSIDE).max(TYPING);
        let (mut x, mut y) = (0.0, edge);
        let mut chips = Vec::with_capacity(tokens.len());
        for token in tokens {
            let words = paint::width_of(ui, token, Type::Caption, Weight::Medium);
            let wide = (words + PADDING + CROSS + BEHIND).min(room);
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, y + line);
            }
            chips.push(Rect::from_min_size(pos2(x, y), vec2(wide, chip)));
            x += wide + gap;
        }
        if can_type && x > 0.0 && room - x < TYPING {
            (x, y) = (0.0, y + line);
        }
        let typing = Rect::from_min_size(pos2(x, y), vec2((room - x).max(0.0), chip));
        Self { chips, typing, tall: y + chip + edge }
    }

    /// On the screen.
    pub(super) fn place(&self, rect: Rect, frame: Rect, direction: Direction) -> Rect {
        let start = direction.start_x(frame) + direction.forward(INSIDE + rect.min.x);
        let mut room = match direction {
            Direction::LeftToRight => Rect::from_min_size(pos2(start, 0.0), rect.size()),
            Direction::RightToLeft => Rect::from_min_size(pos2(start - rect.width(), 0.0), rect.size()),
        };
        room = room.translate(vec2(0.0, frame.top() + rect.min.y));
        room
    }
}

/// What was clicked: a chip, or its cross.
#[derive(Clone, Copy)]
pub(super) enum Clicked {
    Chip(usize),
    Cross(usize),
}

/// The id of a chip.
pub(super) fn chip_id(id: Id, at: usize) -> Id {
    id.with(("chip", at))
}

/// Draws the chips; answers what was clicked.
pub(super) fn chips_ui(
    ui: &mut Ui,
    id: Id,
    flow: &Flow,
    frame: Rect,
    tokens: &[String],
    current: Option<usize>,
    remove: &dyn Fn(&str) -> String,
) -> Option<Clicked> {
    let direction = ui.direction();
    let mut clicked = None;
    for (at, (token, rect)) in tokens.iter().zip(&flow.chips).enumerate() {
        let rect = flow.place(*rect, frame, direction);
        // Not on the way of Tab: the text's keys walk the chips.
        let chip = ui.interact(rect, chip_id(id, at), Sense::CLICK);
        let is_current = current == Some(at);
        chip.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_current, token));
        let tone = if is_current { Tone::Green } else { Tone::Neutral };
        let colors = ui.tokens().tone(tone);
        ui.painter().rect_filled(rect, rect.height() / 2.0, colors.wash);
        let mut content = rect;
        direction.take_start(&mut content, PADDING);
        direction.take_end(&mut content, BEHIND);
        let cross = direction.take_end(&mut content, CROSS);
        paint::line_in(ui, content, direction.start_center(), token, (Type::Caption, Weight::Medium), colors.ink);
        let reach = Rect::from_center_size(cross.center(), Vec2::splat(rect.height()));
        let response = ui.interact(reach, chip_id(id, at).with("cross"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), remove(token)));
        let ink = if response.hovered() { ui.tokens().ink } else { colors.ink };
        Icon::Close.paint(ui.painter(), Rect::from_center_size(cross.center(), Vec2::splat(9.0)), ink, false);
        if is_current {
            let ring = ui.tokens().focus_ring();
            ui.painter().rect_stroke(rect, rect.height() / 2.0, ring, egui::StrokeKind::Outside);
        }
        focus_ring(ui, &chip, 11);
        if response.clicked() {
            clicked = Some(Clicked::Cross(at));
        } else if chip.clicked() {
            clicked = Some(Clicked::Chip(at));
        }
    }
    clicked
}
