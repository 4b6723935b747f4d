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

    /// Only this row, or none.
    pub fn only(&mut self, key: Option<i64>) {
        self.keys.clear();
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
        self.keys.clear();
        self.keys.extend(keys);
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
                }
                self.anchor = Some(key);
            }
            Choice::Walk => {}
            Choice::Range | Choice::AddRange => {
                let begin = self.anchor.or(self.at).unwrap_or(key);
                let from = anchor(begin).unwrap_or(place);
                if choice == Choice::Range {
                    self.keys.clear();
                }
                self.keys.extend((from.min(place)..=from.max(place)).map(key_at));
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
    fn rows_that_left_the_list_are_no_longer_selected() {
        let mut selection = Selection::default();
        selection.all(0..10);
        selection.keep(|key| key % 2 == 0);
        assert_eq!(selection.len(), 5);
        assert!(!selection.contains(3));
    }
}
