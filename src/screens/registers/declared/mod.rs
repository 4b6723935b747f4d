//! A register that follows from its fields' declarations: challenges and opportunities, partnerships, regulations. Its
//! columns, filters, board, form and page need no code of their own.

mod board;
mod cells;
mod filters;
mod kinds;

use super::frame::RegisterFrame;
use crate::domain::{Entity, FieldValue, OutcomeKind, OutcomeStatus, Record, lifecycle};
use crate::screens::form::RecordForm;
use crate::screens::list::{ListRows, edit_menu};
use crate::screens::reason::Move;
use crate::screens::{Cx, KeptViews, Route, Screen, parts};
use crate::store::query::{RecordList, RecordRow, RecordRows, Which};
use crate::store::{Changes, Live, Reply};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Chosen, MenuEntry};
use board::RegisterBoard;
use egui::Ui;
use filters::Filters;
pub use kinds::{CHALLENGES, PARTNERSHIPS, REGULATIONS, Register};
use serde::{Deserialize, Serialize};

/// So many rows are listed at first; at the end of the list so many more.
const PAGE: usize = 200;

/// How a register is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum View {
    #[default]
    Table,
    Board,
}

/// The screen of a register.
pub struct DeclaredScreen {
    register: &'static Register,
    frame: RegisterFrame,
    list: Live<RecordList>,
    filters: Filters,
    view: View,
    board: RegisterBoard,
    count: usize,
}

/// What a cell, a card or a menu asks for; carried out when all is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Move(Move),
    Open(Record),
    More,
}

impl DeclaredScreen {
    /// The screen of that register.
    pub fn new(register: &'static Register) -> Self {
        Self {
            register,
            frame: RegisterFrame::new(register.words),
            list: Live::default(),
            filters: Filters::new(register),
            view: View::default(),
            board: RegisterBoard::default(),
            count: PAGE,
        }
    }

    fn show_new(&mut self, cx: &Cx<'_>) {
        let Register { entity, added, .. } = *self.register;
        // Where something new stands is where its kind starts.
        let is_asked = |name: &&str| !matches!(*name, "status" | "percent" | "kind" | "done_on" | "number");
        let fields: Vec<&str> = self.register.fields().filter(is_asked).collect();
        let fixed: Vec<FieldValue> = added.map(|kind| ("kind", kind.into())).into_iter().collect();
        let title = tr!(cx.tr, &self.frame.key("new"));
        self.frame.show_form(|| RecordForm::add(title, entity, &fields, fixed, cx));
    }

    fn which(&self, cx: &Cx<'_>) -> Which {
        Which {
            entity: self.register.entity,
            kinds: self.register.kinds.iter().map(|kind| kind.code()).collect(),
            conditions: self.filters.conditions(),
            containing: self.frame.containing().to_owned(),
            order: self.register.order(self.frame.list.state.layout().sort()),
            today: cx.today,
        }
    }

    fn about(&self, cx: &Cx<'_>) -> String {
        let total = self.list.last().map_or(0, |rows| rows.total);
        if total == 0 { String::new() } else { tr!(cx.tr, "register-shown", count = total) }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let columns = self.register.columns_of(&self.frame.list.state, self.view == View::Board);
        self.list.get(cx.store, RecordList { which: self.which(cx), columns, first: 0, count: self.count });
        let (revision, Some(found)) = (self.list.revision(), self.list.last()) else {
            return RegisterFrame::loading_ui(ui, cx);
        };
        if found.rows.is_empty() {
            let is_filtered = self.filters.is_set() || !self.frame.containing().is_empty();
            if self.frame.empty_ui(ui, cx, is_filtered) {
                self.show_new(cx);
            }
            return;
        }
        let mut wishes = Vec::new();
        match self.view {
            View::Table => {
                footer(ui, cx, &self.frame, found, &mut wishes);
                table_ui(ui, cx, self.register, &mut self.frame, (revision, found), &mut wishes);
            }
            View::Board => {
                let name = self.frame.title(cx.tr);
                self.board.show(ui, cx, (&name, self.register), (revision, found), &mut wishes);
            }
        }
        let mut moves = Vec::new();
        for wish in wishes {
            match wish {
                Wish::Move(one) => moves.push(one),
                Wish::Open(record) => cx.go(Route::Record(record)),
                Wish::More => self.count += PAGE,
            }
        }
        self.frame.move_all(moves, cx);
    }

    fn view_name(&self) -> String {
        format!("view-{}", self.register.words)
    }

    /// The buttons that choose how the register is shown, and its filters.
    fn bar_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        const VIEWS: [View; 2] = [View::Table, View::Board];
        let names = [tr!(cx.tr, "register-as-table"), tr!(cx.tr, "register-as-board")];
        let at = VIEWS.iter().position(|one| *one == self.view).unwrap_or_default();
        if let Some(view) = parts::view_switch(ui, &names, at).and_then(|chosen| VIEWS.get(chosen)).copied() {
            self.view = view;
            cx.keep_view(&self.view_name(), &view);
        }
        let which = Which { conditions: Vec::new(), ..self.which(cx) };
        if self.filters.show(ui, cx, which) {
            self.frame.list.state.show_top();
            self.count = PAGE;
        }
    }
}

