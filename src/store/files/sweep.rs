//! Clearing away files that nothing can ask for any more. Careful rather than thorough: a record in the bin, a line of the
//! log, a backup or a database that was set aside keeps a file, and so does whatever can't be read.

use super::path_of;
use crate::error::Result;
use crate::store::connection::{self, Source};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file that came later than this is left alone: its record may be on its way.
const YOUNG: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Removes the files below a folder of files that neither the store nor one of the databases refers to. Answers how many.
pub(in crate::store) fn sweep(folder: &Path, store: &Source, databases: &[PathBuf], now: SystemTime) -> Result<usize> {
    let before = now.checked_sub(YOUNG).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut left: Vec<String> = old_files(folder, before);
    if left.is_empty() {
        return Ok(0);
    }
    drop_referred(&mut left, &connection::reader(store)?)?;
    for path in databases {
        if left.is_empty() {
            return Ok(0);
        }
        // One that can't be read may refer to anything.
        let other = connection::reader(&Source { path: path.clone(), immutable: false });
        if let Err(error) = other.and_then(|sql| drop_referred(&mut left, &sql)) {
            log::info!("nothing is cleared away while {} can't be read: {error}", path.display());
            return Ok(0);
        }
    }
    for hash in &left {
        let Some(path) = path_of(folder, hash) else { continue };
        if let Err(error) = std::fs::remove_file(&path) {
            log::warn!("{}: {error}", path.display());
        }
    }
    Ok(left.len())
}

/// Takes off the list what a database refers to: in a record, or in what a record once held.
fn drop_referred(left: &mut Vec<String>, sql: &Connection) -> Result<()> {
    if !sql.table_exists(None, "document")? {
        return Ok(());
    }
    let mut named = sql.prepare("SELECT 1 FROM document WHERE hash = ?1 LIMIT 1")?;
    let mut logged = sql.prepare("SELECT 1 FROM change WHERE entity = 'document' AND instr(value, ?1) > 0 LIMIT 1")?;
    let mut unknown = Vec::with_capacity(left.len());
    for hash in std::mem::take(left) {
        if !named.exists([&hash])? && !logged.exists([&hash])? {
            unknown.push(hash);
        }
    }
    *left = unknown;
    Ok(())
}

/// The fingerprints of the files below a folder that came before that time.
fn old_files(folder: &Path, before: SystemTime) -> Vec<String> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries(folder)
        .flat_map(|group| entries(&group.path()).collect::<Vec<_>>())
        .filter(|file| file.metadata().and_then(|data| data.modified()).is_ok_and(|changed| changed < before))
        .filter_map(|file| file.file_name().into_string().ok())
        .filter(|name| path_of(folder, name).is_some_and(|path| path.is_file()))
        .collect()
}
