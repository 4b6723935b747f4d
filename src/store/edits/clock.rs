//! The clocks of a running meeting: its own, and that of the item under discussion.
//!
//! A clock is a moment since which it runs and the seconds that ran before. Both stand still together.

use super::{Outcome, guard};
use crate::domain::{AgendaItemId, AgendaState, FieldValue, MeetingId, MeetingStatus, Record, Value};
use crate::error::{Error, ErrorKind, Result};
use crate::store::transaction::Transaction;

/// The discussion moves to an item, or to none; `is_done`: the one before has been discussed.
pub(super) fn discuss(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    item: Option<AgendaItemId>,
    is_done: bool,
) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    for other in discussed_now(transaction, meeting)? {
        if Some(other) == item {
            continue;
        }
        let mut values = stopped(transaction, other.record())?;
        let state = if is_done { AgendaState::Discussed } else { AgendaState::Listed };
        values.push(("state", state.into()));
        transaction.set(other.record(), &values)?;
    }
    if let Some(item) = item {
        transaction.version(item.record())?;
        let mut values: Vec<FieldValue> = vec![("state", AgendaState::Discussing.into())];
        let runs = transaction.value(meeting.record(), "running_since")?.as_number().is_some();
        if runs && transaction.value(item.record(), "running_since")?.as_number().is_none() {
            values.push(("running_since", Value::Number(transaction.now().seconds())));
        }
        transaction.set(item.record(), &values)?;
    }
    Ok(Outcome::of(item.map_or(meeting.record(), AgendaItemId::record)))
}

/// Stops the clocks of a meeting that is in progress, or lets them run again.
pub(super) fn pause(transaction: &mut Transaction<'_>, meeting: MeetingId, is_paused: bool) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let record = meeting.record();
    let status = MeetingStatus::from_code(&transaction.text(record, "status")?);
    if status != Some(MeetingStatus::InProgress) {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{status:?} has no clock")));
    }
    if is_paused {
        let values = stopped(transaction, record)?;
        transaction.set(record, &values)?;
        stop_items(transaction, meeting)?;
    } else if transaction.value(record, "running_since")?.as_number().is_none() {
        let now = Value::Number(transaction.now().seconds());
        transaction.set(record, &[("running_since", now)])?;
        run_items(transaction, meeting)?;
    }
    Ok(Outcome::of(record))
}

/// The clock of the item under discussion stands still; where it is `over`, the item has been discussed.
pub(super) fn stop_items(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<()> {
    for item in discussed_now(transaction, meeting)? {
        let values = stopped(transaction, item.record())?;
        transaction.set(item.record(), &values)?;
    }
    Ok(())
}

/// The discussion is over with the meeting.
pub(super) fn end_items(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<()> {
    for item in discussed_now(transaction, meeting)? {
        let mut values = stopped(transaction, item.record())?;
        values.push(("state", AgendaState::Discussed.into()));
        transaction.set(item.record(), &values)?;
    }
    Ok(())
}

/// What was on the agenda of a meeting that is written down afterwards was discussed, but for what was put off or taken
/// back.
pub(super) fn discuss_listed(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<()> {
    let listed = "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0 AND state IS 'listed'";
    for id in transaction.ids(listed, meeting.0)? {
        transaction.set(AgendaItemId(id).record(), &[("state", AgendaState::Discussed.into())])?;
    }
    Ok(())
}

/// The item under discussion goes on; where there is none, the first that is still listed begins.
pub(super) fn run_items(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<()> {
    let under_way = discussed_now(transaction, meeting)?;
    let item = match under_way.first() {
        Some(item) => Some(*item),
        None => transaction
            .ids(
                "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0 AND state IS 'listed'
                 ORDER BY position, id LIMIT 1",
                meeting.0,
            )?
            .first()
            .map(|id| AgendaItemId(*id)),
    };
    if let Some(item) = item {
        let now = Value::Number(transaction.now().seconds());
        transaction.set(item.record(), &[("state", AgendaState::Discussing.into()), ("running_since", now)])?;
    }
    Ok(())
}

/// What stops a clock, where it runs. A clock that was set back in the meantime takes nothing away.
pub(super) fn stopped(transaction: &Transaction<'_>, record: Record) -> Result<Vec<FieldValue>> {
    let Some(since) = transaction.value(record, "running_since")?.as_number() else { return Ok(Vec::new()) };
    let ran = transaction.now().seconds().saturating_sub(since).max(0);
    let before = transaction.value(record, "ran_seconds")?.as_number().unwrap_or(0);
    Ok(vec![("ran_seconds", Value::Number(before.saturating_add(ran))), ("running_since", Value::Empty)])
}

fn discussed_now(transaction: &Transaction<'_>, meeting: MeetingId) -> Result<Vec<AgendaItemId>> {
    let found = transaction.ids(
        "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0
             AND (state = 'discussing' OR running_since IS NOT NULL) ORDER BY position, id",
        meeting.0,
    )?;
    Ok(found.into_iter().map(AgendaItemId).collect())
}
