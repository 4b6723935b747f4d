//! Approved minutes: what they say is kept, nothing changes it, and tampering is found.

use super::undo::{one_of_each, scene};
use super::*;
use crate::domain::{MeetingStatus, MinutesState, OutcomeStatus};
use crate::store::query::{FrozenMinutes, FrozenView};

/// A meeting that was held.
pub(super) fn held(tried: &Tried) -> MeetingId {
    let (meeting, ..) = tried.meeting();
    tried.lead(meeting);
    let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: Some(3) };
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        tried.apply(Edit::MoveMeeting { meeting, to, reason: String::new() });
    }
    meeting
}

/// One whose minutes were approved.
pub(super) fn approved(tried: &Tried) -> MeetingId {
    let meeting = held(tried);
    tried.apply(Edit::ApproveMinutes(meeting));
    meeting
}

#[test]
fn minutes_without_a_chair_a_secretary_or_the_words_of_a_decision_are_not_approved() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let missing = |label: &str| ErrorKind::MissingFirst(label.to_owned());
    for (field, label) in [("chair", "field-meeting-chair"), ("secretary", "field-meeting-secretary")] {
        tried.apply(set(meeting.record(), vec![(field, Value::Empty)]));
        assert_eq!(tried.refused(Edit::ApproveMinutes(meeting)), missing(label));
        tried.undo();
    }
    let values = vec![("kind", OutcomeKind::Decision.into()), ("meeting", meeting.into())];
    let decision = tried.apply(Edit::Add { entity: Entity::Outcome, values }).record.unwrap();
    assert_eq!(tried.refused(Edit::ApproveMinutes(meeting)), missing("approving-words"));
    tried.apply(set(decision, vec![("text", "يُعتمد الدليل".into())]));
    // Who uses the program writes the minutes where nobody else is named.
    tried.apply(set(meeting.record(), vec![("secretary", Value::Empty)]));
    tried.apply(Edit::Configure { key: "coordinator".to_owned(), value: "منى الشهري".to_owned() });
    tried.apply(Edit::ApproveMinutes(meeting));
    assert!(tried.view(meeting).meeting.approved_on.is_some());
}

fn kept(tried: &Tried, meeting: MeetingId) -> Option<FrozenView> {
    tried.store.read(FrozenMinutes { hash: tried.view(meeting).meeting.content_hash }).unwrap()
}

fn scan(meeting: MeetingId) -> Edit {
    let values = vec![("subject", meeting.record().into()), ("name", "نسخة موقعة".into()), ("kind", "scan".into())];
    Edit::Add { entity: Entity::Document, values }
}

fn review(meeting: MeetingId, to: MinutesState, comment: &str) -> Edit {
    Edit::ReviewMinutes { meeting, to, comment: comment.to_owned() }
}

/// Changes the file behind the program's back.
fn tamper(tried: Tried, sql: &str) -> Vec<String> {
    let Tried { store, clock_ms, folder } = tried;
    store.close().unwrap();
    let file = rusqlite::Connection::open(folder.path().join(folder::DATABASE)).unwrap();
    file.execute_batch("DROP TRIGGER frozen_never_changes; DROP TRIGGER frozen_never_goes;").unwrap();
    file.execute_batch(sql).unwrap();
    drop(file);
    Tried::open(folder, clock_ms).store.check().unwrap().faults
}

