//! Which column is which field: each with its name, what stands in it, and the field it is taken for.

use crate::import::header::{column_key, letters};
use crate::import::{ImportAsked, Sheet};
use crate::screens::shown::field_key;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Line, UiExt, pick_list, pick_list_bare, scroll_vertical, section_heading};
use egui::Ui;

/// The name above a column's field, and what stands in it below.
const BESIDE: f32 = 46.0;
/// So much of a cell is shown.
const SHOWN_LETTERS: usize = 60;
/// So many rows below the names are looked through for something to show.
const LOOKED_AT: usize = 20;

/// The columns of a sheet, as they can be taken for fields.
pub(super) struct Columns<'a> {
    pub(super) tr: &'a Tr,
    pub(super) sheet: &'a Sheet,
    pub(super) columns: &'a crate::import::Columns,
    /// The words of the choice: none, then each field.
    words: Vec<String>,
    fields: Vec<&'static crate::domain::Field>,
}

impl<'a> Columns<'a> {
    pub(super) fn new(
        tr: &'a Tr,
        sheet: &'a Sheet,
        columns: &'a crate::import::Columns,
        target: crate::import::Target,
    ) -> Self {
        let fields: Vec<_> = target.fields().collect();
        let mut words = vec![tr!(tr, "import-column-none")];
        words.extend(fields.iter().map(|field| tr!(tr, &field_key(target.entity(), field))));
        Self { tr, sheet, columns, words, fields }
    }

    /// Those with a name or something in them, as places in the sheet.
    pub(super) fn told(&self) -> Vec<usize> {
        let header = self.columns.header;
        let width = self.columns.fields.len();
        let is_told =
            |column: &usize| !self.sheet.cell(header, *column).trim().is_empty() || !self.sample(*column).is_empty();
        (0..width).filter(is_told).collect()
    }

    /// What a column is called: its name, or its letter.
    pub(super) fn name(&self, column: usize) -> String {
        let name = self.sheet.cell(self.columns.header, column).trim();
        if name.is_empty() {
            tr!(self.tr, "import-column", letter = letters(column).to_uppercase())
        } else {
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        }
    }

    fn at(&self, column: usize) -> Option<usize> {
        let field = self.columns.fields.get(column).copied().flatten();
        field.map_or(Some(0), |field| self.fields.iter().position(|one| *one == field).map(|at| at + 1))
    }

    /// The choice of a column's field, below the heading that names it.
    pub(super) fn choice_ui(&self, ui: &mut Ui, column: usize) -> Option<usize> {
        let width = ui.available_width();
        pick_list_bare(ui, &self.name(column), self.at(column), &self.words, width)
    }

    /// Puts what was chosen of a column among what is asked.
    pub(super) fn say(&self, column: usize, chosen: usize, asked: &mut ImportAsked) {
        let name = self.sheet.cell(self.columns.header, column).trim();
        let key = if name.is_empty() { letters(column) } else { column_key(name) };
        let field = chosen.checked_sub(1).and_then(|at| self.fields.get(at)).map_or("", |field| field.name);
        asked.mapping.insert(key, field.to_owned());
    }

    /// All of them below each other, where there is no table yet.
    pub(super) fn all_ui(&self, ui: &mut Ui, asked: &mut ImportAsked) {
        section_heading(ui, &tr!(self.tr, "import-columns"));
        let gap = ui.metrics().medium;
        let told = self.told();
        let mut said = None;
        scroll_vertical(ui, "columns", |ui, area| {
            area.show(ui, |ui| {
                // The bar stands beside them.
                let width = (ui.available_width() - gap) / 2.0 - gap;
                let height = ui.metrics().control + BESIDE;
                for pair in told.chunks(2) {
                    ui.row_of(height, |ui| {
                        ui.spacing_mut().item_spacing.x = gap;
                        for column in pair {
                            let layout = ui.direction().column();
                            ui.allocate_ui_with_layout(egui::vec2(width, height), layout, |ui| {
                                ui.spacing_mut().item_spacing.y = 2.0;
                                if let Some(chosen) =
                                    pick_list(ui, &self.name(*column), self.at(*column), &self.words, width)
                                {
                                    said = Some((*column, chosen));
                                }
                                let sample = self.sample(*column);
                                ui.add(Line::new(&sample).weak(ui).max_width(width));
                            });
                        }
                    });
                }
            })
        });
        if let Some((column, chosen)) = said {
            self.say(column, chosen, asked);
        }
    }

    /// The first of what stands in a column.
    fn sample(&self, column: usize) -> String {
        let rows = self.columns.header + 1..self.sheet.rows.len();
        let cells = rows.take(LOOKED_AT).map(|row| self.sheet.cell(row, column).trim());
        cells.filter(|cell| !cell.is_empty()).take(1).flat_map(|cell| cell.chars().take(SHOWN_LETTERS)).collect()
    }
}
