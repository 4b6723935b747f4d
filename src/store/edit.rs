//! What can change: a closed list, each a change that a person would name, undo and find in the history.

use crate::domain::*;
use crate::error::Result;

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
        /// The version the person was looking at ([`query::BlockView::version`]); another one in the store answers
        /// [`crate::error::ErrorKind::Stale`]. `None` does not ask.
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
    },
    /// An outcome's line becomes plain notes again; the outcome goes to the bin.
    Release(BlockId),
    /// Moves a meeting through its life. Starting runs its clock, ending stops it and notes the times.
    MoveMeeting {
        /// The meeting.
        meeting: MeetingId,
        /// Where to.
        to: MeetingStatus,
    },
    /// Moves an outcome to another status (done sets the day and 100 %).
    MoveOutcome {
        /// The outcome.
        outcome: OutcomeId,
        /// Where to.
        to: OutcomeStatus,
    },
    /// The minutes get their number and the meeting can only be read.
    ApproveMinutes(MeetingId),
    /// Approved by mistake, before signing: back to draft. The number stays.
    ReopenMinutes(MeetingId),
    /// A setting of this store.
    Configure {
        /// Its key.
        key: String,
        /// Its value.
        value: String,
    },
    /// Takes the last step back.
    Undo,
    /// Takes the last undo back.
    Redo,
}

/// Who is added to an attendance.
#[derive(Clone, Debug, PartialEq)]
pub enum Attendee {
    /// Somebody of the directory.
    Known(PersonId),
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
    /// A group such as «عدد من الجمعيات الأهلية», with a count or without one.
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
}

/// A set of entities whose data changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes(u32);

impl Changes {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(u32::MAX);

    /// These entities.
    pub const fn of(entities: &[Entity]) -> Self {
        let mut bits = 0;
        let mut rest = entities;
        while let [first, tail @ ..] = rest {
            bits |= 1 << (*first as u32);
            rest = tail;
        }
        Self(bits)
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Do the sets share an entity?
    pub const fn touches(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
