//! The papers before a meeting: rows of the store copied into the facts of a document, and the document written in the form
//! that was asked for.

use super::dress::Dress;
use super::minutes::{known_coordinator, occasion, outcome, person};
use super::{export_folder, free_name, write_whole};
use crate::calendar::Date;
use crate::documents::calendar_file::{self, CalendarEvent};
use crate::documents::minutes::Person;
use crate::documents::preparing::{
    self, AboutRecord, Addressee, AgendaFacts, Agreement, BodyFile, Coming, PastMeeting, PlannedItem, SigningLine,
};
use crate::documents::{Document, docx, html, markdown, named_file, pdf, place, text, without_signs};
use crate::domain::{
    Confidentiality, Entity, MeetingStatus, Naming, OutcomeKind, Paper, PaperFormat, PaperKind, Record, Settings, Side,
    TemplateKind,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::{
    AttendanceView, InvitedBodies, InvitedBody, ItemLink, MeetingPage, MeetingView, OpenFile, OpenFiles, PersonRow,
};
use crate::strings::Tr;
use crate::tr;
use std::path::{Path, PathBuf};

/// So many names are tried when other programs hold files open.
const ATTEMPTS: u32 = 20;

/// A paper that is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What its file is called.
    pub name: String,
    /// The file's content.
    pub bytes: Vec<u8>,
}

/// The papers that were asked for: one, or a letter for each of those that were named. `now` is in Unix seconds.
///
/// # Errors
/// No such meeting; a calendar's file of a meeting without a day; the document can't be composed.
pub fn written(store: &Store, paper: &Paper, settings: &Settings, tr: &Tr, now: i64) -> Result<Vec<Written>> {
    let source = Source::read(store, paper, settings, tr, now)?;
    match (paper.kind, paper.format) {
        (PaperKind::Invitation, PaperFormat::Ics) => Ok(vec![source.calendar()?]),
        (PaperKind::Invitations, _) => Ok(vec![source.letters(store)?]),
        (PaperKind::Invitation | PaperKind::Agenda | PaperKind::SigningSheet | PaperKind::Preparation, _) => {
            let documents = source.documents(store)?;
            documents.iter().map(|(whom, document)| source.file(whom, document)).collect()
        }
    }
}

/// The papers that were asked for as documents, and what their file is called, without its ending.
///
/// # Errors
/// As [`written`].
pub(super) fn paper_documents(
    store: &Store,
    paper: &Paper,
    settings: &Settings,
    tr: &Tr,
    now: i64,
) -> Result<(String, Vec<Document>)> {
    let source = Source::read(store, paper, settings, tr, now)?;
    let documents = source.documents(store)?;
    let whom = match documents.as_slice() {
        [(only, _)] => only.as_str(),
        _ => "",
    };
    let name = source.named(whom, Vec::new()).name;
    let name = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).to_owned();
    Ok((name, documents.into_iter().map(|(_, document)| document).collect()))
}

/// Writes a letter for each of those that were named, or for each body that is invited: as files of their own into a
/// folder, or, where `out` is a PDF or a DOCX, all of them into that file. Answers how many letters there are.
///
/// # Errors
/// As [`written`], and where a file can't be written.
pub fn write_letters(
    store: &Store,
    paper: &Paper,
    (settings, tr): (&Settings, &Tr),
    now: i64,
    out: &Path,
) -> Result<usize> {
    let invited = store.read(InvitedBodies { meeting: paper.meeting })?;
    let mut paper = paper.clone();
    if paper.whom.is_empty() {
        paper.whom = invited.bodies.iter().filter(|body| is_asked(body)).map(|body| body.id.record()).collect();
    }
    let is_of = |extension: &str| out.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension));
    let is_file = is_of(paper.format.extension());
    if is_file && matches!(paper.format, PaperFormat::Pdf | PaperFormat::Docx) {
        paper.kind = PaperKind::Invitations;
    }
    let papers = written(store, &paper, settings, tr, now)?;
    for written in &papers {
        let place = if is_file { out.to_owned() } else { out.join(&written.name) };
        write_whole(&place, &written.bytes)?;
    }
    Ok(paper.whom.len().max(papers.len()))
}

