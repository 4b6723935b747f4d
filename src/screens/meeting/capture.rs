//! Which words of a block of notes become a record, and what stays around them. Pure, so that the rule can be tested.

/// A block of notes, cut around the line that is captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The paragraphs above the line.
    pub before: String,
    /// The line itself, without the space around it.
    pub line: String,
    /// The paragraphs below the line.
    pub after: String,
}

/// Cuts `text` around what is captured: the selected words when something is selected, else the paragraph of the caret.
///
/// `paragraph` counts from 0. Nothing is captured from an empty line: then the record starts empty and is typed in place.
pub fn cut(text: &str, paragraph: usize, selected: &str) -> Cut {
    let chosen = selected.trim();
    if !chosen.is_empty() && !chosen.contains('\n') {
        // Part of a line: the words become the record, and what stood around them stays as notes.
        if let Some((before, after)) = split_paragraph_at(text, paragraph, chosen) {
            return Cut { before: trimmed(&before), line: chosen.to_owned(), after: trimmed(&after) };
        }
    }
    let paragraphs: Vec<&str> = text.split('\n').collect();
    let at = paragraph.min(paragraphs.len().saturating_sub(1));
    let above = paragraphs.get(..at).unwrap_or_default();
    let below = paragraphs.get(at + 1..).unwrap_or_default();
    Cut {
        before: trimmed(&above.join("\n")),
        line: paragraphs.get(at).map(|line| line.trim().to_owned()).unwrap_or_default(),
        after: trimmed(&below.join("\n")),
    }
}

impl Cut {
    /// The line as the title of a record: the mark that sets its direction in the notes is no word of it.
    #[must_use]
    pub fn titled(mut self) -> Self {
        self.line = self.line.trim_start_matches(is_direction_mark).trim_start().to_owned();
        self
    }
}

/// Does it only set the direction of what follows?
const fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// What stands before and after `chosen` in its paragraph, with the paragraphs around.
fn split_paragraph_at(text: &str, paragraph: usize, chosen: &str) -> Option<(String, String)> {
    let paragraphs: Vec<&str> = text.split('\n').collect();
    let line = paragraphs.get(paragraph)?;
    let (start, end) = line.split_once(chosen)?;
    let mut before: Vec<&str> = paragraphs.get(..paragraph)?.to_vec();
    before.push(start.trim_end());
    let mut after = vec![end.trim_start()];
    after.extend_from_slice(paragraphs.get(paragraph + 1..)?);
    Some((before.join("\n"), after.join("\n")))
}

/// Without the empty lines at both ends: they were there to type in.
fn trimmed(text: &str) -> String {
    text.trim_matches('\n').to_owned()
}

/// The words of texts, for the count in the footer.
pub fn word_count<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.split_whitespace().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, paragraph: usize, selected: &str, expected: [&str; 3]) {
        let found = cut(text, paragraph, selected);
        assert_eq!([found.before.as_str(), found.line.as_str(), found.after.as_str()], expected);
    }

    #[test]
    fn the_paragraph_of_the_caret_is_captured() {
        check("أول\nثانٍ\nثالث", 1, "", ["أول", "ثانٍ", "ثالث"]);
        check("وحيد", 0, "", ["", "وحيد", ""]);
        check("أول\n  ثانٍ ", 1, "", ["أول", "ثانٍ", ""]);
    }

    #[test]
    fn selected_words_are_captured_and_the_rest_stays() {
        check("طلبت الجمعية تخصيص أرض قبل رجب", 0, "تخصيص أرض", ["طلبت الجمعية", "تخصيص أرض", "قبل رجب"]);
        check("أول\nقبل القلب بعد\nآخر", 1, " القلب ", ["أول\nقبل", "القلب", "بعد\nآخر"]);
    }

    #[test]
    fn a_direction_that_was_set_for_a_line_is_no_part_of_the_title() {
        let titled = |text: &str| cut(text, 0, "").titled().line;
        assert_eq!(titled("\u{200F}إعداد الدليل"), "إعداد الدليل");
        assert_eq!(titled("\u{200E}Q1 إعداد"), "Q1 إعداد");
        assert_eq!(titled("إعداد"), "إعداد");
    }

    #[test]
    fn a_selection_over_lines_falls_back_to_the_paragraph() {
        check("أول\nثانٍ", 0, "أول\nثانٍ", ["", "أول", "ثانٍ"]);
    }

    #[test]
    fn an_empty_line_gives_an_empty_record_and_loses_nothing() {
        check("", 0, "", ["", "", ""]);
        check("أول\n\n", 2, "", ["أول", "", ""]);
    }

    #[test]
    fn nothing_but_space_is_ever_lost() {
        for paragraph in 0..6 {
            let text = "  واحد اثنان\n\nثلاثة\nأربعة خمسة  ";
            let found = cut(text, paragraph, "");
            let kept = [found.before, found.line, found.after].join(" ");
            assert_eq!(
                word_count([text].into_iter()),
                word_count([kept.as_str()].into_iter()),
                "paragraph {paragraph}"
            );
        }
    }
}
