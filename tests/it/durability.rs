//! What was acknowledged survives: a process killed at any moment, a write-ahead log that was cut or scrambled.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that meets what it did not expect has failed")]
#![allow(clippy::print_stdout, reason = "children say on their standard output what became of their saves")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tansiq::domain::{BlockId, Entity};
use tansiq::store::query::{OrganisationList, PeopleList, Search};
use tansiq::store::{Edit, EditSession, Store};

/// Set for the child that types until it is killed.
const CHILD: &str = "TANSIQ_TEST_TYPES_IN";
const ROUNDS: u64 = 24;

fn open(folder: &Path) -> Store {
    Store::open(folder, Arc::new(|| {})).expect("the store opens")
}

/// The child: adds a person, then types into its notes, and says after each answer what is on disk now.
#[test]
fn types_until_it_is_killed() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let store = open(Path::new(&folder));
    let round: u64 = std::env::var("TANSIQ_TEST_ROUND").expect("a round").parse().expect("a number");
    for number in 0.. {
        let name = format!("شخص {round} {number}");
        let made = store
            .apply(Edit::Add { entity: Entity::Person, values: vec![("name", name.as_str().into())] })
            .expect("saved")
            .record
            .expect("a record");
        println!("person {round} {number}");
        for key in 1..=5 {
            let notes = format!("نص {number} {}", "ا".repeat(key));
            let edit = Edit::Set {
                record: made,
                values: vec![("notes", notes.into())],
                session: Some(EditSession(number)),
                based_on: None,
            };
            store.apply(edit).expect("saved");
            println!("key {number} {key}");
        }
    }
}

#[test]
fn a_killed_process_loses_nothing_it_had_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    open(folder.path()).close().expect("closed");
    let (mut people, mut keys, mut cut_short) = (Vec::new(), 0, 0);
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().expect("this binary"))
            .args(["durability::types_until_it_is_killed", "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, folder.path())
            .env("TANSIQ_TEST_ROUND", round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the child starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        // Killed after so many acknowledged saves, and a moment that differs from round to round.
        let mut acknowledged: Vec<String> = Vec::new();
        let wanted = usize::try_from(3 + round * 7 % 31).expect("a small number");
        while acknowledged.len() < wanted {
            let line = lines.next().expect("the child goes on").expect("readable");
            if line.starts_with("person ") || line.starts_with("key ") {
                acknowledged.push(line);
            }
        }
        let moment = Duration::from_micros(round * 531 % 4000);
        // Nothing is ever sent here: it only passes the moment.
        let (_keep, wait) = std::sync::mpsc::channel::<()>();
        assert!(wait.recv_timeout(moment).is_err());
        child.kill().expect("killed");
        child.wait().expect("gone");
        acknowledged
            .extend(lines.map_while(Result::ok).filter(|line| line.starts_with("person ") || line.starts_with("key ")));
        cut_short += 1;

        let store = open(folder.path());
        let present = store.read(PeopleList { containing: String::new() }).expect("readable");
        let mut last_key = None;
        for line in &acknowledged {
            let mut words = line.split(' ').skip(1).map(|word| word.parse::<u64>().expect("a number"));
            let (first, second) = (words.next().expect("one"), words.next().expect("two"));
            if line.starts_with("person ") {
                people.push(format!("شخص {first} {second}"));
            } else {
                keys += 1;
                last_key = Some((first, second));
            }
        }
        for name in &people {
            assert!(present.iter().any(|row| row.name == *name), "{name} was acknowledged and is lost");
        }
        if let Some((number, key)) = last_key {
            let row = present.iter().find(|row| row.name == format!("شخص {round} {number}")).expect("its person");
            let typed = row.notes.chars().filter(|letter| *letter == 'ا').count();
            assert!(typed >= usize::try_from(key).expect("small"), "key {key} was acknowledged, {typed} are there");
        }
        drop(store);
    }
    assert!(people.len() > 20 && keys > 100, "too few saves to tell: {} and {keys}", people.len());
    assert_eq!(cut_short, ROUNDS);
    let store = open(folder.path());
    let report = store.check().expect("looked over");
    assert!(report.is_sound(), "{report:?}");
    assert!(store.damage().is_none());
}

/// The files of a store that was copied while it was open: a database and a write-ahead log full of edits.
fn torn_store() -> (Vec<u8>, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    for number in 0..40 {
        let values = vec![("name", format!("جهة {number:02}").into())];
        store.apply(Edit::Add { entity: Entity::Organisation, values }).expect("saved");
    }
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("readable");
    let files = (read("tansiq.db"), read("tansiq.db-wal"));
    store.close().expect("closed");
    files
}

/// Opens a store with that log: what is there must be the first so many edits, whole, and it must go on working.
fn check_prefix(database: &[u8], log: &[u8], what: &str) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("tansiq.db"), database).expect("written");
    std::fs::write(folder.path().join("tansiq.db-wal"), log).expect("written");
    let store = open(folder.path());
    let names: Vec<String> = store
        .read(OrganisationList { containing: String::new() })
        .expect("readable")
        .into_iter()
        .map(|row| row.name)
        .collect();
    let expected: Vec<String> = (0..names.len()).map(|number| format!("جهة {number:02}")).collect();
    assert_eq!(names, expected, "{what}: no prefix");
    assert_eq!(store.read(Search::new("جهة", 100)).expect("found").hits.len(), names.len().min(40));
    let report = store.check().expect("looked over");
    assert!(report.is_sound(), "{what}: {report:?}");
    let values = vec![("name", "بعد".into())];
    store.apply(Edit::Add { entity: Entity::Organisation, values }).expect("goes on");
    names.len()
}

#[test]
fn a_log_that_was_cut_or_scrambled_opens_to_a_clean_prefix() {
    let (database, log) = torn_store();
    assert_eq!(check_prefix(&database, &log, "whole"), 40);
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = move |limit: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % u64::try_from(limit).expect("small")).expect("small")
    };
    let mut lengths = Vec::new();
    for _ in 0..12 {
        let at = below(log.len());
        lengths.push(check_prefix(&database, &log[..at], &format!("cut at {at}")));
    }
    for _ in 0..12 {
        let (at, mut scrambled) = (below(log.len()), log.clone());
        for byte in scrambled.iter_mut().skip(at).take(1 + below(64)) {
            *byte ^= 0x5a;
        }
        lengths.push(check_prefix(&database, &scrambled, &format!("scrambled at {at}")));
    }
    assert!(lengths.iter().any(|length| (1..40).contains(length)), "no case lost only a part: {lengths:?}");
}

#[test]
fn typing_is_on_disk_when_the_reply_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    let made = store.apply(Edit::Add { entity: Entity::Block, values: vec![("body", "أ".into())] }).expect("saved");
    let block = BlockId(made.record.expect("a record").id);
    let text = "ناقش الحضور ".repeat(2000);
    let edit = Edit::Set {
        record: block.record(),
        values: vec![("body", text.as_str().into())],
        session: None,
        based_on: None,
    };
    store.apply(edit).expect("saved");
    // A copy of the files as they are now, as a power cut would leave them.
    let copy = tempfile::tempdir().expect("a folder");
    for name in ["tansiq.db", "tansiq.db-wal"] {
        std::fs::copy(folder.path().join(name), copy.path().join(name)).expect("copied");
    }
    let after = open(copy.path());
    assert_eq!(after.read(Search::new("الحضور", 5)).expect("found").hits.len(), 1);
}
