//! Captures between the shortcut and the store's answer: the line is set apart on the screen at once, and typing goes on
//! below it without waiting for anything.
//!
//! Apart from the notes because of this in-between. Until the store's answer shows the outcome, the item's document
//! stays as it is on the screen, and what is typed in its three parts waits. A capture that is refused puts the parts
//! together again: no letter is lost either way.

use super::capture::{self, Cut};
use super::line_kind::{LineKind, LineRecord};
use super::notes::{Entrance, LineHeard, Notes, Tag, Writing};
use crate::domain::{AgendaItemId, BlockId, BlockKind, Entity, LineTimes, OutcomeId, Record, RegulationId};
use crate::screens::Cx;
use crate::store::query::{AgendaView, BlockView, MeetingView};
use crate::store::{Edit, EditSession, Reply, Ticket};
use rustc_hash::FxHashSet;

/// What became of a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Captured {
    /// It is on its way; or the line was captured as this before, and typing goes on below it.
    Done,
    /// The line is captured as something else.
    AsAnother,
}

/// A capture that the store's answer does not show yet.
pub(super) struct Capture {
    pub item: AgendaItemId,
    kind: LineKind,
    /// What stood above the line, where something did.
    before: Option<Tag>,
    line: Tag,
    /// Where typing goes on.
    rest: Tag,
    /// What was typed in its block last and not sent yet, as one step of undo: a capture that is taken back gives the
    /// line back as it was typed, and not as it was saved last.
    unsaved: Option<EditSession>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Its block is not stored yet.
    Waiting,
    /// On its way.
    Sent(Ticket),
    /// Done, as this: the record, or the block that was set apart.
    Made(Record),
}

impl Capture {
    /// The section of the block it is captured from.
    fn origin(&self) -> Tag {
        self.before.unwrap_or(self.line)
    }

    fn parts(&self) -> impl Iterator<Item = Tag> {
        self.before.into_iter().chain([self.line, self.rest])
    }
}

impl Notes {
    /// Captures from where the caret stands; from the end of the `active` item where it stands nowhere.
    pub fn capture(&mut self, cx: &Cx<'_>, view: &MeetingView, active: &AgendaView, kind: LineKind) -> Captured {
        let Some(document) = self.documents.get_mut(&active.id) else { return Captured::Done };
        let stands_in_it = self.focused.is_some_and(|tag| document.order.contains(&tag));
        if !stands_in_it {
            document.editor.caret_to_end();
        }
        let Some((tag, paragraph, _)) = document.editor.caret_in_section() else { return Captured::Done };
        let Some(known) = self.writings.get(&tag).map(|writing| writing.kind) else { return Captured::Done };
        if let Some(known) = known {
            if known == kind {
                match document.order.iter().skip_while(|other| **other != tag).nth(1) {
                    Some(below) => _ = document.editor.caret_to_section(*below, false),
                    None => document.editor.caret_to_end(),
                }
                self.enter = Some((active.id, Entrance::AsItIs));
            }
            return if known == kind { Captured::Done } else { Captured::AsAnother };
        }
        let text = document.editor.section_text(tag).unwrap_or_default();
        let mut cut = capture::cut(&text, paragraph, &document.editor.selected_text());
        if matches!(kind, LineKind::Outcome(_) | LineKind::Regulation) {
            cut = cut.titled();
        }
        let named = if kind == LineKind::Quote { self.understanding.speaker(&cut.line) } else { None };
        let speaker = named.map(|(person, said)| {
            cut.line = said;
            person
        });
        if self.tails.get(&active.id) == Some(&tag) {
            self.tails.remove(&active.id);
            self.give_birth(cx, view.meeting.id, active.id, tag);
        }
        self.set_apart(active.id, tag, kind, &cut);
        self.cut_times(&text, cx.now);
        let line = if cut.before.is_empty() { Some(tag) } else { self.captures.last().map(|capture| capture.line) };
        if let Some(writing) = line.and_then(|line| self.writings.get_mut(&line)) {
            writing.speaker = speaker;
        }
        self.send_captures(cx);
        Captured::Done
    }

    /// The parts of the line that was captured last keep the times of their lines.
    fn cut_times(&mut self, whole: &str, now: i64) {
        let Some(Capture { before, line, rest, .. }) = self.captures.last() else { return };
        let origin = before.unwrap_or(*line);
        let parts = [*before, Some(*line), Some(*rest)];
        let times = self.writings.get(&origin).map(|writing| writing.times.clone()).unwrap_or_default();
        let text = |tag: &Option<Tag>| tag.and_then(|tag| self.writings.get(&tag)).map(|writing| writing.draft.text());
        let times = times.cut(whole, parts.each_ref().map(|tag| text(tag).unwrap_or_default()), now);
        for (tag, times) in parts.into_iter().zip(times) {
            if let Some(writing) = tag.and_then(|tag| self.writings.get_mut(&tag)) {
                writing.times = times;
            }
        }
    }

