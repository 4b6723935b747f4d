//! Two documents word for word: their paragraphs in order, and in those that differ the words that do.

use super::clean::is_isolate;
use super::{Block, Cell, Document, Fact, with_usual_spaces};
use crate::domain::{ComparedRow, MarkedText};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// What stands between cells of a row.
const BETWEEN: &str = " · ";

/// Compares what two documents say.
pub fn compare(earlier: &Document, later: &Document) -> Vec<ComparedRow> {
    let (earlier, later) = (paragraphs(earlier), paragraphs(later));
    let said = |all: &[String]| all.iter().map(|text| said(text)).collect::<Vec<_>>();
    let mut rows = Vec::new();
    for step in capture_diff_slices(Algorithm::Patience, &said(&earlier), &said(&later)) {
        let old = earlier.get(step.old_range()).unwrap_or_default();
        let new = later.get(step.new_range()).unwrap_or_default();
        match step.tag() {
            DiffTag::Equal => rows.extend(new.iter().map(|text| {
                let text = MarkedText { text: text.clone(), changed: Vec::new() };
                ComparedRow { earlier: Some(text.clone()), later: Some(text) }
            })),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                let pairs = old.len().min(new.len());
                rows.extend(old.iter().zip(new).map(|(old, new)| words(old, new)));
                let all = |text: &str| std::iter::once(0..text.len()).collect();
                let whole = |text: &String| Some(MarkedText { text: text.clone(), changed: all(text) });
                rows.extend(old.iter().skip(pairs).map(|old| ComparedRow { earlier: whole(old), later: None }));
                rows.extend(new.iter().skip(pairs).map(|new| ComparedRow { earlier: None, later: whole(new) }));
            }
        }
    }
    rows
}

/// Two paragraphs, with the words that only one of them has.
fn words(earlier: &str, later: &str) -> ComparedRow {
    let (old, new) = (split(earlier), split(later));
    let (old_words, new_words) = (texts(earlier, &old), texts(later, &new));
    let mut row = ComparedRow {
        earlier: Some(MarkedText { text: earlier.to_owned(), changed: Vec::new() }),
        later: Some(MarkedText { text: later.to_owned(), changed: Vec::new() }),
    };
    for step in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        if step.tag() == DiffTag::Equal {
            continue;
        }
        for (marked, places, range) in
            [(&mut row.earlier, &old, step.old_range()), (&mut row.later, &new, step.new_range())]
        {
            let (first, last) = (places.get(range.start), range.end.checked_sub(1).and_then(|last| places.get(last)));
            if let (Some(first), Some(last), Some(marked)) = (first, last, marked.as_mut())
                && range.start < range.end
            {
                marked.changed.push(first.start..last.end);
            }
        }
    }
    row
}

/// The bytes of a paragraph's words.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        match (letter.is_whitespace(), start) {
            (true, Some(begun)) => {
                words.push(begun..at);
                start = None;
            }
            (false, None) => start = Some(at),
            (true, None) | (false, Some(_)) => {}
        }
    }
    words.extend(start.map(|begun| begun..text.len()));
    words
}

fn texts(text: &str, words: &[Range<usize>]) -> Vec<String> {
    words.iter().filter_map(|word| text.get(word.clone())).map(said).collect()
}

/// What a text says: the marks that only order it are shown with it, and are no part of that.
fn said(text: &str) -> String {
    text.replace(is_isolate, "")
}

/// All that a document says, from the top: a paragraph, a row of a table, a fact a line.
fn paragraphs(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone(), document.number_line.clone(), document.subject.clone()];
    all.extend(document.letterhead.lines.iter().chain(&document.letterhead.second_lines).cloned());
    all.extend(document.reference.iter().map(fact));
    all.extend(document.banner.iter().map(|banner| banner.text.clone()));
    for section in &document.sections {
        all.push(section.heading.clone());
        section.blocks.iter().for_each(|block| tell(block, &mut all));
    }
    let lines = all.iter().flat_map(|text| text.lines());
    let plain = lines.map(|line| with_usual_spaces(line).trim().to_owned());
    plain.filter(|line| !said(line).trim().is_empty()).collect()
}

