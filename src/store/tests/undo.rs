//! Undo and redo: every edit goes back and forth, also after a restart, and any mixture comes back to its start.

use super::*;
use crate::calendar::Date;
use crate::domain::{
    AttendanceId, BlockKind, ImportTo, Imported, ImportedName, ImportedRef, ImportedRow, MeetingStatus, MinutesState,
    OrganisationId, OutcomeId, OutcomeStatus, PersonId, SeriesId,
};
use crate::store::files::{self, Kept};
use crate::store::query::{UndoState, UndoView};
use crate::store::{AddendumStep, ImportWatch};
use proptest::prelude::*;
use std::sync::Arc;

/// Where the edits of the table take place.
pub(super) struct Scene {
    pub(super) tried: Tried,
    pub(super) meeting: MeetingId,
    pub(super) item: AgendaItemId,
    block: BlockId,
    captured: BlockId,
    pub(super) outcome: OutcomeId,
    pub(super) person: PersonId,
    held: MeetingId,
    approved: MeetingId,
    /// What adds to its minutes.
    addendum: AddendumId,
    /// Two people and two bodies that are one, with what hangs on the second.
    twin: Record,
    pub(super) body: Record,
    body_twin: Record,
    /// A series that has a rule and invites somebody.
    series: SeriesId,
    pub(super) line: AttendanceId,
    /// In the bin, with all that belongs to it.
    binned: Record,
    /// Kept files that no record has yet.
    files: Vec<Kept>,
}

pub(super) fn scene() -> Scene {
    let tried = Tried::new();
    let (meeting, item, block) = tried.meeting();
    let captured = tried.block(meeting, item, "يُقترح تشكيل فريق");
    let text = "يُقترح تشكيل فريق".to_owned();
    let made = tried.apply(Edit::Capture {
        block: captured,
        kind: OutcomeKind::FollowUp,
        before: String::new(),
        text,
        after: String::new(),
        values: Vec::new(),
    });
    let person =
        tried.apply(Edit::Add { entity: Entity::Person, values: vec![("name", "سالم الدوسري".into())] });
    let attend = |meeting, person| {
        let attendee = Attendee::Known(person);
        let done = tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Invited });
        AttendanceId(done.record.unwrap().id)
    };
    let person_id = PersonId(person.record.unwrap().id);
    let held = |approve: bool| {
        let (meeting, ..) = tried.meeting();
        let values = vec![("chair", person_id.into()), ("secretary", person_id.into())];
        tried.apply(set(meeting.record(), values));
        attend(meeting, person_id);
        tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() });
        tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
        if approve {
            tried.apply(Edit::ApproveMinutes(meeting));
        }
        meeting
    };
    let (held, approved) = (held(false), held(true));
    let add = |entity, values| tried.apply(Edit::Add { entity, values }).record.unwrap();
    let body = add(Entity::Organisation, vec![("name", "جمعية بيئة".into())]);
    let body_twin = add(
        Entity::Organisation,
        vec![("name", "جمعية البيئة بالدمام".into()), ("city", "الدمام".into()), ("precedence", Value::Number(1))],
    );
    let values = vec![("name", "سالم بن حمد الدوسري".into()), ("organisation", Value::Number(body_twin.id))];
    let twin = add(Entity::Person, values);
    add(Entity::Progress, vec![("subject", twin.into()), ("text", "اتصال".into())]);
    attend(meeting, person_id);
    let line = attend(meeting, PersonId(twin.id));
    let values = vec![
        ("title", "اللقاء الدوري".into()),
        ("repeats", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO".into()),
        ("organisation", Value::Number(body.id)),
    ];
    let series = SeriesId(add(Entity::Series, values).id);
    let values = vec![("source", series.record().into()), ("kind", "invites".into()), ("target", twin.into())];
    add(Entity::Link, values);
    let values = vec![("meeting", approved.into()), ("text", "إضافة".into())];
    let addendum = AddendumId(add(Entity::Addendum, values).id);
    let (binned, ..) = tried.meeting();
    let binned = binned.record();
    tried.apply(Edit::Remove(binned));
    Scene {
        meeting,
        item,
        block,
        captured,
        outcome: OutcomeId(made.record.unwrap().id),
        person: person_id,
        held,
        approved,
        addendum,
        twin,
        body,
        body_twin,
        series,
        line,
        binned,
        files: ["a", "b", "c", "d"].map(|content| tried.kept(content)).to_vec(),
        tried,
    }
}

