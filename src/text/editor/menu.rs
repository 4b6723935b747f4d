//! The context menu: below the pointer, or at the caret where the Menu key or Shift+F10 asks for it; then the arrows walk it,
//! Enter chooses, and the text has the focus again when it is left. Its words come from the caller: this module has no
//! language.

use egui::{Context, EventFilter, Id, Key, Modifiers, Popup, Pos2, Response, Ui};

use crate::text::bidi::Direction;

/// What the context menu says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Cut.
    pub cut: String,
    /// Copy.
    pub copy: String,
    /// Paste.
    pub paste: String,
    /// Select all.
    pub select_all: String,
    /// Undo.
    pub undo: String,
    /// Redo.
    pub redo: String,
    /// The paragraph's direction follows its letters.
    pub direction_auto: String,
    /// The paragraph reads from the right.
    pub right_to_left: String,
    /// The paragraph reads from the left.
    pub left_to_right: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            cut: "Cut".into(),
            copy: "Copy".into(),
            paste: "Paste".into(),
            select_all: "Select all".into(),
            undo: "Undo".into(),
            redo: "Redo".into(),
            direction_auto: "Direction from the text".into(),
            right_to_left: "Right to left".into(),
            left_to_right: "Left to right".into(),
        }
    }
}

impl Words {
    fn id() -> Id {
        Id::unique("text context menu words")
    }

    /// Says these words from now on.
    pub fn install(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Self::id(), self));
    }

    fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Self::id())).unwrap_or_default()
    }
}

/// What was chosen.
pub(crate) enum Choice {
    /// The same as this key does.
    Key(Key, Modifiers),
    /// The paragraph's direction.
    Direction(Option<Direction>),
}

/// What the menu offers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Can {
    pub(crate) copy: bool,
    pub(crate) edit: bool,
    pub(crate) undo: bool,
    pub(crate) redo: bool,
    /// The direction as it is set, where it can be.
    pub(crate) direction: Option<Option<Direction>>,
}

/// A menu that a key opened.
#[derive(Clone, Copy)]
struct ByKey {
    at: Pos2,
    /// One of its entries has had the focus.
    is_entered: bool,
}

/// Shows the menu of the editor with this response while it is open; `caret` is where a key opens it.
pub(crate) fn show(response: &Response, caret: Pos2, can: Can) -> Option<Choice> {
    let ctx = &response.ctx;
    let id = Popup::default_response_id(response);
    let kept = id.with("by key");
    if response.secondary_clicked() {
        ctx.data_mut(|data| data.remove::<ByKey>(kept));
    }
    let is_asked = response.has_focus()
        && ctx.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
        });
    if is_asked {
        ctx.data_mut(|data| data.insert_temp(kept, ByKey { at: caret, is_entered: false }));
        Popup::open_id(ctx, id);
    }
    let by_key: Option<ByKey> = ctx.data(|data| data.get_temp(kept));
    let popup = Popup::context_menu(response);
    let popup = by_key.map_or(popup, |by_key| Popup::context_menu(response).at_position(by_key.at));
    let mut choice = None;
    popup.show(|ui| {
        let entries;
        (entries, choice) = menu_ui(ui, can);
        if let Some(by_key) = by_key {
            let is_entered = walk(ui, &entries, by_key.is_entered);
            ui.data_mut(|data| data.insert_temp(kept, ByKey { is_entered, ..by_key }));
        }
    });
    if by_key.is_some() && !Popup::is_id_open(ctx, id) {
        ctx.data_mut(|data| data.remove::<ByKey>(kept));
        response.request_focus();
    }
    choice
}

/// Gives the first entry the focus, and takes the arrows once one has it. Answers whether one has had it.
fn walk(ui: &Ui, entries: &[Response], is_entered: bool) -> bool {
    let enabled: Vec<&Response> = entries.iter().filter(|entry| entry.enabled()).collect();
    let Some((at, entry)) = enabled.iter().enumerate().find(|(_, entry)| entry.has_focus()) else {
        if let Some(first) = enabled.first().filter(|_| !is_entered) {
            first.request_focus();
            ui.ctx().request_repaint();
        }
        return is_entered;
    };
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(entry.id, filter));
    let times = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let back = enabled.len() - 1;
    let steps = times(Key::ArrowDown) + times(Key::ArrowUp) * back;
    if let Some(next) = enabled.get((at + steps) % enabled.len()).filter(|_| steps > 0) {
        next.request_focus();
    }
    true
}

/// The entries, and what was chosen.
fn menu_ui(ui: &mut Ui, can: Can) -> (Vec<Response>, Option<Choice>) {
    let words = Words::of(ui.ctx());
    let (mut entries, mut choice) = (Vec::new(), None);
    let mut item = |ui: &mut Ui, is_enabled: bool, word: &str, key: Key| {
        let entry = ui.add_enabled(is_enabled, egui::Button::new(word));
        if entry.clicked() {
            choice = Some(Choice::Key(key, Modifiers::COMMAND));
            ui.close();
        }
        entries.push(entry);
    };
    if can.edit {
        item(ui, can.undo, &words.undo, Key::Z);
        item(ui, can.redo, &words.redo, Key::Y);
        ui.separator();
        item(ui, can.copy, &words.cut, Key::X);
    }
    item(ui, can.copy, &words.copy, Key::C);
    if can.edit {
        item(ui, true, &words.paste, Key::V);
    }
    ui.separator();
    item(ui, true, &words.select_all, Key::A);
    if let Some(current) = can.direction {
        ui.separator();
        let directions = [
            (None, &words.direction_auto),
            (Some(Direction::RightToLeft), &words.right_to_left),
            (Some(Direction::LeftToRight), &words.left_to_right),
        ];
        for (direction, word) in directions {
            let entry = ui.radio(direction == current, word);
            if entry.clicked() {
                choice = Some(Choice::Direction(direction));
                ui.close();
            }
            entries.push(entry);
        }
    }
    (entries, choice)
}
