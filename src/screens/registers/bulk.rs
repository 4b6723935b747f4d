//! Several records changed at once, as one step of undo. Those that may not be changed so are left as they are and named
//! with the reason; the others are changed all together or, should the disk refuse, not at all.

use super::papers::{PapersForm, PapersOutput, WantedPapers};
use super::{Register, kind_of, row_choices, status_of};
use crate::domain::lifecycle::{self, MeetingNeed, TRACKED};
use crate::domain::{
    Entity, EntryList, Field, FieldKind, LinkKind, MeetingId, MeetingStatus, OutcomeKind, OutcomeStatus, Record,
    Searched, TemplateKind, Value,
};
use crate::error::{Error, ErrorKind};
use crate::screens::form::{OneForm, OneOutput};
use crate::screens::merge::{MergeForm, MergeOutput};
use crate::screens::parts::long_menu;
use crate::screens::reason::{Move, ReasonForm, send_meeting_moves};
use crate::screens::{Ask, Cx, shown};
use crate::store::query::{Cell, Locked, RecordRow, RecordRows, STANDING};
use crate::store::{Changes, Edit, Live, NewName, Reply, Ticket};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Icon, Line, MenuEntry, UiExt, dialog, menu_below_with};
use egui::Ui;

/// So many refusals are told one by one.
const TOLD: usize = 8;

/// No record has this id: it stands where one is to be that is not made yet.
const NOBODY: i64 = 0;

/// A tag is a tie and not a field; it is asked for as one.
static TAG: Field = Field {
    name: "tag",
    kind: FieldKind::Entry(EntryList::Tag),
    searched: Searched::No,
    kinds: &[],
    is_required: true,
    is_kept: true,
    suggested_by: None,
};

/// What is done to all selected records.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    Move(OutcomeStatus),
    /// Where meetings stand; they have a life of their own.
    MoveMeetings(MeetingStatus),
    Set(&'static Field, Value),
    Tag(i64),
    /// The field is to hold a record that no register knows yet; it is made with the change.
    SetNew(&'static Field, NewName),
    /// A tag that is new.
    TagNew(NewName),
    Remove,
}

/// What the person asks for in the bar or in a row's menu.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum BulkAct {
    Change(Change),
    /// The field's content is asked for.
    Ask(&'static Field),
    AskTag,
    /// Their papers are to be written.
    Papers,
    /// The two that are selected are one.
    Merge,
    Copy,
    Unselect,
}

/// What becomes of a change.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Plan {
    pub(super) moves: Vec<Move>,
    /// Of meetings, all to one status.
    pub(super) meetings: Option<(MeetingStatus, Vec<MeetingId>)>,
    pub(super) edits: Vec<Edit>,
    /// What is made for them.
    pub(super) new: Vec<NewName>,
    /// What stays as it is: its name, and why.
    pub(super) refused: Vec<(String, String)>,
}

