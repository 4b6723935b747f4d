//! A field for a number, in whichever digits it is typed: a whole one, one with decimals, or a percentage.
//!
//! # Keyboard
//! That of a line of text, and Up and Down by a step, Page Up and Page Down by ten, within the bounds. On leaving the
//! field the number is written out, with a sign between its thousands. Ctrl+Z takes a step back, Ctrl+Y makes it again.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, tr: &tansiq::strings::Tr) {
//! use tansiq::widgets::{NumberDraft, NumberField};
//! let mut minutes = NumberDraft::new(Some(20));
//! NumberField::new(&mut minutes, "Minutes").range(0, 480).step(5).show(ui, tr);
//! let mut done = NumberDraft::new(Some(60));
//! NumberField::percent(&mut done, "Progress").width(160.0).show(ui, tr);
//! # }
//! ```

use super::direction::UiExt;
use super::field::{Field, FieldOutput};
use super::paint;
use super::steps;
use super::theme::Type;
use crate::arabic::{Digits, format_number, parse_number};
use crate::strings::Tr;
use crate::text::{ARE_VALUES_UNHEARD, Weight, say};
use crate::tr;
use egui::accesskit::{Action, ActionData};
use egui::{Id, Key, Modifiers, Role, Ui};

/// What stands in a number field: the typed text and the number it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberDraft {
    text: String,
}

impl NumberDraft {
    /// Starts with a number, or with nothing.
    pub fn new(number: Option<i64>) -> Self {
        Self { text: number.map_or_else(String::new, |number| number.to_string()) }
    }

    /// Starts with a number that is scaled by its decimals: 1250 with two of them is 12.5.
    pub fn with_decimals(scaled: i64, decimals: u8) -> Self {
        Self { text: format_number(scaled, decimals, Digits::Latin) }
    }

    /// Types into it, as a person would.
    pub fn typed(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// What stands there, as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole number, in whichever digits it was typed; `None` when nothing or no number stands there.
    pub fn number(&self) -> Option<i64> {
        self.scaled(0)
    }

    /// The number, scaled by its decimals: 12.5 with two decimals is 1250.
    pub fn scaled(&self, decimals: u8) -> Option<i64> {
        parse_number(self.text.trim().trim_matches(is_percent).trim(), decimals)
    }

    /// Nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Does something stand there that is no whole number?
    pub fn is_wrong(&self) -> bool {
        !self.is_empty() && self.number().is_none()
    }

    /// Does something stand there that is no whole number from one to the other?
    pub fn is_outside(&self, least: i64, most: i64) -> bool {
        !self.is_empty() && self.number().is_none_or(|number| !(least..=most).contains(&number))
    }
}

const fn is_percent(letter: char) -> bool {
    matches!(letter, '%' | '\u{066A}')
}

/// A field for a number.
#[must_use = "show it"]
pub struct NumberField<'a> {
    draft: &'a mut NumberDraft,
    field: FieldParts<'a>,
    least: i64,
    most: i64,
    step: i64,
    decimals: u8,
    is_percent: bool,
}

/// What is handed on to the line of text.
struct FieldParts<'a> {
    label: &'a str,
    hint: &'a str,
    help: Option<&'a str>,
    width: f32,
    label_shown: bool,
    enabled: bool,
}

impl<'a> NumberField<'a> {
    /// A whole number, not negative. `label` stands above and is its accessible name.
    pub const fn new(draft: &'a mut NumberDraft, label: &'a str) -> Self {
        let field = FieldParts { label, hint: "", help: None, width: f32::INFINITY, label_shown: true, enabled: true };
        Self { draft, field, least: 0, most: i64::MAX, step: 1, decimals: 0, is_percent: false }
    }

    /// A percentage, 0 to 100 in steps of five, with its sign at the end.
    pub const fn percent(draft: &'a mut NumberDraft, label: &'a str) -> Self {
        let mut field = Self::new(draft, label).range(0, 100).step(5);
        field.is_percent = true;
        field
    }

    /// The smallest and the largest, scaled by the decimals.
    pub const fn range(mut self, least: i64, most: i64) -> Self {
        self.least = least;
        self.most = most;
        self
    }

    /// What Up and Down add, scaled by the decimals.
    pub const fn step(mut self, step: i64) -> Self {
        self.step = step;
        self
    }

    /// How many digits may stand behind the decimal sign.
    pub const fn decimals(mut self, decimals: u8) -> Self {
        self.decimals = decimals;
        self
    }

