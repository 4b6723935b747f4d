//! What can be said on the command line.

use super::reported::{LetterArguments, PeriodArguments};
use crate::domain::{PaperFormat, SheetFormat, TemplateKind};
use crate::import::{Duplicates, Target};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Tansiq: prepares a municipality's meetings with its NGOs, keeps what comes out of them, and hands out the minutes.
///
/// Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "tansiq", version)]
pub struct Arguments {
    /// The folder that holds the store; without it, the user's own, or `tansiq-data` beside the program.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The language of messages and documents; without it, the store's for documents and the system's for messages.
    #[arg(long, global = true, value_name = "ar|en")]
    pub language: Option<LanguageChoice>,
    /// The job to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageChoice {
    /// Arabic.
    Ar,
    /// English.
    En,
}

/// A job without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a small sample store with invented names.
    Demo,
    /// Makes a large realistic store, for measuring.
    Generate {
        /// How many meetings.
        #[arg(long, value_name = "N")]
        meetings: u32,
        /// About how many records in all, people and bodies included; without it some 25 a meeting, at least seven.
        #[arg(long, value_name = "N")]
        records: Option<u32>,
        /// The same seed makes the same store.
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
    },
    /// Writes a document.
    Export {
        /// Which document.
        #[command(subcommand)]
        document: ExportDocument,
    },
    /// Takes a list in: XLSX, XLS, ODS, CSV, contacts (vCard), a calendar (ICS). All of it is one step of undo.
    Import(ImportArguments),
    /// Finds words anywhere in the store.
    Search {
        /// The words; spelling variants and inflections are found too.
        text: String,
        /// Answers as JSON: `[{"kind", "number", "title", "snippet", "date"}]`.
        #[arg(long)]
        json: bool,
    },
    /// Reads a date in either calendar, or a phrase such as «بعد أسبوعين».
    Date {
        /// The date as typed.
        text: String,
        /// Answers as JSON: `{"gregorian", "hijri", "weekday"}`.
        #[arg(long)]
        json: bool,
    },
    /// Reads a pasted text (a news item, an invitation, a letter, messages): the meeting, people, bodies and what came out
    /// of it. With `--data` it is matched with that store.
    Intake {
        /// The file, or `-` for what comes on stdin.
        file: PathBuf,
        /// Answers as JSON: `{"meeting", "people", "organisations", "goals", "topics", "proposals", "decisions",
        /// "follow_ups", "missing"}`; what the text does not say is null.
        #[arg(long)]
        json: bool,
        /// The day that «غدًا» and the like count from; without it, today.
        #[arg(long, value_name = "DATE")]
        today: Option<String>,
        /// Keeps what was found, in one step. The same text makes nothing a second time; one about a meeting of the
        /// register, of the same title on the same day, adds what that lacks.
        #[arg(long)]
        save: bool,
        /// It is another meeting than the one of that title on that day.
        #[arg(long, requires = "save")]
        another: bool,
    },
    /// Checks the store: its file, the search index, the kept figures, the log's chain, the approved minutes, the files kept
    /// with records.
    Check,
    /// Says whether a PDF is the minutes as they were approved, to the byte.
    Verify {
        /// The file.
        file: PathBuf,
    },
    /// Writes a checked copy of the store, and the files it refers to into the folder `tansiq-files` beside it.
    Backup {
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// What is said of a list that comes in.
#[derive(Clone, Debug, Args)]
pub struct ImportArguments {
    /// What the list is of.
    pub list: ListChoice,
    /// The file.
    pub file: PathBuf,
    /// Nothing is written; the answer says what would be.
    #[arg(long)]
    pub dry_run: bool,
    /// Answers as JSON: the columns, the counts, and a verdict for each row.
    #[arg(long)]
    pub json: bool,
    /// The sheet by its name; without it, the one whose columns are known best.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// A column by its name or its letter, and the field it holds; `COLUMN=` passes it over. May be said several times, and is
    /// remembered.
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub mapping: Vec<String>,
    /// What becomes of rows whose record is there already.
    #[arg(long, default_value = "skip")]
    pub duplicates: DuplicatesChoice,
    /// What becomes of a single one of these rows, by its number in the sheet: `12=update`. May be said several times.
    #[arg(long, value_name = "ROW=CHOICE")]
    pub row: Vec<String>,
    /// Writes the rows that are refused, each with its reason, to this XLSX file.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListChoice {
    /// Bodies: charities and all others.
    Organisations,
    /// People.
    People,
    /// An old register of recommendations, decisions and follow-ups.
    Register,
    /// Proposals and initiatives.
    Proposals,
    /// Meetings.
    Meetings,
}

impl From<ListChoice> for Target {
    fn from(list: ListChoice) -> Self {
        match list {
            ListChoice::Organisations => Self::Organisations,
            ListChoice::People => Self::People,
            ListChoice::Register => Self::Register,
            ListChoice::Proposals => Self::Proposals,
            ListChoice::Meetings => Self::Meetings,
        }
    }
}

/// What becomes of rows whose record is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DuplicatesChoice {
    /// They are passed over.
    Skip,
    /// What they say is written onto that record; what they leave empty stays.
    Update,
    /// They become records of their own.
    New,
}