/// Writes papers where documents go: one as a file, several into a folder of their own. Answers the file or the folder.
///
/// # Errors
/// As [`written`], and where a file can't be written.
pub fn write_papers(store: &Store, paper: &Paper, settings: &Settings, tr: &Tr, now: i64) -> Result<PathBuf> {
    let papers = written(store, paper, settings, tr, now)?;
    let folder = export_folder(settings, store.folder());
    if let [only] = papers.as_slice() {
        return free_place(&folder, only);
    }
    let view = store.read(MeetingPage { id: paper.meeting })?;
    let name = named_file(
        &tr!(tr, "paper-invitations"),
        (&view.meeting.number, &view.meeting.title),
        "",
        view.meeting.date,
        "",
    );
    let folder = folder.join(name.trim_end_matches('.'));
    for paper in &papers {
        // The same letter again takes the place of the older one.
        write_whole(&folder.join(&paper.name), &paper.bytes)?;
    }
    Ok(folder)
}

/// Who holds the meeting invites to it, with those it is held with.
fn is_asked(body: &InvitedBody) -> bool {
    !matches!(body.side, Side::Host | Side::CoHost)
}

fn free_place(folder: &Path, paper: &Written) -> Result<PathBuf> {
    let mut refused = Error::new(ErrorKind::FileUnwritable(folder.display().to_string()), "");
    for attempt in 0..ATTEMPTS {
        let path = free_name(folder, &paper.name, attempt);
        match write_whole(&path, &paper.bytes) {
            Ok(()) => return Ok(path),
            // Another name helps only where a file of that name is held by its reader.
            Err(error) if path.is_file() => refused = error,
            Err(error) => return Err(error),
        }
    }
    Err(refused)
}

/// What papers are made from.
struct Source<'a> {
    paper: &'a Paper,
    settings: &'a Settings,
    tr: &'a Tr,
    view: MeetingView,
    coming: Coming,
    uid: String,
    revision: i64,
    bodies: Vec<InvitedBody>,
    now: i64,
    folder: PathBuf,
}

impl<'a> Source<'a> {
    fn read(store: &Store, paper: &'a Paper, settings: &'a Settings, tr: &'a Tr, now: i64) -> Result<Self> {
        let view = store.read(MeetingPage { id: paper.meeting })?;
        let invited = store.read(InvitedBodies { meeting: paper.meeting })?;
        let mut coming = coming(&view, settings, store.folder(), Date::at_unix(now));
        if coming.sender.is_none() {
            coming.sender = known_coordinator(store, settings)?;
        }
        Ok(Self {
            paper,
            settings,
            tr,
            view,
            coming,
            uid: invited.uid,
            revision: invited.revision,
            bodies: invited.bodies,
            now,
            folder: store.folder().to_owned(),
        })
    }

    fn named(&self, whom: &str, bytes: Vec<u8>) -> Written {
        let meeting = &self.view.meeting;
        let what = tr!(self.tr, self.paper.kind.label_key());
        let about = (meeting.number.as_str(), meeting.title.as_str());
        Written { name: named_file(&what, about, whom, meeting.date, self.paper.format.extension()), bytes }
    }

    fn file(&self, whom: &str, document: &Document) -> Result<Written> {
        Ok(self.named(whom, in_form(document, self.paper.format)?))
    }

