//! From the keyboard to the disk: what is typed becomes drafts, drafts become edits, and their answers come back.
//!
//! Apart from the notes, which say what stands on the screen.

use super::line_kind::LineKind;
use super::notes::{Birth, Notes, Tag, Writing};
use super::understood::Understanding;
use crate::domain::{AgendaItemId, BlockId, Entity, MeetingId, OutcomeId, Value};
use crate::screens::Cx;
use crate::store::{Draft, Edit, EditSession, Reply};

impl Notes {
    /// Takes up what was typed in an item's document, whose caret stands in the section `focused` now.
    pub fn typed(&mut self, cx: &Cx<'_>, meeting: MeetingId, item: AgendaItemId, focused: Option<Tag>) {
        let Some(document) = self.documents.get_mut(&item) else { return };
        let changed = document.editor.take_changed_sections();
        for tag in &changed {
            let text = document.editor.section_text(*tag).unwrap_or_default();
            if let Some(writing) = self.writings.get_mut(tag) {
                writing.times.follow(writing.draft.text(), &text, cx.now);
                writing.draft.typed(&text, self.now_ms);
            }
        }
        if changed.len() > 1 {
            self.share_session(&changed);
        }
        let left = self.focused.filter(|left| focused != Some(*left));
        if let Some(left) = left {
            // Leaving a block puts it on its way to disk at once, and ends the stretch of typing in it.
            self.save(cx, |_, draft| draft.is_dirty());
            if let Some(writing) = self.writings.get_mut(&left).filter(|_| !changed.contains(&left)) {
                writing.draft.end_session();
            }
        }
        self.focused = focused;
        let Some(tail) = self.tails.get(&item).copied() else { return };
        let is_written = self.writings.get(&tail).is_some_and(|writing| !writing.draft.text().is_empty());
        if is_written {
            // A new note is a row from its first character.
            self.give_birth(cx, meeting, item, tail);
        }
    }

    /// Sends a new block, unless it is on its way.
    pub(super) fn give_birth(&mut self, cx: &Cx<'_>, meeting: MeetingId, item: AgendaItemId, tag: Tag) {
        let Some(writing) = self.writings.get_mut(&tag).filter(|writing| writing.block.is_none()) else { return };
        if self.births.iter().any(|birth| birth.tag == tag) {
            return;
        }
        let text = writing.draft.text().to_owned();
        let body = Value::from(text.as_str());
        let times = Value::from(writing.times.stored());
        let values =
            vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", body), ("line_times", times)];
        let ticket = cx.store.send(Edit::Add { entity: Entity::Block, values });
        writing.draft.sent_as(&text, ticket);
        self.births.push(Birth { ticket, item, tag });
    }

    /// What was changed at once, over several blocks, is undone at once; and what takes it back belongs to it too.
    fn share_session(&mut self, changed: &[Tag]) {
        let sessions = changed.iter().filter_map(|tag| self.writings.get(tag)).map(|writing| writing.draft.session());
        let mut sessions: Vec<Option<EditSession>> = sessions.collect();
        sessions.dedup();
        let session = match sessions.as_slice() {
            [Some(shared)] => *shared,
            _ => EditSession::new(),
        };
        for tag in changed {
            if let Some(writing) = self.writings.get_mut(tag) {
                writing.draft.share_session(session, self.now_ms);
            }
        }
    }

    /// Sends what has been quiet for long enough; answers when to look again.
    pub fn save_due(&mut self, cx: &Cx<'_>) -> Option<u64> {
        self.send_captures(cx);
        self.send_speakers(cx);
        let now_ms = self.now_ms;
        self.save(cx, |is_held, draft| !is_held && draft.is_due(now_ms));
        let held = self.held();
        let waiting = self.writings.iter().filter(|(tag, writing)| writing.stored_in.is_some() && !held.contains(*tag));
        waiting.filter_map(|(_, writing)| writing.draft.due_in_ms(now_ms)).min()
    }

    /// Tells the store who said what, once the line has a block.
    fn send_speakers(&mut self, cx: &Cx<'_>) {
        let quotes = self.writings.values_mut().filter(|writing| writing.kind == Some(LineKind::Quote));
        for writing in quotes {
            let Some(block) = writing.stored_in.filter(|record| record.entity == Entity::Block) else { continue };
            let Some(speaker) = writing.speaker.take() else { continue };
            let values = vec![("speaker", speaker.into())];
            cx.store.send(Edit::Set { record: block, values, session: None, based_on: None });
        }
    }

    /// Sends all that is not on its way yet: on leaving an item, the screen, the program.
    pub fn save_all(&mut self, cx: &Cx<'_>) {
        self.send_captures(cx);
        self.send_speakers(cx);
        self.save(cx, |_, draft| draft.is_dirty());
        for writing in self.writings.values_mut() {
            writing.draft.end_session();
        }
    }

    /// The texts that no edit holds as they are: below and in captured lines, and in new blocks, as long as the store has
    /// not answered; and what it refused.
    pub fn unsent(&self) -> Vec<String> {
        let is_unsent = |writing: &&Writing| writing.draft.is_dirty() || writing.is_refused;
        let mut held: Vec<(&Tag, &Writing)> = self.writings.iter().filter(|(_, writing)| is_unsent(writing)).collect();
        held.sort_by_key(|(tag, _)| **tag);
        held.into_iter().map(|(_, writing)| writing.draft.text().to_owned()).filter(|text| !text.is_empty()).collect()
    }

