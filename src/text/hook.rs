//! The output hook: redraws every text of a finished pass that holds right-to-left letters.
//!
//! Apart from the widgets because it is a stopgap: when egui has bidi of its own, this file goes (and `measured`) and
//! they stay.
//! egui measures such text well (same font, same shaper) and only paints it in the wrong order, so each one is laid
//! out again by the engine and painted within the rows that egui made for it.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::TextShape;
use egui::text::LayoutJob;
use egui::{Align, Color32, Context, FullOutput, Galley, Pos2, Rect, Shape, Stroke};
use parley::Alignment;

use super::access;
use super::bidi::has_rtl;
use super::block::{Block, Request};
use super::engine::{Engine, Shared};
use super::fonts::Weight;
use super::paint::{Ink, Look, Painter, Picture};
use super::shaper::{Span, Style};

/// The plugin that [`super::install`] adds.
pub(crate) struct Hook {
    shared: Shared,
    redrawn: HashMap<Known, Redrawn>,
    pass: u64,
}

impl Hook {
    pub(crate) fn new(shared: Shared) -> Self {
        Self { shared, redrawn: HashMap::new(), pass: 0 }
    }
}

/// All that a text's shapes depend on. egui keeps a galley as long as the text is shown and is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Known {
    galley: usize,
    pos: [u32; 2],
    underline: (u32, Color32),
    fallback_color: Color32,
    override_text_color: Option<Color32>,
    opacity: u32,
    angle: u32,
    fallback: super::Direction,
    atlas: u64,
}

/// A text that was redrawn: shown again in every pass that has it in the same place.
struct Redrawn {
    /// Held, so that no other galley gets its address.
    galley: Arc<Galley>,
    shapes: Vec<Shape>,
    /// When it was shown last.
    pass: u64,
}

impl egui::Plugin for Hook {
    fn debug_name(&self) -> &'static str {
        "bidirectional text"
    }

    fn on_begin_pass(&mut self, ui: &mut egui::Ui) {
        let transfer = ui.visuals().text_options.color_transfer_function;
        self.shared.lock().engine.atlas.begin_frame(transfer);
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let state = &mut *self.shared.lock();
        let fallback = super::interface(ctx);
        self.pass += 1;
        for clipped in &mut output.shapes {
            let mut redraw = Redraw {
                ctx,
                engine: &mut state.engine,
                known: &mut self.redrawn,
                pass: self.pass,
                fallback,
                clip: clipped.clip_rect,
            };
            redraw.shape(&mut clipped.shape);
        }
        self.redrawn.retain(|_, redrawn| redrawn.pass + 1 >= self.pass);
        state.engine.blocks.end_frame();
        state.lines.end_frame();
        let announcements = std::mem::take(&mut state.announcements);
        if let Some(update) = &mut output.platform_output.accesskit_update {
            access::repair_runs(update);
            access::merge(update, announcements);
        }
        // glyphs first seen here came after this pass's textures were collected: send them along now
        let delta = ctx.tex_manager().write().take_delta();
        output.textures_delta.append(delta);
    }
}

struct Redraw<'a> {
    ctx: &'a Context,
    engine: &'a mut Engine,
    known: &'a mut HashMap<Known, Redrawn>,
    pass: u64,
    fallback: super::Direction,
    clip: Rect,
}

