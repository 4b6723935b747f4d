//! An editor's text for screen readers: runs of one direction, in reading order, with the place of every letter.
//!
//! Apart from the view because AccessKit has a model of its own: a run holds at most 255 characters (ours are the
//! clusters that the caret steps over), and a newline is the last character of its paragraph. Paragraphs out of sight
//! are announced as text without places, which is cheap and keeps the document whole.

use egui::accesskit::{Node, NodeId, Rect as Bounds, Role, TextDirection, TextPosition, TextSelection};
use egui::{Id, Pos2, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::lines::LineAt;
use super::{Caret, Editor, Paragraph};
use crate::text::access::{Announcement, LONGEST_RUN, word_starts};

/// A cluster as AccessKit has it.
struct Letter {
    start: usize,
    end: usize,
    width_px: f32,
}

/// A run before it becomes a node.
struct Run {
    paragraph: usize,
    line: usize,
    letters: Vec<Letter>,
    is_rtl: bool,
    left_px: f32,
    top_px: f32,
    bottom_px: f32,
    /// How wide it is, where its letters have no places of their own: an atom.
    atom_px: Option<f32>,
    ends_paragraph: bool,
}

impl Run {
    fn id(&self, parent: Id) -> NodeId {
        let start = self.letters.first().map_or(0, |letter| letter.start);
        parent.with(("run", self.paragraph, self.line, start)).accesskit_id()
    }

    /// The caret's index among the run's characters, where the run holds it.
    fn index_of(&self, caret: Caret) -> Option<usize> {
        if caret.paragraph != self.paragraph {
            return None;
        }
        let Some(last) = self.letters.last() else { return Some(0) };
        if caret.byte == last.end {
            return Some(self.letters.len());
        }
        self.letters.iter().position(|letter| (letter.start..letter.end).contains(&caret.byte))
    }

    fn caret(&self, index: usize) -> Caret {
        let byte = match self.letters.get(index) {
            Some(letter) => letter.start,
            None => self.letters.last().map_or(0, |letter| letter.end),
        };
        Caret { paragraph: self.paragraph, byte, ..Caret::default() }
    }

    fn node(&self, text: &str, origin: Pos2, scale: f32, has_newline: bool) -> Node {
        let mut node = Node::new(Role::TextRun);
        let range = self.letters.first().map_or(0, |letter| letter.start)..self.letters.last().map_or(0, |l| l.end);
        let mut value = text.get(range).unwrap_or_default().to_owned();
        let mut lengths: Vec<u8> =
            self.letters.iter().map(|letter| u8::try_from(letter.end - letter.start).unwrap_or(u8::MAX)).collect();
        node.set_word_starts(word_starts(&value, self.letters.iter().map(|letter| letter.end - letter.start)));
        let direction = if self.is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
        node.set_text_direction(direction);
        // widths run in the text's own direction
        let mut at = 0.0;
        let mut positions = Vec::with_capacity(self.letters.len() + 1);
        let mut widths = Vec::with_capacity(self.letters.len() + 1);
        for letter in &self.letters {
            positions.push(at / scale);
            widths.push(letter.width_px / scale);
            at += letter.width_px;
        }
        if has_newline && self.ends_paragraph {
            value.push('\n');
            lengths.push(1);
            positions.push(at / scale);
            widths.push(0.0);
        }
        node.set_value(value);
        node.set_character_lengths(lengths);
        let left = f64::from(origin.x + self.left_px / scale);
        let bounds = Bounds {
            x0: left,
            x1: left + f64::from(self.atom_px.unwrap_or(at) / scale),
            y0: f64::from(origin.y + self.top_px / scale),
            y1: f64::from(origin.y + self.bottom_px / scale),
        };
        node.set_bounds(bounds);
        if self.bottom_px > self.top_px && self.atom_px.is_none() {
            node.set_character_positions(positions);
            node.set_character_widths(widths);
        }
        node
    }
}

impl Editor {
    /// What to announce; `origin` is the text's top left on the screen and `clip` what can be seen.
    pub(crate) fn announcement(&self, id: Id, origin: Pos2, scale: f32, clip: Rect) -> Announcement {
        let visible = (clip.top() - origin.y) * scale..(clip.bottom() - origin.y) * scale;
        let runs = self.runs(Some(&visible));
        let last = self.paragraph_count() - 1;
        let position = |caret: Caret| {
            let mut holders = runs.iter().filter_map(|run| Some((run, run.index_of(caret)?)));
            // at a break the caret belongs to the run that begins there, or to the one that ends
            let (run, index) = match caret.affinity {
                super::Affinity::Downstream => holders.next_back(),
                super::Affinity::Upstream => holders.next(),
            }?;
            Some(TextPosition { node: run.id(id), character_index: index })
        };
        let selection = position(self.anchor).zip(position(self.caret));
        let selection = selection.map(|(anchor, focus)| TextSelection { anchor, focus });
        let mut nodes: Vec<(NodeId, Node)> = Vec::with_capacity(runs.len());
        for (index, run) in runs.iter().enumerate() {
            let mut node = run.node(self.paragraph(run.paragraph), origin, scale, run.paragraph < last);
            let on_same_line = |other: &&Run| (other.paragraph, other.line) == (run.paragraph, run.line);
            if let Some(previous) = index.checked_sub(1).and_then(|before| runs.get(before)).filter(on_same_line) {
                node.set_previous_on_line(previous.id(id));
            }
            if let Some(next) = runs.get(index + 1).filter(on_same_line) {
                node.set_next_on_line(next.id(id));
            }
            nodes.push((run.id(id), node));
        }
        Announcement { parent: id, runs: nodes, selection }
    }

    /// The places that a screen reader asks to select: anchor and caret.
    pub(crate) fn announced_selection(&self, id: Id, selection: &TextSelection) -> Option<(Caret, Caret)> {
        let find = |position: &TextPosition| {
            // runs are cut the same way in and out of sight only where they are laid out: try both
            let all = self.runs(None);
            let hidden = self.runs(Some(&(f32::MAX..f32::MAX)));
            let run = all.iter().chain(&hidden).find(|run| run.id(id) == position.node)?;
            let caret = run.caret(position.character_index);
            Some(self.caret_in(caret.paragraph, caret.byte))
        };
        Some((find(&selection.anchor)?, find(&selection.focus)?))
    }

    /// The runs in reading order. Paragraphs outside `visible` have no places; `None` has places for all.
    fn runs(&self, visible: Option<&std::ops::Range<f32>>) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut top_px = 0.0;
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            let bottom_px = top_px + paragraph.height_px();
            let is_seen = visible.is_none_or(|visible| bottom_px >= visible.start && top_px <= visible.end);
            let from = runs.len();
            if is_seen && paragraph.is_shaped() && !paragraph.text().is_empty() {
                for (line, at) in paragraph.lines().enumerate() {
                    line_runs(paragraph, index, line, &at, top_px, &mut runs);
                }
            }
            if runs.len() == from {
                unplaced_runs(paragraph, index, (top_px, bottom_px), &mut runs);
            }
            if let Some(last) = runs.last_mut() {
                last.ends_paragraph = true;
            }
            top_px = bottom_px;
        }
        runs
    }
}