    /// Each paper, and whom it is for.
    fn documents(&self, store: &Store) -> Result<Vec<(String, Document)>> {
        match self.paper.kind {
            PaperKind::Invitation if self.paper.whom.is_empty() => Ok(vec![self.letter_document(None)?]),
            PaperKind::Invitation => self.paper.whom.iter().map(|to| self.letter_document(Some(*to))).collect(),
            PaperKind::Invitations => {
                let bodies = || self.bodies.iter().filter(|body| is_asked(body)).map(|body| body.id.record()).collect();
                let whom: Vec<Record> = if self.paper.whom.is_empty() { bodies() } else { self.paper.whom.clone() };
                let everybody = whom.is_empty().then_some(None);
                everybody.into_iter().chain(whom.into_iter().map(Some)).map(|to| self.letter_document(to)).collect()
            }
            PaperKind::Agenda => Ok(vec![(String::new(), self.agenda())]),
            PaperKind::SigningSheet => Ok(vec![(String::new(), self.signing_sheet())]),
            PaperKind::Preparation => Ok(vec![self.preparation(store)?]),
        }
    }

    /// In the form of the template of its sort.
    fn dressed(&self, kind: TemplateKind, build: impl Fn(&Tr) -> Document) -> Document {
        Dress::new(kind, self.settings, &self.folder).document(self.tr, build)
    }

    /// A letter for each of those that were named, or for each body, one after the other in one file.
    fn letters(&self, store: &Store) -> Result<Written> {
        let letters: Vec<Document> = self.documents(store)?.into_iter().map(|(_, letter)| letter).collect();
        let bytes = match self.paper.format {
            PaperFormat::Docx => docx::write_several(&letters)?,
            PaperFormat::Pdf
            | PaperFormat::Text
            | PaperFormat::Ics
            | PaperFormat::Html
            | PaperFormat::Markdown
            | PaperFormat::Json => pdf::write_several(&letters)?,
        };
        Ok(self.named("", bytes))
    }

    /// A letter, and the name of whom it is for.
    fn letter_document(&self, to: Option<Record>) -> Result<(String, Document)> {
        let (name, addressee) = match to {
            None => (String::new(), Addressee::Everybody),
            Some(record) => {
                self.addressee(record).ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{record:?}")))?
            }
        };
        let calendars = self.settings.calendars;
        let build = |tr: &Tr| preparing::invitation(&self.coming, &addressee, tr, calendars);
        Ok((name, self.dressed(TemplateKind::Invitation, build)))
    }

    /// Somebody, or a body, that is invited: what the file is called by, and how the letter begins.
    fn addressee(&self, record: Record) -> Option<(String, Addressee)> {
        if record.entity == Entity::Organisation {
            let body = self.bodies.iter().find(|body| body.id.record() == record)?;
            let head = body.head.as_ref().map(|head| self.person(head, &head.post));
            return Some((body.name.clone(), Addressee::Body { name: body.name.clone(), head }));
        }
        let line = self
            .view
            .attendance
            .iter()
            .find(|line| line.person.as_ref().is_some_and(|person| person.id.record() == record))?;
        let person = self.line_person(line)?;
        Some((person.name.clone(), Addressee::Person(person)))
    }

    fn person(&self, row: &PersonRow, post: &str) -> Person {
        Person { honorific: row.honorific, post: post.to_owned(), ..person(row, self.settings) }
    }

    /// Somebody of the list, with the post and the body of the day.
    fn line_person(&self, line: &AttendanceView) -> Option<Person> {
        let row = line.person.as_ref()?;
        let organisation = if line.organisation.is_empty() { &row.organisation_name } else { &line.organisation };
        Some(Person { organisation: organisation.clone(), ..self.person(row, &line.post) })
    }

    fn agenda(&self) -> Document {
        let view = &self.view;
        let bodies = |wanted: Side| {
            let of_side = view.parties.iter().filter(move |party| party.side == wanted);
            of_side.map(|party| party.name.clone())
        };
        let groups = view.attendance.iter().filter(|line| line.person.is_none());
        let groups = groups.map(|line| line.group_name.clone()).filter(|name| !name.trim().is_empty());
        let goals = view.goals.iter().filter(|goal| goal.record == view.meeting.id.record());
        let facts = AgendaFacts {
            chair: view.meeting.chair.as_ref().map(|row| person(row, self.settings)),
            secretary: view.meeting.secretary.as_ref().map(|row| person(row, self.settings)),
            partners: bodies(Side::CoHost).collect(),
            invited: bodies(Side::Invited).chain(groups).collect(),
            goals: goals.map(|goal| goal.name.clone()).collect(),
            earlier: view.earlier.iter().map(outcome).collect(),
            earlier_left: view.earlier_left,
        };
        let calendars = self.settings.calendars;
        self.dressed(TemplateKind::Agenda, |tr| preparing::agenda(&self.coming, &facts, tr, calendars))
    }

