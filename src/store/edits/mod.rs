//! How each [`Edit`] is carried out: one arm an edit, one file a topic. Each works inside one transaction.

mod addendum;
mod agenda;
mod attendance;
mod bin;
mod clock;
mod guard;
mod import;
mod intake;
mod meetings;
mod merge;
mod minutes;
mod moves;
mod notes;
mod records;
mod templates;
mod undo;

pub(super) use undo::{local, previous};

pub use addendum::AddendumStep;
pub use intake::{TakenBody, TakenIn, TakenOutcome, TakenPerson};

use super::edit::{Edit, EditSession, Label, NewName};
use super::failure::internal;
use super::transaction::{StepKind, Transaction};
use crate::domain::{BlockId, Entity, MeetingId, Record, Settings};
use crate::error::Result;
use rusqlite::Connection;
use std::collections::HashMap;

/// What an edit answers besides what it touched.
pub(super) struct Outcome {
    /// The record it made, or touched first.
    pub record: Option<Record>,
    /// Where typing goes on.
    pub continue_in: Option<BlockId>,
}

impl Outcome {
    const fn of(record: Record) -> Self {
        Self { record: Some(record), continue_in: None }
    }
}

/// Which session last wrote a field, so that somebody's own typing is never held against them.
#[derive(Debug, Default)]
pub(super) struct Sessions(HashMap<(Record, &'static str), EditSession>);

impl Sessions {
    /// Notes what a finished edit wrote.
    pub fn note(&mut self, edit: &Edit) {
        match edit {
            Edit::Set { record, values, session, .. } => {
                for (field, _) in values {
                    match session {
                        Some(session) => self.0.insert((*record, *field), *session),
                        None => self.0.remove(&(*record, *field)),
                    };
                }
            }
            Edit::Undo | Edit::UndoWithReason(_) | Edit::Redo => self.0.clear(),
            Edit::Capture { block, .. }
            | Edit::CaptureRegulation { block, .. }
            | Edit::SetApart { block, .. }
            | Edit::Release(block) => {
                self.0.remove(&(block.record(), "body"));
            }
            Edit::Together(edits) => edits.iter().for_each(|edit| self.note(edit)),
            Edit::Naming { edit, .. } => self.note(edit),
            Edit::Merge { .. } => self.0.clear(),
            Edit::Add { .. }
            | Edit::Remove(_)
            | Edit::NewMeeting { .. }
            | Edit::MeetingLike(..)
            | Edit::KeepAsTemplate(_)
            | Edit::AddParty { .. }
            | Edit::AddAttendee { .. }
            | Edit::MoveMeeting { .. }
            | Edit::NextMeeting(_)
            | Edit::OrderAttendance(_)
            | Edit::Discuss { .. }
            | Edit::Pause { .. }
            | Edit::Sign { .. }
            | Edit::Move { .. }
            | Edit::Report { .. }
            | Edit::Restore(_)
            | Edit::ChangePost { .. }
            | Edit::PutOnAgenda { .. }
            | Edit::TieToItem { .. }
            | Edit::GatherOnAgenda { .. }
            | Edit::KeepAgenda(_)
            | Edit::Attach { .. }
            | Edit::ApproveMinutes(_)
            | Edit::ReviewMinutes { .. }
            | Edit::ReopenMinutes { .. }
            | Edit::Addendum { .. }
            | Edit::TakeIn(_)
            | Edit::Import { .. }
            | Edit::Configure { .. } => {}
        }
    }

    fn wrote(&self, record: Record, field: &'static str, session: Option<EditSession>) -> bool {
        session.is_some() && self.0.get(&(record, field)).copied() == session
    }
}

/// What kind of step an edit is, and its label.
pub(super) fn plan(sql: &Connection, site: i64, edit: &Edit) -> Result<(StepKind, Label)> {
    match edit {
        // Whoever takes a step back means what they wrote, and not the light that they turned on since.
        Edit::Configure { key, .. } if Settings::is_look(key) => Ok((StepKind::Fill, Label::of(edit))),
        Edit::Undo | Edit::UndoWithReason(_) => undo::next_undo(sql, site),
        Edit::Redo => undo::next_redo(sql, site),
        Edit::Add { .. }
        | Edit::Set { .. }
        | Edit::Remove(_)
        | Edit::NewMeeting { .. }
        | Edit::MeetingLike(..)
        | Edit::KeepAsTemplate(_)
        | Edit::AddParty { .. }
        | Edit::AddAttendee { .. }
        | Edit::Capture { .. }
        | Edit::CaptureRegulation { .. }
        | Edit::SetApart { .. }
        | Edit::Release(_)
        | Edit::MoveMeeting { .. }
        | Edit::NextMeeting(_)
        | Edit::OrderAttendance(_)
        | Edit::Discuss { .. }
        | Edit::Pause { .. }
        | Edit::Sign { .. }
        | Edit::Move { .. }
        | Edit::Report { .. }
        | Edit::Restore(_)
        | Edit::Merge { .. }
        | Edit::ChangePost { .. }
        | Edit::PutOnAgenda { .. }
        | Edit::TieToItem { .. }
        | Edit::GatherOnAgenda { .. }
        | Edit::KeepAgenda(_)
        | Edit::Attach { .. }
        | Edit::Together(_)
        | Edit::Naming { .. }
        | Edit::ApproveMinutes(_)
        | Edit::ReviewMinutes { .. }
        | Edit::ReopenMinutes { .. }
        | Edit::Addendum { .. }
        | Edit::TakeIn(_)
        | Edit::Import { .. }
        | Edit::Configure { .. } => Ok((StepKind::Do, Label::of(edit))),
    }
}

/// Carries an edit out.
pub(super) fn apply(
    transaction: &mut Transaction<'_>,
    site: i64,
    kind: StepKind,
    edit: &Edit,
    sessions: &Sessions,
) -> Result<Outcome> {
    match edit {
        Edit::Add { entity, values } => {
            guard::ends_after_start(transaction, None, *entity, values)?;
            records::add(transaction, *entity, values.clone())
        }
        Edit::Set { record, values, session, based_on } => {
            if let Some(version) = based_on {
                guard::not_stale(transaction, *record, values, *version, |field| {
                    sessions.wrote(*record, field, *session)
                })?;
            }
            guard::ends_after_start(transaction, Some(*record), record.entity, values)?;
            records::set(transaction, *record, values)
        }
        Edit::Remove(record) => bin::remove(transaction, *record),
        Edit::NewMeeting { values, parties, agenda } => meetings::new(transaction, values, parties, agenda),
        Edit::MeetingLike(source, meeting) => {
            let made = apply(transaction, site, kind, meeting, sessions)?;
            if let Some(record) = made.record {
                templates::begin(transaction, *source, MeetingId(record.id))?;
            }
            Ok(made)
        }
        Edit::KeepAsTemplate(meeting) => templates::keep(transaction, *meeting),
        Edit::AddParty { meeting, organisation, side } => {
            attendance::add_party(transaction, *meeting, organisation, *side)
        }
        Edit::AddAttendee { meeting, attendee, status } => {
            attendance::add_attendee(transaction, *meeting, attendee, *status)
        }
        Edit::Capture { block, kind, before, text, after, values } => {
            notes::capture(transaction, *block, *kind, [before, text, after], values)
        }
        Edit::CaptureRegulation { block, before, title, after } => {
            notes::capture_regulation(transaction, *block, [before, title, after])
        }
        Edit::SetApart { block, kind, before, text, after } => {
            notes::set_apart(transaction, *block, *kind, [before, text, after])
        }
        Edit::Release(block) => notes::release(transaction, *block),
        Edit::MoveMeeting { meeting, to, reason } => moves::move_meeting(transaction, *meeting, *to, reason),
        Edit::NextMeeting(series) => meetings::next_of(transaction, *series),
        Edit::OrderAttendance(meeting) => attendance::order(transaction, *meeting),
        Edit::Discuss { meeting, item, is_done } => clock::discuss(transaction, *meeting, *item, *is_done),
        Edit::Pause { meeting, is_paused } => clock::pause(transaction, *meeting, *is_paused),
        Edit::Sign { line, is_signed } => attendance::sign(transaction, *line, *is_signed),
        Edit::Move { record, to, reason } => moves::move_to(transaction, *record, *to, reason),
        Edit::Report { record, text, percent, obstacles, to } => {
            moves::report(transaction, *record, (text, *percent, obstacles), *to)
        }
        Edit::Restore(record) => bin::restore(transaction, *record),
        Edit::Merge { keep, other, values } => merge::merge(transaction, *keep, *other, values),
        Edit::ChangePost { person, values, since } => merge::change_post(transaction, *person, values, *since),
        Edit::PutOnAgenda { record, meeting } => agenda::put(transaction, *record, *meeting),
        Edit::TieToItem { item, record } => agenda::tie(transaction, *item, *record),
        Edit::GatherOnAgenda { records, meeting, title } => agenda::gather(transaction, records, *meeting, title),
        Edit::KeepAgenda(meeting) => agenda::keep(transaction, *meeting),
        Edit::Attach { values, .. } => records::add(transaction, Entity::Document, values.clone()),
        Edit::Naming { new, edit } => {
            let mut named = edit.as_ref().clone();
            for NewName { field, entity, values } in new {
                let record = match records::entry_like(transaction, *entity, values)? {
                    Some(there) => there,
                    None => {
                        let made = records::add(transaction, *entity, values.clone())?;
                        made.record.ok_or_else(|| internal("nothing was made"))?
                    }
                };
                named = named.with_link(field, record);
            }
            apply(transaction, site, kind, &named, sessions)
        }
        Edit::Together(edits) => {
            let mut first = None;
            for edit in edits {
                let done = apply(transaction, site, kind, edit, sessions)?;
                first = first.or(Some(done));
            }
            first.ok_or_else(|| internal("nothing to do together"))
        }
        Edit::ReviewMinutes { meeting, to, comment } => minutes::review(transaction, *meeting, *to, comment),
        Edit::ApproveMinutes(meeting) => minutes::approve(transaction, *meeting),
        Edit::ReopenMinutes { meeting, reason } => minutes::reopen(transaction, *meeting, reason),
        Edit::Addendum { addendum, step } => addendum::go_on(transaction, *addendum, step),
        Edit::TakeIn(taken) => intake::take_in(transaction, taken),
        Edit::Import { imported, watch } => import::import(transaction, imported, watch),
        Edit::Configure { key, value } => records::configure(transaction, key, value),
        Edit::Undo | Edit::UndoWithReason(_) | Edit::Redo => match kind {
            StepKind::Undo(step) => {
                let reason = if let Edit::UndoWithReason(reason) = edit { reason } else { "" };
                undo::take_back(transaction, site, step, reason)
            }
            StepKind::Redo(step) => undo::bring_back(transaction, site, step),
            StepKind::Do | StepKind::Fill => Err(internal("an undo without a step")),
        },
    }
}

/// The entity's last position among siblings, to add after.
fn next_position(
    transaction: &Transaction<'_>,
    entity: Entity,
    parent: &'static str,
    id: Option<i64>,
) -> Result<String> {
    let sql = format!("SELECT max(position) FROM {} WHERE {parent} IS ?1 AND deleted = 0", entity.code());
    let last: Option<String> = transaction.sql().prepare_cached(&sql)?.query_row([id], |row| row.get(0))?;
    Ok(super::position::between(last.as_deref(), None))
}
