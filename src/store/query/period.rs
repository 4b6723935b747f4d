//! What was done in a time: its meetings, what came out of them, what was finished and what is overdue, what was agreed and
//! what was shown of laws and by-laws; all of it, or what has to do with one body.

use super::dealings::{OWED, Told, told};
use super::meetings::{self, MeetingRow};
use super::outcomes::{self, OutcomeRow};
use super::owner::OWNER;
use super::{Query, meeting, rows};
use crate::calendar::Date;
use crate::domain::{MeetingId, OutcomeId, OutcomeStatus, ReportPeriod};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Row, ToSql, params};
use std::collections::BTreeSet;

/// So much is told of what is overdue and of what was finished.
const MOST: usize = 1_000;

/// A time, and the day on which it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodOf {
    /// From when to when, and whose.
    pub period: ReportPeriod,
    /// The day, to tell what is late.
    pub today: Date,
}

/// What was done in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodView {
    /// Its meetings, in order of days.
    pub meetings: Vec<MeetingRow>,
    /// How many were held on a day that nobody recorded.
    pub undated: i64,
    /// How many bodies came to those that were held, or held them.
    pub bodies: i64,
    /// What came out of them; and what was written down in that time without a meeting.
    pub outcomes: Vec<OutcomeRow>,
    /// What was finished in it, whenever it was raised.
    pub done: Told<OutcomeRow>,
    /// What is past its day and open now, whenever it was raised.
    pub overdue: Told<OutcomeRow>,
    /// What was agreed and held in it.
    pub partnerships: Vec<PartnershipRow>,
    /// What was shown of laws and by-laws, with the number of the meeting that was shown it.
    pub regulations: Vec<(super::RegulationView, String)>,
}

/// A partnership in a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartnershipRow {
    /// What it is called.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: Option<OutcomeStatus>,
    /// Its first day.
    pub starts_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
}

/// A partnership of a row that has these columns.
pub(super) fn partnership(row: &Row<'_>) -> rusqlite::Result<PartnershipRow> {
    Ok(PartnershipRow {
        title: rows::text(row, "title")?,
        number: rows::text(row, "number")?,
        status: rows::choice(row, "status", OutcomeStatus::from_code)?,
        starts_on: rows::date(row, "starts_on")?,
        ends_on: rows::date(row, "ends_on")?,
    })
}

/// Ids of those that have to do with the body of the third parameter; all, where that is nothing.
fn of_body(parameter: &str) -> String {
    format!("({parameter} IS NULL OR {OWNER} = {parameter} OR outcome.support = {parameter})")
}
const MEETINGS: &str = "SELECT id FROM meeting WHERE deleted = 0 AND date BETWEEN ?1 AND ?2 AND (?3 IS NULL OR id IN (
         SELECT meeting FROM party WHERE organisation = ?3 AND deleted = 0
         UNION SELECT meeting FROM attendance WHERE organisation = ?3 AND deleted = 0))";
/// The civil day of a row's making: the country's clock is three hours ahead and never changes.
const MADE_ON: &str = "date(outcome.created_at, 'unixepoch', '+3 hours')";

impl Query for PeriodOf {
    type Output = PeriodView;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        let ids = self.ids(reader, &format!("{MEETINGS} ORDER BY date, start_time, id"))?;
        let held = self.ids(reader, &format!("{MEETINGS} AND status IN ('held', 'in-progress')"))?;
        let (open, of_body, of_second) = (rows::open_codes(), of_body("?3"), of_body("?2"));
        let outcomes = self.ids(
            reader,
            &format!(
                "SELECT outcome.id FROM outcome LEFT JOIN meeting ON meeting.id = outcome.meeting
                 WHERE outcome.deleted = 0 AND {of_body} AND (
                     (meeting.deleted = 0 AND meeting.date BETWEEN ?1 AND ?2)
                     OR (outcome.meeting IS NULL AND {MADE_ON} BETWEEN ?1 AND ?2))
                 ORDER BY meeting.date IS NULL, meeting.date, outcome.id"
            ),
        )?;
        let done = self.ids(
            reader,
            &format!(
                "SELECT outcome.id FROM outcome WHERE deleted = 0 AND kind IN ({OWED}) AND status = 'done' AND {of_body}
                     AND coalesce(done_on, closed_on) BETWEEN ?1 AND ?2
                 ORDER BY coalesce(done_on, closed_on), id"
            ),
        )?;
        let overdue = sql
            .prepare_cached(&format!(
                "SELECT outcome.id FROM outcome WHERE deleted = 0 AND kind IN ({OWED}) AND status IN ({open})
                     AND due < ?1 AND {of_second}
                 ORDER BY due, id"
            ))?
            .query_map(params![self.today.iso(), self.body()], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        let outcome = |id: &i64| outcomes::one(sql, OutcomeId(*id));
        Ok(PeriodView {
            meetings: told(&ids, usize::MAX, |id| meetings::one(sql, *id))?.rows,
            undated: self.undated(reader)?,
            bodies: self.bodies(reader)?,
            outcomes: told(&outcomes, usize::MAX, outcome)?.rows,
            done: told(&done, MOST, outcome)?,
            overdue: told(&overdue, MOST, outcome)?,
            partnerships: self.partnerships(reader)?,
            regulations: regulations(reader, &held)?,
        })
    }
}

