//! Fields for days and times. A day is typed in either calendar or as a phrase, or picked from a month that shows both.

use super::button::{Button, focus_ring};
use super::direction::UiExt;
use super::field::{Field, FieldOutput};
use super::icon::Icon;
use super::paint;
use super::theme::{RADIUS_CONTROL, Type};
use crate::calendar::{self, Calendar, Calendars, Date, MonthGrid, Time, Weekday};
use crate::strings::Tr;
use crate::text::Weight;
use crate::tr;
use egui::{
    Align2, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RectAlign, Response, Role, Sense, SetOpenCommand, Ui,
    WidgetInfo, pos2, vec2,
};

/// What a date field needs to know of its surroundings.
#[derive(Clone, Copy)]
pub struct DateContext<'a> {
    /// The words.
    pub tr: &'a Tr,
    /// «بعد أسبوعين» counts from here.
    pub today: Date,
    /// Which calendars are shown, and which comes first.
    pub calendars: Calendars,
}

impl DateContext<'_> {
    const fn first_calendar(&self) -> Calendar {
        match self.calendars {
            Calendars::HijriFirst | Calendars::Hijri => Calendar::Hijri,
            Calendars::GregorianFirst | Calendars::Gregorian => Calendar::Gregorian,
        }
    }
}

/// What stands in a date field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateDraft {
    text: String,
    date: Option<Date>,
    error: Option<String>,
}

impl DateDraft {
    /// Starts with a day, or with nothing.
    pub fn new(date: Option<Date>, about: DateContext<'_>) -> Self {
        let text = date.map_or_else(String::new, |date| written(date, about));
        Self { text, date, error: None }
    }

    /// The day that was understood.
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// Does something stand there that is no day?
    pub const fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    fn set(&mut self, date: Date, about: DateContext<'_>) {
        *self = Self::new(Some(date), about);
    }

    fn read(&mut self, about: DateContext<'_>) {
        self.date = None;
        self.error = None;
        if self.text.trim().is_empty() {
            return;
        }
        match calendar::parse(&self.text, about.today) {
            Ok(date) => self.date = Some(date),
            Err(error) => self.error = Some(error.message(about.tr)),
        }
    }

    /// Shows the field; its button or the key Down opens the month. Answers whether the day changed.
    pub fn show(&mut self, ui: &mut Ui, label: &str, width: f32, about: DateContext<'_>) -> FieldOutput {
        let before = self.date;
        // What was understood is said in both calendars, with the day of the week.
        let understood = self.date.map(|date| date.medium(about.tr, Calendars::HijriFirst));
        let hint = tr!(about.tr, "widgets-date-hint");
        let open = tr!(about.tr, "widgets-date-open", label = label);
        let mut button = None;
        let mut field =
            Field::new(&mut self.text, label).hint(&hint).error(self.error.as_deref()).help(understood.as_deref());
        if width.is_finite() {
            field = field.width(width);
        }
        let mut output = field.show_with(ui, 28.0, |ui, rect| {
            let place = Rect::from_center_size(rect.center(), vec2(28.0, 28.0));
            let open = Button::icon_only(Icon::Calendar, &open).small().passed_by_tab();
            button = Some(ui.row_within(place, "open", |ui| ui.add(open)));
        });
        if output.changed {
            self.read(about);
        }
        // On leaving the field the day is written out, so that nobody wonders what «بعد أسبوعين» became.
        if (output.response.lost_focus() || output.submitted)
            && let Some(date) = self.date
        {
            self.set(date, about);
        }
        let is_asked =
            output.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        if let Some(button) = button
            && let Some(date) = month_popup(ui, &button, is_asked, output.frame, self.date, label, about)
        {
            self.set(date, about);
            output.response.request_focus();
        }
        output.changed = self.date != before;
        output
    }
}

fn written(date: Date, about: DateContext<'_>) -> String {
    date.words(about.tr, about.first_calendar())
}

/// What the popup shows while it is open.
#[derive(Clone)]
struct MonthState {
    grid: MonthGrid,
    at: Date,
}

