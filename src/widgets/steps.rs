//! What a field did by itself, to be taken back with Ctrl+Z: a chip that went, a number that an arrow changed.
//!
//! Apart from the text's own undo, which knows only what was typed: a step stands here as what there was and what became of
//! it, and is taken back only while that still stands there. What was typed since is taken back first, by the text. Leaving
//! the field ends them: the same field may hold another record's words when one comes back.

use crate::text::shortcut_key;
use egui::{Event, Id, Key, Ui};

/// So many can be taken back.
const MOST: usize = 100;

/// The steps of one field, kept between frames.
#[derive(Clone, Debug)]
struct Steps<T> {
    /// What stood there, and what stood there then.
    done: Vec<(T, T)>,
    taken_back: Vec<(T, T)>,
    /// The last frame in which the field was worked with.
    seen: u64,
}

impl<T> Default for Steps<T> {
    fn default() -> Self {
        Self { done: Vec::new(), taken_back: Vec::new(), seen: 0 }
    }
}

/// In the field of that id one thing became another.
pub(super) fn did<T: Clone + PartialEq + Send + Sync + 'static>(ui: &Ui, field: Id, before: T, after: T) {
    let now = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| {
        let steps = data.get_temp_mut_or_default::<Steps<T>>(kept(field));
        steps.come_to(now);
        steps.did(before, after);
    });
}

/// Call it in each frame in which the field has the focus. Takes the keys that mean the last step made there, while `now` is what it led to; answers what is to stand there instead.
pub(super) fn taken<T: Clone + PartialEq + Send + Sync + 'static>(ui: &Ui, field: Id, now: &T) -> Option<T> {
    let frame = ui.ctx().cumulative_frame_nr();
    let way = ui.input(|input| input.events.iter().find_map(way));
    let found = ui.data_mut(|data| {
        let steps = data.get_temp_mut_or_default::<Steps<T>>(kept(field));
        steps.come_to(frame);
        match way? {
            Way::Back => steps.back(now),
            Way::Again => steps.again(now),
        }
    })?;
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| self::way(event) == way);
        at.map(|at| input.events.remove(at));
    });
    Some(found)
}

fn kept(field: Id) -> Id {
    field.with("steps")
}

/// So many frames the focus may be on its way, as after a press of what stands in the field.
const ON_ITS_WAY: u64 = 4;

impl<T: Clone + PartialEq> Steps<T> {
    /// The field is worked with in this frame.
    fn come_to(&mut self, frame: u64) {
        if frame > self.seen + ON_ITS_WAY {
            self.done.clear();
            self.taken_back.clear();
        }
        self.seen = frame;
    }

    fn did(&mut self, before: T, after: T) {
        self.taken_back.clear();
        if self.done.len() == MOST {
            self.done.remove(0);
        }
        self.done.push((before, after));
    }

    fn back(&mut self, now: &T) -> Option<T> {
        let step = self.done.pop_if(|(_, after)| after == now)?;
        let before = step.0.clone();
        self.taken_back.push(step);
        Some(before)
    }

    fn again(&mut self, now: &T) -> Option<T> {
        let step = self.taken_back.pop_if(|(before, _)| before == now)?;
        let after = step.1.clone();
        self.done.push(step);
        Some(after)
    }
}

/// Which way the keys lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

fn way(event: &Event) -> Option<Way> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if !modifiers.command || modifiers.alt {
        return None;
    }
    let key = shortcut_key(*key, *physical_key, *modifiers);
    if key == Key::Z && !modifiers.shift {
        Some(Way::Back)
    } else {
        ((key == Key::Z) || (key == Key::Y && !modifiers.shift)).then_some(Way::Again)
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn who_left_the_field_finds_no_steps_in_it() {
        let mut steps = Steps::default();
        steps.come_to(100);
        steps.did(1, 2);
        steps.come_to(102);
        assert_eq!(steps.back(&2), Some(1));
        steps.did(1, 2);
        steps.come_to(150);
        assert_eq!(steps.back(&2), None);
    }

    #[test]
    fn steps_are_taken_back_and_made_again_in_their_order_while_what_they_led_to_stands_there() {
        let mut steps = Steps::default();
        steps.did(1, 2);
        steps.did(2, 3);
        assert_eq!(steps.back(&7), None, "something else was typed since");
        assert_eq!(steps.back(&3), Some(2));
        assert_eq!(steps.back(&2), Some(1));
        assert_eq!(steps.back(&1), None);
        assert_eq!(steps.again(&1), Some(2));
        steps.did(2, 9);
        assert_eq!(steps.again(&9), None, "a new step ends what was taken back");
        assert_eq!(steps.back(&9), Some(2));
    }
}
