//! Approved minutes: laid out once, inside the approval itself; written again from what was kept then; and recognised in a
//! file that somebody hands over.

use super::minutes::facts;
use crate::documents::{self, minutes, pdf};
use crate::domain::{MeetingId, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::store::query::{AllSettings, FrozenMinutes, FrozenPicture, GivenLabels, MeetingPage, Query};
use crate::store::{Content, Options, Reader, Store, Waker, content_hash};
use crate::strings::Tr;
use std::path::Path;

/// Opens a store that keeps what approved minutes say.
///
/// # Errors
/// As [`Store::open`].
pub fn open_store(folder: &Path, waker: Waker) -> Result<Store> {
    Store::open_with(folder, waker, Options { compose: Some(compose), ..Options::default() })
}

/// Lays the minutes of a meeting out as the store has them now, in its own language: what is kept of them.
///
/// # Errors
/// No such meeting, or what the database says.
pub fn compose(reader: &Reader<'_>, meeting: MeetingId, folder: &Path) -> Result<Content> {
    let view = MeetingPage { id: meeting }.run(reader)?;
    let settings = Settings::from_rows(&AllSettings.run(reader)?);
    let tr = Tr::new(settings.language, settings.digits).relabelled(&GivenLabels.run(reader)?);
    let document = minutes::build(&facts(&view, &settings, folder), &tr, settings.calendars);
    let text = documents::freeze(&document, content_hash)?;
    let pictures = document.letterhead.logo.into_iter().map(|logo| logo.bytes).collect();
    Ok(Content { text, pictures })
}

/// Approved minutes as PDF: the same bytes each time.
pub(super) fn approved_pdf(store: &Store, hash: &str, number: &str) -> Result<Vec<u8>> {
    let altered = |why: &str| Error::new(ErrorKind::MinutesAltered(number.to_owned()), format!("{hash}: {why}"));
    let frozen = store.read(FrozenMinutes { hash: hash.to_owned() })?.ok_or_else(|| altered("not there"))?;
    if !frozen.is_sound {
        return Err(altered("another content"));
    }
    written(store, hash, &frozen.text)
}

/// A kept content on paper, with its marks.
fn written(store: &Store, hash: &str, text: &str) -> Result<Vec<u8>> {
    let frozen = documents::thaw(text)?;
    let picture = match documents::picture_of(&frozen) {
        Some(hash) => store.read(FrozenPicture { hash: hash.to_owned() })?,
        None => None,
    };
    let mut document = frozen.into_document(picture);
    documents::stamp(&mut document, hash);
    pdf::write(&document)
}

/// Is a file the minutes as they were approved, to the byte? Answers their number.
///
/// # Errors
/// [`ErrorKind::MinutesUnverified`] with the reason why it is not shown to be; the file can't be read.
pub fn verify(store: &Store, file: &Path) -> Result<String> {
    let bytes = std::fs::read(file)
        .map_err(|error| Error::new(ErrorKind::FileUnreadable(file.display().to_string()), error))?;
    let not = |reason: &str, details: &str| Error::new(ErrorKind::MinutesUnverified(reason.to_owned()), details);
    if !bytes.starts_with(b"%PDF-") {
        return Err(not("verify-no-pdf", ""));
    }
    let Some(hash) = documents::claimed(&bytes) else { return Err(not("verify-unmarked", "")) };
    let Some(frozen) = store.read(FrozenMinutes { hash: hash.clone() })? else {
        return Err(not("verify-unknown", &hash));
    };
    if !frozen.is_sound {
        return Err(not("verify-store-altered", &hash));
    }
    if written(store, &hash, &frozen.text)? != bytes {
        // Another version of the program may draw the same content otherwise: that is told apart from nothing here, so
        // that no altered file ever passes.
        return Err(not("verify-altered", &hash));
    }
    frozen.number.ok_or_else(|| not("verify-reopened", &hash))
}
