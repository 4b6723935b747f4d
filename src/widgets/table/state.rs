//! What a table remembers from frame to frame: the selection, the columns' layout, the place one has scrolled to.

use super::columns::TableLayout;
use super::edit::CellEdit;
use super::selection::Selection;

/// A table's memory; it belongs to the screen.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    pub(super) selection: Selection,
    pub(super) layout: TableLayout,
    /// Where the current row stood last.
    pub(super) place: usize,
    /// The key of the column the keys work on.
    pub(super) column: Option<String>,
    pub(super) reveals: Option<Reveal>,
    /// How far one has scrolled along the columns, in points from the start.
    pub(super) scrolled: f32,
    /// The wheel was turned last with Shift: it moves along the line one reads, whatever way that runs.
    pub(super) is_wheel_turned: bool,
    pub(super) head: HeadState,
    pub(super) editing: Option<CellEdit>,
    /// The row whose menu is open.
    pub(super) menu_row: Option<i64>,
    /// How many rows there were last: when rows go, those that went are no longer selected.
    pub(super) rows: usize,
    /// The rows take the focus when they are shown next.
    pub(super) wants_focus: bool,
    /// The layout the screen knows of.
    known_layout: TableLayout,
}

/// What the heads remember.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadState {
    /// The key of the heading the keys work on.
    pub(super) at: Option<String>,
    /// The heading being dragged.
    pub(super) dragged: Option<String>,
    /// The heading whose menu is open.
    pub(super) menu: Option<String>,
    /// The column to be made as wide as what it shows.
    pub(super) fits: Option<String>,
}

/// What is to be scrolled to when the table is shown next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reveal {
    Top,
    Chosen,
}

impl TableState {
    /// The key of the current row: the one keys work on.
    pub const fn selected(&self) -> Option<i64> {
        self.selection.at()
    }

    /// All selected rows.
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Chooses a row and scrolls to it.
    pub fn select(&mut self, key: Option<i64>) {
        self.selection.only(key);
        self.reveals = Some(Reveal::Chosen);
    }

    /// The rows are to have the focus, as soon as they are shown; or no longer.
    pub const fn want_focus(&mut self, wants: bool) {
        self.wants_focus = wants;
    }

    /// Selects all of these.
    pub fn select_all(&mut self, keys: impl Iterator<Item = i64>) {
        self.selection.all(keys);
    }

    /// What is selected stands for the whole list, read or not.
    pub const fn mean_whole(&mut self) {
        self.selection.mean_whole();
    }

    /// These belong to the whole list that is selected; what was taken out of it stays out.
    pub fn select_further(&mut self, keys: impl Iterator<Item = i64>) {
        self.selection.further(keys);
    }

    /// Begins at the first row again: the list holds other rows now.
    pub const fn show_top(&mut self) {
        self.reveals = Some(Reveal::Top);
    }

    /// The columns as the person has them: to be saved, and to sort the rows by.
    pub const fn layout(&self) -> &TableLayout {
        &self.layout
    }

    /// The columns as they were saved.
    pub fn set_layout(&mut self, layout: TableLayout) {
        let layout = layout.sound();
        self.known_layout = layout.clone();
        self.layout = layout;
    }

    /// Is the layout another one than the screen knows of? It learns of it once `is_let_go`.
    pub(super) fn was_arranged(&mut self, is_let_go: bool) -> bool {
        let is_new = is_let_go && self.layout != self.known_layout;
        if is_new {
            self.known_layout = self.layout.clone();
        }
        is_new
    }
}
