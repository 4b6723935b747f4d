//! One line of text: measured, shortened with «…» when it does not fit, and painted at a place in a rectangle.
//!
//! Widgets of the house paint their words with this; text that wraps is [`crate::text::Label`]'s.
//!
//! # Example
//! ```no_run
//! use tansiq::text::Weight;
//! use tansiq::widgets::{Line, Type, UiExt, paint};
//! fn row_ui(ui: &mut egui::Ui, rect: egui::Rect, words: &str) {
//!     ui.add(Line::new(words).weight(Weight::Medium).max_width(240.0));
//!     let (ink, start) = (ui.tokens().ink, ui.direction().start_center());
//!     paint::line_in(ui, rect, start, words, (Type::Caption, Weight::Regular), ink);
//! }
//! ```

use super::direction::{Direction, UiExt};
use super::theme::{RADIUS_CONTROL, Type};
use crate::arabic;
use crate::text::{self, Label, Weight};
use egui::{
    Align2, Color32, Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2,
};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// One line of words, shortened to the width there is. The whole text is in the tooltip and in the accessible name.
#[must_use = "add it to a Ui"]
pub struct Line<'a> {
    text: &'a str,
    size: Type,
    weight: Weight,
    color: Option<Color32>,
    max_width: f32,
    role: Role,
    level_with: Option<(Type, Weight)>,
    may_fold: bool,
}

impl<'a> Line<'a> {
    /// In the interface's size and ink.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            size: Type::Interface,
            weight: Weight::Regular,
            color: None,
            max_width: f32::INFINITY,
            role: Role::Label,
            level_with: None,
            may_fold: false,
        }
    }

    /// A small line in weak ink is [`Self::weak`]; this one keeps the ink.
    pub const fn size(mut self, size: Type) -> Self {
        self.size = size;
        self
    }

    /// How bold.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    /// In this colour.
    pub const fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// A caption in weak ink.
    pub fn weak(self, ui: &Ui) -> Self {
        self.size(Type::Caption).color(ui.tokens().ink_weak)
    }

    /// A screen reader names it as a heading.
    pub const fn heading(mut self) -> Self {
        self.role = Role::Heading;
        self
    }

    /// On the baseline of words of another size beside it; without this their middles are level.
    pub const fn level_with(mut self, size: Type, weight: Weight) -> Self {
        self.level_with = Some((size, weight));
        self
    }

    /// Where it is too long, and there is the height for it, a second line takes what the first cannot.
    pub const fn may_fold(mut self) -> Self {
        self.may_fold = true;
        self
    }

    /// At most that wide.
    pub const fn max_width(mut self, width: f32) -> Self {
        self.max_width = width;
        self
    }
}

impl Widget for Line<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let color = self.color.unwrap_or(ui.tokens().ink);
        let room = ui.available_width().min(self.max_width);
        let galley = fit(ui, self.text, self.size, self.weight, room);
        let is_short = galley.text() != self.text;
        if is_short && self.may_fold && ui.available_height() >= 2.0 * self.size.line_height() {
            let label = Label::new(self.text).size(self.size.size()).weight(self.weight).color(color);
            return ui.add(label.line_height(self.size.line_height()).most_lines(2));
        }
        let size = vec2(galley.size().x.min(room).max(0.0), self.size.line_height());
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::hover());
        if ui.is_rect_visible(rect) {
            let down = self.level_with.map_or(0.0, |(size, weight)| {
                below_middle(&fit(ui, self.text, size, weight, f32::INFINITY)) - below_middle(&galley)
            });
            galley_at(ui, rect.translate(vec2(0.0, down)), Align2::CENTER_CENTER, &galley, color);
        }
        if is_short {
            response = text::tooltip(response, self.text);
        }
        // An empty cell is nothing to be read aloud.
        if !self.text.is_empty() {
            response.widget_info(|| WidgetInfo::labeled(self.role, true, self.text));
        }
        response
    }
}

/// How wide a line is, in points.
pub fn width_of(ui: &Ui, text: &str, size: Type, weight: Weight) -> f32 {
    fit(ui, text, size, weight, f32::INFINITY).size().x
}

/// A text that is wider than its room, in two lines broken between words; one that fits, or is one word, with an empty second
/// line. The second may be wider still.
pub fn in_two_lines<'t>(ui: &Ui, text: &'t str, (size, weight): (Type, Weight), room: f32) -> (&'t str, &'t str) {
    let fits = |text: &str| width_of(ui, text, size, weight) <= room;
    if fits(text) {
        return (text, "");
    }
    let breaks = text.rmatch_indices(' ').map(|(at, _)| text.split_at(at));
    breaks.map(|(first, second)| (first, second.trim_start())).find(|(first, _)| fits(first)).unwrap_or((text, ""))
}

