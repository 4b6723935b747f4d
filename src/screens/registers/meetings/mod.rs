//! «الاجتماعات»: the register of the meetings, which has a month besides its table, the form of a new meeting in the place of
//! a short one, and the series and templates that meetings come from.

pub(super) mod cells;
mod month;
mod new_meeting;
mod source;
mod words;

use super::kinds::MEETINGS;
use super::shelf::import_ui;
use super::view::{Shape, Views};
use super::{RegisterScreen, Which};
use crate::calendar::{Calendar, Date};
use crate::domain::{Entity, MeetingId, Record};
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::{Ask, Cx, KeptViews, PaperSubject, Route, Screen, ScreenCommand, parts};
use crate::store::query::{Condition, Names, RecordList, Sort, Templates};
use crate::store::{Changes, Live, Reply, Ticket};
use crate::tr;
use crate::widgets::{Button, Icon, MenuEntry, MonthViewState, TableLayout, menu_below, page_heading};
use egui::Ui;
use new_meeting::{NewMeetingForm, NewMeetingOutput};
use std::collections::BTreeSet;

/// The screen.
pub struct MeetingsScreen {
    list: RegisterScreen,
    /// The meetings of the month that is shown.
    days: Live<RecordList>,
    /// The month that is shown, with the calendar that came first when it was opened.
    month: Option<(Calendar, MonthViewState)>,
    /// The day to show in its month.
    wants_day: Option<Date>,
    form: Option<NewMeetingForm>,
    /// A form is asked for, on that day if one was chosen.
    /// The form as it was left last, with something typed in it.
    left: Option<Box<NewMeetingForm>>,
    wants_new: Option<Option<Date>>,
    /// Whoever calls the new meeting off goes back to the screen from which it was asked for.
    goes_back: bool,
    /// Who is to come to it.
    invites: String,
    /// What it begins from.
    like: Option<Record>,
    /// A new meeting on its way to the writer, with its form: what is refused comes back with all that was typed.
    sent: Option<(Ticket, NewMeetingForm)>,
    /// The meeting is to be opened when it is made.
    opens_sent: bool,
    refused: Option<Ticket>,
    series: Live<Names>,
    templates: Live<Templates>,
    series_form: Option<RecordForm>,
    opening: Option<MeetingId>,
}

impl Default for MeetingsScreen {
    fn default() -> Self {
        Self {
            list: RegisterScreen::new(&MEETINGS),
            days: Live::default(),
            month: None,
            wants_day: None,
            form: None,
            left: None,
            wants_new: None,
            goes_back: false,
            invites: String::new(),
            like: None,
            sent: None,
            opens_sent: false,
            refused: None,
            series: Live::default(),
            templates: Live::default(),
            series_form: None,
            opening: None,
        }
    }
}

impl MeetingsScreen {
    /// Opens the form of a new meeting.
    pub const fn start_new(&mut self) {
        self.wants_new = Some(None);
    }

    /// Opens the form of a new meeting; whoever calls it off goes back to another screen.
    pub const fn start_new_from_elsewhere(&mut self) {
        self.goes_back = true;
        self.start_new();
    }

    /// Opens the form of a new meeting on a day.
    pub const fn start_new_on(&mut self, day: Date) {
        self.wants_new = Some(Some(day));
    }

    /// Shows the month in which a day lies, at that day.
    pub const fn show_day(&mut self, day: Date) {
        self.wants_day = Some(day);
    }

    /// Opens the form of a new meeting with a body that is to come.
    pub fn start_new_with(&mut self, organisation: String) {
        self.invites = organisation;
        self.start_new();
    }

    /// Opens the form of a new meeting that begins as another one, or as a template.
    pub const fn start_new_like(&mut self, source: Record) {
        self.like = Some(source);
        self.start_new();
    }

