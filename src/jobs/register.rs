//! A register as a sheet: rows of the store with what their fields hold, for a spreadsheet or a paper.

use super::dress::Dress;
use super::minutes::keep;
use super::papers::in_form;
use super::titles::Titles;
use super::write_whole;
use crate::arabic::{self, format_phone};
use crate::calendar::Date;
use crate::documents::sheet::{Sheet, SheetColumn, SheetKind, SheetTone, SheetValue};
use crate::documents::{Block, Document, Letterhead, csv_file, json_file, named_file, without_signs, xlsx};
use crate::domain::{
    Entity, Field, FieldKind, OutcomeKind, OutcomeStatus, PaperFormat, Priority, Settings, SheetFormat, TemplateKind,
    lifecycle,
};
use crate::error::Result;
use crate::store::Store;
use crate::store::query::{Cell, DAYS_LATE, RecordList, RecordRow, RecordRows, Which, field_or_figure, figures};
use crate::strings::Tr;
use crate::tr;
use std::path::{Path, PathBuf};

/// Rows read at a time.
const WINDOW: usize = 2_000;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterAsked {
    /// The key of what it is called, which each paper says in its own language.
    pub title_key: String,
    /// Which rows, in which order.
    pub which: Which,
    /// Which fields, in reading order.
    pub columns: Vec<RegisterColumn>,
    /// In which form.
    pub format: SheetFormat,
}

/// A field as a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterColumn {
    /// Which field.
    pub field: &'static str,
    /// What stands above it; empty: the field's own label.
    pub heading: String,
    /// A paper has room for it.
    pub is_on_paper: bool,
}

/// Every field a person can fill in such records, then what is worked out: what a spreadsheet of a whole register has.
pub fn all_columns(which: &Which) -> Vec<RegisterColumn> {
    let entity = which.entity;
    let has_place = |field: &&Field| {
        !matches!(field.kind, FieldKind::Position | FieldKind::Any | FieldKind::Link(Entity::AgendaItem))
            && (!field.is_kept || TOLD_THOUGH_KEPT.contains(&field.name))
    };
    let is_theirs = |field: &&Field| which.kinds.is_empty() || which.kinds.iter().any(|kind| field.is_of(Some(kind)));
    let declared = entity.fields().iter().filter(has_place);
    let worked_out = figures(entity).iter().filter(|figure| figure.kind != FieldKind::Flag);
    let all = declared.chain(worked_out).filter(is_theirs);
    let column = |field: &'static Field| RegisterColumn {
        field: field.name,
        heading: String::new(),
        is_on_paper: is_on_paper(entity, field.name),
    };
    all.map(column).collect()
}

/// What the program keeps and people ask for.
const TOLD_THOUGH_KEPT: [&str; 2] = ["number", "carried"];

/// What of a register has room on a paper.
fn is_on_paper(entity: Entity, field: &str) -> bool {
    let shown: &[&str] = match entity {
        Entity::Outcome => &["number", "text", "person", "organisation", "due", "status"],
        Entity::Partnership => &["number", "title", "starts_on", "ends_on", "status"],
        Entity::Regulation => &["number", "title", "issued_on", "effective_on", "status"],
        Entity::Meeting => &["number", "title", "date", "host", "standing", "venue"],
        Entity::Organisation => &["name", "kind", "licence", "city", "phone"],
        Entity::Person => &["name", "honorific", "post", "organisation", "phone"],
        Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => &[],
    };
    shown.contains(&field)
}

/// The share of a paper's width that a column's content takes: a code and a day stand on one line.
const fn share(kind: &SheetKind) -> u16 {
    match kind {
        SheetKind::Prose => 40,
        SheetKind::Text => 22,
        SheetKind::Code => 28,
        SheetKind::Day => 22,
        SheetKind::Choice(_) => 16,
        SheetKind::Number | SheetKind::Percent => 11,
    }
}

/// Writes a register to a file. Answers how many rows it has.
///
/// # Errors
/// The store can't be read, or the file not be written.
pub fn write_register(
    store: &Store,
    asked: &RegisterAsked,
    (settings, tr): (&Settings, &Tr),
    today: Date,
    out: &Path,
) -> Result<usize> {
    let (bytes, rows) = bytes(store, asked, (settings, tr), today)?;
    write_whole(out, &bytes)?;
    Ok(rows)
}

