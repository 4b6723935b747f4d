//! What several screens show the same way: the tones of kinds and statuses, days, ages, due days, people.
//!
//! Apart because screens never see each other, and a kind keeps one colour everywhere.

use super::Cx;
use super::form::RecordForm;
use crate::calendar::{Calendar, Calendars, Date};
use crate::domain::{Honorific, MeetingStatus, OutcomeKind, OutcomeStatus, Priority, Value};
use crate::error::{Error, ErrorKind};
use crate::store::query::OutcomeRow;
use crate::strings::Tr;
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Line, MenuEntry, SearchedMenu, Tone, Type, UiExt};
use egui::{CursorIcon, Key, Modifiers, Rect, Response, Ui};

/// The colour of a kind of outcome.
pub const fn kind_tone(kind: OutcomeKind) -> Tone {
    match kind {
        // An opportunity is what a proposal is made of, and no warning; on paper it is green too.
        OutcomeKind::Proposal | OutcomeKind::Initiative | OutcomeKind::Opportunity => Tone::Green,
        OutcomeKind::FollowUp | OutcomeKind::Obligation => Tone::Blue,
        OutcomeKind::Decision | OutcomeKind::Recommendation => Tone::Lavender,
        OutcomeKind::Challenge => Tone::Amber,
    }
}

/// The colour of an outcome's status.
pub const fn outcome_tone(status: OutcomeStatus) -> Tone {
    match status {
        OutcomeStatus::Done
        | OutcomeStatus::Completed
        | OutcomeStatus::Approved
        | OutcomeStatus::Resolved
        | OutcomeStatus::Converted
        | OutcomeStatus::InForce
        | OutcomeStatus::Signed
        | OutcomeStatus::Active
        | OutcomeStatus::Renewed => Tone::Green,
        OutcomeStatus::InProgress
        | OutcomeStatus::UnderStudy
        | OutcomeStatus::NeedsInfo
        | OutcomeStatus::Analysing
        | OutcomeStatus::InTreatment
        | OutcomeStatus::Assigned
        | OutcomeStatus::Amended
        | OutcomeStatus::LegalReview => Tone::Amber,
        OutcomeStatus::Stalled | OutcomeStatus::Escalated | OutcomeStatus::Terminated => Tone::Red,
        OutcomeStatus::Submitted
        | OutcomeStatus::Logged
        | OutcomeStatus::Available
        | OutcomeStatus::Offered
        | OutcomeStatus::Consultation
        | OutcomeStatus::Issued
        | OutcomeStatus::Negotiating
        | OutcomeStatus::Ready => Tone::Blue,
        OutcomeStatus::NotStarted
        | OutcomeStatus::OnHold
        | OutcomeStatus::Drafted
        | OutcomeStatus::Closed
        | OutcomeStatus::Expired
        | OutcomeStatus::Repealed
        | OutcomeStatus::Cancelled
        | OutcomeStatus::Idea
        | OutcomeStatus::Declined
        | OutcomeStatus::Archived => Tone::Neutral,
    }
}

/// The colour of a meeting's status.
pub const fn meeting_tone(status: MeetingStatus) -> Tone {
    match status {
        MeetingStatus::InProgress => Tone::Green,
        MeetingStatus::Scheduled | MeetingStatus::Invited => Tone::Blue,
        MeetingStatus::Postponed => Tone::Amber,
        MeetingStatus::Draft | MeetingStatus::Held | MeetingStatus::Cancelled => Tone::Neutral,
    }
}

/// The colour of a priority.
pub const fn priority_tone(priority: Priority) -> Tone {
    match priority {
        Priority::Urgent => Tone::Red,
        Priority::High => Tone::Amber,
        Priority::Medium | Priority::Low => Tone::Neutral,
    }
}

/// The calendar that comes first.
pub const fn first_calendar(calendars: Calendars) -> Calendar {
    match calendars {
        Calendars::HijriFirst | Calendars::Hijri => Calendar::Hijri,
        Calendars::GregorianFirst | Calendars::Gregorian => Calendar::Gregorian,
    }
}

/// The calendar that comes second, if two are shown.
pub const fn second_calendar(calendars: Calendars) -> Option<Calendar> {
    match calendars {
        Calendars::HijriFirst => Some(Calendar::Gregorian),
        Calendars::GregorianFirst => Some(Calendar::Hijri),
        Calendars::Hijri | Calendars::Gregorian => None,
    }
}

/// A day in numbers, in the calendar that comes first: for narrow columns.
pub fn day(date: Date, tr: &Tr, calendars: Calendars) -> String {
    date.numbers(tr, first_calendar(calendars))
}

/// How long ago, in the largest unit that says something.
pub fn age(seconds: i64, tr: &Tr) -> String {
    let minutes = seconds.max(0) / 60;
    match minutes {
        0 => tr!(tr, "age-now"),
        1..=59 => tr!(tr, "age-minutes", count = minutes),
        60..=1439 => tr!(tr, "age-hours", count = minutes / 60),
        _ => tr!(tr, "age-days", count = minutes / 1440),
    }
}