/// One edit of each variant; a new variant does not compile until it has one.
pub(super) fn one_of_each(scene: &Scene) -> Vec<Edit> {
    let Scene {
        meeting,
        item,
        block,
        captured,
        outcome,
        person,
        held,
        approved,
        addendum,
        twin,
        body,
        body_twin,
        series,
        line,
        binned,
        ..
    } = scene;
    let (meeting, block, person) = (*meeting, *block, *person);
    let edits = vec![
        Edit::Add { entity: Entity::Organisation, values: vec![("name", "جمعية البر".into())] },
        set(block.record(), vec![("body", "نص آخر".into())]),
        typing(block.record(), vec![("body", "نص يُكتب".into())], 7),
        Edit::Remove(meeting.record()),
        Edit::NewMeeting {
            values: vec![("title", "اجتماع ثان".into())],
            parties: vec![("وزارة البلديات".to_owned(), Side::Host), ("جمعية الإحسان".to_owned(), Side::Invited)],
            agenda: vec![("بند".to_owned(), None)],
        },
        Edit::MeetingLike(
            meeting.record(),
            Box::new(Edit::NewMeeting {
                values: vec![("title", "اجتماع مثله".into())],
                parties: Vec::new(),
                agenda: vec![("بند".to_owned(), None)],
            }),
        ),
        Edit::KeepAsTemplate(meeting),
        Edit::AddParty { meeting, organisation: "جمعية جديدة".to_owned(), side: Side::CoHost },
        Edit::AddAttendee { meeting, attendee: Attendee::Known(person), status: AttendanceStatus::Present },
        Edit::AddAttendee {
            meeting,
            attendee: Attendee::New {
                name: "نورة العتيبي".to_owned(),
                honorific: None,
                post: "مديرة".to_owned(),
                organisation: "جمعية نماء".to_owned(),
            },
            status: AttendanceStatus::Present,
        },
        Edit::Capture {
            block,
            kind: OutcomeKind::Proposal,
            before: "قبل".to_owned(),
            text: "المقترح".to_owned(),
            after: "بعد".to_owned(),
            values: Vec::new(),
        },
        regulation_from(block, "قبل"),
        Edit::Together(vec![regulation_from(block, ""), Edit::Release(block)]),
        Edit::Together(vec![regulation_from(block, ""), Edit::Remove(block.record())]),
        Edit::SetApart {
            block,
            kind: BlockKind::Private,
            before: "قبل".to_owned(),
            text: "بيننا".to_owned(),
            after: "بعد".to_owned(),
        },
        Edit::Release(*captured),
        Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() },
        Edit::MoveMeeting { meeting, to: MeetingStatus::Cancelled, reason: "تعذر الحضور".to_owned() },
        Edit::NextMeeting(*series),
        Edit::OrderAttendance(meeting),
        Edit::Discuss { meeting, item: Some(*item), is_done: true },
        Edit::Together(vec![
            Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() },
            Edit::Pause { meeting, is_paused: true },
        ]),
        Edit::Sign { line: *line, is_signed: true },
        Edit::Move { record: outcome.record(), to: OutcomeStatus::Done, reason: String::new() },
        Edit::Report {
            record: outcome.record(),
            text: "خاطبنا الجمعيات".to_owned(),
            percent: Some(40),
            obstacles: "تأخر الردود".to_owned(),
            to: Some(OutcomeStatus::InProgress),
        },
        Edit::Move {
            record: outcome.record(), to: OutcomeStatus::OnHold, reason: "بانتظار الرد".to_owned()
        },
        Edit::Restore(*binned),
        Edit::Merge { keep: person.record(), other: *twin, values: Vec::new() },
        Edit::Merge { keep: *body, other: *body_twin, values: Vec::new() },
        Edit::Merge {
            keep: *body, other: *body_twin, values: vec![("name", "جمعية البيئة بالدمام".into())]
        },
        Edit::ChangePost {
            person,
            values: vec![("post", "مدير عام".into())],
            since: Date::from_iso("2026-11-01").unwrap(),
        },
        Edit::PutOnAgenda { record: outcome.record(), meeting },
        Edit::TieToItem { item: *item, record: outcome.record() },
        Edit::GatherOnAgenda { records: vec![outcome.record()], meeting, title: "متابعة ما سبق".to_owned() },
        Edit::Together(vec![
            set(meeting.record(), vec![("series", Value::Number(series.0))]),
            Edit::KeepAgenda(meeting),
        ]),
        Edit::Add {
            entity: Entity::Link,
            values: vec![("source", outcome.record().into()), ("target", meeting.record().into())],
        },
        files::document(*body, &scene.files[0], None, EditSession(70)),
        Edit::Naming {
            new: vec![NewName {
                field: "organisation",
                entity: Entity::Organisation,
                values: vec![("name", "جمعية الواحة".into())],
            }],
            edit: Box::new(set(person.record(), vec![("post", "مدير".into())])),
        },
        Edit::Add { entity: Entity::Partnership, values: vec![("title", "مذكرة تفاهم".into())] },
        Edit::Add { entity: Entity::Regulation, values: vec![("title", "ضوابط جديدة".into())] },
        Edit::Together(vec![
            set(block.record(), vec![("body", "معًا".into())]),
            set(meeting.record(), vec![("title", "معًا".into())]),
        ]),
        Edit::ApproveMinutes(*held),
        Edit::ReviewMinutes { meeting: *held, to: MinutesState::InReview, comment: String::new() },
        Edit::Together(vec![
            Edit::ReviewMinutes { meeting: *held, to: MinutesState::InReview, comment: String::new() },
            Edit::ReviewMinutes {
                meeting: *held, to: MinutesState::Returned, comment: "صحح التاريخ".to_owned()
            },
        ]),
        Edit::ReopenMinutes { meeting: *approved, reason: "خطأ في الاسم".to_owned() },
        Edit::Addendum {
            addendum: *addendum,
            step: AddendumStep::Review { to: MinutesState::InReview, comment: String::new() },
        },
        Edit::Addendum { addendum: *addendum, step: AddendumStep::Approve },
        Edit::Together(vec![
            Edit::Addendum { addendum: *addendum, step: AddendumStep::Approve },
            Edit::Addendum { addendum: *addendum, step: AddendumStep::Reopen { reason: "خطأ".to_owned() } },
        ]),
        Edit::TakeIn(Box::new(intake::taken())),
        Edit::Import {
            imported: Arc::new(Imported {
                entity: Entity::Person,
                names: vec![ImportedName {
                    entity: Entity::Organisation,
                    values: vec![("name", "جمعية الساحل".into())],
                    links: Vec::new(),
                }],
                rows: vec![
                    ImportedRow {
                        to: ImportTo::New,
                        values: vec![("name", "نورة السالم".into())],
                        links: vec![("organisation", ImportedRef::Name(0))],
                        staff: Vec::new(),
                    },
                    ImportedRow {
                        to: ImportTo::Record(person.0),
                        values: vec![("post", "مدير عام".into())],
                        links: Vec::new(),
                        staff: Vec::new(),
                    },
                ],
            }),
            watch: ImportWatch::default(),
        },
        Edit::Configure { key: "coordinator".to_owned(), value: "en".to_owned() },
    ];
    for edit in &edits {
        match edit {
            Edit::Add { .. }
            | Edit::Set { .. }
            | Edit::Remove(_)
            | Edit::NewMeeting { .. }
            | Edit::MeetingLike(..)
            | Edit::KeepAsTemplate(_)
            | Edit::AddParty { .. }
            | Edit::AddAttendee { .. }
            | Edit::Capture { .. }
            | Edit::CaptureRegulation { .. }
            | Edit::SetApart { .. }
            | Edit::Release(_)
            | Edit::MoveMeeting { .. }
            | Edit::NextMeeting(_)
            | Edit::OrderAttendance(_)
            | Edit::Discuss { .. }
            | Edit::Pause { .. }
            | Edit::Sign { .. }
            | Edit::Move { .. }
            | Edit::Report { .. }
            | Edit::Restore(_)
            | Edit::Merge { .. }
            | Edit::ChangePost { .. }
            | Edit::PutOnAgenda { .. }
            | Edit::TieToItem { .. }
            | Edit::GatherOnAgenda { .. }
            | Edit::KeepAgenda(_)
            | Edit::Attach { .. }
            | Edit::Together(_)
            | Edit::Naming { .. }
            | Edit::ApproveMinutes(_)
            | Edit::ReviewMinutes { .. }
            | Edit::ReopenMinutes { .. }
            | Edit::Addendum { .. }
            | Edit::TakeIn(_)
            | Edit::Import { .. }
            | Edit::Configure { .. } => {}
            Edit::Undo | Edit::UndoWithReason(_) | Edit::Redo => unreachable!("these are what the table tries"),
        }
    }
    edits
}

