//! What has changed in the meeting, said to who does not see it: that it began, ended, was approved, what is discussed now, who
//! was added to the attendance.
//!
//! Apart from what draws each of these because the keys that bring it about lead elsewhere, or nowhere; and from the store's
//! answers, since what is undone has changed as well.

use super::MeetingScreen;
use crate::arabic;
use crate::domain::{AgendaItemId, AgendaState, AttendanceId, MeetingId, MeetingStatus};
use crate::screens::Cx;
use crate::store::query::MeetingView;
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
}

impl MeetingScreen {
    /// Says what the newest answer of the store has changed.
    pub(super) fn tell_changes(&mut self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView) {
        let revision = Some(self.page_facts.0);
        if self.told.revision == revision {
            return;
        }
        self.told.revision = revision;
        let now = Stand::of(view);
        let before = self.told.stand.replace(now.clone());
        let Some(before) = before.filter(|before| before.meeting == now.meeting && *before != now) else { return };
        if is_arriving(ui.ctx()) {
            return;
        }
        let changed =
            [of_status(cx, view, &before, &now), of_item(cx, view, &before, &now), of_people(cx, view, &before)];
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

fn of_item(cx: &Cx<'_>, view: &MeetingView, before: &Stand, now: &Stand) -> Option<String> {
    let item = now.discussed.filter(|item| before.discussed != Some(*item))?;
    let index = view.agenda.iter().position(|known| known.id == item)?;
    let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
    Some(tr!(cx.tr, "told-discussed", number = number))
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
