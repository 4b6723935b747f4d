//! The registers' figures in a large store: first rows, every order, filters, pages, stories.
//!
//! `cargo bench --bench registers [-- FOLDER] [MEETINGS [RECORDS]]`; a folder that holds a store is measured as it is, one
//! that does not is filled and kept. `-- FOLDER 100000 1000000` is a hundred thousand meetings with a million records.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement: it fails loudly and prints its figures")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{
    Entity, FieldKind, MEETING_APPROVED, MeetingKind, MeetingStatus, OrganisationId, OutcomeKind, OutcomeStatus,
    Priority, Record, Value,
};
use tansiq::store::query::{
    Commitments, Condition, Counts, HAS_DAY, History, IS_CLOSED, MeetingList, MeetingPage, Names, RESULTS, Reach,
    RecordGroups, RecordList, RecordPage, STANDING, Search, Sort, Standing, Timeline, Which, figures,
};
use tansiq::store::{Query, Store, sample};

/// So many rows a register lists at first.
const ROWS: usize = 200;
/// Enough that the first, which finds nothing at hand yet, is told apart from the slowest of a hundred.
const ROUNDS: usize = 101;

fn main() {
    let today = Date::from_iso("2026-11-22").unwrap();
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let given = words.iter().find(|word| word.parse::<u32>().is_err()).map(PathBuf::from);
    let mut numbers = words.iter().filter_map(|word| word.parse::<u32>().ok());
    let made = tempfile::tempdir().unwrap();
    let folder: &Path = given.as_deref().unwrap_or(made.path());
    let begun = Instant::now();
    let store = Store::open(folder, Arc::new(|| {})).unwrap();
    say("first opening", &[begun.elapsed()]);
    let begun = Instant::now();
    store.wait_for_index();
    say("until the index stands", &[begun.elapsed()]);
    if store.read(Counts { today }).unwrap().meetings == 0 {
        let meetings = numbers.next().unwrap_or(10_000);
        sample::generate_records(&store, meetings, numbers.next(), 1, today).unwrap();
    }
    store.close().unwrap();
    let mut opened: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let store = Store::open(folder, Arc::new(|| {})).unwrap();
        opened.push(begun.elapsed());
        store.close().unwrap();
    }
    say("open", &opened);
    let store = Store::open(folder, Arc::new(|| {})).unwrap();
    meetings(&store, today);
    ask(&store, "counts beside the navigation", Counts { today });
    let tasks = |conditions: Vec<Condition>, order: Vec<Sort>, containing: &str| Which {
        entity: Entity::Outcome,
        kinds: vec![OutcomeKind::FollowUp.code()],
        conditions,
        containing: containing.to_owned(),
        order,
        today,
    };
    let by = |field| vec![Sort { field, is_descending: false }];
    let list = |which: Which| RecordList {
        which,
        columns: vec!["number", "text", "person", "due", "status"],
        first: 0,
        count: ROWS,
    };
    ask(&store, "follow-ups, newest first", list(tasks(Vec::new(), Vec::new(), "")));
    for field in
        Entity::Outcome.fields().iter().filter(|field| !matches!(field.kind, FieldKind::Prose) && !field.is_kept)
    {
        ask(&store, &format!("follow-ups by {}", field.name), list(tasks(Vec::new(), by(field.name), "")));
    }
    registers(&store, today);
    ask(&store, "follow-ups, late, by due day", list(tasks(vec![Condition::Overdue], by("due"), "")));
    let statuses = vec![OutcomeStatus::InProgress.into(), OutcomeStatus::Stalled.into()];
    ask(&store, "follow-ups of two statuses", list(tasks(vec![Condition::OneOf("status", statuses)], by("due"), "")));
    let body = vec![Value::Number(7)];
    ask(&store, "follow-ups of a body", list(tasks(vec![Condition::OneOf("organisation", body)], by("due"), "")));
    ask(&store, "follow-ups with a word", list(tasks(Vec::new(), by("due"), "تراخيص")));
    ask(
        &store,
        "groups by status",
        RecordGroups { which: tasks(Vec::new(), Vec::new(), ""), by: "status", reach: Reach::All },
    );
    ask(
        &store,
        "groups by body",
        RecordGroups { which: tasks(Vec::new(), Vec::new(), ""), by: "organisation", reach: Reach::All },
    );
    let record = Record { entity: Entity::Organisation, id: 7 };
    ask(&store, "a body's page", RecordPage { record });
    ask(&store, "a body's story", Timeline { record, limit: 200 });
    ask(&store, "a body's commitments", Commitments { organisation: OrganisationId(7), today });
    ask(&store, "the host's commitments", Commitments { organisation: OrganisationId(1), today });
    ask(&store, "a body's history", History { record, limit: 200 });
    let host = Record { entity: Entity::Organisation, id: 1 };
    ask(&store, "the host's page", RecordPage { record: host });
    ask(&store, "the host's story", Timeline { record: host, limit: 200 });
    ask(&store, "the host's history", History { record: host, limit: 200 });
    ask(&store, "where the host stands", Standing { organisation: OrganisationId(1), today });
    ask(&store, "where a body stands", Standing { organisation: OrganisationId(7), today });
    let meeting =
        store.read(MeetingList { count: 40, ..MeetingList::all(String::new()) }).unwrap().rows.last().unwrap().id;
    ask(&store, "a meeting's page", MeetingPage { id: meeting });
    for text in ["ا", "تراخيص", "سالم الراسي", "مستودع"] {
        ask(&store, &format!("search {text}"), Search::new(text, 50));
    }
    let names = |containing: &str| Names { entity: Entity::Person, list: None, containing: containing.to_owned() };
    ask(&store, "names for a link", names("سا"));
    store.close().unwrap();
}

