//! What has changed in the meeting, said to who does not see it: that it began, ended, was approved, what is discussed now, what
//! was added to the agenda and who to the attendance.
//!
//! Apart from what draws each of these because the keys that bring it about lead elsewhere, or nowhere; and from the store's
//! answers, since what is undone has changed as well.

use super::MeetingScreen;
use crate::arabic;
use crate::domain::{AgendaItemId, AgendaState, AttendanceId, MeetingId, MeetingStatus};
use crate::screens::Cx;
use crate::store::query::{AgendaView, MeetingView};
use crate::store::{Reply, Ticket};
use crate::text::say;
use crate::tr;
use crate::widgets::is_arriving;
use egui::Ui;

/// What was told last.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stand {
    meeting: MeetingId,
    status: MeetingStatus,
    is_approved: bool,
    discussed: Option<AgendaItemId>,
    agenda: Vec<AgendaItemId>,
    attendance: Vec<AttendanceId>,
}

impl Stand {
    fn of(view: &MeetingView) -> Self {
        let discussed = view.agenda.iter().find(|item| item.state == AgendaState::Discussing);
        Self {
            meeting: view.meeting.id,
            status: view.meeting.status,
            is_approved: view.meeting.approved_on.is_some(),
            discussed: discussed.map(|item| item.id),
            agenda: view.agenda.iter().map(|item| item.id).collect(),
            attendance: view.attendance.iter().map(|line| line.id).collect(),
        }
    }
}

/// What is remembered of it between frames.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The answer of the store that was looked at last.
    revision: Option<u64>,
    stand: Option<Stand>,
    step: Option<Step>,
}

/// A step from item to item that leads the discussion along, until the store's answer shows it.
#[derive(Clone, Copy, Debug)]
struct Step {
    to: AgendaItemId,
    ticket: Ticket,
    /// The newest answer of the store when it was done: it is from before.
    done_at: Option<u64>,
}

impl Step {
    /// Is what the store last answered from before it?
    fn is_coming(&self, (revision, is_loading): (u64, bool)) -> bool {
        is_loading || self.done_at.is_none_or(|done_at| done_at == revision)
    }
}

impl Told {
    /// The caret went to an item, and the discussion goes there with it.
    pub(super) const fn step(&mut self, to: AgendaItemId, ticket: Ticket) {
        self.step = Some(Step { to, ticket, done_at: None });
    }

    /// What became of that step, while this was the store's newest answer.
    pub(super) fn on_reply(&mut self, reply: &Reply, revision: u64) {
        if let Some(step) = self.step.as_mut().filter(|step| step.ticket == reply.ticket) {
            step.done_at = Some(revision);
            if reply.result.is_err() {
                self.step = None;
            }
        }
    }
}

impl MeetingScreen {
    /// Is the discussion on its way to the item whose notes are open?
    pub(super) fn is_clock_coming(&self) -> bool {
        self.told.step.is_some_and(|step| Some(step.to) == self.active && step.is_coming(self.page_facts))
    }

    /// Says what the newest answer of the store has changed.
    pub(super) fn tell_changes(&mut self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) {
        let revision = Some(self.page_facts.0);
        if self.told.revision == revision {
            return;
        }
        self.told.revision = revision;
        let now = Stand::of(view);
        let step = self.told.step;
        self.told.step = step.filter(|step| now.discussed != Some(step.to) && step.is_coming(self.page_facts));
        let before = self.told.stand.replace(now.clone());
        let Some(before) = before.filter(|before| before.meeting == now.meeting && *before != now) else { return };
        if is_arriving(ui.ctx()) {
            return;
        }
        let discussed =
            if step.is_some() { of_step(cx, view, &before, &now) } else { of_item(cx, view, &before, &now) };
        let changed =
            [of_status(cx, view, &before, &now), discussed, of_agenda(cx, view, &before), of_people(cx, view, &before)];
        for words in changed.into_iter().flatten() {
            say(ui.ctx(), &words);
        }
    }
}

fn of_status(cx: &Cx<'_>, view: &MeetingView, before: &Stand, now: &Stand) -> Option<String> {
    let meeting = &view.meeting;
    if now.status == before.status {
        return None;
    }
    match now.status {
        MeetingStatus::InProgress => Some(tr!(cx.tr, "told-running")),
        MeetingStatus::Held if before.status == MeetingStatus::InProgress => {
            let ran = tr!(cx.tr, "count-minutes", count = meeting.ran_seconds / 60);
            Some(tr!(cx.tr, "told-ended", ran = ran))
        }
        MeetingStatus::Draft
        | MeetingStatus::Scheduled
        | MeetingStatus::Invited
        | MeetingStatus::Held
        | MeetingStatus::Postponed
        | MeetingStatus::Cancelled => None,
    }
}

/// Where the discussion is now the caret is too, and its place was said there; what is done with is only seen.
fn of_step(cx: &Cx<'_>, view: &MeetingView, before: &Stand, now: &Stand) -> Option<String> {
    let left = before.discussed.filter(|left| now.discussed != Some(*left))?;
    let index = view.agenda.iter().position(|item| item.id == left && item.state == AgendaState::Discussed)?;
    Some(tr!(cx.tr, "told-item-done", number = place(cx, index)))
}

/// The place of an item, in the digits of the interface.
fn place(cx: &Cx<'_>, index: usize) -> String {
    arabic::to_digits(&(index + 1).to_string(), cx.tr.digits())
}

fn of_agenda(cx: &Cx<'_>, view: &MeetingView, before: &Stand) -> Option<String> {
    let is_new = |(_, item): &(usize, &AgendaView)| !before.agenda.contains(&item.id);
    let added: Vec<_> = view.agenda.iter().enumerate().filter(is_new).collect();
    let count = view.agenda.len();
    match added.as_slice() {
        [] => None,
        [(index, item)] => {
            let (number, title) = (place(cx, *index), item.title.as_str());
            Some(tr!(cx.tr, "told-item-added", number = number, title = title, count = count))
        }
        all => Some(tr!(cx.tr, "told-items-added", added = all.len(), count = count)),
    }
}

fn of_item(cx: &Cx<'_>, view: &MeetingView, before: &Stand, now: &Stand) -> Option<String> {
    let item = now.discussed.filter(|item| before.discussed != Some(*item))?;
    let index = view.agenda.iter().position(|known| known.id == item)?;
    Some(tr!(cx.tr, "told-discussed", number = place(cx, index)))
}

fn of_people(cx: &Cx<'_>, view: &MeetingView, before: &Stand) -> Option<String> {
    let added: Vec<_> = view.attendance.iter().filter(|line| !before.attendance.contains(&line.id)).collect();
    let count = view.attendance.len();
    match added.as_slice() {
        [] => None,
        [line] => Some(tr!(cx.tr, "told-added", name = super::attendance_line::name_of(line), count = count)),
        all => Some(tr!(cx.tr, "told-added-several", added = all.len(), count = count)),
    }
}
