//! The page of one record, whatever it is: its facts, everything that touched it, what it is tied to, the work on it, its
//! history. All of it follows from the declared fields and links.

mod actions;
mod belongings;
mod head;
mod invited;
mod letter;
mod period;
mod side;
mod story;
mod tie;
mod update;

use crate::domain::{
    Entity, FieldValue, MeetingId, OrganisationId, OutcomeKind, OutcomeStatus, PartnershipId, Record, Report, SeriesId,
    Value, lifecycle,
};
use crate::screens::attachments::Attachments;
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::goals::GoalsField;
use crate::screens::merge::{MergeForm, MergeOutput};
use crate::screens::next_meeting::NextMeeting;
use crate::screens::panes::{self, panes_ui};
use crate::screens::reason::{Move, ReasonForm, send_moves};
use crate::screens::{Ask, Cx, PaperSubject, Route, Screen, Typed, shown};
use crate::store::query::{Commitments, Condition, History, RecordList, RecordPage, RecordView, Sort, Timeline, Which};
use crate::store::{Changes, Edit, Live, Reply, Ticket};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{
    Button, Icon, Line, MenuEntry, Tab, Tabs, Type, UiExt, empty_state, is_left_by_escape, menu_below, scroll_page,
};
use belongings::Belongings;
use egui::{Frame, Margin, Ui};
use tie::TieForm;
use update::UpdateForm;

/// From this width on the facts stand beside the story.
const BESIDE: f32 = 900.0;
/// So much of a record's past is read.
const PAST: usize = 200;
/// So many coming meetings are offered.
const COMING: usize = 12;

/// The page of one record.
pub struct RecordScreen {
    record: Record,
    page: Live<RecordPage>,
    story: Live<Timeline>,
    history: Live<History>,
    commitments: Live<Commitments>,
    coming: Live<RecordList>,
    belongings: Belongings,
    head: head::BodyHead,
    invited: invited::InvitedCard,
    attachments: Attachments,
    form: Option<RecordForm>,
    /// What was typed for it elsewhere, until its page is here.
    typed: Vec<Typed>,
    tie: Option<TieForm>,
    reason: Option<ReasonForm>,
    merge: Option<MergeForm>,
    letter: Option<letter::LetterForm>,
    next_meeting: NextMeeting,
    /// What was done, while it is being written.
    update: UpdateForm,
    goals: GoalsField,
    tab: usize,
}

/// What the page asks for; carried out when all is drawn.
enum Wish {
    Open(Record),
    Edit,
    Ask(Ask),
    Form(Box<RecordForm>),
    Tie,
    /// Somebody, or a body, that a series invites.
    Invite,
    Remove(Record),
    Move(OutcomeStatus),
    /// A field of it, or of what belongs to it, holds again what it held.
    Restore(Record, FieldValue),
    /// What belonged to it comes back.
    Return(Record),
    OnAgenda(MeetingId),
    /// Another place among its like.
    Place(Record, String),
    Merge,
    /// The form of a letter to it.
    Letter,
    NextMeeting(SeriesId),
}

impl RecordScreen {
    /// The page of that record.
    pub fn new(record: Record) -> Self {
        Self {
            record,
            page: Live::default(),
            story: Live::default(),
            history: Live::default(),
            commitments: Live::default(),
            coming: Live::default(),
            belongings: Belongings::new(record.entity),
            head: head::BodyHead::default(),
            invited: invited::InvitedCard::default(),
            attachments: Attachments::new(record),
            form: None,
            typed: Vec::new(),
            tie: None,
            reason: None,
            merge: None,
            letter: None,
            next_meeting: NextMeeting::default(),
            update: UpdateForm::default(),
            goals: GoalsField::default(),
            tab: 0,
        }
    }

    /// Its form opens with what was typed for it elsewhere.
    pub fn open_typed(&mut self, typed: Vec<Typed>) {
        self.typed = typed;
    }

    /// The register that lists it, once that is known.
    pub fn section(&self) -> Option<Route> {
        let kind = self.page.last().filter(|view| view.record == self.record).map(|view| view.kind.as_str());
        // Where outcomes are listed is a matter of their kind.
        (kind.is_some() || self.record.entity != Entity::Outcome)
            .then(|| shown::register_of(self.record, kind.unwrap_or_default()))
    }

