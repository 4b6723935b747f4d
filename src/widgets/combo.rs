//! A field that suggests what is already there, found whatever way it was spelt, and offers to add what is not.

use super::direction::UiExt;
use super::field::Field;
use super::icon::Icon;
use super::mark::avatar;
use super::paint;
use super::theme::{RADIUS_CONTROL, Type};
use crate::arabic;
use crate::text::Weight;
use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RectAlign, Response, Sense, Ui, Vec2, WidgetInfo};
use egui::{Role, vec2};

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What is chosen.
    pub text: String,
    /// What tells it from its namesakes.
    pub detail: String,
    /// Two letters for a round mark; empty for none.
    pub letters: String,
}

/// A field with suggestions.
#[must_use = "show it"]
pub struct ComboField<'a> {
    text: &'a mut String,
    label: &'a str,
    hint: &'a str,
    suggestions: &'a [Suggestion],
    create: Option<&'a dyn Fn(&str) -> String>,
    width: f32,
    label_shown: bool,
}

/// What the person did.
pub struct ComboOutput {
    /// Of the text itself.
    pub response: Response,
    /// Something was typed.
    pub changed: bool,
    /// This suggestion was chosen; its text stands in the field.
    pub picked: Option<usize>,
    /// What was typed is to be added as something new.
    pub created: bool,
    /// Enter, with no list open.
    pub submitted: bool,
}

/// How many suggestions are shown at once.
const SHOWN: usize = 7;

#[derive(Clone, Copy, Default)]
struct ComboState {
    editor: Option<Id>,
    is_open: bool,
    at: usize,
}

/// A line of the open list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Suggestion(usize),
    Create,
}

impl<'a> ComboField<'a> {
    /// A field with these suggestions.
    pub fn new(text: &'a mut String, label: &'a str, suggestions: &'a [Suggestion]) -> Self {
        Self { text, label, hint: "", suggestions, create: None, width: f32::INFINITY, label_shown: true }
    }

    /// Pale words in the empty field.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Offers to add what was typed, in these words: «+ جهة جديدة …».
    pub const fn create(mut self, words: &'a dyn Fn(&str) -> String) -> Self {
        self.create = Some(words);
        self
    }

    /// That wide.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// The label is only heard, not shown.
    pub const fn bare(mut self) -> Self {
        self.label_shown = false;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> ComboOutput {
        let id = ui.scope_id().with(("combo", self.label));
        let mut state: ComboState = ui.ctx().data(|data| data.get_temp(id)).unwrap_or_default();
        let had_focus = state.editor.is_some_and(|editor| ui.memory(|memory| memory.has_focus(editor)));
        let entries = if state.is_open { self.entries() } else { Vec::new() };
        // The list's keys are taken before the field sees them.
        let mut chosen = (had_focus && state.is_open).then(|| keys(ui, &mut state, &entries)).flatten();
        if had_focus && !state.is_open && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            state.is_open = true;
        }

        let Self { text, label, hint, suggestions, create, width, label_shown } = self;
        let mut field = Field::new(&mut *text, label).hint(hint).width(width);
        if !label_shown {
            field = field.bare();
        }
        let output = field.show(ui);
        state.editor = Some(output.response.id);
        if output.changed {
            state.is_open = true;
            state.at = 0;
        }
        let editor = output.response.id;
        ui.ctx().accesskit_node_builder(editor, |node| {
            node.set_role(Role::EditableComboBox);
            node.set_expanded(state.is_open);
        });
        if state.is_open && !entries.is_empty() && chosen.is_none() {
            chosen = list_ui(ui, id, output.frame, label, &entries, &mut state, |entry| match entry {
                Entry::Suggestion(index) => suggestions.get(index).cloned().unwrap_or_default(),
                Entry::Create => Suggestion {
                    text: create.map(|words| words(text.trim())).unwrap_or_default(),
                    ..Suggestion::default()
                },
            });
        } else if state.is_open {
            ui.ctx().request_repaint();
        }
        if (output.response.lost_focus() && chosen.is_none() && !ui.input(|input| input.pointer.any_down()))
            || chosen.is_some()
        {
            state.is_open = false;
        }
        if ui.input(|input| input.pointer.any_pressed()) && !output.response.has_focus() && chosen.is_none() {
            let over = ui.ctx().pointer_latest_pos();
            let list = Popup::new(id.with("list"), ui.ctx().clone(), output.frame, ui.layer_id()).get_popup_rect();
            state.is_open &= list.zip(over).is_some_and(|(list, at)| list.contains(at));
        }
        // A click on the list takes the focus from the field; Tab has to lead on from here.
        if chosen.is_some() {
            output.response.request_focus();
        }
        let picked = if let Some(Entry::Suggestion(index)) = chosen { Some(index) } else { None };
        if let Some(suggestion) = picked.and_then(|index| suggestions.get(index)) {
            text.clone_from(&suggestion.text);
        }
        let submitted = output.submitted && chosen.is_none() && !state.is_open;
        let created = chosen == Some(Entry::Create);
        ui.ctx().data_mut(|data| data.insert_temp(id, state));
        ComboOutput { response: output.response, changed: output.changed, picked, created, submitted }
    }

