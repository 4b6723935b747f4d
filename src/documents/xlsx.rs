//! Writes a sheet as an Excel workbook: running as its language does, its head frozen and filtered, days as days with
//! their Hijri words beside them, lists to choose from and colours where a column holds one of few words.

use super::clean;
use super::sheet::{Sheet, SheetColumn, SheetKind, SheetTone, SheetValue};
use crate::arabic::isolate::{is_rtl_code, mark_code, without_isolates};
use crate::calendar::{Calendar, Date};
use crate::error::{Error, ErrorKind, Result};
use crate::strings::Tr;
use crate::tr;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most letters of a cell, and of a sheet's name, that Excel takes.
const MOST_LETTERS: usize = 32_767;
const MOST_NAME: usize = 31;
/// The most letters of a list to choose from, its commas with them.
const MOST_LIST: usize = 255;
/// The last row of a sheet: choices are offered below the last record too.
const LAST_ROW: u32 = 1_048_575;
/// A day that Excel knows begins with its century.
const FIRST_YEAR: i16 = 1900;

/// What spreadsheets call that paper.
const A4: u8 = 9;
/// A line of a cell, in points, and the most that a row has.
const LINE_HEIGHT: f64 = 15.0;
const MOST_HEIGHT: f64 = 409.0;
/// The button that narrows a column stands over its head, so wide in letters.
const BUTTON: f64 = 3.0;
/// What stands between the letters of a cell and its sides.
const SIDES: f64 = 1.5;
/// So many letters beside each other can be read on its long side.
const PAGE_LETTERS: f64 = 220.0;

/// The sheet as a workbook.
///
/// # Errors
/// More rows than a sheet of Excel has.
pub fn write(sheet: &Sheet, tr: &Tr) -> Result<Vec<u8>> {
    workbook(sheet, tr).map_err(|error| Error::new(ErrorKind::Internal, error))
}

fn workbook(sheet: &Sheet, tr: &Tr) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let named = DocProperties::new().set_title(without_isolates(&clean(&sheet.title)));
    book.set_properties(&named.set_author(tr!(tr, "app-name")));
    let page = book.add_worksheet();
    page.set_name(sheet_name(&sheet.title))?;
    page.set_right_to_left(sheet.is_rtl());
    let places = places(sheet, tr);
    let looks = Looks::new(sheet.is_rtl());
    for place in &places {
        page.write_string_with_format(0, place.column, shown(&place.header), &looks.head)?;
        page.set_column_width(place.column, place.width)?;
        choices(page, place)?;
    }
    // Text of several lines is seen whole also where a program makes no room by itself.
    let heads = places.iter().map(|place| lines_in(&place.header, (place.width - BUTTON) / BOLD));
    page.set_row_height(0, height(heads.max().unwrap_or(1)) + 2.0)?;
    for (row, values) in (1..).zip(&sheet.rows) {
        let mut lines = 1;
        for place in &places {
            let Some(value) = values.get(place.of) else { continue };
            write_value(page, (row, place), value, &looks, tr)?;
            if let (SheetValue::Text(text), true) = (value, place.is_wrapped()) {
                lines = lines.max(lines_in(text, place.width - SIDES));
            }
        }
        if lines > 1 {
            page.set_row_height(row, height(lines))?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    // Printed, the letters can still be read, the heads stand on every page and what names a row beside each of its parts.
    let printed = places.iter().filter(|place| place.shows != Shows::Plain);
    let letters: f64 = printed.clone().map(|place| place.width).sum();
    let across = (letters / PAGE_LETTERS).ceil().clamp(1.0, f64::from(u8::MAX));
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(across as u16, 0);
    page.set_repeat_rows(0, 0)?;
    if across > 1.0 {
        // The number beside what sort of thing it is.
        let number = places.get(1).filter(|place| *place.kind == SheetKind::Code && place.shows == Shows::Value);
        page.set_repeat_columns(0, number.map_or(0, |place| place.column))?;
    }
    let (rows, columns) = (u32::try_from(sheet.rows.len()).unwrap_or(LAST_ROW), places.len());
    if let Some(last) = printed.map(|place| place.column).max().filter(|last| usize::from(*last) + 1 < columns) {
        page.set_print_area(0, 0, rows, last)?;
    }
    if let Some(last) = columns.checked_sub(1).and_then(|last| u16::try_from(last).ok()) {
        page.autofilter(0, 0, rows, last)?;
    }
    book.save_to_buffer()
}

/// A column of the workbook.
struct Place<'s> {
    /// Which one.
    column: u16,
    /// The column of the sheet it shows.
    of: usize,
    header: String,
    kind: &'s SheetKind,
    /// What of its values.
    shows: Shows,
    /// In letters.
    width: f64,
}

