//! One line of text, measured for whoever paints text in egui's way, and shortened where it is too long.
//!
//! Apart from the hook because widgets ask for it, and [`line()`] goes when the hook goes. The hook lays right-to-left text
//! out by the engine and draws it in the place that egui has made for it: here that place is made by the engine too, so
//! that a text that comes into sight is shaped once and not twice, and takes the width of what is drawn.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, Context, FontId, Galley, Rect, vec2};

use super::bidi::{closed, has_rtl};
use super::engine::{Engine, Shared};
use super::fonts::{Weight, family};
use super::hook::{request_of, spans};
use super::kept::{Numbered, number};

/// Frames without being asked for after which a line is dropped.
const KEPT_FRAMES: u64 = 30;

/// A letter that every line is as high as.
const TEMPLATE: &str = "\u{0627}";

/// The lines of the last frames.
#[derive(Default)]
pub(crate) struct LineCache {
    lines: Numbered<(Arc<Galley>, u64)>,
    /// Lines that are too long: how many of their bytes are shown.
    cuts: Numbered<(usize, u64)>,
    /// A line of one letter, for each size and weight.
    templates: Numbered<Galley>,
    frame: u64,
}

impl LineCache {
    /// After a frame: forgets what nobody asks for any more.
    pub(crate) fn end_frame(&mut self) {
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT_FRAMES);
        self.lines.retain(|_, (_, used)| *used >= oldest);
        self.cuts.retain(|_, (_, used)| *used >= oldest);
    }

    fn line(&mut self, key: u64) -> Option<Arc<Galley>> {
        let (galley, used) = self.lines.get_mut(&key)?;
        *used = self.frame;
        Some(galley.clone())
    }

    fn cut(&mut self, key: u64) -> Option<usize> {
        let (bytes, used) = self.cuts.get_mut(&key)?;
        *used = self.frame;
        Some(*bytes)
    }

    fn keep_cut(&mut self, key: u64, bytes: usize) {
        self.cuts.insert(key, (bytes, self.frame));
    }
}

/// A line of text that holds right-to-left letters, as a galley to be painted in any colour. `None` where there are none,
/// or where it is not one line: egui lays these out.
pub fn line(ctx: &Context, text: &str, size: f32, weight: Weight) -> Option<Arc<Galley>> {
    if !has_rtl(text) {
        return None;
    }
    let scale = ctx.pixels_per_point();
    let fallback = super::interface(ctx);
    let bits = [size, scale].map(f32::to_bits);
    let key = number((text, bits, [weight as u8, u8::from(fallback.is_rtl())]));
    let shared = Shared::of(ctx);
    if let Some(galley) = shared.lock().lines.line(key) {
        return Some(galley);
    }
    if text.contains(['\n', '\r', '\t']) {
        return None;
    }
    let mut galley = template(ctx, &shared, size, weight);
    galley.job = Arc::new(job(text, size, weight));
    let state = &mut *shared.lock();
    let block = state.engine.block(&request_of(&galley, &spans(&galley.job), fallback));
    let width_px = block.lines().map(|(line, _)| line.metrics().advance).fold(0.0, f32::max);
    let placed = galley.rows.first_mut()?;
    let row = Arc::make_mut(&mut placed.row);
    row.size.x = width_px / scale;
    let bounds = Rect::from_min_size(placed.pos, row.size);
    galley.rect = Rect::from_min_size(egui::Pos2::ZERO, vec2(row.size.x, galley.rect.height()));
    galley.mesh_bounds = bounds;
    let galley = Arc::new(galley);
    let lines = &mut state.lines;
    lines.lines.insert(key, (galley.clone(), lines.frame));
    Some(galley)
}

fn job(text: &str, size: f32, weight: Weight) -> LayoutJob {
    LayoutJob::simple(text.to_owned(), FontId::new(size, family(weight)), Color32::PLACEHOLDER, f32::INFINITY)
}

/// What holds for every line of a font: how high egui makes it, and where the letters stand. It shows nothing itself.
fn template(ctx: &Context, shared: &Shared, size: f32, weight: Weight) -> Galley {
    let scale = ctx.pixels_per_point();
    let key = number(([size, scale].map(f32::to_bits), weight as u8));
    if let Some(known) = shared.lock().lines.templates.get(&key) {
        return known.clone();
    }
    let mut template = (*ctx.fonts_mut(|fonts| fonts.layout_job(job(TEMPLATE, size, weight)))).clone();
    for placed in &mut template.rows {
        let visuals = &mut Arc::make_mut(&mut placed.row).visuals;
        visuals.mesh = egui::Mesh::default();
        visuals.glyph_vertex_range = 0..0;
    }
    (template.num_vertices, template.num_indices) = (0, 0);
    shared.lock().lines.templates.insert(key, template.clone());
    template
}

