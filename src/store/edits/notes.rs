//! A line of the notes becomes an outcome, and back.

use super::{Outcome, guard, records};
use crate::domain::{BlockId, Entity, FieldValue, MeetingId, OutcomeId, OutcomeKind, Value};
use crate::error::{Error, ErrorKind, Result};
use crate::store::position;
use crate::store::transaction::Transaction;
use rusqlite::OptionalExtension;

/// Splits a block around a line that becomes an outcome: what stands before keeps the block, the line gets one of its own
/// (the block itself when nothing stands before), and typing goes on in a third. `values` are what else the line says.
pub(super) fn capture(
    transaction: &mut Transaction<'_>,
    block: BlockId,
    kind: OutcomeKind,
    [before, text, after]: [&str; 3],
    values: &[FieldValue],
) -> Result<Outcome> {
    let record = block.record();
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    if transaction.value(record, "outcome")? != Value::Empty {
        return Err(Error::new(ErrorKind::MoveRefused, "the block is an outcome already"));
    }
    let meeting = transaction.value(record, "meeting")?;
    let item = transaction.value(record, "agenda_item")?;
    let place = transaction.text(record, "position")?;
    let next_place = place_after(transaction, item.as_number(), meeting.as_number(), &place)?;

    let mut all =
        vec![("kind", kind.into()), ("text", text.into()), ("meeting", meeting.clone()), ("agenda_item", item.clone())];
    all.extend_from_slice(values);
    let outcome = records::add(transaction, Entity::Outcome, all)?;
    let outcome_id = outcome.record.map_or(Value::Empty, |made| Value::Number(made.id));
    let outcome_place = if before.is_empty() {
        transaction.set(record, &[("body", Value::Empty), ("outcome", outcome_id)])?;
        place
    } else {
        transaction.set(record, &[("body", before.into())])?;
        let between = position::between(Some(&place), next_place.as_deref());
        let values = [
            ("meeting", meeting.clone()),
            ("agenda_item", item.clone()),
            ("position", between.as_str().into()),
            ("outcome", outcome_id),
        ];
        transaction.insert(Entity::Block, &values)?;
        between
    };
    let rest = transaction.insert(
        Entity::Block,
        &[
            ("meeting", meeting),
            ("agenda_item", item),
            ("position", position::between(Some(&outcome_place), next_place.as_deref()).into()),
            ("body", after.into()),
        ],
    )?;
    Ok(Outcome { record: outcome.record, continue_in: Some(BlockId(rest.id)) })
}

/// An outcome's line becomes plain notes; the outcome goes to the bin.
pub(super) fn release(transaction: &mut Transaction<'_>, block: BlockId) -> Result<Outcome> {
    let record = block.record();
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    let Some(outcome) = transaction.value(record, "outcome")?.as_number().map(OutcomeId) else {
        return Err(Error::new(ErrorKind::MoveRefused, "the block is no outcome"));
    };
    let mut body = transaction.text(outcome.record(), "text")?;
    let details = transaction.text(outcome.record(), "details")?;
    if !details.is_empty() {
        body.push('\n');
        body.push_str(&details);
    }
    transaction.set(record, &[("body", body.into()), ("outcome", Value::Empty)])?;
    transaction.set_deleted(outcome.record(), true)?;
    Ok(Outcome::of(record))
}

/// The position of the block below.
fn place_after(
    transaction: &Transaction<'_>,
    item: Option<i64>,
    meeting: Option<i64>,
    place: &str,
) -> Result<Option<String>> {
    Ok(transaction
        .sql()
        .prepare_cached(
            "SELECT position FROM block
             WHERE agenda_item IS ?1 AND meeting IS ?2 AND deleted = 0 AND position > ?3 ORDER BY position LIMIT 1",
        )?
        .query_row(rusqlite::params![item, meeting.map(MeetingId).map(|id| id.0), place], |row| row.get(0))
        .optional()?)
}
