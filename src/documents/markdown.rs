//! Writes a document as Markdown (CommonMark, with the tables of GitHub's): for notes, wikis and whoever goes on from text.

use super::{Block, Cell, Document, Fact, Section, Table, clean, isolate, with_usual_spaces};

/// The document as Markdown, in UTF-8. What a person typed is text: its signs are escaped.
pub fn write(document: &Document) -> String {
    let names = document.letterhead.lines.iter().chain(&document.letterhead.second_lines);
    let names: Vec<String> = names.map(|line| line_of(line)).filter(|line| !line.is_empty()).collect();
    // What begins the file is its title: programs call it by that.
    let mut parts: Vec<String> = vec![heading(1, &document.title), names.join("  \n")];
    parts.extend([&document.number_line, &document.subject].map(|line| line_of(line)));
    parts.extend(document.banner.iter().map(|banner| format!("> **{}**", line_of(&banner.text))));
    parts.push(facts(&document.reference));
    parts.extend(document.sections.iter().flat_map(section));
    parts.push(wrapped("*", &document.foot()));
    let told: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    format!("{}\n", with_usual_spaces(&told.join("\n\n")))
}

fn section(section: &Section) -> Vec<String> {
    let mut parts = vec![heading(2, &section.heading)];
    parts.extend(section.blocks.iter().map(block));
    parts
}

fn block(block: &Block) -> String {
    match block {
        Block::Subheading(text) => heading(3, text),
        Block::Paragraph(text) => paragraphs(text),
        Block::Remark(text) => wrapped("*", text),
        Block::Marked { label, text, .. } => format!("> {}  \n> {}", wrapped("**", label), line_of(text)),
        Block::Facts(it) => facts(it),
        Block::Table(it) => table(it),
        Block::List(items) => {
            let items = items.iter().enumerate().map(|(at, item)| format!("{}. {}", at + 1, line_of(item)));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Signatures(it) => {
            let line = |texts: [&String; 4]| {
                let known = texts.into_iter().filter(|text| !text.trim().is_empty());
                format!("- {}", known.map(|text| line_of(text)).collect::<Vec<_>>().join(" – "))
            };
            let all = it.signatories.iter().map(|it| line([&it.role, &it.name, &it.post, &it.date]));
            all.collect::<Vec<_>>().join("\n")
        }
        Block::SignOff(lines) => lines.iter().map(|line| line_of(line)).collect::<Vec<_>>().join("  \n"),
        Block::Beside { first, second } => first.iter().chain(second).map(self::block).collect::<Vec<_>>().join("\n\n"),
    }
}

fn heading(level: usize, text: &str) -> String {
    match line_of(text) {
        text if text.is_empty() => text,
        text => format!("{} {text}", "#".repeat(level)),
    }
}

fn facts(facts: &[Fact]) -> String {
    let known = facts.iter().filter(|fact| !fact.value.text.trim().is_empty());
    known.map(|fact| format!("- **{}**: {}", line_of(&fact.label), cell(&fact.value))).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = row(table.columns.iter().map(|column| line_of(&column.header)).collect());
    let rule = row(table.columns.iter().map(|_| "---".to_owned()).collect());
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(cell).collect()));
    [head, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn cell(cell: &Cell) -> String {
    let text = if cell.unknown { wrapped("*", &cell.text) } else { line_of(&cell.text) };
    match line_of(&cell.note) {
        note if note.is_empty() => text,
        note => format!("{text} ({note})"),
    }
}

/// Between these signs; nothing where there is no text, as signs around nothing are signs.
fn wrapped(signs: &str, text: &str) -> String {
    match line_of(text) {
        text if text.is_empty() => text,
        text => format!("{signs}{text}{signs}"),
    }
}

/// Each line a paragraph.
fn paragraphs(text: &str) -> String {
    clean(text).lines().map(escaped).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// On one line.
fn line_of(text: &str) -> String {
    escaped(&clean(text).lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// What would be read as markup has a backslash before it: any sign that can be one, and at the start of a line those that
/// make lists.
fn escaped(line: &str) -> String {
    let line = isolate(line.trim());
    let mut written = String::with_capacity(line.len());
    let starts_list = line.starts_with(['-', '+', '='])
        || line
            .split_once(['.', ')'])
            .is_some_and(|(number, _)| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()));
    let list_sign = line.find(['-', '+', '=', '.', ')']).filter(|_| starts_list);
    for (at, letter) in line.char_indices() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!')
            || list_sign == Some(at)
        {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Column;

    fn check(typed: &str, expected: &str) {
        let section = Section { blocks: vec![Block::Paragraph(typed.into())], ..Section::default() };
        let document = Document { title: "محضر".into(), sections: vec![section], ..Document::default() };
        assert_eq!(write(&document), format!("# محضر\n\n{expected}\n"));
    }

    #[test]
    fn what_is_typed_is_text_and_no_markup() {
        check("نص عادي", "نص عادي");
        check("*نجمة* و_خط_", "\\*نجمة\\* و\\_خط\\_");
        check("# عنوان", "\\# عنوان");
        check("- بند", "\\- بند");
        check("1. بند", "1\\. بند");
        check("<script>", "\\<script\\>");
        check("[رابط](http://x)", "\\[رابط\\](\u{2066}http://x\u{2069})");
        check("سطر\nآخر", "سطر\n\nآخر");
    }

    #[test]
    fn a_table_has_a_row_a_line_whatever_stands_in_its_cells() {
        let table = Table {
            columns: vec![Column { header: "م".into(), weight: 1 }, Column { header: "النص".into(), weight: 9 }],
            rows: vec![
                vec![Cell::known("1"), Cell::known("أول | ثان\nسطر").with_note("حاشية")],
                vec![Cell::known("2"), Cell::known_or("", "غير محدد")],
                vec![Cell::known("3"), Cell::known_or("", "غير محدد").with_note("سالم")],
            ],
            ..Table::default()
        };
        let section =
            Section { heading: "التكليفات".into(), blocks: vec![Block::Table(table)], ..Section::default() };
        let document = Document { title: "سجل".into(), sections: vec![section], ..Document::default() };
        let expected = "# سجل\n\n## التكليفات\n\n| م | النص |\n| --- | --- |\n| 1 | أول \\| ثان · سطر (حاشية) |\n| 2 | *غير محدد* |\n| 3 | *غير محدد* (سالم) |\n";
        assert_eq!(write(&document), expected);
    }
}
