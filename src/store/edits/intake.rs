//! What was found in a pasted text and accepted goes into the store as one step: what is known is used, what is new is
//! made, and the same text makes nothing a second time.

use super::{Outcome, attendance, clock, guard, records};
use crate::calendar::Date;
use crate::domain::{
    AliasKind, AttendanceStatus, Entity, EntryList, FieldKind, FieldValue, Honorific, LinkKind, MeetingId,
    MeetingStatus, OrganisationId, OutcomeKind, PersonId, Record, Side, Value,
};
use crate::error::Result;
use crate::store::edit::Attendee;
use crate::store::search::names;
use crate::store::transaction::Transaction;
use rusqlite::{OptionalExtension, params};

/// What was accepted of a text. People, bodies and what came out of it refer to each other by their places here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenIn {
    /// The meeting that it tells of, where the register has it: what it lacks is added, what it says stays.
    pub into: Option<MeetingId>,
    /// The text itself.
    pub source_text: String,
    /// What names the text, however it is spaced.
    pub source_hash: String,
    /// The meeting's values.
    pub meeting: Vec<FieldValue>,
    /// The bodies it names.
    pub bodies: Vec<TakenBody>,
    /// The people it names.
    pub people: Vec<TakenPerson>,
    /// Those who are not named one by one, and how many.
    pub groups: Vec<(String, Option<i64>)>,
    /// How those come who take part.
    pub status: Option<AttendanceStatus>,
    /// What is talked about.
    pub agenda: Vec<String>,
    /// What came out of it.
    pub outcomes: Vec<TakenOutcome>,
    /// The goals it serves, as the list calls them.
    pub goals: Vec<String>,
}

/// A body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenBody {
    /// Its record, where it is known.
    pub record: Option<Record>,
    /// Its name.
    pub name: String,
    /// Its other names, each with its sort and its days.
    pub aliases: Vec<(String, AliasKind, Option<Date>, Option<Date>)>,
    /// Its part in the meeting.
    pub side: Option<Side>,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenPerson {
    /// Their record, where they are known.
    pub record: Option<Record>,
    /// The name as printed.
    pub name: String,
    /// The title before it.
    pub honorific: Option<Honorific>,
    /// The post, or nothing.
    pub post: String,
    /// The body, among [`TakenIn::bodies`].
    pub body: Option<usize>,
    /// Do they take part?
    pub comes: bool,
    /// Do they lead it?
    pub is_chair: bool,
}

/// What came out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenOutcome {
    /// What it is.
    pub kind: OutcomeKind,
    /// In the words of the text.
    pub text: String,
    /// Who does it, among [`TakenIn::people`].
    pub person: Option<usize>,
    /// The body that does it, among [`TakenIn::bodies`].
    pub body: Option<usize>,
    /// By when.
    pub due: Option<Date>,
}

