//! A field for a phone number: typed in any of the ways people write one, kept as E.164, shown in groups and always from
//! left to right.
//!
//! # Keyboard
//! That of a line of text. On leaving the field, or with Enter, the number is written out in groups.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, tr: &tansiq::strings::Tr) {
//! use tansiq::widgets::PhoneDraft;
//! let mut phone = PhoneDraft::new("+966551234567");
//! phone.show(ui, "Mobile", 240.0, tr);
//! assert_eq!(phone.phone().as_deref(), Some("+966551234567"));
//! # }
//! ```

use super::field::{Field, FieldOutput};
use crate::arabic::{format_phone, parse_phone};
use crate::strings::Tr;
use crate::text::Direction;
use crate::tr;
use egui::{Role, Ui};

/// What stands in a phone field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneDraft {
    text: String,
    /// What is wrong is to be said although it is still typed.
    is_refused: bool,
}

impl PhoneDraft {
    /// Starts with a stored number; what is no number stays as it was written.
    pub fn new(stored: &str) -> Self {
        Self { text: format_phone(stored), is_refused: false }
    }

    /// The number in its E.164 form, when one stands there.
    pub fn phone(&self) -> Option<String> {
        parse_phone(&self.text)
    }

    /// What is to be stored: the number, or what was typed instead of one.
    pub fn value(&self) -> String {
        self.phone().unwrap_or_else(|| self.text.trim().to_owned())
    }

    /// Does something stand there that is no number?
    pub fn is_wrong(&self) -> bool {
        !self.text.trim().is_empty() && self.phone().is_none()
    }

    /// Says at once what is wrong, also while the field has the focus: somebody wanted to be done with it.
    pub const fn refuse(&mut self) {
        self.is_refused = true;
    }

    /// Shows the field. What is wrong is said once one has left it: a number is no number until it is typed to its end.
    pub fn show(&mut self, ui: &mut Ui, label: &str, width: f32, tr: &Tr) -> FieldOutput {
        let (hint, error) = (tr!(tr, "widgets-phone-hint"), tr!(tr, "widgets-phone-error"));
        let wrong = self.is_wrong().then_some(error.as_str());
        let field = Field::new(&mut self.text, label).hint(&hint).width(width).direction(Direction::LeftToRight);
        let output = field.role(Role::PhoneNumberInput).show_once_left(ui, wrong, &mut self.is_refused);
        if (output.response.lost_focus() || output.submitted)
            && let Some(phone) = self.phone()
        {
            self.text = format_phone(&phone);
        }
        output
    }
}
