//! What the window shows when the store does not open: why, and the ways on; and while one of an earlier version is brought
//! up to date. A person who only sees a window must not be left with a line on a terminal, nor with nothing at all.

use super::App;
use super::errands::PickedFolder;
use super::path_dialog::{PathDialog, PathOutput};
use crate::arabic::Digits;
use crate::error::{Error, ErrorKind, Result};
use crate::screens::Choice;
use crate::store::restore;
use crate::store::upgrade::{self, UpgradeStep};
use crate::strings::{Language, Tr};
use crate::text::{self, Label, Weight};
use crate::tr;
use crate::widgets::theme;
use crate::widgets::{Button, Direction, Icon, Look, UiExt, progress_busy};
use egui::{CentralPanel, Frame, Ui, ViewportCommand, vec2};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

/// A store that is brought up to date sooner opens without a word about it.
const PATIENCE: Duration = Duration::from_millis(700);
/// How wide the bar is that shows that something happens, in points.
const BUSY_WIDTH: f32 = 360.0;

/// Opens the store in a folder and makes the program on it.
type Opener = Box<dyn Fn(&egui::Context, &Path) -> Result<App>>;
/// Asks for a folder, on a thread of its own.
type Picker = fn() -> PickedFolder;

/// The program, or the reason why it can't start yet.
pub struct Refusal {
    folder: PathBuf,
    tr: Tr,
    open: Opener,
    pick: Picker,
    state: State,
    /// The system's dialog for another folder is open.
    picking: Option<Receiver<PickedFolder>>,
    path_dialog: Option<PathDialog>,
    /// Counted up to the second, which tells that the first is on the screen.
    frames: u8,
}

enum State {
    Program(Box<App>),
    Refused { error: Error, backup: Option<PathBuf> },
    Upgrading { news: Receiver<News>, step: UpgradeStep },
}

/// What the thread that brings a store up to date says.
enum News {
    At(UpgradeStep),
    Done(Result<()>),
}

impl Refusal {
    /// Tries to open; shows why not, otherwise.
    pub fn or_program(ctx: &egui::Context, folder: &Path, language: Language, open: Opener, pick: Picker) -> Self {
        let state = Self::upgraded(ctx, folder, &open);
        let tr = Tr::new(language, Digits::default());
        if !matches!(state, State::Program(_)) {
            text::install(ctx);
            let direction = Direction::new(tr.is_rtl());
            text::set_interface_direction(ctx, direction.into());
            super::look::text_words(&tr).install(ctx);
            theme::apply(ctx, Look { theme: theme::of_system(ctx), direction, ..Look::default() });
            ctx.send_viewport_cmd(ViewportCommand::Title(tr!(tr, "app-name")));
        }
        let (picking, path_dialog) = (None, None);
        Self { folder: folder.to_owned(), tr, open, pick, state, picking, path_dialog, frames: 0 }
    }

    /// Tries at once, but where the store is of an earlier version: that one is brought up to date on a thread of its own.
    fn upgraded(ctx: &egui::Context, folder: &Path, open: &Opener) -> State {
        if !upgrade::is_due(folder) {
            return Self::attempt(ctx, folder, open);
        }
        let (sender, news) = channel();
        let (own, waking) = (folder.to_owned(), ctx.clone());
        let run = move || {
            let tell = |said| {
                // A window that was closed meanwhile hears nothing any more.
                if sender.send(said).is_ok() {
                    waking.request_repaint();
                }
            };
            tell(News::Done(upgrade::run(&own, &|step| tell(News::At(step)))));
        };
        if let Err(error) = std::thread::Builder::new().name("upgrade".to_owned()).spawn(run) {
            return Self::refused(folder, Error::new(ErrorKind::Internal, error));
        }
        let mut step = UpgradeStep::BackingUp;
        loop {
            match news.recv_timeout(PATIENCE) {
                Ok(News::At(next)) => step = next,
                Ok(News::Done(Ok(()))) | Err(RecvTimeoutError::Disconnected) => {
                    return Self::attempt(ctx, folder, open);
                }
                Ok(News::Done(Err(error))) => return Self::refused(folder, error),
                Err(RecvTimeoutError::Timeout) => return State::Upgrading { news, step },
            }
        }
    }

    fn attempt(ctx: &egui::Context, folder: &Path, open: &Opener) -> State {
        match open(ctx, folder) {
            Ok(app) => State::Program(Box::new(app)),
            Err(error) => Self::refused(folder, error),
        }
    }

    fn refused(folder: &Path, error: Error) -> State {
        log::error!("{}: {error}", folder.display());
        // Only a damaged or emptied file is replaced; another program's file or a full disk is not.
        let is_damaged = matches!(error.kind(), ErrorKind::StoreCorrupt | ErrorKind::StoreEmpty);
        let backup = is_damaged.then(|| restore::newest_backup(folder)).flatten();
        State::Refused { error, backup }
    }

