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
        let others = self.also.lines().filter_map(|name| rank_of(name, typed, words)).min();
        rank_of(&self.text, typed, words).or(others.map(|rank| rank + RANKS))
    }

    /// The other name that was meant, where its own is not what was typed.
    pub(super) fn meant(&self, typed: &str) -> Option<&str> {
        let typed = arabic::fold(typed);
        let words: Vec<&str> = typed.split(' ').collect();
        if rank_of(&self.text, &typed, &words).is_some() {
            return None;
        }
        self.also.lines().find(|name| rank_of(name, &typed, &words).is_some())
    }

    /// Is it called exactly that?
    pub(super) fn is_called(&self, typed: &str) -> bool {
        self.text.trim() == typed || self.also.lines().any(|name| name.trim() == typed)
    }
}

/// So many ranks there are.
const RANKS: usize = 3;

/// How good a name is as it is written, or else with names of two halves written together: «عبدالرحمن» is «عبد الرحمن».
fn rank_of(name: &str, typed: &str, words: &[&str]) -> Option<usize> {
    let folded = arabic::fold(name);
    rank(&folded, typed, words).or_else(|| {
        let (together, asked) = (arabic::halves_together(&folded), arabic::halves_together(typed));
        let is_other = together != folded || asked != typed;
        is_other.then(|| rank(&together, &asked, &asked.split(' ').collect::<Vec<_>>())).flatten()
    })
}

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
        None => folded.split(' ').flat_map(|word| word_marks(text, word)).collect(),
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

/// Where one word stands: as it is written, or a name of two halves however it is written.
fn word_marks(text: &str, word: &str) -> Vec<Range<usize>> {
    match arabic::find_folded(text, word) {
        Some(mark) => vec![mark],
        None if arabic::begins_two_halves(word) => arabic::find(&arabic::query(word), text),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Suggestion, marks};
    use crate::arabic;

    #[test]
    fn names_written_together_and_apart_are_offered_alike() {
        let check = |name: &str, typed: &str, expected: bool| {
            let suggestion = Suggestion { text: name.into(), ..Suggestion::default() };
            let folded = arabic::fold(typed);
            let words: Vec<&str> = folded.split(' ').collect();
            assert_eq!(suggestion.rank(&folded, &words).is_some(), expected, "{typed} for {name}");
        };
        check("عبد الرحمن الوادعي", "عبدالرحمن الوادعي", true);
        check("عبد الرحمن الوادعي", "الوادعي عبدالرح", true);
        check("عبدالرحمن الوادعي", "عبد الرحمن الوادعي", true);
        check("عبد الرحمن الوادعي", "الرحمن", true);
        check("أبو بكر الغافي", "ابوبكر", true);
        check("عبد العزيز الوادعي", "عبدالرحمن الوادعي", false);
        check("معبد الواحة", "معبدالواحة", false);
    }

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
        check("عبد الرحمن الوادعي", "عبدالرحمن الوادعي", &["عبد الرحمن", "الوادعي"]);
        check("aa b", "a b", &["a b"]);
        check("ab a", "a ab", &["ab"]);
    }
}
