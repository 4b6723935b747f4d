//! The agenda on paper: of what is spoken, by whom and when, what each item is about, and what earlier meetings left open.

use super::tables::owed;
use super::words::{Reader, Words, begins};
use super::{AgendaFacts, Coming, PlannedItem};
use crate::calendar::{Calendars, Time};
use crate::documents::minutes::{Person, said_of};
use crate::documents::{Block, Cell, Document, Fact, Section};
use crate::domain::Further;
use crate::strings::Tr;
use crate::tr;

/// Lays the agenda out.
pub fn agenda(coming: &Coming, facts: &AgendaFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let name = tr!(tr, "paper-agenda");
    let section = |key: &'static str, heading: &str, blocks: Vec<Block>| Section {
        key,
        heading: if heading.is_empty() { String::new() } else { tr!(tr, heading) },
        blocks,
        ..Section::default()
    };
    let mut sections = vec![section("facts", "", vec![Block::Facts(about(coming, facts, &words))])];
    let purpose = coming.occasion.purpose.trim();
    if !purpose.is_empty() {
        sections.push(section("purpose", "minutes-heading-purpose", vec![Block::Paragraph(purpose.to_owned())]));
    }
    if !facts.goals.is_empty() {
        // Where nothing was said before it, it is a sentence of its own.
        let key = if purpose.is_empty() { "minutes-purpose-goals" } else { "minutes-serves-goals" };
        let goals = tr!(tr, key, goals = tr.list(&facts.goals));
        sections.push(section("goals", "", vec![Block::Paragraph(goals)]));
    }
    sections.push(section("agenda", "minutes-heading-agenda", items(coming, &words)));
    let earlier = owed(&facts.earlier, "minutes-heading-earlier", coming.today, &words);
    if let Some(table) = earlier {
        let mut blocks = vec![table];
        blocks.extend(more(facts.earlier_left, tr).map(Block::Remark));
        sections.push(section("earlier", "minutes-heading-earlier", blocks));
    }
    let footer = if coming.occasion.number.trim().is_empty() {
        name.clone()
    } else {
        tr!(tr, "paper-footer", paper = name.as_str(), number = coming.occasion.number.as_str())
    };
    Document { sections, ..words.paper(coming, (name, footer), Reader::Others) }
}

/// When and where, and who holds it with whom.
fn about(coming: &Coming, facts: &AgendaFacts, words: &Words<'_>) -> Vec<Fact> {
    let tr = words.tr;
    let mut all = words.when_and_where(coming);
    let name = |person: &Option<Person>| person.as_ref().map(|person| words.name(person)).unwrap_or_default();
    all.push(words.fact("minutes-fact-number", words.cell(&coming.occasion.number)));
    // Whom they hold it with stands in a line of its own.
    let hosts: Vec<&String> = coming.hosts.iter().filter(|host| !facts.partners.contains(host)).collect();
    all.push(words.fact("minutes-fact-host", words.cell(tr.list(&hosts))));
    let chair = said_of(facts.chair.as_ref(), "minutes-fact-chair", "minutes-her-chair");
    let secretary = said_of(facts.secretary.as_ref(), "minutes-fact-secretary", "minutes-her-secretary");
    all.push(words.fact(chair, words.cell(name(&facts.chair))));
    all.push(words.fact(secretary, words.cell(name(&facts.secretary))));
    for (key, names) in [("minutes-fact-co-host", &facts.partners), ("minutes-invited", &facts.invited)] {
        if !names.is_empty() {
            all.push(Fact { wide: true, ..words.fact(key, Cell::known(tr.list(names))) });
        }
    }
    all
}

/// The items with the clock running through them, and when all of them end.
fn items(coming: &Coming, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let layout = [
        ("minutes-column-item", 43),
        ("minutes-column-presenter", 22),
        ("paper-fact-time", 24),
        ("paper-column-length", 11),
    ];
    let starts = begins(coming);
    let all: Vec<(&PlannedItem, Option<Time>)> = coming.agenda.iter().zip(starts).collect();
    let table = words.table(&tr!(tr, "minutes-heading-agenda"), &layout, &all, |(item, begins)| {
        let presenter = item.presenter.as_ref().map(|person| words.name(person)).unwrap_or_default();
        let minutes = item.minutes.map(|minutes| tr!(tr, "minutes-short", count = minutes)).unwrap_or_default();
        let ends = begins.zip(item.minutes).map(|(begins, minutes)| begins.plus(minutes));
        let clock = begins.map(|begins| begins.range_text(ends, tr)).unwrap_or_default();
        let records: Vec<String> = item.about.iter().map(|record| record_words(record, words)).collect();
        vec![
            words.cell(&item.title).with_note(records.join("\n")),
            words.cell(presenter),
            Cell::known(clock),
            words.cell(minutes),
        ]
    });
    let Some(table) = table else { return vec![Block::Remark(tr!(tr, "paper-agenda-empty"))] };
    let sum: i64 = coming.agenda.iter().filter_map(|item| item.minutes).sum();
    let mut blocks = vec![table];
    if sum > 0 {
        let total = tr!(tr, "agenda-total", count = sum);
        let words = match coming.occasion.start {
            Some(start) => tr!(tr, "agenda-total-ends", total = total, time = start.plus(sum).text(tr)),
            None => total,
        };
        blocks.push(Block::Remark(words));
    }
    blocks
}

/// «توصية ت-1448-004-07: تزويد الجمعيات بالدليل (ترحيل 2)».
fn record_words(record: &super::AboutRecord, words: &Words<'_>) -> String {
    let tr = words.tr;
    let kind = tr!(tr, &record.label_key);
    let what = match record.number.trim() {
        "" => kind,
        number => tr!(tr, "paper-record-number", kind = kind, number = number),
    };
    let named = tr!(tr, "paper-record-named", what = what, name = record.name.as_str());
    if record.carried == 0 {
        return named;
    }
    let carried = tr!(tr, "minutes-carried", count = record.carried);
    tr!(tr, "paper-record-carried", record = named, carried = carried)
}

fn more(left: Further, tr: &Tr) -> Option<String> {
    match left {
        Further::Counted(0) => None,
        Further::Counted(left) => Some(tr!(tr, "minutes-earlier-left", count = left)),
        Further::Uncounted => Some(tr!(tr, "minutes-earlier-left-more")),
    }
}
