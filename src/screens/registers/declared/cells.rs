//! How the content of a declared field looks in a table: by its kind, whatever the register.

use super::{Wish, move_of, row_choices, status_of};
use crate::domain::{Entity, Field, FieldKind, initials};
use crate::screens::list::{Collation, ListRow};
use crate::screens::{Cx, parts, shown};
use crate::store::query::{Cell, RecordRow, RecordRows};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Chip, Icon, Line, Tone, Type, UiExt, avatar, progress_bar};
use egui::Ui;
use std::cmp::Ordering;

impl ListRow for RecordRow {
    fn key(&self) -> i64 {
        self.record.id
    }

    fn name(&self) -> &str {
        &self.title
    }

    fn compare(&self, _other: &Self, _column: &str, _by: &Collation<'_>) -> Ordering {
        // The store has sorted them.
        Ordering::Equal
    }

    fn copied(&self, _cx: &Cx<'_>) -> Vec<String> {
        let words = |cell: &Cell| if cell.name.is_empty() { cell.text().to_owned() } else { cell.name.clone() };
        std::iter::once(self.title.clone()).chain(self.cells.iter().map(words)).collect()
    }
}

/// Draws one cell; what it asks for goes on the list.
pub(super) fn cell(
    ui: &mut Ui,
    cx: &Cx<'_>,
    found: &RecordRows,
    row: &RecordRow,
    field: &'static Field,
    wishes: &mut Vec<Wish>,
) {
    let Some(cell) = found.cell(row, field.name) else { return };
    let weak = ui.tokens().ink_weak;
    match field.kind {
        FieldKind::Choice(_) if field.name == "status" => status_cell(ui, cx, found, row, wishes),
        FieldKind::Choice(choices) if !cell.text().is_empty() => {
            let words = tr!(cx.tr, &choices.label_key(cell.text()));
            ui.add(Chip::new(&words, shown::choice_tone(field.name, cell.text())));
        }
        FieldKind::Entry(_) if !cell.name.is_empty() => _ = ui.add(Chip::new(&cell.name, Tone::Lavender)),
        FieldKind::Link(Entity::Person) if !cell.name.is_empty() => {
            avatar(ui, &initials(&cell.name), 28.0);
            parts::two_lines(ui, &cell.name, &cell.detail, Weight::Regular);
        }
        FieldKind::Link(_) => _ = ui.add(Line::new(&cell.name)),
        FieldKind::Date if matches!(field.name, "due" | "ends_on") => due_cell(ui, cx, found, row, cell),
        FieldKind::Date => {
            if let Some(date) = cell.date() {
                let whole = date.medium(cx.tr, cx.settings.calendars);
                ui.add(Line::new(&parts::day(date, cx.tr, cx.settings.calendars)).weak(ui)).on_hover_text(whole);
            }
        }
        FieldKind::Percent => {
            let width = ui.available_width().min(90.0);
            let name = tr!(cx.tr, "register-progress-of", what = &row.title);
            progress_bar(ui, &name, cell.number().unwrap_or_default(), width);
        }
        FieldKind::Flag if cell.number() == Some(1) => {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(16.0), egui::Sense::hover());
            Icon::Check.paint(ui.painter(), rect, ui.tokens().accent, false);
        }
        FieldKind::Number => {
            let words = cell.number().map(|number| cx.tr.number(number)).unwrap_or_default();
            ui.add(Line::new(&words));
        }
        FieldKind::Phone => {
            let phone = crate::arabic::format_phone(cell.text());
            ui.add(Line::new(&cx.tr.code(&phone)).size(Type::Caption).color(weak));
        }
        FieldKind::Code | FieldKind::Time => {
            ui.add(Line::new(&cx.tr.code(cell.text())).size(Type::Caption).color(weak));
        }
        FieldKind::Line | FieldKind::Prose if Some(field.name) == title_name(row) => {
            ui.add(Line::new(cell.text()).weight(Weight::Medium));
        }
        FieldKind::Line | FieldKind::Prose => _ = ui.add(Line::new(cell.text())),
        FieldKind::Choice(_) | FieldKind::Entry(_) | FieldKind::Flag | FieldKind::Any | FieldKind::Position => {}
    }
}

fn title_name(row: &RecordRow) -> Option<&'static str> {
    row.record.entity.title_field().map(|field| field.name)
}

fn due_cell(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow, cell: &Cell) {
    let Some(date) = cell.date() else { return };
    let is_end = found.cell(row, "due").is_none();
    if let Some((words, tone)) = shown::due_words(Some(date), status_of(found, row), is_end, cx) {
        ui.add(Chip::new(&words, tone));
    }
    let whole = date.medium(cx.tr, cx.settings.calendars);
    ui.add(Line::new(&parts::day(date, cx.tr, cx.settings.calendars)).weak(ui)).on_hover_text(whole);
}

/// The status, and the menu of those it may move to.
fn status_cell(ui: &mut Ui, cx: &Cx<'_>, found: &RecordRows, row: &RecordRow, wishes: &mut Vec<Wish>) {
    let Some(present) = status_of(found, row) else { return };
    if let Some(to) = shown::status_menu(ui, cx.tr, &row.title, present, || row_choices(found, row)) {
        wishes.extend(move_of(found, row, to));
    }
}
