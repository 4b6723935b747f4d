//! Workbooks of Excel, new and old. Cells are taken one by one where the library allows it: a sheet whose only cell stands
//! at its far end must not be laid out as a table of billions.

use super::sheet::{Gathering, MOST_ROWS, MOST_SHEETS, Sheet, refused};
use super::{binary_sheet, numbers};
use crate::error::{Error, Result};
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, Xls, XlsError, Xlsx, XlsxError};
use std::io::Cursor;

/// The sheets of a workbook of today.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Vec<Sheet>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        // A sheet of charts has no cells.
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut gathering = Gathering::new(&name);
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = place(cell.get_position());
            match cell.get_value() {
                DataRef::Int(number) => gathering.put(row, column, &number.to_string())?,
                DataRef::Float(number) => gathering.put(row, column, &numbers::plain(*number))?,
                DataRef::String(text) => gathering.put(row, column, text)?,
                DataRef::SharedString(text) => gathering.put(row, column, text)?,
                DataRef::Bool(is) => gathering.put(row, column, numbers::flag(*is))?,
                DataRef::DateTime(day) => gathering.put(row, column, &moment(day))?,
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => gathering.put(row, column, text)?,
                // «#N/A» is no answer.
                DataRef::Error(_) | DataRef::Empty => {}
            }
        }
        spread(&mut gathering, &merged)?;
        sheets.push(gathering.sheet());
    }
    Ok(sheets)
}

/// The sheets of a workbook as Excel wrote it until 2003.
pub(super) fn read_xls(bytes: &[u8]) -> Result<Vec<Sheet>> {
    // The library lays each sheet out whole, from its first cell to its last.
    binary_sheet::measure(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes))
        .map_err(|error| refused(if matches!(error, XlsError::Password) { "locked" } else { "broken" }, error))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let mut gathering = Gathering::new(&name);
        let (first_row, first_column) = range.start().map_or((0, 0), place);
        for (row, column, value) in range.used_cells() {
            let (row, column) = (first_row + row, first_column + column);
            match value {
                Data::Int(number) => gathering.put(row, column, &number.to_string())?,
                Data::Float(number) => gathering.put(row, column, &numbers::plain(*number))?,
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                    gathering.put(row, column, text)?;
                }
                Data::Bool(is) => gathering.put(row, column, numbers::flag(*is))?,
                Data::DateTime(day) => gathering.put(row, column, &moment(day))?,
                Data::Error(_) | Data::Empty => {}
            }
        }
        spread(&mut gathering, &book.merge_cells_by_sheet_name(&name).unwrap_or_default())?;
        sheets.push(gathering.sheet());
    }
    Ok(sheets)
}

fn broken(error: XlsxError) -> Error {
    if matches!(error, XlsxError::Password) { refused("locked", error) } else { refused("broken", error) }
}

fn place((row, column): (u32, u32)) -> (usize, usize) {
    let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    (whole(row), whole(column))
}

fn spread(gathering: &mut Gathering, merged: &[Dimensions]) -> Result<()> {
    // As many as rows can be told apart: more of them is mischief.
    for area in merged.iter().take(MOST_ROWS) {
        let (first, column) = place(area.start);
        let (last, _) = place(area.end);
        if last > first {
            gathering.spread((first, last), column)?;
        }
    }
    Ok(())
}

/// A cell that Excel shows as a day or a time: `2026-02-18`, `10:30`, or both.
fn moment(day: &ExcelDateTime) -> String {
    let serial = day.as_f64();
    let (year, month, date, hour, minute, _, _) = day.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    let is_time_alone = day.is_duration() || (0.0..1.0).contains(&serial);
    if is_time_alone {
        return time;
    }
    let date = format!("{year:04}-{month:02}-{date:02}");
    if serial.fract() == 0.0 { date } else { format!("{date} {time}") }
}
