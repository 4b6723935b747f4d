//! A place in a document, and the side that the caret clings to there.
//!
//! Apart because nearly everything of the editor speaks of places, and a place knows nothing of it.

use std::cmp::Ordering;

use super::stops::Spot;

/// On which side of its place the caret clings, where a line or a direction ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Affinity {
    /// To what follows.
    #[default]
    Downstream,
    /// To what comes before.
    Upstream,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Caret {
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// The byte within it; always between two letters.
    pub byte: usize,
    /// Which side it clings to.
    pub affinity: Affinity,
}

impl Caret {
    pub(super) const fn new(paragraph: usize, byte: usize, affinity: Affinity) -> Self {
        Self { paragraph, byte, affinity }
    }

    pub(super) const fn spot(self) -> Spot {
        Spot { byte: self.byte, affinity: self.affinity }
    }

    pub(super) const fn at(paragraph: usize, spot: Spot) -> Self {
        Self::new(paragraph, spot.byte, spot.affinity)
    }

    /// By reading order; the side does not matter.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        (self.paragraph, self.byte).cmp(&(other.paragraph, other.byte))
    }
}
