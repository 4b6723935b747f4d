//! Which statuses a record may have, which moves are allowed, and what is derived rather than stored.
//!
//! A life cycle is a table: for each status, where it may go. The first row is where a record starts. It follows the
//! practice of the field: what is closed can be opened again, what stops work says why, nothing jumps over its approval.

use super::{Entity, MeetingStatus, MinutesState, OutcomeKind, OutcomeStatus, Record};
use crate::calendar::Date;
use OutcomeStatus::{
    Active, Amended, Analysing, Approved, Archived, Assigned, Available, Cancelled, Closed, Completed, Consultation,
    Converted, Declined, Done, Drafted, Escalated, Expired, Idea, InForce, InProgress, InTreatment, Issued,
    LegalReview, Logged, NeedsInfo, Negotiating, NotStarted, Offered, OnHold, Ready, Renewed, Repealed, Resolved,
    Signed, Stalled, Submitted, Terminated, UnderStudy,
};

/// The statuses of a kind of record in the order of a board, and where each may go.
pub type Cycle = &'static [(OutcomeStatus, &'static [OutcomeStatus])];

const TASK: Cycle = &[
    (NotStarted, &[InProgress, Stalled, OnHold, Done, Cancelled]),
    (InProgress, &[Stalled, OnHold, Done, NotStarted, Cancelled]),
    (Stalled, &[InProgress, OnHold, Done, Cancelled]),
    (OnHold, &[InProgress, NotStarted, Stalled, Done, Cancelled]),
    (Done, &[InProgress]),
    (Cancelled, &[NotStarted]),
];

const PROPOSAL: Cycle = &[
    (Idea, &[Submitted, Declined]),
    (Submitted, &[UnderStudy, NeedsInfo, Approved, Declined, Idea]),
    (UnderStudy, &[NeedsInfo, Approved, Declined]),
    (NeedsInfo, &[UnderStudy, Declined]),
    (Approved, &[InProgress, OnHold, UnderStudy]),
    (InProgress, &[OnHold, Completed]),
    (OnHold, &[InProgress, Approved, Declined]),
    (Completed, &[Archived, InProgress]),
    (Declined, &[UnderStudy, Archived]),
    (Archived, &[]),
];

const CHALLENGE: Cycle = &[
    (Logged, &[Analysing, InTreatment, Escalated, Closed]),
    (Analysing, &[InTreatment, Escalated, Closed]),
    (InTreatment, &[Escalated, Resolved, Analysing]),
    (Escalated, &[InTreatment, Resolved]),
    (Resolved, &[Closed, InTreatment]),
    (Closed, &[Analysing]),
];

const OPPORTUNITY: Cycle = &[
    (Available, &[UnderStudy, Offered, Assigned, Converted, Expired]),
    (UnderStudy, &[Offered, Available, Expired]),
    (Offered, &[Assigned, Converted, Available, Expired]),
    (Assigned, &[Converted, Available, Expired]),
    (Converted, &[]),
    (Expired, &[Available]),
];

const REGULATION: Cycle = &[
    (Consultation, &[Issued, Repealed]),
    (Issued, &[InForce, Amended, Repealed]),
    (InForce, &[Amended, Repealed]),
    (Amended, &[Repealed]),
    (Repealed, &[]),
];

const PARTNERSHIP: Cycle = &[
    (Idea, &[Negotiating, Drafted, Cancelled]),
    (Negotiating, &[Drafted, OnHold, Cancelled]),
    (Drafted, &[LegalReview, Negotiating, Ready, Cancelled]),
    (LegalReview, &[Drafted, Ready, Cancelled]),
    (Ready, &[Signed, LegalReview, Cancelled]),
    (OnHold, &[Negotiating, Cancelled]),
    (Signed, &[Active, Terminated]),
    (Active, &[Renewed, Expired, Terminated]),
    (Renewed, &[Expired, Terminated, Renewed]),
    (Expired, &[Renewed]),
    (Terminated, &[]),
    (Cancelled, &[Idea]),
];

