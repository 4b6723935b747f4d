//! The minutes of a meeting («محضر اجتماع»): which sections stand in which order, under which words.
//!
//! Sections that are empty by nature, such as the follow-up of earlier recommendations, are left out; facts that nobody
//! has given say «غير محدد», so that the reader sees what is missing before signing.

mod addendum;
mod attendance;
mod discussion;
mod facts;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub use addendum::{AddendumFacts, build_addendum};
pub use facts::*;

use super::clean::is_isolate;
use super::order::{kept_together, numbered};
use super::{
    Banner, Block, Cell, Document, Fact, Footer, Letterhead, PageOf, Section, Signatory, SignatureLabels, Signatures,
    place,
};
use crate::calendar::{Calendar, Calendars, Date, Time};
use crate::domain::{ComposedTexts, MeetingKind, MeetingStatus, MinutesPart, Side};
use crate::strings::Tr;
use crate::tr;
pub(in crate::documents) use words::{Words, is_female, said_of};

/// Lays the minutes out.
pub fn build(facts: &Facts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words::new(tr, calendars);
    let parts = facts.layout.parts().into_iter().filter(|part| facts.layout.has(*part));
    let parts = parts.filter(|part| facts.took_place() || is_known_ahead(*part));
    let sections = parts.map(|part| {
        let section =
            Section { heading: heading(part, facts, tr), blocks: blocks(part, facts, &words), ..Section::default() };
        section.keyed(part.code())
    });
    let titles = (title(facts, tr), number_line(facts, &words));
    let sections = sections.filter(|section| !section.blocks.is_empty()).collect();
    paper(facts, &words, titles, numbered(kept_together(sections), tr))
}

/// A paper of a meeting, of that title and with that line below it: minutes, or what adds to them.
fn paper(facts: &Facts, words: &Words, (title, number_line): (String, String), sections: Vec<Section>) -> Document {
    let tr = words.tr;
    let author = facts.occasion.letterhead.lines.iter().rfind(|line| !line.trim().is_empty());
    Document {
        title,
        number_line,
        subject: facts.occasion.title.clone(),
        author: author.cloned().unwrap_or_default(),
        language: tr.language(),
        digits: tr.digits(),
        letterhead: letterhead(facts, tr),
        reference: reference(facts, words),
        banner: banner(facts, tr),
        sections,
        footer: footer(facts, words),
        keywords: [facts.minutes_number.trim()].into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        issued_on: facts.approved_on.map(Date::iso).unwrap_or_default(),
        ..Document::default()
    }
}

/// May a part be told before the meeting? What says that it was opened, talked about and closed may not.
const fn is_known_ahead(part: MinutesPart) -> bool {
    match part {
        MinutesPart::Opening | MinutesPart::Discussion | MinutesPart::Other | MinutesPart::Closing => false,
        MinutesPart::Facts
        | MinutesPart::Purpose
        | MinutesPart::Attendance
        | MinutesPart::Agenda
        | MinutesPart::Earlier
        | MinutesPart::Regulations
        | MinutesPart::Proposals
        | MinutesPart::Decisions
        | MinutesPart::Tasks
        | MinutesPart::Next
        | MinutesPart::Approval
        | MinutesPart::Attachments => true,
    }
}

/// What the paper is not: approved, or even of a meeting that took place.
fn banner(facts: &Facts, tr: &Tr) -> Option<Banner> {
    if !facts.is_draft() {
        return None;
    }
    let (text, short) = match facts.awaited {
        None => ("minutes-draft", "minutes-draft-short"),
        Some(MeetingStatus::Cancelled) => ("minutes-cancelled", "minutes-cancelled-short"),
        Some(MeetingStatus::Postponed) => ("minutes-postponed", "minutes-postponed-short"),
        Some(
            MeetingStatus::Draft
            | MeetingStatus::Scheduled
            | MeetingStatus::Invited
            | MeetingStatus::InProgress
            | MeetingStatus::Held,
        ) => ("minutes-ahead", "minutes-ahead-short"),
    };
    Some(Banner { text: tr!(tr, text), short: tr!(tr, short) })
}

/// What the minutes would say by themselves where somebody's own words may stand.
pub fn composed(facts: &Facts, tr: &Tr, calendars: Calendars) -> ComposedTexts {
    let words = Words::new(tr, calendars);
    let told_after = |text: String| if facts.took_place() { text } else { String::new() };
    let told = [
        (MinutesPart::Opening, told_after(discussion::opening(facts, &words))),
        (MinutesPart::Next, facts.next_date.map(|date| date.long(tr, calendars)).unwrap_or_default()),
        (MinutesPart::Closing, told_after(discussion::closing(facts, &words))),
    ];
    ComposedTexts {
        parts: told
            .into_iter()
            .map(|(part, text)| (part, text.chars().filter(|letter| !is_isolate(*letter)).collect()))
            .collect(),
        items: facts.agenda.iter().map(|item| discussion::notes_text(item, &words)).collect(),
    }
}

