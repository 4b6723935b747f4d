//! Where a body stands with us: meetings, what is open on either side, what it proposed, what was agreed with it.

use super::owner::ids_of;
use super::{Query, figures, rows};
use crate::calendar::Date;
use crate::domain::{OrganisationId, OutcomeStatus, PartnershipId};
use crate::error::Result;
use crate::store::{Changes, Reader};
use figures::TOOK_PART;
use rusqlite::{OptionalExtension, params};

/// A body that took part in so many meetings was probably in one of the newest.
const OFTEN: i64 = 500;
/// So many of the newest are looked at.
const NEWEST: usize = 2000;

/// Where a body stands with us.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Which body.
    pub organisation: OrganisationId,
    /// The day, to tell what meets soon.
    pub today: Date,
}

/// What one asks of a body at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StandingView {
    /// The meetings it took part in.
    pub meetings: i64,
    /// The day of the last of them that is not to come.
    pub last_meeting: Option<Date>,
    /// What it proposed, counted by status.
    pub proposals: Vec<(OutcomeStatus, i64)>,
    /// What was agreed with it, what ends first first.
    pub partnerships: Vec<AgreedRow>,
}

/// An agreement with a body.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreedRow {
    /// Which one.
    pub id: PartnershipId,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub status: Option<OutcomeStatus>,
    /// Its last day.
    pub ends_on: Option<Date>,
}

impl StandingView {
    /// All it proposed.
    pub fn proposed(&self) -> i64 {
        self.proposals.iter().map(|(_, count)| count).sum()
    }
}

impl Query for Standing {
    type Output = StandingView;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let body = self.organisation.0;
        let meetings = reader
            .sql
            .prepare_cached(&format!("SELECT {TOOK_PART} FROM organisation WHERE id = ?1"))?
            .query_row([body], |row| row.get(0))
            .optional()?
            .unwrap_or_default();
        let last_meeting = self.last_meeting(reader, meetings)?;
        let mut statement = reader.sql.prepare_cached(&format!(
            "SELECT status, count(*) AS count FROM outcome
             WHERE id IN ({}) AND deleted = 0 AND kind IN ('proposal', 'initiative') GROUP BY status",
            ids_of("?1")
        ))?;
        let mut proposals = statement
            .query_map([body], |row| Ok((rows::choice(row, "status", OutcomeStatus::from_code)?, row.get("count")?)))?
            .filter_map(|found| found.map(|(status, count)| Some((status?, count))).transpose())
            .collect::<rusqlite::Result<Vec<(OutcomeStatus, i64)>>>()?;
        proposals.sort_by_key(|(status, _)| OutcomeStatus::ALL.iter().position(|one| one == status));
        let mut statement = reader.sql.prepare_cached(
            "SELECT id, title, status, ends_on FROM partnership
             WHERE deleted = 0 AND id IN (
                 SELECT partnership FROM party INDEXED BY party_agreed
                 WHERE organisation = ?1 AND deleted = 0 AND partnership IS NOT NULL)
             ORDER BY ends_on IS NULL, ends_on, id DESC LIMIT 50",
        )?;
        let partnerships = statement
            .query_map([body], |row| {
                Ok(AgreedRow {
                    id: PartnershipId(row.get("id")?),
                    title: rows::text(row, "title")?,
                    status: rows::choice(row, "status", OutcomeStatus::from_code)?,
                    ends_on: rows::date(row, "ends_on")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(StandingView { meetings, last_meeting, proposals, partnerships })
    }
}

impl Standing {
    /// The day of the last meeting, of so many, that is not to come: among the newest of all, or of those it took part in.
    fn last_meeting(&self, reader: &Reader<'_>, meetings: i64) -> Result<Option<Date>> {
        let find = |select: &str| -> Result<Option<Date>> {
            let mut statement = reader.sql.prepare_cached(select)?;
            let found =
                statement.query_row(params![self.organisation.0, self.today.iso()], |row| rows::date(row, "last"));
            Ok(found.optional()?.flatten())
        };
        let among_newest = format!(
            "SELECT date AS last FROM (
                 SELECT id, date FROM meeting WHERE deleted = 0 AND date <= ?2
                 ORDER BY date DESC, start_time DESC, id DESC LIMIT {NEWEST}) AS newest
             WHERE EXISTS (SELECT 1 FROM party
                     WHERE party.meeting = newest.id AND party.deleted = 0 AND +party.organisation = ?1)
                 OR EXISTS (SELECT 1 FROM attendance
                     WHERE attendance.meeting = newest.id AND attendance.deleted = 0 AND +attendance.organisation = ?1)
             ORDER BY date DESC LIMIT 1"
        );
        if meetings >= OFTEN
            && let Some(day) = find(&among_newest)?
        {
            return Ok(Some(day));
        }
        find(
            "SELECT max(date) AS last FROM meeting WHERE deleted = 0 AND date <= ?2 AND id IN (
                 SELECT meeting FROM party WHERE organisation = ?1 AND deleted = 0
                 UNION SELECT meeting FROM attendance WHERE organisation = ?1 AND deleted = 0)",
        )
    }
}
