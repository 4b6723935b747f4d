//! What each edit does, and what is refused.

use super::*;
use crate::domain::{
    AgendaState, Honorific, MeetingStatus, OrganisationKind, OutcomeId, OutcomeStatus, PersonId, lifecycle,
};
use crate::store::query::{OrganisationList, PeopleList};

fn outcome(tried: &Tried, kind: OutcomeKind, meeting: Option<MeetingId>) -> OutcomeId {
    let values = vec![("kind", kind.into()), ("text", "نص".into()), ("meeting", meeting.into())];
    OutcomeId(tried.apply(Edit::Add { entity: Entity::Outcome, values }).record.unwrap().id)
}

fn number(tried: &Tried, outcome: OutcomeId) -> String {
    let sql = format!("SELECT number FROM outcome WHERE id = {}", outcome.0);
    tried.sql().query_row(&sql, [], |row| row.get(0)).unwrap()
}

fn held(tried: &Tried) -> MeetingId {
    let (meeting, ..) = tried.meeting();
    tried.lead(meeting);
    attend(tried, meeting, Attendee::Group { name: "جمعيات".to_owned(), count: None });
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() });
    tried.pass(90 * 60 * 1000);
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
    meeting
}

fn new_person(name: &str, organisation: &str) -> Attendee {
    Attendee::New {
        name: name.to_owned(),
        honorific: Honorific::from_code("mr"),
        post: "وكيل".to_owned(),
        organisation: organisation.to_owned(),
    }
}

fn attend(tried: &Tried, meeting: MeetingId, attendee: Attendee) -> Applied {
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present })
}

#[test]
fn numbers_follow_the_hijri_year_and_the_meeting() {
    let tried = Tried::new();
    let (first, ..) = tried.meeting();
    let (second, ..) = tried.meeting();
    assert_eq!(tried.view(first).meeting.number, "تن-1448-001");
    assert_eq!(tried.view(second).meeting.number, "تن-1448-002");
    let earlier = tried.apply(Edit::Add {
        entity: Entity::Meeting,
        values: vec![("title", "قديم".into()), ("date", "2025-12-03".into())],
    });
    assert_eq!(tried.view(MeetingId(earlier.record.unwrap().id)).meeting.number, "تن-1447-001");

    let expect = |kind, meeting, expected: &str| assert_eq!(number(&tried, outcome(&tried, kind, meeting)), expected);
    expect(OutcomeKind::FollowUp, Some(second), "ت-1448-002-01");
    expect(OutcomeKind::Recommendation, Some(second), "ت-1448-002-02");
    expect(OutcomeKind::FollowUp, Some(first), "ت-1448-001-01");
    expect(OutcomeKind::Decision, Some(second), "ق-1448-002-01");
    expect(OutcomeKind::FollowUp, None, "ت-1448-001");
    expect(OutcomeKind::Proposal, Some(second), "مب-1448-001");
    expect(OutcomeKind::Initiative, None, "مب-1448-002");
    expect(OutcomeKind::Challenge, Some(second), "تح-1448-001");
    expect(OutcomeKind::Opportunity, None, "فر-1448-001");
}

#[test]
fn a_number_is_never_given_twice() {
    let tried = Tried::new();
    tried.meeting();
    let gone = outcome(&tried, OutcomeKind::Proposal, None);
    assert_eq!(number(&tried, gone), "مب-1448-001");
    tried.apply(Edit::Undo);
    assert_eq!(number(&tried, outcome(&tried, OutcomeKind::Proposal, None)), "مب-1448-002");
    // One that was typed in by hand is passed over.
    let values = vec![("kind", OutcomeKind::Proposal.into()), ("number", "مب-1448-003".into())];
    tried.apply(Edit::Add { entity: Entity::Outcome, values });
    assert_eq!(number(&tried, outcome(&tried, OutcomeKind::Proposal, None)), "مب-1448-004");
}

