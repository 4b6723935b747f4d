//! A pasted text cut into what the rules read: lines that are not repeated, their sentences, their words.
//!
//! All places are bytes of the text as it was pasted. Names of two halves («عبد الرحمن») are one word.

use super::chat;
use super::cuts::is_mark;
use super::labels::{self, Label};
use crate::arabic::{fold, tokens};
use crate::calendar::Date;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A word: where it stands, and how it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub range: Range<usize>,
    pub norm: String,
}

/// Words that say something together.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its words, among those of the page.
    pub words: Range<usize>,
    pub range: Range<usize>,
    /// The line it stands on, counted from 0.
    pub line: usize,
    /// What announces it: «المكان:» before it, «التوصيات:» above it.
    pub label: Option<Label>,
    pub is_bullet: bool,
    /// What relative days count from: the day of a message, else today.
    pub base: Date,
}

/// Somebody's name before a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sender {
    pub range: Range<usize>,
}

/// The text, cut.
#[derive(Debug)]
pub(super) struct Page<'t> {
    pub text: &'t str,
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
    pub senders: Vec<Sender>,
    pub repeated: Vec<Range<usize>>,
    /// How many lines have words.
    pub lines: usize,
    /// Is it letters that were exchanged?
    pub is_mail: bool,
    pub fingerprint: String,
}

/// Lines of fewer words may well stand there twice: «جدول الأعمال:».
const TELLING: usize = 4;
/// No sentence is longer; what is, is no sentence.
const LONGEST: usize = 150;
/// The head of a letter is at its beginning.
const HEAD_LINES: usize = 10;

impl<'t> Page<'t> {
    pub fn new(text: &'t str, today: Date) -> Self {
        let (words, sentences, senders, repeated) = Default::default();
        let (is_mail, fingerprint) = (is_mail(text), String::new());
        let mut page = Self { text, words, sentences, senders, repeated, lines: 0, is_mail, fingerprint };
        page.read_lines(today);
        page
    }

