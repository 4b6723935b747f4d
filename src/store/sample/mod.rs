//! Sample stores with invented names: a small one to look at, large ones to measure with.
//!
//! Both go through the same transactions as a person's edits, many records in one, so that rows, index and log are in
//! step; only undo passes them over. The texts stand in `assets/samples`.

mod demo;
pub(super) mod fill;
mod generate;
mod registers;

pub use demo::demo;
pub use generate::{generate, generate_records};
