//! What nobody has filled in, told once: a column that holds nothing is left out of its table, and facts that nobody has stated
//! stand together on one line.
//!
//! Apart from the builders, which say of each thing by itself that it is not known. Nothing is lost by it: what was «غير محدد»
//! in every row is named below the table, and what was so in a list of facts is named at its end.

use super::{Block, Cell, Column, Document, Fact, Table};
use crate::strings::Tr;
use crate::tr;

/// So many gaps in one list of facts are told together.
const MANY: usize = 3;

/// Leaves out what nobody has filled in, without a word: whoever gets a letter has no use for what the office does not know.
pub fn without_a_word_of_gaps(document: &mut Document) {
    for section in &mut document.sections {
        section.blocks.iter_mut().for_each(bare);
        section.blocks.retain(|block| !matches!(block, Block::Facts(facts) if facts.is_empty()));
    }
    document.sections.retain(|section| !section.blocks.is_empty());
}

fn bare(block: &mut Block) {
    match block {
        Block::Table(table) => {
            let (mut kept, _) = without_empty(std::mem::take(table));
            let cells = kept.rows.iter_mut().flatten();
            cells.filter(|cell| cell.unknown).for_each(|cell| cell.text.clear());
            *table = kept;
        }
        Block::Facts(facts) => facts.retain(|fact| !fact.value.unknown),
        Block::Beside { first, second } => first.iter_mut().chain(second).for_each(bare),
        Block::Subheading(_)
        | Block::Paragraph(_)
        | Block::Remark(_)
        | Block::Marked { .. }
        | Block::List(_)
        | Block::Signatures(_)
        | Block::SignOff(_) => {}
    }
}

/// Leaves out empty columns and folds facts that nobody has stated.
pub fn without_gaps(document: &mut Document, tr: &Tr) {
    for section in &mut document.sections {
        section.blocks = filled(std::mem::take(&mut section.blocks), tr);
    }
}

fn filled(blocks: Vec<Block>, tr: &Tr) -> Vec<Block> {
    blocks.into_iter().flat_map(|block| one(block, tr)).collect()
}

fn one(block: Block, tr: &Tr) -> Vec<Block> {
    match block {
        Block::Table(table) => table_of(table, tr),
        Block::Facts(facts) => vec![Block::Facts(folded(facts, tr))],
        Block::Beside { first, second } => {
            vec![Block::Beside { first: filled(first, tr), second: filled(second, tr) }]
        }
        Block::Subheading(_)
        | Block::Paragraph(_)
        | Block::Remark(_)
        | Block::Marked { .. }
        | Block::List(_)
        | Block::Signatures(_)
        | Block::SignOff(_) => vec![block],
    }
}

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Something,
    /// Nothing, and nobody minds.
    Nothing,
    /// In every row, that nobody has said it.
    Gaps,
}

fn held(table: &Table, at: usize) -> Holds {
    let cells = || table.rows.iter().filter_map(|row| row.get(at));
    let is_blank = |cell: &Cell| cell.text.trim().is_empty() && cell.note.trim().is_empty();
    let is_gap = |cell: &Cell| cell.unknown && cell.note.trim().is_empty();
    if cells().all(|cell| is_blank(cell) && !cell.unknown) {
        Holds::Nothing
    } else if cells().all(|cell| is_gap(cell) || is_blank(cell)) {
        Holds::Gaps
    } else {
        Holds::Something
    }
}

/// The table without its empty columns, and the heads of those that only say that nobody knows. High rows are there to be
/// written in by hand, and a table without rows says by its heads what it would hold.
pub(super) fn without_empty(table: Table) -> (Table, Vec<String>) {
    if table.tall || table.rows.is_empty() {
        return (table, Vec::new());
    }
    let holds: Vec<Holds> = (0..table.columns.len()).map(|at| held(&table, at)).collect();
    // The rows' numbers alone would tell nothing.
    let is_bare = holds.iter().skip(1).all(|holds| *holds != Holds::Something);
    let is_left = |at: usize| at == 0 || holds.get(at) == Some(&Holds::Something) || is_bare && at == 1;
    let gaps: Vec<String> = table
        .columns
        .iter()
        .zip(&holds)
        .enumerate()
        .filter(|(at, (_, holds))| !is_left(*at) && **holds == Holds::Gaps)
        .map(|(_, (column, _))| column.header.clone())
        .collect();
    let columns: Vec<Column> = those(table.columns, is_left);
    let rows = table.rows.into_iter().map(|row| those(row, is_left)).collect();
    (Table { columns, rows, ..table }, gaps)
}

fn table_of(table: Table, tr: &Tr) -> Vec<Block> {
    let (table, gaps) = without_empty(table);
    let mut blocks = vec![Block::Table(table)];
    if !gaps.is_empty() {
        blocks.push(Block::Remark(tr!(tr, "gaps-in-table", columns = tr.list(&gaps))));
    }
    blocks
}

/// Those at such places.
fn those<T>(all: Vec<T>, is_left: impl Fn(usize) -> bool) -> Vec<T> {
    all.into_iter().enumerate().filter(|(at, _)| is_left(*at)).map(|(_, one)| one).collect()
}