    fn read_lines(&mut self, today: Date) {
        let mut seen = FxHashSet::default();
        let mut hasher = blake3::Hasher::new();
        let mut section = Section::default();
        let mut base = today;
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let whole = trimmed(self.text, start..start + line.len());
            start += line.len();
            if whole.is_empty() {
                section.pause();
                continue;
            }
            let mut content = whole.clone();
            if let Some(message) = chat::message(self.text, whole.clone(), today) {
                base = message.day;
                section = Section::default();
                self.senders.extend(message.sender.map(|range| Sender { range }));
                content = message.content;
            }
            // `JEDDAH, 24 November 2026 – …`: what is told is told of that day.
            if self.lines == 0
                && let Some((day, start)) = datelined(self.text, content.clone(), today)
            {
                (base, content.start) = (day, start);
            }
            let (content, is_bullet) = without_bullet(self.text, content);
            let slice = self.slice(content.clone());
            let key: Vec<String> = tokens(slice).into_iter().map(|(_, word)| word).collect();
            if key.is_empty() {
                continue;
            }
            let joined = key.join(" ");
            if !seen.insert(joined.clone()) && key.len() >= TELLING {
                self.repeated.push(whole);
                continue;
            }
            hasher.update(joined.as_bytes());
            hasher.update(b"\n");
            let found = labels::label(slice, self.is_mail && self.lines < HEAD_LINES);
            let (label, after) = match found {
                Some((label, after)) => (Some(label), content.start + after),
                None => (section.label(is_bullet), content.start),
            };
            let content = trimmed(self.text, after..content.end);
            if let Some(label) = label.filter(|_| found.is_some()) {
                section = if content.is_empty() { Section::new(label) } else { Section::default() };
                if label == Label::Sent {
                    base = day_of(self.slice(content.clone()), today).unwrap_or(base);
                }
            } else if let Some(label) = labels::opening(slice) {
                section = Section::new(label);
            }
            self.read_sentences(content, label, is_bullet, base);
            self.lines += 1;
        }
        self.fingerprint = if self.lines == 0 { String::new() } else { hasher.finalize().to_hex().to_string() };
    }

    fn read_sentences(&mut self, content: Range<usize>, label: Option<Label>, is_bullet: bool, base: Date) {
        for range in sentences(self.text, content) {
            let first = self.words.len();
            self.read_words(range.clone());
            let line = self.lines;
            let mut at = first;
            while at < self.words.len() {
                let end = self.words.len().min(at + LONGEST);
                let bytes = self.bytes(at..end);
                let range =
                    if end - at < LONGEST { bytes.start.min(range.start).max(range.start)..range.end } else { bytes };
                self.sentences.push(Sentence { words: at..end, range, line, label, is_bullet, base });
                at = end;
            }
        }
    }

    fn read_words(&mut self, range: Range<usize>) {
        let mut waiting = tokens(self.slice(range.clone())).into_iter().peekable();
        while let Some((mut word, mut norm)) = waiting.next() {
            let raw = self.slice(range.start + word.start..range.start + word.end);
            let is_half = matches!(norm.as_str(), "عبد" | "وعبد" | "ابو" | "وابو" | "ابا" | "ابي")
                || norm == "ال" && raw.starts_with('آ');
            let blank =
                |next: &Range<usize>| self.slice(range.start + word.end..range.start + next.start).trim().is_empty();
            if is_half
                && let Some((next, _)) = waiting.peek()
                && blank(next)
                && let Some((next, rest)) = waiting.next()
            {
                word.end = next.end;
                norm.push_str(&rest);
            }
            self.words.push(Word { range: range.start + word.start..range.start + word.end, norm });
        }
    }

    /// The words' letters as compared; nothing beyond the end.
    pub fn norm(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.norm.as_str())
    }

    /// As written.
    pub fn raw(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| self.slice(word.range.clone()))
    }

    /// What stands between a word and the one before it.
    pub fn gap(&self, at: usize) -> &'t str {
        let end = self.words.get(at).map_or(self.text.len(), |word| word.range.start);
        let start = at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.range.end);
        self.slice(start.min(end)..end)
    }

    /// Does nothing but blanks stand before the word?
    pub fn follows(&self, at: usize) -> bool {
        self.gap(at).chars().all(|letter| letter.is_whitespace() && letter != '\n' || is_mark(letter))
    }

    /// The bytes of some words.
    pub fn bytes(&self, words: Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(self.text.len(), |word| word.range.start);
        let last = words.end.checked_sub(1).and_then(|last| self.words.get(last));
        start..last.map_or(start, |word| word.range.end).max(start)
    }

    pub fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// Some words as written.
    pub fn said(&self, words: Range<usize>) -> &'t str {
        self.slice(self.bytes(words))
    }

    /// The sentence a word is of.
    pub fn sentence_of(&self, word: usize) -> Option<&Sentence> {
        let at = self.sentences.partition_point(|sentence| sentence.words.end <= word);
        self.sentences.get(at).filter(|sentence| sentence.words.contains(&word))
    }
}

/// «التوصيات:» and what stands below it.
#[derive(Default)]
struct Section {
    label: Option<Label>,
    has_bullets: bool,
    has_lines: bool,
    is_paused: bool,
}

impl Section {
    fn new(label: Label) -> Self {
        Self { label: Some(label), ..Self::default() }
    }

    /// An empty line ends it, unless nothing stood below it yet.
    fn pause(&mut self) {
        self.is_paused = self.has_lines || self.is_paused;
    }

    fn label(&mut self, is_bullet: bool) -> Option<Label> {
        let goes_on = is_bullet && self.has_bullets;
        let is_over = !goes_on && (self.is_paused || self.has_bullets);
        if is_over {
            *self = Self::default();
        }
        self.has_lines = true;
        self.has_bullets |= is_bullet;
        self.label
    }
}

/// How people are addressed in letters, folded.
const ADDRESSING: [&str; 6] = ["السلام عليكم", "سعاده", "معالي", "تحيه طيبه", "المكرم", "dear"];

/// A subject and a day head a letter where somebody is addressed; else they head the record of a meeting.
fn is_mail(text: &str) -> bool {
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(HEAD_LINES).collect();
    let labels: Vec<Label> = head.iter().filter_map(|line| labels::label(line, true)).map(|(label, _)| label).collect();
    let has = |is: fn(Label) -> bool| labels.iter().any(|label| is(*label));
    let is_addressed = || {
        let folded = crate::arabic::fold(&head.join("\n"));
        ADDRESSING.iter().any(|words| folded.contains(words))
    };
    labels.iter().filter(|label| label.is_of_mail()).count() >= 2
        && (has(Label::is_of_mail_alone) || !has(Label::is_of_record) && is_addressed())
}

