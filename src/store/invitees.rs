//! Whom the next meeting of a series invites: its own bodies, and those it is tied to by «يُدعى إليها»; without such, those who were
//! on the lists of its last meeting.
//!
//! Apart from both the edit that makes the meeting and the query that shows beforehand whom it will have, so that what is
//! shown is what is done.

use crate::domain::{Entity, MeetingId, OrganisationId, PersonId, Record, SeriesId, Side};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};

/// Who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Invitee {
    /// Somebody of the directory.
    Person(PersonId),
    /// A group without names.
    Group {
        /// As it is called.
        name: String,
        /// How many, when that is known.
        count: Option<i64>,
    },
    /// A body, and its side.
    Body(OrganisationId, Side),
}

/// Those of the series' own bodies and ties; empty where it has none.
pub(super) fn of_ties(sql: &Connection, series: SeriesId) -> Result<Vec<Invitee>> {
    let own = bodies(sql, "series", series.0)?;
    let mut statement = sql
        .prepare_cached("SELECT target FROM link WHERE source = ?1 AND kind = 'invites' AND deleted = 0 ORDER BY id")?;
    let keys: Vec<i64> =
        statement.query_map([series.record().key()], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let invitee = |key| match Record::from_key(key) {
        Some(Record { entity: Entity::Person, id }) => Some(Invitee::Person(PersonId(id))),
        Some(Record { entity: Entity::Organisation, id }) => Some(Invitee::Body(OrganisationId(id), Side::Invited)),
        Some(_) | None => None,
    };
    let groups = groups(sql, series)?;
    Ok(own.into_iter().chain(groups).chain(keys.into_iter().filter_map(invitee)).collect())
}

/// The groups without names that a series, as a template, begins its meetings with.
fn groups(sql: &Connection, series: SeriesId) -> Result<Vec<Invitee>> {
    let mut statement = sql.prepare_cached(
        "SELECT group_name, group_count FROM party
         WHERE series = ?1 AND organisation IS NULL AND trim(coalesce(group_name, '')) <> '' AND deleted = 0
         ORDER BY position, id",
    )?;
    let found = statement.query_map([series.0], |row| Ok(Invitee::Group { name: row.get(0)?, count: row.get(1)? }))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The bodies of a meeting.
pub(super) fn of_meeting(sql: &Connection, meeting: MeetingId) -> Result<Vec<Invitee>> {
    bodies(sql, "meeting", meeting.0)
}

/// The bodies of a meeting or of a series: of the row to which that field of theirs leads.
fn bodies(sql: &Connection, field: &str, of: i64) -> Result<Vec<Invitee>> {
    let mut bodies = sql.prepare_cached(&format!(
        "SELECT party.organisation, party.side FROM party
             JOIN organisation ON organisation.id = party.organisation AND organisation.deleted = 0
         WHERE party.{field} = ?1 AND party.deleted = 0 ORDER BY party.position, party.id"
    ))?;
    let found = bodies.query_map([of], |row| {
        let side: Option<String> = row.get(1)?;
        let side = side.as_deref().and_then(Side::from_code).unwrap_or(Side::Invited);
        Ok(Invitee::Body(OrganisationId(row.get(0)?), side))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Those of the last meeting of the series, but for that meeting itself: the bodies beside its host, then the list.
pub(super) fn of_last(sql: &Connection, series: SeriesId, except: Option<MeetingId>) -> Result<Vec<Invitee>> {
    let last: Option<i64> = sql
        .prepare_cached(
            "SELECT id FROM meeting WHERE series = ?1 AND deleted = 0 AND id IS NOT ?2
             ORDER BY date DESC, id DESC LIMIT 1",
        )?
        .query_row(params![series.0, except.map(|meeting| meeting.0)], |row| row.get(0))
        .optional()?;
    let Some(last) = last else { return Ok(Vec::new()) };
    let mut invitees = Vec::new();
    let mut bodies = sql.prepare_cached(
        "SELECT party.organisation, party.side FROM party
             JOIN organisation ON organisation.id = party.organisation AND organisation.deleted = 0
         WHERE party.meeting = ?1 AND party.deleted = 0 AND party.side <> 'host' ORDER BY party.position, party.id",
    )?;
    let found = bodies.query_map([last], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)))?;
    for body in found {
        let (id, side) = body?;
        let side = side.as_deref().and_then(Side::from_code).unwrap_or(Side::Invited);
        invitees.push(Invitee::Body(OrganisationId(id), side));
    }
    let mut lines = sql.prepare_cached(
        "SELECT attendance.person, attendance.group_name, attendance.group_count FROM attendance
             LEFT JOIN person ON person.id = attendance.person
         WHERE attendance.meeting = ?1 AND attendance.deleted = 0 AND person.deleted IS NOT 1
         ORDER BY attendance.position, attendance.id",
    )?;
    let found = lines.query_map([last], |row| {
        Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, Option<i64>>(2)?))
    })?;
    for line in found {
        invitees.extend(match line? {
            (Some(person), _, _) => Some(Invitee::Person(PersonId(person))),
            (None, Some(name), count) => Some(Invitee::Group { name, count }),
            (None, None, _) => None,
        });
    }
    Ok(invitees)
}

/// Whom the next meeting invites; `made` is that meeting once it is there.
pub(super) fn of_next(sql: &Connection, series: SeriesId, made: Option<MeetingId>) -> Result<Vec<Invitee>> {
    let own = of_ties(sql, series)?;
    if own.is_empty() { of_last(sql, series, made) } else { Ok(own) }
}
