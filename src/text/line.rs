//! Rule L1 for a wrapped line: the space at which it breaks belongs to the paragraph, not to the run before it.
//!
//! parley orders a line's runs and leaves this rule out. An Arabic line that breaks after an English word would show
//! its last space inside the line, beside the word, as a gap twice as wide. What stands on the end side of that space
//! is moved over it here, and the space to the line's end edge, for glyphs and caret stops alike.

use parley::Line;

use super::paint::Ink;

/// The space at a soft break that the layout has in the wrong place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BreakSpace {
    left: f32,
    right: f32,
    /// The line's edge where it belongs.
    edge: f32,
    is_rtl: bool,
}

impl BreakSpace {
    /// The misplaced space of a line, if there is one. `is_rtl` is the paragraph's direction.
    pub(crate) fn of(line: &Line<'_, Ink>, is_rtl: bool) -> Option<Self> {
        let end = line.text_range().end;
        let last = line.runs().find(|run| run.text_range().end == end)?;
        if last.is_rtl() == is_rtl || line.runs().nth(1).is_none() {
            return None;
        }
        let metrics = line.metrics();
        let line_left = metrics.offset + metrics.inline_min_coord;
        let run_left =
            line_left + line.runs().take_while(|run| run.index() != last.index()).map(|run| run.advance()).sum::<f32>();
        let (mut space, mut advance) = (0.0, 0.0);
        for cluster in last.clusters() {
            let is_space = cluster.is_space_or_nbsp();
            space = if is_space { space + cluster.advance() } else { 0.0 };
            advance += cluster.advance();
        }
        if space <= 0.0 {
            return None;
        }
        let left = if last.is_rtl() { run_left } else { run_left + advance - space };
        let edge = if is_rtl { line_left } else { line_left + metrics.advance };
        Some(Self { left, right: left + space, edge, is_rtl })
    }

    /// How far what stands around `middle` has to move.
    pub(crate) fn shift(&self, middle: f32) -> f32 {
        let width = self.right - self.left;
        let is_space = self.left <= middle && middle <= self.right;
        match (self.is_rtl, is_space) {
            (true, true) => self.edge - self.left,
            (false, true) => self.edge - self.right,
            (true, false) if middle < self.left => width,
            (false, false) if middle > self.right => -width,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::bidi::Direction;
    use crate::text::engine::Engine;
    use crate::text::shaper::{Style, break_lines};

    /// The misplaced space of the first line of a text that breaks within its last two words.
    fn first_line(text: &str, direction: Direction) -> Option<(BreakSpace, f32)> {
        let mut layout = Engine::new().shape(text, Style::default(), 1.0, direction, &[]).layout;
        layout.break_all_lines(None);
        let width = layout.width() - 4.0;
        break_lines(&mut layout, Some(width), parley::Alignment::Start);
        assert_eq!(layout.len(), 2, "{text}");
        let line = layout.get(0).expect("two lines");
        Some((BreakSpace::of(&line, direction.is_rtl())?, line.metrics().advance))
    }

    #[test]
    fn a_break_after_a_word_of_the_other_direction_moves_its_space_to_the_end_edge() {
        let (space, _) = first_line("نص عربي ثم English word", Direction::RightToLeft).expect("misplaced");
        // the English word moves right by the space, and the space stands left of it
        assert!(space.shift(space.left - 1.0) > 0.0);
        assert_eq!(space.shift(space.right + 1.0), 0.0);
        let (space, _) = first_line("English text ثم كلمة", Direction::LeftToRight).expect("misplaced");
        assert!(space.shift(space.right + 1.0) < 0.0);
        assert_eq!(space.shift(space.left - 1.0), 0.0);
    }

    #[test]
    fn a_break_within_one_direction_is_left_alone() {
        assert!(first_line("نص عربي ثم كلمة أخرى", Direction::RightToLeft).is_none());
        assert!(first_line("English text and another", Direction::LeftToRight).is_none());
    }
}