/// How far below the middle of a line its letters stand.
fn below_middle(galley: &Galley) -> f32 {
    let baseline = |placed: &egui::epaint::text::PlacedRow| Some(placed.pos.y + placed.row.glyphs.first()?.pos.y);
    galley.rows.first().and_then(baseline).map_or(0.0, |baseline| baseline - galley.size().y / 2.0)
}

/// The line, shortened at its logical end until it is at most `width` wide.
pub fn fit(ui: &Ui, text: &str, size: Type, weight: Weight, width: f32) -> Arc<Galley> {
    text::line_within(ui.ctx(), text, size.size(), weight, width)
}

/// Paints a line in a rectangle, shortened when it is wider.
pub fn line_in(ui: &Ui, rect: Rect, align: Align2, text: &str, (size, weight): (Type, Weight), color: Color32) {
    let galley = fit(ui, text, size, weight, rect.width());
    galley_at(ui, rect, align, &galley, color);
}

/// Paints laid-out text in a rectangle.
pub fn galley_at(ui: &Ui, rect: Rect, align: Align2, galley: &Arc<Galley>, color: Color32) {
    let place: Pos2 = align.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(place, galley.clone(), color);
}

/// The ground of the entry that the keys of a list stand at. It is pale: a line around it is seen by everybody.
pub(super) fn active_entry(ui: &Ui, rect: Rect) {
    let line = Stroke::new(1.0, ui.tokens().accent_line);
    ui.painter().rect(rect, RADIUS_CONTROL, ui.tokens().accent_wash, line, StrokeKind::Inside);
}

/// A line with some of its words marked: a ground behind them and heavier letters.
///
/// The pieces are placed one after the other in the text's own direction, so that each mark lies under its own words.
pub fn marked_line(
    ui: &Ui,
    rect: Rect,
    text: &str,
    marks: &[Range<usize>],
    (size, plain): (Type, Weight),
    color: Color32,
) {
    if marks.is_empty() {
        return line_in(ui, rect, ui.direction().start_center(), text, (size, plain), color);
    }
    let pieces = pieces(text, marks);
    let weight = |is_marked| if is_marked { Weight::SemiBold } else { plain };
    let width: f32 = pieces.iter().map(|(words, is_marked)| width_of(ui, words, size, weight(*is_marked))).sum();
    let tokens = ui.tokens();
    let mut room = rect;
    let mut rest = ui.direction().take_start(&mut room, width);
    let reading = match text::first_strong(text) {
        Some(text::Direction::RightToLeft) => Direction::RightToLeft,
        Some(text::Direction::LeftToRight) => Direction::LeftToRight,
        None => ui.direction(),
    };
    for (words, is_marked) in pieces {
        let galley = fit(ui, &words, size, weight(is_marked), rest.width());
        let place = reading.take_start(&mut rest, galley.size().x);
        if is_marked {
            let ground = Rect::from_center_size(place.center(), vec2(place.width(), size.line_height() - 2.0));
            ui.painter().rect_filled(ground.intersect(place), 2.0, tokens.mark);
        }
        galley_at(ui, place, Align2::CENTER_CENTER, &galley, if is_marked { tokens.ink } else { color });
    }
}

/// The text cut at its marks: words, and whether they are marked.
///
/// Letters that a cut parts keep the forms in which they are joined.
fn pieces<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<(Cow<'a, str>, bool)> {
    let mut places = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = 0;
    for mark in marks {
        places.push((at..mark.start, false));
        places.push((mark.clone(), true));
        at = mark.end;
    }
    places.push((at..text.len(), false));
    let joined = |at: usize| if arabic::is_joined_at(text, at) { arabic::JOINER } else { '\0' };
    let piece = |(place, is_marked): (Range<usize>, bool)| {
        let words = text.get(place.clone()).filter(|words| !words.is_empty())?;
        let words = match (joined(place.start), joined(place.end)) {
            ('\0', '\0') => Cow::Borrowed(words),
            (before, after) => Cow::Owned(format!("{before}{words}{after}").replace('\0', "")),
        };
        Some((words, is_marked))
    };
    places.into_iter().filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use std::ops::Range;

    fn check(text: &str, marks: Vec<Range<usize>>, expected: &[(&str, bool)]) {
        let found = pieces(text, &marks);
        assert_eq!(found.iter().map(|(words, is_marked)| (words.as_ref(), *is_marked)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_text_is_cut_at_its_marks() {
        check("one two six", vec![0..3, 8..11], &[("one", true), (" two ", false), ("six", true)]);
        check("one two six", vec![0..3, 4..7], &[("one", true), (" ", false), ("two", true), (" six", false)]);
        check("تنسيق a", vec![0..6, 11..12], &[("تنس\u{200D}", true), ("\u{200D}يق ", false), ("a", true)]);
        check("الدور a", vec![0..6, 11..12], &[("الد", true), ("ور ", false), ("a", true)]);
        check("one", Vec::new(), &[("one", false)]);
        check("", Vec::new(), &[]);
    }
}
