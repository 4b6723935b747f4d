//! Inline atoms on the screen: how wide the caller wants each, and the caller's drawing in its place on the line.
//!
//! Apart from paragraph atoms, which have the whole width and a height of their own.

use egui::{Pos2, Rect, Sense, Ui, vec2};

use super::draw_atoms::{AtomAt, Draw, PADDING};
use super::inline::InlineAtom;
use super::layout::Progress;
use super::{EditorView, LayoutStyle};
use crate::text::block::Request;
use crate::text::engine::Shared;
use crate::text::label::Label;

/// How far an atom that nobody draws stays from the lines above and below, in points.
const GAP: f32 = 1.0;

type Measure<'a> = Box<dyn Fn(&Ui, &AtomAt<'_>) -> f32 + 'a>;

/// How the caller draws inline atoms.
#[derive(Default)]
pub(super) struct InlineAtoms<'a> {
    width: Option<Measure<'a>>,
    draw: Option<Draw<'a>>,
}

impl<'a> InlineAtoms<'a> {
    pub(super) fn new(
        width: impl Fn(&Ui, &AtomAt<'_>) -> f32 + 'a,
        draw: impl FnMut(&mut Ui, &AtomAt<'_>) + 'a,
    ) -> Self {
        Self { width: Some(Box::new(width)), draw: Some(Box::new(draw)) }
    }
}

impl EditorView<'_> {
    /// Asks for the width of every inline atom; what comes of it needs another layout.
    pub(super) fn measure_inline(&mut self, ui: &Ui, shared: &Shared, style: &LayoutStyle) {
        let scale = style.pixels_per_point;
        let mut is_changed = false;
        for (index, paragraph) in self.editor.paragraphs.iter_mut().enumerate() {
            if paragraph.inline_atoms().next().is_none() {
                continue;
            }
            let measured = paragraph.inline_atoms().map(|held| {
                let text = paragraph.text().get(held.bytes.clone()).unwrap_or_default();
                let rect = Rect::from_min_size(Pos2::ZERO, vec2(0.0, 0.0));
                let atom = AtomAt { range: held.placed(index), text, rect, is_selected: false, is_found: false };
                let width = match &self.inline.width {
                    Some(width) => width(ui, &atom),
                    None => {
                        let request = Request::new(text, self.style, scale, style.fallback);
                        shared.lock().engine.block(&request).size().x + 2.0 * PADDING
                    }
                };
                InlineAtom { id: held.id, width_px: (width * scale).ceil().max(1.0) }
            });
            let measured = measured.collect();
            is_changed |= paragraph.set_inline_px(measured);
        }
        if is_changed {
            self.editor.progress = Progress::Stale;
        }
    }

    /// Lets the caller draw every inline atom that can be seen.
    pub(super) fn draw_inline(&mut self, ui: &mut Ui, origin: Pos2, scale: f32) {
        let clip = ui.clip_rect();
        let mut top = origin.y;
        let mut draw = self.inline.draw.take();
        for (index, paragraph) in self.editor.paragraphs.iter().enumerate() {
            let (from, until) = (top, top + paragraph.height_px() / scale);
            top = until;
            if until < clip.top() || from > clip.bottom() {
                continue;
            }
            for held in paragraph.inline_atoms() {
                let spans = paragraph.selection(&paragraph.laid_out_bytes(&held.bytes));
                let Some(&(line, left, right)) = spans.first() else { continue };
                let Some((line_top, line_bottom)) = paragraph.line_span_px(line) else { continue };
                let at = |x: f32, y: f32| egui::pos2(origin.x + x / scale, from + y / scale);
                let rect = Rect::from_min_max(at(left, line_top), at(right, line_bottom));
                let selected = self
                    .editor
                    .selected_in(index)
                    .is_some_and(|(bytes, _)| bytes.start <= held.bytes.start && held.bytes.end <= bytes.end);
                let mut hits = self.editor.hits_in(index);
                let is_found =
                    hits.any(|(hit, _)| hit.bytes.start < held.bytes.end && held.bytes.start < hit.bytes.end);
                let text = paragraph.text().get(held.bytes.clone()).unwrap_or_default();
                let atom = AtomAt { range: held.placed(index), text, rect, is_selected: selected, is_found };
                self.atom_ui(ui, held.id, &atom, draw.as_mut(), plain_ui);
            }
        }
        self.inline.draw = draw;
    }
}

/// An inline atom that nobody else draws: its text in a box.
fn plain_ui(ui: &mut Ui, atom: &AtomAt<'_>) {
    ui.painter().rect_filled(atom.rect.shrink2(vec2(0.0, GAP)), 4.0, ui.visuals().faint_bg_color);
    ui.put(atom.rect.shrink2(vec2(PADDING, 0.0)), Label::new(atom.text).truncate().sense(Sense::hover()));
}
