//! From lines of glyphs to egui shapes: one mesh a texture page, and the rectangles above and below it.
//!
//! Apart from shaping because colour is decided here, each frame, and shaping never again: text is shaped with the
//! *number* of its look ([`Ink`]) and tinted when it is painted, so themes, hover and fading cost no layout.

use std::ops::Range;

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, pos2, vec2};
use parley::{Layout, PositionedLayoutItem};

use super::atlas::{Atlas, BINS, Face};
use super::line::BreakSpace;

/// Which look a letter has: a number that whoever paints the text knows a look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Ink(pub(crate) u32);

/// How letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Look {
    pub(crate) color: Color32,
    pub(crate) background: Color32,
    pub(crate) underline: Stroke,
    pub(crate) strikethrough: Stroke,
}

impl From<Color32> for Look {
    fn from(color: Color32) -> Self {
        Self { color, ..Self::default() }
    }
}

/// What has been painted so far.
#[derive(Default)]
pub(crate) struct Picture {
    backgrounds: Vec<(Rect, Color32)>,
    meshes: Vec<Mesh>,
    strokes: Vec<(Rect, Color32)>,
}

impl Picture {
    /// Turns everything around a point, clockwise.
    pub(crate) fn rotate(&mut self, radians: f32, around: Pos2) {
        let rotation = egui::emath::Rot2::from_angle(radians);
        for mesh in &mut self.meshes {
            mesh.rotate(rotation, around);
        }
        // rectangles become meshes first: a turned rectangle is no rectangle
        for (rect, color) in self.backgrounds.drain(..).chain(self.strokes.drain(..)) {
            let mut mesh = Mesh::default();
            mesh.add_colored_rect(rect, color);
            mesh.rotate(rotation, around);
            self.meshes.insert(0, mesh);
        }
    }

    /// In painting order.
    pub(crate) fn into_shapes(self) -> Vec<Shape> {
        let fill = |(rect, color)| Shape::rect_filled(rect, 0.0, color);
        let meshes = self.meshes.into_iter().filter(|mesh| !mesh.is_empty()).map(Shape::mesh);
        self.backgrounds.into_iter().map(fill).chain(meshes).chain(self.strokes.into_iter().map(fill)).collect()
    }
}

/// The look of each ink.
pub(crate) type Looks<'a> = &'a dyn Fn(Ink) -> Look;

/// The shapes of a layout as they were painted last: while nothing about them changes they are shown again.
#[derive(Default)]
pub(crate) struct Painted {
    key: Option<PaintedAs>,
    shapes: Vec<Shape>,
}

impl Painted {
    /// As before the first frame.
    pub(crate) fn forget(&mut self) {
        if self.key.is_some() {
            *self = Self::default();
        }
    }
}

/// What the shapes of a layout depend on, besides the layout.
#[derive(Clone, Copy, PartialEq, Eq)]
struct PaintedAs {
    /// In pixels.
    x: i64,
    /// In 64ths of a pixel.
    y: i64,
    lines: (usize, usize),
    scale: u32,
    atlas: u64,
    looks: u64,
}

/// Paints lines at one scale with one set of looks.
pub(crate) struct Painter<'a> {
    pub(crate) ctx: &'a egui::Context,
    pub(crate) atlas: &'a mut Atlas,
    pub(crate) pixels_per_point: f32,
    pub(crate) looks: Looks<'a>,
}

