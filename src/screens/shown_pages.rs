//! Pages that are asked for whenever what they say may have changed, and shown as they come: shared by whoever shows a paper,
//! whoever changes its template, and the minutes' editor.

use crate::error::{Error, Result};
use crate::store::Changes;
use crate::strings::Tr;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Icon, Line, PageView, PagesState, PagesWanted, Tone, UiExt, pages_ui};
use egui::{Frame, Margin, Ui};

/// The pages and what was asked for last. They follow from an `F`; with them comes an `E`.
pub(super) struct ShownPages<F, E> {
    pages: Vec<PageView>,
    extra: E,
    /// Why there are no newer pages.
    error: Option<Error>,
    state: PagesState,
    wanted: Option<PagesWanted>,
    asked: Option<Asked<F>>,
    last_ticket: u64,
    /// The question that was answered last.
    answered: u64,
    /// Grows with every edit of anything.
    changes: u64,
}

/// What pages follow from.
struct Asked<F> {
    changes: u64,
    from: F,
    wanted: PagesWanted,
}

/// The keys of what is said around pages.
#[derive(Clone, Copy)]
pub(super) struct PagesWords {
    /// Why there are no newer ones.
    pub not_made: &'static str,
    /// What they are called.
    pub name: &'static str,
}

impl<F, E: Default> Default for ShownPages<F, E> {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            extra: E::default(),
            error: None,
            state: PagesState::default(),
            wanted: None,
            asked: None,
            last_ticket: 0,
            answered: 0,
            changes: 0,
        }
    }
}

impl<F, E: Default> ShownPages<F, E> {
    /// Something was changed.
    pub const fn note(&mut self, _changes: Changes) {
        self.changes += 1;
    }

    /// Other pages are shown from the first one.
    pub fn begin_again(&mut self) {
        self.pages.clear();
        self.extra = E::default();
        self.asked = None;
        self.error = None;
        // Whatever is still on its way is of what was shown before.
        self.answered = self.last_ticket;
        self.state.go_to(0);
    }

    /// What came with the pages.
    pub const fn extra(&self) -> &E {
        &self.extra
    }

    /// How many pages there are.
    pub const fn count(&self) -> usize {
        self.pages.len()
    }

    /// What was wanted of them when they were drawn last.
    pub const fn wanted(&self) -> Option<&PagesWanted> {
        self.wanted.as_ref()
    }

    /// What is kept of the pages on the screen.
    pub const fn state(&mut self) -> &mut PagesState {
        &mut self.state
    }

    /// How they stand on the screen.
    pub const fn shown_state(&self) -> &PagesState {
        &self.state
    }

    /// Why there are no newer pages.
    pub const fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// Takes up pages, unless newer ones have come.
    pub fn take(&mut self, ticket: u64, result: Result<(Vec<PageView>, E)>) {
        if ticket <= self.answered {
            return;
        }
        self.answered = ticket;
        match result {
            Ok((pages, extra)) => {
                self.pages = pages;
                self.extra = extra;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// The question to be asked when what pages follow from is another, or others are in sight: its number, and what of them is
    /// wanted. `make` tells what they follow from where they are asked for.
    pub fn question(
        &mut self,
        is_same: impl FnOnce(&F) -> bool,
        make: impl FnOnce() -> F,
    ) -> Option<(u64, PagesWanted)> {
        let wanted = self.wanted.clone()?;
        let is_same = self.asked.as_ref().is_some_and(|asked| {
            asked.changes == self.changes
                && asked.wanted.pixels_per_point == wanted.pixels_per_point
                && is_same(&asked.from)
        });
        let is_drawn = |index: usize| self.pages.get(index).is_none_or(|page| page.picture.is_some());
        let waits = self.asked.as_ref().is_some_and(|asked| asked.wanted.seen == wanted.seen);
        if is_same && (waits || wanted.seen.clone().all(is_drawn)) {
            return None;
        }
        self.last_ticket += 1;
        self.asked = Some(Asked { changes: self.changes, from: make(), wanted: wanted.clone() });
        Some((self.last_ticket, wanted))
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
    pub fn ui(&mut self, ui: &mut Ui, tr: &Tr, words: PagesWords) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(error) = &self.error {
            let margin = Margin::symmetric(ui.metrics().large as i8, ui.metrics().hair as i8);
            let colours = ui.tokens().tone(Tone::Amber);
            Frame::new().fill(colours.wash).inner_margin(margin).show(ui, |ui| {
                ui.row(|ui| {
                    Icon::Warning.show(ui, 16.0, colours.ink);
                    let words = tr!(tr, words.not_made, why = error.message(tr));
                    ui.add(Label::new(words).color(colours.ink).wrap());
                });
            });
        }
        let name = tr!(tr, words.name);
        let page_name = |page: usize, count: usize| tr!(tr, "documents-page-of", page = page, pages = count);
        self.wanted = Some(pages_ui(ui, &name, &self.pages, &page_name, &mut self.state));
    }
}
