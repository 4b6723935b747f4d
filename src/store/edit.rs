//! What can change: a closed list, each a change that a person would name, undo and find in the history.

use super::changes::Changes;
use super::edit_labels::{labels, set_apart_label};
use super::edits::{AddendumStep, TakenIn};
use super::gone::Along;
use super::watch::ImportWatch;
use crate::calendar::Date;
use crate::domain::{
    AddendumId, AgendaItemId, AttendanceId, AttendanceStatus, BlockId, BlockKind, Entity, FieldKind, FieldValue,
    Honorific, Imported, MeetingId, MeetingStatus, MinutesState, OutcomeKind, OutcomeStatus, PersonId, Record,
    SeriesId, Side, Value,
};
use crate::error::Result;
use std::sync::Arc;

pub(super) use super::edit_labels::{ATTACH_SEVERAL, IMPORT_LABEL, Label, SAMPLE_LABEL, label_of};

/// One change. Its label (`edit-…` in the strings) names it in «تراجع عن: …».
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A new record of any entity with the values it starts with. A meeting, an outcome gets its number.
    Add {
        /// What it is.
        entity: Entity,
        /// What it starts with.
        values: Vec<FieldValue>,
    },
    /// New values for some fields of a record.
    Set {
        /// Which one.
        record: Record,
        /// The fields and what they hold from now on.
        values: Vec<FieldValue>,
        /// One stretch of typing: edits of the same session are one step of undo. `None`: a step of its own.
        session: Option<EditSession>,
        /// The version the person was looking at ([`super::query::BlockView::version`]). If one of these
        /// fields was changed since, by another session, the answer is [`crate::error::ErrorKind::Stale`]. `None` does
        /// not ask.
        based_on: Option<i64>,
    },
    /// Into the bin; undo brings it back with all that belongs to it.
    Remove(Record),
    /// A new meeting with its bodies and its agenda, in one step. Answers the meeting.
    NewMeeting {
        /// The meeting's own values.
        values: Vec<FieldValue>,
        /// The bodies by name (new names grow the register) and side.
        parties: Vec<(String, Side)>,
        /// Agenda titles and planned minutes, in order.
        agenda: Vec<(String, Option<i64>)>,
    },
    /// A new meeting ([`Self::NewMeeting`]) that begins as another one, or a template, does: with the bodies, the presenters
    /// and those in charge that the form does not show. Answers the meeting.
    MeetingLike(Record, Box<Self>),
    /// A meeting is kept as a template under its title; one of that title gives way. Answers the template.
    KeepAsTemplate(MeetingId),
    /// A body's part in a meeting, by name; a new name grows the register.
    AddParty {
        /// The meeting.
        meeting: MeetingId,
        /// As typed.
        organisation: String,
        /// Host, co-host or invited.
        side: Side,
    },
    /// A person in the attendance; a new name (with post and body, if given) grows the registers.
    AddAttendee {
        /// The meeting.
        meeting: MeetingId,
        /// Who.
        attendee: Attendee,
        /// Present, invited…
        status: AttendanceStatus,
    },
    /// A line of the notes becomes an outcome: the block is split around it.
    Capture {
        /// The block the line stands in.
        block: BlockId,
        /// What it becomes.
        kind: OutcomeKind,
        /// The block's text before the line, the line, and what follows it.
        before: String,
        /// The outcome's text.
        text: String,
        /// What stays below, in a block of its own (made even when empty, so that typing can go on).
        after: String,
        /// What else the line says: who does it, by when.
        values: Vec<FieldValue>,
    },
    /// A line of the notes becomes a change in laws and by-laws, shown in the meeting and tied to the item: the block is
    /// split around it, as for an outcome.
    CaptureRegulation {
        /// The block the line stands in.
        block: BlockId,
        /// The block's text before the line.
        before: String,
        /// The line: what the regulation is called.
        title: String,
        /// What stays below, in a block of its own (made even when empty, so that typing can go on).
        after: String,
    },
    /// A line of the notes becomes a block of its own that is private or a quote: the block is split around it. Answers
    /// the line's block.
    SetApart {
        /// The block the line stands in.
        block: BlockId,
        /// What it becomes.
        kind: BlockKind,
        /// The block's text before the line.
        before: String,
        /// The line.
        text: String,
        /// What stays below, in a block of its own (made even when empty, so that typing can go on).
        after: String,
    },
    /// A record's line, a quote or a private note becomes plain notes again; the record goes to the bin.
    Release(BlockId),
    /// Moves a meeting through its life. Starting runs its clock, ending stops it and notes the times; each move stays in
    /// the meeting's progress.
    MoveMeeting {
        /// The meeting.
        meeting: MeetingId,
        /// Where to.
        to: MeetingStatus,
        /// Why; asked for where [`crate::domain::lifecycle::meeting_needs_reason`] says so.
        reason: String,
    },
    /// The next meeting of a series: on the day its rule says, with its title, host and those it invites. Answers the
    /// meeting.
    NextMeeting(SeriesId),
    /// A meeting's attendance in the order of protocol.
    OrderAttendance(MeetingId),
    /// The discussion of a running meeting moves to an item, whose clock runs from now on.
    Discuss {
        /// The meeting.
        meeting: MeetingId,
        /// Where to; nothing where no item is discussed any more.
        item: Option<AgendaItemId>,
        /// The item before has been discussed.
        is_done: bool,
    },
    /// The clocks of a meeting that is in progress stand still, or run again.
    Pause {
        /// The meeting.
        meeting: MeetingId,
        /// Do they stand still?
        is_paused: bool,
    },
    /// A line of attendance was signed, or was not after all.
    Sign {
        /// Whose line.
        line: AttendanceId,
        /// Was it?
        is_signed: bool,
    },
    /// Moves an outcome, a partnership or a regulation to another status (done sets the day and 100 %); what happened,
    /// with its reason, stays in the record's progress.
    Move {
        /// Which one.
        record: Record,
        /// Where to.
        to: OutcomeStatus,
        /// Why; asked for where [`crate::domain::lifecycle::needs_reason`] says so.
        reason: String,
    },
    /// How the work on a record goes on, in one step. Answers the update, which files may witness.
    Report {
        /// Of which record.
        record: Record,
        /// What was done; the reason where it moves to a status that asks for one.
        text: String,
        /// How much of it is done now; nothing leaves it as it is.
        percent: Option<i64>,
        /// What stands in the way; empty leaves it as it is.
        obstacles: String,
        /// Where to; nothing leaves it where it is.
        to: Option<OutcomeStatus>,
    },
    /// Out of the bin, with all that went into it at the same time.
    Restore(Record),
    /// Two records that are one: what pointed to the other points to the kept one, which takes over what it lacks; the
    /// other goes to the bin. The name of a body or of somebody stays as another name of the kept one.
    Merge {
        /// The one that stays.
        keep: Record,
        /// The one that goes.
        other: Record,
        /// What the kept one holds from now on where the two differ and the other is right.
        values: Vec<FieldValue>,
    },
    /// A person takes up another post; the one they held becomes a period of the past.
    ChangePost {
        /// Who.
        person: PersonId,
        /// The new post, body and level.
        values: Vec<FieldValue>,
        /// Its first day.
        since: Date,
    },
    /// A record comes onto the agenda of a meeting, tied to it both ways.
    PutOnAgenda {
        /// What is to be talked about.
        record: Record,
        /// Where.
        meeting: MeetingId,
    },
    /// An item is about a record, which is raised in the item's meeting. Answers the item.
    TieToItem {
        /// The item.
        item: AgendaItemId,
        /// What it is about.
        record: Record,
    },
    /// Records come onto the agenda of a meeting under one item. Answers the item.
    GatherOnAgenda {
        /// What is to be talked about.
        records: Vec<Record>,
        /// Where.
        meeting: MeetingId,
        /// What the item is called; it is made where the agenda has none that is called so.
        title: String,
    },
    /// The agenda of a meeting is the one with which those of its series start from now on. Answers the series.
    KeepAgenda(MeetingId),
    /// A file that was taken in. Those of one session, such as all that were let go at once, are one step of undo.
    Attach {
        /// What the document starts with.
        values: Vec<FieldValue>,
        /// The files that came together.
        session: EditSession,
    },
    /// Several edits as one step.
    Together(Vec<Self>),
    /// The minutes of a meeting that was held are handed on for review, or come back with a remark.
    ReviewMinutes {
        /// The meeting.
        meeting: MeetingId,
        /// In review, or returned.
        to: MinutesState,
        /// What is to be changed; who returns them has to say it.
        comment: String,
    },
    /// An edit that speaks of records no register knows yet: they are made first, and stand in its fields from then on.
    /// One step, called as the edit is.
    Naming {
        /// What is new.
        new: Vec<NewName>,
        /// What speaks of it.
        edit: Box<Self>,
    },
    /// The minutes get their number, what they say is kept, and the meeting can only be read.
    ApproveMinutes(MeetingId),
    /// Approved by mistake, before signing: back to draft. The number stays.
    ReopenMinutes {
        /// The meeting.
        meeting: MeetingId,
        /// Why.
        reason: String,
    },
    /// What adds to approved minutes goes a step further.
    Addendum {
        /// Which one.
        addendum: AddendumId,
        /// Where to.
        step: AddendumStep,
    },
    /// What was found in a pasted text and accepted. The same text makes nothing a second time. Answers the meeting.
    TakeIn(Box<TakenIn>),
    /// A list that comes in, with the bodies and people it names: all of it or nothing.
    Import {
        /// What is written.
        imported: Arc<Imported>,
        /// How far it is, and whether it is called off.
        watch: ImportWatch,
    },
    /// A setting of this store.
    Configure {
        /// Its key.
        key: String,
        /// Its value.
        value: String,
    },
    /// Takes the last step back; refused where that step approved minutes, which asks for a reason.
    Undo,
    /// Takes the last step back, and says why: approved minutes are a draft again.
    UndoWithReason(String),
    /// Takes the last undo back.
    Redo,
}

