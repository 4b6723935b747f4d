//! The minutes of a meeting: rows of the store copied into the facts of a document, and the document written.

use super::approved::approved;
use super::dress::Dress;
use super::papers::in_form;
use super::{export_folder, free_name, logo_of, write_whole};
use crate::arabic::name_key;
use crate::calendar::{Date, Time};
use crate::documents::minutes::{
    self, AddendumFacts, AgendaItem, Attendee, Capacity, Facts, Note, Outcome, Party, Person, Regulation, Reservation,
    Who,
};
use crate::documents::{Document, Letterhead, Occasion, file_name, pdf, without_signs};
use crate::domain::{
    AddendumId, AttendanceStatus, BlockKind, LineTimes, MeetingId, MinutesTexts, Naming, PaperFormat, PaperLanguage,
    Record, Settings, TemplateKind, preparing_marks,
};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::{
    AddendumView, AgendaView, AttendanceView, MeetingPage, MeetingView, OutcomeRow, PeopleList, PersonRow,
    RegulationView, ReservationView,
};
use crate::strings::{Language, Tr};
use std::path::{Path, PathBuf};

/// So many names are tried when other programs hold files open.
const ATTEMPTS: u32 = 20;

/// Writes a meeting's minutes: to `to`, or under the meeting's own name where documents go. Answers the path. Approved
/// minutes say what they said when they were approved, in the language of that day; only their PDF can be verified.
///
/// # Errors
/// No such meeting, what was kept of its minutes was altered, or the file can't be written.
pub fn minutes_file(
    store: &Store,
    (meeting, format): (MeetingId, PaperFormat),
    settings: &Settings,
    tr: &Tr,
    to: Option<&Path>,
) -> Result<PathBuf> {
    let view = store.read(MeetingPage { id: meeting })?;
    let kept = match view.meeting.content_hash.as_str() {
        "" => None,
        hash => Some(approved(store, hash, &view.meeting.minutes_number)?),
    };
    let bytes = match kept {
        Some(kept) if format == PaperFormat::Pdf => kept.written()?,
        Some(kept) => in_form(&kept.document, format)?,
        None => {
            in_form(&document(&facts(&view, (settings, tr), store.folder()), (tr, settings), store.folder()), format)?
        }
    };
    keep(store, settings, &minutes_name(&view, tr, format.extension()), &bytes, to)
}

/// The language in which a meeting's minutes were approved; none while they are not.
///
/// # Errors
/// No such meeting, or what was kept of its minutes was altered.
pub fn kept_language(store: &Store, meeting: MeetingId) -> Result<Option<PaperLanguage>> {
    let view = store.read(MeetingPage { id: meeting })?;
    match view.meeting.content_hash.as_str() {
        "" => Ok(None),
        hash => {
            let kept = approved(store, hash, &view.meeting.minutes_number)?.document;
            Ok(Some(match kept.language {
                _ if kept.is_bilingual => PaperLanguage::Both,
                Language::Arabic => PaperLanguage::Arabic,
                Language::English => PaperLanguage::English,
            }))
        }
    }
}

/// Writes what adds to a meeting's minutes as PDF, as [`minutes_file`] writes them.
///
/// # Errors
/// As [`minutes_file`].
pub fn addendum_pdf(
    store: &Store,
    (meeting, addendum): (MeetingId, AddendumId),
    settings: &Settings,
    tr: &Tr,
    to: Option<&Path>,
) -> Result<PathBuf> {
    let view = store.read(MeetingPage { id: meeting })?;
    let row = view.addenda.iter().find(|row| row.id == addendum);
    let row = row.ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{addendum:?}")))?;
    let bytes = match row.content_hash.as_str() {
        "" => pdf::write(&addendum_document(&view, row, settings, store.folder(), tr))?,
        hash => approved(store, hash, &row.number)?.written()?,
    };
    let number = if row.number.is_empty() { &view.meeting.minutes_number } else { &row.number };
    let name = file_name(tr, number, &view.meeting.title, view.meeting.date, "pdf");
    keep(store, settings, &name, &bytes, to)
}