impl From<DuplicatesChoice> for Duplicates {
    fn from(choice: DuplicatesChoice) -> Self {
        match choice {
            DuplicatesChoice::Skip => Self::Skip,
            DuplicatesChoice::Update => Self::Update,
            DuplicatesChoice::New => Self::New,
        }
    }
}

/// A document to export.
#[derive(Debug, Subcommand)]
pub enum ExportDocument {
    /// The minutes of a meeting.
    Minutes {
        /// The meeting's number or its whole title; `last` for the last one held, `next` for the one that stands ahead.
        #[arg(long, value_name = "last|next|NUMBER|TITLE")]
        meeting: String,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// The letter of invitation to a meeting: one for all, or one for a body.
    Invitation {
        /// What is the same for all papers.
        #[command(flatten)]
        paper: PaperArguments,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: LetterFormat,
        /// The body that is invited; without it the letter is for all.
        #[arg(long, value_name = "NAME")]
        body: Option<String>,
        /// A letter for each body that is invited: all in one where `--out` is a PDF, else each as a file of its own in the
        /// folder `--out`.
        #[arg(long, conflicts_with = "body")]
        all: bool,
    },
    /// The press item of a meeting: what of it may be published, each claim a record.
    PressItem {
        /// What is the same for all papers.
        #[command(flatten)]
        paper: PaperArguments,
        /// The format.
        #[arg(long, default_value = "docx")]
        format: Format,
        /// The paper it goes to.
        #[arg(long, value_name = "NAME", default_value = "")]
        outlet: String,
        /// Name everybody who was there, and tell everything that came out of it, also what nobody has released. What is
        /// released stays as it is.
        #[arg(long)]
        tell_all: bool,
    },
    /// The papers of many meetings, bodies or partnerships, each as a file of its own, in one folder. What is large is written by child processes of
    /// this program, which give back what memory they took.
    Batch(BatchArguments),
    /// A register. Spreadsheets, CSV and JSON have all its fields; a paper (PDF, Word, HTML, Markdown, text) has those there is room for.
    Register {
        /// Which register.
        #[arg(long, default_value = "follow-ups")]
        of: RegisterChoice,
        /// The format.
        #[arg(long, default_value = "xlsx")]
        format: TableFormat,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// The agenda of a meeting, with the clock running through it and what is open from before.
    Agenda {
        /// What is the same for all papers.
        #[command(flatten)]
        paper: PaperArguments,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
    },
    /// Everything of a body: who it is, who is of it, what is open with it, what was agreed.
    Profile {
        /// The body's name, or another name of it.
        #[arg(long, value_name = "NAME")]
        body: String,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// The record of a partnership: its parties, what each took on, its term, who signed.
    Partnership {
        /// The partnership's number or its title.
        #[arg(long, value_name = "NUMBER|TITLE")]
        partnership: String,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// What was done in a time: meetings, decisions and how they stand, what is overdue, partnerships.
    Report {
        /// From when to when, and of whom.
        #[command(flatten)]
        period: PeriodArguments,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
    },
    /// The goals of Vision 2030 against the work: how much serves each, and what.
    Goals {
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: TableFormat,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// A letter to a body or to somebody.
    Letter {
        /// What it says, and to whom.
        #[command(flatten)]
        letter: LetterArguments,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
    },
    /// The list of those who are invited, with room to sign in.
    AttendanceSheet {
        /// What is the same for all papers.
        #[command(flatten)]
        paper: PaperArguments,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
    },
    /// Everything open with each body that is invited.
    Preparation {
        /// What is the same for all papers.
        #[command(flatten)]
        paper: PaperArguments,
        /// The format.
        #[arg(long, default_value = "pdf")]
        format: Format,
        /// Only what is open with this body.
        #[arg(long, value_name = "NAME")]
        body: Option<String>,
    },
}

/// What is said of a batch of papers.
#[derive(Clone, Debug, Args)]
pub struct BatchArguments {
    /// Which papers; may be said several times. Without it minutes of meetings, profiles of bodies, records of partnerships.
    #[arg(long, value_name = "PAPER")]
    pub of: Vec<BatchPaper>,
    /// A meeting's number or its whole title, `last` or `next`; may be said several times.
    #[arg(
        long,
        value_name = "last|next|NUMBER|TITLE",
        required_unless_present_any = ["all", "request", "body", "partnership"]
    )]
    pub meeting: Vec<String>,
    /// A body's name, or another name of it; may be said several times.
    #[arg(long, value_name = "NAME")]
    pub body: Vec<String>,
    /// A partnership's number or its title; may be said several times.
    #[arg(long, value_name = "NUMBER|TITLE")]
    pub partnership: Vec<String>,
    /// Of all that have such papers.
    #[arg(long, conflicts_with_all = ["meeting", "body", "partnership"])]
    pub all: bool,
    /// The format.
    #[arg(long, default_value = "pdf")]
    pub format: Format,
    /// The folder.
    #[arg(long, value_name = "DIR", required_unless_present = "request")]
    pub out: Option<PathBuf>,
    /// Reads what to write on stdin and says how far it is on stdout: what the program asks its own child processes.
    #[arg(long, hide = true)]
    pub request: bool,
    /// In the store's own language, whatever messages are in.
    #[arg(long, hide = true, requires = "request")]
    pub as_store: bool,
}

/// A paper of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BatchPaper {
    /// The minutes.
    Minutes,
    /// What is to be spoken of, by whom and when.
    Agenda,
    /// The letters of invitation, all in one file.
    Invitations,
    /// The list of those who are invited, with room to sign in.
    AttendanceSheet,
    /// Everything open with each body that is invited.
    Preparation,
    /// The press item.
    PressItem,
    /// Everything of a body.
    Profile,
    /// The record of a partnership.
    Partnership,
}

impl From<BatchPaper> for TemplateKind {
    fn from(paper: BatchPaper) -> Self {
        match paper {
            BatchPaper::Minutes => Self::Minutes,
            BatchPaper::Agenda => Self::Agenda,
            BatchPaper::Invitations => Self::Invitation,
            BatchPaper::AttendanceSheet => Self::SigningSheet,
            BatchPaper::Preparation => Self::Preparation,
            BatchPaper::PressItem => Self::PressItem,
            BatchPaper::Profile => Self::Profile,
            BatchPaper::Partnership => Self::Partnership,
        }
    }
}

/// What is said of any paper before a meeting.
#[derive(Clone, Debug, Args)]
pub struct PaperArguments {
    /// The meeting's number or its whole title; `last` for the last one held, `next` for the one that stands ahead.
    #[arg(long, value_name = "last|next|NUMBER|TITLE")]
    pub meeting: String,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// The format of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LetterFormat {
    /// For paper.
    Pdf,
    /// To go on writing.
    Docx,
    /// For a calendar.
    Ics,
    /// For a message.
    Text,
    /// For a browser.
    Html,
    /// For notes and wikis.
    #[value(alias = "markdown")]
    Md,
    /// For other programs.
    Json,
}

impl From<LetterFormat> for PaperFormat {
    fn from(format: LetterFormat) -> Self {
        match format {
            LetterFormat::Pdf => Self::Pdf,
            LetterFormat::Docx => Self::Docx,
            LetterFormat::Ics => Self::Ics,
            LetterFormat::Text => Self::Text,
            LetterFormat::Html => Self::Html,
            LetterFormat::Md => Self::Markdown,
            LetterFormat::Json => Self::Json,
        }
    }
}

/// A document's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For paper and signature.
    Pdf,
    /// To go on writing.
    Docx,
    /// For a message.
    Text,
    /// For a browser.
    Html,
    /// For notes and wikis.
    #[value(alias = "markdown")]
    Md,
    /// For other programs.
    Json,
}

impl From<Format> for PaperFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Pdf => Self::Pdf,
            Format::Docx => Self::Docx,
            Format::Text => Self::Text,
            Format::Html => Self::Html,
            Format::Md => Self::Markdown,
            Format::Json => Self::Json,
        }
    }
}

