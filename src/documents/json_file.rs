//! Writes a sheet as JSON for programs: a list of rows, each value by what stands above its column.
//!
//! Days are those of ISO 8601 with their Hijri numbers beside them as in the CSV, numbers are numbers, and what nobody has said
//! is null.

use super::clean;
use super::sheet::{Sheet, SheetKind, SheetValue};
use crate::arabic::isolate::without_isolates;
use crate::calendar::Calendar;
use crate::error::{Error, ErrorKind, Result};
use crate::strings::Tr;
use crate::tr;
use serde::ser::{Serialize, SerializeMap, Serializer};

#[derive(serde::Serialize)]
struct File<'a> {
    title: String,
    language: &'a str,
    rows: Vec<Row<'a>>,
}

/// In the order of the columns.
struct Row<'a>(Vec<(&'a str, serde_json::Value)>);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

/// The sheet as a file.
///
/// # Errors
/// None that the data can cause; the writer names its own.
pub fn write(sheet: &Sheet, tr: &Tr) -> Result<Vec<u8>> {
    let plain = |text: &str| without_isolates(&clean(text));
    let heads: Vec<(String, Option<String>)> = sheet
        .columns
        .iter()
        .map(|column| {
            let hijri = (column.kind == SheetKind::Day).then(|| tr!(tr, "sheet-hijri", column = &column.header));
            (plain(&column.header), hijri.map(|hijri| plain(&hijri)))
        })
        .collect();
    let row = |values: &Vec<SheetValue>| {
        let cells = heads.iter().zip(values).flat_map(|((head, hijri), value)| {
            let first = match value {
                SheetValue::Empty => serde_json::Value::Null,
                SheetValue::Text(text) => plain(text).into(),
                SheetValue::Number(number) => (*number).into(),
                SheetValue::Day(day) => day.iso().into(),
            };
            let second = match value {
                SheetValue::Day(day) => plain(&day.numbers(tr, Calendar::Hijri)).into(),
                SheetValue::Empty | SheetValue::Text(_) | SheetValue::Number(_) => serde_json::Value::Null,
            };
            [Some((head.as_str(), first)), hijri.as_deref().map(|hijri| (hijri, second))].into_iter().flatten()
        });
        Row(cells.collect())
    };
    let rows = sheet.rows.iter().map(row).collect();
    let file = File { title: plain(&sheet.title), language: if sheet.is_rtl() { "ar" } else { "en" }, rows };
    let mut written = serde_json::to_vec_pretty(&file).map_err(|error| Error::new(ErrorKind::Internal, error))?;
    written.push(b'\n');
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::calendar::Date;
    use crate::documents::sheet::SheetColumn;
    use crate::strings::Language;

    #[test]
    fn values_stand_by_the_heads_of_their_columns_in_their_order() {
        let column = |header: &str, kind| SheetColumn { header: header.into(), kind, weight: None };
        let columns = vec![
            column("Number", SheetKind::Code),
            column("Due", SheetKind::Day),
            column("Done", SheetKind::Percent),
            column("Body", SheetKind::Text),
        ];
        let day = Date::from_iso("2026-11-23").expect("a day");
        let rows = vec![
            vec![
                SheetValue::text("T-\u{2066}1\u{2069}"),
                SheetValue::Day(day),
                SheetValue::Number(60),
                SheetValue::Empty,
            ],
            vec![SheetValue::text("=1+1"), SheetValue::Empty, SheetValue::Empty, SheetValue::text("\"A\" & <b>")],
        ];
        let sheet = Sheet { title: "Tasks".into(), language: Language::English, columns, rows };
        let file = write(&sheet, &Tr::new(Language::English, Digits::Latin)).expect("a file");
        let text = String::from_utf8(file).expect("UTF-8");
        let first = text.split('{').nth(2).expect("a row");
        let order = ["\"Number\": \"T-1\"", "\"Due\": \"2026-11-23\"", "13/06/1448", "\"Done\": 60", "\"Body\": null"];
        let found: Vec<Option<usize>> = order.iter().map(|one| first.find(one)).collect();
        assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?} {text}");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["language"], "en");
        assert_eq!(read["rows"][1]["Body"], "\"A\" & <b>");
        assert_eq!(read["rows"][1]["Number"], "=1+1", "what reads JSON runs no formulas");
    }
}
