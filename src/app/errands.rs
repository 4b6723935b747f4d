//! What the window sends out for: carries [`Task`]s out on threads, one of a kind at a time, and brings back what came of
//! them.

use super::outside::{Finished, Outside, Task};
use super::wake::Wake;
use crate::calendar::Date;
use crate::documents::safe_file_name;
use crate::domain::{DocumentId, Paper, PaperFormat, ReportAsked, Settings, SheetFormat};
use crate::error::{Error, ErrorKind, Result};
use crate::jobs;
use crate::screens::Choice;
use crate::store::Store;
use crate::store::query::{DocumentFile, GivenLabels};
use crate::strings::Tr;
use std::collections::HashSet;
use std::mem::{Discriminant, discriminant};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// A dialog that ends sooner than a hand can move was never shown.
const NEVER_SHOWN: Duration = Duration::from_millis(400);

/// The program's own way outside.
pub struct Errands {
    wake: Wake,
    sender: Sender<(Discriminant<Task>, Finished)>,
    receiver: Receiver<(Discriminant<Task>, Finished)>,
    running: HashSet<Discriminant<Task>>,
    /// The clipboard, from the first paper that was copied: on X11 what is copied lasts as long as this.
    clipboard: Option<arboard::Clipboard>,
}

/// Which tasks run one at a time. Several files may be opened at once.
const fn is_alone(task: &Task) -> bool {
    !matches!(task, Task::Open(_) | Task::SaveCopy { .. } | Task::Compare(_) | Task::PlanImport(_))
}

impl Errands {
    /// Wakes the window when something has finished.
    pub fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self { wake, sender, receiver, running: HashSet::new(), clipboard: None }
    }
}

impl Outside for Errands {
    fn start(&mut self, task: Task, store: &Store, settings: &Settings) {
        let kind = discriminant(&task);
        // A second click while the first is under way adds nothing.
        if !self.running.insert(kind) && is_alone(&task) {
            return;
        }
        let (sender, waker) = (self.sender.clone(), self.wake.waker());
        let failed = self.sender.clone();
        let (store, settings) = (store.clone(), settings.clone());
        let done = move |outcome: Result<Finished>| {
            let finished = outcome.unwrap_or_else(Finished::Failed);
            if sender.send((kind, finished)).is_ok() {
                waker();
            }
        };
        if let Err(error) = jobs::run("errand", move || carry_out(task, &store, &settings), done)
            && failed.send((kind, Finished::Failed(error))).is_err()
        {
            log::error!("an errand could not be started");
        }
    }

    fn finished(&mut self) -> Vec<Finished> {
        let mut all = Vec::new();
        for (kind, finished) in self.receiver.try_iter() {
            self.running.remove(&kind);
            all.push(finished);
        }
        all
    }

    fn copy_rich(&mut self, copied: &jobs::Copied) -> bool {
        if self.clipboard.is_none() {
            self.clipboard = arboard::Clipboard::new().map_err(|error| log::info!("the clipboard: {error}")).ok();
        }
        let Some(clipboard) = &mut self.clipboard else { return false };
        let put = clipboard.set_html(copied.html.as_str(), Some(copied.text.as_str()));
        put.map_err(|error| log::info!("the clipboard takes no tables: {error}")).is_ok()
    }
}

