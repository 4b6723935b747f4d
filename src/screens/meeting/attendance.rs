//! Who is here: one click or key a person, and a field that also grows the registers.

use super::attendee_sheet::AttendeeForm;
use super::{MeetingScreen, Open};
use crate::domain::{AttendanceStatus, MeetingId, Value, initials};
use crate::screens::{Cx, parts};
use crate::store::query::{AttendanceView, MeetingView, PersonRow};
use crate::store::{Attendee, Edit};
use crate::text::Weight;
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{ComboField, Icon, Line, Suggestion, Tone, Type, UiExt, avatar, paint, section_heading};
use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

/// What the attendance's part of the screen remembers.
#[derive(Default)]
pub(super) struct AttendanceState {
    /// What is being typed in the field for one more.
    typed: String,
    /// The field asks for the focus.
    pub wants_focus: bool,
}

impl MeetingScreen {
    /// The lines of attendance and the field for one more.
    pub(super) fn attendance_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let present = view.attendance.iter().filter(|line| line.status.attended()).count();
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            section_heading(ui, &tr!(cx.tr, "attendance-title"));
            if !view.attendance.is_empty() {
                let counts = tr!(cx.tr, "attendance-of", present = present, all = view.attendance.len());
                let weak = ui.tokens().ink_weak;
                ui.add(Line::new(&counts).size(Type::Caption).weight(Weight::SemiBold).color(weak));
            }
        });
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in &view.attendance {
            if line_ui(ui, cx, view, line) {
                self.open = Some(Open::Form(Box::new(super::forms::attendance(cx, line))));
            }
        }
        if view.meeting.approved_on.is_none() {
            ui.add_space(ui.metrics().hair);
            self.new_attendee_ui(ui, cx, view);
        }
    }

    fn new_attendee_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let people: Vec<&PersonRow> = self
            .people
            .last()
            .map(|people| {
                let is_here = |person: &PersonRow| {
                    view.attendance.iter().any(|line| line.person.as_ref().is_some_and(|here| here.id == person.id))
                };
                people.iter().filter(|person| !is_here(person)).collect()
            })
            .unwrap_or_default();
        let suggestions: Vec<Suggestion> = people.iter().map(|person| suggestion(cx, person)).collect();
        let name = tr!(cx.tr, "attendance-add");
        let hint = tr!(cx.tr, "attendance-add-hint");
        let create = |typed: &str| tr!(cx.tr, "attendance-create", name = typed);
        let output = ComboField::new(&mut self.attendance.typed, &name, &suggestions)
            .hint(&hint)
            .bare()
            .create(&create)
            .show(ui);
        if std::mem::take(&mut self.attendance.wants_focus) {
            output.response.request_focus();
            output.response.scroll_to_me(None);
        }
        if let Some(person) = output.picked.and_then(|index| people.get(index)) {
            let person = person.id;
            self.attendance.typed.clear();
            add(cx, view.meeting.id, Attendee::Known(person), view);
            output.response.request_focus();
        } else if (output.created || output.submitted) && !self.attendance.typed.trim().is_empty() {
            let typed = std::mem::take(&mut self.attendance.typed);
            self.open = Some(Open::Attendee(Box::new(AttendeeForm::new(&typed))));
        }
    }
}

/// Adds somebody: present once the meeting runs, invited before.
pub(super) fn add(cx: &Cx<'_>, meeting: MeetingId, attendee: Attendee, view: &MeetingView) {
    use crate::domain::MeetingStatus::{Held, InProgress};
    let is_running = matches!(view.meeting.status, InProgress | Held);
    let status = if is_running { AttendanceStatus::Present } else { AttendanceStatus::Invited };
    cx.store.send(Edit::AddAttendee { meeting, attendee, status });
}

fn suggestion(cx: &Cx<'_>, person: &PersonRow) -> Suggestion {
    let about = [person.post.as_str(), person.organisation_name.as_str()];
    let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
    Suggestion {
        text: person.name.clone(),
        detail: about.join(&tr!(cx.tr, "list-comma")),
        letters: initials(&person.name),
    }
}

/// Name and what is below it, for a person or for a group.
fn words_of(cx: &Cx<'_>, line: &AttendanceView) -> (String, String) {
    match &line.person {
        Some(person) => {
            let about = if person.post.is_empty() { &person.organisation_name } else { &person.post };
            (parts::person_short(person.honorific, &person.name), about.clone())
        }
        None => {
            let count = match line.group_count {
                Some(count) => tr!(cx.tr, "count-people", count = count),
                None => tr!(cx.tr, "attendance-unknown-count"),
            };
            (line.group_name.clone(), count)
        }
    }
}