/// What adds to minutes as a document: what is exported, shown and kept.
pub(super) fn addendum_document(
    view: &MeetingView,
    row: &AddendumView,
    settings: &Settings,
    store_folder: &Path,
    tr: &Tr,
) -> Document {
    let addendum = AddendumFacts {
        kind: row.kind,
        number: row.number.clone(),
        approved_on: row.approved_on,
        text: row.text.clone(),
    };
    let facts = facts(view, (settings, tr), store_folder);
    let dress = Dress::new(TemplateKind::Addendum, settings, store_folder);
    dress.document(tr, |tr| minutes::build_addendum(&facts, &addendum, tr, settings.calendars))
}

/// Writes a document to `to`, or under its name where documents go.
pub(super) fn keep(store: &Store, settings: &Settings, name: &str, bytes: &[u8], to: Option<&Path>) -> Result<PathBuf> {
    if let Some(to) = to {
        write_whole(to, bytes)?;
        return Ok(to.to_owned());
    }
    let folder = export_folder(settings, store.folder());
    let mut refused = Error::new(ErrorKind::FileUnwritable(folder.display().to_string()), "");
    for attempt in 0..ATTEMPTS {
        let path = free_name(&folder, name, attempt);
        match write_whole(&path, bytes) {
            Ok(()) => return Ok(path),
            // Another name helps only where a file of that name is held by its reader.
            Err(error) if path.is_file() => refused = error,
            Err(error) => return Err(error),
        }
    }
    Err(refused)
}

/// The minutes as a document: what is exported, shown and kept.
pub(super) fn document(facts: &Facts, (tr, settings): (&Tr, &Settings), store_folder: &Path) -> Document {
    // Whoever put the parts of these minutes in order decides for them.
    let dress = Dress::new(TemplateKind::Minutes, settings, store_folder).in_own_order(facts.layout.is_reordered());
    dress.document(tr, |tr| minutes::build(facts, tr, settings.calendars))
}

/// A meeting with what is typed for its minutes and not stored yet.
pub(super) fn with_texts(mut view: MeetingView, texts: &MinutesTexts) -> MeetingView {
    view.meeting.layout = texts.layout.clone();
    view.meeting.purpose.clone_from(&texts.purpose);
    view.meeting.other_business.clone_from(&texts.other_business);
    for item in &mut view.agenda {
        item.wording = texts.wordings.get(&item.id).cloned().unwrap_or_default();
    }
    view
}

/// `محضر_{number}_{short title}_{date}.pdf`.
pub(super) fn minutes_name(view: &MeetingView, tr: &Tr, extension: &str) -> String {
    let meeting = &view.meeting;
    let number = if meeting.minutes_number.is_empty() { &meeting.number } else { &meeting.minutes_number };
    file_name(tr, number, &meeting.title, meeting.date, extension)
}

/// A meeting's rows as the facts of its minutes.
pub fn facts(view: &MeetingView, (settings, tr): (&Settings, &Tr), store_folder: &Path) -> Facts {
    let meeting = &view.meeting;
    Facts {
        // The end that is noted is the one that was: the beginning is told in the same way.
        occasion: Occasion { start: meeting.began.or(meeting.start), ..occasion(view, settings, store_folder) },
        minutes_number: meeting.minutes_number.clone(),
        approved_on: meeting.approved_on,
        awaited: view.awaited(Date::today(), &preparing_marks(tr)),
        attachments: Some(view.attachments.clone()),
        parties: view.parties.iter().map(|party| Party { name: party.name.clone(), side: party.side }).collect(),
        chair: meeting.chair.as_ref().map(|row| person(row, settings)),
        secretary: meeting.secretary.as_ref().map(|row| person(row, settings)).or_else(|| coordinator(settings)),
        reviewer: None,
        attendance: view.attendance.iter().map(|line| attendee(line, view, settings)).collect(),
        agenda: view.agenda.iter().map(|item| agenda_item(item, view, settings)).collect(),
        goals: goals_of(view, meeting.id.record()),
        regulations: view.regulations.iter().map(regulation).collect(),
        earlier: view.earlier.iter().chain(&view.closed_since).map(outcome).collect(),
        earlier_left: view.earlier_left,
        outcomes: view.outcomes.iter().map(|row| with_reservations(outcome(row), row, view, settings)).collect(),
        other_business: meeting.other_business.clone(),
        next_date: meeting.next_date,
        layout: meeting.layout.clone(),
    }
}

