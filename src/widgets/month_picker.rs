//! The month that a date field opens: both calendars at once, whole weeks from Sunday.
//!
//! Each day has its number in both calendars, the larger one in the calendar whose month it is; the title names the month
//! in that calendar and what it covers in the other. The weekend lies on a ground of its own, today has a ring, the chosen
//! day is filled.
//!
//! # Keyboard
//! The arrows walk the days, Home and End go to the week's first and last day, Page Up and Page Down to the month before
//! and after, with Shift to the year; T is today, C turns to the other calendar. Enter or Space picks, Escape leaves.

use super::button::Button;
use super::date_field::DateContext;
use super::direction::{Direction, UiExt};
use super::icon::Icon;
use super::menu::{FRAME, keep_on_top};
use super::month::same_day;
use super::paint;
use super::theme::{POPUP_GAP, RADIUS_CONTROL, Tone, Type};
use crate::calendar::{Calendar, Calendars, Cell, Date, MonthGrid, Weekday};
use crate::text::Weight;
use crate::text::keep_keys;
use crate::tr;
use egui::{
    Align2, Event, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RectAlign, Response, Role, Sense,
    SetOpenCommand, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

/// So much wider than usual days become, so that the month is as wide as its field.
const MOST_STRETCH: f32 = 1.3;

/// What became of an open month in this frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MonthOutput {
    /// This day was picked.
    pub(super) picked: Option<Date>,
    /// It was left without a choice.
    pub(super) is_escaped: bool,
    /// It is shown.
    pub(super) is_open: bool,
}

/// What the popup shows while it is open.
#[derive(Clone)]
struct MonthState {
    grid: MonthGrid,
    at: Date,
}

impl MonthState {
    fn new(calendar: Calendar, at: Date) -> Self {
        Self { grid: MonthGrid::around(calendar, at), at }
    }

    /// Goes to a day, and to its month.
    fn go(&mut self, date: Date) {
        *self = Self::new(self.grid.calendar, date);
    }

    /// To the same day of a month so many later; to its last day where it has no such day.
    fn turn(&mut self, months: i32) {
        let Ok(grid) = self.grid.shifted(months) else { return };
        self.at = same_day(&self.grid, self.at, &grid).unwrap_or(self.at);
        self.grid = grid;
    }

    fn other_calendar(&mut self) {
        *self = Self::new(self.grid.calendar.other(), self.at);
    }
}

/// The month below the field's frame, while it is open.
pub(super) fn month_popup(
    ui: &Ui,
    button: &Response,
    is_asked: bool,
    frame: Rect,
    date: Option<Date>,
    label: &str,
    about: DateContext<'_>,
) -> MonthOutput {
    let id = button.id.with("month");
    let just_opened = button.clicked() || is_asked;
    if just_opened {
        let state = MonthState::new(about.first_calendar(), date.unwrap_or(about.today));
        ui.ctx().data_mut(|data| data.insert_temp(id, state));
    }
    let Some(mut state) = ui.ctx().data(|data| data.get_temp::<MonthState>(id)) else { return MonthOutput::default() };
    let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let popup = Popup::from_toggle_button_response(button);
    let popup = if is_asked { popup.open_memory(SetOpenCommand::Bool(true)) } else { popup };
    let popup = popup
        .anchor(frame)
        .align(align)
        .gap(POPUP_GAP)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(tr!(about.tr, "widgets-date-open", label = label));
    let popup_id = popup.get_id();
    if popup.is_open() {
        keep_on_top(ui, popup_id);
    }
    let day = day_size(ui, frame);
    let shown = popup.show(|ui| {
        let output = month_ui(ui, id, &mut state, (just_opened, day), date, about);
        if output.picked.is_some() || output.is_escaped {
            ui.close();
        }
        output
    });
    ui.ctx().data_mut(|data| data.insert_temp(id, state));
    let output = shown.map(|shown| shown.inner).unwrap_or_default();
    MonthOutput { is_open: Popup::is_id_open(ui.ctx(), popup_id), ..output }
}

/// How large a day is: the month is as wide as the frame it hangs from, unless its days would lie far apart then.
fn day_size(ui: &Ui, frame: Rect) -> Vec2 {
    let (wide, tall) = ui.metrics().day;
    vec2(((frame.width() - FRAME) / 7.0).clamp(wide, wide * MOST_STRETCH), tall)
}

