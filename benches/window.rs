//! How long from starting the program on 10,000 meetings to its first frame on the screen, against an empty window.
//!
//! Needs a display. Both are started in turn, the empty window by this same executable, so that both are built the same
//! way; the time runs from the start of the process to the line each prints once its first frame was handed over.

#![allow(clippy::expect_used, reason = "a measurement that can't be made has failed")]
#![allow(clippy::print_stdout, reason = "this prints the figures")]

use eframe::egui;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tansiq::app::window::FIRST_FRAME;

const ROUNDS: usize = 11;
const MEETINGS: &str = "10000";

fn main() {
    if std::env::args().any(|argument| argument == "--empty") {
        return empty_window();
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        return println!("no display here: nothing measured");
    }
    let program = Path::new(env!("CARGO_BIN_EXE_tansiq"));
    let store = store(program);
    let this = std::env::current_exe().expect("this program has a path");
    let mut ours = Vec::new();
    let mut empty = Vec::new();
    for _ in 0..ROUNDS {
        empty.push(first_frame(Command::new(&this).arg("--empty")));
        ours.push(first_frame(Command::new(program).arg("--data").arg(&store)));
    }
    let (ours, empty) = (median(&mut ours), median(&mut empty));
    println!("first frame, median of {ROUNDS}: tansiq {ours:.0?}, empty window {empty:.0?}");
    println!("ratio {:.2}", ours.as_secs_f64() / empty.as_secs_f64());
}

/// The store to open; made once.
fn store(program: &Path) -> PathBuf {
    let folder = program.with_file_name("bench-store");
    if !folder.join("tansiq.db").exists() {
        let mut generate = Command::new(program);
        generate.args(["generate", "--meetings", MEETINGS, "--data"]).arg(&folder);
        assert!(generate.status().expect("the program runs").success(), "the store is made");
    }
    folder
}

fn first_frame(command: &mut Command) -> Duration {
    let started = Instant::now();
    let mut child = command
        .env("RUST_LOG", "warn,tansiq::first_frame=debug")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stderr.take().expect("its errors are read")).lines();
    let seen = lines.any(|line| line.is_ok_and(|line| line.contains(FIRST_FRAME)));
    let took = started.elapsed();
    assert!(seen, "a frame was drawn");
    child.kill().expect("it ends");
    child.wait().expect("it has ended");
    took
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The peer: a window with nothing in it.
fn empty_window() {
    let options = eframe::NativeOptions { renderer: eframe::Renderer::Glow, ..eframe::NativeOptions::default() };
    let window = eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty(0)))));
    window.expect("a window");
}

struct Empty(u32);

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0 += 1;
        match self.0 {
            1 => ui.ctx().request_repaint(),
            2 => eprintln!("{FIRST_FRAME}"),
            _ => {}
        }
    }
}
