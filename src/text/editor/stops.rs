//! Where the caret may stand: a table of clusters per line, built from the layout.
//!
//! Apart from parley's own cursor on purpose. Walked with arrow keys over wrapped mixed text, that one sticks or
//! loops in places, and it knows no base edge of a paragraph. Everything here follows from one table: each cluster's
//! left and right edge, its bytes and its direction.

use std::ops::Range;

use super::lines::LineAt;
use super::paragraph::Paragraph;
use super::{Affinity, LayoutStyle};
use crate::text::ligature;
use crate::text::line::BreakSpace;

/// Two places nearer than this are one, in pixels.
const SAME_PLACE_PX: f32 = 0.01;

/// How wide the caret is, in pixels. It stands astride its place: at both edges half of it is kept free.
pub(crate) const CARET_ROOM_PX: f32 = 2.0;

/// A cluster on its line: what the caret steps over at once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stop {
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) bytes: Range<usize>,
    pub(crate) is_rtl: bool,
}

impl Stop {
    /// The place at the cluster's right or left edge.
    const fn edge(&self, right: bool) -> Spot {
        if self.is_rtl == right {
            Spot { byte: self.bytes.start, affinity: Affinity::Downstream }
        } else {
            Spot { byte: self.bytes.end, affinity: Affinity::Upstream }
        }
    }

    const fn leading(&self) -> f32 {
        if self.is_rtl { self.right } else { self.left }
    }

    const fn trailing(&self) -> f32 {
        if self.is_rtl { self.left } else { self.right }
    }

    fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

/// A caret's place within one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) byte: usize,
    pub(crate) affinity: Affinity,
}

/// A caret's place on the screen: the line's number and the x, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) x: f32,
}

impl Place {
    pub(crate) fn is_same(self, other: Self) -> bool {
        self.line == other.line && (self.x - other.x).abs() < SAME_PLACE_PX
    }
}

/// The clusters of a line from left to right, those without width among them.
fn all_stops(line: &LineAt<'_>, is_rtl: bool) -> Vec<Stop> {
    let metrics = line.line.metrics();
    let mut x = metrics.offset + metrics.inline_min_coord;
    let mut stops = Vec::new();
    for run in line.line.runs() {
        let mut widths = ligature::widths(&run);
        if run.is_rtl() {
            widths.reverse();
        }
        for (cluster, width) in run.visual_clusters().zip(widths) {
            let right = x + width;
            let bytes = line.text_bytes(cluster.text_range());
            // what the engine put in for itself is no place for a caret
            if !bytes.is_empty() {
                stops.push(Stop { left: x, right, bytes, is_rtl: cluster.is_rtl() });
            }
            x = right;
        }
    }
    if let Some(space) = BreakSpace::of(&line.line, is_rtl) {
        for stop in &mut stops {
            let shift = space.shift(stop.middle());
            stop.left += shift;
            stop.right += shift;
        }
        stops.sort_by(|one, other| one.middle().total_cmp(&other.middle()));
    }
    for stop in &mut stops {
        stop.left += line.left_px;
        stop.right += line.left_px;
    }
    stops
}

impl Paragraph {
    /// The one stop of an atom: what the caret steps over.
    fn atom_stop(&self) -> Option<Stop> {
        let width = self.atom_width_px()?;
        let left = self.room().left_px;
        Some(Stop { left, right: left + width, bytes: 0..self.len(), is_rtl: self.direction().is_rtl() })
    }

    /// The clusters of a line that can be seen, from left to right.
    pub(crate) fn stops(&self, line: usize) -> Vec<Stop> {
        if let Some(stop) = self.atom_stop() {
            return vec![stop];
        }
        let Some(line) = self.line(line) else { return Vec::new() };
        let mut stops = all_stops(&line, self.direction().is_rtl());
        // joiners, marks and isolates have no room of their own
        stops.retain(|stop| stop.right - stop.left > SAME_PLACE_PX);
        // an empty paragraph is shaped with a space to have a height
        stops.retain(|stop| stop.bytes.end <= self.len());
        stops
    }

