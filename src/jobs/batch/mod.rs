//! The papers of many records, meetings mostly, one after the other, into a folder: with progress, and called off at any time.
//!
//! What is large goes to a child process of this same program: what composes papers does not give its memory back, and a
//! fault in it ends the child and not the window. A child writes a stretch of them; then another one goes on.

mod child;
mod watch;

pub use child::serve;
pub use watch::BatchWatch;

use super::paper::{Subject, made};
use super::write_whole;
use crate::domain::{
    Entity, MeetingId, OrganisationId, Paper, PaperFormat, PaperKind, PartnershipId, Record, Report, Settings,
    TemplateKind,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::{MeetingPage, RecordPage};
use crate::strings::{Language, Tr};
use crate::tr;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// More papers than that go to a child.
const IN_PROCESS: usize = 6;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchAsked {
    /// Whose.
    pub records: Vec<Record>,
    /// Which papers of each that has them.
    pub papers: Vec<TemplateKind>,
    /// In which form.
    pub format: PaperFormat,
    /// Where to.
    pub folder: PathBuf,
    /// In the language of whoever asks, where that is not the store's.
    pub language: Option<Language>,
    /// In which language whoever asks hears what could not be written; nothing: that of the papers.
    pub told_in: Option<Language>,
    /// The program that writes what is large; nothing: everything is written here.
    pub program: Option<PathBuf>,
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchDone {
    /// How many papers there are.
    pub written: usize,
    /// Those that could not be written: of what, and why.
    pub refused: Vec<(String, String)>,
    /// It was called off.
    pub is_cancelled: bool,
}

/// One paper of the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchItem {
    /// Of which record; its sort tells of what.
    of: i64,
    /// Its place among [`TemplateKind::ALL`].
    kind: usize,
}

impl BatchItem {
    fn kind(self) -> Option<TemplateKind> {
        TemplateKind::ALL.get(self.kind).copied()
    }

    fn subject(self) -> Option<Subject> {
        let meeting = MeetingId(self.of);
        let paper = |kind| Subject::Paper(Paper { kind, format: PaperFormat::Pdf, meeting, whom: Vec::new() });
        match self.kind()? {
            TemplateKind::Minutes => Some(Subject::Minutes(meeting)),
            TemplateKind::Agenda => Some(paper(PaperKind::Agenda)),
            TemplateKind::Invitation => Some(paper(PaperKind::Invitations)),
            TemplateKind::SigningSheet => Some(paper(PaperKind::SigningSheet)),
            TemplateKind::Preparation => Some(paper(PaperKind::Preparation)),
            TemplateKind::PressItem => Some(Subject::Press(meeting, String::new())),
            TemplateKind::Profile => Some(Subject::Report(Report::Profile(OrganisationId(self.of)))),
            TemplateKind::Partnership => Some(Subject::Report(Report::Partnership(PartnershipId(self.of)))),
            TemplateKind::Addendum
            | TemplateKind::Letter
            | TemplateKind::Period
            | TemplateKind::Goals
            | TemplateKind::Register => None,
        }
    }
}

/// Has such a record that paper, for itself alone?
fn is_paper_of(entity: Entity, kind: TemplateKind) -> bool {
    TemplateKind::of_record(entity).contains(&kind)
}

impl BatchAsked {
    /// Each paper of each record, in their order.
    fn items(&self) -> Vec<BatchItem> {
        let place = |kind: TemplateKind| TemplateKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        let of = |record: &Record| {
            let (of, entity) = (record.id, record.entity);
            let its = self.papers.iter().filter(move |kind| is_paper_of(entity, **kind));
            its.map(move |kind| BatchItem { of, kind: place(*kind) })
        };
        self.records.iter().flat_map(of).collect()
    }

    /// The words of whoever asks, where those are not the papers'.
    fn told(&self, tr: &Tr) -> Option<Tr> {
        self.told_in.filter(|language| *language != tr.language()).map(|language| tr.in_language(language))
    }

    /// How many papers that are.
    pub fn count(&self) -> usize {
        self.items().len()
    }
}

/// Writes them; `now` is in Unix seconds. One that can't be written is told of at the end; the others are written all the
/// same.
///
/// # Errors
/// [`ErrorKind::NothingToWrite`]; [`ErrorKind::BatchBroken`] where the child ended before its end; the folder can't be
/// written.
pub fn write_batch(
    store: &Store,
    asked: &BatchAsked,
    watch: &BatchWatch,
    (settings, tr): (&Settings, &Tr),
    now: i64,
) -> Result<BatchDone> {
    let items = asked.items();
    if items.is_empty() {
        return Err(Error::new(ErrorKind::NothingToWrite, ""));
    }
    watch.begin(items.len());
    std::fs::create_dir_all(&asked.folder)
        .map_err(|error| Error::new(ErrorKind::FileUnwritable(asked.folder.display().to_string()), error))?;
    match &asked.program {
        Some(program) if items.len() > IN_PROCESS => child::write_all(store, asked, &items, watch, (program, tr)),
        Some(_) | None => {
            let told = asked.told(tr);
            let told = told.as_ref().unwrap_or(tr);
            let mut writer = BatchWriter { store, asked, settings, words: (tr, told), now, names: HashSet::new() };
            let mut done = BatchDone::default();
            for item in items {
                if watch.is_cancelled() {
                    done.is_cancelled = true;
                    break;
                }
                match writer.write(item, |_| ()) {
                    Ok(name) => {
                        done.written += 1;
                        watch.tell(done.written + done.refused.len(), &name);
                    }
                    Err((name, error)) if is_fatal(&error) => {
                        log::warn!("{name}: {error}");
                        return Err(error);
                    }
                    Err((name, error)) => {
                        done.refused.push((name, error.message(told)));
                        watch.tell(done.written + done.refused.len(), "");
                    }
                }
            }
            Ok(done)
        }
    }
}

/// With these no other paper would fare better.
const fn is_fatal(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::DiskFull | ErrorKind::FileUnwritable(_) | ErrorKind::Disk)
}

