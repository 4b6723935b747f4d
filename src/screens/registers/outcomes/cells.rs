//! The columns of what came out of meetings: which there are, how rows stand by them, and how their cells look.

use super::{Wish, choices, turn_done};
use crate::domain::{OutcomeKind, OutcomeStatus, initials, lifecycle};
use crate::screens::list::{Collation, ListColumn, ListRow, compare_known};
use crate::screens::parts::two_lines;
use crate::screens::{Cx, parts};
use crate::store::query::OutcomeRow;
use crate::text::Weight;
use crate::tr;
use crate::widgets::table::NARROW;
use crate::widgets::{
    Button, Chip, Line, MenuEntry, Tone, Type, UiExt, Width, avatar, check_box, menu_below_with, progress_bar,
};
use egui::Ui;
use std::cmp::Ordering;

/// What a column shows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shown {
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

/// The columns. A narrow window puts the number below the text and leaves the progress to the form.
pub(super) const fn columns(is_tasks: bool, is_narrow: bool) -> &'static [ListColumn<Shown>] {
    match (is_tasks, is_narrow) {
        (true, false) => TASKS,
        (true, true) => NARROW_TASKS,
        (false, false) => PROPOSALS,
        (false, true) => NARROW_PROPOSALS,
    }
}

const TASKS: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Mark, "mark", "register-mark", Width::Points(44.0)).mark(),
    ListColumn::new(Shown::Number, "number", "register-number", Width::Points(136.0)),
    ListColumn::new(Shown::Text, "text", "follow-ups-task", Width::Share(1.5)),
    ListColumn::new(Shown::Person, "person", "follow-ups-owner", Width::Share(1.0)),
    ListColumn::new(Shown::Due, "due", "register-due", Width::Points(216.0)),
    ListColumn::new(Shown::Status, "status", "register-status", Width::Points(128.0)),
    ListColumn::new(Shown::Progress, "progress", "follow-ups-progress", Width::Points(104.0)),
    ListColumn::new(Shown::Meeting, "meeting", "register-meeting", Width::Points(128.0)),
];

const NARROW_TASKS: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Mark, "mark", "register-mark", Width::Points(40.0)).mark(),
    ListColumn::new(Shown::Text, "text", "follow-ups-task", Width::Share(1.5)),
    ListColumn::new(Shown::Person, "person", "follow-ups-owner", Width::Share(1.0)),
    ListColumn::new(Shown::Due, "due", "register-due", Width::Points(130.0)),
    ListColumn::new(Shown::Status, "status", "register-status", Width::Points(126.0)),
    ListColumn::new(Shown::Meeting, "meeting", "register-meeting", Width::Points(116.0)),
];

const PROPOSALS: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Number, "number", "register-number", Width::Points(136.0)),
    ListColumn::new(Shown::Text, "text", "proposals-text", Width::Share(1.5)),
    ListColumn::new(Shown::Person, "person", "proposals-proposer", Width::Share(1.0)),
    ListColumn::new(Shown::Area, "area", "proposals-area", Width::Points(152.0)),
    ListColumn::new(Shown::Status, "status", "register-status", Width::Points(136.0)),
    ListColumn::new(Shown::Due, "due", "register-due", Width::Points(204.0)),
    ListColumn::new(Shown::Meeting, "meeting", "register-meeting", Width::Points(128.0)),
];

const NARROW_PROPOSALS: &[ListColumn<Shown>] = &[
    ListColumn::new(Shown::Text, "text", "proposals-text", Width::Share(1.5)),
    ListColumn::new(Shown::Person, "person", "proposals-proposer", Width::Share(1.0)),
    ListColumn::new(Shown::Status, "status", "register-status", Width::Points(136.0)),
    ListColumn::new(Shown::Due, "due", "register-due", Width::Points(130.0)),
    ListColumn::new(Shown::Meeting, "meeting", "register-meeting", Width::Points(116.0)),
];

impl ListRow for OutcomeRow {
    fn key(&self) -> i64 {
        self.id.0
    }

    fn name(&self) -> &str {
        &self.text
    }

    fn compare(&self, other: &Self, column: &str, by: &Collation<'_>) -> Ordering {
        let text = |of: fn(&Self) -> &str| by.text(of(self), of(other));
        let stage =
            |row: &Self| lifecycle::statuses_of(lifecycle::cycle(row.kind)).position(|status| status == row.status);
        match column {
            "number" => text(|row| &row.number),
            "text" => text(|row| &row.text),
            "person" => text(|row| if row.person_name.is_empty() { &row.organisation_name } else { &row.person_name }),
            "area" => text(|row| &row.area),
            "due" => compare_known(self.due, other.due),
            "status" => stage(self).cmp(&stage(other)),
            "progress" => self.percent.cmp(&other.percent),
            "meeting" => text(|row| &row.meeting_number),
            _ => Ordering::Equal,
        }
    }

    fn copied(&self, cx: &Cx<'_>) -> Vec<String> {
        let due = self.due.map(|due| parts::day(due, cx.tr, cx.settings.calendars)).unwrap_or_default();
        let person = parts::person_short(self.person_honorific, &self.person_name);
        let status = tr!(cx.tr, self.status.label_key());
        vec![self.number.clone(), self.text.clone(), person, self.organisation_name.clone(), due, status]
    }
}

/// Draws one cell; what it asks for goes on the list.
pub(super) fn cell(ui: &mut Ui, cx: &Cx<'_>, row: &OutcomeRow, shown: Shown, wishes: &mut Vec<Wish>) {
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
