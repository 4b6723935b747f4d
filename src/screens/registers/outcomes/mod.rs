//! «المتابعات» and «المبادرات والمقترحات»: what came out of meetings, as a table (open first, by due day) or as a board of
//! stages.

mod board;
mod cells;

use super::frame::RegisterFrame;
use crate::domain::{Entity, FieldValue, MeetingId, OutcomeId, OutcomeKind, OutcomeStatus, Record, lifecycle};
use crate::screens::form::RecordForm;
use crate::screens::list::{ListRows, edit_menu};
use crate::screens::reason::Move;
use crate::screens::{Cx, KeptViews, Route, Screen, parts};
use crate::store::query::{OutcomeList, OutcomeRow};
use crate::store::{Changes, Live, Reply};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::table::NARROW;
use crate::widgets::{Chosen, MenuEntry};
use board::OutcomeBoard;
use cells::{cell, columns};
use egui::Ui;
use serde::{Deserialize, Serialize};

/// Which outcomes the screen shows, and how its words begin.
struct Register {
    kinds: &'static [OutcomeKind],
    added: OutcomeKind,
    words: &'static str,
    fields: &'static [&'static str],
}

static FOLLOW_UPS: Register = Register {
    kinds: &[OutcomeKind::FollowUp],
    added: OutcomeKind::FollowUp,
    words: "follow-ups",
    fields: &["text", "person", "organisation", "due", "status", "percent", "priority", "details"],
};

static PROPOSALS: Register = Register {
    kinds: &[OutcomeKind::Proposal, OutcomeKind::Initiative],
    added: OutcomeKind::Proposal,
    words: "proposals",
    fields: &["text", "kind", "person", "organisation", "area", "due", "status", "percent", "priority", "details"],
};

/// How a register is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum View {
    #[default]
    Table,
    Board,
}

/// The screen of a register.
pub struct OutcomesScreen {
    register: &'static Register,
    frame: RegisterFrame,
    list: Live<OutcomeList>,
    view: View,
    board: OutcomeBoard,
}

/// What a cell, a card or a menu asks for; carried out when all is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Move(OutcomeId, OutcomeStatus),
    OpenMeeting(MeetingId),
    Edit(OutcomeId),
}

impl OutcomesScreen {
    /// «المتابعات»
    pub fn follow_ups() -> Self {
        Self::new(&FOLLOW_UPS)
    }

    /// «المبادرات والمقترحات»
    pub fn proposals() -> Self {
        Self::new(&PROPOSALS)
    }

    fn new(register: &'static Register) -> Self {
        Self {
            register,
            frame: RegisterFrame::new(register.words),
            list: Live::default(),
            view: View::default(),
            board: OutcomeBoard::default(),
        }
    }

    fn is_tasks(&self) -> bool {
        self.register.added.is_task()
    }

    fn show_new(&mut self, cx: &Cx<'_>) {
        // The status of something new is where its kind starts.
        let is_asked = |name: &&str| !matches!(*name, "status" | "percent" | "kind");
        let fields: Vec<&str> = self.register.fields.iter().copied().filter(is_asked).collect();
        let fixed: Vec<FieldValue> = vec![("kind", self.register.added.into())];
        let title = tr!(cx.tr, &self.frame.key("new"));
        self.frame.show_form(|| RecordForm::add(title, Entity::Outcome, &fields, fixed, cx));
    }

    fn about(&self, cx: &Cx<'_>) -> String {
        let Some(rows) = self.list.last().filter(|_| self.frame.containing().is_empty()) else { return String::new() };
        let open = rows.iter().filter(|row| !lifecycle::is_closed(row.status)).count();
        let late = rows.iter().filter(|row| lifecycle::is_overdue(row.status, row.due, cx.today)).count();
        if late > 0 {
            tr!(cx.tr, &self.frame.key("open-and-late"), open = open, late = late)
        } else {
            tr!(cx.tr, &self.frame.key("open"), count = open)
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (is_tasks, register) = (self.is_tasks(), self.register);
        let query = OutcomeList { kinds: register.kinds.to_vec(), containing: self.frame.containing().to_owned() };
        self.list.get(cx.store, query);
        let (revision, Some(rows)) = (self.list.revision(), self.list.last()) else {
            return RegisterFrame::loading_ui(ui, cx);
        };
        if rows.is_empty() {
            if self.frame.nothing_ui(ui, cx) {
                self.show_new(cx);
            }
            return;
        }
        let listed = ListRows { revision, rows };
        let mut wishes = Vec::new();
        match self.view {
            View::Table => {
                self.frame.footer(ui, cx, rows.len(), is_tasks);
                table_ui(ui, cx, &mut self.frame, listed, is_tasks, &mut wishes);
            }
            View::Board => {
                let name = self.frame.title(cx.tr);
                self.board.show(ui, cx, (&name, register.added), listed, &mut wishes);
            }
        }
        let mut moves = Vec::new();
        for wish in wishes {
            match wish {
                Wish::Move(outcome, to) => {
                    let row = rows.iter().find(|row| row.id == outcome);
                    moves.extend(row.map(|row| Move { record: outcome.record(), from: row.status, to }));
                }
                Wish::OpenMeeting(meeting) => cx.go(Route::Meeting(meeting)),
                Wish::Edit(outcome) => {
                    if let Some(row) = rows.iter().find(|row| row.id == outcome) {
                        self.frame.show_form(|| parts::outcome_form(row, register.fields, cx));
                    }
                }
            }
        }
        self.frame.move_all(moves, cx);
    }

    /// The buttons that choose how the register is shown.
    fn switch_ui(ui: &mut Ui, cx: &Cx<'_>, view: View) -> Option<View> {
        const VIEWS: [View; 2] = [View::Table, View::Board];
        let names = [tr!(cx.tr, "register-as-table"), tr!(cx.tr, "register-as-board")];
        let at = VIEWS.iter().position(|one| *one == view).unwrap_or_default();
        parts::view_switch(ui, &names, at).and_then(|chosen| VIEWS.get(chosen)).copied()
    }

    fn view_name(&self) -> String {
        format!("view-{}", self.register.words)
    }
}

fn table_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    frame: &mut RegisterFrame,
    listed: ListRows<'_, OutcomeRow>,
    is_tasks: bool,
    wishes: &mut Vec<Wish>,
) {
    let columns = columns(is_tasks, ui.available_width() < NARROW);
    let list = &mut frame.list;
    let menu = |row: &OutcomeRow| menu_entries(row, cx.tr);
    let output = list.show(ui, cx, listed, columns, menu, |ui, row, shown| cell(ui, cx, row, shown, wishes));
    let selected = || list.selected(listed.rows);
    if output.is_toggled && is_tasks {
        wishes.extend(turn_done(selected()));
    }
    wishes.extend(output.opened.map(|row| Wish::Edit(row.id)));
    if let Some((row, chosen)) = output.menu {
        if asks_to_copy(&chosen) {
            list.copy(ui, cx, listed.rows);
        }
        wishes.extend(menu_wishes(row, &chosen, selected()));
    }
}

