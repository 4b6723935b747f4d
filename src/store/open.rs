//! Opening a store: what is in the folder, whether it is ours and whole, and in which way it can be used. Looks at a few
//! bytes only; a look over the whole file goes on in the background when the last close was not in order.

use super::columns;
use super::connection::{self, APPLICATION_ID, Source};
use super::folder::{self, Copied, DATABASE, Lock, Locking};
use super::migrate::{self, MIGRATIONS, Migration};
use super::search::rebuild;
use super::upgrade::UpgradeStep;
use super::{backup, failure, place};
use crate::error::{Error, ErrorKind, Result};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::Path;

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

/// An opened store, before its threads start.
#[derive(Debug)]
pub(super) struct Opened {
    /// To write with; `None` when it can only be read.
    pub writer: Option<Connection>,
    /// Where to read.
    pub source: Source,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// The lock; `None` in a folder that can't be written.
    pub lock: Option<Lock>,
    /// Where the rows are read from when that is not the folder.
    pub copied: Option<Copied>,
}

/// Opens the store of a folder, or makes it.
pub(super) fn open(folder: &Path) -> Result<Opened> {
    open_with(folder, MIGRATIONS)
}

/// Opens with other migrations than this program's: a test has those of a later one.
pub(super) fn open_with(folder: &Path, migrations: &[Migration]) -> Result<Opened> {
    open_telling(folder, migrations, &|_| {})
}

/// Opens, and tells what an upgrade is at.
pub(super) fn open_telling(folder: &Path, migrations: &[Migration], told: &dyn Fn(UpgradeStep)) -> Result<Opened> {
    std::fs::create_dir_all(folder).map_err(failure::disk)?;
    let database = folder.join(DATABASE);
    let mut notices: Vec<Notice> = place::risk(folder, &place::mounts()).map(Notice::RiskyPlace).into_iter().collect();
    let lock = match Lock::take(folder)? {
        Locking::Held(lock) => lock,
        Locking::ReadOnly(error) => {
            notices.push(Notice::ReadOnly);
            return open_read_only(&database, notices, &error);
        }
    };
    if !database.try_exists().map_err(failure::disk)? {
        if folder::has_journal(&database) {
            // Its database is gone; SQLite would mix the journal into a new one.
            return Err(Error::new(ErrorKind::StoreCorrupt, "the database is missing, its journal is there"));
        }
        create(&database, migrations)?;
    }
    check_header(&database)?;
    let source = Source { path: database.clone(), immutable: false };
    let writer = connection::writer(&database).map_err(|error| broken_or(error, &database))?;
    if writer.is_readonly("main")? {
        notices.push(Notice::ReadOnly);
        return Ok(Opened { writer: None, source, notices, lock: Some(lock), copied: None });
    }
    let back_up = || {
        told(UpgradeStep::BackingUp);
        backup::before_migration(folder, &source)?;
        told(UpgradeStep::Changing);
        Ok(())
    };
    let migrated =
        migrate::migrate(&writer, migrations, back_up).and_then(|()| columns::add_declared(&writer, migrations));
    match migrated {
        Ok(()) => Ok(Opened { writer: Some(writer), source, notices, lock: Some(lock), copied: None }),
        Err(error) if *error.kind() == ErrorKind::StoreNewer => {
            notices.push(Notice::NewerReadOnly);
            Ok(Opened { writer: None, source, notices, lock: Some(lock), copied: None })
        }
        Err(error) => Err(error),
    }
}

/// Opens to read beside the program that has the store: as long as that one brings it up to date, or is of another version,
/// it is in use as before.
pub(super) fn open_beside(folder: &Path) -> Result<Opened> {
    let database = folder.join(DATABASE);
    check_header(&database)?;
    let source = Source { path: database, immutable: false };
    let reader = connection::reader(&source)?;
    if migrate::version(&reader)? != migrate::newest(MIGRATIONS) || !columns::has_declared(&reader)? {
        return Err(Error::new(ErrorKind::StoreInUse, folder.display()));
    }
    Ok(Opened { writer: None, source, notices: vec![Notice::ReadOnly], lock: None, copied: None })
}

