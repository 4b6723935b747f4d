//! The records that hold the words of a filter, as a set: a bit for each id.
//!
//! Where a word stands in a great deal, looking each row of a list up costs more than the list. A set is gathered once, and
//! the list is walked in its order as if nothing had been asked, each row tried against the set by `among`.

use std::rc::Rc;

/// A set of ids of one entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hits(Vec<u8>);

impl Hits {
    /// Adds an id.
    pub fn insert(&mut self, id: i64) {
        let Some((place, bit)) = place(id) else { return };
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        if let Some(byte) = self.0.get_mut(place) {
            *byte |= bit;
        }
    }

    /// Leaves those that the other has as well.
    pub fn keep(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        self.0.iter_mut().zip(&other.0).for_each(|(byte, other)| *byte &= other);
    }

    /// As SQL is given it.
    pub fn shared(self) -> Rc<[u8]> {
        self.0.into()
    }
}

/// Is an id in a set?
pub(in crate::store) fn is_among(set: &[u8], id: i64) -> bool {
    place(id).is_some_and(|(place, bit)| set.get(place).is_some_and(|byte| byte & bit != 0))
}

fn place(id: i64) -> Option<(usize, u8)> {
    let id = usize::try_from(id).ok()?;
    Some((id / 8, 1 << (id % 8)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn a_set_holds_what_was_put_into_both(
            one in proptest::collection::btree_set(0_i64..300, 0..80),
            other in proptest::collection::btree_set(0_i64..300, 0..80),
        ) {
            let set = |ids: &BTreeSet<i64>| ids.iter().fold(Hits::default(), |mut hits, id| {
                hits.insert(*id);
                hits
            });
            let mut both = set(&one);
            both.keep(&set(&other));
            let both = both.shared();
            for id in -3..320 {
                prop_assert_eq!(is_among(&both, id), one.contains(&id) && other.contains(&id));
            }
        }
    }
}
