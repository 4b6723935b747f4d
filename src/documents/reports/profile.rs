//! The profile of a body: who it is, by what names, who speaks for it, what stands open between it and us, what was agreed,
//! what it proposed, where we met, what is kept of it.

use super::shared::{agreements, fact, files, left, or_none, paper, period_cell, section, told};
use super::{Holder, KnownField, Met, OtherName, ProfileFacts, Told};
use crate::calendar::{Calendars, Date};
use crate::documents::minutes::Outcome;
use crate::documents::preparing::{Reader, Words, owed, raised};
use crate::documents::sheet::SheetValue;
use crate::documents::{Block, Cell, Document, Fact, Section};
use crate::domain::{Entity, lifecycle};
use crate::strings::Tr;
use crate::tr;

/// What tells of a body's licence and of those who govern it: under a heading of its own.
const LICENCE: [&str; 13] = [
    "licence",
    "licensed_on",
    "licence_ends_on",
    "unified_number",
    "class",
    "supervisor",
    "scope",
    "chair",
    "director",
    "board_ends_on",
    "beneficiaries",
    "governance_percent",
    "has_premises",
];
/// What is told elsewhere in the profile, or orders lists and tells nothing.
const ELSEWHERE: [&str; 3] = ["name", "precedence", "notes"];

/// Lays the profile out.
pub fn profile(facts: &ProfileFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let heading = |key: &str| tr!(tr, key);
    let today = facts.head.today;
    let mut sections =
        vec![section("facts", heading("report-heading-body"), vec![Block::Facts(general(facts, &words))])];
    let mut add = |key: &'static str, heading_key: &str, blocks: Vec<Block>| {
        sections.push(section(key, heading(heading_key), blocks));
    };
    if facts.is_licensed {
        add("licence", "report-heading-licence", vec![Block::Facts(licence(facts, &words))]);
    }
    if let Some(table) = names(&facts.names, &words) {
        add("names", "report-heading-names", vec![table]);
    }
    add("people", "report-heading-people", or_none(people(&facts.people, &words), "report-people-none", &words));
    if !facts.units.is_empty() {
        add("units", "report-heading-units", vec![Block::List(facts.units.clone())]);
    }
    let theirs = ["paper-theirs", "report-theirs-none", "report-theirs-closed"];
    add("commitments-theirs", "paper-theirs", commitments(&facts.theirs, theirs, today, &words));
    let ours = ["paper-ours", "report-ours-none", "report-ours-closed"];
    add("commitments-ours", "paper-ours", commitments(&facts.ours, ours, today, &words));
    let agreed = agreements(&facts.partnerships, &words);
    add("partnerships", "report-heading-partnerships", or_none(agreed, "paper-partnerships-none", &words));
    add("meetings", "report-heading-meetings", met(facts, &words));
    let proposals = raised(&facts.proposals.rows, "report-heading-proposals", &words);
    let proposals = told(proposals, facts.proposals.left, "report-proposals-none", &words);
    add("proposals", "report-heading-proposals", proposals);
    if let Some(table) = raised(&facts.challenges.rows, "report-heading-challenges", &words) {
        let challenges = told(Some(table), facts.challenges.left, "report-period-challenges-none", &words);
        add("challenges", "report-heading-challenges", challenges);
    }
    add(
        "documents",
        "report-heading-documents",
        or_none(files(&facts.documents, &words), "report-documents-none", &words),
    );
    sections.extend(notes(facts, tr));
    paper(
        &facts.head,
        (tr!(tr, "report-profile"), String::new(), facts.name.clone()),
        sections,
        (&words, Reader::Office),
    )
}

/// What is owed: first what is open, then under a heading of its own what no longer is.
fn commitments(all: &Told, [name, none, closed_name]: [&str; 3], today: Date, words: &Words<'_>) -> Vec<Block> {
    let (closed, open): (Vec<Outcome>, Vec<Outcome>) =
        all.rows.iter().cloned().partition(|outcome| lifecycle::is_closed(outcome.status));
    let none = match (closed.is_empty(), none) {
        (true, none) => none,
        (false, _) => "report-open-none",
    };
    let mut blocks = or_none(owed(&open, name, today, words), none, words);
    if let Some(table) = owed(&closed, closed_name, today, words) {
        blocks.extend([Block::Subheading(tr!(words.tr, closed_name)), table]);
    }
    blocks.extend(left(all.left, words));
    blocks
}

