//! Moving a record through its life, and what its progress says of it.

use super::{Outcome, guard, records};
use crate::domain::{Entity, FieldValue, OutcomeKind, OutcomeStatus, Record, Value, lifecycle};
use crate::error::{Error, ErrorKind, Result};
use crate::store::transaction::Transaction;

/// Moves a record to a status its life cycle allows. Done sets the day and 100 %; what is opened again has no such day.
pub(super) fn move_to(
    transaction: &mut Transaction<'_>,
    record: Record,
    to: OutcomeStatus,
    reason: &str,
) -> Result<Outcome> {
    transaction.version(record)?;
    guard::may_change(transaction, record, &["status"])?;
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
    let today = transaction.now().date()?;
    let mut values: Vec<FieldValue> = vec![("status", to.into())];
    if is_outcome {
        if lifecycle::is_done(to) {
            values.extend([("percent", Value::Number(100)), ("done_on", today.into())]);
        } else {
            values.push(("done_on", Value::Empty));
        }
    }
    transaction.set(record, &values)?;
    let step = vec![
        ("subject", record.into()),
        ("day", today.into()),
        ("text", reason.trim().into()),
        ("from_status", from.into()),
        ("to_status", to.into()),
    ];
    records::add(transaction, Entity::Progress, step)?;
    Ok(Outcome::of(record))
}