    fn page_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if is_left_by_escape(ui) {
            cx.ask(Ask::Back);
        }
        self.page.get(cx.store, RecordPage { record: self.record });
        self.story.get(cx.store, Timeline { record: self.record, limit: PAST });
        if self.page.error().is_some() {
            let (title, about) = (tr!(cx.tr, "record-gone"), tr!(cx.tr, "record-gone-about"));
            empty_state(ui, &title, &about, None);
            return;
        }
        let Some(view) = self.page.last().filter(|view| view.record == self.record) else { return };
        if !self.typed.is_empty() && self.form.is_none() {
            self.form = Some(edit_form(view, cx).with_typed(std::mem::take(&mut self.typed), cx));
        }
        let mut wishes = Vec::new();
        head_ui(ui, cx, view, &mut self.coming, &mut wishes);
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, 0.0, ui.tokens().surface_sunken);
        let standing = self.head.standing(cx, self.record);
        let commitments = (self.record.entity == Entity::Organisation).then(|| {
            let organisation = OrganisationId(self.record.id);
            self.commitments.get(cx.store, Commitments { organisation, today: cx.today }).copied()
        });
        self.update.is_covered = self.form.is_some()
            || self.tie.is_some()
            || self.reason.is_some()
            || self.merge.is_some()
            || self.letter.is_some()
            || self.attachments.holds_form();
        let (tab, belongings) = (&mut self.tab, &mut self.belongings);
        let (update, goals) = (&mut self.update, &mut self.goals);
        let (story, history) = (&self.story, &mut self.history);
        let (attachments, invited) = (&mut self.attachments, &mut self.invited);
        let mut side_wishes = Vec::new();
        let shown: &Cx<'_> = cx;
        let mut story_ui = |ui: &mut Ui| *tab = story_tabs_ui(ui, shown, *tab, story, history, view, &mut wishes);
        let mut side_ui = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = ui.metrics().large;
            side::commitments_ui(ui, shown, commitments.flatten(), &view.kind);
            head::cards_ui(ui, shown, standing, &mut side_wishes);
            invited.show(ui, shown, view.record, &mut side_wishes);
            belongings.show(ui, shown, view, &mut side_wishes);
            attachments.card_ui(ui, shown);
            side::side_ui(ui, shown, view, (update, goals), &mut side_wishes);
        };
        head::figures_bar(ui, shown, standing, commitments.flatten());
        if room.width() > BESIDE {
            let label = tr!(cx.tr, "record-edge");
            let first = |ui: &mut Ui| column_ui(ui, shown.tr, (view, "story"), story_ui);
            panes_ui(ui, shown, (panes::RECORD, &label, 0.6), first, |ui| {
                column_ui(ui, shown.tr, (view, "side"), side_ui)
            });
        } else {
            column_ui(ui, cx.tr, (view, "page"), |ui| {
                story_ui(ui);
                ui.add_space(ui.metrics().large);
                side_ui(ui);
            });
        }
        wishes.append(&mut side_wishes);
        self.carry_out(wishes, cx);
        self.attachments.over_ui(ui, cx);
    }

    fn carry_out(&mut self, wishes: Vec<Wish>, cx: &mut Cx<'_>) {
        for wish in wishes {
            match wish {
                Wish::Open(record) => cx.go(shown::route_of(record)),
                Wish::Edit => self.form = self.page.last().map(|view| edit_form(view, cx)),
                Wish::Ask(ask) => cx.ask(ask),
                Wish::Form(form) => self.form = Some(*form),
                Wish::Tie => self.tie = Some(TieForm::new(self.record)),
                Wish::Invite => self.tie = Some(TieForm::to_invite(self.record)),
                Wish::Remove(record) => {
                    let ticket = cx.store.send(Edit::Remove(record));
                    cx.say_removed(ticket, "record-removed", 1);
                    if record == self.record {
                        cx.go(shown::register_of(record, self.page.last().map_or("", |view| &view.kind)));
                    }
                }
                Wish::Move(to) => {
                    let from = self.page.last().and_then(status_of);
                    if let Some(from) = from {
                        self.reason = send_moves(vec![Move { record: self.record, from, to }], cx);
                    }
                }
                Wish::Restore(record, value) => {
                    cx.store.send(Edit::Set { record, values: vec![value], session: None, based_on: None });
                }
                Wish::Return(part) => _ = cx.store.send(Edit::Restore(part)),
                Wish::Place(record, position) => {
                    let values = vec![("position", position.into())];
                    cx.store.send(Edit::Set { record, values, session: None, based_on: None });
                }
                Wish::Merge => self.merge = Some(MergeForm::new(self.record, None)),
                Wish::Letter => {
                    let view = self.page.last();
                    self.letter = view.map(|view| letter::LetterForm::new(self.record, view.title.clone(), cx));
                }
                Wish::NextMeeting(series) => self.next_meeting.make(cx, series),
                Wish::OnAgenda(meeting) => {
                    let ticket = cx.store.send(Edit::PutOnAgenda { record: self.record, meeting });
                    cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "record-on-agenda-done")));
                }
            }
        }
    }
}

