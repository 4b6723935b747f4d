//! Writes a document as a tagged PDF (PDF/UA-1), composed by typst inside this process.
//!
//! The page's look stands in `assets/documents/document.typ`; here is what it is given and how it is run. User text
//! reaches the template as data and is never read as markup.

mod data;
mod line;
mod world;

use super::Document;
use crate::error::{Error, ErrorKind, Result};
use data::Data;
use line::Lines;
use std::collections::HashSet;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Smart};
use typst::syntax::Source;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::DocumentWorld;

const TEMPLATE: &str = include_str!("../../../assets/documents/document.typ");

/// Amiri is what decides whether the words in the PDF can be found and copied; Plex has the signs that Amiri lacks.
const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../assets/fonts/Amiri-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Amiri-Bold.ttf"),
    include_bytes!("../../../assets/fonts/IBMPlexSansArabic-Regular.ttf"),
    include_bytes!("../../../assets/fonts/IBMPlexSansArabic-Bold.ttf"),
];

/// What typst remembers of earlier documents is dropped after this many more.
const REMEMBERED_DOCUMENTS: usize = 4;

/// The document as PDF. Who writes more than one keeps a [`Writer`].
///
/// # Errors
/// [`ErrorKind::Document`] where typst refuses the document, with its words in the details.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    Writer::new().write(document)
}

/// Fonts, template and typst's library, made ready once.
pub struct Writer {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    glyphs: HashSet<char>,
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// Makes everything ready that does not depend on the document.
    pub fn new() -> Self {
        let fonts: Vec<Font> = FONTS.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let code_points = fonts.iter().flat_map(|font| font.info().coverage.iter());
        Self {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            template: Source::detached(TEMPLATE),
            glyphs: code_points.filter_map(char::from_u32).collect(),
            fonts,
        }
    }

    /// The document as PDF.
    ///
    /// # Errors
    /// [`ErrorKind::Document`] where typst refuses the document, with its words in the details.
    pub fn write(&self, document: &Document) -> Result<Vec<u8>> {
        let lines = Lines::new(&self.glyphs, document.is_rtl());
        let logo = document.letterhead.logo.as_ref();
        let pdf = self.compose(&Data::new(document, &lines), logo.map(|logo| logo.bytes.as_slice()));
        // A picture that typst can't read must not cost anybody their minutes.
        let pdf = match (pdf, logo) {
            (Err(error), Some(_)) => {
                log::warn!("the document is written without its logo: {error}");
                let mut plain = document.clone();
                plain.letterhead.logo = None;
                self.compose(&Data::new(&plain, &lines), None)
            }
            (pdf, _) => pdf,
        };
        typst::comemo::evict(REMEMBERED_DOCUMENTS);
        pdf
    }

    fn compose(&self, data: &Data, logo: Option<&[u8]>) -> Result<Vec<u8>> {
        let json = serde_json::to_vec(data).map_err(|error| Error::new(ErrorKind::Document, error))?;
        let world = DocumentWorld::new(self, json, data.logo.zip(logo));
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        for warning in warnings {
            log::debug!("typst: {}", warning.message);
        }
        let pages = output.map_err(|errors| refused(&errors))?;
        match typst_pdf::pdf(&pages, &options(&[PdfStandard::Ua_1])?) {
            Ok(pdf) => Ok(pdf),
            // The standard refuses what readers still open, such as a glyph no font has.
            Err(errors) => {
                log::warn!("no PDF/UA-1: {}", told(&errors));
                typst_pdf::pdf(&pages, &options(&[])?).map_err(|errors| refused(&errors))
            }
        }
    }
}

fn options(standards: &[PdfStandard]) -> Result<PdfOptions> {
    let standards = PdfStandards::new(standards).map_err(|error| Error::new(ErrorKind::Document, error.message()))?;
    let creator = Smart::Custom(Some(env!("CARGO_PKG_NAME").to_owned()));
    Ok(PdfOptions { creator, standards, ..PdfOptions::default() })
}

fn refused(errors: &[SourceDiagnostic]) -> Error {
    Error::new(ErrorKind::Document, told(errors))
}

fn told(errors: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    messages.join("; ")
}
