//! An update of the work on a record, in one step from the keyboard: what was done, where it stands now, how far it is, what
//! stands in the way; and the file that witnesses this very update.
//!
//! Keys: Ctrl U leads to it from anywhere on the page; Ctrl Enter adds it, Ctrl Shift Enter adds it and asks for its file.

use crate::domain::{Entity, OutcomeKind, OutcomeStatus, Record, lifecycle};
use crate::screens::form::kept::KeptForm;
use crate::screens::{Ask, Choice, Cx};
use crate::store::query::RecordView;
use crate::store::{Edit, Reply, Ticket};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Icon, NumberDraft, NumberField, TextArea, UiExt, pick_list};
use egui::{Event, Key, Modifiers, Ui};
use serde::{Deserialize, Serialize};

/// The most letters of an update.
const LETTERS: usize = 4000;
/// So wide is the field of the percentage.
const PERCENT: f32 = 120.0;
/// And that of the status.
const STATUS: f32 = 180.0;

/// An update that is being written.
#[derive(Default)]
pub(super) struct UpdateForm {
    text: String,
    obstacles: String,
    percent: NumberDraft,
    to: Option<OutcomeStatus>,
    /// What was sent, until the writer answers.
    sent: Option<(Ticket, Sent)>,
    /// The update whose file is to be chosen.
    witness: Option<Record>,
    wants_focus: bool,
    /// What is typed, beside the records until it is added.
    kept: Option<KeptForm>,
    /// Something lies over the page.
    pub(super) is_covered: bool,
}

/// An update on its way.
struct Sent {
    text: String,
    obstacles: String,
    percent: Option<i64>,
    to: Option<OutcomeStatus>,
    is_witnessed: bool,
}

/// What is typed, as it is written down.
#[derive(Debug, Serialize, Deserialize)]
struct Words {
    text: String,
    obstacles: String,
    percent: Option<i64>,
    to: Option<String>,
}

