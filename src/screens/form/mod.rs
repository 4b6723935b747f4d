//! A form that follows from the fields an entity declares: for something new, and for changing what is there.
//!
//! A name that no register knows yet is made in the same step as the record that speaks of it. The form stays until the
//! writer has taken it: what is refused is said at its field, and nothing that was typed is lost.

mod draft;
pub mod kept;
mod left;
pub mod likely;
pub mod listed;
mod one;
pub mod rule;
mod since;
mod wrong;

use crate::calendar::Time;
use crate::domain::{Entity, EntryList, Field, FieldValue, OutcomeKind, PersonId, Record, Value};
use crate::error::{Error, ErrorKind};
use crate::screens::{Ask, Cx, Route, Typed, shown};
use crate::store::query::{LikelyTwins, NumberOwner};
use crate::store::{Changes, Edit, Live, NewName, Reply, Ticket};
use crate::tr;
use crate::widgets::{Button, DateDraft, Sheet, UiExt};
use draft::FieldDraft;
use egui::{Align, Ui};
use kept::KeptForm;
pub use left::LeftForm;
use likely::Likely;
pub use one::{OneForm, OneOutput};
use since::{SINCE, Since};
use wrong::Refused;

/// How the form was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormOutput {
    /// It is still open.
    Open,
    /// It was left; what was typed in something new waits for the next time.
    Cancelled,
    /// The writer has taken it.
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
    /// The record, on its way to the writer.
    sent: Option<Ticket>,
    /// The writer has taken it.
    taken: Option<Ticket>,
    /// What the writer made of it, where it was something new.
    made: Option<Record>,
    /// What the writer refused last.
    refused_ticket: Option<Ticket>,
    /// What the writer refused: the field, where it said which, and why.
    refusal: Option<Refused>,
    /// The name that a body had before this form changed it.
    former_name: Option<String>,
    likely: Likely,
    licence: Likely,
    number_owner: Live<NumberOwner>,
    /// What is kept already and is to be used instead.
    chosen: Option<Record>,
    is_fresh: bool,
    /// The field that has the focus first, where it is not the first one.
    at: Option<&'static str>,
    /// What is typed, beside the records until it is one of them.
    kept: KeptForm,
    /// It holds what was typed when it was left last.
    is_returned: bool,
    is_submitted: bool,
    was_refused: bool,
    /// The first field that is wrong is to come into sight.
    leads_to_wrong: bool,
    /// It is shown on the record's own page.
    is_on_page: bool,
    /// Another post, from that day on: what was held before becomes a period of the past.
    since: Option<Since>,
    /// What else can be opened from here, and what was.
    also: Vec<String>,
    also_pressed: Option<usize>,
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

    /// The same form, of whose times none lies before that one.
    pub(super) fn times_since(mut self, since: Option<Time>) -> Self {
        for field in &mut self.fields {
            field.set_since(since);
        }
        self
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
        let given = |name: &str| fixed.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone());
        let list = match given("list").unwrap_or_else(|| value("list")) {
            Value::Text(code) => EntryList::from_code(&code),
            Value::Empty | Value::Number(_) => None,
        };
        let fields = names
            .iter()
            .filter_map(|name| entity.field(name))
            .map(|field| FieldDraft::new(entity, field, kind, value(field.name), linked(field.name), list, cx))
            .collect();
        let kept = left::kept_form(entity, record, names, &fixed, cx);
        Self {
            entity,
            record,
            title,
            fields,
            fixed,
            kept,
            sent: None,
            taken: None,
            made: None,
            refused_ticket: None,
            refusal: None,
            former_name: None,
            likely: Likely::default(),
            licence: Likely::default(),
            number_owner: Live::default(),
            chosen: None,
            is_fresh: true,
            at: None,
            is_returned: false,
            is_submitted: false,
            was_refused: false,
            leads_to_wrong: false,
            is_on_page: false,
            since: None,
            also: Vec::new(),
            also_pressed: None,
        }
    }

    /// The same form on the record's own page, which it need not lead to.
    pub(super) const fn on_page(mut self) -> Self {
        self.is_on_page = true;
        self
    }

    /// The same form opened at a field: it is in sight and has the focus.
    pub(super) const fn at(mut self, field: &'static str) -> Self {
        self.at = Some(field);
        self
    }

    /// The same form with buttons below its fields that lead to what belongs to the record; it is left for them with all that
    /// was changed in it.
    pub(super) fn also(mut self, also: Vec<String>) -> Self {
        self.also = also;
        self
    }

    /// Which of [`Self::also`] it was left for, and the record that it is about.
    pub(super) fn left_for(&self) -> Option<(Record, usize)> {
        self.record.zip(self.also_pressed)
    }

    /// A form for another post of somebody, which begins with the present one.
    pub(super) fn change_post(
        person: PersonId,
        value: impl Fn(&str) -> Value,
        linked: impl Fn(&str) -> String,
        cx: &Cx<'_>,
    ) -> Self {
        let title = tr!(cx.tr, "post-change");
        let names = ["post", "organisation", "post_level"];
        let form = Self::new(title, Entity::Person, Some(person.record()), &names, Vec::new(), value, linked, cx);
        Self { since: Some(Since::new(DateDraft::new(Some(cx.today), cx.dates()))), ..form }.on_page()
    }

    /// Tells its suggestions what an edit touched.
    pub(super) fn note(&mut self, changes: Changes) {
        self.fields.iter_mut().for_each(|field| field.note(changes));
        self.likely.note(changes);
        self.licence.note(changes);
        self.number_owner.note(changes);
    }

    /// Hears whether the writer has taken it.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        if self.sent != Some(reply.ticket) {
            return;
        }
        self.sent = None;
        match &reply.result {
            Ok(applied) => {
                self.kept.forget();
                self.taken = Some(reply.ticket);
                self.made = applied.record.filter(|_| self.record.is_none());
            }
            // The program says what went wrong; the form stays open with what was typed.
            Err(error) => self.refused(error, reply.ticket),
        }
    }

    /// The record that came of it, where it was something new and the writer has taken it.
    pub(super) const fn made(&self) -> Option<Record> {
        self.made
    }

    /// Has the writer taken it?
    pub(super) const fn is_done(&self) -> bool {
        self.taken.is_some()
    }

    /// The same form with what was typed elsewhere: into fields that hold nothing; for the others it is offered.
    pub(super) fn with_typed(mut self, typed: Vec<Typed>, cx: &Cx<'_>) -> Self {
        self.put_in(typed, cx);
        self
    }

    fn put_in(&mut self, typed: Vec<Typed>, cx: &Cx<'_>) {
        for typed in typed {
            if let Some(field) = self.fields.iter_mut().find(|field| field.field.name == typed.field) {
                field.take_typed(self.entity, typed, cx);
            }
        }
    }

    /// Was it this that the writer refused? The form is still there with all that was typed.
    pub(super) fn was_refused(&self, ticket: Ticket) -> bool {
        self.refused_ticket == Some(ticket)
    }

    /// The writer said no: which field it was about is where it will be said.
    fn refused(&mut self, error: &Error, ticket: Ticket) {
        self.refused_ticket = Some(ticket);
        self.leads_to_wrong = true;
        if error.kind().label_key() == Some(SINCE)
            && let Some(since) = &mut self.since
        {
            since.refuse(error.clone());
            return;
        }
        let about = match error.kind().label_key() {
            Some(label) => {
                let own = self.fields.iter().find(|field| field_key(self.entity, field.field) == label);
                // Of a new name it is the field in which it stands.
                let of_new = || self.fields.iter().find(|field| field.names_new(label));
                own.or_else(of_new).map(|field| field.field)
            }
            None if matches!(error.kind(), ErrorKind::NumberTaken(_)) => self.entity.field(NUMBER),
            None => None,
        };
        self.refusal = about.map(|field| Refused {
            name: field.name,
            value: self.value_of(field.name).unwrap_or_default(),
            error: error.clone(),
        });
    }

    fn value_of(&self, name: &str) -> Option<Value> {
        self.fields.iter().find(|field| field.field.name == name).map(FieldDraft::value)
    }

    /// Shows it.
    pub(super) fn show(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) -> FormOutput {
        if let Some(ticket) = self.taken.take() {
            if let Some((record, name)) = self.record.zip(self.former_name.take()) {
                cx.ask(Ask::OfferFormerName(record, name));
            }
            return FormOutput::Sent(ticket);
        }
        if self.is_fresh {
            self.take_left(ctx, cx);
        }
        let tr = cx.tr;
        let (mut is_confirmed, mut is_cancelled, mut is_removed, mut is_page) = (false, false, false, false);
        let can_write = !cx.store.is_read_only();
        let (is_new, is_post) = (self.record.is_none(), self.since.is_some());
        let has_page = has_page(self.entity) && !self.is_on_page;
        // Who leaves a list of those present is not deleted.
        let remove = if self.entity == Entity::Attendance { "attendance-remove" } else { "register-remove" };
        let title = self.title.clone();
        let close = tr!(tr, "shell-close");
        let sheet = Sheet::new(self.entity.code(), &title, &close).show(
            ctx,
            |ui| {
                self.returned_ui(ui, cx);
                self.fields_ui(ui, cx);
                self.also_ui(ui);
            },
            |ui| {
                let confirm = if is_new { tr!(tr, "register-add") } else { tr!(tr, "register-save") };
                let button = Button::primary(&confirm).enabled(can_write);
                is_confirmed = ui.add(button.keys("Ctrl Enter")).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
                if !is_new && !is_post {
                    ui.at_end("remove", |ui| {
                        is_removed = ui.add(Button::danger(&tr!(tr, remove)).enabled(can_write)).clicked();
                        is_page = has_page && ui.add(Button::quiet(&tr!(tr, "record-page"))).clicked();
                    });
                }
            },
        );
        self.keep(ctx);
        if is_removed && let Some(record) = self.record {
            self.kept.forget();
            return FormOutput::Removed(cx.store.send(Edit::Remove(record)));
        }
        if is_cancelled {
            self.leave(ctx, false, cx);
            return FormOutput::Cancelled;
        }
        if let Some(chosen) = self.chosen.take() {
            self.kept.forget();
            return self.use_instead(chosen, cx);
        }
        if let Some(record) = self.record.filter(|_| is_page) {
            cx.go(Route::Record(record));
        }
        if (is_confirmed || sheet.is_confirmed) && can_write {
            self.is_submitted = true;
        } else if sheet.is_closed || is_page || self.also_pressed.is_some() {
            // Leaving by Escape keeps what was changed in a record; undo takes it back. What is not a record yet waits.
            self.leave(ctx, true, cx);
            if is_new || !can_write || !self.is_changed() {
                return FormOutput::Cancelled;
            }
            self.drop_unknown_names();
            self.is_submitted = true;
        }
        let output = self.submit(cx);
        if self.leads_to_wrong {
            ctx.request_repaint();
        }
        output
    }

    fn also_ui(&mut self, ui: &mut Ui) {
        for (index, words) in self.also.iter().enumerate() {
            if ui.add(Button::new(words)).clicked() {
                self.also_pressed = Some(index);
            }
        }
    }

    /// What is kept already takes the place of the new record: it is shown, or joins what the new one was to belong to.
    /// What was typed beside the name goes with it.
    fn use_instead(&self, chosen: Record, cx: &mut Cx<'_>) -> FormOutput {
        let is_own = |field: &&FieldDraft| field.field.name != NAME;
        let typed: Vec<Typed> = self.fields.iter().filter(is_own).filter_map(FieldDraft::typed).collect();
        if !self.fixed.is_empty() {
            cx.store.send(Edit::Set { record: chosen, values: self.fixed.clone(), session: None, based_on: None });
        }
        if !typed.is_empty() {
            cx.ask(Ask::OpenTyped(chosen, typed));
        } else if self.fixed.is_empty() {
            cx.go(shown::route_of(chosen));
        }
        FormOutput::Cancelled
    }

    /// Sends what is typed, as far as it can stand; the person leaves. Says whether the form has done its work and can go:
    /// what is on its way may still be refused, and then it is here with all that was typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) -> bool {
        if self.sent.is_some() {
            return false;
        }
        if self.taken.is_none() && self.is_changed() && !cx.store.is_read_only() {
            self.keep_now();
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
        self.fields.iter().any(FieldDraft::is_changed)
    }

    /// Sends the record once all its links are known.
    fn submit(&mut self, cx: &Cx<'_>) -> FormOutput {
        if !self.is_submitted || self.sent.is_some() {
            return FormOutput::Open;
        }
        // Whether a number is somebody else's is known in a moment.
        if self.asked_number().is_some() && self.number_owner.is_loading() {
            return FormOutput::Open;
        }
        if self.is_wrong() {
            self.refuse();
            self.is_submitted = false;
            return FormOutput::Open;
        }
        let new: Vec<NewName> = self.fields.iter().filter_map(FieldDraft::new_name).collect();
        self.is_submitted = false;
        let changed = self.fields.iter().filter(|field| !field.is_unknown() && field.value() != field.before);
        let values: Vec<FieldValue> = changed.map(|field| (field.field.name, field.value())).collect();
        let edit = match self.record {
            Some(_) if values.is_empty() && new.is_empty() => return FormOutput::Cancelled,
            Some(record) => match self.since.as_ref().and_then(Since::sound_day) {
                Some(since) => Edit::ChangePost { person: PersonId(record.id), values, since },
                None => Edit::Set { record, values, session: None, based_on: None },
            },
            None => {
                let values = self.fixed.iter().cloned().chain(values).collect();
                Edit::Add { entity: self.entity, values }
            }
        };
        let edit = if new.is_empty() { edit } else { Edit::Naming { new, edit: Box::new(edit) } };
        self.former_name = self.renamed_body();
        self.sent = Some(cx.store.send(edit));
        FormOutput::Open
    }

    /// The name before, of a body that is given another one.
    fn renamed_body(&self) -> Option<String> {
        let field = self.fields.iter().find(|field| field.field.name == NAME)?;
        let Value::Text(before) = &field.before else { return None };
        let is_other = self.entity == Entity::Organisation && self.record.is_some() && field.value() != field.before;
        is_other.then(|| before.clone())
    }

    /// The number that is typed, if it is another than it was.
    fn asked_number(&self) -> Option<NumberOwner> {
        let field = self.fields.iter().find(|field| field.field.name == NUMBER)?;
        let Value::Text(number) = field.value() else { return None };
        let except = self.record.map(|record| record.id);
        (Value::from(number.as_str()) != field.before).then_some(NumberOwner { entity: self.entity, number, except })
    }

    fn is_number_taken(&self) -> bool {
        self.asked_number().is_some() && self.number_owner.last().is_some_and(Option::is_some)
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let is_fresh = std::mem::take(&mut self.is_fresh);
        let is_leading = std::mem::take(&mut self.leads_to_wrong);
        let wrong = if is_leading { self.first_wrong() } else { None };
        let tr = cx.tr;
        ui.add_space(4.0);
        for place in 0..self.fields.len() {
            let Some(declared) = self.fields.get(place).map(|field| field.field) else { continue };
            let label = tr!(tr, &field_key(self.entity, declared));
            let error = self.error_of(place, cx);
            let Some(field) = self.fields.get_mut(place) else { continue };
            let top = ui.cursor().top();
            let response = field.show_of(ui, self.entity, &label, error.as_deref(), cx);
            if wrong == Some(place) {
                wrong::lead_to(ui, top, response.as_ref());
            }
            let is_first = wrong.is_none() && self.at.map_or(place == 0, |name| name == declared.name);
            if is_first
                && is_fresh
                && let Some(response) = response
            {
                response.request_focus();
                if place > 0 {
                    response.scroll_to_me(Some(Align::Center));
                }
            }
            if declared.name == NAME && self.record.is_none() && self.is_directory() {
                let text = |name: &str| match self.value_of(name) {
                    Some(Value::Text(text)) => text,
                    Some(Value::Empty | Value::Number(_)) | None => String::new(),
                };
                let (name, phone, email) = (text(NAME), text("phone"), text("email"));
                let (licence, except) = (String::new(), None);
                let asked = LikelyTwins { entity: self.entity, name, also: Vec::new(), phone, email, licence, except };
                if let Some((record, _)) = self.likely.show(ui, cx, asked) {
                    self.chosen = Some(record);
                }
            }
        }
        if let Some(since) = &mut self.since {
            let top = ui.cursor().top();
            let response = since.show(ui, self.was_refused, cx);
            if is_leading && wrong.is_none() && since.sound_day().is_none() {
                wrong::lead_to(ui, top, Some(&response));
            }
        }
        ui.add_space(8.0);
    }

    /// Is it a form of a person or a body, of which there is to be one record each?
    const fn is_directory(&self) -> bool {
        matches!(self.entity, Entity::Person | Entity::Organisation)
    }
}

const NAME: &str = "name";
const NUMBER: &str = "number";
const LICENCE: &str = "licence";

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