/// The life cycle of a kind of outcome.
pub const fn cycle(kind: OutcomeKind) -> Cycle {
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative => PROPOSAL,
        OutcomeKind::FollowUp | OutcomeKind::Decision | OutcomeKind::Recommendation | OutcomeKind::Obligation => TASK,
        OutcomeKind::Challenge => CHALLENGE,
        OutcomeKind::Opportunity => OPPORTUNITY,
    }
}

/// The life cycle of an entity's records, of a kind where kinds differ; nothing for what has none of these statuses.
pub fn cycle_of(entity: Entity, kind: Option<OutcomeKind>) -> Option<Cycle> {
    match entity {
        Entity::Outcome => kind.map(cycle),
        Entity::Regulation => Some(REGULATION),
        Entity::Partnership => Some(PARTNERSHIP),
        Entity::Entry
        | Entity::Organisation
        | Entity::Alias
        | Entity::Person
        | Entity::Post
        | Entity::Series
        | Entity::Meeting
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => None,
    }
}

/// The statuses of a cycle, in the order of a pick list and of a board.
pub fn statuses_of(cycle: Cycle) -> impl Iterator<Item = OutcomeStatus> {
    cycle.iter().map(|(status, _)| *status)
}

/// The statuses a kind of outcome uses.
pub fn statuses(kind: OutcomeKind) -> Vec<OutcomeStatus> {
    statuses_of(cycle(kind)).collect()
}

/// Where a record may go from a status; nowhere from one that is not of the cycle.
pub fn moves(cycle: Cycle, from: OutcomeStatus) -> &'static [OutcomeStatus] {
    cycle.iter().find(|(status, _)| *status == from).map_or(&[], |(_, to)| to)
}

/// May a record move so?
pub fn may_move(cycle: Cycle, from: OutcomeStatus, to: OutcomeStatus) -> bool {
    moves(cycle, from).contains(&to)
}

/// Has a move to give its reason? What stops work has.
pub fn needs_reason(from: OutcomeStatus, to: OutcomeStatus) -> bool {
    from != to && matches!(to, Stalled | OnHold | Cancelled | Declined | Escalated | Terminated | Repealed)
}

/// The way of a kind of outcome when nothing holds it up, in order: the stages a board always shows.
pub const fn way(kind: OutcomeKind) -> &'static [OutcomeStatus] {
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative => &[Submitted, UnderStudy, Approved, InProgress, Completed],
        OutcomeKind::FollowUp | OutcomeKind::Decision | OutcomeKind::Recommendation | OutcomeKind::Obligation => {
            &[NotStarted, InProgress, Done]
        }
        OutcomeKind::Challenge => &[Logged, Analysing, InTreatment, Resolved, Closed],
        OutcomeKind::Opportunity => &[Available, Offered, Assigned, Converted],
    }
}

/// The way of an entity's records, as [`way`] is that of an outcome.
pub fn way_of(entity: Entity, kind: Option<OutcomeKind>) -> &'static [OutcomeStatus] {
    if entity == Entity::Partnership {
        return &[Idea, Negotiating, Drafted, LegalReview, Ready, Signed, Active];
    }
    if entity == Entity::Regulation {
        return &[Issued, InForce];
    }
    kind.filter(|_| entity == Entity::Outcome).map_or(&[], way)
}

/// Where a record starts of which nobody said where it stands: at the first stage of its way. What comes before that, such
/// as an idea that nobody has submitted, has to be said.
pub fn start_of(entity: Entity, kind: Option<OutcomeKind>) -> Option<OutcomeStatus> {
    way_of(entity, kind).first().copied()
}

