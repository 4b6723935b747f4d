//! The same jobs without a window, in the same binary: each is a call of what the window calls, and waits.
//!
//! Answers go to stdout, as sentences or as JSON; errors go to stderr, as sentences, with an exit code.

mod arguments;
mod batch;
mod folder;
mod import;
mod intake;
mod papers;
mod registers;
mod reported;
mod reports;

pub use arguments::{
    Arguments, BatchArguments, BatchPaper, Command, DuplicatesChoice, ExportDocument, Format, ImportArguments,
    LanguageChoice, LetterFormat, PaperArguments, RegisterChoice, TableFormat,
};
pub use folder::data_folder;
pub use reported::{CalendarChoice, LetterArguments, PeriodArguments, PeriodChoice};

use crate::arabic::Digits;
use crate::arabic::isolate::isolate_code;
use crate::calendar::{self, Date};
use crate::domain::{
    MeetingId, PaperFormat, PaperKind, PaperLanguage, SearchFilter, SearchText, Settings, TemplateKind,
};
use crate::error::{Error, ErrorKind, Result};
use crate::jobs::{self, Verified};
use crate::store::query::{AllSettings, FindMeeting, FoundMeeting, GivenLabels, Hit, MeetingNamed, Search};
use crate::store::{Store, sample};
use crate::strings::{Language, Tr};
use crate::tr;
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// So many finds are printed.
const MOST_HITS: usize = 50;

/// Does one job.
///
/// # Errors
/// Whatever stands in its way; [`complain`] puts it in words.
pub fn run(command: Command, data: Option<PathBuf>, language: Option<LanguageChoice>) -> Result<()> {
    let tr = translator(language);
    match command {
        Command::Date { text, json } => date(&text, json, &tr),
        Command::Demo => with_store(data, |store| {
            sample::demo(store, Date::today())?;
            print(&tr!(tr, "cli-demo", folder = store.folder().display().to_string()))
        }),
        Command::Generate { meetings, records, seed } => with_store(data, |store| {
            sample::generate_records(store, meetings, records, seed, Date::today())?;
            print(&tr!(tr, "cli-generated", count = i64::from(meetings), folder = store.folder().display().to_string()))
        }),
        Command::Export { document } => reading(data, |store| export(store, document, language, &tr)),
        Command::Intake { file, json, today, save, another } => {
            intake::run(intake::Asked { file, json, today, save, another, data }, &tr)
        }
        Command::Import(import) if import.dry_run => {
            reading(data, |store| import::import(store, &import, language, &tr))
        }
        Command::Import(import) => with_store(data, |store| import::import(store, &import, language, &tr)),
        Command::Search { text, json } => reading(data, |store| search(store, text, json, &tr)),
        Command::Verify { file } => reading(data, |store| match jobs::verify(store, &file)? {
            Verified::Same(number) => print(&tr!(tr, "cli-verified", number = number)),
            Verified::OtherVersion(number) => print(&tr!(tr, "cli-verified-other", number = number)),
        }),
        Command::Check => reading(data, |store| check(store, &tr)),
        Command::Backup { out } => with_store(data, |store| {
            store.backup(&out)?;
            print(&tr!(tr, "cli-backup", file = out.display().to_string()))?;
            match store.files_beside(&out) {
                Some(folder) => print(&tr!(tr, "cli-backup-files", folder = folder.display().to_string())),
                None => Ok(()),
            }
        }),
    }
}

