//! The form of a new meeting: only a title is needed; what is not known yet stays «غير محدد».

use super::source::SourceField;
use super::words::Words;
use crate::calendar::Date;
use crate::domain::{
    Entity, EntryList, FieldValue, MeetingKind, MeetingMode, MeetingStatus, Record, Side, Value, is_reversed,
};
use crate::error::Error;
use crate::screens::Cx;
use crate::screens::form::kept::KeptForm;
use crate::screens::form::likely::Likely;
use crate::screens::form::listed::ListedLine;
use crate::store::query::{BeginningView, LikelyTwins, Names};
use crate::store::{Changes, Edit, Live, NewName, Ticket};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{
    Button, ComboField, DateDraft, Field, Icon, Line, NumberDraft, NumberField, Sheet, Suggestion, TimeDraft, Tone,
    UiExt, pick_list, section_heading,
};
use egui::Ui;

/// Under which name what is typed is kept.
const NAME: &str = "new-meeting";

/// How the form was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewMeetingOutput {
    Open,
    Cancelled,
    Sent(Ticket),
}

/// A line of the agenda being typed.
#[derive(Default)]
pub(super) struct AgendaLine {
    pub(super) title: String,
    pub(super) minutes: NumberDraft,
}

/// A body being typed, with what the register has of it.
#[derive(Default)]
pub(super) struct Body {
    pub(super) name: String,
    found: Live<Names>,
    likely: Likely,
}

/// The series it belongs to: one that is known, or a new one.
#[derive(Default)]
pub(super) struct SeriesDraft {
    pub(super) text: String,
    pub(super) id: Option<i64>,
    found: Live<Names>,
}

/// The open form.
#[derive(Default)]
pub(super) struct NewMeetingForm {
    pub(super) source: SourceField,
    pub(super) title: String,
    pub(super) kind: usize,
    pub(super) date: DateDraft,
    pub(super) start: TimeDraft,
    pub(super) end: TimeDraft,
    pub(super) mode: usize,
    pub(super) venue: ListedLine,
    pub(super) city: String,
    pub(super) series: SeriesDraft,
    pub(super) host: Body,
    pub(super) co_host: Body,
    /// The body for whose sake the form was opened.
    pub(super) invited: Body,
    pub(super) has_invited: bool,
    pub(super) agenda: Vec<AgendaLine>,
    /// The line of the agenda that is to be typed next.
    next_line: Option<usize>,
    is_fresh: bool,
    /// It was left with what stands in it.
    is_returned: bool,
    was_refused: bool,
    /// The focus is to go to the first field that is wrong: who presses a button hears nothing of a field beside it.
    leads_to_wrong: bool,
    /// Why the writer refused it, until it is sent again.
    refusal: Option<Error>,
    /// What is typed, beside the meetings until it is one.
    kept: Option<KeptForm>,
}

impl NewMeetingForm {
    /// An empty form, with the day where one was chosen.
    pub(super) fn new(day: Option<Date>, cx: &Cx<'_>) -> Self {
        let date = DateDraft::new(day, cx.dates()).for_work();
        let kept = Some(KeptForm::new(NAME.to_owned(), cx));
        Self { agenda: vec![AgendaLine::default()], date, is_fresh: true, kept, ..Self::default() }
    }

    /// The form with what was typed in it when the program ended; nothing where it ended with none.
    pub(super) fn kept(ctx: &egui::Context, cx: &Cx<'_>) -> Option<Self> {
        let mut kept = KeptForm::new(NAME.to_owned(), cx);
        let words = kept.take::<Words>(ctx)?;
        Some(Self { kept: Some(kept), is_returned: true, ..words.form(cx) })
    }

    /// It was saved.
    pub(super) fn forget(&mut self) {
        if let Some(kept) = &mut self.kept {
            kept.forget();
        }
    }

    /// Writes down what is typed: at once where the form is left, after a pause otherwise.
    fn keep(&mut self, ctx: Option<&egui::Context>) {
        let words = self.is_begun().then(|| Words::of(self));
        if let Some(kept) = &mut self.kept {
            match ctx {
                Some(ctx) => kept.typed(ctx, words.as_ref()),
                None => kept.write_now(words.as_ref()),
            }
        }
    }

