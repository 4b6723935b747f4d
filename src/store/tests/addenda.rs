//! Reservations on decisions, what adds to approved minutes, and what minutes said at each step of their review.

use super::approved::{approved, held};
use super::*;
use crate::domain::MinutesState;
use crate::store::AddendumStep;
use crate::store::query::{AddendumView, FrozenMinutes, MinutesVersions};

fn add(entity: Entity, values: Vec<FieldValue>) -> Edit {
    Edit::Add { entity, values }
}

fn addendum_to(meeting: MeetingId, text: &str) -> Edit {
    add(Entity::Addendum, vec![("meeting", meeting.into()), ("text", text.into())])
}

fn new_addendum(tried: &Tried, meeting: MeetingId, text: &str) -> AddendumId {
    AddendumId(tried.apply(addendum_to(meeting, text)).record.unwrap().id)
}

fn step(addendum: AddendumId, step: AddendumStep) -> Edit {
    Edit::Addendum { addendum, step }
}

fn the_only(tried: &Tried, meeting: MeetingId) -> AddendumView {
    let view = tried.view(meeting);
    let [addendum] = view.addenda.as_slice() else { panic!("{:?}", view.addenda) };
    addendum.clone()
}

#[test]
fn only_approved_minutes_have_addenda_and_each_is_counted_within_them() {
    let tried = Tried::new();
    let meeting = held(&tried);
    assert_eq!(tried.refused(addendum_to(meeting, "إضافة")), ErrorKind::MoveRefused);
    tried.apply(Edit::ApproveMinutes(meeting));
    let minutes = tried.view(meeting).meeting;
    for (text, number) in [("إضافة", "مح-1448-001/م1"), ("تصويب", "مح-1448-001/م2")] {
        let addendum = new_addendum(&tried, meeting, text);
        tried.apply(step(addendum, AddendumStep::Approve));
        let view = tried.view(meeting);
        let row = view.addenda.iter().find(|row| row.id == addendum).unwrap();
        assert_eq!((row.number.as_str(), row.state), (number, MinutesState::Approved));
        let frozen = tried.store.read(FrozenMinutes { hash: row.content_hash.clone() }).unwrap().unwrap();
        assert_eq!((frozen.text, frozen.number.as_deref()), (format!("{number} {text}"), Some(number)));
    }
    let after = tried.view(meeting).meeting;
    assert_eq!(after.content_hash, minutes.content_hash, "the minutes are as they were");
    assert!(tried.store.check().unwrap().is_sound());
}

#[test]
fn an_addendum_goes_through_its_own_review_and_keeps_its_number_when_it_is_opened_again() {
    let tried = Tried::new();
    let meeting = approved(&tried);
    let addendum = new_addendum(&tried, meeting, "");
    assert_eq!(tried.refused(step(addendum, AddendumStep::Approve)), ErrorKind::MoveRefused, "without a word");
    tried.apply(set(addendum.record(), vec![("text", "تصويب تاريخ القرار".into())]));
    let review = |to, comment: &str| step(addendum, AddendumStep::Review { to, comment: comment.to_owned() });
    assert_eq!(tried.refused(review(MinutesState::Returned, "مبكر")), ErrorKind::MoveRefused);
    tried.apply(review(MinutesState::InReview, ""));
    assert_eq!(tried.refused(review(MinutesState::Returned, " ")), ErrorKind::ReasonMissing);
    tried.apply(review(MinutesState::Returned, "اذكر المادة"));
    let row = the_only(&tried, meeting);
    assert_eq!((row.state, row.remark.as_str()), (MinutesState::Returned, "اذكر المادة"));
    tried.apply(step(addendum, AddendumStep::Approve));
    let number = the_only(&tried, meeting).number;
    let refused = [set(addendum.record(), vec![("text", "آخر".into())]), Edit::Remove(addendum.record())];
    for edit in refused {
        assert_eq!(tried.refused(edit), ErrorKind::AddendumApproved);
    }
    let reopen = |reason: &str| step(addendum, AddendumStep::Reopen { reason: reason.to_owned() });
    assert_eq!(tried.refused(reopen("")), ErrorKind::ReasonMissing);
    tried.apply(reopen("خطأ"));
    let row = the_only(&tried, meeting);
    assert_eq!((row.state, row.content_hash.as_str()), (MinutesState::Draft, ""));
    tried.apply(step(addendum, AddendumStep::Approve));
    assert_eq!(the_only(&tried, meeting).number, number);
}

#[test]
fn a_signed_addendum_is_not_opened_again_and_nobody_writes_its_number_by_hand() {
    let tried = Tried::new();
    let meeting = approved(&tried);
    let addendum = new_addendum(&tried, meeting, "إضافة");
    for (field, value) in [("number", "م9"), ("approved_on", "2026-11-01"), ("review", "in-review")] {
        let by_hand = set(addendum.record(), vec![(field, value.into())]);
        assert!(matches!(tried.refused(by_hand), ErrorKind::FieldRefused(_)), "{field}");
    }
    tried.apply(step(addendum, AddendumStep::Approve));
    let scan = vec![("subject", addendum.record().into()), ("name", "نسخة".into()), ("kind", "scan".into())];
    tried.apply(add(Entity::Document, scan));
    assert_eq!(the_only(&tried, meeting).state, MinutesState::Signed);
    let reopen = step(addendum, AddendumStep::Reopen { reason: "خطأ".to_owned() });
    assert_eq!(tried.refused(reopen), ErrorKind::MinutesSigned);
}

