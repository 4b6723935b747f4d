//! What a page costs on a store of any size: from its key to its rows, and the program's own code a frame.
//!
//! `cargo bench --bench screens -- FOLDER` opens the store in FOLDER; without it one of 10,000 meetings is made. Drawn
//! without a window, the time of a frame is that of the whole program's `ui`; triangles are not counted.

#![allow(clippy::expect_used, reason = "a measurement that can't be made has failed")]
#![allow(clippy::print_stdout, reason = "this prints the figures")]

#[path = "../examples/frames/stage.rs"]
mod stage;

use eframe::egui::{Event, Key, Modifiers, pos2};
use stage::{Stage, wheel};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::store::{Store, sample};

const MEETINGS: u32 = 10_000;
const FRAMES: usize = 200;
/// The pages, by the keys that open them.
const PAGES: [Key; 8] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8];

fn main() {
    let given = std::env::args().skip(1).find(|word| !word.starts_with('-')).map(PathBuf::from);
    let made = tempfile::tempdir().expect("a folder");
    let folder: &Path = given.as_deref().unwrap_or(made.path());
    if given.is_none() {
        let store = Store::open(folder, std::sync::Arc::new(|| {})).expect("a store");
        sample::generate(&store, MEETINGS, 1, Date::today()).expect("meetings");
        store.close().expect("kept");
    }
    // Nothing is built beside what is measured.
    let store = Store::open(folder, std::sync::Arc::new(|| {})).expect("a store");
    store.wait_for_index();
    store.close().expect("kept");
    let mut stage = Stage::open(folder).expect("the store opens");
    stage.settle();
    for key in PAGES {
        let modifiers = Modifiers::COMMAND;
        stage.draw(vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]);
        stage.settle();
        let idle = frames(&mut stage, Vec::new);
        let scrolled = frames(&mut stage, || wheel(pos2(700.0, 500.0), -40.0));
        println!("{:42} idle {idle}   scrolled {scrolled}", format!("{:?}", stage.app.route()));
    }
    if let Some(megabytes) = resident_megabytes() {
        println!("memory {megabytes} MB");
    }
}

/// Median and 99th percentile of the frames' own time.
fn frames(stage: &mut Stage, events: impl Fn() -> Vec<Event>) -> String {
    let mut times: Vec<Duration> = (0..FRAMES)
        .map(|_| {
            let begun = Instant::now();
            let drawn = stage.run(events());
            let took = begun.elapsed();
            std::hint::black_box(drawn);
            took
        })
        .collect();
    times.sort();
    let ms = |at: usize| times.get(at).copied().unwrap_or_default().as_secs_f64() * 1000.0;
    format!("{:5.2} ms (p99 {:5.2})", ms(FRAMES / 2), ms(FRAMES * 99 / 100))
}

/// What the program holds in memory; Linux tells.
fn resident_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
