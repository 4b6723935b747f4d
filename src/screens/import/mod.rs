//! «استيراد قائمة»: a list is looked at before anything of it is written. Which sheet, which row names the columns, what
//! becomes of duplicates, and below it the rows as they will become records, each with its verdict; beside them the row that
//! is looked at, against what is there. What comes in is one step of undo.

mod beside;
mod columns;
mod done;
mod preview;
mod widths;

use super::{Ask, Choice, Cx};
use crate::arabic::isolate::{isolate, isolate_file_name};
use crate::error::{Error, Result};
use crate::import::{Duplicates, ImportAsked, ImportPlanned, Reported, Sheet, Target, Verdict};
use crate::store::{Edit, ImportWatch, Reply, Ticket};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Icon, Line, Tone, UiExt, notice_bar, pick_list, progress_bar, progress_busy};
use columns::Columns;
use egui::{Context, Ui};
use preview::Preview;
use std::sync::Arc;

/// How wide the form is.
const WIDTH: f32 = 1480.0;
/// Above a field.
const LABEL_ROOM: f32 = 22.0;
/// So many rows of a sheet may be named as that of the columns.
const MOST_HEADERS: usize = 40;

/// What is asked of the program about a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportAsk {
    /// The sheets of the file.
    pub sheets: Arc<Vec<Sheet>>,
    /// How they are to be taken.
    pub asked: ImportAsked,
}

/// The open form.
pub struct ImportForm {
    file: String,
    sheets: Arc<Vec<Sheet>>,
    asked: ImportAsked,
    /// What came of what was asked last, or of what was asked before while that is on its way.
    planned: Option<Arc<ImportPlanned>>,
    is_waiting: bool,
    refusal: Option<Error>,
    is_stale: bool,
    preview: Preview,
    writing: Option<Writing>,
    is_done: bool,
}

/// An import on its way to the disk.
struct Writing {
    ticket: Ticket,
    watch: ImportWatch,
    rows: usize,
}

impl ImportForm {
    /// The form of a file that was read.
    pub fn new(target: Target, file: String, sheets: Vec<Sheet>) -> Self {
        Self {
            file,
            sheets: Arc::new(sheets),
            asked: ImportAsked::new(target),
            planned: None,
            is_waiting: false,
            refusal: None,
            is_stale: true,
            preview: Preview::default(),
            writing: None,
            is_done: false,
        }
    }

    /// What came of looking at the list; an answer to what is not asked any more is none.
    pub fn take_planned(&mut self, asked: &ImportAsked, planned: Result<ImportPlanned>) {
        if *asked != self.asked {
            return;
        }
        self.is_waiting = false;
        match planned {
            Ok(planned) => (self.planned, self.refusal) = (Some(Arc::new(planned)), None),
            Err(error) => (self.planned, self.refusal) = (None, Some(error)),
        }
    }

    /// The list as it is looked at now, for the report of what is refused.
    pub fn shown(&self) -> Option<(Arc<Vec<Sheet>>, Arc<ImportPlanned>)> {
        Some((Arc::clone(&self.sheets), Arc::clone(self.planned.as_ref()?)))
    }

    /// What was not taken of the list, in words, once the rest is written; nothing where all was.
    pub fn left_out(&self, tr: &Tr) -> Option<String> {
        let planned = self.planned.as_ref().filter(|_| self.is_done)?;
        done::left_words(&planned.plan.counts, tr)
    }

    /// Hears what the writer says.
    pub fn on_reply(&mut self, reply: &Reply) {
        if self.writing.as_ref().is_some_and(|writing| writing.ticket == reply.ticket) {
            self.writing = None;
            self.is_done = reply.result.is_ok();
        }
    }

