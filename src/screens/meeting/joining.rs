//! Notes that lie one below the other in the store, after an undo, a line given back or an import: they read and are
//! edited as one text.
//!
//! Apart from the notes because of its one rule: what is joined on the screen changes nothing in the store until the text
//! is edited. Then the first block gets all of it and the others are emptied, in one step.

use super::notes::{Notes, Tag, Writing};
use crate::domain::{AgendaItemId, BlockId, LineTimes};
use crate::store::query::BlockView;

/// A section that became part of the one above it: where in that its first paragraph stands now.
pub(super) struct Moved {
    from: Tag,
    to: Tag,
    paragraph: usize,
}

/// The text of a block of notes with those below that are joined to it: those that hold something.
fn joined_text(block: &BlockView, below: &[BlockView]) -> (String, Vec<BlockId>) {
    let full: Vec<&BlockView> = below.iter().filter(|block| !block.body.is_empty()).collect();
    let own = (!block.body.is_empty()).then_some(block.body.as_str());
    let bodies: Vec<&str> = own.into_iter().chain(full.iter().map(|block| block.body.as_str())).collect();
    (bodies.join("\n"), full.iter().map(|block| block.id).collect())
}

impl Notes {
    /// Takes the notes directly below a block of notes into its section, as long as nothing of either waits to be saved.
    /// Answers how many blocks are part of the section. `is_behind`: the view may be older than what was saved.
    pub(super) fn join(
        &mut self,
        tag: Tag,
        block: &BlockView,
        below: &[BlockView],
        is_behind: bool,
        followed: &mut Vec<Tag>,
        moved: &mut Vec<Moved>,
    ) -> usize {
        let Some(writing) = self.writings.get(&tag) else { return 0 };
        let is_note = |block: &&BlockView| block.is_plain();
        if is_behind || !is_settled(writing) || writing.draft.version() > block.version {
            // what is joined already stays so
            let joined = &writing.joined;
            let notes = below.iter().take_while(is_note).enumerate();
            return notes.filter(|(_, block)| joined.contains(&block.id)).last().map_or(0, |(last, _)| last + 1);
        }
        let can_join = |block: &&BlockView| {
            let known = self.shown_as.get(&block.id).and_then(|tag| self.writings.get(tag));
            is_note(block) && known.is_none_or(|writing| is_settled(writing) && is_stored(writing, block))
        };
        let count = below.iter().take_while(can_join).count();
        let below = below.get(..count).unwrap_or_default();
        for (index, part) in below.iter().enumerate() {
            let Some(from) = self.shown_as.remove(&part.id).filter(|from| *from != tag) else { continue };
            // Below notes a captured line becomes part of them at once.
            self.hear_released(from);
            self.writings.remove(&from);
            self.fresh.retain(|(_, fresh)| *fresh != from);
            if self.focused == Some(from) {
                self.focused = Some(tag);
            }
            let (above, _) = joined_text(block, below.get(..index).unwrap_or_default());
            let lines = if above.is_empty() { 0 } else { above.split('\n').count() };
            let paragraph = if part.body.is_empty() { lines.saturating_sub(1) } else { lines };
            moved.push(Moved { from, to: tag, paragraph });
        }
        let (text, joined) = joined_text(block, below);
        if let Some(writing) = self.writings.get_mut(&tag)
            && (writing.joined != joined || !joined.is_empty() && writing.draft.text() != text)
        {
            writing.joined = joined;
            writing.draft.settle(false, &text, block.version);
            followed.push(tag);
        }
        count
    }

    /// The times of a section's lines are those that the store has of its blocks.
    pub(super) fn follow_times(&mut self, tag: Tag, block: &BlockView, joined: &[BlockView]) {
        let Some(writing) = self.writings.get_mut(&tag) else { return };
        let told = |block: &&BlockView| !block.is_plain() || !block.body.is_empty();
        let parts = std::iter::once(block).chain(joined).filter(told);
        writing.times = LineTimes::joined(parts.map(|block| (block.body.as_str(), block.line_times.clone())));
    }

    /// The caret goes along with the letters that it stood between.
    pub(super) fn keep_caret(&mut self, item: AgendaItemId, stood: Option<(Tag, usize, usize)>, moved: &[Moved]) {
        let Some((from, paragraph, byte)) = stood else { return };
        let Some(to) = moved.iter().find(|moved| moved.from == from) else { return };
        let Some(document) = self.documents.get_mut(&item) else { return };
        if document.editor.caret_to_section(to.to, false) {
            let (first, _) = document.editor.caret();
            document.editor.set_caret(first + to.paragraph + paragraph, byte);
        }
    }
}

/// Is everything of it stored, and nothing left to settle?
const fn is_settled(writing: &Writing) -> bool {
    writing.draft.is_clean() && !writing.is_refused && !writing.draft.is_stale()
}

/// Is the view of a block as new as what is known of it?
fn is_stored(writing: &Writing, block: &BlockView) -> bool {
    writing.stored_in != Some(block.id.record()) || writing.draft.version() <= block.version
}
