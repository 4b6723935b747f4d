//! The pages beside the editor: asked for whenever what they say may have changed, and shown as they come.

use crate::domain::{AddendumId, ComposedTexts, MeetingId, MinutesTexts};
use crate::screens::shown_pages::{PagesWords, ShownPages};
use crate::screens::{Ask, Cx, PreviewAsk, PreviewShown};
use crate::store::Changes;
use crate::strings::Tr;
use crate::widgets::UiExt;
use egui::{Frame, Margin, Ui};

const WORDS: PagesWords = PagesWords { not_made: "minutes-page-not-made", name: "minutes-page-pages" };

/// The pages, and what the minutes would say by themselves.
#[derive(Default)]
pub(super) struct PreviewPane {
    shown: ShownPages<Source, ComposedTexts>,
}

/// What pages follow from: the version of what is typed, its texts, and what is being added to approved minutes.
type Source = (u64, MinutesTexts, Option<(AddendumId, String)>);

impl PreviewPane {
    /// What the minutes would say by themselves, as far as that is known.
    pub const fn composed(&self) -> &ComposedTexts {
        self.shown.extra()
    }

    /// Something was changed.
    pub const fn note(&mut self, changes: Changes) {
        self.shown.note(changes);
    }

    /// Takes up pages, unless newer ones have come.
    pub fn take(&mut self, shown: PreviewShown) {
        self.shown.take(shown.ticket, shown.result);
    }

    /// Asks for the pages when what they follow from is another.
    pub fn ask(
        &mut self,
        cx: &mut Cx<'_>,
        meeting: MeetingId,
        (revision, texts, addendum): (u64, &MinutesTexts, Option<(AddendumId, String)>),
    ) {
        let is_same = |(asked, words, added): &Source| *asked == revision && *added == addendum && *words == *texts;
        let source = || (revision, texts.clone(), addendum.clone());
        if let Some((ticket, wanted)) = self.shown.question(is_same, source) {
            let (texts, pixels_per_point, seen) = (texts.clone(), wanted.pixels_per_point, wanted.seen);
            cx.ask(Ask::Preview(PreviewAsk { ticket, meeting, texts, addendum, pixels_per_point, seen }));
        }
    }

    /// The pages, below what is to be said of them.
    pub fn ui(&mut self, ui: &mut Ui, tr: &Tr) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let margin = Margin::symmetric(ui.metrics().large as i8, ui.metrics().hair as i8);
        Frame::new().fill(ui.tokens().surface).inner_margin(margin).show(ui, |ui| {
            ui.row(|ui| self.shown.head_ui(ui, tr));
        });
        self.shown.ui(ui, tr, WORDS);
    }
}
