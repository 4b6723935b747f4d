//! The numbers of meetings, minutes and outcomes: `{series}-{Hijri year}-{sequence}`. A number belongs to its record for
//! good: undoing does not free it, and the same record never gets another.

use super::transaction::Transaction;
use crate::calendar::Date;
use crate::domain::{Entity, OutcomeKind, Record};
use crate::error::Result;
use rusqlite::{OptionalExtension, params};

const MEETING: &str = "تن";
const MINUTES: &str = "مح";
const REGULATION: &str = "نظ";
const PARTNERSHIP: &str = "ش";

/// The mark of an outcome's series.
const fn mark(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative => "مب",
        OutcomeKind::FollowUp | OutcomeKind::Recommendation => "ت",
        OutcomeKind::Decision => "ق",
        OutcomeKind::Challenge => "تح",
        OutcomeKind::Opportunity => "فر",
        OutcomeKind::Obligation => "لت",
    }
}

/// The next number of a partnership or a regulation of that day's year.
pub(super) fn of_register(
    transaction: &Transaction<'_>,
    entity: Entity,
    date: Option<Date>,
) -> Result<(String, Given)> {
    let mark = if entity == Entity::Regulation { REGULATION } else { PARTNERSHIP };
    next(transaction, format!("{mark}-{}", year(transaction, date)?), 3, Some((entity, "number")))
}

/// The next number of a meeting on that day.
pub(super) fn meeting(transaction: &Transaction<'_>, date: Option<Date>) -> Result<(String, Given)> {
    let series = format!("{MEETING}-{}", year(transaction, date)?);
    next(transaction, series, 3, Some((Entity::Meeting, "number")))
}

/// The number of a meeting's minutes: the one they had before, or the next.
pub(super) fn minutes(transaction: &Transaction<'_>, meeting: Record) -> Result<String> {
    let (uid, _, _) = transaction.row(meeting)?;
    let before = transaction
        .sql()
        .prepare_cached("SELECT series, sequence FROM number WHERE uid = ?1 AND series GLOB ?2 || '-*'")?
        .query_row(params![uid, MINUTES], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    if let Some((series, sequence)) = before {
        return Ok(format!("{series}-{sequence:03}"));
    }
    let date = transaction.text(meeting, "date")?;
    let series = format!("{MINUTES}-{}", year(transaction, Date::from_iso(&date).ok())?);
    let (number, given) = next(transaction, series, 3, Some((Entity::Meeting, "minutes_number")))?;
    given.keep(transaction, meeting)?;
    Ok(number)
}

/// The next number of an outcome: of its meeting's own series for what binds (`ت-1448-004-07`), else of the year's.
pub(super) fn outcome(
    transaction: &Transaction<'_>,
    kind: OutcomeKind,
    meeting: Option<Record>,
) -> Result<(String, Given)> {
    let own_register = match kind {
        OutcomeKind::Proposal
        | OutcomeKind::Initiative
        | OutcomeKind::Challenge
        | OutcomeKind::Opportunity
        | OutcomeKind::Obligation => true,
        OutcomeKind::FollowUp | OutcomeKind::Recommendation | OutcomeKind::Decision => false,
    };
    let column = Some((Entity::Outcome, "number"));
    let (meeting_number, date) = match meeting {
        Some(meeting) => {
            (transaction.text(meeting, "number")?, Date::from_iso(&transaction.text(meeting, "date")?).ok())
        }
        None => (String::new(), None),
    };
    // «تن-1448-004» without its mark.
    if !own_register && let Some((_, rest)) = meeting_number.split_once('-') {
        return next(transaction, format!("{}-{rest}", mark(kind)), 2, column);
    }
    next(transaction, format!("{}-{}", mark(kind), year(transaction, date)?), 3, column)
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

/// The number after the last of a series that nobody typed in by hand either.
fn next(
    transaction: &Transaction<'_>,
    series: String,
    width: usize,
    column: Option<(Entity, &str)>,
) -> Result<(String, Given)> {
    let last: Option<i64> = transaction
        .sql()
        .prepare_cached("SELECT max(sequence) FROM number WHERE series = ?1")?
        .query_row([&series], |row| row.get(0))?;
    let mut sequence = last.unwrap_or(0) + 1;
    loop {
        let number = format!("{series}-{sequence:0width$}");
        let taken = match column {
            Some((entity, column)) => transaction
                .sql()
                .prepare_cached(&format!("SELECT 1 FROM {} WHERE {column} = ?1", entity.code()))?
                .exists([&number])?,
            None => false,
        };
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
