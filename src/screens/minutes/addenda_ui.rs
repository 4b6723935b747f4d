//! What adds to approved minutes, or corrects them: each with its words, its steps, and its own pages in the preview.

use super::MinutesScreen;
use super::finding::Site;
use super::texts::Place;
use crate::domain::{AddendumId, AddendumKind, Entity, MinutesState};
use crate::screens::reason::{reopen_addendum, return_addendum};
use crate::screens::{Ask, Cx, Screen};
use crate::store::query::{AddendumView, MeetingView};
use crate::store::{AddendumStep, Edit};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::{Button, Card, Chip, Icon, Line, TextArea, Tone, Type, UiExt, section_heading};
use egui::{Align, Ui};

/// What can be done with an addendum.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Export,
    Review,
    Return,
    Approve,
    Reopen,
    Remove,
}

impl Act {
    /// The keys of its word, and of its whole name.
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Export => ("addenda-act-export", "addenda-export"),
            Self::Review => ("addenda-act-review", "addenda-review"),
            Self::Return => ("addenda-act-return", "addenda-return"),
            Self::Approve => ("addenda-act-approve", "addenda-approve"),
            Self::Reopen => ("addenda-act-reopen", "addenda-reopen"),
            Self::Remove => ("addenda-act-remove", "addenda-remove"),
        }
    }
}

impl MinutesScreen {
    /// The addenda of approved minutes, and the buttons for another one.
    pub(super) fn addenda_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        if view.meeting.approved_on.is_none() && view.addenda.is_empty() {
            return;
        }
        let can_write = !cx.store.is_read_only();
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            section_heading(ui, &tr!(cx.tr, "addenda-title"));
            if !can_write || view.meeting.approved_on.is_none() {
                return;
            }
            ui.at_end("addenda-add", |ui| {
                let new = [
                    (AddendumKind::Addendum, "addenda-add", "addenda-add-name"),
                    (AddendumKind::Correction, "addenda-correct", "addenda-correct-name"),
                ];
                for (kind, words, name) in new {
                    let (words, name) = (tr!(cx.tr, words), tr!(cx.tr, name));
                    if ui.add(Button::new(&words).small().icon(Icon::Plus).name(&name)).clicked() {
                        let values = vec![("meeting", view.meeting.id.into()), ("kind", kind.into())];
                        self.new_addendum = Some(cx.store.send(Edit::Add { entity: Entity::Addendum, values }));
                    }
                }
            });
        });
        let weak = ui.tokens().ink_weak;
        let about = if view.addenda.is_empty() { "addenda-none" } else { "addenda-about" };
        ui.add(Label::new(tr!(cx.tr, about)).size(Type::Caption.size()).color(weak).wrap());
        ui.add_space(ui.metrics().small);
        for addendum in &view.addenda {
            Card::new().show(ui, |ui| self.addendum_ui(ui, cx, view, addendum));
            ui.add_space(ui.metrics().small);
        }
        ui.add_space(ui.metrics().large);
    }

    fn addendum_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, addendum: &AddendumView) {
        ui.spacing_mut().item_spacing.y = ui.metrics().small;
        let kind = cx.tr.text(addendum.kind.label_key(), &[]);
        let name = if addendum.number.is_empty() {
            tr!(cx.tr, "addenda-new", kind = kind)
        } else {
            tr!(cx.tr, "addenda-name", kind = kind, number = cx.tr.code(&addendum.number))
        };
        let is_shown = self.shown_addendum == Some(addendum.id);
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            ui.add(Line::new(&name).weight(Weight::SemiBold));
            let (key, tone) = state_words(addendum.state);
            ui.add(Chip::new(&tr!(cx.tr, key), tone));
            ui.at_end("shown", |ui| {
                let words = tr!(cx.tr, "addenda-shown");
                let label = format!("{words}: {name}");
                if ui.add(Button::quiet(&words).small().selected(is_shown).name(&label)).clicked() {
                    self.shown_addendum = (!is_shown).then_some(addendum.id);
                }
            });
        });
        if !addendum.remark.is_empty() {
            let words = tr!(cx.tr, "meeting-returned-with", remark = addendum.remark.as_str());
            let ink = ui.tokens().tone(Tone::Amber).ink;
            ui.add(Label::new(words).color(ink).wrap());
        }
        let place = Place::Addendum(addendum.id);
        let mut text = self.texts.text(place).to_owned();
        let label = tr!(cx.tr, "addenda-text", name = name.as_str());
        let is_open = addendum.approved_on.is_none() && !cx.store.is_read_only();
        let site = Site::Addendum(addendum.id);
        let sought = self.finding.sought_in(site);
        let output = TextArea::new(&mut text, &label).lines(3).sought(sought).enabled(is_open).show(ui);
        self.finding.enter(site, &output.response);
        if self.begun_addendum.take_if(|begun| *begun == addendum.id).is_some() {
            output.response.request_focus();
            output.response.scroll_to_me(Some(Align::Center));
        }
        if output.response.gained_focus() {
            // Who writes in it wants to see it.
            self.shown_addendum = Some(addendum.id);
        }
        if output.changed {
            self.texts.type_text(place, &text);
        }
        let is_empty = text.trim().is_empty();
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            for act in acts(addendum.state, is_open, cx.store.is_read_only()) {
                let (words, whole) = act.keys();
                let (words, whole) = (tr!(cx.tr, words), tr!(cx.tr, whole, name = name.as_str()));
                let button = Button::new(&words).small().name(&whole);
                let needs_words = matches!(act, Act::Review | Act::Approve);
                if ui.add(button.enabled(!needs_words || !is_empty)).clicked() {
                    self.act_on(cx, view, addendum.id, act);
                }
            }
        });
    }

    fn act_on(&mut self, cx: &mut Cx<'_>, view: &MeetingView, addendum: AddendumId, act: Act) {
        self.flush(cx);
        let step = |step| _ = cx.store.send(Edit::Addendum { addendum, step });
        match act {
            Act::Export => cx.ask(Ask::ExportAddendum(view.meeting.id, addendum)),
            Act::Review => step(AddendumStep::Review { to: MinutesState::InReview, comment: String::new() }),
            Act::Return => self.reason = Some(return_addendum(addendum)),
            Act::Approve => step(AddendumStep::Approve),
            Act::Reopen => self.reason = Some(reopen_addendum(addendum)),
            Act::Remove => _ = cx.store.send(Edit::Remove(addendum.record())),
        }
    }
}

fn acts(state: MinutesState, is_open: bool, is_read_only: bool) -> Vec<Act> {
    let mut acts = vec![Act::Export];
    if is_read_only {
        return acts;
    }
    match state {
        MinutesState::Draft | MinutesState::Returned => acts.extend([Act::Review, Act::Approve]),
        MinutesState::InReview => acts.extend([Act::Return, Act::Approve]),
        MinutesState::Approved => acts.push(Act::Reopen),
        MinutesState::Signed => {}
    }
    acts.extend(is_open.then_some(Act::Remove));
    acts
}

const fn state_words(state: MinutesState) -> (&'static str, Tone) {
    match state {
        MinutesState::Draft => ("addenda-state-draft", Tone::Neutral),
        MinutesState::InReview => ("addenda-state-in-review", Tone::Blue),
        MinutesState::Returned => ("addenda-state-returned", Tone::Amber),
        MinutesState::Approved => ("addenda-state-approved", Tone::Green),
        MinutesState::Signed => ("addenda-state-signed", Tone::Green),
    }
}
