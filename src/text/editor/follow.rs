//! How a marked range follows the text: the rules, and nothing else.
//!
//! Apart because they are arithmetic that can be read, and tested, without a document. An edit takes some bytes out and
//! puts others in their place:
//!
//! - A range that lies before or after it only moves.
//! - What is typed or pasted *within* a range belongs to it. What comes at its start does not; what comes at its end
//!   does where the range [grows](super::TextRange::grows).
//! - Where letters of a range are deleted it shrinks; with nothing left it vanishes, even if other text took its place.
//! - A new line within a range splits it; deleting that line again does not join the two.
//! - Undo gives back exactly the ranges that were there, redo those that came of the edit.

use std::ops::Range;

/// One replacement, in bytes of the text before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) inserted: usize,
}

impl Replacement {
    const fn reversed(self) -> Self {
        Self { at: self.at, removed: self.inserted, inserted: self.removed }
    }

    /// Where a range is after it; `None` where nothing of the range is left.
    pub(super) fn follow(self, range: &Range<usize>, grows: bool) -> Option<Range<usize>> {
        let Self { at, removed, inserted } = self;
        let after_removal = |byte: usize| if byte <= at { byte } else { at.max(byte.saturating_sub(removed)) };
        let (start, end) = (after_removal(range.start), after_removal(range.end));
        if start >= end {
            return None;
        }
        let takes_in = start < at && (at < end || at == end && grows);
        let moved = |byte: usize, moves: bool| if moves { byte + inserted } else { byte };
        Some(moved(start, at <= start)..moved(end, takes_in || at <= start))
    }

    /// Does it leave every letter of a range, and come between no two of them?
    pub(super) const fn is_beside(self, range: &Range<usize>) -> bool {
        self.at + self.removed <= range.start || range.end <= self.at
    }

    /// Does undoing it by the same rules lead back to `range`, from what it came to?
    pub(super) fn leads_back(self, range: &Range<usize>, followed: &Range<usize>, grows: bool) -> bool {
        self.reversed().follow(followed, grows).as_ref() == Some(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text `..[mark]..`, with the range in brackets, edited.
    #[test]
    fn a_range_moves_grows_shrinks_and_vanishes() {
        let check = |at, removed, inserted, grows, expected: Option<Range<usize>>| {
            assert_eq!(
                Replacement { at, removed, inserted }.follow(&(10..20), grows),
                expected,
                "{at} {removed} {inserted}"
            );
        };
        check(0, 0, 3, false, Some(13..23));
        check(10, 0, 3, false, Some(13..23));
        check(15, 0, 3, false, Some(10..23));
        check(20, 0, 3, false, Some(10..20));
        check(20, 0, 3, true, Some(10..23));
        check(25, 0, 3, true, Some(10..20));
        check(5, 10, 0, false, Some(5..10));
        check(5, 10, 2, false, Some(7..12));
        check(15, 10, 0, false, Some(10..15));
        check(15, 10, 2, false, Some(10..15));
        check(12, 3, 1, false, Some(10..18));
        check(10, 10, 0, false, None);
        check(5, 30, 9, true, None);
    }

    proptest! {
        /// The model: every letter knows whether it is in the range.
        #[test]
        fn a_range_is_its_letters(
            before in 0_usize..8, length in 1_usize..8, after in 0_usize..8,
            at in 0_usize..24, removed in 0_usize..24, inserted in 0_usize..6, grows: bool,
        ) {
            let total = before + length + after;
            let at = at.min(total);
            let removed = removed.min(total - at);
            let mut letters: Vec<bool> = (0..total).map(|byte| (before..before + length).contains(&byte)).collect();
            letters.splice(at..at + removed, []);
            let is_before = at.checked_sub(1).and_then(|byte| letters.get(byte)).copied().unwrap_or_default();
            let is_after = letters.get(at).copied().unwrap_or_default();
            letters.splice(at..at, std::iter::repeat_n(is_before && (is_after || grows), inserted));
            let followed = Replacement { at, removed, inserted }.follow(&(before..before + length), grows);
            let expected: Vec<usize> = (0..letters.len()).filter(|byte| letters[*byte]).collect();
            prop_assert_eq!(followed.map(Iterator::collect::<Vec<usize>>).unwrap_or_default(), expected);
        }
    }
}
