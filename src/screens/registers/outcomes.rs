//! «المتابعات» and «المبادرات والمقترحات»: what came out of meetings, as tables; open first, by due day.

use super::frame::{RegisterFrame, row_menu};
use crate::arabic::Collator;
use crate::domain::{
    Entity, FieldValue, MeetingId, OutcomeId, OutcomeKind, OutcomeStatus, Record, initials, lifecycle,
};
use crate::screens::form::RecordForm;
use crate::screens::reason::Move;
use crate::screens::parts::two_lines;
use crate::screens::{Cx, Route, Screen, parts};
use crate::store::query::{OutcomeList, OutcomeRow};
use crate::store::{Changes, Live, Reply};
use crate::strings::Tr;
use crate::text::Weight;
use crate::tr;
use crate::widgets::table::NARROW;
use crate::widgets::{
    Button, Chip, Column, Line, MenuEntry, RowHead, Table, Tone, Type, UiExt, Width, avatar, check_box,
    menu_below_with, progress_bar,
};
use egui::Ui;
use std::cmp::Ordering;

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

/// The screen of a register.
pub struct OutcomesScreen {
    register: &'static Register,
    frame: RegisterFrame,
    list: Live<OutcomeList>,
}

/// What a cell asks for; carried out when the table is drawn.
enum Wish {
    Move(OutcomeId, OutcomeStatus),
    OpenMeeting(MeetingId),
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
        Self { register, frame: RegisterFrame::new(register.words), list: Live::default() }
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
        self.frame.footer(ui, cx, rows.len(), is_tasks);
        let is_narrow = ui.available_width() < NARROW;
        let shown = columns(is_tasks, is_narrow);
        let titles: Vec<String> = shown.iter().map(|(_, key, _)| tr!(cx.tr, key)).collect();
        let columns: Vec<Column<'_>> =
            shown.iter().zip(&titles).map(|((shown, _, width), title)| shown.column(title, *width)).collect();
        let screen = self.frame.title(cx.tr);
        let (order, table) = (&mut self.frame.order, &mut self.frame.table);
        let collator = Collator::new();
        order.update(revision, rows.len(), table.layout().sort(), |column, one, other| {
            let pair = rows.get(one).zip(rows.get(other));
            pair.map_or(Ordering::Equal, |(one, other)| compare(&collator, column, one, other))
        });
        let at = |place: usize| rows.get(order.row(place));
        let head = |place: usize| {
            let (key, name) = at(place).map(|row| (row.id.0, row.text.as_str())).unwrap_or_default();
            RowHead::new(key, name)
        };
        let mut wishes = Vec::new();
        let menu = |place: usize| at(place).map(|row| menu_entries(row, cx.tr)).unwrap_or_default();
        let output = Table::new(cx.tr, &screen, &columns, rows.len()).multiple().menu(&menu).show(
            ui,
            table,
            head,
            |ui, place, column| {
                if let (Some(row), Some((shown, ..))) = (at(place), shown.get(column)) {
                    cell(ui, cx, row, *shown, &mut wishes);
                }
            },
        );
        let selection = table.selection();
        let selected = || (0..rows.len()).filter_map(at).filter(|row| selection.contains(row.id.0));
        if output.toggled.is_some() && is_tasks {
            wishes.extend(turn_done(selected()));
        }
        let mut edited = output.opened.and_then(at);
        let mut is_copied = output.is_copied;
        if let Some((row, chosen)) = output.menu.and_then(|(place, chosen)| Some((at(place)?, chosen))) {
            match MENU.get(chosen.entry) {
                Some(RowAct::Edit) => edited = Some(row),
                Some(RowAct::Move) => {
                    let to = chosen.child.and_then(|child| choices(row).get(child).copied());
                    let may = |one: &&OutcomeRow| to.is_some_and(|to| choices(one).contains(&to));
                    wishes.extend(selected().filter(may).filter_map(|one| Some(Wish::Move(one.id, to?))));
                }
                Some(RowAct::Meeting) => wishes.extend(row.meeting.map(Wish::OpenMeeting)),
                Some(RowAct::Copy) => is_copied = true,
                None => {}
            }
        }
        if is_copied {
            ui.copy_text(parts::copied_rows(selected().map(|row| copied(row, cx))));
        }
        let mut moves = Vec::new();
        for wish in wishes {
            match wish {
                Wish::OpenMeeting(meeting) => cx.go(Route::Meeting(meeting)),
                Wish::Move(outcome, to) => {
                    let row = rows.iter().find(|row| row.id == outcome);
                    moves.extend(row.map(|row| Move { record: outcome.record(), from: row.status, to }));
                }
            }
        }
        self.frame.move_all(moves, cx);
        if let Some(row) = edited {
            self.frame.show_form(|| parts::outcome_form(row, register.fields, cx));
        }
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
    let [edit, copy] = row_menu(tr);
    let moves = MenuEntry::new(tr!(tr, "register-status")).children(statuses.map(status).collect());
    vec![edit, moves.begins_group(), meeting, copy.begins_group()]
}

