//! What holds the screens: the window's frame, commands, routes, and what the workers answer.
//!
//! `logic` drains what the workers say and carries out what was asked for, also while the window is hidden; `ui` only
//! paints, and puts what the person wants on a list for the next `logic`.

#[cfg(target_os = "linux")]
mod appearance;
mod asks;
mod attached;
mod command;
mod errands;
mod finished;
mod icon;
mod import;
mod look;
mod offers;
mod outside;
mod papers;
mod path_dialog;
mod preflight;
mod preview;
mod quick;
mod reading;
mod refusal;
mod report;
mod save_failure;
mod screens;
mod search;
mod shell;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod test_bus;
mod trail;
mod wake;
pub mod window;

pub use command::{Shortcut, UiCommand};
pub use look::text_words;
pub use outside::{Finished, Outside, Task};
pub use wake::Wake;

use crate::calendar::Date;
use crate::domain::{Record, Settings};
use crate::error::ErrorKind;
use crate::jobs::{Previewer, TextReader};
use crate::screens::import::ImportForm;
use crate::screens::reason::{ReasonForm, undo_approval};
use crate::screens::registers::QuickAdd;
use crate::screens::report::ReportForm;
use crate::screens::{Ask, Cx, KeptViews, LeftForm, Route, ScreenCommand};
use crate::store::query::{AllSettings, Counts, GivenLabels, UndoState};
use crate::store::{AttachId, Changes, Edit, Live, Reply, Store, Ticket, UnsavedForms, Views};
use crate::strings::{Labels, Tr};
use crate::text;
use crate::widgets::{Direction, Toasts};
use screens::Screens;
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the window takes the time from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// Always this day and this moment, in Unix seconds: tests and pictures.
    Fixed(Date, i64),
}

impl Clock {
    fn today(self) -> Date {
        match self {
            Self::System => Date::today(),
            Self::Fixed(today, _) => today,
        }
    }

    fn now(self) -> i64 {
        match self {
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
            }
            Self::Fixed(_, now) => now,
        }
    }
}

/// What the window is made of besides its store.
pub struct Options {
    /// Where the time comes from.
    pub clock: Clock,
    /// Who exports, shows dialogs and copies files.
    pub outside: Box<dyn Outside>,
}

/// What a toast's button asks for.
#[derive(Clone, Debug, PartialEq)]
enum ToastAction {
    /// Takes the step of that edit back, which is the last one.
    Undo(Ticket),
    /// Brings back what that undo took back.
    Redo(Ticket),
    Reveal(std::path::PathBuf),
    Open(Record),
    Go(Route),
    KeepFormerName(Record, String),
    BackToForm(LeftForm),
    BackToNewMeeting,
    /// Saves what was not taken of a list.
    SaveLeftOut(import::LeftOut),
}

/// Which way a step of the history was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Back,
    Again,
}

/// The window.
pub struct App {
    store: Store,
    outside: Box<dyn Outside>,
    previewer: Previewer,
    papers: papers::Papers,
    reader: TextReader,
    clock: Clock,
    tr: Tr,
    /// What people call statuses and the like here.
    labels: Labels,
    /// Which answer of the store those are.
    labels_taken: u64,
    settings: Settings,
    route: Route,
    trail: trail::Trail,
    /// Somebody came to the screen since the last frame.
    arrives: bool,
    /// A screen reader listens.
    is_heard: bool,
    screens: Screens,
    live: ShellQueries,
    asks: Vec<Ask>,
    commands: Vec<UiCommand>,
    /// What the search was asked to do on the open screen, and in how many frames.
    here: Option<(ScreenCommand, u8)>,
    toasts: Toasts<ToastAction>,
    search: Option<search::Search>,
    quick: Option<QuickAdd>,
    import: Option<ImportForm>,
    /// What was not taken of a list, while it is asked where that goes.
    left_out: Option<import::LeftOut>,
    report: Option<ReportForm>,
    path_dialog: Option<path_dialog::PathDialog>,
    /// Why an approval is taken back, while it is being asked.
    undo_reason: Option<ReasonForm>,
    save_failure: save_failure::SaveFailure,
    steps: Vec<(Ticket, Step)>,
    /// Something was saved since the start.
    has_saved: bool,
    offers: offers::Offers,
    /// Files that could not be attached, and of which that was said.
    told: Vec<AttachId>,
    /// The search index was being built in the last frame.
    is_indexing: bool,
    /// The window was asked to close and waits for the writer.
    wants_close: bool,
    /// The window closes now, whatever the store says.
    is_leaving: bool,
}

