//! Files kept with records: each once, under the fingerprint of its content, in a folder of the store's own.
//!
//! A file is copied under a temporary name, synced, read back, and only then given its place; the record that names it
//! comes last. So there is never a record without its file, and what stands under a fingerprint never changes: a backup
//! shares the files of the store beside it, and another place gets each of them once.
//!
//! `<store>/tansiq-files/ab/abcd…` holds the bytes (the name is the BLAKE3 fingerprint in hexadecimal digits),
//! `<store>/tansiq-files/incoming` the copies that are under way, `<store>/opened` what is being looked at.

mod attaching;
mod carry;
mod copy;
mod name;
mod sweep;

#[cfg(test)]
pub(super) use attaching::document;
pub use attaching::{AttachId, AttachState, Attaching};
pub(super) use attaching::{Attacher, Coming};
pub(super) use carry::{carry, faults};
pub(super) use sweep::sweep;

use super::folder::sync;
use crate::error::{Error, ErrorKind, Result};
use copy::{Broken, Part};
use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// The largest file that is kept, in bytes.
pub const LARGEST_FILE_BYTES: u64 = 200 * 1024 * 1024;

/// The folder of kept files, in the store's own and beside a backup.
pub(super) const FOLDER: &str = "tansiq-files";
/// Copies under way, below [`FOLDER`].
const INCOMING: &str = "incoming";
/// Copies that are looked at, in the store's folder.
const OPENED: &str = "opened";
/// A file never takes the last room of a disk: notes need it more. In bytes.
const ROOM_LEFT: u64 = 32 * 1024 * 1024;

/// How much room a test says a disk has, in bytes; `u64::MAX` asks the disk.
pub type RoomLimit = Arc<AtomicU64>;

/// Is a kept file as it was when it came?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It is there.
    Here,
    /// It is not in the store's folder.
    Missing,
    /// Its bytes are not those that were kept.
    Altered,
}

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// What it is called.
    pub name: String,
    /// Names its content.
    pub hash: String,
    /// How large it is.
    pub bytes: u64,
}

/// The kept files of a store.
#[derive(Debug)]
pub(super) struct Files {
    store_folder: PathBuf,
    folder: PathBuf,
    room: RoomLimit,
    /// Fingerprints whose bytes were found to be others.
    altered: Mutex<BTreeSet<String>>,
}

