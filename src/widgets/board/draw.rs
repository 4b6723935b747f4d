//! How a board looks, and what the pointer does with its cards.

use super::stack::{CARD_GAP, Stack};
use super::{Board, BoardOutput, BoardState, CardHead, Moved, Place};
use crate::text::Weight;
use crate::tr;
use crate::widgets::arrival::greet;
use crate::widgets::button::focus_ring;
use crate::widgets::direction::UiExt;
use crate::widgets::menu::{menu_at, open_menu};
use crate::widgets::paint;
use crate::widgets::scroll::{REACH, bar_along, scroll_vertical};
use crate::widgets::theme::{RADIUS_CARD, Type};
use egui::accesskit::Live;
use egui::{
    CursorIcon, Frame, Id, Key, LayerId, Modifiers, Order, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, UiKind, UiStackInfo, WidgetInfo, pos2, vec2,
};

/// No column of a board that scrolls along them is narrower.
const LEAST_COLUMN: f32 = 216.0;
/// Columns give way down to this before the board scrolls.
const TIGHTEST_COLUMN: f32 = 184.0;
/// Beside the columns.
const MARGIN: f32 = 24.0;
const GAP: f32 = 14.0;
const HEAD: f32 = 36.0;
/// So near to an edge of a column a dragged card scrolls it.
const SCROLLS_NEAR: f32 = 36.0;
const SCROLL_STEP: f32 = 14.0;

