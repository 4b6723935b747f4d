//! What is to be done, in the words of a line: without who does it and by when, where those were put behind it.
//!
//! «إعداد الدليل @سالم العنزي قبل 15 رجب» is «إعداد الدليل», as long as its record says the same of who and when: what was
//! set otherwise since stands nowhere but in the words, and stays. Within a sentence both belong to it.

use super::grammar::announces_owner;
use crate::arabic::ends_clause;
use crate::calendar::{Date, Term, term};

/// The words before what the record says by itself; the whole line where there are none. `owners` and `due` are what the
/// record says, `written` is the day that relative days count from.
///
/// ```
/// use tansiq::calendar::Date;
/// use tansiq::domain::assignment::title;
///
/// let written = Date::from_iso("2026-11-23").unwrap();
/// let due = Date::from_iso("2026-11-29").ok();
/// assert_eq!(title("Draft the guide @Salem by 29/11/2026", &["Salem"], due, written), "Draft the guide");
/// assert_eq!(title("Draft the guide @Salem", &["Huda"], due, written), "Draft the guide @Salem");
/// ```
pub fn title<'l>(line: &'l str, owners: &[&str], due: Option<Date>, written: Date) -> &'l str {
    let mut title = line;
    loop {
        let end = without_signs(title);
        let names = owners.iter().filter(|name| !name.trim().is_empty());
        let shorter = names.filter_map(|name| before_name(end, name.trim())).next();
        let Some(shorter) = shorter.or_else(|| before_term(end, due, written)) else { return title };
        let shorter = without_signs(shorter);
        if !shorter.contains(char::is_alphanumeric) {
            return line;
        }
        title = shorter;
    }
}

/// Without what parts it from what stood behind it.
fn without_signs(text: &str) -> &str {
    text.trim_end_matches(|letter: char| letter.is_whitespace() || ends_clause(letter) || is_dash(letter))
}

const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—')
}

/// What stands before a name at the end: behind «@», behind a dash, in brackets, behind «المسؤول:».
fn before_name<'l>(text: &'l str, name: &str) -> Option<&'l str> {
    if let Some(before) = text.strip_suffix(')').and_then(|text| text.strip_suffix(name)) {
        return before.strip_suffix('(');
    }
    let before = text.strip_suffix(name)?;
    if let Some(before) = before.strip_suffix('@') {
        // «لـ@سالم» is a word of the sentence.
        return (before.is_empty() || before.ends_with(char::is_whitespace)).then_some(before);
    }
    let before = before.strip_suffix(char::is_whitespace)?.trim_end();
    if let Some(label) = before.strip_suffix(':') {
        let (rest, label) = label.rsplit_once(char::is_whitespace)?;
        return announces_owner(label).then_some(rest);
    }
    before.strip_suffix(is_dash)
}

/// What stands before the day at the end.
fn before_term(text: &str, due: Option<Date>, written: Date) -> Option<&str> {
    match term(text, written) {
        Term::Day(day, range) if Some(day) == due && range.end == text.len() => text.get(..range.start),
        Term::Day(..) | Term::NextMeeting(_) | Term::Unsure(_) | Term::Unsaid => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let written = Date::from_iso("2026-11-23").expect("a day");
        let due = Date::from_iso("2026-12-24").ok();
        assert_eq!(title(line, &["سالم العنزي", "جمعية نماء"], due, written), expected);
    }

    #[test]
    fn who_and_when_behind_the_words_are_none_of_the_title() {
        check("إعداد الدليل @سالم العنزي قبل 15 رجب", "إعداد الدليل");
        check("إعداد الدليل قبل 15 رجب 1448هـ، @جمعية نماء.", "إعداد الدليل");
        check("إعداد الدليل قبل 15 رجب", "إعداد الدليل");
        check("إعداد الدليل – سالم العنزي", "إعداد الدليل");
        check("إعداد الدليل (جمعية نماء)", "إعداد الدليل");
        check("إعداد الدليل، المسؤول: سالم العنزي، قبل 15 رجب", "إعداد الدليل");
        check("إعداد الدليل قبل 15 رجب، المسؤولة: جمعية نماء", "إعداد الدليل");
    }

    #[test]
    fn what_belongs_to_the_sentence_and_what_the_record_says_otherwise_stays() {
        for line in [
            "يعدّ سالم العنزي الدليل",
            "تكليف سالم العنزي",
            "إرسال الدليل لـ@سالم العنزي",
            "إعداد الدليل @هدى الواحي قبل 20 رجب",
            "زيارة الموقع قبل 15 رجب مع الجمعية",
            "@سالم العنزي قبل 15 رجب",
            "مع-سالم العنزي",
            "قال المدير: سالم العنزي",
            "إعداد الدليل.",
            "",
        ] {
            check(line, line);
        }
    }
}
