//! Where the cards of a column stand below each other: all of one height, or each of its own.

use std::rc::Rc;

/// Between two cards.
pub(super) const CARD_GAP: f32 = 10.0;

/// Where each card of a column ends, from its top, the gap below it included.
pub type Ends = Rc<[f32]>;

/// Where cards of those heights end, one below the other.
pub fn ends(heights: impl IntoIterator<Item = f32>) -> Ends {
    let below = |end: &mut f32, height: f32| {
        *end += height + CARD_GAP;
        Some(*end)
    };
    heights.into_iter().scan(0.0, below).collect()
}

/// The cards of a column.
pub(super) enum Stack {
    /// So many of that height.
    Even(f32, usize),
    /// Each ends there.
    Uneven(Ends),
}

impl Stack {
    /// How many cards there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Even(_, count) => *count,
            Self::Uneven(ends) => ends.len(),
        }
    }

    /// Where a card begins; one after the last begins where the last ends.
    pub fn top(&self, place: usize) -> f32 {
        match self {
            Self::Even(height, _) => place as f32 * (height + CARD_GAP),
            Self::Uneven(ends) => {
                let before = place.min(ends.len()).checked_sub(1);
                before.and_then(|at| ends.get(at)).copied().unwrap_or_default()
            }
        }
    }

    /// How high a card is.
    pub fn height(&self, place: usize) -> f32 {
        match self {
            Self::Even(height, _) => *height,
            Self::Uneven(_) => (self.top(place + 1) - self.top(place) - CARD_GAP).max(0.0),
        }
    }

    /// How high all of them are.
    pub fn all(&self) -> f32 {
        self.top(self.len())
    }

    /// The card that stands at a height; what is below the last is after the last.
    pub fn at(&self, y: f32) -> usize {
        match self {
            Self::Even(height, count) => ((y / (height + CARD_GAP)).floor().max(0.0) as usize).min(*count),
            Self::Uneven(ends) => ends.partition_point(|end| *end <= y),
        }
    }

    /// Before which card something is put that is dropped at a height: before the nearest top.
    pub fn gap_at(&self, y: f32) -> usize {
        let place = self.at(y);
        let is_lower_half = place < self.len() && y > (self.top(place) + self.top(place + 1)) / 2.0;
        place + usize::from(is_lower_half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_of_different_heights_stand_below_each_other() {
        let stack = Stack::Uneven(ends([100.0, 140.0, 120.0]));
        assert_eq!([0, 1, 2, 3].map(|place| stack.top(place)), [0.0, 110.0, 260.0, 390.0]);
        assert_eq!([0, 1, 2].map(|place| stack.height(place)), [100.0, 140.0, 120.0]);
        assert_eq!([0.0, 109.0, 110.0, 259.0, 389.0, 500.0].map(|y| stack.at(y)), [0, 0, 1, 1, 2, 3]);
        assert_eq!([10.0, 60.0, 180.0, 190.0, 500.0].map(|y| stack.gap_at(y)), [0, 1, 1, 2, 3]);
    }

    #[test]
    fn cards_of_one_height_stand_as_those_of_their_own_do() {
        let (even, uneven) = (Stack::Even(120.0, 3), Stack::Uneven(ends([120.0; 3])));
        for place in 0..=3 {
            assert_eq!(even.top(place), uneven.top(place));
        }
        for y in [0.0, 64.0, 66.0, 129.0, 131.0, 380.0, 395.0] {
            assert_eq!((even.at(y), even.gap_at(y)), (uneven.at(y), uneven.gap_at(y)), "{y}");
        }
    }
}
