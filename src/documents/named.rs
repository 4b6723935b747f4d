//! What things are called in the paper's language: a body, a person or an entry of a list that has an English name has it on
//! an English paper.
//!
//! Apart from the builders, whose facts have each name as the store's language has it. A name is known where it stands by
//! itself: as a whole line, set apart in a sentence by a message, or behind a title. In what a person typed as running text it
//! stays what it is.

use super::Document;
use super::texts::each_text;
use crate::strings::{Language, Tr};
use std::borrow::Cow;

/// Begins and ends what a message sets apart.
const OPENS: char = '\u{2068}';
const CLOSES: char = '\u{2069}';

/// Calls everything in a document as its language does.
pub fn named(document: &mut Document, tr: &Tr) {
    if tr.language() == Language::Arabic || !tr.has_names() {
        return;
    }
    let mut change = |text: &mut String| {
        if let Cow::Owned(named) = text_named(text, tr) {
            *text = named;
        }
    };
    change(&mut document.title);
    document.letterhead.lines.iter_mut().for_each(&mut change);
    each_text(document, &mut change);
}

fn text_named<'t>(text: &'t str, tr: &Tr) -> Cow<'t, str> {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(|line| line_named(line, tr)).collect();
    if lines.iter().all(|line| matches!(line, Cow::Borrowed(_))) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(lines.join("\n"))
}

fn line_named<'l>(line: &'l str, tr: &Tr) -> Cow<'l, str> {
    if let Some(name) = name_of(line, tr) {
        return Cow::Owned(name);
    }
    if !line.contains(OPENS) {
        return Cow::Borrowed(line);
    }
    let mut named = String::with_capacity(line.len());
    let mut rest = line;
    let mut is_changed = false;
    while let Some((before, inside, after)) = set_apart(rest) {
        let name = name_of(inside, tr);
        is_changed |= name.is_some();
        named.push_str(before);
        named.push(OPENS);
        named.push_str(name.as_deref().unwrap_or(inside));
        named.push(CLOSES);
        rest = after;
    }
    named.push_str(rest);
    if is_changed { Cow::Owned(named) } else { Cow::Borrowed(line) }
}

/// The first innermost part that a message set apart: what is before, in and behind it.
fn set_apart(line: &str) -> Option<(&str, &str, &str)> {
    let end = line.find(CLOSES)?;
    let (opened, after) = line.split_at(end);
    let (before, inside) = opened.rsplit_once(OPENS)?;
    Some((before, inside, after.strip_prefix(CLOSES)?))
}

/// What something is called: all of it, or behind a title in the paper's own letters.
fn name_of(text: &str, tr: &Tr) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.is_ascii() {
        return None;
    }
    if let Some(name) = tr.name(text) {
        return Some(name.to_owned());
    }
    let begins = text.find(|letter: char| !letter.is_ascii())?;
    let (title, name) = text.split_at_checked(begins).filter(|(title, _)| title.ends_with(' '))?;
    tr.name(name).map(|name| format!("{title}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::documents::{Block, Cell, Fact, Section};
    use crate::strings::name_label;

    fn check(text: &str, expected: &str) {
        let labels = [("أمانة الواحة", "Oasis Municipality"), ("سالم العمري", "Salem Alomari")];
        let labels = labels.map(|(name, english)| (name_label(name), [name.to_owned(), english.to_owned()]));
        let tr = Tr::new(Language::English, Digits::Latin).relabelled(&labels.into_iter().collect());
        assert_eq!(text_named(text, &tr), expected);
        let arabic = tr.in_language(Language::Arabic);
        let fact = Fact { label: String::new(), value: Cell::known(text), wide: false };
        let section = Section { blocks: vec![Block::Facts(vec![fact])], ..Section::default() };
        let document = Document { sections: vec![section], ..Document::default() };
        let mut same = document.clone();
        named(&mut same, &arabic);
        assert_eq!(same, document, "an Arabic paper has the Arabic names");
    }

    #[test]
    fn who_has_an_english_name_has_it_on_an_english_paper() {
        check("أمانة الواحة", "Oasis Municipality");
        check("Eng. سالم العمري", "Eng. Salem Alomari");
        check("سالم العمري\nأمانة الواحة", "Salem Alomari\nOasis Municipality");
        check(
            "\u{2068}أمانة الواحة\u{2069} met \u{2068}جمعية البر\u{2069}.",
            "\u{2068}Oasis Municipality\u{2069} met \u{2068}جمعية البر\u{2069}.",
        );
    }

    #[test]
    fn what_a_person_wrote_stays_what_it_is() {
        check("زارت أمانة الواحة الحي", "زارت أمانة الواحة الحي");
        check("", "");
        check("\u{2069}أمانة\u{2068}", "\u{2069}أمانة\u{2068}");
    }
}
