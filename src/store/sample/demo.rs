//! The small sample store: a municipality of invented names and its meetings, from `assets/samples/demo.json`. Days are
//! counted from a given today, so that something is always due and something is always on today.

use super::fill::{Filler, fill};
use crate::calendar::{Date, Time, Weekday};
use crate::domain::{
    AgendaState, AttendanceStatus, BlockId, Entity, FieldValue, Honorific, MeetingId, MeetingKind, MeetingMode,
    MeetingStatus, OrganisationKind, OutcomeKind, OutcomeStatus, Priority, Record, Side, Value,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::failure::internal;
use crate::store::query::MeetingList;
use crate::store::{Attendee, Edit, Store};
use serde::Deserialize;
use std::collections::BTreeMap;

const DEMO: &str = include_str!("../../../assets/samples/demo.json");

/// Fills an empty store with the sample. A store that holds meetings already is left as it is.
///
/// # Errors
/// The store can't be written.
pub fn demo(store: &Store, today: Date) -> Result<()> {
    if store.read(MeetingList { count: 1, ..MeetingList::all(String::new()) })?.total > 0 {
        return Ok(());
    }
    let sample: Sample<'static> = serde_json::from_str(DEMO).map_err(internal)?;
    fill(store, move |filler| write(filler, &sample, today))
}

#[derive(Deserialize)]
struct Sample<'a> {
    settings: BTreeMap<String, String>,
    #[serde(borrow)]
    organisations: Vec<Organisation<'a>>,
    #[serde(borrow)]
    people: Vec<Person<'a>>,
    #[serde(borrow)]
    meetings: Vec<Meeting<'a>>,
}

#[derive(Deserialize)]
struct Organisation<'a> {
    name: &'a str,
    #[serde(default)]
    short_name: &'a str,
    kind: &'a str,
    city: &'a str,
    #[serde(default)]
    licence: &'a str,
    #[serde(default)]
    phone: &'a str,
    #[serde(default)]
    email: &'a str,
    #[serde(default)]
    notes: &'a str,
}

#[derive(Deserialize)]
struct Person<'a> {
    name: &'a str,
    honorific: &'a str,
    post: &'a str,
    organisation: &'a str,
    #[serde(default)]
    phone: &'a str,
    #[serde(default)]
    email: &'a str,
}

#[derive(Deserialize)]
struct Meeting<'a> {
    days: i64,
    start: &'a str,
    #[serde(default)]
    minutes: i64,
    kind: &'a str,
    mode: &'a str,
    status: &'a str,
    approved: bool,
    title: &'a str,
    purpose: &'a str,
    venue: &'a str,
    city: &'a str,
    #[serde(default)]
    next_days: Option<i64>,
    chair: &'a str,
    secretary: &'a str,
    #[serde(borrow)]
    parties: Vec<(&'a str, &'a str)>,
    #[serde(borrow)]
    attendance: Vec<Line<'a>>,
    #[serde(borrow)]
    agenda: Vec<Item<'a>>,
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(default)]
    person: Option<&'a str>,
    #[serde(default)]
    group: &'a str,
    #[serde(default)]
    count: Option<i64>,
    status: &'a str,
    #[serde(default)]
    excuse: &'a str,
}

