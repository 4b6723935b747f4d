//! The minutes after the meeting: handed on for review, returned with a remark, approved, opened again. Each move stays in
//! the meeting's progress.

use super::{Outcome, agenda, guard, records};
use crate::domain::{Entity, MeetingId, MeetingStatus, MinutesState, OutcomeKind, Record, Value, lifecycle};
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
    has_what_approval_needs(transaction, meeting)?;
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
    is_unsigned(transaction, record)?;
    if reason.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, "minutes are opened again"));
    }
    transaction.set(record, &[("approved_on", Value::Empty), ("content_hash", Value::Empty)])?;
    note(transaction, record, (MinutesState::Approved, MinutesState::Draft), reason, None)
}

/// Refuses what would open signed minutes again, by whichever way.
pub(super) fn is_unsigned(transaction: &Transaction<'_>, record: Record) -> Result<()> {
    if !frozen::is_signed(transaction.sql(), record)? {
        return Ok(());
    }
    let number = if record.entity == Entity::Meeting { "minutes_number" } else { "number" };
    Err(Error::new(ErrorKind::MinutesSigned, transaction.text(record, number)?))
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

/// Minutes are approved by whoever led the meeting and written by somebody, and each of their decisions says something. Who
/// uses the program has written them where nobody else is named.
fn has_what_approval_needs(transaction: &Transaction<'_>, meeting: MeetingId) -> Result<()> {
    let record = meeting.record();
    let missing = |label: &str| Err(Error::new(ErrorKind::MissingFirst(label.to_owned()), "the minutes are approved"));
    if transaction.value(record, "chair")? == Value::Empty {
        return missing("field-meeting-chair");
    }
    if transaction.value(record, "secretary")? == Value::Empty && !has_coordinator(transaction)? {
        return missing("field-meeting-secretary");
    }
    let wordless = format!(
        "SELECT id FROM outcome WHERE meeting = ?1 AND deleted = 0 AND kind IN ('{}', '{}')
             AND trim(coalesce(text, '')) = '' LIMIT 1",
        OutcomeKind::Decision.code(),
        OutcomeKind::Recommendation.code()
    );
    if !transaction.ids(&wordless, meeting.0)?.is_empty() {
        return missing("approving-words");
    }
    Ok(())
}

fn has_coordinator(transaction: &Transaction<'_>) -> Result<bool> {
    let named = "SELECT 1 FROM setting WHERE key = 'coordinator' AND deleted = 0 AND trim(coalesce(value, '')) <> ''";
    Ok(transaction.sql().prepare_cached(named)?.exists([])?)
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
