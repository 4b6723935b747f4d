//! The pages beside the editor: asked for whenever what they say may have changed, and shown as they come.

use crate::domain::{AddendumId, ComposedTexts, MeetingId, MinutesTexts};
use crate::error::Error;
use crate::screens::{Ask, Cx, PreviewAsk, PreviewShown};
use crate::store::Changes;
use crate::strings::Tr;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Icon, Line, PageView, PagesState, PagesWanted, Tone, UiExt, pages_ui};
use egui::{Frame, Margin, Ui};

/// The pages and what was asked for last.
#[derive(Default)]
pub(super) struct PreviewPane {
    pages: Vec<PageView>,
    composed: ComposedTexts,
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
#[derive(Clone, PartialEq)]
struct Asked {
    revision: u64,
    changes: u64,
    texts: MinutesTexts,
    addendum: Option<(AddendumId, String)>,
    wanted: PagesWanted,
}

impl PreviewPane {
    /// What the minutes would say by themselves, as far as that is known.
    pub const fn composed(&self) -> &ComposedTexts {
        &self.composed
    }

    /// Something was changed.
    pub const fn note(&mut self, _changes: Changes) {
        self.changes += 1;
    }

    /// Takes up pages, unless newer ones have come.
    pub fn take(&mut self, shown: PreviewShown) {
        if shown.ticket <= self.answered {
            return;
        }
        self.answered = shown.ticket;
        match shown.result {
            Ok((pages, composed)) => {
                self.pages = pages;
                self.composed = composed;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// Asks for the pages when what they follow from is another.
    pub fn ask(
        &mut self,
        cx: &mut Cx<'_>,
        meeting: MeetingId,
        (revision, texts, addendum): (u64, &MinutesTexts, Option<(AddendumId, String)>),
    ) {
        let Some(wanted) = self.wanted.clone() else { return };
        let is_same = self.asked.as_ref().is_some_and(|asked| {
            asked.revision == revision
                && asked.changes == self.changes
                && asked.wanted.pixels_per_point == wanted.pixels_per_point
                && asked.texts == *texts
                && asked.addendum == addendum
        });
        let is_drawn = |index: usize| self.pages.get(index).is_none_or(|page| page.picture.is_some());
        let waits = self.asked.as_ref().is_some_and(|asked| asked.wanted.seen == wanted.seen);
        if is_same && (waits || wanted.seen.clone().all(is_drawn)) {
            return;
        }
        self.last_ticket += 1;
        self.asked = Some(Asked {
            revision,
            changes: self.changes,
            texts: texts.clone(),
            addendum: addendum.clone(),
            wanted: wanted.clone(),
        });
        cx.ask(Ask::Preview(PreviewAsk {
            ticket: self.last_ticket,
            meeting,
            texts: texts.clone(),
            addendum,
            pixels_per_point: wanted.pixels_per_point,
            seen: wanted.seen,
        }));
    }

    /// The pages, below what is to be said of them.
    pub fn ui(&mut self, ui: &mut Ui, tr: &Tr) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let margin = Margin::symmetric(ui.metrics().large as i8, ui.metrics().hair as i8);
        Frame::new().fill(ui.tokens().surface).inner_margin(margin).show(ui, |ui| {
            ui.row(|ui| {
                let count = tr!(tr, "minutes-page-preview", count = self.pages.len());
                ui.add(Line::new(&count).weak(ui));
                let is_behind = self.answered < self.last_ticket;
                if is_behind && self.error.is_none() {
                    ui.at_end("making", |ui| {
                        let making = ui.add(Line::new(&tr!(tr, "minutes-page-making")).weak(ui));
                        ui.ctx().accesskit_node_builder(making.id, |node| node.set_live(egui::accesskit::Live::Polite));
                    });
                }
            });
        });
        if let Some(error) = &self.error {
            let colours = ui.tokens().tone(Tone::Amber);
            Frame::new().fill(colours.wash).inner_margin(margin).show(ui, |ui| {
                ui.row(|ui| {
                    Icon::Warning.show(ui, 16.0, colours.ink);
                    let words = tr!(tr, "minutes-page-not-made", why = error.message(tr));
                    ui.add(Label::new(words).color(colours.ink).wrap());
                });
            });
        }
        let name = tr!(tr, "minutes-page-pages");
        let page_name = |page: usize, count: usize| tr!(tr, "documents-page-of", page = page, pages = count);
        self.wanted = Some(pages_ui(ui, &name, &self.pages, &page_name, &mut self.state));
    }
}
