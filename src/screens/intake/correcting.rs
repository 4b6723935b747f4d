//! The fields of one find, opened in its place in the list: what the text says is put right before it goes in.

use super::found::{Item, Owner, Presence, Values};
use super::{IntakeScreen, list_id};
use crate::calendar::{Date, Time};
use crate::domain::{Entity, EntryList, Honorific, MeetingKind, MeetingStatus, OutcomeKind, Side};
use crate::intake::Intake;
use crate::screens::Cx;
use crate::store::Live;
use crate::store::query::Names;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{
    Button, ComboField, DateDraft, Field, NumberDraft, NumberField, Suggestion, TextArea, TimeDraft, UiExt, pick_list,
};
use egui::{FocusDirection, Key, Modifiers, Response, Ui};

/// What a text may say of whether it was.
const STATUSES: [MeetingStatus; 2] = [MeetingStatus::Scheduled, MeetingStatus::Held];
/// The parts that a body can have in a meeting.
const SIDES: [Side; 5] = [Side::Host, Side::CoHost, Side::Invited, Side::Observer, Side::Media];

/// What is being put right.
pub(super) struct Correcting {
    /// Names the find, also where it stands elsewhere by now.
    pub(super) key: String,
    item: Item,
    values: Values,
    date: DateDraft,
    time: TimeDraft,
    count: NumberDraft,
    is_fresh: bool,
    /// Its fields are to come into sight in so many frames: they are measured in the first.
    unseen: u8,
}

/// How the fields were left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    Open,
    Done,
    Cancelled,
}

impl Correcting {
    fn new(item: Item, key: String, values: Values, cx: &Cx<'_>) -> Self {
        let date = values.date.as_deref().and_then(|iso| Date::from_iso(iso).ok());
        let time = values.time.as_deref().and_then(Time::from_stored);
        Self {
            key,
            item,
            date: DateDraft::new(date, cx.dates()).for_work(),
            time: TimeDraft::new(time, cx.tr),
            count: NumberDraft::new(values.count),
            values,
            is_fresh: true,
            unseen: 2,
        }
    }

    /// Does something stand there that can't be meant?
    fn is_wrong(&self) -> bool {
        self.date.is_wrong() || self.time.is_wrong()
    }

    fn done(&self) -> Values {
        Values {
            date: self.date.date().map(Date::iso),
            time: self.time.time().map(|time| time.to_string()),
            count: self.count.number(),
            ..self.values.clone()
        }
    }