    fn heading_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let about = self.list.about(cx);
        page_heading(ui, &tr!(tr, "screen-meetings"), &about, |ui| {
            let add = tr!(tr, "meetings-add");
            let button = Button::primary(&add).icon(Icon::Plus).tooltip(tr!(tr, "command-new-meeting")).keys("Ctrl N");
            if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                self.start_new();
            }
            let from_text = tr!(tr, "meetings-from-text");
            let button =
                Button::new(&from_text).icon(Icon::Document).tooltip(tr!(tr, "command-go-intake")).keys("Ctrl J");
            if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                cx.go(Route::Intake);
            }
            self.series_ui(ui, cx);
            if let Some(target) = import_ui(ui, cx, self.list.register) {
                cx.ask(Ask::Import(target));
            }
        });
    }

    /// The month, whose filters are those of the list; without any meetings it is still a month.
    fn month_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let first = parts::first_calendar(cx.settings.calendars);
        let month = self.month.take().filter(|(calendar, _)| *calendar == first);
        let (_, mut month) = month.unwrap_or_else(|| (first, MonthViewState::new(first, cx.today)));
        let (from, until) = month.range();
        let mut which = self.list.which(cx);
        which.conditions.push(Condition::Within("date", from.into(), until.into()));
        let order = ["date", "start_time"].map(|field| Sort { field, is_descending: false });
        let which = Which { order: order.to_vec(), ..which };
        let asked = RecordList { which, columns: month::COLUMNS.to_vec(), first: 0, count: usize::MAX };
        let days = self.days.get(cx.store, asked).cloned().unwrap_or_default();
        if let Some(day) = month::month_ui(ui, cx, &mut month, &days) {
            self.wants_new = Some(Some(day));
        }
        self.month = Some((first, month));
    }

    /// The menu of the series: each leads to its page, the last entry makes another.
    fn series_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let asked = Names { entity: Entity::Series, list: None, containing: String::new() };
        let found = self.series.get(cx.store, asked).map(Vec::as_slice).unwrap_or_default();
        let name = tr!(tr, "series-all");
        let button = ui.add(Button::new(&name).icon(Icon::Calendar));
        let mut entries: Vec<MenuEntry> = found.iter().map(|named| MenuEntry::new(named.name.as_str())).collect();
        let templates = self.templates.get(cx.store, Templates { containing: String::new() });
        let templates = templates.map(Vec::as_slice).unwrap_or_default();
        for (place, named) in templates.iter().enumerate() {
            let entry = MenuEntry::new(tr!(tr, "meetings-template-named", name = named.name.as_str()));
            entries.push(if place == 0 { entry.begins_group() } else { entry });
        }
        entries.push(MenuEntry::new(tr!(tr, "series-new")).begins_group().enabled(!cx.store.is_read_only()));
        let Some(chosen) = menu_below(ui, &button, &name, &entries) else { return };
        match found.iter().chain(templates).nth(chosen).map(|named| named.record) {
            Some(series) => cx.go(Route::Record(series)),
            None => {
                let names = ["title", "kind", "repeats", "organisation", "notes"];
                self.series_form = Some(RecordForm::add(tr!(tr, "series-new"), Entity::Series, &names, Vec::new(), cx));
            }
        }
    }

    fn forms_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if let Some(day) = self.wants_new.take()
            && self.form.is_none()
            && !cx.store.is_read_only()
        {
            // What is begun as something else does not begin as what was left.
            let is_plain = day.is_none() && self.invites.is_empty() && self.like.is_none();
            let left = self.left.take_if(|_| is_plain).map(|left| left.again());
            // What was typed before the program ended.
            let left = left.or_else(|| is_plain.then(|| NewMeetingForm::kept(ui.ctx(), cx)).flatten());
            self.form = match left {
                Some(left) => {
                    cx.ask(Ask::NewMeetingBack);
                    Some(left)
                }
                None => {
                    let form = NewMeetingForm::new(day, cx).invite(std::mem::take(&mut self.invites));
                    Some(form.like(self.like.take()))
                }
            };
        }
        let is_left = self.series_form.as_mut().is_some_and(|form| form.show(ui.ctx(), cx) != FormOutput::Open);
        if is_left {
            self.series_form = None;
        }
        let Some(mut form) = self.form.take() else { return };
        match form.show(ui.ctx(), cx) {
            NewMeetingOutput::Open => self.form = Some(form),
            NewMeetingOutput::Cancelled => {
                if form.is_begun() {
                    self.left = Some(Box::new(form));
                    cx.ask(Ask::NewMeetingLeft);
                }
                if std::mem::take(&mut self.goes_back) {
                    cx.ask(Ask::Back);
                }
            }
            NewMeetingOutput::Sent(ticket) => {
                self.goes_back = false;
                self.sent = Some((ticket, form));
                self.opens_sent = true;
            }
        }
    }
}