    /// Where a caret stands. Downstream is the leading edge of the cluster that begins at the byte, Upstream the
    /// trailing edge of the one that ends there; before the first and after the last it is the line's edge by the
    /// paragraph's direction.
    pub(crate) fn place(&self, spot: Spot, style: &LayoutStyle) -> Place {
        let is_rtl = self.direction().is_rtl();
        if let Some(atom) = self.atom_stop() {
            return Place { line: 0, x: if spot.byte == 0 { atom.leading() } else { atom.trailing() } };
        }
        let is_start = spot.byte <= self.content_start();
        let mut within = None;
        for (index, line) in self.lines_around(spot.byte..spot.byte) {
            let bytes = line.bytes();
            if spot.byte < bytes.start || spot.byte > bytes.end {
                continue;
            }
            for stop in all_stops(&line, is_rtl) {
                if stop.bytes.start < spot.byte && spot.byte < stop.bytes.end {
                    within = Some(Place { line: index, x: stop.trailing() });
                }
                let x = match spot.affinity {
                    Affinity::Downstream => (stop.bytes.start == spot.byte).then(|| stop.leading()),
                    // before the first letter stands nothing but the mark of the direction
                    Affinity::Upstream => (stop.bytes.end == spot.byte && !is_start).then(|| stop.trailing()),
                };
                if let Some(x) = x
                    && !self.shows_nothing()
                {
                    return Place { line: index, x };
                }
            }
        }
        if let Some(within) = within {
            return within;
        }
        let last = self.line_count().saturating_sub(1);
        let line = if is_start { 0 } else { last };
        let stops = self.stops(line);
        let at_right = is_rtl == is_start;
        let edge = if at_right { stops.last().map(|stop| stop.right) } else { stops.first().map(|stop| stop.left) };
        Place { line, x: edge.unwrap_or_else(|| self.empty_line_x(style)) }
    }

    /// Where the caret stands in a line of it without text.
    pub(crate) fn empty_line_x(&self, style: &LayoutStyle) -> f32 {
        let width_px = self.room().width_px(style).unwrap_or(0.0);
        self.room().left_px + empty_line_x(self.direction().is_rtl(), style.alignment, width_px)
    }

    /// One step of an arrow key in the order that is seen; `None` past the paragraph's end.
    pub(crate) fn step(&self, from: Spot, right: bool, style: &LayoutStyle) -> Option<Spot> {
        let forward = right != self.direction().is_rtl();
        let Place { line, x } = self.place(from, style);
        let stops = self.stops(line);
        let beside = if right {
            stops.iter().position(|stop| stop.middle() > x + SAME_PLACE_PX)
        } else {
            stops.iter().rposition(|stop| stop.middle() < x - SAME_PLACE_PX)
        };
        let next_line = if forward { Some(line + 1) } else { line.checked_sub(1) };
        let next_line = next_line.filter(|&next| next < self.line_count());
        let is_last = beside.is_some_and(|index| if right { index + 1 == stops.len() } else { index == 0 });
        match (beside.and_then(|index| stops.get(index)), next_line) {
            // past the last cluster of a wrapped line is the same as before the first of the next: once
            (Some(_), Some(next)) if forward && is_last => Some(self.near_edge(next, right)),
            (Some(stop), _) => Some(stop.edge(right)),
            (None, Some(next)) if forward => Some(self.near_edge(next, right)),
            // back over a soft break: the inner side of that line's last cluster
            (None, Some(next)) => {
                let stops = self.stops(next);
                let stop = if right { stops.first() } else { stops.last() };
                Some(stop.map_or_else(|| self.near_edge(next, right), |stop| stop.edge(right)))
            }
            (None, None) => None,
        }
    }

    /// The edge at which a line is entered: moving right, its left one.
    fn near_edge(&self, line: usize, right: bool) -> Spot {
        let stops = self.stops(line);
        let stop = if right { stops.first() } else { stops.last() };
        stop.map_or_else(|| self.line_end(line, false), |stop| stop.edge(!right))
    }

