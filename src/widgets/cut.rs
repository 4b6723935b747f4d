//! What is cut off at an edge of a list or a table fades out before it: half a letter is no letter.
//!
//! egui's own fade takes a part of every last row with it, also of one that is all there, and knows nothing of columns:
//! lists turn it off.

use super::direction::UiExt;
use egui::{Color32, Direction, Rangef, Rect, Ui};

/// How far a fade reaches, in points.
const DEPTH: f32 = 20.0;
/// So much of a row may be out of sight before its words are cut.
const ABOVE_WORDS: f32 = 8.0;

/// The first and the last of so many rows fade where they are cut. `seen` is where they are seen, and `viewport` what is seen
/// of all of them, from the first one's top.
pub(super) fn fade_rows(ui: &Ui, seen: Rect, row_height: f32, viewport: Rect, rows: usize) {
    let ground = ui.tokens().surface;
    let above = viewport.top().rem_euclid(row_height);
    if let Some(depth) = depth(row_height, above) {
        fade(ui, seen.with_max_y(seen.top() + depth), Direction::TopDown, ground);
    }
    let is_more = viewport.bottom() < rows as f32 * row_height - 0.5;
    let below = row_height - viewport.bottom().rem_euclid(row_height);
    if let Some(depth) = depth(row_height, below).filter(|_| is_more) {
        fade(ui, seen.with_min_y(seen.bottom() - depth), Direction::BottomUp, ground);
    }
}

/// How much of a row fades of which that much is out of sight: nothing of one that has all its words.
fn depth(row_height: f32, hidden: f32) -> Option<f32> {
    let is_cut = hidden > ABOVE_WORDS && row_height - hidden > 0.5;
    is_cut.then(|| (row_height - hidden).min(DEPTH))
}

/// A cell that reaches beyond what is seen of the columns fades before the edge, into its row's ground. Its margins may be
/// beyond it, and the lines above and below it stay.
pub(super) fn fade_cell(ui: &Ui, cell: Rect, sight: Rangef, margin: f32, ground: Color32) {
    let range = cell.x_range();
    let seen = range.intersection(sight);
    let depth = DEPTH.min(seen.span());
    if depth <= 0.0 {
        return;
    }
    let place = Rect::from_x_y_ranges(seen, cell.y_range().shrink(2.0));
    if range.max - sight.max > margin {
        fade(ui, place.with_min_x(place.right() - depth), Direction::RightToLeft, ground);
    }
    if sight.min - range.min > margin {
        fade(ui, place.with_max_x(place.left() + depth), Direction::LeftToRight, ground);
    }
}

/// Words fade out into their ground before the edge from which `inwards` leads.
pub(super) fn fade(ui: &Ui, place: Rect, inwards: Direction, ground: Color32) {
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
