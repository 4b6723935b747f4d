//! The forms of this screen, each from the fields its entity declares: the meeting's facts, an agenda item, a line of
//! attendance, an outcome.

use crate::domain::{Entity, MeetingStatus, OutcomeId, OutcomeKind, Record, Value};
use crate::screens::form::RecordForm;
use crate::screens::{Cx, parts};
use crate::store::query::{
    AgendaView, AttendanceView, BlockView, MeetingView, OutcomeRow, PersonRow, RegulationView, ReservationView,
};
use crate::tr;

/// The meeting's own facts, in the order of the minutes.
pub(super) fn facts(cx: &Cx<'_>, view: &MeetingView) -> RecordForm {
    let meeting = &view.meeting;
    let names = [
        "title",
        "kind",
        "date",
        "start_time",
        "began_at",
        "end_time",
        "mode",
        "venue",
        "city",
        "chair",
        "secretary",
        "purpose",
        "confidentiality",
        "other_business",
        "next_date",
        "series",
    ];
    // What has not begun has no such time yet.
    let has_begun =
        meeting.began.is_some() || matches!(meeting.status, MeetingStatus::InProgress | MeetingStatus::Held);
    let names: Vec<&str> = names.into_iter().filter(|name| has_begun || *name != "began_at").collect();
    let value = |name: &str| match name {
        "title" => meeting.title.as_str().into(),
        "kind" => meeting.kind.into(),
        "date" => meeting.date.into(),
        "start_time" => meeting.start.into(),
        "began_at" => meeting.began.into(),
        "end_time" => meeting.end.into(),
        "mode" => meeting.mode.into(),
        "venue" => meeting.venue.as_str().into(),
        "city" => meeting.city.as_str().into(),
        "chair" => id_of(meeting.chair.as_ref()),
        "secretary" => id_of(meeting.secretary.as_ref()),
        "purpose" => meeting.purpose.as_str().into(),
        "confidentiality" => meeting.confidentiality.into(),
        "other_business" => meeting.other_business.as_str().into(),
        "next_date" => meeting.next_date.into(),
        "series" => meeting.series.as_ref().map(|(series, _)| *series).into(),
        _ => Value::Empty,
    };
    let linked = |name: &str| match name {
        "chair" => name_of(meeting.chair.as_ref()),
        "secretary" => name_of(meeting.secretary.as_ref()),
        "series" => meeting.series.as_ref().map(|(_, title)| title.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    RecordForm::edit(tr!(cx.tr, "meeting-facts"), meeting.id.record(), &names, value, linked, cx)
}

/// An agenda item.
pub(super) fn agenda_item(cx: &Cx<'_>, item: &AgendaView) -> RecordForm {
    let value = |name: &str| match name {
        "title" => item.title.as_str().into(),
        "presenter" => id_of(item.presenter.as_ref()),
        "planned_minutes" => item.planned_minutes.into(),
        _ => Value::Empty,
    };
    let linked = |_: &str| name_of(item.presenter.as_ref());
    let names = ["title", "presenter", "planned_minutes"];
    RecordForm::edit(tr!(cx.tr, "agenda-edit"), item.id.record(), &names, value, linked, cx)
}

/// A line of attendance: a person's, or a group's with its name and count.
pub(super) fn attendance(cx: &Cx<'_>, view: &MeetingView, line: &AttendanceView) -> RecordForm {
    let value = |name: &str| match name {
        "status" => line.status.into(),
        "excuse" => line.excuse.as_str().into(),
        "role" => line.role.into(),
        "post" => line.post.as_str().into(),
        "organisation" => line.organisation_id.into(),
        "deputises" => line.deputises.as_ref().map(|person| person.id).into(),
        "came_at" => line.came_at.into(),
        "left_at" => line.left_at.into(),
        "group_name" => line.group_name.as_str().into(),
        "group_count" => line.group_count.into(),
        _ => Value::Empty,
    };
    let (title, names): (String, &[&str]) = match &line.person {
        Some(person) => (parts::person_short(person.honorific, &person.name), PERSONS_LINE),
        None => (line.group_name.clone(), GROUPS_LINE),
    };
    let linked = |name: &str| match name {
        "organisation" => line.organisation.clone(),
        "deputises" => line.deputises.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    let form = RecordForm::edit(title, line.id.record(), names, value, linked, cx);
    // They came and left after it began, whichever half of the day they were typed in.
    form.times_since(view.meeting.began.or(view.meeting.start))
}

/// What a person's line says, in the order of its form.
const PERSONS_LINE: &[&str] = &["status", "excuse", "role", "deputises", "came_at", "left_at", "post", "organisation"];
/// What a group's line says.
const GROUPS_LINE: &[&str] =
    &["group_name", "group_count", "organisation", "status", "excuse", "role", "came_at", "left_at"];

/// Another post of somebody on the list.
pub(super) fn another_post(cx: &Cx<'_>, person: &PersonRow) -> RecordForm {
    let value = |name: &str| match name {
        "post" => person.post.as_str().into(),
        "organisation" => person.organisation.into(),
        _ => Value::Empty,
    };
    let linked = |name: &str| if name == "organisation" { person.organisation_name.clone() } else { String::new() };
    RecordForm::change_post(person.id, value, linked, cx)
}

/// Who said it, and whether it may be published.
pub(super) fn quote(cx: &Cx<'_>, block: &BlockView) -> RecordForm {
    let value = |name: &str| match name {
        "speaker" => id_of(block.speaker.as_ref()),
        "may_be_published" if block.may_be_published => true.into(),
        _ => Value::Empty,
    };
    let linked = |_: &str| name_of(block.speaker.as_ref());
    let names = ["speaker", "may_be_published"];
    RecordForm::edit(tr!(cx.tr, "block-kind-quote"), block.id.record(), &names, value, linked, cx)
}

/// An outcome of this meeting, or one that is open from an earlier one.
pub(super) fn outcome(cx: &Cx<'_>, view: &MeetingView, row: &OutcomeRow) -> RecordForm {
    let names = ["text", "person", "organisation", "due", "status", "priority", "percent", "area", "details"];
    let form = parts::outcome_form(row, &names, cx);
    let is_decided = matches!(row.kind, OutcomeKind::Decision | OutcomeKind::Recommendation);
    let is_own = view.outcomes.iter().any(|own| own.id == row.id);
    if !is_decided || !is_own || view.meeting.approved_on.is_some() {
        return form;
    }
    let name = |it: &ReservationView| tr!(cx.tr, "reservation-of", name = name_of(it.person.as_ref()));
    let own = reservations_of(view, row.id).map(name);
    form.also(own.chain([tr!(cx.tr, "reservation-add")]).collect())
}

/// A change in laws and by-laws: what the minutes' table of them says.
pub(super) fn regulation(cx: &Cx<'_>, row: &RegulationView) -> RecordForm {
    let names = ["title", "instrument", "instrument_number", "effective_on", "impact", "required_action", "due"];
    let value = |name: &str| match name {
        "title" => row.title.as_str().into(),
        "instrument" => row.instrument_id.into(),
        "instrument_number" => row.instrument_number.as_str().into(),
        "effective_on" => row.effective_on.into(),
        "impact" => row.impact.as_str().into(),
        "required_action" => row.required_action.as_str().into(),
        "due" => row.due.into(),
        _ => Value::Empty,
    };
    let linked = |name: &str| if name == "instrument" { row.instrument.clone() } else { String::new() };
    let kind = tr!(cx.tr, "capture-regulation");
    let title = tr!(cx.tr, "register-record-title", kind = kind, number = cx.tr.code(&row.number));
    RecordForm::edit(title, row.id.record(), &names, value, linked, cx)
}

/// A reservation on a decision of the meeting: one that is there, or another one.
pub(super) fn reservation(cx: &Cx<'_>, view: &MeetingView, outcome: Record, at: usize) -> Option<RecordForm> {
    let row = view.outcomes.iter().find(|row| row.id.record() == outcome)?;
    let title = tr!(cx.tr, "reservation-title", number = cx.tr.code(&row.number));
    let names = ["person", "text"];
    let Some(there) = reservations_of(view, row.id).nth(at) else {
        return Some(RecordForm::add(title, Entity::Reservation, &names, vec![("outcome", row.id.into())], cx));
    };
    let value = |name: &str| match name {
        "person" => id_of(there.person.as_ref()),
        "text" => there.text.as_str().into(),
        _ => Value::Empty,
    };
    let linked = |_: &str| name_of(there.person.as_ref());
    Some(RecordForm::edit(title, there.id.record(), &names, value, linked, cx))
}

fn reservations_of(view: &MeetingView, outcome: OutcomeId) -> impl Iterator<Item = &ReservationView> {
    view.reservations.iter().filter(move |reservation| reservation.outcome == outcome)
}

fn id_of(person: Option<&PersonRow>) -> Value {
    person.map(|person| person.id).into()
}

fn name_of(person: Option<&PersonRow>) -> String {
    person.map(|person| person.name.clone()).unwrap_or_default()
}
