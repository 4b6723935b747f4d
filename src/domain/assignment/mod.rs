//! Who is to do what a line of notes says, and by when: «يُعدّ م. إبراهيم الدراسة قبل 15 رجب».
//!
//! A person is claimed only where the sentence makes them the one who does it: as the subject of a verb that is yet to be
//! done, behind «تكليف»، «من قبل»، «المسؤول:» and the like, or set apart by a dash or in brackets. Who asked for
//! something, who is written to and whose thing it is are others. Where two are possible, or a name is not known, the
//! words are pointed at and left to a person.
//!
//! It knows nobody by itself: the caller says who may be meant, as those who take part in the meeting.

mod grammar;
mod names;
#[cfg(test)]
mod tests;
mod title;

pub use names::names_a_body;
pub use title::title;

use super::Record;
use crate::calendar::{Date, Term, term};
use std::ops::Range;

/// Somebody a line may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// The person, or the body.
    pub record: Record,
    /// As printed.
    pub name: &'a str,
    /// Short, former and otherwise spelt names.
    pub also: Vec<&'a str>,
    /// A person's post; empty for a body.
    pub post: &'a str,
}

/// What a line says of who does it. Ranges are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Nothing.
    Unsaid,
    /// Somebody who is known, and where the words stand that say it.
    Known(Record, Range<usize>),
    /// Somebody who is not known, or one of several.
    Unsure(Range<usize>),
}

/// What a line says of an assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Who does it.
    pub owner: Owner,
    /// By when.
    pub term: Term,
}

impl Assignment {
    /// A line that says nothing of it.
    pub const NONE: Self = Self { owner: Owner::Unsaid, term: Term::Unsaid };
}

/// Reads a line; `today` is what relative days count from.
pub fn read(line: &str, known: &[Known<'_>], today: Date) -> Assignment {
    Assignment { owner: owner(line, known), term: term(line, today) }
}

/// Reads who is to do it.
pub fn owner(line: &str, known: &[Known<'_>]) -> Owner {
    let words = names::words(line);
    let mentions = names::mentions(line, &words, known);
    let mut unsure = None;
    let mut owners: Vec<(&names::Mention, Range<usize>)> = Vec::new();
    let mut rest = mentions.as_slice();
    while let Some((first, _)) = rest.split_first() {
        // «سالم وإبراهيم يجتمعان»: what several are to the sentence, all of them are.
        let several = names::chain(&words, rest);
        let (chain, others) = rest.split_at(several);
        let whole = names::Mention { end: chain.last().map_or(first.end, |last| last.end), ..first.clone() };
        match grammar::part(line, &words, &whole, rest.len() == mentions.len()) {
            grammar::Part::Owner => owners.extend(chain.iter().map(|mention| (mention, mention.range(&words)))),
            grammar::Part::Unsure => _ = unsure.get_or_insert(whole.range(&words)),
            grammar::Part::Other => {}
        }
        rest = others;
    }
    let Some((first, range)) = owners.first() else {
        return unsure.map_or(Owner::Unsaid, Owner::Unsure);
    };
    match first.who.as_slice() {
        [record] if owners.iter().all(|(other, _)| other.who == first.who) => Owner::Known(*record, range.clone()),
        _ => Owner::Unsure(range.clone()),
    }
}
