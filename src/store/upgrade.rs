//! Bringing a store of an earlier version up to date, apart from opening it: on a large one the backup before it and the
//! change itself take a while, and whoever waits wants to see that something happens.

use super::connection::APPLICATION_ID;
use super::folder::DATABASE;
use super::migrate::{self, MIGRATIONS};
use super::open;
use crate::error::Result;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What an upgrade is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpgradeStep {
    /// Keeps a copy of the store as it is.
    BackingUp,
    /// Changes the store.
    Changing,
}

/// Is the store of a folder of an earlier version than this program's? Looks at the first bytes of its file only; what is
/// not a store is none.
pub fn is_due(folder: &Path) -> bool {
    let mut header = [0_u8; 100];
    let read = File::open(folder.join(DATABASE)).and_then(|mut file| file.read_exact(&mut header));
    let version = i32::try_from(open::number(&header, 60)).unwrap_or(0);
    let is_store = read.is_ok() && open::number(&header, 68) == APPLICATION_ID.unsigned_abs();
    is_store && version > 0 && version < migrate::newest(MIGRATIONS)
}

/// Brings it up to date, and tells what it is at. A store that is up to date is left as it is.
///
/// # Errors
/// Those of opening; and no room for the backup, without which nothing is changed.
pub fn run(folder: &Path, told: &dyn Fn(UpgradeStep)) -> Result<()> {
    open::open_telling(folder, MIGRATIONS, told).map(drop)
}