/// Who may be changed so, and who not.
pub(super) fn plan(
    change: &Change,
    found: &RecordRows,
    rows: &[&RecordRow],
    locked: &[Record],
    register: &Register,
    tr: &Tr,
) -> Plan {
    // A new record stands in their fields only when it is made.
    let (change, new) = match change {
        Change::SetNew(field, new) => (Change::Set(field, Value::Number(NOBODY)), vec![new.clone()]),
        Change::TagNew(new) => (Change::Tag(NOBODY), vec![NewName { field: "target", ..new.clone() }]),
        Change::Move(_) | Change::MoveMeetings(_) | Change::Set(..) | Change::Tag(_) | Change::Remove => {
            (change.clone(), Vec::new())
        }
    };
    let mut plan = Plan { new, ..Plan::default() };
    for row in rows {
        let record = row.record;
        let refused = |why: String| (row.title.clone(), why);
        let is_locked = locked.contains(&record);
        let is_meeting = record.entity == Entity::Meeting;
        let locked_key = if is_meeting { "bulk-locked-meeting" } else { "bulk-locked" };
        match &change {
            Change::Move(to) => {
                let Some(from) = status_of(found, row) else { continue };
                if from == *to {
                    continue;
                }
                if row_choices(found, row).contains(to) {
                    plan.moves.push(Move { record, from, to: *to });
                } else {
                    let kind = OutcomeKind::from_code(&row.kind);
                    let [from, to] = [from, *to].map(|status| status.words(kind, tr));
                    plan.refused.push(refused(tr!(tr, "register-move-not-allowed", from = from, to = to)));
                }
            }
            Change::MoveMeetings(_) if is_locked => plan.refused.push(refused(tr!(tr, locked_key))),
            Change::MoveMeetings(to) => match meeting_move(found, row, *to, tr) {
                Ok(true) => {
                    plan.meetings.get_or_insert_with(|| (*to, Vec::new())).1.push(MeetingId(record.id));
                }
                Ok(false) => {}
                Err(why) => plan.refused.push(refused(why)),
            },
            Change::Set(field, _) if is_locked && (is_meeting || !TRACKED.contains(&field.name)) => {
                plan.refused.push(refused(tr!(tr, locked_key)));
            }
            Change::Set(field, _)
                if !field.is_of(Some(&row.kind).filter(|kind| !kind.is_empty()).map(String::as_str)) =>
            {
                let (field, kind) = (register.heading(field, tr), shown::kind_words(record, &row.kind, tr));
                plan.refused.push(refused(tr!(tr, "bulk-no-field", field = field, kind = kind)));
            }
            Change::Set(field, value) => {
                // What holds it already is no change.
                if found.cell(row, field.name).is_some_and(|cell| cell.value == *value) {
                    continue;
                }
                let values = vec![(field.name, value.clone())];
                plan.edits.push(Edit::Set { record, values, session: None, based_on: None });
            }
            Change::Tag(tag) => {
                let target = Record { entity: Entity::Entry, id: *tag };
                let values =
                    vec![("source", record.into()), ("kind", LinkKind::Tagged.into()), ("target", target.into())];
                plan.edits.push(Edit::Add { entity: Entity::Link, values });
            }
            Change::SetNew(..) | Change::TagNew(_) => {}
            Change::Remove if is_locked => plan.refused.push(refused(tr!(tr, locked_key))),
            Change::Remove => plan.edits.push(Edit::Remove(record)),
        }
    }
    plan
}

/// May a meeting move there? Not where it stands there already; else the reason why it may not.
fn meeting_move(found: &RecordRows, row: &RecordRow, to: MeetingStatus, tr: &Tr) -> Result<bool, String> {
    let Some(from) = meeting_status(found, row).filter(|from| *from != to) else { return Ok(false) };
    if !lifecycle::meeting_may_move(from, to) {
        let [from, to] = [from, to].map(|status| tr!(tr, status.label_key()));
        return Err(tr!(tr, "register-move-not-allowed", from = from, to = to));
    }
    let is_given = |field| found.cell(row, field).is_some_and(|cell| cell.value != Value::Empty);
    let lacks = |need: &&MeetingNeed| match need {
        MeetingNeed::Date => !is_given("date"),
        MeetingNeed::Host => !is_given("host"),
        MeetingNeed::Attendance => found.cell(row, "listed").and_then(Cell::number).is_none_or(|number| number <= 0),
    };
    match lifecycle::meeting_needs(to).iter().find(lacks) {
        Some(need) => Err(Error::new(ErrorKind::MissingFirst(need.label_key().to_owned()), "bulk").message(tr)),
        None => Ok(true),
    }
}

/// Where a meeting stands that is not approved.
pub(super) fn meeting_status(found: &RecordRows, row: &RecordRow) -> Option<MeetingStatus> {
    MeetingStatus::from_code(found.cell(row, STANDING)?.text())
}

