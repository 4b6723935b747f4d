//! The pages of any paper, asked for whenever what they say may have changed, and shown as they come: shared by whoever shows
//! a paper and whoever changes its template.

use super::{Ask, Cx, PagesAsk, PagesFor, PagesShown, PaperSubject};
use crate::error::Error;
use crate::store::Changes;
use crate::strings::Tr;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Icon, Line, PageView, PagesState, PagesWanted, Tone, UiExt, Zoom, pages_ui};
use egui::{Frame, Margin, Ui};

/// The pages and what was asked for last.
pub struct PaperPane {
    whose: PagesFor,
    pages: Vec<PageView>,
    sections: Vec<(&'static str, String)>,
    /// Why there are no newer pages.
    error: Option<Error>,
    state: PagesState,
    wanted: Option<PagesWanted>,
    asked: Option<Asked>,
    last_ticket: u64,
    /// The question that was answered last.
    answered: u64,
    /// Grows with every edit of anything.
    changes: u64,
}

/// What pages follow from.
struct Asked {
    changes: u64,
    subject: PaperSubject,
    wanted: PagesWanted,
}

impl PaperPane {
    /// No pages as yet.
    pub fn new(whose: PagesFor) -> Self {
        Self {
            whose,
            pages: Vec::new(),
            sections: Vec::new(),
            error: None,
            state: PagesState::default(),
            wanted: None,
            asked: None,
            last_ticket: 0,
            answered: 0,
            changes: 0,
        }
    }

    /// Something was changed.
    pub const fn note(&mut self, _changes: Changes) {
        self.changes += 1;
    }

    /// Another paper is shown from its first page.
    pub fn begin_again(&mut self) {
        self.pages.clear();
        self.sections.clear();
        self.asked = None;
        self.error = None;
        // Whatever is still on its way is of the other paper.
        self.answered = self.last_ticket;
        self.state.go_to(0);
    }

    /// The sections of the paper, as far as they are known.
    pub fn sections(&self) -> &[(&'static str, String)] {
        &self.sections
    }

    /// How many pages there are.
    pub const fn count(&self) -> usize {
        self.pages.len()
    }

    /// The page that one reads, from zero.
    pub fn reading(&self) -> usize {
        self.wanted.as_ref().map_or(0, |wanted| wanted.reading)
    }

    /// How large the pages are, against paper.
    pub fn scale(&self) -> f32 {
        self.wanted.as_ref().map_or(1.0, |wanted| wanted.scale)
    }

    /// How large pages are shown.
    pub const fn zoom(&self) -> Zoom {
        self.state.zoom()
    }

    /// What is kept of the pages on the screen.
    pub const fn state(&mut self) -> &mut PagesState {
        &mut self.state
    }

    /// Can the paper be made?
    pub const fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// Takes up pages, unless newer ones have come.
    pub fn take(&mut self, shown: PagesShown) {
        if shown.ticket <= self.answered {
            return;
        }
        self.answered = shown.ticket;
        match shown.result {
            Ok((pages, sections)) => {
                self.pages = pages;
                self.sections = sections;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// Asks for the pages when what they follow from is another.
    pub fn ask(&mut self, cx: &mut Cx<'_>, subject: &PaperSubject) {
        let Some(wanted) = self.wanted.clone() else { return };
        let is_same = self.asked.as_ref().is_some_and(|asked| {
            asked.changes == self.changes
                && asked.wanted.pixels_per_point == wanted.pixels_per_point
                && asked.subject == *subject
        });
        let is_drawn = |index: usize| self.pages.get(index).is_none_or(|page| page.picture.is_some());
        let waits = self.asked.as_ref().is_some_and(|asked| asked.wanted.seen == wanted.seen);
        if is_same && (waits || wanted.seen.clone().all(is_drawn)) {
            return;
        }
        self.last_ticket += 1;
        let (pixels_per_point, seen) = (wanted.pixels_per_point, wanted.seen.clone());
        self.asked = Some(Asked { changes: self.changes, subject: subject.clone(), wanted });
        cx.ask(Ask::Pages(PagesAsk {
            whose: self.whose,
            ticket: self.last_ticket,
            subject: subject.clone(),
            pixels_per_point,
            seen,
        }));
    }

    /// Are newer pages on their way?
    pub const fn is_behind(&self) -> bool {
        self.answered < self.last_ticket && self.error.is_none()
    }

    /// How many pages there are, and whether newer ones are being made.
    pub fn head_ui(&self, ui: &mut Ui, tr: &Tr) {
        let count = tr!(tr, "minutes-page-preview", count = self.pages.len());
        ui.add(Line::new(&count).weak(ui));
        if self.is_behind() {
            ui.at_end("making", |ui| {
                let making = ui.add(Line::new(&tr!(tr, "minutes-page-making")).weak(ui));
                ui.ctx().accesskit_node_builder(making.id, |node| node.set_live(egui::accesskit::Live::Polite));
            });
        }
    }

    /// The pages, below what is to be said of them; they fill the room.
    pub fn ui(&mut self, ui: &mut Ui, tr: &Tr) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(error) = &self.error {
            let margin = Margin::symmetric(ui.metrics().large as i8, ui.metrics().hair as i8);
            let colours = ui.tokens().tone(Tone::Amber);
            Frame::new().fill(colours.wash).inner_margin(margin).show(ui, |ui| {
                ui.row(|ui| {
                    Icon::Warning.show(ui, 16.0, colours.ink);
                    let words = tr!(tr, "paper-not-made", why = error.message(tr));
                    ui.add(Label::new(words).color(colours.ink).wrap());
                });
            });
        }
        let name = tr!(tr, "paper-pages");
        let page_name = |page: usize, count: usize| tr!(tr, "documents-page-of", page = page, pages = count);
        self.wanted = Some(pages_ui(ui, &name, &self.pages, &page_name, &mut self.state));
    }
}
