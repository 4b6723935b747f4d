//! The entry that typed letters lead to.
//!
//! Letters that follow each other quickly are one beginning, in folded letters: «ا» finds «أمانة», «جم» finds «الجمعيات»
//! past its article. The same letter again and again walks through all that begin with it, as lists of other programs do.

use crate::arabic::{begins_with, fold};
use egui::{Context, Event, Id, Key, Modifiers, Ui};

/// How long the next letter may take and still belong to those before it.
const PAUSE_SECONDS: f64 = 1.5;

/// What was typed last in the menu that is open.
#[derive(Clone, Default)]
struct Typed {
    letters: String,
    at: f64,
}

fn id() -> Id {
    Id::unique("letters typed in a menu")
}

fn kept(ctx: &Context, now: f64) -> Typed {
    ctx.data(|data| data.get_temp::<Typed>(id())).filter(|typed| now - typed.at < PAUSE_SECONDS).unwrap_or_default()
}

/// Forgets what was typed: a menu that opens begins anew.
pub(super) fn forget(ui: &Ui) {
    ui.ctx().data_mut(|data| data.remove::<Typed>(id()));
}

/// A blank between two words of an entry is typed, and does not choose: call it before the entries are drawn.
pub(super) fn keep_blanks(ui: &Ui) {
    let now = ui.input(|input| input.time);
    if !kept(ui.ctx(), now).letters.is_empty() {
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    }
}

/// Were letters typed in this frame?
pub(super) fn is_typing(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Text(text) if !text.trim().is_empty())))
}

/// Where the letters typed in this frame lead, from the entry `at` on; `words` are those of all entries, none for one
/// that cannot be chosen.
pub(super) fn target(ui: &Ui, words: &[Option<&str>], at: usize) -> Option<usize> {
    let (now, letters) = ui.input(|input| {
        let text = |event: &Event| if let Event::Text(text) = event { Some(text.clone()) } else { None };
        (input.time, input.events.iter().filter_map(text).collect::<String>())
    });
    let mut typed = kept(ui.ctx(), now);
    typed.letters.push_str(&letters);
    // Nothing begins with a blank: it chose, or opened the menu.
    if letters.is_empty() || typed.letters.trim().is_empty() {
        return None;
    }
    typed.at = now;
    let found = found(words, at, &typed.letters);
    ui.ctx().data_mut(|data| data.insert_temp(id(), typed));
    found
}

/// The entry that begins with these letters, from `at` on and round.
fn found(words: &[Option<&str>], at: usize, letters: &str) -> Option<usize> {
    let wanted = fold(letters);
    let first = wanted.chars().next()?;
    let count = words.len().max(1);
    let from = |start: usize| (0..count).map(move |step| (start + step) % count);
    let search = |wanted: &str, start: usize, begins: fn(&str, &str) -> bool| {
        from(start).find(|&index| words.get(index).copied().flatten().is_some_and(|text| begins(&fold(text), wanted)))
    };
    // The first letter goes on from here; those behind it stay where they still fit.
    let is_first = wanted.chars().nth(1).is_none();
    let whole = |start| search(&wanted, start, begins).or_else(|| search(&wanted, start, a_word_begins));
    if is_first {
        return whole(at + 1);
    }
    let is_same_again = wanted.chars().all(|letter| letter == first);
    whole(at).or_else(|| is_same_again.then(|| search(&first.to_string(), at + 1, begins)).flatten())
}

fn begins(text: &str, wanted: &str) -> bool {
    text.starts_with(wanted)
}

/// Does any word begin so, with its article or behind it?
fn a_word_begins(text: &str, wanted: &str) -> bool {
    let words = text.char_indices().filter(|&(at, letter)| at == 0 || letter == ' ');
    words.filter_map(|(at, _)| text.get(at..)).map(str::trim_start).any(|rest| begins_with(rest, wanted))
}

#[cfg(test)]
mod tests {
    use super::found;

    const KINDS: [Option<&str>; 7] = [
        Some("أمانة"),
        Some("وزارة"),
        Some("جمعية أهلية"),
        None,
        Some("جمعية تعاونية"),
        Some("مؤسسة أهلية"),
        Some("الجهات المانحة"),
    ];

    #[test]
    fn letters_lead_to_the_entry_that_begins_with_them_all() {
        let check = |at: usize, letters: &str, expected: Option<usize>| {
            assert_eq!(found(&KINDS, at, letters), expected, "{letters:?} from {at}");
        };
        check(0, "ج", Some(2));
        check(2, "ج", Some(4));
        check(4, "ج", Some(2));
        check(2, "جج", Some(4));
        check(2, "جم", Some(2));
        check(2, "جمعيه ت", Some(4));
        check(1, "ا", Some(6));
        check(6, "ا", Some(0));
        check(0, "جه", Some(6));
        check(0, "م", Some(5));
        check(5, "ما", Some(6));
        check(0, "مؤ", Some(5));
        check(0, "خ", None);
        check(0, "", None);
    }
}
