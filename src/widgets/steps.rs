//! What a field did by itself, to be taken back with Ctrl+Z: a chip that went, a number that an arrow changed.
//!
//! Apart from the text's own undo, which knows only what was typed: a step stands here as what there was and what became of
//! it, and is taken back only while that still stands there. What was typed since is taken back first, by the text.

use crate::text::shortcut_key;
use egui::{Event, Key, Ui};

/// So many can be taken back.
const MOST: usize = 100;

/// The steps of one field, kept between frames.
#[derive(Clone, Debug)]
pub(super) struct Steps<T> {
    /// What stood there, and what stood there then.
    done: Vec<(T, T)>,
    taken_back: Vec<(T, T)>,
}

impl<T> Default for Steps<T> {
    fn default() -> Self {
        Self { done: Vec::new(), taken_back: Vec::new() }
    }
}

impl<T: Clone + PartialEq> Steps<T> {
    /// One thing became another.
    pub(super) fn did(&mut self, before: T, after: T) {
        self.taken_back.clear();
        if self.done.len() == MOST {
            self.done.remove(0);
        }
        self.done.push((before, after));
    }

    /// Takes the keys that mean the last step here, while `now` is what it led to; answers what is to stand there instead.
    pub(super) fn keys(&mut self, ui: &Ui, now: &T) -> Option<T> {
        ui.input_mut(|input| {
            let at = input.events.iter().position(|event| way(event).is_some())?;
            let found = if input.events.get(at).and_then(way)? { self.back(now) } else { self.again(now) };
            if found.is_some() {
                input.events.remove(at);
            }
            found
        })
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

/// Does the event mean a step back, or one again?
fn way(event: &Event) -> Option<bool> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if !modifiers.command || modifiers.alt {
        return None;
    }
    let key = shortcut_key(*key, *physical_key, *modifiers);
    match key == Key::Z {
        true => Some(!modifiers.shift),
        false => (key == Key::Y && !modifiers.shift).then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

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
