//! Messages as WhatsApp copies them: «[12/06/2026, 10:15 ص] الاسم: …», «12/6/2026، 10:15 م - الاسم: …».

use super::page::trimmed;
use crate::calendar::{self, Date};
use std::ops::Range;

/// A message on a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Message {
    pub day: Date,
    /// The name of who wrote it; a telephone number is none.
    pub sender: Option<Range<usize>>,
    pub content: Range<usize>,
}

/// A stamp and a name are not longer.
const LONGEST_STAMP: usize = 60;
const LONGEST_NAME: usize = 60;

/// Reads the stamp at the beginning of a line.
pub(super) fn message(text: &str, line: Range<usize>, today: Date) -> Option<Message> {
    let slice = text.get(line.clone())?;
    let bare = slice.trim_start_matches(['\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '[', ' ']);
    if !bare.starts_with(|letter: char| letter.is_numeric()) {
        return None;
    }
    let is_bracketed = slice.get(..slice.len() - bare.len())?.contains('[');
    let sign = if is_bracketed { "]" } else { " - " };
    let (stamp, rest) = bare.split_once(sign).filter(|(stamp, _)| stamp.len() <= LONGEST_STAMP)?;
    let (day, clock) = stamp.split_once(['،', ',', ' '])?;
    if !clock.contains(':') {
        return None;
    }
    let day = calendar::parse(day, today).ok()?;
    let rest_start = line.end - rest.len();
    let (sender, content) = match rest.split_once(':') {
        Some((name, content)) if name.len() <= LONGEST_NAME => {
            let name = trimmed(text, rest_start..rest_start + name.len());
            let is_number =
                text.get(name.clone()).is_some_and(|name| !name.contains(|letter: char| letter.is_alphabetic()));
            ((!is_number && !name.is_empty()).then_some(name), line.end - content.len())
        }
        Some(_) | None => (None, rest_start),
    };
    Some(Message { day, sender, content: trimmed(text, content..line.end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_told_from_what_is_written() {
        let today = Date::from_iso("2026-11-23").expect("a day");
        let check = |line: &str, expected: Option<(&str, &str, &str)>| {
            let found = message(line, 0..line.len(), today);
            let said = |range: Range<usize>| line.get(range).unwrap_or_default();
            let found = found.map(|found| {
                (found.day.iso(), found.sender.map_or("", said).to_owned(), said(found.content).to_owned())
            });
            let expected = expected.map(|(day, name, said)| (day.to_owned(), name.to_owned(), said.to_owned()));
            assert_eq!(found, expected, "{line}");
        };
        check("[12/06/2026, 10:15 ص] سعد: غدًا نلتقي", Some(("2026-06-12", "سعد", "غدًا نلتقي")));
        check("12/6/2026، 9:05 م - سعد العلي: حسنًا", Some(("2026-06-12", "سعد العلي", "حسنًا")));
        check("[12/06/2026, 10:15:09] +966 50 000 0000: تم", Some(("2026-06-12", "", "تم")));
        check("12 جمعية: لقاء", None);
        check("12/06/2026 اجتماع", None);
    }
}