/// What the menu of a row does, in its order.
const MENU: [RowAct; 4] = [RowAct::Edit, RowAct::Move, RowAct::Meeting, RowAct::Copy];

enum RowAct {
    Edit,
    Move,
    Meeting,
    Copy,
}

/// Where a row stands and where it may go, in the order of its life.
fn choices(row: &OutcomeRow) -> Vec<OutcomeStatus> {
    let cycle = lifecycle::cycle(row.kind);
    let may = |to: &OutcomeStatus| *to == row.status || lifecycle::may_move(cycle, row.status, *to);
    lifecycle::statuses_of(cycle).filter(may).collect()
}

fn menu_entries(row: &OutcomeRow, tr: &Tr) -> Vec<MenuEntry> {
    let statuses = choices(row).into_iter();
    let status = |status: OutcomeStatus| MenuEntry::new(tr!(tr, status.label_key())).current(status == row.status);
    let meeting = MenuEntry::new(tr!(tr, "register-menu-meeting")).enabled(row.meeting.is_some());
    let [edit, copy] = edit_menu(tr);
    let moves = MenuEntry::new(tr!(tr, "register-status")).children(statuses.map(status).collect());
    vec![edit, moves.begins_group(), meeting, copy.begins_group()]
}

fn asks_to_copy(chosen: &Chosen) -> bool {
    matches!(MENU.get(chosen.entry), Some(RowAct::Copy))
}

/// What was chosen from the menu of a row; a move is for all that are selected and may have that status.
fn menu_wishes<'a>(row: &OutcomeRow, chosen: &Chosen, selected: impl Iterator<Item = &'a OutcomeRow>) -> Vec<Wish> {
    match MENU.get(chosen.entry) {
        Some(RowAct::Edit) => vec![Wish::Edit(row.id)],
        Some(RowAct::Meeting) => row.meeting.map(Wish::OpenMeeting).into_iter().collect(),
        Some(RowAct::Move) => {
            let to = chosen.child.and_then(|child| choices(row).get(child).copied());
            let Some(to) = to else { return Vec::new() };
            let may = |one: &&OutcomeRow| choices(one).contains(&to);
            selected.filter(may).map(|one| Wish::Move(one.id, to)).collect()
        }
        Some(RowAct::Copy) | None => Vec::new(),
    }
}

/// All of them done; where they are already, none of them.
fn turn_done<'a>(rows: impl Iterator<Item = &'a OutcomeRow> + Clone) -> Vec<Wish> {
    let are_done = rows.clone().all(|row| row.status == OutcomeStatus::Done);
    let to = if are_done { OutcomeStatus::InProgress } else { OutcomeStatus::Done };
    rows.map(|row| Wish::Move(row.id, to)).collect()
}

impl Screen for OutcomesScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let about = self.about(cx);
        let mut chosen = None;
        if self.frame.head_ui(ui, cx, &about, |ui| chosen = Self::switch_ui(ui, cx, self.view)) {
            self.show_new(cx);
        }
        if let Some(view) = chosen {
            self.view = view;
            cx.keep_view(&self.view_name(), &view);
        }
        self.list_ui(ui, cx);
        let fields = self.register.fields;
        let form = |row: &OutcomeRow| parts::outcome_form(row, fields, cx);
        self.frame.show_wanted(self.list.last(), |row| row.id.record(), form);
        self.frame.form_ui(ui, cx);
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.frame.on_reply(reply);
    }

    fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        self.frame.note(changes);
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.frame.flush(cx);
    }

    fn open(&mut self, record: Record) {
        self.frame.want(record);
        self.board.select(record);
    }

    fn recall(&mut self, views: &KeptViews) {
        self.frame.list.recall(views);
        self.view = views.get(&self.view_name()).unwrap_or_default();
    }
}
