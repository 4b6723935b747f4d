//! A field for the address of a mailbox, always read from left to right. What is no whole address stays as it was typed, and
//! is said to be none.
//!
//! # Keyboard
//! That of a line of text.
//!
//! # Example
//! ```no_run
//! # fn form(ui: &mut egui::Ui, tr: &tansiq::strings::Tr) {
//! use tansiq::widgets::EmailDraft;
//! let mut address = EmailDraft::new("info@example.org");
//! address.show(ui, "E-mail", 240.0, tr);
//! assert!(!address.is_wrong());
//! # }
//! ```

use super::field::{Field, FieldOutput};
use crate::arabic::is_email;
use crate::strings::Tr;
use crate::text::Direction;
use crate::tr;
use egui::{Role, Ui};

/// What stands in a field for an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmailDraft {
    text: String,
    /// What is wrong is to be said although it is still typed.
    is_refused: bool,
}

impl EmailDraft {
    /// Starts with what is stored, whether it is an address or not.
    pub fn new(stored: &str) -> Self {
        Self { text: stored.to_owned(), is_refused: false }
    }

    /// What is to be stored.
    pub fn value(&self) -> &str {
        self.text.trim()
    }

    /// Does something stand there that is no whole address?
    pub fn is_wrong(&self) -> bool {
        !self.value().is_empty() && !is_email(self.value())
    }

    /// Says at once what is wrong, also while the field has the focus: somebody wanted to be done with it.
    pub const fn refuse(&mut self) {
        self.is_refused = true;
    }

    /// Shows the field. What is wrong is said once one has left it: an address is none until it is typed to its end.
    pub fn show(&mut self, ui: &mut Ui, label: &str, width: f32, tr: &Tr) -> FieldOutput {
        let (hint, error) = (tr!(tr, "widgets-email-hint"), tr!(tr, "widgets-email-error"));
        let wrong = self.is_wrong().then_some(error.as_str());
        let field = Field::new(&mut self.text, label).hint(&hint).width(width).direction(Direction::LeftToRight);
        field.role(Role::EmailInput).show_once_left(ui, wrong, &mut self.is_refused)
    }
}
