//! The parts every screen has: its heading, its headings of sections, its empty state and the bar that names its keys.
//!
//! # Keyboard
//! Screen readers walk from heading to heading. The button of an empty state is a stop of Tab; the footer only names keys,
//! which are the screen's.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{Button, KeyHint, empty_state, key_footer, page_heading};
//! fn page_ui(ui: &mut egui::Ui, words: [&str; 3], adds: &mut bool) {
//!     page_heading(ui, words[0], "", |ui| *adds |= ui.add(Button::primary(words[2])).clicked());
//!     key_footer(ui, "", &[KeyHint { keys: &["Ctrl", "N"], words: words[2] }]);
//!     *adds |= empty_state(ui, words[0], words[1], Some(words[2]));
//! }
//! ```

use super::button::Button;
use super::direction::UiExt;
use super::icon::Icon;
use super::mark::{key_cap_width, key_caps};
use super::paint::{self, Line};
use super::theme::Type;
use crate::text::Weight;
use egui::{Frame, Margin, Response, Role, Ui, WidgetInfo};

/// The title of a screen, what it holds in a few words, and its buttons at the end.
pub fn page_heading(ui: &mut Ui, title: &str, about: &str, buttons: impl FnOnce(&mut Ui)) {
    let metrics = ui.metrics();
    let margin = Margin { top: metrics.large as i8, bottom: metrics.medium as i8, ..Margin::same(metrics.page as i8) };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().medium;
            heading_line(ui, title, Type::Title);
            let weak = ui.tokens().ink_weak;
            if !about.is_empty() {
                ui.add(Line::new(about).color(weak));
            }
            ui.at_end("buttons", buttons);
        });
    });
}

/// A heading inside a page.
pub fn section_heading(ui: &mut Ui, title: &str) -> Response {
    heading_line(ui, title, Type::Body)
}

fn heading_line(ui: &mut Ui, title: &str, size: Type) -> Response {
    ui.add(Line::new(title).size(size).weight(Weight::Bold).heading())
}

/// Tells screen readers that a line is a heading: they jump from one to the next.
pub fn mark_heading(ui: &Ui, line: &Response, title: &str) {
    ui.ctx().accesskit_node_builder(line.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(title);
    });
}

/// Tells screen readers that what stands in this part of the page is a list, how it is called and how many are in it.
pub fn tell_list(ui: &Ui, name: &str, count: usize) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(egui::accesskit::Role::List);
        node.set_label(name);
        node.set_size_of_set(count);
    });
}

/// What a list is for, and the one button that fills it. Says whether the button was pressed.
pub fn empty_state(ui: &mut Ui, title: &str, about: &str, button: Option<&str>) -> bool {
    let room = ui.available_size();
    let tokens = ui.tokens();
    let mut pressed = false;
    ui.vertical_centered(|ui| {
        ui.add_space((room.y * 0.28).clamp(24.0, 180.0));
        let weight = Weight::SemiBold;
        ui.add(Line::new(title).size(Type::Section).weight(weight));
        ui.add(Line::new(about).color(tokens.ink_weak));
        ui.add_space(ui.metrics().small);
        if let Some(button) = button {
            pressed = ui.add(Button::primary(button).icon(Icon::Plus)).clicked();
        }
    });
    pressed
}

/// A key of a screen and what it does.
pub struct KeyHint<'a> {
    /// The keys, each in its own frame.
    pub keys: &'a [&'a str],
    /// What they do.
    pub words: &'a str,
}

/// The bar below a screen that names its keys. Call it before what fills the page. A short window goes without.
pub fn key_footer(ui: &mut Ui, about: &str, hints: &[KeyHint<'_>]) {
    if super::theme::is_short(ui.ctx()) {
        return;
    }
    let tokens = ui.tokens();
    let frame = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(ui.metrics().page as i8, 0));
    let id = ui.scope_id().with("key-footer");
    egui::Panel::bottom(id).exact_size(ui.metrics().footer).show_separator_line(true).frame(frame).show(ui, |ui| {
        let rect = ui.max_rect();
        ui.row_within(rect, "keys", |ui| {
            if !about.is_empty() {
                ui.add(Line::new(about).weak(ui));
                ui.add_space(ui.metrics().small);
            }
            for hint in hints {
                // What has no room is left out whole: half a key tells nothing.
                if ui.available_width() < WIDEST_HINT && hint_width(ui, hint) > ui.available_width() {
                    break;
                }
                ui.spacing_mut().item_spacing.x = ui.metrics().hair;
                key_caps(ui, hint.keys.iter().copied());
                ui.add(Line::new(hint.words).weak(ui));
                ui.add_space(ui.metrics().small);
            }
        });
    });
}

/// No hint is wider: while so much room is left nothing is measured.
const WIDEST_HINT: f32 = 320.0;

fn hint_width(ui: &Ui, hint: &KeyHint<'_>) -> f32 {
    let caps: f32 = hint.keys.iter().map(|key| key_cap_width(ui, key) + ui.metrics().hair).sum();
    caps + paint::width_of(ui, hint.words, Type::Caption, Weight::Regular)
}

/// A bar across a page that says something lasting, with a warning sign.
pub fn notice_bar(ui: &mut Ui, text: &str, tone: super::theme::Tone) -> Response {
    notice_row(ui, text, tone, Type::Interface.line_height(), |_| {})
}

/// The same with a button behind the words. Says whether it was pressed.
pub fn notice_with_button(ui: &mut Ui, text: &str, tone: super::theme::Tone, button: &str) -> bool {
    let mut is_pressed = false;
    notice_row(ui, text, tone, ui.metrics().small_control, |ui| {
        ui.add_space(ui.metrics().small);
        is_pressed = ui.add(Button::new(button).small()).clicked();
    });
    is_pressed
}

fn notice_row(
    ui: &mut Ui,
    text: &str,
    tone: super::theme::Tone,
    height: f32,
    behind: impl FnOnce(&mut Ui),
) -> Response {
    let colors = ui.tokens().tone(tone);
    let frame = Frame::new().fill(colors.wash).inner_margin(Margin::symmetric(ui.metrics().page as i8, 6));
    let response = frame
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.row_of(height, |ui| {
                Icon::Warning.show(ui, 16.0, colors.ink);
                ui.add(Line::new(text).color(colors.ink));
                behind(ui);
            });
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}