/// How a person left the list when it was not yet a register: as what it was shown, and its columns.
fn as_it_was(views: &KeptViews) -> Option<Views> {
    const COLUMNS: [&str; 8] = ["date", "number", "title", "host", "venue", "standing", "attended", "results"];
    let shape: Option<Shape> = views.get::<String>("view-meetings").map(|view| match view.as_str() {
        "month" => Shape::Month,
        _ => Shape::Table,
    });
    let layout: Option<TableLayout> = views.get("table-meetings");
    if shape.is_none() && layout.is_none() {
        return None;
    }
    let mut kept = Views::new(&MEETINGS);
    kept.now.shape = shape.unwrap_or_default();
    if let Some(layout) = layout.filter(|layout| !layout.is_untouched()) {
        kept.now.layout = layout;
        kept.now.known = Some(COLUMNS.map(str::to_owned).into_iter().collect::<BTreeSet<_>>());
    }
    Some(kept.sound(&MEETINGS))
}

impl Screen for MeetingsScreen {
    fn commands(&self, is_read_only: bool) -> Vec<ScreenCommand> {
        self.list.commands(is_read_only)
    }

    fn run(&mut self, command: ScreenCommand, cx: &mut Cx<'_>) {
        self.list.run(command, cx);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if let Some(meeting) = self.opening.take() {
            cx.go(Route::Meeting(meeting));
        }
        if let Some(day) = self.wants_day.take() {
            let first = parts::first_calendar(cx.settings.calendars);
            self.list.views.now.shape = Shape::Month;
            self.month = Some((first, MonthViewState::new(first, day)));
        }
        self.heading_ui(ui, cx);
        self.list.bars_ui(ui, cx);
        if self.list.views.now.shape == Shape::Month {
            self.month_ui(ui, cx);
        } else {
            self.list.list_ui(ui, cx);
        }
        self.list.end_ui(ui, cx);
        if std::mem::take(&mut self.list.wants_new) {
            self.start_new();
        }
        self.forms_ui(ui, cx);
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.list.on_reply(reply);
        if let Some(form) = &mut self.series_form {
            form.on_reply(reply);
        }
        if let Some((_, mut form)) = self.sent.take_if(|(ticket, _)| *ticket == reply.ticket) {
            if reply.result.is_ok() {
                form.forget();
            }
            match &reply.result {
                Ok(applied) if self.opens_sent => self.opening = applied.record.map(|record| MeetingId(record.id)),
                Ok(_) => {}
                Err(error) => {
                    form.refused(error.clone());
                    self.refused = Some(reply.ticket);
                    self.form = Some(form);
                }
            }
        }
    }

    fn note(&mut self, changes: Changes) {
        self.list.note(changes);
        self.days.note(changes);
        self.series.note(changes);
        self.templates.note(changes);
        if let Some(form) = &mut self.series_form {
            form.note(changes);
        }
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
    }

    fn holds_refused(&self, ticket: Ticket) -> bool {
        self.refused == Some(ticket) || self.series_form.as_ref().is_some_and(|form| form.was_refused(ticket))
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.list.flush(cx);
        self.opens_sent = false;
        if let Some(mut form) = self.form.take() {
            match form.flush(cx) {
                Some(ticket) => self.sent = Some((ticket, form)),
                None if form.is_begun() => self.form = Some(form),
                None => {}
            }
        }
        if self.series_form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.series_form = None;
        }
    }

    fn paper(&self, cx: &Cx<'_>) -> Option<PaperSubject> {
        self.list.paper(cx)
    }

    fn recall(&mut self, views: &KeptViews) {
        self.list.recall(views);
        if views.get::<Views>(&self.list.view_name()).is_none()
            && let Some(kept) = as_it_was(views)
        {
            self.list.take_up(kept);
        }
    }
}