impl Board<'_> {
    /// Shows it in the room that is left. `card` draws what is in a card: its column, and its place there.
    pub fn show<'r>(
        self,
        ui: &mut Ui,
        state: &mut BoardState,
        head: impl Fn(usize, usize) -> CardHead<'r>,
        mut card: impl FnMut(&mut Ui, usize, usize),
    ) -> BoardOutput {
        let mut output = BoardOutput::default();
        let id = ui.scope_id().with(("board", self.name));
        let frame = ui.available_rect_before_wrap();
        ui.painter().rect_filled(frame, 0.0, ui.tokens().surface_sunken);
        let board = ui.interact(frame, id, Sense::focusable_noninteractive());
        board.widget_info(|| WidgetInfo::labeled(Role::Group, true, self.name));
        // Cards that are cut fade into the ground of the board.
        let ground = Frame::new().fill(ui.tokens().surface_sunken);
        let builder = UiBuilder::new().id_salt("board").max_rect(frame).accessibility_parent(id);
        let builder = builder.ui_stack_info(UiStackInfo::new(UiKind::Frame).with_frame(ground));
        let mut inside = ui.new_child(builder.layout(ui.direction().column()));
        inside.shrink_clip_rect(frame);
        let ui = &mut inside;
        let place = self.place(state, &head);
        greet(ui.ctx(), id);
        if place.is_none() {
            // Nothing in it is current yet, and its name says nothing of what it holds.
            ui.ctx().accesskit_node_builder(id, |node| node.set_description(self.about()));
        }
        self.keys(ui, id, state, place, &head, &mut output);
        // A card that is on its way is shown when it has come.
        let is_on_its_way = state.reveals && state.at.is_some() && self.find(state, &head).is_none();
        state.reveals &= !is_on_its_way;
        let columns = self.places(ui, frame, state);
        let mut seen = Seen { current: None, target: None, dragged: None };
        for (at, rect) in columns.iter().enumerate() {
            self.column_ui(ui, id, at, *rect, state, &head, &mut card, (&mut output, &mut seen));
        }
        state.reveals = is_on_its_way;
        self.drag_ui(ui, id, state, &seen, &head, &mut card, &mut output);
        let most = content(frame.width(), self.columns.len()).1;
        if let Some(scrolled) = bar_along(ui, id, frame, most, state.scrolled) {
            state.scrolled = scrolled;
        }
        self.menu_ui(ui, id, state, &head, &mut output);
        self.tell(ui, id, state, &seen);
        if board.has_focus() && place.is_none() {
            focus_ring(ui, &board.with_new_rect(frame.shrink(3.0)), RADIUS_CARD);
        }
        ui.advance_cursor_after_rect(frame);
        output
    }

    /// How much stands on it, and what the keys do.
    fn about(&self) -> String {
        let cards: usize = self.columns.iter().map(|column| column.all).sum();
        tr!(self.tr, "widgets-board-about", columns = self.columns.len(), cards = cards)
    }

    /// Where the cards of a column stand.
    fn stack(&self, column: usize, width: f32) -> Stack {
        match self.heights {
            Some(heights) => Stack::Uneven(heights(column, width)),
            None => Stack::Even(self.card_height, self.cards(column)),
        }
    }

    /// Where the columns stand, from where lines start.
    fn places(&self, ui: &Ui, frame: Rect, state: &mut BoardState) -> Vec<Rect> {
        let direction = ui.direction();
        let (width, most) = content(frame.width(), self.columns.len());
        if most > 0.0 && ui.rect_contains_pointer(frame) {
            let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.x));
            state.scrolled -= direction.forward(wheel);
        }
        if state.reveals && state.at.is_some() {
            let start = state.place.0 as f32 * (width + GAP);
            state.scrolled =
                state.scrolled.clamp((start + width + 2.0 * MARGIN - frame.width()).max(0.0), start.max(0.0));
        }
        state.scrolled = state.scrolled.clamp(0.0, most);
        let place = |at: usize| {
            let from = MARGIN + at as f32 * (width + GAP) - state.scrolled;
            let x = direction.start_x(frame) + direction.forward(from);
            let other = x + direction.forward(width);
            Rect::from_min_max(pos2(x.min(other), frame.top()), pos2(x.max(other), frame.bottom()))
        };
        (0..self.columns.len()).map(place).collect()
    }

    #[allow(clippy::too_many_arguments, reason = "which column, where, and what the person does there")]
    fn column_ui<'r>(
        &self,
        ui: &mut Ui,
        id: Id,
        at: usize,
        rect: Rect,
        state: &mut BoardState,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
        card: &mut impl FnMut(&mut Ui, usize, usize),
        (output, seen): (&mut BoardOutput, &mut Seen),
    ) {
        let Some(column) = self.columns.get(at) else { return };
        let count = self.tr.number(i64::try_from(column.all).unwrap_or(i64::MAX));
        let name = tr!(self.tr, "widgets-board-column", column = column.title, count = column.all);
        let builder = UiBuilder::new().id_salt(("column", at)).max_rect(rect).layout(ui.direction().column());
        let builder = builder.accessibility_parent(id).accessibility_role(Role::List).accessibility_label(name);
        let mut ui = ui.new_child(builder);
        ui.tell_place(rect);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(column.all));
        head_ui(&ui, rect.with_max_y(rect.top() + HEAD), column, &count);
        let body = rect.with_min_y(rect.top() + HEAD);
        let is_over = ui.ctx().pointer_latest_pos().is_some_and(|at| rect.expand2(vec2(GAP / 2.0, 0.0)).contains(at));
        let stack = self.stack(at, rect.width());
        // The bar of a column stands in the gap behind it: on the cards it would lie over their edges.
        let mut lane = body;
        lane.extend_with_x(ui.direction().end_x(body) + ui.direction().forward(REACH));
        let mut inside = ui.new_child(UiBuilder::new().id_salt("cards").max_rect(lane).layout(ui.layout().to_owned()));
        inside.shrink_clip_rect(lane.expand2(vec2(4.0, 0.0)));
        scroll_vertical(&mut inside, ("cards", at), |ui, area| {
            area.show_viewport(ui, |ui, viewport| {
                ui.set_height(stack.all());
                let origin = ui.max_rect().min;
                let first = stack.at(viewport.min.y);
                let last = (stack.at(viewport.max.y) + 1).min(column.cards);
                let rect_of = |place: usize| {
                    let top = origin.y + stack.top(place);
                    Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), stack.height(place)))
                };
                if state.reveals && state.at.is_some() && state.place.0 == at {
                    ui.scroll_to_rect(rect_of(state.place.1), None);
                }
                for place in first..last {
                    self.card_ui(ui, id, (at, place), rect_of(place), state, head, card, (&mut *output, &mut *seen));
                }
                if let Some((key, _)) = state.dragged.filter(|_| is_over) {
                    let goes = self.may_go(key, state.place.0, at);
                    let mark = if self.is_sorted { body.expand2(vec2(4.0, 0.0)) } else { Rect::NOTHING };
                    let mark = Some(mark).filter(|_| goes);
                    seen.target = target_ui(ui, at, body, (origin.y, &stack), mark, rect_of);
                }
            })
        });
    }

    #[allow(clippy::too_many_arguments, reason = "which card, where, and what the person does with it")]
    fn card_ui<'r>(
        &self,
        ui: &mut Ui,
        id: Id,
        place: Place,
        rect: Rect,
        state: &mut BoardState,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
        card: &mut impl FnMut(&mut Ui, usize, usize),
        (output, seen): (&mut BoardOutput, &mut Seen),
    ) {
        let CardHead { key, name } = head(place.0, place.1);
        let card_id = id.with(("card", key));
        let response = ui.interact(rect, card_id, Sense::CLICK | Sense::DRAG);
        let is_current = state.at == Some(key);
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_current, &name));
        ui.ctx().accesskit_node_builder(card_id, |node| {
            node.set_selected(is_current);
            node.set_position_in_set(place.1);
        });
        if response.clicked() || response.secondary_clicked() || response.drag_started() {
            self.choose(state, place, head);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if response.clicked() {
            output.clicked = Some(place);
        }
        if response.double_clicked() {
            output.opened = Some(place);
        }
        if response.secondary_clicked() && self.menu.is_some() {
            state.menu_card = Some(key);
            let at = ui.ctx().pointer_interact_pos().unwrap_or_else(|| rect.center());
            open_menu(ui, id.with("menu"), at, false);
        }
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or_else(|| rect.center());
            state.dragged = Some((key, origin - rect.min));
        }
        let is_dragged = state.dragged.is_some_and(|(dragged, _)| dragged == key);
        if is_dragged {
            seen.dragged = Some((place, name.clone().into_owned()));
        }
        if is_current {
            seen.current = Some((key, rect));
        }
        let is_focused = is_current && ui.memory(|memory| memory.has_focus(id));
        ground_ui(ui, &response, is_dragged, is_focused);
        if !is_dragged {
            contents_ui(ui, card_id, rect, |ui| card(ui, place.0, place.1));
        }
    }

    /// The dragged card under the pointer; where it is dropped it is asked to be moved.
    #[allow(clippy::too_many_arguments, reason = "what is dragged, over what, and what becomes of it")]
    fn drag_ui<'r>(
        &self,
        ui: &mut Ui,
        id: Id,
        state: &mut BoardState,
        seen: &Seen,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
        card: &mut impl FnMut(&mut Ui, usize, usize),
        output: &mut BoardOutput,
    ) {
        let Some((key, grip)) = state.dragged else { return };
        let from = match &seen.dragged {
            Some((place, _)) => Some(*place),
            // Scrolled out of sight.
            None => self.place(state, head).filter(|_| state.at == Some(key)),
        };
        let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let is_held = ui.input(|input| input.pointer.any_down());
        let (Some(from), false) = (from, is_given_up) else {
            state.dragged = None;
            return;
        };
        let target = seen.target.filter(|&(column, _)| self.may_go(key, from.0, column));
        if !is_held {
            state.dragged = None;
            // Places are counted without the card itself.
            let to = target.map(|(column, place)| (column, place - usize::from(column == from.0 && place > from.1)));
            if let Some(to) = to.filter(|&to| to != from) {
                let name = head(from.0, from.1).name.into_owned();
                self.ask(state, Moved { key, from, to }, &name, output);
            } else if let Some(to) = seen.target.filter(|&(column, _)| target.is_none() && column != from.0) {
                output.refused = Some(Moved { key, from, to });
            }
            return;
        }
        ui.ctx().set_cursor_icon(if target.is_some() { CursorIcon::Grabbing } else { CursorIcon::NoDrop });
        let Some(at) = ui.ctx().pointer_latest_pos() else { return };
        let width = content(ui.max_rect().width(), self.columns.len()).0;
        let rect = Rect::from_min_size(at - grip, vec2(width, self.stack(from.0, width).height(from.1)));
        let layer = LayerId::new(Order::Tooltip, id.with("dragged"));
        let builder = UiBuilder::new().layer_id(layer).id_salt("dragged").max_rect(rect);
        let mut child = ui.new_child(builder);
        child.set_clip_rect(ui.ctx().content_rect());
        child.set_opacity(0.9);
        let tokens = child.tokens();
        child.painter().add(child.style().visuals.popup_shadow.as_shape(rect, RADIUS_CARD));
        child.painter().rect(rect, RADIUS_CARD, tokens.surface, tokens.focus_ring(), StrokeKind::Inside);
        contents_ui(&mut child, id.with("dragged-card"), rect, |ui| card(ui, from.0, from.1));
    }

    fn menu_ui<'r>(
        &self,
        ui: &Ui,
        id: Id,
        state: &mut BoardState,
        head: &impl Fn(usize, usize) -> CardHead<'r>,
        output: &mut BoardOutput,
    ) {
        let (Some(key), Some(entries)) = (state.menu_card, self.menu) else { return };
        let Some(place) = self.place(state, head).filter(|_| state.at == Some(key)) else {
            state.menu_card = None;
            return;
        };
        let name = head(place.0, place.1).name;
        let menu_id = id.with("menu");
        output.menu = menu_at(ui, menu_id, id, &name, || entries(place)).map(|chosen| (place, chosen));
        if !egui::Popup::is_id_open(ui.ctx(), menu_id) {
            state.menu_card = None;
        }
    }

    /// What a screen reader is told besides the cards: the current one, and where the last one went.
    fn tell(&self, ui: &Ui, id: Id, state: &BoardState, seen: &Seen) {
        if let Some((key, rect)) = seen.current {
            let card = id.with(("card", key)).accesskit_id();
            ui.ctx().accesskit_node_builder(id, |node| node.set_active_descendant(card));
            ui.data_mut(|data| data.insert_temp(id.with("current"), rect));
        }
        let corner = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
        let told = ui.interact(corner, id.with("told"), Sense::hover());
        told.widget_info(|| WidgetInfo::labeled(Role::Status, true, &state.announced));
        ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(Live::Assertive));
    }
}

