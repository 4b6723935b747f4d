//! What the reports are built from: plain values, each of which may be unknown.

use crate::calendar::{Date, Time};
use crate::documents::Letterhead;
use crate::documents::minutes::{Outcome, Person};
use crate::documents::sheet::{SheetKind, SheetValue};
use crate::domain::{AliasKind, MeetingStatus, OutcomeKind, OutcomeStatus, Side};

/// What every report has at its head.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportHead {
    /// Who issues it.
    pub letterhead: Letterhead,
    /// The day on which it is written.
    pub today: Date,
}

/// A declared field of a record, and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownField {
    /// Which field; its label follows from it.
    pub name: &'static str,
    /// What it may hold.
    pub kind: SheetKind,
    /// What it holds, in the words of the paper.
    pub value: SheetValue,
}

/// Rows of a table, and how many more there are than are told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What is told.
    pub rows: Vec<Outcome>,
    /// How many more there are.
    pub left: usize,
}

/// A body as its profile tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileFacts {
    /// Its head.
    pub head: ReportHead,
    /// The body's name.
    pub name: String,
    /// It is licensed by the centre for the non-profit sector: then what nobody knows of its licence is said.
    pub is_licensed: bool,
    /// Its fields, in the order of its form.
    pub fields: Vec<KnownField>,
    /// Its other and former names.
    pub names: Vec<OtherName>,
    /// Who is of it and who was, those that are now first.
    pub people: Vec<Holder>,
    /// The units below it.
    pub units: Vec<String>,
    /// What it owes.
    pub theirs: Told,
    /// What others owe to it.
    pub ours: Told,
    /// What was agreed with it.
    pub partnerships: Vec<Agreed>,
    /// The meetings it took part in, the newest first.
    pub meetings: Vec<Met>,
    /// How many more there are than are told.
    pub meetings_left: usize,
    /// What it proposed.
    pub proposals: Told,
    /// What stands in its way, and what it could do.
    pub challenges: Told,
    /// The files kept with it.
    pub documents: Vec<KeptFile>,
}

/// A name that a body goes by or went by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherName {
    /// The name.
    pub name: String,
    /// Of what sort.
    pub kind: Option<AliasKind>,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
}

/// Somebody of a body, with their post and its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holder {
    /// Who.
    pub person: Person,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// They hold it now.
    pub is_present: bool,
    /// Their number.
    pub phone: String,
    /// Where to write.
    pub email: String,
}

/// An agreement with a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreed {
    /// What it is called.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: Option<OutcomeStatus>,
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub until: Option<Date>,
}

/// A meeting in a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Met {
    /// What it was called.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Its day.
    pub date: Option<Date>,
    /// When it began.
    pub start: Option<Time>,
    /// Where it stands.
    pub status: Option<MeetingStatus>,
    /// Its minutes are approved.
    pub is_approved: bool,
    /// How many were there.
    pub attended: i64,
    /// How many are on its list.
    pub listed: i64,
    /// What came out of it: proposals, decisions and recommendations, follow-ups.
    pub results: [i64; 3],
}

/// A kept file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptFile {
    /// What it is called.
    pub name: String,
    /// The key of what it is; nothing where nobody said.
    pub kind_key: Option<&'static str>,
    /// Its day.
    pub day: Option<Date>,
}

/// A partnership as its record tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnershipFacts {
    /// Its head.
    pub head: ReportHead,
    /// What it is called.
    pub title: String,
    /// Its number.
    pub number: String,
    /// «مذكرة تفاهم»; empty: nobody said.
    pub agreement: String,
    /// Where it stands.
    pub status: Option<OutcomeStatus>,
    /// What it is for.
    pub purpose: String,
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub until: Option<Date>,
    /// It goes on by itself, if that is known.
    pub renews_itself: Option<bool>,
    /// So many days before its end one has to say that it ends.
    pub notice_days: Option<i64>,
    /// Its other fields, in the order of its form.
    pub fields: Vec<KnownField>,
    /// Those who agreed, the first party first.
    pub parties: Vec<Agreeing>,
    /// What is owed under it, by whichever side.
    pub obligations: Vec<Outcome>,
    /// Who looks after it.
    pub team: Vec<Holder>,
    /// The goals of the Vision that it serves.
    pub goals: Vec<String>,
    /// What was done for it, the newest first.
    pub progress: Vec<Progressed>,
    /// The files kept with it.
    pub documents: Vec<KeptFile>,
}

/// A party to an agreement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreeing {
    /// The body, or the group.
    pub name: String,
    /// Its part.
    pub side: Option<Side>,
    /// Who signs for it, with the post of that day.
    pub signatory: Option<Person>,
    /// Where it is.
    pub address: String,
}