impl Redraw<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "no other shape holds text")]
    fn shape(&mut self, shape: &mut Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| self.shape(shape)),
            Shape::Text(text) if has_rtl(&text.galley.job.text) => {
                // egui measured its own order: letters may stand a little outside of it
                let redrawn = if text.visual_bounding_rect().expand(text.galley.size().y).intersects(self.clip) {
                    Shape::Vec(self.shapes_of(text))
                } else {
                    Shape::Noop
                };
                *shape = redrawn;
            }
            _ => {}
        }
    }

    /// The text as it was redrawn in the last pass, or redrawn now.
    fn shapes_of(&mut self, text: &TextShape) -> Vec<Shape> {
        let key = Known {
            galley: Arc::as_ptr(&text.galley) as usize,
            pos: [text.pos.x.to_bits(), text.pos.y.to_bits()],
            underline: (text.underline.width.to_bits(), text.underline.color),
            fallback_color: text.fallback_color,
            override_text_color: text.override_text_color,
            opacity: text.opacity_factor.to_bits(),
            angle: text.angle.to_bits(),
            fallback: self.fallback,
            atlas: self.engine.atlas.generation(),
        };
        if let Some(redrawn) = self.known.get_mut(&key).filter(|known| Arc::ptr_eq(&known.galley, &text.galley)) {
            redrawn.pass = self.pass;
            return redrawn.shapes.clone();
        }
        let shapes = self.text(text).into_shapes();
        let redrawn = Redrawn { galley: text.galley.clone(), shapes: shapes.clone(), pass: self.pass };
        self.known.insert(key, redrawn);
        shapes
    }

    fn text(&mut self, text: &TextShape) -> Picture {
        let galley = &text.galley;
        let job = &galley.job;
        let scale = galley.pixels_per_point;
        let spans = spans(job);
        let block = self.engine.block(&request_of(galley, &spans, self.fallback));
        let looks = looks(text);
        let look = |ink: Ink| {
            let section = usize::try_from(ink.0).ok().and_then(|section| looks.get(section));
            section.copied().unwrap_or_default()
        };
        let mut picture = Picture::default();
        let mut painter =
            Painter { ctx: self.ctx, atlas: &mut self.engine.atlas, pixels_per_point: scale, looks: &look };
        let rows = rows(text, &block);
        for ((line, part), row) in block.lines().zip(rows) {
            let metrics = line.metrics();
            let is_rtl = part.direction.is_rtl();
            // trailing white space hangs past the end edge and takes no part in the alignment
            let width = metrics.advance - metrics.hanging_advance;
            let content_left = metrics.offset + if is_rtl { metrics.hanging_advance } else { 0.0 };
            let room = row.width * scale - width;
            let left = match job.halign {
                Align::Center => room / 2.0,
                Align::Max => room,
                Align::Min if is_rtl => room,
                Align::Min => 0.0,
            };
            let x = row.left * scale + left - content_left;
            painter.line(&line, is_rtl, x, (row.baseline * scale - metrics.baseline).round(), &mut picture);
        }
        if text.angle != 0.0 {
            picture.rotate(text.angle, text.pos);
        }
        picture
    }
}

/// What the engine is asked for in a galley's place.
pub(super) fn request_of<'a>(galley: &'a Galley, spans: &'a [Span], fallback: super::Direction) -> Request<'a> {
    let job = &galley.job;
    let scale = galley.pixels_per_point;
    let mut request = Request::new(&job.text, style(job), scale, fallback);
    request.spans = spans;
    request.alignment = Alignment::Left;
    request.ellipsis = job.wrap.overflow_character;
    if galley.elided {
        request.max_lines = galley.rows.len().max(1);
    }
    if (galley.elided || galley.rows.len() > 1) && job.wrap.max_width.is_finite() {
        // a little more than egui had, so that a hundredth of a point does not break a row that it did not break
        request.width_px = Some(((job.wrap.max_width + 0.5) * scale).ceil());
    }
    request
}

/// Where a line goes, in points.
struct Row {
    left: f32,
    width: f32,
    baseline: f32,
}

/// A row for each line of the block: egui's own, and more of the same below them should there be more lines.
fn rows(text: &TextShape, block: &Block) -> Vec<Row> {
    let galley = &text.galley;
    let is_single = galley.rows.len() == 1;
    let Pos2 { x, y } = text.pos;
    let mut rows: Vec<Row> = galley
        .rows
        .iter()
        .map(|placed| {
            let rect = placed.rect_without_leading_space();
            let (left, width) =
                if is_single { (rect.left(), rect.width()) } else { (galley.rect.left(), galley.rect.width()) };
            let below_top = placed.row.glyphs.first().map_or(placed.row.size.y * 0.75, |glyph| glyph.pos.y);
            Row { left: x + left, width, baseline: y + placed.pos.y + below_top }
        })
        .collect();
    let height = galley.rows.last().map_or(0.0, |placed| placed.row.size.y);
    while rows.len() < block.lines().count() {
        let Some(last) = rows.last() else { break };
        rows.push(Row { left: last.left, width: last.width, baseline: last.baseline + height });
    }
    rows
}

/// The style of most of the text; [`spans`] says where it differs.
fn style(job: &LayoutJob) -> Style {
    job.sections.first().map_or_else(Style::default, |section| Style {
        size: section.format.font_id.size,
        weight: Weight::of(&section.format.font_id.family),
        line_height: None,
    })
}

/// One span a section, its ink the section's number.
pub(super) fn spans(job: &LayoutJob) -> Vec<Span> {
    let spans = job.sections.iter().enumerate().map(|(index, section)| Span {
        bytes: section.byte_range.start.0..section.byte_range.end.0.min(job.text.len()),
        ink: Ink(u32::try_from(index).unwrap_or(u32::MAX)),
        size: section.format.font_id.size,
        weight: Weight::of(&section.format.font_id.family),
        taken_px: None,
    });
    spans.filter(|span| span.bytes.start < span.bytes.end).collect()
}

