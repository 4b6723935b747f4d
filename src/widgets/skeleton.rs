//! What stands in the place of rows that are still loading: their shape, so that nothing jumps when they come.
//!
//! It appears only when loading takes long enough to be noticed, breathes slowly for a while, and then stands still: a list
//! that never comes must not keep the machine busy. Where motion is reduced (no time for animations in the style) it
//! stands still from the start. No keys: there is nothing to work on yet. A screen reader hears `name` once.
//!
//! ```no_run
//! use tansiq::widgets::{Skeleton, UiExt};
//! fn list_ui(ui: &mut egui::Ui, rows: Option<&[String]>, loading: &str) {
//!     if rows.is_none() {
//!         Skeleton::rows(loading, ui.metrics().table_row).show(ui);
//!     }
//! }
//! ```

use super::direction::UiExt;
use super::theme::RADIUS_CARD;
use egui::accesskit::Live;
use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::time::Duration;

/// Rows or cards that are still loading.
#[must_use = "show it"]
pub struct Skeleton<'a> {
    name: &'a str,
    height: f32,
    are_cards: bool,
}

/// Loading that is done by then is not shown at all.
const NOTICED_SECONDS: f64 = 0.15;
/// It breathes that long, then stands still.
const BREATHES_SECONDS: f64 = 12.0;
const BREATH_SECONDS: f64 = 1.6;
const FRAME: Duration = Duration::from_millis(50);
const BAR: f32 = 10.0;

impl<'a> Skeleton<'a> {
    /// Rows of that height, as a table has them; `name` says what is loading.
    pub const fn rows(name: &'a str, height: f32) -> Self {
        Self { name, height, are_cards: false }
    }

    /// Cards of that height below each other, as a board has them.
    pub const fn cards(name: &'a str, height: f32) -> Self {
        Self { name, height, are_cards: true }
    }

    /// Fills the room that is left.
    pub fn show(self, ui: &mut Ui) {
        let frame = ui.available_rect_before_wrap();
        let (_, response) = ui.allocate_exact_size(frame.size(), Sense::hover());
        let Some(breath) = breath(ui, response.id) else { return };
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(Live::Polite);
            node.set_busy();
        });
        let ink = ui.tokens().line.gamma_multiply(breath);
        let count = (frame.height() / self.height.max(1.0)).floor().min(30.0) as usize;
        for row in 0..count {
            let top = frame.top() + row as f32 * self.height;
            let rect = Rect::from_min_max(pos2(frame.left(), top), pos2(frame.right(), top + self.height));
            if self.are_cards {
                card_ui(ui, rect, ink, row);
            } else {
                row_ui(ui, rect, ink, row);
            }
        }
    }
}

/// How strong the bars are now; `None`: nothing is shown yet.
fn breath(ui: &Ui, id: Id) -> Option<f32> {
    let now = ui.input(|input| input.time);
    // When it was first and last shown: one that comes again begins anew.
    let known: Option<(f64, u64)> = ui.data(|data| data.get_temp(id));
    let frame = ui.ctx().cumulative_frame_nr();
    let since = known.filter(|&(_, last)| frame <= last + 1).map_or(now, |(since, _)| since);
    ui.data_mut(|data| data.insert_temp(id, (since, frame)));
    let lasts = now - since;
    if lasts < NOTICED_SECONDS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(NOTICED_SECONDS - lasts + 0.01));
        return None;
    }
    let is_still = ui.style().animation_time <= 0.0 || lasts > BREATHES_SECONDS;
    if is_still {
        return Some(1.0);
    }
    ui.ctx().request_repaint_after(FRAME);
    let turn = (lasts / BREATH_SECONDS * std::f64::consts::TAU).cos() as f32;
    Some(0.75 + 0.25 * turn)
}

/// Bars where words will be: no two rows quite the same.
fn row_ui(ui: &Ui, rect: Rect, ink: egui::Color32, row: usize) {
    let direction = ui.direction();
    let mut rest = rect.shrink2(vec2(ui.metrics().page, 0.0));
    let room = rest.width();
    for (column, share) in [0.12, 0.40, 0.22, 0.14, 0.12].into_iter().enumerate() {
        let cell = direction.take_start(&mut rest, room * share);
        let filled = 0.45 + 0.12 * ((row * 3 + column * 5) % 4) as f32;
        let mut bar = Rect::from_center_size(cell.center(), vec2(cell.width(), BAR));
        let bar = direction.take_start(&mut bar, cell.width() * filled);
        ui.painter().rect_filled(bar, BAR / 2.0, ink);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, ink));
}

fn card_ui(ui: &Ui, rect: Rect, ink: egui::Color32, row: usize) {
    let direction = ui.direction();
    let card = rect.shrink2(vec2(0.0, ui.metrics().hair));
    ui.painter().rect(card, RADIUS_CARD, ui.tokens().surface, Stroke::new(1.0, ink), StrokeKind::Inside);
    let inside = card.shrink(ui.metrics().large);
    for (line, share) in [0.3, 0.8, 0.5].into_iter().enumerate() {
        let y = inside.top() + BAR / 2.0 + line as f32 * (BAR + ui.metrics().medium);
        if y + BAR / 2.0 > inside.bottom() {
            break;
        }
        let mut bar = Rect::from_center_size(pos2(inside.center().x, y), vec2(inside.width(), BAR));
        let bar = direction.take_start(&mut bar, inside.width() * (share - 0.05 * (row % 3) as f32));
        ui.painter().rect_filled(bar, BAR / 2.0, ink);
    }
}
