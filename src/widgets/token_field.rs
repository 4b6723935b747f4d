//! A field for several things: each is a chip inside the frame, the next one is typed behind them.
//!
//! # Keyboard
//! Typing filters what is suggested; Enter takes the entry the list stands at, and so does a comma («,», «،», «;», «؛»)
//! with what was typed. A pasted list becomes a chip for each part. Backspace before the first letter removes the last
//! chip. The arrow that leads from the text to the chips walks them as they are seen; there Backspace and Delete remove,
//! Home goes to the first, and End, Escape or any letter lead back to the text. Ctrl+Z brings back a chip that went and
//! takes one back that came, Ctrl+Y does it again. Tab leaves.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui) {
//! use tansiq::widgets::{Suggestion, TokenDraft, TokenField};
//! let mut tags = TokenDraft::new(["parks"]);
//! let known = ["parks", "roads"].map(|text| Suggestion { text: text.into(), ..Suggestion::default() });
//! let remove = |token: &str| format!("Remove {token}");
//! TokenField::new(&mut tags, "Tags", &known, &remove).show(ui);
//! # }
//! ```

use super::combo::{close_when_left, opens};
use super::direction::UiExt;
use super::field::keep_escape;
use super::steps;
use super::suggestion::Suggestion;
use super::suggestions::{Entry, List, ListState};
use super::surround::{Surround, surround_builders};
use super::token_chips::{Clicked, Flow, chip_id, chips_ui};
use crate::arabic::{self, is_list_sign};
use crate::text::{Leave, TextField, say};
use egui::{Event, Id, Key, Modifiers, Response, Ui};
use std::sync::Arc;

/// What stands in a token field: its chips, and what is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenDraft {
    tokens: Vec<String>,
    typed: String,
}

impl TokenDraft {
    /// Starts with these.
    pub fn new<T: Into<String>>(tokens: impl IntoIterator<Item = T>) -> Self {
        Self { tokens: tokens.into_iter().map(Into::into).collect(), typed: String::new() }
    }

    /// The chips, in order.
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// What was typed and is no chip yet.
    pub fn typed(&self) -> &str {
        self.typed.trim()
    }

    /// Adds one, unless it is there already in whatever spelling. Says whether it was added.
    pub fn add(&mut self, token: &str) -> bool {
        let folded = arabic::fold(token);
        let is_new = !folded.is_empty() && self.tokens.iter().all(|other| arabic::fold(other) != folded);
        if is_new {
            self.tokens.push(token.trim().to_owned());
        }
        is_new
    }

    /// Takes what was typed apart at its commas. Each part becomes a chip when it is known, or when anything may be
    /// added; the others stay typed.
    fn take(&mut self, text: &str, suggestions: &[Suggestion], can_create: bool) {
        let mut left = Vec::new();
        for part in text.split(is_list_sign).map(str::trim).filter(|part| !part.is_empty()) {
            let folded = arabic::fold(part);
            let known = suggestions.iter().find(|suggestion| arabic::fold(&suggestion.text) == folded);
            match known {
                Some(known) => _ = self.add(&known.text),
                None if can_create => _ = self.add(part),
                None => left.push(part),
            }
        }
        self.typed = left.join(" ");
    }

    /// The same while one types: what stands behind the last comma has only been begun. Letters that come quickly arrive
    /// together with the comma before them.
    fn take_ended(&mut self, suggestions: &[Suggestion], can_create: bool) {
        let text = std::mem::take(&mut self.typed);
        let Some((ended, begun)) = text.rsplit_once(is_list_sign) else {
            self.typed = text;
            return;
        };
        self.take(ended, suggestions, can_create);
        let begun = begun.trim_start();
        let between = if self.typed.is_empty() || begun.is_empty() { "" } else { " " };
        self.typed = format!("{}{between}{begun}", self.typed);
    }
}

/// A field for several things.
#[must_use = "show it"]
pub struct TokenField<'a> {
    draft: &'a mut TokenDraft,
    surround: Surround<'a>,
    hint: &'a str,
    suggestions: &'a [Suggestion],
    create: Option<&'a dyn Fn(&str) -> String>,
    remove: &'a dyn Fn(&str) -> String,
}