/// What of a value stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    /// The value.
    Value,
    /// The Hijri words of a day.
    Hijri,
    /// A code in its bare letters, by which it is looked up: in its own column a mark in it keeps its parts in order.
    Plain,
}

impl Place<'_> {
    /// Do its words go on in another line?
    const fn is_wrapped(&self) -> bool {
        matches!(self.kind, SheetKind::Prose | SheetKind::Text)
    }
}

/// How much wider bold letters are.
const BOLD: f64 = 1.1;

/// A text's width, in digits of the usual letters; programs take other letters where these are missing, and some are wide.
fn letters(text: &str) -> f64 {
    let width = |letter: char| match letter {
        letter if letter.is_uppercase() => 1.35,
        'm' | 'w' | '@' | '%' => 1.5,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ' ' => 0.7,
        letter if unicode_normalization::char::is_combining_mark(letter) => 0.0,
        '\u{620}'..='\u{6FF}' => 0.9,
        _ => 1.02,
    };
    without_isolates(text).chars().map(width).sum()
}

/// How many lines a text takes that is so wide.
fn lines_in(text: &str, width: f64) -> usize {
    let lines = |line: &str| {
        let (mut count, mut filled) = (1, 0.0);
        for word in line.split_whitespace() {
            let word = letters(word);
            if filled > 0.0 && filled + letters(" ") + word > width {
                count += 1;
                filled = 0.0;
            }
            // What is wider than the column goes on below.
            count += (word / width.max(1.0)).ceil().max(1.0) as usize - 1;
            filled += word + if filled > 0.0 { letters(" ") } else { 0.0 };
        }
        count
    };
    text.lines().map(lines).sum::<usize>().max(1)
}

fn height(lines: usize) -> f64 {
    (lines as f64 * LINE_HEIGHT).min(MOST_HEIGHT)
}

/// How wide a column is: as its content, between what can be read and what leaves room for others; never narrower than the
/// longest word above it. A list without rows is there to be filled in.
fn width(sheet: &Sheet, of: usize, header: &str, kind: &SheetKind) -> f64 {
    let (least, most) = match kind {
        SheetKind::Prose => (12.0, 48.0),
        SheetKind::Text => (9.0, 30.0),
        SheetKind::Code => (9.0, 44.0),
        SheetKind::Day | SheetKind::Choice(_) => (12.0, 24.0),
        SheetKind::Number | SheetKind::Percent => (8.0, 10.0),
    };
    // Of two lines, if its words allow.
    let head = header.split_whitespace().map(letters).fold(letters(header) * 0.55, f64::max) * BOLD + BUTTON + SIDES;
    if sheet.rows.is_empty() {
        return head.max((least + most) / 2.0);
    }
    let texts = sheet.rows.iter().filter_map(|row| match row.get(of) {
        Some(SheetValue::Text(text)) => Some(text.as_str()),
        Some(SheetValue::Empty | SheetValue::Number(_) | SheetValue::Day(_)) | None => None,
    });
    let content = texts.flat_map(str::lines).map(|line| letters(line) + SIDES).fold(least, f64::max);
    content.min(most).max(head)
}

