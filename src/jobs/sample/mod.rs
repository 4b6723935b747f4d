//! What a template is looked at with: the last meeting of the store, or invented facts where there is none.

mod invented;

use super::dress::Dress;
use super::minutes::{document, facts};
use super::papers::paper_documents;
use super::press::press_document;
use super::{register, reports};
use crate::calendar::Date;
use crate::documents::letter::letter;
use crate::documents::minutes::{AddendumFacts, Facts, build_addendum};
use crate::documents::preparing::AgendaFacts;
use crate::documents::press::press_item;
use crate::documents::{Document, preparing};
use crate::domain::{AddendumKind, MeetingId, MinutesLayout, Paper, PaperFormat, PaperKind, Settings, TemplateKind};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::store::query::{FindMeeting, MeetingNamed, MeetingPage};
use crate::strings::Tr;
use crate::tr;

/// So many rows of a register are enough to see how it looks.
const ROWS: usize = 14;

/// A paper of that sort, in the form that the settings' templates give it.
///
/// # Errors
/// The store can't be read, or the paper not be composed.
pub(super) fn sample(
    store: &Store,
    kind: TemplateKind,
    (settings, tr): (&Settings, &Tr),
    now: i64,
) -> Result<Document> {
    let meeting = store.read(FindMeeting { named: MeetingNamed::Last })?.first().map(|found| found.id);
    let today = Date::at_unix(now);
    let dress = Dress::new(kind, settings, store.folder());
    let calendars = settings.calendars;
    let coming = || invented::coming(today, settings, &dress.words(tr));
    let paper = |kind| paper_of(store, (meeting, kind), (settings, tr), now);
    Ok(match kind {
        TemplateKind::Minutes => {
            document(&of_minutes(store, meeting, (settings, tr), today)?, (tr, settings), store.folder())
        }
        TemplateKind::Addendum => {
            let facts = of_minutes(store, meeting, (settings, tr), today)?;
            let addendum = |tr: &Tr| AddendumFacts {
                kind: AddendumKind::Addendum,
                number: String::new(),
                approved_on: None,
                text: tr!(tr, "template-sample-addendum"),
            };
            dress.document(tr, |tr| build_addendum(&facts, &addendum(tr), tr, calendars))
        }
        TemplateKind::Agenda => match paper(PaperKind::Agenda)? {
            Some(agenda) => agenda,
            None => {
                let facts = AgendaFacts::default();
                dress.document(tr, |tr| preparing::agenda(&coming(), &facts, tr, calendars))
            }
        },
        TemplateKind::Letter => {
            let head = reports::head(settings, store.folder(), today);
            dress.document(tr, |tr| {
                letter(&invented::letter(head.letterhead.clone(), today, settings, tr), tr, calendars)
            })
        }
        TemplateKind::Profile | TemplateKind::Partnership | TemplateKind::Period | TemplateKind::Goals => {
            reports::sample(store, kind, (settings, tr), today)?
        }
        TemplateKind::Invitation => match paper(PaperKind::Invitation)? {
            Some(letter) => letter,
            None => {
                let to = preparing::Addressee::Everybody;
                dress.document(tr, |tr| preparing::invitation(&coming(), &to, tr, calendars))
            }
        },
        TemplateKind::SigningSheet => match paper(PaperKind::SigningSheet)? {
            Some(sheet) => sheet,
            None => dress.document(tr, |tr| preparing::signing_sheet(&coming(), &[], tr, calendars)),
        },
        TemplateKind::Preparation => match paper(PaperKind::Preparation)? {
            Some(file) => file,
            None => dress.document(tr, |tr| preparing::preparation(&coming(), &[], tr, calendars)),
        },
        TemplateKind::PressItem => {
            let told = meeting.map(|meeting| press_document(store, meeting, ("", false), settings, tr));
            match told {
                Some(Ok(item)) => item,
                // Nothing is told of that meeting, or there is none.
                Some(Err(_)) | None => dress.document(tr, |tr| press_item(&invented::press(tr), tr, calendars)),
            }
        }
        TemplateKind::Register => register::sample(store, (settings, tr), today, ROWS)?,
    })
}

fn of_minutes(
    store: &Store,
    meeting: Option<MeetingId>,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<Facts> {
    let Some(meeting) = meeting else {
        let words = Dress::new(TemplateKind::Minutes, settings, store.folder()).words(tr);
        return Ok(invented::minutes(today, settings, &words));
    };
    let view = store.read(MeetingPage { id: meeting })?;
    // How that very meeting's minutes are laid out says nothing of all others.
    Ok(Facts { layout: MinutesLayout::default(), ..facts(&view, (settings, tr), store.folder()) })
}

/// A paper before that meeting; nothing without one.
fn paper_of(
    store: &Store,
    (meeting, kind): (Option<MeetingId>, PaperKind),
    (settings, tr): (&Settings, &Tr),
    now: i64,
) -> Result<Option<Document>> {
    let Some(meeting) = meeting else { return Ok(None) };
    let paper = Paper { kind, format: PaperFormat::Pdf, meeting, whom: Vec::new() };
    let (_, documents) = paper_documents(store, &paper, settings, tr, now)?;
    let first = documents.into_iter().next();
    first.map(Some).ok_or_else(|| Error::new(ErrorKind::Document, "a paper without a document"))
}
