//! The context menu. Its words come from the caller: this module has no language.

use egui::{Context, Id, Key, Modifiers, Ui};

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

/// What was chosen, as the key that does the same.
pub(crate) type Choice = (Key, Modifiers);

/// The menu of an editor.
pub(crate) fn menu_ui(ui: &mut Ui, has_selection: bool, is_read_only: bool, undo: bool, redo: bool) -> Option<Choice> {
    let words = Words::of(ui.ctx());
    let can_edit = !is_read_only;
    let mut choice = None;
    let mut item = |ui: &mut Ui, is_enabled: bool, word: &str, key: Key, modifiers: Modifiers| {
        if ui.add_enabled(is_enabled, egui::Button::new(word)).clicked() {
            choice = Some((key, modifiers));
            ui.close();
        }
    };
    if can_edit {
        item(ui, undo, &words.undo, Key::Z, Modifiers::COMMAND);
        item(ui, redo, &words.redo, Key::Y, Modifiers::COMMAND);
        ui.separator();
        item(ui, has_selection, &words.cut, Key::X, Modifiers::COMMAND);
    }
    item(ui, has_selection, &words.copy, Key::C, Modifiers::COMMAND);
    if can_edit {
        item(ui, true, &words.paste, Key::V, Modifiers::COMMAND);
    }
    ui.separator();
    item(ui, true, &words.select_all, Key::A, Modifiers::COMMAND);
    choice
}
