//! The direction in which a line of text runs, whatever the document around it does. Writers share it, so that a sentence in
//! the other language stands the same way in every format.

use std::borrow::Cow;

/// The direction both of a text's first letter and of most of its letters; none where these differ. Names that a message set
/// apart count only where it has no words of its own, and so do addresses: they are long, and in Latin letters whatever is
/// written around them.
pub(super) fn leans_right_to_left(text: &str) -> Option<bool> {
    let own = own_words(text);
    let own = without_addresses(&own);
    leaning(if own.chars().any(char::is_alphabetic) { &own } else { text })
}

fn without_addresses(text: &str) -> Cow<'_, str> {
    let is_address = |word: &str| word.contains('@') || word.contains("://") || word.contains("www.");
    if !is_address(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" "))
}

/// The text without what is set apart in it by marks of isolation.
pub(super) fn own_words(text: &str) -> Cow<'_, str> {
    if !text.contains(opens_isolate) {
        return Cow::Borrowed(text);
    }
    let mut depth = 0_usize;
    let is_own = |letter: &char| {
        if opens_isolate(*letter) {
            depth += 1;
        } else if *letter == '\u{2069}' {
            depth = depth.saturating_sub(1);
            return false;
        }
        depth == 0
    };
    Cow::Owned(text.chars().filter(is_own).collect())
}

const fn opens_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2068}')
}

fn leaning(text: &str) -> Option<bool> {
    let mut letters = text.chars().filter(|character| character.is_alphabetic()).map(is_right_to_left);
    let first = letters.next()?;
    let (same, other) =
        letters.fold((1, 0), |(same, other), next| if next == first { (same + 1, other) } else { (same, other + 1) });
    (same > other).then_some(first)
}

/// Letters of the scripts that run from right to left, in their blocks and presentation forms.
pub(super) const fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{5D0}'..='\u{5F2}' | '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leans_as_its_own_words_do() {
        let check = |text: &str, expected: Option<bool>| assert_eq!(leans_right_to_left(text), expected, "{text}");
        check("افتتح الاجتماع", Some(true));
        check("22 November 2026", Some(false));
        check("2026-11-22", None);
        check("\u{2068}أمانة منطقة الواحة\u{2069} held \u{2068}اجتماعًا\u{2069}", Some(false));
        check("\u{2068}أمانة منطقة الواحة\u{2069}", Some(true));
        check("Mr محمد بن سالم", None);
        check("للتواصل: +966 13 555 1234 أو partners@example.org.", Some(true));
        check("انظر https://www.example.org/a/very/long/path", Some(true));
        check("partners@example.org", Some(false));
    }
}
