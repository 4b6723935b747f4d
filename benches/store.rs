//! The store's figures: saving a block, opening, listing and searching ten thousand meetings.
//!
//! `cargo bench --bench store [-- MEETINGS]`; the folder of `TMPDIR` decides which disk is measured.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement: it fails loudly and prints its figures")]

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{BlockId, Entity, OutcomeKind};
use tansiq::store::query::{Counts, IS_CLOSED, MeetingList, MeetingPage, RecordList, Search, Sort, Which};
use tansiq::store::{Edit, EditSession, Query, Store, sample};

fn main() {
    let meetings = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(10_000);
    let folder = tempfile::tempdir().unwrap();
    let today = Date::from_iso("2026-11-22").unwrap();

    let store = open(folder.path());
    let begun = Instant::now();
    sample::generate(&store, meetings, 1, today).unwrap();
    say("generate", &format!("{meetings} meetings"), &[begun.elapsed()]);
    let file = folder.path().join("tansiq.db");
    println!("{:34} {} MB", "size", std::fs::metadata(&file).unwrap().len() / 1_000_000);

    say("save a block", "", &saves(&store));
    let begun = Instant::now();
    store.close().unwrap();
    say("close with backup", "", &[begun.elapsed()]);

    say(
        "open",
        "",
        &repeat(20, || {
            let store = open(folder.path());
            let opened = Instant::now();
            store.close().unwrap();
            opened
        }),
    );

    let store = open(folder.path());
    ask(&store, "list of meetings", 5, MeetingList::all(String::new()));
    ask(&store, "list, one word", 5, MeetingList::all("الجمعيات".to_owned()));
    ask(&store, "list, two words", 5, MeetingList::all("امانة تراخيص".to_owned()));
    let last = store.read(MeetingList::all(String::new())).unwrap().rows.into_iter().nth(40).unwrap().id;
    ask(&store, "meeting's page", 20, MeetingPage { id: last });
    ask(&store, "follow-ups", 5, follow_ups(today));
    ask(&store, "counts", 20, Counts { today });
    for text in ["الجمعيات", "ا", "تراخيص المقرات", "\"جودة الحياة\"", "عبدالرحمن", "مستودع"]
    {
        ask(&store, &format!("search {text}"), 20, Search::new(text, 50));
    }
    let begun = Instant::now();
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{report:?}");
    say("check", &format!("{} records, {} changes", report.records, report.changes), &[begun.elapsed()]);
}

/// The register of follow-ups as it opens.
fn follow_ups(today: Date) -> RecordList {
    let by = |field| Sort { field, is_descending: false };
    let which = Which {
        entity: Entity::Outcome,
        kinds: vec![OutcomeKind::FollowUp.code()],
        conditions: Vec::new(),
        containing: String::new(),
        order: vec![by(IS_CLOSED), by("due")],
        today,
    };
    RecordList { which, columns: vec!["number", "person", "due", "status"], first: 0, count: 200 }
}

fn open(folder: &Path) -> Store {
    Store::open(folder, Arc::new(|| {})).unwrap()
}

/// A person typing: one edit after the other, each waited for, as long as it takes to be on disk.
fn saves(store: &Store) -> Vec<Duration> {
    let made = store.apply(Edit::Add { entity: Entity::Block, values: vec![("body", "سطر".into())] }).unwrap();
    let block = BlockId(made.record.unwrap().id);
    let mut text = String::from("ناقش الحضور رعاية الحدائق الصغيرة وما تحتاج إليه الجمعيات من مقرات");
    let mut times = Vec::new();
    for key in 0..300 {
        text.push_str(if key % 6 == 0 { " " } else { "ب" });
        let edit = Edit::Set {
            record: block.record(),
            values: vec![("body", text.as_str().into())],
            session: Some(EditSession(1)),
            based_on: None,
        };
        let begun = Instant::now();
        store.apply(edit).unwrap();
        times.push(begun.elapsed());
    }
    times
}

fn ask<Q: Query>(store: &Store, name: &str, times: usize, query: Q) {
    store.read(query.clone()).unwrap();
    let (sender, answers) = channel();
    let measured = repeat(times, || {
        sender.send(store.read(query.clone()).unwrap()).unwrap();
        Instant::now()
    });
    drop(answers);
    say(name, "", &measured);
}

/// Runs something so often; it answers when it was done, so that cleaning up is not measured.
fn repeat(times: usize, mut work: impl FnMut() -> Instant) -> Vec<Duration> {
    (0..times)
        .map(|_| {
            let begun = Instant::now();
            work().duration_since(begun)
        })
        .collect()
}

fn say(name: &str, of: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort();
    let ms = |at: usize| sorted.get(at.min(sorted.len() - 1)).unwrap().as_secs_f64() * 1000.0;
    println!("{name:34} median {:9.2} ms   p99 {:9.2} ms   {of}", ms(sorted.len() / 2), ms(sorted.len() * 99 / 100));
}