#[test]
fn tampering_with_an_addendum_is_found() {
    let tried = Tried::new();
    let meeting = approved(&tried);
    let addendum = new_addendum(&tried, meeting, "إضافة");
    tried.apply(step(addendum, AddendumStep::Approve));
    let Tried { store, clock_ms, folder } = tried;
    store.close().unwrap();
    let file = rusqlite::Connection::open(folder.path().join(folder::DATABASE)).unwrap();
    file.execute_batch("UPDATE addendum SET number = 'م-7'").unwrap();
    drop(file);
    let faults = Tried::open(folder, clock_ms).store.check().unwrap().faults;
    assert!(faults.iter().any(|fault| fault == "minutes: م-7: number is not what the log says"), "{faults:?}");
}

#[test]
fn a_reservation_belongs_to_its_decision_until_the_minutes_are_approved() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let person = tried.apply(add(Entity::Person, vec![("name", "سارة العنزي".into())])).record.unwrap();
    let decision = vec![("kind", "decision".into()), ("text", "اعتماد الدليل".into()), ("meeting", meeting.into())];
    let decision = tried.apply(add(Entity::Outcome, decision)).record.unwrap();
    let reservation = || {
        let values = vec![
            ("outcome", Value::Number(decision.id)),
            ("person", Value::Number(person.id)),
            ("text", "للتكلفة".into()),
        ];
        add(Entity::Reservation, values)
    };
    let made = tried.apply(reservation()).record.unwrap();
    let view = tried.view(meeting);
    let [row] = view.reservations.as_slice() else { panic!("{:?}", view.reservations) };
    assert_eq!((row.outcome.0, row.text.as_str()), (decision.id, "للتكلفة"));
    assert_eq!(row.person.as_ref().map(|person| person.name.as_str()), Some("سارة العنزي"));
    tried.apply(Edit::Undo);
    assert_eq!(tried.view(meeting).reservations, []);
    tried.apply(Edit::Redo);
    tried.apply(Edit::Remove(decision));
    assert_eq!(tried.view(meeting).reservations, [], "it goes with its decision");
    tried.apply(Edit::Undo);
    assert_eq!(tried.view(meeting).reservations.len(), 1);
    tried.apply(Edit::ApproveMinutes(meeting));
    for edit in [reservation(), set(made, vec![("text", "آخر".into())]), Edit::Remove(made)] {
        assert_eq!(tried.refused(edit), ErrorKind::MinutesApproved);
    }
}

#[test]
fn each_step_of_the_review_keeps_what_the_minutes_said() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let review = |to, comment: &str| Edit::ReviewMinutes { meeting, to, comment: comment.to_owned() };
    tried.apply(review(MinutesState::InReview, ""));
    tried.apply(review(MinutesState::Returned, "صحح العنوان"));
    tried.apply(set(meeting.record(), vec![("title", "عنوان مصحح".into())]));
    tried.apply(review(MinutesState::InReview, ""));
    tried.apply(Edit::ApproveMinutes(meeting));
    let versions = tried.store.read(MinutesVersions { subject: meeting.record() }).unwrap();
    let states: Vec<MinutesState> = versions.iter().map(|row| row.state).collect();
    let expected = [MinutesState::Approved, MinutesState::InReview, MinutesState::Returned, MinutesState::InReview];
    assert_eq!(states, expected);
    assert_eq!(versions[2].remark, "صحح العنوان");
    let text = |at: usize| {
        let frozen = tried.store.read(FrozenMinutes { hash: versions[at].content.clone() }).unwrap().unwrap();
        assert!(frozen.is_sound);
        frozen.text
    };
    assert!(text(1).contains("عنوان مصحح") && !text(2).contains("عنوان مصحح"));
    assert_eq!(versions[2].content, versions[3].content, "nothing had changed between the two");
    assert_eq!(versions[0].content, tried.view(meeting).meeting.content_hash);
}

#[test]
fn the_layout_of_minutes_is_a_field_like_any_other() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let mut layout = crate::domain::MinutesLayout::default();
    layout.set_has(crate::domain::MinutesPart::Agenda, false);
    tried.apply(set(meeting.record(), vec![("layout", layout.stored().as_str().into())]));
    assert_eq!(tried.view(meeting).meeting.layout, layout);
    tried.apply(Edit::Undo);
    assert_eq!(tried.view(meeting).meeting.layout, crate::domain::MinutesLayout::default());
    tried.apply(Edit::ApproveMinutes(meeting));
    let later = set(meeting.record(), vec![("layout", layout.stored().as_str().into())]);
    assert_eq!(tried.refused(later), ErrorKind::MinutesApproved);
    let item = tried.view(meeting).agenda[0].id.record();
    assert_eq!(tried.refused(set(item, vec![("wording", "نص".into())])), ErrorKind::MinutesApproved);
}
