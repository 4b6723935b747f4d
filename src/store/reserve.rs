//! A file of room beside the store: on a full disk it is deleted, so that the last words still find a place.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Enough for a day of notes.
const RESERVE_BYTES: usize = 2 * 1024 * 1024;

/// The reserve file.
#[derive(Debug)]
pub(super) struct Reserve {
    path: PathBuf,
    is_there: bool,
}

impl Reserve {
    /// The reserve of a store's folder; made when there is room for it.
    pub fn new(folder: &Path) -> Self {
        let path = folder.join("store.reserve");
        let is_there = path.metadata().is_ok_and(|data| data.len() >= RESERVE_BYTES as u64);
        let mut reserve = Self { path, is_there };
        reserve.refill();
        reserve
    }

    /// Gives the room back to the disk. Answers whether there was any to give.
    pub fn release(&mut self) -> bool {
        if !self.is_there {
            return false;
        }
        self.is_there = false;
        match std::fs::remove_file(&self.path) {
            Ok(()) => true,
            Err(error) => {
                log::warn!("the reserve file can't be deleted: {error}");
                false
            }
        }
    }

    /// Makes the file again, if there is room.
    pub fn refill(&mut self) {
        if self.is_there {
            return;
        }
        match self.fill() {
            Ok(()) => self.is_there = true,
            Err(error) => {
                log::info!("no room for the reserve file: {error}");
                if let Err(error) = std::fs::remove_file(&self.path) {
                    log::debug!("half a reserve file: {error}");
                }
            }
        }
    }

    fn fill(&self) -> std::io::Result<()> {
        // Content that a compressing file system can't fold away.
        let mut content = vec![0; RESERVE_BYTES];
        blake3::Hasher::new().finalize_xof().fill(&mut content);
        let mut file = File::create(&self.path)?;
        file.write_all(&content)
    }
}
