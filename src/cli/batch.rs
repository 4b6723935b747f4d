//! The papers of many records, meetings mostly, and the child process that writes a stretch of them.

use super::reports::called;
use super::{BatchArguments, LanguageChoice, meeting_called, print};
use crate::calendar::Date;
use crate::domain::{Entity, MeetingId, Record, Settings, TemplateKind};
use crate::error::{Error, ErrorKind, Result};
use crate::jobs::{self, BatchAsked, BatchWatch};
use crate::store::Store;
use crate::store::query::{AllSettings, GivenLabels, RecordList, Sort, Which};
use crate::strings::{Language, Tr};
use crate::tr;
use std::io::Read;
use std::path::PathBuf;

/// Records read at a time.
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
    let papers = kinds(asked);
    let records = if asked.all { all_with(store, &papers)? } else { named(store, asked)? };
    let folder = asked.out.clone().unwrap_or_default();
    let batch = BatchAsked {
        records,
        papers,
        format: asked.format.into(),
        folder: absolute(folder),
        language,
        told_in: Some(tr.language()),
        program: std::env::current_exe().ok(),
    };
    let done = jobs::write_batch(store, &batch, &BatchWatch::default(), (&settings, &words), now)?;
    for (name, why) in &done.refused {
        print(&tr!(tr, "cli-batch-refused", name = name, why = why))?;
    }
    print(&tr!(tr, "cli-batch", count = done.written, folder = batch.folder.display().to_string()))
}

/// Each once, in the order they were said; where none was, what is asked for most often of such records.
fn kinds(asked: &BatchArguments) -> Vec<TemplateKind> {
    let mut kinds: Vec<TemplateKind> = Vec::new();
    for kind in asked.of.iter().map(|paper| TemplateKind::from(*paper)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        let usual = [
            (!asked.meeting.is_empty() || asked.all, TemplateKind::Minutes),
            (!asked.body.is_empty(), TemplateKind::Profile),
            (!asked.partnership.is_empty(), TemplateKind::Partnership),
        ];
        kinds.extend(usual.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, kind)| kind));
    }
    kinds
}

/// The records that were named, meetings first.
fn named(store: &Store, asked: &BatchArguments) -> Result<Vec<Record>> {
    let meetings = asked.meeting.iter().map(|name| meeting_called(store, name).map(MeetingId::record));
    let bodies = asked.body.iter().map(|name| called(store, &[Entity::Organisation], name));
    let partnerships = asked.partnership.iter().map(|name| called(store, &[Entity::Partnership], name));
    meetings.chain(bodies).chain(partnerships).collect()
}

/// A child may be started elsewhere.
fn absolute(folder: PathBuf) -> PathBuf {
    std::path::absolute(&folder).unwrap_or(folder)
}

/// All records that have any of those papers: meetings from the newest on, others by their names.
fn all_with(store: &Store, papers: &[TemplateKind]) -> Result<Vec<Record>> {
    let sorts = [("date", true), ("name", false), ("title", false)];
    let entities = [Entity::Meeting, Entity::Organisation, Entity::Partnership];
    let mut records = Vec::new();
    for (entity, (field, is_descending)) in entities.into_iter().zip(sorts) {
        if TemplateKind::of_record(entity).iter().any(|kind| papers.contains(kind)) {
            let order = vec![Sort { field, is_descending }];
            records.extend(all(store, entity, order)?);
        }
    }
    Ok(records)
}

fn all(store: &Store, entity: Entity, order: Vec<Sort>) -> Result<Vec<Record>> {
    let (kinds, conditions, containing) = (Vec::new(), Vec::new(), String::new());
    let which = Which { entity, kinds, conditions, containing, order, today: Date::today() };
    let mut records = Vec::new();
    loop {
        let list = RecordList { which: which.clone(), columns: Vec::new(), first: records.len(), count: WINDOW };
        let rows = store.read(list)?.rows;
        records.extend(rows.iter().map(|row| row.record));
        if rows.len() < WINDOW {
            return Ok(records);
        }
    }
}
