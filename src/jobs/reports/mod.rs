//! The reports: rows of the store copied into the facts of a document, and the document written in the form that was asked
//! for.

mod body;
mod goals;
mod partnership;
mod period;
mod rows;

use super::minutes::keep;
use super::papers::in_form;
use super::press::press_document;
use super::{logo_of, write_whole};
use crate::calendar::Date;
use crate::documents::reports::{self, ReportHead};
use crate::documents::{Document, Letterhead, csv_file, named_file, xlsx};
use crate::domain::{Report, ReportAsked, Settings, SheetFormat};
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
    let head = head(settings, store.folder(), today);
    let extension = asked.format.extension();
    let named = |what: &str, number: &str, title: &str, date| named_file(what, (number, title), "", date, extension);
    let (name, document) = match &asked.report {
        Report::Profile(body) => {
            let facts = body::facts(store, *body, head, (settings, tr))?;
            let name = named(&tr!(tr, "report-profile"), "", &facts.name, Some(today));
            (name, reports::profile(&facts, tr, settings.calendars))
        }
        Report::Partnership(partnership) => {
            let facts = partnership::facts(store, *partnership, head, (settings, tr))?;
            let name = named(&tr!(tr, "report-partnership"), &facts.number, &facts.title, Some(today));
            (name, reports::partnership_record(&facts, tr, settings.calendars))
        }
        Report::Period(period) => {
            let facts = period::facts(store, *period, head)?;
            let days = format!("{}_{}", period.from.iso(), period.until.iso());
            let name = named(&tr!(tr, "report-period"), &days, &facts.body, None);
            (name, reports::period_report(&facts, tr, settings.calendars))
        }
        Report::Goals => {
            let facts = goals::facts(store, head)?;
            let name = named(&tr!(tr, "report-goals"), "", "", Some(today));
            match asked.format {
                SheetFormat::Xlsx => return Ok((name, xlsx::write(&reports::goals_sheet(&facts, tr), tr)?)),
                SheetFormat::Csv => return Ok((name, csv_file::write(&reports::goals_sheet(&facts, tr), tr)?)),
                SheetFormat::Paper(_) => (name, reports::goals_report(&facts, tr, settings.calendars)),
            }
        }
        Report::Press { meeting, outlet } => {
            let document = press_document(store, *meeting, outlet, settings, tr)?;
            (named(&tr!(tr, "paper-press"), "", &document.title, Some(today)), document)
        }
    };
    Ok((name, written(&document, asked.format)?))
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
    let letterhead = Letterhead { lines: lines.map(str::to_owned).collect(), logo: logo_of(settings, store_folder) };
    ReportHead { letterhead, today }
}