    /// Makes three sections of one: what stood before the line, the line, and where typing goes on.
    fn set_apart(&mut self, item: AgendaItemId, tag: Tag, kind: LineKind, cut: &Cut) {
        let (before, line) = if cut.before.is_empty() { (None, tag) } else { (Some(tag), self.new_tag()) };
        let rest = self.new_tag();
        self.writings.entry(line).or_insert_with(|| Writing::unborn(""));
        self.writings.insert(rest, Writing::unborn(""));
        let unsaved = self.writings.get(&tag).filter(|writing| writing.draft.is_dirty());
        let unsaved = unsaved.and_then(|writing| writing.draft.session());
        let now_ms = self.now_ms;
        for (part, text) in [(before, &cut.before), (Some(line), &cut.line), (Some(rest), &cut.after)] {
            if let Some(writing) = part.and_then(|part| self.writings.get_mut(&part)) {
                writing.draft.typed(text, now_ms);
            }
        }
        if let Some(writing) = self.writings.get_mut(&line) {
            writing.kind = Some(kind);
            writing.stored_in = None;
        }
        self.captures.push(Capture { item, kind, before, line, rest, unsaved, state: State::Waiting });
        self.changes += 1;
        let Some(document) = self.documents.get_mut(&item) else { return };
        if let Some(at) = document.order.iter().position(|other| *other == tag) {
            document.order.splice(at..=at, before.into_iter().chain([line, rest]));
        }
        document.lines.insert(line, super::lines_ui::LineLook::pending(kind));
        self.divide(item, &[]);
        if let Some(document) = self.documents.get_mut(&item) {
            // A captured line is done with, and typing goes on below it; an empty one is to be filled in.
            document.editor.caret_to_section(if cut.line.is_empty() { line } else { rest }, false);
        }
        self.enter = Some((item, Entrance::AsItIs));
    }

    /// Sends the captures whose blocks are stored, with what stands in their parts by now.
    pub(super) fn send_captures(&mut self, cx: &Cx<'_>) {
        for capture in &mut self.captures {
            let block = self.writings.get(&capture.origin()).and_then(|writing| writing.block);
            let Some(block) = block.filter(|_| capture.state == State::Waiting) else { continue };
            let text = |tag: Tag| self.writings.get(&tag).map(|writing| writing.draft.text().to_owned());
            let before = capture.before.and_then(text).unwrap_or_default();
            let line = text(capture.line).unwrap_or_default();
            let after = text(capture.rest).unwrap_or_default();
            // the three parts hold what stood in the notes below it too
            let joined =
                self.writings.get(&capture.origin()).map(|writing| writing.joined.as_slice()).unwrap_or_default();
            let with_emptied = |edit: Edit, session: Option<EditSession>| {
                let emptied = joined.iter().map(|block| super::saving::emptied(*block, session));
                if joined.is_empty() { edit } else { Edit::Together([edit].into_iter().chain(emptied).collect()) }
            };
            if let Some(session) = capture.unsaved {
                let parts = capture.parts().filter_map(|tag| self.writings.get(&tag));
                let told =
                    parts.map(|part| (part.draft.text(), part.times.clone())).filter(|(text, _)| !text.is_empty());
                let told: Vec<(&str, LineTimes)> = told.collect();
                let body = told.iter().map(|(text, _)| *text).collect::<Vec<&str>>().join("\n");
                let times = LineTimes::joined(told).stored();
                let values = vec![("body", body.into()), ("line_times", times.into())];
                let typed = Edit::Set { record: block.record(), values, session: Some(session), based_on: None };
                cx.store.send(with_emptied(typed, Some(session)));
            }
            let edit = match capture.kind {
                LineKind::Outcome(kind) => {
                    let values = self.understanding.of_new(kind, &line, cx.today);
                    Edit::Capture { block, kind, before, text: line, after, values }
                }
                LineKind::Regulation => Edit::CaptureRegulation { block, before, title: line, after },
                LineKind::Quote => Edit::SetApart { block, kind: BlockKind::Quote, before, text: line, after },
                LineKind::Private => Edit::SetApart { block, kind: BlockKind::Private, before, text: line, after },
            };
            let ticket = cx.store.send(with_emptied(edit, None));
            for part in capture.parts() {
                if let Some(writing) = self.writings.get_mut(&part) {
                    let text = writing.draft.text().to_owned();
                    writing.draft.sent_as(&text, ticket);
                }
            }
            capture.state = State::Sent(ticket);
        }
    }

