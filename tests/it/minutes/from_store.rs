//! What the minutes take from the store: regulations that a meeting is about, who stands for whom, who leads and writes.

use crate::support::{NOW, Setup, open, plain};
use tansiq::arabic::Digits;
use tansiq::calendar::Calendars;
use tansiq::documents::minutes::{Attendee, Capacity, Facts, Who, build};
use tansiq::documents::text;
use tansiq::domain::*;
use tansiq::jobs::{self, facts};
use tansiq::store::query::MeetingPage;
use tansiq::store::{Edit, Store};
use tansiq::strings::{Language, Tr};

const MEETING: MeetingId = MeetingId(1);

fn add(store: &Store, entity: Entity, values: Vec<FieldValue>) -> Record {
    store.apply(Edit::Add { entity, values }).expect("added").record.expect("it")
}

fn set(store: &Store, record: Record, values: Vec<FieldValue>) {
    store.apply(Edit::Set { record, values, session: None, based_on: None }).expect("set");
}

fn held(store: &Store) {
    let values = vec![("title", "الاجتماع التنسيقي".into()), ("date", "2026-11-23".into())];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    store.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).expect("a meeting");
    let person = |name: &str| PersonId(add(store, Entity::Person, vec![("name", name.into())]).id);
    let (chair, absent, deputy) = (person("سالم الغافي"), person("نورة العتيبي"), person("عمر النهر"));
    set(store, MEETING.record(), vec![("chair", chair.into())]);
    let line = |person: PersonId, status: AttendanceStatus, more: Vec<FieldValue>| {
        let mut values = vec![("meeting", MEETING.into()), ("person", person.into()), ("status", status.into())];
        values.extend(more);
        add(store, Entity::Attendance, values);
    };
    line(chair, AttendanceStatus::Present, vec![("role", Role::Member.into())]);
    line(absent, AttendanceStatus::Deputised, Vec::new());
    line(deputy, AttendanceStatus::Present, vec![("deputises", absent.into()), ("role", Role::Guest.into())]);
    let kind = add(store, Entity::Entry, vec![("list", EntryList::Instrument.into()), ("name", "تعميم وزاري".into())]);
    let regulation = |title: &str| {
        let values = vec![
            ("title", title.into()),
            ("instrument", Value::Number(kind.id)),
            ("instrument_number", "4501".into()),
            ("effective_on", "2026-12-01".into()),
        ];
        add(store, Entity::Regulation, values)
    };
    // One on the agenda, one tied from the meeting's end, one that has nothing to do with it.
    let listed = regulation("لائحة المواقع");
    store.apply(Edit::PutOnAgenda { record: listed, meeting: MEETING }).expect("on the agenda");
    let tied = regulation("دليل التراخيص");
    add(store, Entity::Link, vec![("source", MEETING.record().into()), ("target", tied.into())]);
    regulation("لائحة أخرى");
}

fn read(fill: impl FnOnce(&Store)) -> Facts {
    let window = open(&Setup::default(), |store| {
        held(store);
        fill(store);
    });
    let view = window.state().store().read(MeetingPage { id: MEETING }).expect("the meeting");
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    facts(&view, (window.state().settings(), &tr), window.folder())
}

fn line<'f>(facts: &'f Facts, name: &str) -> &'f Attendee {
    let is_them = |line: &&Attendee| matches!(&line.who, Who::Person(person) if person.name == name);
    facts.attendance.iter().find(is_them).expect("the line")
}

#[test]
fn the_regulations_of_a_meeting_are_those_tied_to_it_or_to_its_agenda_each_once() {
    let facts = read(|_| ());
    let titles: Vec<&str> = facts.regulations.iter().map(|regulation| regulation.title.as_str()).collect();
    assert_eq!(titles, ["لائحة المواقع", "دليل التراخيص"]);
    let first = &facts.regulations[0];
    assert_eq!((first.instrument.as_str(), first.instrument_number.as_str()), ("تعميم وزاري", "4501"));
    assert_eq!(first.effective_on.map(|day| day.iso()).as_deref(), Some("2026-12-01"));
    let without = read(|store| {
        store.apply(Edit::Remove(Record { entity: Entity::Regulation, id: 1 })).expect("removed");
    });
    assert_eq!(without.regulations.len(), 1, "one in the bin is no part of it");
}

#[test]
fn deputies_and_parts_are_told_from_both_ends() {
    let facts = read(|_| ());
    let name = |person: &Option<tansiq::documents::minutes::Person>| person.as_ref().map(|person| person.name.clone());
    assert_eq!(name(&line(&facts, "عمر النهر").deputises).as_deref(), Some("نورة العتيبي"));
    assert_eq!(name(&line(&facts, "نورة العتيبي").deputy).as_deref(), Some("عمر النهر"));
    assert_eq!(line(&facts, "سالم الغافي").capacity, Some(Capacity::Chair), "who leads is no mere member");
    assert_eq!(line(&facts, "عمر النهر").capacity, Some(Capacity::Listed(Role::Guest)));
    assert_eq!(line(&facts, "نورة العتيبي").capacity, None);
}

