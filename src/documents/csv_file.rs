//! Writes a sheet as CSV for spreadsheets: UTF-8 with its mark, lines ended as Excel ends them.
//!
//! A spreadsheet that opens it must not run anything a person typed: what would be read as a formula gets an apostrophe
//! before it, as the Open Worldwide Application Security Project advises against CSV injection.

use super::clean;
use super::sheet::{Sheet, SheetKind, SheetValue};
use crate::calendar::Calendar;
use crate::error::{Error, ErrorKind, Result};
use crate::strings::Tr;
use crate::tr;

/// Tells Excel that what follows is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The sheet as a file.
///
/// # Errors
/// None that the data can cause; the writer of lines names its own.
pub fn write(sheet: &Sheet, tr: &Tr) -> Result<Vec<u8>> {
    let internal = |error: csv::Error| Error::new(ErrorKind::Internal, error);
    let mut builder = csv::WriterBuilder::new();
    builder.terminator(csv::Terminator::CRLF).flexible(true);
    let mut lines = builder.from_writer(MARK.to_vec());
    let heads = sheet.columns.iter().flat_map(|column| {
        let hijri = (column.kind == SheetKind::Day).then(|| tr!(tr, "sheet-hijri", column = &column.header));
        [Some(column.header.clone()), hijri].into_iter().flatten()
    });
    lines.write_record(heads.map(|head| guarded(&head))).map_err(internal)?;
    for row in &sheet.rows {
        let cells =
            sheet.columns.iter().zip(row).flat_map(|(column, value)| cells(column.kind == SheetKind::Day, value, tr));
        lines.write_record(cells).map_err(internal)?;
    }
    lines.into_inner().map_err(|error| Error::new(ErrorKind::Internal, error.error()))
}

/// A value's field; a day has two, the second one in Hijri numbers.
fn cells(is_day: bool, value: &SheetValue, tr: &Tr) -> Vec<String> {
    let first = match value {
        SheetValue::Empty => String::new(),
        SheetValue::Text(text) => guarded(text),
        SheetValue::Number(number) => number.to_string(),
        SheetValue::Day(day) => day.iso(),
    };
    let hijri = match value {
        SheetValue::Day(day) => crate::arabic::isolate::without_isolates(&day.numbers(tr, Calendar::Hijri)),
        SheetValue::Empty | SheetValue::Text(_) | SheetValue::Number(_) => String::new(),
    };
    [Some(first), is_day.then_some(hijri)].into_iter().flatten().collect()
}

/// The text without marks that only order it, and with an apostrophe where it would be read as a formula: also behind
/// blanks, and in the wide forms of its signs.
fn guarded(text: &str) -> String {
    let text = crate::arabic::isolate::without_isolates(&clean(text));
    let first = text.chars().find(|letter| !letter.is_whitespace());
    let is_number = text.trim().parse::<f64>().is_ok();
    let starts = |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if first.is_some_and(starts) && !is_number { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::calendar::Date;
    use crate::documents::sheet::SheetColumn;
    use crate::strings::Language;

    fn written(values: Vec<SheetValue>, kind: SheetKind) -> String {
        let columns = vec![SheetColumn { header: "الحقل".into(), kind, ..SheetColumn::default() }];
        let rows = values.into_iter().map(|value| vec![value]).collect();
        let sheet = Sheet { columns, rows, ..Sheet::default() };
        let bytes = write(&sheet, &Tr::new(Language::Arabic, Digits::Latin)).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_would_be_a_formula_is_text() {
        let check = |typed: &str, expected: &str| {
            let text = written(vec![SheetValue::text(typed)], SheetKind::Text);
            assert_eq!(text, format!("\u{feff}الحقل\r\n{expected}\r\n"), "{typed}");
        };
        check("=1+1", "'=1+1");
        check("  =cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        check("+966 50 123", "'+966 50 123");
        check("@SUM(A1)", "'@SUM(A1)");
        check("＝1+1", "'＝1+1");
        check("\u{2068}=1\u{2069}", "'=1");
        check("-5", "-5");
        check("قيمة = 3", "قيمة = 3");
        check("فاصلة, و\"علامة\"", "\"فاصلة, و\"\"علامة\"\"\"");
        check("سطر\nآخر", "\"سطر\nآخر\"");
    }

    #[test]
    fn a_day_stands_in_both_calendars() {
        let day = Date::from_iso("2026-11-23").unwrap();
        let text = written(vec![SheetValue::Day(day), SheetValue::Empty], SheetKind::Day);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.get(1), Some(&"2026-11-23,13/06/1448هـ"), "{text}");
        assert_eq!(lines.get(2), Some(&","), "{text}");
        assert!(lines.first().is_some_and(|head| head.contains("(هـ)")), "{text}");
    }
}
