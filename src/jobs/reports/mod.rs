//! The reports: rows of the store copied into the facts of a document, and the document written in the form that was asked
//! for.

mod body;
mod goals;
mod partnership;
mod period;
mod rows;
mod sample;

pub(super) use sample::sample;

use super::dress::Dress;
use super::minutes::keep;
use super::papers::in_form;
use super::press::press_document;
use super::register::as_sheet;
use super::{logo_of, write_whole};
use crate::calendar::Date;
use crate::documents::reports::{self, ReportHead};
use crate::documents::{Document, Letterhead, named_file};
use crate::domain::{Report, ReportAsked, Settings, SheetFormat, TemplateKind};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::strings::Tr;
use crate::tr;
use std::path::{Path, PathBuf};

/// A report that is ready: what its file is called, and its content.
///
/// # Errors
/// No such record; nothing of the meeting is told outside; a form that this report has not; the document can't be composed.
pub fn report(
    store: &Store,
    asked: &ReportAsked,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<(String, Vec<u8>)> {
    let named = |stem: &str| [stem, asked.format.extension()].join(".");
    if asked.report == Report::Goals && asked.format.paper().is_none() {
        let facts = goals::facts(store, head(settings, store.folder(), today))?;
        let sheet = reports::goals_sheet(&facts, tr);
        let stem = stem(&tr!(tr, "report-goals"), ("", ""), Some(today));
        return Ok((named(&stem), as_sheet(&sheet, asked.format, tr)?));
    }
    let (stem, document) = report_document(store, &asked.report, (settings, tr), today)?;
    Ok((named(&stem), written(&document, asked.format)?))
}

/// What a file is called, without its ending.
fn stem(what: &str, about: (&str, &str), date: Option<Date>) -> String {
    let name = named_file(what, about, "", date, "pdf");
    name.strip_suffix(".pdf").unwrap_or(&name).to_owned()
}

/// A report as a document, in the form of the template of its sort; and what its file is called, without an ending.
///
/// # Errors
/// No such record; nothing of the meeting is told outside.
pub(super) fn report_document(
    store: &Store,
    report: &Report,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<(String, Document)> {
    let head = || head(settings, store.folder(), today);
    let dress = |kind| Dress::new(kind, settings, store.folder());
    let calendars = settings.calendars;
    Ok(match report {
        Report::Profile(body) => {
            let facts = |tr: &Tr| body::facts(store, *body, head(), (settings, tr));
            let name = stem(&tr!(tr, "report-profile"), ("", &facts(tr)?.name), Some(today));
            let build = |tr: &Tr| Ok(reports::profile(&facts(tr)?, tr, calendars));
            (name, dress(TemplateKind::Profile).try_document(tr, build)?)
        }
        Report::Partnership(partnership) => {
            let facts = |tr: &Tr| partnership::facts(store, *partnership, head(), (settings, tr));
            let own = facts(tr)?;
            let name = stem(&tr!(tr, "report-partnership"), (&own.number, &own.title), Some(today));
            let build = |tr: &Tr| Ok(reports::partnership_record(&facts(tr)?, tr, calendars));
            (name, dress(TemplateKind::Partnership).try_document(tr, build)?)
        }
        Report::Period(period) => {
            let facts = period::facts(store, *period, head())?;
            let days = format!("{}_{}", period.from.iso(), period.until.iso());
            let name = stem(&tr!(tr, "report-period"), (&days, &facts.body), None);
            let build = |tr: &Tr| reports::period_report(&facts, tr, calendars);
            (name, dress(TemplateKind::Period).document(tr, build))
        }
        Report::Goals => {
            let facts = goals::facts(store, head())?;
            let name = stem(&tr!(tr, "report-goals"), ("", ""), Some(today));
            let build = |tr: &Tr| reports::goals_report(&facts, tr, calendars);
            (name, dress(TemplateKind::Goals).document(tr, build))
        }
        Report::Press { meeting, outlet, tells_all } => {
            let document = press_document(store, *meeting, (outlet, *tells_all), settings, tr)?;
            (stem(&tr!(tr, "paper-press"), ("", &document.title), Some(today)), document)
        }
    })
}

/// Only the matrix of goals is a table for spreadsheets.
fn written(document: &Document, format: SheetFormat) -> Result<Vec<u8>> {
    match format {
        SheetFormat::Paper(format) => in_form(document, format),
        SheetFormat::Xlsx | SheetFormat::Csv => {
            Err(Error::new(ErrorKind::Document, format!("no {} of this report", format.extension())))
        }
    }
}

/// Writes a report to `to`, or under its name where documents go. Answers the path.
///
/// # Errors
/// As [`report`], and where the file can't be written.
pub fn report_file(
    store: &Store,
    asked: &ReportAsked,
    (settings, tr): (&Settings, &Tr),
    today: Date,
    to: Option<&Path>,
) -> Result<PathBuf> {
    let (name, bytes) = report(store, asked, (settings, tr), today)?;
    match to {
        Some(to) => write_whole(to, &bytes).map(|()| to.to_owned()),
        None => keep(store, settings, &name, &bytes, None),
    }
}

/// Who issues papers, and the day.
pub(super) fn head(settings: &Settings, store_folder: &Path, today: Date) -> ReportHead {
    let lines = settings.letterhead.lines().map(str::trim).filter(|line| !line.is_empty());
    let letterhead = Letterhead {
        lines: lines.map(str::to_owned).collect(),
        logo: logo_of(settings, store_folder),
        ..Letterhead::default()
    };
    ReportHead { letterhead, today }
}
