//! A file's bytes become sheets of plain text cells. What sort of file it is, is seen by its content and never by its ending;
//! what is too large, broken or locked is refused with its reason before anything of it is believed.

use super::{cards, open_document, text_table, workbook};
use crate::error::{Error, ErrorKind, Result};
use std::collections::BTreeSet;

/// A larger file is no list of bodies or people.
pub const LARGEST_FILE_BYTES: usize = 64 * 1024 * 1024;
/// So many rows of a sheet are taken; a sheet with more is refused, not cut.
pub const MOST_ROWS: usize = 100_000;
/// So many columns of a sheet are taken: what stands beyond is no table.
pub const MOST_COLUMNS: usize = 256;
/// So many letters a cell may have: Excel itself takes no more.
pub const MOST_LETTERS: usize = 32_767;
/// So many letters are kept of one that has more.
const SHOWN_LETTERS: usize = 100;
/// So many cells of a file are kept.
const MOST_CELLS: usize = 4_000_000;
/// So many letters of a file are kept, as bytes.
const MOST_BYTES: usize = 256 * 1024 * 1024;
/// So many sheets of a file are looked at.
pub(super) const MOST_SHEETS: usize = 64;

/// A table of text cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// As the file calls it; empty where it has no name.
    pub name: String,
    /// Its rows from the first of the file on; rows may be shorter than others.
    pub rows: Vec<Vec<String>>,
    /// Where a cell had more than [`MOST_LETTERS`]: only its beginning is kept, and its row can't be imported.
    pub oversized: BTreeSet<(usize, usize)>,
}

impl Sheet {
    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// Is there nothing in it at all?
    pub fn is_empty(&self) -> bool {
        self.rows.iter().flatten().all(|cell| cell.trim().is_empty())
    }
}

/// Why a file is not taken, by the key of the words that say it.
pub(super) fn refused(reason: &str, details: impl ToString) -> Error {
    Error::new(ErrorKind::ImportRefused(format!("import-refused-{reason}")), details)
}

/// Reads the sheets of a file.
///
/// # Errors
/// [`ErrorKind::ImportRefused`] with its reason.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>> {
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(refused("too-large", bytes.len()));
    }
    let sheets = match Sort::of(bytes)? {
        Sort::Zip(Packed::Excel) => workbook::read_xlsx(bytes)?,
        Sort::Zip(Packed::OpenDocument) => open_document::read(bytes)?,
        Sort::Compound => workbook::read_xls(bytes)?,
        Sort::Text(text) => match cards::read(&text) {
            Some(sheet) => vec![sheet?],
            None => vec![text_table::read(&text)?],
        },
    };
    if sheets.iter().all(Sheet::is_empty) {
        return Err(refused("empty", ""));
    }
    Ok(sheets)
}

/// What a file is by its first bytes.
enum Sort {
    Zip(Packed),
    /// The container of old Excel, and of locked new ones.
    Compound,
    Text(String),
}

/// What a zip holds.
enum Packed {
    Excel,
    OpenDocument,
}

/// The first bytes of a compound file.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

