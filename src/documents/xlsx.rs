//! Writes a sheet as an Excel workbook: running as its language does, its head frozen and filtered, days as days with
//! their Hijri words beside them, lists to choose from and colours where a column holds one of few words.

use super::clean;
use super::sheet::{Sheet, SheetKind, SheetTone, SheetValue};
use crate::arabic::isolate::without_isolates;
use crate::calendar::{Calendar, Date};
use crate::error::{Error, ErrorKind, Result};
use crate::strings::Tr;
use crate::tr;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
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
/// Two lines, in points.
const HEAD_HEIGHT: f64 = 32.0;
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
    for (row, values) in (1..).zip(&sheet.rows) {
        for place in &places {
            let Some(value) = values.get(place.of) else { continue };
            write_value(page, (row, place), value, &looks, tr)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    // Heads of two lines are seen whole also where a program makes no room by itself.
    page.set_row_height(0, HEAD_HEIGHT)?;
    // Printed, the letters can still be read, the heads stand on every page and what names a row beside each of its parts.
    let letters: f64 = places.iter().map(|place| place.width).sum();
    let across = (letters / PAGE_LETTERS).ceil().clamp(1.0, f64::from(u8::MAX));
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(across as u16, 0);
    page.set_repeat_rows(0, 0)?;
    if across > 1.0 {
        page.set_repeat_columns(0, 0)?;
    }
    let (rows, columns) = (u32::try_from(sheet.rows.len()).unwrap_or(LAST_ROW), places.len());
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
    /// It has the Hijri words of a day.
    is_hijri: bool,
    /// In letters.
    width: f64,
}

fn places<'s>(sheet: &'s Sheet, tr: &Tr) -> Vec<Place<'s>> {
    let mut places: Vec<Place<'s>> = Vec::new();
    for (of, column) in sheet.columns.iter().enumerate() {
        let width = match column.kind {
            SheetKind::Prose => 48.0,
            SheetKind::Text => 24.0,
            SheetKind::Code => 18.0,
            SheetKind::Day | SheetKind::Choice(_) => 15.0,
            SheetKind::Number | SheetKind::Percent => 10.0,
        };
        let mut add = |header: String, is_hijri| {
            let column_number = u16::try_from(places.len()).unwrap_or(u16::MAX);
            places.push(Place { column: column_number, of, header, kind: &column.kind, is_hijri, width });
        };
        add(column.header.clone(), false);
        if column.kind == SheetKind::Day {
            add(tr!(tr, "sheet-hijri", column = &column.header), true);
        }
    }
    places
}

struct Looks {
    head: Format,
    text: Format,
    prose: Format,
    code: Format,
    number: Format,
    percent: Format,
    day: Format,
}

impl Looks {
    fn new(is_rtl: bool) -> Self {
        let direction = if is_rtl { 2 } else { 1 };
        let plain = || Format::new().set_align(FormatAlign::Top);
        let words = || plain().set_reading_direction(direction);
        Self {
            head: words()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00F3_FCF6))
                .set_font_color(Color::RGB(0x0014_573A))
                .set_border_bottom(FormatBorder::Thin),
            text: words(),
            prose: words().set_text_wrap(),
            code: plain().set_num_format("@").set_reading_direction(1),
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
            page.write_string_with_format(row, column, shown(text), &looks.code)?;
        }
        (SheetValue::Text(text), _) => _ = page.write_string_with_format(row, column, shown(text), &looks.text)?,
        (SheetValue::Number(number), SheetKind::Percent) => {
            page.write_number_with_format(row, column, *number as f64 / 100.0, &looks.percent)?;
        }
        (SheetValue::Number(number), _) => {
            page.write_number_with_format(row, column, *number as f64, &looks.number)?;
        }
        (SheetValue::Day(day), _) if place.is_hijri => {
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
