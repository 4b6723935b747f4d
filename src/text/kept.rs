//! What was painted, kept while it is shown: shapes that are the same again, or the same a few pixels further down.
//!
//! Apart because the hook and the label both paint what seldom changes. Nearly every frame shows what the last one
//! did, and a list that scrolls shows the same lines elsewhere: neither looks up its glyphs again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

use egui::{Galley, Shape, vec2};

use super::block::Block;

/// A number for a value, for the caches of a frame. Made of all that the value depends on, it stands for it: two that
/// differ do not meet in a lifetime.
pub(crate) fn number(value: impl Hash) -> u64 {
    egui::epaint::util::hash(value)
}

/// A map by [`number`]s.
pub(crate) type Numbered<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// The hash of a [`number`]: itself.
#[derive(Clone, Copy, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &byte| hash.rotate_left(8) ^ u64::from(byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// What shapes were painted from: held, so that nothing else gets its address.
#[derive(Clone)]
pub(crate) enum Source {
    Galley(Arc<Galley>),
    Block(Arc<Block>),
}

impl Source {
    /// The same number for the same source, as long as it is held.
    pub(crate) fn address(&self) -> u64 {
        match self {
            Self::Galley(galley) => Arc::as_ptr(galley) as usize as u64,
            Self::Block(block) => Arc::as_ptr(block) as usize as u64,
        }
    }
}

/// Shapes in one place.
struct Place {
    /// In whole pixels.
    y_px: f32,
    shapes: Vec<Shape>,
    /// The pass that showed them last.
    pass: u64,
}

/// A text's shapes as they were painted first, and all places where they are shown.
struct Kept {
    #[expect(dead_code, reason = "held for its address")]
    source: Source,
    y_px: f32,
    shapes: Vec<Shape>,
    places: Vec<Place>,
}

/// The shapes of the last passes.
#[derive(Default)]
pub(crate) struct Pictures {
    kept: Numbered<Kept>,
    pass: u64,
}

impl Pictures {
    /// After a pass: forgets what was shown neither in it nor in the one before.
    pub(crate) fn end_pass(&mut self) {
        let pass = self.pass;
        self.kept.retain(|_, kept| {
            kept.places.retain(|place| place.pass + 1 >= pass);
            !kept.places.is_empty()
        });
        self.pass += 1;
    }

    /// The shapes of a text. `looks` is a [`number`] that changes with all they depend on but the text itself and how
    /// far down it stands, which is `y_px`, in whole pixels. Where none are kept, `paint` makes them.
    pub(crate) fn shapes(
        &mut self,
        source: Source,
        looks: u64,
        (y_px, pixels_per_point): (f32, f32),
        paint: impl FnOnce() -> Vec<Shape>,
    ) -> Vec<Shape> {
        let pass = self.pass;
        let key = number([source.address(), looks]);
        let kept = self.kept.entry(key).or_insert_with(|| Kept { source, y_px, shapes: paint(), places: Vec::new() });
        if let Some(place) = kept.places.iter_mut().find(|place| place.y_px.to_bits() == y_px.to_bits()) {
            place.pass = pass;
            return place.shapes.clone();
        }
        let mut shapes = kept.shapes.clone();
        let down = (y_px - kept.y_px) / pixels_per_point;
        if down != 0.0 {
            shapes.iter_mut().for_each(|shape| shape.translate(vec2(0.0, down)));
        }
        kept.places.push(Place { y_px, shapes: shapes.clone(), pass });
        shapes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, Rect, pos2};

    fn source() -> Source {
        let request = crate::text::block::Request::new(
            "نص",
            crate::text::Style::default(),
            1.0,
            crate::text::Direction::RightToLeft,
        );
        Source::Block(crate::text::Engine::new().block(&request))
    }

    #[test]
    fn a_text_is_painted_once_wherever_it_moves_and_again_after_it_was_gone() {
        let (source, mut pictures, mut painted) = (source(), Pictures::default(), 0);
        let mut show = |pictures: &mut Pictures, looks: u64, y_px: f32| {
            let shapes = pictures.shapes(source.clone(), looks, (y_px, 2.0), || {
                painted += 1;
                let rect = Rect::from_min_size(pos2(3.0, y_px / 2.0), vec2(4.0, 5.0));
                vec![Shape::rect_filled(rect, 0.0, Color32::RED)]
            });
            (painted, shapes.first().map(|shape| shape.visual_bounding_rect().top()))
        };
        assert_eq!(show(&mut pictures, 1, 10.0), (1, Some(5.0)));
        assert_eq!(show(&mut pictures, 1, 10.0), (1, Some(5.0)), "the same again");
        assert_eq!(show(&mut pictures, 1, 17.0), (1, Some(8.5)), "further down");
        assert_eq!(show(&mut pictures, 2, 10.0), (2, Some(5.0)), "with other looks");
        pictures.end_pass();
        assert_eq!(show(&mut pictures, 1, 10.0), (2, Some(5.0)), "in the next frame");
        for _ in 0..3 {
            pictures.end_pass();
        }
        assert_eq!(show(&mut pictures, 1, 10.0), (3, Some(5.0)), "not shown for a while");
    }
}