#[test]
fn minutes_are_numbered_at_approval_without_gaps() {
    let tried = Tried::new();
    let (first, second) = (held(&tried), held(&tried));
    tried.apply(Edit::ApproveMinutes(second));
    assert_eq!(tried.view(second).meeting.minutes_number, "مح-1448-001");
    // Reopened, or the approval taken back: the number stays this meeting's.
    tried.apply(reopen(second));
    assert_eq!(tried.view(second).meeting.minutes_number, "مح-1448-001");
    tried.apply(Edit::Undo);
    tried.undo();
    tried.apply(Edit::ApproveMinutes(first));
    assert_eq!(tried.view(first).meeting.minutes_number, "مح-1448-002");
    tried.apply(Edit::ApproveMinutes(second));
    assert_eq!(tried.view(second).meeting.minutes_number, "مح-1448-001");
}

#[test]
fn a_draft_has_no_number_until_it_is_a_plan() {
    let tried = Tried::new();
    let values = vec![("title", "مسودة".into())];
    let parties = vec![("أمانة".to_owned(), Side::Host)];
    let made = tried.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() });
    let draft = MeetingId(made.record.unwrap().id);
    let task = outcome(&tried, OutcomeKind::FollowUp, Some(draft));
    let proposal = outcome(&tried, OutcomeKind::Proposal, Some(draft));
    assert_eq!(tried.view(draft).meeting.number, "");
    assert_eq!(tried.count("SELECT count(*) FROM outcome WHERE kind = 'follow-up' AND number IS NULL"), 1);
    assert_eq!(number(&tried, proposal), "مب-1448-001", "what has a register of its own is numbered there");
    // Drafts that are thrown away leave no gap.
    tried.meeting();
    tried.apply(set(draft.record(), vec![("date", "2026-12-01".into())]));
    tried.apply(Edit::MoveMeeting { meeting: draft, to: MeetingStatus::Scheduled, reason: String::new() });
    assert_eq!(tried.view(draft).meeting.number, "تن-1448-002");
    assert_eq!(number(&tried, task), "ت-1448-002-01");
    // One that becomes a draft again keeps its own.
    tried.apply(Edit::MoveMeeting { meeting: draft, to: MeetingStatus::Draft, reason: String::new() });
    tried.apply(Edit::MoveMeeting { meeting: draft, to: MeetingStatus::Scheduled, reason: String::new() });
    assert_eq!(tried.view(draft).meeting.number, "تن-1448-002");
}

#[test]
fn approval_closes_the_gaps_of_what_was_dropped() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let of = |kind| outcome(&tried, kind, Some(meeting));
    let [first, dropped, third] = [OutcomeKind::FollowUp, OutcomeKind::FollowUp, OutcomeKind::Recommendation].map(of);
    let decision = of(OutcomeKind::Decision);
    tried.apply(Edit::Remove(dropped.record()));
    assert_eq!(number(&tried, third), "ت-1448-001-03", "provisional until then");
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_eq!(number(&tried, first), "ت-1448-001-01");
    assert_eq!(number(&tried, third), "ت-1448-001-02");
    assert_eq!(number(&tried, decision), "ق-1448-001-01");
    tried.undo();
    assert_eq!(number(&tried, third), "ت-1448-001-03");
    tried.apply(Edit::ApproveMinutes(meeting));
    assert_eq!(number(&tried, third), "ت-1448-001-02");
    assert!(tried.store.check().unwrap().is_sound());
}