fn places<'s>(sheet: &'s Sheet, tr: &Tr) -> Vec<Place<'s>> {
    let mut places: Vec<Place<'s>> = Vec::new();
    let mut add = |of: usize, column: &'s SheetColumn, header: String, shows| {
        let column_number = u16::try_from(places.len()).unwrap_or(u16::MAX);
        let width = width(sheet, of, &header, &column.kind).max(if shows == Shows::Hijri { 14.0 } else { 0.0 });
        places.push(Place { column: column_number, of, header, kind: &column.kind, shows, width });
    };
    for (of, column) in sheet.columns.iter().enumerate() {
        add(of, column, column.header.clone(), Shows::Value);
        if column.kind == SheetKind::Day {
            add(of, column, tr!(tr, "sheet-hijri", column = &column.header), Shows::Hijri);
        }
    }
    for (of, column) in sheet.columns.iter().enumerate() {
        let is_marked = |row: &Vec<SheetValue>| match row.get(of) {
            Some(SheetValue::Text(text)) => mark_code(&shown(text)).is_some(),
            Some(SheetValue::Empty | SheetValue::Number(_) | SheetValue::Day(_)) | None => false,
        };
        if column.kind == SheetKind::Code && sheet.rows.iter().any(is_marked) {
            add(of, column, tr!(tr, "sheet-plain-code", column = &column.header), Shows::Plain);
        }
    }
    places
}

struct Looks {
    head: Format,
    text: Format,
    prose: Format,
    code: Format,
    arabic_code: Format,
    number: Format,
    percent: Format,
    day: Format,
}

impl Looks {
    fn new(is_rtl: bool) -> Self {
        let direction = if is_rtl { 2 } else { 1 };
        let line = Color::RGB(0x00B8_EACB);
        let plain = || Format::new().set_align(FormatAlign::Top);
        let words = || plain().set_reading_direction(direction);
        Self {
            head: words()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00F3_FCF6))
                .set_font_color(Color::RGB(0x0014_573A))
                .set_border_bottom(FormatBorder::Thin)
                // Two heads beside each other are two.
                .set_border_left(FormatBorder::Thin)
                .set_border_left_color(line)
                .set_border_right(FormatBorder::Thin)
                .set_border_right_color(line),
            text: words().set_text_wrap(),
            prose: words().set_text_wrap(),
            code: plain().set_num_format("@").set_reading_direction(1),
            // Its letters stand before its digits as Arabic is read.
            arabic_code: plain().set_num_format("@").set_reading_direction(2),
            number: plain().set_num_format("0"),
            percent: plain().set_num_format("0%"),
            day: plain().set_num_format("yyyy-mm-dd"),
        }
    }
}

fn write_value(
    page: &mut Worksheet,
    (row, place): (u32, &Place<'_>),
    value: &SheetValue,
    looks: &Looks,
    tr: &Tr,
) -> std::result::Result<(), XlsxError> {
    let column = place.column;
    match (value, place.kind) {
        (SheetValue::Empty, _) => {}
        (SheetValue::Text(text), SheetKind::Prose) => {
            page.write_string_with_format(row, column, shown(text), &looks.prose)?;
        }
        (SheetValue::Text(text), SheetKind::Code) => {
            let plain = shown(text);
            let look = if is_rtl_code(&plain) { &looks.arabic_code } else { &looks.code };
            let marked = mark_code(&plain).filter(|_| place.shows == Shows::Value);
            page.write_string_with_format(row, column, marked.unwrap_or(plain), look)?;
        }
        (SheetValue::Text(text), _) => _ = page.write_string_with_format(row, column, shown(text), &looks.text)?,
        (SheetValue::Number(number), SheetKind::Percent) => {
            page.write_number_with_format(row, column, *number as f64 / 100.0, &looks.percent)?;
        }
        (SheetValue::Number(number), _) => {
            page.write_number_with_format(row, column, *number as f64, &looks.number)?;
        }
        (SheetValue::Day(day), _) if place.shows == Shows::Hijri => {
            page.write_string_with_format(row, column, shown(&day.numbers(tr, Calendar::Hijri)), &looks.text)?;
        }
        (SheetValue::Day(day), _) => match excel_day(*day) {
            Some(day) => _ = page.write_datetime_with_format(row, column, &day, &looks.day)?,
            None => _ = page.write_string_with_format(row, column, day.iso(), &looks.code)?,
        },
    }
    Ok(())
}

/// The day as Excel counts it; nothing for one before its first.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let iso = day.iso();
    let mut parts = iso.split('-');
    let year = parts.next()?.parse::<i16>().ok().filter(|year| *year >= FIRST_YEAR)?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    ExcelDateTime::from_ymd(year.try_into().ok()?, month, day).ok()
}

