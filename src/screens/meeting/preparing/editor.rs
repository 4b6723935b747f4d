//! One item of the agenda while it is being changed, in its own place on the list.

use super::fields::{PresenterField, RecordField};
use crate::domain::{AgendaItemId, FieldValue, MeetingId};
use crate::screens::Cx;
use crate::store::query::AgendaView;
use crate::store::{Changes, Edit};
use crate::tr;
use crate::widgets::theme::RADIUS_CARD;
use crate::widgets::{Button, Field, NumberDraft, NumberField, UiExt};
use egui::{Frame, Key, Margin, Ui};

/// What an item may take at most, and what its field takes of a line.
const MOST_MINUTES: i64 = 24 * 60;
const MINUTES: f32 = 120.0;

/// The item that is being changed.
pub(super) struct ItemEditor {
    pub(super) item: AgendaItemId,
    title: String,
    minutes: NumberDraft,
    presenter: PresenterField,
    record: RecordField,
    is_fresh: bool,
}

/// How the editor was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// It is still open.
    Not,
    /// What was typed is dropped.
    Dropped,
    /// What was typed is kept.
    Kept,
    /// It is kept, and the next item is to be written.
    KeptForNext,
}

impl ItemEditor {
    pub(super) fn new(item: &AgendaView) -> Self {
        Self {
            item: item.id,
            title: item.title.clone(),
            minutes: NumberDraft::new(item.planned_minutes),
            presenter: PresenterField::new(item.presenter.as_ref()),
            record: RecordField::default(),
            is_fresh: true,
        }
    }

    pub(super) const fn note(&mut self, changes: Changes) {
        self.presenter.note(changes);
        self.record.note(changes);
    }

    /// Sends what differs from what is stored.
    pub(super) fn keep(&self, cx: &Cx<'_>, item: &AgendaView) {
        let mut values: Vec<FieldValue> = Vec::new();
        let title = self.title.trim();
        if !title.is_empty() && title != item.title {
            values.push(("title", title.into()));
        }
        let minutes = self.minutes.number().filter(|minutes| (0..=MOST_MINUTES).contains(minutes));
        if minutes != item.planned_minutes && (minutes.is_some() || self.minutes.is_empty()) {
            values.push(("planned_minutes", minutes.into()));
        }
        let new = self.presenter.new_name();
        let presenter = self.presenter.value();
        if new.is_none() && presenter != item.presenter.as_ref().map(|person| person.id).into() {
            values.push(("presenter", presenter));
        }
        if values.is_empty() && new.is_none() {
            return;
        }
        let edit = Edit::Set { record: item.id.record(), values, session: None, based_on: None };
        cx.store.send(match new {
            Some(new) => Edit::Naming { new: vec![new], edit: Box::new(edit) },
            None => edit,
        });
    }

    /// Shows it.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, meeting: MeetingId) -> Left {
        let tr = cx.tr;
        let tokens = ui.tokens();
        let frame = Frame::new()
            .fill(tokens.accent_wash)
            .stroke(tokens.hairline())
            .corner_radius(RADIUS_CARD)
            .inner_margin(Margin::same(ui.metrics().medium as i8));
        let mut left = Left::Not;
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = ui.metrics().small;
                let label = tr!(tr, "field-agenda_item-title");
                let title = Field::new(&mut self.title, &label);
                let is_fresh = std::mem::take(&mut self.is_fresh);
                if is_fresh {
                    // Before the field hears the keys of this frame: what was typed for it already is not lost.
                    let editor = title.editor(ui);
                    ui.memory_mut(|memory| memory.request_focus(editor));
                }
                let title = title.show(ui);
                if is_fresh {
                    title.response.scroll_to_me(None);
                }
                let is_escaped = |response: &egui::Response| {
                    (response.has_focus() || response.lost_focus()) && ui.input(|input| input.key_pressed(Key::Escape))
                };
                let mut is_dropped = is_escaped(&title.response);
                let mut goes_on = title.submitted;
                let label = tr!(tr, "agenda-minutes");
                let minutes = NumberField::new(&mut self.minutes, &label).range(0, MOST_MINUTES).step(5).width(MINUTES);
                let minutes = minutes.show(ui, tr);
                is_dropped |= (minutes.response.has_focus() || minutes.response.lost_focus())
                    && ui.input(|input| input.key_pressed(Key::Escape));
                goes_on |= minutes.submitted;
                let (_, submitted) = self.presenter.show(ui, cx);
                goes_on |= submitted;
                self.record.show(ui, cx, meeting, self.item);
                let (mut is_saved, mut is_cancelled) = (false, false);
                ui.row(|ui| {
                    is_saved = ui.add(Button::primary(&tr!(tr, "register-save")).small()).clicked();
                    is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel")).small()).clicked();
                });
                left = match (is_dropped || is_cancelled, is_saved, goes_on) {
                    (true, _, _) => Left::Dropped,
                    (false, true, _) => Left::Kept,
                    (false, false, true) => Left::KeptForNext,
                    (false, false, false) => Left::Not,
                };
            });
        });
        left
    }
}
