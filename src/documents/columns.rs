//! How the columns of a table share its width: as its builder weighed them, unless a day, a code or a word would be cut in
//! two. Apart from the builders, since words are longer in another language than in the one they had in mind.

use super::{Block, Cell, Column, Document, Table, clean};

/// So much a table's whole width holds: a hundred letters, ten a letter.
const WIDTH: u32 = 1000;
/// The padding of a cell.
const PADDING: u32 = 24;
/// What is wider than this may be broken: somebody's joke. An address is wider than a word.
const WIDEST: u32 = 180;
const WIDEST_ADDRESS: u32 = 270;
/// So much of a column stays, whatever has no room beside it.
const NARROWEST: u32 = 60;
/// What the end of an Arabic word is wider.
const FLOURISH: u32 = 9;

/// Gives the columns of all tables room for their longest words.
pub(super) fn fit(document: &mut Document) {
    document.sections.iter_mut().for_each(|section| fit_all(&mut section.blocks));
}

fn fit_all(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Table(table) => fit_table(table),
            Block::Beside { first, second } => {
                fit_all(first);
                fit_all(second);
            }
            Block::Subheading(_)
            | Block::Paragraph(_)
            | Block::Remark(_)
            | Block::Marked { .. }
            | Block::Facts(_)
            | Block::List(_)
            | Block::Signatures(_)
            | Block::SignOff(_) => {}
        }
    }
}

/// No column is narrower than its longest word, as far as there is room for all: otherwise words are broken before days and
/// codes are.
pub(super) fn fit_table(table: &mut Table) {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.weight)).sum::<u32>().max(1);
    let wanted: Vec<u32> = table.columns.iter().map(|column| u32::from(column.weight) * WIDTH / all).collect();
    let least = least_of_all(table);
    let short: u32 = wanted.iter().zip(&least).map(|(wanted, least)| least.saturating_sub(*wanted)).sum();
    if short == 0 {
        return;
    }
    // Those that have more than they need give of it, in proportion.
    let spare: u32 = wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least)).sum();
    let given = short.min(spare);
    for (column, (wanted, least)) in table.columns.iter_mut().zip(wanted.iter().zip(&least)) {
        let over = wanted.saturating_sub(*least);
        let width = if over > 0 { wanted - over * given / spare.max(1) } else { *least };
        column.weight = u16::try_from(width.max(1)).unwrap_or(u16::MAX);
    }
}

/// The least widths of the columns.
fn least_of_all(table: &Table) -> Vec<u32> {
    let columns = || table.columns.iter().enumerate();
    let least: Vec<u32> = columns().map(|(at, column)| least(column, at, table, |_| true)).collect();
    let over = least.iter().sum::<u32>().saturating_sub(WIDTH);
    if over == 0 {
        return least;
    }
    let is_firm = |word: &str| word.contains(char::is_numeric);
    let firm = columns().map(|(at, column)| self::least(column, at, table, is_firm).max(NARROWEST));
    let soft: Vec<u32> = least.iter().zip(firm).map(|(least, firm)| least.saturating_sub(firm)).collect();
    let all: u32 = soft.iter().sum();
    let given = over.min(all);
    least.iter().zip(&soft).map(|(least, soft)| least - soft * given / all.max(1)).collect()
}

/// The least width of a column for the words that count.
fn least(column: &Column, at: usize, table: &Table, counts: impl Fn(&str) -> bool) -> u32 {
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    let texts = cells.flat_map(|Cell { text, note, .. }| [text, note]);
    let longest = texts.map(|text| longest_word(text, &counts)).max().unwrap_or_default();
    // What stands above is bold.
    longest.max(longest_word(&column.header, &counts) * 27 / 25) + PADDING
}

/// The width of a text's longest word.
fn longest_word(text: &str, counts: impl Fn(&str) -> bool) -> u32 {
    let width = |word: &str| {
        let widest = if word.contains('@') { WIDEST_ADDRESS } else { WIDEST };
        let is_arabic = |letter: &char| matches!(letter, '\u{621}'..='\u{64A}');
        let letters = word.chars().filter(is_arabic).count();
        let joined = word.chars().zip(word.chars().skip(1)).filter(|(one, next)| is_arabic(one) && is_arabic(next));
        // Where nothing joins an Arabic letter it ends in a flourish.
        let ends = u32::try_from(letters.saturating_sub(joined.count())).unwrap_or_default();
        (word.chars().map(width_of).sum::<u32>() + ends * FLOURISH).min(widest)
    };
    clean(text).split_whitespace().filter(|word| counts(word)).map(width).max().unwrap_or_default()
}

/// How wide a character is, about, in the letters of papers.
const fn width_of(letter: char) -> u32 {
    match letter {
        'm' | 'w' | 'M' | 'W' | '@' => 17,
        'I' => 7,
        'A'..='Z' => 14,
        '0'..='9' | '٠'..='٩' => 12,
        'i' | 'j' | 'l' | '/' | '.' | ':' => 7,
        'f' | 'r' | 't' => 9,
        'a'..='z' => 11,
        '-' => 8,
        // Marks that order the text, and those above letters.
        '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' | '\u{64B}'..='\u{652}' => 0,
        '\u{621}'..='\u{64A}' => 8,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[(&str, u16, &str)], expected: &[u16]) {
        let mut table = Table {
            columns: columns
                .iter()
                .map(|(header, weight, _)| Column { header: (*header).into(), weight: *weight })
                .collect(),
            rows: vec![columns.iter().map(|(_, _, text)| Cell::known(*text)).collect()],
            ..Table::default()
        };
        fit_table(&mut table);
        assert_eq!(table.columns.iter().map(|column| column.weight).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_day_and_a_long_word_have_room_for_themselves() {
        check(&[("م", 1, "1"), ("النص", 9, "زراعة الحدائق")], &[1, 9]);
        check(&[("النص", 9, "زراعة الحدائق"), ("التاريخ", 1, "28/05/1448هـ")], &[841, 159]);
        check(&[("النص", 4, "زراعة"), ("Kind", 1, "Recommendation"), ("م", 4, "1")], &[408, 187, 405]);
    }

    #[test]
    fn words_are_broken_before_codes_are() {
        let word = "abcdefghijklmnop";
        let mut table = Table {
            columns: [word, word, word, word, word, word, ""]
                .map(|header| Column { header: header.into(), weight: 1 })
                .into(),
            rows: vec![["", "", "", "", "", "", "ت-1448-001-02"].map(Cell::known).into()],
            ..Table::default()
        };
        fit_table(&mut table);
        let weights: Vec<u16> = table.columns.iter().map(|column| column.weight).collect();
        assert_eq!(weights, [138, 138, 138, 138, 138, 138, 173]);
    }

    #[test]
    fn where_there_is_no_room_for_all_none_vanishes() {
        let address = "a.very.long.address.of.somebody@a.long.name.of.a.place.example";
        check(&[(address, 1, ""); 6], &[167; 6]);
        check(&[(address, 1, address), ("م", 0, "1")], &[958, 42]);
    }
}