/// The words to choose from, and their colours.
fn choices(page: &mut Worksheet, place: &Place<'_>) -> std::result::Result<(), XlsxError> {
    let SheetKind::Choice(words) = place.kind else { return Ok(()) };
    let labels: Vec<&str> = words.iter().map(|(label, _)| label.as_str()).collect();
    let letters: usize = labels.iter().map(|label| label.chars().count() + 1).sum();
    if !labels.is_empty() && letters <= MOST_LIST {
        let list = DataValidation::new().allow_list_strings(&labels)?;
        page.add_data_validation(1, place.column, LAST_ROW, place.column, &list)?;
    }
    for (label, tone) in words {
        let Some((ink, ground)) = colours(*tone) else { continue };
        let look = Format::new().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(ground));
        let rule =
            ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(label.as_str())).set_format(look);
        page.add_conditional_format(1, place.column, LAST_ROW, place.column, &rule)?;
    }
    Ok(())
}

const fn colours(tone: SheetTone) -> Option<(u32, u32)> {
    match tone {
        SheetTone::Plain => None,
        SheetTone::Good => Some((0x0014_573A, 0x00DF_F6E7)),
        SheetTone::Underway => Some((0x0017_5CD3, 0x00EF_F8FF)),
        SheetTone::Warning => Some((0x0093_370D, 0x00FE_F0C7)),
        SheetTone::Bad => Some((0x00B4_2318, 0x00FE_E4E2)),
    }
}

/// A cell's text: no marks that only order it, and no more letters than a cell takes.
fn shown(text: &str) -> String {
    without_isolates(&clean(text)).chars().take(MOST_LETTERS).collect()
}

