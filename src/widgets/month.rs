//! A month with what happens in it: whole weeks from Sunday, each day in both calendars, the weekend marked.
//!
//! The days are one stop of Tab: arrows walk (past an edge into the next month), Home and End go to a week's ends, Page keys
//! to the same day of the next month and of the one before, and Enter opens what the day has: one event at once, of several a list. A click on
//! an event opens it, a double click on a day asks for something new there.
//!
//! ```no_run
//! use tansiq::widgets::{DateContext, MonthEvent, MonthView, MonthViewState, Tone};
//! fn month_ui(ui: &mut egui::Ui, state: &mut MonthViewState, about: DateContext<'_>, name: &str, title: &str) {
//!     let events = [MonthEvent { key: 1, date: about.today, text: title, tone: Tone::Green }];
//!     let output = MonthView::new(name, about, &events).show(ui, state);
//!     if let Some(key) = output.opened {
//!         println!("{key}");
//!     }
//! }
//! ```

use super::arrival::greet;
use super::button::{Button, ring_at};
use super::date_field::DateContext;
use super::direction::UiExt;
use super::focus::is_idle;
use super::icon::Icon;
use super::menu::{MenuEntry, below, menu_at, open_menu};
use super::paint::{self, Line};
use super::theme::{RADIUS_CONTROL, Tone, Type};
use crate::calendar::{Calendar, Calendars, Cell, Date, MonthGrid, Weekday};
use crate::text::{self, Weight};
use crate::text::{keep_keys, say, take_focus};
use crate::tr;
use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

/// Something that happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthEvent<'a> {
    /// The same for the same record.
    pub key: i64,
    /// Its day.
    pub date: Date,
    /// A few words.
    pub text: &'a str,
    /// Of its kind.
    pub tone: Tone,
}

/// Which month is shown and which day the keys work on.
#[derive(Clone, Debug)]
pub struct MonthViewState {
    grid: MonthGrid,
    at: Date,
    menu_day: Option<Date>,
}

impl MonthViewState {
    /// The month of that calendar in which the day lies.
    pub fn new(calendar: Calendar, at: Date) -> Self {
        Self { grid: MonthGrid::around(calendar, at), at, menu_day: None }
    }

    /// The day the keys work on.
    pub const fn day(&self) -> Date {
        self.at
    }

    /// The first and the last day that are shown, so that only their events need to be found.
    pub fn range(&self) -> (Date, Date) {
        let mut days = self.grid.weeks.iter().flatten().flatten().map(|cell| cell.date);
        let first = days.next().unwrap_or(self.at);
        (first, days.next_back().unwrap_or(first))
    }

    /// Goes to a day; into its month, where another one is shown.
    pub fn go(&mut self, date: Date) {
        self.at = date;
        let is_inside = self.grid.weeks.iter().flatten().flatten().any(|cell| cell.date == date && cell.in_month);
        if !is_inside {
            self.grid = MonthGrid::around(self.grid.calendar, date);
        }
    }

    /// To the same day of a month so many later, or its last one where it has no such day.
    fn turn(&mut self, months: i32) {
        if let Ok(grid) = self.grid.shifted(months) {
            self.at = same_day(&self.grid, self.at, &grid).unwrap_or(self.at);
            self.grid = grid;
        }
    }
}

/// The day of another month that has the number of this one; its last one where it has no such day.
pub(super) fn same_day(from: &MonthGrid, date: Date, to: &MonthGrid) -> Option<Date> {
    let here = from.weeks.iter().flatten().flatten().find(|cell| cell.date == date);
    let number = here.map_or(1, |cell| cell.day);
    let mut days = to.weeks.iter().flatten().flatten().filter(|cell| cell.in_month);
    let same = days.clone().find(|cell| cell.day == number).or_else(|| days.next_back());
    same.map(|cell| cell.date)
}

/// What the person did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthOutput {
    /// This event is to be opened.
    pub opened: Option<i64>,
    /// Something new is asked for on this day: a double click on it, or Enter where it has nothing.
    pub asked: Option<Date>,
}

/// A month before it is shown.
#[must_use = "show it"]
pub struct MonthView<'a> {
    name: &'a str,
    about: DateContext<'a>,
    events: &'a [MonthEvent<'a>],
}

