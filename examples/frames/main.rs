//! Draws frames of the program without a window, for counting what a frame costs.
//!
//! `frames FOLDER idle|type|scroll COUNT` opens the store in FOLDER, settles, and draws COUNT frames in [`measured`], which
//! `scripts/frames.sh` lets callgrind count: instructions and not time, so that a busy machine tells the same as a quiet
//! one. The stages before it are the same whatever COUNT is.

#![allow(clippy::print_stdout, reason = "this prints what it drew")]

mod stage;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use stage::{Stage, wheel};
use std::path::Path;
use tansiq::screens::Route;

/// As the program itself.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the person does in each frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Nothing: the frame is drawn all the same.
    Idle,
    /// Types a letter into the notes of a meeting.
    Type,
    /// Scrolls the list of meetings.
    Scroll,
}

fn main() -> std::result::Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, mode, count] = arguments.as_slice() else { return Err("frames FOLDER idle|type|scroll COUNT".into()) };
    let mode = match mode.as_str() {
        "idle" => Mode::Idle,
        "type" => Mode::Type,
        "scroll" => Mode::Scroll,
        other => return Err(format!("no mode {other:?}")),
    };
    let count = count.parse().map_err(|error| format!("{count:?}: {error}"))?;
    let mut stage = Stage::open(Path::new(folder)).map_err(|error| error.details().to_owned())?;
    stage.settle();
    if mode != Mode::Scroll {
        // The first meeting of the list, as a person opens it; the caret then waits in its notes.
        stage.draw(vec![press(Key::ArrowDown)]);
        stage.draw(vec![press(Key::Enter)]);
        stage.settle();
        // Below the last note is still the notes: the caret goes to their end.
        click(&mut stage, pos2(500.0, 700.0));
        stage.settle();
        if !matches!(stage.app.route(), Route::Meeting(_)) || !stage.ctx.egui_wants_keyboard_input() {
            return Err("the caret is not in the notes of a meeting".into());
        }
    }
    for _ in 0..stage::WARM_UP {
        stage.draw(mode.events());
    }
    println!("{} shapes", measured(&mut stage, mode, count));
    Ok(())
}

/// The counted frames. A function of its own, and never merged into another, so that callgrind finds it by name.
#[inline(never)]
fn measured(stage: &mut Stage, mode: Mode, count: usize) -> usize {
    let mut shapes = 0;
    for _ in 0..count {
        shapes += stage.draw(mode.events());
    }
    shapes
}

impl Mode {
    fn events(self) -> Vec<Event> {
        match self {
            Self::Idle => Vec::new(),
            Self::Type => vec![Event::Text("س".to_owned())],
            Self::Scroll => wheel(pos2(400.0, 500.0), -40.0),
        }
    }
}

fn press(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

fn click(stage: &mut Stage, pos: Pos2) {
    stage.draw(vec![Event::PointerMoved(pos)]);
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        stage.draw(vec![Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }]);
    }
}
