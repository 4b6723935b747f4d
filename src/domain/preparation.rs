//! Lines of notes that were written to prepare for a meeting, and are none of what was said there: they say so at their
//! beginning, «للتحضير: …».

use crate::strings::{Language, Tr};
use crate::tr;

/// How such lines begin. They are typed in the language of whoever writes, whatever that of the paper.
pub fn preparing_marks(tr: &Tr) -> Vec<String> {
    let marks = [tr!(tr, "minutes-preparing-marks"), tr!(tr.in_language(Language::Arabic), "minutes-preparing-marks")];
    let marks = marks.iter().flat_map(|all| all.split('|')).map(|mark| mark.trim().to_owned());
    marks.filter(|mark| !mark.is_empty()).collect()
}

/// A note without such lines.
pub fn without_preparation(note: &str, marks: &[String]) -> String {
    let prepares = |line: &str| marks.iter().any(|mark| line.trim_start().starts_with(mark.as_str()));
    if !note.lines().any(prepares) {
        return note.to_owned();
    }
    note.lines().filter(|line| !prepares(line)).collect::<Vec<_>>().join("\n")
}
