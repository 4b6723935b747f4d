//! What is said of an item of the agenda behind its name: where it stands, and how long it has been discussed.
//!
//! Apart from the list because it is put into words once a minute, and after changes: nobody sees it, and the list is drawn in
//! every frame.

use crate::arabic::Digits;
use crate::domain::{AgendaItemId, AgendaState};
use crate::screens::Cx;
use crate::store::query::{AgendaView, MeetingView};
use crate::strings::Language;
use crate::tr;

/// What the words are made from: the store's answer, the minute, the item whose notes are open, and how words and numbers
/// are written.
type From = (u64, i64, Option<AgendaItemId>, (Language, Digits));

/// What was made last, and from what.
#[derive(Debug, Default)]
pub(super) struct ItemsHeard {
    from: Option<From>,
    words: Vec<String>,
}

impl ItemsHeard {
    /// Brings it in step with the store's newest answer.
    pub(super) fn follow(&mut self, cx: &Cx<'_>, view: &MeetingView, revision: u64, open: Option<AgendaItemId>) {
        // A minute of an item begins with any second.
        let minute = view.agenda.iter().filter_map(|item| item.running_since).map(|since| (cx.now - since) / 60).sum();
        let from = Some((revision, minute, open, (cx.tr.language(), cx.tr.digits())));
        if self.from != from {
            self.from = from;
            self.words = view.agenda.iter().map(|item| words(cx, item, open == Some(item.id))).collect();
        }
    }

    /// What is said of the item at that place.
    pub(super) fn at(&self, index: usize) -> &str {
        self.words.get(index).map_or("", String::as_str)
    }
}

/// «قيد النقاش، دقيقتان من 25», «نوقش، 5 دقائق», and behind it that its notes are open.
fn words(cx: &Cx<'_>, item: &AgendaView, is_open: bool) -> String {
    let ran = item.ran_seconds + item.running_since.map_or(0, |since| (cx.now - since).max(0));
    let (minutes, planned) = (ran / 60, item.planned_minutes);
    let state = (item.state != AgendaState::Listed).then(|| cx.tr.text(item.state.label_key(), &[]));
    let whole = |minutes: i64| tr!(cx.tr, "count-minutes", count = minutes);
    let time = match (item.state, planned) {
        (AgendaState::Deferred | AgendaState::Withdrawn, _) => None,
        (AgendaState::Discussing, Some(planned)) => {
            Some(tr!(cx.tr, "item-minutes-of", minutes = whole(minutes), planned = planned))
        }
        (AgendaState::Discussing, None) | (AgendaState::Discussed, _) => (minutes > 0).then(|| whole(minutes)),
        (AgendaState::Listed, planned) => planned.map(whole),
    };
    let over = planned.filter(|planned| *planned > 0 && minutes > *planned && item.state == AgendaState::Discussing);
    let over = over.map(|planned| tr!(cx.tr, "item-over", minutes = whole(minutes - planned)));
    let open = is_open.then(|| tr!(cx.tr, "item-notes-open"));
    state.into_iter().chain(time).chain(over).chain(open).collect::<Vec<_>>().join(&tr!(cx.tr, "list-comma"))
}
