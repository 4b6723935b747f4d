//! Where lines start: the one place that knows left from right.
//!
//! Screens say `start` and `end`; this file turns them into sides. Rows place their children from the start, and a group at
//! the end keeps its reading order, so that Tab walks what the eye walks.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{Button, Line, UiExt};
//! fn head_ui(ui: &mut egui::Ui, title: &str, words: &str) {
//!     ui.row(|ui| {
//!         ui.add(Line::new(title));
//!         ui.at_end("buttons", |ui| ui.add(Button::new(words)));
//!     });
//! }
//! ```

use super::theme::{Look, Metrics, Tokens};
use egui::{Align, Align2, InnerResponse, Layout, Margin, Panel, Rect, Ui, UiBuilder, pos2, vec2};

/// Where lines start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// At the right, as in Arabic.
    #[default]
    RightToLeft,
    /// At the left, as in English.
    LeftToRight,
}

impl Direction {
    /// The direction of an interface.
    pub const fn new(is_rtl: bool) -> Self {
        if is_rtl { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Do lines start at the right?
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::RightToLeft)
    }

    /// Children beside each other, from the start.
    pub fn row(self) -> Layout {
        match self {
            Self::RightToLeft => Layout::right_to_left(Align::Center),
            Self::LeftToRight => Layout::left_to_right(Align::Center),
        }
    }

    /// Children beside each other from the start, and further rows below where there are too many.
    pub fn wrapping_row(self) -> Layout {
        match self {
            Self::RightToLeft => Layout::right_to_left(Align::Min).with_main_wrap(true),
            Self::LeftToRight => Layout::left_to_right(Align::Min).with_main_wrap(true),
        }
    }

    /// Children below each other, at the start.
    pub fn column(self) -> Layout {
        Layout::top_down(self.start())
    }

    /// The start side as egui's alignment.
    pub const fn start(self) -> Align {
        match self {
            Self::RightToLeft => Align::Max,
            Self::LeftToRight => Align::Min,
        }
    }

    /// The end side as egui's alignment.
    pub const fn end(self) -> Align {
        match self {
            Self::RightToLeft => Align::Min,
            Self::LeftToRight => Align::Max,
        }
    }

    /// In the middle of a line's height, at its start.
    pub const fn start_center(self) -> Align2 {
        Align2([self.start(), Align::Center])
    }

    /// In the middle of a line's height, at its end.
    pub const fn end_center(self) -> Align2 {
        Align2([self.end(), Align::Center])
    }

    /// A margin of so many points where lines start, where they end, and above and below.
    pub const fn margin(self, start: i8, end: i8, above_and_below: i8) -> Margin {
        let (left, right) = if self.is_rtl() { (end, start) } else { (start, end) };
        Margin { left, right, top: above_and_below, bottom: above_and_below }
    }

    /// Cuts a piece of that width from the start of a rectangle.
    pub fn take_start(self, rect: &mut Rect, width: f32) -> Rect {
        let width = width.clamp(0.0, rect.width().max(0.0));
        match self {
            Self::LeftToRight => {
                let edge = rect.left() + width;
                let piece = rect.with_max_x(edge);
                rect.min.x = edge;
                piece
            }
            Self::RightToLeft => {
                let edge = rect.right() - width;
                let piece = rect.with_min_x(edge);
                rect.max.x = edge;
                piece
            }
        }
    }

    /// Cuts a piece of that width from the end of a rectangle.
    pub fn take_end(self, rect: &mut Rect, width: f32) -> Rect {
        self.reversed().take_start(rect, width)
    }

    /// The other way around.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::RightToLeft => Self::LeftToRight,
            Self::LeftToRight => Self::RightToLeft,
        }
    }

    /// A step of that many points from the start towards the end.
    pub const fn forward(self, points: f32) -> f32 {
        match self {
            Self::RightToLeft => -points,
            Self::LeftToRight => points,
        }
    }

    /// The x of a rectangle's start edge.
    pub fn start_x(self, rect: Rect) -> f32 {
        match self {
            Self::RightToLeft => rect.right(),
            Self::LeftToRight => rect.left(),
        }
    }

    /// The x of a rectangle's end edge.
    pub fn end_x(self, rect: Rect) -> f32 {
        self.reversed().start_x(rect)
    }

    /// A panel at the start side of the window.
    pub fn start_panel(self, id: impl egui::AsIdSalt) -> Panel {
        match self {
            Self::RightToLeft => Panel::right(id),
            Self::LeftToRight => Panel::left(id),
        }
    }

    /// A panel at the end side of the window.
    pub fn end_panel(self, id: impl egui::AsIdSalt) -> Panel {
        self.reversed().start_panel(id)
    }

    /// The arrow key that goes towards the end.
    pub const fn forward_key(self) -> egui::Key {
        match self {
            Self::RightToLeft => egui::Key::ArrowLeft,
            Self::LeftToRight => egui::Key::ArrowRight,
        }
    }

    /// The arrow key that goes towards the start.
    pub const fn back_key(self) -> egui::Key {
        self.reversed().forward_key()
    }
}

