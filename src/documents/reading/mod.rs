//! The words in files that others made: PDF, Word, Excel and plain text, so that they can be found. Nothing of the look is
//! kept, and nothing is trusted: what a file claims about itself is read up to a limit, and what is broken has no words.

mod office;
mod pdf;
mod plain;

/// So much of a file's text is read, in bytes: some five hundred pages.
pub const MOST_TEXT: usize = 1024 * 1024;

/// The words of a file, line by line; nothing for a kind that is not read, or that can't be.
///
/// `goes_on` is asked between pages and parts: what is read until it says no is what there is.
pub fn text_of(bytes: &[u8], name: &str, goes_on: &dyn Fn() -> bool) -> Option<String> {
    let mut text = if bytes.starts_with(b"%PDF") {
        pdf::text_of(bytes, goes_on)?
    } else if bytes.starts_with(b"PK\x03\x04") {
        office::text_of(bytes, goes_on)?
    } else if plain::is_named_so(name) {
        plain::text_of(bytes)
    } else {
        return None;
    };
    cut(&mut text, MOST_TEXT);
    Some(text)
}

/// The beginning of a text, up to a letter.
fn cut(text: &mut String, most: usize) {
    if text.len() > most {
        let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
    }
}

#[cfg(test)]
mod tests;
