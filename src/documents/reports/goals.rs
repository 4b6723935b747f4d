//! The goals of the Vision against the work: a matrix of counts, then under each goal what serves it. As a sheet it is the
//! matrix alone.

use super::shared::{paper, section};
use super::{GoalServed, GoalsFacts, Serving, ServingSort};
use crate::calendar::Calendars;
use crate::documents::preparing::{Reader, Words};
use crate::documents::sheet::{Sheet, SheetColumn, SheetKind, SheetValue};
use crate::documents::{Block, Cell, Column, Document, Table};
use crate::domain::status_words;
use crate::strings::{Tr, capitalised};
use crate::tr;

/// A matrix of so many columns has room for the words above them.
const ROOM: usize = 8;

impl GoalServed {
    fn count(&self, sort: ServingSort) -> usize {
        self.records.iter().filter(|record| record.sort == sort).count()
    }
}

/// Lays the report out.
pub fn goals_report(facts: &GoalsFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let mut sections = vec![section("matrix", tr!(tr, "goals-heading-matrix"), matrix(facts, &words))];
    let served: Vec<&GoalServed> = facts.goals.iter().filter(|goal| !goal.records.is_empty()).collect();
    if !served.is_empty() {
        let blocks = served.into_iter().flat_map(|goal| goal_blocks(goal, &words)).collect();
        sections.push(section("records", tr!(tr, "goals-heading-records"), blocks));
    }
    // A goal that others are parts of is served through them.
    let has_parts = |goal: &GoalServed| facts.goals.iter().any(|other| other.parent == goal.name);
    let is_bare = |goal: &&GoalServed| goal.records.is_empty() && !has_parts(goal);
    let bare: Vec<&str> = facts.goals.iter().filter(is_bare).map(|goal| goal.name.as_str()).collect();
    if !bare.is_empty() {
        let sentence = tr!(tr, "goals-without", count = bare.len(), goals = tr.list(&bare));
        sections.push(section("unserved", tr!(tr, "goals-heading-without"), vec![Block::Paragraph(sentence)]));
    }
    let subject = facts.head.today.long(tr, calendars);
    paper(&facts.head, (tr!(tr, "report-goals"), String::new(), subject), sections, (&words, Reader::Office))
}

/// A row a goal that something serves, a column a sort of record that serves any.
fn matrix(facts: &GoalsFacts, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let served: Vec<&GoalServed> = facts.goals.iter().filter(|goal| !goal.records.is_empty()).collect();
    if served.is_empty() {
        return vec![Block::Remark(tr!(tr, "goals-none"))];
    }
    let sorts: Vec<ServingSort> =
        ServingSort::ALL.into_iter().filter(|sort| served.iter().any(|goal| goal.count(*sort) > 0)).collect();
    let weight = if sorts.len() > ROOM { 7 } else { 9 };
    let header = |key: &str, weight| Column { header: tr!(tr, key), weight };
    let mut columns = vec![header("minutes-column-index", 5), header("goals-column-goal", 26)];
    columns.extend(sorts.iter().map(|sort| header(sort.column_key(), weight)));
    columns.push(header("report-column-all", weight));
    let number = |count: usize| Cell::known(if count == 0 { "–".to_owned() } else { words.number(count) });
    let row = |(at, goal): (usize, &&GoalServed)| {
        let mut cells = vec![Cell::known(words.number(at + 1)), Cell::known(&goal.name).with_note(&goal.parent)];
        cells.extend(sorts.iter().map(|sort| number(goal.count(*sort))));
        cells.push(number(goal.records.len()));
        cells
    };
    let mut rows: Vec<Vec<Cell>> = served.iter().enumerate().map(row).collect();
    let mut sums = vec![Cell::default(), Cell::known(tr!(tr, "goals-sum"))];
    let sum = |of: &dyn Fn(&GoalServed) -> usize| served.iter().map(|goal| of(goal)).sum::<usize>();
    sums.extend(sorts.iter().map(|sort| number(sum(&|goal| goal.count(*sort)))));
    sums.push(number(sum(&|goal| goal.records.len())));
    rows.push(sums);
    let table = Table { description: tr!(tr, "goals-heading-matrix"), columns, rows, tall: false };
    vec![Block::Table(table), Block::Remark(tr!(tr, "goals-counted"))]
}

/// The goal, and a row for each record that serves it.
fn goal_blocks(goal: &GoalServed, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let layout = [
        ("minutes-column-kind", 18),
        ("minutes-column-number", 18),
        ("goals-column-record", 42),
        ("minutes-column-status", 17),
    ];
    let mut records: Vec<&Serving> = goal.records.iter().collect();
    records.sort_by_key(|record| ServingSort::ALL.iter().position(|sort| *sort == record.sort));
    let table = words.table(&goal.name, &layout, &records, |record| {
        let status = record.status_key.map(|key| status_words(key, record.sort.outcome(), tr)).unwrap_or_default();
        vec![
            Cell::known(capitalised(&tr!(tr, record.sort.label_key()))),
            Cell::known(&record.number),
            words.cell(&record.name),
            Cell::known(status),
        ]
    });
    [Some(Block::Subheading(goal.name.clone())), table].into_iter().flatten().collect()
}

/// What serves a goal by itself or by a part of it, each record once.
fn records_of<'f>(facts: &'f GoalsFacts, goal: &'f GoalServed) -> Vec<&'f Serving> {
    let mut all = vec![goal];
    let mut at = 0;
    while let Some(whole) = all.get(at) {
        let is_part = |other: &&GoalServed| other.parent == whole.name;
        let parts: Vec<&GoalServed> = facts.goals.iter().filter(is_part).collect();
        for part in parts {
            // Goals that are parts of each other are counted once all the same.
            if !all.iter().any(|known| known.name == part.name) {
                all.push(part);
            }
        }
        at += 1;
    }
    let mut records: Vec<&Serving> = Vec::new();
    for goal in all {
        // Two of one goal may say the same; one that serves two goals is one.
        let others: Vec<&Serving> = goal.records.iter().filter(|record| !records.contains(record)).collect();
        records.extend(others);
    }
    records
}

/// The matrix for a spreadsheet: every goal of the list, every sort of record. A theme counts what serves its goals.
pub fn goals_sheet(facts: &GoalsFacts, tr: &Tr) -> Sheet {
    let column = |name, key: &str, kind| SheetColumn { name, header: tr!(tr, key), kind, weight: None };
    let mut columns = vec![
        column("goal", "goals-column-goal", SheetKind::Prose),
        column("theme", "field-entry-parent", SheetKind::Text),
    ];
    columns.extend(ServingSort::ALL.map(|sort| column(sort.column_key(), sort.column_key(), SheetKind::Number)));
    columns.push(column("all", "report-column-all", SheetKind::Number));
    let called = |name: &str| SheetValue::text(tr.name(name).unwrap_or(name));
    let number = |count: usize| SheetValue::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let row = |goal: &GoalServed| {
        let mut values = vec![called(&goal.name), called(&goal.parent)];
        let records = records_of(facts, goal);
        let count = |sort| records.iter().filter(|record| record.sort == sort).count();
        values.extend(ServingSort::ALL.map(|sort| number(count(sort))));
        values.push(number(records.len()));
        values
    };
    Sheet {
        title: tr!(tr, "report-goals"),
        language: tr.language(),
        columns,
        rows: facts.goals.iter().map(row).collect(),
    }
}
