//! The minutes after the meeting: handed on for review, returned with a remark, approved, opened again. Each move stays in
//! the meeting's progress.

use super::{Outcome, agenda, guard, records};
use crate::domain::{Entity, MeetingId, MeetingStatus, MinutesState, Record, Value, lifecycle};
use crate::error::{Error, ErrorKind, Result};
use crate::store::transaction::Transaction;
use crate::store::{frozen, numbers};

/// Hands the minutes on for review, or returns them.
pub(super) fn review(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    to: MinutesState,
    comment: &str,
) -> Result<Outcome> {
    let record = meeting.record();
    guard::is_open(transaction, meeting)?;
    was_held(transaction, record)?;
    let from = state(transaction, record)?;
    if !lifecycle::minutes_may_move(from, to) {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{from:?} to {to:?}")));
    }
    if to == MinutesState::Returned && comment.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, format!("{from:?} to {to:?}")));
    }
    transaction.set(record, &[("review", to.into())])?;
    // What was handed on, or returned, can be held against what it becomes.
    let content = frozen::keep(transaction, record)?;
    note(transaction, record, (from, to), comment, content)
}

/// The minutes get their number, what they say is kept; from now on the meeting can only be read.
pub(super) fn approve(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<Outcome> {
    let record = meeting.record();
    guard::is_open(transaction, meeting)?;
    was_held(transaction, record)?;
    let from = state(transaction, record)?;
    numbers::close_gaps(transaction, record)?;
    let number = numbers::minutes(transaction, record)?;
    agenda::carry_told(transaction, meeting)?;
    let today = transaction.now().date()?;
    let approved = [("minutes_number", number.into()), ("approved_on", today.into()), ("review", Value::Empty)];
    transaction.set(record, &approved)?;
    // They are laid out as approved: with their number and their day, and without the mark of a draft.
    let content = frozen::keep(transaction, record)?;
    transaction.set(record, &[("content_hash", content.clone().into())])?;
    note(transaction, record, (from, MinutesState::Approved), "", content)
}

/// Back to draft; the number stays, and what was kept holds no more. Signed minutes stay.
pub(super) fn reopen(transaction: &mut Transaction<'_>, meeting: MeetingId, reason: &str) -> Result<Outcome> {
    reopen_record(transaction, meeting.record(), reason)
}

/// The same of minutes and of what adds to them.
pub(super) fn reopen_record(transaction: &mut Transaction<'_>, record: Record, reason: &str) -> Result<Outcome> {
    transaction.version(record)?;
    if transaction.text(record, "approved_on")?.is_empty() {
        return Err(Error::new(ErrorKind::MoveRefused, "the minutes are not approved"));
    }
    if frozen::is_signed(transaction.sql(), record)? {
        let number = if record.entity == Entity::Meeting { "minutes_number" } else { "number" };
        return Err(Error::new(ErrorKind::MinutesSigned, transaction.text(record, number)?));
    }
    if reason.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, "minutes are opened again"));
    }
    transaction.set(record, &[("approved_on", Value::Empty), ("content_hash", Value::Empty)])?;
    note(transaction, record, (MinutesState::Approved, MinutesState::Draft), reason, None)
}

/// Why an approval was taken back stays in the meeting's progress, as if the minutes had been opened again.
pub(super) fn note_taken_back(transaction: &mut Transaction<'_>, meeting: Record, reason: &str) -> Result<Outcome> {
    note(transaction, meeting, (MinutesState::Approved, MinutesState::Draft), reason, None)
}

fn was_held(transaction: &Transaction<'_>, record: Record) -> Result<()> {
    if transaction.text(record, "status")? == MeetingStatus::Held.code() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::MoveRefused, "only a meeting that was held has minutes"))
}

pub(super) fn state(transaction: &Transaction<'_>, record: Record) -> Result<MinutesState> {
    Ok(MinutesState::from_code(&transaction.text(record, "review")?).unwrap_or(MinutesState::Draft))
}

/// Notes a step in the record's progress, with the name of what was kept.
pub(super) fn note(
    transaction: &mut Transaction<'_>,
    record: Record,
    (from, to): (MinutesState, MinutesState),
    text: &str,
    content: Option<String>,
) -> Result<Outcome> {
    let step = vec![
        ("subject", record.into()),
        ("day", transaction.now().date()?.into()),
        ("text", text.trim().into()),
        ("from_status", from.label_key().into()),
        ("to_status", to.label_key().into()),
        ("content", content.into()),
    ];
    records::add(transaction, Entity::Progress, step)?;
    Ok(Outcome::of(record))
}
