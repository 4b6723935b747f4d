//! What is shown when something typed could not be saved: the cause, and three ways out.

use crate::error::Error;
use crate::strings::Tr;
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Tone, UiExt, dialog};

/// Is the dialog open, and was the text brought to safety?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SaveFailure {
    is_open: bool,
    is_rescued: bool,
}

/// What the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WayOut {
    Retry,
    Rescue,
    Leave,
}

impl SaveFailure {
    pub(super) const fn open(&mut self) {
        self.is_open = true;
    }

    pub(super) const fn rescued(&mut self) {
        self.is_rescued = true;
    }

    /// Shows the dialog while something is unsaved.
    pub(super) fn show(&mut self, ctx: &egui::Context, tr: &Tr, error: Option<&Error>) -> Option<WayOut> {
        let Some(error) = error else {
            *self = Self::default();
            return None;
        };
        if !self.is_open {
            return None;
        }
        let mut chosen = None;
        let left = dialog(ctx, "save-failure", &tr!(tr, "shell-not-saved"), 460.0, |ui| {
            let tokens = ui.tokens();
            ui.add(Label::new(error.message(tr)).color(tokens.ink_soft));
            ui.add(Label::new(error.details()).size(12.0).color(tokens.ink_weak));
            if self.is_rescued {
                ui.add(Label::new(tr!(tr, "shell-rescued-already")).color(tokens.tone(Tone::Green).ink));
            }
            ui.row(|ui| {
                for (button, way_out) in [
                    (Button::primary(&tr!(tr, "shell-retry")), WayOut::Retry),
                    (Button::new(&tr!(tr, "shell-rescue")), WayOut::Rescue),
                    (Button::danger(&tr!(tr, "shell-leave-unsaved")), WayOut::Leave),
                ] {
                    if ui.add(button).clicked() {
                        chosen = Some(way_out);
                    }
                }
            });
        });
        if left.is_closed || chosen.is_some() {
            self.is_open = false;
        }
        chosen
    }
}
