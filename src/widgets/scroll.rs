//! Scrolling with a thin bar at the end side: egui's own bar stands at the right, whatever way the interface runs.
//!
//! What has to come into sight is there in the next frame. egui would move to it over several, but a key that comes
//! before it has arrived leads past the place (it adds this frame's distance to the next frame's offset): a key held
//! down in a list or a note ended out of sight.
//!
//! An area has no keyboard of its own: what has the focus in it comes into sight, and lists take the arrow and Page keys. A
//! page that one reads ([`scroll_page`]) moves by arrows, Page keys, Space, Home and End while it has the focus, or nothing
//! has, and Escape leads back from it.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{Line, scroll_vertical};
//! fn names_ui(ui: &mut egui::Ui, names: &[String]) {
//!     scroll_vertical(ui, "names", |ui, area| {
//!         area.show(ui, |ui| {
//!             for name in names {
//!                 ui.add(Line::new(name));
//!             }
//!         })
//!     });
//! }
//! ```

use super::arrival::greet;
use super::direction::UiExt;
use super::focus::{Stand, is_idle, stood};
use crate::text::keep_keys;
use egui::scroll_area::{ScrollAreaOutput, ScrollBarVisibility};
use egui::{
    EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, vec2,
};

const THIN: f32 = 4.0;
const WIDE: f32 = 8.0;
/// What the pointer can take hold of: what stands below it cannot be pressed, nor read whole.
pub(super) const REACH: f32 = 12.0;
const SHORTEST_HANDLE: f32 = 28.0;

/// An area that scrolls up and down in the room there is. `show` gets the area and chooses how to fill it.
pub fn scroll_vertical<R>(
    ui: &mut Ui,
    salt: impl egui::AsIdSalt,
    show: impl FnOnce(&mut Ui, ScrollArea) -> ScrollAreaOutput<R>,
) -> ScrollAreaOutput<R> {
    let id = ui.scope_id().with(("scroll", salt));
    let area = ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, false])
        .animated(false)
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    // Where the bar was dragged to in the last frame.
    let area = match ui.ctx().data_mut(|data| data.remove_temp::<f32>(id)) {
        Some(offset) => area.vertical_scroll_offset(offset),
        None => area,
    };
    let output = show(ui, area);
    bar(ui, id, output.inner_rect, output.content_size.y, output.state.clamped_offset().y);
    output
}

/// What the arrows move a page by, in points.
const LINE: f32 = 48.0;

/// A page that one reads, with that name for screen readers: whoever came to it by key stands on it, and it takes the keys
/// while nothing has the focus; of several the first one drawn does.
pub fn scroll_page<R>(
    ui: &mut Ui,
    salt: impl egui::AsIdSalt,
    name: &str,
    show: impl FnOnce(&mut Ui, ScrollArea) -> ScrollAreaOutput<R>,
) -> ScrollAreaOutput<R> {
    let salt = egui::IdSalt::new(salt);
    let id = ui.scope_id().with(("page", salt));
    let room = ui.available_rect_before_wrap();
    let around = ui.interact(room, id, Sense::focusable_noninteractive());
    around.widget_info(|| WidgetInfo::labeled(Role::Article, true, name));
    if greet(ui.ctx(), id) {
        ui.data_mut(|data| data.insert_temp(id, true));
    }
    let room_id = id.with("room");
    let moves = ui.data(|data| data.get_temp(room_id)).unwrap_or(true);
    let moved = if moves { reading_keys(ui, &around, room.height()) } else { pass_keys_on(ui, &around) };
    let output = scroll_vertical(ui, salt, show);
    let (most, offset) = (output.content_size.y - output.inner_rect.height(), output.state.clamped_offset().y);
    ui.data_mut(|data| data.insert_temp(room_id, most > 1.0));
    let target = (offset + moved).clamp(0.0, most.max(0.0));
    if target != offset {
        let scroll = ui.scope_id().with(("scroll", salt));
        ui.data_mut(|data| data.insert_temp(scroll, target));
        ui.ctx().request_repaint();
    }
    // Whoever arrived on it sees that the page is there; whoever came by Tab wants to see where it led.
    if !around.has_focus() {
        ui.data_mut(|data| data.remove::<bool>(id));
    } else if ui.data(|data| data.get_temp::<bool>(id)).is_none() {
        ui.painter().rect_stroke(room, 0, ui.tokens().focus_ring(), StrokeKind::Inside);
    }
    output
}

/// Does Escape lead away from a page that one reads? It does where nothing in it had the focus but such a page itself: in a
/// text, and with something open over the page, it ends that first.
pub fn is_left_by_escape(ui: &Ui) -> bool {
    let reads = match stood(ui.ctx()) {
        Some(Stand::Nowhere) => true,
        Some(Stand::At(id)) => {
            ui.ctx().read_response(id).is_some_and(|at| at.sense == Sense::focusable_noninteractive())
        }
        None => false,
    };
    reads && is_idle(ui.ctx()) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

fn passed_on() -> Id {
    Id::unique("widgets-page-passed-on")
}

/// Of what is all in sight nothing moves: the keys are for the page beside it that does.
fn pass_keys_on(ui: &Ui, around: &Response) -> f32 {
    if around.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), around.id, filter);
        let now = ui.ctx().cumulative_frame_nr();
        ui.data_mut(|data| data.insert_temp(passed_on(), now));
    }
    0.0
}

