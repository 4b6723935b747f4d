//! A field's content as it is stored, and the ways into it.

use crate::calendar::{Date, Time};
use serde::{Deserialize, Serialize};

/// A field's content in its storage form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Not given: «غير محدد».
    #[default]
    Empty,
    /// Text, a code, a date in ISO form, a time or a position.
    Text(String),
    /// A number, a local id or a [`super::Record::key`].
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

impl From<bool> for Value {
    fn from(is: bool) -> Self {
        Self::Number(i64::from(is))
    }
}

impl From<super::Record> for Value {
    fn from(record: super::Record) -> Self {
        Self::Number(record.key())
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
ids_as_values!(
    MeetingId,
    AgendaItemId,
    AttendanceId,
    PartyId,
    BlockId,
    OutcomeId,
    PersonId,
    OrganisationId,
    EntryId,
    AliasId,
    PostId,
    SeriesId,
    PartnershipId,
    RegulationId,
    ProgressId,
    LinkId,
    DocumentId
);
