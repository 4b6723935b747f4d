//! Bodies and people of a meeting, by name: a name that is known finds its record, a new one grows the register.

use super::{Outcome, guard, records};
use crate::arabic;
use crate::calendar::Date;
use crate::domain::{
    AttendanceId, AttendanceStatus, Entity, FieldValue, MeetingId, MeetingStatus, OrganisationId, OrganisationKind,
    OutcomeStatus, PersonId, Record, Side, Value,
};
use crate::error::Result;
use crate::store::edit::Attendee;
use crate::store::position;
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
    // A new name among the media is a medium, whatever its first word.
    let kind = if side == Side::Media { OrganisationKind::Media } else { names::guess_kind(name.trim()) };
    let Some(organisation) = organisation_named(transaction, name, kind)? else {
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
        Attendee::Known(person) | Attendee::KnownAs { person, .. } => *person,
        Attendee::New { .. } => person_named(transaction, attendee)?,
    };
    transaction.version(person.record())?;
    let sql = "SELECT id FROM attendance WHERE meeting = ?1 AND person = ?2 AND deleted = 0";
    if let Some(record) = existing(transaction, Entity::Attendance, sql, meeting, person.0)? {
        transaction.set(record, &[("status", status.into())])?;
        return Ok(Outcome::of(record));
    }
    // The post and the body somebody came with are those of the day, also when they move later.
    values.push(("person", person.into()));
    for field in ["post", "organisation"] {
        values.push((field, transaction.value(person.record(), field)?));
    }
    if let Attendee::KnownAs { post, organisation, .. } = attendee {
        let organisation = organisation_named(transaction, organisation, names::guess_kind(organisation.trim()))?;
        values.extend(organisation.map(|body| ("organisation", body.into())));
        values.extend((!post.trim().is_empty()).then(|| ("post", post.trim().into())));
    }
    records::add(transaction, Entity::Attendance, values)
}

/// Who has a deputy in the list is not absent but represented.
pub(super) fn note_deputy(transaction: &mut Transaction<'_>, line: Record, person: Option<i64>) -> Result<()> {
    let Some(person) = person else { return Ok(()) };
    let meeting = transaction.value(line, "meeting")?.as_number().unwrap_or_default();
    let sql = "SELECT id FROM attendance WHERE meeting = ?1 AND person = ?2 AND deleted = 0";
    let Some(represented) = existing(transaction, Entity::Attendance, sql, MeetingId(meeting), person)? else {
        return Ok(());
    };
    let status = AttendanceStatus::from_code(&transaction.text(represented, "status")?);
    if represented != line && !status.is_some_and(AttendanceStatus::attended) {
        transaction.set(represented, &[("status", AttendanceStatus::Deputised.into())])?;
    }
    Ok(())
}

/// A person's post or body changes: lists of meetings that were held keep what they had, those to come follow. `since`
/// tells which is which; without it a meeting's status does.
pub(super) fn keep_posts(
    transaction: &mut Transaction<'_>,
    person: PersonId,
    values: &[FieldValue],
    since: Option<Date>,
) -> Result<()> {
    let lines = transaction.ids("SELECT id FROM attendance WHERE person = ?1 AND deleted = 0", person.0)?;
    for (field, value) in values {
        let field = match *field {
            "post" => "post",
            "organisation" => "organisation",
            _ => continue,
        };
        let before = transaction.value(person.record(), field)?;
        for id in &lines {
            let line = Record { entity: Entity::Attendance, id: *id };
            let of_line = transaction.value(line, field)?;
            let Some(meeting) = transaction.value(line, "meeting")?.as_number().map(MeetingId) else { continue };
            // Approved minutes never follow, however far back the change is dated.
            let is_approved = !transaction.text(meeting.record(), "approved_on")?.is_empty();
            if is_approved || is_past(transaction, meeting, since)? {
                // What the list did not say yet was what they held then.
                if of_line == Value::Empty && before != Value::Empty {
                    transaction.set(line, &[(field, before.clone())])?;
                }
            } else if of_line == before {
                transaction.set(line, &[(field, value.clone())])?;
            }
        }
    }
    Ok(())
}

/// Was the meeting before the change?
fn is_past(transaction: &Transaction<'_>, meeting: MeetingId, since: Option<Date>) -> Result<bool> {
    let date = Date::from_iso(&transaction.text(meeting.record(), "date")?).ok();
    Ok(match (since, date) {
        (Some(since), Some(date)) => date < since,
        _ => transaction.text(meeting.record(), "status")? == MeetingStatus::Held.code(),
    })
}

