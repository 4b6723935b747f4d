//! What one needs to know before a meeting: who speaks for each body that is invited, and everything that is open with it.

use super::dealings::{self, CHALLENGES, OWED, PROPOSALS, Whose};
use super::outcomes::{self, OutcomeRow};
use super::registers::{self, PersonRow};
use super::{Query, rows};
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId, OrganisationId, OutcomeId, OutcomeStatus, Side};
use crate::error::Result;
use crate::store::{Changes, Reader};
use rusqlite::{Connection, OptionalExtension, params};

/// The bodies that are invited to a meeting, and the meeting's own name.
#[derive(Clone, Debug, PartialEq)]
pub struct InvitedBodies {
    /// Which meeting.
    pub meeting: MeetingId,
}

/// Who is invited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvitedBodiesView {
    /// The meeting's own name everywhere and always.
    pub uid: String,
    /// Grows with each change of the meeting or of its agenda.
    pub revision: i64,
    /// In their order; those that host are not among them.
    pub bodies: Vec<InvitedBody>,
}

/// A body that is invited.
#[derive(Clone, Debug, PartialEq)]
pub struct InvitedBody {
    /// Which one.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How it takes part.
    pub side: Side,
    /// Who leads it, else who speaks for it.
    pub head: Option<PersonRow>,
    /// Who speaks for it, else who leads it.
    pub contact: Option<PersonRow>,
    /// Its number.
    pub phone: String,
    /// Where to write.
    pub email: String,
}

const OF_MEETING: Changes =
    Changes::of(&[Entity::Meeting, Entity::AgendaItem, Entity::Party, Entity::Organisation, Entity::Person]);

impl Query for InvitedBodies {
    type Output = InvitedBodiesView;
    const DEPENDS_ON: Changes = OF_MEETING;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let uid = reader
            .sql
            .prepare_cached("SELECT uid FROM meeting WHERE id = ?1")?
            .query_row([self.meeting.0], |row| row.get(0))
            .optional()?;
        let revision = reader
            .sql
            .prepare_cached(
                "SELECT coalesce(max(seq), 0) FROM change WHERE uid IN (
                     SELECT uid FROM meeting WHERE id = ?1 UNION ALL SELECT uid FROM agenda_item WHERE meeting = ?1)",
            )?
            .query_row([self.meeting.0], |row| row.get(0))?;
        Ok(InvitedBodiesView { uid: uid.unwrap_or_default(), revision, bodies: bodies(reader.sql, self.meeting)? })
    }
}

/// The bodies that take part, and after them those that only people of theirs are invited for.
fn bodies_and_those_of_people(sql: &Connection, meeting: MeetingId) -> Result<Vec<InvitedBody>> {
    let mut found = bodies(sql, meeting)?;
    found.extend(listed_bodies(
        sql,
        meeting,
        "SELECT body.id, body.name, 'invited' AS side, body.phone, body.email,
             coalesce(body.chair, body.director, body.contact) AS head,
             coalesce(body.contact, body.director, body.chair) AS speaker
         FROM attendance LEFT JOIN person ON person.id = attendance.person
             JOIN organisation AS body ON body.id = coalesce(attendance.organisation, person.organisation)
                 AND body.deleted = 0
         WHERE attendance.meeting = ?1 AND attendance.deleted = 0 AND person.deleted IS NOT 1 AND body.id NOT IN (
             SELECT organisation FROM party WHERE meeting = ?1 AND deleted = 0 AND organisation IS NOT NULL)
         GROUP BY body.id ORDER BY min(attendance.position), min(attendance.id)",
    )?);
    Ok(found)
}

fn bodies(sql: &Connection, meeting: MeetingId) -> Result<Vec<InvitedBody>> {
    listed_bodies(
        sql,
        meeting,
        "SELECT body.id, body.name, party.side, body.phone, body.email,
             coalesce(body.chair, body.director, body.contact) AS head,
             coalesce(body.contact, body.director, body.chair) AS speaker
         FROM party JOIN organisation AS body ON body.id = party.organisation AND body.deleted = 0
         WHERE party.meeting = ?1 AND party.deleted = 0 AND party.side IN ('co-host', 'invited', 'observer', 'media')
         ORDER BY CASE party.side WHEN 'co-host' THEN 0 WHEN 'invited' THEN 1 ELSE 2 END, party.position, party.id",
    )
}