/// A column of cards that scrolls by itself; each record is seen from its top at first.
fn column_ui(
    ui: &mut Ui,
    tr: &crate::strings::Tr,
    (view, part): (&RecordView, &'static str),
    contents: impl FnOnce(&mut Ui),
) {
    let margin = ui.metrics().large as i8;
    let name = tr!(tr, &format!("record-{part}-of"), title = view.title.as_str());
    scroll_page(ui, ("record", view.record, part), &name, |ui, area| {
        area.show(ui, |ui| {
            Frame::new().inner_margin(Margin::same(margin)).show(ui, |ui| {
                ui.column(contents);
            });
        })
    });
}

/// Where a record stands, if it moves.
fn status_of(view: &RecordView) -> Option<OutcomeStatus> {
    let (_, cell) = view.cells.iter().find(|(name, _)| *name == "status")?;
    OutcomeStatus::from_code(cell.text()).filter(|_| view.record.entity != Entity::Meeting)
}

/// Where it may go.
fn moves(view: &RecordView) -> Vec<OutcomeStatus> {
    let kind = OutcomeKind::from_code(&view.kind);
    let Some((cycle, from)) = lifecycle::cycle_of(view.record.entity, kind).zip(status_of(view)) else {
        return Vec::new();
    };
    let may = |to: &OutcomeStatus| *to == from || lifecycle::may_move(cycle, from, *to);
    lifecycle::statuses_of(cycle).filter(may).collect()
}

/// The form of all fields that records of its kind have.
fn edit_form(view: &RecordView, cx: &Cx<'_>) -> RecordForm {
    let kind = Some(view.kind.as_str()).filter(|kind| !kind.is_empty());
    let names: Vec<&str> = view
        .record
        .entity
        .fields()
        .iter()
        .filter(|field| !field.is_kept && field.is_of(kind) && field.name != "status")
        .map(|field| field.name)
        .collect();
    let cell = |name: &str| view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell);
    let value = |name: &str| cell(name).map_or(Value::Empty, |cell| cell.value.clone());
    let linked = |name: &str| cell(name).map(|cell| cell.name.clone()).unwrap_or_default();
    RecordForm::edit(view.title.clone(), view.record, &names, value, linked, cx).on_page()
}

/// What it is, what it is called, where it stands, and what can be done with it.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, coming: &mut Live<RecordList>, wishes: &mut Vec<Wish>) {
    let tr = cx.tr;
    let can_write = !cx.store.is_read_only();
    let frame = Frame::new().fill(ui.tokens().surface).inner_margin(Margin::same(ui.metrics().page as i8));
    let shown = frame.show(ui, |ui| {
        ui.start_end(
            |ui| {
                head::mark_ui(ui, view);
                ui.column(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let title = if view.title.is_empty() { tr!(tr, "unspecified") } else { view.title.clone() };
                    let line =
                        Label::new(title.as_str()).size(Type::Title.size()).line_height(Type::Title.line_height());
                    let line = ui.add(line.weight(Weight::Bold).wrap());
                    crate::widgets::mark_heading(ui, &line, &title);
                    ui.add(Line::new(&about(view, cx)).weak(ui));
                    head::lines_ui(ui, cx, view);
                });
            },
            |ui| {
                head::actions_ui(ui, cx, view, wishes);
                let kind = OutcomeKind::from_code(&view.kind);
                if let Some(status) = status_of(view)
                    && let Some(to) = shown::status_menu(ui, tr, (&view.title, kind), status, || moves(view))
                {
                    wishes.push(Wish::Move(to));
                }
                if matches!(view.record.entity, Entity::Outcome | Entity::Regulation | Entity::Partnership) && can_write
                {
                    agenda_button(ui, cx, coming, wishes);
                }
                if ui.add(Button::new(&tr!(tr, "record-edit")).icon(Icon::Edit).enabled(can_write)).clicked() {
                    wishes.push(Wish::Edit);
                }
                if ui.add(Button::danger(&tr!(tr, "register-remove")).enabled(can_write)).clicked() {
                    wishes.push(Wish::Remove(view.record));
                }
                actions::more_ui(ui, cx, view, wishes);
            },
        );
    });
    crate::widgets::direction::line_below(ui, shown.response.rect);
}