/// Where a meeting stands and where it may go together with others: each is begun and ended by itself.
pub(super) fn meeting_choices(found: &RecordRows, row: &RecordRow) -> Vec<MeetingStatus> {
    let Some(from) = meeting_status(found, row) else { return Vec::new() };
    let is_of_several = |to: &MeetingStatus| !matches!(to, MeetingStatus::InProgress | MeetingStatus::Held);
    lifecycle::meeting_moves(from).iter().copied().filter(is_of_several).collect()
}

/// The fields that a move of meetings looks at.
pub(super) const MEETING_NEEDS: [&str; 4] = [STANDING, "date", "host", "listed"];

/// The work on several records.
#[derive(Default)]
pub(super) struct Bulk {
    form: Option<(&'static Field, OneForm)>,
    locked: Live<Locked>,
    /// Why meetings are put off or called off, while it is being asked.
    reason: Option<ReasonForm>,
    refused: Vec<(String, String)>,
    changed: usize,
    /// So many of these are moves, which may have to say why first.
    moved: usize,
    /// A tag on its way to so many records: whether they had it already is known when the writer answers.
    tagging: Option<(Ticket, usize)>,
    /// So many were tagged, and so many had the tag already.
    tagged: Option<(Ticket, usize, usize)>,
    /// Which papers of the selected are to be written, while it is being asked.
    papers: Option<PapersForm>,
    /// Two that become one, side by side.
    merge: Option<MergeForm>,
}

/// Has each record of the register papers of its own?
pub(super) const fn has_papers(register: &Register) -> bool {
    !TemplateKind::of_record(register.entity).is_empty()
}

impl Bulk {
    pub(super) fn note(&mut self, changes: Changes) {
        self.locked.note(changes);
        if let Some(merge) = &mut self.merge {
            merge.note(changes);
        }
        if let Some((_, form)) = &mut self.form {
            form.note(changes);
        }
    }

    /// Learns which of the selected belong to approved minutes, before anybody asks for a change of them.
    pub(super) fn look_at(&mut self, cx: &Cx<'_>, rows: &[&RecordRow]) {
        if !rows.is_empty() {
            self.locked.get(cx.store, Locked { records: rows.iter().map(|row| row.record).collect() });
        }
    }

