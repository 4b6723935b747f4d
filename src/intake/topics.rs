//! What is talked about: below «جدول الأعمال:», behind «لمناقشة …، واستعراض …», «ناقش الاجتماع …».

use super::bodies::{Mention, within};
use super::cuts::{after_letters, bare, is_in};
use super::find::Find;
use super::labels::Label;
use super::lexicon::{CLAUSES, DISCUSSED, DISCUSSING, PROPOSALS, RAISING, SUBJECTS};
use super::page::{Page, Sentence, trimmed};
use crate::arabic::fold;
use std::ops::Range;

/// Within a clause these begin what is no part of a topic any more.
const ENDS: &str = "وذلك بهدف بحضور بمشاركه برياسه بما فيما وسط لتحقيق وذالك كما مما";

/// Only point to what is named after them: «عددًا من المحاور، منها».
const POINTING: &str = "\
    ذلك هذا الموضوع فيه ما يلي الاتي الاتيه التالي التاليه منها عدد عددا من جمله مجموعه ابرز اهم المحاور محاور الموضوعات \
    موضوعات المواضيع القضايا قضايا البنود الملفات المهمه المختلفه";

/// What is talked about, in order, each once.
pub(super) fn topics(page: &Page<'_>, mentions: &[Mention]) -> Vec<Find<String>> {
    let mut found: Vec<Find<String>> = Vec::new();
    let mut add = |range: Range<usize>, is_sure: bool| {
        let range = closed(page.text, trimmed(page.text, range));
        let text = cleaned(page.slice(range.clone()));
        let key = fold(&text);
        if key.split(' ').all(|word| is_in(POINTING, word)) || key.chars().count() < 3 {
            return;
        }
        match found.iter_mut().find(|topic| fold(&topic.value) == key) {
            Some(topic) => topic.ranges.push(range),
            None => found.push(if is_sure { Find::sure(text, range) } else { Find::likely(text, range) }),
        }
    };
    for sentence in &page.sentences {
        if sentence.label == Some(Label::Agenda) {
            listed(page, sentence).into_iter().for_each(|range| add(range, true));
            continue;
        }
        if !matches!(sentence.label, None | Some(Label::Title | Label::Subject)) {
            continue;
        }
        for at in sentence.words.clone() {
            let word = bare(page.norm(at));
            let is_verb = is_in(DISCUSSED, word);
            let is_noun = is_in(DISCUSSING, word)
                || word
                    .strip_prefix("ال")
                    .is_some_and(|word| is_in("مناقشه بحث", word) && page.norm(at + 1).starts_with("في"));
            // «استعرض المهندس عمل الإدارة» and «بحث علمي» announce no topic of the meeting.
            if is_noun || is_verb {
                let first = subject_end(page, sentence, mentions, at + 1, is_verb);
                pieces(page, sentence, first).into_iter().for_each(|range| add(range, false));
            }
        }
    }
    found
}

/// With the bracket right behind it that closes one which was opened in it: «خطة التحسين (المرحلة الثانية)».
fn closed(text: &str, range: Range<usize>) -> Range<usize> {
    let (Some(inside), Some(rest)) = (text.get(range.clone()), text.get(range.end..)) else { return range };
    let is_open = inside.matches('(').count() > inside.matches(')').count();
    let end = range.end + if is_open && rest.starts_with(')') { 1 } else { 0 };
    range.start..end
}

/// The things of a list on one line.
fn listed(page: &Page<'_>, sentence: &Sentence) -> Vec<Range<usize>> {
    if sentence.is_bullet {
        return vec![sentence.range.clone()];
    }
    let mut found = Vec::new();
    let mut start = sentence.range.start;
    for at in sentence.words.clone().skip(1) {
        let gap = page.gap(at);
        if gap.contains(['،', ',', ';']) {
            let end = page.bytes(at - 1..at).end;
            let next = page.bytes(at..at + 1).start;
            found.push(start..end);
            let joined =
                page.norm(at).starts_with("وال") || page.norm(at).starts_with('و') && page.norm(at).chars().count() > 4;
            start = next + if joined { after_letters(page.raw(at), 1) } else { 0 };
        }
    }
    found.push(start..sentence.range.end);
    found
}

/// Where the words about who talks end.
fn subject_end(page: &Page<'_>, sentence: &Sentence, mentions: &[Mention], at: usize, is_verb: bool) -> usize {
    let mut first = at;
    while first < sentence.words.end {
        let word = bare(page.norm(first));
        let mention = within(mentions, &(first..first + 1)).first().filter(|_| is_verb);
        if let Some(mention) = mention {
            first = mention.words.end;
        } else if is_in(SUBJECTS, word) || is_in("علي عن في", word) && first == at {
            first += 1;
        } else if word == "مع" && is_verb {
            // «ناقش مع الجمعيات الأهلية سبل …»: whom with, then what.
            first += 1;
            while first < sentence.words.end && page.norm(first).starts_with("ال") && page.follows(first) {
                first += 1;
            }
        } else {
            break;
        }
    }
    first
}

/// What is talked about from a word on: parted by «، و», until another clause begins.
fn pieces(page: &Page<'_>, sentence: &Sentence, first: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = first;
    let mut at = first;
    let mut push = |from: usize, to: usize, is_first: bool| {
        if to > from {
            let bytes = page.bytes(from..to);
            let joined = !is_first && page.norm(from).starts_with('و');
            let start = bytes.start + if joined { after_letters(page.raw(from), 1) } else { 0 };
            found.push(start..bytes.end);
        }
    };
    while at < sentence.words.end {
        let norm = page.norm(at);
        let parted = at > first && page.gap(at).contains(['،', ',', '؛', ':']);
        let is_other = is_in(DISCUSSING, bare(norm)) && at > first && norm.starts_with('و')
            || is_in(ENDS, norm)
            || at > first && is_in("الي", norm) && page.norm(at + 1) == "جانب"
            || norm == "في" && page.norm(at + 1) == "اطار";
        if is_other {
            break;
        }
        if parted {
            push(start, at, start == first);
            start = at;
            let opens_clause = is_in(CLAUSES, norm)
                || is_in(DISCUSSED, bare(norm))
                || is_in(DISCUSSING, bare(norm))
                || is_in(RAISING, bare(norm))
                || is_in(PROPOSALS, norm)
                || !norm.starts_with('و')
                || is_verb_of_story(bare(norm));
            if opens_clause {
                return found;
            }
        }
        at += 1;
    }
    push(start, at, start == first);
    found
}

/// «وأكدت», «وتم»: the story goes on.
fn is_verb_of_story(word: &str) -> bool {
    is_in(super::lexicon::STOPS, word)
        || is_in(super::lexicon::DECIDING, word)
        || is_in(super::lexicon::RECOMMENDING, word)
}

/// Words without the signs around them.
pub(super) fn cleaned(text: &str) -> String {
    let text = text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '.' | '،' | ',' | '؛' | ';' | ':' | '*' | '-' | '–')
    });
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
