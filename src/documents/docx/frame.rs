//! How a document stands on its pages: its direction, its margins, and the room between them.

use crate::documents::Document;

/// An A4 page's width, in twentieths of a point.
const PAGE: u32 = 11_906;
/// Its height.
const LENGTH: u32 = 16_838;
/// Between two columns of text.
const GUTTER: u32 = 240;

/// The room that a part of the document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// From right to left.
    pub is_rtl: bool,
    /// The margin at the sides, in twentieths of a point.
    pub margin: u32,
    /// What is between them.
    pub width: u32,
    /// Headings are in both languages.
    pub is_bilingual: bool,
    /// The page's width and its height.
    pub page: (u32, u32),
}

impl Frame {
    /// The whole page of a document.
    pub fn of(document: &Document) -> Self {
        // 1440 to an inch of 25.4 mm.
        let margin = (u32::from(document.style.margin) * 14_400 + 127) / 254;
        let page = if document.is_wide { (LENGTH, PAGE) } else { (PAGE, LENGTH) };
        Self {
            is_rtl: document.is_rtl(),
            page,
            margin,
            width: page.0 - 2 * margin.min(PAGE / 3),
            is_bilingual: document.is_bilingual,
        }
    }

    /// One of two columns beside each other.
    pub const fn column(self, is_rtl: bool) -> Self {
        Self { is_rtl, width: (self.width - GUTTER) / 2, ..self }
    }
}