/// «أ. أسامة نجدي»: the short title and the name, as lists show people.
pub fn person_short(honorific: Option<Honorific>, name: &str) -> String {
    match honorific {
        Some(title) => format!("{} {name}", title.short()),
        None => name.to_owned(),
    }
}

/// «لم يُحفظ: القرص ممتلئ»: why nothing was saved, in a few words.
pub fn save_failure(error: &Error, tr: &Tr) -> String {
    let is_full = *error.kind() == ErrorKind::DiskFull;
    let is_refused = *error.kind() == ErrorKind::StoreReadOnly;
    let key = match (is_full, is_refused) {
        (true, _) => "shell-unsaved-disk-full",
        (false, true) => "shell-unsaved-read-only",
        (false, false) => "shell-unsaved",
    };
    tr!(tr, key)
}

/// «12 صفًا · 3 محددة»: what a list's footer says.
pub fn shown_and_selected(tr: &Tr, count: usize, selected: usize) -> String {
    match selected {
        0 | 1 => tr!(tr, "register-shown", count = count),
        _ => tr!(tr, "register-shown-and-selected", shown = count, selected = selected),
    }
}

/// Buttons of which one is chosen: how a list is shown. Answers the one that was pressed, if that is another.
pub fn view_switch(ui: &mut Ui, names: &[String], at: usize) -> Option<usize> {
    let mut chosen = None;
    for (index, name) in names.iter().enumerate() {
        if ui.add(Button::new(name).selected(index == at)).clicked() && index != at {
            chosen = Some(index);
        }
    }
    chosen
}

/// A menu of many entries below its button, which can be typed in; one that stays is left by Escape or a click elsewhere.
pub fn long_menu(
    ui: &Ui,
    tr: &Tr,
    (button, name): (&Response, &str),
    stays: bool,
    entries: impl FnOnce() -> Vec<MenuEntry>,
) -> Option<usize> {
    let find = tr!(tr, "menu-find");
    let (clear, nothing) = (tr!(tr, "widgets-clear", label = &find), tr!(tr, "register-nothing"));
    SearchedMenu { name, find: &find, clear: &clear, nothing: &nothing, stays }.show(ui, button, entries)
}

/// A line and a caption below it, centred in the row; without a caption a long line has both lines for itself.
pub fn two_lines(ui: &mut Ui, first: &str, second: &str, weight: Weight) {
    if second.is_empty() {
        ui.add(Line::new(first).weight(weight).may_fold());
        return;
    }
    ui.column(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = Type::Interface.line_height() + Type::Caption.line_height();
        ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
        ui.add(Line::new(first).weight(weight));
        ui.add(Line::new(second).weak(ui));
    });
}

/// The form of an outcome, with those of its declared fields.
pub fn outcome_form(row: &OutcomeRow, names: &[&str], cx: &Cx<'_>) -> RecordForm {
    let value = |name: &str| match name {
        "text" => Value::from(row.text.as_str()),
        "kind" => Value::from(row.kind),
        "person" => Value::from(row.person),
        "organisation" => Value::from(row.organisation),
        "area" => Value::from(row.area.as_str()),
        "due" => Value::from(row.due),
        "status" => Value::from(row.status),
        "percent" => Value::from(row.percent),
        "priority" => Value::from(row.priority),
        "details" => Value::from(row.details.as_str()),
        _ => Value::Empty,
    };
    let linked = |name: &str| match name {
        "person" => row.person_name.clone(),
        "organisation" => row.organisation_name.clone(),
        _ => String::new(),
    };
    let title =
        tr!(cx.tr, "register-record-title", kind = tr!(cx.tr, row.kind.label_key()), number = cx.tr.code(&row.number));
    RecordForm::edit(title, row.id.record(), names, value, linked, cx)
}

/// What becomes of a row that is dragged within its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dragged {
    /// It is still held.
    Held,
    /// Escape let it be, or the pointer or the row has gone.
    GivenUp,
    /// It was let go: its place from now on, or none where it stays.
    LetGo(Option<usize>),
}

/// Shows where the row at `from` would go, `rows` being where all of them stand, from above.
pub fn drag_among(ui: &Ui, rows: &[Rect], from: Option<usize>) -> Dragged {
    let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let at = ui.ctx().pointer_latest_pos();
    let (Some(at), Some(from), false) = (at, from, is_given_up) else { return Dragged::GivenUp };
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    // Before the first row whose middle is below the pointer.
    let gap = rows.iter().position(|rect| rect.center().y > at.y).unwrap_or(rows.len());
    let to = if gap > from { gap - 1 } else { gap };
    if to != from
        && let Some(first) = rows.first()
    {
        let y = rows.get(gap).map_or_else(|| ui.min_rect().bottom(), |rect| rect.top() - 1.0);
        ui.painter().hline(first.x_range(), y, ui.tokens().focus_ring());
    }
    if ui.input(|input| input.pointer.any_down()) {
        return Dragged::Held;
    }
    ui.ctx().request_repaint();
    Dragged::LetGo((to != from).then_some(to))
}
