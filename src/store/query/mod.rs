//! What can be asked: each query's output is ready to show, sorted. One file a topic.

mod filter;
mod find;
mod meeting;
mod meetings;
mod outcomes;
mod registers;
mod rows;
mod search;
mod shell;

pub use find::FindMeeting;
pub use meeting::{AgendaView, AttendanceView, BlockView, Meeting, MeetingPage, MeetingView, PartyView};
pub use meetings::{MeetingList, MeetingRow};
pub use outcomes::{OutcomeList, OutcomeRow};
pub use registers::{OrganisationList, OrganisationRow, PeopleList, PersonRow};
pub use search::{Hit, Search};
pub use shell::{AllSettings, Counts, CountsView, UndoState, UndoView};

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
