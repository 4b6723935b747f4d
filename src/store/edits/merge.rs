//! Two records that are one become one, and a person's posts follow each other.

use super::{Outcome, attendance, guard, records};
use crate::calendar::Date;
use crate::domain::{AliasKind, AttendanceStatus, Entity, FieldKind, FieldValue, PersonId, Record, Value};
use crate::error::{Error, ErrorKind, Result};
use crate::store::failure::internal;
use crate::store::search::names;
use crate::store::transaction::Transaction;

/// Gives the kept record what it lacks, turns to it everything that pointed to the other, and puts the other into the bin.
pub(super) fn merge(
    transaction: &mut Transaction<'_>,
    keep: Record,
    other: Record,
    values: &[FieldValue],
) -> Result<Outcome> {
    if keep.entity != other.entity || keep.id == other.id {
        return Err(Error::new(ErrorKind::NotAlike, format!("{keep:?} and {other:?}")));
    }
    for record in [keep, other] {
        transaction.version(record)?;
        guard::may_change(transaction, record, &[])?;
    }
    // The number of what goes may become that of what stays.
    let chosen = values.iter().filter(|(name, _)| *name != "number").cloned().collect::<Vec<_>>();
    guard::may_hold(transaction, Some(keep), keep.entity, &chosen)?;
    let mut names = Vec::new();
    let has_names = |record: &Record| matches!(record.entity, Entity::Organisation | Entity::Person);
    for record in [keep, other].into_iter().filter(has_names) {
        names.push(transaction.text(record, "name")?);
    }
    let mut taken_over: Vec<FieldValue> = Vec::new();
    for field in keep.entity.fields() {
        let theirs = transaction.value(other, field.name)?;
        // Their first day in a post is not that of another post.
        if field.name == "post_since" && !has_post_of(transaction, keep, other)? {
            continue;
        }
        if theirs != Value::Empty
            && transaction.value(keep, field.name)? == Value::Empty
            && theirs != points_to(field.kind, keep)
        {
            taken_over.push((field.name, theirs));
        }
    }
    transaction.set(keep, &taken_over)?;
    transaction.set(keep, values)?;
    for entity in Entity::ALL {
        for field in entity.fields() {
            turn(transaction, entity, field.name, field.kind, keep, other)?;
        }
    }
    for name in names {
        keep_name(transaction, keep, name)?;
    }
    part_of_once(transaction, keep)?;
    transaction.set_deleted(other, true)?;
    Ok(Outcome::of(keep))
}

/// Is the kept one's post the other's too, or none?
fn has_post_of(transaction: &Transaction<'_>, keep: Record, other: Record) -> Result<bool> {
    for name in ["post", "organisation"] {
        let present = transaction.value(keep, name)?;
        if present != Value::Empty && present != transaction.value(other, name)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a field of that kind holds when it points to a record; nothing where it can't.
fn points_to(kind: FieldKind, record: Record) -> Value {
    match kind.target() {
        Some(target) if target == record.entity => Value::Number(record.id),
        None if kind == FieldKind::Any => record.into(),
        Some(_) | None => Value::Empty,
    }
}

/// Turns one field of all records of an entity from the one to the other.
fn turn(
    transaction: &mut Transaction<'_>,
    entity: Entity,
    name: &'static str,
    kind: FieldKind,
    keep: Record,
    other: Record,
) -> Result<()> {
    let Value::Number(number) = points_to(kind, other) else { return Ok(()) };
    for id in transaction.ids(&format!("SELECT id FROM {} WHERE {name} = ?1", entity.code()), number)? {
        let record = Record { entity, id };
        // Nothing points to itself.
        let value = if record == keep { Value::Empty } else { points_to(kind, keep) };
        transaction.set(record, &[(name, value)])?;
    }
    Ok(())
}

/// What takes part in something takes part once: of two lines of one meeting, two parts of one agreement and two equal
/// ties one stays. Approved minutes stay as they were approved.
fn part_of_once(transaction: &mut Transaction<'_>, keep: Record) -> Result<()> {
    let attended: Vec<&str> =
        AttendanceStatus::ALL.iter().filter(|status| status.attended()).map(|status| status.code()).collect();
    let by_status = format!("status IN ('{}') DESC", attended.join("', '"));
    let lists: &[(Entity, &str, &str, &str)] = if keep.entity == Entity::Person {
        &[(Entity::Attendance, "person", "meeting", &by_status)]
    } else if keep.entity == Entity::Organisation {
        &[(Entity::Party, "organisation", "meeting, partnership, series", "side = 'host' DESC")]
    } else {
        &[]
    };
    for (entity, field, of, best) in lists {
        let table = entity.code();
        let twice = format!(
            "SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY {of} ORDER BY {best}, id) AS place,
                 meeting AS of_meeting FROM {table} WHERE {field} = ?1 AND deleted = 0)
             WHERE place > 1 AND NOT EXISTS (
                 SELECT 1 FROM meeting WHERE meeting.id = of_meeting AND meeting.approved_on IS NOT NULL)"
        );
        for id in transaction.ids(&twice, keep.id)? {
            transaction.set_deleted(Record { entity: *entity, id }, true)?;
        }
    }
    let ties = "SELECT id FROM (SELECT id, source, target,
                    row_number() OVER (PARTITION BY source, kind, target ORDER BY id) AS place
                FROM link WHERE (source = ?1 OR target = ?1) AND deleted = 0)
                WHERE place > 1 OR source = target";
    for id in transaction.ids(ties, keep.key())? {
        transaction.set_deleted(Record { entity: Entity::Link, id }, true)?;
    }
    Ok(())
}

