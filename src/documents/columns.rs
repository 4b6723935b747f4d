//! How the columns of a table share its width: as its builder weighed them, unless a day, a code or a word would be cut in
//! two. Apart from the builders, since words are longer in another language than in the one they had in mind.

use super::kept::KEPT;
use super::{Block, Cell, Column, Document, Table, clean};

/// So much a table's whole width holds: a hundred letters, ten a letter.
const WIDTH: u32 = 1000;
/// The same where pages lie on their long side.
const WIDE: u32 = 1500;
/// A row of a register takes so many lines, or the page is turned.
const LINES: usize = 2;
/// A text that is no wider is not parted.
const SHORT: u32 = 170;
/// What the rows of a register are called.
pub(super) const REGISTER: &str = "rows";
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
    let room = if document.is_wide { WIDE } else { WIDTH };
    document.sections.iter_mut().for_each(|section| fit_all(&mut section.blocks, room));
}

fn fit_all(blocks: &mut [Block], room: u32) {
    for block in blocks {
        match block {
            Block::Table(table) => fit_table(table, room),
            Block::Beside { first, second } => {
                fit_all(first, room);
                fit_all(second, room);
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
fn fit_table(table: &mut Table, room: u32) {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.weight)).sum::<u32>().max(1);
    let wanted: Vec<u32> = table.columns.iter().map(|column| u32::from(column.weight) * room / all).collect();
    let least = least_of_all(table, room);
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

/// Shares the width among columns by what stands in them, as the table of a register has it. Answers whether it wants a
/// page on its long side: where columns would be so narrow that rows take many lines.
pub(super) fn share_by_content(table: &mut Table) -> bool {
    if table.rows.is_empty() {
        return false;
    }
    let upright = by_content(table, WIDTH);
    let is_wide = upright.iter().sum::<u32>() > WIDTH || usual_lines(table, &upright) > LINES;
    let widths = if is_wide { by_content(table, WIDE) } else { upright };
    for (column, width) in table.columns.iter_mut().zip(widths) {
        column.weight = u16::try_from(width.max(1)).unwrap_or(u16::MAX);
    }
    is_wide
}

/// The same for all registers of a document. Answers whether any wants a page on its long side.
pub(super) fn share_registers(document: &mut Document) -> bool {
    let sections = document.sections.iter_mut().filter(|section| section.key == REGISTER);
    let mut is_wide = false;
    for block in sections.flat_map(|section| &mut section.blocks) {
        if let Block::Table(table) = block {
            is_wide |= share_by_content(table);
        }
    }
    is_wide
}

/// Each column has room for its longest word; what is left goes to those whose texts are longer than that.
fn by_content(table: &Table, room: u32) -> Vec<u32> {
    let columns = || table.columns.iter().enumerate();
    let least: Vec<u32> = columns().map(|(at, column)| least(column, at, table, |_| true)).collect();
    // A text of many lines does not want all the width there is.
    let longest = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let texts = cells.flat_map(|Cell { text, note, .. }| text.lines().chain(note.lines()));
        texts.map(width_of_line).max().unwrap_or_default() + PADDING
    };
    // «قيد التنفيذ» stands on one line, as far as there is room for all.
    let short: Vec<u32> = least
        .iter()
        .enumerate()
        .map(|(at, least)| (*least).max(Some(longest(at)).filter(|width| *width <= SHORT).unwrap_or_default()))
        .collect();
    let least = if short.iter().sum::<u32>() <= room { short } else { least };
    let most: Vec<u32> = least.iter().enumerate().map(|(at, least)| longest(at).min(room / 2).max(*least)).collect();
    let spare = room.saturating_sub(least.iter().sum());
    let wish: u32 = most.iter().zip(&least).map(|(most, least)| most - least).sum();
    let given = |most: u32, least: u32| ((most - least) * spare.min(wish)).checked_div(wish).unwrap_or_default();
    least.iter().zip(&most).map(|(least, most)| least + given(*most, *least)).collect()
}

/// How many lines a row takes, of most rows.
fn usual_lines(table: &Table, widths: &[u32]) -> usize {
    let lines_of = |text: &str, width: u32| -> usize {
        let room = width.saturating_sub(PADDING).max(1);
        text.lines().map(|line| usize::try_from(width_of_line(line).div_ceil(room)).unwrap_or_default().max(1)).sum()
    };
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().zip(widths);
        cells.map(|(cell, width)| lines_of(&cell.text, *width) + lines_of(&cell.note, *width)).max().unwrap_or_default()
    };
    let mut all: Vec<usize> = table.rows.iter().map(row).collect();
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The width of a line, with the spaces between its words.
fn width_of_line(line: &str) -> u32 {
    let words = || line.split_whitespace();
    let spaces = u32::try_from(words().count().saturating_sub(1)).unwrap_or_default();
    words().map(width_of_word).sum::<u32>() + spaces * width_of(' ')
}

/// The least widths of the columns.
fn least_of_all(table: &Table, room: u32) -> Vec<u32> {
    let columns = || table.columns.iter().enumerate();
    let least: Vec<u32> = columns().map(|(at, column)| least(column, at, table, |_| true)).collect();
    let over = least.iter().sum::<u32>().saturating_sub(room);
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
        width_of_word(word).min(widest)
    };
    // Words that stay together are as one, and so is a phone number.
    let is_phone = |text: &str| text.chars().all(|letter| letter.is_numeric() || matches!(letter, '+' | '-' | ' '));
    if is_phone(text) && counts(text) {
        return width(text.trim());
    }
    let is_end = |letter: char| letter.is_whitespace() && letter != KEPT;
    clean(text).split(is_end).filter(|word| !word.is_empty() && counts(word)).map(width).max().unwrap_or_default()
}

fn width_of_word(word: &str) -> u32 {
    let is_arabic = |letter: &char| matches!(letter, '\u{621}'..='\u{64A}');
    let letters = word.chars().filter(is_arabic).count();
    let joined = word.chars().zip(word.chars().skip(1)).filter(|(one, next)| is_arabic(one) && is_arabic(next));
    // Where nothing joins an Arabic letter it ends in a flourish.
    let ends = u32::try_from(letters.saturating_sub(joined.count())).unwrap_or_default();
    word.chars().map(width_of).sum::<u32>() + ends * FLOURISH
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
        fit_table(&mut table, WIDTH);
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
        fit_table(&mut table, WIDTH);
        let weights: Vec<u16> = table.columns.iter().map(|column| column.weight).collect();
        assert_eq!(weights, [138, 138, 138, 138, 138, 138, 173]);
    }

    fn register(rows: &[[&str; 4]]) -> Table {
        let column = |header: &str| Column { header: header.into(), weight: 25 };
        Table {
            columns: ["م", "الاسم", "المنصب", "الجهة"].map(column).into(),
            rows: rows.iter().map(|row| row.map(Cell::known).into()).collect(),
            ..Table::default()
        }
    }

    #[test]
    fn a_register_gives_its_width_to_what_needs_it() {
        let body = "وزارة البلديات والإسكان والتخطيط العمراني";
        let mut table = register(&[["1", "سالم الدوسري", "مدير", body], ["2", "هند العمري", "وكيل", body]]);
        assert!(!share_by_content(&mut table), "few columns stand upright");
        let weights: Vec<u16> = table.columns.iter().map(|column| column.weight).collect();
        let [index, name, post, body_width] = weights.as_slice() else { panic!("{weights:?}") };
        assert!(index < post && post < name && name < body_width, "{weights:?}");
        let room = u32::from(*body_width) - PADDING;
        assert!(width_of_line(body) <= room, "the body has a line: {weights:?}");
    }

    #[test]
    fn a_register_whose_columns_would_be_narrow_lies_on_its_side() {
        let text = "تشكيل فريق تنسيق دائم يوحد جهود الأمانة والوزارة والجمعيات ويمنع تكرارها في الأحياء والمحافظات، ورفع تقرير بما تم إلى أصحاب الصلاحية خلال ثلاثة أشهر من تاريخه";
        let mut table = register(&[["1", text, text, text]]);
        assert!(share_by_content(&mut table));
        assert!(!share_by_content(&mut register(&[])), "nothing asks for room");
    }

    #[test]
    fn where_there_is_no_room_for_all_none_vanishes() {
        let address = "a.very.long.address.of.somebody@a.long.name.of.a.place.example";
        check(&[(address, 1, ""); 6], &[167; 6]);
        check(&[(address, 1, address), ("م", 0, "1")], &[958, 42]);
    }
}