/// What the frame around the screens asks the store.
#[derive(Default)]
struct ShellQueries {
    settings: Live<AllSettings>,
    labels: Live<GivenLabels>,
    counts: Live<Counts>,
    undo: Live<UndoState>,
}

impl ShellQueries {
    fn note(&mut self, changes: Changes) {
        self.settings.note(changes);
        self.labels.note(changes);
        self.counts.note(changes);
        self.undo.note(changes);
    }
}

/// Gives a block of code the context of a screen, borrowing the parts of the window that it needs.
macro_rules! with_cx {
    ($app:expr, |$cx:ident, $screens:ident| $body:expr) => {{
        let (today, now) = ($app.clock.today(), $app.clock.now());
        let Self { store, tr, settings, asks, screens: $screens, .. } = &mut *$app;
        let mut context = Cx { store, tr, settings, today, now, asks };
        let $cx = &mut context;
        $body
    }};
}

impl App {
    /// A window on an open store. Text, look and direction are set up here, so that tests see what people see.
    pub fn new(ctx: &egui::Context, store: Store, options: Options) -> Self {
        text::install(ctx);
        // The language is known before the first frame, so that the window does not turn over before one's eyes.
        let settings = store.read(AllSettings).map(|rows| Settings::from_rows(&rows)).unwrap_or_else(|error| {
            log::error!("settings: {error}");
            Settings::default()
        });
        let labels = store.read(GivenLabels).unwrap_or_else(|error| {
            log::error!("labels: {error}");
            Labels::new()
        });
        let tr = Tr::new(settings.language, settings.digits).relabelled(&labels);
        let views = KeptViews(store.read(Views).unwrap_or_else(|error| {
            log::error!("views: {error}");
            BTreeMap::new()
        }));
        let mut app = Self {
            store,
            outside: options.outside,
            previewer: Previewer::default(),
            papers: papers::Papers::default(),
            reader: TextReader::default(),
            clock: options.clock,
            tr,
            labels,
            labels_taken: 0,
            settings,
            route: Route::Meetings,
            trail: trail::Trail::default(),
            arrives: false,
            is_heard: false,
            screens: Screens::new(),
            live: ShellQueries::default(),
            asks: Vec::new(),
            commands: Vec::new(),
            here: None,
            toasts: Toasts::default(),
            search: None,
            quick: None,
            import: None,
            left_out: None,
            report: None,
            path_dialog: None,
            undo_reason: None,
            save_failure: save_failure::SaveFailure::default(),
            steps: Vec::new(),
            has_saved: false,
            offers: offers::Offers::default(),
            told: Vec::new(),
            is_indexing: false,
            wants_close: false,
            is_leaving: false,
        };
        crate::screens::panes::recall(ctx, &views);
        let unsaved = app.store.read(UnsavedForms);
        crate::screens::form::kept::recall(
            ctx,
            unsaved.unwrap_or_else(|error| {
                log::error!("unsaved forms: {error}");
                BTreeMap::new()
            }),
        );
        app.screens.each(|screen| screen.recall(&views));
        app.apply_look(ctx);
        app
    }

    /// The store, for whoever holds the window.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Where the window is.
    pub const fn route(&self) -> Route {
        self.route
    }

    /// The settings in force.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Runs a command in the next frame.
    pub fn command(&mut self, command: UiCommand) {
        self.commands.push(command);
    }

    fn direction(&self) -> Direction {
        Direction::new(self.tr.is_rtl())
    }

    fn take_replies(&mut self) {
        for reply in self.store.replies() {
            self.take_reply(&reply);
        }
    }

    fn take_reply(&mut self, reply: &Reply) {
        self.has_saved |= reply.result.is_ok();
        self.screens.each(|screen| screen.on_reply(reply));
        self.screens.let_go();
        self.take_quick_reply(reply);
        self.take_import_reply(reply);
        let place = self.steps.iter().position(|(ticket, _)| *ticket == reply.ticket);
        let step = place.map(|place| self.steps.swap_remove(place).1);
        self.say_answered(reply, step);
        match &reply.result {
            Ok(applied) => self.note(applied.changes),
            Err(error) if step == Some(Step::Back) && error.kind() == &ErrorKind::ReasonMissing => {
                // What is being typed as a reason is not thrown away.
                self.undo_reason.get_or_insert_with(undo_approval);
            }
            Err(error) => {
                log::warn!("an edit failed: {error}");
                self.tell_refused(error, reply.ticket);
            }
        }
    }