/// The facts, those that nobody has stated named together at the end where they are many.
fn folded(facts: Vec<Fact>, tr: &Tr) -> Vec<Fact> {
    let is_gap = |fact: &Fact| fact.value.unknown && fact.value.note.trim().is_empty();
    let (gaps, mut told): (Vec<Fact>, Vec<Fact>) = facts.iter().cloned().partition(is_gap);
    if gaps.len() < MANY {
        return facts;
    }
    let names: Vec<String> = gaps.into_iter().map(|fact| fact.label).collect();
    let value = Cell { unknown: true, ..Cell::known(tr.list(&names)) };
    told.push(Fact { label: tr!(tr, "gaps-in-facts"), value, wide: true });
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::documents::Section;
    use crate::strings::Language;

    fn filled_in(block: Block) -> Vec<Block> {
        let mut document =
            Document { sections: vec![Section { blocks: vec![block], ..Section::default() }], ..Document::default() };
        without_gaps(&mut document, &Tr::new(Language::Arabic, Digits::Latin));
        document.sections.remove(0).blocks
    }

    fn table(tall: bool) -> Table {
        let unknown = || Cell::known_or("", "غير محدد");
        let column = |header: &str| Column { header: header.into(), weight: 1 };
        Table {
            columns: ["م", "البند", "المقدم", "الملاحظات", "المدة"].map(column).into(),
            rows: vec![
                vec![Cell::known("1"), Cell::known("التراخيص"), unknown(), Cell::default(), unknown()],
                vec![Cell::known("2"), unknown(), unknown(), Cell::default(), Cell::known("20")],
            ],
            tall,
            ..Table::default()
        }
    }

    fn heads(blocks: &[Block]) -> Vec<&str> {
        let Some(Block::Table(table)) = blocks.first() else { panic!("a table: {blocks:?}") };
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{table:?}");
        table.columns.iter().map(|column| column.header.as_str()).collect()
    }

    #[test]
    fn a_column_that_nothing_fills_is_left_out_and_named_where_it_was_missing() {
        let blocks = filled_in(Block::Table(table(false)));
        assert_eq!(heads(&blocks), ["م", "البند", "المدة"]);
        let [_, Block::Remark(remark)] = blocks.as_slice() else { panic!("a remark: {blocks:?}") };
        assert!(remark.contains("المقدم"), "{remark}");
        assert!(!remark.contains("الملاحظات") && !remark.contains("المدة"), "{remark}");
    }

    #[test]
    fn a_table_to_be_written_in_keeps_all_its_columns() {
        assert_eq!(heads(&filled_in(Block::Table(table(true)))).len(), 5);
        let heads_alone = Table { rows: Vec::new(), ..table(false) };
        assert_eq!(heads(&filled_in(Block::Table(heads_alone))).len(), 5);
    }

    #[test]
    fn many_facts_that_nobody_stated_stand_on_one_line() {
        let fact = |label: &str, text: &str| Fact {
            label: label.into(),
            value: Cell::known_or(text, "غير محدد"),
            wide: false,
        };
        let two = vec![fact("اليوم", "الأحد"), fact("المكان", ""), fact("الوقت", "")];
        assert_eq!(filled_in(Block::Facts(two.clone())), [Block::Facts(two.clone())], "few are told one by one");
        let three = [two, vec![fact("الرئيس", "")]].concat();
        let blocks = filled_in(Block::Facts(three));
        let [Block::Facts(told)] = blocks.as_slice() else { panic!("facts: {blocks:?}") };
        let told: Vec<(&str, &str)> = told.iter().map(|fact| (fact.label.as_str(), fact.value.text.as_str())).collect();
        assert_eq!(told, [("اليوم", "الأحد"), ("لم يُذكر", "المكان، والوقت، والرئيس")]);
    }

    #[test]
    fn whoever_gets_a_letter_reads_nothing_of_what_the_office_does_not_know() {
        let fact = |label: &str, value: Cell| Fact { label: label.into(), value, wide: false };
        let facts = vec![fact("اليوم", Cell::known_or("", "غير محدد")), fact("الوقت", Cell::known("10:00"))];
        let gap = vec![fact("اليوم", Cell::known_or("", "غير محدد"))];
        let section = |blocks| Section { heading: "الموعد".into(), blocks, ..Section::default() };
        let blocks = vec![Block::Facts(facts), Block::Table(table(false))];
        let sections = vec![section(blocks), section(vec![Block::Facts(gap)])];
        let mut document = Document { sections, ..Document::default() };
        without_a_word_of_gaps(&mut document);
        assert_eq!(document.sections.len(), 1, "no heading over nothing");
        let [Block::Facts(facts), Block::Table(table)] = document.sections[0].blocks.as_slice() else {
            panic!("no word of what is missing: {document:?}")
        };
        assert_eq!((facts.len(), table.columns.len()), (1, 3));
        let texts: Vec<&str> = table.rows.iter().flatten().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["1", "التراخيص", "", "2", "", "20"]);
    }
}