    /// The sections whose versions the store has not told yet.
    pub(super) fn held(&self) -> FxHashSet<Tag> {
        self.captures.iter().flat_map(Capture::parts).collect()
    }

    pub(super) fn on_capture(&mut self, reply: &Reply) {
        let is_it = |capture: &Capture| capture.state == State::Sent(reply.ticket);
        let Some(at) = self.captures.iter().position(is_it) else { return };
        let made = reply.result.as_ref().ok().and_then(|applied| Some((applied.record?, applied.continue_in?)));
        let Some((made, below)) = made else { return self.put_together(at) };
        let Some(capture) = self.captures.get_mut(at) else { return };
        capture.state = State::Made(made);
        if let Some(origin) = self.writings.get_mut(&capture.origin()) {
            origin.joined.clear();
        }
        self.shown_as.insert(below, capture.rest);
        if let Some(rest) = self.writings.get_mut(&capture.rest) {
            rest.block = Some(below);
            rest.stored_in = rest.kind.is_none().then_some(below.record());
        }
        if let Some(line) = self.writings.get_mut(&capture.line) {
            line.stored_in = Some(made);
        }
    }

    /// Takes up what the store says of captures by now: they are lines like others from here on.
    pub(super) fn adopt<'v>(
        &mut self,
        item: &AgendaView,
        row_of: impl Fn(&BlockView) -> Option<LineRecord<'v>>,
        is_loading: bool,
    ) {
        let Self { captures, writings, shown_as, heard, .. } = self;
        captures.retain(|capture| {
            let State::Made(made) = capture.state else { return true };
            if capture.item != item.id {
                return true;
            }
            let is_it = |block: &&BlockView| {
                if made.entity == Entity::Outcome {
                    return block.outcome == Some(OutcomeId(made.id));
                }
                if made.entity == Entity::Regulation {
                    return block.regulation == Some(RegulationId(made.id));
                }
                // an answer from before knows the block, but not as what it has become
                block.id == BlockId(made.id) && block.kind != BlockKind::Discussion
            };
            let Some(block) = item.blocks.iter().find(is_it) else {
                // it may have been taken back before anybody saw it
                return is_loading;
            };
            shown_as.insert(block.id, capture.line);
            heard.push(LineHeard::Captured(capture.line));
            if let Some(line) = writings.get_mut(&capture.line) {
                line.block = Some(block.id);
            }
            for part in capture.parts() {
                let Some(writing) = writings.get_mut(&part) else { continue };
                let stored = item.blocks.iter().find(|other| Some(other.id) == writing.block);
                let stored = stored.map(|block| {
                    row_of(block).map_or((block.body.as_str(), block.version), |row| (row.text(), row.version()))
                });
                if let Some((text, version)) = stored {
                    writing.draft.settle(writing.draft.is_dirty(), text, version);
                }
            }
            false
        });
    }

    /// A block that was to be stored is not: nothing can be captured from it.
    pub(super) fn give_up_captures_of(&mut self, item: AgendaItemId, origin: Tag) {
        if let Some(at) = self.captures.iter().position(|capture| capture.origin() == origin) {
            self.put_together(at);
        }
        if !self.tails.contains_key(&item) && self.writings.get(&origin).is_some_and(|w| w.block.is_none()) {
            self.tails.insert(item, origin);
        }
    }

    /// A capture was refused: its parts are one block again, with all that was typed in them.
    fn put_together(&mut self, at: usize) {
        let Some(capture) = self.captures.get(at) else { return };
        let parts: Vec<Tag> = capture.parts().collect();
        // what was captured from its parts meanwhile waits for a block that never comes
        if let Some(later) = self.captures.iter().rposition(|other| {
            other.state == State::Waiting && parts.contains(&other.origin()) && other.origin() != capture.origin()
        }) {
            self.put_together(later);
            return self.put_together(at);
        }
        let Capture { item, kind, .. } = self.captures.remove(at);
        let texts = parts.iter().filter_map(|tag| self.writings.get(tag)).map(|writing| writing.draft.text());
        let text: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        let text = text.join("\n");
        let Some((origin, others)) = parts.split_first() else { return };
        if let Some(writing) = self.writings.get_mut(origin) {
            writing.kind = None;
            writing.is_kept_back |= kind == LineKind::Private;
            writing.stored_in = writing.block.map(crate::domain::BlockId::record);
            writing.draft.typed(&text, self.now_ms);
        }
        if let Some(document) = self.documents.get_mut(&item) {
            document.order.retain(|tag| !others.contains(tag));
            document.lines.retain(|tag, _| document.order.contains(tag) && tag != origin);
        }
        for other in others {
            self.writings.remove(other);
        }
        self.changes += 1;
        self.divide(item, &[]);
    }
}
