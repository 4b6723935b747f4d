//! Files that are either whole or not there, and where they go.

use crate::domain::Settings;
use crate::error::{Error, ErrorKind, Result};
use std::io::{ErrorKind as Io, Write};
use std::path::{Path, PathBuf};

/// Writes a file by way of a temporary neighbour, so that a full disk leaves no half of one behind.
///
/// # Errors
/// [`ErrorKind::DiskFull`] or [`ErrorKind::FileUnwritable`] with the path.
pub fn write_whole(to: &Path, bytes: &[u8]) -> Result<()> {
    let unwritable = |error: std::io::Error| {
        if matches!(error.kind(), Io::StorageFull | Io::QuotaExceeded) {
            Error::new(ErrorKind::DiskFull, error)
        } else {
            Error::new(ErrorKind::FileUnwritable(to.display().to_string()), error)
        }
    };
    // What is no file, such as a pipe or a device, is written to and not put out of its place.
    if std::fs::metadata(to).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let written = std::fs::OpenOptions::new().write(true).open(to);
        return written.and_then(|mut place| place.write_all(bytes)).map_err(unwritable);
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = to.with_file_name(name);
    let written = std::fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| std::fs::rename(&part, to));
    placed.map_err(|error| {
        if let Err(left) = std::fs::remove_file(&part) {
            log::debug!("{}: {left}", part.display());
        }
        unwritable(error)
    })
}

/// Where documents go: the chosen folder, else the person's documents, else beside the store.
pub fn export_folder(settings: &Settings, store_folder: &Path) -> PathBuf {
    if !settings.export_folder.is_empty() {
        return PathBuf::from(&settings.export_folder);
    }
    directories::UserDirs::new()
        .and_then(|places| places.document_dir().map(Path::to_path_buf))
        .unwrap_or_else(|| store_folder.join("documents"))
}

/// A path of that name that can be written: the name itself, or with a number when another program holds it open.
pub fn free_name(folder: &Path, name: &str, attempt: u32) -> PathBuf {
    if attempt == 0 {
        return folder.join(name);
    }
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    folder.join(format!("{stem} ({}).{extension}", attempt + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_into_a_folder_that_was_not_there() {
        let place = tempfile::tempdir().expect("a folder");
        let to = place.path().join("deep/er/file.pdf");
        write_whole(&to, b"one").expect("written");
        write_whole(&to, b"two").expect("written over");
        assert_eq!(std::fs::read(&to).expect("readable"), b"two");
        assert_eq!(
            std::fs::read_dir(to.parent().expect("a folder")).expect("readable").count(),
            1,
            "nothing beside it"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_stays_in_its_place() {
        let place = tempfile::tempdir().expect("a folder");
        let device = place.path().join("device");
        std::os::unix::fs::symlink("/dev/null", &device).expect("a way to a device");
        write_whole(&device, b"one").expect("written");
        assert!(!std::fs::metadata(&device).expect("still there").is_file());
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named() {
        let place = tempfile::tempdir().expect("a folder");
        let file = place.path().join("file");
        std::fs::write(&file, b"").expect("written");
        let below_a_file = file.join("minutes.pdf");
        let error = write_whole(&below_a_file, b"one").expect_err("a file is no folder");
        assert_eq!(error.kind(), &ErrorKind::FileUnwritable(below_a_file.display().to_string()));
    }

    #[test]
    fn another_attempt_gets_a_number_before_its_ending() {
        let check = |attempt: u32, expected: &str| {
            assert_eq!(free_name(Path::new("f"), "a_b.pdf", attempt), Path::new("f").join(expected));
        };
        check(0, "a_b.pdf");
        check(1, "a_b (2).pdf");
    }
}
