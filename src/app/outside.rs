//! The seam between the window and what it cannot do itself: exports, the system's dialogs, files.
//!
//! The window starts a [`Task`] and goes on; what became of it comes back as a [`Finished`]. `jobs` carries tasks out on
//! threads of its own; tests put a recorder in its place.

use crate::domain::{
    AddendumId, ComparedRow, DocumentId, MeetingId, Paper, PaperFormat, Record, ReportAsked, Settings, TemplateKind,
};
use crate::error::{Error, Result};
use crate::import::{ImportAsked, ImportPlanned, Reported, Sheet, Target};
use crate::jobs::{BatchAsked, BatchDone, BatchWatch, Copied, Printed, RegisterAsked, Subject};
use crate::screens::import::ImportAsk;
use crate::screens::{Choice, CompareAsk, LetterAsk};
use crate::store::Store;
use std::path::PathBuf;
use std::sync::Arc;

/// Something to be done outside of the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// The minutes of a meeting as PDF, opened when done.
    ExportMinutes(MeetingId, PaperFormat),
    /// A register as it is shown, opened when done.
    ExportRegister(Box<RegisterAsked>),
    /// A paper before a meeting: opened when done; a text comes back to be copied.
    WritePaper(Paper),
    /// A report: opened when done; a text comes back to be copied.
    WriteReport(ReportAsked),
    /// A letter: opened when done.
    WriteLetter(Box<LetterAsk>),
    /// What adds to a meeting's minutes as PDF, opened when done.
    ExportAddendum(MeetingId, AddendumId),
    /// Two versions of minutes side by side.
    Compare(CompareAsk),
    /// The system's dialog for a folder or a file.
    Pick(Choice),
    /// A copy of this picture in the store's folder, as the logo: of all papers, or of that sort.
    InstallLogo(Option<TemplateKind>, PathBuf),
    /// A paper in that form, at this place.
    WriteSubject {
        /// Of what.
        subject: Box<Subject>,
        /// In which form.
        format: PaperFormat,
        /// The file to write, or a folder.
        to: PathBuf,
        /// The person has agreed to write over what is there.
        may_replace: bool,
    },
    /// The system's dialog for the file of that paper.
    PickPaperFile(Box<Subject>, PaperFormat),
    /// A paper goes to the printer.
    Print(Subject),
    /// A paper is made for the clipboard.
    CopyPaper(Subject),
    /// The papers of many records, one after the other.
    Batch(Box<BatchAsked>, BatchWatch),
    /// What could not be saved, as readable text in this folder; with the texts that no edit holds yet.
    Rescue(PathBuf, Vec<String>),
    /// A kept file in the system's own program: a copy of it.
    Open(DocumentId),
    /// A copy of a kept file at this place.
    SaveCopy {
        /// Which file.
        document: DocumentId,
        /// The file to write, or a folder.
        to: PathBuf,
        /// The person has agreed to write over what is there.
        may_replace: bool,
    },
    /// The sheets of a file that is to come in as a list, and what it is of; the page one stands on is of that.
    ReadList(Target, PathBuf),
    /// What would become of a list.
    PlanImport(ImportAsk),
    /// Keeps what a person said of a list's columns.
    RememberColumns(ImportAsked),
    /// The rows of a list that are refused, or not taken whole, as a workbook.
    WriteReported {
        /// Which of them.
        which: Reported,
        /// The sheets of its file.
        sheets: Arc<Vec<Sheet>>,
        /// What was found of them.
        planned: Arc<ImportPlanned>,
        /// The file to write.
        to: PathBuf,
    },
    /// Shows a file or a folder in the system's own program.
    Reveal(PathBuf),
}

/// What became of a task.
#[derive(Clone, Debug, PartialEq)]
pub enum Finished {
    /// The minutes lie here.
    Exported(PathBuf),
    /// The paper lies here; several lie in this folder.
    PaperWritten(PathBuf),
    /// The letter lies here.
    LetterWritten {
        /// What was asked for.
        ask: Box<LetterAsk>,
        /// The file.
        path: PathBuf,
    },
    /// This text of an invitation is to be copied.
    TextWritten(String),
    /// This text of a report is to be copied.
    ReportCopied(String),
    /// What two versions of minutes say.
    Compared(CompareAsk, Vec<ComparedRow>),
    /// This was picked.
    Picked(Choice, PathBuf),
    /// These files were picked for a record.
    PickedFiles(Record, Vec<PathBuf>),
    /// The copy of a kept file lies here.
    CopySaved(PathBuf),
    /// Such rows of a list lie here.
    ReportedWritten(Reported, PathBuf),
    /// A list was read: what it is to be of, its file's name, its sheets.
    ListRead(Target, String, Vec<Sheet>),
    /// A list was looked at.
    ImportPlanned(ImportAsked, Box<Result<ImportPlanned>>),
    /// It is shown.
    Opened,
    /// The dialog was closed without a choice.
    PickCancelled(Choice),
    /// This system has no dialog: the window asks for the path itself.
    PickUnavailable(Choice),
    /// The logo is in the store's folder under this name.
    LogoInstalled(Option<TemplateKind>, String),
    /// The paper is to be put on the clipboard.
    PaperCopied(Copied),
    /// The paper is on its way to the printer.
    Printed(Printed),
    /// The batch has ended: what became of it, and in which folder.
    BatchEnded(PathBuf, Result<BatchDone>),
    /// What could not be saved lies here.
    Rescued(PathBuf),
    /// It failed.
    Failed(Error),
}

/// Who carries tasks out.
pub trait Outside {
    /// Starts a task and returns at once. `settings` say where documents go and what stands at their head.
    fn start(&mut self, task: Task, store: &Store, settings: &Settings);
    /// What has finished since the last call. Whoever finishes something asks the window to draw.
    fn finished(&mut self) -> Vec<Finished>;
    /// Puts a paper on the clipboard, with its tables and as plain text; `false` where this system takes plain text only.
    fn copy_rich(&mut self, _copied: &Copied) -> bool {
        false
    }
    /// How far the running task is, from 0 to 1, and how it is called; `None` when nothing runs.
    fn progress(&self) -> Option<f32> {
        None
    }
}
