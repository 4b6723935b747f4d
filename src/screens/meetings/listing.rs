//! How much of the list of meetings is read: the first rows at once, more as one comes near the last of them, and all where
//! one goes to the end or takes all.

use super::cells::sorted_by;
use crate::store::query::{MeetingList, MeetingRows};
use crate::store::{Changes, Live, Store};
use crate::widgets::{Sort, TableState};
use std::ops::Range;

/// So many rows are read at first.
const PAGE: usize = 200;
/// So many times more where they are not enough.
const MORE: usize = 4;
/// So many rows beyond those one sees are read before they are seen.
const AHEAD: usize = 40;

/// What waits for rows that are on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// The last row is to be chosen.
    End,
    /// All rows are.
    All,
}

/// The rows, and how many of them were asked for.
#[derive(Default)]
pub(super) struct Listing {
    found: Live<MeetingList>,
    asked: Option<MeetingList>,
    wish: Option<Wish>,
}

impl Listing {
    pub(super) fn note(&mut self, changes: Changes) {
        self.found.note(changes);
    }

    /// The rows there are; asks for them. Other words or another order begin at the first rows again.
    pub(super) fn get(&mut self, store: &Store, words: &str, sort: Option<&Sort>) -> Option<&MeetingRows> {
        let by = sort.and_then(|sort| Some((sorted_by(&sort.column)?, sort.is_descending)));
        let same = self.asked.take().filter(|asked| asked.containing == words && asked.by == by);
        if same.is_none() {
            self.wish = None;
        }
        let asked = same.unwrap_or_else(|| MeetingList { containing: words.to_owned(), by, count: PAGE });
        self.asked = Some(asked.clone());
        self.found.get(store, asked)
    }

    /// Reads on where that is wanted, and carries out what waited for it; says whether another frame is needed.
    pub(super) fn follow(&mut self, state: &mut TableState, seen: Range<usize>) -> bool {
        let (Some(found), Some(asked)) = (self.found.last(), &mut self.asked) else { return false };
        let read = found.rows.len();
        if read >= found.total {
            let keys = || found.rows.iter().map(|row| row.id.0);
            match self.wish.take() {
                Some(Wish::End) => state.select(keys().next_back()),
                Some(Wish::All) => state.select_all(keys()),
                None => return false,
            }
            return true;
        }
        if self.found.is_loading() {
            return false;
        }
        let count = state.selection().len();
        let is_last = count == 1 && found.rows.last().is_some_and(|row| state.selected() == Some(row.id.0));
        if is_last || (count > 1 && count == read) {
            self.wish = Some(if is_last { Wish::End } else { Wish::All });
            asked.count = usize::MAX;
        } else if asked.count == PAGE || seen.end + AHEAD >= read {
            // What was asked for first is there at once; the next rows follow before anybody asks for them.
            asked.count = asked.count.saturating_mul(MORE);
        } else {
            return false;
        }
        true
    }
}