/// What the person did.
pub struct TokenOutput {
    /// Of the text that is being typed.
    pub response: Response,
    /// A chip came or went.
    pub changed: bool,
    /// Something was typed.
    pub typed: bool,
    /// Enter, with nothing typed.
    pub submitted: bool,
}

/// What is kept between frames.
#[derive(Clone, Copy, Default)]
struct TokenState {
    list: ListState,
    /// The chip the keys are at.
    chip: Option<usize>,
}

impl<'a> TokenField<'a> {
    /// `label` stands above and is its accessible name; `remove` names the cross of a chip.
    pub fn new(
        draft: &'a mut TokenDraft,
        label: &'a str,
        suggestions: &'a [Suggestion],
        remove: &'a dyn Fn(&str) -> String,
    ) -> Self {
        Self { draft, surround: Surround::new(label), hint: "", suggestions, create: None, remove }
    }

    surround_builders!();

    /// Anything may be added; the list offers it in these words.
    pub const fn create(mut self, words: &'a dyn Fn(&str) -> String) -> Self {
        self.create = Some(words);
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> TokenOutput {
        let Self { draft, mut surround, hint, suggestions, create, remove } = self;
        let id = ui.scope_id().with(("tokens", surround.label));
        let editor = surround.editor(ui);
        let mut state: TokenState = ui.ctx().data(|data| data.get_temp(id)).unwrap_or_default();
        let before = draft.clone();
        let had_focus = surround.enabled && ui.memory(|memory| memory.has_focus(editor));
        let mut is_asked = false;
        let mut chosen = None;
        let stepped = if had_focus { steps::taken(ui, id, draft) } else { None };
        let is_stepped = stepped.is_some();
        if let Some(stepped) = stepped {
            *draft = stepped;
            state = TokenState::default();
        }
        if had_focus {
            pasted(ui, draft, suggestions, create.is_some());
            chip_keys(ui, draft, &mut state);
            let typed = draft.typed.clone();
            let list = List { id, label: surround.label, suggestions, create, typed: &typed, taken: &draft.tokens };
            if state.list.is_open {
                let entries = list.entries(&state.list);
                chosen = list.keys(ui, &mut state.list, &entries);
                surround.is_open = state.list.is_open && !entries.is_empty();
            } else {
                is_asked = opens(ui);
            }
        }
        let is_towards = had_focus && leads_to_chips(ui);
        let flow = Flow::new(ui, &draft.tokens, surround.width.min(ui.available_width()), surround.enabled);
        let name = surround.name();
        let (frame, response, (typed, submitted, leave, clicked)) = surround.show(ui, flow.tall, |ui, frame| {
            let clicked = chips_ui(ui, id, &flow, frame, &draft.tokens, state.chip, remove);
            let is_enabled = ui.is_enabled();
            let place = flow.place(flow.typing, frame, ui.direction());
            let is_empty = draft.tokens.is_empty();
            let output = ui.row_within(place, ("text", editor), |ui| {
                TextField::new(&mut draft.typed)
                    .id(editor)
                    .label(name)
                    .hint(if is_empty { hint } else { "" })
                    .width(place.width())
                    .read_only(!is_enabled)
                    .show(ui)
            });
            (output.response, (output.changed, output.submitted, output.leave, clicked))
        });
        match clicked {
            Some(Clicked::Chip(at)) => state.chip = Some(at),
            Some(Clicked::Cross(at)) => {
                draft.tokens.remove(at);
                state.chip = None;
            }
            None => {}
        }
        // A click anywhere in the frame is for the field.
        let is_in_frame = ui.input(|input| input.pointer.primary_clicked()) && ui.rect_contains_pointer(frame);
        if surround.enabled && ui.is_enabled() && (clicked.is_some() || is_in_frame) {
            response.request_focus();
        }
        if typed {
            state.chip = None;
            state.list.typed();
            draft.take_ended(suggestions, create.is_some());
            state.list.is_open = !draft.typed.is_empty();
        }
        if is_asked {
            state.list.open_at(0);
        }
        leave_to_chips(ui, draft, leave, is_towards, &mut state);
        let words = draft.typed.clone();
        let taken = draft.tokens.clone();
        let list = List { id, label: surround.label, suggestions, create, typed: &words, taken: &taken };
        let entries = if state.list.is_open { list.entries(&state.list) } else { Vec::new() };
        if state.list.is_open && !entries.is_empty() && chosen.is_none() {
            chosen = list.show(ui, frame, &mut state.list, &entries);
        }
        close_when_left(ui, &list, &response, frame, chosen.is_some(), &mut state.list);
        list.announce(ui, editor, &state.list, &entries);
        if let Some(chip) = state.chip {
            let chip = chip_id(id, chip);
            ui.ctx().accesskit_node_builder(editor, |node| node.set_active_descendant(chip.accesskit_id()));
            // It was drawn before the keys came to it.
            if ui.ctx().has_accesskit_node(chip) {
                ui.ctx().accesskit_node_builder(chip, |node| node.set_selected(true));
            }
        }
        describe(ui, id, &response, &draft.tokens);
        if response.has_focus() && (state.list.is_open || state.chip.is_some()) {
            keep_escape(ui, editor);
        }
        let is_submitted = submitted && chosen.is_none();
        match chosen {
            Some(Entry::Suggestion(index)) => {
                if let Some(suggestion) = suggestions.get(index) {
                    draft.add(&suggestion.text);
                }
                draft.typed.clear();
                response.request_focus();
            }
            Some(Entry::Create) => {
                draft.add(&words);
                draft.typed.clear();
                response.request_focus();
            }
            // What is typed to its end is taken by Enter, and by leaving.
            None if is_submitted || response.lost_focus() => {
                let can_create = create.is_some() && is_submitted;
                draft.take(&words, suggestions, can_create);
                state.chip = None;
            }
            None => {}
        }
        let changed = draft.tokens != before.tokens;
        if changed {
            say_changed(ui, &before.tokens, &draft.tokens, remove);
            if !is_stepped {
                steps::did(ui, id, before, draft.clone());
            }
            ui.ctx().request_repaint();
        }
        ui.ctx().data_mut(|data| data.insert_temp(id, state));
        TokenOutput { response, changed, typed, submitted: is_submitted && words.is_empty() }
    }
}

/// Between the chips as they are heard: a screen reader rests there.
const REST: &str = ". ";

/// Says which chips stand in the field to who comes to it. While one is in it, what comes and goes is said by itself.
fn describe(ui: &Ui, id: Id, text: &Response, tokens: &[String]) {
    if !ui.ctx().has_accesskit_node(text.id) {
        return;
    }
    let kept = id.with("heard");
    if !text.has_focus() {
        ui.data_mut(|data| data.insert_temp::<Arc<str>>(kept, tokens.join(REST).into()));
    }
    let Some(heard) = ui.data(|data| data.get_temp::<Arc<str>>(kept)).filter(|heard| !heard.is_empty()) else { return };
    ui.ctx().accesskit_node_builder(text.id, |node| {
        let about = node.description().map_or_else(|| heard.to_string(), |about| [&heard, about].join(REST));
        node.set_description(about);
    });
}

/// Says what came, and what went in the words of its cross.
fn say_changed(ui: &Ui, before: &[String], now: &[String], remove: &dyn Fn(&str) -> String) {
    let went = before.iter().filter(|token| !now.contains(token)).map(|token| remove(token));
    let came = now.iter().filter(|token| !before.contains(token)).cloned();
    say(ui.ctx(), &went.chain(came).collect::<Vec<_>>().join(REST));
}

/// A pasted list, before the editor makes one line of it.
fn pasted(ui: &Ui, draft: &mut TokenDraft, suggestions: &[Suggestion], can_create: bool) {
    let pasted = ui.input_mut(|input| {
        let is_list = |event: &Event| matches!(event, Event::Paste(text) if text.trim().contains(is_list_sign));
        let at = input.events.iter().position(is_list)?;
        Some(input.events.remove(at))
    });
    if let Some(Event::Paste(text)) = pasted {
        let all = format!("{}{text}", draft.typed);
        draft.take(&all, suggestions, can_create);
    }
}

/// The keys while one of the chips is the current one.
fn chip_keys(ui: &Ui, draft: &mut TokenDraft, state: &mut TokenState) {
    let Some(at) = state.chip.filter(|at| *at < draft.tokens.len()) else {
        state.chip = None;
        return;
    };
    let direction = ui.direction();
    let last = draft.tokens.len() - 1;
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(direction.back_key()) {
            state.chip = Some(at.saturating_sub(1));
        } else if pressed(direction.forward_key()) {
            state.chip = (at < last).then_some(at + 1);
        } else if pressed(Key::Backspace) {
            draft.tokens.remove(at);
            state.chip = (last > 0).then(|| at.saturating_sub(1));
        } else if pressed(Key::Delete) {
            draft.tokens.remove(at);
            state.chip = (at < last).then_some(at);
        } else if pressed(Key::Home) {
            state.chip = Some(0);
        } else if pressed(Key::End) || pressed(Key::Escape) {
            state.chip = None;
        }
    });
}