#[test]
fn every_edit_goes_back_and_forth() {
    let scene = scene();
    // Why an approval was taken back is kept beside what is as it was before.
    let reason = Value::from(TAKEN_BACK);
    let content = || {
        let mut content = scene.tried.content();
        content.retain(|(entity, _), values| *entity != Entity::Progress || !values.contains(&reason));
        content
    };
    for edit in one_of_each(&scene) {
        let before = content();
        let done = scene.tried.apply(edit.clone());
        let after = content();
        assert_ne!(before, after, "{edit:?} changed nothing");
        assert_eq!(done.label_key, edit.label_key());
        let undone = scene.tried.undo();
        assert_eq!(content(), before, "undo of {edit:?}");
        assert_eq!(undone.label_key, edit.label_key());
        assert_eq!(undone.changes, done.changes);
        scene.tried.apply(Edit::Redo);
        assert_eq!(content(), after, "redo of {edit:?}");
        scene.tried.undo();
        assert_eq!(content(), before, "second undo of {edit:?}");
    }
}

#[test]
fn the_last_edit_is_undone_after_a_restart() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    let before = tried.content();
    tried.apply(typing(block.record(), vec![("body", "أول".into())], 1));
    tried.apply(typing(block.record(), vec![("body", "أول وثان".into())], 1));
    let tried = tried.reopen();
    assert_eq!(tried.store.read(UndoState).unwrap(), UndoView { undo: Some("edit-set-block"), redo: None });
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), before);
    let tried = tried.reopen();
    assert_eq!(tried.store.read(UndoState).unwrap().redo, Some("edit-set-block"));
    tried.apply(Edit::Redo);
    assert_ne!(tried.content(), before);
}

