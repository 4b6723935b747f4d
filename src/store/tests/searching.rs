//! Words anywhere: what is found, what is not, and how the index keeps step.

use super::*;
use crate::domain::OutcomeStatus;
use crate::store::query::{Hit, Search};

fn search(tried: &Tried, text: &str) -> Vec<Hit> {
    tried.store.read(Search { text: text.to_owned(), limit: 20 }).unwrap()
}

fn kinds(tried: &Tried, text: &str) -> Vec<&'static str> {
    search(tried, text).into_iter().map(|hit| hit.kind_key).collect()
}

#[test]
fn a_line_is_found_in_any_spelling_and_opens_its_meeting() {
    let tried = Tried::new();
    let (meeting, item, _) = tried.meeting();
    tried.block(meeting, item, "ناقش الحضور الجَمعيّات الأهليّة ودورها التنموي");
    for typed in ["الجمعيات الاهليه", "جمعية أهلية", "للجمعيات", "دور تنموي"] {
        let hits = search(&tried, typed);
        assert_eq!(hits.len(), 1, "{typed}");
        assert_eq!((hits[0].kind_key, hits[0].meeting), ("hit-block", Some(meeting)));
        assert_eq!(hits[0].title, "اجتماع تنسيقي");
        assert!(hits[0].marks.iter().all(|mark| hits[0].snippet.get(mark.clone()).is_some()));
    }
    assert_eq!(kinds(&tried, "مستودع"), [""; 0]);
    assert_eq!(kinds(&tried, ""), [""; 0]);
    assert_eq!(kinds(&tried, "\"()*^:-"), [""; 0]);
}

#[test]
fn quoted_words_stand_side_by_side() {
    let tried = Tried::new();
    let (meeting, item, _) = tried.meeting();
    tried.block(meeting, item, "تحسين جودة الحياة في المدن");
    tried.block(meeting, item, "الحياة في مدن ذات جودة عالية");
    assert_eq!(search(&tried, "جودة الحياة").len(), 2);
    assert_eq!(search(&tried, "\"جودة الحياة\"").len(), 1);
}

#[test]
fn a_captured_line_is_found_once() {
    let tried = Tried::new();
    let (meeting, item, _) = tried.meeting();
    let block = tried.block(meeting, item, "تشكيل فريق عمل");
    assert_eq!(kinds(&tried, "تشكيل فريق"), ["hit-block"]);
    tried.apply(Edit::Capture {
        block,
        kind: OutcomeKind::FollowUp,
        before: String::new(),
        text: "تشكيل فريق عمل".to_owned(),
        after: String::new(),
        values: Vec::new(),
    });
    assert_eq!(kinds(&tried, "تشكيل فريق"), ["outcome-kind-follow-up"]);
    tried.apply(Edit::Undo);
    assert_eq!(kinds(&tried, "تشكيل فريق"), ["hit-block"]);
    tried.apply(Edit::Remove(meeting.record()));
    assert_eq!(kinds(&tried, "تشكيل فريق"), [""; 0]);
}

#[test]
fn people_bodies_meetings_and_outcomes_are_found() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let attendee = Attendee::New {
        name: "عبد الرحمن السالم".to_owned(),
        honorific: None,
        post: "مدير إدارة الجمعيات".to_owned(),
        organisation: "وزارة التنمية".to_owned(),
    };
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
    let values = vec![
        ("kind", OutcomeKind::Proposal.into()),
        ("text", "منصة حوار".into()),
        ("status", OutcomeStatus::Idea.into()),
        ("meeting", meeting.into()),
    ];
    tried.apply(Edit::Add { entity: Entity::Outcome, values });
    assert_eq!(kinds(&tried, "عبدالرحمن"), ["hit-person"]);
    assert_eq!(kinds(&tried, "مدير ادارة"), ["hit-person"]);
    assert_eq!(kinds(&tried, "التنمية"), ["hit-organisation"]);
    assert_eq!(kinds(&tried, "منصات"), ["outcome-kind-proposal"]);
    assert_eq!(kinds(&tried, "تن-1448-001"), ["hit-meeting"]);
    assert_eq!(kinds(&tried, "تن-١٤٤٨"), ["hit-meeting"]);
}

#[test]
fn the_title_comes_before_the_body() {
    let tried = Tried::new();
    let (meeting, item, _) = tried.meeting();
    tried.block(meeting, item, "ورشة عن الأنظمة");
    tried.apply(Edit::Add { entity: Entity::Meeting, values: vec![("title", "ورشة الأنظمة".into())] });
    tried.block(meeting, item, "الأنظمة في ورشة");
    assert_eq!(kinds(&tried, "ورشة الأنظمة")[0], "hit-meeting");
    assert_eq!(kinds(&tried, "ورشة الأنظمة").len(), 3);
}

#[test]
fn an_index_of_another_analyser_is_rebuilt_in_the_background() {
    let tried = Tried::new();
    let (meeting, item, _) = tried.meeting();
    for at in 0..400 {
        tried.block(meeting, item, &format!("سطر الشراكات {at}"));
    }
    let path = tried.folder.path().join(folder::DATABASE);
    let Tried { store, clock_ms, folder } = tried;
    store.close().unwrap();
    let sql = rusqlite::Connection::open(&path).unwrap();
    sql.execute_batch(
        "UPDATE meta SET value = 'old' WHERE key = 'analyser_version';
         INSERT OR REPLACE INTO search (rowid, title, body, title_stem, body_stem) VALUES (7, 'x', 'y', 'z', 'w');",
    )
    .unwrap();
    drop(sql);
    let tried = Tried::open(folder, clock_ms);
    // Edits go in between; closing and opening again ends the rebuild or starts it over.
    tried.block(meeting, item, "أثناء البناء");
    let mut tried = tried;
    while rebuild::is_needed(&tried.sql()).unwrap() {
        let (woken, wait) = std::sync::mpsc::channel();
        tried.store.inner.queue.push_work(Box::new(move |_| woken.send(()).unwrap()));
        wait.recv().unwrap();
        tried.block(meeting, item, "مرة أخرى");
    }
    tried = tried.reopen();
    assert!(tried.store.check().unwrap().is_sound(), "{:?}", tried.store.check());
    assert_eq!(search(&tried, "شراكة").len(), 20);
    assert_eq!(search(&tried, "اثناء البناء").len(), 1);
}

#[test]
fn whoever_waits_for_the_index_finds_all_and_a_window_is_told_that_it_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let kept = include_bytes!("../../../tests/fixtures/stores/2.db");
    std::fs::write(folder.path().join(crate::store::folder::DATABASE), kept).unwrap();
    let (woken, wait) = std::sync::mpsc::channel();
    let store = Store::open(folder.path(), Arc::new(move || woken.send(()).unwrap_or_default())).unwrap();
    // Told when it begins, at the latest; and woken again when it stands.
    wait.recv().unwrap();
    store.wait_for_index();
    assert!(!store.is_indexing());
    let title: String = connection::checker(&folder.path().join(crate::store::folder::DATABASE))
        .unwrap()
        .query_row("SELECT title FROM meeting ORDER BY id LIMIT 1", [], |row| row.get(0))
        .unwrap();
    let hits = store.read(query::Search { text: title, limit: 50 }).unwrap();
    assert!(hits.iter().any(|hit| hit.record.entity == Entity::Meeting));
    assert!(store.check().unwrap().is_sound());
    // Nothing is left to build at the next opening.
    store.close().unwrap();
    let store = Store::open(folder.path(), Arc::new(|| {})).unwrap();
    assert!(!store.is_indexing());
}