#[test]
fn the_minutes_tell_when_it_began_and_ended_and_the_papers_before_it_what_was_planned() {
    let window = open(&Setup::default(), |store| {
        held(store);
        set(store, MEETING.record(), vec![("start_time", "10:00".into()), ("end_time", "11:00".into())]);
    });
    let store = window.state().store();
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let minutes = || {
        let view = store.read(MeetingPage { id: MEETING }).expect("the meeting");
        let facts = facts(&view, (window.state().settings(), &tr), window.folder());
        text::write(&build(&facts, &tr, Calendars::HijriFirst))
    };
    let invitation = || {
        let (kind, format) = (PaperKind::Invitation, PaperFormat::Text);
        let paper = Paper { kind, format, meeting: MEETING, whom: Vec::new() };
        let written = jobs::written(store, &paper, &Settings::default(), &tr, NOW).expect("written");
        String::from_utf8(written[0].bytes.clone()).expect("UTF-8")
    };
    let check = |text: &str, there: &[&str], missing: &[&str]| {
        let text = plain(text);
        for time in there {
            assert!(text.contains(time), "{time} in {text}");
        }
        for time in missing {
            assert!(!text.contains(time), "{time} in {text}");
        }
    };
    check(&minutes(), &["10:00 ص", "11:00 ص"], &[]);
    check(&invitation(), &["10:00 ص"], &[]);
    // It began later than planned, and went on for longer.
    set(store, MEETING.record(), vec![("began_at", "10:17".into()), ("end_time", "11:43".into())]);
    check(&minutes(), &["10:17 ص", "11:43 ص"], &["10:00 ص", "11:00 ص"]);
    check(&invitation(), &["10:00 ص"], &["10:17 ص"]);
}

#[test]
fn the_goals_that_a_meeting_and_its_proposals_serve_are_printed() {
    let facts = read(|store| {
        let goal =
            |name: &str| add(store, Entity::Entry, vec![("list", EntryList::Goal.into()), ("name", name.into())]);
        let (life, services) = (goal("حياة المدينة"), goal("خدمات الأحياء"));
        let proposal = |text: &str| {
            let values =
                vec![("kind", OutcomeKind::Proposal.into()), ("text", text.into()), ("meeting", MEETING.into())];
            add(store, Entity::Outcome, values)
        };
        let (served, _) = (proposal("حديقة الحي"), proposal("مقر مشترك"));
        // From either end.
        add(store, Entity::Link, vec![("source", MEETING.record().into()), ("target", life.into())]);
        add(store, Entity::Link, vec![("source", services.into()), ("target", MEETING.record().into())]);
        add(store, Entity::Link, vec![("source", served.into()), ("target", services.into())]);
    });
    assert_eq!(facts.goals, ["حياة المدينة", "خدمات الأحياء"]);
    let of = |text: &str| &facts.outcomes.iter().find(|outcome| outcome.text == text).expect("it").goals;
    assert_eq!((of("حديقة الحي").len(), of("مقر مشترك").len()), (1, 0));
    let none = read(|_| ());
    assert!(none.goals.is_empty());
}

#[test]
fn what_was_written_of_a_meeting_that_nobody_began_is_told_once_its_day_has_come() {
    const NOTE: &str = "اتفق الحاضرون على المهلة";
    let told = |day: &str, status: MeetingStatus, note: (&str, BlockKind), came: bool| {
        let window = open(&Setup::default(), |store| {
            let values = vec![("title", "لقاء الحي".into()), ("date", day.into())];
            let agenda = vec![("تصاريح الترميم".to_owned(), None)];
            store.apply(Edit::NewMeeting { values, parties: Vec::new(), agenda }).expect("a meeting");
            set(store, MEETING.record(), vec![("status", status.into())]);
            let item = store.read(MeetingPage { id: MEETING }).expect("it").agenda[0].id;
            let block = vec![
                ("meeting", MEETING.into()),
                ("agenda_item", item.into()),
                ("body", note.0.into()),
                ("kind", note.1.into()),
            ];
            add(store, Entity::Block, block);
            let status = if came { AttendanceStatus::Present } else { AttendanceStatus::Invited };
            let line = vec![("meeting", MEETING.into()), ("group_name", "فريق أثر".into()), ("status", status.into())];
            add(store, Entity::Attendance, line);
        });
        let view = window.state().store().read(MeetingPage { id: MEETING }).expect("the meeting");
        let tr = Tr::new(Language::Arabic, Digits::Latin);
        let facts = facts(&view, (window.state().settings(), &tr), window.folder());
        plain(&text::write(&build(&facts, &tr, Calendars::HijriFirst)))
    };
    use MeetingStatus::{Cancelled, Draft, Invited, Postponed, Scheduled};
    let note = (NOTE, BlockKind::Discussion);
    for status in [Draft, Scheduled, Invited] {
        let minutes = told("2026-11-23", status, note, false);
        assert!(minutes.contains(NOTE) && minutes.contains("واختُتم"), "{status:?}: {minutes}");
        assert!(!minutes.contains("لم يُعقد"), "{status:?}: {minutes}");
    }
    let nothing = ("", BlockKind::Discussion);
    assert!(told("2026-11-23", Invited, nothing, true).contains("واختُتم"), "somebody came");
    let not_held = [
        ("2070-01-01", Invited, note, true),
        ("2026-11-23", Invited, nothing, false),
        ("2026-11-23", Invited, ("للتحضير: قائمة المواقع", BlockKind::Discussion), false),
        ("2026-11-23", Invited, (NOTE, BlockKind::Private), false),
        ("2026-11-23", Postponed, note, true),
        ("2026-11-23", Cancelled, note, true),
    ];
    for (day, status, note, came) in not_held {
        let minutes = told(day, status, note, came);
        assert!(!minutes.contains(NOTE) && !minutes.contains("واختُتم"), "{day}, {status:?}, {note:?}: {minutes}");
    }
}
