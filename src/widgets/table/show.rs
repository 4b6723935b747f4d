//! A table in a frame: where its columns stand, what its keys ask for, then its headings and its rows.

use super::edit::Cell;
use super::head::{Head, Heads};
use super::keys::Standing;
use super::state::{Reveal, TableState};
use super::{NARROW, NARROW_PADDING, PADDING, RowHead, Table, TableOutput};
use crate::text::tell_ticks;
use crate::tr;
use crate::widgets::arrival::greet;
use crate::widgets::button::focus_ring;
use crate::widgets::direction::UiExt;
use crate::widgets::menu::menu_at;
use crate::widgets::scroll::{REACH, bar_along, bring_into_sight};
use crate::widgets::theme::RADIUS_CONTROL;
use egui::emath::GuiRounding;
use egui::{Event, Id, Rangef, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo};

/// Where the columns stand in this frame.
pub(super) struct Spans {
    /// The shown columns, as places in the table's.
    pub(super) shown: Vec<usize>,
    /// From where to where each reaches, its margins within.
    pub(super) ranges: Vec<Rangef>,
    pub(super) padding: f32,
    /// From where to where cells are seen: the bar of the rows has its own room.
    pub(super) sight: Rangef,
    /// How far the table can be scrolled along its columns.
    most: f32,
}

