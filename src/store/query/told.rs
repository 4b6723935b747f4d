//! Whether there is anything to tell of what happened at a meeting: one rule for its minutes, for what is written for the
//! press, and for what its page offers next.

use super::MeetingView;
use crate::calendar::Date;
use crate::domain::{Confidentiality, MeetingStatus, lifecycle, without_preparation};
use crate::error::ErrorKind;

impl MeetingView {
    /// Where it stands, as long as it has not taken place. Approved minutes say that it did; so does what was written down
    /// once its day had come, where nobody told the program that it was held. `marks` is how lines begin that were written to
    /// prepare for it.
    pub fn awaited(&self, today: Date, marks: &[String]) -> Option<MeetingStatus> {
        let meeting = &self.meeting;
        if meeting.approved_on.is_some() {
            return None;
        }
        let is_written = || {
            let mut blocks = self.agenda.iter().flat_map(|item| &item.blocks).filter(|block| !block.is_private());
            let is_said = |body: &str| !without_preparation(body, marks).trim().is_empty();
            self.attendance.iter().any(|line| line.status.attended())
                || blocks.any(|block| block.outcome.is_some() || is_said(&block.body))
        };
        let took_place = lifecycle::took_place(meeting.status)
            || lifecycle::may_have_been_held(meeting.status, meeting.date, today) && is_written();
        (!took_place).then_some(meeting.status)
    }

    /// Why nothing of it is told outside, where that is so.
    pub fn press_refusal(&self, today: Date, marks: &[String]) -> Option<ErrorKind> {
        if matches!(self.meeting.confidentiality, Confidentiality::Restricted | Confidentiality::Confidential) {
            return Some(ErrorKind::PressConfidential);
        }
        self.awaited(today, marks).map(|_| ErrorKind::PressAhead)
    }
}
