//! Local row ids, one type an entity, so that a meeting's id never opens a person.

use super::{Entity, Record};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident => $entity:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);

        impl $name {
            /// The record this id names.
            pub const fn record(self) -> Record {
                Record { entity: Entity::$entity, id: self.0 }
            }
        }
    )+};
}

id! {
    /// A meeting.
    MeetingId => Meeting,
    /// An item of a meeting's agenda.
    AgendaItemId => AgendaItem,
    /// A person, a group or an unnamed delegation in a meeting's attendance.
    AttendanceId => Attendance,
    /// A body's part in a meeting: host, co-host or invited.
    PartyId => Party,
    /// A block of notes under an agenda item.
    BlockId => Block,
    /// What came out of a meeting: proposal, decision, follow-up and the like.
    OutcomeId => Outcome,
    /// A person of the directory.
    PersonId => Person,
    /// A body of the directory.
    OrganisationId => Organisation,
    /// An entry of an editable list.
    EntryId => Entry,
    /// Another name of a body.
    AliasId => Alias,
    /// A post that somebody holds or held.
    PostId => Post,
    /// A series of meetings.
    SeriesId => Series,
    /// A partnership.
    PartnershipId => Partnership,
    /// News of a regulation.
    RegulationId => Regulation,
    /// A step of the work on a record.
    ProgressId => Progress,
    /// A tie between two records.
    LinkId => Link,
    /// A file kept with a record.
    DocumentId => Document,
    /// Somebody's reservation on a decision.
    ReservationId => Reservation,
    /// What adds to approved minutes, or corrects them.
    AddendumId => Addendum,
}
