//! The goals of the Vision that a record serves, as chips that come and go at once.
//!
//! Apart because a meeting that is being prepared has them as well as every record's page. Each chip is a tie to an entry of
//! the list of goals; which goals there are is a matter of that list.

use super::Cx;
use crate::arabic;
use crate::domain::{Entity, EntryList, LinkId, LinkKind, Record};
use crate::store::query::{Named, Names};
use crate::store::{Changes, Edit, Live, Reply, Ticket};
use crate::tr;
use crate::widgets::{Suggestion, TokenDraft, TokenField};
use egui::Ui;

/// The field, and what it remembers between frames.
#[derive(Default)]
pub(super) struct GoalsField {
    draft: TokenDraft,
    /// The record it was filled for, and the goals it had.
    filled: Option<(Record, Vec<String>)>,
    names: Live<Names>,
    sent: Vec<Ticket>,
}

impl GoalsField {
    /// Do goals matter to records of that entity?
    pub(super) const fn is_for(entity: Entity) -> bool {
        matches!(entity, Entity::Meeting | Entity::Outcome | Entity::Partnership)
    }

    /// Tells its suggestions what an edit touched.
    pub(super) const fn note(&mut self, changes: Changes) {
        self.names.note(changes);
    }

    /// Hears what became of a chip: one that was refused goes again.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        let is_own = self.sent.contains(&reply.ticket);
        self.sent.retain(|ticket| *ticket != reply.ticket);
        if is_own && reply.result.is_err() {
            self.filled = None;
        }
    }

    /// Shows it; `goals` are those the record serves, by their ties.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, record: Record, goals: &[(LinkId, &str)], can_write: bool) {
        let now = || goals.iter().map(|(_, name)| (*name).to_owned()).collect::<Vec<_>>();
        let is_filled = self.filled.as_ref().is_some_and(|(of, before)| {
            *of == record && before.iter().map(String::as_str).eq(goals.iter().map(|(_, name)| *name))
        });
        if !is_filled {
            self.draft = TokenDraft::new(now());
            self.filled = Some((record, now()));
        }
        let asked =
            Names { entity: Entity::Entry, list: Some(EntryList::Goal), containing: self.draft.typed().to_owned() };
        self.names.get(cx.store, asked);
        let known = self.names.last().map(Vec::as_slice).unwrap_or_default();
        let suggestions: Vec<Suggestion> = known
            .iter()
            .map(|named| Suggestion { text: named.name.clone(), also: named.also.clone(), ..Suggestion::default() })
            .collect();
        let label = tr!(cx.tr, "goals-title");
        let hint = tr!(cx.tr, "goals-hint");
        let remove = |goal: &str| tr!(cx.tr, "widgets-remove", what = goal);
        let before = self.draft.tokens().to_vec();
        let field = TokenField::new(&mut self.draft, &label, &suggestions, &remove).hint(&hint);
        if field.enabled(can_write && !cx.store.is_read_only()).show(ui).changed {
            let edits = edits(record, &before, self.draft.tokens(), goals, known);
            self.sent.extend(edits.into_iter().map(|edit| cx.store.send(edit)));
        }
    }
}

/// What turns the goals before into those now.
fn edits(record: Record, before: &[String], now: &[String], goals: &[(LinkId, &str)], known: &[Named]) -> Vec<Edit> {
    let is_in = |all: &[String], name: &str| all.iter().any(|other| arabic::fold(other) == arabic::fold(name));
    let added = now.iter().filter(|name| !is_in(before, name));
    let added = added.filter_map(|name| known.iter().find(|goal| arabic::fold(&goal.name) == arabic::fold(name)));
    let tied = added.map(|goal| {
        let values = vec![("source", record.into()), ("kind", LinkKind::Serves.into()), ("target", goal.record.into())];
        Edit::Add { entity: Entity::Link, values }
    });
    let cut = goals.iter().filter(|(_, name)| is_in(before, name) && !is_in(now, name));
    tied.chain(cut.map(|(link, _)| Edit::Remove(link.record()))).collect()
}
