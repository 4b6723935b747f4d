//! What a declared field is: its column, what it holds, who has it, and how search sees it.
//!
//! # To add a field
//! Say that a partnership is to have a renewal date. Three files, and form, column, filter, change log, history, undo,
//! search and the check of what it takes follow:
//! 1. `src/domain/declared.rs`, in `PARTNERSHIP` where the form is to show it:
//!    `field("renewed_on", FieldKind::Date),`
//! 2. `assets/strings/ar.ftl`, its label: `field-partnership-renewed_on = تاريخ التجديد`
//! 3. `assets/strings/en.ftl`, the same in English
//!
//! The store gives itself the column when it is next opened. Tests hold the three together: the schema is what the fields
//! declare, and every field has its words. `tests/it` goes
//! through the whole of it with a field that was added so, and sees that no other file names it.

use super::{Choices, Entity, EntryList};

/// What a field holds. The storage form is in [`super::Value`].
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
    /// Yes or no, stored as 1 or 0; empty is no.
    Flag,
    /// One code of a closed list.
    Choice(&'static Choices),
    /// The local id of an entry of an editable list.
    Entry(EntryList),
    /// The local id of a row of that entity.
    Link(Entity),
    /// The [`super::Record::key`] of a row of any entity.
    Any,
    /// A fractional position among siblings, stored as text that sorts.
    Position,
}

impl FieldKind {
    /// The entity whose local id it holds.
    pub const fn target(self) -> Option<Entity> {
        match self {
            Self::Link(entity) => Some(entity),
            Self::Entry(_) => Some(Entity::Entry),
            Self::Line
            | Self::Prose
            | Self::Code
            | Self::Phone
            | Self::Date
            | Self::Time
            | Self::Number
            | Self::Percent
            | Self::Flag
            | Self::Choice(_)
            | Self::Any
            | Self::Position => None,
        }
    }

    /// The most letters it takes: what is longer is a paste gone wrong, and is refused rather than cut.
    pub const fn most_letters(self) -> usize {
        match self {
            Self::Line => 500,
            Self::Code | Self::Phone => 200,
            Self::Prose => 200_000,
            Self::Date
            | Self::Time
            | Self::Number
            | Self::Percent
            | Self::Flag
            | Self::Choice(_)
            | Self::Entry(_)
            | Self::Link(_)
            | Self::Any
            | Self::Position => 64,
        }
    }
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
    /// The codes of the record's `kind` that have it; none listed: all.
    pub kinds: &'static [&'static str],
    /// The record is not finished without it. Asked for in forms; never in the way of typing.
    pub is_required: bool,
    /// The program keeps it; no form shows it.
    pub is_kept: bool,
    /// The list that suggests what a free text may be.
    pub suggested_by: Option<EntryList>,
}

impl Field {
    /// Has a record of that kind this field?
    pub fn is_of(&self, kind: Option<&str>) -> bool {
        self.kinds.is_empty() || kind.is_none_or(|kind| self.kinds.contains(&kind))
    }

    /// Does it hold the address of a mailbox? A code like others to whoever stores and shows it.
    pub fn is_email(&self) -> bool {
        self.kind == FieldKind::Code && self.name == "email"
    }

    /// It has to be given.
    pub(super) const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// The program keeps it.
    pub(super) const fn kept(mut self) -> Self {
        self.is_kept = true;
        self
    }

    /// A list suggests what it may be.
    pub(super) const fn suggested_by(mut self, list: EntryList) -> Self {
        self.suggested_by = Some(list);
        self
    }

    /// Only records of these kinds have it.
    pub(super) const fn only(mut self, kinds: &'static [&'static str]) -> Self {
        self.kinds = kinds;
        self
    }
}

/// A field that is not searched.
pub(super) const fn field(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, searched: Searched::No, kinds: &[], is_required: false, is_kept: false, suggested_by: None }
}

/// A field that names the record.
pub(super) const fn title(name: &'static str, kind: FieldKind) -> Field {
    Field { searched: Searched::Title, ..field(name, kind) }
}

/// A field whose words find the record.
pub(super) const fn body(name: &'static str, kind: FieldKind) -> Field {
    Field { searched: Searched::Body, ..field(name, kind) }
}
