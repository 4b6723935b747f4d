//! The program is killed in the middle of the hour, again and again, and gone on with: whatever is older than two seconds
//! is there, in its order, and the store is sound.
//!
//! The child is this same test binary, which runs [`types_until_it_is_killed`] in time as it passes. `TANSIQ_TEST_KILLS` asks
//! for more moments than the usual few; with fifty the whole hour is typed.

#![allow(clippy::print_stdout, reason = "the child says on its standard output what it has typed")]

use super::model::{self, Model, Told};
use super::script::{LINES, Script, Step};
use super::typist::{Pace, Typist};
use super::{open_meeting, with_meeting};
use crate::support::{self, Setup};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tansiq::domain::{MeetingId, MeetingStatus};
use tansiq::store::query::MeetingPage;
use tansiq::store::{Edit, Store};

/// The folder of the child that types, and the step it goes on with.
const CHILD: &str = "TANSIQ_TEST_TYPES_THE_HOUR_IN";
const FIRST: &str = "TANSIQ_TEST_FIRST_STEP";
/// How often it is killed.
const KILLS: &str = "TANSIQ_TEST_KILLS";
const FEW: usize = 4;
/// What is as old as this may not be lost.
const OLD_MS: u128 = 2_000;
/// The steps of a round: one of them is the last.
const SHORTEST: u64 = 40;
const LONGEST: u64 = 110;

/// The only meeting of the store.
const MEETING: MeetingId = MeetingId(1);

#[test]
fn types_until_it_is_killed() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let first: usize = std::env::var(FIRST).expect("a step").parse().expect("a number");
    let setup = Setup { size: [1440.0, 1000.0], ..Setup::default() };
    let mut window = support::open_at(Path::new(&folder), &setup);
    open_meeting(&mut window);
    let script = Script::of(LINES);
    let item = script.item_at(first);
    let told = model::lines_of(&super::stored(&window));
    let mut typist = Typist::new(window, Pace::Real);
    typist.begin(item);
    if told[item].last().is_some_and(|(kind, _)| kind.is_none()) {
        typist.perform(&Step::Enter);
    }
    for (index, step) in script.steps.iter().enumerate().skip(first) {
        typist.perform(step);
        println!("step {} {index}", typist.key_ms);
    }
    drop(typist.at_rest());
    println!("done");
}

fn open(folder: &Path) -> Store {
    Store::open(folder, Arc::new(|| {})).expect("the store opens")
}

fn told(store: &Store) -> Vec<Vec<Told>> {
    model::lines_of(&store.read(MeetingPage { id: MEETING }).expect("the meeting is stored"))
}

fn now_ms() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis()
}

#[test]
fn killed_in_the_middle_it_loses_nothing_older_than_two_seconds() {
    let kills = std::env::var(KILLS).ok().map_or(FEW, |kills| kills.parse().expect("a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    with_meeting(&store);
    let start = Edit::MoveMeeting { meeting: MEETING, to: MeetingStatus::InProgress, reason: String::new() };
    store.apply(start).expect("started");
    let configure = Edit::Configure { key: "language".to_owned(), value: "ar".to_owned() };
    store.apply(configure).expect("the language is set");
    let mut before = told(&store);
    store.close().expect("closed");

    let script = Script::of(LINES);
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut first, mut old_lines) = (0, 0);
    for round in 0..kills {
        if first >= script.steps.len() {
            // the hour is over and there are moments left: another one follows
            first = 0;
        }
        let mut states = vec![Model::from_store(&before, script.item_at(first))];
        let typed = type_and_kill(folder.path(), first, &mut random);
        // the step that was being done may be there too
        let done = typed.steps.len();
        for step in script.steps.iter().skip(first).take(done + 1) {
            let mut next = states.last().expect("a state").clone();
            next.apply(step);
            states.push(next);
        }
        let old = typed.steps.iter().take_while(|key_ms| **key_ms + OLD_MS <= typed.killed_ms).count();
        let store = open(folder.path());
        before = told(&store);
        let lost = model::lost(&before, &states[old..]);
        assert!(lost.is_empty(), "round {round}, after step {}: {lost:#?}", first + done);
        old_lines = states[old].lines().iter().map(Vec::len).sum::<usize>();
        let report = store.check().expect("looked over");
        assert!(report.is_sound(), "round {round}: {report:?}");
        if std::env::var_os(KILLS).is_some() {
            let newer = done - old;
            println!(
                "round {round}: {done} steps from {first}, killed; {newer} were newer than 2 s, {old_lines} lines are there"
            );
        }
        first = script.line_from(first + done + 1);
    }
    assert!(old_lines > kills, "too little was typed to tell: {old_lines} lines");
}

/// What a child said.
struct Typed {
    /// When each step's key was given.
    steps: Vec<u128>,
    killed_ms: u128,
}

/// Lets a child type from a step on, and kills it after some of them, at any moment.
fn type_and_kill(folder: &Path, first: usize, random: &mut Random) -> Typed {
    let mut child = Command::new(std::env::current_exe().expect("this binary"))
        .args(["hour::killed::types_until_it_is_killed", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let wanted = usize::try_from(SHORTEST + random.below(LONGEST - SHORTEST)).expect("small");
    let mut steps = Vec::new();
    while steps.len() < wanted {
        let line = lines.next().expect("the child goes on").expect("readable");
        if line == "done" {
            break;
        }
        steps.extend(key_ms(&line));
    }
    // Nothing is ever sent here: it only passes the moment.
    let (_keep, wait) = std::sync::mpsc::channel::<()>();
    assert!(wait.recv_timeout(Duration::from_micros(random.below(60_000))).is_err());
    let killed_ms = now_ms();
    child.kill().expect("killed");
    child.wait().expect("gone");
    steps.extend(lines.map_while(Result::ok).filter_map(|line| key_ms(&line)));
    Typed { steps, killed_ms }
}

/// When the key of the step was given that this line speaks of. The first one follows the name of the child's test.
fn key_ms(line: &str) -> Option<u128> {
    line.split_once("step ")?.1.split(' ').next()?.parse().ok()
}

struct Random(u64);

impl Random {
    const fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