/// «جمعية أهلية · الدمام · ترخيص 0013»: what one asks first.
fn about(view: &RecordView, cx: &Cx<'_>) -> String {
    // The kind of an entry is the list that it is in.
    let list = view.cells.iter().find(|(field, _)| *field == "list").map(|(_, cell)| cell.text().to_owned());
    let kind = list.filter(|_| view.record.entity == Entity::Entry);
    let kind = shown::kind_words(view.record, kind.as_deref().unwrap_or(&view.kind), cx.tr);
    let mut parts = vec![shown::capitalised(&kind)];
    if view.record.entity == Entity::Organisation {
        let parent = view.cells.iter().find(|(field, cell)| *field == "parent" && !cell.name.is_empty());
        parts.extend(parent.map(|(_, cell)| tr!(cx.tr, "head-unit-of", name = &cell.name)));
    }
    for name in ["number", "agreement", "instrument", "post", "organisation", "city", "licence", "phone"] {
        let field = view.record.entity.field(name);
        let cell = view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell);
        let words = field.zip(cell).and_then(|(field, cell)| shown::words(field, cell, cx));
        // A bare number says nothing.
        parts.extend(words.map(|words| match name {
            "licence" => tr!(cx.tr, "head-licence-number", number = cx.tr.code(&words)),
            _ => words,
        }));
    }
    parts.join(" · ")
}

/// The button whose menu holds the coming meetings.
fn agenda_button(ui: &mut Ui, cx: &Cx<'_>, coming: &mut Live<RecordList>, wishes: &mut Vec<Wish>) {
    let which = Which {
        entity: Entity::Meeting,
        kinds: Vec::new(),
        conditions: vec![
            Condition::Within("date", cx.today.into(), Value::Empty),
            Condition::OneOf("approved_on", vec![Value::Empty]),
        ],
        containing: String::new(),
        order: vec![Sort { field: "date", is_descending: false }],
        today: cx.today,
    };
    let asked = RecordList { which, columns: vec!["date", "number"], first: 0, count: COMING };
    let name = tr!(cx.tr, "record-on-agenda");
    let found = coming.get(cx.store, asked);
    let rows = found.map(|found| found.rows.as_slice()).unwrap_or_default();
    let button = ui.add(Button::new(&name).enabled(!rows.is_empty()));
    let entries: Vec<MenuEntry> = rows
        .iter()
        .map(|row| {
            let date = row.cells.first().and_then(|cell| cell.date());
            let day = date.map(|date| date.medium(cx.tr, cx.settings.calendars)).unwrap_or_default();
            MenuEntry::new(row.title.as_str()).shortcut(day)
        })
        .collect();
    if let Some(row) = menu_below(ui, &button, &name, &entries).and_then(|at| rows.get(at)) {
        wishes.push(Wish::OnAgenda(MeetingId(row.record.id)));
    }
}

/// The story of the record, and behind the second tab who changed what of it. Answers the tab that is open.
fn story_tabs_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    mut tab: usize,
    story: &Live<Timeline>,
    history: &mut Live<History>,
    view: &RecordView,
    wishes: &mut Vec<Wish>,
) -> usize {
    let titles = [tr!(cx.tr, "record-story"), tr!(cx.tr, "record-history")];
    let tabs: Vec<Tab<'_>> = titles.iter().map(|title| Tab::new(title)).collect();
    crate::widgets::Card::new().show(ui, |ui| {
        Tabs::new(&view.title, &tabs).show(ui, &mut tab, |ui, page| {
            ui.add_space(ui.metrics().small);
            if page == 0 {
                let events = story.last().map(Vec::as_slice).unwrap_or_default();
                story::story_ui(ui, cx, (events, &view.kind), wishes);
            } else {
                let changes = history.get(cx.store, History { record: view.record, limit: PAST });
                story::history_ui(ui, cx, view, changes.map(Vec::as_slice).unwrap_or_default(), wishes);
            }
        });
    });
    tab
}

