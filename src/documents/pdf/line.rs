//! Makes a text fit for the page: cleaned, in glyphs our fonts have, breakable, and isolated.

use crate::documents::{clean, isolate};
use std::collections::HashSet;
use unicode_normalization::char::is_combining_mark;

/// A chance to break a line that shows nothing.
const BREAK: &str = "\u{200B}";
/// The same between Arabic letters, which keep their joined forms.
const BREAK_JOINED: &str = "\u{200D}\u{200B}\u{200D}";

/// A base letter can carry this many marks; more are somebody's joke and would climb over other lines.
const MOST_MARKS: usize = 4;

/// How texts of one document are made fit.
pub(super) struct Lines<'a> {
    glyphs: &'a HashSet<char>,
    is_rtl: bool,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(glyphs: &'a HashSet<char>, is_rtl: bool) -> Self {
        Self { glyphs, is_rtl }
    }

    /// The text's lines; a word longer than `longest` characters may be broken.
    pub(super) fn fit(&self, text: &str, longest: usize) -> String {
        let lines = clean(text);
        let lines = lines.lines().map(|line| {
            let shown = self.shown(line);
            self.based(breakable(&isolate(shown.trim()), longest))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// In characters that our fonts have; a letter they lack leaves a question mark, a picture nothing.
    fn shown(&self, line: &str) -> String {
        let mut marks = 0;
        let glyph = |character: char| {
            marks = if is_combining_mark(character) { marks + 1 } else { 0 };
            if marks > MOST_MARKS {
                None
            } else if self.glyphs.contains(&character) || matches!(character, '\u{200C}' | '\u{200D}') {
                Some(character)
            } else if character.is_whitespace() {
                Some(' ')
            } else if character.is_alphanumeric() {
                Some('?')
            } else {
                None
            }
        };
        line.chars().filter_map(glyph).collect()
    }

    /// A line wholly in the other script runs in that script's direction.
    fn based(&self, line: String) -> String {
        let has_arabic = line.chars().any(is_right_to_left);
        let has_latin = line.chars().any(|character| character.is_alphabetic() && !is_right_to_left(character));
        match (self.is_rtl, has_arabic, has_latin) {
            (true, false, true) => format!("\u{2066}{line}\u{2069}"),
            (false, true, false) => format!("\u{2067}{line}\u{2069}"),
            _ => line,
        }
    }
}

/// Letters of the scripts that run from right to left, in their blocks and presentation forms.
const fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{5D0}'..='\u{5F2}' | '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Gives words longer than `longest` characters chances to break, if possible after a sign.
fn breakable(line: &str, longest: usize) -> String {
    let mut broken = String::with_capacity(line.len());
    let mut length = 0;
    let mut previous = ' ';
    for character in line.chars() {
        let is_mark = is_combining_mark(character) || character.is_control() || matches!(character, '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if character.is_whitespace() {
            length = 0;
        } else if !is_mark {
            let after_sign = matches!(previous, '/' | '-' | '_' | '.' | '?' | '&' | '=' | '@' | ',');
            if length >= longest || length * 2 > longest && after_sign {
                let is_joined = is_right_to_left(previous) && is_right_to_left(character);
                broken.push_str(if is_joined { BREAK_JOINED } else { BREAK });
                length = 0;
            }
            length += 1;
            previous = character;
        }
        broken.push(character);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let glyphs: HashSet<char> = ('\u{20}'..='\u{64A}').collect();
        assert_eq!(Lines::new(&glyphs, true).fit(text, 10).escape_debug().to_string(), expected, "{text}");
    }

    #[test]
    fn words_of_usual_length_stay_whole() {
        check("محضر اجتماع", "محضر اجتماع");
        check("كلمة\n\nأخرى", "كلمة\n\nأخرى".escape_debug().to_string().as_str());
    }

    #[test]
    fn long_words_may_break_and_arabic_stays_joined() {
        check("بببببببببببب", "بببببببببب\\u{200d}\\u{200b}\\u{200d}بب");
        check("كلمة aaaaaaa/aaaaaaa", "كلمة aaaaaaa/\\u{200b}aaaaaaa");
    }

    #[test]
    fn what_no_font_has_never_reaches_the_page() {
        check("شكرًا 👍🏽 للجميع", "شكرًا  للجميع");
        check("شركة 中文", "شركة ??");
        check("ب\u{610}\u{610}\u{610}\u{610}\u{610}\u{610}", &"ب\u{610}\u{610}\u{610}\u{610}".escape_debug().to_string());
    }

    #[test]
    fn a_line_in_the_other_script_runs_its_own_way() {
        check("Quality of Life.", "\\u{2066}Quality of Life.\\u{2069}");
        check("برنامج Quality of Life.", "برنامج Quality of Life.");
    }
}