impl From<Direction> for crate::text::Direction {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::RightToLeft => Self::RightToLeft,
            Direction::LeftToRight => Self::LeftToRight,
        }
    }
}

/// What the house adds to [`egui::Ui`].
pub trait UiExt {
    /// Where lines start.
    fn direction(&self) -> Direction;
    /// The colours.
    fn tokens(&self) -> &'static Tokens;
    /// The heights and gaps.
    fn metrics(&self) -> &'static Metrics;
    /// Children beside each other from the start, centred in the row's height.
    fn row<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R>;
    /// A row of a given height over the whole width.
    fn row_of<R>(&mut self, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R>;
    /// Children below each other, at the start.
    fn column<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R>;
    /// What stands at the end of the row being laid out, in reading order.
    fn at_end<R>(&mut self, salt: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R>;
    /// A row with a group at the start and a group at the end.
    fn start_end<A, B>(
        &mut self,
        start: impl FnOnce(&mut Ui) -> A,
        end: impl FnOnce(&mut Ui) -> B,
    ) -> InnerResponse<(A, B)>;
    /// Contents in a given rectangle, below each other at the start.
    fn within<R>(&mut self, rect: Rect, salt: impl egui::AsIdSalt, contents: impl FnOnce(&mut Ui) -> R) -> R;
    /// Contents in a given rectangle, beside each other from the start.
    fn row_within<R>(&mut self, rect: Rect, salt: impl egui::AsIdSalt, contents: impl FnOnce(&mut Ui) -> R) -> R;
    /// Tells a screen reader where this part of the page stands: egui does so for widgets only, and where a table or a list
    /// has no place, nothing in it is found by touch or pointer.
    fn tell_place(&self, rect: Rect);
}

impl UiExt for Ui {
    fn tell_place(&self, rect: Rect) {
        let [x0, y0, x1, y1] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
        let place = egui::accesskit::Rect { x0, y0, x1, y1 };
        self.ctx().accesskit_node_builder(self.unique_id(), |node| node.set_bounds(place));
    }

    fn direction(&self) -> Direction {
        Look::of(self.ctx()).direction
    }

    fn tokens(&self) -> &'static Tokens {
        Look::of(self.ctx()).theme.tokens()
    }

    fn metrics(&self) -> &'static Metrics {
        Look::of(self.ctx()).density.metrics()
    }

    fn row<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let height = self.spacing().interact_size.y;
        self.row_of(height, contents)
    }

    fn row_of<R>(&mut self, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let size = vec2(self.available_width(), height);
        let layout = self.direction().row();
        self.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_height(height);
            contents(ui)
        })
    }

    fn column<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let layout = self.direction().column();
        self.with_layout(layout, contents)
    }

    fn at_end<R>(&mut self, salt: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let direction = self.direction();
        let id = at_end_id(self, salt);
        let known: Option<f32> = self.ctx().data(|data| data.get_temp(id));
        let free = self.available_rect_before_wrap();
        let width = known.unwrap_or_else(|| free.width()).min(free.width());
        let mut rest = free;
        let rect = direction.take_end(&mut rest, width);
        // All the free room, from where the group starts: in what it took last time, longer words would be cut short
        // and their width never be known.
        let room = free.translate(vec2(direction.start_x(rect) - direction.start_x(free), 0.0));
        let mut child = self.new_child(UiBuilder::new().id_salt(salt).max_rect(room).layout(direction.row()));
        let inner = contents(&mut child);
        let used = child.min_rect();
        if known.is_none_or(|width| (width - used.width()).abs() > 0.5) {
            self.ctx().data_mut(|data| data.insert_temp(id, used.width()));
            self.ctx().request_discard("a group at the end has a new width");
        }
        let response = self.allocate_rect(used, egui::Sense::hover());
        InnerResponse::new(inner, response)
    }

    fn start_end<A, B>(
        &mut self,
        start: impl FnOnce(&mut Ui) -> A,
        end: impl FnOnce(&mut Ui) -> B,
    ) -> InnerResponse<(A, B)> {
        self.row(|ui| {
            // What the end took last stays its own: words at the start get shorter before they push it out of the window.
            let taken: f32 = ui.data(|data| data.get_temp(at_end_id(ui, "end"))).unwrap_or_default();
            let free = ui.available_size_before_wrap();
            let room = vec2((free.x - taken - ui.spacing().item_spacing.x).max(0.0), free.y);
            let layout = ui.direction().row();
            let first = ui.allocate_ui_with_layout(room, layout, start).inner;
            let last = ui.at_end("end", end).inner;
            (first, last)
        })
    }

    fn within<R>(&mut self, rect: Rect, salt: impl egui::AsIdSalt, contents: impl FnOnce(&mut Ui) -> R) -> R {
        let layout = self.direction().column();
        let mut child = self.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
        contents(&mut child)
    }

    fn row_within<R>(&mut self, rect: Rect, salt: impl egui::AsIdSalt, contents: impl FnOnce(&mut Ui) -> R) -> R {
        let layout = self.direction().row();
        let mut child = self.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
        child.shrink_clip_rect(rect.expand(4.0));
        contents(&mut child)
    }
}

