//! Papers in the window: their pages page by page, the printer, the clipboard, and many of them one after the other.

use super::asks::asked;
use super::preview::shown;
use super::{App, Task, ToastAction};
use crate::domain::{PaperFormat, TemplateKind};
use crate::error::ErrorKind;
use crate::jobs::{self, BatchAsked, BatchDone, BatchWatch, Copied, PageMaker, Printed, Subject};
use crate::screens::paper_view::PaperView;
use crate::screens::{BatchAsk, Choice, Cx, PagesAsk, PagesFor, PagesShown, PaperSubject};
use crate::store::{Changes, Edit};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Line, UiExt, dialog, progress_bar};
use egui::{Context, Frame, Margin, Ui};
use std::path::PathBuf;

/// So many refusals are told one by one.
const TOLD: usize = 8;
/// How wide the list of them is.
const WIDTH: f32 = 480.0;

/// What is kept of papers that are looked at or written.
#[derive(Default)]
pub(super) struct Papers {
    view: Option<PaperView>,
    of_view: PageMaker,
    of_template: PageMaker,
    /// A batch whose folder is being chosen.
    wanted: Option<BatchAsk>,
    /// The batch that is being written.
    batch: Option<BatchWatch>,
    /// What of the last one could not be written.
    refused: Vec<(String, String)>,
}

impl Papers {
    pub fn note(&mut self, changes: Changes) {
        if let Some(view) = &mut self.view {
            view.note(changes);
        }
    }
}

/// A paper as the jobs take it.
fn subject(subject: PaperSubject) -> Subject {
    match subject {
        PaperSubject::Minutes(meeting) => Subject::Minutes(meeting),
        PaperSubject::Addendum(meeting, addendum) => Subject::Addendum(meeting, addendum),
        PaperSubject::Paper(paper) => Subject::Paper(paper),
        PaperSubject::Press(meeting) => Subject::Press(meeting, String::new()),
        PaperSubject::Report(report) => Subject::Report(report),
        PaperSubject::Letter(letter) => Subject::Letter(letter),
        PaperSubject::Register(register) => Subject::Register(Box::new(asked(*register))),
        PaperSubject::Sample(kind, papers) => Subject::Sample(kind, papers),
    }
}

impl App {
    pub(super) fn ask_pages(&mut self, ask: PagesAsk) {
        let PagesAsk { whose, ticket, subject: of, pixels_per_point, seen } = ask;
        let now = Some(self.clock.now());
        let question = jobs::PagesAsk { ticket, subject: subject(of), pixels_per_point, seen, now };
        let maker = match whose {
            PagesFor::Viewer => &mut self.papers.of_view,
            PagesFor::Template => &mut self.papers.of_template,
        };
        if let Err(error) = maker.ask(&self.store, question) {
            self.give_pages(whose, PagesShown { ticket, result: Err(error) });
        }
    }

    pub(super) fn take_pages(&mut self) {
        let of_view = self.papers.of_view.answers().into_iter().map(|answer| (PagesFor::Viewer, answer));
        let of_template = self.papers.of_template.answers().into_iter().map(|answer| (PagesFor::Template, answer));
        for (whose, answer) in of_view.chain(of_template).collect::<Vec<_>>() {
            let result = answer.result.map(|made| (made.pages.into_iter().map(shown).collect(), made.sections));
            self.give_pages(whose, PagesShown { ticket: answer.ticket, result });
        }
    }

    fn give_pages(&mut self, whose: PagesFor, pages: PagesShown) {
        match whose {
            PagesFor::Viewer => {
                // Whoever has left does not want them any more.
                if let Some(view) = &mut self.papers.view {
                    view.take_pages(pages);
                }
            }
            PagesFor::Template => self.screens.templates.take_pages(pages),
        }
    }

