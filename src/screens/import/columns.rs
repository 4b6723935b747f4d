//! Which column is which field: each column with its name, what stands in it, and the field it is taken for.

use crate::import::header::{column_key, letters};
use crate::import::{Columns, ImportAsked, Sheet};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Line, Type, UiExt, pick_list, section_heading};
use egui::Ui;

/// The name above a column's field, and what stands in it below.
const BESIDE: f32 = 46.0;
/// So much of a cell is shown.
const SHOWN_LETTERS: usize = 60;
/// So many rows below the names are looked through for something to show.
const LOOKED_AT: usize = 20;

/// Shows the columns; what a person says of one stands in what is asked.
pub(super) fn columns_ui(ui: &mut Ui, tr: &Tr, sheet: &Sheet, columns: &Columns, asked: &mut ImportAsked) {
    section_heading(ui, &tr!(tr, "import-columns"));
    let fields: Vec<_> = asked.target.fields().collect();
    let label = |name: &str| tr!(tr, &format!("field-{}-{name}", asked.target.entity().code()));
    let mut words = vec![tr!(tr, "import-column-none")];
    words.extend(fields.iter().map(|field| label(field.name)));
    let gap = ui.metrics().medium;
    let width = (ui.available_width() - gap) / 2.0;
    let told: Vec<usize> = (0..columns.fields.len()).filter(|column| is_told(sheet, columns.header, *column)).collect();
    let height = ui.metrics().control + BESIDE;
    let mut said = None;
    for pair in told.chunks(2) {
        ui.row_of(height, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for column in pair {
                let name = sheet.cell(columns.header, *column).trim();
                let name = if name.is_empty() {
                    tr!(tr, "import-column", letter = letters(*column).to_uppercase())
                } else {
                    name.to_owned()
                };
                let field = columns.fields.get(*column).copied().flatten();
                let at = field.map_or(Some(0), |field| fields.iter().position(|one| *one == field).map(|at| at + 1));
                let layout = ui.direction().column();
                ui.allocate_ui_with_layout(egui::vec2(width, height), layout, |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    if let Some(chosen) = pick_list(ui, &name, at, &words, width) {
                        said = Some((*column, chosen));
                    }
                    let sample = sample(sheet, columns.header, *column);
                    ui.add(Line::new(&sample).size(Type::Caption).weak(ui).max_width(width));
                });
            }
        });
    }
    if let Some((column, chosen)) = said {
        let name = sheet.cell(columns.header, column).trim();
        let key = if name.is_empty() { letters(column) } else { column_key(name) };
        let field = chosen.checked_sub(1).and_then(|at| fields.get(at)).map_or("", |field| field.name);
        asked.mapping.insert(key, field.to_owned());
    }
}

fn is_told(sheet: &Sheet, header: usize, column: usize) -> bool {
    !sheet.cell(header, column).trim().is_empty() || !sample(sheet, header, column).is_empty()
}

/// The first of what stands in a column.
fn sample(sheet: &Sheet, header: usize, column: usize) -> String {
    let cells = (header + 1..sheet.rows.len()).take(LOOKED_AT).map(|row| sheet.cell(row, column).trim());
    cells.filter(|cell| !cell.is_empty()).take(1).flat_map(|cell| cell.chars().take(SHOWN_LETTERS)).collect()
}
