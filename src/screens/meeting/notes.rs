//! The notes of a meeting while they are typed: one document an agenda item, a section a block, in step with the store.
//!
//! The store knows only what was saved; this file holds what is newer. Each block has a draft, which tells what of it is
//! not on disk yet. A block with nothing unsaved follows the store; one that is being typed keeps its letters whatever
//! the store answers. Under every agenda item stands a tail: the place to go on typing, which becomes a block with its
//! first letter.

use super::captures::Capture;
use super::joining::Moved;
use super::line_kind::{LineKind, LineRecord, LineRecords};
use super::lines_ui::LineLook;
use super::understood::Understanding;
use crate::domain::{AgendaItemId, BlockId, LineTimes, PersonId, Record};
use crate::store::query::{AgendaView, BlockView, MeetingView};
use crate::store::{Draft, Ticket};
use crate::text::{Editor, Section, SectionFrame};
use rustc_hash::{FxHashMap, FxHashSet};

/// Names a section of a document: the same as long as it is on the screen, also when a tail becomes a block or a block
/// an outcome.
pub(super) type Tag = u64;

/// A block's text between the keyboard and the store. Its letters stand in the item's document.
pub(super) struct Writing {
    /// What of it is not on disk yet.
    pub draft: Draft,
    /// The block it stands in, once there is one.
    pub block: Option<BlockId>,
    /// The blocks of notes below that one whose text is part of this: they are emptied when it is saved.
    pub joined: Vec<BlockId>,
    /// Where its text is stored, once it is.
    pub stored_in: Option<Record>,
    /// What it is captured as; nothing while it is notes.
    pub kind: Option<LineKind>,
    /// Who was chosen as the speaker of a quote, until the store is told.
    pub speaker: Option<PersonId>,
    /// When its lines were begun.
    pub times: LineTimes,
    /// Its last words were refused: they stand nowhere but here.
    pub is_refused: bool,
    /// Something private is part of it again, because the store could not set it apart: nobody else is to read it.
    pub is_kept_back: bool,
}

impl Writing {
    /// Not in the store yet.
    pub(super) fn unborn(text: &str) -> Self {
        Self {
            draft: Draft::new(text, 0),
            block: None,
            joined: Vec::new(),
            stored_in: None,
            kind: None,
            speaker: None,
            times: LineTimes::default(),
            is_refused: false,
            is_kept_back: false,
        }
    }

    fn stored(block: BlockId, record: Record, text: &str, version: i64) -> Self {
        Self { block: Some(block), stored_in: Some(record), draft: Draft::new(text, version), ..Self::unborn("") }
    }
}

/// The notes of one agenda item.
pub(super) struct Document {
    /// The letters of all its blocks, the caret, the undo.
    pub editor: Editor,
    /// The same in every frame.
    pub widget: egui::Id,
    /// Its sections from top to bottom.
    pub order: Vec<Tag>,
    /// How its captured lines look.
    pub lines: FxHashMap<Tag, LineLook>,
    /// What that was made from.
    looked: FxHashMap<Tag, LookedAt>,
    /// What its marks were made from.
    pub marked: super::marks::Marked,
    /// What it was brought in step with last.
    synced: Option<(Facts, u64)>,
}

impl Document {
    fn new(item: AgendaItemId) -> Self {
        Self {
            editor: Editor::new(""),
            widget: egui::Id::unique(("meeting-notes", item.0)),
            order: Vec::new(),
            lines: FxHashMap::default(),
            looked: FxHashMap::default(),
            marked: super::marks::Marked::default(),
            synced: None,
        }
    }
}

/// Which one it is, and in which version.
type Versioned<Id> = (Id, i64);

/// What the look of a captured line is made from: it is made anew when this is something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LookedAt {
    kind: LineKind,
    /// Its block and its record, each with its version.
    there: Option<(Versioned<BlockId>, Option<Versioned<Record>>)>,
    look: u64,
}

/// What a document depends on besides the edits of this screen: it is looked through again when one of them changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Facts {
    /// Which answer of the store.
    pub revision: u64,
    /// A newer one is on its way.
    pub is_loading: bool,
    /// May anything be written?
    pub is_open: bool,
    /// Whatever else changes how captured lines look.
    pub look: u64,
}

