//! Carrying out what screens and people asked for: routes, tasks, commands, settings, leaving.

use super::path_dialog::PathDialog;
use super::search::Search;
use super::{App, Step, Task, ToastAction, UiCommand};
use crate::domain::{AliasKind, Entity, MeetingId, PaperFormat, Record, Value};
use crate::import::Reported;
use crate::jobs::{RegisterAsked, RegisterColumn};
use crate::screens::{Ask, Choice, Cx, Route, ScreenCommand, ShownRegister};
use crate::store::{Edit, Saved};
use crate::strings::Language;
use crate::text::say;
use crate::tr;
use crate::widgets::TextSize;
use egui::ViewportCommand;
use std::path::PathBuf;

impl App {
    /// Everything on the lists, in the order it came.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context) {
        for ask in std::mem::take(&mut self.asks) {
            match ask {
                Ask::Go(route) => self.go(route),
                Ask::Back => self.go_back(),
                Ask::ExportMinutes(meeting, format) => self.start(Task::ExportMinutes(meeting, format)),
                Ask::ExportRegister(shown) => self.start(Task::ExportRegister(Box::new(asked(*shown)))),
                Ask::Paper(paper) => self.start(Task::WritePaper(paper)),
                Ask::Report(asked) => self.start(Task::WriteReport(asked)),
                Ask::ReportForm(body) => self.begin_report(body),
                Ask::GoalsForm => self.begin_goals(),
                Ask::Letter(ask) => self.start(Task::WriteLetter(ask)),
                Ask::ExportAddendum(meeting, addendum) => self.start(Task::ExportAddendum(meeting, addendum)),
                Ask::Compare(ask) => self.start(Task::Compare(ask)),
                Ask::Preview(ask) => self.ask_preview(ask),
                Ask::Pages(ask) => self.ask_pages(ask),
                Ask::ShowPaper(paper) => self.show_paper(paper),
                Ask::Print(paper) => self.print_paper(paper),
                Ask::CopyPaper(paper) => self.copy_paper(paper),
                Ask::Batch(ask) => self.begin_batch(ask),
                Ask::ReadText(ticket, text) => self.ask_read(ticket, text),
                Ask::ApproveMinutes(meeting) => {
                    self.go(Route::Meeting(meeting));
                    self.screens.at(Route::Meeting(meeting));
                    if let Some((_, screen)) = &mut self.screens.meeting {
                        screen.ask_approval();
                    }
                }
                Ask::MeetingLike(source) => {
                    self.go(Route::Meetings);
                    self.screens.meetings.start_new_like(source);
                }
                Ask::NewMeeting { invited } => {
                    self.go(Route::Meetings);
                    self.screens.meetings.start_new_with(invited);
                }
                Ask::OpenTyped(record, typed) => {
                    let route = Route::Record(record);
                    self.open_record(record, route);
                    if let Some((_, screen)) = &mut self.screens.record {
                        screen.open_typed(typed);
                    }
                }
                Ask::FormLeft(left) => {
                    let words = tr!(self.tr, "form-left", title = &left.title);
                    self.toasts.say_with(words, tr!(self.tr, "shell-back-to-form"), ToastAction::BackToForm(left));
                }
                Ask::NewMeetingLeft => {
                    let words = tr!(self.tr, "form-left", title = tr!(self.tr, "meetings-new"));
                    self.toasts.say_with(words, tr!(self.tr, "shell-back-to-form"), ToastAction::BackToNewMeeting);
                }
                Ask::Toast(text) => self.toasts.say(text),
                // Those that came while the list was being carried out wait for the next frame.
                ask @ (Ask::ToastUndo(..) | Ask::ToastRemoved { .. }) => self.asks.push(ask),
                Ask::FormBack(form) => self.drop_way_back(&form),
                Ask::NewMeetingBack => self.drop_way_to_new_meeting(),
                Ask::OfferFormerName(record, name) => {
                    let words = tr!(self.tr, "former-name-offered", name = &name);
                    let keep = tr!(self.tr, "former-name-keep");
                    self.toasts.say_with(words, keep, ToastAction::KeepFormerName(record, name));
                }
                Ask::OpenTasks(tasks) => {
                    self.go(Route::FollowUps);
                    self.screens.follow_ups.show_open(tasks);
                }
                Ask::OpenDocument(document) => self.start(Task::Open(document)),
                Ask::Import(target) => self.begin_import(target),
                Ask::PlanImport(ask) => self.start(Task::PlanImport(ask)),
                Ask::RememberColumns(asked) => self.start(Task::RememberColumns(asked)),
                Ask::Choose(Choice::PaperFile(format)) => self.pick_paper_file(format),
                Ask::Choose(choice) => self.start(Task::Pick(choice)),
            }
        }
        for command in std::mem::take(&mut self.commands) {
            self.run(ctx, command);
        }
    }

    fn run(&mut self, ctx: &egui::Context, command: UiCommand) {
        if let Some(route) = command.route() {
            return self.go(route);
        }
        match command {
            UiCommand::NewMeeting if self.route == Route::Meetings => self.screens.meetings.start_new(),
            UiCommand::NewMeeting => {
                self.go(Route::Meetings);
                self.screens.meetings.start_new_from_elsewhere();
            }
            UiCommand::QuickAdd => self.begin_new(None),
            UiCommand::Import => self.begin_import(self.import_target()),
            UiCommand::Report => self.begin_report(None),
            UiCommand::Goals => self.begin_goals(),
            UiCommand::Search => self.search = Some(Search::new()),
            UiCommand::Undo => self.step(Step::Back),
            UiCommand::Redo => self.step(Step::Again),
            UiCommand::SwitchLanguage => {
                let other = match self.settings.language {
                    Language::Arabic => "en",
                    Language::English => "ar",
                };
                self.configure("language", other.to_owned());
            }
            UiCommand::SwitchTheme => self.switch_theme(ctx),
            UiCommand::TextLarger => self.resize_text(ctx, TextSize::larger),
            UiCommand::TextSmaller => self.resize_text(ctx, TextSize::smaller),
            UiCommand::TextUsual => self.resize_text(ctx, |_| TextSize::default()),
            UiCommand::ExportMinutes => {
                let Some(meeting) = self.open_meeting() else { return };
                // What is still only typed belongs in the minutes.
                self.flush();
                self.start(Task::ExportMinutes(meeting, PaperFormat::Pdf));
            }
            UiCommand::Minutes => {
                let Some(meeting) = self.open_meeting() else { return };
                let is_there = self.route == Route::Minutes(meeting);
                self.go(if is_there { Route::Meeting(meeting) } else { Route::Minutes(meeting) });
            }
            UiCommand::ShowPaper => self.show_open_paper(),
            UiCommand::Back => self.go_back(),
            UiCommand::Forward => self.go_forward(),
            UiCommand::GoMessage => {
                if !self.toasts.go_to_newest() {
                    say(ctx, &tr!(self.tr, "shell-no-message"));
                }
            }
            UiCommand::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            UiCommand::GoMeetings
            | UiCommand::GoFollowUps
            | UiCommand::GoProposals
            | UiCommand::GoChallenges
            | UiCommand::GoPartnerships
            | UiCommand::GoRegulations
            | UiCommand::GoIntake
            | UiCommand::GoTidying
            | UiCommand::GoOrganisations
            | UiCommand::GoPeople
            | UiCommand::GoSettings
            | UiCommand::GoTemplates => {}
        }
    }

    /// The meeting that is open, itself or its minutes; says so where none is.
    fn open_meeting(&mut self) -> Option<MeetingId> {
        let meeting = self.route.meeting();
        if meeting.is_none() {
            self.toasts.say(tr!(self.tr, "shell-open-meeting-first"));
        }
        meeting
    }

    /// Asks why an approval is taken back, and takes it back.
    pub(super) fn undo_reason_ui(&mut self, ctx: &egui::Context) {
        let Some(mut form) = self.undo_reason.take() else { return };
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, .. } = &mut *self;
        let is_done = form.show(ctx, &mut Cx { store, tr, settings, today, now, asks });
        self.steps.extend(form.sent().map(|ticket| (ticket, Step::Back)));
        if !is_done {
            self.undo_reason = Some(form);
        }
    }

    pub(super) fn start(&mut self, task: Task) {
        self.outside.start(task, &self.store, &self.settings);
    }

    pub(super) fn configure(&self, key: &str, value: String) {
        self.store.send(Edit::Configure { key: key.to_owned(), value });
    }

    /// A folder or a file was chosen.
    pub(super) fn chosen(&mut self, choice: Choice, path: PathBuf) {
        match choice {
            Choice::ExportFolder => self.configure("export_folder", path.to_string_lossy().into_owned()),
            Choice::BackupFolder => self.configure("backup_folder", path.to_string_lossy().into_owned()),
            Choice::Logo => self.start(Task::InstallLogo(None, path)),
            Choice::PaperLogo(kind) => self.start(Task::InstallLogo(Some(kind), path)),
            // The system's dialog has asked before it answers with a file that is there.
            Choice::PaperFile(format) => self.write_viewed(format, path, true),
            Choice::BatchFolder => self.write_batch(path),
            Choice::RescueFolder => {
                self.flush();
                let mut unsent = Vec::new();
                self.screens.each(|screen| unsent.extend(screen.unsent()));
                self.start(Task::Rescue(path, unsent));
            }
            Choice::List(target) => self.start(Task::ReadList(target, path)),
            Choice::ReportedRows(which) => self.write_reported(which, path),
            Choice::Files(record) => _ = self.store.attach(record, path),
            // Asked for where no store is open, and answered there.
            Choice::StoreFolder => {}
            // The system's dialog has asked before it answers with a file that is there.
            Choice::CopyOf(document) => self.start(Task::SaveCopy { document, to: path, may_replace: true }),
        }
    }

    pub(super) fn toast_pressed(&mut self, ctx: &egui::Context, action: ToastAction) {
        match action {
            ToastAction::Undo(_) => self.commands.push(UiCommand::Undo),
            ToastAction::Redo(_) => self.commands.push(UiCommand::Redo),
            ToastAction::Reveal(path) => self.start(Task::Reveal(path)),
            ToastAction::Open(record) => self.go(crate::screens::route_of(record)),
            ToastAction::Go(route) => self.go(route),
            ToastAction::BackToForm(left) => self.begin_again(ctx, &left),
            ToastAction::SaveLeftOut(left_out) => {
                self.left_out = Some(left_out);
                self.start(Task::Pick(Choice::ReportedRows(Reported::LeftOut)));
            }
            ToastAction::BackToNewMeeting => {
                self.go(Route::Meetings);
                self.screens.meetings.start_new();
            }
            ToastAction::KeepFormerName(body, name) => {
                let (kind, today) = (AliasKind::Former.into(), self.clock.today());
                let values = vec![
                    ("organisation", Value::Number(body.id)),
                    ("name", name.into()),
                    ("kind", kind),
                    ("ends_on", today.into()),
                ];
                let ticket = self.store.send(Edit::Add { entity: Entity::Alias, values });
                self.say_done(ticket, tr!(self.tr, "former-name-kept"));
            }
        }
    }

    /// Does something on the open screen.
    pub(super) fn run_here(&mut self, command: ScreenCommand) {
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, screens, route, .. } = &mut *self;
        screens.at(*route).run(command, &mut Cx { store, tr, settings, today, now, asks });
    }

    /// Opens what the search found.
    pub(super) fn open_found(&mut self, record: Record, route: Route) {
        self.open_record(record, route);
    }

    pub(super) fn path_typed(&mut self, dialog: &PathDialog) {
        let (choice, path) = (dialog.choice(), dialog.path());
        if let Choice::CopyOf(document) = choice {
            // Nobody was asked about a file that is there.
            return self.start(Task::SaveCopy { document, to: path, may_replace: false });
        }
        if let Choice::PaperFile(format) = choice {
            return self.write_viewed(format, path, false);
        }
        self.chosen(choice, path);
    }

    /// Leaves once everything typed is on disk; stays when it can't be written, to say so and to offer the ways out.
    pub(super) fn close_when_asked(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.is_leaving {
            self.flush();
            self.wants_close = true;
            // The writer answers within a frame or two; the window stays until it has.
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if !self.wants_close {
            return;
        }
        // Files that are being copied belong to what was done; each can be called off.
        if self.store.is_attaching() {
            self.toasts.say(tr!(self.tr, "attach-closing"));
            return;
        }
        // Papers that are being written are not broken off without a word.
        if self.is_writing_batch() {
            self.wants_close = false;
            return self.toasts.say(tr!(self.tr, "batch-closing"));
        }
        match self.store.saved() {
            Saved::Pending => {}
            Saved::Yes => {
                self.wants_close = false;
                self.is_leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Saved::Failed(_) => {
                self.wants_close = false;
                self.save_failure.open();
            }
        }
    }
}

/// A register as it is shown, as the job that writes it takes it.
pub(super) fn asked(shown: ShownRegister) -> RegisterAsked {
    let ShownRegister { title_key, which, columns, format } = shown;
    let column = |(field, heading)| RegisterColumn { field, heading, is_on_paper: true };
    RegisterAsked { title_key, which, columns: columns.into_iter().map(column).collect(), format }
}
