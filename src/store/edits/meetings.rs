//! A meeting as a whole: made in one step, made as the next of its series, its minutes approved.

use super::{Outcome, agenda, attendance, records};
use crate::calendar::Date;
use crate::domain::{AttendanceStatus, Entity, FieldValue, MeetingId, MeetingStatus, Rule, SeriesId, Side, Value};
use crate::error::Result;
use crate::store::edit::Attendee;
use crate::store::invitees::{self, Invitee};
use crate::store::transaction::Transaction;
use rusqlite::OptionalExtension;

/// A new meeting with its bodies and its agenda. One of a series has what is usual there wherever nothing else is said.
pub(super) fn new(
    transaction: &mut Transaction<'_>,
    values: &[FieldValue],
    parties: &[(String, Side)],
    items: &[(String, Option<i64>)],
) -> Result<Outcome> {
    let given = |name: &str| values.iter().rev().find(|(field, value)| *field == name && *value != Value::Empty);
    let series = given("series").and_then(|(_, value)| value.as_number()).map(SeriesId);
    let mut values = values.to_vec();
    if let Some(series) = series {
        let usual = usual_of(transaction, series)?;
        values.extend(usual.into_iter().filter(|(field, _)| given(field).is_none()));
    }
    let made = records::add(transaction, Entity::Meeting, values)?;
    let Some(record) = made.record else { return Ok(made) };
    for (name, side) in parties {
        attendance::add_party(transaction, MeetingId(record.id), name, *side)?;
    }
    if let Some(series) = series {
        let meeting = MeetingId(record.id);
        if items.is_empty() {
            agenda::start_with(transaction, series, meeting)?;
        }
        for invitee in invitees::of_ties(transaction.sql(), series)? {
            invite(transaction, meeting, &invitee)?;
        }
    }
    for (title, minutes) in items {
        let values = vec![
            ("meeting", Value::Number(record.id)),
            ("title", title.as_str().into()),
            ("planned_minutes", (*minutes).into()),
        ];
        records::add(transaction, Entity::AgendaItem, values)?;
    }
    Ok(made)
}

/// The next meeting of a series, scheduled, with those it invites.
pub(super) fn next_of(transaction: &mut Transaction<'_>, series: SeriesId) -> Result<Outcome> {
    let record = series.record();
    transaction.version(record)?;
    let last: Option<String> = transaction
        .sql()
        .prepare_cached(
            "SELECT max(date) FROM meeting WHERE series = ?1 AND deleted = 0 AND status NOT IN ('cancelled', 'postponed')",
        )?
        .query_row([series.0], |row| row.get(0))?;
    let last = last.and_then(|iso| Date::from_iso(&iso).ok());
    let today = transaction.now().date()?;
    let date = Rule::parse(&transaction.text(record, "repeats")?).and_then(|rule| rule.next(last, today));
    let host = match transaction.value(record, "organisation")? {
        Value::Empty => host_of_last(transaction, series)?,
        named @ (Value::Text(_) | Value::Number(_)) => named,
    };
    // Without a day or a host it is no more than a draft.
    let is_whole = date.is_some() && host != Value::Empty;
    let status = if is_whole { MeetingStatus::Scheduled } else { MeetingStatus::Draft };
    let mut values: Vec<FieldValue> = vec![
        ("title", transaction.value(record, "title")?),
        ("kind", transaction.value(record, "kind")?),
        ("date", date.into()),
        ("series", series.into()),
        ("status", status.into()),
    ];
    values.extend(as_last_time(transaction, series)?);
    let last = transaction.ids(LAST, series.0)?.first().copied().map(MeetingId);
    let made = records::add(transaction, Entity::Meeting, values)?;
    let Some(meeting) = made.record.map(|record| MeetingId(record.id)) else { return Ok(made) };
    if host != Value::Empty {
        let values = vec![("meeting", meeting.into()), ("organisation", host), ("side", Side::Host.into())];
        records::add(transaction, Entity::Party, values)?;
    }
    agenda::start_with(transaction, series, meeting)?;
    if let Some(last) = last {
        agenda::carry(transaction, last, meeting)?;
    }
    for invitee in invitees::of_next(transaction.sql(), series, Some(meeting))? {
        invite(transaction, meeting, &invitee)?;
    }
    Ok(made)
}

