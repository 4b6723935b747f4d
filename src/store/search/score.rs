//! How well a text answers a question. Pure, and only ever run on a few hundred candidates.

use super::words::Asked;
use crate::arabic::{self, Find, Token};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::rc::Rc;

/// A word of the question in the title counts so many times one in the body.
const TITLE: u32 = 3;
/// For each pair of neighbours in the question that are neighbours in the text.
const ADJACENT: u32 = 4;

/// How well the words of texts answer one question. The same words come in hundreds of candidates: each is analysed and held
/// against the question once, by how it is written.
pub(super) struct Scorer<'a> {
    asked: &'a Asked,
    known: FxHashMap<Box<str>, Rc<Answering>>,
}

/// A word of a text, and how well it answers each word of the question: nothing, a beginning, a relative, the same word in
/// another shape, as written.
struct Answering {
    scores: Vec<u8>,
    /// So far into it reaches what the question finds of it, in bytes.
    found_until: Option<usize>,
    /// The first half of a name that may go on with the next word.
    is_head: bool,
}

impl<'a> Scorer<'a> {
    pub fn new(asked: &'a Asked) -> Self {
        Self { asked, known: FxHashMap::default() }
    }

    /// The question.
    pub const fn asked(&self) -> &'a Asked {
        self.asked
    }

    /// The score of a title and a body; `None` when a phrase is in neither.
    pub fn score(&mut self, title: &str, body: &str) -> Option<u32> {
        let (asked, titles, bodies) = (self.asked, self.words(title), self.words(body));
        if !asked.phrases.is_empty() {
            let has = |text: &str| asked.has_phrases(&arabic::analyse(text));
            if !has(title) && !has(body) {
                return None;
            }
        }
        let best = |words: &[Rc<Answering>], at: usize| {
            words.iter().filter_map(|word| word.scores.get(at)).max().copied().map_or(0, u32::from)
        };
        let words: u32 = (0..asked.words.len()).map(|at| (best(&titles, at) * TITLE).max(best(&bodies, at))).sum();
        let count = asked.words.len();
        Some(words + ADJACENT * neighbours(count, &titles).max(neighbours(count, &bodies)))
    }

    /// What of a text is found, in bytes, as [`arabic::find`] tells it.
    pub fn marks(&mut self, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        self.each_word(text, |range, word| {
            marks.extend(word.found_until.map(|until| range.start..range.start + until));
        });
        marks
    }

    fn words(&mut self, text: &str) -> Vec<Rc<Answering>> {
        let mut words = Vec::new();
        self.each_word(text, |_, word| words.push(word));
        words
    }

    fn each_word(&mut self, text: &str, mut tell: impl FnMut(Range<usize>, Rc<Answering>)) {
        let mut ranges = arabic::word_ranges(text).peekable();
        while let Some(mut range) = ranges.next() {
            let mut word = self.word(text.get(range.clone()).unwrap_or_default());
            // «عبد الرحمن» is one word.
            if word.is_head
                && let Some(next) = ranges.peek().cloned()
                && text.get(range.end..next.start).is_some_and(|between| between.chars().all(|letter| letter == ' '))
            {
                ranges.next();
                range.end = next.end;
                word = self.word(text.get(range.clone()).unwrap_or_default());
            }
            tell(range, word);
        }
    }

    fn word(&mut self, written: &str) -> Rc<Answering> {
        if let Some(known) = self.known.get(written) {
            return Rc::clone(known);
        }
        let tokens = arabic::analyse(written);
        let score = |asked: &Token| tokens.iter().map(|word| score_of(asked, word)).max().unwrap_or(0);
        let scores = self.asked.words.iter().map(score).collect();
        let is_head = matches!(tokens.as_slice(), [only] if only.is_name_head(written));
        let found = tokens.iter().filter_map(|word| arabic::found_in(&self.asked.words, word, written));
        let word = Rc::new(Answering { scores, found_until: found.map(|found| found.end).max(), is_head });
        self.known.insert(written.into(), Rc::clone(&word));
        word
    }
}

fn score_of(asked: &Token, word: &Token) -> u8 {
    match asked.finds(word) {
        None => 0,
        Some(Find::Same) if word.norm == asked.norm => 8,
        Some(Find::Same) => 7,
        Some(Find::Related) => 5,
        Some(Find::Beginning) => 4,
    }
}

/// How many pairs of neighbours of the question are neighbours in the text, in the same order.
fn neighbours(asked: usize, text: &[Rc<Answering>]) -> u32 {
    let is = |word: &Answering, at: usize| word.scores.get(at).is_some_and(|score| *score > 0);
    let adjacent = (1..asked).filter(|second| {
        text.iter().zip(text.iter().skip(1)).any(|(word, next)| is(word, second - 1) && is(next, *second))
    });
    u32::try_from(adjacent.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(question: &str, better: (&str, &str), worse: (&str, &str)) {
        let asked = Asked::new(question);
        let of = |(title, body): (&str, &str)| Scorer::new(&asked).score(title, body);
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
        assert_eq!(Scorer::new(&asked).score("", "الحياة في مدن ذات جودة"), None);
        assert!(Scorer::new(&asked).score("", "تحسين جودة الحياة").is_some());
    }

    #[test]
    fn what_is_marked_is_what_the_question_finds() {
        for (question, text) in [
            ("تنس", "وبالتنسيق مع الأمانة، والتَّنسيق ٢"),
            ("عبد الرحمن", "عن عبدالرحمن وعبد الرحمن بن علي"),
            ("الرحمن أبو", "عبد الرحمن أبو بكر 1448هـ"),
            ("2030 تن-1448", "رؤية ٢٠٣٠هـ تن-1448-017"),
        ] {
            let asked = Asked::new(question);
            assert_eq!(Scorer::new(&asked).marks(text), arabic::find(&asked.words, text), "{question}");
        }
    }

    #[test]
    fn a_name_written_apart_answers_as_one_word() {
        let asked = Asked::new("عبدالرحمن السالم");
        let of = |text: &str| Scorer::new(&asked).score(text, "").unwrap();
        assert_eq!(of("عبد الرحمن السالم"), of("عبدالرحمن السالم"));
        assert!(of("عبد الرحمن السالم") > of("عبد العزيز السالم"));
    }
}
