//! The finds as the list has them: which there are, in what order, what each says, and what names it from one reading of
//! the text to the next.
//!
//! Apart from how they are drawn because all of it follows from what was read, and is the same in a test.

use crate::intake::{Find, Intake, MarkKind, Missing, Part, Statement, Sureness};
use serde::{Deserialize, Serialize};

/// A find, by its place among its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Item {
    Title,
    Kind,
    Date,
    Status,
    Time,
    End,
    NextDate,
    Place,
    City,
    Person(usize),
    Body(usize),
    Group(usize),
    Goal(usize),
    Topic(usize),
    Proposal(usize),
    Decision(usize),
    FollowUp(usize),
}

/// Finds that stand together under a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Meeting,
    People,
    Bodies,
    Goals,
    Topics,
    Proposals,
    Decisions,
    FollowUps,
}

impl Section {
    /// The key of its heading.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Meeting => "intake-section-meeting",
            Self::People => "intake-section-people",
            Self::Bodies => "intake-section-bodies",
            Self::Goals => "intake-section-goals",
            Self::Topics => "intake-section-topics",
            Self::Proposals => "intake-section-proposals",
            Self::Decisions => "intake-section-decisions",
            Self::FollowUps => "intake-section-follow-ups",
        }
    }
}

impl Item {
    /// What the meeting itself is asked for, whether the text says it or not.
    pub(super) const FACTS: [Self; 9] = [
        Self::Title,
        Self::Kind,
        Self::Date,
        Self::Status,
        Self::Time,
        Self::End,
        Self::Place,
        Self::City,
        Self::NextDate,
    ];

    /// All finds, in the order of the list.
    pub(super) fn all(intake: &Intake) -> Vec<Self> {
        fn of(make: fn(usize) -> Item, count: usize) -> impl Iterator<Item = Item> {
            (0..count).map(make)
        }
        // When it ends and the next one is, is seldom said, and not missed.
        let is_asked = |item: &Self| !matches!(item, Self::End | Self::NextDate) || item.sureness(intake).is_some();
        Self::FACTS
            .into_iter()
            .filter(is_asked)
            .chain(of(Self::Person, intake.people.len()))
            .chain(of(Self::Body, intake.bodies.len()))
            .chain(of(Self::Group, intake.groups.len()))
            .chain(of(Self::Goal, intake.goals.len()))
            .chain(of(Self::Topic, intake.topics.len()))
            .chain(of(Self::Proposal, intake.proposals.len()))
            .chain(of(Self::Decision, intake.decisions.len()))
            .chain(of(Self::FollowUp, intake.follow_ups.len()))
            .collect()
    }

    /// The find that a marked place belongs to.
    pub(super) const fn of_mark(kind: MarkKind) -> Self {
        match kind {
            MarkKind::Title => Self::Title,
            MarkKind::Date => Self::Date,
            MarkKind::Time => Self::Time,
            MarkKind::End => Self::End,
            MarkKind::NextDate => Self::NextDate,
            MarkKind::Place => Self::Place,
            MarkKind::Body(at) => Self::Body(at),
            MarkKind::Person(at) | MarkKind::Post(at) => Self::Person(at),
            MarkKind::Group(at) => Self::Group(at),
            MarkKind::Goal(at) => Self::Goal(at),
            MarkKind::Topic(at) => Self::Topic(at),
            MarkKind::Proposal(at) => Self::Proposal(at),
            MarkKind::Decision(at) => Self::Decision(at),
            MarkKind::FollowUp(at) => Self::FollowUp(at),
        }
    }

    /// Under which heading it stands.
    pub(super) const fn section(self) -> Section {
        match self {
            Self::Title
            | Self::Kind
            | Self::Date
            | Self::Status
            | Self::Time
            | Self::End
            | Self::NextDate
            | Self::Place
            | Self::City => Section::Meeting,
            Self::Person(_) => Section::People,
            Self::Body(_) | Self::Group(_) => Section::Bodies,
            Self::Goal(_) => Section::Goals,
            Self::Topic(_) => Section::Topics,
            Self::Proposal(_) => Section::Proposals,
            Self::Decision(_) => Section::Decisions,
            Self::FollowUp(_) => Section::FollowUps,
        }
    }

