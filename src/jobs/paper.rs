//! Any paper, whatever it is of: the documents it has, for whoever shows, prints, copies or writes it.

use super::approved::{Kept, approved};
use super::attachments::opened_folder;
use super::letter::letter_document;
use super::minutes::{addendum_document, document, facts, keep, minutes_name};
use super::papers::{in_form, paper_documents};
use super::press::press_document;
use super::register::{self, RegisterAsked};
use super::reports::report_document;
use super::sample::sample;
use super::{free_name, write_whole};
use crate::calendar::Date;
use crate::documents::pdf::{Pages, Writer};
use crate::documents::{Document, docx, file_name, html, named_file, pdf, text};
use crate::domain::{
    AddendumId, Letter, MeetingId, Paper, PaperFormat, PaperTemplates, Report, Settings, TemplateKind,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::MeetingPage;
use crate::strings::Tr;
use crate::tr;
use std::path::{Path, PathBuf};

/// So many names are tried beside files that are there.
const ATTEMPTS: u32 = 200;

/// A paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The minutes of a meeting.
    Minutes(MeetingId),
    /// What adds to them.
    Addendum(MeetingId, AddendumId),
    /// A paper before a meeting, whatever its form.
    Paper(Paper),
    /// The press item of a meeting, for that newspaper.
    Press(MeetingId, String),
    /// A report, whatever its form.
    Report(Report),
    /// A letter.
    Letter(Box<Letter>),
    /// A register as it is shown.
    Register(Box<RegisterAsked>),
    /// A paper of that sort as these templates make it.
    Sample(TemplateKind, Box<PaperTemplates>),
}

/// A paper's documents.
pub struct Made {
    /// What its file is called, without an ending.
    pub name: String,
    documents: Vec<Kept>,
}

/// A paper for the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// For programs that know tables and headings.
    pub html: String,
    /// For all others.
    pub text: String,
}

/// Makes a paper; `now` is in Unix seconds.
///
/// # Errors
/// What it is of is not there, or it can't be composed.
pub fn made(store: &Store, subject: &Subject, (settings, tr): (&Settings, &Tr), now: i64) -> Result<Made> {
    let new = |document: Document| Kept { document, template: None, kept_by: None };
    match subject {
        Subject::Minutes(meeting) => {
            let view = store.read(MeetingPage { id: *meeting })?;
            let kept = match view.meeting.content_hash.as_str() {
                "" => new(document(&facts(&view, (settings, tr), store.folder()), (tr, settings), store.folder())),
                hash => approved(store, hash, &view.meeting.minutes_number)?,
            };
            Ok(Made { name: stem(&minutes_name(&view, tr, "pdf")), documents: vec![kept] })
        }
        Subject::Addendum(meeting, addendum) => {
            let view = store.read(MeetingPage { id: *meeting })?;
            let row = view.addenda.iter().find(|row| row.id == *addendum);
            let row = row.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{addendum:?}")))?;
            let kept = match row.content_hash.as_str() {
                "" => new(addendum_document(&view, row, settings, store.folder(), tr)),
                hash => approved(store, hash, &row.number)?,
            };
            let number = if row.number.is_empty() { &view.meeting.minutes_number } else { &row.number };
            let name = file_name(tr, number, &view.meeting.title, view.meeting.date, "pdf");
            Ok(Made { name: stem(&name), documents: vec![kept] })
        }
        Subject::Paper(paper) => {
            let (name, documents) = paper_documents(store, paper, settings, tr, now)?;
            Ok(Made { name, documents: documents.into_iter().map(new).collect() })
        }
        Subject::Press(meeting, outlet) => {
            let view = store.read(MeetingPage { id: *meeting })?;
            let document = press_document(store, *meeting, (outlet, false), settings, tr)?;
            let about = (view.meeting.number.as_str(), view.meeting.title.as_str());
            let name = named_file(&tr!(tr, "paper-press"), about, outlet, view.meeting.date, "pdf");
            Ok(Made { name: stem(&name), documents: vec![new(document)] })
        }
        Subject::Report(report) => {
            let (name, document) = report_document(store, report, (settings, tr), Date::at_unix(now))?;
            Ok(Made { name, documents: vec![new(document)] })
        }
        Subject::Letter(letter) => {
            let today = Date::at_unix(now);
            let (whom, document) = letter_document(store, letter, (settings, tr), today)?;
            let about = (letter.number.as_str(), letter.subject.as_str());
            let date = letter.date.or(Some(today));
            let name = named_file(&tr!(tr, "letter-title"), about, &whom, date, "pdf");
            Ok(Made { name: stem(&name), documents: vec![new(document)] })
        }
        Subject::Register(asked) => {
            let today = Date::at_unix(now);
            let document = register::document(store, asked, (settings, tr), today)?;
            let name = named_file(&tr!(tr, &asked.title_key), ("", ""), "", Some(today), "pdf");
            Ok(Made { name: stem(&name), documents: vec![new(document)] })
        }
        Subject::Sample(kind, templates) => {
            let settings = Settings { papers: (**templates).clone(), ..settings.clone() };
            let document = sample(store, *kind, (&settings, tr), now)?;
            Ok(Made { name: tr!(tr, kind.label_key()), documents: vec![new(document)] })
        }
    }
}

fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

impl Made {
    /// The file's content; several documents follow each other in it.
    ///
    /// # Errors
    /// It can't be composed.
    pub fn bytes(&self, format: PaperFormat) -> Result<Vec<u8>> {
        let documents = || self.documents.iter().map(|kept| kept.document.clone()).collect::<Vec<_>>();
        match (self.documents.as_slice(), format) {
            ([only], PaperFormat::Pdf) => only.written(),
            ([only], _) => in_form(&only.document, format),
            (_, PaperFormat::Pdf) => pdf::write_several(&documents()),
            (_, PaperFormat::Docx) => docx::write_several(&documents()),
            (several, _) => {
                let all = several.iter().map(|kept| in_form(&kept.document, format)).collect::<Result<Vec<_>>>()?;
                Ok(all.join(&b'\n'))
            }
        }
    }

    /// The pages of each of its documents, as its PDF has them.
    ///
    /// # Errors
    /// It can't be composed.
    pub fn pages(&self, writer: &Writer) -> Result<Vec<Pages>> {
        let pages = |kept: &Kept| match &kept.template {
            Some(template) => Writer::with_template(template).pages(&kept.document),
            None => writer.pages(&kept.document),
        };
        self.documents.iter().map(pages).collect()
    }

    /// For the clipboard.
    pub fn copied(&self) -> Copied {
        let all = |one: &dyn Fn(&Document) -> String| -> String {
            self.documents.iter().map(|kept| one(&kept.document)).collect::<Vec<_>>().join("\n")
        };
        Copied { html: all(&html::fragment), text: all(&text::write) }
    }

    /// The keys of its sections and their headings.
    pub fn sections(&self) -> Vec<(&'static str, String)> {
        let all = self.documents.iter().flat_map(|kept| &kept.document.sections);
        all.filter(|section| !section.key.is_empty()).map(|it| (it.key, it.heading.clone())).collect()
    }
}

/// Writes a paper: to `to`, or under its own name where documents go. Answers the path.
///
/// # Errors
/// As [`made`], and where the file can't be written.
pub fn write_subject(
    store: &Store,
    (subject, format): (&Subject, PaperFormat),
    (settings, tr): (&Settings, &Tr),
    now: i64,
    to: Option<&Path>,
) -> Result<PathBuf> {
    let made = made(store, subject, (settings, tr), now)?;
    let bytes = made.bytes(format)?;
    let name = [made.name.as_str(), format.extension()].join(".");
    keep(store, settings, &name, &bytes, to)
}

/// Writes a paper to a place that a person named: the file, or a folder that gets it under its own name. Where nobody was
/// asked whether what is there may be replaced, another name is found beside it.
///
/// # Errors
/// As [`write_subject`].
pub fn write_subject_to(
    store: &Store,
    (subject, format): (&Subject, PaperFormat),
    (settings, tr): (&Settings, &Tr),
    now: i64,
    (to, may_replace): (&Path, bool),
) -> Result<PathBuf> {
    let made = made(store, subject, (settings, tr), now)?;
    let bytes = made.bytes(format)?;
    let wanted = if to.is_dir() { to.join(format!("{}.{}", made.name, format.extension())) } else { to.to_owned() };
    let (folder, own) = (wanted.parent().unwrap_or(Path::new("")), wanted.file_name().unwrap_or_default());
    let own = own.to_string_lossy();
    let free = (0..ATTEMPTS).map(|attempt| free_name(folder, &own, attempt)).find(|path| !path.exists());
    let path = if may_replace { wanted } else { free.unwrap_or(wanted) };
    write_whole(&path, &bytes)?;
    Ok(path)
}

/// Writes a paper's PDF where only this person reads it, for a printer. Answers the path.
///
/// # Errors
/// As [`write_subject`].
pub fn write_for_printer(
    store: &Store,
    subject: &Subject,
    (settings, tr): (&Settings, &Tr),
    now: i64,
) -> Result<PathBuf> {
    let made = made(store, subject, (settings, tr), now)?;
    // What was printed before may still be read by the printer's queue.
    let folder = opened_folder(store)?.join(uuid::Uuid::now_v7().simple().to_string());
    let path = folder.join(format!("{}.pdf", made.name));
    write_whole(&path, &made.bytes(PaperFormat::Pdf)?)?;
    Ok(path)
}
