//! The list below a field that suggests: found however it was spelt, walked from the field, announced as its active
//! descendant.
//!
//! Apart because two fields have it: the one that holds one thing ([`super::combo`]) and the one that holds several
//! ([`super::token_field`]). The focus stays in the field all the while.

use super::cut::fade_rows;
use super::direction::UiExt;
use super::icon::Icon;
use super::mark::avatar;
use super::menu::keep_on_top;
use super::paint;
use super::presses::{self, ListKey};
use super::scroll::{REACH, scroll_vertical};
use super::suggestion::{Suggestion, marks};
use super::theme::{POPUP_GAP, Type};
use crate::arabic;
use crate::text::{Weight, belongs_to};
use egui::accesskit::{Action, AutoComplete, HasPopup};
use egui::{
    Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RectAlign, Response, Role, Sense, Ui, UiKind, Vec2, WidgetInfo,
};
use egui::{pos2, vec2};

/// How many entries are seen at once; the list scrolls to the others.
const SEEN: usize = 7;

/// A line of the open list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Suggestion(usize),
    Create,
}

/// What is kept of a list between frames.
#[derive(Clone, Copy, Default)]
pub(super) struct ListState {
    pub(super) is_open: bool,
    /// Only what holds the typed words is shown; a list that was opened by hand shows all.
    pub(super) is_filtered: bool,
    at: usize,
    reveals: bool,
}

impl ListState {
    /// Opens with all entries, at one of them.
    pub(super) const fn open_at(&mut self, at: usize) {
        *self = Self { is_open: true, is_filtered: false, at, reveals: true };
    }

    /// Something was typed: opens at the first of what is found.
    pub(super) const fn typed(&mut self) {
        *self = Self { is_open: true, is_filtered: true, at: 0, reveals: true };
    }

    const fn go(&mut self, at: usize) {
        self.at = at;
        self.reveals = true;
    }
}

/// A list for one frame.
#[derive(Clone, Copy)]
pub(super) struct List<'a> {
    pub(super) id: Id,
    /// Of the field it belongs to.
    pub(super) label: &'a str,
    pub(super) suggestions: &'a [Suggestion],
    pub(super) create: Option<&'a dyn Fn(&str) -> String>,
    pub(super) typed: &'a str,
    /// What is not suggested: it is there already.
    pub(super) taken: &'a [String],
}