fn month_ui(
    ui: &mut Ui,
    id: Id,
    state: &mut MonthState,
    (just_opened, day): (bool, Vec2),
    chosen: Option<Date>,
    about: DateContext<'_>,
) -> MonthOutput {
    ui.set_width(day.x * 7.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut output = MonthOutput::default();
    let drawn = days_ui_with_head(ui, id, state, (chosen, day), about);
    if just_opened {
        drawn.grid.request_focus();
    }
    output.picked = drawn.clicked;
    if drawn.grid.has_focus() {
        let keyed = keys(ui, drawn.grid.id, state, about);
        output.picked = keyed.picked.or(output.picked);
        output.is_escaped = keyed.is_escaped;
    }
    ui.row(|ui| {
        if ui.add(Button::quiet(&tr!(about.tr, "widgets-date-today")).small()).clicked() {
            output.picked = Some(about.today);
        }
        let other = match state.grid.calendar {
            Calendar::Hijri => tr!(about.tr, "widgets-calendar-gregorian"),
            Calendar::Gregorian => tr!(about.tr, "widgets-calendar-hijri"),
        };
        if ui.add(Button::quiet(&other).small()).clicked() {
            state.other_calendar();
        }
    });
    output
}

/// The grid of days, and what was clicked in it.
struct Drawn {
    grid: Response,
    clicked: Option<Date>,
}

fn days_ui_with_head(
    ui: &mut Ui,
    id: Id,
    state: &mut MonthState,
    (chosen, day): (Option<Date>, Vec2),
    about: DateContext<'_>,
) -> Drawn {
    head_ui(ui, state, about);
    let names = 22.0;
    let weeks = state.grid.weeks.len();
    // As high for every month, so that the buttons below stay under the pointer.
    let (rect, _) = ui.allocate_exact_size(vec2(day.x * 7.0, names + day.y * 6.0), Sense::hover());
    let used = rect.with_max_y(rect.top() + names + day.y * weeks as f32);
    let grid = ui.interact(used, id.with("days"), Sense::focusable_noninteractive());
    let places = Places { rect, direction: ui.direction(), day, names };
    // Before what stands in it: weeks are its rows.
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, state.grid.title(about.tr)));
    weekend_ui(ui, &places, weeks);
    let mut names = row_ui(ui, grid.id, "names", rect.with_max_y(rect.top() + places.names));
    names_ui(&mut names, &places, about);
    let mut clicked = None;
    for (week, days) in state.grid.weeks.iter().enumerate() {
        let mut row = row_ui(ui, grid.id, ("week", week), places.cell(week, 0).union(places.cell(week, 6)));
        let ui = &mut row;
        for (day, cell) in days.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let is_chosen = chosen == Some(cell.date);
            let is_current = grid.has_focus() && state.at == cell.date;
            let response = day_ui(ui, cell_id(grid.id, cell.date), places.cell(week, day), cell, is_chosen, about);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(day));
            if is_current {
                // On the green of the chosen day a green ring would be none, and within it one would cross the numbers.
                let (place, side) = if is_chosen {
                    (response.rect.expand(1.0), StrokeKind::Outside)
                } else {
                    (response.rect, StrokeKind::Inside)
                };
                ui.painter().rect_stroke(place, RADIUS_CONTROL, ui.tokens().focus_ring(), side);
            }
            if response.clicked() {
                clicked = Some(cell.date);
            }
        }
    }
    let has_focus = grid.has_focus();
    ui.ctx().accesskit_node_builder(grid.id, |node| {
        node.set_row_count(weeks);
        node.set_column_count(7);
        if has_focus {
            node.set_active_descendant(cell_id(grid.id, state.at).accesskit_id());
        }
    });
    Drawn { grid, clicked }
}

/// A row of the grid for screen readers, which reach what stands in it by its column.
fn row_ui(ui: &mut Ui, grid: Id, name: impl egui::AsIdSalt, rect: Rect) -> Ui {
    let builder = UiBuilder::new().scope_id(grid.with(name)).max_rect(rect);
    let row = ui.new_child(builder.accessibility_parent(grid).accessibility_role(Role::Row));
    row.tell_place(rect);
    row
}

fn cell_id(grid: Id, date: Date) -> Id {
    grid.with(date.iso())
}

