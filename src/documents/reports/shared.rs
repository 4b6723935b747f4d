//! What the reports have in common: their heads, their sections, how a field and a period stand in them.

use super::{Agreed, KeptFile, KnownField, ReportHead};
use crate::calendar::{Calendar, Calendars, Date};
use crate::documents::preparing::{Reader, Words};
use crate::documents::sheet::{SheetColumn, paper_cell};
use crate::documents::{Block, Cell, Document, Fact, Footer, Letterhead, PageOf, Section};
use crate::domain::{Confidentiality, Entity};
use crate::tr;

/// A section of that name, under a heading; `heading` is empty where it goes on without one.
pub(super) fn section(key: &'static str, heading: String, blocks: Vec<Block>) -> Section {
    Section { key, heading, blocks, ..Section::default() }
}

/// The table, or the words for there being nothing of it.
pub(super) fn or_none(table: Option<Block>, none: &str, words: &Words<'_>) -> Vec<Block> {
    vec![table.unwrap_or_else(|| Block::Remark(tr!(words.tr, none)))]
}

/// The table of what is told, with how much more there is; or the words for there being nothing of it.
pub(super) fn told(table: Option<Block>, left: usize, none: &str, words: &Words<'_>) -> Vec<Block> {
    let mut blocks = or_none(table, none, words);
    blocks.extend(self::left(left, words));
    blocks
}

/// How much more there is than is told.
pub(super) fn left(left: usize, words: &Words<'_>) -> Option<Block> {
    (left > 0).then(|| Block::Remark(tr!(words.tr, "report-left", count = left)))
}

/// A report: its letterhead, its day, and for the office that it is no paper for everybody.
pub(super) fn paper(
    head: &ReportHead,
    (title, number_line, subject): (String, String, String),
    sections: Vec<Section>,
    (words, reader): (&Words<'_>, Reader),
) -> Document {
    let tr = words.tr;
    let mut letterhead: Letterhead = head.letterhead.clone();
    if let Some(logo) = &mut letterhead.logo
        && logo.description.trim().is_empty()
    {
        let body = letterhead.lines.first().cloned().unwrap_or_default();
        logo.description = tr!(tr, "documents-logo", body = body);
    }
    let (first, second) = calendars(words.calendars);
    let day = |calendar| Cell::known(head.today.numbers(tr, calendar));
    let mut reference = vec![words.fact("minutes-reference-date", day(first))];
    reference.extend(second.map(|second| words.fact("minutes-reference-corresponding", day(second))));
    let footer = match reader {
        Reader::Office => [title.as_str(), &tr!(tr, Confidentiality::Internal.label_key())].join(" · "),
        Reader::Others => title.clone(),
    };
    Document {
        author: letterhead.lines.iter().rfind(|line| !line.trim().is_empty()).cloned().unwrap_or_default(),
        title,
        number_line,
        subject,
        language: tr.language(),
        digits: tr.digits(),
        letterhead,
        reference,
        sections,
        footer: Footer { text: footer, page_of: PageOf::new(tr), ..Footer::default() },
        issued_on: head.today.iso(),
        ..Document::default()
    }
}

/// The calendar that comes first, and the one beside it.
pub(super) const fn calendars(calendars: Calendars) -> (Calendar, Option<Calendar>) {
    match calendars {
        Calendars::HijriFirst => (Calendar::Hijri, Some(Calendar::Gregorian)),
        Calendars::GregorianFirst => (Calendar::Gregorian, Some(Calendar::Hijri)),
        Calendars::Hijri => (Calendar::Hijri, None),
        Calendars::Gregorian => (Calendar::Gregorian, None),
    }
}

/// A field with its label; one that is not known says so. Words of a whole line take a row of their own.
pub(super) fn fact(entity: Entity, field: &KnownField, words: &Words<'_>) -> Fact {
    let column = SheetColumn { kind: field.kind.clone(), ..SheetColumn::default() };
    let cell = paper_cell(Some(&field.value), &column, words.tr, words.calendars);
    let cell = if cell.text.is_empty() { words.cell("") } else { cell };
    let wide = cell.text.chars().count() > 48;
    Fact { label: tr!(words.tr, &format!("field-{}-{}", entity.code(), field.name)), value: cell, wide }
}

/// From when to when, in a cell: in the calendar that comes first, and below it in the one beside it.
pub(super) fn period_cell(from: Option<Date>, until: Option<Date>, words: &Words<'_>) -> Cell {
    let (first, second) = calendars(words.calendars);
    let said = |calendar| period(from, until, calendar, words);
    words.cell(said(first)).with_note(second.map(said).unwrap_or_default())
}

/// «من 12/06/1447هـ إلى …»; nothing where nothing is known.
fn period(from: Option<Date>, until: Option<Date>, calendar: Calendar, words: &Words<'_>) -> String {
    let day = |date: Date| date.numbers(words.tr, calendar);
    match (from.map(day), until.map(day)) {
        (Some(start), Some(end)) => tr!(words.tr, "period-from-to", start = start, end = end),
        (Some(start), None) => tr!(words.tr, "period-from", start = start),
        (None, Some(end)) => tr!(words.tr, "period-to", end = end),
        (None, None) => String::new(),
    }
}

/// The agreements, with where they stand and their time.
pub(super) fn agreements(agreements: &[Agreed], words: &Words<'_>) -> Option<Block> {
    let layout = [
        ("paper-column-agreement", 35),
        ("minutes-column-number", 17),
        ("minutes-column-status", 14),
        ("report-column-period", 29),
    ];
    words.table(&tr!(words.tr, "report-heading-partnerships"), &layout, agreements, |agreement| {
        let status = agreement.status.map(|status| tr!(words.tr, status.label_key())).unwrap_or_default();
        vec![
            words.cell(&agreement.title),
            Cell::known(&agreement.number),
            words.cell(status),
            period_cell(agreement.from, agreement.until, words),
        ]
    })
}

/// The files kept with something.
pub(super) fn files(files: &[KeptFile], words: &Words<'_>) -> Option<Block> {
    let layout = [("report-column-file", 58), ("minutes-column-kind", 20), ("paper-column-day", 17)];
    words.table(&tr!(words.tr, "report-heading-documents"), &layout, files, |file| {
        let kind = file.kind_key.map(|key| tr!(words.tr, key)).unwrap_or_default();
        let day = file.day.map(|day| words.day(Some(day))).unwrap_or_default();
        vec![words.cell(&file.name), Cell::known(kind), day]
    })
}
