//! What the minutes are built from: plain values, each of which may be unknown.
//!
//! Apart from the store's rows so that documents never see it; whoever has the rows copies them into these.

use crate::calendar::{Date, Time};
use crate::documents::Occasion;
use crate::domain::{
    AgendaState, AttendanceStatus, Further, Gender, Honorific, MeetingStatus, MinutesLayout, OutcomeKind,
    OutcomeStatus, Priority, Role, Side,
};

/// A meeting as its minutes tell it. Empty texts and `None` are unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// What every paper says of the meeting.
    pub occasion: Occasion,
    /// The minutes' own number, given at approval.
    pub minutes_number: String,
    /// The day of approval; until then the minutes are a draft.
    pub approved_on: Option<Date>,
    /// Where the meeting stands, as long as it has not taken place.
    pub awaited: Option<MeetingStatus>,
    /// The papers that go with them, by name; nothing where nobody knows of any.
    pub attachments: Option<Vec<String>>,
    /// The bodies, in their order.
    pub parties: Vec<Party>,
    /// Who led it, and approves the minutes.
    pub chair: Option<Person>,
    /// Who took the notes, and prepared the minutes.
    pub secretary: Option<Person>,
    /// Who reads them before they are approved.
    pub reviewer: Option<Person>,
    /// In the order of protocol.
    pub attendance: Vec<Attendee>,
    /// In the order they were taken.
    pub agenda: Vec<AgendaItem>,
    /// «جودة الحياة»: the goals of the Vision that the meeting serves.
    pub goals: Vec<String>,
    /// What changed in laws and by-laws, as it was presented.
    pub regulations: Vec<Regulation>,
    /// What earlier meetings left open, oldest due first; then what was closed since the meeting before.
    pub earlier: Vec<Outcome>,
    /// How much more is open than is told of it.
    pub earlier_left: Further,
    /// What came out of this one.
    pub outcomes: Vec<Outcome>,
    /// What was not on the agenda.
    pub other_business: String,
    /// When they meet again.
    pub next_date: Option<Date>,
    /// Which parts the minutes have, in which order, and words in place of the composed ones.
    pub layout: MinutesLayout,
}

/// A body's part in the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// Its part.
    pub side: Side,
}

/// Somebody by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The title before the name.
    pub honorific: Option<Honorific>,
    /// For the agreement of words, where somebody said it.
    pub gender: Option<Gender>,
    /// As it is printed.
    pub name: String,
    /// «وكيل الأمين للتنمية المجتمعية».
    pub post: String,
    /// The body the person belongs to.
    pub organisation: String,
}

/// A line of attendance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// A person, or a group without names.
    pub who: Who,
    /// The body represented; empty: the person's own.
    pub organisation: String,
    /// What they did there.
    pub capacity: Option<Capacity>,
    /// In whose stead they came.
    pub deputises: Option<Person>,
    /// Who came in their stead.
    pub deputy: Option<Person>,
    /// Whether they came.
    pub status: AttendanceStatus,
    /// Why they did not.
    pub excuse: String,
    /// When they came, of who came late.
    pub came: Option<Time>,
    /// When they left, of who left before the end.
    pub left: Option<Time>,
}

impl Attendee {
    /// A line of which nothing else is known.
    pub const fn new(who: Who, status: AttendanceStatus) -> Self {
        Self {
            who,
            organisation: String::new(),
            capacity: None,
            deputises: None,
            deputy: None,
            status,
            excuse: String::new(),
            came: None,
            left: None,
        }
    }
}

/// What somebody does in the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// Leads it.
    Chair,
    /// Writes its minutes.
    Secretary,
    /// As the list says.
    Listed(Role),
}

/// A change in laws and by-laws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regulation {
    /// «لائحة المواقع العامة».
    pub title: String,
    /// «قرار وزاري».
    pub instrument: String,
    /// Its number.
    pub instrument_number: String,
    /// From when it holds.
    pub effective_on: Option<Date>,
    /// What it means for the charities.
    pub impact: String,
    /// What has to be done.
    pub required_action: String,
    /// By when.
    pub due: Option<Date>,
}

/// Who a line of attendance stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody by name.
    Person(Person),
    /// «جمعيات أهلية من المنطقة», of whom the number may be unknown.
    Group {
        /// Its name.
        name: String,
        /// How many came.
        count: Option<i64>,
    },
}

/// An agenda item and what was written under it.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// «ما جدّ في اللوائح البلدية».
    pub title: String,
    /// Who presents it.
    pub presenter: Option<Person>,
    /// How long it was to take.
    pub planned_minutes: Option<i64>,
    /// Where it stands.
    pub state: AgendaState,
    /// In the order they were taken.
    pub notes: Vec<Note>,
    /// What is told in place of the notes' texts; empty: the notes. What was captured is told all the same.
    pub wording: String,
}

/// A block of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Running text.
    Text(String),
    /// Somebody's own words.
    Quote {
        /// Who said it, where that was noted.
        speaker: Option<Person>,
        /// What they said, without marks around it.
        text: String,
    },
    /// Any of these, begun at that time: only where the layout asks for times.
    At(Time, Box<Self>),
    /// What changed in laws and by-laws, shown there: what it is called. Its table says the rest.
    Regulation(String),
    /// What was captured there.
    Captured {
        /// Its kind.
        kind: OutcomeKind,
        /// Its number.
        number: String,
        /// Its text.
        text: String,
    },
}

/// A proposal, decision, recommendation, task, challenge or opportunity.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its kind.
    pub kind: OutcomeKind,
    /// Its number.
    pub number: String,
    /// One line.
    pub text: String,
    /// More about it.
    pub details: String,
    /// Who proposed it, or owes it.
    pub person: Option<Person>,
    /// The body that proposed it, or owes it.
    pub organisation: String,
    /// «جودة الحياة».
    pub area: String,
    /// The goals of the Vision that it serves.
    pub goals: Vec<String>,
    /// The day it is owed.
    pub due: Option<Date>,
    /// The day on which it was done.
    pub done_on: Option<Date>,
    /// Where it stands.
    pub status: OutcomeStatus,
    /// How much it presses.
    pub priority: Option<Priority>,
    /// How much of it is done.
    pub percent: Option<i64>,
    /// The meeting it came out of, for what earlier meetings left open.
    pub meeting_number: String,
    /// What was done for it last.
    pub last_action: String,
    /// Into how many meetings it was carried, of what earlier meetings left open.
    pub carried: i64,
    /// Who has reservations, and why.
    pub reservations: Vec<Reservation>,
}

/// Somebody's reservation on a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reservation {
    /// Whose.
    pub person: Option<Person>,
    /// Why.
    pub text: String,
}
