//! Writes a document as plain text: for a message, where nothing but words goes.
//!
//! Each line stands by itself: dates, phones and codes are isolated, so that they read in their own order wherever the text
//! is pasted.

use super::{Block, Cell, Document, Fact, Section, Table, clean, isolate, with_usual_spaces};

/// The document as text, its parts with an empty line between them.
pub fn write(document: &Document) -> String {
    let names = document.letterhead.lines.iter().chain(&document.letterhead.second_lines);
    let mut parts: Vec<String> = vec![joined(names.map(|line| fit(line)))];
    let heads = [&document.title, &document.number_line, &document.subject].map(|line| fit(line));
    parts.push(joined(heads.into_iter()));
    parts.extend(document.banner.iter().map(|banner| fit(&banner.text)));
    parts.push(joined(document.reference.iter().map(fact)));
    for section in &document.sections {
        parts.extend(section_of(section));
    }
    parts.push(fit(&document.foot()));
    let told: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    let mut text = told.join("\n\n");
    text.push('\n');
    with_usual_spaces(&text)
}

fn section_of(section: &Section) -> Vec<String> {
    let mut blocks: Vec<String> = section.blocks.iter().map(block).collect();
    if let Some(first) = blocks.first_mut() {
        // A heading stands right above what it is the heading of.
        *first = joined([fit(&section.heading), std::mem::take(first)].into_iter());
    }
    blocks
}

fn block(block: &Block) -> String {
    match block {
        Block::Subheading(text) | Block::Paragraph(text) | Block::Remark(text) => fit(text),
        Block::Marked { label, text, .. } => fit(&format!("{label}: {text}")),
        Block::Facts(facts) => joined(facts.iter().map(fact)),
        Block::Table(it) => table(it),
        Block::List(items) => joined(items.iter().enumerate().map(|(at, item)| fit(&format!("{}. {item}", at + 1)))),
        Block::Signatures(it) => joined(it.signatories.iter().map(|it| {
            let known: Vec<String> = [&it.role, &it.name, &it.post, &it.date]
                .into_iter()
                .map(|text| on_a_line(text))
                .filter(|text| !text.trim().is_empty())
                .collect();
            // Nobody signs a text: a part that nobody has yet tells nothing.
            if known.len() > 1 { fit(&known.join(" – ")) } else { String::new() }
        })),
        Block::SignOff(lines) => joined(lines.iter().map(|line| fit(line))),
        Block::Beside { first, second } => joined(first.iter().chain(second).map(self::block)),
    }
}

fn fact(fact: &Fact) -> String {
    match cell(&fact.value) {
        value if value.is_empty() => String::new(),
        value => format!("{}: {value}", fit(&fact.label)),
    }
}

/// A row a line, its number before it. What is a bare count says of what.
fn table(table: &Table) -> String {
    joined(table.rows.iter().map(|row| {
        let (first, rest) = row.split_first().map_or((None, row.as_slice()), |(first, rest)| (Some(first), rest));
        let headers = table.columns.iter().skip(1).map(|column| column.header.as_str()).chain(std::iter::repeat(""));
        let told = rest.iter().zip(headers).map(|(one, header)| match cell(one) {
            count if is_count(&one.text) && !header.is_empty() => format!("{}: {count}", fit(header)),
            text => text,
        });
        let rest: Vec<String> = told.filter(|text| !matches!(text.as_str(), "" | NONE)).collect();
        let number = first.filter(|first| !first.text.is_empty());
        let number = number.map(|first| format!("{}. ", fit(&first.text))).unwrap_or_default();
        if rest.is_empty() { String::new() } else { format!("{number}{}", rest.join(" – ")) }
    }))
}

/// Between lines that stand in one.
const BETWEEN: &str = " · ";

/// What stands in a table where there is none to be counted.
const NONE: &str = "–";

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_numeric)
}