    /// The suggestions that hold what was typed, folded; then the offer to add it.
    fn entries(&self) -> Vec<Entry> {
        let typed = arabic::fold(self.text.trim());
        let mut found: Vec<(bool, usize)> = self
            .suggestions
            .iter()
            .enumerate()
            .filter_map(|(index, suggestion)| {
                let folded = arabic::fold(&suggestion.text);
                folded.contains(&typed).then(|| (!folded.starts_with(&typed), index))
            })
            .collect();
        // Those that begin with it come first, each group in the order it was given.
        found.sort_by_key(|&(is_inside, _)| is_inside);
        let mut entries: Vec<Entry> =
            found.into_iter().take(SHOWN).map(|(_, index)| Entry::Suggestion(index)).collect();
        let is_there = self.suggestions.iter().any(|suggestion| suggestion.text.trim() == self.text.trim());
        if self.create.is_some() && !typed.is_empty() && !is_there {
            entries.push(Entry::Create);
        }
        entries
    }
}

/// Walks the list; answers what Enter chose.
fn keys(ui: &Ui, state: &mut ComboState, entries: &[Entry]) -> Option<Entry> {
    let count = entries.len().max(1);
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
            state.at = (state.at + 1) % count;
        } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
            state.at = (state.at + count - 1) % count;
        } else if input.consume_key(Modifiers::NONE, Key::Escape) {
            state.is_open = false;
        } else if !entries.is_empty() && input.consume_key(Modifiers::NONE, Key::Enter) {
            return entries.get(state.at).copied();
        } else if input.key_pressed(Key::Tab) {
            state.is_open = false;
        }
        None
    })
}

fn list_ui(
    ui: &Ui,
    id: Id,
    frame: Rect,
    label: &str,
    entries: &[Entry],
    state: &mut ComboState,
    words: impl Fn(Entry) -> Suggestion,
) -> Option<Entry> {
    let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let popup = Popup::new(id.with("list"), ui.ctx().clone(), frame, ui.layer_id())
        .align(align)
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(label)
        .width(frame.width());
    let shown = popup.show(|ui| {
        ui.set_width(frame.width() - 14.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut chosen = None;
        for (place, &entry) in entries.iter().enumerate() {
            let suggestion = words(entry);
            let response = entry_ui(ui, &suggestion, entry, place == state.at);
            if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                state.at = place;
            }
            if response.clicked() {
                chosen = Some(entry);
            }
        }
        chosen
    });
    shown.and_then(|shown| shown.inner)
}

fn entry_ui(ui: &mut Ui, suggestion: &Suggestion, entry: Entry, is_current: bool) -> Response {
    let tall = if suggestion.detail.is_empty() { ui.metrics().entry } else { ui.metrics().tall_entry };
    // The focus stays in the field: the list is walked from there.
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &suggestion.text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(suggestion.detail.as_str());
    });
    let tokens = ui.tokens();
    let direction = ui.direction();
    if is_current {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.accent_wash);
    }
    let mut content = rect.shrink2(vec2(8.0, 4.0));
    if !suggestion.letters.is_empty() {
        let place = direction.take_start(&mut content, 28.0);
        ui.row_within(Rect::from_center_size(place.center(), Vec2::splat(28.0)), response.id.with("mark"), |ui| {
            avatar(ui, &suggestion.letters, 28.0);
        });
        direction.take_start(&mut content, 8.0);
    }
    if entry == Entry::Create {
        let place = direction.take_start(&mut content, 14.0);
        let place = Rect::from_center_size(place.center(), Vec2::splat(12.0));
        Icon::Plus.paint(ui.painter(), place, tokens.ink_weak, false);
        direction.take_start(&mut content, 6.0);
    }
    let ink = if entry == Entry::Create { tokens.ink_weak } else { tokens.ink };
    let align = direction.start_center();
    let words = (Type::Interface, Weight::Regular);
    if suggestion.detail.is_empty() {
        paint::line_in(ui, content, align, &suggestion.text, words, ink);
    } else {
        let (upper, lower) = content.split_top_bottom_at_fraction(0.55);
        paint::line_in(ui, upper, align, &suggestion.text, words, ink);
        paint::line_in(ui, lower, align, &suggestion.detail, (Type::Caption, Weight::Regular), tokens.ink_weak);
    }
    response
}