    /// Pale words in the empty field.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.field.hint = hint;
        self
    }

    /// What helps, below the field, while nothing is wrong.
    pub const fn help(mut self, help: Option<&'a str>) -> Self {
        self.field.help = help;
        self
    }

    /// That wide; without it as wide as the room.
    pub const fn width(mut self, width: f32) -> Self {
        self.field.width = width;
        self
    }

    /// The label is only heard, not shown; what is wrong is then only heard too, and seen in the frame.
    pub const fn bare(mut self) -> Self {
        self.field.label_shown = false;
        self
    }

    /// Can it be changed now?
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.field.enabled = enabled;
        self
    }

    /// What is wrong with what stands there.
    fn error(&self, tr: &Tr) -> Option<String> {
        if self.draft.is_empty() {
            return None;
        }
        let shown = |number| format_number(number, self.decimals, tr.digits());
        match self.draft.scaled(self.decimals) {
            None => Some(tr!(tr, "widgets-number-error")),
            Some(number) if (self.least..=self.most).contains(&number) => None,
            Some(_) if self.most == i64::MAX => Some(tr!(tr, "widgets-number-least", least = shown(self.least))),
            Some(_) => Some(tr!(tr, "widgets-number-range", least = shown(self.least), most = shown(self.most))),
        }
    }

    /// The number after a step of that many; an empty field begins at its least.
    fn stepped(&self, steps: i64) -> i64 {
        let number = match self.draft.scaled(self.decimals) {
            // The first step from between two leads onto the nearer one in its direction.
            Some(number) if number.rem_euclid(self.step.max(1)) != 0 && steps.abs() == 1 => {
                let below = number - number.rem_euclid(self.step.max(1));
                if steps > 0 { below + self.step } else { below }
            }
            Some(number) => number.saturating_add(steps.saturating_mul(self.step)),
            None => self.least.max(0),
        };
        number.clamp(self.least, self.most)
    }

    /// The number as it is shown while nobody types.
    fn written(&self, ui: &Ui, text: &str, tr: &Tr) -> Option<String> {
        let editor = Field::new(&mut String::new(), self.field.label).editor(ui);
        let is_typing = ui.memory(|memory| memory.has_focus(editor));
        let draft = NumberDraft { text: text.to_owned() };
        let number = draft.scaled(self.decimals).filter(|_| !is_typing)?;
        Some(format_number(number, self.decimals, tr.digits()))
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, tr: &Tr) -> FieldOutput {
        let error = self.error(tr);
        let parts = &self.field;
        let mut text = std::mem::take(&mut self.draft.text);
        if let Some(written) = self.written(ui, &text, tr) {
            text = written;
        }
        let editor = Field::new(&mut text, parts.label).editor(ui);
        let is_open = parts.enabled && ui.is_enabled();
        let has_focus = is_open && ui.memory(|memory| memory.has_focus(editor));
        let is_unheard = self.is_number_unheard(ui, editor, &text);
        let taken_back = if has_focus { steps::taken(ui, editor, &text) } else { None };
        let mut field = Field::new(&mut text, parts.label).hint(parts.hint).help(parts.help).width(parts.width);
        if !parts.label_shown {
            field = field.bare();
        }
        // A number is typed digit by digit: it is only wrong once one has left it, unless it is no number at all.
        field = field.error(error.as_deref()).enabled(parts.enabled).role(Role::SpinButton);
        let asked = if is_open { steps_asked(ui, editor) } else { 0 };
        let sign = if self.is_percent { percent_sign(tr.digits()) } else { "" };
        let sign_width = paint::width_of(ui, sign, Type::Interface, Weight::Regular);
        let mut output = field.show_with(ui, sign_width, |ui, rect| {
            let ink = ui.tokens().ink_weak;
            let align = ui.direction().end_center();
            paint::line_in(ui, rect, align, sign, (Type::Interface, Weight::Regular), ink);
        });
        self.draft.text.clone_from(&text);
        let is_taken_back = taken_back.is_some();
        if let Some(number) = asked_number(ui, editor).filter(|_| self.field.enabled) {
            let scaled = (number * 10_f64.powi(i32::from(self.decimals))).round() as i64;
            self.draft.text = format_number(scaled.clamp(self.least, self.most), self.decimals, tr.digits());
        } else if let Some(before) = taken_back {
            self.draft.text = before;
        } else if asked != 0 {
            self.draft.text = format_number(self.stepped(asked), self.decimals, tr.digits());
        }
        if self.draft.text != text {
            if !is_taken_back {
                steps::did(ui, editor, text, self.draft.text.clone());
            }
            if is_unheard {
                say(ui.ctx(), &self.said(tr));
            }
            output.changed = true;
            ui.ctx().request_repaint();
        }
        self.announce(ui, editor, tr);
        output
    }

    /// Did the focus come to it while it held no number? A bridge then told of none, and tells of none that comes until the
    /// focus comes again.
    fn is_number_unheard(&self, ui: &Ui, editor: Id, text: &str) -> bool {
        let place = editor.with("number unheard");
        if !ui.memory(|memory| memory.has_focus(editor)) {
            ui.data_mut(|data| data.remove::<bool>(place));
            return false;
        }
        let is_empty = || NumberDraft { text: text.to_owned() }.scaled(self.decimals).is_none();
        ui.data_mut(|data| *data.get_temp_mut_or_insert_with(place, is_empty))
    }

    /// The number as it is said, with the sign of what it is one of.
    fn said(&self, tr: &Tr) -> String {
        let Some(number) = self.draft.scaled(self.decimals) else { return String::new() };
        let number = format_number(number, self.decimals, tr.digits());
        if self.is_percent { format!("{number}{}", percent_sign(tr.digits())) } else { number }
    }

    fn announce(&self, ui: &Ui, editor: Id, tr: &Tr) {
        let scale = 10_f64.powi(i32::from(self.decimals));
        let shown = |number: i64| number as f64 / scale;
        ui.ctx().accesskit_node_builder(editor, |node| {
            if let Some(number) = self.draft.scaled(self.decimals) {
                node.set_numeric_value(shown(number));
                if self.is_percent {
                    node.set_value(self.said(tr));
                }
            }
            // What it is one of is said where it is empty too: one that came with the first number would be said without it.
            if self.is_percent && node.description().is_none() && ARE_VALUES_UNHEARD {
                node.set_description(percent_sign(tr.digits()));
            }
            node.set_min_numeric_value(shown(self.least));
            if self.most < i64::MAX {
                node.set_max_numeric_value(shown(self.most));
            }
            node.set_numeric_value_step(shown(self.step));
            if self.field.enabled {
                node.add_action(Action::SetValue);
                node.add_action(Action::Increment);
                node.add_action(Action::Decrement);
            }
        });
    }
}

