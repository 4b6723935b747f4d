//! Draws frames of the program without a window, for counting what a frame costs.
//!
//! `frames FOLDER idle|type|scroll COUNT` opens the store in FOLDER, settles, and draws COUNT frames in [`measured`], which
//! `scripts/frames.sh` lets callgrind count: instructions and not time, so that a busy machine tells the same as a quiet
//! one. The stages before it are the same whatever COUNT is.

#![allow(clippy::print_stdout, reason = "this prints what it drew")]

use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase,
    Vec2, pos2, vec2,
};
use eframe::{App as _, Frame};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tansiq::app::{App, Clock, Finished, Options, Outside, Task};
use tansiq::calendar::Date;
use tansiq::domain::Settings;
use tansiq::error::Result;
use tansiq::screens::Route;
use tansiq::store::{Saved, Store};

/// Ten in the morning of the day shown, in Unix seconds: what is drawn must not depend on when.
const NOW: i64 = 1_795_417_200;
const TODAY: &str = "2026-11-23";
const WINDOW: Vec2 = vec2(1440.0, 900.0);
/// From frame to frame, in seconds.
const STEP: f64 = 1.0 / 60.0;
/// So long without a word from the store, and it has said everything.
const QUIET: Duration = Duration::from_millis(1_500);

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
        stage.click(pos2(500.0, 700.0));
        stage.settle();
        if !matches!(stage.app.route(), Route::Meeting(_)) || !stage.ctx.egui_wants_keyboard_input() {
            return Err("the caret is not in the notes of a meeting".into());
        }
    }
    for _ in 0..WARM_UP {
        stage.draw(mode.events());
    }
    println!("{} shapes", measured(&mut stage, mode, count));
    Ok(())
}

/// Frames before the counted ones: caches are filled, the list has begun to move.
const WARM_UP: usize = 3;

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
            Self::Scroll => vec![
                Event::PointerMoved(pos2(400.0, 500.0)),
                Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(0.0, -40.0),
                    phase: TouchPhase::Move,
                    source: MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                },
            ],
        }
    }
}

fn press(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// Nothing outside the window is ever asked for here.
struct Nothing;

impl Outside for Nothing {
    fn start(&mut self, _task: Task, _store: &Store, _settings: &Settings) {}

    fn finished(&mut self) -> Vec<Finished> {
        Vec::new()
    }
}

/// The program, and what stands for its window.
struct Stage {
    ctx: Context,
    app: App,
    frame: Frame,
    woken: Receiver<()>,
    drawn: u32,
}

impl Stage {
    fn open(folder: &Path) -> Result<Self> {
        let (send, woken) = channel();
        let send = Mutex::new(send);
        let waker = move || {
            if let Ok(send) = send.lock() {
                // The stage may be gone already.
                send.send(()).unwrap_or_default();
            }
        };
        let store = Store::open(folder, Arc::new(waker))?;
        let ctx = Context::default();
        let today = Date::from_iso(TODAY)?;
        let options = Options { clock: Clock::Fixed(today, NOW), outside: Box::new(Nothing) };
        let app = App::new(&ctx, store, options);
        Ok(Self { ctx, app, frame: Frame::_new_kittest(), woken, drawn: 0 })
    }

    /// Draws one frame, down to the triangles; answers how many things were drawn.
    fn draw(&mut self, events: Vec<Event>) -> usize {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), WINDOW)),
            time: Some(f64::from(self.drawn) * STEP),
            focused: true,
            events,
            ..RawInput::default()
        };
        self.drawn += 1;
        let Self { ctx, app, frame, .. } = self;
        app.logic(ctx, frame);
        let mut output = ctx.run_ui(input, |ui| app.ui(ui, frame));
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }

    fn click(&mut self, pos: Pos2) {
        self.draw(vec![Event::PointerMoved(pos)]);
        for pressed in [true, false] {
            let button = PointerButton::Primary;
            self.draw(vec![Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }]);
        }
    }

    /// Draws until the store has answered everything.
    fn settle(&mut self) {
        loop {
            for _ in 0..WARM_UP {
                self.draw(Vec::new());
            }
            let was_woken = self.woken.recv_timeout(QUIET).is_ok();
            if !was_woken && self.app.store().saved() != Saved::Pending {
                return;
            }
        }
    }
}
