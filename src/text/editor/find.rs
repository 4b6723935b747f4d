//! Find in text: every place of some letters, by whatever rule the caller folds them, and one of them as the current.
//!
//! Apart from ranges because hits are no part of the document: they are looked for again when it changes.

use std::ops::Range;

use super::{Affinity, Caret, Editor};

/// Feeds what a letter is folded to to a function: itself, another, several, or none at all (a vowel mark, say).
pub type Fold<'a> = &'a dyn Fn(char, &mut dyn FnMut(char));

/// A place where the letters were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// Its bytes within the paragraph; marks and joiners on its last letter among them.
    pub bytes: Range<usize>,
}

/// The place that one would go to next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextHit {
    /// Its number among all of them, from 0.
    pub number: usize,
    /// One gets there round the end of the text.
    pub is_round: bool,
}

/// What is being looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    needle: String,
    hits: Vec<Hit>,
    current: Option<usize>,
    /// The text in which it was looked for.
    revision: u64,
}

/// Finds letters in a text, after folding both: the places, in order, that do not overlap.
///
/// ```
/// use tansiq::text::find;
/// let fold = |letter: char, push: &mut dyn FnMut(char)| letter.to_lowercase().for_each(push);
/// assert_eq!(find("Vision vision", "VISION", &fold), [0..6, 7..13]);
/// ```
pub fn find(text: &str, needle: &str, fold: Fold<'_>) -> Vec<Range<usize>> {
    let needle = folded(needle, fold);
    if needle.is_empty() {
        return Vec::new();
    }
    // each folded letter with the letter of the text that it came from
    let mut letters: Vec<(char, usize)> = Vec::with_capacity(text.len() / 2);
    for (at, letter) in text.char_indices() {
        fold(letter, &mut |folded| letters.push((folded, at)));
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(window) = letters.get(from..from + needle.len()) {
        if !window.iter().map(|(letter, _)| letter).eq(&needle) {
            from += 1;
            continue;
        }
        let start = window.first().map_or(0, |(_, at)| *at);
        let last = window.last().map_or(0, |(_, at)| *at);
        // up to the next letter that counts: a letter that folded to several is found whole, with its marks
        let next = letters.iter().skip(from + needle.len()).map(|(_, at)| *at).find(|at| *at > last);
        let end = text.get(last..next.unwrap_or(text.len())).map_or(last, |tail| last + one_letter(tail, fold));
        found.push(start..end);
        from += needle.len();
    }
    found
}

/// The length of a letter and of what folds to nothing behind it, but for spaces and newlines.
fn one_letter(text: &str, fold: Fold<'_>) -> usize {
    let is_nothing = |letter: char| {
        let mut count = 0;
        fold(letter, &mut |_| count += 1);
        count == 0 && !letter.is_whitespace()
    };
    let mut letters = text.char_indices();
    letters.next();
    letters.find(|(_, letter)| !is_nothing(*letter)).map_or(text.len(), |(at, _)| at)
}

fn folded(text: &str, fold: Fold<'_>) -> Vec<char> {
    let mut letters = Vec::new();
    text.chars().for_each(|letter| fold(letter, &mut |folded| letters.push(folded)));
    letters
}

impl Editor {
    /// Looks for letters and marks every place where they stand, until [`Editor::end_find`]. Call it again with every
    /// change of what is looked for or of the text (in every frame, say: nothing is done where both are the same).
    /// Answers how many places there are.
    ///
    /// Nothing is current until [`Editor::find_next`] goes to a place.
    pub fn find(&mut self, needle: &str, fold: Fold<'_>) -> usize {
        if self.search.needle == needle && self.search.revision == self.revision {
            return self.search.hits.len();
        }
        let current = self.current_hit().cloned().filter(|_| self.search.needle == needle);
        let mut hits = Vec::new();
        for (paragraph, at) in self.paragraphs.iter().enumerate() {
            hits.extend(find(at.text(), needle, fold).into_iter().map(|bytes| Hit { paragraph, bytes }));
        }
        let current = current.and_then(|current| {
            let is_it = |hit: &Hit| hit.paragraph == current.paragraph && hit.bytes.start == current.bytes.start;
            hits.iter().position(is_it)
        });
        self.search = Search { needle: needle.to_owned(), hits, current, revision: self.revision };
        self.search.hits.len()
    }

    /// Makes the next place after the caret (or before it) the current one: selects it and brings it into sight. After
    /// the last comes the first. Answers its number, from 0.
    pub fn find_next(&mut self, forward: bool) -> Option<usize> {
        let NextHit { number, .. } = self.next_hit(forward)?;
        self.stand_at_hit(number);
        Some(number)
    }

    /// Makes the place of that number, from 0, the current one: selects it and brings it into sight. One that is not there
    /// changes nothing.
    pub fn stand_at_hit(&mut self, number: usize) {
        let Some(Hit { paragraph, bytes }) = self.search.hits.get(number).cloned() else { return };
        let Some(bytes) = self.paragraphs.get(paragraph).map(|at| at.with_whole_atoms(bytes)) else { return };
        self.search.current = Some(number);
        let end = Caret { affinity: Affinity::Upstream, ..self.caret_in(paragraph, bytes.end) };
        self.move_to(self.caret_in(paragraph, bytes.start), false);
        self.move_to(end, true);
        self.reveals_hit = true;
    }

    /// One has gone on to a place in another text: none is current here, and what was selected as the current one no longer
    /// is.
    pub fn leave_hit(&mut self) {
        if self.is_hit_selected() {
            self.move_to(self.caret, false);
        }
        self.search.current = None;
    }

    /// The place that [`Editor::find_next`] would go to: who looks through several texts goes on to another one where
    /// this one would begin again.
    pub fn next_hit(&self, forward: bool) -> Option<NextHit> {
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        let hits = &self.search.hits;
        // one that the caret stands before, and has not come to, is the next
        let place = |hit: &Hit| (hit.paragraph, hit.bytes.start);
        // within an inline atom it is the whole atom that is selected
        let selected = |hit: &Hit| {
            let bytes = self.paragraphs.get(hit.paragraph).map(|at| at.with_whole_atoms(hit.bytes.clone()));
            (hit.paragraph, bytes.map_or(hit.bytes.start, |bytes| bytes.start))
        };
        let is_on_it = self.current_hit().is_some_and(|hit| selected(hit) == (from.paragraph, from.byte));
        let edge = if is_on_it && forward { (to.paragraph, to.byte) } else { (from.paragraph, from.byte) };
        let last = hits.len().checked_sub(1)?;
        let ahead = if forward {
            hits.iter().position(|hit| place(hit) >= edge)
        } else {
            hits.iter().rposition(|hit| place(hit) < edge)
        };
        let number = ahead.unwrap_or(if forward { 0 } else { last });
        Some(NextHit { number, is_round: ahead.is_none() })
    }

    /// The places found, from top to bottom.
    pub fn hits(&self) -> &[Hit] {
        &self.search.hits
    }

    /// The number of the current place among [`Editor::hits`].
    pub const fn current_hit_number(&self) -> Option<usize> {
        self.search.current
    }

    /// Stops looking: nothing is marked any more. The selection stays.
    pub fn end_find(&mut self) {
        self.search = Search { revision: self.revision, ..Search::default() };
    }

    /// Is the current place what is selected, and nothing else?
    pub(super) fn is_hit_selected(&self) -> bool {
        let is_current = self.search.revision == self.revision;
        let hit = self.current_hit().filter(|_| is_current);
        hit.zip(self.selection()).is_some_and(|(hit, (from, to))| {
            let bytes = self.paragraphs.get(hit.paragraph).map(|at| at.with_whole_atoms(hit.bytes.clone()));
            let is_within = from.paragraph == hit.paragraph && to.paragraph == hit.paragraph;
            is_within && bytes == Some(from.byte..to.byte)
        })
    }

    fn current_hit(&self) -> Option<&Hit> {
        self.search.hits.get(self.search.current?)
    }

    /// The hits in a paragraph, and whether each is the current one. None where the text has changed since.
    pub(super) fn hits_in(&self, paragraph: usize) -> impl Iterator<Item = (&Hit, bool)> {
        let hits = if self.search.revision == self.revision { self.search.hits.as_slice() } else { &[] };
        let first = hits.partition_point(|hit| hit.paragraph < paragraph);
        let in_it = hits.iter().enumerate().skip(first).take_while(move |(_, hit)| hit.paragraph == paragraph);
        in_it.map(|(number, hit)| (hit, self.search.current == Some(number)))
    }
}

#[expect(clippy::string_slice, reason = "what is found stands between letters, or the test fails as it should")]
#[cfg(test)]
mod tests {
    use super::*;

    /// Drops marks and tatweel, unites the forms of alef, opens the ligature of lam and alef.
    fn fold(letter: char, push: &mut dyn FnMut(char)) {
        match letter {
            '\u{064B}'..='\u{0652}' | 'ـ' => {}
            'أ' | 'إ' | 'آ' => push('ا'),
            'ﻻ' => "لا".chars().for_each(push),
            other => other.to_lowercase().for_each(push),
        }
    }

    #[test]
    fn letters_are_found_as_they_are_folded() {
        let check = |text: &str, needle: &str, expected: &[&str]| {
            let found: Vec<&str> = find(text, needle, &fold).into_iter().map(|bytes| &text[bytes]).collect();
            assert_eq!(found, expected, "{needle:?} in {text:?}");
        };
        check("محمد ومُحَمَّدٌ", "محمد", &["محمد", "مُحَمَّدٌ"]);
        check("الإدارة والادارة", "ادارة", &["إدارة", "ادارة"]);
        check("إعـــداد إعداد", "اعداد", &["إعـــداد", "إعداد"]);
        check("ﻻ بأس", "لا", &["ﻻ"]);
        check("ﻻ بأس", "ل", &["ﻻ"]);
        check("aAaA", "aa", &["aA", "aA"]);
        check("نص", "", &[]);
        check("نص", "ًٌ", &[]);
        check("", "ن", &[]);
    }

    #[test]
    fn the_next_place_is_looked_for_from_the_caret_and_round_the_end() {
        let mut editor = Editor::new("أحمد\nكتب أحمد إلى أحمد");
        editor.caret_to_start();
        assert_eq!(editor.find("احمد", &fold), 3);
        assert_eq!(editor.current_hit_number(), None);
        let mut steps = |forward: bool| {
            let number = editor.find_next(forward).expect("found");
            assert_eq!(editor.selected_text(), "أحمد");
            (number, editor.caret().0)
        };
        assert_eq!([true, true, true, true].map(&mut steps), [(0, 0), (1, 1), (2, 1), (0, 0)]);
        assert_eq!([false, false].map(&mut steps), [(2, 1), (1, 1)]);
        assert!(editor.is_hit_selected());
        editor.select_all();
        assert!(!editor.is_hit_selected(), "more than it");
    }

    #[test]
    fn one_is_told_beforehand_that_the_text_begins_again() {
        let mut editor = Editor::new("أحمد وأحمد");
        editor.caret_to_start();
        assert_eq!(editor.next_hit(true), None, "nothing is looked for");
        editor.find("احمد", &fold);
        let check = |editor: &Editor, forward, number, is_round| {
            assert_eq!(editor.next_hit(forward), Some(NextHit { number, is_round }), "{forward}");
        };
        check(&editor, true, 0, false);
        check(&editor, false, 1, true);
        editor.find_next(true);
        check(&editor, true, 1, false);
        editor.find_next(true);
        check(&editor, true, 0, true);
        check(&editor, false, 0, false);
    }

    #[test]
    fn what_is_typed_is_looked_through_again_and_keeps_the_current_place() {
        let mut editor = Editor::new("نص ونص");
        editor.caret_to_start();
        editor.find("نص", &fold);
        editor.find_next(true);
        editor.set_caret(0, "نص ونص".len());
        editor.insert(" نص");
        assert_eq!(editor.hits_in(0).count(), 0, "nothing false is marked in between");
        assert_eq!(editor.find("نص", &fold), 3);
        assert_eq!(editor.current_hit_number(), Some(0));
        editor.end_find();
        assert!(editor.hits().is_empty());
        assert_eq!(editor.find_next(true), None);
    }
}
