//! The meeting's head: what and where it is, whether it runs, and the one thing to do next.

use super::{MeetingScreen, Part, more};
use crate::arabic;
use crate::calendar::{Date, Time};
use crate::domain::{FieldValue, MeetingStatus, MinutesState, PaperFormat, lifecycle, preparing_marks};
use crate::screens::reason::{return_minutes, send_meeting_move};
use crate::screens::{Ask, Cx, Route, Screen, ScreenCommand};
use crate::store::Edit;
use crate::store::query::{Meeting, MeetingView};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{Button, Chip, Icon, Line, MenuEntry, Tone, Type, UiExt, menu_below, paint};
use egui::{Frame, Margin, Response, Ui};
use std::time::Duration;

/// What a title that gives way to the buttons beside it keeps, in points. With less it stands above them.
const TITLE: f32 = 260.0;
/// What the button that puts the date right takes besides its words, in points.
const OTHER_DAY_BUTTON: f32 = 48.0;

impl MeetingScreen {
    /// Title, facts in a line, and the buttons.
    pub(super) fn header_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, is_narrow: bool) {
        let margin = Margin {
            top: ui.metrics().medium as i8 + 2,
            bottom: ui.metrics().medium as i8,
            ..Margin::same(ui.metrics().page as i8)
        };
        Frame::new().fill(ui.tokens().surface).inner_margin(margin).show(ui, |ui| {
            ui.column(|ui| {
                if is_narrow {
                    self.stacked_head_ui(ui, cx, view);
                } else {
                    self.head_lines_ui(ui, cx, view);
                }
                remark_ui(ui, cx, view);
                other_day_ui(ui, cx, view);
            });
        });
    }

    /// The title above the buttons; where there is no room for the facts they are in the form.
    fn stacked_head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        ui.spacing_mut().item_spacing.y = ui.metrics().hair;
        ui.row_of(Type::Title.line_height(), |ui| {
            let beside = status_width(ui, cx, view) + ui.metrics().medium;
            let room = (ui.available_width() - beside).max(120.0);
            ui.add(Line::new(&view.meeting.title).size(Type::Section).weight(Weight::Bold).max_width(room).heading());
            self.status_ui(ui, cx, view);
        });
        ui.row(|ui| self.buttons_ui(ui, cx, view));
    }

    fn head_lines_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        ui.spacing_mut().item_spacing.y = ui.metrics().hair;
        let gap = ui.metrics().medium;
        let beside = self.buttons_width(ui, cx, view) + status_width(ui, cx, view) + 2.0 * gap;
        let title = &view.meeting.title;
        let wanted = paint::width_of(ui, title, Type::Title, Weight::Bold).min(TITLE);
        if ui.available_width() < beside + wanted {
            self.stacked_head_ui(ui, cx, view);
            return facts_ui(ui, cx, view);
        }
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let room = (ui.available_width() - beside).max(wanted);
            let title = Line::new(title).size(Type::Title).weight(Weight::Bold).max_width(room).heading();
            ui.add(title);
            self.status_ui(ui, cx, view);
            ui.at_end("meeting-buttons", |ui| self.buttons_ui(ui, cx, view));
        });
        facts_ui(ui, cx, view);
    }

    /// Where the meeting stands, and the menu of where it may go from there.
    fn status_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        let name = tr!(cx.tr, "meeting-status-of");
        let Some(chip) = status_chip(ui, cx, view, &name) else { return };
        let moves = lifecycle::meeting_moves(view.meeting.status);
        let words = |to: &MeetingStatus| MenuEntry::new(tr!(cx.tr, move_key(view.meeting.status, *to)));
        let mut entries: Vec<MenuEntry> = moves.iter().map(words).collect();
        let is_running = view.meeting.status == MeetingStatus::InProgress;
        let is_paused = view.meeting.running_since.is_none();
        if is_running {
            let key = if is_paused { "meeting-go-on" } else { "meeting-pause" };
            entries.push(MenuEntry::new(tr!(cx.tr, key)));
        }
        let Some(chosen) = menu_below(ui, &chip, &name, &entries) else { return };
        let starts =
            |to: &&MeetingStatus| **to == MeetingStatus::InProgress && view.meeting.status != MeetingStatus::Held;
        if moves.get(chosen).filter(starts).is_some() {
            self.start(cx, view);
        } else if let Some(to) = moves.get(chosen) {
            self.reason = send_meeting_move(view.meeting.id, *to, cx);
        } else {
            cx.store.send(Edit::Pause { meeting: view.meeting.id, is_paused: !is_paused });
        }
    }

    /// Roughly what the buttons need, so that a long title gives way.
    fn buttons_width(&self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) -> f32 {
        let words = [attendance_words(cx, view), tr!(cx.tr, "meeting-minutes"), main_words(cx, view)];
        let one = |text: String| paint::width_of(ui, &text, Type::Interface, Weight::SemiBold) + 40.0;
        let prepare = Self::can_prepare(view).then(|| tr!(cx.tr, "meeting-prepare"));
        words.into_iter().chain(review_words(cx, view)).chain(prepare).map(one).sum::<f32>() + 96.0
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        let tooltip = tr!(cx.tr, "attendance-roll-tooltip");
        if ui.add(Button::new(&attendance_words(cx, view)).tooltip(tooltip)).clicked() {
            self.call_roll(view);
        }
        if Self::can_prepare(view) {
            let is_open = self.preparing.is_open;
            if ui.add(Button::new(&tr!(cx.tr, "meeting-prepare")).selected(is_open)).clicked() {
                self.turn_preparing(cx, !is_open);
            }
        }
        let words = tr!(cx.tr, "meeting-minutes");
        let minutes = ui.add(Button::new(&words).tooltip(tr!(cx.tr, "meeting-minutes-tooltip")).keys("Ctrl M"));
        if minutes.clicked() {
            cx.go(Route::Minutes(self.id));
        }
        let export = tr!(cx.tr, "meeting-export");
        let tooltip = tr!(cx.tr, "meeting-export-tooltip");
        if ui.add(Button::icon_only(Icon::Document, &export).tooltip(tooltip)).clicked() {
            self.flush(cx);
            cx.asks.push(Ask::ExportMinutes(self.id, PaperFormat::Pdf));
        }
        let main = main_words(cx, view);
        let mut next = minutes.id;
        match view.meeting.status {
            MeetingStatus::InProgress => {
                let button = ui.add(Button::primary(&main));
                next = button.id;
                if button.clicked() {
                    self.close_meeting(cx, view);
                }
            }
            MeetingStatus::Held if view.meeting.approved_on.is_some() => {}
            MeetingStatus::Held => {
                self.review_ui(ui, cx, view);
                let tooltip = tr!(cx.tr, "meeting-approve-tooltip");
                let button = ui.add(Button::primary(&main).icon(Icon::Check).tooltip(tooltip));
                next = button.id;
                if button.clicked() {
                    self.approve_minutes(cx, view);
                }
            }
            MeetingStatus::Draft
            | MeetingStatus::Scheduled
            | MeetingStatus::Invited
            | MeetingStatus::Postponed
            | MeetingStatus::Cancelled => {
                let is_over = is_over(view, cx);
                let mut button = Button::primary(&main);
                if is_over {
                    button = button.tooltip(tr!(cx.tr, "meeting-mark-held-tooltip"));
                }
                if ui.add(button).clicked() {
                    if is_over {
                        self.close_meeting(cx, view);
                    } else {
                        self.begin(cx, view);
                    }
                }
            }
        }
        self.more_ui(ui, cx, view);
        self.focus_after_step(ui, next);
    }

    /// Starts the meeting: whoever does is about to take notes.
    fn begin(&mut self, cx: &mut Cx<'_>, view: &MeetingView) {
        self.start(cx, view);
        self.turn_preparing(cx, false);
        self.part = Part::Notes;
        if let Some(item) = view.agenda.iter().find(|item| Some(item.id) == self.active) {
            self.notes.focus_end_of(item);
        }
    }

    /// What the search runs by its name: what the buttons of the head do.
    pub(super) fn commands_of(view: &MeetingView, is_read_only: bool) -> Vec<ScreenCommand> {
        let mut commands = Vec::new();
        if !is_read_only {
            commands.extend(match view.meeting.status {
                MeetingStatus::InProgress => Some(ScreenCommand::EndMeeting),
                MeetingStatus::Held if view.meeting.approved_on.is_some() => None,
                MeetingStatus::Held => Some(ScreenCommand::ApproveMinutes),
                MeetingStatus::Draft
                | MeetingStatus::Scheduled
                | MeetingStatus::Invited
                | MeetingStatus::Postponed
                | MeetingStatus::Cancelled => Some(ScreenCommand::StartMeeting),
            });
        }
        commands.extend(Self::can_prepare(view).then_some(ScreenCommand::Prepare));
        commands.extend([ScreenCommand::CallRoll, ScreenCommand::FindNotes]);
        commands.extend(more::commands(view, is_read_only));
        commands
    }

    /// Does one of them.
    pub(super) fn run_command(&mut self, command: ScreenCommand, cx: &mut Cx<'_>, view: &MeetingView) {
        match command {
            ScreenCommand::StartMeeting => self.begin(cx, view),
            ScreenCommand::EndMeeting => self.close_meeting(cx, view),
            ScreenCommand::ApproveMinutes => self.approve_minutes(cx, view),
            ScreenCommand::Prepare => self.go_to_preparing(cx),
            ScreenCommand::CallRoll => self.call_roll(view),
            ScreenCommand::FindNotes => {
                self.turn_preparing(cx, false);
                self.open_find();
            }
            // Another page's.
            ScreenCommand::FindMinutes => {}
            ScreenCommand::Menu(key) => {
                if let Some(choice) = more::choice(view, key) {
                    self.do_more(cx, view, choice);
                }
            }
        }
    }

    /// What is to be done next has the focus once the store has answered a step, unless the person went elsewhere.
    fn focus_after_step(&mut self, ui: &Ui, next: egui::Id) {
        let (revision, is_loading) = self.page_facts;
        let is_answered = self.stepped.is_some_and(|before| before != revision) && !is_loading;
        let is_covered = self.open.is_some() || self.reason.is_some() || self.closing.is_some();
        if !is_answered || is_covered {
            return;
        }
        self.stepped = None;
        let is_in_notes = self.notes.focused.is_some();
        if !is_in_notes {
            ui.memory_mut(|memory| memory.request_focus(next));
        }
    }

    /// The step of review that is next.
    fn review_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let Some(words) = review_words(cx, view) else { return };
        let meeting = view.meeting.id;
        if view.meeting.minutes == MinutesState::InReview {
            if ui.add(Button::new(&words)).clicked() {
                self.flush(cx);
                self.reason = Some(return_minutes(meeting));
            }
        } else if ui.add(Button::new(&words).tooltip(tr!(cx.tr, "meeting-review-tooltip"))).clicked() {
            self.flush(cx);
            self.note_step();
            cx.store.send(Edit::ReviewMinutes { meeting, to: MinutesState::InReview, comment: String::new() });
        }
    }
}

