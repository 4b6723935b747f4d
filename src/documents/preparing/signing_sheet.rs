//! The sheet that goes around: all who are invited, each with room to sign, and rows for those who come as well.

use super::words::{Reader, Words};
use super::{Coming, SigningLine};
use crate::calendar::Calendars;
use crate::documents::{Block, Cell, Column, Document, Section, Table};
use crate::strings::Tr;
use crate::tr;

/// Rows for those who are not on the list; so many where fewer end the page, and no fewer than that.
const SPARE: usize = 6;
const FEWEST: usize = 3;
/// So many rows have room on the first page, in both languages too.
const ON_FIRST_PAGE: usize = 13;
/// A group has no more rows than that.
const MOST_OF_GROUP: usize = 40;

/// How many empty rows there are: as many as end the first page, or enough to be worth another one.
fn spare(invited: usize) -> usize {
    match (invited + SPARE).checked_sub(ON_FIRST_PAGE) {
        Some(over) if over + FEWEST <= SPARE => SPARE - over,
        Some(_) | None => SPARE,
    }
}

/// Lays the sheet out.
pub fn signing_sheet(coming: &Coming, lines: &[SigningLine], tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let name = tr!(tr, "paper-signing-sheet");
    let columns = [
        ("minutes-column-index", 6),
        ("minutes-column-name", 29),
        ("minutes-signature-post", 23),
        ("minutes-column-body", 24),
        ("minutes-column-signature", 22),
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let numbered = |rows: &mut Vec<Vec<Cell>>, cells: [String; 3]| {
        let mut row = vec![Cell::known(words.number(rows.len() + 1))];
        row.extend(cells.map(Cell::known));
        row.push(Cell::default());
        rows.push(row);
    };
    for line in lines {
        let person = line.person.as_ref().map(|person| words.name(person)).unwrap_or_default();
        for _ in 0..line.count.clamp(1, MOST_OF_GROUP) {
            numbered(&mut rows, [person.clone(), line.post.clone(), line.body.clone()]);
        }
    }
    let invited = rows.len();
    for _ in 0..spare(invited) {
        numbered(&mut rows, <[String; 3]>::default());
    }
    let table = Table {
        description: name.clone(),
        columns: columns.map(|(key, weight)| Column { header: tr!(tr, key), weight }).to_vec(),
        rows,
        tall: true,
    };
    let counted = tr!(tr, "paper-signing-count", count = invited);
    let sections = vec![
        Section { blocks: vec![Block::Facts(words.when_and_where(coming))], ..Section::default() }.keyed("when"),
        Section { blocks: vec![Block::Remark(counted), Block::Table(table)], ..Section::default() }.keyed("list"),
    ];
    let footer = if coming.occasion.number.trim().is_empty() {
        name.clone()
    } else {
        tr!(tr, "paper-footer", paper = name.as_str(), number = coming.occasion.number.as_str())
    };
    Document { sections, ..words.paper(coming, (name, footer), Reader::Others) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_rows_end_the_first_page_or_are_worth_another_one() {
        let check = |invited: usize, expected: usize| assert_eq!(spare(invited), expected, "{invited} are invited");
        check(4, 6);
        check(7, 6);
        check(9, 4);
        check(10, 3);
        check(11, 6);
        check(30, 6);
    }
}
