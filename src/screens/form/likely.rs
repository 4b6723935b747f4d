//! «قد يكون موجودًا»: who or what may be kept already, under the field in which a name is typed. Choosing one uses it
//! instead of making a second one.

use crate::domain::{Entity, Record};
use crate::intake::KnownNames;
use crate::screens::Cx;
use crate::store::query::{LikelyRow, LikelyTwins, Likeness};
use crate::store::{Changes, Live};
use crate::text::{Weight, say};
use crate::tr;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Line, Tone, Type, UiExt};
use egui::{Frame, Margin, Ui};
use std::cell::OnceCell;

/// What was found for one field; it asks the store anew as the words change.
#[derive(Default)]
pub struct Likely {
    found: Live<LikelyTwins>,
    /// Under which names bodies are known; read when the first is typed.
    known: OnceCell<KnownNames>,
    /// What was typed last, and the other names of that body.
    others: (String, Vec<String>),
    /// Of whom it was said that they may be meant.
    said: Vec<Record>,
}

impl Likely {
    /// Tells it what an edit touched.
    pub const fn note(&mut self, changes: Changes) {
        self.found.note(changes);
    }

    /// Shows what may be meant by what is typed; answers the one that was chosen. Nothing is shown where there is none.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, asked: LikelyTwins) -> Option<(Record, String)> {
        self.tell(ui, cx, asked.clone());
        let rows = self.rows(cx, asked)?;
        let tr = cx.tr;
        let mut chosen = None;
        let colors = ui.tokens().tone(Tone::Amber);
        Frame::new().fill(colors.wash).corner_radius(RADIUS_CONTROL).inner_margin(Margin::symmetric(10, 6)).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width());
                ui.column(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let title = tr!(tr, "likely-title");
                    ui.add(Line::new(&title).size(Type::Caption).weight(Weight::SemiBold).color(colors.ink));
                    for row in rows {
                        let about = about(row, cx);
                        let words = if about.is_empty() {
                            row.named.name.clone()
                        } else {
                            tr!(tr, "likely-row", name = &row.named.name, about = about)
                        };
                        let name = tr!(tr, "likely-use", what = &words);
                        if ui.add(Button::quiet(&words).small().name(&name).tooltip(name.clone())).clicked() {
                            chosen = Some((row.named.record, row.named.name.clone()));
                        }
                    }
                });
            },
        );
        chosen
    }

    /// Says who may be meant when that is somebody else than before: it is shown where the focus does not go.
    fn tell(&mut self, ui: &Ui, cx: &Cx<'_>, asked: LikelyTwins) {
        let mut said = std::mem::take(&mut self.said);
        let rows = self.rows(cx, asked).map(Vec::as_slice).unwrap_or_default();
        if !rows.iter().map(|row| row.named.record).eq(said.iter().copied()) {
            said = rows.iter().map(|row| row.named.record).collect();
            let names: Vec<&str> = rows.iter().map(|row| row.named.name.as_str()).collect();
            if !names.is_empty() {
                say(ui.ctx(), &[tr!(cx.tr, "likely-title"), names.join(&tr!(cx.tr, "list-comma"))].join(" "));
            }
        }
        self.said = said;
    }

    /// Whose the licence is that is being typed, where somebody else has it.
    pub fn licence_owner(&mut self, cx: &Cx<'_>, asked: LikelyTwins) -> Option<String> {
        let rows = self.rows(cx, asked)?;
        let owner = rows.iter().find(|row| row.reason == Likeness::Licence)?;
        Some(tr!(cx.tr, "likely-licence", name = &owner.named.name))
    }

    fn rows(&mut self, cx: &Cx<'_>, asked: LikelyTwins) -> Option<&Vec<LikelyRow>> {
        if asked.is_empty() {
            return None;
        }
        let asked = if asked.entity == Entity::Organisation { self.with_other_names(asked) } else { asked };
        self.found.get(cx.store, asked).filter(|rows| !rows.is_empty())
    }
}

impl Likely {
    fn with_other_names(&mut self, asked: LikelyTwins) -> LikelyTwins {
        if self.others.0 != asked.name {
            let others = self.known.get_or_init(KnownNames::shipped).others(&asked.name);
            self.others = (asked.name.clone(), others);
        }
        LikelyTwins { also: self.others.1.clone(), ..asked }
    }
}

/// Post, body or town; and what is the same, where that is not the name.
fn about(row: &LikelyRow, cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    let reason = match row.reason {
        Likeness::Name => String::new(),
        Likeness::Licence | Likeness::Phone | Likeness::Email | Likeness::Known => tr!(tr, row.reason.label_key()),
    };
    let parts: Vec<&str> = [row.post.as_str(), row.named.detail.as_str(), reason.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(&tr!(tr, "list-comma"))
}