#[derive(Deserialize)]
struct Item<'a> {
    title: &'a str,
    minutes: i64,
    #[serde(default)]
    presenter: Option<&'a str>,
    state: &'a str,
    #[serde(borrow)]
    notes: Vec<Note<'a>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Note<'a> {
    Text(&'a str),
    #[serde(borrow)]
    Outcome(Outcome<'a>),
}

#[derive(Deserialize)]
struct Outcome<'a> {
    kind: &'a str,
    text: &'a str,
    #[serde(default)]
    details: &'a str,
    #[serde(default)]
    person: Option<&'a str>,
    #[serde(default)]
    organisation: Option<&'a str>,
    #[serde(default)]
    area: &'a str,
    #[serde(default)]
    due_days: Option<i64>,
    #[serde(default)]
    status: Option<&'a str>,
    #[serde(default)]
    priority: Option<&'a str>,
    #[serde(default)]
    percent: Option<i64>,
}

/// The registers by name.
pub(super) type Names<'a> = BTreeMap<&'a str, Record>;

fn write(filler: &mut Filler<'_>, sample: &Sample<'_>, today: Date) -> Result<()> {
    let mut names = Names::new();
    let oldest = sample.meetings.iter().map(|meeting| meeting.days).min().unwrap_or(0);
    filler.at(working_day(today, oldest - 1)?, time("09:00")?)?;
    for (key, value) in &sample.settings {
        filler.edit(&Edit::Configure { key: key.clone(), value: value.clone() })?;
    }
    for body in &sample.organisations {
        let values = vec![
            ("name", body.name.into()),
            ("short_name", body.short_name.into()),
            ("kind", code(body.kind, OrganisationKind::from_code)?),
            ("city", body.city.into()),
            ("licence", body.licence.into()),
            ("phone", body.phone.into()),
            ("email", body.email.into()),
            ("notes", body.notes.into()),
        ];
        names.insert(body.name, filler.add(Entity::Organisation, values)?);
    }
    for person in &sample.people {
        let values = vec![
            ("name", person.name.into()),
            ("honorific", code(person.honorific, Honorific::from_code)?),
            ("post", person.post.into()),
            ("organisation", link(&names, Some(person.organisation))?),
            ("phone", person.phone.into()),
            ("email", person.email.into()),
        ];
        names.insert(person.name, filler.add(Entity::Person, values)?);
    }
    super::registers::write(filler, &names, today)?;
    sample.meetings.iter().try_for_each(|meeting| write_meeting(filler, meeting, &names, today))
}

fn write_meeting(filler: &mut Filler<'_>, meeting: &Meeting<'_>, names: &Names<'_>, today: Date) -> Result<()> {
    let date = working_day(today, meeting.days)?;
    let start = time(meeting.start)?;
    // Planned a week before.
    filler.at(working_day(date, -7)?, time("09:30")?)?;
    let mut values = vec![
        ("title", meeting.title.into()),
        ("kind", code(meeting.kind, MeetingKind::from_code)?),
        ("purpose", meeting.purpose.into()),
        ("date", date.into()),
        ("start_time", start.into()),
        ("mode", code(meeting.mode, MeetingMode::from_code)?),
        ("venue", meeting.venue.into()),
        ("city", meeting.city.into()),
        ("chair", link(names, Some(meeting.chair))?),
        ("secretary", link(names, Some(meeting.secretary))?),
        ("status", MeetingStatus::Invited.into()),
    ];
    if let Some(days) = meeting.next_days {
        values.push(("next_date", working_day(date, days)?.into()));
    }
    let parties = meeting
        .parties
        .iter()
        .map(|(name, side)| Ok(((*name).to_owned(), Side::from_code(side).ok_or_else(|| unknown(side))?)))
        .collect::<Result<_>>()?;
    let made = filler.edit(&Edit::NewMeeting { values, parties, agenda: Vec::new() })?;
    let id = MeetingId(made.ok_or_else(|| internal("no meeting"))?.id);
    for line in &meeting.attendance {
        write_line(filler, id, line, names)?;
    }
    if meeting.status == MeetingStatus::Held.code() {
        filler.at(date, start)?;
        filler.edit(&Edit::MoveMeeting { meeting: id, to: MeetingStatus::InProgress, reason: String::new() })?;
    }
    for item in &meeting.agenda {
        write_item(filler, id, item, names, (date, today))?;
    }
    if meeting.status == MeetingStatus::Held.code() {
        filler.at(date, later(start, meeting.minutes)?)?;
        filler.edit(&Edit::MoveMeeting { meeting: id, to: MeetingStatus::Held, reason: String::new() })?;
    }
    if meeting.approved {
        filler.at(working_day(date, 2)?, time("11:00")?)?;
        filler.edit(&Edit::ApproveMinutes(id))?;
    }
    Ok(())
}

fn write_line(filler: &mut Filler<'_>, meeting: MeetingId, line: &Line<'_>, names: &Names<'_>) -> Result<()> {
    let status = AttendanceStatus::from_code(line.status).ok_or_else(|| unknown(line.status))?;
    let attendee = match line.person {
        Some(name) => Attendee::Known(crate::domain::PersonId(named(names, name)?.id)),
        None => Attendee::Group { name: line.group.to_owned(), count: line.count },
    };
    let made = filler.edit(&Edit::AddAttendee { meeting, attendee, status })?;
    if let Some(record) = made.filter(|_| !line.excuse.is_empty()) {
        filler.transaction.set(record, &[("excuse", line.excuse.into())])?;
    }
    Ok(())
}

fn write_item(
    filler: &mut Filler<'_>,
    meeting: MeetingId,
    item: &Item<'_>,
    names: &Names<'_>,
    days: (Date, Date),
) -> Result<()> {
    let values = vec![
        ("meeting", meeting.into()),
        ("title", item.title.into()),
        ("planned_minutes", item.minutes.into()),
        ("presenter", link(names, item.presenter)?),
        ("state", code(item.state, AgendaState::from_code)?),
    ];
    let record = filler.add(Entity::AgendaItem, values)?;
    for note in &item.notes {
        let mut block: Vec<FieldValue> = vec![("meeting", meeting.into()), ("agenda_item", record.id.into())];
        match note {
            Note::Text(text) => block.push(("body", (*text).into())),
            Note::Outcome(outcome) => {
                let mut values = outcome_values(outcome, names, days)?;
                values.extend([("meeting", meeting.into()), ("agenda_item", record.id.into())]);
                block.push(("outcome", filler.add(Entity::Outcome, values)?.id.into()));
            }
        }
        let made = filler.add(Entity::Block, block)?;
        debug_assert_eq!(BlockId(made.id).record(), made);
    }
    Ok(())
}

/// The fields of what came out of a meeting of that day.
fn outcome_values(outcome: &Outcome<'_>, names: &Names<'_>, (met_on, today): (Date, Date)) -> Result<Vec<FieldValue>> {
    let mut values: Vec<FieldValue> = vec![
        ("kind", code(outcome.kind, OutcomeKind::from_code)?),
        ("text", outcome.text.into()),
        ("details", outcome.details.into()),
        ("person", link(names, outcome.person)?),
        ("organisation", link(names, outcome.organisation)?),
        ("area", outcome.area.into()),
        ("percent", outcome.percent.into()),
    ];
    let due = outcome.due_days.map(|days| working_day(today, days)).transpose()?;
    values.push(("due", due.into()));
    if let Some(priority) = outcome.priority {
        values.push(("priority", code(priority, Priority::from_code)?));
    }
    if let Some(status) = outcome.status {
        values.push(("status", code(status, OutcomeStatus::from_code)?));
        if status == OutcomeStatus::Done.code() {
            // What nobody was to do by a day was done with the meeting.
            values.extend([("percent", Value::Number(100)), ("done_on", due.unwrap_or(met_on).into())]);
        }
    }
    Ok(values)
}

fn unknown(code: &str) -> Error {
    internal(format!("the sample says {code}"))
}

pub(super) fn code<T: Into<Value>>(code: &str, from: impl Fn(&str) -> Option<T>) -> Result<Value> {
    from(code).map(Into::into).ok_or_else(|| unknown(code))
}

pub(super) fn named(names: &Names<'_>, name: &str) -> Result<Record> {
    names.get(name).copied().ok_or_else(|| Error::new(ErrorKind::Internal, format!("the sample names {name}")))
}

pub(super) fn link(names: &Names<'_>, name: Option<&str>) -> Result<Value> {
    name.map_or(Ok(Value::Empty), |name| Ok(Value::Number(named(names, name)?.id)))
}

fn time(stored: &str) -> Result<Time> {
    Time::from_stored(stored).ok_or_else(|| unknown(stored))
}

fn later(time: Time, minutes: i64) -> Result<Time> {
    let total = i64::from(time.hour) * 60 + i64::from(time.minute) + minutes;
    let (hour, minute) = (u8::try_from(total / 60).map_err(internal)?, u8::try_from(total % 60).map_err(internal)?);
    Time::new(hour, minute).ok_or_else(|| unknown("a time after midnight"))
}

/// The day so many days away, moved back out of the weekend. Today stays today.
pub(super) fn working_day(from: Date, days: i64) -> Result<Date> {
    let date = from.add_days(days)?;
    match date.weekday() {
        _ if days == 0 => Ok(date),
        Weekday::Friday => date.add_days(-1),
        Weekday::Saturday => date.add_days(-2),
        Weekday::Sunday | Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday => Ok(date),
    }
}