/// A line was signed on this day, or was not after all.
pub(super) fn sign(transaction: &mut Transaction<'_>, line: AttendanceId, is_signed: bool) -> Result<Outcome> {
    let record = line.record();
    transaction.version(record)?;
    guard::may_change(transaction, record, &[])?;
    let signatures = "SELECT id FROM progress WHERE subject = ?1 AND to_status = 'signed' AND deleted = 0";
    let before = transaction.ids(signatures, record.key())?;
    if is_signed && before.is_empty() {
        let values = vec![("subject", record.into()), ("to_status", OutcomeStatus::Signed.into())];
        records::add(transaction, Entity::Progress, values)?;
    }
    for id in before.into_iter().filter(|_| !is_signed) {
        transaction.set_deleted(Record { entity: Entity::Progress, id }, true)?;
    }
    Ok(Outcome::of(record))
}

/// A line of attendance as protocol ranks it: by the body's place in the meeting, then by the post, then as it stood.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Host, co-host, others, none.
    side: i64,
    precedence: i64,
    /// Where the body's first line stood, so that a body stays together.
    body: String,
    /// The place of the post's level; one without comes last.
    level: (bool, String),
    position: String,
}

/// Puts the lines of a meeting into the order of protocol.
pub(super) fn order(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<Outcome> {
    guard::is_open(transaction, meeting)?;
    let levels: Vec<(String, String)> = transaction
        .sql()
        .prepare_cached(
            "SELECT coalesce(name, ''), coalesce(position, '') FROM entry
             WHERE list = 'post-level' AND deleted = 0 ORDER BY length(name) DESC",
        )?
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    // A post is of the level whose name it begins with: «مدير عام التخطيط» is a «مدير عام».
    let level_of = |post: &str| {
        let post = arabic::fold(post);
        levels.iter().find(|(name, _)| arabic::begins_with(&post, &arabic::fold(name))).map(|(_, place)| place.clone())
    };
    let mut lines = transaction
        .sql()
        .prepare_cached(
            "SELECT attendance.id AS id, coalesce(attendance.position, '') AS position,
                 coalesce(attendance.post, person.post, '') AS post, entry.position AS level,
                 (SELECT min(CASE party.side WHEN 'host' THEN 0 WHEN 'co-host' THEN 1 ELSE 2 END) FROM party
                  WHERE party.meeting = ?1 AND party.organisation = attendance.organisation AND party.deleted = 0) AS side,
                 organisation.precedence AS precedence,
                 coalesce((SELECT min(other.position) FROM attendance AS other WHERE other.meeting = ?1
                  AND other.organisation = attendance.organisation AND other.deleted = 0), attendance.position, '') AS body
             FROM attendance LEFT JOIN person ON person.id = attendance.person
             LEFT JOIN entry ON entry.id = person.post_level
             LEFT JOIN organisation ON organisation.id = attendance.organisation
             WHERE attendance.meeting = ?1 AND attendance.deleted = 0",
        )?
        .query_map([meeting.0], |row| {
            let level = row.get::<_, Option<String>>("level")?.or_else(|| {
                row.get::<_, String>("post").ok().as_deref().and_then(level_of)
            });
            let rank = Rank {
                side: row.get::<_, Option<i64>>("side")?.unwrap_or(3),
                precedence: row.get::<_, Option<i64>>("precedence")?.unwrap_or(i64::MAX),
                body: row.get("body")?,
                level: (level.is_none(), level.unwrap_or_default()),
                position: row.get("position")?,
            };
            Ok((rank, row.get::<_, i64>("id")?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    lines.sort();
    let mut place = None;
    for (_, id) in lines {
        let next = position::between(place.as_deref(), None);
        transaction.set(Record { entity: Entity::Attendance, id }, &[("position", next.as_str().into())])?;
        place = Some(next);
    }
    Ok(Outcome::of(meeting.record()))
}

/// The person of that name and body, or a new one. What the register does not know yet is filled in.
pub(super) fn person_named(transaction: &mut Transaction<'_>, attendee: &Attendee) -> Result<PersonId> {
    let Attendee::New { name, honorific, post, organisation } = attendee else {
        return Err(not_found(Record { entity: Entity::Person, id: 0 }));
    };
    let organisation = organisation_named(transaction, organisation, names::guess_kind(organisation.trim()))?;
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

/// The body of that name, or a new one of that kind; nothing for an empty name.
fn organisation_named(
    transaction: &mut Transaction<'_>,
    name: &str,
    kind: OrganisationKind,
) -> Result<Option<OrganisationId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    if let Some(id) = names::find(transaction.sql(), Entity::Organisation, name)?.first() {
        return Ok(Some(OrganisationId(*id)));
    }
    let values = vec![("name", Value::from(name)), ("kind", kind.into())];
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