/// A record that is made for the field of another.
#[derive(Clone, Debug, PartialEq)]
pub struct NewName {
    /// The field it is to stand in.
    pub field: &'static str,
    /// What it is.
    pub entity: Entity,
    /// What it starts with.
    pub values: Vec<FieldValue>,
}

/// Who is added to an attendance.
#[derive(Clone, Debug, PartialEq)]
pub enum Attendee {
    /// Somebody of the directory.
    Known(PersonId),
    /// Somebody of the directory who comes with another post or from another body than the directory says; what is empty
    /// is as it says there.
    KnownAs {
        /// Who.
        person: PersonId,
        /// The post of the day.
        post: String,
        /// The body they come from; a new name grows the register.
        organisation: String,
    },
    /// A new person.
    New {
        /// The name as printed.
        name: String,
        /// The title before it.
        honorific: Option<Honorific>,
        /// The post, or nothing.
        post: String,
        /// The body, or nothing; a new name grows the register.
        organisation: String,
    },
    /// A group such as «جمعيات أهلية من المنطقة», with a count or without one.
    Group {
        /// As it is called.
        name: String,
        /// How many, when that is known.
        count: Option<i64>,
    },
}

/// One stretch of typing in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EditSession(pub u64);

/// Names a sent edit, to find its reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What the writer says about one edit.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Which edit.
    pub ticket: Ticket,
    /// What became of it.
    pub result: Result<Applied>,
}

