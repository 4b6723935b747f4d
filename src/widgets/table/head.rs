//! A table's headings: they stay above the rows, sort them, and are dragged, resized and hidden.
//!
//! With the pointer: a click sorts, a drag moves the column, a drag of the edge resizes it, a double click on the edge makes
//! it as wide as what it shows, a right click opens the menu. With keys: the headings are one stop of Tab; arrows walk,
//! Enter or Space sorts, Ctrl+arrows move the column, Shift+arrows resize it, the Menu key,
//! Shift+F10 or Alt+Down opens the menu, and Down goes to the rows.

use super::columns::{Column, LEAST_WIDTH, MOST_WIDTH, Sort};
use super::show::Spans;
use super::state::TableState;
use crate::strings::Tr;
use crate::text::Weight;
use crate::text::keep_keys;
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::cut::fade_cell;
use crate::widgets::direction::UiExt;
use crate::widgets::icon::Icon;
use crate::widgets::menu::{MenuEntry, below, is_asked_by_key, menu_at, open_menu};
use crate::widgets::paint;
use crate::widgets::theme::{RADIUS_CONTROL, Type};
use egui::accesskit::{Action, SortDirection};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Popup, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

/// How much a key widens a column.
const STEP: f32 = 16.0;
/// What the pointer can take hold of at a heading's edge.
const EDGE: f32 = 10.0;

/// A heading in its place.
pub(super) struct Head<'a> {
    pub(super) column: &'a Column<'a>,
    /// With its margins.
    pub(super) rect: Rect,
}

/// The headings of a table in this frame.
pub(super) struct Heads<'a> {
    /// Of the table.
    pub(super) id: Id,
    /// Where they all stand.
    pub(super) strip: Rect,
    /// Those that are shown, in their order.
    pub(super) shown: Vec<Head<'a>>,
    /// Where the columns stand.
    pub(super) spans: &'a Spans,
    /// All columns of the table.
    pub(super) columns: &'a [Column<'a>],
    pub(super) tr: &'a Tr,
}

/// What has the focus while somebody works with the headings of a table.
pub(super) fn heads_id(table: Id) -> Id {
    table.with("heads")
}

