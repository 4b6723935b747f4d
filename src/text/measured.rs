//! One line of right-to-left text, measured for whoever paints text in egui's way.
//!
//! Apart from the hook because widgets ask for it, and it goes when the hook goes. The hook lays such a text out by the
//! engine and draws it in the place that egui has made for it: here that place is made by the engine too, so that a
//! text that comes into sight is shaped once and not twice, and takes the width of what is drawn.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, Context, FontId, Galley, Rect, vec2};

use super::bidi::has_rtl;
use super::engine::Shared;
use super::fonts::{Weight, family};
use super::hook::request_of;

/// Frames without being asked for after which a line is dropped.
const KEPT_FRAMES: u64 = 30;

/// A letter that every line is as high as.
const TEMPLATE: &str = "\u{0627}";

/// The lines of the last frames.
#[derive(Default)]
pub(crate) struct LineCache {
    lines: HashMap<u64, (Arc<Galley>, u64)>,
    frame: u64,
}

impl LineCache {
    /// After a frame: forgets what nobody asks for any more.
    pub(crate) fn end_frame(&mut self) {
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT_FRAMES);
        self.lines.retain(|_, (_, used)| *used >= oldest);
    }
}

/// A line of text that holds right-to-left letters, as a galley to be painted in any colour. `None` where there are none,
/// or where it is not one line: egui lays these out.
pub fn line(ctx: &Context, text: &str, size: f32, weight: Weight) -> Option<Arc<Galley>> {
    if !has_rtl(text) || text.contains(['\n', '\r', '\t']) {
        return None;
    }
    let scale = ctx.pixels_per_point();
    let fallback = super::interface(ctx);
    let mut hasher = std::hash::DefaultHasher::new();
    (text, size.to_bits(), weight, scale.to_bits(), fallback).hash(&mut hasher);
    let key = hasher.finish();
    let shared = Shared::of(ctx);
    {
        let lines = &mut shared.lock().lines;
        let frame = lines.frame;
        if let Some((galley, used)) = lines.lines.get_mut(&key) {
            *used = frame;
            return Some(galley.clone());
        }
    }
    let font = FontId::new(size, family(weight));
    let job = |text: &str| LayoutJob::simple(text.to_owned(), font.clone(), Color32::PLACEHOLDER, f32::INFINITY);
    let template = ctx.fonts_mut(|fonts| fonts.layout_job(job(TEMPLATE)));
    let state = &mut *shared.lock();
    let mut galley = (*template).clone();
    galley.job = Arc::new(job(text));
    let block = state.engine.block(&request_of(&galley, &super::hook::spans(&galley.job), fallback));
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
}