#[test]
fn a_changed_scheme_holds_for_coming_numbers_alone() {
    let tried = Tried::new();
    let (before, ..) = tried.meeting();
    let configure = |key: &str, value: &str| {
        tried.apply(Edit::Configure { key: key.to_owned(), value: value.to_owned() });
    };
    configure("numbering-pattern", "{year}/{code}/{seq}");
    configure("numbering-digits", "4");
    let (after, ..) = tried.meeting();
    assert_eq!(tried.view(before).meeting.number, "تن-1448-001");
    assert_eq!(tried.view(after).meeting.number, "1448/تن/0002", "the sequence goes on");
    assert_eq!(number(&tried, outcome(&tried, OutcomeKind::FollowUp, Some(after))), "1448/ت/0002-01");
    configure("numbering-code-meeting", "اج");
    let (other, ..) = tried.meeting();
    assert_eq!(tried.view(other).meeting.number, "1448/اج/0001");
    assert_eq!(number(&tried, outcome(&tried, OutcomeKind::FollowUp, Some(before))), "ت-1448-001-01");
    assert_eq!(number(&tried, outcome(&tried, OutcomeKind::Decision, Some(other))), "1448/ق/0001-01");
}

#[test]
fn two_people_of_one_meeting_become_one_line() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let lines = ["وزارة أ", "وزارة ب"].map(|body| attend(&tried, meeting, new_person("سالم الدوسري", body)));
    let people = tried.store.read(PeopleList { containing: String::new() }).unwrap();
    let [keep, other] = [people[0].id.record(), people[1].id.record()];
    assert_eq!(tried.view(meeting).attendance.len(), lines.len());
    tried.apply(Edit::Merge { keep, other, values: vec![("notes", "واحد".into())] });
    assert_eq!(tried.view(meeting).attendance.len(), 1);
    tried.apply(Edit::Undo);
    assert_eq!(tried.view(meeting).attendance.len(), 2);
}

#[test]
fn a_post_can_not_end_before_it_began() {
    let tried = Tried::new();
    let values = vec![("name", "سالم".into()), ("post", "أ".into())];
    let person = PersonId(tried.apply(Edit::Add { entity: Entity::Person, values }).record.unwrap().id);
    let change = |post: &str, since: &str| Edit::ChangePost {
        person,
        values: vec![("post", post.into())],
        since: crate::calendar::Date::from_iso(since).unwrap(),
    };
    tried.apply(change("ب", "2026-05-01"));
    assert!(matches!(tried.refused(change("ج", "2026-05-01")), ErrorKind::FieldRefused(_)));
    tried.apply(change("ج", "2026-06-01"));
    let periods =
        "SELECT group_concat(title || coalesce(starts_on, '') || ends_on) FROM (SELECT * FROM post ORDER BY id)";
    let periods: String = tried.sql().query_row(periods, [], |row| row.get(0)).unwrap();
    assert_eq!(periods, "أ2026-04-30,ب2026-05-012026-05-31");
}

#[test]
fn approved_minutes_refuse_changes_but_the_work_goes_on() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let task = outcome(&tried, OutcomeKind::FollowUp, Some(meeting));
    let view = tried.view(meeting);
    let (item, block, party) = (view.agenda[0].id, view.agenda[0].blocks[0].id, view.parties[0].id);
    tried.apply(Edit::ApproveMinutes(meeting));
    let refused = [
        set(meeting.record(), vec![("title", "آخر".into())]),
        set(item.record(), vec![("title", "آخر".into())]),
        typing(block.record(), vec![("body", "آخر".into())], 1),
        set(task.record(), vec![("text", "آخر".into())]),
        Edit::Remove(meeting.record()),
        Edit::Remove(block.record()),
        Edit::Remove(party.record()),
        Edit::Remove(task.record()),
        Edit::Add { entity: Entity::Block, values: vec![("meeting", meeting.into())] },
        Edit::AddParty { meeting, organisation: "جهة".to_owned(), side: Side::Invited },
        Edit::AddAttendee { meeting, attendee: new_person("أحد", ""), status: AttendanceStatus::Present },
        Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() },
        Edit::ApproveMinutes(meeting),
        Edit::Capture {
            block,
            kind: OutcomeKind::Decision,
            before: String::new(),
            text: "س".to_owned(),
            after: String::new(),
            values: Vec::new(),
        },
    ];
    let before = tried.content();
    for edit in refused {
        assert_eq!(tried.refused(edit.clone()), ErrorKind::MinutesApproved, "{edit:?}");
    }
    assert_eq!(tried.content(), before);
    tried.apply(Edit::Move { record: task.record(), to: OutcomeStatus::Done, reason: String::new() });
    tried.apply(set(task.record(), vec![("percent", Value::Number(40))]));
    tried.apply(reopen(meeting));
    tried.apply(set(meeting.record(), vec![("title", "آخر".into())]));
}