/// A body, and somebody, goes on being found under a name that is not their own any more.
fn keep_name(transaction: &mut Transaction<'_>, keep: Record, name: String) -> Result<()> {
    if name.is_empty() || names::find(transaction.sql(), keep.entity, &name)?.contains(&keep.id) {
        return Ok(());
    }
    let whose = if keep.entity == Entity::Person { "person" } else { "organisation" };
    let values = vec![(whose, Value::Number(keep.id)), ("name", name.into()), ("kind", AliasKind::Spelling.into())];
    records::add(transaction, Entity::Alias, values)?;
    Ok(())
}

/// The present post becomes a period that ends on the day before the new one begins.
pub(super) fn change_post(
    transaction: &mut Transaction<'_>,
    person: PersonId,
    values: &[FieldValue],
    since: Date,
) -> Result<Outcome> {
    let record = person.record();
    transaction.version(record)?;
    let held =
        [("title", "post"), ("organisation", "organisation"), ("level", "post_level"), ("starts_on", "post_since")];
    let mut before: Vec<FieldValue> = Vec::new();
    for (post_field, person_field) in held {
        before.push((post_field, transaction.value(record, person_field)?));
    }
    let began = before.pop().map(|(_, value)| value).unwrap_or_default();
    if before.iter().any(|(_, value)| *value != Value::Empty) {
        let earlier = "SELECT id FROM post WHERE person = ?1 AND deleted = 0 ORDER BY ends_on DESC LIMIT 1";
        let earlier = transaction.ids(earlier, person.0)?;
        let mut starts_on = began;
        if starts_on == Value::Empty
            && let Some(id) = earlier.first()
        {
            let ended = transaction.text(Record { entity: Entity::Post, id: *id }, "ends_on")?;
            starts_on = Date::from_iso(&ended).ok().and_then(|day| day.add_days(1).ok()).into();
        }
        // A post can't end before it began.
        if starts_on.as_text().and_then(|iso| Date::from_iso(iso).ok()).is_some_and(|start| start >= since) {
            return Err(Error::new(ErrorKind::FieldRefused("post-since".to_owned()), since.iso()));
        }
        before.extend([
            ("person", person.into()),
            ("starts_on", starts_on),
            ("ends_on", since.add_days(-1).map_err(internal)?.into()),
        ]);
        records::add(transaction, Entity::Post, before)?;
    }
    attendance::keep_posts(transaction, person, values, Some(since))?;
    guard::may_hold(transaction, Some(record), Entity::Person, values)?;
    transaction.set(record, values)?;
    transaction.set(record, &[("post_since", since.into())])?;
    Ok(Outcome::of(record))
}