fn listed_bodies(sql: &Connection, meeting: MeetingId, select: &str) -> Result<Vec<InvitedBody>> {
    let mut statement = sql.prepare_cached(select)?;
    let found = statement.query_map([meeting.0], |row| {
        Ok(InvitedBody {
            id: OrganisationId(row.get("id")?),
            name: rows::text(row, "name")?,
            side: rows::choice(row, "side", Side::from_code)?.unwrap_or(Side::Invited),
            head: registers::person(sql, row.get("head")?)?,
            contact: registers::person(sql, row.get("speaker")?)?,
            phone: rows::text(row, "phone")?,
            email: rows::text(row, "email")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Everything open with each body that is invited to a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFiles {
    /// Which meeting.
    pub meeting: MeetingId,
    /// The day, to tell which meetings are over.
    pub today: Date,
}

/// What is open with a body.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFile {
    /// Which one.
    pub body: InvitedBody,
    /// What it owes, what is due first first.
    pub theirs: Vec<OutcomeRow>,
    /// What others owe to it.
    pub ours: Vec<OutcomeRow>,
    /// What it proposed and is not decided.
    pub proposals: Vec<OutcomeRow>,
    /// What stands in its way.
    pub challenges: Vec<OutcomeRow>,
    /// What was agreed with it and is not over.
    pub partnerships: Vec<OpenAgreement>,
    /// The last meetings that it took part in: title, number, day.
    pub meetings: Vec<(String, String, Option<Date>)>,
}

/// An agreement that holds, or is being made.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenAgreement {
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub status: Option<OutcomeStatus>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// What is owed under it, by either side.
    pub owed: Vec<OutcomeRow>,
}

/// So many of each sort, and so many meetings.
const MOST: usize = 100;
const MEETINGS: usize = 5;

impl Query for OpenFiles {
    type Output = Vec<OpenFile>;
    const DEPENDS_ON: Changes = Changes::ALL;

    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output> {
        let sql = reader.sql;
        bodies_and_those_of_people(sql, self.meeting)?.into_iter().map(|body| file(sql, body, self)).collect()
    }
}

fn file(sql: &Connection, body: InvitedBody, asked: &OpenFiles) -> Result<OpenFile> {
    let of = |kinds: &str, whose: Whose| dealings::open(sql, body.id, (kinds, whose), MOST);
    let theirs = of(OWED, Whose::Theirs)?;
    let ours = of(OWED, Whose::Ours)?;
    let proposals = of(PROPOSALS, Whose::Theirs)?;
    let challenges = of(CHALLENGES, Whose::Theirs)?;
    let partnerships = partnerships(sql, body.id)?;
    let meetings = meetings(sql, body.id, asked)?;
    Ok(OpenFile { theirs, ours, proposals, challenges, partnerships, meetings, body })
}

fn listed(sql: &Connection, select: &str, parameters: &[&dyn rusqlite::ToSql]) -> Result<Vec<OutcomeRow>> {
    let ids = sql
        .prepare_cached(select)?
        .query_map(parameters, |row| row.get(0).map(OutcomeId))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(outcomes::one(sql, id)?);
    }
    Ok(rows)
}

fn partnerships(sql: &Connection, body: OrganisationId) -> Result<Vec<OpenAgreement>> {
    let open = rows::open_codes();
    let mut statement = sql.prepare_cached(&format!(
        "SELECT id, title, status, ends_on FROM partnership
         WHERE deleted = 0 AND status IN ({open})
             AND id IN (SELECT partnership FROM party WHERE organisation = ?1 AND deleted = 0)
         ORDER BY ends_on IS NULL, ends_on, id LIMIT {MOST}"
    ))?;
    let found = statement
        .query_map([body.0], |row| {
            let agreement = OpenAgreement {
                title: rows::text(row, "title")?,
                status: rows::choice(row, "status", OutcomeStatus::from_code)?,
                ends_on: rows::date(row, "ends_on")?,
                owed: Vec::new(),
            };
            Ok((row.get("id")?, agreement))
        })?
        .collect::<rusqlite::Result<Vec<(i64, OpenAgreement)>>>()?;
    let owed = format!(
        "SELECT id FROM outcome WHERE partnership = ?1 AND deleted = 0 AND status IN ({open})
         ORDER BY due IS NULL, due, id LIMIT {MOST}"
    );
    found
        .into_iter()
        .map(|(id, agreement)| Ok(OpenAgreement { owed: listed(sql, &owed, params![id])?, ..agreement }))
        .collect()
}

/// The newest of its meetings that are not to come, but for the one that is being prepared.
fn meetings(sql: &Connection, body: OrganisationId, asked: &OpenFiles) -> Result<Vec<(String, String, Option<Date>)>> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT title, number, date FROM meeting
         WHERE deleted = 0 AND status = 'held' AND id <> ?2 AND date <= ?3 AND id IN (
             SELECT meeting FROM party WHERE organisation = ?1 AND deleted = 0
             UNION SELECT meeting FROM attendance WHERE organisation = ?1 AND deleted = 0)
         ORDER BY date DESC, id DESC LIMIT {MEETINGS}"
    ))?;
    let found = statement.query_map(params![body.0, asked.meeting.0, asked.today.iso()], |row| {
        Ok((rows::text(row, "title")?, rows::text(row, "number")?, rows::date(row, "date")?))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
