//! The notes of a meeting while they are typed: an editor a block, each with its draft, in step with the store.
//!
//! The store knows only what was saved; this file holds what is newer. A block that is being typed keeps its editor (and
//! with it caret, selection and undo) whatever the store answers; one that is not follows the store. Under every agenda
//! item stands a tail: the place to go on typing, which becomes a block with its first letter.

use super::capture::{self, Cut};
use crate::domain::{AgendaItemId, BlockId, Entity, MeetingId, OutcomeId, OutcomeKind, Record, Value};
use crate::screens::Cx;
use crate::store::query::{AgendaView, BlockView, MeetingView};
use crate::store::{Draft, Edit, Reply, Ticket};
use crate::text::Editor;
use std::collections::HashMap;

/// A block's text on the screen.
pub(super) struct Writing {
    /// The letters, the caret, the undo of this stretch of typing.
    pub editor: Editor,
    /// What of it is not on disk yet.
    pub draft: Draft,
    /// Stays the same when a tail becomes a block, so that the focus stays too.
    pub widget: egui::Id,
    /// Where it is stored, once it is.
    pub stored_in: Option<Record>,
}

impl Writing {
    /// `next_widget` counts the editors of a screen, for ids of their own.
    fn new(next_widget: &mut u64, text: &str, stored_in: Option<Record>, version: i64) -> Self {
        *next_widget += 1;
        Self {
            editor: Editor::new(text),
            draft: Draft::new(text, version),
            widget: egui::Id::unique(("meeting-note", *next_widget)),
            stored_in,
        }
    }
}

/// What the caret stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// A block of the store.
    Block(BlockId),
    /// The place to go on typing under an item.
    Tail(AgendaItemId),
}

/// Where the caret goes when the place is shown next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entrance {
    /// Before the first letter.
    Start,
    /// After the last letter.
    End,
}

/// A new block on its way to the store.
struct Birth {
    ticket: Ticket,
    item: AgendaItemId,
}

/// A capture that waits for its block to be stored.
struct Waiting {
    item: AgendaItemId,
    kind: OutcomeKind,
    cut: Cut,
}

/// A capture on its way to the store.
struct SentCapture {
    ticket: Ticket,
    block: BlockId,
    /// Nothing was captured yet: the line is to be filled in.
    is_empty: bool,
}

/// What became of a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Captured {
    /// It is on its way; or the line was captured as this before, and typing goes on below it.
    Done,
    /// The line is captured as something else.
    AsAnother,
}

/// All editors of one meeting.
#[derive(Default)]
pub(super) struct Notes {
    blocks: HashMap<BlockId, Writing>,
    tails: HashMap<AgendaItemId, Writing>,
    births: Vec<Birth>,
    /// Stored, but not yet in what the store last answered: shown all the same, so that no letter blinks.
    fresh: Vec<(AgendaItemId, BlockId)>,
    waiting: Option<Waiting>,
    /// Its block is stored now.
    ready: Option<(BlockId, OutcomeKind, Cut)>,
    captures: Vec<SentCapture>,
    /// The place that is to have the caret.
    pub enter: Option<(Place, Entrance)>,
    /// An outcome whose line is to have the caret once it is shown.
    enter_outcome: Option<OutcomeId>,
    /// Where the caret is.
    pub focused: Option<Place>,
    next_widget: u64,
}

impl Notes {
    /// The editor of a stored block, following the store unless something unsaved stands in it.
    pub fn block(&mut self, block: &BlockView, text: &str, version: i64) -> &mut Writing {
        let record = block.outcome.map_or_else(|| block.id.record(), OutcomeId::record);
        let is_other = self.blocks.get(&block.id).is_some_and(|writing| writing.stored_in != Some(record));
        if is_other {
            // The line became an outcome, or notes again: it starts afresh from the store.
            self.blocks.remove(&block.id);
        }
        if let Some(outcome) = block.outcome
            && self.enter_outcome == Some(outcome)
        {
            self.enter_outcome = None;
            self.enter = Some((Place::Block(block.id), Entrance::End));
        }
        let next = &mut self.next_widget;
        let writing = self.blocks.entry(block.id).or_insert_with(|| Writing::new(next, text, Some(record), version));
        if writing.draft.follow(text, version) && writing.editor.text() != text {
            writing.editor.set_text(text);
        }
        writing
    }

    /// The place to go on typing under an item.
    pub fn tail(&mut self, item: AgendaItemId) -> &mut Writing {
        let next = &mut self.next_widget;
        self.tails.entry(item).or_insert_with(|| Writing::new(next, "", None, 0))
    }

