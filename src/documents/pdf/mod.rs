//! Writes a document as a tagged PDF (PDF/UA-1), composed by typst inside this process.
//!
//! The page's look stands in `assets/documents/document.typ`; here is what it is given and how it is run. User text
//! reaches the template as data and is never read as markup.

mod data;
mod line;
mod pages;
mod several;
#[cfg(test)]
mod tests;
mod world;

pub use pages::{Pages, Picture};
pub use several::write_several;

use super::Document;
use super::letters::letters;
use crate::domain::DocumentFont;
use crate::error::{Error, ErrorKind, Result};
use data::Data;
use line::{Lines, TemplateCan};
use std::collections::HashSet;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Smart};
use typst::syntax::Source;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::{DocumentWorld, Drawn};

/// What draws a document now. Approved documents keep the one that they were drawn with.
pub const TEMPLATE: &str = include_str!("../../../assets/documents/document.typ");

/// Names how a document and its template become bytes: raised with typst, with the fonts, and with what the template is
/// given, unless that only grew: a template does not look at what came after it. A file of another number is not held
/// against the bytes of this program.
pub const WRITER: u32 = 3;

/// How a template says that it draws cells that are one paragraph.
const DRAWS_PARAGRAPHS: &str = "#let draws-paragraphs = true\n";

/// How a template says that a line alone runs in its own direction too.
const KEEPS_DIRECTIONS: &str = "#let keeps-directions = true\n";

/// How a template says that long names go on over several lines, and that it gives tables the room that they ask for.
const FLOWS_NAMES: &str = "#let flows-names = true\n";

/// What typst remembers of earlier documents is dropped after this many more.
const REMEMBERED_DOCUMENTS: usize = 4;

/// Of a document of more pages nothing is remembered once it is laid out: writing its file takes the room instead.
const REMEMBERED_PAGES: usize = 40;

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
    template_can: TemplateCan,
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
        Self::with_template(TEMPLATE)
    }

    /// The same with another template: that of a document that was kept.
    pub fn with_template(template: &str) -> Self {
        let files = DocumentFont::ALL.map(letters).into_iter().flat_map(|letters| [letters.regular, letters.bold]);
        let fonts: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let code_points = fonts.iter().flat_map(|font| font.info().coverage.iter());
        Self {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            template: Source::detached(template),
            template_can: template_can(template),
            glyphs: code_points.filter_map(char::from_u32).collect(),
            fonts,
        }
    }

    /// The document as PDF.
    ///
    /// # Errors
    /// [`ErrorKind::Document`] where typst refuses the document, with its words in the details.
    pub fn write(&self, document: &Document) -> Result<Vec<u8>> {
        self.with_pages(document, exported)
    }

    /// The document's pages as they stand in its PDF.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn pages(&self, document: &Document) -> Result<Pages> {
        self.with_pages(document, |pages| Ok(Pages(pages)))
    }

    fn with_pages<T>(&self, document: &Document, done: impl Fn(PagedDocument) -> Result<T>) -> Result<T> {
        let lines = Lines::new(&self.glyphs, document.is_rtl(), self.template_can);
        let logo = document.letterhead.logo.as_ref();
        let laid = self.compose(Data::new(document, &lines), logo.map(|logo| logo.bytes.as_slice())).and_then(&done);
        // A picture that typst can't read must not cost anybody their minutes.
        let laid = match (laid, logo) {
            (Err(error), Some(_)) => {
                log::warn!("the document is written without its logo: {error}");
                let mut plain = document.clone();
                plain.letterhead.logo = None;
                self.compose(Data::new(&plain, &lines), None).and_then(&done)
            }
            (laid, _) => laid,
        };
        typst::comemo::evict(REMEMBERED_DOCUMENTS);
        laid
    }

    fn compose(&self, data: Data, logo: Option<&[u8]>) -> Result<PagedDocument> {
        let json = serde_json::to_vec(&data).map_err(|error| Error::new(ErrorKind::Document, error))?;
        let logo = data.logo.zip(logo);
        // Typst has it from here on.
        drop(data);
        compiled(&DocumentWorld::new(self, json, logo))
    }

    /// Several documents, where the template takes them in.
    fn compose_drawn(&self, drawn: Vec<Drawn>) -> Result<PagedDocument> {
        compiled(&DocumentWorld::of_several(self, drawn)?)
    }
}

fn template_can(template: &str) -> TemplateCan {
    TemplateCan {
        draw_paragraphs: template.contains(DRAWS_PARAGRAPHS),
        keep_directions: template.contains(KEEPS_DIRECTIONS),
        flow_names: template.contains(FLOWS_NAMES),
    }
}

fn compiled(world: &DocumentWorld<'_>) -> Result<PagedDocument> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    for warning in warnings {
        log::debug!("typst: {}", warning.message);
    }
    output.map_err(|errors| refused(&errors))
}

/// Laid-out pages as PDF.
fn exported(pages: PagedDocument) -> Result<Vec<u8>> {
    if pages.pages().len() > REMEMBERED_PAGES {
        typst::comemo::evict(0);
    }
    match typst_pdf::pdf(&pages, &options(&[PdfStandard::Ua_1])?) {
        Ok(pdf) => Ok(pdf),
        // The standard refuses what readers still open, such as a glyph no font has.
        Err(errors) => {
            log::warn!("no PDF/UA-1: {}", told(&errors));
            typst_pdf::pdf(&pages, &options(&[])?).map_err(|errors| refused(&errors))
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