/// As a tab takes it.
fn sheet_name(title: &str) -> String {
    let name: String = without_isolates(&clean(title))
        .chars()
        .map(|letter| if matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n') { ' ' } else { letter })
        .take(MOST_NAME)
        .collect();
    match name.trim().trim_matches('\'') {
        "" => "1".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::strings::Language;
    use std::io::Read;

    fn page(columns: Vec<(&str, SheetKind)>, rows: Vec<Vec<SheetValue>>) -> String {
        part(columns, rows, "xl/worksheets/sheet1.xml")
    }

    fn part(columns: Vec<(&str, SheetKind)>, rows: Vec<Vec<SheetValue>>, name: &str) -> String {
        let column =
            |(header, kind): (&str, SheetKind)| SheetColumn { header: header.into(), kind, ..SheetColumn::default() };
        let sheet =
            Sheet {
                title: "سجل".into(), columns: columns.into_iter().map(column).collect(), rows, ..Sheet::default()
            };
        let bytes = write(&sheet, &Tr::new(Language::Arabic, Digits::Latin)).expect("a workbook");
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
        let mut text = String::new();
        package.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
        text
    }

    /// The number behind a word of the file.
    fn number(text: &str, before: &str) -> f64 {
        let after = text.split_once(before).expect(before).1;
        after.split_once('"').expect("closed").0.parse().expect("a number")
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let long = "تشكيل فريق تنسيق دائم يوحد جهود الأمانة والوزارة والجمعيات ويمنع تكرارها في الأحياء والمحافظات";
        let text = page(
            vec![("النص", SheetKind::Prose)],
            vec![vec![SheetValue::text("قصير")], vec![SheetValue::text(long)], vec![SheetValue::text("أ\nب\nج")]],
        );
        let row = |number: u32| text.split(&format!("<row r=\"{number}\"")).nth(1).expect("a row").to_owned();
        assert!(!row(2).split_once('>').expect("a row").0.contains("ht="), "one line has the usual height: {text}");
        assert!(number(&row(3), "ht=\"") >= 30.0, "{text}");
        assert!(number(&row(4), "ht=\"") >= 45.0, "{text}");
    }

    #[test]
    fn a_column_has_room_for_its_head_and_for_an_address() {
        let text = page(
            vec![("Recommendations", SheetKind::Number), ("البريد", SheetKind::Code)],
            vec![vec![SheetValue::Number(0), SheetValue::text("partners@wahah.example")]],
        );
        let widths: Vec<f64> = text.split("<col ").skip(1).map(|column| number(column, "width=\"")).collect();
        assert!(widths.first().is_some_and(|width| *width > 18.0), "{widths:?}");
        assert!(widths.get(1).is_some_and(|width| *width > 23.0), "{widths:?}");
    }

    fn strings(columns: Vec<(&str, SheetKind)>, rows: Vec<Vec<SheetValue>>) -> String {
        part(columns, rows, "xl/sharedStrings.xml")
    }

    /// The part of a cell's look that says how it is read, by the cell's place.
    fn reading_order(sheet: &str, styles: &str, place: &str) -> Option<String> {
        let cell = sheet.split_once(&format!("<c r=\"{place}\" s=\""))?.1;
        let look: usize = cell.split_once('"')?.0.parse().ok()?;
        let looks = styles.split_once("<cellXfs")?.1;
        let look = looks.split("<xf ").nth(look + 1)?;
        Some(look.split_once("readingOrder=\"")?.1.split_once('"')?.0.to_owned())
    }

    #[test]
    fn the_parts_of_a_code_stand_as_on_paper_and_it_can_be_looked_up() {
        let columns = || vec![("الرقم", SheetKind::Code), ("النص", SheetKind::Prose), ("الجوال", SheetKind::Code)];
        let rows = || {
            vec![vec![
                SheetValue::text("ت-1448-001-02"),
                SheetValue::text("زراعة"),
                SheetValue::text("+966 50 000 0000"),
            ]]
        };
        let texts = strings(columns(), rows());
        assert!(texts.contains("<t>ت-\u{200E}1448-001-02</t>"), "the mark keeps its parts in order: {texts}");
        assert!(texts.contains("<t>ت-1448-001-02</t>") && texts.contains("<t>الرقم (للبحث)</t>"), "{texts}");
        assert!(texts.contains("<t>+966 50 000 0000</t>") && !texts.contains("الجوال (للبحث)"), "{texts}");
        let (sheet, styles) = (page(columns(), rows()), part(columns(), rows(), "xl/styles.xml"));
        let order = |place: &str| reading_order(&sheet, &styles, place);
        assert_eq!(order("A2").as_deref(), Some("2"), "as Arabic is read: {sheet} {styles}");
        assert_eq!(order("C2").as_deref(), Some("1"), "a phone is read from left to right");
        assert_eq!(order("D2").as_deref(), Some("2"));
    }

    #[test]
    fn a_printed_row_can_be_told_on_every_page() {
        let mut columns = vec![("النوع", SheetKind::Text), ("الرقم", SheetKind::Code)];
        columns.extend(std::iter::repeat_n(("النص", SheetKind::Prose), 8));
        let mut row = vec![SheetValue::text("متابعة"), SheetValue::text("ت-1448-001-02")];
        row.extend(std::iter::repeat_n(SheetValue::text("تشكيل فريق تنسيق دائم يوحد جهود الأمانة"), 8));
        let book = part(columns, vec![row], "xl/workbook.xml");
        assert!(book.contains("!$A:$B,") && book.contains("!$1:$1</definedName>"), "{book}");
        assert!(
            book.contains("_xlnm.Print_Area") && book.contains("!$A$1:$J$2"),
            "without what is there to look up: {book}"
        );
    }

    #[test]
    fn the_file_says_what_it_is() {
        let properties = part(vec![("النص", SheetKind::Text)], Vec::new(), "docProps/core.xml");
        assert!(properties.contains("<dc:title>سجل</dc:title>"), "{properties}");
    }

    #[test]
    fn lines_are_counted_by_their_words() {
        let check = |text: &str, width: f64, expected: usize| assert_eq!(lines_in(text, width), expected, "{text}");
        check("", 10.0, 1);
        check("كلمة", 10.0, 1);
        check("كلمة كلمة كلمة", 10.0, 2);
        check("aaaaaaaaaaaaaaaaaaaaaaaa", 10.0, 3);
        check("سطر\nآخر", 10.0, 2);
    }
}