impl Files {
    pub fn new(store_folder: &Path, room: RoomLimit) -> Self {
        let folder = store_folder.join(FOLDER);
        Self { store_folder: store_folder.to_owned(), folder, room, altered: Mutex::default() }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where copies are put that people look at.
    pub fn opened(&self) -> PathBuf {
        self.store_folder.join(OPENED)
    }

    /// Clears away what an earlier run left: half copies, and copies nobody looks at any more.
    pub fn tidy(&self) {
        for left in [self.folder.join(INCOMING), self.opened()] {
            if let Err(error) = std::fs::remove_dir_all(&left)
                && error.kind() != io::ErrorKind::NotFound
            {
                log::info!("{}: {error}", left.display());
            }
        }
    }

    /// Takes a file in. `goes_on` hears how much of it is copied, and may call it off; then the answer is `None`.
    pub fn keep(&self, from: &Path, mut goes_on: impl FnMut(u64) -> bool) -> Result<Option<Kept>> {
        let name = name::shown(from);
        let unreadable = |error: io::Error| unreadable(from, &name, &error);
        let before = std::fs::metadata(from).map_err(unreadable)?;
        if before.is_dir() {
            return Err(Error::new(ErrorKind::FileIsFolder(name), from.display()));
        }
        if !before.is_file() {
            return Err(unreadable_as(from, "neither a file nor a folder"));
        }
        if before.len() == 0 {
            return Err(Error::new(ErrorKind::FileEmpty(name), from.display()));
        }
        if before.len() > LARGEST_FILE_BYTES {
            return Err(Error::new(ErrorKind::FileTooLarge(name), before.len()));
        }
        let mut source = File::open(from).map_err(unreadable)?;
        let incoming = self.folder.join(INCOMING);
        std::fs::create_dir_all(&incoming).map_err(|error| unkept(&name, error))?;
        self.has_room(before.len(), &name)?;
        let part = Part::new(incoming.join(uuid::Uuid::now_v7().to_string()));
        let mut place = File::create(part.path()).map_err(|error| unkept(&name, error))?;
        let copied = match copy::copy(&mut source, &mut place, LARGEST_FILE_BYTES, &mut goes_on) {
            Ok(copied) => copied,
            Err(Broken::CalledOff) => return Ok(None),
            Err(Broken::TooLarge) => return Err(Error::new(ErrorKind::FileTooLarge(name), "it grew")),
            Err(Broken::Source(error)) => return Err(unreadable(error)),
            Err(Broken::Place(error)) => return Err(unkept(&name, error)),
        };
        // Somebody writes to it: what was copied is neither what it was nor what it will be.
        let after = source.metadata().map_err(unreadable)?;
        if after.len() != copied.bytes || after.len() != before.len() || after.modified().ok() != before.modified().ok()
        {
            return Err(Error::new(ErrorKind::FileChanging(name), from.display()));
        }
        place.sync_all().map_err(|error| unkept(&name, error))?;
        drop(place);
        let written = copy::hash_of(part.path()).map_err(|error| unkept(&name, error))?;
        if written != copied.hash {
            return Err(Error::new(ErrorKind::Disk, format!("{}: the copy is not the file", part.path().display())));
        }
        // Syncing and reading back take their time: it may be unwanted by now.
        if !goes_on(copied.bytes) {
            return Ok(None);
        }
        self.place(part, &copied.hash).map_err(|error| unkept(&name, error))?;
        Ok(Some(Kept { name, hash: copied.hash, bytes: copied.bytes }))
    }

    /// Gives a copy its place, unless the same file is there already; one that was altered is made good.
    fn place(&self, part: Part, hash: &str) -> io::Result<()> {
        let other = || io::Error::other(format!("{hash} is no fingerprint"));
        let to = path_of(&self.folder, hash).ok_or_else(other)?;
        let is_there = to.is_file() && copy::hash_of(&to)? == hash;
        if is_there {
            // It counts as new: what clears away files that nobody refers to passes it by.
            File::options().write(true).open(&to)?.set_modified(SystemTime::now())?;
        } else {
            let folder = to.parent().unwrap_or(&self.folder);
            std::fs::create_dir_all(folder)?;
            part.place(&to)?;
            for folder in [folder, self.folder.as_path()] {
                sync(folder).map_err(|error| io::Error::other(error.to_string()))?;
            }
        }
        self.altered().remove(hash);
        Ok(())
    }

    /// Is the file there, as large as it was? A look at the disk's lists only.
    pub fn state(&self, hash: &str, bytes: u64) -> FileState {
        let found = path_of(&self.folder, hash).and_then(|path| std::fs::metadata(path).ok());
        match found {
            Some(found) if found.is_file() && found.len() == bytes && !self.altered().contains(hash) => FileState::Here,
            Some(_) => FileState::Altered,
            None => FileState::Missing,
        }
    }

    /// A kept file's bytes, unless it is missing or larger than that.
    pub fn bytes(&self, hash: &str, most: u64) -> Option<Vec<u8>> {
        let path = path_of(&self.folder, hash)?;
        let bytes = std::fs::metadata(&path).ok().filter(|found| found.is_file() && found.len() <= most)?.len();
        let mut content = Vec::with_capacity(usize::try_from(bytes).unwrap_or_default());
        let file = File::open(&path).ok()?;
        io::Read::read_to_end(&mut io::Read::take(file, most), &mut content).ok()?;
        Some(content)
    }

    /// Copies a kept file out. It is read to the end before it gets its name: bytes that are not those that were kept are
    /// never handed out.
    pub fn copy_out(&self, hash: &str, name: &str, to: &Path) -> Result<()> {
        let missing = |details: &dyn ToString| Error::new(ErrorKind::FileMissing(name.to_owned()), details.to_string());
        let from = path_of(&self.folder, hash).ok_or_else(|| missing(&hash))?;
        let mut source = File::open(&from).map_err(|error| missing(&error))?;
        let unwritable = |error: io::Error| out_of(name, to, error);
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(unwritable)?;
        let part = Part::new(folder.join(format!(".{}.part", uuid::Uuid::now_v7().simple())));
        let mut place = File::create(part.path()).map_err(unwritable)?;
        let copied = copy::copy(&mut source, &mut place, u64::MAX, |_| true).map_err(|broken| match broken {
            Broken::Place(error) => out_of(name, to, error),
            Broken::Source(error) => Error::new(ErrorKind::FileAltered(name.to_owned()), error),
            Broken::TooLarge | Broken::CalledOff => Error::new(ErrorKind::Internal, name),
        })?;
        if copied.hash != hash {
            self.altered().insert(hash.to_owned());
            return Err(Error::new(ErrorKind::FileAltered(name.to_owned()), from.display()));
        }
        place.sync_all().map_err(unwritable)?;
        drop(place);
        part.place(to).map_err(unwritable)?;
        self.altered().remove(hash);
        Ok(())
    }

    fn has_room(&self, bytes: u64, name: &str) -> Result<()> {
        let room = match self.room.load(Ordering::Relaxed) {
            u64::MAX => match fs4::available_space(&self.folder) {
                Ok(room) => room,
                Err(error) => {
                    // The copy itself will tell.
                    log::info!("{}: {error}", self.folder.display());
                    return Ok(());
                }
            },
            room => room,
        };
        if room < bytes.saturating_add(ROOM_LEFT) {
            return Err(Error::new(ErrorKind::NoRoom(name.to_owned()), format!("{bytes} bytes, {room} free")));
        }
        Ok(())
    }

    fn altered(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.altered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where a fingerprint's file stands below a folder of files; nothing for what is no fingerprint, whatever an exchanged
/// store may say.
fn path_of(folder: &Path, hash: &str) -> Option<PathBuf> {
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    Some(folder.join(hash.get(..2).filter(|_| is_hash)?).join(hash))
}

/// A file a person gave that can't be read.
fn unreadable(path: &Path, name: &str, error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::NotFound {
        return Error::new(ErrorKind::FileGone(name.to_owned()), path.display());
    }
    unreadable_as(path, error)
}

fn unreadable_as(path: &Path, details: impl ToString) -> Error {
    Error::new(ErrorKind::FileUnreadable(path.display().to_string()), details)
}

/// The store's own folder does not take a file.
fn unkept(name: &str, error: io::Error) -> Error {
    if is_full(&error) { Error::new(ErrorKind::NoRoom(name.to_owned()), error) } else { super::failure::disk(error) }
}

/// Another place does not take a file.
fn out_of(name: &str, to: &Path, error: io::Error) -> Error {
    if is_full(&error) {
        return Error::new(ErrorKind::NoRoom(name.to_owned()), error);
    }
    Error::new(ErrorKind::FileUnwritable(to.display().to_string()), error)
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_disk_says_is_told_as_what_a_person_can_do() {
        let name = "خطاب.pdf".to_owned();
        let read = |kind: io::ErrorKind| unreadable(Path::new("/desk/خطاب.pdf"), &name, &kind.into()).kind().clone();
        assert_eq!(read(io::ErrorKind::NotFound), ErrorKind::FileGone(name.clone()));
        let path = "/desk/خطاب.pdf".to_owned();
        assert_eq!(read(io::ErrorKind::PermissionDenied), ErrorKind::FileUnreadable(path.clone()));
        let kept = |kind: io::ErrorKind| unkept(&name, kind.into()).kind().clone();
        assert_eq!(kept(io::ErrorKind::StorageFull), ErrorKind::NoRoom(name.clone()));
        assert_eq!(kept(io::ErrorKind::QuotaExceeded), ErrorKind::NoRoom(name.clone()));
        assert_eq!(kept(io::ErrorKind::ReadOnlyFilesystem), ErrorKind::StoreReadOnly);
        let copied = |kind: io::ErrorKind| out_of(&name, Path::new(&path), kind.into()).kind().clone();
        assert_eq!(copied(io::ErrorKind::StorageFull), ErrorKind::NoRoom(name.clone()));
        assert_eq!(copied(io::ErrorKind::PermissionDenied), ErrorKind::FileUnwritable(path.clone()));
    }

    #[test]
    fn only_a_fingerprint_names_a_kept_file() {
        let check = |hash: &str, expected: bool| assert_eq!(path_of(Path::new("files"), hash).is_some(), expected);
        check(&"ab".repeat(32), true);
        check(&"AB".repeat(32), false);
        check("", false);
        check("../../../etc/passwd", false);
        check(&format!("{}/..", "a".repeat(61)), false);
    }
}