/// A finished edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The record it made, or touched first.
    pub record: Option<Record>,
    /// For a capture: the block below the outcome, where typing goes on.
    pub continue_in: Option<BlockId>,
    /// The new version of the record, for the next `based_on`.
    pub version: i64,
    /// Which kinds of data it touched.
    pub changes: Changes,
    /// The key of the label of what was done or undone, such as `edit-add-attendee`.
    pub label_key: &'static str,
    /// How many records it was about, for the labels that say so.
    pub count: i64,
    /// How many records it made.
    pub made: usize,
    /// What went into the bin along with what was put there.
    pub along: Vec<Along>,
}

impl Edit {
    /// The key of its label, as in «تراجع عن: …». Undo and redo carry the label of the step they are about.
    pub fn label_key(&self) -> &'static str {
        match self {
            Self::Add { entity, .. } => labels(*entity).add,
            Self::Set { record, .. } => labels(record.entity).set,
            Self::Remove(record) => labels(record.entity).remove,
            Self::NewMeeting { .. } | Self::MeetingLike(..) => "edit-new-meeting",
            Self::KeepAsTemplate(_) => "edit-keep-template",
            Self::AddParty { .. } => "edit-add-party",
            Self::AddAttendee { .. } => "edit-add-attendee",
            Self::Capture { .. } | Self::CaptureRegulation { .. } => "edit-capture",
            Self::SetApart { kind, .. } => set_apart_label(*kind),
            Self::Release(_) => "edit-release",
            Self::MoveMeeting { to: MeetingStatus::InProgress, .. } => "edit-start-meeting",
            Self::MoveMeeting { .. } => "edit-move-meeting",
            Self::NextMeeting(_) => "edit-next-meeting",
            Self::OrderAttendance(_) => "edit-order-attendance",
            Self::Discuss { .. } => "edit-discuss",
            Self::Pause { .. } => "edit-pause",
            Self::Sign { .. } => "edit-sign",
            Self::Move { record, .. } if record.entity == Entity::Partnership => "edit-move-partnership",
            Self::Move { record, .. } if record.entity == Entity::Regulation => "edit-move-regulation",
            Self::Move { .. } => "edit-move-outcome",
            Self::Report { .. } => labels(Entity::Progress).add,
            Self::Restore(_) => "edit-restore",
            Self::Merge { keep, .. } if keep.entity == Entity::Person => "edit-merge-person",
            Self::Merge { keep, .. } if keep.entity == Entity::Organisation => "edit-merge-organisation",
            Self::Merge { keep, .. } if keep.entity == Entity::Entry => "edit-merge-entry",
            Self::Merge { .. } => "edit-merge",
            Self::ChangePost { .. } => "edit-change-post",
            Self::PutOnAgenda { .. } | Self::GatherOnAgenda { .. } => "edit-put-on-agenda",
            Self::TieToItem { .. } => "edit-tie-to-item",
            Self::KeepAgenda(_) => "edit-keep-agenda",
            Self::Together(edits) if edits.len() > 1 && edits.iter().all(|edit| matches!(edit, Self::Remove(_))) => {
                "edit-remove-several"
            }
            Self::Together(edits) if edits.len() > 1 && edits.iter().all(|edit| matches!(edit, Self::Move { .. })) => {
                "edit-move-several"
            }
            Self::Together(edits) if edits.len() > 1 && edits.iter().all(Self::is_of_one_field) => "edit-set-several",
            Self::Together(edits) => match edits.split_first() {
                // what a capture changes in the blocks around it belongs to it
                Some((Self::Capture { .. } | Self::CaptureRegulation { .. }, rest))
                    if rest.iter().all(Self::sets_block) =>
                {
                    "edit-capture"
                }
                // starting opens the item that is discussed
                Some(_) if Self::is_starting(edits) => "edit-start-meeting",
                Some((Self::SetApart { kind, .. }, rest)) if rest.iter().all(Self::sets_block) => {
                    set_apart_label(*kind)
                }
                Some((first, rest)) if rest.iter().all(|edit| edit.label_key() == first.label_key()) => {
                    first.label_key()
                }
                _ => "edit-together",
            },
            Self::Attach { .. } => labels(Entity::Document).add,
            Self::Naming { edit, .. } => edit.label_key(),
            Self::ApproveMinutes(_) => "edit-approve-minutes",
            Self::ReopenMinutes { .. } => "edit-reopen-minutes",
            Self::ReviewMinutes { to: MinutesState::Returned, .. } => "edit-return-minutes",
            Self::ReviewMinutes { .. } => "edit-review-minutes",
            Self::Addendum { step: AddendumStep::Approve, .. } => "edit-approve-addendum",
            Self::Addendum { step: AddendumStep::Reopen { .. }, .. } => "edit-reopen-addendum",
            Self::Addendum { .. } => "edit-review-addendum",
            Self::TakeIn(_) => "edit-take-in",
            Self::Import { .. } => IMPORT_LABEL,
            Self::Configure { .. } => "edit-configure",
            Self::Undo | Self::UndoWithReason(_) => "edit-undo",
            Self::Redo => "edit-redo",
        }
    }

    fn is_starting(edits: &[Self]) -> bool {
        let starts = |edit: &Self| matches!(edit, Self::MoveMeeting { to: MeetingStatus::InProgress, .. });
        let is_part = |edit: &Self| matches!(edit, Self::MoveMeeting { .. } | Self::Discuss { .. });
        edits.iter().any(starts) && edits.iter().all(is_part)
    }

    const fn sets_block(&self) -> bool {
        matches!(self, Self::Set { record: Record { entity: Entity::Block, .. }, .. })
    }
}

