//! Words anywhere: what is found, what is not, and how the index keeps step.

use super::*;
use crate::domain::{OutcomeStatus, SearchFilter, SearchText};
use crate::store::query::{Hit, Search};

fn search(tried: &Tried, text: &str) -> Vec<Hit> {
    tried.store.read(Search::new(text, 20)).unwrap().hits
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
    let hits = store.read(query::Search::new(title, 50)).unwrap().hits;
    assert!(hits.iter().any(|hit| hit.record.entity == Entity::Meeting));
    assert!(store.check().unwrap().is_sound());
    // Nothing is left to build at the next opening.
    store.close().unwrap();
    let store = Store::open(folder.path(), Arc::new(|| {})).unwrap();
    assert!(!store.is_indexing());
}

/// What a search narrowed as one types it finds, as titles.
fn narrowed(tried: &Tried, text: &str) -> Vec<String> {
    let read = SearchText::read(text, date("2026-11-23"));
    let mut filter = SearchFilter::default();
    read.parts.into_iter().for_each(|read| filter.add(read.part));
    let asked = Search { text: read.words, filter, limit: 50 };
    let mut found: Vec<String> = tried.store.read(asked).unwrap().hits.into_iter().map(|hit| hit.snippet).collect();
    found.sort();
    found
}

fn date(iso: &str) -> crate::calendar::Date {
    crate::calendar::Date::from_iso(iso).unwrap()
}

#[test]
fn a_search_is_narrowed_to_a_sort_to_a_body_and_to_days() {
    let tried = Tried::new();
    let add = |entity, values| tried.apply(Edit::Add { entity, values }).record.unwrap().id;
    let body = add(Entity::Organisation, vec![("name", "جمعية بيئة".into())]);
    let unit = add(Entity::Organisation, vec![("name", "فرع الأحساء".into()), ("parent", Value::Number(body))]);
    let other = add(Entity::Organisation, vec![("name", "جمعية البر".into())]);
    add(Entity::Alias, vec![("organisation", Value::Number(body)), ("name", "أصدقاء الأشجار".into())]);
    add(Entity::Person, vec![("name", "تراخيص الراسي".into()), ("organisation", Value::Number(unit))]);
    let meeting = |title: &str, day: &str, with: i64| {
        let id = add(Entity::Meeting, vec![("title", title.into()), ("date", date(day).into())]);
        let values =
            vec![("meeting", Value::Number(id)), ("organisation", Value::Number(with)), ("side", "invited".into())];
        add(Entity::Party, values);
        add(Entity::AgendaItem, vec![("meeting", Value::Number(id)), ("title", format!("تراخيص بند {title}").into())]);
        id
    };
    meeting("تراخيص أول", "2026-09-01", body);
    meeting("تراخيص ثان", "2026-11-01", other);
    let outcome = |text: &str, kind: OutcomeKind, of: i64| {
        add(Entity::Outcome, vec![("text", text.into()), ("kind", kind.into()), ("organisation", Value::Number(of))])
    };
    outcome("قرار تراخيص", OutcomeKind::Decision, other);
    outcome("متابعة تراخيص", OutcomeKind::FollowUp, unit);
    add(
        Entity::Regulation,
        vec![
            ("title", "لائحة تراخيص".into()),
            ("organisation", Value::Number(body)),
            ("issued_on", date("2026-01-05").into()),
        ],
    );

    assert_eq!(narrowed(&tried, "تراخيص").len(), 8);
    assert_eq!(narrowed(&tried, "تراخيص نوع:قرار"), ["قرار تراخيص"]);
    assert_eq!(narrowed(&tried, "تراخيص kind:meeting نوع:لائحة"), ["تراخيص أول", "تراخيص ثان", "لائحة تراخيص"]);
    // Of the body, its units and people, its meetings and what is of them; by another name too.
    let of_body = ["تراخيص أول", "تراخيص الراسي", "تراخيص بند تراخيص أول", "لائحة تراخيص", "متابعة تراخيص"];
    assert_eq!(narrowed(&tried, "تراخيص جهة:بيئة"), of_body);
    assert_eq!(narrowed(&tried, "تراخيص جهة:«أصدقاء الأشجار»"), of_body);
    assert_eq!(narrowed(&tried, "تراخيص body:الأحساء"), ["تراخيص الراسي", "متابعة تراخيص"]);
    assert_eq!(narrowed(&tried, "تراخيص جهة:مجهولة"), [""; 0]);
    // Days: a meeting's, also of what is of it.
    assert_eq!(narrowed(&tried, "تراخيص نوع:اجتماع قبل:2026-10-01"), ["تراخيص أول"]);
    assert_eq!(narrowed(&tried, "تراخيص نوع:بند بعد:\"1 أكتوبر 2026\""), ["تراخيص بند تراخيص ثان"]);
    assert_eq!(narrowed(&tried, "تراخيص قبل:2026-02"), ["لائحة تراخيص"]);
    // Without words, the newest of what is left.
    assert_eq!(narrowed(&tried, "نوع:متابعة"), ["متابعة تراخيص"]);
    assert_eq!(narrowed(&tried, "جهة:بيئة نوع:جهة"), ["جمعية بيئة", "فرع الأحساء"]);
}

#[test]
fn the_newest_of_what_is_left_are_found_and_not_what_is_left_of_the_newest() {
    let tried = Tried::new();
    let add = |values| tried.apply(Edit::Add { entity: Entity::Outcome, values });
    add(vec![("kind", OutcomeKind::Decision.into()), ("text", "حديقة قديمة".into())]);
    for at in 0..150 {
        add(vec![("kind", OutcomeKind::FollowUp.into()), ("text", format!("حديقة {at}").into())]);
    }
    assert_eq!(narrowed(&tried, "حديقة نوع:قرار"), ["حديقة قديمة"]);
    let found = tried.store.read(Search::new("حديقة", 20)).unwrap();
    assert!(found.are_newest && found.count == 120, "{} {}", found.are_newest, found.count);
    let found = tried.store.read(Search::new("قديمة", 20)).unwrap();
    assert_eq!((found.are_newest, found.count, found.hits.len()), (false, 1, 1));
}

#[test]
fn a_bare_number_finds_what_has_it_before_what_begins_so() {
    let tried = Tried::new();
    let add = |number: &str| {
        let values = vec![("title", "شراكة".into()), ("number", number.into())];
        tried.apply(Edit::Add { entity: Entity::Partnership, values });
    };
    add("ش-104");
    (0..60).for_each(|at| add(&format!("ش-104{at:02}")));
    for typed in ["104", "١٠٤", "ش-104"] {
        assert_eq!(search(&tried, typed)[0].number, "ش-104", "{typed}");
    }
}