/// A line of any text, shortened at its logical end with «…» until it is at most `width` points wide, as a galley to be
/// painted in any colour.
pub fn line_within(ctx: &Context, text: &str, size: f32, weight: Weight, width: f32) -> Arc<Galley> {
    let any_line = |text: &str| {
        let by_egui = || ctx.fonts_mut(|fonts| fonts.layout_job(job(text, size, weight)));
        line(ctx, text, size, weight).unwrap_or_else(by_egui)
    };
    let whole = any_line(text);
    if whole.size().x <= width + 0.5 {
        return whole;
    }
    let shortened = |bytes: usize| {
        let start = text.get(..bytes).unwrap_or(text).trim_end();
        any_line(&start.chars().chain(closed(start)).chain(['\u{2026}']).collect::<String>())
    };
    let fallback = super::interface(ctx);
    let bits = [size, ctx.pixels_per_point(), width].map(f32::to_bits);
    let key = number((text, bits, [weight as u8, u8::from(fallback.is_rtl())]));
    let shared = Shared::of(ctx);
    let known = shared.lock().lines.cut(key);
    if let Some(bytes) = known {
        return shortened(bytes);
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let guess = {
        let advances = advances(&mut shared.lock().engine, &whole, fallback);
        let mut room = width;
        advances.into_iter().take_while(|advance| (room - advance >= 0.0).then(|| room -= advance).is_some()).count()
    };
    let end = |kept: usize| ends.get(kept).copied().unwrap_or(text.len());
    let kept = most_that_fit(guess, ends.len(), |kept| shortened(end(kept)).size().x <= width);
    shared.lock().lines.keep_cut(key, end(kept));
    shortened(end(kept))
}

/// How much room each letter of a line takes, in logical order and in points: nearly, where letters share one.
fn advances(engine: &mut Engine, galley: &Galley, fallback: super::Direction) -> Vec<f32> {
    if !has_rtl(&galley.job.text) {
        return galley.rows.iter().flat_map(|placed| &placed.row.glyphs).map(|glyph| glyph.advance_width).collect();
    }
    let block = engine.block(&request_of(galley, &spans(&galley.job), fallback));
    let mut clusters: Vec<(usize, f32)> = Vec::new();
    for (line, _) in block.lines() {
        for run in line.runs() {
            clusters.extend(run.clusters().map(|cluster| (cluster.text_range().start, cluster.advance())));
        }
    }
    clusters.sort_by_key(|(start, _)| *start);
    clusters.into_iter().map(|(_, advance)| advance / galley.pixels_per_point).collect()
}

/// The largest number below `most` that fits, sought around a guess. Nothing fits always, and all of it never does.
fn most_that_fit(guess: usize, most: usize, mut fits: impl FnMut(usize) -> bool) -> usize {
    let (mut fit, mut too_many) = (0, most);
    let (mut next, mut step) = (guess, 1);
    while fit + 1 < too_many {
        next = next.clamp(fit + 1, too_many - 1);
        if fits(next) {
            fit = next;
        } else {
            too_many = next;
        }
        let is_between = fit > 0 && too_many < most;
        next = match (is_between, fit == next) {
            (true, _) => usize::midpoint(fit, too_many),
            (false, true) => fit + step,
            (false, false) => too_many.saturating_sub(step),
        };
        step *= 2;
    }
    fit
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Shape, pos2};

    /// What a pass draws, with what a caller does in it.
    fn pass<T>(ctx: &Context, mut add: impl FnMut(&mut egui::Ui) -> T) -> (T, Vec<Rect>) {
        let mut answer = None;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| answer = Some(add(ui)));
        output.textures_delta.clear();
        fn bounds(shape: &Shape) -> Vec<Rect> {
            if let Shape::Vec(shapes) = shape {
                shapes.iter().flat_map(bounds).collect()
            } else if matches!(shape, Shape::Mesh(_) | Shape::Text(_)) {
                vec![shape.visual_bounding_rect()]
            } else {
                Vec::new()
            }
        }
        (answer.expect("drawn"), output.shapes.iter().flat_map(|clipped| bounds(&clipped.shape)).collect())
    }

    fn context() -> Context {
        let ctx = Context::default();
        super::super::install(&ctx);
        ctx
    }

    #[test]
    fn a_line_stands_where_egui_would_have_put_it() {
        let ctx = context();
        let draw = |galley: &dyn Fn(&egui::Ui) -> Arc<Galley>| {
            let show = |ui: &mut egui::Ui| {
                let galley = galley(ui);
                ui.painter().galley(pos2(20.0, 30.0), galley.clone(), Color32::RED);
                galley.size()
            };
            pass(&ctx, show);
            pass(&ctx, show)
        };
        for (size, weight) in [(14.0, Weight::Regular), (12.0, Weight::Medium), (22.0, Weight::Bold)] {
            for text in ["متابعة رقم مع جمعية العمل التطوعي", "حفظ", "م. إبراهيم القصيبي", " مسافة في آخره "]
            {
                let (ours, drawn) = draw(&|ui| line(ui.ctx(), text, size, weight).expect("right to left"));
                let (own, wanted) = draw(&|ui| {
                    let font = FontId::new(size, family(weight));
                    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
                });
                assert!((ours.x - own.x).abs() < 0.1 && ours.y == own.y, "{text}: {ours:?}, not {own:?}");
                let (drawn, wanted) = (drawn.last().expect("drawn"), wanted.last().expect("drawn"));
                assert!((drawn.min - wanted.min).abs().max_elem() <= 0.5, "{text}: {drawn:?}, not {wanted:?}");
                assert!((drawn.max - wanted.max).abs().max_elem() <= 0.5, "{text}: {drawn:?}, not {wanted:?}");
            }
        }
    }

    #[test]
    fn what_egui_draws_itself_is_left_to_it() {
        let ctx = context();
        for text in ["", "Save", "12", "سطر\nسطر", "عمود\tعمود"] {
            let (galley, _) = pass(&ctx, |ui| line(ui.ctx(), text, 14.0, Weight::Regular));
            assert!(galley.is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_line_is_measured_once_while_it_is_shown() {
        let ctx = context();
        let show = || pass(&ctx, |ui| line(ui.ctx(), "حفظ المحضر", 14.0, Weight::Regular).expect("right to left")).0;
        let first = show();
        assert!(Arc::ptr_eq(&first, &show()));
        for _ in 0..=KEPT_FRAMES + 1 {
            pass(&ctx, |_| ());
        }
        assert!(!Arc::ptr_eq(&first, &show()));
    }

    #[test]
    fn the_most_that_fit_are_found_from_any_guess_and_soon_from_a_good_one() {
        for most in 1..40 {
            for wanted in 0..most {
                for guess in 0..=most + 1 {
                    let mut asked = 0;
                    let found = most_that_fit(guess, most, |number| {
                        asked += 1;
                        assert!(0 < number && number < most);
                        number <= wanted
                    });
                    assert_eq!(found, wanted, "below {most} from {guess}");
                    let is_near = guess.abs_diff(wanted) <= 1;
                    assert!(asked <= if is_near { 4 } else { 12 }, "{asked} for {wanted} below {most} from {guess}");
                }
            }
        }
    }

    #[test]
    fn a_line_is_shortened_as_far_as_it_must_be_and_no_further() {
        let ctx = context();
        for text in ["متابعة رقم 448 مع جمعية العمل التطوعي", "Follow-up with the association", "لا Vision 2030 رؤية"]
        {
            for width in [0.0, 20.0, 47.5, 90.0, 133.0, 1000.0] {
                let show = || pass(&ctx, |ui| line_within(ui.ctx(), text, 14.0, Weight::Regular, width)).0;
                let shown = show();
                assert_eq!(show().text(), shown.text(), "the same in the next frame");
                let width_of = |text: &str| {
                    pass(&ctx, |ui| line_within(ui.ctx(), text, 14.0, Weight::Regular, f32::INFINITY).size().x).0
                };
                if width_of(text) <= width {
                    assert_eq!(shown.text(), text);
                    continue;
                }
                let kept = shown.text().trim_end_matches('\u{2026}');
                assert!(text.starts_with(kept) && shown.text().ends_with('\u{2026}'), "{}", shown.text());
                assert!(kept.is_empty() || shown.size().x <= width, "{} in {width}", shown.text());
                let rest = text.strip_prefix(kept).expect("its beginning");
                let letters =
                    rest.len() - rest.trim_start().len() + rest.trim_start().chars().next().map_or(0, char::len_utf8);
                let more = format!("{}\u{2026}", text.get(..kept.len() + letters).expect("a letter more"));
                assert!(width_of(&more) > width, "{more} fits {width} too");
            }
        }
    }
}
