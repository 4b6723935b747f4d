//! A form of something new that is left with something typed in it: what was typed waits for the next time it is opened, and
//! a passing message leads back to it.

use super::RecordForm;
use crate::domain::{Entity, FieldValue};
use crate::screens::{Ask, Cx, Typed};
use crate::tr;
use crate::widgets::{Button, Line, UiExt};
use egui::{Context, Id, Ui};

/// What is needed to open the form again as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftForm {
    /// Its title.
    pub title: String,
    /// What it is of.
    pub entity: Entity,
    /// Its fields.
    pub names: Vec<&'static str>,
    /// What the person did not choose.
    pub fixed: Vec<FieldValue>,
    /// What was typed in it.
    pub typed: Vec<Typed>,
}

impl LeftForm {
    /// Keeps it for the next time that form is opened.
    pub fn keep(&self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(id(self.entity, &self.title), self.clone()));
    }

    /// Is it the same form, of the same record's?
    pub fn is_same_form(&self, other: &Self) -> bool {
        (self.entity, &self.title, &self.fixed) == (other.entity, &other.title, &other.fixed)
    }

    /// The form again, empty: once it is shown it takes up what was kept.
    pub fn form(&self, cx: &Cx<'_>) -> RecordForm {
        RecordForm::add(self.title.clone(), self.entity, &self.names, self.fixed.clone(), cx)
    }
}

/// The same for every form of that title: whose it is, what is fixed tells.
fn id(entity: Entity, title: &str) -> Id {
    Id::unique(("left-form", entity.code(), title))
}

impl RecordForm {
    /// A form of something new is left. What was typed in it can be had again; it waits in the form too, unless the person
    /// said that it is to go.
    pub(super) fn leave(&self, ctx: &Context, waits: bool, cx: &mut Cx<'_>) {
        if self.record.is_some() || !self.is_changed() {
            return;
        }
        let left = LeftForm {
            title: self.title.clone(),
            entity: self.entity,
            names: self.fields.iter().map(|field| field.field.name).collect(),
            fixed: self.fixed.clone(),
            typed: self.fields.iter().filter_map(super::FieldDraft::typed).collect(),
        };
        if waits {
            left.keep(ctx);
        }
        cx.ask(Ask::FormLeft(left));
    }

    /// Takes up what was typed when it was left last.
    pub(super) fn take_left(&mut self, ctx: &Context, cx: &mut Cx<'_>) {
        if self.record.is_some() || self.is_changed() {
            return;
        }
        let id = id(self.entity, &self.title);
        let left: Option<LeftForm> = ctx.data(|data| data.get_temp(id));
        let Some(left) = left.filter(|left| left.fixed == self.fixed) else { return };
        ctx.data_mut(|data| data.remove::<LeftForm>(id));
        self.put_in(left.typed.clone(), cx);
        cx.ask(Ask::FormBack(left));
        self.is_returned = true;
    }

    /// Says that what stands here was typed before, with a button that empties the form.
    pub(super) fn returned_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if !self.is_returned {
            return;
        }
        let mut is_emptied = false;
        ui.start_end(
            |ui| _ = ui.add(Line::new(&tr!(cx.tr, "form-returned")).weak(ui)),
            |ui| is_emptied = ui.add(Button::quiet(&tr!(cx.tr, "form-start-anew")).small()).clicked(),
        );
        if is_emptied {
            let names: Vec<&str> = self.fields.iter().map(|field| field.field.name).collect();
            *self = Self::add(self.title.clone(), self.entity, &names, self.fixed.clone(), cx);
        }
    }
}
