//! The rows of a list as they will become records, before anything is written: a table with the file's columns, the field
//! each is taken for, and each row's verdict and why; beside it the row that is looked at, against what is there already.

use super::beside::Beside;
use super::columns::Columns;
use super::widths;
use crate::calendar::Date;
use crate::domain::{Field, FieldKind, Value};
use crate::import::{Action, Duplicates, ImportAsked, ImportPlanned, Judged, Sheet, Told, Verdict};
use crate::screens::{Cx, shown};
use crate::store::query::Cell;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Chip, Column, Icon, Line, MenuEntry, RowHead, Table, TableState, Tone, UiExt, notice_bar};
use egui::Ui;
use std::cell::Cell as Said;
use std::sync::Arc;

/// What stands before the columns of the file: the row's number, its verdict, and why.
const OWN: usize = 3;
/// The part of the room that a row gets which is looked at, and between which widths.
const BESIDE_SHARE: f32 = 0.32;
const LEAST_BESIDE: f32 = 288.0;
const MOST_BESIDE: f32 = 420.0;

/// The lines of a reason, of which a row has two.
const REASON_LINE: f32 = 17.0;

/// What is looked at.
#[derive(Default)]
pub(super) struct Preview {
    only: Option<Verdict>,
    table: TableState,
    beside: Beside,
    /// The rows that are shown, as places in the plan, with the plan and the verdict they belong to.
    shown: Vec<usize>,
    of: Option<(Arc<ImportPlanned>, Option<Verdict>)>,
    /// How wide the columns of the file are, with the plan they belong to.
    widths: Option<(Arc<ImportPlanned>, Vec<widths::ColumnWidth>)>,
}

pub(super) const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Fine => Tone::Green,
        Verdict::Incomplete => Tone::Amber,
        Verdict::Refused => Tone::Red,
        Verdict::Duplicate => Tone::Blue,
    }
}

pub(super) const fn icon(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Fine => Icon::Check,
        Verdict::Incomplete => Icon::Warning,
        Verdict::Refused => Icon::Close,
        Verdict::Duplicate => Icon::Document,
    }
}

/// A row's verdict in words; of a duplicate, what becomes of it.
pub(super) fn verdict_words(judged: &Judged, cx: &Cx<'_>) -> String {
    match (judged.verdict, judged.action) {
        (Verdict::Duplicate, Action::New | Action::Update | Action::Skip) => {
            tr!(cx.tr, &format!("import-verdict-duplicate-{}", judged.action.code()))
        }
        (verdict, _) => tr!(cx.tr, &format!("import-verdict-{}", verdict.code())),
    }
}

/// What a row says of a field, in words.
pub(super) fn told_words(field: &Field, told: &Told, cx: &Cx<'_>) -> String {
    match told {
        Told::Value(value) => {
            let cell = Cell { value: value.clone(), ..Cell::default() };
            shown::words(field, &cell, cx).unwrap_or_default()
        }
        Told::Name(name, _) => name.clone(),
    }
}

