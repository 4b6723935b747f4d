//! Paragraphs and runs, each of one direction.

use super::xml::{Parts, Xml};
use crate::documents::direction::leans_right_to_left;
use crate::documents::{clean, isolate};
use std::io::Result;

/// How a run differs from its paragraph's style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Bold.
    pub bold: bool,
    /// Its colour in hexadecimal digits, where it is another.
    pub colour: Option<&'static str>,
}

/// A piece of a text that runs in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it says.
    pub text: String,
    /// From right to left.
    pub is_rtl: bool,
}

/// The direction of a line: that of its own words, where they have one; otherwise the document's.
pub(super) fn direction_of_line(line: &str, is_rtl: bool) -> bool {
    leans_right_to_left(line).unwrap_or(is_rtl)
}

/// The paragraphs of a text, one for each of its lines, each in its own direction; one at least.
pub(super) fn paragraphs(xml: &mut Xml, style: &str, text: &str, look: Look, is_rtl: bool) -> Result<()> {
    let text = clean(text);
    let mut lines = text.lines().peekable();
    if lines.peek().is_none() {
        return paragraph(xml, style, is_rtl, |_| Ok(()));
    }
    for line in lines {
        let own = direction_of_line(line, is_rtl);
        xml.with("w:p", &[], |xml| {
            xml.with("w:pPr", &[], |xml| {
                xml.value("w:pStyle", style)?;
                if own {
                    xml.flag("w:bidi")?;
                }
                // Where lines end in their own direction is where those of the document start.
                if own != is_rtl && keeps_its_side(style) { xml.value("w:jc", "right") } else { Ok(()) }
            })?;
            line_of(xml, line, look, own)
        })?;
    }
    Ok(())
}

/// Columns and headings stay in line whatever the direction of their words; running text begins where it is read from.
fn keeps_its_side(style: &str) -> bool {
    style.starts_with("Cell") || style.starts_with("Heading") || style == "FooterSecond"
}

/// A paragraph in the document's direction, its alignment left to it: where lines start.
pub(super) fn paragraph(
    xml: &mut Xml,
    style: &str,
    is_rtl: bool,
    inner: impl FnOnce(&mut Xml) -> Result<()>,
) -> Result<()> {
    xml.with("w:p", &[], |xml| {
        xml.with("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style)?;
            if is_rtl { xml.flag("w:bidi") } else { Ok(()) }
        })?;
        inner(xml)
    })
}

/// The runs of one line.
pub(super) fn line_of(xml: &mut Xml, line: &str, look: Look, is_rtl: bool) -> Result<()> {
    let line = unbroken(&isolate(line));
    let pieces = pieces(&line, is_rtl).into_iter().flat_map(|piece| parts_of_code(piece, is_rtl));
    for piece in pieces {
        run(xml, look, piece.is_rtl, |xml| words(xml, &piece.text))?;
    }
    Ok(())
}

/// A piece set apart that is longer may be broken into lines: an address.
const LONGEST_ON_ONE_LINE: usize = 24;
/// A hyphen after which no line ends; in the file it is an element of its own.
const KEPT_HYPHEN: char = '\u{2011}';