impl Screen for RecordScreen {
    fn paper(&self, _cx: &Cx<'_>) -> Option<PaperSubject> {
        let id = self.record.id;
        #[expect(clippy::wildcard_enum_match_arm, reason = "no other record has a paper of its own")]
        match self.record.entity {
            Entity::Organisation => Some(PaperSubject::Report(Report::Profile(OrganisationId(id)))),
            Entity::Partnership => Some(PaperSubject::Report(Report::Partnership(PartnershipId(id)))),
            Entity::Meeting => Some(PaperSubject::Minutes(MeetingId(id))),
            _ => None,
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.page_ui(ui, cx);
        self.update.ask_witness(cx);
        if let Some(form) = &mut self.form {
            match form.show(ui.ctx(), cx) {
                FormOutput::Open => {}
                FormOutput::Cancelled | FormOutput::Sent(_) => self.form = None,
                FormOutput::Removed(ticket) => {
                    self.form = None;
                    cx.say_removed(ticket, "record-removed", 1);
                }
            }
        }
        let ties = self.page.last().map(|view| view.ties.as_slice()).unwrap_or_default();
        if self.tie.as_mut().is_some_and(|tie| tie.show(ui.ctx(), cx, ties)) {
            self.tie = None;
        }
        match self.merge.as_mut().map(|merge| merge.show(ui.ctx(), cx)) {
            Some(MergeOutput::Merged(kept)) => {
                self.merge = None;
                // The page of what is no more gives way to the one that stays.
                if kept != self.record {
                    cx.go(shown::route_of(kept));
                }
            }
            Some(MergeOutput::Cancelled) => self.merge = None,
            Some(MergeOutput::Open) | None => {}
        }
        if self.letter.as_mut().is_some_and(|letter| letter.show(ui.ctx(), cx)) {
            self.letter = None;
        }
        self.next_meeting.open(cx);
        if self.reason.as_mut().is_some_and(|reason| reason.show(ui.ctx(), cx)) {
            self.reason = None;
        }
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.attachments.on_reply(reply);
        self.update.on_reply(reply);
        self.goals.on_reply(reply);
        if let Some(form) = &mut self.form {
            form.on_reply(reply);
        }
        self.next_meeting.on_reply(reply);
    }

    fn title(&self) -> Option<&str> {
        self.page.last().map(|view| view.title.as_str())
    }

    fn note(&mut self, changes: Changes) {
        self.page.note(changes);
        self.goals.note(changes);
        self.story.note(changes);
        self.history.note(changes);
        self.commitments.note(changes);
        self.coming.note(changes);
        self.belongings.note(changes);
        self.head.note(changes);
        self.invited.note(changes);
        self.attachments.note(changes);
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
        if let Some(tie) = &mut self.tie {
            tie.note(changes);
        }
        if let Some(merge) = &mut self.merge {
            merge.note(changes);
        }
        if let Some(letter) = &mut self.letter {
            letter.note(changes);
        }
    }

    fn holds_form(&self) -> bool {
        let writes = self.letter.as_ref().is_some_and(letter::LetterForm::is_begun);
        let own = self.update.is_sent() || self.form.as_ref().is_some_and(|form| !form.is_done());
        self.attachments.holds_form() || writes || own
    }

    fn holds_refused(&self, ticket: Ticket) -> bool {
        self.attachments.holds_refused(ticket) || self.form.as_ref().is_some_and(|form| form.was_refused(ticket))
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.attachments.flush(cx);
        if let Some(letter) = &mut self.letter {
            letter.keep_now();
        }
        if self.form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.form = None;
        }
        // What was typed of an update is kept, not thrown away.
        if !self.update.is_empty() && !cx.store.is_read_only() {
            self.update.send(cx, self.record, false);
        }
    }
}