/// Backspace before the first letter removes the last chip; an arrow out of the text leads to it.
fn leave_to_chips(ui: &Ui, draft: &mut TokenDraft, leave: Option<Leave>, is_towards: bool, state: &mut TokenState) {
    let Some(leave) = leave else { return };
    match leave {
        Leave::Start { backspace: true } => _ = draft.tokens.pop(),
        Leave::Start { backspace: false } | Leave::End => {
            state.chip = draft.tokens.len().checked_sub(1).filter(|_| is_towards);
        }
    }
    ui.ctx().request_repaint();
}

/// Was the arrow pressed that leads from the text towards the chips, as they are seen?
fn leads_to_chips(ui: &Ui) -> bool {
    let towards = ui.direction().back_key();
    let is = |event: &Event| matches!(event, Event::Key { key, pressed: true, .. } if *key == towards);
    ui.input(|input| input.events.iter().any(is))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Suggestion> {
        ["أحمد العمري", "سعاد النجدي"].map(|text| Suggestion { text: text.into(), ..Suggestion::default() }).to_vec()
    }

    fn check(text: &str, can_create: bool, tokens: &[&str], typed: &str) {
        let mut draft = TokenDraft::default();
        draft.take(text, &known(), can_create);
        assert_eq!(
            (draft.tokens(), draft.typed()),
            (tokens.iter().map(|&token| token.to_owned()).collect::<Vec<_>>().as_slice(), typed),
            "{text}"
        );
    }

    #[test]
    fn a_list_is_taken_apart_at_any_comma() {
        check("حدائق، طرق", true, &["حدائق", "طرق"], "");
        check("parks, roads; lights", true, &["parks", "roads", "lights"], "");
        check("حدائق؛\nطرق\n", true, &["حدائق", "طرق"], "");
        check(" ، ,", true, &[], "");
    }

    #[test]
    fn what_is_known_is_found_in_any_spelling() {
        check("احمد العمرى", false, &["أحمد العمري"], "");
        check("احمد العمري، مجهول", false, &["أحمد العمري"], "مجهول");
    }

    #[test]
    fn a_word_that_is_begun_behind_a_comma_is_not_cut_short() {
        let check = |typed: &str, can_create: bool, tokens: &[&str], left: &str| {
            let mut draft = TokenDraft { typed: typed.to_owned(), ..TokenDraft::default() };
            draft.take_ended(&known(), can_create);
            assert_eq!(
                (draft.tokens.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), draft.typed.as_str()),
                (tokens, left)
            );
        };
        check("park,r", true, &["park"], "r");
        check("حدائق، طر", true, &["حدائق"], "طر");
        check("parks,", true, &["parks"], "");
        check("مجهول، طر", false, &[], "مجهول طر");
        check("road side", true, &[], "road side");
    }

    #[test]
    fn nothing_is_there_twice() {
        check("طرق، طُرُق, طرق", true, &["طرق"], "");
    }
}
