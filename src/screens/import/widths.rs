//! How wide the columns of a list are: as what stands in them. A phone or a day that is cut in every row can't be checked.

use super::preview::short_words;
use crate::domain::FieldKind;
use crate::import::{ImportPlanned, Judged, Sheet};
use crate::screens::Cx;
use crate::text::Weight;
use crate::widgets::{Column, Type, Width, paint};
use egui::Ui;

/// No column of the file is narrower: its chooser stands in it.
const LEAST: f32 = 128.0;
/// A longer text is read beside the table; a number or a day is seldom longer.
const MOST_TEXT: f32 = 272.0;
const MOST_WHOLE: f32 = 320.0;
/// What a table keeps free on both sides of a cell.
const AROUND: f32 = 28.0;
/// So many rows are looked at, and of them the longest are measured.
const LOOKED_AT: usize = 400;
const MEASURED: usize = 4;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ColumnWidth {
    pub points: f32,
    /// It does not give way to others.
    pub is_firm: bool,
}

impl ColumnWidth {
    /// The column of that key and heading.
    pub fn column<'a>(self, key: &'a str, title: &'a str) -> Column<'a> {
        let column = Column::new(key, title, Width::Points(self.points));
        if self.is_firm { column.firm() } else { column }
    }
}

/// How wide a column of the file is.
pub(super) fn of_column(ui: &Ui, cx: &Cx<'_>, sheet: &Sheet, planned: &ImportPlanned, column: usize) -> ColumnWidth {
    let field = planned.columns.fields.get(column).copied().flatten();
    let shown = |judged: &Judged| {
        let told = field.and_then(|field| Some(short_words(field, judged.told(field.name)?, cx)));
        // What could not be read stands as it is written.
        told.unwrap_or_else(|| sheet.cell(judged.row, column).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let mut cells: Vec<String> = planned.plan.judged.iter().take(LOOKED_AT).map(shown).collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.chars().count()));
    let longest = cells.iter().take(MEASURED);
    let measured = longest.map(|cell| paint::width_of(ui, cell, Type::Interface, Weight::Regular)).fold(0.0, f32::max);
    let most = if field.is_some_and(|field| is_whole(field.kind)) { MOST_WHOLE } else { MOST_TEXT };
    // Only what is passed over gives way: the table is rather wider than the room.
    ColumnWidth { points: (measured + AROUND).clamp(LEAST, most).ceil(), is_firm: field.is_some() }
}

/// Is what such a field holds read whole or not at all?
const fn is_whole(kind: FieldKind) -> bool {
    match kind {
        FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Time
        | FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Flag => true,
        FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Choice(_)
        | FieldKind::Link(_)
        | FieldKind::Entry(_)
        | FieldKind::Any
        | FieldKind::Position => false,
    }
}