    /// Tells everything that is shown what has changed.
    fn note(&mut self, changes: Changes) {
        self.live.note(changes);
        self.papers.note(changes);
        if let Some(quick) = &mut self.quick {
            quick.note(changes);
        }
        if let Some(report) = &mut self.report {
            report.note(changes);
        }
        self.screens.each(|screen| screen.note(changes));
    }

    /// Once the search index is built, words find all there is: whatever was asked with words is asked again.
    fn follow_index(&mut self) {
        let was = std::mem::replace(&mut self.is_indexing, self.store.is_indexing());
        if was && !self.is_indexing {
            self.note(Changes::ALL);
            if let Some(search) = &mut self.search {
                search.note(Changes::ALL);
            }
        }
    }

    fn step(&mut self, step: Step) {
        let edit = match step {
            Step::Back => Edit::Undo,
            Step::Again => Edit::Redo,
        };
        let ticket = self.store.send(edit);
        self.steps.push((ticket, step));
    }

    fn go(&mut self, route: Route) {
        if route != self.route {
            self.trail.leave(self.route);
        }
        self.show(route);
    }

    /// To the screen that was shown before this one.
    fn go_back(&mut self) {
        if let Some(route) = self.trail.back(self.route) {
            self.show(route);
        }
    }

    /// To the screen from which one went back.
    fn go_forward(&mut self) {
        if let Some(route) = self.trail.forward(self.route) {
            self.show(route);
        }
    }

    fn show(&mut self, route: Route) {
        if route != self.route {
            let left = self.route;
            with_cx!(self, |cx, screens| screens.at(left).flush(cx));
        }
        self.route = route;
        self.arrives = true;
        self.drop_ways_to(route);
    }

    /// Shows a record where it is listed.
    fn open_record(&mut self, record: Record, route: Route) {
        self.go(route);
        self.screens.at(route).open(record);
    }

    fn flush(&mut self) {
        with_cx!(self, |cx, screens| screens.each(|screen| screen.flush(cx)));
        self.flush_quick();
    }
}

/// Does somebody write in what is open over the page?
fn is_writing_over_page(ctx: &egui::Context) -> bool {
    let is_over = ctx.memory(|memory| memory.top_modal_layer().is_some());
    is_over && ctx.output(|output| output.ime.is_some())
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.take_offers();
        self.take_replies();
        self.follow_index();
        self.take_finished(ctx);
        self.take_previews();
        self.take_pages();
        self.take_read();
        self.tell_unattached();
        self.take_settings(ctx);
        self.take_labels(ctx);
        self.follow_surroundings(ctx);
        self.carry_out(ctx);
        self.close_when_asked(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.shell_ui(ui);
        for command in UiCommand::take_pressed(ui) {
            // Nothing changes behind the question why an approval is taken back.
            if self.undo_reason.is_some() && command != UiCommand::Quit && !command.is_look() {
                continue;
            }
            // In a text over the page it means that text: nobody sees what else would be taken back.
            if matches!(command, UiCommand::Undo | UiCommand::Redo) && is_writing_over_page(ui.ctx()) {
                continue;
            }
            // The key for something new means what the screen lists.
            if command != UiCommand::NewMeeting || !self.screens.at(self.route).ask_new() {
                self.commands.push(command);
            }
        }
        if !self.commands.is_empty() || !self.asks.is_empty() || self.here.is_some() {
            ui.ctx().request_repaint();
        }
        ui.ctx().request_repaint_after(wake::until_midnight(self.clock.now()));
    }

    /// What shows where panels meet between two pixels, and before the first frame: their own ground.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // An answer that came since the last frame may tell where the newest words belong.
        self.take_replies();
        self.flush();
        // What is a record now waits for its form no longer.
        if self.store.wait_saved().is_ok() {
            self.take_replies();
        }
        if let Err(error) = self.store.clone().close() {
            log::error!("closing the store: {error}");
        }
    }
}