/// Takes it in. Answers the meeting: a new one, the one that it tells of, or the one that the same text made.
pub(super) fn take_in(transaction: &mut Transaction<'_>, taken: &TakenIn) -> Result<Outcome> {
    if let Some(meeting) = of_text(transaction, &taken.source_hash)? {
        return Ok(Outcome::of(meeting.record()));
    }
    if let Some(meeting) = taken.into {
        guard::is_open(transaction, meeting)?;
    }
    let mut values = taken.meeting.clone();
    if let Some((_, title)) = values.iter_mut().find(|(field, _)| *field == "title") {
        *title = title.as_text().map_or(Value::Empty, |text| Value::from(first_line(text)));
    }
    let text: String = taken.source_text.chars().take(FieldKind::Prose.most_letters()).collect();
    values.extend([("source_text", text.as_str().into()), ("source_hash", taken.source_hash.as_str().into())]);
    let meeting = match taken.into {
        Some(meeting) => fill(transaction, meeting, &values)?,
        None => records::add(transaction, Entity::Meeting, values)?,
    };
    let Some(meeting) = meeting.record.map(|record| MeetingId(record.id)) else { return Ok(meeting) };
    let bodies = take_bodies(transaction, meeting, &taken.bodies)?;
    let people = take_people(transaction, meeting, taken, &bodies)?;
    for (name, count) in &taken.groups {
        if has(transaction, GROUP_THERE, meeting, &first_line(name))? {
            continue;
        }
        let group = Attendee::Group { name: first_line(name), count: *count };
        attendance::add_attendee(transaction, meeting, &group, taken.status.unwrap_or(AttendanceStatus::Invited))?;
    }
    for title in &taken.agenda {
        if has(transaction, ITEM_THERE, meeting, &first_line(title))? {
            continue;
        }
        let values = vec![("meeting", meeting.into()), ("title", first_line(title).as_str().into())];
        records::add(transaction, Entity::AgendaItem, values)?;
    }
    if MeetingStatus::from_code(&transaction.text(meeting.record(), "status")?) == Some(MeetingStatus::Held) {
        clock::discuss_listed(transaction, meeting)?;
    }
    for outcome in &taken.outcomes {
        if has(transaction, OUTCOME_THERE, meeting, &first_line(&outcome.text))? {
            continue;
        }
        take_outcome(transaction, meeting, outcome, (&people, &bodies))?;
    }
    for goal in &taken.goals {
        let sought = [("list", EntryList::Goal.into()), ("name", goal.as_str().into())];
        if let Some(goal) = records::entry_like(transaction, Entity::Entry, &sought)? {
            let values =
                vec![("source", meeting.record().into()), ("kind", LinkKind::Serves.into()), ("target", goal.into())];
            records::add(transaction, Entity::Link, values)?;
        }
    }
    Ok(Outcome::of(meeting.record()))
}

/// Gives a meeting what it lacks of these.
fn fill(transaction: &mut Transaction<'_>, meeting: MeetingId, values: &[FieldValue]) -> Result<Outcome> {
    let mut lacking = Vec::new();
    for (field, value) in values {
        if *value != Value::Empty && transaction.value(meeting.record(), field)? == Value::Empty {
            lacking.push((*field, value.clone()));
        }
    }
    guard::may_hold(transaction, Some(meeting.record()), Entity::Meeting, &lacking)?;
    transaction.set(meeting.record(), &lacking)?;
    Ok(Outcome::of(meeting.record()))
}

const GROUP_THERE: &str =
    "SELECT 1 FROM attendance WHERE meeting = ?1 AND deleted = 0 AND person IS NULL AND fold(group_name) = fold(?2)";
const ITEM_THERE: &str = "SELECT 1 FROM agenda_item WHERE meeting = ?1 AND deleted = 0 AND fold(title) = fold(?2)";
const OUTCOME_THERE: &str = "SELECT 1 FROM outcome WHERE meeting = ?1 AND deleted = 0 AND fold(text) = fold(?2)";

/// Does the meeting say that already?
fn has(transaction: &Transaction<'_>, sql: &str, meeting: MeetingId, text: &str) -> Result<bool> {
    Ok(transaction.sql().prepare_cached(sql)?.exists(params![meeting.0, text])?)
}

/// Is that body a party of the meeting already, or that person in its list?
fn has_record(
    transaction: &Transaction<'_>,
    meeting: MeetingId,
    (table, field): (&str, &str),
    id: i64,
) -> Result<bool> {
    let sql = format!("SELECT 1 FROM {table} WHERE meeting = ?1 AND deleted = 0 AND {field} = ?2");
    Ok(transaction.sql().prepare_cached(&sql)?.exists([meeting.0, id])?)
}

