//! The clocks of a running meeting and of the item under discussion.

use super::*;
use crate::domain::{AgendaState, MeetingStatus};

/// Each item's state and how long it was discussed, in minutes.
fn agenda(tried: &Tried, meeting: MeetingId) -> Vec<(AgendaState, i64)> {
    tried.view(meeting).agenda.iter().map(|item| (item.state, item.ran_seconds / 60)).collect()
}

/// A meeting of two items that has just begun, and the second of them.
fn begun(tried: &Tried) -> (MeetingId, AgendaItemId) {
    let (meeting, _, _) = tried.meeting();
    let values = vec![("meeting", meeting.into()), ("title", "بند ثانٍ".into()), ("position", "z".into())];
    let second = tried.apply(Edit::Add { entity: Entity::AgendaItem, values }).record.unwrap();
    let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: None };
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() });
    (meeting, AgendaItemId(second.id))
}

#[test]
fn the_next_of_a_series_begins_when_the_last_was_planned_to() {
    let tried = Tried::new();
    let series = tried
        .apply(Edit::Add { entity: Entity::Series, values: vec![("title", "المجلس التنسيقي".into())] });
    let series = crate::domain::SeriesId(series.record.unwrap().id);
    let meet = |date: &str, start: &str| {
        let values = vec![
            ("title", "المجلس".into()),
            ("series", series.into()),
            ("date", date.into()),
            ("start_time", start.into()),
        ];
        let parties = vec![("أمانة منطقة النخيل".to_owned(), Side::Host)];
        let made = tried.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() });
        MeetingId(made.record.unwrap().id)
    };
    let next_start = || {
        let made = tried.apply(Edit::NextMeeting(series)).record.unwrap();
        let start = tried.view(MeetingId(made.id)).meeting.start.map(|time| time.to_string());
        tried.apply(Edit::Undo);
        start
    };
    meet("2026-11-15", "09:00");
    let today = meet("2026-11-22", "");
    tried.apply(Edit::MoveMeeting { meeting: today, to: MeetingStatus::InProgress, reason: String::new() });
    assert_eq!(tried.view(today).meeting.start.map(|time| time.to_string()).as_deref(), Some("12:00"), "noted");
    assert_eq!(next_start().as_deref(), Some("09:00"));
    tried.apply(set(today.record(), vec![("start_time", "11:30".into())]));
    assert_eq!(next_start().as_deref(), Some("11:30"), "what somebody says is a plan");
}

#[test]
fn the_discussion_begins_with_the_first_item_and_each_has_its_own_time() {
    use AgendaState::{Discussed, Discussing, Listed};
    let tried = Tried::new();
    let (meeting, second) = begun(&tried);
    assert_eq!(agenda(&tried, meeting), [(Discussing, 0), (Listed, 0)]);
    tried.pass(10 * 60_000);
    tried.apply(Edit::Discuss { meeting, item: Some(second), is_done: true });
    tried.pass(5 * 60_000);
    assert_eq!(agenda(&tried, meeting), [(Discussed, 10), (Discussing, 0)]);
    assert!(tried.view(meeting).agenda[1].running_since.is_some());
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
    assert_eq!(agenda(&tried, meeting), [(Discussed, 10), (Discussed, 5)]);
    assert_eq!(tried.view(meeting).meeting.ran_seconds, 15 * 60);
}

#[test]
fn a_pause_stops_both_clocks_and_both_go_on_after_it() {
    let tried = Tried::new();
    let (meeting, _) = begun(&tried);
    tried.pass(10 * 60_000);
    tried.apply(Edit::Pause { meeting, is_paused: true });
    tried.pass(30 * 60_000);
    assert_eq!(tried.view(meeting).meeting.running_since, None);
    tried.apply(Edit::Pause { meeting, is_paused: false });
    tried.pass(5 * 60_000);
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
    assert_eq!(tried.view(meeting).meeting.ran_seconds, 15 * 60);
    assert_eq!(agenda(&tried, meeting)[0].1, 15);
}

#[test]
fn only_a_running_meeting_has_a_clock_to_stop() {
    let tried = Tried::new();
    let (meeting, _, _) = tried.meeting();
    assert_eq!(tried.refused(Edit::Pause { meeting, is_paused: true }), ErrorKind::MoveRefused);
}

#[test]
fn what_was_not_discussed_is_on_the_agenda_of_the_next_meeting() {
    let tried = Tried::new();
    let (meeting, second) = begun(&tried);
    let series = tried.apply(Edit::Add { entity: Entity::Series, values: vec![("title", "اللقاءات".into())] });
    let series = series.record.unwrap().id;
    let values = vec![("series", Value::Number(series))];
    tried.apply(Edit::Set { record: meeting.record(), values, session: None, based_on: None });
    let goal = vec![("list", crate::domain::EntryList::Goal.into()), ("name", "هدف".into())];
    let goal = tried.apply(Edit::Add { entity: Entity::Entry, values: goal }).record.unwrap();
    let tie = vec![("source", second.record().into()), ("kind", crate::domain::LinkKind::Related.into())];
    let tie = tie.into_iter().chain([("target", goal.into())]).collect();
    tried.apply(Edit::Add { entity: Entity::Link, values: tie });
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
    let next = tried.apply(Edit::NextMeeting(crate::domain::SeriesId(series))).record.unwrap();
    let agenda = tried.view(MeetingId(next.id)).agenda;
    assert_eq!(agenda.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["بند ثانٍ"]);
    let carried = agenda[0].id.record().key();
    assert_eq!(tried.count(&format!("SELECT count(*) FROM link WHERE source = {carried}")), 1);
}
