//! What the end of a page parts, seen on the pages themselves.

use super::Writer;
use crate::documents::{Block, Cell, Column, Document, Fact, Section, Table};

/// The colour of the ground behind labels, and behind the heads of tables.
const LABEL: [u8; 3] = [0xF9, 0xFA, 0xFB];
const HEAD: [u8; 3] = [0xF3, 0xFC, 0xF6];
/// The margin at a page's foot, and a row of one line, in points.
const BOTTOM: usize = 57;
const LOW_ROW: usize = 19;

/// A document of so many lines, then that block under a heading.
fn below(lines: usize, block: Block) -> Document {
    let text = Block::Paragraph(vec!["سطر"; lines].join("\n"));
    let heading = "بيانات".to_owned();
    let sections = vec![
        Section { blocks: vec![text], ..Section::default() },
        Section { heading, blocks: vec![block], ..Section::default() },
    ];
    Document { title: "محضر".into(), sections, ..Document::default() }
}

/// How many points of a colour each page has.
fn ground(writer: &Writer, document: &Document, colour: [u8; 3]) -> Vec<usize> {
    let pages = writer.pages(document).expect("it is laid out");
    let on_page = |page| {
        let picture = pages.picture(page, 1.0).expect("a page");
        picture.rgba.chunks_exact(4).filter(|point| point.starts_with(&colour)).count()
    };
    (0..pages.count()).map(on_page).collect()
}

#[test]
fn a_grid_of_facts_stands_on_one_page() {
    let fact = |at: usize| Fact { label: format!("البيان {at}"), value: Cell::known("قيمة"), wide: false };
    let writer = Writer::new();
    let mut moved = false;
    for lines in 22..34 {
        let pages = ground(&writer, &below(lines, Block::Facts((0..8).map(fact).collect())), LABEL);
        let with: Vec<usize> = pages.iter().enumerate().filter(|(_, points)| **points > 0).map(|(at, _)| at).collect();
        assert_eq!(with.len(), 1, "{lines} lines above: {pages:?}");
        moved |= with == [1];
    }
    assert!(moved, "the end of a page came in its way");
}

#[test]
fn the_last_of_an_odd_number_of_facts_has_no_empty_label_beside_it() {
    let fact = |at: usize| Fact { label: format!("البيان {at}"), value: Cell::known("قيمة"), wide: false };
    let writer = Writer::new();
    let grounds = |count: usize| {
        let facts = Block::Facts((0..count).map(fact).collect());
        ground(&writer, &below(1, facts), LABEL).into_iter().sum::<usize>()
    };
    let (one, two) = (grounds(1), grounds(2));
    assert!(two > one * 3 / 2, "{one} {two}");
}

#[test]
fn of_few_rows_none_stands_on_a_page_alone() {
    let writer = Writer::new();
    for (lines, count) in (22..34).flat_map(|lines| [(lines, 2), (lines, 3)]) {
        let row = |text: &str| vec![Cell::known(text)];
        let table = Table {
            columns: vec![Column { header: "البند".into(), weight: 1 }],
            rows: ["الأول", "الثاني", "الثالث"].into_iter().take(count).map(row).collect(),
            ..Table::default()
        };
        // The head is repeated on each page that the table reaches.
        let pages = ground(&writer, &below(lines, Block::Table(table)), HEAD);
        assert_eq!(pages.iter().filter(|points| **points > 0).count(), 1, "{lines} lines above: {pages:?}");
    }
}

#[test]
fn two_high_rows_are_parted_and_a_first_row_is_not_left_alone() {
    let writer = Writer::new();
    let high = "سطر طويل يملأ خلية ضيقة ".repeat(20);
    let table = |texts: &[&str]| {
        let rows = texts.iter().map(|text| vec![Cell::known(*text), Cell::known(*text)]).collect();
        let column = |header: &str| Column { header: header.into(), weight: 1 };
        Block::Table(Table { columns: vec![column("البند"), column("النص")], rows, ..Table::default() })
    };
    let pages_of = |lines: usize, texts: &[&str]| {
        let pages = ground(&writer, &below(lines, table(texts)), HEAD);
        pages.iter().map(|points| *points > 0).collect::<Vec<_>>()
    };
    // Three high rows begin where there is room for the first.
    assert_eq!(pages_of(20, &[&high, &high, &high]), [true, true]);
    // Of five low ones two stand on the page where they begin: below the head there is room for them.
    let mut parted = false;
    for lines in 22..36 {
        let pages = writer.pages(&below(lines, table(&["سطر"; 5]))).expect("it is laid out");
        let picture = pages.picture(0, 1.0).expect("a page");
        let rows = picture.rgba.chunks_exact(4 * picture.width);
        let head = rows.enumerate().filter(|(_, row)| row.chunks_exact(4).any(|point| point.starts_with(&HEAD)));
        if let (Some(below_head), true) = (head.map(|(at, _)| at).max(), pages.count() > 1) {
            parted = true;
            assert!(picture.height - BOTTOM >= below_head + 2 * LOW_ROW, "{lines} lines above: {below_head}");
        }
    }
    assert!(parted, "the end of a page came in its way");
}

#[test]
fn what_names_a_paper_runs_as_each_of_its_two_languages_does() {
    let fact = Fact { label: "الرقم\nNumber".into(), value: Cell::known("4471 (ع/AB)"), wide: false };
    let document = Document { is_bilingual: true, reference: vec![fact], ..Document::default() };
    let writer = Writer::new();
    let directions = |can| {
        let lines = super::Lines::new(&writer.glyphs, true, can);
        let data = serde_json::to_value(super::Data::new(&document, &lines)).expect("JSON");
        let all = data["reference"][0]["value"]["text"].as_array().expect("lines").clone();
        all.iter().map(|line| line["ltr"].as_bool().expect("a direction")).collect::<Vec<_>>()
    };
    assert_eq!(directions(writer.template_can), [false, true]);
    let old = super::TemplateCan { flow_names: false, ..writer.template_can };
    assert_eq!(directions(old), [false], "as it was");
}

/// As the first minutes were kept: every cell is lines.
const FIRST_TEMPLATE: &str = r#"
#let d = json("data.json")
#set document(title: d.title)
#for section in d.sections { for it in section.blocks { if it.kind == "table" {
  table(..it.rows.map(row => row.cells.map(cell => cell.text.map(line => line.runs.join()).join())).flatten())
} } }
"#;

#[test]
fn a_template_kept_before_cells_were_paragraphs_still_draws_them() {
    let table = Table {
        columns: vec![Column { header: "البند".into(), weight: 1 }],
        rows: vec![vec![Cell::known("افتتاح")], vec![Cell::known("ختام")]],
        ..Table::default()
    };
    for template in [FIRST_TEMPLATE, super::TEMPLATE] {
        let writer = Writer::with_template(template);
        assert_eq!(writer.template_can.draw_paragraphs, template == super::TEMPLATE);
        assert_eq!(writer.template_can.keep_directions, template == super::TEMPLATE);
        assert_eq!(writer.template_can.flow_names, template == super::TEMPLATE);
        writer.write(&below(1, Block::Table(table.clone()))).expect("it is drawn");
    }
}
