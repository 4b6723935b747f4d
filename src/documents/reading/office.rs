//! Word and Excel files: XML in a zip. A part is read as it is unpacked and never held whole, so that one of a few bytes that
//! unpacks to gigabytes ends where the limit is.

use super::MOST_TEXT;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};
use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// So much of all parts is unpacked, in bytes.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// So many entries may a file have; documents have dozens.
const MOST_ENTRIES: usize = 10_000;

/// Where the words of a kind of file are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Sheet,
}

/// The words of a document or a sheet.
pub(super) fn text_of(bytes: &[u8], goes_on: &dyn Fn() -> bool) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok().filter(|archive| archive.len() <= MOST_ENTRIES)?;
    let names: Vec<String> = archive.file_names().flatten().map(Cow::into_owned).collect();
    let has = |name: &str| names.iter().any(|part| part == name);
    let kind = if has("word/document.xml") {
        Kind::Word
    } else if has("xl/workbook.xml") {
        Kind::Sheet
    } else {
        return None;
    };
    let mut parts: Vec<&String> = names.iter().filter(|name| holds_words(kind, name)).collect();
    parts.sort_by_key(|name| (rank(name), name.len(), (*name).clone()));
    let mut text = String::new();
    let mut room = MOST_UNPACKED;
    for name in parts {
        if !goes_on() || text.len() >= MOST_TEXT || room == 0 {
            break;
        }
        let Ok(part) = archive.by_name(name) else { continue };
        let mut part = BufReader::new(part.take(room));
        read(&mut part, kind, &mut text);
        room = part.into_inner().limit();
    }
    Some(text)
}

fn holds_words(kind: Kind, name: &str) -> bool {
    let Some(name) = name.strip_suffix(".xml") else { return false };
    match kind {
        Kind::Word => {
            ["word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"]
                .iter()
                .any(|part| name.starts_with(part))
        }
        Kind::Sheet => name == "xl/workbook" || name == "xl/sharedStrings" || name.starts_with("xl/worksheets/sheet"),
    }
}

/// What the file is about comes first.
fn rank(name: &str) -> u8 {
    match name {
        "word/document.xml" | "xl/workbook.xml" => 0,
        "xl/sharedStrings.xml" => 1,
        _ => 2,
    }
}

/// Adds the words of a part; what is broken ends where it breaks.
fn read(part: &mut impl std::io::BufRead, kind: Kind, text: &mut String) {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    // A cell that holds the number of a shared text holds no words, and how a word is said is none of them.
    let (mut is_words, mut is_shared, mut is_said) = (false, false, false);
    while text.len() < MOST_TEXT {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => match (kind, start.local_name().as_ref()) {
                (_, "t") => is_words = !is_said,
                (Kind::Sheet, "v") => is_words = !is_shared,
                (Kind::Sheet, "c") => {
                    let kinds = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "t");
                    is_shared = kinds.is_some_and(|kind| matches!(kind.value.as_ref(), "s" | "b" | "e"));
                }
                (Kind::Sheet, "rPh") => is_said = true,
                _ => {}
            },
            Ok(Event::Empty(empty)) => match (kind, empty.local_name().as_ref()) {
                (Kind::Word, "tab" | "br" | "cr") => text.push(' '),
                (Kind::Word, "noBreakHyphen") => text.push('-'),
                (Kind::Sheet, "sheet") => {
                    let name = empty.attributes().flatten().find(|attribute| attribute.key.as_ref() == "name");
                    if let Some(name) = name {
                        text.push_str(&name.value);
                        text.push('\n');
                    }
                }
                _ => {}
            },
            Ok(Event::End(end)) => match (kind, end.local_name().as_ref()) {
                (_, "t") => is_words = false,
                (Kind::Word, "p") | (Kind::Sheet, "si" | "is") => text.push('\n'),
                (Kind::Sheet, "v") => {
                    if is_words {
                        text.push('\n');
                    }
                    is_words = false;
                }
                (Kind::Sheet, "rPh") => is_said = false,
                _ => {}
            },
            Ok(Event::Text(words)) if is_words => text.push_str(words.as_ref()),
            Ok(Event::CData(words)) if is_words => text.push_str(words.as_ref()),
            Ok(Event::GeneralRef(reference)) if is_words => text.extend(letter(&reference)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// The letter an entity stands for. Those that a file declares itself are not resolved.
fn letter(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