    /// Shows it; `true` once it is done with.
    pub fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> bool {
        if std::mem::take(&mut self.is_stale) {
            // Of another table nothing holds any more; what changed of this one is told soon, and its rows stay until then.
            let is_same = |planned: &Arc<ImportPlanned>| {
                let before = &planned.asked;
                before.target == self.asked.target
                    && before.header == self.asked.header
                    && before.sheet == self.asked.sheet
            };
            self.planned = self.planned.take().filter(is_same);
            (self.refusal, self.is_waiting) = (None, true);
            cx.ask(Ask::PlanImport(ImportAsk { sheets: Arc::clone(&self.sheets), asked: self.asked.clone() }));
        }
        let tr = cx.tr;
        let before = self.asked.clone();
        let title = tr!(tr, "import-title", file = isolate_file_name(&self.file));
        let close = tr!(tr, "shell-close");
        let (mut wants_import, mut wants_close) = (false, false);
        let sheet = crate::widgets::Sheet::new("import", &title, &close).width(WIDTH).filled();
        // Both parts of the sheet are drawn one after the other, and each changes the form.
        let (form, shared) = (std::cell::RefCell::new(&mut *self), std::cell::RefCell::new(&mut *cx));
        let left = sheet.show(
            ctx,
            |ui| form.borrow_mut().fields_ui(ui, &shared.borrow()),
            |ui| (wants_import, wants_close) = form.borrow().buttons_ui(ui, &mut shared.borrow_mut()),
        );
        if (wants_import || left.is_confirmed) && self.can_import() {
            self.write(cx);
        }
        if wants_close || left.is_closed {
            match &self.writing {
                // The first wish to leave calls off what is being written; nothing of it stays.
                Some(writing) => writing.watch.cancel(),
                None => return true,
            }
        }
        self.is_stale |= before != self.asked;
        if self.is_stale {
            ctx.request_repaint();
        }
        self.is_done
    }

    fn can_import(&self) -> bool {
        let has_rows = self.planned.as_ref().is_some_and(|planned| !planned.plan.imported.rows.is_empty());
        has_rows && !self.is_waiting && self.writing.is_none()
    }

    fn write(&mut self, cx: &mut Cx<'_>) {
        let Some(planned) = &self.planned else { return };
        let watch = ImportWatch::new(cx.store.waker());
        let imported = Arc::new(planned.plan.imported.clone());
        let rows = imported.rows.len();
        let ticket = cx.store.send(Edit::Import { imported, watch: watch.clone() });
        cx.ask(Ask::RememberColumns(self.asked.clone()));
        cx.ask(Ask::ToastUndo(ticket, done::words(&planned.plan.counts, cx.tr)));
        self.writing = Some(Writing { ticket, watch, rows });
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.writing.is_some() {
            return self.progress_ui(ui, cx);
        }
        self.choices_ui(ui, cx);
        if let Some(error) = &self.refusal {
            notice_bar(ui, &error.message(cx.tr), Tone::Red);
        }
        let Some(planned) = self.planned.clone() else {
            if self.refusal.is_none() {
                let width = ui.available_width();
                progress_busy(ui, &tr!(cx.tr, "import-looking"), width);
            }
            return self.columns_of_refused_ui(ui, cx);
        };
        let sheets = Arc::clone(&self.sheets);
        let Some(sheet) = sheets.get(planned.sheet) else { return };
        self.preview.show(ui, cx, sheet, &planned, &mut self.asked);
    }