/// All of them done; where they are already, none of them.
fn turn_done<'a>(rows: impl Iterator<Item = &'a OutcomeRow> + Clone) -> Vec<Wish> {
    let are_done = rows.clone().all(|row| row.status == OutcomeStatus::Done);
    let to = if are_done { OutcomeStatus::InProgress } else { OutcomeStatus::Done };
    rows.map(|row| Wish::Move(row.id, to)).collect()
}

fn compare(collator: &Collator, column: &str, one: &OutcomeRow, other: &OutcomeRow) -> Ordering {
    let text = |of: fn(&OutcomeRow) -> &str| parts::compare_text(collator, of(one), of(other));
    let stage = |row: &OutcomeRow| lifecycle::statuses_of(lifecycle::cycle(row.kind)).position(|status| status == row.status);
    match column {
        "number" => text(|row| &row.number),
        "person" => text(|row| if row.person_name.is_empty() { &row.organisation_name } else { &row.person_name }),
        "area" => text(|row| &row.area),
        "due" => parts::compare_known(one.due, other.due),
        "status" => stage(one).cmp(&stage(other)),
        "progress" => one.percent.cmp(&other.percent),
        "meeting" => text(|row| &row.meeting_number),
        _ => text(|row| &row.text),
    }
}

fn copied(row: &OutcomeRow, cx: &Cx<'_>) -> [String; 6] {
    let due = row.due.map(|due| parts::day(due, cx.tr, cx.settings.calendars)).unwrap_or_default();
    let person = parts::person_short(row.person_honorific, &row.person_name);
    let status = tr!(cx.tr, row.status.label_key());
    [row.number.clone(), row.text.clone(), person, row.organisation_name.clone(), due, status]
}

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Mark,
    Number,
    Text,
    Person,
    Area,
    Due,
    Status,
    Progress,
    Meeting,
}

impl Shown {
    fn column(self, title: &str, width: Width) -> Column<'_> {
        match self {
            Self::Mark => Column::new("mark", title, width).fixed(),
            Self::Number => Column::new("number", title, width).sortable(),
            Self::Text => Column::new("text", title, width).sortable(),
            Self::Person => Column::new("person", title, width).sortable(),
            Self::Area => Column::new("area", title, width).sortable(),
            Self::Due => Column::new("due", title, width).sortable(),
            Self::Status => Column::new("status", title, width).sortable(),
            Self::Progress => Column::new("progress", title, width).sortable(),
            Self::Meeting => Column::new("meeting", title, width).sortable(),
        }
    }
}

/// The columns, with the keys of their headings. A narrow window puts the number below the text and leaves the progress
/// to the form.
const fn columns(is_tasks: bool, is_narrow: bool) -> &'static [(Shown, &'static str, Width)] {
    use Shown::{Area, Due, Mark, Meeting, Number, Person, Progress, Status, Text};
    use Width::{Points, Share};
    match (is_tasks, is_narrow) {
        (true, false) => &[
            (Mark, "register-mark", Points(44.0)),
            (Number, "register-number", Points(136.0)),
            (Text, "follow-ups-task", Share(1.5)),
            (Person, "follow-ups-owner", Share(1.0)),
            (Due, "register-due", Points(216.0)),
            (Status, "register-status", Points(128.0)),
            (Progress, "follow-ups-progress", Points(104.0)),
            (Meeting, "register-meeting", Points(128.0)),
        ],
        (true, true) => &[
            (Mark, "register-mark", Points(40.0)),
            (Text, "follow-ups-task", Share(1.5)),
            (Person, "follow-ups-owner", Share(1.0)),
            (Due, "register-due", Points(130.0)),
            (Status, "register-status", Points(126.0)),
            (Meeting, "register-meeting", Points(116.0)),
        ],
        (false, false) => &[
            (Number, "register-number", Points(136.0)),
            (Text, "proposals-text", Share(1.5)),
            (Person, "proposals-proposer", Share(1.0)),
            (Area, "proposals-area", Points(152.0)),
            (Status, "register-status", Points(136.0)),
            (Due, "register-due", Points(204.0)),
            (Meeting, "register-meeting", Points(128.0)),
        ],
        (false, true) => &[
            (Text, "proposals-text", Share(1.5)),
            (Person, "proposals-proposer", Share(1.0)),
            (Status, "register-status", Points(136.0)),
            (Due, "register-due", Points(130.0)),
            (Meeting, "register-meeting", Points(116.0)),
        ],
    }
}

