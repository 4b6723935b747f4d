//! The only code that knows SQL: one file an organisation, one writer thread, readers that only read.
//!
//! A screen sends an [`Edit`] and goes on; the [`Reply`] says what changed. It asks a [`Query`] through [`Live`], which
//! keeps the old rows while new ones load. Nothing here waits for a window, and no window waits for anything here.

mod edit;
mod live;
pub mod query;

pub use edit::{Applied, Changes, Edit, EditSession, Reply, Ticket};
pub use live::Live;
pub use query::Query;

use crate::error::Result;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open store: its writer, its readers, its folder. Cheap to clone; the last clone's end closes it.
#[derive(Clone)]
pub struct Store {}

/// Called from a worker when a reply waits, so that the window draws once.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Is what was typed on disk?
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// All of it.
    Yes,
    /// Some edits are with the writer.
    Pending,
    /// The last write failed; the edits are kept in memory and tried again.
    Failed(crate::error::Error),
}

/// What opening found that the person should know; the store is open all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Written by a newer program: reading only.
    NewerReadOnly,
    /// The folder can't be written: reading only.
    ReadOnly,
    /// The folder seems to be on a network, removable or synchronised place; holds what gave it away.
    RiskyPlace(String),
}

impl Store {
    /// Opens the store in a folder, or makes it. Takes the single-instance lock.
    ///
    /// # Errors
    /// In use, foreign, corrupt, empty, unwritable: see [`crate::error::ErrorKind`].
    pub fn open(_folder: &Path, _waker: Waker) -> Result<Self> { todo!() }
    /// Where it lives.
    pub fn folder(&self) -> &Path { todo!() }
    /// What opening found.
    pub fn notices(&self) -> &[Notice] { todo!() }
    /// May nothing be written?
    pub fn is_read_only(&self) -> bool { todo!() }
    /// Hands an edit to the writer and returns at once; its [`Reply`] comes in [`Self::replies`].
    pub fn send(&self, _edit: Edit) -> Ticket { todo!() }
    /// The replies that have come in since the last call.
    pub fn replies(&self) -> Vec<Reply> { todo!() }
    /// Is everything that was sent on disk?
    pub fn saved(&self) -> Saved { todo!() }
    /// Tries the edits that failed again (after space was made, for instance).
    pub fn retry(&self) { todo!() }
    /// Sends an edit and waits. For the command line, jobs and tests; never from a screen.
    pub fn apply(&self, _edit: Edit) -> Result<Applied> { todo!() }
    /// Runs a query and waits. For the command line, jobs and tests; never from a screen.
    pub fn read<Q: Query>(&self, _query: Q) -> Result<Q::Output> { todo!() }
    /// Writes a checked copy of the store to a file. Waits: call it from a job.
    pub fn backup(&self, _to: &Path) -> Result<()> { todo!() }
    /// When the last automatic backup was made (Unix seconds).
    pub fn last_backup(&self) -> Option<i64> { todo!() }
    /// Waits until everything sent is on disk, makes the closing backup when something changed, and lets go.
    pub fn close(self) -> Result<()> { todo!() }
    /// A file for everything that could not be written: the failed edits, as readable text, to another place.
    pub fn rescue(&self, _to: &Path) -> Result<PathBuf> { todo!() }
}