/// Where the caret goes when a document is shown next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entrance {
    /// After the last letter.
    End,
    /// Where it stands in the document.
    AsItIs,
}

/// A new block on its way to the store.
pub(super) struct Birth {
    pub ticket: Ticket,
    pub item: AgendaItemId,
    pub tag: Tag,
}

/// What is to be said of a line: what becomes of it is seen beside it, and the caret is elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineHeard {
    /// It was captured.
    Captured(Tag),
    /// It is notes again.
    Released,
    /// Something else was understood in its words.
    Understood(Tag),
}

/// All notes of one meeting.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) documents: FxHashMap<AgendaItemId, Document>,
    pub(super) writings: FxHashMap<Tag, Writing>,
    /// Which section shows a block.
    pub(super) shown_as: FxHashMap<BlockId, Tag>,
    pub(super) tails: FxHashMap<AgendaItemId, Tag>,
    pub(super) births: Vec<Birth>,
    /// Stored, but not yet in what the store last answered: shown all the same, so that no letter blinks.
    pub(super) fresh: Vec<(AgendaItemId, Tag)>,
    pub(super) captures: Vec<Capture>,
    /// A captured line that is on its way to become notes again.
    pub(super) releasing: Option<(Ticket, Tag)>,
    /// What was not said yet.
    pub(super) heard: Vec<LineHeard>,
    /// The document that is to have the caret.
    pub enter: Option<(AgendaItemId, Entrance)>,
    /// The section that the caret stands in, while it blinks.
    pub focused: Option<Tag>,
    /// What captured lines say of who does it and by when.
    pub(super) understanding: Understanding,
    /// Grows with whatever may change a document from outside.
    pub(super) changes: u64,
    pub(super) now_ms: u64,
    last_tag: Tag,
}

impl Notes {
    /// A name for a section that nobody had before.
    pub(super) const fn new_tag(&mut self) -> Tag {
        self.last_tag += 1;
        self.last_tag
    }

