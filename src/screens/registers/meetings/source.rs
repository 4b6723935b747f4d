//! What a new meeting begins from: a template, or an earlier meeting. Its field stands first in the form and fills the rest.

use crate::domain::{Entity, Record};
use crate::screens::Cx;
use crate::store::query::{Beginning, BeginningView, Named, Names, Templates};
use crate::store::{Changes, Live};
use crate::tr;
use crate::widgets::{ComboField, Suggestion};
use egui::Ui;

/// The field. Templates are offered before meetings, the newest meetings first.
#[derive(Default)]
pub(super) struct SourceField {
    text: String,
    chosen: Option<Record>,
    /// What it begins with is to be taken over as soon as the store has answered.
    is_awaited: bool,
    templates: Live<Templates>,
    meetings: Live<Names>,
    beginning: Live<Beginning>,
}

impl SourceField {
    /// It is this, without anybody choosing it in the field.
    pub(super) fn choose(&mut self, source: Option<Record>) {
        self.chosen = source;
        self.is_awaited = source.is_some();
    }

    /// What was chosen.
    pub(super) const fn chosen(&self) -> Option<Record> {
        self.chosen
    }

    /// What stands there, and what was chosen.
    pub(super) fn words(&self) -> (&str, Option<Record>) {
        (&self.text, self.chosen)
    }

    /// Puts back what stood there; what it begins with was taken over then.
    pub(super) fn recall(&mut self, text: String, chosen: Option<Record>) {
        (self.text, self.chosen, self.is_awaited) = (text, chosen, false);
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.templates.note(changes);
        self.meetings.note(changes);
        self.beginning.note(changes);
    }

    /// Shows the field; answers once what the meeting begins with, after something was chosen.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<BeginningView> {
        let containing = self.text.trim().to_owned();
        self.templates.get(cx.store, Templates { containing: containing.clone() });
        self.meetings.get(cx.store, Names { entity: Entity::Meeting, list: None, containing });
        let templates = self.templates.last().into_iter().flatten();
        let known: Vec<&Named> = templates.chain(self.meetings.last().into_iter().flatten()).collect();
        let template = tr!(cx.tr, "meetings-template");
        let words: Vec<Suggestion> = known
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: if named.record.entity == Entity::Series { template.clone() } else { named.detail.clone() },
                ..Suggestion::default()
            })
            .collect();
        let (label, hint) = (tr!(cx.tr, "meetings-source"), tr!(cx.tr, "meetings-source-hint"));
        let output = ComboField::new(&mut self.text, &label, &words).hint(&hint).show(ui);
        if let Some(named) = output.picked.and_then(|place| known.get(place)) {
            (self.chosen, self.is_awaited) = (Some(named.record), true);
        } else if output.changed {
            (self.chosen, self.is_awaited) = (None, false);
        }
        let source = self.chosen?;
        let view = self.beginning.get(cx.store, Beginning { source })?.clone();
        if !std::mem::take(&mut self.is_awaited) {
            return None;
        }
        if self.text.is_empty() {
            self.text.clone_from(&view.title);
        }
        Some(view)
    }
}
