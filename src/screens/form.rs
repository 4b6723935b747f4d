//! A form that follows from the fields an entity declares: for something new, and for changing what is there.
//!
//! A name that no register knows yet is added first; the record follows when the writer has answered.

use crate::calendar::{Date, Time};
use crate::domain::{
    Entity, Field, FieldKind, FieldValue, Honorific, OrganisationKind, OutcomeKind, Priority, Record, Value,
};
use crate::domain::{MeetingKind, MeetingMode, initials, lifecycle};
use crate::screens::Cx;
use crate::store::query::{OrganisationList, PeopleList};
use crate::store::{Changes, Edit, Live, Reply, Ticket};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{
    Button, ComboField, DateDraft, Field as TextFieldOf, NumberDraft, NumberField, PhoneDraft, Sheet,
};
use crate::widgets::{Suggestion, TextArea, TimeDraft, UiExt, pick_list};
use egui::Ui;

/// What stands in one field of the form.
enum Draft {
    Line(String),
    Prose(String),
    Date(DateDraft),
    Time(TimeDraft),
    Number(NumberDraft),
    Percent(NumberDraft),
    Phone(PhoneDraft),
    Choice { options: Vec<(&'static str, String)>, at: Option<usize> },
    Link { to: Entity, text: String, id: Option<i64>, before: String },
}

/// A declared field, what it held and what it holds now.
struct FieldDraft {
    field: &'static Field,
    before: Value,
    draft: Draft,
}

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
    people: Live<PeopleList>,
    organisations: Live<OrganisationList>,
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
            .map(|field| {
                let before = value(field.name);
                let draft = draft(field, entity, kind, &before, linked(field.name), cx);
                FieldDraft { field, before, draft }
            })
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
            people: Live::default(),
            organisations: Live::default(),
        }
    }

    /// Tells its suggestions what an edit touched.
    pub(super) fn note(&mut self, changes: Changes) {
        self.people.note(changes);
        self.organisations.note(changes);
    }

    /// Takes up the names that were added for it.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        let Some(place) = self.waiting.iter().position(|(_, ticket)| *ticket == reply.ticket) else { return };
        let (name, _) = self.waiting.swap_remove(place);
        match &reply.result {
            Ok(applied) => {
                let added = applied.record.map(|record| record.id);
                for field in &mut self.fields {
                    if field.field.name == name
                        && let Draft::Link { id, .. } = &mut field.draft
                    {
                        *id = added;
                    }
                }
            }
            // The program says what went wrong; the form stays open with what was typed.
            Err(_) => self.is_submitted = false,
        }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) -> FormOutput {
        let tr = cx.tr;
        let (mut is_confirmed, mut is_cancelled, mut is_removed) = (false, false, false);
        let can_write = !cx.store.is_read_only();
        let is_new = self.record.is_none();
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
        if (is_confirmed || sheet.is_confirmed) && can_write {
            self.is_submitted = true;
        } else if sheet.is_closed {
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
        for field in self.fields.iter_mut().filter(|field| field.is_unknown()) {
            if let (Draft::Link { text, id, before, .. }, stored) = (&mut field.draft, &field.before) {
                text.clone_from(before);
                *id = if let Value::Number(id) = stored { Some(*id) } else { None };
            }
        }
    }

    fn is_changed(&self) -> bool {
        self.fields.iter().any(|field| field.value() != field.before || field.is_unknown())
    }

    /// Is the field that names the record empty?
    fn is_nameless(&self) -> bool {
        self.fields.iter().find(|field| is_required(field.field)).is_some_and(|field| field.value() == Value::Empty)
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
            if let (true, Draft::Link { to, text, .. }) = (field.is_unknown(), &field.draft) {
                let values = vec![("name", Value::from(text.trim()))];
                let ticket = cx.store.send(Edit::Add { entity: *to, values });
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
            let is_missing = self.was_refused && is_required(field.field) && field.value() == Value::Empty;
            let missing = is_missing.then(|| tr!(tr, "register-needed"));
            let response = match &mut field.draft {
                Draft::Line(text) => Some(TextFieldOf::new(text, &label).error(missing.as_deref()).show(ui).response),
                Draft::Prose(text) => Some(TextArea::new(text, &label).lines(4).show(ui).response),
                Draft::Date(date) => Some(date.show(ui, &label, f32::INFINITY, cx.dates()).response),
                Draft::Time(time) => Some(time.show(ui, &label, 160.0, tr).response),
                Draft::Number(number) => Some(NumberField::new(number, &label).width(160.0).show(ui, tr).response),
                Draft::Percent(number) => Some(NumberField::percent(number, &label).width(160.0).show(ui, tr).response),
                Draft::Phone(phone) => Some(phone.show(ui, &label, 260.0, tr).response),
                Draft::Choice { options, at } => {
                    let words: Vec<String> = options.iter().map(|(_, words)| words.clone()).collect();
                    let width = ui.available_width().min(260.0);
                    if let Some(chosen) = pick_list(ui, &label, *at, &words, width) {
                        *at = Some(chosen);
                    }
                    None
                }
                Draft::Link { to, text, id, .. } => {
                    let suggestions = suggestions(*to, text, &mut self.people, &mut self.organisations, cx);
                    let words: Vec<Suggestion> = suggestions.iter().map(|(_, words)| words.clone()).collect();
                    let key = if *to == Entity::Person { "register-new-person" } else { "register-new-organisation" };
                    let create = |typed: &str| tr!(tr, key, name = typed);
                    let output = ComboField::new(text, &label, &words).create(&create).show(ui);
                    if let Some((found, _)) = output.picked.and_then(|place| suggestions.get(place)) {
                        *id = Some(*found);
                    } else if output.changed {
                        // A name typed in full is the one of the register, not a second one.
                        let typed = text.trim();
                        *id = suggestions.iter().find(|(_, known)| known.text == typed).map(|(found, _)| *found);
                    }
                    Some(output.response)
                }
            };
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

impl FieldDraft {
    /// What is to be stored.
    fn value(&self) -> Value {
        match &self.draft {
            Draft::Line(text) => Value::from(text.trim()),
            Draft::Prose(text) => Value::from(text.trim_end()),
            Draft::Date(date) => Value::from(date.date()),
            Draft::Time(time) => Value::from(time.time()),
            Draft::Number(number) | Draft::Percent(number) => Value::from(number.number()),
            Draft::Phone(phone) => Value::from(phone.value()),
            Draft::Choice { options, at } => {
                at.and_then(|at| options.get(at)).map_or(Value::Empty, |(code, _)| Value::from(*code))
            }
            Draft::Link { text, .. } if text.trim().is_empty() => Value::Empty,
            Draft::Link { id, .. } => Value::from(*id),
        }
    }

    /// Does a name stand there that no register knows?
    fn is_unknown(&self) -> bool {
        matches!(&self.draft, Draft::Link { text, id: None, .. } if !text.trim().is_empty())
    }

    /// Does something stand there that can't be stored?
    fn is_wrong(&self) -> bool {
        match &self.draft {
            Draft::Date(date) => date.is_wrong(),
            Draft::Time(time) => time.is_wrong(),
            Draft::Number(number) => number.is_outside(0, i64::MAX),
            Draft::Percent(number) => number.is_outside(0, 100),
            // What an older record holds may stay, whatever it is.
            Draft::Phone(phone) => phone.is_wrong() && self.value() != self.before,
            Draft::Line(_) | Draft::Prose(_) | Draft::Choice { .. } | Draft::Link { .. } => false,
        }
    }
}

/// The field that names a record of its entity.
fn is_required(field: &Field) -> bool {
    matches!(field.name, "name" | "text" | "title")
}

/// The key of a field's label.
fn field_key(entity: Entity, field: &Field) -> String {
    format!("field-{}-{}", entity.code(), field.name)
}

fn draft(
    field: &'static Field,
    entity: Entity,
    kind: Option<OutcomeKind>,
    value: &Value,
    linked: String,
    cx: &Cx<'_>,
) -> Draft {
    let text = match value {
        Value::Text(text) => text.as_str(),
        Value::Empty | Value::Number(_) => "",
    };
    let number = match value {
        Value::Number(number) => Some(*number),
        Value::Empty | Value::Text(_) => None,
    };
    match field.kind {
        FieldKind::Line | FieldKind::Code | FieldKind::Position => Draft::Line(text.to_owned()),
        FieldKind::Prose => Draft::Prose(text.to_owned()),
        FieldKind::Date => Draft::Date(DateDraft::new(Date::from_iso(text).ok(), cx.dates())),
        FieldKind::Time => Draft::Time(TimeDraft::new(Time::from_stored(text), cx.tr)),
        FieldKind::Number => Draft::Number(NumberDraft::new(number)),
        FieldKind::Percent => Draft::Percent(NumberDraft::new(number)),
        FieldKind::Phone => Draft::Phone(PhoneDraft::new(text)),
        FieldKind::Choice => {
            let options = choices(entity, field.name, kind, cx.tr);
            let at = options.iter().position(|(code, _)| *code == text);
            Draft::Choice { options, at }
        }
        FieldKind::Link(to) => Draft::Link { to, before: linked.clone(), text: linked, id: number },
    }
}

/// The entries of a closed list, by field; those that need not be given begin with «غير محدد».
fn choices(entity: Entity, name: &str, kind: Option<OutcomeKind>, tr: &Tr) -> Vec<(&'static str, String)> {
    macro_rules! all {
        ($codes:expr) => {
            $codes.iter().map(|entry| (entry.code(), tr!(tr, &entry.label_key().to_string()))).collect()
        };
    }
    let mut entries: Vec<(&'static str, String)> = match (entity, name) {
        (Entity::Person, "honorific") => all!(Honorific::ALL),
        (Entity::Organisation, "kind") => all!(OrganisationKind::ALL),
        (Entity::Meeting, "kind") => all!(MeetingKind::ALL),
        (Entity::Meeting, "mode") => all!(MeetingMode::ALL),
        (Entity::Outcome, "priority") => all!(Priority::ALL),
        (Entity::Outcome, "status") => all!(lifecycle::statuses(kind.unwrap_or(OutcomeKind::FollowUp))),
        (Entity::Outcome, "kind") => all!([OutcomeKind::Proposal, OutcomeKind::Initiative]),
        _ => Vec::new(),
    };
    if matches!(name, "honorific" | "priority" | "mode") {
        entries.insert(0, ("", tr!(tr, "not-given")));
    }
    entries
}

/// What a link's field suggests, with the ids.
fn suggestions(
    to: Entity,
    typed: &str,
    people: &mut Live<PeopleList>,
    organisations: &mut Live<OrganisationList>,
    cx: &Cx<'_>,
) -> Vec<(i64, Suggestion)> {
    let containing = typed.trim().to_owned();
    if to == Entity::Person {
        let found = people.get(cx.store, PeopleList { containing });
        let each = found.into_iter().flatten().map(|row| {
            let detail = if row.post.is_empty() { &row.organisation_name } else { &row.post };
            let letters = initials(&row.name);
            (row.id.0, Suggestion { text: row.name.clone(), detail: detail.clone(), letters })
        });
        each.collect()
    } else {
        let found = organisations.get(cx.store, OrganisationList { containing });
        let each = found.into_iter().flatten().map(|row| {
            let detail = tr!(cx.tr, row.kind.label_key());
            (row.id.0, Suggestion { text: row.name.clone(), detail, letters: String::new() })
        });
        each.collect()
    }
}
