//! The list that opens at the caret while a name is typed after a sign: «@», «#», «/».
//!
//! Apart from the fields that suggest because the text it belongs to is not a field's: the caller says what is typed,
//! where the caret stands, and what becomes of a choice. The focus stays in the text all the while.

use super::combo::Suggestion;
use super::direction::UiExt;
use super::suggestions::{Entry, List, ListState};
use crate::text::keep_keys;
use egui::{EventFilter, Id, Rect, Ui, vec2};

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InlineChoice {
    /// One of the suggestions.
    Suggestion(usize),
    /// The offer to make what was typed.
    Create,
}

/// What is kept of an open list between frames.
#[derive(Clone, Default)]
pub struct InlineListState {
    list: ListState,
    typed: String,
}

impl InlineListState {
    /// A list that has just opened.
    pub fn new() -> Self {
        let mut list = ListState::default();
        list.typed();
        Self { list, typed: String::new() }
    }

    /// It was closed with Esc, or with Shift+Tab.
    pub const fn is_closed(&self) -> bool {
        !self.list.is_open
    }
}

/// A list at the caret.
///
/// # Keyboard
/// Up and Down walk it, Enter or Tab chooses, Esc closes it and leaves what was typed; every other key goes to the text.
///
/// # Example
/// ```
/// # egui::__run_test_ui(|ui| {
/// # tansiq::text::install(ui.ctx());
/// use tansiq::widgets::{InlineList, InlineListState, Suggestion};
///
/// let people = [Suggestion { text: "Huda".to_owned(), ..Suggestion::default() }];
/// let mut state = InlineListState::new();
/// let list = InlineList { id: egui::Id::unique("people"), label: "People", suggestions: &people, create: None, typed: "hu" };
/// let chosen = list.keys(ui, &mut state); // before the text sees the keys
/// # let text = ui.label("…");
/// let clicked = list.show(ui, text.id, text.rect, &mut state); // below the caret
/// # assert_eq!(chosen.or(clicked), None);
/// # });
/// ```
#[derive(Clone, Copy)]
pub struct InlineList<'a> {
    /// The same in every frame.
    pub id: Id,
    /// What screen readers call it.
    pub label: &'a str,
    /// What may be chosen, the likeliest first.
    pub suggestions: &'a [Suggestion],
    /// How the offer to make what was typed is worded; nothing makes none.
    pub create: Option<&'a dyn Fn(&str) -> String>,
    /// What was typed behind the sign.
    pub typed: &'a str,
}

/// As wide as a name with its body needs, in points.
const WIDTH: f32 = 300.0;

impl InlineList<'_> {
    fn list(&self) -> List<'_> {
        let Self { id, label, suggestions, create, typed } = *self;
        List { id, label, suggestions, create, typed, taken: &[] }
    }

    /// Is there anything to choose from?
    pub fn is_empty(&self, state: &InlineListState) -> bool {
        self.list().entries(&state.list).is_empty()
    }

    /// Takes the list's keys before the text sees them; answers what Enter or Tab chose.
    pub fn keys(&self, ui: &Ui, state: &mut InlineListState) -> Option<InlineChoice> {
        if state.typed != self.typed {
            self.typed.clone_into(&mut state.typed);
            state.list.typed();
        }
        let entries = self.list().entries(&state.list);
        if entries.is_empty() {
            return None;
        }
        self.list().keys_in_text(ui, &mut state.list, &entries).map(choice)
    }

    /// Draws it below the caret and tells screen readers that the text `editor` has it; answers what was clicked.
    pub fn show(&self, ui: &Ui, editor: Id, caret: Rect, state: &mut InlineListState) -> Option<InlineChoice> {
        let list = self.list();
        let entries = list.entries(&state.list);
        if state.is_closed() || entries.is_empty() {
            return None;
        }
        keep_for_list(ui, editor);
        let frame = frame(ui, caret);
        let chosen = list.show(ui, frame, &mut state.list, &entries);
        list.announce_in_text(ui, editor, &state.list, &entries);
        chosen.map(choice)
    }

    /// Is the pointer over the list that hangs from this caret? A press there takes the focus from the text for a moment.
    pub fn is_under_pointer(&self, ui: &Ui, caret: Rect) -> bool {
        self.list().is_under_pointer(ui, frame(ui, caret))
    }
}

/// In the next frame Escape and Tab are for the list: egui would take the focus away with them.
fn keep_for_list(ui: &Ui, editor: Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    keep_keys(ui.ctx(), editor, filter);
}

/// What the list hangs from: as wide as the list, with its start at the caret.
fn frame(ui: &Ui, caret: Rect) -> Rect {
    let size = vec2(WIDTH, caret.height() + 8.0);
    let at = caret.center();
    let center = if ui.direction().is_rtl() { at.x - WIDTH / 2.0 } else { at.x + WIDTH / 2.0 };
    Rect::from_center_size(egui::pos2(center, at.y), size)
}

const fn choice(entry: Entry) -> InlineChoice {
    match entry {
        Entry::Suggestion(index) => InlineChoice::Suggestion(index),
        Entry::Create => InlineChoice::Create,
    }
}
