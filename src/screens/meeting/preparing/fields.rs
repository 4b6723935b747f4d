//! The fields of an item that lead to other records: who presents it, and what it is about.

use crate::domain::{AgendaItemId, Entity, MeetingId, PersonId, Record, Value, initials};
use crate::screens::{Cx, shown};
use crate::store::query::{Hit, Names, PersonRow, Search};
use crate::store::{Changes, Edit, Live, NewName};
use crate::tr;
use crate::widgets::{ComboField, Suggestion};
use egui::{Response, Ui};

/// So many records are offered.
const OFFERED: usize = 24;

/// Who presents an item: somebody of the register, found however it is spelt, or somebody new.
#[derive(Default)]
pub(super) struct PresenterField {
    text: String,
    person: Option<PersonId>,
    names: Live<Names>,
}

impl PresenterField {
    pub(super) fn new(person: Option<&PersonRow>) -> Self {
        Self {
            text: person.map(|person| person.name.clone()).unwrap_or_default(),
            person: person.map(|person| person.id),
            names: Live::default(),
        }
    }

    pub(super) const fn note(&mut self, changes: Changes) {
        self.names.note(changes);
    }

    /// Who it is, as the item holds it; nothing for somebody new.
    pub(super) fn value(&self) -> Value {
        if self.text.trim().is_empty() { Value::Empty } else { self.person.into() }
    }

    /// Somebody whom no register knows yet.
    pub(super) fn new_name(&self) -> Option<NewName> {
        let name = self.text.trim();
        let is_new = self.person.is_none() && !name.is_empty();
        is_new.then(|| NewName { field: "presenter", entity: Entity::Person, values: vec![("name", name.into())] })
    }

    /// Shows it; answers the field, and whether Enter was pressed in it.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> (Response, bool) {
        let asked = Names { entity: Entity::Person, list: None, containing: self.text.trim().to_owned() };
        let known = self.names.get(cx.store, asked).map(Vec::as_slice).unwrap_or_default();
        let words: Vec<Suggestion> = known
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: named.detail.clone(),
                also: named.also.clone(),
                letters: initials(&named.name),
            })
            .collect();
        let label = tr!(cx.tr, "field-agenda_item-presenter");
        let create = |typed: &str| tr!(cx.tr, "register-new-person", name = typed);
        let output = ComboField::new(&mut self.text, &label, &words).create(&create).show(ui);
        if let Some(found) = output.picked.and_then(|at| known.get(at)) {
            self.person = Some(PersonId(found.record.id));
        } else if output.changed || self.person.is_none() {
            // A name typed in full is the one of the register, not a second one, also where the register answers later.
            let typed = self.text.trim();
            self.person = known.iter().find(|named| named.name == typed).map(|named| PersonId(named.record.id));
        }
        (output.response, output.submitted || output.created)
    }
}

/// What an item is about: any record, found by its words or its number.
#[derive(Default)]
pub(super) struct RecordField {
    text: String,
    found: Live<Search>,
}

impl RecordField {
    pub(super) const fn note(&mut self, changes: Changes) {
        self.found.note(changes);
    }

    /// Shows it; what is chosen is tied to the item at once.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, meeting: MeetingId, item: AgendaItemId) {
        let typed = self.text.trim().trim_start_matches('#').to_owned();
        let hits = self
            .found
            .get(cx.store, Search::new(typed.clone(), OFFERED))
            .map(|found| found.hits.clone())
            .unwrap_or_default();
        let hits: Vec<Hit> = hits.into_iter().filter(|hit| can_be_about(hit.record, meeting)).collect();
        let words: Vec<Suggestion> = hits
            .iter()
            .map(|hit| Suggestion {
                text: hit.title.clone(),
                detail: detail(hit, cx),
                // The search has found it already, by whatever words.
                also: [hit.number.as_str(), hit.snippet.as_str(), &self.text].join("\n"),
                letters: String::new(),
            })
            .collect();
        let (label, hint) = (tr!(cx.tr, "agenda-link"), tr!(cx.tr, "agenda-link-hint"));
        let output = ComboField::new(&mut self.text, &label, &words).hint(&hint).show(ui);
        if let Some(hit) = output.picked.and_then(|at| hits.get(at)) {
            cx.store.send(Edit::TieToItem { item, record: hit.record });
            self.text.clear();
            output.response.request_focus();
        }
    }
}

/// Lines of a meeting are no subjects, and neither is the meeting itself.
fn can_be_about(record: Record, meeting: MeetingId) -> bool {
    let has_page = matches!(
        record.entity,
        Entity::Outcome
            | Entity::Partnership
            | Entity::Regulation
            | Entity::Organisation
            | Entity::Person
            | Entity::Meeting
    );
    has_page && record != meeting.record()
}

fn detail(hit: &Hit, cx: &Cx<'_>) -> String {
    let kind = if hit.record.entity == Entity::Outcome {
        cx.tr.text(hit.kind_key, &[])
    } else {
        shown::kind_words(hit.record, "", cx.tr)
    };
    if hit.number.is_empty() { kind } else { format!("{kind} · {}", cx.tr.code(&hit.number)) }
}
