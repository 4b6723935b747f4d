//! What every paper of a meeting says of it: the same before it and after it.

use super::Letterhead;
use crate::calendar::{Date, Time};
use crate::domain::{Confidentiality, MeetingKind, MeetingMode};

/// A meeting as its papers name it. Empty texts and `None` are unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occasion {
    /// Who issues the papers.
    pub letterhead: Letterhead,
    /// «الاجتماع التنسيقي مع الجمعيات الأهلية».
    pub title: String,
    /// The meeting's number.
    pub number: String,
    /// What sort of meeting.
    pub kind: Option<MeetingKind>,
    /// Its day.
    pub date: Option<Date>,
    /// When it begins.
    pub start: Option<Time>,
    /// When it ends.
    pub end: Option<Time>,
    /// «مقر الأمانة».
    pub venue: String,
    /// «النخيل».
    pub city: String,
    /// How people meet.
    pub mode: Option<MeetingMode>,
    /// Who may read of it.
    pub confidentiality: Option<Confidentiality>,
    /// What it is for.
    pub purpose: String,
}
