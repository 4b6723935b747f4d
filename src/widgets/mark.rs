//! Small marks that are looked at: a person's round mark, a progress bar, a key in its frame, a check box.
//!
//! # Keyboard
//! Only the check box is a stop of Tab: Enter and Space press it. The others are looked at; bars and keys have a name for
//! screen readers, and a round mark says nothing that the name beside it does not: where it stands alone, give it one.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{avatar, check_box, key_cap, progress_bar};
//! fn task_ui(ui: &mut egui::Ui, name: &str, is_done: &mut bool) {
//!     if check_box(ui, name, *is_done).clicked() {
//!         *is_done = !*is_done;
//!     }
//!     avatar(ui, "SN", 28.0);
//!     progress_bar(ui, name, 60, 90.0);
//!     key_cap(ui, "Space");
//! }
//! ```

use super::button::focus_ring;
use super::direction::UiExt;
use super::icon::Icon;
use super::paint;
use super::theme::Type;
use crate::arabic::{self, Digits};
use crate::text::{self, Weight};
use egui::{Align2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};
use std::time::Duration;

/// How much of a round mark's width its letters take at most.
const LETTERS: f32 = 0.7;
/// No letters are smaller, in points.
const SMALLEST: f32 = 8.0;

/// A person's round mark with two letters; the name beside it says who.
pub fn avatar(ui: &mut Ui, letters: &str, size: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let tokens = ui.tokens();
    ui.painter().circle_filled(rect.center(), size / 2.0, tokens.accent_tint);
    // Two wide letters are never shortened: they get smaller until they stand clear of the rim.
    let room = size * LETTERS;
    let line = |points: f32| text::line_within(ui.ctx(), letters, points, Weight::SemiBold, f32::INFINITY);
    let mut galley = line(Type::Caption.size());
    if galley.size().x > room {
        galley = line((Type::Caption.size() * room / galley.size().x).max(SMALLEST));
    }
    paint::galley_at(ui, rect, Align2::CENTER_CENTER, &galley, tokens.accent_ink);
    response
}

/// A bar that fills from the start; `name` says what of.
pub fn progress_bar(ui: &mut Ui, name: &str, percent: i64, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let percent = percent.clamp(0, 100);
    let tokens = ui.tokens();
    let mut bar = Rect::from_center_size(rect.center(), vec2(width, 6.0));
    ui.painter().rect_filled(bar, 3.0, tokens.surface_hover);
    let part = percent as f32 / 100.0;
    if percent > 0 {
        // as long as it is high at least: less is a speck, and no bar that has begun
        let long = (width * part).max(bar.height());
        let filled = ui.direction().take_start(&mut bar, long);
        ui.painter().rect_filled(filled, 3.0, tokens.accent_stroke);
    }
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(percent as f64);
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_value(arabic::percent(percent, Digits::Latin));
    });
    response
}

/// A bar that moves from the start to the end while nobody knows how long something takes; `name` says what. It stands still
/// where motion is reduced, and asks for frames only while it is shown.
pub fn progress_busy(ui: &mut Ui, name: &str, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_busy());
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tokens = ui.tokens();
    let bar = Rect::from_center_size(rect.center(), vec2(width, 6.0));
    ui.painter().rect_filled(bar, 3.0, tokens.surface_hover);
    let part = width * BUSY_PART;
    let at = if ui.style().animation_time <= 0.0 {
        (width - part) / 2.0
    } else {
        ui.ctx().request_repaint_after(BUSY_FRAME);
        let turn = ui.input(|input| input.time) / BUSY_SECONDS;
        (width + part) * turn.fract() as f32 - part
    };
    let direction = ui.direction();
    let x = direction.start_x(bar) + direction.forward(at + part / 2.0);
    let piece = Rect::from_center_size(egui::pos2(x, bar.center().y), vec2(part, 6.0)).intersect(bar);
    if piece.is_positive() {
        ui.painter().rect_filled(piece, 3.0, tokens.accent_stroke);
    }
    response
}

const BUSY_PART: f32 = 0.3;
const BUSY_SECONDS: f64 = 1.4;
const BUSY_FRAME: Duration = Duration::from_millis(33);

/// How wide a key's name is with its frame.
pub(super) fn key_cap_width(ui: &Ui, key: &str) -> f32 {
    (paint::width_of(ui, key, Type::Caption, Weight::Regular) + 10.0).max(18.0)
}

/// A key's name in a small frame.
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(key_cap_width(ui, key), 20.0), Sense::hover());
    let tokens = ui.tokens();
    ui.painter().rect(rect, 4, tokens.surface, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    paint::line_in(ui, rect, Align2::CENTER_CENTER, key, (Type::Caption, Weight::Regular), tokens.ink_weak);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    response
}

/// Keys that are pressed together or do alike, in the order of the keyboard whatever way the words run.
pub fn key_caps<'k>(ui: &mut Ui, keys: impl DoubleEndedIterator<Item = &'k str>) {
    if ui.direction().is_rtl() {
        keys.rev().for_each(|key| _ = key_cap(ui, key));
    } else {
        keys.for_each(|key| _ = key_cap(ui, key));
    }
}

/// A box that is checked or not; `name` is what a screen reader says. Says whether it was just pressed.
pub fn check_box(ui: &mut Ui, name: &str, is_checked: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::click());
    let tokens = ui.tokens();
    let place = Rect::from_center_size(rect.center(), Vec2::splat(16.0));
    if is_checked {
        ui.painter().rect_filled(place, 4, tokens.accent);
        Icon::Check.paint(ui.painter(), place.shrink(2.5), tokens.on_accent, false);
    } else {
        let ink = if response.hovered() { tokens.accent_stroke } else { tokens.ink_weak };
        ui.painter().rect(place, 4, tokens.surface, Stroke::new(1.0, ink), StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_checked, name));
    focus_ring(ui, &response, 5);
    response
}
