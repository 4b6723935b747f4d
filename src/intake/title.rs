//! What a meeting is called: as it is named, as its letter or its news item is headed, or by what it is and with whom.

use super::cuts::{after_letters, bare, cuts, is_in, is_mark, plain};
use super::find::Find;
use super::labels::Label;
use super::lexicon::{CLAUSES, HOLDING, STOPS};
use super::meeting::Reader;
use super::page::{Sentence, trimmed};
use std::ops::Range;

/// A headline has so many words.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=25;

/// A title that is put together has no more.
const LONGEST_TITLE: usize = 16;

impl Reader<'_> {
    /// What it is called: as it is named, as the letter or the item is headed, or by what it is and with whom.
    pub(super) fn title(&self, kind: Option<usize>, is_meeting: bool, dateline: Option<usize>) -> Option<Find<String>> {
        let labelled = |label: Label| self.page.sentences.iter().find(|sentence| sentence.label == Some(label));
        if let Some(sentence) = labelled(Label::Title) {
            return Some(Find::sure(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        if !is_meeting {
            return None;
        }
        if let Some(range) = self.entitled() {
            return Some(Find::sure(self.clean(range.clone()), range));
        }
        if let Some(sentence) = labelled(Label::Subject) {
            return Some(Find::sure(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        if let Some(sentence) = self.headline(dateline) {
            return Some(Find::likely(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        kind.and_then(|at| self.by_kind(at))
    }

    /// «بعنوان «…»».
    fn entitled(&self) -> Option<Range<usize>> {
        let at = (0..self.page.words.len()).find(|at| {
            let norm = self.page.norm(*at);
            is_in("بعنوان بمسمي", norm) || norm == "عنوان" && is_in("تحت", self.page.norm(at.saturating_sub(1)))
        })?;
        let sentence = self.page.sentence_of(at)?;
        let first = self.page.words.get(at + 1).filter(|_| at + 1 < sentence.words.end)?.range.start;
        let quoted = self.page.gap(at + 1).contains(['«', '"', '“', '(', '\'']);
        let rest = self.page.slice(first..sentence.range.end);
        let closes: &[char] = if quoted { &['»', '"', '”', ')', '\''] } else { &['،', '.', '؛', '('] };
        let until = rest.find(closes).map_or(sentence.range.end, |place| first + place);
        let range = if quoted { first..until } else { first..self.stop(at + 1, sentence, until) };
        Some(trimmed(self.page.text, range)).filter(|range| !range.is_empty())
    }

    /// The end of a phrase that is not set apart: where a date, a place, another clause begins.
    fn stop(&self, at: usize, sentence: &Sentence, until: usize) -> usize {
        let stop = (at + 1..sentence.words.end).find(|place| {
            let norm = self.page.norm(*place);
            is_in("يوم وذلك بتاريخ بمقر بحضور بمشاركه برعايه بقاعه الساعه والذي المقرر المقام المزمع", norm)
                || norm == "في" && is_in("يوم تمام قاعه مقر مبني مسرح", self.page.norm(place + 1))
        });
        stop.and_then(|stop| self.page.words.get(stop - 1)).map_or(until, |word| word.range.end.min(until))
    }

    /// The first line, where it has no point and something follows.
    fn headline(&self, dateline: Option<usize>) -> Option<&Sentence> {
        let first = self.page.sentences.first()?;
        let alone = self.page.sentences.iter().filter(|sentence| sentence.line == first.line).count() == 1;
        let text = self.page.slice(first.range.clone());
        let greets = is_in(
            "السلام بسم تحيه سعاده المكرم مرحبا الاخوه الساده صباح مساء الزملاء معالي عزيزي hello dear hi",
            bare(self.page.norm(first.words.start)),
        );
        let is_headline = alone
            && !first.is_bullet
            && first.label.is_none()
            && !greets
            && self.page.senders.is_empty()
            && HEADLINE.contains(&first.words.len())
            && !text.ends_with(['.', '،', ':', '؛', '؟'])
            && self.page.lines > 1
            && dateline != Some(first.line)
            && !is_in("محضر ١", self.page.norm(first.words.start))
            && first.words.clone().filter(|at| self.page.norm(*at).chars().any(char::is_alphabetic)).count() >= 3;
        is_headline.then_some(first)
    }

    /// «اجتماع تنسيقي مع عدد من الجمعيات الأهلية».
    fn by_kind(&self, at: usize) -> Option<Find<String>> {
        let sentence = self.page.sentence_of(at)?;
        if super::english::is_english(self.page.raw(at)) {
            return self.english_by_kind(sentence, at);
        }
        let cut = cuts(self.page.norm(at)).into_iter().find(|cut| {
            let word = cut.rest.strip_prefix("ال").unwrap_or(&cut.rest);
            self.gazetteer.kinds.contains_key(word)
        })?;
        let mut end = at + 1;
        let mut has_more = false;
        let has_article = self.page.norm(at).starts_with("ال") || cut.rest.starts_with("ال");
        let is_near = |end: usize| {
            self.page
                .gap(end)
                .chars()
                .all(|letter| letter.is_whitespace() && letter != '\n' || matches!(letter, '«' | '»' | '"' | '“' | '”'))
        };
        while end < sentence.words.end && end < at + LONGEST_TITLE && is_near(end) {
            let norm = self.page.norm(end);
            // «خلال الاجتماع استعراض …» is no title.
            if has_article && end == at + 1 && !norm.starts_with("ال") && !norm.starts_with('ل') {
                break;
            }
            let is_party = is_in("مع بين حول بشان عن لمناقشه", norm);
            let is_over = is_in(STOPS, norm)
                && !(is_party
                    || norm == "من" && is_in("عدد مجموعه وفد", self.page.norm(end - 1))
                    || norm == "في" && has_more && self.page.norm(end + 1).starts_with("ال"))
                || is_in(CLAUSES, norm) && norm != "في"
                || is_in(HOLDING, norm)
                || is_in(
                    "يوم غدا اليوم الساعه المقرر المزمع بيكون الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت التي الذي",
                    norm,
                )
                || norm.starts_with(|letter: char| letter.is_ascii_digit());
            if is_over && norm != "عدد" && norm != "مجموعه" {
                break;
            }
            has_more |= is_party;
            end += 1;
        }
        while end > at + 1 && is_in("مع بين حول بشان عن في من عدد لمناقشه", self.page.norm(end - 1))
        {
            end -= 1;
        }
        (end > at + 1).then(|| {
            let bytes = self.page.bytes(at..end);
            let start = bytes.start + after_letters(self.page.raw(at), cut.letters);
            let words: Vec<String> = self
                .page
                .slice(start..bytes.end)
                .split_whitespace()
                .enumerate()
                .map(|(place, word)| if place < 3 { nominative(word) } else { word.to_owned() })
                .collect();
            let opens = words.iter().any(|word| word.starts_with('«'));
            let closed = words.iter().any(|word| word.ends_with('»'));
            let close = if opens && !closed { "»" } else { "" };
            Find::likely(plain(&words.join(" ")) + close, start..bytes.end)
        })
    }

    /// `a coordination meeting with the Ministry of …`: from its article on, and with whom it is.
    fn english_by_kind(&self, sentence: &Sentence, at: usize) -> Option<Find<String>> {
        let is_near = |place: usize| matches!(self.page.gap(place), " " | "-");
        let is_article = |place: usize| is_in("a an the", self.page.norm(place));
        let mut start = at;
        while start > sentence.words.start && at - start < 4 && is_near(start) && !is_article(start - 1) {
            start -= 1;
        }
        let is_whole = start > sentence.words.start && is_article(start - 1);
        let start = if is_whole { start } else { at };
        let mut end = at + 1;
        if self.page.norm(end) == "with" && is_near(end) {
            let is_over =
                |place: usize| !is_near(place) || is_in("on at in to by from will was is", self.page.norm(place));
            end = (end + 1..sentence.words.end.min(at + LONGEST_TITLE))
                .find(|place| is_over(*place))
                .unwrap_or(sentence.words.end.min(at + LONGEST_TITLE));
        }
        (end > start + 1).then(|| {
            let range = self.page.bytes(start..end);
            let said = self.clean(range.clone());
            let mut letters = said.chars();
            let title: String =
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
            Find::likely(title, range)
        })
    }

    pub(super) fn clean(&self, range: Range<usize>) -> String {
        let text = self.page.slice(range).trim_matches(['«', '»', '"', '“', '”', '*', ' ', '.', ':']);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// «اجتماعًا تنسيقيًا» as a title says it: «اجتماع تنسيقي».
fn nominative(word: &str) -> String {
    let has_tanween = word.contains('\u{064B}');
    let bare: String = word.chars().filter(|letter| !is_mark(*letter)).collect();
    match bare.strip_suffix('ا') {
        Some(stem)
            if (has_tanween || matches!(bare.as_str(), "اجتماعا" | "تنسيقيا" | "دوريا"))
                && stem.chars().count() > 2 =>
        {
            stem.to_owned()
        }
        _ if has_tanween => bare,
        _ => word.to_owned(),
    }
}
