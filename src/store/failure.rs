//! From what SQLite or the file system says to a situation a person can do something about.

use crate::error::{Error, ErrorKind};
use rusqlite::ErrorCode;

#[allow(clippy::wildcard_enum_match_arm, reason = "a foreign enum: what SQLite did not say is our own fault")]
impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let kind = match &error {
            rusqlite::Error::QueryReturnedNoRows => ErrorKind::NotFound,
            rusqlite::Error::SqliteFailure(failure, _) => kind_of_code(failure.code),
            _ => ErrorKind::Internal,
        };
        Self::new(kind, error)
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "a foreign enum: what is not about the disk is our own fault")]
const fn kind_of_code(code: ErrorCode) -> ErrorKind {
    match code {
        ErrorCode::DiskFull => ErrorKind::DiskFull,
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::OutOfMemory => ErrorKind::Disk,
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => ErrorKind::StoreReadOnly,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => ErrorKind::StoreCorrupt,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => ErrorKind::StoreInUse,
        _ => ErrorKind::Internal,
    }
}

/// A failure of the file system while writing below the store's folder.
#[allow(clippy::wildcard_enum_match_arm, reason = "a foreign enum: the rest is the disk's")]
pub(super) fn disk(error: std::io::Error) -> Error {
    let kind = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => ErrorKind::DiskFull,
        std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => ErrorKind::StoreReadOnly,
        _ => ErrorKind::Disk,
    };
    Error::new(kind, error)
}

/// Is it about the disk rather than the edit, so that the same edit may succeed later?
pub(super) const fn is_about_the_disk(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::DiskFull
            | ErrorKind::Disk
            | ErrorKind::StoreReadOnly
            | ErrorKind::StoreCorrupt
            | ErrorKind::StoreInUse
    )
}

/// A fault of our own.
pub(super) fn internal(what: impl ToString) -> Error {
    Error::new(ErrorKind::Internal, what)
}
