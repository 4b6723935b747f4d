//! «الاجتماعات»: the meetings as a list and as a month, and the form of a new one.

mod cells;
mod listing;
mod new_meeting;
mod source;

use super::list::{ListTable, RowAct, row_menu};
use super::{Ask, Cx, KeptViews, Route, Screen, parts};
use crate::calendar::{Calendar, Date};
use crate::domain::{Entity, MeetingId, Record};
use crate::screens::form::{FormOutput, RecordForm};
use crate::store::query::{MeetingDays, MeetingRow, MeetingRows, Names, Templates};
use crate::store::{Changes, Live, Reply, Ticket};
use crate::tr;
use crate::widgets::table::NARROW;
use crate::widgets::{
    Button, Field, Icon, KeyHint, MenuEntry, MonthEvent, MonthView, MonthViewState, Skeleton, UiExt, empty_state,
    key_footer, menu_below, page_heading,
};
use egui::{Frame, Margin, Ui};
use listing::Listing;
use new_meeting::{NewMeetingForm, NewMeetingOutput};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How the meetings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum View {
    #[default]
    List,
    Month,
}

/// The name under which the view is kept.
const VIEW: &str = "view-meetings";

/// The screen.
pub struct MeetingsScreen {
    filter: String,
    list: Listing,
    /// The meetings of the month that is shown.
    days: Live<MeetingDays>,
    table: ListTable,
    view: View,
    /// The month that is shown, with the calendar that came first when it was opened.
    month: Option<(Calendar, MonthViewState)>,
    form: Option<NewMeetingForm>,
    /// A form is asked for, on that day if one was chosen.
    /// The form as it was left last, with something typed in it.
    left: Option<Box<NewMeetingForm>>,
    wants_new: Option<Option<Date>>,
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
            filter: String::new(),
            list: Listing::default(),
            days: Live::default(),
            table: ListTable::new("meetings"),
            view: View::default(),
            month: None,
            form: None,
            left: None,
            wants_new: None,
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

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let words = self.filter.trim().to_owned();
        // A month without meetings is still a month.
        if self.view == View::Month {
            let first = parts::first_calendar(cx.settings.calendars);
            let month = self.month.take().filter(|(calendar, _)| *calendar == first);
            let (_, mut month) = month.unwrap_or_else(|| (first, MonthViewState::new(first, cx.today)));
            let (from, until) = month.range();
            let days = self.days.get(cx.store, MeetingDays { containing: words, from, until });
            if let Some(day) = month_ui(ui, cx, &mut month, days.map_or(&[], Vec::as_slice)) {
                self.wants_new = Some(Some(day));
            }
            self.month = Some((first, month));
            return;
        }
        let Some(found) = self.list.get(cx.store, &words, self.table.state.layout().sort()) else {
            return Skeleton::rows(&tr!(tr, "register-loading"), ui.metrics().table_row).show(ui);
        };
        if found.rows.is_empty() {
            if words.is_empty() {
                let (title, about) = (tr!(tr, "meetings-empty"), tr!(tr, "meetings-empty-about"));
                if empty_state(ui, &title, &about, Some(&tr!(tr, "meetings-add"))) {
                    self.wants_new = Some(None);
                }
            } else {
                let key = if cx.store.is_indexing() { "search-is-building" } else { "register-nothing" };
                empty_state(ui, &tr!(tr, key), &tr!(tr, &format!("{key}-about")), None);
            }
            return;
        }
        let seen = table_ui(ui, cx, &mut self.table, found);
        if self.list.follow(&mut self.table.state, seen) {
            ui.ctx().request_repaint();
        }
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

    /// How the list is shown, and what it has to hold.
    fn bar_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        const VIEWS: [View; 2] = [View::List, View::Month];
        let tr = cx.tr;
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let names = [tr!(tr, "meetings-as-list"), tr!(tr, "meetings-as-month")];
            let at = VIEWS.iter().position(|view| *view == self.view).unwrap_or_default();
            if let Some(view) = parts::view_switch(ui, &names, at).and_then(|chosen| VIEWS.get(chosen)) {
                self.view = *view;
                cx.keep_view(VIEW, view);
            }
            let label = tr!(tr, "register-filter");
            let clear = tr!(tr, "widgets-clear", label = &label);
            if Field::search(&mut self.filter, &label, &clear).width(320.0).show(ui).changed {
                self.table.state.show_top();
            }
        });
    }
}