fn month_popup(
    ui: &Ui,
    button: &Response,
    is_asked: bool,
    frame: Rect,
    date: Option<Date>,
    label: &str,
    about: DateContext<'_>,
) -> Option<Date> {
    let id = button.id.with("month");
    let just_opened = button.clicked() || is_asked;
    let start = date.unwrap_or(about.today);
    if just_opened {
        let state = MonthState { grid: MonthGrid::around(about.first_calendar(), start), at: start };
        ui.ctx().data_mut(|data| data.insert_temp(id, state));
    }
    let mut state: MonthState = ui.ctx().data(|data| data.get_temp(id))?;
    let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let popup = Popup::from_toggle_button_response(button);
    let popup = if is_asked { popup.open_memory(SetOpenCommand::Bool(true)) } else { popup };
    let popup = popup
        .anchor(frame)
        .align(align)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(tr!(about.tr, "widgets-date-open", label = label));
    let shown = popup.show(|ui| {
        let picked = month_ui(ui, id, &mut state, just_opened, date, about);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    ui.ctx().data_mut(|data| data.insert_temp(id, state));
    shown.and_then(|shown| shown.inner)
}

const DAY: egui::Vec2 = egui::vec2(40.0, 38.0);

fn month_ui(
    ui: &mut Ui,
    id: Id,
    state: &mut MonthState,
    just_opened: bool,
    chosen: Option<Date>,
    about: DateContext<'_>,
) -> Option<Date> {
    let tr = about.tr;
    ui.set_width(DAY.x * 7.0 + 4.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.row(|ui| {
        let (before, after) = (tr!(tr, "widgets-month-before"), tr!(tr, "widgets-month-after"));
        if ui.add(Button::icon_only(Icon::Back, &before)).clicked() {
            turn(state, -1);
        }
        let title = state.grid.title(tr);
        let room = ui.available_width() - 44.0;
        let (rect, response) = ui.allocate_exact_size(vec2(room, 24.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
        let words = (Type::Interface, Weight::SemiBold);
        paint::line_in(ui, rect, Align2::CENTER_CENTER, &title, words, ui.tokens().ink);
        if ui.add(Button::icon_only(Icon::Forward, &after)).clicked() {
            turn(state, 1);
        }
    });
    let grid_id = id.with("days");
    let weeks = state.grid.weeks.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(DAY.x * 7.0, 22.0 + DAY.y * weeks), Sense::hover());
    let grid = ui.interact(rect, grid_id, Sense::focusable_noninteractive());
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, state.grid.title(tr)));
    if just_opened {
        grid.request_focus();
    }
    let picked_by_key = if grid.has_focus() { days_keys(ui, grid_id, state) } else { None };
    let mut picked = picked_by_key;
    let direction = ui.direction();
    let tokens = ui.tokens();
    let caption = (Type::Caption, Weight::Regular);
    let place = |week: usize, day: usize| {
        let across = direction.start_x(rect) + direction.forward(DAY.x * (day as f32 + 0.5));
        let down = rect.top() + 22.0 + DAY.y * (week as f32 + 0.5);
        Rect::from_center_size(pos2(across, down), DAY)
    };
    for (day, weekday) in Weekday::ALL.into_iter().enumerate() {
        let head = place(0, day);
        let head = Rect::from_center_size(pos2(head.center().x, rect.top() + 11.0), vec2(DAY.x, 20.0));
        let ink = if weekday.is_weekend() { tokens.ink_faint } else { tokens.ink_weak };
        paint::line_in(ui, head, Align2::CENTER_CENTER, &tr!(tr, &short_key(weekday)), caption, ink);
    }
    for (week, days) in state.grid.weeks.iter().enumerate() {
        for (day, cell) in days.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let box_ = place(week, day).shrink(2.0);
            let response = ui.interact(box_, grid_id.with(cell.date.iso()), Sense::CLICK);
            let is_chosen = chosen == Some(cell.date);
            let name = cell.date.medium(tr, Calendars::HijriFirst);
            response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_chosen, &name));
            let (ink, faint) = match (is_chosen, cell.in_month, cell.weekend) {
                (true, ..) => (tokens.on_accent, tokens.on_accent),
                (false, true, false) => (tokens.ink, tokens.ink_weak),
                (false, true, true) => (tokens.ink_weak, tokens.ink_weak),
                (false, false, _) => (tokens.ink_faint, tokens.ink_faint),
            };
            if is_chosen {
                ui.painter().rect_filled(box_, RADIUS_CONTROL, tokens.accent);
            } else if response.hovered() || (grid.has_focus() && state.at == cell.date) {
                ui.painter().rect_filled(box_, RADIUS_CONTROL, tokens.accent_wash);
            }
            if cell.date == about.today && !is_chosen {
                let line = egui::Stroke::new(1.0, tokens.accent_stroke);
                ui.painter().rect_stroke(box_, RADIUS_CONTROL, line, egui::StrokeKind::Inside);
            }
            let (upper, lower) = box_.shrink2(vec2(0.0, 2.0)).split_top_bottom_at_fraction(0.56);
            let number = tr.number(cell.day.into());
            paint::line_in(ui, upper, Align2::CENTER_CENTER, &number, (Type::Interface, Weight::Regular), ink);
            let other = tr.number(cell.other.1.into());
            paint::line_in(ui, lower, Align2::CENTER_CENTER, &other, caption, faint);
            if response.clicked() {
                picked = Some(cell.date);
            }
        }
    }
    focus_ring(ui, &grid, RADIUS_CONTROL);
    ui.row(|ui| {
        if ui.add(Button::quiet(&tr!(tr, "widgets-date-today")).small()).clicked() {
            picked = Some(about.today);
        }
        let other = match state.grid.calendar {
            Calendar::Hijri => tr!(tr, "widgets-calendar-gregorian"),
            Calendar::Gregorian => tr!(tr, "widgets-calendar-hijri"),
        };
        if ui.add(Button::quiet(&other).small()).clicked() {
            state.grid = MonthGrid::around(state.grid.calendar.other(), state.at);
        }
    });
    picked
}

