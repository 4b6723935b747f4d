//! Sections in their order: counted with ordinals, and kept where the end of a page would part what belongs together.
//!
//! Apart from the builders because a template may put the sections of a paper in another order after they were built.

use super::{Block, Keep, Section};
use crate::strings::Tr;
use crate::tr;

/// The sections with their ordinals: «أولًا: …». One without a heading goes on without being counted.
pub(super) fn numbered(sections: Vec<Section>, tr: &Tr) -> Vec<Section> {
    let mut count = 0;
    let number = |section: Section| {
        if section.heading.is_empty() {
            return section;
        }
        count += 1;
        let ordinal = tr!(tr, &format!("minutes-ordinal-{count}"));
        let heading = tr!(tr, "minutes-heading", ordinal = ordinal, heading = &section.heading);
        Section { heading, uncounted: section.heading.clone(), ..section }
    };
    sections.into_iter().map(number).collect()
}

/// Signatures stay whole, and never stand on a page without what they are under. What is kept together by itself stays so.
pub(super) fn kept_together(sections: Vec<Section>) -> Vec<Section> {
    let is_signed = |section: &Section| section.blocks.iter().any(|block| matches!(block, Block::Signatures(_)));
    let signed: Vec<bool> = sections.iter().map(is_signed).collect();
    let keep = |index: usize, own: Keep| {
        let is = |index: usize| signed.get(index).copied().unwrap_or_default();
        match own {
            _ if is(index) => Keep::Together,
            _ if is(index + 1) => Keep::WithNext,
            // It stood before the signatures.
            Keep::WithNext => Keep::Free,
            own @ (Keep::Free | Keep::Together) => own,
        }
    };
    sections
        .into_iter()
        .enumerate()
        .map(|(index, section)| Section { keep: keep(index, section.keep), ..section })
        .collect()
}
