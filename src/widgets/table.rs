//! A table that lays out only the rows one sees, however many there are.
//!
//! Columns run from where lines start. The table is one stop of Tab; inside it the arrow keys (or J and K), Home, End, Page
//! keys, Enter and Space work on the chosen row, which is remembered by its key and not by its place.

use super::button::focus_ring;
use super::direction::UiExt;
use super::paint;
use super::scroll::scroll_vertical;
use super::theme::space::PAGE;
use super::theme::{RADIUS_CONTROL, Type, height};
use crate::text::Weight;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// How a column gets its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// That many points.
    Points(f32),
    /// A share of what the others leave.
    Share(f32),
}

/// A column: its heading and its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column<'a> {
    /// The heading; empty for a column of marks.
    pub title: &'a str,
    /// How wide.
    pub width: Width,
}

/// What the table must know of a row besides its cells.
pub struct RowHead {
    /// The same for the same record wherever it stands.
    pub key: i64,
    /// What a screen reader calls the row.
    pub name: String,
}

/// Which row is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableState {
    selected: Option<i64>,
    place: usize,
    reveals: Option<Reveal>,
}

/// What is to be scrolled to when the table is shown next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reveal {
    Top,
    Chosen,
}

impl TableState {
    /// The key of the chosen row.
    pub const fn selected(&self) -> Option<i64> {
        self.selected
    }

    /// Chooses a row and scrolls to it.
    pub const fn select(&mut self, key: Option<i64>) {
        self.selected = key;
        self.reveals = Some(Reveal::Chosen);
    }

    /// Begins at the first row again: the list holds other rows now.
    pub const fn show_top(&mut self) {
        self.reveals = Some(Reveal::Top);
    }

    const fn choose(&mut self, key: i64, place: usize) {
        self.selected = Some(key);
        self.place = place;
    }
}

/// What the person did to a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOutput {
    /// Enter, E or a double click: this row is to be opened.
    pub opened: Option<usize>,
    /// One click: this row was chosen.
    pub clicked: Option<usize>,
    /// Space: this row's mark is to be turned.
    pub toggled: Option<usize>,
}

/// A table before it is shown.
pub struct Table<'a> {
    name: &'a str,
    columns: &'a [Column<'a>],
    rows: usize,
    row_height: f32,
}

/// Beside each cell; a narrow window has less of it.
const PADDING: f32 = 12.0;
const NARROW_PADDING: f32 = 8.0;
/// Below this width a table is narrow: screens drop what they can tell elsewhere.
pub const NARROW: f32 = 960.0;