fn carry_out(task: Task, store: &Store, settings: &Settings) -> Result<Finished> {
    match task {
        Task::ExportMinutes(meeting, format) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let path = jobs::minutes_file(store, (meeting, format), settings, &tr, None)?;
            reveal(&path)?;
            Ok(Finished::Exported(path))
        }
        Task::ExportRegister(asked) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let path = jobs::register_file(store, &asked, (settings, &tr), asked.which.today)?;
            reveal(&path)?;
            Ok(Finished::PaperWritten(path))
        }
        Task::WritePaper(paper) => write_paper(&paper, store, settings),
        Task::WriteReport(asked) => write_report(&asked, store, settings),
        Task::WriteLetter(ask) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let path = jobs::letter_file(store, &ask.letter, (settings, &tr), Date::today(), None)?;
            reveal(&path)?;
            Ok(Finished::LetterWritten { ask, path })
        }
        Task::ExportAddendum(meeting, addendum) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let path = jobs::addendum_pdf(store, (meeting, addendum), settings, &tr, None)?;
            reveal(&path)?;
            Ok(Finished::Exported(path))
        }
        Task::Compare(ask) => {
            let rows = jobs::compare_minutes(store, ask.meeting, &ask.earlier, &ask.later)?;
            Ok(Finished::Compared(ask, rows))
        }
        Task::Pick(choice) => pick(choice, store, settings),
        Task::Open(document) => open_kept(store, document),
        Task::SaveCopy { document, to, may_replace } => {
            jobs::save_copy(store, document, &to, may_replace).map(Finished::CopySaved)
        }
        Task::InstallLogo(kind, picture) => {
            jobs::install_logo(&picture, store.folder()).map(|name| Finished::LogoInstalled(kind, name))
        }
        Task::WriteSubject { subject, format, to, may_replace } => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let wanted = (&*subject, format);
            let path = jobs::write_subject_to(store, wanted, (settings, &tr), jobs::unix_now(), (&to, may_replace))?;
            reveal(&path)?;
            Ok(Finished::PaperWritten(path))
        }
        Task::PickPaperFile(subject, format) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let name = jobs::made(store, &subject, (settings, &tr), jobs::unix_now())?.name;
            let started = Instant::now();
            let dialog = rfd::FileDialog::new().set_file_name(format!("{name}.{}", format.extension()));
            let choice = Choice::PaperFile(format);
            Ok(match dialog.save_file() {
                Some(path) => Finished::Picked(choice, path),
                None if was_never_shown(started) => Finished::PickUnavailable(choice),
                None => Finished::PickCancelled(choice),
            })
        }
        Task::Print(subject) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let file = jobs::write_for_printer(store, &subject, (settings, &tr), jobs::unix_now())?;
            jobs::print(&file).map(Finished::Printed)
        }
        Task::CopyPaper(subject) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let made = jobs::made(store, &subject, (settings, &tr), jobs::unix_now())?;
            Ok(Finished::PaperCopied(made.copied()))
        }
        Task::Batch(asked, watch) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let done = jobs::write_batch(store, &asked, &watch, (settings, &tr), jobs::unix_now());
            Ok(Finished::BatchEnded(asked.folder, done))
        }
        Task::Rescue(folder, unsent) => store.rescue(&folder, &unsent).map(Finished::Rescued),
        Task::ReadList(target, path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let (target, sheets) = jobs::open_list(store, &path, target, &tr)?;
            Ok(Finished::ListRead(target, name, sheets))
        }
        Task::PlanImport(ask) => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let planned = jobs::plan_import(store, &ask.sheets, &ask.asked, &tr);
            Ok(Finished::ImportPlanned(ask.asked, Box::new(planned)))
        }
        Task::RememberColumns(asked) => jobs::remember(store, &asked).map(|()| Finished::Opened),
        Task::WriteReported { which, sheets, planned, to } => {
            let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
            let path = jobs::write_reported(which, (&sheets, &planned), &to, &tr)?;
            Ok(Finished::ReportedWritten(which, path))
        }
        Task::Reveal(path) => reveal(&path).map(|()| Finished::Exported(path)),
    }
}

/// A paper as a file that is opened, or as the text for a message.
fn write_paper(paper: &Paper, store: &Store, settings: &Settings) -> Result<Finished> {
    let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let now = jobs::unix_now();
    if paper.format == PaperFormat::Text {
        let written = jobs::written(store, paper, settings, &tr, now)?;
        let texts: Vec<String> =
            written.iter().map(|paper| String::from_utf8_lossy(&paper.bytes).into_owned()).collect();
        return Ok(Finished::TextWritten(texts.join("\n")));
    }
    let path = jobs::write_papers(store, paper, settings, &tr, now)?;
    reveal(&path)?;
    Ok(Finished::PaperWritten(path))
}

