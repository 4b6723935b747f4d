//! Approved minutes, by every way in which a person might change them: each is refused with a reason, or touches the records
//! that live on and not what was approved.

use super::*;
use crate::arabic::Digits;
use crate::calendar::Date;
use crate::domain::{
    AttendanceId, BlockKind, MeetingStatus, MinutesState, OutcomeId, OutcomeStatus, PersonId, ReservationId, SeriesId,
};
use crate::store::AddendumStep;
use crate::store::query::{FrozenMinutes, FrozenView, Meeting, RecordPage};
use crate::strings::{Language, Tr};

/// An approved meeting with one of everything that minutes are made of, and its surroundings.
struct Scene {
    tried: Tried,
    meeting: MeetingId,
    items: [AgendaItemId; 2],
    block: BlockId,
    /// The line that became a follow-up, and the one that became a regulation.
    lines: [BlockId; 2],
    outcome: OutcomeId,
    decision: OutcomeId,
    reservation: ReservationId,
    regulation: Record,
    person: PersonId,
    namesake: Record,
    series: [SeriesId; 2],
    party: Record,
    body: Record,
    /// Put into the bin before the approval.
    dropped: Record,
    /// What the agenda was about.
    tie: Record,
    partnership: Record,
    addendum: AddendumId,
    /// A meeting that goes on, with a line of its own.
    other: (MeetingId, AgendaItemId, BlockId),
}

impl Scene {
    fn new() -> Self {
        let tried = Tried::new();
        let add = |entity, values| tried.apply(Edit::Add { entity, values }).record.unwrap();
        let (meeting, item, block) = tried.meeting();
        tried.lead(meeting);
        let second = add(Entity::AgendaItem, vec![("meeting", meeting.into()), ("title", "الأنظمة".into())]);
        let items = [item, AgendaItemId(second.id)];
        let person = add(Entity::Person, vec![("name", "سالم الدوسري".into()), ("post", "مدير".into())]);
        let namesake = add(Entity::Person, vec![("name", "سالم بن حمد الدوسري".into())]);
        for attendee in [
            Attendee::Known(PersonId(person.id)),
            Attendee::Group { name: "ممثلو الجمعيات".to_owned(), count: Some(4) },
        ] {
            tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
        }
        let line = tried.block(meeting, item, "يُعدّ الدليل");
        let partnership = add(Entity::Partnership, vec![("title", "مذكرة تفاهم".into())]);
        let outcome = tried.apply(Edit::Capture {
            block: line,
            kind: OutcomeKind::FollowUp,
            before: String::new(),
            text: "يُعدّ الدليل".to_owned(),
            after: String::new(),
            values: vec![("partnership", Value::Number(partnership.id))],
        });
        let of_law = tried.block(meeting, items[1], "لائحة التطوع");
        let regulation = tried.apply(Edit::CaptureRegulation {
            block: of_law,
            before: String::new(),
            title: "لائحة التطوع".to_owned(),
            after: String::new(),
        });
        let values =
            vec![("kind", OutcomeKind::Decision.into()), ("text", "يُعتمد".into()), ("meeting", meeting.into())];
        let decision = add(Entity::Outcome, values);
        let values = vec![
            ("outcome", Value::Number(decision.id)),
            ("person", Value::Number(person.id)),
            ("text", "لا أوافق".into()),
        ];
        let reservation = add(Entity::Reservation, values);
        let series = ["اللقاء الدوري", "اللقاء الشهري"]
            .map(|title| SeriesId(add(Entity::Series, vec![("title", title.into())]).id));
        tried.apply(set(meeting.record(), vec![("series", series[0].into())]));
        tried.apply(Edit::TieToItem { item, record: partnership });
        let key = Record { entity: Entity::AgendaItem, id: item.0 }.key();
        let tie = tried.count(&format!("SELECT id FROM link WHERE source = {key} AND deleted = 0"));
        let dropped = tried.block(meeting, item, "سطر محذوف").record();
        tried.apply(Edit::Remove(dropped));
        for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
            tried.apply(Edit::MoveMeeting { meeting, to, reason: String::new() });
        }
        tried.apply(Edit::ReviewMinutes { meeting, to: MinutesState::InReview, comment: String::new() });
        tried.apply(Edit::ApproveMinutes(meeting));
        let other = tried.meeting();
        let values = vec![("kind", OutcomeKind::Proposal.into()), ("text", "من مكان آخر".into())];
        add(Entity::Outcome, values);
        let party = tried.view(meeting).parties[0].clone();
        // The approval of what adds to them comes last: it is what undo would take back.
        let values = vec![("meeting", meeting.into()), ("text", "تصويب".into())];
        let addendum = AddendumId(add(Entity::Addendum, values).id);
        tried.apply(Edit::Addendum { addendum, step: AddendumStep::Approve });
        Self {
            meeting,
            items,
            block,
            lines: [line, of_law],
            outcome: OutcomeId(outcome.record.unwrap().id),
            decision: OutcomeId(decision.id),
            reservation: ReservationId(reservation.id),
            regulation: regulation.record.unwrap(),
            person: PersonId(person.id),
            namesake,
            series,
            party: party.id.record(),
            body: party.organisation.record(),
            dropped,
            tie: Record { entity: Entity::Link, id: tie },
            partnership,
            addendum,
            other,
            tried,
        }
    }

    /// What was approved: the meeting's number, day and hash, and what was kept of it and of what adds to it.
    fn approved(&self) -> ([String; 6], [FrozenView; 2]) {
        let view = self.tried.view(self.meeting);
        let kept = |hash: &str| self.tried.store.read(FrozenMinutes { hash: hash.to_owned() }).unwrap().unwrap();
        let contents = [kept(&view.meeting.content_hash), kept(&view.addenda[0].content_hash)];
        let Meeting { title, number, minutes_number, content_hash, date, approved_on, .. } = view.meeting;
        let days = [date, approved_on].map(|day| day.map(Date::iso).unwrap_or_default());
        let [date, approved_on] = days;
        ([title, number, minutes_number, content_hash, date, approved_on], contents)
    }

    /// The latest step of the minutes' way, which tells who approved them.
    fn step(&self, of: Record) -> Record {
        let step = self.tried.store.read(RecordPage { record: of }).unwrap().progress[0].clone();
        step.id.record()
    }

    fn line(&self, place: usize) -> Record {
        self.tried.view(self.meeting).attendance[place].id.record()
    }
}

