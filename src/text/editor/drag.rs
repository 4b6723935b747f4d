//! Drag and drop of text: what is selected is carried to another place, in this text or in another.
//!
//! Apart from the mouse's other work because two editors take part. The one that text is dragged from may have been
//! shown before or after the one that takes it: it finds a note that its text was taken, and gives it up.

use std::ops::Range;

use egui::{Context, CursorIcon, DragAndDrop, Id, PointerButton, Pos2, Response, Ui};

use super::held::Held;
use super::history::Kind;
use super::pointer::{edge_speed, scroll_at_edge};
use super::{Caret, Editor, EditorView, LayoutStyle};
use crate::text::engine::Shared;

/// How near the edge of what is seen a drag scrolls, in points: it has to stay within to be dropped.
const EDGE: f32 = 16.0;

/// What is carried.
struct Carried {
    text: String,
    from: Id,
    /// The text that it was taken from: after another change it is not taken away there.
    revision: u64,
}

fn taken_id(editor: Id) -> Id {
    editor.with("dragged text was taken")
}

impl EditorView<'_> {
    /// A drag that began on what is selected carries it.
    pub(super) fn begin_drag(&mut self, response: &Response, to_px: impl Fn(Pos2) -> Pos2) {
        if !response.drag_started_by(PointerButton::Primary) || !self.editor.press.holds_selection() {
            return;
        }
        let origin = response.ctx.input(|input| input.pointer.press_origin());
        if origin.is_some_and(|origin| self.editor.is_selected_px(to_px(origin))) {
            let text = self.editor.selected_text();
            DragAndDrop::set_payload(&response.ctx, Carried { text, from: self.id, revision: self.editor.revision() });
        }
    }

    /// Shows where what is carried would be dropped, and takes it when it is.
    pub(super) fn handle_drop(
        &mut self,
        ui: &Ui,
        response: &Response,
        shared: &Shared,
        style: &LayoutStyle,
        to_px: impl Fn(Pos2) -> Pos2,
    ) {
        let ctx = &response.ctx;
        let is_released = ctx.input(|input| input.pointer.any_released());
        let Some(carried) = DragAndDrop::payload::<Carried>(ctx) else {
            if is_released {
                self.editor.press.let_go();
            }
            return;
        };
        if !response.enabled() || self.is_read_only || !response.contains_pointer() {
            return;
        }
        let Some(pointer) = ctx.pointer_interact_pos() else { return };
        self.editor.lay_out(&mut shared.lock().engine, style);
        let point = to_px(pointer);
        let at = self.editor.hit_px(point.x, point.y.max(0.0));
        let is_own = carried.from == self.id;
        let is_where_it_was = is_own && self.editor.selection().is_some_and(|(from, to)| !at.is_outside(from, to));
        let modifiers = ctx.input(|input| input.modifiers);
        let copies = if ctx.os().is_mac() { modifiers.alt } else { modifiers.command };
        ctx.set_cursor_icon(if copies { CursorIcon::Copy } else { CursorIcon::Grabbing });
        if !is_released {
            self.drop_at = (!is_where_it_was).then_some(at);
            if !self.is_single_line {
                scroll_at_edge(ui, edge_speed(pointer.y, ui.clip_rect().y_range().shrink(EDGE)));
            }
            return;
        }
        DragAndDrop::clear_payload(ctx);
        self.editor.press.let_go();
        if is_where_it_was {
            // let go where it was: as if it had been clicked
            return self.editor.move_to(at, false);
        }
        response.request_focus();
        if is_own && !copies {
            self.editor.move_selection(at);
            return;
        }
        self.editor.move_to(at, false);
        let start = self.editor.offset(at);
        let before = self.editor.char_count();
        let mut state = shared.lock();
        let mut keyboard = self.keyboard(ctx, &mut state.engine, style, 1.0);
        keyboard.insert(&carried.text, Kind::Whole);
        let left_out = keyboard.outcome.left_out;
        drop(state);
        self.left_out += left_out;
        let has_all = left_out == 0 && self.editor.char_count() > before;
        let end = self.editor.full_caret();
        self.editor.move_to(self.editor.caret_at_offset(start), false);
        self.editor.move_to(end, true);
        if !copies && has_all {
            ctx.data_mut(|data| data.insert_temp(taken_id(carried.from), carried.revision));
            ctx.request_repaint();
        }
    }

    /// Takes away what another editor has taken.
    pub(super) fn give_up_dragged(&mut self, ctx: &Context) {
        let taken = ctx.data_mut(|data| data.remove_temp::<u64>(taken_id(self.id)));
        if taken == Some(self.editor.revision()) && !self.is_read_only {
            self.editor.delete_selection();
        }
    }
}