/// The line with hyphens that keep their dates, numbers and codes on one line.
fn unbroken(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.find(['\u{2066}', '\u{2067}']).and_then(|at| rest.split_at_checked(at)) {
        let (piece, after) = after.split_at_checked(isolate_length(after)).unwrap_or((after, ""));
        let is_short = piece.chars().filter(|letter| !is_isolate(*letter)).count() <= LONGEST_ON_ONE_LINE;
        kept.push_str(before);
        if is_short {
            kept.extend(piece.chars().map(|letter| if letter == '-' { KEPT_HYPHEN } else { letter }));
        } else {
            kept.push_str(piece);
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// How many bytes the isolate that opens here has, its marks with it; all, where nothing closes it.
fn isolate_length(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '\u{2069}' => depth = depth.saturating_sub(1),
            letter if is_isolate(letter) => depth += 1,
            _ => {}
        }
        if depth == 0 {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

/// The words of a run. A hyphen that keeps its line is Word's own element, which it draws in the letters around it: as a
/// letter it would be looked for in other fonts.
fn words(xml: &mut Xml, text: &str) -> Result<()> {
    for (at, part) in text.split(KEPT_HYPHEN).enumerate() {
        if at > 0 {
            xml.flag("w:noBreakHyphen")?;
        }
        if !part.is_empty() {
            xml.text("w:t", part)?;
        }
    }
    Ok(())
}

/// The runs of a line in the other direction than its paragraph's.
pub(super) fn other_line_of(xml: &mut Xml, line: &str, look: Look, is_rtl: bool) -> Result<()> {
    let mark = if is_rtl { LEFT_TO_RIGHT_MARK } else { RIGHT_TO_LEFT_MARK };
    line_of(xml, &format!("{mark}{line}"), look, !is_rtl)
}

/// One run.
pub(super) fn run(xml: &mut Xml, look: Look, is_rtl: bool, inner: impl FnOnce(&mut Xml) -> Result<()>) -> Result<()> {
    xml.with("w:r", &[], |xml| {
        xml.with("w:rPr", &[], |xml| {
            if look.bold {
                xml.flag("w:b")?;
                xml.flag("w:bCs")?;
            }
            if let Some(colour) = look.colour {
                xml.value("w:color", colour)?;
            }
            if is_rtl {
                xml.flag("w:rtl")?;
                xml.empty("w:lang", &[("w:bidi", "ar-SA")])?;
            }
            Ok(())
        })?;
        inner(xml)
    })
}

/// What opens and closes an isolate.
const fn is_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}')
}

/// The direction a letter has by itself.
fn direction_of(letter: char) -> Option<bool> {
    match letter {
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            if !('\u{660}'..='\u{669}').contains(&letter) && !matches!(letter, '\u{60C}' | '\u{61B}' | '\u{61F}') =>
        {
            Some(true)
        }
        letter if letter.is_alphabetic() => Some(false),
        _ => None,
    }
}

/// Does what is isolated here begin with Latin words of its own? Such a sentence is not one piece: names of the other
/// direction may stand in it, isolated in their turn.
fn is_latin_sentence(isolated: &str) -> bool {
    let mut depth = 0_usize;
    for letter in isolated.chars() {
        match letter {
            '\u{2069}' => depth = depth.saturating_sub(1),
            letter if is_isolate(letter) => depth += 1,
            letter if depth == 1 => {
                if let Some(is_rtl) = direction_of(letter) {
                    return !is_rtl;
                }
            }
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    false
}

const LEFT_TO_RIGHT_MARK: char = '\u{200E}';
const RIGHT_TO_LEFT_MARK: char = '\u{200F}';

/// A code such as «تن-1448-003» in a piece for its letters and one for its digits, which run from left to right. Where our
/// fonts are missing, LibreOffice sets letters and digits apart that stand between marks of isolation in one piece: the
/// older marks, which more fonts have, keep the order as well. In a document of the other direction only isolation does.
pub(super) fn parts_of_code(piece: Piece, is_rtl: bool) -> Vec<Piece> {
    let inner = piece.text.strip_prefix('\u{2067}').and_then(|text| text.strip_suffix('\u{2069}'));
    let Some(inner) = inner.filter(|inner| piece.is_rtl && inner.contains('\u{2066}')) else { return vec![piece] };
    let (opens, closes) = if is_rtl { (RIGHT_TO_LEFT_MARK, RIGHT_TO_LEFT_MARK) } else { ('\u{2067}', '\u{2069}') };
    let mut parts = vec![Piece { text: opens.to_string(), is_rtl: true }];
    let mut rest = inner;
    while let Some((letters, after)) = rest.split_once('\u{2066}') {
        let Some((digits, after)) = after.split_once('\u{2069}') else { return vec![piece] };
        match parts.last_mut().filter(|last| last.is_rtl) {
            Some(last) => last.text.push_str(letters),
            None if letters.is_empty() => {}
            None => parts.push(Piece { text: letters.to_owned(), is_rtl: true }),
        }
        parts.push(Piece { text: format!("{LEFT_TO_RIGHT_MARK}{digits}{LEFT_TO_RIGHT_MARK}"), is_rtl: false });
        rest = after;
    }
    parts.push(Piece { text: format!("{rest}{closes}"), is_rtl: true });
    parts
}

/// A line in pieces of one direction: what has none goes with what stands before it, and what is isolated is a piece of its
/// own. The marks stay: programs that do not look at the runs read them.
pub(super) fn pieces(line: &str, is_rtl: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut depth = 0_usize;
    let mut sentences = 0_usize;
    let mut starts_new = true;
    for (at, letter) in line.char_indices() {
        let opens_any = is_isolate(letter) && letter != '\u{2069}';
        let is_sentence = depth == 0
            && (letter == '\u{2068}' && line.get(at..).is_some_and(is_latin_sentence)
                || letter == '\u{2069}' && sentences > 0);
        if is_sentence {
            // Its marks go with its words.
            sentences = if opens_any { sentences + 1 } else { sentences - 1 };
            match pieces.last_mut().filter(|last| !opens_any && !last.is_rtl) {
                Some(last) => last.text.push(letter),
                None => pieces.push(Piece { text: letter.to_string(), is_rtl: false }),
            }
            starts_new = !opens_any;
            continue;
        }
        let opens = opens_any;
        if opens && depth == 0 {
            starts_new = true;
        }
        let own = match (depth > 0 || opens, direction_of(letter)) {
            // What is isolated is a date, a number, a code: from left to right, unless it is of Arabic letters.
            (true, Some(true)) => Some(true),
            (true, _) => None,
            (false, own) => own,
        };
        let isolated = opens || depth > 0;
        match pieces.last_mut().filter(|_| !starts_new) {
            Some(last) if own.is_none_or(|own| own == last.is_rtl) => last.text.push(letter),
            Some(last) if isolated => {
                last.is_rtl = own.unwrap_or(last.is_rtl);
                last.text.push(letter);
            }
            _ => {
                let is_rtl = own.unwrap_or(if isolated || sentences > 0 { false } else { is_rtl });
                pieces.push(Piece { text: letter.to_string(), is_rtl });
            }
        }
        starts_new = false;
        if opens {
            depth += 1;
        } else if letter == '\u{2069}' {
            depth = depth.saturating_sub(1);
            starts_new = depth == 0;
        }
    }
    pieces
}
