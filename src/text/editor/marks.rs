//! Marks that the caller derives from a section's text, kept in step with it.

use std::ops::Range;

use super::held::Held;
use super::layout::Progress;
use super::{Editor, RangeKind, TextRange};

impl Editor {
    /// Gives a section the marks of some `kinds` that follow from its text, in place of those that it had: no step of
    /// undo, and nothing is laid out again where they are the same. Each mark is a paragraph counted from the section's
    /// first, bytes of it, and what they are.
    ///
    /// ```
    /// use tansiq::text::{Editor, RangeKind, Section, TextRange};
    ///
    /// let mut editor = Editor::new("");
    /// editor.set_sections([(Section { tag: 7, ..Section::default() }, Some("ask @Huda"))]);
    /// let mention = RangeKind::new(3);
    /// editor.mark_section(7, &[mention], &[(0, 4..9, TextRange { kind: mention, ..TextRange::default() })]);
    /// assert_eq!(editor.ranges().next().unwrap().bytes, 4..9);
    /// editor.mark_section(7, &[mention], &[]);
    /// assert_eq!(editor.ranges().count(), 0);
    /// ```
    pub fn mark_section(&mut self, tag: u64, kinds: &[RangeKind], marks: &[(usize, Range<usize>, TextRange)]) {
        let Some(span) = self.sections.span(tag) else { return };
        for paragraph in span.clone() {
            let Some(at) = self.paragraphs.get_mut(paragraph) else { return };
            let text = at.text();
            let fits = |bytes: &Range<usize>| bytes.start < bytes.end && text.get(bytes.clone()).is_some();
            let wanted: Vec<(Range<usize>, TextRange)> = marks
                .iter()
                .filter(|(of, bytes, _)| span.start + of == paragraph && fits(bytes))
                .map(|(_, bytes, range)| (bytes.clone(), *range))
                .collect();
            let is_derived = |held: &&Held| kinds.contains(&held.range.kind);
            let known = at.ranges().iter().filter(is_derived).map(|held| (&held.bytes, &held.range));
            if known.eq(wanted.iter().map(|(bytes, range)| (bytes, range))) {
                continue;
            }
            let (gone, mut ranges): (Vec<Held>, Vec<Held>) =
                at.ranges().iter().cloned().partition(|held| is_derived(&held));
            for (bytes, range) in wanted {
                self.last_range += 1;
                ranges.push(Held { id: self.last_range, bytes, range, is_atom: false, is_inline: false });
            }
            at.set_ranges(ranges);
            for held in gone {
                self.history.forget_range(held.id);
            }
            self.progress = Progress::Stale;
        }
    }
}
