//! What one asks of a register every day, ready to be pressed: what is late, what is due soon, what is running out. Derived
//! from days and statuses, never stored.

use crate::calendar::Date;
use crate::domain::{MeetingStatus, OrganisationKind, ReviewState, Value, lifecycle::EXPIRING_DAYS};
use crate::store::query::{Condition, STANDING};
use crate::widgets::Tone;
use serde::{Deserialize, Serialize};

/// So many days ahead something is due soon.
const SOON_DAYS: i64 = 14;

/// A question that is always at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ready {
    /// Something is left to do.
    Open,
    /// Open and past its day.
    Overdue,
    /// Open, and due within two weeks.
    DueSoon,
    /// Open, and carried from meeting to meeting.
    Carried,
    /// Open, and it ends within 90 days.
    Expiring,
    /// Open, though its end is past.
    Ended,
    /// Its licence ends within 90 days.
    LicenceExpiring,
    /// Its licence has ended.
    LicenceEnded,
    /// Its board's term ends within 90 days.
    BoardEnding,
    /// The charities have not been told of it.
    NotShown,
    /// The parts of which bodies consist.
    Units,
    /// One writes to them.
    Contacts,
    /// What is known of them may be kept for 90 days more, or no longer.
    KeepEnding,
    /// The meeting is today or is to come.
    Coming,
    /// It was held, and its minutes are not approved yet.
    NoMinutes,
}

impl Ready {
    /// The key of its words.
    pub(super) const fn label_key(self) -> &'static str {
        match self {
            Self::Open => "ready-open",
            Self::Overdue => "ready-overdue",
            Self::DueSoon => "ready-due-soon",
            Self::Carried => "ready-carried",
            Self::Expiring => "ready-expiring",
            Self::Ended => "ready-ended",
            Self::LicenceExpiring => "ready-licence-expiring",
            Self::LicenceEnded => "ready-licence-ended",
            Self::BoardEnding => "ready-board-ending",
            Self::NotShown => "ready-not-shown",
            Self::Units => "ready-units",
            Self::Contacts => "ready-contacts",
            Self::KeepEnding => "ready-keep-ending",
            Self::Coming => "ready-coming",
            Self::NoMinutes => "ready-no-minutes",
        }
    }

    /// Its colour while there is something of it.
    pub(super) const fn tone(self) -> Tone {
        match self {
            Self::Overdue | Self::Ended | Self::LicenceEnded => Tone::Red,
            Self::DueSoon | Self::Carried | Self::Expiring | Self::LicenceExpiring | Self::BoardEnding => Tone::Amber,
            Self::KeepEnding | Self::NoMinutes => Tone::Amber,
            Self::Open | Self::NotShown | Self::Units | Self::Contacts | Self::Coming => Tone::Neutral,
        }
    }

    /// What has to hold.
    pub(super) fn conditions(self, today: Date) -> Vec<Condition> {
        let within = |field, days| Condition::Within(field, today.into(), day(today, days));
        let before_today = |field| Condition::Within(field, Value::Empty, day(today, -1));
        match self {
            Self::Open => vec![Condition::Open],
            Self::Overdue => vec![Condition::Overdue],
            Self::DueSoon => vec![Condition::Open, within("due", SOON_DAYS)],
            Self::Carried => vec![Condition::Open, Condition::Within("carried", Value::Number(1), Value::Empty)],
            Self::Expiring => vec![Condition::Open, within("ends_on", EXPIRING_DAYS)],
            Self::Ended => vec![Condition::Open, before_today("ends_on")],
            Self::LicenceExpiring => vec![within("licence_ends_on", EXPIRING_DAYS)],
            Self::LicenceEnded => vec![before_today("licence_ends_on")],
            Self::BoardEnding => vec![within("board_ends_on", EXPIRING_DAYS)],
            Self::NotShown => {
                let not_yet = vec![ReviewState::NotShown.into(), Value::Empty];
                vec![Condition::Open, Condition::OneOf("review", not_yet)]
            }
            Self::Units => vec![
                Condition::OneOf("kind", vec![OrganisationKind::Unit.into()]),
                Condition::Within("parent", Value::Number(1), Value::Empty),
            ],
            Self::Contacts => vec![Condition::OneOf("is_contact", vec![true.into()])],
            Self::KeepEnding => vec![Condition::Within("keep_until", Value::Empty, day(today, EXPIRING_DAYS))],
            Self::Coming => {
                use MeetingStatus::{Draft, InProgress, Invited, Scheduled};
                let to_come = [Draft, Scheduled, Invited, InProgress].map(Value::from).to_vec();
                let days = Condition::Within("date", today.into(), Value::Empty);
                vec![days, Condition::OneOf(STANDING, to_come)]
            }
            Self::NoMinutes => vec![Condition::OneOf(STANDING, vec![MeetingStatus::Held.into()])],
        }
    }
}

/// The day so many days on; no bound beyond the calendar.
pub(super) fn day(today: Date, days: i64) -> Value {
    today.add_days(days).map_or(Value::Empty, Value::from)
}
