//! A table that lays out only the rows one sees, however many there are.
//!
//! Columns run from where lines start. Their headings stay above the rows; they sort, and are dragged, resized and hidden.
//! They are one stop of Tab: arrows walk, Enter or Space sorts, Ctrl+arrows move the column, Shift+arrows resize it, the Menu
//! key opens its menu. The rows are another: the arrow keys (or J and K), Home, End and the Page keys walk;
//! with Shift they select from where the selection began, with Ctrl they only walk; Ctrl+A selects all, Ctrl+Space one more,
//! Ctrl+C copies them.
//! Enter or E opens the current row and Space turns its mark; the Menu key or Shift+F10 opens its menu. In a table whose
//! cells can be changed the arrows along the line choose the cell, F2 or Enter changes it, Escape restores it, Enter and Tab
//! commit it and go on. The current row is remembered by its key and not by its place. A row can head the ones below it
//! ([`RowHead::band`]): a click, Enter, Space or the arrows along the line shut and open it; the caller leaves out what is
//! below a shut one.
//!
//! ```no_run
//! use tansiq::strings::Tr;
//! use tansiq::widgets::{Column, Line, RowHead, Table, TableState, Width};
//! fn list_ui(ui: &mut egui::Ui, tr: &Tr, titles: [&str; 2], names: &mut [String], state: &mut TableState) {
//!     let columns = [
//!         Column::new("name", titles[0], Width::Share(1.0)).sortable(),
//!         Column::new("place", titles[1], Width::Points(120.0)),
//!     ];
//!     let head = |row: usize| RowHead::new(row as i64, &names[row]);
//!     let output = Table::new(tr, "names", &columns, names.len()).multiple().show(ui, state, head, |ui, row, column| {
//!         ui.add(Line::new(if column == 0 { &names[row] } else { "" }));
//!     });
//!     if output.is_sorted {
//!         names.sort();
//!     }
//! }
//! ```

mod columns;
mod edit;
mod head;
mod keys;
mod order;
mod rows;
mod selection;
mod show;
mod state;

pub use columns::{Column, LEAST_SHARE, LEAST_WIDTH, Sort, TableLayout, Width};
pub use edit::{Cell, CellEdit};
pub use order::SortedRows;
pub use selection::{Choice, Selection};
pub use state::TableState;

use super::menu::{Chosen, MenuEntry};
use crate::strings::Tr;
use egui::Ui;
use std::borrow::Cow;

/// What the table must know of a row besides its cells.
pub struct RowHead<'a> {
    /// The same for the same record wherever it stands.
    pub key: i64,
    /// What a screen reader calls the row.
    pub name: Cow<'a, str>,
    /// It heads the rows below it.
    pub band: Option<Band<'a>>,
}

/// What stands in a row that heads others, all across it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band<'a> {
    /// What is said after its name: how many there are.
    pub about: Cow<'a, str>,
    /// Are the rows below it shown?
    pub is_open: bool,
}

impl<'a> RowHead<'a> {
    /// A row with that key and that name.
    pub fn new(key: i64, name: impl Into<Cow<'a, str>>) -> Self {
        Self { key, name: name.into(), band: None }
    }

    /// It has no cells and heads the rows below it.
    #[must_use]
    pub fn band(mut self, about: impl Into<Cow<'a, str>>, is_open: bool) -> Self {
        self.band = Some(Band { about: about.into(), is_open });
        self
    }
}

/// A cell was changed in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The place of the row.
    pub row: usize,
    /// The place of the column in the table's columns.
    pub column: usize,
    /// What stands there now.
    pub text: String,
}

/// What the person did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableOutput {
    /// Enter, E or a double click: this row is to be opened.
    pub opened: Option<usize>,
    /// One click: this row alone was chosen.
    pub clicked: Option<usize>,
    /// Space: the mark of this row, or of all selected ones, is to be turned.
    pub toggled: Option<usize>,
    /// The rows below this one are to be shut, or shown again.
    pub folded: Option<usize>,
    /// A cell holds something else.
    pub edited: Option<Edited>,
    /// Something was chosen from a row's menu; it is meant for all selected rows.
    pub menu: Option<(usize, Chosen)>,
    /// Ctrl+C: the selected rows are to be copied.
    pub is_copied: bool,
    /// Delete: the selected rows are to go; where none was selected, the one the keys worked on is now.
    pub is_removed: bool,
    /// The rows are to stand by [`TableLayout::sort`] from now on.
    pub is_sorted: bool,
    /// The layout is another one, and the pointer has let go of it: it can be saved.
    pub is_arranged: bool,
}

/// A table before it is shown.
#[must_use = "show it"]
pub struct Table<'a> {
    tr: &'a Tr,
    name: &'a str,
    columns: &'a [Column<'a>],
    rows: usize,
    row_height: Option<f32>,
    is_multiple: bool,
    is_removable: bool,
    edits: Option<&'a dyn Fn(usize, usize) -> Option<String>>,
    menu: Option<&'a dyn Fn(usize) -> Vec<MenuEntry>>,
}

/// Beside each cell; a narrow window has less of it.
const PADDING: f32 = 12.0;
const NARROW_PADDING: f32 = 8.0;
/// Below this width a table is narrow: screens drop what they can tell elsewhere.
pub const NARROW: f32 = 960.0;

impl<'a> Table<'a> {
    /// A table with that name for screen readers; `tr` has the words of its headings' menu.
    pub const fn new(tr: &'a Tr, name: &'a str, columns: &'a [Column<'a>], rows: usize) -> Self {
        Self {
            tr,
            name,
            columns,
            rows,
            row_height: None,
            is_multiple: false,
            is_removable: false,
            edits: None,
            menu: None,
        }
    }

    /// The height of each row; without it, that of two lines.
    pub const fn row_height(mut self, height: f32) -> Self {
        self.row_height = Some(height);
        self
    }

    /// Several rows can be selected.
    pub const fn multiple(mut self) -> Self {
        self.is_multiple = true;
        self
    }

    /// Rows can go: the Delete key asks for it.
    pub const fn removable(mut self) -> Self {
        self.is_removable = true;
        self
    }

    /// Cells can be changed in their place: `text` is what an editor starts with, `None` where nothing can be changed. Draw
    /// the editor in [`Self::show_cells`].
    pub const fn edits(mut self, text: &'a dyn Fn(usize, usize) -> Option<String>) -> Self {
        self.edits = Some(text);
        self
    }

    /// What can be done with a row.
    pub const fn menu(mut self, entries: &'a dyn Fn(usize) -> Vec<MenuEntry>) -> Self {
        self.menu = Some(entries);
        self
    }

    /// Shows it in the room that is left. `cell` gets a row layout of the cell's size, the row and the column.
    pub fn show<'r>(
        self,
        ui: &mut Ui,
        state: &mut TableState,
        head: impl Fn(usize) -> RowHead<'r>,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> TableOutput {
        self.show_cells(ui, state, head, |ui, what| cell(ui, what.row, what.column))
    }
}