    /// Sends those that `is_chosen`, asked with whether the store has told their version yet.
    fn save(&mut self, cx: &Cx<'_>, is_chosen: impl Fn(bool, &Draft) -> bool) {
        let held = self.held();
        let stored = self.writings.iter_mut().filter(|(_, writing)| writing.stored_in.is_some());
        let mut chosen: Vec<(&Tag, &mut Writing)> =
            stored.filter(|(tag, writing)| is_chosen(held.contains(*tag), &writing.draft)).collect();
        // the store makes one step of what it gets of one session without anything else in between
        chosen.sort_by_key(|(tag, writing)| (writing.draft.session().map(|session| session.0), **tag));
        for (tag, writing) in chosen {
            send(cx, &mut self.understanding, writing, held.contains(tag));
        }
    }

    /// A captured line becomes notes again.
    pub fn release(&mut self, cx: &Cx<'_>, tag: Tag) {
        let block = self.writings.get(&tag).and_then(|writing| writing.block);
        let Some(block) = block.filter(|_| self.releasing.is_none_or(|(_, releasing)| releasing != tag)) else {
            return;
        };
        // what was typed in the line last becomes part of the notes
        self.save_all(cx);
        self.releasing = Some((cx.store.send(Edit::Release(block)), tag));
    }

    /// What became of an edit of this screen.
    pub fn on_reply(&mut self, reply: &Reply) {
        self.changes += 1;
        for writing in self.writings.values_mut() {
            let was_clean = writing.draft.is_clean();
            writing.draft.on_reply(reply);
            if !was_clean && writing.draft.is_clean() {
                writing.is_refused = reply.result.is_err();
            }
        }
        self.on_birth(reply);
        self.on_capture(reply);
        if reply.result.is_err() {
            self.releasing.take_if(|(ticket, _)| *ticket == reply.ticket);
        }
    }

    fn on_birth(&mut self, reply: &Reply) {
        let Some(at) = self.births.iter().position(|birth| birth.ticket == reply.ticket) else { return };
        let Birth { item, tag, .. } = self.births.swap_remove(at);
        let record = reply.result.as_ref().ok().and_then(|applied| applied.record);
        let Some(record) = record else { return self.give_up_captures_of(item, tag) };
        let block = BlockId(record.id);
        if self.tails.get(&item) == Some(&tag) {
            self.tails.remove(&item);
            self.fresh.push((item, tag));
        }
        self.shown_as.insert(block, tag);
        if let Some(writing) = self.writings.get_mut(&tag) {
            writing.block = Some(block);
            // a line that is being captured will be stored elsewhere
            writing.stored_in = writing.kind.is_none().then_some(record);
        }
    }

    /// Whether a save came too late: somebody else changed the same block.
    pub fn stale(&self) -> Option<BlockId> {
        self.writings.values().find(|writing| writing.draft.is_stale()).and_then(|writing| writing.block)
    }

    /// What was typed in a stale block wins over what is stored, or gives way to it.
    pub fn settle(&mut self, item: AgendaItemId, block: BlockId, keep_typed: bool, stored: &str, version: i64) {
        let Some(tag) = self.shown_as.get(&block).copied() else { return };
        let Some(writing) = self.writings.get_mut(&tag) else { return };
        writing.draft.settle(keep_typed, stored, version);
        if !keep_typed {
            writing.joined.clear();
        }
        if !keep_typed && let Some(document) = self.documents.get_mut(&item) {
            document.editor.replace_section(tag, stored);
        }
    }
}

/// Sends a writing's text to where it is stored; without the version it is based on where nobody knows that yet.
///
/// What a captured line says of who does it and by when goes with its words.
fn send(cx: &Cx<'_>, understanding: &mut Understanding, writing: &mut Writing, is_held: bool) {
    let Some(record) = writing.stored_in else { return };
    #[expect(clippy::wildcard_enum_match_arm, reason = "lines are stored in no others")]
    let field = match record.entity {
        Entity::Outcome => "text",
        Entity::Regulation => "title",
        _ => "body",
    };
    let save = writing.draft.take();
    let mut values = vec![(field, Value::from(save.text.as_str()))];
    if record.entity == Entity::Outcome {
        values.extend(understanding.of_change(OutcomeId(record.id), &save.text, cx.today));
    }
    if record.entity == Entity::Block {
        values.push(("line_times", writing.times.stored().into()));
    }
    let based_on = save.based_on.filter(|_| !is_held);
    let edit = Edit::Set { record, values, session: Some(save.session), based_on };
    let emptied = writing.joined.iter().map(|block| emptied(*block, Some(save.session)));
    let edit =
        if writing.joined.is_empty() { edit } else { Edit::Together([edit].into_iter().chain(emptied).collect()) };
    let ticket = cx.store.send(edit);
    writing.draft.sent(ticket);
}

/// A block whose text stands in the one above it from now on.
pub(super) fn emptied(block: BlockId, session: Option<EditSession>) -> Edit {
    Edit::Set { record: block.record(), values: vec![("body", Value::from(""))], session, based_on: None }
}