/// The meeting that a text made.
fn of_text(transaction: &Transaction<'_>, hash: &str) -> Result<Option<MeetingId>> {
    if hash.is_empty() {
        return Ok(None);
    }
    let found: Option<i64> = transaction
        .sql()
        .prepare_cached("SELECT id FROM meeting WHERE source_hash = ?1 AND deleted = 0 ORDER BY id LIMIT 1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    Ok(found.map(MeetingId))
}

fn take_bodies(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    taken: &[TakenBody],
) -> Result<Vec<OrganisationId>> {
    let mut bodies: Vec<OrganisationId> = Vec::with_capacity(taken.len());
    for body in taken {
        let id = body_of(transaction, body)?;
        for (name, kind, starts, ends) in &body.aliases {
            // A name that leads to a body already needs no other.
            if names::find(transaction.sql(), Entity::Organisation, name)?.is_empty() {
                let values = vec![
                    ("organisation", id.into()),
                    ("name", name.as_str().into()),
                    ("kind", (*kind).into()),
                    ("starts_on", (*starts).into()),
                    ("ends_on", (*ends).into()),
                ];
                records::add(transaction, Entity::Alias, values)?;
            }
        }
        if let Some(side) = body.side
            && !has_record(transaction, meeting, ("party", "organisation"), id.0)?
        {
            let values = vec![("meeting", meeting.into()), ("organisation", id.into()), ("side", side.into())];
            records::add(transaction, Entity::Party, values)?;
        }
        bodies.push(id);
    }
    Ok(bodies)
}

/// The record of a body: the known one, one under any of its names, or a new one.
fn body_of(transaction: &mut Transaction<'_>, body: &TakenBody) -> Result<OrganisationId> {
    if let Some(record) = body.record.filter(|record| transaction.version(*record).is_ok()) {
        return Ok(OrganisationId(record.id));
    }
    for name in std::iter::once(&body.name).chain(body.aliases.iter().map(|(name, ..)| name)) {
        if let Some(id) = names::find(transaction.sql(), Entity::Organisation, name)?.first() {
            return Ok(OrganisationId(*id));
        }
    }
    let kind = names::guess_kind(body.name.trim());
    let values = vec![("name", body.name.trim().into()), ("kind", kind.into())];
    let made = records::add(transaction, Entity::Organisation, values)?;
    made.record
        .map(|record| OrganisationId(record.id))
        .ok_or_else(|| crate::store::failure::internal("no body was made"))
}

fn take_people(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    taken: &TakenIn,
    bodies: &[OrganisationId],
) -> Result<Vec<PersonId>> {
    let mut people = Vec::with_capacity(taken.people.len());
    for person in &taken.people {
        let body = person.body.and_then(|at| bodies.get(at));
        let organisation = body.map(|body| transaction.text(body.record(), "name")).transpose()?.unwrap_or_default();
        let known = person.record.filter(|record| transaction.version(*record).is_ok());
        let id = match known {
            Some(record) => PersonId(record.id),
            None => {
                let (name, honorific) = (person.name.clone(), person.honorific);
                let (post, organisation) = (person.post.clone(), organisation.clone());
                attendance::person_named(transaction, &Attendee::New { name, honorific, post, organisation })?
            }
        };
        // Who is in the list already stands there as the register has it.
        if person.comes && !has_record(transaction, meeting, ("attendance", "person"), id.0)? {
            // The post of the day is the text's, also where the register says another.
            let attendee = Attendee::KnownAs { person: id, post: person.post.clone(), organisation };
            let status = taken.status.unwrap_or(AttendanceStatus::Invited);
            attendance::add_attendee(transaction, meeting, &attendee, status)?;
        }
        if person.is_chair && transaction.value(meeting.record(), "chair")? == Value::Empty {
            transaction.set(meeting.record(), &[("chair", id.into())])?;
        }
        people.push(id);
    }
    Ok(people)
}

fn take_outcome(
    transaction: &mut Transaction<'_>,
    meeting: MeetingId,
    outcome: &TakenOutcome,
    (people, bodies): (&[PersonId], &[OrganisationId]),
) -> Result<()> {
    let text = first_line(&outcome.text);
    let mut values: Vec<FieldValue> = vec![
        ("kind", outcome.kind.into()),
        ("text", text.as_str().into()),
        ("meeting", meeting.into()),
        ("person", outcome.person.and_then(|at| people.get(at)).copied().into()),
        ("organisation", outcome.body.and_then(|at| bodies.get(at)).copied().into()),
        ("due", outcome.due.into()),
    ];
    if text != outcome.text {
        values.push(("details", outcome.text.as_str().into()));
    }
    records::add(transaction, Entity::Outcome, values)?;
    Ok(())
}

/// As much of a text as a line takes, to a whole word.
fn first_line(text: &str) -> String {
    let most = FieldKind::Line.most_letters();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
