//! A look inside, for tests and for holding the layout against another shaper: glyphs, caret places, hits, walks.
//!
//! Apart because no widget needs it. Everything is as last laid out, in pixels.

use parley::PositionedLayoutItem;

use super::{Affinity, Caret, Editor};

/// A glyph as it stands on its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedGlyph {
    /// Its number in the font; 0 is a letter that the font lacks.
    pub id: u32,
    /// Where it is drawn.
    pub x: f32,
    /// How far it moves the pen.
    pub advance: f32,
}

impl Editor {
    /// The glyphs of a paragraph, line by line, from left to right. Joiners and direction marks have none: the space
    /// without width that stands for them is left out.
    pub fn glyphs(&self, paragraph: usize) -> Vec<PlacedGlyph> {
        let mut glyphs = Vec::new();
        for line in self.paragraphs.get(paragraph).into_iter().flat_map(super::Paragraph::lines) {
            for item in line.line.items() {
                let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                if run.run().font_size() < 1.0 {
                    continue;
                }
                let font = run.run().font();
                let font = swash::FontRef::from_index(font.data.as_ref(), font.index as usize);
                let space = font.map(|font| u32::from(font.charmap().map(' ')));
                let seen = run.positioned_glyphs().filter(|glyph| glyph.advance != 0.0 || Some(glyph.id) != space);
                glyphs.extend(seen.map(|glyph| PlacedGlyph {
                    id: glyph.id,
                    x: line.left_px + glyph.x,
                    advance: glyph.advance,
                }));
            }
        }
        glyphs
    }

    /// Does the paragraph read right to left?
    pub fn is_rtl(&self, paragraph: usize) -> bool {
        self.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.direction().is_rtl())
    }

    /// The line (within its paragraph) and the x of a caret.
    pub fn caret_place(&self, caret: Caret) -> Option<(usize, f32)> {
        let paragraph = self.paragraphs.get(caret.paragraph)?;
        let place = paragraph.place(caret.spot(), self.layout.as_ref()?);
        Some((place.line, place.x))
    }

    /// Where a click at a point puts the caret.
    pub fn caret_from_point(&self, x_px: f32, y_px: f32) -> Caret {
        self.hit_px(x_px, y_px)
    }

    /// Where an arrow key takes the caret; the same place where it cannot go on.
    pub fn caret_after_arrow(&self, from: Caret, right: bool) -> Caret {
        self.stepped(from, right)
    }

    /// The caret with its side.
    pub const fn full_caret(&self) -> Caret {
        self.caret
    }

    /// The clusters of a paragraph that can be seen, line by line: (line, left, right, bytes).
    pub fn clusters(&self, paragraph: usize) -> Vec<(usize, f32, f32, std::ops::Range<usize>)> {
        let Some(paragraph) = self.paragraphs.get(paragraph) else { return Vec::new() };
        let lines = 0..paragraph.line_count();
        lines
            .flat_map(|line| paragraph.stops(line).into_iter().map(move |stop| (line, stop)))
            .map(|(line, stop)| (line, stop.left, stop.right, stop.bytes))
            .collect()
    }

    /// The rectangles that show a selection within a paragraph: (line, left, right).
    pub fn selection_spans(&self, paragraph: usize, bytes: &std::ops::Range<usize>) -> Vec<(usize, f32, f32)> {
        self.paragraphs.get(paragraph).map_or_else(Vec::new, |paragraph| paragraph.selection(bytes))
    }

    /// Where a walk through a paragraph begins: before its first letter, or after its last.
    pub fn paragraph_edge(&self, paragraph: usize, at_end: bool) -> Caret {
        if at_end {
            Caret { paragraph, byte: self.paragraph(paragraph).len(), affinity: Affinity::Downstream }
        } else {
            Caret { paragraph, byte: self.content_start(paragraph), affinity: Affinity::Upstream }
        }
    }
}