    /// Hears how far it is; goes on when it is done.
    fn listen(&mut self, ctx: &egui::Context) {
        while let State::Upgrading { news, step } = &mut self.state {
            match news.try_recv() {
                Ok(News::At(next)) => *step = next,
                Ok(News::Done(Ok(()))) | Err(TryRecvError::Disconnected) => {
                    self.state = Self::attempt(ctx, &self.folder, &self.open);
                }
                Ok(News::Done(Err(error))) => self.state = Self::refused(&self.folder, error),
                Err(TryRecvError::Empty) => return,
            }
        }
    }

    fn upgrading_ui(&self, ui: &mut Ui, step: UpgradeStep) {
        let (tr, weak) = (&self.tr, ui.tokens().ink_weak);
        CentralPanel::default().frame(Frame::new().fill(ui.tokens().surface).inner_margin(48.0)).show(ui, |ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing = vec2(ui.metrics().small, ui.metrics().medium);
                let title = tr!(tr, "upgrade-title");
                ui.add(Label::new(title.clone()).size(22.0).line_height(31.0).weight(Weight::Bold).wrap());
                let now = match step {
                    UpgradeStep::BackingUp => tr!(tr, "upgrade-backing-up"),
                    UpgradeStep::Changing => tr!(tr, "upgrade-changing"),
                };
                ui.add(Label::new(now).size(16.0).line_height(26.0).wrap());
                progress_busy(ui, &title, BUSY_WIDTH);
                let stays = tr!(tr, "upgrade-stays");
                ui.add(Label::new(stays).size(14.0).line_height(20.0).color(weak).wrap());
            });
        });
    }

    /// For whoever measures the start; a second frame is only asked for when somebody listens.
    fn tell_first_frame(&mut self, ctx: &egui::Context) {
        if self.frames > 1 || !log::log_enabled!(target: "tansiq::first_frame", log::Level::Debug) {
            return;
        }
        self.frames += 1;
        if self.frames == 1 {
            ctx.request_repaint();
        } else {
            log::debug!(target: "tansiq::first_frame", "{}", super::window::FIRST_FRAME);
        }
    }

    /// Asks for the folder of another store.
    fn ask_other(&mut self, ctx: &egui::Context) {
        let (sender, picked) = channel();
        let (pick, waking) = (self.pick, ctx.clone());
        let run = move || {
            // A window that was closed meanwhile hears nothing any more.
            if sender.send(pick()).is_ok() {
                waking.request_repaint();
            }
        };
        match std::thread::Builder::new().name("folder".to_owned()).spawn(run) {
            Ok(_) => self.picking = Some(picked),
            Err(error) => {
                log::error!("the system's dialog: {error}");
                self.ask_path();
            }
        }
    }

    fn ask_path(&mut self) {
        self.path_dialog = Some(PathDialog::new(Choice::StoreFolder, self.folder.display().to_string()));
    }

    /// Hears which folder was chosen.
    fn take_other(&mut self, ctx: &egui::Context) {
        let Some(picked) = self.picking.as_ref().map(Receiver::try_recv) else { return };
        match picked {
            Err(TryRecvError::Empty) => return,
            Ok(PickedFolder::This(folder)) => self.open_other(ctx, folder),
            Ok(PickedFolder::NoDialog) => self.ask_path(),
            Ok(PickedFolder::Nothing) | Err(TryRecvError::Disconnected) => {}
        }
        self.picking = None;
    }

    /// Opens the store of another folder; this start goes on with that one.
    fn open_other(&mut self, ctx: &egui::Context, folder: PathBuf) {
        self.folder = folder;
        self.state = Self::upgraded(ctx, &self.folder, &self.open);
    }

    fn path_ui(&mut self, ctx: &egui::Context) {
        let Some(dialog) = &mut self.path_dialog else { return };
        match dialog.show(ctx, &self.tr) {
            PathOutput::Open => return,
            PathOutput::Cancelled => self.path_dialog = None,
            PathOutput::Confirmed => {
                let folder = dialog.path();
                self.path_dialog = None;
                self.open_other(ctx, folder);
            }
        }
        ctx.request_repaint();
    }

    fn refused_ui(&mut self, ui: &mut Ui) {
        let State::Refused { error, backup } = &self.state else { return };
        let (tr, weak) = (&self.tr, ui.tokens().ink_weak);
        let is_free = self.picking.is_none();
        let (mut again, mut restores, mut other) = (false, false, false);
        CentralPanel::default().frame(Frame::new().fill(ui.tokens().surface).inner_margin(48.0)).show(ui, |ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing = vec2(ui.metrics().small, ui.metrics().medium);
                let title = Label::new(tr!(tr, "refusal-title")).size(22.0).line_height(31.0).weight(Weight::Bold);
                ui.add(title.wrap());
                ui.add(Label::new(error.message(tr)).size(16.0).line_height(26.0).wrap());
                let place =
                    tr!(tr, "refusal-folder", folder = crate::arabic::isolate_ltr(&self.folder.display().to_string()));
                ui.add(Label::new(place).size(14.0).line_height(20.0).color(weak).wrap().selectable(true));
                ui.row(|ui| {
                    again = ui.add(Button::primary(&tr!(tr, "refusal-again"))).clicked();
                    if backup.is_some() {
                        let words = tr!(tr, "refusal-restore");
                        restores = ui.add(Button::new(&words).icon(Icon::Undo)).clicked();
                    }
                    other = ui.add(Button::new(&tr!(tr, "refusal-other")).enabled(is_free)).clicked();
                    if ui.add(Button::new(&tr!(tr, "refusal-quit"))).clicked() {
                        ui.ctx().send_viewport_cmd(ViewportCommand::Close);
                    }
                });
                let details = Label::new(error.details()).size(12.0).line_height(18.0).color(weak).wrap();
                ui.add(details.selectable(true));
            });
        });
        let restored = backup.as_ref().filter(|_| restores).map(|backup| restore::restore(&self.folder, backup));
        match restored {
            Some(Err(error)) => self.state = State::Refused { error, backup: None },
            Some(Ok(())) => self.state = Self::attempt(ui.ctx(), &self.folder, &self.open),
            None if again => self.state = Self::attempt(ui.ctx(), &self.folder, &self.open),
            None if other => self.ask_other(ui.ctx()),
            None => {}
        }
        self.path_ui(ui.ctx());
    }
}

