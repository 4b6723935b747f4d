//! A table's rows: those one sees are laid out, drawn and told to screen readers as rows and cells of the table.

use super::columns::Column;
use super::edit::Cell;
use super::selection::Choice;
use super::show::Spans;
use super::state::{Reveal, TableState};
use super::{Band, RowHead, Table, TableOutput};
use crate::text::Weight;
use crate::widgets::cut::{fade_cell, fade_rows};
use crate::widgets::direction::UiExt;
use crate::widgets::icon::Icon;
use crate::widgets::menu::open_menu;
use crate::widgets::paint;
use crate::widgets::scroll::scroll_vertical;
use crate::widgets::theme::{RADIUS_CONTROL, Type};
use egui::{
    Color32, Id, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// How wide a cell may want to be when its column is made to fit.
const MOST_FIT: f32 = 640.0;

impl Table<'_> {
    /// Draws the rows one sees; answers the key and the place of the current one where it is among them.
    #[allow(clippy::too_many_arguments, reason = "what is drawn, where, and what the person does there")]
    pub(super) fn body_ui<'r>(
        &self,
        ui: &mut Ui,
        id: Id,
        body: Rect,
        spans: &Spans,
        state: &mut TableState,
        (reveals, revealed): (Option<Reveal>, Option<usize>),
        head: &impl Fn(usize) -> RowHead<'r>,
        mut cell: impl FnMut(&mut Ui, Cell<'_>),
        output: &mut TableOutput,
    ) -> Option<(i64, Rect)> {
        let mut drawn = None;
        let row_height = self.tall(ui);
        let builder = UiBuilder::new().id_salt("body").max_rect(body).layout(ui.direction().column());
        let mut ui = ui.new_child(builder.accessibility_parent(id));
        ui.shrink_clip_rect(body);
        ui.spacing_mut().item_spacing.y = 0.0;
        // Rows pass by under the pointer: that another one stands in a place is no mistake.
        ui.ctx().allow_widget_id_changes_in(body);
        // It has its own: only what is cut fades.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut seen = None;
        // Each table keeps its own place, though they stand in the same part of the window.
        scroll_vertical(&mut ui, ("rows", self.name), |ui, area| {
            let area = if reveals == Some(Reveal::Top) { area.vertical_scroll_offset(0.0) } else { area };
            area.show_viewport(ui, |ui, viewport| {
                seen = Some(viewport);
                ui.set_height(row_height * self.rows as f32);
                let origin = ui.max_rect().min;
                let row_rect = |row: usize| {
                    let top = origin.y + row as f32 * row_height;
                    Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row_height))
                };
                if let Some(row) = revealed {
                    ui.scroll_to_rect(row_rect(row), None);
                }
                let first = (viewport.min.y / row_height).floor().max(0.0) as usize;
                let last = ((viewport.max.y / row_height).ceil().max(0.0) as usize).min(self.rows);
                let fits = state.head.fits.take();
                let fits = spans
                    .shown
                    .iter()
                    .copied()
                    .find(|&at| self.columns.get(at).map(|column| column.key) == fits.as_deref());
                let mut widest = 0.0_f32;
                for row in first..last {
                    let rect = row_rect(row);
                    let RowHead { key, name, band } = head(row);
                    let row_id = id.with(key);
                    let response = self.row_ui(ui, id, row_id, (row, key, &name), rect, spans, state, head, output);
                    if state.selection.at() == Some(key) {
                        drawn = Some((key, response.rect));
                    }
                    if let Some(band) = band {
                        band_ui(ui, &response, &name, &band);
                        if response.clicked() {
                            output.folded = Some(row);
                        }
                        continue;
                    }
                    for (place, (&at, range)) in spans.shown.iter().zip(&spans.ranges).enumerate() {
                        let Some(column) = self.columns.get(at) else { continue };
                        let inner =
                            Rect::from_x_y_ranges(range.shrink(spans.padding.min(range.span() / 2.0)), rect.y_range());
                        if !inner.intersects(body.expand(4.0)) {
                            continue;
                        }
                        let mut child = cell_ui(ui, row_id, place, column, inner, self.edits.is_some());
                        // What a cell draws beside its words, as a quiet button's ground, reaches to its neighbours.
                        let seen = Rect::from_x_y_ranges(range.intersection(spans.sight), inner.expand(4.0).y_range());
                        child.shrink_clip_rect(seen);
                        let edit = state.editing.as_mut().filter(|edit| edit.row == key && edit.column == column.key);
                        cell(&mut child, Cell { row, column: at, edit });
                        let place = Rect::from_x_y_ranges(*range, rect.y_range());
                        let ground = ground(ui, state.selection.contains(key), &response);
                        fade_cell(ui, place, spans.sight, spans.padding, ground);
                    }
                    if let Some(at) = fits {
                        widest =
                            widest.max(wanted(ui, row_id, rect, |ui| cell(ui, Cell { row, column: at, edit: None })));
                    }
                }
                if let Some(column) = fits.and_then(|at| self.columns.get(at)) {
                    let title = paint::width_of(ui, column.title, Type::Caption, Weight::Medium) + 18.0;
                    state.layout.set_width(column.key, widest.max(title) + 2.0 * spans.padding + 2.0);
                }
            })
        });
        if let Some(viewport) = seen {
            let seen = Rect::from_x_y_ranges(spans.sight, body.y_range());
            fade_rows(&ui, seen, row_height, viewport, self.rows);
        }
        drawn
    }

    #[allow(clippy::too_many_arguments, reason = "what the row is, where it stands, and what the person does with it")]
    fn row_ui<'r>(
        &self,
        ui: &Ui,
        id: Id,
        row_id: Id,
        (row, key, name): (usize, i64, &str),
        rect: Rect,
        spans: &Spans,
        state: &mut TableState,
        head: &impl Fn(usize) -> RowHead<'r>,
        output: &mut TableOutput,
    ) -> Response {
        let response = ui.interact(rect, row_id, Sense::CLICK);
        let is_selected = state.selection.contains(key);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, name));
        ui.ctx().accesskit_node_builder(row_id, |node| {
            node.set_row_index(row);
            node.set_position_in_set(row);
            // Of its cells, as the rows have theirs from what they stand in.
            node.set_size_of_set(spans.shown.len());
            node.set_selected(is_selected);
        });
        let tokens = ui.tokens();
        if is_selected || response.hovered() {
            ui.painter().rect_filled(rect, 0.0, ground(ui, is_selected, &response));
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
        let is_current = state.selection.at() == Some(key);
        if is_current && ui.memory(|memory| memory.has_focus(id)) {
            self.current_ui(ui, rect, spans, state);
        }
        if response.clicked() || response.secondary_clicked() {
            let x = ui.ctx().pointer_interact_pos().map(|at| at.x);
            let at = x.and_then(|x| spans.ranges.iter().position(|range| range.contains(x)));
            let column = at.and_then(|at| self.columns.get(*spans.shown.get(at)?));
            state.column = column.map(|column| column.key.to_owned());
        }
        if response.clicked() {
            let held = ui.input(|input| input.modifiers);
            let choice = choice(held);
            self.choose(state, choice, row, head);
            if choice == Choice::Only || !self.is_multiple {
                output.clicked = Some(row);
            }
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if response.double_clicked() && head(row).band.is_none() {
            let column = self.columns.iter().position(|column| Some(column.key) == state.column.as_deref());
            if !column.is_some_and(|column| self.begin_edit(state, row, column, head)) {
                output.opened = Some(row);
            }
        }
        if response.secondary_clicked() && self.menu.is_some() && head(row).band.is_none() {
            if !state.selection.contains(key) {
                self.choose(state, Choice::Only, row, head);
            }
            state.menu_row = Some(key);
            let at = ui.ctx().pointer_interact_pos().unwrap_or_else(|| rect.center());
            open_menu(ui, id.with("menu"), at, false);
        }
        response
    }

    /// Shows which row, and where cells can be changed which cell, the keys work on.
    fn current_ui(&self, ui: &Ui, rect: Rect, spans: &Spans, state: &TableState) {
        let tokens = ui.tokens();
        let line = Stroke::new(1.0, tokens.accent_line);
        ui.painter().rect_stroke(rect.shrink2(vec2(1.0, 0.0)), 2, line, StrokeKind::Inside);
        if self.edits.is_none() || state.editing.is_some() {
            return;
        }
        let at =
            spans.shown.iter().position(|&at| self.columns.get(at).map(|column| column.key) == state.column.as_deref());
        if let Some(range) = at.and_then(|at| spans.ranges.get(at)) {
            let cell = Rect::from_x_y_ranges(*range, rect.y_range()).shrink(4.0);
            ui.painter().rect_stroke(cell, RADIUS_CONTROL, tokens.focus_ring(), StrokeKind::Inside);
        }
    }
}