/// What a move is called where it is chosen: what is done, where the name of the status alone would not say it.
const fn move_key(from: MeetingStatus, to: MeetingStatus) -> &'static str {
    match (from, to) {
        (MeetingStatus::Held, MeetingStatus::InProgress) => "meeting-resume",
        (_, MeetingStatus::InProgress) => "meeting-start",
        (MeetingStatus::InProgress, MeetingStatus::Held) => "meeting-end",
        (_, MeetingStatus::Held) => "meeting-was-held",
        _ => to.label_key(),
    }
}

/// Is it written down after its day, without having been begun here? Its clock would tell of another day.
fn is_over(view: &MeetingView, cx: &Cx<'_>) -> bool {
    let meeting = &view.meeting;
    !lifecycle::took_place(meeting.status)
        && meeting.date.is_some_and(|day| day < cx.today)
        && view.awaited(cx.today, &preparing_marks(cx.tr)).is_none()
}

fn main_words(cx: &Cx<'_>, view: &MeetingView) -> String {
    match view.meeting.status {
        MeetingStatus::InProgress => tr!(cx.tr, "meeting-end"),
        MeetingStatus::Held if view.meeting.approved_on.is_some() => String::new(),
        MeetingStatus::Held => tr!(cx.tr, "meeting-approve"),
        _ if is_over(view, cx) => tr!(cx.tr, "meeting-mark-held"),
        MeetingStatus::Draft
        | MeetingStatus::Scheduled
        | MeetingStatus::Invited
        | MeetingStatus::Postponed
        | MeetingStatus::Cancelled => tr!(cx.tr, "meeting-start"),
    }
}

