//! What can be asked: each query's output is ready to show, sorted.

use super::Changes;
use crate::calendar::{Date, Time};
use crate::domain::*;
use crate::error::Result;

/// A typed read.
pub trait Query: Clone + PartialEq + Send + 'static {
    /// What it answers.
    type Output: Send + 'static;
    /// Which changes make the answer old.
    const DEPENDS_ON: Changes;
    /// Runs on a reader. The reader hides its connection from other modules.
    ///
    /// # Errors
    /// What the database says.
    fn run(&self, reader: &()) -> Result<Self::Output>;
}

/// The meetings, newest first; those whose title, number, place or bodies hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingList { /// Words to find; empty lists all.
    pub containing: String }
/// A row of the meetings' list.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingRow { pub id: MeetingId, pub number: String, pub title: String, pub kind: MeetingKind, pub date: Option<Date>, pub start: Option<Time>, pub venue: String, pub status: MeetingStatus, pub approved: bool, pub host: String, pub attended: i64, pub attendance: i64, pub proposals: i64, pub follow_ups: i64, pub decisions: i64 }

/// Everything of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingPage { pub id: MeetingId }
/// One meeting, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingView {
    pub meeting: Meeting,
    pub parties: Vec<PartyView>,
    pub agenda: Vec<AgendaView>,
    pub attendance: Vec<AttendanceView>,
    pub outcomes: Vec<OutcomeRow>,
    /// What is still open from earlier meetings with the same host, oldest due first, at most 50.
    pub earlier: Vec<OutcomeRow>,
}
/// A meeting's own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting { pub id: MeetingId, pub version: i64, pub number: String, pub title: String, pub kind: MeetingKind, pub purpose: String, pub date: Option<Date>, pub start: Option<Time>, pub end: Option<Time>, pub mode: Option<MeetingMode>, pub venue: String, pub city: String, pub chair: Option<PersonRow>, pub secretary: Option<PersonRow>, pub status: MeetingStatus, pub confidentiality: Confidentiality, pub next_date: Option<Date>, pub other_business: String, pub minutes_number: String, pub approved_on: Option<Date>, pub running_since: Option<i64>, pub ran_seconds: i64 }
/// A body's part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyView { pub id: PartyId, pub organisation: OrganisationId, pub name: String, pub side: Side }
/// An agenda item with its notes.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaView { pub id: AgendaItemId, pub version: i64, pub position: String, pub title: String, pub presenter: Option<PersonRow>, pub planned_minutes: Option<i64>, pub state: AgendaState, pub blocks: Vec<BlockView> }
/// A block of notes: text, or a captured outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView { pub id: BlockId, pub version: i64, pub position: String, pub body: String, /// Index into [`MeetingView::outcomes`] by id.
    pub outcome: Option<OutcomeId> }
/// A line of attendance.
#[derive(Clone, Debug, PartialEq)]
pub struct AttendanceView { pub id: AttendanceId, pub version: i64, pub position: String, pub person: Option<PersonRow>, pub organisation: String, pub group_name: String, pub group_count: Option<i64>, pub status: AttendanceStatus, pub excuse: String }
/// An outcome wherever it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow { pub id: OutcomeId, pub version: i64, pub kind: OutcomeKind, pub number: String, pub text: String, pub details: String, pub person: Option<PersonId>, pub person_name: String, pub organisation: Option<OrganisationId>, pub organisation_name: String, pub area: String, pub due: Option<Date>, pub status: OutcomeStatus, pub priority: Option<Priority>, pub percent: i64, pub done_on: Option<Date>, pub meeting: Option<MeetingId>, pub meeting_number: String, pub meeting_title: String, /// Unix seconds.
    pub created_at: i64 }

/// The register of outcomes of some kinds: open first, by due day, then the newest; those that hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeList { pub kinds: Vec<OutcomeKind>, pub containing: String }
/// The people, by name; those that hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleList { pub containing: String }
/// A person wherever one is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRow { pub id: PersonId, pub version: i64, pub name: String, pub honorific: Option<Honorific>, pub post: String, pub organisation: Option<OrganisationId>, pub organisation_name: String, pub phone: String, pub email: String, pub notes: String, pub meetings: i64 }
/// The bodies, by name; those that hold the words.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationList { pub containing: String }
/// A body wherever one is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationRow { pub id: OrganisationId, pub version: i64, pub name: String, pub short_name: String, pub kind: OrganisationKind, pub city: String, pub licence: String, pub phone: String, pub email: String, pub notes: String, pub people: i64, pub meetings: i64 }
/// The counts beside the navigation.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts { pub today: Date }
/// The counts beside the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountsView { pub meetings: i64, pub follow_ups: i64, pub overdue: i64, pub proposals: i64, pub people: i64, pub organisations: i64 }
/// What Ctrl+Z and Ctrl+Y would do.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoState;
/// Label keys of the next undo and redo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UndoView { pub undo: Option<&'static str>, pub redo: Option<&'static str> }
/// All settings, by key.
#[derive(Clone, Debug, PartialEq)]
pub struct AllSettings;
/// Words anywhere, by the folding search.
#[derive(Clone, Debug, PartialEq)]
pub struct Search { pub text: String, pub limit: usize }
/// One find.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit { pub record: Record, pub kind_key: &'static str, pub number: String, pub title: String, pub snippet: String, /// Byte ranges in `snippet`.
    pub marks: Vec<std::ops::Range<usize>>, pub date: Option<Date>, /// The meeting to open, if it belongs to one.
    pub meeting: Option<MeetingId> }
/// The meeting with this number, or `None` for the last one held.
#[derive(Clone, Debug, PartialEq)]
pub struct FindMeeting { pub number: Option<String> }
