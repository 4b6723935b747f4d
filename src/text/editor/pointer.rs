//! The mouse: clicks, double and triple clicks, drags, and Shift with any of them.

use egui::{PointerButton, Pos2, Response};

use super::Editor;

impl Editor {
    /// Moves caret and selection as the pointer asks; `to_px` turns a screen position into the text's pixels.
    pub(crate) fn point(&mut self, response: &Response, to_px: impl Fn(Pos2) -> Pos2) {
        let Some(position) = response.interact_pointer_pos() else { return };
        let (pressed, secondary, shift) = response.ctx.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.secondary_down() || pointer.secondary_released(), input.modifiers.shift)
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
        } else if response.triple_clicked() {
            self.select_paragraph(at.paragraph);
        } else if response.double_clicked() {
            self.select_word(at);
        } else if pressed && response.is_pointer_button_down_on() || response.clicked() {
            self.move_to(at, shift);
        } else if response.dragged_by(PointerButton::Primary) {
            self.move_to(at, true);
        } else {
            return;
        }
        // a click shows what it hits: only a drag past the edge has to scroll
        self.reveals_caret = response.dragged_by(PointerButton::Primary);
    }
}
