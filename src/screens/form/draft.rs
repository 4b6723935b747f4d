//! What stands in one field of a form while it is filled in: made from the field's declaration, shown by its kind.

use super::likely::Likely;
use super::listed::ListedLine;
use super::rule::RuleDraft;
use crate::arabic::isolate::{isolate_code, without_isolates};
use crate::calendar::{Date, Time};
use crate::domain::{Entity, EntryList, Field, FieldKind, OutcomeKind, OutcomeStatus, Value, initials, lifecycle};
use crate::screens::{Cx, Typed, shown};
use crate::store::query::{Cell, LikelyTwins, Names};
use crate::store::{Changes, Live, NewName};
use crate::strings::Tr;
use crate::text::Direction;
use crate::tr;
use crate::widgets::{
    Button, ComboField, DateDraft, EmailDraft, Field as TextFieldOf, NumberDraft, NumberField, PhoneDraft, Suggestion,
    TextArea, TimeDraft, pick_list,
};
use egui::{Response, Ui};

/// How wide a field is whose contents are short.
const SHORT: f32 = 160.0;
const MIDDLE: f32 = 260.0;

/// What stands in one field of the form.
enum Draft {
    Line(String),
    Listed(EntryList, ListedLine),
    Prose(String),
    Date(DateDraft),
    Time(TimeDraft),
    Number(NumberDraft),
    Percent(NumberDraft),
    Phone(PhoneDraft),
    Email(EmailDraft),
    /// Each option with what it stores.
    Choice {
        options: Vec<(Value, String)>,
        at: Option<usize>,
    },
    Link(Box<LinkDraft>),
    Rule(RuleDraft),
}

/// The name of another record, or one that no register knows yet.
struct LinkDraft {
    to: Entity,
    list: Option<EntryList>,
    text: String,
    id: Option<i64>,
    before: String,
    names: Live<Names>,
    likely: Likely,
}

/// A declared field, what it held and what it holds now.
pub(super) struct FieldDraft {
    pub(super) field: &'static Field,
    pub(super) before: Value,
    draft: Draft,
    /// What was typed elsewhere, where the field holds something else.
    offered: Option<(Typed, String)>,
}

impl FieldDraft {
    /// A field that holds `before`; `linked` is how what it links to is called.
    pub(super) fn new(
        entity: Entity,
        field: &'static Field,
        kind: Option<OutcomeKind>,
        before: Value,
        linked: String,
        list: Option<EntryList>,
        cx: &Cx<'_>,
    ) -> Self {
        let parents = list.and_then(EntryList::parents);
        let draft = match (field.name, parents) {
            ("parent", Some(_)) if entity == Entity::Entry => entry_draft(&before, linked, parents),
            _ => draft(entity, field, kind, &before, linked, cx),
        };
        Self { field, before, draft, offered: None }
    }

    /// Tells its suggestions what an edit touched.
    pub(super) fn note(&mut self, changes: Changes) {
        match &mut self.draft {
            Draft::Link(link) => {
                link.names.note(changes);
                link.likely.note(changes);
            }
            Draft::Listed(_, line) => line.note(changes),
            Draft::Line(_)
            | Draft::Prose(_)
            | Draft::Date(_)
            | Draft::Time(_)
            | Draft::Number(_)
            | Draft::Percent(_)
            | Draft::Phone(_)
            | Draft::Email(_)
            | Draft::Choice { .. }
            | Draft::Rule(_) => {}
        }
    }

    /// What is to be stored.
    pub(super) fn value(&self) -> Value {
        match &self.draft {
            Draft::Line(text) => Value::from(text.trim()),
            Draft::Listed(_, line) => Value::from(line.text.trim()),
            Draft::Prose(text) => Value::from(text.trim_end()),
            Draft::Date(date) => Value::from(date.date()),
            Draft::Time(time) => Value::from(time.time()),
            Draft::Number(number) | Draft::Percent(number) => Value::from(number.number()),
            Draft::Phone(phone) => Value::from(phone.value()),
            Draft::Email(address) => Value::from(address.value()),
            Draft::Choice { options, at } => {
                at.and_then(|at| options.get(at)).map_or(Value::Empty, |(value, _)| value.clone())
            }
            Draft::Rule(rule) => rule.value(),
            Draft::Link(link) if link.text.trim().is_empty() => Value::Empty,
            Draft::Link(link) => Value::from(link.id),
        }
    }

