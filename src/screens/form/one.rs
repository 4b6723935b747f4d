//! One declared field alone, in a small window: what several records are given, or what a list is narrowed to.

use super::draft::FieldDraft;
use crate::domain::{Entity, Field, Value};
use crate::screens::Cx;
use crate::store::{Changes, NewName};
use crate::tr;
use crate::widgets::{Button, UiExt, dialog};

/// How the window was left.
#[derive(Clone, Debug, PartialEq)]
pub enum OneOutput {
    /// It is still open.
    Open,
    /// It was left.
    Cancelled,
    /// The field is to hold this, called so where it is a link.
    Given(Value, String),
    /// The field is to hold a record that no register knows yet.
    New(NewName),
}

/// The open window.
pub struct OneForm {
    title: String,
    label: String,
    confirm: String,
    draft: FieldDraft,
    /// May a name that no register knows enter one?
    may_add: bool,
    is_fresh: bool,
}

impl OneForm {
    /// A window for a field under that label; its main button says `confirm`.
    pub fn new(
        (title, label, confirm): (String, String, String),
        entity: Entity,
        field: &'static Field,
        may_add: bool,
        cx: &Cx<'_>,
    ) -> Self {
        let draft = FieldDraft::new(entity, field, None, Value::Empty, String::new(), None, cx);
        Self { title, label, confirm, draft, may_add, is_fresh: true }
    }

    /// Tells its suggestions what an edit touched.
    pub fn note(&mut self, changes: Changes) {
        self.draft.note(changes);
    }

    /// Shows it.
    pub fn show(&mut self, ctx: &egui::Context, cx: &Cx<'_>) -> OneOutput {
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let mut can = false;
        let left = dialog(ctx, "one-field", &self.title, 420.0, |ui| {
            let response = self.draft.show(ui, &self.label, None, cx);
            if std::mem::take(&mut self.is_fresh)
                && let Some(response) = response
            {
                response.request_focus();
            }
            can = !self.draft.is_wrong() && (self.may_add || !self.draft.is_unknown());
            ui.row(|ui| {
                let button = Button::primary(&self.confirm).enabled(can).keys("Ctrl Enter");
                is_confirmed = ui.add(button).clicked();
                is_cancelled = ui.add(Button::new(&tr!(cx.tr, "shell-cancel"))).clicked();
            });
        });
        if left.is_confirmed && !can {
            self.draft.refuse();
        }
        is_confirmed |= left.is_confirmed && can;
        if is_cancelled || left.is_closed {
            return OneOutput::Cancelled;
        }
        match self.draft.new_name() {
            _ if !is_confirmed => OneOutput::Open,
            Some(new) => OneOutput::New(new),
            None => OneOutput::Given(self.draft.value(), self.draft.words()),
        }
    }
}
