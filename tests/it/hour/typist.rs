//! Types the script into the window: a frame a step, whatever the store is doing meanwhile.

use super::script::{ITEMS, KINDS, Step};
use crate::support::Window;
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tansiq::store::Saved;

/// How time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// As in an hour of discussion, whatever the machine takes.
    Hour,
    /// As it does, with one frame right after the other.
    Real,
}

/// A frame of the hour, and a moment without typing, in seconds.
const FRAME: f64 = 0.2;
const PAUSE: f64 = 22.0;
/// A moment without typing, when time passes as it does: longer than a draft stays quiet.
const REAL_PAUSE: Duration = Duration::from_millis(500);
/// Every so many pauses is a real one.
const PAUSES: usize = 2;
/// So long somebody waits for the store at most.
const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody at the keyboard.
pub struct Typist {
    window: Window,
    pace: Pace,
    started: Instant,
    /// When the window began, in its own seconds, and how long the hour has run.
    origin: f64,
    passed: f64,
    item: usize,
    pauses: usize,
    /// When a key was given last, in milliseconds since 1970.
    pub key_ms: u128,
}

impl Typist {
    /// In front of a meeting's workspace.
    pub fn new(window: Window, pace: Pace) -> Self {
        let origin = window.ctx.input(|input| input.time);
        let (started, passed) = (Instant::now(), 0.0);
        Self { window, pace, started, origin, passed, item: 0, pauses: 0, key_ms: 0 }
    }

    /// Goes to the end of an item's notes.
    pub fn begin(&mut self, item: usize) {
        while self.item < item {
            self.perform(&Step::Item(true));
        }
        self.enter_notes();
    }

    /// How long the hour has run.
    pub const fn seconds(&self) -> f64 {
        self.passed
    }

    /// The window, once everything has been quiet for long enough to be stored.
    pub fn at_rest(mut self) -> Window {
        self.pass(PAUSE);
        self.wait_for_store();
        self.window
    }

    /// Does what the script says.
    pub fn perform(&mut self, step: &Step) {
        match step {
            Step::Line => {}
            Step::Text(text) => self.frame(text.chars().map(|letter| Event::Text(letter.to_string())).collect()),
            Step::Enter => self.press(Key::Enter, Modifiers::NONE),
            Step::Slash(_) => {
                self.wait_for("the kinds", |window| window.query_all_by_role(Role::ListBoxOption).next().is_some());
                self.press(Key::Enter, Modifiers::NONE);
            }
            Step::Erase => self.press(Key::Backspace, Modifiers::NONE),
            Step::Paste(text) => self.frame(vec![Event::Paste(text.clone())]),
            Step::Unpaste(_) => self.press(Key::Z, Modifiers::COMMAND),
            Step::Keys(kind) => {
                let (_, key, has_shift, ..) = KINDS[*kind];
                let shift = if has_shift { Modifiers::SHIFT } else { Modifiers::NONE };
                self.press(key, Modifiers::COMMAND | shift);
            }
            Step::Chip(kind) => {
                self.window.get_by_role_and_label(Role::Button, KINDS[*kind].4).click();
                self.frame(Vec::new());
            }
            Step::Name { shows, is_near, .. } => {
                let is_shown = |window: &Window| {
                    let mut entries = window.query_all_by_role(Role::ListBoxOption);
                    entries
                        .any(|entry| entry.accesskit_node().label().is_some_and(|label| label.contains(shows.as_str())))
                };
                assert!(!is_near || is_shown(&self.window), "who attends is offered with the key: {shows}");
                self.wait_for(shows, is_shown);
                self.press(Key::Enter, Modifiers::NONE);
            }
            Step::TakeBack => {
                self.wait_for_store();
                self.press(Key::Z, Modifiers::COMMAND);
                self.wait_for_store();
            }
            Step::DoAgain => {
                self.press(Key::Y, Modifiers::COMMAND);
                self.wait_for_store();
                self.press(Key::End, Modifiers::COMMAND);
            }
            Step::Item(is_next) => {
                let key = if *is_next { Key::ArrowDown } else { Key::ArrowUp };
                self.press(key, Modifiers::COMMAND);
                self.item = if *is_next { self.item + 1 } else { self.item - 1 };
                self.frame(Vec::new());
            }
            Step::Attend(name) => {
                self.window.get_by_role_and_label(Role::CheckBox, name).click();
                self.frame(Vec::new());
                self.enter_notes();
            }
            Step::Pause => self.pause(),
        }
    }

    /// The caret goes to the end of the notes.
    fn enter_notes(&mut self) {
        let name = format!("ملاحظات: {}", ITEMS[self.item]);
        self.wait_for(&name, |window| window.find(&name));
        self.window.field(&name).focus();
        self.frame(Vec::new());
        self.press(Key::End, Modifiers::COMMAND);
    }

    fn pause(&mut self) {
        self.pauses += 1;
        match self.pace {
            Pace::Hour => {
                self.pass(PAUSE);
                self.frame(Vec::new());
            }
            Pace::Real if self.pauses.is_multiple_of(PAUSES) => {
                let begun = Instant::now();
                while begun.elapsed() < REAL_PAUSE {
                    self.frame(Vec::new());
                }
            }
            Pace::Real => {}
        }
    }

    /// Time passes without a frame.
    fn pass(&mut self, seconds: f64) {
        self.passed += seconds;
    }

    fn press(&mut self, key: Key, modifiers: Modifiers) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)]);
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.pass(FRAME);
        let now = match self.pace {
            Pace::Hour => self.passed,
            Pace::Real => self.started.elapsed().as_secs_f64(),
        };
        self.key_ms = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
        let input = self.window.input_mut();
        input.time = Some(self.origin + now);
        input.events.extend(events);
        self.window.step();
    }

    fn wait_for(&mut self, what: &str, is_there: impl Fn(&Window) -> bool) {
        let begun = Instant::now();
        while !is_there(&self.window) {
            assert!(begun.elapsed() < PATIENCE, "«{what}» never comes");
            self.frame(Vec::new());
        }
    }

    /// Until the store has nothing to do, and what it said is on the screen.
    fn wait_for_store(&mut self) {
        self.frame(Vec::new());
        let is_quiet =
            |window: &Window| window.state().store().saved() != Saved::Pending && !window.state().store().is_reading();
        for _ in 0..3 {
            self.wait_for("the store's rest", is_quiet);
            self.frame(Vec::new());
        }
    }
}
