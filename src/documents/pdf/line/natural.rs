//! Which marks of direction a line can do without: they only say what the bidirectional algorithm does by itself, as with
//! the day in «(13/06/1448هـ)». Each box costs typst a layout of its own, and tables are full of days.

use super::is_isolate;
use unicode_bidi::{BidiInfo, Level};

/// The line without its marks, where it looks the same and breaks nowhere else.
pub(super) fn without_marks(marked: &str, is_rtl: bool) -> Option<String> {
    let plain = marked.replace(is_mark, "");
    (stays_whole(marked) && seen(marked, is_rtl) == seen(&plain, is_rtl)).then_some(plain)
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
