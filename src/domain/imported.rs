//! A list that is to come in: its records, and the bodies and people they name that nobody knows yet.

use super::{Entity, FieldValue};

/// What is written in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What the rows are.
    pub entity: Entity,
    /// What the rows name and no register knows: made before them, in this order.
    pub names: Vec<ImportedName>,
    /// The rows.
    pub rows: Vec<ImportedRow>,
}

/// A body or somebody whom a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedName {
    /// A body or somebody.
    pub entity: Entity,
    /// What is known of it.
    pub values: Vec<FieldValue>,
    /// The field that holds an earlier one of these.
    pub links: Vec<(&'static str, usize)>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// Where it goes.
    pub to: ImportTo,
    /// What it says.
    pub values: Vec<FieldValue>,
    /// The fields that hold what is made in the same step.
    pub links: Vec<(&'static str, ImportedRef)>,
    /// Those of the names that work for the body this row is.
    pub staff: Vec<usize>,
}

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportTo {
    /// A record of its own.
    New,
    /// Onto a record that is there.
    Record(i64),
    /// Onto what is made in the same step.
    Made(ImportedRef),
}

/// What is made in the same step, before this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportedRef {
    /// One of the [`Imported::names`].
    Name(usize),
    /// One of the [`Imported::rows`].
    Row(usize),
}
