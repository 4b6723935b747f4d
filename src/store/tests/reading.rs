//! What the queries answer, and how a screen keeps its answer.

use super::*;
use crate::calendar::Date;
use crate::domain::{MeetingStatus, OutcomeStatus};
use crate::store::query::{
    AllSettings, Counts, CountsView, FindMeeting, MeetingList, MeetingNamed, OrganisationList, PeopleList,
};
use std::sync::mpsc::{Receiver, channel};

fn filtered(tried: &Tried, words: &str) -> Vec<String> {
    let rows = tried.store.read(MeetingList::all(words.to_owned())).unwrap().rows;
    rows.into_iter().map(|row| row.title).collect()
}

fn meeting(tried: &Tried, title: &str, date: &str, host: &str) -> MeetingId {
    let made = tried.apply(Edit::NewMeeting {
        values: vec![("title", title.into()), ("date", date.into()), ("venue", "قاعة الاجتماعات".into())],
        parties: vec![(host.to_owned(), Side::Host)],
        agenda: vec![],
    });
    MeetingId(made.record.unwrap().id)
}

#[test]
fn meetings_come_newest_first_and_are_found_by_title_number_place_and_body() {
    let tried = Tried::new();
    meeting(&tried, "لقاء الجمعيات", "2026-10-01", "أمانة النخيل");
    meeting(&tried, "ورشة الأنظمة", "2026-11-01", "وزارة البلديات");
    meeting(&tried, "بلا تاريخ", "", "أمانة النخيل");
    assert_eq!(filtered(&tried, ""), ["بلا تاريخ", "ورشة الأنظمة", "لقاء الجمعيات"]);
    assert_eq!(filtered(&tried, "الانظمه"), ["ورشة الأنظمة"]);
    assert_eq!(filtered(&tried, "1448-002"), ["ورشة الأنظمة"]);
    assert_eq!(filtered(&tried, "امانة النخيل"), ["بلا تاريخ", "لقاء الجمعيات"]);
    // Each word where it stands: the body's name and the title.
    assert_eq!(filtered(&tried, "النخيل لقاء"), ["لقاء الجمعيات"]);
    assert_eq!(filtered(&tried, "قاعة وزارة"), ["ورشة الأنظمة"]);
    assert_eq!(filtered(&tried, "ليس هنا"), [""; 0]);
    assert_eq!(filtered(&tried, "\" * ( OR"), [""; 0]);
}

#[test]
fn a_meetings_row_counts_what_belongs_to_it() {
    let tried = Tried::new();
    let meeting = meeting(&tried, "لقاء", "2026-10-01", "أمانة النخيل");
    let attend = |attendee, status| tried.apply(Edit::AddAttendee { meeting, attendee, status });
    let group = |count| Attendee::Group { name: "عدد من الجمعيات".to_owned(), count };
    attend(group(Some(5)), AttendanceStatus::Present);
    attend(group(None), AttendanceStatus::Invited);
    for kind in [OutcomeKind::Proposal, OutcomeKind::Initiative, OutcomeKind::FollowUp, OutcomeKind::Decision] {
        let values = vec![("kind", kind.into()), ("text", "نص".into()), ("meeting", meeting.into())];
        tried.apply(Edit::Add { entity: Entity::Outcome, values });
    }
    let row = tried.store.read(MeetingList::all(String::new())).unwrap().rows.remove(0);
    assert_eq!((row.attended, row.attendance), (5, 5), "nobody knows how many the other group is");
    assert_eq!((row.proposals, row.follow_ups, row.decisions), (2, 1, 1));
    assert_eq!(row.host, "أمانة النخيل");
}