#[test]
fn approval_keeps_what_the_minutes_say_and_a_renamed_body_does_not_change_it() {
    let tried = Tried::new();
    let meeting = approved(&tried);
    let before = kept(&tried, meeting).unwrap();
    assert_eq!(before.text, r#"مح-1448-001 اجتماع تنسيقي ["أمانة منطقة النخيل"]"#, "with the number given just then");
    assert_eq!(before.number.as_deref(), Some("مح-1448-001"));
    let body = tried.view(meeting).parties[0].organisation.record();
    tried.apply(set(body, vec![("name", "أمانة الواحات".into())]));
    assert_eq!(tried.view(meeting).parties[0].name, "أمانة الواحات");
    assert_eq!(kept(&tried, meeting), Some(before));
    assert!(tried.store.check().unwrap().is_sound());
}

#[test]
fn the_same_picture_is_kept_once() {
    let tried = Tried::new();
    approved(&tried);
    approved(&tried);
    assert_eq!(tried.count("SELECT count(*) FROM frozen"), 3);
}

#[test]
fn undo_and_reopening_drop_what_was_kept_and_approving_again_keeps_anew() {
    let tried = Tried::new();
    let meeting = approved(&tried);
    let first = tried.view(meeting).meeting.content_hash;
    tried.undo();
    assert_eq!(tried.view(meeting).meeting.content_hash, "");
    tried.apply(Edit::Redo);
    assert_eq!(tried.view(meeting).meeting.content_hash, first);
    assert_eq!(tried.refused(Edit::ReopenMinutes { meeting, reason: " ".to_owned() }), ErrorKind::ReasonMissing);
    tried.apply(reopen(meeting));
    let view = tried.view(meeting).meeting;
    assert_eq!((view.content_hash.as_str(), view.minutes), ("", MinutesState::Draft));
    tried.apply(set(meeting.record(), vec![("title", "عنوان مصحح".into())]));
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_ne!(tried.view(meeting).meeting.content_hash, first);
    // What was approved once stays as evidence, and is no longer anybody's minutes.
    let evidence = tried.store.read(FrozenMinutes { hash: first }).unwrap().unwrap();
    assert_eq!((evidence.number, evidence.is_sound), (None, true));
}

#[test]
fn an_approval_is_taken_back_for_a_reason_that_stays_with_the_meeting() {
    let tried = Tried::new();
    let meeting = approved(&tried);
    let state = || tried.view(meeting).meeting.minutes;
    let undo = || tried.store.read(query::UndoState).unwrap().undo;
    assert_eq!(tried.refused(Edit::Undo), ErrorKind::ReasonMissing);
    assert_eq!(tried.refused(Edit::UndoWithReason("  ".to_owned())), ErrorKind::ReasonMissing);
    assert_eq!((state(), undo()), (MinutesState::Approved, Some("edit-approve-minutes")));
    tried.apply(Edit::UndoWithReason("سقط اسم عضو".to_owned()));
    assert_eq!(state(), MinutesState::Draft);
    let progress = tried.store.read(query::RecordPage { record: meeting.record() }).unwrap().progress;
    assert_eq!(
        (progress[0].text.as_str(), progress[0].to_label.as_deref()),
        ("سقط اسم عضو", Some("minutes-state-draft"))
    );
    // What was done before the approval is next.
    assert_eq!(undo(), Some("edit-move-meeting"));
    tried.apply(Edit::Redo);
    assert_eq!(state(), MinutesState::Approved);
    assert_eq!(tried.refused(Edit::Undo), ErrorKind::ReasonMissing, "it asks each time");
}

#[test]
fn minutes_go_to_review_and_come_back_with_a_remark() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let minutes = || {
        let meeting = tried.view(meeting).meeting;
        (meeting.minutes, meeting.remark)
    };
    assert_eq!(tried.refused(review(meeting, MinutesState::Returned, "لم تُرسل")), ErrorKind::MoveRefused);
    tried.apply(review(meeting, MinutesState::InReview, ""));
    assert_eq!(tried.refused(review(meeting, MinutesState::InReview, "")), ErrorKind::MoveRefused);
    assert_eq!(tried.refused(review(meeting, MinutesState::Returned, " ")), ErrorKind::ReasonMissing);
    tried.apply(review(meeting, MinutesState::Returned, "صحح رقم القرار"));
    assert_eq!(minutes(), (MinutesState::Returned, "صحح رقم القرار".to_owned()));
    tried.apply(review(meeting, MinutesState::InReview, ""));
    assert_eq!(minutes(), (MinutesState::InReview, String::new()));
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_eq!(minutes(), (MinutesState::Approved, String::new()));
    let moves = tried.store.read(query::RecordPage { record: meeting.record() }).unwrap().progress;
    let moves: Vec<_> = moves.iter().filter_map(|step| step.to_label.as_deref()).take(4).collect();
    let expected = ["approved", "in-review", "returned", "in-review"].map(|state| format!("minutes-state-{state}"));
    assert_eq!(moves, expected);
    assert_eq!(tried.refused(review(meeting, MinutesState::InReview, "")), ErrorKind::MinutesApproved);
}