    /// The same form, with a body that is to come.
    pub(super) fn invite(mut self, organisation: String) -> Self {
        self.has_invited = !organisation.is_empty();
        self.invited.name = organisation;
        self
    }

    /// The same form, for a meeting that begins as that one, or as that template.
    pub(super) fn like(mut self, source: Option<Record>) -> Self {
        self.source.choose(source);
        self
    }

    /// Takes over what a meeting, or a template, begins with; what was typed for the agenda stays below its items.
    fn begin(&mut self, view: &BeginningView, tr: &Tr) {
        self.title.clone_from(&view.title);
        self.kind = place_of(MeetingKind::ALL, view.kind).unwrap_or_default();
        self.mode = place_of(MeetingMode::ALL, view.mode).map_or(0, |place| place + 1);
        self.start = TimeDraft::new(view.start, tr);
        self.end = TimeDraft::new(view.end, tr);
        self.venue.text.clone_from(&view.venue);
        self.city.clone_from(&view.city);
        self.series.id = view.series.as_ref().map(|(series, _)| series.0);
        self.series.text = view.series.as_ref().map(|(_, title)| title.clone()).unwrap_or_default();
        let first = |side: Side| view.bodies.iter().find(|(_, other)| *other == side).map(|(name, _)| name.clone());
        self.host.name = first(Side::Host).unwrap_or_default();
        self.co_host.name = first(Side::CoHost).unwrap_or_default();
        let typed = std::mem::take(&mut self.agenda);
        let line = |(title, minutes): &(String, Option<i64>)| AgendaLine {
            title: title.clone(),
            minutes: NumberDraft::new(*minutes),
        };
        self.agenda = view.agenda.iter().map(line).collect();
        let is_new = |line: &AgendaLine| {
            let title = line.title.trim();
            !title.is_empty() && !view.agenda.iter().any(|(other, _)| other.trim() == title)
        };
        self.agenda.extend(typed.into_iter().filter(is_new));
        if self.agenda.is_empty() {
            self.agenda.push(AgendaLine::default());
        }
    }

    /// The same form, opened again.
    pub(super) fn again(self: Box<Self>) -> Self {
        Self { is_fresh: true, is_returned: true, ..*self }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        self.source.note(changes);
        for body in [&mut self.host, &mut self.co_host, &mut self.invited] {
            body.found.note(changes);
            body.likely.note(changes);
        }
        self.series.found.note(changes);
        self.venue.note(changes);
    }

