//! Where each entity declares its fields, once: a column, what it holds, and how search sees it.
//!
//! To add a field: one migration, one line here, two strings (`field-<entity>-<column>` in both languages).

use crate::calendar::{Date, Time};

/// A kind of stored record; the code is the table's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    /// A meeting.
    Meeting,
    /// An agenda item.
    AgendaItem,
    /// A line of attendance.
    Attendance,
    /// A body's part in a meeting.
    Party,
    /// A block of notes.
    Block,
    /// What came out of a meeting.
    Outcome,
    /// A person.
    Person,
    /// A body.
    Organisation,
    /// A setting of this store (language, letterhead and the like); `key` names it.
    Setting,
}

impl Entity {
    /// All entities, parents before what refers to them.
    pub const ALL: [Self; 9] = [
        Self::Organisation,
        Self::Person,
        Self::Meeting,
        Self::Party,
        Self::AgendaItem,
        Self::Attendance,
        Self::Outcome,
        Self::Block,
        Self::Setting,
    ];

    /// The table's name, also the entity's name in the change log and in string keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::AgendaItem => "agenda_item",
            Self::Attendance => "attendance",
            Self::Party => "party",
            Self::Block => "block",
            Self::Outcome => "outcome",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Setting => "setting",
        }
    }

    /// The entity a table name stands for.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.code() == code)
    }

    /// The fields a person can change, in the order of a form.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Meeting => MEETING,
            Self::AgendaItem => AGENDA_ITEM,
            Self::Attendance => ATTENDANCE,
            Self::Party => PARTY,
            Self::Block => BLOCK,
            Self::Outcome => OUTCOME,
            Self::Person => PERSON,
            Self::Organisation => ORGANISATION,
            Self::Setting => SETTING,
        }
    }

    /// The declared field with this column name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }
}

/// A row of an entity, by its local id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Record {
    /// Which table.
    pub entity: Entity,
    /// Which row.
    pub id: i64,
}

/// What a field holds. The storage form is in [`Value`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Free text of one line.
    Line,
    /// Free text of many lines.
    Prose,
    /// A code, e-mail or number that is shown left to right and never reshaped.
    Code,
    /// A phone number, stored as E.164 where it is one.
    Phone,
    /// A civil date, stored in ISO form.
    Date,
    /// A time of day, stored as `HH:MM`.
    Time,
    /// A whole number.
    Number,
    /// 0 to 100.
    Percent,
    /// One code of a closed list of [`super`].
    Choice,
    /// The local id of a row of that entity.
    Link(Entity),
    /// A fractional position among siblings, stored as text that sorts.
    Position,
}

/// How search weighs a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Searched {
    /// Not searched.
    No,
    /// Part of the record's title.
    Title,
    /// Part of the record's body.
    Body,
}

/// One declared field.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The column's name.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// How search sees it.
    pub searched: Searched,
}

const fn field(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, searched: Searched::No }
}

const fn title(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, searched: Searched::Title }
}

const fn body(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, searched: Searched::Body }
}

const MEETING: &[Field] = &[
    title("title", FieldKind::Line),
    title("number", FieldKind::Code),
    field("kind", FieldKind::Choice),
    body("purpose", FieldKind::Prose),
    field("date", FieldKind::Date),
    field("start_time", FieldKind::Time),
    field("end_time", FieldKind::Time),
    field("mode", FieldKind::Choice),
    body("venue", FieldKind::Line),
    body("city", FieldKind::Line),
    field("chair", FieldKind::Link(Entity::Person)),
    field("secretary", FieldKind::Link(Entity::Person)),
    field("status", FieldKind::Choice),
    field("confidentiality", FieldKind::Choice),
    field("next_date", FieldKind::Date),
    body("other_business", FieldKind::Prose),
    // The minutes' own number, given at approval; from then on the meeting can only be read.
    title("minutes_number", FieldKind::Code),
    field("approved_on", FieldKind::Date),
    // The running clock: Unix seconds when it was last started, and what had run before.
    field("running_since", FieldKind::Number),
    field("ran_seconds", FieldKind::Number),
];

