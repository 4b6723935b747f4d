//! Where the store lives when nobody says: beside the program when it is carried around, else in the user's own place.

use crate::error::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// A folder of this name beside the executable makes the program portable.
const PORTABLE: &str = "tansiq-data";

/// The folder to open: the given one, the portable one, or the user's own.
///
/// # Errors
/// [`ErrorKind::FileUnreadable`] when the system knows no home for this user.
pub fn data_folder(given: Option<PathBuf>) -> Result<PathBuf> {
    if let Some(folder) = given {
        return Ok(folder);
    }
    let beside = std::env::current_exe().ok().and_then(|program| portable_beside(&program));
    if let Some(folder) = beside {
        return Ok(folder);
    }
    directories::ProjectDirs::from("", "", "tansiq")
        .map(|places| places.data_local_dir().to_path_buf())
        .ok_or_else(|| Error::new(ErrorKind::FileUnreadable("~".to_owned()), "no home folder"))
}

/// The portable folder beside a program, if it is there.
fn portable_beside(program: &Path) -> Option<PathBuf> {
    program.parent().map(|folder| folder.join(PORTABLE)).filter(|folder| folder.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_folder_wins() {
        let given = PathBuf::from("here");
        assert_eq!(data_folder(Some(given.clone())), Ok(given));
    }

    #[test]
    fn a_folder_beside_the_program_makes_it_portable() {
        let place = tempfile::tempdir().expect("a folder");
        let program = place.path().join("tansiq");
        assert_eq!(portable_beside(&program), None);
        std::fs::create_dir(place.path().join(PORTABLE)).expect("a folder");
        assert_eq!(portable_beside(&program), Some(place.path().join(PORTABLE)));
    }
}
