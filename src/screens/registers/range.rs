//! From one content to another: the small window in which a filter's days, numbers or letters are given.

use super::view::Content;
use crate::domain::{Field, FieldKind, Value};
use crate::screens::Cx;
use crate::tr;
use crate::widgets::{Button, DateDraft, Field as TextField, NumberDraft, NumberField, UiExt, dialog};
use egui::{Key, Modifiers, Ui};

/// How the window was left.
pub(super) enum RangeOutput {
    Open,
    Cancelled,
    Given(Content),
}

enum Draft {
    Days(DateDraft, DateDraft),
    Numbers(NumberDraft, NumberDraft),
    Letters(String),
}

/// The open window.
pub(super) struct RangeForm {
    pub(super) field: &'static Field,
    title: String,
    draft: Draft,
    is_fresh: bool,
}

impl RangeForm {
    /// A window that begins with what is asked now.
    pub(super) fn new(title: String, field: &'static Field, now: Option<&Content>, cx: &Cx<'_>) -> Self {
        let bounds = match now {
            Some(Content::Between(from, until)) => [from.clone(), until.clone()],
            _ => [Value::Empty, Value::Empty],
        };
        let draft = match field.kind {
            FieldKind::Date => {
                let day = |value: &Value| match value {
                    Value::Text(iso) => crate::calendar::Date::from_iso(iso).ok(),
                    Value::Empty | Value::Number(_) => None,
                };
                let [from, until] = bounds.map(|bound| DateDraft::new(day(&bound), cx.dates()));
                Draft::Days(from, until)
            }
            FieldKind::Number | FieldKind::Percent => {
                let number = |value: &Value| if let Value::Number(number) = value { Some(*number) } else { None };
                let [from, until] = bounds.map(|bound| NumberDraft::new(number(&bound)));
                Draft::Numbers(from, until)
            }
            FieldKind::Line
            | FieldKind::Prose
            | FieldKind::Code
            | FieldKind::Phone
            | FieldKind::Time
            | FieldKind::Flag
            | FieldKind::Choice(_)
            | FieldKind::Entry(_)
            | FieldKind::Link(_)
            | FieldKind::Any
            | FieldKind::Position => Draft::Letters(match now {
                Some(Content::Containing(letters)) => letters.clone(),
                _ => String::new(),
            }),
        };
        Self { field, title, draft, is_fresh: true }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ctx: &egui::Context, cx: &Cx<'_>) -> RangeOutput {
        let tr = cx.tr;
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let title = self.title.clone();
        let left = dialog(ctx, "range", &title, 420.0, |ui| {
            let is_entered = self.fields_ui(ui, cx);
            let can = self.content().is_some();
            ui.row(|ui| {
                let apply = tr!(tr, "filter-apply");
                is_confirmed =
                    ui.add(Button::primary(&apply).enabled(can).keys("Enter")).clicked() || can && is_entered;
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
                // Where nothing in it has the focus; a focused button has its own Enter.
                let is_free = ui.memory(|memory| memory.focused().is_none());
                is_confirmed |= can && is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            });
        });
        match self.content().filter(|_| is_confirmed || left.is_confirmed) {
            Some(content) => RangeOutput::Given(content),
            None if is_cancelled || left.is_closed => RangeOutput::Cancelled,
            None => RangeOutput::Open,
        }
    }

    /// The fields; says whether Enter was pressed in one of them.
    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let (from_label, until_label) = (tr!(cx.tr, "filter-from"), tr!(cx.tr, "filter-until"));
        let (first, second) = match &mut self.draft {
            Draft::Days(from, until) => {
                let first = from.show(ui, &from_label, f32::INFINITY, cx.dates());
                (first, Some(until.show(ui, &until_label, f32::INFINITY, cx.dates())))
            }
            Draft::Numbers(from, until) => {
                let first = NumberField::new(from, &from_label).width(180.0).show(ui, cx.tr);
                (first, Some(NumberField::new(until, &until_label).width(180.0).show(ui, cx.tr)))
            }
            Draft::Letters(letters) => (TextField::new(letters, &tr!(cx.tr, "filter-letters")).show(ui), None),
        };
        if std::mem::take(&mut self.is_fresh) {
            first.response.request_focus();
        }
        first.submitted || second.is_some_and(|second| second.submitted)
    }

    /// What is asked; nothing while that makes no sense.
    fn content(&self) -> Option<Content> {
        match &self.draft {
            Draft::Days(from, until) => {
                let is_wrong = from.is_wrong() || until.is_wrong() || (from.date().is_none() && until.date().is_none());
                (!is_wrong).then(|| Content::Between(from.date().into(), until.date().into()))
            }
            Draft::Numbers(from, until) => {
                let is_wrong = from.is_wrong() || until.is_wrong() || (from.is_empty() && until.is_empty());
                (!is_wrong).then(|| Content::Between(from.number().into(), until.number().into()))
            }
            Draft::Letters(letters) if letters.trim().is_empty() => None,
            Draft::Letters(letters) => Some(Content::Containing(letters.trim().to_owned())),
        }
    }
}
