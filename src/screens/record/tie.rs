//! Ties a record to another: which register, which record of it, and what it means.

use crate::domain::{Entity, EntryList, LinkKind, Record, lifecycle};
use crate::screens::Cx;
use crate::store::query::{Names, Tie};
use crate::store::{Changes, Edit, Live};
use crate::tr;
use crate::widgets::{Button, ComboField, Sheet, Suggestion, pick_list};
use egui::Context;

/// What something can be tied to, in the order of the list.
const ENDS: [(Entity, Option<EntryList>); 8] = [
    (Entity::Outcome, None),
    (Entity::Meeting, None),
    (Entity::Partnership, None),
    (Entity::Regulation, None),
    (Entity::Organisation, None),
    (Entity::Person, None),
    (Entity::Entry, Some(EntryList::Goal)),
    (Entity::Entry, Some(EntryList::Tag)),
];

/// The open form.
pub(super) struct TieForm {
    source: Record,
    end: usize,
    text: String,
    target: Option<Record>,
    kind: usize,
    names: Live<Names>,
}

impl TieForm {
    pub(super) fn new(source: Record) -> Self {
        Self { source, end: 0, text: String::new(), target: None, kind: 0, names: Live::default() }
    }

    /// The form with which a series gets somebody it invites.
    pub(super) fn to_invite(series: Record) -> Self {
        let end = ENDS.iter().position(|(entity, _)| *entity == Entity::Person).unwrap_or_default();
        Self { end, ..Self::new(series) }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.names.note(changes);
    }

    /// Shows it; `true` once it has done its work or was left. `ties` are those there are: one of them is not made twice.
    pub(super) fn show(&mut self, ctx: &Context, cx: &Cx<'_>, ties: &[Tie]) -> bool {
        let tr = cx.tr;
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let (title, close) = (tr!(tr, "record-add-tie"), tr!(tr, "shell-close"));
        let (entity, list) = ENDS.get(self.end).copied().unwrap_or((Entity::Outcome, None));
        let kinds = self.kinds(entity);
        let kind = kinds.get(self.kind).copied().unwrap_or(LinkKind::Related);
        let is_there = |tie: &&Tie| !tie.is_backward && tie.kind == kind && Some(tie.other.record) == self.target;
        let there = ties.iter().find(is_there).map(|tie| {
            let key = if kind == LinkKind::Tagged { "record-tag-there" } else { "record-tie-there" };
            tr!(tr, key, name = &tie.other.name)
        });
        let can_tie = self.target.is_some() && there.is_none();
        let sheet = Sheet::new("tie", &title, &close).show(
            ctx,
            |ui| {
                let ends: Vec<String> = ENDS
                    .iter()
                    .map(|(entity, list)| match list {
                        Some(list) => crate::screens::shown::list_words(list.code(), tr),
                        None => tr!(tr, &format!("entity-{}", entity.code())),
                    })
                    .collect();
                if let Some(end) = pick_list(ui, &tr!(tr, "record-tie-what"), Some(self.end), &ends, 260.0) {
                    *self = Self { end, ..Self::new(self.source) };
                }
                self.names.get(cx.store, Names { entity, list, containing: self.text.trim().to_owned() });
                let known = self.names.last().map(Vec::as_slice).unwrap_or_default();
                let words: Vec<Suggestion> = known
                    .iter()
                    .map(|named| Suggestion {
                        text: named.name.clone(),
                        detail: named.detail.clone(),
                        also: named.also.clone(),
                        letters: String::new(),
                    })
                    .collect();
                let label = tr!(tr, "record-tie-which");
                let output = ComboField::new(&mut self.text, &label, &words).error(there.as_deref()).show(ui);
                if let Some(found) = output.picked.and_then(|place| known.get(place)) {
                    self.target = Some(found.record);
                } else if output.changed || self.target.is_none() {
                    // Also where the register answers after the last letter.
                    let typed = self.text.trim();
                    self.target = known.iter().find(|named| named.name == typed).map(|named| named.record);
                }
                let meanings: Vec<String> = kinds.iter().map(|kind| tr!(tr, kind.label_key())).collect();
                if let Some(kind) = pick_list(ui, &tr!(tr, "record-tie-meaning"), Some(self.kind), &meanings, 260.0) {
                    self.kind = kind;
                }
            },
            |ui| {
                is_confirmed = ui
                    .add(Button::primary(&tr!(tr, "record-tie-confirm")).enabled(can_tie).keys("Ctrl Enter"))
                    .clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            },
        );
        if let (true, Some(target)) = ((is_confirmed || sheet.is_confirmed) && can_tie, self.target) {
            let values = vec![("source", self.source.into()), ("kind", kind.into()), ("target", target.into())];
            cx.store.send(Edit::Add { entity: Entity::Link, values });
            return true;
        }
        is_cancelled || sheet.is_closed
    }

    fn kinds(&self, entity: Entity) -> Vec<LinkKind> {
        lifecycle::links(self.source, Record { entity, id: 0 })
    }
}