/// Who writes papers one after the other.
struct BatchWriter<'a> {
    store: &'a Store,
    asked: &'a BatchAsked,
    settings: &'a Settings,
    /// Those of the papers, and those of whoever asks.
    words: (&'a Tr, &'a Tr),
    now: i64,
    /// The names that this batch has given.
    names: HashSet<String>,
}

impl BatchWriter<'_> {
    /// Writes one; `announce` hears its name before. Answers the name, or what could not be written and why.
    fn write(&mut self, item: BatchItem, announce: impl FnOnce(&str)) -> Result<String, (String, Error)> {
        let about = |error| (self.named(item), error);
        let subject = item.subject();
        let subject = subject.ok_or_else(|| about(Error::new(ErrorKind::NotFound, format!("{item:?}"))))?;
        let made = made(self.store, &subject, (self.settings, self.words.0), self.now).map_err(about)?;
        let bytes = made.bytes(self.asked.format).map_err(about)?;
        let name = self.free(&made.name);
        announce(&name);
        write_whole(&self.asked.folder.join(&name), &bytes).map_err(|error| (name.clone(), error))?;
        Ok(name)
    }

    /// A name that this batch has not given yet; what an earlier one wrote gives way to the newer paper.
    fn free(&mut self, stem: &str) -> String {
        let extension = self.asked.format.extension();
        let mut name = format!("{stem}.{extension}");
        let mut attempt = 1;
        while !self.names.insert(name.clone()) {
            attempt += 1;
            name = format!("{stem} ({attempt}).{extension}");
        }
        name
    }

    /// What a paper that could not be written is called: its sort, and what it is of.
    fn named(&self, item: BatchItem) -> String {
        let kind = item.kind().map(|kind| tr!(self.words.1, kind.label_key())).unwrap_or_default();
        let title = match item.subject() {
            Some(Subject::Report(Report::Profile(body))) => self.title(body.record()),
            Some(Subject::Report(Report::Partnership(partnership))) => self.title(partnership.record()),
            _ => {
                let view = self.store.read(MeetingPage { id: MeetingId(item.of) });
                view.map(|view| view.meeting.title).unwrap_or_default()
            }
        };
        [kind, title].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn title(&self, record: Record) -> String {
        self.store.read(RecordPage { record }).map(|view| view.title).unwrap_or_default()
    }
}

/// Removes what a write that was broken off has left.
fn remove_part(folder: &Path, name: &str) {
    let part = folder.join(format!("{name}.part"));
    if let Err(error) = std::fs::remove_file(&part) {
        log::debug!("{}: {error}", part.display());
    }
}