impl<'a> Table<'a> {
    /// A table with that name for screen readers.
    pub const fn new(name: &'a str, columns: &'a [Column<'a>], rows: usize) -> Self {
        Self { name, columns, rows, row_height: height::TABLE_ROW }
    }

    /// The height of each row.
    pub const fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Shows it in the room that is left. `cell` gets a row layout of the cell's size.
    pub fn show(
        self,
        ui: &mut Ui,
        state: &mut TableState,
        head: impl Fn(usize) -> RowHead,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> TableOutput {
        let id = ui.scope_id().with(("table", self.name));
        let frame = ui.available_rect_before_wrap();
        let (head_rect, _) = ui.allocate_exact_size(vec2(frame.width(), height::TABLE_HEAD), Sense::hover());
        let spans = self.spans(ui, head_rect);
        self.headings(ui, head_rect, &spans);

        let table = ui.interact(frame, id, Sense::focusable_noninteractive());
        table.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(self.rows);
        });
        let place = self.place(state, &head);
        let mut output = TableOutput::default();
        let moved = self.keys(ui, id, place, &mut output);
        if let Some(row) = moved {
            state.choose(head(row).key, row);
        }
        let reveals = state.reveals.take_if(|reveals| *reveals == Reveal::Top || place.is_some());
        let revealed = moved.or_else(|| place.filter(|_| reveals == Some(Reveal::Chosen)));

        ui.spacing_mut().item_spacing.y = 0.0;
        // Each table keeps its own place, though they stand in the same part of the window.
        scroll_vertical(ui, ("rows", self.name), |ui, area| {
            let area = if reveals == Some(Reveal::Top) { area.vertical_scroll_offset(0.0) } else { area };
            area.show_viewport(ui, |ui, viewport| {
                let total = self.row_height * self.rows as f32;
                ui.set_height(total);
                let origin = ui.max_rect().min;
                let row_rect = |row: usize| {
                    let top = origin.y + row as f32 * self.row_height;
                    Rect::from_min_size(pos2(frame.left(), top), vec2(frame.width(), self.row_height))
                };
                if let Some(row) = revealed {
                    ui.scroll_to_rect(row_rect(row), None);
                }
                let first = (viewport.min.y / self.row_height).floor().max(0.0) as usize;
                let last = ((viewport.max.y / self.row_height).ceil().max(0.0) as usize).min(self.rows);
                for row in first..last {
                    let RowHead { key, name } = head(row);
                    let rect = row_rect(row);
                    let row_id = id.with(key);
                    let response = ui.interact(rect, row_id, Sense::CLICK);
                    let is_selected = state.selected == Some(key);
                    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, &name));
                    ui.ctx().accesskit_node_builder(row_id, |node| {
                        node.set_row_index(row);
                        node.set_selected(is_selected);
                    });
                    let tokens = ui.tokens();
                    if is_selected {
                        ui.painter().rect_filled(rect, 0.0, tokens.accent_wash);
                    } else if response.hovered() {
                        ui.painter().rect_filled(rect, 0.0, tokens.surface_sunken);
                    }
                    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
                    if response.clicked() {
                        state.choose(key, row);
                        output.clicked = Some(row);
                        ui.memory_mut(|memory| memory.request_focus(id));
                    }
                    if response.double_clicked() {
                        output.opened = Some(row);
                    }
                    for (column, &(left, right)) in spans.iter().enumerate() {
                        let place = Rect::from_x_y_ranges(left..=right, rect.y_range());
                        ui.row_within(place, row_id.with(column), |ui| cell(ui, row, column));
                    }
                }
            })
        });
        if table.has_focus() && state.selected.is_none() {
            focus_ring(ui, &table.with_new_rect(frame.shrink(3.0)), RADIUS_CONTROL);
        }
        output
    }

    /// From where to where each column reaches, without its padding.
    fn spans(&self, ui: &Ui, rect: Rect) -> Vec<(f32, f32)> {
        let direction = ui.direction();
        let padding = if rect.width() < NARROW { NARROW_PADDING } else { PADDING };
        // The first words stand below the page's title.
        let mut rest = rect.shrink2(vec2(PAGE - padding, 0.0));
        let fixed: f32 =
            self.columns.iter().map(|column| if let Width::Points(width) = column.width { width } else { 0.0 }).sum();
        let shares: f32 =
            self.columns.iter().map(|column| if let Width::Share(share) = column.width { share } else { 0.0 }).sum();
        let room = rest.width();
        // On a narrow window the fixed columns give way before the shared ones get less than a third.
        let squeeze =
            if shares > 0.0 { (room * 0.66 / fixed.max(1.0)).min(1.0) } else { (room / fixed.max(1.0)).min(1.0) };
        let left_over = (room - fixed * squeeze).max(0.0);
        let mut spans = Vec::with_capacity(self.columns.len());
        for column in self.columns {
            let width = match column.width {
                Width::Points(width) => width * squeeze,
                Width::Share(share) => left_over * share / shares.max(f32::EPSILON),
            };
            let piece = direction.take_start(&mut rest, width).shrink2(vec2(padding, 0.0));
            spans.push((piece.left(), piece.right().max(piece.left())));
        }
        spans
    }

    fn headings(&self, ui: &Ui, rect: Rect, spans: &[(f32, f32)]) {
        let tokens = ui.tokens();
        let painter = ui.painter();
        painter.hline(rect.x_range(), rect.top() + 0.5, tokens.hairline());
        painter.hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
        let align = ui.direction().start_center();
        for (column, &(left, right)) in self.columns.iter().zip(spans) {
            let place = Rect::from_x_y_ranges(left..=right, rect.y_range());
            paint::line_in(ui, place, align, column.title, (Type::Caption, Weight::Medium), tokens.ink_weak);
        }
    }

    /// Where the chosen row stands now: mostly where it stood.
    fn place(&self, state: &mut TableState, head: &impl Fn(usize) -> RowHead) -> Option<usize> {
        let key = state.selected?;
        let stayed = (state.place < self.rows).then(|| head(state.place).key) == Some(key);
        let place = if stayed { Some(state.place) } else { (0..self.rows).find(|&row| head(row).key == key) };
        match place {
            Some(row) => state.place = row,
            None => state.selected = None,
        }
        place
    }

    /// What the keys ask for: another row, or something of the chosen one.
    fn keys(&self, ui: &Ui, id: Id, place: Option<usize>, output: &mut TableOutput) -> Option<usize> {
        let last = self.rows.checked_sub(1)?;
        let (focused, is_covered) = ui.memory(|memory| (memory.focused(), memory.top_modal_layer().is_some()));
        let is_idle = focused.is_none() && !is_covered && !ui.ctx().any_popup_open();
        if focused == Some(id) {
            let filter = EventFilter { vertical_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        } else if !is_idle {
            return None;
        }
        let pressed =
            |keys: &[Key]| ui.input_mut(|input| keys.iter().any(|&key| input.consume_key(Modifiers::NONE, key)));
        let page = (ui.available_height() / self.row_height).max(1.0) as usize;
        let target = if pressed(&[Key::ArrowDown, Key::J]) {
            Some(place.map_or(0, |row| (row + 1).min(last)))
        } else if pressed(&[Key::ArrowUp, Key::K]) {
            Some(place.map_or(last, |row| row.saturating_sub(1)))
        } else if pressed(&[Key::PageDown]) {
            Some(place.map_or(0, |row| (row + page).min(last)))
        } else if pressed(&[Key::PageUp]) {
            Some(place.map_or(0, |row| row.saturating_sub(page)))
        } else if pressed(&[Key::Home]) {
            Some(0)
        } else if pressed(&[Key::End]) {
            Some(last)
        } else {
            None
        };
        if target.is_some() && is_idle {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if place.is_some() {
            if pressed(&[Key::Enter, Key::E]) {
                output.opened = place;
            }
            if pressed(&[Key::Space]) {
                output.toggled = place;
            }
        }
        target
    }
}
