//! Two panes with an edge between them that can be moved; how wide the first one is, is the caller's to remember.
//!
//! The edge is dragged, and a double click puts it back. With keys it is a stop of Tab between the panes: arrows move it,
//! with Shift further, Home and End as far as it goes, Enter puts it back.
//!
//! ```no_run
//! use tansiq::widgets::{Line, Split, SplitState};
//! fn panes_ui(ui: &mut egui::Ui, state: &mut SplitState, name: &str, words: [&str; 2]) {
//!     Split::beside(name, 0.6).show(
//!         ui,
//!         state,
//!         |ui| _ = ui.add(Line::new(words[0])),
//!         |ui| _ = ui.add(Line::new(words[1])),
//!     );
//! }
//! ```

use super::direction::UiExt;
use crate::text::keep_keys;
use egui::accesskit::{Action, Orientation};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, UiBuilder, UiStackInfo, WidgetInfo,
    pos2, vec2,
};
use serde::{Deserialize, Serialize};

/// Where the edge stands. Save it to remember it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SplitState {
    /// The first pane's share of the room; `None`: as the screen made it.
    share: Option<f32>,
}

impl SplitState {
    /// The first pane's share of the room, where someone has moved the edge.
    pub const fn share(&self) -> Option<f32> {
        self.share
    }
}

/// Two panes before they are shown.
#[must_use = "show it"]
pub struct Split<'a> {
    name: &'a str,
    share: f32,
    is_stacked: bool,
    least: [f32; 2],
}

/// The room of the edge, of which the pointer can take hold.
const EDGE: f32 = 12.0;
const STEP: f32 = 16.0;
const LONG_STEP: f32 = 64.0;

impl<'a> Split<'a> {
    /// Panes beside each other: the first, where lines start, gets that share of the room. `name` is what a screen reader
    /// calls the edge.
    pub const fn beside(name: &'a str, share: f32) -> Self {
        Self { name, share, is_stacked: false, least: [160.0, 160.0] }
    }

    /// Panes below each other: the first, above, gets that share of the room.
    pub const fn stacked(name: &'a str, share: f32) -> Self {
        Self { name, share, is_stacked: true, least: [80.0, 80.0] }
    }

    /// How little room each pane may be given, in points.
    pub const fn least(mut self, first: f32, second: f32) -> Self {
        self.least = [first, second];
        self
    }

    /// Shows both in the room that is left.
    pub fn show<A, B>(
        self,
        ui: &mut Ui,
        state: &mut SplitState,
        first: impl FnOnce(&mut Ui) -> A,
        second: impl FnOnce(&mut Ui) -> B,
    ) -> (A, B) {
        let frame = ui.available_rect_before_wrap();
        let id = ui.scope_id().with(("split", self.name));
        let room = (if self.is_stacked { frame.height() } else { frame.width() } - EDGE).max(1.0);
        let before = self.places(ui, frame, size(room, state.share.unwrap_or(self.share), self.least));
        // The first pane is drawn first, so that Tab walks pane, edge, pane; what the edge moves is seen in this frame.
        let edge = ui.read_response(id).map(|response| response.drag_delta()).unwrap_or_default();
        let moved = if self.is_stacked { edge.y } else { ui.direction().forward(edge.x) };
        if moved != 0.0 {
            state.share = Some(size(room, (before.1 + moved) / room, self.least) / room);
        }
        let (rects, _) = self.places(ui, frame, size(room, state.share.unwrap_or(self.share), self.least));
        let [first_rect, edge_rect, second_rect] = rects;
        let [first_side, second_side] =
            if self.is_stacked { [Side::Below, Side::Above] } else { [Side::End, Side::Start] };
        let first = pane_ui(ui, first_rect, id.with(0), first_side, first);
        let response = ui.interact(edge_rect, id, Sense::click_and_drag());
        self.edge_ui(ui, &response, room, state);
        let second = pane_ui(ui, second_rect, id.with(1), second_side, second);
        ui.advance_cursor_after_rect(frame);
        (first, second)
    }

    /// The first pane, the edge, the second pane; and how large the first is.
    fn places(&self, ui: &Ui, frame: Rect, size: f32) -> ([Rect; 3], f32) {
        let mut rest = frame;
        let mut take = |size: f32| {
            if self.is_stacked {
                let piece = rest.with_max_y((rest.top() + size).min(rest.bottom()));
                rest.min.y = piece.bottom();
                piece
            } else {
                ui.direction().take_start(&mut rest, size)
            }
        };
        let (first, edge) = (take(size), take(EDGE));
        ([first, edge, rest], size)
    }