    /// Where no column was understood, a person can say which is which all the same.
    fn columns_of_refused_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (Some(_), Some(header)) = (&self.refusal, self.asked.header) else { return };
        let sheet = match &self.asked.sheet {
            Some(name) => self.sheets.iter().find(|sheet| sheet.name == *name),
            None => self.sheets.first(),
        };
        if let Some(sheet) = sheet {
            let none =
                crate::import::Columns { header, fields: vec![None; sheet.rows.get(header).map_or(0, Vec::len)] };
            Columns::new(cx.tr, sheet, &none, self.asked.target).all_ui(ui, &mut self.asked);
        }
    }

    /// What the list is of, which sheet, which row, what of duplicates.
    fn choices_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let gap = ui.metrics().medium;
        let sheets = Arc::clone(&self.sheets);
        let count = if sheets.len() > 1 { 4.0 } else { 3.0 };
        let width = (ui.available_width() - gap * (count - 1.0)) / count;
        let at_sheet = self.planned.as_ref().map(|planned| planned.sheet).or_else(|| {
            let name = self.asked.sheet.as_ref()?;
            sheets.iter().position(|sheet| sheet.name == *name)
        });
        ui.row_of(ui.metrics().control + LABEL_ROOM, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let targets = Target::ALL.map(|target| tr!(tr, &format!("import-target-{}", target.code())));
            let at = Target::ALL.iter().position(|target| *target == self.asked.target);
            let chosen = pick_list(ui, &tr!(tr, "import-target"), at, &targets, width);
            if let Some(target) = chosen.and_then(|chosen| Target::ALL.get(chosen)) {
                self.asked = ImportAsked { duplicates: self.asked.duplicates, ..ImportAsked::new(*target) };
            }
            if sheets.len() > 1 {
                let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
                let chosen = pick_list(ui, &tr!(tr, "import-sheet"), at_sheet, &names, width);
                if let Some(sheet) = chosen.and_then(|chosen| sheets.get(chosen)) {
                    (self.asked.sheet, self.asked.header) = (Some(sheet.name.clone()), None);
                    self.asked.by_row.clear();
                }
            }
            let rows = sheets.get(at_sheet.unwrap_or_default()).map_or(&[][..], |sheet| sheet.rows.as_slice());
            let rows: Vec<String> =
                rows.iter().take(MOST_HEADERS).enumerate().map(|(at, row)| header(at, row, cx)).collect();
            let at = self.planned.as_ref().map(|planned| planned.columns.header).or(self.asked.header);
            if let Some(chosen) = pick_list(ui, &tr!(tr, "import-header"), at, &rows, width) {
                self.asked.header = Some(chosen);
                self.asked.by_row.clear();
            }
            let words = Duplicates::ALL.map(|choice| tr!(tr, &format!("import-duplicates-{}", choice.code())));
            let at = Duplicates::ALL.iter().position(|choice| *choice == self.asked.duplicates);
            let chosen = pick_list(ui, &tr!(tr, "import-duplicates"), at, &words, width);
            if let Some(choice) = chosen.and_then(|chosen| Duplicates::ALL.get(chosen)) {
                self.asked.duplicates = *choice;
            }
        });
    }

    fn progress_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(writing) = &self.writing else { return };
        let (done, rows) = (writing.watch.done(), writing.rows);
        let key = if writing.watch.is_cancelled() { "import-calling-off" } else { "import-writing" };
        let words = tr!(cx.tr, key, done = done, rows = rows);
        ui.add(Line::new(&words));
        // The last of it is the search index, which nobody counts.
        let percent = i64::try_from(done * 90 / rows.max(1)).unwrap_or_default();
        let width = ui.available_width();
        progress_bar(ui, &words, percent, width);
    }

    /// Answers whether it is to be imported, or left.
    fn buttons_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>) -> (bool, bool) {
        let tr = cx.tr;
        if self.writing.is_some() {
            return (false, ui.add(Button::new(&tr!(tr, "import-call-off"))).clicked());
        }
        let count = self.planned.as_ref().map_or(0, |planned| planned.plan.imported.rows.len());
        let import = tr!(tr, "import-do", count = count);
        let is_imported = ui.add(Button::primary(&import).enabled(self.can_import()).keys("Ctrl Enter")).clicked();
        let refused = self.planned.as_ref().map_or(0, |planned| planned.plan.counts.of(Verdict::Refused));
        if refused > 0 && ui.add(Button::new(&tr!(tr, "import-save-refused")).icon(Icon::Sheet)).clicked() {
            cx.ask(Ask::Choose(Choice::ReportedRows(Reported::Refused)));
        }
        (is_imported, ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked())
    }
}

/// «الصف 3: م، اسم الجمعية».
fn header(at: usize, row: &[String], cx: &Cx<'_>) -> String {
    // A name that is broken over lines in its cell stands on one here.
    let lines = row.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    let cells: Vec<String> = lines.filter(|cell| !cell.is_empty()).take(3).map(|cell| isolate(&cell)).collect();
    tr!(cx.tr, "import-header-row", number = at + 1, cells = cells.join(" · "))
}
