//! Words anywhere: the analyser feeds an index in the same transaction as the rows, and the newest finds are scored here,
//! not in SQL. The index is derived data: left out of the change log, rebuilt when the analyser changes.

pub(super) mod feed;
mod file_text;
pub(super) mod find;
pub(super) mod names;
mod narrow;
pub(super) mod order;
pub(super) mod reading;
pub(super) mod rebuild;
mod score;
pub(super) mod snippet;
pub(super) mod words;