/// The month's name in both calendars, and the buttons that turn it.
fn head_ui(ui: &mut Ui, state: &mut MonthState, about: DateContext<'_>) {
    let tr = about.tr;
    let side = ui.metrics().control;
    ui.row_of(side + 4.0, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let turns = [("widgets-year-before", Icon::FarBack, -12), ("widgets-month-before", Icon::Back, -1)];
        for (key, icon, months) in turns {
            if ui.add(Button::icon_only(icon, &tr!(tr, key)).small()).clicked() {
                state.turn(months);
            }
        }
        let title = state.grid.title(tr);
        let room = ui.available_width() - 2.0 * ui.metrics().small_control;
        let (rect, response) = ui.allocate_exact_size(vec2(room, side + 4.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
        let (upper, lower) = rect.split_top_bottom_at_fraction(0.55);
        let tokens = ui.tokens();
        paint::line_in(ui, upper, Align2::CENTER_CENTER, &title, (Type::Interface, Weight::SemiBold), tokens.ink);
        let other = state.grid.title_beside(tr);
        paint::line_in(ui, lower, Align2::CENTER_CENTER, &other, (Type::Caption, Weight::Regular), tokens.ink_weak);
        let turns = [("widgets-month-after", Icon::Forward, 1), ("widgets-year-after", Icon::FarForward, 12)];
        for (key, icon, months) in turns {
            if ui.add(Button::icon_only(icon, &tr!(tr, key)).small()).clicked() {
                state.turn(months);
            }
        }
    });
}

/// Where days stand.
struct Places {
    rect: Rect,
    direction: Direction,
    day: Vec2,
    names: f32,
}

impl Places {
    fn cell(&self, week: usize, day: usize) -> Rect {
        let across = self.direction.start_x(self.rect) + self.direction.forward(self.day.x * (day as f32 + 0.5));
        let down = self.rect.top() + self.names + self.day.y * (week as f32 + 0.5);
        Rect::from_center_size(pos2(across, down), self.day)
    }

    fn name(&self, day: usize) -> Rect {
        let below = self.cell(0, day);
        Rect::from_center_size(pos2(below.center().x, self.rect.top() + self.names / 2.0), vec2(self.day.x, self.names))
    }
}

/// The ground of Friday and Saturday.
fn weekend_ui(ui: &Ui, places: &Places, weeks: usize) {
    let (first, last) = (places.cell(0, 5), places.cell(weeks.saturating_sub(1), 6));
    let ground = first.union(last).union(places.name(5)).union(places.name(6));
    ui.painter().rect_filled(ground, RADIUS_CONTROL, ui.tokens().surface_sunken);
}

/// The days' names, short; whole for whoever hears them.
fn names_ui(ui: &mut Ui, places: &Places, about: DateContext<'_>) {
    let tokens = ui.tokens();
    for (day, weekday) in Weekday::ALL.into_iter().enumerate() {
        let name = tr!(about.tr, &short_key(weekday));
        let words = (Type::Caption, Weight::Regular);
        paint::line_in(ui, places.name(day), Align2::CENTER_CENTER, &name, words, tokens.ink_weak);
        let head = ui.interact(places.name(day), ui.scope_id().with(day), Sense::hover());
        head.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, tr!(about.tr, weekday.label_key())));
        ui.ctx().accesskit_node_builder(head.id, |node| node.set_column_index(day));
    }
}

fn day_ui(ui: &Ui, id: Id, place: Rect, cell: &Cell, is_chosen: bool, about: DateContext<'_>) -> Response {
    let tr = about.tr;
    let rect = place.shrink(2.0);
    let response = ui.interact(rect, id, Sense::CLICK);
    let name = cell.date.medium(tr, Calendars::HijriFirst);
    let is_today = cell.date == about.today;
    let name = if is_today { tr!(tr, "widgets-date-is-today", date = name) } else { name };
    let holiday = cell.date.holiday().map(|holiday| holiday.words(tr));
    let name = match &holiday {
        Some(holiday) => tr!(tr, "widgets-date-holiday", date = name, holiday = holiday),
        None => name,
    };
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_chosen, &name));
    let response = match &holiday {
        Some(holiday) => crate::text::tooltip(response, holiday),
        None => response,
    };
    let tokens = ui.tokens();
    let (ink, faint) = match (is_chosen, cell.in_month) {
        (true, _) => (tokens.on_accent, tokens.on_accent),
        // A holiday reads otherwise, as its tooltip and its name say.
        (false, true) if holiday.is_some() => (tokens.tone(Tone::Amber).ink, tokens.tone(Tone::Amber).ink),
        (false, true) => (tokens.ink, tokens.ink_weak),
        (false, false) => (tokens.ink_weak, tokens.ink_weak),
    };
    if is_chosen {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.accent_wash);
    }
    if is_today && !is_chosen {
        let line = Stroke::new(1.0, tokens.accent_stroke);
        ui.painter().rect_stroke(rect, RADIUS_CONTROL, line, StrokeKind::Inside);
    }
    let (upper, lower) = rect.shrink2(vec2(0.0, 2.0)).split_top_bottom_at_fraction(0.56);
    let number = tr.number(cell.day.into());
    paint::line_in(ui, upper, Align2::CENTER_CENTER, &number, (Type::Interface, Weight::Regular), ink);
    let other = tr.number(cell.other.1.into());
    paint::line_in(ui, lower, Align2::CENTER_CENTER, &other, (Type::Caption, Weight::Regular), faint);
    response
}

