//! What of the notes' words is understood, marked where it stands: who does it and by when, and who is named.

use super::line_kind::LineKind;
use super::notes::{Notes, Tag};
use super::understood::Understanding;
use crate::arabic::{ends_clause, is_joined_before};
use crate::calendar::{Date, Term};
use crate::domain::AgendaItemId;
use crate::domain::assignment::Owner;
use crate::text::{RangeKind, RangeLook, TextRange, Weight};
use crate::widgets::{Tokens, Tone};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Who does it, and by when.
const UNDERSTOOD: RangeKind = RangeKind::new(0);
/// Something like it that is left to a person.
const UNSURE: RangeKind = RangeKind::new(1);
/// Somebody behind «@», something behind «#».
const NAMED: RangeKind = RangeKind::new(2);

/// How the marks of a kind look.
pub(super) fn look(tokens: &Tokens, kind: RangeKind) -> RangeLook {
    if kind == UNDERSTOOD {
        RangeLook { weight: Some(Weight::SemiBold), ..RangeLook::default() }
    } else if kind == UNSURE {
        RangeLook { color: Some(tokens.tone(Tone::Amber).ink), underline: true, ..RangeLook::default() }
    } else if kind == NAMED {
        RangeLook { color: Some(tokens.accent_ink), weight: Some(Weight::SemiBold), ..RangeLook::default() }
    } else {
        RangeLook::default()
    }
}

/// What a document's marks were made from.
#[derive(Default)]
pub(super) struct Marked {
    /// The revision of the text, and of all that marks depend on besides.
    seen: Option<(u64, u64, Date)>,
    /// What each section's marks were made from.
    sections: FxHashMap<Tag, (Option<LineKind>, String)>,
}

impl Marked {
    /// The letters of these sections are new ones, without marks.
    pub(super) fn renew(&mut self, sections: &[Tag]) {
        for tag in sections {
            self.sections.remove(tag);
        }
        // no text has that revision: it is looked through again
        self.seen = self.seen.map(|(_, number, day)| (u64::MAX, number, day));
    }
}

impl Notes {
    /// Brings the marks of an item's notes in step with its words.
    pub(super) fn mark(&mut self, item: AgendaItemId, today: Date) {
        let Self { documents, writings, understanding, .. } = self;
        let Some(document) = documents.get_mut(&item) else { return };
        let seen = (document.editor.revision(), understanding.number(), today);
        if document.marked.seen == Some(seen) {
            return;
        }
        let is_new = document.marked.seen.is_none_or(|(_, number, day)| (number, day) != (seen.1, seen.2));
        if is_new {
            document.marked.sections.clear();
        }
        for tag in &document.order {
            let Some(writing) = writings.get(tag) else { continue };
            let made_from = (writing.kind, writing.draft.text());
            let known = document.marked.sections.get(tag);
            if known.is_some_and(|(kind, text)| (*kind, text.as_str()) == made_from) {
                continue;
            }
            let marks = marks(understanding, made_from.0, made_from.1, today);
            document.editor.mark_section(*tag, &[UNDERSTOOD, UNSURE, NAMED], &marks);
            document.marked.sections.insert(*tag, (made_from.0, made_from.1.to_owned()));
        }
        document.marked.seen = Some((document.editor.revision(), seen.1, seen.2));
    }
}

/// The marks of a section: paragraph, bytes, kind.
fn marks(
    understanding: &Understanding,
    kind: Option<LineKind>,
    text: &str,
    today: Date,
) -> Vec<(usize, Range<usize>, TextRange)> {
    let mut marks = Vec::new();
    for (paragraph, line) in text.split('\n').enumerate() {
        let mut add = |bytes: Range<usize>, kind: RangeKind| {
            marks.push((paragraph, bytes, TextRange { kind, ..TextRange::default() }));
        };
        if let Some(kind) = kind.and_then(LineKind::outcome) {
            let said = understanding.read(kind, line, today);
            match said.owner {
                Owner::Known(_, bytes) => add(bytes, UNDERSTOOD),
                Owner::Unsure(bytes) => add(bytes, UNSURE),
                Owner::Unsaid => {}
            }
            match said.term {
                Term::Day(_, bytes) | Term::NextMeeting(bytes) => add(bytes, UNDERSTOOD),
                Term::Unsure(bytes) => add(bytes, UNSURE),
                Term::Unsaid => {}
            }
        }
        for bytes in named(line, &|name| understanding.longest_name(name)) {
            add(bytes, NAMED);
        }
    }
    marks.sort_by_key(|(paragraph, bytes, _)| (*paragraph, bytes.start));
    marks
}

/// Where a line names somebody behind «@» or something behind «#», the sign included. `longest` says how many bytes of
/// what follows are a name; one word at least is taken for it.
fn named(line: &str, longest: &dyn Fn(&str) -> Option<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, sign) in line.match_indices(['@', '#']) {
        let before = line.get(..at).unwrap_or_default();
        let opens = before.chars().next_back();
        let joined = before.rsplit(|letter: char| !letter.is_alphanumeric()).next();
        let rest = line.get(at + sign.len()..).unwrap_or_default();
        let ends = |letter: char| letter.is_whitespace() || ends_clause(letter) || matches!(letter, ')' | '»');
        let word = rest.find(ends).unwrap_or(rest.len());
        let may_stand = opens.is_none_or(|letter| !letter.is_alphanumeric()) || joined.is_some_and(is_joined_before);
        if may_stand && word > 0 {
            let length = longest(rest).unwrap_or(word).max(word);
            found.push(at..at + sign.len() + length);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::named;

    fn check(line: &str, expected: &[&str]) {
        let names = ["عبد الرحمن الوادعي", "جودة الحياة"];
        let longest = |rest: &str| names.iter().find(|name| rest.starts_with(**name)).map(|name| name.len());
        let found: Vec<&str> =
            named(line, &longest).into_iter().map(|bytes| line.get(bytes).expect("whole letters")).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn who_is_named_is_marked_with_the_sign() {
        check("يعد @عبد الرحمن الوادعي الدراسة", &["@عبد الرحمن الوادعي"]);
        check("مثل #م-104، و#جودة الحياة.", &["#م-104", "#جودة الحياة"]);
        check("مثل #م-104، ثم #جودة الحياة.", &["#م-104", "#جودة الحياة"]);
        check("sara@example.org و @", &[]);
        check("@أحمد", &["@أحمد"]);
    }
}
