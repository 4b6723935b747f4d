//! Tables in text files: which letters the bytes are, and which sign stands between the cells.

use super::sheet::{Gathering, Sheet, refused};
use crate::error::Result;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};
use std::io::Read;

/// The letters of a text file: UTF-8 and UTF-16 with their mark or without, else Windows-1256, which Arabic programs of old
/// wrote.
///
/// # Errors
/// It is no text, or in letters that none of these are.
pub(super) fn decode(bytes: &[u8]) -> Result<String> {
    let (encoding, marked) = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => (encoding, true),
        None => (guess(bytes), false),
    };
    let (text, _, had_errors) = encoding.decode(bytes);
    if had_errors && (marked || encoding != WINDOWS_1256) {
        return Err(refused("encoding", encoding.name()));
    }
    // A text has no such letters; bytes that are none of these encodings do.
    let is_control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{85}' | '\u{0C}');
    if text.chars().any(is_control) {
        return Err(refused("no-table", encoding.name()));
    }
    if encoding == WINDOWS_1256 && !text.is_ascii() && !looks_arabic(&text) {
        return Err(refused("encoding", encoding.name()));
    }
    Ok(text.into_owned())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    // Arabic letters of UTF-16 lie under 06, Latin ones and signs under 00.
    let sample = bytes.get(..4096.min(bytes.len() & !1)).unwrap_or(bytes);
    let is_high = |byte: u8| matches!(byte, 0x00 | 0x06);
    let pairs = sample.len() / 2;
    let high_at = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| is_high(**byte)).count();
    if pairs > 1 {
        let (first, second) = (high_at(0), high_at(1));
        if second * 10 >= pairs * 9 && first < second {
            return UTF_16LE;
        }
        if first * 10 >= pairs * 9 && second < first {
            return UTF_16BE;
        }
    }
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1256 }
}

/// Are most letters beyond ASCII those that Arabic is written with?
fn looks_arabic(text: &str) -> bool {
    let beyond: Vec<char> = text.chars().filter(|letter| !letter.is_ascii()).collect();
    let arabic = beyond
        .iter()
        .filter(|letter| matches!(letter, '\u{0600}'..='\u{06FF}' | '\u{2000}'..='\u{206F}' | '\u{A0}'))
        .count();
    arabic * 10 >= beyond.len() * 8
}

/// The signs that part cells, the likelier first.
const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// So many lines say which sign it is.
const LOOKED_AT: usize = 50;

/// The table of a text.
pub(super) fn read(text: &str) -> Result<Sheet> {
    let (told, text) = told_sign(text);
    let sign = told.unwrap_or_else(|| likely_sign(text));
    // One sort of line end, so that lines can be counted.
    let text = text.replace("\r\n", "\n");
    let mut gathering = Gathering::new("");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign)
        .from_reader(text.as_bytes().chain(&b"\n"[..]));
    let mut record = csv::StringRecord::new();
    let mut row = 0_usize;
    let mut line = 1_u64;
    while reader.read_record(&mut record).map_err(|error| refused("broken", error))? {
        // The library passes blank lines over; rows are counted as the person's program counts them.
        let within: u64 = record.iter().map(lines_within).sum();
        let next = reader.position().line();
        row += usize::try_from((next - line).saturating_sub(within + 1)).unwrap_or_default();
        line = next;
        for (column, cell) in record.iter().enumerate() {
            gathering.put(row, column, unguarded(cell))?;
        }
        row += 1;
    }
    Ok(gathering.sheet())
}

fn lines_within(cell: &str) -> u64 {
    u64::try_from(cell.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or_default()
}

/// Excel says in a first line `sep=;` which sign it is.
fn told_sign(text: &str) -> (Option<u8>, &str) {
    let told = text.split_once('\n').and_then(|(first, rest)| {
        let sign = first.trim_end_matches('\r').trim().strip_prefix("sep=")?;
        let &[sign] = sign.as_bytes() else { return None };
        Some((sign, rest))
    });
    told.map_or((None, text), |(sign, rest)| (Some(sign), rest))
}

/// The sign that parts most lines into as many cells, and into most.
fn likely_sign(text: &str) -> u8 {
    let widths = |sign: u8| -> (usize, usize) {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(text.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(LOOKED_AT).filter_map(|row| row.ok().map(|row| row.len())).collect();
        let widest = widths.iter().copied().max().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == widest && widest > 1).count();
        (alike, widest)
    };
    let best = SIGNS.into_iter().rev().max_by_key(|sign| widths(*sign));
    best.unwrap_or(b',')
}

/// Programs that write tables put an apostrophe before what another one might run; it is no part of the text.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t']) => rest,
        Some(_) | None => cell,
    }
}