/// A step of the work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progressed {
    /// When.
    pub day: Option<Date>,
    /// What was done.
    pub text: String,
    /// Who did it.
    pub person: String,
    /// The key of where it stands since.
    pub status_key: Option<String>,
}

/// What was done in a time.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodFacts {
    /// Its head.
    pub head: ReportHead,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Only what has to do with that body; empty: everything.
    pub body: String,
    /// The meetings of that time, in order of days; those that were called off are told too.
    pub meetings: Vec<Met>,
    /// How many were held on a day that nobody recorded.
    pub undated: i64,
    /// How many bodies took part in those that were held.
    pub bodies: i64,
    /// What came out of them.
    pub outcomes: Vec<Outcome>,
    /// What was finished in that time, whenever it was raised.
    pub done: Told,
    /// What is past its day and open on the day of the report, whenever it was raised.
    pub overdue: Told,
    /// The partnerships that began, ended or held in that time.
    pub partnerships: Vec<Agreed>,
    /// What was shown of laws and by-laws: title, number, from when it holds.
    pub regulations: Vec<ShownRegulation>,
}

/// News of a law or by-law that a meeting was shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownRegulation {
    /// What it is called.
    pub title: String,
    /// «قرار وزاري».
    pub instrument: String,
    /// From when it holds.
    pub effective_on: Option<Date>,
    /// Where it was shown.
    pub meeting_number: String,
}

/// The goals of the Vision, and what serves each.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalsFacts {
    /// Its head.
    pub head: ReportHead,
    /// In the order of the list.
    pub goals: Vec<GoalServed>,
}

/// A goal and what serves it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoalServed {
    /// «جودة الحياة».
    pub name: String,
    /// The goal it is a part of; empty: none.
    pub parent: String,
    /// What serves it.
    pub records: Vec<Serving>,
}

/// A record that serves a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Serving {
    /// Of what sort it is.
    pub sort: ServingSort,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// The key of where it stands.
    pub status_key: Option<&'static str>,
}

/// What may serve a goal, in the order of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServingSort {
    /// A meeting.
    Meeting,
    /// What came out of one.
    Outcome(OutcomeKind),
    /// A partnership.
    Partnership,
    /// News of a law or by-law.
    Regulation,
    /// A body.
    Organisation,
    /// Anything else.
    Other,
}

impl ServingSort {
    /// Of what came out of a meeting, its kind.
    pub const fn outcome(self) -> Option<OutcomeKind> {
        match self {
            Self::Outcome(kind) => Some(kind),
            Self::Meeting | Self::Partnership | Self::Regulation | Self::Organisation | Self::Other => None,
        }
    }

    /// All of them, in the order of the matrix.
    pub const ALL: [Self; 13] = [
        Self::Meeting,
        Self::Outcome(OutcomeKind::Initiative),
        Self::Outcome(OutcomeKind::Proposal),
        Self::Outcome(OutcomeKind::Decision),
        Self::Outcome(OutcomeKind::Recommendation),
        Self::Outcome(OutcomeKind::FollowUp),
        Self::Outcome(OutcomeKind::Obligation),
        Self::Outcome(OutcomeKind::Challenge),
        Self::Outcome(OutcomeKind::Opportunity),
        Self::Partnership,
        Self::Regulation,
        Self::Organisation,
        Self::Other,
    ];

    /// The key of its column: «الاجتماعات».
    pub const fn column_key(self) -> &'static str {
        match self {
            Self::Meeting => "goals-column-meetings",
            Self::Outcome(OutcomeKind::Initiative) => "goals-column-initiatives",
            Self::Outcome(OutcomeKind::Proposal) => "goals-column-proposals",
            Self::Outcome(OutcomeKind::Decision) => "goals-column-decisions",
            Self::Outcome(OutcomeKind::Recommendation) => "goals-column-recommendations",
            Self::Outcome(OutcomeKind::FollowUp) => "goals-column-follow-ups",
            Self::Outcome(OutcomeKind::Obligation) => "goals-column-obligations",
            Self::Outcome(OutcomeKind::Challenge) => "goals-column-challenges",
            Self::Outcome(OutcomeKind::Opportunity) => "goals-column-opportunities",
            Self::Partnership => "goals-column-partnerships",
            Self::Regulation => "goals-column-regulations",
            Self::Organisation => "goals-column-organisations",
            Self::Other => "goals-column-other",
        }
    }

    /// The key of what one of them is.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Meeting => "entity-meeting",
            Self::Outcome(kind) => kind.label_key(),
            Self::Partnership => "entity-partnership",
            Self::Regulation => "entity-regulation",
            Self::Organisation => "entity-organisation",
            Self::Other => "goals-other",
        }
    }
}
