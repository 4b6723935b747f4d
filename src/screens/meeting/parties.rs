//! The bodies that take part: host, co-hosts, invited; a new name grows the register.

use super::MeetingScreen;
use super::attendee_sheet::BodyField;
use crate::domain::Side;
use crate::screens::Cx;
use crate::store::query::MeetingView;
use crate::store::{Changes, Edit};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Icon, Line, Sheet, Type, UiExt};
use egui::{Response, Ui};

/// What is being typed for each side.
#[derive(Default)]
pub(super) struct PartiesForm {
    typed: [BodyField; SIDES.len()],
    /// The first place to type in has had the focus: not the cross beside the host, where Enter would take the host away.
    is_entered: bool,
}

/// How a body takes part in a meeting.
const SIDES: [Side; 5] = [Side::Host, Side::CoHost, Side::Invited, Side::Observer, Side::Media];

impl PartiesForm {
    /// Tells its suggestions what an edit touched.
    pub(super) fn note(&mut self, changes: Changes) {
        self.typed.iter_mut().for_each(|body| body.note(changes));
    }
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
        let mut is_done = false;
        let output = Sheet::new("parties", &title, &close).show(
            ctx,
            |ui| {
                for (side, typed) in SIDES.into_iter().zip(form.typed.iter_mut()) {
                    let line = side_ui(ui, cx, side, typed, view);
                    if !form.is_entered {
                        line.request_focus();
                        form.is_entered = line.has_focus();
                    }
                }
            },
            |ui| is_done = ui.add(Button::primary(&close).keys("Ctrl Enter")).clicked(),
        );
        if output.is_confirmed {
            // A name that still stands there is meant as well.
            for (side, typed) in SIDES.into_iter().zip(form.typed.iter_mut()) {
                let organisation = std::mem::take(&mut typed.text).trim().to_owned();
                if !organisation.is_empty() {
                    cx.store.send(Edit::AddParty { meeting: view.meeting.id, organisation, side });
                }
            }
        }
        is_done || output.is_closed || output.is_confirmed
    }
}

/// The bodies of one side, with the line that adds one: its answer.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, side: Side, typed: &mut BodyField, view: &MeetingView) -> Response {
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
    let output = ui.push_id(side.code(), |ui| typed.show(ui, cx, &label, true)).inner;
    if (output.picked.is_some() || output.created || output.submitted) && !typed.text.trim().is_empty() {
        let organisation = std::mem::take(&mut typed.text).trim().to_owned();
        cx.store.send(Edit::AddParty { meeting: view.meeting.id, organisation, side });
        output.response.request_focus();
    }
    ui.add_space(ui.metrics().small);
    output.response
}