#[test]
fn a_meeting_that_goes_on_is_no_longer_in_review() {
    let tried = Tried::new();
    let meeting = held(&tried);
    tried.apply(review(meeting, MinutesState::InReview, ""));
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() });
    assert_eq!(tried.view(meeting).meeting.minutes, MinutesState::Draft);
    let (planned, ..) = tried.meeting();
    assert_eq!(tried.refused(review(planned, MinutesState::InReview, "")), ErrorKind::MoveRefused);
}

#[test]
fn a_scan_attached_after_the_approval_signs_the_minutes_for_good() {
    let tried = Tried::new();
    let meeting = held(&tried);
    tried.apply(scan(meeting));
    tried.pass(24 * 60 * 60 * 1000);
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_eq!(tried.view(meeting).meeting.minutes, MinutesState::Approved, "an older scan is of something else");
    tried.apply(scan(meeting));
    assert_eq!(tried.view(meeting).meeting.minutes, MinutesState::Signed);
    assert_eq!(tried.refused(reopen(meeting)), ErrorKind::MinutesSigned);
    tried.apply(Edit::Undo);
    tried.apply(reopen(meeting));
}

#[test]
fn nobody_writes_by_hand_that_minutes_are_approved() {
    let tried = Tried::new();
    let meeting = held(&tried);
    for (field, value) in
        [("approved_on", "2026-11-22"), ("minutes_number", "مح-1"), ("content_hash", "00"), ("review", "in-review")]
    {
        let refused = tried.refused(set(meeting.record(), vec![(field, value.into())]));
        assert_eq!(refused, ErrorKind::FieldRefused(format!("field-meeting-{field}")));
        let made = Edit::Add { entity: Entity::Meeting, values: vec![(field, value.into())] };
        assert_eq!(tried.refused(made), refused);
    }
}

#[test]
fn nothing_comes_into_approved_minutes_from_elsewhere_or_from_the_bin() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let item = tried.view(meeting).agenda[0].id;
    let gone = tried.block(meeting, item, "سطر محذوف");
    tried.apply(Edit::Remove(gone.record()));
    tried.apply(Edit::ApproveMinutes(meeting));
    let (_, _, other) = tried.meeting();
    for edit in [
        Edit::Restore(gone.record()),
        set(other.record(), vec![("meeting", meeting.into())]),
        set(other.record(), vec![("agenda_item", item.into())]),
        Edit::Add { entity: Entity::Block, values: vec![("agenda_item", item.into()), ("body", "دخيل".into())] },
    ] {
        assert_eq!(tried.refused(edit.clone()), ErrorKind::MinutesApproved, "{edit:?}");
    }
}

/// The rows that minutes are made of, without what may go on: the progress of the work, and which of two records that
/// became one is meant.
fn minuted(tried: &Tried, meeting: MeetingId) -> Vec<Vec<Value>> {
    let sql = tried.sql();
    let mut found = Vec::new();
    for (entity, of) in [
        (Entity::Meeting, "id"),
        (Entity::Party, "meeting"),
        (Entity::AgendaItem, "meeting"),
        (Entity::Attendance, "meeting"),
        (Entity::Block, "meeting"),
        (Entity::Outcome, "meeting"),
    ] {
        let may_go_on = |name: &str| {
            entity == Entity::Outcome && crate::domain::lifecycle::TRACKED.contains(&name)
                || name == crate::domain::lifecycle::MAY_BE_PUBLISHED
                || ["person", "organisation"].contains(&name)
        };
        let columns: Vec<&str> =
            entity.fields().iter().map(|field| field.name).filter(|name| !may_go_on(name)).collect();
        let select = format!(
            "SELECT {} FROM {} WHERE {of} = {} AND deleted = 0 ORDER BY id",
            columns.join(", "),
            entity.code(),
            meeting.0
        );
        let mut statement = sql.prepare(&select).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            found.push((0..columns.len()).map(|column| row.get(column).unwrap()).collect());
        }
    }
    found
}