    fn signing_sheet(&self) -> Document {
        let mut lines: Vec<SigningLine> = self
            .view
            .attendance
            .iter()
            .map(|line| match self.line_person(line) {
                Some(person) => SigningLine {
                    post: line.post.clone(),
                    body: person.organisation.clone(),
                    person: Some(person),
                    count: 1,
                },
                None => SigningLine {
                    body: line.group_name.clone(),
                    count: line.group_count.and_then(|count| usize::try_from(count).ok()).unwrap_or(1),
                    ..SigningLine::default()
                },
            })
            .collect();
        // A body of whom nobody is named yet has a line all the same.
        let is_there = |party: &str| lines.iter().any(|line| line.body == party);
        let more: Vec<SigningLine> = self
            .view
            .parties
            .iter()
            .filter(|party| party.side != Side::Media && !is_there(&party.name))
            .map(|party| SigningLine { body: party.name.clone(), count: 1, ..SigningLine::default() })
            .collect();
        lines.extend(more);
        let calendars = self.settings.calendars;
        let build = |tr: &Tr| preparing::signing_sheet(&self.coming, &lines, tr, calendars);
        self.dressed(TemplateKind::SigningSheet, build)
    }

    fn preparation(&self, store: &Store) -> Result<(String, Document)> {
        let files = store.read(OpenFiles { meeting: self.paper.meeting, today: self.coming.today })?;
        let wanted = |file: &OpenFile| self.paper.whom.is_empty() || self.paper.whom.contains(&file.body.id.record());
        let files: Vec<BodyFile> = files.into_iter().filter(wanted).map(|file| self.body_file(file)).collect();
        let whom = match (self.paper.whom.len(), files.as_slice()) {
            (1, [only]) => only.name.clone(),
            _ => String::new(),
        };
        let calendars = self.settings.calendars;
        let build = |tr: &Tr| preparing::preparation(&self.coming, &files, tr, calendars);
        Ok((whom, self.dressed(TemplateKind::Preparation, build)))
    }

    fn body_file(&self, file: OpenFile) -> BodyFile {
        let OpenFile { body, theirs, ours, proposals, challenges, partnerships, meetings } = file;
        let contact = body.contact;
        let known = |own: String, theirs: Option<&String>| match theirs {
            Some(theirs) if !theirs.is_empty() => theirs.clone(),
            _ => own,
        };
        let rows = |rows: Vec<_>| rows.iter().map(outcome).collect::<Vec<_>>();
        BodyFile {
            phone: known(body.phone, contact.as_ref().map(|person| &person.phone)),
            email: known(body.email, contact.as_ref().map(|person| &person.email)),
            contact: contact.as_ref().map(|row| self.person(row, &row.post)),
            name: body.name,
            theirs: rows(theirs),
            ours: rows(ours),
            proposals: rows(proposals),
            challenges: rows(challenges),
            partnerships: partnerships
                .into_iter()
                .map(|agreement| Agreement {
                    title: agreement.title,
                    status: agreement.status,
                    ends_on: agreement.ends_on,
                    owed: rows(agreement.owed),
                })
                .collect(),
            meetings: meetings.into_iter().map(|(title, number, date)| PastMeeting { title, number, date }).collect(),
        }
    }