    /// The key of what it is called in a word.
    pub(super) const fn label_key(self) -> &'static str {
        match self {
            Self::Title => "field-meeting-title",
            Self::Kind => "field-meeting-kind",
            Self::Date => "field-meeting-date",
            Self::Status => "field-meeting-status",
            Self::Time => "field-meeting-start_time",
            Self::End => "field-meeting-end_time",
            Self::NextDate => "field-meeting-next_date",
            Self::Place => "field-meeting-venue",
            Self::City => "field-meeting-city",
            Self::Person(_) => "entity-person",
            Self::Body(_) => "entity-organisation",
            Self::Group(_) => "intake-group",
            Self::Goal(_) => "intake-goals",
            Self::Topic(_) => "intake-topics",
            Self::Proposal(_) => "intake-proposals",
            Self::Decision(_) => "intake-decisions",
            Self::FollowUp(_) => "intake-follow-ups",
        }
    }

    /// What the meeting should have and lacks where this is not found.
    pub(super) const fn missing(self) -> Option<Missing> {
        match self {
            Self::Title => Some(Missing::Title),
            Self::Date => Some(Missing::Date),
            Self::Time => Some(Missing::Time),
            Self::Place => Some(Missing::Place),
            Self::Kind
            | Self::Status
            | Self::End
            | Self::NextDate
            | Self::City
            | Self::Person(_)
            | Self::Body(_)
            | Self::Group(_)
            | Self::Goal(_)
            | Self::Topic(_)
            | Self::Proposal(_)
            | Self::Decision(_)
            | Self::FollowUp(_) => None,
        }
    }

    /// What names it whatever else is found: what it is, and for all but the meeting's own facts, what the text says.
    pub(super) fn key(self, intake: &Intake) -> String {
        let said = match self {
            Self::Title
            | Self::Kind
            | Self::Date
            | Self::Status
            | Self::Time
            | Self::End
            | Self::NextDate
            | Self::Place
            | Self::City => "",
            Self::Person(at) => intake.people.get(at).map_or("", |person| person.name.as_str()),
            Self::Body(at) => intake.bodies.get(at).map_or("", |body| body.name.as_str()),
            Self::Group(at) => intake.groups.get(at).map_or("", |group| group.name.as_str()),
            Self::Goal(at) => intake.goals.get(at).map_or("", |goal| goal.name.as_str()),
            Self::Topic(at) => intake.topics.get(at).map_or("", |topic| topic.value.as_str()),
            Self::Proposal(_) | Self::Decision(_) | Self::FollowUp(_) => {
                self.statement(intake).map_or("", |statement| statement.text.as_str())
            }
        };
        format!("{}:{said}", self.label_key())
    }

    /// What was said, where it is something that was said.
    pub(super) fn statement(self, intake: &Intake) -> Option<&Statement> {
        match self {
            Self::Proposal(at) => intake.proposals.get(at),
            Self::Decision(at) => intake.decisions.get(at),
            Self::FollowUp(at) => intake.follow_ups.get(at),
            Self::Title
            | Self::Kind
            | Self::Date
            | Self::Status
            | Self::Time
            | Self::End
            | Self::NextDate
            | Self::Place
            | Self::City
            | Self::Person(_)
            | Self::Body(_)
            | Self::Group(_)
            | Self::Goal(_)
            | Self::Topic(_) => None,
        }
    }

    /// How sure it is; nothing where the text does not say it.
    pub(super) fn sureness(self, intake: &Intake) -> Option<Sureness> {
        fn of<T>(find: &Option<Find<T>>) -> Option<Sureness> {
            find.as_ref().map(|find| find.sureness)
        }
        let meeting = &intake.meeting;
        match self {
            Self::Title => of(&meeting.title),
            Self::Kind => of(&meeting.kind),
            Self::Date => of(&meeting.date),
            Self::Status => of(&meeting.status),
            Self::Time => of(&meeting.time),
            Self::End => of(&meeting.end),
            Self::NextDate => of(&meeting.next_date),
            Self::Place => of(&meeting.place),
            Self::City => of(&meeting.city),
            Self::Person(at) => intake.people.get(at).map(|person| person.sureness),
            Self::Body(at) => intake.bodies.get(at).map(|body| body.sureness),
            Self::Group(at) => intake.groups.get(at).map(|_| Sureness::Sure),
            Self::Goal(at) => intake.goals.get(at).map(|goal| goal.sureness),
            Self::Topic(at) => intake.topics.get(at).map(|topic| topic.sureness),
            Self::Proposal(_) | Self::Decision(_) | Self::FollowUp(_) => {
                self.statement(intake).map(|statement| statement.sureness)
            }
        }
    }

    /// Is its record there already? Nothing for what is no record of its own, or always a new one.
    pub(super) fn is_known(self, intake: &Intake) -> Option<bool> {
        match self {
            Self::Person(at) => intake.people.get(at).map(|person| person.known.is_some()),
            Self::Body(at) => intake.bodies.get(at).map(|body| body.known.is_some()),
            Self::Goal(at) => intake.goals.get(at).map(|goal| goal.known.is_some()),
            Self::Title
            | Self::Kind
            | Self::Date
            | Self::Status
            | Self::Time
            | Self::End
            | Self::NextDate
            | Self::Place
            | Self::City
            | Self::Group(_)
            | Self::Topic(_)
            | Self::Proposal(_)
            | Self::Decision(_)
            | Self::FollowUp(_) => None,
        }
    }
}

/// What a find says, as it can be corrected. Bodies and people that it refers to go by their names in the text: their
/// places change with every reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Values {
    /// A name, a title, what was said.
    pub text: String,
    /// What sort it is: a meeting's kind, a title before a name, a body's part, what was said.
    pub code: Option<String>,
    pub post: String,
    /// A person's body.
    pub body: Option<String>,
    /// Who does it.
    pub owner: Option<Owner>,
    pub presence: Presence,
    /// A day, as it is stored.
    pub date: Option<String>,
    /// A time of day, as it is stored.
    pub time: Option<String>,
    /// How many come.
    pub count: Option<i64>,
}

