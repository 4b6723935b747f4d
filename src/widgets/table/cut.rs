//! What is cut off at an edge of a table fades out before it: half a letter is no letter.
//!
//! Apart from the rows because whole ones must not fade. egui's own fade takes a part of every last row with it, also of
//! one that is all there, and knows nothing of columns.

use super::show::Spans;
use crate::widgets::direction::UiExt;
use egui::{Color32, Direction, Rangef, Rect, Ui};

/// How far a fade reaches, in points.
const DEPTH: f32 = 20.0;
/// So much of a row may be out of sight before its words are cut.
const ABOVE_WORDS: f32 = 8.0;

/// The first and the last row that is seen fade where they are cut. `viewport` is what is seen of all rows, from the first
/// one's top, in `body`.
pub(super) fn fade_rows(ui: &Ui, body: Rect, spans: &Spans, row_height: f32, viewport: Rect, rows: usize) {
    let seen = Rect::from_x_y_ranges(spans.sight, body.y_range());
    let above = viewport.top().rem_euclid(row_height);
    if let Some(depth) = depth(row_height, above) {
        fade(ui, seen.with_max_y(seen.top() + depth), Direction::TopDown, ui.tokens().surface);
    }
    let is_more = viewport.bottom() < rows as f32 * row_height - 0.5;
    let below = row_height - viewport.bottom().rem_euclid(row_height);
    if let Some(depth) = depth(row_height, below).filter(|_| is_more) {
        fade(ui, seen.with_min_y(seen.bottom() - depth), Direction::BottomUp, ui.tokens().surface);
    }
}

/// How much of a row fades of which that much is out of sight: nothing of one that has all its words.
fn depth(row_height: f32, hidden: f32) -> Option<f32> {
    let is_cut = hidden > ABOVE_WORDS && row_height - hidden > 0.5;
    is_cut.then(|| (row_height - hidden).min(DEPTH))
}

/// A cell that reaches beyond what is seen of the columns fades before the edge, into its row's ground. Its lines stay.
pub(super) fn fade_cell(ui: &Ui, range: Rangef, spans: &Spans, tall: Rangef, ground: Color32) {
    let seen = range.intersection(spans.sight);
    let depth = DEPTH.min(seen.span());
    if depth <= 0.0 {
        return;
    }
    let place = Rect::from_x_y_ranges(seen, tall.shrink(2.0));
    if range.max - spans.sight.max > spans.padding {
        fade(ui, place.with_min_x(place.right() - depth), Direction::RightToLeft, ground);
    }
    if spans.sight.min - range.min > spans.padding {
        fade(ui, place.with_max_x(place.left() + depth), Direction::LeftToRight, ground);
    }
}

fn fade(ui: &Ui, place: Rect, inwards: Direction, ground: Color32) {
    ui.painter().add(egui::Shape::gradient_rect(place, inwards, [ground, Color32::TRANSPARENT]));
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn a_row_fades_only_where_its_words_are_cut() {
        assert_eq!(depth(40.0, 0.0), None, "all of it is seen");
        assert_eq!(depth(40.0, 6.0), None, "all of its words are seen");
        assert_eq!(depth(40.0, 10.0), Some(20.0));
        assert_eq!(depth(40.0, 30.0), Some(10.0), "no more than is seen of it");
        assert_eq!(depth(40.0, 40.0), None, "nothing of it is seen");
    }
}
