//! What is found in a text: each find with its places in it, its value, and how sure it is.
//!
//! Plain data, apart from the rules: a screen marks it, a person accepts, corrects or drops it, the store keeps it.

use crate::calendar::{Date, Time};
use crate::domain::{AliasKind, Honorific, MeetingKind, MeetingStatus, OutcomeKind, Record, Side};
use std::ops::Range;

/// How sure a find is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// The text contradicts itself, says it of one of several, or says no more than what it is for.
    Unsure,
    /// The words may be read otherwise.
    #[default]
    Likely,
    /// The text says it.
    Sure,
}

/// A value, and where the text says it: bytes of the text as it was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find<T> {
    /// What the words say.
    pub value: T,
    /// Where they stand.
    pub ranges: Vec<Range<usize>>,
    /// How sure it is.
    pub sureness: Sureness,
}

impl<T> Find<T> {
    pub(super) fn sure(value: T, range: Range<usize>) -> Self {
        Self { value, ranges: vec![range], sureness: Sureness::Sure }
    }

    pub(super) fn likely(value: T, range: Range<usize>) -> Self {
        Self { value, ranges: vec![range], sureness: Sureness::Likely }
    }
}

/// Another name of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written.
    pub name: String,
    /// Former, short, or a spelling.
    pub kind: AliasKind,
    /// The first day of a former name.
    pub starts: Option<Date>,
    /// Its last one.
    pub ends: Option<Date>,
}

impl Alias {
    /// A name of which no more is known.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), kind: AliasKind::Spelling, starts: None, ends: None }
    }
}

/// A body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyFind {
    /// Its name today, where that is known, else the fullest that the text has.
    pub name: String,
    /// The other names that the text has for it, «الوزارة» among them.
    pub aliases: Vec<Alias>,
    /// Its part in the meeting, where the text says one.
    pub side: Option<Side>,
    /// Where it stands.
    pub ranges: Vec<Range<usize>>,
    /// How sure it is.
    pub sureness: Sureness,
    /// Its record, where a store has it.
    pub known: Option<Record>,
}

/// What somebody does in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Is named, and no more.
    #[default]
    Named,
    /// Somebody else came in their place.
    Represented,
    /// Wrote it, or has it sent to them.
    Correspondent,
    /// Came.
    Attends,
    /// Leads the meeting.
    Chairs,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonFind {
    /// The name as written, without title.
    pub name: String,
    /// The title as minutes print it.
    pub title: Option<String>,
    /// The title as it is stored.
    pub honorific: Option<Honorific>,
    /// The post as written, without the body it is held in.
    pub post: Option<String>,
    /// The body, by its place among the bodies found.
    pub body: Option<usize>,
    /// What they do in the text.
    pub part: Part,
    /// Where their title and name stand.
    pub ranges: Vec<Range<usize>>,
    /// Where their post stands.
    pub post_range: Option<Range<usize>>,
    /// How sure it is.
    pub sureness: Sureness,
    /// Their record, where a store has it.
    pub known: Option<Record>,
}

/// Several that are not named one by one: «عدد من الجمعيات الأهلية».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFind {
    /// As written.
    pub name: String,
    /// Where they stand.
    pub range: Range<usize>,
}

/// A goal of the Vision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalFind {
    /// As the list has it.
    pub name: String,
    /// Where it stands.
    pub ranges: Vec<Range<usize>>,
    /// How sure it is.
    pub sureness: Sureness,
    /// Its record, where a store has it.
    pub known: Option<Record>,
}

/// Something that was said: a proposal, a decision, a recommendation, a follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it is.
    pub kind: OutcomeKind,
    /// In the words of the text.
    pub text: String,
    /// Where it stands.
    pub range: Range<usize>,
    /// Who does it or proposes it, as the text names them.
    pub owner: Option<Find<String>>,
    /// The same among the people found.
    pub person: Option<usize>,
    /// The same among the bodies found.
    pub body: Option<usize>,
    /// By when.
    pub due: Option<Find<Date>>,
    /// How sure it is.
    pub sureness: Sureness,
}

