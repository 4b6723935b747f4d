//! Versions of a meeting's minutes side by side.

use super::minutes::{document, facts};
use crate::documents::{self, Document, compare};
use crate::domain::{ComparedRow, MeetingId, MinutesVersion, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::{AllSettings, FrozenMinutes, GivenLabels, MeetingPage};
use crate::strings::Tr;

/// Compares two versions of a meeting's minutes.
///
/// # Errors
/// One of them is not there, or was altered.
pub fn compare_minutes(
    store: &Store,
    meeting: MeetingId,
    earlier: &MinutesVersion,
    later: &MinutesVersion,
) -> Result<Vec<ComparedRow>> {
    Ok(compare(&version(store, meeting, earlier)?, &version(store, meeting, later)?))
}

fn version(store: &Store, meeting: MeetingId, version: &MinutesVersion) -> Result<Document> {
    match version {
        MinutesVersion::Now => {
            let view = store.read(MeetingPage { id: meeting })?;
            let settings = Settings::from_rows(&store.read(AllSettings)?);
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            Ok(document(&facts(&view, (&settings, &tr), store.folder()), (&tr, &settings), store.folder()))
        }
        MinutesVersion::Kept(hash) => {
            let frozen = store.read(FrozenMinutes { hash: hash.clone() })?.filter(|frozen| frozen.is_sound);
            let frozen = frozen.ok_or_else(|| Error::new(ErrorKind::MinutesAltered(String::new()), hash))?;
            Ok(documents::thaw(&frozen.text)?.into_document(None))
        }
    }
}