/// In a folder that can't be written SQLite can't keep its shared memory: without a write-ahead log the file is read as it
/// is, with one a copy is read, for the last edits are in the log.
fn open_read_only(database: &Path, notices: Vec<Notice>, cause: &std::io::Error) -> Result<Opened> {
    if !database.try_exists().map_err(failure::disk)? {
        return Err(Error::new(ErrorKind::StoreReadOnly, cause));
    }
    check_header(database)?;
    let copied = folder::has_journal(database).then(|| Copied::new(database)).transpose()?;
    let source = match &copied {
        Some(copied) => Source { path: copied.database(), immutable: false },
        None => Source { path: database.to_owned(), immutable: true },
    };
    if copied.is_some() {
        // Takes the copied log up into the copied file.
        connection::writer(&source.path)?;
    }
    connection::reader(&source).and_then(|reader| migrate::version(&reader))?;
    Ok(Opened { writer: None, source, notices, lock: None, copied })
}

/// Makes a store complete under a temporary name, then renames it: a file of that name is never half a store.
fn create(database: &Path, migrations: &[Migration]) -> Result<()> {
    let temporary = folder::beside(database, ".new");
    remove(&temporary)?;
    let made = fill(&temporary, migrations);
    if made.is_err() {
        remove(&temporary)?;
    }
    made?;
    std::fs::rename(&temporary, database).map_err(failure::disk)?;
    folder::sync(database.parent().unwrap_or(Path::new(".")))
}

fn fill(temporary: &Path, migrations: &[Migration]) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = Connection::open_with_flags(temporary, flags)?;
    // No journal: nobody sees the file before it is whole.
    sql.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    sql.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate::migrate(&sql, migrations, || Ok(()))?;
    columns::add_declared(&sql, migrations)?;
    new_site(&sql)?;
    rebuild::note_current(&sql)?;
    // Remembered by the file; readers rely on it.
    sql.execute_batch("PRAGMA journal_mode = WAL;")?;
    sql.close().map_err(|(_, error)| error)?;
    File::options().write(true).open(temporary).and_then(|file| file.sync_all()).map_err(failure::disk)
}

/// Gives this copy of the store a site of its own: a new store, or a restored backup, whose new records would otherwise
/// pass for old ones elsewhere.
pub(super) fn new_site(sql: &Connection) -> Result<()> {
    let uid = uuid::Uuid::now_v7().to_string();
    sql.execute("INSERT INTO site (uid) VALUES (?1)", [&uid])?;
    sql.execute(
        "INSERT INTO meta (key, value) VALUES ('site', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
        [&uid],
    )?;
    Ok(())
}

fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failure::disk(error)),
        _ => Ok(()),
    }
}

/// A header that was fine a moment ago and a connection that fails: the pages behind it are damaged.
fn broken_or(error: Error, database: &Path) -> Error {
    if *error.kind() == ErrorKind::Internal {
        return Error::new(ErrorKind::StoreCorrupt, format!("{}: {}", database.display(), error.details()));
    }
    error
}

/// The first bytes of the file: is it a database, whole, and ours?
fn check_header(database: &Path) -> Result<()> {
    let mut file = File::open(database).map_err(failure::disk)?;
    let length = file.metadata().map_err(failure::disk)?.len();
    if length == 0 {
        return Err(Error::new(ErrorKind::StoreEmpty, database.display()));
    }
    let mut header = [0_u8; 100];
    let corrupt = |what: &str| Error::new(ErrorKind::StoreCorrupt, format!("{}: {what}", database.display()));
    file.read_exact(&mut header).map_err(|_| corrupt("shorter than a header"))?;
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(corrupt("no database header"));
    }
    if number(&header, 68) != APPLICATION_ID.unsigned_abs() {
        return Err(Error::new(ErrorKind::StoreForeign, database.display()));
    }
    // The page count is only kept when these agree; and a log still holds what the file lacks.
    let counts_pages = number(&header, 24) == number(&header, 92);
    let page_size = match number(&header, 16) >> 16 {
        1 => 65_536,
        size => u64::from(size),
    };
    if counts_pages && !folder::has_journal(database) && u64::from(number(&header, 28)) * page_size > length {
        return Err(corrupt("shorter than its header says"));
    }
    Ok(())
}

/// A number of the header, at its offset.
pub(super) fn number(header: &[u8; 100], at: usize) -> u32 {
    header.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |bytes| u32::from_be_bytes(*bytes))
}
