//! A field that suggests what is already there, found whatever way it was spelt, and offers to add what is not.
//!
//! # Keyboard
//! Typing opens the list and filters it; Down, Alt+Down or a click on the arrow opens all of it. Up and Down walk the
//! entries, Page Up and Page Down by a page; Enter chooses, Escape or Alt+Up closes, Tab closes and goes on.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, host: &mut String) {
//! use tansiq::widgets::{ComboField, Suggestion};
//! let known = [Suggestion { text: "Oasis Municipality".into(), ..Suggestion::default() }];
//! let create = |typed: &str| format!("New body “{typed}”");
//! let output = ComboField::new(host, "Host", &known).create(&create).show(ui);
//! if let Some(index) = output.picked {
//!     // `known[index]` was chosen.
//! }
//! # }
//! ```

use super::direction::UiExt;
use super::field::{Field, keep_escape};
use super::icon::Icon;
use super::suggestions::{Entry, List, ListState};
use super::surround::{INSIDE, SIGN_ROOM, sign_place};
use egui::accesskit::Action;
use egui::{Key, Modifiers, Rect, Response, Sense, Ui, Vec2};

pub use super::suggestion::Suggestion;

/// A field with suggestions.
#[must_use = "show it"]
pub struct ComboField<'a> {
    text: &'a mut String,
    label: &'a str,
    hint: &'a str,
    suggestions: &'a [Suggestion],
    create: Option<&'a dyn Fn(&str) -> String>,
    error: Option<&'a str>,
    help: Option<&'a str>,
    width: f32,
    label_shown: bool,
    enabled: bool,
    takes_focus: bool,
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

impl<'a> ComboField<'a> {
    /// A field with these suggestions.
    pub fn new(text: &'a mut String, label: &'a str, suggestions: &'a [Suggestion]) -> Self {
        Self {
            text,
            label,
            hint: "",
            suggestions,
            create: None,
            error: None,
            help: None,
            width: f32::INFINITY,
            label_shown: true,
            enabled: true,
            takes_focus: false,
        }
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

    /// What is wrong, below the field.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// What helps, below the field, while nothing is wrong.
    pub const fn help(mut self, help: Option<&'a str>) -> Self {
        self.help = help;
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

    /// It takes the focus now, before it hears the keys of this frame: what was typed for it already is not lost.
    pub const fn takes_focus(mut self, takes_focus: bool) -> Self {
        self.takes_focus = takes_focus;
        self
    }

    /// Can it be changed now?
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> ComboOutput {
        let id = ui.scope_id().with(("combo", self.label));
        let mut state: ListState = ui.ctx().data(|data| data.get_temp(id)).unwrap_or_default();
        let Self { text, label, suggestions, create, .. } = self;
        let list = |typed| List { id, label, suggestions, create, typed, taken: &[] };
        let mut field = Field::new(&mut *text, label).hint(self.hint).width(self.width);
        field = field.error(self.error).help(self.help).enabled(self.enabled);
        if !self.label_shown {
            field = field.bare();
        }
        let editor = field.editor(ui);
        let typed = field.text().to_owned();
        if self.takes_focus {
            ui.memory_mut(|memory| memory.request_focus(editor));
        }
        let had_focus = ui.memory(|memory| memory.has_focus(editor));
        let entries = if state.is_open { list(&typed).entries(&state) } else { Vec::new() };
        // The list's keys are taken before the field sees them.
        let mut chosen = (had_focus && state.is_open).then(|| list(&typed).keys(ui, &mut state, &entries)).flatten();
        let mut is_asked = had_focus && !state.is_open && opens(ui);
        is_asked |= self.enabled && ui.input(|input| input.has_accesskit_action_request(editor, Action::Expand));

        let arrow_width = if self.label_shown { SIGN_ROOM } else { 0.0 };
        let output = field.opened(state.is_open && !entries.is_empty()).show_with(ui, arrow_width, |ui, rect| {
            let place = sign_place(ui, rect.expand2(Vec2::new(INSIDE, 0.0)), 14.0);
            if arrow_width > 0.0 {
                Icon::Down.paint(ui.painter(), place, ui.tokens().ink_weak, false);
                // Not a button of its own for screen readers: the field itself is what opens.
                let arrow = ui.interact(rect.expand2(Vec2::new(6.0, 8.0)), id.with("arrow"), Sense::hover());
                is_asked |= ui.is_enabled() && arrow.hovered() && ui.input(|input| input.pointer.primary_clicked());
            }
        });
        if output.changed {
            state.typed();
        }
        if is_asked {
            output.response.request_focus();
            let current = suggestions.iter().position(|suggestion| suggestion.text == *text);
            state.open_at(current.unwrap_or(0));
        }
        let entries = if state.is_open { list(text).entries(&state) } else { Vec::new() };
        if state.is_open && !entries.is_empty() && chosen.is_none() {
            chosen = list(text).show(ui, output.frame, &mut state, &entries);
        }
        close_when_left(ui, &list(text), &output.response, output.frame, chosen.is_some(), &mut state);
        list(text).announce(ui, editor, &state, &entries);
        if state.is_open && output.response.has_focus() {
            keep_escape(ui, editor);
        }
        // A click on the list takes the focus from the field; Tab has to lead on from here. What was chosen stands there with the
        // next frame.
        if chosen.is_some() {
            output.response.request_focus();
            ui.ctx().request_repaint();
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
}

/// Was one of the keys pressed that open a list?
pub(super) fn opens(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::ArrowDown) || input.consume_key(Modifiers::ALT, Key::ArrowDown)
    })
}

/// Closes the list when something was chosen, when the focus has gone, and at a click elsewhere.
pub(super) fn close_when_left(
    ui: &Ui,
    list: &List<'_>,
    response: &Response,
    frame: Rect,
    is_chosen: bool,
    state: &mut ListState,
) {
    if is_chosen || (response.lost_focus() && !ui.input(|input| input.pointer.any_down())) {
        state.is_open = false;
    }
    if ui.input(|input| input.pointer.any_pressed()) && !response.has_focus() {
        state.is_open &= list.is_under_pointer(ui, frame);
    }
}