/// Under what the width of a group at the end is known: by place and not by scope, for rows of a list share their scope, and
/// would overwrite each other's widths for ever.
fn at_end_id(ui: &Ui, salt: &str) -> egui::Id {
    ui.unique_id().with(("at-end", salt))
}

/// Draws a thin line along the edge of a rectangle that faces the page: below a bar, at the inner side of a panel.
pub fn line_below(ui: &Ui, rect: Rect) {
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, ui.tokens().hairline());
}

/// The rectangle of that size whose start edge stands at `x`, centred on `y`.
pub fn rect_from_start(direction: Direction, x: f32, y: f32, size: egui::Vec2) -> Rect {
    let center = pos2(x + direction.forward(size.x / 2.0), y);
    Rect::from_center_size(center, size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets::Line;

    fn check(direction: Direction, expected: (Rect, Rect)) {
        let mut rest = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 10.0));
        let piece = direction.take_start(&mut rest, 30.0);
        assert_eq!((piece, rest), expected);
    }

    #[test]
    fn a_piece_is_cut_from_where_lines_start() {
        let span = |from: f32, to: f32| Rect::from_min_max(pos2(from, 0.0), pos2(to, 10.0));
        check(Direction::LeftToRight, (span(0.0, 30.0), span(30.0, 100.0)));
        check(Direction::RightToLeft, (span(70.0, 100.0), span(0.0, 70.0)));
    }

    #[test]
    fn a_group_at_the_end_grows_with_its_words() {
        let ctx = egui::Context::default();
        crate::text::install(&ctx);
        crate::widgets::theme::apply(&ctx, Look { direction: Direction::RightToLeft, ..Look::default() });
        let group = |words: &str| {
            let mut found = (Rect::NOTHING, Rect::NOTHING);
            let input = egui::RawInput {
                screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(400.0, 300.0))),
                ..Default::default()
            };
            let mut output = ctx.run_ui(input, |ui| {
                let row = ui.row(|ui| ui.at_end("words", |ui| ui.add(Line::new(words))).inner);
                found = (row.inner.rect, ui.max_rect());
            });
            output.textures_delta.clear();
            found
        };
        let (short, _) = group("الآن");
        let (long, row) = group("قبل إحدى عشرة دقيقة");
        assert!(long.width() > 2.0 * short.width(), "{short} {long}");
        assert!((long.left() - row.left()).abs() < 1.0, "at the end edge: {long} in {row}");
    }

    #[test]
    fn rows_of_a_list_keep_the_widths_of_their_own_groups() {
        let ctx = egui::Context::default();
        crate::text::install(&ctx);
        crate::widgets::theme::apply(&ctx, Look { direction: Direction::RightToLeft, ..Look::default() });
        let mut passes = Vec::new();
        for _frame in 0..3 {
            let mut count = 0;
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                count += 1;
                for words in ["الآن", "قبل إحدى عشرة دقيقة"] {
                    ui.row(|ui| ui.at_end("age", |ui| ui.add(Line::new(words))));
                }
            });
            output.textures_delta.clear();
            passes.push(count);
        }
        assert_eq!(passes, [2, 1, 1], "the widths are learned once");
    }

    #[test]
    fn the_other_way_around_twice_is_the_same_way() {
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            assert_eq!(direction.reversed().reversed(), direction);
        }
    }
}