impl PeriodOf {
    fn body(&self) -> Option<i64> {
        self.period.body.map(|body| body.0)
    }

    /// What a question with the two days and the body finds.
    fn ids(&self, reader: &Reader<'_>, select: &str) -> Result<Vec<i64>> {
        let (from, until, body) = (self.period.from.iso(), self.period.until.iso(), self.body());
        let parameters: [&dyn ToSql; 3] = [&from, &until, &body];
        let mut statement = reader.sql.prepare_cached(select)?;
        Ok(statement.query_map(parameters.as_slice(), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    fn undated(&self, reader: &Reader<'_>) -> Result<i64> {
        let select =
            "SELECT count(*) FROM meeting WHERE deleted = 0 AND date IS NULL AND status IN ('held', 'in-progress')
             AND (?1 IS NULL OR id IN (SELECT meeting FROM party WHERE organisation = ?1 AND deleted = 0
                 UNION SELECT meeting FROM attendance WHERE organisation = ?1 AND deleted = 0))";
        Ok(reader.sql.prepare_cached(select)?.query_row([self.body()], |row| row.get(0))?)
    }

    fn bodies(&self, reader: &Reader<'_>) -> Result<i64> {
        let select = format!(
            "WITH held (id) AS ({MEETINGS} AND status IN ('held', 'in-progress'))
             SELECT count(*) FROM (
                 SELECT organisation FROM party WHERE deleted = 0 AND organisation IS NOT NULL
                     AND side IN ('host', 'co-host') AND meeting IN (SELECT id FROM held)
                 UNION SELECT coalesce(attendance.organisation, person.organisation) AS organisation
                     FROM attendance LEFT JOIN person ON person.id = attendance.person
                     WHERE attendance.deleted = 0 AND attendance.meeting IN (SELECT id FROM held)
                         AND attendance.status IN ('present', 'remote', 'late', 'left-early')
                         AND coalesce(attendance.organisation, person.organisation) IS NOT NULL)"
        );
        Ok(self.ids(reader, &select)?.first().copied().unwrap_or_default())
    }

    /// What held on any day of it; what has no day yet counts from the day it was written down.
    fn partnerships(&self, reader: &Reader<'_>) -> Result<Vec<PartnershipRow>> {
        let (from, until, body) = (self.period.from.iso(), self.period.until.iso(), self.body());
        let mut statement = reader.sql.prepare_cached(&format!(
            "SELECT title, number, status, starts_on, ends_on FROM partnership
             WHERE deleted = 0 AND status <> 'cancelled'
                 AND (?3 IS NULL OR id IN (SELECT partnership FROM party WHERE organisation = ?3 AND deleted = 0))
                 AND ((starts_on <= ?2 AND (ends_on IS NULL OR ends_on >= ?1))
                     OR (starts_on IS NULL AND status IN ({})
                         AND date(created_at, 'unixepoch', '+3 hours') <= ?2))
             ORDER BY starts_on IS NULL, starts_on, id",
            rows::open_codes()
        ))?;
        Ok(statement.query_map(params![from, until, body], partnership)?.collect::<rusqlite::Result<_>>()?)
    }
}

/// What those meetings were shown, each once, at the first that was.
fn regulations(reader: &Reader<'_>, held: &[i64]) -> Result<Vec<(super::RegulationView, String)>> {
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for id in held {
        let number = meetings::one(reader.sql, *id)?.map(|row| row.number).unwrap_or_default();
        for regulation in meeting::regulations(reader.sql, MeetingId(*id))? {
            if told.insert(regulation.id) {
                found.push((regulation, number.clone()));
            }
        }
    }
    Ok(found)
}
