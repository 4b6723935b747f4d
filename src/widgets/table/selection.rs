//! Which rows are selected, and from where a selection grows.
//!
//! Apart and without a window: rows are named by their keys, so that a selection outlives sorting and filtering.

use std::collections::HashSet;

/// How a row is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Only this one: a click, an arrow key.
    Only,
    /// All from where the selection began: with Shift.
    Range,
    /// The same, and those selected before stay: with Ctrl and Shift.
    AddRange,
    /// This one as well, or no longer: with Ctrl.
    Turn,
    /// Nothing is selected; only the place moves: an arrow key with Ctrl.
    Walk,
}

/// The selected rows of a table, and the row the keys work on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    keys: HashSet<i64>,
    /// All of the list is meant, also what has no row yet, but for what was taken out one by one.
    is_whole: bool,
    left_out: HashSet<i64>,
    at: Option<i64>,
    anchor: Option<i64>,
}

impl Selection {
    /// The row the keys work on.
    pub const fn at(&self) -> Option<i64> {
        self.at
    }

    /// Is a row selected?
    pub fn contains(&self, key: i64) -> bool {
        self.keys.contains(&key)
    }

    /// How many rows are selected.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Is none selected?
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Is all of the list meant, but for [`Self::left_out`]?
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// What was taken out of the whole list since.
    pub const fn left_out(&self) -> &HashSet<i64> {
        &self.left_out
    }

    /// What is selected stands for the whole list.
    pub(super) const fn mean_whole(&mut self) {
        self.is_whole = true;
    }

    /// Rows of the whole list that came since, without those that were taken out.
    pub(super) fn further(&mut self, keys: impl Iterator<Item = i64>) {
        let left_out = &self.left_out;
        self.keys.extend(keys.filter(|key| !left_out.contains(key)));
    }

    fn clear(&mut self) {
        self.keys.clear();
        self.left_out.clear();
        self.is_whole = false;
    }

    /// Only this row, or none.
    pub fn only(&mut self, key: Option<i64>) {
        self.clear();
        self.keys.extend(key);
        self.at = key;
        self.anchor = key;
    }

    /// The row the keys worked on is gone; the others stay selected.
    pub(super) const fn leave_place(&mut self) {
        self.at = None;
    }

    /// Every row of the list.
    pub fn all(&mut self, keys: impl Iterator<Item = i64>) {
        self.clear();
        self.keys.extend(keys);
        self.is_whole = !self.keys.is_empty();
    }

    /// Only rows that are still in the list.
    pub fn keep(&mut self, is_there: impl Fn(i64) -> bool) {
        self.keys.retain(|&key| is_there(key));
        self.anchor = self.anchor.filter(|&key| is_there(key));
    }

    /// Chooses the row `key` at `place`. `anchor` is where the selection's beginning stands now, and `key_at` names the row
    /// of a place; both are asked only when a range is selected.
    pub fn choose(
        &mut self,
        choice: Choice,
        key: i64,
        place: usize,
        anchor: impl FnOnce(i64) -> Option<usize>,
        key_at: impl Fn(usize) -> i64,
    ) {
        match choice {
            Choice::Only => self.only(Some(key)),
            Choice::Turn => {
                if !self.keys.remove(&key) {
                    self.keys.insert(key);
                    self.left_out.remove(&key);
                } else if self.is_whole {
                    self.left_out.insert(key);
                }
                self.anchor = Some(key);
            }
            Choice::Walk => {}
            Choice::Range | Choice::AddRange => {
                let begin = self.anchor.or(self.at).unwrap_or(key);
                let from = anchor(begin).unwrap_or(place);
                if choice == Choice::Range {
                    self.clear();
                }
                for key in (from.min(place)..=from.max(place)).map(key_at) {
                    self.left_out.remove(&key);
                    self.keys.insert(key);
                }
                self.anchor = Some(begin);
            }
        }
        self.at = Some(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const ROWS: usize = 30;

    /// Keys are not places.
    fn key_of(place: usize) -> i64 {
        1000 - place as i64 * 7
    }

    fn place_of(key: i64) -> Option<usize> {
        (0..ROWS).find(|&place| key_of(place) == key)
    }

    /// The same, said with places and plain sets.
    #[derive(Default)]
    struct Model {
        selected: BTreeSet<usize>,
        at: Option<usize>,
        anchor: Option<usize>,
    }

    impl Model {
        fn choose(&mut self, choice: Choice, place: usize) {
            let begin = self.anchor.or(self.at).unwrap_or(place);
            let range: BTreeSet<usize> =
                if begin < place { (begin..=place).collect() } else { (place..=begin).collect() };
            match choice {
                Choice::Only => (self.selected, self.anchor) = ([place].into(), Some(place)),
                Choice::Turn => {
                    self.selected = &self.selected ^ &[place].into();
                    self.anchor = Some(place);
                }
                Choice::Walk => {}
                Choice::Range => (self.selected, self.anchor) = (range, Some(begin)),
                Choice::AddRange => (self.selected, self.anchor) = (&self.selected | &range, Some(begin)),
            }
            self.at = Some(place);
        }
    }

    fn choices() -> impl Strategy<Value = Vec<(Choice, usize)>> {
        let choice = prop_oneof![
            Just(Choice::Only),
            Just(Choice::Turn),
            Just(Choice::Walk),
            Just(Choice::Range),
            Just(Choice::AddRange)
        ];
        proptest::collection::vec((choice, 0..ROWS), 0..40)
    }

    proptest! {
        #[test]
        fn what_is_selected_is_what_plain_sets_say(choices in choices()) {
            let (mut selection, mut model) = (Selection::default(), Model::default());
            for (choice, place) in choices {
                selection.choose(choice, key_of(place), place, place_of, key_of);
                model.choose(choice, place);
                let selected: BTreeSet<usize> = (0..ROWS).filter(|&place| selection.contains(key_of(place))).collect();
                prop_assert_eq!(&selected, &model.selected);
                prop_assert_eq!(selection.len(), model.selected.len());
                prop_assert_eq!(selection.at().and_then(place_of), model.at);
            }
        }
    }

    #[test]
    fn what_is_taken_out_of_all_stays_out_when_more_rows_come() {
        let mut selection = Selection::default();
        let choose = |selection: &mut Selection, choice, key: i64| {
            selection.choose(
                choice,
                key,
                usize::try_from(key).unwrap(),
                |key| usize::try_from(key).ok(),
                |at| at as i64,
            );
        };
        selection.all(0..10);
        choose(&mut selection, Choice::Turn, 3);
        choose(&mut selection, Choice::Turn, 4);
        choose(&mut selection, Choice::Turn, 4);
        selection.further(0..20);
        assert!(selection.is_whole());
        assert_eq!((selection.len(), selection.contains(3), selection.contains(4)), (19, false, true));
        choose(&mut selection, Choice::Range, 6);
        assert!(!selection.is_whole(), "a range is no more than its rows");
        selection.all(0..10);
        choose(&mut selection, Choice::Only, 6);
        assert!(!selection.is_whole() && selection.left_out().is_empty());
    }

    #[test]
    fn rows_that_left_the_list_are_no_longer_selected() {
        let mut selection = Selection::default();
        selection.all(0..10);
        selection.keep(|key| key % 2 == 0);
        assert_eq!(selection.len(), 5);
        assert!(!selection.contains(3));
    }
}
