//! Bodies and people of a meeting, by name: a name that is known finds its record, a new one grows the register.

use super::{Outcome, guard, records};
use crate::domain::{AttendanceStatus, Entity, FieldValue, MeetingId, OrganisationId, PersonId, Record, Side, Value};
use crate::error::Result;
use crate::store::edit::Attendee;
use crate::store::search::names;
use crate::store::transaction::{Transaction, not_found};
use rusqlite::{OptionalExtension, params};

/// A body's part in a meeting. One that takes part already changes its side.
pub(super) fn add_party(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    name: &str,
    side: Side,
) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let Some(organisation) = organisation_named(transaction, name)? else {
        return Err(not_found(Record { entity: Entity::Organisation, id: 0 }));
    };
    let sql = "SELECT id FROM party WHERE meeting = ?1 AND organisation = ?2 AND deleted = 0";
    if let Some(record) = existing(transaction, Entity::Party, sql, meeting, organisation.0)? {
        transaction.set(record, &[("side", side.into())])?;
        return Ok(Outcome::of(record));
    }
    let values = vec![("meeting", meeting.into()), ("organisation", organisation.into()), ("side", side.into())];
    records::add(transaction, Entity::Party, values)
}

/// A line of attendance. A person who is on the list already changes their status.
pub(super) fn add_attendee(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    attendee: &Attendee,
    status: AttendanceStatus,
) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let mut values: Vec<FieldValue> = vec![("meeting", meeting.into()), ("status", status.into())];
    let person = match attendee {
        Attendee::Group { name, count } => {
            values.extend([("group_name", name.as_str().into()), ("group_count", (*count).into())]);
            return records::add(transaction, Entity::Attendance, values);
        }
        Attendee::Known(person) => *person,
        Attendee::New { .. } => person_named(transaction, attendee)?,
    };
    transaction.version(person.record())?;
    let sql = "SELECT id FROM attendance WHERE meeting = ?1 AND person = ?2 AND deleted = 0";
    if let Some(record) = existing(transaction, Entity::Attendance, sql, meeting, person.0)? {
        transaction.set(record, &[("status", status.into())])?;
        return Ok(Outcome::of(record));
    }
    // The body somebody came from is that of the day, also when they move later.
    let organisation = transaction.value(person.record(), "organisation")?;
    values.extend([("person", person.into()), ("organisation", organisation)]);
    records::add(transaction, Entity::Attendance, values)
}

/// The person of that name and body, or a new one. What the register does not know yet is filled in.
fn person_named(transaction: &mut Transaction<'_>, attendee: &Attendee) -> Result<PersonId> {
    let Attendee::New { name, honorific, post, organisation } = attendee else {
        return Err(not_found(Record { entity: Entity::Person, id: 0 }));
    };
    let organisation = organisation_named(transaction, organisation)?;
    let known = names::find(transaction.sql(), Entity::Person, name)?;
    let mut found = None;
    for id in known {
        let body = transaction.value(PersonId(id).record(), "organisation")?.as_number().map(OrganisationId);
        match (body, organisation) {
            // The same name in another body is another person.
            (Some(body), Some(typed)) if body != typed => {}
            (Some(_), Some(_)) => {
                found = Some(id);
                break;
            }
            _ => found = found.or(Some(id)),
        }
    }
    let typed: [FieldValue; 3] =
        [("honorific", (*honorific).into()), ("post", post.trim().into()), ("organisation", organisation.into())];
    let Some(person) = found.map(PersonId) else {
        let mut values = vec![("name", Value::from(name.trim()))];
        values.extend(typed);
        let made = transaction.insert(Entity::Person, &values)?;
        return Ok(PersonId(made.id));
    };
    for (field, value) in typed {
        if value != Value::Empty && transaction.value(person.record(), field)? == Value::Empty {
            transaction.set(person.record(), &[(field, value)])?;
        }
    }
    Ok(person)
}

/// The body of that name, or a new one; nothing for an empty name.
fn organisation_named(transaction: &mut Transaction<'_>, name: &str) -> Result<Option<OrganisationId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    if let Some(id) = names::find(transaction.sql(), Entity::Organisation, name)?.first() {
        return Ok(Some(OrganisationId(*id)));
    }
    let values = vec![("name", Value::from(name)), ("kind", names::guess_kind(name).into())];
    let made = records::add(transaction, Entity::Organisation, values)?;
    Ok(made.record.map(|record| OrganisationId(record.id)))
}

fn existing(
    transaction: &Transaction<'_>,
    entity: Entity,
    sql: &str,
    meeting: MeetingId,
    id: i64,
) -> Result<Option<Record>> {
    let found =
        transaction.sql().prepare_cached(sql)?.query_row(params![meeting.0, id], |row| row.get(0)).optional()?;
    Ok(found.map(|id| Record { entity, id }))
}
