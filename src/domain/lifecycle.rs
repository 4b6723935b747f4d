//! Which statuses a record may have, which moves are allowed, and what is derived rather than stored.

use super::{MeetingStatus, OutcomeKind, OutcomeStatus};
use crate::calendar::Date;

/// The statuses a kind of outcome uses, in the order of a pick list; the first is where it starts.
pub const fn statuses(kind: OutcomeKind) -> &'static [OutcomeStatus] {
    use OutcomeStatus::{
        Approved, Archived, Cancelled, Completed, Declined, Done, Idea, InProgress, NeedsInfo, NotStarted, OnHold,
        Stalled, Submitted, UnderStudy,
    };
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative => {
            &[Submitted, Idea, UnderStudy, NeedsInfo, Approved, InProgress, OnHold, Completed, Declined, Archived]
        }
        OutcomeKind::FollowUp
        | OutcomeKind::Decision
        | OutcomeKind::Recommendation
        | OutcomeKind::Challenge
        | OutcomeKind::Opportunity => &[NotStarted, InProgress, Stalled, OnHold, Done, Cancelled],
    }
}

/// The way of a kind of outcome when nothing holds it up, in order: the stages a board always shows.
pub const fn way(kind: OutcomeKind) -> &'static [OutcomeStatus] {
    use OutcomeStatus::{Approved, Completed, Done, InProgress, NotStarted, Submitted, UnderStudy};
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative => &[Submitted, UnderStudy, Approved, InProgress, Completed],
        OutcomeKind::FollowUp
        | OutcomeKind::Decision
        | OutcomeKind::Recommendation
        | OutcomeKind::Challenge
        | OutcomeKind::Opportunity => &[NotStarted, InProgress, Done],
    }
}

/// Is there nothing left to do?
pub const fn is_closed(status: OutcomeStatus) -> bool {
    use OutcomeStatus::{
        Approved, Archived, Cancelled, Completed, Declined, Done, Idea, InProgress, NeedsInfo, NotStarted, OnHold,
        Stalled, Submitted, UnderStudy,
    };
    match status {
        Done | Cancelled | Completed | Declined | Archived => true,
        NotStarted | InProgress | Stalled | OnHold | Idea | Submitted | UnderStudy | NeedsInfo | Approved => false,
    }
}

/// Is it past its day and still open? Counted on the Gregorian calendar, as official deadlines are.
pub fn is_overdue(status: OutcomeStatus, due: Option<Date>, today: Date) -> bool {
    !is_closed(status) && due.is_some_and(|due| due < today)
}

/// May a meeting move from one status to another?
pub const fn meeting_may_move(from: MeetingStatus, to: MeetingStatus) -> bool {
    use MeetingStatus::{Cancelled, Draft, Held, InProgress, Invited, Postponed, Scheduled};
    match from {
        Draft => matches!(to, Scheduled | InProgress | Cancelled),
        Scheduled => matches!(to, Draft | Invited | InProgress | Postponed | Cancelled),
        Invited => matches!(to, InProgress | Postponed | Cancelled),
        InProgress => matches!(to, Held),
        // A meeting closed by mistake goes on where it stopped.
        Held => matches!(to, InProgress),
        Postponed => matches!(to, Scheduled | Cancelled),
        Cancelled => matches!(to, Draft),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_of_a_kind_begins_where_it_starts_and_goes_through_its_statuses_in_order() {
        for &kind in OutcomeKind::ALL {
            let places: Vec<usize> = way(kind)
                .iter()
                .map(|stage| statuses(kind).iter().position(|status| status == stage).expect("a status of the kind"))
                .collect();
            assert_eq!(places.first(), Some(&0), "{kind:?}");
            assert!(places.is_sorted(), "{kind:?}: {places:?}");
            assert!(way(kind).last().is_some_and(|last| is_closed(*last)), "{kind:?}");
        }
    }
}
