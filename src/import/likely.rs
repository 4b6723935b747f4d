//! What a list is likely to be of: told by the names of its columns, and only where those do not tell by the page one stands on.

use super::Target;
use super::header::{Columns, Mapping};
use super::sheet::Sheet;
use super::vocabulary::Vocabulary;
use crate::strings::Tr;

/// How well a list is known as one of a sort.
#[derive(Clone, Copy)]
struct Told {
    target: Target,
    /// How many fields have a column.
    known: usize,
    /// How many columns say outright what the rows are, as «نص التوصية» does.
    telling: usize,
}

/// What the sheets are likely to be of. `stands_on` is what the page is of; `mapping` what a person said of earlier columns.
pub fn likely_target(
    sheets: &[Sheet],
    stands_on: Target,
    mut mapping: impl FnMut(Target) -> Mapping,
    tr: &Tr,
) -> Target {
    // The page comes first: another sort has to be told better, not as well.
    let others = Target::ALL.into_iter().filter(|target| *target != stands_on);
    let mut best: Vec<Told> = Vec::new();
    for target in std::iter::once(stands_on).chain(others) {
        let (words, mapping) = (Vocabulary::new(target, tr), mapping(target));
        let found = sheets.iter().filter_map(|sheet| told(sheet, target, &words, &mapping));
        let Some(found) = found.max_by_key(|told| (told.known, told.telling)) else { continue };
        // Sorts of one kind of record have most of their columns in common: what says outright which it is goes before those.
        match best.iter_mut().find(|told| told.target.entity() == target.entity()) {
            Some(before) if (found.telling, found.known) > (before.telling, before.known) => *before = found,
            Some(_) => {}
            None => best.push(found),
        }
    }
    // Of those that are known as well the first is the page's.
    best.iter().rev().max_by_key(|told| told.known).map_or(stands_on, |told| told.target)
}

/// How well the columns of a sheet are known as those of a sort; nothing where none is the one without which a row is nothing.
fn told(sheet: &Sheet, target: Target, words: &Vocabulary, mapping: &Mapping) -> Option<Told> {
    let columns = Columns::find(sheet, target, words, mapping).ok().filter(|columns| columns.has(target.title()))?;
    let names = sheet.rows.get(columns.header).into_iter().flatten();
    let telling = names.filter(|name| words.is_telling(name)).count();
    Some(Told { target, known: columns.known(), telling })
}