    fn calendar(&self) -> Result<Written> {
        let meeting = &self.view.meeting;
        let planned: i64 = self.view.agenda.iter().filter_map(|item| item.planned_minutes).sum();
        let lasts =
            meeting.start.zip(meeting.end).map(|(start, end)| (end.minutes() - start.minutes()).rem_euclid(24 * 60));
        let address = |person: &PersonRow| (person.name.clone(), person.email.clone());
        let event = CalendarEvent {
            uid: format!("{}@{}", self.uid, env!("CARGO_PKG_NAME")),
            sequence: self.revision,
            stamped_at: self.now,
            title: meeting.title.clone(),
            about: preparing::about(&self.coming, self.tr, self.settings.calendars),
            place: place(&meeting.venue, &meeting.city, self.tr),
            date: meeting.date,
            start: meeting.start,
            minutes: lasts.or(Some(planned)).filter(|minutes| *minutes > 0),
            organizer: meeting.chair.as_ref().filter(|chair| !chair.email.is_empty()).map(address),
            is_cancelled: meeting.status == MeetingStatus::Cancelled,
            is_tentative: matches!(meeting.status, MeetingStatus::Draft | MeetingStatus::Postponed),
            is_private: matches!(meeting.confidentiality, Confidentiality::Restricted | Confidentiality::Confidential),
        };
        let file = calendar_file::write(&event).ok_or_else(|| {
            Error::new(ErrorKind::MissingFirst("field-meeting-date".to_owned()), "a calendar needs a day")
        })?;
        Ok(self.named("", file.into_bytes()))
    }
}

/// A meeting's rows as the facts of the papers before it.
fn coming(view: &MeetingView, settings: &Settings, store_folder: &Path, today: Date) -> Coming {
    let meeting = &view.meeting;
    let hosts = view.parties.iter().filter(|party| matches!(party.side, Side::Host | Side::CoHost));
    let planned = |presenter: &PersonRow| person(presenter, settings);
    Coming {
        occasion: occasion(view, settings, store_folder),
        today,
        hosts: hosts.map(|party| party.name.clone()).collect(),
        agenda: view
            .agenda
            .iter()
            .map(|item| PlannedItem {
                title: item.title.clone(),
                presenter: item.presenter.as_ref().map(planned),
                minutes: item.planned_minutes,
                about: item.links.iter().map(|link| about(link, view)).collect(),
            })
            .collect(),
        sender: meeting.chair.as_ref().map(|row| person(row, settings)),
        address: settings.address(Naming::Letter),
    }
}

/// A record that an item is about, with how often it was carried, of what earlier meetings left open.
fn about(link: &ItemLink, view: &MeetingView) -> AboutRecord {
    let record = link.named.record;
    let kind = OutcomeKind::from_code(&link.kind).filter(|_| record.entity == Entity::Outcome);
    let label_key = kind.map_or_else(|| format!("entity-{}", record.entity.code()), |kind| kind.label_key().to_owned());
    let carried = view.earlier.iter().find(|row| row.id.record() == record).map(|row| row.carried);
    // What tells a body or somebody from their like is no number.
    let has_number =
        matches!(record.entity, Entity::Outcome | Entity::Meeting | Entity::Partnership | Entity::Regulation);
    AboutRecord {
        label_key,
        number: if has_number { link.named.detail.clone() } else { String::new() },
        name: without_signs(&link.named.name),
        carried: carried.unwrap_or_default(),
    }
}

/// A document in a form. A calendar has no room for one: it gets the words.
pub(super) fn in_form(document: &Document, format: PaperFormat) -> Result<Vec<u8>> {
    Ok(match format {
        PaperFormat::Pdf => pdf::write(document)?,
        PaperFormat::Docx => docx::write(document)?,
        PaperFormat::Text | PaperFormat::Ics => text::write(document).into_bytes(),
        PaperFormat::Html => html::write(document).into_bytes(),
        PaperFormat::Markdown => markdown::write(document).into_bytes(),
        PaperFormat::Json => {
            // Whoever reads it with a program has no use for marks that only order what is drawn.
            let internal = |error: serde_json::Error| Error::new(ErrorKind::Internal, error);
            let text = serde_json::to_string_pretty(document).map_err(internal)?;
            crate::documents::with_usual_spaces(&crate::arabic::isolate::without_isolates(&text)).into_bytes()
        }
    })
}
