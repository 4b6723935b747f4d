//! Glyph images: drawn once by swash at a quarter-pixel offset, kept in egui textures.
//!
//! Apart because it is the only code that touches pixels. egui's own atlas can't be filled from outside.

use egui::epaint::FontColorTransferFunction;
use egui::{Color32, ColorImage, TextureHandle, TextureOptions};
use swash::scale::{Render, ScaleContext, Source, StrikeWith, image::Content};
use swash::zeno::{Angle, Format, Transform, Vector};

use super::kept::{Numbered, number};

/// One page: 4 MiB, enough for five sizes of an Arabic face.
const SIDE: usize = 1024;

/// Beyond this many pages the atlas starts afresh: it holds sizes that are no longer on the screen.
const PAGES: usize = 6;

/// An atlas that fills up again within so many frames is needed as large as it is.
const SOON_FRAMES: u32 = 120;

/// Horizontal positions of a glyph within a pixel. Whole pixels show seams where Arabic letters join.
pub(crate) const BINS: f32 = 4.0;

/// A font at a size, as parley hands it over; the part of a key that a whole run shares.
pub(crate) struct Face<'a> {
    font: &'a parley::FontData,
    size: f32,
    coordinates: Vec<i16>,
    embolden: bool,
    skew_degrees: Option<f32>,
    /// Another one for another font, size or variation.
    number: u64,
}

impl<'a> Face<'a> {
    /// The face of a run of glyphs.
    pub(crate) fn of<B: parley::Brush>(run: &'a parley::layout::Run<'_, B>) -> Self {
        let coordinates: Vec<i16> = run.normalized_coords().iter().map(|coordinate| coordinate.to_bits()).collect();
        let (embolden, skew_degrees) = (run.synthesis().embolden(), run.synthesis().skew());
        let (font, size) = (run.font(), run.font_size());
        let variation = (&coordinates, embolden, skew_degrees.map(f32::to_bits));
        let number = number((font.data.id(), font.index, size.to_bits(), variation));
        Self { font, size, coordinates, embolden, skew_degrees, number }
    }
}

/// Where a glyph's image stands.
#[derive(Clone, Copy)]
pub(crate) struct Image {
    pub(crate) page: usize,
    /// In the page, in pixels.
    pub(crate) min: [u16; 2],
    pub(crate) size: [u16; 2],
    /// From the pen's pixel to the image's left and up to its top.
    pub(crate) bearing: [i32; 2],
    /// It has colours of its own (an emoji).
    pub(crate) is_color: bool,
}

struct Page {
    texture: TextureHandle,
    /// Where the next image goes: a shelf that fills from the left.
    pen: [usize; 2],
    shelf_height: usize,
}

/// The glyph images of every font and size in use.
#[derive(Default)]
pub(crate) struct Atlas {
    pages: Vec<Page>,
    images: Numbered<Option<Image>>,
    scaler: ScaleContext,
    transfer: FontColorTransferFunction,
    /// Pages allowed beyond [`PAGES`], for a screen that shows more than that at once.
    extra_pages: usize,
    frames_since_fresh: u32,
    generation: u64,
}

impl Atlas {
    /// Before a frame: starts afresh when it has grown too far, or when the theme blends text in another way.
    pub(crate) fn begin_frame(&mut self, transfer: FontColorTransferFunction) {
        self.frames_since_fresh = self.frames_since_fresh.saturating_add(1);
        let is_full = self.pages.len() > PAGES + self.extra_pages;
        if is_full && self.frames_since_fresh < SOON_FRAMES {
            self.extra_pages += PAGES;
        } else if is_full || self.transfer != transfer {
            self.pages.clear();
            self.images.clear();
            self.transfer = transfer;
            self.extra_pages = 0;
            self.frames_since_fresh = 0;
            self.generation += 1;
        }
    }

    /// Another number after each fresh start: what was painted before it points to images that are gone.
    pub(crate) const fn generation(&self) -> u64 {
        self.generation
    }

    /// A page's texture.
    pub(crate) fn texture(&self, page: usize) -> Option<egui::TextureId> {
        self.pages.get(page).map(|page| page.texture.id())
    }

    /// Pixels to texture coordinates.
    pub(crate) const fn texel() -> f32 {
        1.0 / SIDE as f32
    }

    /// How many images and pages there are.
    pub(crate) fn extent(&self) -> (usize, usize) {
        (self.images.len(), self.pages.len())
    }

    /// A glyph's image, drawn now where it is new; `None` for one that shows nothing.
    pub(crate) fn image(&mut self, ctx: &egui::Context, face: &Face<'_>, glyph: u32, bin: u8) -> Option<Image> {
        let key = number([face.number, u64::from(glyph) << 8 | u64::from(bin)]);
        if let Some(known) = self.images.get(&key) {
            return *known;
        }
        let image = self.draw(ctx, face, glyph, bin);
        self.images.insert(key, image);
        image
    }