impl From<Format> for SheetFormat {
    fn from(format: Format) -> Self {
        Self::Paper(format.into())
    }
}

/// A register on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RegisterChoice {
    /// What somebody owes: recommendations, decisions, follow-ups, obligations.
    FollowUps,
    /// Initiatives and proposals.
    Proposals,
    /// Challenges and opportunities.
    Challenges,
    /// Meetings.
    Meetings,
    /// Partnerships.
    Partnerships,
    /// Changes in laws and by-laws.
    Regulations,
    /// Bodies.
    Organisations,
    /// People.
    People,
}

/// The format of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// A workbook.
    Xlsx,
    /// For any spreadsheet.
    Csv,
    /// For paper.
    Pdf,
    /// To go on writing.
    Docx,
    /// For a message.
    Text,
    /// For a browser.
    Html,
    /// For notes and wikis.
    #[value(alias = "markdown")]
    Md,
    /// For other programs.
    Json,
}

impl From<TableFormat> for SheetFormat {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Xlsx => Self::Xlsx,
            TableFormat::Csv => Self::Csv,
            TableFormat::Pdf => Self::Paper(PaperFormat::Pdf),
            TableFormat::Docx => Self::Paper(PaperFormat::Docx),
            TableFormat::Text => Self::Paper(PaperFormat::Text),
            TableFormat::Html => Self::Paper(PaperFormat::Html),
            TableFormat::Md => Self::Paper(PaperFormat::Markdown),
            TableFormat::Json => Self::Paper(PaperFormat::Json),
        }
    }
}