#[test]
fn a_meeting_moves_only_where_its_life_allows() {
    let tried = Tried::new();
    for from in MeetingStatus::ALL {
        for to in MeetingStatus::ALL {
            let (meeting, ..) = tried.meeting();
            attend(&tried, meeting, Attendee::Group { name: "جمعيات".to_owned(), count: None });
            tried.apply(set(meeting.record(), vec![("status", (*from).into())]));
            let moved = tried.store.apply(Edit::MoveMeeting { meeting, to: *to, reason: "سبب".to_owned() });
            assert_eq!(moved.is_ok(), lifecycle::meeting_may_move(*from, *to), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn starting_runs_the_clock_and_ending_notes_the_times() {
    let tried = Tried::new();
    let meeting = held(&tried);
    let view = tried.view(meeting).meeting;
    assert_eq!((view.ran_seconds, view.running_since), (90 * 60, None));
    assert_eq!((view.start.unwrap().to_string(), view.end.unwrap().to_string()), ("12:00".into(), "13:30".into()));
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() });
    assert!(tried.view(meeting).meeting.running_since.is_some());
    // A clock that was set back takes nothing away.
    tried.pass(-24 * 60 * 60 * 1000);
    tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
    assert_eq!(tried.view(meeting).meeting.ran_seconds, 90 * 60);
}

#[test]
fn a_meeting_ends_on_its_own_day_or_at_a_time_that_nobody_noted() {
    const HOUR_MS: i64 = 60 * 60 * 1000;
    let check = |date: &str, starts_after_hours: i64, runs_hours: i64, loses_its_day: bool, expected: (&str, &str)| {
        let tried = Tried::new();
        let (meeting, ..) = tried.meeting();
        let set = |value: Value| {
            let (record, values) = (meeting.record(), vec![("date", value)]);
            tried.apply(Edit::Set { record, values, session: None, based_on: None });
        };
        set(date.into());
        attend(&tried, meeting, Attendee::Group { name: "جمعيات".to_owned(), count: None });
        tried.pass(starts_after_hours * HOUR_MS);
        tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::InProgress, reason: String::new() });
        if loses_its_day {
            set(Value::Empty);
        }
        tried.pass(runs_hours * HOUR_MS);
        tried.apply(Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() });
        let view = tried.view(meeting).meeting;
        let end = view.end.map(|time| time.to_string()).unwrap_or_default();
        assert_eq!((view.date.unwrap().iso().as_str(), end.as_str()), expected, "{date} {runs_hours}");
    };
    check("2026-11-22", 0, 2, false, ("2026-11-22", "14:00"));
    // Its day is the one on which it ran, also when that is past.
    check("", 0, 2, false, ("2026-11-22", "14:00"));
    check("", 0, 2, true, ("2026-11-22", "14:00"));
    check("", 0, 20, true, ("2026-11-22", ""));
    // Past midnight is still its end; the next morning is not.
    check("2026-11-22", 11, 2, false, ("2026-11-22", "01:00"));
    check("2026-11-22", 11, 14, false, ("2026-11-22", ""));
    // What is written down days later ended at another time.
    check("2026-11-18", 0, 2, false, ("2026-11-18", ""));
}