/// A person tries it, and what comes of that.
type Route = (&'static str, Edit);

/// What is refused because the minutes are approved.
fn refused(scene: &Scene) -> Vec<Route> {
    let meeting = scene.meeting;
    let (record, item) = (meeting.record(), scene.items[0]);
    let [line, of_law] = scene.lines;
    let remove = |record| Edit::Remove(record);
    let add = |entity, values| Edit::Add { entity, values };
    let of_meeting = |name, value: Value| (name, set(record, vec![(FIELD_OF[name_place(name)].1, value)]));
    let text = |words: &str| Value::from(words);
    let capture = Edit::Capture {
        block: scene.block,
        kind: OutcomeKind::Proposal,
        before: String::new(),
        text: "مقترح".to_owned(),
        after: String::new(),
        values: Vec::new(),
    };
    let regulation = Edit::CaptureRegulation {
        block: scene.block,
        before: String::new(),
        title: "ضوابط".to_owned(),
        after: String::new(),
    };
    let apart = Edit::SetApart {
        block: scene.block,
        kind: BlockKind::Private,
        before: String::new(),
        text: "سطر أول".to_owned(),
        after: String::new(),
    };
    let group = Attendee::Group { name: "وفد".to_owned(), count: Some(2) };
    vec![
        of_meeting("the title in a form", text("غيره")),
        of_meeting("the number", text("تن-1448-999")),
        of_meeting("the day", text("2026-12-01")),
        of_meeting("the chair", Value::Number(scene.person.0)),
        of_meeting("the secretary", Value::Empty),
        of_meeting("the series", scene.series[1].into()),
        of_meeting("the series given up", Value::Empty),
        of_meeting("the layout", text("{}")),
        of_meeting("the confidentiality", text("public")),
        (
            "many cells at once",
            Edit::Together(vec![
                set(scene.other.0.record(), vec![("venue", "القاعة".into())]),
                set(record, vec![("venue", "القاعة".into())]),
            ]),
        ),
        ("the meeting into the bin", remove(record)),
        ("the meeting moved on", Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() }),
        (
            "the meeting cancelled",
            Edit::MoveMeeting { meeting, to: MeetingStatus::Cancelled, reason: "خطأ".to_owned() },
        ),
        (
            "another meeting merged into it",
            Edit::Merge { keep: record, other: scene.other.0.record(), values: Vec::new() },
        ),
        (
            "it merged into another meeting",
            Edit::Merge { keep: scene.other.0.record(), other: record, values: Vec::new() },
        ),
        ("notes typed", typing(scene.block.record(), vec![("body", "غيره".into())], 9)),
        ("a line added", add(Entity::Block, vec![("agenda_item", item.into()), ("body", "دخيل".into())])),
        ("a line into the bin", remove(scene.block.record())),
        ("a line captured", capture),
        ("a regulation captured", regulation),
        ("a line set apart", apart),
        ("a captured line released", Edit::Release(line)),
        ("a captured regulation released", Edit::Release(of_law)),
        ("a line moved in from elsewhere", set(scene.other.2.record(), vec![("agenda_item", item.into())])),
        ("a line moved out", set(scene.block.record(), vec![("meeting", scene.other.0.into())])),
        ("a line back from the bin", Edit::Restore(scene.dropped)),
        ("a task reworded", set(scene.outcome.record(), vec![("text", "غيره".into())])),
        ("a task renumbered", set(scene.outcome.record(), vec![("number", "ت-9".into())])),
        ("a task given to somebody else", set(scene.outcome.record(), vec![("person", Value::Number(scene.person.0))])),
        ("a task due another day", set(scene.outcome.record(), vec![("due", "2027-01-01".into())])),
        (
            "a task reworded as its progress is set",
            set(scene.outcome.record(), vec![("percent", Value::Number(10)), ("text", "غيره".into())]),
        ),
        ("a task into the bin", remove(scene.outcome.record())),
        (
            "a task merged",
            Edit::Merge { keep: scene.decision.record(), other: scene.outcome.record(), values: Vec::new() },
        ),
        (
            "a task added quickly",
            add(
                Entity::Outcome,
                vec![("kind", OutcomeKind::FollowUp.into()), ("text", "مهمة".into()), ("meeting", meeting.into())],
            ),
        ),
        ("a task of elsewhere moved in", {
            let other = scene.tried.listed(OutcomeKind::Proposal, vec![]).rows[0].record;
            set(other, vec![("meeting", meeting.into())])
        }),
        ("an agreement with a task of the minutes into the bin", remove(scene.partnership)),
        ("the regulation into the bin", remove(scene.regulation)),
        ("an item renamed", set(item.record(), vec![("title", "غيره".into())])),
        ("an item moved", set(item.record(), vec![("position", "zz".into())])),
        ("an item into the bin", remove(item.record())),
        ("an item added", add(Entity::AgendaItem, vec![("meeting", meeting.into()), ("title", "بند".into())])),
        ("a record put on the agenda", Edit::PutOnAgenda { record: scene.partnership, meeting }),
        (
            "records gathered on the agenda",
            Edit::GatherOnAgenda { records: vec![scene.partnership], meeting, title: "متابعة".to_owned() },
        ),
        ("a record tied to an item", Edit::TieToItem { item, record: scene.regulation }),
        ("an item discussed", Edit::Discuss { meeting, item: Some(item), is_done: false }),
        ("the clock paused", Edit::Pause { meeting, is_paused: true }),
        ("a body invited", Edit::AddParty { meeting, organisation: "جمعية".to_owned(), side: Side::Invited }),
        ("a body's side", set(scene.party, vec![("side", Side::CoHost.into())])),
        ("a body taken away", remove(scene.party)),
        ("somebody added", Edit::AddAttendee { meeting, attendee: group, status: AttendanceStatus::Present }),
        ("somebody's presence", set(scene.line(0), vec![("status", AttendanceStatus::Absent.into())])),
        ("somebody's post that day", set(scene.line(0), vec![("post", "وزير".into())])),
        ("somebody taken away", remove(scene.line(0))),
        ("a group's number", set(scene.line(1), vec![("group_count", Value::Number(40))])),
        ("a signature", Edit::Sign { line: AttendanceId(scene.line(0).id), is_signed: true }),
        ("the order of attendance", Edit::OrderAttendance(meeting)),
        ("a reservation reworded", set(scene.reservation.record(), vec![("text", "أوافق".into())])),
        ("a reservation withdrawn", remove(scene.reservation.record())),
        (
            "a reservation added",
            add(Entity::Reservation, vec![("outcome", Value::Number(scene.decision.0)), ("text", "تحفظ".into())]),
        ),
        ("a second approval", Edit::ApproveMinutes(meeting)),
        ("another review", Edit::ReviewMinutes { meeting, to: MinutesState::Returned, comment: "ملاحظة".to_owned() }),
        ("who approved them reworded", set(scene.step(record), vec![("text", "غيره".into())])),
        ("what was approved pointed elsewhere", set(scene.step(record), vec![("content", "00".into())])),
        ("the approval taken off their way", remove(scene.step(record))),
    ]
}

