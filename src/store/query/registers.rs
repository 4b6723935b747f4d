//! The registers of people and bodies.

use super::filter::Filter;
use super::{Query, rows};
use crate::domain::{Entity, Gender, Honorific, OrganisationId, OrganisationKind, PersonId};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, Row};

/// The people, by name; those that hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleList {
    /// Words to find; empty lists all.
    pub containing: String,
}

/// A person wherever one is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRow {
    /// The person.
    pub id: PersonId,
    /// For the next `based_on`.
    pub version: i64,
    /// As printed.
    pub name: String,
    /// The title before it.
    pub honorific: Option<Honorific>,
    /// For the agreement of words, where somebody said it.
    pub gender: Option<Gender>,
    /// The post.
    pub post: String,
    /// The body.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: String,
    /// In international form.
    pub phone: String,
    /// Where to write.
    pub email: String,
    /// Remarks.
    pub notes: String,
    /// In how many meetings' attendance they are.
    pub meetings: i64,
}

/// The bodies, by name; those that hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationList {
    /// Words to find; empty lists all.
    pub containing: String,
}

/// A body wherever one is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationRow {
    /// The body.
    pub id: OrganisationId,
    /// For the next `based_on`.
    pub version: i64,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// What sort of body.
    pub kind: OrganisationKind,
    /// Where it is.
    pub city: String,
    /// Its licence's number.
    pub licence: String,
    /// In international form.
    pub phone: String,
    /// Where to write.
    pub email: String,
    /// Remarks.
    pub notes: String,
    /// How many people of the register are of it.
    pub people: i64,
    /// In how many meetings it took part.
    pub meetings: i64,
}

const SELECT_PERSON: &str =
    "SELECT person.id, person.version, person.name, person.honorific, person.gender, person.post,
         person.organisation, organisation.name AS organisation_name, person.phone, person.email, person.notes,
         person.meetings
     FROM person LEFT JOIN organisation ON organisation.id = person.organisation";

impl Query for PeopleList {
    type Output = Vec<PersonRow>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Person, Entity::Organisation, Entity::Attendance]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let references = [(Entity::Organisation, "person.organisation IN ({})")];
        let filter = Filter::new(reader.sql, Entity::Person, &self.containing, &references, 1)?;
        let sql = format!("{SELECT_PERSON} WHERE person.deleted = 0{} ORDER BY person.name, person.id", filter.sql);
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let found = statement.query_map(filter.parameters().as_slice(), read_person)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

impl Query for OrganisationList {
    type Output = Vec<OrganisationRow>;
    const DEPENDS_ON: Changes = Changes::of(&[Entity::Person, Entity::Organisation, Entity::Party]);

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let filter = Filter::new(reader.sql, Entity::Organisation, &self.containing, &[], 1)?;
        let sql = format!(
            "SELECT id, version, name, short_name, kind, city, licence, phone, email, notes, people, meetings
             FROM organisation WHERE deleted = 0{} ORDER BY name, id",
            filter.sql
        );
        let mut statement = reader.sql.prepare_cached(&sql)?;
        let found = statement.query_map(filter.parameters().as_slice(), read_organisation)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// One person; also one in the bin, for their name still stands where they took part.
pub(super) fn person(sql: &Connection, id: Option<i64>) -> rusqlite::Result<Option<PersonRow>> {
    let Some(id) = id else { return Ok(None) };
    sql.prepare_cached(&format!("{SELECT_PERSON} WHERE person.id = ?1"))?.query_row([id], read_person).optional()
}

fn read_person(row: &Row<'_>) -> rusqlite::Result<PersonRow> {
    Ok(PersonRow {
        id: PersonId(row.get("id")?),
        version: row.get("version")?,
        name: rows::text(row, "name")?,
        honorific: rows::choice(row, "honorific", Honorific::from_code)?,
        gender: rows::choice(row, "gender", Gender::from_code)?,
        post: rows::text(row, "post")?,
        organisation: row.get::<_, Option<i64>>("organisation")?.map(OrganisationId),
        organisation_name: rows::text(row, "organisation_name")?,
        phone: rows::text(row, "phone")?,
        email: rows::text(row, "email")?,
        notes: rows::text(row, "notes")?,
        meetings: row.get("meetings")?,
    })
}

fn read_organisation(row: &Row<'_>) -> rusqlite::Result<OrganisationRow> {
    Ok(OrganisationRow {
        id: OrganisationId(row.get("id")?),
        version: row.get("version")?,
        name: rows::text(row, "name")?,
        short_name: rows::text(row, "short_name")?,
        kind: rows::choice(row, "kind", OrganisationKind::from_code)?.unwrap_or(OrganisationKind::Other),
        city: rows::text(row, "city")?,
        licence: rows::text(row, "licence")?,
        phone: rows::text(row, "phone")?,
        email: rows::text(row, "email")?,
        notes: rows::text(row, "notes")?,
        people: row.get("people")?,
        meetings: row.get("meetings")?,
    })
}