/// The kind of a row, where kinds have lives of their own.
fn kind_of(row: &RecordRow) -> Option<OutcomeKind> {
    OutcomeKind::from_code(&row.kind)
}

/// Where a row stands.
fn status_of(found: &RecordRows, row: &RecordRow) -> Option<OutcomeStatus> {
    OutcomeStatus::from_code(found.cell(row, "status")?.text())
}

/// Where a row stands and where it may go, in the order of its life.
fn choices(entity: Entity, kind: Option<OutcomeKind>, from: Option<OutcomeStatus>) -> Vec<OutcomeStatus> {
    let Some((cycle, from)) = lifecycle::cycle_of(entity, kind).zip(from) else { return Vec::new() };
    let may = |to: &OutcomeStatus| *to == from || lifecycle::may_move(cycle, from, *to);
    lifecycle::statuses_of(cycle).filter(may).collect()
}

fn row_choices(found: &RecordRows, row: &RecordRow) -> Vec<OutcomeStatus> {
    choices(row.record.entity, kind_of(row), status_of(found, row))
}

/// The move of a row to a status it may have.
fn move_of(found: &RecordRows, row: &RecordRow, to: OutcomeStatus) -> Option<Wish> {
    let from = status_of(found, row)?;
    row_choices(found, row).contains(&to).then_some(Wish::Move(Move { record: row.record, from, to }))
}

fn table_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    register: &'static Register,
    frame: &mut RegisterFrame,
    (revision, found): (u64, &RecordRows),
    wishes: &mut Vec<Wish>,
) {
    let columns = register.list_columns();
    let listed = ListRows { revision, rows: &found.rows };
    let list = &mut frame.list;
    let menu = |row: &RecordRow| menu_entries(found, row, cx.tr);
    let output =
        list.show(ui, cx, listed, &columns, menu, |ui, row, field| cells::cell(ui, cx, found, row, field, wishes));
    wishes.extend(output.opened.map(|row| Wish::Open(row.record)));
    if let Some((row, chosen)) = output.menu {
        match MENU.get(chosen.entry) {
            Some(RowAct::Open) => wishes.push(Wish::Open(row.record)),
            Some(RowAct::Move) => {
                let to = chosen_status(found, row, &chosen);
                wishes.extend(list.selected(listed.rows).filter_map(|one| move_of(found, one, to?)));
            }
            Some(RowAct::Copy) => list.copy(ui, cx, listed.rows),
            None => {}
        }
    }
}

/// What the menu of a row does, in its order.
const MENU: [RowAct; 3] = [RowAct::Open, RowAct::Move, RowAct::Copy];

enum RowAct {
    Open,
    Move,
    Copy,
}

fn menu_entries(found: &RecordRows, row: &RecordRow, tr: &Tr) -> Vec<MenuEntry> {
    let present = status_of(found, row);
    let status = |status: OutcomeStatus| MenuEntry::new(tr!(tr, status.label_key())).current(Some(status) == present);
    let [_, copy] = edit_menu(tr);
    let open = MenuEntry::new(tr!(tr, "register-menu-open")).shortcut("Enter");
    let moves =
        MenuEntry::new(tr!(tr, "register-status")).children(row_choices(found, row).into_iter().map(status).collect());
    vec![open, moves.begins_group(), copy.begins_group()]
}

fn chosen_status(found: &RecordRows, row: &RecordRow, chosen: &Chosen) -> Option<OutcomeStatus> {
    chosen.child.and_then(|child| row_choices(found, row).get(child).copied())
}

/// How many rows there are; where not all are listed, a button for more.
fn footer(ui: &mut Ui, cx: &Cx<'_>, frame: &RegisterFrame, found: &RecordRows, wishes: &mut Vec<Wish>) {
    let left = found.total.saturating_sub(found.rows.len());
    if frame.counted_footer(ui, cx, (found.rows.len(), found.total)) && left > 0 {
        wishes.push(Wish::More);
    }
}

impl Screen for DeclaredScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let about = self.about(cx);
        if self.frame.heading_ui(ui, cx, &about) {
            self.show_new(cx);
        }
        parts::bar(ui, |ui| {
            self.bar_ui(ui, cx);
            self.frame.filter_ui(ui, cx);
        });
        self.list_ui(ui, cx);
        self.frame.form_ui(ui, cx);
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.frame.on_reply(reply);
    }

    fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        self.filters.note(changes);
        self.frame.note(changes);
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.frame.flush(cx);
    }

    fn recall(&mut self, views: &KeptViews) {
        self.frame.list.recall(views);
        self.register.hide_the_rest(&mut self.frame.list.state);
        self.view = views.get(&self.view_name()).unwrap_or_default();
    }
}
