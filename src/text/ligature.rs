//! Where the caret may stand within a ligature: the font says (its table GDEF), or the parts are equal.
//!
//! parley divides a ligature evenly over its letters. Fonts with an «fi» know better where the f ends.

use parley::Brush;
use parley::layout::{Cluster, Run};

/// The widths of a run's clusters, in the run's logical order: parley's, but for ligatures that the font divides.
pub(crate) fn widths<B: Brush>(run: &Run<'_, B>) -> Vec<f32> {
    let clusters: Vec<Cluster<'_, B>> = run.clusters().collect();
    let mut widths: Vec<f32> = clusters.iter().map(Cluster::advance).collect();
    let mut from = 0;
    while let Some(first) = clusters.get(from) {
        let parts = clusters.iter().skip(from + 1).take_while(|cluster| cluster.is_ligature_continuation()).count() + 1;
        if parts > 1
            && let Some(glyph) = first.glyphs().next()
            && let Some(carets) = carets(run, glyph.id)
            && carets.len() + 1 == parts
            && let Some(ligature) = widths.get_mut(from..from + parts)
        {
            divide(ligature, &carets, run.is_rtl());
        }
        from += parts;
    }
    widths
}

/// Divides a ligature's width at the carets, which count from its left.
fn divide(widths: &mut [f32], carets: &[f32], is_rtl: bool) {
    let whole: f32 = widths.iter().sum();
    let edges = carets.iter().copied().chain([whole]);
    let parts: Vec<f32> = edges
        .scan(0.0, |left, right| {
            let width = right - *left;
            *left = right;
            Some(width)
        })
        .collect();
    if parts.iter().any(|width| *width <= 0.0) {
        return;
    }
    let count = widths.len();
    for (index, part) in parts.into_iter().enumerate() {
        let index = if is_rtl { count - 1 - index } else { index };
        if let Some(width) = widths.get_mut(index) {
            *width = part;
        }
    }
}

/// The places that the font gives for a ligature, in pixels from its left.
fn carets<B: Brush>(run: &Run<'_, B>, glyph: u32) -> Option<Vec<f32>> {
    let data = run.font();
    let font = swash::FontRef::from_index(data.data.as_ref(), usize::try_from(data.index).ok()?)?;
    let units = font.metrics(&[]).units_per_em;
    let table = font.table(swash::tag_from_bytes(b"GDEF"))?;
    let scale = run.font_size() / f32::from(units);
    Some(caret_list(table, u16::try_from(glyph).ok()?)?.into_iter().map(|units| f32::from(units) * scale).collect())
}

/// GDEF's LigCaretList, in font units from the left.
fn caret_list(gdef: &[u8], glyph: u16) -> Option<Vec<i16>> {
    let list = gdef.get(usize::from(number(gdef, 8)?)..).filter(|list| list.len() < gdef.len())?;
    let coverage = list.get(usize::from(number(list, 0)?)..)?;
    let index = covered(coverage, glyph)?;
    let ligature = list.get(usize::from(number(list, 4 + 2 * usize::from(index))?)..)?;
    let mut carets = (0..usize::from(number(ligature, 0)?))
        .map(|caret| {
            let value = ligature.get(usize::from(number(ligature, 2 + 2 * caret)?)..)?;
            // formats 1 and 3 hold a coordinate, format 2 a point of the outline
            matches!(number(value, 0)?, 1 | 3).then_some(number(value, 2)?.cast_signed())
        })
        .collect::<Option<Vec<i16>>>()?;
    carets.sort_unstable();
    Some(carets)
}

/// A glyph's number in a coverage table.
fn covered(coverage: &[u8], glyph: u16) -> Option<u16> {
    let count = usize::from(number(coverage, 2)?);
    match number(coverage, 0)? {
        1 => (0..count)
            .find(|&index| number(coverage, 4 + 2 * index) == Some(glyph))
            .and_then(|at| u16::try_from(at).ok()),
        2 => (0..count).find_map(|range| {
            let (start, end) = (number(coverage, 4 + 6 * range)?, number(coverage, 6 + 6 * range)?);
            let first = number(coverage, 8 + 6 * range)?;
            (start..=end).contains(&glyph).then(|| first.saturating_add(glyph - start))
        }),
        _ => None,
    }
}

fn number(table: &[u8], at: usize) -> Option<u16> {
    table.get(at..)?.first_chunk::<2>().map(|bytes| u16::from_be_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ligature_is_divided_where_the_font_says() {
        let mut widths = [5.0, 5.0];
        divide(&mut widths, &[6.0], false);
        assert_eq!(widths, [6.0, 4.0]);
        let mut widths = [5.0, 5.0];
        divide(&mut widths, &[6.0], true);
        assert_eq!(widths, [4.0, 6.0], "the first letter is at the right");
        let mut widths = [5.0, 5.0];
        divide(&mut widths, &[12.0], false);
        assert_eq!(widths, [5.0, 5.0], "a caret outside its glyph is no caret");
    }

    #[test]
    fn the_caret_list_is_read_in_both_forms_of_coverage() {
        // GDEF 1.0: the list at 12; in it the coverage at 6 and one ligature
        let gdef = |coverage: &[u16]| {
            let ligature = 6 + 2 * u16::try_from(coverage.len()).expect("short");
            let mut words = vec![1, 0, 0, 0, 12, 0, 6, 1, ligature];
            words.extend(coverage);
            words.extend([1, 4, 1, 300]);
            words.into_iter().flat_map(u16::to_be_bytes).collect::<Vec<u8>>()
        };
        assert_eq!(caret_list(&gdef(&[1, 1, 77]), 77), Some(vec![300]));
        assert_eq!(caret_list(&gdef(&[2, 1, 70, 80, 0]), 70), Some(vec![300]));
        assert_eq!(caret_list(&gdef(&[1, 1, 77]), 78), None);
        assert_eq!(caret_list(&[], 77), None);
    }
}