impl Sort {
    fn of(bytes: &[u8]) -> Result<Self> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(refused("empty", ""));
        }
        if bytes.starts_with(b"PK") {
            return Self::of_zip(bytes);
        }
        if bytes.starts_with(COMPOUND) {
            // What is locked lies in a stream of this name, which the container keeps in UTF-16.
            let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
            return if is_locked { Err(refused("locked", "")) } else { Ok(Self::Compound) };
        }
        if [&b"%PDF"[..], b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf"]
            .iter()
            .any(|mark| bytes.starts_with(mark))
        {
            return Err(refused("no-table", ""));
        }
        let text = text_table::decode(bytes)?;
        let begins: String = text.trim_start().chars().take(20).collect::<String>().to_ascii_lowercase();
        if begins.starts_with("<!doctype html") || begins.starts_with("<html") || begins.starts_with("<?xml") {
            return Err(refused("web-page", ""));
        }
        Ok(Self::Text(text))
    }

    fn of_zip(bytes: &[u8]) -> Result<Self> {
        let mut archive =
            zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|error| refused("broken", error))?;
        if archive.len() > MOST_PARTS {
            return Err(refused("bomb", archive.len()));
        }
        measure(&mut archive)?;
        let has = |name: &str| archive.index_for_name(name).is_some();
        if has("xl/workbook.bin") {
            return Err(refused("binary-workbook", ""));
        }
        if has("encrypted-package") {
            return Err(refused("locked", ""));
        }
        if has("content.xml") {
            return Ok(Self::Zip(Packed::OpenDocument));
        }
        if archive.file_names().flatten().any(|name| name.starts_with("xl/")) {
            return Ok(Self::Zip(Packed::Excel));
        }
        Err(refused("no-table", ""))
    }
}

/// So many parts a workbook may have.
const MOST_PARTS: usize = 10_000;
/// So large all its parts may be together, unpacked.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

/// Unpacks everything once into nowhere: what its directory says of sizes is not to be believed. A part that is cut short
/// or altered is found by its checksum.
fn measure(archive: &mut zip::ZipArchive<std::io::Cursor<&[u8]>>) -> Result<()> {
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unopened)?;
        let left = MOST_UNPACKED - unpacked;
        let mut limited = std::io::Read::take(part, left + 1);
        unpacked += std::io::copy(&mut limited, &mut std::io::sink()).map_err(|error| refused("broken", error))?;
        if unpacked > MOST_UNPACKED {
            return Err(refused("bomb", unpacked));
        }
    }
    Ok(())
}

fn unopened(error: zip::result::ZipError) -> Error {
    let is_locked = matches!(&error, zip::result::ZipError::UnsupportedArchive(why) if why.contains("assword"));
    refused(if is_locked { "locked" } else { "broken" }, error)
}

/// Takes cells in as they come, and keeps watch over how many and how large they are.
pub(super) struct Gathering {
    sheet: Sheet,
    cells: usize,
    bytes: usize,
}

impl Gathering {
    pub fn new(name: &str) -> Self {
        Self { sheet: Sheet { name: name.to_owned(), ..Sheet::default() }, cells: 0, bytes: 0 }
    }

    /// Puts a text into a cell. What is nothing but blanks is nothing.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<()> {
        if text.trim().is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(refused("too-many-rows", row + 1));
        }
        self.cells += 1;
        let mut kept = text;
        if text.len() > MOST_LETTERS && text.chars().nth(MOST_LETTERS).is_some() {
            self.sheet.oversized.insert((row, column));
            // The beginning is enough to see which cell it is.
            kept = text.char_indices().nth(SHOWN_LETTERS).and_then(|(end, _)| text.get(..end)).unwrap_or_default();
        }
        self.bytes += kept.len();
        if self.cells > MOST_CELLS || self.bytes > MOST_BYTES {
            return Err(refused("too-large", self.bytes));
        }
        if self.sheet.rows.len() <= row {
            self.sheet.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.sheet.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, String::new);
            }
            if let Some(cell) = cells.get_mut(column) {
                kept.clone_into(cell);
            }
        }
        Ok(())
    }

    /// A cell that reaches over several rows says the same in each of them. Sideways it says it once: a title over the
    /// whole table is one title.
    pub fn spread(&mut self, (first, last): (usize, usize), column: usize) -> Result<()> {
        let text = self.sheet.cell(first, column).to_owned();
        let last = last.min(self.sheet.rows.len().saturating_sub(1));
        for row in first + 1..=last {
            if self.sheet.cell(row, column).is_empty() {
                self.put(row, column, &text)?;
            }
        }
        Ok(())
    }

    pub fn sheet(self) -> Sheet {
        self.sheet
    }
}