    /// What is typed becomes a meeting where it can: the person leaves.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) -> Option<Ticket> {
        self.keep(None);
        if self.title.trim().is_empty() || self.is_wrong(cx.tr) {
            self.was_refused = self.is_begun();
            return None;
        }
        if self.series.id.is_none() {
            // A series that nobody has confirmed is not made by leaving the form.
            self.series.text.clear();
        }
        Some(cx.store.send(self.edit()))
    }

    /// Is anything typed that would be missed?
    pub(super) fn is_begun(&self) -> bool {
        let words = [&self.title, &self.venue.text, &self.city, &self.host.name, &self.co_host.name];
        let is_unread = self.date.is_wrong() || self.start.is_wrong() || self.end.is_wrong();
        is_unread
            || words.iter().any(|text| !text.trim().is_empty())
            || self.agenda.iter().any(|line| !line.title.trim().is_empty())
    }

    /// The writer said no.
    pub(super) fn refused(&mut self, error: Error) {
        self.refusal = Some(error);
    }

    fn is_wrong(&self, tr: &Tr) -> bool {
        let is_unread = self.date.is_wrong() || self.start.is_wrong() || self.end.is_wrong();
        is_unread || self.ends_early() || too_long(&self.title, tr).is_some()
    }

    /// Does it end before it begins on its day?
    fn ends_early(&self) -> bool {
        is_reversed(&self.start.time().into(), &self.end.time().into())
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) -> NewMeetingOutput {
        let tr = cx.tr;
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let title = tr!(tr, "meetings-new");
        let close = tr!(tr, "shell-close");
        let mut is_submitted = false;
        let sheet = Sheet::new("new-meeting", &title, &close).width(560.0).show(
            ctx,
            |ui| is_submitted = self.fields_ui(ui, cx),
            |ui| {
                let create = tr!(tr, "meetings-create");
                is_confirmed = ui.add(Button::primary(&create).keys("Ctrl Enter")).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            },
        );
        self.keep(Some(ctx));
        if is_cancelled || (sheet.is_closed && !is_confirmed) {
            self.keep(None);
            return NewMeetingOutput::Cancelled;
        }
        if is_confirmed || is_submitted || sheet.is_confirmed {
            if self.title.trim().is_empty() || self.is_wrong(tr) {
                self.was_refused = true;
                self.leads_to_wrong = true;
                ctx.request_repaint();
                return NewMeetingOutput::Open;
            }
            self.refusal = None;
            return NewMeetingOutput::Sent(cx.store.send(self.edit()));
        }
        NewMeetingOutput::Open
    }

    /// The fields; says whether Enter was pressed in the title. In the agenda, Enter leads to the next line.
    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let tr = cx.tr;
        if self.is_returned {
            let mut is_emptied = false;
            ui.start_end(
                |ui| _ = ui.add(Line::new(&tr!(tr, "form-returned")).weak(ui)),
                |ui| is_emptied = ui.add(Button::quiet(&tr!(tr, "form-start-anew")).small()).clicked(),
            );
            if is_emptied {
                self.forget();
                *self = Self::new(None, cx);
            }
        }
        if let Some(view) = self.source.show(ui, cx) {
            self.begin(&view, tr);
        }
        let needed = tr!(tr, "meetings-title-needed");
        let is_nameless = self.was_refused && self.title.trim().is_empty();
        let label = tr!(tr, "field-meeting-title");
        let error = too_long(&self.title, tr).or_else(|| is_nameless.then_some(needed));
        let mut leads = std::mem::take(&mut self.leads_to_wrong);
        let mut lead_if = |is_wrong: bool, response: &egui::Response| {
            if is_wrong && std::mem::take(&mut leads) {
                response.request_focus();
            }
        };
        let title = Field::new(&mut self.title, &label).error(error.as_deref()).show(ui);
        lead_if(error.is_some(), &title.response);
        if std::mem::take(&mut self.is_fresh) {
            title.response.request_focus();
        }
        if let Some(error) = &self.refusal {
            let ink = ui.tokens().tone(Tone::Red).ink;
            ui.add(crate::widgets::Line::new(&error.message(tr)).color(ink).max_width(ui.available_width()));
        }
        let half = (ui.available_width() - ui.metrics().medium) / 2.0;
        let quarter = (half - ui.metrics().medium) / 2.0;
        let kinds: Vec<String> = MeetingKind::ALL.iter().map(|kind| tr!(tr, kind.label_key())).collect();
        let mut modes = vec![tr!(tr, "not-given")];
        modes.extend(MeetingMode::ALL.iter().map(|mode| tr!(tr, mode.label_key())));
        beside(ui, |ui| {
            if let Some(kind) = pick_list(ui, &tr!(tr, "field-meeting-kind"), Some(self.kind), &kinds, half) {
                self.kind = kind;
            }
            if let Some(mode) = pick_list(ui, &tr!(tr, "field-meeting-mode"), Some(self.mode), &modes, half) {
                self.mode = mode;
            }
        });
        beside(ui, |ui| {
            let day = self.date.show(ui, &tr!(tr, "field-meeting-date"), half, cx.dates());
            lead_if(self.date.is_wrong(), &day.response);
            let start = tr!(tr, "field-meeting-start_time");
            let from = self.start.show(ui, &start, quarter, tr);
            lead_if(self.start.is_wrong(), &from.response);
            self.end.set_since(self.start.time());
            let early = self.ends_early().then(|| tr!(tr, "form-time-before-start", field = start));
            let label = tr!(tr, "field-meeting-end_time");
            let until = self.end.show_with_error(ui, &label, quarter, tr, early.as_deref());
            lead_if(self.end.is_wrong() || early.is_some(), &until.response);
        });
        beside(ui, |ui| {
            self.venue.show(ui, &tr!(tr, "field-meeting-venue"), EntryList::Place, None, half, cx);
            Field::new(&mut self.city, &tr!(tr, "field-meeting-city")).width(half).show(ui);
        });
        if let Some(title) = self.series.show(ui, cx)
            && self.title.trim().is_empty()
        {
            self.title = title;
        }
        beside(ui, |ui| {
            organisation_field(ui, "side-host", &mut self.host, half, cx);
            organisation_field(ui, "side-co-host", &mut self.co_host, half, cx);
        });
        if self.has_invited {
            organisation_field(ui, "meetings-invited", &mut self.invited, half, cx);
        }
        for (key, body) in [("host", &mut self.host), ("co-host", &mut self.co_host), ("invited", &mut self.invited)] {
            ui.push_id(key, |ui| body.likely_ui(ui, cx));
        }
        ui.add_space(ui.metrics().small);
        section_heading(ui, &tr!(tr, "meetings-agenda"));
        self.agenda_ui(ui, tr);
        title.submitted
    }

    fn agenda_ui(&mut self, ui: &mut Ui, tr: &Tr) {
        let mut removed = None;
        let next = self.next_line.take();
        let count = self.agenda.len();
        let wanted = &mut self.next_line;
        for (place, line) in self.agenda.iter_mut().enumerate() {
            ui.push_id(place, |ui| {
                ui.row(|ui| {
                    let number = i64::try_from(place + 1).unwrap_or(1);
                    ui.add(crate::widgets::Line::new(&tr.number(number)).weak(ui));
                    let label = tr!(tr, "meetings-agenda-line", number = number);
                    let width = ui.available_width() - 156.0;
                    let hint = tr!(tr, "meetings-agenda-hint");
                    let title = Field::new(&mut line.title, &label).bare().hint(&hint).width(width).show(ui);
                    if next == Some(place) {
                        title.response.request_focus();
                    }
                    let label = tr!(tr, "meetings-agenda-minutes", number = number);
                    let hint = tr!(tr, "meetings-minutes-hint");
                    let minutes = NumberField::new(&mut line.minutes, &label).range(0, 1440).step(5).bare();
                    let minutes = minutes.hint(&hint).width(96.0).show(ui, tr);
                    if (title.submitted || minutes.submitted) && !line.title.trim().is_empty() {
                        *wanted = Some(place + 1);
                    }
                    let remove = tr!(tr, "meetings-agenda-remove", number = number);
                    if count > 1 && ui.add(Button::icon_only(Icon::Close, &remove)).clicked() {
                        removed = Some(place);
                    }
                });
            });
        }
        if let Some(place) = removed {
            self.agenda.remove(place);
        }
        if ui.add(Button::quiet(&tr!(tr, "meetings-agenda-add")).icon(Icon::Plus)).clicked() {
            self.next_line = Some(self.agenda.len());
        }
        if self.next_line.is_some_and(|next| next >= self.agenda.len()) {
            self.agenda.push(AgendaLine::default());
        }
    }

    fn edit(&self) -> Edit {
        let kind = MeetingKind::ALL.get(self.kind).copied().unwrap_or(MeetingKind::Coordination);
        let mode = self.mode.checked_sub(1).and_then(|mode| MeetingMode::ALL.get(mode)).copied();
        let status = if self.date.date().is_some() { MeetingStatus::Scheduled } else { MeetingStatus::Draft };
        let values: Vec<FieldValue> = vec![
            ("title", Value::from(self.title.trim())),
            ("kind", kind.into()),
            ("date", self.date.date().into()),
            ("start_time", self.start.time().into()),
            ("end_time", self.end.time().into()),
            ("mode", mode.into()),
            ("venue", Value::from(self.venue.text.trim())),
            ("city", Value::from(self.city.trim())),
            ("status", status.into()),
            ("series", self.series.id.into()),
        ];
        let parties = [(&self.host, Side::Host), (&self.co_host, Side::CoHost), (&self.invited, Side::Invited)]
            .into_iter()
            .filter(|(body, _)| !body.name.trim().is_empty())
            .map(|(body, side)| (body.name.trim().to_owned(), side))
            .collect();
        let agenda = self
            .agenda
            .iter()
            .filter(|line| !line.title.trim().is_empty())
            .map(|line| (line.title.trim().to_owned(), line.minutes.number()))
            .collect();
        let edit = Edit::NewMeeting { values, parties, agenda };
        let edit = match self.source.chosen() {
            Some(source) => Edit::MeetingLike(source, Box::new(edit)),
            None => edit,
        };
        match self.series.new_name() {
            Some(new) => Edit::Naming { new: vec![new], edit: Box::new(edit) },
            None => edit,
        }
    }
}

