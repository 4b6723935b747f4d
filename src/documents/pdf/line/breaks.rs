//! Where a word that is too long for its place may be broken.

use crate::documents::direction::is_right_to_left;
use unicode_normalization::char::is_combining_mark;

/// A chance to break a line that shows nothing.
pub(super) const BREAK: &str = "\u{200B}";
/// The same between Arabic letters, which keep their joined forms.
pub(super) const BREAK_JOINED: &str = "\u{200D}\u{200B}\u{200D}";

/// In characters of middling width.
fn width(character: char) -> usize {
    if character.is_uppercase() || matches!(character, '@' | '%' | '&' | '—' | '…') { 2 } else { 1 }
}

/// Gives words longer than `longest` characters chances to break, if possible after a sign.
pub(super) fn breakable(line: &str, longest: usize) -> String {
    let mut broken = String::with_capacity(line.len());
    for word in line.split_inclusive(char::is_whitespace) {
        if word.trim_end().chars().filter(|it| takes_room(*it)).map(width).sum::<usize>() <= longest {
            broken.push_str(word);
        } else {
            push_broken(&mut broken, word, longest);
        }
    }
    broken
}

fn push_broken(broken: &mut String, word: &str, longest: usize) {
    let mut length = 0;
    let mut previous = ' ';
    for character in word.chars() {
        if takes_room(character) && !character.is_whitespace() {
            let after_sign = matches!(previous, '/' | '-' | '_' | '.' | '?' | '&' | '=' | '@' | ',');
            if length >= longest || length * 2 > longest && after_sign {
                let is_joined = is_right_to_left(previous) && is_right_to_left(character);
                broken.push_str(if is_joined { BREAK_JOINED } else { BREAK });
                length = 0;
            }
            length += width(character);
            previous = character;
        }
        broken.push(character);
    }
}

fn takes_room(character: char) -> bool {
    !is_combining_mark(character) && !is_joiner(character)
}

pub(super) const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}