impl Painter<'_> {
    /// Paints those of a layout's lines that are visible, or shows them again as they were painted last. The layout's
    /// top is brought to whole pixels, and then moved down by `shift_px`. `looks` is a number that changes with the
    /// looks.
    pub(crate) fn lines_again<'p>(
        &mut self,
        (layout, lines, shift_px): (&Layout<Ink>, Range<usize>, f32),
        origin: Pos2,
        clip: Rect,
        looks: u64,
        painted: &'p mut Painted,
    ) -> &'p [Shape] {
        let scale = self.pixels_per_point;
        let (x, y) = ((origin.x * scale).round(), (origin.y * scale).round() + shift_px);
        let (top, bottom) = (clip.top() * scale - y, clip.bottom() * scale - y);
        let is_above = |line: parley::Line<'_, Ink>| {
            let metrics = line.metrics();
            metrics.content_block_max_coord.max(metrics.block_max_coord) < top
        };
        let is_not_below = |line: parley::Line<'_, Ink>| {
            let metrics = line.metrics();
            metrics.content_block_min_coord.min(metrics.block_min_coord) <= bottom
        };
        let shown = || layout.lines().take(lines.end);
        let first = lines.start + shown().skip(lines.start).take_while(|line| is_above(*line)).count();
        let last = first + shown().skip(first).take_while(|line| is_not_below(*line)).count();
        let key = PaintedAs {
            x: x as i64,
            y: (y * 64.0).round() as i64,
            lines: (first, last),
            scale: scale.to_bits(),
            atlas: self.atlas.generation(),
            looks,
        };
        if painted.key != Some(key) {
            let mut picture = Picture::default();
            for line in layout.lines().take(last).skip(first) {
                self.line(&line, layout.is_rtl(), x, y, &mut picture);
            }
            *painted = Painted { key: Some(key), shapes: picture.into_shapes() };
        }
        &painted.shapes
    }

    /// Paints the lines of a layout that meet `clip`; `origin` is its top left, in points.
    pub(crate) fn layout(&mut self, layout: &Layout<Ink>, origin: Pos2, clip: Rect, picture: &mut Picture) {
        let scale = self.pixels_per_point;
        // the origin on whole pixels: text that scrolls must not shimmer
        let (x, y) = ((origin.x * scale).round(), (origin.y * scale).round());
        let (top, bottom) = (clip.top() * scale - y, clip.bottom() * scale - y);
        for line in layout.lines() {
            let metrics = line.metrics();
            if metrics.content_block_max_coord.max(metrics.block_max_coord) < top {
                continue;
            }
            if metrics.content_block_min_coord.min(metrics.block_min_coord) > bottom {
                break;
            }
            self.line(&line, layout.is_rtl(), x, y, picture);
        }
    }

    /// Paints one line of a paragraph; `x` and `y` move the layout's own coordinates, in pixels.
    pub(crate) fn line(&mut self, line: &parley::Line<'_, Ink>, is_rtl: bool, x: f32, y: f32, picture: &mut Picture) {
        let space = BreakSpace::of(line, is_rtl);
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(glyphs) = item else { continue };
            let look = (self.looks)(glyphs.style().brush);
            self.decorate(line, &glyphs, look, x, y, picture);
            let run = *glyphs.run();
            if run.font_size() < 1.0 {
                continue;
            }
            let face = Face::of(&run);
            let mut pen = glyphs.offset();
            for glyph in glyphs.glyphs() {
                let shift = space.map_or(0.0, |space| space.shift(pen + glyph.advance / 2.0));
                let start = x + pen + shift;
                pen += glyph.advance;
                // the empty box of a letter that no font has: its room is kept, the box is not shown
                if glyph.id == 0 {
                    continue;
                }
                // to the nearest quarter pixel, never to a whole one
                let across = ((start + glyph.x) * BINS).round() / BINS;
                let column = across.floor();
                let bin = ((across - column) * BINS) as u8;
                let Some(image) = self.atlas.image(self.ctx, &face, glyph.id, bin) else { continue };
                let row = (y + glyphs.baseline() + glyph.y).round();
                let scale = self.pixels_per_point;
                let [left, top] = image.bearing;
                let min = pos2((column + left as f32) / scale, (row - top as f32) / scale);
                let [width, height] = image.size.map(f32::from);
                let [u, v] = image.min.map(f32::from);
                let texel = Atlas::texel();
                let uv = Rect::from_min_size(pos2(u * texel, v * texel), vec2(width * texel, height * texel));
                let color = if image.is_color { Color32::from_white_alpha(look.color.a()) } else { look.color };
                if let Some(mesh) = mesh_of(self.atlas, picture, image.page) {
                    mesh.add_rect_with_uv(Rect::from_min_size(min, vec2(width, height) / scale), uv, color);
                }
            }
        }
    }

    fn decorate(
        &self,
        line: &parley::Line<'_, Ink>,
        glyphs: &parley::GlyphRun<'_, Ink>,
        look: Look,
        x: f32,
        y: f32,
        picture: &mut Picture,
    ) {
        let scale = self.pixels_per_point;
        let (left, width) = ((x + glyphs.offset()) / scale, glyphs.advance() / scale);
        let font = glyphs.run().font_metrics();
        let bar = |middle_px: f32, stroke: Stroke| {
            let height_px = (stroke.width * scale).round().max(1.0);
            let top = (y + middle_px - height_px / 2.0).round() / scale;
            (Rect::from_min_size(pos2(left, top), vec2(width, height_px / scale)), stroke.color)
        };
        if look.background != Color32::TRANSPARENT {
            let metrics = line.metrics();
            let (top, bottom) = ((y + metrics.block_min_coord) / scale, (y + metrics.block_max_coord) / scale);
            picture
                .backgrounds
                .push((Rect::from_min_max(pos2(left, top), pos2(left + width, bottom)).expand(1.0), look.background));
        }
        if !look.underline.is_empty() {
            // below the dots of a ya, or it reads as part of the letters
            let below = glyphs.baseline() + font.descent * 0.6;
            picture.strokes.push(bar(below, look.underline));
        }
        if !look.strikethrough.is_empty() {
            picture.strokes.push(bar(glyphs.baseline() - font.strikethrough_offset, look.strikethrough));
        }
    }
}

/// The mesh that draws from a texture page.
fn mesh_of<'a>(atlas: &Atlas, picture: &'a mut Picture, page: usize) -> Option<&'a mut Mesh> {
    while picture.meshes.len() <= page {
        let texture = atlas.texture(picture.meshes.len())?;
        picture.meshes.push(Mesh::with_texture(texture));
    }
    picture.meshes.get_mut(page)
}
