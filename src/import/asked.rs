//! What is asked of a list, and what came of holding it against the store.

use super::{Columns, Duplicates, Mapping, Plan, Target};
use std::collections::BTreeMap;

/// What is asked of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportAsked {
    /// What it is of.
    pub target: Target,
    /// The name of the sheet; nothing: the one whose columns are known best.
    pub sheet: Option<String>,
    /// The row of the columns' names, from 0; nothing: it is found.
    pub header: Option<usize>,
    /// Which columns a person said are which.
    pub mapping: Mapping,
    /// What becomes of rows whose record is there already.
    pub duplicates: Duplicates,
    /// What becomes of single ones of them, by their row of the sheet, from 0.
    pub by_row: BTreeMap<usize, Duplicates>,
}

impl ImportAsked {
    /// A list of that sort, as it is usually taken.
    pub fn new(target: Target) -> Self {
        Self {
            target,
            sheet: None,
            header: None,
            mapping: Mapping::new(),
            duplicates: Duplicates::default(),
            by_row: BTreeMap::new(),
        }
    }

    /// What becomes of a row that repeats an earlier one of the list: two rows don't both become one record unless that is said
    /// of the later one, for it would win without a word.
    pub fn repeats_of(&self, row: usize) -> Duplicates {
        self.by_row.get(&row).copied().unwrap_or(match self.duplicates {
            Duplicates::Skip | Duplicates::Update => Duplicates::Skip,
            Duplicates::New => Duplicates::New,
        })
    }

    /// What becomes of a row whose record is there already.
    pub fn duplicates_of(&self, row: usize) -> Duplicates {
        self.by_row.get(&row).copied().unwrap_or(self.duplicates)
    }
}

/// A list that was held against the store.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlanned {
    /// As it was asked.
    pub asked: ImportAsked,
    /// Which of the file's sheets it is.
    pub sheet: usize,
    /// Its columns.
    pub columns: Columns,
    /// What becomes of its rows.
    pub plan: Plan,
}
