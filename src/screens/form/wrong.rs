//! What is wrong in a form: said at its field, and brought into sight when somebody wants to be done.

use super::draft::FieldDraft;
use super::{LICENCE, NUMBER, RecordForm, field_key};
use crate::domain::{Field, FieldKind, Value, is_reversed};
use crate::error::Error;
use crate::screens::Cx;
use crate::store::query::LikelyTwins;
use crate::tr;
use egui::{Align, Rect, Response, Ui};

/// What the writer refused to take.
pub(super) struct Refused {
    pub(super) name: &'static str,
    /// It holds for this alone: what is typed next may be right.
    pub(super) value: Value,
    pub(super) error: Error,
}

impl RecordForm {
    /// Does something stand in its way to the writer?
    pub(super) fn is_wrong(&self) -> bool {
        self.is_dayless() || (0..self.fields.len()).any(|place| self.is_wrong_at(place))
    }

    /// Somebody wanted to be done: what is wrong is said, and the first of it comes into sight.
    pub(super) fn refuse(&mut self) {
        self.fields.iter_mut().for_each(FieldDraft::refuse);
        self.was_refused = true;
        self.leads_to_wrong = true;
    }

    /// Of another post, does its first day lack, or is it one that was refused?
    fn is_dayless(&self) -> bool {
        self.since.as_ref().is_some_and(|since| since.sound_day().is_none())
    }

    /// The field that is to come into sight: the first that is wrong, or that the writer refused.
    pub(super) fn first_wrong(&self) -> Option<usize> {
        (0..self.fields.len()).find(|place| {
            let is_refused = self.fields.get(*place).is_some_and(|field| self.refusal_of(field).is_some());
            is_refused || self.is_wrong_at(*place)
        })
    }

    fn is_wrong_at(&self, place: usize) -> bool {
        let Some(field) = self.fields.get(place) else { return false };
        let is_missing = field.field.is_required && field.value() == Value::Empty;
        let is_taken = field.field.name == NUMBER && self.is_number_taken();
        is_missing || is_taken || field.is_wrong() || self.start_after(field).is_some_and(|(_, is_new)| is_new)
    }

    /// What the writer said of what stands in a field now.
    fn refusal_of(&self, field: &FieldDraft) -> Option<&Error> {
        let refused = self.refusal.as_ref().filter(|refused| refused.name == field.field.name)?;
        (refused.value == field.value()).then_some(&refused.error)
    }

    /// The beginning that comes after the end that stands in a field, and whether somebody has just made it so: what was
    /// stored like that is told, and in nobody's way.
    fn start_after(&self, end: &FieldDraft) -> Option<(&'static Field, bool)> {
        let start = self.entity.start_of(end.field)?;
        let start = self.fields.iter().find(|field| field.field.name == start.name)?;
        let is_new = start.value() != start.before || end.value() != end.before;
        is_reversed(&start.value(), &end.value()).then_some((start.field, is_new))
    }

    /// What is wrong with a field beyond what it says of itself.
    pub(super) fn error_of(&mut self, place: usize, cx: &Cx<'_>) -> Option<String> {
        let field = self.fields.get(place)?;
        let (declared, value) = (field.field, field.value());
        if self.was_refused && declared.is_required && value == Value::Empty {
            return Some(tr!(cx.tr, "register-needed"));
        }
        if let Some(error) = self.refusal_of(field) {
            return Some(error.message(cx.tr));
        }
        if let Some((start, _)) = self.start_after(field) {
            let is_time = declared.kind == FieldKind::Time;
            let key = if is_time { "form-time-before-start" } else { "form-before-start" };
            return Some(tr!(cx.tr, key, field = tr!(cx.tr, &field_key(self.entity, start))));
        }
        if declared.name == NUMBER {
            let asked = self.asked_number()?;
            let owner = self.number_owner.get(cx.store, asked)?.as_ref()?;
            let key = if owner.is_deleted { "form-number-of-binned" } else { "form-number-taken" };
            return Some(tr!(cx.tr, key, name = &owner.name));
        }
        if declared.name == LICENCE {
            let Value::Text(licence) = value else { return None };
            let (name, phone, email) = Default::default();
            let except = self.record.map(|record| record.id);
            return self.licence.licence_owner(
                cx,
                LikelyTwins { entity: self.entity, name, also: Vec::new(), phone, email, licence, except },
            );
        }
        None
    }
}

/// Brings a field that reaches from `top` to here into sight with what is said below it, and gives it the focus.
pub(super) fn lead_to(ui: &Ui, top: f32, response: Option<&Response>) {
    let room = ui.max_rect();
    let rect = Rect::from_min_max(egui::pos2(room.left(), top), egui::pos2(room.right(), ui.cursor().top()));
    ui.scroll_to_rect(rect, Some(Align::Center));
    if let Some(response) = response {
        response.request_focus();
    }
}