/// One line; answers whether its form was asked for.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView, line: &AttendanceView) -> bool {
    let (name, about) = words_of(cx, line);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ui.metrics().tall_entry), Sense::hover());
    let response = ui.interact(rect, Id::unique(("attendance", line.id)), Sense::click());
    let is_here = line.status.attended();
    let status = cx.tr.text(line.status.label_key(), &[]);
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::CheckBox, true, is_here, &name);
        info.current_text_value = Some(status.clone());
        info
    });
    let tokens = ui.tokens();
    let direction = ui.direction();
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
    }
    let mut content = rect.shrink2(vec2(4.0, 2.0));
    let mark = direction.take_start(&mut content, 28.0);
    ui.row_within(Rect::from_center_size(mark.center(), Vec2::splat(28.0)), response.id.with("mark"), |ui| {
        avatar(ui, &initials(line.person.as_ref().map_or(&line.group_name, |person| &person.name)), 28.0);
    });
    direction.take_start(&mut content, 8.0);
    let end = direction.take_end(&mut content, 28.0);
    let place = Rect::from_center_size(end.center(), Vec2::splat(14.0));
    match line.status {
        AttendanceStatus::Present | AttendanceStatus::Remote | AttendanceStatus::Late | AttendanceStatus::LeftEarly => {
            Icon::Check.paint(ui.painter(), place, tokens.accent_stroke, false);
        }
        AttendanceStatus::Apology | AttendanceStatus::Absent => {
            Icon::Close.paint(ui.painter(), place.shrink(1.0), tokens.tone(Tone::Red).ink, false);
        }
        AttendanceStatus::Invited | AttendanceStatus::Confirmed => {
            Icon::Ring.paint(ui.painter(), place, tokens.ink_faint, false);
        }
    }
    let (upper, lower) = content.split_top_bottom_at_fraction(0.52);
    let align = direction.start_center();
    paint::line_in(ui, upper, align, &name, (Type::Interface, Weight::Regular), tokens.ink);
    // The usual two are seen in the mark; the others are said.
    let is_plain = matches!(line.status, AttendanceStatus::Present | AttendanceStatus::Invited);
    let about = if is_plain { about } else { format!("{status} · {about}") };
    paint::line_in(ui, lower, align, &about, (Type::Caption, Weight::Regular), tokens.ink_weak);
    focus_ring(ui, &response, RADIUS_CONTROL);
    let tooltip = if is_plain { tr!(cx.tr, "attendance-toggle") } else { status };
    let response = response.on_hover_text(tooltip);
    if view.meeting.approved_on.is_some() {
        return false;
    }
    let edit = edit_button(ui, cx, &response, end, &name);
    if response.clicked() {
        let to = if is_here { AttendanceStatus::Absent } else { AttendanceStatus::Present };
        set_status(cx, line, to);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Delete)) {
        cx.store.send(Edit::Remove(line.id.record()));
    }
    edit || response.secondary_clicked()
}

/// Seen while the pointer or the focus is on the line: the form with every status, the reason and the count.
fn edit_button(ui: &mut Ui, cx: &Cx<'_>, line: &egui::Response, beside: Rect, name: &str) -> bool {
    let id = line.id.with("edit");
    let is_reached = line.hovered() || line.has_focus() || ui.memory(|memory| memory.has_focus(id));
    if !is_reached {
        return false;
    }
    let forward = ui.direction().forward(-28.0);
    let place = Rect::from_center_size(beside.center() + vec2(forward, 0.0), Vec2::splat(26.0));
    let response = ui.interact(place, id, Sense::click());
    let label = tr!(cx.tr, "attendance-edit", name = name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let tokens = ui.tokens();
    let fill = if response.hovered() { tokens.line } else { tokens.surface };
    ui.painter().rect_filled(place, RADIUS_CONTROL, fill);
    Icon::Dots.paint(ui.painter(), place.shrink(6.0), tokens.ink_soft, false);
    focus_ring(ui, &response, RADIUS_CONTROL);
    response.clicked()
}

fn set_status(cx: &Cx<'_>, line: &AttendanceView, status: AttendanceStatus) {
    let values = vec![("status", Value::from(status))];
    cx.store.send(Edit::Set { record: line.id.record(), values, session: None, based_on: None });
}