#[test]
fn what_turns_on_the_dark_does_not_stand_before_what_was_written() {
    let tried = Tried::new();
    let configure = |key: &str, value: &str| Edit::Configure { key: key.into(), value: value.into() };
    tried.add(Entity::Person, vec![("name", "سالم العمري".into())]);
    tried.apply(configure("theme", "dark"));
    tried.apply(configure("text_size", "120"));
    tried.apply(Edit::Undo);
    assert_eq!(tried.count("SELECT count(*) FROM person WHERE deleted = 0"), 0, "the person is taken back");
    assert_eq!(tried.count("SELECT count(*) FROM setting WHERE key = 'theme' AND value = 'dark'"), 1);
    tried.apply(configure("theme", "light"));
    tried.apply(Edit::Redo);
    assert_eq!(tried.count("SELECT count(*) FROM person WHERE deleted = 0"), 1, "nor behind it");
    tried.apply(configure("coordinator", "نورة"));
    tried.apply(Edit::Undo);
    assert_eq!(tried.count("SELECT count(*) FROM setting WHERE key = 'coordinator' AND deleted = 0"), 0);
}

#[test]
fn a_new_edit_after_undo_clears_redo() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    tried.apply(set(block.record(), vec![("body", "أ".into())]));
    tried.apply(set(block.record(), vec![("body", "ب".into())]));
    tried.apply(Edit::Undo);
    tried.apply(Edit::Undo);
    tried.apply(Edit::Redo);
    assert_eq!(tried.store.read(UndoState).unwrap().redo, Some("edit-set-block"));
    tried.apply(set(block.record(), vec![("body", "ج".into())]));
    assert_eq!(tried.store.read(UndoState).unwrap().redo, None);
    assert_eq!(tried.refused(Edit::Redo), ErrorKind::NothingToUndo);
}

