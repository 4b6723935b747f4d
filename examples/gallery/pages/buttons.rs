//! Buttons of every rank, with words, icons and both.

use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::Ui;
use tansiq::widgets::button::Rank;
use tansiq::widgets::{Button, Icon, UiExt};

/// The page.
#[derive(Default)]
pub struct Buttons {
    pressed: u32,
}

impl Page for Buttons {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        note(ui, words.get("keys"));
        let ranks = [
            (Rank::Primary, "primary"),
            (Rank::Secondary, "secondary"),
            (Rank::Quiet, "quiet"),
            (Rank::Danger, "danger"),
        ];
        for (rank, key) in ranks {
            section(ui, words.get(key), |ui| {
                row_of_cases(ui, |ui| {
                    let text = words.get(if rank == Rank::Danger { "remove" } else { "save" });
                    let mut add = |ui: &mut Ui, state: &str, button: Button<'_>| {
                        let name = format!("{text} {} {}", words.get(key), words.get(state));
                        let clicked = case(ui, words.get(state), 116.0, |ui| {
                            // Small ones stand level with the others.
                            ui.row(|ui| ui.add(button.rank(rank).name(&name)).clicked()).inner
                        });
                        self.pressed += u32::from(clicked);
                    };
                    add(ui, "normal", Button::new(text));
                    add(ui, "with-icon", Button::new(text).icon(Icon::Check));
                    add(ui, "selected", Button::new(text).selected(true));
                    add(ui, "disabled", Button::new(text).enabled(false));
                    add(ui, "small", Button::new(text).small());
                    add(ui, "icon-only", Button::icon_only(Icon::Edit, words.get("edit")));
                });
            });
        }
        section(ui, words.get("counted"), |ui| {
            let said = format!("{} {}", words.get("pressed"), cx.tr.number(self.pressed.into()));
            ui.add(tansiq::widgets::Line::new(&said));
        });
    }
}