const HEAD: f32 = 28.0;
const CHIP: f32 = 22.0;
/// One of two lines.
const TALL_CHIP: f32 = 38.0;
const LEAST_DAY: f32 = 54.0;
/// The numbers of a day.
const NUMBERS: f32 = 26.0;
/// From a day's edge to its numbers, its weekday's name above them, and the words of its events below.
const INSIDE: f32 = 10.0;
/// Today's mark is no narrower.
const LEAST_MARK: f32 = 26.0;

impl<'a> MonthView<'a> {
    /// A month with that name for screen readers, and the events of [`MonthViewState::range`] (others are passed over).
    pub const fn new(name: &'a str, about: DateContext<'a>, events: &'a [MonthEvent<'a>]) -> Self {
        Self { name, about, events }
    }

    /// Shows it in the room that is left.
    pub fn show(self, ui: &mut Ui, state: &mut MonthViewState) -> MonthOutput {
        let mut output = MonthOutput::default();
        self.bar_ui(ui, state);
        let id = ui.scope_id().with(("month", self.name));
        let frame = ui.available_rect_before_wrap();
        let grid = ui.interact(frame, id, Sense::focusable_noninteractive());
        let title = state.grid.title(self.about.tr);
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, format!("{} {title}", self.name)));
        greet(ui.ctx(), id);
        if is_idle(ui.ctx()) && is_entered(ui) {
            take_focus(ui.ctx(), id);
        }
        if ui.memory(|memory| memory.has_focus(id)) {
            self.keys(ui, id, frame, state, &mut output);
        }
        let builder = UiBuilder::new().id_salt("month").max_rect(frame).accessibility_parent(id);
        let mut inside = ui.new_child(builder.layout(ui.direction().column()));
        inside.shrink_clip_rect(frame);
        self.weekdays_ui(&mut inside, frame);
        let all_days = frame.with_min_y(frame.top() + HEAD);
        let weeks = state.grid.weeks.clone();
        for (week, days) in weeks.iter().enumerate() {
            let row_id = id.with(("week", week));
            let row = day_rect(&inside, frame, weeks.len(), (week, 0)).union(day_rect(
                &inside,
                frame,
                weeks.len(),
                (week, 6),
            ));
            let builder = UiBuilder::new().id_salt(("week", week)).max_rect(row).accessibility_role(Role::Row);
            let mut line = inside.new_child(builder.scope_id(row_id));
            line.tell_place(row);
            // Half of the first week's upper line would stand above the outer one, and look thicker.
            line.shrink_clip_rect(all_days);
            for (day, cell) in days.iter().enumerate() {
                let Some(cell) = cell else { continue };
                let rect = day_rect(&line, frame, weeks.len(), (week, day));
                self.day_ui(&mut line, id, rect, (day, cell), state, &mut output);
            }
        }
        // The outer lines of the days are cut in half at the grid's edge.
        inside.painter().rect_stroke(all_days, 0.0, inside.tokens().hairline(), StrokeKind::Inside);
        self.menu_ui(ui, id, state, &mut output);
        let at = id.with(state.at.iso()).accesskit_id();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_active_descendant(at);
            node.set_column_count(7);
            node.set_row_count(weeks.len());
        });
        ui.advance_cursor_after_rect(frame);
        output
    }

    /// The month's name in both calendars, and the ways to others.
    fn bar_ui(&self, ui: &mut Ui, state: &mut MonthViewState) {
        let tr = self.about.tr;
        let shown = state.grid.title(tr);
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let (before, after) = (tr!(tr, "widgets-month-before"), tr!(tr, "widgets-month-after"));
            if ui.add(Button::icon_only(Icon::Back, &before)).clicked() {
                state.turn(-1);
            }
            if ui.add(Button::icon_only(Icon::Forward, &after)).clicked() {
                state.turn(1);
            }
            ui.add(Line::new(&state.grid.title(tr)).size(Type::Section).weight(Weight::Bold).heading());
            if let Some(other) = other_title(state, self.about) {
                ui.add(Line::new(&other).weak(ui).level_with(Type::Section, Weight::Bold));
            }
            ui.at_end("ways", |ui| {
                if ui.add(Button::new(&tr!(tr, "widgets-date-today"))).clicked() {
                    state.go(self.about.today);
                }
                let other = match state.grid.calendar {
                    Calendar::Hijri => tr!(tr, "widgets-calendar-gregorian"),
                    Calendar::Gregorian => tr!(tr, "widgets-calendar-hijri"),
                };
                if ui.add(Button::quiet(&other)).clicked() {
                    state.grid = MonthGrid::around(state.grid.calendar.other(), state.at);
                }
            });
        });
        // The focus stays on the button.
        let now = state.grid.title(tr);
        if now != shown {
            say(ui.ctx(), &now);
        }
    }

    fn weekdays_ui(&self, ui: &mut Ui, frame: Rect) {
        let (tokens, direction) = (ui.tokens(), ui.direction());
        let strip = frame.with_max_y(frame.top() + HEAD);
        let builder = UiBuilder::new().id_salt("weekdays").max_rect(strip).accessibility_role(Role::Row);
        let ui = &mut ui.new_child(builder);
        ui.tell_place(strip);
        for (day, weekday) in Weekday::ALL.into_iter().enumerate() {
            let rect = day_rect(ui, frame, 1, (0, day));
            let head = Rect::from_x_y_ranges(rect.x_range(), frame.top()..=frame.top() + HEAD);
            let long = tr!(self.about.tr, weekday.label_key());
            let words = (Type::Caption, Weight::Medium);
            let is_long = paint::width_of(ui, &long, words.0, words.1) < head.width() - 16.0;
            let response = ui.interact(head, ui.scope_id().with(day), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &long));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(day));
            let name = if is_long { long } else { tr!(self.about.tr, weekday.short_label_key()) };
            let ink = if weekday.is_weekend() { tokens.ink_weak } else { tokens.ink_soft };
            paint::line_in(ui, head.shrink2(vec2(INSIDE, 0.0)), direction.start_center(), &name, words, ink);
        }
    }

    fn day_ui(
        &self,
        ui: &mut Ui,
        id: Id,
        rect: Rect,
        (column, cell): (usize, &Cell),
        state: &mut MonthViewState,
        output: &mut MonthOutput,
    ) {
        let tr = self.about.tr;
        let events = || self.events.iter().filter(|event| event.date == cell.date);
        let count = events().count();
        let day_id = id.with(cell.date.iso());
        let response = ui.interact(rect, day_id, Sense::CLICK);
        let is_at = state.at == cell.date;
        response.widget_info(|| {
            let day = cell.date.medium(tr, Calendars::HijriFirst);
            let name = match count {
                0 => day,
                _ => tr!(tr, "widgets-month-day", day = day, count = count),
            };
            WidgetInfo::selected(Role::GridCell, true, is_at, name)
        });
        ui.ctx().accesskit_node_builder(day_id, |node| {
            node.set_selected(is_at);
            node.set_column_index(column);
        });
        if response.clicked() {
            state.go(cell.date);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if response.double_clicked() {
            output.asked = Some(cell.date);
        }
        let has_focus = is_at && ui.memory(|memory| memory.has_focus(id));
        self.ground_ui(ui, rect, cell, response.hovered());
        self.numbers_ui(ui, rect, cell);
        if has_focus {
            ring_at(ui, rect.shrink(5.0), RADIUS_CONTROL);
        }
        let mut room = rect.shrink2(vec2(4.0, 0.0));
        room.min.y += NUMBERS;
        let fits = ((room.height() - 2.0) / (CHIP + 2.0)).floor().max(0.0) as usize;
        let shown = if count > fits { fits.saturating_sub(1) } else { count };
        // Where all have room for two lines, what they are called is not cut after the first.
        let chip = if (room.height() - 2.0) / (TALL_CHIP + 2.0) >= count as f32 { TALL_CHIP } else { CHIP };
        let mut top = room.top();
        let mut place = || {
            let place = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), top + chip));
            top += chip + 2.0;
            place
        };
        for event in events().take(shown) {
            let response = chip_ui(ui, place(), day_id.with(event.key), event.text, event.tone, day_id);
            if response.clicked() {
                output.opened = Some(event.key);
            }
        }
        if count > shown && fits > 0 {
            // Of what is not shown at all there is no more, only a number.
            let more = match shown {
                0 => tr!(tr, "widgets-month-events", count = count),
                _ => tr!(tr, "widgets-month-more", count = count - shown),
            };
            if chip_ui(ui, place(), day_id.with("more"), &more, Tone::Neutral, day_id).clicked() {
                state.go(cell.date);
                self.open_day(ui, id, rect, state);
            }
        }
    }

    fn ground_ui(&self, ui: &Ui, rect: Rect, cell: &Cell, is_hovered: bool) {
        let tokens = ui.tokens();
        let ground = if cell.weekend { tokens.surface_sunken } else { tokens.surface };
        let ground = if is_hovered { tokens.surface_hover } else { ground };
        ui.painter().rect(rect, 0.0, ground, Stroke::NONE, StrokeKind::Inside);
        ui.painter().rect_stroke(rect, 0.0, tokens.hairline(), StrokeKind::Middle);
    }

    /// The day's number in the calendar of the month, and smaller in the other one; today's on the accent.
    fn numbers_ui(&self, ui: &Ui, rect: Rect, cell: &Cell) {
        let (tokens, direction, tr) = (ui.tokens(), ui.direction(), self.about.tr);
        let mut line = rect.shrink2(vec2(INSIDE, 3.0));
        line.max.y = line.min.y + NUMBERS - 6.0;
        let number = tr.number(cell.day.into());
        let mut ink = match (cell.in_month, cell.weekend) {
            (true, false) => tokens.ink,
            (true, true) => tokens.ink_soft,
            (false, _) => tokens.ink_weak,
        };
        let weight = if cell.date == self.about.today { Weight::SemiBold } else { Weight::Regular };
        let wide = paint::width_of(ui, &number, Type::Interface, weight);
        // All numbers stand in one line below their weekday; the mark reaches around today's.
        let place = direction.take_start(&mut line, wide);
        if cell.date == self.about.today {
            let beside = ((LEAST_MARK - wide) / 2.0).max(4.0);
            ui.painter().rect_filled(place.expand2(vec2(beside, 0.0)), RADIUS_CONTROL, tokens.accent);
            ink = tokens.on_accent;
        }
        paint::line_in(ui, place, Align2::CENTER_CENTER, &number, (Type::Interface, weight), ink);
        let other = tr.number(cell.other.1.into());
        paint::line_in(ui, line, direction.end_center(), &other, (Type::Caption, Weight::Regular), tokens.ink_weak);
    }

    fn keys(&self, ui: &Ui, id: Id, frame: Rect, state: &mut MonthViewState, output: &mut MonthOutput) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), id, filter);
        let direction = ui.direction();
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let times = |key| {
            let presses = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            i64::try_from(presses).unwrap_or(0)
        };
        let of_week = Weekday::ALL.iter().position(|day| *day == state.at.weekday()).unwrap_or(0) as i64;
        let step = times(direction.forward_key()) - times(direction.back_key())
            + 7 * (times(Key::ArrowDown) - times(Key::ArrowUp))
            + times(Key::End).min(1) * (6 - of_week)
            - times(Key::Home).min(1) * of_week;
        if step != 0
            && let Ok(date) = state.at.add_days(step)
        {
            state.go(date);
        }
        if pressed(Key::PageDown) {
            state.turn(1);
        } else if pressed(Key::PageUp) {
            state.turn(-1);
        }
        if pressed(Key::Enter) || pressed(Key::Space) {
            let mut events = self.events.iter().filter(|event| event.date == state.at);
            match (events.next(), events.next()) {
                (None, _) => output.asked = Some(state.at),
                (Some(only), None) => output.opened = Some(only.key),
                (Some(_), Some(_)) => {
                    let cells = state.grid.weeks.iter().enumerate();
                    let at = cells
                        .flat_map(|(week, days)| days.iter().enumerate().map(move |(day, cell)| (week, day, cell)));
                    let at = at
                        .filter(|(.., cell)| cell.is_some_and(|cell| cell.date == state.at))
                        .map(|(week, day, _)| (week, day))
                        .next();
                    let rect = at.map_or(frame, |at| day_rect(ui, frame, state.grid.weeks.len(), at));
                    self.open_day(ui, id, rect, state);
                }
            }
        }
    }

    fn open_day(&self, ui: &Ui, id: Id, rect: Rect, state: &mut MonthViewState) {
        state.menu_day = Some(state.at);
        open_menu(ui, id.with("day-menu"), below(ui, rect), true);
    }

    /// All events of a day, below each other.
    fn menu_ui(&self, ui: &Ui, id: Id, state: &mut MonthViewState, output: &mut MonthOutput) {
        let Some(day) = state.menu_day else { return };
        let events: Vec<&MonthEvent<'_>> = self.events.iter().filter(|event| event.date == day).collect();
        let name = day.medium(self.about.tr, self.about.calendars);
        let entries = || events.iter().map(|event| MenuEntry::new(event.text)).collect();
        if let Some(chosen) = menu_at(ui, id.with("day-menu"), id, &name, entries) {
            output.opened = events.get(chosen.entry).map(|event| event.key);
        }
        if !egui::Popup::is_id_open(ui.ctx(), id.with("day-menu")) {
            state.menu_day = None;
        }
    }
}

