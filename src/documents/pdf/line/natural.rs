//! Which marks of direction a line can do without: they only say what the bidirectional algorithm does by itself, as with
//! the day in «(13/06/1448هـ)». Each box costs typst a layout of its own, and tables are full of days.

use super::is_isolate;
use crate::arabic::isolate::{FIRST_STRONG_ISOLATE, POP_ISOLATE};
use crate::documents::direction::is_right_to_left;
use unicode_bidi::{BidiInfo, Level};

/// The line without its marks, where it looks the same and breaks nowhere else.
pub(super) fn without_marks(marked: &str, is_rtl: bool) -> Option<String> {
    let plain = marked.replace(is_mark, "");
    (stays_whole(marked) && seen(marked, is_rtl) == seen(&plain, is_rtl)).then_some(plain)
}

/// The line without the marks around names that would stand where they do without them, as an English name does in an English
/// sentence: what is set apart stays on one line, and a stop behind it is drawn by itself.
pub(super) fn without_needless(marked: String, is_rtl: bool) -> String {
    let mut line = marked;
    let mut from = 0;
    while let Some((at, end)) = name_from(&line, from) {
        from = at + FIRST_STRONG_ISOLATE.len_utf8();
        let (Some(before), Some(inside), Some(after)) =
            (line.get(..at), line.get(from..end), line.get(end + POP_ISOLATE.len_utf8()..))
        else {
            break;
        };
        let runs_as_line = |letter: char| !letter.is_alphabetic() || is_right_to_left(letter) == is_rtl;
        if !inside.chars().all(runs_as_line) {
            continue;
        }
        let plain = [before, inside, after].concat();
        if seen(&plain, is_rtl) == seen(&line, is_rtl) {
            line = plain;
            from = at;
        }
    }
    line
}

/// Where the next name that a message set apart opens and closes, if nothing is set apart in it.
fn name_from(line: &str, from: usize) -> Option<(usize, usize)> {
    let mut opened = None;
    for (at, letter) in line.get(from..)?.char_indices() {
        match letter {
            FIRST_STRONG_ISOLATE => opened = Some(from + at),
            POP_ISOLATE => {
                if let Some(opened) = opened {
                    return Some((opened, from + at));
                }
            }
            letter if is_isolate(letter) => opened = None,
            _ => {}
        }
    }
    None
}

/// Does the line look the same in either direction of its paragraph, as the name of a body does?
pub(super) fn is_same_both_ways(marked: &str) -> bool {
    seen(marked, true) == seen(marked, false)
}

const fn is_mark(character: char) -> bool {
    is_isolate(character) || matches!(character, '\u{202C}' | '\u{202D}')
}

/// The characters from the left as they are seen, and whether each runs from right to left: that turns brackets around.
fn seen(line: &str, is_rtl: bool) -> Vec<(char, bool)> {
    let base = if is_rtl { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(line, Some(base));
    let mut seen = Vec::with_capacity(line.len());
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
            let characters = line.get(run).unwrap_or_default().chars().filter(|character| !is_mark(*character));
            if is_rtl {
                seen.extend(characters.rev().map(|character| (character, true)));
            } else {
                seen.extend(characters.map(|character| (character, false)));
            }
        }
    }
    seen
}

/// Nothing marked could be broken over two lines: it has neither spaces nor letters behind a sign.
fn stays_whole(marked: &str) -> bool {
    let mut depth = 0_usize;
    let mut previous = ' ';
    for character in marked.chars() {
        match character {
            '\u{2066}'..='\u{2068}' | '\u{202D}' => depth += 1,
            '\u{2069}' | '\u{202C}' => depth = depth.saturating_sub(1),
            _ => {
                let is_behind_sign = !previous.is_alphanumeric() && character.is_alphabetic();
                if depth > 0 && (character.is_whitespace() || is_behind_sign) {
                    return false;
                }
                previous = if depth > 0 { character } else { 'x' };
            }
        }
    }
    true
}
