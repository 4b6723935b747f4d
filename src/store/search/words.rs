//! What was typed, as the index is asked: words, and words in quotes that stand side by side.

use super::feed::Document;
use crate::arabic::{self, Token};
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension};

/// The index keeps what begins with so many letters ready, newest first. What begins with more of them it gathers whole,
/// however little of it is wanted: the words that begin so are looked up and asked for by name.
const LETTERS_KEPT_READY: usize = 3;
/// More words than these are not asked for by name.
const MOST_WORDS: usize = 40;

/// A question to the index.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Asked {
    /// All words, also those in quotes.
    pub words: Vec<Token>,
    /// The words of each pair of quotes.
    pub phrases: Vec<Vec<Token>>,
}

impl Asked {
    /// Reads what was typed. Quotes that are not closed reach to the end.
    pub fn new(text: &str) -> Self {
        let mut asked = Self::default();
        for (at, part) in text.split(['"', '«', '»', '“', '”']).enumerate() {
            let words = arabic::query(part);
            if at % 2 == 1 && words.len() > 1 {
                asked.phrases.push(words.clone());
            }
            asked.words.extend(words);
        }
        asked
    }

    /// The index's expression: all the words, each in any of its forms.
    pub fn expression(&self, sql: &Connection) -> Result<String> {
        all_of(sql, &self.words)
    }

    /// Do the words of each phrase stand side by side?
    pub fn has_phrases(&self, text: &[Token]) -> bool {
        self.phrases.iter().all(|phrase| {
            text.windows(phrase.len())
                .any(|part| phrase.iter().zip(part).all(|(asked, word)| asked.finds(word).is_some()))
        })
    }
}

/// The index's expression for all words, wherever each stands.
pub(in crate::store) fn all_of(sql: &Connection, words: &[Token]) -> Result<String> {
    let each = expressions(sql, words)?;
    Ok(each.into_iter().map(|expression| format!("({expression})")).collect::<Vec<_>>().join(" AND "))
}

/// The index's expression for each word: what begins like it, or shares a stem; the same as [`arabic::matches`].
pub(in crate::store) fn expressions(sql: &Connection, words: &[Token]) -> Result<Vec<String>> {
    sought(words).map(|sought| sought.expression(sql)).collect()
}

/// What is looked for with each word.
pub(in crate::store) fn sought(words: &[Token]) -> impl Iterator<Item = Sought<'_>> {
    let last = words.len().saturating_sub(1);
    // A short word is looked for whole, unless it may still be being typed.
    words.iter().enumerate().map(move |(place, word)| Sought::new(word, !word.is_short() || place == last))
}

/// A word as it is looked for.
pub(in crate::store) struct Sought<'w> {
    /// The folded word, and its most likely form where that is another.
    forms: Vec<&'w str>,
    /// What begins with a form is found too.
    may_be_beginning: bool,
    stems: &'w [String],
}

impl<'w> Sought<'w> {
    fn new(word: &'w Token, may_be_beginning: bool) -> Self {
        let mut forms = vec![word.norm.as_str()];
        forms.extend(word.forms.first().map(String::as_str).filter(|form| *form != word.norm));
        Self { forms, may_be_beginning, stems: &word.terms }
    }

    /// As the index is asked.
    fn expression(&self, sql: &Connection) -> Result<String> {
        let mut forms = Vec::new();
        for form in &self.forms {
            if !self.may_be_beginning {
                forms.push(quoted(form));
                continue;
            }
            match words_from(sql, form)? {
                Some(words) => forms.extend(words.iter().map(|word| quoted(word))),
                None => forms.push(format!("{} *", quoted(form))),
            }
        }
        forms.sort();
        forms.dedup();
        let mut expression = format!("({{title body}} : ({}))", forms.join(" OR "));
        if !self.stems.is_empty() {
            let stems: Vec<String> = self.stems.iter().map(|term| quoted(term)).collect();
            expression.push_str(&format!(" OR ({{title_stem body_stem}} : ({}))", stems.join(" OR ")));
        }
        Ok(expression)
    }

    /// Is it a word, or a stem, of what the index has?
    pub fn is_term(&self, term: &str, is_stem: bool) -> bool {
        if is_stem {
            return self.stems.iter().any(|stem| stem == term);
        }
        self.forms.iter().any(|form| if self.may_be_beginning { term.starts_with(form) } else { term == *form })
    }

    /// Would the index find it in what it holds of a record?
    pub fn is_in(&self, document: &Document) -> bool {
        let mut words = [&document.title, &document.body].into_iter().flat_map(|text| text.split_ascii_whitespace());
        let mut stems =
            [&document.title_stems, &document.body_stems].into_iter().flat_map(|text| text.split_ascii_whitespace());
        words.any(|word| {
            self.forms.iter().any(|form| if self.may_be_beginning { word.starts_with(form) } else { word == *form })
        }) || stems.any(|stem| self.stems.iter().any(|sought| sought == stem))
    }
}

/// The words of the index that begin with a form, and the form itself; `None` where the index is as well asked for all that
/// begins so.
///
/// Each word is found by a seek behind the one before: a walk would pass every place of each of them.
fn words_from(sql: &Connection, form: &str) -> Result<Option<Vec<String>>> {
    if form.chars().count() <= LETTERS_KEPT_READY {
        return Ok(None);
    }
    let mut next = sql.prepare_cached("SELECT term FROM temp.search_words WHERE term >= ?1 AND term < ?2 LIMIT 1")?;
    let end = format!("{form}{}", char::MAX);
    let mut words = vec![form.to_owned()];
    let mut from = form.to_owned();
    while let Some(word) = next.query_row([&from, &end], |row| row.get::<_, String>(0)).optional()? {
        if words.len() > MOST_WORDS {
            return Ok(None);
        }
        // The least text behind a word.
        from = format!("{word}\0");
        words.push(word);
    }
    Ok(Some(words))
}

pub(super) fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_either_kind_make_a_phrase() {
        let phrases = |text: &str| -> Vec<usize> { Asked::new(text).phrases.iter().map(Vec::len).collect() };
        assert_eq!(phrases("جودة الحياة"), [0_usize; 0]);
        assert_eq!(phrases("\"جودة الحياة\" مدن"), [2]);
        assert_eq!(phrases("مدن «جودة الحياة»"), [2]);
        assert_eq!(phrases("مدن \"جودة الحياة"), [2]);
        assert_eq!(phrases("\"جودة\""), [0_usize; 0]);
        assert_eq!(Asked::new("\"جودة الحياة\" مدن").words.len(), 3);
    }
}