    /// What it holds, in the words that stand there: of links, and of what is not, or not yet, what the field is for.
    pub(super) fn words(&self) -> String {
        let words = if let Draft::Link(link) = &self.draft { Some(link.text.as_str()) } else { self.unread() };
        words.map(str::trim).unwrap_or_default().to_owned()
    }

    /// What was typed and makes no value: a day that no calendar has, a time, a number.
    fn unread(&self) -> Option<&str> {
        match &self.draft {
            Draft::Date(date) if date.is_wrong() => Some(date.text()),
            Draft::Time(time) if time.is_wrong() => Some(time.text()),
            Draft::Number(number) | Draft::Percent(number) if number.is_wrong() => Some(number.text()),
            Draft::Line(_)
            | Draft::Listed(..)
            | Draft::Prose(_)
            | Draft::Date(_)
            | Draft::Time(_)
            | Draft::Number(_)
            | Draft::Percent(_)
            | Draft::Phone(_)
            | Draft::Email(_)
            | Draft::Choice { .. }
            | Draft::Link(_)
            | Draft::Rule(_) => None,
        }
    }

    /// Of something that began then: a time without its half of the day is not before it.
    pub(super) const fn set_since(&mut self, since: Option<Time>) {
        if let Draft::Time(draft) = &mut self.draft {
            draft.set_since(since);
        }
    }

    /// The field with that typed into it, which makes no value of its kind.
    fn with_unread(field: &Field, text: &str, cx: &Cx<'_>) -> Option<Draft> {
        #[expect(clippy::wildcard_enum_match_arm, reason = "all others hold whatever is typed")]
        match field.kind {
            FieldKind::Date => Some(Draft::Date(for_work(field, DateDraft::typed(text, cx.dates())))),
            FieldKind::Time => Some(Draft::Time(TimeDraft::typed(text))),
            FieldKind::Number => Some(Draft::Number(NumberDraft::typed(text))),
            FieldKind::Percent => Some(Draft::Percent(NumberDraft::typed(text))),
            _ => None,
        }
    }

    /// Has somebody typed here what is not stored?
    pub(super) fn is_changed(&self) -> bool {
        self.is_unknown() || self.unread().is_some() || self.value() != self.before
    }

    /// What somebody has typed here, if anything.
    pub(super) fn typed(&self) -> Option<Typed> {
        self.is_changed().then(|| Typed { field: self.field.name, value: self.value(), name: self.words() })
    }

    /// Takes up what was typed elsewhere, where nothing stands here; offers it where something else does.
    pub(super) fn take_typed(&mut self, entity: Entity, typed: Typed, cx: &Cx<'_>) {
        if self.before == Value::Empty {
            self.put_typed(entity, typed, cx);
        } else if typed.value != self.before {
            let cell = Cell { value: typed.value.clone(), name: typed.name.clone(), ..Cell::default() };
            let is_value = typed.value != Value::Empty;
            let words = if is_value { shown::words(self.field, &cell, cx) } else { None };
            let words = words.unwrap_or_else(|| typed.name.clone());
            self.offered = Some((typed, words)).filter(|(_, words)| !words.is_empty());
        }
    }

    /// Takes up what was typed, whatever stands here.
    pub(super) fn put_typed(&mut self, entity: Entity, typed: Typed, cx: &Cx<'_>) {
        let is_unread = typed.value == Value::Empty && !typed.name.is_empty();
        let unread = if is_unread { Self::with_unread(self.field, &typed.name, cx) } else { None };
        if let Some(draft) = unread {
            self.draft = draft;
        } else if let Draft::Link(link) = &mut self.draft {
            link.id = if let Value::Number(id) = typed.value { Some(id) } else { None };
            link.text = typed.name;
        } else if let Draft::Choice { options, at } = &mut self.draft {
            // What may be chosen depends on what is stored, not on what was typed.
            *at = options.iter().position(|(stored, _)| *stored == typed.value);
        } else {
            self.draft = draft(entity, self.field, None, &typed.value, typed.name, cx);
        }
    }

    /// As it was opened.
    pub(super) fn put_back(&mut self, entity: Entity, cx: &Cx<'_>) {
        let name = if let Draft::Link(link) = &self.draft { link.before.clone() } else { String::new() };
        self.put_typed(entity, Typed { field: self.field.name, value: self.before.clone(), name }, cx);
        self.offered = None;
    }