#[test]
fn open_outcomes_of_earlier_meetings_with_the_host_are_offered() {
    let tried = Tried::new();
    let earlier = meeting(&tried, "سابق", "2026-10-01", "أمانة النخيل");
    let other = meeting(&tried, "عند غيرهم", "2026-10-01", "وزارة البلديات");
    let this = meeting(&tried, "الحالي", "2026-11-22", "أمانة النخيل");
    let later = meeting(&tried, "لاحق", "2026-12-22", "أمانة النخيل");
    let add = |meeting: MeetingId, text: &str, due: &str, status: OutcomeStatus| {
        let values = vec![
            ("kind", OutcomeKind::FollowUp.into()),
            ("text", text.into()),
            ("meeting", meeting.into()),
            ("due", due.into()),
            ("status", status.into()),
        ];
        tried.apply(Edit::Add { entity: Entity::Outcome, values })
    };
    add(earlier, "بلا موعد", "", OutcomeStatus::NotStarted);
    add(earlier, "قريبة", "2026-11-30", OutcomeStatus::InProgress);
    add(earlier, "متأخرة", "2026-10-15", OutcomeStatus::Stalled);
    add(earlier, "منجزة", "2026-10-10", OutcomeStatus::Done);
    add(other, "لغيرهم", "2026-10-10", OutcomeStatus::NotStarted);
    add(later, "من اللاحق", "2026-10-10", OutcomeStatus::NotStarted);
    let offered = || tried.view(this).earlier.into_iter().map(|row| row.text).collect::<Vec<String>>();
    assert_eq!(offered(), ["متأخرة", "قريبة", "بلا موعد"]);
    // The same with a host of many meetings, whose open work is found another way.
    let far = meeting(&tried, "بعيد", "2026-12-23", "أمانة النخيل");
    assert_eq!(offered(), ["متأخرة", "قريبة", "بلا موعد"]);
    tried.apply(Edit::Remove(far.record()));
    let all = tried.listed(OutcomeKind::FollowUp, Vec::new());
    assert_eq!(all.rows.last().map(|row| row.title.as_str()), Some("منجزة"));
    let today = crate::calendar::Date::from_iso("2026-11-22").unwrap();
    let counts = tried.store.read(Counts { today }).unwrap();
    let expected = CountsView { meetings: 4, follow_ups: 5, overdue: 3, organisations: 2, ..CountsView::default() };
    assert_eq!(counts, expected);
}

#[test]
fn registers_are_found_by_their_words_and_those_of_their_body() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let attendee = Attendee::New {
        name: "عبد الرحمن السالم".to_owned(),
        honorific: None,
        post: "مدير إدارة الجمعيات".to_owned(),
        organisation: "وزارة البلديات".to_owned(),
    };
    tried.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present });
    let people = |words: &str| tried.store.read(PeopleList { containing: words.to_owned() }).unwrap();
    assert_eq!(people("مدير اداره").len(), 1);
    assert_eq!(people("وزارة السالم").len(), 1);
    assert_eq!(people("وزير").len(), 0);
    assert_eq!(people("")[0].meetings, 1);
    let bodies = tried.store.read(OrganisationList { containing: "البلديات".to_owned() }).unwrap();
    assert_eq!((bodies.len(), bodies[0].people, bodies[0].meetings), (1, 1, 0));
}

#[test]
fn a_meeting_is_found_by_its_number_or_as_the_last_one_held() {
    let tried = Tried::new();
    let find = |number: Option<&str>| {
        let named = number.map_or(MeetingNamed::Last, |number| MeetingNamed::Called(number.to_owned()));
        tried.store.read(FindMeeting { named }).unwrap().first().map(|meeting| meeting.id)
    };
    assert_eq!(find(None), None);
    let held = meeting(&tried, "انعقد", "2026-10-01", "أمانة");
    let planned = meeting(&tried, "مجدول", "2026-12-01", "أمانة");
    assert_eq!(find(None), Some(planned));
    let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: None };
    tried.apply(Edit::AddAttendee { meeting: held, attendee, status: AttendanceStatus::Present });
    tried.apply(Edit::MoveMeeting { meeting: held, to: MeetingStatus::InProgress, reason: String::new() });
    tried.apply(Edit::MoveMeeting { meeting: held, to: MeetingStatus::Held, reason: String::new() });
    assert_eq!(find(None), Some(held));
    assert_eq!(find(Some("تن-1448-002")), Some(planned));
    assert_eq!(find(Some(" تن-١٤٤٨-٠٠٢ ")), Some(planned));
    assert_eq!(find(Some("تن-1448-009")), None);
}