/// The runs of a line in reading order, each of one direction and of 255 characters at most.
fn line_runs(paragraph: &Paragraph, index: usize, line: usize, at: &LineAt<'_>, top_px: f32, runs: &mut Vec<Run>) {
    let (line_top, line_bottom) = at.span_px();
    let metrics = at.line.metrics();
    let mut x = at.left_px + metrics.offset + metrics.inline_min_coord;
    let from = runs.len();
    for run in at.line.runs() {
        let mut left_px = x;
        x += run.advance();
        let letters: Vec<Letter> = run
            .clusters()
            .map(|cluster| {
                let bytes = at.text_bytes(cluster.text_range());
                Letter { start: bytes.start, end: bytes.end.min(paragraph.len()), width_px: cluster.advance() }
            })
            .collect();
        let mut letters = letters.into_iter().filter(|letter| letter.start < letter.end).peekable();
        let mut right_px = x;
        while letters.peek().is_some() {
            let letters: Vec<Letter> = letters.by_ref().take(LONGEST_RUN - 1).collect();
            let width: f32 = letters.iter().map(|letter| letter.width_px).sum();
            // a long run is cut in reading order: from the left, or from the right
            let left = if run.is_rtl() { right_px - width } else { left_px };
            right_px -= width;
            left_px += width;
            runs.push(Run {
                paragraph: index,
                line,
                letters,
                is_rtl: run.is_rtl(),
                left_px: left,
                top_px: top_px + line_top,
                bottom_px: top_px + line_bottom,
                atom_px: None,
                ends_paragraph: false,
            });
        }
    }
    if let Some(line) = runs.get_mut(from..) {
        line.sort_by_key(|run| run.letters.first().map_or(0, |letter| letter.start));
    }
}

/// A paragraph as text alone; an atom is seen as a whole.
fn unplaced_runs(paragraph: &Paragraph, index: usize, span_px: (f32, f32), runs: &mut Vec<Run>) {
    let atom_px = paragraph.atom_width_px();
    let (top_px, bottom_px) = if atom_px.is_some() { span_px } else { (0.0, 0.0) };
    let mut letters = paragraph
        .text()
        .grapheme_indices(true)
        .map(|(at, cluster)| Letter { start: at, end: at + cluster.len(), width_px: 0.0 })
        .peekable();
    loop {
        runs.push(Run {
            paragraph: index,
            line: 0,
            letters: letters.by_ref().take(LONGEST_RUN - 1).collect(),
            is_rtl: paragraph.direction().is_rtl(),
            left_px: 0.0,
            top_px,
            bottom_px,
            atom_px,
            ends_paragraph: false,
        });
        if letters.peek().is_none() {
            return;
        }
    }
}