/// Who does something, by the name that the text has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Owner {
    Person(String),
    Body(String),
}

/// What somebody does in the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Presence {
    #[default]
    Named,
    Comes,
    Chairs,
}

impl Presence {
    /// In the order of a pick list, each with the key of its label.
    pub(super) const ALL: [(Self, &'static str); 3] = [
        (Self::Comes, "intake-presence-comes"),
        (Self::Chairs, "intake-presence-chairs"),
        (Self::Named, "intake-presence-named"),
    ];
}

impl Values {
    /// Does it say all that the other one says, and something where that says nothing? Then nothing was put right.
    pub(super) fn only_adds_to(&self, other: &Self) -> bool {
        let of = |values: &Self| {
            let Self { text, code, post, body, owner, presence: _, date, time, count } = values.clone();
            let owner = owner.map(|(Owner::Person(name) | Owner::Body(name))| name);
            let said = |text: String| Some(text).filter(|text| !text.is_empty());
            [said(text), code, said(post), body, owner, date, time, count.map(|count| count.to_string())]
        };
        let keeps = |(now, before): (&Option<String>, &Option<String>)| before.is_none() || now == before;
        self != other && self.presence == other.presence && of(self).iter().zip(&of(other)).all(keeps)
    }

    /// What the text says.
    pub(super) fn of(item: Item, intake: &Intake) -> Self {
        let text = |text: &str| Self { text: text.to_owned(), ..Self::default() };
        let said = |find: &Option<Find<String>>| find.as_ref().map(|find| text(&find.value)).unwrap_or_default();
        let meeting = &intake.meeting;
        match item {
            Item::Title => said(&meeting.title),
            Item::Place => said(&meeting.place),
            Item::City => said(&meeting.city),
            Item::Kind => {
                Self { code: meeting.kind.as_ref().map(|kind| kind.value.code().to_owned()), ..Self::default() }
            }
            Item::Status => {
                Self { code: meeting.status.as_ref().map(|status| status.value.code().to_owned()), ..Self::default() }
            }
            Item::Date | Item::NextDate => {
                let find = if item == Item::Date { &meeting.date } else { &meeting.next_date };
                Self { date: find.as_ref().map(|date| date.value.iso()), ..Self::default() }
            }
            Item::Time | Item::End => {
                let find = if item == Item::Time { &meeting.time } else { &meeting.end };
                Self { time: find.as_ref().map(|time| time.value.to_string()), ..Self::default() }
            }
            Item::Person(at) => intake.people.get(at).map_or_else(Self::default, |person| Self {
                code: person.honorific.map(|title| title.code().to_owned()),
                post: person.post.clone().unwrap_or_default(),
                body: person.body.and_then(|body| intake.bodies.get(body)).map(|body| body.name.clone()),
                presence: match person.part {
                    Part::Chairs => Presence::Chairs,
                    Part::Attends => Presence::Comes,
                    Part::Named | Part::Represented | Part::Correspondent => Presence::Named,
                },
                ..text(&person.name)
            }),
            Item::Body(at) => intake.bodies.get(at).map_or_else(Self::default, |body| Self {
                code: body.side.map(|side| side.code().to_owned()),
                ..text(&body.name)
            }),
            Item::Group(at) => intake.groups.get(at).map_or_else(Self::default, |group| text(&group.name)),
            Item::Goal(at) => intake.goals.get(at).map_or_else(Self::default, |goal| text(&goal.name)),
            Item::Topic(at) => intake.topics.get(at).map_or_else(Self::default, |topic| text(&topic.value)),
            Item::Proposal(_) | Item::Decision(_) | Item::FollowUp(_) => {
                item.statement(intake).map_or_else(Self::default, |statement| Self::of_statement(statement, intake))
            }
        }
    }

    fn of_statement(statement: &Statement, intake: &Intake) -> Self {
        let person = statement.person.and_then(|at| intake.people.get(at));
        let body = statement.body.and_then(|at| intake.bodies.get(at));
        let owner = person.map(|person| Owner::Person(person.name.clone()));
        Self {
            text: statement.text.clone(),
            code: Some(statement.kind.code().to_owned()),
            owner: owner.or_else(|| body.map(|body| Owner::Body(body.name.clone()))),
            date: statement.due.as_ref().map(|due| due.value.iso()),
            ..Self::default()
        }
    }

    /// Does it say anything? Of the meeting's facts one field each, of all others the words.
    pub(super) fn is_said(&self, item: Item) -> bool {
        match item {
            Item::Kind | Item::Status => self.code.is_some(),
            Item::Date | Item::NextDate => self.date.is_some(),
            Item::Time | Item::End => self.time.is_some(),
            Item::Title
            | Item::Place
            | Item::City
            | Item::Person(_)
            | Item::Body(_)
            | Item::Group(_)
            | Item::Goal(_)
            | Item::Topic(_)
            | Item::Proposal(_)
            | Item::Decision(_)
            | Item::FollowUp(_) => !self.text.trim().is_empty(),
        }
    }
}