/// The key of a day's short name: `weekday-short-sunday`.
fn short_key(weekday: Weekday) -> String {
    weekday.label_key().replace("weekday-", "weekday-short-")
}

/// Walks the days; Enter picks.
fn keys(ui: &Ui, id: Id, state: &mut MonthState, about: DateContext<'_>) -> MonthOutput {
    let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
    keep_keys(ui.ctx(), id, filter);
    let direction = ui.direction();
    let (step, months, is_picked, is_escaped) = ui.input_mut(|input| {
        let mut count = |modifiers, key| i32::try_from(input.count_and_consume_key(modifiers, key)).unwrap_or(0);
        // With Shift first: a key without modifiers is also taken with it.
        let years = count(Modifiers::SHIFT, Key::PageDown) - count(Modifiers::SHIFT, Key::PageUp);
        let mut pressed = |key| count(Modifiers::NONE, key);
        let months = pressed(Key::PageDown) - pressed(Key::PageUp);
        let step = pressed(direction.forward_key()) - pressed(direction.back_key())
            + 7 * (pressed(Key::ArrowDown) - pressed(Key::ArrowUp));
        let weekday = Weekday::ALL.into_iter().position(|day| day == state.at.weekday()).unwrap_or(0);
        let weekday = i32::try_from(weekday).unwrap_or(0);
        let to_start = if pressed(Key::Home) > 0 { -weekday } else { 0 };
        let to_end = if pressed(Key::End) > 0 { 6 - weekday } else { 0 };
        let is_picked = pressed(Key::Enter) + pressed(Key::Space) > 0;
        (step + to_start + to_end, months + 12 * years, is_picked, pressed(Key::Escape) > 0)
    });
    if months != 0 {
        state.turn(months);
    }
    if step != 0
        && let Ok(date) = state.at.add_days(step.into())
    {
        state.go(date);
    }
    match letter(ui) {
        Some(Key::T) => state.go(about.today),
        Some(Key::C) => state.other_calendar(),
        Some(_) | None => {}
    }
    MonthOutput { picked: is_picked.then_some(state.at), is_escaped, is_open: true }
}

/// A letter by its place on the keyboard, so that an Arabic layout changes nothing.
fn letter(ui: &Ui) -> Option<Key> {
    ui.input_mut(|input| {
        let of = |event: &Event| {
            let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
            let is = |wanted: &Key| modifiers.is_none() && (key == wanted || *physical_key == Some(*wanted));
            [Key::T, Key::C].into_iter().find(is)
        };
        let letter = input.events.iter().find_map(of)?;
        input.events.retain(|event| of(event).is_none());
        Some(letter)
    })
}

#[cfg(test)]
mod tests {
    use super::MonthState;
    use crate::calendar::{Calendar, Date};

    fn check(calendar: Calendar, from: &str, months: i32, expected: &str) {
        let mut state = MonthState::new(calendar, Date::from_iso(from).expect("a day"));
        state.turn(months);
        assert_eq!(state.at.iso(), expected, "{from} and {months} months of {calendar:?}");
        assert!(state.grid.weeks.iter().flatten().flatten().any(|cell| cell.date == state.at && cell.in_month));
    }

    #[test]
    fn a_month_turns_to_the_same_day_or_the_last_one() {
        check(Calendar::Gregorian, "2026-11-23", 1, "2026-12-23");
        check(Calendar::Gregorian, "2026-01-31", 1, "2026-02-28");
        check(Calendar::Gregorian, "2026-11-23", 12, "2027-11-23");
        check(Calendar::Gregorian, "2026-11-23", -12, "2025-11-23");
        check(Calendar::Hijri, "2026-11-23", 1, "2026-12-22");
    }

    #[test]
    fn the_last_month_is_not_left() {
        let mut state = MonthState::new(Calendar::Hijri, Date::MAX);
        state.turn(1);
        assert_eq!(state.at, Date::MAX);
    }

    #[test]
    fn the_day_stays_in_the_other_calendar() {
        let mut state = MonthState::new(Calendar::Hijri, Date::from_iso("2026-11-23").expect("a day"));
        state.other_calendar();
        assert_eq!((state.at.iso().as_str(), state.grid.month), ("2026-11-23", 11));
    }
}
