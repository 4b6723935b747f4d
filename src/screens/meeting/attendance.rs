//! Who is here: one click or key a person, and a field that also grows the registers.

use super::attendance_line::{LineAct, line_id, line_ui};
use super::attendee_sheet::{AttendeeForm, split_post};
use super::pasted::pasted_list;
use super::roll::{self, Roll};
use super::{MeetingScreen, Open};
use crate::calendar::Time;
use crate::domain::{AttendanceStatus, Entity, FieldValue, MeetingId, MeetingStatus, PersonId, Role, Value, initials};
use crate::intake::{WomensNames, names_group};
use crate::screens::{Ask, Cx, Route};
use crate::store::query::{AttendanceView, MeetingView, Named, Names};
use crate::store::{Attendee, Changes, Edit, Live, position};
use crate::text::{Label, can_take_focus, take_focus};
use crate::tr;
use crate::widgets::{Button, ComboField, Icon, Suggestion, UiExt, section_heading, tell_list};
use egui::Ui;

/// What the attendance's part of the screen remembers.
#[derive(Default)]
pub(super) struct AttendanceState {
    /// What is being typed in the field for one more.
    typed: String,
    /// Who of the register that may be.
    people: Live<Names>,
    /// Enter was pressed behind these letters before anybody knew who they may be.
    entered: Option<String>,
    /// The field asks for the focus.
    pub wants_focus: bool,
    /// The field, as it was drawn last.
    field: Option<egui::Id>,
    /// One key a person.
    pub roll: Roll,
}

impl AttendanceState {
    /// Tells its suggestions what an edit touched.
    pub(super) const fn note(&mut self, changes: Changes) {
        self.people.note(changes);
    }
}

impl MeetingScreen {
    /// The lines of attendance and the field for one more.
    pub(super) fn attendance_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let title = tr!(cx.tr, "attendance-title");
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            section_heading(ui, &title);
            if view.attendance.len() > 1 && view.meeting.approved_on.is_none() {
                ui.at_end("attendance-order", |ui| {
                    let order = tr!(cx.tr, "attendance-order");
                    if ui.add(Button::icon_only(Icon::Menu, &order).small()).clicked() {
                        cx.store.send(Edit::OrderAttendance(view.meeting.id));
                    }
                });
            }
        });
        if !view.attendance.is_empty() {
            let weak = ui.tokens().ink_weak;
            let words = presence_words(view.presence, cx);
            ui.add(Label::new(words).size(12.0).line_height(18.0).color(weak).wrap());
        }
        let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
        self.roll_focus(ui, view);
        let called = if is_open { self.attendance.roll.keys(ui, &view.attendance) } else { Vec::new() };
        for called in called {
            if let Some(line) = view.attendance.get(called.index) {
                set_status(cx, view, line, called.status(line.status));
            }
        }
        let is_called = is_open && roll::focused(ui, &view.attendance).is_some();
        let has_keys = roll::has_keys(view.attendance.len());
        let caps = if is_called && has_keys { roll::caps(cx) } else { Vec::new() };
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.scope(|ui| {
            tell_list(ui, &title, view.attendance.len());
            for (index, line) in view.attendance.iter().enumerate() {
                match line_ui(ui, cx, view, line, caps.get(index).map(String::as_str)) {
                    Some(LineAct::Edit) => self.edit_line(cx, view, line),
                    Some(act) => self.carry_out_line(ui, cx, view, index, act),
                    None => {}
                }
            }
        });
        self.attendance.roll.had_focus = roll::focused(ui, &view.attendance).is_some();
        self.roll_uncover(ui, view);
        if view.meeting.approved_on.is_none() {
            ui.add_space(ui.metrics().hair);
            self.new_attendee_ui(ui, cx, view);
        }
    }

    fn new_attendee_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let asked = Names { entity: Entity::Person, list: None, containing: self.attendance.typed.trim().to_owned() };
        let found = self.attendance.people.get(cx.store, asked).cloned().unwrap_or_default();
        let is_here = |named: &Named| {
            view.attendance.iter().any(|line| line.person.as_ref().is_some_and(|here| here.id.record() == named.record))
        };
        let people: Vec<Named> = found.into_iter().filter(|named| !is_here(named)).collect();
        let suggestions: Vec<Suggestion> = people
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: named.detail.clone(),
                also: named.also.clone(),
                letters: initials(&named.name),
            })
            .collect();
        let name = tr!(cx.tr, "attendance-add");
        let hint = tr!(cx.tr, "attendance-add-hint");
        let create = |typed: &str| tr!(cx.tr, "attendance-create", name = typed);
        let field = self.attendance.field;
        let list = field.and_then(|field| pasted_list(ui, field, &self.attendance.typed));
        if let Some(names) = list {
            self.attendance.typed.clear();
            add_all(cx, view, &names);
        }
        let takes_focus = can_take_focus(ui) && std::mem::take(&mut self.attendance.wants_focus);
        let output = ComboField::new(&mut self.attendance.typed, &name, &suggestions)
            .hint(&hint)
            .bare()
            .create(&create)
            .takes_focus(takes_focus)
            .show(ui);
        self.attendance.field = Some(output.response.id);
        if takes_focus {
            output.response.scroll_to_me(None);
        }
        let is_entered = (output.created || output.submitted) && !self.attendance.typed.trim().is_empty();
        if is_entered && self.attendance.people.is_loading() {
            self.attendance.entered = Some(self.attendance.typed.clone());
            return;
        }
        let waited = self.attendance.entered.take_if(|_| !self.attendance.people.is_loading());
        let waited = waited.filter(|typed| *typed == self.attendance.typed);
        let picked = output.picked.or(waited.as_ref().and((!people.is_empty()).then_some(0)));
        if let Some(person) = picked.and_then(|index| people.get(index)) {
            let person = PersonId(person.record.id);
            self.attendance.typed.clear();
            add(cx, view.meeting.id, Attendee::Known(person), view);
            output.response.request_focus();
        } else if is_entered || waited.is_some() {
            let typed = std::mem::take(&mut self.attendance.typed);
            self.open = Some(Open::Attendee(Box::new(AttendeeForm::new(&typed))));
        }
    }
}