/// What is known of a cell, on one line.
fn cell(cell: &Cell) -> String {
    // What is not known is not said; what is said beside it is.
    let text = if cell.unknown { String::new() } else { fit(&cell.text) };
    let parts = [text, fit(&cell.note)].map(|text| on_a_line(&text));
    let told: Vec<String> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    match told.as_slice() {
        [text, note] => format!("{text} ({note})"),
        _ => told.concat(),
    }
}

/// Lines of a cell one behind the other, each seen as one.
fn on_a_line(text: &str) -> String {
    text.replace('\n', BETWEEN)
}

fn fit(text: &str) -> String {
    isolate(&clean(text))
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    let told: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
    told.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Column;

    #[test]
    fn parts_stand_apart_and_dates_keep_their_order() {
        let table = Table {
            columns: vec![Column { header: "م".into(), weight: 1 }, Column { header: "البند".into(), weight: 9 }],
            rows: vec![vec![Cell::known("1"), Cell::known("الافتتاح").with_note("5 دقائق")]],
            ..Table::default()
        };
        let facts = vec![
            Fact { label: "التاريخ".into(), value: Cell::known("2026-11-23"), wide: false },
            Fact { label: "المكان".into(), value: Cell::known_or("", "غير محدد"), wide: false },
        ];
        let document = Document {
            title: "دعوة".into(),
            letterhead: crate::documents::Letterhead {
                lines: vec!["أمانة الواحة".into()], ..Default::default()
            },
            reference: vec![Fact { label: "الرقم".into(), value: Cell::known("44/12"), wide: false }],
            footer: crate::documents::Footer { text: "دعوة · داخلي".into(), ..Default::default() },
            sections: vec![
                Section { heading: "الموعد".into(), blocks: vec![Block::Facts(facts)], ..Section::default() },
                Section {
                    heading: "جدول الأعمال".into(), blocks: vec![Block::Table(table)], ..Section::default()
                },
            ],
            ..Document::default()
        };
        let expected = "أمانة الواحة\n\nدعوة\n\nالرقم: \u{2066}44/12\u{2069}\n\nالموعد\nالتاريخ: \u{2066}2026-11-23\u{2069}\n\nجدول الأعمال\n1. الافتتاح (5 دقائق)\n\nدعوة · داخلي\n";
        assert_eq!(write(&document), expected);
    }

    #[test]
    fn what_is_said_beside_what_nobody_knows_is_told() {
        let row =
            vec![Cell::known("1"), Cell::known_or("", "غير محدد").with_note("سالم"), Cell::known_or("", "غير محدد")];
        let table = Table { rows: vec![row], ..Table::default() };
        assert_eq!(super::table(&table), "1. سالم");
    }

    #[test]
    fn a_foot_that_only_repeats_a_heading_is_left_out() {
        let footer = crate::documents::Footer { text: "استلام المواقع".into(), ..Default::default() };
        let sections =
            vec![Section { heading: "الموضوع: استلام المواقع".into(), ..Section::default() }];
        assert_eq!(Document { sections, footer, ..Document::default() }.foot(), "");
    }

    #[test]
    fn lines_of_a_cell_are_seen_as_such_and_a_part_that_nobody_signs_is_not_told() {
        let row = vec![Cell::known("1"), Cell::known("قرارات: 1\nمتابعات: 2")];
        let column = |header: &str| Column { header: header.into(), weight: 1 };
        let table = Table { columns: vec![column("م"), column("ما نتج")], rows: vec![row], ..Table::default() };
        assert!(block(&Block::Table(table)).contains("قرارات: 1 · متابعات: 2"));
        let signatory = |role: &str, name: &str| crate::documents::Signatory {
            role: role.into(),
            name: name.into(),
            ..Default::default()
        };
        let signatories = vec![signatory("أعدّه", "سالم"), signatory("راجعه", "")];
        let signatures = crate::documents::Signatures { signatories, ..Default::default() };
        assert_eq!(block(&Block::Signatures(signatures)).lines().count(), 1);
    }
}
