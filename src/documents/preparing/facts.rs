//! What the papers before a meeting are built from: plain values, each of which may be unknown.

use crate::calendar::Date;
use crate::documents::Occasion;
use crate::documents::minutes::{Outcome, Person};
use crate::domain::{Address, Further, OutcomeStatus};

/// A meeting that is to come. Empty texts and `None` are unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// What every paper says of the meeting.
    pub occasion: Occasion,
    /// The day on which they are written.
    pub today: Date,
    /// The bodies that invite, the host first.
    pub hosts: Vec<String>,
    /// In order.
    pub agenda: Vec<PlannedItem>,
    /// Who signs letters: who leads the meeting.
    pub sender: Option<Person>,
    /// How letters name people.
    pub address: Address,
}

/// An item of the agenda.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlannedItem {
    /// What it is about.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<Person>,
    /// How long it may take.
    pub minutes: Option<i64>,
    /// What it is about.
    pub about: Vec<AboutRecord>,
}

/// A record that an item of an agenda is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutRecord {
    /// The key of what it is: «توصية».
    pub label_key: String,
    /// «ت-1448-004-07»; may be empty.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// Into how many meetings it was carried, of what earlier ones left open.
    pub carried: i64,
}

/// What an agenda on paper has besides what every paper before the meeting has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgendaFacts {
    /// Who leads the meeting.
    pub chair: Option<Person>,
    /// Who writes its minutes.
    pub secretary: Option<Person>,
    /// With whom it is held.
    pub partners: Vec<String>,
    /// The bodies and groups that are invited.
    pub invited: Vec<String>,
    /// The goals of the Vision that it serves.
    pub goals: Vec<String>,
    /// What earlier meetings left open, oldest due first.
    pub earlier: Vec<Outcome>,
    /// How much more is open than is told of it.
    pub earlier_left: Further,
}

/// To whom a letter goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Addressee {
    /// To all who are invited.
    Everybody,
    /// To a body, through who leads it where that is known.
    Body {
        /// Its name.
        name: String,
        /// Who leads it or speaks for it.
        head: Option<Person>,
    },
    /// To somebody.
    Person(Person),
}

/// A line of the sheet for signing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SigningLine {
    /// Who, unless nobody is named.
    pub person: Option<Person>,
    /// Their post at the meeting.
    pub post: String,
    /// The body they come from, or the group.
    pub body: String,
    /// So many sign in this line's name; one at least.
    pub count: usize,
}

/// Everything open with a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BodyFile {
    /// Its name.
    pub name: String,
    /// Who speaks for it.
    pub contact: Option<Person>,
    /// Their number, or its own.
    pub phone: String,
    /// Where to write.
    pub email: String,
    /// What it owes.
    pub theirs: Vec<Outcome>,
    /// What others owe to it.
    pub ours: Vec<Outcome>,
    /// What it proposed and is not decided.
    pub proposals: Vec<Outcome>,
    /// What stands in its way.
    pub challenges: Vec<Outcome>,
    /// What was agreed with it and holds.
    pub partnerships: Vec<Agreement>,
    /// The last meetings it took part in, the newest first.
    pub meetings: Vec<PastMeeting>,
}

/// An agreement with a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub status: Option<OutcomeStatus>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// What is still owed under it.
    pub owed: Vec<Outcome>,
}

/// A meeting that a body took part in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastMeeting {
    /// What it was called.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Its day.
    pub date: Option<Date>,
}
