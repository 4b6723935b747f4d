//! Before a meeting: what its agenda starts with, what is offered for it, and how often something was carried.

use super::*;
use crate::domain::{MeetingStatus, OutcomeId, OutcomeStatus, SeriesId};
use crate::store::query::{Because, InvitedBodies, Offered, OpenFiles, RecordPage};

struct Prepared {
    tried: Tried,
    series: SeriesId,
    /// The last meeting, which was held.
    last: MeetingId,
    /// The one that is being prepared.
    next: MeetingId,
}

impl Prepared {
    /// A series of two meetings, with a body that is invited to the second.
    fn new() -> Self {
        let tried = Tried::new();
        let add = |entity, values| tried.apply(Edit::Add { entity, values }).record.unwrap();
        let series = SeriesId(add(Entity::Series, vec![("title", "اللقاء الدوري".into())]).id);
        let meeting = |date: &str| {
            let values = vec![("title", "لقاء".into()), ("date", date.into()), ("series", series.into())];
            let parties = vec![("أمانة الواحة".to_owned(), Side::Host), ("جمعية بيئة".to_owned(), Side::Invited)];
            MeetingId(tried.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).record.unwrap().id)
        };
        let last = meeting("2026-10-18");
        let next = meeting("2026-11-29");
        Self { tried, series, last, next }
    }

    fn task(&self, text: &str, meeting: Option<MeetingId>, body: Option<&str>, due: &str) -> OutcomeId {
        let body = body.map(|name| self.body(name));
        let values = vec![
            ("kind", OutcomeKind::FollowUp.into()),
            ("text", text.into()),
            ("meeting", meeting.into()),
            ("organisation", body.map_or(Value::Empty, Value::Number)),
            ("due", due.into()),
        ];
        OutcomeId(self.tried.apply(Edit::Add { entity: Entity::Outcome, values }).record.unwrap().id)
    }

    fn body(&self, name: &str) -> i64 {
        self.tried.sql().query_row("SELECT id FROM organisation WHERE name = ?1", [name], |row| row.get(0)).unwrap()
    }

    fn offered(&self) -> Vec<(String, Because)> {
        let rows = self.tried.store.read(Offered { meeting: self.next }).unwrap().rows;
        rows.into_iter().map(|row| (row.outcome.text, row.because)).collect()
    }

    fn carried(&self, task: OutcomeId) -> i64 {
        self.tried.count(&format!("SELECT coalesce(carried, 0) FROM outcome WHERE id = {}", task.0))
    }

    fn titles(&self, meeting: MeetingId) -> Vec<String> {
        self.tried.view(meeting).agenda.into_iter().map(|item| item.title).collect()
    }
}

fn done(task: OutcomeId) -> Edit {
    Edit::Move { record: task.record(), to: OutcomeStatus::Done, reason: String::new() }
}

#[test]
fn what_is_open_from_the_series_and_with_the_invited_is_offered_by_its_day() {
    let prepared = Prepared::new();
    prepared.task("من السلسلة", Some(prepared.last), None, "2026-12-01");
    prepared.task("على المدعوة", None, Some("جمعية بيئة"), "2026-11-01");
    prepared.task("على المضيفة", None, Some("أمانة الواحة"), "2026-11-02");
    prepared.task("من هذا الاجتماع", Some(prepared.next), Some("جمعية بيئة"), "2026-11-03");
    let closed = prepared.task("أُنجز بعد الاجتماع السابق", Some(prepared.last), None, "2026-11-04");
    prepared.tried.apply(done(closed));
    let expected = [
        ("على المدعوة".to_owned(), Because::Body),
        ("من السلسلة".to_owned(), Because::Series),
        ("أُنجز بعد الاجتماع السابق".to_owned(), Because::Done),
    ];
    assert_eq!(prepared.offered(), expected);
}