/// What every paper of a meeting says of it.
pub(super) fn occasion(view: &MeetingView, settings: &Settings, store_folder: &Path) -> Occasion {
    let meeting = &view.meeting;
    let lines = settings.letterhead.lines().map(str::trim).filter(|line| !line.is_empty());
    Occasion {
        letterhead: Letterhead {
            lines: lines.map(str::to_owned).collect(),
            logo: logo_of(settings, store_folder),
            ..Letterhead::default()
        },
        title: meeting.title.clone(),
        number: meeting.number.clone(),
        kind: Some(meeting.kind),
        date: meeting.date,
        start: meeting.start,
        end: meeting.end,
        venue: meeting.venue.clone(),
        city: meeting.city.clone(),
        mode: meeting.mode,
        confidentiality: Some(meeting.confidentiality),
        purpose: meeting.purpose.clone(),
    }
}

/// Who uses the program takes the notes, unless somebody else was named.
pub(super) fn coordinator(settings: &Settings) -> Option<Person> {
    let name = settings.coordinator.trim();
    (!name.is_empty()).then(|| Person { name: name.to_owned(), ..Person::default() })
}

/// The same as the register of people has them: with their title and post, where one person has that name.
pub(super) fn known_coordinator(store: &Store, settings: &Settings) -> Result<Option<Person>> {
    let Some(own) = coordinator(settings) else { return Ok(None) };
    let key = name_key(&own.name);
    let people = store.read(PeopleList { containing: own.name.clone() })?;
    let mut same = people.iter().filter(|row| name_key(&row.name) == key);
    Ok(Some(match (same.next(), same.next()) {
        (Some(only), None) => person(only, settings),
        _ => own,
    }))
}

/// Somebody as the minutes name them.
pub(super) fn person(row: &PersonRow, settings: &Settings) -> Person {
    Person {
        honorific: row.honorific.filter(|_| settings.address(Naming::Minutes).has_title()),
        gender: row.gender,
        name: row.name.clone(),
        post: row.post.clone(),
        organisation: row.organisation_name.clone(),
    }
}

fn attendee(line: &AttendanceView, view: &MeetingView, settings: &Settings) -> Attendee {
    let who = match &line.person {
        // The post of the day, also when they hold another one since.
        Some(row) => Who::Person(Person { post: line.post.clone(), ..person(row, settings) }),
        None => Who::Group { name: line.group_name.clone(), count: line.group_count },
    };
    Attendee {
        organisation: line.organisation.clone(),
        capacity: capacity(line, view),
        deputises: line.deputises.as_ref().map(|other| person(other, settings)),
        deputy: deputy(line, view).map(|other| person(other, settings)),
        excuse: line.excuse.clone(),
        came: line.came_at.filter(|_| line.status == AttendanceStatus::Late),
        left: line.left_at,
        ..Attendee::new(who, line.status)
    }
}

/// Who leads the meeting and who writes its minutes is said of the meeting; any other part is said of the line.
fn capacity(line: &AttendanceView, view: &MeetingView) -> Option<Capacity> {
    let is = |other: &Option<PersonRow>| {
        line.person.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.id == other.id)
    };
    if is(&view.meeting.chair) {
        return Some(Capacity::Chair);
    }
    if is(&view.meeting.secretary) {
        return Some(Capacity::Secretary);
    }
    line.role.map(Capacity::Listed)
}

/// Who of those that came stands for this line's person.
fn deputy<'v>(line: &AttendanceView, view: &'v MeetingView) -> Option<&'v PersonRow> {
    let absent = line.person.as_ref()?.id;
    let stands_for = |other: &&AttendanceView| other.deputises.as_ref().is_some_and(|person| person.id == absent);
    view.attendance.iter().filter(|other| other.status.attended()).find(stands_for)?.person.as_ref()
}