    /// The bar above the rows while several are selected, in the place of the filters.
    pub(super) fn bar_ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        register: &'static Register,
        found: &RecordRows,
        (rows, selected): (&[&RecordRow], usize),
        is_busy: bool,
    ) -> Option<BulkAct> {
        let tr = cx.tr;
        let tokens = ui.tokens();
        let mut act = None;
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(ui.metrics().small);
            let count = tr!(tr, "bulk-selected", count = selected);
            beside_buttons(ui, Line::new(&count).weight(crate::text::Weight::SemiBold).color(tokens.accent_ink));
            if is_busy {
                let words = tr!(tr, "bulk-reading");
                beside_buttons(ui, Line::new(&words).weak(ui));
            }
            if cx.store.is_read_only() || is_busy {
                return;
            }
            let moved = if register.entity == Entity::Meeting { meeting_ui } else { status_ui };
            act = act.take().or(moved(ui, tr, register, found, rows));
            for field in register.often_changed() {
                let words = tr!(tr, "bulk-set", field = register.heading(field, tr));
                if ui.add(Button::new(&words).small()).clicked() {
                    act = Some(BulkAct::Ask(field));
                }
            }
            act = act.take().or(other_ui(ui, tr, register));
            if ui.add(Button::new(&tr!(tr, "bulk-tag")).small()).clicked() {
                act = Some(BulkAct::AskTag);
            }
            let can_merge = matches!(register.entity, Entity::Person | Entity::Organisation) && selected == 2;
            if can_merge && ui.add(Button::new(&tr!(tr, "bulk-merge")).small()).clicked() {
                act = Some(BulkAct::Merge);
            }
            if has_papers(register) && ui.add(Button::new(&tr!(tr, "batch-papers")).small()).clicked() {
                act = Some(BulkAct::Papers);
            }
            if ui.add(Button::danger(&tr!(tr, "register-remove")).small().keys("Delete")).clicked() {
                act = Some(BulkAct::Change(Change::Remove));
            }
            if ui.add(Button::quiet(&tr!(tr, "register-menu-copy")).small()).clicked() {
                act = Some(BulkAct::Copy);
            }
            let unselect = tr!(tr, "bulk-unselect");
            if ui.add(Button::icon_only(Icon::Close, &unselect).small()).clicked() {
                act = Some(BulkAct::Unselect);
            }
        });
        act
    }

    /// Asks for a field's content.
    pub(super) fn ask(&mut self, field: &'static Field, register: &'static Register, count: usize, cx: &Cx<'_>) {
        let label = register.heading(field, cx.tr);
        self.open(field, label, register, count, cx);
    }

    /// Asks which papers of so many records are to be written.
    pub(super) fn ask_papers(&mut self, register: &'static Register, count: usize) {
        self.papers = Some(PapersForm::new(register.entity, count));
    }

    /// The window for that; answers what is to be written, once.
    pub(super) fn papers_ui(&mut self, ctx: &egui::Context, cx: &Cx<'_>) -> Option<WantedPapers> {
        match self.papers.as_mut()?.show(ctx, cx) {
            PapersOutput::Open => None,
            PapersOutput::Cancelled => {
                self.papers = None;
                None
            }
            PapersOutput::Wanted(wanted) => {
                self.papers = None;
                Some(wanted)
            }
        }
    }

    /// Holds two beside each other; one of them stays.
    pub(super) fn ask_merge(&mut self, rows: &[&RecordRow]) {
        if let [first, second] = rows {
            self.merge = Some(MergeForm::new(first.record, Some(second.record)));
        }
    }

    /// The sheet for that; answers the one that stays, once.
    pub(super) fn merge_ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) -> Option<Record> {
        let kept = match self.merge.as_mut()?.show(ctx, cx) {
            MergeOutput::Open => return None,
            MergeOutput::Cancelled => None,
            MergeOutput::Merged(kept) => Some(kept),
        };
        self.merge = None;
        kept
    }

    /// Asks for a tag.
    pub(super) fn ask_tag(&mut self, register: &'static Register, count: usize, cx: &Cx<'_>) {
        self.open(&TAG, tr!(cx.tr, "bulk-tag-name"), register, count, cx);
    }

    fn open(&mut self, field: &'static Field, label: String, register: &'static Register, count: usize, cx: &Cx<'_>) {
        let title = tr!(cx.tr, "bulk-title", field = &label, count = count);
        let confirm = tr!(cx.tr, "bulk-apply");
        self.form = Some((field, OneForm::new((title, label, confirm), register.entity, field, true, cx)));
    }

    /// Who of the selected may be changed so.
    pub(super) fn plan(
        &self,
        change: &Change,
        found: &RecordRows,
        rows: &[&RecordRow],
        register: &Register,
        tr: &Tr,
    ) -> Plan {
        let locked = self.locked.last().map(Vec::as_slice).unwrap_or_default();
        plan(change, found, rows, locked, register, tr)
    }

    /// Sends what may be changed, and remembers what may not to be told. The moves are the caller's: they may ask why.
    pub(super) fn send(&mut self, plan: Plan, cx: &mut Cx<'_>) -> Vec<Move> {
        let Plan { moves, meetings, mut edits, new, refused } = plan;
        let is_removal = edits.iter().all(|edit| matches!(edit, Edit::Remove(_)));
        self.refused = refused;
        self.moved = moves.len();
        self.changed = moves.len() + edits.len() + meetings.as_ref().map_or(0, |(_, meetings)| meetings.len());
        if let Some((to, meetings)) = meetings {
            self.reason = send_meeting_moves(meetings, to, cx);
        }
        if !edits.is_empty() {
            let count = edits.len();
            let is_tag = edits.iter().all(|edit| matches!(edit, Edit::Add { entity: Entity::Link, .. }));
            let edit = if edits.len() == 1 { edits.swap_remove(0) } else { Edit::Together(edits) };
            let edit = if new.is_empty() { edit } else { Edit::Naming { new, edit: Box::new(edit) } };
            let ticket = cx.store.send(edit);
            if is_tag {
                self.tagging = Some((ticket, count));
            } else if is_removal {
                cx.say_removed(ticket, "bulk-removed", count);
            } else {
                cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "bulk-done", count = count)));
            }
        }
        moves
    }

    /// The moves were called off: nothing of theirs was changed, and of whom could not be moved nobody wants to hear.
    pub(super) fn call_off(&mut self) {
        self.changed = self.changed.saturating_sub(self.moved);
        if self.changed == 0 {
            self.refused.clear();
        }
    }

    /// Hears whether a tag changed anything.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        if let Some((_, count)) = self.tagging.take_if(|(ticket, _)| *ticket == reply.ticket)
            && let Ok(applied) = &reply.result
        {
            // A new tag may have been made besides.
            let tagged = applied.made.min(count);
            self.tagged = Some((reply.ticket, tagged, count - tagged));
        }
    }

    /// Says what became of a tag.
    pub(super) fn tell_tagged(&mut self, cx: &mut Cx<'_>) {
        match self.tagged.take() {
            None => {}
            Some((_, 0, _)) => cx.ask(Ask::Toast(tr!(cx.tr, "bulk-tag-there"))),
            Some((ticket, count, 0)) => cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "bulk-done", count = count))),
            Some((ticket, tagged, had)) => {
                let tagged = tr!(cx.tr, "bulk-done", count = tagged);
                cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "bulk-tag-some", tagged = tagged, count = had)));
            }
        }
    }

    /// The small windows: a field's content, and who was not changed. Answers the change that was given.
    pub(super) fn forms_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) -> Option<Change> {
        if let Some(reason) = self.reason.take_if(|reason| reason.show(ui.ctx(), cx))
            && !reason.is_given()
        {
            (self.changed, self.refused) = (0, Vec::new());
        }
        if let Some((field, form)) = &mut self.form {
            let field = *field;
            match form.show(ui.ctx(), cx) {
                OneOutput::Open => {}
                OneOutput::Cancelled => self.form = None,
                OneOutput::New(new) => {
                    self.form = None;
                    let is_tag = field.name == TAG.name;
                    return Some(if is_tag { Change::TagNew(new) } else { Change::SetNew(field, new) });
                }
                OneOutput::Given(value, _) => {
                    self.form = None;
                    return match value {
                        Value::Number(tag) if field.name == TAG.name => Some(Change::Tag(tag)),
                        _ if field.name == TAG.name => None,
                        value @ (Value::Empty | Value::Text(_) | Value::Number(_)) => Some(Change::Set(field, value)),
                    };
                }
            }
        }
        None
    }

    /// Says who was left as they are, and why.
    pub(super) fn refused_ui(&mut self, ui: &Ui, cx: &Cx<'_>) {
        if self.refused.is_empty() || self.reason.is_some() {
            return;
        }
        let tr = cx.tr;
        let title = tr!(tr, "bulk-refused", count = self.refused.len());
        let mut is_read = false;
        let left = dialog(ui.ctx(), "bulk-refused", &title, 480.0, |ui| {
            ui.add(Line::new(&tr!(tr, "bulk-others", count = self.changed)).weak(ui));
            for (name, why) in self.refused.iter().take(TOLD) {
                ui.column(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Line::new(name).weight(crate::text::Weight::Medium).max_width(480.0));
                    ui.add(Line::new(why).weak(ui).max_width(480.0));
                });
            }
            if let Some(further) = self.refused.len().checked_sub(TOLD).filter(|further| *further > 0) {
                ui.add(Line::new(&tr!(tr, "bulk-further", count = further)).weak(ui));
            }
            is_read = ui.add(Button::primary(&tr!(tr, "bulk-understood")).keys("Ctrl Enter")).clicked();
        });
        if left.is_closed || left.is_confirmed || is_read {
            self.refused.clear();
        }
    }
}

