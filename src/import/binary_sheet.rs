//! How large the sheets of an old Excel file are, before anybody lays them out.
//!
//! Such a file is a small file system of its own (MS-CFB) with a stream of records (MS-XLS). Of the records only those that
//! say where a cell stands are looked at.

use super::sheet::refused;
use crate::error::{Error, Result};

/// So many cells, empty ones among them, all sheets may span together.
const MOST_CELLS: usize = 8_000_000;

/// Refuses a file whose sheets would fill the memory.
pub(super) fn measure(bytes: &[u8]) -> Result<()> {
    let stream = workbook_stream(bytes).ok_or_else(broken)?;
    let mut total = 0_usize;
    let mut span: Option<[usize; 4]> = None;
    let mut at = 0;
    while let Some(kind) = word(&stream, at) {
        let length = word(&stream, at + 2).ok_or_else(broken)?;
        let body = at + 4;
        match kind {
            // A password: what follows are numbers only by their looks.
            0x002F => return Err(refused("locked", "")),
            // A sheet begins.
            0x0809 | 0x0409 | 0x0209 | 0x0009 => total += cells(span.take()),
            // Cells: blank, number, label, logical, shared label, RK, formula.
            0x0201 | 0x0203 | 0x0204 | 0x0205 | 0x00FD | 0x027E | 0x0006 | 0x0206 | 0x0406 | 0x00D6 => {
                grow(&mut span, word(&stream, body), word(&stream, body + 2));
            }
            // Several in a row: the last column stands at the end.
            0x00BD | 0x00BE => {
                grow(&mut span, word(&stream, body), word(&stream, body + 2));
                grow(&mut span, word(&stream, body), word(&stream, (body + length).saturating_sub(2)));
            }
            _ => {}
        }
        if total > MOST_CELLS {
            return Err(refused("bomb", total));
        }
        at = body + length;
    }
    if total + cells(span) > MOST_CELLS { Err(refused("bomb", total)) } else { Ok(()) }
}

fn cells(span: Option<[usize; 4]>) -> usize {
    span.map_or(0, |[top, bottom, first, last]| (bottom - top + 1).saturating_mul(last - first + 1))
}

fn grow(span: &mut Option<[usize; 4]>, row: Option<usize>, column: Option<usize>) {
    let (Some(row), Some(column)) = (row, column) else { return };
    let [top, bottom, first, last] = span.unwrap_or([row, row, column, column]);
    *span = Some([top.min(row), bottom.max(row), first.min(column), last.max(column)]);
}

fn broken() -> Error {
    refused("broken", "no workbook in it")
}

fn word(bytes: &[u8], at: usize) -> Option<usize> {
    let &[low, high] = bytes.get(at..at.checked_add(2)?)? else { return None };
    Some(usize::from(u16::from_le_bytes([low, high])))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let &[a, b, c, d] = bytes.get(at..at.checked_add(4)?)? else { return None };
    usize::try_from(u32::from_le_bytes([a, b, c, d])).ok()
}

/// A sector that is none: the end of a chain and the like are above.
const LAST_SECTOR: usize = 0xFFFF_FFFA;

/// The stream of the workbook's records.
fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let shift = word(bytes, 30)?;
    let size = 1_usize.checked_shl(u32::try_from(shift).ok()?).filter(|size| (128..=65_536).contains(size))?;
    let sector = |number: usize| -> Option<&[u8]> {
        let start = number.checked_add(1)?.checked_mul(size)?;
        bytes.get(start..).map(|rest| rest.get(..size).unwrap_or(rest))
    };
    // Where each sector goes on: the table's own sectors stand in the head, further ones in a chain.
    let mut table_sectors: Vec<usize> = (0..109).filter_map(|at| long(bytes, 76 + at * 4)).collect();
    let mut further = long(bytes, 68)?;
    let most = bytes.len() / size + 1;
    for _ in 0..most {
        if further >= LAST_SECTOR {
            break;
        }
        let listed = sector(further)?;
        let places = size / 4 - 1;
        table_sectors.extend((0..places).filter_map(|at| long(listed, at * 4)));
        further = long(listed, places * 4)?;
    }
    let mut next: Vec<usize> = Vec::new();
    for number in table_sectors.into_iter().filter(|number| *number < LAST_SECTOR) {
        let listed = sector(number)?;
        next.extend((0..size / 4).filter_map(|at| long(listed, at * 4)));
        if next.len() > most + size {
            break;
        }
    }
    let chain = |mut at: usize, next: &[usize], most: usize| -> Vec<usize> {
        let mut found = Vec::new();
        while at < LAST_SECTOR && found.len() <= most {
            found.push(at);
            at = next.get(at).copied().unwrap_or(usize::MAX);
        }
        found
    };
    let whole = |first: usize| -> Vec<u8> {
        chain(first, &next, most).into_iter().filter_map(sector).flatten().copied().collect()
    };
    let directory = whole(long(bytes, 48)?);
    let named = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory.chunks_exact(128).find(|entry| {
            word(entry, 64) == Some(wanted.len() + 2)
                && entry.get(..wanted.len()).is_some_and(|own| own.eq_ignore_ascii_case(&wanted))
        })
    };
    let entry = named("Workbook").or_else(|| named("Book"))?;
    let (first, length) = (long(entry, 116)?, long(entry, 120)?);
    // Small streams lie in a stream of their own, in sectors of 64 bytes; such a workbook spans little, but may say more.
    let mut stream = if length >= long(bytes, 56)? {
        whole(first)
    } else {
        let root = directory.chunks_exact(128).next()?;
        let mini = whole(long(root, 116)?);
        let table = whole(long(bytes, 60)?);
        let next: Vec<usize> = (0..table.len() / 4).filter_map(|at| long(&table, at * 4)).collect();
        let most = mini.len() / 64 + 1;
        let pieces = chain(first, &next, most);
        pieces.into_iter().filter_map(|at| mini.get(at.checked_mul(64)?..)?.get(..64)).flatten().copied().collect()
    };
    stream.truncate(length);
    Some(stream)
}