    fn edge_ui(&self, ui: &Ui, response: &Response, room: f32, state: &mut SplitState) {
        let share = state.share.unwrap_or(self.share);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Splitter, true, self.name);
            info.value = Some(f64::from((share * 100.0).round()));
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_orientation(if self.is_stacked { Orientation::Horizontal } else { Orientation::Vertical });
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
        let points = self.keys(ui, response);
        if points != 0.0 {
            state.share = Some(size(room, share + points / room, self.least) / room);
        }
        let is_reset = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if response.double_clicked() || is_reset {
            state.share = None;
        }
        let tokens = ui.tokens();
        let is_hot = response.hovered() || response.dragged() || response.has_focus();
        if is_hot {
            let icon = if self.is_stacked { CursorIcon::ResizeVertical } else { CursorIcon::ResizeHorizontal };
            if response.hovered() || response.dragged() {
                ui.ctx().set_cursor_icon(icon);
            }
        }
        let stroke = if is_hot { tokens.focus_ring() } else { tokens.hairline() };
        let rect = response.rect;
        // Within a pane of another split the line goes on until it meets the line of that one.
        let reach = reach_of(ui, rect);
        let mut painter = ui.painter().clone();
        painter.set_clip_rect(ui.clip_rect().union(reach.intersect(ui.clip_rect().expand(EDGE / 2.0))));
        if self.is_stacked {
            painter.hline(reach.x_range(), rect.center().y, stroke);
        } else {
            painter.vline(rect.center().x, reach.y_range(), stroke);
        }
    }

    /// How far keys and a screen reader move the edge, in points.
    fn keys(&self, ui: &Ui, response: &Response) -> f32 {
        let asked = ui.input(|input| {
            let times = |action| input.num_accesskit_action_requests(response.id, action) as f32;
            (times(Action::Increment) - times(Action::Decrement)) * STEP
        });
        if !response.has_focus() {
            return asked;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), response.id, filter);
        let direction = ui.direction();
        let (onwards, back) = if self.is_stacked {
            (Key::ArrowDown, Key::ArrowUp)
        } else {
            (direction.forward_key(), direction.back_key())
        };
        ui.input_mut(|input| {
            let mut moved = asked;
            for (modifiers, step) in [(Modifiers::SHIFT, LONG_STEP), (Modifiers::NONE, STEP)] {
                moved += input.count_and_consume_key(modifiers, onwards) as f32 * step;
                moved -= input.count_and_consume_key(modifiers, back) as f32 * step;
            }
            if input.consume_key(Modifiers::NONE, Key::Home) {
                moved = f32::MIN;
            } else if input.consume_key(Modifiers::NONE, Key::End) {
                moved = f32::MAX;
            }
            moved
        })
    }
}

/// How large the first pane is in that room: its share, but neither pane less than it needs. Where both can't have that,
/// they share what there is.
fn size(room: f32, share: f32, [first, second]: [f32; 2]) -> f32 {
    if first + second >= room {
        return room * first / (first + second).max(1.0);
    }
    (room * share.clamp(0.0, 1.0)).clamp(first, room - second)
}

/// The side of a pane at which the edge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Start,
    End,
    Above,
    Below,
}

/// A pane in the stack of what is around something: its rectangle, and at which side its edge is.
const PANE: &str = "split-pane";

/// As far as a line at `rect` goes: to the lines of the splits around it in whose panes it ends.
fn reach_of(ui: &Ui, rect: Rect) -> Rect {
    let direction = ui.direction();
    let mut reach = rect;
    let is_at = |one: f32, other: f32| (one - other).abs() < 1.0;
    let panes = ui.stack().iter();
    for (pane, side) in panes.filter_map(|stack| Some((stack.max_rect, *stack.tags().get_downcast::<Side>(PANE)?))) {
        let at_line = match side {
            Side::Start if is_at(direction.start_x(rect), direction.start_x(pane)) => {
                pos2(direction.start_x(rect) - direction.forward(EDGE / 2.0), rect.center().y)
            }
            Side::End if is_at(direction.end_x(rect), direction.end_x(pane)) => {
                pos2(direction.end_x(rect) + direction.forward(EDGE / 2.0), rect.center().y)
            }
            Side::Above if is_at(rect.top(), pane.top()) => pos2(rect.center().x, rect.top() - EDGE / 2.0),
            Side::Below if is_at(rect.bottom(), pane.bottom()) => pos2(rect.center().x, rect.bottom() + EDGE / 2.0),
            Side::Start | Side::End | Side::Above | Side::Below => continue,
        };
        reach.extend_with(at_line);
    }
    reach
}

fn pane_ui<R>(ui: &mut Ui, rect: Rect, id: Id, side: Side, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().scope_id(id).max_rect(rect).layout(ui.direction().column());
    let builder = builder.ui_stack_info(UiStackInfo::default().with_tag_value(PANE, side));
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(rect.expand2(vec2(2.0, 2.0)));
    contents(&mut child)
}

#[cfg(test)]
mod tests {
    use super::size;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_panes_fill_the_room_and_have_what_they_need(room in 1.0..3000.0_f32, share in -1.0..2.0_f32, first in 0.0..400.0_f32, second in 0.0..400.0_f32) {
            let size = size(room, share, [first, second]);
            prop_assert!((0.0..=room).contains(&size));
            if first + second < room {
                prop_assert!(size >= first - 0.01 && room - size >= second - 0.01);
            }
        }
    }
}