/// How far keys move what one reads, in points downwards. It has the keys where it has the focus, or nothing has, or what has
/// it is a page that is all in sight.
pub(super) fn reading_keys(ui: &Ui, around: &Response, visible: f32) -> f32 {
    let now = ui.ctx().cumulative_frame_nr();
    let is_passed = ui.data(|data| data.get_temp(passed_on())) == Some(now);
    if !around.has_focus() && !is_idle(ui.ctx()) && !is_passed {
        return 0.0;
    }
    let filter = EventFilter { vertical_arrows: true, ..Default::default() };
    keep_keys(ui.ctx(), around.id, filter);
    let steps = [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE), (Key::Space, visible - LINE)];
    by_keys(ui, &steps) + page_keys(ui, visible)
}

/// The same, of the keys that turn pages and mean nothing else: for what is the only thing that one reads in a window, wherever
/// in it the focus is.
pub(super) fn page_keys(ui: &Ui, visible: f32) -> f32 {
    let screen = visible - LINE;
    let (home, end) = (f32::from(i16::MIN), f32::from(i16::MAX));
    by_keys(ui, &[(Key::PageDown, screen), (Key::PageUp, -screen), (Key::Home, home), (Key::End, end)])
}

fn by_keys(ui: &Ui, steps: &[(Key, f32)]) -> f32 {
    ui.input_mut(|input| {
        steps.iter().map(|(key, step)| input.count_and_consume_key(Modifiers::NONE, *key) as f32 * step).sum()
    })
}

/// What has the focus comes into sight, with room enough above and below that it does not fade.
pub(super) fn bring_into_sight(ui: &Ui, rect: Rect) {
    ui.scroll_to_rect(rect.expand2(vec2(0.0, ui.spacing().scroll.fade.size)), None);
}

fn bar(ui: &Ui, id: Id, inner: Rect, content: f32, offset: f32) {
    let room = inner.height();
    if content <= room + 1.0 || room <= SHORTEST_HANDLE {
        return;
    }
    let direction = ui.direction();
    let mut rest = inner;
    let track = direction.take_end(&mut rest, REACH);
    let length = (room * room / content).clamp(SHORTEST_HANDLE, room);
    let travel = room - length;
    let scrolled = offset / (content - room);
    let response = ui.interact(track, id.with("bar"), Sense::DRAG);
    if response.dragged() && travel > 0.0 {
        let moved = offset + response.drag_delta().y / travel * (content - room);
        ui.ctx().data_mut(|data| data.insert_temp(id, moved.clamp(0.0, content - room)));
        ui.ctx().request_repaint();
    }
    let is_hot = response.hovered() || response.dragged();
    let tokens = ui.tokens();
    let (width, ink) = if is_hot { (WIDE, tokens.ink_faint) } else { (THIN, tokens.line_strong) };
    let mut lane = track.shrink2(vec2(2.0, 0.0));
    let lane = direction.take_end(&mut lane, width);
    let top = lane.top() + travel * scrolled.clamp(0.0, 1.0);
    let handle = Rect::from_min_size(lane.min, vec2(width, length)).translate(vec2(0.0, top - lane.top()));
    ui.painter().rect_filled(handle, width / 2.0, ink);
}

/// The bar of what scrolls along the line, at the foot of `inner`. `most` is how far it scrolls and `offset` how far it has,
/// in points from the start. Answers where it was dragged to.
pub(super) fn bar_along(ui: &Ui, id: Id, inner: Rect, most: f32, offset: f32) -> Option<f32> {
    let room = inner.width();
    if most < 1.0 || room <= SHORTEST_HANDLE {
        return None;
    }
    let direction = ui.direction();
    let track = inner.with_min_y(inner.bottom() - REACH);
    let length = (room * room / (room + most)).clamp(SHORTEST_HANDLE, room);
    let travel = (room - length).max(1.0);
    let response = ui.interact(track, id.with("bar-along"), Sense::DRAG);
    let is_hot = response.hovered() || response.dragged();
    let tokens = ui.tokens();
    let (width, ink) = if is_hot { (WIDE, tokens.ink_faint) } else { (THIN, tokens.line_strong) };
    let mut lane = track.shrink2(vec2(0.0, 2.0));
    lane.min.y = lane.bottom() - width;
    direction.take_start(&mut lane, travel * (offset / most).clamp(0.0, 1.0));
    let handle = direction.take_start(&mut lane, length);
    ui.painter().rect_filled(handle, width / 2.0, ink);
    let moved = direction.forward(response.drag_delta().x) / travel * most;
    (moved != 0.0).then(|| (offset + moved).clamp(0.0, most))
}