/// The facts in a line.
fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
    let facts = facts_line(cx, view);
    let weak = ui.tokens().ink_weak;
    ui.add(Line::new(&facts).color(weak).max_width(ui.available_width()));
}

/// What the minutes were returned with.
fn remark_ui(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
    if view.meeting.remark.is_empty() {
        return;
    }
    let words = tr!(cx.tr, "meeting-returned-with", remark = view.meeting.remark.as_str());
    let colour = ui.tokens().tone(Tone::Amber).ink;
    ui.add(Label::new(words).color(colour).wrap());
}

/// A meeting that began today and has another date says so, with the way to put it right.
fn other_day_ui(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
    let Some(planned) = began_on_other_day(&view.meeting, cx.today) else { return };
    let words = tr!(cx.tr, "meeting-other-day", date = planned.medium(cx.tr, cx.settings.calendars));
    ui.row(|ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        let colour = ui.tokens().tone(Tone::Amber).ink;
        // The time of another day says nothing of this one: the hour at which it began goes with the day.
        let began = view.meeting.running_since.map(Time::at_unix);
        let began = began.filter(|_| view.meeting.start != began || view.meeting.began != began);
        let today = match began {
            Some(began) => tr!(cx.tr, "meeting-date-time-today", time = began.text(cx.tr)),
            None => tr!(cx.tr, "meeting-date-today"),
        };
        let taken = paint::width_of(ui, &today, Type::Caption, Weight::SemiBold) + OTHER_DAY_BUTTON;
        ui.add(Line::new(&words).color(colour).max_width((ui.available_width() - taken).max(TITLE)));
        let button = Button::new(&today).small();
        if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
            let mut values: Vec<FieldValue> = vec![("date", cx.today.into())];
            if let Some(began) = began {
                values.extend([("start_time", began.into()), ("began_at", began.into())]);
            }
            cx.store.send(Edit::Set { record: view.meeting.id.record(), values, session: None, based_on: None });
        }
    });
}