    /// Shows a paper page by page. What is still only typed belongs in it.
    pub(super) fn show_paper(&mut self, paper: PaperSubject) {
        self.flush();
        // Questions of an earlier look are not answered in the new one.
        self.papers.of_view = PageMaker::default();
        self.papers.view = Some(PaperView::new(paper));
    }

    /// The paper of what is open: the minutes of a meeting, a register as it is shown.
    pub(super) fn show_open_paper(&mut self) {
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, screens, route, .. } = &mut *self;
        let paper = screens.at(*route).paper(&Cx { store, tr, settings, today, now, asks });
        match paper.or(self.route.meeting().map(PaperSubject::Minutes)) {
            Some(paper) => self.show_paper(paper),
            None => self.toasts.say(tr!(self.tr, "paper-none-open")),
        }
    }

    pub(super) fn print_paper(&mut self, paper: PaperSubject) {
        self.toasts.say(tr!(self.tr, "paper-printing"));
        self.start(Task::Print(subject(paper)));
    }

    /// Whatever came of it, it is not on its way any more.
    pub(super) fn end_printing(&mut self) {
        self.toasts.let_go(&tr!(self.tr, "paper-printing"));
    }

    pub(super) fn copy_paper(&mut self, paper: PaperSubject) {
        self.start(Task::CopyPaper(subject(paper)));
    }

    pub(super) fn say_printed(&mut self, printed: Printed) {
        self.end_printing();
        let key = match printed {
            Printed::Queued => "paper-printed",
            Printed::Opened => "paper-print-opened",
        };
        self.toasts.say(tr!(self.tr, key));
    }

    /// Both kinds of text where the system takes them, plain text in any case.
    pub(super) fn take_copied(&mut self, ctx: &Context, copied: Copied) {
        if self.outside.copy_rich(&copied) {
            self.toasts.say(tr!(self.tr, "paper-copied"));
        } else {
            ctx.copy_text(copied.text);
            self.toasts.say(tr!(self.tr, "shell-text-copied"));
        }
    }

    /// The paper that is looked at goes there.
    pub(super) fn write_viewed(&mut self, format: PaperFormat, to: PathBuf, may_replace: bool) {
        if let Some(view) = &self.papers.view {
            let subject = subject(view.subject().clone());
            self.start(Task::WriteSubject { subject: Box::new(subject), format, to, may_replace });
        }
    }

    /// The dialog for that, which needs to know what the paper is called.
    pub(super) fn pick_paper_file(&mut self, format: PaperFormat) {
        if let Some(view) = &self.papers.view {
            let subject = subject(view.subject().clone());
            self.start(Task::PickPaperFile(Box::new(subject), format));
        }
    }

    pub(super) fn take_logo(&mut self, kind: Option<TemplateKind>, name: String) {
        let Some(kind) = kind else {
            self.store.send(Edit::Configure { key: "logo".to_owned(), value: name });
            return;
        };
        let (today, now) = (self.clock.today(), self.clock.now());
        let Self { store, tr, settings, asks, screens, .. } = &mut *self;
        screens.templates.set_logo(&Cx { store, tr, settings, today, now, asks }, kind, name);
    }

    /// Asks for the folder first.
    pub(super) fn begin_batch(&mut self, ask: BatchAsk) {
        if self.papers.batch.is_some() {
            return self.toasts.say(tr!(self.tr, "batch-running"));
        }
        self.flush();
        self.papers.wanted = Some(ask);
        self.start(Task::Pick(Choice::BatchFolder));
    }

    pub(super) fn write_batch(&mut self, folder: PathBuf) {
        let Some(BatchAsk { records, papers, format }) = self.papers.wanted.take() else { return };
        let program = std::env::current_exe().map_err(|error| log::warn!("this program: {error}")).ok();
        let watch = BatchWatch::new(self.store.waker());
        self.papers.batch = Some(watch.clone());
        let asked = BatchAsked { records, papers, format, folder, language: None, told_in: None, program };
        watch.begin(asked.count());
        self.start(Task::Batch(Box::new(asked), watch));
    }

    /// A batch has ended, or was called off; what could not be written is told one by one.
    pub(super) fn take_batch(&mut self, folder: PathBuf, done: crate::error::Result<BatchDone>) {
        self.papers.batch = None;
        match done {
            Ok(done) => {
                let key = if done.is_cancelled { "batch-cancelled" } else { "batch-done" };
                let words = tr!(self.tr, key, count = done.written);
                let open = tr!(self.tr, "shell-open-folder");
                self.toasts.say_with(words, open, ToastAction::Reveal(folder));
                self.papers.refused = done.refused;
            }
            Err(error) => {
                log::warn!("a batch of papers: {error}");
                let words = error.message(&self.tr);
                if matches!(error.kind(), ErrorKind::BatchBroken(_)) {
                    let open = tr!(self.tr, "shell-open-folder");
                    self.toasts.fail_with(words, open, ToastAction::Reveal(folder));
                } else {
                    self.toasts.fail(words);
                }
            }
        }
    }

    /// What is open over the screen because of papers.
    pub(super) fn papers_ui(&mut self, ctx: &Context) {
        if let Some(mut view) = self.papers.view.take() {
            let (today, now) = (self.clock.today(), self.clock.now());
            let Self { store, tr, settings, asks, .. } = &mut *self;
            if !view.show(ctx, &mut Cx { store, tr, settings, today, now, asks }) {
                self.papers.view = Some(view);
            }
        }
        self.refused_papers_ui(ctx);
    }

    fn refused_papers_ui(&mut self, ctx: &Context) {
        let refused = &self.papers.refused;
        if refused.is_empty() {
            return;
        }
        let tr = &self.tr;
        let title = tr!(tr, "batch-refused", count = refused.len());
        let mut is_read = false;
        let left = dialog(ctx, "batch-refused", &title, WIDTH, |ui| {
            for (name, why) in refused.iter().take(TOLD) {
                ui.column(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Line::new(name).weight(crate::text::Weight::Medium).max_width(WIDTH));
                    let weak = ui.tokens().ink_weak;
                    ui.add(Label::new(why).color(weak).wrap());
                });
            }
            if let Some(further) = refused.len().checked_sub(TOLD).filter(|further| *further > 0) {
                ui.add(Line::new(&tr!(tr, "bulk-further", count = further)).weak(ui));
            }
            is_read = ui.add(Button::primary(&tr!(tr, "bulk-understood")).keys("Ctrl Enter")).clicked();
        });
        if left.is_closed || left.is_confirmed || is_read {
            self.papers.refused.clear();
        }
    }

    /// How far the batch is, and the way to call it off.
    pub(super) fn batch_ui(&self, ui: &mut Ui) {
        let Some(watch) = &self.papers.batch else { return };
        let tr = &self.tr;
        let (done, of) = watch.progress();
        let key = if watch.is_cancelled() { "batch-cancelling" } else { "batch-writing" };
        let words = tr!(tr, key, done = done, count = of);
        let margin = Margin::symmetric(ui.metrics().page as i8, ui.metrics().small as i8);
        Frame::new().fill(ui.tokens().surface_sunken).inner_margin(margin).show(ui, |ui| {
            ui.start_end(
                |ui| _ = ui.add(Line::new(&words)),
                |ui| {
                    let words = tr!(tr, "batch-cancel");
                    let cancel = Button::new(&words).small();
                    if ui.add(cancel.enabled(!watch.is_cancelled())).clicked() {
                        watch.cancel();
                    }
                },
            );
            let percent = i64::try_from(done * 100 / of.max(1)).unwrap_or_default();
            let width = ui.available_width();
            progress_bar(ui, &words, percent, width);
        });
    }

    /// Is a batch being written that a window that closes would break off?
    pub(super) fn is_writing_batch(&self) -> bool {
        self.papers.batch.is_some()
    }
}