/// Is there nothing left to do?
pub const fn is_closed(status: OutcomeStatus) -> bool {
    match status {
        Done | Cancelled | Completed | Declined | Archived | Resolved | Closed | Converted | Expired | Repealed
        | Amended | Terminated => true,
        NotStarted | InProgress | Stalled | OnHold | Idea | Submitted | UnderStudy | NeedsInfo | Approved | Logged
        | Analysing | InTreatment | Escalated | Available | Offered | Assigned | Consultation | Issued | InForce
        | Negotiating | Drafted | LegalReview | Ready | Signed | Active | Renewed => false,
    }
}

/// Is the work done as it was meant to be?
pub const fn is_done(status: OutcomeStatus) -> bool {
    matches!(status, Done | Completed | Resolved)
}

/// Is it past its day and still open? Counted on the Gregorian calendar, as official deadlines are.
pub fn is_overdue(status: OutcomeStatus, due: Option<Date>, today: Date) -> bool {
    !is_closed(status) && due.is_some_and(|due| due < today)
}

/// What may still change of an outcome whose minutes are approved: how the work on it goes and whether it may be told
/// outside, not what was agreed.
pub const TRACKED: &[&str] = &[
    "status",
    "percent",
    "done_on",
    "details",
    "obstacles",
    "support_needed",
    "treatment",
    "escalated_to",
    "resolution",
    "carried",
    MAY_BE_PUBLISHED,
];

/// Whether something may be told outside. It is no part of the minutes.
pub const MAY_BE_PUBLISHED: &str = "may_be_published";

/// So many days before its end a licence or an agreement is said to be running out.
pub const EXPIRING_DAYS: i64 = 90;

/// How something that ends by a day stands: derived, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// No end is known.
    Open,
    /// It runs.
    Running,
    /// It ends within [`EXPIRING_DAYS`], or today.
    Expiring,
    /// Its day is past.
    Ended,
}

/// How a licence, a board's term or an agreement stands today.
pub fn term(ends_on: Option<Date>, today: Date) -> Term {
    let Some(end) = ends_on else { return Term::Open };
    if end < today {
        return Term::Ended;
    }
    match today.add_days(EXPIRING_DAYS) {
        Ok(limit) if end > limit => Term::Running,
        Ok(_) | Err(_) => Term::Expiring,
    }
}

/// Where a meeting may go from a status, in the order of a menu.
pub const fn meeting_moves(from: MeetingStatus) -> &'static [MeetingStatus] {
    use MeetingStatus::{Cancelled, Draft, Held, InProgress, Invited, Postponed, Scheduled};
    match from {
        // What took place before anybody opened the program is written down afterwards, without a clock.
        Draft => &[Scheduled, InProgress, Held, Cancelled],
        Scheduled => &[Invited, InProgress, Held, Draft, Postponed, Cancelled],
        Invited => &[InProgress, Held, Postponed, Cancelled],
        InProgress => &[Held],
        // A meeting closed by mistake goes on where it stopped.
        Held => &[InProgress],
        Postponed => &[Scheduled, Cancelled],
        Cancelled => &[Draft],
    }
}

/// May a meeting move from one status to another?
pub fn meeting_may_move(from: MeetingStatus, to: MeetingStatus) -> bool {
    meeting_moves(from).contains(&to)
}

/// Has such a meeting taken place, or is it taking place? Only then is anything told as what happened there.
pub const fn took_place(status: MeetingStatus) -> bool {
    match status {
        MeetingStatus::InProgress | MeetingStatus::Held => true,
        MeetingStatus::Draft
        | MeetingStatus::Scheduled
        | MeetingStatus::Invited
        | MeetingStatus::Postponed
        | MeetingStatus::Cancelled => false,
    }
}

/// May such a meeting have been held without anybody having told the program? Its day has come, as far as one is known, and
/// it was neither put off nor called off.
pub fn may_have_been_held(status: MeetingStatus, day: Option<Date>, today: Date) -> bool {
    match status {
        MeetingStatus::Draft | MeetingStatus::Scheduled | MeetingStatus::Invited => day.is_none_or(|day| day <= today),
        MeetingStatus::InProgress | MeetingStatus::Held | MeetingStatus::Postponed | MeetingStatus::Cancelled => false,
    }
}

