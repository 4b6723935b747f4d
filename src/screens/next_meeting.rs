//! The next meeting of a series, made from the page of one of its meetings or of the series, and opened once the store has
//! made it.

use super::{Cx, Route};
use crate::domain::{MeetingId, SeriesId};
use crate::store::{Edit, Reply, Ticket};

/// One on its way.
#[derive(Default)]
pub(super) struct NextMeeting {
    sent: Option<Ticket>,
    made: Option<MeetingId>,
}

impl NextMeeting {
    /// Has it made.
    pub(super) fn make(&mut self, cx: &Cx<'_>, series: SeriesId) {
        self.sent = Some(cx.store.send(Edit::NextMeeting(series)));
    }

    /// Takes up what the store answers.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        if self.sent.take_if(|ticket| *ticket == reply.ticket).is_some() {
            let made = reply.result.as_ref().ok().and_then(|applied| applied.record);
            self.made = made.map(|record| MeetingId(record.id));
        }
    }

    /// Goes to it once it is made.
    pub(super) fn open(&mut self, cx: &mut Cx<'_>) {
        if let Some(meeting) = self.made.take() {
            cx.go(Route::Meeting(meeting));
        }
    }
}