const fn percent_sign(digits: Digits) -> &'static str {
    match digits {
        Digits::Latin => "%",
        Digits::ArabicIndic => "\u{066A}",
    }
}

/// The number a screen reader asks for.
fn asked_number(ui: &Ui, editor: Id) -> Option<f64> {
    ui.input(|input| {
        let asked = input.accesskit_action_requests(editor, Action::SetValue);
        asked.into_iter().find_map(|request| match request.data {
            Some(ActionData::NumericValue(number)) => Some(number),
            _ => None,
        })
    })
}

/// How many steps the keys, or a screen reader, ask for.
pub(super) fn steps_asked(ui: &Ui, editor: Id) -> i64 {
    let has_focus = ui.memory(|memory| memory.has_focus(editor));
    ui.input_mut(|input| {
        let asked = |input: &egui::InputState, action| {
            i64::try_from(input.num_accesskit_action_requests(editor, action)).unwrap_or(0)
        };
        let mut steps = asked(input, Action::Increment) - asked(input, Action::Decrement);
        if has_focus {
            for (key, step) in [(Key::ArrowUp, 1), (Key::ArrowDown, -1), (Key::PageUp, 10), (Key::PageDown, -10)] {
                steps += step * i64::try_from(input.count_and_consume_key(Modifiers::NONE, key)).unwrap_or(0);
            }
        }
        steps
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_reads_both_digit_systems_and_signs() {
        let check = |text: &str, expected| {
            let draft = NumberDraft { text: text.to_owned() };
            assert_eq!(draft.number(), expected, "{text}");
        };
        check("60", Some(60));
        check("٦٠٪", Some(60));
        check("%60", Some(60));
        check("12,500", Some(12_500));
        check("ستون", None);
        check("", None);
    }

    #[test]
    fn steps_keep_to_the_grid_and_within_the_bounds() {
        let check = |text: &str, steps, expected| {
            let mut draft = NumberDraft { text: text.to_owned() };
            assert_eq!(NumberField::percent(&mut draft, "").stepped(steps), expected, "{text} by {steps}");
        };
        check("60", 1, 65);
        check("62", 1, 65);
        check("62", -1, 60);
        check("60", 10, 100);
        check("0", -1, 0);
        check("", 1, 0);
        check("500", -1, 100);
    }

    #[test]
    fn what_is_outside_is_told_from_what_is_no_number() {
        let is = |text: &str| {
            let draft = NumberDraft { text: text.to_owned() };
            (draft.is_wrong(), draft.is_outside(0, 100))
        };
        assert_eq!(is("x"), (true, true));
        assert_eq!(is("150"), (false, true));
        assert_eq!(is("15"), (false, false));
        assert_eq!(is(""), (false, false));
    }
}
