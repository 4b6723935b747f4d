//! The pages of any paper: shared by whoever shows a paper and whoever changes its template.

use super::shown_pages::{PagesWords, ShownPages};
use super::{Ask, Cx, PagesAsk, PagesFor, PagesShown, PaperSubject};
use crate::error::Error;
use crate::store::Changes;
use crate::strings::Tr;
use crate::widgets::{PagesState, Zoom};
use egui::Ui;

const WORDS: PagesWords = PagesWords { not_made: "paper-not-made", name: "paper-pages" };

/// The pages, whoever looks at them.
pub struct PaperPane {
    whose: PagesFor,
    /// With the keys and the headings of the paper's sections.
    shown: ShownPages<PaperSubject, Vec<(&'static str, String)>>,
}

impl PaperPane {
    /// No pages as yet.
    pub fn new(whose: PagesFor) -> Self {
        Self { whose, shown: ShownPages::default() }
    }

    /// Something was changed.
    pub const fn note(&mut self, changes: Changes) {
        self.shown.note(changes);
    }

    /// Another paper is shown from its first page.
    pub fn begin_again(&mut self) {
        self.shown.begin_again();
    }

    /// The sections of the paper, as far as they are known.
    pub fn sections(&self) -> &[(&'static str, String)] {
        self.shown.extra()
    }

    /// How many pages there are.
    pub const fn count(&self) -> usize {
        self.shown.count()
    }

    /// The page that one reads, from zero.
    pub fn reading(&self) -> usize {
        self.shown.wanted().map_or(0, |wanted| wanted.reading)
    }

    /// How large the pages are, against paper.
    pub fn scale(&self) -> f32 {
        self.shown.wanted().map_or(1.0, |wanted| wanted.scale)
    }

    /// How large pages are shown.
    pub const fn zoom(&self) -> Zoom {
        self.shown.shown_state().zoom()
    }

    /// What is kept of the pages on the screen.
    pub const fn state(&mut self) -> &mut PagesState {
        self.shown.state()
    }

    /// Can the paper be made?
    pub const fn error(&self) -> Option<&Error> {
        self.shown.error()
    }

    /// Takes up pages, unless newer ones have come.
    pub fn take(&mut self, shown: PagesShown) {
        self.shown.take(shown.ticket, shown.result);
    }

    /// Asks for the pages when what they follow from is another.
    pub fn ask(&mut self, cx: &mut Cx<'_>, subject: &PaperSubject) {
        if let Some((ticket, wanted)) = self.shown.question(|asked| asked == subject, || subject.clone()) {
            let (whose, subject) = (self.whose, subject.clone());
            let (pixels_per_point, seen) = (wanted.pixels_per_point, wanted.seen);
            cx.ask(Ask::Pages(PagesAsk { whose, ticket, subject, pixels_per_point, seen }));
        }
    }

    /// Are newer pages on their way?
    pub const fn is_behind(&self) -> bool {
        self.shown.is_behind()
    }

    /// How many pages there are, and whether newer ones are being made.
    pub fn head_ui(&self, ui: &mut Ui, tr: &Tr) {
        self.shown.head_ui(ui, tr);
    }

    /// The pages, below what is to be said of them; they fill the room.
    pub fn ui(&mut self, ui: &mut Ui, tr: &Tr) {
        self.shown.ui(ui, tr, WORDS);
    }
}