/// Draws one cell; what it asks for goes on the list.
fn cell(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow, shown: Shown, wishes: &mut Vec<Wish>) {
    let is_narrow = ui.ctx().content_rect().width() < NARROW + 216.0;
    match shown {
        Shown::Mark => {
            let name = tr!(cx.tr, "register-mark-done", what = &row.text);
            if check_box(ui, &name, row.status == OutcomeStatus::Done).clicked() {
                wishes.extend(turn_done(std::iter::once(row)));
            }
        }
        Shown::Number => {
            let weak = ui.tokens().ink_weak;
            ui.add(Line::new(&cx.tr.code(&row.number)).size(Type::Caption).color(weak));
        }
        Shown::Text => text_cell(ui, cx, row, is_narrow),
        Shown::Person => person_cell(ui, row, is_narrow),
        Shown::Area if !row.area.is_empty() => _ = ui.add(Chip::new(&row.area, Tone::Lavender)),
        Shown::Area => {}
        Shown::Due => due_cell(ui, cx, row, is_narrow),
        Shown::Status => status_cell(ui, cx, row, wishes),
        Shown::Progress => {
            let width = ui.available_width().min(90.0);
            let name = tr!(cx.tr, "register-progress-of", what = &row.text);
            progress_bar(ui, &name, row.percent, width);
        }
        Shown::Meeting => meeting_cell(ui, cx, row, wishes),
    }
}

fn text_cell(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow, is_narrow: bool) {
    if is_narrow {
        two_lines(ui, &row.text, &cx.tr.code(&row.number), Weight::Medium);
        return;
    }
    if row.kind == OutcomeKind::Initiative {
        ui.add(Chip::new(&tr!(cx.tr, row.kind.label_key()), parts::kind_tone(row.kind)));
    }
    ui.add(Line::new(&row.text).weight(Weight::Medium));
}

fn person_cell(ui: &mut Ui, row: &OutcomeRow, is_narrow: bool) {
    let person = parts::person_short(row.person_honorific, &row.person_name);
    let (first, second) = match (row.person_name.as_str(), row.organisation_name.as_str()) {
        ("", body) => (body, ""),
        (_, body) => (person.as_str(), body),
    };
    if !row.person_name.is_empty() && !is_narrow {
        avatar(ui, &initials(&row.person_name), 28.0);
    }
    if !first.is_empty() {
        two_lines(ui, first, second, Weight::Regular);
    }
}

fn due_cell(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow, is_narrow: bool) {
    let calendars = cx.settings.calendars;
    let mut words = parts::due(row, cx.today, cx.tr, calendars);
    // On a narrow window the day says enough: the status beside it says «done».
    if let (true, Some((words, _)), Some(done)) =
        (is_narrow && lifecycle::is_closed(row.status), &mut words, row.done_on)
    {
        *words = parts::day(done, cx.tr, calendars);
    }
    let day = row.due.map(|due| (parts::day(due, cx.tr, calendars), due.medium(cx.tr, calendars)));
    let draw = |ui: &mut Ui| {
        if let Some((words, tone)) = &words {
            ui.add(Chip::new(words, *tone));
        }
        // What is done says on which day; the day it was due would only crowd it.
        if let Some((day, whole)) = day.as_ref().filter(|_| !lifecycle::is_closed(row.status)) {
            ui.add(Line::new(day).weak(ui)).on_hover_text(whole);
        }
    };
    if is_narrow {
        ui.column(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let has_day = day.is_some() && !lifecycle::is_closed(row.status);
            let lines = ui.metrics().chip + if has_day { 2.0 + Type::Caption.line_height() } else { 0.0 };
            ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
            draw(ui);
        });
    } else {
        draw(ui);
    }
}

/// The status, and the menu of those it may move to.
fn status_cell(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow, wishes: &mut Vec<Wish>) {
    let words = tr!(cx.tr, row.status.label_key());
    let name = tr!(cx.tr, "register-status-of", what = &row.text);
    let button = ui.add(Chip::new(&words, parts::outcome_tone(row.status)).menu(&name));
    let statuses = choices(row);
    let entry = |status: &OutcomeStatus| MenuEntry::new(tr!(cx.tr, status.label_key())).current(*status == row.status);
    let entries = || statuses.iter().map(entry).collect();
    if let Some(to) = menu_below_with(ui, &button, &name, entries).and_then(|at| statuses.get(at)) {
        wishes.push(Wish::Move(row.id, *to));
    }
}

fn meeting_cell(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow, wishes: &mut Vec<Wish>) {
    if let Some(meeting) = row.meeting {
        let number = cx.tr.code(&row.meeting_number);
        let name = tr!(cx.tr, "register-open-meeting", number = number.clone());
        let button = Button::quiet(&number).small().name(&name).tooltip(&row.meeting_title);
        if ui.add(button).clicked() {
            wishes.push(Wish::OpenMeeting(meeting));
        }
    }
}

impl Screen for OutcomesScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let about = self.about(cx);
        if self.frame.head_ui(ui, cx, &about) {
            self.show_new(cx);
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
    }
}
