//! The file to prepare oneself with: everything open with each body that is invited, what is late first. What there is
//! nothing of is said, so that nobody looks for it elsewhere.

use super::tables::{due, owed, raised};
use super::words::{Reader, Words};
use super::{Agreement, BodyFile, Coming};
use crate::calendar::Calendars;
use crate::documents::{Block, Cell, Document, Fact, Section};
use crate::strings::Tr;
use crate::tr;

/// Lays the file out.
pub fn preparation(coming: &Coming, bodies: &[BodyFile], tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let name = tr!(tr, "paper-preparation");
    let when = Section { blocks: vec![Block::Facts(words.when_and_where(coming))], ..Section::default() };
    let mut sections = vec![when.keyed("when")];
    let agenda = |agenda| words.section("minutes-heading-agenda", vec![agenda]).keyed("agenda");
    sections.extend(words.agenda(coming).map(agenda));
    if bodies.is_empty() {
        let nobody = vec![Block::Remark(tr!(tr, "paper-no-bodies"))];
        sections.push(words.section("paper-heading-bodies", nobody).keyed("bodies"));
    }
    sections.extend(bodies.iter().map(|body| file(coming, body, &words)));
    let footer = if coming.occasion.number.trim().is_empty() {
        name.clone()
    } else {
        tr!(tr, "paper-footer", paper = name.as_str(), number = coming.occasion.number.as_str())
    };
    Document { sections, ..words.paper(coming, (name, footer), Reader::Office) }
}

fn file(coming: &Coming, body: &BodyFile, words: &Words<'_>) -> Section {
    let mut blocks = vec![Block::Facts(facts(body, words))];
    let mut nothing: Vec<String> = Vec::new();
    let mut part = |key: &str, table: Option<Block>, none: &str| match table {
        Some(table) => blocks.extend([Block::Subheading(tr!(words.tr, key)), table]),
        None => nothing.push(tr!(words.tr, none)),
    };
    part("paper-theirs", owed(&body.theirs, "paper-theirs", coming.today, words), "paper-theirs-none");
    part("paper-ours", owed(&body.ours, "paper-ours", coming.today, words), "paper-ours-none");
    part("paper-proposals", raised(&body.proposals, "paper-proposals", words), "paper-proposals-none");
    part("paper-challenges", raised(&body.challenges, "paper-challenges", words), "paper-challenges-none");
    part("paper-partnerships", agreements(&body.partnerships, coming, words), "paper-partnerships-none");
    part("paper-meetings", meetings(body, words), "paper-meetings-none");
    if !nothing.is_empty() {
        blocks.push(Block::Remark(nothing.join(" ")));
    }
    Section { heading: body.name.clone(), blocks, ..Section::default() }.keyed("bodies")
}

fn facts(body: &BodyFile, words: &Words<'_>) -> Vec<Fact> {
    let contact = body.contact.as_ref().map(|person| words.name(person)).unwrap_or_default();
    let post = body.contact.as_ref().map(|person| person.post.clone()).unwrap_or_default();
    let phone = crate::arabic::format_phone(&body.phone);
    let open = body.theirs.len() + body.ours.len() + body.proposals.len() + body.challenges.len();
    vec![
        words.fact("field-organisation-contact", words.cell(contact).with_note(post)),
        words.fact("paper-open", Cell::known(words.number(open))),
        words.fact("field-organisation-phone", words.cell(phone)),
        words.fact("field-organisation-email", words.cell(&body.email)),
    ]
}

fn agreements(agreements: &[Agreement], coming: &Coming, words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("paper-column-agreement", 28),
        ("minutes-column-status", 14),
        ("paper-column-ends", 17),
        ("paper-column-owed", 40),
    ];
    words.table(&tr!(words.tr, "paper-partnerships"), &layout, agreements, |agreement| {
        let owed: Vec<String> = agreement
            .owed
            .iter()
            .map(|outcome| {
                let day = due(outcome, coming.today, words);
                let by = if day.unknown { String::new() } else { day.text };
                let parts = [outcome.text.clone(), outcome.organisation.clone(), by];
                let known: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
                known.join(" – ")
            })
            .collect();
        let owed = if owed.is_empty() { tr!(words.tr, "paper-nothing-owed") } else { owed.join("\n") };
        vec![
            words.cell(&agreement.title),
            words.cell(agreement.status.map(|status| tr!(words.tr, status.label_key())).unwrap_or_default()),
            words.day(agreement.ends_on),
            Cell::known(owed),
        ]
    })
}

fn meetings(body: &BodyFile, words: &Words<'_>) -> Option<Block> {
    let layout = [("paper-column-meeting", 60), ("minutes-column-number", 20), ("paper-column-day", 20)];
    words.table(&tr!(words.tr, "paper-meetings"), &layout, &body.meetings, |meeting| {
        vec![words.cell(&meeting.title), words.cell(&meeting.number), words.day(meeting.date)]
    })
}