/// A line in a row that wraps, as high as the small buttons that stand beside it.
fn beside_buttons(ui: &mut Ui, line: Line<'_>) {
    let size = egui::vec2(ui.available_width(), ui.metrics().small_control);
    ui.allocate_ui_with_layout(size, ui.direction().row(), |ui| {
        ui.set_min_height(size.y);
        ui.add(line);
    });
}

/// The statuses that one of the selected at least may move to.
fn status_ui(
    ui: &mut Ui,
    tr: &Tr,
    register: &'static Register,
    found: &RecordRows,
    rows: &[&RecordRow],
) -> Option<BulkAct> {
    if !register.has_board() {
        return None;
    }
    let words = tr!(tr, "bulk-set", field = tr!(tr, "register-status"));
    let button = ui.add(Button::new(&words).small());
    let statuses = || -> Vec<OutcomeStatus> {
        let may = |status: &OutcomeStatus| {
            let goes =
                |row: &&RecordRow| status_of(found, row) != Some(*status) && row_choices(found, row).contains(status);
            rows.iter().any(goes)
        };
        register.statuses().into_iter().filter(may).collect()
    };
    let entry = |status: &OutcomeStatus| MenuEntry::new(tr!(tr, status.label_key()));
    let at = menu_below_with(ui, &button, &words, || statuses().iter().map(entry).collect())?;
    statuses().get(at).map(|status| BulkAct::Change(Change::Move(*status)))
}