impl Caret {
    fn is_outside(&self, from: Self, to: Self) -> bool {
        self.compare(&from).is_lt() || self.compare(&to).is_gt()
    }
}

impl Editor {
    /// Moves what is selected to another place, with its ranges, as one step of undo; it stays selected.
    pub(crate) fn move_selection(&mut self, to: Caret) {
        let Some((first, last)) = self.selection() else { return };
        if !to.is_outside(first, last) {
            return;
        }
        if self.is_atom(first.paragraph) && first.paragraph == last.paragraph {
            return self.move_atom(first.paragraph, to);
        }
        let text = self.selected_text();
        let bytes = self.offset(first)..self.offset(last);
        let ranges = self.ranges_within(&bytes);
        let is_below = to.compare(&last).is_gt();
        let target = self.offset(to);
        self.as_one_step(|editor| {
            let length = editor.byte_len();
            editor.delete_selection();
            let target = if is_below { target - (length - editor.byte_len()) } else { target };
            let at = editor.caret_at_offset(target);
            editor.move_to(at, false);
            let start = editor.offset(at);
            editor.insert_as(&text, Kind::Whole);
            let end = editor.full_caret();
            let inserted = editor.offset(end) - start;
            // beside an atom it has come to a line of its own
            let start = start + inserted.saturating_sub(text.len());
            for held in ranges {
                let first = editor.raw_at_offset(start + held.bytes.start);
                let length = held.bytes.len();
                let bytes = first.byte..first.byte + length;
                let is_whole = bytes == (0..editor.paragraph(first.paragraph).len());
                if held.is_inline {
                    editor.hold_inline(first.paragraph, bytes, held.range);
                } else if is_whole || !held.is_atom {
                    editor.add_held(first.paragraph, bytes, held.range, held.is_atom);
                }
            }
            editor.move_to(editor.caret_at_offset(start), false);
            editor.move_to(end, true);
            editor.history.settle((start, editor.offset(end)));
        });
    }

    /// Moves an atom, and its line with it, to where it is a line of its own again.
    fn move_atom(&mut self, paragraph: usize, to: Caret) {
        let Some(held) = self.paragraphs.get(paragraph).and_then(super::Paragraph::atom).cloned() else { return };
        let text = self.paragraph(paragraph).to_owned();
        let (start, end) = self.raw_paragraph(paragraph);
        let (from, until) = if paragraph + 1 < self.paragraph_count() {
            (start, self.raw_paragraph(paragraph + 1).0)
        } else {
            (self.raw_paragraph(paragraph.saturating_sub(1)).1, end)
        };
        let (removed, target) = (self.offset(from)..self.offset(until), self.offset(to));
        self.as_one_step(|editor| {
            let length = editor.byte_len();
            editor.replace_raw(from, until, "", Kind::Whole);
            // a newline between two sections stays
            let gone = length - editor.byte_len();
            let target = if target >= removed.end { target - gone } else { target.min(removed.start) };
            editor.move_to(editor.caret_at_offset(target), false);
            editor.insert_atom(&text, held.range);
            let at = editor.caret.paragraph;
            editor.select_paragraph(at);
        });
    }

    /// The ranges that lie within some bytes, counted from the first of these.
    fn ranges_within(&self, bytes: &Range<usize>) -> Vec<Held> {
        let mut start = 0;
        let mut within = Vec::new();
        for paragraph in &self.paragraphs {
            for held in paragraph.ranges() {
                let range = start + held.bytes.start..start + held.bytes.end;
                if bytes.start <= range.start && range.end <= bytes.end {
                    within.push(Held { bytes: range.start - bytes.start..range.end - bytes.start, ..held.clone() });
                }
            }
            start += paragraph.len() + 1;
        }
        within
    }

    /// The length of the whole text.
    pub(crate) fn byte_len(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.len() + 1).sum::<usize>().saturating_sub(1)
    }
}