/// The sections' looks as this shape wants them: hovered, faded, overridden.
fn looks(text: &TextShape) -> Vec<Look> {
    let or_fallback = |color: Color32| if color == Color32::PLACEHOLDER { text.fallback_color } else { color };
    let faded = |color: Color32| {
        if text.opacity_factor < 1.0 { color.gamma_multiply(text.opacity_factor) } else { color }
    };
    let stroke = |stroke: Stroke| Stroke::new(stroke.width, faded(or_fallback(stroke.color)));
    text.galley
        .job
        .sections
        .iter()
        .map(|section| {
            let format = &section.format;
            let underline = if text.underline.is_empty() { format.underline } else { text.underline };
            Look {
                color: faded(text.override_text_color.unwrap_or_else(|| or_fallback(format.color))),
                background: faded(or_fallback(format.background)),
                underline: stroke(underline),
                strikethrough: stroke(format.strikethrough),
            }
        })
        .collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only texts and meshes are counted")]
#[cfg(test)]
mod tests {
    use super::*;

    /// The shapes of a pass that shows one widget.
    fn shapes(mut add: impl FnMut(&mut egui::Ui)) -> Vec<Shape> {
        let ctx = Context::default();
        super::super::install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| add(ui));
        output.textures_delta.clear();
        output = ctx.run_ui(egui::RawInput::default(), |ui| add(ui));
        output.textures_delta.clear();
        output.shapes.into_iter().map(|clipped| clipped.shape).collect()
    }

    fn texts(shape: &Shape) -> usize {
        match shape {
            Shape::Vec(shapes) => shapes.iter().map(texts).sum(),
            Shape::Text(_) => 1,
            _ => 0,
        }
    }

    fn meshes(shape: &Shape) -> Vec<Rect> {
        match shape {
            Shape::Vec(shapes) => shapes.iter().flat_map(meshes).collect(),
            Shape::Mesh(mesh) => vec![mesh.calc_bounds()],
            _ => Vec::new(),
        }
    }

    #[test]
    fn built_in_widgets_with_arabic_are_redrawn_and_latin_ones_are_left_alone() {
        let check = |text: &'static str, redrawn: bool| {
            let shapes = shapes(|ui| {
                ui.label(text);
            });
            assert_eq!(shapes.iter().map(texts).sum::<usize>(), usize::from(!redrawn), "{text}");
            assert_eq!(shapes.iter().flat_map(meshes).count(), usize::from(redrawn), "{text}");
        };
        check("Save", false);
        check("حفظ المحضر", true);
        check("Vision 2030 رؤية", true);
    }

    #[test]
    fn a_text_in_its_place_is_drawn_once_and_one_that_moves_or_turns_another_colour_anew() {
        let ctx = Context::default();
        super::super::install(&ctx);
        let pass = |top: f32, color: Color32| {
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                ui.add_space(top);
                ui.colored_label(color, "حفظ المحضر");
            });
            output.textures_delta.clear();
            fn meshes(shape: &Shape) -> Vec<Arc<egui::Mesh>> {
                match shape {
                    Shape::Vec(shapes) => shapes.iter().flat_map(meshes).collect(),
                    Shape::Mesh(mesh) => vec![mesh.clone()],
                    _ => Vec::new(),
                }
            }
            output.shapes.iter().flat_map(|clipped| meshes(&clipped.shape)).next().expect("the label")
        };
        pass(10.0, Color32::RED);
        let first = pass(10.0, Color32::RED);
        assert!(Arc::ptr_eq(&first, &pass(10.0, Color32::RED)));
        let lower = pass(30.0, Color32::RED);
        assert_eq!(lower.calc_bounds().top() - first.calc_bounds().top(), 20.0);
        let green = pass(30.0, Color32::GREEN);
        assert_eq!(green.vertices[0].color, Color32::GREEN);
        assert_eq!(pass(10.0, Color32::RED).calc_bounds(), first.calc_bounds());
    }

    #[test]
    fn what_is_drawn_stays_within_what_was_measured() {
        for text in ["حفظ المحضر (Ctrl+S)", "Vision 2030 رؤية", "الكل\nسطر ثانٍ أطول منه"]
        {
            let mut measured = Rect::NOTHING;
            let shapes = shapes(|ui| measured = ui.label(text).rect);
            for drawn in shapes.iter().flat_map(meshes) {
                assert!(
                    measured.expand2(egui::vec2(1.5, 4.0)).contains_rect(drawn),
                    "{text}: {drawn:?} in {measured:?}"
                );
                // after a Latin beginning egui measures the Arabic letters unjoined, and so a little wider
                assert!(drawn.width() > measured.width() * 0.9, "{text}: {drawn:?} fills {measured:?}");
            }
        }
    }
}
