//! An editor's text for screen readers: runs of one direction and one look, in reading order, with the place of every
//! letter.
//!
//! Apart from the view because AccessKit has a model of its own: a run holds at most 255 characters (ours are the
//! clusters that the caret steps over), and a newline is the last character of its paragraph. Paragraphs out of sight
//! are announced as text without the places of letters, which keeps the document whole.
//!
//! The tree wants every run in every frame. A paragraph keeps its runs as they were announced last, so that those of an
//! unchanged one cost a copy: what is around them (where the text stands on the screen) is filled in at the end.

use egui::Id;
use egui::accesskit::{NodeId, Rect as Bounds, TextPosition, TextSelection};
use egui::{Pos2, Rect};

use super::heard::{HeardAs, Voice};
use super::{Affinity, Caret, Editor};
use crate::text::access::Announcement;

impl Editor {
    /// What to announce; `origin` is the text's top left on the screen and `clip` what can be seen.
    pub(super) fn announcement(
        &self,
        parent: Id,
        origin: Pos2,
        scale: f32,
        clip: Rect,
        voice: &Voice<'_>,
    ) -> Announcement {
        let visible = (clip.top() - origin.y) * scale..(clip.bottom() - origin.y) * scale;
        let last = self.paragraph_count().saturating_sub(1);
        let layout = self.layout.as_ref();
        let width_px = layout.and_then(|style| style.width_px);
        let lines = layout.map(|style| (width_px.map(f32::to_bits), std::mem::discriminant(&style.alignment)));
        let (mut anchor, mut focus) = (None, None);
        let mut runs = Vec::new();
        let mut top_px = 0.0;
        let mut sections = self.sections.spans().map(|(section, span)| (span.start, section.tag)).peekable();
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            let bottom_px = top_px + paragraph.height_px();
            let is_seen = bottom_px >= visible.start && top_px <= visible.end;
            let key = HeardAs {
                parent,
                serial: paragraph.serial(&self.last_serial),
                is_placed: is_seen && paragraph.is_shaped(),
                has_newline: index < last,
                scale: scale.to_bits(),
                lines,
                looks: voice.number,
                hits: self.hits_number(index),
            };
            let mut heard = paragraph.heard.borrow_mut();
            if heard.key != Some(key) {
                heard.renew(key, paragraph, self.hits_in(index), voice);
            }
            for (caret, place) in [(self.anchor, &mut anchor), (self.caret, &mut focus)] {
                if caret.paragraph == index {
                    *place = heard.position(caret.byte, caret.affinity);
                }
            }
            let section = sections.next_if(|(first, _)| *first == index).map(|(_, tag)| tag);
            let name = section.and_then(|tag| voice.name.and_then(|name| name(tag)));
            let spoken = name.map(|name| (spoken_id(parent, key.serial), heard.spoken(name)));
            let first = heard.runs.first().map(|run| run.id);
            if let Some(((id, mut node), first)) = spoken.zip(first) {
                // it is said where it is seen: in the room before the first line
                let room = paragraph.room();
                let is_rtl = layout.is_some_and(|style| style.fallback.is_rtl());
                let right_px = width_px.unwrap_or_default();
                let (left, right) = if is_rtl { (right_px - room.right_px, right_px) } else { (0.0, room.left_px) };
                let (top, bottom) = paragraph.line_span_px(0).unwrap_or((0.0, bottom_px - top_px));
                node.set_bounds(Bounds {
                    x0: f64::from(origin.x + left / scale),
                    x1: f64::from(origin.x + right / scale),
                    y0: f64::from(origin.y + (top_px + top) / scale),
                    y1: f64::from(origin.y + (top_px + bottom) / scale),
                });
                let count = node.character_lengths().len();
                let width = (right - left) / scale / count.max(1) as f32;
                node.set_character_positions((0..count).map(|letter| letter as f32 * width).collect::<Vec<f32>>());
                node.set_character_widths(vec![width; count]);
                node.set_next_on_line(first);
                runs.push((id, node));
            }
            for run in &heard.runs {
                let [left, right, top, bottom] = run.edges_px.unwrap_or([0.0, 0.0, 0.0, bottom_px - top_px]);
                let right = if run.edges_px.is_some() { right } else { width_px.unwrap_or_default() };
                let mut node = run.node.clone();
                if name.is_some() && first == Some(run.id) {
                    node.set_previous_on_line(spoken_id(parent, key.serial));
                }
                node.set_bounds(Bounds {
                    x0: f64::from(origin.x + left / scale),
                    x1: f64::from(origin.x + right / scale),
                    y0: f64::from(origin.y + (top_px + top) / scale),
                    y1: f64::from(origin.y + (top_px + bottom) / scale),
                });
                runs.push((run.id, node));
            }
            top_px = bottom_px;
        }
        let selection = anchor.zip(focus).map(|(anchor, focus)| TextSelection { anchor, focus });
        Announcement { parent, runs, selection }
    }

    /// The places that a screen reader asks to select, among the runs as it has heard them: anchor and caret.
    pub(super) fn announced_selection(&self, selection: &TextSelection) -> Option<(Caret, Caret)> {
        let find = |position: &TextPosition| {
            let mut places = self.paragraphs.iter().enumerate().filter_map(|(index, paragraph)| {
                let heard = paragraph.heard.borrow();
                let is_before = heard.key.is_some_and(|key| spoken_id(key.parent, key.serial) == position.node);
                let byte = if is_before { 0 } else { heard.byte_of(position)? };
                Some(self.caret_in(index, byte))
            });
            places.next()
        };
        Some((find(&selection.anchor)?, find(&selection.focus)?))
    }
}

impl super::heard::Heard {
    /// Where a caret stands among the runs. At a break it belongs to the run that begins there, or to the one that ends.
    fn position(&self, byte: usize, affinity: Affinity) -> Option<TextPosition> {
        let mut holders = self.runs.iter().filter_map(|run| {
            let lengths = run.node.character_lengths().iter().copied().map(usize::from);
            let mut at = run.start;
            let mut index = 0;
            for length in lengths.take(run.letters) {
                if byte < at + length {
                    break;
                }
                at += length;
                index += 1;
            }
            let is_within = run.start <= byte && (index < run.letters || byte == at);
            is_within.then_some(TextPosition { node: run.id, character_index: index })
        });
        match affinity {
            Affinity::Downstream => holders.next_back(),
            Affinity::Upstream => holders.next(),
        }
    }

    /// The byte of the paragraph at a place in one of the runs.
    fn byte_of(&self, position: &TextPosition) -> Option<usize> {
        let run = self.runs.iter().find(|run| run.id == position.node)?;
        let lengths = run.node.character_lengths().iter().copied().map(usize::from);
        Some(run.start + lengths.take(position.character_index.min(run.letters)).sum::<usize>())
    }
}

/// The id of a run: the same for as long as its paragraph is there and it begins at the same letter.
pub(super) fn run_id(parent: Id, serial: u64, start: usize) -> NodeId {
    parent.with(("run", serial, start)).accesskit_id()
}

/// The id of what is said before a paragraph's runs.
fn spoken_id(parent: Id, serial: u64) -> NodeId {
    parent.with(("spoken", serial)).accesskit_id()
}
