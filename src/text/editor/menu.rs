//! The context menu: below the pointer, or at the caret where the Menu key or Shift+F10 asks for it; then the arrows walk it,
//! Enter chooses, and the text has the focus again when it is left. Its words come from the caller: this module has no
//! language.

use crate::text::focus::keep_keys;
use egui::{Align, Context, EventFilter, Id, Key, Layout, Modifiers, Popup, Pos2, RectAlign, Response, StrokeKind, Ui};

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
    /// Which of the entries that can be chosen the keys stand at, and its id once it was drawn.
    entry: usize,
    id: Option<Id>,
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
        ctx.data_mut(|data| data.insert_temp(kept, ByKey { at: caret, entry: 0, id: None }));
        Popup::open_id(ctx, id);
    }
    let by_key: Option<ByKey> = ctx.data(|data| data.get_temp(kept));
    let (align, side) = match crate::text::interface(ctx) {
        Direction::RightToLeft => (Align::Max, RectAlign::BOTTOM_END),
        Direction::LeftToRight => (Align::Min, RectAlign::BOTTOM_START),
    };
    let popup = Popup::context_menu(response).align(side).layout(Layout::top_down_justified(align));
    let popup = match by_key {
        Some(by_key) => popup.at_position(by_key.at),
        None => popup,
    };
    let mut choice = None;
    popup.show(|ui| {
        let entries;
        (entries, choice) = menu_ui(ui, can);
        if let Some(by_key) = by_key {
            let walked = walk(ui, &entries, by_key);
            ui.data_mut(|data| data.insert_temp(kept, walked));
        }
    });
    if let Some(by_key) = by_key.filter(|_| !Popup::is_id_open(ctx, id)) {
        ctx.data_mut(|data| data.remove::<ByKey>(kept));
        // A click elsewhere may have given it to something else.
        if ctx.memory(|memory| memory.focused()).is_none_or(|focused| Some(focused) == by_key.id) {
            response.request_focus();
        }
    }
    choice
}

/// Walks the entries with the arrows, and keeps the focus on the one they stand at.
fn walk(ui: &Ui, entries: &[Response], by_key: ByKey) -> ByKey {
    let enabled: Vec<&Response> = entries.iter().filter(|entry| entry.enabled()).collect();
    let times = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let steps = times(Key::ArrowDown) + times(Key::ArrowUp) * enabled.len().saturating_sub(1);
    let at = (by_key.entry + steps) % enabled.len().max(1);
    let Some(entry) = enabled.get(at) else { return by_key };
    ui.painter().rect_stroke(entry.rect, 6.0, ui.visuals().selection.stroke, StrokeKind::Inside);
    if entry.has_focus() {
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
        keep_keys(ui.ctx(), entry.id, filter);
    } else {
        entry.request_focus();
        ui.ctx().request_repaint();
    }
    ByKey { entry: at, id: Some(entry.id), ..by_key }
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
            let entry = ui.selectable_label(direction == current, word);
            if entry.clicked() {
                choice = Some(Choice::Direction(direction));
                ui.close();
            }
            entries.push(entry);
        }
    }
    (entries, choice)
}
