//! A partnership's rows as the facts of its record.

use super::rows::{belonging, by, cell, fields, files, held, person_of};
use crate::documents::minutes::{Outcome, Person};
use crate::documents::reports::{Agreeing, Holder, PartnershipFacts, Progressed, ReportHead};
use crate::documents::without_signs;
use crate::domain::{Entity, EntryList, OutcomeKind, OutcomeStatus, PartnershipId, Priority, Record, Settings, Side};
use crate::error::Result;
use crate::jobs::titles::Titles;
use crate::store::Store;
use crate::store::query::{RecordPage, RecordRow, RecordRows, RecordView};
use crate::strings::Tr;

/// So many of the last steps are told.
const STEPS: usize = 20;

/// Everything the record tells.
pub(super) fn facts(
    store: &Store,
    partnership: PartnershipId,
    head: ReportHead,
    (settings, tr): (&Settings, &Tr),
) -> Result<PartnershipFacts> {
    let record = partnership.record();
    let view = store.read(RecordPage { record })?;
    let parts = belonging(store, (Entity::Party, "partnership"), partnership.0, &[by("position")], head.today)?;
    let mut parties = Vec::with_capacity(parts.rows.len());
    for row in &parts.rows {
        parties.push(party(store, &parts, row, settings)?);
    }
    let is_first = |party: &Agreeing| party.side != Some(Side::First);
    parties.sort_by_key(is_first);
    let owed = belonging(store, (Entity::Outcome, "partnership"), partnership.0, &[by("due")], head.today)?;
    let goals = view.ties.iter().filter(|tie| tie.other_kind == EntryList::Goal.code());
    let progress = view.progress.iter().filter(|step| !step.text.trim().is_empty() || step.to_label.is_some());
    let titles = Titles::all(store)?;
    Ok(PartnershipFacts {
        title: held(&view, "title").text().to_owned(),
        number: held(&view, "number").text().to_owned(),
        agreement: held(&view, "agreement").name,
        status: OutcomeStatus::from_code(held(&view, "status").text()),
        purpose: held(&view, "purpose").text().to_owned(),
        from: held(&view, "starts_on").date(),
        until: held(&view, "ends_on").date(),
        renews_itself: held(&view, "renews_itself").number().map(|flag| flag != 0),
        notice_days: held(&view, "notice_days").number(),
        fields: fields(&view, &titles, tr),
        parties,
        obligations: owed.rows.iter().map(|row| obligation(&owed, row, &titles, settings)).collect(),
        team: team(store, &view, &parts, settings)?,
        goals: goals.map(|tie| tie.other.name.clone()).collect(),
        progress: progress
            .take(STEPS)
            .map(|step| Progressed {
                day: step.day,
                text: without_signs(&step.text),
                person: titles.said_of(step.by.map(|person| person.0), &step.person, tr),
                status_key: step.to_label.clone(),
            })
            .collect(),
        documents: files(store, record)?,
        head,
    })
}

/// A party with who signs for it: their post is the one of that day, where that was noted.
fn party(store: &Store, parts: &RecordRows, row: &RecordRow, settings: &Settings) -> Result<Agreeing> {
    let text = |name: &str| cell(parts, row, name).text().to_owned();
    let organisation = cell(parts, row, "organisation");
    let name = if organisation.name.is_empty() { text("group_name") } else { organisation.name.clone() };
    let signatory = match cell(parts, row, "signatory").number() {
        Some(person) => {
            let (person, _) = person_of(store, person, settings)?;
            let post = text("signatory_post");
            Some(if post.trim().is_empty() { person } else { Person { post, ..person } })
        }
        None => None,
    };
    let address = match organisation.number() {
        Some(id) => {
            let body = store.read(RecordPage { record: Record { entity: Entity::Organisation, id } })?;
            let parts = [held(&body, "address").text().to_owned(), held(&body, "city").text().to_owned()];
            parts.into_iter().find(|part| !part.trim().is_empty()).unwrap_or_default()
        }
        None => String::new(),
    };
    Ok(Agreeing { name, side: Side::from_code(&text("side")), signatory, address })
}

/// An obligation of a register's row.
fn obligation(rows: &RecordRows, row: &RecordRow, titles: &Titles, settings: &Settings) -> Outcome {
    let held = |name: &str| cell(rows, row, name);
    let text = |name: &str| held(name).text().to_owned();
    let person = held("person");
    Outcome {
        kind: OutcomeKind::from_code(&text("kind")).unwrap_or(OutcomeKind::Obligation),
        number: text("number"),
        text: without_signs(&text("text")),
        details: text("details"),
        person: (!person.name.is_empty()).then(|| titles.person(&person, settings)),
        organisation: held("organisation").name,
        area: text("area"),
        goals: Vec::new(),
        due: held("due").date(),
        done_on: held("done_on").date(),
        status: OutcomeStatus::from_code(&text("status")).unwrap_or(OutcomeStatus::NotStarted),
        priority: Priority::from_code(&text("priority")),
        percent: held("percent").number(),
        meeting_number: held("meeting").detail,
        last_action: String::new(),
        carried: held("carried").number().unwrap_or_default(),
        reservations: Vec::new(),
    }
}

/// Who looks after it: the one named on it, then who speaks for each body.
fn team(store: &Store, view: &RecordView, parts: &RecordRows, settings: &Settings) -> Result<Vec<Holder>> {
    let mut people: Vec<i64> = held(view, "person").number().into_iter().collect();
    for row in &parts.rows {
        let Some(id) = cell(parts, row, "organisation").number() else { continue };
        let body = store.read(RecordPage { record: Record { entity: Entity::Organisation, id } })?;
        people.extend(held(&body, "contact").number());
    }
    let mut team: Vec<Holder> = Vec::new();
    let mut told = std::collections::BTreeSet::new();
    for person in people.into_iter().filter(|person| told.insert(*person)) {
        team.push(person_of(store, person, settings)?.1);
    }
    Ok(team)
}
