//! What is kept free around a paragraph's lines: what its section's frame comes to, in pixels.
//!
//! Apart from sections, which are the caller's, because the layout asks for this and for nothing else of them.

use super::LayoutStyle;
use crate::text::shaper::Style;

/// Free room around a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Room {
    pub(super) left_px: f32,
    pub(super) right_px: f32,
    pub(super) above_px: f32,
    pub(super) below_px: f32,
    /// It is the first of a section: it inherits no direction from the paragraph above.
    pub(super) starts_section: bool,
    /// Its letters, where they are other than the document's.
    pub(super) style: Option<Style>,
}

impl Room {
    /// At both sides.
    pub(super) fn sides_px(&self) -> f32 {
        self.left_px + self.right_px
    }

    /// How wide its lines may be; `None` where nothing breaks them.
    pub(super) fn width_px(&self, style: &LayoutStyle) -> Option<f32> {
        style
            .width_px
            .map(|width_px| if self.sides_px() > 0.0 { (width_px - self.sides_px()).max(1.0) } else { width_px })
    }

    /// Does a point at this x, in pixels from the text's left, lie beside the lines?
    pub(super) fn is_beside(&self, x: f32, style: &LayoutStyle) -> bool {
        let end_px = self.left_px + self.width_px(style).unwrap_or(f32::INFINITY);
        self.left_px > 0.0 && x < self.left_px || self.right_px > 0.0 && x > end_px
    }
}