/// A report as a file that is opened, or as the text for a message.
fn write_report(asked: &ReportAsked, store: &Store, settings: &Settings) -> Result<Finished> {
    let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
    if asked.format == SheetFormat::Paper(PaperFormat::Text) {
        let (_, bytes) = jobs::report(store, asked, (settings, &tr), Date::today())?;
        return Ok(Finished::ReportCopied(String::from_utf8_lossy(&bytes).into_owned()));
    }
    let path = jobs::report_file(store, asked, (settings, &tr), Date::today(), None)?;
    reveal(&path)?;
    Ok(Finished::PaperWritten(path))
}

/// Opens a file in the system's own program. Where there is none the file is there all the same.
fn reveal(path: &std::path::Path) -> Result<()> {
    open::that_detached(path).or_else(|error| {
        log::info!("{}: {error}", path.display());
        if path.exists() {
            Ok(())
        } else {
            Err(Error::new(ErrorKind::FileUnreadable(path.display().to_string()), error))
        }
    })
}

/// Opens a copy of a kept file. Where no program takes it, the person hears of it.
fn open_kept(store: &Store, document: DocumentId) -> Result<Finished> {
    let path = jobs::copy_to_open(store, document)?;
    open::that_detached(&path).map_err(|error| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Error::new(ErrorKind::FileUnopened(name), error)
    })?;
    Ok(Finished::Opened)
}

/// Was a dialog that began then, and gave nothing, never shown? Then the window asks for the path itself.
fn was_never_shown(started: Instant) -> bool {
    cfg!(target_os = "linux") && started.elapsed() < NEVER_SHOWN
}

/// What became of the question for a folder, where there is no store yet that could ask it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PickedFolder {
    /// This one.
    This(PathBuf),
    /// The dialog was closed without a choice.
    Nothing,
    /// This system has no dialog.
    NoDialog,
}

/// The system's dialog for a folder. It waits: for a thread of its own.
pub(super) fn pick_folder() -> PickedFolder {
    let started = Instant::now();
    match rfd::FileDialog::new().pick_folder() {
        Some(path) => PickedFolder::This(path),
        None if was_never_shown(started) => PickedFolder::NoDialog,
        None => PickedFolder::Nothing,
    }
}

fn pick(choice: Choice, store: &Store, settings: &Settings) -> Result<Finished> {
    let started = Instant::now();
    let dialog = rfd::FileDialog::new();
    let picked: Option<PathBuf> = match choice {
        Choice::Logo | Choice::PaperLogo(_) => {
            dialog.add_filter("PNG, JPEG, SVG", &["png", "jpg", "jpeg", "svg"]).pick_file()
        }
        Choice::ExportFolder
        | Choice::BackupFolder
        | Choice::RescueFolder
        | Choice::StoreFolder
        | Choice::BatchFolder => dialog.pick_folder(),
        Choice::PaperFile(_) => dialog.save_file(),
        Choice::Files(record) => match dialog.pick_files() {
            Some(paths) => return Ok(Finished::PickedFiles(record, paths)),
            None => None,
        },
        Choice::List(_) => {
            let endings = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "vcf", "ics"];
            dialog.add_filter("XLSX, XLS, ODS, CSV, VCF, ICS", &endings).pick_file()
        }
        Choice::ReportedRows(which) => {
            let name = jobs::reported_file(which, &Tr::new(settings.language, settings.digits));
            dialog.add_filter("XLSX", &["xlsx"]).set_file_name(name).save_file()
        }
        Choice::CopyOf(document) => {
            let name = safe_file_name(&store.read(DocumentFile { id: document })?.file_name);
            dialog.set_file_name(name).save_file()
        }
    };
    Ok(match picked {
        Some(path) => Finished::Picked(choice, path),
        None if was_never_shown(started) => Finished::PickUnavailable(choice),
        None => Finished::PickCancelled(choice),
    })
}