impl Preview {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        sheet: &Sheet,
        planned: &Arc<ImportPlanned>,
        asked: &mut ImportAsked,
    ) {
        self.verdicts_ui(ui, cx, planned);
        shared_ui(ui, cx, sheet, planned);
        self.choose(planned);
        let judged = self.table.selected().and_then(|row| place(planned, row)).filter(|at| self.shown.contains(at));
        let judged = judged.and_then(|at| planned.plan.judged.get(at));
        let mut room = ui.available_rect_before_wrap();
        let whole = room;
        // The table keeps its place in the window's order, and the focus, whether or not something stands beside it.
        let aside = judged.map(|judged| {
            let width = (room.width() * BESIDE_SHARE).clamp(LEAST_BESIDE, MOST_BESIDE);
            let rect = ui.direction().take_end(&mut room, width);
            ui.direction().take_end(&mut room, ui.metrics().medium);
            (judged, rect)
        });
        ui.within(room, "table", |ui| self.table_ui(ui, cx, sheet, planned, asked));
        if let Some((judged, rect)) = aside {
            let is_left = ui.within(rect, "beside", |ui| self.beside.show(ui, cx, planned, judged, asked));
            if is_left {
                self.table.select(None);
                self.table.want_focus(true);
            }
        }
        ui.advance_cursor_after_rect(whole);
    }

    /// How many rows have which verdict; a press shows those alone.
    fn verdicts_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, planned: &ImportPlanned) {
        let tr = cx.tr;
        let counts = planned.plan.counts;
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            for verdict in Verdict::ALL {
                let count = counts.of(verdict);
                if count == 0 && self.only != Some(verdict) {
                    continue;
                }
                let words = tr!(tr, &format!("import-count-{}", verdict.code()), count = count);
                let is_only = self.only == Some(verdict);
                let chip = Chip::new(&words, tone(verdict)).icon(icon(verdict)).clickable().selected(is_only);
                if ui.add(chip).clicked() {
                    self.only = (!is_only).then_some(verdict);
                    self.table.select(None);
                    self.table.show_top();
                }
            }
            let mut about = tr!(tr, "import-rows", count = counts.rows);
            if counts.sums > 0 {
                about.push_str(" · ");
                about.push_str(&tr!(tr, "import-sums", count = counts.sums));
            }
            if counts.bodies + counts.people > 0 {
                about.push_str(" · ");
                let key = match (counts.bodies, counts.people) {
                    (_, 0) => "import-named-bodies",
                    (0, _) => "import-named-people",
                    _ => "import-named",
                };
                about.push_str(&tr!(tr, key, bodies = counts.bodies, people = counts.people));
            }
            if planned.plan.imported.rows.is_empty() {
                about.push_str(" · ");
                about.push_str(&tr!(tr, "import-nothing-new"));
            }
            ui.add(Line::new(&about).weak(ui).max_width(ui.available_width()));
        });
    }

    /// Finds the rows to be shown, once for each plan and each verdict.
    fn choose(&mut self, planned: &Arc<ImportPlanned>) {
        let is_known = self.of.as_ref().is_some_and(|(plan, only)| Arc::ptr_eq(plan, planned) && *only == self.only);
        if is_known {
            return;
        }
        let judged = planned.plan.judged.iter().enumerate();
        let is_shown = |judged: &Judged| self.only.is_none_or(|only| judged.verdict == only);
        self.shown = judged.filter(|(_, judged)| is_shown(judged)).map(|(at, _)| at).collect();
        self.of = Some((Arc::clone(planned), self.only));
    }

    fn table_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        sheet: &Sheet,
        planned: &Arc<ImportPlanned>,
        asked: &mut ImportAsked,
    ) {
        let tr = cx.tr;
        let names = Columns::new(tr, sheet, &planned.columns, planned.asked.target);
        let told = names.told();
        let own = ["row", "verdict", "why"].map(|key| (key.to_owned(), tr!(tr, &format!("import-head-{key}"))));
        let of_file = told.iter().map(|column| (format!("column-{column}"), names.name(*column)));
        let words: Vec<(String, String)> = own.into_iter().chain(of_file).collect();
        let is_known = self.widths.as_ref().is_some_and(|(plan, _)| Arc::ptr_eq(plan, planned));
        if !is_known {
            let measured = told.iter().map(|column| widths::of_column(ui, cx, sheet, planned, *column));
            self.widths = Some((Arc::clone(planned), measured.collect()));
        }
        let own = [72.0, 196.0, 320.0].map(|points| widths::ColumnWidth { points, is_firm: false });
        let of_file = self.widths.as_ref().map(|(_, widths)| widths.as_slice()).unwrap_or_default();
        let widths = own.iter().chain(of_file);
        let columns: Vec<Column<'_>> =
            words.iter().zip(widths).map(|((key, title), width)| width.column(key, title)).collect();
        let said = Said::new(None);
        let choice_ui = |ui: &mut Ui, at: usize| {
            let Some(column) = at.checked_sub(OWN).and_then(|at| told.get(at)) else { return };
            if let Some(chosen) = names.choice_ui(ui, *column) {
                said.set(Some((*column, chosen)));
            }
        };
        let shown = &self.shown;
        let judged = |row: usize| shown.get(row).and_then(|at| planned.plan.judged.get(*at));
        let head = |row: usize| match judged(row) {
            Some(judged) => RowHead::new(key(judged.row), judged.title.as_str()),
            None => RowHead::new(-1, ""),
        };
        let menu = |row: usize| -> Vec<MenuEntry> {
            let is_twin = judged(row).is_some_and(|judged| judged.twin.is_some());
            let entry = |choice: Duplicates| {
                let is_current = judged(row).is_some_and(|judged| judged.action.is_of(choice));
                let words = tr!(tr, &format!("import-row-{}", choice.code()));
                MenuEntry::new(words).current(is_twin && is_current).enabled(is_twin)
            };
            Duplicates::ALL.into_iter().map(entry).collect()
        };
        let height = ui.metrics().control + 8.0;
        let name = tr!(tr, "import-table");
        let table = Table::new(tr, &name, &columns, shown.len())
            .row_height(ui.metrics().table_line)
            .beneath_heads(height, &choice_ui)
            .multiple()
            .menu(&menu);
        let output = table.show(ui, &mut self.table, head, |ui, row, at| {
            let Some(judged) = judged(row) else { return };
            match at.checked_sub(OWN).and_then(|at| told.get(at)) {
                None => own_ui(ui, cx, planned, judged, at),
                Some(column) => cell_ui(ui, cx, sheet, planned, judged, *column),
            }
        });
        if let Some((column, chosen)) = said.get() {
            names.say(column, chosen, asked);
        }
        let chosen = output.menu.and_then(|(_, chosen)| Duplicates::ALL.get(chosen.entry).copied());
        if let Some(choice) = chosen {
            let selected = planned.plan.judged.iter().filter(|judged| judged.twin.is_some());
            let selected = selected.filter(|judged| self.table.selection().contains(key(judged.row)));
            asked.by_row.extend(selected.map(|judged| (judged.row, choice)));
        }
    }
}

