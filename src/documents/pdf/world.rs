//! What typst may see: one template, the document's data, its logo and our fonts. Every other file is refused.

use super::Writer;
use crate::error::{Error, ErrorKind, Result};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

/// The world of one document.
pub(super) struct DocumentWorld<'a> {
    writer: &'a Writer,
    data: Bytes,
    logo: Option<(&'a str, Bytes)>,
    /// What the template takes in, where it only does that.
    drawn: Vec<(Source, Drawn)>,
}

/// One of several documents: a template of its own, and what it draws.
pub(super) struct Drawn {
    /// The template's name.
    pub name: String,
    /// The template.
    pub text: String,
    /// The name of its data.
    pub data_name: String,
    /// Its data.
    pub data: Vec<u8>,
    /// Its logo by name.
    pub logo: Option<(&'static str, Vec<u8>)>,
}

impl<'a> DocumentWorld<'a> {
    pub(super) fn new(writer: &'a Writer, data: Vec<u8>, logo: Option<(&'a str, &[u8])>) -> Self {
        let logo = logo.map(|(name, bytes)| (name, Bytes::new(bytes.to_vec())));
        Self { writer, data: Bytes::new(data), logo, drawn: Vec::new() }
    }

    /// The world of several documents.
    pub(super) fn of_several(writer: &'a Writer, drawn: Vec<Drawn>) -> Result<Self> {
        let source = |drawn: Drawn| {
            let path = VirtualPath::new(&drawn.name).map_err(|error| Error::new(ErrorKind::Document, error))?;
            let id = RootedPath::new(VirtualRoot::Project, path).intern();
            Ok((Source::new(id, drawn.text.clone()), drawn))
        };
        let drawn = drawn.into_iter().map(source).collect::<Result<_>>()?;
        Ok(Self { writer, data: Bytes::new(Vec::new()), logo: None, drawn })
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
        if id == self.main() {
            return Ok(self.writer.template.clone());
        }
        let drawn = self.drawn.iter().find(|(source, _)| source.id() == id);
        drawn.map(|(source, _)| source.clone()).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        for (_, drawn) in &self.drawn {
            if path == drawn.data_name {
                return Ok(Bytes::new(drawn.data.clone()));
            }
            if let Some((_, logo)) = drawn.logo.as_ref().filter(|(name, _)| *name == path) {
                return Ok(Bytes::new(logo.clone()));
            }
        }
        match (path, &self.logo) {
            ("data.json", _) if self.drawn.is_empty() => Ok(self.data.clone()),
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