/// What was met while the columns were drawn.
struct Seen {
    current: Option<(i64, Rect)>,
    /// Where a dragged card would go.
    target: Option<Place>,
    dragged: Option<(Place, String)>,
}

/// How wide each column is, and how far the board scrolls.
fn content(room: f32, columns: usize) -> (f32, f32) {
    let gaps = GAP * columns.saturating_sub(1) as f32 + 2.0 * MARGIN;
    let width = (room - gaps) / columns.max(1) as f32;
    let width = if width < TIGHTEST_COLUMN { LEAST_COLUMN } else { width };
    (width, (width * columns as f32 + gaps - room).max(0.0))
}

fn head_ui(ui: &Ui, rect: Rect, column: &super::BoardColumn<'_>, count: &str) {
    let (tokens, direction) = (ui.tokens(), ui.direction());
    let colors = tokens.tone(column.tone);
    let words = (Type::Caption, Weight::Medium);
    let mut rest = rect;
    let width = paint::width_of(ui, column.title, words.0, words.1) + 20.0;
    let chip = direction.take_start(&mut rest, width.min(rect.width() - 32.0));
    let chip = Rect::from_center_size(chip.center(), vec2(chip.width(), ui.metrics().chip));
    ui.painter().rect_filled(chip, ui.metrics().chip / 2.0, colors.wash);
    paint::line_in(ui, chip.shrink2(vec2(10.0, 0.0)), egui::Align2::CENTER_CENTER, column.title, words, colors.ink);
    direction.take_start(&mut rest, ui.metrics().small);
    paint::line_in(ui, rest, direction.start_center(), count, words, tokens.ink_weak);
}