    /// Where an arrow enters the paragraph from a neighbour: its start going forward, its end going back.
    pub(crate) fn entrance(&self, forward: bool) -> Spot {
        let line = if forward { 0 } else { self.line_count().saturating_sub(1) };
        let right = self.direction().is_rtl() == forward;
        let stops = self.stops(line);
        let stop = if right { stops.last() } else { stops.first() };
        let start = Spot { byte: self.content_start(), affinity: Affinity::Downstream };
        stop.map_or(start, |stop| stop.edge(right))
    }

    /// A line's start or end in reading order, at the edge of the paragraph's direction.
    pub(crate) fn line_end(&self, line: usize, at_end: bool) -> Spot {
        let bytes = self.line_bytes(line);
        let is_last = line + 1 >= self.line_count();
        match (at_end, line, is_last) {
            (true, _, true) => Spot { byte: self.len(), affinity: Affinity::Downstream },
            (true, _, false) => Spot { byte: bytes.end, affinity: Affinity::Upstream },
            (false, 0, _) => Spot { byte: self.content_start(), affinity: Affinity::Upstream },
            (false, ..) => Spot { byte: bytes.start, affinity: Affinity::Downstream },
        }
    }

    /// The line at a height, in pixels from the paragraph's top: the nearest one.
    pub(crate) fn line_at(&self, y: f32) -> usize {
        let line = self.lines().position(|line| y < line.span_px().1);
        line.unwrap_or_else(|| self.line_count().saturating_sub(1))
    }

    /// Where a click puts the caret.
    pub(crate) fn hit(&self, x: f32, y: f32) -> Spot {
        self.hit_line(self.line_at(y), x)
    }

    /// The caret's place nearest to an x on a line.
    pub(crate) fn hit_line(&self, line: usize, x: f32) -> Spot {
        let is_rtl = self.direction().is_rtl();
        let stops = self.stops(line);
        let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return self.line_end(line, false) };
        if x <= first.left {
            return self.line_end(line, is_rtl);
        }
        if x >= last.right {
            return self.line_end(line, !is_rtl);
        }
        let hit = stops.iter().find(|stop| x < stop.right).unwrap_or(last);
        hit.edge(x > hit.middle())
    }

    /// The rectangles of a selection on each line, as (line, left, right): mixed text gives several.
    pub(crate) fn selection(&self, bytes: &Range<usize>) -> Vec<(usize, f32, f32)> {
        let mut spans: Vec<(usize, f32, f32)> = Vec::new();
        if let Some(atom) = self.atom_stop() {
            if bytes.start < atom.bytes.end && atom.bytes.start < bytes.end {
                spans.push((0, atom.left, atom.right));
            }
            return spans;
        }
        for (index, line) in self.lines_around(bytes.clone()) {
            let on_line = line.bytes();
            if on_line.end <= bytes.start || on_line.start >= bytes.end {
                continue;
            }
            let mut is_open = false;
            for stop in all_stops(&line, self.direction().is_rtl()).into_iter().filter(|stop| stop.right > stop.left) {
                let is_selected = bytes.contains(&stop.bytes.start);
                match spans.last_mut() {
                    Some(span) if is_selected && is_open => span.2 = stop.right,
                    _ if is_selected => spans.push((index, stop.left, stop.right)),
                    _ => {}
                }
                is_open = is_selected;
            }
        }
        spans
    }
}

/// Where the caret stands in a line without text, in one of that width.
pub(crate) fn empty_line_x(is_rtl: bool, alignment: parley::Alignment, width: f32) -> f32 {
    match alignment {
        parley::Alignment::Center => width / 2.0,
        parley::Alignment::Left => 0.0,
        parley::Alignment::Right => width,
        parley::Alignment::End => {
            if is_rtl {
                0.0
            } else {
                width
            }
        }
        parley::Alignment::Start | parley::Alignment::Justify => {
            if is_rtl {
                width
            } else {
                0.0
            }
        }
    }
}
