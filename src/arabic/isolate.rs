//! Isolates: the invisible brackets that keep a run of one direction from disturbing its neighbours.
//!
//! An ISO date or a phone number after an Arabic letter is reordered by the bidirectional algorithm («2025-09-30» is
//! drawn as 30-09-2025), so everything that goes into a sentence goes through here.

use std::borrow::Cow;
use unicode_bidi::{BidiClass, bidi_class};

/// Opens a run that is read from left to right.
pub const LTR_ISOLATE: char = '\u{2066}';
/// Opens a run that is read from right to left.
pub const RTL_ISOLATE: char = '\u{2067}';
/// Opens a run that takes the direction of its first letter.
pub const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Closes the innermost run.
pub const POP_ISOLATE: char = '\u{2069}';
/// Runs from left to right, and shows nothing.
const LTR_MARK: char = '\u{200E}';
/// From here every letter stands right of the one before.
const LTR_OVERRIDE: char = '\u{202D}';
/// Ends an override.
const POP_OVERRIDE: char = '\u{202C}';

/// Dates in numbers, phones, codes, ranges: always read from left to right.
pub fn isolate_ltr(text: &str) -> String {
    format!("{LTR_ISOLATE}{text}{POP_ISOLATE}")
}

/// Words of unknown direction.
pub fn isolate(text: &str) -> String {
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}")
}

/// The text without the marks that only order it.
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}')).collect()
}

/// The text made safe to stand in a sentence that runs right to left (or not), untouched where it already is.
///
/// Needed when it begins or ends in the other direction, or, among Arabic, when it is numbers with signs between them.
pub fn isolate_within(text: &str, sentence_is_rtl: bool) -> Cow<'_, str> {
    if text.starts_with([LTR_ISOLATE, RTL_ISOLATE, FIRST_STRONG_ISOLATE]) && text.ends_with(POP_ISOLATE) {
        return Cow::Borrowed(text);
    }
    let mut ends = text.chars().filter_map(strong_is_rtl);
    let first = ends.next();
    let last = ends.next_back().or(first);
    match (first, last) {
        (Some(first), Some(last)) if first == sentence_is_rtl && last == sentence_is_rtl => Cow::Borrowed(text),
        (Some(_), _) => Cow::Owned(isolate(text)),
        (None, _) if sentence_is_rtl && is_compound_number(text) => Cow::Owned(isolate_ltr(text)),
        (None, _) => Cow::Borrowed(text),
    }
}

/// A code such as «ت-1448-001» or «1448/ت/017»: its letters stand as they are read, and digits joined by signs run from
/// left to right, as a date does. On the screen as on paper.
pub fn isolate_code(code: &str) -> String {
    if code.chars().find_map(strong_is_rtl) != Some(true) {
        return isolate_digits(code);
    }
    let mut isolated = String::from(RTL_ISOLATE);
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let digits = joined_digits(rest);
        let (part, after) = rest.split_at_checked(digits.max(first.len_utf8())).unwrap_or((rest, ""));
        if part.chars().any(is_code_joiner) && digits > 0 {
            isolated.push_str(&isolate_digits(part));
        } else {
            isolated.push_str(part);
        }
        rest = after;
    }
    isolated.push(POP_ISOLATE);
    isolated
}

/// A code in the order in which [`isolate_code`] shows it, for what knows no isolates: a mark before each group of joined
/// digits that follows an Arabic letter, for those would run from right to left. Nothing, where it needs none.
pub fn mark_code(code: &str) -> Option<String> {
    if code.chars().find_map(strong_is_rtl) != Some(true) {
        return None;
    }
    let mut marked = String::new();
    let mut rest = code;
    let mut follows_arabic = false;
    while let Some(first) = rest.chars().next() {
        let digits = joined_digits(rest);
        let (part, after) = rest.split_at_checked(digits.max(first.len_utf8())).unwrap_or((rest, ""));
        let is_joined = digits > 0 && part.chars().any(is_code_joiner);
        if is_joined && part.contains(is_arabic_indic) {
            marked.extend([LTR_OVERRIDE]);
            marked.push_str(part);
            marked.push(POP_OVERRIDE);
        } else {
            marked.extend((is_joined && follows_arabic).then_some(LTR_MARK));
            marked.push_str(part);
        }
        follows_arabic = strong_is_rtl(first).unwrap_or(follows_arabic);
        rest = after;
    }
    (marked != code).then_some(marked)
}

/// Does a code read from right to left as a whole, as «1448/ت/017» does?
pub fn is_rtl_code(code: &str) -> bool {
    code.chars().find_map(strong_is_rtl) == Some(true)
}

/// Digits with signs between them, from left to right. Arabic-Indic ones pull the signs to the right even inside an
/// isolate: they need an override too.
pub fn isolate_digits(text: &str) -> String {
    if text.contains(is_arabic_indic) {
        format!("{LTR_ISOLATE}{LTR_OVERRIDE}{text}{POP_OVERRIDE}{POP_ISOLATE}")
    } else {
        isolate_ltr(text)
    }
}

const fn is_arabic_indic(letter: char) -> bool {
    matches!(letter, '٠'..='٩' | '۰'..='۹')
}