/// What a row lies on.
fn ground(ui: &Ui, is_selected: bool, row: &Response) -> Color32 {
    match (is_selected, row.hovered()) {
        (true, _) => ui.tokens().accent_wash,
        (false, true) => ui.tokens().surface_sunken,
        (false, false) => ui.tokens().surface,
    }
}

/// What a row that heads others shows, all across it.
fn band_ui(ui: &Ui, row: &Response, name: &str, band: &Band<'_>) {
    ui.ctx().accesskit_node_builder(row.id, |node| {
        node.set_expanded(band.is_open);
        node.set_value(band.about.as_ref());
    });
    let (tokens, direction) = (ui.tokens(), ui.direction());
    let ground = row.rect.with_min_y(row.rect.top() + 1.0);
    if !row.hovered() {
        ui.painter().rect_filled(ground.shrink(2.0), 0.0, tokens.surface_sunken);
    }
    let mut content = row.rect.shrink2(vec2(ui.metrics().page, 0.0));
    let mark = direction.take_start(&mut content, 14.0);
    let icon = if band.is_open { Icon::Down } else { Icon::Forward };
    let place = Rect::from_center_size(mark.center(), vec2(12.0, 12.0));
    icon.paint(ui.painter(), place, tokens.ink_weak, direction.is_rtl());
    direction.take_start(&mut content, ui.metrics().small);
    let words = (Type::Interface, Weight::SemiBold);
    let width = paint::width_of(ui, name, words.0, words.1).min(content.width());
    let title = direction.take_start(&mut content, width);
    paint::line_in(ui, title, direction.start_center(), name, words, tokens.ink);
    direction.take_start(&mut content, ui.metrics().medium);
    let about = (Type::Caption, Weight::Regular);
    paint::line_in(ui, content, direction.start_center(), &band.about, about, tokens.ink_weak);
}

