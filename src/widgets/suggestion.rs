//! What can be chosen from a list, and how it is found: however it was spelt, by any of its names.
//!
//! Apart from the list because it knows no window.

use crate::arabic;
use std::cmp::Reverse;
use std::ops::Range;

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What is chosen.
    pub text: String,
    /// What tells it from its namesakes.
    pub detail: String,
    /// Two letters for a round mark; empty for none.
    pub letters: String,
    /// Other names it goes by, each on a line: it is found by them too, and the one that was meant is shown with it.
    pub also: String,
}

impl Suggestion {
    /// How well it fits what was typed, the best first; by its own name before any other.
    pub(super) fn rank(&self, typed: &str, words: &[&str]) -> Option<usize> {
        let others = self.also.lines().filter_map(|name| rank(&arabic::fold(name), typed, words)).min();
        rank(&arabic::fold(&self.text), typed, words).or(others.map(|rank| rank + RANKS))
    }

    /// The other name that was meant, where its own is not what was typed.
    pub(super) fn meant(&self, typed: &str) -> Option<&str> {
        let typed = arabic::fold(typed);
        let words: Vec<&str> = typed.split(' ').collect();
        if rank(&arabic::fold(&self.text), &typed, &words).is_some() {
            return None;
        }
        self.also.lines().find(|name| rank(&arabic::fold(name), &typed, &words).is_some())
    }

    /// Is it called exactly that?
    pub(super) fn is_called(&self, typed: &str) -> bool {
        self.text.trim() == typed || self.also.lines().any(|name| name.trim() == typed)
    }
}

/// So many ranks there are.
const RANKS: usize = 3;

/// How good a suggestion is, the best first: it begins with what was typed, one of its words does, or it holds it.
fn rank(folded: &str, typed: &str, words: &[&str]) -> Option<usize> {
    if words.is_empty() || folded.starts_with(typed) {
        return Some(0);
    }
    if !words.iter().all(|word| folded.contains(word)) {
        return None;
    }
    let begins = |word: &str| folded.split(' ').any(|of| arabic::begins_with(of, word));
    Some(if words.iter().all(|word| begins(word)) { 1 } else { 2 })
}

/// Where the typed words stand in a suggestion, in order and apart: as much of a word as was typed.
pub(super) fn marks(text: &str, typed: &str) -> Vec<Range<usize>> {
    let folded = arabic::fold(typed);
    let whole = arabic::find_folded(text, &folded);
    let mut marks: Vec<Range<usize>> = match whole {
        Some(whole) => vec![whole],
        None => folded.split(' ').filter_map(|word| arabic::find_folded(text, word)).collect(),
    };
    marks.retain(|mark| !mark.is_empty());
    marks.sort_by_key(|mark| (mark.start, Reverse(mark.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let is_apart = mark.start >= end;
        end = end.max(mark.end);
        is_apart
    });
    marks
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn typed_words_are_marked_where_they_stand() {
        let check = |text: &str, typed: &str, expected: &[&str]| {
            let marked: Vec<&str> = marks(text, typed).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(marked, expected, "{typed} in {text}");
        };
        check("أمانة منطقة الواحة", "امانه", &["أمانة"]);
        check("أمانة منطقة الواحة", "واحه امان", &["أمان", "واحة"]);
        check("أمانة منطقة الواحة", "", &[]);
        check("جمعية الأمن", "من", &["من"]);
        check("aa b", "a b", &["a b"]);
        check("ab a", "a ab", &["ab"]);
    }
}