/// Writes a document to a file.
fn export(store: &Store, document: ExportDocument, language: Option<LanguageChoice>, tr: &Tr) -> Result<()> {
    let of_meeting = |kind, format: PaperFormat, paper, body| {
        papers::export(store, &papers::Asked { kind, format, paper, body }, language, tr)
    };
    match document {
        ExportDocument::Minutes { meeting, format, out } => {
            export_minutes(store, (&meeting, format.into()), &out, language, tr)
        }
        ExportDocument::Invitation { paper, format, body, all: true } => {
            let asked = papers::Asked { kind: PaperKind::Invitation, format: format.into(), paper, body };
            papers::export_letters(store, &asked, language, tr)
        }
        ExportDocument::Invitation { paper, format, body, all: false } => {
            of_meeting(PaperKind::Invitation, format.into(), paper, body)
        }
        ExportDocument::Agenda { paper, format } => of_meeting(PaperKind::Agenda, format.into(), paper, None),
        ExportDocument::AttendanceSheet { paper, format } => {
            of_meeting(PaperKind::SigningSheet, format.into(), paper, None)
        }
        ExportDocument::Preparation { paper, format, body } => {
            of_meeting(PaperKind::Preparation, format.into(), paper, body)
        }
        ExportDocument::PressItem { paper, format, outlet, tell_all } => {
            reports::press(store, &paper, (&outlet, tell_all, format.into()), language, tr)
        }
        ExportDocument::Batch(asked) => batch::export(store, &asked, language, tr),
        ExportDocument::Register { of, format, out } => registers::export(store, of, format.into(), &out, language, tr),
        ExportDocument::Profile { body, format, out } => {
            reports::profile(store, &body, (format.into(), &out), language, tr)
        }
        ExportDocument::Partnership { partnership, format, out } => {
            reports::partnership(store, &partnership, (format.into(), &out), language, tr)
        }
        ExportDocument::Report { period, format } => reports::period(store, &period, format.into(), language, tr),
        ExportDocument::Goals { format, out } => reports::goals(store, (format.into(), &out), language, tr),
        ExportDocument::Letter { letter, format } => reports::letter(store, &letter, format.into(), language, tr),
    }
}

/// Says on stderr what went wrong, and what the machine said of it; answers the exit code.
pub fn complain(error: &Error, language: Option<LanguageChoice>) -> ExitCode {
    let mut stderr = std::io::stderr().lock();
    let said = writeln!(stderr, "{}", error.message(&translator(language)))
        .and_then(|()| if error.details().is_empty() { Ok(()) } else { writeln!(stderr, "({})", error.details()) });
    if said.is_err() {
        log::error!("{error}");
    }
    ExitCode::from(error.exit_code())
}

impl From<LanguageChoice> for Language {
    fn from(choice: LanguageChoice) -> Self {
        match choice {
            LanguageChoice::Ar => Self::Arabic,
            LanguageChoice::En => Self::English,
        }
    }
}

/// Messages in the chosen language, else in the system's when that is Arabic, else in English.
fn translator(choice: Option<LanguageChoice>) -> Tr {
    let of_system = || {
        let is_arabic = |name: &str| std::env::var(name).is_ok_and(|value| value.starts_with("ar"));
        if ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().any(is_arabic) { Language::Arabic } else { Language::English }
    };
    Tr::new(choice.map_or_else(of_system, Into::into), Digits::Latin)
}

/// Opens the store, does the job, and closes it in order.
fn with_store(data: Option<PathBuf>, job: impl FnOnce(&Store) -> Result<()>) -> Result<()> {
    done_with(jobs::open_store(&data_folder(data)?, Arc::new(|| ()))?, job)
}

/// The same for a job that only reads: it is done also while the window is open.
fn reading(data: Option<PathBuf>, job: impl FnOnce(&Store) -> Result<()>) -> Result<()> {
    done_with(jobs::open_store_to_read(&data_folder(data)?, Arc::new(|| ()))?, job)
}

fn done_with(store: Store, job: impl FnOnce(&Store) -> Result<()>) -> Result<()> {
    let done = job(&store);
    let closed = store.close();
    done.and(closed)
}

fn print(text: &str) -> Result<()> {
    let mut stdout = std::io::stdout().lock();
    match writeln!(stdout, "{text}") {
        // Whoever reads may have had enough: `tansiq search … | head`.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::new(ErrorKind::Disk, error)),
        _ => Ok(()),
    }
}

/// Says on stderr what is worth knowing and no error.
fn warn(text: &str) {
    if let Err(error) = writeln!(std::io::stderr().lock(), "{text}") {
        log::warn!("{text} ({error})");
    }
}

fn print_json(value: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string(value).map_err(|error| Error::new(ErrorKind::Internal, error))?;
    print(&text)
}

fn date(text: &str, json: bool, tr: &Tr) -> Result<()> {
    let date = calendar::parse(text, Date::today())?;
    if json {
        return print_json(&calendar::describe(date));
    }
    print(&date.long(tr, crate::calendar::Calendars::HijriFirst))
}

