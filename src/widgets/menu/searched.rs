//! A menu of many entries, which can be typed in: a field above them narrows it to what holds the words, however they are
//! spelt.
//!
//! Keys: typing narrows, Up and Down walk while the focus stays in the field, Page keys go a page, Enter chooses, Escape
//! empties the field and then closes. A menu of a few entries is a plain one.
//!
//! ```no_run
//! use tansiq::widgets::{MenuEntry, SearchedMenu};
//! fn fields_ui(ui: &mut egui::Ui, button: &egui::Response, words: &SearchedMenu<'_>, fields: &[String]) {
//!     let entries = || fields.iter().map(MenuEntry::new).collect();
//!     if let Some(at) = words.show(ui, button, entries) {
//!         println!("{}", fields[at]);
//!     }
//! }
//! ```

use super::entries::{entries_ui, wide};
use super::{FRAME, MenuEntry, keep_on_top, menu_below_with, tell_of_menu};
use crate::arabic;
use crate::text::keep_keys;
use crate::widgets::direction::UiExt;
use crate::widgets::field::Field;
use crate::widgets::paint::Line;
use crate::widgets::presses::{self, ListKey};
use crate::widgets::scroll::{REACH, scroll_vertical};
use crate::widgets::suggestion::Suggestion;
use crate::widgets::theme::POPUP_GAP;
use egui::{EventFilter, Key, Popup, PopupCloseBehavior, RectAlign, Response, Sense, Ui, vec2};
use std::borrow::Cow;

/// A menu of so many entries needs no typing.
const FEW: usize = 9;
/// So many entries are seen at once.
const SEEN: usize = 11;
/// Narrower no field can be typed in.
const NARROWEST: f32 = 236.0;

/// The words of such a menu.
#[derive(Clone, Copy, Debug)]
pub struct SearchedMenu<'a> {
    /// What it is called.
    pub name: &'a str,
    /// In the empty field.
    pub find: &'a str,
    /// What its cross is called.
    pub clear: &'a str,
    /// In the place of entries where none holds the words.
    pub nothing: &'a str,
    /// It stays open as entries are chosen: several are turned one after the other.
    pub stays: bool,
}

/// What is kept of an open menu between frames.
#[derive(Clone, Default)]
struct State {
    typed: String,
    at: usize,
}

/// Escape is the field's, and then the popup's.
const KEYS: usize = ListKey::ALL.len() - 1;

