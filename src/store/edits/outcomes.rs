//! Moving an outcome through its life.

use super::Outcome;
use crate::domain::{OutcomeId, OutcomeKind, OutcomeStatus, Value, lifecycle};
use crate::error::{Error, ErrorKind, Result};
use crate::store::transaction::Transaction;

/// Moves an outcome to a status its kind has. Done sets the day and 100 %; reopening clears the day.
pub(super) fn move_to(transaction: &mut Transaction<'_>, outcome: OutcomeId, to: OutcomeStatus) -> Result<Outcome> {
    let record = outcome.record();
    transaction.version(record)?;
    let kind = OutcomeKind::from_code(&transaction.text(record, "kind")?);
    if !kind.is_some_and(|kind| lifecycle::statuses(kind).contains(&to)) {
        return Err(Error::new(ErrorKind::MoveRefused, format!("{kind:?} to {to:?}")));
    }
    let mut values = vec![("status", to.into())];
    if matches!(to, OutcomeStatus::Done | OutcomeStatus::Completed) {
        values.push(("percent", Value::Number(100)));
        values.push(("done_on", transaction.now().date()?.into()));
    } else {
        values.push(("done_on", Value::Empty));
    }
    transaction.set(record, &values)?;
    Ok(Outcome::of(record))
}
