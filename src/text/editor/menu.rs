//! The context menu. Its words come from the caller: this module has no language.

use egui::{Context, Id, Key, Modifiers, Ui};

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

/// The menu of an editor.
pub(crate) fn menu_ui(ui: &mut Ui, can: Can) -> Option<Choice> {
    let words = Words::of(ui.ctx());
    let mut choice = None;
    let mut item = |ui: &mut Ui, is_enabled: bool, word: &str, key: Key| {
        if ui.add_enabled(is_enabled, egui::Button::new(word)).clicked() {
            choice = Some(Choice::Key(key, Modifiers::COMMAND));
            ui.close();
        }
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
            if ui.radio(direction == current, word).clicked() {
                choice = Some(Choice::Direction(direction));
                ui.close();
            }
        }
    }
    choice
}
