//! A form that follows from the fields an entity declares: for something new, and for changing what is there.
//!
//! A name that no register knows yet is added first; the record follows when the writer has answered.

mod draft;
mod one;

use crate::domain::{Entity, Field, FieldValue, OutcomeKind, Record, Value};
use crate::screens::{Cx, Route};
use crate::store::{Changes, Edit, Reply, Ticket};
use crate::tr;
use crate::widgets::{Button, Sheet, UiExt};
use draft::FieldDraft;
use egui::Ui;
pub use one::{OneForm, OneOutput};

/// How the form was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormOutput {
    /// It is still open.
    Open,
    /// It was left; what was typed in it is dropped.
    Cancelled,
    /// It was sent to the writer.
    Sent(Ticket),
    /// The record is to be removed.
    Removed(Ticket),
}

/// The open form.
pub struct RecordForm {
    entity: Entity,
    record: Option<Record>,
    title: String,
    fields: Vec<FieldDraft>,
    fixed: Vec<FieldValue>,
    waiting: Vec<(&'static str, Ticket)>,
    is_fresh: bool,
    is_submitted: bool,
    was_refused: bool,
    /// It is shown on the record's own page.
    is_on_page: bool,
}

impl RecordForm {
    /// A form for something new. `fixed` are values the person does not choose.
    pub(super) fn add(title: String, entity: Entity, names: &[&str], fixed: Vec<FieldValue>, cx: &Cx<'_>) -> Self {
        Self::new(title, entity, None, names, fixed, |_| Value::Empty, |_| String::new(), cx)
    }

    /// A form for a record. `value` says what a field holds, `linked` how what it links to is called.
    pub(super) fn edit(
        title: String,
        record: Record,
        names: &[&str],
        value: impl Fn(&str) -> Value,
        linked: impl Fn(&str) -> String,
        cx: &Cx<'_>,
    ) -> Self {
        Self::new(title, record.entity, Some(record), names, Vec::new(), value, linked, cx)
    }

    #[expect(clippy::too_many_arguments, reason = "private, and its two callers name what they pass")]
    fn new(
        title: String,
        entity: Entity,
        record: Option<Record>,
        names: &[&str],
        fixed: Vec<FieldValue>,
        value: impl Fn(&str) -> Value,
        linked: impl Fn(&str) -> String,
        cx: &Cx<'_>,
    ) -> Self {
        let kind = match value("kind") {
            Value::Text(code) => OutcomeKind::from_code(&code),
            Value::Empty | Value::Number(_) => None,
        };
        let fields = names
            .iter()
            .filter_map(|name| entity.field(name))
            .map(|field| FieldDraft::new(entity, field, kind, value(field.name), linked(field.name), cx))
            .collect();
        Self {
            entity,
            record,
            title,
            fields,
            fixed,
            waiting: Vec::new(),
            is_fresh: true,
            is_submitted: false,
            was_refused: false,
            is_on_page: false,
        }
    }

    /// The same form on the record's own page, which it need not lead to.
    pub(super) const fn on_page(mut self) -> Self {
        self.is_on_page = true;
        self
    }

    /// Tells its suggestions what an edit touched.
    pub(super) fn note(&mut self, changes: Changes) {
        self.fields.iter_mut().for_each(|field| field.note(changes));
    }

    /// Takes up the names that were added for it.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        let Some(place) = self.waiting.iter().position(|(_, ticket)| *ticket == reply.ticket) else { return };
        let (name, _) = self.waiting.swap_remove(place);
        match &reply.result {
            Ok(applied) => {
                let added = applied.record.map(|record| record.id);
                self.fields.iter_mut().filter(|field| field.field.name == name).for_each(|field| field.is_now(added));
            }
            // The program says what went wrong; the form stays open with what was typed.
            Err(_) => self.is_submitted = false,
        }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) -> FormOutput {
        let tr = cx.tr;
        let (mut is_confirmed, mut is_cancelled, mut is_removed, mut is_page) = (false, false, false, false);
        let can_write = !cx.store.is_read_only();
        let is_new = self.record.is_none();
        let has_page = has_page(self.entity) && !self.is_on_page;
        let title = self.title.clone();
        let close = tr!(tr, "shell-close");
        let sheet = Sheet::new(self.entity.code(), &title, &close).show(
            ctx,
            |ui| self.fields_ui(ui, cx),
            |ui| {
                let confirm = if is_new { tr!(tr, "register-add") } else { tr!(tr, "register-save") };
                let button = Button::primary(&confirm).enabled(can_write);
                is_confirmed = ui.add(button.keys("Ctrl Enter")).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
                if !is_new {
                    ui.at_end("remove", |ui| {
                        is_removed = ui.add(Button::danger(&tr!(tr, "register-remove")).enabled(can_write)).clicked();
                        is_page = has_page && ui.add(Button::quiet(&tr!(tr, "record-page"))).clicked();
                    });
                }
            },
        );
        if is_removed && let Some(record) = self.record {
            return FormOutput::Removed(cx.store.send(Edit::Remove(record)));
        }
        if is_cancelled {
            return FormOutput::Cancelled;
        }
        if let Some(record) = self.record.filter(|_| is_page) {
            cx.go(Route::Record(record));
        }
        if (is_confirmed || sheet.is_confirmed) && can_write {
            self.is_submitted = true;
        } else if sheet.is_closed || is_page {
            // Leaving by Escape keeps what was changed in a record; undo takes it back.
            if is_new || !can_write || !self.is_changed() {
                return FormOutput::Cancelled;
            }
            self.drop_unknown_names();
            self.is_submitted = true;
        }
        self.submit(cx)
    }