#[test]
fn a_meeting_is_found_by_its_whole_title_however_it_is_spelt_and_as_the_next() {
    let tried = Tried::new();
    let find = |named: MeetingNamed| -> Vec<MeetingId> {
        tried.store.read(FindMeeting { named }).unwrap().into_iter().map(|meeting| meeting.id).collect()
    };
    let called = |title: &str| find(MeetingNamed::Called(title.to_owned()));
    let next = |day: &str| find(MeetingNamed::NextFrom(Date::from_iso(day).unwrap()));
    let draft = tried.add(Entity::Meeting, vec![("title", "لقاء الأمانة والجمعيات".into())]);
    let early = meeting(&tried, "الاجتماع الدوري", "2026-10-01", "أمانة");
    let late = meeting(&tried, "الاجتماع الدوري", "2026-12-01", "أمانة");
    assert_eq!(called("لقاء الامانه والجمعيات"), [MeetingId(draft.id)]);
    assert_eq!(called("لقاء"), [], "not by a part of it");
    assert_eq!(called("الاجتماع الدوري"), [late, early], "both, the newest first");
    assert_eq!((next("2026-09-01"), next("2026-10-02"), next("2027-01-01")), (vec![early], vec![late], vec![]));
    tried.apply(Edit::MoveMeeting { meeting: late, to: MeetingStatus::Cancelled, reason: "سبب".to_owned() });
    assert_eq!(next("2026-10-02"), []);
}

#[test]
fn settings_are_read_by_key() {
    let tried = Tried::new();
    let configure = |value: &str| Edit::Configure { key: "language".to_owned(), value: value.to_owned() };
    tried.apply(configure("en"));
    tried.apply(configure("ar"));
    assert_eq!(tried.store.read(AllSettings).unwrap(), BTreeMap::from([("language".to_owned(), "ar".to_owned())]));
}

/// A store that says when it would have the window drawn.
fn woken() -> (tempfile::TempDir, Store, Receiver<()>) {
    let folder = tempfile::tempdir().unwrap();
    let (wake, woken) = channel();
    let store = Store::open(folder.path(), Arc::new(move || wake.send(()).unwrap_or_default())).unwrap();
    (folder, store, woken)
}

#[test]
fn a_live_query_keeps_its_rows_while_newer_ones_load() {
    let (_folder, store, woken) = woken();
    let mut live: Live<MeetingList> = Live::default();
    let all = MeetingList::all(String::new());
    assert_eq!(live.get(&store, all.clone()), None);
    assert!(live.is_loading());
    woken.recv().unwrap();
    assert_eq!(live.get(&store, all.clone()), Some(&query::MeetingRows::default()));
    assert!(!live.is_loading());

    store.send(Edit::Add { entity: Entity::Meeting, values: vec![("title", "جديد".into())] });
    woken.recv().unwrap();
    let reply = store.replies().remove(0);
    live.note(reply.result.unwrap().changes);
    // The old rows are still there while the question is asked again.
    assert_eq!(live.get(&store, all.clone()), Some(&query::MeetingRows::default()));
    woken.recv().unwrap();
    assert_eq!(live.get(&store, all.clone()).map(|found| found.rows.len()), Some(1));

    // What it does not depend on leaves it alone.
    live.note(Changes::of(&[Entity::Setting]));
    live.get(&store, all);
    assert!(!live.is_loading());
}

#[test]
fn only_the_newest_of_many_questions_is_answered() {
    let (_folder, store, woken) = woken();
    let mut live: Live<MeetingList> = Live::default();
    for word in ["ا", "ال", "الج", "الجم"] {
        live.get(&store, MeetingList::all(word.to_owned()));
    }
    woken.recv().unwrap();
    live.get(&store, MeetingList::all("الجم".to_owned()));
    while live.is_loading() {
        woken.recv().unwrap();
        live.get(&store, MeetingList::all("الجم".to_owned()));
    }
    assert_eq!(live.last(), Some(&query::MeetingRows::default()));
    assert_eq!(live.error(), None);
}
