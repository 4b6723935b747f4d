//! The words in kept files: each file is read once, on the thread of [`super::reading`], and its words stand in the index with
//! those of the records that keep it. Where each word first stands is kept too, so that a find is shown without looking the
//! whole text through between two keys.

use super::words::Sought;
use crate::arabic::{self, ANALYSER_VERSION};
use crate::domain::Record;
use crate::error::Result;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashSet;

/// Goes up when files are read otherwise: they are then read again.
pub(super) const READER_VERSION: u32 = 1;

/// Bytes of a text that are looked at around a find.
const BEFORE: usize = 300;
const AROUND: usize = 1_500;

/// A text's words as the index has them: each once.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub words: String,
    pub stems: String,
    /// Where each of the words and then of the stems stands first, in bytes of the text.
    places: String,
}

impl Terms {
    pub fn of(text: &str) -> Self {
        let mut terms = Self::default();
        let mut stem_places = String::new();
        let (mut words, mut stems) = (HashSet::new(), HashSet::new());
        let mut line_at = 0;
        for line in text.split_inclusive('\n') {
            for token in arabic::analyse(line) {
                let at = line_at + token.range.start;
                for word in std::iter::once(token.norm).chain(token.forms) {
                    if words.insert(word.clone()) {
                        push(&mut terms.words, &word);
                        push(&mut terms.places, &at.to_string());
                    }
                }
                for stem in token.terms {
                    if stems.insert(stem.clone()) {
                        push(&mut terms.stems, &stem);
                        push(&mut stem_places, &at.to_string());
                    }
                }
            }
            line_at += line.len();
        }
        if !stem_places.is_empty() {
            push(&mut terms.places, &stem_places);
        }
        terms
    }
}

fn push(list: &mut String, item: &str) {
    if !list.is_empty() {
        list.push(' ');
    }
    list.push_str(item);
}

/// Keeps what a file says.
pub(super) fn keep(sql: &Connection, hash: &str, text: &str, terms: &Terms) -> Result<()> {
    sql.prepare_cached(
        "INSERT OR REPLACE INTO file_text (hash, version, text, analyser, words, stems, places)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![hash, READER_VERSION, text, ANALYSER_VERSION, terms.words, terms.stems, terms.places])?;
    Ok(())
}

/// What a document's file adds to the index.
pub(super) fn terms_of(sql: &Connection, document: Record) -> Result<Option<(String, String)>> {
    let mut statement = sql.prepare_cached(
        "SELECT file_text.analyser, file_text.words, file_text.stems FROM document
         JOIN file_text ON file_text.hash = document.hash WHERE document.id = ?1 AND file_text.text <> ''",
    )?;
    let found =
        statement.query_row([document.id], |row| Ok((row.get::<_, u32>(0)?, row.get(1)?, row.get(2)?))).optional()?;
    match found {
        Some((ANALYSER_VERSION, words, stems)) => Ok(Some((words, stems))),
        // Another analyser's: those of this one are kept when the file is read again.
        Some(_) => Ok(text_of(sql, document)?.map(|text| {
            let terms = Terms::of(&text);
            (terms.words, terms.stems)
        })),
        None => Ok(None),
    }
}

/// All a document's file says.
pub(super) fn text_of(sql: &Connection, document: Record) -> Result<Option<String>> {
    let select = "SELECT file_text.text FROM document JOIN file_text ON file_text.hash = document.hash
                  WHERE document.id = ?1";
    Ok(sql.prepare_cached(select)?.query_row([document.id], |row| row.get(0)).optional()?)
}

/// A piece of what a document's file says, around the first word that is looked for.
pub(super) fn around(sql: &Connection, document: Record, sought: &[Sought<'_>]) -> Result<Option<String>> {
    let mut statement = sql.prepare_cached(
        "SELECT file_text.words, file_text.stems, file_text.places, file_text.text FROM document
         JOIN file_text ON file_text.hash = document.hash WHERE document.id = ?1 AND file_text.text <> ''",
    )?;
    let mut rows = statement.query([document.id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let column = |at: usize| -> Result<&str> { Ok(row.get_ref(at)?.as_str().unwrap_or_default()) };
    let (words, stems, places, text) = (column(0)?, column(1)?, column(2)?, column(3)?);
    let words = words.split(' ').filter(|word| !word.is_empty()).map(|word| (word, false));
    let stems = stems.split(' ').filter(|stem| !stem.is_empty()).map(|stem| (stem, true));
    let mut terms = words.chain(stems).zip(places.split(' '));
    let found = terms.find(|((term, is_stem), _)| sought.iter().any(|sought| sought.is_term(term, *is_stem)));
    let at = found.and_then(|(_, place)| place.parse().ok()).unwrap_or(0_usize);
    let start = floor(text, at.saturating_sub(BEFORE));
    let end = floor(text, at.saturating_add(AROUND).min(text.len()));
    // A word that was cut through is none.
    let piece = text.get(start..end).unwrap_or_default();
    let piece = if start > 0 { piece.split_once(char::is_whitespace).map_or(piece, |(_, rest)| rest) } else { piece };
    Ok(Some(piece.to_owned()))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_term_stands_once_with_the_place_of_the_first() {
        let text = "الحديقة العامة\nحديقة الحي";
        let terms = Terms::of(text);
        let count = |list: &str, term: &str| list.split(' ').filter(|word| *word == term).count();
        assert_eq!((count(&terms.words, "حديقه"), count(&terms.words, "الحديقه")), (1, 1));
        let places: Vec<usize> = terms.places.split(' ').map(|place| place.parse().unwrap()).collect();
        assert_eq!(places.len(), terms.words.split(' ').count() + terms.stems.split(' ').count());
        assert!(places.iter().all(|place| text.is_char_boundary(*place)));
    }

    #[test]
    fn a_text_without_words_has_no_terms() {
        assert_eq!(Terms::of(" \n…"), Terms::default());
    }
}
