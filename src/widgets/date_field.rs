//! A field for a day: typed in either calendar or as a phrase, or picked from a month that shows both.
//!
//! # Keyboard
//! That of a line of text. Down opens the month ([`super::month`] has its keys). On leaving the field the day is written
//! out, so that nobody wonders what «بعد أسبوعين» became; below it always stands in both calendars.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, about: tansiq::widgets::DateContext<'_>) {
//! use tansiq::widgets::DateDraft;
//! let mut due = DateDraft::default();
//! if due.show(ui, "Due", 240.0, about).changed {
//!     // `due.date()` is another day, or none.
//! }
//! # }
//! ```

use super::button::Button;
use super::direction::UiExt;
use super::field::{Field, FieldOutput};
use super::icon::Icon;
use super::month_picker::month_popup;
use super::surround::{INSIDE, SIGN_ROOM, sign_place};
use crate::calendar::{self, Calendar, Calendars, Date};
use crate::strings::Tr;
use crate::tr;
use egui::accesskit::HasPopup;
use egui::{Key, Modifiers, Role, Ui, vec2};

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
    /// The calendar that comes first.
    pub(super) const fn first_calendar(&self) -> Calendar {
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
    /// Something is to be done on that day: one that is off is said to be.
    is_for_work: bool,
}

impl DateDraft {
    /// Starts with a day, or with nothing.
    pub fn new(date: Option<Date>, about: DateContext<'_>) -> Self {
        let text = date.map_or_else(String::new, |date| written(date, about));
        Self { text, date, error: None, is_for_work: false }
    }

    /// For a day on which people meet or by which something is done: a Friday, a Saturday and an official holiday
    /// are said to be off, and stand in nobody's way.
    #[must_use]
    pub const fn for_work(mut self) -> Self {
        self.is_for_work = true;
        self
    }

    /// The day that was understood.
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// Does something stand there that is no day?
    pub const fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    /// What stands there, as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn set(&mut self, date: Date, about: DateContext<'_>) {
        *self = Self { is_for_work: self.is_for_work, ..Self::new(Some(date), about) };
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

    /// What was understood, in both calendars, with the day of the week.
    fn understood(&self, about: DateContext<'_>) -> Option<String> {
        self.date.map(|date| {
            let words = date.medium(about.tr, Calendars::HijriFirst);
            let weekday = date.weekday();
            match date.holiday().filter(|_| self.is_for_work) {
                Some(holiday) => tr!(about.tr, "widgets-date-holiday", date = words, holiday = holiday.words(about.tr)),
                None if self.is_for_work && weekday.is_weekend() => {
                    tr!(about.tr, "widgets-date-weekend", date = words, weekday = weekday.name(about.tr))
                }
                None => words,
            }
        })
    }

    /// Types into it, as a person would.
    pub fn typed(text: &str, about: DateContext<'_>) -> Self {
        let mut draft = Self { text: text.to_owned(), ..Self::default() };
        draft.read(about);
        draft
    }

    /// Shows the field; its button or the key Down opens the month. Answers whether the day changed.
    pub fn show(&mut self, ui: &mut Ui, label: &str, width: f32, about: DateContext<'_>) -> FieldOutput {
        self.show_enabled(ui, label, width, about, true)
    }

    /// Shows the field with what is wrong with the day beyond its being one.
    pub fn show_with_error(
        &mut self,
        ui: &mut Ui,
        label: &str,
        width: f32,
        about: DateContext<'_>,
        error: Option<&str>,
    ) -> FieldOutput {
        self.show_whole(ui, label, width, about, (true, error))
    }

    /// Shows the field; `enabled` says whether it can be changed.
    pub fn show_enabled(
        &mut self,
        ui: &mut Ui,
        label: &str,
        width: f32,
        about: DateContext<'_>,
        enabled: bool,
    ) -> FieldOutput {
        self.show_whole(ui, label, width, about, (enabled, None))
    }

    fn show_whole(
        &mut self,
        ui: &mut Ui,
        label: &str,
        width: f32,
        about: DateContext<'_>,
        (enabled, error): (bool, Option<&str>),
    ) -> FieldOutput {
        let before = self.date;
        let understood = self.understood(about);
        let hint = tr!(about.tr, "widgets-date-hint");
        let open = tr!(about.tr, "widgets-date-open", label = label);
        let mut button = None;
        let field = Field::new(&mut self.text, label).hint(&hint).error(self.error.as_deref().or(error));
        let field = field.help(understood.as_deref()).width(width).enabled(enabled).role(Role::DateInput);
        let side = ui.metrics().small_control;
        let open_id = field.editor(ui).with("month-is-open");
        let is_open = ui.data(|data| data.get_temp(open_id)).unwrap_or(false);
        let mut output = field.opened(is_open).show_with(ui, SIGN_ROOM, |ui, rect| {
            let place = sign_place(ui, rect.expand2(vec2(INSIDE, 0.0)), side);
            let open = Button::icon_only(Icon::Calendar, &open).small().passed_by_tab();
            button = Some(ui.row_within(place, "open", |ui| ui.add(open)));
        });
        if output.changed {
            self.read(about);
        }
        if (output.response.lost_focus() || output.submitted)
            && let Some(date) = self.date
        {
            self.set(date, about);
        }
        let is_asked =
            output.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        if let Some(button) = button {
            for id in [output.response.id, button.id] {
                ui.ctx().accesskit_node_builder(id, |node| {
                    node.set_has_popup(HasPopup::Dialog);
                    node.set_expanded(is_open);
                });
            }
            let month = month_popup(ui, &button, is_asked, output.frame, self.date, label, about);
            if let Some(date) = month.picked {
                self.set(date, about);
                // The day before it would be heard beside it.
                if let Some(understood) = self.understood(about) {
                    ui.ctx().accesskit_node_builder(output.response.id, |node| node.set_description(understood));
                }
            }
            if month.is_open != is_open {
                ui.data_mut(|data| data.insert_temp(open_id, month.is_open));
                ui.ctx().request_repaint();
            }
            // The month's keys had the focus; Tab has to lead on from here.
            if month.picked.is_some() || month.is_escaped {
                output.response.request_focus();
            }
        }
        output.changed = self.date != before;
        output
    }
}

fn written(date: Date, about: DateContext<'_>) -> String {
    date.words(about.tr, about.first_calendar())
}