/// The fields of the meeting that are tried by hand.
const FIELD_OF: [(&str, &str); 9] = [
    ("the title in a form", "title"),
    ("the number", "number"),
    ("the day", "date"),
    ("the chair", "chair"),
    ("the secretary", "secretary"),
    ("the series", "series"),
    ("the series given up", "series"),
    ("the layout", "layout"),
    ("the confidentiality", "confidentiality"),
];

fn name_place(name: &str) -> usize {
    FIELD_OF.iter().position(|(known, _)| *known == name).unwrap()
}

/// What is refused for a reason of its own.
fn refused_otherwise(scene: &Scene) -> Vec<(Route, ErrorKind)> {
    let record = scene.meeting.record();
    let by_hand = |field: &'static str| {
        let edit = set(record, vec![(field, "2026-01-01".into())]);
        (("what only approval writes", edit), ErrorKind::MinutesApproved)
    };
    let reopen = Edit::ReopenMinutes { meeting: scene.meeting, reason: " ".to_owned() };
    let addendum = scene.addendum.record();
    vec![
        by_hand("approved_on"),
        by_hand("minutes_number"),
        by_hand("content_hash"),
        by_hand("review"),
        (("opened again without a reason", reopen), ErrorKind::ReasonMissing),
        (("the last step taken back", Edit::Undo), ErrorKind::ReasonMissing),
        (("a step brought back", Edit::Redo), ErrorKind::NothingToUndo),
        (("an addendum reworded", set(addendum, vec![("text", "غيره".into())])), ErrorKind::AddendumApproved),
        (("an addendum into the bin", Edit::Remove(addendum)), ErrorKind::AddendumApproved),
        (("an addendum's approval taken off", Edit::Remove(scene.step(addendum))), ErrorKind::AddendumApproved),
    ]
}