impl Statement {
    /// Does it count only once somebody says so?
    pub fn is_open(&self) -> bool {
        self.sureness == Sureness::Unsure
    }
}

/// The meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingFind {
    /// What it is called.
    pub title: Option<Find<String>>,
    /// Its kind.
    pub kind: Option<Find<MeetingKind>>,
    /// Its day.
    pub date: Option<Find<Date>>,
    /// Days that the text leaves open: what it contradicts itself in, or only half says. Each with what it may be.
    pub unsure_dates: Vec<Find<Vec<Date>>>,
    /// Whether it was held or is still to come.
    pub status: Option<Find<MeetingStatus>>,
    /// When it begins.
    pub time: Option<Find<Time>>,
    /// When it ends.
    pub end: Option<Find<Time>>,
    /// The day of the next one.
    pub next_date: Option<Find<Date>>,
    /// Where in the town.
    pub place: Option<Find<String>>,
    /// The town.
    pub city: Option<Find<String>>,
    /// The medium that reports it.
    pub outlet: Option<Find<String>>,
}

impl MeetingFind {
    /// Its day; all that it may be, where the text leaves that open.
    pub fn days(&self) -> Vec<Date> {
        match &self.date {
            Some(day) => vec![day.value],
            None => self.unsure_dates.iter().flat_map(|dates| dates.value.iter().copied()).collect(),
        }
    }
}

/// What a meeting should have and the text does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// What it is called.
    Title,
    /// Its day.
    Date,
    /// When it begins.
    Time,
    /// Where it is.
    Place,
    /// Who holds it.
    Hosts,
    /// Who leads it.
    Chair,
    /// Who comes.
    People,
    /// What is talked about.
    Topics,
    /// What was decided.
    Decisions,
    /// What is to be done.
    FollowUps,
    /// Who does something that is to be done.
    Owner,
    /// By when something is to be done.
    Due,
}

impl Missing {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Time => "time",
            Self::Place => "place",
            Self::Hosts => "hosts",
            Self::Chair => "chair",
            Self::People => "people",
            Self::Topics => "topics",
            Self::Decisions => "decisions",
            Self::FollowUps => "follow_ups",
            Self::Owner => "owner",
            Self::Due => "due",
        }
    }
}

/// Everything that was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// The meeting it tells of.
    pub meeting: MeetingFind,
    /// The people, in the order of the text.
    pub people: Vec<PersonFind>,
    /// The bodies, in the order of the text.
    pub bodies: Vec<BodyFind>,
    /// Those who are not named one by one.
    pub groups: Vec<GroupFind>,
    /// The goals it serves.
    pub goals: Vec<GoalFind>,
    /// What is talked about.
    pub topics: Vec<Find<String>>,
    /// What was proposed.
    pub proposals: Vec<Statement>,
    /// What was decided or recommended.
    pub decisions: Vec<Statement>,
    /// What is to be done.
    pub follow_ups: Vec<Statement>,
    /// Paragraphs that stand there already, and were read once.
    pub repeated: Vec<Range<usize>>,
    /// What the text does not say.
    pub missing: Vec<Missing>,
    /// The same for the same text, however it is spaced and however often its paragraphs are repeated.
    pub fingerprint: String,
}

impl Intake {
    /// The bodies that hold the meeting, the first host first.
    pub fn hosts(&self) -> impl Iterator<Item = &BodyFind> {
        let of = |side: Side| self.bodies.iter().filter(move |body| body.side == Some(side));
        of(Side::Host).chain(of(Side::CoHost))
    }

    /// Who leads it.
    pub fn chair(&self) -> Option<&PersonFind> {
        self.people.iter().find(|person| person.part == Part::Chairs)
    }
}
