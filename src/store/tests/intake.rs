//! What was found in a text goes in as one step, uses what is known, and the same text makes nothing twice.

use super::*;
use crate::domain::{AgendaState, AliasKind, Honorific, MeetingStatus};
use crate::store::query::{MeetingLike, MeetingOfText, UndoState};

/// A text as it was accepted.
pub(super) fn taken() -> TakenIn {
    let alias = ("وزارة الشؤون البلدية".to_owned(), AliasKind::Former, None, None);
    TakenIn {
        into: None,
        source_text: "عقدت أمانة الواحة اجتماعًا".to_owned(),
        source_hash: "abc".to_owned(),
        meeting: vec![("title", "اجتماع الحدائق".into()), ("date", "2026-11-15".into())],
        bodies: vec![
            TakenBody { name: "أمانة الواحة".to_owned(), side: Some(Side::Host), ..TakenBody::default() },
            TakenBody {
                name: "وزارة البلديات".to_owned(),
                aliases: vec![alias],
                side: Some(Side::CoHost),
                ..TakenBody::default()
            },
        ],
        people: vec![
            TakenPerson {
                name: "سعد القحطاني".to_owned(),
                honorific: Honorific::from_code("eng"),
                post: "وكيل الأمين".to_owned(),
                body: Some(0),
                comes: true,
                is_chair: true,
                ..TakenPerson::default()
            },
            TakenPerson { name: "نورة العتيبي".to_owned(), body: Some(1), ..TakenPerson::default() },
        ],
        groups: vec![("عدد من الجمعيات".to_owned(), None)],
        status: Some(AttendanceStatus::Present),
        agenda: vec!["تشغيل الحدائق".to_owned()],
        outcomes: vec![TakenOutcome {
            kind: OutcomeKind::FollowUp,
            text: "حصر المواقع".to_owned(),
            person: Some(1),
            body: None,
            due: crate::calendar::Date::from_iso("2026-12-01").ok(),
        }],
        goals: vec!["جودة الحياة".to_owned(), "هدف لا تعرفه القائمة".to_owned()],
    }
}

fn counts(tried: &Tried) -> Vec<i64> {
    ["meeting", "organisation", "alias", "person", "party", "attendance", "agenda_item", "outcome", "link"]
        .map(|table| tried.count(&format!("SELECT count(*) FROM {table} WHERE deleted = 0")))
        .to_vec()
}

#[test]
fn a_text_becomes_records_in_one_step_that_is_taken_back_in_one() {
    let tried = Tried::new();
    let before = counts(&tried);
    let done = tried.apply(Edit::TakeIn(Box::new(taken())));
    let made: Vec<i64> = counts(&tried).iter().zip(&before).map(|(after, before)| after - before).collect();
    assert_eq!(made, [1, 2, 1, 2, 2, 2, 1, 1, 1], "one goal is known, the other is no goal of the list");
    let view = tried.view(MeetingId(done.record.unwrap().id));
    assert_eq!(view.agenda[0].state, AgendaState::Listed, "whether it was held is not said");
    assert_eq!(view.meeting.title, "اجتماع الحدائق");
    assert_eq!(view.meeting.chair.as_ref().map(|chair| chair.name.as_str()), Some("سعد القحطاني"));
    assert_eq!(tried.store.read(UndoState).unwrap().undo, Some("edit-take-in"));
    tried.undo();
    assert_eq!(counts(&tried), before);
}

#[test]
fn the_same_text_makes_nothing_new() {
    let tried = Tried::new();
    let first = tried.apply(Edit::TakeIn(Box::new(taken()))).record;
    let once = counts(&tried);
    let again = tried.apply(Edit::TakeIn(Box::new(taken())));
    assert_eq!((again.record, counts(&tried)), (first, once));
    let of = |hash: &str| tried.store.read(MeetingOfText { hash: hash.to_owned() }).unwrap();
    assert_eq!((of("abc").map(|meeting| meeting.record()), of("")), (first, None));
}