impl SearchedMenu<'_> {
    /// Shows it below the button that was pressed; answers the entry that was chosen. `entries` is asked only while it is
    /// open.
    pub fn show(&self, ui: &Ui, button: &Response, entries: impl FnOnce() -> Vec<MenuEntry>) -> Option<usize> {
        let popup = Popup::menu(button);
        let was_open = popup.is_open();
        tell_of_menu(ui, button, was_open);
        if !button.clicked() && !was_open {
            return None;
        }
        let entries = entries();
        if entries.len() <= FEW {
            return menu_below_with(ui, button, self.name, || Cow::Owned(entries));
        }
        let id = popup.get_id();
        let is_new = button.clicked() && !was_open;
        let mut state: State = ui.ctx().data(|data| data.get_temp(id)).filter(|_| !is_new).unwrap_or_default();
        if is_new {
            state.at = entries.iter().position(|entry| entry.is_current && !self.stays).unwrap_or_default();
        }
        let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
        let width = (wide(ui, &entries) - 12.0 + REACH).max(button.rect.width() - FRAME).max(NARROWEST);
        let popup = popup.align(align).gap(POPUP_GAP).accessible_name(self.name).width(width + 12.0);
        keep_on_top(ui, id);
        let shown = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_width(width);
            let chosen = self.inside_ui(ui, width, &entries, &mut state, is_new);
            if chosen.is_some() && !self.stays {
                ui.close();
            }
            chosen
        });
        ui.ctx().data_mut(|data| data.insert_temp(id, state));
        let is_closed = !Popup::is_id_open(ui.ctx(), id);
        if was_open && is_closed && !ui.input(|input| input.pointer.any_click()) || is_closed && shown.is_some() {
            button.request_focus();
        }
        shown.and_then(|shown| shown.inner)
    }

    fn inside_ui(
        &self,
        ui: &mut Ui,
        width: f32,
        entries: &[MenuEntry],
        state: &mut State,
        is_new: bool,
    ) -> Option<usize> {
        let mut walked = is_new;
        let mut chosen = None;
        let found = found(entries, &state.typed);
        let last = found.len().saturating_sub(1);
        state.at = state.at.min(last);
        let keys = ListKey::ALL.get(..KEYS).unwrap_or_default();
        ui.input_mut(|input| {
            while let Some(key) = presses::next(input, keys) {
                walked = true;
                match key.walk(state.at, last, SEEN) {
                    Some(at) => state.at = at,
                    None => chosen = chosen.or(found.get(state.at).copied()),
                }
            }
        });
        if ui.input(|input| input.key_pressed(Key::Tab)) {
            ui.close();
        }
        let field = Field::search(&mut state.typed, self.find, self.clear).width(width).show(ui);
        if is_new {
            field.response.request_focus();
        }
        if field.changed {
            state.at = 0;
            walked = true;
        }
        // The arrows walk the list, also when the field is the only thing to focus.
        if field.response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
            keep_keys(ui.ctx(), field.response.id, filter);
        }
        let clicked = self.list_ui(ui, width, entries, state, walked);
        if clicked.is_some() {
            field.response.request_focus();
        }
        clicked.or(chosen)
    }

    fn list_ui(&self, ui: &mut Ui, width: f32, entries: &[MenuEntry], state: &State, walked: bool) -> Option<usize> {
        let found = found(entries, &state.typed);
        let is_whole = found.len() == entries.len();
        let shown: Vec<MenuEntry> = found
            .iter()
            .filter_map(|at| entries.get(*at))
            .map(|entry| MenuEntry { begins_group: entry.begins_group && is_whole, ..entry.clone() })
            .collect();
        let tall = ui.metrics().entry + 2.0;
        let room = (ui.ctx().content_rect().height() * 0.6).min(tall * SEEN as f32);
        // As high as it was when it opened, so that nothing jumps while one types.
        let (rect, _) = ui.allocate_exact_size(vec2(width, room.min(tall * entries.len() as f32)), Sense::hover());
        ui.within(rect, "entries", |ui| {
            if shown.is_empty() {
                ui.add_space(ui.metrics().small);
                ui.add(Line::new(self.nothing).weak(ui));
                return None;
            }
            let output = scroll_vertical(ui, "entries", |ui, area| {
                area.show(ui, |ui| {
                    let mut lane = ui.available_rect_before_wrap();
                    ui.direction().take_end(&mut lane, REACH);
                    let responses = ui
                        .scope(|ui| {
                            ui.set_max_width(lane.width());
                            entries_ui(ui, &shown, Some(state.at))
                        })
                        .inner;
                    if walked && let Some(response) = responses.get(state.at) {
                        response.scroll_to_me(None);
                    }
                    responses.iter().position(Response::clicked)
                })
            });
            output.inner.and_then(|at| found.get(at).copied())
        })
    }
}

/// The places of the entries that hold all the words, the best first.
fn found(entries: &[MenuEntry], typed: &str) -> Vec<usize> {
    let typed = arabic::fold(typed);
    let typed = typed.trim();
    if typed.is_empty() {
        return (0..entries.len()).collect();
    }
    let words: Vec<&str> = typed.split_whitespace().collect();
    let rank = |entry: &MenuEntry| {
        let suggestion = Suggestion { text: entry.text.clone(), ..Suggestion::default() };
        suggestion.rank(typed, &words).filter(|_| entry.is_enabled)
    };
    let mut found: Vec<(usize, usize)> =
        entries.iter().enumerate().filter_map(|(at, entry)| Some((rank(entry)?, at))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_finds_entries_however_they_are_spelt() {
        let entries = ["تاريخ الاعتماد", "الجهة المنظمة", "المدينة", "أمين الاجتماع", "رئيس الاجتماع"];
        let entries = entries.map(MenuEntry::new).to_vec();
        let check = |typed: &str, expected: &[usize]| assert_eq!(found(&entries, typed), expected, "{typed}");
        check("", &[0, 1, 2, 3, 4]);
        check("  ", &[0, 1, 2, 3, 4]);
        check("امين", &[3]);
        check("الاجتماع", &[3, 4]);
        check("جهه", &[1]);
        check("مدينه", &[2]);
        check("اعتماد تاريخ", &[0]);
        check("لا شيء كهذا", &[]);
    }
}
