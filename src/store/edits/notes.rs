//! A line of the notes becomes an outcome, a quote or private, and back.

use super::{Outcome, agenda, bin, guard, records};
use crate::domain::{
    BlockId, BlockKind, Entity, FieldValue, LineTimes, MeetingId, OutcomeId, OutcomeKind, Record, RegulationId,
    ReviewState, Value, lifecycle,
};
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
    let split = Split::of(transaction, block)?;
    let mut all = vec![
        ("kind", kind.into()),
        ("text", text.into()),
        ("meeting", split.meeting.clone()),
        ("agenda_item", split.item.clone()),
    ];
    all.extend_from_slice(values);
    let outcome = records::add(transaction, Entity::Outcome, all)?;
    let outcome_id = outcome.record.map_or(Value::Empty, |made| Value::Number(made.id));
    let line = [("body", Value::Empty), ("outcome", outcome_id)];
    let (_, rest) = split.carry_out(transaction, &line, [before, text, after])?;
    Ok(Outcome { record: outcome.record, continue_in: Some(rest) })
}

/// Splits a block around a line in the same way; the line becomes a regulation that was shown in the meeting, under the item.
pub(super) fn capture_regulation(
    transaction: &mut Transaction<'_>,
    block: BlockId,
    [before, title, after]: [&str; 3],
) -> Result<Outcome> {
    let split = Split::of(transaction, block)?;
    let (meeting, item) = (split.meeting.as_number().map(MeetingId), split.item.as_number());
    let values = vec![
        ("title", title.into()),
        ("review", ReviewState::Shown.into()),
        ("status", lifecycle::of_captured_regulation(title).into()),
    ];
    let made = records::add(transaction, Entity::Regulation, values)?.record;
    let regulation = made.ok_or_else(|| Error::new(ErrorKind::Internal, "no regulation was made"))?;
    if let Some(meeting) = meeting {
        match item {
            Some(id) => agenda::raise(transaction, Record { entity: Entity::AgendaItem, id }, regulation, meeting)?,
            None => agenda::raised_in(transaction, regulation, meeting)?,
        }
    }
    let line = [("body", Value::Empty), ("regulation", Value::Number(regulation.id))];
    let (_, rest) = split.carry_out(transaction, &line, [before, title, after])?;
    Ok(Outcome { record: Some(regulation), continue_in: Some(rest) })
}

/// Splits a block around a line in the same way; the line is private from then on, or somebody's own words.
pub(super) fn set_apart(
    transaction: &mut Transaction<'_>,
    block: BlockId,
    kind: BlockKind,
    [before, text, after]: [&str; 3],
) -> Result<Outcome> {
    let split = Split::of(transaction, block)?;
    let meeting = split.meeting.as_number().map(MeetingId);
    let values = [("body", text.into()), ("kind", kind.into())];
    let (line, rest) = split.carry_out(transaction, &values, [before, text, after])?;
    if let Some(meeting) = meeting.filter(|_| kind == BlockKind::Private) {
        untie(transaction, meeting, text)?;
    }
    Ok(Outcome { record: Some(line), continue_in: Some(rest) })
}