impl Edit {
    /// Does it give a record a value, or a tie, which is one to whoever looks at it?
    const fn is_of_one_field(&self) -> bool {
        matches!(self, Self::Set { .. } | Self::Add { entity: Entity::Link, .. })
    }

    /// How many records it is about: what its label counts.
    pub(super) fn count(&self) -> i64 {
        #[expect(clippy::wildcard_enum_match_arm, reason = "all others are about one")]
        match self {
            Self::Together(edits) => i64::try_from(edits.len()).unwrap_or(i64::MAX),
            Self::Naming { edit, .. } => edit.count(),
            Self::Import { imported, .. } => i64::try_from(imported.rows.len()).unwrap_or(i64::MAX),
            _ => 1,
        }
    }

    /// The same edit, with that record in that field wherever it gives the field a value.
    pub(super) fn with_link(self, field: &'static str, record: Record) -> Self {
        let put = |entity: Entity, values: &mut Vec<FieldValue>| {
            if let Some(declared) = entity.field(field) {
                values.retain(|(name, _)| *name != field);
                let is_any = declared.kind == FieldKind::Any;
                values.push((field, if is_any { record.into() } else { Value::Number(record.id) }));
            }
        };
        #[expect(clippy::wildcard_enum_match_arm, reason = "only what gives fields values speaks of new records")]
        match self {
            Self::Add { entity, mut values } => {
                put(entity, &mut values);
                Self::Add { entity, values }
            }
            Self::Set { record, mut values, session, based_on } => {
                put(record.entity, &mut values);
                Self::Set { record, values, session, based_on }
            }
            Self::NewMeeting { mut values, parties, agenda } => {
                put(Entity::Meeting, &mut values);
                Self::NewMeeting { values, parties, agenda }
            }
            Self::MeetingLike(source, meeting) => Self::MeetingLike(source, Box::new(meeting.with_link(field, record))),
            Self::ChangePost { person, mut values, since } => {
                put(Entity::Person, &mut values);
                Self::ChangePost { person, values, since }
            }
            Self::Together(edits) => {
                Self::Together(edits.into_iter().map(|edit| edit.with_link(field, record)).collect())
            }
            other => other,
        }
    }
}
