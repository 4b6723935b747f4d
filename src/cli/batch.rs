//! The papers of many meetings, and the child process that writes a stretch of them.

use super::{BatchArguments, LanguageChoice, meeting_called, print};
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId, Settings, TemplateKind};
use crate::error::{Error, ErrorKind, Result};
use crate::jobs::{self, BatchAsked, BatchWatch};
use crate::store::Store;
use crate::store::query::{AllSettings, GivenLabels, RecordList, Sort, Which};
use crate::strings::{Language, Tr};
use crate::tr;
use std::io::Read;
use std::path::PathBuf;

/// Meetings read at a time.
const WINDOW: usize = 2_000;

pub(super) fn export(store: &Store, asked: &BatchArguments, language: Option<LanguageChoice>, tr: &Tr) -> Result<()> {
    let mut settings = Settings::from_rows(&store.read(AllSettings)?);
    let language = language.map(Language::from).filter(|_| !asked.as_store);
    if language.is_some() {
        settings.papers.forget_languages();
    }
    let own = language.unwrap_or(settings.language);
    let words = Tr::new(own, settings.digits).relabelled(&store.read(GivenLabels)?);
    let now = jobs::unix_now();
    if asked.request {
        let mut request = Vec::new();
        std::io::stdin().lock().read_to_end(&mut request).map_err(|error| Error::new(ErrorKind::Disk, error))?;
        return jobs::serve_batch(store, &request, (&settings, &words), now, &mut std::io::stdout().lock());
    }
    let meetings = match asked.all {
        true => all(store)?,
        false => asked.meeting.iter().map(|name| meeting_called(store, name)).collect::<Result<_>>()?,
    };
    let folder = asked.out.clone().unwrap_or_default();
    let batch = BatchAsked {
        meetings,
        papers: kinds(asked),
        format: asked.format.into(),
        folder: absolute(folder),
        language,
        program: std::env::current_exe().ok(),
    };
    let done = jobs::write_batch(store, &batch, &BatchWatch::default(), (&settings, &words), now)?;
    for (name, why) in &done.refused {
        print(&tr!(tr, "cli-batch-refused", name = name, why = why))?;
    }
    print(&tr!(tr, "cli-batch", count = done.written, folder = batch.folder.display().to_string()))
}

/// Each once, in the order they were said.
fn kinds(asked: &BatchArguments) -> Vec<TemplateKind> {
    let mut kinds: Vec<TemplateKind> = Vec::new();
    for kind in asked.of.iter().map(|paper| TemplateKind::from(*paper)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// A child may be started elsewhere.
fn absolute(folder: PathBuf) -> PathBuf {
    std::path::absolute(&folder).unwrap_or(folder)
}

/// All meetings, the newest first.
fn all(store: &Store) -> Result<Vec<MeetingId>> {
    let which = Which {
        entity: Entity::Meeting,
        kinds: Vec::new(),
        conditions: Vec::new(),
        containing: String::new(),
        order: vec![Sort { field: "date", is_descending: true }],
        today: Date::today(),
    };
    let mut meetings = Vec::new();
    loop {
        let list = RecordList { which: which.clone(), columns: Vec::new(), first: meetings.len(), count: WINDOW };
        let rows = store.read(list)?.rows;
        meetings.extend(rows.iter().map(|row| MeetingId(row.record.id)));
        if rows.len() < WINDOW {
            return Ok(meetings);
        }
    }
}