#[test]
fn a_meeting_that_was_held_before_is_written_down_with_the_day_one_knows() {
    let check = |date: Value, expected: Result<(), ErrorKind>| {
        let tried = Tried::new();
        let (meeting, ..) = tried.meeting();
        attend(&tried, meeting, Attendee::Group { name: "جمعيات".to_owned(), count: None });
        tried.apply(set(meeting.record(), vec![("date", date.clone())]));
        let edit = Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() };
        let moved = tried.store.apply(edit).map(|_| ()).map_err(|error| error.kind().clone());
        assert_eq!(moved, expected, "{date:?}");
        let view = tried.view(meeting);
        let kept = view.meeting.date.map_or(Value::Empty, Value::from);
        assert_eq!((kept, view.meeting.end, view.meeting.ran_seconds), (date, None, 0));
        let is_discussed = view.agenda.iter().all(|item| item.state == AgendaState::Discussed);
        assert_eq!(is_discussed, expected.is_ok());
    };
    check("2026-11-18".into(), Ok(()));
    check("2026-11-22".into(), Ok(()));
    check(Value::Empty, Ok(()));
    check("2026-11-23".into(), Err(ErrorKind::HeldAhead));
}

#[test]
fn an_outcome_that_is_done_says_since_when() {
    let tried = Tried::new();
    let task = outcome(&tried, OutcomeKind::FollowUp, None);
    let cell = |name: &'static str| tried.listed(OutcomeKind::FollowUp, vec![name]).rows[0].cells[0].clone();
    tried.apply(Edit::Move { record: task.record(), to: OutcomeStatus::Done, reason: String::new() });
    assert_eq!((cell("percent").number(), cell("done_on").value), (Some(100), "2026-11-22".into()));
    tried.apply(Edit::Move { record: task.record(), to: OutcomeStatus::InProgress, reason: String::new() });
    assert_eq!(cell("done_on").value, Value::Empty);
    assert_eq!(
        tried.refused(Edit::Move { record: task.record(), to: OutcomeStatus::Idea, reason: String::new() }),
        ErrorKind::MoveRefused
    );
}

#[test]
fn a_known_name_finds_its_record_and_a_new_one_grows_the_register() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    attend(&tried, meeting, new_person("عبد الرحمن بن حسن السالم", "أمانة منطقة النخيل"));
    attend(&tried, meeting, new_person("عبدالرحمن حسن السالم", "امانة منطقه النخيل"));
    let people = tried.store.read(PeopleList { containing: String::new() }).unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(tried.view(meeting).attendance.len(), 1);
    assert_eq!((people[0].organisation_name.as_str(), people[0].post.as_str()), ("أمانة منطقة النخيل", "وكيل"));
    // The same name in another body is another person.
    attend(&tried, meeting, new_person("عبدالرحمن حسن السالم", "وزارة أخرى"));
    assert_eq!(tried.view(meeting).attendance.len(), 2);
    let bodies = tried.store.read(OrganisationList { containing: String::new() }).unwrap();
    let kinds: Vec<OrganisationKind> = bodies.iter().map(|body| body.kind).collect();
    assert_eq!(kinds, [OrganisationKind::Amana, OrganisationKind::Ministry]);
    tried.apply(Edit::AddParty {
        meeting, organisation: "أمانه منطقة النخيل".to_owned(), side: Side::CoHost
    });
    assert_eq!(tried.view(meeting).parties.len(), 1);
    // One that is in the bin is not found any more.
    tried.apply(Edit::Remove(PersonId(people[0].id.0).record()));
    attend(&tried, meeting, new_person("عبدالرحمن حسن السالم", "أمانة منطقة النخيل"));
    assert_eq!(tried.view(meeting).attendance.len(), 3);
}

#[test]
fn a_new_name_typed_twice_in_one_edit_is_one_body() {
    let tried = Tried::new();
    let parties = vec![("جمعية نماء".to_owned(), Side::Host), ("جمعيه نماء".to_owned(), Side::Invited)];
    tried.apply(Edit::NewMeeting { values: vec![("title", "لقاء".into())], parties, agenda: Vec::new() });
    assert_eq!(tried.store.read(OrganisationList { containing: String::new() }).unwrap().len(), 1);
}

