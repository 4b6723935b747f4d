//! What happened, day by day: each day with its dates, and what it had beside a line that joins them.
//!
//! The list is one stop of Tab: arrows, Home and End walk, Enter opens the current entry; so does a click. Only the entries
//! one sees are laid out.
//!
//! ```no_run
//! use tansiq::widgets::{DateContext, Timeline, TimelineEntry, Tone};
//! fn history_ui(ui: &mut egui::Ui, about: DateContext<'_>, name: &str, words: [&str; 2]) {
//!     let entry = TimelineEntry { key: 1, date: Some(about.today), title: words[0], about: words[1], tone: Tone::Green };
//!     if let Some(opened) = Timeline::new(name, about, &[entry]).show(ui) {
//!         println!("{opened}");
//!     }
//! }
//! ```

use super::button::ring_at;
use super::date_field::DateContext;
use super::direction::UiExt;
use super::paint;
use super::presses;
use super::scroll::bring_into_sight;
use super::theme::{RADIUS_CONTROL, Tone, Type};
use crate::calendar::{Calendar, Calendars, Date};
use crate::text::Weight;
use crate::text::keep_keys;
use egui::{EventFilter, Id, Key, Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineEntry<'a> {
    /// The same for the same record.
    pub key: i64,
    /// The day; nothing where it is not known. Entries of a day stand together.
    pub date: Option<Date>,
    /// What happened.
    pub title: &'a str,
    /// What there is to know of it, below; may be empty.
    pub about: &'a str,
    /// Of its kind.
    pub tone: Tone,
}

/// A history before it is shown.
#[must_use = "show it"]
pub struct Timeline<'a> {
    name: &'a str,
    about: DateContext<'a>,
    entries: &'a [TimelineEntry<'a>],
    undated: &'a str,
}

const ENTRY: f32 = 54.0;
/// Between one day and the next.
const BETWEEN_DAYS: f32 = 8.0;
/// The dates, where lines start.
const DATES: f32 = 108.0;
const DOT: f32 = 5.0;
/// From the dates to the words.
const LANE: f32 = 32.0;

