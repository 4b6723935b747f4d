//! A screen's list of records as a table: what is copied of its rows, which of them one has seen, and how the person left
//! its columns. In which order they stand, and how many are read, is the store's.
//!
//! Apart from the screen so that its columns and cells stand by themselves. A screen says what its rows are ([`ListRow`]),
//! which columns there are, and draws the cells.

use super::{Cx, KeptViews};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Chosen, Column, MenuEntry, RowHead, Table, TableState, Width};
use egui::Ui;
use std::ops::Range;

/// A row of a list.
pub trait ListRow {
    /// The same for the same record.
    fn key(&self) -> i64;
    /// What a screen reader calls it.
    fn name(&self) -> &str;
    /// Its cells as a spreadsheet takes them.
    fn copied(&self, cx: &Cx<'_>) -> Vec<String>;
}

/// A column as a screen declares it. `Shown` says what its cells show.
#[derive(Clone, Copy, Debug)]
pub struct ListColumn<Shown> {
    /// What its cells show.
    pub shown: Shown,
    key: &'static str,
    title: &'static str,
    width: Width,
}

impl<Shown> ListColumn<Shown> {
    /// A column by which the rows can stand; `title` is the key of its heading's message.
    pub const fn new(shown: Shown, key: &'static str, title: &'static str, width: Width) -> Self {
        Self { shown, key, title, width }
    }

    fn column<'a>(&'a self, title: &'a str) -> Column<'a> {
        Column::new(self.key, title, self.width).sortable()
    }
}

/// What the person did in a list.
#[derive(Debug)]
pub struct ListOutput<'r, Row> {
    /// This row is to be opened.
    pub opened: Option<&'r Row>,
    /// This row alone was clicked.
    pub clicked: Option<&'r Row>,
    /// Chosen from a row's menu, for all that are selected.
    pub menu: Option<(&'r Row, Chosen)>,
    /// The rows that were drawn.
    pub seen: Range<usize>,
}

/// A list's memory; it belongs to the screen.
pub struct ListTable {
    /// The table's own.
    pub state: TableState,
    /// How the keys of its words begin; its layout is kept under this.
    words: &'static str,
}

impl ListTable {
    /// The list of the screen whose name is `screen-` and these words.
    pub fn new(words: &'static str) -> Self {
        Self { state: TableState::default(), words }
    }

    fn view(&self) -> String {
        format!("table-{}", self.words)
    }

    /// The columns as the person left them.
    pub fn recall(&mut self, views: &KeptViews) {
        if let Some(layout) = views.get(&self.view()) {
            self.state.set_layout(layout);
        }
    }

    /// Shows it in the room that is left.
    pub fn show<'r, Row: ListRow, Shown: Copy>(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        rows: &'r [Row],
        columns: &[ListColumn<Shown>],
        menu: impl Fn(&Row) -> Vec<MenuEntry>,
        mut cell: impl FnMut(&mut Ui, &Row, Shown),
    ) -> ListOutput<'r, Row> {
        let tr = cx.tr;
        let titles: Vec<String> = columns.iter().map(|column| tr!(tr, column.title)).collect();
        let heads: Vec<Column<'_>> = columns.iter().zip(&titles).map(|(column, title)| column.column(title)).collect();
        let name = tr!(tr, &format!("screen-{}", self.words));
        let at = |place: usize| rows.get(place);
        let head = |place: usize| at(place).map_or(RowHead::new(0, ""), |row| RowHead::new(row.key(), row.name()));
        let entries = |place: usize| at(place).map(&menu).unwrap_or_default();
        let table = Table::new(tr, &name, &heads, rows.len()).multiple().menu(&entries);
        let mut seen = 0..0;
        let output = table.show(ui, &mut self.state, head, |ui, place, column| {
            seen = if seen.is_empty() { place..place + 1 } else { seen.start.min(place)..seen.end.max(place + 1) };
            if let (Some(row), Some(column)) = (at(place), columns.get(column)) {
                cell(ui, row, column.shown);
            }
        });
        let listed = ListOutput {
            opened: output.opened.and_then(at),
            clicked: output.clicked.and_then(at),
            menu: output.menu.and_then(|(place, chosen)| Some((at(place)?, chosen))),
            seen,
        };
        if output.is_copied {
            self.copy(ui, cx, rows);
        }
        if output.is_arranged {
            cx.keep_view(&self.view(), self.state.layout());
        }
        listed
    }

    /// The selected rows, in the order they are shown.
    pub fn selected<'a, Row: ListRow>(&'a self, rows: &'a [Row]) -> impl Iterator<Item = &'a Row> + Clone {
        rows.iter().filter(|row| self.state.selection().contains(row.key()))
    }

    /// Puts the selected rows on the clipboard, as spreadsheets take them.
    pub fn copy<Row: ListRow>(&self, ui: &Ui, cx: &Cx<'_>, rows: &[Row]) {
        // A break within a cell would begin another row.
        let cell = |cell: &String| cell.replace(['\t', '\n', '\r'], " ");
        let line = |row: &Row| row.copied(cx).iter().map(cell).collect::<Vec<_>>().join("\t");
        ui.copy_text(self.selected(rows).map(line).collect::<Vec<_>>().join("\n"));
    }
}

/// What a row's menu offers where there is nothing more to do with it: see [`RowAct`].
pub fn row_menu(tr: &Tr, open: &str) -> [MenuEntry; 2] {
    let open_entry = MenuEntry::new(tr!(tr, open)).shortcut("Enter");
    [open_entry, MenuEntry::new(tr!(tr, "register-menu-copy")).shortcut("Ctrl C")]
}

/// What an entry of [`row_menu`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowAct {
    /// Opens the row.
    Open,
    /// Copies all that are selected.
    Copy,
}

impl RowAct {
    /// In the order of [`row_menu`].
    pub const fn chosen(chosen: &Chosen) -> Self {
        if chosen.entry == 0 { Self::Open } else { Self::Copy }
    }
}