/// What goes on with the records that the minutes speak of.
fn living(scene: &Scene) -> Vec<Route> {
    let record = scene.meeting.record();
    let rename = |record, name: &'static str| set(record, vec![(name, "اسم آخر".into())]);
    let scan = vec![("subject", record.into()), ("name", "نسخة".into()), ("kind", "other".into())];
    vec![
        ("the chair renamed", rename(scene.tried.view(scene.meeting).meeting.chair.unwrap().id.record(), "name")),
        ("a participant renamed", rename(scene.person.record(), "name")),
        ("a participant's post", set(scene.person.record(), vec![("post", "وكيل".into())])),
        ("a participant into the bin", Edit::Remove(scene.person.record())),
        (
            "a participant merged",
            Edit::Merge { keep: scene.namesake, other: scene.person.record(), values: Vec::new() },
        ),
        ("the host renamed", rename(scene.body, "name")),
        ("the host into the bin", Edit::Remove(scene.body)),
        ("the series renamed", rename(scene.series[0].record(), "title")),
        ("the series into the bin", Edit::Remove(scene.series[0].record())),
        (
            "the series merged",
            Edit::Merge { keep: scene.series[1].record(), other: scene.series[0].record(), values: Vec::new() },
        ),
        ("the captured regulation renamed", rename(scene.regulation, "title")),
        (
            "the captured regulation moved on",
            Edit::Move { record: scene.regulation, to: OutcomeStatus::InForce, reason: String::new() },
        ),
        (
            "a task's progress",
            Edit::Report {
                record: scene.outcome.record(),
                text: "بدأنا".to_owned(),
                percent: Some(30),
                obstacles: String::new(),
                to: Some(OutcomeStatus::InProgress),
            },
        ),
        ("a task done", Edit::Move { record: scene.outcome.record(), to: OutcomeStatus::Done, reason: String::new() }),
        ("a task on another agenda", Edit::PutOnAgenda { record: scene.outcome.record(), meeting: scene.other.0 }),
        ("what the agenda was about untied", Edit::Remove(scene.tie)),
        (
            "a tie to the meeting",
            Edit::Add {
                entity: Entity::Link,
                values: vec![("source", scene.partnership.into()), ("target", record.into())],
            },
        ),
        ("a file attached", Edit::Add { entity: Entity::Document, values: scan }),
        ("a template made of it", Edit::KeepAsTemplate(scene.meeting)),
        ("its agenda for the series", Edit::KeepAgenda(scene.meeting)),
        (
            "a meeting like it",
            Edit::MeetingLike(
                record,
                Box::new(Edit::NewMeeting {
                    values: vec![("title", "مثله".into())],
                    parties: Vec::new(),
                    agenda: Vec::new(),
                }),
            ),
        ),
        ("the next meeting", Edit::NextMeeting(scene.series[0])),
        ("the letterhead", Edit::Configure { key: "letterhead".to_owned(), value: "جهة أخرى".to_owned() }),
        (
            "a remark on the meeting",
            Edit::Add {
                entity: Entity::Progress, values: vec![("subject", record.into()), ("text", "ملاحظة".into())]
            },
        ),
    ]
}