/// Who and what is named in a line was tied to the meeting, unless the line was private from its beginning. Now that it is,
/// the ties go that nothing else in the meeting's words names.
fn untie(transaction: &mut Transaction<'_>, meeting: MeetingId, text: &str) -> Result<()> {
    if !text.contains(SIGNS) {
        return Ok(());
    }
    let mut statement = transaction.sql().prepare_cached(
        "SELECT id, target FROM link WHERE source = ?1 AND kind IN ('related', 'tagged') AND deleted = 0 ORDER BY id",
    )?;
    let ties: Vec<(i64, i64)> = statement
        .query_map([meeting.record().key()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    drop(statement);
    for (link, target) in ties {
        let Some(target) = Record::from_key(target) else { continue };
        let named = signs_of(transaction, target)?;
        let is_in = |text: &str| named.iter().any(|named| text.contains(named.as_str()));
        if is_in(text) && !words_for_all(transaction, meeting)?.iter().any(|words| is_in(words)) {
            transaction.set_deleted(Record { entity: Entity::Link, id: link }, true)?;
        }
    }
    Ok(())
}

/// What stands before a name in the notes.
const SIGNS: [char; 2] = ['@', '#'];

/// How the notes name a record: by its name or its number, behind a sign.
fn signs_of(transaction: &Transaction<'_>, record: Record) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for field in ["name", "title", "number"] {
        if record.entity.field(field).is_some() {
            names.push(transaction.text(record, field)?);
        }
    }
    let signed = |name: &String| SIGNS.map(|sign| format!("{sign}{}", name.trim()));
    Ok(names.iter().filter(|name| !name.trim().is_empty()).flat_map(signed).collect())
}

/// The words of a meeting's notes and outcomes that are not private.
fn words_for_all(transaction: &Transaction<'_>, meeting: MeetingId) -> Result<Vec<String>> {
    let mut statement = transaction.sql().prepare_cached(
        "SELECT body FROM block WHERE meeting = ?1 AND deleted = 0 AND body IS NOT NULL AND kind IS NOT ?2
         UNION ALL SELECT text FROM outcome WHERE meeting = ?1 AND deleted = 0 AND text IS NOT NULL
         UNION ALL SELECT title FROM regulation WHERE deleted = 0 AND title IS NOT NULL AND id IN (
             SELECT regulation FROM block WHERE meeting = ?1 AND deleted = 0)",
    )?;
    let found = statement.query_map(rusqlite::params![meeting.0, BlockKind::Private.code()], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A block of plain notes that is to be split, and where the parts go.
struct Split {
    block: Record,
    meeting: Value,
    item: Value,
    place: String,
    next_place: Option<String>,
}

impl Split {
    fn of(transaction: &mut Transaction<'_>, block: BlockId) -> Result<Self> {
        let record = block.record();
        transaction.version(record)?;
        guard::may_change(transaction, record, &[])?;
        for field in ["outcome", "regulation"] {
            if transaction.value(record, field)? != Value::Empty {
                return Err(Error::new(ErrorKind::MoveRefused, "the block is a record already"));
            }
        }
        if kind_of(transaction, record)? != BlockKind::Discussion {
            return Err(Error::new(ErrorKind::MoveRefused, "the block is set apart already"));
        }
        let meeting = transaction.value(record, "meeting")?;
        let item = transaction.value(record, "agenda_item")?;
        let place = transaction.text(record, "position")?;
        let next_place = place_after(transaction, item.as_number(), meeting.as_number(), &place)?;
        Ok(Self { block: record, meeting, item, place, next_place })
    }

    /// Answers the line's block and the one below it. Each line keeps the time at which it was begun.
    fn carry_out(
        self,
        transaction: &mut Transaction<'_>,
        line: &[FieldValue],
        [before, text, after]: [&str; 3],
    ) -> Result<(Record, BlockId)> {
        let Self { block, meeting, item, place, next_place } = self;
        let (whole, times) = notes_from(transaction, item.as_number(), meeting.as_number(), &place)?;
        let now = transaction.now().seconds();
        let [above, of_line, below] =
            times.cut(&whole, [before, text, after], now).map(|part| ("line_times", part.stored().into()));
        let line: Vec<FieldValue> = line.iter().cloned().chain([of_line]).collect();
        let line = line.as_slice();
        let insert = |transaction: &mut Transaction<'_>, place: &str, values: &[FieldValue]| {
            let mut all =
                vec![("meeting", meeting.clone()), ("agenda_item", item.clone()), ("position", Value::from(place))];
            all.extend_from_slice(values);
            transaction.insert(Entity::Block, &all)
        };
        let (line, line_place) = if before.is_empty() {
            transaction.set(block, line)?;
            (block, place)
        } else {
            transaction.set(block, &[("body", before.into()), above])?;
            let between = position::between(Some(&place), next_place.as_deref());
            (insert(transaction, &between, line)?, between)
        };
        let rest_place = position::between(Some(&line_place), next_place.as_deref());
        let rest = insert(transaction, &rest_place, &[("body", after.into()), below])?;
        Ok((line, BlockId(rest.id)))
    }
}

/// The notes from a block on, down to the next line that is set apart, as the screen shows them: one text, with the times
/// of its lines.
fn notes_from(
    transaction: &Transaction<'_>,
    item: Option<i64>,
    meeting: Option<i64>,
    place: &str,
) -> Result<(String, LineTimes)> {
    let mut statement = transaction.sql().prepare_cached(
        "SELECT coalesce(body, ''), coalesce(line_times, ''), outcome IS NULL AND regulation IS NULL AND coalesce(kind, ?4) = ?4
         FROM block
         WHERE agenda_item IS ?1 AND meeting IS ?2 AND deleted = 0 AND position >= ?3 ORDER BY position, id",
    )?;
    let plain = BlockKind::Discussion.code();
    let found = statement.query_map(rusqlite::params![item, meeting, place, plain], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?))
    })?;
    let mut parts = Vec::new();
    for row in found {
        let (body, times, is_plain) = row?;
        if !is_plain {
            break;
        }
        if !body.is_empty() {
            parts.push((body, LineTimes::read(&times)));
        }
    }
    let whole = parts.iter().map(|(body, _)| body.as_str()).collect::<Vec<_>>().join("\n");
    let times = LineTimes::joined(parts.iter().map(|(body, times)| (body.as_str(), times.clone())));
    Ok((whole, times))
}

fn kind_of(transaction: &Transaction<'_>, block: Record) -> Result<BlockKind> {
    Ok(BlockKind::from_code(&transaction.text(block, "kind")?).unwrap_or(BlockKind::Discussion))
}

/// A record's line becomes plain notes, and the record goes to the bin; so does a line that was set apart.
pub(super) fn release(transaction: &mut Transaction<'_>, block: BlockId) -> Result<Outcome> {
    let record = block.record();
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    if let Some(regulation) = transaction.value(record, "regulation")?.as_number().map(RegulationId) {
        let body = told_of(transaction, regulation.record(), ["title", "summary"])?;
        transaction.set(record, &[("body", body.into()), ("regulation", Value::Empty)])?;
        bin::remove(transaction, regulation.record())?;
        return Ok(Outcome::of(record));
    }
    let Some(outcome) = transaction.value(record, "outcome")?.as_number().map(OutcomeId) else {
        if kind_of(transaction, record)? == BlockKind::Discussion {
            return Err(Error::new(ErrorKind::MoveRefused, "the block is plain notes"));
        }
        let plain = [("kind", Value::Empty), ("speaker", Value::Empty), ("may_be_published", Value::Empty)];
        transaction.set(record, &plain)?;
        return Ok(Outcome::of(record));
    };
    let body = told_of(transaction, outcome.record(), ["text", "details"])?;
    transaction.set(record, &[("body", body.into()), ("outcome", Value::Empty)])?;
    transaction.set_deleted(outcome.record(), true)?;
    Ok(Outcome::of(record))
}

/// What a record says in these two fields, a line each.
fn told_of(transaction: &Transaction<'_>, record: Record, [line, more]: [&'static str; 2]) -> Result<String> {
    let mut told = transaction.text(record, line)?;
    let more = transaction.text(record, more)?;
    if !more.is_empty() {
        told.push('\n');
        told.push_str(&more);
    }
    Ok(told)
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