    fn draw(&mut self, ctx: &egui::Context, face: &Face<'_>, glyph: u32, bin: u8) -> Option<Image> {
        let font = swash::FontRef::from_index(face.font.data.as_ref(), usize::try_from(face.font.index).ok()?)?;
        let mut scaler = self
            .scaler
            .builder(font)
            .size(face.size)
            .hint(false)
            .normalized_coords(face.coordinates.iter().copied())
            .build();
        let sources = [Source::ColorOutline(0), Source::ColorBitmap(StrikeWith::BestFit), Source::Outline];
        let mut render = Render::new(&sources);
        render.format(Format::Alpha).offset(Vector::new(f32::from(bin) / BINS, 0.0));
        if face.embolden {
            render.embolden(face.size / 48.0);
        }
        if let Some(degrees) = face.skew_degrees {
            render.transform(Some(Transform::skew(Angle::from_degrees(degrees), Angle::from_degrees(0.0))));
        }
        let drawn = render.render(&mut scaler, u16::try_from(glyph).ok()?)?;
        let (width, height) = (drawn.placement.width as usize, drawn.placement.height as usize);
        if width == 0 || height == 0 {
            return None;
        }
        let is_color = drawn.content == Content::Color;
        let pixels: Vec<Color32> = if is_color {
            drawn
                .data
                .as_chunks::<4>()
                .0
                .iter()
                .map(|&[red, green, blue, alpha]| Color32::from_rgba_unmultiplied(red, green, blue, alpha))
                .collect()
        } else {
            let transfer = self.transfer;
            drawn.data.iter().map(|&alpha| transfer.to_atlas_color(Color32::from_white_alpha(alpha))).collect()
        };
        let (page, [x, y]) = self.place(ctx, width, height)?;
        let texture = &mut self.pages.get_mut(page)?.texture;
        texture.set_partial([x, y], ColorImage::new([width, height], pixels), TextureOptions::LINEAR);
        let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        Some(Image {
            page,
            min: [short(x), short(y)],
            size: [short(width), short(height)],
            bearing: [drawn.placement.left, drawn.placement.top],
            is_color,
        })
    }

    /// Room for an image, a pixel from its neighbours; `None` for one larger than a page.
    fn place(&mut self, ctx: &egui::Context, width: usize, height: usize) -> Option<(usize, [usize; 2])> {
        if width + 2 > SIDE || height + 2 > SIDE {
            return None;
        }
        if let Some(page) = self.pages.last_mut() {
            if page.pen[0] + width + 1 > SIDE {
                page.pen = [1, page.pen[1] + page.shelf_height + 1];
                page.shelf_height = 0;
            }
            if page.pen[1] + height < SIDE {
                let at = page.pen;
                page.pen[0] += width + 1;
                page.shelf_height = page.shelf_height.max(height);
                return Some((self.pages.len() - 1, at));
            }
        }
        let blank = ColorImage::filled([SIDE, SIDE], Color32::TRANSPARENT);
        let texture = ctx.load_texture(format!("text-{}", self.pages.len()), blank, TextureOptions::LINEAR);
        self.pages.push(Page { texture, pen: [width + 2, 1], shelf_height: height });
        Some((self.pages.len() - 1, [1, 1]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_placed_side_by_side_and_never_overlap() {
        let ctx = egui::Context::default();
        let mut atlas = Atlas::default();
        let mut taken: Vec<(usize, egui::Rect)> = Vec::new();
        for index in 0..400_u16 {
            let (width, height) = (20 + usize::from(index % 37) * 3, 15 + usize::from(index % 23) * 4);
            let (page, [x, y]) = atlas.place(&ctx, width, height).expect("smaller than a page");
            let rect =
                egui::Rect::from_min_size(egui::pos2(x as f32, y as f32), egui::vec2(width as f32, height as f32));
            assert!(rect.max.x < SIDE as f32 && rect.max.y < SIDE as f32, "{rect:?}");
            assert!(!taken.iter().any(|(on, other)| *on == page && other.expand(0.5).intersects(rect)), "{rect:?}");
            taken.push((page, rect));
        }
        assert!(atlas.place(&ctx, SIDE, 10).is_none());
        assert!(atlas.pages.len() > 1);
    }

    #[test]
    fn an_atlas_full_of_what_is_gone_starts_afresh_and_one_that_is_needed_grows() {
        let ctx = egui::Context::default();
        let fill = |atlas: &mut Atlas| {
            for _ in 0..=PAGES {
                atlas.place(&ctx, SIDE - 2, SIDE - 2).expect("a page");
            }
        };
        let mut atlas = Atlas::default();
        let transfer = atlas.transfer;
        for _ in 0..SOON_FRAMES {
            atlas.begin_frame(transfer);
        }
        fill(&mut atlas);
        atlas.begin_frame(transfer);
        assert!(atlas.pages.is_empty());
        fill(&mut atlas);
        atlas.begin_frame(transfer);
        assert_eq!(atlas.pages.len(), PAGES + 1, "filled at once again: it is needed");
        atlas.begin_frame(FontColorTransferFunction::Gamma(0.5));
        assert!(atlas.pages.is_empty(), "another theme blends in another way");
    }
}
