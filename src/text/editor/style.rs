//! How a document is laid out: all that its lines depend on besides the text.
//!
//! Apart because whoever lays a document out without a window needs it and nothing else of the view.

use parley::Alignment;

use super::RangeKind;
use crate::text::bidi::Direction;
use crate::text::fonts::Weight;
use crate::text::shaper::Style;

/// How a document is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutStyle {
    /// The letters.
    pub style: Style,
    /// The screen's scale.
    pub pixels_per_point: f32,
    /// Where lines break, in pixels; `None` never breaks them.
    pub width_px: Option<f32>,
    /// Where lines stand within the width.
    pub alignment: Alignment,
    /// The direction of a first paragraph without strong letters.
    pub fallback: Direction,
    /// One direction for every paragraph, whatever its letters: for e-mail addresses and the like.
    pub base: Option<Direction>,
    /// The kinds of ranges whose letters have another weight than the rest.
    pub weights: Vec<(RangeKind, Weight)>,
}

impl LayoutStyle {
    pub(super) fn weight_of(&self, kind: RangeKind) -> Option<Weight> {
        self.weights.iter().find(|(other, _)| *other == kind).map(|(_, weight)| *weight)
    }
}

impl Default for LayoutStyle {
    fn default() -> Self {
        Self {
            style: Style::default(),
            pixels_per_point: 1.0,
            width_px: None,
            alignment: Alignment::Start,
            fallback: Direction::RightToLeft,
            base: None,
            weights: Vec::new(),
        }
    }
}
