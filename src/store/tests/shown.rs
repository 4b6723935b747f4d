//! Changes in laws and by-laws that the notes of a meeting captured.

use super::*;
use crate::domain::{MeetingStatus, RegulationId};

fn captured(tried: &Tried, block: BlockId, before: &str) -> RegulationId {
    let made = tried.apply(Edit::CaptureRegulation {
        block,
        before: before.to_owned(),
        title: "ضوابط التطوع".to_owned(),
        after: String::new(),
    });
    RegulationId(made.record.unwrap().id)
}

#[test]
fn a_captured_regulation_stands_where_its_line_stood_and_is_tied_once() {
    let tried = Tried::new();
    let (meeting, item, block) = tried.meeting();
    let id = captured(&tried, block, "قبل");
    let view = tried.view(meeting);
    let blocks: Vec<(&str, Option<RegulationId>)> =
        view.agenda[0].blocks.iter().map(|block| (block.body.as_str(), block.regulation)).collect();
    assert_eq!(blocks, [("قبل", None), ("", Some(id)), ("", None)]);
    assert_eq!(view.agenda[0].id, item);
    assert_eq!(view.regulations.iter().map(|row| row.id).collect::<Vec<_>>(), [id], "though it is tied in two ways");
    assert!(!view.agenda[0].blocks[1].is_plain());
}

#[test]
fn the_record_and_its_line_go_together_either_way() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    let id = captured(&tried, block, "");
    for gone in [block.record(), id.record()] {
        tried.apply(Edit::Remove(gone));
        let view = tried.view(meeting);
        assert!(view.regulations.is_empty() && view.agenda[0].blocks.len() == 1, "{gone:?}");
        tried.apply(Edit::Restore(gone));
        assert_eq!(tried.view(meeting).agenda[0].blocks[0].regulation, Some(id), "{gone:?}");
    }
}

#[test]
fn what_was_untied_by_hand_is_still_told_where_it_was_captured() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    captured(&tried, block, "");
    let links = tried.count("SELECT count(*) FROM link WHERE deleted = 0");
    assert_eq!(links, 2, "to the meeting and to the item");
    for _ in 0..links {
        let id = tried.count("SELECT min(id) FROM link WHERE deleted = 0");
        tried.apply(Edit::Remove(Record { entity: Entity::Link, id }));
    }
    assert_eq!(tried.view(meeting).regulations.len(), 1);
}

#[test]
fn it_does_not_go_from_the_notes_of_approved_minutes() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    let id = captured(&tried, block, "");
    let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: None };
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        tried.apply(Edit::MoveMeeting { meeting, to, reason: String::new() });
    }
    tried.lead(meeting);
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_eq!(tried.refused(Edit::Remove(id.record())), ErrorKind::MinutesApproved);
    assert_eq!(tried.refused(Edit::Release(block)), ErrorKind::MinutesApproved);
    // What the law itself becomes is still written down.
    tried.apply(set(id.record(), vec![("summary", "نُشرت".into())]));
}

#[test]
fn a_new_regulation_has_not_been_shown_to_anybody() {
    let tried = Tried::new();
    let made = tried.apply(Edit::Add { entity: Entity::Regulation, values: vec![("title", "ضوابط".into())] });
    let page = tried.store.read(crate::store::query::RecordPage { record: made.record.unwrap() }).unwrap();
    let (_, review) = page.cells.iter().find(|(name, _)| *name == "review").unwrap();
    assert_eq!(review.text(), "not-shown");
}
