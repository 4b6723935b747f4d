//! The mouse: a press puts the caret, a second one chooses the word, a third the paragraph, and a drag goes on from
//! there by letters, words or paragraphs.
//!
//! Presses are counted here because egui counts clicks, which end with the release: the word has to be chosen while the
//! button is still down, or it can't be dragged on.

use egui::{CursorIcon, PointerButton, Pos2, Rangef, Rect, Response, Ui, pos2, style::ScrollAnimation, vec2};

use super::{Caret, Editor, EditorView, PlacedRange};

/// How fast a drag scrolls at the edge of what is seen, in points a second; it grows with the distance past it.
const SLOWEST_SCROLL: f32 = 60.0;
const FASTEST_SCROLL: f32 = 3_000.0;
const SCROLL_OF_POINT: f32 = 12.0;

/// How far past the edges of a single line a drag selects in one frame, in points.
const REACH: f32 = 8.0;

/// A range below the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeUnder {
    /// Which one, and where it stands in the text.
    pub range: PlacedRange,
    /// The part of it that lies below the pointer, on the screen: all of it on this line, in one direction.
    pub rect: Rect,
}

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
    /// It was on what is selected: a drag carries that, a click puts the caret there.
    holds_selection: bool,
    /// It was on an atom or in a section's frame, maybe on a widget there: only a click that nobody else takes, or a drag, is for the text.
    waiting: Option<(Caret, bool)>,
    /// The text has changed from outside since.
    is_lost: bool,
}

impl Press {
    pub(super) const fn holds_selection(&self) -> bool {
        self.holds_selection
    }

    pub(super) const fn let_go(&mut self) {
        self.holds_selection = false;
        self.waiting = None;
    }

    /// The text has changed from outside: what was pressed is no longer where it was. A drag goes on from the anchor.
    pub(super) const fn forget_places(&mut self) {
        self.is_lost = true;
    }

    /// Is it still open whether it is for the text?
    pub(super) const fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }
}

impl Editor {
    /// Moves caret and selection as the pointer asks; `to_px` turns a screen position into the text's pixels.
    pub(crate) fn point(&mut self, ui: &Ui, response: &Response, is_single_line: bool, to_px: impl Fn(Pos2) -> Pos2) {
        let Some(position) = response.interact_pointer_pos() else { return };
        let (pressed, secondary, shift, time) = response.ctx.input(|input| {
            let pointer = &input.pointer;
            let secondary = pointer.secondary_down() || pointer.secondary_released();
            (pointer.primary_pressed(), secondary, input.modifiers.shift, input.time)
        });
        let is_drag = response.dragged_by(PointerButton::Primary) && !pressed;
        let seen = ui.clip_rect();
        let reached = match (is_drag, is_single_line) {
            (false, _) => position,
            (true, true) => pos2(Rangef::expand(response.rect.x_range(), REACH).clamp(position.x), position.y),
            (true, false) => pos2(position.x, seen.y_range().shrink(1.0).clamp(position.y)),
        };
        let point = to_px(reached);
        let at = self.hit_px(point.x, point.y.max(0.0));
        if secondary || response.secondary_clicked() {
            // the menu acts on the selection where it was asked for on one
            let inside =
                self.selection().is_some_and(|(from, to)| from.compare(&at).is_le() && to.compare(&at).is_ge());
            if !inside {
                self.move_to(at, false);
            }
        } else if pressed && (response.is_pointer_button_down_on() || response.clicked()) {
            let unit = self.unit_of_press(response, time, position);
            self.press.holds_selection = unit == Unit::Letter && !shift && self.is_selected_px(point);
            let is_callers = self.is_callers_px(point) || self.is_on_inline_px(point);
            self.press.waiting = (is_callers && !self.press.holds_selection).then_some((at, shift));
            if !self.press.holds_selection && !is_callers {
                self.press_at(at, unit, shift);
            }
            self.press.unit = unit;
            self.press.at = Some((time, position));
            // On a slow machine the button goes down and up again within one frame.
            if response.clicked() {
                self.click_at(at);
            }
        } else if response.clicked() && (self.press.holds_selection || self.press.is_waiting()) {
            self.click_at(at);
        } else if self.press.holds_selection {
            return;
        } else if is_drag {
            if let Some((from, shift)) = self.press.waiting.take() {
                let from = Caret { affinity: from.affinity, ..self.caret_in(from.paragraph, from.byte) };
                self.press_at(from, Unit::Letter, shift);
            }
            self.drag_to(at);
            if is_single_line && reached.x != position.x {
                response.ctx.request_repaint();
            } else if !is_single_line {
                scroll_at_edge(ui, edge_speed(position.y, seen.y_range()));
            }
        } else {
            return;
        }
        // a click shows what it hits, and a drag scrolls by itself but in a single line
        self.reveals_caret = is_drag && is_single_line;
    }

    /// A button held down for long and not moved is no click to egui, but means the same.
    pub(crate) fn let_go_of_long_press(&mut self, response: &Response, to_px: impl Fn(Pos2) -> Pos2) {
        let ctx = &response.ctx;
        let is_released = ctx.input(|input| input.pointer.primary_released() && !input.pointer.any_click());
        if !is_released || !self.press.is_waiting() || !response.contains_pointer() {
            return;
        }
        if let Some(position) = ctx.pointer_interact_pos() {
            let point = to_px(position);
            self.click_at(self.hit_px(point.x, point.y.max(0.0)));
            response.request_focus();
        }
    }