/// What closes the minutes stands without a heading.
fn heading(part: MinutesPart, facts: &Facts, tr: &Tr) -> String {
    if part == MinutesPart::Closing {
        return String::new();
    }
    // Nobody has come yet.
    let is_ahead = part == MinutesPart::Attendance && !facts.took_place();
    tr!(tr, if is_ahead { "minutes-invited" } else { part.heading_key() })
}

/// What stands in a part: somebody's own words, or what follows from the records.
fn blocks(part: MinutesPart, facts: &Facts, words: &Words) -> Vec<Block> {
    if let Some(own) = facts.layout.words(part) {
        return prose(own);
    }
    match part {
        MinutesPart::Facts => vec![Block::Facts(meeting_facts(facts, words))],
        MinutesPart::Purpose => purpose(facts, words),
        MinutesPart::Attendance => attendance::blocks(facts, words),
        MinutesPart::Agenda => tables::agenda(&facts.agenda, words),
        MinutesPart::Earlier => tables::earlier(&facts.earlier, facts.earlier_left, words),
        MinutesPart::Discussion => discussion::blocks(facts, words),
        MinutesPart::Regulations => tables::regulations(&facts.regulations, words),
        MinutesPart::Proposals => tables::proposals(&facts.outcomes, words),
        MinutesPart::Decisions => tables::decisions(&facts.outcomes, words),
        MinutesPart::Tasks => tables::tasks(&facts.outcomes, words),
        MinutesPart::Other => prose(&facts.other_business),
        MinutesPart::Next => vec![next_meeting(facts, words)],
        MinutesPart::Closing => prose(&discussion::closing(facts, words)),
        MinutesPart::Approval => vec![Block::Signatures(signatures(facts, words))],
        MinutesPart::Attachments => match facts.attachments.as_deref() {
            Some([]) | None => Vec::new(),
            Some(names) => vec![Block::List(names.to_vec())],
        },
        // It begins the discussion.
        MinutesPart::Opening => Vec::new(),
    }
}

/// With words for an emblem that came without them: readers who do not see it hear whose it is.
fn letterhead(facts: &Facts, tr: &Tr) -> Letterhead {
    let mut letterhead = facts.occasion.letterhead.clone();
    if let Some(logo) = &mut letterhead.logo
        && logo.description.trim().is_empty()
    {
        logo.description = tr!(tr, "documents-logo", body = letterhead.lines.first().cloned().unwrap_or_default());
    }
    letterhead
}

fn title(facts: &Facts, tr: &Tr) -> String {
    match facts.occasion.kind {
        None | Some(MeetingKind::Other) => tr!(tr, "minutes-title"),
        Some(kind) => tr!(tr, &format!("minutes-title-{}", kind.code())),
    }
}

/// «رقم (تن-1448-004) لعام 1448هـ»
fn number_line(facts: &Facts, words: &Words) -> String {
    match (facts.occasion.number.trim(), facts.occasion.date) {
        ("", _) => String::new(),
        (number, Some(date)) => tr!(words.tr, "minutes-number-of-year", number = number, year = words.year(date)),
        (number, None) => tr!(words.tr, "minutes-number", number = number),
    }
}

fn reference(facts: &Facts, words: &Words) -> Vec<Fact> {
    let tr = words.tr;
    let mut lines = vec![fact(tr!(tr, "minutes-reference-number"), words.cell(&facts.minutes_number))];
    let day = |calendar| words.cell(facts.occasion.date.map(|date| date.numbers(tr, calendar)).unwrap_or_default());
    lines.push(fact(tr!(tr, "minutes-reference-date"), day(words.first_calendar())));
    let second = words.second_calendar();
    lines.extend(second.map(|second| fact(tr!(tr, "minutes-reference-corresponding"), day(second))));
    let attachments = match facts.attachments.as_ref().map(Vec::len) {
        Some(0) => Cell::known(tr!(tr, "minutes-none")),
        Some(count) => Cell::known(words.number(count)),
        None => words.cell(""),
    };
    lines.push(fact(tr!(tr, "minutes-reference-attachments"), attachments));
    lines
}

