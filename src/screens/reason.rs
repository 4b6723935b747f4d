//! Asks why a record moves, where its life cycle wants to know, and sends the moves of one choice as one step.

use super::{Ask, Cx};
use crate::domain::{AddendumId, MeetingId, MeetingStatus, MinutesState, OutcomeStatus, Record, lifecycle};
use crate::store::{AddendumStep, Edit, Ticket};
use crate::tr;
use crate::widgets::{Button, TextArea, UiExt, dialog};
use egui::Context;

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

/// What waits for its reason.
enum Asked {
    Records(Vec<Move>),
    Meetings(Vec<MeetingId>, MeetingStatus),
    Return(MeetingId),
    Reopen(MeetingId),
    Undo,
    ReturnAddendum(AddendumId),
    ReopenAddendum(AddendumId),
}

/// The open question.
pub struct ReasonForm {
    asked: Asked,
    reason: String,
    sent: Option<Ticket>,
    is_given: bool,
}

impl ReasonForm {
    fn new(asked: Asked) -> Self {
        Self { asked, reason: String::new(), sent: None, is_given: false }
    }

    /// Was it answered, and not left?
    pub const fn is_given(&self) -> bool {
        self.is_given
    }

    /// What was sent once it is answered.
    pub const fn sent(&self) -> Option<Ticket> {
        self.sent
    }
}

/// Sends the move of a meeting, or asks why first.
pub fn send_meeting_move(meeting: MeetingId, to: MeetingStatus, cx: &Cx<'_>) -> Option<ReasonForm> {
    send_meeting_moves(vec![meeting], to, cx)
}

/// The same of several meetings, as one step of undo.
pub fn send_meeting_moves(meetings: Vec<MeetingId>, to: MeetingStatus, cx: &Cx<'_>) -> Option<ReasonForm> {
    if lifecycle::meeting_needs_reason(to) && !meetings.is_empty() {
        return Some(ReasonForm::new(Asked::Meetings(meetings, to)));
    }
    send_meetings(&meetings, to, "", cx);
    None
}

fn send_meetings(meetings: &[MeetingId], to: MeetingStatus, reason: &str, cx: &Cx<'_>) {
    let edit = |meeting: &MeetingId| Edit::MoveMeeting { meeting: *meeting, to, reason: reason.to_owned() };
    match meetings {
        [] => {}
        [only] => _ = cx.store.send(edit(only)),
        several => _ = cx.store.send(Edit::Together(several.iter().map(edit).collect())),
    }
}

/// Asks what is to be changed in minutes that go back from review.
pub fn return_minutes(meeting: MeetingId) -> ReasonForm {
    ReasonForm::new(Asked::Return(meeting))
}

/// Asks why approved minutes are opened again.
pub fn reopen_minutes(meeting: MeetingId) -> ReasonForm {
    ReasonForm::new(Asked::Reopen(meeting))
}

/// Asks why the approval of minutes is taken back: that opens them again.
pub fn undo_approval() -> ReasonForm {
    ReasonForm::new(Asked::Undo)
}

/// Asks what is to be changed in an addendum that goes back from review.
pub fn return_addendum(addendum: AddendumId) -> ReasonForm {
    ReasonForm::new(Asked::ReturnAddendum(addendum))
}

/// Asks why an approved addendum is opened again.
pub fn reopen_addendum(addendum: AddendumId) -> ReasonForm {
    ReasonForm::new(Asked::ReopenAddendum(addendum))
}

/// Sends moves as one step of undo; those that have to say why wait in the form that is answered.
pub fn send_moves(moves: Vec<Move>, cx: &mut Cx<'_>) -> Option<ReasonForm> {
    let moves: Vec<Move> = moves.into_iter().filter(|each| each.from != each.to).collect();
    if moves.iter().any(|each| lifecycle::needs_reason(each.from, each.to)) {
        return Some(ReasonForm::new(Asked::Records(moves)));
    }
    send(&moves, "", cx);
    None
}

/// What was moved may have left the list: it is said where it stands now, with the way back.
fn send(moves: &[Move], reason: &str, cx: &mut Cx<'_>) {
    let edit = |each: &Move| Edit::Move { record: each.record, to: each.to, reason: reason.to_owned() };
    let (ticket, to) = match moves {
        [] => return,
        [only] => (cx.store.send(edit(only)), only.to),
        [first, ..] => (cx.store.send(Edit::Together(moves.iter().map(edit).collect())), first.to),
    };
    let status = tr!(cx.tr, to.label_key());
    cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "moved-to-status", count = moves.len(), status = status)));
}

impl ReasonForm {
    /// Shows it; `true` once it is answered or left.
    pub fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> bool {
        let tr = cx.tr;
        let moves_to = |to: &str| tr!(tr, "reason-title", status = tr.text(to, &[]));
        let usual = ("reason-label", "reason-confirm");
        let (title, (label, confirm)) = match &self.asked {
            Asked::Records(moves) => {
                let Some(first) = moves.first() else { return true };
                (moves_to(first.to.label_key()), usual)
            }
            Asked::Meetings(_, to) => (moves_to(to.label_key()), usual),
            Asked::Return(_) | Asked::ReturnAddendum(_) => {
                (tr!(tr, "reason-return-title"), ("reason-return-label", "reason-return-confirm"))
            }
            Asked::Reopen(_) | Asked::ReopenAddendum(_) | Asked::Undo => {
                (tr!(tr, "reason-reopen-title"), ("reason-label", "reason-reopen-confirm"))
            }
        };
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let is_given = |reason: &str| !reason.trim().is_empty();
        let left = dialog(ctx, "reason", &title, 420.0, |ui| {
            TextArea::new(&mut self.reason, &tr!(tr, label))
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
                let confirm = tr!(tr, confirm);
                let button = Button::primary(&confirm).enabled(is_given(&self.reason)).keys("Ctrl Enter");
                is_confirmed = ui.add(button).clicked();
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        is_confirmed |= left.is_confirmed && is_given(&self.reason);
        self.is_given = is_confirmed;
        if is_confirmed {
            match &self.asked {
                Asked::Records(moves) => send(moves, &self.reason, cx),
                Asked::Meetings(meetings, to) => send_meetings(meetings, *to, &self.reason, cx),
                Asked::Return(meeting) => {
                    let (to, comment) = (MinutesState::Returned, self.reason.clone());
                    cx.store.send(Edit::ReviewMinutes { meeting: *meeting, to, comment });
                }
                Asked::ReturnAddendum(addendum) => {
                    let step = AddendumStep::Review { to: MinutesState::Returned, comment: self.reason.clone() };
                    cx.store.send(Edit::Addendum { addendum: *addendum, step });
                }
                Asked::ReopenAddendum(addendum) => {
                    let step = AddendumStep::Reopen { reason: self.reason.clone() };
                    cx.store.send(Edit::Addendum { addendum: *addendum, step });
                }
                Asked::Reopen(meeting) => {
                    cx.store.send(Edit::ReopenMinutes { meeting: *meeting, reason: self.reason.clone() });
                }
                Asked::Undo => self.sent = Some(cx.store.send(Edit::UndoWithReason(self.reason.clone()))),
            }
        }
        is_confirmed || is_cancelled || left.is_closed
    }
}
