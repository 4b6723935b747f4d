//! What is said of a list that has come in: what was written, and what of it was not.

use crate::import::{Counts, Verdict};
use crate::strings::Tr;
use crate::tr;

/// What was written.
pub(super) fn words(counts: &Counts, tr: &Tr) -> String {
    let new = || tr!(tr, "import-done", count = counts.new);
    let updated = || tr!(tr, "import-updated", count = counts.updated);
    match (counts.new, counts.updated) {
        (_, 0) => new(),
        (0, _) => updated(),
        (_, _) => tr.list(&[new(), updated()]),
    }
}

/// What was not taken; nothing where all was.
pub(super) fn left_words(counts: &Counts, tr: &Tr) -> Option<String> {
    let parts = [
        ("import-left-refused", counts.of(Verdict::Refused)),
        ("import-left-duplicates", counts.skipped),
        ("import-set-aside", counts.set_aside),
    ];
    let told = parts.into_iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(key, count)| tr!(tr, key, count = count)).collect();
    (!told.is_empty()).then(|| tr!(tr, "import-left", parts = tr.list(&told)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::strings::Language;

    #[test]
    fn what_was_not_taken_is_said_in_the_forms_of_each_language() {
        let check = |(refused, skipped, set_aside): (usize, usize, usize), arabic: &str, english: &str| {
            let counts = Counts { verdicts: [0, 0, refused, 0], skipped, set_aside, ..Counts::default() };
            for (language, expected) in [(Language::Arabic, arabic), (Language::English, english)] {
                let said = left_words(&counts, &Tr::new(language, Digits::Latin)).unwrap_or_default();
                let said: String = said.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect();
                assert_eq!(said, expected);
            }
        };
        check((0, 0, 0), "", "");
        check(
            (1, 2, 1),
            "لم يؤخذ كل ما في القائمة: رُفض صف، وتُرك صفان مكرران، وحُفظت قيمة لم تُفهم ضمن الملاحظات",
            "Not all of the list was taken: one row refused, 2 duplicate rows left out and one value not understood and kept in the notes",
        );
        check(
            (3, 11, 2),
            "لم يؤخذ كل ما في القائمة: رُفضت 3 صفوف، وتُرك 11 صفًا مكررًا، وحُفظت قيمتان لم تُفهما ضمن الملاحظات",
            "Not all of the list was taken: 3 rows refused, 11 duplicate rows left out and 2 values not understood and kept in the notes",
        );
    }
}