/// Somebody, or a body, is invited; who is invited already is not invited again.
pub(super) fn invite(transaction: &mut Transaction<'_>, meeting: MeetingId, invitee: &Invitee) -> Result<()> {
    match invitee {
        Invitee::Person(person) => {
            let attendee = Attendee::Known(*person);
            attendance::add_attendee(transaction, meeting, &attendee, AttendanceStatus::Invited)?;
        }
        Invitee::Group { name, count } => {
            let attendee = Attendee::Group { name: name.clone(), count: *count };
            attendance::add_attendee(transaction, meeting, &attendee, AttendanceStatus::Invited)?;
        }
        Invitee::Body(body, side) => {
            let is_there = "SELECT id FROM party WHERE meeting = ?1 AND organisation = ?2 AND deleted = 0";
            if !transaction.sql().prepare_cached(is_there)?.exists([meeting.0, body.0])? {
                let values =
                    vec![("meeting", meeting.into()), ("organisation", (*body).into()), ("side", (*side).into())];
                records::add(transaction, Entity::Party, values)?;
            }
        }
    }
    Ok(())
}

/// The last meeting of the series of number `?1`.
const LAST: &str = "SELECT id FROM meeting WHERE series = ?1 AND deleted = 0 ORDER BY date DESC, id DESC LIMIT 1";

/// Who hosted the last of a series that names no host itself.
fn host_of_last(transaction: &Transaction<'_>, series: SeriesId) -> Result<Value> {
    let sql = format!(
        "SELECT organisation FROM party WHERE meeting = ({LAST}) AND side = 'host' AND deleted = 0 ORDER BY id LIMIT 1"
    );
    Ok(transaction.ids(&sql, series.0)?.first().map_or(Value::Empty, |id| Value::Number(*id)))
}

/// Where and when those of a series meet: as the series says, else as the last of them did.
fn as_last_time(transaction: &Transaction<'_>, series: SeriesId) -> Result<Vec<FieldValue>> {
    let mut values = usual_of(transaction, series)?;
    let Some(id) = transaction.ids(LAST, series.0)?.first().copied() else { return Ok(values) };
    let record = MeetingId(id).record();
    for field in ["start_time", "mode", "venue", "city", "chair", "secretary", "confidentiality"] {
        if !values.iter().any(|(usual, _)| *usual == field) {
            let is_start = field == "start_time";
            let value =
                if is_start { planned_start(transaction, series)? } else { transaction.value(record, field)? };
            values.push((field, value));
        }
    }
    Ok(values)
}

/// When those of a series are to begin: as the last for which somebody said so. A time that was only noted when a meeting
/// began is none that was planned.
fn planned_start(transaction: &Transaction<'_>, series: SeriesId) -> Result<Value> {
    let found = transaction
        .sql()
        .prepare_cached(
            "SELECT meeting.start_time FROM meeting
             WHERE meeting.series = ?1 AND meeting.deleted = 0 AND meeting.start_time IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM field_version JOIN change ON change.site = field_version.site
                     AND change.seq = field_version.seq
                 JOIN change AS began ON began.site = change.site AND began.step = change.step
                     AND began.uid = change.uid AND began.field = 'running_since' AND began.value IS NOT NULL
                 WHERE field_version.entity = 'meeting' AND field_version.record = meeting.id
                     AND field_version.field = 'start_time')
             ORDER BY meeting.date DESC, meeting.id DESC LIMIT 1",
        )?
        .query_row([series.0], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Where and when those of a series meet and who leads them, as far as the series says so itself.
fn usual_of(transaction: &Transaction<'_>, series: SeriesId) -> Result<Vec<FieldValue>> {
    let mut values = Vec::new();
    for field in ["start_time", "end_time", "mode", "venue", "city", "chair", "secretary"] {
        let value = transaction.value(series.record(), field)?;
        if value != Value::Empty {
            values.push((field, value));
        }
    }
    Ok(values)
}