    /// Does an item end in an outcome, or in nothing, so that it needs a place to go on?
    pub fn needs_tail(&self, item: &AgendaView) -> bool {
        let is_coming = self.fresh.iter().any(|(at, _)| *at == item.id);
        !is_coming && item.blocks.last().is_none_or(|block| block.outcome.is_some())
    }

    /// Blocks of an item that are stored and not in the answer yet.
    pub fn fresh_blocks(&mut self, item: &AgendaView) -> Vec<BlockId> {
        self.fresh.retain(|(_, fresh)| !item.blocks.iter().any(|block| block.id == *fresh));
        self.fresh.iter().filter(|(at, _)| *at == item.id).map(|(_, block)| *block).collect()
    }

    /// An editor that is there already.
    pub fn writing(&mut self, place: Place) -> Option<&mut Writing> {
        match place {
            Place::Block(block) => self.blocks.get_mut(&block),
            Place::Tail(item) => self.tails.get_mut(&item),
        }
    }

    /// The caret goes to the end of an item's notes.
    pub fn focus_end_of(&mut self, item: &AgendaView) {
        self.enter = Some((self.end_of(item), Entrance::End));
    }

    /// Where an item's notes go on.
    fn end_of(&self, item: &AgendaView) -> Place {
        if let Some((_, fresh)) = self.fresh.iter().rev().find(|(at, _)| *at == item.id) {
            return Place::Block(*fresh);
        }
        match item.blocks.last() {
            Some(block) if block.outcome.is_none() => Place::Block(block.id),
            _ => Place::Tail(item.id),
        }
    }

    /// Something was typed in a place.
    pub fn typed(&mut self, cx: &Cx<'_>, meeting: MeetingId, place: Place, now_ms: u64) {
        let Some(writing) = self.writing(place) else { return };
        let text = writing.editor.text();
        writing.draft.typed(&text, now_ms);
        let Place::Tail(item) = place else { return };
        if text.is_empty() || self.births.iter().any(|birth| birth.item == item) {
            return;
        }
        // A new note is a row from its first character.
        self.give_birth(cx, meeting, item, &text);
    }

    fn give_birth(&mut self, cx: &Cx<'_>, meeting: MeetingId, item: AgendaItemId, text: &str) {
        let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", Value::from(text))];
        let ticket = cx.store.send(Edit::Add { entity: Entity::Block, values });
        if let Some(writing) = self.tails.get_mut(&item) {
            writing.draft.sent_as(text, ticket);
        }
        self.births.push(Birth { ticket, item });
    }

    /// Sends what has been quiet for long enough; answers when to look again.
    pub fn save_due(&mut self, cx: &Cx<'_>, now_ms: u64) -> Option<u64> {
        if let Some((block, kind, cut)) = self.ready.take() {
            self.send_capture(cx, block, kind, cut);
        }
        let mut next = None;
        for writing in self.blocks.values_mut() {
            if writing.draft.is_due(now_ms) {
                send(cx, writing);
            } else if let Some(wait_ms) = writing.draft.due_in_ms(now_ms) {
                next = Some(next.map_or(wait_ms, |next: u64| next.min(wait_ms)));
            }
        }
        next
    }

    /// Sends all that is not on its way yet: on leaving a block, an item, the screen, the program.
    pub fn save_all(&mut self, cx: &Cx<'_>) {
        for writing in self.blocks.values_mut() {
            if writing.draft.is_dirty() {
                send(cx, writing);
            }
            writing.draft.end_session();
        }
    }

    /// Captures from where the caret stands; from the end of the `active` item where it stands nowhere.
    pub fn capture(&mut self, cx: &Cx<'_>, view: &MeetingView, active: &AgendaView, kind: OutcomeKind) -> Captured {
        let place = self.focused.unwrap_or_else(|| self.end_of(active));
        if let Place::Tail(item) = place {
            self.tail(item);
        }
        if let Place::Block(block) = place
            && let Some(known) = captured_as(view, block)
        {
            if known == kind {
                self.enter_below(view, block);
            }
            return if known == kind { Captured::Done } else { Captured::AsAnother };
        }
        let Some(writing) = self.writing(place) else { return Captured::Done };
        let (paragraph, _) = writing.editor.caret();
        let cut = capture::cut(&writing.editor.text(), paragraph, &writing.editor.selected_text());
        match place {
            Place::Block(block) => self.send_capture(cx, block, kind, cut),
            Place::Tail(item) => {
                if !self.births.iter().any(|birth| birth.item == item) {
                    let text = self.tail(item).editor.text();
                    self.give_birth(cx, view.meeting.id, item, &text);
                }
                self.waiting = Some(Waiting { item, kind, cut });
            }
        }
        Captured::Done
    }

