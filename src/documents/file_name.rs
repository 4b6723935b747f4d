//! A document's file name, one that every file system takes: Windows' is the strictest.

use super::clean;
use super::clean::is_isolate;
use crate::calendar::Date;
use crate::strings::Tr;
use crate::tr;

/// Together with the other parts these stay under 255 bytes, the shortest limit of a file name.
const NUMBER_BYTES: usize = 48;
const TITLE_BYTES: usize = 110;
/// The longest name before its ending, and the longest ending, of a file that came from outside.
const STEM_BYTES: usize = 180;
const ENDING_BYTES: usize = 24;

/// `محضر_{number}_{short title}_{YYYY-MM-DD}.{extension}`; what is empty is left out.
pub fn file_name(tr: &Tr, number: &str, title: &str, date: Option<Date>, extension: &str) -> String {
    let date = date.map(Date::iso).unwrap_or_default();
    joined(
        &[&tr!(tr, "documents-minutes"), &shortened(number, NUMBER_BYTES), &shortened(title, TITLE_BYTES), &date],
        extension,
    )
}

/// `{what}_{number}_{short title}_{for whom}_{YYYY-MM-DD}.{extension}`; what is empty is left out.
pub fn named_file(
    what: &str,
    (number, title): (&str, &str),
    whom: &str,
    date: Option<Date>,
    extension: &str,
) -> String {
    let date = date.map(Date::iso).unwrap_or_default();
    // A name that tells for whom it is has less room for what it is about.
    let room = if whom.trim().is_empty() { TITLE_BYTES } else { TITLE_BYTES / 2 };
    let parts =
        [what, &shortened(number, NUMBER_BYTES), &shortened(title, room), &shortened(whom, TITLE_BYTES / 2), &date];
    joined(&parts, extension)
}

/// The name a kept file came with, as every file system takes it; its ending stays what it was.
pub fn safe_file_name(name: &str) -> String {
    let is_ending = |text: &str| text.len() <= ENDING_BYTES && text.chars().all(char::is_alphanumeric);
    let parted = name.rsplit_once('.').filter(|(stem, ending)| !stem.trim().is_empty() && is_ending(ending));
    let (stem, ending) = parted.unwrap_or((name, ""));
    let mut stem = cut(&allowed(stem), STEM_BYTES);
    if stem.is_empty() || is_reserved(&stem) {
        stem.insert(0, '_');
    }
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

/// As many letters as fit.
fn cut(text: &str, bytes: usize) -> String {
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let end = ends.take_while(|end| *end <= bytes).last().unwrap_or_default();
    text.get(..end).unwrap_or_default().trim_end().to_owned()
}

fn joined(parts: &[&str], extension: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| allowed(part)).filter(|part| !part.is_empty()).collect();
    let mut stem = parts.join("_");
    if stem.is_empty() || is_reserved(&stem) {
        stem.insert(0, '_');
    }
    let extension: String = extension.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{stem}.{extension}")
}

/// Without what Windows refuses, and without dots and spaces at the ends.
fn allowed(part: &str) -> String {
    let replaced: String = clean(part)
        .chars()
        .filter(|character| !is_isolate(*character) && !matches!(character, '\u{200C}' | '\u{200D}'))
        .map(|character| match character {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
            space if space.is_whitespace() => ' ',
            other => other,
        })
        .collect();
    let single: Vec<&str> = replaced.split_whitespace().collect();
    single.join(" ").trim_matches(|character: char| matches!(character, ' ' | '.' | '-' | '_')).to_owned()
}

/// The first words that fit; a longer first word is cut.
fn shortened(text: &str, bytes: usize) -> String {
    let mut short = String::new();
    for word in clean(text).split_whitespace() {
        if short.is_empty() {
            for character in word.chars().take_while({
                let mut length = 0;
                move |character| {
                    length += character.len_utf8();
                    length <= bytes
                }
            }) {
                short.push(character);
            }
        } else if short.len() + 1 + word.len() <= bytes {
            short.push(' ');
            short.push_str(word);
        } else {
            break;
        }
    }
    short
}

/// Names that Windows keeps for devices, whatever their extension.
fn is_reserved(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let device = name.strip_prefix("COM").or_else(|| name.strip_prefix("LPT")).is_some_and(|number| {
        let mut characters = number.chars();
        matches!((characters.next(), characters.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    device || matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(parts: &[&str], expected: &str) {
        assert_eq!(joined(parts, "pdf"), expected, "{parts:?}");
    }

    #[test]
    fn parts_are_joined_and_what_windows_refuses_is_replaced() {
        check(
            &["محضر", "مح-1448-004", "الاجتماع التنسيقي", "2026-11-23"],
            "محضر_مح-1448-004_الاجتماع التنسيقي_2026-11-23.pdf",
        );
        check(&["محضر", "1448/ت/017", "", "2026-11-23"], "محضر_1448-ت-017_2026-11-23.pdf");
        check(&["محضر", "", "بحث: «أ» / <ب> \"ج\"?*|\\", ""], "محضر_بحث- «أ» - -ب- -ج.pdf");
        check(&["محضر", "", " عنوان. . ", ""], "محضر_عنوان.pdf");
        check(&["محضر", "", "سطر\nآخر\t\u{0}\u{202E}\u{2067}", ""], "محضر_سطر آخر.pdf");
    }

    #[test]
    fn devices_of_windows_are_no_names() {
        check(&["CON"], "_CON.pdf");
        check(&["com1.minutes"], "_com1.minutes.pdf");
        check(&["LPT¹"], "_LPT¹.pdf");
        check(&["Consultation"], "Consultation.pdf");
        check(&["...", "  "], "_.pdf");
    }

    #[test]
    fn a_hostile_name_becomes_one_that_can_be_written_anywhere() {
        let check = |name: &str, expected: &str| assert_eq!(safe_file_name(name), expected, "{name:?}");
        check("خطاب الأمانة.pdf", "خطاب الأمانة.pdf");
        check("../../etc/passwd", "etc-passwd");
        check(r"C:\Windows\system32\a.txt", "C--Windows-system32-a.txt");
        check("invoice\u{202E}fdp.exe", "invoicefdp.exe");
        check("CON", "_CON");
        check("nul.txt", "_nul.txt");
        check("a.tar.gz", "a.tar.gz");
        check("...", "_");
        check("", "_");
        check("ملف.", "ملف");
        check("سطر\nآخر\u{0}.pdf", "سطر آخر.pdf");
        let long = safe_file_name(&format!("{}.pdf", "ب".repeat(400)));
        assert!(long.len() < 255 && long.ends_with("ب.pdf"), "{long}");
    }

    #[test]
    fn long_titles_are_cut_at_a_word() {
        let long = "كلمة ".repeat(500);
        assert!(shortened(&long, TITLE_BYTES).len() <= TITLE_BYTES);
        assert!(shortened(&long, TITLE_BYTES).ends_with("كلمة"));
        assert_eq!(shortened(&"ب".repeat(500), 10), "ببببب");
        let name =
            joined(&["محضر", &shortened(&long, NUMBER_BYTES), &shortened(&long, TITLE_BYTES), "2026-11-23"], "pdf");
        assert!(name.len() < 255, "{}", name.len());
    }
}