/// Says which columns are taken for one field: seldom does a person mean that.
fn shared_ui(ui: &mut Ui, cx: &Cx<'_>, sheet: &Sheet, planned: &ImportPlanned) {
    let tr = cx.tr;
    let names = Columns::new(tr, sheet, &planned.columns, planned.asked.target);
    for (field, columns) in planned.columns.shared() {
        let label = tr!(tr, &shown::field_key(planned.asked.target.entity(), field));
        let listed = columns.iter().map(|column| tr!(tr, "import-shared-column", column = names.name(*column)));
        let listed = tr.list(&listed.collect::<Vec<_>>());
        let words = tr!(tr, "import-shared", count = columns.len(), field = label, columns = listed);
        notice_bar(ui, &words, Tone::Amber);
    }
}

fn key(row: usize) -> i64 {
    i64::try_from(row).unwrap_or(i64::MAX)
}

/// Where in the plan the row of that key stands.
fn place(planned: &ImportPlanned, row: i64) -> Option<usize> {
    planned.plan.judged.binary_search_by_key(&row, |judged| key(judged.row)).ok()
}

/// The row's number, its verdict, and why.
fn own_ui(ui: &mut Ui, cx: &Cx<'_>, planned: &ImportPlanned, judged: &Judged, at: usize) {
    match at {
        0 => {
            ui.add(Line::new(&cx.tr.number(key(judged.row) + 1)).weak(ui));
        }
        1 => {
            ui.add(Chip::new(&verdict_words(judged, cx), tone(judged.verdict)).icon(icon(judged.verdict)));
        }
        _ => {
            let words = judged.words(planned.asked.target, cx.tr).join(" ");
            // Whoever goes through a list reads the reasons: two lines of them, and all beside the table.
            let tokens = ui.tokens();
            let lines = if ui.metrics().table_line < 2.0 * REASON_LINE { 1 } else { 2 };
            let reason = Label::new(words).size(12.0).line_height(REASON_LINE).color(tokens.ink);
            ui.add(reason.most_lines(lines).fill_width());
        }
    }
}

/// What a cell becomes; what is not taken stands as it is in the file, weak where its column is passed over and red where
/// it could not be read.
fn cell_ui(ui: &mut Ui, cx: &Cx<'_>, sheet: &Sheet, planned: &ImportPlanned, judged: &Judged, column: usize) {
    let tokens = ui.tokens();
    let written = || sheet.cell(judged.row, column).split_whitespace().collect::<Vec<_>>().join(" ");
    let fields = &planned.columns.fields;
    let Some(field) = fields.get(column).copied().flatten() else {
        ui.add(Line::new(&written()).color(tokens.ink_faint));
        return;
    };
    // A field's second column adds to remarks, and else only stands in where the first is empty.
    let is_first = fields.iter().position(|known| *known == Some(field)) == Some(column);
    match judged.told(field.name) {
        Some(told) if is_first => ui.add(Line::new(&short_words(field, told, cx))),
        Some(_) if field.kind == FieldKind::Prose => ui.add(Line::new(&written())),
        Some(_) => ui.add(Line::new(&written()).color(tokens.ink_weak)),
        None if is_told_of(judged, field) => ui.add(Line::new(&written()).color(tokens.tone(Tone::Red).ink)),
        // «لا يوجد» is a way of saying nothing.
        None => ui.add(Line::new(&written()).color(tokens.ink_faint)),
    };
}

/// Is there a remark on what a row says of a field?
fn is_told_of(judged: &Judged, field: &Field) -> bool {
    judged.notes.iter().any(|note| note.field.is_some_and(|known| known.name == field.name))
}

/// As [`told_words`], in a line of a table: days in figures.
pub(super) fn short_words(field: &Field, told: &Told, cx: &Cx<'_>) -> String {
    let is_day = field.kind == FieldKind::Date;
    let day = if let Told::Value(Value::Text(text)) = told { Date::from_iso(text).ok() } else { None };
    day.filter(|_| is_day)
        .map_or_else(|| told_words(field, told, cx).replace('\n', " "), |day| day.short(cx.tr, cx.settings.calendars))
}
