//! A form that is left with something typed in it, by the person or because the program ended: what was typed waits for the
//! next time it is opened. Of something new a passing message leads back to it.

use super::RecordForm;
use super::kept::{self, KeptForm};
use super::since::Since;
use crate::calendar::Date;
use crate::domain::{Entity, FieldValue, Record, Value};
use crate::screens::{Ask, Cx, Typed};
use crate::tr;
use crate::widgets::{Button, DateDraft, Line, UiExt};
use egui::{Context, Ui};
use serde::{Deserialize, Serialize};

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

/// What stands in a form, as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Words {
    fields: Vec<TypedWords>,
    /// The first day of another post, or what was typed instead of one.
    since: Option<String>,
}

/// What was typed into a field, and what was stored there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct TypedWords {
    field: String,
    before: Value,
    value: Value,
    name: String,
}

impl LeftForm {
    /// Keeps it for the next time that form is opened.
    pub fn keep(&self, ctx: &Context) {
        let words = |typed: &Typed| TypedWords {
            field: typed.field.to_owned(),
            before: Value::Empty,
            value: typed.value.clone(),
            name: typed.name.clone(),
        };
        let words = Words { fields: self.typed.iter().map(words).collect(), since: None };
        kept::put(ctx, &name_of_new(self.entity, &self.fixed), &words);
    }

    /// Is it the same form, of the same record's?
    pub fn is_same_form(&self, other: &Self) -> bool {
        (self.entity, &self.fixed) == (other.entity, &other.fixed)
    }

    /// The form again, empty: once it is shown it takes up what was kept.
    pub fn form(&self, cx: &Cx<'_>) -> RecordForm {
        RecordForm::add(self.title.clone(), self.entity, &self.names, self.fixed.clone(), cx)
    }
}

/// Under which name a form of something new is kept: in whatever language it is shown, what is fixed tells whose it is.
fn name_of_new(entity: Entity, fixed: &[FieldValue]) -> String {
    let mut name = format!("new/{}", entity.code());
    for (field, value) in fixed {
        let value = match value {
            Value::Empty => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
        };
        name.push_str(&format!("/{field}={value}"));
    }
    name
}

/// What a form keeps under its name. Forms of the same record with other fields are others.
pub(super) fn kept_form(
    entity: Entity,
    record: Option<Record>,
    names: &[&str],
    fixed: &[FieldValue],
    cx: &Cx<'_>,
) -> KeptForm {
    let name = match record {
        Some(record) => format!("record/{}/{}", record.key(), names.join(",")),
        None => name_of_new(entity, fixed),
    };
    KeptForm::new(name, cx)
}

impl RecordForm {
    /// A form of something new is left. What was typed in it can be had again; it waits in the form too, unless the person
    /// said that it is to go.
    pub(super) fn leave(&mut self, ctx: &Context, waits: bool, cx: &mut Cx<'_>) {
        if !waits {
            self.kept.forget();
        }
        if self.record.is_some() || !self.is_changed() {
            return;
        }
        let left = self.as_left();
        if waits {
            left.keep(ctx);
            self.keep_now();
        }
        cx.ask(Ask::FormLeft(left));
    }

    fn as_left(&self) -> LeftForm {
        LeftForm {
            title: self.title.clone(),
            entity: self.entity,
            names: self.fields.iter().map(|field| field.field.name).collect(),
            fixed: self.fixed.clone(),
            typed: self.fields.iter().filter_map(super::FieldDraft::typed).collect(),
        }
    }

    /// What stands here and is not stored; nothing where all of it is.
    fn words(&self) -> Option<Words> {
        let words = |field: &super::FieldDraft| {
            let Typed { field: name, value, name: linked } = field.typed()?;
            Some(TypedWords { field: name.to_owned(), before: field.before.clone(), value, name: linked })
        };
        let fields: Vec<TypedWords> = self.fields.iter().filter_map(words).collect();
        let day = |since: &Since| since.day.date().map_or_else(|| since.day.text().trim().to_owned(), Date::iso);
        let since = self.since.as_ref().map(day).filter(|day| !day.is_empty());
        (!fields.is_empty()).then_some(Words { fields, since })
    }

    /// Writes down what is typed, after a pause.
    pub(super) fn keep(&mut self, ctx: &Context) {
        let words = self.words();
        self.kept.typed(ctx, words.as_ref());
    }

    /// Writes down what is typed and stays: the program may be left before it is saved.
    pub(super) fn keep_now(&mut self) {
        let words = self.words();
        self.kept.write_now(words.as_ref());
    }

    /// Takes up what was typed and not saved: when it was left last, or before the program ended.
    pub(super) fn take_left(&mut self, ctx: &Context, cx: &mut Cx<'_>) {
        if self.is_changed() || cx.store.is_read_only() {
            return;
        }
        let Some(words) = self.kept.take::<Words>(ctx) else { return };
        for TypedWords { field, before, value, name } in words.fields {
            let Some(draft) = self.fields.iter_mut().find(|draft| draft.field.name == field) else { continue };
            let typed = Typed { field: draft.field.name, value, name };
            // What was stored since is not overwritten unseen.
            if draft.before == before {
                draft.put_typed(self.entity, typed, cx);
            } else {
                draft.take_typed(self.entity, typed, cx);
            }
        }
        if let Some((since, day)) = self.since.as_mut().zip(words.since) {
            let known = Date::from_iso(&day).ok();
            let typed = || DateDraft::typed(&day, cx.dates());
            *since = Since::new(known.map_or_else(typed, |day| DateDraft::new(Some(day), cx.dates())));
        }
        if self.record.is_none() {
            cx.ask(Ask::FormBack(self.as_left()));
        }
        self.is_returned = true;
    }

    /// Says that what stands here was typed before, with a button that puts the form back as it is opened otherwise.
    pub(super) fn returned_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if !self.is_returned {
            return;
        }
        let mut is_emptied = false;
        let anew = if self.record.is_some() { "form-as-stored" } else { "form-start-anew" };
        ui.start_end(
            |ui| _ = ui.add(Line::new(&tr!(cx.tr, "form-returned")).weak(ui)),
            |ui| is_emptied = ui.add(Button::quiet(&tr!(cx.tr, anew)).small()).clicked(),
        );
        if !is_emptied {
            return;
        }
        self.kept.forget();
        if self.record.is_none() {
            let names: Vec<&str> = self.fields.iter().map(|field| field.field.name).collect();
            *self = Self::add(self.title.clone(), self.entity, &names, self.fixed.clone(), cx);
        } else {
            self.fields.iter_mut().for_each(|field| field.put_back(self.entity, cx));
            self.is_returned = false;
        }
    }
}