    /// Brings an item's document in step with the store: what has nothing unsaved in it follows.
    pub fn sync(
        &mut self,
        item: &AgendaView,
        view: &MeetingView,
        facts: Facts,
        look: impl Fn(LineKind, Option<(&BlockView, Option<LineRecord<'_>>)>) -> LineLook,
    ) {
        let key = (facts, self.changes);
        let is_synced = self.documents.get(&item.id).is_some_and(|document| document.synced == Some(key));
        if is_synced {
            return;
        }
        let unsaved = self.writings.values().filter(|writing| !writing.draft.is_clean());
        let unsaved: FxHashSet<Record> = unsaved.filter_map(|writing| writing.stored_in).collect();
        self.understanding.follow(view, facts.revision, |outcome| !unsaved.contains(&outcome.record()));
        let records = LineRecords::of(view);
        let row_of = |block: &BlockView| records.of_block(block);
        self.adopt(item, row_of, facts.is_loading);
        let is_capturing = self.captures.iter().any(|capture| capture.item == item.id);
        let (mut followed, mut moved) = (Vec::new(), Vec::new());
        let order = if is_capturing {
            // what the store has answered is older than what is on the screen
            self.documents.get(&item.id).map(|document| document.order.clone()).unwrap_or_default()
        } else {
            self.prune(view);
            self.order_of(item, row_of, facts, &mut followed, &mut moved)
        };
        let block_of: FxHashMap<Tag, &BlockView> =
            item.blocks.iter().filter_map(|block| Some((*self.shown_as.get(&block.id)?, block))).collect();
        let stored = |tag: &Tag, kind: LineKind| {
            let block = block_of.get(tag).copied()?;
            let row = row_of(block);
            (LineKind::of(block, row) == Some(kind)).then_some((block, row))
        };
        let document = self.documents.entry(item.id).or_insert_with(|| Document::new(item.id));
        let (mut old, mut looked) = (std::mem::take(&mut document.lines), std::mem::take(&mut document.looked));
        for tag in &order {
            let Some(kind) = self.writings.get(tag).and_then(|writing| writing.kind) else { continue };
            let there = stored(tag, kind);
            let versions =
                there.map(|(block, row)| ((block.id, block.version), row.map(|row| (row.record(), row.version()))));
            let from = LookedAt { kind, there: versions, look: facts.look };
            let is_known = looked.remove(tag) == Some(from);
            let before = old.remove(tag);
            let line = before.clone().filter(|_| is_known).unwrap_or_else(|| look(kind, there));
            let is_other = before.is_some_and(|before| before.opens.is_some() && before.heard != line.heard);
            if is_other && self.focused == Some(*tag) {
                self.heard.push(LineHeard::Understood(*tag));
            }
            document.lines.insert(*tag, line);
            document.looked.insert(*tag, from);
        }
        document.order = order;
        document.synced = (!is_capturing).then_some(key);
        let stood = self.documents.get(&item.id).and_then(|document| document.editor.caret_in_section());
        self.divide(item.id, &followed);
        self.keep_caret(item.id, stood, &moved);
    }

    /// The sections of an item from top to bottom, each with its writing; `followed` are those that the store changed.
    fn order_of<'v>(
        &mut self,
        item: &AgendaView,
        row_of: impl Fn(&BlockView) -> Option<LineRecord<'v>>,
        Facts { is_open, is_loading, .. }: Facts,
        followed: &mut Vec<Tag>,
        moved: &mut Vec<Moved>,
    ) -> Vec<Tag> {
        let mut order = Vec::new();
        let mut blocks = item.blocks.as_slice();
        while let Some((block, below)) = blocks.split_first() {
            let row = row_of(block);
            let (text, version, record) = row.map_or_else(
                || (block.body.as_str(), block.version, block.id.record()),
                |row| (row.text(), row.version(), row.record()),
            );
            let known = self.shown_as.get(&block.id).copied();
            let tag = known.unwrap_or_else(|| self.new_tag());
            let is_new = !self.writings.contains_key(&tag);
            self.shown_as.insert(block.id, tag);
            let writing = self.writings.entry(tag).or_insert_with(|| Writing::stored(block.id, record, text, version));
            if writing.stored_in != Some(record) {
                // The line became a record, or notes again: it starts afresh from the store.
                let is_ours = self.releasing.is_some_and(|(_, releasing)| releasing == tag);
                let typed = (is_ours && !writing.draft.is_clean()).then(|| writing.draft.text().to_owned());
                *writing = Writing::stored(block.id, record, text, version);
                if let Some(typed) = typed {
                    writing.draft.typed(&typed, self.now_ms);
                }
                followed.push(tag);
            } else if writing.joined.is_empty() && writing.draft.follow(text, version) {
                followed.push(tag);
            }
            writing.kind = LineKind::of(block, row);
            if writing.kind.is_none() {
                self.hear_released(tag);
            }
            order.push(tag);
            let joined = if block.is_plain() {
                self.join(tag, block, below, is_loading && known.is_some(), followed, moved)
            } else {
                0
            };
            if is_new || followed.last() == Some(&tag) {
                self.follow_times(tag, block, below.get(..joined).unwrap_or_default());
            }
            blocks = below.get(joined..).unwrap_or_default();
        }
        self.fresh.retain(|(_, tag)| !order.contains(tag));
        let fresh: Vec<Tag> = self.fresh.iter().filter(|(at, _)| *at == item.id).map(|(_, tag)| *tag).collect();
        let ends_in_notes = item.blocks.last().is_some_and(BlockView::is_plain);
        if is_open && fresh.is_empty() && !ends_in_notes {
            order.push(self.tail(item.id));
        }
        order.extend(fresh);
        if is_open {
            self.shelter(item.id, &mut order);
        }
        order
    }

    /// A section is notes again: says so, where a captured line is on its way to become that.
    pub(super) fn hear_released(&mut self, tag: Tag) {
        if self.releasing.take_if(|(_, releasing)| *releasing == tag).is_some() {
            self.heard.push(LineHeard::Released);
        }
    }

    /// What was typed in a block that somebody took away meanwhile goes on as a new one.
    fn shelter(&mut self, item: AgendaItemId, order: &mut Vec<Tag>) {
        let shown = self.documents.get(&item).map(|document| document.order.as_slice()).unwrap_or_default();
        if shown == order.as_slice() {
            return;
        }
        let kept: FxHashSet<Tag> = order.iter().copied().collect();
        let gone: Vec<Tag> = shown.iter().copied().filter(|tag| !kept.contains(tag)).collect();
        for tag in gone {
            let is_unsaved =
                |writing: &&Writing| (writing.draft.is_dirty() || writing.is_refused) && writing.block.is_some();
            let text = self.writings.get(&tag).filter(is_unsaved).map(|writing| writing.draft.text().to_owned());
            let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
            let tail = self.tails.get(&item).copied();
            let tail_text =
                tail.and_then(|tail| self.writings.get(&tail)).map(|writing| writing.draft.text().to_owned());
            let above = tail_text.filter(|above| !above.is_empty());
            let home = if above.is_some() { tail.unwrap_or(tag) } else { tag };
            let whole: Vec<&str> =
                above.iter().chain([&text]).map(String::as_str).filter(|text| !text.is_empty()).collect();
            let whole = whole.join("\n");
            if home == tag {
                // it takes the place of an empty tail, and keeps the caret
                order.retain(|other| Some(*other) != tail);
                self.writings.insert(tag, Writing::unborn(""));
                self.tails.insert(item, tag);
            } else {
                self.writings.remove(&tag);
            }
            if let Some(writing) = self.writings.get_mut(&home) {
                writing.draft.typed(&whole, self.now_ms);
            }
            if !order.contains(&home) {
                order.push(home);
            }
        }
    }

    /// The place to go on typing under an item.
    fn tail(&mut self, item: AgendaItemId) -> Tag {
        if let Some(tag) = self.tails.get(&item) {
            return *tag;
        }
        let tag = self.new_tag();
        self.writings.insert(tag, Writing::unborn(""));
        self.tails.insert(item, tag);
        tag
    }

    /// Gives a document the sections of its order. Those that `followed` the store get its text; where the sections are
    /// others than before, all get what their drafts hold.
    pub(super) fn divide(&mut self, item: AgendaItemId, followed: &[Tag]) {
        let Self { documents, writings, .. } = self;
        let Some(document) = documents.get_mut(&item) else { return };
        let note = SectionFrame { margin: super::lines_ui::GAP, ..SectionFrame::default() };
        let section = |tag: &Tag| {
            let line = document.lines.get(tag);
            let frame = line.map_or(note, |line| line.frame);
            let is_kept_back = line.is_some_and(|line| line.kind == LineKind::Private);
            Section { tag: *tag, is_single_line: line.is_some(), is_kept_back, frame }
        };
        let sections: Vec<Section> = document.order.iter().map(section).collect();
        let kind = |section: &Section| (section.tag, section.is_single_line, section.is_kept_back);
        let is_same = document.editor.sections().map(kind).eq(sections.iter().map(kind));
        let text = |tag: Tag| writings.get(&tag).map(|writing| writing.draft.text());
        if is_same {
            for tag in followed {
                document.editor.replace_section(*tag, text(*tag).unwrap_or_default());
            }
        }
        let renewed = document.editor.set_sections(
            sections.into_iter().map(|section| (section, if is_same { None } else { text(section.tag) })),
        );
        if !is_same {
            document.marked.renew(&renewed);
        }
    }

    /// The caret goes to the end of an item's notes.
    pub const fn focus_end_of(&mut self, item: &AgendaView) {
        self.enter = Some((item.id, Entrance::End));
    }

    /// Lets go of what belongs to blocks and items that are gone.
    fn prune(&mut self, view: &MeetingView) {
        let blocks: FxHashSet<BlockId> =
            view.agenda.iter().flat_map(|item| &item.blocks).map(|block| block.id).collect();
        let items: FxHashSet<AgendaItemId> = view.agenda.iter().map(|item| item.id).collect();
        self.tails.retain(|item, _| items.contains(item));
        self.documents.retain(|item, _| items.contains(item));
        let mut kept: FxHashSet<Tag> = self.held();
        kept.extend(self.tails.values());
        kept.extend(self.fresh.iter().map(|(_, tag)| *tag));
        kept.extend(self.births.iter().map(|birth| birth.tag));
        self.writings.retain(|tag, writing| {
            let is_there = writing.block.is_some_and(|block| blocks.contains(&block));
            is_there || kept.contains(tag) || writing.draft.is_dirty() || writing.is_refused
        });
        let writings = &self.writings;
        self.shown_as.retain(|_, tag| writings.contains_key(tag));
    }
}
