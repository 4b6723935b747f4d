//! Menus and pick lists: a popup of words, walked with the arrow keys, closed with Escape.

use super::button::focus_ring;
use super::direction::UiExt;
use super::field::{field_frame, field_label};
use super::icon::Icon;
use super::paint;
use super::theme::{RADIUS_CONTROL, Type};
use crate::text::Weight;
use egui::{Key, Modifiers, Popup, Rect, RectAlign, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

/// An entry of a menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuEntry {
    /// Its words.
    pub text: String,
    /// The shortcut, shown at the end.
    pub shortcut: String,
    /// It is what holds now.
    pub is_current: bool,
    /// It takes something away.
    pub is_danger: bool,
}

impl MenuEntry {
    /// An entry with these words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// It is what holds now.
    #[must_use]
    pub const fn current(mut self, is_current: bool) -> Self {
        self.is_current = is_current;
        self
    }
}

/// A menu below the button that was pressed; answers the entry that was chosen.
pub fn menu_below(ui: &Ui, button: &Response, name: &str, entries: &[MenuEntry]) -> Option<usize> {
    let just_opened = button.clicked();
    let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let wide = entries
        .iter()
        .map(|entry| paint::width_of(ui, &entry.text, Type::Interface, Weight::Regular))
        .fold(button.rect.width() - 12.0, f32::max);
    let popup = Popup::menu(button).align(align).accessible_name(name).width(wide + 64.0);
    let shown = popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.set_width(wide + 52.0);
        let mut chosen = None;
        let mut responses = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let response = entry_ui(ui, entry);
            if response.clicked() {
                chosen = Some(index);
            }
            responses.push(response);
        }
        let start = entries.iter().position(|entry| entry.is_current).unwrap_or(0);
        walk(ui, &responses, just_opened.then_some(start));
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    let chosen = shown.and_then(|shown| shown.inner);
    if chosen.is_some() {
        button.request_focus();
    }
    chosen
}

/// Moves the focus among entries with the arrow keys.
fn walk(ui: &Ui, entries: &[Response], at_first: Option<usize>) {
    let target = if let Some(first) = at_first {
        Some(first)
    } else if let Some(at) = entries.iter().position(Response::has_focus) {
        let count = entries.len().max(1);
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                Some((at + 1) % count)
            } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                Some((at + count - 1) % count)
            } else {
                None
            }
        })
    } else {
        None
    };
    if let Some(response) = target.and_then(|index| entries.get(index)) {
        response.request_focus();
    }
    for response in entries {
        if response.has_focus() {
            let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
    }
}

fn entry_ui(ui: &mut Ui, entry: &MenuEntry) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ui.metrics().entry), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, true, entry.is_current, &entry.text));
    let tokens = ui.tokens();
    let direction = ui.direction();
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.accent_wash);
    }
    let mut content = rect.shrink2(vec2(10.0, 0.0));
    let mark = direction.take_start(&mut content, 16.0);
    if entry.is_current {
        let place = Rect::from_center_size(mark.center(), Vec2::splat(13.0));
        Icon::Check.paint(ui.painter(), place, tokens.accent_stroke, false);
    }
    direction.take_start(&mut content, 6.0);
    let ink = if entry.is_danger { tokens.tone(super::theme::Tone::Red).ink } else { tokens.ink };
    if !entry.shortcut.is_empty() {
        let width = paint::width_of(ui, &entry.shortcut, Type::Caption, Weight::Regular);
        let place = direction.take_end(&mut content, width);
        let words = (Type::Caption, Weight::Regular);
        paint::line_in(ui, place, direction.end_center(), &entry.shortcut, words, tokens.ink_weak);
    }
    paint::line_in(ui, content, direction.start_center(), &entry.text, (Type::Interface, Weight::Regular), ink);
    response
}

/// A field that holds one of a closed list; answers the new choice.
pub fn pick_list(ui: &mut Ui, label: &str, current: Option<usize>, options: &[String], width: f32) -> Option<usize> {
    let layout = ui.direction().column();
    ui.allocate_ui_with_layout(vec2(width, ui.metrics().control + 22.0), layout, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.set_width(width);
        field_label(ui, label);
        let (rect, response) = ui.allocate_exact_size(vec2(width, ui.metrics().control), Sense::click());
        let value = current.and_then(|index| options.get(index)).map_or("", String::as_str);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), label);
            info.current_text_value = Some(value.to_owned());
            info
        });
        let tokens = ui.tokens();
        let direction = ui.direction();
        field_frame(ui, rect, response.has_focus(), false);
        let mut content = rect.shrink2(vec2(12.0, 0.0));
        let arrow = direction.take_end(&mut content, 14.0);
        let place = Rect::from_center_size(arrow.center(), Vec2::splat(14.0));
        Icon::Down.paint(ui.painter(), place, tokens.ink_weak, false);
        paint::line_in(ui, content, direction.start_center(), value, (Type::Interface, Weight::Regular), tokens.ink);
        focus_ring(ui, &response, RADIUS_CONTROL);
        let entries: Vec<MenuEntry> = options
            .iter()
            .enumerate()
            .map(|(index, text)| MenuEntry::new(text).current(current == Some(index)))
            .collect();
        menu_below(ui, &response, label, &entries)
    })
    .inner
}