/// Shows where a card would be dropped, and scrolls the column when it is held near its edge. `mark` is what it would be
/// dropped into, `NOTHING` for a place between the cards, `None` where it may not go.
fn target_ui(
    ui: &Ui,
    column: usize,
    body: Rect,
    (top, stack): (f32, &Stack),
    mark: Option<Rect>,
    rect_of: impl Fn(usize) -> Rect,
) -> Option<Place> {
    let at = ui.ctx().pointer_latest_pos()?;
    let place = stack.gap_at(at.y - top);
    let ring = ui.tokens().focus_ring();
    match mark {
        Some(mark) if mark.is_positive() => {
            ui.painter().rect_stroke(mark.shrink(1.0), RADIUS_CARD, ring, StrokeKind::Inside);
        }
        Some(_) => {
            let line = rect_of(place);
            let y = (line.top() - CARD_GAP / 2.0).max(body.top() + 1.0);
            ui.painter().hline(line.x_range().shrink(4.0), y, ring);
        }
        None => {}
    }
    let near = if at.y < body.top() + SCROLLS_NEAR {
        SCROLL_STEP
    } else if at.y > body.bottom() - SCROLLS_NEAR {
        -SCROLL_STEP
    } else {
        0.0
    };
    if near != 0.0 && stack.all() > body.height() {
        ui.scroll_with_delta(vec2(0.0, near));
        ui.ctx().request_repaint();
    }
    Some((column, place))
}

