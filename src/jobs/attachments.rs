//! Kept files on their way out: a copy to look at, a copy to keep.

use super::free_name;
use crate::documents::safe_file_name;
use crate::domain::DocumentId;
use crate::domain::media;
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::{DocumentFile, FileView};
use std::path::{Path, PathBuf};

/// So many names are tried beside files that are there.
const ATTEMPTS: u32 = 200;

/// A copy of a kept file under its own name, for the system's program to open: what is written to it by accident is neither
/// kept nor lost without a word, for it can only be read. Answers where it is.
///
/// # Errors
/// [`ErrorKind::FileRuns`] for what the system would run; the kept file is missing or altered; no room.
pub fn copy_to_open(store: &Store, document: DocumentId) -> Result<PathBuf> {
    let FileView { file_name, hash } = store.read(DocumentFile { id: document })?;
    if media::runs(&file_name) {
        return Err(Error::new(ErrorKind::FileRuns(file_name), ""));
    }
    let folder = opened_folder(store)?;
    let name = safe_file_name(&file_name);
    let path = folder.join(hash.get(..12).unwrap_or_default()).join(&name);
    // A program may hold the copy that was opened before.
    if is_file_of(&path, &hash) {
        return Ok(path);
    }
    let path = if path.exists() { folder.join(uuid::Uuid::now_v7().to_string()).join(&name) } else { path };
    store.copy_out(document, &path)?;
    if let Err(error) = may_only_be_read(&path) {
        log::info!("{}: {error}", path.display());
    }
    Ok(path)
}

/// A copy of a kept file for the person: `to` is the file, or a folder that gets one. With `may_replace` the person has
/// agreed to write over what is there; else another name is found beside it. Answers where it is.
///
/// # Errors
/// The kept file is missing or altered, or the place can't be written.
pub fn save_copy(store: &Store, document: DocumentId, to: &Path, may_replace: bool) -> Result<PathBuf> {
    let FileView { file_name, .. } = store.read(DocumentFile { id: document })?;
    let name = safe_file_name(&file_name);
    let wanted = if to.is_dir() { to.join(&name) } else { to.to_owned() };
    let (folder, own) = (wanted.parent().unwrap_or(Path::new("")), wanted.file_name().unwrap_or_default());
    let own = own.to_string_lossy();
    let free = (0..ATTEMPTS).map(|attempt| free_name(folder, &own, attempt)).find(|path| !path.exists());
    let path = if may_replace { wanted } else { free.unwrap_or(wanted) };
    store.copy_out(document, &path)?;
    Ok(path)
}

/// Where copies that are looked at are put: in the store's folder; elsewhere, for nobody else to read, where that can't be
/// written.
pub(super) fn opened_folder(store: &Store) -> Result<PathBuf> {
    let own = store.opened_folder();
    let folder = if store.is_read_only() {
        std::env::temp_dir().join(format!("tansiq-opened-{}", uuid::Uuid::now_v7().simple()))
    } else {
        own
    };
    make_private(&folder)
        .map_err(|error| Error::new(ErrorKind::FileUnwritable(folder.display().to_string()), error))?;
    Ok(folder)
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

fn may_only_be_read(path: &Path) -> std::io::Result<()> {
    let mut permissions = std::fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(path, permissions)
}

/// Is the file there, with that content?
fn is_file_of(path: &Path, hash: &str) -> bool {
    let Ok(file) = std::fs::File::open(path) else { return false };
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file).is_ok_and(|hasher| hasher.finalize().to_hex().as_str() == hash)
}