#[test]
fn a_session_of_typing_is_one_step_and_one_record() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    let records = "SELECT count(*) FROM change";
    let steps = "SELECT count(*) FROM step";
    let (records_before, steps_before, before) = (tried.count(records), tried.count(steps), tried.content());
    for text in ["م", "مر", "مرح", "مرحبا"] {
        tried.apply(typing(block.record(), vec![("body", text.into())], 1));
        tried.pass(1000);
    }
    assert_eq!((tried.count(records), tried.count(steps)), (records_before + 1, steps_before + 1));
    // After five minutes another record, still the same step.
    tried.pass(5 * 60 * 1000);
    tried.apply(typing(block.record(), vec![("body", "مرحبا بكم".into())], 1));
    assert_eq!((tried.count(records), tried.count(steps)), (records_before + 2, steps_before + 1));
    // Another edit in between: what follows is a step of its own.
    tried.apply(set(meeting.record(), vec![("title", "عنوان".into())]));
    tried.apply(typing(block.record(), vec![("body", "مرحبا بكم جميعا".into())], 1));
    assert_eq!(tried.count(steps), steps_before + 3);
    for _ in 0..3 {
        tried.apply(Edit::Undo);
    }
    assert_eq!(tried.content(), before);
}

#[test]
fn what_a_backup_holds_is_not_rewritten() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    tried.apply(typing(block.record(), vec![("body", "أ".into())], 1));
    let records = tried.count("SELECT count(*) FROM change");
    tried.store.backup(&tried.folder.path().join("copy.db")).unwrap();
    tried.apply(typing(block.record(), vec![("body", "أب".into())], 1));
    assert_eq!(tried.count("SELECT count(*) FROM change"), records + 1);
}

fn regulation_from(block: BlockId, before: &str) -> Edit {
    Edit::CaptureRegulation {
        block,
        before: before.to_owned(),
        title: "ضوابط التطوع".to_owned(),
        after: "بعد".to_owned(),
    }
}

/// A random edit; the numbers choose among what there is.
fn any_edit() -> impl Strategy<Value = (u8, u64, String)> {
    (0_u8..30, 0_u64..4, "[ابتثج ]{0,6}")
}

