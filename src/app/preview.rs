//! Pages that a screen asked for: the question goes to the thread that makes them, the answer to the screen.

use super::App;
use crate::jobs;
use crate::screens::{PreviewAsk, PreviewShown};
use crate::widgets::{PagePicture, PageView};

impl App {
    pub(super) fn ask_preview(&mut self, ask: PreviewAsk) {
        let PreviewAsk { ticket, meeting, texts, addendum, pixels_per_point, seen } = ask;
        let question = jobs::PreviewAsk { ticket, meeting, texts, addendum, pixels_per_point, seen };
        if let Err(error) = self.previewer.ask(&self.store, question)
            && let Some((_, screen)) = &mut self.screens.minutes
        {
            screen.take_preview(PreviewShown { ticket, result: Err(error) });
        }
    }

    pub(super) fn take_previews(&mut self) {
        for answer in self.previewer.answers() {
            // Whoever has left does not want them any more.
            let Some((open, screen)) = &mut self.screens.minutes else { continue };
            if *open != answer.meeting {
                continue;
            }
            let result = answer.result.map(|preview| {
                let pages = preview.pages.into_iter().map(shown);
                (pages.collect(), preview.composed)
            });
            screen.take_preview(PreviewShown { ticket: answer.ticket, result });
        }
    }
}

pub(super) fn shown(page: jobs::PreviewPage) -> PageView {
    let picture = page.picture.map(|drawn| PagePicture { size: [drawn.width, drawn.height], rgba: drawn.rgba });
    PageView { size: page.size, key: page.key, picture }
}