#[test]
fn capturing_splits_the_block_and_typing_goes_on_below() {
    let tried = Tried::new();
    let (meeting, item, block) = tried.meeting();
    tried.block(meeting, item, "آخر سطر");
    let capture = |block, before: &str| {
        tried.apply(Edit::Capture {
            block,
            kind: OutcomeKind::Proposal,
            before: before.to_owned(),
            text: "المقترح".to_owned(),
            after: String::new(),
            values: Vec::new(),
        })
    };
    let made = capture(block, "قبل");
    let below = made.continue_in.unwrap();
    let bodies = || -> Vec<(String, bool)> {
        let view = tried.view(meeting);
        view.agenda[0].blocks.iter().map(|block| (block.body.clone(), block.outcome.is_some())).collect()
    };
    let line = |text: &str| (text.to_owned(), false);
    let captured = (String::new(), true);
    assert_eq!(bodies(), [line("قبل"), captured.clone(), line(""), line("آخر سطر")]);
    assert_eq!(made.record.unwrap().entity, Entity::Outcome);
    // Nothing before: the block itself becomes the outcome.
    capture(below, "");
    assert_eq!(bodies(), [line("قبل"), captured.clone(), captured.clone(), line(""), line("آخر سطر")]);
    let view = tried.view(meeting);
    assert_eq!(view.outcomes.len(), 2);
    tried.apply(Edit::Release(view.agenda[0].blocks[1].id));
    assert_eq!(bodies()[1], line("المقترح"));
    assert_eq!(tried.view(meeting).outcomes.len(), 1);
    // Removing an outcome takes its line along.
    tried.apply(Edit::Remove(tried.view(meeting).outcomes[0].id.record()));
    assert_eq!(bodies(), [line("قبل"), line("المقترح"), line(""), line("آخر سطر")]);
}

#[test]
fn somebody_elses_change_of_the_same_field_is_stale() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    let based = |text: &str, session, based_on| Edit::Set {
        record: block.record(),
        values: vec![("body", text.into())],
        session: Some(EditSession(session)),
        based_on: Some(based_on),
    };
    let seen = tried.view(meeting).agenda[0].blocks[0].version;
    let first = tried.apply(based("أ", 1, seen));
    // The same session types on without waiting for the reply.
    tried.apply(based("أب", 1, seen));
    assert_eq!(tried.refused(based("ج", 2, seen)), ErrorKind::Stale);
    assert_eq!(tried.refused(based("ج", 2, first.version)), ErrorKind::Stale);
    // Another field of the same record does not stand in the way.
    let seen = tried.view(meeting).meeting.version;
    tried.apply(set(meeting.record(), vec![("title", "عنوان".into())]));
    tried.apply(Edit::Set {
        record: meeting.record(),
        values: vec![("purpose", "غرض".into())],
        session: None,
        based_on: Some(seen),
    });
}

#[test]
fn what_is_not_there_is_not_found() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    tried.apply(Edit::Remove(block.record()));
    assert_eq!(tried.refused(set(block.record(), vec![("body", "أ".into())])), ErrorKind::NotFound);
    assert_eq!(tried.refused(Edit::Remove(BlockId(999).record())), ErrorKind::NotFound);
    assert_eq!(tried.refused(reopen(meeting)), ErrorKind::MoveRefused);
    assert_eq!(tried.refused(Edit::ApproveMinutes(meeting)), ErrorKind::MoveRefused);
    assert_eq!(tried.refused(Edit::Redo), ErrorKind::NothingToUndo);
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    let steps = tried.count("SELECT count(*) FROM step");
    let applied = tried.apply(set(block.record(), vec![("body", "سطر أول".into())]));
    assert_eq!(applied.changes, Changes::NONE);
    assert_eq!(tried.count("SELECT count(*) FROM step"), steps);
}

