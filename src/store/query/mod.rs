//! What can be asked: each query's output is ready to show, sorted. One file a topic.

mod addenda;
mod bin;
mod documents;
mod figures;
mod filter;
mod find;
mod frozen;
mod history;
mod invited;
mod likely;
mod locked;
mod meeting;
mod meetings;
mod naming;
mod outcomes;
mod record;
mod records;
mod registers;
mod rows;
mod search;
mod shell;
mod standing;
pub(super) mod tally;
mod timeline;

pub use addenda::{AddendumOf, AddendumView, MinutesVersions, ReservationView, VersionRow};
pub use bin::{Bin, BinRow, Likeness, TwinRow, Twins};
pub use documents::{DocumentFile, DocumentRow, Documents, FileView};
pub use figures::{IS_CLOSED, field_or_figure, figures};
pub use find::FindMeeting;
pub use frozen::{FrozenMinutes, FrozenPicture, FrozenView};
pub use history::{ChangeRow, Changed, History};
pub use invited::{Invited, InvitedView};
pub use likely::{LikelyRow, LikelyTwins, NumberOwner};
pub use locked::Locked;
pub use meeting::{
    AgendaView, AttendanceView, BlockView, Meeting, MeetingPage, MeetingView, PartyView, Presence, RegulationView,
};
pub use meetings::{MeetingList, MeetingRow};
pub use naming::{Named, Names};
pub use outcomes::OutcomeRow;
pub use record::{Commitments, CommitmentsView, ProgressRow, RecordPage, RecordView, Side, Tie};
pub use records::{Cell, Condition, Group, RecordGroups, RecordList, RecordRow, RecordRows, Sort, Which};
pub use registers::{OrganisationList, OrganisationRow, PeopleList, PersonRow};
pub use search::{Hit, Search};
pub use shell::{AllSettings, Counts, CountsView, GivenLabels, UndoState, UndoView};
pub use standing::{AgreedRow, Standing, StandingView};
pub use timeline::{Event, Timeline};

use super::{Changes, Reader};
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
    fn run(&self, reader: &Reader<'_>) -> Result<Self::Output>;
}
