//! What stands on an agenda: records that come onto it and go from it, what is carried from one meeting to the next, the
//! agenda with which the meetings of a series start.

use super::{Outcome, guard, records};
use crate::domain::{
    AgendaItemId, Entity, FieldValue, LinkKind, MeetingId, MeetingStatus, MinutesLayout, MinutesPart, OutcomeKind,
    OutcomeStatus, Record, SeriesId, Value, lifecycle,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::query::before::Before;
use crate::store::transaction::Transaction;
use rusqlite::params;

/// What an item keeps when it comes onto another agenda.
const KEPT: [&str; 3] = ["title", "presenter", "planned_minutes"];

/// A record comes onto the agenda: an item of its name, tied to it; and the record is tied to the meeting.
pub(super) fn put(transaction: &mut Transaction<'_>, record: Record, meeting: MeetingId) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    transaction.version(record)?;
    let name = record.entity.title_field().map(|field| transaction.text(record, field.name)).transpose()?;
    let values = vec![("meeting", meeting.into()), ("title", name.unwrap_or_default().into())];
    let made = records::add(transaction, Entity::AgendaItem, values)?;
    if let Some(item) = made.record {
        raise(transaction, item, record, meeting)?;
    }
    Ok(made)
}

/// A record is what an item is about.
pub(super) fn tie(transaction: &mut Transaction<'_>, item: AgendaItemId, record: Record) -> Result<Outcome> {
    let item = item.record();
    transaction.version(item)?;
    transaction.version(record)?;
    let meeting = transaction.value(item, "meeting")?.as_number().map(MeetingId);
    match meeting {
        Some(meeting) => {
            guard::is_open(transaction, meeting)?;
            raise(transaction, item, record, meeting)?;
        }
        // Of a standing item: it is raised in each of the meetings to come.
        None => relate(transaction, item, record)?,
    }
    Ok(Outcome::of(item))
}

/// Records come onto the agenda under one item of that name, which is made where there is none.
pub(super) fn gather(
    transaction: &mut Transaction<'_>,
    records: &[Record],
    meeting: MeetingId,
    title: &str,
) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let item = match item_called(transaction, meeting, title)? {
        Some(item) => item,
        None => {
            let values = vec![("meeting", meeting.into()), ("title", title.trim().into())];
            let made = records::add(transaction, Entity::AgendaItem, values)?;
            made.record.ok_or_else(|| Error::new(ErrorKind::Internal, "no item was made"))?
        }
    };
    for record in records {
        transaction.version(*record)?;
        raise(transaction, item, *record, meeting)?;
    }
    Ok(Outcome::of(item))
}

fn item_called(transaction: &Transaction<'_>, meeting: MeetingId, title: &str) -> Result<Option<Record>> {
    let mut statement = transaction.sql().prepare_cached(
        "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0 AND fold(trim(title)) = fold(?2)
         ORDER BY position, id LIMIT 1",
    )?;
    let mut found = statement.query(params![meeting.0, title.trim()])?;
    let id: Option<i64> = found.next()?.map(|row| row.get(0)).transpose()?;
    Ok(id.map(|id| Record { entity: Entity::AgendaItem, id }))
}

/// Ties a record to an item, and to the meeting in which it is raised. What is done already is shown once more, and not
/// raised again.
pub(super) fn raise(transaction: &mut Transaction<'_>, item: Record, record: Record, meeting: MeetingId) -> Result<()> {
    if record.entity == Entity::Outcome {
        let status = OutcomeStatus::from_code(&transaction.text(record, "status")?);
        if status.is_some_and(lifecycle::is_closed) {
            return relate(transaction, item, record);
        }
    }
    raised_in(transaction, record, meeting)?;
    relate(transaction, item, record)
}

/// Ties a record to the meeting in which it is raised; a second time changes nothing.
pub(super) fn raised_in(transaction: &mut Transaction<'_>, record: Record, meeting: MeetingId) -> Result<()> {
    let values =
        vec![("source", record.into()), ("kind", kind_of_raising(record).into()), ("target", meeting.record().into())];
    records::add(transaction, Entity::Link, values)?;
    Ok(())
}