fn day_of(said: &str, today: Date) -> Option<Date> {
    let whole = crate::calendar::parse(said, today).ok();
    whole.or_else(|| {
        // `Mon, 15 Jun 2026 10:15:00 +0300`: the day stands before the clock.
        let words: Vec<&str> = said.split([' ', ',', '،']).filter(|word| !word.is_empty()).collect();
        let spans = (0..words.len()).flat_map(|start| (1..=5).rev().map(move |length| start..start + length));
        spans.filter_map(|span| words.get(span)).find_map(|span| {
            let has_digit = span.iter().any(|word| word.contains(|letter: char| letter.is_numeric()));
            crate::calendar::parse(&span.join(" "), today).ok().filter(|_| has_digit)
        })
    })
}

/// The day of a dateline and the byte behind its dash.
fn datelined(text: &str, line: Range<usize>, today: Date) -> Option<(Date, usize)> {
    let slice = text.get(line.clone())?;
    let (place, dash) = slice.char_indices().find(|(_, letter)| matches!(letter, '–' | '—'))?;
    let (head, rest) = (slice.get(..place)?, slice.get(place + dash.len_utf8()..)?);
    let (_, day) = head.split_once([',', '،'])?;
    let is_short = head.chars().count() <= DATELINE && rest.trim().contains(' ');
    let day = crate::calendar::parse(day.trim(), today).ok().filter(|_| is_short)?;
    Some((day, line.start + place + dash.len_utf8()))
}

/// A dateline has no more letters.
const DATELINE: usize = 50;

/// A range without the blanks at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = text.get(range.clone()).unwrap_or_default();
    let is_blank = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let start = range.start + (slice.len() - slice.trim_start_matches(is_blank).len());
    let end = range.start + slice.trim_end_matches(is_blank).len();
    start..end.max(start)
}

/// What follows «-», «•», «1.», «أولًا:» at the beginning of a line.
fn without_bullet(text: &str, range: Range<usize>) -> (Range<usize>, bool) {
    let slice = text.get(range.clone()).unwrap_or_default();
    let signs = slice
        .trim_start_matches(['-', '–', '—', '•', '*', '·', '▪', '●', '◦', '✓', '✔', '>', '»', '➢', '○', '\t', ' ']);
    let mut rest = signs;
    let digits = rest.trim_start_matches(|letter: char| letter.is_numeric());
    let count = rest.get(..rest.len() - digits.len()).unwrap_or_default().chars().count();
    let ordinals = ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا"];
    if (1..=2).contains(&count)
        && let Some(after) = digits.strip_prefix(['.', ')', '-', '–', '/'])
        && !after.starts_with(|letter: char| letter.is_numeric())
    {
        rest = after.trim_start_matches(['-', ' ']);
    } else if let Some((head, after)) = rest.split_once([':', '-', '،'])
        && ordinals.iter().any(|ordinal| fold(head) == fold(ordinal))
    {
        rest = after;
    }
    let start = range.end - rest.len();
    (trimmed(text, start..range.end), rest.len() < slice.len() && !slice.starts_with('>'))
}

/// The sentences of a line: they end with a point that is not one of an abbreviation, a date or an address.
fn sentences(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let slice = text.get(line.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = line.start;
    let mut run = String::new();
    let mut before_run = ' ';
    let mut previous = ' ';
    let mut letters = slice.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let ends = match letter {
            '؟' | '?' | '!' | '؛' | '…' => true,
            '.' => {
                let is_short = run.chars().count() == 1 && !before_run.is_numeric()
                    || matches!(run.to_lowercase().as_str(), "dr" | "eng" | "mr" | "mrs" | "ms" | "prof");
                let is_inside = next.is_numeric() || next.is_ascii_alphanumeric() || next == '.';
                !(is_short || is_inside || previous.is_numeric() && next.is_numeric())
            }
            _ => false,
        };
        if ends {
            found.push(start..line.start + place + letter.len_utf8());
            start = line.start + place + letter.len_utf8();
        }
        if letter.is_alphabetic() {
            if !previous.is_alphabetic() {
                run.clear();
                if !previous.is_whitespace() {
                    before_run = previous;
                }
            }
            run.push(letter);
        } else if !letter.is_alphanumeric() && letter != '.' && !letter.is_whitespace() {
            before_run = letter;
        } else if letter.is_numeric() {
            before_run = letter;
            run.clear();
        }
        previous = letter;
    }
    found.push(start..line.end);
    found.into_iter().map(|range| trimmed(text, range)).filter(|range| !range.is_empty()).collect()
}