    /// Sends what is typed, as far as it can stand; the person leaves. Says whether the form has done its work and can go.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) -> bool {
        if !self.waiting.is_empty() {
            // A name is on its way into a register; the record follows it.
            return false;
        }
        if self.is_changed() && !cx.store.is_read_only() {
            self.drop_unknown_names();
            self.is_submitted = true;
            return self.submit(cx) != FormOutput::Open;
        }
        true
    }

    /// A name nobody has confirmed does not enter a register by leaving the form.
    fn drop_unknown_names(&mut self) {
        self.fields.iter_mut().for_each(FieldDraft::drop_unknown);
    }

    fn is_changed(&self) -> bool {
        self.fields.iter().any(|field| field.value() != field.before || field.is_unknown())
    }

    /// Is the field that names the record empty?
    fn is_nameless(&self) -> bool {
        self.fields.iter().any(|field| field.field.is_required && field.value() == Value::Empty)
    }

    /// Sends the record once all its links are known.
    fn submit(&mut self, cx: &Cx<'_>) -> FormOutput {
        if !self.is_submitted || !self.waiting.is_empty() {
            return FormOutput::Open;
        }
        if self.is_nameless() || self.fields.iter().any(FieldDraft::is_wrong) {
            self.is_submitted = false;
            self.was_refused = true;
            return FormOutput::Open;
        }
        for field in &self.fields {
            if let Some((entity, values)) = field.unknown() {
                let ticket = cx.store.send(Edit::Add { entity, values });
                self.waiting.push((field.field.name, ticket));
            }
        }
        if !self.waiting.is_empty() {
            return FormOutput::Open;
        }
        self.is_submitted = false;
        let changed = self.fields.iter().filter(|field| field.value() != field.before);
        let values: Vec<FieldValue> = changed.map(|field| (field.field.name, field.value())).collect();
        match self.record {
            Some(_) if values.is_empty() => FormOutput::Cancelled,
            Some(record) => {
                let edit = Edit::Set { record, values, session: None, based_on: None };
                FormOutput::Sent(cx.store.send(edit))
            }
            None => {
                let values = self.fixed.iter().cloned().chain(values).collect();
                FormOutput::Sent(cx.store.send(Edit::Add { entity: self.entity, values }))
            }
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let is_fresh = std::mem::take(&mut self.is_fresh);
        let tr = cx.tr;
        ui.add_space(4.0);
        for (place, field) in self.fields.iter_mut().enumerate() {
            let label = tr!(tr, &field_key(self.entity, field.field));
            let is_missing = self.was_refused && field.field.is_required && field.value() == Value::Empty;
            let missing = is_missing.then(|| tr!(tr, "register-needed"));
            let response = field.show(ui, &label, missing.as_deref(), cx);
            if place == 0
                && is_fresh
                && let Some(response) = response
            {
                response.request_focus();
            }
        }
        ui.add_space(8.0);
    }
}

/// Has a record of that entity a page of its own?
const fn has_page(entity: Entity) -> bool {
    matches!(
        entity,
        Entity::Organisation
            | Entity::Person
            | Entity::Outcome
            | Entity::Partnership
            | Entity::Regulation
            | Entity::Series
    )
}

/// The key of a field's label.
pub(super) fn field_key(entity: Entity, field: &Field) -> String {
    format!("field-{}-{}", entity.code(), field.name)
}
