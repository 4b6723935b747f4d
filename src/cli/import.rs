//! A list comes in without a window: what it was taken for, what becomes of each row, and the counts.

use super::{ImportArguments, LanguageChoice, print, print_json};
use crate::domain::Settings;
use crate::error::{Error, ErrorKind, Result};
use crate::import::header::{column_key, letters};
use crate::import::{Action, Counts, Duplicates, ImportAsked, ImportPlanned, Judged, Reported, Sheet, Verdict, report};
use crate::jobs;
use crate::store::query::{AllSettings, GivenLabels};
use crate::store::{ImportWatch, Store};
use crate::strings::{Language, Tr};
use crate::tr;
use serde::Serialize;

/// So many rows are told one by one where nobody asked for JSON: those that are not fine.
const MOST_TOLD: usize = 200;

/// The answer as JSON.
#[derive(Serialize)]
struct Answer<'a> {
    sheet: &'a str,
    header_row: usize,
    columns: Vec<Column<'a>>,
    dry_run: bool,
    written: bool,
    counts: Told,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Column<'a> {
    column: &'a str,
    letter: String,
    field: Option<&'static str>,
}

#[derive(Serialize)]
struct Told {
    rows: usize,
    fine: usize,
    incomplete: usize,
    refused: usize,
    duplicates: usize,
    new: usize,
    updated: usize,
    skipped: usize,
    new_organisations: usize,
    new_people: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    row: usize,
    verdict: &'static str,
    action: &'static str,
    title: &'a str,
    notes: Vec<String>,
}

/// Takes a list in, or says what would become of it.
pub(super) fn import(store: &Store, said: &ImportArguments, language: Option<LanguageChoice>, tr: &Tr) -> Result<()> {
    let settings = Settings::from_rows(&store.read(AllSettings)?);
    let labels = store.read(GivenLabels)?;
    let words = Tr::new(language.map_or(tr.language(), Language::from), settings.digits).relabelled(&labels);
    let asked = ImportAsked {
        sheet: said.sheet.clone(),
        duplicates: said.duplicates.into(),
        mapping: said.mapping.iter().map(|said| mapped(said)).collect::<Result<_>>()?,
        by_row: said.row.iter().map(|said| of_row(said)).collect::<Result<_>>()?,
        ..ImportAsked::new(said.list.into())
    };
    let sheets = jobs::read_list(&said.file)?;
    let planned = jobs::plan_import(store, &sheets, &asked, &words)?;
    let sheet = sheets.get(planned.sheet).ok_or_else(|| Error::new(ErrorKind::Internal, "no such sheet"))?;
    if let Some(to) = &said.report
        && planned.plan.counts.of(Verdict::Refused) > 0
    {
        let bytes = report(Reported::Refused, sheet, &planned, &words)?;
        jobs::write_whole(to, &bytes)?;
    }
    let has_rows = !planned.plan.imported.rows.is_empty();
    let written = !said.dry_run && has_rows;
    if written {
        jobs::write_import(store, &planned, &ImportWatch::default())?;
    }
    if said.json {
        return print_json(&answer(sheet, &planned, said.dry_run, written, &words));
    }
    tell(&planned, said, written, &words)
}

/// `COLUMN=FIELD`.
fn mapped(said: &str) -> Result<(String, String)> {
    let (column, field) =
        said.rsplit_once('=').ok_or_else(|| Error::new(ErrorKind::Usage(said.to_owned()), "no = in it"))?;
    Ok((column_key(column), field.trim().to_owned()))
}

/// `ROW=CHOICE`, rows counted from 1 as programs show them.
fn of_row(said: &str) -> Result<(usize, Duplicates)> {
    let read = || {
        let (row, choice) = said.split_once('=')?;
        let row = row.trim().parse::<usize>().ok()?.checked_sub(1)?;
        Some((row, Duplicates::ALL.into_iter().find(|known| known.code() == choice.trim())?))
    };
    read().ok_or_else(|| Error::new(ErrorKind::Usage(said.to_owned()), "no row and choice"))
}

fn answer<'a>(sheet: &'a Sheet, planned: &'a ImportPlanned, dry_run: bool, written: bool, tr: &Tr) -> Answer<'a> {
    let ImportPlanned { columns, plan, asked, .. } = planned;
    let Counts { rows, new, updated, skipped, bodies, people, .. } = plan.counts;
    let column = |(at, field): (usize, &Option<&'static crate::domain::Field>)| Column {
        column: sheet.cell(columns.header, at).trim(),
        letter: letters(at).to_uppercase(),
        field: field.map(|field| field.name),
    };
    let row = |judged: &'a Judged| Row {
        row: judged.row + 1,
        verdict: judged.verdict.code(),
        action: judged.action.code(),
        title: &judged.title,
        notes: judged.words(asked.target, tr),
    };
    Answer {
        sheet: &sheet.name,
        header_row: columns.header + 1,
        columns: columns.fields.iter().enumerate().map(column).collect(),
        dry_run,
        written,
        counts: Told {
            rows,
            fine: plan.counts.of(Verdict::Fine),
            incomplete: plan.counts.of(Verdict::Incomplete),
            refused: plan.counts.of(Verdict::Refused),
            duplicates: plan.counts.of(Verdict::Duplicate),
            new,
            updated,
            skipped,
            new_organisations: bodies,
            new_people: people,
        },
        rows: plan.judged.iter().map(row).collect(),
    }
}

/// In words: what is not fine, then the counts.
fn tell(planned: &ImportPlanned, said: &ImportArguments, written: bool, tr: &Tr) -> Result<()> {
    let ImportPlanned { plan, asked, .. } = planned;
    let troubled = plan.judged.iter().filter(|judged| judged.verdict != Verdict::Fine);
    for judged in troubled.take(MOST_TOLD) {
        let verdict = tr.text(&format!("import-verdict-{}", judged.verdict.code()), &[]);
        let notes = judged.words(asked.target, tr).join(" ");
        let number = (judged.row + 1).to_string();
        print(&[number.as_str(), verdict.as_str(), judged.title.as_str(), notes.as_str()].join("\t"))?;
    }
    let counts = &plan.counts;
    let key = if written { "cli-imported" } else { "cli-import-planned" };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    let refused = plan.judged.iter().filter(|judged| judged.action == Action::Refuse).count();
    print(&tr.text(
        key,
        &[
            ("new", number(counts.new)),
            ("updated", number(counts.updated)),
            ("skipped", number(counts.skipped)),
            ("refused", number(refused)),
            ("bodies", number(counts.bodies)),
            ("people", number(counts.people)),
        ],
    ))?;
    match &said.report {
        Some(report) if refused > 0 => print(&tr!(tr, "cli-exported", file = report.display().to_string())),
        Some(_) | None => Ok(()),
    }
}