/// Does a key lead into the month, while nothing has the focus?
fn is_entered(ui: &Ui) -> bool {
    let keys = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
    ui.input(|input| input.modifiers.is_none() && keys.into_iter().any(|key| input.key_pressed(key)))
}

/// The months of the other calendar, where both are shown.
fn other_title(state: &MonthViewState, about: DateContext<'_>) -> Option<String> {
    let is_single = matches!(about.calendars, Calendars::Hijri | Calendars::Gregorian);
    (!is_single).then(|| state.grid.title_beside(about.tr)).filter(|title| !title.is_empty())
}

/// Where a day stands in the month.
fn day_rect(ui: &Ui, frame: Rect, weeks: usize, (week, day): (usize, usize)) -> Rect {
    let direction = ui.direction();
    let width = frame.width() / 7.0;
    let tall = ((frame.height() - HEAD) / weeks.max(1) as f32).max(LEAST_DAY);
    let x = direction.start_x(frame) + direction.forward(width * (day as f32 + 0.5));
    let top = frame.top() + HEAD + tall * week as f32;
    Rect::from_center_size(pos2(x, top + tall / 2.0), vec2(width, tall))
}

fn chip_ui(ui: &mut Ui, rect: Rect, id: Id, text: &str, tone: Tone, day: Id) -> egui::Response {
    let builder = UiBuilder::new().scope_id(id.with("chip")).max_rect(rect).accessibility_parent(day);
    let chip = ui.new_child(builder);
    let response = chip.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let colors = ui.tokens().tone(tone);
    let line = if response.hovered() { Stroke::new(1.0, colors.ink) } else { Stroke::NONE };
    ui.painter().rect(rect, 5.0, colors.wash, line, StrokeKind::Inside);
    let words = (Type::Caption, Weight::Medium);
    let start = ui.direction().start_center();
    let inside = rect.shrink2(vec2(6.0, 0.0));
    let (first, second) =
        if rect.height() > CHIP { paint::in_two_lines(ui, text, words, inside.width()) } else { (text, "") };
    if second.is_empty() {
        paint::line_in(ui, inside, start, first, words, colors.ink);
    } else {
        let (above, below) = inside.shrink2(vec2(0.0, 1.0)).split_top_bottom_at_fraction(0.5);
        paint::line_in(ui, above, start, first, words, colors.ink);
        paint::line_in(ui, below, start, second, words, colors.ink);
    }
    text::tooltip(response, text)
}

#[cfg(test)]
mod tests {
    use super::MonthViewState;
    use crate::calendar::{Calendar, Date};

    fn check(calendar: Calendar, from: &str, months: i32, expected: &str) {
        let mut state = MonthViewState::new(calendar, Date::from_iso(from).expect("a day"));
        state.turn(months);
        assert_eq!(state.day().iso(), expected, "{from} and {months} months of {calendar:?}");
    }

    #[test]
    fn a_month_turns_to_the_same_day_or_the_last_one() {
        check(Calendar::Gregorian, "2026-11-23", 1, "2026-12-23");
        check(Calendar::Gregorian, "2026-11-23", -1, "2026-10-23");
        check(Calendar::Gregorian, "2026-01-31", 1, "2026-02-28");
        check(Calendar::Hijri, "2026-11-23", 1, "2026-12-22");
    }
}
