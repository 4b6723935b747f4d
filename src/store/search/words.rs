//! What was typed, as the index is asked: words, and words in quotes that stand side by side.

use crate::arabic::{self, Token};

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
    pub fn expression(&self) -> String {
        expressions(&self.words).map(|expression| format!("({expression})")).collect::<Vec<_>>().join(" AND ")
    }

    /// Do the words of each phrase stand side by side?
    pub fn has_phrases(&self, text: &[Token]) -> bool {
        self.phrases.iter().all(|phrase| {
            text.windows(phrase.len())
                .any(|part| phrase.iter().zip(part).all(|(asked, word)| asked.finds(word).is_some()))
        })
    }
}

/// The index's expression for each word: what begins like it, or shares a stem; the same as [`arabic::matches`].
pub(in crate::store) fn expressions(words: &[Token]) -> impl Iterator<Item = String> {
    let last = words.len().saturating_sub(1);
    // A short word is looked for whole, unless it may still be being typed.
    words.iter().enumerate().map(move |(place, word)| expression(word, !word.is_short() || place == last))
}

fn expression(word: &Token, may_be_beginning: bool) -> String {
    let star = if may_be_beginning { " *" } else { "" };
    let mut forms = vec![word.norm.as_str()];
    forms.extend(word.forms.first().map(String::as_str).filter(|form| *form != word.norm));
    let forms: Vec<String> = forms.into_iter().map(|form| format!("{}{star}", quoted(form))).collect();
    let mut expression = format!("({{title body}} : ({}))", forms.join(" OR "));
    if !word.terms.is_empty() {
        let stems: Vec<String> = word.terms.iter().map(|term| quoted(term)).collect();
        expression.push_str(&format!(" OR ({{title_stem body_stem}} : ({}))", stems.join(" OR ")));
    }
    expression
}

fn quoted(word: &str) -> String {
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