impl UpdateForm {
    /// Is anything typed or chosen?
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.obstacles.trim().is_empty() && self.percent.is_empty() && self.to.is_none()
    }

    /// Is something on its way to the writer?
    pub(super) const fn is_sent(&self) -> bool {
        self.sent.is_some()
    }

    /// Takes up what was typed before the program ended, and writes down what is typed now.
    fn keep(&mut self, ui: &Ui, cx: &Cx<'_>, record: Record) {
        let is_empty = self.is_empty();
        let (is_first, kept) = match &mut self.kept {
            Some(kept) => (false, kept),
            none => (true, none.insert(KeptForm::new(format!("update/{}", record.key()), cx))),
        };
        if is_first {
            if let Some(words) = kept.take::<Words>(ui.ctx()).filter(|_| is_empty) {
                (self.text, self.obstacles) = (words.text, words.obstacles);
                self.percent = NumberDraft::new(words.percent);
                self.to = words.to.as_deref().and_then(OutcomeStatus::from_code);
            }
            return;
        }
        let words = (!is_empty).then(|| Words {
            text: self.text.clone(),
            obstacles: self.obstacles.clone(),
            percent: self.percent.number(),
            to: self.to.map(|to| to.code().to_owned()),
        });
        // While it is on its way to the writer, what was written down stays.
        if self.sent.is_none() {
            kept.typed(ui.ctx(), words.as_ref());
        }
    }

    /// Shows it, for a record that stands there and may go to these. While something lies over the page its keys are for
    /// that.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, moves: &[OutcomeStatus]) {
        self.keep(ui, cx, view.record);
        let tr = cx.tr;
        let is_called = !self.is_covered
            && ui.input_mut(|input| {
                let before = input.events.len();
                input.events.retain(|event| !is_call(event));
                input.events.len() < before
            });
        let count = |used: usize, most: usize| {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            tr!(tr, "reason-letters", used = number(used), most = number(most))
        };
        let present = super::status_of(view);
        // The record may have moved while this was written.
        self.to = self.to.filter(|to| Some(*to) != present && moves.contains(to));
        let label = tr!(tr, "record-update");
        let asks_why = present.zip(self.to).is_some_and(|(from, to)| lifecycle::needs_reason(from, to));
        let why = tr!(tr, "update-why");
        let keys = tr!(tr, "update-keys");
        let area = TextArea::new(&mut self.text, &label).hint(&keys).lines(2).limit(LETTERS, &count);
        let text = area.help(asks_why.then_some(why.as_str())).show(ui);
        let is_led_to = std::mem::take(&mut self.wants_focus) || is_called;
        if is_led_to {
            text.response.request_focus();
        }
        let kind = Some(view.kind.as_str()).filter(|kind| !kind.is_empty());
        let has = |name: &str| view.record.entity.field(name).is_some_and(|field| field.is_of(kind));
        if present.is_some() || has("percent") {
            let layout = ui.direction().wrapping_row();
            ui.with_layout(layout, |ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().medium;
                if let Some(present) = present {
                    self.status_ui(ui, cx, (present, OutcomeKind::from_code(&view.kind)), moves);
                }
                if has("percent") {
                    let now =
                        view.cells.iter().find(|(name, _)| *name == "percent").and_then(|(_, cell)| cell.number());
                    let now = tr.number(now.unwrap_or_default());
                    let label = tr!(tr, "field-outcome-percent");
                    let field = NumberField::percent(&mut self.percent, &label).hint(&now).width(PERCENT);
                    field.show(ui, tr);
                }
            });
        }
        if has("obstacles") {
            let label = tr!(tr, "field-outcome-obstacles");
            let hint = view.cells.iter().find(|(name, _)| *name == "obstacles").map(|(_, cell)| cell.text());
            let area = TextArea::new(&mut self.obstacles, &label).lines(1).most_lines(6).limit(LETTERS, &count);
            area.hint(hint.unwrap_or_default()).show(ui);
        }
        if self.to.is_some_and(lifecycle::is_done) {
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(tr, "update-done-witness")).size(12.0).line_height(18.0).color(weak).wrap());
        }
        let is_wrong = self.percent.is_wrong() || self.percent.is_outside(0, 100);
        let lacks_reason = asks_why && self.text.trim().is_empty();
        let can = !(self.is_empty() || is_wrong || lacks_reason || self.sent.is_some());
        let (add, witnessed) = (tr!(tr, "record-add-update"), tr!(tr, "update-add-witnessed"));
        let mut adds = None;
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            if ui.add(Button::primary(&add).icon(Icon::Plus).small().keys("Ctrl Enter").enabled(can)).clicked() {
                adds = Some(false);
            }
            let button = Button::new(&witnessed).icon(Icon::Attach).small().keys("Ctrl Shift Enter");
            if ui.add(button.enabled(can)).clicked() {
                adds = Some(true);
            }
        });
        if is_led_to {
            // All of it comes into sight, down to its buttons.
            ui.scroll_to_rect(text.response.rect.with_max_y(ui.min_rect().bottom()), None);
        }
        if can && !self.is_covered {
            let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
            if pressed(Modifiers::COMMAND | Modifiers::SHIFT) {
                adds = Some(true);
            } else if pressed(Modifiers::COMMAND) {
                adds = Some(false);
            }
        }
        if let Some(is_witnessed) = adds {
            self.send(cx, view.record, is_witnessed);
        }
    }

    /// Where it stands after the update: as now, unless something else is chosen.
    fn status_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (present, kind): (OutcomeStatus, Option<OutcomeKind>),
        moves: &[OutcomeStatus],
    ) {
        let tr = cx.tr;
        let status = self.to.unwrap_or(present);
        let words: Vec<String> = moves.iter().map(|one| one.words(kind, tr)).collect();
        let at = moves.iter().position(|one| *one == status);
        let chosen = pick_list(ui, &tr!(tr, "update-status"), at, &words, STATUS);
        if let Some(to) = chosen.and_then(|at| moves.get(at)) {
            self.to = (*to != present).then_some(*to);
        }
    }

    /// Sends what is typed.
    pub(super) fn send(&mut self, cx: &Cx<'_>, record: Record, is_witnessed: bool) {
        let sent = Sent {
            text: std::mem::take(&mut self.text),
            obstacles: std::mem::take(&mut self.obstacles),
            percent: std::mem::take(&mut self.percent).number(),
            to: self.to.take(),
            is_witnessed,
        };
        let Sent { text, obstacles, percent, to, .. } = &sent;
        let edit =
            Edit::Report { record, text: text.clone(), percent: *percent, obstacles: obstacles.clone(), to: *to };
        self.sent = Some((cx.store.send(edit), sent));
    }

    /// Hears what became of what was sent: what was refused stands there again.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        let Some((_, sent)) = self.sent.take_if(|(ticket, _)| *ticket == reply.ticket) else { return };
        match &reply.result {
            Ok(applied) => {
                if let Some(kept) = self.kept.as_mut().filter(|_| self.text.is_empty()) {
                    kept.forget();
                }
                self.witness = applied.record.filter(|record| sent.is_witnessed && record.entity == Entity::Progress);
            }
            Err(_) if self.is_empty() => {
                (self.text, self.obstacles, self.to) = (sent.text, sent.obstacles, sent.to);
                self.percent = NumberDraft::new(sent.percent);
                self.wants_focus = true;
            }
            // Something else was typed since: neither is lost.
            Err(_) => self.text = format!("{}\n{}", sent.text, self.text),
        }
    }

    /// Asks for the file of the update that was added with one.
    pub(super) fn ask_witness(&mut self, cx: &mut Cx<'_>) {
        if let Some(update) = self.witness.take() {
            cx.ask(Ask::Choose(Choice::Files(update)));
        }
    }
}

/// Ctrl U, by its letter or, on a keyboard without Latin letters, by its place.
fn is_call(event: &Event) -> bool {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return false };
    let is_latin = key.name().len() == 1 && key.name().is_ascii();
    (*key == Key::U || !is_latin && *physical_key == Some(Key::U)) && modifiers.matches_exact(Modifiers::COMMAND)
}
