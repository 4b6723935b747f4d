//! What can be asked: each query's output is ready to show, sorted. One file a topic.

mod addenda;
pub(super) mod before;
mod bin;
mod dealings;
mod documents;
pub(super) mod figures;
mod filter;
mod find;
mod frozen;
mod goals;
pub(super) mod history;
pub(super) mod hits;
mod invited;
mod item_links;
mod known;
mod known_records;
mod likely;
mod locked;
mod meeting;
mod meetings;
mod mentionable;
mod named_in;
mod named_in_full;
mod naming;
mod offered;
mod outcomes;
mod owner;
mod period;
mod preparing;
mod publishable;
mod record;
mod records;
mod registers;
mod rows;
mod search;
mod shell;
mod standing;
pub(super) mod tally;
mod templates;
mod timeline;
mod titles;
mod told;
mod words;

pub use addenda::{AddendumOf, AddendumView, MinutesVersions, ReservationView, VersionRow};
pub use bin::{Bin, BinRow, Likeness, TwinRow, Twins};
pub use dealings::{Dealings, DealingsView, Told};
pub use documents::{DocumentFile, DocumentRow, Documents, FileView};
pub use figures::{
    DAYS_LATE, HAS_DAY, IS_CLOSED, MEETING_HOST, MEETING_SERIES, RESULTS, STANDING, field_or_figure, figures,
};
pub use find::{FindMeeting, FoundMeeting, MeetingNamed};
pub use frozen::{FrozenMinutes, FrozenPicture, FrozenView};
pub use goals::GoalOf;
pub use history::{Became, ChangeRow, Changed, History};
pub use invited::{Invited, InvitedView};
pub use item_links::ItemLink;
pub use known::{KnownNames, KnownNamesView, MeetingLike, MeetingLikeView, MeetingOfText, NamedBody};
pub use known_records::KnownOf;
pub use likely::{LikelyRow, LikelyTwins, NumberOwner};
pub use locked::Locked;
pub use meeting::{
    AgendaView, AttendanceView, BlockView, Meeting, MeetingPage, MeetingView, PartyView, RegulationView,
};
pub use meetings::{MeetingList, MeetingRow, MeetingRows};
pub use mentionable::Mentionable;
pub use named_in::NamedIn;
pub use named_in_full::NamedInFull;
pub use naming::{Named, Names};
pub use offered::{Because, Offered, OfferedRow, OfferedRows};
pub use outcomes::OutcomeRow;
pub use period::{PartnershipRow, PeriodOf, PeriodView};
pub use preparing::{InvitedBodies, InvitedBodiesView, InvitedBody, OpenAgreement, OpenFile, OpenFiles};
pub use publishable::{MayBeTold, Publishable};
pub use record::{Commitments, CommitmentsView, ProgressRow, RecordPage, RecordView, Side, Tie};
pub use records::{
    Cell, Condition, Group, Groups, Reach, RecordGroups, RecordList, RecordRow, RecordRows, Sort, Which,
};
pub use registers::{OrganisationList, OrganisationRow, PeopleList, PersonRow};
pub use search::{Hit, Search, Searched, SearchedRecords};
pub use shell::{AllSettings, Counts, CountsView, GivenLabels, UndoState, UndoView};
pub use standing::{AgreedRow, Standing, StandingView};
pub use templates::{Beginning, BeginningView, Templates};
pub use timeline::{Event, Timeline};
pub use titles::PersonTitles;

use super::search::order;
use super::{Changes, Reader};
use crate::domain::Entity;
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

/// Does the store keep the order of the titles of an entity, so that whatever leads to them comes in that order?
pub const fn keeps_order(entity: Entity) -> bool {
    order::is_kept(entity)
}
