//! The mouse: a press puts the caret, a second one chooses the word, a third the paragraph, and a drag goes on from
//! there by letters, words or paragraphs.
//!
//! Presses are counted here because egui counts clicks, which end with the release: the word has to be chosen while the
//! button is still down, or it can't be dragged on.

use egui::{PointerButton, Pos2, Response};

use super::{Caret, Editor};

/// What a drag selects at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Unit {
    #[default]
    Letter,
    Word,
    Paragraph,
}

impl Unit {
    /// What the next press at the same place chooses.
    const fn next(self) -> Self {
        match self {
            Self::Letter => Self::Word,
            Self::Word => Self::Paragraph,
            Self::Paragraph => Self::Letter,
        }
    }
}

/// The last press of the button.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Press {
    /// When, in seconds, and where on the screen; nothing before the first.
    at: Option<(f64, Pos2)>,
    unit: Unit,
    /// What it chose: a drag keeps it selected, whichever way it goes.
    chosen: (Caret, Caret),
}

impl Editor {
    /// Moves caret and selection as the pointer asks; `to_px` turns a screen position into the text's pixels.
    pub(crate) fn point(&mut self, response: &Response, to_px: impl Fn(Pos2) -> Pos2) {
        let Some(position) = response.interact_pointer_pos() else { return };
        let (pressed, secondary, shift, time) = response.ctx.input(|input| {
            let pointer = &input.pointer;
            let secondary = pointer.secondary_down() || pointer.secondary_released();
            (pointer.primary_pressed(), secondary, input.modifiers.shift, input.time)
        });
        let at = to_px(position);
        let at = self.hit_px(at.x, at.y.max(0.0));
        if secondary || response.secondary_clicked() {
            // the menu acts on the selection where it was asked for on one
            let inside =
                self.selection().is_some_and(|(from, to)| from.compare(&at).is_le() && to.compare(&at).is_ge());
            if !inside {
                self.move_to(at, false);
            }
        } else if pressed && (response.is_pointer_button_down_on() || response.clicked()) {
            let unit = self.unit_of_press(response, time, position);
            self.press_at(at, unit, shift);
            self.press.at = Some((time, position));
        } else if response.dragged_by(PointerButton::Primary) {
            self.drag_to(at);
        } else {
            return;
        }
        // a click shows what it hits: only a drag past the edge has to scroll
        self.reveals_caret = response.dragged_by(PointerButton::Primary);
    }

    /// A press soon after another at the same place chooses more.
    fn unit_of_press(&self, response: &Response, time: f64, position: Pos2) -> Unit {
        let (delay, distance) = response
            .ctx
            .options(|options| (options.input_options.max_double_click_delay, options.input_options.max_click_dist));
        match self.press.at {
            Some((last, place)) if time - last <= delay && place.distance(position) <= distance => {
                self.press.unit.next()
            }
            _ => Unit::Letter,
        }
    }

    fn press_at(&mut self, at: Caret, unit: Unit, shift: bool) {
        match unit {
            Unit::Letter => self.move_to(at, shift),
            Unit::Word => self.select_word(at),
            Unit::Paragraph => self.select_paragraph(at.paragraph),
        }
        let chosen = if shift { (self.anchor, self.anchor) } else { self.selection().unwrap_or((at, at)) };
        self.press = Press { unit, chosen, ..self.press };
    }

    /// Selects from what the press chose to where the pointer is, whole words or paragraphs at both ends.
    fn drag_to(&mut self, at: Caret) {
        let (first, last) = self.press.chosen;
        let (from, to) = match self.press.unit {
            Unit::Letter => return self.move_to(at, true),
            Unit::Word => self.word_at(at),
            Unit::Paragraph => self.whole_paragraph(at.paragraph),
        };
        if from.compare(&first).is_lt() {
            self.move_to(last, false);
            self.move_to(from, true);
        } else {
            self.move_to(first, false);
            self.move_to(if to.compare(&last).is_lt() { last } else { to }, true);
        }
    }
}