#[test]
fn what_comes_onto_the_agenda_is_offered_no_more_and_counts_as_carried() {
    let prepared = Prepared::new();
    let task = prepared.task("تزويد الجمعيات بالدليل", Some(prepared.last), None, "2026-12-01");
    prepared.tried.apply(Edit::PutOnAgenda { record: task.record(), meeting: prepared.next });
    assert!(prepared.offered().is_empty());
    assert_eq!(prepared.carried(task), 1);
    let item = prepared.tried.view(prepared.next).agenda.remove(0);
    assert_eq!(item.links[0].named.record, task.record());
    // Another item about it brings it up in the same meeting.
    prepared.tried.apply(Edit::PutOnAgenda { record: task.record(), meeting: prepared.next });
    assert_eq!(prepared.carried(task), 1);
    prepared.tried.apply(Edit::Undo);
    // Off the agenda it is offered again, and was not carried after all; undo brings both back.
    prepared.tried.apply(Edit::Remove(item.id.record()));
    assert_eq!((prepared.carried(task), prepared.offered().len()), (0, 1));
    prepared.tried.apply(Edit::Undo);
    assert_eq!((prepared.carried(task), prepared.offered().len()), (1, 0));
    // And so does the bin.
    prepared.tried.apply(Edit::Remove(item.id.record()));
    prepared.tried.apply(Edit::Restore(item.id.record()));
    assert_eq!((prepared.carried(task), prepared.offered().len()), (1, 0));
    // A chip that goes takes the same back.
    let link = prepared.tried.view(prepared.next).agenda[0].links[0].link;
    prepared.tried.apply(Edit::Remove(link.record()));
    assert_eq!((prepared.carried(task), prepared.offered().len()), (0, 1));
}

#[test]
fn several_are_gathered_under_one_item_in_one_step() {
    let prepared = Prepared::new();
    let open = prepared.task("مفتوحة", Some(prepared.last), None, "2026-12-01");
    let closed = prepared.task("منجزة", Some(prepared.last), None, "2026-11-04");
    prepared.tried.apply(done(closed));
    let gather = |record: Record| Edit::GatherOnAgenda {
        records: vec![record],
        meeting: prepared.next,
        title: "متابعة ما سبق".to_owned(),
    };
    prepared.tried.apply(Edit::GatherOnAgenda {
        records: vec![open.record(), closed.record()],
        meeting: prepared.next,
        title: "متابعة ما سبق".to_owned(),
    });
    prepared.tried.apply(gather(open.record()));
    let agenda = prepared.tried.view(prepared.next).agenda;
    assert_eq!((agenda.len(), agenda[0].links.len()), (1, 2));
    // What is done is shown once more, and is not carried for it.
    assert_eq!((prepared.carried(open), prepared.carried(closed)), (1, 0));
    assert!(prepared.tried.store.read(RecordPage { record: open.record() }).unwrap().ties.len() == 2);
    prepared.tried.apply(Edit::Undo);
    prepared.tried.apply(Edit::Undo);
    assert!(prepared.tried.view(prepared.next).agenda.is_empty());
    assert_eq!(prepared.carried(open), 0);
}

#[test]
fn the_meetings_of_a_series_start_with_its_own_agenda_place_and_time() {
    let prepared = Prepared::new();
    for (title, minutes) in [("الافتتاح", 5), ("متابعة ما سبق", 20)] {
        let values = vec![
            ("meeting", prepared.last.into()),
            ("title", title.into()),
            ("planned_minutes", Value::Number(minutes)),
        ];
        prepared.tried.apply(Edit::Add { entity: Entity::AgendaItem, values });
    }
    prepared.tried.apply(Edit::KeepAgenda(prepared.last));
    let usual = vec![("start_time", "09:30".into()), ("venue", "قاعة الاجتماعات".into())];
    prepared.tried.apply(set(prepared.series.record(), usual));
    let next = MeetingId(prepared.tried.apply(Edit::NextMeeting(prepared.series)).record.unwrap().id);
    assert_eq!(prepared.titles(next), ["الافتتاح", "متابعة ما سبق"]);
    let view = prepared.tried.view(next);
    assert_eq!(view.agenda[1].planned_minutes, Some(20));
    assert_eq!(view.meeting.start.map(|time| time.to_string()).as_deref(), Some("09:30"));
    assert_eq!(view.meeting.venue, "قاعة الاجتماعات");
    // One that is made by hand has what is not said otherwise.
    let values = vec![("series", prepared.series.into()), ("venue", "مقر الجمعية".into())];
    let made = Edit::NewMeeting { values, parties: Vec::new(), agenda: Vec::new() };
    let other = MeetingId(prepared.tried.apply(made).record.unwrap().id);
    assert_eq!(prepared.titles(other).len(), 2);
    assert_eq!(prepared.tried.view(other).meeting.venue, "مقر الجمعية");
    // Another agenda takes its place.
    prepared.tried.apply(Edit::KeepAgenda(prepared.next));
    let count = "SELECT count(*) FROM agenda_item WHERE series IS NOT NULL AND deleted = 0";
    assert_eq!(prepared.tried.count(count), 0);
    prepared.tried.apply(Edit::Undo);
    assert_eq!(prepared.tried.count(count), 2);
}

