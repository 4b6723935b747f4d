//! Edits and keys among sections: what an edit over several of them comes to, and what ends at their edges.
//!
//! Apart from what sections are, because the one way in which a document's text changes leads through here.

use std::borrow::Cow;
use std::ops::Range;

use super::history::Kind;
use super::room::Room;
use super::sections::{Section, SectionFont, difference, fitting};
use super::{Caret, Editor, LayoutStyle};
use crate::text::shaper::Style;

impl Editor {
    /// Is the newline after a paragraph one between two sections?
    pub(super) fn is_section_end(&self, paragraph: usize) -> bool {
        self.sections.holding(paragraph).is_some_and(|(_, span)| paragraph + 1 == span.end)
    }

    /// Is a paragraph a section of a single line?
    pub(super) fn is_in_single_line(&self, paragraph: usize) -> bool {
        self.sections.holding(paragraph).is_some_and(|(section, _)| section.is_single_line)
    }

    /// Nothing is selected and the caret stands at its section's edge: what a deletion there would reach over.
    pub(super) fn edge_at_caret(&self, forward: bool) -> Option<u64> {
        let (section, span) = self.sections.holding(self.caret.paragraph)?;
        let to = if forward { self.caret_in(span.end - 1, usize::MAX) } else { self.caret_in(span.start, 0) };
        let is_at_edge = self.selection().is_none() && self.caret.compare(&to).is_eq();
        is_at_edge.then_some(section.tag)
    }

    /// Enter where the selection begins in a section of a single line: its tag. The caret goes on below it.
    pub(super) fn leave_single_line(&mut self) -> Option<u64> {
        let (from, _) = self.selection().unwrap_or((self.caret, self.caret));
        let (section, span) = self.sections.holding(from.paragraph)?;
        let tag = section.is_single_line.then_some(section.tag)?;
        if span.end < self.paragraphs.len() {
            self.move_to(self.caret_in(span.end, 0), false);
        }
        Some(tag)
    }

    /// What an edit covers of each section, where it covers more than one.
    fn parts(&self, from: Caret, to: Caret) -> Vec<(Caret, Caret)> {
        if self.sections.is_empty() || from.paragraph == to.paragraph {
            return Vec::new();
        }
        let covered = |(_, span): (&Section, Range<usize>)| {
            if span.end <= from.paragraph || span.start > to.paragraph {
                return None;
            }
            let (first, last) = (self.raw_paragraph(span.start).0, self.raw_paragraph(span.end - 1).1);
            let end = if to.compare(&last).is_lt() { to } else { last };
            // the paragraph that keeps some of its letters keeps its direction
            let keeps_direction = end.paragraph == span.start && end.compare(&last).is_lt();
            let first = if keeps_direction { self.caret_in(span.start, 0) } else { first };
            let start = if from.compare(&first).is_gt() { from } else { first };
            let end = if end.compare(&start).is_lt() { start } else { end };
            Some((start, end))
        };
        let parts: Vec<(Caret, Caret)> = self.sections.spans().filter_map(covered).collect();
        if parts.len() > 1 { parts } else { Vec::new() }
    }

    /// What goes to the clipboard: what is selected, without the sections that are kept back where it covers others too.
    pub(crate) fn copied_text(&self) -> String {
        let Some((from, to)) = self.selection() else { return String::new() };
        let parts = self.parts(from, to);
        if !parts.iter().any(|(at, _)| self.is_kept_back(*at)) {
            return self.selected_text();
        }
        let open = parts.into_iter().filter(|(at, _)| !self.is_kept_back(*at));
        open.map(|(from, to)| self.slice(from, to)).collect::<Vec<_>>().join("\n")
    }

    /// Deletes what [`Editor::copied_text`] has taken along.
    pub(crate) fn delete_copied(&mut self) {
        let Some((from, to)) = self.selection() else { return };
        let parts = self.parts(from, to);
        if !parts.iter().any(|(at, _)| self.is_kept_back(*at)) {
            self.delete_selection();
            return;
        }
        let is_outermost = self.history.begin_step();
        for (start, end) in parts.into_iter().rev() {
            if !self.is_kept_back(start) {
                self.replace_within(start, end, "", Kind::Whole);
            }
        }
        if is_outermost {
            self.history.end_step();
        }
        self.move_to(from, false);
    }

    fn is_kept_back(&self, at: Caret) -> bool {
        self.sections.holding(at.paragraph).is_some_and(|(section, _)| section.is_kept_back)
    }

    /// The one way in which the text changes from outside the history: within one section, or in each of several.
    pub(super) fn replace_raw(&mut self, from: Caret, to: Caret, with: &str, kind: Kind) {
        let with = if self.is_in_single_line(from.paragraph) && with.contains('\n') {
            Cow::Owned(fitting(with.to_owned(), true))
        } else {
            Cow::Borrowed(with)
        };
        let parts = self.parts(from, to);
        let Some(((start, end), others)) = parts.split_first() else {
            return self.replace_within(from, to, &with, kind);
        };
        let is_outermost = self.history.begin_step();
        // from below, so that the places above stay what they are
        for (start, end) in others.iter().rev() {
            self.replace_within(*start, *end, "", kind);
        }
        self.replace_within(*start, *end, &with, kind);
        if *start == *end && with.is_empty() {
            self.move_to(*start, false);
        }
        if is_outermost {
            self.history.end_step();
            if kind == Kind::Typing {
                // the next letter goes on with this one
                self.history.reopen();
            }
        }
    }

    /// Another text for a document with sections, as one step of undo: only what differs is replaced.
    pub(super) fn replace_differing(&mut self, text: &str) {
        let old = self.text();
        let Some((kept, removed, inserted)) = difference(&old, text) else { return };
        let (from, to) = (self.raw_at_offset(kept), self.raw_at_offset(kept + removed));
        self.replace_raw(from, to, inserted, Kind::Whole);
    }

    /// Keeps the room free that sections ask for.
    pub(super) fn give_rooms(&mut self, style: &LayoutStyle) {
        if self.sections.is_empty() {
            return;
        }
        let px = |points: f32| (points * style.pixels_per_point).round();
        for (Section { frame, .. }, span) in self.sections.spans() {
            let (start, end) = (px(frame.start), px(frame.end));
            let (left_px, right_px) = if style.fallback.is_rtl() { (end, start) } else { (start, end) };
            let around_px = px(frame.padding + frame.margin);
            let font = frame.font.map(|SectionFont { size, line_height }| Style { size, line_height, ..style.style });
            for (index, paragraph) in self.paragraphs.iter_mut().enumerate().take(span.end).skip(span.start) {
                let above_px = if index == span.start { around_px } else { 0.0 };
                let below_px = if index + 1 == span.end { around_px } else { 0.0 };
                let starts_section = index == span.start;
                paragraph.set_room(Room { left_px, right_px, above_px, below_px, starts_section, style: font });
            }
        }
    }
}