/// May minutes move this way on their way to approval? Approving, opening again and signing have rules of their own.
pub const fn minutes_may_move(from: MinutesState, to: MinutesState) -> bool {
    use MinutesState::{Draft, InReview, Returned};
    matches!((from, to), (Draft | Returned, InReview) | (InReview, Returned))
}

/// Has the move of a meeting to give its reason? What those who were invited will ask has.
pub const fn meeting_needs_reason(to: MeetingStatus) -> bool {
    matches!(to, MeetingStatus::Postponed | MeetingStatus::Cancelled)
}

/// What a meeting must have before it moves: a status's own needs, each by the key of its label.
pub const fn meeting_needs(to: MeetingStatus) -> &'static [MeetingNeed] {
    match to {
        MeetingStatus::Scheduled | MeetingStatus::Invited => &[MeetingNeed::Date, MeetingNeed::Host],
        MeetingStatus::Held => &[MeetingNeed::Attendance],
        MeetingStatus::Draft | MeetingStatus::InProgress | MeetingStatus::Postponed | MeetingStatus::Cancelled => &[],
    }
}

/// Something a meeting must have before it moves on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingNeed {
    /// Its day.
    Date,
    /// The body that invites.
    Host,
    /// A line of attendance.
    Attendance,
}

impl MeetingNeed {
    /// The key of what it is called.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Date => "field-meeting-date",
            Self::Host => "side-host",
            Self::Attendance => "attendance-title",
        }
    }
}

/// Which ties make sense between two records, in the order of a pick list: what may be said from the first to the second.
pub fn links(source: Record, target: Record) -> Vec<super::LinkKind> {
    use super::LinkKind::{Addresses, Documents, Invites, LedTo, RaisedIn, Related, Replaces, Serves, ShownIn, Tagged};
    let kinds: &[super::LinkKind] = match (source.entity, target.entity) {
        (_, Entity::Entry) => &[Serves, Tagged],
        (Entity::Regulation, Entity::Meeting) => &[ShownIn, RaisedIn, Related],
        (Entity::Outcome | Entity::Partnership, Entity::Meeting) => &[RaisedIn, Related],
        (Entity::Outcome, Entity::Outcome) => &[Addresses, LedTo, Replaces, Related],
        (Entity::Regulation, Entity::Regulation) | (Entity::Partnership, Entity::Partnership) => &[Replaces, Related],
        (Entity::Partnership, Entity::Outcome) => &[Documents, Addresses, Related],
        (Entity::Outcome, Entity::Partnership) => &[LedTo, Related],
        (Entity::Series, Entity::Person | Entity::Organisation) => &[Invites, Related],
        (Entity::Meeting, _) => &[LedTo, Documents, Related],
        _ => &[Related],
    };
    kinds.to_vec()
}

/// Folded words of a draft that people are asked about, and of what holds already.
const ASKED_ABOUT: &str = "استطلاع للاستطلاع الاستطلاع مسوده مشروع consultation draft";
const HOLDING: &str = "ساري ساريه سريان السريان نافذ نافذه النفاذ نفاذ effective";

/// Where a law or by-law stands that a meeting heard of: its line says so, else it was issued.
pub fn of_captured_regulation(line: &str) -> OutcomeStatus {
    let folded = crate::arabic::fold(line);
    let says = |words: &str| {
        let is_one = |word: &str| words.split_whitespace().any(|one| one == word);
        folded.split(|letter: char| !letter.is_alphanumeric()).any(is_one)
    };
    match (says(ASKED_ABOUT), says(HOLDING)) {
        (true, _) => Consultation,
        (false, true) => InForce,
        (false, false) => Issued,
    }
}

#[cfg(test)]
mod tests;