    /// Shows the fields.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, names: &mut Live<Names>) -> Left {
        let mut left = Left::Open;
        let is_fresh = std::mem::take(&mut self.is_fresh);
        let first = self.fields_ui(ui, cx, intake, names, &mut left);
        if is_fresh {
            match first {
                Some(first) => first.request_focus(),
                // A list of choices comes next.
                None => ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next)),
            }
        }
        ui.row(|ui| {
            if ui.add(Button::primary(&tr!(cx.tr, "intake-correct-done")).small()).clicked() {
                left = Left::Done;
            }
            if ui.add(Button::quiet(&tr!(cx.tr, "shell-cancel")).small()).clicked() {
                left = Left::Cancelled;
            }
        });
        // Lists that are open in it have taken theirs.
        if left == Left::Open && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            left = Left::Cancelled;
        }
        if left == Left::Done && self.is_wrong() { Left::Open } else { left }
    }

    /// The fields of its kind; answers the first, where that can have the focus at once.
    fn fields_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        intake: &Intake,
        names: &mut Live<Names>,
        left: &mut Left,
    ) -> Option<Response> {
        let tr = cx.tr;
        let width = ui.available_width();
        let half = (width - ui.metrics().medium) / 2.0;
        let label = tr!(tr, self.item.label_key());
        let mut submits = |is_submitted: bool| {
            if is_submitted {
                *left = Left::Done;
            }
        };
        match self.item {
            Item::Title | Item::Place | Item::City | Item::Topic(_) => {
                let shown = Field::new(&mut self.values.text, &label).width(width).show(ui);
                submits(shown.submitted);
                Some(shown.response)
            }
            Item::Kind => {
                let codes = MeetingKind::ALL.iter().map(|kind| (kind.code(), kind.label_key().to_owned()));
                code_ui(ui, tr, &label, &mut self.values.code, codes, half);
                None
            }
            Item::Status => {
                let codes = STATUSES.iter().map(|status| (status.code(), status.label_key().to_owned()));
                code_ui(ui, tr, &label, &mut self.values.code, codes, half);
                None
            }
            Item::Date | Item::NextDate => {
                let shown = self.date.show(ui, &label, half, cx.dates());
                submits(shown.submitted);
                if self.item == Item::Date {
                    self.unsure_dates_ui(ui, cx, intake);
                }
                Some(shown.response)
            }
            Item::Time | Item::End => {
                let shown = self.time.show(ui, &label, half, tr);
                submits(shown.submitted);
                Some(shown.response)
            }
            Item::Person(_) => Some(self.person_ui(ui, tr, intake, half, &mut submits)),
            Item::Body(_) => {
                let first = name_ui(ui, cx, names, &label, &mut self.values.text, Entity::Organisation, None);
                let codes = SIDES.iter().map(|side| (side.code(), side.label_key().to_owned()));
                code_ui(ui, tr, &tr!(tr, "intake-side"), &mut self.values.code, codes, half);
                Some(first)
            }
            Item::Goal(_) => {
                let list = Some(EntryList::Goal);
                Some(name_ui(ui, cx, names, &label, &mut self.values.text, Entity::Entry, list))
            }
            Item::Group(_) => {
                let shown = Field::new(&mut self.values.text, &label).width(width).show(ui);
                submits(shown.submitted);
                let count = tr!(tr, "intake-group-count");
                NumberField::new(&mut self.count, &count).range(0, 100_000).width(half).show(ui, tr);
                Some(shown.response)
            }
            Item::Proposal(_) | Item::Decision(_) | Item::FollowUp(_) => {
                let shown = TextArea::new(&mut self.values.text, &label).lines(2).width(width).show(ui);
                let codes = OutcomeKind::ALL.iter().map(|kind| (kind.code(), kind.label_key().to_owned()));
                beside(ui, |ui| {
                    code_ui(ui, tr, &tr!(tr, "intake-kind"), &mut self.values.code, codes, half);
                    owner_ui(ui, tr, &mut self.values.owner, intake, half);
                });
                let due = self.date.show(ui, &tr!(tr, "intake-due-date"), half, cx.dates());
                submits(due.submitted);
                Some(shown.response)
            }
        }
    }

    fn person_ui(
        &mut self,
        ui: &mut Ui,
        tr: &Tr,
        intake: &Intake,
        half: f32,
        submits: &mut dyn FnMut(bool),
    ) -> Response {
        let values = &mut self.values;
        let mut first = None;
        beside(ui, |ui| {
            let name = Field::new(&mut values.text, &tr!(tr, "field-person-name")).width(half).show(ui);
            submits(name.submitted);
            first = Some(name.response);
            let titles = Honorific::ALL.iter().map(|title| (title.code(), title.label_key()));
            code_ui(ui, tr, &tr!(tr, "field-person-honorific"), &mut values.code, titles, half);
        });
        let post = Field::new(&mut values.post, &tr!(tr, "field-person-post")).show(ui);
        submits(post.submitted);
        beside(ui, |ui| {
            let bodies: Vec<&str> = intake.bodies.iter().map(|body| body.name.as_str()).collect();
            let at = values.body.as_deref().and_then(|name| bodies.iter().position(|body| *body == name));
            let label = tr!(tr, "field-person-organisation");
            if let Some(chosen) = one_of(ui, tr, &label, at, bodies.iter().map(|body| (*body).to_owned()), half) {
                values.body = chosen.and_then(|at| bodies.get(at)).map(|body| (*body).to_owned());
            }
            let labels: Vec<String> = Presence::ALL.iter().map(|(_, key)| tr!(tr, key)).collect();
            let at = Presence::ALL.iter().position(|(presence, _)| *presence == values.presence);
            let chosen = pick_list(ui, &tr!(tr, "intake-presence"), at, &labels, half);
            if let Some((presence, _)) = chosen.and_then(|at| Presence::ALL.get(at)) {
                values.presence = *presence;
            }
        });
        first.unwrap_or(post.response)
    }

    /// The days that the text leaves open, to be chosen from.
    fn unsure_dates_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, intake: &Intake) {
        let days: Vec<Date> = intake.meeting.unsure_dates.iter().flat_map(|find| find.value.iter().copied()).collect();
        if days.is_empty() {
            return;
        }
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            for day in days {
                let words = day.medium(cx.tr, cx.settings.calendars);
                if ui.add(Button::new(&words).small().selected(self.date.date() == Some(day))).clicked() {
                    self.date = DateDraft::new(Some(day), cx.dates()).for_work();
                }
            }
        });
    }
}

/// Fields beside each other, their labels at one height.
fn beside(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let layout = ui.direction().row().with_cross_align(egui::Align::Min);
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), 0.0), layout, |ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().medium;
        contents(ui);
    });
}

