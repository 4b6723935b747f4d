//! What the store knows already, for holding a list against it: names, numbers and what else tells records apart.

use super::{Query, rows};
use crate::domain::{Entity, Known, KnownBody, KnownEntry, KnownMeeting, KnownOutcome, KnownPerson, OutcomeKind};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, Row};
use std::collections::HashMap;

/// All that a list of such records is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownOf {
    /// What the list is of.
    pub entity: Entity,
}

impl Query for KnownOf {
    type Output = Known;
    const DEPENDS_ON: Changes = Changes::of(&[
        Entity::Organisation,
        Entity::Person,
        Entity::Alias,
        Entity::Entry,
        Entity::Outcome,
        Entity::Meeting,
    ]);

    fn run(&self, reader: &Reader<'_>) -> Result<Known> {
        let sql = reader.sql;
        let mut known =
            Known { bodies: bodies(sql)?, people: people(sql)?, entries: entries(sql)?, ..Known::default() };
        if self.entity == Entity::Outcome {
            known.outcomes = outcomes(sql)?;
        }
        if matches!(self.entity, Entity::Outcome | Entity::Meeting) {
            known.meetings = meetings(sql)?;
        }
        Ok(known)
    }
}

fn all<T>(sql: &Connection, select: &str, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    Ok(sql.prepare_cached(select)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// The other names of bodies or people, by whose they are.
fn other_names(sql: &Connection, owner: &str) -> Result<HashMap<i64, Vec<String>>> {
    let select =
        format!("SELECT {owner} AS owner, name FROM alias WHERE {owner} IS NOT NULL AND deleted = 0 ORDER BY id");
    let mut names: HashMap<i64, Vec<String>> = HashMap::new();
    for (owner, name) in all(sql, &select, |row| Ok((row.get::<_, i64>("owner")?, rows::text(row, "name")?)))? {
        names.entry(owner).or_default().push(name);
    }
    Ok(names)
}

fn bodies(sql: &Connection) -> Result<Vec<KnownBody>> {
    let mut others = other_names(sql, "organisation")?;
    let select = "SELECT id, name, short_name, licence FROM organisation WHERE deleted = 0 ORDER BY id";
    all(sql, select, |row| {
        let id = row.get("id")?;
        let short = rows::text(row, "short_name")?;
        let mut names = vec![rows::text(row, "name")?];
        names.extend((!short.is_empty()).then_some(short));
        names.extend(others.remove(&id).unwrap_or_default());
        Ok(KnownBody { id, names, licence: rows::text(row, "licence")? })
    })
}

fn people(sql: &Connection) -> Result<Vec<KnownPerson>> {
    let mut others = other_names(sql, "person")?;
    let select = "SELECT id, name, organisation, phone, email FROM person WHERE deleted = 0 ORDER BY id";
    all(sql, select, |row| {
        let id = row.get("id")?;
        let mut names = vec![rows::text(row, "name")?];
        names.extend(others.remove(&id).unwrap_or_default());
        Ok(KnownPerson {
            id,
            names,
            organisation: row.get("organisation")?,
            phone: rows::text(row, "phone")?,
            email: rows::text(row, "email")?,
        })
    })
}

fn entries(sql: &Connection) -> Result<Vec<KnownEntry>> {
    all(sql, "SELECT id, list, name, name_en FROM entry WHERE deleted = 0 ORDER BY id", |row| {
        Ok(KnownEntry {
            id: row.get("id")?,
            list: rows::text(row, "list")?,
            names: vec![rows::text(row, "name")?, rows::text(row, "name_en")?],
        })
    })
}

fn outcomes(sql: &Connection) -> Result<Vec<KnownOutcome>> {
    // What binds a partner stands in the partnership, and in no register that lists come from.
    let select = format!(
        "SELECT outcome.id, outcome.number, outcome.text, outcome.organisation, meeting.approved_on IS NOT NULL AS is_approved,
             outcome.deleted
         FROM outcome LEFT JOIN meeting ON meeting.id = outcome.meeting
         WHERE (outcome.deleted = 0 OR outcome.number IS NOT NULL) AND outcome.kind <> '{}' ORDER BY outcome.id",
        OutcomeKind::Obligation.code()
    );
    all(sql, &select, |row| {
        Ok(KnownOutcome {
            id: row.get("id")?,
            number: rows::text(row, "number")?,
            text: rows::text(row, "text")?,
            organisation: row.get("organisation")?,
            is_approved: row.get("is_approved")?,
            is_deleted: row.get("deleted")?,
        })
    })
}

fn meetings(sql: &Connection) -> Result<Vec<KnownMeeting>> {
    let select = "SELECT id, number, minutes_number, title, date, approved_on IS NOT NULL AS is_approved, deleted
         FROM meeting WHERE deleted = 0 OR number IS NOT NULL ORDER BY id";
    all(sql, select, |row| {
        Ok(KnownMeeting {
            id: row.get("id")?,
            number: rows::text(row, "number")?,
            minutes_number: rows::text(row, "minutes_number")?,
            title: rows::text(row, "title")?,
            date: rows::text(row, "date")?,
            is_approved: row.get("is_approved")?,
            is_deleted: row.get("deleted")?,
        })
    })
}
