//! The one place where the store meets the Arabic analyser.

use std::ops::Range;

/// The analyser's version; another one in the store rebuilds the index.
pub(in crate::store) const ANALYSER_VERSION: &str = "1";

/// A word of a text.
#[derive(Clone, Debug)]
pub(in crate::store) struct Word {
    /// Where it stands in the original.
    pub range: Range<usize>,
    /// Folded.
    pub norm: String,
    /// What it may come from.
    pub stems: Vec<String>,
}

/// The words of a text.
pub(in crate::store) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, character) in text.char_indices() {
        if character.is_alphanumeric() {
            let (_, norm) = open.get_or_insert_with(|| (at, String::new()));
            norm.push(fold(character));
        } else if let Some((start, norm)) = open.take() {
            words.push(Word { range: start..at, stems: vec![norm.clone()], norm });
        }
    }
    if let Some((start, norm)) = open.take() {
        words.push(Word { range: start..text.len(), stems: vec![norm.clone()], norm });
    }
    words
}

const fn fold(character: char) -> char {
    match character {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        other => other.to_ascii_lowercase(),
    }
}

/// The index's expression for one word: as written (or as its beginning), or by its stems.
pub(in crate::store) fn match_expression(word: &Word, may_be_beginning: bool) -> String {
    let star = if may_be_beginning { " *" } else { "" };
    let mut expression = format!("({{title body}} : {}{star})", quoted(&word.norm));
    for stem in &word.stems {
        expression.push_str(&format!(" OR ({{title_stem body_stem}} : {})", quoted(stem)));
    }
    expression
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}