impl<'a> Timeline<'a> {
    /// A history with that name for screen readers; its entries stand in the order given.
    pub const fn new(name: &'a str, about: DateContext<'a>, entries: &'a [TimelineEntry<'a>]) -> Self {
        Self { name, about, entries, undated: "" }
    }

    /// The same with words that stand in place of a day that is not known.
    pub const fn undated(mut self, words: &'a str) -> Self {
        self.undated = words;
        self
    }

    /// Shows it, as high as it is; answers the key of the entry that is to be opened.
    pub fn show(self, ui: &mut Ui) -> Option<i64> {
        let tops = self.tops();
        let tall = tops.last().map_or(0.0, |top| top + ENTRY);
        let (frame, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
        let id = ui.scope_id().with(("timeline", self.name));
        let list = ui.interact(frame, id, Sense::focusable_noninteractive());
        list.widget_info(|| WidgetInfo::labeled(Role::List, true, self.name));
        ui.ctx().accesskit_node_builder(list.id, |node| node.set_size_of_set(self.entries.len()));
        let at: Option<i64> = ui.data(|data| data.get_temp(id));
        let mut place = at.and_then(|key| self.entries.iter().position(|entry| entry.key == key));
        let mut opened = None;
        let entry_rect = |index: usize| {
            let top = frame.top() + tops.get(index).copied().unwrap_or_default();
            Rect::from_min_max(pos2(frame.left(), top), pos2(frame.right(), top + ENTRY))
        };
        if list.has_focus() {
            let before = place;
            self.keys(ui, id, &mut place, &mut opened);
            // Tab may lead to a history that is scrolled out of sight.
            let shown =
                if list.gained_focus() { Some(place.unwrap_or_default()) } else { place.filter(|_| place != before) };
            if let Some(index) = shown {
                bring_into_sight(ui, entry_rect(index));
            }
        }
        let builder = UiBuilder::new().id_salt("timeline").max_rect(frame).accessibility_parent(id);
        let inside = ui.new_child(builder);
        // Below what the pointer is on and above the line only the ground of an entry lies: one line joins all dots, for
        // where pieces of it met they would show.
        let ground = inside.painter().add(egui::Shape::Noop);
        self.line_ui(&inside, (entry_rect(0), entry_rect(self.entries.len().saturating_sub(1))));
        for (index, entry) in self.entries.iter().enumerate() {
            let rect = entry_rect(index);
            if !ui.is_rect_visible(rect) {
                continue;
            }
            let response = inside.interact(rect, id.with(entry.key), Sense::CLICK);
            let is_at = place == Some(index);
            response.widget_info(|| {
                let day = entry.date.map(|date| date.medium(self.about.tr, self.about.calendars));
                let day = day.unwrap_or_else(|| self.undated.to_owned());
                WidgetInfo::selected(Role::ListItem, true, is_at, format!("{day}: {}", entry.title))
            });
            inside.ctx().accesskit_node_builder(response.id, |node| {
                node.set_position_in_set(index);
                if !entry.about.is_empty() {
                    node.set_description(entry.about);
                }
            });
            if response.clicked() {
                place = Some(index);
                opened = Some(entry.key);
                list.request_focus();
            }
            if response.hovered() {
                let shape = egui::epaint::RectShape::filled(rect, RADIUS_CONTROL, inside.tokens().surface_hover);
                inside.painter().set(ground, shape);
            }
            self.entry_ui(&inside, rect, index);
            if is_at && list.has_focus() {
                let words = rect.shrink2(vec2(2.0, 3.0));
                ring_at(&inside, words, RADIUS_CONTROL);
                let at = id.with(entry.key).accesskit_id();
                ui.ctx().accesskit_node_builder(id, |node| node.set_active_descendant(at));
            }
        }
        if let Some(entry) = place.and_then(|index| self.entries.get(index)) {
            ui.data_mut(|data| data.insert_temp(id, entry.key));
        }
        opened
    }

    /// Where each entry begins.
    fn tops(&self) -> Vec<f32> {
        let mut top = 0.0;
        let mut tops = Vec::with_capacity(self.entries.len());
        for index in 0..self.entries.len() {
            if index > 0 {
                top += if self.begins_day(index) { ENTRY + BETWEEN_DAYS } else { ENTRY };
            }
            tops.push(top);
        }
        tops
    }

    fn begins_day(&self, index: usize) -> bool {
        let day = |index: usize| self.entries.get(index).map(|entry| entry.date);
        index.checked_sub(1).is_none_or(|before| day(before) != day(index))
    }

    fn keys(&self, ui: &Ui, id: Id, place: &mut Option<usize>, opened: &mut Option<i64>) {
        let filter = EventFilter { vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), id, filter);
        let Some(last) = self.entries.len().checked_sub(1) else { return };
        let keys = [Key::ArrowDown, Key::ArrowUp, Key::Home, Key::End, Key::Enter, Key::Space].map(|key| (key, key));
        while let Some(key) = ui.input_mut(|input| presses::next(input, &keys)) {
            if matches!(key, Key::Enter | Key::Space) {
                *opened = place.and_then(|at| self.entries.get(at)).map(|entry| entry.key);
                continue;
            }
            *place = Some(match (key, *place) {
                (Key::ArrowDown, Some(at)) => (at + 1).min(last),
                (Key::ArrowUp, Some(at)) => at.saturating_sub(1),
                (Key::ArrowUp, None) | (Key::End, _) => last,
                _ => 0,
            });
        }
    }

    /// From the dot of the first entry to that of the last one.
    fn line_ui(&self, ui: &Ui, (first, last): (Rect, Rect)) {
        let (from, until) = (dot(ui, first), dot(ui, last));
        if self.entries.len() > 1 {
            ui.painter().vline(from.x, from.y..=until.y, ui.tokens().hairline());
        }
    }

    fn entry_ui(&self, ui: &Ui, rect: Rect, index: usize) {
        let Some(entry) = self.entries.get(index) else { return };
        let (tokens, direction) = (ui.tokens(), ui.direction());
        let start = direction.start_center();
        let mut rest = rect.shrink2(vec2(ui.metrics().small, 6.0));
        let lower = |rect: Rect| rect.with_min_y(rect.top() + 22.0);
        let dates = direction.take_start(&mut rest, DATES);
        if self.begins_day(index) {
            let unknown = || (self.undated.to_owned(), String::new());
            let (first, second) = entry.date.map_or_else(unknown, |date| dates_of(date, self.about));
            paint::line_in(ui, upper(dates), start, &first, (Type::Caption, Weight::Medium), tokens.ink_soft);
            paint::line_in(ui, lower(dates), start, &second, (Type::Caption, Weight::Regular), tokens.ink_weak);
        }
        direction.take_start(&mut rest, LANE);
        let dot = dot(ui, rect);
        ui.painter().circle_filled(dot, DOT + 2.0, tokens.surface);
        ui.painter().circle_filled(dot, DOT, tokens.tone(entry.tone).bar);
        paint::line_in(ui, upper(rest), start, entry.title, (Type::Interface, Weight::Regular), tokens.ink);
        paint::line_in(ui, lower(rest), start, entry.about, (Type::Caption, Weight::Regular), tokens.ink_weak);
    }
}

/// The upper line of a part of an entry.
fn upper(rect: Rect) -> Rect {
    rect.with_max_y(rect.top() + 22.0)
}

/// Where the dot of an entry stands.
fn dot(ui: &Ui, entry: Rect) -> Pos2 {
    let mut rest = entry.shrink2(vec2(ui.metrics().small, 6.0));
    ui.direction().take_start(&mut rest, DATES);
    let lane = ui.direction().take_start(&mut rest, LANE);
    pos2(lane.center().x, upper(lane).center().y)
}

/// A day in the calendar that comes first, and in the other one where both are shown.
fn dates_of(date: Date, about: DateContext<'_>) -> (String, String) {
    let numbers = |calendar| date.numbers(about.tr, calendar);
    match about.calendars {
        Calendars::HijriFirst => (numbers(Calendar::Hijri), numbers(Calendar::Gregorian)),
        Calendars::GregorianFirst => (numbers(Calendar::Gregorian), numbers(Calendar::Hijri)),
        Calendars::Hijri => (numbers(Calendar::Hijri), String::new()),
        Calendars::Gregorian => (numbers(Calendar::Gregorian), String::new()),
    }
}