    /// Is it the caller who draws at a point, in pixels from the text's top left: an atom, or beside a section's lines?
    fn is_callers_px(&self, at: Pos2) -> bool {
        let Some(paragraph) = self.paragraph_at_px(at.y).and_then(|(index, _)| self.paragraphs.get(index)) else {
            return false;
        };
        paragraph.is_atom() || self.layout.as_ref().is_some_and(|style| paragraph.room().is_beside(at.x, style))
    }

    /// A press that had to show first whether it begins a drag, or is for a widget of the caller's, was neither.
    fn click_at(&mut self, at: Caret) {
        if self.press.holds_selection {
            self.press.let_go();
            self.press_at(at, Unit::Letter, false);
        } else if let Some((_, shift)) = self.press.waiting.take() {
            self.press_at(at, self.press.unit, shift);
        }
    }

    /// Is there selected text at a point, in pixels from the text's top left?
    pub(super) fn is_selected_px(&self, at: Pos2) -> bool {
        let Some((index, top)) = self.paragraph_at_px(at.y) else { return false };
        let (Some(paragraph), Some((bytes, _))) = (self.paragraphs.get(index), self.selected_in(index)) else {
            return false;
        };
        let line = paragraph.line_at(at.y - top);
        paragraph.selection(&bytes).iter().any(|(on, left, right)| *on == line && (*left..*right).contains(&at.x))
    }

    /// The paragraph at a height and its top, in pixels from the text's top; `None` outside of the text.
    pub(super) fn paragraph_at_px(&self, y: f32) -> Option<(usize, f32)> {
        let mut top = 0.0;
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            let bottom = top + paragraph.height_px();
            if (top..bottom).contains(&y) {
                return Some((index, top));
            }
            top = bottom;
        }
        None
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
        self.press = Press { unit, chosen, holds_selection: false, is_lost: false, ..self.press };
    }

    /// Selects from what the press chose to where the pointer is, whole words or paragraphs at both ends.
    fn drag_to(&mut self, at: Caret) {
        if std::mem::take(&mut self.press.is_lost) {
            self.press.chosen = (self.anchor, self.anchor);
        }
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

impl EditorView<'_> {
    /// The range below the pointer, and the one that was clicked.
    pub(super) fn ranges_under(
        &self,
        response: &Response,
        origin: Pos2,
        scale: f32,
    ) -> (Option<RangeUnder>, Option<RangeUnder>) {
        let pointer = response.interact_pointer_pos().or_else(|| response.hover_pos());
        let Some(pointer) = pointer.filter(|_| response.contains_pointer() || response.clicked()) else {
            return (None, None);
        };
        let at = ((pointer - origin) * scale).to_pos2();
        if response.hovered() && !response.dragged() && self.editor.is_selected_px(at) {
            // what is selected can be taken hold of
            response.ctx.set_cursor_icon(CursorIcon::Default);
        }
        let under = self.editor.range_at_px(at).map(|(range, rect)| {
            let rect = Rect::from_min_max(rect.min / scale, rect.max / scale).translate(origin.to_vec2());
            RangeUnder { range, rect }
        });
        let clicked = under.clone().filter(|_| response.clicked());
        (under.filter(|_| response.hovered()), clicked)
    }
}

impl Editor {
    /// The range at a point and the part of it there, in pixels from the text's top left.
    fn range_at_px(&self, at: Pos2) -> Option<(PlacedRange, Rect)> {
        let (index, top) = self.paragraph_at_px(at.y)?;
        let paragraph = self.paragraphs.get(index)?;
        if paragraph.ranges().is_empty() {
            return None;
        }
        let line = paragraph.line_at(at.y - top);
        let (line_top, line_bottom) = paragraph.line_span_px(line)?;
        let parts = paragraph.ranges().iter().filter_map(|held| {
            let spans = paragraph.selection(&held.bytes);
            let (_, left, right) =
                spans.into_iter().find(|(on, left, right)| *on == line && (*left..*right).contains(&at.x))?;
            let rect = Rect::from_min_max(pos2(left, top + line_top), pos2(right, top + line_bottom));
            Some((held.placed(index), rect))
        });
        parts.max_by_key(|(placed, _)| (placed.range.kind, placed.id))
    }
}

/// How fast to scroll for a pointer there, in points a second: down where positive, not at all within what is seen.
pub(super) fn edge_speed(y: f32, seen: Rangef) -> f32 {
    let past = if y < seen.min { y - seen.min } else { (y - seen.max).max(0.0) };
    let speed = (past.abs() * SCROLL_OF_POINT).clamp(SLOWEST_SCROLL, FASTEST_SCROLL);
    if past == 0.0 { 0.0 } else { speed.copysign(past) }
}

/// Scrolls the area around, and comes back in the next frame though the pointer is held still.
pub(super) fn scroll_at_edge(ui: &Ui, speed: f32) {
    if speed != 0.0 {
        let seconds = ui.input(|input| input.stable_dt).min(0.1);
        ui.scroll_with_delta_animation(vec2(0.0, -speed * seconds), ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drag_past_the_edge_scrolls_towards_it_the_faster_the_further() {
        let seen = Rangef::new(100.0, 300.0);
        let check = |y: f32, expected: f32| assert_eq!(edge_speed(y, seen), expected, "{y}");
        check(100.0, 0.0);
        check(200.0, 0.0);
        check(300.0, 0.0);
        check(301.0, SLOWEST_SCROLL);
        check(320.0, 20.0 * SCROLL_OF_POINT);
        check(80.0, -20.0 * SCROLL_OF_POINT);
        check(9_999.0, FASTEST_SCROLL);
    }
}