#[test]
fn what_the_store_knows_is_used_and_learns_other_names() {
    let tried = Tried::new();
    let add = |entity, values| tried.apply(Edit::Add { entity, values }).record.unwrap();
    let body = add(Entity::Organisation, vec![("name", "امانه الواحه".into())]);
    let ministry = add(Entity::Organisation, vec![("name", "وزارة الشؤون البلدية".into())]);
    add(Entity::Person, vec![("name", "سعد القحطانى".into()), ("organisation", Value::Number(body.id))]);
    let before = counts(&tried);
    tried.apply(Edit::TakeIn(Box::new(taken())));
    let made: Vec<i64> = counts(&tried).iter().zip(&before).map(|(after, before)| after - before).collect();
    assert_eq!(made.get(1..4), Some(&[0, 0, 1][..]), "both bodies and the chair were known, under whatever name");
    assert_eq!(tried.count(&format!("SELECT count(*) FROM party WHERE organisation = {}", ministry.id)), 1);
    assert_eq!(
        tried.count("SELECT count(*) FROM person WHERE post = 'وكيل الأمين'"),
        1,
        "what was not known is filled in"
    );
}

#[test]
fn another_text_about_a_meeting_adds_what_it_lacks_and_repeats_nothing() {
    let tried = Tried::new();
    let first = tried.apply(Edit::TakeIn(Box::new(taken()))).record.unwrap();
    let like = |title: &str, day: &str| {
        let day = crate::calendar::Date::from_iso(day).ok();
        tried.store.read(MeetingLike { title: title.to_owned(), days: day.into_iter().collect() }).unwrap()
    };
    assert_eq!(like(" اجتماع الحدائق", "2026-11-16"), None, "another day is another meeting");
    assert_eq!(like("اجتماع الحدائق", ""), None, "and so is one of which no day is said");
    let undated = tried.add(Entity::Meeting, vec![("title", "اجتماع بلا تاريخ".into())]);
    assert_eq!(like("اجتماع بلا تاريخ", "").map(|found| found.id.record()), Some(undated), "where neither says a day");
    let either = ["2026-11-14", "2026-11-15"].map(|day| crate::calendar::Date::from_iso(day).unwrap()).to_vec();
    let open = tried.store.read(MeetingLike { title: "اجتماع الحدائق".to_owned(), days: either }).unwrap();
    assert_eq!(open.map(|found| found.id.record()), Some(first), "of two days that a text leaves open one is its own");
    let once = counts(&tried);
    let found = like("إجتماع  الحدائق", "2026-11-15").expect("however it is spelled");
    assert_eq!((found.id.record(), found.is_approved), (first, false));
    let more = || {
        let mut more = TakenIn { into: Some(found.id), source_hash: "def".to_owned(), ..taken() };
        more.meeting.extend([("venue", "قاعة النخيل".into()), ("date", "2026-11-15".into())]);
        more.agenda.push("موسم التشجير".to_owned());
        more.outcomes[0].text = "حصر  المواقع".to_owned();
        let kind = OutcomeKind::Decision;
        more.outcomes.push(TakenOutcome {
            kind, text: "اعتماد الخطة".to_owned(), person: None, body: None, due: None
        });
        more.people[0].post = "منصب آخر".to_owned();
        more
    };
    let again = tried.apply(Edit::TakeIn(Box::new(more())));
    assert_eq!(again.record, Some(first));
    let made: Vec<i64> = counts(&tried).iter().zip(&once).map(|(after, before)| after - before).collect();
    assert_eq!(made, [0, 0, 0, 0, 0, 0, 1, 1, 0], "one item, one decision");
    let view = tried.view(found.id);
    assert_eq!(view.meeting.venue, "قاعة النخيل", "what it lacked is filled in");
    assert_eq!(view.attendance[0].post, "وكيل الأمين", "what it said stays");
    tried.apply(Edit::TakeIn(Box::new(more())));
    assert_eq!(counts(&tried).iter().sum::<i64>() - once.iter().sum::<i64>(), 2, "a second time makes nothing");
    tried.undo();
    assert_eq!(counts(&tried), once, "and it is taken back in one step");
}

#[test]
fn what_a_text_tells_of_a_held_meeting_was_discussed() {
    let tried = Tried::new();
    let mut held = taken();
    held.meeting.push(("status", MeetingStatus::Held.into()));
    let done = tried.apply(Edit::TakeIn(Box::new(held)));
    assert_eq!(tried.view(MeetingId(done.record.unwrap().id)).agenda[0].state, AgendaState::Discussed);
}
