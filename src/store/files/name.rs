//! What a file is called when it is kept: as its person called it, without what hides or turns letters around.

use std::path::Path;

/// The most letters of a name; file systems allow no more.
const MOST_LETTERS: usize = 255;

/// The name of a file for lists, search and copies: control characters and direction marks left out, never empty. A name
/// with an override in it («fdp.exe» read backwards) shows its ending where it stands.
pub(super) fn shown(path: &Path) -> String {
    let given = path.file_name().unwrap_or_default().to_string_lossy();
    let visible: String = given.chars().filter(|letter| !letter.is_control() && !is_hidden(*letter)).collect();
    let name: String = visible.trim().chars().take(MOST_LETTERS).collect();
    if name.is_empty() { "-".to_owned() } else { name }
}

/// The name without its ending: what a kept file is titled at first.
pub(super) fn title(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.trim().is_empty() && ending.chars().count() <= 8 => stem.trim_end(),
        _ => name,
    }
}

/// Marks that draw nothing and change the order of what stands beside them.
const fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_words_and_loses_what_hides_them() {
        let check = |given: &str, expected: &str| assert_eq!(shown(Path::new(given)), expected, "{given:?}");
        check("/srv/خطاب الأمانة.pdf", "خطاب الأمانة.pdf");
        check("../../etc/passwd", "passwd");
        check("/srv/invoice\u{202E}fdp.exe", "invoicefdp.exe");
        check("/srv/\u{2067}سطر\nآخر\u{2069}.txt", "سطرآخر.txt");
        check("/srv/CON", "CON");
        check("/srv/\u{202E}\u{200F}", "-");
        check("/", "-");
        assert_eq!(shown(Path::new(&"ب".repeat(400))).chars().count(), MOST_LETTERS);
    }

    #[test]
    fn a_title_is_the_name_without_its_ending() {
        let check = |name: &str, expected: &str| assert_eq!(title(name), expected);
        check("خطاب الأمانة.pdf", "خطاب الأمانة");
        check("archive.tar.gz", "archive.tar");
        check(".profile", ".profile");
        check("الفقرة 3.2 من الدليل المعتمد", "الفقرة 3.2 من الدليل المعتمد");
        check("README", "README");
    }
}