fn export_minutes(
    store: &Store,
    (meeting, format): (&str, PaperFormat),
    out: &Path,
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let id = meeting_called(store, meeting)?;
    let mut settings = Settings::from_rows(&store.read(AllSettings)?);
    if language.is_some() {
        // Whoever names a language on the command line wants that one.
        settings.papers.forget_languages();
    }
    let wanted = match (language, settings.papers.of(TemplateKind::Minutes).language) {
        (Some(LanguageChoice::Ar), _) => Some(PaperLanguage::Arabic),
        (Some(LanguageChoice::En), _) => Some(PaperLanguage::English),
        (None, template) => template.filter(|language| *language != PaperLanguage::AsProgram),
    };
    let language = language.map_or(settings.language, Into::into);
    let words = Tr::new(language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let path = jobs::minutes_file(store, (id, format), &settings, &words, Some(out))?;
    if let Some(wanted) = wanted
        && jobs::kept_language(store, id)?.is_some_and(|kept| kept != wanted)
    {
        warn(&tr!(tr, "cli-kept-language"));
    }
    print(&tr!(tr, "cli-exported", file = path.display().to_string()))
}

/// The meeting of a number or a title, the last one held, or the next.
fn meeting_called(store: &Store, meeting: &str) -> Result<MeetingId> {
    let named = match meeting {
        "last" => MeetingNamed::Last,
        "next" => MeetingNamed::NextFrom(Date::today()),
        name => MeetingNamed::Called(name.to_owned()),
    };
    let is_next = matches!(named, MeetingNamed::NextFrom(_));
    match store.read(FindMeeting { named })?.as_slice() {
        [only] => Ok(only.id),
        [] if is_next => Err(Error::new(ErrorKind::NoNextMeeting, "")),
        [] => Err(Error::new(ErrorKind::NoSuchMeeting(meeting.to_owned()), "")),
        several => Err(Error::new(ErrorKind::SeveralMeetings(told_apart(several)), meeting)),
    }
}

/// So many meetings of the same title are told apart.
const MOST_ALIKE: usize = 10;

/// «تن-1448-004 (2026-11-23)» of each, as far as they have that.
fn told_apart(several: &[FoundMeeting]) -> String {
    let one = |meeting: &FoundMeeting| match (meeting.number.as_str(), meeting.date.map(Date::iso)) {
        ("", None) => "-".to_owned(),
        ("", Some(day)) => day,
        (number, None) => isolate_code(number),
        (number, Some(day)) => format!("{} ({day})", isolate_code(number)),
    };
    let mut all: Vec<String> = several.iter().take(MOST_ALIKE).map(one).collect();
    if several.len() > MOST_ALIKE {
        all.push("…".to_owned());
    }
    all.join(" · ")
}

/// A find as it is printed.
#[derive(Serialize)]
struct Found<'h> {
    kind: &'h str,
    number: &'h str,
    title: &'h str,
    snippet: &'h str,
    date: Option<String>,
}

impl<'h> From<&'h Hit> for Found<'h> {
    fn from(hit: &'h Hit) -> Self {
        Self {
            kind: hit.record.entity.code(),
            number: &hit.number,
            title: &hit.title,
            snippet: &hit.snippet,
            date: hit.date.map(Date::iso),
        }
    }
}

fn search(store: &Store, text: String, json: bool, tr: &Tr) -> Result<()> {
    // Right after an upgrade the index is still being built: half of it would find half of what there is.
    store.wait_for_index();
    let read = SearchText::read(&text, Date::today());
    let mut filter = SearchFilter::default();
    read.parts.into_iter().for_each(|read| filter.add(read.part));
    let hits = store.read(Search { text: read.words, filter, limit: MOST_HITS })?.hits;
    if json {
        return print_json(&hits.iter().map(Found::from).collect::<Vec<_>>());
    }
    for hit in &hits {
        let date = hit.date.map(Date::iso).unwrap_or_default();
        print(&[hit.number.as_str(), hit.title.as_str(), hit.snippet.as_str(), date.as_str()].join("\t"))?;
    }
    print(&tr!(tr, "count-results", count = hits.len()))
}

fn check(store: &Store, tr: &Tr) -> Result<()> {
    store.wait_for_index();
    let report = store.check()?;
    for finding in &report.findings {
        print(&tr.text(finding.key, &[("about", finding.about.as_str().into())]))?;
    }
    if report.unkept_minutes > 0 {
        print(&tr!(tr, "cli-check-unkept", count = report.unkept_minutes))?;
    }
    if report.faults.is_empty() {
        return print(&tr!(tr, "cli-check-sound", count = report.records));
    }
    Err(Error::new(ErrorKind::StoreUnsound, report.faults.join("; ")))
}
