//! Pages as pictures: those that are seen are drawn, unless they stayed as they were since the last time.

use super::PreviewPage;
use crate::documents::pdf::{Pages, Picture};
use std::collections::HashMap;
use std::ops::Range;

/// A page as it was drawn last: at what size, and what.
type Drawn = (u32, Picture);

/// What was drawn last.
#[derive(Default)]
pub(super) struct Pictures {
    drawn: HashMap<u128, Drawn>,
}

impl Pictures {
    /// The pages of one document after the other.
    pub fn of(&mut self, documents: &[Pages], pixels_per_point: f32, seen: &Range<usize>) -> Vec<PreviewPage> {
        let scale = pixels_per_point.to_bits();
        let mut drawn = HashMap::new();
        let places = documents.iter().flat_map(|pages| (0..pages.count()).map(move |index| (pages, index)));
        let page = |(place, (pages, index)): (usize, (&Pages, usize))| {
            let (size, key) = (pages.size(index)?, pages.key(index)?);
            let known = self.drawn.get(&key).filter(|(at, _)| *at == scale).map(|(_, picture)| picture.clone());
            let picture = match known {
                None if seen.contains(&place) => pages.picture(index, pixels_per_point),
                known => known,
            };
            if let Some(picture) = &picture {
                drawn.insert(key, (scale, picture.clone()));
            }
            Some(PreviewPage { size, key, picture })
        };
        let all = places.enumerate().filter_map(page).collect();
        self.drawn = drawn;
        all
    }
}