/// How a click chooses a row.
const fn choice(held: Modifiers) -> Choice {
    match (held.command, held.shift) {
        (false, false) => Choice::Only,
        (false, true) => Choice::Range,
        (true, false) => Choice::Turn,
        (true, true) => Choice::AddRange,
    }
}

/// A place for a cell's contents, told to screen readers as a cell of its row.
fn cell_ui(ui: &mut Ui, row: Id, place: usize, column: &Column<'_>, inner: Rect, is_grid: bool) -> Ui {
    let layout = ui.direction().row();
    let role = if is_grid { Role::GridCell } else { Role::Cell };
    let builder = UiBuilder::new().scope_id(row.with(column.key)).max_rect(inner).layout(layout);
    let child = ui.new_child(builder.accessibility_parent(row).accessibility_role(role));
    child.tell_place(inner);
    ui.ctx().accesskit_node_builder(child.unique_id(), |node| {
        node.set_column_index(place);
        node.set_position_in_set(place);
        // Its name is what stands in it: the finished tree knows that.
        node.set_description(column.title);
    });
    child
}

/// How wide a cell's contents want to be.
fn wanted(ui: &mut Ui, row: Id, rect: Rect, cell: impl FnOnce(&mut Ui)) -> f32 {
    let room = Rect::from_min_size(rect.min, vec2(MOST_FIT, rect.height()));
    let builder = UiBuilder::new().scope_id(row.with("fit")).max_rect(room).layout(ui.direction().row());
    let mut child = ui.new_child(builder.invisible());
    cell(&mut child);
    child.min_rect().width()
}
