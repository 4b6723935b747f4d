//! The house's views by themselves: what mouse, keys and screen readers do with them, in both directions.

mod arrows;
mod board;
mod looks;
mod month;
mod over;
mod parts;
mod table;

use crate::support::plain;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, Role, Shape, TouchPhase, Ui,
    Vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use tansiq::arabic::Digits;
use tansiq::strings::{Language, Tr};
use tansiq::widgets::theme::{self, Look};
use tansiq::widgets::{Direction, Theme};

/// Both languages: what holds in one has to hold mirrored in the other.
const BOTH: [Language; 2] = [Language::Arabic, Language::English];

fn words(language: Language) -> Tr {
    Tr::new(language, Digits::Latin)
}

fn direction(language: Language) -> Direction {
    Direction::new(language == Language::Arabic)
}

/// A window with nothing but what `draw` draws.
fn window<'a, S>(
    language: Language,
    size: [f32; 2],
    state: S,
    draw: impl FnMut(&mut Ui, &mut S) + 'a,
) -> Harness<'a, S> {
    let setup = move |ctx: &eframe::egui::Context| {
        tansiq::text::install(ctx);
        theme::apply(ctx, Look { direction: direction(language), ..Look::default() });
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(60)
        .with_step_dt(0.04)
        .with_context_setup(setup)
        .build_ui_state(draw, state);
    harness.run();
    harness
}

/// What a person does with a window under test.
pub trait Hands {
    fn press(&mut self, key: Key);
    fn press_with(&mut self, modifiers: Modifiers, key: Key);
    fn drag(&mut self, from: Pos2, by: Vec2);
    fn double_click(&mut self, at: Pos2);
    fn wheel(&mut self, at: Pos2, delta: Vec2);
    fn wheel_with(&mut self, modifiers: Modifiers, at: Pos2, delta: Vec2);
}

impl<S> Hands for Harness<'_, S> {
    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// In several steps, as a hand moves.
    fn drag(&mut self, from: Pos2, by: Vec2) {
        self.hover_at(from);
        self.run();
        self.drag_at(from);
        self.step();
        for step in 1..=4 {
            self.hover_at(from + by * (step as f32 / 4.0));
            self.step();
        }
        self.drop_at(from + by);
        self.run();
    }

    fn double_click(&mut self, at: Pos2) {
        self.hover_at(at);
        self.run();
        for _ in 0..2 {
            for pressed in [true, false] {
                let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                self.event(Event::PointerButton { pos: at, button, pressed, modifiers });
                self.step();
            }
        }
        self.run();
    }

    fn wheel(&mut self, at: Pos2, delta: Vec2) {
        self.wheel_with(Modifiers::NONE, at, delta);
    }

    fn wheel_with(&mut self, modifiers: Modifiers, at: Pos2, delta: Vec2) {
        self.hover_at(at);
        let unit = MouseWheelUnit::Point;
        self.event(Event::MouseWheel {
            unit,
            delta,
            phase: TouchPhase::Move,
            modifiers,
            source: MouseWheelSource::Unknown,
        });
        self.run();
    }
}

/// The rings around what has the focus.
fn rings<S>(harness: &Harness<'_, S>) -> Vec<Rect> {
    fn collect(shape: &Shape, found: &mut Vec<Rect>) {
        let ring = Theme::Light.tokens().focus_ring();
        if let Shape::Vec(shapes) = shape {
            shapes.iter().for_each(|shape| collect(shape, found));
        } else if let Shape::Rect(rect) = shape
            && rect.stroke == ring
        {
            found.push(rect.rect);
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut found));
    found
}

/// Those with that role and a name, from the top and from where lines start.
fn in_reading_order<S>(harness: &Harness<'_, S>, language: Language, role: Role) -> Vec<(String, Rect)> {
    let along = direction(language).forward(1.0);
    let mut found: Vec<(String, Rect)> = harness
        .query_all_by_role(role)
        .map(|node: Node<'_>| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    found.sort_by(|(_, one), (_, other)| {
        let place = |rect: &Rect| (rect.center().y.round(), rect.center().x.round() * along);
        let ((top, x), (other_top, other_x)) = (place(one), place(other));
        top.total_cmp(&other_top).then(x.total_cmp(&other_x))
    });
    found
}
