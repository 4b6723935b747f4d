//! How well a text answers a question. Pure, and only ever run on a few hundred candidates.

use super::words::Asked;
use crate::arabic::{Find, Token};

/// A word of the question in the title counts so many times one in the body.
const TITLE: u32 = 3;
/// For each pair of neighbours in the question that are neighbours in the text.
const ADJACENT: u32 = 4;

/// The score of a title and a body; `None` when a phrase is in neither.
pub(super) fn score(asked: &Asked, title: &[Token], body: &[Token]) -> Option<u32> {
    if !asked.phrases.is_empty() && !asked.has_phrases(title) && !asked.has_phrases(body) {
        return None;
    }
    let words: u32 = asked.words.iter().map(|word| (best(word, title) * TITLE).max(best(word, body))).sum();
    Some(words + ADJACENT * (neighbours(asked, title).max(neighbours(asked, body))))
}

/// The best match of a word in a text: as written, the same word in another shape, a relative, a beginning.
fn best(asked: &Token, text: &[Token]) -> u32 {
    let scores = text.iter().filter_map(|word| {
        Some(match asked.finds(word)? {
            Find::Same if word.norm == asked.norm => 8,
            Find::Same => 7,
            Find::Related => 5,
            Find::Beginning => 4,
        })
    });
    scores.max().unwrap_or(0)
}

/// How many pairs of neighbours of the question are neighbours in the text, in the same order.
fn neighbours(asked: &Asked, text: &[Token]) -> u32 {
    let pairs = asked.words.iter().zip(asked.words.iter().skip(1));
    let adjacent = pairs.filter(|(first, second)| {
        text.iter()
            .zip(text.iter().skip(1))
            .any(|(word, next)| first.finds(word).is_some() && second.finds(next).is_some())
    });
    u32::try_from(adjacent.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::analyse;

    fn check(question: &str, better: (&str, &str), worse: (&str, &str)) {
        let asked = Asked::new(question);
        let of = |(title, body): (&str, &str)| score(&asked, &analyse(title), &analyse(body));
        assert!(of(better) > of(worse), "{question}: {better:?} {:?}, {worse:?} {:?}", of(better), of(worse));
    }

    #[test]
    fn the_title_counts_above_the_body_and_the_word_above_its_stem() {
        check("الأنظمة", ("ورشة الأنظمة", ""), ("ورشة", "عن الأنظمة"));
        check("جمعية", ("جمعية البر", ""), ("الجمعيات", ""));
        check("جودة الحياة", ("", "تحسين جودة الحياة"), ("", "الحياة في المدن ذات جودة"));
    }

    #[test]
    fn a_phrase_that_is_not_there_is_no_find() {
        let asked = Asked::new("\"جودة الحياة\"");
        assert_eq!(score(&asked, &[], &analyse("الحياة في مدن ذات جودة")), None);
        assert!(score(&asked, &[], &analyse("تحسين جودة الحياة")).is_some());
    }
}