    /// What was typed elsewhere, with a button that puts it here.
    fn offer_ui(&mut self, ui: &mut Ui, entity: Entity, cx: &Cx<'_>) {
        let Some((_, words)) = &self.offered else { return };
        let words = tr!(cx.tr, "form-use-typed", words = words);
        if ui.add(Button::quiet(&words).small()).clicked()
            && let Some((typed, _)) = self.offered.take()
        {
            self.put_typed(entity, typed, cx);
        }
    }

    /// Does a name stand there that no register knows?
    pub(super) fn is_unknown(&self) -> bool {
        matches!(&self.draft, Draft::Link(link) if link.id.is_none() && !link.text.trim().is_empty())
    }

    /// The register the unknown name would grow, with what the new record starts with.
    pub(super) fn unknown(&self) -> Option<(Entity, Vec<crate::domain::FieldValue>)> {
        let Draft::Link(link) = &self.draft else { return None };
        if !self.is_unknown() {
            return None;
        }
        let name = if link.to == Entity::Series { "title" } else { "name" };
        let mut values = vec![(name, Value::from(link.text.trim()))];
        values.extend(link.list.map(|list| ("list", list.into())));
        Some((link.to, values))
    }

    /// The record that the unknown name is to make for this field.
    pub(super) fn new_name(&self) -> Option<NewName> {
        let (entity, values) = self.unknown()?;
        Some(NewName { field: self.field.name, entity, values })
    }

    /// Is that the label of the name of what is new here?
    pub(super) fn names_new(&self, label: &str) -> bool {
        let Some((entity, values)) = self.unknown() else { return false };
        values.first().is_some_and(|(name, _)| label == format!("field-{}-{name}", entity.code()))
    }

    /// The link it had before, instead of a name nobody confirmed.
    pub(super) fn drop_unknown(&mut self) {
        if self.is_unknown()
            && let Draft::Link(link) = &mut self.draft
        {
            link.text.clone_from(&link.before);
            link.id = if let Value::Number(id) = self.before { Some(id) } else { None };
        }
    }

    /// Somebody wanted to be done: what is wrong is said now.
    pub(super) const fn refuse(&mut self) {
        if let Draft::Phone(phone) = &mut self.draft {
            phone.refuse();
        } else if let Draft::Email(address) = &mut self.draft {
            address.refuse();
        }
    }

    /// Does something stand there that can't be stored?
    pub(super) fn is_wrong(&self) -> bool {
        match &self.draft {
            Draft::Date(date) => date.is_wrong(),
            Draft::Time(time) => time.is_wrong(),
            Draft::Number(number) => number.is_outside(0, i64::MAX),
            Draft::Percent(number) => number.is_outside(0, 100),
            // What an older record holds may stay, whatever it is.
            Draft::Phone(phone) => phone.is_wrong() && self.value() != self.before,
            Draft::Email(address) => address.is_wrong() && self.value() != self.before,
            Draft::Link(link) => self.is_unknown() && !may_be_added(link.to),
            Draft::Line(text) | Draft::Prose(text) => is_longer(text, self.field.kind.most_letters()),
            Draft::Listed(_, line) => is_longer(&line.text, self.field.kind.most_letters()),
            Draft::Rule(rule) => rule.is_wrong(),
            Draft::Choice { .. } => false,
        }
    }

    /// The free text that stands there.
    fn written(&self) -> Option<&str> {
        if let Draft::Listed(_, line) = &self.draft {
            return Some(&line.text);
        }
        if let Draft::Line(text) | Draft::Prose(text) = &self.draft { Some(text) } else { None }
    }

    /// How much of what stands there is too much.
    fn too_long(&self, tr: &Tr) -> String {
        let letters = self.written().map_or(0, |text| text.chars().count());
        tr!(tr, "form-too-long", used = letters, most = self.field.kind.most_letters())
    }

    /// Shows it as [`Self::show`] does, and below it what was typed elsewhere.
    pub(super) fn show_of(
        &mut self,
        ui: &mut Ui,
        entity: Entity,
        label: &str,
        error: Option<&str>,
        cx: &Cx<'_>,
    ) -> Option<Response> {
        let response = self.show(ui, label, error, cx);
        self.offer_ui(ui, entity, cx);
        response
    }

