//! Taking a backup back in the place of a store that is damaged: checked first, then swapped in, the damaged file kept.

use super::backup;
use super::connection::{self, APPLICATION_ID, Source};
use super::failure;
use super::files;
use super::folder::{self, DATABASE, Lock};
use crate::error::{Error, ErrorKind, Result};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The newest automatic backup of the store in a folder.
pub fn newest_backup(folder: &Path) -> Option<PathBuf> {
    backup::newest_file(folder)
}

/// Puts a backup in the place of the store in a folder, and the files beside it that the store lacks. What stood there is kept beside it, under a name that says when.
///
/// # Errors
/// The backup is not sound, another program has the store, or the folder can't be written. Nothing is changed then.
pub fn restore(store_folder: &Path, backup: &Path) -> Result<()> {
    let _lock = Lock::take(store_folder)?;
    let store = store_folder.join(DATABASE);
    let incoming = folder::beside(&store, ".restored");
    let unwritable =
        |error: std::io::Error| Error::new(ErrorKind::FileUnwritable(incoming.display().to_string()), error);
    std::fs::copy(backup, &incoming).map_err(unwritable)?;
    let kept = backup.parent().unwrap_or(Path::new(".")).join(files::FOLDER);
    let carried = prepare(&incoming).and_then(|()| {
        let sql = connection::reader(&Source { path: incoming.clone(), immutable: false })?;
        files::carry(&sql, &kept, &store_folder.join(files::FOLDER))
    });
    if let Err(error) = carried {
        if let Err(left) = std::fs::remove_file(&incoming) {
            log::warn!("{}: {left}", incoming.display());
        }
        return Err(error);
    }
    // The log and the shared memory belong to the damaged file: they go aside with it.
    let aside = format!(".damaged-{}", uuid::Uuid::now_v7().simple());
    for ending in ["-wal", "-shm", ""] {
        let from = folder::beside(&store, ending);
        if from.exists() {
            std::fs::rename(&from, folder::beside(&from, &aside)).map_err(failure::disk)?;
        }
    }
    std::fs::rename(&incoming, &store).map_err(failure::disk)?;
    folder::sync(store_folder)
}

/// Checks a copy and gives it a site of its own: under the old one, its new records would be taken for known ones
/// wherever the old store's have already gone.
fn prepare(copy: &Path) -> Result<()> {
    let reader = connection::reader(&Source { path: copy.to_owned(), immutable: false })?;
    let said: String = reader.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let id: i32 = reader.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if said != "ok" || id != APPLICATION_ID {
        return Err(Error::new(ErrorKind::StoreCorrupt, format!("{}: {said}", copy.display())));
    }
    drop(reader);
    let mut sql = Connection::open(copy)?;
    let transaction = sql.transaction()?;
    super::open::new_site(&transaction)?;
    transaction.commit()?;
    sql.close().map_err(|(_, error)| error)?;
    std::fs::File::options().write(true).open(copy).and_then(|file| file.sync_all()).map_err(failure::disk)
}