impl eframe::App for Refusal {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.listen(ctx);
        self.take_other(ctx);
        if let State::Program(app) = &mut self.state {
            app.logic(ctx, frame);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.tell_first_frame(ui.ctx());
        match &mut self.state {
            State::Program(app) => app.ui(ui, frame),
            State::Refused { .. } => {
                super::window::tell_name(ui.ctx(), &tr!(self.tr, "app-name"));
                self.refused_ui(ui);
            }
            State::Upgrading { step, .. } => {
                let step = *step;
                super::window::tell_name(ui.ctx(), &tr!(self.tr, "app-name"));
                self.upgrading_ui(ui, step);
            }
        }
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        if let State::Program(app) = &mut self.state {
            app.on_exit(gl);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Clock, Finished, Options, Outside, Task};
    use crate::calendar::Date;
    use crate::domain::Settings;
    use crate::store::Store;
    use egui::accesskit::Role;
    use egui::{Key, Modifiers};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;
    use std::sync::Arc;

    struct Nobody;

    impl Outside for Nobody {
        fn start(&mut self, _task: Task, _store: &Store, _settings: &Settings) {}
        fn finished(&mut self) -> Vec<Finished> {
            Vec::new()
        }
    }

    /// A window whose store is open elsewhere; those of other folders open.
    fn in_use(folder: &Path, language: Language, pick: Picker) -> Harness<'static, Refusal> {
        let own = folder.to_owned();
        let taken = own.clone();
        let open = move |ctx: &egui::Context, folder: &Path| {
            if folder == taken {
                return Err(Error::new(ErrorKind::StoreInUse, "a test"));
            }
            let store = Store::open(folder, Arc::new(|| ()))?;
            let clock = Clock::Fixed(Date::from_iso("2026-11-23").unwrap(), 1_795_417_200);
            Ok(App::new(ctx, store, Options { clock, outside: Box::new(Nobody) }))
        };
        let builder = Harness::builder().with_size([1024.0, 680.0]).with_max_steps(60);
        builder
            .build_eframe(move |creation| Refusal::or_program(&creation.egui_ctx, &own, language, Box::new(open), pick))
    }

    /// Until the thread that asks has answered.
    fn wait(window: &mut Harness<'static, Refusal>) {
        for _ in 0..500 {
            window.run_steps(2);
            if window.state().picking.is_none() {
                return;
            }
            std::thread::yield_now();
        }
        panic!("nobody answers");
    }

    #[test]
    fn another_folder_is_opened_with_the_keys_where_the_usual_one_does_not_open() {
        let (usual, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut window = in_use(usual.path(), Language::English, || PickedFolder::NoDialog);
        window.run_steps(2);
        let button = || "Open another folder…";
        for _ in 0..4 {
            if window.get_by_role_and_label(Role::Button, button()).is_focused() {
                break;
            }
            window.key_press(Key::Tab);
            window.run_steps(2);
        }
        window.key_press(Key::Enter);
        wait(&mut window);
        window.run_steps(2);
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run_steps(2);
        window.get_by_role_and_label(Role::TextInput, "Path").type_text(&other.path().to_string_lossy());
        window.run_steps(2);
        window.key_press(Key::Enter);
        window.run_steps(4);
        assert!(matches!(window.state().state, State::Program(_)));
        assert_eq!(window.state().folder, other.path());
    }

    #[test]
    fn a_dialog_that_was_closed_leaves_the_page_as_it_was() {
        let usual = tempfile::tempdir().unwrap();
        let mut window = in_use(usual.path(), Language::Arabic, || PickedFolder::Nothing);
        window.run_steps(2);
        window.get_by_role_and_label(Role::Button, "فتح مجلد آخر…").click();
        window.run_steps(2);
        wait(&mut window);
        assert!(matches!(window.state().state, State::Refused { .. }));
        assert!(window.state().path_dialog.is_none());
        assert_eq!(window.state().folder, usual.path());
    }
}
