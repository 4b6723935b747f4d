//! The words of a menu: how an entry looks, and how keys walk from one to the next.

use super::{MenuEntry, typing};
use crate::text::Weight;
use crate::text::{keep_keys, take_focus};
use crate::widgets::direction::UiExt;
use crate::widgets::icon::Icon;
use crate::widgets::theme::{RADIUS_CONTROL, Tone, Type};
use crate::widgets::{paint, presses};
use egui::{EventFilter, Key, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

/// The line between groups, with the room around it.
const BREAK: f32 = 9.0;
/// Between two entries.
const GAP: f32 = 2.0;
/// Beside the words at both ends, and before the arrow to further entries.
const BESIDE: f32 = 42.0;
/// The mark before the words, where any entry of the menu has one.
const MARK: f32 = 16.0;
const MARK_GAP: f32 = 6.0;

/// Do the words of a menu begin behind marks?
fn is_marked(entries: &[MenuEntry]) -> bool {
    entries.iter().any(|entry| entry.icon.is_some() || entry.is_current)
}

/// How wide the entries want to be, in points.
pub(super) fn wide(ui: &Ui, entries: &[MenuEntry]) -> f32 {
    let width = |entry: &MenuEntry| {
        let words = paint::width_of(ui, &entry.text, Type::Interface, Weight::Regular);
        match entry.shortcut.as_str() {
            "" => words,
            keys => words + paint::width_of(ui, keys, Type::Caption, Weight::Regular) + 24.0,
        }
    };
    let marks = if is_marked(entries) { MARK + MARK_GAP } else { 0.0 };
    entries.iter().map(width).fold(0.0, f32::max) + marks + BESIDE
}

/// How high the entries are, in points.
pub(super) fn tall(ui: &Ui, entries: &[MenuEntry]) -> f32 {
    let groups = entries.iter().skip(1).filter(|entry| entry.begins_group).count();
    entries.len() as f32 * (ui.metrics().entry + GAP) + groups as f32 * (BREAK + GAP)
}

/// Draws the entries below each other; `open` is the one whose further entries are shown.
pub(super) fn entries_ui(ui: &mut Ui, entries: &[MenuEntry], open: Option<usize>) -> Vec<Response> {
    ui.spacing_mut().item_spacing.y = GAP;
    typing::keep_blanks(ui);
    let is_marked = is_marked(entries);
    let draw = |(index, entry): (usize, &MenuEntry)| {
        if entry.begins_group && index > 0 {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BREAK), Sense::hover());
            ui.painter().hline(rect.x_range().shrink(6.0), rect.center().y, ui.tokens().hairline());
        }
        entry_ui(ui, entry, is_marked, open == Some(index))
    };
    entries.iter().enumerate().map(draw).collect()
}

/// Moves the focus among entries: arrows, Home, End, and the first letters of one. Answers where it went. `at_first` is
/// the entry at which a menu begins that has just opened.
pub(super) fn walk(ui: &Ui, entries: &[MenuEntry], responses: &[Response], at_first: Option<usize>) -> Option<usize> {
    if at_first.is_some() {
        typing::forget(ui);
    }
    let focused = at_first.or_else(|| responses.iter().position(Response::has_focus));
    let target = walked(ui, entries, focused).or(at_first);
    if let Some(response) = target.and_then(|index| responses.get(index)) {
        take_focus(ui.ctx(), response.id);
    }
    for response in responses.iter().filter(|response| response.has_focus()) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, ..Default::default() };
        keep_keys(ui.ctx(), response.id, filter);
    }
    target
}

/// Where a key leads among entries.
#[derive(Clone, Copy)]
enum Walk {
    On,
    Back,
    First,
    Last,
}

fn walked(ui: &Ui, entries: &[MenuEntry], focused: Option<usize>) -> Option<usize> {
    let start = focused?;
    let count = entries.len().max(1);
    let is_open_to = |index: &usize| entries.get(*index).is_some_and(|entry| entry.is_enabled);
    let onwards = |at: usize| (1..=count).map(move |step| (at + step) % count);
    let backwards = |at: usize| (1..=count).map(move |step| (at + count - step) % count);
    let stepped = ui.input_mut(|input| {
        let mut at = start;
        let keys =
            [(Key::ArrowDown, Walk::On), (Key::ArrowUp, Walk::Back), (Key::Home, Walk::First), (Key::End, Walk::Last)];
        while let Some(step) = presses::next(input, &keys) {
            let target = match step {
                Walk::On => onwards(at).find(is_open_to),
                Walk::Back => backwards(at).find(is_open_to),
                Walk::First => (0..count).find(is_open_to),
                Walk::Last => (0..count).rev().find(is_open_to),
            };
            at = target.unwrap_or(at);
        }
        (at != start).then_some(at)
    });
    stepped.or_else(|| {
        let words: Vec<_> = entries.iter().map(|entry| entry.is_enabled.then_some(entry.text.as_str())).collect();
        typing::target(ui, &words, start)
    })
}

fn entry_ui(ui: &mut Ui, entry: &MenuEntry, is_marked: bool, is_open: bool) -> Response {
    let sense = if entry.is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ui.metrics().entry), sense);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, entry.is_enabled, entry.is_current, &entry.text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if !entry.shortcut.is_empty() {
            node.set_keyboard_shortcut(entry.shortcut.as_str());
        }
        if !entry.children.is_empty() {
            node.set_has_popup(egui::accesskit::HasPopup::Menu);
            node.set_expanded(is_open);
        }
    });
    let tokens = ui.tokens();
    let direction = ui.direction();
    // While an entry beside it is walked in its further entries, the line is around that one.
    let is_walked = is_open && entry.children.is_empty();
    if response.has_focus() || entry.is_enabled && is_walked {
        paint::active_entry(ui, rect);
    } else if entry.is_enabled && (response.hovered() || is_open) {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.accent_wash);
    }
    let mut content = rect.shrink2(vec2(10.0, 0.0));
    let mark = if is_marked { direction.take_start(&mut content, MARK) } else { Rect::NOTHING };
    let place = Rect::from_center_size(mark.center(), Vec2::splat(13.0));
    let ink = match (entry.is_enabled, entry.is_danger) {
        (false, _) => tokens.ink_weak,
        (true, true) => tokens.tone(Tone::Red).ink,
        (true, false) => tokens.ink,
    };
    if entry.is_current {
        Icon::Check.paint(ui.painter(), place, tokens.accent_stroke, false);
    } else if let Some(icon) = entry.icon {
        icon.paint(ui.painter(), place, if entry.is_danger { ink } else { tokens.ink_weak }, direction.is_rtl());
    }
    if is_marked {
        direction.take_start(&mut content, MARK_GAP);
    }
    if !entry.children.is_empty() {
        let arrow = direction.take_end(&mut content, 12.0);
        let place = Rect::from_center_size(arrow.center(), Vec2::splat(12.0));
        Icon::Forward.paint(ui.painter(), place, tokens.ink_weak, direction.is_rtl());
    }
    if !entry.shortcut.is_empty() {
        let width = paint::width_of(ui, &entry.shortcut, Type::Caption, Weight::Regular);
        let place = direction.take_end(&mut content, width);
        let words = (Type::Caption, Weight::Regular);
        paint::line_in(ui, place, direction.end_center(), &entry.shortcut, words, tokens.ink_weak);
    }
    paint::line_in(ui, content, direction.start_center(), &entry.text, (Type::Interface, Weight::Regular), ink);
    response
}