/// What is known of it; what nobody knows is no gap here.
fn general(facts: &ProfileFacts, words: &Words<'_>) -> Vec<Fact> {
    let is_told = |field: &&KnownField| {
        !LICENCE.contains(&field.name) && !ELSEWHERE.contains(&field.name) && field.value != SheetValue::Empty
    };
    let mut all = vec![Fact { wide: true, ..words.fact("field-organisation-name", words.cell(&facts.name)) }];
    all.extend(facts.fields.iter().filter(is_told).map(|field| fact(Entity::Organisation, field, words)));
    all
}

/// Its licence, its supervision and its board: what is missing is said, and what runs out says when.
fn licence(facts: &ProfileFacts, words: &Words<'_>) -> Vec<Fact> {
    let is_of = |field: &&KnownField| LICENCE.contains(&field.name);
    let one = |field: &KnownField| {
        let fact = fact(Entity::Organisation, field, words);
        match (field.name, &field.value) {
            ("licence_ends_on" | "board_ends_on", SheetValue::Day(day)) => Fact {
                value: Cell { note: term(*day, facts.head.today, words).unwrap_or(fact.value.note), ..fact.value },
                ..fact
            },
            _ => fact,
        }
    };
    facts.fields.iter().filter(is_of).map(one).collect()
}

/// How long a term still runs, where that is soon or over.
fn term(day: Date, today: Date, words: &Words<'_>) -> Option<String> {
    match lifecycle::term(Some(day), today) {
        lifecycle::Term::Ended | lifecycle::Term::Expiring => {
            let when = day.due_text(words.tr, today);
            Some(tr!(words.tr, "report-ends", when = when))
        }
        lifecycle::Term::Running | lifecycle::Term::Open => None,
    }
}

fn names(names: &[OtherName], words: &Words<'_>) -> Option<Block> {
    let layout = [("report-column-name", 45), ("minutes-column-kind", 22), ("report-column-period", 28)];
    words.table(&tr!(words.tr, "report-heading-names"), &layout, names, |name| {
        let kind = name.kind.map(|kind| tr!(words.tr, kind.label_key())).unwrap_or_default();
        vec![words.cell(&name.name), words.cell(kind), period_cell(name.from, name.until, words)]
    })
}

fn people(people: &[Holder], words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("minutes-column-name", 27),
        ("minutes-signature-post", 25),
        ("report-column-period", 21),
        ("report-column-contact", 22),
    ];
    words.table(&tr!(words.tr, "report-heading-people"), &layout, people, |holder| {
        let time = match (holder.from.or(holder.until), holder.is_present) {
            (None, true) => Cell::known(tr!(words.tr, "report-present")),
            (None, false) => Cell::known(tr!(words.tr, "report-former")),
            (Some(_), _) => period_cell(holder.from, holder.until, words),
        };
        let phone = crate::arabic::format_phone(&holder.phone);
        let contact =
            if phone.is_empty() { words.cell(&holder.email) } else { Cell::known(phone).with_note(&holder.email) };
        vec![words.cell(words.name(&holder.person)), words.cell(&holder.person.post), time, contact]
    })
}

/// The meetings it took part in; of very many the newest are told.
fn met(facts: &ProfileFacts, words: &Words<'_>) -> Vec<Block> {
    let layout = [
        ("paper-column-meeting", 48),
        ("minutes-column-number", 17),
        ("paper-column-day", 17),
        ("minutes-column-status", 13),
    ];
    let table = words.table(&tr!(words.tr, "report-heading-meetings"), &layout, &facts.meetings, |meeting| {
        vec![
            words.cell(&meeting.title),
            Cell::known(&meeting.number),
            words.day(meeting.date),
            words.cell(standing(meeting, words)),
        ]
    });
    told(table, facts.meetings_left, "paper-meetings-none", words)
}

/// Where a meeting stands: approved ones by their minutes.
pub(super) fn standing(meeting: &Met, words: &Words<'_>) -> String {
    if meeting.is_approved {
        return tr!(words.tr, "minutes-state-approved");
    }
    meeting.status.map(|status| tr!(words.tr, status.label_key())).unwrap_or_default()
}

fn notes(facts: &ProfileFacts, tr: &Tr) -> Option<Section> {
    let notes = facts.fields.iter().find(|field| field.name == "notes")?;
    let SheetValue::Text(text) = &notes.value else { return None };
    Some(section("notes", tr!(tr, "field-organisation-notes"), vec![Block::Paragraph(text.clone())]))
}
