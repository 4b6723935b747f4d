//! Sheets of OpenDocument, as LibreOffice writes them, read cell by cell. By hand, because a cell that says it stands there a
//! million times is to be counted before it is believed.

use super::sheet::{Gathering, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Sheet, refused};
use crate::error::{Error, Result};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufReader, Cursor, Read};

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    repeated: usize,
    rows_spanned: usize,
    /// What the file holds beside the words: the day, the number.
    value: String,
    text: String,
}

/// The sheets of a file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if let Ok(mut manifest) = archive.by_name("META-INF/manifest.xml") {
        let mut text = String::new();
        manifest.read_to_string(&mut text).map_err(broken)?;
        if text.contains("encryption-data") {
            return Err(refused("locked", ""));
        }
    }
    let content = archive.by_name("content.xml").map_err(broken)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut sheets = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        #[expect(clippy::wildcard_enum_match_arm, reason = "another library's list, of which little is wanted")]
        match reader.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(start) if start.name().as_ref() == "table:table" => {
                if sheets.len() >= MOST_SHEETS {
                    return Ok(sheets);
                }
                let name = attribute(&start, "table:name")?.unwrap_or_default();
                sheets.push(table(&mut reader, &name)?);
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn table<R: std::io::BufRead>(reader: &mut Reader<R>, name: &str) -> Result<Sheet> {
    let mut gathering = Gathering::new(name);
    let mut spans: Vec<((usize, usize), usize)> = Vec::new();
    let mut row = 0_usize;
    let mut repeated_rows = 1_usize;
    let mut column = 0_usize;
    let mut cells: Vec<(usize, Cell)> = Vec::new();
    let mut cell: Option<Cell> = None;
    let mut in_words = 0_usize;
    let mut in_note = 0_usize;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(broken)?;
        let is_whole = matches!(event, Event::Empty(_));
        #[expect(clippy::wildcard_enum_match_arm, reason = "another library's list, of which little is wanted")]
        match event {
            Event::Start(start) | Event::Empty(start) => match start.name().as_ref() {
                "table:table-row" => {
                    repeated_rows = count(&start, "table:number-rows-repeated")?;
                    column = 0;
                    cells.clear();
                    if is_whole {
                        row = row.saturating_add(repeated_rows);
                    }
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let begun = begin_cell(&start)?;
                    if is_whole {
                        column = take_cell(begun, column, &mut cells);
                    } else {
                        cell = Some(begun);
                    }
                }
                "office:annotation" if !is_whole => in_note += 1,
                "text:p" if in_note == 0 => {
                    if let Some(cell) = cell.as_mut().filter(|cell| !cell.text.is_empty()) {
                        cell.text.push('\n');
                    }
                    in_words += usize::from(!is_whole);
                }
                "text:s" | "text:tab" | "text:line-break" if in_words > 0 && in_note == 0 => {
                    if let Some(cell) = cell.as_mut() {
                        cell.text.push(' ');
                    }
                }
                _ => {}
            },
            Event::Text(words) if in_words > 0 && in_note == 0 => {
                if let Some(cell) = cell.as_mut() {
                    cell.text.push_str(&words.xml10_content());
                }
            }
            Event::GeneralRef(reference) if in_words > 0 && in_note == 0 => {
                if let Some(cell) = cell.as_mut() {
                    cell.text.push_str(&letter(&reference)?);
                }
            }
            Event::End(end) => match end.name().as_ref() {
                "office:annotation" => in_note = in_note.saturating_sub(1),
                "text:p" if in_note == 0 => in_words = in_words.saturating_sub(1),
                "table:table-cell" | "table:covered-table-cell" => {
                    if let Some(done) = cell.take() {
                        column = take_cell(done, column, &mut cells);
                    }
                }
                "table:table-row" => {
                    if !cells.is_empty() {
                        let last = row.saturating_add(repeated_rows);
                        // One beyond what is taken is enough to refuse it.
                        for at in row..last.min(row.max(MOST_ROWS) + 1) {
                            keep_row(&mut gathering, at, &cells, &mut spans)?;
                        }
                    }
                    row = row.saturating_add(repeated_rows);
                }
                "table:table" => break,
                _ => {}
            },
            Event::Eof => return Err(refused("broken", "the table has no end")),
            _ => {}
        }
    }
    for (rows, column) in spans {
        gathering.spread(rows, column)?;
    }
    Ok(gathering.sheet())
}

fn begin_cell(start: &BytesStart<'_>) -> Result<Cell> {
    let rows_spanned = count(start, "table:number-rows-spanned")?;
    let value = match attribute(start, "office:value-type")?.as_deref() {
        Some("date") => attribute(start, "office:date-value")?.map(|day| day.replace('T', " ")),
        Some("time") => attribute(start, "office:time-value")?.map(|time| clock(&time)),
        Some("float" | "percentage" | "currency") => attribute(start, "office:value")?,
        Some("boolean") => {
            attribute(start, "office:boolean-value")?.map(|is| super::numbers::flag(is == "true").to_owned())
        }
        _ => None,
    };
    let repeated = count(start, "table:number-columns-repeated")?;
    Ok(Cell { repeated, rows_spanned, value: value.unwrap_or_default(), text: String::new() })
}

/// `PT10H30M00S` is half past ten.
fn clock(duration: &str) -> String {
    let digits = |part: Option<&str>| -> String {
        let digits: String = part.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        format!("{digits:0>2}")
    };
    let (hours, rest) = duration.split_once('H').unwrap_or(("", duration));
    format!("{}:{}", digits(Some(hours)), digits(rest.split_once('M').map(|(minutes, _)| minutes)))
}

/// Puts a finished cell among those of its row; answers where the next one stands.
fn take_cell(cell: Cell, column: usize, cells: &mut Vec<(usize, Cell)>) -> usize {
    let next = column.saturating_add(cell.repeated);
    if !cell.text.is_empty() || !cell.value.is_empty() {
        let last = next.min(MOST_COLUMNS);
        for at in column..last {
            let copy = Cell {
                repeated: 1,
                rows_spanned: cell.rows_spanned,
                value: cell.value.clone(),
                text: cell.text.clone(),
            };
            cells.push((at, copy));
        }
    }
    next
}

fn keep_row(
    gathering: &mut Gathering,
    row: usize,
    cells: &[(usize, Cell)],
    spans: &mut Vec<((usize, usize), usize)>,
) -> Result<()> {
    for (column, cell) in cells {
        gathering.put(row, *column, if cell.value.is_empty() { &cell.text } else { &cell.value })?;
        if cell.rows_spanned > 1 && spans.len() < MOST_ROWS {
            spans.push(((row, row.saturating_add(cell.rows_spanned - 1)), *column));
        }
    }
    Ok(())
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    let found = start.try_get_attribute(name).map_err(broken)?;
    found
        .map(|found| found.normalized_value(XmlVersion::Implicit1_0).map(|text| text.into_owned()))
        .transpose()
        .map_err(broken)
}

fn count(start: &BytesStart<'_>, name: &str) -> Result<usize> {
    Ok(attribute(start, name)?.and_then(|text| text.parse().ok()).unwrap_or(1).max(1))
}

/// `&amp;` and `&#1575;`; what else a file may have declared is nothing here.
fn letter(reference: &quick_xml::events::BytesRef<'_>) -> Result<String> {
    if let Some(letter) = reference.resolve_char_ref().map_err(broken)? {
        return Ok(letter.to_string());
    }
    Ok(quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned())
}

fn broken(error: impl ToString) -> Error {
    refused("broken", error)
}
