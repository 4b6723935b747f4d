//! Writes a sheet as JSON for programs: a list of rows, each value by the name of its field, which is the same in every
//! language and whatever people call it; `columns` says what stands above it.
//!
//! Days are those of ISO 8601 with their Hijri numbers beside them, numbers are numbers, and what nobody has said is null.

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
    columns: Row<'a>,
    rows: Vec<Row<'a>>,
}

/// What the name of a day's Hijri numbers ends with.
const HIJRI: &str = "_hijri";

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
            let name = if column.name.is_empty() { plain(&column.header) } else { column.name.to_owned() };
            let hijri = (column.kind == SheetKind::Day).then(|| format!("{name}{HIJRI}"));
            (name, hijri)
        })
        .collect();
    let columns = heads.iter().zip(&sheet.columns).flat_map(|((name, hijri), column)| {
        let above = plain(&column.header).into();
        let hijri =
            hijri.as_deref().map(|hijri| (hijri, plain(&tr!(tr, "sheet-hijri", column = &column.header)).into()));
        [Some((name.as_str(), above)), hijri].into_iter().flatten()
    });
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
    let language = if sheet.is_rtl() { "ar" } else { "en" };
    let file = File { title: plain(&sheet.title), language, columns: Row(columns.collect()), rows };
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
    fn values_stand_by_the_names_of_their_fields_in_their_order() {
        let column = |name, header: &str, kind| SheetColumn { name, header: header.into(), kind, weight: None };
        let columns = vec![
            column("number", "Number", SheetKind::Code),
            column("due", "Due", SheetKind::Day),
            column("percent", "Done", SheetKind::Percent),
            column("", "Body", SheetKind::Text),
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
        let first = text.split('{').nth(3).expect("a row");
        let order = [
            "\"number\": \"T-1\"",
            "\"due\": \"2026-11-23\"",
            "\"due_hijri\": \"13/06/1448",
            "\"percent\": 60",
            "\"Body\": null",
        ];
        let found: Vec<Option<usize>> = order.iter().map(|one| first.find(one)).collect();
        assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?} {text}");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["language"], "en");
        assert_eq!(read["columns"]["percent"], "Done", "what stands above it is told once");
        assert_eq!(read["rows"][1]["Body"], "\"A\" & <b>");
        assert_eq!(read["rows"][1]["number"], "=1+1", "what reads JSON runs no formulas");
    }
}
