//! The program without a window: drawn frame by frame, on a day that stands still.

use eframe::egui::{
    Context, Event, FullOutput, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2,
    epaint::ClippedShape, pos2, vec2,
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
use tansiq::store::{Saved, Store};

/// Ten in the morning of the day shown, in Unix seconds: what is drawn must not depend on when.
const NOW: i64 = 1_795_417_200;
const TODAY: &str = "2026-11-23";
const WINDOW: Vec2 = vec2(1440.0, 900.0);
/// From frame to frame, in seconds.
const STEP: f64 = 1.0 / 60.0;
/// So long without a word from the store, and it has said everything.
const QUIET: Duration = Duration::from_millis(1_500);
/// Frames before the counted ones: caches are filled, the list has begun to move.
pub const WARM_UP: usize = 3;

/// The wheel is turned so many points over a place.
pub fn wheel(pos: Pos2, points: f32) -> Vec<Event> {
    let delta = vec2(0.0, points);
    let (unit, source) = (MouseWheelUnit::Point, MouseWheelSource::Wheel);
    let wheel = Event::MouseWheel { unit, delta, phase: TouchPhase::Move, source, modifiers: Modifiers::NONE };
    vec![Event::PointerMoved(pos), wheel]
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
pub struct Stage {
    pub ctx: Context,
    pub app: App,
    frame: Frame,
    /// Told whenever the store has answered something.
    pub woken: Receiver<()>,
    drawn: u32,
}

impl Stage {
    /// Opens the store in a folder.
    pub fn open(folder: &Path) -> Result<Self> {
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
    pub fn draw(&mut self, events: Vec<Event>) -> usize {
        let (shapes, pixels_per_point) = self.run(events);
        self.ctx.tessellate(shapes, pixels_per_point).len()
    }

    /// Runs the program's own code of one frame; answers what it wants drawn, and at which scale.
    pub fn run(&mut self, events: Vec<Event>) -> (Vec<ClippedShape>, f32) {
        let output = self.output(events);
        (output.shapes, output.pixels_per_point)
    }

    /// Runs the program's own code of one frame; answers all that it wants of the window.
    pub fn output(&mut self, events: Vec<Event>) -> FullOutput {
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
        output
    }

    /// Draws until the store has answered everything.
    pub fn settle(&mut self) {
        loop {
            for _ in 0..WARM_UP {
                self.draw(Vec::new());
            }
            let was_woken = self.woken.recv_timeout(QUIET).is_ok();
            let store = self.app.store();
            if !was_woken && !store.is_reading() && store.saved() != Saved::Pending {
                return;
            }
        }
    }
}
