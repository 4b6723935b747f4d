//! The words around what was found, cut from the original text, with the finds marked.

use crate::arabic;
use std::ops::Range;

/// Words shown before the first find.
const WORDS_BEFORE: usize = 6;
/// Words shown in all.
const WORDS: usize = 28;

/// A piece of a text and the byte ranges of the finds in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Snippet {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// Cuts a snippet from a text, around the first of the finds in it.
pub(in crate::store) fn snippet(found: Vec<Range<usize>>, text: &str) -> Snippet {
    let first = found.first().map_or(0, |mark| mark.start);
    let mut at = 0_usize;
    let mut words = Vec::new();
    for range in arabic::word_ranges(text) {
        if range.end <= first {
            at += 1;
        }
        words.push(range.start);
        // Nobody sees the words behind it.
        if words.len() > at.saturating_sub(WORDS_BEFORE) + WORDS {
            break;
        }
    }
    let from = at.saturating_sub(WORDS_BEFORE);
    let start = if from == 0 { 0 } else { words.get(from).copied().unwrap_or_default() };
    let last = words.get(from + WORDS).copied();
    let end = last.unwrap_or(text.len());
    let piece = text.get(start..end).unwrap_or(text).trim_end();
    let mut snippet = Snippet::default();
    if start > 0 {
        snippet.text.push('…');
    }
    let shift = snippet.text.len();
    // Lines become blanks of the same length, so that the places stay.
    snippet.text.extend(piece.chars().map(|letter| if letter.is_ascii_whitespace() { ' ' } else { letter }));
    let marked = found.into_iter().filter(|mark| mark.start >= start && mark.end <= start + piece.len());
    snippet.marks = marked.map(|mark| mark.start - start + shift..mark.end - start + shift).collect();
    if last.is_some() {
        snippet.text.push('…');
    }
    snippet
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(question: &str, text: &str) -> (String, Vec<String>) {
        let Snippet { text, marks } = snippet(arabic::find(&arabic::query(question), text), text);
        let words = marks.into_iter().map(|mark| text.get(mark).unwrap().to_owned()).collect();
        (text, words)
    }

    #[test]
    fn a_short_text_is_shown_whole_and_marked_as_written() {
        let (text, words) = marked("جمعيه", "للجَمعيّات\nدور");
        assert_eq!(text, "للجَمعيّات دور");
        assert_eq!(words, ["للجَمعيّات"]);
    }

    #[test]
    fn of_a_word_that_only_begins_so_the_beginning_is_marked_with_what_is_written_before_it() {
        let check = |question: &str, text: &str, expected: &str| assert_eq!(marked(question, text).1, [expected]);
        check("تنس", "عن التّنسيق", "التّنس");
        check("تنس", "وبالتنسيق مع الأمانة", "وبالتنس");
        check("الشر", "الشراكة", "الشر");
        check("coord", "a Coordination meeting", "Coord");
        check("شراكة", "والشراكات", "والشراكات");
    }

    #[test]
    fn a_long_text_is_cut_around_the_find() {
        let long = "كلمة ".repeat(60) + "الشراكة " + &"أخرى ".repeat(60);
        let (text, words) = marked("شراكة", &long);
        assert!(text.starts_with('…') && text.ends_with('…') && text.len() < 400, "{text}");
        assert_eq!(words, ["الشراكة"]);
    }

    proptest! {
        #[test]
        fn marks_always_fall_on_letters(text in "\\PC{0,80}", question in "\\PC{0,10}") {
            let Snippet { text, marks } = snippet(arabic::find(&arabic::query(&question), &text), &text);
            for mark in marks {
                prop_assert!(text.get(mark).is_some());
            }
        }
    }
}