/// The list of meetings as it opens, by each of its columns, with words, narrowed, grouped, and a month of it.
fn meetings(store: &Store, today: Date) {
    let by = |field, is_descending| Sort { field, is_descending };
    let which = |containing: &str, conditions: Vec<Condition>, order: Vec<Sort>| Which {
        entity: Entity::Meeting,
        kinds: Vec::new(),
        conditions,
        containing: containing.to_owned(),
        order: order.into_iter().chain([by("date", true), by("start_time", true)]).collect(),
        today,
    };
    let columns = || vec!["date", "number", "title", "host", "venue", STANDING, "attended", "listed", RESULTS];
    let list = |which| RecordList { which, columns: columns(), first: 0, count: ROWS };
    ask(store, "meetings, newest first", list(which("", Vec::new(), vec![by(HAS_DAY, false)])));
    for field in ["date", "number", "title", "host", "venue", STANDING, "attended", RESULTS] {
        for is_descending in [false, true] {
            let way = if is_descending { "down" } else { "up" };
            let order = vec![by(field, is_descending)];
            ask(store, &format!("meetings by {field} {way}"), list(which("", Vec::new(), order)));
        }
    }
    for word in ["ا", "لقاء", "أمانة", "الراسي", "مستودع"] {
        ask(store, &format!("meetings with {word}"), list(which(word, Vec::new(), vec![by(HAS_DAY, false)])));
    }
    ask(store, "meetings by host with لقاء", list(which("لقاء", Vec::new(), vec![by("host", false)])));
    let until = today.add_days(35).unwrap();
    let days = || Condition::Within("date", today.into(), until.into());
    let narrowed = [
        ("a month of meetings", vec![days()]),
        ("meetings that were held", vec![Condition::OneOf(STANDING, vec![MeetingStatus::Held.into()])]),
        ("approved meetings", vec![Condition::OneOf(STANDING, vec![MEETING_APPROVED.into()])]),
        ("meetings of a kind", vec![Condition::OneOf("kind", vec![MeetingKind::Coordination.into()])]),
        ("meetings of a host", vec![Condition::OneOf("host", vec![7.into()])]),
        ("meetings of a series", vec![Condition::OneOf("series", vec![1.into()])]),
        ("meetings of a chair", vec![Condition::OneOf("chair", vec![1.into()])]),
        ("meetings in a city", vec![Condition::Containing("city", "الواحة".to_owned())]),
        ("meetings of many", vec![Condition::Within("attended", 10.into(), Value::Empty)]),
    ];
    for (name, conditions) in narrowed {
        ask(store, name, list(which("", conditions.clone(), vec![by(HAS_DAY, false)])));
        ask(store, &format!("{name} by title"), list(which("", conditions, vec![by("title", false)])));
    }
    for field in [STANDING, "date", "series", "host", "kind", "chair", "mode"] {
        let reach = Reach::First { count: 300, is_descending: false };
        let asked = RecordGroups { which: which("", Vec::new(), Vec::new()), by: field, reach };
        ask(store, &format!("meetings grouped by {field}"), asked);
    }
}

