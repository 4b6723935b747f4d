//! What adds to approved minutes, or corrects them («محضر ملحق / تصويبي»): a paper of its own that names them.

use super::words::Words;
use super::{Facts, fact, prose, signatures};
use crate::calendar::{Calendars, Date};
use crate::documents::{Block, Document, Fact, Keep, Section};
use crate::domain::AddendumKind;
use crate::strings::Tr;
use crate::tr;

/// An addendum as its paper tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddendumFacts {
    /// Does it add or correct?
    pub kind: AddendumKind,
    /// Its number; empty until it is approved.
    pub number: String,
    /// The day of its approval; until then it is a draft.
    pub approved_on: Option<Date>,
    /// What it says.
    pub text: String,
}

/// Lays an addendum to a meeting's minutes out.
pub fn build_addendum(facts: &Facts, addendum: &AddendumFacts, tr: &Tr, calendars: Calendars) -> Document {
    let minutes = facts.minutes_number.as_str();
    let is_correction = addendum.kind == AddendumKind::Correction;
    let (title, heading) = if is_correction {
        ("minutes-correction-title", "minutes-correction-heading")
    } else {
        ("minutes-addendum-title", "minutes-addendum-heading")
    };
    // Its number, its day and its signatures are its own; all else is the meeting's.
    let own = Facts {
        minutes_number: addendum.number.clone(),
        approved_on: addendum.approved_on,
        attachments: None,
        ..facts.clone()
    };
    let words = Words::new(tr, calendars);
    let section =
        |key, heading: &str, blocks| Section { heading: tr!(tr, heading), blocks, ..Section::default() }.keyed(key);
    let text = prose(&addendum.text);
    let text = if text.is_empty() { vec![Block::Remark(words.cell("").text)] } else { text };
    let signed = Block::Signatures(signatures(&own, &words));
    let sections = vec![
        section("facts", "minutes-heading-facts", vec![Block::Facts(about(facts, &words))]),
        Section { keep: Keep::WithNext, ..section("text", heading, text) },
        Section { keep: Keep::Together, ..section("approval", "minutes-heading-approval", vec![signed]) },
    ];
    super::paper(&own, &words, (tr!(tr, title), tr!(tr, "minutes-addendum-of", number = minutes)), sections)
}

/// Which meeting, and which minutes.
fn about(facts: &Facts, words: &Words) -> Vec<Fact> {
    let tr = words.tr;
    let day = facts.occasion.date.map(|date| date.long(tr, words.calendars)).unwrap_or_default();
    vec![
        Fact { wide: true, ..fact(tr!(tr, "minutes-fact-title"), words.cell(&facts.occasion.title)) },
        fact(tr!(tr, "minutes-fact-number"), words.cell(&facts.occasion.number)),
        fact(tr!(tr, "minutes-addendum-minutes"), words.cell(&facts.minutes_number)),
        Fact { wide: true, ..fact(tr!(tr, "minutes-reference-date"), words.cell(day)) },
    ]
}