#[test]
fn approved_minutes_cannot_be_changed_by_any_route() {
    let scene = Scene::new();
    let tried = &scene.tried;
    let approved = scene.approved();
    let words = [Language::Arabic, Language::English].map(|language| Tr::new(language, Digits::Latin));
    let check = |name: &str, edit: Edit, expected: Option<&ErrorKind>| {
        let done = tried.store.apply(edit);
        assert_eq!(done.as_ref().err().map(|error| error.kind()), expected, "{name}");
        assert_eq!(scene.approved(), approved, "{name}");
        match done {
            Ok(_) => {
                tried.undo();
                assert_eq!(scene.approved(), approved, "{name}, taken back");
            }
            Err(error) => {
                for tr in &words {
                    let said = error.message(tr);
                    let is_plain = error.details().is_empty() || !said.contains(error.details());
                    assert!(said.split(' ').count() > 2 && is_plain, "{name}: {said}");
                }
            }
        }
    };
    for (name, edit) in refused(&scene) {
        check(name, edit, Some(&ErrorKind::MinutesApproved));
    }
    for ((name, edit), expected) in refused_otherwise(&scene) {
        check(name, edit, Some(&expected));
    }
    for (name, edit) in living(&scene) {
        check(name, edit, None);
    }
    assert!(tried.store.check().unwrap().is_sound());
}