fn ground_ui(ui: &Ui, response: &Response, is_dragged: bool, is_focused: bool) {
    let tokens = ui.tokens();
    let rect = response.rect;
    if is_dragged {
        ui.painter().rect(rect, RADIUS_CARD, tokens.surface_hover, Stroke::NONE, StrokeKind::Inside);
        return;
    }
    let line = if response.hovered() { Stroke::new(1.0, tokens.line_strong) } else { tokens.hairline() };
    ui.painter().rect(rect, RADIUS_CARD, tokens.surface, line, StrokeKind::Inside);
    if is_focused {
        ui.painter().rect_stroke(rect, RADIUS_CARD, tokens.focus_ring(), StrokeKind::Inside);
    }
}

fn contents_ui(ui: &mut Ui, id: Id, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    let inside = rect.shrink2(vec2(14.0, 12.0));
    let builder = UiBuilder::new().scope_id(id.with("inside")).max_rect(inside).layout(ui.direction().column());
    let mut child = ui.new_child(builder.accessibility_parent(id));
    child.shrink_clip_rect(rect.shrink(2.0));
    child.spacing_mut().item_spacing.y = 6.0;
    contents(&mut child);
}

#[cfg(test)]
mod tests {
    use super::{LEAST_COLUMN, content};

    #[test]
    fn columns_give_way_before_the_board_scrolls() {
        let check = |room: f32, columns: usize, expected: (f32, f32)| {
            assert_eq!(content(room, columns), expected, "{columns} columns in {room}");
        };
        check(1200.0, 4, (277.5, 0.0));
        check(932.0, 4, (210.5, 0.0));
        check(826.0, 4, (184.0, 0.0));
        check(800.0, 4, (LEAST_COLUMN, 154.0));
    }
}
