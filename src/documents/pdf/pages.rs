//! The pages of a laid-out document as pictures: what a preview shows is the document that becomes the PDF.

use std::sync::Arc;
use typst::utils::{Scalar, hash128};
use typst_layout::PagedDocument;
use typst_render::{RenderOptions, render};

/// The pages of a document, laid out.
pub struct Pages(pub(super) PagedDocument);

/// A page as a picture. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Row by row from the top, four bytes a pixel; nothing is transparent.
    pub rgba: Arc<Vec<u8>>,
}

impl Pages {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// The width and the height of a page, in typographic points.
    pub fn size(&self, index: usize) -> Option<[f32; 2]> {
        let size = self.0.pages().get(index)?.frame.size();
        Some([size.x.to_pt() as f32, size.y.to_pt() as f32])
    }

    /// Names what is on a page: the same as long as nothing on it changes.
    pub fn key(&self, index: usize) -> Option<u128> {
        self.0.pages().get(index).map(|page| hash128(&page.frame))
    }

    /// A page drawn at so many pixels a typographic point.
    pub fn picture(&self, index: usize, pixels_per_point: f32) -> Option<Picture> {
        let page = self.0.pages().get(index)?;
        let pixel_per_pt = Scalar::new(f64::from(pixels_per_point.clamp(0.1, 8.0)));
        let drawn = render(page, &RenderOptions { pixel_per_pt, ..RenderOptions::default() });
        let side = |pixels: u32| usize::try_from(pixels).unwrap_or_default();
        Some(Picture { width: side(drawn.width()), height: side(drawn.height()), rgba: Arc::new(drawn.take()) })
    }
}