impl Table<'_> {
    /// As [`Table::show`]; `cell` is also told when an editor is to be drawn instead of the value.
    pub fn show_cells<'r>(
        self,
        ui: &mut Ui,
        state: &mut TableState,
        head: impl Fn(usize) -> RowHead<'r>,
        cell: impl FnMut(&mut Ui, Cell<'_>),
    ) -> TableOutput {
        let id = ui.scope_id().with(("table", self.name));
        let frame = ui.available_rect_before_wrap();
        let role = if self.edits.is_some() { Role::Grid } else { Role::Table };
        let builder = UiBuilder::new().id_salt(("table", self.name)).max_rect(frame).layout(ui.direction().column());
        let builder = builder.accessibility_role(role).accessibility_label(self.name);
        let mut inside = ui.new_child(builder);
        inside.tell_place(frame);
        // The upper line is as thick as others at every scale: where it falls between two pixels, half of it is beyond the frame.
        inside.shrink_clip_rect(frame.with_min_y(frame.top() - 1.0));
        let output = self.inside_ui(&mut inside, id, frame, state, head, cell);
        ui.advance_cursor_after_rect(frame);
        output
    }

    fn inside_ui<'r>(
        &self,
        ui: &mut Ui,
        id: Id,
        frame: Rect,
        state: &mut TableState,
        head: impl Fn(usize) -> RowHead<'r>,
        cell: impl FnMut(&mut Ui, Cell<'_>),
    ) -> TableOutput {
        let mut output = TableOutput::default();
        let mut body = frame;
        body.min.y = (frame.top() + ui.metrics().table_head).min(frame.bottom());
        let strip = frame.with_max_y(body.top());
        let beneath = self.beneath.map_or(0.0, |(height, _)| height);
        body.min.y = (body.min.y + beneath).min(frame.bottom());
        let page = (body.height() / self.tall(ui)).max(1.0) as usize;
        let mut sight = frame;
        if self.rows as f32 * self.tall(ui) > body.height() + 1.0 {
            ui.direction().take_end(&mut sight, REACH);
        }
        let spans = self.spans(ui, frame, sight, state);
        let bar = body;
        if spans.most > 0.0 {
            body.max.y = (body.bottom() - REACH).max(body.top());
        }
        let row_rect = ui.data(|data| data.get_temp(id.with("current")));
        let standing = Standing { id, page, shown: &spans.shown, is_wide: spans.most > 0.0, row_rect };
        if state.editing.is_some() {
            self.edit_keys(ui, state, &standing, &head, &mut output);
        }
        let place = self.place(state, &head);
        let moved = self.keys(ui, state, &standing, place, &head, &mut output);
        let place = moved.or(place);
        let reveals = state.reveals.take_if(|reveals| *reveals == Reveal::Top || place.is_some());
        let revealed = moved.or_else(|| place.filter(|_| reveals == Some(Reveal::Chosen)));
        if reveals == Some(Reveal::Chosen) {
            self.reveal_column(ui, sight, &spans, state);
        }
        // Keys and the wheel may have scrolled along the columns.
        let spans = self.spans(ui, frame, sight, state);
        self.heads_ui(ui, id, strip, &spans, state, &mut output);
        self.beneath_ui(ui, Rect::from_x_y_ranges(sight.x_range(), strip.bottom()..=body.top()), &spans, state);
        // The rows come after the headings in the order of Tab.
        let rows = ui.interact(body, id, Sense::focusable_noninteractive());
        rows.widget_info(|| WidgetInfo::labeled(Role::RowGroup, true, self.name));
        ui.ctx().accesskit_node_builder(id, |node| node.set_size_of_set(self.rows));
        if std::mem::take(&mut state.wants_focus) {
            rows.request_focus();
        }
        greet(ui.ctx(), id);
        if ui.ctx().has_accesskit_node(id) {
            tell_ticks(ui.ctx(), &tr!(self.tr, "yes"), &tr!(self.tr, "no"));
        }
        // Whatever page the table stands in: what it scrolls by itself it has brought into its own sight.
        if rows.gained_focus() {
            bring_into_sight(ui, row_rect.map_or(body, |row: Rect| row.intersect(body)));
        }

        let had_focus = state.editing.as_mut().is_some_and(|edit| std::mem::take(&mut edit.had_focus));
        let drawn = self.body_ui(ui, id, body, &spans, state, (reveals, revealed), &head, cell, &mut output);
        if had_focus && state.editing.as_ref().is_some_and(|edit| !edit.had_focus) {
            self.commit(state, place, &mut output);
        }
        if let Some(scrolled) = bar_along(ui, id, bar, spans.most, state.scrolled) {
            state.scrolled = scrolled;
        }
        self.menu_ui(ui, id, state, &head, &mut output);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_count(self.rows);
            // Of the rows together: what is counted is told of what it stands in.
            node.set_size_of_set(self.rows);
            node.set_column_count(spans.shown.len());
            if self.is_multiple {
                node.set_multiselectable();
            }
        });
        if let Some((key, _)) = drawn {
            let row = id.with(key);
            // Where cells can be changed, the cell is what the keys work on.
            let cell = state.column.as_deref().filter(|_| self.edits.is_some()).map(|column| row.with(column));
            let told = cell.filter(|cell| ui.ctx().has_accesskit_node(*cell)).unwrap_or(row);
            ui.ctx().accesskit_node_builder(id, |node| node.set_active_descendant(told.accesskit_id()));
        }
        ui.data_mut(|data| match drawn {
            Some((_, rect)) => _ = data.insert_temp(id.with("current"), rect),
            None => data.remove::<Rect>(id.with("current")),
        });
        if rows.has_focus() && state.selection.at().is_none() {
            // Around the rows, and not around what is empty below them.
            let end = body.top() + self.tall(ui) * self.rows.max(1) as f32;
            let around = body.with_max_y(body.bottom().min(end)).shrink(3.0);
            focus_ring(ui, &rows.with_new_rect(around), RADIUS_CONTROL);
        }
        output.is_arranged = state.was_arranged(!ui.input(|input| input.pointer.any_down()));
        output
    }

    pub(super) fn tall(&self, ui: &Ui) -> f32 {
        self.row_height.unwrap_or(ui.metrics().table_row)
    }

    fn heads_ui(
        &self,
        ui: &mut Ui,
        id: Id,
        strip: Rect,
        spans: &Spans,
        state: &mut TableState,
        output: &mut TableOutput,
    ) {
        let shown = spans.shown.iter().zip(&spans.ranges).filter_map(|(&at, &range)| {
            let column = self.columns.get(at)?;
            Some(Head { column, rect: Rect::from_x_y_ranges(range, strip.y_range()) })
        });
        let shown = shown.collect();
        let heads = Heads { id, strip, shown, spans, columns: self.columns, tr: self.tr };
        output.is_sorted = heads.show(ui, state);
    }

    /// What stands beneath the headings. What has the focus there comes into sight, however wide the table is.
    fn beneath_ui(&self, ui: &mut Ui, strip: Rect, spans: &Spans, state: &mut TableState) {
        let Some((_, show)) = self.beneath else { return };
        ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, ui.tokens().hairline());
        // Only then: to ask where something stands that was not clicked takes its focus away in the frame of a click.
        let is_tabbed = ui.input(|input| input.key_pressed(egui::Key::Tab));
        let focused = ui.memory(|memory| memory.focused()).filter(|_| is_tabbed);
        for (&at, range) in spans.shown.iter().zip(&spans.ranges) {
            let Some(column) = self.columns.get(at) else { continue };
            let place = Rect::from_x_y_ranges(range.shrink(spans.padding.min(range.span() / 2.0)), strip.y_range());
            let builder =
                UiBuilder::new().id_salt(("beneath", column.key)).max_rect(place).layout(ui.direction().row());
            let mut child = ui.new_child(builder);
            child.shrink_clip_rect(Rect::from_x_y_ranges(range.intersection(spans.sight), strip.y_range()));
            show(&mut child, at);
            let rect = focused.and_then(|focused| ui.ctx().read_response(focused)).map(|response| response.rect);
            let is_there = rect.is_some_and(|rect| place.expand(1.0).contains_rect(rect));
            if is_there {
                let direction = ui.direction();
                let beyond_end = (direction.end_x(place) - direction.end_x(strip)) * direction.forward(1.0);
                let beyond_start = (direction.start_x(strip) - direction.start_x(place)) * direction.forward(1.0);
                let wanted = beyond_end.max(0.0) - beyond_start.max(0.0);
                if wanted != 0.0 {
                    state.scrolled += wanted + spans.padding * wanted.signum();
                    ui.ctx().request_repaint();
                }
            }
        }
    }

    /// From where to where each column reaches. `sight` is what the bar of the rows leaves of the frame.
    fn spans(&self, ui: &Ui, frame: Rect, sight: Rect, state: &mut TableState) -> Spans {
        let direction = ui.direction();
        let padding = if frame.width() < NARROW { NARROW_PADDING } else { PADDING };
        // The first words stand below the page's title.
        let margin = (ui.metrics().page - padding).max(0.0);
        let end_margin = margin.max(frame.width() - sight.width());
        let room = frame.width() - margin - end_margin;
        let shown = state.layout.shown(self.columns);
        let widths = state.layout.widths(self.columns, &shown, room);
        let most = (widths.iter().sum::<f32>() - room).max(0.0);
        let most = if most < 1.0 { 0.0 } else { most };
        if most > 0.0 && ui.rect_contains_pointer(frame) {
            state.is_wheel_turned = is_wheel_turned(ui).unwrap_or(state.is_wheel_turned);
            let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.x));
            state.scrolled -= if state.is_wheel_turned { wheel } else { direction.forward(wheel) };
        }
        state.scrolled = state.scrolled.clamp(0.0, most);
        let mut at = margin - state.scrolled;
        let start = direction.start_x(frame);
        let range = |width: &f32| {
            let (from, to) = (start + direction.forward(at), start + direction.forward(at + width));
            at += width;
            Rangef::new(from.min(to).round_ui(), from.max(to).round_ui())
        };
        let ranges = widths.iter().map(range).collect();
        Spans { shown, ranges, padding, sight: sight.x_range(), most }
    }

    /// Scrolls along the columns until the current one is in sight.
    fn reveal_column(&self, ui: &Ui, sight: Rect, spans: &Spans, state: &mut TableState) {
        let at =
            spans.shown.iter().position(|&at| self.columns.get(at).map(|column| column.key) == state.column.as_deref());
        let Some(range) = at.and_then(|at| spans.ranges.get(at)) else { return };
        let direction = ui.direction();
        let rect = Rect::from_x_y_ranges(*range, sight.y_range());
        let beyond_end = (direction.end_x(rect) - direction.end_x(sight)) * direction.forward(1.0) + spans.padding;
        let beyond_start =
            (direction.start_x(sight) - direction.start_x(rect)) * direction.forward(1.0) + spans.padding;
        if beyond_start > 0.0 {
            state.scrolled -= beyond_start;
        } else if beyond_end > 0.0 {
            state.scrolled += beyond_end;
        }
    }

    fn menu_ui<'r>(
        &self,
        ui: &Ui,
        id: Id,
        state: &mut TableState,
        head: &impl Fn(usize) -> RowHead<'r>,
        output: &mut TableOutput,
    ) {
        let (Some(key), Some(entries)) = (state.menu_row, self.menu) else { return };
        let stayed = state.place < self.rows && head(state.place).key == key;
        let place = if stayed { Some(state.place) } else { (0..self.rows).find(|&row| head(row).key == key) };
        let Some(row) = place else {
            state.menu_row = None;
            return;
        };
        let menu_id = id.with("menu");
        let chosen = menu_at(ui, menu_id, id, &head(row).name, || entries(row));
        output.menu = chosen.map(|chosen| (row, chosen));
        if !egui::Popup::is_id_open(ui.ctx(), menu_id) {
            state.menu_row = None;
        }
    }
}

/// Was the wheel turned up or down with Shift in this frame, and not along the line as a pad does; nothing where it rests. Its
/// motion is drawn out over the frames that follow.
fn is_wheel_turned(ui: &Ui) -> Option<bool> {
    ui.input(|input| {
        input.events.iter().rev().find_map(|event| {
            let Event::MouseWheel { delta, modifiers, .. } = event else { return None };
            Some(modifiers.shift && delta.x == 0.0)
        })
    })
}