/// The date that a meeting has which began today, if it is another day. One that was stopped since began some time ago.
fn began_on_other_day(meeting: &Meeting, today: Date) -> Option<Date> {
    let since = meeting.running_since.filter(|_| meeting.status == MeetingStatus::InProgress)?;
    let began_today = meeting.ran_seconds == 0 && Date::at_unix(since) == today;
    meeting.date.filter(|planned| began_today && *planned != today)
}

/// The step of review that is next, while minutes wait for their approval.
fn review_words(cx: &Cx<'_>, view: &MeetingView) -> Option<String> {
    if view.meeting.status != MeetingStatus::Held || cx.store.is_read_only() {
        return None;
    }
    match view.meeting.minutes {
        MinutesState::Draft | MinutesState::Returned => Some(tr!(cx.tr, "meeting-review")),
        MinutesState::InReview => Some(tr!(cx.tr, "meeting-return")),
        MinutesState::Approved | MinutesState::Signed => None,
    }
}

/// «الحضور 11 من 14».
fn attendance_words(cx: &Cx<'_>, view: &MeetingView) -> String {
    tr!(cx.tr, "meeting-attendance-count", attended = view.presence.attended, expected = view.presence.expected)
}

/// What the chip of the status says, and how it looks.
fn status_look(cx: &Cx<'_>, meeting: &Meeting) -> (String, Tone, Option<Icon>) {
    if meeting.approved_on.is_some() {
        let is_signed = meeting.minutes == MinutesState::Signed;
        let key = if is_signed { "meeting-signed" } else { "meeting-approved" };
        return (tr!(cx.tr, key, number = cx.tr.code(&meeting.minutes_number)), Tone::Green, Some(Icon::Check));
    }
    let (label, held) = match meeting.minutes {
        MinutesState::InReview => (meeting.minutes.label_key(), Tone::Blue),
        MinutesState::Returned => (meeting.minutes.label_key(), Tone::Amber),
        MinutesState::Draft | MinutesState::Approved | MinutesState::Signed => {
            (meeting.status.label_key(), Tone::Neutral)
        }
    };
    match (meeting.status, meeting.running_since) {
        (MeetingStatus::InProgress, Some(since)) => {
            let clock = clock_words(cx, ran_for(cx, meeting, since));
            (tr!(cx.tr, "meeting-running", clock = clock), Tone::Green, Some(Icon::Dot))
        }
        (MeetingStatus::InProgress, None) => {
            (tr!(cx.tr, "meeting-paused", clock = clock_words(cx, meeting.ran_seconds)), Tone::Amber, None)
        }
        (MeetingStatus::Cancelled | MeetingStatus::Postponed, _) => (cx.tr.text(label, &[]), Tone::Amber, None),
        (MeetingStatus::Held, _) => (cx.tr.text(label, &[]), held, None),
        (MeetingStatus::Draft | MeetingStatus::Scheduled | MeetingStatus::Invited, _) => {
            (cx.tr.text(label, &[]), Tone::Neutral, None)
        }
    }
}

