//! A field for a time of day: typed in any of the ways people write one, shown on the 12-hour clock.
//!
//! # Keyboard
//! That of a line of text, and Up and Down by a quarter of an hour, Page Up and Page Down by an hour, around midnight
//! too. On leaving the field the time is written out.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, tr: &tansiq::strings::Tr) {
//! use tansiq::widgets::TimeDraft;
//! let mut start = TimeDraft::default();
//! start.show(ui, "From", 160.0, tr);
//! # }
//! ```

use super::field::{Field, FieldOutput};
use crate::calendar::Time;
use crate::strings::Tr;
use crate::text::say;
use crate::tr;
use egui::{Key, Modifiers, Role, Ui};

/// What stands in a time field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeDraft {
    text: String,
    since: Option<Time>,
}

/// What Up and Down move by.
const QUARTER: i64 = 15;

impl TimeDraft {
    /// Starts with a time, or with nothing.
    pub fn new(time: Option<Time>, tr: &Tr) -> Self {
        Self { text: time.map_or_else(String::new, |time| time.text(tr)), since: None }
    }

    /// Types into it, as a person would.
    pub fn typed(text: &str) -> Self {
        Self { text: text.to_owned(), since: None }
    }

    /// It is a time of something that began then: «1:15» since ten in the morning is a quarter past one in the afternoon.
    pub const fn set_since(&mut self, since: Option<Time>) {
        self.since = since;
    }

    /// What stands there, as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The time that was understood.
    pub fn time(&self) -> Option<Time> {
        Time::parse_since(self.text.trim(), self.since)
    }

    /// Does something stand there that is no time?
    pub fn is_wrong(&self) -> bool {
        !self.text.trim().is_empty() && self.time().is_none()
    }

    /// Shows the field.
    pub fn show(&mut self, ui: &mut Ui, label: &str, width: f32, tr: &Tr) -> FieldOutput {
        self.show_enabled(ui, label, width, tr, true)
    }

    /// Shows the field with what is wrong with the time beyond its being one.
    pub fn show_with_error(
        &mut self,
        ui: &mut Ui,
        label: &str,
        width: f32,
        tr: &Tr,
        error: Option<&str>,
    ) -> FieldOutput {
        self.show_whole(ui, label, width, tr, (true, error))
    }

    /// Shows the field; `enabled` says whether it can be changed.
    pub fn show_enabled(&mut self, ui: &mut Ui, label: &str, width: f32, tr: &Tr, enabled: bool) -> FieldOutput {
        self.show_whole(ui, label, width, tr, (enabled, None))
    }

    fn show_whole(
        &mut self,
        ui: &mut Ui,
        label: &str,
        width: f32,
        tr: &Tr,
        (enabled, beyond): (bool, Option<&str>),
    ) -> FieldOutput {
        let hint = tr!(tr, "widgets-time-hint");
        let error = tr!(tr, "widgets-time-error", text = self.text.trim());
        let error = if self.is_wrong() { Some(error.as_str()) } else { beyond };
        let field = Field::new(&mut self.text, label).hint(&hint).error(error).width(width).role(Role::TimeInput);
        let editor = field.editor(ui);
        let minutes = if enabled && ui.is_enabled() && ui.memory(|memory| memory.has_focus(editor)) {
            minutes_asked(ui)
        } else {
            0
        };
        let mut output = field.enabled(enabled).show(ui);
        if minutes != 0 {
            let was_empty = self.text.is_empty();
            self.text = self.moved(minutes).text(tr);
            // Of a text that changes a reader says the letters that are others: of an empty one, all.
            if !was_empty {
                say(ui.ctx(), &self.text);
            }
            output.changed = true;
            ui.ctx().request_repaint();
        } else if (output.response.lost_focus() || output.submitted)
            && let Some(time) = self.time()
        {
            let written = time.text(tr);
            // What was understood stands there from here on, and whoever typed it has gone on.
            if self.text != written {
                say(ui.ctx(), &written);
            }
            self.text = written;
        }
        output
    }

    /// The time so many minutes on; from between two quarters to the next one. An empty field begins in the morning.
    fn moved(&self, minutes: i64) -> Time {
        let Some(time) = self.time() else { return Time { hour: 9, minute: 0 } };
        let past = time.minutes() % QUARTER;
        let onto_grid = if past == 0 || minutes.abs() != QUARTER {
            minutes
        } else if minutes > 0 {
            QUARTER - past
        } else {
            -past
        };
        time.plus(onto_grid)
    }
}

fn minutes_asked(ui: &Ui) -> i64 {
    ui.input_mut(|input| {
        let keys = [(Key::ArrowUp, QUARTER), (Key::ArrowDown, -QUARTER), (Key::PageUp, 60), (Key::PageDown, -60)];
        keys.into_iter()
            .map(|(key, minutes)| {
                minutes * i64::try_from(input.count_and_consume_key(Modifiers::NONE, key)).unwrap_or(0)
            })
            .sum()
    })
}

#[cfg(test)]
mod tests {
    use super::TimeDraft;

    fn check(typed: &str, minutes: i64, expected: &str) {
        let draft = TimeDraft::typed(typed);
        assert_eq!(draft.moved(minutes).to_string(), expected, "{typed} and {minutes}");
    }

    #[test]
    fn a_time_moves_by_quarters_and_hours_around_midnight() {
        check("10:30", 15, "10:45");
        check("10:30", -15, "10:15");
        check("10:37", 15, "10:45");
        check("10:37", -15, "10:30");
        check("10:37", 60, "11:37");
        check("11:50 م", 15, "00:00");
        check("12:10 ص", -60, "23:10");
        check("", 15, "09:00");
    }
}
