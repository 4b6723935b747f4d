//! The post that belongs to a name: before it, as officials are listed, behind it, or beside it in a signature.

use super::bodies::{Mention, within};
use super::cuts::{Prefix, after_letters, is_in, plain};
use super::english::is_english;
use super::lexicon::{CHAIRING, STOPS};
use super::names::Named;
use super::page::Sentence;
use super::people::Reader;
use std::ops::Range;

/// A post has no more words.
const LONGEST_POST: usize = 18;

/// A post as it was read.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub words: Range<usize>,
    pub range: Range<usize>,
    pub text: String,
    pub body: Option<usize>,
    /// Set apart from the name before it.
    pub is_apart: bool,
}

impl Reader<'_> {
    /// The post right before a title or a name.
    pub(super) fn post_before(&self, floor: usize, until: usize) -> Option<Post> {
        let mut start = until;
        while start > floor.max(until.saturating_sub(LONGEST_POST)) && self.is_together(start) {
            start -= 1;
        }
        let mut first = None;
        for place in start..until {
            // «بتشكيل فريق برئاسة وكيل الأمين …»: what stands before is of something else.
            if is_in(CHAIRING, super::cuts::bare(self.page.norm(place))) {
                first = None;
            }
            let Some(letters) = self.names.post_letters(place) else { continue };
            // «مدير التعليم ووكيل الأمين الأستاذ»: the second post is his.
            let after_deputising = first.is_some_and(|(first, _): (usize, usize)| {
                first > start
                    && self.page.norm(first - 1) == "عن"
                    && is_in("نيابه بالنيابه", super::cuts::bare(self.page.norm(first.saturating_sub(2))))
            });
            let is_another = letters > 0 && self.page.norm(place).starts_with('و')
                || after_deputising && is_in("وكيل مدير رييس نايب الوكيل المدير مساعد", self.page.norm(place));
            if first.is_none() || is_another {
                first = Some((place, letters));
            }
        }
        let (place, letters) = first?;
        Some(self.post(place, letters, until, false))
    }

    /// Is a word of the same clause as the one before it?
    fn is_together(&self, at: usize) -> bool {
        self.page.gap(at).chars().all(|letter| {
            letter.is_whitespace() && letter != '\n' || matches!(letter, '.' | '/' | '"' | '«' | '»' | '(' | ')')
        })
    }

    /// The post behind a name: set apart by a comma, a dash or a bracket, or at once.
    pub(super) fn post_after(&self, at: usize, next: usize) -> Option<Post> {
        let gap = self.page.gap(at);
        let is_apart = gap.contains(['،', ',', '-', '–', '—', '(', ':', '/', '|']);
        let letters = self.names.post_letters(at).filter(|letters| *letters == 0 && at < next)?;
        let end = (at + 1..next.min(at + LONGEST_POST)).find(|place| {
            let gap = self.page.gap(*place);
            let is_over = gap.contains(['،', ',', '؛', ')', '\n', '–', '—', ':', '|', '.']) || gap.contains(" - ");
            is_over
                || is_in(STOPS, self.page.norm(*place))
                || self.page.norm(*place) == "و"
                || self.ends_english(*place)
                || self.starts_post_of_next(*place)
        });
        let end = end.unwrap_or(next.min(at + LONGEST_POST).min(self.sentence.words.end));
        // Before the next name it may be the post of that one.
        if end == next && next < self.sentence.words.end && is_apart && !gap.contains(['(', '-', '–', '—']) {
            return None;
        }
        Some(self.post(at, letters, end, is_apart))
    }

    /// A name on a line of its own, as in signatures: the line below it, or above it, is the post; the next one the body.
    pub(super) fn post_beside(&self, person: &Named) -> Option<Post> {
        let sentences = &self.page.sentences;
        let own = sentences.partition_point(|sentence| sentence.words.start < self.sentence.words.start);
        let is_alone = person.words == self.sentence.words && !self.sentence.is_bullet && self.sentence.label.is_none();
        let is_post = |sentence: &&Sentence| {
            let words = sentence.words.clone();
            !sentence.is_bullet
                && sentence.label.is_none()
                && words.len() <= 10
                && self.names.post_letters(words.start) == Some(0)
                && sentence.line.abs_diff(self.sentence.line) == 1
                && !words.clone().any(|at| self.names.titled(at, words.end).is_some())
        };
        let beside = |at: Option<usize>| at.and_then(|at| sentences.get(at)).filter(is_post);
        let post = beside(own.checked_add(1)).or_else(|| beside(own.checked_sub(1))).filter(|_| is_alone)?;
        let mut post = self.post(post.words.start, 0, post.words.end, true);
        let below = self.page.sentence_of(post.words.end).filter(|_| post.words.start > person.words.start);
        let body = below.and_then(|below| within(self.bodies.mentions, &below.words).first());
        let body = body.filter(|body| body.words.start == post.words.end);
        post.body = post.body.or_else(|| body.and_then(|body| body.body));
        // What stands on another line is not this sentence's to go on from.
        post.words = person.words.clone();
        Some(post)
    }

    /// `Director of Parks said …`: small letters, but for what joins a post to its body, are of the sentence.
    fn ends_english(&self, at: usize) -> bool {
        let raw = self.page.raw(at);
        if !is_english(raw) {
            return false;
        }
        let is_small = raw.starts_with(|letter: char| letter.is_ascii_lowercase());
        let next = self.page.norm(at + 1);
        is_small && !is_in("of for and the at in", raw) || raw == "and" && self.gazetteer.titles.contains_key(next)
    }

    fn starts_post_of_next(&self, at: usize) -> bool {
        self.page.norm(at).starts_with('و') && self.names.post_letters(at).is_some_and(|letters| letters > 0)
    }

    /// Where the post ends before the body it is held in; nothing where the body is a part of it: «رئيس بلدية …».
    fn cut_at(&self, at: usize, body: &Mention) -> Option<usize> {
        let before = |back: usize| body.words.start.checked_sub(back).map_or("", |place| self.page.norm(place));
        let start = body.words.start;
        if is_english(self.page.raw(start)) {
            let the = usize::from(before(1) == "the");
            let until = start - the - usize::from(is_in("at of in from for with", before(1 + the)));
            return Some(until).filter(|until| *until > at);
        }
        match body.prefix {
            Prefix::By | Prefix::To => Some(start),
            Prefix::None => (before(1) == "في").then(|| start - 1),
        }
    }

    /// A post in words, without the body it is held in.
    fn post(&self, at: usize, letters: usize, end: usize, is_apart: bool) -> Post {
        let inside = |mention: &&Mention| mention.words.start > at && mention.words.start < end;
        // A post below a signature stands on another line than the name.
        let body = within(self.bodies.mentions, &(at..end)).iter().rfind(inside);
        let until = body.and_then(|body| self.cut_at(at, body)).unwrap_or(end);
        let bytes = self.page.bytes(at..until.max(at + 1));
        let start = bytes.start + after_letters(self.page.raw(at), letters);
        let text = plain(self.page.slice(start..bytes.end));
        Post { words: at..end, range: start..bytes.end, text, body: body.and_then(|body| body.body), is_apart }
    }
}
