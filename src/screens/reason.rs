//! Asks why a record moves, where its life cycle wants to know, and sends the moves of one choice as one step.

use super::Cx;
use crate::domain::{OutcomeStatus, Record, lifecycle};
use crate::store::Edit;
use crate::tr;
use crate::widgets::{Button, TextArea, UiExt, dialog};
use egui::{Context, Key, Modifiers};

/// One record's move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which one.
    pub record: Record,
    /// Where it stands.
    pub from: OutcomeStatus,
    /// Where to.
    pub to: OutcomeStatus,
}

/// The open question.
pub struct ReasonForm {
    moves: Vec<Move>,
    reason: String,
}

/// Sends moves as one step of undo; those that have to say why wait in the form that is answered.
pub fn send_moves(moves: Vec<Move>, cx: &Cx<'_>) -> Option<ReasonForm> {
    let moves: Vec<Move> = moves.into_iter().filter(|each| each.from != each.to).collect();
    if moves.iter().any(|each| lifecycle::needs_reason(each.from, each.to)) {
        return Some(ReasonForm { moves, reason: String::new() });
    }
    send(&moves, "", cx);
    None
}

fn send(moves: &[Move], reason: &str, cx: &Cx<'_>) {
    let edit = |each: &Move| Edit::Move { record: each.record, to: each.to, reason: reason.to_owned() };
    match moves {
        [] => {}
        [only] => _ = cx.store.send(edit(only)),
        several => _ = cx.store.send(Edit::Together(several.iter().map(edit).collect())),
    }
}

impl ReasonForm {
    /// Shows it; `true` once it is answered or left.
    pub fn show(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let Some(to) = self.moves.first().map(|each| each.to) else { return true };
        let tr = cx.tr;
        let status = tr!(tr, to.label_key());
        let title = tr!(tr, "reason-title", status = status);
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let is_closed = dialog(ctx, "reason", &title, 420.0, |ui| {
            TextArea::new(&mut self.reason, &tr!(tr, "reason-label"))
                .lines(3)
                .limit(2000, &|used, most| {
                    tr!(
                        tr,
                        "reason-letters",
                        used = i64::try_from(used).unwrap_or(i64::MAX),
                        most = i64::try_from(most).unwrap_or(i64::MAX)
                    )
                })
                .show(ui);
            ui.row(|ui| {
                let is_given = !self.reason.trim().is_empty();
                is_confirmed = ui.add(Button::primary(&tr!(tr, "reason-confirm")).enabled(is_given)).clicked()
                    || is_given && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        if is_confirmed {
            send(&self.moves, &self.reason, cx);
        }
        is_confirmed || is_cancelled || is_closed
    }
}
