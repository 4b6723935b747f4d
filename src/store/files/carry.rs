//! The files a database refers to: carried to another place with a backup, brought back with it, looked over.

use super::copy::{self, Broken, Part};
use super::{FileState, Files, path_of};
use crate::error::{Error, ErrorKind, Result};
use crate::store::check::Finding;
use rusqlite::Connection;
use std::fs::File;
use std::path::Path;

/// Copies the files that a database refers to from one folder of files to another, each unless it is there. What is not in
/// the first is left out: a backup without one file is better than none.
pub(in crate::store) fn carry(sql: &Connection, from: &Path, to: &Path) -> Result<()> {
    for (hash, bytes) in referred(sql)? {
        let (Some(source), Some(place)) = (path_of(from, &hash), path_of(to, &hash)) else { continue };
        let is_there = place.metadata().is_ok_and(|data| data.is_file() && data.len() == bytes);
        if is_there || source == place {
            continue;
        }
        match File::open(&source) {
            Ok(mut source) => carry_one(&mut source, &hash, &place)?,
            Err(error) => log::warn!("left out of the copy: {}: {error}", source.display()),
        }
    }
    Ok(())
}

fn carry_one(source: &mut File, hash: &str, place: &Path) -> Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    let unwritable = |error: std::io::Error| {
        let is_full = super::is_full(&error);
        let kind = if is_full { ErrorKind::DiskFull } else { ErrorKind::FileUnwritable(place.display().to_string()) };
        Error::new(kind, error)
    };
    std::fs::create_dir_all(folder).map_err(unwritable)?;
    let part = Part::new(folder.join(format!(".{}.part", uuid::Uuid::now_v7().simple())));
    let mut copied_to = File::create(part.path()).map_err(unwritable)?;
    match copy::copy(source, &mut copied_to, u64::MAX, |_| true) {
        Ok(copied) if copied.hash == hash => {
            copied_to.sync_all().map_err(unwritable)?;
            drop(copied_to);
            part.place(place).map_err(unwritable)?;
            super::sync(folder)
        }
        Ok(_) => {
            log::warn!("left out of the copy: {hash} is not what was kept");
            Ok(())
        }
        Err(Broken::Place(error)) => Err(unwritable(error)),
        Err(broken) => {
            log::warn!("left out of the copy: {hash}: {broken:?}");
            Ok(())
        }
    }
}

/// The fingerprints that records name, those in the bin among them, and how large their files are.
fn referred(sql: &Connection) -> Result<Vec<(String, u64)>> {
    // Stores of the first version know no documents.
    if !sql.table_exists(None, "document")? {
        return Ok(Vec::new());
    }
    let mut statement = sql.prepare("SELECT hash, max(bytes) FROM document WHERE hash <> '' GROUP BY hash")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.unwrap_or_default())))?;
    let found: Vec<(String, i64)> = found.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().map(|(hash, bytes)| (hash, bytes.unsigned_abs())).collect())
}

/// What is wrong with the kept files: each is read to its end.
pub(in crate::store) fn faults(sql: &Connection, files: &Files) -> Result<Vec<(Finding, String)>> {
    let mut faults = Vec::new();
    for (hash, bytes) in referred(sql)? {
        let (key, what) = match files.state(&hash, bytes) {
            FileState::Missing => ("check-file-missing", "is missing"),
            FileState::Here if is_sound(files, &hash) => continue,
            FileState::Altered | FileState::Here => ("check-file-altered", "is not what was kept"),
        };
        let mut names = sql.prepare_cached("SELECT id, coalesce(file_name, name, '') FROM document WHERE hash = ?1")?;
        let mut rows = names.query([&hash])?;
        while let Some(row) = rows.next()? {
            let (id, name): (i64, String) = (row.get(0)?, row.get(1)?);
            let fault = format!("document {id} {name:?} {what}");
            faults.push((Finding::new(key, name), fault));
        }
    }
    Ok(faults)
}

fn is_sound(files: &Files, hash: &str) -> bool {
    let read = path_of(files.folder(), hash).map(|path| copy::hash_of(&path));
    let is_sound = matches!(&read, Some(Ok(found)) if found == hash);
    if !is_sound {
        files.altered().insert(hash.to_owned());
    }
    is_sound
}
