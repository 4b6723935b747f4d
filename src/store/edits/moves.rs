//! Moving a record through its life, and what its progress says of it.

use super::{Outcome, agenda, clock, guard, records};
use crate::calendar::Date;
use crate::domain::lifecycle::MeetingNeed;
use crate::domain::{
    Entity, FieldValue, MeetingId, MeetingStatus, OutcomeKind, OutcomeStatus, Record, Value, lifecycle,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::clock::Moment;
use crate::store::numbers;
use crate::store::transaction::Transaction;

/// Moves a record to a status its life cycle allows. Done sets the day and 100 %; what is opened again has no such day.
pub(super) fn move_to(
    transaction: &mut Transaction<'_>,
    record: Record,
    to: OutcomeStatus,
    reason: &str,
) -> Result<Outcome> {
    report(transaction, record, (reason, None, ""), Some(to))?;
    Ok(Outcome::of(record))
}

/// How the work on a record goes on: what was done, how far it is, what stands in the way, and where it stands now, all of
/// it one update. Answers the update.
pub(super) fn report(
    transaction: &mut Transaction<'_>,
    record: Record,
    (text, percent, obstacles): (&str, Option<i64>, &str),
    to: Option<OutcomeStatus>,
) -> Result<Outcome> {
    transaction.version(record)?;
    let obstacles = obstacles.trim();
    let mut values: Vec<FieldValue> = Vec::new();
    values.extend(percent.map(|percent| ("percent", Value::Number(percent))));
    values.extend((!obstacles.is_empty()).then(|| ("obstacles", obstacles.into())));
    let mut step = vec![
        ("subject", record.into()),
        ("day", transaction.now().date()?.into()),
        ("text", text.trim().into()),
        ("obstacles", obstacles.into()),
        ("percent", percent.into()),
    ];
    if let Some(to) = to {
        let from = moved(transaction, record, to, text, &mut values)?;
        step.extend([("from_status", from.into()), ("to_status", to.into())]);
    }
    if !values.is_empty() {
        let fields: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        guard::may_change(transaction, record, &fields)?;
        guard::may_hold(transaction, Some(record), record.entity, &values)?;
        transaction.set(record, &values)?;
    }
    records::add(transaction, Entity::Progress, step)
}

/// A status that is set among other fields is a move all the same: with the day on which it was done, unless that is given
/// too, and a step in the record's progress. Answers what follows from it, and the step.
pub(super) fn noticed(
    transaction: &Transaction<'_>,
    record: Record,
    values: &[FieldValue],
) -> Result<Option<(Vec<FieldValue>, Vec<FieldValue>)>> {
    let given = |name: &str| values.iter().rev().find(|(field, _)| *field == name).map(|(_, value)| value);
    let to = given("status").and_then(Value::as_text).and_then(OutcomeStatus::from_code);
    let (Entity::Outcome | Entity::Partnership | Entity::Regulation, Some(to)) = (record.entity, to) else {
        return Ok(None);
    };
    let from = OutcomeStatus::from_code(&transaction.text(record, "status")?).filter(|from| *from != to);
    let Some(from) = from else { return Ok(None) };
    let today: Value = transaction.now().date()?.into();
    let mut follows: Vec<FieldValue> = Vec::new();
    if record.entity == Entity::Outcome {
        if given("done_on").is_none() {
            follows.push(("done_on", if lifecycle::is_done(to) { today.clone() } else { Value::Empty }));
        }
        if lifecycle::is_done(to) && given("percent").is_none() {
            follows.push(("percent", Value::Number(100)));
        }
    }
    let step = vec![("subject", record.into()), ("day", today), ("from_status", from.into()), ("to_status", to.into())];
    Ok(Some((follows, step)))
}

/// What a record holds when it has moved to a status its life cycle allows. Answers where it stood.
fn moved(
    transaction: &Transaction<'_>,
    record: Record,
    to: OutcomeStatus,
    reason: &str,
    values: &mut Vec<FieldValue>,
) -> Result<OutcomeStatus> {
    let is_outcome = record.entity == Entity::Outcome;
    let kind = if is_outcome { OutcomeKind::from_code(&transaction.text(record, "kind")?) } else { None };
    let from = OutcomeStatus::from_code(&transaction.text(record, "status")?);
    let may = |from| lifecycle::cycle_of(record.entity, kind).is_some_and(|cycle| lifecycle::may_move(cycle, from, to));
    let Some(from) = from.filter(|from| may(*from)) else {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{from:?} to {to:?}")));
    };
    if lifecycle::needs_reason(from, to) && reason.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, format!("{from:?} to {to:?}")));
    }
    values.push(("status", to.into()));
    if is_outcome {
        if lifecycle::is_done(to) {
            values.retain(|(name, _)| *name != "percent");
            values.extend([("percent", Value::Number(100)), ("done_on", transaction.now().date()?.into())]);
        } else {
            values.push(("done_on", Value::Empty));
        }
    }
    Ok(from)
}

