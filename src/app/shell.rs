//! The frame around the screens: navigation at the start, the bar above with search, saved mark, dates and the person.

use super::path_dialog::PathOutput;
use super::save_failure::WayOut;
use super::screens::Screens;
use super::search::{Chosen, Here, SearchOutput};
use super::{App, Task, UiCommand};
use crate::domain::initials;
use crate::screens::{Choice, Cx, Route, parts};
use crate::store::query::{Counts, CountsView};
use crate::store::{Notice, Saved};
use crate::text::{self, Weight};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::direction::line_below;
use crate::widgets::icon::logo;
use crate::widgets::theme::{RADIUS_CONTROL, Type, is_narrow, is_short};
use crate::widgets::{
    Button, Icon, Line, MenuEntry, Tone, UiExt, arrive, arrive_first, avatar, key_cap, menu_below, notice_bar, paint,
    tip,
};
use egui::{Frame, Margin, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

const NAVIGATION_WIDTH: f32 = 216.0;
/// Before and behind the name of a screen, in points.
const BESIDE_ENTRY: f32 = 10.0;
/// What a second line of its name adds.
const SECOND_LINE: f32 = 20.0;
const SHORTEST_SEARCH: f32 = 150.0;
/// So many frames after a window that lies over all the focus is where it was put.
const FRAMES_OF_A_WINDOW: u8 = 1;

impl Screens {
    /// The section of the navigation that a route belongs to: of a page, that of the register which lists what is open.
    fn section(&self, route: Route) -> Option<Route> {
        match route {
            Route::Meeting(_) | Route::Minutes(_) | Route::Intake => Some(Route::Meetings),
            Route::Record(record) => {
                self.record.as_ref().filter(|(open, _)| *open == record).and_then(|(_, screen)| screen.section())
            }
            Route::Meetings
            | Route::FollowUps
            | Route::Proposals
            | Route::Challenges
            | Route::Partnerships
            | Route::Regulations
            | Route::Tidying
            | Route::Organisations
            | Route::People
            | Route::Settings => Some(route),
            Route::Templates => Some(Route::Settings),
        }
    }
}

impl App {
    pub(super) fn shell_ui(&mut self, ui: &mut Ui) {
        let tokens = ui.tokens();
        let direction = self.direction();
        let plain = Frame::new().fill(tokens.surface);
        if !is_narrow(ui.ctx()) {
            direction
                .start_panel("navigation")
                .exact_size(NAVIGATION_WIDTH)
                .resizable(false)
                .show_separator_line(false)
                .frame(plain)
                .show(ui, |ui| {
                    self.navigation_ui(ui);
                });
        }
        self.run_waiting();
        egui::Panel::top("top-bar")
            .exact_size(ui.metrics().top_bar)
            .show_separator_line(false)
            .frame(plain)
            .show(ui, |ui| self.top_bar_ui(ui));
        egui::CentralPanel::default().frame(plain).show(ui, |ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.notices_ui(ui);
                let today = self.clock.today();
                let now = self.clock.now();
                let Self { store, tr, settings, asks, screens, route, arrives, is_heard, .. } = self;
                let mut cx = Cx { store, tr, settings, today, now, asks };
                if std::mem::take(arrives) {
                    arrive(ui.ctx());
                }
                // A screen reader may begin to listen at any moment; whoever only sees the page sees it.
                if !*is_heard && ui.ctx().has_accesskit_node(ui.unique_id()) {
                    *is_heard = true;
                    arrive_first(ui.ctx());
                }
                screens.at(*route).ui(ui, &mut cx);
                let shown = *route;
                screens.each_at(|route, screen| screen.beside_ui(ui, &mut cx, route == shown));
            });
        });
        // Only now: a page that has just come has a title, and gives the focus to something on it in this frame.
        self.tell_window(ui.ctx());
        self.over_ui(ui.ctx());
        // Nothing here takes files.
        if ui.input_mut(|input| !std::mem::take(&mut input.raw.dropped_files).is_empty()) {
            self.toasts.say(tr!(self.tr, "attach-elsewhere"));
        }
    }

    /// The window is called by what is open in it: a screen reader says its name whenever the focus comes by way of it, and
    /// that is when something opens.
    fn tell_window(&mut self, ctx: &egui::Context) {
        let program = tr!(self.tr, "app-name");
        let name = match self.screens.at(self.route).title().filter(|title| !title.is_empty()) {
            Some(title) => [title, &program].join(" – "),
            None => program,
        };
        super::window::tell_name(ctx, &name);
        text::tell_wrong(ctx, &tr!(self.tr, "widgets-wrong"));
        if self.is_heard {
            text::tell_steps(ctx, &UiCommand::Undo.label(&self.tr), &UiCommand::Redo.label(&self.tr));
        }
    }

    /// Does on the screen what was chosen in the search, once its window is away: below it nothing takes the focus.
    fn run_waiting(&mut self) {
        match self.here.take() {
            Some((command, 0)) => self.run_here(command),
            Some((command, frames)) => self.here = Some((command, frames - 1)),
            None => {}
        }
    }

    /// What opens over the screen.
    fn over_ui(&mut self, ctx: &egui::Context) {
        if let Some(search) = &mut self.search {
            let commands = self.screens.at(self.route).commands(self.store.is_read_only());
            let has_message = !self.toasts.is_empty();
            let here = Here { today: self.clock.today(), commands: &commands, has_message };
            match search.show(ctx, &self.store, &self.tr, &self.settings, &here) {
                SearchOutput::Open => {}
                SearchOutput::Closed => self.search = None,
                SearchOutput::Chosen(chosen) => {
                    self.search = None;
                    match chosen {
                        Chosen::Command(command) => self.commands.push(command),
                        Chosen::Record(record, route) => self.open_found(record, route),
                        Chosen::New(kind) => self.begin_new(Some(kind)),
                        Chosen::Here(command) => self.here = Some((command, FRAMES_OF_A_WINDOW)),
                        Chosen::Day(day) => {
                            self.go(Route::Meetings);
                            self.screens.meetings.show_day(day);
                        }
                        Chosen::NewMeeting(day) => {
                            self.go(Route::Meetings);
                            self.screens.meetings.start_new_on(day);
                        }
                    }
                    ctx.request_repaint();
                }
            }
        }
        self.quick_ui(ctx);
        self.import_ui(ctx);
        self.papers_ui(ctx);
        self.report_ui(ctx);
        if let Some(mut dialog) = self.path_dialog.take() {
            match dialog.show(ctx, &self.tr) {
                PathOutput::Open => self.path_dialog = Some(dialog),
                PathOutput::Cancelled => {}
                PathOutput::Confirmed => self.path_typed(&dialog),
            }
        }
        self.undo_reason_ui(ctx);
        let failed = if let Saved::Failed(error) = self.store.saved() { Some(error) } else { None };
        match self.save_failure.show(ctx, &self.tr, failed.as_ref()) {
            Some(WayOut::Retry) => self.store.retry(),
            Some(WayOut::Rescue) => self.start(Task::Pick(Choice::RescueFolder)),
            Some(WayOut::Leave) => {
                self.is_leaving = true;
                self.commands.push(UiCommand::Quit);
            }
            None => {}
        }
        let close = tr!(self.tr, "shell-close");
        if let Some(action) = self.toasts.show(ctx, &close) {
            self.toast_pressed(ctx, action);
            ctx.request_repaint();
        }
    }

    fn navigation_ui(&mut self, ui: &mut Ui) {
        let counts =
            self.live.counts.get(&self.store, Counts { today: self.clock.today() }).copied().unwrap_or_default();
        let rect = ui.max_rect();
        let edge = self.direction().end_x(rect) - self.direction().forward(0.5);
        ui.painter().vline(edge, rect.y_range(), ui.tokens().hairline());
        let inside = rect.shrink2(vec2(12.0, 0.0));
        let foot_height = if is_short(ui.ctx()) { 0.0 } else { 64.0 };
        let tall = inside.with_max_y(inside.bottom() - foot_height);
        ui.within(tall, "items", |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::Navigation);
                node.set_label(tr!(self.tr, "shell-screens"));
            });
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(16.0);
            ui.row_of(40.0, |ui| {
                ui.add_space(8.0);
                logo(ui, 26.0);
                let name = tr!(self.tr, "app-name");
                let ink = ui.tokens().accent_ink;
                ui.add(Line::new(&name).size(Type::Title).weight(Weight::Bold).color(ink));
            });
            ui.add_space(12.0);
            self.navigation_item(ui, UiCommand::GoMeetings, &self.count(counts.meetings), Tone::Neutral);
            let (follow_ups, tone) = self.follow_ups_count(counts);
            self.navigation_item(ui, UiCommand::GoFollowUps, &follow_ups, tone);
            self.navigation_item(ui, UiCommand::GoProposals, &self.count(counts.proposals), Tone::Neutral);
            self.navigation_item(ui, UiCommand::GoChallenges, &self.count(counts.challenges), Tone::Neutral);
            self.navigation_item(ui, UiCommand::GoPartnerships, &self.count(counts.partnerships), Tone::Neutral);
            self.navigation_item(ui, UiCommand::GoRegulations, &self.count(counts.regulations), Tone::Neutral);
            self.navigation_heading(ui, "shell-registers");
            self.navigation_item(ui, UiCommand::GoOrganisations, &self.count(counts.organisations), Tone::Neutral);
            self.navigation_item(ui, UiCommand::GoPeople, &self.count(counts.people), Tone::Neutral);
            self.navigation_heading(ui, "shell-program");
            self.navigation_item(ui, UiCommand::GoTidying, "", Tone::Neutral);
            self.navigation_item(ui, UiCommand::GoSettings, "", Tone::Neutral);
        });
        if foot_height == 0.0 {
            return;
        }
        let foot = inside.with_min_y(inside.bottom() - 64.0).shrink2(vec2(10.0, 8.0));
        ui.within(foot, "foot", |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Line::new(&tr!(self.tr, "shell-on-this-device")).weak(ui));
            ui.add(Line::new(&self.backup_age()).weak(ui));
        });
    }

    fn count(&self, count: i64) -> String {
        if count > 0 { self.tr.number(count) } else { String::new() }
    }

    fn follow_ups_count(&self, counts: CountsView) -> (String, Tone) {
        if counts.overdue > 0 {
            (tr!(self.tr, "shell-overdue", count = counts.overdue), Tone::Red)
        } else {
            (self.count(counts.follow_ups), Tone::Neutral)
        }
    }

    fn backup_age(&self) -> String {
        match self.store.last_backup() {
            Some(at) => tr!(self.tr, "shell-last-backup", age = parts::age(self.clock.now() - at, &self.tr)),
            None => tr!(self.tr, "shell-no-backup"),
        }
    }

    fn navigation_heading(&self, ui: &mut Ui, key: &str) {
        ui.add_space(12.0);
        ui.row_of(24.0, |ui| {
            ui.add_space(10.0);
            ui.add(Line::new(&tr!(self.tr, key)).weak(ui));
        });
    }

    fn navigation_item(&mut self, ui: &mut Ui, command: UiCommand, count: &str, tone: Tone) {
        let is_here = self.is_at(command);
        let label = tr!(self.tr, screen_key(command));
        let weight = if is_here { Weight::SemiBold } else { Weight::Regular };
        let width = paint::width_of(ui, count, Type::Caption, Weight::Medium);
        let room = ui.available_width() - 2.0 * BESIDE_ENTRY - width - ui.metrics().small;
        let lines = paint::in_two_lines(ui, &label, (Type::Interface, weight), room);
        let height = ui.metrics().entry + if lines.1.is_empty() { 0.0 } else { SECOND_LINE };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Link, true, is_here, &label));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(count));
        let tokens = ui.tokens();
        let direction = ui.direction();
        if is_here || response.hovered() {
            let fill = if is_here { tokens.accent_wash } else { tokens.surface_sunken };
            ui.painter().rect_filled(rect, RADIUS_CONTROL, fill);
        }
        let content = rect.shrink2(vec2(BESIDE_ENTRY, 0.0));
        let (mut first, mut second) = content.split_top_bottom_at_y(content.bottom());
        if !lines.1.is_empty() {
            let inner = content.shrink2(vec2(0.0, (height - 2.0 * SECOND_LINE) / 2.0));
            (first, second) = inner.split_top_bottom_at_y(inner.center().y);
        }
        let ink = if is_here { tokens.accent_ink } else { tokens.ink_soft };
        let place = direction.take_end(&mut first, width);
        let count_ink = if tone == Tone::Red { tokens.tone(tone).ink } else { tokens.ink_weak };
        paint::line_in(ui, place, direction.end_center(), count, (Type::Caption, Weight::Medium), count_ink);
        direction.take_end(&mut first, ui.metrics().small);
        paint::line_in(ui, first, direction.start_center(), lines.0, (Type::Interface, weight), ink);
        if !lines.1.is_empty() {
            paint::line_in(ui, second, direction.start_center(), lines.1, (Type::Interface, weight), ink);
        }
        focus_ring(ui, &response, RADIUS_CONTROL);
        if tip(response, &command.label(&self.tr), &command.shortcut().keys(ui.direction())).clicked() {
            self.commands.push(command);
        }
    }

    fn top_bar_ui(&mut self, ui: &mut Ui) {
        let rect = ui.max_rect();
        line_below(ui, rect);
        ui.row_within(rect.shrink2(vec2(ui.metrics().page, 0.0)), "bar", |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().large;
            let dates = self.clock.today().medium(&self.tr, self.settings.calendars);
            let dates_width = paint::width_of(ui, &dates, Type::Caption, Weight::Regular);
            if is_narrow(ui.ctx()) {
                self.navigation_menu(ui);
            }
            // The search and the saved mark come first; where the dates have no room they are not cut short.
            let has_room = ui.available_width() > dates_width + 220.0 + SHORTEST_SEARCH;
            let room = ui.available_width() - if has_room { dates_width + 220.0 } else { 190.0 };
            self.search_box(ui, room.clamp(SHORTEST_SEARCH, 520.0));
            self.saved_mark(ui);
            ui.at_end("dates", |ui| {
                let ink = ui.tokens().ink_soft;
                if has_room {
                    ui.add(Line::new(&dates).size(Type::Caption).color(ink));
                }
                if !self.settings.coordinator.is_empty() {
                    let who = avatar(ui, &initials(&self.settings.coordinator), 28.0);
                    let name = self.settings.coordinator.clone();
                    who.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                    text::tooltip(who, &name);
                }
            });
        });
    }

    /// What stands beside the page in a wider window.
    fn navigation_menu(&mut self, ui: &mut Ui) {
        let name = tr!(self.tr, "shell-screens");
        let button = ui.add(Button::icon_only(Icon::Menu, &name));
        let screens: Vec<UiCommand> = UiCommand::ALL.into_iter().filter(|command| command.route().is_some()).collect();
        let entries: Vec<MenuEntry> = screens
            .iter()
            .map(|command| {
                MenuEntry::new(tr!(self.tr, screen_key(*command)))
                    .shortcut(command.shortcut().keys(ui.direction()))
                    .current(self.is_at(*command))
            })
            .collect();
        let chosen = menu_below(ui, &button, &name, &entries);
        self.commands.extend(chosen.and_then(|at| screens.get(at)).copied());
    }

    /// Does this command lead to where the window is, or to the section of what is open?
    fn is_at(&self, command: UiCommand) -> bool {
        command.route().is_some() && command.route() == self.screens.section(self.route)
    }

    /// Looks like a field and opens the search.
    fn search_box(&mut self, ui: &mut Ui, width: f32) {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ui.metrics().control - 2.0), Sense::click());
        let name = UiCommand::Search.label(&self.tr);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let tokens = ui.tokens();
        let direction = ui.direction();
        let stroke = Stroke::new(1.0, if response.hovered() { tokens.line_strong } else { tokens.line });
        ui.painter().rect(rect, RADIUS_CONTROL, tokens.surface_sunken, stroke, StrokeKind::Inside);
        let mut content = rect.shrink2(vec2(12.0, 0.0));
        let icon = direction.take_start(&mut content, 14.0);
        let icon = Rect::from_center_size(icon.center(), Vec2::splat(14.0));
        Icon::Search.paint(ui.painter(), icon, tokens.ink_weak, direction.is_rtl());
        direction.take_start(&mut content, 8.0);
        let keys = direction.take_end(&mut content, 48.0);
        ui.row_within(keys, "keys", |ui| {
            ui.at_end("cap", |ui| key_cap(ui, "Ctrl K"));
        });
        let hint = tr!(self.tr, "shell-search-hint");
        let words = (Type::Interface, Weight::Regular);
        paint::line_in(ui, content, direction.start_center(), &hint, words, tokens.ink_weak);
        focus_ring(ui, &response, RADIUS_CONTROL);
        let search = UiCommand::Search;
        if tip(response, &search.label(&self.tr), &search.shortcut().keys(ui.direction())).clicked() {
            self.commands.push(UiCommand::Search);
        }
    }

    /// Says whether what was typed is on the disk: only after it is, and of nothing as long as nothing was.
    fn saved_mark(&mut self, ui: &mut Ui) {
        let (text, tone, is_failure) = match self.store.saved() {
            Saved::Yes if !self.has_saved => return,
            Saved::Yes => (tr!(self.tr, "shell-saved"), Tone::Green, false),
            Saved::Pending => (tr!(self.tr, "shell-saving"), Tone::Neutral, false),
            Saved::Failed(error) => (parts::save_failure(&error, &self.tr), Tone::Red, true),
        };
        let ink = if tone == Tone::Green { ui.tokens().accent_stroke } else { ui.tokens().tone(tone).ink };
        if is_failure {
            let chip = crate::widgets::Chip::new(&text, tone).icon(Icon::Warning).clickable();
            let chip = ui.add(chip);
            // That it is being saved, and was, is no news to who hears the page; it would be said over what is. That it was
            // not is.
            ui.ctx().accesskit_node_builder(chip.id, |node| node.set_live(egui::accesskit::Live::Assertive));
            if chip.clicked() {
                self.save_failure.open();
            }
            return;
        }
        ui.spacing_mut().item_spacing.x = 4.0;
        Icon::Dot.show(ui, 10.0, ink);
        ui.add(Line::new(&text).size(Type::Caption).color(ink));
        ui.spacing_mut().item_spacing.x = ui.metrics().large;
    }

    fn notices_ui(&self, ui: &mut Ui) {
        for notice in self.store.notices() {
            let text = match notice {
                Notice::NewerReadOnly => tr!(self.tr, "shell-notice-newer"),
                Notice::ReadOnly => tr!(self.tr, "shell-notice-read-only"),
                Notice::RiskyPlace(place) => tr!(self.tr, "shell-notice-risky", place = place),
            };
            notice_bar(ui, &text, Tone::Amber);
        }
        self.batch_ui(ui);
        if self.outside.progress().is_some() {
            Frame::new().inner_margin(Margin::symmetric(24, 4)).show(ui, |ui| {
                let percent = self.outside.progress().unwrap_or_default() * 100.0;
                let width = ui.available_width();
                crate::widgets::progress_bar(ui, &tr!(self.tr, "shell-exporting"), percent as i64, width);
            });
        }
    }
}