    /// The caret goes on below a captured line.
    fn enter_below(&mut self, view: &MeetingView, block: BlockId) {
        let Some(item) = view.agenda.iter().find(|item| item.blocks.iter().any(|other| other.id == block)) else {
            return;
        };
        let next = item.blocks.iter().skip_while(|other| other.id != block).nth(1);
        let place = next.map_or_else(|| self.end_of(item), |next| Place::Block(next.id));
        self.enter = Some((place, Entrance::Start));
    }

    fn send_capture(&mut self, cx: &Cx<'_>, block: BlockId, kind: OutcomeKind, cut: Cut) {
        let Cut { before, line, after } = cut;
        let is_empty = line.is_empty();
        let ticket = cx.store.send(Edit::Capture { block, kind, before, text: line, after });
        if let Some(writing) = self.blocks.get_mut(&block) {
            // The capture carries all of the block's text: nothing of it is left to save.
            writing.draft.forget();
        }
        self.captures.push(SentCapture { ticket, block, is_empty });
    }

    /// What became of an edit of this screen.
    pub fn on_reply(&mut self, reply: &Reply) {
        self.on_birth(reply);
        self.on_capture(reply);
        for writing in self.blocks.values_mut().chain(self.tails.values_mut()) {
            writing.draft.on_reply(reply);
        }
    }

    fn on_birth(&mut self, reply: &Reply) {
        let Some(at) = self.births.iter().position(|birth| birth.ticket == reply.ticket) else { return };
        let birth = self.births.swap_remove(at);
        let Ok(applied) = &reply.result else { return };
        let (Some(record), Some(mut writing)) = (applied.record, self.tails.remove(&birth.item)) else { return };
        let block = BlockId(record.id);
        writing.stored_in = Some(record);
        if self.focused == Some(Place::Tail(birth.item)) {
            self.focused = Some(Place::Block(block));
        }
        self.blocks.insert(block, writing);
        self.fresh.push((birth.item, block));
        if let Some(waiting) = self.waiting.take_if(|waiting| waiting.item == birth.item) {
            self.ready = Some((block, waiting.kind, waiting.cut));
        }
    }

    fn on_capture(&mut self, reply: &Reply) {
        let Some(at) = self.captures.iter().position(|capture| capture.ticket == reply.ticket) else { return };
        let capture = self.captures.swap_remove(at);
        let Ok(applied) = &reply.result else { return };
        self.blocks.remove(&capture.block);
        // A captured line is done with, and typing goes on below it; an empty one is to be filled in.
        if capture.is_empty {
            self.enter_outcome = applied.record.map(|record| OutcomeId(record.id));
        } else if let Some(below) = applied.continue_in {
            self.enter = Some((Place::Block(below), Entrance::Start));
        }
    }

    /// Whether a save came too late: somebody else changed the same block.
    pub fn stale(&self) -> Option<BlockId> {
        self.blocks.iter().find(|(_, writing)| writing.draft.is_stale()).map(|(block, _)| *block)
    }

    /// What was typed in a stale block wins over what is stored, or gives way to it.
    pub fn settle(&mut self, block: BlockId, keep_typed: bool, stored: &str, version: i64) {
        let Some(writing) = self.blocks.get_mut(&block) else { return };
        writing.draft.settle(keep_typed, stored, version);
        if !keep_typed {
            writing.editor.set_text(stored);
        }
    }

    /// Lets go of editors whose blocks are gone.
    pub fn keep_only(&mut self, view: &MeetingView) {
        let fresh = &self.fresh;
        let is_there = |block: &BlockId| {
            fresh.iter().any(|(_, other)| other == block)
                || view.agenda.iter().flat_map(|item| &item.blocks).any(|other| other.id == *block)
        };
        self.blocks.retain(|block, writing| is_there(block) || writing.draft.is_dirty());
        self.tails.retain(|item, _| view.agenda.iter().any(|other| other.id == *item));
    }
}

/// What a block is captured as.
fn captured_as(view: &MeetingView, block: BlockId) -> Option<OutcomeKind> {
    let outcome = view.agenda.iter().flat_map(|item| &item.blocks).find(|other| other.id == block)?.outcome?;
    view.outcomes.iter().find(|other| other.id == outcome).map(|other| other.kind)
}

/// Sends a writing's text to where it is stored.
fn send(cx: &Cx<'_>, writing: &mut Writing) {
    let Some(record) = writing.stored_in else { return };
    let field = if record.entity == Entity::Outcome { "text" } else { "body" };
    let save = writing.draft.take();
    let values = vec![(field, Value::from(save.text.as_str()))];
    let edit = Edit::Set { record, values, session: Some(save.session), based_on: save.based_on };
    let ticket = cx.store.send(edit);
    writing.draft.sent(ticket);
}
