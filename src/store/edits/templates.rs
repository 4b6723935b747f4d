//! Meetings that begin as others did: a template is a series of which no meeting is, with its own agenda, bodies, groups
//! and people; and any meeting can be begun from as well.
//!
//! Apart from the meetings because a template is no meeting: nothing that lists, counts or numbers meetings has to know it.

use super::{Outcome, agenda, bin, meetings, records};
use crate::domain::{Entity, LinkKind, MeetingId, Record, SeriesId, Side, Value};
use crate::error::Result;
use crate::store::invitees::{self, Invitee};
use crate::store::transaction::Transaction;
use rusqlite::OptionalExtension;

/// What a template has of a meeting, besides its host, its bodies and its agenda.
const KEPT: [&str; 9] = ["title", "kind", "start_time", "end_time", "mode", "venue", "city", "chair", "secretary"];

/// What the form of a new meeting does not show: it comes from where the meeting begins.
const UNSHOWN: [&str; 4] = ["chair", "secretary", "purpose", "confidentiality"];

/// A meeting is kept as a template under its title.
pub(super) fn keep(transaction: &mut Transaction<'_>, meeting: MeetingId) -> Result<Outcome> {
    let record = meeting.record();
    transaction.version(record)?;
    let mut values = vec![("is_template", true.into())];
    for field in KEPT {
        values.push((field, transaction.value(record, field)?));
    }
    let host =
        "SELECT organisation FROM party WHERE meeting = ?1 AND side = 'host' AND deleted = 0 ORDER BY position, id";
    let host = transaction.ids(host, meeting.0)?.first().copied();
    values.push(("organisation", host.map_or(Value::Empty, Value::Number)));
    let template = match called(transaction, &transaction.text(record, "title")?)? {
        Some(template) => {
            for (entity, sql) in [
                (Entity::AgendaItem, "SELECT id FROM agenda_item WHERE series = ?1 AND deleted = 0"),
                (Entity::Party, "SELECT id FROM party WHERE series = ?1 AND deleted = 0"),
            ] {
                for id in transaction.ids(sql, template.0)? {
                    bin::remove(transaction, Record { entity, id })?;
                }
            }
            let tied = "SELECT id FROM link WHERE source = ?1 AND kind = 'invites' AND deleted = 0";
            for id in transaction.ids(tied, template.record().key())? {
                bin::remove(transaction, Record { entity: Entity::Link, id })?;
            }
            transaction.set(template.record(), &values)?;
            template
        }
        None => {
            let made = records::add(transaction, Entity::Series, values)?;
            let Some(made) = made.record else { return Ok(made) };
            SeriesId(made.id)
        }
    };
    agenda::become_standing(transaction, meeting, template)?;
    for party in transaction.ids(PARTIES_OF_MEETING, meeting.0)? {
        copy_party(transaction, Record { entity: Entity::Party, id: party }, ("series", template.into()))?;
    }
    for line in transaction.ids(GROUPS_OF_MEETING, meeting.0)? {
        let line = Record { entity: Entity::Attendance, id: line };
        let mut values = vec![("series", template.into()), ("side", Side::Invited.into())];
        for field in ["group_name", "group_count"] {
            values.push((field, transaction.value(line, field)?));
        }
        records::add(transaction, Entity::Party, values)?;
    }
    for person in transaction.ids(PEOPLE_OF_MEETING, meeting.0)? {
        let person = Record { entity: Entity::Person, id: person };
        let values =
            vec![("source", template.record().into()), ("kind", LinkKind::Invites.into()), ("target", person.into())];
        records::add(transaction, Entity::Link, values)?;
    }
    Ok(Outcome::of(template.record()))
}

/// Whoever is on its list by name.
const PEOPLE_OF_MEETING: &str = "SELECT attendance.person FROM attendance
     JOIN person ON person.id = attendance.person AND person.deleted = 0
     WHERE attendance.meeting = ?1 AND attendance.deleted = 0 ORDER BY attendance.position, attendance.id";

/// What comes without names, such as «وفد من 5 أشخاص».
const GROUPS_OF_MEETING: &str = "SELECT id FROM attendance
     WHERE meeting = ?1 AND person IS NULL AND trim(coalesce(group_name, '')) <> '' AND deleted = 0
     ORDER BY position, id";

const PARTIES_OF_MEETING: &str = "SELECT id FROM party WHERE meeting = ?1 AND deleted = 0 ORDER BY position, id";

/// The template of that title.
fn called(transaction: &Transaction<'_>, title: &str) -> Result<Option<SeriesId>> {
    let found = transaction
        .sql()
        .prepare_cached(
            "SELECT id FROM series WHERE is_template = 1 AND deleted = 0 AND fold(trim(title)) = fold(?1) ORDER BY id",
        )?
        .query_row([title.trim()], |row| row.get(0))
        .optional()?;
    Ok(found.map(SeriesId))
}

fn copy_party(transaction: &mut Transaction<'_>, party: Record, owner: (&'static str, Value)) -> Result<()> {
    let mut values = vec![owner];
    for field in ["organisation", "group_name", "group_count", "side"] {
        values.push((field, transaction.value(party, field)?));
    }
    records::add(transaction, Entity::Party, values)?;
    Ok(())
}

/// A meeting that was just made gets from where it begins what its form did not show: those in charge, the bodies besides
/// the first host and the first co-host, the presenters of the items that are called the same.
pub(super) fn begin(transaction: &mut Transaction<'_>, source: Record, meeting: MeetingId) -> Result<()> {
    let of_meeting = source.entity == Entity::Meeting;
    transaction.version(source)?;
    let record = meeting.record();
    for field in UNSHOWN {
        let is_had = source.entity.field(field).is_some();
        if is_had && transaction.value(record, field)? == Value::Empty {
            let value = transaction.value(source, field)?;
            transaction.set(record, &[(field, value)])?;
        }
    }
    let invitees = if of_meeting {
        invitees::of_meeting(transaction.sql(), MeetingId(source.id))?
    } else {
        invitees::of_ties(transaction.sql(), SeriesId(source.id))?
    };
    let mut shown = vec![Side::Host, Side::CoHost];
    for invitee in invitees {
        let is_shown = |other: &Side| matches!(invitee, Invitee::Body(_, side) if side == *other);
        match shown.iter().position(is_shown) {
            Some(place) => _ = shown.remove(place),
            None => meetings::invite(transaction, meeting, &invitee)?,
        }
    }
    let owner = if of_meeting { "meeting" } else { "series" };
    let same = format!(
        "SELECT item.id, other.presenter FROM agenda_item AS item
             JOIN agenda_item AS other ON other.{owner} = ?2 AND other.deleted = 0 AND other.presenter IS NOT NULL
                 AND fold(trim(other.title)) = fold(trim(item.title))
         WHERE item.meeting = ?1 AND item.deleted = 0 AND item.presenter IS NULL GROUP BY item.id"
    );
    let presented: Vec<(i64, i64)> = transaction
        .sql()
        .prepare_cached(&same)?
        .query_map([meeting.0, source.id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, presenter) in presented {
        transaction.set(Record { entity: Entity::AgendaItem, id }, &[("presenter", presenter.into())])?;
    }
    Ok(())
}