fn tell(block: &Block, all: &mut Vec<String>) {
    match block {
        Block::Subheading(text) | Block::Paragraph(text) | Block::Remark(text) => all.push(text.clone()),
        Block::Marked { label, text, .. } => all.push([label.as_str(), text.as_str()].join(BETWEEN)),
        Block::Facts(facts) => all.extend(facts.iter().map(fact)),
        Block::Table(table) => {
            let row = |row: &Vec<Cell>| joined(row.iter().map(cell));
            all.extend(table.rows.iter().map(row));
        }
        Block::List(items) | Block::SignOff(items) => all.extend(items.iter().cloned()),
        Block::Beside { first, second } => first.iter().chain(second).for_each(|block| tell(block, all)),
        Block::Signatures(signatures) => all.extend(
            signatures
                .signatories
                .iter()
                .map(|it| joined([&it.role, &it.name, &it.post, &it.date].into_iter().cloned())),
        ),
    }
}

fn fact(fact: &Fact) -> String {
    joined([fact.label.clone(), cell(&fact.value)].into_iter())
}

/// A cell's lines become one: rows are compared as a whole.
fn cell(cell: &Cell) -> String {
    let lines = cell.text.lines().chain(cell.note.lines());
    joined(lines.map(str::to_owned))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let told: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    told.join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::super::Section;
    use super::*;

    fn document(paragraphs: &[&str]) -> Document {
        let blocks = paragraphs.iter().map(|text| Block::Paragraph((*text).to_owned())).collect();
        Document { sections: vec![Section { blocks, ..Section::default() }], ..Document::default() }
    }

    fn marked(text: &Option<MarkedText>) -> Option<Vec<&str>> {
        let text = text.as_ref()?;
        Some(text.changed.iter().map(|bytes| text.text.get(bytes.clone()).expect("whole letters")).collect())
    }

    #[test]
    fn the_words_that_differ_are_marked_on_both_sides() {
        let check = |earlier: &str, later: &str, expected: (&[&str], &[&str])| {
            let rows = compare(&document(&[earlier]), &document(&[later]));
            let [row] = rows.as_slice() else { panic!("{rows:?}") };
            let found = (marked(&row.earlier).unwrap(), marked(&row.later).unwrap());
            assert_eq!((found.0.as_slice(), found.1.as_slice()), expected, "{earlier} | {later}");
        };
        check("اعتماد دليل الشراكات قبل رجب", "اعتماد دليل الشراكات قبل شعبان", (&["رجب"], &["شعبان"]));
        check("study the site", "study the whole site carefully", (&[], &["whole", "carefully"]));
        check("أُجّل البند الأول", "البند الأول", (&["أُجّل"], &[]));
        check("نص واحد", "نص واحد", (&[], &[]));
        check("30 يومًا من 2026-01-01", "45 يومًا من 2026-01-02", (&["30", "2026-01-01"], &["45", "2026-01-02"]));
    }

    #[test]
    fn marks_that_order_a_number_are_shown_and_make_no_difference() {
        let (bare, ordered) = ("تكليف ت-1448-001 اليوم", "تكليف \u{2067}ت-\u{2066}1448-001\u{2069}\u{2069} اليوم");
        let rows = compare(&document(&[bare]), &document(&[ordered]));
        assert_eq!((rows.len(), rows[0].is_same()), (1, true), "{rows:?}");
        assert_eq!(rows[0].later.as_ref().map(|text| text.text.as_str()), Some(ordered));
        let rows = compare(&document(&[ordered]), &document(&[&ordered.replace("اليوم", "غدًا")]));
        assert_eq!((marked(&rows[0].earlier), marked(&rows[0].later)), (Some(vec!["اليوم"]), Some(vec!["غدًا"])));
    }

    #[test]
    fn a_paragraph_that_came_or_went_stands_alone() {
        let rows = compare(&document(&["أولى", "ثالثة"]), &document(&["أولى", "ثانية هنا", "ثالثة", "رابعة"]));
        let sides: Vec<(bool, bool)> = rows.iter().map(|row| (row.earlier.is_some(), row.later.is_some())).collect();
        assert_eq!(sides, [(true, true), (false, true), (true, true), (false, true)]);
        assert_eq!(rows.iter().map(ComparedRow::is_same).collect::<Vec<_>>(), [true, false, true, false]);
        assert_eq!(marked(&rows[1].later), Some(vec!["ثانية هنا"]));
        let back = compare(&document(&["أولى", "ثانية هنا"]), &document(&["أولى"]));
        assert_eq!(back[1].later, None);
    }
}