/// The statuses that one of the selected meetings at least may move to.
fn meeting_ui(ui: &mut Ui, tr: &Tr, _: &'static Register, found: &RecordRows, rows: &[&RecordRow]) -> Option<BulkAct> {
    let words = tr!(tr, "bulk-set", field = tr!(tr, "register-status"));
    let button = ui.add(Button::new(&words).small());
    let statuses = || -> Vec<MeetingStatus> {
        let may = |status: &&MeetingStatus| rows.iter().any(|row| meeting_choices(found, row).contains(status));
        MeetingStatus::ALL.iter().filter(may).copied().collect()
    };
    let entry = |status: &MeetingStatus| MenuEntry::new(tr!(tr, status.label_key()));
    let at = menu_below_with(ui, &button, &words, || statuses().iter().map(entry).collect())?;
    statuses().get(at).map(|status| BulkAct::Change(Change::MoveMeetings(*status)))
}

/// Every other field that can be given to several.
fn other_ui(ui: &mut Ui, tr: &Tr, register: &'static Register) -> Option<BulkAct> {
    let words = tr!(tr, "bulk-other");
    let button = ui.add(Button::new(&words).small());
    let fields = || register.changed_together();
    let entry = |field: &&'static Field| MenuEntry::new(register.heading(field, tr));
    let at = long_menu(ui, tr, (&button, &words), false, || fields().iter().map(entry).collect())?;
    fields().get(at).map(|field| BulkAct::Ask(field))
}

impl Register {
    /// The fields that several records are often given together.
    fn often_changed(&'static self) -> Vec<&'static Field> {
        const OFTEN: [&str; 5] = ["person", "due", "ends_on", "priority", "series"];
        let is_often = |field: &&Field| {
            OFTEN.contains(&field.name) || self.entity == Entity::Person && field.name == "organisation"
        };
        self.changed_together().into_iter().filter(is_often).collect()
    }

    /// The fields that several records can be given together: not what names or numbers one of them.
    pub(super) fn changed_together(&'static self) -> Vec<&'static Field> {
        let can = |field: &&Field| {
            let is_own = field.searched == Searched::Title || field.is_required;
            let is_other = matches!(field.kind, FieldKind::Prose | FieldKind::Phone);
            !field.is_kept && !is_own && !is_other && !matches!(field.name, "status" | "number" | "email" | "licence")
        };
        self.fields().filter(can).collect()
    }
}

/// The row's kind has a life of its own, so that its status can be moved.
pub(super) fn moves(row: &RecordRow) -> bool {
    crate::domain::lifecycle::cycle_of(row.record.entity, kind_of(row)).is_some()
}