fn meeting_facts(facts: &Facts, words: &Words) -> Vec<Fact> {
    let tr = words.tr;
    let place = place(&facts.occasion.venue, &facts.occasion.city, tr);
    let bodies = |side: Side| {
        let names = facts.parties.iter().filter(|party| party.side == side).map(|party| party.name.as_str());
        words.cell(words.list(&names.collect::<Vec<_>>()))
    };
    let in_charge = |person: &Option<Person>| {
        let cell = words.person(person.as_ref());
        cell.with_note(person.as_ref().map(|person| person.post.clone()).unwrap_or_default())
    };
    let kind = facts.occasion.kind.map(MeetingKind::label_key);
    let day = |calendar| words.cell(facts.occasion.date.map(|date| date.words(tr, calendar)).unwrap_or_default());
    let time = |time: Option<Time>| words.cell(time.map(|time| time.text(tr)).unwrap_or_default());
    let weekday = facts.occasion.date.map(|date| date.weekday().name(tr)).unwrap_or_default();
    vec![
        Fact { wide: true, ..fact(tr!(tr, "minutes-fact-title"), words.cell(&facts.occasion.title)) },
        fact(tr!(tr, "minutes-fact-kind"), words.label(kind)),
        fact(tr!(tr, "minutes-fact-number"), words.cell(&facts.occasion.number)),
        fact(tr!(tr, "minutes-fact-hijri"), day(Calendar::Hijri)),
        fact(tr!(tr, "minutes-fact-gregorian"), day(Calendar::Gregorian)),
        fact(tr!(tr, "minutes-fact-weekday"), words.cell(weekday)),
        fact(tr!(tr, "minutes-fact-mode"), words.label(facts.occasion.mode.map(|mode| mode.label_key()))),
        fact(tr!(tr, "minutes-fact-start"), time(facts.occasion.start)),
        fact(tr!(tr, "minutes-fact-end"), time(facts.occasion.end)),
        fact(tr!(tr, "minutes-fact-place"), words.cell(place)),
        fact(
            tr!(tr, "minutes-fact-confidentiality"),
            words.label(facts.occasion.confidentiality.map(|it| it.label_key())),
        ),
        fact(tr!(tr, "minutes-fact-host"), bodies(Side::Host)),
        fact(tr!(tr, "minutes-fact-co-host"), bodies(Side::CoHost)),
        fact(
            tr!(tr, said_of(facts.chair.as_ref(), "minutes-fact-chair", "minutes-her-chair")),
            in_charge(&facts.chair),
        ),
        fact(
            tr!(tr, said_of(facts.secretary.as_ref(), "minutes-fact-secretary", "minutes-her-secretary")),
            in_charge(&facts.secretary),
        ),
    ]
}

/// What it is for; and the goals of the Vision that it serves, where it serves any.
fn purpose(facts: &Facts, words: &Words) -> Vec<Block> {
    let cell = words.cell(&facts.occasion.purpose);
    let names: Vec<&str> = facts.goals.iter().map(String::as_str).collect();
    let goals = words.list(&names);
    match (cell.unknown, names.is_empty()) {
        (true, true) => vec![Block::Remark(cell.text)],
        // What it serves is a purpose too.
        (true, false) => vec![Block::Paragraph(tr!(words.tr, "minutes-purpose-goals", goals = goals))],
        (false, true) => vec![Block::Paragraph(cell.text)],
        (false, false) => {
            vec![Block::Paragraph(cell.text), Block::Paragraph(tr!(words.tr, "minutes-serves-goals", goals = goals))]
        }
    }
}

fn prose(text: &str) -> Vec<Block> {
    if text.trim().is_empty() { Vec::new() } else { vec![Block::Paragraph(text.to_owned())] }
}

fn next_meeting(facts: &Facts, words: &Words) -> Block {
    let Some(date) = facts.next_date else { return Block::Remark(words.cell("").text) };
    Block::Paragraph(date.long(words.tr, words.calendars))
}

fn signatures(facts: &Facts, words: &Words) -> Signatures {
    let tr = words.tr;
    let signatory = |(own, hers): (&str, &str), person: Option<&Person>, date: String| Signatory {
        role: tr!(tr, said_of(person, own, hers)),
        name: person.map(|person| words.name(person)).unwrap_or_default(),
        post: person.map(|person| person.post.clone()).unwrap_or_default(),
        date,
    };
    let day = |date: Date| {
        let cell = words.day(Some(date));
        [cell.text, cell.note].into_iter().filter(|day| !day.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let approved = facts.approved_on.map(day).unwrap_or_default();
    Signatures {
        labels: SignatureLabels {
            name: tr!(tr, "minutes-column-name"),
            post: tr!(tr, "minutes-signature-post"),
            signature: tr!(tr, "minutes-column-signature"),
            date: tr!(tr, "minutes-signature-date"),
        },
        signatories: vec![
            signatory(
                ("minutes-signed-prepared", "minutes-signed-prepared-her"),
                facts.secretary.as_ref(),
                String::new(),
            ),
            signatory(
                ("minutes-signed-reviewed", "minutes-signed-reviewed-her"),
                facts.reviewer.as_ref(),
                String::new(),
            ),
            signatory(("minutes-signed-approved", "minutes-signed-approved-her"), facts.chair.as_ref(), approved),
        ],
    }
}

fn footer(facts: &Facts, words: &Words) -> Footer {
    let tr = words.tr;
    let number = if facts.minutes_number.trim().is_empty() { &facts.occasion.number } else { &facts.minutes_number };
    let mut text = if number.trim().is_empty() {
        tr!(tr, "documents-minutes")
    } else {
        tr!(tr, "minutes-footer", number = number)
    };
    if let Some(confidentiality) = facts.occasion.confidentiality {
        text = format!("{text} · {}", tr!(tr, confidentiality.label_key()));
    }
    Footer { text, page_of: PageOf::new(tr), ..Footer::default() }
}

fn fact(label: String, value: Cell) -> Fact {
    Fact { label, value, wide: false }
}