/// How many bytes of «1448-001» stand here: digits and what joins them.
fn joined_digits(text: &str) -> usize {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_between = is_code_joiner(letter) && at > 0 && letters.peek().is_some_and(|(_, next)| next.is_numeric());
        if !letter.is_numeric() && !is_between {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// What joins the parts of a code.
pub const fn is_code_joiner(letter: char) -> bool {
    matches!(letter, '-' | '/' | '_' | '\u{2011}')
}

/// A file's name to be shown: the parts between its underscores are isolated from each other, or a date would stand
/// backwards behind an Arabic word.
pub fn isolate_file_name(name: &str) -> String {
    let parts: Vec<String> = name.split('_').map(isolate_code).collect();
    let is_rtl = name.chars().find_map(strong_is_rtl) == Some(true);
    let opening = if is_rtl { RTL_ISOLATE } else { LTR_ISOLATE };
    format!("{opening}{}{POP_ISOLATE}", parts.join("_"))
}

/// The direction of a letter that has one of its own.
fn strong_is_rtl(letter: char) -> Option<bool> {
    // The table is only asked about what is rare in both of our scripts.
    match letter {
        'a'..='z' | 'A'..='Z' => return Some(false),
        '\u{0621}'..='\u{064A}' => return Some(true),
        '\0'..='\u{7F}' => return None,
        _ => {}
    }
    let class = bidi_class(letter);
    if class == BidiClass::L {
        Some(false)
    } else if class == BidiClass::R || class == BidiClass::AL {
        Some(true)
    } else {
        None
    }
}

/// Digits with something between or before them: 2025-09-30, +966 50, 10:00–11:30. A clock time or a decimal keeps its
/// order by itself.
fn is_compound_number(text: &str) -> bool {
    text.chars().any(char::is_numeric)
        && text
            .chars()
            .any(|letter| !letter.is_numeric() && !matches!(letter, ':' | '.' | ',' | '\u{066B}' | '\u{066C}'))
}

#[cfg(test)]
mod tests {
    use super::{isolate_code, isolate_file_name, isolate_ltr, isolate_within, mark_code};

    fn check(text: &str, rtl: bool, expected: &str) {
        assert_eq!(isolate_within(text, rtl), expected);
    }

    #[test]
    fn words_of_the_sentences_own_direction_stay_bare() {
        check("أمانة الشرقية", true, "أمانة الشرقية");
        check("محضر 1448/ت/017", true, "محضر 1448/ت/017");
        check("مذكرة (MoU) موقعة", true, "مذكرة (MoU) موقعة");
        check("Quality of Life", false, "Quality of Life");
        check("17", true, "17");
        check("10:30", true, "10:30");
    }

    #[test]
    fn words_of_the_other_direction_are_isolated() {
        check("Quality of Life", true, "\u{2068}Quality of Life\u{2069}");
        check("أمانة الشرقية", false, "\u{2068}أمانة الشرقية\u{2069}");
        check("مذكرة MoU", true, "\u{2068}مذكرة MoU\u{2069}");
    }

    #[test]
    fn what_is_isolated_already_is_not_isolated_again() {
        check("\u{2066}2025-09-30\u{2069}", true, "\u{2066}2025-09-30\u{2069}");
    }

    #[test]
    fn the_digits_of_a_code_run_from_left_to_right() {
        let check = |code: &str, expected: &str| assert_eq!(isolate_code(code), expected);
        check("ت-1448-001-02", "\u{2067}ت-\u{2066}1448-001-02\u{2069}\u{2069}");
        check("1448/ت/017", "\u{2067}1448/ت/017\u{2069}");
        check("مح-1448-004/م1", "\u{2067}مح-\u{2066}1448-004\u{2069}/م1\u{2069}");
        check("ت-١٤٤٨-٠٠٤", "\u{2067}ت-\u{2066}\u{202D}١٤٤٨-٠٠٤\u{202C}\u{2069}\u{2069}");
        check("+966 50 000 0000", "\u{2066}+966 50 000 0000\u{2069}");
        check("A-12", "\u{2066}A-12\u{2069}");
    }

    /// What one sees from the left of a line that runs from right to left.
    fn seen(text: &str) -> String {
        let bidi = unicode_bidi::BidiInfo::new(text, Some(unicode_bidi::Level::rtl()));
        let Some(paragraph) = bidi.paragraphs.first() else { return String::new() };
        let seen = bidi.reorder_line(paragraph, paragraph.range.clone());
        let is_mark = |letter: &char| matches!(letter, '\u{200E}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        seen.chars().filter(|letter| !is_mark(letter)).collect()
    }

    #[test]
    fn a_marked_code_is_seen_as_an_isolated_one() {
        for code in ["ت-1448-001-02", "مح-1448-004/م1", "1448/ت/017", "1448-001/ت", "ق-12", "ت-١٤٤٨-٠٠٤"]
        {
            let marked = mark_code(code).unwrap_or_else(|| code.to_owned());
            assert_eq!(seen(&marked), seen(&isolate_code(code)), "{code}");
        }
        assert_ne!(seen("ت-1448-001-02"), seen(&isolate_code("ت-1448-001-02")), "it needs the mark");
        assert_eq!(mark_code("1448/ت/017"), None);
        assert_eq!(mark_code("A-12-3"), None);
        assert_eq!(mark_code("+966 50 000 0000"), None);
    }

    #[test]
    fn the_parts_of_a_file_name_keep_their_order() {
        let check = |name: &str, expected: &str| assert_eq!(isolate_file_name(name), expected);
        let (number, day) = (isolate_code("تن-1448-002"), isolate_ltr("2026-11-18.pdf"));
        check("تن-1448-002_2026-11-18.pdf", &format!("\u{2067}{number}_{day}\u{2069}"));
        check("2026_notes", &format!("\u{2066}{}_{}\u{2069}", isolate_ltr("2026"), isolate_ltr("notes")));
    }

    #[test]
    fn numbers_with_signs_read_from_left_to_right_among_arabic() {
        check("2025-09-30", true, "\u{2066}2025-09-30\u{2069}");
        check("+966 50 000 0000", true, &isolate_ltr("+966 50 000 0000"));
        check("2025-09-30", false, "2025-09-30");
    }
}
