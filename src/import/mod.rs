//! Lists that come in: spreadsheets, text tables, contacts and calendars become records, judged row by row before anything
//! is written. Pure: bytes and what the store knows go in, a plan comes out; [`crate::jobs`] reads and writes.
//!
//! | step | where |
//! |---|---|
//! | bytes to sheets of text, with limits | `sheet`; `workbook`, `binary_sheet`, `open_document`, `text_table`, `cards` |
//! | what the list is of | `likely` |
//! | which column is which field | `header`, with the words of `vocabulary` |
//! | cells to values | `values` |
//! | what becomes of each row | `verdict`, against what is `index`ed of the store; told in `judged` |
//! | the rows that are refused, as a workbook | `report` |
//!
//! A field that [`crate::domain`] declares can be imported: its labels are names of its column.

mod asked;
mod binary_sheet;
mod cards;
pub mod header;
mod index;
mod judged;
mod likely;
mod numbers;
mod open_document;
mod report;
mod row;
mod sheet;
#[cfg(test)]
mod tests;
mod text_table;
mod values;
mod verdict;
mod vocabulary;
mod workbook;

pub use asked::{ImportAsked, ImportPlanned};
pub use header::{Columns, Mapping};
pub use judged::{Action, Counts, Duplicates, Judged, Note, Plan, Told, Twin, Verdict};
pub use likely::likely_target;
pub use report::{Reported, report};
pub use sheet::{LARGEST_FILE_BYTES, MOST_LETTERS, MOST_ROWS, Sheet, read};
pub use verdict::judge;
pub use vocabulary::Vocabulary;

use crate::domain::{Entity, Field, FieldKind, OutcomeKind};

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// Bodies.
    Organisations,
    /// People.
    People,
    /// An old register of recommendations, decisions and follow-ups.
    Register,
    /// Proposals and initiatives.
    Proposals,
    /// Meetings, as calendars have them.
    Meetings,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Organisations, Self::People, Self::Register, Self::Proposals, Self::Meetings];

    /// Its name where it is stored, and the end of the keys of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::People => "people",
            Self::Register => "register",
            Self::Proposals => "proposals",
            Self::Meetings => "meetings",
        }
    }

    /// What its rows become.
    pub const fn entity(self) -> Entity {
        match self {
            Self::Organisations => Entity::Organisation,
            Self::People => Entity::Person,
            Self::Register | Self::Proposals => Entity::Outcome,
            Self::Meetings => Entity::Meeting,
        }
    }

    /// The field without which a row is nothing.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Organisations | Self::People => "name",
            Self::Register | Self::Proposals => "text",
            Self::Meetings => "title",
        }
    }

    /// The kind of an outcome whose row does not say it.
    pub const fn usual_kind(self) -> Option<OutcomeKind> {
        match self {
            Self::Register => Some(OutcomeKind::Recommendation),
            Self::Proposals => Some(OutcomeKind::Proposal),
            Self::Organisations | Self::People | Self::Meetings => None,
        }
    }

    /// The fields that a column may hold, in the order of the form.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        let kind = self.usual_kind().map(OutcomeKind::code);
        self.entity().fields().iter().filter(move |field| {
            !field.is_kept && !matches!(field.kind, FieldKind::Any | FieldKind::Position) && field.is_of(kind)
        })
    }

    /// The field that takes what no other does.
    pub fn remarks(self) -> Option<&'static Field> {
        self.fields().find(|field| field.kind == FieldKind::Prose)
    }

    /// The fields whose lack is told of a row, besides those without which no record of its kind is finished.
    pub(crate) const fn wanted(self) -> &'static [&'static str] {
        match self {
            Self::People => &["organisation"],
            Self::Organisations | Self::Register | Self::Proposals => &[],
            Self::Meetings => &["date"],
        }
    }
}
