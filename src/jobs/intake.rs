//! A pasted text between the reader and the store: what the store knows by name, what is accepted as one edit.

use crate::domain::{AttendanceStatus, FieldValue, MeetingId, MeetingMode, MeetingStatus};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{Alias, Gazetteer, Intake, KnownBody, KnownGoal, KnownPerson, Part, PersonFind, Statement};
use crate::store::query::{KnownNames, KnownNamesView, MeetingLike, MeetingLikeView, MeetingOfText};
use crate::store::{Edit, Store, TakenBody, TakenIn, TakenOutcome, TakenPerson};

/// What ships and what the store knows by name.
///
/// # Errors
/// What the database says.
pub fn gazetteer_of(store: &Store) -> Result<Gazetteer> {
    Ok(gazetteer_of_names(store.read(KnownNames)?))
}

/// What ships and these names of a store.
pub(super) fn gazetteer_of_names(known: KnownNamesView) -> Gazetteer {
    let alias = |(name, kind, starts, ends)| Alias { name, kind, starts, ends };
    let bodies = known.bodies.into_iter().map(|body| KnownBody {
        name: body.name,
        aliases: body.aliases.into_iter().map(alias).collect(),
        record: Some(body.record),
    });
    let people = known.people.into_iter().map(|(record, name)| KnownPerson { name, record });
    let goals = known.goals.into_iter().map(|(record, name)| KnownGoal { name, record: Some(record) });
    Gazetteer::shipped().with(bodies.collect(), people.collect(), goals.collect())
}

/// The meeting that the same text made before.
///
/// # Errors
/// What the database says.
pub fn meeting_of_text(store: &Store, intake: &Intake) -> Result<Option<MeetingId>> {
    store.read(MeetingOfText { hash: intake.fingerprint.clone() })
}

/// The meeting of the register that a text tells of: of the same title on the same day.
///
/// # Errors
/// What the database says.
pub fn meeting_like(store: &Store, intake: &Intake) -> Result<Option<MeetingLikeView>> {
    let Some(title) = &intake.meeting.title else { return Ok(None) };
    store.read(MeetingLike { title: title.value.clone(), days: intake.meeting.days() })
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenAs {
    /// A new meeting.
    New,
    /// It added to the meeting that it tells of.
    Added,
    /// It was in already.
    Known,
}

/// Keeps what was found as one step of undo. The same text makes nothing a second time, and another one about a meeting
/// that the register has adds to it what it lacks, unless `as_another` says that it is another meeting. The answer is the
/// meeting and what became of the text.
///
/// # Errors
/// [`ErrorKind::NoMeetingInText`] where the text tells of no meeting; [`ErrorKind::MinutesApproved`] where the minutes of
/// the one it tells of are approved; what the database says.
pub fn take_in(store: &Store, text: &str, intake: &Intake, as_another: bool) -> Result<(MeetingId, TakenAs)> {
    if let Some(meeting) = meeting_of_text(store, intake)? {
        return Ok((meeting, TakenAs::Known));
    }
    if intake.meeting.title.is_none() && intake.meeting.kind.is_none() {
        return Err(Error::new(ErrorKind::NoMeetingInText, ""));
    }
    let like = if as_another { None } else { meeting_like(store, intake)? };
    let into = like.map(|like| like.id);
    // Nobody is here to say that the aim of proposals that are not named is to stand for them.
    let outcomes = statements(intake).filter(|statement| !statement.is_open()).map(outcome).collect();
    let applied = store.apply(Edit::TakeIn(Box::new(TakenIn { into, outcomes, ..taken(text, intake) })))?;
    let meeting = applied.record.map(|record| MeetingId(record.id));
    let taken_as = if into.is_some() { TakenAs::Added } else { TakenAs::New };
    meeting.map(|meeting| (meeting, taken_as)).ok_or_else(|| Error::new(ErrorKind::Internal, "no meeting was made"))
}

/// What came out of it, in the order in which it is kept.
fn statements(intake: &Intake) -> impl Iterator<Item = &Statement> {
    intake.proposals.iter().chain(&intake.decisions).chain(&intake.follow_ups)
}

/// Everything that was found, as the edit that keeps it. A screen drops from it what a person drops.
pub fn taken(text: &str, intake: &Intake) -> TakenIn {
    // What is still to come is not attended yet.
    let is_ahead = status_of(intake) == Some(MeetingStatus::Scheduled);
    let bodies = intake.bodies.iter().map(|body| TakenBody {
        record: body.known,
        name: body.name.clone(),
        // «الوزارة» names this one only in this text.
        aliases: body
            .aliases
            .iter()
            .filter(|alias| crate::arabic::BodyName::new(&alias.name).is_telling())
            .map(|alias| (alias.name.clone(), alias.kind, alias.starts, alias.ends))
            .collect(),
        side: body.side,
    });
    TakenIn {
        into: None,
        source_text: text.to_owned(),
        source_hash: intake.fingerprint.clone(),
        meeting: meeting_values(intake),
        bodies: bodies.collect(),
        people: intake.people.iter().map(person).collect(),
        groups: intake.groups.iter().map(|group| (group.name.clone(), None)).collect(),
        status: Some(if is_ahead { AttendanceStatus::Invited } else { AttendanceStatus::Present }),
        agenda: intake.topics.iter().map(|topic| topic.value.clone()).collect(),
        outcomes: statements(intake).map(outcome).collect(),
        goals: intake.goals.iter().map(|goal| goal.name.clone()).collect(),
    }
}

fn meeting_values(intake: &Intake) -> Vec<FieldValue> {
    let meeting = &intake.meeting;
    let text = |find: &Option<crate::intake::Find<String>>| find.as_ref().map(|find| find.value.clone());
    let is_remote =
        meeting.place.as_ref().is_some_and(|place| place.value.starts_with("عبر") || place.value == "عن بعد");
    vec![
        ("title", text(&meeting.title).into()),
        ("kind", meeting.kind.as_ref().map(|kind| kind.value).into()),
        ("date", meeting.date.as_ref().map(|date| date.value).into()),
        // Of one that is to come no more is said than its day says by itself.
        ("status", status_of(intake).filter(|status| *status == MeetingStatus::Held).into()),
        ("start_time", meeting.time.as_ref().map(|time| time.value).into()),
        ("end_time", meeting.end.as_ref().map(|time| time.value).into()),
        ("next_date", meeting.next_date.as_ref().map(|date| date.value).into()),
        ("venue", text(&meeting.place).into()),
        ("city", text(&meeting.city).into()),
        ("mode", is_remote.then_some(MeetingMode::Remote).into()),
    ]
}

/// Whether it was held, as far as the text says.
fn status_of(intake: &Intake) -> Option<MeetingStatus> {
    intake.meeting.status.as_ref().map(|status| status.value)
}

fn person(person: &PersonFind) -> TakenPerson {
    TakenPerson {
        record: person.known,
        name: person.name.clone(),
        honorific: person.honorific,
        post: person.post.clone().unwrap_or_default(),
        body: person.body,
        comes: matches!(person.part, Part::Attends | Part::Chairs),
        is_chair: person.part == Part::Chairs,
    }
}

fn outcome(statement: &Statement) -> TakenOutcome {
    TakenOutcome {
        kind: statement.kind,
        text: statement.text.clone(),
        person: statement.person,
        body: statement.body,
        due: statement.due.as_ref().map(|due| due.value),
    }
}
