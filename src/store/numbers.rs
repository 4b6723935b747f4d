//! The numbers of records: a code, the Hijri year and a sequence, written as the settings' scheme says. A number belongs to
//! its record for good: undoing does not free it, the same record never gets another, and a changed scheme changes none.
//!
//! # When a number is given, and why there are no gaps
//! A number is given when a record becomes official, so that what is thrown away before leaves no gap:
//! - a meeting, when it leaves its draft (it is scheduled, or starts): a draft has none, a meeting that is put off keeps its
//!   own;
//! - minutes, when they are approved;
//! - what binds in a meeting (follow-ups, recommendations, decisions) is numbered within it while it is written down, for
//!   people speak of it by number at once. That number is provisional until the minutes are approved: then the gaps of what
//!   was dropped are closed, and from there on it never changes;
//! - what has a register of its own (proposals, challenges, partnerships and the like) when it is entered: entering is what
//!   makes it official. One that is removed keeps its number in the bin, so that every gap can be explained.

use super::transaction::Transaction;
use crate::calendar::Date;
use crate::domain::{Entity, Numbered, OutcomeKind, Record, Scheme, Value};
use crate::error::Result;
use rusqlite::{OptionalExtension, params};

/// The settings of numbering, as they are now.
fn scheme(transaction: &Transaction<'_>) -> Result<Scheme> {
    let mut statement = transaction.sql().prepare_cached(
        "SELECT key, value FROM setting
         WHERE key > 'numbering-' AND key < 'numbering.' AND deleted = 0 AND value <> ''",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(Scheme::from_rows(&rows))
}

/// The next number of a partnership or a regulation of that day's year.
pub(super) fn of_register(
    transaction: &Transaction<'_>,
    entity: Entity,
    date: Option<Date>,
) -> Result<(String, Given)> {
    let kind = if entity == Entity::Regulation { Numbered::Regulation } else { Numbered::Partnership };
    of_year(transaction, kind, date, (entity, "number"))
}

/// The next number of a meeting on that day.
pub(super) fn meeting(transaction: &Transaction<'_>, date: Option<Date>) -> Result<(String, Given)> {
    of_year(transaction, Numbered::Meeting, date, (Entity::Meeting, "number"))
}

/// A meeting that becomes official gets its number, and so does what was already noted in it.
pub(super) fn give_to_meeting(transaction: &mut Transaction<'_>, meeting: Record) -> Result<()> {
    if !transaction.text(meeting, "number")?.is_empty() {
        return Ok(());
    }
    // The one it had, should it have lost it, is its own.
    let number = match last_number(transaction, meeting)? {
        Some(number) => number,
        None => {
            let date = Date::from_iso(&transaction.text(meeting, "date")?).ok();
            let (number, given) = self::meeting(transaction, date)?;
            given.keep(transaction, meeting)?;
            number
        }
    };
    transaction.set(meeting, &[("number", number.into())])?;
    let waiting = "SELECT id FROM outcome WHERE meeting = ?1 AND deleted = 0 AND number IS NULL ORDER BY id";
    for id in transaction.ids(waiting, meeting.id)? {
        let record = Record { entity: Entity::Outcome, id };
        let Some(kind) = OutcomeKind::from_code(&transaction.text(record, "kind")?) else { continue };
        if let Some((number, given)) = outcome(transaction, kind, Some(meeting))? {
            transaction.set(record, &[("number", number.into())])?;
            given.keep(transaction, record)?;
        }
    }
    Ok(())
}

/// The number of a meeting's minutes: the one they had before, or the next.
pub(super) fn minutes(transaction: &Transaction<'_>, meeting: Record) -> Result<String> {
    let date = Date::from_iso(&transaction.text(meeting, "date")?).ok();
    let scheme = scheme(transaction)?;
    let (uid, _, _) = transaction.row(meeting)?;
    // Of this meeting there are the numbers of itself and of its minutes; the latter were given last.
    let own = transaction.text(meeting, "minutes_number")?;
    if !own.is_empty() {
        return Ok(own);
    }
    let mark = format!("{}-", scheme.code(Numbered::Minutes));
    let before = transaction
        .sql()
        .prepare_cached("SELECT series, sequence FROM number WHERE uid = ?1 AND series GLOB ?2 || '*'")?
        .query_row(params![uid, mark], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    if let Some((series, sequence)) = before {
        let year = series.rsplit('-').next().and_then(|year| year.parse().ok());
        return Ok(scheme.number(Numbered::Minutes, year.unwrap_or_default(), sequence));
    }
    let (number, given) = of_year(transaction, Numbered::Minutes, date, (Entity::Meeting, "minutes_number"))?;
    given.keep(transaction, meeting)?;
    Ok(number)
}

/// The number of what adds to minutes: the one it had before, or the next within them.
pub(super) fn addendum(transaction: &Transaction<'_>, addendum: Record, minutes: &str) -> Result<String> {
    let own = transaction.text(addendum, "number")?;
    if !own.is_empty() {
        return Ok(own);
    }
    let (uid, _, _) = transaction.row(addendum)?;
    let before = transaction
        .sql()
        .prepare_cached("SELECT series || sequence FROM number WHERE uid = ?1")?
        .query_row([uid], |row| row.get(0))
        .optional()?;
    if let Some(before) = before {
        return Ok(before);
    }
    let series = scheme(transaction)?.addenda(minutes);
    let written = |sequence: i64| format!("{series}{sequence}");
    let (number, given) = next(transaction, series.clone(), &written, (Entity::Addendum, "number"))?;
    given.keep(transaction, addendum)?;
    Ok(number)
}

/// The next number of an outcome: within its meeting for what binds (`ت-1448-004-07`), else of the year's. None yet while
/// its meeting has none.
pub(super) fn outcome(
    transaction: &Transaction<'_>,
    kind: OutcomeKind,
    meeting: Option<Record>,
) -> Result<Option<(String, Given)>> {
    let column = (Entity::Outcome, "number");
    let date = match meeting {
        Some(meeting) => Date::from_iso(&transaction.text(meeting, "date")?).ok(),
        None => None,
    };
    match meeting.filter(|_| binds(kind)) {
        Some(meeting) if transaction.text(meeting, "number")?.is_empty() => Ok(None),
        Some(meeting) => {
            let series = within(transaction, kind, meeting)?;
            let written = |sequence: i64| format!("{series}-{sequence:02}");
            next(transaction, series.clone(), &written, column).map(Some)
        }
        None => of_year(transaction, Numbered::of(kind), date, column).map(Some),
    }
}

/// The numbers of what binds in a meeting follow each other without a gap, from the approval of its minutes on.
pub(super) fn close_gaps(transaction: &mut Transaction<'_>, meeting: Record) -> Result<()> {
    for kind in [OutcomeKind::FollowUp, OutcomeKind::Decision] {
        if transaction.text(meeting, "number")?.is_empty() {
            return Ok(());
        }
        let series = within(transaction, kind, meeting)?;
        let mut numbered: Vec<(i64, Record, bool)> = Vec::new();
        let of_meeting = "SELECT id FROM outcome WHERE meeting = ?1";
        for id in transaction.ids(of_meeting, meeting.id)? {
            let record = Record { entity: Entity::Outcome, id };
            let number = transaction.text(record, "number")?;
            let sequence = number.strip_prefix(&series).and_then(|rest| rest.strip_prefix('-'));
            // One that was typed in by hand in another form stays.
            let Some(sequence) = sequence.and_then(|digits| digits.parse().ok()) else { continue };
            let (_, _, is_deleted) = transaction.row(record)?;
            numbered.push((sequence, record, is_deleted));
        }
        numbered.sort_by_key(|(sequence, record, _)| (*sequence, record.id));
        let live: Vec<(i64, Record)> =
            numbered.iter().filter(|(_, _, is_deleted)| !is_deleted).map(|(at, record, _)| (*at, *record)).collect();
        if live.iter().zip(1..).all(|((sequence, _), expected)| *sequence == expected) {
            continue;
        }
        // What was dropped before the approval has no number any more: others have them.
        for (_, record, _) in numbered.iter().filter(|(_, _, is_deleted)| *is_deleted) {
            transaction.set(*record, &[("number", Value::Empty)])?;
        }
        transaction.sql().prepare_cached("DELETE FROM number WHERE series = ?1")?.execute([&series])?;
        for ((_, record), sequence) in live.into_iter().zip(1..) {
            transaction.set(record, &[("number", format!("{series}-{sequence:02}").into())])?;
            Given { series: series.clone(), sequence }.keep(transaction, record)?;
        }
    }
    Ok(())
}

/// Is it numbered within its meeting?
const fn binds(kind: OutcomeKind) -> bool {
    match kind {
        OutcomeKind::FollowUp | OutcomeKind::Recommendation | OutcomeKind::Decision => true,
        OutcomeKind::Proposal
        | OutcomeKind::Initiative
        | OutcomeKind::Challenge
        | OutcomeKind::Opportunity
        | OutcomeKind::Obligation => false,
    }
}

/// The series of what binds in a meeting: the meeting's number with the kind's code in place of its own.
fn within(transaction: &Transaction<'_>, kind: OutcomeKind, meeting: Record) -> Result<String> {
    let number = transaction.text(meeting, "number")?;
    let scheme = scheme(transaction)?;
    let code = scheme.code(Numbered::of(kind));
    let (uid, _, _) = transaction.row(meeting)?;
    // The code it was given with, also when that is another one since.
    let mut statement = transaction.sql().prepare_cached("SELECT series FROM number WHERE uid = ?1")?;
    let series: Vec<String> = statement.query_map([uid], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let given = series.iter().filter_map(|series| series.rsplit_once('-')).map(|(code, _)| code);
    let own = given.chain([scheme.code(Numbered::Meeting)]).find(|own| number.contains(own));
    Ok(match own {
        Some(own) => number.replacen(own, code, 1),
        None => format!("{code}-{number}"),
    })
}

/// The number a meeting was given before it became a draft again.
fn last_number(transaction: &Transaction<'_>, meeting: Record) -> Result<Option<String>> {
    let (uid, _, _) = transaction.row(meeting)?;
    let scheme = scheme(transaction)?;
    let mark = format!("{}-", scheme.code(Numbered::Meeting));
    let before = transaction
        .sql()
        .prepare_cached("SELECT series, sequence FROM number WHERE uid = ?1 AND series GLOB ?2 || '*' LIMIT 1")?
        .query_row(params![uid, mark], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    Ok(before.and_then(|(series, sequence)| {
        let year = series.rsplit('-').next()?.parse().ok()?;
        Some(scheme.number(Numbered::Meeting, year, sequence))
    }))
}

/// A number that was found but belongs to nobody yet.
#[must_use = "keep it for the record that was made, or it is given again"]
pub(super) struct Given {
    series: String,
    sequence: i64,
}

impl Given {
    /// Notes whom it belongs to.
    pub fn keep(self, transaction: &Transaction<'_>, record: Record) -> Result<()> {
        let (uid, _, _) = transaction.row(record)?;
        transaction
            .sql()
            .prepare_cached("INSERT INTO number (series, sequence, uid) VALUES (?1, ?2, ?3)")?
            .execute(params![self.series, self.sequence, uid])?;
        Ok(())
    }
}

/// The next number of a kind in a day's Hijri year.
fn of_year(
    transaction: &Transaction<'_>,
    kind: Numbered,
    date: Option<Date>,
    column: (Entity, &str),
) -> Result<(String, Given)> {
    let scheme = scheme(transaction)?;
    let year = year(transaction, date)?;
    let series = format!("{}-{year}", scheme.code(kind));
    next(transaction, series, &|sequence| scheme.number(kind, year, sequence), column)
}

/// The number after the last of a series that nobody typed in by hand either.
fn next(
    transaction: &Transaction<'_>,
    series: String,
    written: &dyn Fn(i64) -> String,
    (entity, column): (Entity, &str),
) -> Result<(String, Given)> {
    let last: Option<i64> = transaction
        .sql()
        .prepare_cached("SELECT max(sequence) FROM number WHERE series = ?1")?
        .query_row([&series], |row| row.get(0))?;
    let mut sequence = last.unwrap_or(0) + 1;
    loop {
        let number = written(sequence);
        let taken = transaction
            .sql()
            .prepare_cached(&format!("SELECT 1 FROM {} WHERE {column} = ?1", entity.code()))?
            .exists([&number])?;
        if !taken {
            return Ok((number, Given { series, sequence }));
        }
        sequence += 1;
    }
}

fn year(transaction: &Transaction<'_>, date: Option<Date>) -> Result<i32> {
    let date = match date {
        Some(date) => date,
        None => transaction.now().date()?,
    };
    Ok(date.hijri().year)
}
