//! The press item of a meeting: what of its rows may be told, copied into the facts of a document.

use super::dress::Dress;
use super::minutes::person;
use crate::arabic;
use crate::calendar::Date;
use crate::documents::minutes::Person;
use crate::documents::press::{PressFacts, press_item};
use crate::documents::{Document, without_signs};
use crate::domain::{BlockKind, MeetingId, Settings, Side, TemplateKind, preparing_marks};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::query::{MeetingPage, OutcomeRow, Publishable};
use crate::strings::Tr;

/// What of a meeting is news, and has not been released.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeldBack {
    /// People who were there and may not be named.
    pub people: usize,
    /// What came out of it, and what was said, that may not be published.
    pub said: usize,
}

/// How much a press item leaves out.
///
/// # Errors
/// The store can't be read.
pub fn held_back(store: &Store, meeting: MeetingId) -> Result<HeldBack> {
    let view = store.read(MeetingPage { id: meeting })?;
    let told = store.read(Publishable { meeting })?;
    let present = view.attendance.iter().filter(|line| line.status.attended()).filter_map(|line| line.person.as_ref());
    let outcomes = view.outcomes.iter().filter(|row| row.kind.is_news() && !told.outcomes.contains(&row.id));
    let quotes = view.agenda.iter().flat_map(|item| &item.blocks);
    let quotes = quotes.filter(|block| block.kind == BlockKind::Quote && !block.may_be_published);
    Ok(HeldBack {
        people: present.filter(|person| !told.people.contains(&person.id)).count(),
        said: outcomes.count() + quotes.count(),
    })
}

/// The item as a document; `outlet` is the paper it goes to. What nobody has released is told only where `tells_all`.
///
/// # Errors
/// No such meeting, or one of which nothing is told outside.
pub fn press_document(
    store: &Store,
    meeting: MeetingId,
    (outlet, tells_all): (&str, bool),
    settings: &Settings,
    tr: &Tr,
) -> Result<Document> {
    let view = store.read(MeetingPage { id: meeting })?;
    if let Some(kind) = view.press_refusal(Date::today(), &preparing_marks(tr)) {
        return Err(Error::new(kind, view.meeting.number));
    }
    let told = store.read(Publishable { meeting })?;
    let bodies = |wanted: &[Side]| {
        let of_side = view.parties.iter().filter(|party| wanted.contains(&party.side));
        of_side.map(|party| party.name.clone()).collect::<Vec<_>>()
    };
    let groups = view.attendance.iter().filter(|line| line.person.is_none() && line.status.attended());
    let groups = groups.map(|line| line.group_name.clone()).filter(|name| !name.trim().is_empty());
    let mut guests = bodies(&[Side::Invited]);
    // «متطوعو فريق أثر» are told by «فريق أثر التطوعي», who is named already.
    let named: Vec<String> = view.parties.iter().map(|party| party.name.clone()).collect();
    guests.extend(groups.filter(|group| !named.iter().any(|party| is_part_of(group, party))));
    let present = view.attendance.iter().filter(|line| line.status.attended()).filter_map(|line| {
        let row = line.person.as_ref().filter(|person| tells_all || told.people.contains(&person.id))?;
        Some(Person { post: line.post.clone(), ..person(row, settings) })
    });
    let is_told = |row: &&OutcomeRow| told.outcomes.contains(&row.id) || tells_all && row.kind.is_news();
    let outcomes = view.outcomes.iter().filter(is_told);
    let blocks = view.agenda.iter().flat_map(|item| &item.blocks);
    let quotes = blocks.filter(|block| block.kind == BlockKind::Quote && (tells_all || block.may_be_published));
    let mut goals: Vec<String> = Vec::new();
    for goal in &view.goals {
        if !goals.contains(&goal.name) {
            goals.push(goal.name.clone());
        }
    }
    let facts = PressFacts {
        outlet: outlet.to_owned(),
        city: view.meeting.city.clone(),
        title: view.meeting.title.clone(),
        kind: Some(view.meeting.kind),
        date: view.meeting.date,
        venue: view.meeting.venue.clone(),
        purpose: view.meeting.purpose.clone(),
        hosts: bodies(&[Side::Host]),
        partners: bodies(&[Side::CoHost]),
        guests,
        topics: view.agenda.iter().map(|item| item.title.clone()).filter(|title| !title.trim().is_empty()).collect(),
        goals,
        present: present.collect(),
        outcomes: outcomes.map(|row| (row.kind, without_signs(&row.text))).collect(),
        quotes: quotes
            .map(|block| {
                let speaker = block.speaker.as_ref().filter(|speaker| tells_all || told.people.contains(&speaker.id));
                (speaker.map(|row| person(row, settings)), without_signs(&block.body))
            })
            .collect(),
    };
    let dress = Dress::new(TemplateKind::PressItem, settings, store.folder());
    Ok(dress.document(tr, |tr| press_item(&facts, tr, settings.calendars)))
}

/// Are those the people of a body, by its name? All words but the first, which says what they are, stand in it.
fn is_part_of(group: &str, body: &str) -> bool {
    if !arabic::is_people(group) {
        return false;
    }
    let (group, body) = (arabic::fold(group), arabic::fold(body));
    let body: Vec<&str> = body.split_whitespace().map(arabic::without_article).collect();
    let mut words = group.split_whitespace().map(arabic::without_article).skip(1).peekable();
    words.peek().is_some() && words.all(|word| body.contains(&word))
}
