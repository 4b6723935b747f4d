//! Shaping and line breaking: text in, parley layouts out. One thread needs a [`Shaper`]; much text goes to several.
//!
//! Apart from the engine, which holds one shaper for every key and label, and lends more of them to a long text.

use std::num::NonZeroUsize;
use std::ops::Range;

use egui::mutex::Mutex;
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, Layout, LayoutContext, LineHeight,
    OverflowWrap, StyleProperty,
};

use super::bidi::Direction;
use super::fonts::Weight;
use super::paint::Ink;
use super::scripts::{self, INVISIBLE_SIZE, Marks};

/// More threads than this only wait for memory.
const MOST_THREADS: usize = 4;

/// Less than this is shaped sooner than a thread has started, in bytes of text.
const WORTH_A_THREAD: usize = 16_000;

/// Room for a longer text than this is not kept for the next one, in bytes.
const LARGEST_ROOM: usize = 64_000;

/// How a text is set, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The font's size.
    pub size: f32,
    /// How heavy it is.
    pub weight: Weight,
    /// From line to line; the font's own where `None`.
    pub line_height: Option<f32>,
}

impl Default for Style {
    fn default() -> Self {
        Self { size: 14.0, weight: Weight::Regular, line_height: None }
    }
}

/// A stretch of text that differs from the rest.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) bytes: Range<usize>,
    pub(crate) ink: Ink,
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    /// It is drawn by somebody else, who takes this much room on the line, in pixels.
    pub(crate) taken_px: Option<f32>,
}

/// A shaped paragraph. Its bytes are those of the text with marks in it: [`Marks`] leads back.
pub(crate) struct Shaped {
    pub(crate) layout: Layout<Ink>,
    pub(crate) marks: Marks,
}

/// Fonts and scratch space.
pub(crate) struct Shaper {
    pub(super) fonts: FontContext,
    layouts: LayoutContext<Ink>,
    families: Vec<FontFamilyName<'static>>,
    /// Where texts are laid out. parley makes room for a letter a byte, which is twice or three times what it fills:
    /// what is kept is a copy that fits.
    room: Layout<Ink>,
}

impl Shaper {
    pub(super) fn new(fonts: FontContext, families: Vec<FontFamilyName<'static>>) -> Self {
        Self { fonts, layouts: LayoutContext::new(), families, room: Layout::new() }
    }

    /// The same fonts (not copied), with scratch space of its own.
    fn for_another_thread(&self) -> Self {
        Self::new(self.fonts.clone(), self.families.clone())
    }

    /// Shapes one paragraph: see `Engine::shape`.
    pub(super) fn shape(
        &mut self,
        text: &str,
        style: Style,
        pixels_per_point: f32,
        direction: Direction,
        spans: &[Span],
    ) -> Shaped {
        self.shape_and(text, style, pixels_per_point, direction, spans, |_| ())
    }

    /// The same, and `finish` before it is kept: lines that are broken there take no more room than they fill.
    pub(super) fn shape_and(
        &mut self,
        text: &str,
        style: Style,
        pixels_per_point: f32,
        direction: Direction,
        spans: &[Span],
        finish: impl FnOnce(&mut Layout<Ink>),
    ) -> Shaped {
        let marked = scripts::mark(text);
        let (text, marks) = marked.as_ref().map_or((text, None), |(marked, marks)| (marked.as_str(), Some(marks)));
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, pixels_per_point, false);
        builder.set_base_direction(direction.base());
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(self.families.as_slice().into())));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(style.weight.css()));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::LineHeight(match style.line_height {
            Some(points) => LineHeight::Absolute(points),
            None => LineHeight::MetricsRelative(1.0),
        }));
        for span in spans {
            let place = |byte| marks.map_or(byte, |marks| marks.to_shown(byte));
            let bytes = place(span.bytes.start)..place(span.bytes.end);
            builder.push(StyleProperty::Brush(span.ink), bytes.clone());
            if span.size != style.size {
                builder.push(StyleProperty::FontSize(span.size), bytes.clone());
            }
            if span.weight != style.weight {
                builder.push(StyleProperty::FontWeight(span.weight.css()), bytes.clone());
            }
            if let Some(taken_px) = span.taken_px {
                builder.push(StyleProperty::FontSize(INVISIBLE_SIZE), bytes.clone());
                builder.push(StyleProperty::LineHeight(LineHeight::MetricsRelative(1.0)), bytes.clone());
                builder.push(StyleProperty::LetterSpacing(taken_px / pixels_per_point), bytes);
            }
        }
        for bytes in marks.into_iter().flat_map(Marks::shown) {
            builder.push(StyleProperty::FontSize(INVISIBLE_SIZE), bytes.clone());
            builder.push(StyleProperty::LineHeight(LineHeight::MetricsRelative(1.0)), bytes);
        }
        builder.build_into(&mut self.room, text);
        finish(&mut self.room);
        let layout = self.room.clone();
        if text.len() > LARGEST_ROOM {
            self.room = Layout::new();
        } else {
            self.room.clear();
        }
        Shaped { layout, marks: marked.map(|(_, marks)| marks).unwrap_or_default() }
    }
}

/// Breaks a shaped paragraph into lines of at most `width_px`, and aligns them.
pub(crate) fn break_lines(layout: &mut Layout<Ink>, width_px: Option<f32>, alignment: Alignment) {
    layout.break_all_lines(width_px);
    layout.align(alignment, AlignmentOptions::default());
}

/// The shapers of one engine: the first works alone, the others where there is much to do.
pub(crate) struct Shapers {
    first: Shaper,
    others: Vec<Shaper>,
}

impl Shapers {
    pub(super) const fn new(first: Shaper) -> Self {
        Self { first, others: Vec::new() }
    }

    pub(super) const fn first(&mut self) -> &mut Shaper {
        &mut self.first
    }

    /// From now on with the system's fonts, for letters that no bundled font has.
    pub(super) fn load_system_fonts(&mut self) {
        self.first.fonts.collection.load_system_fonts();
        self.others.clear();
    }

    /// Does each piece of work with a shaper, on several threads where `bytes` of text are worth it. In no order.
    pub(super) fn share_out<Job: Send>(
        &mut self,
        jobs: Vec<Job>,
        bytes: usize,
        work: impl Fn(&mut Shaper, Job) + Sync,
    ) {
        let wanted = MOST_THREADS.min(bytes / WORTH_A_THREAD).min(jobs.len());
        if wanted <= 1 {
            // A key: asking the system for its cores would take as long as shaping the paragraph.
            return jobs.into_iter().for_each(|job| work(&mut self.first, job));
        }
        let threads = wanted.min(std::thread::available_parallelism().map_or(1, NonZeroUsize::get));
        while self.others.len() + 1 < threads {
            self.others.push(self.first.for_another_thread());
        }
        let jobs = Mutex::new(jobs.into_iter());
        let next = || jobs.lock().next();
        let run = |shaper: &mut Shaper| {
            while let Some(job) = next() {
                work(shaper, job);
            }
        };
        std::thread::scope(|scope| {
            for shaper in self.others.iter_mut().take(threads.saturating_sub(1)) {
                scope.spawn(|| run(shaper));
            }
            run(&mut self.first);
        });
    }
}