fn carry_out(scene: &Scene, (which, pick, text): &(u8, u64, String)) {
    let blocks: Vec<BlockId> = scene.tried.store.read(query::MeetingPage { id: scene.meeting }).map_or_else(
        |_| Vec::new(),
        |view| view.agenda.iter().flat_map(|item| item.blocks.iter().map(|block| block.id)).collect(),
    );
    let block = blocks.get(usize::try_from(*pick).unwrap()).copied().unwrap_or(scene.block);
    let edit = match which {
        0..=3 => typing(block.record(), vec![("body", text.as_str().into())], *pick),
        4 => set(scene.meeting.record(), vec![("title", text.as_str().into()), ("purpose", "غرض".into())]),
        5 => Edit::Capture {
            block,
            kind: OutcomeKind::ALL[usize::try_from(*pick).unwrap()],
            before: text.clone(),
            text: "نص".to_owned(),
            after: String::new(),
            values: Vec::new(),
        },
        6 => Edit::Release(block),
        7 => Edit::Remove(block.record()),
        8 => Edit::AddParty { meeting: scene.meeting, organisation: format!("جهة {pick}"), side: Side::Invited },
        9 => Edit::Move { record: scene.outcome.record(), to: OutcomeStatus::Done, reason: String::new() },
        10 => Edit::Remove(OrganisationId(1).record()),
        11 => Edit::Move { record: scene.outcome.record(), to: OutcomeStatus::OnHold, reason: text.clone() },
        12 => Edit::Move { record: scene.outcome.record(), to: OutcomeStatus::InProgress, reason: String::new() },
        13 => Edit::Add {
            entity: Entity::Link,
            values: vec![("source", scene.outcome.record().into()), ("target", scene.meeting.record().into())],
        },
        14 => Edit::Merge { keep: scene.body, other: scene.body_twin, values: Vec::new() },
        15 => Edit::Restore(if pick % 2 == 0 { scene.binned } else { scene.body_twin }),
        16 => Edit::ChangePost {
            person: scene.person,
            values: vec![("post", text.as_str().into())],
            since: Date::from_iso("2026-11-01").unwrap(),
        },
        17 => Edit::PutOnAgenda { record: scene.outcome.record(), meeting: scene.meeting },
        18 => Edit::Add { entity: Entity::Partnership, values: vec![("title", text.as_str().into())] },
        19 => Edit::Together(vec![
            set(scene.twin, vec![("notes", text.as_str().into())]),
            set(scene.body, vec![("city", text.as_str().into())]),
        ]),
        20 => Edit::Merge { keep: scene.person.record(), other: scene.twin, values: Vec::new() },
        21 => Edit::NextMeeting(scene.series),
        22 => Edit::OrderAttendance(scene.meeting),
        23 => Edit::Sign { line: scene.line, is_signed: pick % 2 == 0 },
        24 => files::document(
            scene.body,
            &scene.files[usize::try_from(*pick).unwrap()],
            None,
            EditSession(100 + pick % 2),
        ),
        25 => Edit::Remove(Record { entity: Entity::Document, id: i64::try_from(*pick).unwrap() + 1 }),
        26 => Edit::Discuss { meeting: scene.meeting, item: Some(scene.item), is_done: pick % 2 == 0 },
        27 => Edit::Pause { meeting: scene.meeting, is_paused: pick % 2 == 0 },
        28 => regulation_from(block, text),
        _ => Edit::Undo,
    };
    // Some are refused; that leaves no trace either.
    let _refused_or_done = scene.tried.store.apply(edit);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn random_edits_undone_to_the_last_leave_the_start(edits in prop::collection::vec(any_edit(), 1..25)) {
        let scene = scene();
        let before = scene.tried.content();
        let floor = scene.tried.count("SELECT count(*) FROM step WHERE kind = 'do' AND undone = 0");
        for edit in &edits {
            carry_out(&scene, edit);
            prop_assume!(scene.tried.count("SELECT count(*) FROM step WHERE kind = 'do' AND undone = 0") >= floor);
        }
        let mut undone = 0;
        while scene.tried.count("SELECT count(*) FROM step WHERE kind = 'do' AND undone = 0") > floor {
            scene.tried.apply(Edit::Undo);
            undone += 1;
        }
        prop_assert_eq!(scene.tried.content(), before.clone());
        let redone_fully = {
            for _ in 0..undone {
                scene.tried.apply(Edit::Redo);
            }
            for _ in 0..undone {
                scene.tried.apply(Edit::Undo);
            }
            scene.tried.content()
        };
        prop_assert_eq!(redone_fully, before);
    }
}

/// The same as above, long: numbers of its own instead of a generator, for it is run once.
#[test]
fn ten_thousand_random_edits_undone_leave_the_start_byte_for_byte() {
    let scene = scene();
    let standing = "SELECT count(*) FROM step WHERE kind = 'do' AND undone = 0";
    let (before, floor) = (scene.tried.content(), scene.tried.count(standing));
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    for _ in 0..10_000 {
        // Undo comes at the end.
        let which = u8::try_from(random(26)).unwrap();
        carry_out(
            &scene,
            &(which, random(4), ["", "نص", "نص آخر", "بيان"][usize::try_from(random(4)).unwrap()].to_owned()),
        );
    }
    while scene.tried.count(standing) > floor {
        scene.tried.apply(Edit::Undo);
    }
    assert_eq!(scene.tried.content(), before);
    assert!(scene.tried.store.check().unwrap().is_sound());
}