fn relate(transaction: &mut Transaction<'_>, item: Record, record: Record) -> Result<()> {
    let values = vec![("source", item.into()), ("kind", LinkKind::Related.into()), ("target", record.into())];
    records::add(transaction, Entity::Link, values)?;
    Ok(())
}

const fn kind_of_raising(record: Record) -> LinkKind {
    if matches!(record.entity, Entity::Regulation) { LinkKind::ShownIn } else { LinkKind::RaisedIn }
}

/// The minutes of a meeting tell of what is open from before: it was carried into this meeting, once, whether it stands on
/// the agenda too or not.
pub(super) fn carry_told(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<()> {
    let layout = MinutesLayout::read(&transaction.text(meeting.record(), "layout")?);
    if !layout.has(MinutesPart::Earlier) {
        return Ok(());
    }
    let before = Before::of(transaction.sql(), meeting)?;
    let told = [before.open(transaction.sql())?, before.closed_after(transaction.sql())?];
    for (open, _) in told.into_iter().flatten() {
        raised_in(transaction, open.record(), meeting)?;
    }
    Ok(())
}

/// Counts in how many later meetings a task was raised: once more where `by` is one, once less where it is minus one.
pub(super) fn count_raised(transaction: &mut Transaction<'_>, link: Record, by: i64) -> Result<()> {
    let end =
        |name| -> Result<Option<Record>> { Ok(transaction.value(link, name)?.as_number().and_then(Record::from_key)) };
    if transaction.text(link, "kind")? != LinkKind::RaisedIn.code() {
        return Ok(());
    }
    let (Some(task), Some(meeting)) = (end("source")?, end("target")?) else { return Ok(()) };
    if task.entity != Entity::Outcome || meeting.entity != Entity::Meeting || !is_carried(transaction, task)? {
        return Ok(());
    }
    let own = transaction.value(task, "meeting")?.as_number();
    if own.is_none_or(|own| own == meeting.id) {
        return Ok(());
    }
    let carried = transaction.value(task, "carried")?.as_number().unwrap_or_default() + by;
    transaction.set(task, &[("carried", if carried > 0 { carried.into() } else { Value::Empty })])?;
    Ok(())
}

/// Is it of a kind that is carried from meeting to meeting?
fn is_carried(transaction: &Transaction<'_>, task: Record) -> Result<bool> {
    let kind = OutcomeKind::from_code(&transaction.text(task, "kind")?);
    Ok(kind.is_some_and(|kind| Entity::Outcome.field("carried").is_some_and(|field| field.is_of(Some(kind.code())))))
}

/// A tie goes: what an item was about is no longer raised in its meeting, unless another item is about it too.
pub(super) fn taken_off(transaction: &mut Transaction<'_>, link: Record) -> Result<()> {
    let end =
        |name| -> Result<Option<Record>> { Ok(transaction.value(link, name)?.as_number().and_then(Record::from_key)) };
    let (Some(item), Some(record)) = (end("source")?, end("target")?) else { return Ok(()) };
    if item.entity != Entity::AgendaItem {
        return Ok(());
    }
    let Some(meeting) = transaction.value(item, "meeting")?.as_number().map(MeetingId) else { return Ok(()) };
    let first = *Record::keys_of(Entity::AgendaItem).start();
    let is_elsewhere = transaction
        .sql()
        .prepare_cached(
            "SELECT 1 FROM agenda_item JOIN link ON link.source = ?3 + agenda_item.id
             WHERE agenda_item.meeting = ?1 AND agenda_item.deleted = 0 AND agenda_item.id <> ?4
                 AND link.target = ?2 AND link.kind = 'related' AND link.deleted = 0",
        )?
        .exists(params![meeting.0, record.key(), first, item.id])?;
    if is_elsewhere {
        return Ok(());
    }
    let raised = transaction
        .sql()
        .prepare_cached("SELECT id FROM link WHERE source = ?1 AND target = ?2 AND kind = ?3 AND deleted = 0")?
        .query_map(params![record.key(), meeting.record().key(), kind_of_raising(record).code()], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    for id in raised {
        let link = Record { entity: Entity::Link, id };
        count_raised(transaction, link, -1)?;
        transaction.set_deleted(link, true)?;
    }
    Ok(())
}

/// A new meeting of a series starts with the series' own agenda.
pub(super) fn start_with(transaction: &mut Transaction<'_>, series: SeriesId, meeting: MeetingId) -> Result<()> {
    for item in transaction.ids(STANDING, series.0)? {
        let item = Record { entity: Entity::AgendaItem, id: item };
        copy(transaction, item, ("meeting", meeting.into()), Some(meeting))?;
    }
    Ok(())
}

/// The agenda of a meeting is the one with which those of its series start from now on.
pub(super) fn keep(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<Outcome> {
    let record = meeting.record();
    transaction.version(record)?;
    let series = transaction.value(record, "series")?.as_number().map(SeriesId);
    let series = series.ok_or_else(|| {
        Error::new(ErrorKind::MissingFirst("field-meeting-series".to_owned()), "a meeting without a series")
    })?;
    transaction.version(series.record())?;
    for id in transaction.ids(STANDING, series.0)? {
        super::bin::remove(transaction, Record { entity: Entity::AgendaItem, id })?;
    }
    become_standing(transaction, meeting, series)?;
    Ok(Outcome::of(series.record()))
}

/// The items of a meeting are among those with which the meetings of the series start.
pub(super) fn become_standing(transaction: &mut Transaction<'_>, meeting: MeetingId, series: SeriesId) -> Result<()> {
    for id in transaction.ids(OF_MEETING, meeting.0)? {
        copy(transaction, Record { entity: Entity::AgendaItem, id }, ("series", series.into()), None)?;
    }
    Ok(())
}

/// What the last meeting did not come to is on the agenda of the next, tied to what it was tied to.
pub(super) fn carry(transaction: &mut Transaction<'_>, last: MeetingId, next: MeetingId) -> Result<()> {
    let left = "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0 AND state IN ('listed', 'deferred')
                ORDER BY position, id";
    // A meeting that was not held yet has its agenda still before it.
    if transaction.text(last.record(), "status")? != MeetingStatus::Held.code() {
        return Ok(());
    }
    for item in transaction.ids(left, last.0)? {
        let item = Record { entity: Entity::AgendaItem, id: item };
        // What stands there in every meeting is there already; only what it was about comes along.
        match item_called(transaction, next, &transaction.text(item, "title")?)? {
            Some(there) => copy_ties(transaction, item, there, Some(next))?,
            None => copy(transaction, item, ("meeting", next.into()), Some(next))?,
        }
    }
    Ok(())
}

const STANDING: &str = "SELECT id FROM agenda_item WHERE series = ?1 AND deleted = 0 ORDER BY position, id";
const OF_MEETING: &str = "SELECT id FROM agenda_item WHERE meeting = ?1 AND deleted = 0 ORDER BY position, id";

/// The same item on another agenda; what it is about is raised in `meeting`, and stays behind where there is none.
fn copy(transaction: &mut Transaction<'_>, item: Record, owner: FieldValue, meeting: Option<MeetingId>) -> Result<()> {
    let mut values = vec![owner];
    for field in KEPT {
        values.push((field, transaction.value(item, field)?));
    }
    let made = records::add(transaction, Entity::AgendaItem, values)?.record;
    made.map_or(Ok(()), |made| copy_ties(transaction, item, made, meeting))
}

fn copy_ties(transaction: &mut Transaction<'_>, from: Record, to: Record, meeting: Option<MeetingId>) -> Result<()> {
    let Some(meeting) = meeting else { return Ok(()) };
    let tied = "SELECT target FROM link WHERE source = ?1 AND kind = 'related' AND deleted = 0 ORDER BY id";
    for target in transaction.ids(tied, from.key())? {
        let Some(record) = Record::from_key(target) else { continue };
        // What went to the bin in the meantime is not brought up again.
        if !transaction.row(record)?.2 {
            raise(transaction, to, record, meeting)?;
        }
    }
    Ok(())
}
