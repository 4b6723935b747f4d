//! In which order the rows of a list stand when someone sorts it by a column.
//!
//! Apart because a list may be long: the order is made anew only when the list or the column is another one.

use super::columns::Sort;
use std::cmp::Ordering;

/// The places of a list's rows in the order they are shown.
#[derive(Clone, Debug, Default)]
pub struct SortedRows {
    known: Option<(u64, Sort)>,
    places: Vec<usize>,
}

impl SortedRows {
    /// Sorts `count` rows by a column; `revision` is another one whenever the list is. `compare` is given two places of the
    /// list. Rows that compare as equal keep the order of the list.
    pub fn update(
        &mut self,
        revision: u64,
        count: usize,
        sort: Option<&Sort>,
        compare: impl Fn(&str, usize, usize) -> Ordering,
    ) {
        let wanted = sort.map(|sort| (revision, sort.clone()));
        if self.known == wanted && (wanted.is_none() || self.places.len() == count) {
            return;
        }
        self.places.clear();
        if let Some((_, sort)) = &wanted {
            self.places.extend(0..count);
            self.places.sort_by(|&one, &other| {
                let order = compare(&sort.column, one, other);
                if sort.is_descending { order.reverse() } else { order }
            });
        }
        self.known = wanted;
    }

    /// Which row of the list stands at a place of the table.
    pub fn row(&self, place: usize) -> usize {
        self.places.get(place).copied().unwrap_or(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_by_the_column_and_equal_ones_as_they_came() {
        let rows = [3, 1, 2, 1];
        let mut order = SortedRows::default();
        let mut places = |is_descending: Option<bool>| {
            let sort = is_descending.map(|is_descending| Sort { column: "number".to_owned(), is_descending });
            order.update(1, rows.len(), sort.as_ref(), |_, one, other| rows[one].cmp(&rows[other]));
            (0..rows.len()).map(|place| order.row(place)).collect::<Vec<_>>()
        };
        assert_eq!(places(None), [0, 1, 2, 3]);
        assert_eq!(places(Some(false)), [1, 3, 2, 0]);
        assert_eq!(places(Some(true)), [0, 2, 1, 3]);
        assert_eq!(places(None), [0, 1, 2, 3]);
    }
}