/// The list; answers which rows were drawn.
fn table_ui(ui: &mut Ui, cx: &mut Cx<'_>, table: &mut ListTable, found: &MeetingRows) -> Range<usize> {
    let tr = cx.tr;
    let shown = parts::shown_and_selected(tr, found.total, table.state.selection().len());
    let (walk, open, new) = (tr!(tr, "register-key-walk"), tr!(tr, "shell-key-open"), tr!(tr, "command-new-meeting"));
    let hints = [
        KeyHint { keys: &["J", "K"], words: &walk },
        KeyHint { keys: &["Enter"], words: &open },
        KeyHint { keys: &["Ctrl N"], words: &new },
    ];
    key_footer(ui, &shown, &hints);
    let columns = cells::columns(ui.available_width() < NARROW);
    let menu = |_: &MeetingRow| row_menu(tr, "register-menu-meeting").to_vec();
    let output = table.show(ui, cx, &found.rows, columns, menu, |ui, row, shown| cells::cell(ui, cx, row, shown));
    // A meeting is entered by one click: its page is where the work is.
    let mut entered = output.opened.or(output.clicked);
    match output.menu.map(|(row, chosen)| (row, RowAct::chosen(&chosen))) {
        Some((row, RowAct::Open)) => entered = Some(row),
        Some((_, RowAct::Copy)) => table.copy(ui, cx, &found.rows),
        None => {}
    }
    if let Some(row) = entered {
        cx.go(Route::Meeting(row.id));
    }
    output.seen
}

/// The meetings on their days; answers the day on which a new one is asked for.
fn month_ui(ui: &mut Ui, cx: &mut Cx<'_>, month: &mut MonthViewState, rows: &[MeetingRow]) -> Option<Date> {
    let tr = cx.tr;
    let (walk, open, new) = (tr!(tr, "meetings-key-day"), tr!(tr, "shell-key-open"), tr!(tr, "command-new-meeting"));
    let hints = [
        KeyHint { keys: &["\u{2191}", "\u{2193}"], words: &walk },
        KeyHint { keys: &["Enter"], words: &open },
        KeyHint { keys: &["Ctrl N"], words: &new },
    ];
    key_footer(ui, "", &hints);
    let mut events: Vec<MonthEvent<'_>> = Vec::new();
    for row in rows {
        if let Some(date) = row.date {
            events.push(MonthEvent { key: row.id.0, date, text: &row.title, tone: parts::meeting_tone(row.status) });
        }
    }
    let page = ui.metrics().page as i8;
    let name = tr!(tr, "screen-meetings");
    let margin = Margin { top: 0, bottom: page, ..Margin::same(page) };
    let output = Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| MonthView::new(&name, cx.dates(), &events).show(ui, month))
        .inner;
    if let Some(key) = output.opened {
        cx.go(Route::Meeting(MeetingId(key)));
    }
    output.asked
}

impl Screen for MeetingsScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        if let Some(meeting) = self.opening.take() {
            cx.go(Route::Meeting(meeting));
        }
        page_heading(ui, &tr!(tr, "screen-meetings"), "", |ui| {
            let add = tr!(tr, "meetings-add");
            let button = Button::primary(&add).icon(Icon::Plus).tooltip(tr!(tr, "command-new-meeting")).keys("Ctrl N");
            if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                self.wants_new = Some(None);
            }
            self.series_ui(ui, cx);
        });
        Frame::new()
            .inner_margin(Margin { top: 0, bottom: ui.metrics().medium as i8, ..Margin::same(ui.metrics().page as i8) })
            .show(ui, |ui| self.bar_ui(ui, cx));
        self.list_ui(ui, cx);
        if let Some(day) = self.wants_new.take()
            && self.form.is_none()
            && !cx.store.is_read_only()
        {
            // What is begun as something else does not begin as what was left.
            let is_plain = day.is_none() && self.invites.is_empty() && self.like.is_none();
            self.form = match self.left.take_if(|_| is_plain) {
                Some(left) => Some(left.again()),
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
            NewMeetingOutput::Cancelled if form.is_begun() => {
                self.left = Some(Box::new(form));
                cx.ask(Ask::NewMeetingLeft);
            }
            NewMeetingOutput::Cancelled => {}
            NewMeetingOutput::Sent(ticket) => {
                self.sent = Some((ticket, form));
                self.opens_sent = true;
            }
        }
    }

    fn on_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.series_form {
            form.on_reply(reply);
        }
        if let Some((_, mut form)) = self.sent.take_if(|(ticket, _)| *ticket == reply.ticket) {
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

    fn recall(&mut self, views: &KeptViews) {
        self.table.recall(views);
        self.view = views.get(VIEW).unwrap_or_default();
    }
}
