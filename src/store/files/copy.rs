//! Copying bytes piece by piece while their fingerprint is taken, with a word to say after each piece.

use blake3::Hasher;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// So much is copied at a time, in bytes.
const PIECE: usize = 256 * 1024;

/// What was copied.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Copied {
    /// The fingerprint, in hexadecimal digits.
    pub hash: String,
    /// How much it was, in bytes.
    pub bytes: u64,
}

/// Why a copy is not whole.
#[derive(Debug)]
pub(super) enum Broken {
    /// Its source can't be read.
    Source(io::Error),
    /// Its place can't be written.
    Place(io::Error),
    /// There is more than may be copied.
    TooLarge,
    /// Nobody wants it any more.
    CalledOff,
}

/// Copies everything, at most `most` bytes. `goes_on` hears after each piece how much is done, and may call it off.
pub(super) fn copy(
    source: &mut impl Read,
    place: &mut impl Write,
    most: u64,
    mut goes_on: impl FnMut(u64) -> bool,
) -> Result<Copied, Broken> {
    let mut piece = vec![0; PIECE];
    let mut hasher = Hasher::new();
    let mut bytes = 0;
    loop {
        let count = match source.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(Broken::Source(error)),
        };
        let read = piece.get(..count).unwrap_or_default();
        bytes += read.len() as u64;
        if bytes > most {
            return Err(Broken::TooLarge);
        }
        hasher.update(read);
        place.write_all(read).map_err(Broken::Place)?;
        if !goes_on(bytes) {
            return Err(Broken::CalledOff);
        }
    }
    Ok(Copied { hash: hasher.finalize().to_hex().to_string(), bytes })
}

/// The fingerprint of a file.
pub(super) fn hash_of(path: &Path) -> io::Result<String> {
    let mut hasher = Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize().to_hex().to_string())
}

/// A file under a temporary name; gone with this unless it was given its own name.
#[derive(Debug)]
pub(super) struct Part {
    path: PathBuf,
    is_placed: bool,
}

impl Part {
    pub const fn new(path: PathBuf) -> Self {
        Self { path, is_placed: false }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its own name, in the place of what has it.
    pub fn place(mut self, to: &Path) -> io::Result<()> {
        std::fs::rename(&self.path, to)?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.is_placed
            && let Err(error) = std::fs::remove_file(&self.path)
            && error.kind() != ErrorKind::NotFound
        {
            log::warn!("half a copy stays behind: {}: {error}", self.path.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_is_all_of_it_and_its_fingerprint_is_that_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let bytes: Vec<u8> = (0..PIECE * 3 + 17).map(|at| (at % 251) as u8).collect();
        let (mut place, mut told) = (Vec::new(), Vec::new());
        let copied = copy(&mut bytes.as_slice(), &mut place, u64::MAX, |done| {
            told.push(done);
            true
        });
        assert_eq!(place, bytes);
        assert_eq!(told.last(), Some(&(bytes.len() as u64)));
        let file = folder.path().join("file");
        std::fs::write(&file, &bytes).unwrap();
        let expected = Copied { hash: hash_of(&file).unwrap(), bytes: bytes.len() as u64 };
        assert_eq!(copied.unwrap(), expected);
        assert_eq!(expected.hash.len(), 64);
    }

    #[test]
    fn a_copy_ends_where_it_is_called_off_or_grows_past_what_is_allowed() {
        let bytes = vec![7; PIECE * 4];
        let mut place = Vec::new();
        let called_off = copy(&mut bytes.as_slice(), &mut place, u64::MAX, |done| done < 2 * PIECE as u64);
        assert!(matches!(called_off, Err(Broken::CalledOff)));
        assert_eq!(place.len(), 2 * PIECE);
        let too_large = copy(&mut bytes.as_slice(), &mut io::sink(), PIECE as u64, |_| true);
        assert!(matches!(too_large, Err(Broken::TooLarge)));
    }

    #[test]
    fn a_part_without_a_name_of_its_own_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let (half, whole) = (folder.path().join("half"), folder.path().join("whole"));
        for path in [&half, &whole] {
            std::fs::write(path, b"bytes").unwrap();
        }
        drop(Part::new(half.clone()));
        Part::new(whole.clone()).place(&folder.path().join("named")).unwrap();
        assert!(!half.exists() && !whole.exists());
        assert_eq!(std::fs::read(folder.path().join("named")).unwrap(), b"bytes");
    }
}