/// Adds somebody: present once the meeting runs, invited before.
pub(super) fn add(cx: &Cx<'_>, meeting: MeetingId, attendee: Attendee, view: &MeetingView) {
    cx.store.send(Edit::AddAttendee { meeting, attendee, status: first_status(view) });
}

/// Adds everybody of a list by name, as one step: those of the register, and those who are new to it.
fn add_all(cx: &Cx<'_>, view: &MeetingView, names: &[String]) {
    let (meeting, status) = (view.meeting.id, first_status(view));
    let women = WomensNames::shipped();
    let added = names.iter().map(|name| {
        let attendee = somebody(name, &women);
        Edit::AddAttendee { meeting, attendee, status }
    });
    cx.store.send(Edit::Together(added.collect()));
}

/// Who stands in a line of a list: several who are not named are a group.
fn somebody(typed: &str, women: &WomensNames) -> Attendee {
    if names_group(typed) {
        return Attendee::Group { name: typed.trim().to_owned(), count: None };
    }
    let (post, honorific, name) = split_post(typed.trim(), women);
    let (post, organisation) = (post.to_owned(), String::new());
    Attendee::New { name: name.to_owned(), honorific, post, organisation }
}

fn first_status(view: &MeetingView) -> AttendanceStatus {
    use crate::domain::MeetingStatus::{Held, InProgress};
    let is_running = matches!(view.meeting.status, InProgress | Held);
    if is_running { AttendanceStatus::Present } else { AttendanceStatus::Invited }
}

/// «الحضور 11 من 14، وعدد الجهات 5».
pub(super) fn presence_words(presence: crate::domain::Presence, cx: &Cx<'_>) -> String {
    let key =
        if presence.has_uncounted { "minutes-attendance-summary-uncounted" } else { "minutes-attendance-summary" };
    tr!(cx.tr, key, attended = presence.attended, expected = presence.expected, bodies = presence.bodies)
}

impl MeetingScreen {
    fn edit_line(&mut self, cx: &Cx<'_>, view: &MeetingView, line: &AttendanceView) {
        self.open = Some(Open::Form(Box::new(super::forms::attendance(cx, view, line))));
    }

