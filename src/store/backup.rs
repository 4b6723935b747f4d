//! Backups: an online copy under a temporary name, reopened and checked, made to last, then renamed. A file with a
//! backup's name is always a checked one.

use super::clock::Moment;
use super::connection::{self, APPLICATION_ID, Source};
use super::failure;
use super::files;
use super::folder;
use super::retention;
use crate::error::{Error, ErrorKind, Result};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};

/// The backups' folder, in the store's own and in the second place.
const FOLDER: &str = "backups";

/// Copies the store to a file, and what it refers to in a folder of kept files into one beside that file. `seal` is called when the state to copy is fixed: nothing that is in it may be rewritten
/// afterwards.
pub(super) fn copy(source: &Source, kept: Option<&Path>, to: &Path, seal: impl FnOnce()) -> Result<()> {
    let unwritable = |error: std::io::Error| Error::new(ErrorKind::FileUnwritable(to.display().to_string()), error);
    let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(unwritable)?;
    let temporary = folder::beside(to, ".part");
    let made = fill(source, &temporary, seal).and_then(|()| {
        // The files first: a copy with a backup's name never lacks what it refers to.
        if let Some(kept) = kept {
            let copied = connection::reader(&Source { path: temporary.clone(), immutable: false })?;
            files::carry(&copied, kept, &parent.join(files::FOLDER))?;
        }
        std::fs::rename(&temporary, to).map_err(unwritable)?;
        folder::sync(parent)
    });
    if made.is_err() {
        for leftover in [temporary.clone(), folder::beside(&temporary, "-journal")] {
            if let Err(error) = std::fs::remove_file(&leftover)
                && error.kind() != std::io::ErrorKind::NotFound
            {
                log::warn!("a broken backup stays behind: {error}");
            }
        }
    }
    made
}

fn fill(source: &Source, temporary: &Path, seal: impl FnOnce()) -> Result<()> {
    File::create(temporary)
        .map_err(|error| Error::new(ErrorKind::FileUnwritable(temporary.display().to_string()), error))?;
    let from = connection::reader(source)?;
    from.execute_batch("BEGIN")?;
    let counts = counts(&from)?;
    seal();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut to = Connection::open_with_flags(temporary, flags)?;
    // fsync comes once, at the end.
    to.execute_batch("PRAGMA synchronous = OFF;")?;
    rusqlite::backup::Backup::new(&from, &mut to)?.step(-1)?;
    // One file, readable also where nothing can be written beside it.
    to.execute_batch("PRAGMA journal_mode = DELETE;")?;
    to.close().map_err(|(_, error)| error)?;
    verify(temporary, &counts)?;
    File::options().write(true).open(temporary).and_then(|file| file.sync_all()).map_err(failure::disk)
}

/// Reopens a copy and looks it over.
fn verify(copy: &Path, expected: &[i64]) -> Result<()> {
    let copied = connection::reader(&Source { path: copy.to_owned(), immutable: false })?;
    let said: String = copied.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let id: i32 = copied.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if said != "ok" || id != APPLICATION_ID || counts(&copied)? != expected {
        return Err(Error::new(ErrorKind::StoreCorrupt, format!("the copy {} is not sound: {said}", copy.display())));
    }
    Ok(())
}

/// How many rows each table has that is not derived, whatever the store's version knows.
fn counts(sql: &Connection) -> Result<Vec<i64>> {
    let mut statement = sql.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT GLOB 'search*' AND name NOT GLOB 'sqlite_*' ORDER BY name",
    )?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let count = |table| Ok(sql.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?);
    tables.into_iter().map(count).collect()
}

/// The backup a migration starts from; kept beside the automatic ones, outside their thinning.
pub(super) fn before_migration(folder: &Path, source: &Source) -> Result<()> {
    let version = connection::reader(source).and_then(|reader| super::migrate::version(&reader))?;
    copy(source, None, &folder.join(FOLDER).join(format!("before-migration-from-{version}.db")), || {})
}

/// An automatic backup into the store's own folder and the second place, if one is set; then thins both. The one in the own
/// folder shares the store's files, which never change and stay as long as a backup refers to them; the second place gets
/// copies.
pub(super) fn automatic(folder: &Path, source: &Source, now: Moment, seal: impl FnOnce()) -> Result<()> {
    let name = retention::name(now.seconds());
    let own = folder.join(FOLDER);
    let made = own.join(&name);
    copy(source, None, &made, seal)?;
    thin(&own, now);
    let kept = folder.join(files::FOLDER);
    clear(&kept, source, databases(folder).chain(databases(&own)).collect(), now);
    if let Some(second) = second_folder(source)? {
        // A memory stick that is not there must not fail the backup that was made.
        let copied = Source { path: made, immutable: false };
        match copy(&copied, Some(&kept), &second.join(&name), || {}) {
            Ok(()) => {
                thin(&second, now);
                clear(&second.join(files::FOLDER), source, databases(&second).collect(), now);
            }
            Err(error) => log::warn!("no second backup: {error}"),
        }
    }
    Ok(())
}

/// When the newest automatic backup of a store was made, in Unix seconds.
pub(super) fn newest(folder: &Path) -> Option<i64> {
    files(&folder.join(FOLDER)).into_iter().map(|(made_at, _)| made_at).max()
}

/// The newest automatic backup of a store.
pub(super) fn newest_file(folder: &Path) -> Option<PathBuf> {
    files(&folder.join(FOLDER)).into_iter().max_by_key(|(made_at, _)| *made_at).map(|(_, path)| path)
}

fn second_folder(source: &Source) -> Result<Option<PathBuf>> {
    let sql = connection::reader(source)?;
    let mut statement = sql.prepare("SELECT value FROM setting WHERE key = 'backup_folder' AND deleted = 0")?;
    let found: Vec<Option<String>> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().find(|path| !path.is_empty()).map(PathBuf::from))
}

/// Clears away kept files that neither the store nor a database beside them refers to.
fn clear(kept: &Path, source: &Source, databases: Vec<PathBuf>, now: Moment) {
    let now = std::time::UNIX_EPOCH + std::time::Duration::from_secs(now.seconds().unsigned_abs());
    match files::sweep(kept, source, &databases, now) {
        Ok(0) => {}
        Ok(count) => log::info!("{count} files that nothing refers to were cleared away"),
        Err(error) => log::warn!("no files were cleared away: {error}"),
    }
}

/// All databases in a folder, those that were set aside as damaged among them.
fn databases(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let is_database = |name: &str| {
        let is_beside = name.contains("-wal") || name.contains("-shm") || name.contains("-journal");
        !is_beside && (name.ends_with(".db") || name.contains(".db."))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(move |entry| is_database(&entry.file_name().to_string_lossy())).map(|entry| entry.path())
}

fn thin(folder: &Path, now: Moment) {
    let files = files(folder);
    let times: Vec<i64> = files.iter().map(|(made_at, _)| *made_at).collect();
    let kept = retention::kept(&times, now.seconds());
    for (made_at, path) in files {
        if !kept.contains(&made_at)
            && let Err(error) = std::fs::remove_file(&path)
        {
            log::warn!("an old backup can't be deleted: {error}");
        }
    }
}

fn files(folder: &Path) -> Vec<(i64, PathBuf)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| Some((retention::made_at(&entry.file_name().to_string_lossy())?, entry.path())))
        .collect()
}