/// The key of a screen's name.
pub(super) const fn screen_key(command: UiCommand) -> &'static str {
    match command {
        UiCommand::GoMeetings => "screen-meetings",
        UiCommand::GoFollowUps => "screen-follow-ups",
        UiCommand::GoProposals => "screen-proposals",
        UiCommand::GoChallenges => "screen-challenges",
        UiCommand::GoPartnerships => "screen-partnerships",
        UiCommand::GoRegulations => "screen-regulations",
        UiCommand::GoIntake => "screen-intake",
        UiCommand::GoTidying => "screen-tidying",
        UiCommand::GoOrganisations => "screen-organisations",
        UiCommand::GoPeople => "screen-people",
        UiCommand::GoSettings => "screen-settings",
        UiCommand::GoTemplates => "screen-templates",
        UiCommand::NewMeeting
        | UiCommand::QuickAdd
        | UiCommand::Import
        | UiCommand::Search
        | UiCommand::Undo
        | UiCommand::Redo
        | UiCommand::SwitchLanguage
        | UiCommand::SwitchTheme
        | UiCommand::TextLarger
        | UiCommand::TextSmaller
        | UiCommand::TextUsual
        | UiCommand::ExportMinutes
        | UiCommand::ShowPaper
        | UiCommand::Report
        | UiCommand::Goals
        | UiCommand::Minutes
        | UiCommand::Back
        | UiCommand::Forward
        | UiCommand::GoMessage
        | UiCommand::Quit => command.label_key(),
    }
}
