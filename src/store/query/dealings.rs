//! What stands between a body and everybody else: what it owes and is owed, what it proposed, what stands in its way, where it
//! met. The file to prepare a meeting with asks for what is open of it, the body's profile for all of it.

use super::meetings::{self, MeetingRow};
use super::outcomes::{self, OutcomeRow};
use super::owner::{OWNER, ids_of};
use super::period::{self, PartnershipRow};
use super::{Query, rows};
use crate::domain::{OrganisationId, OutcomeId, Record};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, params};

/// What is owed by somebody, as an SQL list of kinds.
pub(super) const OWED: &str = "'follow-up', 'recommendation', 'decision', 'obligation'";
/// What somebody proposes.
pub(super) const PROPOSALS: &str = "'proposal', 'initiative'";
/// What stands in the way.
pub(super) const CHALLENGES: &str = "'challenge'";

/// A profile tells so much of each sort, what is open first.
const MOST: usize = 500;

/// Everything that stands between a body and others.
#[derive(Clone, Debug, PartialEq)]
pub struct Dealings {
    /// Which body.
    pub organisation: OrganisationId,
}

/// Rows, and how many more there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<T> {
    /// What is told.
    pub rows: Vec<T>,
    /// How many more there are.
    pub left: usize,
}

/// What stands between them, what is open first and what is due first first.
#[derive(Clone, Debug, PartialEq)]
pub struct DealingsView {
    /// What it owes.
    pub theirs: Told<OutcomeRow>,
    /// What others owe to it.
    pub ours: Told<OutcomeRow>,
    /// What it proposed.
    pub proposals: Told<OutcomeRow>,
    /// What stands in its way, and what it could do.
    pub challenges: Told<OutcomeRow>,
    /// What was agreed with it, what ends last first.
    pub partnerships: Vec<PartnershipRow>,
    /// The meetings it took part in, the newest first.
    pub meetings: Told<MeetingRow>,
}

/// Whose something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The body's own.
    Theirs,
    /// Others', to the body: what supports it, came of a partnership with it, or is tied to it.
    Ours,
}

/// What of these kinds is theirs or ours, in one of these statuses: what is open first, then what is due first. The body's
/// number is the first parameter and its key the second.
fn select(kinds: &str, whose: Whose, statuses: &str) -> String {
    let first = *Record::keys_of(crate::domain::Entity::Outcome).start();
    let whose = match whose {
        Whose::Theirs => format!("id IN ({}) AND ?2 IS NOT NULL", ids_of("?1")),
        Whose::Ours => format!(
            "{OWNER} IS NOT ?1 AND id IN (
                 SELECT id FROM outcome WHERE support = ?1
                 UNION SELECT outcome.id FROM outcome JOIN party ON party.partnership = outcome.partnership
                     WHERE party.organisation = ?1 AND party.deleted = 0
                 UNION SELECT source - {first} FROM link WHERE target = ?2 AND deleted = 0
                 UNION SELECT target - {first} FROM link WHERE source = ?2 AND deleted = 0)"
        ),
    };
    format!(
        "SELECT id FROM outcome WHERE deleted = 0 AND kind IN ({kinds}) AND status IN ({statuses}) AND {whose}
         ORDER BY status IN ({}), due IS NULL, due, id",
        rows::closed_codes()
    )
}

/// What is open of these kinds, so much of it.
pub(super) fn open(
    sql: &Connection,
    body: OrganisationId,
    (kinds, whose): (&str, Whose),
    most: usize,
) -> Result<Vec<OutcomeRow>> {
    Ok(read(sql, body, &select(kinds, whose, &rows::open_codes()), most)?.rows)
}

fn all(sql: &Connection, body: OrganisationId, kinds: &str, whose: Whose) -> Result<Told<OutcomeRow>> {
    let statuses = format!("{}, {}", rows::open_codes(), rows::closed_codes());
    read(sql, body, &select(kinds, whose, &statuses), MOST)
}

fn read(sql: &Connection, body: OrganisationId, select: &str, most: usize) -> Result<Told<OutcomeRow>> {
    let ids = sql
        .prepare_cached(select)?
        .query_map(params![body.0, body.record().key()], |row| row.get(0).map(OutcomeId))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    told(&ids, most, |id| outcomes::one(sql, *id))
}

/// The first of what was found, and how many are left.
pub(super) fn told<I, T>(ids: &[I], most: usize, one: impl Fn(&I) -> Result<Option<T>>) -> Result<Told<T>> {
    let mut rows = Vec::with_capacity(ids.len().min(most));
    for id in ids.iter().take(most) {
        rows.extend(one(id)?);
    }
    Ok(Told { rows, left: ids.len().saturating_sub(most) })
}

impl Query for Dealings {
    type Output = DealingsView;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let (sql, body) = (reader.sql, self.organisation);
        let met = sql
            .prepare_cached(
                "SELECT id FROM meeting WHERE deleted = 0 AND id IN (
                     SELECT meeting FROM party WHERE organisation = ?1 AND deleted = 0
                     UNION SELECT meeting FROM attendance WHERE organisation = ?1 AND deleted = 0)
                 ORDER BY date IS NULL DESC, date DESC, start_time DESC, id DESC",
            )?
            .query_map([body.0], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        let partnerships = sql
            .prepare_cached(
                "SELECT title, number, status, starts_on, ends_on FROM partnership
                 WHERE deleted = 0 AND id IN (
                     SELECT partnership FROM party INDEXED BY party_agreed
                     WHERE organisation = ?1 AND deleted = 0 AND partnership IS NOT NULL)
                 ORDER BY ends_on IS NULL DESC, ends_on DESC, id DESC",
            )?
            .query_map([body.0], period::partnership)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(DealingsView {
            partnerships,
            theirs: all(sql, body, OWED, Whose::Theirs)?,
            ours: all(sql, body, OWED, Whose::Ours)?,
            proposals: all(sql, body, PROPOSALS, Whose::Theirs)?,
            challenges: all(sql, body, &format!("{CHALLENGES}, 'opportunity'"), Whose::Theirs)?,
            meetings: told(&met, MOST, |id| meetings::one(sql, *id))?,
        })
    }
}
