//! The store's folder: its files, the single-instance lock, and whether the last one closed in order.

use super::failure;
use crate::error::{Error, ErrorKind, Result};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// The database.
pub(super) const DATABASE: &str = "tansiq.db";
const LOCK: &str = "store.lock";
const OPEN: &str = "open";
const CLOSED: &str = "closed";

/// The single-instance lock; held as long as this lives.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// Whoever had the store before went without closing it.
    pub was_unclean: bool,
}

/// What trying for the lock answered.
#[derive(Debug)]
pub(super) enum Locking {
    /// It is ours.
    Held(Lock),
    /// The folder can't be written.
    ReadOnly(std::io::Error),
}

impl Lock {
    /// Takes the lock.
    ///
    /// # Errors
    /// Another program has the store.
    pub fn take(folder: &Path) -> Result<Locking> {
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(LOCK));
        let mut file = match opened {
            Ok(file) => file,
            Err(error) if is_read_only(&error) => return Ok(Locking::ReadOnly(error)),
            Err(error) => return Err(failure::disk(error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::new(ErrorKind::StoreInUse, folder.display())),
            // A file system without locks: the notice about risky places says so.
            Err(TryLockError::Error(error)) => log::warn!("no lock on {}: {error}", folder.display()),
        }
        let mut mark = String::new();
        file.read_to_string(&mut mark).map_err(failure::disk)?;
        let lock = Self { file, was_unclean: mark.trim() == OPEN };
        lock.mark(OPEN);
        Ok(Locking::Held(lock))
    }

    /// The store was closed in order.
    pub fn close(&self) {
        self.mark(CLOSED);
    }

    fn mark(&self, mark: &str) {
        let mut file = &self.file;
        let written = file.rewind().and_then(|()| file.set_len(0)).and_then(|()| file.write_all(mark.as_bytes()));
        if let Err(error) = written {
            // Only decides whether the next start looks the file over.
            log::warn!("the lock file can't be marked {mark}: {error}");
        }
    }
}

/// Does the error say that nothing can be written here?
pub(super) fn is_read_only(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem)
}

/// Makes a rename or a new file last.
pub(super) fn sync(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failure::disk)?;
    }
    Ok(())
}

/// The file SQLite keeps beside a database, such as its write-ahead log.
pub(super) fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Is there a write-ahead log with something in it?
pub(super) fn has_journal(database: &Path) -> bool {
    beside(database, "-wal").metadata().is_ok_and(|data| data.len() > 0)
}

/// A copy of a store that can't be read where it is; deleted with this.
#[derive(Debug)]
pub(super) struct Copied {
    folder: PathBuf,
}

impl Copied {
    /// Copies the database and its write-ahead log to a temporary folder.
    pub fn new(database: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("tansiq-{}", uuid::Uuid::now_v7()));
        let copied = Self { folder };
        let copy = || -> std::io::Result<()> {
            std::fs::create_dir_all(&copied.folder)?;
            std::fs::copy(database, copied.database())?;
            std::fs::copy(beside(database, "-wal"), beside(&copied.database(), "-wal"))?;
            Ok(())
        };
        copy().map_err(failure::disk)?;
        Ok(copied)
    }

    /// The copied database.
    pub fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            log::warn!("a temporary copy stays behind: {error}");
        }
    }
}
