//! What adds to approved minutes, or corrects them: its own review, its own number, its own kept content. The minutes stay as
//! they were approved.

use super::{Outcome, minutes};
use crate::domain::{AddendumId, MeetingId, MinutesState, Record, Value, lifecycle};
use crate::error::{Error, ErrorKind, Result};
use crate::store::transaction::Transaction;
use crate::store::{frozen, numbers};

/// A step of what adds to approved minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddendumStep {
    /// Handed on for review, or back with a remark.
    Review {
        /// In review, or returned.
        to: MinutesState,
        /// What is to be changed; who returns it has to say it.
        comment: String,
    },
    /// It gets its number, what it says is kept, and it can only be read.
    Approve,
    /// Approved by mistake, before signing: back to draft.
    Reopen {
        /// Why.
        reason: String,
    },
}

/// Takes an addendum a step further.
pub(super) fn go_on(transaction: &mut Transaction<'_>, addendum: AddendumId, step: &AddendumStep) -> Result<Outcome> {
    let record = addendum.record();
    transaction.version(record)?;
    match step {
        AddendumStep::Review { to, comment } => review(transaction, record, *to, comment),
        AddendumStep::Approve => approve(transaction, record),
        AddendumStep::Reopen { reason } => minutes::reopen_record(transaction, record, reason),
    }
}

fn review(transaction: &mut Transaction<'_>, record: Record, to: MinutesState, comment: &str) -> Result<Outcome> {
    is_open(transaction, record)?;
    let from = minutes::state(transaction, record)?;
    if !lifecycle::minutes_may_move(from, to) {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{from:?} to {to:?}")));
    }
    if to == MinutesState::Returned && comment.trim().is_empty() {
        return Err(Error::new(ErrorKind::ReasonMissing, format!("{from:?} to {to:?}")));
    }
    let content = frozen::keep(transaction, record)?;
    transaction.set(record, &[("review", to.into())])?;
    minutes::note(transaction, record, (from, to), comment, content)
}

fn approve(transaction: &mut Transaction<'_>, record: Record) -> Result<Outcome> {
    is_open(transaction, record)?;
    let meeting = meeting_of(transaction, record)?;
    let number = transaction.text(meeting, "minutes_number")?;
    if transaction.text(meeting, "approved_on")?.is_empty() {
        return Err(Error::new(ErrorKind::MoveRefused, "only approved minutes have addenda"));
    }
    if transaction.text(record, "text")?.trim().is_empty() {
        return Err(Error::new(ErrorKind::MoveRefused, "an addendum without a word"));
    }
    let from = minutes::state(transaction, record)?;
    let own = numbers::addendum(transaction, record, &number)?;
    let today = transaction.now().date()?;
    transaction.set(record, &[("number", own.into()), ("approved_on", today.into()), ("review", Value::Empty)])?;
    let content = frozen::keep(transaction, record)?;
    transaction.set(record, &[("content_hash", content.clone().into())])?;
    minutes::note(transaction, record, (from, MinutesState::Approved), "", content)
}

/// Refuses what would change an approved one.
pub(super) fn is_open(transaction: &Transaction<'_>, record: Record) -> Result<()> {
    if transaction.text(record, "approved_on")?.is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::AddendumApproved, transaction.text(record, "number")?))
}

fn meeting_of(transaction: &Transaction<'_>, record: Record) -> Result<Record> {
    let meeting = transaction.value(record, "meeting")?.as_number();
    meeting.map(|id| MeetingId(id).record()).ok_or_else(|| Error::new(ErrorKind::NotFound, "an addendum of nothing"))
}