    /// Shows it under its label; `error` says what is missing. Answers what may have the focus.
    pub(super) fn show(&mut self, ui: &mut Ui, label: &str, error: Option<&str>, cx: &Cx<'_>) -> Option<Response> {
        let tr = cx.tr;
        let too_long = self.written().is_some() && self.is_wrong();
        let too_long = too_long.then(|| self.too_long(tr));
        let unknown = (matches!(self.draft, Draft::Link(_)) && self.is_wrong()).then(|| tr!(tr, "form-not-known"));
        let error = error.or(too_long.as_deref()).or(unknown.as_deref());
        match &mut self.draft {
            Draft::Line(text) if self.field.kind == FieldKind::Code => Some(code_ui(ui, text, label, error)),
            Draft::Line(text) => Some(TextFieldOf::new(text, label).error(error).show(ui).response),
            Draft::Listed(list, line) => Some(line.show(ui, label, *list, error, f32::INFINITY, cx)),
            Draft::Prose(text) => Some(TextArea::new(text, label).lines(4).error(error).show(ui).response),
            Draft::Date(date) => Some(date.show_with_error(ui, label, f32::INFINITY, cx.dates(), error).response),
            Draft::Time(time) => Some(time.show_with_error(ui, label, SHORT, tr, error).response),
            Draft::Number(number) => Some(NumberField::new(number, label).width(SHORT).show(ui, tr).response),
            Draft::Percent(number) => Some(NumberField::percent(number, label).width(SHORT).show(ui, tr).response),
            Draft::Phone(phone) => Some(phone.show(ui, label, MIDDLE, tr).response),
            Draft::Email(address) => Some(address.show(ui, label, MIDDLE, tr).response),
            Draft::Choice { options, at } => {
                let words: Vec<String> = options.iter().map(|(_, words)| words.clone()).collect();
                let width = ui.available_width().min(MIDDLE);
                if let Some(chosen) = pick_list(ui, label, *at, &words, width) {
                    *at = Some(chosen);
                }
                None
            }
            Draft::Link(link) => Some(link.show(ui, label, error, cx)),
            Draft::Rule(rule) => rule.show(ui, label, cx),
        }
    }
}

/// A number or a code: until somebody types in it, it reads as it does everywhere else.
fn code_ui(ui: &mut Ui, text: &mut String, label: &str, error: Option<&str>) -> Response {
    // Without letters that read from right to left there is one way to read it.
    if !crate::text::has_rtl(text) {
        return TextFieldOf::new(text, label).error(error).direction(Direction::LeftToRight).show(ui).response;
    }
    let mut isolated = isolate_code(text);
    let has_focus = {
        let field = TextFieldOf::new(&mut isolated, label);
        let editor = field.editor(ui);
        ui.memory(|memory| memory.has_focus(editor))
    };
    if has_focus {
        return TextFieldOf::new(text, label).error(error).show(ui).response;
    }
    let output = TextFieldOf::new(&mut isolated, label).error(error).show(ui);
    if output.changed {
        *text = without_isolates(&isolated);
    }
    output.response
}

/// A day on which people meet or by which something is done says when it is off; one that the calendar gives does not.
fn for_work(field: &Field, date: DateDraft) -> DateDraft {
    if matches!(field.name, "date" | "next_date" | "due") { date.for_work() } else { date }
}

/// Does a text have more letters than that?
fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}

impl LinkDraft {
    fn show(&mut self, ui: &mut Ui, label: &str, error: Option<&str>, cx: &Cx<'_>) -> Response {
        let asked = Names { entity: self.to, list: self.list, containing: self.text.trim().to_owned() };
        self.names.get(cx.store, asked);
        let known = self.names.last().map(Vec::as_slice).unwrap_or_default();
        let words: Vec<Suggestion> = known
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: named.detail.clone(),
                also: named.also.clone(),
                letters: if self.to == Entity::Person { initials(&named.name) } else { String::new() },
            })
            .collect();
        let create = |typed: &str| tr!(cx.tr, new_key(self.to), name = typed);
        let mut combo = ComboField::new(&mut self.text, label, &words).error(error);
        if may_be_added(self.to) {
            combo = combo.create(&create);
        }
        let output = combo.show(ui);
        if let Some(found) = output.picked.and_then(|place| known.get(place)) {
            self.id = Some(found.record.id);
        } else if output.changed || self.id.is_none() {
            // A name typed in full is the one of the register, not a second one, also where the register answers later.
            let typed = self.text.trim();
            self.id = known.iter().find(|named| named.name == typed).map(|named| named.record.id);
        }
        if self.id.is_none() && matches!(self.to, Entity::Person | Entity::Organisation) {
            let asked = LikelyTwins::of_name(self.to, &self.text);
            if let Some((record, name)) = self.likely.show(ui, cx, asked) {
                self.id = Some(record.id);
                self.text = name;
            }
        }
        output.response
    }
}