const PARTY: &[Field] = &[
    field("meeting", FieldKind::Link(Entity::Meeting)),
    field("organisation", FieldKind::Link(Entity::Organisation)),
    field("side", FieldKind::Choice),
    field("position", FieldKind::Position),
];

const AGENDA_ITEM: &[Field] = &[
    field("meeting", FieldKind::Link(Entity::Meeting)),
    field("position", FieldKind::Position),
    body("title", FieldKind::Line),
    field("presenter", FieldKind::Link(Entity::Person)),
    field("planned_minutes", FieldKind::Number),
    field("state", FieldKind::Choice),
];

const ATTENDANCE: &[Field] = &[
    field("meeting", FieldKind::Link(Entity::Meeting)),
    field("position", FieldKind::Position),
    field("person", FieldKind::Link(Entity::Person)),
    field("organisation", FieldKind::Link(Entity::Organisation)),
    body("group_name", FieldKind::Line),
    field("group_count", FieldKind::Number),
    field("status", FieldKind::Choice),
    field("excuse", FieldKind::Line),
];

const BLOCK: &[Field] = &[
    field("meeting", FieldKind::Link(Entity::Meeting)),
    field("agenda_item", FieldKind::Link(Entity::AgendaItem)),
    field("position", FieldKind::Position),
    body("body", FieldKind::Prose),
    field("outcome", FieldKind::Link(Entity::Outcome)),
];

const OUTCOME: &[Field] = &[
    field("kind", FieldKind::Choice),
    title("number", FieldKind::Code),
    title("text", FieldKind::Line),
    body("details", FieldKind::Prose),
    field("meeting", FieldKind::Link(Entity::Meeting)),
    field("agenda_item", FieldKind::Link(Entity::AgendaItem)),
    field("person", FieldKind::Link(Entity::Person)),
    field("organisation", FieldKind::Link(Entity::Organisation)),
    body("area", FieldKind::Line),
    field("due", FieldKind::Date),
    field("status", FieldKind::Choice),
    field("priority", FieldKind::Choice),
    field("percent", FieldKind::Percent),
    field("done_on", FieldKind::Date),
];

const PERSON: &[Field] = &[
    title("name", FieldKind::Line),
    field("honorific", FieldKind::Choice),
    body("post", FieldKind::Line),
    field("organisation", FieldKind::Link(Entity::Organisation)),
    body("phone", FieldKind::Phone),
    body("email", FieldKind::Code),
    body("notes", FieldKind::Prose),
];

const ORGANISATION: &[Field] = &[
    title("name", FieldKind::Line),
    title("short_name", FieldKind::Line),
    field("kind", FieldKind::Choice),
    body("city", FieldKind::Line),
    body("licence", FieldKind::Code),
    body("phone", FieldKind::Phone),
    body("email", FieldKind::Code),
    body("notes", FieldKind::Prose),
];

const SETTING: &[Field] = &[field("key", FieldKind::Code), field("value", FieldKind::Prose)];

/// A field's content in its storage form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Not given: «غير محدد».
    #[default]
    Empty,
    /// Text, a code, a date in ISO form, a time or a position.
    Text(String),
    /// A number or a local id.
    Number(i64),
}

/// A field by name, and what to put in it.
pub type FieldValue = (&'static str, Value);

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.iso())
    }
}

impl From<Time> for Value {
    fn from(time: Time) -> Self {
        Self::Text(time.to_string())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

macro_rules! ids_as_values {
    ($($name:ident),+) => {$(
        impl From<super::$name> for Value {
            fn from(id: super::$name) -> Self {
                Self::Number(id.0)
            }
        }
    )+};
}
ids_as_values!(MeetingId, AgendaItemId, AttendanceId, PartyId, BlockId, OutcomeId, PersonId, OrganisationId);