impl SeriesDraft {
    /// Shows the field; answers the title of the series that was just chosen.
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<String> {
        let asked = Names { entity: Entity::Series, list: None, containing: self.text.trim().to_owned() };
        self.found.get(cx.store, asked);
        let known = self.found.last().map(Vec::as_slice).unwrap_or_default();
        let words: Vec<Suggestion> =
            known.iter().map(|named| Suggestion { text: named.name.clone(), ..Suggestion::default() }).collect();
        let create = |typed: &str| tr!(cx.tr, "series-new-named", name = typed);
        let label = tr!(cx.tr, "field-meeting-series");
        let output = ComboField::new(&mut self.text, &label, &words).create(&create).show(ui);
        let picked = output.picked.and_then(|place| known.get(place));
        if let Some(named) = picked {
            self.id = Some(named.record.id);
        } else if output.changed || self.id.is_none() {
            // Also where the register answers after the last letter.
            let typed = self.text.trim();
            self.id = known.iter().find(|named| named.name == typed).map(|named| named.record.id);
        }
        picked.map(|named| named.name.clone())
    }

    /// The series that is made with the meeting.
    fn new_name(&self) -> Option<NewName> {
        let title = self.text.trim();
        let values = vec![("title", Value::from(title))];
        (self.id.is_none() && !title.is_empty()).then_some(NewName { field: "series", entity: Entity::Series, values })
    }
}

