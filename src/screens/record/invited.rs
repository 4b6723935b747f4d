//! Whom the next meeting of a series will invite, on the page of the series: who they are, and by which rule.

use super::Wish;
use crate::domain::{Entity, Record, SeriesId};
use crate::screens::Cx;
use crate::store::query::{Invited, InvitedView};
use crate::store::{Changes, Live};
use crate::tr;
use crate::widgets::{Button, Card, Icon, Line, UiExt};
use egui::Ui;

/// What the card asks.
#[derive(Default)]
pub(super) struct InvitedCard {
    invited: Live<Invited>,
}

impl InvitedCard {
    pub(super) const fn note(&mut self, changes: Changes) {
        self.invited.note(changes);
    }

    /// Shows the card on the page of a series; nothing on others.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, record: Record, wishes: &mut Vec<Wish>) {
        if record.entity != Entity::Series {
            return;
        }
        if let Some(view) = self.invited.get(cx.store, Invited { series: SeriesId(record.id) }) {
            card_ui(ui, cx, view, wishes);
        }
    }
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, view: &InvitedView, wishes: &mut Vec<Wish>) {
    let tr = cx.tr;
    let title = tr!(tr, "series-invited");
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        for named in &view.known {
            let open = tr!(tr, "record-open", name = &named.name);
            let mut is_opened = false;
            ui.start_end(
                |ui| is_opened = ui.add(Button::quiet(&named.name).small().name(&open)).clicked(),
                |ui| _ = ui.add(Line::new(&named.detail).weak(ui)),
            );
            wishes.extend(is_opened.then_some(Wish::Open(named.record)));
        }
        for (name, count) in &view.groups {
            let count = count.map(|count| tr.number(count)).unwrap_or_default();
            ui.start_end(|ui| _ = ui.add(Line::new(name)), |ui| _ = ui.add(Line::new(&count).weak(ui)));
        }
        let is_empty = view.known.is_empty() && view.groups.is_empty();
        let key = match (is_empty, view.is_of_last) {
            (true, _) => "series-invited-nobody",
            (false, true) => "series-invited-as-last",
            (false, false) => "series-invited-by-ties",
        };
        ui.add(Line::new(&tr!(tr, key)).weak(ui).max_width(ui.available_width()));
        let invite = tr!(tr, "series-invite");
        let button = Button::new(&invite).icon(Icon::Plus).small();
        if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
            wishes.push(Wish::Invite);
        }
    });
}
