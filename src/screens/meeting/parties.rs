//! The bodies that take part: host, co-hosts, invited; a new name grows the register.

use super::MeetingScreen;
use super::attendee_sheet::organisation_suggestions;
use crate::domain::Side;
use crate::screens::Cx;
use crate::store::Edit;
use crate::store::query::MeetingView;
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, ComboField, Icon, Line, Sheet, Suggestion, Type, UiExt};
use egui::Ui;

/// What is being typed for each side.
#[derive(Default)]
pub(super) struct PartiesForm {
    typed: [String; 3],
}

impl MeetingScreen {
    /// Shows the form; answers whether it is done with. Each change is an edit of its own.
    pub(super) fn parties_sheet(
        &mut self,
        ctx: &egui::Context,
        cx: &mut Cx<'_>,
        form: &mut PartiesForm,
        view: &MeetingView,
    ) -> bool {
        let title = tr!(cx.tr, "meeting-parties");
        let close = tr!(cx.tr, "shell-close");
        let organisations = organisation_suggestions(self.organisations.last().map(Vec::as_slice).unwrap_or_default());
        let mut is_done = false;
        let output = Sheet::new("parties", &title, &close).show(
            ctx,
            |ui| {
                for (side, typed) in Side::ALL.iter().zip(form.typed.iter_mut()) {
                    side_ui(ui, cx, *side, typed, view, &organisations);
                }
            },
            |ui| is_done = ui.add(Button::primary(&close)).clicked(),
        );
        is_done || output.is_closed || output.is_confirmed
    }
}

fn side_ui(ui: &mut Ui, cx: &Cx<'_>, side: Side, typed: &mut String, view: &MeetingView, organisations: &[Suggestion]) {
    let label = cx.tr.text(side.label_key(), &[]);
    ui.add(Line::new(&label).size(Type::Interface).weight(Weight::SemiBold));
    for party in view.parties.iter().filter(|party| party.side == side) {
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            ui.add(Line::new(&party.name).max_width(ui.available_width() - 48.0));
            ui.at_end("remove", |ui| {
                let name = tr!(cx.tr, "party-remove", name = party.name.as_str());
                if ui.add(Button::icon_only(Icon::Close, &name).small()).clicked() {
                    cx.store.send(Edit::Remove(party.id.record()));
                }
            });
        });
    }
    let create = |typed: &str| tr!(cx.tr, "register-new-organisation", name = typed);
    let hint = tr!(cx.tr, "party-add-hint");
    let output = ui.push_id(side.code(), |ui| {
        ComboField::new(typed, &label, organisations).bare().hint(&hint).create(&create).show(ui)
    });
    let output = output.inner;
    if (output.picked.is_some() || output.created || output.submitted) && !typed.trim().is_empty() {
        let organisation = std::mem::take(typed).trim().to_owned();
        cx.store.send(Edit::AddParty { meeting: view.meeting.id, organisation, side });
        output.response.request_focus();
    }
    ui.add_space(ui.metrics().small);
}