/// Where a choice stands among all of its kind.
fn place_of<T: Copy + PartialEq>(all: &[T], chosen: Option<T>) -> Option<usize> {
    all.iter().position(|other| Some(*other) == chosen)
}

/// How much of a title is too much.
fn too_long(title: &str, tr: &Tr) -> Option<String> {
    let most = Entity::Meeting.field("title").map_or(usize::MAX, |field| field.kind.most_letters());
    let used = title.chars().count();
    (used > most).then(|| tr!(tr, "form-too-long", used = used, most = most))
}

/// Fields beside each other, their labels at one height.
fn beside(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let layout = ui.direction().row().with_cross_align(egui::Align::Min);
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), 0.0), layout, |ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().medium;
        contents(ui);
    });
}

impl Body {
    /// What may be meant by a name that the register does not have as it is typed.
    fn likely_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let typed = self.name.trim();
        let is_known = self.found.last().is_some_and(|rows| rows.iter().any(|row| row.name == typed));
        if is_known {
            return;
        }
        if let Some((_, name)) = self.likely.show(ui, cx, LikelyTwins::of_name(Entity::Organisation, typed)) {
            self.name = name;
        }
    }
}

fn organisation_field(ui: &mut Ui, label_key: &str, body: &mut Body, width: f32, cx: &Cx<'_>) {
    let tr = cx.tr;
    // By every name a body goes by: short ones, those of the past, other spellings.
    let asked = Names { entity: Entity::Organisation, list: None, containing: body.name.trim().to_owned() };
    let found = body.found.get(cx.store, asked);
    let suggestions: Vec<Suggestion> = found
        .into_iter()
        .flatten()
        .map(|named| Suggestion {
            text: named.name.clone(),
            detail: named.detail.clone(),
            also: named.also.clone(),
            ..Suggestion::default()
        })
        .collect();
    let create = |typed: &str| tr!(tr, "register-new-organisation", name = typed);
    ComboField::new(&mut body.name, &tr!(tr, label_key), &suggestions).create(&create).width(width).show(ui);
}
