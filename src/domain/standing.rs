//! Where a meeting stands for whoever looks over many: its own status, or its approved minutes.

use super::{Choices, MeetingStatus};

/// Where a meeting stands as its list tells it: an approved one by its minutes, whatever its own status says.
pub const MEETING_STANDING: Choices = Choices {
    codes: &[
        MeetingStatus::Draft.code(),
        MeetingStatus::Scheduled.code(),
        MeetingStatus::Invited.code(),
        MeetingStatus::InProgress.code(),
        MeetingStatus::Held.code(),
        MeetingStatus::Postponed.code(),
        MeetingStatus::Cancelled.code(),
        MEETING_APPROVED,
    ],
    ..MeetingStatus::CHOICES
};

/// The code in [`MEETING_STANDING`] of a meeting whose minutes are approved.
pub const MEETING_APPROVED: &str = "approved";