    /// What was chosen for a line.
    fn carry_out_line(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: &MeetingView, index: usize, act: LineAct) {
        let Some(line) = view.attendance.get(index) else { return };
        let meeting = view.meeting.id;
        let person = line.person.as_ref();
        match act {
            LineAct::Edit => self.edit_line(cx, view, line),
            LineAct::Status(status) => {
                set_status(cx, view, line, status);
                // Why somebody stays away is asked while one speaks of it.
                if status == AttendanceStatus::Apology && line.excuse.is_empty() {
                    self.edit_line(cx, view, &AttendanceView { status, ..line.clone() });
                }
            }
            LineAct::Role(role) => set(cx, line, ("role", role.into())),
            LineAct::Lead(field) => {
                let values = vec![(field, person.map(|person| person.id).into())];
                cx.store.send(Edit::Set { record: meeting.record(), values, session: None, based_on: None });
            }
            LineAct::Sign(is_signed) => _ = cx.store.send(Edit::Sign { line: line.id, is_signed }),
            LineAct::Up => move_line(cx, view, index, true),
            LineAct::Down => move_line(cx, view, index, false),
            LineAct::ChangePost => {
                if let Some(person) = person {
                    self.open = Some(Open::Form(Box::new(super::forms::another_post(cx, person))));
                }
            }
            LineAct::Page => {
                if let Some(person) = person {
                    cx.go(Route::Record(person.id.record()));
                }
            }
            LineAct::Remove => {
                let ticket = cx.store.send(Edit::Remove(line.id.record()));
                let words = tr!(cx.tr, "attendance-removed", name = super::attendance_line::name_of(line));
                cx.ask(Ask::ToastUndo(ticket, words));
                // The focus goes to the line below, or above the last; behind the only one somebody is added.
                let above = || view.attendance.get(index.checked_sub(1)?);
                match view.attendance.get(index + 1).or_else(above) {
                    Some(beside) => take_focus(ui.ctx(), line_id(beside.id)),
                    None => self.attendance.wants_focus = true,
                }
            }
        }
    }
}

/// One place up or down among its neighbours.
fn move_line(cx: &Cx<'_>, view: &MeetingView, index: usize, up: bool) {
    let place = |at: Option<usize>| at.and_then(|at| view.attendance.get(at)).map(|line| line.position.as_str());
    let (before, after) = if up {
        (place(index.checked_sub(2)), place(index.checked_sub(1)))
    } else {
        (place(Some(index + 1)), place(Some(index + 2)))
    };
    let has_neighbour = if up { after.is_some() } else { before.is_some() };
    if let Some(line) = view.attendance.get(index).filter(|_| has_neighbour) {
        set(cx, line, ("position", position::between(before, after).into()));
    }
}

fn set(cx: &Cx<'_>, line: &AttendanceView, value: FieldValue) {
    cx.store.send(Edit::Set { record: line.id.record(), values: vec![value], session: None, based_on: None });
}

/// Another status; who comes while the meeting runs, comes late or goes early does so now, unless another time was noted.
/// Who did not come after all has no times, and who came back has not left.
fn set_status(cx: &Cx<'_>, view: &MeetingView, line: &AttendanceView, status: AttendanceStatus) {
    let now = || Value::from(Time::at_unix(cx.now));
    let mut values: Vec<FieldValue> = vec![("status", status.into())];
    let is_running = view.meeting.status == MeetingStatus::InProgress;
    // Somebody who was here already did not come just now.
    let arrives = is_running && !line.status.attended() && status != AttendanceStatus::LeftEarly && status.attended();
    let leaves = status == AttendanceStatus::LeftEarly;
    if (arrives || status == AttendanceStatus::Late) && line.came_at.is_none() {
        values.push(("came_at", now()));
    } else if !status.attended() && line.came_at.is_some() {
        values.push(("came_at", Value::Empty));
    }
    if leaves && line.left_at.is_none() {
        values.push(("left_at", now()));
    } else if !leaves && line.left_at.is_some() {
        values.push(("left_at", Value::Empty));
    }
    cx.store.send(Edit::Set { record: line.id.record(), values, session: None, based_on: None });
}

/// What somebody may be asked to do in a meeting, in the order of a menu.
pub(super) const ROLES: [Role; 3] = [Role::Member, Role::Presenter, Role::Guest];
