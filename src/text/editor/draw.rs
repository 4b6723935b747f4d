//! What an editor looks like: behind the letters ranges, hits and the selection, the letters, the caret in front.
//!
//! Apart from the view because it only reads. A long note costs no more than what can be seen of it.

use std::hash::{Hash, Hasher};

use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::chunk::PREEDIT;
use super::ranges::kinds;
use super::stops::{CARET_ROOM_PX, empty_line_x};
use super::{EditorView, Paragraph, RangeKind};
use crate::text::block::Request;
use crate::text::engine::{Shared, State};
use crate::text::paint::{Ink, Look};

/// How round the corners are of what lies behind letters, in points.
const CORNER: f32 = 3.0;

impl EditorView<'_> {
    pub(super) fn caret_rect(&self, origin: Pos2, scale: f32, line_px: f32) -> Rect {
        let rect = self.editor.caret_rect_px(self.editor.full_caret()).unwrap_or_else(|| {
            let x = self.editor.layout.as_ref().map_or(0.0, |style| {
                empty_line_x(style.fallback.is_rtl(), style.alignment, style.width_px.unwrap_or(0.0))
            });
            Rect::from_min_size(pos2(x, 0.0), vec2(0.0, line_px))
        });
        on_screen(rect, origin, scale)
    }

    pub(super) fn paint(&self, ui: &Ui, shared: &Shared, rect: Rect, origin: Pos2) {
        let ctx = ui.ctx();
        let scale = ctx.pixels_per_point();
        let has_focus = ctx.memory(|memory| memory.has_focus(self.id));
        let painter = self.painter(ui, rect);
        let clip = painter.clip_rect();
        // What is disabled is dimmed by its painter, once.
        let color = self.color.unwrap_or_else(|| ui.visuals().text_color());
        let look = |ink: Ink| self.look_of(ink, color);
        let looks = self.looks_number(color);
        let mut letters: Vec<Shape> = Vec::new();
        let mut behind = Vec::new();
        let mut selection = Vec::new();
        let mut state = shared.lock();
        let mut top = origin.y;
        for (index, paragraph) in self.editor.paragraphs.iter().enumerate() {
            let bottom = top + paragraph.height_px() / scale;
            if bottom >= clip.top() && top <= clip.bottom() {
                let at = pos2(origin.x, top);
                for drawing in paragraph.drawings() {
                    let at = at + vec2(paragraph.room().left_px, drawing.top_px) / scale;
                    let mut painter = state.engine.painter(ctx, scale, &look);
                    let mut painted = drawing.painted.borrow_mut();
                    let lines = (drawing.layout, drawing.lines, drawing.shift_px);
                    letters.extend_from_slice(painter.lines_again(lines, at, clip, looks, &mut painted));
                }
                behind.extend(self.marked_rects(ui, index, paragraph, at, scale));
                selection.extend(self.selected_rects(index, paragraph, at, scale));
            } else {
                paragraph.forget_painted();
            }
            top = bottom;
        }
        if self.editor.is_empty() && !self.editor.is_composing() && !self.hint.is_empty() {
            letters.extend(self.hint_shapes(ui, &mut state, rect, clip));
        }
        drop(state);
        for (rect, color) in behind {
            painter.rect_filled(rect, CORNER, color);
        }
        let fill = ui.visuals().selection.bg_fill;
        // what was selected stays visible in a field that has lost the focus, but less so
        let fill = if has_focus { fill } else { fill.gamma_multiply(0.5) };
        // the place one stands at has its own colour while one looks for the next from elsewhere
        let is_found = !has_focus && self.editor.is_hit_selected();
        for rect in selection.into_iter().filter(|_| !is_found) {
            painter.rect_filled(rect, 0.0, fill);
        }
        painter.extend(letters);
    }

    /// A number that is another when letters look different.
    pub(super) fn looks_number(&self, color: Color32) -> u64 {
        let mut hasher = std::hash::DefaultHasher::new();
        (color, self.hit_colors).hash(&mut hasher);
        if let Some(look) = self.look {
            for range in (0..RangeKind::COUNT).map(RangeKind::new).map(look) {
                (range.color, range.background, range.underline, range.weight).hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// The caret, and where what is dragged would be dropped: in front of everything, atoms too.
    pub(super) fn paint_carets(&self, ui: &Ui, rect: Rect, origin: Pos2, caret_rect: Rect) {
        let scale = ui.ctx().pixels_per_point();
        let painter = self.painter(ui, rect);
        let stroke = ui.visuals().text_cursor.stroke;
        if ui.memory(|memory| memory.has_focus(self.id)) && !self.is_read_only {
            painter.rect_filled(caret_rect, 0.0, stroke.color);
        }
        if let Some(rect) = self.drop_at.and_then(|at| self.editor.caret_rect_px(at)) {
            painter.rect_filled(on_screen(rect, origin, scale), 0.0, stroke.color);
        }
    }

    /// Paints only what may be seen: what moves sideways is cut off, but letters reach above and below their lines.
    fn painter(&self, ui: &Ui, rect: Rect) -> egui::Painter {
        let clip = ui.clip_rect();
        let clip = if self.is_single_line { clip.intersect(rect.expand2(vec2(0.0, 4.0))) } else { clip };
        ui.painter().with_clip_rect(clip)
    }

    /// How letters below ranges look.
    fn look_of(&self, ink: Ink, color: Color32) -> Look {
        let mut look = Look::from(color);
        let mut is_underlined = ink == PREEDIT;
        for range in kinds(ink).filter_map(|kind| self.look.map(|look| look(kind))) {
            look.color = range.color.unwrap_or(look.color);
            is_underlined |= range.underline;
        }
        if is_underlined {
            look.underline = Stroke::new(1.0, look.color);
        }
        look
    }

    /// What lies behind ranges and hits of a paragraph. An atom is the caller's to draw.
    fn marked_rects(
        &self,
        ui: &Ui,
        index: usize,
        paragraph: &Paragraph,
        origin: Pos2,
        scale: f32,
    ) -> Vec<(Rect, Color32)> {
        let mut marked = Vec::new();
        if paragraph.is_atom() {
            return marked;
        }
        let mut ranges: Vec<_> = paragraph.ranges().iter().collect();
        ranges.sort_by_key(|held| held.range.kind);
        let ranges = ranges.into_iter().filter(|held| !held.is_inline).filter_map(|held| {
            let background = self.look?(held.range.kind).background?;
            Some((held.bytes.clone(), background))
        });
        let (each, current) = self.colors_of_hits(ui);
        let hits = self.editor.hits_in(index);
        let hits = hits.map(|(hit, is_current)| (hit.bytes.clone(), if is_current { current } else { each }));
        for (bytes, color) in ranges.chain(hits) {
            let rects = span_rects(paragraph, paragraph.selection(&paragraph.laid_out_bytes(&bytes)), origin, scale);
            marked.extend(rects.into_iter().map(|rect| (rect, color)));
        }
        marked
    }

    /// What lies behind each place that was found, and behind the current one.
    pub(super) fn colors_of_hits(&self, ui: &Ui) -> (Color32, Color32) {
        let warning = ui.visuals().warn_fg_color;
        self.hit_colors.unwrap_or_else(|| (warning.gamma_multiply(0.25), warning.gamma_multiply(0.6)))
    }

    fn selected_rects(&self, index: usize, paragraph: &Paragraph, origin: Pos2, scale: f32) -> Vec<Rect> {
        // An atom shows for itself that it is selected.
        let selected = self.editor.selected_in(index).filter(|_| !paragraph.is_atom());
        let Some((bytes, goes_on)) = selected else { return Vec::new() };
        let mut spans = paragraph.selection(&bytes);
        if goes_on {
            // a selected newline shows as a small space after the last letter
            let last = paragraph.line_count().saturating_sub(1);
            let is_rtl = paragraph.direction().is_rtl();
            let stops = paragraph.stops(last);
            let edge = if is_rtl { stops.first().map(|stop| stop.left) } else { stops.last().map(|stop| stop.right) };
            let style = self.editor.layout.as_ref();
            let x = edge.unwrap_or_else(|| style.map_or(0.0, |style| paragraph.empty_line_x(style)));
            let width = self.style.size * scale * 0.3;
            spans.push(if is_rtl { (last, x - width, x) } else { (last, x, x + width) });
        }
        span_rects(paragraph, spans, origin, scale)
    }

    fn hint_shapes(&self, ui: &Ui, state: &mut State, rect: Rect, clip: Rect) -> Vec<Shape> {
        let ctx = ui.ctx();
        let scale = ctx.pixels_per_point();
        let mut request = Request::new(&self.hint, self.style, scale, crate::text::interface(ctx));
        request.width_px = Some(((rect.width() * scale).floor() - CARET_ROOM_PX).max(1.0));
        request.alignment = self.alignment;
        request.max_lines = if self.is_single_line { 1 } else { self.min_lines.max(1) };
        let block = state.engine.block(&request);
        let at = rect.min + vec2(CARET_ROOM_PX / 2.0 / scale, 0.0);
        state.block_shapes(ctx, &block, ui.visuals().weak_text_color(), at, clip)
    }
}

/// A caret's rectangle in the text's pixels as one on the screen, astride its place and on whole pixels.
fn on_screen(rect: Rect, origin: Pos2, scale: f32) -> Rect {
    let min = origin + rect.min.to_vec2() / scale;
    let x = (min.x * scale - CARET_ROOM_PX / 2.0).round() / scale;
    Rect::from_min_size(pos2(x, min.y), vec2(CARET_ROOM_PX, rect.height()) / scale)
}

/// Parts of a paragraph's lines, as (line, left, right) in pixels, on the screen.
fn span_rects(paragraph: &Paragraph, spans: Vec<(usize, f32, f32)>, origin: Pos2, scale: f32) -> Vec<Rect> {
    let rect = |(line, left, right): (usize, f32, f32)| {
        let (top, bottom) = paragraph.line_span_px(line)?;
        let (min, max) = (vec2(left, top) / scale, vec2(right, bottom) / scale);
        Some(Rect::from_min_max(origin + min, origin + max))
    };
    spans.into_iter().filter_map(rect).collect()
}