/// For how many seconds it has run.
fn ran_for(cx: &Cx<'_>, meeting: &Meeting, since: i64) -> i64 {
    meeting.ran_seconds + (cx.now - since).max(0)
}

/// What its chip takes.
fn status_width(ui: &Ui, cx: &Cx<'_>, view: &MeetingView) -> f32 {
    let (words, tone, icon) = status_look(cx, &view.meeting);
    let chip = Chip::new(&words, tone).menu(&words);
    if let Some(icon) = icon { chip.icon(icon).width(ui) } else { chip.width(ui) }
}

/// The status, and the running clock while it runs. Answers the chip whose menu moves the meeting; approved minutes have
/// none.
fn status_chip(ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView, name: &str) -> Option<Response> {
    let meeting = &view.meeting;
    let (words, tone, icon) = status_look(cx, meeting);
    let mut chip = Chip::new(&words, tone);
    if let Some(icon) = icon {
        chip = chip.icon(icon);
    }
    let can_move = meeting.approved_on.is_none() && !cx.store.is_read_only();
    let shown = ui.add(if can_move { chip.menu(name) } else { chip });
    if let Some(since) = meeting.running_since.filter(|_| meeting.status == MeetingStatus::InProgress) {
        // The clock shows minutes; nothing else makes an idle meeting draw.
        let rest = u64::try_from(60 - ran_for(cx, meeting, since) % 60).unwrap_or(60);
        ui.ctx().request_repaint_after(Duration::from_secs(rest));
    }
    can_move.then_some(shown)
}

/// «00:42»: hours and minutes.
fn clock_words(cx: &Cx<'_>, seconds: i64) -> String {
    let clock = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    arabic::isolate_ltr(&arabic::to_digits(&clock, cx.tr.digits()))
}

/// Place, times, date, number, bodies: what is known, with dots between.
fn facts_line(cx: &Cx<'_>, view: &MeetingView) -> String {
    let meeting = &view.meeting;
    let separator = tr!(cx.tr, "list-comma");
    // Each name keeps its own direction, and they run the interface's way whatever the first is written in.
    let isolate = arabic::isolate::isolate;
    let listed = |names: Vec<&str>| names.into_iter().map(isolate).collect::<Vec<_>>().join(&separator);
    let place = [meeting.venue.as_str(), meeting.city.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let bodies = view.parties.iter().map(|party| party.name.as_str()).collect();
    let mut parts = vec![listed(place)];
    if let Some(start) = meeting.began.or(meeting.start) {
        parts.push(isolate(&start.range_text(meeting.end, cx.tr)));
    }
    if let Some(date) = meeting.date {
        parts.push(isolate(&date.short(cx.tr, cx.settings.calendars)));
    }
    if let Some((_, series)) = &meeting.series {
        parts.push(isolate(series));
    }
    if !meeting.number.is_empty() {
        parts.push(isolate(&tr!(cx.tr, "meeting-number", number = cx.tr.code(&meeting.number))));
    }
    parts.push(listed(bodies));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
