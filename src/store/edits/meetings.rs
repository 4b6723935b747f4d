//! A meeting as a whole: made in one step, moved through its life, its minutes approved.

use super::{Outcome, attendance, guard, records};
use crate::domain::{Entity, FieldValue, LinkKind, MeetingId, MeetingStatus, Record, Side, Value, lifecycle};
use crate::error::{Error, ErrorKind, Result};
use crate::store::numbers;
use crate::store::transaction::Transaction;

/// A new meeting with its bodies and its agenda.
pub(super) fn new(
    transaction: &mut Transaction<'_>,
    values: &[FieldValue],
    parties: &[(String, Side)],
    agenda: &[(String, Option<i64>)],
) -> Result<Outcome> {
    let made = records::add(transaction, Entity::Meeting, values.to_vec())?;
    let Some(record) = made.record else { return Ok(made) };
    for (name, side) in parties {
        attendance::add_party(transaction, MeetingId(record.id), name, *side)?;
    }
    for (title, minutes) in agenda {
        let values = vec![
            ("meeting", Value::Number(record.id)),
            ("title", title.as_str().into()),
            ("planned_minutes", (*minutes).into()),
        ];
        records::add(transaction, Entity::AgendaItem, values)?;
    }
    Ok(made)
}

/// Moves a meeting, where its lifecycle allows it. Starting runs the clock, ending stops it and notes the times.
pub(super) fn move_to(transaction: &mut Transaction<'_>, meeting: MeetingId, to: MeetingStatus) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let record = meeting.record();
    let from = MeetingStatus::from_code(&transaction.text(record, "status")?).unwrap_or(MeetingStatus::Draft);
    if !lifecycle::meeting_may_move(from, to) {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{from:?} to {to:?}")));
    }
    let now = transaction.now();
    let mut values: Vec<FieldValue> = vec![("status", to.into())];
    if to == MeetingStatus::InProgress {
        values.push(("running_since", Value::Number(now.seconds())));
        if transaction.text(record, "date")?.is_empty() {
            values.push(("date", now.date()?.into()));
        }
        if transaction.text(record, "start_time")?.is_empty() {
            values.push(("start_time", now.time().into()));
        }
    }
    if to == MeetingStatus::Held {
        let since = transaction.value(record, "running_since")?.as_number();
        // A clock that was set back in the meantime takes nothing away.
        let ran = since.map_or(0, |since| now.seconds().saturating_sub(since).max(0));
        let before = transaction.value(record, "ran_seconds")?.as_number().unwrap_or(0);
        values.push(("ran_seconds", Value::Number(before.saturating_add(ran))));
        values.push(("running_since", Value::Empty));
        values.push(("end_time", now.time().into()));
    }
    transaction.set(record, &values)?;
    Ok(Outcome::of(record))
}

/// A record comes onto the agenda: an item of its name, tied to it; and the record is tied to the meeting.
pub(super) fn put_on_agenda(transaction: &mut Transaction<'_>, record: Record, meeting: MeetingId) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    transaction.version(record)?;
    let name = record.entity.title_field().map(|field| transaction.text(record, field.name)).transpose()?;
    let values = vec![("meeting", meeting.into()), ("title", name.unwrap_or_default().into())];
    let item = records::add(transaction, Entity::AgendaItem, values)?;
    let of_regulation = record.entity == Entity::Regulation;
    let kind = if of_regulation { LinkKind::ShownIn } else { LinkKind::RaisedIn };
    for (source, kind, target) in
        [(Some(record), kind, Some(meeting.record())), (item.record, LinkKind::Related, Some(record))]
    {
        let values = vec![("source", source.into()), ("kind", kind.into()), ("target", target.into())];
        records::add(transaction, Entity::Link, values)?;
    }
    Ok(item)
}

/// The minutes get their number; from now on the meeting can only be read.
pub(super) fn approve(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<Outcome> {
    let record = meeting.record();
    guard::is_open(transaction, meeting)?;
    if transaction.text(record, "status")? != MeetingStatus::Held.code() {
        return Err(Error::new(ErrorKind::MoveRefused, "only the minutes of a meeting that was held are approved"));
    }
    let number = numbers::minutes(transaction, record)?;
    let today = transaction.now().date()?;
    transaction.set(record, &[("minutes_number", number.into()), ("approved_on", today.into())])?;
    Ok(Outcome::of(record))
}

/// Back to draft; the number stays.
pub(super) fn reopen(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<Outcome> {
    let record = meeting.record();
    transaction.version(record)?;
    if transaction.text(record, "approved_on")?.is_empty() {
        return Err(Error::new(ErrorKind::MoveRefused, "the minutes are not approved"));
    }
    transaction.set(record, &[("approved_on", Value::Empty)])?;
    Ok(Outcome::of(record))
}
