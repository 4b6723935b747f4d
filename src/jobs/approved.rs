//! Approved minutes: laid out once, inside the approval itself; written again from what was kept then; and recognised in a
//! file that somebody hands over.

use super::minutes::{addendum_document, document, facts};
use crate::documents::pdf::Writer;
use crate::documents::reading::text_of;
use crate::documents::{self, Document, pdf};
use crate::domain::{AddendumId, Entity, MeetingId, Record, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::store::query::{AddendumOf, AllSettings, FrozenMinutes, FrozenPicture, GivenLabels, MeetingPage, Query};
use crate::store::{Content, Options, Reader, Store, Waker, content_hash};
use crate::strings::Tr;
use std::path::Path;

/// Opens a store that keeps what approved minutes say, and finds what kept files say.
///
/// # Errors
/// As [`Store::open`].
pub fn open_store(folder: &Path, waker: Waker) -> Result<Store> {
    Store::open_with(folder, waker, Options { compose: Some(compose), read_text: Some(text_of), ..Options::default() })
}

/// Opens a store to read, also while another program has it.
///
/// # Errors
/// As [`Store::open_to_read`].
pub fn open_store_to_read(folder: &Path, waker: Waker) -> Result<Store> {
    Store::open_to_read(folder, waker, Options { compose: Some(compose), ..Options::default() })
}

/// Lays the minutes of a meeting, or what adds to them, out as the store has them now, in its own language: what is kept of
/// them.
///
/// # Errors
/// No such record, or what the database says.
pub fn compose(reader: &Reader<'_>, record: Record, folder: &Path) -> Result<Content> {
    let settings = Settings::from_rows(&AllSettings.run(reader)?);
    let tr = Tr::new(settings.language, settings.digits).relabelled(&GivenLabels.run(reader)?);
    let document = if record.entity == Entity::Addendum {
        let meeting = AddendumOf { id: AddendumId(record.id) }.run(reader)?;
        let view = MeetingPage { id: meeting }.run(reader)?;
        let row = view.addenda.iter().find(|row| row.id.record() == record);
        let row = row.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{record:?}")))?;
        addendum_document(&view, row, &settings, folder, &tr)
    } else {
        let view = MeetingPage { id: MeetingId(record.id) }.run(reader)?;
        document(&facts(&view, (&settings, &tr), folder), (&tr, &settings), folder)
    };
    let text = documents::freeze(&document, content_hash)?;
    let picture = document.letterhead.logo.into_iter().map(|logo| logo.bytes);
    // With the template they are drawn the same by a program that has another one.
    let pictures = picture.chain([pdf::TEMPLATE.as_bytes().to_vec()]).collect();
    Ok(Content { text, pictures })
}

/// A kept document, and the template it is drawn with where that is not the one of this program.
pub(super) struct Kept {
    pub document: Document,
    pub template: Option<String>,
    /// How the program wrote that kept it, where that was kept.
    pub kept_by: Option<u32>,
}

impl Kept {
    /// As PDF: the same bytes each time.
    pub fn written(&self) -> Result<Vec<u8>> {
        match &self.template {
            Some(template) => Writer::with_template(template).write(&self.document),
            None => pdf::write(&self.document),
        }
    }
}

/// Approved minutes as they were kept.
pub(super) fn approved(store: &Store, hash: &str, number: &str) -> Result<Kept> {
    let altered = |why: &str| Error::new(ErrorKind::MinutesAltered(number.to_owned()), format!("{hash}: {why}"));
    let frozen = store.read(FrozenMinutes { hash: hash.to_owned() })?.ok_or_else(|| altered("not there"))?;
    if !frozen.is_sound {
        return Err(altered("another content"));
    }
    marked(store, hash, &frozen.text)
}

/// A kept content with its marks.
fn marked(store: &Store, hash: &str, text: &str) -> Result<Kept> {
    let frozen = documents::thaw(text)?;
    let part = |name: Option<&str>| match name {
        Some(hash) => store.read(FrozenPicture { hash: hash.to_owned() }),
        None => Ok(None),
    };
    let template = part(documents::template_of(&frozen))?.and_then(|bytes| String::from_utf8(bytes).ok());
    let picture = part(documents::picture_of(&frozen))?;
    let kept_by = documents::writer_of(&frozen);
    let mut document = frozen.into_document(picture);
    documents::stamp(&mut document, hash, kept_by);
    Ok(Kept { document, template: template.filter(|template| template != pdf::TEMPLATE), kept_by })
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Approved minutes of this number, to the byte.
    Same(String),
    /// It names the content of approved minutes of this number, and was written by another version of the program: whether
    /// anything in the file was changed, only that version can tell.
    OtherVersion(String),
}

/// Can another version of the program have written a file that is not what this one writes? Not where it says that this
/// one wrote it, nor where the number of the version was changed.
fn may_be_of_another_version(file: &[u8], own: &[u8], hash: &str, kept_by: Option<u32>) -> bool {
    match (documents::claimed_writer(file), kept_by) {
        (Some(claim), _) if claim.number == pdf::WRITER => false,
        (Some(claim), Some(_)) => claim.is_sealed(hash),
        (Some(claim), None) => claim.with_own_number(file) != own,
        // It says nothing: it comes from before versions were told, and so would its content.
        (None, kept_by) => kept_by.is_none(),
    }
}

/// Is a file the minutes as they were approved, to the byte? Answers their number, and whether this program can tell.
///
/// # Errors
/// [`ErrorKind::MinutesUnverified`] with the reason why it is not shown to be; the file can't be read.
pub fn verify(store: &Store, file: &Path) -> Result<Verified> {
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
    let kept = marked(store, &hash, &frozen.text)?;
    let own = kept.written()?;
    let is_same = own == bytes;
    if !is_same && !may_be_of_another_version(&bytes, &own, &hash, kept.kept_by) {
        return Err(not("verify-altered", &hash));
    }
    let number = frozen.number.ok_or_else(|| not("verify-reopened", &hash))?;
    Ok(if is_same { Verified::Same(number) } else { Verified::OtherVersion(number) })
}
