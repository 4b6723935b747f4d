//! What typst may see: one template, the document's data, its logo and our fonts. Every other file is refused.

use super::Writer;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

/// The world of one document.
pub(super) struct DocumentWorld<'a> {
    writer: &'a Writer,
    data: Bytes,
    logo: Option<(&'a str, Bytes)>,
}

impl<'a> DocumentWorld<'a> {
    pub(super) fn new(writer: &'a Writer, data: Vec<u8>, logo: Option<(&'a str, &[u8])>) -> Self {
        let logo = logo.map(|(name, bytes)| (name, Bytes::new(bytes.to_vec())));
        Self { writer, data: Bytes::new(data), logo }
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.writer.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.writer.book
    }

    fn main(&self) -> FileId {
        self.writer.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.writer.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match (id.vpath().get_without_slash(), &self.logo) {
            ("data.json", _) => Ok(self.data.clone()),
            (name, Some((logo, bytes))) if name == *logo => Ok(bytes.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.writer.fonts.get(index).cloned()
    }

    /// Documents do not know the clock.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