/// The key of a day's short name: `weekday-short-sunday`.
fn short_key(weekday: Weekday) -> String {
    weekday.label_key().replace("weekday-", "weekday-short-")
}

fn turn(state: &mut MonthState, months: i32) {
    if let Ok(grid) = state.grid.shifted(months) {
        state.grid = grid;
        if let Some(first) = state.grid.weeks.iter().flatten().flatten().find(|cell| cell.in_month) {
            state.at = first.date;
        }
    }
}

/// Walks the days with the arrow keys; Enter picks.
fn days_keys(ui: &Ui, id: Id, state: &mut MonthState) -> Option<Date> {
    let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let direction = ui.direction();
    let (step, months, is_picked) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        let step = i64::from(pressed(direction.forward_key())) - i64::from(pressed(direction.back_key()))
            + 7 * (i64::from(pressed(Key::ArrowDown)) - i64::from(pressed(Key::ArrowUp)));
        let months = i32::from(pressed(Key::PageDown)) - i32::from(pressed(Key::PageUp));
        (step, months, pressed(Key::Enter))
    });
    if months != 0 {
        turn(state, months);
    }
    if step != 0
        && let Ok(date) = state.at.add_days(step)
    {
        state.at = date;
        let is_inside = state.grid.weeks.iter().flatten().flatten().any(|cell| cell.date == date && cell.in_month);
        if !is_inside {
            state.grid = MonthGrid::around(state.grid.calendar, date);
        }
    }
    is_picked.then_some(state.at)
}

/// What stands in a time field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeDraft {
    text: String,
}

impl TimeDraft {
    /// Starts with a time, or with nothing.
    pub fn new(time: Option<Time>, tr: &Tr) -> Self {
        Self { text: time.map_or_else(String::new, |time| time.text(tr)) }
    }

    /// The time that was understood.
    pub fn time(&self) -> Option<Time> {
        Time::parse(self.text.trim())
    }

    /// Does something stand there that is no time?
    pub fn is_wrong(&self) -> bool {
        !self.text.trim().is_empty() && self.time().is_none()
    }

    /// Shows the field.
    pub fn show(&mut self, ui: &mut Ui, label: &str, width: f32, tr: &Tr) -> FieldOutput {
        let (hint, error) = (tr!(tr, "widgets-time-hint"), tr!(tr, "widgets-time-error"));
        let error = self.is_wrong().then_some(error.as_str());
        let output = Field::new(&mut self.text, label).hint(&hint).error(error).width(width).show(ui);
        if (output.response.lost_focus() || output.submitted)
            && let Some(time) = self.time()
        {
            self.text = time.text(tr);
        }
        output
    }
}