impl List<'_> {
    /// The suggestions that hold all the typed words, folded; then the offer to add what was typed.
    pub(super) fn entries(&self, state: &ListState) -> Vec<Entry> {
        let typed = arabic::fold(self.typed);
        let words: Vec<&str> = if state.is_filtered { typed.split(' ').collect() } else { Vec::new() };
        let mut found: Vec<(usize, usize)> = self
            .suggestions
            .iter()
            .enumerate()
            .filter(|(_, suggestion)| !self.taken.contains(&suggestion.text))
            .filter_map(|(index, suggestion)| Some((suggestion.rank(&typed, &words)?, index)))
            .collect();
        // The best come first, each group in the order it was given.
        found.sort_by_key(|&(rank, _)| rank);
        let mut entries: Vec<Entry> = found.into_iter().map(|(_, index)| Entry::Suggestion(index)).collect();
        let trimmed = self.typed.trim();
        let is_there = self.suggestions.iter().any(|suggestion| suggestion.is_called(trimmed))
            || self.taken.iter().any(|taken| taken == trimmed);
        if self.create.is_some() && state.is_filtered && !typed.is_empty() && !is_there {
            entries.push(Entry::Create);
        }
        entries
    }

    /// Takes the list's keys before the field sees them; answers what Enter chose.
    pub(super) fn keys(&self, ui: &Ui, state: &mut ListState, entries: &[Entry]) -> Option<Entry> {
        self.pressed(ui, state, entries, &ListKey::ALL)
    }

    /// The same in a text, where Tab chooses as Enter does.
    pub(super) fn keys_in_text(&self, ui: &Ui, state: &mut ListState, entries: &[Entry]) -> Option<Entry> {
        self.pressed(ui, state, entries, &ListKey::IN_TEXT)
    }

    fn pressed(&self, ui: &Ui, state: &mut ListState, entries: &[Entry], keys: &[(Key, ListKey)]) -> Option<Entry> {
        let last = entries.len().saturating_sub(1);
        ui.input_mut(|input| {
            // With Alt first: a key without modifiers is also taken with it.
            if input.consume_key(Modifiers::ALT, Key::ArrowUp) {
                state.is_open = false;
            }
            // An empty list has nothing to choose: Enter is the field's.
            let choosing = keys.iter().take_while(|(_, key)| *key == ListKey::Choose).count();
            let keys = keys.get(if entries.is_empty() { choosing } else { 0 }..).unwrap_or_default();
            while state.is_open
                && let Some(key) = presses::next(input, keys)
            {
                if key == ListKey::Choose {
                    return entries.get(state.at).copied();
                }
                match key.walk(state.at, last, SEEN) {
                    Some(at) => state.go(at),
                    None => state.is_open = false,
                }
            }
            if input.key_pressed(Key::Tab) {
                state.is_open = false;
            }
            None
        })
    }

    /// Draws it below the field's frame; answers what was clicked.
    pub(super) fn show(&self, ui: &Ui, frame: Rect, state: &mut ListState, entries: &[Entry]) -> Option<Entry> {
        let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
        let popup = Popup::new(self.id.with("list"), ui.ctx().clone(), frame, ui.layer_id())
            .align(align)
            .gap(POPUP_GAP)
            .open(true)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(frame.width());
        keep_on_top(ui, popup.get_id());
        // What opens is measured before it is seen. Measured in a pass of its own, a list stands there with the very key
        // that it answers.
        if ui.ctx().read_response(popup.get_id()).is_none() {
            ui.ctx().request_discard("a list opens");
        }
        let owner = ui.unique_id();
        let shown = popup.show(|ui| {
            holds_a_list(ui, owner);
            let has_details =
                self.suggestions.iter().any(|suggestion| !suggestion.detail.is_empty() || !suggestion.also.is_empty());
            let tall = if has_details { ui.metrics().tall_entry } else { ui.metrics().entry };
            let size = vec2(frame.width() - 14.0, tall * entries.len().min(SEEN) as f32);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            ui.within(rect, "entries", |ui| self.entries_ui(ui, tall, state, entries))
        });
        shown.and_then(|shown| shown.inner)
    }

    fn entries_ui(&self, ui: &mut Ui, tall: f32, state: &mut ListState, entries: &[Entry]) -> Option<Entry> {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::ListBox);
            node.set_label(self.label);
            node.set_size_of_set(entries.len());
        });
        let reveals = std::mem::take(&mut state.reveals);
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut seen = egui::Rect::NOTHING;
        let output = scroll_vertical(ui, "entries", |ui, area| {
            area.show_viewport(ui, |ui, viewport| {
                seen = viewport;
                ui.set_height(tall * entries.len() as f32);
                // The bar has its own room.
                let mut lane = ui.max_rect();
                if entries.len() > SEEN {
                    ui.direction().take_end(&mut lane, REACH);
                }
                let place = |at: usize| {
                    Rect::from_min_size(pos2(lane.left(), lane.top() + tall * at as f32), vec2(lane.width(), tall))
                };
                if reveals {
                    ui.scroll_to_rect(place(state.at), None);
                }
                let first = (viewport.min.y / tall).floor().max(0.0) as usize;
                let last = (viewport.max.y / tall).ceil().max(0.0) as usize;
                let mut chosen = None;
                for (at, &entry) in entries.iter().enumerate().take(last).skip(first) {
                    let response = self.entry_ui(ui, place(at), at, entry, state);
                    if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                        state.at = at;
                    }
                    if response.clicked() {
                        chosen = Some(entry);
                    }
                }
                chosen
            })
        });
        let mut lane = output.inner_rect;
        if entries.len() > SEEN {
            ui.direction().take_end(&mut lane, REACH);
        }
        fade_rows(ui, lane, tall, seen, entries.len());
        output.inner
    }

    fn entry_ui(&self, ui: &mut Ui, rect: Rect, at: usize, entry: Entry, state: &ListState) -> Response {
        let is_current = at == state.at;
        let (create, nothing) = (self.create, Suggestion::default());
        let offer = Suggestion { text: create.map(|words| words(self.typed.trim())).unwrap_or_default(), ..nothing };
        let suggestion = match entry {
            Entry::Suggestion(index) => self.suggestions.get(index).unwrap_or(&offer),
            Entry::Create => &offer,
        };
        // The focus stays in the field: the list is walked from there.
        let response = ui.interact(rect, self.option(at), Sense::CLICK);
        let meant = if state.is_filtered { suggestion.meant(self.typed) } else { None };
        let detail = meant.unwrap_or(&suggestion.detail);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &suggestion.text));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(detail);
            node.set_position_in_set(at);
        });
        let tokens = ui.tokens();
        let direction = ui.direction();
        if is_current {
            paint::active_entry(ui, rect.shrink2(vec2(0.0, 1.0)));
        }
        let mut content = rect.shrink2(vec2(8.0, 4.0));
        if !suggestion.letters.is_empty() {
            let place = direction.take_start(&mut content, 28.0);
            let place = Rect::from_center_size(place.center(), Vec2::splat(28.0));
            ui.row_within(place, response.id.with("mark"), |ui| avatar(ui, &suggestion.letters, 28.0));
            direction.take_start(&mut content, 8.0);
        }
        if entry == Entry::Create {
            let place = direction.take_start(&mut content, 14.0);
            let place = Rect::from_center_size(place.center(), Vec2::splat(12.0));
            Icon::Plus.paint(ui.painter(), place, tokens.ink_weak, false);
            direction.take_start(&mut content, 6.0);
        }
        let (upper, lower) = match detail.is_empty() {
            true => (content, None),
            false => {
                let (upper, lower) = content.split_top_bottom_at_fraction(0.55);
                (upper, Some(lower))
            }
        };
        let ink = if entry == Entry::Create { tokens.ink_weak } else { tokens.ink };
        // What was chosen before is not what is looked for.
        let is_marked = entry != Entry::Create && state.is_filtered;
        let marks = if is_marked { marks(&suggestion.text, self.typed) } else { Vec::new() };
        paint::marked_line(ui, upper, &suggestion.text, &marks, (Type::Interface, Weight::Regular), ink);
        if let Some(lower) = lower {
            let words = (Type::Caption, Weight::Regular);
            paint::line_in(ui, lower, direction.start_center(), detail, words, tokens.ink_weak);
        }
        response
    }

    fn option(&self, at: usize) -> Id {
        self.id.with(("option", at))
    }

    /// Tells screen readers that the field has a list, and which entry it stands at.
    pub(super) fn announce(&self, ui: &Ui, editor: Id, state: &ListState, entries: &[Entry]) {
        ui.ctx().accesskit_node_builder(editor, |node| node.set_role(Role::EditableComboBox));
        self.announce_in_text(ui, editor, state, entries);
    }

    /// The same of a text, which is a text whether a list is open in it or not.
    pub(super) fn announce_in_text(&self, ui: &Ui, editor: Id, state: &ListState, entries: &[Entry]) {
        let is_open = state.is_open && !entries.is_empty();
        let option = self.option(state.at);
        // What is out of sight was not drawn and can't be spoken of; it comes into sight with the next frame.
        let is_drawn = is_open && ui.ctx().read_response(option).is_some();
        ui.ctx().accesskit_node_builder(editor, |node| {
            node.set_has_popup(HasPopup::Listbox);
            node.set_auto_complete(AutoComplete::List);
            node.set_expanded(is_open);
            node.add_action(if is_open { Action::Collapse } else { Action::Expand });
            if is_drawn {
                node.set_active_descendant(option.accesskit_id());
            }
        });
    }

    /// Is the pointer over the open list?
    pub(super) fn is_under_pointer(&self, ui: &Ui, frame: Rect) -> bool {
        let list = Popup::new(self.id.with("list"), ui.ctx().clone(), frame, ui.layer_id()).get_popup_rect();
        list.zip(ui.ctx().pointer_latest_pos()).is_some_and(|(list, at)| list.contains(at))
    }
}