#[test]
fn edits_are_answered_in_the_order_they_were_sent() {
    let tried = Tried::new();
    let (_, _, block) = tried.meeting();
    let sent: Vec<Ticket> =
        (0..50).map(|at| tried.store.send(set(block.record(), vec![("body", format!("نص {at}").into())]))).collect();
    tried.apply(Edit::Configure { key: "language".to_owned(), value: "en".to_owned() });
    let answered: Vec<Ticket> = tried.store.replies().into_iter().map(|reply| reply.ticket).collect();
    assert_eq!(answered, sent);
    assert_eq!(tried.store.saved(), Saved::Yes);
}

#[test]
fn the_present_post_has_its_first_day_and_takes_it_along_into_the_past() {
    let tried = Tried::new();
    let values = vec![("name", "سالم".into()), ("post", "أ".into()), ("post_since", "2025-03-01".into())];
    let person = PersonId(tried.apply(Edit::Add { entity: Entity::Person, values }).record.unwrap().id);
    let change = |post: &str, since: &str| Edit::ChangePost {
        person,
        values: vec![("post", post.into())],
        since: crate::calendar::Date::from_iso(since).unwrap(),
    };
    assert!(matches!(tried.refused(change("ب", "2025-03-01")), ErrorKind::FieldRefused(_)));
    let before = tried.content();
    tried.apply(change("ب", "2026-05-01"));
    let periods = "SELECT group_concat(title || starts_on || ends_on) FROM post WHERE deleted = 0";
    let periods: String = tried.sql().query_row(periods, [], |row| row.get(0)).unwrap();
    assert_eq!(periods, "أ2025-03-012026-04-30");
    let now = "SELECT post || post_since FROM person";
    assert_eq!(tried.sql().query_row(now, [], |row| row.get::<_, String>(0)).unwrap(), "ب2026-05-01");
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), before);
}

#[test]
fn the_first_day_in_a_post_is_not_taken_over_for_another_post() {
    let tried = Tried::new();
    let person = |name: &str, post: &str, since: &str| {
        let values = vec![("name", name.into()), ("post", post.into()), ("post_since", since.into())];
        tried.apply(Edit::Add { entity: Entity::Person, values }).record.unwrap()
    };
    let since = || -> Option<String> {
        tried.sql().query_row("SELECT post_since FROM person WHERE id = 1", [], |row| row.get(0)).unwrap()
    };
    let (keep, other) = (person("سالم", "وكيل", ""), person("سالم الحربي", "مدير", "2025-03-01"));
    tried.apply(Edit::Merge { keep, other, values: Vec::new() });
    assert_eq!(since(), None);
    let other = person("سالم بن حمد", "وكيل", "2024-01-07");
    tried.apply(Edit::Merge { keep, other, values: Vec::new() });
    assert_eq!(since().as_deref(), Some("2024-01-07"));
}

#[test]
fn what_stands_below_a_body_is_a_unit_and_counted_apart() {
    let tried = Tried::new();
    let body =
        |values: Vec<FieldValue>| tried.apply(Edit::Add { entity: Entity::Organisation, values }).record.unwrap();
    let ministry = body(vec![("name", "وزارة البلديات والإسكان".into())]);
    let below = |name: &str| body(vec![("name", name.into()), ("parent", Value::Number(ministry.id))]);
    let unit = below("إدارة الجمعيات الأهلية");
    below("أمانة المنطقة الشرقية");
    let kinds: Vec<String> = {
        let sql = tried.sql();
        let mut statement = sql.prepare("SELECT kind FROM organisation ORDER BY id").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(kinds, ["other", "unit", "amana"]);
    let today = crate::calendar::Date::from_iso("2026-11-23").unwrap();
    let bodies = || tried.store.read(query::Counts { today }).unwrap().organisations;
    assert_eq!(bodies(), 2);
    let named = tried.store.read(query::Names {
        entity: Entity::Organisation,
        list: None,
        containing: "إدارة الجمعيات".to_owned(),
    });
    assert_eq!(named.unwrap()[0].detail, "وزارة البلديات والإسكان");
    tried.apply(Edit::Remove(unit));
    assert_eq!(bodies(), 2);
}