/// Writes a register where documents go, under its name and the day. Answers the path.
///
/// # Errors
/// As [`write_register`].
pub fn register_file(
    store: &Store,
    asked: &RegisterAsked,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<PathBuf> {
    let (bytes, _) = bytes(store, asked, (settings, tr), today)?;
    let name = named_file(&tr!(tr, &asked.title_key), ("", ""), "", Some(today), asked.format.extension());
    keep(store, settings, &name, &bytes, None)
}

/// The file's content, and how many rows it has.
fn bytes(
    store: &Store,
    asked: &RegisterAsked,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<(Vec<u8>, usize)> {
    if let Some(format) = asked.format.paper() {
        let document = document(store, asked, (settings, tr), today)?;
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let rows = blocks.map(|block| if let Block::Table(table) = block { table.rows.len() } else { 0 }).sum();
        return Ok((in_form(&document, format)?, rows));
    }
    let sheet = sheet(store, asked, tr, usize::MAX)?;
    Ok((as_sheet(&sheet, asked.format, tr)?, sheet.rows.len()))
}

/// A sheet in one of the forms that keep its values as they are.
pub(super) fn as_sheet(sheet: &Sheet, format: SheetFormat, tr: &Tr) -> Result<Vec<u8>> {
    match format {
        SheetFormat::Csv => csv_file::write(sheet, tr),
        SheetFormat::Paper(PaperFormat::Json) => json_file::write(sheet, tr),
        SheetFormat::Xlsx | SheetFormat::Paper(_) => xlsx::write(sheet, tr),
    }
}

/// The register as a paper, in the form of its template.
pub(super) fn document(
    store: &Store,
    asked: &RegisterAsked,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<Document> {
    let dress = Dress::new(TemplateKind::Register, settings, store.folder());
    dress.try_document(tr, |words| {
        let mut asked = asked.clone();
        if words.language() != tr.language() {
            // What stands above the columns on the screen is in the screen's language.
            asked.columns.iter_mut().for_each(|column| column.heading.clear());
        }
        Ok(paper(&sheet(store, &asked, words, usize::MAX)?, settings, words, today))
    })
}

/// The sheet as a paper: with the letterhead, the day, and how many rows there are.
fn paper(sheet: &Sheet, settings: &Settings, tr: &Tr, today: Date) -> Document {
    let lines = settings.letterhead.lines().map(str::trim).filter(|line| !line.is_empty());
    let letterhead = Letterhead { lines: lines.map(str::to_owned).collect(), ..Letterhead::default() };
    Document {
        author: letterhead.lines.last().cloned().unwrap_or_default(),
        letterhead,
        subject: today.long(tr, settings.calendars),
        issued_on: today.iso(),
        ..sheet.document(tr, settings.calendars)
    }
}

/// The first rows of the follow-ups, to see how a register looks.
pub(super) fn sample(store: &Store, (settings, tr): (&Settings, &Tr), today: Date, most: usize) -> Result<Document> {
    let kinds = [OutcomeKind::FollowUp, OutcomeKind::Recommendation, OutcomeKind::Decision];
    let which = Which {
        entity: Entity::Outcome,
        kinds: kinds.iter().map(|kind| kind.code()).collect(),
        conditions: Vec::new(),
        containing: String::new(),
        order: Vec::new(),
        today,
    };
    let columns = all_columns(&which);
    let dress = Dress::new(TemplateKind::Register, settings, store.folder());
    dress.try_document(tr, |tr| {
        let title_key = "screen-follow-ups".to_owned();
        let format = SheetFormat::Paper(PaperFormat::Pdf);
        let asked = RegisterAsked { title_key, which: which.clone(), columns: columns.clone(), format };
        Ok(paper(&sheet(store, &asked, tr, most)?, settings, tr, today))
    })
}

/// At most so many rows of it.
fn sheet(store: &Store, asked: &RegisterAsked, tr: &Tr, most: usize) -> Result<Sheet> {
    let entity = asked.which.entity;
    let known = asked.columns.iter().filter_map(|column| Some((field_or_figure(entity, column.field)?, column)));
    let fields: Vec<(&'static Field, &RegisterColumn)> = known.collect();
    let columns = fields.iter().map(|(field, column)| {
        // What a record is called may be long.
        let kind = match field.name {
            _ if entity.title_field() == Some(*field) => SheetKind::Prose,
            "status" if entity == Entity::Outcome => standings(&asked.which, tr),
            _ => kind(field, tr),
        };
        let header = match column.heading.as_str() {
            "" => tr!(tr, &format!("field-{}-{}", entity.code(), field.name)),
            heading => heading.to_owned(),
        };
        SheetColumn { name: field.name, header, weight: column.is_on_paper.then(|| share(&kind)), kind }
    });
    let title = tr!(tr, &asked.title_key);
    let mut sheet = Sheet { title, language: tr.language(), columns: columns.collect(), rows: Vec::new() };
    let mut names: Vec<&'static str> = fields.iter().map(|(field, _)| field.name).collect();
    let merged = Merged::new(asked);
    names.extend(merged.stand_in.map(|(_, other)| other));
    names.extend(Some("person").filter(|person| merged.tells_bodies && !names.contains(person)));
    // What is on paper is read as it stands; what a spreadsheet holds is looked up by the names of the store.
    let titles = if asked.format.paper().is_some() { Titles::of(store, tr)? } else { Titles::default() };
    loop {
        let count = WINDOW.min(most - sheet.rows.len());
        let list = RecordList { which: asked.which.clone(), columns: names.clone(), first: sheet.rows.len(), count };
        let found = store.read(list)?;
        let rows = found.rows.iter().map(|row| values(&found, row, &fields, (&merged, &titles), tr));
        sheet.rows.extend(rows);
        if found.rows.len() < WINDOW || sheet.rows.len() >= most {
            return Ok(sheet);
        }
    }
}

/// What a paper says in one column of what has two in a spreadsheet: a paper has no room for both. Who owes a task is the
/// person, or the body where no person is named; and what it is stands before its text, where that is not what most are.
#[derive(Debug, Default)]
struct Merged {
    /// A column, and the field that stands in where it is empty.
    stand_in: Option<(&'static str, &'static str)>,
    /// The kind stands before the text.
    tells_kind: bool,
    /// A title is told as papers have it: what tells those of men and women apart is for whoever chooses one.
    prints_titles: bool,
    /// Where the record names no body, that of its person is told: in every form, or a sheet that is filtered by a body
    /// would miss what it owes.
    tells_bodies: bool,
}

impl Merged {
    fn new(asked: &RegisterAsked) -> Self {
        if asked.which.entity != Entity::Outcome {
            return Self { prints_titles: asked.format.paper().is_some(), ..Self::default() };
        }
        if asked.format.paper().is_none() {
            let tells_bodies = asked.columns.iter().any(|column| column.field == "organisation");
            return Self { tells_bodies, ..Self::default() };
        }
        let has = |name: &str| asked.columns.iter().any(|column| column.is_on_paper && column.field == name);
        let pairs = [("person", "organisation"), ("organisation", "person")];
        let stand_in = pairs.into_iter().find(|(column, other)| has(column) && !has(other));
        Self {
            stand_in,
            tells_kind: asked.which.kinds.len() > 1 && !has("kind"),
            tells_bodies: has("person") && has("organisation"),
            prints_titles: true,
        }
    }
}

fn values(
    found: &RecordRows,
    row: &RecordRow,
    fields: &[(&'static Field, &RegisterColumn)],
    (merged, titles): (&Merged, &Titles),
    tr: &Tr,
) -> Vec<SheetValue> {
    let entity = row.record.entity;
    let kind = OutcomeKind::from_code(&row.kind);
    let own = |field: &Field| match (found.cell(row, field.name), kind) {
        (Some(cell), Some(kind)) if field.name == "status" => OutcomeStatus::from_code(cell.text())
            .map_or(SheetValue::Empty, |status| SheetValue::text(status.words(Some(kind), tr))),
        (Some(cell), _) if field.name == "honorific" && merged.prints_titles => match cell.text() {
            "" => SheetValue::Empty,
            code => SheetValue::text(tr!(tr, &format!("minutes-honorific-{code}"))),
        },
        (Some(cell), _) if field.kind == FieldKind::Link(Entity::Person) => SheetValue::text(titles.said(cell, tr)),
        (Some(cell), _) => value(field, cell, tr),
        (None, _) => SheetValue::Empty,
    };
    let told = |(field, _): &(&'static Field, &RegisterColumn)| match (own(field), merged.stand_in) {
        (SheetValue::Empty, Some((column, other))) if column == field.name => {
            field_or_figure(entity, other).map_or(SheetValue::Empty, own)
        }
        (SheetValue::Text(text), _) if entity.title_field() == Some(field) => {
            let is_plain = |kind: &OutcomeKind| matches!(kind, OutcomeKind::FollowUp | OutcomeKind::Proposal);
            // As the list has it: who does it and by when stand in columns of their own.
            let text = if entity == Entity::Outcome { without_signs(&row.title) } else { text };
            SheetValue::Text(match kind.filter(|kind| merged.tells_kind && !is_plain(kind)) {
                Some(kind) => of_kind(&tr!(tr, kind.label_key()), text, tr),
                None => text,
            })
        }
        // Whoever owes it stands for a body, also where the task itself names none.
        (SheetValue::Empty, _) if merged.tells_bodies && field.name == "organisation" => {
            found.cell(row, "person").map_or(SheetValue::Empty, |person| SheetValue::text(person.detail.as_str()))
        }
        (value, _) => value,
    };
    fields.iter().map(told).collect()
}

/// «مبادرة: زراعة الحدائق», and what says so itself as it is.
fn of_kind(kind: &str, text: String, tr: &Tr) -> String {
    let (folded, first) = (arabic::fold(kind), text.split_whitespace().next().unwrap_or_default());
    if arabic::fold(first).trim_end_matches(':') == folded {
        return text;
    }
    tr!(tr, "register-kind-and-text", kind = kind, text = text)
}

/// What a field's values are in a spreadsheet.
pub(super) fn kind(field: &Field, tr: &Tr) -> SheetKind {
    match field.kind {
        FieldKind::Line | FieldKind::Entry(_) | FieldKind::Link(_) | FieldKind::Any | FieldKind::Time => {
            SheetKind::Text
        }
        FieldKind::Prose => SheetKind::Prose,
        FieldKind::Code | FieldKind::Phone | FieldKind::Position => SheetKind::Code,
        FieldKind::Date => SheetKind::Day,
        FieldKind::Number => SheetKind::Number,
        FieldKind::Percent => SheetKind::Percent,
        FieldKind::Flag => SheetKind::Choice(["yes", "no"].map(|key| (tr!(tr, key), SheetTone::Plain)).to_vec()),
        FieldKind::Choice(choices) => {
            let word = |code: &&str| (tr!(tr, &choices.label_key(code)), tone(field.name, code));
            SheetKind::Choice(choices.codes.iter().map(word).collect())
        }
    }
}

/// The statuses of what such a register holds, in words that agree with each of its kinds.
fn standings(which: &Which, tr: &Tr) -> SheetKind {
    let is_told = |kind: &&OutcomeKind| which.kinds.is_empty() || which.kinds.contains(&kind.code());
    let mut words: Vec<(String, SheetTone)> = Vec::new();
    for kind in OutcomeKind::ALL.iter().filter(is_told) {
        for status in lifecycle::statuses(*kind) {
            let word = status.words(Some(*kind), tr);
            if !words.iter().any(|(other, _)| *other == word) {
                words.push((word, tone("status", status.code())));
            }
        }
    }
    SheetKind::Choice(words)
}

fn tone(field: &str, code: &str) -> SheetTone {
    match (field, OutcomeStatus::from_code(code)) {
        ("status", Some(OutcomeStatus::Stalled | OutcomeStatus::OnHold)) => SheetTone::Warning,
        ("status", Some(OutcomeStatus::Cancelled)) => SheetTone::Plain,
        ("status", Some(status)) if lifecycle::is_closed(status) => SheetTone::Good,
        ("status", Some(OutcomeStatus::InProgress)) => SheetTone::Underway,
        ("priority", _) => match Priority::from_code(code) {
            Some(Priority::Urgent) => SheetTone::Bad,
            Some(Priority::High) => SheetTone::Warning,
            Some(_) | None => SheetTone::Plain,
        },
        _ => SheetTone::Plain,
    }
}

/// What a cell holds, in the words of the paper.
pub(super) fn value(field: &Field, cell: &Cell, tr: &Tr) -> SheetValue {
    match field.kind {
        FieldKind::Choice(choices) if !cell.text().is_empty() => {
            SheetValue::text(tr!(tr, &choices.label_key(cell.text())))
        }
        FieldKind::Date => cell.date().map_or(SheetValue::Empty, SheetValue::Day),
        FieldKind::Number if field.name != DAYS_LATE && !cell.name.is_empty() => {
            // Files are told by their names.
            SheetValue::text(tr.list(&cell.name.lines().collect::<Vec<_>>()))
        }
        FieldKind::Number | FieldKind::Percent => cell.number().map_or(SheetValue::Empty, SheetValue::Number),
        FieldKind::Flag => {
            cell.number().map_or(SheetValue::Empty, |is| SheetValue::text(tr!(tr, if is == 0 { "no" } else { "yes" })))
        }
        FieldKind::Phone => SheetValue::text(format_phone(cell.text())),
        FieldKind::Entry(_) => SheetValue::text(tr.name(&cell.name).unwrap_or(&cell.name)),
        FieldKind::Link(_) | FieldKind::Any => SheetValue::text(cell.name.as_str()),
        FieldKind::Line | FieldKind::Prose | FieldKind::Code | FieldKind::Time => SheetValue::text(cell.text()),
        FieldKind::Choice(_) | FieldKind::Position => SheetValue::Empty,
    }
}