/// Every register as it opens, and the one of what is owed by each of its headings: the pressed one first, then its own
/// order.
fn registers(store: &Store, today: Date) {
    let by = |field, is_descending| Sort { field, is_descending };
    let which = |entity, kinds: &[OutcomeKind], order: Vec<Sort>| Which {
        entity,
        kinds: kinds.iter().map(|kind| kind.code()).collect(),
        conditions: Vec::new(),
        containing: String::new(),
        order,
        today,
    };
    let list = |which: Which| {
        let columns = if which.entity == Entity::Outcome {
            vec!["number", "text", "person", "due", "status", "percent", "meeting"]
        } else if which.entity == Entity::Organisation {
            vec!["name", "kind", "city", "people", "meetings"]
        } else if which.entity == Entity::Person {
            vec!["name", "organisation", "phone", "email", "meetings"]
        } else {
            vec!["number", "title", "status"]
        };
        RecordList { which, columns, first: 0, count: ROWS }
    };
    use OutcomeKind::{Challenge, Decision, FollowUp, Initiative, Obligation, Opportunity, Proposal, Recommendation};
    let owed = [FollowUp, Recommendation, Decision, Obligation];
    let own = || vec![by(IS_CLOSED, false), by("due", false)];
    let as_they_open = [
        ("what is owed", which(Entity::Outcome, &owed, own())),
        ("proposals", which(Entity::Outcome, &[Proposal, Initiative], own())),
        ("challenges", which(Entity::Outcome, &[Challenge, Opportunity], own())),
        ("partnerships", which(Entity::Partnership, &[], vec![by(IS_CLOSED, false), by("ends_on", false)])),
        ("regulations", which(Entity::Regulation, &[], vec![by("issued_on", true)])),
        ("organisations", which(Entity::Organisation, &[], vec![by("name", false)])),
        ("people", which(Entity::Person, &[], vec![by("name", false)])),
        ("people by meetings", which(Entity::Person, &[], vec![by("meetings", true), by("name", false)])),
        ("people by tasks", which(Entity::Person, &[], vec![by("open_tasks", true), by("name", false)])),
        ("organisations by meetings", which(Entity::Organisation, &[], vec![by("meetings", true), by("name", false)])),
        ("organisations by tasks", which(Entity::Organisation, &[], vec![by("open_tasks", true), by("name", false)])),
    ];
    for (name, which) in as_they_open {
        ask(store, &format!("register: {name}"), list(which));
    }
    let declared = Entity::Outcome.fields().iter().filter(|field| !field.is_kept || field.name == "carried");
    let worked_out = figures(Entity::Outcome).iter().filter(|figure| figure.name != IS_CLOSED);
    // A long text is no order.
    for field in declared.chain(worked_out).filter(|field| field.kind != FieldKind::Prose) {
        if !owed.iter().any(|kind| field.is_of(Some(kind.code()))) {
            continue;
        }
        for is_descending in [false, true] {
            let order = [by(field.name, is_descending)].into_iter().chain(own()).collect();
            let way = if is_descending { "down" } else { "up" };
            ask(store, &format!("owed by {} {way}", field.name), list(which(Entity::Outcome, &owed, order)));
        }
    }
    for (name, conditions) in [
        ("open", vec![Condition::Open]),
        ("overdue", vec![Condition::Overdue]),
        ("due soon", vec![Condition::Open, Condition::Within("due", today.into(), today.add_days(14).unwrap().into())]),
        ("carried", vec![Condition::Open, Condition::Within("carried", Value::Number(1), Value::Empty)]),
        ("high", vec![Condition::OneOf("priority", vec![Priority::High.into()])]),
    ] {
        let which = Which { conditions, ..which(Entity::Outcome, &owed, own()) };
        ask(store, &format!("owed, {name}, counted"), RecordList { count: 0, ..list(which.clone()) });
        ask(store, &format!("owed, {name}"), list(which));
    }
    for containing in ["تراخيص", "حدائق", "سالم", "مستودع", "الراسي"] {
        let which = Which { containing: containing.to_owned(), ..which(Entity::Outcome, &owed, own()) };
        ask(store, &format!("owed with {containing}"), list(which));
    }
    // What a screen shows of them at first, and what a filter's menu offers.
    let reach = Reach::First { count: 300, is_descending: false };
    let owed_by = |by, reach| RecordGroups { which: which(Entity::Outcome, &owed, Vec::new()), by, reach };
    for field in ["organisation", "person", "meeting"] {
        ask(store, &format!("owed, first groups by {field}"), owed_by(field, reach));
        ask(store, &format!("owed, most of {field}"), owed_by(field, Reach::Most(30)));
    }
    for field in ["status", "organisation", "person", "due", "priority", "meeting"] {
        ask(
            store,
            &format!("owed, groups by {field}"),
            RecordGroups { which: which(Entity::Outcome, &owed, Vec::new()), by: field, reach: Reach::All },
        );
    }
}

fn ask<Q: Query>(store: &Store, name: &str, query: Q) {
    let times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(store.read(query.clone()).unwrap());
            begun.elapsed()
        })
        .collect();
    say(name, &times);
}

fn say(name: &str, times: &[Duration]) {
    let first = times.first().copied().unwrap_or_default().as_secs_f64() * 1000.0;
    let mut sorted = times.to_vec();
    sorted.sort();
    let ms = |at: usize| sorted.get(at.min(sorted.len() - 1)).unwrap().as_secs_f64() * 1000.0;
    println!(
        "{name:34} first {first:9.2} ms   median {:9.2} ms   p99 {:9.2} ms",
        ms(sorted.len() / 2),
        ms(sorted.len() * 99 / 100)
    );
}