fn regulation(row: &RegulationView) -> Regulation {
    Regulation {
        title: without_signs(&row.title),
        instrument: row.instrument.clone(),
        instrument_number: row.instrument_number.clone(),
        effective_on: row.effective_on,
        impact: row.impact.clone(),
        required_action: row.required_action.clone(),
        due: row.due,
    }
}

fn agenda_item(item: &AgendaView, view: &MeetingView, settings: &Settings) -> AgendaItem {
    // What is private is nothing of the minutes: it goes no further than here.
    let told = item.blocks.iter().filter(|block| !block.is_private());
    let regulation = |id| view.regulations.iter().find(|row| row.id == id);
    let note = |block: &crate::store::query::BlockView| match block.outcome {
        None if block.regulation.is_some() => {
            let row = block.regulation.and_then(regulation);
            row.map(|row| Note::Regulation(without_signs(&row.title)))
        }
        None if block.kind == BlockKind::Quote => Some(Note::Quote {
            speaker: block.speaker.as_ref().map(|row| person(row, settings)),
            text: without_signs(&block.body),
        }),
        Some(id) => view.outcomes.iter().find(|row| row.id == id).map(|row| Note::Captured {
            kind: row.kind,
            number: row.number.clone(),
            text: without_signs(row.title()),
        }),
        None => (!block.body.trim().is_empty()).then(|| Note::Text(without_signs(&block.body))),
    };
    AgendaItem {
        title: item.title.clone(),
        presenter: item.presenter.as_ref().map(|row| person(row, settings)),
        planned_minutes: item.planned_minutes,
        state: item.state,
        notes: told
            .flat_map(|block| {
                let note = note(block);
                if view.meeting.layout.has_times() {
                    timed(note, &block.line_times)
                } else {
                    note.into_iter().collect()
                }
            })
            .collect(),
        wording: item.wording.clone(),
    }
}

/// A note with the time at which it was begun; running text line by line.
fn timed(note: Option<Note>, times: &LineTimes) -> Vec<Note> {
    let at = |(index, note): (usize, Note)| match times.of(index) {
        Some(time) => Note::At(Time::at_unix(time), Box::new(note)),
        None => note,
    };
    match note {
        Some(Note::Text(text)) => {
            text.split('\n').map(|line| Note::Text(line.to_owned())).enumerate().map(at).collect()
        }
        Some(note) => vec![at((0, note))],
        None => Vec::new(),
    }
}

pub(super) fn outcome(row: &OutcomeRow) -> Outcome {
    let person = row.person.map(|_| Person {
        honorific: row.person_honorific,
        gender: None,
        name: row.person_name.clone(),
        post: row.person_post.clone(),
        organisation: row.person_body.clone(),
    });
    Outcome {
        kind: row.kind,
        number: row.number.clone(),
        text: without_signs(row.title()),
        details: row.details.clone(),
        person,
        organisation: row.organisation_name.clone(),
        area: row.area.clone(),
        goals: Vec::new(),
        due: row.due,
        done_on: row.done_on,
        status: row.status,
        priority: row.priority,
        percent: Some(row.percent),
        meeting_number: row.meeting_number.clone(),
        last_action: without_signs(&row.last_action),
        carried: row.carried,
        reservations: Vec::new(),
    }
}

fn with_reservations(outcome: Outcome, row: &OutcomeRow, view: &MeetingView, settings: &Settings) -> Outcome {
    let own = view.reservations.iter().filter(|reservation| reservation.outcome == row.id);
    let reservation = |it: &ReservationView| Reservation {
        person: it.person.as_ref().map(|row| person(row, settings)),
        text: it.text.clone(),
    };
    Outcome { reservations: own.map(reservation).collect(), goals: goals_of(view, row.id.record()), ..outcome }
}

/// The goals that a meeting, or an outcome of it, serves.
fn goals_of(view: &MeetingView, record: Record) -> Vec<String> {
    view.goals.iter().filter(|goal| goal.record == record).map(|goal| goal.name.clone()).collect()
}