#[test]
fn no_kind_of_edit_changes_approved_minutes() {
    let scene = scene();
    let (tried, meeting) = (&scene.tried, scene.meeting);
    tried.lead(meeting);
    for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
        tried.apply(Edit::MoveMeeting { meeting, to, reason: String::new() });
    }
    tried.apply(Edit::ApproveMinutes(meeting));
    let (rows, content) = (minuted(tried, meeting), kept(tried, meeting));
    assert!(rows.len() > 6 && content.is_some());
    let mut edits = one_of_each(&scene);
    edits.extend([
        Edit::ApproveMinutes(meeting),
        review(meeting, MinutesState::InReview, ""),
        review(meeting, MinutesState::Returned, "ملاحظة"),
        set(scene.outcome.record(), vec![("text", "غير ما اتُّفق عليه".into())]),
        set(scene.outcome.record(), vec![("number", "ت-9".into())]),
        set(scene.outcome.record(), vec![("percent", Value::Number(40))]),
        Edit::Remove(scene.outcome.record()),
        Edit::Remove(scene.line.record()),
        Edit::Remove(scene.item.record()),
        Edit::Remove(scene.person.record()),
        Edit::Remove(scene.body),
        Edit::PutOnAgenda { record: scene.outcome.record(), meeting },
    ]);
    let mut refusals = 0;
    for edit in edits {
        let is_done = tried.store.apply(edit.clone()).is_ok();
        refusals += usize::from(!is_done);
        assert_eq!(minuted(tried, meeting), rows, "{edit:?}");
        assert_eq!(kept(tried, meeting), content, "{edit:?}");
        if is_done {
            tried.undo();
            assert_eq!(minuted(tried, meeting), rows, "undo of {edit:?}");
            assert_eq!(kept(tried, meeting), content, "undo of {edit:?}");
        }
    }
    assert!(refusals > 15, "{refusals} were refused");
    tried.apply(Edit::Move { record: scene.outcome.record(), to: OutcomeStatus::Done, reason: String::new() });
    assert_eq!(kept(tried, meeting), content, "the work goes on");
}

#[test]
fn check_finds_what_was_tampered_with() {
    let check = |sql: &str, expected: &str| {
        let tried = Tried::new();
        approved(&tried);
        let faults = tamper(tried, sql).join("\n");
        assert!(faults.contains(expected), "{sql}: {faults}");
    };
    check("UPDATE frozen SET content = CAST('غيره' AS BLOB)", "was altered");
    check("DELETE FROM frozen", "is missing");
    check("UPDATE meeting SET content_hash = '00'", "content_hash is not what the log says");
    check("UPDATE meeting SET approved_on = NULL", "approved_on is not what the log says");
    check("UPDATE meeting SET minutes_number = 'مح-2'", "minutes_number is not what the log says");
    check("UPDATE change SET value = '00' WHERE field = 'content_hash'", "log: ");
}

#[test]
fn minutes_approved_before_contents_were_kept_are_told_apart_and_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Arc::new(|| {})).unwrap();
    let tried = Tried { store, clock_ms: Arc::new(AtomicI64::new(NOON_MS)), folder };
    let old = approved(&tried);
    let tried = tried.reopen();
    approved(&tried);
    let report = tried.store.check().unwrap();
    assert_eq!((report.faults, report.unkept_minutes), (Vec::new(), 1));
    assert_eq!(kept(&tried, old), None);
}
