//! The output hook: redraws every text of a finished pass that holds right-to-left letters.
//!
//! Apart from the widgets because it is a stopgap: when egui has bidi of its own, this file goes (and `measured`) and
//! they stay.
//! egui measures such text well (same font, same shaper) and only paints it in the wrong order, so each one is laid
//! out again by the engine and painted within the rows that egui made for it.

use egui::epaint::TextShape;
use egui::epaint::text::PlacedRow;
use egui::text::LayoutJob;
use egui::{Align, Color32, Context, FullOutput, Galley, Rect, Shape, Stroke};
use parley::Alignment;

use super::bidi::has_rtl;
use super::block::{Block, Request};
use super::engine::{Engine, Shared};
use super::fonts::Weight;
use super::kept::{Pictures, Source, number};
use super::paint::{Ink, Look, Picture};
use super::shaper::{Span, Style};
use super::{access, adopted, cells, held_focus, said, spoken, unheard};

/// The plugin that [`super::install`] adds.
pub(crate) struct Hook {
    shared: Shared,
}

impl Hook {
    pub(crate) fn new(shared: Shared) -> Self {
        Self { shared }
    }
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
        for clipped in &mut output.shapes {
            let mut redraw = Redraw {
                ctx,
                engine: &mut state.engine,
                pictures: &mut state.pictures,
                fallback,
                clip: clipped.clip_rect,
            };
            redraw.shape(&mut clipped.shape);
        }
        state.pictures.end_pass();
        state.engine.blocks.end_frame();
        state.lines.end_frame();
        let announcements = std::mem::take(&mut state.announcements);
        if let Some(update) = &mut output.platform_output.accesskit_update {
            access::repair_runs(update);
            access::merge(update, announcements);
            adopted::adopt(ctx, update);
            held_focus::hold(ctx, update);
            spoken::tell_choices(update);
            let ticks = cells::ticks(ctx).filter(|_| spoken::ARE_VALUES_UNHEARD);
            cells::name_cells(update, ticks.as_ref());
            if spoken::ARE_VALUES_UNHEARD {
                spoken::describe_values(update);
                if let Some(words) = spoken::wrong(ctx) {
                    spoken::describe_wrong(update, &words);
                }
                unheard::make_heard(update);
            }
        }
        said::tell(ctx, output.platform_output.accesskit_update.as_mut());
        // glyphs first seen here came after this pass's textures were collected: send them along now
        let delta = ctx.tex_manager().write().take_delta();
        output.textures_delta.append(delta);
    }
}

struct Redraw<'a> {
    ctx: &'a Context,
    engine: &'a mut Engine,
    pictures: &'a mut Pictures,
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
        let scale = text.galley.pixels_per_point;
        // One line moves up and down as it is; several are each brought to whole pixels, and a turned one moves askew.
        let is_line = text.angle == 0.0 && text.galley.rows.len() == 1;
        let baseline =
            if is_line { text.galley.rows.first().map(|placed| baseline(text, placed) * scale) } else { None };
        let y_px = baseline.map_or(0.0, f32::floor);
        // What is not a whole pixel decides to which one the line is brought.
        let top = baseline.map_or(text.pos.y.to_bits(), |baseline| ((baseline - y_px) * 64.0).round() as u32);
        let color = |color: Color32| u32::from_ne_bytes(color.to_array());
        let looks = number([
            [text.pos.x.to_bits(), top, text.angle.to_bits(), scale.to_bits()],
            [
                text.opacity_factor.to_bits(),
                text.underline.width.to_bits(),
                color(text.underline.color),
                u32::from(is_line),
            ],
            [
                color(text.fallback_color),
                text.override_text_color.map_or(0, color),
                u32::from(text.override_text_color.is_some()),
                u32::from(self.fallback.is_rtl()),
            ],
        ]);
        let looks = number([looks, self.engine.atlas.generation()]);
        let Self { ctx, engine, pictures, fallback, .. } = self;
        pictures.shapes(Source::Galley(text.galley.clone()), looks, (y_px, scale), || {
            redrawn(ctx, engine, *fallback, text).into_shapes()
        })
    }
}

/// A text by the engine, in the rows that egui has for it.
fn redrawn(ctx: &Context, engine: &mut Engine, fallback: super::Direction, text: &TextShape) -> Picture {
    let galley = &text.galley;
    let job = &galley.job;
    let scale = galley.pixels_per_point;
    let spans = spans(job);
    let block = engine.block(&request_of(galley, &spans, fallback));
    let looks = looks(text);
    let look = |ink: Ink| {
        let section = usize::try_from(ink.0).ok().and_then(|section| looks.get(section));
        section.copied().unwrap_or_default()
    };
    let mut picture = Picture::default();
    let mut painter = engine.painter(ctx, scale, &look);
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

/// Where the letters of a row stand, in points.
fn baseline(text: &TextShape, placed: &PlacedRow) -> f32 {
    let below_top = placed.row.glyphs.first().map_or(placed.row.size.y * 0.75, |glyph| glyph.pos.y);
    text.pos.y + placed.pos.y + below_top
}

/// A row for each line of the block: egui's own, and more of the same below them should there be more lines.
fn rows(text: &TextShape, block: &Block) -> Vec<Row> {
    let galley = &text.galley;
    let is_single = galley.rows.len() == 1;
    let x = text.pos.x;
    let mut rows: Vec<Row> = galley
        .rows
        .iter()
        .map(|placed| {
            let rect = placed.rect_without_leading_space();
            let (left, width) =
                if is_single { (rect.left(), rect.width()) } else { (galley.rect.left(), galley.rect.width()) };
            Row { left: x + left, width, baseline: baseline(text, placed) }
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
    use std::sync::Arc;

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