/// What opens holds the list and nothing else: it is no window of its own to who hears it.
fn holds_a_list(ui: &Ui, owner: Id) {
    let popup = ui.stack().iter().find(|stack| stack.kind() == Some(UiKind::Popup)).map(|stack| stack.unique_id);
    if let Some(popup) = popup {
        ui.ctx().accesskit_node_builder(popup, |node| node.set_role(Role::GenericContainer));
        belongs_to(ui.ctx(), popup, owner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestions() -> Vec<Suggestion> {
        ["أمانة منطقة الواحة", "جمعية أمان", "وزارة تنمية المدن والقرى", "الأمن الصناعي"]
            .map(|text| Suggestion { text: text.to_owned(), ..Suggestion::default() })
            .to_vec()
    }

    fn check(typed: &str, taken: &[&str], expected: &[Entry]) {
        let suggestions = suggestions();
        let taken: Vec<String> = taken.iter().map(|&text| text.to_owned()).collect();
        let create = |_: &str| String::new();
        let list = List {
            id: Id::unique("list"),
            label: "",
            suggestions: &suggestions,
            create: Some(&create),
            typed,
            taken: &taken,
        };
        let mut state = ListState::default();
        state.typed();
        assert_eq!(list.entries(&state), expected, "{typed}");
    }

    #[test]
    fn what_begins_with_the_words_comes_first_and_the_offer_last() {
        use Entry::{Create, Suggestion};
        check("امان", &[], &[Suggestion(0), Suggestion(1), Create]);
        check("امن", &[], &[Suggestion(3), Create]);
        check("المدن وزارة", &[], &[Suggestion(2), Create]);
        check("جمعية أمان", &[], &[Suggestion(1)]);
        check("لا أحد", &[], &[Create]);
    }

    #[test]
    fn what_is_there_already_is_not_offered_again() {
        use Entry::{Create, Suggestion};
        check("امان", &["جمعية أمان"], &[Suggestion(0), Create]);
        check("جديد", &["جديد"], &[]);
        check("", &["جمعية أمان"], &[Suggestion(0), Suggestion(2), Suggestion(3)]);
    }

    #[test]
    fn what_goes_by_another_name_is_found_by_it_and_not_made_again() {
        use Entry::{Create, Suggestion as Found};
        let also = "وزارة البلديات والقرى\nالوزارة".to_owned();
        let suggestions = [
            Suggestion { text: "وزارة المدن".to_owned(), also, ..Suggestion::default() },
            Suggestion { text: "مركز البلديات".to_owned(), ..Suggestion::default() },
        ];
        let create = |_: &str| String::new();
        let check = |typed: &str, expected: &[Entry], meant: Option<&str>| {
            let list = List {
                id: Id::unique("list"),
                label: "",
                suggestions: &suggestions,
                create: Some(&create),
                typed,
                taken: &[],
            };
            let mut state = ListState::default();
            state.typed();
            assert_eq!(list.entries(&state), expected, "{typed}");
            assert_eq!(suggestions[0].meant(typed), meant, "{typed}");
        };
        check("البلديات", &[Found(1), Found(0), Create], Some("وزارة البلديات والقرى"));
        check("الوزارة", &[Found(0)], Some("الوزارة"));
        check("المدن", &[Found(0), Create], None);
    }
}