impl Heads<'_> {
    /// Draws the headings. Says whether the person changed by what the rows stand.
    pub(super) fn show(&self, ui: &mut Ui, state: &mut TableState) -> bool {
        let tokens = ui.tokens();
        let sort_before = state.layout.sort().cloned();
        ui.painter().hline(self.strip.x_range(), self.strip.top() + 0.5, tokens.hairline());
        ui.painter().hline(self.strip.x_range(), self.strip.bottom() - 0.5, tokens.hairline());
        let strip_id = heads_id(self.id);
        let all = ui.interact(self.strip, strip_id, Sense::focusable_noninteractive());
        all.widget_info(|| WidgetInfo::labeled(Role::RowGroup, true, tr!(self.tr, "widgets-table-columns")));
        let builder = UiBuilder::new().id_salt("heads").max_rect(self.strip).accessibility_parent(strip_id);
        let mut inside = ui.new_child(builder);
        inside.shrink_clip_rect(self.strip);
        if all.has_focus() && !Popup::is_any_open(ui.ctx()) {
            self.keys(ui, strip_id, state);
        }
        for (index, head) in self.shown.iter().enumerate() {
            self.head_ui(&inside, index, head, state);
            fade_cell(&inside, head.rect, self.spans.sight, self.spans.padding, tokens.surface);
        }
        for head in self.shown.iter().filter(|head| !head.column.is_fixed) {
            self.edge_ui(&inside, head, state);
        }
        self.drop_mark(&inside, state);
        self.menu_ui(ui, strip_id, state);
        if all.has_focus()
            && let Some(head) = self.shown.iter().find(|head| Some(head.column.key) == state.head.at.as_deref())
        {
            let cell = head.rect.intersect(self.strip).shrink2(vec2(2.0, 5.0));
            focus_ring(&inside, &all.with_new_rect(cell), RADIUS_CONTROL);
            let head_id = self.head_id(head.column.key);
            ui.ctx().accesskit_node_builder(strip_id, |node| node.set_active_descendant(head_id.accesskit_id()));
        }
        sort_before.as_ref() != state.layout.sort()
    }

    fn head_id(&self, key: &str) -> Id {
        self.id.with(("head", key))
    }

    fn menu_id(&self) -> Id {
        self.id.with("head-menu")
    }

    fn find(&self, key: &str) -> Option<&Head<'_>> {
        self.shown.iter().find(|head| head.column.key == key)
    }

    fn head_ui(&self, ui: &Ui, index: usize, head: &Head<'_>, state: &mut TableState) {
        let &Head { column, rect } = head;
        let sense = if column.is_fixed { Sense::hover() } else { Sense::CLICK | Sense::DRAG };
        let response = ui.interact(rect, self.head_id(column.key), sense);
        let sort = state.layout.sort().filter(|sort| sort.column == column.key);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.title));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_column_index(index);
            if let Some(sort) = sort {
                let is_up = !sort.is_descending;
                node.set_sort_direction(if is_up { SortDirection::Ascending } else { SortDirection::Descending });
                // In words as well: not every bridge passes the direction on.
                let sorted = if is_up { "widgets-table-sorted-up" } else { "widgets-table-sorted-down" };
                node.set_description(self.tr.text(sorted, &[]));
            }
        });
        if column.is_fixed {
            return;
        }
        let tokens = ui.tokens();
        let is_dragged = state.head.dragged.as_deref() == Some(column.key);
        if is_dragged {
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0.0, tokens.accent_wash);
        } else if response.hovered() {
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0.0, tokens.surface_sunken);
        }
        title_ui(ui, rect.shrink2(vec2(self.spans.padding, 0.0)), column, sort);
        if response.clicked() {
            state.head.at = Some(column.key.to_owned());
            ui.memory_mut(|memory| memory.request_focus(heads_id(self.id)));
            if column.is_sortable {
                state.layout.turn_sort(column.key);
            }
        }
        if response.secondary_clicked() {
            let at = ui.ctx().pointer_interact_pos().unwrap_or_else(|| rect.center());
            state.head.menu = Some(column.key.to_owned());
            open_menu(ui, self.menu_id(), at, false);
        }
        if response.drag_started() {
            state.head.dragged = Some(column.key.to_owned());
        }
        if is_dragged && response.drag_stopped() {
            // Escape ends the drag as letting go does: it is given up, and not dropped here.
            let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            if let Some(target) = self.under_pointer(ui).filter(|_| !is_given_up) {
                state.layout.move_column(self.columns, column.key, target.column.key);
            }
            state.head.dragged = None;
        }
    }

    /// The heading under the pointer, where a dragged one may be dropped.
    fn under_pointer(&self, ui: &Ui) -> Option<&Head<'_>> {
        let at = ui.ctx().pointer_latest_pos()?;
        self.shown.iter().find(|head| !head.column.is_fixed && head.rect.x_range().contains(at.x))
    }

    /// Shows where a dragged heading would go. Escape lets it be.
    fn drop_mark(&self, ui: &Ui, state: &mut TableState) {
        let Some(dragged) = state.head.dragged.clone() else { return };
        let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if is_given_up || !ui.input(|input| input.pointer.any_down()) {
            state.head.dragged = None;
            return;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let Some(target) = self.under_pointer(ui).filter(|head| head.column.key != dragged) else { return };
        let place = |key: &str| self.shown.iter().position(|head| head.column.key == key);
        let direction = ui.direction();
        let is_towards_end = place(&dragged) < place(target.column.key);
        let x = if is_towards_end { direction.end_x(target.rect) } else { direction.start_x(target.rect) };
        ui.painter().vline(x, target.rect.y_range().shrink(4.0), ui.tokens().focus_ring());
    }

    fn edge_ui(&self, ui: &Ui, head: &Head<'_>, state: &mut TableState) {
        let direction = ui.direction();
        let key = head.column.key;
        let x = direction.end_x(head.rect);
        let edge = Rect::from_x_y_ranges(x - EDGE / 2.0..=x + EDGE / 2.0, head.rect.y_range());
        let response = ui.interact(edge, self.id.with(("edge", key)), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| {
            let name = tr!(self.tr, "widgets-table-width", column = head.column.title);
            let mut info = WidgetInfo::labeled(Role::Splitter, true, name);
            info.value = Some(f64::from(head.rect.width()));
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(f64::from(LEAST_WIDTH));
            node.set_max_numeric_value(f64::from(MOST_WIDTH));
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
            ui.painter().vline(x, head.rect.y_range().shrink(6.0), ui.tokens().focus_ring());
        }
        if response.drag_started() {
            // Those before it keep their width from now on, or the edge would run away from the pointer.
            self.freeze_until(key, state);
        }
        if response.dragged() {
            let width = state.layout.width(key).unwrap_or_else(|| head.rect.width());
            state.layout.set_width(key, width + direction.forward(response.drag_delta().x));
        }
        if response.double_clicked() {
            state.head.fits = Some(key.to_owned());
        }
        let asked = ui.input(|input| {
            let times = |action| input.num_accesskit_action_requests(response.id, action) as f32;
            times(Action::Increment) - times(Action::Decrement)
        });
        if asked != 0.0 {
            self.widen(key, asked * STEP, state);
        }
    }

    fn freeze_until(&self, key: &str, state: &mut TableState) {
        for head in self.shown.iter().filter(|head| !head.column.is_fixed) {
            state.layout.set_width(head.column.key, head.rect.width());
            if head.column.key == key {
                break;
            }
        }
    }

    fn widen(&self, key: &str, by: f32, state: &mut TableState) {
        if let Some(head) = self.find(key) {
            self.freeze_until(key, state);
            state.layout.set_width(key, head.rect.width() + by);
        }
    }

    /// The keys of the headings.
    fn keys(&self, ui: &Ui, id: Id, state: &mut TableState) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), id, filter);
        let free: Vec<&str> = self
            .shown
            .iter()
            .map(|head| head.column)
            .filter(|column| !column.is_fixed)
            .map(|column| column.key)
            .collect();
        let Some(last) = free.len().checked_sub(1) else { return };
        let at = state.head.at.as_deref().and_then(|key| free.iter().position(|other| *other == key)).unwrap_or(0);
        let Some(&key) = free.get(at) else { return };
        let direction = ui.direction();
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        // Towards the end is one, towards the start is minus one.
        let along = |modifiers| {
            let forward = pressed(modifiers, direction.forward_key());
            i32::from(forward) - i32::from(pressed(modifiers, direction.back_key()))
        };
        let neighbour = |step: i32| match step.signum() {
            1 => (at + 1).min(last),
            -1 => at.saturating_sub(1),
            _ => at,
        };
        let moved = along(Modifiers::COMMAND);
        let widened = along(Modifiers::SHIFT);
        if moved != 0 {
            if let Some(target) = free.get(neighbour(moved)) {
                state.layout.move_column(self.columns, key, target);
            }
        } else if widened != 0 {
            self.widen(key, STEP * widened as f32, state);
        } else {
            let walked = along(Modifiers::NONE);
            let target = if pressed(Modifiers::NONE, Key::Home) {
                0
            } else if pressed(Modifiers::NONE, Key::End) {
                last
            } else {
                neighbour(walked)
            };
            state.head.at = free.get(target).map(|key| (*key).to_owned());
        }
        let is_sortable = self.find(key).is_some_and(|head| head.column.is_sortable);
        if is_sortable && (pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::Space)) {
            state.layout.turn_sort(key);
        }
        if is_asked_by_key(ui) || pressed(Modifiers::ALT, Key::ArrowDown) {
            if let Some(head) = self.find(key) {
                state.head.menu = Some(key.to_owned());
                open_menu(ui, self.menu_id(), below(ui, head.rect), true);
            }
        } else if pressed(Modifiers::NONE, Key::ArrowDown) {
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
    }

    /// The menu of a heading: sorting, its width, which columns are shown.
    fn menu_ui(&self, ui: &Ui, strip: Id, state: &mut TableState) {
        let Some(key) = state.head.menu.clone() else { return };
        let Some(column) = self.columns.iter().find(|column| column.key == key) else { return };
        let free: Vec<&Column<'_>> = self.columns.iter().filter(|column| !column.is_fixed).collect();
        let mut acts = Vec::new();
        let entries = || {
            let tr = self.tr;
            let mut entries = Vec::new();
            let mut add = |act, entry| {
                acts.push(act);
                entries.push(entry);
            };
            if column.is_sortable {
                let sort = state.layout.sort().filter(|sort| sort.column == key).map(|sort| sort.is_descending);
                let up = MenuEntry::new(tr!(tr, "widgets-table-ascending")).current(sort == Some(false));
                let down = MenuEntry::new(tr!(tr, "widgets-table-descending")).current(sort == Some(true));
                add(HeadAct::Sort(false), up);
                add(HeadAct::Sort(true), down);
            }
            add(HeadAct::Fit, MenuEntry::new(tr!(tr, "widgets-table-fit")).begins_group());
            let is_last = free.iter().filter(|column| !state.layout.is_hidden(column.key)).count() < 2;
            let hide = MenuEntry::new(tr!(tr, "widgets-table-hide", column = column.title)).enabled(!is_last);
            add(HeadAct::Hide, hide);
            let is_shown = |column: &&Column<'_>| !state.layout.is_hidden(column.key);
            let columns = free.iter().map(|column| {
                let is_only = is_last && is_shown(column);
                MenuEntry::new(column.title).current(is_shown(column)).enabled(!is_only)
            });
            let columns = MenuEntry::new(tr!(tr, "widgets-table-columns")).children(columns.collect());
            add(HeadAct::Columns, columns.begins_group());
            add(HeadAct::Reset, MenuEntry::new(tr!(tr, "widgets-table-reset")));
            entries
        };
        let name = tr!(self.tr, "widgets-table-head-menu", column = column.title);
        let Some(chosen) = menu_at(ui, self.menu_id(), strip, &name, entries) else { return };
        match acts.get(chosen.entry) {
            Some(HeadAct::Sort(is_descending)) => state.layout.sort_by(&key, *is_descending),
            Some(HeadAct::Fit) => state.head.fits = Some(key),
            Some(HeadAct::Hide) => state.layout.turn_hidden(self.columns, &key),
            Some(HeadAct::Columns) => {
                if let Some(column) = chosen.child.and_then(|at| free.get(at)) {
                    state.layout.turn_hidden(self.columns, column.key);
                }
            }
            Some(HeadAct::Reset) => state.layout.reset_columns(),
            None => {}
        }
    }
}

/// What the menu of a heading does.
enum HeadAct {
    Sort(bool),
    Fit,
    Hide,
    Columns,
    Reset,
}

fn title_ui(ui: &Ui, mut place: Rect, column: &Column<'_>, sort: Option<&Sort>) {
    let tokens = ui.tokens();
    let direction = ui.direction();
    let words = (Type::Caption, Weight::Medium);
    let ink = if sort.is_some() { tokens.ink } else { tokens.ink_weak };
    let wanted = paint::width_of(ui, column.title, words.0, words.1);
    let arrow = if sort.is_some() { 16.0 } else { 0.0 };
    let words_width = wanted.min((place.width() - arrow).max(0.0)) + 1.0;
    let words_place = direction.take_start(&mut place, words_width);
    paint::line_in(ui, words_place, direction.start_center(), column.title, words, ink);
    if let Some(sort) = sort {
        direction.take_start(&mut place, 4.0);
        let arrow = direction.take_start(&mut place, 12.0);
        let icon = if sort.is_descending { Icon::Down } else { Icon::Up };
        icon.paint(
            ui.painter(),
            Rect::from_center_size(arrow.center(), Vec2::splat(11.0)),
            tokens.accent_stroke,
            false,
        );
    }
}
