//! The papers that go out before a meeting: which, in which form, and for whom.

use super::{MeetingId, Record};
use serde::{Deserialize, Serialize};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// A letter of invitation.
    Invitation,
    /// All letters of invitation, in one file.
    Invitations,
    /// What is to be spoken of, by whom and when, with what is open from before.
    Agenda,
    /// The list of those who are invited, with room to sign in.
    SigningSheet,
    /// Everything open with each body that is invited.
    Preparation,
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperFormat {
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
    Markdown,
    /// For other programs.
    Json,
}

/// In which form a register is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetFormat {
    /// A workbook.
    Xlsx,
    /// For any spreadsheet.
    Csv,
    /// As a paper; as JSON it is rows, too.
    Paper(PaperFormat),
}

impl SheetFormat {
    /// The paper that a reader gets; `None` where rows stay rows with their values as they are.
    pub const fn paper(self) -> Option<PaperFormat> {
        match self {
            Self::Xlsx | Self::Csv | Self::Paper(PaperFormat::Json) => None,
            Self::Paper(format) => Some(format),
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Paper {
    /// What is written.
    pub kind: PaperKind,
    /// In which form.
    pub format: PaperFormat,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// For these bodies and people, each its own letter; for none of them by name: one for all.
    pub whom: Vec<Record>,
}

impl PaperKind {
    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Invitation => "paper-invitation",
            Self::Invitations => "paper-invitations",
            Self::Agenda => "paper-agenda",
            Self::SigningSheet => "paper-signing-sheet",
            Self::Preparation => "paper-preparation",
        }
    }
}

impl PaperFormat {
    /// Those in which any paper goes out, as they are offered. A calendar's file is only of an invitation.
    pub const OF_PAPERS: [Self; 6] = [Self::Pdf, Self::Docx, Self::Html, Self::Markdown, Self::Text, Self::Json];

    /// The key of its short name, behind what it is of: «ملف الجهة (PDF)».
    pub const fn short_key(self) -> &'static str {
        match self {
            Self::Pdf => "sheet-format-pdf",
            Self::Docx => "sheet-format-docx",
            Self::Ics | Self::Text | Self::Html | Self::Markdown | Self::Json => self.label_key(),
        }
    }

    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Pdf => "paper-format-pdf",
            Self::Docx => "paper-format-docx",
            Self::Ics => "paper-format-ics",
            Self::Text => "paper-format-text",
            Self::Html => "paper-format-html",
            Self::Markdown => "paper-format-markdown",
            Self::Json => "paper-format-json",
        }
    }

    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Ics => "ics",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

impl SheetFormat {
    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Xlsx => "sheet-format-xlsx",
            Self::Csv => "sheet-format-csv",
            Self::Paper(format) => format.label_key(),
        }
    }

    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Paper(format) => format.extension(),
        }
    }
}
