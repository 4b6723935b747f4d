//! One file or folder a screen. A screen shows what its [`crate::store::Live`] queries hold, keeps drafts of what is being
//! typed, sends edits, and asks the program for the rest through [`Cx`]. Screens never see each other.

use crate::calendar::Date;
use crate::domain::{MeetingId, Settings};
use crate::store::Store;
use crate::strings::Tr;

/// What a screen is given each frame.
pub struct Cx<'a> {
    /// To query and to edit.
    pub store: &'a Store,
    /// The words.
    pub tr: &'a Tr,
    /// The store's settings.
    pub settings: &'a Settings,
    /// The day, from outside so that tests choose it.
    pub today: Date,
    /// Unix seconds, from outside for the same reason.
    pub now: i64,
    /// What the screen asks of the program; carried out after the frame.
    pub asks: &'a mut Vec<Ask>,
}

/// What a screen asks of the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Another screen.
    Go(Route),
    /// The minutes of a meeting as PDF, opened when done.
    ExportMinutes(MeetingId),
    /// A passing message.
    Toast(String),
}

/// Where the program can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The meetings' list.
    Meetings,
    /// One meeting's workspace.
    Meeting(MeetingId),
    /// المتابعات
    FollowUps,
    /// المبادرات والمقترحات
    Proposals,
    /// الجهات
    Organisations,
    /// الأشخاص
    People,
    /// الإعدادات
    Settings,
}