/// Moves a meeting, where its life cycle allows it and it has what it needs. Starting runs the clock, ending stops it; the
/// times are noted where they are those of the meeting's own day. A meeting that has no day has the one on which it ran;
/// one that is written down after it was held keeps the day it has, and none where nobody knows it.
pub(super) fn move_meeting(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    to: MeetingStatus,
    reason: &str,
) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let record = meeting.record();
    let from = MeetingStatus::from_code(&transaction.text(record, "status")?).unwrap_or(MeetingStatus::Draft);
    if !lifecycle::meeting_may_move(from, to) {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{from:?} to {to:?}")));
    }
    if lifecycle::meeting_needs_reason(to) && reason.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, format!("{from:?} to {to:?}")));
    }
    for need in lifecycle::meeting_needs(to) {
        if !has(transaction, meeting, *need)? {
            return Err(Error::new(ErrorKind::MissingFirst(need.label_key().to_owned()), format!("{to:?}")));
        }
    }
    let now = transaction.now();
    let is_written_afterwards = to == MeetingStatus::Held && from != MeetingStatus::InProgress;
    if is_written_afterwards && day_of(transaction, record)?.is_some_and(|day| now.date().is_ok_and(|now| day > now)) {
        return Err(Error::new(ErrorKind::HeldAhead, format!("{from:?} to {to:?}")));
    }
    // Minutes of a meeting that goes on are no longer what was handed on for review.
    let mut values: Vec<FieldValue> = vec![("status", to.into()), ("review", Value::Empty)];
    if to == MeetingStatus::InProgress {
        values.push(("running_since", Value::Number(now.seconds())));
        let day = day_of(transaction, record)?;
        if day.is_none() {
            values.push(("date", now.date()?.into()));
        }
        let is_its_day = day.is_none_or(|day| now.date().is_ok_and(|today| today == day));
        // What was planned stays beside it; a meeting that goes on after its end began when it did.
        for field in ["start_time", "began_at"] {
            if is_its_day && transaction.text(record, field)?.is_empty() {
                values.push((field, now.time().into()));
            }
        }
    }
    if to == MeetingStatus::Held && !is_written_afterwards {
        let since = transaction.value(record, "running_since")?.as_number();
        let ran = since.map_or(0, |since| now.seconds().saturating_sub(since).max(0));
        values.extend(clock::stopped(transaction, record)?);
        let started = since.map(|since| Moment { ms: since.saturating_mul(1000) });
        let ran_on = started.map(Moment::date).transpose()?;
        let day = match day_of(transaction, record)? {
            Some(day) => Some(day),
            None => {
                // Somebody took its day away while it ran.
                let day = ran_on.unwrap_or(now.date()?);
                values.push(("date", day.into()));
                ran_on
            }
        };
        // One that was left running, or is ended long after, ended at a time that nobody noted.
        let ends_on_its_day = day == Some(now.date()?) && (ran_on == day || ran_on.is_none());
        if ends_on_its_day || (day.is_some() && day == ran_on && ran < LONGEST_SECONDS) {
            values.push(("end_time", now.time().into()));
        }
    }
    transaction.set(record, &values)?;
    match to {
        MeetingStatus::InProgress => clock::run_items(transaction, meeting)?,
        MeetingStatus::Held if is_written_afterwards => clock::discuss_listed(transaction, meeting)?,
        MeetingStatus::Held => clock::end_items(transaction, meeting)?,
        MeetingStatus::Draft
        | MeetingStatus::Scheduled
        | MeetingStatus::Invited
        | MeetingStatus::Postponed
        | MeetingStatus::Cancelled => clock::stop_items(transaction, meeting)?,
    }
    if to == MeetingStatus::Held {
        // What it left open was carried into it, whether its minutes are approved yet or not: all that tell how often
        // something was carried count the same meetings.
        agenda::carry_told(transaction, meeting)?;
    }
    if !matches!(to, MeetingStatus::Draft | MeetingStatus::Cancelled) {
        numbers::give_to_meeting(transaction, record)?;
    }
    let step = vec![
        ("subject", record.into()),
        ("day", now.date()?.into()),
        ("text", reason.trim().into()),
        ("from_status", from.label_key().into()),
        ("to_status", to.label_key().into()),
    ];
    records::add(transaction, Entity::Progress, step)?;
    Ok(Outcome::of(record))
}

/// A meeting that goes on past midnight ends within so many seconds; what ran longer was left running.
const LONGEST_SECONDS: i64 = 12 * 60 * 60;

fn day_of(transaction: &Transaction<'_>, meeting: Record) -> Result<Option<Date>> {
    Ok(Date::from_iso(&transaction.text(meeting, "date")?).ok())
}

fn has(transaction: &Transaction<'_>, meeting: MeetingId, need: MeetingNeed) -> Result<bool> {
    let sql = match need {
        MeetingNeed::Date => return Ok(!transaction.text(meeting.record(), "date")?.is_empty()),
        MeetingNeed::Host => "SELECT id FROM party WHERE meeting = ?1 AND side = 'host' AND deleted = 0 LIMIT 1",
        MeetingNeed::Attendance => "SELECT id FROM attendance WHERE meeting = ?1 AND deleted = 0 LIMIT 1",
    };
    Ok(!transaction.ids(sql, meeting.0)?.is_empty())
}
