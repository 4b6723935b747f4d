//! What the frame around the screens shows: counts, what undo would do, the settings.

use super::tally::{self, Tallied};
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Entity, OrganisationKind, OutcomeKind, OutcomeStatus, lifecycle};
use crate::error::Result;
use crate::store::edit::label_of;
use crate::store::failure::internal;
use crate::store::{Changes, Reader};
use crate::strings::{Labels, name_label};
use rusqlite::OptionalExtension;
use std::collections::BTreeMap;

/// The counts beside the navigation.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// The day, to tell what is overdue.
    pub today: Date,
}

/// The counts beside the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountsView {
    /// All meetings.
    pub meetings: i64,
    /// What binds and is open: follow-ups, decisions, recommendations, obligations.
    pub follow_ups: i64,
    /// Of these, past their day.
    pub overdue: i64,
    /// Open proposals and initiatives.
    pub proposals: i64,
    /// Open challenges and opportunities.
    pub challenges: i64,
    /// Partnerships that are not over.
    pub partnerships: i64,
    /// Regulations that hold or are coming.
    pub regulations: i64,
    /// All people.
    pub people: i64,
    /// All bodies, without the units of which they consist.
    pub organisations: i64,
}

impl Query for Counts {
    type Output = CountsView;
    const DEPENDS_ON: Changes = Changes::of(&[
        Entity::Meeting,
        Entity::Outcome,
        Entity::Person,
        Entity::Organisation,
        Entity::Partnership,
        Entity::Regulation,
    ]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let count = |entity, is_counted: &dyn Fn(&Tallied) -> bool| -> Result<i64> {
            let count: usize =
                tally::of(reader.sql, entity)?.iter().filter(|one| is_counted(one)).map(|one| one.count).sum();
            i64::try_from(count).map_err(internal)
        };
        let is_open = |one: &Tallied| {
            let status = one.status.as_deref();
            status.is_some_and(|code| !OutcomeStatus::from_code(code).is_some_and(lifecycle::is_closed))
        };
        let open_of = |is_one: fn(OutcomeKind) -> bool| {
            count(Entity::Outcome, &|one| {
                is_open(one) && one.kind.as_deref().and_then(OutcomeKind::from_code).is_some_and(is_one)
            })
        };
        Ok(CountsView {
            meetings: count(Entity::Meeting, &|_| true)?,
            follow_ups: open_of(OutcomeKind::binds)?,
            overdue: self.overdue(reader)?,
            proposals: open_of(OutcomeKind::is_proposal)?,
            people: count(Entity::Person, &|_| true)?,
            organisations: count(Entity::Organisation, &|_| true)? - units(reader)?,
            challenges: open_of(|kind| matches!(kind, OutcomeKind::Challenge | OutcomeKind::Opportunity))?,
            partnerships: count(Entity::Partnership, &is_open)?,
            regulations: count(Entity::Regulation, &is_open)?,
        })
    }
}

/// The parts of bodies: a range of the index of what stands below something.
fn units(reader: &Reader<'_>) -> Result<i64> {
    let sql = format!(
        "SELECT count(*) FROM organisation WHERE parent IS NOT NULL AND kind = '{}' AND deleted = 0",
        OrganisationKind::Unit.code()
    );
    Ok(reader.sql.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

impl Counts {
    /// What binds, is open and past its day: ranges of the index of statuses.
    fn overdue(&self, reader: &Reader<'_>) -> Result<i64> {
        let sql = format!(
            "SELECT count(*) FROM outcome WHERE deleted = 0 AND kind IN ({}) AND status IN ({}) AND due < ?1",
            rows::code_list(OutcomeKind::ALL.iter().filter(|kind| kind.binds()).map(|kind| kind.code())),
            rows::open_codes()
        );
        Ok(reader.sql.prepare_cached(&sql)?.query_row([self.today.iso()], |row| row.get(0))?)
    }
}

/// What Ctrl+Z and Ctrl+Y would do.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoState;

/// Label keys of the next undo and redo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UndoView {
    /// Of the step that would be taken back.
    pub undo: Option<&'static str>,
    /// Of the step that would be brought back.
    pub redo: Option<&'static str>,
}

impl Query for UndoState {
    type Output = UndoView;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let label = |undone: i64, order: &str| -> Result<Option<&'static str>> {
            let sql = format!(
                "SELECT step.label FROM step JOIN site ON site.id = step.site
                 JOIN meta ON meta.key = 'site' AND meta.value = site.uid
                 WHERE step.kind = 'do' AND step.undone = {undone} ORDER BY step.id {order} LIMIT 1"
            );
            let found: Option<String> = reader.sql.prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()?;
            Ok(found.as_deref().map(label_of))
        };
        Ok(UndoView { undo: label(0, "DESC")?, redo: label(1, "ASC")? })
    }
}

/// The labels that people gave to statuses and the like, by the key of what ships, and what has an English name, by its Arabic
/// one ([`name_label`]).
#[derive(Clone, Debug, PartialEq)]
pub struct GivenLabels;

impl Query for GivenLabels {
    type Output = Labels;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Entry, Entity::Organisation, Entity::Person]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement = reader.sql.prepare_cached(
            "SELECT code, name, name_en FROM entry WHERE list = 'label' AND deleted = 0 AND code IS NOT NULL",
        )?;
        let found = statement.query_map([], |row| {
            Ok((rows::text(row, "code")?, [rows::text(row, "name")?, rows::text(row, "name_en")?]))
        })?;
        let mut labels: Labels = found.collect::<rusqlite::Result<_>>()?;
        let mut statement = reader.sql.prepare_cached(
            "SELECT name, name_en FROM entry WHERE deleted = 0 AND name_en <> '' AND list <> 'label'
             UNION SELECT name, name_en FROM organisation WHERE deleted = 0 AND name_en <> ''
             UNION SELECT name, name_en FROM person WHERE deleted = 0 AND name_en <> ''",
        )?;
        let found = statement.query_map([], |row| {
            let name = rows::text(row, "name")?;
            Ok((name_label(&name), [name, rows::text(row, "name_en")?]))
        })?;
        for found in found {
            let (key, names) = found?;
            labels.insert(key, names);
        }
        Ok(labels)
    }
}

/// All settings, by key.
#[derive(Clone, Debug, PartialEq)]
pub struct AllSettings;

impl Query for AllSettings {
    type Output = BTreeMap<String, String>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Setting]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let mut statement =
            reader.sql.prepare_cached("SELECT key, value FROM setting WHERE deleted = 0 ORDER BY id")?;
        let found = statement.query_map([], |row| Ok((rows::text(row, "key")?, rows::text(row, "value")?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
