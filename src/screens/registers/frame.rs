//! What stands around every register's table: heading, filter, empty states, and the form of one record.

use crate::domain::Record;
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::list::ListTable;
use crate::screens::parts::{bar, shown_and_selected};
use crate::screens::reason::{Move, ReasonForm, send_moves};
use crate::screens::{Ask, Cx};
use crate::store::{Changes, Reply};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Field, Icon, KeyHint, Skeleton, UiExt, empty_state, key_footer, page_heading};
use egui::Ui;

/// A register without its table.
pub(super) struct RegisterFrame {
    /// How the keys of its words begin: «people» for `screen-people`, `people-add`, `people-empty`.
    words: &'static str,
    pub(super) list: ListTable,
    filter: String,
    form: Option<RecordForm>,
    reason: Option<ReasonForm>,
    /// What someone wants to see, until the list has it.
    wanted: Option<Record>,
}

impl RegisterFrame {
    pub(super) fn new(words: &'static str) -> Self {
        Self { words, list: ListTable::new(words), filter: String::new(), form: None, reason: None, wanted: None }
    }

    /// One of the register's messages.
    pub(super) fn key(&self, rest: &str) -> String {
        format!("{}-{rest}", self.words)
    }

    pub(super) fn title(&self, tr: &Tr) -> String {
        tr!(tr, &format!("screen-{}", self.words))
    }

    /// What the list has to hold.
    pub(super) fn containing(&self) -> &str {
        self.filter.trim()
    }

    /// Heading, button and filter; says whether a new record is asked for. `start` stands before the filter.
    pub(super) fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, about: &str, start: impl FnOnce(&mut Ui)) -> bool {
        let is_new = self.heading_ui(ui, cx, about);
        bar(ui, |ui| {
            start(ui);
            self.filter_ui(ui, cx);
        });
        is_new
    }

    /// The heading; says whether a new record is asked for.
    pub(super) fn heading_ui(&self, ui: &mut Ui, cx: &Cx<'_>, about: &str) -> bool {
        let mut is_new = false;
        page_heading(ui, &self.title(cx.tr), about, |ui| {
            let add = tr!(cx.tr, &self.key("add"));
            let button = Button::primary(&add).icon(Icon::Plus);
            is_new = ui.add(button.enabled(!cx.store.is_read_only())).clicked();
        });
        is_new
    }

    /// The field of words.
    pub(super) fn filter_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let label = tr!(cx.tr, "register-filter");
        let clear = tr!(cx.tr, "widgets-clear", label = &label);
        let width = ui.available_width().clamp(120.0, 320.0);
        if Field::search(&mut self.filter, &label, &clear).width(width).show(ui).changed {
            self.list.state.show_top();
        }
    }

    /// In the place of rows that are still on their way.
    pub(super) fn loading_ui(ui: &mut Ui, cx: &Cx<'_>) {
        Skeleton::rows(&tr!(cx.tr, "register-loading"), ui.metrics().table_row).show(ui);
    }

    /// In the place of an empty table; says whether a new record is asked for.
    pub(super) fn nothing_ui(&self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        self.empty_ui(ui, cx, !self.containing().is_empty())
    }

    /// The same, where something else than words narrows the list too.
    pub(super) fn empty_ui(&self, ui: &mut Ui, cx: &Cx<'_>, is_narrowed: bool) -> bool {
        let tr = cx.tr;
        if !is_narrowed {
            let (title, about) = (tr!(tr, &self.key("empty")), tr!(tr, &self.key("empty-about")));
            empty_state(ui, &title, &about, Some(&tr!(tr, &self.key("add"))))
        } else {
            empty_state(ui, &tr!(tr, "register-nothing"), &tr!(tr, "register-nothing-about"), None)
        }
    }

    /// Shows a form; what is being typed in an open one is not thrown away.
    pub(super) fn show_form(&mut self, make: impl FnOnce() -> RecordForm) {
        self.form.get_or_insert_with(make);
    }

    /// Shows the form of the record that someone wants to see, once the list has it.
    pub(super) fn show_wanted<Row>(
        &mut self,
        rows: Option<&Vec<Row>>,
        record: impl Fn(&Row) -> Record,
        make: impl FnOnce(&Row) -> RecordForm,
    ) {
        let found = rows.into_iter().flatten().find(|row| self.wanted == Some(record(row)));
        if let Some(row) = found {
            self.wanted = None;
            self.form = Some(make(row));
        }
    }

    /// Sends the moves of one choice; asks for the reason first where one is wanted.
    pub(super) fn move_all(&mut self, moves: Vec<Move>, cx: &Cx<'_>) {
        if !moves.is_empty() {
            self.reason = send_moves(moves, cx);
        }
    }

    /// The form over everything else, where one is open.
    pub(super) fn form_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if self.reason.as_mut().is_some_and(|reason| reason.show(ui.ctx(), cx)) {
            self.reason = None;
        }
        let Some(form) = &mut self.form else { return };
        match form.show(ui.ctx(), cx) {
            FormOutput::Open => return,
            FormOutput::Cancelled | FormOutput::Sent(_) => {}
            FormOutput::Removed(_) => cx.ask(Ask::ToastUndo(tr!(cx.tr, &self.key("removed")))),
        }
        self.form = None;
    }

    pub(super) fn on_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.form {
            form.on_reply(reply);
        }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
    }

    pub(super) fn flush(&mut self, cx: &mut Cx<'_>) {
        if self.form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.form = None;
        }
    }

    /// A record to be found, whatever the filter says.
    pub(super) fn want(&mut self, record: Record) {
        self.filter.clear();
        self.list.state.select(Some(record.id));
        self.wanted = Some(record);
    }

    /// The bar below a table that may list the first of many; says whether more of them are asked for.
    pub(super) fn counted_footer(&self, ui: &mut Ui, cx: &Cx<'_>, (shown, total): (usize, usize)) -> bool {
        let tr = cx.tr;
        let about = if shown < total {
            tr!(tr, "register-first-of", shown = shown, total = total)
        } else {
            shown_and_selected(tr, shown, self.list.state.selection().len())
        };
        let (walk, open) = (tr!(tr, "register-key-walk"), tr!(tr, "register-menu-open"));
        let hints = [KeyHint { keys: &["J", "K"], words: &walk }, KeyHint { keys: &["Enter"], words: &open }];
        key_footer(ui, &about, &hints);
        shown < total && self.list.is_at_end(shown)
    }

    /// The bar below the table.
    pub(super) fn footer(&self, ui: &mut Ui, cx: &Cx<'_>, count: usize, has_marks: bool) {
        let shown = shown_and_selected(cx.tr, count, self.list.state.selection().len());
        let (walk, done, edit) =
            (tr!(cx.tr, "register-key-walk"), tr!(cx.tr, "register-key-done"), tr!(cx.tr, "register-key-edit"));
        let mut hints = vec![KeyHint { keys: &["J", "K"], words: &walk }];
        if has_marks {
            hints.push(KeyHint { keys: &["Space"], words: &done });
        }
        hints.push(KeyHint { keys: &["Enter"], words: &edit });
        key_footer(ui, &shown, &hints);
    }
}