/// The link to what an entry stands below, among the entries of that list.
fn entry_draft(before: &Value, linked: String, list: Option<EntryList>) -> Draft {
    let id = if let Value::Number(number) = before { Some(*number) } else { None };
    Draft::Link(Box::new(LinkDraft {
        to: Entity::Entry,
        list,
        before: linked.clone(),
        text: linked,
        id,
        names: Live::default(),
        likely: Likely::default(),
    }))
}

/// Does a new name alone make a record of that entity?
const fn may_be_added(entity: Entity) -> bool {
    matches!(entity, Entity::Person | Entity::Organisation | Entity::Entry | Entity::Series)
}

fn new_key(entity: Entity) -> &'static str {
    if entity == Entity::Person {
        "register-new-person"
    } else if entity == Entity::Series {
        "series-new-named"
    } else if entity == Entity::Organisation {
        "register-new-organisation"
    } else {
        "register-new-entry"
    }
}

fn draft(
    entity: Entity,
    field: &'static Field,
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
    let choice = |options: Vec<(Value, String)>| {
        let at = options.iter().position(|(stored, _)| stored == value);
        Draft::Choice { options, at }
    };
    let link = |to, list| {
        Draft::Link(Box::new(LinkDraft {
            to,
            list,
            before: linked.clone(),
            text: linked.clone(),
            id: number,
            names: Live::default(),
            likely: Likely::default(),
        }))
    };
    if (entity, field.name) == (Entity::Series, "repeats") {
        return Draft::Rule(RuleDraft::new(text));
    }
    if let Some(list) = field.suggested_by {
        return Draft::Listed(list, ListedLine::new(text.to_owned()));
    }
    match field.kind {
        FieldKind::Code if field.is_email() => Draft::Email(EmailDraft::new(text)),
        FieldKind::Line | FieldKind::Code | FieldKind::Position => Draft::Line(text.to_owned()),
        FieldKind::Prose => Draft::Prose(text.to_owned()),
        FieldKind::Date => Draft::Date(for_work(field, DateDraft::new(Date::from_iso(text).ok(), cx.dates()))),
        FieldKind::Time => Draft::Time(TimeDraft::new(Time::from_stored(text), cx.tr)),
        FieldKind::Number | FieldKind::Any => Draft::Number(NumberDraft::new(number)),
        FieldKind::Percent => Draft::Percent(NumberDraft::new(number)),
        FieldKind::Phone => Draft::Phone(PhoneDraft::new(text)),
        FieldKind::Flag => {
            let words = [(Value::Empty, "not-given"), (true.into(), "yes"), (false.into(), "no")];
            choice(words.into_iter().map(|(value, key)| (value, tr!(cx.tr, key))).collect())
        }
        FieldKind::Choice(_) => choice(choices(entity, field, kind, text, cx.tr)),
        FieldKind::Entry(list) => link(Entity::Entry, Some(list)),
        FieldKind::Link(to) => link(to, None),
    }
}

/// The entries of a closed list; those that need not be given begin with «غير محدد». A status offers where it may go
/// without a word: what has to say why is moved in the register.
fn choices(
    entity: Entity,
    field: &'static Field,
    kind: Option<OutcomeKind>,
    present: &str,
    tr: &Tr,
) -> Vec<(Value, String)> {
    let FieldKind::Choice(list) = field.kind else { return Vec::new() };
    let option = |code: &str| (Value::from(code), tr!(tr, &list.label_key(code)));
    let cycle = lifecycle::cycle_of(entity, kind.or(Some(OutcomeKind::FollowUp))).filter(|_| field.name == "status");
    if let (Some(cycle), from) = (cycle, OutcomeStatus::from_code(present)) {
        let may = |to: &OutcomeStatus| {
            from.is_none_or(|from| {
                from == *to || lifecycle::may_move(cycle, from, *to) && !lifecycle::needs_reason(from, *to)
            })
        };
        return lifecycle::statuses_of(cycle).filter(may).map(|status| option(status.code())).collect();
    }
    if (entity, field.name) == (Entity::Outcome, "kind") {
        let alike = |other: &&OutcomeKind| kind.is_none_or(|kind| kind.is_alike(**other));
        return OutcomeKind::ALL.iter().filter(alike).map(|kind| option(kind.code())).collect();
    }
    let must = field.is_required || matches!(field.name, "kind" | "status" | "state" | "side" | "confidentiality");
    let nothing = (!must).then(|| (Value::Empty, tr!(tr, "not-given")));
    nothing.into_iter().chain(list.codes.iter().map(|code| option(code))).collect()
}