#[test]
fn what_a_meeting_did_not_come_to_goes_on_and_stands_once() {
    let prepared = Prepared::new();
    let task = prepared.task("إعداد الدليل", Some(prepared.last), None, "2026-12-01");
    // The discussion begins with the first item, and comes no further.
    let values = vec![("meeting", prepared.next.into()), ("title", "الافتتاح".into())];
    prepared.tried.apply(Edit::Add { entity: Entity::AgendaItem, values });
    prepared.tried.apply(Edit::PutOnAgenda { record: task.record(), meeting: prepared.next });
    prepared.tried.apply(Edit::KeepAgenda(prepared.next));
    let status = |to| Edit::MoveMeeting { meeting: prepared.next, to, reason: String::new() };
    let values = vec![("meeting", prepared.next.into()), ("group_name", "جمعيات".into())];
    prepared.tried.apply(Edit::Add { entity: Entity::Attendance, values });
    prepared.tried.apply(status(MeetingStatus::InProgress));
    prepared.tried.apply(status(MeetingStatus::Held));
    let third = MeetingId(prepared.tried.apply(Edit::NextMeeting(prepared.series)).record.unwrap().id);
    assert_eq!(prepared.titles(third), ["الافتتاح", "إعداد الدليل"]);
    assert_eq!(prepared.carried(task), 2, "in the second meeting, and in the third");
}

#[test]
fn a_meetings_revision_grows_with_its_agenda_and_its_name_stays() {
    let prepared = Prepared::new();
    let seen = || {
        let view = prepared.tried.store.read(InvitedBodies { meeting: prepared.next }).unwrap();
        (view.uid, view.revision)
    };
    let before = seen();
    let values = vec![("meeting", prepared.next.into()), ("title", "الافتتاح".into())];
    let item = prepared.tried.apply(Edit::Add { entity: Entity::AgendaItem, values }).record.unwrap();
    let added = seen();
    prepared.tried.apply(Edit::Remove(item));
    let removed = seen();
    assert!(before.1 < added.1 && added.1 < removed.1, "{before:?} {added:?} {removed:?}");
    assert!(before.0 == removed.0 && !before.0.is_empty());
    prepared.task("عمل آخر", None, None, "2026-12-01");
    assert_eq!(seen(), removed, "what others do is no change of the meeting");
}

#[test]
fn the_file_of_a_body_holds_both_sides_and_what_was_agreed() {
    let prepared = Prepared::new();
    let body = prepared.body("جمعية بيئة");
    let host = prepared.body("أمانة الواحة");
    prepared.task("على الجمعية", Some(prepared.last), Some("جمعية بيئة"), "2026-11-01");
    let add = |entity, values| prepared.tried.apply(Edit::Add { entity, values }).record.unwrap();
    let partnership = add(Entity::Partnership, vec![("title", "حدائق الأحياء".into())]);
    add(Entity::Party, vec![("partnership", Value::Number(partnership.id)), ("organisation", Value::Number(body))]);
    let values = vec![
        ("kind", OutcomeKind::Obligation.into()),
        ("text", "تخصيص المواقع".into()),
        ("partnership", Value::Number(partnership.id)),
        ("organisation", Value::Number(host)),
    ];
    add(Entity::Outcome, values);
    for (kind, text) in [(OutcomeKind::Proposal, "تشجير"), (OutcomeKind::Challenge, "طول التراخيص")] {
        let values = vec![("kind", kind.into()), ("text", text.into()), ("organisation", Value::Number(body))];
        add(Entity::Outcome, values);
    }
    let today = crate::calendar::Date::from_iso("2026-11-22").unwrap();
    let [file] = prepared.tried.store.read(OpenFiles { meeting: prepared.next, today }).unwrap().try_into().unwrap();
    assert_eq!(file.body.name, "جمعية بيئة");
    let texts =
        |rows: &[crate::store::query::OutcomeRow]| -> Vec<String> { rows.iter().map(|row| row.text.clone()).collect() };
    assert_eq!(texts(&file.theirs), ["على الجمعية"]);
    assert_eq!(texts(&file.ours), ["تخصيص المواقع"]);
    assert_eq!(
        (texts(&file.proposals), texts(&file.challenges)),
        (vec!["تشجير".to_owned()], vec!["طول التراخيص".to_owned()])
    );
    assert_eq!((file.partnerships.len(), texts(&file.partnerships[0].owed)), (1, vec!["تخصيص المواقع".to_owned()]));
    assert!(file.meetings.is_empty(), "the last meeting was not held");
}