/// One of some words, or none of them; answers another choice.
fn one_of(
    ui: &mut Ui,
    tr: &Tr,
    label: &str,
    at: Option<usize>,
    words: impl Iterator<Item = String>,
    width: f32,
) -> Option<Option<usize>> {
    let mut options = vec![tr!(tr, "not-given")];
    options.extend(words);
    let chosen = pick_list(ui, label, Some(at.map_or(0, |at| at + 1)), &options, width)?;
    Some(chosen.checked_sub(1))
}

/// One code of a list, or none.
fn code_ui(
    ui: &mut Ui,
    tr: &Tr,
    label: &str,
    code: &mut Option<String>,
    codes: impl Iterator<Item = (&'static str, String)>,
    width: f32,
) {
    let (codes, keys): (Vec<&str>, Vec<String>) = codes.unzip();
    let at = code.as_deref().and_then(|code| codes.iter().position(|other| *other == code));
    if let Some(chosen) = one_of(ui, tr, label, at, keys.iter().map(|key| tr!(tr, key)), width) {
        *code = chosen.and_then(|at| codes.get(at)).map(|code| (*code).to_owned());
    }
}

/// Who does it, among those who are named in the text.
fn owner_ui(ui: &mut Ui, tr: &Tr, owner: &mut Option<Owner>, intake: &Intake, width: f32) {
    let people = intake.people.iter().map(|person| Owner::Person(person.name.clone()));
    let owners: Vec<Owner> = people.chain(intake.bodies.iter().map(|body| Owner::Body(body.name.clone()))).collect();
    let name = |owner: &Owner| match owner {
        Owner::Person(name) | Owner::Body(name) => name.clone(),
    };
    let at = owner.as_ref().and_then(|owner| owners.iter().position(|other| other == owner));
    if let Some(chosen) = one_of(ui, tr, &tr!(tr, "intake-owner-label"), at, owners.iter().map(name), width) {
        *owner = chosen.and_then(|at| owners.get(at)).cloned();
    }
}

/// A name, with what the register has of it.
fn name_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    names: &mut Live<Names>,
    label: &str,
    text: &mut String,
    entity: Entity,
    list: Option<EntryList>,
) -> Response {
    let asked = Names { entity, list, containing: text.trim().to_owned() };
    let found = names.get(cx.store, asked).map(Vec::as_slice).unwrap_or_default();
    let suggestions: Vec<Suggestion> = found
        .iter()
        .map(|named| Suggestion {
            text: named.name.clone(),
            detail: named.detail.clone(),
            also: named.also.clone(),
            ..Suggestion::default()
        })
        .collect();
    ComboField::new(text, label, &suggestions).show(ui).response
}

impl IntakeScreen {
    /// Opens the fields of a find; those that are open are done with.
    pub(super) fn begin_correcting(&mut self, item: Item, cx: &Cx<'_>) {
        if cx.store.is_read_only() || !self.finish_correcting(cx) {
            return;
        }
        let intake = &self.found.intake;
        let values = self.decisions.values(item, intake);
        self.correcting = Some(Correcting::new(item, item.key(intake), values, cx));
    }

    /// Takes over what stands in the fields that are open; not where something wrong stands in them.
    pub(super) fn finish_correcting(&mut self, _cx: &Cx<'_>) -> bool {
        let Some(correcting) = &self.correcting else { return true };
        if correcting.is_wrong() {
            return false;
        }
        let Some(correcting) = self.correcting.take() else { return true };
        let intake = &self.found.intake;
        let item = self.found.items.iter().copied().find(|item| item.key(intake) == correcting.key);
        if let Some(item) = item {
            self.refusal = None;
            self.decisions.correct(item, intake, correcting.done());
        }
        true
    }

    /// The fields of the find, where they are open.
    pub(super) fn correcting_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, item: Item) {
        let intake = &self.found.intake;
        let Some(correcting) = self.correcting.as_mut().filter(|open| open.key == item.key(intake)) else { return };
        ui.add_space(ui.metrics().hair);
        let fields = ui.column(|ui| correcting.ui(ui, cx, intake, &mut self.names));
        let left = fields.inner;
        if correcting.unseen > 0 {
            correcting.unseen -= 1;
            ui.scroll_to_rect(fields.response.rect.expand(8.0), None);
            ui.ctx().request_repaint();
        }
        ui.add_space(ui.metrics().small);
        let is_left = match left {
            Left::Open => false,
            Left::Cancelled => {
                self.correcting = None;
                true
            }
            Left::Done => self.finish_correcting(cx),
        };
        if is_left {
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
    }
}
