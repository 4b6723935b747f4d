//! The engine: shapers, glyph images and finished blocks, shared by all that shows text in one egui context.
//!
//! Apart because everything that shows text goes through it: the hook, the label and the editor differ only in what
//! they ask for. It lives in its own `Arc<Mutex<_>>`, never in the plugin: egui locks a plugin while it calls it,
//! and a widget made in such a call would wait for itself.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Color32, Pos2, Rect, Shape, pos2};
use parley::fontique::SourceCache;
use parley::{FontContext, FontFamilyName};

use super::atlas::Atlas;
use super::bidi::Direction;
use super::block::{Block, BlockCache};
use super::fonts::{Coverage, Stack, Weight};
use super::kept::{Source, number};
use super::paint::{Looks, Painter, Picture};
use super::shaper::{Shaped, Shaper, Shapers, Span, Style};

/// Shapes text and keeps its glyph images. Share it: what it has learned about the fonts is worth milliseconds.
pub struct Engine {
    shapers: Shapers,
    coverage: Coverage,
    /// The system's fonts are read once, the first time that no bundled font has a letter.
    may_load_system_fonts: bool,
    pub(crate) atlas: Atlas,
    pub(crate) blocks: BlockCache,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// With the interface's fonts.
    pub fn new() -> Self {
        Self::with(Stack::interface(), true)
    }

    /// With one font file and no fallback, for holding the layout against another shaper.
    pub fn with_font(bytes: Vec<u8>, family: &str) -> Self {
        Self::with(Stack::single(bytes, family), false)
    }

    fn with(stack: Stack, may_load_system_fonts: bool) -> Self {
        let fonts = FontContext { collection: stack.collection, source_cache: SourceCache::default() };
        let families = stack.families.into_iter().map(|family| FontFamilyName::Named(family.into())).collect();
        Self {
            shapers: Shapers::new(Shaper::new(fonts, families)),
            coverage: stack.coverage,
            may_load_system_fonts,
            atlas: Atlas::default(),
            blocks: BlockCache::default(),
        }
    }

    /// Shapes one paragraph (no newline in it). It has no lines yet: see [`super::shaper::break_lines`].
    pub(crate) fn shape(
        &mut self,
        text: &str,
        style: Style,
        pixels_per_point: f32,
        direction: Direction,
        spans: &[Span],
    ) -> Shaped {
        self.find_fonts_for(text);
        self.shapers.first().shape(text, style, pixels_per_point, direction, spans)
    }

    /// Does each piece of work with a shaper, on several threads where the text is long. [`Engine::find_fonts_for`]
    /// goes before it.
    pub(crate) fn share_out<Job: Send>(
        &mut self,
        jobs: Vec<Job>,
        bytes: usize,
        work: impl Fn(&mut Shaper, Job) + Sync,
    ) {
        self.shapers.share_out(jobs, bytes, work);
    }

    /// Reads the system's fonts where no bundled one has a letter.
    pub(crate) fn find_fonts_for(&mut self, text: &str) {
        if self.may_load_system_fonts && !self.coverage.covers(text) {
            self.may_load_system_fonts = false;
            self.shapers.load_system_fonts();
        }
    }

    /// Paints text at a scale with some looks.
    pub(crate) const fn painter<'a>(
        &'a mut self,
        ctx: &'a egui::Context,
        pixels_per_point: f32,
        looks: Looks<'a>,
    ) -> Painter<'a> {
        Painter { ctx, atlas: &mut self.atlas, pixels_per_point, looks }
    }

    /// How many glyph images are kept, and on how many texture pages.
    pub fn glyph_images(&self) -> (usize, usize) {
        self.atlas.extent()
    }
}

/// The engine and what waits for the end of the pass, shared by the widgets and the hook of one egui context.
#[derive(Clone, Default)]
pub(crate) struct Shared(Arc<Mutex<State>>);

/// What [`Shared`] guards.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) engine: Engine,
    pub(crate) announcements: Vec<super::access::Announcement>,
    pub(crate) lines: super::measured::LineCache,
    pub(crate) pictures: super::kept::Pictures,
}

/// More lines than this are painted only where one sees them.
const FEW_LINES: usize = 60;

impl State {
    /// A block in one colour, its top left at `origin`: as it was painted in the last frame, where it stands there still.
    pub(crate) fn block_shapes(
        &mut self,
        ctx: &egui::Context,
        block: &Arc<Block>,
        color: Color32,
        origin: Pos2,
        clip: Rect,
    ) -> Vec<Shape> {
        let scale = block.pixels_per_point;
        let Self { engine, pictures, .. } = self;
        let paint = |engine: &mut Engine, clip: Rect| {
            let mut picture = Picture::default();
            let mut painter =
                Painter { ctx, atlas: &mut engine.atlas, pixels_per_point: scale, looks: &|_| color.into() };
            for part in &block.parts {
                let at = pos2(origin.x, origin.y + part.top_px / scale);
                painter.layout(&part.layout, at, clip, &mut picture);
            }
            picture.into_shapes()
        };
        if block.lines().nth(FEW_LINES).is_some() {
            return paint(engine, clip);
        }
        // Of several paragraphs each one is brought to whole pixels by itself.
        let (x_px, y_px) = ((origin.x * scale).round(), (origin.y * scale).round());
        let top = if block.parts.len() > 1 { origin.y.to_bits() } else { 0 };
        let color = u32::from_ne_bytes(color.to_array());
        let looks = number((engine.atlas.generation(), [x_px.to_bits(), top, scale.to_bits(), color]));
        pictures.shapes(Source::Block(block.clone()), looks, (y_px, scale), || paint(engine, Rect::EVERYTHING))
    }
}

impl Shared {
    /// This context's engine, made the first time.
    pub(crate) fn of(ctx: &egui::Context) -> Self {
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Self>(egui::Id::NULL).clone())
    }

    /// Waits for the engine. Never make a widget while holding it.
    pub(crate) fn lock(&self) -> egui::mutex::MutexGuard<'_, State> {
        self.0.lock()
    }
}

/// The space a text takes on one line (or on several, where it holds newlines).
pub fn measure(ctx: &egui::Context, text: &str, size: f32, weight: Weight) -> egui::Vec2 {
    let style = Style { size, weight, line_height: None };
    let request = super::block::Request::new(text, style, ctx.pixels_per_point(), super::interface(ctx));
    Shared::of(ctx).lock().engine.block(&request).size()
}
