//! The papers before a meeting, written to a file.

use super::{PaperArguments, meeting_called, print, warn};
use crate::arabic;
use crate::calendar::Date;
use crate::domain::{MeetingId, MeetingStatus, Paper, PaperFormat, PaperKind, Record, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::jobs;
use crate::store::Store;
use crate::store::query::{AllSettings, GivenLabels, InvitedBodies, MeetingPage};
use crate::strings::{Language, Tr};
use crate::tr;

use super::LanguageChoice;

/// What was asked for.
pub(super) struct Asked {
    pub kind: PaperKind,
    pub format: PaperFormat,
    pub paper: PaperArguments,
    /// For that body only.
    pub body: Option<String>,
}

pub(super) fn export(store: &Store, asked: &Asked, language: Option<LanguageChoice>, tr: &Tr) -> Result<()> {
    let meeting = meeting_called(store, &asked.paper.meeting)?;
    let whom = asked.body.as_deref().map(|name| invited(store, meeting, name)).transpose()?;
    let mut settings = Settings::from_rows(&store.read(AllSettings)?);
    if language.is_some() {
        settings.papers.forget_languages();
    }
    let language = language.map_or(settings.language, Language::from);
    let words = Tr::new(language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let paper = Paper { kind: asked.kind, format: asked.format, meeting, whom: whom.into_iter().collect() };
    let written = jobs::written(store, &paper, &settings, &words, jobs::unix_now())?;
    let out = &asked.paper.out;
    for written in written {
        jobs::write_whole(out, &written.bytes)?;
    }
    warn_of_doubts(store, &paper, tr)?;
    print(&tr!(tr, "cli-exported", file = out.display().to_string()))
}

/// Says it where somebody is invited to what is over, or on a day that nobody knows: the letter is written all the same.
fn warn_of_doubts(store: &Store, paper: &Paper, tr: &Tr) -> Result<()> {
    if !matches!(paper.kind, PaperKind::Invitation | PaperKind::Invitations) {
        return Ok(());
    }
    let meeting = store.read(MeetingPage { id: paper.meeting })?.meeting;
    let is_past = |date: Date| date < Date::today();
    let doubt = match meeting.status {
        MeetingStatus::Cancelled => Some("cli-invitation-cancelled"),
        MeetingStatus::Postponed => Some("cli-invitation-postponed"),
        MeetingStatus::InProgress | MeetingStatus::Held => Some("cli-invitation-over"),
        MeetingStatus::Draft | MeetingStatus::Scheduled | MeetingStatus::Invited => match meeting.date {
            Some(date) if is_past(date) => Some("cli-invitation-over"),
            Some(_) => None,
            None => Some("cli-invitation-undated"),
        },
    };
    if let Some(key) = doubt {
        warn(&tr!(tr, key));
    }
    Ok(())
}

/// A letter for each body that is invited.
pub(super) fn export_letters(store: &Store, asked: &Asked, language: Option<LanguageChoice>, tr: &Tr) -> Result<()> {
    let meeting = meeting_called(store, &asked.paper.meeting)?;
    let mut settings = Settings::from_rows(&store.read(AllSettings)?);
    if language.is_some() {
        settings.papers.forget_languages();
    }
    let language = language.map_or(settings.language, Language::from);
    let words = Tr::new(language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let paper = Paper { kind: asked.kind, format: asked.format, meeting, whom: Vec::new() };
    let out = &asked.paper.out;
    let count = jobs::write_letters(store, &paper, (&settings, &words), jobs::unix_now(), out)?;
    warn_of_doubts(store, &paper, tr)?;
    print(&tr!(tr, "cli-letters", count = count, file = out.display().to_string()))
}

/// The body of that name among those that are invited, however it is spelt.
fn invited(store: &Store, meeting: MeetingId, name: &str) -> Result<Record> {
    let view = store.read(InvitedBodies { meeting })?;
    let folded = arabic::fold(name.trim());
    let found = view.bodies.iter().find(|body| arabic::fold(&body.name) == folded);
    let found = found.or_else(|| view.bodies.iter().find(|body| arabic::fold(&body.name).contains(&folded)));
    let found = found.map(|body| body.id.record());
    found.ok_or_else(|| Error::new(ErrorKind::NotInvited(name.to_owned()), ""))
}
